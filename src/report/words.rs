//! The words of reports, Chinese and English, each once.
//!
//! Names that the standard itself prints stay with their types.

use alloc::string::{String, ToString};

use crate::assess::section::remarks::ValueRemark;
use crate::plan::goal::goal::{ControlLevel, GoalKind};
use crate::reading::time::period::Averaging;
use crate::standard::class::Class;
use crate::standard::class_set::ClassSet;
use crate::standard::item::Item;
use crate::standard::rule::{Certainty, Rule};

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
    DeterminingItems         "定类指标" "determining items";
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
    WithoutVerdict           "目标未评价" "target not assessed";
    Provisional              "暂定" "provisional";
    Pooled                   "全部数据平均" "pooled";
    None                     "—" "–";
    All                      "全部" "all";
    WithoutBackground        "扣除自然因素影响后" "without natural background";
    TargetOfFirstYear        "期初年份目标" "target of the first year";
    FiveRequired             "五项指标有缺，不定类" "one of the five items is missing: no class";
    FunctionZone             "水功能区" "function zone";
    IfProvisionalStand       "暂定结果不变时" "if provisional results stand";
    SectionsByClass          "断面水质类别" "sections by class";
    SectionsByCounty         "分县区断面" "Sections by county";
    SectionCount             "断面数" "sections";
    RowsRead                 "读取行数" "rows read";
    RowsUsed                 "使用行数" "rows used";
    RowsNotUsed              "未使用行数" "rows not used";
    RowsOfOtherYears         "其他年份行数" "rows of other years";
    RowsAfterDay             "评价日之后的行数" "rows after the day";
    SourceItemColumns        "表2、表3项目的列，有限值而此处不评价" "columns of items of Tables 2 and 3, which have limits and are not judged here";
    ColumnsPassedOver        "跳过的列" "columns passed over";
    NeededFive               "五项指标" "five items";
    NeededItems              "评价所需项目" "needed items";
    NeededWithoutValue       "无值的指标" "items without a value";
    TooFewMonths             "月数不足" "too few months";
    LastYearOfTooFew         "上年月数不足" "last year had too few months";
    Items                    "项目" "items";
    TookNoPart               "未参评项目" "Items that took no part";
    Absent                   "无有效值" "no value";
    RemarkableValues         "异常值（保留，参与统计）" "values that no water has (kept)";
    Undecidable              "检出限过高，无法判定" "detection limit too high to decide";
    NotLimited               "标准无限值" "no limit here";
    ReferenceUndecided       "参考项目，有数据但无类别" "reference item, read, without a class";
    ReferenceAsked           "按要求参评的参考项目（22号不参评）" "Reference items that were asked for (22号 leaves them out)";
    HighChloride             "高氯水体，不参评" "high chloride";
    NaturalBackground        "自然本底项目（计入，另列扣除后的结果）" "Items of natural background (counted; the results without them stand beside)";
    TargetLimitNotAssessed   "目标限值未能比较" "limit of the target not assessed";
    WorseThanLastYear        "劣于上年" "worse than last year";
    EqualToLimit             "等于限值，须低于限值" "equal to the limit, must be below";
    NoWorseThanLastYear      "不劣于上年" "no worse than last year";

    // The yearly report of a region. Numbers in braces stand for what is filled in.
    RegionTitle              "{0}{1}年水环境质量报告" "Water quality of {0} in {1}";
    Basis                    "{0}；{1}；年均值：{2}；参评项目：{3}。" "{0}; {1}; annual means: {2}; items: {3}.";
    OwnItems                 "断面另有特征项目：{0}。" "The sections' own items: {0}.";
    Summary                  "概述" "Summary";
    StateByShares            "{1}年{0}水质状况为{2}：按有水质类别的{3}个断面的类别比例评价。" "In {1} the state of {0} was {2}, by the shares of classes of the {3} sections that have one.";
    StateByMeans             "{1}年{0}水质状况为{2}，均值为{4}：断面少于5个，按{3}个断面各项目均值评价。" "In {1} the state of {0} was {2}, class {4} by the mean of each item, as for fewer than five sections; with a class: {3}.";
    MeansUndecidable         "均值因检出限过高无法判定、未参评的项目：{0}。" "Means that decide nothing, since detection limits are too high, and take no part: {0}.";
    MeansWithUndecidable     "均值中计入了检出限过高、本断面无法判定的结果（以检出限的一半计）：{0}。" "Means with half of detection limits in them that decide nothing at their sections: {0}.";
    StateMissing             "{1}年{0}水质状况无法评价：{2}。" "{0} has no state in {1}: {2}.";
    StateWithoutBackground   "扣除自然因素影响后为{0}。" "Without natural background it is {0}.";
    SharesSentence           "共{0}个断面，{1}个有水质类别：Ⅰ～Ⅲ类{2}个（{3}%），Ⅳ～Ⅴ类{4}个（{5}%），劣Ⅴ类{6}个（{7}%）。" "Sections with a class: {1} of {0}; class I–III: {2} ({3} %), class IV–V: {4} ({5} %), inferior V: {6} ({7} %).";
    MainItemsOfRegion        "主要污染指标（断面超标率）：{0}。" "Main pollution items, by the share of sections over class III: {0}.";
    MainItemsOfMeans         "主要污染指标（均值超标倍数）：{0}。" "Main pollution items, with the multiple of the mean over class III: {0}.";
    MainItemsOfSections      "各断面主要污染指标（超标倍数）：{0}。" "Main pollution items of each section, with the multiple over class III: {0}.";
    MainItemsNoneOfMeans     "各项目均值均未超过Ⅲ类。" "No mean of an item is over class III.";
    MainItemsNoneOfSections  "各断面均无超过Ⅲ类的主要污染指标。" "No section has a main pollution item: nothing is over class III.";
    MainItemsNone            "无超过Ⅲ类的主要污染指标。" "There is no main pollution item: nothing is over class III.";
    ShareOfSections          "{0}（{1}/{2}，{3}%）" "{0} ({1} of {2}, {3} %)";
    TargetsSentence          "水质目标：达标{0}个，未达标{1}个，未评价{2}个。" "Targets: {0} met, {1} missed, {2} not assessed.";
    MissedSentence           "未达标断面：{0}。" "Missed: {0}.";
    MissedSection            "{0}（目标{1}，实为{2}；{3}）" "{0} (target {1}, found {2}; {3})";
    ProvisionalSentence      "{0}个断面的结论为暂定：监测月数或{1}不足。" "Provisional sections, for want of months or of one of the {1}: {0}.";
    MonthsSentence           "本年12个月中{0}个月有监测数据。" "Months of the year with readings: {0} of 12.";
    OneYearSentence          "仅有{0}年数据，不作年际比较。" "There are readings of {0} only: no comparison of years.";
    LakesNone                "断面中无湖库。" "No section is on a lake or reservoir.";
    LakesSentence            "湖库营养状态：{0}。" "Trophic state: {0}.";
    LakeGrade                "{0}{1}（TLI {2}）" "{0} {1} (TLI {2})";
    LakesWithoutIndex        "无营养状态指数的湖库：{0}。" "Lakes without a trophic index: {0}.";
    ClassesByMonth           "断面逐月水质类别" "Classes by section and month";
    ClassesByMonthNote       "月均值先修约后比较；*：{0}有缺，该月结论为暂定；—：无数据。" "By monthly means, rounded first. An asterisk: one of the {0} has no value, so that the month is provisional. A dash: no data.";
    StateByMonth             "逐月水质状况" "State by month";
    SharesByYear             "逐年水质类别比例" "Shares of classes by year";
    Month                    "月份" "month";
    Year                     "年份" "year";
    MonthName                "{0}月" "{0}";
    WithClass                "有类别的断面" "sections with a class";
    GoodClasses              "Ⅰ～Ⅲ类" "I–III";
    MiddleClasses            "Ⅳ～Ⅴ类" "IV–V";
    CountAndShare            "{0}（{1}%）" "{0} ({1} %)";
    State                    "水质状况" "state";
    NoData                   "无数据" "no data";
    TrendOfItem              "{0}的变化趋势" "Trend of {0}";
    ChosenAsked              "{0}：按要求选取。" "{0} was asked for.";
    ChosenMain               "{0}：本区首要污染指标。" "{0} is the first main pollution item of the region.";
    ChosenMainOfSections     "{0}：以其为主要污染指标的断面最多。" "{0} is a main pollution item of the most sections.";
    ChosenDetermining        "无主要污染指标；{0}决定了最多的最差断面的类别。" "There is no main pollution item; {0} determines the class of most of the worst sections.";
    TrendNote                "秩相关系数法（Spearman）：至少5个均值，显著性水平0.05，单侧。" "Spearman's rank correlation with time: at least 5 means; significant at 0.05, one-sided.";
    TrendByMonth             "月均值趋势" "Trend by monthly means";
    TrendByYear              "年均值趋势" "Trend by annual means";
    MeansOfItem              "{0}均值（{1}）" "Means of {0} ({1})";
    MeansOfItemWithoutUnit   "{0}均值" "Means of {0}";
    Count                    "个数" "count";
    Coefficient              "秩相关系数" "rank correlation";
    Direction                "方向" "direction";
    Change                   "变化" "change";
    Significance             "判定" "decided by";
    WithTies                 "{0}；有相等均值，不偏的系数为{1}" "{0}; some means are equal, the coefficient that does not lean is {1}";
    AtOnePercent             "（0.01水平亦显著）" " (also at 0.01)";
    Limit                    "{0}限值{1}" "limit of {0}: {1}";
    TrophicState             "湖库营养状态" "Trophic state of the lakes";
    Lake                     "湖库（断面）" "lake (section)";
    LakeAsWhole              "{0}（{1}个断面平均）" "{0} (mean of {1} sections)";
    TrophicIndex             "TLI(Σ)" "TLI(Σ)";
    TrophicGrade             "营养状态" "trophic state";
    ParameterCell            "{0}（TLI {1}，权重{2}）" "{0} (TLI {1}, weight {2})";
    ParameterCellOfSections  "{0}（TLI {1}，权重{2}，{3}个断面）" "{0} (TLI {1}, weight {2}, sections: {3})";
    AsTable                  "以表格显示" "As a table";
    FewMeansNoChart          "均值少于2个的断面不作图。" "Sections with fewer than two means have no chart.";
    MissingParameters        "缺项" "missing";
    ParameterWithUnit        "{0}（{1}）" "{0} ({1})";
    Remarks                  "未评价、缺测、低于检出限、剔除与样本不足" "Not assessed, missing, below detection, left out, too few";
    Remark                   "说明" "remark";
    Rule                     "依据" "rule";
    Rules                    "评价依据" "Rules";
    RulesNote                "可靠程度：P 原文；S 二手资料；F 公布结果；K 已知但未见原文；自定 文件无规定而由本程序规定。" "Certainty: P primary text, S secondary source, F seen in published results, K known without the text at hand, ours: the documents are silent.";
    Document                 "文件" "document";
    Clause                   "条款" "clause";
    Certainty                "可靠程度" "certainty";
    FoundOf                  "{0}（{1}/{2}）" "{0} ({1} of {2})";
    Sources                  "数据来源" "Sources";
    SourceUnknown            "未注明监测数据来源。" "No source was given for the readings.";
    Input                    "输入" "Input";
    MoreFaults               "其余{0}条见程序输出的消息" "{0} more are in the messages of the program";
    SentenceSpace            "" " ";
    ListSeparator            "、" ", ";

    ProvisionalGround        "{0}（暂定：{1}个断面中{2}个、12个月中{3}个月）" "{0} (provisional: {2} of {1} sections, {3} of 12 months)";
    ProvisionalBySections    "{0}（暂定：其中{1}个断面暂定）" "{0} (provisional: as {1} of its sections are)";
    StateRuleNote            "水质状况依据{0}，{1}（{2}）。" "The state: {0}, {1} ({2}).";

    // This month beside others, and the counties of a bulletin.
    Comparisons              "本月、上月、上年同月与累计" "This month, the month before, last year, and the year to date";
    ComparisonsOfSections    "断面的比较" "The sections compared";
    ComparisonsNote          "本月为本年最后一个有监测数据的月份；变化按环办〔2011〕22号，断面按类别比较。" "This month is the last of the year with readings; changes of sections are by class.";
    NothingToCompare         "本年无有水质类别的月份，不作比较。" "No month of the year has a class: nothing is compared.";
    Compared                 "比较" "compared";
    PeriodHead               "时段" "period";
    ThisMonth                "本月" "this month";
    LastMonth                "上月" "the month before";
    LastYearsMonth           "上年同月" "the month a year ago";
    YearToDate               "本年累计" "the year to date";
    LastYearToDate           "上年同期累计" "last year to date";
    ChangeSince              "变化" "change since";
    CountiesOfBulletin       "分县区断面水质" "Sections of each county";
    OfPeriod                 "（{0}年）" "({0})";
    ItemsOver                "超标项目" "items over";

    // The table of an impact assessment.
    ImpactTitle              "地表水环境质量现状评价" "Present state of the surface water";
    ImpactBasis              "评价标准：{0}，{1}限值；标准指数法，溶解氧按{2}；低于检出限按检出限一半。" "Limits: {0}, class {1}; standard index, dissolved oxygen by {2}; below detection: half the limit.";
    ItemsWithoutLimit        "有监测值而标准对该类水体未设该类限值、不列入的项目：{0}。" "Measured, without such a limit for that water, and not in the table: {0}.";
    ImpactItem               "项目" "item";
    ImpactSamples            "样品数" "samples";
    ImpactRange              "浓度范围" "range";
    ImpactLimit              "标准限值" "limit";
    LargestIndex             "最大标准指数" "largest index";
    ExceedanceRate           "超标率（%）" "rate over (%)";
    LargestMultiple          "最大超标倍数" "largest multiple";
    RowBelow                 "低于检出限{0}个" "below detection: {0}";
    RowUndecidable           "检出限过高无法判定{0}个" "not decidable: {0}";
    RowSupersaturated        "按{1}因过饱和超标{0}个" "over by supersaturation ({1}): {0}";
    RowWithoutIndex          "无标准指数、按限值判定{0}个" "without an index, by the limit itself: {0}";
    RowNotDetected           "未检出而无检出限{0}个" "not detected without a limit: {0}";
    RowVoided                "带标识而无效{0}个" "voided by a mark: {0}";
    RowMissing               "无值{0}个" "without a value: {0}";
    RowNotRead               "未能读取{0}个" "not read: {0}";
    PrintedLimits            "报告所印限值与标准对照" "Printed limits beside the standard";
    PrintedLimit             "报告所印限值" "as printed";
    LimitOfClass             "不一致，为{0}限值" "the limit of class {0}";
    LimitOfWater             "不一致，为{0}限值" "the limit of the other water: {0}";
    PollutionIndices         "综合污染指数（非22号方法，不定水质类别）" "Comprehensive pollution index (not of 22号; it makes no class)";
    PollutionIndex           "P = ΣPᵢ/n" "P = ΣPᵢ/n";
    ItemCount                "项目数" "items";
    LoadShares               "污染负荷比" "load shares";
    LeftOut                  "未计入" "left out";

    // How sure the class is.
    PossibleClasses          "仍可能的水质类别（未检出按0至检出限，缺测月份见各列，无值的指标不计）" "Classes that remain possible (below detection: 0 to the limit; missing months: by column; items without a value: not counted)";
    PossibleClassesNow       "仍可能的水质类别（未检出按0至检出限，无值的指标不计）" "Classes that remain possible (below detection: 0 to the limit; items without a value: not counted)";
    PossibleWithoutMore      "只计未检出" "no month more";
    PossibleWithinSeen       "缺测月不超出已测范围" "missing months within those seen";
    PossibleAny              "缺测月任意取值" "missing months of any value";
    OpenItems                "未定项目（缺测月不超出已测范围）" "open items (missing months within those seen)";
    OpenItemsNow             "未定项目" "open items";
    ItemCanBe                "{0}（{1}）" "{0} ({1})";
    ClassRange               "{0}～{1}" "{0}–{1}";
    CanBeWithinSeen          "，可能为{0}" ", can be {0}";

    // The first screen of an assessment.
    PlanOfOtherYear          "注意：方案为{0}年，监测数据为{1}年：断面按{1}年有效的目标评价，任务按{0}年的时限评定。" "NOTE: plan of {0}, readings of {1}: targets of {1} for sections, days of {0} for tasks.";
    Judged                   "评价" "Judged";
    JudgedBy                 "方法" "By";
    Classes                  "结果" "Result";
    BasisOfScreen            "{0}；{1}；{2}；参评项目：{3}" "{0}; {1}; {2}; items: {3}";
    GroundOfPeriod           "{0}年：{2}个月中{1}有监测数据，{4}个断面中{3}个有水质类别" "{0}: readings in {1} of {2} months; a class for {3} of {4} sections";
    NumberRange              "{0}～{1}" "{0}–{1}";
    CountOfWhich             "{0}个月（{1}月）" "{0} (months {1})";
    CountOfMonths            "{0}个月" "{0}";
    SectionsOfClass          "{0}{1}个" "class {0}: {1}";
    OfWhichProvisional       "；其中{0}个断面暂定（监测月数、{1}或上年监测不足）" "; provisional: {0}, for want of months, {1} or last year";
    NothingHasAClass         "断面均无水质类别" "no section has a class";
    GoalsHeading             "考核目标{0}项：达标{1}项，未达标{2}项，未评价{3}项" "Goals: {0}; met {1}, missed {2}, not assessed {3}";
    GoalNow                  "{0}（{1}）：现为{2}/{3}" "{0} ({1}): now {2} of {3}";
    GoalOfOneEach            "{0}（各断面单独考核）：{1}" "{0} (one each): {1}";
    GoalOfOne                "{0}{1}/{2}" "{0} {1} of {2}";
    GoalCanBe                "，可能为{0}" ", {0} possible";
    GoalIfProvisionalStand   "，暂定结果不变时为{0}" ", {0} if provisional results stand";
    GoalWants                "；尚缺{0}" "; wants {0}";
    AsAbove                  "同上" "the same";
    WantsReadings            "{0}的监测数据" "readings of {0}";
    WantsMonths              "{0}的其余月份" "the other months of {0}";
    WantsFiveItems           "{0}五项指标中的缺项" "the missing items of the five of {0}";
    WantsNeededItems         "{0}评价所需项目中的缺项" "the missing items of {0}";
    WantsTarget              "{0}的水质目标" "a target of {0}";
    WantsLastYear            "{0}的上年监测数据" "readings of last year of {0}";
    WantsLowerLimits         "{0}检出限更低的监测数据" "readings of {0} with lower detection limits";
    WantsSourceResults       "{0}的水质结果" "results of {0}";
    WantsFlows               "{0}的日均流量" "daily flows of {0}";
    AndMore                  "{0}等{1}个" "{0} and {2} more";
    WantsOwnReadings         "监测数据" "its readings";
    WantsOwnMonths           "其余月份" "its other months";
    WantsOwnFiveItems        "五项指标中的缺项" "its missing items of the five";
    WantsOwnNeededItems      "评价所需项目中的缺项" "its missing items";
    Semicolon                "；" "; ";
    Colon                    "：" ": ";
    TimesOver                "{0}超标{1}倍" "{0} {1} times over";
    MissedHeading            "未达标断面{0}个（达标{1}个）" "Sections that miss their target: {0} (met: {1})";
    MissedHeadingOpen        "未达标断面{0}个（达标{1}个，有类别而目标未评价{2}个）" "Sections that miss their target: {0} (met: {1}; with a class, the target not assessed: {2})";
    WhatIsPossible           "；括号内的可能类别以其余月份不超出已测范围为前提" "; possible: if the other months stay within those seen";
    MissedLine               "{0}（{1}）：{2}，目标{3}，{4}" "{0} ({1}): class {2}, target {3}; {4}";
    OverHeading              "无目标而劣于Ⅲ类的断面{0}个" "Sections without a target, worse than class III: {0}";
    OverLine                 "{0}（{1}）：{2}，{3}" "{0} ({1}): class {2}; {3}";
    ProvisionalInBrackets    "（暂定）" " (provisional)";
    ProvisionalByItems       "（暂定：缺{0}）" " (provisional: without {0})";
    ProvisionalByMonths      "（暂定：{1}个月中{0}个月{2}）" " (provisional: {0} of {1} months{2})";
    ProvisionalByMonthsOf    "（暂定：{0}{1}）" " (provisional: {0}{1})";
    MoreOfThem               "另有{0}个" "and {0} more";
    WithoutClass             "无水质类别的断面：{0}" "Sections without a class: {0}";
    UndecidableOfSections    "检出限过高、无法判定而未参评：{0}" "Detection limits too high to decide, no part in the class: {0}";
    TasksHeading             "重点工作任务{0}项（截至{1}）：{2}" "Tasks: {0} (as of {1}): {2}";
    IndicatorsSameDay        "指标{0}项：{1}" "Indicators: {0} (same day): {1}";
    IndicatorsHeading        "指标{0}项（截至{1}）：{2}" "Indicators: {0} (as of {1}): {2}";
    LateTask                 "{0}：任务{1}，{2}（时限{3}；牵头单位：{4}）" "{0}: task {1}, {2} (last day {3}; leads: {4})";

    // How far a plan is.
    GoalsBeside              "水源地与生态流量目标" "Goals on sources and flows";
    MissingForGoals          "目标评定缺少" "Missing for goals";
    Source                   "水源地" "source";
    SourcesTitle             "集中式饮用水水源" "Drinking-water sources";
    TownSourcesTitle         "千吨万人饮用水水源地（仅列出，不评价）" "Sources of towns, listed and not assessed";
    Status                   "属性" "status";
    DaysCovered              "结果覆盖天数" "days covered";
    Towns                    "乡镇" "towns";
    FlowsTitle               "生态流量" "Ecological flows";
    BaseFlow                 "保障目标" "target";
    DaysOfPeriod             "天数" "days";
    DaysWithFlow             "有流量天数" "with a flow";
    DaysReaching             "达到天数" "reaching it";
    RequiredShare            "天数要求" "required";
    WorksTitle               "河湖生态缓冲带" "Buffers";
    Task                     "任务序号" "task";
    TaskTitle                "主要任务" "about";
    Tasks                    "重点工作任务" "Tasks";
    LeadUnits                "牵头单位" "leads";
    LastDay                  "最后期限" "last day";
    LatestReturn             "最近报送" "latest report";
    Standing                 "进展" "standing";
    Missing                  "缺少" "missing";
    Indicator                "指标" "indicator";
    IndicatorsTitle          "指标" "Indicators";
    IndicatorsOfTasks        "任务中的指标" "indicators in them";
    Scope                    "范围" "scope";
    InferredNote             "；* 由上下文推断，原文未写" "; * read from context, not printed";
    TargetSetBy              "由{0}确定，未给出" "set by {0}, not given";
    TriggerSets              "{0}时须{1}" "if {0}: {1}";
    ToDeliver                "须完成" "to deliver";
    InWords                  "定性" "in words";
    TargetValue              "目标值" "target";
    Aspiration               "力争" "aspiration";
    ByCounty                 "分县区进展" "By county";
    ByUnit                   "分单位进展" "By unit";
    ByCountyAndUnit          "分县区、分单位" "By county and by unit";
    UnitOfPlan               "单位" "unit";
    Role                     "职责" "role";
    ReportsNotUsed           "未使用的报送" "Reports that were not used";
    AsOf                     "截至" "as of";
    WaterQualityGoals        "水质目标" "Water quality";
    HalfYearSummary          "{0}：半年工作总结（截至{1}）" "{0}: summary of the half-year (as of {1})";
    YearEndSummary           "{0}：年度工作总结（截至{1}）" "{0}: summary of the year (as of {1})";
    TasksSentence            "重点工作任务{0}项：{1}。" "{0} tasks: {1}.";
    IndicatorsSentence       "指标{0}项：{1}。" "{0} indicators: {1}.";
}

