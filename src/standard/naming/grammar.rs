//! The grammar of headings: a name, then in any order what may stand beside it.

use crate::standard::ground_water::item::GroundWaterItem;
use crate::standard::item::Item;
use crate::standard::naming::nearest::{WORDS_OF_A_LANGUAGE, contained, nearly};
use crate::standard::naming::other_names::{forms, vague, weak};
use crate::standard::naming::plain_text::{
    PlainText, after_separators, is_within_word, longest_word, whole_word_end, word_end,
};
use crate::standard::naming::quantity::Quantity;
use crate::standard::naming::refusal::Refusal;
use crate::standard::naming::spelled_unit::{Measure, SpelledUnit};
use crate::standard::naming::unit_text::{FoundUnit, unit_at};
use crate::standard::naming::words::{PLACES, PREFIXES, SIGNS, SUFFIXES, UNIT_WORDS};
use crate::standard::source_item::SourceItem;

/// Which names count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Vocabulary {
    /// The basic items of Table 1.
    Table1,
    /// The items of Tables 2 and 3.
    Tables2And3,
    /// Tables 1 to 3, chlorophyll-a and transparency.
    SurfaceWater,
    /// The items of ground water.
    GroundWater,
}

impl Vocabulary {
    /// What can be named.
    pub(crate) fn quantities(self) -> impl Iterator<Item = Quantity> {
        let basic = matches!(self, Self::Table1 | Self::SurfaceWater);
        let sources = matches!(self, Self::Tables2And3 | Self::SurfaceWater);
        let lakes = self == Self::SurfaceWater;
        let ground = self == Self::GroundWater;
        Item::ALL
            .into_iter()
            .filter(move |_| basic)
            .map(Quantity::Item)
            .chain(SourceItem::ALL.into_iter().filter(move |_| sources).map(Quantity::Source))
            .chain(
                [Quantity::ChlorophyllA, Quantity::Transparency].into_iter().filter(move |_| lakes),
            )
            .chain(
                GroundWaterItem::ALL.into_iter().filter(move |_| ground).map(Quantity::GroundWater),
            )
    }
}

/// What a heading names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// A quantity, and the unit where one stands beside it.
    Quantity(Quantity, Option<SpelledUnit>),
    /// It holds a name, or nearly one, and is not read.
    Refused(Option<Quantity>, Refusal),
    /// Nothing of the vocabulary.
    Nothing,
}

/// What a heading names.
pub(crate) fn named(text: &str, vocabulary: Vocabulary) -> Named {
    let Some(plain) = PlainText::new(text) else {
        return Named::Refused(None, Refusal::TooLong);
    };
    let text = plain.as_slice();
    match first_name(text, vocabulary) {
        Some(name) => beside(text, &name, vocabulary),
        None => without_name(text, vocabulary),
    }
}

/// What a heading says that begins with no name.
fn without_name(text: &[char], vocabulary: Vocabulary) -> Named {
    if let Some((quantity, why)) = vague_name(text, vocabulary) {
        return Named::Refused(Some(quantity), why);
    }
    match contained(text, vocabulary) {
        Some(quantity) => Named::Refused(Some(quantity), Refusal::of_words(text)),
        None => nearly(text, vocabulary)
            .map_or(Named::Nothing, |quantity| Named::Refused(Some(quantity), Refusal::Misspelt)),
    }
}

/// A vague name that is the whole of a heading, a unit left aside.
fn vague_name(text: &[char], vocabulary: Vocabulary) -> Option<(Quantity, Refusal)> {
    let start = after_separators(text, 0);
    vocabulary.quantities().find_map(|quantity| {
        vague(quantity).iter().find_map(|(name, why)| {
            let end = after_separators(text, name_end(text, start, name)?);
            let end = unit_at(text, end).map_or(end, |found| after_separators(text, found.end));
            (end == text.len()).then_some((quantity, *why))
        })
    })
}

