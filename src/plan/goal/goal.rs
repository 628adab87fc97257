//! Goals on a group of sections, with the outcomes that are still open.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assess::target::share::{Share, SharePrecision, compared_decimals};
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::number::fraction::ExactOverflow;
use crate::plan::goal::member::{GoalMember, WithoutBackground};
use crate::plan::goal::outcome::{GoalJudgement, GoalOutcome};
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::rule::Rule;

/// The level that controls a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ControlLevel {
    /// The state (国控).
    National,
    /// The province or autonomous region (省控, 区控).
    Regional,
    /// The city (市控).
    Municipal,
    /// The county (县控).
    County,
}

impl ControlLevel {
    /// All levels, the highest first.
    pub const ALL: [Self; 4] = [Self::National, Self::Regional, Self::Municipal, Self::County];
}

/// What a goal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum GoalKind {
    /// The share of sections in class I to III (优良比例), in percent.
    #[cfg_attr(feature = "serde", serde(rename = "share_I_to_III"))]
    ShareOfGood,
    /// The share of sections in inferior V (劣Ⅴ类比例), in percent.
    #[cfg_attr(feature = "serde", serde(rename = "share_inferior_V"))]
    ShareOfInferiorV,
    /// The share of sections that meet their targets (达标率), in percent.
    ShareMeetingTarget,
    /// Every section meets its target.
    AllMeetTargets,
    /// Every drinking-water source in use reaches the class that the plan requires.
    AllSourcesMeet,
    /// Every water keeps the flow or level that the plan sets.
    AllFlowsMeet,
}

/// What a goal counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GoalSubject {
    /// Sections, by their readings.
    Sections,
    /// Drinking-water sources, by what is reported of them.
    Sources,
    /// Flow targets, by the days that are reported.
    Flows,
}

impl GoalKind {
    /// What it counts.
    #[must_use]
    pub const fn subject(self) -> GoalSubject {
        match self {
            Self::ShareOfGood
            | Self::ShareOfInferiorV
            | Self::ShareMeetingTarget
            | Self::AllMeetTargets => GoalSubject::Sections,
            Self::AllSourcesMeet => GoalSubject::Sources,
            Self::AllFlowsMeet => GoalSubject::Flows,
        }
    }

    /// Whether it counts the sections that meet their targets, and not classes.
    #[must_use]
    pub const fn is_on_targets(self) -> bool {
        matches!(self, Self::ShareMeetingTarget | Self::AllMeetTargets)
    }

    /// Whether every member must meet what is asked of it, so that there is no bound.
    #[must_use]
    pub const fn is_all(self) -> bool {
        matches!(self, Self::AllMeetTargets | Self::AllSourcesMeet | Self::AllFlowsMeet)
    }
}

/// Which sections, sources or flows a goal is on; each given part must fit.
///
/// Sources have a county, flows a water and a control section; a plan whose goal names another
/// part is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
pub struct Selector {
    /// The level that controls the section.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub level: Option<ControlLevel>,
    /// The county that it is assessed in; a boundary section belongs to each of its counties.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub county: Option<String>,
    /// The water that it lies on.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub water: Option<String>,
    /// The names of the sections; all of them when none is named.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub sections: Vec<String>,
}

/// A goal of a plan on a group of sections, on its sources, or on its flows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[doc(alias = "目标任务")]
pub struct Goal {
    /// A short name, unique in the plan.
    pub id: String,
    /// What it is about.
    pub kind: GoalKind,
    /// Which sections it is on.
    #[cfg_attr(feature = "serde", serde(default))]
    pub selector: Selector,
    /// The task whose words hold it; none where it stands outside the tasks.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub task: Option<u16>,
    /// What the share must keep to, in percent; none where every member must meet its own.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub bound: Option<Bound>,
    /// With how many digits the share is compared.
    #[cfg_attr(feature = "serde", serde(default))]
    pub precision: SharePrecision,
    /// The keys that are read from context, not printed in the plan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub inferred: Vec<String>,
    /// Words for people; nothing is read from them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub notes: Vec<String>,
}

