//! What a column is for that holds no quantity: time, place, class, state.

use crate::sheet::role_words::{HEADS, OF_WHAT, TAILS, USUAL};
use crate::standard::naming::plain_text::{
    LONGEST, after_separators, longest_word, whole_word_end,
};

/// What a column says about its rows, other than a quantity.
///
/// # Reference
/// Ours: words of published tables, of platforms and programs (F).
///
/// # Example
/// ```
/// use gb3838::sheet::{Heading, Role, Waters};
///
/// let read = |heading| Heading::read(heading, Waters::Surface);
/// assert_eq!(read("采样时间"), Heading::Role(Role::Time));
/// assert_eq!(read("station_condition"), Heading::Role(Role::StationState));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Role {
    /// The time of a reading: a day, an hour, or a month.
    Time,
    /// A year of its own column.
    Year,
    /// A month: whole (2024-01), or the number of one beside a column of years.
    Month,
    /// The day of the month, of its own column.
    Day,
    /// The hour of the day, of its own column.
    Hour,
    /// The section (断面) or station.
    Section,
    /// The code of a section or station.
    SectionCode,
    /// A point (点位); where there is no section it stands for one.
    Point,
    /// The name of a river, lake or reservoir.
    WaterName,
    /// River or lake: which limits apply.
    WaterBody,
    /// Whether the station worked normally (站点情况), or the mark of HJ 212.
    StationState,
    /// A printed class.
    PrintedClass,
    /// The class that is aimed at.
    TargetClass,
    /// The item of the row, in a table of one reading a row.
    Item,
    /// The code of that item.
    ItemCode,
    /// The reading of the row.
    Value,
    /// The unit of the row.
    Unit,
    /// The detection limit of the row.
    DetectionLimit,
    /// A limit of the row, no reading.
    Limit,
}

/// The role that a heading names; a bracket behind the words says only how.
pub(super) fn role_of(text: &[char]) -> Option<Role> {
    let open = text.iter().position(|character| *character == '(').filter(|place| *place > 0);
    let whole = role_of_words(text);
    whole.or_else(|| open.and_then(|place| role_of_words(&text[..place])))
}

fn role_of_words(text: &[char]) -> Option<Role> {
    let mut place = after_separators(text, 0);
    // Each step leaves a word out, so there are no more than there are characters.
    for _ in 0..LONGEST {
        if let Some(role) = head(&text[place..]) {
            return Some(role);
        }
        place = after_separators(text, longest_word(text, place, &OF_WHAT)?);
    }
    None
}

/// The role whose word is the whole of a text, a tail left aside.
fn head(text: &[char]) -> Option<Role> {
    let is_rest = |end: usize| {
        let end = after_separators(text, end);
        end == text.len()
            || TAILS.iter().any(|tail| {
                whole_word_end(text, end, tail)
                    .is_some_and(|end| after_separators(text, end) == text.len())
            })
    };
    HEADS
        .iter()
        .find(|(_, words)| {
            words.iter().any(|word| whole_word_end(text, 0, word).is_some_and(is_rest))
        })
        .map(|(role, _)| *role)
}

/// Whether a heading names something that usually stands in such tables: the words, or the
/// words with a bracket or unit behind them.
pub(super) fn is_usual(text: &[char]) -> bool {
    let start = after_separators(text, 0);
    USUAL.iter().any(|word| {
        whole_word_end(text, start, word).is_some_and(|end| {
            after_separators(text, end) == text.len()
                || text.get(end).is_some_and(|next| {
                    matches!(next, '(' | '/' | '_' | ' ' | ':') || next.is_ascii_alphanumeric()
                })
        })
    })
}
