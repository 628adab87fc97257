//! What cannot be reported to a plan.

use crate::assess::flow::base_flow::BaseFlowError;
use crate::number::fraction::ExactOverflow;
use crate::reading::time::date::{Date, Year};
use crate::text::error_text::QuotedText;

/// What is wrong with a report to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReturnError {
    /// An id that the plan does not have.
    #[error("{id}: expected the id of an indicator or a work of the plan")]
    UnknownId {
        /// The id.
        id: QuotedText,
    },
    /// A task that the plan does not have.
    #[error("task {task}: expected a task of the plan")]
    UnknownTask {
        /// The number.
        task: u16,
    },
    /// A source that the plan does not have.
    #[error("{source_name}: expected a drinking-water source of the plan")]
    UnknownSource {
        /// The name.
        source_name: QuotedText,
    },
    /// A control section that the plan does not have.
    #[error("{section}: expected a control section of the plan's flow targets")]
    UnknownFlowSection {
        /// The name.
        section: QuotedText,
    },
    /// A county that is not asked for.
    #[error("{id}: expected one of its counties, found {county}")]
    UnknownCounty {
        /// The id or number.
        id: QuotedText,
        /// The county.
        county: QuotedText,
    },
    /// A report without a county where each county reports.
    #[error("{id}: expected a county, since each has a value of its own")]
    CountyNeeded {
        /// The id.
        id: QuotedText,
    },
    /// A report for a county where there is one for all.
    #[error("{id}: expected no county, since there is one value for all; found {county}")]
    CountyNotAsked {
        /// The id.
        id: QuotedText,
        /// The county.
        county: QuotedText,
    },
    /// A task reported as a whole and by county.
    #[error("task {task}: expected one report for all, or one by county, not both")]
    WholeAndByCounty {
        /// The number.
        task: u16,
    },
    /// A number where a state of work is asked for.
    #[error("{id}: expected a state, not a number")]
    NotANumber {
        /// The id.
        id: QuotedText,
    },
    /// A state of work where a number is asked for.
    #[error("{id}: expected a number, not a state")]
    NotAState {
        /// The id.
        id: QuotedText,
    },
    /// Two reports of one thing for one day.
    #[error("{id}, {as_of}: expected one report, found two")]
    Twice {
        /// The id, number or name.
        id: QuotedText,
        /// The day.
        as_of: Date,
    },
    /// A target for an indicator that has its own.
    #[error("{id}: expected an indicator whose target is given elsewhere")]
    TargetNotAsked {
        /// The id.
        id: QuotedText,
    },
    /// Two targets of an indicator, or two last days of a task.
    #[error("{id}: expected one target or last day, found two")]
    TargetTwice {
        /// The id or number.
        id: QuotedText,
    },
    /// A last day of a task that has its own.
    #[error("task {task}: expected a task whose deadline hangs on an event")]
    DeadlineNotAsked {
        /// The number.
        task: u16,
    },
    /// A span that ends before it begins, or leaves the year of the plan.
    #[error("{source_name}: expected days of {year} in order, found {from} to {to}")]
    Span {
        /// The name of the source.
        source_name: QuotedText,
        /// The year of the plan.
        year: Year,
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// Days of flow that make no assessment.
    #[error(transparent)]
    Flow(#[from] BaseFlowError),
    /// A share that has no exact form.
    #[error(transparent)]
    ExactOverflow(#[from] ExactOverflow),
}
