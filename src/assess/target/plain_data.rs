//! A verdict on a target as plain data; `guide/plain_data.md` describes the form.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::assess::target::target::TargetJudgement;

impl Serialize for TargetJudgement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut data = serializer.serialize_struct("TargetJudgement", 10)?;
        data.serialize_field("standard", &self.edition())?;
        data.serialize_field("verdict", &self.verdict())?;
        data.serialize_field("reason", &self.verdict().reason())?;
        data.serialize_field("provisional", &self.is_provisional())?;
        data.serialize_field("failing", &self.failing())?;
        data.serialize_field("unjudged", &self.unjudged())?;
        data.serialize_field("worse_than_last_year", &self.is_worse_than_last_year())?;
        data.serialize_field("sufficiency", &self.sufficiency())?;
        data.serialize_field("deciding_sufficiency", &self.deciding_sufficiency())?;
        data.serialize_field("rule", &self.rule())?;
        data.end()
    }
}
