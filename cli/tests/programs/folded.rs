//! Folded tables: never wider than asked, and nothing of a cell is lost.

use gb3838::report::{Table, folded};
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use unicode_width::UnicodeWidthStr;

/// Words, Chinese names, marks and blanks, as cells hold them.
fn cell() -> impl Strategy<Value = String> {
    "([a-zA-Z0-9.]{0,14}|[钦江高塘（），。、]{0,9}| |; |, ){0,6}"
}

/// What is seen, without blanks and line ends.
fn seen(text: &str) -> String {
    text.split_whitespace().collect()
}

proptest! {
    #[test]
    fn no_line_is_wider_and_no_character_is_lost(text in cell(), width in 2_usize..60) {
        let lines = folded(&text, width);
        for line in &lines {
            prop_assert!(line.width() <= width, "{line:?}");
        }
        prop_assert_eq!(seen(&lines.concat()), seen(&text));
    }

    #[test]
    fn a_table_keeps_to_its_width(
        heads in vec(cell(), 1..9),
        rows in vec(vec(cell(), 1..9), 0..5),
        width in 30_usize..130,
    ) {
        let mut table = Table::new("title", heads.clone());
        for row in &rows {
            table.push(row.clone());
        }
        let text = table.to_folded_text(width);
        for line in text.lines() {
            prop_assert!(line.width() <= width, "{line:?} of {text}");
        }
        // Cells beside each other are folded together, so that their characters are counted.
        let count = |text: &str, character| text.matches(character).count();
        let cells: String = heads.iter().chain(rows.iter().flatten()).cloned().collect();
        for character in ['钦', '江', '）', 'a', '7'] {
            let (found, least) = (count(&text, character), count(&cells, character));
            // A table in several parts, with an empty line between them, repeats its first column.
            if text.contains("\n\n") {
                prop_assert!(found >= least, "{text}");
            } else {
                prop_assert_eq!(found, least, "{}", text);
            }
        }
    }
}