impl Language {
    /// A word in this language.
    #[must_use]
    pub const fn word(self, word: Word) -> &'static str {
        let (chinese, english) = word.in_both();
        self.choose(chinese, english)
    }

    pub(crate) const fn choose(self, chinese: &'static str, english: &'static str) -> &'static str {
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

    /// Some classes: a run by its ends, others one by one.
    #[must_use]
    pub fn class_set(self, classes: ClassSet) -> String {
        match (classes.best(), classes.worst()) {
            (Some(best), Some(worst)) if best != worst && classes.is_one_run() => {
                // The character for class stands once, behind the second.
                let best = self.class(best).trim_end_matches('类');
                self.filled(Word::ClassRange, &[best, self.class(worst)])
            }
            (None, _) => self.word(Word::None).to_string(),
            _ => self.list(classes.iter().map(|class| self.class(class))),
        }
    }

    /// How sure a rule is: its letter, or that it is our own.
    #[must_use]
    pub const fn certainty(self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::Ours => self.choose("自定", certainty.letter()),
            _ => certainty.letter(),
        }
    }

    /// A rule with its document and clause.
    #[must_use]
    pub fn rule(self, rule: Rule) -> String {
        let (document, clause) = (rule.document(), rule.clause());
        let certainty = self.certainty(rule.certainty());
        match self {
            Self::Chinese => alloc::format!("{document}，{clause}（{certainty}）"),
            Self::English => rule.to_string(),
        }
    }

    /// What there is to remark on a value.
    #[must_use]
    pub const fn value_remark(self, remark: ValueRemark) -> &'static str {
        self.choose(remark.words_zh(), remark.words())
    }

    /// The name of a control level.
    #[must_use]
    pub const fn level(self, level: ControlLevel) -> &'static str {
        match level {
            ControlLevel::National => self.choose("国控", "national"),
            ControlLevel::Regional => self.choose("区控", "regional"),
            ControlLevel::Municipal => self.choose("市控", "municipal"),
            ControlLevel::County => self.choose("县控", "county"),
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
