//! Rivers, basins, regions and lakes: means of few sections, shares of many.

use gb3838::{
    Circumstances, Class, Classifier, Error, Item, Quality, Rule, SectionAssessment,
    error::RegionError,
    lake::{Lake, LakePoint},
    region::{
        ClassShares, CountedSections, ItemRate, RegionAssessment, RegionMethod, RegionOptions,
        RegionSection,
    },
    section::{BackgroundLeftOut, PollutionItemsOptions},
};

use crate::make::{assess, assess_with, lake, printed, river, river_means, set};

const RULE: RegionOptions = RegionOptions::DOCUMENT_22;

const NAMES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

fn named(assessments: &[SectionAssessment]) -> Vec<RegionSection<'_>> {
    NAMES.into_iter().zip(assessments).map(|(name, it)| RegionSection::new(name, it)).collect()
}

/// Sections by their permanganate index.
fn by_permanganate(values: &[&str]) -> Vec<SectionAssessment> {
    values.iter().map(|value| assess(&river(), &[("CODMn", value)])).collect()
}

fn state(total: u32, good: u32, inferior_v: u32) -> Quality {
    ClassShares::new(total, good, inferior_v).unwrap().quality()
}

/// Every row of the table at its edges, by counts of a thousand.
#[test]
fn each_row_of_the_table_holds_at_its_edges() {
    for (good, inferior_v, expected) in [
        (1000, 0, Quality::Excellent),
        (900, 100, Quality::Excellent),
        (899, 0, Quality::Good),
        (750, 250, Quality::Good),
        (749, 0, Quality::LightlyPolluted),
        (749, 199, Quality::LightlyPolluted),
        (0, 199, Quality::LightlyPolluted),
        (749, 200, Quality::ModeratelyPolluted),
        (600, 399, Quality::ModeratelyPolluted),
        (0, 399, Quality::ModeratelyPolluted),
        (599, 400, Quality::HeavilyPolluted),
        (0, 1000, Quality::HeavilyPolluted),
    ] {
        assert_eq!(state(1000, good, inferior_v), expected, "{good} {inferior_v}");
    }
}

/// Every count of up to 60 sections against the rows as printed, by exact ratios: one row
/// holds, or none at 60 and 40 %.
#[test]
fn one_row_of_the_table_holds_but_in_the_gap() {
    use num_rational::Ratio;
    for total in 1..=60_u32 {
        let percent = |part: u32| Ratio::new(u64::from(part) * 100, u64::from(total));
        let at = |bound: u64| Ratio::from_integer(bound);
        for good in 0..=total {
            for inferior_v in 0..=total - good {
                let (g, v) = (percent(good), percent(inferior_v));
                let rows = [
                    (g >= at(90), Quality::Excellent),
                    (at(75) <= g && g < at(90), Quality::Good),
                    (g < at(75) && v < at(20), Quality::LightlyPolluted),
                    (g < at(75) && at(20) <= v && v < at(40), Quality::ModeratelyPolluted),
                    (g < at(60) && v >= at(40), Quality::HeavilyPolluted),
                ];
                let held: Vec<_> = rows.iter().filter(|(holds, _)| *holds).collect();
                let shares = ClassShares::new(total, good, inferior_v).unwrap();
                assert_eq!(shares.is_between_rows(), held.is_empty());
                match held[..] {
                    [(_, quality)] => assert_eq!(shares.quality(), *quality),
                    [] => assert_eq!((g, v), (at(60), at(40))),
                    _ => panic!("{good} {inferior_v} of {total} are in two rows"),
                }
            }
        }
    }
}

/// Shares are compared by counts: 8 999 of 10 000 print as 90.0 %, and are less.
#[test]
fn printed_shares_decide_nothing() {
    let shares = ClassShares::new(10_000, 8_999, 0).unwrap();
    assert_eq!(shares.good_percent().round(1).unwrap().to_string(), "90.0");
    assert_eq!(shares.quality(), Quality::Good);
    assert_eq!(state(u32::MAX, u32::MAX, 0), Quality::Excellent);
    assert_eq!(state(u32::MAX, 0, u32::MAX), Quality::HeavilyPolluted);
}

