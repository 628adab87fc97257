//! The tables of a region's report, in words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::assess::lake::trophic::TrophicParameter;
use crate::number::decimal::Decimal;
use crate::report::region::data::{
    LakeReport, PeriodReport, RegionReport, RemarkReport, SectionTrendReport, TrendMeans,
    TrendReport,
};
use crate::report::table::Table;
use crate::report::words::{Language, Word};
use crate::standard::item::Item;
use crate::standard::unit::Unit;

/// A number, or the dash for none.
pub(crate) fn number(value: Option<Decimal>, language: Language) -> String {
    value.map_or_else(|| language.word(Word::None).to_string(), |it| it.to_string())
}

impl RegionReport {
    /// The class of each section in each month; an asterisk where an item that the class waits for
    /// has no value, a dash without data.
    #[must_use]
    pub fn month_class_table(&self, language: Language) -> Table {
        let period = language.in_brackets(language.period(&self.year.period));
        let title = format!("{}{period}", language.word(Word::ClassesByMonth));
        let months = self.months.iter().map(|month| month.month_name(language));
        let headers = core::iter::once(language.word(Word::Section).to_string()).chain(months);
        let mut table = Table::new(title, headers);
        for (place, section) in self.plan.sections.iter().enumerate() {
            let cells = self.months.iter().map(|month| month.class_cell(place, language));
            table.push(core::iter::once(section.name.clone()).chain(cells));
        }
        table
    }

    /// What the marks of [`month_class_table`](Self::month_class_table) mean.
    #[must_use]
    pub fn month_class_note(&self, language: Language) -> String {
        let needed = self.plan.sections.iter().map(|section| section.needed_items);
        language.filled(Word::ClassesByMonthNote, &[&language.needed_items_by_name(needed)])
    }

    /// The state of the region in each month, with the counts behind it.
    #[must_use]
    pub fn month_state_table(&self, language: Language) -> Table {
        state_table(Word::StateByMonth, Word::Month, &self.months, language)
    }

    /// The state of the region in each year, with the counts behind it.
    #[must_use]
    pub fn year_table(&self, language: Language) -> Table {
        state_table(Word::SharesByYear, Word::Year, &self.years, language)
    }

    /// The trophic state of each lake: parameters, index, grade, or why there is none.
    #[must_use]
    pub fn lake_table(&self, language: Language) -> Table {
        let word = |word| language.word(word).to_string();
        let parameters = TrophicParameter::ALL.map(|parameter| {
            let name = language.trophic_parameter(parameter);
            language.filled(Word::ParameterWithUnit, &[name, parameter.unit()])
        });
        let headers = [word(Word::Lake), word(Word::Class)]
            .into_iter()
            .chain(parameters)
            .chain([Word::TrophicIndex, Word::TrophicGrade, Word::MissingParameters].map(word));
        let mut table = Table::new(language.word(Word::TrophicState), headers);
        for lake in &self.lakes {
            let mut row = Vec::from([lake.title(language)]);
            row.push(lake.class.map_or(word(Word::None), |class| language.class(class).into()));
            row.extend(
                TrophicParameter::ALL.map(|parameter| lake.parameter_cell(parameter, language)),
            );
            row.push(number(lake.index, language));
            row.push(match (lake.grade, lake.reason) {
                (Some(grade), _) => language.trophic_grade(grade).to_string(),
                (None, Some(reason)) => language.no_index(reason).to_string(),
                (None, None) => word(Word::None),
            });
            let missing = lake.missing.iter().map(|it| language.trophic_parameter(*it));
            let missing = language.list(missing);
            row.push(if missing.is_empty() { word(Word::None) } else { missing });
            table.push(row);
        }
        table
    }

    /// What was not assessed, is missing, was left out or is too little; the same of several
    /// sections in one row.
    #[must_use]
    pub fn remark_table(&self, language: Language) -> Table {
        let mut table = Table::new(
            language.word(Word::Remarks),
            [Word::What, Word::Remark, Word::Items, Word::Rule].map(|word| language.word(word)),
        );
        let mut shown: Vec<&RemarkReport> = Vec::new();
        for remark in &self.remarks {
            if shown.iter().any(|other| other.says_the_same(remark)) {
                continue;
            }
            shown.push(remark);
            let same = self.remarks.iter().filter(|other| other.says_the_same(remark));
            let rule = remark.rule;
            table.push([
                language.list(same.map(|other| self.subject(other, language))),
                remark.words(language),
                remark.items_cell(language),
                language.rule(rule),
            ]);
        }
        table
    }

