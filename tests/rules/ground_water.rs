//! Ground water: classes of its own, words for limits, the worst class with its items.

use std::collections::BTreeMap;

use gb3838::{
    Comparison, Missing, NotAssessed, Notation, Reading, Rule, Verdict,
    ground_water::{
        GroundWaterAssessment, GroundWaterClass, GroundWaterGrade, GroundWaterItem,
        GroundWaterJudgement, GroundWaterReading, GroundWaterSource,
    },
};

use crate::make::number;

use GroundWaterItem as Item;

fn cells(cells: &[(&str, &str)]) -> BTreeMap<Item, GroundWaterReading> {
    let read = |(name, cell): &(&str, &str)| {
        let item: Item = name.parse().unwrap();
        (item, Notation::new().parse_ground_water(cell, item).unwrap())
    };
    cells.iter().map(read).collect()
}

fn assess(source: &GroundWaterSource, readings: &[(&str, &str)]) -> GroundWaterAssessment {
    source.assess(&cells(readings)).unwrap()
}

fn plain(readings: &[(&str, &str)]) -> GroundWaterAssessment {
    assess(&GroundWaterSource::new(), readings)
}

fn grade(item: Item, value: &str) -> String {
    item.class_of(number(value)).unwrap().to_string()
}

fn judged(item: Item, cell: &str, against: GroundWaterClass) -> GroundWaterJudgement {
    let reading = Notation::new().parse_ground_water(cell, item).unwrap();
    item.judge(&reading, against).unwrap()
}

/// 从优不从劣; beyond class IV is class V, and there is no inferior V.
#[test]
fn equal_limits_give_the_better_class_and_the_last_class_is_v() {
    assert_eq!(grade(Item::Turbidity, "3"), "I");
    assert_eq!(grade(Item::Turbidity, "3.01"), "IV");
    assert_eq!(grade(Item::TotalHardness, "650"), "IV");
    assert_eq!(grade(Item::TotalHardness, "6500"), "V");
    for text in ["劣V", "劣Ⅴ类", "inferior_V", "6"] {
        assert!(text.parse::<GroundWaterClass>().is_err(), "{text}");
    }
}

/// Class IV of pH lies on both sides of classes I to III: 5.5≤pH<6.5 or 8.5<pH≤9.0.
#[test]
fn acidity_has_two_steps() {
    let steps = [
        ("5.49", "V"),
        ("5.5", "IV"),
        ("6.49", "IV"),
        ("6.5", "I"),
        ("8.5", "I"),
        ("8.51", "IV"),
        ("9.0", "IV"),
        ("9.01", "V"),
    ];
    for (value, class) in steps {
        assert_eq!(grade(Item::Ph, value), class, "{value}");
    }
    assert!(Item::Ph.class_of(number("14.1")).is_err());
}

/// The full value is compared: no decimals are named, so nothing is rounded first.
#[test]
fn nothing_is_rounded_before_comparison() {
    assert_eq!(grade(Item::AmmoniaNitrogen, "0.5000001"), "IV");
    assert_eq!(plain(&[("氨氮", "0.5")]).comparison(), Comparison::FullValue);
}

/// 无 for classes I to IV, 有 for class V; a word is no number and a number no word.
#[test]
fn limits_in_words() {
    assert_eq!(plain(&[("嗅和味", "无")]).class(), Some(GroundWaterClass::I));
    let seen = plain(&[("肉眼可见物", "有"), ("铁", "0.2")]);
    assert_eq!(seen.class(), Some(GroundWaterClass::V));
    assert_eq!(seen.determining(), [Item::VisibleMatter]);
    assert_eq!(seen.failing()[0].multiple(), None);
    let handmade = GroundWaterReading::Number(Reading::Value(number("1")));
    let error = Item::VisibleMatter.judge(&handmade, GroundWaterClass::III).unwrap_err();
    assert!(error.to_string().contains("\"1\""), "{error}");
    let error = Item::Iron.judge(&GroundWaterReading::Seen, GroundWaterClass::III).unwrap_err();
    assert!(error.to_string().contains("有"), "{error}");
    // "--" is no value of either kind.
    assert_eq!(
        judged(Item::VisibleMatter, "--", GroundWaterClass::III),
        GroundWaterJudgement::Absent(Missing::Dash)
    );
}