impl Goal {
    /// Judges the goal on the members of its group.
    ///
    /// It is met or missed only where that holds for every outcome of the members that are not
    /// assessed or provisional.
    ///
    /// # Errors
    /// When a share cannot be rounded.
    ///
    /// # Reference
    /// Comparison at published precision (F); open members (ours).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Bound, Class, Decimal, Verdict, plan::{Goal, GoalKind, GoalMember}};
    ///
    /// let goal = Goal::new("good", GoalKind::ShareOfGood)
    ///     .with_bound(Bound::AtLeast(Decimal::parse("85.7")?));
    /// let good = GoalMember::assessed(Class::II, Verdict::Met);
    /// // Six of seven are 85.7 %; whatever the seventh does, the goal is met.
    /// let mut members = vec![good; 6];
    /// members.push(GoalMember::open());
    /// assert_eq!(goal.judge(&members)?.outcome().verdict(), Verdict::Met);
    /// // With two open members it cannot be said yet.
    /// members[0] = GoalMember::open();
    /// assert_eq!(goal.judge(&members)?.outcome().verdict().name(), "not_assessed");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn judge(&self, members: &[GoalMember]) -> Result<GoalJudgement, ExactOverflow> {
        let exempted = |member: &GoalMember| member.without_background != WithoutBackground::Same;
        let second = members.iter().any(exempted).then(|| {
            let kept: Vec<_> =
                members.iter().copied().filter_map(GoalMember::without_background).collect();
            self.outcome(&kept)
        });
        let without_background = second.transpose()?;
        let outcome = self.outcome(members)?;
        let rule = self.rule(outcome.verdict);
        Ok(GoalJudgement { outcome, without_background, rule })
    }

    /// The rule that a verdict follows.
    fn rule(&self, verdict: Verdict) -> Rule {
        let rounds = |bound: &Bound| compared_decimals(bound, self.precision).is_some();
        match (verdict, self.kind) {
            (Verdict::NotAssessed(_), _) => Rule::EVERY_OUTCOME,
            (_, GoalKind::AllMeetTargets) => Rule::TARGET_CLASS,
            (_, GoalKind::AllSourcesMeet) => Rule::SOURCE_TARGET,
            (_, GoalKind::AllFlowsMeet) => Rule::ECOLOGICAL_BASE_FLOW,
            _ if self.bound.as_ref().is_some_and(rounds) => Rule::PUBLISHED_PRECISION,
            _ => Rule::EXACT_SHARE,
        }
    }

    fn outcome(&self, members: &[GoalMember]) -> Result<GoalOutcome, ExactOverflow> {
        let mut outcome = GoalOutcome {
            verdict: Verdict::NotAssessed(NotAssessed::EmptyGroup),
            counted: 0,
            assessed: 0,
            provisional: 0,
            members: u32::try_from(members.len()).unwrap_or(u32::MAX),
            least: 0,
            greatest: 0,
        };
        for member in members {
            let counts = self.counts(*member);
            let is_open = if self.kind.is_on_targets() {
                member.provisional_verdict
            } else {
                member.provisional
            };
            let provisional = counts.is_some() && is_open;
            outcome.counted += u32::from(counts == Some(true));
            outcome.assessed += u32::from(counts.is_some());
            outcome.provisional += u32::from(provisional);
            outcome.least += u32::from(counts == Some(true) && !provisional);
            outcome.greatest += u32::from(counts != Some(false) || provisional);
        }
        if members.is_empty() {
            return Ok(outcome);
        }
        if self.bound.is_none() && !self.kind.is_all() {
            outcome.verdict = Verdict::NotAssessed(NotAssessed::NoTarget);
            return Ok(outcome);
        }
        let (mut met, mut missed) = (false, false);
        for count in outcome.least..=outcome.greatest {
            let holds = self.holds(count, outcome.members)?;
            met |= holds;
            missed |= !holds;
        }
        outcome.verdict = match (met, missed) {
            (true, false) => Verdict::Met,
            (false, true) => Verdict::Missed,
            _ => Verdict::NotAssessed(NotAssessed::OpenMembers),
        };
        Ok(outcome)
    }

    /// Whether a member counts in the numerator; `None` when that is not known.
    fn counts(&self, member: GoalMember) -> Option<bool> {
        let class = member.class;
        match self.kind {
            GoalKind::ShareOfGood => class.map(|class| class.meets(Class::III)),
            GoalKind::ShareOfInferiorV => class.map(|class| class == Class::InferiorV),
            GoalKind::ShareMeetingTarget
            | GoalKind::AllMeetTargets
            | GoalKind::AllSourcesMeet
            | GoalKind::AllFlowsMeet => match member.verdict {
                Verdict::Met => Some(true),
                Verdict::Missed => Some(false),
                Verdict::NotAssessed(_) => None,
            },
        }
    }

    fn holds(&self, count: u32, members: u32) -> Result<bool, ExactOverflow> {
        match (self.kind, &self.bound) {
            (kind, _) if kind.is_all() => Ok(count == members),
            (_, None) => Ok(false),
            (_, Some(bound)) => match Share::of_counts(count, members) {
                Ok(share) => share.meets(bound, self.precision),
                Err(_) => Ok(false),
            },
        }
    }

    /// A goal on all sections without a bound yet.
    #[must_use]
    pub fn new(id: impl Into<String>, kind: GoalKind) -> Self {
        Self {
            id: id.into(),
            kind,
            selector: Selector::default(),
            task: None,
            bound: None,
            precision: SharePrecision::AsPublished,
            inferred: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The same goal with a bound in percent.
    #[must_use]
    pub fn with_bound(mut self, bound: Bound) -> Self {
        self.bound = Some(bound);
        self
    }

    /// The same goal on some of the sections.
    #[must_use]
    pub fn with_selector(mut self, selector: Selector) -> Self {
        self.selector = selector;
        self
    }
}
