//! The command `assess`: its numbers, its form, and what it says of bad input.

mod bad_input;
mod nothing;
mod programme;
mod qinzhou;
mod schema;
mod screen;

use gb3838_cli::assess::{self, Arguments};

use crate::file;
use crate::ran::{Ran, ran};

fn run(words: &[&str]) -> Result<Ran, String> {
    ran(Arguments::parse(words.iter().map(Into::into)), assess::run)
}
