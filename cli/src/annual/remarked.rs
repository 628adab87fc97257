//! Readings of a year that no water has, and means of that kind, as a table.

use gb3838::SectionAssessment;
use gb3838::report::Table;

use crate::annual::judged::Judge;
use crate::annual::tables;
use crate::program::language::remark_words;
use crate::readings::remarked;
use crate::samples::of_year::OfYear;

/// What there is to remark on the means of a section's year.
pub(crate) fn of_means<'a>(
    judge: &'a Judge<'_>,
    name: &'a str,
    section: &'a SectionAssessment,
) -> impl Iterator<Item = [String; 5]> + 'a {
    let language = judge.arguments.language;
    section.remarks().map(move |(item, remark)| {
        let value = tables::mean_of(section, item).unwrap_or_default();
        let (item, words) = (language.item(item), remark_words(language, remark));
        [name.to_owned(), judge.year.to_string(), item.to_owned(), value, words.to_owned()]
    })
}

/// The readings by their row, then what there is to remark on means.
pub(crate) fn table(judge: &Judge<'_>, of_year: &OfYear, of_means: Vec<[String; 5]>) -> Table {
    let (language, remarked) = (judge.arguments.language, &of_year.remarked);
    let rows = remarked.named(&judge.samples.names);
    remarked::table(language, rows, remarked.count(), of_means.into_iter())
}
