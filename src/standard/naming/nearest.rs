//! Names that stand within a heading, and names that a heading nearly is.

use crate::standard::naming::grammar::Vocabulary;
use crate::standard::naming::plain_text::{counts_as_itself, whole_word_end};
use crate::standard::naming::quantity::Quantity;
use crate::text::name::{is_separator, letters};

/// The quantity whose name stands somewhere in a text: the longest name counts.
///
/// Names of one Chinese character, of Latin letters that are words of a language, and of
/// digits are left out: they stand anywhere by chance.
pub(crate) fn contained(text: &[char], vocabulary: Vocabulary) -> Option<Quantity> {
    let held = Held::new(text);
    let mut longest: Option<(usize, Quantity)> = None;
    for quantity in vocabulary.quantities() {
        quantity.each_name(|name| {
            if held.lacks(name, 0) || !is_telling(name) {
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

/// How many letters a text has, and which they may be: most names are told from it at once.
struct Held {
    count: usize,
    /// A bit for each letter, by its lowest eight bits: one that is set may stand for others.
    bits: [u64; 4],
}

impl Held {
    fn new(text: &[char]) -> Self {
        let mut held = Self { count: 0, bits: [0; 4] };
        for letter in text.iter().filter(|character| !is_separator(**character)) {
            let (word, bit) = Self::place(*letter);
            held.bits[word] |= bit;
            held.count += 1;
        }
        held
    }

    const fn place(letter: char) -> (usize, u64) {
        let low = letter as usize % 256;
        (low / 64, 1 << (low % 64))
    }

    /// Whether a name surely has more letters than `spare` that the text has not, or more than
    /// `spare` letters more than it.
    fn lacks(&self, name: &str, spare: usize) -> bool {
        let (mut count, mut missing) = (0, 0);
        // A letter of these is one letter of the name, the same in lower case.
        for letter in name.chars().filter(|letter| counts_as_itself(*letter)) {
            let (word, bit) = Self::place(letter.to_ascii_lowercase());
            count += 1;
            missing += usize::from(self.bits[word] & bit == 0);
            if missing > spare || count > self.count + spare {
                return true;
            }
        }
        false
    }
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
    let held = Held::new(text);
    vocabulary.quantities().filter(|quantity| !matches!(quantity, Quantity::Source(_))).find(
        |quantity| {
            let mut is_near = false;
            quantity.each_name(|name| {
                if is_near || held.lacks(name, 1) {
                    return;
                }
                let enough = if name.bytes().any(|byte| byte.is_ascii()) { 7 } else { 4 };
                let count = letters(name).count();
                is_near = count >= enough && count + 1 >= held.count && is_one_off(text, name);
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

#[cfg(feature = "std")]
#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{contained, is_one_off, is_telling, nearly};
    use crate::standard::naming::grammar::Vocabulary;
    use crate::standard::naming::plain_text::{PlainText, whole_word_end};
    use crate::standard::naming::quantity::Quantity;
    use crate::text::name::letters;

    const VOCABULARIES: [Vocabulary; 4] = [
        Vocabulary::Table1,
        Vocabulary::Tables2And3,
        Vocabulary::SurfaceWater,
        Vocabulary::GroundWater,
    ];

    fn names(quantity: Quantity) -> Vec<&'static str> {
        let mut names = Vec::new();
        quantity.each_name(|name| names.push(name));
        names
    }

    fn all_names() -> Vec<&'static str> {
        let all = [Vocabulary::SurfaceWater, Vocabulary::GroundWater];
        all.into_iter().flat_map(Vocabulary::quantities).flat_map(names).collect()
    }

    /// Every name at every place.
    fn slowly_contained(text: &[char], vocabulary: Vocabulary) -> Option<Quantity> {
        let mut longest: Option<(usize, Quantity)> = None;
        for quantity in vocabulary.quantities() {
            for name in names(quantity).into_iter().filter(|name| is_telling(name)) {
                for place in 0..text.len() {
                    let Some(end) = whole_word_end(text, place, name) else { continue };
                    if longest.is_none_or(|(length, _)| length < end - place) {
                        longest = Some((end - place, quantity));
                    }
                }
            }
        }
        longest.map(|(_, quantity)| quantity)
    }

    /// Every name against the text before a bracket.
    fn slowly_nearly(text: &[char], vocabulary: Vocabulary) -> Option<Quantity> {
        let text = text.split(|character| *character == '(').next().unwrap_or_default();
        let is_near = |name: &str| {
            let enough = if name.bytes().any(|byte| byte.is_ascii()) { 7 } else { 4 };
            letters(name).count() >= enough && is_one_off(text, name)
        };
        let of_names = |quantity: &Quantity| names(*quantity).into_iter().any(is_near);
        let all = vocabulary.quantities();
        all.filter(|quantity| !matches!(quantity, Quantity::Source(_))).find(of_names)
    }

    fn agree(text: &str, vocabularies: &[Vocabulary]) {
        let Some(plain) = PlainText::new(text) else { return };
        for vocabulary in vocabularies.iter().copied() {
            let text = plain.as_slice();
            let (found, slowly) = (contained(text, vocabulary), slowly_contained(text, vocabulary));
            assert_eq!(found, slowly, "{text:?} {vocabulary:?}");
            let (near, slowly) = (nearly(text, vocabulary), slowly_nearly(text, vocabulary));
            assert_eq!(near, slowly, "{text:?} {vocabulary:?}");
        }
    }

    /// Letters to be put in, taken out or changed to make one text another.
    fn distance(left: &[char], right: &[char]) -> usize {
        let mut row: Vec<usize> = (0..=right.len()).collect();
        for (place, one) in left.iter().enumerate() {
            let mut before = core::mem::replace(&mut row[0], place + 1);
            for (next, other) in right.iter().enumerate() {
                let changed = before + usize::from(one != other);
                before = row[next + 1];
                row[next + 1] = changed.min(before + 1).min(row[next] + 1);
            }
        }
        row[right.len()]
    }

    /// Names with a character more, less or changed, and with two of them.
    #[test]
    fn one_off_is_a_distance_of_one() {
        for name in all_names() {
            let letters: Vec<char> = letters(name).collect();
            let edits = |text: &[char]| {
                let mut all = Vec::new();
                for place in 0..=text.len() {
                    let (before, rest) = text.split_at(place);
                    all.push([before, &['气'], rest].concat());
                    if let [_, rest @ ..] = rest {
                        all.push([before, &['气'], rest].concat());
                        all.push([before, rest].concat());
                    }
                }
                all
            };
            let once = edits(&letters);
            let twice = once.iter().step_by(7).flat_map(|text| edits(text));
            for text in once.iter().cloned().chain(twice) {
                let is_one_off = is_one_off(&text, name);
                assert_eq!(is_one_off, distance(&text, &letters) <= 1, "{text:?} {name}");
            }
        }
    }

    #[test]
    fn a_misprint_is_near_and_two_are_not() {
        let near = |text: &str| {
            let plain = PlainText::new(text)?;
            nearly(plain.as_slice(), Vocabulary::SurfaceWater).map(Quantity::symbol)
        };
        for (text, symbol) in [
            ("高锰酸盐旨数", Some("CODMn")),
            ("高锰酸盐指", Some("CODMn")),
            ("高锰酸盐指数数(mg/L)", Some("CODMn")),
            ("高锰酸旨数", None),
            ("disolved oxygen", Some("DO")),
            ("dissolved-oxigen", Some("DO")),
            ("disolved oxigen", None),
            ("总鳞", None),
        ] {
            assert_eq!(near(text), symbol, "{text}");
        }
    }

    #[test]
    fn each_name_and_each_misprint_of_it_is_found_as_by_going_through_all() {
        // Of a name with words around it, with a character less, another one or one more.
        for (number, name) in all_names().into_iter().enumerate() {
            let characters: Vec<char> = name.chars().collect();
            let (before, after) = characters.split_at(number % characters.len());
            let other = |middle: &[char], after: &[char]| {
                [before, middle, after].concat().into_iter().collect::<String>()
            };
            let changed = match number % 4 {
                0 => format!("水中{name}浓度"),
                1 => other(&[], &after[1..]),
                2 => other(&['盐'], &after[1..]),
                _ => other(&[after[0]], after),
            };
            agree(name, &VOCABULARIES[2..]);
            agree(&changed, &VOCABULARIES[2..]);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        /// Names of all lists with misprints and words around them.
        #[test]
        fn random_texts_are_found_as_by_going_through_all(
            parts in prop::collection::vec(
                (any::<prop::sample::Index>(), 0_usize..5, "\\PC{0,3}"),
                1..4,
            ),
            place in any::<prop::sample::Index>(),
            change in 0_usize..4,
        ) {
            let all = all_names();
            let mut text: Vec<char> = Vec::new();
            for (name, joint, noise) in &parts {
                text.extend(name.get(&all).chars());
                text.extend(["", " ", "(", "_", "浓度"][*joint].chars());
                text.extend(noise.chars());
            }
            let at = place.index(text.len());
            match change {
                0 => {}
                1 => drop(text.remove(at)),
                2 => text.insert(at, '氮'),
                _ => text[at] = 'x',
            }
            agree(&text.into_iter().collect::<String>(), &VOCABULARIES);
        }
    }
}
