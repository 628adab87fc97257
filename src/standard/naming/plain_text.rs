//! The characters of a heading as they count, in room of a fixed size.

use crate::text::name::{is_separator, letters, plain};

/// The greatest length of a heading that can name something, in characters.
///
/// The longest printed name with its unit and remark has 80.
pub(crate) const LONGEST: usize = 160;

/// A heading in plain characters.
pub(crate) struct PlainText {
    characters: [char; LONGEST],
    length: usize,
}

impl PlainText {
    /// The plain characters of a text; `None` where there are too many.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let mut plain_text = Self { characters: ['\0'; LONGEST], length: 0 };
        for character in text.trim().chars().flat_map(plain) {
            *plain_text.characters.get_mut(plain_text.length)? = character;
            plain_text.length += 1;
        }
        Some(plain_text)
    }

    pub(crate) fn as_slice(&self) -> &[char] {
        &self.characters[..self.length]
    }
}

/// Whether a character of a name is one letter of it, the same in lower case: a Latin letter, a
/// digit, a Chinese character.
pub(crate) const fn counts_as_itself(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '\u{4e00}'..='\u{9fff}')
}

/// The place after the separators at a place.
pub(crate) fn after_separators(text: &[char], mut place: usize) -> usize {
    while text.get(place).copied().is_some_and(is_separator) {
        place += 1;
    }
    place
}

/// Where a word ends that stands at a place, separators within it left aside; `None` where it
/// does not stand there.
pub(crate) fn word_end(text: &[char], place: usize, word: &str) -> Option<usize> {
    // Most words fail at once.
    let first = word.chars().next()?;
    if counts_as_itself(first) && text.get(place) != Some(&first.to_ascii_lowercase()) {
        return None;
    }
    let mut end = place;
    let mut count = 0;
    for letter in letters(word) {
        if count > 0 {
            end = after_separators(text, end);
        }
        if text.get(end) != Some(&letter) {
            return None;
        }
        end += 1;
        count += 1;
    }
    (count > 0).then_some(end)
}

/// Whether a place lies within a word or number of ASCII characters.
pub(crate) fn is_within_word(text: &[char], place: usize) -> bool {
    let is = |index: Option<usize>| {
        index.and_then(|index| text.get(index)).is_some_and(char::is_ascii_alphanumeric)
    };
    is(place.checked_sub(1)) && is(Some(place))
}

/// As [`word_end`], of a whole word: no letters or digits go on before or behind it.
pub(crate) fn whole_word_end(text: &[char], place: usize, word: &str) -> Option<usize> {
    if is_within_word(text, place) {
        return None;
    }
    word_end(text, place, word).filter(|end| !is_within_word(text, *end))
}

/// Whether a word stands anywhere in a text; Latin words only as whole ones.
pub(crate) fn holds_word(text: &[char], word: &str) -> bool {
    (0..text.len()).any(|place| whole_word_end(text, place, word).is_some())
}

/// Where the longest of some whole words at a place ends.
pub(crate) fn longest_word(text: &[char], place: usize, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| whole_word_end(text, place, word)).max()
}
