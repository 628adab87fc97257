//! The tables of an impact assessment, in words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::impact::printed_limit::PrintedLimit;
use crate::assess::impact::standard_index::StandardIndexForm;
use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::number::decimal::Decimal;
use crate::reading::notation::Missing;
use crate::report::impact::data::{ImpactReport, ImpactRowReport};
use crate::report::table::Table;
use crate::report::words::{Language, Word};
use crate::standard::water_body::WaterBody;

impl ImpactReport {
    /// All tables that have rows: items by section, printed limits, pollution indices.
    #[must_use]
    pub fn tables(&self, language: Language) -> Vec<Table> {
        let mut tables = Vec::from([
            self.item_table(language),
            self.limit_table(language),
            self.index_table(language),
        ]);
        tables.retain(|table| !table.is_empty());
        tables
    }

    /// By what the items were evaluated, in a sentence.
    #[must_use]
    pub fn basis(&self, language: Language) -> String {
        let class = language.class(self.options.class);
        let oxygen = self.oxygen_document();
        let mut basis = language.filled(Word::ImpactBasis, &[&self.standard, class, oxygen]);
        if !self.without_limit.is_empty() {
            let items = language.list(self.without_limit.iter().map(|item| language.item(item)));
            basis.push_str(language.word(Word::SentenceSpace));
            basis.push_str(&language.filled(Word::ItemsWithoutLimit, &[&items]));
        }
        basis
    }

    /// The document of the index of dissolved oxygen.
    const fn oxygen_document(&self) -> &'static str {
        match self.options.oxygen {
            StandardIndexForm::Oxygen1993 => "HJ/T 2.3-93",
            _ => "HJ 2.3-2018",
        }
    }

    /// Each item at each section: samples, range, limit, largest index, rate, multiple, verdict.
    #[must_use]
    pub fn item_table(&self, language: Language) -> Table {
        let heads = [
            Word::Section,
            Word::ImpactItem,
            Word::ImpactSamples,
            Word::ImpactRange,
            Word::ImpactLimit,
            Word::LargestIndex,
            Word::ExceedanceRate,
            Word::LargestMultiple,
            Word::Verdict,
            Word::Remark,
        ];
        let title = language.word(Word::ImpactTitle);
        let mut table = Table::new(title, heads.map(|word| language.word(word)));
        let or_none = |value: Option<Decimal>| {
            value.map_or_else(|| language.word(Word::None).to_string(), |it| it.to_string())
        };
        for row in &self.rows {
            table.push([
                row.section.clone(),
                language.item(row.item).to_string(),
                row.samples.to_string(),
                row.range_cell(language),
                language.bound(&row.limit),
                or_none(row.largest_index),
                or_none(row.rate_percent),
                or_none(row.largest_multiple),
                language.impact_verdict(row.verdict).to_string(),
                row.remark_cell(self.oxygen_document(), language),
            ]);
        }
        table
    }

    /// The printed limits, each held against the standard.
    #[must_use]
    pub fn limit_table(&self, language: Language) -> Table {
        let heads =
            [Word::ImpactItem, Word::Water, Word::PrintedLimit, Word::ImpactLimit, Word::Verdict];
        let title = language.word(Word::PrintedLimits);
        let mut table = Table::new(title, heads.map(|word| language.word(word)));
        for check in &self.limits {
            let none = || language.word(Word::None).to_string();
            table.push([
                language.item(check.item).to_string(),
                language.water_body(check.water_body).to_string(),
                check.printed.to_string(),
                check.limit.map_or_else(none, |limit| language.bound(&limit)),
                language.printed_limit(check.found),
            ]);
        }
        table
    }

    /// The comprehensive pollution index of each section with its load shares: not of 22号.
    #[must_use]
    pub fn index_table(&self, language: Language) -> Table {
        let heads =
            [Word::Section, Word::PollutionIndex, Word::ItemCount, Word::LoadShares, Word::LeftOut];
        let title = language.word(Word::PollutionIndices);
        let mut table = Table::new(title, heads.map(|word| language.word(word)));
        let none = || language.word(Word::None).to_string();
        for section in &self.indices {
            let mut loads: Vec<_> = section.load_percent.iter().collect();
            // The greatest share first, those of one share in the order of Table 1.
            loads.sort_by(|one, other| other.1.cmp(one.1));
            let loads = loads.iter().map(|(item, share)| {
                format!("{} {}", language.item(*item), language.percent(share))
            });
            let loads = language.list(loads);
            let left_out = language.list(section.left_out.iter().map(|item| language.item(item)));
            table.push([
                section.section.clone(),
                section.index.map_or_else(none, |index| index.to_string()),
                section.items.len().to_string(),
                if loads.is_empty() { none() } else { loads },
                if left_out.is_empty() { none() } else { left_out },
            ]);
        }
        table
    }
}

impl ImpactRowReport {
    fn range_cell(&self, language: Language) -> String {
        match (&self.least, &self.greatest) {
            (Some(least), Some(greatest)) if least == greatest => least.clone(),
            (Some(least), Some(greatest)) => language.filled(Word::NumberRange, &[least, greatest]),
            _ => language.word(Word::None).to_string(),
        }
    }

    /// What a reader must know of the row.
    fn remark_cell(&self, oxygen: &str, language: Language) -> String {
        let missing_for = |reason| self.missing_by_reason.get(&reason).copied().unwrap_or(0);
        let not_detected = missing_for(Missing::NotDetected);
        let voided = missing_for(Missing::Voided);
        let others = self.missing.saturating_sub(not_detected).saturating_sub(voided);
        let counts = [
            (self.below, Word::RowBelow),
            (self.undecidable, Word::RowUndecidable),
            (self.supersaturated, Word::RowSupersaturated),
            (self.without_index, Word::RowWithoutIndex),
            (not_detected, Word::RowNotDetected),
            (voided, Word::RowVoided),
            (others, Word::RowMissing),
            (self.not_read, Word::RowNotRead),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let words =
            counts.map(|(count, word)| language.filled(word, &[&count.to_string(), oxygen]));
        let words = language.list(words);
        if words.is_empty() { language.word(Word::None).to_string() } else { words }
    }
}

impl Language {
    /// A verdict of an impact assessment.
    #[must_use]
    pub const fn impact_verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Met => self.choose("达标", "met"),
            Verdict::Missed => self.choose("超标", "missed"),
            Verdict::NotAssessed(NotAssessed::Undecidable | NotAssessed::NotRead) => {
                self.choose("无法判定", "not decidable")
            }
            Verdict::NotAssessed(_) => self.choose("未评价", "not assessed"),
        }
    }

    /// The kind of a water.
    #[must_use]
    pub const fn water_body(self, body: WaterBody) -> &'static str {
        match body {
            WaterBody::River => self.choose("河流", "river"),
            WaterBody::Lake => self.choose("湖、库", "lake"),
        }
    }

    /// What a printed limit is.
    #[must_use]
    pub fn printed_limit(self, found: PrintedLimit) -> String {
        match found {
            PrintedLimit::Right => self.choose("一致", "as in the standard").to_string(),
            PrintedLimit::OfClass(class) => self.filled(Word::LimitOfClass, &[self.class(class)]),
            PrintedLimit::OfOtherWater(body) => {
                self.filled(Word::LimitOfWater, &[self.water_body(body)])
            }
            PrintedLimit::Wrong => {
                self.choose("不一致，非该项目的任何限值", "no limit of the item").to_string()
            }
            PrintedLimit::NoneSet => self
                .choose("标准对该类水体未设限值", "the standard sets none for this water")
                .to_string(),
        }
    }
}
