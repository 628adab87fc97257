//! `city_index` and `city_change`.

use std::collections::BTreeMap;

use gb3838::{
    Decimal, Item, ItemMap, Quantity,
    city::{CityIndex, CityIndexChange, CityIndexOptions, CityWaterIndex},
};
use serde_json::json;

use super::sections::NOTATION;
use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// The sections of a key, each with its values; half the limit for a result below it.
fn waters(input: Input<'_>, key: &str) -> Result<Vec<ItemMap<Quantity>>, CaseError> {
    let sections: Vec<BTreeMap<Item, String>> = input.get(key)?;
    let mut waters = Vec::new();
    for section in sections {
        let mut values = ItemMap::new();
        for (item, cell) in section {
            let reading = NOTATION.parse(&cell, item)?;
            if let Some(value) = reading.for_mean().map_err(gb3838::Error::from)? {
                values.insert(item, Quantity::from(value));
            }
        }
        waters.push(values);
    }
    Ok(waters)
}

/// The index of a city, and of its rivers and lakes.
pub(super) fn city_index(input: Input<'_>) -> Result<Answer, CaseError> {
    let (rivers, lakes) = (waters(input, "rivers")?, waters(input, "lakes")?);
    let index = CityIndex::of(&rivers, &lakes, &CityIndexOptions::PROVISIONAL_2017)?;
    let decimals = input.whole("decimals")?;
    let rounded = |water: Option<&CityWaterIndex>| -> Result<Option<Decimal>, CaseError> {
        Ok(water.map(|water| water.value().round_keeping_digit(decimals)).transpose()?)
    };
    Ok(answer_of([
        ("river", json!(rounded(index.rivers())?)),
        ("lake", json!(rounded(index.lakes())?)),
        ("city", json!(index.round(decimals)?)),
    ]))
}

/// How much the index changed; negative is better.
pub(super) fn city_change(input: Input<'_>) -> Result<Answer, CaseError> {
    let (now, base): (Decimal, Decimal) = (input.get("now")?, input.get("base")?);
    let change = CityIndexChange::of_values(now, base)?;
    Ok(answer_of([("percent", json!(change.percent(input.whole("decimals")?)?))]))
}
