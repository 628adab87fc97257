//! Names among other words: which is the nearest, and what stands there by chance.

use gb3838::sheet::{Heading, Quantity, Refusal, Waters};
use gb3838::{Item, source::SourceItem};

use crate::names::printed;

/// What a heading that is not read says.
#[track_caller]
fn not_read(heading: &str) -> (Option<Quantity>, Refusal) {
    match Heading::read(heading, Waters::Surface) {
        Heading::NotRead(found) => (found.nearest(), found.refusal()),
        other => panic!("{heading}: {other:?}"),
    }
}

/// Latin letters over Latin letters are a unit, wherever in the words; what is over a word is none.
#[test]
fn something_over_something_is_an_unknown_unit() {
    let ammonia = Quantity::Item(Item::AmmoniaNitrogen);
    for (heading, why) in [
        ("氨氮 b/c", Refusal::Unit),
        ("氨氮 ab/c", Refusal::Unit),
        ("氨氮 b/c 表", Refusal::Unit),
        ("氨氮 表 ab/cd", Refusal::Unit),
        ("氨氮 a/表", Refusal::OtherWords),
        ("氨氮 表/a", Refusal::OtherWords),
        ("氨氮 a-b", Refusal::OtherWords),
        ("氨氮 7/b", Refusal::OtherWords),
        ("氨氮 b/7", Refusal::OtherWords),
    ] {
        assert_eq!(not_read(heading), (Some(ammonia), why), "{heading}");
    }
}

/// The name in front counts where it is no chance, with a digit in it too; else the longest one.
#[test]
fn of_two_names_apart_the_first_is_the_nearest() {
    for (heading, item) in [
        ("NH3-N xx dissolved oxygen", Item::AmmoniaNitrogen),
        ("BOD5 xx dissolved oxygen", Item::BiochemicalOxygenDemand),
        ("COD xx dissolved oxygen", Item::ChemicalOxygenDemand),
        ("pH xx dissolved oxygen", Item::Ph),
        ("TP xx dissolved oxygen", Item::TotalPhosphorus),
        ("TN xx dissolved oxygen", Item::TotalNitrogen),
        ("DO xx ammonia nitrogen", Item::DissolvedOxygen),
        ("Cu xx dissolved oxygen", Item::DissolvedOxygen),
        ("2、Cu xx dissolved oxygen", Item::DissolvedOxygen),
        ("Oil xx dissolved oxygen", Item::DissolvedOxygen),
        ("Lead xx dissolved oxygen", Item::DissolvedOxygen),
        ("028 xx dissolved oxygen", Item::DissolvedOxygen),
        ("铜 某 dissolved oxygen", Item::DissolvedOxygen),
        ("氨氮 某 dissolved oxygen", Item::AmmoniaNitrogen),
    ] {
        let found = not_read(heading);
        assert_eq!(found, (Some(Quantity::Item(item)), Refusal::OtherWords), "{heading}");
    }
}

