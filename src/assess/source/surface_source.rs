//! A surface-water source of drinking water: Tables 1, 2 and 3, item by item.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;

use crate::assess::section::circumstances::Circumstances;
use crate::assess::source::lists::{SourceList, SurfaceItem};
use crate::assess::source::surface_assessment::SurfaceSourceAssessment;
use crate::classify::classifier::Classifier;
use crate::classify::judgement::Measurement;
use crate::classify::source_item::SourceMeasurement;
use crate::reading::notation::ReadingError;
use crate::reading::other_readings::OtherReadingError;
use crate::standard::class::Class;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;
use crate::standard::source_item::SourceItem;

/// A surface-water source (地表水饮用水水源地), and how it is judged.
///
/// # Reference
/// GB 3838-2002, clause 4 and Tables 1–3 (P); bulletins of sources (S): class III, or a
/// target of the source's own (some are II).
///
/// # Example
/// ```
/// use std::collections::BTreeMap;
/// use gb3838::{
///     Classifier, Item, ItemMap, Measurement, Notation, Reading, Verdict, WaterBody,
///     source::{SourceItem, SurfaceSource},
/// };
///
/// let mut basic = ItemMap::new();
/// for (item, cell) in [(Item::Ph, "7.7"), (Item::TotalNitrogen, "1.9")] {
///     basic.insert(item, Measurement::from(Reading::parse(cell, item)?));
/// }
/// let mut others = BTreeMap::new();
/// for (item, cell) in [(SourceItem::Manganese, "0.12"), (SourceItem::Acetaldehyde, "0.24L")] {
///     others.insert(item, Notation::new().parse_source(cell, item)?.into());
/// }
/// let lake = Classifier::for_readings(WaterBody::Lake);
/// let source = SurfaceSource::new(lake.clone()).assess(&basic, &others)?;
/// assert_eq!(source.verdict(), Verdict::Missed);
/// // Total nitrogen is a reference item: class V here, and no failure.
/// let failing: Vec<_> = source.failing().iter().map(|entry| entry.item().name_zh()).collect();
/// assert_eq!(failing, ["锰"]);
/// // No method detects acetaldehyde at its limit: neither passed nor failed.
/// assert_eq!(source.undecidable(), [SourceItem::Acetaldehyde.into()]);
///
/// // Manganese of geological origin: both results.
/// let source = SurfaceSource::new(lake)
///     .with_exemption(SourceItem::Manganese, "geological background")
///     .assess(&basic, &others)?;
/// assert_eq!((source.verdict(), source.verdict_with_exemptions()), (Verdict::Missed, Verdict::Met));
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "饮用水水源地")]
#[doc(alias = "水源地")]
pub struct SurfaceSource {
    classifier: Classifier,
    pub(crate) target: Class,
    pub(crate) list: Option<SourceList>,
    /// Items of Table 3 that the county selected.
    pub(crate) selected: Option<BTreeSet<SourceItem>>,
    pub(crate) exemptions: BTreeMap<SurfaceItem, String>,
}

/// An impossible reading of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SourceReadingError {
    /// Of an item of Table 1.
    #[error(transparent)]
    Basic(#[from] ReadingError),
    /// Of an item of Tables 2 and 3.
    #[error(transparent)]
    Other(#[from] OtherReadingError),
}

impl SurfaceSource {
    /// A source judged against class III by all items that were read.
    ///
    /// The classifier brings standard, water body and comparison. Of its items only the
    /// reference items matter: those that it asks for by name take part, the others are
    /// reported singly.
    #[must_use]
    pub fn new(classifier: Classifier) -> Self {
        Self {
            classifier,
            target: Class::III,
            list: None,
            selected: None,
            exemptions: BTreeMap::new(),
        }
    }

    /// The class that the items of Table 1 must reach, where it is not III.
    #[must_use]
    pub fn with_target(mut self, target: Class) -> Self {
        self.target = target;
        self
    }

    /// The list of items that the source is monitored for: those that were not read are
    /// named as absent, those beyond it as outside, and only those in it are judged.
    #[must_use]
    pub fn with_list(mut self, list: SourceList) -> Self {
        self.list = Some(list);
        self
    }

    /// The items of Table 3 that the county selected for the source: beside Tables 1 and 2 they
    /// are its list, so that what of it was not read is named as absent.
    ///
    /// # Reference
    /// GB 3838-2002, 5.3 (P): items selected from Table 3 by the county or above.
    #[must_use]
    pub fn with_selected_items(mut self, items: impl IntoIterator<Item = SourceItem>) -> Self {
        self.selected = Some(items.into_iter().collect());
        self
    }

    /// An item whose concentration is of geological origin, and why that is known.
    ///
    /// # Reference
    /// Bulletins of drinking-water sources (F): 地质原因 do not count as failures.
    #[must_use]
    pub fn with_exemption(
        mut self,
        item: impl Into<SurfaceItem>,
        reason: impl Into<String>,
    ) -> Self {
        self.exemptions.insert(item.into(), reason.into());
        self
    }

    /// Judges the source by what was measured: items of Table 1 (a
    /// [`Sample`](crate::Sample), say) and of Tables 2 and 3.
    ///
    /// # Errors
    /// When a reading is impossible.
    ///
    /// # Reference
    /// GB 3838-2002, Tables 1–3 (P).
    pub fn assess(
        &self,
        basic: &impl AsRef<ItemMap<Measurement>>,
        others: &BTreeMap<SourceItem, SourceMeasurement>,
    ) -> Result<SurfaceSourceAssessment, SourceReadingError> {
        let listed = self.list.map_or(ItemSet::ALL, SourceList::basic_items);
        let apart = ItemSet::REFERENCE.difference(self.classifier.items());
        let items = listed.difference(apart);
        let section = self
            .classifier
            .clone()
            .with_items(items)
            .assess_with(basic, &Circumstances::new().with_target(self.target))?;
        let mut judgements = BTreeMap::new();
        for (item, measurement) in others {
            judgements.insert(*item, item.judge(measurement)?);
        }
        Ok(SurfaceSourceAssessment { source: self.clone(), section, others: judgements })
    }
}
