//! The limits of one item, and an edition of the standard as a value.

use crate::number::decimal::Decimal;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::edition::Edition;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::limit_row::{LimitReason, LimitRow, StandardError};
use crate::standard::rule::{Rule, Title};
use crate::standard::water_body::WaterBody;
use crate::text::error_text::QuotedText;

/// The limits of one item for one kind of water body, classes I to V.
///
/// # Reference
/// GB 3838-2002, Table 1 (P).
///
/// # Example
/// ```
/// use gb3838::{Class, Item, Standard, WaterBody, limits::ItemLimits};
///
/// let limits = Standard::GB_3838_2002.limits(Item::DissolvedOxygen, WaterBody::River);
/// assert!(matches!(limits, Some(ItemLimits::AtLeast(_))));
/// assert_eq!(limits.and_then(|it| it.limit(Class::InferiorV)), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ItemLimits {
    /// Upper bounds, one a class.
    AtMost([Decimal; 5]),
    /// Lower bounds, one a class: dissolved oxygen.
    AtLeast([Decimal; 5]),
    /// One range for all classes: pH.
    Within(Decimal, Decimal),
    /// A limit to man-made change of the weekly mean, not to a value: water temperature.
    WeeklyChange {
        /// The greatest rise in ℃.
        greatest_rise: Decimal,
        /// The greatest drop in ℃.
        greatest_drop: Decimal,
    },
}

impl ItemLimits {
    /// The bound of one class; `None` for inferior V and where no value is limited.
    #[must_use]
    pub const fn limit(&self, class: Class) -> Option<Bound> {
        match (self, class) {
            (_, Class::InferiorV) | (Self::WeeklyChange { .. }, _) => None,
            (Self::AtMost(limits), _) => Some(Bound::AtMost(limits[class.index()])),
            (Self::AtLeast(limits), _) => Some(Bound::AtLeast(limits[class.index()])),
            (Self::Within(low, high), _) => Some(Bound::Within(*low, *high)),
        }
    }
}

/// An edition of the standard as a value: a later edition, or the five classes of another
/// country, is another value, not another version of this crate.
///
/// [`Standard::new`] makes one from the rows of its table; with the feature `serde` it is read
/// from a file ([`guide::standard_file`](crate::guide::standard_file)). Every result says the
/// [`Edition`] that made it.
///
/// # Example
/// ```
/// use gb3838::{Bound, Class, Decimal, Item, Standard, WaterBody};
///
/// let limit = Standard::GB_3838_2002
///     .limit(Item::TotalPhosphorus, WaterBody::Lake, Class::III);
/// assert_eq!(limit, Some(Bound::AtMost(Decimal::parse("0.05")?)));
/// // A river has no limit for total nitrogen.
/// let nitrogen = Standard::GB_3838_2002.limit(Item::TotalNitrogen, WaterBody::River, Class::III);
/// assert_eq!(nitrogen, None);
/// # Ok::<(), gb3838::Error>(())
/// ```
///
/// # Example: a stricter local limit
/// ```
/// use gb3838::{Class, Decimal, Item, Standard, WaterBody};
///
/// let local = Standard::GB_3838_2002.with_limit(
///     Item::AmmoniaNitrogen,
///     WaterBody::River,
///     Class::III,
///     Decimal::parse("0.8")?,
/// )?;
/// assert!(local.local_items(WaterBody::River).contains(Item::AmmoniaNitrogen));
/// # Ok::<(), gb3838::Error>(())
/// ```
///
/// # Reference
/// GB 3838-2002 (P).
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "标准限值")]
#[doc(alias = "地表水环境质量标准")]
pub struct Standard {
    pub(crate) edition: Edition,
    pub(crate) limits: [[Option<ItemLimits>; 24]; 2],
    pub(crate) local: [ItemSet; 2],
    pub(crate) added: [ItemSet; 2],
    pub(crate) local_document: Option<Title>,
}

