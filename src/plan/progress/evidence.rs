//! From what is reported to where indicators, works and tasks stand on a day.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::number::fraction::Fraction;
use crate::plan::file::indicator::{Indicator, IndicatorTarget};
use crate::plan::file::programme_lists::BufferWork;
use crate::plan::progress::indicators::{IndicatorOutcome, WorkOutcome};
use crate::plan::progress::missing_input::MissingInputKind;
use crate::plan::progress::parts::{LatestReturn, PartOutcome, ReturnedContent};
use crate::plan::progress::returns::{
    ReturnedOn, ReturnedTarget, ReturnedValue, Returns, WorkState,
};
use crate::plan::progress::standing::{Asked, Evidence, Standing};
use crate::reading::time::date::Date;
use crate::standard::bound::Bound;

/// The reports that may be used: those of the year up to the day of asking.
#[derive(Clone, Debug)]
pub(crate) struct Desk<'a> {
    pub(crate) reported: &'a Returns,
    pub(crate) first_day: Date,
    pub(crate) today: Date,
    /// The places of the values by id and county, in the order of the file.
    values: Places<'a>,
    /// The places of the states by what they are about and county, in the order of the file.
    states: Places<'a>,
}

/// Places in a list, by what stands there and its county.
type Places<'a> = BTreeMap<(About<'a>, Option<&'a str>), Vec<usize>>;

/// What a value or a state of work is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About<'a> {
    Task(u16),
    Indicator(&'a str),
}

impl<'a> Desk<'a> {
    /// The reports on a day, sorted once.
    pub(crate) fn new(reported: &'a Returns, first_day: Date, today: Date) -> Self {
        let (mut values, mut states) = (Places::new(), Places::new());
        for (place, value) in reported.values.iter().enumerate() {
            let key = (About::Indicator(&value.id), value.county.as_deref());
            values.entry(key).or_default().push(place);
        }
        for (place, state) in reported.states.iter().enumerate() {
            let about = match &state.on {
                ReturnedOn::Task(number) => About::Task(*number),
                ReturnedOn::Indicator(id) => About::Indicator(id),
            };
            let key = (about, state.county.as_deref());
            states.entry(key).or_default().push(place);
        }
        Self { reported, first_day, today, values, states }
    }

    /// Whether a report describes a day that may be used.
    fn is_open(&self, since: Option<Date>, as_of: Date) -> bool {
        since.unwrap_or(self.first_day) <= as_of && as_of <= self.today
    }

    /// What is asked of states of work: done is done, and unfinished is overdue, not missed.
    fn asked_of_work(&self, last_day: Option<Date>) -> Asked {
        let today = self.today;
        Asked { today, last_day, for_good: true, can_miss: false, aspiration: false }
    }

