//! The sections of a year as plain data: what `--json` writes.

use gb3838::report::{PossibleReport, ProvisionalReport};
use gb3838::section::ValueRemark;
use gb3838::target::{Outlook, TargetJudgement};
use gb3838::{
    Averaging, Item, ItemSet, Rule, SectionAssessment, Sufficiency, Target, WaterBody, Year,
};

use crate::annual::items::{self, ItemCounts};
use crate::annual::judged::{Judge, ZoneVerdict};
use crate::annual::tables;
use crate::readings::remarked::Remarked;
use crate::samples::of_year::OfYear;
use crate::table::fault::Fault;
use crate::table::states::NotNormal;

/// All that is said of a year.
#[derive(serde::Serialize)]
pub(crate) struct Data<'a> {
    /// The version of this form: 1.
    format: u8,
    /// The title of the plan.
    plan: Option<&'a str>,
    year: Year,
    averaging: Averaging,
    /// The rule behind the order of means.
    averaging_rule: Rule,
    sections: Vec<SectionData<'a>>,
    /// What is still to come, where it was asked for: months, or samples of pooled means.
    open: Option<u32>,
    /// The readings of the year that no water has; they are kept in the means.
    reading_remarks: Vec<Remarked<'a>>,
    /// How many they are; not all are listed.
    reading_remark_count: u64,
    input: Input<'a>,
}

/// One section.
#[derive(serde::Serialize)]
struct SectionData<'a> {
    name: &'a str,
    water_body: WaterBody,
    /// The items that were to take part.
    items: ItemSet,
    /// Class, limits, compared values and rules; `null` where a mean has no exact form.
    assessment: Option<Box<SectionAssessment>>,
    target: Option<Target>,
    judgement: TargetJudgement,
    /// The verdict without natural background, where any is exempted.
    judgement_without_background: Option<TargetJudgement>,
    /// The target of the function zone and the verdict on it, where the plan has one.
    function_zone: Option<ZoneVerdict>,
    /// What class and verdict rest on: of the items that make the class, and of those that miss the
    /// target; `null` where there are none. The months are what was found.
    sufficiency: Option<Sufficiency>,
    months: Option<u32>,
    provisional: bool,
    /// Why, where it is.
    provisional_by: Option<ProvisionalReport>,
    /// Of each item with a column: values, those below detection, cells and points without.
    counts: Vec<ItemCounts<'a>>,
    mean_remarks: Vec<MeanRemarkData>,
    possible: Vec<PossibleReport>,
    /// Why it is not known what is possible, where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    possible_not_worked_out: Option<String>,
    /// What the rest of the year must bring, where it was asked for.
    outlook: Option<Outlook>,
}

/// What there is to remark on a mean.
#[derive(serde::Serialize)]
struct MeanRemarkData {
    item: Item,
    remark: ValueRemark,
}

/// What became of the rows and columns.
#[derive(serde::Serialize)]
struct Input<'a> {
    /// Rows that were read, of any year.
    rows: u64,
    /// Rows of the year that were used.
    used: u64,
    years: Vec<YearRows>,
    passed_over: &'a [String],
    /// Those of them that hold items of Tables 2 and 3, which have limits of their own.
    source_items: &'a [String],
    not_normal: NotNormal,
    /// The first rows that are known to hold no readings, and how many they are.
    left_out: &'a [Fault],
    left_out_count: u64,
    /// The first findings on what could not be used, and how many they are.
    faults: &'a [Fault],
    fault_count: u64,
}

#[derive(serde::Serialize)]
struct YearRows {
    year: Year,
    rows: u64,
    assessed: bool,
}

/// The year of a judge as plain data.
///
/// # Errors
/// When an outlook has no exact form.
pub(crate) fn of<'a>(judge: &Judge<'a>, of_year: &'a OfYear) -> Result<Data<'a>, String> {
    let (arguments, samples) = (judge.arguments, judge.samples);
    let asked = arguments.outlook.is_some();
    let mut sections = Vec::new();
    for (name, points) in tables::sections(judge, of_year) {
        let judged = judge.judge(name, &points);
        let possible = judged.assessment.as_ref();
        let possible = possible.map(|section| judge.possible(section, of_year, &points));
        let (possible, not_worked_out) = match possible {
            None => (Vec::new(), None),
            Some(Ok(possible)) => (possible, None),
            Some(Err(error)) => (Vec::new(), Some(error.to_string())),
        };
        let outlook = if asked { judge.outlook(name, &judged, of_year, &points)? } else { None };
        let remarks = judged.assessment.iter().flat_map(|section| section.remarks());
        let mean_remarks = remarks.map(|(item, remark)| MeanRemarkData { item, remark }).collect();
        let classifier = judge.classifier(name);
        sections.push(SectionData {
            name,
            water_body: classifier.body(),
            items: judged
                .assessment
                .as_deref()
                .map_or(classifier.items(), SectionAssessment::asked),
            sufficiency: judged.sufficiency(),
            months: judged.sufficiency().map(|found| found.found()),
            provisional: judged.provisional,
            provisional_by: judged.provisional_by(),
            assessment: judged.assessment,
            target: judged.target,
            judgement: judged.judgement,
            judgement_without_background: judged.without_background,
            function_zone: judged.function_zone,
            counts: items::counts(judge, of_year, &points),
            mean_remarks,
            possible,
            possible_not_worked_out: not_worked_out,
            outlook,
        });
    }
    let years = samples.years.iter();
    let years = years.map(|(year, it)| (*year, it.rows, *year == judge.year));
    Ok(Data {
        format: 1,
        plan: judge.plan.map(|plan| plan.name.as_str()),
        year: judge.year,
        averaging: judge.averaging(),
        averaging_rule: judge.averaging().rule(),
        sections,
        open: asked.then(|| judge.open(of_year)),
        reading_remarks: of_year.remarked.named(&samples.names).collect(),
        reading_remark_count: of_year.remarked.count(),
        input: Input {
            rows: samples.rows,
            used: samples.used_in(judge.year),
            years: years.map(|(year, rows, assessed)| YearRows { year, rows, assessed }).collect(),
            passed_over: &samples.passed_over,
            source_items: &samples.source_items,
            not_normal: samples.states.not_normal,
            left_out: &samples.listed[0],
            left_out_count: samples.left_out,
            faults: &samples.listed[1],
            fault_count: samples.faults,
        },
    })
}
