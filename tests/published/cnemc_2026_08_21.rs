//! 国家地表水水质自动监测实时数据 (real-time page of the China National Environmental Monitoring
//! Centre), 480 of 1 616 national automatic stations, all provinces, 21 August 2026, 20:00:
//! one four-hour reading, with the raw value behind every displayed one.
//!
//! Source: github Jesse-dry/AquaDetective, branch feature-frontend,
//! data/raw/cnemc_surface_water_realtime/cnemc_realtime_snapshot_20260821_p1.json.

use gb3838::Decimal;

use crate::field::{Row, rows};
use crate::five_items::reproduced;

/// The columns with the decimals that the page displays.
const DISPLAYED: [(&str, u8); 11] = [
    ("water_temp", 1),
    ("ph", 2),
    ("do", 2),
    ("codmn", 2),
    ("nh3n", 3),
    ("tp", 3),
    ("tn", 2),
    ("ec", 1),
    ("turbidity", 1),
    ("chla", 3),
    ("algae", 0),
];

fn stations() -> Vec<Row> {
    rows("cnemc-2026-08-21.csv")
}

#[test]
fn every_class_comes_out_from_the_raw_values() {
    assert_eq!(stations().len(), 259);
    assert_eq!(reproduced(&stations(), "_raw"), (258, 258));
}

/// Half to even, and a result of zero keeps one digit: 2 258 cells, 68 of them exact ties.
#[test]
fn the_displayed_text_is_the_rounded_raw_value() {
    let (mut cells, mut ties) = (0, 0);
    for row in stations() {
        for (column, decimals) in DISPLAYED {
            let (raw, displayed) = (row.cell(&format!("{column}_raw")), row.cell(column));
            if matches!(raw, "--" | "QC") {
                assert_eq!(displayed, raw, "row {} {column}", row.number());
                continue;
            }
            let value: Decimal = raw.parse().unwrap();
            let rounded = value.round_keeping_digit(decimals).to_string();
            assert_eq!(rounded, displayed, "row {} {column} {raw}", row.number());
            cells += 1;
            ties += usize::from(is_tie(raw, decimals));
        }
    }
    assert_eq!((cells, ties), (2258, 68));
}

/// Whether a plain number has exactly one digit more than is kept, a 5.
fn is_tie(raw: &str, decimals: u8) -> bool {
    let dropped = raw.split_once('.').and_then(|(_, places)| places.get(usize::from(decimals)..));
    !raw.contains('E') && dropped.is_some_and(|rest| rest.trim_end_matches('0') == "5")
}
