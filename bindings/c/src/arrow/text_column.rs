//! A column as numbers that a batch can take: borrowed where it is one, read where it is text.

use gb3838::batch::TextColumn;
use gb3838::{Bits, Decimal, Item, Notation, Reading};

use crate::arrow::columns::ItemReadings;
use crate::arrow::failure::Failure;
use crate::arrow::import::Values;
use crate::arrow::text_cells::TextCells;
use crate::status::Status;

/// A cell that could not be used: it costs that cell, and not its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The row, from 0.
    pub row: usize,
    /// The item.
    pub item: Item,
    /// What was found.
    pub text: String,
}

/// Numbers of one type, borrowed or made.
#[derive(Clone, Debug)]
pub enum Numbers<'a> {
    /// Double floats.
    F64(&'a [f64]),
    /// Floats.
    F32(&'a [f32]),
    /// Integers with places.
    I32(&'a [i32], u8),
    /// Long integers with places.
    I64(&'a [i64], u8),
    /// Long integers with places, made here.
    OwnI64(Vec<i64>, u8),
    /// Double floats made here, where integers have no room.
    OwnF64(Vec<f64>),
    /// Texts as the library's text columns read them, with bits of their own.
    Read(Box<TextColumn<i64>>),
}

/// The readings of an item, ready for a batch.
#[derive(Clone, Debug)]
pub struct ItemNumbers<'a> {
    /// The item.
    pub item: Item,
    /// The values.
    pub numbers: Numbers<'a>,
    /// The caller's validity bits.
    pub validity: Option<Bits<'a>>,
    /// Validity bits made here.
    pub own_validity: Option<Vec<u8>>,
    /// The caller's below-limit bits.
    pub below: Option<Bits<'a>>,
    /// Below-limit bits made here.
    pub own_below: Option<Vec<u8>>,
}

impl ItemNumbers<'_> {
    /// 0 for rows without a value.
    #[must_use]
    pub fn validity(&self) -> Option<Bits<'_>> {
        if let Numbers::Read(column) = &self.numbers {
            return Some(column.validity());
        }
        self.own_validity.as_deref().map(Bits::new).or(self.validity)
    }

    /// 1 for rows that hold a detection limit.
    #[must_use]
    pub fn below(&self) -> Option<Bits<'_>> {
        if let Numbers::Read(column) = &self.numbers {
            return Some(column.below_limit());
        }
        self.own_below.as_deref().map(Bits::new).or(self.below)
    }

    /// The reading of a row as it stands, possible or not; `None` without a value.
    #[must_use]
    pub fn reading(&self, row: usize) -> Option<Result<Reading, String>> {
        if self.validity().is_some_and(|bits| bits.get(row) != Some(true)) {
            return None;
        }
        let float = |value: f64| (!value.is_nan()).then(|| Decimal::try_from(value));
        let number = match &self.numbers {
            Numbers::F64(values) => float(*values.get(row)?)?,
            Numbers::OwnF64(values) => float(*values.get(row)?)?,
            Numbers::F32(values) => {
                let value = *values.get(row)?;
                if value.is_nan() {
                    return None;
                }
                Decimal::try_from(value)
            }
            Numbers::I32(values, scale) => {
                return Some(self.whole((*values.get(row)?).into(), *scale, row));
            }
            Numbers::I64(values, scale) => return Some(self.whole(*values.get(row)?, *scale, row)),
            Numbers::OwnI64(values, scale) => {
                return Some(self.whole(*values.get(row)?, *scale, row));
            }
            Numbers::Read(column) => {
                return Some(self.whole(*column.values().get(row)?, column.scale(), row));
            }
        };
        Some(number.map(|number| self.marked(number, row)).map_err(|error| error.to_string()))
    }

    /// The float of a row, where the column has floats.
    #[must_use]
    pub fn float(&self, row: usize) -> Option<f64> {
        match &self.numbers {
            Numbers::F64(values) => values.get(row).copied(),
            Numbers::OwnF64(values) => values.get(row).copied(),
            Numbers::F32(values) => values.get(row).copied().map(f64::from),
            _ => None,
        }
    }

    fn whole(&self, units: i64, scale: u8, row: usize) -> Result<Reading, String> {
        let number = Decimal::new(units, scale).map_err(|error| error.to_string());
        number.map(|number| self.marked(number.normalized(), row))
    }

    fn marked(&self, number: Decimal, row: usize) -> Reading {
        if self.below().is_some_and(|bits| bits.get(row) == Some(true)) {
            Reading::Below(number)
        } else {
            Reading::Value(number)
        }
    }
}

