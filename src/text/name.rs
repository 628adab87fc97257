//! When two spellings are the same name: case, width and the usual separators do not count.

/// The characters of a name in lower case and half width, without separators.
///
/// Other signs stay, so that `DO(%)` is not `DO`.
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
        .filter(|character| !is_separator(*character))
        .flat_map(char::to_lowercase)
}

fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '_'
                | '.'
                | ','
                | '、'
                | '·'
                | '/'
                | '+'
                | '^'
                | '('
                | ')'
                | '['
                | ']'
                | '\u{feff}'
        )
}

/// Whether two texts name the same thing.
pub(crate) fn same_name(left: &str, right: &str) -> bool {
    letters(left).eq(letters(right))
}

/// A name and what stands in brackets behind it: `氨氮(mg/L)`.
pub(crate) fn split_brackets(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim().strip_suffix([')', '）'])?;
    let (name, inside) = inner.rsplit_once(['(', '（'])?;
    Some((name, inside))
}
