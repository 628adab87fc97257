//! The trophic state of a lake as plain data.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::lake::trophic::{TrophicError, TrophicParameter};
use crate::assess::lake::trophic_grade::TrophicGrade;
use crate::assess::lake::trophic_index::TrophicIndex;
use crate::number::decimal::Decimal;
use crate::number::fraction::Fraction;
use crate::report::region::data::{LakeReport, NoIndex, TrophicParameterReport};
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::rule::Rule;

impl LakeReport {
    /// A lake, or one of its sections, by the exact means of the parameters that have one, each
    /// in its [`unit`](TrophicParameter::unit), with the number of sections that it is the mean
    /// of, and by the index that was made of them.
    ///
    /// Where there is no index the report says why.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S), see [`TrophicIndex::of`].
    ///
    /// # Example
    /// ```
    /// use gb3838::report::{LakeReport, NoIndex};
    /// use gb3838::{Decimal, lake::{TrophicGrade, TrophicIndex, TrophicParameter}};
    ///
    /// let values = [(TrophicParameter::TotalPhosphorus, Decimal::parse("0.05")?.into(), 1)];
    /// let index = TrophicIndex::of(values.map(|(parameter, value, _)| (parameter, value)));
    /// let lake = LakeReport::new("北湖", 1, None, &values, &index);
    /// // 10 · (9.436 + 1.624 · ln 0.05) = 45.709…
    /// assert_eq!(lake.index, Some(Decimal::parse("45.7")?));
    /// assert_eq!(lake.grade, Some(TrophicGrade::Mesotrophic));
    /// assert_eq!(lake.missing.len(), 4);
    /// let none = LakeReport::new("南湖", 1, None, &[], &TrophicIndex::of([]));
    /// assert_eq!(none.reason, Some(NoIndex::NoParameter));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        points: u32,
        class: Option<Class>,
        values: &[(TrophicParameter, Fraction, u32)],
        index: &Result<TrophicIndex, TrophicError>,
    ) -> Self {
        let weight = |parameter| index.as_ref().ok()?.weights().weight(parameter)?.round(4).ok();
        let single = |parameter| at_one_decimal(index.as_ref().ok()?.single(parameter)?);
        let of = |parameter: TrophicParameter| {
            let (_, value, points) = values.iter().find(|(other, ..)| *other == parameter)?;
            Some(TrophicParameterReport {
                parameter,
                value: value.round_keeping_digit(6).ok(),
                printed: value.round_keeping_digit(decimals(parameter)).ok(),
                points: *points,
                index: single(parameter),
                weight: weight(parameter),
            })
        };
        let parameters: Vec<_> = TrophicParameter::ALL.into_iter().filter_map(of).collect();
        let has = |parameter| parameters.iter().any(|it| it.parameter == parameter);
        let missing = TrophicParameter::ALL.into_iter().filter(|it| !has(*it)).collect();
        let reason = index.as_ref().err().map(|error| match error {
            TrophicError::NoParameter => NoIndex::NoParameter,
            TrophicError::NotPositive { .. } => NoIndex::NotPositive,
            TrophicError::Twice { .. } | TrophicError::Overflow(_) => NoIndex::NotComputed,
        });
        let rules = match index {
            Ok(index) => index.rules().collect(),
            Err(_) => Vec::from([Rule::TROPHIC_INDEX]),
        };
        Self {
            name: name.into(),
            points,
            class,
            missing,
            index: index.as_ref().ok().and_then(printed),
            grade: index.as_ref().ok().map(TrophicIndex::grade),
            rules,
            reason,
            parameters,
        }
    }
}

/// The decimals that a parameter is printed with: those of its item; of transparency those of
/// 环办监测函〔2020〕82号 (S); of chlorophyll-a ours.
const fn decimals(parameter: TrophicParameter) -> u8 {
    match parameter {
        TrophicParameter::TotalPhosphorus => Item::TotalPhosphorus.assessment_decimals(),
        TrophicParameter::TotalNitrogen => Item::TotalNitrogen.assessment_decimals(),
        TrophicParameter::PermanganateIndex => Item::PermanganateIndex.assessment_decimals(),
        TrophicParameter::Transparency => 2,
        TrophicParameter::ChlorophyllA => 1,
    }
}

/// An index at one decimal, or at as many more as it takes to show its grade.
fn printed(index: &TrophicIndex) -> Option<Decimal> {
    let shows = |shown: &Decimal| TrophicGrade::of(*shown) == index.grade();
    let mut rounded = (1..=6).filter_map(|decimals| index.round(decimals).ok());
    rounded.clone().find(shows).or_else(|| rounded.next())
}

/// A float at one decimal, its own value rounded half to even.
fn at_one_decimal(value: f64) -> Option<Decimal> {
    Decimal::parse(&alloc::format!("{value:.1}")).ok()
}