    /// What a remark is on: a parameter of a lake stands behind its name.
    fn subject(&self, remark: &RemarkReport, language: Language) -> String {
        let mut subject = self.plan.named(remark.of, &remark.what, language);
        if let Some(parameter) = remark.parameter {
            subject += &language.in_brackets(language.trophic_parameter(parameter));
        }
        subject
    }

    /// The rules behind the results.
    #[must_use]
    pub fn rule_table(&self, language: Language) -> Table {
        let mut table = Table::new(
            language.word(Word::Rules),
            [Word::Document, Word::Clause, Word::Certainty].map(|word| language.word(word)),
        );
        for rule in &self.rules {
            table.push([rule.document(), rule.clause(), language.certainty(rule.certainty())]);
        }
        table
    }
}

impl PeriodReport {
    /// The name of the month, of a period that is one: `8月`, `8`.
    #[must_use]
    pub fn month_name(&self, language: Language) -> String {
        let number = self.period.rsplit('-').next().unwrap_or(&self.period);
        language.filled(Word::MonthName, &[number.trim_start_matches('0')])
    }

    /// The class of the section at a place of the plan.
    pub(crate) fn class_cell(&self, place: usize, language: Language) -> String {
        let section = self.sections.get(place);
        let Some((section, class)) = section.and_then(|it| it.class.map(|class| (it, class)))
        else {
            return language.word(Word::None).to_string();
        };
        let mark = if section.provisional { "*" } else { "" };
        format!("{}{mark}", language.class(class))
    }

    /// The state in words, or why there is none.
    #[must_use]
    pub fn state_words(&self, language: Language) -> String {
        match (self.state.quality, self.state.class, self.state.reason) {
            (Some(quality), Some(class), _) => {
                let mut class = language.class(class).to_string();
                let open = self.state.undecidable_means.iter().map(|item| language.item(item));
                let open = language.list(open);
                if !open.is_empty() {
                    class.push_str(language.word(Word::Semicolon));
                    class += &language.labelled(language.word(Word::Undecidable), open);
                }
                format!("{}{}", language.quality(quality), language.in_brackets(class))
            }
            (Some(quality), None, _) => language.quality(quality).to_string(),
            (None, _, Some(reason)) => language.no_state(reason).to_string(),
            (None, _, None) => language.word(Word::None).to_string(),
        }
    }
}

fn state_table(title: Word, head: Word, periods: &[PeriodReport], language: Language) -> Table {
    let heads =
        [head, Word::WithClass, Word::GoodClasses, Word::MiddleClasses].map(|it| language.word(it));
    let rest =
        [language.class(crate::standard::class::Class::InferiorV), language.word(Word::State)];
    let mut table = Table::new(language.word(title), heads.into_iter().chain(rest));
    for period in periods {
        let mut row = Vec::from([period.period.clone()]);
        if let Some(shares) = &period.state.shares {
            let part = |count: u32, percent| {
                let percent = number(percent, language);
                language.filled(Word::CountAndShare, &[&count.to_string(), &percent])
            };
            row.push(format!("{}/{}", shares.assessed, period.state.sections));
            row.push(part(shares.good, shares.good_percent));
            row.push(part(shares.middle, shares.middle_percent));
            row.push(part(shares.inferior_v, shares.inferior_v_percent));
        } else {
            row.push(format!("0/{}", period.state.sections));
            row.extend([(); 3].map(|()| language.word(Word::None).to_string()));
        }
        row.push(period.state_words(language));
        table.push(row);
    }
    table
}

impl TrendReport {
    /// The item with its unit, as a title.
    fn means_title(&self, language: Language) -> String {
        let name = language.item(self.item);
        match unit(self.item) {
            Some(unit) => language.filled(Word::MeansOfItem, &[name, &unit]),
            None => language.filled(Word::MeansOfItemWithoutUnit, &[name]),
        }
    }

    /// The means that the trend is of: by month, and by year where there is more than one.
    #[must_use]
    pub fn value_tables(&self, language: Language) -> Vec<Table> {
        let table = |trends: &[SectionTrendReport]| {
            let periods = trends.first().into_iter().flat_map(|it| &it.values);
            let headers = core::iter::once(language.word(Word::Section).to_string())
                .chain(periods.map(|value| value.period.clone()));
            let mut table = Table::new(self.means_title(language), headers);
            for trend in trends {
                let cells = trend.values.iter().map(|value| {
                    let class = value
                        .class
                        .map_or_else(String::new, |class| format!(" {}", language.class(class)));
                    format!("{}{class}", number(value.value, language))
                });
                table.push(core::iter::once(trend.section.clone()).chain(cells));
            }
            table
        };
        let by = [&self.by_month, &self.by_year];
        by.into_iter().filter(|trends| !trends.is_empty()).map(|trends| table(trends)).collect()
    }