/// 60 % and 40 % are in no row; the next counts on either side are.
#[test]
fn the_gap_is_heavily_polluted_and_said() {
    let gap = ClassShares::new(5, 3, 2).unwrap();
    assert!(gap.is_between_rows());
    assert_eq!(gap.quality(), Quality::HeavilyPolluted);
    for (good, inferior_v) in [(59, 40), (60, 39), (59, 41)] {
        assert!(!ClassShares::new(100, good, inferior_v).unwrap().is_between_rows());
    }
    let sections = by_permanganate(&["2", "4", "6", "16", "20"]);
    let sections = named(&sections);
    let region = RegionAssessment::of(&sections, &RULE).unwrap();
    assert_eq!(region.state().quality(), Some(Quality::HeavilyPolluted));
    let rules: Vec<Rule> = region.rules().collect();
    assert_eq!(rules, [Rule::REGION_SHARES, Rule::REGION_GAP]);
}

/// Published: inferior V of 22 to 25 % with I–III of 75 % or more is good.
#[test]
fn much_inferior_v_beside_many_good_ones_is_good() {
    assert_eq!(state(100, 75, 25), Quality::Good);
    assert_eq!(state(9, 7, 2), Quality::Good);
}

#[test]
fn counts_that_are_none_are_refused() {
    assert_eq!(ClassShares::new(0, 0, 0), Err(RegionError::Empty));
    assert_eq!(ClassShares::of_classes([]), Err(RegionError::Empty));
    for (good, inferior_v) in [(4, 0), (2, 2), (u32::MAX, 1)] {
        let error = RegionError::PartsExceedTotal { assessed: 3, good, inferior_v };
        assert_eq!(ClassShares::new(3, good, inferior_v), Err(error));
        assert!(Error::from(error).to_string().contains(&good.to_string()));
    }
    let shares = ClassShares::of_classes(Class::ALL).unwrap();
    assert_eq!(
        (shares.assessed(), shares.good(), shares.middle(), shares.inferior_v()),
        (6, 3, 2, 1)
    );
    assert_eq!(shares.middle_percent().round(1).unwrap().to_string(), "33.3");
}

/// Four sections by means, five by shares: the same readings, another state.
#[test]
fn five_sections_are_enough_for_shares() {
    let sections = by_permanganate(&["2", "2", "2", "20", "2"]);
    let sections = named(&sections);
    let four = RegionAssessment::of(&sections[..4], &RULE).unwrap();
    // (2 + 2 + 2 + 20) / 4 = 6.5: class IV.
    assert_eq!(four.state().method(), RegionMethod::ItemMeans);
    assert_eq!(four.state().quality(), Some(Quality::LightlyPolluted));
    assert_eq!(four.state().means().unwrap().class(), Some(Class::IV));
    assert!(four.state().shares().is_none());
    let five = RegionAssessment::of(&sections, &RULE).unwrap();
    // Four of five: 80 %.
    assert_eq!(five.state().method(), RegionMethod::Shares);
    assert_eq!(five.state().quality(), Some(Quality::Good));
    assert!(five.state().means().is_none());
    let classes: Vec<_> = four.sections().iter().map(RegionSection::class).collect();
    assert_eq!(classes, [Some(Class::I), Some(Class::I), Some(Class::I), Some(Class::InferiorV)]);
}

