//! A width that is asked for holds the whole text: what stands in a cell is filled up as one.

use std::fmt::Display;

use gb3838::{
    Bound, Certainty, Class, Classifier, Comparison, Date, Fraction, Item, ItemSet, Month, Period,
    Reading, Rule, Sample, Timestamp, Unit, WaterBody, Year,
    error::NameKind,
    mean::PrintedMean,
    possible::ClassSet,
    section::PollutionItemsOptions,
    sheet::{MeasuredColumn, Quantity, SpelledUnit, StationState, TableTime},
    source::SourceItem,
};

/// Each side, with blanks and with another mark; and the text itself where there is no room.
fn fills_up(value: &impl Display) {
    let text = value.to_string();
    assert_eq!(format!("{value:<60}|"), format!("{text:<60}|"));
    assert_eq!(format!("{value:>60}|"), format!("{text:>60}|"));
    assert_eq!(format!("{value:^60}|"), format!("{text:^60}|"));
    assert_eq!(format!("{value:*^61}|"), format!("{text:*^61}|"));
    assert_eq!(format!("{value:1}|"), format!("{text:1}|"));
    let somewhere = format!("{value:60}");
    assert_eq!((somewhere.trim(), somewhere.chars().count()), (text.trim(), 60));
}

fn read<T: std::str::FromStr<Err: std::fmt::Debug>>(texts: &[&str]) -> Vec<T> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

#[test]
fn names_are_filled_up() {
    StationState::ALL.iter().for_each(fills_up);
    Class::ALL.iter().for_each(fills_up);
    Item::ALL.iter().for_each(fills_up);
    SourceItem::ALL.iter().for_each(fills_up);
    WaterBody::ALL.iter().for_each(fills_up);
    Class::ALL.map(Class::quality).iter().for_each(fills_up);
    Class::ALL.map(|class| class.quality().colour()).iter().for_each(fills_up);
    [Comparison::RoundFirst, Comparison::FullValue].iter().for_each(fills_up);
    [NameKind::Item, NameKind::StationState].iter().for_each(fills_up);
    fills_up(&Certainty::Ours);
    fills_up(&Rule::TABLE_1);
    fills_up(&Unit::MilligramPerLitre);
    read::<SpelledUnit>(&["mg/L", "NTU", "℃"]).iter().for_each(fills_up);
}

#[test]
fn texts_of_several_parts_are_filled_up_as_one() {
    read::<ItemSet>(&["five", "TP"]).iter().for_each(fills_up);
    fills_up(&ItemSet::EMPTY);
    let classes = |all: &[Class]| all.iter().copied().collect::<ClassSet>();
    fills_up(&classes(&[Class::I, Class::II, Class::III]));
    fills_up(&classes(&[Class::I, Class::InferiorV]));
    fills_up(&classes(&[Class::IV]));
    let three = "3".parse().unwrap();
    fills_up(&Bound::AtMost(three));
    fills_up(&Bound::Within(three, "9".parse().unwrap()));
    fills_up(&Class::III.quality().colour().hex());
    fills_up(&Fraction::ratio(-73, 500).unwrap());
    fills_up(&Fraction::ratio(4, 2).unwrap());
    // Readings stand in a column of numbers, and as numbers do, at its right end.
    for (cell, expected) in [("0.15", "   0.15"), ("0.025L", " 0.025L"), ("--", "     --")] {
        let reading = Reading::parse(cell, Item::TotalPhosphorus).unwrap();
        fills_up(&reading);
        assert_eq!(format!("{reading:7}"), expected);
    }
    assert_eq!(format!("{:7}", PrintedMean::Below("0.005".parse().unwrap())), " 0.005L");
    assert_eq!(format!("{:8}|{:>8}", Fraction::ratio(3, 4).unwrap(), "3/4"), "     3/4|     3/4");
    let column =
        MeasuredColumn::in_unit(Quantity::Item(Item::Zinc), Some("μg/L".parse().unwrap())).unwrap();
    fills_up(&column);
    fills_up(&MeasuredColumn::in_unit(Quantity::Item(Item::Ph), None).unwrap());
    let sample = Sample::parse_named([("NH3-N", "1.34"), ("DO", "3")]).unwrap();
    let section = Classifier::for_readings(WaterBody::River).assess(&sample).unwrap();
    let items = section.main_pollution_items(&PollutionItemsOptions::DOCUMENT_22);
    assert_eq!(format!("{items:_<20}"), "氨氮(0.34)、溶解氧________");
    fills_up(&items);
    items.iter().for_each(fills_up);
    // No part of a list is cut off.
    assert_eq!(format!("{items:.1}"), "氨氮(0.34)、溶解氧");
    let each: Vec<_> = items.iter().map(|item| format!("{item:.1}")).collect();
    assert_eq!(each, ["氨氮(0.34)", "溶解氧"]);
}

#[test]
fn days_and_periods_are_filled_up() {
    let (year, day) = (Year::new(2026).unwrap(), Date::new(2026, 3, 5).unwrap());
    let month = Month::new(year, 3).unwrap();
    assert_eq!(format!("{year:>6}|{month:<9}|{day:^12}"), "  2026|2026-03  | 2026-03-05 ");
    fills_up(&year);
    fills_up(&month);
    fills_up(&day);
    read::<Timestamp>(&["2026-03-05", "2026-03-05 04:00", "2026-03-05 04:00:09"])
        .iter()
        .for_each(fills_up);
    read::<TableTime>(&["2026-03", "2026-03-05 04:00"]).iter().for_each(fills_up);
    for period in [
        Period::day(day),
        Period::month(month),
        Period::quarter_of(day),
        Period::year(year),
        Period::year_to_date(month),
        Period::span(day, Date::new(2026, 4, 1).unwrap()).unwrap(),
    ] {
        fills_up(&period);
    }
}
