//! The section's own items in "5+X".

use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_map::ItemMap;
use crate::standard::item_set::ItemSet;

impl ItemSet {
    /// The items that are monitored at every section and so are never a section's own.
    ///
    /// Conductivity and turbidity, monitored too, are no items of the standard.
    ///
    /// # Reference
    /// 环办监测函〔2020〕714号 (S).
    pub const MONITORED_EVERYWHERE: Self =
        Self::FIVE.with(Item::WaterTemperature).with(Item::TotalNitrogen);

    /// The five items and the section's own: those outside the ones monitored everywhere
    /// that were worse than class III in this or last year, or worse than the target where
    /// that is class I or II.
    ///
    /// # Reference
    /// 环办监测函〔2020〕714号 (S).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Class, Item, ItemMap, ItemSet};
    ///
    /// let last_year = ItemMap::from_iter([(Item::Fluoride, Class::IV), (Item::Lead, Class::II)]);
    /// let items = ItemSet::five_plus_own(&[last_year, ItemMap::new()], Some(Class::III));
    /// assert_eq!(items, ItemSet::FIVE.with(Item::Fluoride));
    /// ```
    #[must_use]
    pub fn five_plus_own(years: &[ItemMap<Class>], target: Option<Class>) -> Self {
        let base = target.map_or(Class::III, |target| target.min(Class::III));
        years
            .iter()
            .flat_map(ItemMap::iter)
            .filter(|(item, class)| {
                !Self::MONITORED_EVERYWHERE.contains(*item) && !class.meets(base)
            })
            .fold(Self::FIVE, |items, (item, _)| items.with(item))
    }
}
