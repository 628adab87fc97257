//! Times, or months, in columns beside sections and items, and what else stands beside them.

use gb3838_cli::{annual, impact};

use crate::tables::forms::{file, said_of_means, same};

/// Means and greatest values stand between the months and behind them: all say so, also where one
/// is named as the value of a row could be.
#[test]
fn columns_of_means_beside_columns_of_times_are_said() {
    let mut text = "断面,项目,单位,2026年1月,平均,2026年2月,平均值,年均值,最大值\n".to_owned();
    for (item, unit, of_first, of_second) in [
        ("pH", "无量纲", ["7.20", "7.40"], ["7.5", "7.1"]),
        ("溶解氧", "mg/L", ["8.1", "6.5"], ["5.2", "7.6"]),
        ("高锰酸盐指数", "mg/L", ["3.5", "4.5"], ["6.4", "1.9"]),
        ("氨氮", "μg/L", ["420", "580"], ["1200", "100"]),
        ("总磷", "mg/L", ["0.09", "0.15"], ["0.05", "0.02"]),
        ("汞", "μg/L", ["0.04L", "0.04L"], ["0.04L", "0.04L"]),
    ] {
        for (section, [first, second]) in [("甲桥", of_first), ("乙桥", of_second)] {
            text += &format!("{section},{item},{unit},{first},9,{second},9,9,9\n");
        }
    }
    let beside = same("means-beside-months.csv", &text);
    let headings = ["平均", "平均值", "年均值", "最大值"];
    let not_asked = "columns of readings not asked for: Hg (µg/L)\n";
    said_of_means(&beside, &headings, "断面, 项目, 单位, 2026年1月, 2026年2月\n", not_asked);
    let path = file("means-beside-months.csv", text);
    let words = [path.to_str().unwrap(), "--json"];
    let data = |ran: crate::ran::Ran| serde_json::from_str::<serde_json::Value>(&ran.out).unwrap();
    let of_annual = annual::Arguments::parse(words.map(Into::into));
    let of_annual = &data(crate::ran::ran(of_annual, annual::run).unwrap())["input"];
    let of_impact = impact::Arguments::parse(words.map(Into::into));
    let of_impact = &data(crate::ran::ran(of_impact, impact::run).unwrap());
    for (faults, rows) in [
        (&of_annual["faults"], (&of_annual["rows"], &of_annual["used"])),
        (&of_impact["faults"], (&of_impact["rows_read"], &of_impact["rows_used"])),
    ] {
        let faults = faults.as_array().unwrap().iter();
        let columns: Vec<_> = faults.map(|fault| fault["column"].as_str().unwrap()).collect();
        assert_eq!(columns, headings);
        // Four samples: two sections in two months.
        assert_eq!(rows, (&4.into(), &4.into()));
    }
}

/// Sections and items in rows, months in columns, one of which is a mean: each cell is a reading of its
/// month, in the unit of its row. East: ammonia (0.4 + 0.0125) / 2 = 0.20625, II; west: IV.
#[test]
fn months_may_stand_in_columns_beside_sections() {
    let text = "断面名称,项目,单位,2026年1月,2026年2月,2026年3月,年均值\n\
                东桥,氨氮,mg/L,0.4,0.025L,--,9\n东桥,总磷,μg/L,100,100,100,9\n\
                东桥,总憐,mg/L,9,9,9,9\n西桥,氨氮,mg/L,1.4,1.4,1.4,9\n西桥,氨氮,mg/L,9,9,9,9\n\
                平均值,氨氮,mg/L,9,9,9,9\n";
    let path = file("months-in-columns.csv", text);
    let words = [path.to_str().unwrap(), "--json"].map(Into::into);
    let ran = crate::ran::ran(annual::Arguments::parse(words), annual::run).unwrap();
    let data: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let of = |place: usize| {
        let section = &data["sections"][place];
        let assessment = &section["assessment"];
        (section["name"].clone(), assessment["class"].clone(), assessment["determining"].clone())
    };
    assert_eq!(of(0), ("东桥".into(), "II".into(), serde_json::json!(["NH3-N", "TP"])));
    assert_eq!(of(1), ("西桥".into(), "IV".into(), serde_json::json!(["NH3-N"])));
    assert_eq!(data["input"]["rows"], 6);
    for said in [
        ":4, column 项目: \"总憐\": no item of the standard",
        ":6, column 项目: \"氨氮\": a reading of the same item and sample stands before it",
        "it heads a statistic of other rows",
    ] {
        assert_eq!(ran.messages.matches(said).count(), 1, "{said}\n{}", ran.messages);
    }
    // Of months without a year, that is said.
    let text = "断面,项目,1月,2月份\n东桥,氨氮,0.4,0.4\n";
    let path = file("months-without-a-year.csv", text);
    let words = [path.to_str().unwrap()].map(Into::into);
    let failed = crate::ran::ran(annual::Arguments::parse(words), annual::run);
    assert!(failed.is_err_and(|message| message.contains("no row could be used")));
}

