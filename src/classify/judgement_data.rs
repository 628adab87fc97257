//! The outcome for one item as plain data; `guide/plain_data.md` describes the form.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::classify::judgement::Judgement;
use crate::reading::notation::Missing;
use crate::standard::class::Class;

impl Judgement {
    /// What became of the item: `classed`, `undecidable`, `absent`, `not_limited`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Classed(_) => "classed",
            Self::Undecidable { .. } => "undecidable",
            Self::Absent(_) => "absent",
            Self::NotLimited(_) => "not_limited",
        }
    }
}

impl Serialize for Judgement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (class, against, reason): (Option<Class>, Option<Class>, Option<Missing>) = match self {
            Self::Classed(classed) => (Some(classed.class()), None, None),
            Self::Undecidable { against, .. } => (None, Some(*against), None),
            Self::Absent(missing) => (None, None, Some(*missing)),
            Self::NotLimited(_) => (None, None, None),
        };
        let value = self.quantity();
        let exact = value.and_then(|(value, _)| value.exact());
        let mut data = serializer.serialize_struct("Judgement", 7)?;
        data.serialize_field("outcome", self.name())?;
        data.serialize_field("class", &class)?;
        data.serialize_field("value", &value.and_then(|(value, _)| value.to_decimal()))?;
        data.serialize_field("exact", &exact)?;
        data.serialize_field("detection_limit", &value.and_then(|(_, limit)| limit))?;
        data.serialize_field("against", &against)?;
        data.serialize_field("reason", &reason)?;
        data.end()
    }
}