/// How cells and numbers of a table are read.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// The notation of texts.
    pub notation: Notation,
    /// Whether −1 in a column of numbers means "not monitored", as it does in texts.
    pub minus_one_is_missing: bool,
}

impl Reader {
    /// The readings of an item as numbers.
    ///
    /// # Errors
    /// [`Status::OtherType`] for a type that holds no numbers.
    pub fn numbers<'a>(
        &self,
        readings: &ItemReadings<'_, 'a>,
        findings: &mut Vec<Finding>,
    ) -> Result<ItemNumbers<'a>, Failure> {
        let ItemReadings { item, measured, column, below } = *readings;
        let mut own_below = None;
        let below = below.and_then(|marks| match (&marks.values, marks.validity) {
            (Values::Bool(bits), None) => Some(*bits),
            (Values::Bool(bits), Some(valid)) => {
                // A missing mark is none.
                let marked = |row| bits.get(row) == Some(true) && valid.get(row) == Some(true);
                own_below = Some(packed((0..marks.rows).map(marked)));
                None
            }
            _ => None,
        });
        let base = ItemNumbers {
            item,
            numbers: Numbers::OwnI64(Vec::new(), 0),
            validity: column.validity,
            own_validity: None,
            below,
            own_below,
        };
        let whole = |values: Vec<i64>| Numbers::OwnI64(values, 0);
        let numbers = match &column.values {
            Values::F64(values) => Numbers::F64(values),
            Values::F32(values) => Numbers::F32(values),
            Values::I32(values) => Numbers::I32(values, 0),
            Values::I64(values) => Numbers::I64(values, 0),
            Values::I8(values) => whole(values.iter().map(|value| (*value).into()).collect()),
            Values::U8(values) => whole(values.iter().map(|value| (*value).into()).collect()),
            Values::I16(values) => whole(values.iter().map(|value| (*value).into()).collect()),
            Values::U16(values) => whole(values.iter().map(|value| (*value).into()).collect()),
            Values::U32(values) => whole(values.iter().map(|value| (*value).into()).collect()),
            Values::Null => {
                let none = Some(packed((0..column.rows).map(|_| false)));
                let numbers = whole(vec![0; column.rows]);
                return Ok(ItemNumbers { numbers, own_validity: none, ..base });
            }
            Values::U64(values) => {
                let read = |row: usize| i64::try_from(values[row]).map(|units| (units, 0));
                let numbers = cells(base, column.rows, findings, |row| {
                    if !column.is_valid(row) {
                        return Ok(None);
                    }
                    let (units, scale) = read(row).map_err(|error| error.to_string())?;
                    Ok(Some(Reading::Value(decimal(units, scale)?)))
                });
                return Ok(self.in_unit_of_limits(
                    numbers,
                    measured.power(),
                    column.rows,
                    findings,
                ));
            }
            Values::I128(values, scale) => {
                let numbers = cells(base, column.rows, findings, |row| {
                    if !column.is_valid(row) {
                        return Ok(None);
                    }
                    let units = i128::from_ne_bytes(values[row]);
                    let units = i64::try_from(units).map_err(|_| format!("{units}: too long"))?;
                    Ok(Some(Reading::Value(decimal(units, *scale)?)))
                });
                return Ok(self.in_unit_of_limits(
                    numbers,
                    measured.power(),
                    column.rows,
                    findings,
                ));
            }
            Values::Text(texts) => {
                let cells = TextCells { texts, column, measured, notation: self.notation };
                if base.below().is_none()
                    && let Some(read) = cells.fast(findings)
                {
                    return Ok(ItemNumbers { numbers: Numbers::Read(Box::new(read)), ..base });
                }
                return Ok(self::cells(base, column.rows, findings, |row| cells.read(row)));
            }
            Values::Bool(_) | Values::Days(_) | Values::Instants(..) => {
                return Err(Failure::new(
                    Status::OtherType,
                    format_args!("column {:?}: expected readings of {item}", column.name),
                ));
            }
        };
        let numbers = ItemNumbers { numbers, ..base };
        Ok(self.in_unit_of_limits(numbers, measured.power(), column.rows, findings))
    }

    /// Numbers of a heading with a unit of its own, in that of the limits: the point moves, and no
    /// digit changes.
    fn in_unit_of_limits<'a>(
        &self,
        from: ItemNumbers<'a>,
        power: i8,
        rows: usize,
        findings: &mut Vec<Finding>,
    ) -> ItemNumbers<'a> {
        if power == 0 {
            return from;
        }
        let minus_one = Decimal::from_integer(-1);
        let base = ItemNumbers { numbers: Numbers::OwnI64(Vec::new(), 0), ..from.clone() };
        cells(base, rows, findings, |row| {
            let shifted = |number: Decimal| number.shift(power).map_err(|error| error.to_string());
            match from.reading(row).transpose()? {
                Some(Reading::Value(value)) if self.minus_one_is_missing && value == minus_one => {
                    Ok(None)
                }
                Some(Reading::Value(value)) => {
                    shifted(value).map(|value| Some(Reading::Value(value)))
                }
                Some(Reading::Below(limit)) => {
                    shifted(limit).map(|limit| Some(Reading::Below(limit)))
                }
                none => Ok(none),
            }
        })
    }
}

