//! A table to the classes of its rows.

use gb3838::batch::{Threads, Value};
use gb3838::{
    Batch, Bits, Class, ClassCode, Classifier, Column, Comparison, ItemSet, Measurement, Outputs,
    WaterBody,
};

use crate::arrow::columns::{Names, named, readings};
use crate::arrow::export::{Answer, Answers, Texts};
use crate::arrow::failure::Failure;
use crate::arrow::import::{ColumnView, TableView, Values};
use crate::arrow::table::set_names;
use crate::arrow::text_column::{Finding, ItemNumbers, Numbers, Reader};
use crate::status::Status;

/// What a table is classed by.
#[derive(Clone, Debug)]
pub struct Options {
    /// The classifier of all rows, or of those that are no lakes.
    pub classifier: Classifier,
    /// The classifier of the rows that a column of truth values calls lakes.
    pub lakes: Option<(Classifier, String)>,
    /// The target of all rows.
    pub target: Option<Class>,
    /// The column of the targets of rows: class names or codes.
    pub target_column: Option<String>,
    /// How cells are read.
    pub reader: Reader,
    /// Items that headings name, by the caller's word.
    pub names: Names,
    /// Threads of one call.
    pub threads: Threads,
}

impl Options {
    /// For a kind of water body and a comparison: the 21 items, GB 3838-2002.
    #[must_use]
    pub fn new(body: WaterBody, comparison: Comparison) -> Self {
        let classifier =
            Classifier::new(gb3838::Standard::GB_3838_2002, body, ItemSet::ASSESSED, comparison);
        Self {
            classifier,
            lakes: None,
            target: None,
            target_column: None,
            reader: Reader::default(),
            names: Names::new(),
            threads: Threads::One,
        }
    }
}

/// The answers of the rows of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes {
    /// Codes of classes.
    pub class: Vec<u8>,
    /// The items whose class is the row's.
    pub determining: Vec<u32>,
    /// The items that make it.
    pub participating: Vec<u32>,
    /// The items whose detection limit is too high to decide.
    pub undecidable: Vec<u32>,
    /// Verdicts on targets; empty where there are none.
    pub met: Vec<u8>,
    /// Cells that were not used.
    pub findings: Vec<Finding>,
    /// The items that there are columns of.
    pub items: ItemSet,
}

/// Which answers are wanted, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted(pub u32);

impl Wanted {
    /// Codes or names of classes.
    pub const CLASS: u32 = 1;
    /// The determining items.
    pub const DETERMINING: u32 = 2;
    /// The participating items.
    pub const PARTICIPATING: u32 = 4;
    /// The undecidable items.
    pub const UNDECIDABLE: u32 = 8;
    /// The verdicts on targets.
    pub const MET: u32 = 16;
    /// Cells that were not used, in words.
    pub const FINDINGS: u32 = 32;
    /// Names in place of codes and bits.
    pub const NAMES: u32 = 64;
    /// Everything.
    pub const ALL: u32 = 127;

    /// Whether an answer is wanted.
    #[must_use]
    pub const fn has(self, bit: u32) -> bool {
        self.0 & bit != 0
    }
}

/// Classes the rows of a table.
///
/// # Errors
/// For columns that do not fit; cells that do not are findings.
pub fn classify(
    table: &TableView<'_>,
    options: &Options,
    wanted: Wanted,
) -> Result<Classes, Failure> {
    let rows = table.rows;
    let mut out = Classes { class: vec![0; rows], ..Classes::default() };
    let sets = |wants: bool| if wants { vec![0; rows] } else { Vec::new() };
    out.determining = sets(wanted.has(Wanted::DETERMINING));
    out.participating = sets(wanted.has(Wanted::PARTICIPATING));
    out.undecidable = sets(wanted.has(Wanted::UNDECIDABLE));

    let lake_bits = match &options.lakes {
        Some((lakes, name)) => Some((lakes, lake_bits(named(table, name)?)?)),
        None => None,
    };
    let mut columns = Vec::new();
    for found in readings(table, &options.names)? {
        out.items = out.items.with(found.item);
        columns.push(options.reader.numbers(&found, &mut out.findings)?);
    }
    let call = Call {
        options,
        lakes: lake_bits.as_ref().map(|(lakes, bits)| (*lakes, bits.as_slice())),
        rows,
    };
    let mut first = true;
    run::<f64>(&call, &columns, &mut out, &mut first)?;
    run::<f32>(&call, &columns, &mut out, &mut first)?;
    run::<i32>(&call, &columns, &mut out, &mut first)?;
    run::<i64>(&call, &columns, &mut out, &mut first)?;
    if wanted.has(Wanted::MET) {
        out.met = verdicts(table, options, &out.class)?;
    }
    out.findings.sort_by_key(|finding| (finding.row, finding.item));
    Ok(out)
}

