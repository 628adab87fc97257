//! Why a heading that holds a name is not read as a column of readings.

use crate::standard::naming::plain_text::holds_word;
use crate::standard::naming::unit_text::unit_at;

/// Why a heading that holds the name of a quantity is no column of its readings.
///
/// # Reference
/// Ours: words of published tables (F).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Refusal {
    /// A unit that is not known, or measures something else.
    Unit,
    /// A saturation in percent, no concentration.
    Saturation,
    /// A limit or a target, no reading.
    Limit,
    /// A class.
    Class,
    /// A rank.
    Rank,
    /// A mark of the readings, or a remark on them.
    Flag,
    /// A greatest or least value, a count, a multiple, a change or a share.
    Statistic,
    /// Given in another form: 以NO3计 instead of 以N计.
    Form,
    /// A name that is also another word, without the unit that makes it sure.
    Unsure,
    /// The names of two quantities.
    TwoQuantities,
    /// Nearly the name: a misprint.
    Misspelt,
    /// Longer than any name.
    TooLong,
    /// Read in the wrong encoding: what it names cannot be known.
    Garbled,
    /// Other words stand beside the name.
    OtherWords,
}

impl Refusal {
    /// What the column is taken for, in words.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match self {
            Self::Unit => "its unit is not known, or measures something else",
            Self::Saturation => "a saturation, no concentration",
            Self::Limit => "a limit, no reading",
            Self::Class => "a class, no reading",
            Self::Rank => "a rank, no reading",
            Self::Flag => "a mark of readings, no reading",
            Self::Statistic => "a statistic of readings, no reading and no mean",
            Self::Form => "given in another form than the limits",
            Self::Unsure => "a name that needs its unit to be sure",
            Self::TwoQuantities => "the names of two quantities",
            Self::Misspelt => "nearly a name",
            Self::TooLong => "longer than any name",
            Self::Garbled => "read in the wrong encoding",
            Self::OtherWords => "other words stand beside the name",
        }
    }

    /// What the words beside a name say.
    pub(crate) fn of_words(rest: &[char]) -> Self {
        let holds = |words: &[&str]| words.iter().any(|word| holds_word(rest, word));
        let unit = rest.iter().position(|character| !matches!(character, '(' | ' ' | '/' | '_'));
        if holds(&["饱和度", "饱和率", "饱和", "sat", "saturation", "%", "percent"]) {
            Self::Saturation
        } else if holds(&STATISTICS) {
            Self::Statistic
        } else if holds(&LIMITS) {
            Self::Limit
        } else if holds(&["排名", "排序", "名次", "位次", "rank", "ranking", "order"]) {
            Self::Rank
        } else if holds(&["类", "级别", "等级", "级", "class", "grade", "level", "category"])
        {
            Self::Class
        } else if holds(&FLAGS) {
            Self::Flag
        } else if unit.and_then(|place| unit_at(rest, place)).is_some()
            || has_quotient(rest)
            || holds(&["mg", "ug", "ng"])
        {
            Self::Unit
        } else {
            Self::OtherWords
        }
    }

    /// Whether the words beside a name are known to be about readings, so that a short name
    /// before them is no chance.
    pub(crate) const fn is_sure(self) -> bool {
        !matches!(self, Self::OtherWords)
    }
}

/// Whether a text holds something like `x/y` in units: Latin letters on both sides.
fn has_quotient(rest: &[char]) -> bool {
    rest.windows(3).any(|three| {
        three[1] == '/' && three[0].is_ascii_alphabetic() && three[2].is_ascii_alphabetic()
    })
}

const STATISTICS: [&str; 47] = [
    "标准差",
    "标准偏差",
    "标准指数",
    "max",
    "min",
    "maximum",
    "minimum",
    "最大",
    "最小",
    "最高",
    "最低",
    "极值",
    "cou",
    "count",
    "std",
    "stdev",
    "median",
    "中位数",
    "个数",
    "次数",
    "样本数",
    "超标",
    "倍数",
    "达标",
    "同比",
    "环比",
    "增长",
    "变化",
    "变幅",
    "趋势",
    "率",
    "指数",
    "index",
    "贡献",
    "占比",
    "通量",
    "负荷",
    "排放",
    "总量",
    "load",
    "flux",
    "multiple",
    "change",
    "diff",
    "trend",
    "预测",
    "predicted",
];

const LIMITS: [&str; 16] = [
    "限值",
    "标准",
    "阈值",
    "目标",
    "检出限",
    "limit",
    "limits",
    "standard",
    "criteria",
    "threshold",
    "target",
    "mdl",
    "lod",
    "dl",
    "upper",
    "lower",
];

const FLAGS: [&str; 19] = [
    "flag",
    "标识",
    "标记",
    "标志",
    "状态",
    "有效性",
    "status",
    "state",
    "valid",
    "quality",
    "qc",
    "质控",
    "备注",
    "说明",
    "remark",
    "note",
    "mark",
    "方法",
    "method",
];
