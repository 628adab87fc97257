//! The months of a year so far, and what an assumed mean of the rest makes of the year.

use alloc::vec::Vec;

use crate::number::decimal::Decimal;
use crate::number::exact::Exact;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::reading::mean::accumulator::AccumulateError;
use crate::reading::mean::ph::hydrogen_ions;
use crate::reading::mean::quantity::Quantity;
use crate::reading::mean::series::{PointMonths, Series};
use crate::reading::sums::span::SumSpan;
use crate::reading::sums::table::SumTable;
use crate::reading::time::date::Month;
use crate::reading::time::period::Period;
use crate::standard::item::Item;

/// The means so far of each point, and the number of months to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rest {
    item: Item,
    points: Vec<PointMonths>,
    open: u32,
    /// Whether all values so far are below a detection limit.
    all_below: bool,
}

impl Rest {
    /// The months up to one, and nothing after it; `None` without a value.
    pub(crate) fn of(
        series: &Series,
        item: Item,
        through: Month,
    ) -> Result<Option<Self>, AccumulateError> {
        let so_far = Period::year_to_date(through);
        let points = series.point_months(item, &so_far)?;
        let total = series.total(item, &so_far)?;
        let all_below = total.below_count() == total.count();
        let open = 12 - u32::from(through.number());
        Ok((!points.is_empty()).then_some(Self { item, points, open, all_below }))
    }

    /// From the sums of the points of a section over the periods so far; what is open counts
    /// as the span does, in periods or in values.
    pub(crate) fn of_sums(
        table: &SumTable,
        points: &[usize],
        item: Item,
        span: &SumSpan,
        open: u32,
    ) -> Result<Option<Self>, ExactOverflow> {
        let mut means = Vec::new();
        for point in points {
            if let Some((mean, months)) = table.weighted_point_mean(*point, item, span)? {
                means.push(PointMonths { mean, months });
            }
        }
        let all_below = table.is_all_below(points, item, span);
        Ok((!means.is_empty()).then_some(Self { item, points: means, open, all_below }))
    }

    /// Whether no month is left.
    pub(crate) const fn is_over(&self) -> bool {
        self.open == 0
    }

    pub(crate) const fn is_all_below(&self) -> bool {
        self.all_below
    }

    pub(crate) fn mean_so_far(&self) -> Result<Quantity, ExactOverflow> {
        self.over_points(|point| Ok(point.mean))
    }

    /// The mean of the year when the open months have a mean: at each point
    /// `(k · mean + r · x) / (k + r)`, then over the points.
    pub(crate) fn year_with(&self, rest: Decimal) -> Result<Quantity, ExactOverflow> {
        let rest = if self.item == Item::Ph {
            let ions = hydrogen_ions(rest).ok_or(ExactOverflow::new("sum"))?;
            Fraction::from_units(ions.into(), 0)?
        } else {
            Fraction::from(rest)
        };
        let open = u64::from(self.open);
        self.over_points(|point| {
            let so_far = point.mean.checked_mul(&weight(point.months)?)?;
            let to_come = rest.checked_mul(&weight(open)?)?;
            so_far.checked_add(&to_come)?.divided_by_count(point.months + open)
        })
    }

    fn over_points(
        &self,
        mean: impl Fn(&PointMonths) -> Result<Fraction, ExactOverflow>,
    ) -> Result<Quantity, ExactOverflow> {
        let means: Vec<_> = self.points.iter().map(mean).collect::<Result<_, _>>()?;
        let mean = Exact::mean_of(&means)?.unwrap_or(Fraction::ZERO);
        Ok(Quantity::of_item(self.item, mean))
    }

    /// More units of so many decimals than the rest could need to bring the year to an edge:
    /// at each point it counts `r / (k + r)`.
    pub(crate) fn beyond(&self, edge: &Fraction, decimals: u8) -> Result<i64, ExactOverflow> {
        let most = self.points.iter().map(|point| point.months).max().unwrap_or(0);
        let whole = weight(most + u64::from(self.open))?;
        let times = whole.divided_by_count(self.open.into())?;
        let beyond = edge.checked_mul(&times)?;
        beyond.round(decimals)?.units().checked_add(1).ok_or(ExactOverflow::new("rounding"))
    }
}

/// A number of months or values as a factor.
fn weight(count: u64) -> Result<Fraction, ExactOverflow> {
    Fraction::from_units(i128::from(count).into(), 0)
}
