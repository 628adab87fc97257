//! Trends by all orders of the ranks: where nothing is printed, where values are equal.

use gb3838::{
    Decimal, Error, Rule,
    error::TrendError,
    trend::{Direction, RankCorrelation, SignificanceLevel, SignificanceMethod, Trend},
};

use crate::trend::{ALL_ORDERS, RULE, STUDENT_T, printed, significant};

use SignificanceLevel::FivePercent;

/// The printed values for N = 5 to 9 are the exact ones: without ties, table and all orders
/// agree at every attainable coefficient.
#[test]
fn all_orders_confirm_the_table() {
    for count in 5_u32..=9 {
        let cubed = i64::from(count * count * count - count);
        for squares in (0..=cubed / 3).step_by(2) {
            // Six decimals keep every attainable coefficient apart.
            let r = gb3838::Fraction::ratio(cubed - 6 * squares, cubed).unwrap().round(6).unwrap();
            let correlation = RankCorrelation::printed(count, r).unwrap();
            let decided = |rule| significant(&Trend::of_correlation(correlation, rule).unwrap());
            assert_eq!(decided(&RULE), decided(&ALL_ORDERS), "{count} {r}");
        }
    }
}

/// With ties the table is off, which all orders of the ranks show; counts by enumeration
/// elsewhere: 4 of 120, 6 of 120, 10 of 5040, 8 of 720.
#[test]
fn all_orders_know_ties() {
    for (values, by_table, by_orders) in [
        (&[3, 3, 2, 2, 1][..], (false, false), (true, false)),
        (&[3, 2, 2, 2, 1], (false, false), (true, false)),
        (&[1, 1, 1, 2, 2], (false, false), (false, false)),
        (&[6, 6, 5, 4, 3, 1, 2], (true, true), (true, true)),
        (&[2, 1, 3, 3, 4, 4], (true, false), (true, false)),
        (&[1, 1, 1, 2, 3, 4], (true, true), (true, true)),
    ] {
        assert_eq!(significant(&Trend::of(values, &RULE).unwrap()), by_table, "{values:?}");
        let trend = Trend::of(values, &ALL_ORDERS).unwrap();
        assert_eq!(significant(&trend), by_orders, "{values:?}");
        assert_eq!(trend.rules().collect::<Vec<_>>(), [Rule::TREND, Rule::TREND_ALL_ORDERS]);
    }
}

/// The coefficient of a Σd², with six decimals: they keep all that can be attained apart.
fn of_squares(count: u32, squares: i64) -> Decimal {
    let cubed = i64::from(count).pow(3) - i64::from(count);
    gb3838::Fraction::ratio(cubed - 6 * squares, cubed).unwrap().round(6).unwrap()
}

/// The last Σd² that is significant, the orders that keep to it, those that keep to the next.
type Edge = (i64, u128, u128);

/// N, and for 0.05 and 0.01 the last Σd² that is significant, with the number of orders that
/// keep to it and to the next one, of N!; counted elsewhere, up to N = 12 by two programs.
const COUNTED: [(u32, [Edge; 2]); 11] = [
    (11, [(102, 1_874_422, 2_002_045), (64, 363_135, 406_241)]),
    (12, [(142, 23_688_490, 24_941_145), (92, 4_436_130, 4_836_594)]),
    (13, [(188, 302_176_267, 315_640_063), (128, 60_435_209, 64_628_147)]),
    (14, [(244, 4_239_185_132, 4_393_196_954), (170, 831_103_465, 877_129_675)]),
    (15, [(310, 63_582_981_112, 65_521_450_173), (222, 12_723_609_294, 13_303_228_032)]),
    (16, [(388, 1_031_042_021_824, 1_057_275_704_875), (284, 209_027_765_843, 216_854_013_884)]),
    (
        17,
        [
            (478, 17_725_328_104_914, 18_112_913_101_214),
            (354, 3_497_577_798_361, 3_609_589_183_929),
        ],
    ),
    (
        18,
        [
            (580, 319_553_158_399_142, 325_565_450_441_528),
            (436, 63_103_725_423_904, 64_826_617_114_134),
        ],
    ),
    (
        19,
        [
            (694, 5_999_273_043_193_085, 6_097_762_476_134_756),
            (530, 1_203_666_612_341_035, 1_232_009_175_468_822),
        ],
    ),
    (
        20,
        [
            (824, 120_195_129_206_255_800, 121_929_609_920_680_543),
            (636, 23_985_106_544_464_094, 24_478_556_043_590_814),
        ],
    ),
    (
        21,
        [
            (970, 2_537_839_397_606_691_361, 2_570_060_402_562_321_475),
            (756, 504_633_914_417_793_681, 513_735_967_490_677_777),
        ],
    ),
];