/// Anionic surfactants: class I is 不得检出, not detected.
#[test]
fn not_detected_is_class_i_of_surfactants() {
    assert_eq!(grade(Item::AnionicSurfactants, "0"), "I");
    assert_eq!(grade(Item::AnionicSurfactants, "0.01"), "II");
    let below = judged(Item::AnionicSurfactants, "0.05L", GroundWaterClass::III);
    assert_eq!(below.grade(), Some(GroundWaterGrade::Class(GroundWaterClass::I)));
    let strict = judged(Item::AnionicSurfactants, "0.05L", GroundWaterClass::I);
    assert_eq!(strict.grade(), Some(GroundWaterGrade::Class(GroundWaterClass::I)));
    // The word itself needs no detection limit; of other items there is nothing to halve.
    let word = judged(Item::AnionicSurfactants, "未检出", GroundWaterClass::III);
    assert_eq!(word.grade(), Some(GroundWaterGrade::Class(GroundWaterClass::I)));
    let coliforms = judged(Item::TotalColiforms, "未检出", GroundWaterClass::III);
    assert_eq!(coliforms, GroundWaterJudgement::Absent(Missing::NotDetected));
    // Half of 0.8 exceeds class III: a coarse method proves nothing, not class I either.
    let coarse = judged(Item::AnionicSurfactants, "0.8L", GroundWaterClass::III);
    assert!(matches!(coarse, GroundWaterJudgement::Undecidable { .. }));
}

/// A result below a detection limit is classed by half of it, and proves no exceedance.
#[test]
fn below_a_detection_limit() {
    let benzene = |cell| judged(Item::Benzene, cell, GroundWaterClass::III);
    assert_eq!(benzene("1.4L").grade(), Some(GroundWaterGrade::Class(GroundWaterClass::II)));
    assert_eq!(benzene("20L").grade(), Some(GroundWaterGrade::Class(GroundWaterClass::III)));
    assert!(matches!(benzene("20.1L"), GroundWaterJudgement::Undecidable { .. }));
    let source = plain(&[("苯", "20.1L"), ("铁", "0.3")]);
    assert_eq!(source.undecidable(), [Item::Benzene]);
    assert_eq!((source.class(), source.verdict()), (Some(GroundWaterClass::III), Verdict::Met));
    assert!(source.rules().any(|rule| rule == Rule::UNDECIDABLE));
    // The stricter target decides: half of 10 is class III.
    let strict = GroundWaterSource::new().with_target(GroundWaterClass::II);
    assert_eq!(assess(&strict, &[("苯", "10L")]).undecidable(), [Item::Benzene]);
    assert_eq!(plain(&[("苯", "10L")]).undecidable(), []);
    for cell in ["-0.1", "0L"] {
        assert!(Notation::new().parse_ground_water(cell, Item::Benzene).is_err(), "{cell}");
    }
}

/// Radioactivity above class III is IV or V: it misses III, and IV cannot be said.
#[test]
fn radioactivity_above_class_iii_is_iv_or_v() {
    let beta = [("总β放射性", "1.01"), ("铁", "1.9")];
    let source = plain(&beta);
    assert_eq!(source.grade(), Some(GroundWaterGrade::IvOrV));
    assert_eq!((source.class(), source.verdict()), (None, Verdict::Missed));
    assert_eq!(source.determining(), [Item::GrossBeta]);
    let to_iv = assess(&GroundWaterSource::new().with_target(GroundWaterClass::IV), &beta);
    assert_eq!(to_iv.verdict(), Verdict::NotAssessed(NotAssessed::NoClass));
    let to_v = assess(&GroundWaterSource::new().with_target(GroundWaterClass::V), &beta);
    assert_eq!(to_v.verdict(), Verdict::Met);
    // A plain class V is worse than "IV or V".
    let worst = plain(&[("总β放射性", "1.01"), ("铁", "2.1")]);
    assert_eq!(worst.class(), Some(GroundWaterClass::V));
    assert_eq!(worst.determining(), [Item::Iron]);
}

