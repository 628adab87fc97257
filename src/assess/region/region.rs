//! A river, basin or region: its state from its sections, with and without natural background.

use crate::assess::region::class_shares::ClassShares;
use crate::assess::region::error::RegionError;
use crate::assess::region::item_means::{Background, MeanAssessment};
use crate::assess::region::options::{CountedSections, RegionMethod, RegionOptions};
use crate::assess::section::absence::BackgroundLeftOut;
use crate::assess::section::section::SectionAssessment;
use crate::standard::class::{Class, Quality};
use crate::standard::rule::Rule;
use crate::text::error_text::QuotedText;
use crate::text::repeated::first_repeated;

/// A section of a group, by name.
///
/// # Reference
/// 环办〔2011〕22号 (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionSection<'a> {
    name: &'a str,
    assessment: &'a SectionAssessment,
    natural_background: bool,
}

impl<'a> RegionSection<'a> {
    /// A section with its assessment.
    #[must_use]
    pub const fn new(name: &'a str, assessment: &'a SectionAssessment) -> Self {
        Self { name, assessment, natural_background: false }
    }

    /// The same, exempted as a whole as natural background: it leaves the second result.
    ///
    /// Single items are exempted in the section's
    /// [`Circumstances`](crate::Circumstances::with_natural_background).
    #[must_use]
    pub const fn with_natural_background(mut self) -> Self {
        self.natural_background = true;
        self
    }

    /// The name.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// The assessment.
    #[must_use]
    pub const fn assessment(&self) -> &'a SectionAssessment {
        self.assessment
    }

    /// The class, natural background included.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        self.assessment.class()
    }

    /// Whether the section, or one of its items, is exempted.
    #[must_use]
    pub fn has_natural_background(&self) -> bool {
        self.natural_background || !self.assessment.exempted().is_empty()
    }

    fn class_without_background(&self) -> Option<Class> {
        self.assessment.class_without_background().or_full(self.class())
    }
}

/// What a group's state rests on.
///
/// # Reference
/// 环办〔2011〕22号 (S).
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "no allocation; one or two for each group")]
pub enum RegionState {
    /// The mean of each item, judged as a section.
    ItemMeans(MeanAssessment),
    /// Shares of classes.
    Shares(ClassShares),
}

impl RegionState {
    /// The state in words; `None` when no mean of an item that takes part is decidable.
    #[must_use]
    pub fn quality(&self) -> Option<Quality> {
        match self {
            Self::ItemMeans(means) => means.quality(),
            Self::Shares(shares) => Some(shares.quality()),
        }
    }

    /// The method.
    #[must_use]
    pub const fn method(&self) -> RegionMethod {
        match self {
            Self::ItemMeans(_) => RegionMethod::ItemMeans,
            Self::Shares(_) => RegionMethod::Shares,
        }
    }

    /// The shares, where there are five sections or more.
    #[must_use]
    pub const fn shares(&self) -> Option<&ClassShares> {
        match self {
            Self::ItemMeans(_) => None,
            Self::Shares(shares) => Some(shares),
        }
    }

    /// The means, where there are fewer.
    #[must_use]
    pub const fn means(&self) -> Option<&MeanAssessment> {
        match self {
            Self::ItemMeans(means) => Some(means),
            Self::Shares(_) => None,
        }
    }
}

/// The assessment of a river, basin or region (河流、流域、水系).
///
/// # Reference
/// 环办〔2011〕22号 (S).
///
/// # Example
/// ```
/// use gb3838::{
///     Class, Classifier, Item, ItemMap, Measurement, Quality, Reading, WaterBody,
///     region::{RegionAssessment, RegionMethod, RegionOptions, RegionSection},
/// };
///
/// let river = Classifier::for_means(WaterBody::River);
/// let section = |cell: &str| {
///     let reading = Reading::parse(cell, Item::AmmoniaNitrogen)?;
///     let measured = ItemMap::from_iter([(Item::AmmoniaNitrogen, Measurement::from(reading))]);
///     Ok::<_, gb3838::Error>(river.assess(&measured)?)
/// };
/// let (upper, lower) = (section("0.40")?, section("1.40")?);
/// let sections = [RegionSection::new("upper", &upper), RegionSection::new("lower", &lower)];
/// let group = RegionAssessment::of(&sections, &RegionOptions::DOCUMENT_22)?;
/// // Two sections: (0.40 + 1.40) / 2 = 0.90, class III, although one section is class IV.
/// assert_eq!(group.state().method(), RegionMethod::ItemMeans);
/// assert_eq!(group.state().quality(), Some(Quality::Good));
/// assert_eq!(group.sections()[1].class(), Some(Class::IV));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "流域")]
#[doc(alias = "区域评价")]
pub struct RegionAssessment<'a> {
    sections: &'a [RegionSection<'a>],
    rule: RegionOptions,
    state: RegionState,
    has_background: bool,
    without_background: Option<RegionState>,
}

