//! Paths that must agree: from readings, means and sums to classes, verdicts, outlooks; by hand.

use gb3838::{
    Accumulator, Bound, Circumstances, Class, Classifier, Date, Fraction, Item, ItemMap, ItemSet,
    Measurement, Month, NotAssessed, Notation, Period, Reading, Rule, SectionAssessment, Series,
    Standard, SumTable, Target, Verdict, WaterBody, Year,
    error::FloodSeasonError,
    flow::{FloodSeasonIntensity, FloodSeasonStatistic},
    mean::{MergedOrigins, Origin},
    section::{AbsenceKind, LastYear, PollutionItemsOptions, ValueRemark},
    source::{SourceItem, SurfaceSource},
    sums::SumSpan,
    target::{ItemBound, MonthsMet, Outlook, Prospect, TooFewSamples},
    time::SamplingGap,
    zone::{FunctionZone, FunctionZoneOptions},
};

use crate::make::{assess, assess_with, number, river, river_means, set};

pub(crate) fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

pub(crate) fn target(class: Class) -> Target {
    Target::class(year(2026), class)
}

fn with_limit(item: Item, bound: Bound) -> Target {
    let limits = vec![ItemBound { item, bound }];
    Target { from: year(2026), class: None, limits, no_worse_than_last_year: false }
}

/// One cell of an item at a point in a month, from 1.
pub(crate) type Cell = (usize, u8, Item, String);

/// The same cells as a series and as a table of two points.
pub(crate) fn both(cells: &[Cell]) -> (Series, SumTable) {
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

pub(crate) fn of_series(
    river: &Classifier,
    series: &Series,
    known: &Circumstances,
) -> SectionAssessment {
    let period = Period::year(year(2026));
    let means = series.means(&period, period.averaging()).unwrap();
    let measured: ItemMap<Measurement> =
        means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
    river.assess_with(&measured, known).unwrap()
}

fn all_year(item: Item, cell: &str) -> Vec<Cell> {
    (1..=12).map(|month| (0, month, item, cell.to_owned())).collect()
}

pub(crate) const YEAR: fn() -> SumSpan = || SumSpan::months(0..12);

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

/// pH and oxygen in all months, phosphorus in two, COD in four: what was not asked for makes no
/// class provisional, and what the class needs does.
#[test]
fn what_was_not_asked_for_needs_no_months() {
    let mut cells = [all_year(Item::Ph, "7"), all_year(Item::DissolvedOxygen, "7")].concat();
    cells.extend((1..=2).map(|month| (0, month, Item::TotalPhosphorus, "0.05".to_owned())));
    cells.extend((1..=4).map(|month| (0, month, Item::ChemicalOxygenDemand, "12".to_owned())));
    let (series, table) = both(&cells);
    for (asked, found, without_value, too_few) in [
        ("pH,DO", Some(12), "", ""),
        ("pH,DO,COD", Some(12), "", ""),
        ("pH,DO,TP", Some(2), "", "TP"),
        ("pH,CODMn,COD", None, "CODMn", ""),
        ("COD", Some(4), "", "COD"),
        ("COD,BOD5", None, "BOD5", "COD"),
    ] {
        let river = river_means().with_items(set(asked));
        let known = Circumstances::new().with_target(Class::II);
        let section = river.assess_section(&table, &[0], &YEAR(), &known).unwrap();
        let sums = river.assess_points_with(&table, &[0], &YEAR(), &known).unwrap();
        let is_open = found != Some(12);
        assert_eq!(sums.sufficiency().map(|it| it.found()), found, "{asked}");
        assert_eq!(sums.is_provisional(), is_open, "{asked}");
        let of_series = of_series(&river, &series, &known);
        for section in [&section, &of_series] {
            assert_eq!(section.sufficiency().map(|it| it.found()), found, "{asked}");
            assert_eq!(section.needed_without_value().to_string(), without_value, "{asked}");
            assert_eq!(section.needed_of_too_few().to_string(), too_few, "{asked}");
            let judged = target(Class::II).judge_section(section);
            assert_eq!((section.is_provisional(), judged.is_provisional()), (is_open, is_open));
        }
    }
}

/// What stands beside a class and a verdict are the months of the items that decide, and not those of
/// the worst sampled: ammonia 1.2, IV, in all months, phosphorus 0.015, I, in January alone, and no
/// oxygen. A limit of mercury of its own is missed in one month.
#[test]
fn months_beside_a_verdict_are_those_of_the_items_that_decide() {
    let mut cells = all_year(Item::AmmoniaNitrogen, "1.2");
    cells.extend(all_year(Item::Ph, "7"));
    cells.extend(all_year(Item::PermanganateIndex, "3"));
    cells.push((0, 1, Item::TotalPhosphorus, "0.015".to_owned()));
    cells.push((0, 6, Item::Mercury, "0.00004".to_owned()));
    let (series, _) = both(&cells);
    let section = of_series(&river_means(), &series, &Circumstances::new());
    assert_eq!(section.needed_without_value().to_string(), "DO");
    assert_eq!(section.needed_of_too_few().to_string(), "TP");
    let found = |target: &Target| {
        let judged = target.judge(&section, None);
        (judged.verdict(), judged.sufficiency_with_class(&section).map(|it| it.found()))
    };
    assert_eq!(found(&target(Class::III)), (Verdict::Missed, Some(12)));
    assert_eq!(found(&target(Class::IV)), (Verdict::Met, Some(12)));
    let mercury = with_limit(Item::Mercury, Bound::Below(number("0.00004")));
    assert_eq!(found(&mercury), (Verdict::Missed, Some(1)));
    let empty = of_series(&river_means(), &both(&[]).0, &Circumstances::new());
    assert_eq!(target(Class::III).judge(&empty, None).sufficiency_with_class(&empty), None);
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
    // A class from pH alone is marked; it has all of the five that were asked for.
    assert!(section.is_of_few_items() && !section.is_provisional());
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