/// 6.3: the worst single class, with all items that have it.
#[test]
fn the_overall_class_names_its_items() {
    let source = plain(&[("铁", "0.31"), ("锰", "0.11"), ("pH", "7.1"), ("硝酸盐", "20.0")]);
    assert_eq!(source.class(), Some(GroundWaterClass::IV));
    assert_eq!(source.determining(), [Item::Iron, Item::Manganese]);
    assert_eq!(source.absent().len(), 35);
    assert!(source.rules().any(|rule| rule == Rule::GROUND_WATER_OVERALL));
}

/// 亳州市环境质量月报2022年7月, 涡北水厂: 氟化物0.19倍, 钠0.78倍, both of geological origin.
#[test]
fn multiples_and_exemptions_as_printed() {
    let readings = [("氟化物", "1.19"), ("钠", "356"), ("铁", "0.1")];
    let source = plain(&readings);
    let printed: Vec<_> = source
        .failing()
        .iter()
        .map(|entry| {
            let multiple = entry.multiple().unwrap().round(2).unwrap();
            format!("{}{multiple}倍", entry.item().name_zh())
        })
        .collect();
    assert_eq!(printed, ["钠0.78倍", "氟化物0.19倍"]);
    assert_eq!(source.verdict_with_exemptions(), Verdict::Missed);
    let one = GroundWaterSource::new().with_exemption(Item::Sodium, "地质原因");
    let one_of_two = assess(&one, &readings);
    assert_eq!(one_of_two.verdict_with_exemptions(), Verdict::Missed);
    let both = assess(&one.with_exemption(Item::Fluoride, "地质原因"), &readings);
    assert_eq!((both.verdict(), both.verdict_with_exemptions()), (Verdict::Missed, Verdict::Met));
    assert_eq!(both.failing()[0].exemption(), Some("地质原因"));
    assert!(both.rules().any(|rule| rule == Rule::GEOLOGICAL_EXEMPTION));
    assert!(!source.rules().any(|rule| rule == Rule::GEOLOGICAL_EXEMPTION));
}

/// Where all that was decided is exempted, nothing is left to be met, and an open item is
/// open only where it counts.
#[test]
fn nothing_but_exempted_items_is_not_assessed() {
    let open = Verdict::NotAssessed(NotAssessed::NoClass);
    let fluoride = GroundWaterSource::new().with_exemption(Item::Fluoride, "地质原因");
    let alone = assess(&fluoride, &[("氟化物", "1.19")]);
    assert_eq!((alone.verdict(), alone.verdict_with_exemptions()), (Verdict::Missed, open));
    assert!(alone.exemptions().eq([(Item::Fluoride, "地质原因")]));
    let to_iv = GroundWaterSource::new()
        .with_target(GroundWaterClass::IV)
        .with_exemption(Item::GrossBeta, "地质原因");
    let beta = assess(&to_iv, &[("总β放射性", "1.01")]);
    assert_eq!((beta.verdict(), beta.verdict_with_exemptions()), (open, open));
    let beside = assess(&to_iv, &[("总β放射性", "1.01"), ("铁", "1.9")]);
    assert_eq!((beside.verdict(), beside.verdict_with_exemptions()), (open, Verdict::Met));
    let half = plain(&[("苯", "1.4L")]);
    assert!(half.rules().any(|rule| rule == Rule::HALF_DETECTION_LIMIT));
    assert!(!beside.rules().any(|rule| rule == Rule::HALF_DETECTION_LIMIT));
}

#[test]
fn nothing_read_is_not_assessed() {
    let source = plain(&[]);
    assert_eq!((source.class(), source.absent().len()), (None, 39));
    assert_eq!(source.verdict(), Verdict::NotAssessed(NotAssessed::NoReadings));
    let missing = plain(&[("铁", "--")]);
    assert_eq!(missing.verdict(), Verdict::NotAssessed(NotAssessed::NoReadings));
    let open = plain(&[("苯", "50L")]);
    assert_eq!(open.verdict(), Verdict::NotAssessed(NotAssessed::NoClass));
}

/// Units are those of the table: µg/L for organic items.
#[test]
fn a_reading_in_milligrams_is_converted_by_its_unit() {
    let unit = Item::Trichloromethane.unit().unwrap();
    let value = gb3838::Unit::MilligramPerLitre.convert(number("0.06"), unit).unwrap();
    assert_eq!(grade(Item::Trichloromethane, &value.to_string()), "III");
    assert_eq!(Item::GrossAlpha.unit(), None);
}
