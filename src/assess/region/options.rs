//! How a group of sections is assessed: by means or by shares, and what is counted.

/// Which sections are counted to tell a group of fewer than five from one of five or more.
///
/// # Reference
/// 环办〔2011〕22号 (S) speaks of 断面总数; which are meant is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum CountedSections {
    /// Those with a class: shares are shares of these.
    Assessed,
    /// All of the group, as the letter of the document may be read (断面总数).
    All,
}

/// Of which sections the share of an item's exceedances is taken (断面超标率).
///
/// # Reference
/// 环办〔2011〕22号 (S) speaks of 断面超标率; of which sections is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ItemRate {
    /// Of all sections with a class.
    OfAssessed,
    /// Of the sections where the item took part: under 5+X not all have the same items.
    OfParticipating,
}

/// The options of a group's assessment.
///
/// # Reference
/// 环办〔2011〕22号 (S); what it leaves open is ours.
///
/// # Example
/// ```
/// use gb3838::region::{CountedSections, ItemRate, RegionOptions};
///
/// let rule = RegionOptions::DOCUMENT_22
///     .with_counted(CountedSections::All)
///     .with_item_rate(ItemRate::OfParticipating);
/// assert_eq!(RegionOptions::DOCUMENT_22.counted(), CountedSections::Assessed);
/// assert_eq!(rule.item_rate(), ItemRate::OfParticipating);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RegionOptions {
    counted: CountedSections,
    item_rate: ItemRate,
}

impl RegionOptions {
    /// Sections with a class are counted, and item rates are of them.
    pub const DOCUMENT_22: Self =
        Self { counted: CountedSections::Assessed, item_rate: ItemRate::OfAssessed };

    /// The number from which shares are used.
    ///
    /// # Reference
    /// 环办〔2011〕22号 (S): 断面总数在 5 个(含 5 个)以上.
    pub const SHARES_FROM: u32 = 5;

    /// The same with other sections counted.
    #[must_use]
    pub const fn with_counted(mut self, counted: CountedSections) -> Self {
        self.counted = counted;
        self
    }

    /// The same with item rates of other sections.
    #[must_use]
    pub const fn with_item_rate(mut self, rate: ItemRate) -> Self {
        self.item_rate = rate;
        self
    }

    /// The sections that are counted.
    #[must_use]
    pub const fn counted(&self) -> CountedSections {
        self.counted
    }

    /// The sections that item rates are of.
    #[must_use]
    pub const fn item_rate(&self) -> ItemRate {
        self.item_rate
    }

    /// The method for so many sections: five are enough for shares.
    ///
    /// # Example
    /// ```
    /// use gb3838::region::{RegionMethod, RegionOptions};
    ///
    /// assert_eq!(RegionOptions::method_for(4), RegionMethod::ItemMeans);
    /// assert_eq!(RegionOptions::method_for(5), RegionMethod::Shares);
    /// ```
    #[must_use]
    pub const fn method_for(sections: u32) -> RegionMethod {
        if sections < Self::SHARES_FROM { RegionMethod::ItemMeans } else { RegionMethod::Shares }
    }
}

/// How a group's state is found.
///
/// # Reference
/// 环办〔2011〕22号 (S).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum RegionMethod {
    /// By the mean of each item over the sections: fewer than five.
    ItemMeans,
    /// By shares of classes: five or more.
    Shares,
}
