//! A verdict on a target and the outlook of a year as plain data; `guide/plain_data.md` describes
//! the form.

use serde::ser::{Error, Serialize, SerializeStruct, Serializer};

use crate::assess::target::item_outlook::ItemOutlook;
use crate::assess::target::outlook::Outlook;
use crate::assess::target::target::TargetJudgement;
use crate::number::decimal::Decimal;
use crate::number::fraction::Fraction;
use crate::standard::item_map::ItemMap;
use crate::text::plain_text::Listed;

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

impl Serialize for ItemOutlook {
    /// Numbers at one decimal more than the item is assessed at; an exact number without room is
    /// an error.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let decimals = self.item().assessment_decimals() + 1;
        let margin = self.margin().map_err(S::Error::custom)?;
        let margin = margin.map(|margin: Fraction| margin.round(decimals)).transpose();
        let so_far = self.mean_so_far().and_then(|mean| mean.round(decimals));
        let mut data = serializer.serialize_struct("ItemOutlook", 7)?;
        data.serialize_field("item", &self.item())?;
        data.serialize_field("prospect", &self.prospect())?;
        data.serialize_field("undecidable", &self.is_undecidable().map_err(S::Error::custom)?)?;
        data.serialize_field("mean_so_far", &so_far.map_err(S::Error::custom)?)?;
        data.serialize_field("margin", &margin.map_err(S::Error::custom)?)?;
        data.serialize_field("least", &self.least(decimals).map_err(S::Error::custom)?)?;
        data.serialize_field("most", &self.most(decimals).map_err(S::Error::custom)?)?;
        data.end()
    }
}

impl Serialize for Outlook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let as_so_far = self.class_with(&ItemMap::<Decimal>::new()).map_err(S::Error::custom)?;
        let must_improve = self.must_improve().map_err(S::Error::custom)?;
        let mut data = serializer.serialize_struct("Outlook", 9)?;
        data.serialize_field("target", &self.target())?;
        data.serialize_field("prospect", &self.prospect())?;
        data.serialize_field("deciding", &self.deciding())?;
        data.serialize_field("must_improve", &must_improve)?;
        data.serialize_field("class_as_so_far", &as_so_far)?;
        data.serialize_field("absent", &self.absent())?;
        data.serialize_field("undecidable", &self.undecidable())?;
        data.serialize_field("not_limited", &self.not_limited())?;
        data.serialize_field("items", &Listed(|| self.items()))?;
        data.end()
    }
}