/// Where nothing is printed, all orders decide up to N = 23, on both sides of each edge.
#[test]
fn all_orders_decide_where_nothing_is_printed() {
    for (count, levels) in COUNTED {
        let all: u128 = (1..=u128::from(count)).product();
        for ((squares, kept, next), level) in levels.into_iter().zip(SignificanceLevel::ALL) {
            let one_in = if level == FivePercent { 20 } else { 100 };
            assert!(kept * one_in <= all && all < next * one_in, "{count}");
            for (squares, expected) in [(squares, true), (squares + 2, false)] {
                let r = of_squares(count, squares);
                let minus = Decimal::new(-r.units(), r.scale()).unwrap();
                for r in [r, minus] {
                    // Even numbers are printed, and counted where that is asked for.
                    let rule = if count % 2 == 0 { ALL_ORDERS } else { RULE };
                    let trend = printed(count, &r.to_string(), rule);
                    assert_eq!(trend.method(), SignificanceMethod::AllOrders);
                    assert_eq!(trend.is_significant_at(level), expected, "{count} {r}");
                    assert!(trend.rules().any(|rule| rule == Rule::TREND_ALL_ORDERS));
                }
            }
        }
    }
    // Counted elsewhere in floats: 4.964 and 5.014 %, 0.992 and 1.006 % of 23! orders.
    for (squares, expected) in
        [(1040, (true, true)), (1042, (true, false)), (1310, (true, false)), (1312, (false, false))]
    {
        let trend = printed(23, &of_squares(23, squares).to_string(), RULE);
        assert_eq!(trend.method(), SignificanceMethod::AllOrders);
        assert_eq!(significant(&trend), expected, "{squares}");
    }
    // Σd² = 104 of eleven: 5.02 % of the orders, which Student's t takes for 4.97 %.
    let r = of_squares(11, 104).to_string();
    assert_eq!(significant(&printed(11, &r, RULE)), (false, false));
    assert_eq!(significant(&printed(11, &r, STUDENT_T)), (true, false));
}

/// The number of orders of 1 … N by Σd², by what is used of the last places.
fn orders_by_squares(count: u32) -> Vec<u64> {
    let width = usize::try_from((count.pow(3) - count) / 3 + 1).unwrap();
    let mut by_used = vec![vec![]; 1 << count];
    by_used[0] = vec![0_u64; width];
    by_used[0][0] = 1;
    for used in 0..(1_usize << count) - 1 {
        let place = used.count_ones();
        let here = std::mem::take(&mut by_used[used]);
        for rank in (0..count).filter(|rank| used & 1 << rank == 0) {
            let there = &mut by_used[used | 1 << rank];
            there.resize(width, 0);
            let more = rank.abs_diff(place).pow(2) as usize;
            for (squares, orders) in here.iter().enumerate().filter(|(_, orders)| **orders > 0) {
                there[squares + more] += orders;
            }
        }
    }
    by_used.pop().unwrap()
}

