//! A table a county, as a bulletin prints it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::report::region::data::RegionReport;
use crate::report::sections::cells::{
    class_cell, has_target, misses_cell, multiples_cell, target_cell, verdict_cell,
};
use crate::report::table::Table;
use crate::report::words::{Language, Word};

impl RegionReport {
    /// The sections of each county with class, target, verdict and the items over the target,
    /// or over class III where there is none; a boundary section stands in each of its counties.
    #[must_use]
    pub fn county_tables(&self, language: Language) -> Vec<Table> {
        let mut counties: Vec<&str> = Vec::new();
        for county in self.plan.sections.iter().flat_map(|section| &section.counties) {
            if !counties.contains(&county.as_str()) {
                counties.push(county);
            }
        }
        counties.into_iter().map(|county| self.county_table(county, language)).collect()
    }

    fn county_table(&self, county: &str, language: Language) -> Table {
        let heads = [
            Word::Section,
            Word::Water,
            Word::Level,
            Word::Target,
            Word::Class,
            Word::State,
            Word::Verdict,
            Word::ItemsOver,
        ];
        let mut title = String::from(county);
        title.push_str(language.word(Word::SentenceSpace));
        title.push_str(&language.filled(Word::OfPeriod, &[&self.year.period]));
        let mut table = Table::new(title, heads.map(|word| language.word(word)));
        let here = |names: &Vec<String>| names.iter().any(|name| name == county);
        for section in self.plan.sections.iter().filter(|section| here(&section.counties)) {
            let quality =
                section.quality.map_or(language.word(Word::None), |it| language.quality(it));
            let over = if has_target(section) {
                misses_cell(section, language)
            } else {
                multiples_cell(&section.main_pollution_items, language)
            };
            table.push([
                section.name.clone(),
                section.water.clone(),
                language.level(section.level).to_string(),
                target_cell(section, language),
                class_cell(section, language),
                quality.to_string(),
                verdict_cell(section, language),
                over,
            ]);
        }
        table
    }
}