/// The quantity that a text names, where a unit beside it is that of its limits.
pub(crate) fn exact_name(text: &str, vocabulary: Vocabulary) -> Option<Quantity> {
    match named(text, vocabulary) {
        Named::Quantity(quantity, None) => Some(quantity),
        Named::Quantity(quantity, Some(unit)) => {
            (unit.power_to(quantity.unit()) == Some(0)).then_some(quantity)
        }
        Named::Refused(..) | Named::Nothing => None,
    }
}

/// A name at the start of a heading.
struct FirstName {
    quantity: Quantity,
    start: usize,
    end: usize,
    is_weak: bool,
}

/// The longest name at the start, behind a number and words that may stand there.
fn first_name(text: &[char], vocabulary: Vocabulary) -> Option<FirstName> {
    let mut place = after_separators(text, 0);
    loop {
        if let Some(name) = longest_name(text, place, vocabulary) {
            return Some(name);
        }
        let next = longest_word(text, place, &PREFIXES).or_else(|| ordinal(text, place))?;
        // Each step goes on by a word at least, so it ends with the text.
        place = after_separators(text, next);
    }
}

/// The end of an ordinal: `1.`, `3、`, `(2)`.
fn ordinal(text: &[char], place: usize) -> Option<usize> {
    let digits = text.get(place..)?.iter().take_while(|it| it.is_ascii_digit()).count();
    let end = place + digits;
    let follows = text.get(end + 1)?;
    ((1..=3).contains(&digits)
        && matches!(text.get(end), Some('.' | '、' | ')'))
        && !follows.is_ascii_digit())
    .then_some(end + 1)
}

fn longest_name(text: &[char], place: usize, vocabulary: Vocabulary) -> Option<FirstName> {
    let mut longest: Option<FirstName> = None;
    for quantity in vocabulary.quantities() {
        let mut keep = |end: usize, is_weak: bool| {
            if longest.as_ref().is_none_or(|it| it.end < end) {
                longest = Some(FirstName { quantity, start: place, end, is_weak });
            }
        };
        quantity.each_name(|name| {
            if let Some(end) = name_end(text, place, name) {
                keep(end, false);
            }
        });
        for name in weak(quantity) {
            if let Some(end) = name_end(text, place, name) {
                keep(end, true);
            }
        }
    }
    longest
}

/// Where a name ends that stands at a place; a unit with a divider may be glued to it. A code of
/// digits stands there in one piece and beside no point: 0.60 and .060 are numbers, and no codes.
fn name_end(text: &[char], place: usize, name: &str) -> Option<usize> {
    let end = word_end(text, place, name)?;
    if name.bytes().all(|byte| byte.is_ascii_digit()) {
        let is_point = |at: Option<usize>| at.and_then(|at| text.get(at)) == Some(&'.');
        if end - place > name.len() || is_point(place.checked_sub(1)) || is_point(Some(end)) {
            return None;
        }
    }
    let is_glued = is_within_word(text, end);
    let is_whole = !is_glued || unit_at(text, end).is_some_and(|found| found.is_quotient);
    (is_whole && !is_within_word(text, place)).then_some(end)
}

/// What stands beside a name.
fn beside(text: &[char], name: &FirstName, vocabulary: Vocabulary) -> Named {
    let quantity = name.quantity;
    let mut unit: Option<SpelledUnit> = None;
    let mut is_sure = !name.is_weak;
    let mut place = after_separators(text, name.end);
    while place < text.len() {
        let Some(part) = part_at(text, place, quantity) else {
            return refused(text, name, place, vocabulary);
        };
        match part.kind {
            PartKind::Unit(found) => {
                if unit.is_some_and(|unit| unit != found) {
                    return Named::Refused(Some(quantity), Refusal::Unit);
                }
                if found.power_to(quantity.unit()).is_none() {
                    if !is_sure {
                        return Named::Nothing;
                    }
                    let is_share = found.measure() == Measure::Percent;
                    let why = if is_share { Refusal::Saturation } else { Refusal::Unit };
                    return Named::Refused(Some(quantity), why);
                }
                unit = Some(found);
            }
            PartKind::OtherForm => return Named::Refused(Some(quantity), Refusal::Form),
            PartKind::Name => is_sure = true,
            PartKind::Word => {}
        }
        place = after_separators(text, part.end);
    }
    if is_sure || unit.is_some_and(|unit| unit.measure() != Measure::Degree) {
        Named::Quantity(quantity, unit)
    } else if quantity == Quantity::Item(Item::WaterTemperature) && name.end - name.start > 1 {
        Named::Refused(Some(quantity), Refusal::Unsure)
    } else {
        Named::Nothing
    }
}