/// Each attainable coefficient of short series, against a count of all orders.
#[test]
fn all_orders_are_counted_right() {
    for count in 5_u32..=11 {
        let orders = orders_by_squares(count);
        let all: u64 = (1..=u64::from(count)).product();
        assert_eq!(orders.iter().sum::<u64>(), all);
        let mut kept = 0;
        for (squares, orders) in (0..).zip(&orders).filter(|(squares, _)| squares % 2 == 0) {
            kept += orders;
            let r = of_squares(count, squares);
            if r.is_negative() {
                break;
            }
            let expected = (kept * 20 <= all, kept * 100 <= all);
            let trend = printed(count, &r.to_string(), ALL_ORDERS);
            assert_eq!(significant(&trend), expected, "{count} {r}");
        }
    }
}

/// Eleven and thirteen values with equal ones are counted too. Orders at least as extreme, by
/// enumeration elsewhere: 310 of 6 930, 127 245 of 2 494 800, 793 of 277 200, 125 278 of
/// 2 162 160, 209 982 of 10 810 800, 1 of 13 twice.
#[test]
fn all_orders_decide_ties_where_nothing_is_printed() {
    for (values, coefficient_as_printed, expected, direction) in [
        (&[1, 1, 2, 1, 1, 2, 3, 2, 1, 3, 2][..], "23/40", (true, false), Direction::Rise),
        (&[5, 3, 1, 2, 7, 3, 4, 4, 6, 5, 7], "29/55", (false, false), Direction::None),
        (&[5, 4, 4, 3, 5, 2, 3, 2, 2, 3, 1], "-41/55", (true, true), Direction::Fall),
        (&[3, 3, 6, 5, 3, 3, 3, 4, 5, 8, 4, 4, 6], "87/182", (false, false), Direction::None),
        (&[5, 4, 6, 4, 7, 3, 6, 3, 2, 4, 3, 4, 2], "-50/91", (true, false), Direction::Fall),
        (&[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], "17/28", (false, false), Direction::None),
        (&[2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], "5/28", (false, false), Direction::None),
        (&[4; 13], "1/2", (false, false), Direction::None),
    ] {
        let trend = Trend::of(values, &RULE).unwrap();
        assert_eq!(trend.correlation().coefficient().to_string(), coefficient_as_printed);
        assert_eq!(trend.method(), SignificanceMethod::AllOrders, "{values:?}");
        assert_eq!((significant(&trend), trend.direction()), (expected, direction), "{values:?}");
    }
    // Ten are in the table; asked for, all orders say 85 of 4 200.
    let ten = [3, 3, 3, 1, 2, 1, 2, 1, 2, 1];
    assert_eq!(significant(&Trend::of(&ten, &ALL_ORDERS).unwrap()), (true, false));
}

/// Beyond 23 values, or 13 with equal ones, Student's t stands in and the result says so.
#[test]
fn orders_that_are_not_counted_are_an_error_where_asked_for() {
    let too_many = |count, most| Err(TrendError::TooManyOrders { count, most });
    let rising: Vec<i32> = (0..25).collect();
    assert_eq!(Trend::of(&rising, &ALL_ORDERS), too_many(25, 23));
    let trend = Trend::of(&rising, &RULE).unwrap();
    assert_eq!(
        (trend.method(), trend.direction()),
        (SignificanceMethod::StudentT, Direction::Rise)
    );
    let mut tied: Vec<i32> = (0..15).collect();
    tied[1] = 0;
    assert_eq!(Trend::of(&tied, &ALL_ORDERS), too_many(15, 13));
    assert_eq!(Trend::of(&tied, &RULE).unwrap().method(), SignificanceMethod::StudentT);
    assert_eq!(Trend::of(&rising[..15], &RULE).unwrap().method(), SignificanceMethod::AllOrders);
    let error = Error::from(Trend::of(&tied, &ALL_ORDERS).unwrap_err());
    assert!(error.to_string().contains("15") && error.to_string().contains("13"), "{error}");
}
