//! Names of items read by the grammar: the three lists of items, one way.

use core::str::FromStr;

use crate::standard::ground_water::item::{GroundWaterItem, ParseGroundWaterItemError};
use crate::standard::item::{Item, ParseItemError};
use crate::standard::naming::grammar::{Vocabulary, exact_name};
use crate::standard::naming::quantity::Quantity;
use crate::standard::source_item::{ParseSourceItemError, SourceItem};

impl FromStr for Item {
    type Err = ParseItemError;

    /// Reads a name as tables write it: another name of the item, its form, the unit of the
    /// limits may stand beside it (`化学需氧量（COD）`, `总磷（以P计）`, `氨氮(mg/L)`). Another
    /// unit makes it no name of an item.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match exact_name(text, Vocabulary::Table1) {
            Some(Quantity::Item(item)) => Ok(item),
            _ => Err(ParseItemError::new(text)),
        }
    }
}

impl FromStr for SourceItem {
    type Err = ParseSourceItemError;

    /// Reads a name, an HJ 525 code or a CAS number, in any case and without regard to
    /// punctuation; its form and the unit of the limits may stand beside it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match exact_name(text, Vocabulary::Tables2And3) {
            Some(Quantity::Source(item)) => Ok(item),
            _ => Err(ParseSourceItemError::new(text)),
        }
    }
}

impl FromStr for GroundWaterItem {
    type Err = ParseGroundWaterItemError;

    /// Reads a name or a code, with or without its remark in brackets, also with the unit of
    /// the limits behind it. Another unit makes it no name of an item.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match exact_name(text, Vocabulary::GroundWater) {
            Some(Quantity::GroundWater(item)) => Ok(item),
            _ => Err(ParseGroundWaterItemError::new(text)),
        }
    }
}
