//! When two spellings are the same name: case, punctuation and width do not count.

/// The letters and digits of a text, in lower case and half width.
fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .map(|character| match character {
            // Full-width forms stand at a fixed distance from ASCII.
            '\u{ff01}'..='\u{ff5e}' => {
                char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
            }
            // Subscript digits, as in BOD₅.
            '₀'..='₉' => {
                char::from_u32(u32::from(character) - 0x2080 + 0x30).unwrap_or(character)
            }
            _ => character,
        })
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
}

/// Whether two texts name the same thing.
pub(crate) fn same_name(left: &str, right: &str) -> bool {
    letters(left).eq(letters(right))
}
