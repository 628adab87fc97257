//! What the mean of each item of a section is made of: values, those below detection, cells without
//! a value, points of a lake; and the table of the items of which that must be said.

use std::collections::{BTreeMap, BTreeSet};

use gb3838::report::{Language, ProvisionalReport, Table};
use gb3838::{Item, ItemSet, SectionAssessment};

use crate::annual::judged::Judge;
use crate::annual::named::listed;
use crate::annual::tables::{class_name, measured};
use crate::program::language::choose;
use crate::samples::of_year::OfYear;
use crate::samples::section_key::parts_of;

/// What an item of a section has in the rows of the year.
#[derive(Debug, serde::Serialize)]
pub(crate) struct ItemCounts<'a> {
    item: Item,
    /// The values, those below a detection limit included.
    count: u32,
    /// How many of them are below a detection limit, and count by half of it.
    censored: u32,
    /// The cells without a value.
    missing: u32,
    /// How many of these say that nothing was detected, without a limit: nothing to halve.
    not_detected: u32,
    /// How many are above the measuring range: the mean of the rest may be too low.
    above_range: u32,
    /// The points with a row in the year; 1 of a section without points.
    points: usize,
    /// The points without a value of the item, of those with a row: the mean is that of the rest.
    points_without_value: Vec<&'a str>,
}

/// What each item that the file has a column of has in the rows of a section.
pub(crate) fn counts<'a>(
    judge: &Judge<'a>,
    of_year: &OfYear,
    points: &[usize],
) -> Vec<ItemCounts<'a>> {
    let with_row: Vec<(usize, usize)> = points
        .iter()
        .flat_map(|point| of_year.places(&[*point]).into_iter().map(|it| (*point, it)))
        .collect();
    let places: Vec<usize> = with_row.iter().map(|(_, place)| *place).collect();
    if places.is_empty() {
        return Vec::new();
    }
    let rows = of_year.rows_of.of(&places);
    let of_item = |item: Item| {
        let of_points: Vec<_> = places.iter().map(|place| of_year.values(*place, item)).collect();
        let (count, censored) = of_points.iter().fold((0_u32, 0_u32), |(count, below), more| {
            (count.saturating_add(more.0), below.saturating_add(more.1))
        });
        let without = with_row.iter().zip(&of_points).filter(|(_, (count, _))| *count == 0);
        let name = |number: usize| {
            let name = u32::try_from(number).ok().and_then(|it| judge.samples.names.name(it));
            name.map_or("", |key| parts_of(key).1)
        };
        ItemCounts {
            item,
            count,
            censored,
            missing: rows.saturating_sub(count),
            not_detected: of_year.rows_of.not_detected(&places, item),
            above_range: of_year.rows_of.above_range(&places, item),
            points: places.len(),
            points_without_value: without.map(|((number, _), _)| name(*number)).collect(),
        }
    };
    of_year.sums.items().iter().map(of_item).collect()
}

impl ItemCounts<'_> {
    /// Whether the item was asked for.
    pub(crate) fn is_asked(&self, section: &SectionAssessment) -> bool {
        section.asked().contains(self.item)
    }

    /// Whether halves of detection limits enter the mean.
    pub(crate) const fn has_below(&self) -> bool {
        self.censored > 0
    }

    /// The item, and how many cells without a value beside its values.
    pub(crate) const fn missing(&self) -> (Item, u64) {
        (self.item, if self.count > 0 { self.missing as u64 } else { 0 })
    }

    fn has_part_of_points(&self) -> bool {
        self.count > 0 && !self.points_without_value.is_empty()
    }

    /// Whether something must be said of the item beside a class.
    fn is_to_be_said(&self, section: &SectionAssessment) -> bool {
        let is_asked = section.asked().contains(self.item);
        let has_results = self.count > 0 || self.above_range > 0;
        let is_reference = ItemSet::REFERENCE.contains(self.item) && has_results;
        let is_partial = self.censored > 0
            || self.not_detected > 0
            || self.above_range > 0
            || self.has_part_of_points();
        (is_asked && is_partial) || (is_reference && !is_asked)
    }

    fn note(&self, section: &SectionAssessment, language: Language) -> String {
        let mut notes = Vec::new();
        let item = ItemSet::EMPTY.with(self.item);
        if !item.intersection(ItemSet::REFERENCE.difference(section.asked())).is_empty() {
            let word = if section.class_of(self.item).is_some() {
                choose(language, "参考项目，不参评", "reference item, takes no part")
            } else {
                choose(language, "参考项目，无类别", "reference item, without a class")
            };
            notes.push(word.to_owned());
        }
        if self.not_detected > 0 {
            let count = self.not_detected;
            notes.push(match language {
                Language::Chinese => format!("未检出而无检出限{count}个，未计入"),
                Language::English => format!("{count} not detected, without a limit: not used"),
            });
        }
        if self.above_range > 0 {
            let count = self.above_range;
            let low = match (self.count, language) {
                (0, _) => "",
                (_, Language::Chinese) => "，均值可能偏低",
                (_, Language::English) => ": the mean may be too low",
            };
            notes.push(match language {
                Language::Chinese => format!("超出量程{count}个，未计入{low}"),
                Language::English => {
                    format!("{count} above the measuring range, not used{low}")
                }
            });
        }
        if self.has_part_of_points() {
            let word = choose(language, "无值点位", "points without a value");
            notes.push(
                language.labelled(word, listed(&self.points_without_value, "点位", language)),
            );
        }
        notes.join(choose(language, "；", "; "))
    }
}

