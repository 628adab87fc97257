//! Which edition of the standard made a result: its name and its document.

use crate::standard::rule::{Rule, Title};

/// The name and the document of a [`Standard`](crate::Standard); every result says its own.
///
/// # Reference
/// Ours.
///
/// # Example
/// ```
/// use gb3838::{Rule, Standard};
///
/// let edition = Standard::GB_3838_2002.edition();
/// assert_eq!((edition.name(), edition.document()), ("GB 3838-2002", "GB 3838-2002"));
/// assert_eq!(edition.rule(), Rule::TABLE_1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edition {
    name: Title,
    rule: Rule,
}

impl Edition {
    pub(crate) const fn new(name: Title, rule: Rule) -> Self {
        Self { name, rule }
    }

    /// The name: `GB 3838-2002`.
    #[must_use]
    pub const fn name(&self) -> &str {
        self.name.as_str()
    }

    /// The document that prints the limits.
    #[must_use]
    pub const fn document(&self) -> &str {
        self.rule.document()
    }

    /// The rule that the limits are cited by.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Edition {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut edition = serializer.serialize_struct("Edition", 2)?;
        edition.serialize_field("name", self.name())?;
        edition.serialize_field("document", self.document())?;
        edition.end()
    }
}
