//! Names that stand within a heading, and names that a heading nearly is.

use crate::standard::naming::grammar::Vocabulary;
use crate::standard::naming::plain_text::whole_word_end;
use crate::standard::naming::quantity::Quantity;
use crate::text::name::{is_separator, letters};

/// The quantity whose name stands somewhere in a text: the longest name counts.
///
/// Names of one Chinese character, of Latin letters that are words of a language, and of
/// digits are left out: they stand anywhere by chance.
pub(crate) fn contained(text: &[char], vocabulary: Vocabulary) -> Option<Quantity> {
    let mut longest: Option<(usize, Quantity)> = None;
    for quantity in vocabulary.quantities() {
        quantity.each_name(|name| {
            // Most texts are short; what is longer cannot stand in them.
            if fewest_letters(name) > text.len() || !is_telling(name) {
                return;
            }
            let found = (0..text.len()).filter_map(|place| {
                let end = whole_word_end(text, place, name)?;
                Some(end - place)
            });
            if let Some(length) = found.max()
                && longest.is_none_or(|(known, _)| known < length)
            {
                longest = Some((length, quantity));
            }
        });
    }
    longest.map(|(_, quantity)| quantity)
}

/// No more letters than a name has: each of these counts as one at least.
fn fewest_letters(name: &str) -> usize {
    let is_letter = |it: &char| it.is_ascii_alphanumeric() || matches!(it, '\u{4e00}'..='\u{9fff}');
    name.chars().filter(is_letter).count()
}

/// Names that are words of a language too.
pub(super) const WORDS_OF_A_LANGUAGE: [&str; 5] = ["oil", "oils", "lead", "iron", "ars"];

/// Whether a name in the midst of other words is no chance.
fn is_telling(name: &str) -> bool {
    let count = letters(name).count();
    if name.is_ascii() {
        let has_letters = name.bytes().any(|byte| byte.is_ascii_alphabetic());
        let is_symbol = ["pH", "DO", "TP", "TN"].contains(&name);
        let is_word = WORDS_OF_A_LANGUAGE.iter().any(|word| name.eq_ignore_ascii_case(word));
        has_letters && !is_word && (count >= 3 || is_symbol)
    } else {
        count >= 2 && !["石油", "浑浊", "硬度"].contains(&name)
    }
}

/// The quantity of Table 1, or of lakes, whose name a text is but for one character.
pub(crate) fn nearly(text: &[char], vocabulary: Vocabulary) -> Option<Quantity> {
    let end = text.iter().position(|character| *character == '(').unwrap_or(text.len());
    let text = &text[..end];
    vocabulary.quantities().filter(|quantity| !matches!(quantity, Quantity::Source(_))).find(
        |quantity| {
            let mut is_near = false;
            quantity.each_name(|name| {
                if fewest_letters(name) > text.len() + 1 {
                    return;
                }
                let enough = if name.bytes().any(|byte| byte.is_ascii()) { 7 } else { 4 };
                is_near |= letters(name).count() >= enough && is_one_off(text, name);
            });
            is_near
        },
    )
}

/// Whether a text and a name differ in one character: another one, one more, one less.
fn is_one_off(text: &[char], name: &str) -> bool {
    let is_letter = |character: &&char| !is_separator(**character);
    let one_off = |skip_text: usize, skip_name: usize| {
        let mut left = text.iter().filter(is_letter).copied();
        let mut right = letters(name);
        let (mut next_left, mut next_right) = (left.next(), right.next());
        while next_left.is_some() && next_left == next_right {
            (next_left, next_right) = (left.next(), right.next());
        }
        for _ in 0..skip_text {
            next_left = left.next();
        }
        for _ in 0..skip_name {
            next_right = right.next();
        }
        next_left == next_right && left.eq(right)
    };
    one_off(1, 1) || one_off(1, 0) || one_off(0, 1)
}
