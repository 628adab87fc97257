//! An edition of the standard as a file: its rows, read with the checks of every edition.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::number::decimal::Decimal;
use crate::standard::item::Item;
use crate::standard::limit_row::LimitRow;
use crate::standard::limits::{ItemLimits, Standard};
use crate::standard::local_limits::LocalKind;
use crate::standard::water_body::WaterBody;

/// A file of limits; `guide/standard_file.md` describes it key by key.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StandardFile {
    format: u8,
    name: String,
    document: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    local_document: Option<String>,
    limits: Vec<RowFile>,
}

/// A row with one of the four kinds of limits.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowFile {
    item: Item,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    water_body: Option<WaterBody>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_most: Option<[String; 5]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_least: Option<[String; 5]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    within: Option<[String; 2]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    weekly_change: Option<[String; 2]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    local: Option<LocalKind>,
}

impl RowFile {
    fn new(
        item: Item,
        body: Option<WaterBody>,
        limits: &ItemLimits,
        local: Option<LocalKind>,
    ) -> Self {
        let five = |limits: &[Decimal; 5]| Some(limits.map(|limit| limit.to_string()));
        let two = |a: &Decimal, b: &Decimal| Some([a.to_string(), b.to_string()]);
        let (mut at_most, mut at_least, mut within, mut weekly_change) = (None, None, None, None);
        match limits {
            ItemLimits::AtMost(limits) => at_most = five(limits),
            ItemLimits::AtLeast(limits) => at_least = five(limits),
            ItemLimits::Within(low, high) => within = two(low, high),
            ItemLimits::WeeklyChange { greatest_rise, greatest_drop } => {
                weekly_change = two(greatest_rise, greatest_drop);
            }
        }
        Self { item, water_body: body, at_most, at_least, within, weekly_change, local }
    }

    /// The row, if it has one kind of limits and no more.
    fn row(&self) -> Option<LimitRow<'_>> {
        let (item, body) = (self.item, self.water_body);
        match (&self.at_most, &self.at_least, &self.within, &self.weekly_change) {
            (Some(it), None, None, None) => Some(LimitRow::at_most(item, body, texts(it))),
            (None, Some(it), None, None) => Some(LimitRow::at_least(item, body, texts(it))),
            (None, None, Some(it), None) => Some(LimitRow::within(item, body, texts(it))),
            (None, None, None, Some(it)) => Some(LimitRow::weekly_change(item, body, texts(it))),
            _ => None,
        }
    }
}

fn texts<const N: usize>(texts: &[String; N]) -> [&str; N] {
    texts.each_ref().map(String::as_str)
}

impl Serialize for Standard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let row = |item: Item, body: WaterBody| {
            Some((self.limits(item, body)?, self.local_kind(item, body)))
        };
        let mut limits = Vec::new();
        for item in Item::ALL {
            let [first, second] = WaterBody::ALL.map(|body| row(item, body));
            if let Some((both, local)) = first.filter(|_| first == second) {
                limits.push(RowFile::new(item, None, both, local));
                continue;
            }
            for (body, own) in WaterBody::ALL.into_iter().zip([first, second]) {
                let own = own.map(|(own, local)| RowFile::new(item, Some(body), own, local));
                limits.extend(own);
            }
        }
        StandardFile {
            format: 1,
            name: self.name().to_owned(),
            document: self.edition().document().to_owned(),
            local_document: self.local_document().map(ToOwned::to_owned),
            limits,
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Standard {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let file = StandardFile::deserialize(deserializer)?;
        if file.format != 1 {
            let message = alloc::format!("format {} of a standard: expected 1", file.format);
            return Err(D::Error::custom(message));
        }
        let mut rows = Vec::with_capacity(file.limits.len());
        for row in &file.limits {
            rows.push(row.row().ok_or_else(|| {
                let item = row.item;
                D::Error::custom(alloc::format!(
                    "limits of {item}: expected one of at_most, at_least, within, weekly_change"
                ))
            })?);
        }
        let mut standard =
            Self::new(&file.name, &file.document, &rows).map_err(D::Error::custom)?;
        for row in &file.limits {
            if let Some(kind) = row.local {
                standard = standard.with_local_row(row.item, row.water_body, kind);
            }
        }
        match &file.local_document {
            Some(document) => standard.with_local_document(document).map_err(D::Error::custom),
            None => Ok(standard),
        }
    }
}
