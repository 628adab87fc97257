//! Paths that must agree: from readings, means and sums to classes, verdicts, months, outlooks.

use gb3838::{
    Accumulator, Batch, Bits, Bound, Circumstances, Class, Classifier, Column, Date, Decimal,
    Fraction, Item, ItemMap, ItemSet, Judgement, Measurement, Month, NotAssessed, Notation,
    Outputs, Period, Quantity, Reading, Rule, SectionAssessment, Series, Standard, SumTable,
    Target, Verdict, WaterBody, Year,
    error::FloodSeasonError,
    flow::{FloodSeasonIntensity, FloodSeasonStatistic},
    limits::{CutoffTable, ItemOutcome},
    mean::{MergedOrigins, Origin},
    section::{AbsenceKind, LastYear, PollutionItem, PollutionItemsOptions, ValueRemark},
    source::{SourceItem, SurfaceSource},
    sums::SumSpan,
    target::{ItemBound, MonthsMet, Outlook, Prospect, TooFewSamples},
    time::SamplingGap,
    zone::{FunctionZone, FunctionZoneOptions},
};
use proptest::prelude::*;

use crate::make::{assess, assess_with, number, river, river_means, set};

fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

fn target(class: Class) -> Target {
    Target::class(year(2026), class)
}

fn with_limit(item: Item, bound: Bound) -> Target {
    let limits = vec![ItemBound { item, bound }];
    Target { from: year(2026), class: None, limits, no_worse_than_last_year: false }
}

/// One cell of an item at a point in a month, from 1.
type Cell = (usize, u8, Item, String);

/// The same cells as a series and as a table of two points.
fn both(cells: &[Cell]) -> (Series, SumTable) {
    let mut series = Series::new();
    let mut table = SumTable::new(2, 12, ItemSet::ALL).unwrap();
    for (point, month, item, cell) in cells {
        let reading = Reading::parse(cell, *item).unwrap();
        let day = Date::new(2026, *month, 5).unwrap();
        series.add_at(["a", "b"][*point], day, *item, &reading).unwrap();
        table.add_reading(*point, usize::from(*month) - 1, *item, &reading).unwrap();
    }
    (series, table)
}

fn of_series(river: &Classifier, series: &Series, known: &Circumstances) -> SectionAssessment {
    let period = Period::year(year(2026));
    let means = series.means(&period, period.averaging()).unwrap();
    let measured: ItemMap<Measurement> =
        means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
    river.assess_with(&measured, known).unwrap()
}

fn all_year(item: Item, cell: &str) -> Vec<Cell> {
    (1..=12).map(|month| (0, month, item, cell.to_owned())).collect()
}

const YEAR: fn() -> SumSpan = || SumSpan::months(0..12);

/// Target II: half of 1.4 is class III and proves nothing, so TP (0.08, class II) decides.
#[test]
fn sums_know_the_target() {
    let cells =
        [all_year(Item::AmmoniaNitrogen, "1.4L"), all_year(Item::TotalPhosphorus, "0.08")].concat();
    let (series, table) = both(&cells);
    let river = river_means().with_items(ItemSet::FIVE);
    let known = Circumstances::new().with_target(Class::II);
    let goal = target(Class::II);
    let sums = river.assess_points_with(&table, &[0], &YEAR(), &known).unwrap();
    assert_eq!((sums.class(), sums.undecidable()), (Some(Class::II), set("NH3-N")));
    let section = river.assess_section(&table, &[0], &YEAR(), &known).unwrap();
    let other = of_series(&river, &series, &known);
    for section in core::iter::once(section).chain(core::iter::once(other)) {
        assert_eq!((section.class(), section.undecidable()), (Some(Class::II), set("NH3-N")));
        let judged = goal.judge_section(&section);
        assert_eq!(judged.verdict(), Verdict::Met);
        // pH, oxygen and CODMn were never read.
        assert!(judged.is_provisional() && section.is_of_few_items());
        assert_eq!(section.missing_of_five(), set("pH,DO,CODMn,NH3-N"));
    }
    // Asked without a target it is class III, and still proves nothing against II.
    let plain = river.assess_points(&table, &[0], &YEAR()).unwrap();
    assert_eq!((plain.class(), plain.worse_than(Class::II)), (Some(Class::III), ItemSet::EMPTY));
    let months = year(2026).months();
    let of_series = MonthsMet::of_series(&river, &goal, &series, months).unwrap();
    let of_sums = MonthsMet::of_sums(&river, Class::II, &table, &[0], &YEAR()).unwrap();
    assert_eq!((of_series.met(), of_series.missed()), (12, 0));
    assert_eq!(of_sums, of_series);
}

