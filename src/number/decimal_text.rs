//! A decimal as plain data: text, so that no digit is lost on the way.

use crate::number::decimal::Decimal;

impl serde::Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::plain_text::deserialize(
            deserializer,
            "a decimal number as text, such as \"0.15\"",
        )
    }
}
