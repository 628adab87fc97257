//! The limits of one item, and an edition of the standard as a value.

use crate::number::decimal::Decimal;
use crate::number::rounding::Comparison;
use crate::standard::bound::Bound;
use crate::standard::class::Class;
use crate::standard::cutoff::Cutoff;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::rule::Rule;
use crate::standard::water_body::WaterBody;

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

    /// Whether worse classes have wider limits, and each can be compared with a rounded value.
    const fn are_sound(&self, decimals: u8) -> bool {
        match self {
            Self::AtMost(limits) => ordered(limits, false) && sound(limits, decimals),
            Self::AtLeast(limits) => ordered(limits, true) && sound(limits, decimals),
            Self::Within(low, high) => {
                low.compare(*high).is_lt() && sound(&[*low, *high], decimals)
            }
            Self::WeeklyChange { .. } => true,
        }
    }
}

const fn sound(limits: &[Decimal], decimals: u8) -> bool {
    unfit(limits, decimals).is_none()
}

/// The first limit that no value can be held against, and why.
///
/// A limit that passes has a cutoff under every comparison: of the two things that
/// [`Cutoff::at_most`] refuses, one is [`LocalLimitReason::TooFine`] and the other
/// [`LocalLimitReason::TooLarge`].
const fn unfit(limits: &[Decimal], decimals: u8) -> Option<(Decimal, LocalLimitReason)> {
    let mut index = 0;
    while index < limits.len() {
        let limit = limits[index];
        if limit.normalized().scale() > decimals {
            return Some((limit, LocalLimitReason::TooFine));
        }
        if limit.units() <= 0 {
            return Some((limit, LocalLimitReason::NotAboveZero));
        }
        if Cutoff::at_most(limit, decimals, Comparison::RoundFirst).is_err() {
            return Some((limit, LocalLimitReason::TooLarge));
        }
        index += 1;
    }
    None
}

const fn ordered(limits: &[Decimal; 5], falling: bool) -> bool {
    let mut index = 1;
    while index < limits.len() {
        let order = limits[index - 1].compare(limits[index]);
        if (falling && order.is_lt()) || (!falling && order.is_gt()) {
            return false;
        }
        index += 1;
    }
    true
}

/// A local limit that cannot take the place of a national one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("local limit {limit} for {item} of class {class} ({body}): {reason}")]
pub struct LocalLimitError {
    item: Item,
    body: WaterBody,
    class: Class,
    limit: Decimal,
    reason: LocalLimitReason,
}

/// Why a local limit was refused.
///
/// # Reference
/// GB 3838-2002, 7.3 (P): limits may be added; 生态环境法典, Art. 69 (P): or be stricter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LocalLimitReason {
    /// The item has no single bound for each class of this body.
    #[error("the item has no bound of its own for each class here")]
    NoBoundPerClass,
    /// A local limit may only be stricter.
    #[error("expected a limit no laxer than the one in force")]
    Laxer,
    /// A worse class would be stricter than a better one.
    #[error("expected classes in order: set the stricter class first")]
    OutOfOrder,
    /// The limit has more decimals than an assessed value.
    #[error("expected no more decimals than the assessment decimals of the item")]
    TooFine,
    /// No concentration is zero or below, so that every value would exceed such a limit.
    #[error("expected a limit above zero")]
    NotAboveZero,
    /// A value that is rounded first cannot be compared with so great a number.
    #[error("expected a limit of at most 17 digits at the assessment decimals of the item")]
    TooLarge,
    /// There are limits already.
    #[error("the item has limits here: replace them one by one")]
    AlreadyLimited,
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
    pub const fn reason(&self) -> LocalLimitReason {
        self.reason
    }
}

/// An edition of the standard as a value: a later edition is another value, not another
/// version of this crate.
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
    name: &'static str,
    limits: [[Option<ItemLimits>; 24]; 2],
    local: [ItemSet; 2],
    added: [ItemSet; 2],
    local_document: Option<&'static str>,
}

impl Standard {
    /// A standard without limits, for an edition to fill.
    pub(crate) const fn empty(name: &'static str) -> Self {
        let none = [ItemSet::EMPTY; 2];
        Self { name, limits: [[None; 24]; 2], local: none, added: none, local_document: None }
    }

    /// Adds a printed row; an unsound one fails the build.
    pub(crate) const fn with_row(
        mut self,
        item: Item,
        body: WaterBody,
        limits: ItemLimits,
    ) -> Self {
        assert!(limits.are_sound(item.assessment_decimals()), "limits out of order or too fine");
        assert!(self.limits[body as usize][item.index()].is_none(), "a row stands twice");
        self.limits[body as usize][item.index()] = Some(limits);
        self
    }

    /// The name of the edition: `GB 3838-2002`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
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

    /// The rule behind the limits of an item: Table 1, or what stands for it here. A local limit
    /// is cited by its own document, or by what allows it where that was not named.
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Item, Standard, WaterBody};
    ///
    /// let (item, body) = (Item::AmmoniaNitrogen, WaterBody::River);
    /// let local = Standard::GB_3838_2002
    ///     .with_limit(item, body, Class::III, "0.8".parse()?)?
    ///     .with_local_document("DB 00/1234-2026");
    /// assert_eq!(local.rule_of(item, body).document(), "DB 00/1234-2026");
    /// assert_eq!(local.rule_of(Item::Lead, body).document(), "GB 3838-2002");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    #[must_use]
    pub const fn rule_of(&self, item: Item, body: WaterBody) -> Rule {
        if !self.local_items(body).contains(item) {
            return Rule::TABLE_1;
        }
        match self.local_document {
            Some(document) => Rule::local(document),
            None if self.added[body as usize].contains(item) => Rule::ADDED_LOCAL_LIMIT,
            None => Rule::STRICTER_LOCAL_LIMIT,
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
    #[must_use]
    pub const fn with_local_document(mut self, document: &'static str) -> Self {
        self.local_document = Some(document);
        self
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
                _ => break 'refused LocalLimitReason::NoBoundPerClass,
            };
            if matches!(class, Class::InferiorV) {
                break 'refused LocalLimitReason::NoBoundPerClass;
            }
            let order = limit.compare(limits[class.index()]);
            if (lower && order.is_lt()) || (!lower && order.is_gt()) {
                break 'refused LocalLimitReason::Laxer;
            }
            limits[class.index()] = limit;
            if !ordered(&limits, lower) {
                break 'refused LocalLimitReason::OutOfOrder;
            }
            if let Some((_, reason)) = unfit(&limits, item.assessment_decimals()) {
                break 'refused reason;
            }
            let limits =
                if lower { ItemLimits::AtLeast(limits) } else { ItemLimits::AtMost(limits) };
            self.limits[body as usize][item.index()] = Some(limits);
            self.local[body as usize] = self.local[body as usize].with(item);
            return Ok(self);
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
                reason: LocalLimitReason::NoBoundPerClass,
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
            (limits[0], LocalLimitReason::AlreadyLimited)
        } else if !ordered(&limits, false) {
            (limits[0], LocalLimitReason::OutOfOrder)
        } else if let Some(unfit) = unfit(&limits, item.assessment_decimals()) {
            unfit
        } else {
            self.limits[body as usize][item.index()] = Some(ItemLimits::AtMost(limits));
            self.local[body as usize] = self.local[body as usize].with(item);
            self.added[body as usize] = self.added[body as usize].with(item);
            return Ok(self);
        };
        Err(LocalLimitError { item, body, class: Class::I, limit, reason })
    }
}
