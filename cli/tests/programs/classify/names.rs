//! The names of columns: added ones, repeated ones, and items that are not asked for.

use crate::classify::classify;

fn header(csv: &str) -> (String, String) {
    let (out, messages) = classify(&[], csv.as_bytes()).unwrap();
    (out.lines().next().unwrap().to_owned(), messages)
}

#[test]
fn no_name_stands_twice() {
    let (found, messages) = header("ph,class,absent\n");
    assert_eq!(found, "ph,class,absent,class_2,determining,participating,absent_2,findings");
    assert!(messages.starts_with("test.csv:1, column class: \"class\": the name of an added"));
    assert_eq!(messages.lines().count(), 2, "{messages}");
    // A file that went through twice.
    let (found, _) = header(&found);
    assert!(
        found.ends_with(",class_3,determining_2,participating_2,absent_3,findings_2"),
        "{found}"
    );
}

#[test]
fn the_first_column_of_an_item_is_read() {
    let (out, messages) =
        classify(&["--items", "TP"], b"tp,\xe6\x80\xbb\xe7\xa3\xb7\n0.1,9\n").unwrap();
    assert!(out.contains("\n0.1,9,II,TP,TP,,"), "{out}");
    assert!(messages.contains("column 总磷: \"总磷\": a column of the same meaning"), "{messages}");
}

/// A cell of an item that is not asked for costs nothing.
#[test]
fn only_items_that_are_asked_for_are_read() {
    let (out, messages) = classify(&["--items", "TP"], b"tp,ph\n0.1,15\n0.1,7\n").unwrap();
    assert!(out.contains("\n0.1,15,II,TP,TP,,") && out.contains("\n0.1,7,II,TP,TP,,"), "{out}");
    assert_eq!(messages, "columns of readings not asked for: ph\n");
}

#[test]
fn without_an_item_nothing_has_a_class() {
    let (out, messages) = classify(&["--items", "TP"], b"a,b\n1,2\n").unwrap();
    let header = "a,b,class,determining,participating,absent,findings";
    assert_eq!(out, format!("{header}\n1,2,,,,TP,no item has a value\n"));
    assert!(messages.contains("no heading names an item"), "{messages}");
}
