//! What do other people's tables say? Headings, cells, times and words as columns with a
//! meaning, without reading a file.
//!
//! A [`Heading`] is what the text over a column says: readings of a [`Quantity`] in a unit, a
//! [`Role`] such as time or section, a finding, or nothing of ours. A [`MeasuredColumn`] reads
//! its cells into the unit of the limits. A [`TableTime`] is a month, a day or an hour.
//!
//! # Example
//! ```
//! use gb3838::{Notation, Reading};
//! use gb3838::sheet::{Heading, Role, Waters};
//!
//! let headings = ["断面名称", "监测时间", "化学需氧量（COD）", "Cu(μg/L)", "氨氮类别"];
//! let columns = headings.map(|heading| Heading::read(heading, Waters::Surface));
//! assert_eq!(columns[0], Heading::Role(Role::Section));
//! let Heading::Measured(copper) = columns[3] else { panic!() };
//! let cell = copper.read_cell("1.2×10⁻¹", &Notation::new())?;
//! assert_eq!(cell.reading(), Some(Reading::Value(gb3838::Decimal::parse("0.00012")?)));
//! assert!(matches!(columns[4], Heading::NotRead(_)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod finding;
#[cfg(feature = "alloc")]
mod header;
pub(crate) mod heading;
#[cfg(feature = "alloc")]
pub(crate) mod layout;
pub(crate) mod measured;
pub(crate) mod role;
mod role_words;
pub(crate) mod row;
pub(crate) mod station_state;

pub use self::finding::{Finding, FindingKind, Place};
pub use self::heading::{Heading, NotRead, Waters};
#[cfg(feature = "alloc")]
pub use self::layout::{Column, Form, Layout};
pub use self::measured::{Cell, CellError, CellFinding, MeasuredColumn};
pub use self::role::Role;
pub use self::row::RowKind;
pub use self::station_state::StationState;
pub use crate::reading::time::time_text::{TableTime, TableTimeError, TimeReason};
pub use crate::standard::naming::quantity::Quantity;
pub use crate::standard::naming::refusal::Refusal;
pub use crate::standard::naming::spelled_unit::{Measure, SpelledUnit};
