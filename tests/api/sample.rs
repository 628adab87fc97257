//! Samples: from cells, from names, from plain data; an item stands in one once.

use gb3838::error::{ClassCodeError, SampleError};
use gb3838::{
    Class, ClassCode, Classifier, Colour, Date, Item, ItemMap, Measurement, Reading, Sample,
    WaterBody, Year,
};

/// The same readings in a map and in a sample give the same section.
#[test]
fn a_sample_is_assessed_as_its_readings_are() {
    let cells = [(Item::Ph, "7.6"), (Item::PermanganateIndex, "6.3"), (Item::Mercury, "0.00004L")];
    let readings: ItemMap<Measurement> = cells
        .iter()
        .map(|(item, cell)| (*item, Reading::parse(cell, *item).unwrap().into()))
        .collect();
    let sample = Sample::parse(cells).unwrap();
    let river = Classifier::for_readings(WaterBody::River);
    assert_eq!(river.assess(&sample), river.assess(&readings));
    assert_eq!(Sample::from(readings), sample);
    assert_eq!(river.assess(&sample).unwrap().class(), Some(Class::IV));
}

#[test]
fn an_item_that_comes_twice_is_refused_and_keeps_what_it_had() {
    let twice = Sample::parse_named([("氨氮", "0.34"), ("pH", "7"), ("NH3-N", "0.3")]);
    let Err(SampleError::Twice { item, text }) = twice else { panic!("{twice:?}") };
    assert_eq!((item, text.as_str()), (Item::AmmoniaNitrogen, "NH3-N"));

    let mut sample = Sample::parse([(Item::Ph, "7.1")]).unwrap();
    let again = sample.insert(Item::Ph, Reading::parse("8", Item::Ph).unwrap());
    assert!(matches!(again, Err(SampleError::Twice { item: Item::Ph, .. })));
    let kept = Measurement::from(Reading::Value("7.1".parse().unwrap()));
    assert_eq!(sample.get(Item::Ph), Some(&kept));
    assert_eq!(sample.iter().count(), 1);
}

#[test]
fn what_is_no_item_or_no_reading_is_refused() {
    assert!(matches!(Sample::parse_named([("浊度", "3")]), Err(SampleError::Item(_))));
    assert!(matches!(Sample::parse([(Item::Ph, "7,6,1")]), Err(SampleError::Reading(_))));
}

#[test]
fn plain_data_are_read_as_cells_are() {
    let read = |json: &str| serde_json::from_str::<Sample>(json);
    let sample = read(r#"{"pH": "7.6", "氨氮": 0.34, "TP": null, "w21003": 1, "Hg": "0.00004L"}"#);
    let same =
        Sample::parse_named([("pH", "7.6"), ("NH3-N", "0.34"), ("TP", ""), ("Hg", "0.00004L")]);
    // w21003 is ammonia nitrogen: the same item under two names.
    assert!(sample.unwrap_err().to_string().contains("already has"));
    let sample = read(r#"{"pH": "7.6", "氨氮": 0.34, "TP": null, "Hg": "0.00004L"}"#).unwrap();
    assert_eq!(sample, same.unwrap());
    // As in a cell, −1 is "not monitored", and another negative number is an error.
    let missing = Sample::parse_named([("TP", "-1")]).unwrap();
    assert_eq!(read(r#"{"TP": -1}"#).unwrap(), missing);
    assert!(read(r#"{"TP": -2}"#).is_err());
    assert!(read(r#"{"TP": true}"#).is_err());
    assert!(read(r#"{"turbidity": 3}"#).is_err());
}

#[test]
fn codes_of_classes_come_from_bytes_and_go_back() {
    for value in 0..=6 {
        let code = ClassCode::try_from(value).unwrap();
        assert_eq!(u8::from(code), value);
        assert_eq!(code.get().is_none(), value == 0);
    }
    let refused: ClassCodeError = ClassCode::try_from(7).unwrap_err();
    assert_eq!(refused.value(), 7);
}

#[test]
fn colours_have_names_and_digits() {
    assert_eq!(Colour::Red.hex().to_string(), "#d63b36");
    assert_eq!(Class::I.quality().colour().name_zh(), "蓝色");
    assert_eq!(Colour::Orange.to_string(), "orange");
}

#[test]
fn days_and_months_are_counted() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    // 2000 was a leap year, 1900 was not.
    assert_eq!(day("2000-03-01").days_since(day("2000-02-28")), 2);
    assert_eq!(day("1900-03-01").days_since(day("1900-02-28")), 1);
    assert_eq!(day("2026-01-01").checked_add_days(-1), Some(day("2025-12-31")));
    assert_eq!(day("9999-12-31").checked_add_days(1), None);
    assert_eq!(day("0001-01-01").checked_add_days(-1), None);
    assert_eq!(day("0001-01-01").checked_add_days(3_652_058), Some(day("9999-12-31")));
    let month = day("2026-11-05").month();
    assert_eq!(month.later(2), Some(day("2027-01-01").month()));
    assert_eq!(month.later(u32::MAX), None);
    assert_eq!(month.months_since(day("2027-01-01").month()), -2);
    assert_eq!("2026".parse::<Year>().unwrap().get(), 2026);
    for text in ["26", "02026", "+026", "20x6", "0000", ""] {
        assert!(text.parse::<Year>().is_err(), "{text}");
    }
}
