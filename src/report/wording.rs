//! The words of reports, Chinese and English, each once.
//!
//! Names that the standard itself prints stay with their types.

use crate::assess::verdict::{NotAssessed, Verdict};
use crate::plan::goal::{GoalKind, Level};
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

/// Builds the words of reports from one table: name, Chinese, English.
macro_rules! words {
    ($($word:ident $chinese:literal $english:literal;)*) => {
        /// A word of a report that no type carries; [`Language::word`] says it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Word {
            $(#[doc = concat!($english, " (", $chinese, ").")] $word,)*
        }

        impl Word {
            const fn in_both(self) -> (&'static str, &'static str) {
                match self {
                    $(Self::$word => ($chinese, $english),)*
                }
            }
        }
    };
}

#[rustfmt::skip]
words! {
    Section                  "断面" "section";
    Water                    "水体" "water";
    Level                    "级别" "level";
    County                   "县区" "county";
    Class                    "水质类别" "class";
    DeterminingItems         "定类项目" "determining items";
    WorseThanTarget          "劣于目标的项目" "worse than target";
    Target                   "水质目标" "target";
    Verdict                  "结论" "verdict";
    Months                   "月数" "months";
    Goal                     "目标" "goal";
    Group                    "范围" "group";
    Bound                    "要求" "bound";
    Numerator                "达到数" "numerator";
    Denominator              "总数" "denominator";
    Share                    "比例" "share";
    OutcomeBounds            "可能范围" "bounds";
    Reason                   "原因" "why";
    What                     "对象" "what";
    Sections                 "断面评价" "Sections";
    Means                    "均值" "Means";
    Goals                    "目标完成情况" "Goals";
    NotAssessed              "未评价" "Not assessed";
    Assessed                 "已评价" "assessed";
    Provisional              "暂定" "provisional";
    Pooled                   "全部数据平均" "pooled";
    None                     "—" "–";
    AllSections              "全部断面" "all sections";
    WithoutBackground        "扣除自然因素影响后" "without natural background";
    FunctionZone             "水功能区" "function zone";
    BelowDetection           "个低于检出限" "below detection";
    IfProvisionalStand       "暂定结果不变时" "if provisional results stand";
    SectionsByClass          "断面水质类别" "sections by class";
    SectionsByCounty         "分县区断面" "Sections by county";
    SectionCount             "断面数" "sections";
    RowsRead                 "读取行数" "rows read";
    RowsUsed                 "使用行数" "rows used";
    RowsNotUsed              "未使用行数" "rows not used";
    RowsOfOtherYears         "其他年份行数" "rows of other years";
    ColumnsNotRead           "标准未列的列" "columns that are no items of the standard";
    Items                    "参评项目" "items";
    TookNoPart               "未参评项目" "Items that took no part";
    Absent                   "无有效值" "no value";
    Undecidable              "检出限过高，无法判定" "detection limit too high to decide";
    HighChloride             "高氯水体，不参评" "high chloride";
    NaturalBackground        "自然本底" "natural background";
    TargetLimitNotAssessed   "目标限值未能比较" "limit of the target not assessed";
    NoWorseThanLastYear      "不劣于上年" "no worse than last year";
}

impl Language {
    /// A word in this language.
    #[must_use]
    pub const fn word(self, word: Word) -> &'static str {
        let (chinese, english) = word.in_both();
        self.choose(chinese, english)
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
            NotAssessed::NoExactMean => {
                self.choose("均值超出精确计算范围", "an exact mean needs more than 384 bits")
            }
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
            GoalKind::AllSourcesMeet => {
                self.choose("在用水源地全部达标", "every source in use reaches its class")
            }
            GoalKind::AllFlowsMeet => {
                self.choose("生态流量全部达到保障目标", "every ecological flow is kept")
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
