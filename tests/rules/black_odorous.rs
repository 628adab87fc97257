//! Black-odorous water: every printed bound, points, stretches, whole bodies, rural water.

use BlackOdorousGrade::{Heavy, Light, None as Not};
use BlackOdorousIndicator as Indicator;
use gb3838::{
    Rule,
    black_odorous::{
        BlackOdorousBody, BlackOdorousGrade, BlackOdorousIndicator, BlackOdorousPoint,
        BlackOdorousReadings, RuralBlackOdorous, RuralShallowWater, Transparency, heavy_stretches,
    },
    error::BlackOdorousError,
};

use crate::make::number;

/// Readings as text, in the order of the table; a dash was not read.
fn readings([transparency, oxygen, redox, ammonia]: [&str; 4]) -> BlackOdorousReadings {
    let read = |text: &str| (text != "-").then(|| number(text));
    BlackOdorousReadings {
        transparency: read(transparency).map(Transparency::Centimetres),
        dissolved_oxygen: read(oxygen),
        redox_potential: read(redox),
        ammonia_nitrogen: read(ammonia),
    }
}

fn grade(cells: [&str; 4]) -> Option<BlackOdorousGrade> {
    readings(cells).grade().unwrap()
}

fn in_depth(centimetres: &str, depth: &str) -> BlackOdorousReadings {
    let transparency = Transparency::InDepth {
        centimetres: number(centimetres),
        depth_centimetres: number(depth),
    };
    BlackOdorousReadings { transparency: Some(transparency), ..Default::default() }
}

/// Light ranges include both ends as printed; heavy is beyond them.
#[test]
fn each_printed_bound_is_on_its_side() {
    for (place, values) in [
        [("25.1", Not), ("25", Light), ("10", Light), ("9.9", Heavy), ("0", Heavy)],
        [("2.01", Not), ("2.0", Light), ("0.2", Light), ("0.19", Heavy), ("0", Heavy)],
        [("51", Not), ("50", Light), ("-200", Light), ("-200.1", Heavy), ("-350", Heavy)],
        [("7.99", Not), ("8.0", Light), ("15", Light), ("15.01", Heavy), ("40", Heavy)],
    ]
    .into_iter()
    .enumerate()
    {
        for (value, expected) in values {
            let mut cells = ["-"; 4];
            cells[place] = value;
            assert_eq!(grade(cells), Some(expected), "{} {value}", Indicator::ALL[place].name_en());
            let read = readings(cells);
            assert_eq!(read.grade_of(Indicator::ALL[place]), Ok(Some(expected)));
            assert_eq!(read.grade_of(Indicator::ALL[(place + 1) % 4]), Ok(None));
        }
    }
}

/// The trap: more than 8 mg/L of ammonia nitrogen is not yet heavy.
#[test]
fn eight_milligrams_of_ammonia_are_light() {
    assert_eq!(grade(["-", "-", "-", "8.282"]), Some(Light));
    assert_eq!(grade(["-", "-", "-", "14.9265"]), Some(Light));
    assert_eq!(grade(["-", "-", "-", "17.901"]), Some(Heavy));
}

#[test]
fn the_worst_indicator_makes_the_grade() {
    assert_eq!(grade(["40", "5", "120", "0.5"]), Some(Not));
    assert_eq!(grade(["40", "1.5", "120", "0.5"]), Some(Light));
    assert_eq!(grade(["40", "1.5", "-201", "0.5"]), Some(Heavy));
    assert_eq!(grade(["-"; 4]), None);
    assert_eq!(readings(["-"; 4]).rule(), Rule::BLACK_ODOROUS);
    assert_eq!([Not, Light, Heavy].map(BlackOdorousGrade::name), ["none", "light", "heavy"]);
}