/// Hydrogen ions, against 50-digit decimals: 9.3, 9.1, 5.8 → 6.2767664…; arithmetically 8.07.
#[test]
fn acidity_is_averaged_by_hydrogen_ions() {
    let sections = ["9.3", "9.1", "5.8"].map(|ph| assess(&river(), &[("pH", ph)]));
    let sections = named(&sections);
    let region = RegionAssessment::of(&sections, &RULE).unwrap();
    let mean = region.state().means().unwrap().assessment().value_of(Item::Ph).unwrap();
    assert_eq!(mean.value().round(7).unwrap().to_string(), "6.2767664");
    // Each section is inferior V, their mean is not.
    assert!(region.sections().iter().all(|it| it.class() == Some(Class::InferiorV)));
    assert_eq!(region.state().quality(), Some(Quality::Excellent));
    let rules: Vec<Rule> = region.rules().collect();
    assert_eq!(rules[..2], [Rule::REGION_ITEM_MEANS, Rule::PH_BY_HYDROGEN_ION]);
    assert!(rules.contains(&Rule::SINGLE_FACTOR));
}

/// Each mean is over the sections with a value, halves included, and is rounded once.
#[test]
fn means_are_exact_and_say_what_went_in() {
    let sections = vec![
        assess(&river_means(), &[("NH3-N", "1.01"), ("TP", "0.02L"), ("Pb", "0.2L")]),
        assess(&river_means(), &[("NH3-N", "1.00"), ("TP", "0.30"), ("Pb", "0.3L")]),
        assess(&river_means(), &[("TP", "--")]),
    ];
    let sections = named(&sections);
    let region = RegionAssessment::of(&sections, &RULE).unwrap();
    let means = region.state().means().unwrap();
    // (1.01 + 1.00) / 2 = 1.005 → 1.00: class III, half to even.
    assert_eq!(means.assessment().class_of(Item::AmmoniaNitrogen), Some(Class::III));
    // (0.01 + 0.30) / 2 = 0.155: class III; one of the two below the detection limit.
    let phosphorus = means.count_of(Item::TotalPhosphorus).unwrap();
    assert_eq!((phosphorus.values(), phosphorus.below()), (2, 1));
    assert_eq!(means.assessment().class_of(Item::TotalPhosphorus), Some(Class::III));
    // Half of 0.2 and of 0.3 fail class III and prove nothing, nor does their mean.
    assert_eq!(means.assessment().undecidable(), set("Pb"));
    assert_eq!(means.class(), Some(Class::III));
    assert_eq!(means.sections(), 3);
    assert_eq!(means.count_of(Item::Copper), None);
    let without: Vec<_> = region.without_class().map(RegionSection::name).collect();
    assert_eq!(without, ["c"]);
    for rule in [Rule::HALF_DETECTION_LIMIT, Rule::UNDECIDABLE, Rule::ABSENT_ITEM] {
        assert_eq!(region.rules().filter(|it| *it == rule).count(), 1, "{rule}");
    }
}

/// Half of 0.3L is class III. It decides nothing where a section is held against class II, and so
/// the mean of a group with such a section does not either, in whatever order.
#[test]
fn means_are_decided_against_the_strictest_of_the_sections() {
    let cells = [("TP", "0.3L"), ("DO", "7")];
    let strict = assess_with(&river_means(), &cells, Circumstances::new().with_target(Class::II));
    let usual = assess(&river_means(), &cells);
    for sections in [vec![usual.clone(), strict.clone()], vec![strict, usual.clone()]] {
        let sections = named(&sections);
        let region = RegionAssessment::of(&sections, &RULE).unwrap();
        let means = region.state().means().unwrap();
        assert_eq!(means.assessment().undecidable(), set("TP"));
        assert_eq!(means.class(), Some(Class::II));
    }
    let both = vec![usual.clone(), usual];
    let both = named(&both);
    let region = RegionAssessment::of(&both, &RULE).unwrap();
    assert_eq!(region.state().means().unwrap().class(), Some(Class::III));
}

