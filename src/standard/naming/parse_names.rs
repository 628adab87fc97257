//! Names of items read by the grammar: the three lists of items, one way.

use core::str::FromStr;

use crate::standard::ground_water::item::GroundWaterItem;
use crate::standard::item::Item;
use crate::standard::naming::grammar::{Vocabulary, exact_name};
use crate::standard::naming::quantity::Quantity;
use crate::standard::source_item::SourceItem;
use crate::text::unknown_name::{NameKind, UnknownNameError};

impl FromStr for Item {
    type Err = UnknownNameError;

    /// Reads a name as tables write it: another name of the item, its form, the unit of the
    /// limits may stand beside it (`化学需氧量（COD）`, `总磷（以P计）`, `氨氮(mg/L)`). Another
    /// unit makes it no name of an item.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match exact_name(text, Vocabulary::Table1) {
            Some(Quantity::Item(item)) => Ok(item),
            _ => Err(UnknownNameError::new(text, NameKind::Item)),
        }
    }
}

impl FromStr for SourceItem {
    type Err = UnknownNameError;

    /// Reads a name, an HJ 525 code or a CAS number, in any case and without regard to
    /// punctuation; its form and the unit of the limits may stand beside it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match exact_name(text, Vocabulary::Tables2And3) {
            Some(Quantity::Source(item)) => Ok(item),
            _ => Err(UnknownNameError::new(text, NameKind::SourceItem)),
        }
    }
}

impl FromStr for GroundWaterItem {
    type Err = UnknownNameError;

    /// Reads a name or a code, with or without its remark in brackets, also with the unit of
    /// the limits behind it. Another unit makes it no name of an item.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match exact_name(text, Vocabulary::GroundWater) {
            Some(Quantity::GroundWater(item)) => Ok(item),
            _ => Err(UnknownNameError::new(text, NameKind::GroundWaterItem)),
        }
    }
}