/// Under 25 cm of water, 40 % of the depth stand for 10 cm: 8 cm in 20.
#[test]
fn shallow_water_has_its_own_bound() {
    for (centimetres, depth, expected) in [
        ("8", "20", Light),
        ("7.9", "20", Heavy),
        ("9.96", "24.9", Light),
        ("9.95", "24.9", Heavy),
        ("19.9", "20", Light),
        // From 25 cm on it is 10 cm again.
        ("10", "25", Light),
        ("9.9", "25", Heavy),
        ("9.9", "100", Heavy),
        ("26", "100", Not),
        // As much as the depth: one sees the bottom.
        ("20", "20", Not),
        ("5", "5", Not),
        ("25", "25", Not),
    ] {
        assert_eq!(
            in_depth(centimetres, depth).grade(),
            Ok(Some(expected)),
            "{centimetres} {depth}"
        );
    }
    let clear = BlackOdorousReadings {
        transparency: Some(Transparency::ToTheBottom),
        ..readings(["-", "-", "-", "16"])
    };
    assert_eq!(clear.grade_of(Indicator::Transparency), Ok(Some(Not)));
    // The other indicators still count.
    assert_eq!(clear.grade(), Ok(Some(Heavy)));
}

#[test]
fn readings_that_cannot_be_are_errors() {
    for (centimetres, depth) in [("21", "20"), ("0", "0"), ("-3", "-2")] {
        let error = in_depth(centimetres, depth).grade().unwrap_err();
        assert!(matches!(error, BlackOdorousError::Depth { .. }));
        assert!(error.to_string().contains(centimetres), "{error}");
    }
    for cells in [["-1", "-", "-", "-"], ["-", "-1", "-", "-"], ["-", "-", "-", "-1"]] {
        let error = readings(cells).grade().unwrap_err();
        assert!(matches!(error, BlackOdorousError::Negative { .. }));
        let mut point = BlackOdorousPoint::new();
        assert_eq!(point.add(&readings(cells)), Err(error));
        assert_eq!(point, BlackOdorousPoint::new());
        let rural = RuralBlackOdorous::of(&readings(cells), RuralShallowWater::SameBound);
        assert_eq!(rural, Err(error));
    }
    let negative = in_depth("-3", "20").grade().unwrap_err();
    assert!(matches!(negative, BlackOdorousError::Negative { .. }));
}

fn point(all: &[[&str; 4]]) -> BlackOdorousPoint {
    let mut point = BlackOdorousPoint::new();
    for cells in all {
        point.add(&readings(*cells)).unwrap();
    }
    point
}

/// One indicator with 60 % of its readings heavy, or two with 30 % each.
#[test]
fn a_point_is_heavy_by_shares_of_its_readings() {
    let ammonia = |heavy: usize, total: usize| -> Vec<[&str; 4]> {
        (0..total).map(|n| ["-", "-", "-", if n < heavy { "16" } else { "3" }]).collect()
    };
    assert_eq!(point(&ammonia(6, 10)).grade(), Some(Heavy));
    assert_eq!(point(&ammonia(5, 10)).grade(), Some(Light));
    // 59 of 99 are 59.6 %, 60 of 100 are 60 %.
    assert_eq!(point(&ammonia(59, 99)).grade(), Some(Light));
    assert_eq!(point(&ammonia(60, 100)).grade(), Some(Heavy));
    let two = |oxygen: usize, ammonia: usize| -> Vec<[&str; 4]> {
        (0..10)
            .map(|n| {
                [
                    "-",
                    if n < oxygen { "0.1" } else { "4" },
                    "100",
                    if n < ammonia { "16" } else { "3" },
                ]
            })
            .collect()
    };
    assert_eq!(point(&two(3, 3)).grade(), Some(Heavy));
    assert_eq!(point(&two(3, 2)).grade(), Some(Light));
    assert_eq!(point(&two(5, 2)).grade(), Some(Light));
    let both = point(&two(3, 4));
    assert!(both.heavy_indicators().eq([Indicator::DissolvedOxygen, Indicator::AmmoniaNitrogen]));
    assert!(both.absent().eq([Indicator::Transparency]));
    let counts = both.counts(Indicator::AmmoniaNitrogen);
    assert_eq!((counts.readings(), counts.light(), counts.heavy()), (10, 0, 4));
    assert_eq!(both.rule(), Rule::BLACK_ODOROUS_EXTENT);
    // Each share is of the indicator's own readings: 3 of 10, and 1 of 2.
    let mut uneven = point(&two(3, 0)[..]);
    uneven.add(&readings(["9", "-", "-", "-"])).unwrap();
    assert_eq!(uneven.grade(), Some(Heavy));
    uneven.add(&readings(["30", "-", "-", "-"])).unwrap();
    assert_eq!(uneven.grade(), Some(Heavy));
}