/// COD in high chloride leaves the means as it leaves the section's class.
#[test]
fn what_a_section_leaves_out_leaves_the_means() {
    let chloride = Circumstances::new().with_high_chloride(true);
    let sections = vec![
        assess_with(&river(), &[("COD", "80"), ("DO", "7")], chloride),
        assess(&river(), &[("COD", "18"), ("DO", "7")]),
    ];
    let sections = named(&sections);
    let region = RegionAssessment::of(&sections, &RULE).unwrap();
    let means = region.state().means().unwrap();
    assert_eq!(means.count_of(Item::ChemicalOxygenDemand).unwrap().values(), 1);
    assert_eq!(means.class(), Some(Class::III));
}

/// Six sections of which four have a class: by means or by shares, as the caller counts.
#[test]
fn the_sections_that_are_counted_are_an_option() {
    let sections = by_permanganate(&["2", "2", "2", "20", "--", "--"]);
    let sections = named(&sections);
    let assessed = RegionAssessment::of(&sections, &RULE).unwrap();
    assert_eq!(assessed.state().method(), RegionMethod::ItemMeans);
    assert_eq!(assessed.state().quality(), Some(Quality::LightlyPolluted));
    let rule = RULE.with_counted(CountedSections::All);
    let all = RegionAssessment::of(&sections, &rule).unwrap();
    assert_eq!(all.state().method(), RegionMethod::Shares);
    // Three of four: 75 %.
    assert_eq!(all.state().quality(), Some(Quality::Good));
    assert_eq!(all.options().counted(), CountedSections::All);
    let without: Vec<_> = all.without_class().map(RegionSection::name).collect();
    assert_eq!(without, ["e", "f"]);
}

#[test]
fn a_group_without_a_class_is_an_error() {
    assert_eq!(RegionAssessment::of(&[], &RULE), Err(RegionError::Empty));
    let empty = by_permanganate(&["--", "--"]);
    let error = RegionAssessment::of(&named(&empty), &RULE).unwrap_err();
    assert_eq!(error, RegionError::NothingAssessed { sections: 2 });
    let one = assess(&river(), &[("DO", "7")]);
    let twice = [RegionSection::new("mouth", &one), RegionSection::new("mouth", &one)];
    let error = RegionAssessment::of(&twice, &RULE).unwrap_err();
    assert!(matches!(error, RegionError::Twice { .. }) && error.to_string().contains("mouth"));
}

/// A lake's limits and a river's do not meet in one mean; in shares they may.
#[test]
fn means_need_one_kind_of_limits() {
    let sections: Vec<_> = [river as fn() -> Classifier, lake, river_means]
        .into_iter()
        .map(|classifier| assess(&classifier(), &[("TP", "0.08")]))
        .collect();
    for other in [1, 2] {
        let pair =
            [RegionSection::new("a", &sections[0]), RegionSection::new("b", &sections[other])];
        let error = RegionAssessment::of(&pair, &RULE).unwrap_err();
        assert!(matches!(error, RegionError::JudgedOtherwise { .. }), "{error}");
    }
    // One without a value enters no mean: 0.08 is class II in a river.
    let empty = assess(&lake(), &[("TP", "--")]);
    for first in [true, false] {
        let pair = [RegionSection::new("a", &sections[0]), RegionSection::new("b", &empty)];
        let pair = if first { pair } else { [pair[1], pair[0]] };
        let region = RegionAssessment::of(&pair, &RULE).unwrap();
        assert_eq!(region.state().quality(), Some(Quality::Excellent));
    }
    let five = [0, 1, 2, 1, 0].map(|place: usize| sections[place].clone());
    let five = named(&five);
    let region = RegionAssessment::of(&five, &RULE).unwrap();
    assert_eq!(region.state().shares().unwrap().good(), 3);
}

