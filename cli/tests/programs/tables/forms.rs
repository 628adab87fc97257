//! Wide and long, titles, two rows of headings, items in rows, rows of means and limits, encodings,
//! separators, units, times: the same numbers from each.

use std::path::PathBuf;

use gb3838_cli::annual;

use crate::tables::{Beside, expected, said, samples};

const WIDE: &str = "断面名称,监测时间,pH,溶解氧,高锰酸盐指数,氨氮,总磷,汞\n\
    甲桥,2026-01-05,7.20,8.1,3.5,0.42,0.09,0.00004L\n\
    乙桥,2026-01-05,7.5,5.2,6.4,1.2,0.05,0.00004L\n\
    甲桥,2026-02-06,7.40,6.5,4.5,0.58,0.15,0.00004L\n\
    乙桥,2026-02-06,7.1,7.6,1.9,0.10,0.02,0.00004L\n";

pub(super) fn file(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    crate::file(&format!("forms-{name}"), text.as_ref())
}

/// The same numbers, and what is printed beside them.
pub(super) fn same(name: &str, text: impl AsRef<[u8]>) -> Beside {
    let (found, beside) = said(&file(name, text), &[]);
    assert_eq!(found, expected(), "{name}");
    beside
}

/// The same numbers, and not a word beside them but that five items are asked for, not mercury.
fn silent(name: &str, text: impl AsRef<[u8]>) {
    let beside = same(name, text);
    let not_asked = beside.classify.trim_end().split('\n').collect::<Vec<_>>();
    let [line] = *not_asked else { panic!("{name}: {not_asked:?}") };
    assert!(line.starts_with("columns of readings not asked for: "), "{name}: {line}");
    for messages in [beside.annual, beside.assess, beside.report] {
        assert_eq!(messages, "", "{name}");
    }
}

#[test]
fn a_wide_table() {
    silent("wide.csv", WIDE);
}

#[test]
fn encodings() {
    silent("gb18030.csv", encoding_rs::GB18030.encode(WIDE).0);
    silent("bom.csv", format!("\u{feff}{WIDE}"));
    for (name, mark) in [("marked", "\u{feff}"), ("bare", "")] {
        let units: Vec<u16> = format!("{mark}{WIDE}").encode_utf16().collect();
        let bytes = |turn: fn(u16) -> [u8; 2]| units.iter().copied().flat_map(turn).collect();
        let (low, high): (Vec<u8>, Vec<u8>) = (bytes(u16::to_le_bytes), bytes(u16::to_be_bytes));
        silent(&format!("utf16-low-{name}.csv"), low);
        silent(&format!("utf16-high-{name}.csv"), high);
    }
}

#[test]
fn separators() {
    for (name, separator) in [("tab", "\t"), ("semicolon", ";"), ("full-width", "，")] {
        silent(&format!("{name}.csv"), WIDE.replace(',', separator));
    }
    for (name, end) in [("crlf", "\r\n"), ("cr", "\r")] {
        silent(&format!("{name}.csv"), WIDE.replace('\n', end));
    }
}

#[test]
fn titles_and_two_rows_of_headings() {
    silent(
        "titles.csv",
        "2026年第一季度地表水水质监测结果,,,,,,,\n单位：mg/L（pH无量纲）,,,,,,,\n\
         断面名称,监测时间,监测项目,,,,,\n\
         ,,pH,溶解氧,高锰酸盐指数,氨氮,总磷,汞\n\
         甲桥,2026-01-05,7.20,8.1,3.5,0.42,0.09,0.00004L\n\
         乙桥,2026-01-05,7.5,5.2,6.4,1.2,0.05,0.00004L\n\
         甲桥,2026-02-06,7.40,6.5,4.5,0.58,0.15,0.00004L\n\
         乙桥,2026-02-06,7.1,7.6,1.9,0.10,0.02,0.00004L\n",
    );
}

#[test]
fn a_row_of_units_below_the_headings() {
    silent(
        "units-below.csv",
        "断面,时间,pH,溶解氧,CODMn,氨氮,总磷,汞\n\
         ,,无量纲,mg/L,mg/L,μg/L,mg/L,ng/L\n\
         甲桥,2026-01-05,7.20,8.1,3.5,420,0.09,40L\n\
         乙桥,2026-01-05,7.5,5.2,6.4,1200,0.05,40L\n\
         甲桥,2026-02-06,7.40,6.5,4.5,580,0.15,40L\n\
         乙桥,2026-02-06,7.1,7.6,1.9,100,0.02,40L\n",
    );
}

