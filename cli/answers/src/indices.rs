//! `standard_index`, `do_saturation` and `exceedance_rate`.

use gb3838::{
    Bound, Class, Decimal, Item, Standard, WaterBody,
    impact::{ExceedanceRate, OxygenSaturation, StandardIndex},
};
use serde_json::{Value, json};

use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// A value over its limit; saturation by the formula of rivers.
pub(super) fn standard_index(input: Input<'_>) -> Result<Answer, CaseError> {
    let (item, value): (Item, Decimal) = (input.get("item")?, input.get("value")?);
    let decimals = input.whole("decimals")?;
    let temperature: Option<Decimal> = input.get("temperature")?;
    let saturation = temperature.map(OxygenSaturation::of_river).transpose()?;
    let index = match item {
        // The range is that of the standard; the limit of a case of pH is null.
        Item::Ph => {
            let standard = Standard::GB_3838_2002;
            let Some(Bound::Within(lower, upper)) =
                standard.limit(item, WaterBody::River, Class::III)
            else {
                return Err(CaseError::unexpected("item", "an item with limits", &json!(item)));
            };
            StandardIndex::of_ph(value, lower, upper)?
        }
        Item::DissolvedOxygen => {
            let expected = "a temperature in degrees Celsius";
            let saturation = saturation.as_ref();
            let saturation = saturation
                .ok_or_else(|| CaseError::unexpected("temperature", expected, &Value::Null))?;
            let limit = input.get("limit")?;
            match input.text("form")? {
                "2018" => StandardIndex::of_oxygen_2018(value, limit, saturation)?,
                "1993" => StandardIndex::of_oxygen_1993(value, limit, saturation)?,
                other => {
                    return Err(CaseError::unexpected("form", "1993 or 2018", &Value::from(other)));
                }
            }
        }
        _ => StandardIndex::of_concentration(value, input.get("limit")?)?,
    };
    let rounded = saturation.map(|saturation| saturation.round(decimals)).transpose()?;
    Ok(answer_of([("index", json!(index.round(decimals)?)), ("do_saturation", json!(rounded))]))
}

/// Dissolved oxygen at saturation; without a salinity by the formula of rivers.
pub(super) fn do_saturation(input: Input<'_>) -> Result<Answer, CaseError> {
    let temperature = input.get("temperature")?;
    let saturation = match input.get::<Option<Decimal>>("salinity")? {
        Some(salinity) => OxygenSaturation::of_saline_water(temperature, salinity)?,
        None => OxygenSaturation::of_river(temperature)?,
    };
    let rounded = saturation.round(input.whole("decimals")?)?;
    Ok(answer_of([("do_saturation", json!(rounded))]))
}

/// The share of indices above 1.
pub(super) fn exceedance_rate(input: Input<'_>) -> Result<Answer, CaseError> {
    let indices: Vec<Decimal> = input.get("indices")?;
    let percent = ExceedanceRate::of_indices(indices).percent(input.whole("decimals")?)?;
    Ok(answer_of([("percent", json!(percent))]))
}