impl Standard {
    /// An edition of the caller's own: its name, the document that prints it, and its rows.
    ///
    /// An item without a row is not limited. Limits are in the unit of the item, and hold up to
    /// its assessment decimals, which are those of every edition.
    ///
    /// # Errors
    /// When the name or the document is missing or longer than 95 bytes, there is no row, an
    /// item has two for one kind of water, or a row is refused: a text that is no number, limits
    /// of another direction than the item's, a class stricter than a better one, more decimals
    /// than the item is assessed with, a limit not above zero or too large.
    ///
    /// # Example
    /// ```
    /// use gb3838::{
    ///     Class, Classifier, Comparison, Item, ItemSet, Sample, Standard, WaterBody,
    ///     limits::LimitRow,
    /// };
    ///
    /// // It stands in a constant, and an error of typing stops the build.
    /// const OF_2030: Standard = match Standard::new(
    ///     "GB 0000-2030",
    ///     "GB 0000-2030 地表水环境质量标准",
    ///     &[
    ///         LimitRow::within(Item::Ph, None, ["6", "9"]),
    ///         LimitRow::at_least(Item::DissolvedOxygen, None, ["7.5", "6", "5", "3", "2"]),
    ///         LimitRow::at_most(
    ///             Item::AmmoniaNitrogen,
    ///             Some(WaterBody::River),
    ///             ["0.1", "0.2", "0.5", "1.0", "1.5"],
    ///         ),
    ///     ],
    /// ) {
    ///     Ok(standard) => standard,
    ///     Err(_) => panic!("a row of the table is refused"),
    /// };
    ///
    /// let river = Classifier::for_readings(WaterBody::River).with_standard(OF_2030);
    /// let section = river.assess(&Sample::parse_named([("pH", "7.1"), ("氨氮", "0.6")])?)?;
    /// assert_eq!(section.class(), Some(Class::IV));
    /// assert_eq!(section.edition().name(), "GB 0000-2030");
    /// assert!(section.rules().any(|rule| rule.document() == OF_2030.edition().document()));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    ///
    /// # Reference
    /// Ours.
    pub const fn new(
        name: &str,
        document: &str,
        rows: &[LimitRow<'_>],
    ) -> Result<Self, StandardError> {
        let (name, title) = match (title(name), title(document)) {
            (None, _) => return Err(StandardError::Name(QuotedText::new(name))),
            (_, None) => return Err(StandardError::Document(QuotedText::new(document))),
            (Some(name), Some(title)) => (name, title),
        };
        Self::of_rows(Edition::new(name, Rule::own(title)), rows)
    }

    /// An edition with its rows.
    pub(crate) const fn of_rows(
        edition: Edition,
        rows: &[LimitRow<'_>],
    ) -> Result<Self, StandardError> {
        let none = [ItemSet::EMPTY; 2];
        let mut standard = Self {
            edition,
            limits: [[None; 24]; 2],
            local: none,
            added: none,
            local_document: None,
        };
        if rows.is_empty() {
            return Err(StandardError::NoRows);
        }
        let mut index = 0;
        while index < rows.len() {
            let row = &rows[index];
            let limits = match row.limits() {
                Ok(limits) => limits,
                Err(error) => return Err(error),
            };
            let mut place = 0;
            while place < WaterBody::ALL.len() {
                let body = WaterBody::ALL[place];
                let is_for = match row.body() {
                    Some(of) => of as usize == body as usize,
                    None => true,
                };
                let here = &mut standard.limits[body as usize][row.item().index()];
                if is_for && here.is_some() {
                    return Err(row.refused(row.first_text(), LimitReason::AlreadyLimited));
                }
                if is_for {
                    *here = Some(limits);
                }
                place += 1;
            }
            index += 1;
        }
        Ok(standard)
    }

    /// The name of the edition: `GB 3838-2002`.
    #[must_use]
    pub const fn name(&self) -> &str {
        self.edition.name()
    }

    /// The name and the document of the edition, as its results say them.
    #[must_use]
    pub const fn edition(&self) -> &Edition {
        &self.edition
    }

    /// The limits of an item, or `None` where the standard sets none.
    #[must_use]
    pub const fn limits(&self, item: Item, body: WaterBody) -> Option<&ItemLimits> {
        self.limits[body as usize][item.index()].as_ref()
    }

    /// The bound of one class, or `None` where the standard sets none.
    #[must_use]
    pub const fn limit(&self, item: Item, body: WaterBody, class: Class) -> Option<Bound> {
        match self.limits(item, body) {
            Some(limits) => limits.limit(class),
            None => None,
        }
    }

    /// Whether a man-made change of the weekly mean temperature keeps to the limit: a rise of
    /// at most 1 ℃, a drop of at most 2 ℃.
    ///
    /// `change_celsius` is the weekly mean less the one without man's doing; a drop is
    /// negative. `None` where the edition has no such rule.
    ///
    /// # Reference
    /// GB 3838-2002, Table 1, item 1 (P): 人为造成的环境水温变化.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Decimal, Standard, WaterBody};
    ///
    /// let holds = |text| {
    ///     Decimal::parse(text)
    ///         .map(|change| Standard::GB_3838_2002.weekly_change_holds(WaterBody::River, change))
    /// };
    /// assert_eq!(holds("1.0")?, Some(true));
    /// assert_eq!(holds("1.1")?, Some(false));
    /// assert_eq!(holds("-2")?, Some(true));
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub fn weekly_change_holds(&self, body: WaterBody, change_celsius: Decimal) -> Option<bool> {
        let Some(ItemLimits::WeeklyChange { greatest_rise, greatest_drop }) =
            self.limits(Item::WaterTemperature, body)
        else {
            return None;
        };
        let drop =
            Decimal::new(greatest_drop.units().checked_neg()?, greatest_drop.scale()).ok()?;
        Some(drop <= change_celsius && change_celsius <= *greatest_rise)
    }
}

/// A name or a title: neither empty nor longer than its room.
pub(crate) const fn title(text: &str) -> Option<Title> {
    if text.trim_ascii().is_empty() { None } else { Title::new(text) }
}