struct Call<'c> {
    options: &'c Options,
    lakes: Option<(&'c Classifier, &'c [u8])>,
    rows: usize,
}

/// A type of numbers that columns may have.
trait OfType: Value {
    fn column<'a>(numbers: &'a ItemNumbers<'_>) -> Option<Column<'a, Self>>;
    fn minus_one() -> Self;
}

macro_rules! of_type {
    ($type:ty, $minus_one:expr, $numbers:ident, $item:ident => $($pattern:pat => $column:expr),*) => {
        impl OfType for $type {
            fn column<'a>(from: &'a ItemNumbers<'_>) -> Option<Column<'a, Self>> {
                let $item = from.item;
                match &from.numbers {
                    $($pattern => Some($column),)*
                    _ => None,
                }
            }

            fn minus_one() -> Self {
                $minus_one
            }
        }
    };
}

of_type!(f64, -1.0, numbers, item =>
    Numbers::F64(values) => Column::new(item, values),
    Numbers::OwnF64(values) => Column::new(item, values));
of_type!(f32, -1.0, numbers, item => Numbers::F32(values) => Column::new(item, values));
of_type!(i32, -1, numbers, item =>
    Numbers::I32(values, scale) => Column::scaled(item, values, *scale));
of_type!(i64, -1, numbers, item =>
    Numbers::I64(values, scale) => Column::scaled(item, values, *scale),
    Numbers::OwnI64(values, scale) => Column::scaled(item, values, *scale),
    Numbers::Read(values) => Column::scaled(item, values.values(), values.scale()));

fn bound<'a, T: OfType>(from: &'a ItemNumbers<'_>, reader: &Reader) -> Option<Column<'a, T>> {
    let mut column = T::column(from)?;
    if let Some(validity) = from.validity() {
        column = column.with_validity(validity);
    }
    if let Some(below) = from.below() {
        column = column.with_below_limit(below);
    }
    // Only a whole −1 of whole numbers is one; a scaled −1 is another number.
    let is_whole = !matches!(
        from.numbers,
        Numbers::I32(_, 1..) | Numbers::I64(_, 1..) | Numbers::OwnI64(_, 1..) | Numbers::Read(_)
    );
    if reader.minus_one_is_missing && is_whole {
        column = column.with_missing(T::minus_one());
    }
    Some(column)
}

