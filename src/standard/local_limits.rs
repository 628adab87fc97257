//! Local limits, stricter or added, and the document that they are cited by.

use crate::number::decimal::Decimal;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;
use crate::standard::limit_row::{LimitReason, StandardError, first_fault};
use crate::standard::limits::{ItemLimits, Standard, title};
use crate::standard::rule::Rule;
use crate::standard::water_body::WaterBody;
use crate::text::error_text::QuotedText;

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

impl Standard {
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
