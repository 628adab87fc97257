//! The change of a group of sections between two periods: by level, by shares, combined.

use crate::assess::region::change::Change;
use crate::assess::region::class_shares::ClassShares;
use crate::assess::region::error::ChangeError;
use crate::assess::region::region::RegionAssessment;
use crate::number::fraction::{ExactOverflow, Fraction};
use crate::standard::class::Quality;
use crate::standard::rule::Rule;
use crate::text::error_text::QuotedText;

/// The change of a river, basin or region between two periods.
///
/// ```text
/// ΔG − ΔD = (G2 − G1) − (D2 − D1)
/// ```
/// with G the share of class I–III and D that of inferior V, in percentage points, exact.
///
/// # Reference
/// 环办〔2011〕22号, 不同时段水质变化 (K).
///
/// # Example
/// ```
/// use gb3838::region::{Change, ClassShares, RegionChange};
///
/// // 65 of 91 sections are class I–III, 50 were: the same state, 16.5 points.
/// let change = RegionChange::of_shares(&ClassShares::new(91, 50, 8)?, &ClassShares::new(91, 65, 8)?)?;
/// assert_eq!(change.by_level(), Change::None);
/// assert_eq!(change.by_shares(), Some(Change::SomewhatBetter));
/// assert_eq!(change.combined(), Some(Change::SomewhatBetter));
/// assert_eq!(change.points().map(|it| it.round(1)).transpose()?, Some("16.5".parse()?));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionChange {
    before: Quality,
    now: Quality,
    points: Option<Fraction>,
    uneven_sections: u32,
}

impl RegionChange {
    /// The change between two assessments of the same sections by the same items.
    ///
    /// By shares only where both periods have five sections or more. Sections that lack a
    /// class, or the value of an item, in one of the periods are
    /// [counted](Self::uneven_sections).
    ///
    /// # Errors
    /// [`ChangeError::OtherSections`] and [`ChangeError::OtherItems`] where the periods do not
    /// compare; [`ChangeError::NoState`] where the means of a period have no class.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (K): the same items and sections in both periods.
    pub fn between(
        before: &RegionAssessment<'_>,
        now: &RegionAssessment<'_>,
    ) -> Result<Self, ChangeError> {
        same_sections(before, now)?;
        same_sections(now, before)?;
        let state = |region: &RegionAssessment<'_>| {
            let name = region.sections().first().map_or("", |section| section.name());
            let section = QuotedText::new(name);
            region.state().quality().ok_or(ChangeError::NoState { section })
        };
        let shares = before.state().shares().zip(now.state().shares());
        let points = shares.map(|(before, now)| points(before, now)).transpose()?;
        let uneven_sections = uneven_sections(before, now);
        Ok(Self { before: state(before)?, now: state(now)?, points, uneven_sections })
    }

    /// The change between two counts of the same sections.
    ///
    /// # Errors
    /// Not with counts of sections as there are.
    pub fn of_shares(before: &ClassShares, now: &ClassShares) -> Result<Self, ExactOverflow> {
        let points = Some(points(before, now)?);
        Ok(Self { before: before.quality(), now: now.quality(), points, uneven_sections: 0 })
    }

    /// The change between two states, by level alone: of a section, or of a group whose
    /// counts are not known.
    #[must_use]
    pub const fn of_states(before: Quality, now: Quality) -> Self {
        Self { before, now, points: None, uneven_sections: 0 }
    }

    /// The state before.
    #[must_use]
    pub const fn before(&self) -> Quality {
        self.before
    }

    /// The state now.
    #[must_use]
    pub const fn now(&self) -> Quality {
        self.now
    }

    /// How many sections were not assessed by the same values in both periods: an item, or
    /// all, took part in one of them only. With any the change is partly one of what was
    /// measured.
    #[must_use]
    pub const fn uneven_sections(&self) -> u32 {
        self.uneven_sections
    }

    /// By level of quality.
    #[must_use]
    pub fn by_level(&self) -> Change {
        Change::by_level(self.before, self.now)
    }

    /// `ΔG − ΔD` in percentage points, where both periods have shares.
    #[must_use]
    pub const fn points(&self) -> Option<&Fraction> {
        self.points.as_ref()
    }

    /// By shares, where both periods have them.
    #[must_use]
    pub fn by_shares(&self) -> Option<Change> {
        self.points.as_ref().map(Change::by_points)
    }

    /// The stronger of the two; `None` when they are as strong and contradict each other.
    #[must_use]
    pub fn combined(&self) -> Option<Change> {
        match self.by_shares() {
            Some(by_shares) => self.by_level().stronger(by_shares),
            None => Some(self.by_level()),
        }
    }

    /// The rules behind the change.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let shares = self.points.is_some();
        [
            Some(Rule::CHANGE_BY_LEVEL),
            shares.then_some(Rule::CHANGE_BY_SHARES),
            shares.then_some(Rule::CHANGE_STRONGER),
        ]
        .into_iter()
        .flatten()
    }
}

/// Whether each section of one period is in the other, with the same items.
fn same_sections(
    one: &RegionAssessment<'_>,
    other: &RegionAssessment<'_>,
) -> Result<(), ChangeError> {
    for section in one.sections() {
        let name = QuotedText::new(section.name());
        let found = other.sections().iter().find(|it| it.name() == section.name());
        let found = found.ok_or(ChangeError::OtherSections { section: name })?;
        if found.assessment().asked() != section.assessment().asked() {
            return Err(ChangeError::OtherItems { section: name });
        }
    }
    Ok(())
}

/// The sections that other items took part at, of two groups of the same sections.
fn uneven_sections(before: &RegionAssessment<'_>, now: &RegionAssessment<'_>) -> u32 {
    let items = |region: &RegionAssessment<'_>, name: &str| {
        let section = region.sections().iter().find(|section| section.name() == name);
        section.map(|section| section.assessment().participating())
    };
    let uneven = |name: &str| items(before, name) != items(now, name);
    let count = now.sections().iter().filter(|section| uneven(section.name())).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// `ΔG − ΔD` in percentage points, from exact counts.
fn points(before: &ClassShares, now: &ClassShares) -> Result<Fraction, ExactOverflow> {
    let gain = now.good_percent().checked_sub(&before.good_percent())?;
    let loss = now.inferior_v_percent().checked_sub(&before.inferior_v_percent())?;
    gain.checked_sub(&loss)
}