/// Chloride, own items, background, the sampling gap and last year reach sums as they reach
/// sections: COD 55 all year leaves class II when chloride is high.
#[test]
fn circumstances_reach_sums() {
    let mut cells = all_year(Item::ChemicalOxygenDemand, "55");
    for (item, cell) in [
        (Item::Ph, "7"),
        (Item::DissolvedOxygen, "7"),
        (Item::PermanganateIndex, "3"),
        (Item::AmmoniaNitrogen, "0.3"),
        (Item::TotalPhosphorus, "0.08"),
    ] {
        cells.extend(all_year(item, cell).into_iter().take(8));
    }
    let (_, table) = both(&cells);
    let river = river_means().with_items(ItemSet::FIVE);
    let own = Circumstances::new()
        .with_target(Class::III)
        .with_own_items(set("COD"))
        .with_sampling_gap(SamplingGap::Ice);
    let chloride = own.with_high_chloride(true);
    for (known, class, excluded) in
        [(own, Class::InferiorV, ItemSet::EMPTY), (chloride, Class::II, set("COD"))]
    {
        let section = river.assess_section(&table, &[0], &YEAR(), &known).unwrap();
        let sums = river.assess_points_with(&table, &[0], &YEAR(), &known).unwrap();
        assert_eq!((section.class(), sums.class()), (Some(class), Some(class)));
        assert_eq!((section.excluded(), sums.excluded()), (excluded, excluded));
        // Eight months make a year of ice.
        assert!(!section.is_provisional() && !sums.is_provisional());
    }
    let background = own.with_natural_background(set("COD"));
    let section = river.assess_section(&table, &[0], &YEAR(), &background).unwrap();
    assert_eq!(section.class(), Some(Class::InferiorV));
    assert_eq!(section.class_without_background().rest(), Some(Class::II));
}

/// The months of a lake are those of the point that has the fewest.
#[test]
fn months_of_a_lake_are_those_of_its_poorest_point() {
    let cells: Vec<Cell> = (1..=12)
        .map(|month| (usize::from(month > 7), month, Item::TotalPhosphorus, "0.04".to_owned()))
        .collect();
    let (series, table) = both(&cells);
    let lake = Classifier::for_means(WaterBody::Lake);
    let known = Circumstances::new();
    let found =
        |section: SectionAssessment| section.sufficiency_of(Item::TotalPhosphorus).unwrap().found();
    assert_eq!(found(of_series(&lake, &series, &known)), 5);
    assert_eq!(found(lake.assess_section(&table, &[0, 1], &YEAR(), &known).unwrap()), 5);
}

/// 氨氮低于3 mg/L: half of 2.4 keeps to it, though it is undecidable against class III.
#[test]
fn a_limit_of_its_own_decides_an_item_by_itself() {
    let section = assess(&river(), &[("NH3-N", "2.4L")]);
    assert_eq!((section.class(), section.undecidable()), (None, set("NH3-N")));
    let judged = with_limit(Item::AmmoniaNitrogen, Bound::Below(number("3"))).judge(&section, None);
    assert_eq!((judged.verdict(), judged.unjudged()), (Verdict::Met, ItemSet::EMPTY));
    // Half of 6.4 is above 3, and the truth may be below: the reason says which of the two.
    let section = assess(&river(), &[("NH3-N", "6.4L")]);
    let judged = with_limit(Item::AmmoniaNitrogen, Bound::Below(number("3"))).judge(&section, None);
    assert_eq!(judged.verdict(), Verdict::NotAssessed(NotAssessed::Undecidable));
    // Of two limits one is missed whatever the other says.
    let mut two = with_limit(Item::AmmoniaNitrogen, Bound::AtMost(number("0.1")));
    two.limits.push(ItemBound { item: Item::AmmoniaNitrogen, bound: Bound::AtLeast(number("9")) });
    assert_eq!(two.judge(&section, None).verdict(), Verdict::Missed);
    // The truth may lie within a range that neither end of it touches.
    let within = Bound::Within(number("1"), number("2"));
    let judged = with_limit(Item::AmmoniaNitrogen, within).judge(&section, None);
    assert_eq!(judged.verdict(), Verdict::NotAssessed(NotAssessed::Undecidable));
}

/// Class III, the target where it is stricter, and the caller's own word before both.
#[test]
fn the_decisive_class_is_said_once() {
    let cells = [("pH", "7"), ("NH3-N", "2.5L")];
    let lax = Circumstances::new().with_target(Class::IV);
    assert_eq!(assess_with(&river(), &cells, lax).undecidable(), set("NH3-N"));
    // Beside target II, the caller's class IV lets it take part; it misses nothing by it.
    let named = river().with_decisive_class(Class::IV);
    let strict = Circumstances::new().with_target(Class::II);
    let section = assess_with(&named, &cells, strict);
    assert_eq!((section.class(), section.decisive_class()), (Some(Class::IV), Class::IV));
    assert_eq!(target(Class::II).judge(&section, None).failing(), ItemSet::EMPTY);
    let worse = section.items_worse_than_target().unwrap();
    assert!(worse.is_empty());
    assert_eq!(worse.undecided(), set("NH3-N"));
    assert!(section.main_pollution_items(&PollutionItemsOptions::DOCUMENT_22).is_empty());
}

