//! What a command reads: a file that the caller names, or data that the program carries.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;

use crate::program::{file, text};
use crate::table::workbook;

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DataFile {
    /// A file that the caller names.
    Named(PathBuf),
    /// Data that the program carries, so that it has something to show in any folder.
    Carried {
        /// The name of the file that it was compiled from.
        name: &'static str,
        /// What that file holds.
        text: &'static str,
    },
}

impl From<std::ffi::OsString> for DataFile {
    fn from(path: std::ffi::OsString) -> Self {
        Self::Named(path.into())
    }
}

impl DataFile {
    /// What messages call it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Named(path) => path.display().to_string(),
            Self::Carried { name, .. } => (*name).to_owned(),
        }
    }

    /// The whole text.
    ///
    /// # Errors
    /// When the file cannot be read or is in another encoding.
    pub fn text(&self) -> Result<String, String> {
        match self {
            Self::Named(path) => {
                let bytes = fs::read(path).map_err(|error| file::named(path, &error))?;
                text::decode(&bytes).map_err(|reason| format!("{}: {reason}", path.display()))
            }
            Self::Carried { text, .. } => Ok((*text).to_owned()),
        }
    }

    /// The bytes one after the other, and how many there are, as far as that is known.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub(crate) fn open(&self) -> Result<(Box<dyn Read>, u64), String> {
        match self {
            Self::Named(path) => {
                let opened = File::open(path).map_err(|error| file::named(path, &error))?;
                let size = opened.metadata().map_or(0, |metadata| metadata.len());
                Ok((Box::new(opened), size))
            }
            Self::Carried { text, .. } => Ok((Box::new(text.as_bytes()), text.len() as u64)),
        }
    }

    /// A table: the bytes of a text, or of the sheet of a workbook, read through `watched`.
    ///
    /// # Errors
    /// When the file cannot be opened, or is a workbook that cannot be read.
    pub fn table<R: Read + 'static>(
        &self,
        sheet: Option<&str>,
        watched: impl FnOnce(Box<dyn Read>, u64) -> R,
    ) -> Result<Box<dyn BufRead>, String> {
        let (opened, size) = self.open()?;
        let input = BufReader::with_capacity(1 << 16, watched(opened, size));
        workbook::as_text(&self.name(), Box::new(input), sheet)
    }
}
