//! Workbooks, .xlsx and .xls: a sheet as text with separators, which the one reader reads.

use std::io::{BufRead, Cursor};

use crate::program::file::reason;

/// Whether bytes are the beginning of a workbook: a zip archive, or a compound file.
pub(crate) fn is_workbook(start: &[u8]) -> bool {
    start.starts_with(b"PK\x03\x04") || start.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

/// The rows of a sheet as CSV, a line a row; the first sheet where none is named.
///
/// # Errors
/// Always: this program was built without workbooks.
#[cfg(not(feature = "office"))]
pub(crate) fn to_csv(_bytes: Vec<u8>, _sheet: Option<&str>) -> Result<String, String> {
    Err("this is a workbook, and this program was built without them; \
         `cargo install --path cli --features office` builds one that reads .xlsx and .xls, \
         and in the source folder `cargo run --release -p gb3838-cli --features office -- …`"
        .to_owned())
}

/// The rows of a sheet as CSV, a line a row; the first sheet where none is named.
///
/// # Errors
/// When it is no workbook that can be read, or has no such sheet.
#[cfg(feature = "office")]
pub(crate) fn to_csv(bytes: Vec<u8>, sheet: Option<&str>) -> Result<String, String> {
    use calamine::{Reader, open_workbook_auto_from_rs};

    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes))
        .map_err(|error| format!("the workbook cannot be read: {error}"))?;
    let names = book.sheet_names();
    let name = match sheet {
        Some(sheet) => names.iter().find(|name| name.trim() == sheet.trim()),
        None => names.first(),
    };
    let Some(name) = name else {
        let found = names.join("\", \"");
        return Err(format!("expected a sheet \"{}\"; there are \"{found}\"", sheet.unwrap_or("")));
    };
    let range = book.worksheet_range(name).map_err(|error| format!("sheet {name}: {error}"))?;
    let Some((last, _)) = range.end() else { return Ok(String::new()) };
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let width = range.end().map_or(0, |(_, column)| column + 1);
    for row in 0..=last {
        let cells = (0..width)
            .map(|column| range.get_value((row, column)).map_or_else(String::new, cell_text));
        writer.write_record(cells).map_err(|error| error.to_string())?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// A cell as a person sees it; a date as ISO 8601, a line end as a blank.
#[cfg(feature = "office")]
fn cell_text(cell: &calamine::Data) -> String {
    use calamine::Data;
    match cell {
        Data::DateTime(time) => time.as_datetime().map_or_else(
            || time.as_f64().to_string(),
            |time| {
                let text = time.to_string();
                text.strip_suffix(" 00:00:00").map_or(text.clone(), ToOwned::to_owned)
            },
        ),
        Data::Error(error) => error.to_string(),
        other => other.to_string().split(['\r', '\n']).collect::<Vec<_>>().join(" "),
    }
}

/// An input as text: itself, or the sheet of a workbook.
///
/// # Errors
/// When it cannot be read, is a workbook that this program does not read, or is none and a sheet
/// is named.
pub(crate) fn as_text<'a>(
    file: &str,
    mut input: Box<dyn BufRead + 'a>,
    sheet: Option<&str>,
) -> Result<Box<dyn BufRead + 'a>, String> {
    let failed = |error| format!("{file}: {}", reason(&error));
    if !is_workbook(input.fill_buf().map_err(failed)?) {
        return match sheet {
            None => Ok(input),
            Some(_) => Err(format!("{file}: --sheet: expected a workbook, .xlsx or .xls")),
        };
    }
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(failed)?;
    let csv = to_csv(bytes, sheet).map_err(|error| format!("{file}: {error}"))?;
    Ok(Box::new(Cursor::new(csv)))
}
