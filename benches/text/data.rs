//! A seeded file of samples as text: nine items, some cells empty, some below a detection limit.

use core::fmt::Write;

use gb3838::Item;

/// The items, and the decimal places that laboratories print.
const ITEMS: [(Item, u8, u64, u64); 9] = [
    (Item::Ph, 2, 660, 220),
    (Item::DissolvedOxygen, 2, 250, 800),
    (Item::PermanganateIndex, 1, 10, 100),
    (Item::ChemicalOxygenDemand, 1, 40, 300),
    (Item::BiochemicalOxygenDemand, 1, 5, 60),
    (Item::AmmoniaNitrogen, 3, 25, 1_800),
    (Item::TotalPhosphorus, 3, 10, 350),
    (Item::Fluoride, 3, 80, 1_200),
    (Item::Lead, 5, 9, 9_000),
];

pub(crate) fn items() -> Vec<(Item, u8)> {
    ITEMS.iter().map(|(item, places, ..)| (*item, *places)).collect()
}

/// Rows of nine cells, without a heading.
pub(crate) fn csv(rows: usize) -> String {
    let mut state = 0x2026_1126_u64;
    let mut below = |end: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % end
    };
    let mut text = String::new();
    for _ in 0..rows {
        for (place, (item, places, least, width)) in ITEMS.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            let kind = below(100);
            let has_limit = !matches!(item, Item::Ph | Item::DissolvedOxygen);
            if kind < 2 {
                continue;
            }
            let power = 10_u64.pow(u32::from(*places));
            let is_below = has_limit && kind < 7;
            let units = if is_below { *least } else { least + below(*width) };
            let width = usize::from(*places);
            let _ = write!(text, "{}.{:0width$}", units / power, units % power);
            if is_below {
                text.push('L');
            }
        }
        text.push('\n');
    }
    text
}
