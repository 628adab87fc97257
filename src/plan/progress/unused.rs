//! Reports that do not count on the day of asking, and why: none is dropped in silence.

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

use crate::plan::file::indicator::IndicatorTarget;
use crate::plan::file::plan::Plan;
use crate::plan::progress::evidence::Desk;
use crate::plan::progress::returns::{ReturnedOn, ReturnedState};
use crate::reading::time::date::Date;
use crate::text::name_index::NameIndex;

/// A report that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct UnusedReturn<'a> {
    name: Cow<'a, str>,
    as_of: Date,
    reason: UnusedReason,
}

/// Why a report does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum UnusedReason {
    /// It describes a day before the year of the plan, or before what is asked for.
    TooEarly,
    /// It describes a day after the day of asking.
    AfterToday,
    /// It is the flow of a day after the year of the plan.
    AfterYear,
    /// It says how far the work is that a trigger sets off, and nothing set that off.
    NotTriggered,
}

impl<'a> UnusedReturn<'a> {
    /// The id, the task's number and title, or the name that the report is about, and its
    /// county where it has one.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day that it describes; of a source, the last one.
    #[must_use]
    pub const fn as_of(&self) -> Date {
        self.as_of
    }

    /// Why it does not count.
    #[must_use]
    pub const fn reason(&self) -> UnusedReason {
        self.reason
    }

    /// All reports that do not count, in the order of the file.
    pub(crate) fn all(plan: &'a Plan, desk: &Desk<'a>) -> Vec<Self> {
        let Desk { reported, today, .. } = *desk;
        let months = plan.year.months();
        let (first_day, year_end) = (months[0].first_day(), months[11].last_day());
        let ids: NameIndex<'_> = plan.indicators.iter().map(|it| it.id.as_str()).collect();
        let indicator = |id: &str| plan.indicators.get(ids.get(id)?);
        let since = |id: &str| indicator(id).and_then(|it| it.since).unwrap_or(first_day);
        let entry = |name: Cow<'a, str>, since: Date, as_of: Date| {
            let reason = match as_of {
                _ if as_of < since => UnusedReason::TooEarly,
                _ if as_of > today => UnusedReason::AfterToday,
                _ => return None,
            };
            Some(Self { name, as_of, reason })
        };
        // Work on what no number set off says nothing of the trigger.
        let idle = |id: &str, state: &'a ReturnedState| {
            indicator(id).is_some_and(|it| {
                matches!(it.target, IndicatorTarget::Trigger { .. })
                    && !desk.is_set_off(it, state.county.as_deref())
            })
        };
        let task = |number| match plan.task(number) {
            Some(task) => format!("{number} {}", task.title).into(),
            None => Cow::from(format!("{number}")),
        };
        let named = |name: Cow<'a, str>, county: Option<&str>| match county {
            Some(county) => format!("{name}, {county}").into(),
            None => name,
        };
        let values = reported.values.iter();
        let states = reported.states.iter();
        let sources = reported.sources.iter();
        let flows = reported.flows.iter();
        values
            .filter_map(|it| {
                entry(named((&*it.id).into(), it.county.as_deref()), since(&it.id), it.as_of)
            })
            .chain(states.filter_map(|it| match &it.on {
                ReturnedOn::Task(number) => {
                    entry(named(task(*number), it.county.as_deref()), first_day, it.as_of)
                }
                ReturnedOn::Indicator(id) => {
                    let reason = UnusedReason::NotTriggered;
                    let name = named((&**id).into(), it.county.as_deref());
                    entry(name.clone(), since(id), it.as_of)
                        .or_else(|| idle(id, it).then_some(Self { name, as_of: it.as_of, reason }))
                }
            }))
            .chain(sources.filter_map(|it| entry((&*it.source).into(), first_day, it.to)))
            .chain(flows.flat_map(|it| {
                let days = it.days.iter().map(|flow| flow.day);
                days.filter_map(|day| match day {
                    _ if day > year_end && day <= today => {
                        let reason = UnusedReason::AfterYear;
                        Some(Self { name: (&*it.section).into(), as_of: day, reason })
                    }
                    _ => entry((&*it.section).into(), first_day, day),
                })
            }))
            .collect()
    }
}
