//! What a class waits for, at random: items that were asked for, whether or not anything limits
//! them, and the months that there are of each. All that say "provisional" say the same, and what
//! they say is typed anew here, slowly.

use gb3838::{
    Circumstances, Class, Classifier, Item, ItemSet, Month, Period, Reading, Standard, Target,
    WaterBody,
    limits::{CutoffTable, LimitRow},
    plan::{AssessOptions, Plan, ReadingsBySection, RegionYear, RegionYearOptions},
    report::{Language, PlanReport, RegionReport, RemarkKind},
    section::SectionClass,
    target::TargetJudgement,
    time::SamplingGap,
};
use proptest::prelude::*;
use serde_json::json;

use crate::make::number;
use crate::paths::{Cell, YEAR, both, of_series, year};

/// What is drawn: how the section is judged, what was asked of it, and the months of each item.
#[derive(Clone, Debug)]
struct Drawn {
    edition: Edition,
    body: WaterBody,
    items: ItemSet,
    own_items: ItemSet,
    months: [u8; 24],
    /// COD left out, eight months enough, no class without the five.
    known: [bool; 3],
}

#[derive(Clone, Debug)]
enum Edition {
    National,
    /// Total nitrogen of rivers by the limits of lakes.
    LakeNitrogen,
    /// Local limits of total nitrogen, of this water alone.
    LocalNitrogen,
    /// Rows of these items, and of no other.
    Own(ItemSet),
}

impl Edition {
    fn standard(&self, body: WaterBody) -> Standard {
        let national = Standard::GB_3838_2002;
        match self {
            Self::National => national,
            Self::LakeNitrogen => national.with_lake_nitrogen_in_rivers().unwrap(),
            // A lake has them from the standard.
            Self::LocalNitrogen if body == WaterBody::Lake => national,
            Self::LocalNitrogen => {
                let limits = ["0.2", "0.5", "1", "1.5", "2"].map(number);
                national.with_added_limits(Item::TotalNitrogen, body, limits).unwrap()
            }
            Self::Own(items) => {
                let rows: Vec<LimitRow> = items.iter().map(row).collect();
                Standard::new("QS 1:2030", "Decree 7/2030, Annex 2", &rows).unwrap()
            }
        }
    }
}

fn row(item: Item) -> LimitRow<'static> {
    match item {
        Item::WaterTemperature => LimitRow::weekly_change(item, None, ["1", "2"]),
        Item::Ph => LimitRow::within(item, None, ["6", "9"]),
        Item::DissolvedOxygen => LimitRow::at_least(item, None, ["8", "7", "5", "4", "2"]),
        _ => LimitRow::at_most(item, None, ["1", "2", "3", "4", "5"]),
    }
}

/// Items: any; the five and some; few that are mostly none of the five.
fn some_items() -> impl Strategy<Value = ItemSet> {
    let few = ["WT", "TN", "F-", "COD", "Hg", "TP"];
    (0_u8..4, any::<u32>(), any::<[bool; 6]>()).prop_map(move |(kind, bits, of_few)| match kind {
        0 => ItemSet::from_bits(bits),
        1 => ItemSet::FIVE.union(ItemSet::from_bits(bits & (bits >> 7) & (bits << 5))),
        _ => few
            .into_iter()
            .zip(of_few)
            .filter(|(_, yes)| *yes)
            .map(|(name, _)| name.parse::<Item>().unwrap())
            .collect(),
    })
}

fn some_edition() -> impl Strategy<Value = Edition> {
    (0_u8..6, any::<u32>()).prop_map(|(kind, bits)| match kind {
        0 => Edition::LakeNitrogen,
        1 => Edition::LocalNitrogen,
        2 => Edition::Own(ItemSet::from_bits(bits | 1 << (bits % 24))),
        _ => Edition::National,
    })
}

fn some_drawn() -> impl Strategy<Value = Drawn> {
    let months = prop_oneof![2 => Just(0_u8), 3 => Just(12), 1 => Just(8), 1 => 0_u8..=12];
    let months = proptest::collection::vec(months, 24);
    let own = prop_oneof![2 => Just(ItemSet::EMPTY), 1 => some_items()];
    (some_edition(), any::<bool>(), some_items(), own, months, 0_u8..27).prop_map(
        |(edition, lake, items, own_items, months, known)| Drawn {
            edition,
            body: if lake { WaterBody::Lake } else { WaterBody::River },
            items,
            own_items,
            months: months.try_into().unwrap(),
            // Each of them in a third of the draws.
            known: [known % 3 == 0, known / 3 % 3 == 0, known / 9 == 0],
        },
    )
}