/// A function zone of class III beside an assessment target of II: each asked for itself.
#[test]
fn each_target_is_asked_for_itself() {
    let strict = Circumstances::new().with_target(Class::II);
    let section = assess_with(&river(), &[("NH3-N", "1.4L")], strict);
    assert_eq!(section.class(), None);
    let reason = Verdict::NotAssessed(NotAssessed::Undecidable);
    assert_eq!(target(Class::II).judge(&section, None).verdict(), reason);
    assert_eq!(target(Class::III).judge(&section, None).verdict(), Verdict::Met);
    let options = FunctionZoneOptions::by_annual_mean();
    let zone = |class, times: &[SectionAssessment]| {
        options.assess(&FunctionZone::new(class), times, times.first()).unwrap()
    };
    let times = [section];
    assert_eq!(zone(Class::III, &times).verdict_by_mean(), Verdict::Met);
    assert_eq!(zone(Class::III, &times).verdict_by_frequency(), Verdict::Met);
    // Against II it proves nothing: no failing time, and it is counted.
    let strict = zone(Class::II, &times);
    assert_eq!(strict.verdict_by_mean(), reason);
    assert_eq!((strict.failing_times().count(), strict.undecided_by_mean()), (0, set("NH3-N")));
    assert_eq!(strict.undecided_times().collect::<Vec<_>>(), [(Item::AmmoniaNitrogen, 1)]);
}

/// Half of 0.5 over 0.2 would be 1.25, by no value at all.
#[test]
fn a_flood_season_below_detection_proves_nothing() {
    let season = |cells: &[&str]| {
        let mut season = Accumulator::new(Item::TotalPhosphorus);
        for cell in cells {
            season.add(&Reading::parse(cell, Item::TotalPhosphorus).unwrap()).unwrap();
        }
        season
    };
    let of = |cells: &[&str], statistic| {
        FloodSeasonIntensity::of(&season(cells), statistic, number("0.2"))
    };
    for statistic in [FloodSeasonStatistic::Mean, FloodSeasonStatistic::Maximum] {
        let error = of(&["0.5L"], statistic).unwrap_err();
        assert!(matches!(error, FloodSeasonError::Undecidable { below: 1, .. }), "{error}");
    }
    let greatest = of(&["0.5L", "0.33"], FloodSeasonStatistic::Maximum).unwrap();
    assert_eq!((greatest.round(2).unwrap(), greatest.below_count()), (number("1.65"), 1));
    let low = of(&["0.1L", "0.02L"], FloodSeasonStatistic::Maximum).unwrap();
    assert_eq!((low.round(2).unwrap(), low.below_count()), (number("0.25"), 2));
}

/// Last year's class is no demand on items that make no class.
#[test]
fn an_outlook_asks_what_the_verdict_asks() {
    let lake = Classifier::for_means(WaterBody::Lake);
    let cells = [all_year(Item::TotalNitrogen, "1.8"), all_year(Item::TotalPhosphorus, "0.02")];
    let (series, table) = both(&cells.concat());
    let goal = Target {
        no_worse_than_last_year: true,
        limits: vec![ItemBound { item: Item::TotalNitrogen, bound: Bound::AtMost(number("2")) }],
        ..target(Class::III)
    };
    let known = Circumstances::new().with_last_year(LastYear::known(Class::II));
    let judged = goal.judge_section(&of_series(&lake, &series, &known));
    assert_eq!(judged.verdict(), Verdict::Met);
    let december = Month::new(year(2026), 12).unwrap();
    let of_series = Outlook::for_target_with(&series, december, &lake, &goal, &known).unwrap();
    let of_sums = Outlook::of_sums_with(&table, &[0], &YEAR(), 0, &lake, (&goal, &known)).unwrap();
    assert_eq!(of_series.prospect(), Some(Prospect::AlreadyCertain));
    assert_eq!(of_sums.prospect(), Some(Prospect::AlreadyCertain));
}