impl<'a> RegionAssessment<'a> {
    /// Assesses a group of sections, each once.
    ///
    /// # Errors
    /// [`RegionError::Empty`] and [`RegionError::NothingAssessed`]; [`RegionError::Twice`];
    /// with means, [`RegionError::JudgedOtherwise`] when the sections have other limits.
    pub fn of(
        sections: &'a [RegionSection<'a>],
        rule: &RegionOptions,
    ) -> Result<Self, RegionError> {
        let all = u32::try_from(sections.len()).unwrap_or(u32::MAX);
        if all == 0 {
            return Err(RegionError::Empty);
        }
        if let Some(name) = first_repeated(sections.iter().map(|section| section.name)) {
            return Err(RegionError::Twice { section: QuotedText::new(name) });
        }
        let classes = || sections.iter().filter_map(RegionSection::class);
        let assessed = u32::try_from(classes().count()).unwrap_or(u32::MAX);
        if assessed == 0 {
            return Err(RegionError::NothingAssessed { sections: all });
        }
        let counted = match rule.counted() {
            CountedSections::Assessed => assessed,
            CountedSections::All => all,
        };
        let method = RegionOptions::method_for(counted);
        let named = |kept: &'a RegionSection<'a>| (kept.name, kept.assessment);
        let state = match method {
            RegionMethod::Shares => RegionState::Shares(ClassShares::of_classes(classes())?),
            RegionMethod::ItemMeans => {
                MeanAssessment::of(&sections.iter().map(named), Background::Kept)?
                    .map(RegionState::ItemMeans)
                    .ok_or(RegionError::Empty)?
            }
        };
        let kept = || sections.iter().filter(|section| !section.natural_background);
        let has_background = sections.iter().any(RegionSection::has_natural_background);
        let without_background = if !has_background
            || kept().all(|section| section.class_without_background().is_none())
        {
            None
        } else {
            // The method stays that of the whole group, so that the two results compare.
            match method {
                RegionMethod::Shares => {
                    let classes = kept().filter_map(RegionSection::class_without_background);
                    Some(RegionState::Shares(ClassShares::of_classes(classes)?))
                }
                RegionMethod::ItemMeans => {
                    MeanAssessment::of(&kept().map(named), Background::LeftOut)?
                        .map(RegionState::ItemMeans)
                }
            }
        };
        Ok(Self { sections, rule: *rule, state, has_background, without_background })
    }

    /// The state, natural background included.
    #[must_use]
    pub const fn state(&self) -> &RegionState {
        &self.state
    }

    /// The state without natural background; it
    /// stands beside [`state`](Self::state), and does not replace it.
    ///
    /// Exempted sections leave the group,
    /// exempted values the means.
    ///
    /// # Reference
    /// The ministry prints both (扣除自然因素影响后, F).
    #[must_use]
    pub fn state_without_background(&self) -> BackgroundLeftOut<&RegionState> {
        match &self.without_background {
            _ if !self.has_background => BackgroundLeftOut::NothingExempted,
            Some(rest) => BackgroundLeftOut::Rest(rest),
            None => BackgroundLeftOut::NothingLeft,
        }
    }

    /// The sections, each with its own class.
    #[must_use]
    pub const fn sections(&self) -> &'a [RegionSection<'a>] {
        self.sections
    }

    /// The sections without a class: they take no part in shares.
    pub fn without_class(&self) -> impl Iterator<Item = &'a RegionSection<'a>> {
        self.sections.iter().filter(|section| section.class().is_none())
    }

    /// The sections exempted as natural background, as a whole or by items.
    pub fn with_natural_background(&self) -> impl Iterator<Item = &'a RegionSection<'a>> {
        self.sections.iter().filter(|section| section.has_natural_background())
    }

    /// The options that were used.
    #[must_use]
    pub const fn options(&self) -> &RegionOptions {
        &self.rule
    }

    /// The rules behind the state; of few sections also those behind the means and their
    /// class.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let method = match self.state.method() {
            RegionMethod::ItemMeans => Rule::REGION_ITEM_MEANS,
            RegionMethod::Shares => Rule::REGION_SHARES,
        };
        let gap = self.state.shares().is_some_and(ClassShares::is_between_rows);
        [
            Some(method),
            gap.then_some(Rule::REGION_GAP),
            self.has_background.then_some(Rule::NATURAL_BACKGROUND),
        ]
        .into_iter()
        .flatten()
        .chain(self.state.means().into_iter().flat_map(MeanAssessment::rules))
    }
}
