//! What the form of a plan file cannot check: names, targets, bounds, selectors.

use alloc::string::String;

use crate::assess::target::target::Target;
use crate::number::decimal::Decimal;
use crate::plan::file::plan::Plan;
use crate::plan::file::section::PlanSection;
use crate::plan::file::validate_programme::ProgrammeError;
use crate::plan::goal::goal::GoalSubject;
use crate::reading::time::date::Year;
use crate::standard::bound::Bound;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::text::error_text::QuotedText;
use crate::text::name_index::NameIndex;

/// What is wrong with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// Two sections share a name or an alias.
    #[error("section {name}: expected a name or alias that no other section has")]
    SectionTwice {
        /// The name.
        name: QuotedText,
    },
    /// A section's name is empty.
    #[error("section {number}: expected a name")]
    SectionUnnamed {
        /// The place in the list, from 1.
        number: usize,
    },
    /// A section has two targets from the same year.
    #[error("section {name}: expected one target from {year}, found two")]
    TargetTwice {
        /// The name of the section.
        name: QuotedText,
        /// The year.
        year: Year,
    },
    /// A target asks for nothing.
    #[error("section {name}: expected a class, limits or \"no_worse_than_last_year\" from {year}")]
    TargetEmpty {
        /// The name of the section.
        name: QuotedText,
        /// The year.
        year: Year,
    },
    /// A name has spaces around it, so that no reading would ever fit it.
    #[error("section {name}: expected a name without spaces around it")]
    NameWithSpaces {
        /// The name.
        name: QuotedText,
    },
    /// A section is assessed in no county, or twice in one.
    #[error("section {name}: expected each of its counties once, and at least one")]
    Counties {
        /// The name of the section.
        name: QuotedText,
    },
    /// An exemption that exempts nothing.
    #[error("section {name}: expected items of natural background, or none named for all")]
    BackgroundEmpty {
        /// The name of the section.
        name: QuotedText,
    },
    /// A target limits an item twice, or within bounds that no number keeps to.
    #[error("section {name}, {item}: expected one limit that a value can keep to")]
    TargetLimit {
        /// The name of the section.
        name: QuotedText,
        /// The item.
        item: Item,
    },
    /// A goal's bound is no percentage.
    #[error("goal {id}: expected a bound from 0 to 100 percent, found {bound}")]
    GoalBound {
        /// The id.
        id: QuotedText,
        /// The bound.
        bound: Bound,
    },
    /// Two goals share an id.
    #[error("goal {id}: expected an id that no other goal has")]
    GoalTwice {
        /// The id.
        id: QuotedText,
    },
    /// A goal on a share has no bound.
    #[error("goal {id}: expected a bound in percent")]
    GoalWithoutBound {
        /// The id.
        id: QuotedText,
    },
    /// A goal that needs no bound has one.
    #[error("goal {id}: expected no bound, since every section must meet its target")]
    GoalWithBound {
        /// The id.
        id: QuotedText,
    },
    /// No section fits a goal's selector.
    #[error("goal {id}: expected a selector that fits a section")]
    GoalWithoutSections {
        /// The id.
        id: QuotedText,
    },
    /// No item would be assessed.
    #[error("items: expected at least one item that makes a class")]
    NoItems,
    /// Something is wrong beside the sections.
    #[error(transparent)]
    Programme(#[from] ProgrammeError),
}

impl Plan {
    /// Checks what the form of the file cannot.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn validate(&self) -> Result<(), PlanError> {
        // No value of water temperature is limited.
        if self.items.without(Item::WaterTemperature).is_empty() {
            return Err(PlanError::NoItems);
        }
        let mut names = NameIndex::default();
        for (index, section) in self.sections.iter().enumerate() {
            if section.name.trim().is_empty() {
                return Err(PlanError::SectionUnnamed { number: index + 1 });
            }
            for name in core::iter::once(&section.name).chain(&section.aliases) {
                if name.trim() != name {
                    return Err(PlanError::NameWithSpaces { name: QuotedText::new(name) });
                }
                if !names.add(name, index) {
                    return Err(PlanError::SectionTwice { name: QuotedText::new(name) });
                }
            }
            section.validate()?;
            section.validate_targets(&section.targets)?;
            section.validate_targets(&section.function_zone_targets)?;
        }
        let mut ids = NameIndex::default();
        for (index, goal) in self.goals.iter().enumerate() {
            let id = QuotedText::new(&goal.id);
            if !ids.add(&goal.id, index) {
                return Err(PlanError::GoalTwice { id });
            }
            match (goal.kind.is_all(), goal.bound) {
                (true, Some(_)) => return Err(PlanError::GoalWithBound { id }),
                (false, None) => return Err(PlanError::GoalWithoutBound { id }),
                _ => {}
            }
            if let Some(bound) = goal.bound.filter(|bound| !is_percentage(bound)) {
                return Err(PlanError::GoalBound { id, bound });
            }
            if goal.kind.subject() == GoalSubject::Sections
                && !self.sections.iter().any(|section| section.is_selected_by(&goal.selector))
            {
                return Err(PlanError::GoalWithoutSections { id });
            }
        }
        Ok(self.validate_programme()?)
    }
}

/// Whether a bound lies between 0 and 100, and in order.
fn is_percentage(bound: &Bound) -> bool {
    let (low, high) = match *bound {
        Bound::AtMost(limit)
        | Bound::Below(limit)
        | Bound::AtLeast(limit)
        | Bound::Above(limit) => (limit, limit),
        Bound::Within(low, high) => (low, high),
    };
    !low.is_negative() && low <= high && high <= Decimal::from_integer(100)
}

impl PlanSection {
    fn validate(&self) -> Result<(), PlanError> {
        let name = QuotedText::new(&self.name);
        let counties: NameIndex<'_> = self.counties.iter().map(String::as_str).collect();
        if self.counties.is_empty() || counties.len() != self.counties.len() {
            return Err(PlanError::Counties { name });
        }
        let background = self.natural_background.as_ref().and_then(|it| it.items);
        if background.is_some_and(ItemSet::is_empty) {
            return Err(PlanError::BackgroundEmpty { name });
        }
        Ok(())
    }

    fn validate_targets(&self, targets: &[Target]) -> Result<(), PlanError> {
        for (index, target) in targets.iter().enumerate() {
            let (name, year) = (QuotedText::new(&self.name), target.from);
            if targets[..index].iter().any(|earlier| earlier.from == target.from) {
                return Err(PlanError::TargetTwice { name, year });
            }
            for (place, limit) in target.limits.iter().enumerate() {
                let twice = target.limits[..place].iter().any(|other| other.item == limit.item);
                let empty = matches!(limit.bound, Bound::Within(low, high) if high < low);
                if twice || empty {
                    return Err(PlanError::TargetLimit { name, item: limit.item });
                }
            }
            if target.class.is_none() && target.limits.is_empty() && !target.no_worse_than_last_year
            {
                return Err(PlanError::TargetEmpty { name, year });
            }
        }
        Ok(())
    }
}
