//! Names of any depth: nothing goes down a level with each bracket.

use gb3838::sheet::{Heading, Waters};
use gb3838::{Item, Notation, Reading, Timestamp};

/// Thirty thousand brackets after one another, inside one another, open, closed, of each kind.
#[test]
fn thirty_thousand_brackets_end_no_process() {
    const MANY: usize = 30_000;
    let mut texts = vec![format!("氨氮{}", "(mg/L)".repeat(MANY))];
    for (open, close) in
        [("(", ")"), ("（", "）"), ("[", "]"), ("【", "】"), ("{", "}"), ("〔", "〕")]
    {
        texts.push(format!("氨氮{}", format!("{open}mg/L{close}").repeat(MANY)));
        texts.push(format!("氨氮{}mg/L{}", open.repeat(MANY), close.repeat(MANY)));
        texts.push(format!("{}氨氮{}", open.repeat(MANY), close.repeat(MANY)));
        texts.push(format!("氨氮{}", open.repeat(MANY)));
        texts.push(format!("{}氨氮", close.repeat(MANY)));
    }
    // A stack of a few calls: what goes down a level a bracket would not come back.
    let small = std::thread::Builder::new().stack_size(256 * 1024);
    let reader = small.spawn(move || {
        for text in &texts {
            for waters in [Waters::Surface, Waters::Ground] {
                let _ = Heading::read(text, waters);
            }
            assert!(text.parse::<Item>().is_err());
            assert!(Reading::parse(text, Item::AmmoniaNitrogen).is_err());
            let cell = text.replace("氨氮", "0.25");
            let _ = Notation::new().with_any_letters_void(true).parse(&cell, Item::AmmoniaNitrogen);
            assert!(text.parse::<Timestamp>().is_err());
        }
    });
    reader.unwrap().join().unwrap();
}