/// One month of twelve is never a bare "met".
#[test]
fn a_verdict_says_what_it_rests_on() {
    let mut cells = Vec::new();
    for (item, cell) in [
        (Item::Ph, "7"),
        (Item::DissolvedOxygen, "7"),
        (Item::PermanganateIndex, "3"),
        (Item::AmmoniaNitrogen, "0.3"),
        (Item::TotalPhosphorus, "0.08"),
    ] {
        cells.extend(all_year(item, cell));
    }
    let judge = |cells: &[Cell]| {
        let (series, _) = both(cells);
        target(Class::III).judge(&of_series(&river_means(), &series, &Circumstances::new()), None)
    };
    let full = judge(&cells);
    assert_eq!((full.verdict(), full.is_provisional()), (Verdict::Met, false));
    // Phosphorus of January alone.
    cells.retain(|(_, month, item, _)| *item != Item::TotalPhosphorus || *month == 1);
    let open = judge(&cells);
    assert_eq!((open.verdict(), open.is_provisional()), (Verdict::Met, true));
    assert_eq!(open.sufficiency().map(|it| it.found()), Some(1));
    assert_eq!(open.deciding_sufficiency().map(|it| it.found()), Some(1));
    let strict = open.with_too_few_samples(TooFewSamples::NotAssessed);
    assert_eq!(strict.verdict(), Verdict::NotAssessed(NotAssessed::TooFewSamples));
    assert_eq!(full.with_too_few_samples(TooFewSamples::NotAssessed), full);
    // A limit of total nitrogen alone: one sample in the year.
    let (series, _) = both(&[(0, 3, Item::TotalNitrogen, "1".to_owned())]);
    let section = of_series(&river_means(), &series, &Circumstances::new());
    let judged = with_limit(Item::TotalNitrogen, Bound::AtMost(number("2"))).judge(&section, None);
    assert_eq!((judged.verdict(), judged.is_provisional()), (Verdict::Met, true));
}

/// A cell of an item: a value or a result below a limit, around the limits of the standard.
fn cell_of(item: Item) -> impl Strategy<Value = String> {
    let unit = match item {
        Item::Ph => "7.0",
        Item::DissolvedOxygen => "2.5",
        Item::PermanganateIndex | Item::WaterTemperature => "3.0",
        Item::ChemicalOxygenDemand => "10.0",
        Item::AmmoniaNitrogen => "0.35",
        Item::Mercury => "0.00005",
        Item::TotalNitrogen => "0.3",
        Item::FaecalColiforms => "4000.0",
        _ => "0.05",
    };
    let unit: Decimal = number(unit);
    (0_i64..80, any::<bool>()).prop_map(move |(tenths, below)| {
        if item == Item::Ph {
            return format!("{}.{}", 5 + tenths / 16, tenths % 10);
        }
        let value = Decimal::new(unit.units() * tenths.max(1), unit.scale() + 1).unwrap();
        let may_be_below = item != Item::WaterTemperature;
        if below && may_be_below { format!("{value}L") } else { value.to_string() }
    })
}

const ITEMS: [Item; 7] = [
    Item::Ph,
    Item::DissolvedOxygen,
    Item::PermanganateIndex,
    Item::ChemicalOxygenDemand,
    Item::AmmoniaNitrogen,
    Item::TotalPhosphorus,
    Item::Mercury,
];

/// The same and the reference items.
const READ: [Item; 10] = [
    Item::WaterTemperature,
    Item::Ph,
    Item::DissolvedOxygen,
    Item::PermanganateIndex,
    Item::ChemicalOxygenDemand,
    Item::AmmoniaNitrogen,
    Item::TotalPhosphorus,
    Item::Mercury,
    Item::TotalNitrogen,
    Item::FaecalColiforms,
];

/// A classifier of items that were asked for by name, reference items among them: of a river,
/// of a river with the nitrogen limits of lakes, or of a lake.
fn some_classifier() -> impl Strategy<Value = Classifier> {
    (any::<u32>(), 0_usize..6, proptest::option::of(some_class())).prop_map(
        |(bits, kind, decisive)| {
            let standard = match kind % 3 {
                0 => Standard::GB_3838_2002.with_lake_nitrogen_in_rivers().unwrap(),
                _ => Standard::GB_3838_2002,
            };
            let body = if kind % 3 == 2 { WaterBody::Lake } else { WaterBody::River };
            let items = if kind < 3 { ItemSet::from_bits(bits) } else { ItemSet::FIVE };
            let classifier = Classifier::for_means(body).with_standard(standard).with_items(items);
            match decisive {
                Some(class) => classifier.with_decisive_class(class),
                None => classifier,
            }
        },
    )
}

fn some_cells() -> impl Strategy<Value = Vec<Cell>> {
    let one = (0_usize..2, 1_u8..=12, 0_usize..READ.len()).prop_flat_map(|(point, month, item)| {
        cell_of(READ[item]).prop_map(move |cell| (point, month, READ[item], cell))
    });
    proptest::collection::vec(one, 1..60)
}

fn some_class() -> impl Strategy<Value = Class> {
    (0_usize..6).prop_map(|place| Class::ALL[place])
}

fn some_circumstances() -> impl Strategy<Value = Circumstances> {
    (proptest::option::of(some_class()), any::<[bool; 5]>(), proptest::option::of(some_class()))
        .prop_map(|(goal, [chloride, background, own, gap, five], last)| {
            let mut known =
                Circumstances::new().with_high_chloride(chloride).with_five_required(five);
            if background {
                known = known.with_natural_background(set("TP"));
            }
            if own {
                known = known.with_own_items(set("COD,Hg"));
            }
            if gap {
                known = known.with_sampling_gap(SamplingGap::Drought);
            }
            if let Some(goal) = goal {
                known = known.with_target(goal);
            }
            known.with_last_year(last.map_or(LastYear::UNKNOWN, LastYear::known))
        })
}

