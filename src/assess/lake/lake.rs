//! A lake or reservoir: its points judged together, and its zones where it is large.

use crate::assess::region::error::RegionError;
use crate::assess::region::item_means::{Background, MeanAssessment};
use crate::assess::section::section::SectionAssessment;
use crate::standard::rule::Rule;
use crate::text::error_text::QuotedText;
use crate::text::repeated::{first_of_each, first_repeated};

/// A point of a lake, with the zone it lies in where the lake is divided.
///
/// # Reference
/// 环办〔2011〕22号 (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LakePoint<'a> {
    name: &'a str,
    zone: Option<&'a str>,
    assessment: &'a SectionAssessment,
}

impl<'a> LakePoint<'a> {
    /// A point with the assessment of its own means over time.
    #[must_use]
    pub const fn new(name: &'a str, assessment: &'a SectionAssessment) -> Self {
        Self { name, zone: None, assessment }
    }

    /// The same in a zone (湖区、库区).
    #[must_use]
    pub const fn in_zone(mut self, zone: &'a str) -> Self {
        self.zone = Some(zone);
        self
    }

    /// The name.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// The zone.
    #[must_use]
    pub const fn zone(&self) -> Option<&'a str> {
        self.zone
    }

    /// The assessment of the point alone.
    #[must_use]
    pub const fn assessment(&self) -> &'a SectionAssessment {
        self.assessment
    }
}

/// A lake or reservoir of several points: the mean of each item over the points, judged as a
/// section, for the whole and for each zone.
///
/// The caller says by the classifier which limits hold: a river-type reservoir is judged as
/// a river, whatever its name. The whole is the mean of its points, not of its zones. A lake
/// never is a matter of shares, however many points it has.
///
/// # Reference
/// 环办〔2011〕22号, 湖泊、水库评价方法 (S): means over the points; a large lake may be judged
/// by zones (可分不同的湖（库）区).
///
/// # Example
/// ```
/// use gb3838::{
///     Class, Classifier, Item, ItemMap, Measurement, Reading, WaterBody, lake::{Lake, LakePoint},
/// };
///
/// let lake = Classifier::for_means(WaterBody::Lake);
/// let point = |cell: &str| {
///     let reading = Reading::parse(cell, Item::TotalPhosphorus)?;
///     let measured = ItemMap::from_iter([(Item::TotalPhosphorus, Measurement::from(reading))]);
///     Ok::<_, gb3838::Error>(lake.assess(&measured)?)
/// };
/// let (bay, north, south) = (point("0.180")?, point("0.030")?, point("0.036")?);
/// let points = [
///     LakePoint::new("bay", &bay).in_zone("west"),
///     LakePoint::new("north", &north).in_zone("east"),
///     LakePoint::new("south", &south).in_zone("east"),
/// ];
/// let lake = Lake::of(&points)?;
/// // (0.180 + 0.030 + 0.036) / 3 = 0.082: class IV of a lake.
/// assert_eq!(lake.whole().class(), Some(Class::IV));
/// assert_eq!(lake.zone("east")?.and_then(|zone| zone.class()), Some(Class::III));
/// assert_eq!(lake.zones().collect::<Vec<_>>(), ["west", "east"]);
/// # Ok::<(), gb3838::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "湖泊")]
#[doc(alias = "水库")]
pub struct Lake<'a> {
    points: &'a [LakePoint<'a>],
    whole: MeanAssessment,
}

impl<'a> Lake<'a> {
    /// Judges the points of a lake together.
    ///
    /// # Errors
    /// [`RegionError::Empty`] without a point, [`RegionError::Twice`], and
    /// [`RegionError::JudgedOtherwise`] when the points have other limits. A lake of which
    /// nothing has a value has a whole without a class.
    pub fn of(points: &'a [LakePoint<'a>]) -> Result<Self, RegionError> {
        if let Some(name) = first_repeated(points.iter().map(|point| point.name)) {
            return Err(RegionError::Twice { section: QuotedText::new(name) });
        }
        let whole = mean_of(points.iter(), Background::Kept)?.ok_or(RegionError::Empty)?;
        Ok(Self { points, whole })
    }

    /// The whole lake.
    #[must_use]
    pub const fn whole(&self) -> &MeanAssessment {
        &self.whole
    }

    /// The whole lake without the items of natural background, where any are exempted.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn whole_without_background(&self) -> Result<Option<MeanAssessment>, RegionError> {
        if self.points.iter().all(|point| point.assessment.exempted().is_empty()) {
            return Ok(None);
        }
        mean_of(self.points.iter(), Background::LeftOut)
    }

    /// The rules behind the whole: means over the points, and their class.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let exempted = self.points.iter().any(|point| !point.assessment.exempted().is_empty());
        let background = exempted.then_some(Rule::NATURAL_BACKGROUND);
        [Some(Rule::LAKE_POINTS), background].into_iter().flatten().chain(self.whole.rules())
    }

    /// The points, each with its own class.
    #[must_use]
    pub const fn points(&self) -> &'a [LakePoint<'a>] {
        self.points
    }

    /// The zones, in the order of their first points.
    pub fn zones(&self) -> impl Iterator<Item = &'a str> {
        let zones = self.points.iter().filter_map(|point| point.zone);
        zones.clone().zip(first_of_each(zones)).filter_map(|(zone, first)| first.then_some(zone))
    }

    /// One zone by the mean of its points; `None` where no point lies in it.
    ///
    /// # Errors
    /// When an exact mean has no room.
    pub fn zone(&self, zone: &str) -> Result<Option<MeanAssessment>, RegionError> {
        mean_of(self.points.iter().filter(|point| point.zone == Some(zone)), Background::Kept)
    }
}

fn mean_of<'a>(
    points: impl Iterator<Item = &'a LakePoint<'a>> + Clone,
    background: Background,
) -> Result<Option<MeanAssessment>, RegionError> {
    MeanAssessment::of(&points.map(|point| (point.name, point.assessment)), background)
}