fn decimal(units: i64, scale: u8) -> Result<Decimal, String> {
    Decimal::new(units, scale).map_err(|error| error.to_string())
}

/// Bits, the lowest first.
fn packed(values: impl ExactSizeIterator<Item = bool>) -> Vec<u8> {
    let mut bytes = vec![0; values.len().div_ceil(8)];
    for (row, value) in values.enumerate() {
        bytes[row / 8] |= u8::from(value) << (row % 8);
    }
    bytes
}

/// The greatest scale at which every number has room, or the one that the finest has.
fn rescaled(number: Decimal, scale: u8) -> Option<i64> {
    let power = 10_i64.checked_pow(u32::from(scale.checked_sub(number.scale())?))?;
    number.units().checked_mul(power)
}

/// Reads cells one by one into integers of the finest scale, or into floats where one has no room
/// there: such a float has the digits of its decimal, or the cell is a finding.
#[expect(clippy::needless_pass_by_value, reason = "what it holds goes into the answer")]
fn cells<'a>(
    base: ItemNumbers<'a>,
    rows: usize,
    findings: &mut Vec<Finding>,
    mut read: impl FnMut(usize) -> Result<Option<Reading>, String>,
) -> ItemNumbers<'a> {
    let item = base.item;
    let marked = base.below();
    let (mut numbers, mut valid, mut below) =
        (vec![Decimal::ZERO; rows], vec![false; rows], vec![false; rows]);
    let mut scale = 0;
    for row in 0..rows {
        let number = match read(row) {
            Ok(None | Some(Reading::Missing(_))) => continue,
            Ok(Some(Reading::Value(value))) => value,
            Ok(Some(Reading::Below(limit))) => {
                below[row] = true;
                limit
            }
            Err(text) => {
                findings.push(Finding { row, item, text });
                continue;
            }
        };
        numbers[row] = number;
        valid[row] = true;
        below[row] |= marked.is_some_and(|bits| bits.get(row) == Some(true));
        scale = scale.max(number.scale());
    }
    let units: Option<Vec<i64>> = numbers.iter().map(|number| rescaled(*number, scale)).collect();
    let values = if let Some(units) = units {
        Numbers::OwnI64(units, scale)
    } else {
        let floats = numbers.iter().enumerate().map(|(row, number)| {
            let float = number.to_f64();
            // What a float of 15 digits cannot hold is said, and not judged.
            if number.normalized().units().unsigned_abs() >= 1_000_000_000_000_000 {
                let text = format!("{number}: expected at most 15 digits in such a column");
                findings.push(Finding { row, item, text });
                valid[row] = false;
            }
            float
        });
        Numbers::OwnF64(floats.collect())
    };
    ItemNumbers {
        numbers: values,
        own_validity: Some(packed(valid.into_iter())),
        own_below: Some(packed(below.into_iter())),
        ..base
    }
}