/// A part of a heading beside the name.
struct Part {
    kind: PartKind,
    end: usize,
}

enum PartKind {
    Unit(SpelledUnit),
    /// Another name of the same quantity.
    Name,
    /// A form that is not that of the limits.
    OtherForm,
    Word,
}

/// The longest part that stands at a place.
fn part_at(text: &[char], place: usize, quantity: Quantity) -> Option<Part> {
    if SIGNS.contains(text.get(place)?) {
        return Some(Part { kind: PartKind::Word, end: place + 1 });
    }
    let mut longest = form_at(text, place, quantity);
    let mut keep = |part: Part| {
        if longest.as_ref().is_none_or(|it| it.end < part.end) {
            longest = Some(part);
        }
    };
    quantity.each_name(|name| {
        if let Some(end) = name_end(text, place, name) {
            keep(Part { kind: PartKind::Name, end });
        }
    });
    for name in weak(quantity).iter().chain(forms(quantity)) {
        if let Some(end) = name_end(text, place, name) {
            keep(Part { kind: PartKind::Name, end });
        }
    }
    for words in [&SUFFIXES[..], &PLACES[..]] {
        if let Some(end) = longest_word(text, place, words) {
            keep(Part { kind: PartKind::Word, end });
        }
    }
    if let Some(part) =
        unit_part(text, place, quantity).or_else(|| short_unit(text, place, quantity))
    {
        keep(part);
    }
    longest
}

/// The short form of a unit that ends a heading of station files, without its volume:
/// `cu_ug` is in µg/L.
fn short_unit(text: &[char], place: usize, quantity: Quantity) -> Option<Part> {
    let power = match text.get(place..)? {
        ['m', 'g'] => -3,
        ['u', 'g'] => -6,
        ['n', 'g'] => -9,
        _ => return None,
    };
    let is_behind = place > 0 && text[place - 1] == '_';
    let unit = SpelledUnit::new(Measure::Mass, power);
    (is_behind && unit.power_to(quantity.unit()).is_some())
        .then_some(Part { kind: PartKind::Unit(unit), end: text.len() })
}

/// A unit, also behind the word 单位.
fn unit_part(text: &[char], place: usize, quantity: Quantity) -> Option<Part> {
    let start =
        longest_word(text, place, &UNIT_WORDS).map_or(place, |end| after_separators(text, end));
    let found = unit_at(text, start)?;
    // A unit without a divider is no end of a word.
    if is_within_word(text, start) && !found.is_quotient {
        return None;
    }
    Some(Part { kind: kind_of_unit(&found, quantity), end: found.end })
}

fn kind_of_unit(found: &FoundUnit, quantity: Quantity) -> PartKind {
    match found.form {
        Some(form) if !is_form(form, quantity) => PartKind::OtherForm,
        _ => PartKind::Unit(found.unit),
    }
}

/// Whether values of a quantity are given in a form: `N`, `P`.
fn is_form(form: &str, quantity: Quantity) -> bool {
    forms(quantity).iter().any(|known| known.eq_ignore_ascii_case(form))
}