/// With and without natural background, by shares: an item, or a whole section.
#[test]
fn both_results_stand_side_by_side() {
    let fluoride = Circumstances::new().with_natural_background(set("F-"));
    let assessments = vec![
        assess(&river(), &[("DO", "7")]),
        assess(&river(), &[("DO", "7")]),
        assess(&river(), &[("DO", "7")]),
        assess_with(&river(), &[("DO", "7"), ("F-", "2")], fluoride),
        assess(&river(), &[("DO", "1")]),
    ];
    let mut sections = named(&assessments);
    let region = RegionAssessment::of(&sections, &RULE).unwrap();
    assert_eq!(region.state().quality(), Some(Quality::HeavilyPolluted));
    let without = region.state_without_background().rest().unwrap();
    assert_eq!(without.quality(), Some(Quality::Good));
    assert!(region.rules().any(|rule| rule == Rule::NATURAL_BACKGROUND));
    sections[4] = sections[4].with_natural_background();
    let region = RegionAssessment::of(&sections, &RULE).unwrap();
    assert_eq!(region.state().quality(), Some(Quality::HeavilyPolluted));
    let without = region.state_without_background().rest().unwrap();
    // Four sections are left, and the method stays: all of them are good.
    assert_eq!(without.shares().unwrap().assessed(), 4);
    assert_eq!(without.quality(), Some(Quality::Excellent));
    let exempted: Vec<_> = region.with_natural_background().map(RegionSection::name).collect();
    assert_eq!(exempted, ["d", "e"]);
    let region = RegionAssessment::of(&sections[..3], &RULE).unwrap();
    assert_eq!(region.state_without_background(), BackgroundLeftOut::NothingExempted);
}

/// With and without natural background, by means.
#[test]
fn background_leaves_the_means_of_few_sections() {
    let fluoride = Circumstances::new().with_natural_background(set("F-"));
    let assessments =
        vec![assess_with(&river(), &[("F-", "3")], fluoride), assess(&river(), &[("F-", "0.6")])];
    let mut sections = named(&assessments);
    let region = RegionAssessment::of(&sections, &RULE).unwrap();
    assert_eq!(region.state().means().unwrap().class(), Some(Class::InferiorV));
    let without = region.state_without_background().rest().unwrap();
    assert_eq!(without.means().unwrap().class(), Some(Class::I));
    // Nothing with a class is left.
    sections[1] = sections[1].with_natural_background();
    let region = RegionAssessment::of(&sections, &RULE).unwrap();
    assert_eq!(region.state_without_background(), BackgroundLeftOut::NothingLeft);
}

/// Items over III by share of sections over III: the first three, ties as in Table 1.
#[test]
fn main_items_of_a_basin_are_ranked_by_sections() {
    let sections = vec![
        assess(&river(), &[("NH3-N", "1.1"), ("TP", "0.3"), ("COD", "21"), ("CODMn", "7")]),
        assess(&river(), &[("NH3-N", "1.1"), ("TP", "0.3"), ("COD", "21"), ("Hg", "0.002")]),
        assess(&river(), &[("NH3-N", "1.1"), ("TP", "0.3"), ("COD", "19"), ("TN", "9")]),
        assess(&river(), &[("NH3-N", "0.1"), ("TP", "0.4")]),
        assess(&river(), &[("NH3-N", "0.1"), ("DO", "6")]),
    ];
    let sections = named(&sections);
    let region = RegionAssessment::of(&sections, &RULE).unwrap();
    let items = region.main_pollution_items().unwrap();
    let print = |items: &gb3838::region::BasinItems| -> Vec<String> {
        items.iter().map(|it| format!("{} {}/{}", it.item(), it.over(), it.of())).collect()
    };
    assert_eq!(print(&items), ["TP 4/5", "NH3-N 3/5", "COD 2/5"]);
    assert_eq!(items.iter().next().unwrap().percent().round(1).unwrap().to_string(), "80.0");
    // Of the sections where it took part, mercury fails everywhere, and so do TP and CODMn.
    let rule = RULE.with_item_rate(ItemRate::OfParticipating);
    let region = RegionAssessment::of(&sections, &rule).unwrap();
    assert_eq!(print(&region.main_pollution_items().unwrap()), ["CODMn 1/1", "TP 4/4", "Hg 1/1"]);
    let good = by_permanganate(&["2", "2", "2", "2", "2"]);
    let good = named(&good);
    assert!(RegionAssessment::of(&good, &RULE).unwrap().main_pollution_items().unwrap().is_empty());
}