impl Drawn {
    fn classifier(&self) -> Classifier {
        Classifier::for_means(self.body)
            .with_standard(self.edition.standard(self.body))
            .with_items(self.items)
    }

    fn circumstances(&self) -> Circumstances {
        let [chloride, gap, five] = self.known;
        let known = Circumstances::new()
            .with_own_items(self.own_items)
            .with_target(Class::III)
            .with_high_chloride(chloride)
            .with_five_required(five);
        if gap { known.with_sampling_gap(SamplingGap::Drought) } else { known }
    }

    /// In how many months there is a value of an item.
    fn found(&self, item: Item) -> u8 {
        self.months[usize::from(item.number()) - 1]
    }

    /// One value of an item in each of its first months.
    fn cells(&self) -> Vec<Cell> {
        let mut cells = Vec::new();
        for item in Item::ALL {
            let value = match item {
                Item::WaterTemperature => "22",
                Item::Ph => "7",
                Item::DissolvedOxygen => "8",
                _ => "1",
            };
            for month in 1..=self.found(item) {
                cells.push((0, month, item, value.to_owned()));
            }
        }
        cells
    }

    fn plan(&self) -> Plan {
        let [chloride, gap, five] = self.known;
        let symbols = |items: ItemSet| items.iter().map(Item::symbol).collect::<Vec<_>>();
        let plan = json!({
            "format": 1, "name": "P", "year": 2026, "items": symbols(self.items),
            "goals": [
                { "id": "good", "kind": "share_I_to_III", "bound": { "at_least": "50" } },
                { "id": "all", "kind": "all_meet_targets" }
            ],
            "sections": [{
                "name": "A", "level": "national", "counties": ["C"], "water": "W",
                "water_body": if self.body == WaterBody::Lake { "lake" } else { "river" },
                "targets": [{ "from": 2020, "class": "III" }],
                "own_items": symbols(self.own_items),
                "high_chloride": chloride,
                "sampling_gap": if gap { json!("drought") } else { json!(null) },
                "needs_five": five
            }]
        });
        serde_json::from_value(plan).unwrap()
    }
}

/// The same, slowly: item by item, from the texts of the rules.
struct Slow {
    /// Asked for, and left out by nobody.
    asked: Vec<Item>,
    /// What the class waits for.
    needed: Vec<Item>,
    has_class: bool,
}

const FIVE: [Item; 5] = [
    Item::Ph,
    Item::DissolvedOxygen,
    Item::PermanganateIndex,
    Item::AmmoniaNitrogen,
    Item::TotalPhosphorus,
];

impl Slow {
    /// With a reading of the items that `has_value` names.
    fn new(drawn: &Drawn, has_value: impl Fn(Item) -> bool) -> Self {
        let [chloride, _, needs_five] = drawn.known;
        let is_asked = |item: &Item| {
            (drawn.items.contains(*item) || drawn.own_items.contains(*item))
                && !(chloride && *item == Item::ChemicalOxygenDemand)
        };
        let has_limits = |item: &Item| match (&drawn.edition, item) {
            // By how much it changes in a week, and no value of it.
            (_, Item::WaterTemperature) => false,
            (Edition::Own(rows), item) => rows.contains(*item),
            (Edition::National, Item::TotalNitrogen) => drawn.body == WaterBody::Lake,
            _ => true,
        };
        let asked: Vec<Item> = Item::ALL.into_iter().filter(is_asked).collect();
        let limited: Vec<Item> = asked.iter().copied().filter(has_limits).collect();
        let of_five: Vec<Item> =
            limited.iter().copied().filter(|item| FIVE.contains(item)).collect();
        let makes_class = |item: &Item| limited.contains(item) && has_value(*item);
        let has_class =
            limited.iter().any(makes_class) && (!needs_five || FIVE.iter().all(makes_class));
        let needed = if of_five.is_empty() { limited } else { of_five };
        Self { asked, needed, has_class }
    }

