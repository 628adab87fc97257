//! Paths that must agree, at random: readings, means, sums and columns of one section.

use gb3838::{
    Accumulator, Batch, Bits, Bound, Circumstances, Class, Classifier, Column, Decimal, Fraction,
    Item, ItemMap, ItemSet, Judgement, Measurement, Missing, Month, NotAssessed, Outputs, Quantity,
    Reading, Standard, SumTable, Target, Verdict, WaterBody,
    impact::{ImpactOptions, ItemEvaluation},
    limits::{CutoffTable, ItemOutcome},
    section::{LastYear, PollutionItem, PollutionItemsOptions},
    sums::SumSpan,
    target::{ItemBound, MonthsMet, Outlook, Prospect},
    time::SamplingGap,
    zone::{FunctionZone, FunctionZoneOptions},
};
use proptest::prelude::*;

use crate::make::{number, river_means, set};
use crate::paths::{Cell, YEAR, both, of_series, target, year};

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
        for item in Item::ALL {
            prop_assert_eq!(one.counts_of(item), other.counts_of(item), "{}", item);
        }
        prop_assert!(one.rules().eq(other.rules()));
        let (unread, too_few) = (one.needed_without_value(), one.needed_of_too_few());
        // Where all that was asked for has no limit here, there is no class to be sampled for.
        if one.section_class().needed_items().is_empty() {
            prop_assert_eq!((one.class(), one.sufficiency()), (None, None));
        } else {
            prop_assert_eq!(one.sufficiency().is_none(), !unread.is_empty());
            prop_assert_eq!(one.is_sufficient(), unread.union(too_few).is_empty());
        }
        prop_assert_eq!(one.class_without_background(), other.class_without_background());
        for class in Class::ALL {
            let rule = PollutionItemsOptions::DOCUMENT_22.with_at_most(24);
            let worse: ItemSet =
                one.items_worse_than(class, &rule).iter().map(PollutionItem::item).collect();
            prop_assert_eq!(worse, sums.worse_than(class), "{}", class);
        }
        let deciding = |target| sums.deciding_sufficiency(&table, points, &YEAR(), target);
        prop_assert_eq!(deciding(None), one.deciding_sufficiency());
        if let Some(class) = known.target() {
            let judged = Target::class(year(2026), class).judge_section(&one);
            prop_assert_eq!(deciding(Some(class)), judged.sufficiency_with_class(&one));
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

    /// A table of cutoffs says of any reading, possible or not, what the classifier says that it was
    /// made of.
    #[test]
    fn a_station_says_what_the_classifier_says(
        item in proptest::sample::select(&Item::ALL),
        (cell, odd) in (0_usize..READ.len()).prop_flat_map(|place| (cell_of(READ[place]), 0_u8..4)),
        (units, scale) in (-200_i64..20_000, 0_u8..=18),
        classifier in some_classifier(),
        against in some_class(),
    ) {
        let other = Decimal::new(if units % 9 == 0 { i64::MAX - units.abs() } else { units }, scale).unwrap();
        let reading = match (odd, Reading::parse(&cell, item)) {
            (0, _) => Reading::Value(other),
            (1, _) => Reading::Below(other),
            (2, _) if units % 5 == 0 => Reading::Missing(Missing::Star),
            (_, Ok(reading)) => reading,
            (_, Err(_)) => Reading::Value(other),
        };
        let judged = classifier.judge_against(item, &reading.into(), against);
        let expected = judged.map_err(|error| error.reason()).map(|judged| match judged {
            Judgement::Classed(classed) => ItemOutcome::Classed(classed.class()),
            Judgement::Undecidable { .. } => ItemOutcome::Undecidable,
            Judgement::NotLimited(_) => ItemOutcome::NotLimited,
            Judgement::Absent(why) => ItemOutcome::Absent(why),
        });
        let found = CutoffTable::of(&classifier).outcome(item, &reading, against);
        prop_assert_eq!(found, expected, "{} {:?}", item, reading);
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
        // A table of impact assessment compares in full.
        if class != Class::InferiorV {
            let options = ImpactOptions { class, ..ImpactOptions::HJ_2_3_2018 };
            let (standard, river) = (Standard::GB_3838_2002, WaterBody::River);
            let mut row = ItemEvaluation::new(item, river, &standard, options).unwrap();
            row.add(&reading, None).unwrap();
            let may = [half, Fraction::ZERO, Fraction::from(limit)].map(|it| row.limit().holds(&it));
            prop_assert_eq!(row.undecidable() == 1, !may[0] && (may[1] || may[2]));
            prop_assert_eq!(row.rate().exceeding() == 1, may == [false; 3]);
        }
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
