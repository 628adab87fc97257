//! The words of a region's report: blanks filled in, lists, and the names of its kinds.

use alloc::string::String;

use crate::assess::lake::trophic::TrophicParameter;
use crate::assess::lake::trophic_grade::TrophicGrade;
use crate::assess::region::change::SectionChange;
use crate::assess::trend::significance::SignificanceMethod;
use crate::assess::trend::trend::Direction;
use crate::number::rounding::Comparison;
use crate::reading::notation::Missing;
use crate::report::region::data::{NoIndex, NoState, NoTrend, RemarkKind};
use crate::report::words::{Language, Word};
use crate::standard::class::Quality;

impl Language {
    /// A word with its numbered blanks `{0}`, `{1}`, … filled in.
    ///
    /// # Example
    /// ```
    /// use gb3838::report::{Language, Word};
    ///
    /// let title = Language::English.filled(Word::RegionTitle, &["Qinzhou", "2026"]);
    /// assert_eq!(title, "Water quality of Qinzhou in 2026");
    /// ```
    #[must_use]
    pub fn filled(self, word: Word, blanks: &[&str]) -> String {
        let mut text = String::new();
        let mut rest = self.word(word);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((number, after)) = after.split_once('}') else { break };
            let blank = number.parse().ok().and_then(|number: usize| blanks.get(number));
            text.push_str(blank.copied().unwrap_or_default());
            rest = after;
        }
        text.push_str(rest);
        text
    }

    /// Words one after the other, as the language lists them.
    #[must_use]
    pub fn list<T: AsRef<str>>(self, words: impl IntoIterator<Item = T>) -> String {
        let mut text = String::new();
        for word in words {
            if !text.is_empty() {
                text.push_str(self.word(Word::ListSeparator));
            }
            text.push_str(word.as_ref());
        }
        text
    }

    /// Whether values were rounded before they were compared.
    #[must_use]
    pub const fn comparison(self, comparison: Comparison) -> &'static str {
        match comparison {
            Comparison::RoundFirst => self.choose("先修约后比较", "rounded first"),
            Comparison::FullValue => self.choose("全数值比较", "full value"),
        }
    }

    /// The state of a section or region.
    #[must_use]
    pub const fn quality(self, quality: Quality) -> &'static str {
        self.choose(quality.name_zh(), quality.name_en())
    }

    /// The trophic state of a lake.
    #[must_use]
    pub const fn trophic_grade(self, grade: TrophicGrade) -> &'static str {
        self.choose(grade.name_zh(), grade.name_en())
    }

    /// The name of a parameter of the trophic level index: its Chinese name, or its symbol.
    #[must_use]
    pub const fn trophic_parameter(self, parameter: TrophicParameter) -> &'static str {
        self.choose(parameter.name_zh(), parameter.symbol())
    }

    /// Where a series goes.
    #[must_use]
    pub const fn direction(self, direction: Direction) -> &'static str {
        let english = match direction {
            Direction::Rise => "rises",
            Direction::Fall => "falls",
            Direction::None => "no significant movement",
        };
        self.choose(direction.name_zh(), english)
    }

    /// What a change means.
    #[must_use]
    pub const fn section_change(self, change: SectionChange) -> &'static str {
        self.choose(change.name_zh(), change.name())
    }

    /// How the significance of a trend was decided.
    #[must_use]
    pub const fn significance(self, method: SignificanceMethod) -> &'static str {
        match method {
            SignificanceMethod::PrintedTable => {
                self.choose("印刷的临界值表", "the printed critical values")
            }
            SignificanceMethod::AllOrders => self.choose("全排列", "all orders of the ranks"),
            SignificanceMethod::StudentT => {
                self.choose("t分布近似", "Student's t, an approximation")
            }
        }
    }

    /// Why a region has no state.
    #[must_use]
    pub const fn no_state(self, reason: NoState) -> &'static str {
        match reason {
            NoState::NoSection => self.choose("无断面", "it has no section"),
            NoState::NothingAssessed => {
                self.choose("断面均无水质类别", "no section has a class")
            }
            NoState::JudgedOtherwise => self.choose(
                "断面少于5个且河流与湖库限值不同，均值无共同限值",
                "fewer than five sections, rivers and lakes among them, whose means have no limits in common",
            ),
            NoState::NotComputed => {
                self.choose("均值超出精确计算范围", "its means have no exact form")
            }
        }
    }

    /// Why a series shows no trend.
    #[must_use]
    pub const fn no_trend(self, reason: NoTrend) -> &'static str {
        match reason {
            NoTrend::TooFew => self.choose("均值个数不足，不判趋势", "too few means for a trend"),
            NoTrend::NotComputed => {
                self.choose("该个数无临界值", "no critical value for so many means")
            }
        }
    }

    /// Why a lake has no trophic level index.
    #[must_use]
    pub const fn no_index(self, reason: NoIndex) -> &'static str {
        match reason {
            NoIndex::NoParameter => self.choose(
                "五项参数（叶绿素a、总磷、总氮、透明度、高锰酸盐指数）均无数据",
                "no reading of any of the five parameters chl-a, TP, TN, SD, CODMn",
            ),
            NoIndex::NotPositive => {
                self.choose("有参数不大于零，无对数", "a value of zero or less has no logarithm")
            }
            NoIndex::NotComputed => {
                self.choose("权重超出精确计算范围", "its weights have no exact form")
            }
        }
    }

    /// Why a reading has no value.
    #[must_use]
    pub const fn missing(self, reason: Missing) -> &'static str {
        match reason {
            Missing::Blank => self.choose("读数空白", "readings left blank"),
            Missing::Dash => self.choose("读数为横线", "readings of a dash"),
            Missing::Star => {
                self.choose("读数为“*”（未公布）", "readings suppressed by the publisher (*)")
            }
            Missing::Slash => self.choose("读数为“/”", "readings of a slash"),
            Missing::NotMonitored => {
                self.choose("读数为未监测（-1）", "readings not monitored (-1)")
            }
            Missing::NotDetected => self.choose(
                "读数为未检出而无检出限",
                "readings not detected, without a detection limit",
            ),
            Missing::QualityControl => {
                self.choose("读数质控不合格", "readings that failed the quality control")
            }
            Missing::Voided => self.choose("读数带标识而无效", "readings voided by a letter mark"),
            Missing::NoValue => self.choose("读数为无数据", "readings marked as without a value"),
            Missing::SpreadsheetError => {
                self.choose("读数为表格错误值", "readings that are errors of a spreadsheet")
            }
        }
    }

    /// What a remark says.
    #[must_use]
    pub const fn remark(self, kind: RemarkKind) -> &'static str {
        match kind {
            RemarkKind::NotAssessed(reason) => self.reason(reason),
            RemarkKind::NoState(reason) => self.no_state(reason),
            RemarkKind::NoTrend(reason) => self.no_trend(reason),
            RemarkKind::NoIndex(reason) => self.no_index(reason),
            RemarkKind::Missing(reason) => self.missing(reason),
            RemarkKind::NoWaterHas(remark) => self.value_remark(remark),
            RemarkKind::TooFew => {
                self.choose("监测月数不足，结论为暂定", "too few months: the result is provisional")
            }
            RemarkKind::FiveIncomplete => self.choose(
                "五项指标缺项，结论为暂定",
                "one of the five items has no value: the result is provisional",
            ),
            RemarkKind::NeededIncomplete => self.choose(
                "评价所需项目缺项，结论为暂定",
                "one of the needed items has no value: the result is provisional",
            ),
            RemarkKind::Absent => {
                self.choose("参评项目无有效值", "items asked for without a value")
            }
            RemarkKind::BelowDetection => self.choose(
                "读数低于检出限，以检出限的一半参加统计",
                "readings below the detection limit: half of it enters the mean",
            ),
            RemarkKind::Undecidable => self.word(Word::Undecidable),
            RemarkKind::HighChloride => self.word(Word::HighChloride),
            RemarkKind::NaturalBackground => self.choose(
                "自然本底，计入，另列扣除后的结果",
                "natural background: counted, and the result without it is given too",
            ),
            RemarkKind::TargetLimitNotAssessed => self.word(Word::TargetLimitNotAssessed),
            RemarkKind::Reference => {
                self.choose("参考项目，不参评", "reference items, which make no class")
            }
            RemarkKind::ReferenceUndecided => self.word(Word::ReferenceUndecided),
            RemarkKind::ReferenceAsked => self.choose(
                "参考项目，按要求参评（22号不参评）",
                "reference items that were asked for; 22号 leaves them out",
            ),
            RemarkKind::NotLimited => self.word(Word::NotLimited),
            RemarkKind::NotAsked => {
                self.choose("有数据但不在参评项目内", "measured, but not among the items assessed")
            }
            RemarkKind::OrderMatters => self.choose(
                "类别因平均次序而异（月均值的平均或全部数据平均）",
                "the class depends on the order of averaging: months first, or all values",
            ),
            RemarkKind::Renormalised => self.choose(
                "参数不全，权重按现有参数归一",
                "not all five parameters: the weights are renormalised",
            ),
        }
    }
}
