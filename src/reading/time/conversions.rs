//! Dates of other crates, where their features are on.

#[cfg(feature = "chrono")]
mod of_chrono {
    use chrono::{Datelike, NaiveDate};

    use crate::reading::time::date::{Date, DateError};

    impl TryFrom<NaiveDate> for Date {
        type Error = DateError;

        /// Takes a date of China; years below 1 and above 9999 are an error.
        fn try_from(date: NaiveDate) -> Result<Self, DateError> {
            let part = |number: u32| u8::try_from(number).unwrap_or(0);
            Self::new(u16::try_from(date.year()).unwrap_or(0), part(date.month()), part(date.day()))
        }
    }

    impl From<Date> for NaiveDate {
        fn from(date: Date) -> Self {
            let (year, month) = (date.year().get().into(), date.month().number().into());
            // Each date that `Date::new` lets through is one of `chrono`, whose years go further.
            Self::from_ymd_opt(year, month, date.day().into()).unwrap_or(Self::MIN)
        }
    }
}

#[cfg(feature = "jiff")]
mod of_jiff {
    use jiff::civil;

    use crate::reading::time::date::{Date, DateError};

    impl TryFrom<civil::Date> for Date {
        type Error = DateError;

        /// Takes a date of China; years below 1 are an error.
        fn try_from(date: civil::Date) -> Result<Self, DateError> {
            let part = |number: i8| u8::try_from(number).unwrap_or(0);
            Self::new(u16::try_from(date.year()).unwrap_or(0), part(date.month()), part(date.day()))
        }
    }

    impl From<Date> for civil::Date {
        fn from(date: Date) -> Self {
            let part = |number: u8| i8::try_from(number).unwrap_or(0);
            let year = i16::try_from(date.year().get()).unwrap_or(0);
            // Each date that `Date::new` lets through is one of `jiff`, whose years go further.
            Self::new(year, part(date.month().number()), part(date.day())).unwrap_or(Self::MIN)
        }
    }
}
