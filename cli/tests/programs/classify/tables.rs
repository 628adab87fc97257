//! Tables of other people: names, units, encodings, separators, forms.

use crate::classify::{classify, counts};

/// The class of each row.
fn classes(csv: &[u8]) -> (Vec<String>, String) {
    let (out, messages) = classify(&[], csv).unwrap();
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let place = reader.headers().unwrap().iter().position(|name| name == "class").unwrap();
    (reader.records().map(|row| row.unwrap()[place].to_owned()).collect(), messages)
}

fn silent(csv: &[u8]) -> Vec<String> {
    let (classes, messages) = classes(csv);
    assert_eq!(messages, "");
    classes
}

/// Table 1: a COD of 100 is beyond 40; a DO of 3.9 is below 5 and at least 3.
#[test]
fn names_of_real_tables_are_read() {
    let csv = "断面名称,溶解氧,化学需氧量（COD）\n甲,6,100\n";
    assert_eq!(silent(csv.as_bytes()), ["inferior_V"]);
    assert_eq!(silent("pH,溶氧量(mg/L)\n7,3.9\n".as_bytes()), ["IV"]);
    // 1 200 µg/L are 1.2 mg/L: more than 1.0 and so more than class II to V allow.
    assert_eq!(silent("溶解氧,Cu(μg/L)\n8,1200\n".as_bytes()), ["inferior_V"]);
}

/// Station files name a column cu_ug that is in µg/L; it keeps its name.
#[test]
fn the_short_form_of_a_unit() {
    assert_eq!(silent(b"do,cu_ug\n8,1200\n8,5L\n"), ["inferior_V", "I"]);
    assert!(classify(&[], b"do,cu_ug\n8,5\n").unwrap().0.starts_with("do,cu_ug,class,"));
}

#[test]
fn a_heading_that_is_not_read_is_a_fault() {
    let csv = "溶解氧饱和度,pH,电导率,姓名\n98,7,300,x\n";
    let mut out = Vec::new();
    let (counts, messages) = counts(&[], csv.as_bytes(), &mut out).unwrap();
    assert_eq!(counts.faults, 2);
    assert!(counts.is_failure(true) && !counts.is_failure(false));
    assert!(messages.contains("test.csv:1, column 溶解氧饱和度"), "{messages}");
    assert!(messages.contains("the nearest name is DO (溶解氧)"), "{messages}");
    // As in all commands: what is known and not read here is passed over, and what is not known
    // may be the misprint of a name.
    assert!(messages.contains("test.csv:1, column 姓名: \"姓名\": no item of the"), "{messages}");
    for line in [
        "columns read: pH → pH\n",
        "columns not read: 溶解氧饱和度, 姓名\n",
        "columns passed over: 电导率\n",
    ] {
        assert!(messages.contains(line), "{messages}");
    }
}

/// What a call does not ask for is not looked at, and said; time and section are no readings.
#[test]
fn readings_that_are_not_asked_for_are_said() {
    let csv = "时间,断面,pH,总氮,水温（℃）,叶绿素a（μg/L）,电导率\n2026-01,甲,7,q,12,3,300\n";
    let said = |words: &[&str]| classify(words, csv.as_bytes()).unwrap().1;
    let line = "columns of readings not asked for: 总氮, 水温（℃）, 叶绿素a（μg/L）\n";
    assert!(said(&[]).starts_with(line), "{}", said(&[]));
    let all = said(&["--items", "all"]);
    assert!(all.contains("column 总氮: \"q\""), "{all}");
    assert!(all.contains("columns of readings not asked for: 叶绿素a（μg/L）\n"), "{all}");
    assert!(!said(&["--items", "pH"]).contains("not asked for: pH"));
    // Beside a column that is not read, all are said.
    let messages = classify(&[], "pH,总氮,溶解氧饱和度\n7,q,98\n".as_bytes()).unwrap().1;
    assert!(messages.contains("columns of readings not asked for: 总氮\n"), "{messages}");
    assert!(!messages.contains("passed over"), "{messages}");
}

/// Letters behind a number void it, and that is said; so is what is no reading.
#[test]
fn a_void_cell_is_said() {
    let (out, messages) = classify(&[], "pH,氨氮\n7,0.1F\n".as_bytes()).unwrap();
    assert!(out.contains("letters void it"), "{out}");
    assert!(messages.contains("test.csv:2, column 氨氮: \"0.1F\""), "{messages}");
}

const COD: &str = "断面名称,pH,化学需氧量（COD）\n甲,7,100\n乙,7,12\n";

