//! Function zones: two methods, item sets, zones that leave the denominator.

use gb3838::{
    Circumstances, Class, NotAssessed, Rule, SectionAssessment, Verdict, WaterBody,
    time::MonthSet,
    zone::{
        DrainageZones, DryMonths, FunctionZone, FunctionZoneAssessment, FunctionZoneOptions,
        LeftOut, ZoneItems, ZoneMethod, ZoneShare,
    },
};

use crate::make::{assess, assess_with, number, river, river_means};

fn time(readings: &[(&str, &str)]) -> SectionAssessment {
    assess_with(&river(), readings, Circumstances::new().with_target(Class::III))
}

fn mean(readings: &[(&str, &str)]) -> SectionAssessment {
    assess_with(&river_means(), readings, Circumstances::new().with_target(Class::III))
}

fn zone() -> FunctionZone {
    FunctionZone::new(Class::III)
}

/// So many times that meet 1.0 mg/L of ammonia nitrogen, and so many that do not.
fn ammonia(good: usize, bad: usize) -> Vec<SectionAssessment> {
    let cells = std::iter::repeat_n("0.5", good).chain(std::iter::repeat_n("1.6", bad));
    cells.map(|cell| time(&[("NH3-N", cell)])).collect()
}

fn by_frequency(times: &[SectionAssessment]) -> FunctionZoneAssessment {
    FunctionZoneOptions::by_frequency().assess(&zone(), times, None).unwrap()
}

fn texts(year: &FunctionZoneAssessment) -> Vec<String> {
    year.failing_times().map(|entry| entry.to_string()).collect()
}

/// At least 80 % of the times, compared exactly.
#[test]
fn four_of_five_times_is_enough_and_less_is_not() {
    let year = by_frequency(&ammonia(4, 1));
    assert_eq!((year.times_assessed(), year.times_met()), (5, 4));
    assert_eq!(year.annual_rate().unwrap().exact().to_string(), "4/5");
    assert_eq!(year.verdict(), Verdict::Met);
    // Eleven of fourteen are 78.6 %; nine of twelve 75 %.
    assert_eq!(by_frequency(&ammonia(11, 3)).verdict(), Verdict::Missed);
    assert_eq!(by_frequency(&ammonia(9, 3)).verdict(), Verdict::Missed);
    assert_eq!(by_frequency(&ammonia(10, 2)).verdict(), Verdict::Met);
}

/// The percentage is an option, recorded in the result.
#[test]
fn the_required_percentage_is_an_option() {
    let times = ammonia(9, 3);
    let of = |percent: &str| {
        let rules =
            FunctionZoneOptions::by_frequency().with_required_percent(number(percent)).unwrap();
        rules.assess(&zone(), &times, None).unwrap()
    };
    assert_eq!((of("75").verdict(), of("75.1").verdict()), (Verdict::Met, Verdict::Missed));
    assert_eq!(of("75").options().required_percent(), number("75"));
    for percent in ["-1", "100.01"] {
        let error = FunctionZoneOptions::by_frequency().with_required_percent(number(percent));
        assert!(error.unwrap_err().to_string().contains(percent));
    }
}

/// The mean is the milder method; both are in the result, and the rules choose.
#[test]
fn the_two_methods_differ() {
    let times = ammonia(9, 3);
    // (9 · 0.5 + 3 · 1.6) / 12 = 0.775
    let annual = mean(&[("NH3-N", "0.775")]);
    let year = |rules: FunctionZoneOptions| rules.assess(&zone(), &times, Some(&annual)).unwrap();
    let by_mean = year(FunctionZoneOptions::by_annual_mean());
    let by_times = year(FunctionZoneOptions::by_frequency());
    assert_eq!((by_mean.verdict(), by_times.verdict()), (Verdict::Met, Verdict::Missed));
    assert_eq!(by_mean.verdict_by_frequency(), by_times.verdict());
    assert_eq!(by_times.verdict_by_mean(), by_mean.verdict());
    assert!(by_mean.rules().any(|rule| rule == Rule::ZONE_ANNUAL_MEAN));
    assert!(by_times.rules().any(|rule| rule == Rule::ZONE_FREQUENCY));
}

/// Failing items as 氨氮(50%); by mean with a multiple over the target.
#[test]
fn failing_items_are_printed_as_reports_do() {
    let times = vec![
        time(&[("NH3-N", "1.2"), ("TP", "0.3")]),
        time(&[("NH3-N", "0.2"), ("TP", "0.1")]),
        time(&[("NH3-N", "1.1")]),
        time(&[("NH3-N", "0.9"), ("TP", "0.2")]),
    ];
    let year = by_frequency(&times);
    assert_eq!(texts(&year), ["氨氮(50%)", "总磷(33%)"]);
    let first: Vec<_> = year.failing_times().map(|entry| format!("{entry:.1}")).collect();
    assert_eq!(first, ["氨氮(50.0%)", "总磷(33.3%)"]);
    assert_eq!((year.times_assessed(), year.times_met()), (4, 2));

    let annual = mean(&[("NH3-N", "1.25"), ("DO", "4.0"), ("TP", "0.45"), ("pH", "7")]);
    let by_mean =
        FunctionZoneOptions::by_annual_mean().assess(&zone(), &[], Some(&annual)).unwrap();
    assert_eq!(by_mean.verdict(), Verdict::Missed);
    let items = crate::make::printed(by_mean.worse_by_mean().unwrap());
    assert_eq!(items, ["TP(1.25)", "NH3-N(0.25)", "DO"]);
}