    /// Where an indicator stands that is due on a day.
    pub(crate) fn indicator(
        &self,
        indicator: &'a Indicator,
        last_day: Option<Date>,
    ) -> IndicatorOutcome<'a> {
        let target = match indicator.target {
            IndicatorTarget::GivenElsewhere(_) => {
                self.reported.targets.iter().find(|target| target.id == indicator.id)
            }
            _ => None,
        };
        let part = |county| self.part(indicator, target, last_day, county);
        let counties = indicator.each_county();
        let parts = if counties.is_empty() {
            Vec::from([part(None)])
        } else {
            counties.iter().map(|county| part(Some(county.as_str()))).collect()
        };
        IndicatorOutcome { indicator, last_day, target, parts }
    }

    fn part(
        &self,
        indicator: &'a Indicator,
        target: Option<&ReturnedTarget>,
        last_day: Option<Date>,
        county: Option<&'a str>,
    ) -> PartOutcome<'a> {
        let values = || self.values(&indicator.id, indicator.since, county);
        let states = || self.states(About::Indicator(&indicator.id), indicator.since, county);
        let work = self.asked_of_work(last_day);
        let (for_good, aspiration) = (indicator.accumulates, indicator.aspiration);
        let asked = Asked { for_good, can_miss: true, aspiration, ..work };
        let (found, report) = match &indicator.target {
            IndicatorTarget::Bound(bound) => {
                (of_values(values(), bound, asked), MissingInputKind::Value)
            }
            IndicatorTarget::GivenElsewhere(_) => {
                let untold = || (Standing::TargetNotGiven, latest_value(values(), None));
                let told = target.map(|target| of_values(values(), &target.bound, asked));
                (told.unwrap_or_else(untold), MissingInputKind::Value)
            }
            IndicatorTarget::Trigger { .. } if self.is_set_off(indicator, county) => {
                // What it set off is asked for now; the number is no report of that.
                (of_states(states(), work), MissingInputKind::State)
            }
            IndicatorTarget::Trigger { when, .. } => {
                let quiet = values().map(|it| Evidence { as_of: it.as_of, holds: true });
                let standing = match (Asked { for_good: false, ..asked }).standing(quiet) {
                    Standing::Met | Standing::MetLate => Standing::NotTriggered,
                    other => other,
                };
                ((standing, latest_value(values(), Some(when))), MissingInputKind::Value)
            }
            IndicatorTarget::Deliverable | IndicatorTarget::Qualitative => {
                (of_states(states(), work), MissingInputKind::State)
            }
        };
        let mut part = PartOutcome::new(county, found, report);
        if let (IndicatorTarget::Trigger { when, .. }, None) = (&indicator.target, part.latest) {
            // Shown where nothing is said of the work: the number that set it off.
            part.latest = latest_value(values().filter(|it| sets_off(when, it)), Some(when));
        }
        part
    }

    /// Whether a number sets a trigger off.
    pub(crate) fn is_set_off(&self, indicator: &'a Indicator, county: Option<&'a str>) -> bool {
        match &indicator.target {
            IndicatorTarget::Trigger { when, .. } => self
                .values(&indicator.id, indicator.since, county)
                .any(|value| sets_off(when, value)),
            _ => false,
        }
    }

    /// Where a work stands, whose length only grows.
    pub(crate) fn work(&self, work: &'a BufferWork) -> WorkOutcome<'a> {
        let last_day = work.complete_by.months()[11].last_day();
        let asked = Asked { can_miss: true, ..self.asked_of_work(Some(last_day)) };
        let values = self.values(&work.id, None, None);
        let found = of_values(values, &Bound::AtLeast(work.length), asked);
        let part = PartOutcome::new(Some(&work.county), found, MissingInputKind::Value);
        WorkOutcome { work, last_day, part }
    }

    fn values(
        &self,
        id: &'a str,
        since: Option<Date>,
        county: Option<&'a str>,
    ) -> impl Iterator<Item = &'a ReturnedValue> + Clone {
        let places =
            self.values.get(&(About::Indicator(id), county)).map_or(&[][..], Vec::as_slice);
        let values = places.iter().map(|&place| &self.reported.values[place]);
        values.filter(move |value| self.is_open(since, value.as_of))
    }

    /// The days and states on something in one area.
    fn states(
        &self,
        about: About<'a>,
        since: Option<Date>,
        county: Option<&'a str>,
    ) -> impl Iterator<Item = (Date, WorkState)> {
        let places = self.states.get(&(about, county)).map_or(&[][..], Vec::as_slice);
        let states = places.iter().map(|&place| &self.reported.states[place]);
        let open = states.filter(move |state| self.is_open(since, state.as_of));
        open.map(|state| (state.as_of, state.state))
    }

    /// Whether any state of a task, of whatever day, is that of one county.
    pub(crate) fn has_states_by_county(&self, number: u16) -> bool {
        let about = About::Task(number);
        // No name stands before the empty one, and no county before all of them.
        let mut of_counties = self.states.range((about, Some(""))..);
        of_counties.next().is_some_and(|((found, _), _)| *found == about)
    }

    /// Where work stands by its states in one area.
    pub(crate) fn task_part(
        &self,
        number: u16,
        last_day: Option<Date>,
        county: Option<&'a str>,
    ) -> PartOutcome<'a> {
        let states = self.states(About::Task(number), None, county);
        PartOutcome::new(
            county,
            of_states(states, self.asked_of_work(last_day)),
            MissingInputKind::State,
        )
    }
}

fn sets_off(when: &Bound, value: &ReturnedValue) -> bool {
    when.holds(&Fraction::from(value.value))
}

fn of_values<'a>(
    values: impl Iterator<Item = &'a ReturnedValue> + Clone,
    bound: &Bound,
    asked: Asked,
) -> (Standing, Option<LatestReturn>) {
    let evidence = |value: &ReturnedValue| Evidence {
        as_of: value.as_of,
        holds: bound.holds(&Fraction::from(value.value)),
    };
    (asked.standing(values.clone().map(evidence)), latest_value(values, Some(bound)))
}

fn latest_value<'a>(
    values: impl Iterator<Item = &'a ReturnedValue>,
    bound: Option<&Bound>,
) -> Option<LatestReturn> {
    let value = values.max_by_key(|value| value.as_of)?;
    let holds = bound.map(|bound| bound.holds(&Fraction::from(value.value)));
    Some(LatestReturn { as_of: value.as_of, said: ReturnedContent::Value(value.value), holds })
}

fn of_states(
    states: impl Iterator<Item = (Date, WorkState)>,
    asked: Asked,
) -> (Standing, Option<LatestReturn>) {
    let states: Vec<_> = states.collect();
    let done = |state| state == WorkState::Done;
    let evidence = states.iter().map(|&(as_of, state)| Evidence { as_of, holds: done(state) });
    let standing = asked.standing(evidence);
    let latest = states.iter().max_by_key(|(as_of, _)| *as_of).map(|&(as_of, state)| {
        LatestReturn { as_of, said: ReturnedContent::State(state), holds: Some(done(state)) }
    });
    (standing, latest)
}