    fn needed_where(&self, holds: impl Fn(Item) -> bool) -> ItemSet {
        self.needed.iter().copied().filter(|item| holds(*item)).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn all_wait_for_the_same(drawn in some_drawn(), month in 1_u8..=12) {
        let found = |item: Item| drawn.found(item);
        let enough = if drawn.known[1] { 8 } else { 12 };
        let slow = Slow::new(&drawn, |item| found(item) > 0);
        let needed = slow.needed_where(|_| true);
        let lacking = slow.needed_where(|item| found(item) == 0);
        let few = slow.needed_where(|item| (1..enough).contains(&found(item)));
        let is_open = slow.has_class && !(lacking.is_empty() && few.is_empty());
        // What was asked for and has no value is said, whether or not anything limits it.
        let absent: ItemSet = slow.asked.iter().copied().filter(|item| found(*item) == 0).collect();

        let (classifier, known) = (drawn.classifier(), drawn.circumstances());
        let (series, table) = both(&drawn.cells());
        let sums = classifier.assess_points_with(&table, &[0], &YEAR(), &known).unwrap();
        prop_assert_eq!(sums.class().is_some(), slow.has_class);
        prop_assert_eq!((sums.is_provisional(), sums.absent()), (is_open, absent));
        let of_sums = classifier.assess_section(&table, &[0], &YEAR(), &known).unwrap();
        let of_series = of_series(&classifier, &series, &known);
        for section in [&of_sums, &of_series] {
            prop_assert_eq!(section.section_class().needed_items(), needed);
            prop_assert_eq!(section.needed_without_value(), lacking);
            prop_assert_eq!(section.needed_of_too_few(), few);
            prop_assert_eq!((section.is_provisional(), section.absent()), (is_open, absent));
            let judged = Target::class(year(2026), Class::III).judge_section(section);
            prop_assert_eq!(judged.is_provisional(), is_open);
        }

        // A station has readings and no months.
        let readings: Vec<(Item, Reading)> = drawn
            .cells()
            .into_iter()
            .filter(|(_, month, ..)| *month == 1)
            .map(|(_, _, item, cell)| (item, Reading::parse(&cell, item).unwrap()))
            .collect();
        let section = classifier.section_class(&readings, &known).unwrap();
        let cutoffs = CutoffTable::of(&classifier);
        let of_table = SectionClass::of_outcomes(&cutoffs, drawn.items, &known, |wanted| {
            let read = readings.iter().find(|(item, _)| *item == wanted);
            read.map(|(item, it)| cutoffs.outcome(*item, it, Class::III)).transpose()
        });
        prop_assert_eq!(of_table, Ok(section));
        prop_assert_eq!((section.needed_items(), section.absent()), (needed, absent));

        let plan = drawn.plan();
        let readings = ReadingsBySection::from([("A".to_owned(), series)]);
        let options = AssessOptions::new().with_standard(drawn.edition.standard(drawn.body));
        let assess = |period: Period| plan.assess_with(&readings, &period, &options).unwrap();
        let assessed = assess(Period::year(year(2026)));
        let outcome = &assessed.sections()[0];
        prop_assert_eq!(outcome.is_provisional(), is_open);
        prop_assert_eq!(outcome.judgement().is_provisional(), is_open);
        for (goal, judgement) in assessed.goals() {
            prop_assert_eq!(judgement.outcome().provisional(), u32::from(is_open), "{}", goal.id);
        }
        let report = PlanReport::from(&assessed);
        let section = &report.sections[0];
        prop_assert_eq!((section.provisional, section.absent), (is_open, absent));
        let by = section.provisional_by.as_ref();
        let by = by.map(|by| (by.without_value, by.too_few.items()));
        prop_assert_eq!(by, is_open.then_some((lacking, few)));

        let month = assess(Period::month(Month::new(year(2026), month).unwrap()));
        let report = RegionReport::new(
            "R",
            &RegionYear::new(&assessed, &[month], &[], &RegionYearOptions::DOCUMENT_22),
        );
        prop_assert_eq!(report.year.sections[0].provisional, is_open);
        let of = |wanted: RemarkKind| {
            let remarks = report.remarks.iter();
            remarks.filter(|it| it.kind == wanted).fold(ItemSet::EMPTY, |all, it| all.union(it.items))
        };
        let none = ItemSet::EMPTY;
        prop_assert_eq!(of(RemarkKind::Absent), if slow.has_class { absent } else { none });
        let lacking = if slow.has_class { lacking } else { none };
        let of_five = if needed == ItemSet::FIVE { lacking } else { none };
        prop_assert_eq!(of(RemarkKind::FiveIncomplete), of_five);
        prop_assert_eq!(of(RemarkKind::NeededIncomplete), lacking.difference(of_five));
        let in_month = &report.months[0].sections[0];
        let number: u8 = report.months[0].period[5..].parse().unwrap();
        let slow = Slow::new(&drawn, |item| found(item) >= number);
        let open = slow.has_class && !slow.needed_where(|item| found(item) < number).is_empty();
        prop_assert_eq!((in_month.class.is_some(), in_month.provisional), (slow.has_class, open));
    }
}

/// Fluoride in all months; water temperature and the total nitrogen of a river, of which no value is
/// limited, in none: asked for, said to be absent, and waited for by nothing.
#[test]
fn nothing_waits_for_what_has_no_limits() {
    let fluoride = Item::Fluoride;
    let cells: Vec<Cell> = (1..=12).map(|month| (0, month, fluoride, "0.5".to_owned())).collect();
    let (_, table) = both(&cells);
    let items = "F-,WT,TN".parse().unwrap();
    let river = Classifier::for_means(WaterBody::River).with_items(items);
    let sums = river.assess_points(&table, &[0], &YEAR()).unwrap();
    assert_eq!((sums.class(), sums.is_provisional()), (Some(Class::I), false));
    assert_eq!(sums.absent().to_string(), "WT;TN");
    assert_eq!(sums.sufficiency().map(|it| it.found()), Some(12));
    // A local limit of nitrogen makes it an item as any other.
    let standard = Edition::LocalNitrogen.standard(WaterBody::River);
    let local = river.with_standard(standard).assess_points(&table, &[0], &YEAR()).unwrap();
    assert_eq!((local.is_provisional(), local.sufficiency()), (true, None));
}

/// Phosphorus of natural background, and fluoride: the class waits for phosphorus, and without natural
/// background there is fluoride alone to wait for.
#[test]
fn the_second_result_waits_for_what_is_left() {
    let plan = json!({
        "format": 1, "name": "P", "year": 2026, "items": "TP,F-",
        "goals": [{ "id": "all", "kind": "all_meet_targets" },
            { "id": "good", "kind": "share_I_to_III", "bound": { "at_least": "50" } }],
        "sections": [{
            "name": "A", "level": "national", "counties": ["C"], "water": "W",
            "water_body": "river", "targets": [{ "from": 2020, "class": "III" }],
            "natural_background": { "items": "TP", "reason": "apatite" }
        }]
    });
    let plan: Plan = serde_json::from_value(plan).unwrap();
    for (phosphorus, fluoride, open) in [(12, 6, [false, true]), (6, 12, [true, false])] {
        let of = |item: Item, months: u8| {
            (1..=months).map(move |month| (0, month, item, "0.05".to_owned()))
        };
        let cells = of(Item::TotalPhosphorus, phosphorus).chain(of(Item::Fluoride, fluoride));
        let (series, _) = both(&cells.collect::<Vec<Cell>>());
        let readings = ReadingsBySection::from([("A".to_owned(), series)]);
        let assessed = plan.assess(&readings, &Period::year(year(2026))).unwrap();
        let outcome = &assessed.sections()[0];
        let second = outcome.judgement_without_background().unwrap();
        let found = [outcome.judgement(), second].map(TargetJudgement::is_provisional);
        assert_eq!(found, open, "{phosphorus} {fluoride}");
        let report = PlanReport::from(&assessed);
        let section = &report.sections[0];
        let found = [section.provisional_verdict, section.provisional_without_background];
        assert_eq!(found, open, "{phosphorus} {fluoride}");
        let said = report.section_table(Language::English).to_string();
        let second = if open[1] { "background met (provisional))" } else { "background met)" };
        let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(second), "{said}");
        for (goal, judgement) in assessed.goals() {
            let second = judgement.without_background().unwrap();
            let found = [judgement.outcome(), second].map(|it| it.provisional() > 0);
            assert_eq!(found, open, "{} {phosphorus} {fluoride}", goal.id);
        }
    }
}
