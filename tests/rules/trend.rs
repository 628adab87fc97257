//! Trends: the rank correlation, its printed critical values, all orders, Student's t.

use core::cell::Cell;
use core::cmp::Ordering;

use gb3838::{
    Comparison, Decimal, Error, Item, Rule,
    error::TrendError,
    region::SectionChange,
    trend::{
        CriticalBound, Direction, RankCorrelation, SignificanceLevel, SignificanceMethod,
        TieFormula, Trend, TrendOptions,
    },
};

use crate::make::number;

use SignificanceLevel::{FivePercent, OnePercent};

pub(crate) const RULE: TrendOptions = TrendOptions::DOCUMENT_22;
pub(crate) const ALL_ORDERS: TrendOptions = RULE.with_method(SignificanceMethod::AllOrders);
pub(crate) const STUDENT_T: TrendOptions = RULE.with_method(SignificanceMethod::StudentT);

fn coefficient(values: &[i32]) -> String {
    RankCorrelation::of(values).unwrap().coefficient().to_string()
}

/// Significance at 0.05 and at 0.01.
pub(crate) fn significant(trend: &Trend) -> (bool, bool) {
    (trend.is_significant_at(FivePercent), trend.is_significant_at(OnePercent))
}

pub(crate) fn printed(count: u32, r: &str, rule: TrendOptions) -> Trend {
    let correlation = RankCorrelation::printed(count, number(r)).unwrap();
    Trend::of_correlation(correlation, &rule).unwrap()
}

thread_local! {
    static COMPARED: Cell<u64> = const { Cell::new(0) };
}

/// A value that counts how often it is compared.
#[derive(PartialEq, Eq)]
struct Counted(u32);