/// What is neither a time nor a mean, such as a quarter, is no sample beside times, and is said.
#[test]
fn other_columns_beside_columns_of_times_are_said() {
    let text = "断面,片区,项目,2026年1月,2026年2月,一季度,氨氮类别,标准限值\n\
                西桥,东,氨氮,0.4,0.6,9,Ⅴ,1.0\n西桥,东,总磷,0.1,0.1,9,Ⅴ,0.2\n";
    let path = file("quarter-beside-months.csv", text);
    let words = [path.to_str().unwrap(), "--json"].map(Into::into);
    let ran = crate::ran::ran(annual::Arguments::parse(words), annual::run).unwrap();
    let data: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(data["sections"].as_array().unwrap().len(), 1);
    assert_eq!(data["sections"][0]["assessment"]["class"], "II");
    for said in [
        ":1, column 片区: \"片区\": no item of the standard",
        ":1, column 一季度: \"一季度\": no item of the standard",
        ":1, column 氨氮类别: \"氨氮类别\": it is not read: ",
        "columns not read: 片区, 一季度, 氨氮类别\n",
    ] {
        assert_eq!(ran.messages.matches(said).count(), 1, "{said}\n{}", ran.messages);
    }
}

/// What stands beside times in columns is as in any other table: a column of waters, of states, of
/// years; and an item may have its months in two rows.
#[test]
fn all_columns_beside_times_in_columns_are_read() {
    let class_of = |name: &str, text: &str, more: &[&str]| {
        let path = file(name, text);
        let words = [path.to_str().unwrap(), "--json"].into_iter().chain(more.iter().copied());
        let ran =
            crate::ran::ran(annual::Arguments::parse(words.map(Into::into)), annual::run).unwrap();
        let data: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        (data["sections"][0]["assessment"]["class"].clone(), ran.messages)
    };
    // Total phosphorus of 0.04 is III in a lake, and II in a river.
    let lake = "断面,水体类型,项目,2026年1月,2026年2月\n西湖,湖库,总磷,0.04,0.04\n";
    assert_eq!(class_of("times-beside-waters.csv", lake, &[]).0, "III");
    let states = "断面,项目,站点情况,2026年1月,2026年2月\n\
                  西桥,氨氮,故障,5,5\n西桥,总磷,正常,0.04,0.04\n";
    assert_eq!(class_of("times-beside-states.csv", states, &[]).0, "inferior_V");
    assert_eq!(class_of("times-beside-states.csv", states, &["--only-normal"]).0, "II");
    let years = "年份,断面,项目,1月,2月份\n2026,西桥,氨氮,0.4,0.6\n";
    assert_eq!(class_of("months-beside-years.csv", years, &[]).0, "II");
    // (0.4 + 0.8 + 1.4) / 3 = 0.87, III; January stands twice.
    let rows = "断面,项目,2026年1月,2026年2月,2026年3月\n\
                西桥,氨氮,0.4,,\n西桥,氨氮,9,0.8,1.4\n西桥,氨氮,,,\n";
    let (class, messages) = class_of("months-in-two-rows.csv", rows, &[]);
    assert_eq!(class, "III");
    assert_eq!(messages.matches("stands before it").count(), 1, "{messages}");
    assert!(messages.contains(":3, column 项目"), "{messages}");
}
