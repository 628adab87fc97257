//! The classes that the mean of one item can have.

use crate::classify::classifier::Classifier;
use crate::reading::mean::mean_range::{MeanRange, MissingMonths};
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::class_set::ClassSet;

/// The range of the mean of one item, and the classes in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemPossibilities {
    range: MeanRange,
    classes: ClassSet,
}

impl ItemPossibilities {
    /// The classes of all means within a range; `None` where the standard sets no class.
    ///
    /// # Reference
    /// Ours: every class that any number of the range has, ends included.
    #[must_use]
    pub fn of(classifier: &Classifier, range: &MeanRange) -> Option<Self> {
        let item = range.item();
        let (least, greatest) = (range.least(), range.greatest());
        let at_least = classifier.class_of_quantity(item, least)?;
        let mut classes = ClassSet::EMPTY.with(at_least);
        if greatest == Some(least) {
            return Some(Self { range: *range, classes });
        }
        match greatest {
            Some(greatest) => classes = classes.with(classifier.class_of_quantity(item, greatest)?),
            None => classes = classes.with(endless(classifier, range)?),
        }
        // The numbers of one class lie in one piece. A piece that holds neither end of the range
        // lies in it as a whole, and then its own limit does.
        let limits = Class::WITH_LIMITS.into_iter().filter_map(|class| {
            classifier.standard().limit(item, classifier.body(), class).map(|bound| (class, bound))
        });
        for (_, bound) in limits {
            let edge = match bound {
                Bound::AtMost(limit)
                | Bound::AtLeast(limit)
                | Bound::Below(limit)
                | Bound::Above(limit)
                | Bound::Within(limit, _) => limit,
            };
            let within = least.compare(edge).is_le()
                && greatest.is_none_or(|greatest| greatest.compare(edge).is_ge());
            if within {
                classes = classes.with(classifier.class_of_quantity(item, &edge.into())?);
            }
        }
        Some(Self { range: *range, classes })
    }

    /// The same where no month is missing, whatever one would bring.
    #[cfg(feature = "alloc")]
    pub(crate) const fn with_missing_months(self, missing_months: MissingMonths) -> Self {
        Self { range: self.range.with_missing_months(missing_months), ..self }
    }

    /// The range of the mean.
    #[must_use]
    pub const fn range(&self) -> &MeanRange {
        &self.range
    }

    /// The classes that it can have.
    #[must_use]
    pub const fn classes(&self) -> ClassSet {
        self.classes
    }
}

/// The class of numbers above all limits.
fn endless(classifier: &Classifier, range: &MeanRange) -> Option<Class> {
    match classifier.standard().limit(range.item(), classifier.body(), Class::I)? {
        Bound::AtLeast(_) | Bound::Above(_) => Some(Class::I),
        Bound::AtMost(_) | Bound::Below(_) | Bound::Within(..) => Some(Class::InferiorV),
    }
}
