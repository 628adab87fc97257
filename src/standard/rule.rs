//! Where a rule is written: document, clause, and how sure we are of it.

use core::fmt;

use crate::text::padded::padded;
use crate::text::short_text::ShortText;

/// The title of a document: a number and a name in Chinese have room.
pub(crate) type Title = ShortText<95>;

/// How sure we are of a rule.
///
/// # Reference
/// Ours.
///
/// # Example
/// ```
/// use gb3838::{Certainty, Rule};
///
/// assert_eq!(Rule::TABLE_1.certainty(), Certainty::Primary);
/// assert_eq!(Certainty::Known.letter(), "K");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// P: the primary text was read.
    Primary,
    /// S: a secondary source was read.
    Secondary,
    /// F: seen in published results.
    Field,
    /// K: known, the text was not at hand; such a rule is a named option. Title and clause are
    /// then those that the rule is known under, and were not checked against a print.
    Known,
    /// Ours: the documents are silent, and this crate had to decide.
    Ours,
}

impl Certainty {
    /// The letter: `P`, `S`, `F`, `K`, or `ours`.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Primary => "P",
            Self::Secondary => "S",
            Self::Field => "F",
            Self::Known => "K",
            Self::Ours => "ours",
        }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.letter())
    }
}

/// The document and clause behind a decision.
///
/// Results name the rule that made them, so that an official can answer "why".
///
/// Where no document was seen or is known by name, the document is `原文未见` (text not seen)
/// and the clause is what the rule is called. A rule of ours names `gb3838`, or the table that
/// it fills a gap of. Reports of many places and months stand under the name of their kind.
///
/// # Example
/// ```
/// use gb3838::Rule;
///
/// assert_eq!(Rule::SINGLE_FACTOR.to_string(), "环办〔2011〕22号, 单因子评价法 (S)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "依据")]
pub struct Rule {
    document: Title,
    clause: &'static str,
    certainty: Certainty,
}

impl Rule {
    /// A rule of a constant of this file; a title too long for its room fails the build.
    #[expect(clippy::panic, reason = "reached in constants alone, where it stops the build")]
    const fn new(document: &str, clause: &'static str, certainty: Certainty) -> Self {
        match Title::new(document) {
            Some(document) => Self { document, clause, certainty },
            None => panic!("the title of a document has no room"),
        }
    }

    /// A limit of a local document, by the caller's word.
    pub(crate) const fn local(document: Title) -> Self {
        Self { document, clause: "地方标准限值", certainty: Known }
    }

    /// A limit of an edition of the caller's, by the caller's word.
    pub(crate) const fn own(document: Title) -> Self {
        Self { document, clause: "标准限值", certainty: Known }
    }

    /// The document.
    #[must_use]
    pub const fn document(&self) -> &str {
        self.document.as_str()
    }

    /// The clause, table or name of the rule in it.
    #[must_use]
    pub const fn clause(&self) -> &'static str {
        self.clause
    }

    /// How sure we are of it.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Rule {
    /// `document`, `clause`, and `certainty` by its letter.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut rule = serializer.serialize_struct("Rule", 3)?;
        rule.serialize_field("document", self.document())?;
        rule.serialize_field("clause", self.clause())?;
        rule.serialize_field("certainty", self.certainty().letter())?;
        rule.end()
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, fmt::Alignment::Left, |out| {
            write!(out, "{}, {} ({})", self.document(), self.clause, self.certainty)
        })
    }
}

use Certainty::{Field, Known, Ours, Primary, Secondary};

