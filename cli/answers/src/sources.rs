//! `source` and `source_volume`: drinking-water sources, one and many.

use std::collections::BTreeMap;

use gb3838::{
    Class, Decimal, ItemMap, Measurement, Verdict,
    source::{RatedSource, SourceRates, SurfaceItem, SurfaceSource},
    target::Share,
};
use serde_json::{Value, json};

use super::beyond::source_item_at;
use super::items::classifier;
use super::sections::NOTATION;
use super::{Answer, answer_of};
use crate::input::{CaseError, Input};

/// A surface source from its readings.
pub(super) fn source(input: Input<'_>) -> Result<Answer, CaseError> {
    let mut basic = ItemMap::new();
    let mut others = BTreeMap::new();
    for (name, cell) in input.get::<BTreeMap<String, String>>("items")? {
        let item = match name.split_once('-') {
            Some((table @ ("2" | "3"), number)) => source_item_at(table, number)?.into(),
            _ => name.parse::<SurfaceItem>()?,
        };
        match item {
            SurfaceItem::Basic(item) => {
                basic.insert(item, Measurement::from(NOTATION.parse(&cell, item)?));
            }
            SurfaceItem::Source(item) => {
                others.insert(item, NOTATION.parse_source(&cell, item)?.into());
            }
        }
    }
    let mut source = SurfaceSource::new(classifier(input)?);
    if let Some(target) = input.get::<Option<Class>>("target")? {
        source = source.with_target(target);
    }
    let source = source.assess(&basic, &others)?;
    let failing: Vec<Value> =
        source.failing().iter().map(|entry| json!(name_in_suite(entry.item()))).collect();
    Ok(answer_of([("failing", json!(failing)), ("verdict", json!(source.verdict().name()))]))
}

/// Items of Table 1 by their symbols, the others by table and number.
fn name_in_suite(item: SurfaceItem) -> String {
    match item {
        SurfaceItem::Basic(item) => item.to_string(),
        SurfaceItem::Source(item) => format!("{}-{}", item.table(), item.number()),
    }
}

/// The pass rate by volume, with exempted sources as met and without exemption.
pub(super) fn source_volume(input: Input<'_>) -> Result<Answer, CaseError> {
    let verdict = |met: bool| if met { Verdict::Met } else { Verdict::Missed };
    let mut sources = Vec::new();
    for source in input.objects("sources")? {
        let passes = source.get::<Vec<String>>("exceedances")?.is_empty();
        let exempt: bool = source.get("exempt")?;
        sources.push(
            RatedSource::new(source.text("name")?, verdict(passes))
                .or_exempted(verdict(passes || exempt))
                .with_intake(source.get("volume")?),
        );
    }
    let rates = SourceRates::of(&sources)?;
    let decimals = input.whole("decimals")?;
    let percent = |share: Option<Share>| -> Result<Option<Decimal>, CaseError> {
        share.map(|share| share.percent(decimals).map_err(CaseError::from)).transpose()
    };
    Ok(answer_of([
        ("total", json!(rates.total_intake())),
        ("percent", json!(percent(rates.by_volume_with_exemptions())?)),
        ("percent_without_exemption", json!(percent(rates.by_volume())?)),
    ]))
}
