//! Columns of ground water have the grades of the scalar calls: every item, type, level, length.

use gb3838::{
    Bound, Decimal, Error,
    batch::CpuLevel,
    error::GroundWaterColumnError,
    ground_water::{
        GroundWaterClass, GroundWaterColumn, GroundWaterGrade, GroundWaterItem, GroundWaterLimits,
        GroundWaterSummary,
    },
};

fn numeric() -> impl Iterator<Item = GroundWaterItem> {
    let all = GroundWaterItem::ALL.into_iter();
    all.filter(|item| !matches!(item.limits(), GroundWaterLimits::NoneSeen))
}

fn levels() -> impl Iterator<Item = CpuLevel> {
    CpuLevel::ALL.into_iter().filter(|level| level.is_available())
}

/// The code of a value as the scalar call has it; 0 for an impossible one.
fn expected(item: GroundWaterItem, value: Decimal) -> u8 {
    item.class_of(value).map_or(0, GroundWaterGrade::code)
}

/// Zero, each limit of the item, and up to three units on either side of it at some decimals.
fn near_limits(item: GroundWaterItem) -> Vec<Decimal> {
    let limits = GroundWaterClass::ALL.into_iter().filter_map(|class| item.limits().limit(class));
    let edges = limits.flat_map(|bound| match bound {
        Bound::Within(low, high) => vec![low, high],
        Bound::AtMost(limit)
        | Bound::Below(limit)
        | Bound::AtLeast(limit)
        | Bound::Above(limit) => vec![limit],
    });
    let mut values: Vec<Decimal> = edges
        .chain([Decimal::ZERO, Decimal::from_integer(14)])
        .flat_map(|edge| {
            [edge.scale(), 6].into_iter().flat_map(move |places| {
                let units = edge.round(places.max(edge.scale())).units();
                (units - 3..=units + 3)
                    .map(move |units| Decimal::new(units, places.max(edge.scale())))
            })
        })
        .collect::<Result<_, _>>()
        .unwrap();
    values.push(Decimal::from_integer(100_000));
    values
}

#[test]
fn floats_have_the_grade_of_their_decimal() {
    for item in numeric() {
        let decimals = near_limits(item);
        let values: Vec<f64> = decimals.iter().map(|it| it.to_string().parse().unwrap()).collect();
        let wanted: Vec<u8> = decimals.iter().map(|it| expected(item, *it)).collect();
        for level in levels() {
            let column = GroundWaterColumn::new(item, &values).unwrap().with_level(level).unwrap();
            let mut codes = vec![9; values.len()];
            let summary = column.grades(&mut codes).unwrap();
            assert_eq!(codes, wanted, "{item} {level:?}");
            let impossible: Vec<usize> =
                (0..wanted.len()).filter(|row| wanted[*row] == 0).collect();
            assert_eq!(summary.impossible(), impossible.len());
            assert_eq!(summary.first_impossible(), impossible.first().copied());
        }
    }
}

#[test]
fn integers_have_the_grade_of_what_they_stand_for() {
    for item in numeric() {
        let units: Vec<i64> = near_limits(item).iter().map(|it| it.round(6).units()).collect();
        let narrow: Vec<i32> =
            units.iter().filter_map(|units| i32::try_from(*units).ok()).collect();
        let wanted = |units: i64| expected(item, Decimal::new(units, 6).unwrap());
        for level in levels() {
            let mut codes = vec![9; units.len()];
            let wide = GroundWaterColumn::scaled(item, &units, 6).unwrap();
            wide.with_level(level).unwrap().grades(&mut codes).unwrap();
            assert!(
                codes.iter().zip(&units).all(|(code, units)| *code == wanted(*units)),
                "{item}"
            );
            let mut codes = vec![9; narrow.len()];
            let narrow_column = GroundWaterColumn::scaled(item, &narrow, 6).unwrap();
            narrow_column.with_level(level).unwrap().grades(&mut codes).unwrap();
            let all = codes.iter().zip(&narrow);
            assert!(all.clone().all(|(code, units)| *code == wanted((*units).into())), "{item}");
        }
    }
}

/// Lengths from nothing to three blocks; NaN and a declared value are missing, an infinity and
/// a negative value are impossible.
#[test]
fn tails_gaps_and_impossible_values() {
    let item = GroundWaterItem::Ph;
    let cells = [7.0, f64::NAN, 6.0, -1.0, 9.5, 14.5, f64::INFINITY, 5.5, -0.0, -9.0];
    let wanted = [1, 0, 4, 0, 6, 0, 0, 4, 6, 0];
    for length in 0..=200 {
        let values: Vec<f64> = (0..length).map(|row| cells[row % cells.len()]).collect();
        let expected: Vec<u8> = (0..length).map(|row| wanted[row % cells.len()]).collect();
        let impossible: Vec<usize> =
            (0..length).filter(|row| [5, 6, 9].contains(&(row % cells.len()))).collect();
        for level in levels() {
            let column = GroundWaterColumn::new(item, &values).unwrap().with_missing(-1.0);
            let mut codes = vec![9; length];
            let summary = column.with_level(level).unwrap().grades(&mut codes).unwrap();
            assert_eq!(codes, expected, "{length} {level:?}");
            assert_eq!(summary.impossible(), impossible.len());
            assert_eq!(summary.first_impossible(), impossible.first().copied());
        }
    }
    let floats: Vec<f32> = vec![6.5, 6.49, 8.5, 8.51];
    let mut codes = [9; 4];
    GroundWaterColumn::new(item, &floats).unwrap().grades(&mut codes).unwrap();
    assert_eq!(codes, [1, 4, 1, 4]);
}

#[test]
fn what_is_no_column_is_refused() {
    let item = GroundWaterItem::VisibleMatter;
    let words = GroundWaterColumn::new(item, &[0.0]).unwrap_err();
    assert_eq!(words, GroundWaterColumnError::Words { item });
    assert!(Error::from(words).to_string().contains(item.name_en()));
    let item = GroundWaterItem::Iron;
    let scale = GroundWaterColumn::scaled(item, &[1], 19).unwrap_err();
    assert_eq!(scale, GroundWaterColumnError::Scale { item, scale: 19 });
    let column = GroundWaterColumn::new(item, &[0.1, 0.2]).unwrap();
    let length = column.grades(&mut [0; 3]).unwrap_err();
    assert_eq!(length, GroundWaterColumnError::BufferLength { length: 3, rows: 2 });
    assert_eq!((column.item(), column.rows()), (item, 2));
    assert_eq!(GroundWaterSummary::default().first_impossible(), None);
    for code in 0..=8 {
        let grade = GroundWaterGrade::from_code(code);
        assert_eq!(grade.map_or(0, GroundWaterGrade::code), if code > 6 { 0 } else { code });
    }
}