/// The rules that results refer to.
impl Rule {
    /// The limits of the 24 basic items.
    pub const TABLE_1: Self = Self::new("GB 3838-2002", "表1", Primary);
    /// A local limit stricter than that of the national standard, whose document was not named.
    pub const STRICTER_LOCAL_LIMIT: Self = Self::new("生态环境法典", "第69条 地方标准", Primary);
    /// A local limit of an item that the national standard does not limit here, whose document
    /// was not named.
    pub const ADDED_LOCAL_LIMIT: Self = Self::new("GB 3838-2002", "7.3 地方补充标准", Primary);
    /// A section's class is that of its worst item.
    pub const SINGLE_FACTOR: Self = Self::new("环办〔2011〕22号", "单因子评价法", Secondary);
    /// The 21 items that are assessed; the other three are reference items.
    pub const ASSESSED_ITEMS: Self = Self::new("环办〔2011〕22号", "评价指标", Secondary);
    /// A reference item that was asked for takes part, although 22号 leaves it out.
    ///
    /// Shanghai and Zhenjiang count total nitrogen, in rivers by the limits of lakes (F).
    pub const REFERENCE_ITEM_ASKED: Self =
        Self::new("原文未见", "总氮等参考指标参评（22号不参评）", Field);
    /// The five items of every section and the section's own.
    pub const FIVE_PLUS_X: Self = Self::new("环办监测函〔2020〕714号", "5+X", Secondary);
    /// Main pollution items of a section.
    pub const MAIN_POLLUTION_ITEMS: Self = Self::new("环办〔2011〕22号", "主要污染指标", Secondary);
    /// Half the detection limit enters statistics.
    pub const HALF_DETECTION_LIMIT: Self = Self::new("环办监测函〔2020〕82号", "第7点", Secondary);
    /// A non-detect proves no exceedance.
    pub const UNDECIDABLE: Self = Self::new("GB 3838-2002", "表4–表6 最低检出限", Ours);
    /// Any letter mark but L voids a value.
    pub const VOIDED_BY_MARK: Self = Self::new("自动站时段报表", "数据标识", Field);
    /// Values that no water has are kept and named.
    pub const VALUES_KEPT: Self = Self::new("gb3838", "异常值保留并注明", Ours);
    /// −1 means not monitored.
    pub const NOT_MONITORED: Self = Self::new("环办监测函〔2020〕82号", "-1 未监测", Secondary);
    /// An item without a value takes no part.
    pub const ABSENT_ITEM: Self =
        Self::new("国家地表水水质自动监测实时数据", "缺测指标不参评", Field);
    /// Without one of the five items there is no class, where that is asked for.
    pub const FIVE_REQUIRED: Self =
        Self::new("国家地表水水质自动监测数据2021—2023年", "五项缺测不定类", Field);
    /// Dichromate COD cannot be judged in water of high chloride.
    ///
    /// The method holds up to 1 000 mg/L of chloride, after dilution (S); it took the place of
    /// GB 11914-89 in GB 3838-2002, Table 4 (P). What was measured by HJ 70-2025, which corrects
    /// for chloride, needs no exemption. No rule was found for when a section is excepted: the
    /// caller says so.
    pub const HIGH_CHLORIDE: Self = Self::new("HJ 828-2017", "1 适用范围 氯离子", Secondary);
    /// Year and quarter average monthly means.
    pub const MEAN_OF_MONTHS: Self = Self::new("环办监测函〔2020〕82号", "年均值", Known);
    /// A station's period report averages all valid values.
    pub const POOLED_MEAN: Self = Self::new("自动站时段报表", "平均值", Field);
    /// pH is averaged as hydrogen-ion concentration.
    pub const PH_BY_HYDROGEN_ION: Self = Self::new("环办监测函〔2020〕82号", "pH 均值", Secondary);
    /// A lake is averaged over time at each point, then over its points.
    pub const LAKE_POINTS: Self = Self::new("环办〔2011〕22号", "湖库多点位均值", Secondary);
    /// A month needs one sample, a quarter two.
    pub const SUFFICIENT_SAMPLES: Self = Self::new("环办监测函〔2020〕82号", "监测频次", Secondary);
    /// A year needs twelve monthly means, eight where ice or drought prevents sampling.
    pub const SUFFICIENT_MONTHS: Self =
        Self::new("环办监测函〔2020〕82号", "年均值 12 个月", Known);
    /// A target is met by a class no worse.
    pub const TARGET_CLASS: Self =
        Self::new("静安区2024年2月地表水考核断面水质监测结果及评价表", "达标情况", Secondary);
    /// Natural background: the share is given twice.
    pub const NATURAL_BACKGROUND: Self =
        Self::new("生态环境部2022年1—9月地表水环境质量状况", "扣除自然因素影响后", Field);
    /// A published share is compared at its published precision.
    pub const PUBLISHED_PRECISION: Self =
        Self::new("广西2019年10月水环境质量月报", "优良比例目标", Field);
    /// A share is compared exactly: targets of 0 and 100 percent by counts, whole numbers in full.
    pub const EXACT_SHARE: Self = Self::new("gb3838", "比例按个数比较", Ours);
    /// A goal holds only if it holds for every outcome of the members not known.
    pub const EVERY_OUTCOME: Self = Self::new("gb3838", "目标判定上下界", Ours);
    /// The mean of single indices with load shares; it makes no class.
    pub const POLLUTION_INDEX: Self = Self::new("综合污染指数（非22号方法）", "ΣPᵢ/n", Known);
    /// A class is certain only where no result below detection and no missing month can change it.
    pub const POSSIBLE_CLASSES: Self = Self::new("gb3838", "未检出与缺测月份下的可能类别", Ours);
    /// Numbers of a plan are held against what is reported; a rate counts as of the last day.
    pub const REPORTED_VALUES: Self = Self::new("gb3838", "指标按报送值与时限评定", Ours);
    /// Items of Table 1 reach class III at a drinking-water source, or its own target.
    ///
    /// Class III is what bulletins ask (S); GB 3838-2002, 3 (P) has class II for first-level
    /// protection zones and III for second-level ones.
    pub const SOURCE_TARGET: Self = Self::new("集中式饮用水水源水质月报", "Ⅲ类", Secondary);
    /// The items of Tables 2 and 3 keep to one limit each.
    pub const TABLES_2_AND_3: Self = Self::new("GB 3838-2002", "表2、表3", Primary);
    /// Lists of 61 and 62 items, each month.
    pub const MONTHLY_SOURCE_LIST: Self =
        Self::new("集中式饮用水水源水质月报", "61项、62项", Secondary);
    /// All 109 items, each year.
    pub const YEARLY_SOURCE_LIST: Self =
        Self::new("集中式饮用水水源水质监测", "109项全分析", Known);
    /// Exceedances of geological origin are no failures; both results are given.
    pub const GEOLOGICAL_EXEMPTION: Self =
        Self::new("亳州市环境质量月报2022年7月", "地质原因", Field);
    /// Pass rate of sources by number and by volume.
    pub const SOURCE_PASS_RATE: Self = Self::new("集中式饮用水水源水质月报", "达标率", Secondary);
    /// Pass rates count sources in use; backup and planned ones are listed.
    pub const SOURCES_IN_USE: Self = Self::new("gb3838", "达标率计在用水源", Ours);
    /// The limits of the 39 regular items of ground water.
    pub const GROUND_WATER_TABLE_1: Self = Self::new("GB/T 14848-2017", "表1", Secondary);
    /// Ground water has the class of its worst item, which is named.
    pub const GROUND_WATER_OVERALL: Self = Self::new("GB/T 14848-2017", "6.3", Secondary);
    /// A function zone is judged by the mean of the year.
    pub const ZONE_ANNUAL_MEAN: Self =
        Self::new("省水功能区年度评价表2019", "均值法评价", Secondary);
    /// A function zone is judged by how often it met its target; that 80 % are enough is K.
    pub const ZONE_FREQUENCY: Self =
        Self::new("省水功能区年度评价表2019", "频次法评价 年度达标率", Secondary);
    /// A function zone is judged by the permanganate index (or COD) and ammonia nitrogen.
    pub const ZONE_PAIR: Self = Self::new("省水功能区年度评价表2019", "双指标评价", Secondary);
    /// A river zone dry for six months or more in a row is not counted.
    pub const ZONE_DRY: Self =
        Self::new("省水功能区年度评价表2019", "连续断流6个月以上（含）河流型", Secondary);
    /// A drainage-control zone without a target is not counted.
    pub const ZONE_DRAINAGE_CONTROL: Self =
        Self::new("SL 395-2007", "排污控制区无目标不参评", Known);
    /// The index of a city: indices of mean values, summed over the items.
    pub const CITY_INDEX: Self =
        Self::new("城市地表水环境质量排名技术规定（试行）2017", "城市水质指数 CWQI", Secondary);
    /// Rivers and lakes of a city, weighted by sections and points.
    pub const CITY_WEIGHTS: Self =
        Self::new("城市地表水环境质量排名技术规定（试行）2017", "河流与湖库加权", Known);
    /// The mean pH of a city's sections enters its index rounded.
    pub const CITY_MEAN_PH: Self = Self::new("gb3838", "城市水质指数 pH 均值修约", Ours);
    /// Cities by the change of their index; some are left out.
    pub const CITY_CHANGE: Self =
        Self::new("城市地表水环境质量排名技术规定（试行）2017", "变化程度排名", Secondary);
    /// The standard index of impact assessment.
    pub const STANDARD_INDEX: Self = Self::new("HJ 2.3-2018", "水质指数法", Known);
    /// The standard index of dissolved oxygen in its older form.
    pub const OXYGEN_INDEX_1993: Self = Self::new("HJ/T 2.3-93", "标准指数法 溶解氧", Secondary);
    /// Dissolved oxygen at saturation, from temperature and salinity.
    pub const OXYGEN_SATURATION: Self = Self::new("HJ 2.3-2018", "饱和溶解氧", Known);
    /// Urban black-odorous water: one reading.
    ///
    /// 城市黑臭水体整治工作指南; table, title and number were read at second hand (S).
    pub const BLACK_ODOROUS: Self = Self::new("建城〔2015〕130号", "分级标准", Secondary);
    /// Urban black-odorous water: points, stretches, whole bodies.
    ///
    /// 城市黑臭水体整治工作指南; the wording was read at second hand (S).
    pub const BLACK_ODOROUS_EXTENT: Self = Self::new("建城〔2015〕130号", "分级认定", Secondary);
    /// Rural black-odorous water: the guide of 2019, revised 2023 and published 2024. Its title
    /// was read at second hand (S); the bounds are K.
    pub const BLACK_ODOROUS_RURAL: Self =
        Self::new("农村黑臭水体治理工作指南（修订）", "识别标准", Known);
    /// Flood-season pollution intensity: greatest concentration over the target limit.
    pub const FLOOD_SEASON_INTENSITY: Self =
        Self::new("汛期污染强度通报", "最大浓度与目标限值之比", Field);
    /// Ecological base flow: the share of days that reach it.
    pub const ECOLOGICAL_BASE_FLOW: Self = Self::new("原文未见", "生态基流日均流量达标率", Known);
    /// Fewer than five sections: the mean of each item over them.
    pub const REGION_ITEM_MEANS: Self = Self::new("环办〔2011〕22号", "断面总数少于5个", Secondary);
    /// Five sections or more: shares of classes.
    pub const REGION_SHARES: Self = Self::new("环办〔2011〕22号", "断面水质类别比例法", Secondary);
    /// Class I–III of 60 percent with inferior V of 40 is in no row: heavily polluted.
    pub const REGION_GAP: Self = Self::new("gb3838", "Ⅰ～Ⅲ类60%、劣Ⅴ类40%按重度污染", Ours);
    /// The trophic level index.
    ///
    /// 22号 names the method (S). The title 湖泊（水库）富营养化评价方法, under which its formulas
    /// are handed on, is K.
    pub const TROPHIC_INDEX: Self = Self::new("环办〔2011〕22号", "综合营养状态指数法", Secondary);
    /// The weights of a subset of its parameters are renormalised.
    pub const TROPHIC_SUBSET: Self = Self::new("gb3838", "缺项时权重归一", Ours);
    /// Change of a group by level of quality; that the document has it is K.
    pub const CHANGE_BY_LEVEL: Self = Self::new("环办〔2011〕22号", "按水质状况等级变化", Known);
    /// Change of a group by shares of classes; that the document has it is K.
    pub const CHANGE_BY_SHARES: Self = Self::new("环办〔2011〕22号", "按组合类别比例法", Known);
    /// The stronger of the two verdicts on a change.
    pub const CHANGE_STRONGER: Self =
        Self::new("河北省环境状况公报2015", "两种方法取变化较大者", Field);
    /// Spearman's rank correlation with time; that the document has it is K.
    pub const TREND: Self = Self::new("环办〔2011〕22号", "秩相关系数法", Known);
    /// Critical values of the rank correlation, as printed.
    pub const TREND_TABLE: Self = Self::new("环办〔2011〕22号", "秩相关系数临界值", Known);
    /// Significance among all orders of the same ranks.
    pub const TREND_ALL_ORDERS: Self = Self::new("gb3838", "秩的全排列", Ours);
    /// Significance by Student's t, an approximation.
    pub const TREND_STUDENT_T: Self = Self::new("gb3838", "t 分布近似", Ours);
}
