//! Laboratory notation: every mark, and what is an error with its text.

use gb3838::{Decimal, Item, Missing, Notation, Reading, error::ReadingReason};

const COPPER: Item = Item::Copper;

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn read(text: &str) -> Reading {
    Reading::parse(text, COPPER).unwrap()
}

fn value(text: &str) -> Reading {
    Reading::Value(number(text))
}

fn below(text: &str) -> Reading {
    Reading::Below(number(text))
}

#[track_caller]
fn assert_error(
    reading: Result<Reading, gb3838::error::ReadingError>,
    text: &str,
    why: ReadingReason,
) {
    let error = reading.unwrap_err();
    assert_eq!(error.reason(), why, "{text}");
    assert_eq!(error.text().as_str(), text);
    assert!(error.to_string().contains(text), "{error}");
    assert!(error.to_string().contains(error.item().symbol()), "{error}");
}

#[test]
fn numbers_are_read_as_printed() {
    for (text, expected) in [
        ("0.025", "0.025"),
        ("0", "0"),
        ("0.00", "0"),
        ("5", "5"),
        ("+5", "5"),
        (".5", "0.5"),
        ("5.", "5"),
        (" 0.25 ", "0.25"),
        ("\t0.25\r\n", "0.25"),
        ("\u{3000}0.25\u{3000}", "0.25"),
        ("\u{a0}0.25\u{feff}", "0.25"),
        ("０．２５", "0.25"),
        ("1.008037E+07", "10080370"),
        ("1.5e-3", "0.0015"),
        ("2E2", "200"),
        ("１Ｅ－２", "0.01"),
    ] {
        assert_eq!(read(text), value(expected), "{text:?}");
    }
    // Printed digits stay as they are.
    assert_eq!(read("0.100").to_string(), "0.100");
}

#[test]
fn a_detection_limit_is_read_in_both_forms() {
    for text in [
        "0.025L",
        "0.025l",
        "<0.025",
        "< 0.025",
        "0.025 L",
        " 0.025L ",
        "０．０２５Ｌ",
        "＜０．０２５",
        "\u{3000}<0.025\u{3000}",
        "2.5E-2L",
        "<2.5e-2",
    ] {
        assert_eq!(read(text), below("0.025"), "{text:?}");
    }
    assert_eq!(read("5L"), below("5"));
    assert_eq!(read("0.025L").to_string(), "0.025L");
    assert_eq!(read("0.025L").for_mean().unwrap(), Some(number("0.0125")));
}

#[test]
fn each_mark_stands_for_no_value() {
    for (texts, missing) in [
        (&["", " ", "\u{3000}", "\t"][..], Missing::Blank),
        (&["-", "--", "---", "—", "——", "－", "－－", "–"], Missing::Dash),
        (&["*", "＊"], Missing::Star),
        (&["/", "／"], Missing::Slash),
        (&["-1", "-1.0", "−1", "－１", "未监测"], Missing::NotMonitored),
        (&["ND", "nd", "Nd", "ＮＤ", "N.D.", "未检出", " 未检出 "], Missing::NotDetected),
        (&["QC", "qc", "当天质控不合格"], Missing::QualityControl),
        (&["DEL", "hd", "DEL/nt/at"], Missing::Voided),
        // Any letter mark but L voids a value.
        (
            &["0.19DEL", "0.19 DEL", "0.19Z", "0.19D", "0.19F", "0.19B", "0.19hd", "0.19Ｚ", "5E"],
            Missing::Voided,
        ),
        (&["1.42(F)", "1.42 (T)", "1.42（F）", "0.19( DEL )"], Missing::Voided),
    ] {
        for text in texts {
            assert_eq!(read(text), Reading::Missing(missing), "{text:?}");
            assert_eq!(read(text).for_mean().unwrap(), None);
        }
    }
}

/// ND and 未检出 need the item's detection limit from the caller.
#[test]
fn not_detected_is_half_a_limit_only_where_there_is_one() {
    let notation = Notation::new().with_detection_limit(number("0.05"));
    for text in ["ND", "未检出", "N.D."] {
        assert_eq!(notation.parse(text, COPPER).unwrap(), below("0.05"));
        assert_eq!(read(text), Reading::Missing(Missing::NotDetected));
    }
    assert_eq!(notation.parse("--", COPPER).unwrap(), Reading::Missing(Missing::Dash));
    assert_eq!(notation.parse("0.01L", COPPER).unwrap(), below("0.01"));
}