/// Every printed name in the midst of other words is the nearest name, but for what stands there by
/// chance: one or two letters, one Chinese character, digits, words of a language.
#[test]
fn a_printed_name_among_other_words_is_the_nearest() {
    let mut tried = 0;
    for (waters, quantity, names) in printed() {
        for name in names {
            let letters: Vec<char> = name.chars().filter(|it| it.is_alphanumeric()).collect();
            let is_short = letters.len() < if name.is_ascii() { 3 } else { 2 };
            let is_number = letters.iter().all(char::is_ascii_digit);
            let is_word = ["Oil", "Lead", "Iron"].contains(&name);
            if is_word || is_number || (is_short && !["pH", "DO", "TP", "TN"].contains(&name)) {
                continue;
            }
            for heading in [format!("某 {name} 某"), format!("某 {} 某", name.to_lowercase())] {
                match Heading::read(&heading, waters) {
                    Heading::NotRead(found) => {
                        assert_eq!(found.nearest(), Some(quantity), "{name}");
                    }
                    other => panic!("{heading}: {other:?}"),
                }
            }
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried}");
}

/// What stands in a text by chance is no name in it.
#[test]
fn a_name_by_chance_among_other_words_is_none() {
    for name in
        ["Cu", "Oil", "oils", "lead", "Iron", "铜", "石油", "硬度", "浑浊", "540", "028", "67-66-3"]
    {
        let heading = format!("某 {name} 某");
        for waters in [Waters::Surface, Waters::Ground] {
            assert_eq!(Heading::read(&heading, waters), Heading::Other, "{heading}");
        }
    }
}

/// One character off is a misprint in a name of four Chinese characters, or of seven letters.
#[test]
fn a_misprint_is_told_in_a_name_that_is_long_enough() {
    for (heading, item) in [
        ("mercuri", Item::Mercury),
        ("mercur", Item::Mercury),
        ("mercurry", Item::Mercury),
        ("cadmiun(mg/L)", Item::Cadmium),
        ("化学需养量", Item::ChemicalOxygenDemand),
    ] {
        assert_eq!(not_read(heading), (Some(Quantity::Item(item)), Refusal::Misspelt), "{heading}");
    }
    let ground = Heading::read("菌落总敷", Waters::Ground);
    assert!(matches!(ground, Heading::NotRead(it) if it.refusal() == Refusal::Misspelt));
    for heading in ["mercurrry", "coppar", "coper", "硫化务", "挥发份"] {
        assert_eq!(Heading::read(heading, Waters::Surface), Heading::Other, "{heading}");
    }
}

/// 160 characters are a heading, and may say why they are none; one more is too long.
#[test]
fn a_heading_has_at_most_160_characters() {
    for (count, why) in [(160, Refusal::OtherWords), (161, Refusal::TooLong)] {
        let heading = format!("氨氮{}", "某".repeat(count - 2));
        let Heading::NotRead(found) = Heading::read(&heading, Waters::Surface) else {
            panic!("{count}");
        };
        assert_eq!(found.refusal(), why, "{count}");
    }
}

/// Every Chinese character, a hundred at a time.
#[test]
fn characters_that_name_nothing_are_nothing() {
    let all: Vec<char> = ('\u{4e00}'..='\u{9fff}').collect();
    for some in all.chunks(100) {
        let heading: String = some.iter().collect();
        for waters in [Waters::Surface, Waters::Ground] {
            let found = Heading::read(&heading, waters);
            assert!(!matches!(found, Heading::Measured(_)), "{heading}: {found:?}");
        }
    }
}

/// A number of up to three digits with a point, a comma or a bracket may count headings.
#[test]
fn a_heading_may_have_a_number() {
    for heading in ["1.氨氮", "12、氨氮", "123)氨氮", "(3)氨氮", "（12）、氨氮", "3. 2) 氨氮"]
    {
        let found = Heading::read(heading, Waters::Surface);
        assert!(matches!(found, Heading::Measured(_)), "{heading}: {found:?}");
    }
    let ammonia = Some(Quantity::Item(Item::AmmoniaNitrogen));
    for heading in ["1234、氨氮", "2.5、氨氮", "12氨氮", "2 氨氮", "a、氨氮"] {
        assert_eq!(not_read(heading), (ammonia, Refusal::OtherWords), "{heading}");
    }
    for heading in ["3、", "3", "12)", "1.2"] {
        assert_eq!(Heading::read(heading, Waters::Surface), Heading::Other, "{heading}");
    }
}

/// A letter that may be anything, beside words that say what a column is, is nothing of ours; beside a
/// unit that is not known, or a saturation, it is asked about.
#[test]
fn a_weak_name_beside_words_is_nothing_but_with_a_unit() {
    let vanadium = Some(Quantity::Source(SourceItem::Vanadium));
    for words in ["排名", "类别", "flag", "max", "限值", "某"] {
        let heading = format!("V {words}");
        assert_eq!(Heading::read(&heading, Waters::Surface), Heading::Other, "{heading}");
    }
    assert_eq!(not_read("V a/b"), (vanadium, Refusal::Unit));
    assert_eq!(not_read("V 饱和度"), (vanadium, Refusal::Saturation));
}

/// A letter that may be anything is no second name.
#[test]
fn a_weak_name_behind_a_name_is_other_words() {
    let ammonia = Some(Quantity::Item(Item::AmmoniaNitrogen));
    for heading in ["氨氮 T某", "氨氮 V某", "氨氮 B 某", "氨氮 温度某"] {
        assert_eq!(not_read(heading), (ammonia, Refusal::OtherWords), "{heading}");
    }
    assert_eq!(not_read("氨氮 水温某"), (ammonia, Refusal::TwoQuantities));
}

/// Characters of all planes beside a name, and in it.
#[test]
fn rare_characters_are_other_words() {
    let (ammonia, index) = (Item::AmmoniaNitrogen, Item::PermanganateIndex);
    for (heading, item, why) in [
        ("氨氮𠀀", ammonia, Refusal::OtherWords),
        ("𠮷氨氮", ammonia, Refusal::OtherWords),
        ("💧氨氮💧", ammonia, Refusal::OtherWords),
        ("高锰酸盐𠀀数", index, Refusal::Misspelt),
        ("高锰酸盐指数\u{10ffff}", index, Refusal::Misspelt),
    ] {
        assert_eq!(not_read(heading), (Some(Quantity::Item(item)), why), "{heading}");
    }
    assert_eq!(Heading::read("𠀀𠮷", Waters::Surface), Heading::Other);
}
