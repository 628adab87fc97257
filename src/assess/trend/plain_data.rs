//! A trend as plain data; `guide/plain_data.md` describes the form.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::assess::trend::trend::Trend;
use crate::standard::tables::critical_values::SignificanceLevel;
use crate::text::plain_text::Listed;

impl Serialize for Trend {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let correlation = self.correlation();
        let mut data = serializer.serialize_struct("Trend", 8)?;
        data.serialize_field("count", &correlation.count())?;
        data.serialize_field("coefficient", correlation.coefficient())?;
        data.serialize_field("centred", correlation.centred())?;
        data.serialize_field("direction", &self.direction())?;
        let at = |level| self.is_significant_at(level);
        data.serialize_field("significant_at_5_percent", &at(SignificanceLevel::FivePercent))?;
        data.serialize_field("significant_at_1_percent", &at(SignificanceLevel::OnePercent))?;
        data.serialize_field("method", &self.method())?;
        data.serialize_field("rules", &Listed(|| self.rules()))?;
        data.end()
    }
}