/// All items, or permanganate index (or COD) and ammonia nitrogen.
#[test]
fn the_pair_leaves_out_the_other_items() {
    let times = [time(&[("CODMn", "5"), ("COD", "25"), ("NH3-N", "0.4"), ("TP", "0.5")])];
    let verdict = |items| {
        let rules = FunctionZoneOptions::by_frequency().with_items(items);
        let year = rules.assess(&zone(), &times, Some(&times[0])).unwrap();
        assert_eq!(year.verdict_by_mean(), year.verdict_by_frequency());
        assert_eq!(year.options().items(), items);
        assert_eq!(year.rules().any(|rule| rule == Rule::ZONE_PAIR), items != ZoneItems::All);
        year.verdict()
    };
    assert_eq!(verdict(ZoneItems::All), Verdict::Missed);
    assert_eq!(verdict(ZoneItems::PermanganateAndAmmonia), Verdict::Met);
    assert_eq!(verdict(ZoneItems::CodAndAmmonia), Verdict::Missed);
    // A time that lacks one of the pair is counted by the other, and said.
    let half = vec![time(&[("NH3-N", "0.4")]), time(&[("TP", "0.1")])];
    let rules = FunctionZoneOptions::by_frequency().with_items(ZoneItems::PermanganateAndAmmonia);
    let year = rules.assess(&zone(), &half, None).unwrap();
    assert_eq!((year.times_assessed(), year.times_met(), year.times_incomplete()), (1, 1, 1));
    // The same by the mean.
    let year = rules.assess(&zone(), &[], Some(&mean(&[("NH3-N", "0.4")]))).unwrap();
    assert_eq!(year.verdict_by_mean(), Verdict::Met);
    assert_eq!(year.absent_by_mean(), crate::make::set("CODMn"));
    let both = mean(&[("NH3-N", "0.4"), ("CODMn", "5")]);
    let year = rules.assess(&zone(), &[], Some(&both)).unwrap();
    assert!(year.absent_by_mean().is_empty());
}

#[test]
fn nothing_assessed_is_not_assessed() {
    let none = by_frequency(&[]);
    assert_eq!(none.annual_rate(), None);
    assert_eq!(none.verdict(), Verdict::NotAssessed(NotAssessed::NoReadings));
    assert_eq!(none.verdict_by_mean(), Verdict::NotAssessed(NotAssessed::NoReadings));
    let blank = by_frequency(&[time(&[("NH3-N", "--")])]);
    assert_eq!(blank.verdict(), Verdict::NotAssessed(NotAssessed::NoClass));
    let drain = FunctionZone::drainage_control(None);
    let year = FunctionZoneOptions::by_frequency().assess(&drain, &ammonia(1, 0), None).unwrap();
    assert_eq!(year.verdict(), Verdict::NotAssessed(NotAssessed::NoTarget));
}

/// 长江流域2017年1月份水资源质量公报: 112 of 143 protection zones are printed 78.3 %, 1002 of
/// all 1239 as 80.9 %.
#[test]
fn shares_of_zones_as_printed() {
    let (met, missed) = (by_frequency(&ammonia(1, 0)), by_frequency(&ammonia(0, 1)));
    for (good, total, printed) in [(112, 143, "78.3"), (1002, 1239, "80.9"), (54, 80, "67.5")] {
        let zones = std::iter::repeat_n(("", &met), good)
            .chain(std::iter::repeat_n(("", &missed), total - good));
        let share = ZoneShare::of(zones, DrainageZones::LeftOut).unwrap();
        assert_eq!(share.share().unwrap().percent(1).unwrap().to_string(), printed);
    }
}

fn dry(months: &[u8]) -> FunctionZone {
    zone().with_dry_months(MonthSet::new(months).unwrap())
}

