//! The trophic state of a lake as plain data; `guide/plain_data.md` describes the form.

use serde::ser::{Serialize, Serializer};

use crate::assess::lake::trophic::TrophicParameter;

impl Serialize for TrophicParameter {
    /// The symbol.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.symbol())
    }
}

#[cfg(any(feature = "std", feature = "libm"))]
mod index {
    use serde::ser::{Serialize, SerializeStruct, Serializer};

    use crate::assess::lake::trophic::TrophicParameter;
    use crate::assess::lake::trophic_index::TrophicIndex;
    use crate::text::plain_text::Listed;

    /// What one parameter gives to the index.
    struct Part<'a>(&'a TrophicIndex, TrophicParameter);

    impl Serialize for Part<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let Self(index, parameter) = *self;
            let mut data = serializer.serialize_struct("Parameter", 3)?;
            data.serialize_field("parameter", &parameter)?;
            data.serialize_field("index", &index.single(parameter))?;
            data.serialize_field("weight", &index.weights().weight(parameter))?;
            data.end()
        }
    }

    impl Serialize for TrophicIndex {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let weights = self.weights();
            let parts = || weights.parameters().map(|parameter| Part(self, parameter));
            let mut data = serializer.serialize_struct("TrophicIndex", 6)?;
            data.serialize_field("index", &self.round(1).ok())?;
            data.serialize_field("unrounded", &self.value())?;
            data.serialize_field("grade", &self.grade())?;
            data.serialize_field("parameters", &Listed(parts))?;
            data.serialize_field("missing", &Listed(|| weights.missing()))?;
            data.serialize_field("rules", &Listed(|| self.rules()))?;
            data.end()
        }
    }
}