impl Ord for Counted {
    fn cmp(&self, other: &Self) -> Ordering {
        COMPARED.set(COMPARED.get() + 1);
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Counted {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A hundred thousand values, with ties and without: some comparisons a value and level of a
/// sorting tree, where every pair would be ten thousand million.
#[test]
fn long_series_take_near_linear_work() {
    const COUNT: u32 = 100_000;
    for ties in [1, 7, COUNT] {
        // An order far from sorted: 61 803 and 100 000 have no common divisor.
        let scattered = (0..u64::from(COUNT)).map(|place| place * 61_803 % u64::from(COUNT));
        let values: Vec<Counted> =
            scattered.map(|value| Counted(u32::try_from(value).unwrap() / ties)).collect();
        COMPARED.set(0);
        let trend = Trend::of(&values, &RULE).unwrap();
        assert_eq!(trend.correlation().count(), COUNT);
        let levels = u64::from(COUNT.ilog2() + 1);
        let most = 10 * u64::from(COUNT) * levels;
        assert!(COMPARED.get() <= most, "{} comparisons", COMPARED.get());
    }
}

/// Coefficients as computed with exact rationals elsewhere, mean ranks on ties.
#[test]
fn coefficients_are_exact() {
    assert_eq!(coefficient(&[1, 2, 3, 4, 5]), "1");
    assert_eq!(coefficient(&[5, 4, 3, 2, 1]), "-1");
    assert_eq!(coefficient(&[30, 28, 28, 28, 21, 25]), "-27/35");
    assert_eq!(coefficient(&[1, 1, 1, 2, 2]), "7/8");
    assert_eq!(coefficient(&[6, 6, 5, 4, 3, 1, 2]), "-15/16");
    assert_eq!(coefficient(&[2, 1, 3, 3, 4, 4]), "32/35");
    // Nothing moves: Σd² = 10 of the possible 40, as the formula is printed.
    assert_eq!(coefficient(&[7, 7, 7, 7, 7]), "1/2");
    let decimals = ["0.10", "0.1", "0.20", "0.3", "0.300"].map(number);
    assert!(RankCorrelation::of(&decimals).unwrap().has_ties());
    assert!(!RankCorrelation::of(&[1, 2, 3, 5, 4]).unwrap().has_ties());
}

#[test]
fn four_values_are_too_few() {
    let error = RankCorrelation::of(&[1, 2, 3, 4]).unwrap_err();
    assert_eq!(error, TrendError::TooFew { count: 4 });
    assert!(Error::from(error).to_string().contains('4'));
    assert_eq!(RankCorrelation::of::<Decimal>(&[]), Err(TrendError::TooFew { count: 0 }));
    assert_eq!(RankCorrelation::printed(4, number("0.9")), Err(TrendError::TooFew { count: 4 }));
    assert!(RankCorrelation::of(&[1, 2, 3, 4, 5]).is_ok());
}

#[test]
fn a_coefficient_beyond_one_is_none() {
    for r in ["1.001", "-1.001"] {
        let error = RankCorrelation::printed(20, number(r)).unwrap_err();
        assert_eq!(error, TrendError::NoCoefficient { coefficient: number(r) });
        assert!(error.to_string().contains(r));
    }
    assert!(RankCorrelation::printed(20, number("-1.000")).is_ok());
    // Σd² of so many values has no room, and no coefficient comes from them.
    let overflow = RankCorrelation::printed(2_000_000, number("0.5"));
    assert!(matches!(overflow, Err(TrendError::Overflow(_))));
    let million = printed(1_000_000, "0.002", RULE);
    assert_eq!(significant(&million), (true, false));
}

/// Every printed value is met by itself and missed by 0.001 less, on both sides.
#[test]
fn the_printed_table_decides_where_it_has_n() {
    let mut found = Vec::new();
    for count in 5..=40 {
        for level in SignificanceLevel::ALL {
            let Some(critical) = level.critical_value(count) else { continue };
            found.push(count);
            let less = Decimal::new(critical.units() - 1, 3).unwrap();
            let at = |r: Decimal| {
                let correlation = RankCorrelation::printed(count, r).unwrap();
                let trend = Trend::of_correlation(correlation, &RULE).unwrap();
                assert_eq!(trend.method(), SignificanceMethod::PrintedTable);
                trend.is_significant_at(level)
            };
            let minus = |r: Decimal| Decimal::new(-r.units(), 3).unwrap();
            assert!(at(critical) && at(minus(critical)), "{count}");
            assert!(!at(less) && !at(minus(less)), "{count}");
        }
    }
    found.dedup();
    assert_eq!(found, [5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30]);
}

/// Published: COD of the Haihe, N = 20, r = 0.4075, a significant rise. The r of 0.5320 for
/// dissolved oxygen is below the printed 0.534, although its authors print "极显著".
#[test]
fn published_trends() {
    let cod = printed(20, "0.4075", RULE);
    assert_eq!((significant(&cod), cod.direction()), ((true, false), Direction::Rise));
    assert_eq!(cod.direction().means_for(Item::ChemicalOxygenDemand), Some(SectionChange::Worse));
    let oxygen = printed(20, "0.5320", RULE);
    assert_eq!((significant(&oxygen), oxygen.direction()), ((true, false), Direction::Rise));
    assert_eq!(oxygen.direction().means_for(Item::DissolvedOxygen), Some(SectionChange::Better));
    let none = printed(20, "-0.376", RULE);
    assert_eq!((significant(&none), none.direction()), ((false, false), Direction::None));
    assert_eq!(none.direction().means_for(Item::DissolvedOxygen), Some(SectionChange::Same));
}

/// 29/35 = 0.82857… is the printed 0.829: rounded it is significant, to the letter it is not;
/// all orders side with rounding (21 of 720).
#[test]
fn coefficients_are_rounded_as_the_table_is() {
    // Σd² = 6.
    let values = [2, 1, 4, 3, 6, 5];
    assert_eq!(coefficient(&values), "29/35");
    assert_eq!(significant(&Trend::of(&values, &RULE).unwrap()), (true, false));
    let full = RULE.with_comparison(Comparison::FullValue);
    let trend = Trend::of(&values, &full).unwrap();
    assert_eq!(significant(&trend), (false, false));
    assert_eq!(trend.options().comparison(), Comparison::FullValue);
    for rule in [ALL_ORDERS, ALL_ORDERS.with_comparison(Comparison::FullValue)] {
        assert_eq!(significant(&Trend::of(&values, &rule).unwrap()), (true, false));
    }
}

/// The printed formula leans towards a rise where values are equal; the other does not.
#[test]
fn ties_alone_make_no_trend() {
    // Thirty results below the detection limit: rs = 1/2 as printed, above 0.432.
    let still = [1; 30];
    let centred = RULE.with_ties(TieFormula::Centred);
    assert_eq!(coefficient(&still), "1/2");
    for rule in [RULE, centred, STUDENT_T] {
        let trend = Trend::of(&still, &rule).unwrap();
        assert_eq!((significant(&trend), trend.direction()), ((false, false), Direction::None));
        assert!(trend.correlation().centred().is_zero());
    }
    // One value above the limit at the end: Σd² = 2030, by exact rationals elsewhere.
    let mut one_later = still;
    one_later[29] = 2;
    let trend = Trend::of(&one_later, &RULE).unwrap();
    assert_eq!(trend.correlation().coefficient().to_string(), "17/31");
    assert_eq!(trend.correlation().centred().to_string(), "3/31");
    assert_eq!(significant(&trend), (true, true));
    let trend = Trend::of(&one_later, &centred).unwrap();
    assert_eq!(significant(&trend), (false, false));
    assert_eq!(trend.options().ties(), TieFormula::Centred);
    // One at the beginning: a fall of the same strength, as printed still a rise.
    let mut one_before = still;
    one_before[0] = 2;
    let correlation = RankCorrelation::of(&one_before).unwrap();
    assert_eq!(correlation.centred().to_string(), "-3/31");
    assert!(!correlation.coefficient().is_negative());
    assert_eq!(significant(&Trend::of(&one_before, &RULE).unwrap()), (false, false));
    // Without ties there is one coefficient.
    let correlation = RankCorrelation::of(&[3, 1, 2, 5, 4, 6]).unwrap();
    assert_eq!(correlation.centred(), correlation.coefficient());
}

/// Where neither print nor count reaches, Student's t decides and the result says so. Critical
/// values by 40-digit arithmetic: N = 25, 0.33652351 and 0.46223079; N = 31, 0.30089765 and
/// 0.41579213; N = 200, 0.11664248 and 0.16440720.
#[test]
fn student_t_decides_long_series() {
    for (count, r, expected) in [
        (25, "0.3365", (false, false)),
        (25, "0.3366", (true, false)),
        (25, "-0.4622", (true, false)),
        (25, "-0.4623", (true, true)),
        (31, "0.3008", (false, false)),
        (31, "0.3009", (true, false)),
        (31, "0.4157", (true, false)),
        (31, "0.4158", (true, true)),
        (200, "0.1166", (false, false)),
        (200, "-0.1167", (true, false)),
        (200, "0.1644", (true, false)),
        (200, "0.1645", (true, true)),
        (25, "1", (true, true)),
        (31, "0", (false, false)),
    ] {
        let trend = printed(count, r, RULE);
        assert_eq!(trend.method(), SignificanceMethod::StudentT);
        assert_eq!(significant(&trend), expected, "{count} {r}");
        assert!(trend.rules().any(|rule| rule == Rule::TREND_STUDENT_T));
    }
}

/// Asked for, Student's t also stands where the table has N: 0.37834086 for N = 20, not 0.377.
#[test]
fn the_method_is_an_option() {
    assert_eq!(significant(&printed(20, "0.378", RULE)), (true, false));
    assert_eq!(significant(&printed(20, "0.378", STUDENT_T)), (false, false));
    assert_eq!(significant(&printed(20, "0.379", STUDENT_T)), (true, false));
    assert_eq!(printed(20, "0.378", STUDENT_T).method(), SignificanceMethod::StudentT);
    assert_eq!(STUDENT_T.method(), SignificanceMethod::StudentT);
}

/// A fall is better, except of oxygen; pH and temperature have no good end.
#[test]
fn a_direction_means_what_the_item_makes_of_it() {
    for (item, rise, fall) in [
        (Item::DissolvedOxygen, SectionChange::Better, SectionChange::Worse),
        (Item::TotalPhosphorus, SectionChange::Worse, SectionChange::Better),
    ] {
        assert_eq!(Direction::Rise.means_for(item), Some(rise));
        assert_eq!(Direction::Fall.means_for(item), Some(fall));
    }
    for item in [Item::Ph, Item::WaterTemperature] {
        assert_eq!(Direction::Rise.means_for(item), None);
    }
    assert_eq!(Direction::Fall.name_zh(), "下降");
}

/// A long series is exact too.
#[test]
fn a_long_series_has_a_trend() {
    let values: Vec<i32> = (0..2000).rev().collect();
    let trend = Trend::of(&values, &RULE).unwrap();
    assert_eq!(trend.correlation().coefficient().to_string(), "-1");
    assert_eq!(trend.direction(), Direction::Fall);
}

/// Two neighbours of five changed give 1 − 6 · 2 / 120 = 0.900, the printed critical value itself:
/// "greater than" is met by what lies above it alone.
#[test]
fn a_coefficient_equal_to_the_critical_value_is_a_matter_of_the_bound() {
    let above = RULE.with_bound(CriticalBound::GreaterThan);
    assert_eq!((RULE.bound(), above.bound()), (CriticalBound::AtLeast, CriticalBound::GreaterThan));
    assert_eq!(coefficient(&[1, 2, 3, 5, 4]), "9/10");
    for (values, at_least, greater) in [
        ([1, 2, 3, 5, 4], true, false),
        ([4, 5, 3, 2, 1], true, false),
        ([1, 2, 3, 4, 5], true, true),
        ([1, 3, 2, 5, 4], false, false),
    ] {
        let of = |rule| Trend::of(&values, &rule).unwrap().is_significant_at(FivePercent);
        assert_eq!((of(RULE), of(above)), (at_least, greater), "{values:?}");
    }
}