/// A form at a place: 以P计, `as N`.
fn form_at(text: &[char], place: usize, quantity: Quantity) -> Option<Part> {
    let (start, close) = if text.get(place) == Some(&'以') {
        let length = text.get(place..)?.iter().position(|character| *character == '计')?;
        (place + 1, Some(place + length))
    } else {
        (whole_word_end(text, place, "as")?, None)
    };
    let start = after_separators(text, start);
    let mut longest: Option<usize> = None;
    let mut keep = |form: &str| {
        let end = name_end(text, start, form);
        if end.is_some_and(|end| close.is_none_or(|close| after_separators(text, end) == close)) {
            longest = longest.max(end);
        }
    };
    for form in forms(quantity).iter().chain(weak(quantity)) {
        keep(form);
    }
    quantity.each_name(keep);
    match (longest, close) {
        (Some(end), close) => {
            Some(Part { kind: PartKind::Word, end: close.map_or(end, |close| close + 1) })
        }
        (None, Some(close)) => Some(Part { kind: PartKind::OtherForm, end: close + 1 }),
        // `as` alone may be another word.
        (None, None) => None,
    }
}

/// Why words beside a name make it none.
fn refused(text: &[char], name: &FirstName, place: usize, vocabulary: Vocabulary) -> Named {
    let rest = &text[place..];
    let why = Refusal::of_words(rest);
    let other = longest_name(text, place, vocabulary)
        .is_some_and(|other| !other.is_weak && other.quantity != name.quantity);
    // A name of one or two letters before unknown words is a chance: as_of, 铜陵.
    let is_short = name.end - name.start <= shortest(&text[name.start..name.end])
        || text[name.start..name.end].iter().all(char::is_ascii_digit);
    let in_bracket = text[name.end..place].contains(&'(');
    if !why.is_sure() && (name.is_weak || (is_short && !in_bracket && !other)) {
        return match contained(text, vocabulary) {
            Some(quantity) => Named::Refused(Some(quantity), why),
            None => Named::Nothing,
        };
    }
    if name.is_weak && !matches!(why, Refusal::Unit | Refusal::Saturation) {
        return Named::Nothing;
    }
    let why = match why {
        Refusal::OtherWords if other => Refusal::TwoQuantities,
        Refusal::OtherWords | Refusal::Unit if nearly(text, vocabulary) == Some(name.quantity) => {
            Refusal::Misspelt
        }
        why => why,
    };
    Named::Refused(Some(name.quantity), why)
}

/// The length up to which a name is a chance before other words: two Latin letters other than
/// the symbols of the five items, a word of a language, one Chinese character.
fn shortest(name: &[char]) -> usize {
    let is_one_of = |words: &[&str]| words.iter().any(|word| word.chars().eq(name.iter().copied()));
    if is_one_of(&["ph", "do", "tp", "tn"]) {
        0
    } else if is_one_of(&WORDS_OF_A_LANGUAGE) {
        name.len()
    } else if name.iter().all(char::is_ascii) {
        2
    } else {
        1
    }
}

#[cfg(feature = "std")]
#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Vocabulary, weak};
    use crate::standard::naming::quantity::Quantity;
    use crate::text::name::letters;

    /// Two names that stand at one place and end at one place have the same letters: of these there
    /// are none, sure or weak, so that the longest name is one.
    #[test]
    fn no_two_names_of_a_vocabulary_have_the_same_letters() {
        for vocabulary in [Vocabulary::SurfaceWater, Vocabulary::GroundWater] {
            let mut known: HashMap<Vec<char>, (Quantity, bool)> = HashMap::new();
            for quantity in vocabulary.quantities() {
                let mut add = |name: &str, is_weak: bool| {
                    let is = (quantity, is_weak);
                    assert_eq!(*known.entry(letters(name).collect()).or_insert(is), is, "{name}");
                };
                quantity.each_name(|name| add(name, false));
                for name in weak(quantity) {
                    add(name, true);
                }
            }
        }
    }
}