#[test]
fn headings_with_line_breaks_units_and_symbols() {
    silent(
        "breaks.csv",
        "断面\n,采样日期,\"pH值\n（无量纲）\",\"溶解氧\n(mg/L)\",\"高锰酸盐指数\n（CODMn）\",\"氨氮\n\
         （NH3-N）\nμg·L⁻¹\",\"总磷（以P计）\nmg/L\",汞（Hg）≤\n\
         甲桥,2026/1/5,7.20,8.1,3.5,4.2×10²,0.09,4×10⁻⁵L\n\
         乙桥,2026/1/5,7.5,5.2,6.4,\"1,200\",5.0E-2,4×10-5L\n\
         甲桥,2026/2/6,7.40,6.5 mg/L,4.5,5.8*10^2,0.15,ND(0.00004)\n\
         乙桥,2026/2/6,7.1,7.6,１.９,0.10mg/L,0.02,<0.00004\n"
            .replace("断面\n", "\"断面\n名称\""),
    );
}

/// A platform's export and the codes of HJ 212 and HJ 525.
#[test]
fn codes() {
    silent(
        "codes.csv",
        "站点名称,监测时间,w01001-Avg,w01009-Avg,w01019-Avg,w21003-Avg,w21011-Avg,w20111-Avg\n"
            .to_owned()
            + WIDE.split_once('\n').unwrap().1,
    );
}

#[test]
fn one_reading_a_row() {
    let mut long = "断面名称,监测时间,监测项目,监测结果,单位\n".to_owned();
    let mut lines = WIDE.lines();
    let items: Vec<_> = lines.next().unwrap().split(',').skip(2).collect();
    for line in lines {
        let cells: Vec<_> = line.split(',').collect();
        for (item, value) in items.iter().zip(&cells[2..]) {
            let unit = if *item == "pH" { "无量纲" } else { "mg/L" };
            long += &format!("{},{},{item},{value},{unit}\n", cells[0], cells[1]);
        }
    }
    silent("long.csv", &long);
    // Ammonia in µg/L in some rows, and its limits beside the readings.
    let mixed =
        long.replace("氨氮,0.42,mg/L", "氨氮,420,μg/L").replace("氨氮,1.2,mg/L", "氨氮,1200,ug/L");
    silent("long-units.csv", mixed);
}

/// A laboratory's sheet, with what the samples are above or below the headings.
#[test]
fn items_in_rows() {
    let items = "pH,无量纲,7.20,7.5,7.40,7.1\n溶解氧,mg/L,8.1,5.2,6.5,7.6\n\
        高锰酸盐指数,mg/L,3.5,6.4,4.5,1.9\n氨氮,μg/L,420,1200,580,100\n\
        总磷,mg/L,0.09,0.05,0.15,0.02\n汞,μg/L,0.04L,0.04L,0.04L,0.04L\n";
    let sections = "甲桥,乙桥,甲桥,乙桥\n";
    let days = "2026-01-05,2026-01-05,2026-02-06,2026-02-06\n";
    for (name, over) in [
        ("sections-first", format!("检测项目,单位,{sections}采样日期,,{days}")),
        ("days-first", format!("检测项目,单位,{days}采样点位,,{sections}")),
        ("above", format!("采样点位,,{sections}采样日期,,{days}检测项目,单位,,,,\n")),
        ("around", format!("采样点位,,{sections}检测项目,单位,{days}")),
        (
            "titled",
            format!(
                "检测报告,,,,,\n样品编号,,1#,2#,3#,4#\n采样点位,,{sections}采样日期,,{days}项目,单位,,,,\n"
            ),
        ),
    ] {
        silent(&format!("items-in-rows-{name}.csv"), over + items);
    }
    // Means and limits beside the samples are no samples.
    let items = items.replace('\n', ",9,1.0\n");
    let over = format!(
        "检测项目,单位,{}采样点位,,{}",
        days.replace('\n', ",均值,标准限值\n"),
        sections.replace('\n', ",,\n")
    );
    let beside = same("items-in-rows-means.csv", over + &items);
    let not_asked = "columns of readings not asked for: Hg (µg/L)\n";
    said_of_means(&beside, &["均值"], "检测项目, 单位, 2026-01-05, 2026-01-05", not_asked);
}

/// Of columns of means all commands say one thing each, on their heading, and which are read.
pub(super) fn said_of_means(beside: &Beside, headings: &[&str], read: &str, not_asked: &str) {
    let is_of_classify = |messages: &str| std::ptr::eq(messages, beside.classify.as_str());
    for messages in [&beside.classify, &beside.annual, &beside.assess, &beside.report] {
        for heading in headings {
            let said = format!(
                ":1, column {heading}: \"{heading}\": a mean or another statistic; it is not read\n"
            );
            assert_eq!(messages.matches(&said).count(), 1, "{messages}");
        }
        assert!(messages.contains(&format!("columns read: {read}")), "{messages}");
        let not_read = format!("columns not read: {}\n", headings.join(", "));
        assert!(messages.contains(&not_read), "{messages}");
        assert_eq!(messages.contains(not_asked), is_of_classify(messages), "{messages}");
        let lines = headings.len() + 2 + usize::from(is_of_classify(messages));
        assert_eq!(messages.lines().count(), lines, "{messages}");
    }
}

