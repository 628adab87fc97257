//! The limits of one item, and an edition of the standard as a value.

use crate::number::decimal::Decimal;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::edition::Edition;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::limit_row::{LimitReason, LimitRow, StandardError, first_fault};
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

/// A local limit that cannot take the place of a national one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("local limit {limit} for {item} of class {class} ({body}): {reason}")]
pub struct LocalLimitError {
    item: Item,
    body: WaterBody,
    class: Class,
    limit: Decimal,
    reason: LimitReason,
}

impl LocalLimitError {
    /// The item.
    #[must_use]
    pub const fn item(&self) -> Item {
        self.item
    }

    /// The limit that was refused.
    #[must_use]
    pub const fn limit(&self) -> Decimal {
        self.limit
    }

    /// Why it was refused.
    #[must_use]
    pub const fn reason(&self) -> LimitReason {
        self.reason
    }
}

/// How a local limit stands to the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub(crate) enum LocalKind {
    /// It is stricter than that of the edition.
    Stricter,
    /// The edition has none.
    Added,
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
    edition: Edition,
    limits: [[Option<ItemLimits>; 24]; 2],
    local: [ItemSet; 2],
    added: [ItemSet; 2],
    local_document: Option<Title>,
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

    /// The items whose limits are local ones.
    #[must_use]
    pub const fn local_items(&self, body: WaterBody) -> ItemSet {
        self.local[body as usize]
    }

    /// The rule behind the limits of an item: that of the edition, or what stands for it here. A local limit
    /// is cited by its own document, or by what allows it where that was not named.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Item, Standard, WaterBody};
    ///
    /// let (item, body) = (Item::AmmoniaNitrogen, WaterBody::River);
    /// let local = Standard::GB_3838_2002
    ///     .with_limit(item, body, Class::III, "0.8".parse()?)?
    ///     .with_local_document("DB 00/1234-2026")?;
    /// assert_eq!(local.rule_of(item, body).document(), "DB 00/1234-2026");
    /// assert_eq!(local.rule_of(Item::Lead, body).document(), "GB 3838-2002");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn rule_of(&self, item: Item, body: WaterBody) -> Rule {
        match (self.local_kind(item, body), self.local_document) {
            (None, _) => self.edition.rule(),
            (_, Some(document)) => Rule::local(document),
            (Some(LocalKind::Added), None) => Rule::ADDED_LOCAL_LIMIT,
            (Some(LocalKind::Stricter), None) => Rule::STRICTER_LOCAL_LIMIT,
        }
    }

    /// What kind of local limits an item has here; `None` where they are those of the edition.
    pub(crate) const fn local_kind(&self, item: Item, body: WaterBody) -> Option<LocalKind> {
        if !self.local_items(body).contains(item) {
            None
        } else if self.added[body as usize].contains(item) {
            Some(LocalKind::Added)
        } else {
            Some(LocalKind::Stricter)
        }
    }

    /// Marks the limits of an item as local ones.
    const fn with_local_kind(mut self, item: Item, body: WaterBody, kind: LocalKind) -> Self {
        self.local[body as usize] = self.local[body as usize].with(item);
        if matches!(kind, LocalKind::Added) {
            self.added[body as usize] = self.added[body as usize].with(item);
        }
        self
    }

    /// Marks a row as local, for one kind of water or for both.
    #[cfg(all(feature = "serde", feature = "alloc"))]
    pub(crate) fn with_local_row(
        self,
        item: Item,
        body: Option<WaterBody>,
        kind: LocalKind,
    ) -> Self {
        let bodies = WaterBody::ALL.into_iter().filter(|it| body.is_none_or(|body| body == *it));
        bodies.fold(self, |standard, body| standard.with_local_kind(item, body, kind))
    }

    /// The document of the local limits, where it was named.
    #[must_use]
    pub const fn local_document(&self) -> Option<&str> {
        match &self.local_document {
            Some(document) => Some(document.as_str()),
            None => None,
        }
    }

    /// Of some items, one with an added local limit and one with a stricter one.
    pub(crate) fn added_and_stricter(
        &self,
        items: ItemSet,
        body: WaterBody,
    ) -> (Option<Item>, Option<Item>) {
        let local = items.intersection(self.local_items(body));
        let added = local.intersection(self.added[body as usize]);
        (added.iter().next(), local.difference(added).iter().next())
    }

    /// Names the document of the local limits; results that they decide cite it.
    ///
    /// # Errors
    /// When the document is missing or longer than 95 bytes.
    pub const fn with_local_document(mut self, document: &str) -> Result<Self, StandardError> {
        self.local_document = title(document);
        match self.local_document {
            Some(_) => Ok(self),
            None => Err(StandardError::Document(QuotedText::new(document))),
        }
    }

    /// Puts a stricter local limit in the place of one.
    ///
    /// # Errors
    /// When the item has no bound per class, or the limit is laxer than the one in force,
    /// finer than the assessment decimals, stricter than that of a better class, or not above
    /// zero.
    ///
    /// # Reference
    /// 生态环境法典, Art. 69 (P): local standards may be stricter.
    pub const fn with_limit(
        mut self,
        item: Item,
        body: WaterBody,
        class: Class,
        limit: Decimal,
    ) -> Result<Self, LocalLimitError> {
        let reason = 'refused: {
            let (mut limits, lower) = match self.limits(item, body) {
                Some(ItemLimits::AtMost(limits)) => (*limits, false),
                Some(ItemLimits::AtLeast(limits)) => (*limits, true),
                _ => break 'refused LimitReason::NoBoundPerClass,
            };
            if matches!(class, Class::InferiorV) {
                break 'refused LimitReason::NoBoundPerClass;
            }
            let order = limit.compare(limits[class.index()]);
            if (lower && order.is_lt()) || (!lower && order.is_gt()) {
                break 'refused LimitReason::Laxer;
            }
            limits[class.index()] = limit;
            if let Some((_, reason)) = first_fault(&limits, lower, item.assessment_decimals()) {
                break 'refused reason;
            }
            let limits =
                if lower { ItemLimits::AtLeast(limits) } else { ItemLimits::AtMost(limits) };
            self.limits[body as usize][item.index()] = Some(limits);
            return Ok(self.with_local_kind(item, body, LocalKind::Stricter));
        };
        Err(LocalLimitError { item, body, class, limit, reason })
    }

    /// Adds the limits of lakes for total nitrogen to rivers, which have none of their own.
    ///
    /// They are cited as added local limits; the item takes part only where it is asked for.
    ///
    /// # Errors
    /// When rivers have limits of total nitrogen already, or lakes have none.
    ///
    /// # Reference
    /// Local practice (F): Shanghai and Zhenjiang count total nitrogen, rivers by lake limits.
    pub const fn with_lake_nitrogen_in_rivers(self) -> Result<Self, LocalLimitError> {
        let (item, body) = (Item::TotalNitrogen, WaterBody::River);
        match self.limits(item, WaterBody::Lake) {
            Some(ItemLimits::AtMost(limits)) => {
                let limits = *limits;
                self.with_added_limits(item, body, limits)
            }
            _ => Err(LocalLimitError {
                item,
                body,
                class: Class::I,
                limit: Decimal::ZERO,
                reason: LimitReason::NoBoundPerClass,
            }),
        }
    }

    /// Adds local upper limits, classes I to V, for an item that has none here: total
    /// nitrogen of rivers.
    ///
    /// # Errors
    /// When the item has limits already, or the new ones are out of order, too fine, not above
    /// zero, or too large to be compared. Where there is no limit for a class, the last one
    /// stands for it: values above that are then inferior V.
    ///
    /// # Reference
    /// GB 3838-2002, 7.3 (P): local standards may add what the national one lacks.
    pub const fn with_added_limits(
        mut self,
        item: Item,
        body: WaterBody,
        limits: [Decimal; 5],
    ) -> Result<Self, LocalLimitError> {
        let (limit, reason) = if self.limits(item, body).is_some() {
            (limits[0], LimitReason::AlreadyLimited)
        } else if let Some((place, reason)) =
            first_fault(&limits, false, item.assessment_decimals())
        {
            (limits[place], reason)
        } else {
            self.limits[body as usize][item.index()] = Some(ItemLimits::AtMost(limits));
            return Ok(self.with_local_kind(item, body, LocalKind::Added));
        };
        Err(LocalLimitError { item, body, class: Class::I, limit, reason })
    }
}

/// A name or a title: neither empty nor longer than its room.
pub(crate) const fn title(text: &str) -> Option<Title> {
    if text.trim_ascii().is_empty() { None } else { Title::new(text) }
}
