//! Whether a station worked normally when it measured: words of platforms, marks of HJ 212.

use core::fmt;
use core::str::FromStr;

use crate::text::name::letters;
use crate::text::unknown_name::{NameKind, UnknownNameError};

/// The state of a station, or the mark of a reading.
///
/// # Reference
/// HJ 212-2017, table of data marks (S); words of the national platform (F): 正常, 维护, 停运.
///
/// # Example
/// ```
/// use gb3838::sheet::StationState;
///
/// assert!("正常".parse::<StationState>()?.is_normal());
/// assert_eq!("F".parse(), Ok(StationState::Stopped));
/// # Ok::<(), gb3838::error::UnknownNameError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StationState {
    /// 正常, `N`: it worked.
    Normal,
    /// `S`: a value that was set by hand.
    Set,
    /// Nothing is said.
    Unsaid,
    /// `F`: out of work.
    Stopped,
    /// `M`: under maintenance.
    Maintenance,
    /// `D`: a fault of the instrument.
    Fault,
    /// `C`: under calibration.
    Calibration,
    /// `T`: beyond the measuring range.
    BeyondRange,
    /// `B`: no connection.
    NoConnection,
    /// No water: dry, frozen, no flow.
    NoWater,
}

/// The words of each state.
const WORDS: [(StationState, &[&str]); 9] = [
    (
        StationState::Normal,
        &["正常", "N", "normal", "ok", "valid", "有效", "在线", "运行", "正常运行", "online"],
    ),
    (StationState::Set, &["S", "手工输入", "手工", "补录", "set"]),
    (
        StationState::Stopped,
        &[
            "F", "停运", "停测", "停用", "停机", "停电", "断电", "停水", "停产", "改造", "搬迁",
            "stopped",
        ],
    ),
    (
        StationState::Maintenance,
        &["M", "维护", "维护中", "维护调试", "调试", "检修", "维修", "运维", "maintenance"],
    ),
    (
        StationState::Fault,
        &["D", "故障", "仪器故障", "设备故障", "站点故障", "采水故障", "异常", "fault", "abnormal"],
    ),
    (
        StationState::Calibration,
        &["C", "校准", "校正", "质控", "标定", "核查", "标样核查", "calibration"],
    ),
    (StationState::BeyondRange, &["T", "超上限", "超量程", "超测量上限", "超限"]),
    (
        StationState::NoConnection,
        &[
            "B",
            "通讯异常",
            "通信异常",
            "通讯故障",
            "通信故障",
            "通讯中断",
            "通信中断",
            "离线",
            "offline",
        ],
    ),
    (
        StationState::NoWater,
        &["断流", "干涸", "无水", "冰封", "结冰", "封冻", "枯水", "dry", "frozen"],
    ),
];

impl StationState {
    /// All states.
    pub const ALL: [Self; 10] = [
        Self::Normal,
        Self::Set,
        Self::Unsaid,
        Self::Stopped,
        Self::Maintenance,
        Self::Fault,
        Self::Calibration,
        Self::BeyondRange,
        Self::NoConnection,
        Self::NoWater,
    ];

    /// Whether the values of such a state count as measured.
    ///
    /// Where nothing is said nothing is against it.
    #[must_use]
    pub const fn is_normal(self) -> bool {
        matches!(self, Self::Normal | Self::Set | Self::Unsaid)
    }

    /// The name in data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Set => "set_by_hand",
            Self::Unsaid => "unsaid",
            Self::Stopped => "stopped",
            Self::Maintenance => "maintenance",
            Self::Fault => "fault",
            Self::Calibration => "calibration",
            Self::BeyondRange => "beyond_range",
            Self::NoConnection => "no_connection",
            Self::NoWater => "no_water",
        }
    }
}

impl fmt::Display for StationState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for StationState {
    type Err = UnknownNameError;

    /// Reads the words of platforms and the marks of HJ 212; an empty cell and dashes say
    /// nothing.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if letters(text).next().is_none() {
            return Ok(Self::Unsaid);
        }
        WORDS
            .iter()
            .find(|(_, words)| words.iter().any(|word| letters(word).eq(letters(text))))
            .map(|(state, _)| *state)
            .ok_or(UnknownNameError::new(text, NameKind::StationState))
    }
}