/// Some databases write a non-detect as the negative limit; −1 is not one even there.
#[test]
fn a_negative_number_is_an_error_unless_asked() {
    assert_error(Reading::parse("-0.025", COPPER), "-0.025", ReadingReason::Negative);
    let notation = Notation::new().with_negative_is_below(true);
    assert_eq!(notation.parse("-0.025", COPPER).unwrap(), below("0.025"));
    assert_eq!(notation.parse("-2", COPPER).unwrap(), below("2"));
    for text in ["-1", "-1.0"] {
        let missing = Reading::Missing(Missing::NotMonitored);
        assert_eq!(notation.parse(text, COPPER).unwrap(), missing);
    }
    let acidity = notation.parse("-0.1", Item::Ph);
    assert_error(acidity, "-0.1", ReadingReason::NoSuchDetectionLimit);
}

#[test]
fn impossible_values_are_errors_with_their_text() {
    use ReadingReason::{
        AboveRange, Infinite, Negative, NoSuchDetectionLimit, NotAReading, OtherUnit, PhOutOfScale,
        TooManyDigits,
    };
    for (text, item, why) in [
        ("-0.1", COPPER, Negative),
        ("-0.1", Item::Ph, PhOutOfScale),
        ("14.01", Item::Ph, PhOutOfScale),
        ("140", Item::Ph, PhOutOfScale),
        ("inf", COPPER, Infinite),
        ("-inf", COPPER, Infinite),
        ("+Infinity", COPPER, Infinite),
        ("∞", COPPER, Infinite),
        (">24000", Item::FaecalColiforms, AboveRange),
        ("＞24000", Item::FaecalColiforms, AboveRange),
        ("1e400", COPPER, TooManyDigits),
        ("1e-400", COPPER, TooManyDigits),
        ("123456789012345678901", COPPER, TooManyDigits),
        ("0L", COPPER, NoSuchDetectionLimit),
        ("<0", COPPER, NoSuchDetectionLimit),
        ("-0.1L", COPPER, NoSuchDetectionLimit),
        ("6.5L", Item::Ph, NoSuchDetectionLimit),
        ("<5", Item::WaterTemperature, NoSuchDetectionLimit),
        ("abc", COPPER, NotAReading),
        ("1.2.3", COPPER, NotAReading),
        ("1,5", COPPER, NotAReading),
        ("0.5 mg", COPPER, NotAReading),
        ("5mg/kg", COPPER, OtherUnit),
        ("5 %", COPPER, OtherUnit),
        ("0.5?", COPPER, NotAReading),
        ("<", COPPER, NotAReading),
        ("<L", COPPER, NotAReading),
        ("L", COPPER, NotAReading),
        ("Ⅲ", COPPER, NotAReading),
        ("0.1 0.2", COPPER, NotAReading),
        ("--5", COPPER, NotAReading),
    ] {
        assert_error(Reading::parse(text, item), text, why);
    }
    // A cell far too long is an error too, and its text is cut.
    let long = "9".repeat(200);
    assert!(Reading::parse(&long, COPPER).unwrap_err().to_string().contains('…'));
}

#[test]
fn the_ends_of_the_scales_are_values() {
    for text in ["0", "14", "14.00", "6.5"] {
        assert!(matches!(Reading::parse(text, Item::Ph), Ok(Reading::Value(_))), "{text}");
    }
    let frost = Reading::parse("-0.5", Item::WaterTemperature).unwrap();
    assert_eq!(frost, Reading::Value(number("-0.5")));
    assert!(Reading::value(number("0"), COPPER).is_ok());
    assert_error(Reading::value(number("14.5"), Item::Ph), "14.5", ReadingReason::PhOutOfScale);
}

/// Letters alone are an error unless the source uses them as marks.
#[test]
fn unknown_letters_void_a_cell_only_on_request() {
    assert!(Reading::parse("Q", COPPER).is_err());
    let notation = Notation::new().with_any_letters_void(true);
    assert_eq!(notation.parse("Q", COPPER).unwrap(), Reading::Missing(Missing::Voided));
    // Where it is no word for "no value", NaN is an error, not a mark.
    let notation = notation.with_no_value_words(&[]);
    assert_error(notation.parse("NaN", COPPER), "NaN", ReadingReason::NotANumber);
}

/// The least 64-bit number has no opposite: refused, not a panic.
#[test]
fn a_negative_detection_limit_may_be_any_number() {
    let notation = Notation::new().with_negative_is_below(true);
    let read = |text: &str| notation.parse(text, COPPER);
    assert_error(
        read("-9223372036854775808"),
        "-9223372036854775808",
        ReadingReason::TooManyDigits,
    );
    assert_error(
        read("-9.223372036854775808"),
        "-9.223372036854775808",
        ReadingReason::TooManyDigits,
    );
    // Half of it enters means: a limit of 18 digits has room for that.
    assert_eq!(read("-0.92233720368547758").unwrap(), below("0.92233720368547758"));
    assert_eq!(read("-0.025").unwrap(), below("0.025"));
    // Without the option it is a number that no water has.
    assert!(Reading::parse("-9223372036854775808", COPPER).is_err());
}
