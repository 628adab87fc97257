//! Dates and times: the calendar, and China time.

use gb3838::{Date, Month, Timestamp, Year};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn leap_years_follow_the_calendar() {
    for (year, days) in
        [(2024, 29), (2025, 28), (2026, 28), (2000, 29), (1900, 28), (2100, 28), (2400, 29)]
    {
        let february = Month::new(Year::new(year).unwrap(), 2).unwrap();
        assert_eq!(february.days(), days, "{year}");
        assert_eq!(Date::new(year, 2, 29).is_ok(), days == 29);
    }
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (month, days) in Year::new(2026).unwrap().months().into_iter().zip(lengths) {
        assert_eq!(month.days(), days);
        assert_eq!(month.first_day().day(), 1);
        assert_eq!(month.last_day().day(), days);
    }
}

#[test]
fn dates_are_read_in_their_usual_forms() {
    for text in [
        "2026-08-06",
        "2026/08/06",
        "2026.8.6",
        "2026-8-6",
        " 2026-08-06 ",
        "2026年8月6日",
        "20260806",
        "２０２６-08-06",
    ] {
        assert_eq!(date(text), Date::new(2026, 8, 6).unwrap(), "{text}");
    }
    assert_eq!(date("2026-8-6").to_string(), "2026-08-06");
    assert_eq!(date("2026-08-06").month().to_string(), "2026-08");
    assert!(date("2025-12-31") < date("2026-01-01"));
}

#[test]
fn rubbish_is_an_error_with_its_text() {
    for text in [
        "",
        "2026",
        "2026-08",
        "2026-13-01",
        "2026-00-10",
        "2026-02-29",
        "2026-04-31",
        "2026-08-00",
        "0000-01-01",
        "10000-01-01",
        "26-08-06-01",
        "2026-08-0x",
        "-2026-08-06",
        "2026-+8-06",
        "26年8月6日",
        "26-08-06",
        "2026-300-01",
    ] {
        let error = text.parse::<Date>().unwrap_err();
        assert_eq!(error.text().as_str(), text);
        assert!(error.to_string().contains(text));
        assert!(text.parse::<Timestamp>().is_err(), "{text}");
    }
    for text in [
        "2026-08-26T",
        "2026-08-26T24:00",
        "2026-08-26T12:60",
        "2026-08-26T12:00:60",
        "2026-08-26T12:00+15:00",
        "2026-08-26T12:00+08:60",
        "2026-08-26T12:00+",
        "2026-08-26Tnoon",
        "2026-08-26 12:00:00:00",
        "2026-08-26T-1:00",
        "12:00",
    ] {
        assert!(text.parse::<Timestamp>().is_err(), "{text}");
    }
    assert!(Year::new(0).is_err() && Year::new(10_000).is_err());
    assert!(Month::new(Year::new(2026).unwrap(), 13).is_err());
}

/// A time with another offset is turned into China time, across midnight, month and year.
#[test]
fn offsets_are_turned_into_china_time() {
    for (text, china) in [
        ("2026-08-26T12:00", "2026-08-26 12:00"),
        ("2026-08-26 12:00:30", "2026-08-26 12:00:30"),
        ("2026-08-26T12:00+08:00", "2026-08-26 12:00"),
        ("2026-08-26T12:00+0800", "2026-08-26 12:00"),
        ("2026-08-26T12:00+08", "2026-08-26 12:00"),
        // 15:59 in Greenwich is 23:59 in China; a minute later it is tomorrow.
        ("2026-08-26T15:59Z", "2026-08-26 23:59"),
        ("2026-08-26T16:00Z", "2026-08-27 00:00"),
        ("2026-08-31T16:00Z", "2026-09-01 00:00"),
        ("2026-12-31T16:30Z", "2027-01-01 00:30"),
        ("2024-02-28T20:00Z", "2024-02-29 04:00"),
        ("2026-02-28T20:00z", "2026-03-01 04:00"),
        // Back: half past midnight in Japan is half past eleven the day before.
        ("2026-09-01T00:30+09:00", "2026-08-31 23:30"),
        ("2027-01-01T00:30+09:00", "2026-12-31 23:30"),
        ("2024-03-01T00:00+14:00", "2024-02-29 18:00"),
        ("2026-08-26T12:00-05:30", "2026-08-27 01:30"),
    ] {
        let time: Timestamp = text.parse().unwrap();
        assert_eq!(time.to_string(), china, "{text}");
        assert_eq!(china.parse::<Timestamp>().unwrap(), time);
    }
}

#[test]
fn a_date_alone_has_no_time() {
    let time: Timestamp = "2026-08-26".parse().unwrap();
    assert_eq!(time, Timestamp::at_date(date("2026-08-26")));
    assert_eq!(time.second_of_day(), None);
    let midnight: Timestamp = "2026-08-26 00:00".parse().unwrap();
    assert_eq!(midnight.second_of_day(), Some(0));
    let evening: Timestamp = "2026-08-26 23:59:59".parse().unwrap();
    assert_eq!(evening.second_of_day(), Some(86_399));
    assert!(midnight < evening);
}

/// The last hours of the calendar in Greenwich lie beyond it in China.
#[test]
fn an_offset_may_not_lead_out_of_the_calendar() {
    assert!("9999-12-31T15:59Z".parse::<Timestamp>().is_ok());
    assert!("9999-12-31T16:00Z".parse::<Timestamp>().is_err());
}
