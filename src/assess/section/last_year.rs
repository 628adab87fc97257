//! What is known of the year before, for targets that compare with it.

use crate::assess::section::section::SectionAssessment;
use crate::standard::class::Class;

/// What is known of the year before, for targets that compare with it.
///
/// It is judged for itself: by the target, items and circumstances of its own year.
///
/// # Reference
/// "No worse than last year" may be a condition (S).
///
/// # Example
/// ```
/// use gb3838::{Class, section::LastYear};
///
/// let printed = LastYear::known(Class::III);
/// assert_eq!((printed.class(), printed.is_sufficient()), (Some(Class::III), true));
/// assert_eq!(LastYear::UNKNOWN.class(), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastYear {
    class: Option<Class>,
    class_without_background: Option<Class>,
    sufficient: bool,
    no_exact_mean: bool,
}

impl LastYear {
    /// Nothing is known of it.
    pub const UNKNOWN: Self = Self {
        class: None,
        class_without_background: None,
        sufficient: false,
        no_exact_mean: false,
    };

    /// A mean of it had no exact form, so that it has no class.
    pub const NO_EXACT_MEAN: Self = Self { no_exact_mean: true, ..Self::UNKNOWN };

    /// A class that is known from elsewhere, such as a printed one, and stands.
    #[must_use]
    pub const fn known(class: Class) -> Self {
        Self {
            class: Some(class),
            class_without_background: Some(class),
            sufficient: true,
            no_exact_mean: false,
        }
    }

    /// The year before as it was assessed, with its own target, items and circumstances.
    #[must_use]
    pub fn of(assessment: &SectionAssessment) -> Self {
        let class = assessment.class();
        Self {
            class,
            class_without_background: assessment.class_without_background().or_full(class),
            sufficient: assessment.is_sufficient(),
            no_exact_mean: false,
        }
    }

    /// Its class, if it has one.
    #[must_use]
    pub const fn class(&self) -> Option<Class> {
        self.class
    }

    /// Its class without natural background; the same where nothing is exempted.
    #[must_use]
    pub const fn class_without_background(&self) -> Option<Class> {
        self.class_without_background
    }

    /// Whether it had enough samples.
    #[must_use]
    pub const fn is_sufficient(&self) -> bool {
        self.sufficient
    }

    /// Whether it has no class because a mean of it had no exact form.
    #[must_use]
    pub const fn has_no_exact_mean(&self) -> bool {
        self.no_exact_mean
    }
}