/// 连续断流时间超过(含)6个月的河流型水功能区: six in a row, of rivers.
#[test]
fn six_dry_months_in_a_row_leave_a_river_out() {
    let left_out = |zone: FunctionZone| zone.left_out(DryMonths::Consecutive);
    let six = Some(LeftOut::Dry { months: 6 });
    for (months, expected) in [
        (&[1, 3, 5, 7, 9, 11][..], None),
        (&[1, 2, 3, 10, 11, 12], None),
        (&[5, 6, 7, 8, 9, 10], six),
        (&[1, 2, 3, 4, 5], None),
        (&[1, 2, 3, 4, 5, 6, 8, 9], six),
    ] {
        assert_eq!(left_out(dry(months)), expected, "{months:?}");
    }
    let months = |months: &[u8]| MonthSet::new(months).unwrap();
    // Across the year's end: October to December before, January to March here.
    let winter = dry(&[1, 2, 3]);
    assert_eq!(left_out(winter.with_dry_months_before(months(&[10, 11, 12]))), six);
    assert_eq!(left_out(winter.with_dry_months_before(months(&[9, 10, 12]))), None);
    assert_eq!(left_out(dry(&[12]).with_dry_months_after(months(&[1, 2, 3, 4, 5]))), six);
    // A run of the year before alone is not of this year.
    assert_eq!(left_out(zone().with_dry_months_before(months(&[1, 2, 3, 4, 5, 6]))), None);
    assert_eq!(left_out(dry(&[5, 6, 7, 8, 9, 10]).with_body(WaterBody::Lake)), None);
    let any = FunctionZoneOptions::by_frequency().with_dry_months(DryMonths::Any);
    let year = any.assess(&dry(&[1, 3, 5, 7, 9, 11]), &ammonia(1, 1), None).unwrap();
    assert_eq!(year.left_out(), six);
}

/// Six dry months leave the denominator, five do not; both are told.
#[test]
fn zones_leave_the_denominator_and_are_listed() {
    let rules = FunctionZoneOptions::by_frequency();
    let year =
        |zone: &FunctionZone, times: &[SectionAssessment]| rules.assess(zone, times, None).unwrap();
    let met = year(&zone(), &ammonia(4, 1));
    let missed = year(&zone(), &ammonia(1, 1));
    let five_dry = year(&dry(&[1, 2, 3, 11, 12]), &ammonia(1, 1));
    let six_dry = year(&dry(&[5, 6, 7, 8, 9, 10]), &ammonia(1, 1));
    let drain = year(&FunctionZone::drainage_control(None), &ammonia(1, 0));
    let unread = year(&zone(), &[]);
    let zones = [
        ("met", &met),
        ("missed", &missed),
        ("five", &five_dry),
        ("six", &six_dry),
        ("drain", &drain),
        ("unread", &unread),
    ];
    let share = ZoneShare::of(zones, DrainageZones::LeftOut).unwrap();
    assert_eq!(share.share().unwrap().exact().to_string(), "1/3");
    assert_eq!((share.met(), share.missed()), (1, 2));
    assert_eq!(
        share.left_out(),
        [
            ("six".to_owned(), LeftOut::Dry { months: 6 }),
            ("drain".to_owned(), LeftOut::DrainageControl)
        ]
    );
    assert_eq!(share.not_assessed(), [("unread".to_owned(), NotAssessed::NoReadings)]);
    let bounds =
        share.bounds().map(|(least, most)| (least.exact().to_string(), most.exact().to_string()));
    assert_eq!(bounds, Some(("1/4".to_owned(), "1/2".to_owned())));
    assert_eq!(share.rules().count(), 2);

    // The other option keeps drainage-control zones as zones not assessed.
    let kept = ZoneShare::of(zones, DrainageZones::NotAssessed).unwrap();
    assert_eq!((kept.left_out().len(), kept.not_assessed().len()), (1, 2));
    assert_eq!(kept.bounds().unwrap().0.exact().to_string(), "1/5");
    assert_eq!(kept.drainage(), DrainageZones::NotAssessed);

    let empty = ZoneShare::of([], DrainageZones::LeftOut).unwrap();
    assert_eq!((empty.share(), empty.bounds()), (None, None));
}

/// A province's form: frequency, the mean for the zones it marks so, or where there are too few
/// times.
#[test]
fn a_zone_may_have_a_method_of_its_own() {
    let time = |cell| assess(&river(), &[("NH3-N", cell)]);
    // Two of four times at most 1.0 are 50 %; the mean, 0.95, keeps to it.
    let times: Vec<_> = ["0.5", "0.6", "1.3", "1.4"].into_iter().map(time).collect();
    let mean = time("0.95");
    let of = |rules: FunctionZoneOptions, zone: FunctionZone| {
        let year = rules.assess(&zone, &times, Some(&mean)).unwrap();
        let rule = year.rules().next().unwrap();
        (year.method(), year.verdict(), rule)
    };
    let zone = FunctionZone::new(Class::III);
    let by_mean = (ZoneMethod::AnnualMean, Verdict::Met, Rule::ZONE_ANNUAL_MEAN);
    let by_times = (ZoneMethod::Frequency, Verdict::Missed, Rule::ZONE_FREQUENCY);
    let frequency = FunctionZoneOptions::by_frequency();
    assert_eq!(of(frequency, zone), by_times);
    assert_eq!(of(frequency, zone.with_method(ZoneMethod::AnnualMean)), by_mean);
    let few = |count| ZoneMethod::MeanWhereFewerThan(count);
    assert_eq!(of(frequency, zone.with_method(few(5))), by_mean);
    assert_eq!(of(frequency, zone.with_method(few(4))), by_times);
    assert_eq!(of(FunctionZoneOptions::by(few(5)), zone), by_mean);
    let mean = FunctionZoneOptions::by_annual_mean();
    assert_eq!(of(mean, zone.with_method(ZoneMethod::Frequency)), by_times);
}