/// Fewer than five sections have main items each for itself.
#[test]
fn few_sections_have_main_items_each() {
    let sections = vec![
        assess(&river(), &[("TP", "0.284")]),
        assess(&river(), &[("CODMn", "9"), ("TP", "0.1")]),
    ];
    let sections = named(&sections);
    let region = RegionAssessment::of(&sections, &RULE).unwrap();
    assert_eq!(region.main_pollution_items(), None);
    let each: Vec<_> = region
        .main_pollution_items_by_section(&PollutionItemsOptions::DOCUMENT_22)
        .map(|(section, items)| (section.name(), printed(&items)))
        .collect();
    assert_eq!(each, [("a", vec!["TP(0.42)".to_owned()]), ("b", vec!["CODMn(0.50)".to_owned()])]);
}

/// A lake of six points is one mean, never shares; its zones are judged apart.
#[test]
fn a_lake_is_the_mean_of_its_points() {
    let points = ["0.02", "0.02", "0.02", "0.02", "0.02", "0.5"]
        .map(|value| assess(&lake(), &[("TP", value), ("TN", "1.2")]));
    let points: Vec<_> = NAMES
        .into_iter()
        .zip(&points)
        .map(|(name, point)| LakePoint::new(name, point))
        .enumerate()
        .map(|(place, point)| if place < 5 { point.in_zone("open") } else { point.in_zone("bay") })
        .collect();
    let whole = Lake::of(&points).unwrap();
    // (5 · 0.02 + 0.5) / 6 = 0.1: class IV of a lake; nitrogen is classed apart.
    assert_eq!(whole.whole().class(), Some(Class::IV));
    assert_eq!(whole.whole().assessment().class_of(Item::TotalNitrogen), Some(Class::IV));
    assert_eq!(whole.whole().assessment().determining(), set("TP"));
    assert_eq!(whole.zone("open").unwrap().unwrap().class(), Some(Class::II));
    assert_eq!(whole.zone("bay").unwrap().unwrap().class(), Some(Class::InferiorV));
    assert_eq!(whole.zone("marsh").unwrap(), None);
    assert_eq!(whole.zones().collect::<Vec<_>>(), ["open", "bay"]);
    assert_eq!(whole.whole_without_background().unwrap(), None);
    assert_eq!(Lake::of(&[]), Err(RegionError::Empty));
    let twice = [points[0], points[0]];
    assert!(matches!(Lake::of(&twice), Err(RegionError::Twice { .. })));
}

/// A river-type reservoir is judged by river limits: the caller says so.
#[test]
fn a_reservoir_is_what_the_caller_says() {
    let background = Circumstances::new().with_natural_background(set("TP"));
    let as_lake = assess_with(&lake(), &[("TP", "0.09"), ("DO", "7")], background);
    let as_river = assess(&river(), &[("TP", "0.09"), ("DO", "7")]);
    let lake_points = [LakePoint::new("dam", &as_lake)];
    let reservoir = Lake::of(&lake_points).unwrap();
    assert_eq!(reservoir.whole().class(), Some(Class::IV));
    let without = reservoir.whole_without_background().unwrap().unwrap();
    assert_eq!(without.class(), Some(Class::II));
    let rules: Vec<Rule> = reservoir.rules().collect();
    assert_eq!(rules[..2], [Rule::LAKE_POINTS, Rule::NATURAL_BACKGROUND]);
    assert!(rules.contains(&Rule::SINGLE_FACTOR));
    let river_points = [LakePoint::new("dam", &as_river)];
    assert_eq!(Lake::of(&river_points).unwrap().whole().class(), Some(Class::II));
}
