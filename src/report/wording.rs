//! The words of reports, Chinese and English, each once.
//!
//! Names that the standard itself prints stay with their types.

use crate::plan::goal::{GoalKind, Level};
use crate::plan::target::{NotAssessed, Verdict};
use crate::reading::period::Averaging;
use crate::standard::class::Class;
use crate::standard::item::Item;

/// The language of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Chinese, as official reports print it.
    Chinese,
    /// English.
    #[default]
    English,
}

/// A word of a report that no type carries; [`Language::word`] says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each word stands in the table below in two languages")]
pub enum Word {
    Section,
    Water,
    Level,
    County,
    Class,
    DeterminingItems,
    WorseThanTarget,
    Target,
    Verdict,
    Months,
    Goal,
    Group,
    Bound,
    Numerator,
    Denominator,
    Share,
    OutcomeBounds,
    Reason,
    What,
    Sections,
    Means,
    Goals,
    NotAssessed,
    Assessed,
    Provisional,
    Pooled,
    None,
    AllSections,
    WithoutBackground,
    FunctionZone,
    BelowDetection,
    IfProvisionalStand,
    SectionsByClass,
    SectionsByCounty,
    SectionCount,
    RowsRead,
    RowsUsed,
    RowsNotUsed,
    RowsOfOtherYears,
    ColumnsNotRead,
    Items,
}

/// Word, Chinese, English.
#[rustfmt::skip]
const WORDS: [(Word, &str, &str); 41] = [
    (Word::Section,            "断面",             "section"),
    (Word::Water,              "水体",             "water"),
    (Word::Level,              "级别",             "level"),
    (Word::County,             "县区",             "county"),
    (Word::Class,              "水质类别",         "class"),
    (Word::DeterminingItems,   "定类项目",         "determining items"),
    (Word::WorseThanTarget,    "劣于目标的项目",   "worse than target"),
    (Word::Target,             "水质目标",         "target"),
    (Word::Verdict,            "结论",             "verdict"),
    (Word::Months,             "月数",             "months"),
    (Word::Goal,               "目标",             "goal"),
    (Word::Group,              "范围",             "group"),
    (Word::Bound,              "要求",             "bound"),
    (Word::Numerator,          "达到数",           "numerator"),
    (Word::Denominator,        "总数",             "denominator"),
    (Word::Share,              "比例",             "share"),
    (Word::OutcomeBounds,      "可能范围",         "bounds"),
    (Word::Reason,             "原因",             "why"),
    (Word::What,               "对象",             "what"),
    (Word::Sections,           "断面评价",         "Sections"),
    (Word::Means,              "均值",             "Means"),
    (Word::Goals,              "目标完成情况",     "Goals"),
    (Word::NotAssessed,        "未评价",           "Not assessed"),
    (Word::Assessed,           "已评价",           "assessed"),
    (Word::Provisional,        "暂定",             "provisional"),
    (Word::Pooled,             "全部数据平均",     "pooled"),
    (Word::None,               "—",                "–"),
    (Word::AllSections,        "全部断面",         "all sections"),
    (Word::WithoutBackground,  "扣除自然因素影响后", "without natural background"),
    (Word::FunctionZone,       "水功能区",         "function zone"),
    (Word::BelowDetection,     "个低于检出限",     "below detection"),
    (Word::IfProvisionalStand, "暂定结果不变时",   "if provisional results stand"),
    (Word::SectionsByClass,    "断面水质类别",     "sections by class"),
    (Word::SectionsByCounty,   "分县区断面",       "Sections by county"),
    (Word::SectionCount,       "断面数",           "sections"),
    (Word::RowsRead,           "读取行数",         "rows read"),
    (Word::RowsUsed,           "使用行数",         "rows used"),
    (Word::RowsNotUsed,        "未使用行数",       "rows not used"),
    (Word::RowsOfOtherYears,   "其他年份行数",     "rows of other years"),
    (Word::ColumnsNotRead,     "标准未列的列",     "columns that are no items of the standard"),
    (Word::Items,              "参评项目",         "items"),
];

impl Language {
    /// A word in this language.
    #[must_use]
    pub fn word(self, word: Word) -> &'static str {
        let entry = WORDS.iter().find(|(entry, ..)| *entry == word);
        entry.map_or("", |(_, chinese, english)| self.choose(chinese, english))
    }

    const fn choose(self, chinese: &'static str, english: &'static str) -> &'static str {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }

    /// The name of an item: its Chinese name, or its symbol.
    #[must_use]
    pub const fn item(self, item: Item) -> &'static str {
        self.choose(item.name_zh(), item.symbol())
    }

    /// The name of a class.
    #[must_use]
    pub const fn class(self, class: Class) -> &'static str {
        let english = match class {
            Class::InferiorV => "inferior V",
            other => other.name(),
        };
        self.choose(class.name_zh(), english)
    }

    /// The words of a verdict.
    #[must_use]
    pub const fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Met => self.choose("达标", "met"),
            Verdict::Missed => self.choose("未达标", "missed"),
            Verdict::NotAssessed(_) => self.choose("未评价", "not assessed"),
        }
    }

    /// Why there is no verdict.
    #[must_use]
    pub const fn reason(self, reason: NotAssessed) -> &'static str {
        match reason {
            NotAssessed::NoReadings => self.choose("无监测数据", "no readings in the period"),
            NotAssessed::NoClass => {
                self.choose("参评项目均无有效值", "no item that takes part has a value")
            }
            NotAssessed::NoTarget => self.choose("该年无水质目标", "no target for the year"),
            NotAssessed::NoLastYear => {
                self.choose("上年类别未知", "last year's class is not known")
            }
            NotAssessed::EmptyGroup => self.choose("范围内无断面", "no section in the group"),
            NotAssessed::OpenMembers => self.choose(
                "取决于未评价或暂定的断面",
                "sections that are not assessed, or provisional, decide",
            ),
        }
    }

    /// The name of a control level.
    #[must_use]
    pub const fn level(self, level: Level) -> &'static str {
        match level {
            Level::National => self.choose("国控", "national"),
            Level::Regional => self.choose("区控", "regional"),
            Level::Municipal => self.choose("市控", "municipal"),
            Level::County => self.choose("县控", "county"),
        }
    }

    /// What a goal is about.
    #[must_use]
    pub const fn goal(self, kind: GoalKind) -> &'static str {
        match kind {
            GoalKind::ShareOfGood => self.choose("优良（Ⅰ～Ⅲ类）比例", "share of class I–III"),
            GoalKind::ShareOfInferiorV => self.choose("劣Ⅴ类比例", "share of inferior V"),
            GoalKind::ShareMeetingTarget => self.choose("断面达标率", "share meeting the target"),
            GoalKind::AllMeetTargets => {
                self.choose("断面全部达标", "every section meets its target")
            }
        }
    }

    /// How a mean was made.
    #[must_use]
    pub const fn averaging(self, averaging: Averaging) -> &'static str {
        match averaging {
            Averaging::Pooled => self.choose("全部数据平均", "mean of all values"),
            Averaging::MonthsFirst => self.choose("月均值的平均", "mean of monthly means"),
            Averaging::DaysFirst => self.choose("日均值的平均", "mean of daily means"),
            Averaging::DaysThenMonths => {
                self.choose("日均值、月均值的平均", "mean of monthly means of daily means")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn each_word_stands_once() {
        for (index, (word, chinese, english)) in WORDS.iter().enumerate() {
            assert!(!chinese.is_empty() && !english.is_empty());
            assert!(WORDS[..index].iter().all(|(earlier, ..)| earlier != word), "{word:?}");
        }
    }
}