/// The points of a lake that have the fewest months of an item of too few, which count for it, in
/// words; `None` where all points have as many of each.
pub(crate) fn fewest_points(
    judge: &Judge<'_>,
    of_year: &OfYear,
    points: &[usize],
    why: &ProvisionalReport,
) -> Option<String> {
    let mut fewest = BTreeSet::new();
    for (item, _) in why.too_few.iter() {
        let months_of = |point: &usize| {
            let place = *of_year.places(&[*point]).first()?;
            Some((of_year.months(place, item), u32::try_from(*point).ok()?))
        };
        // A point without any value has no part in the mean.
        let months: Vec<_> =
            points.iter().filter_map(months_of).filter(|(months, _)| *months > 0).collect();
        let least = months.iter().map(|(months, _)| *months).min();
        let (of_least, others): (Vec<_>, Vec<_>) =
            months.into_iter().partition(|(months, _)| Some(*months) == least);
        if !others.is_empty() {
            fewest.extend(of_least.into_iter().map(|(_, point)| point));
        }
    }
    let names = fewest.into_iter().filter_map(|point| judge.samples.names.name(point));
    let names: Vec<&str> = names.map(|key| parts_of(key).1).collect();
    let language = judge.arguments.language;
    let word = choose(language, "月数最少的点位", "points of the fewest months");
    (!names.is_empty()).then(|| language.labelled(word, listed(&names, "点位", language)))
}

/// How many cells without a value stand beside values, over all sections; which they are says the
/// plain data.
pub(crate) fn missing_line(missing: &BTreeMap<Item, u64>, language: Language) -> Option<String> {
    let of_item = |(item, count): (&Item, &u64)| format!("{} {count}", language.item(*item));
    let items: Vec<String> = missing.iter().filter(|it| *it.1 > 0).map(of_item).collect();
    let word = match language {
        Language::Chinese => "无值的监测数据（均值不含；各断面的见--json）",
        Language::English => "cells without a value (in no mean; by section in --json)",
    };
    (!items.is_empty()).then(|| language.labelled(word, language.list(items)))
}

/// The table of the items of which something must be said beside a class.
pub(crate) fn table(language: Language) -> Table {
    let title = choose(
        language,
        "各项目数据（低于检出限、未检出、超出量程、点位不全、参考项目）",
        "Items (below detection, not detected, above the range, fewer points, reference items)",
    );
    let headers = match language {
        Language::Chinese => [
            "断面",
            "项目",
            "均值",
            "水质类别",
            "数值",
            "其中低于检出限",
            "无值",
            "有值点位",
            "说明",
        ],
        Language::English => [
            "section",
            "item",
            "mean",
            "class",
            "values",
            "below detection",
            "no value",
            "points",
            "note",
        ],
    };
    Table::new(title, headers)
}

/// Adds the items of a section of which something must be said.
pub(crate) fn push(
    table: &mut Table,
    name: &str,
    section: &SectionAssessment,
    counts: &[ItemCounts<'_>],
    language: Language,
) {
    let said = counts.iter().filter(|item| item.is_to_be_said(section));
    for item in said {
        let mean = measured(section, item.item);
        let points = if item.points > 1 {
            format!("{}/{}", item.points - item.points_without_value.len(), item.points)
        } else {
            String::new()
        };
        table.push([
            name.to_owned(),
            language.item(item.item).to_owned(),
            mean,
            class_name(section.class_of(item.item), language),
            item.count.to_string(),
            item.censored.to_string(),
            item.missing.to_string(),
            points,
            item.note(section, language),
        ]);
    }
}
