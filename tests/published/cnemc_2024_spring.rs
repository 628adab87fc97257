//! 国家地表水水质自动监测实时数据 (real-time page of the China National Environmental Monitoring
//! Centre), the first 200 national automatic stations of the list, without names, 11 to 16
//! April 2024: displayed values only, stale rows included.
//!
//! Source: github mzwangg/SoftwareEngineering, data/水质数据.xlsx.

use gb3838::{Item, WaterBody};

use crate::field::rows;
use crate::five_items::{
    Reason::{self, AnotherHour, HiddenDigits},
    check_not_reproduced, reproduced,
};

/// The rows whose class does not belong to their values; all of stations in normal operation.
///
/// A value at a limit hides digits; in the others pH and oxygen moved within hours.
const NOT_REPRODUCED: [(u32, Reason); 20] = [
    (44, AnotherHour),
    (87, AnotherHour),
    (112, AnotherHour),
    (138, HiddenDigits(Item::Ph, "9.004", WaterBody::River)),
    (142, AnotherHour),
    (147, AnotherHour),
    (148, AnotherHour),
    (162, AnotherHour),
    (163, AnotherHour),
    (166, AnotherHour),
    (479, HiddenDigits(Item::TotalPhosphorus, "0.0104", WaterBody::Lake)),
    (667, AnotherHour),
    (679, HiddenDigits(Item::TotalPhosphorus, "0.0104", WaterBody::Lake)),
    (688, AnotherHour),
    (828, AnotherHour),
    (832, AnotherHour),
    (1103, AnotherHour),
    (1104, AnotherHour),
    (1106, AnotherHour),
    (1131, AnotherHour),
];

#[test]
fn every_class_but_twenty_comes_out_from_the_displayed_values() {
    let rows = rows("cnemc-2024-spring.csv");
    assert_eq!(rows.len(), 1199);
    assert_eq!(reproduced(&rows, ""), (1162, 1142));
    check_not_reproduced(&rows, &NOT_REPRODUCED);
    let normal = |number| {
        rows.iter().any(|row| row.number() == number && row.cell("station_status") == "正常")
    };
    assert!(NOT_REPRODUCED.iter().all(|(number, _)| normal(*number)));
}

/// In maintenance the page shows values and suppresses the class.
#[test]
fn a_suppressed_class_is_no_class() {
    let rows = rows("cnemc-2024-spring.csv");
    let suppressed: Vec<_> = rows.iter().filter(|row| row.cell("class_printed") == "*").collect();
    assert_eq!(suppressed.len(), 6);
    assert!(suppressed.iter().all(|row| row.class_printed().is_none()));
}
