//! 国家地表水水质自动监测实时数据 (real-time page of the China National Environmental Monitoring
//! Centre), 594 of 1 156 national automatic stations, all provinces, 4 February 2026: displayed
//! values only.
//!
//! Source: github davidTeng2025/water_info_crawler, output/water_data.db.

use gb3838::{Item, WaterBody};

use crate::field::rows;
use crate::five_items::{Reason, check_not_reproduced, reproduced};

/// 高速公路桥: a displayed phosphorus of 0.100 with class III.
const NOT_REPRODUCED: [(u32, Reason); 1] =
    [(441, Reason::HiddenDigits(Item::TotalPhosphorus, "0.1004", WaterBody::River))];

#[test]
fn every_class_but_one_comes_out_from_the_displayed_values() {
    let rows = rows("cnemc-2026-02-04.csv");
    assert_eq!(rows.len(), 594);
    assert_eq!(reproduced(&rows, ""), (587, 586));
    check_not_reproduced(&rows, &NOT_REPRODUCED);
}