/// Classes the columns of one type, and joins them with those before: the class of a row is the
/// worst of its items, so it is the worst of its parts.
fn run<T: OfType>(
    call: &Call<'_>,
    columns: &[ItemNumbers<'_>],
    out: &mut Classes,
    first: &mut bool,
) -> Result<(), Failure> {
    let options = call.options;
    let mine: Vec<Column<'_, T>> =
        columns.iter().filter_map(|column| bound(column, &options.reader)).collect();
    if mine.is_empty() {
        return Ok(());
    }
    let fault = |error: gb3838::error::BatchError| Failure::new(Status::BadArrow, error);
    let batch = match call.lakes {
        None => Batch::new(&options.classifier, &mine),
        Some((lakes, bits)) => Batch::mixed(&options.classifier, lakes, Bits::new(bits), &mine),
    };
    let batch = batch.map_err(fault)?.with_threads(options.threads);
    let summary = if *first {
        *first = false;
        let class = &mut out.class;
        let outputs =
            outputs(class, &mut out.determining, &mut out.participating, &mut out.undecidable);
        batch.run(outputs).map_err(fault)?
    } else {
        let sets = |with: &[u32]| vec![0; with.len()];
        let mut class = vec![0; call.rows];
        let mut determining = sets(&out.determining);
        let mut participating = sets(&out.participating);
        let mut undecidable = sets(&out.undecidable);
        let outputs = outputs(&mut class, &mut determining, &mut participating, &mut undecidable);
        let summary = batch.run(outputs).map_err(fault)?;
        for (own, more) in out.participating.iter_mut().zip(participating) {
            *own |= more;
        }
        for (own, more) in out.undecidable.iter_mut().zip(undecidable) {
            *own |= more;
        }
        for ((own, more), (best, class)) in
            out.determining.iter_mut().zip(determining).zip(out.class.iter().zip(&class))
        {
            *own = match class.cmp(best) {
                core::cmp::Ordering::Less => *own,
                core::cmp::Ordering::Equal => *own | more,
                core::cmp::Ordering::Greater => more,
            };
        }
        for (own, more) in out.class.iter_mut().zip(class) {
            *own = (*own).max(more);
        }
        summary
    };
    if summary.impossible() > 0 {
        for column in columns.iter().filter(|column| T::column(column).is_some()) {
            impossible(options, column, call.rows, &mut out.findings);
        }
    }
    Ok(())
}

fn outputs<'o>(
    class: &'o mut [u8],
    determining: &'o mut [u32],
    participating: &'o mut [u32],
    undecidable: &'o mut [u32],
) -> Outputs<'o> {
    let mut outputs = Outputs::new();
    if !determining.is_empty() {
        outputs = outputs.with_determining(determining);
    }
    if !participating.is_empty() {
        outputs = outputs.with_participating(participating);
    }
    if !undecidable.is_empty() {
        outputs = outputs.with_undecidable(undecidable);
    }
    outputs.with_class(class)
}

/// Names the values that no water has, in the words of the library.
fn impossible(
    options: &Options,
    column: &ItemNumbers<'_>,
    rows: usize,
    findings: &mut Vec<Finding>,
) {
    let item = column.item;
    let asked = options.classifier.items().difference(ItemSet::REFERENCE);
    if !asked.contains(item) {
        return;
    }
    let minus_one = gb3838::Decimal::from_integer(-1);
    for row in 0..rows {
        let text = match column.reading(row) {
            None => continue,
            // A float with more digits than a decimal holds is compared as it is.
            Some(Err(_)) if column.float(row).is_some_and(|it| used(options, item, it)) => continue,
            Some(Err(text)) => text,
            Some(Ok(reading)) => {
                let is_mark =
                    matches!(reading, gb3838::Reading::Value(value) if value == minus_one);
                if options.reader.minus_one_is_missing && is_mark {
                    continue;
                }
                match options.classifier.judge(item, &Measurement::from(reading)) {
                    Ok(_) => continue,
                    Err(error) => error.to_string(),
                }
            }
        };
        findings.push(Finding { row, item, text });
    }
}

/// Whether a float is compared that is no decimal, since it is far too great or has too many digits
/// after the point: a number of fewer digits on the same side of what is possible says it.
fn used(options: &Options, item: gb3838::Item, value: f64) -> bool {
    const FAR: i64 = 1_000_000_000;
    let number = match value {
        _ if value.is_infinite() => return false,
        _ if value >= 1.0 => gb3838::Decimal::from_integer(FAR),
        _ if value < 0.0 => gb3838::Decimal::from_integer(-FAR),
        _ => gb3838::Decimal::ZERO,
    };
    options.classifier.judge(item, &Measurement::from(gb3838::Reading::Value(number))).is_ok()
}

fn lake_bits(column: &ColumnView<'_>) -> Result<Vec<u8>, Failure> {
    let Values::Bool(bits) = column.values else {
        return Err(Failure::new(
            Status::OtherType,
            format_args!("column {:?}: expected truth values", column.name),
        ));
    };
    let mut bytes = vec![0; column.rows.div_ceil(8)];
    for row in 0..column.rows {
        if !column.is_valid(row) {
            return Err(Failure::new(
                Status::OtherType,
                format_args!(
                    "column {:?}: row {row} is missing: expected true or false",
                    column.name
                ),
            ));
        }
        bytes[row / 8] |= u8::from(bits.get(row) == Some(true)) << (row % 8);
    }
    Ok(bytes)
}

