//! Times in every form of tables; those that can be read in two ways are refused.

use gb3838::sheet::{TableTime, TimeReason};
use proptest::prelude::*;

fn read(text: &str) -> Result<String, TimeReason> {
    text.parse::<TableTime>().map(|time| time.to_string()).map_err(|error| error.reason())
}

fn is_month(text: &str) -> bool {
    matches!(text.parse(), Ok(TableTime::Month(_)))
}

#[test]
fn months_days_and_hours_are_read() {
    for (text, expected) in [
        ("2024-01", "2024-01"),
        ("2024/1", "2024-01"),
        ("2024/5", "2024-05"),
        ("2024.10", "2024-10"),
        ("2024.5", "2024-05"),
        ("2024年1月", "2024-01"),
        ("2024 年 01 月", "2024-01"),
        ("2024年05月份", "2024-05"),
        ("202401", "2024-01"),
        ("Jan 2024", "2024-01"),
        ("2024-Jan", "2024-01"),
        ("1/2024", "2024-01"),
        ("２０２４年１月", "2024-01"),
    ] {
        assert_eq!(read(text), Ok(expected.to_owned()), "{text}");
        assert!(is_month(text), "{text}");
    }
    for (text, expected) in [
        ("2024年1月5日", "2024-01-05"),
        ("2024年1月5号", "2024-01-05"),
        ("2024年1月5日 星期五", "2024-01-05"),
        ("2024年1月5日（周五）", "2024-01-05"),
        ("2024.5.6", "2024-05-06"),
        ("2024-1-5", "2024-01-05"),
        ("20240105", "2024-01-05"),
        ("25/1/2024", "2024-01-25"),
        ("1/25/2024", "2024-01-25"),
        ("5/5/2024", "2024-05-05"),
        ("5-Jan-2024", "2024-01-05"),
        ("Jan 5, 2024", "2024-01-05"),
        ("45300", "2024-01-09"),
        ("45300.25", "2024-01-09 06:00"),
        ("45300.9999999", "2024-01-10 00:00"),
        ("2020-01-01 02", "2020-01-01 02:00"),
        ("2024-1-5 8:00", "2024-01-05 08:00"),
        ("2024-01-05 08:00:30.250", "2024-01-05 08:00:30"),
        ("2024-01-05T00:00:00.000", "2024-01-05 00:00"),
        ("2024年1月5日8时", "2024-01-05 08:00"),
        ("2024年1月5日 8时30分", "2024-01-05 08:30"),
        ("2024年1月5日08:30", "2024-01-05 08:30"),
        ("2024年1月5日下午2点", "2024-01-05 14:00"),
        ("2024/1/5 2:00 PM", "2024-01-05 14:00"),
        ("2024/1/5 12:00 AM", "2024-01-05 00:00"),
        ("2024010508", "2024-01-05 08:00"),
        ("20240105080030", "2024-01-05 08:00:30"),
        ("20240105T0800", "2024-01-05 08:00"),
        ("2024-01-05T20:00Z", "2024-01-06 04:00"),
        ("2024-01-05 20:00 UTC", "2024-01-06 04:00"),
        ("2024-01-05 20:00 GMT+8", "2024-01-05 20:00"),
        ("2024-01-05 20:00+08:00", "2024-01-05 20:00"),
        ("2024-01-05 20:00:00.5-05:00", "2024-01-06 09:00"),
    ] {
        assert_eq!(read(text), Ok(expected.to_owned()), "{text}");
        assert!(!is_month(text), "{text}");
    }
}

#[test]
fn what_is_ambiguous_or_none_says_why() {
    use TimeReason::{
        DayOrMonthFirst, JanuaryOrOctober, NoTime, NoYear, NotInCalendar, TwoDigitYear, YearAlone,
    };
    for (text, reason) in [
        ("5/1/2024", DayOrMonthFirst),
        ("01-02-2024", DayOrMonthFirst),
        ("2024.1", JanuaryOrOctober),
        ("24-01-05", TwoDigitYear),
        ("24年1月", TwoDigitYear),
        ("1/5/24", TwoDigitYear),
        ("Jan-24", TwoDigitYear),
        ("240105", TwoDigitYear),
        ("1月", NoYear),
        ("1月5日", NoYear),
        ("02-04 11:00", NoYear),
        ("2024", YearAlone),
        ("2024年", YearAlone),
        ("2024-13", NotInCalendar),
        ("202413", NotInCalendar),
        ("2024-02-30", NotInCalendar),
        ("2023年2月29日", NotInCalendar),
        ("2024-01-05 25:00", NotInCalendar),
        ("2024-01-05 24:00", NotInCalendar),
        ("2024-01-05 08:60", NotInCalendar),
        ("", NoTime),
        ("--", NoTime),
        ("2024年1-3月", NoTime),
        ("2024年第一季度", NoTime),
        ("2024-01-05 noon", NoTime),
        ("12345", NoTime),
        ("99999", NoTime),
        ("1704412800", NoTime),
        ("12:00", NoTime),
        ("上旬", NoTime),
    ] {
        assert_eq!(read(text), Err(reason), "{text}");
    }
}

#[test]
fn parts_of_columns_make_a_time() {
    let parts = |year, month, day| TableTime::from_parts(year, month, day).map(|it| it.to_string());
    assert_eq!(parts("2024", "1", None), Ok("2024-01".to_owned()));
    assert_eq!(parts("2024年", "1月", None), Ok("2024-01".to_owned()));
    assert_eq!(parts("2024", "2024-03", None), Ok("2024-03".to_owned()));
    assert_eq!(parts("2024", "2", Some("29")), Ok("2024-02-29".to_owned()));
    assert_eq!(parts("24", "2", None).unwrap_err().reason(), TimeReason::TwoDigitYear);
    assert_eq!(parts("2023", "2", Some("29")).unwrap_err().reason(), TimeReason::NotInCalendar);
    assert_eq!(parts("2023", "一", None).unwrap_err().reason(), TimeReason::NoTime);
}

/// Days of a month by the plain rule of the calendar, apart from the library.
fn days_of(year: u16, month: u8) -> u8 {
    let is_leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        2 => 28 + u8::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

proptest! {
    /// Each form of a day is that day, and a serial counts days.
    #[test]
    fn forms_of_a_day_agree(year in 1950..2100_u16, month in 1..=12_u8, day in 1..=31_u8) {
        prop_assume!(day <= days_of(year, month));
        let expected = format!("{year}-{month:02}-{day:02}");
        let mut serial = 0_u32;
        for before in 1900..year {
            serial += (1..=12).map(|month| u32::from(days_of(before, month))).sum::<u32>();
        }
        serial += (1..month).map(|month| u32::from(days_of(year, month))).sum::<u32>();
        // The spreadsheet counts a 29 February 1900 that there was not, and begins with 1.
        serial += u32::from(day) + 1;
        for text in [
            format!("{year}-{month}-{day}"),
            format!("{year}/{month:02}/{day:02}"),
            format!("{year}年{month}月{day}日"),
            format!("{year}{month:02}{day:02}"),
            serial.to_string(),
        ] {
            prop_assert_eq!(read(&text), Ok(expected.clone()), "{}", text);
        }
    }

    /// No text whatever makes it fail.
    #[test]
    fn any_text_is_a_time(text in "[0-9年月日时: ./TZ+-]{0,30}") {
        let _ = text.parse::<TableTime>();
    }
}
