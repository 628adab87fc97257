//! Why results are provisional, in words: the five are named where a class waits for the five, and
//! the needed items where it waits for others.

use gb3838::{
    Date, Item, Period, Reading, Series, Year,
    plan::{Plan, ReadingsBySection, RegionYear, RegionYearOptions, Returns},
    report::{Language, Overview, RegionReport},
};
use serde_json::json;

use Language::{Chinese, English};

/// Two sections with five items in all months of 2026, and neither phosphorus nor copper; a goal on
/// both, and one on the first.
fn plan_and_readings(items: &str) -> (Plan, ReadingsBySection) {
    let section = |name: &str| {
        json!({ "name": name, "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "targets": [{ "from": 2020, "class": "III" }] })
    };
    let goal = |id: &str, names: &[&str]| json!({ "id": id, "kind": "all_meet_targets", "selector": { "sections": names } });
    let plan = json!({ "format": 1, "name": "P", "year": 2026, "items": items,
        "goals": [goal("both", &["A", "B"]), goal("one", &["A"])],
        "sections": [section("A"), section("B")] });
    let mut series = Series::new();
    for month in 1..=12 {
        for (item, cell) in [
            (Item::Ph, "7"),
            (Item::DissolvedOxygen, "8"),
            (Item::PermanganateIndex, "3"),
            (Item::AmmoniaNitrogen, "0.3"),
            (Item::Fluoride, "0.5"),
        ] {
            let day = Date::new(2026, month, 5).unwrap();
            series.add(day, item, &Reading::parse(cell, item).unwrap()).unwrap();
        }
    }
    let readings = ["A", "B"].map(|name| (name.to_owned(), series.clone()));
    (serde_json::from_value(plan).unwrap(), ReadingsBySection::from(readings))
}

struct Said {
    screen: [String; 2],
    region: RegionReport,
}

fn said(items: &str) -> Said {
    let (plan, readings) = plan_and_readings(items);
    let assess = |period: Period| plan.assess(&readings, &period).unwrap();
    let year = Year::new(2026).unwrap();
    let (of_year, months) = (assess(Period::year(year)), year.months().map(Period::month));
    let months: Vec<_> = months.into_iter().map(assess).collect();
    let reported = Returns::default();
    let progress = plan.progress(&reported, Date::new(2026, 12, 31).unwrap()).unwrap();
    let progress = progress.with_sections(&of_year);
    let overview = Overview::new(&of_year, &progress, &readings);
    let screen = [Chinese, English].map(|language| overview.lines(language, 200, &[]).join("\n"));
    let waters = RegionYear::new(&of_year, &months, &[], &RegionYearOptions::DOCUMENT_22);
    Said { screen, region: RegionReport::new("R", &waters) }
}

/// What the summary, the note on the months and the remarks say.
fn holds(said: &Said, language: Language, [sentence, note, remark]: [&str; 3]) {
    let summary = said.region.summary(language).concat();
    assert!(summary.contains(sentence), "{summary}");
    assert!(said.region.month_class_note(language).contains(note));
    let words: Vec<_> = said.region.remarks.iter().map(|it| language.remark(it.kind)).collect();
    assert!(words.contains(&remark), "{words:?}");
}

#[test]
fn the_five_are_named_where_they_are_asked_for() {
    for items in ["five", "assessed", "pH,DO,CODMn,NH3-N,TP,F-"] {
        let said = said(items);
        let [chinese, english] = &said.screen;
        assert!(chinese.contains("2个断面暂定（监测月数、五项指标或上年监测不足）"), "{chinese}");
        assert!(chinese.contains("A等2个五项指标中的缺项"), "{chinese}");
        assert!(chinese.contains("；尚缺五项指标中的缺项"), "{chinese}");
        assert!(english.contains("for want of months, five items or last year"), "{english}");
        assert!(english.contains("wants its missing items of the five"), "{english}");
        let remark = "五项指标缺项，结论为暂定";
        let sentence = "2个断面的结论为暂定：监测月数或五项指标不足。";
        holds(&said, Chinese, [sentence, "*：五项指标有缺，该月结论为暂定", remark]);
        let sentence = "Provisional sections, for want of months or of one of the five items: 2.";
        let note = "An asterisk: one of the five items has no value,";
        let remark = "one of the five items has no value: the result is provisional";
        holds(&said, English, [sentence, note, remark]);
    }
}

/// Phosphorus and fluoride were asked for, so a class waits for phosphorus; fluoride and copper, for
/// both.
#[test]
fn other_items_are_said_to_be_needed() {
    for (items, chinese_names, english_names) in
        [("TP,F-", "总磷", "TP"), ("F-,Cu", "铜、氟化物", "Cu, F-")]
    {
        let said = said(items);
        let [chinese, english] = &said.screen;
        assert!(
            chinese.contains("2个断面暂定（监测月数、评价所需项目或上年监测不足）"),
            "{chinese}"
        );
        assert!(chinese.contains("A等2个评价所需项目中的缺项"), "{chinese}");
        assert!(chinese.contains("；尚缺评价所需项目中的缺项"), "{chinese}");
        assert!(english.contains("for want of months, needed items or last year"), "{english}");
        assert!(english.contains("wants its missing items"), "{english}");
        assert!(!chinese.contains("五项") && !english.contains("five"), "{chinese}\n{english}");
        let sentence =
            format!("2个断面的结论为暂定：监测月数或评价所需项目（{chinese_names}）不足。");
        let note = format!("*：评价所需项目（{chinese_names}）有缺，该月结论为暂定");
        holds(&said, Chinese, [&sentence, &note, "评价所需项目缺项，结论为暂定"]);
        let sentence = format!(
            "Provisional sections, for want of months or of one of the needed items \
             ({english_names}): 2."
        );
        let note = format!("one of the needed items ({english_names}) has no value,");
        let remark = "one of the needed items has no value: the result is provisional";
        holds(&said, English, [&sentence, &note, remark]);
    }
}

/// A target that limits the nitrogen of a river alone waits for nitrogen, and not for the phosphorus
/// that the class waits for.
#[test]
fn a_goal_on_limits_of_single_items_waits_for_them() {
    let goal = |id: &str, kind: &str, bound: serde_json::Value| json!({ "id": id, "kind": kind, "selector": { "sections": ["A"] }, "bound": bound });
    let plan = json!({ "format": 1, "name": "P", "year": 2026, "items": "F-,TP",
        "goals": [
            goal("verdict", "all_meet_targets", json!(null)),
            goal("class", "share_I_to_III", json!({ "at_least": "100" }))
        ],
        "sections": [{ "name": "A", "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river",
            "targets": [{ "from": 2020, "limits": [{ "item": "TN", "bound": { "at_most": "1.5" } }] }] }] });
    let plan: Plan = serde_json::from_value(plan).unwrap();
    for (months, wanted) in [(0, "readings"), (6, "other months")] {
        let mut series = Series::new();
        for month in 1..=12 {
            let day = Date::new(2026, month, 5).unwrap();
            let mut add = |item: Item, cell: &str| {
                series.add(day, item, &Reading::parse(cell, item).unwrap()).unwrap();
            };
            add(Item::Fluoride, "0.5");
            if month <= months {
                add(Item::TotalNitrogen, "1.2");
            }
        }
        let readings = ReadingsBySection::from([("A".to_owned(), series)]);
        let of_year = plan.assess(&readings, &Period::year(Year::new(2026).unwrap())).unwrap();
        let reported = Returns::default();
        let progress = plan.progress(&reported, Date::new(2026, 12, 31).unwrap()).unwrap();
        let progress = progress.with_sections(&of_year);
        let screen = Overview::new(&of_year, &progress, &readings).lines(English, 200, &[]);
        let wants = |part: &str| {
            let line = screen.iter().find(|line| line.contains(part));
            line.unwrap_or_else(|| panic!("{screen:?}")).clone()
        };
        assert!(wants("its target").contains(&format!("wants its {wanted}")), "{screen:?}");
        assert!(wants("I–III").contains("wants its missing items"), "{screen:?}");
    }
}
