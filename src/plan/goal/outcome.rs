//! The result of a goal: a share of members, and what the open ones leave.

use crate::assess::target::share::Share;
use crate::assess::target::verdict::Verdict;
use crate::standard::rule::Rule;

/// A share of members, and the bounds that the open ones leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalOutcome {
    pub(crate) verdict: Verdict,
    pub(crate) counted: u32,
    pub(crate) assessed: u32,
    pub(crate) provisional: u32,
    pub(crate) members: u32,
    pub(crate) least: u32,
    pub(crate) greatest: u32,
}

impl GoalOutcome {
    /// Met or missed only where that holds for every outcome of the open members.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The numerator: members that count by what is known now, provisional ones included.
    #[must_use]
    pub const fn counted(&self) -> u32 {
        self.counted
    }

    /// The denominator: all members of the group.
    #[must_use]
    pub const fn members(&self) -> u32 {
        self.members
    }

    /// The members with a result, provisional ones included.
    #[must_use]
    pub const fn assessed(&self) -> u32 {
        self.assessed
    }

    /// The members whose result is provisional.
    #[must_use]
    pub const fn provisional(&self) -> u32 {
        self.provisional
    }

    /// The share of all members by what is known now; `None` while nothing is known.
    #[must_use]
    pub fn share(&self) -> Option<Share> {
        if self.assessed == 0 {
            return None;
        }
        Share::of_counts(self.counted, self.members).ok()
    }

    /// The least and the greatest share that the open members leave.
    #[must_use]
    pub fn bounds(&self) -> Option<(Share, Share)> {
        let share = |count| Share::of_counts(count, self.members).ok();
        share(self.least).zip(share(self.greatest))
    }

    /// The bounds if the provisional results stand and only members without one are open.
    #[must_use]
    pub fn bounds_if_provisional_stand(&self) -> Option<(Share, Share)> {
        let share = |count| Share::of_counts(count, self.members).ok();
        share(self.counted).zip(share(self.counted + (self.members - self.assessed)))
    }
}

/// The result of a goal: as counted, and without natural background where any is exempted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalJudgement {
    pub(crate) outcome: GoalOutcome,
    pub(crate) without_background: Option<GoalOutcome>,
    pub(crate) rule: Rule,
}

impl GoalJudgement {
    /// The result with every member as it is.
    #[must_use]
    pub const fn outcome(&self) -> &GoalOutcome {
        &self.outcome
    }

    /// The second result, where natural background is exempted; never in the place of the
    /// first.
    ///
    /// # Reference
    /// The ministry prints both (扣除自然因素影响后, F).
    #[must_use]
    pub const fn without_background(&self) -> Option<&GoalOutcome> {
        self.without_background.as_ref()
    }

    /// The rule behind the verdict.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }
}
