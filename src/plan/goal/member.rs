//! What is known of one member of a goal's group.

use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::standard::class::Class;

/// What becomes of a member of a goal's group when natural background is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithoutBackground {
    /// Nothing is exempted: the same as with it.
    Same,
    /// Some of its items are exempted.
    Changed {
        /// The class of the other items.
        class: Option<Class>,
        /// The verdict of the other items.
        verdict: Verdict,
        /// Whether the samples of the other items are too few, so that their class may still change.
        provisional: bool,
        /// Whether their verdict may.
        provisional_verdict: bool,
    },
    /// The whole section is exempted: it leaves the group.
    LeftOut,
}

/// What is known of one member of a goal's group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalMember {
    /// Its class; `None` when it was not assessed.
    pub class: Option<Class>,
    /// Its verdict on its target.
    pub verdict: Verdict,
    /// The same without natural background.
    pub without_background: WithoutBackground,
    /// Whether its samples are too few, so that its class may still change.
    pub provisional: bool,
    /// Whether its verdict may still change: for the same reason, or because last year's class may.
    pub provisional_verdict: bool,
}

impl GoalMember {
    /// A member with a class and a verdict that stand.
    #[must_use]
    pub const fn assessed(class: Class, verdict: Verdict) -> Self {
        Self {
            class: Some(class),
            verdict,
            without_background: WithoutBackground::Same,
            provisional: false,
            provisional_verdict: false,
        }
    }

    /// A member that was not assessed.
    #[must_use]
    pub const fn open() -> Self {
        Self {
            class: None,
            verdict: Verdict::NotAssessed(NotAssessed::NoReadings),
            without_background: WithoutBackground::Same,
            provisional: false,
            provisional_verdict: false,
        }
    }

    /// The member as it is without natural background; `None` when it leaves the group.
    pub(crate) fn without_background(self) -> Option<Self> {
        match self.without_background {
            WithoutBackground::Same => Some(self),
            WithoutBackground::Changed { class, verdict, provisional, provisional_verdict } => {
                Some(Self { class, verdict, provisional, provisional_verdict, ..self })
            }
            WithoutBackground::LeftOut => None,
        }
    }
}