    /// Spearman's coefficient of each section and what it shows, or why nothing.
    #[must_use]
    pub fn trend_tables(&self, language: Language) -> Vec<Table> {
        let table = |title, trends: &[SectionTrendReport]| {
            let mut table = Table::new(
                language.word(title),
                [
                    Word::Section,
                    Word::Count,
                    Word::Coefficient,
                    Word::Direction,
                    Word::Change,
                    Word::Significance,
                ]
                .map(|word| language.word(word)),
            );
            for trend in trends {
                table.push(trend.row(language));
            }
            table
        };
        let by = [(TrendMeans::Monthly, &self.by_month), (TrendMeans::Annual, &self.by_year)];
        by.into_iter()
            .filter(|(_, trends)| !trends.is_empty())
            .map(|(means, trends)| table(means.word(), trends))
            .collect()
    }
}

impl TrendMeans {
    const fn word(self) -> Word {
        match self {
            Self::Monthly => Word::TrendByMonth,
            Self::Annual => Word::TrendByYear,
        }
    }
}

/// The unit of an item, if it has one.
fn unit(item: Item) -> Option<String> {
    let unit = item.unit();
    (unit != Unit::Dimensionless).then(|| unit.to_string())
}

impl SectionTrendReport {
    fn row(&self, language: Language) -> [String; 6] {
        let none = || language.word(Word::None).to_string();
        let direction = self.direction.map_or_else(none, |direction| {
            let mut words = language.direction(direction).to_string();
            if self.at_one_percent {
                words.push_str(language.word(Word::AtOnePercent));
            }
            words
        });
        let decided = match (self.method, self.reason) {
            (Some(method), _) if self.centred == self.coefficient => {
                language.significance(method).to_string()
            }
            (Some(method), _) => {
                let centred = number(self.centred, language);
                let method = language.significance(method);
                language.filled(Word::WithTies, &[method, &centred])
            }
            (None, Some(reason)) => language.no_trend(reason).to_string(),
            (None, None) => none(),
        };
        [
            self.section.clone(),
            self.count.to_string(),
            number(self.coefficient, language),
            direction,
            self.change.map_or_else(none, |change| language.section_change(change).to_string()),
            decided,
        ]
    }
}

impl LakeReport {
    /// The name, with the number of sections that were averaged.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        if self.points > 1 {
            return language.filled(Word::LakeAsWhole, &[&self.name, &self.points.to_string()]);
        }
        self.name.clone()
    }

    fn parameter_cell(&self, parameter: TrophicParameter, language: Language) -> String {
        let Some(entry) = self.parameters.iter().find(|it| it.parameter == parameter) else {
            return language.word(Word::None).to_string();
        };
        let [value, index, weight] =
            [entry.printed, entry.index, entry.weight].map(|it| number(it, language));
        if self.points > 1 {
            let points = entry.points.to_string();
            let blanks: [&str; 4] = [&value, &index, &weight, &points];
            return language.filled(Word::ParameterCellOfSections, &blanks);
        }
        language.filled(Word::ParameterCell, &[&value, &index, &weight])
    }
}

impl RemarkReport {
    /// Whether another remark differs in nothing but what it is on.
    fn says_the_same(&self, other: &Self) -> bool {
        (self.kind, self.trend, self.items, self.found_of, self.rule)
            == (other.kind, other.trend, other.items, other.found_of, other.rule)
            && self.counts == other.counts
    }

    /// What it says, with the numbers found and needed.
    fn words(&self, language: Language) -> String {
        let mut words = language.remark(self.kind).to_string();
        if let Some(means) = self.trend {
            words = language.labelled(language.word(means.word()), words);
        }
        match self.found_of {
            Some((found, of)) => {
                language.filled(Word::FoundOf, &[&words, &found.to_string(), &of.to_string()])
            }
            None => words,
        }
    }

    /// The items, with counts where readings are counted.
    fn items_cell(&self, language: Language) -> String {
        let cell = |item: Item| match self.counts.get(item) {
            Some(count) => format!("{} × {count}", language.item(item)),
            None => language.item(item).to_string(),
        };
        if self.items.is_empty() {
            return language.word(Word::None).to_string();
        }
        language.list(self.items.iter().map(cell))
    }
}