#[test]
fn a_point_without_anything_light_is_not_black_odorous() {
    assert_eq!(point(&[["40", "5", "120", "0.5"], ["30", "4", "100", "7.9"]]).grade(), Some(Not));
    assert_eq!(point(&[["40", "5", "120", "0.5"], ["30", "4", "100", "8"]]).grade(), Some(Light));
    assert_eq!(point(&[]).grade(), None);
    assert_eq!(point(&[["-"; 4]]).grade(), None);
    // One reading alone: the same as its worst indicator.
    assert_eq!(point(&[["40", "1.5", "-201", "0.5"]]).grade(), Some(Heavy));
}

#[test]
fn three_heavy_points_in_a_row_make_a_stretch() {
    let of = |points: &[Option<BlackOdorousGrade>]| {
        let places = heavy_stretches(points).map(|places| (places.start, places.end));
        places.collect::<Vec<_>>()
    };
    let (h, l) = (Some(Heavy), Some(Light));
    assert_eq!(of(&[h, h, l, h, h]), []);
    assert_eq!(of(&[h, h, h]), [(0, 3)]);
    assert_eq!(of(&[l, h, h, h, h, l, l, l, h, h, h]), [(1, 5), (8, 11)]);
    // A point without a grade proves nothing.
    assert_eq!(of(&[h, h, None, h, None, None, None]), []);
    assert_eq!(of(&[]), []);
}

#[test]
fn a_body_is_heavy_by_sixty_percent_of_its_points() {
    let body = |heavy: usize, light: usize, not: usize, unknown: usize| {
        let grades =
            [(Some(Heavy), heavy), (Some(Light), light), (Some(Not), not), (None, unknown)];
        let points = grades.into_iter().flat_map(|(grade, count)| vec![grade; count]);
        BlackOdorousBody::of(points).unwrap()
    };
    assert_eq!(body(3, 2, 0, 0).grade(), Some(Heavy));
    assert_eq!(body(59, 40, 0, 0).grade(), Some(Light));
    assert_eq!(body(1, 0, 5, 0).grade(), Some(Light));
    assert_eq!(body(0, 0, 5, 0).grade(), Some(Not));
    assert_eq!(body(0, 0, 0, 3).grade(), None);
    let with_unknown = body(3, 1, 1, 4);
    assert_eq!(with_unknown.grade(), Some(Heavy));
    assert_eq!(with_unknown.points_without_grade(), 4);
    assert_eq!([Heavy, Light, Not].map(|grade| with_unknown.points(grade)), [3, 1, 1]);
}

#[test]
fn rural_water_is_or_is_not() {
    use RuralShallowWater::{FortyPercentOfDepth, SameBound};
    let judge = |cells| RuralBlackOdorous::of(&readings(cells), SameBound).unwrap();
    let is = |cells| judge(cells).is_black_odorous();
    assert_eq!(is(["24.9", "-", "-", "-"]), Some(true));
    assert_eq!(is(["25", "2", "-", "15"]), Some(false));
    assert_eq!(is(["25", "1.99", "-", "15"]), Some(true));
    assert_eq!(is(["25", "2", "-", "15.1"]), Some(true));
    // It knows no oxidation-reduction potential.
    assert_eq!(is(["-", "-", "-400", "-"]), None);
    let both = judge(["-", "1", "-400", "16"]);
    assert!(both.grounds().eq([Indicator::DissolvedOxygen, Indicator::AmmoniaNitrogen]));
    assert!(both.absent().eq([Indicator::Transparency]));
    assert_eq!(both.rule(), Rule::BLACK_ODOROUS_RURAL);
    // 9 cm in 20: less than 25, more than 40 % of the depth.
    let shallow = |text, depth, choice| {
        let rural = RuralBlackOdorous::of(&in_depth(text, depth), choice).unwrap();
        assert_eq!(rural.shallow_water(), choice);
        rural.is_black_odorous()
    };
    assert_eq!(shallow("9", "20", SameBound), Some(true));
    assert_eq!(shallow("9", "20", FortyPercentOfDepth), Some(false));
    assert_eq!(shallow("7.9", "20", FortyPercentOfDepth), Some(true));
    assert_eq!(shallow("20", "20", SameBound), Some(false));
    assert_eq!(shallow("24", "60", FortyPercentOfDepth), Some(true));
}