/// Rows of means, greatest values, limits and remarks are left out, aloud.
#[test]
fn rows_that_are_no_readings() {
    let text = format!(
        "{WIDE}平均值,,7.3,6.9,4.1,0.58,0.08,0.00004L\n最大值,,7.5,8.1,6.4,1.2,0.15,0.00004L\n\
         Ⅲ类标准限值,,6~9,≥5,≤6,≤1.0,≤0.2,≤0.0001\n备注：L表示低于检出限,,,,,,,\n"
    );
    let beside = same("means.csv", text);
    // Of `classify` mercury is not asked, which is a line more.
    for (messages, lines) in
        [(beside.classify, 5), (beside.annual, 4), (beside.assess, 4), (beside.report, 4)]
    {
        for label in ["平均值", "最大值", "Ⅲ类标准限值", "备注：L表示低于检出限"]
        {
            assert!(messages.contains(&format!("\"{label}\": it heads")), "{messages}");
        }
        assert_eq!(messages.lines().count(), lines, "{messages}");
    }
}

/// The lines below a table hold no readings and are no sections, whatever stood above them; a
/// section with a cell is one, and a row of it alone lacks a time.
#[test]
fn lines_below_a_table_are_no_sections() {
    let lines =
        ["备注：L表示未检出", "注：1", "制表人：张三", "审核：李四", "合计", "平均", "以下空白"];
    let mut text = WIDE.to_owned();
    for line in lines {
        text += &format!("{line},,,,,,,\n");
    }
    let beside = same("below.csv", &text);
    for messages in [beside.classify, beside.annual, beside.assess, beside.report] {
        for line in lines {
            let said = format!("\"{line}\": it heads ");
            assert_eq!(messages.matches(&said).count(), 1, "{said}\n{messages}");
        }
    }
    // Of readings, whichever row stands first.
    let rows = ["审核,2026-01-05,7,8,3,0.4,0.1,", "审核,,,,,,,", "丙桥,,,,,,,"];
    for rows in [rows, [rows[1], rows[0], rows[2]]] {
        let path = file("below-in-order.csv", format!("{text}{}\n", rows.join("\n")));
        let words = [path.to_str().unwrap(), "--json"].map(Into::into);
        let ran = crate::ran::ran(annual::Arguments::parse(words), annual::run).unwrap();
        let data: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let sections = data["sections"].as_array().unwrap().iter();
        let mut names: Vec<_> = sections.map(|it| it["name"].as_str().unwrap()).collect();
        names.sort_unstable();
        assert_eq!(names, ["丙桥", "乙桥", "审核", "甲桥"]);
        let left_out = data["input"]["left_out"].to_string();
        assert_eq!(left_out.matches("\"审核\"").count(), 1, "{left_out}");
        assert!(
            ran.messages.contains(", section 丙桥: expected a month, a day or a time"),
            "{}",
            ran.messages
        );
    }
}

/// In every command, whatever the form; the first column may number the rows, and a blank one ends
/// a line of many a file.
#[test]
fn values_without_a_heading_are_said() {
    let wide = |cell: &str| {
        let mut text = String::new();
        for (place, line) in WIDE.lines().enumerate() {
            let number = place.to_string();
            let (first, last) = if place == 0 { ("", "") } else { (&*number, cell) };
            text += &format!("{first},{line},{last}\n");
        }
        text
    };
    silent("blank-heading.csv", wide(""));
    let long = "断面名称,监测时间,监测项目,监测结果,单位,\n甲桥,2026-01-05,pH,7.2,无量纲,3.7\n";
    for (name, text, column) in [("wide", wide("3.7"), 10), ("long", long.to_owned(), 6)] {
        let (_, beside) = said(&file(&format!("no-heading-{name}.csv"), text), &[]);
        let message = format!(
            ":2, column {column}: \"3.7\": the column has no heading; nothing in it is read"
        );
        for messages in [beside.classify, beside.annual, beside.assess, beside.report] {
            assert_eq!(messages.matches(&message).count(), 1, "{messages}");
        }
    }
    // Far below, where thousands of lines are read at once.
    let mut text = "断面,时间,pH,,\n".to_owned();
    text += &"甲桥,2026-01-05,7,,\n".repeat(300);
    text += "甲桥,2026-01-05,7,\"3,7\",\n";
    let messages = samples(&file("no-heading-far.csv", text), &[]).1;
    let message = ":302, column 4: \"3,7\": the column has no heading; nothing in it is read\n";
    assert!(messages.ends_with(message), "{messages}");
}

