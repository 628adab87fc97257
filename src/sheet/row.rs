//! Rows that are no readings: means, limits, remarks between or below them.

use crate::standard::naming::plain_text::{PlainText, after_separators, holds_word};

/// What a row of a table is.
///
/// # Reference
/// Ours: words of published tables (F).
///
/// # Example
/// ```
/// use gb3838::sheet::RowKind;
///
/// assert_eq!(RowKind::of_label("Ⅲ类标准限值"), RowKind::Limit);
/// assert_eq!(RowKind::of_label("年平均值"), RowKind::Statistic);
/// assert_eq!(RowKind::of_label("高塘"), RowKind::Readings);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RowKind {
    /// Readings.
    Readings,
    /// No text at all.
    Blank,
    /// A mean, a greatest or least value, a share: 平均值, 最大值, 达标率. Left out, aloud.
    Statistic,
    /// Limits: 标准限值, Ⅲ类标准. Left out, aloud.
    Limit,
    /// A remark: 备注, 注; who signs a table, 制表人, where nothing else stands in the row. Left
    /// out, aloud.
    Remark,
    /// The headings once more, as on each printed page. Left out, aloud.
    Headings,
}

impl RowKind {
    /// Whether the row is left out and that must be said: it holds text, and no readings.
    #[must_use]
    pub const fn is_left_out(self) -> bool {
        matches!(self, Self::Statistic | Self::Limit | Self::Remark | Self::Headings)
    }

    /// What the row is, in words.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match self {
            Self::Readings => "readings",
            Self::Blank => "a blank row",
            Self::Statistic => "a statistic of other rows",
            Self::Limit => "limits",
            Self::Remark => "a remark",
            Self::Headings => "the headings once more",
        }
    }

    /// Whether a label is a number or a time in digits, which heads readings.
    ///
    /// # Example
    /// ```
    /// use gb3838::sheet::RowKind;
    ///
    /// assert!(RowKind::is_number(b"2024-01-05T08:00Z") && !RowKind::is_number(b"S1"));
    /// ```
    #[must_use]
    pub fn is_number(label: &[u8]) -> bool {
        let is_of_time = |byte: &u8| {
            byte.is_ascii() && (!byte.is_ascii_alphabetic() || matches!(byte, b'T' | b'Z'))
        };
        label.iter().all(is_of_time)
    }

    /// Whether a text signs a table, or ends it: 制表人：…, 审核：…, 以下空白. A row of nothing else
    /// is a remark; with other cells beside it, the text may be the name of a place.
    ///
    /// # Example
    /// ```
    /// use gb3838::sheet::RowKind;
    ///
    /// assert!(RowKind::is_sign_off("审核人：") && !RowKind::is_sign_off("审核桥"));
    /// ```
    #[must_use]
    pub fn is_sign_off(text: &str) -> bool {
        PlainText::new(text).is_some_and(|plain| {
            let text = plain.as_slice();
            SIGN_OFFS.iter().any(|word| is_start(text, word)) || holds_word(text, "以下空白")
        })
    }

    /// What a row is by the text that stands for its section or time.
    ///
    /// A name of a place that only begins with such a word is none.
    #[must_use]
    pub fn of_label(label: &str) -> Self {
        let Some(plain) = PlainText::new(label) else {
            // Longer than any name of a place.
            return Self::Remark;
        };
        let text = plain.as_slice();
        if after_separators(text, 0) == text.len() {
            return Self::Readings;
        }
        let open = text.iter().position(|character| *character == '(').unwrap_or(text.len());
        let texts = [text, &text[..open]].map(without_colon);
        let ends = |words: &[&str]| {
            words.iter().any(|word| texts.iter().any(|text| ends_with(text, word)))
        };
        if ["注", "备注", "说明", "资料来源", "数据来源", "note", "source"]
            .iter()
            .any(|word| is_start(text, word))
        {
            Self::Remark
        } else if ends(&LIMITS) {
            Self::Limit
        } else if ends(&STATISTICS) {
            Self::Statistic
        } else {
            Self::Readings
        }
    }
}

const LIMITS: [&str; 14] = [
    "限值",
    "标准值",
    "标准",
    "标准限",
    "检出限",
    "类标准限值",
    "评价标准",
    "执行标准",
    "limit",
    "limits",
    "standard",
    "detection limit",
    "目标值",
    "类限值",
];

const STATISTICS: [&str; 34] = [
    "平均值",
    "平均",
    "均值",
    "月均",
    "年均",
    "总平均",
    "最大值",
    "最小值",
    "最大",
    "最小",
    "最高值",
    "最低值",
    "极大值",
    "极小值",
    "合计",
    "总计",
    "小计",
    "中位数",
    "标准差",
    "标准偏差",
    "变异系数",
    "达标率",
    "超标率",
    "检出率",
    "超标倍数",
    "样品数",
    "样本数",
    "个数",
    "mean",
    "average",
    "max",
    "min",
    "median",
    "total",
];

/// Words that laboratories' reports and returns end with.
const SIGN_OFFS: [&str; 28] = [
    "制表",
    "制表人",
    "制表单位",
    "制表日期",
    "填表",
    "填表人",
    "填表日期",
    "填报人",
    "填报单位",
    "填报日期",
    "编制",
    "编制人",
    "编制单位",
    "报告编制",
    "审核",
    "审核人",
    "审核日期",
    "复核",
    "复核人",
    "校核",
    "校核人",
    "校对",
    "审定",
    "签发",
    "签发人",
    "批准",
    "批准人",
    "负责人",
];

/// A text without blanks and colons at its end.
fn without_colon(text: &[char]) -> &[char] {
    let count = text.iter().rev().take_while(|it| matches!(it, ' ' | ':')).count();
    &text[..text.len() - count]
}

/// Whether a text ends with a word; a Latin one only where it is whole.
fn ends_with(text: &[char], word: &str) -> bool {
    let mut before = text.iter().rev();
    // Most words differ in their last character.
    word.chars().rev().all(|character| before.next() == Some(&character))
        && !(word.is_ascii() && before.next().is_some_and(char::is_ascii_alphanumeric))
}

/// Whether a text is a word, or begins with it and a colon, a blank or a number.
fn is_start(text: &[char], word: &str) -> bool {
    let count = word.chars().count();
    text.len() >= count
        && text[..count].iter().copied().eq(word.chars())
        && text
            .get(count)
            .is_none_or(|next| matches!(next, ':' | ' ' | '.' | '、') || next.is_ascii_digit())
}
