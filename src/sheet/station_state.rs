//! Whether a station worked normally when it measured: words of platforms, marks of HJ 212.

use core::fmt;
use core::str::FromStr;

use crate::standard::naming::plain_text::{PlainText, word_end};
use crate::text::name::letters;
use crate::text::padded::padded;
use crate::text::unknown_name::{NameKind, UnknownNameError};

/// The state of a station, or the mark of a reading.
///
/// # Reference
/// HJ 212-2017, table of data marks (S); words of the national platform (F): 正常, 维护, 停运,
/// 不具备运行条件; sentences that hold such a word, as people write them.
///
/// # Example
/// ```
/// use gb3838::sheet::StationState;
///
/// assert!("正常".parse::<StationState>()?.is_normal());
/// assert_eq!("F".parse(), Ok(StationState::Stopped));
/// assert_eq!("水位过低，不具备采水条件".parse(), Ok(StationState::Stopped));
/// // What says both is refused.
/// assert!("维护后恢复正常".parse::<StationState>().is_err());
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
        &[
            "D",
            "故障",
            "仪器故障",
            "设备故障",
            "站点故障",
            "采水故障",
            "异常",
            "无效",
            "fault",
            "abnormal",
            "invalid",
            "bad",
        ],
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

/// Words that say a state wherever they stand in a sentence, the surer ones first.
const HELD: [(StationState, &[&str]); 6] = [
    (StationState::NoWater, &["断流", "干涸", "无水", "冰封", "结冰", "封冻", "冰冻"]),
    (
        StationState::NoConnection,
        &[
            "通讯",
            "通信",
            "网络",
            "离线",
            "掉线",
            "断网",
            "未联网",
            "未上传",
            "传输中断",
            "数据中断",
        ],
    ),
    (StationState::Calibration, &["校准", "校正", "质控", "标定", "核查", "比对", "标样"]),
    (
        StationState::Maintenance,
        &[
            "维护",
            "检修",
            "维修",
            "运维",
            "调试",
            "保养",
            "清洗",
            "抢修",
            "升级",
            "换药",
            "更换试剂",
        ],
    ),
    (
        StationState::Stopped,
        &[
            "不具备",
            "不满足",
            "停运",
            "停测",
            "停用",
            "停机",
            "停电",
            "断电",
            "停水",
            "停产",
            "停止",
            "暂停",
            "停采",
            "未运行",
            "未监测",
            "未采样",
            "未采水",
            "无法",
            "不能",
            "关闭",
            "关停",
            "撤销",
            "拆除",
            "改造",
            "搬迁",
            "重建",
            "建设中",
            "施工",
            "未建成",
            "未验收",
            "未启用",
        ],
    ),
    (
        StationState::Fault,
        &[
            "故障",
            "异常",
            "损坏",
            "失效",
            "无效",
            "错误",
            "不正常",
            "非正常",
            "未正常",
            "欠正常",
            "存疑",
            "缺试剂",
            "堵塞",
            "漏液",
            "报警",
            "invalid",
            "error",
            "failure",
        ],
    ),
];

/// Words by which a sentence takes back that all is well.
const NOT_NORMAL: [&str; 4] = ["不正常", "非正常", "未正常", "欠正常"];

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

    /// A number with a mark of HJ 212 behind it, as its digits and what the mark says:
    /// `0.25(F)`, `0.25,N`, `0.25 D`. `None` where no such mark stands there.
    ///
    /// Without a mark of its own column a cell may carry it so. What a letter is to a column
    /// comes first: `C` behind a temperature and `M` behind a depth are units.
    ///
    /// # Reference
    /// HJ 212-2017, table of data marks (S).
    ///
    /// # Example
    /// ```
    /// use gb3838::sheet::StationState;
    ///
    /// assert_eq!(StationState::behind("0.25(F)"), Some(("0.25", StationState::Stopped)));
    /// assert_eq!(StationState::behind("0.25L"), None);
    /// ```
    #[must_use]
    pub fn behind(cell: &str) -> Option<(&str, Self)> {
        let closed = cell.trim_end().trim_end_matches([')', '）', ']', '】']).trim_end();
        let mark = closed.char_indices().next_back().map(|(place, _)| &closed[place..])?;
        let state = match mark {
            "N" | "n" => Self::Normal,
            "S" | "s" => Self::Set,
            "F" | "f" => Self::Stopped,
            "M" | "m" => Self::Maintenance,
            "D" | "d" => Self::Fault,
            "C" | "c" => Self::Calibration,
            "T" | "t" => Self::BeyondRange,
            "B" | "b" => Self::NoConnection,
            _ => return None,
        };
        let separators = [' ', ',', '，', '/', '|', ';', ':', '(', '（', '[', '【', '_', '-'];
        let number = closed[..closed.len() - mark.len()].trim_end_matches(separators);
        let is_number =
            number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'<');
        let has_digit = number.bytes().any(|byte| byte.is_ascii_digit());
        (is_number && has_digit).then_some((number, state))
    }

    /// The name in data; in [words](fmt::Display) blanks stand between its parts.
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

/// In words for people: `no connection`.
impl fmt::Display for StationState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, fmt::Alignment::Left, |out| {
            for (place, word) in self.name().split('_').enumerate() {
                let blank = if place > 0 { " " } else { "" };
                write!(out, "{blank}{word}")?;
            }
            Ok(())
        })
    }
}

impl FromStr for StationState {
    type Err = UnknownNameError;

    /// Reads the words of platforms, sentences that hold one, and the marks of HJ 212; an empty
    /// cell and dashes say nothing. A sentence that says both that all is well and that it is
    /// not is refused.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if letters(text).next().is_none() {
            return Ok(Self::Unsaid);
        }
        WORDS
            .iter()
            .find(|(_, words)| words.iter().any(|word| letters(word).eq(letters(text))))
            .map(|(state, _)| *state)
            .or_else(|| held(text))
            .ok_or(UnknownNameError::new(text, NameKind::StationState))
    }
}

/// The state of the first word that a sentence holds; `None` where it holds none, or also says
/// that all is well.
fn held(text: &str) -> Option<StationState> {
    let plain = PlainText::new(text)?;
    let sentence = plain.as_slice();
    let count = |word: &str| {
        (0..sentence.len()).filter(|place| word_end(sentence, *place, word).is_some()).count()
    };
    let taken_back: usize = NOT_NORMAL.iter().map(|word| count(word)).sum();
    let is_normal = count("正常") > taken_back;
    let state = HELD
        .iter()
        .find(|(_, words)| words.iter().any(|word| count(word) > 0))
        .map(|(state, _)| *state);
    match state {
        None => is_normal.then_some(StationState::Normal),
        Some(state) => (!is_normal).then_some(state),
    }
}