/// A first column without a heading may number the rows, anew for each page or with gaps; what is no
/// such number is said once, also far below. The label of a mean says itself what its row is.
#[test]
fn the_first_column_may_number_rows_and_nothing_else() {
    let table = |numbers: &[&str]| {
        let row = |number: &&str| format!("{number},甲桥,2026-01-05,7\n");
        format!(",断面,时间,pH\n{}", numbers.iter().map(row).collect::<String>())
    };
    let far: Vec<String> = (0..300).map(|it| it.to_string()).collect();
    let mut far: Vec<&str> = far.iter().map(String::as_str).collect();
    far.push("7.2");
    for (name, numbers, found) in [
        ("runs", &["1", "2", "5", "", "1", "2", "平均值"][..], None),
        ("stays", &["3", "3", "3"], Some((3, "3"))),
        ("falls", &["8", "7"], Some((3, "7"))),
        ("words", &["1", "补测", "西桥"], Some((3, "补测"))),
        ("far", &far, Some((302, "7.2"))),
    ] {
        let messages = samples(&file(&format!("first-{name}.csv"), table(numbers)), &[]).1;
        let message = "the column has no heading; nothing in it is read\n";
        assert_eq!(messages.matches(message).count(), usize::from(found.is_some()), "{messages}");
        if let Some((line, text)) = found {
            let message = format!(":{line}, column 1: \"{text}\": {message}");
            assert!(messages.ends_with(&message), "{messages}");
        }
    }
}

/// A row of an item that is nothing known is said as a column of it is, once; what usually stands
/// there is passed over.
#[test]
fn items_in_cells_that_are_nothing_known_are_said() {
    let text = "断面名称,监测时间,监测项目,监测结果,单位\n甲桥,2026-01-05,pH,7.2,无量纲\n\
                甲桥,2026-01-05,总憐,0.1,mg/L\n甲桥,2026-02-05,总憐,0.1,mg/L\n\
                甲桥,2026-01-05,电导率,300,μS/cm\n";
    let (_, beside) = said(&file("unknown-items.csv", text), &[]);
    let message = "column 监测项目: \"总憐\": no item of the standard";
    for messages in [beside.classify, beside.annual, beside.assess, beside.report] {
        assert_eq!(messages.matches(message).count(), 1, "{messages}");
        assert!(!messages.contains("电导率"), "{messages}");
    }
}

#[test]
fn times() {
    for (name, first, second) in [
        ("slashes", "2026/1/5", "2026/2/6"),
        ("dots", "2026.1.5", "2026.02.06"),
        ("chinese", "2026年1月5日", "2026年2月6日"),
        ("month", "2026年1月", "2026年2月"),
        ("short-month", "2026-01", "2026-02"),
        ("six", "202601", "202602"),
        ("eight", "20260105", "20260206"),
        ("serial", "46027", "46059"),
        ("serial-hour", "46027.5", "46059.25"),
        ("hour", "2026-01-05 08:00", "2026-02-06 09:00:30"),
        ("hour-chinese", "2026年1月5日 8时", "2026年2月6日8时30分"),
        ("zone", "2026-01-05T08:00:00+08:00", "2026-02-06T01:00:00Z"),
        ("fraction", "2026-01-05 08:00:00.000", "2026-02-06 08:00:00.500"),
    ] {
        let text = WIDE.replace("2026-01-05", first).replace("2026-02-06", second);
        silent(&format!("{name}.csv"), text);
    }
    let parts = WIDE
        .replace("监测时间", "年份,月份")
        .replace("2026-01-05", "2026,1")
        .replace("2026-02-06", "2026,2");
    silent("year-and-month.csv", parts);
}

/// Columns that usually stand there are passed over in silence, but for readings; what holds an item's name and is
/// not read is a finding of every command.
#[test]
fn columns_not_read_and_passed_over() {
    let add = |headings: &str, cells: &str| {
        let mut lines = WIDE.lines();
        let mut text = format!("{},{headings}\n", lines.next().unwrap());
        lines.for_each(|line| text += &format!("{line},{cells}\n"));
        text
    };
    silent(
        "usual.csv",
        add("电导率(μS/cm),浊度(NTU),叶绿素,藻密度,省份,流域", "300,12,3,5e4,广西,珠江"),
    );
    let beside = same("not-read.csv", add("溶解氧饱和度(%),氨氮类别,总磷标准限值", "98,Ⅱ,0.2"));
    for messages in [beside.classify, beside.annual, beside.assess, beside.report] {
        for heading in ["溶解氧饱和度(%)", "氨氮类别", "总磷标准限值"] {
            assert!(messages.contains(&format!("column {heading}")), "{messages}");
        }
        assert!(
            messages.contains("columns not read: 溶解氧饱和度(%), 氨氮类别, 总磷标准限值"),
            "{messages}"
        );
        assert!(messages.contains("氨氮 → NH3-N (mg/L)"), "{messages}");
    }
}