#[test]
fn encodings_are_found() {
    let expected = ["inferior_V", "I"];
    let utf16 = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("{mark}{COD}").encode_utf16().flat_map(bytes).collect()
    };
    assert_eq!(silent(&encoding_rs::GB18030.encode(COD).0), expected);
    for mark in ["\u{feff}", ""] {
        assert_eq!(silent(&utf16(mark, u16::to_le_bytes)), expected);
        assert_eq!(silent(&utf16(mark, u16::to_be_bytes)), expected);
    }
    // The first character above ASCII may stand far behind the headings.
    let late = format!("ph,note\n{}7,断面\n", "7,a\n".repeat(50_000));
    assert_eq!(silent(&encoding_rs::GB18030.encode(&late).0).len(), 50_001);
}

#[test]
fn separators_and_line_ends_are_found() {
    for separator in ["\t", ";", "，"] {
        assert_eq!(silent(COD.replace(',', separator).as_bytes()), ["inferior_V", "I"]);
    }
    assert_eq!(silent(COD.replace('\n', "\r").as_bytes()), ["inferior_V", "I"]);
    assert_eq!(silent(COD.replace('\n', "\r\n").as_bytes()), ["inferior_V", "I"]);
}

#[test]
fn titles_and_two_rows_of_headings() {
    let csv = "2024年1月地表水水质监测结果,,,\n断面名称,采样时间,监测项目（mg/L）,\n\
               ,,化学需氧量（COD）,氨氮(μg/L)\n甲,2024-01-05,12,150\n标准限值,,20,1000\n";
    let (out, messages) = classify(&[], csv.as_bytes()).unwrap();
    let lines: Vec<_> = out.lines().collect();
    assert!(lines[0].contains("化学需氧量（COD）") && lines[0].contains(",class,"), "{out}");
    assert!(lines[1].starts_with("甲,2024-01-05,12,150,I,"), "{out}");
    assert!(lines[2].starts_with("标准限值,,20,1000,,,,,"), "{out}");
    assert!(messages.contains("test.csv:5: \"标准限值\": it heads limits"), "{messages}");
    assert_eq!(messages.lines().count(), 1, "{messages}");
}

/// One reading a row, by sample or by item, in units of its own.
#[test]
fn long_tables_become_samples() {
    let csv = "断面,时间,项目,结果,单位\n\
               甲,2024-01,化学需氧量,100,mg/L\n乙,2024-01,化学需氧量,12,mg/L\n\
               甲,2024-01,氨氮,150,μg/L\n乙,2024-01,氨氮,0.6,mg/L\n";
    assert_eq!(silent(csv.as_bytes()), ["inferior_V", "III"]);
}

/// A laboratory's sheet: items in rows, samples in columns.
#[test]
fn items_in_rows_become_samples() {
    let csv = "检测项目,单位,甲,乙\npH,无量纲,7,7.5\n化学需氧量,mg/L,100,12\n氨氮,mg/L,0.1,0.6\n";
    let (out, messages) = classify(&[], csv.as_bytes()).unwrap();
    assert_eq!(messages, "");
    let rows: Vec<_> = out.lines().skip(1).collect();
    assert!(rows[0].starts_with("甲,7,100,0.1,inferior_V,COD,"), "{out}");
    assert!(rows[1].starts_with("乙,7.5,12,0.6,III,NH3-N,"), "{out}");
}

/// Numbers whose digits are codes of items are numbers: 060 is ammonia, 064 nitrate, 031 manganese.
#[test]
fn numbers_with_a_point_are_no_codes() {
    let csv = "监测结果表\n,西桥,东桥\n氨氮,0.60,0.64\n高锰酸盐指数,3.1,0.31\n总磷,0.10,0.32\n";
    let (found, messages) = classes(csv.as_bytes());
    assert_eq!(found, ["III", "V"], "{messages}");
    let csv = "监测结果表\n,西桥,东桥\n氨氮,.060,.101\n高锰酸盐指数,3.1,0.31\n总磷,.10,.32\n";
    let (found, messages) = classes(csv.as_bytes());
    assert_eq!(found, ["II", "V"], "{messages}");
    let codes = "断面,060,101\n西桥,0.60,0.10\n";
    assert_eq!(classes(codes.as_bytes()).0, ["III"]);
}

#[test]
fn empty_cells_of_one_column_are_rows() {
    assert_eq!(silent(b"ph\n7\n\n8\n"), ["I", "", "I"]);
}

/// A reservoir is not judged by the limits of rivers because its column has another name:
/// TP 0.098 is class II in a river and IV in a lake.
#[test]
fn water_bodies_are_known_by_their_words() {
    for heading in ["水体类型", "湖库类型", "水域"] {
        let csv = format!("{heading},总磷\n河流,0.098\n水库,0.098\n");
        assert_eq!(silent(csv.as_bytes()), ["II", "IV"], "{heading}");
    }
}