fn some_target() -> impl Strategy<Value = Target> {
    (proptest::option::of(some_class()), any::<[bool; 2]>(), 1_i64..60).prop_map(
        |(class, [last, limit], tenths)| {
            let bound = Bound::Below(Decimal::new(tenths, 1).unwrap());
            let limits =
                if limit { vec![ItemBound { item: Item::AmmoniaNitrogen, bound }] } else { vec![] };
            Target { from: year(2026), class, limits, no_worse_than_last_year: last }
        },
    )
}

/// The items with a limit of their own.
fn limited(goal: &Target) -> ItemSet {
    goal.limits.iter().map(|limit| limit.item).collect()
}

/// Both as columns of scaled integers with bits: the batch's answer for one row.
fn of_batch(
    classifier: &Classifier,
    measured: &ItemMap<Measurement>,
    goal: Class,
) -> ([u8; 2], [ItemSet; 3]) {
    let values: Vec<(Item, [i64; 1], u8, [u8; 1])> = measured
        .iter()
        .map(|(item, measurement)| match measurement {
            Measurement::Reading(Reading::Value(value)) => {
                (item, [value.units()], value.scale(), [0])
            }
            Measurement::Reading(Reading::Below(limit)) => {
                (item, [limit.units()], limit.scale(), [1])
            }
            other => panic!("{other:?}"),
        })
        .collect();
    let columns: Vec<_> = values
        .iter()
        .map(|(item, value, scale, below)| {
            Column::scaled(*item, value, *scale).with_below_limit(Bits::new(below))
        })
        .collect();
    let (mut class, mut met, mut sets) = ([0], [0], [[0]; 3]);
    let [determining, participating, undecidable] = &mut sets;
    let targets = [goal as u8];
    let outputs = Outputs::new()
        .with_class(&mut class)
        .with_met(&targets, &mut met)
        .with_determining(determining)
        .with_participating(participating)
        .with_undecidable(undecidable);
    Batch::new(classifier, &columns).unwrap().run(outputs).unwrap();
    ([class[0], met[0]], sets.map(|[bits]| ItemSet::from_bits(bits)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// One sample of what was asked for: as a section, as a row of columns, as sums of one day.
    #[test]
    fn the_same_items_take_part(
        cells in some_cells(),
        classifier in some_classifier(),
        goal in some_class(),
    ) {
        let measured: ItemMap<Measurement> = cells
            .iter()
            .map(|(_, _, item, cell)| (*item, Reading::parse(cell, *item).unwrap().into()))
            .collect();
        let section = classifier.assess(&measured).unwrap();
        let class = section.class().map_or(0, |class| class as u8);
        let sets = [section.determining(), section.participating(), section.undecidable()];
        let met = match target(goal).judge(&section, None).verdict() {
            Verdict::Met => Outputs::MET,
            Verdict::Missed => Outputs::MISSED,
            Verdict::NotAssessed(_) => Outputs::NOT_ASSESSED,
        };
        prop_assert_eq!(of_batch(&classifier, &measured, goal), ([class, met], sets));

        let mut table = SumTable::new(1, 1, ItemSet::ALL).unwrap();
        for (item, measurement) in measured.iter() {
            let Measurement::Reading(reading) = measurement else { unreachable!() };
            table.add_reading(0, 0, item, reading).unwrap();
        }
        let (mut class_of_sums, mut met_of_sums, mut of_sums) = ([0], [0], [[0]; 3]);
        let targets = [goal as u8];
        let [determining, participating, undecidable] = &mut of_sums;
        let outputs = Outputs::new()
            .with_class(&mut class_of_sums)
            .with_met(&targets, &mut met_of_sums)
            .with_determining(determining)
            .with_participating(participating)
            .with_undecidable(undecidable);
        classifier.class_sums(&table, &SumSpan::pooled(0..1), outputs).unwrap();
        prop_assert_eq!((class_of_sums, met_of_sums), ([class], [met]));
        prop_assert_eq!(of_sums.map(|[bits]| ItemSet::from_bits(bits)), sets);
    }

    /// Series, sums and sums as sections say the same of class, items, samples, and verdict;
    /// months are counted the same; an outlook without months to come is the verdict.
    #[test]
    fn all_paths_agree(
        cells in some_cells(),
        known in some_circumstances(),
        goal in some_target(),
        river in some_classifier(),
        two_points in any::<bool>(),
    ) {
        let cells: Vec<Cell> = cells
            .into_iter()
            .map(|(point, month, item, cell)| (if two_points { point } else { 0 }, month, item, cell))
            .collect();
        let (series, table) = both(&cells);
        let points: &[usize] = if two_points { &[0, 1] } else { &[0] };
        let one = of_series(&river, &series, &known);
        let other = river.assess_section(&table, points, &YEAR(), &known).unwrap();
        let sums = river.assess_points_with(&table, points, &YEAR(), &known).unwrap();
        prop_assert_eq!(one.class(), other.class());
        prop_assert_eq!(one.class(), sums.class());
        prop_assert_eq!(one.participating(), other.participating());
        prop_assert_eq!(one.participating(), sums.participating());
        prop_assert_eq!(one.determining(), sums.determining());
        prop_assert_eq!(one.undecidable(), other.undecidable());
        prop_assert_eq!(one.undecidable(), sums.undecidable());
        prop_assert_eq!(one.absent(), sums.absent());
        prop_assert_eq!(one.excluded(), sums.excluded());
        prop_assert_eq!(one.not_limited(), sums.not_limited());
        prop_assert_eq!(one.reference_asked(), sums.reference_asked());
        prop_assert_eq!(one.reference_undecided(), other.reference_undecided());
        // Nothing that was asked for disappears, and nothing takes part that was not.
        let told = [
            one.participating(),
            one.absent(),
            one.undecidable(),
            one.not_limited(),
            one.excluded(),
        ];
        prop_assert_eq!(told.iter().map(|items| items.len()).sum::<usize>(), one.asked().len());
        prop_assert_eq!(
            told.into_iter().fold(ItemSet::EMPTY, ItemSet::union),
            river.items().union(known.own_items())
        );
        prop_assert_eq!(one.sufficiency(), other.sufficiency());
        prop_assert_eq!(one.sufficiency(), sums.sufficiency());
        prop_assert_eq!(one.is_provisional(), sums.is_provisional());
        prop_assert_eq!(one.class_without_background(), other.class_without_background());
        for class in Class::ALL {
            let rule = PollutionItemsOptions::DOCUMENT_22.with_at_most(24);
            let worse: ItemSet =
                one.items_worse_than(class, &rule).iter().map(PollutionItem::item).collect();
            prop_assert_eq!(worse, sums.worse_than(class), "{}", class);
        }
        let judged = goal.judge_section(&one);
        prop_assert_eq!(&judged, &goal.judge_section(&other));
        prop_assert_eq!(
            goal.judge_without_background(&one),
            goal.judge_without_background(&other)
        );

        let months = year(2026).months();
        let by_series = MonthsMet::of_series_with(&river, &goal, &series, months, &known).unwrap();
        let by_sums =
            MonthsMet::of_sums_with(&river, &goal, &table, (points, &YEAR()), &known).unwrap();
        prop_assert_eq!(by_series, by_sums);

        let december = Month::new(year(2026), 12).unwrap();
        let outlooks = vec![
            Outlook::for_target_with(&series, december, &river, &goal, &known).unwrap(),
            Outlook::of_sums_with(&table, points, &YEAR(), 0, &river, (&goal, &known)).unwrap(),
        ];
        let asks = goal.class.is_some() || !goal.limits.is_empty();
        for outlook in &outlooks {
            prop_assert_eq!(outlook.undecidable(), outlooks[0].undecidable());
            match judged.verdict() {
                Verdict::Met if asks => prop_assert_eq!(outlook.prospect(), Some(Prospect::AlreadyCertain)),
                Verdict::Missed => prop_assert_eq!(outlook.prospect(), Some(Prospect::OutOfReach)),
                // What was never read is open in an outlook, and last year's class is kept.
                Verdict::NotAssessed(NotAssessed::NoClass | NotAssessed::Undecidable)
                    if !goal.no_worse_than_last_year =>
                {
                    prop_assert_eq!(outlook.prospect(), None);
                }
                _ => {}
            }
            let classes = outlook.class_with(&ItemMap::new()).unwrap();
            prop_assert_eq!(outlook.not_limited(), one.not_limited().difference(limited(&goal)));
            let asked = river.assess_section(
                &table,
                points,
                &YEAR(),
                &match goal.class {
                    Some(class) => known.with_target(class),
                    None => known.without_target(),
                },
            );
            prop_assert_eq!(classes, asked.unwrap().class());
        }
    }

    /// What is not decided is one relation of value, detection limit and class: judgement,
    /// sums, target, zone, pollution items, and a count over a basin hold it alike.
    #[test]
    fn below_detection_is_one_relation(
        place in 1_usize..ITEMS.len(),
        tenths in 1_i64..300,
        class in some_class(),
    ) {
        let item = ITEMS[place];
        // A detection limit around every limit of the item.
        let unit = match item {
            Item::DissolvedOxygen => number("1"),
            Item::PermanganateIndex => number("2"),
            Item::ChemicalOxygenDemand => number("5"),
            Item::AmmoniaNitrogen => number("0.2"),
            Item::Mercury => number("0.00005"),
            _ => number("0.04"),
        };
        let limit = Decimal::new(unit.units() * tenths, unit.scale() + 1).unwrap();
        let cell = format!("{limit}L");
        let reading = Reading::parse(&cell, item).unwrap();
        let river = river_means().with_items(ItemSet::EMPTY.with(item));
        // Slowly: some true value from nothing to the limit meets the class, and half does not.
        let meets = |value: Fraction| {
            let rounded = value.round_keeping_digit(item.assessment_decimals()).unwrap();
            river.class_of(item, rounded).unwrap().unwrap().meets(class)
        };
        let half = Fraction::from(limit).checked_mul(&Fraction::ratio(1, 2).unwrap()).unwrap();
        let open = !meets(half) && (meets(Fraction::ZERO) || meets(Fraction::from(limit)));

        let named = river.clone().with_decisive_class(class);
        let judged = named.judge(item, &reading.into()).unwrap();
        prop_assert_eq!(matches!(judged, Judgement::Undecidable { .. }), open);
        let cutoffs = CutoffTable::of(&river);
        let outcome = if open {
            ItemOutcome::Undecidable
        } else {
            ItemOutcome::Classed(river.class_of_quantity(item, &Quantity::from(half)).unwrap())
        };
        prop_assert_eq!(cutoffs.outcome(item, &reading, class), Ok(outcome));
        let mut sum = Accumulator::new(item);
        sum.add(&reading).unwrap();
        prop_assert_eq!(cutoffs.outcome_of_sum(&sum, class).unwrap(), Some(outcome));
        let (_, table) = both(&[(0, 1, item, cell)]);
        let sums = named.assess_points(&table, &[0], &YEAR()).unwrap();
        prop_assert_eq!(!sums.undecidable().is_empty(), open);
        // Class V lets everything take part that is no worse; each user asks for itself.
        let measured = ItemMap::from_iter([(item, Measurement::from(reading))]);
        let lenient = river.clone().with_decisive_class(Class::InferiorV);
        let section = lenient.assess(&measured).unwrap();
        prop_assert_eq!(section.participating(), ItemSet::EMPTY.with(item));
        let verdict = target(class).judge(&section, None).verdict();
        let expected = match (open, meets(half)) {
            (true, _) => Verdict::NotAssessed(NotAssessed::Undecidable),
            (false, true) => Verdict::Met,
            (false, false) => Verdict::Missed,
        };
        prop_assert_eq!(verdict, expected);
        let zone = FunctionZoneOptions::by_annual_mean()
            .assess(&FunctionZone::new(class), std::slice::from_ref(&section), Some(&section))
            .unwrap();
        prop_assert_eq!(zone.verdict_by_mean(), expected);
        prop_assert_eq!(zone.failing_times().count() > 0, expected == Verdict::Missed);
        let worse = section.items_worse_than(class, &PollutionItemsOptions::DOCUMENT_22);
        prop_assert_eq!(worse.is_empty(), expected != Verdict::Missed);
        prop_assert_eq!(!worse.undecided().is_empty(), open);
        let of_sums = lenient.assess_points(&table, &[0], &YEAR()).unwrap();
        prop_assert_eq!(of_sums.worse_than(class).is_empty(), expected != Verdict::Missed);
        let outlook = Outlook::of_sums(&table, &[0], &YEAR(), 0, &lenient, &target(class), None).unwrap();
        prop_assert_eq!(!outlook.undecidable().is_empty(), open);
    }
}

/// A station has no name, a boat three points: the month of the section is automatic.
#[test]
fn automatic_data_come_first_by_section_and_month() {
    let item = Item::AmmoniaNitrogen;
    let add = |series: &mut Series, point: &str, day: &str, cell: &str| {
        let reading = Reading::parse(cell, item).unwrap();
        series.add_at(point, day.parse().unwrap(), item, &reading).unwrap();
    };
    let (mut automatic, mut manual) = (Series::new(), Series::new());
    add(&mut automatic, "", "2026-01-03", "0.3");
    for (point, cell) in [("n", "0.6"), ("m", "0.9"), ("s", "1.2")] {
        add(&mut manual, point, "2026-01-05", cell);
        add(&mut manual, point, "2026-02-05", cell);
    }
    let merged = MergedOrigins::new(&automatic, &manual).unwrap();
    let counts = merged.counts(item);
    assert_eq!((counts.automatic, counts.manual, counts.manual_set_aside), (1, 3, 3));
    let month = |number| Month::new(year(2026), number).unwrap();
    assert_eq!(merged.origin(item, "", month(1)), Some(Origin::Automatic));
    assert_eq!(merged.origin(item, "n", month(1)), None);
    assert_eq!(merged.origin(item, "n", month(2)), Some(Origin::Manual));
    let january = Period::month(month(1));
    let mean = merged.series().mean(item, &january, january.averaging()).unwrap().unwrap();
    assert_eq!(mean.round(3).unwrap(), number("0.300"));
}

/// A section of which a local limit decides cites that limit's document, and no Table 1.
#[test]
fn a_local_limit_is_cited_by_its_document() {
    let body = WaterBody::River;
    let stricter = Standard::GB_3838_2002
        .with_limit(Item::AmmoniaNitrogen, body, Class::III, number("0.8"))
        .unwrap();
    let named = stricter.clone().with_local_document("DB 00/1234-2026").unwrap();
    let documents = |standard: Standard, cells: &[(&str, &str)]| {
        let section = assess(&river().with_standard(standard), cells);
        let rules = section.rules().filter(|rule| *rule != Rule::SINGLE_FACTOR);
        rules.map(|rule| rule.document().to_owned()).take(2).collect::<Vec<_>>()
    };
    let local = [("NH3-N", "0.9"), ("TP", "0.05")];
    assert_eq!(documents(stricter, &local)[0], "生态环境法典");
    assert_eq!(documents(named.clone(), &local)[0], "DB 00/1234-2026");
    // Where Table 1 decides as well, or alone, it is cited.
    let both = [("NH3-N", "0.9"), ("TP", "0.25")];
    assert_eq!(documents(named.clone(), &both), ["GB 3838-2002", "DB 00/1234-2026"]);
    assert_eq!(documents(named, &[("TP", "0.05")])[0], "GB 3838-2002");
}

/// An item of which every reading was void, not detected without a limit, or not monitored.
#[test]
fn absent_is_three_things() {
    let cells = [("Cu", "0.01C"), ("Zn", "ND"), ("Pb", "-1"), ("pH", "7")];
    let section = assess(&river().with_items(set("pH,Cu,Zn,Pb,F-")), &cells);
    assert_eq!(section.absent(), set("Cu,Zn,Pb,F-"));
    assert_eq!(section.absent_by(AbsenceKind::Void), set("Cu"));
    assert_eq!(section.absent_by(AbsenceKind::NotDetected), set("Zn"));
    assert_eq!(section.absent_by(AbsenceKind::NotMeasured), set("Pb,F-"));
    // A class from pH alone is marked.
    assert!(section.is_of_few_items() && section.is_provisional());
}

/// A county selected two items of Table 3: the one that was not read is named.
#[test]
fn a_source_names_by_what_it_is_judged() {
    let mut others = std::collections::BTreeMap::new();
    for (item, cell) in [(SourceItem::Acetaldehyde, "0.02"), (SourceItem::Manganese, "0.05")] {
        others.insert(item, Notation::new().parse_source(cell, item).unwrap().into());
    }
    let basic = crate::make::cells(&[("pH", "7.5"), ("CODMn", "2")]);
    let source = SurfaceSource::new(river());
    let judged = source.assess(&basic, &others).unwrap();
    assert_eq!((judged.verdict(), judged.judged().len()), (Verdict::Met, 4));
    assert_eq!(judged.missing_of_five(), set("DO,NH3-N,TP"));
    let selected = [SourceItem::Acetaldehyde, SourceItem::Benzene];
    let judged = source.with_selected_items(selected).assess(&basic, &others).unwrap();
    let absent = judged.absent();
    assert!(absent.contains(&SourceItem::Benzene.into()));
    assert!(!absent.contains(&SourceItem::Acetaldehyde.into()));
    assert!(!absent.contains(&SourceItem::Toluene.into()));
    // Table 2 is of every source, and was read in part.
    assert!(
        absent.contains(&SourceItem::Iron.into())
            && !absent.contains(&SourceItem::Manganese.into())
    );
}

/// Values that no water has are kept and named; those below detection say nothing of their size.
#[test]
fn values_that_no_water_has_are_named() {
    let cells = [
        ("pH", "0"),
        ("DO", "31"),
        ("TN", "1.4"),
        ("NH3-N", "1.5"),
        ("COD", "5"),
        ("CODMn", "6"),
        ("BOD5", "5.1"),
        ("Pb", "10.1"),
        ("Hg", "5L"),
    ];
    let section = assess(&river(), &cells);
    let found: Vec<_> = section.remarks().map(|(item, remark)| (item.symbol(), remark)).collect();
    assert_eq!(
        found,
        [
            ("pH", ValueRemark::Acidity),
            ("DO", ValueRemark::Oxygen),
            ("Pb", ValueRemark::HundredTimesClassV),
            ("TN", ValueRemark::NitrogenBelowItsParts),
            ("COD", ValueRemark::CodBelowPermanganate),
            ("COD", ValueRemark::CodBelowBod),
        ]
    );
    assert_eq!(section.class_of(Item::Ph), Some(Class::InferiorV));
    // 0.9 + 0.6 of nitrate are above 1.4.
    let section = assess(&river(), &[("TN", "1.4"), ("NH3-N", "0.9")]);
    assert_eq!(section.remarks().count(), 0);
    let nitrate = Some(Fraction::from(number("0.6")));
    assert_eq!(section.remarks_beside_nitrate(nitrate).count(), 1);
}
