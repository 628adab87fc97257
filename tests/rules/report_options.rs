//! A report computes nothing: each option that its assessments were made with reaches it.

use gb3838::lake::TrophicParameter;
use gb3838::plan::{AssessOptions, Plan, ReadingsBySection, RegionYear, RegionYearOptions};
use gb3838::region::{CountedSections, RegionMethod, RegionOptions};
use gb3838::report::{Language, RegionReport, RemarkKind, RemarkReport, SubjectKind};
use gb3838::section::PollutionItemsOptions;
use gb3838::trend::{SignificanceMethod, TrendOptions};
use gb3838::{Item, Period, Reading, Rule, Series, Year};

const ITEMS: [(Item, &str); 3] = [
    (Item::AmmoniaNitrogen, "1.2"),
    (Item::TotalPhosphorus, "0.25"),
    (Item::PermanganateIndex, "7"),
];

/// Five sections, one without readings; values grow by a unit of the last digit each month.
fn plan_and_readings() -> (Plan, ReadingsBySection) {
    let section = |name: &str| {
        format!(
            r#"{{ "name": "{name}", "level": "national", "counties": ["C"], "water": "W",
                 "water_body": "river" }}"#
        )
    };
    let names = ["A", "B", "D", "E", "F"];
    let sections = names.map(section).join(",");
    let plan = format!(
        r#"{{ "format": 1, "name": "P", "year": 2026, "items": "five", "sections": [{sections}] }}"#
    );
    let mut readings = ReadingsBySection::new();
    for name in &names[..4] {
        let mut series = Series::new();
        for month in 1..=6 {
            let day = format!("2026-{month:02}-05").parse().unwrap();
            for (item, cell) in ITEMS {
                let cell = format!("{cell}{month}");
                series.add(day, item, &Reading::parse(&cell, item).unwrap()).unwrap();
            }
        }
        readings.insert((*name).to_owned(), series);
    }
    (serde_json::from_str(&plan).unwrap(), readings)
}

fn report(options: &AssessOptions, of_region: RegionYearOptions) -> RegionReport {
    let (plan, readings) = plan_and_readings();
    let year = Year::new(2026).unwrap();
    let assess = |period: Period| plan.assess_with(&readings, &period, options).unwrap();
    let (of_year, months) = (assess(Period::year(year)), year.months().map(Period::month));
    let months: Vec<_> = months.into_iter().map(assess).collect();
    RegionReport::new("R", &RegionYear::new(&of_year, &months, &[], &of_region))
}

#[test]
fn options_of_the_region_reach_its_report() {
    let options = RegionYearOptions::DOCUMENT_22;
    let usual = report(&AssessOptions::new(), options);
    // Four sections have a class, and so means; all five are enough for shares.
    assert_eq!(usual.year.state.method, Some(RegionMethod::ItemMeans));
    let all = RegionOptions::DOCUMENT_22.with_counted(CountedSections::All);
    let of_all = report(&AssessOptions::new(), options.with_region(all));
    assert_eq!(of_all.year.state.method, Some(RegionMethod::Shares));
    assert_eq!(of_all.options.region().counted(), CountedSections::All);
    let data = serde_json::to_value(&of_all).unwrap();
    assert_eq!(data["options"]["region"]["counted"], "all");
}

#[test]
fn options_of_the_trend_reach_its_report() {
    let trend = TrendOptions::DOCUMENT_22.with_method(SignificanceMethod::AllOrders);
    let options = RegionYearOptions::DOCUMENT_22.with_trend(trend).with_item(Item::TotalPhosphorus);
    let report = report(&AssessOptions::new(), options);
    let trend = report.trend.unwrap();
    assert_eq!(trend.item, Item::TotalPhosphorus);
    assert_eq!(trend.by_month[0].method, Some(SignificanceMethod::AllOrders));
}

#[test]
fn options_of_main_pollution_items_reach_both_reports() {
    let one = PollutionItemsOptions::DOCUMENT_22.with_at_most(1);
    let options = AssessOptions::new().with_pollution_items(one);
    let usual = report(&AssessOptions::new(), RegionYearOptions::DOCUMENT_22);
    let report = report(&options, RegionYearOptions::DOCUMENT_22);
    let counts = |it: &RegionReport| {
        let means = it.year.state.main_pollution_items_of_means.len();
        (it.plan.sections[0].main_pollution_items.len(), means)
    };
    assert_eq!(counts(&usual), (3, 3));
    assert_eq!(counts(&report), (1, 1));
}

/// A remark holds its parameter as a value; a lake whose name ends as a parameter would be shown
/// keeps it.
#[test]
fn a_remark_on_a_lake_holds_its_parameter() {
    let mut report = report(&AssessOptions::new(), RegionYearOptions::DOCUMENT_22);
    let on = |lake: &str| {
        RemarkReport::new(SubjectKind::Lake, lake, RemarkKind::BelowDetection, Rule::TROPHIC_INDEX)
    };
    let (own_name, of_parameter) = ("湖 (chl-a)", TrophicParameter::ChlorophyllA);
    report.add_remark(on(own_name).with_found_of(1, 3));
    report.add_remark(on("湖").with_parameter(of_parameter).with_found_of(2, 3));
    let table = report.remark_table(Language::Chinese);
    let subjects: Vec<&str> =
        table.rows().iter().rev().take(2).map(|row| row[0].as_str()).collect();
    assert_eq!(subjects, ["湖（叶绿素a）", own_name]);
    let remarks = serde_json::to_value(&report.remarks).unwrap();
    let last: Vec<_> = remarks.as_array().unwrap().iter().rev().take(2).collect();
    assert_eq!((&last[0]["what"], &last[0]["parameter"]), (&"湖".into(), &"chl-a".into()));
    assert_eq!((&last[1]["what"], last[1].get("parameter")), (&own_name.into(), None));
}