fn verdicts(table: &TableView<'_>, options: &Options, class: &[u8]) -> Result<Vec<u8>, Failure> {
    let target_of: Box<dyn Fn(usize) -> Result<Option<Class>, Failure>> =
        match &options.target_column {
            None => Box::new(|_| Ok(options.target)),
            Some(name) => {
                let column = named(table, name)?;
                Box::new(move |row| target(column, row))
            }
        };
    let mut met = Vec::with_capacity(class.len());
    for (row, code) in class.iter().enumerate() {
        let class = ClassCode::try_from(*code).ok().and_then(ClassCode::get);
        met.push(match (class, target_of(row)?) {
            (Some(class), Some(target)) if class.meets(target) => Outputs::MET,
            (Some(_), Some(_)) => Outputs::MISSED,
            _ => Outputs::NOT_ASSESSED,
        });
    }
    Ok(met)
}

/// The target of a row: a class by its name or its code; missing is none.
fn target(column: &ColumnView<'_>, row: usize) -> Result<Option<Class>, Failure> {
    if !column.is_valid(row) {
        return Ok(None);
    }
    let refused = |what: &dyn core::fmt::Display| {
        let name = column.name;
        Failure::new(
            Status::NoSuchClass,
            format_args!("column {name:?}, row {row}: {what}: expected I to V, or 1 to 6"),
        )
    };
    let code = |number: i64| {
        let code = u8::try_from(number).ok().and_then(|byte| ClassCode::try_from(byte).ok());
        code.map(ClassCode::get).ok_or_else(|| refused(&number))
    };
    match &column.values {
        Values::U8(values) => code(values[row].into()),
        Values::I8(values) => code(values[row].into()),
        Values::I16(values) => code(values[row].into()),
        Values::I32(values) => code(values[row].into()),
        Values::I64(values) => code(values[row]),
        Values::Text(texts) => match texts.get(row).map(core::str::from_utf8) {
            None | Some(Ok("")) => Ok(None),
            Some(Ok(text)) => text.parse().map(Some).map_err(|error| refused(&error)),
            Some(Err(error)) => Err(refused(&error)),
        },
        _ => Err(Failure::new(
            Status::OtherType,
            format_args!("column {:?}: expected classes", column.name),
        )),
    }
}

impl Classes {
    /// The answers as the columns of a table.
    #[must_use]
    pub fn answers(self, wanted: Wanted, texts: Texts) -> Answers {
        let rows = self.class.len();
        let names = wanted.has(Wanted::NAMES);
        let mut columns = Vec::new();
        if wanted.has(Wanted::CLASS) {
            let answer = if names {
                Answer::FewNames(self.class, class_names())
            } else {
                Answer::Codes(self.class)
            };
            columns.push(("class", answer));
        }
        let sets = [
            ("determining", self.determining, Wanted::DETERMINING),
            ("participating", self.participating, Wanted::PARTICIPATING),
            ("undecidable", self.undecidable, Wanted::UNDECIDABLE),
        ];
        for (name, bits, wants) in sets {
            if wanted.has(wants) {
                let answer = if names { set_names(bits) } else { Answer::Numbers(bits) };
                columns.push((name, answer));
            }
        }
        if wanted.has(Wanted::MET) {
            let met = ["not_assessed", "met", "missed"].map(str::to_owned).to_vec();
            let answer = if names {
                Answer::Names(self.met.iter().map(|code| u32::from(*code)).collect(), met)
            } else {
                Answer::Codes(self.met)
            };
            columns.push(("met", answer));
        }
        if wanted.has(Wanted::FINDINGS) {
            columns.push(("findings", Answer::SomeTexts(rows, words(&self.findings))));
        }
        Answers { columns, rows, texts }
    }
}

/// The names of classes in the order of their codes, from 1.
#[must_use]
pub fn class_names() -> Vec<String> {
    Class::ALL.iter().map(|class| class.name().to_owned()).collect()
}

/// The findings of each row that has any, in the order of rows.
fn words(findings: &[Finding]) -> Vec<(usize, String)> {
    let mut words: Vec<(usize, String)> = Vec::new();
    for finding in findings {
        let text = format!("{}: {}", finding.item, finding.text);
        match words.last_mut() {
            Some((row, before)) if *row == finding.row => {
                before.push_str("; ");
                before.push_str(&text);
            }
            _ => words.push((finding.row, text)),
        }
    }
    words
}
