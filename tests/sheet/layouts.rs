//! Tables of each kind: what is found to be where, and what is said.

use gb3838::Item;
use gb3838::sheet::{
    FindingKind, Form, Heading, Layout, Quantity, Role, RowKind, TableTime, Waters,
};

fn detect<const N: usize>(rows: &[[&str; N]]) -> Layout {
    Layout::detect(rows, Waters::Surface)
}

fn measured(layout: &Layout) -> Vec<(usize, String)> {
    layout.measured().map(|(place, column)| (place, column.to_string())).collect()
}

fn said(layout: &Layout) -> Vec<String> {
    layout.findings().iter().map(ToString::to_string).collect()
}

#[test]
fn a_wide_table_of_one_header() {
    let layout = detect(&[
        ["断面", "时间", "水体类型", "pH", "DO(mg/L)", "电导率"],
        ["高塘", "2024-01-05", "河流", "7.2", "8.1", "230"],
    ]);
    assert_eq!((layout.form(), layout.title_rows(), layout.first_row()), (Form::Wide, 0, 1));
    assert_eq!(measured(&layout), [(3, "pH".to_owned()), (4, "DO (mg/L)".to_owned())]);
    assert_eq!(layout.role(Role::WaterBody), Some(2));
    assert!(layout.columns()[5].is_passed_over());
    assert_eq!(said(&layout), [""; 0]);
}

#[test]
fn titles_units_and_two_rows_of_headings() {
    let layout = detect(&[
        ["某市2024年1月地表水监测结果", "", "", "", ""],
        ["单位：mg/L（pH无量纲）", "", "", "", ""],
        ["断面名称", "采样日期", "pH", "溶解氧", "氨氮"],
        ["", "", "无量纲", "mg/L", "μg/L"],
        ["高塘", "2024年1月5日", "7.2", "8.1", "150"],
    ]);
    assert_eq!((layout.title_rows(), layout.first_row()), (2, 4));
    assert_eq!(
        measured(&layout),
        [(2, "pH".to_owned()), (3, "DO (mg/L)".to_owned()), (4, "NH3-N (µg/L)".to_owned())]
    );
    // A group over its columns, merged: the class of an item is not the item.
    let layout = detect(&[
        ["断面", "氨氮", "", "总磷", ""],
        ["", "浓度", "类别", "浓度", "类别"],
        ["高塘", "0.5", "Ⅱ", "0.1", "Ⅱ"],
    ]);
    assert_eq!(layout.first_row(), 2);
    assert_eq!(measured(&layout), [(1, "NH3-N (mg/L)".to_owned()), (3, "TP (mg/L)".to_owned())]);
    assert_eq!(layout.findings().len(), 2);
    // The unit of a group is that of its columns, where it fits.
    let layout = detect(&[
        ["断面", "监测项目（μg/L）", "", ""],
        ["", "pH", "铜", "铅(mg/L)"],
        ["高塘", "7", "5", "0.001"],
    ]);
    assert_eq!(
        measured(&layout),
        [(1, "pH".to_owned()), (2, "Cu (µg/L)".to_owned()), (3, "Pb (mg/L)".to_owned())]
    );
    // The unit of the title is that of columns without their own.
    let layout = detect(&[
        ["监测结果（单位：μg/L）", "", ""],
        ["断面", "铜", "铅(mg/L)"],
        ["高塘", "5", "0.001"],
    ]);
    assert_eq!(measured(&layout), [(1, "Cu (µg/L)".to_owned()), (2, "Pb (mg/L)".to_owned())]);
}

#[test]
fn a_second_heading_of_an_item_is_said() {
    let layout = detect(&[["断面", "氨氮", "NH3-N(μg/L)", "DO(%)"], ["高塘", "0.5", "500", "90"]]);
    assert_eq!(measured(&layout), [(1, "NH3-N (mg/L)".to_owned())]);
    assert_eq!(layout.columns()[2].repeats(), Some(1));
    assert!(matches!(layout.findings()[0].kind, FindingKind::Repeated { first: 1, .. }));
    assert!(matches!(layout.findings()[1].kind, FindingKind::NotRead(_)));
    assert_eq!(layout.findings()[1].place.column, Some(3));
    let none = detect(&[["a", "b"], ["1", "2"]]);
    assert!(matches!(none.findings()[0].kind, FindingKind::NothingMeasured));
}

#[test]
fn a_long_table() {
    let rows = [
        ["站点名称", "监测时间", "监测项目", "监测值", "单位"],
        ["高塘", "2024-01-05 08:00", "氨氮", "未检出", "mg/L"],
        ["高塘", "2024-01-05 08:00", "铜", "5", "μg/L"],
        ["高塘", "2024-01-05 08:00", "溶解氧", "90", "%"],
        ["高塘", "2024-01-05 08:00", "电导率", "200", "μS/cm"],
    ];
    let layout = detect(&rows);
    assert_eq!((layout.form(), layout.first_row()), (Form::Long, 1));
    assert_eq!(said(&layout), [""; 0]);
    let of = |row: usize| layout.measured_of(&rows[row]);
    assert_eq!(of(1).unwrap().unwrap().to_string(), "NH3-N (mg/L)");
    assert_eq!(of(2).unwrap().unwrap().power(), -3);
    assert!(of(3).unwrap().is_err());
    assert!(of(4).is_none());
}

#[test]
fn items_in_rows_as_laboratories_print_them() {
    let rows = [
        ["检测报告", "", "", "", "", ""],
        ["序号", "检测项目", "单位", "高塘", "白石坪", "标准限值"],
        ["1", "pH", "无量纲", "7.2", "7.4", "6～9"],
        ["2", "氨氮", "mg/L", "0.15", "0.025L", "1.0"],
        ["3", "铜", "μg/L", "5", "5L", "1000"],
    ];
    let layout = detect(&rows);
    assert_eq!((layout.form(), layout.first_row()), (Form::ItemsInRows, 2));
    assert_eq!(layout.item(), Some(1));
    assert_eq!(layout.samples().collect::<Vec<_>>(), [3, 4]);
    let copper = layout.measured_of(&rows[4]).unwrap().unwrap();
    assert_eq!((copper.quantity(), copper.power()), (Quantity::Item(Item::Copper), -3));
    // Without a word over the items, and months as samples.
    let rows = [
        ["", "2024-01", "2024-02", "平均值"],
        ["pH", "7.2", "7.4", "7.3"],
        ["总磷（以P计）", "0.1", "0.2", "0.15"],
        ["高锰酸盐指数(mg/L)", "3", "4", "3.5"],
    ];
    let layout = detect(&rows);
    assert_eq!((layout.form(), layout.item()), (Form::ItemsInRows, Some(0)));
    assert_eq!(layout.samples().collect::<Vec<_>>(), [1, 2]);
}

/// A mean beside columns of times is no table of single values; one beside a time is.
#[test]
fn a_mean_beside_columns_of_times_is_no_value_of_rows() {
    let rows = [
        ["断面", "项目", "2024年1月", "2月", "3月份", "平均值"],
        ["高塘", "氨氮", "0.4", "0.5", "0.6", "0.5"],
        ["高塘", "总磷", "0.1", "0.1", "0.1", "0.1"],
    ];
    for rows in [&rows[..], &rows[..2]] {
        let layout = detect(rows);
        assert_eq!((layout.form(), layout.first_row()), (Form::ItemsInRows, 1));
        assert_eq!(layout.samples().collect::<Vec<_>>(), [2, 3, 4]);
        let of_times = (0..7).filter(|place| layout.is_of_time(*place));
        assert_eq!(of_times.collect::<Vec<_>>(), [2, 3, 4]);
    }
    let long = detect(&[
        ["断面", "月份", "项目", "平均值", "13月"],
        ["高塘", "2024-01", "氨氮", "0.5", ""],
    ]);
    assert_eq!(long.form(), Form::Long);
}

#[test]
fn rows_that_are_no_readings_are_known() {
    let rows = [
        ["断面", "时间", "氨氮"],
        ["高塘", "2024-01", "0.5"],
        ["断面", "时间", "氨氮"],
        ["", "", ""],
        ["平均值", "", "0.5"],
        ["Ⅲ类标准限值", "", "1.0"],
        ["注：L为检出限", "", ""],
    ];
    let layout = detect(&rows);
    let kinds: Vec<RowKind> = rows[1..].iter().map(|row| layout.row_kind(row)).collect();
    assert_eq!(
        kinds,
        [
            RowKind::Readings,
            RowKind::Headings,
            RowKind::Blank,
            RowKind::Statistic,
            RowKind::Limit,
            RowKind::Remark,
        ]
    );
}

/// A reservoir is never judged by the limits of rivers because its column had another name.
/// Who signs a table heads no readings where nothing else stands in the row: no name of a section
/// that has a cell is taken for one.
#[test]
fn a_row_of_signatures_is_a_remark() {
    let layout = detect(&[["断面", "时间", "氨氮"], ["高塘", "2024-01", "0.5"]]);
    for row in [
        ["制表人：张三", "", ""],
        ["审核: 李四", " ", ""],
        ["", "", "填报日期：2024年2月1日"],
        ["制表：张三", "审核：李四", "签发："],
        ["——以下空白——", "", ""],
        ["制表人", "", ""],
        ["注：单位mg/L", "", ""],
    ] {
        assert_eq!(layout.row_kind(&row), RowKind::Remark, "{row:?}");
    }
    for (row, kind) in [
        (["合计", "", ""], RowKind::Statistic),
        (["平均：", "", ""], RowKind::Statistic),
        (["", "", ""], RowKind::Blank),
        (["审核", "2024-01", "0.5"], RowKind::Readings),
        (["审核：", "", "0.5"], RowKind::Readings),
        (["制表人", "张三", ""], RowKind::Readings),
        (["审核桥", "", ""], RowKind::Readings),
        (["批准镇", "", ""], RowKind::Readings),
        (["高塘", "", ""], RowKind::Readings),
    ] {
        assert_eq!(layout.row_kind(&row), kind, "{row:?}");
    }
}

#[test]
fn a_column_of_water_bodies_is_known_by_its_cells() {
    let layout =
        detect(&[["断面", "类型", "总磷"], ["高塘", "河流", "0.1"], ["某水库", "湖库", "0.04"]]);
    assert_eq!(layout.role(Role::WaterBody), Some(1));
    let layout = detect(&[["断面", "级别类型", "总磷"], ["高塘", "国控", "0.1"]]);
    assert_eq!(layout.role(Role::WaterBody), None);
}

#[test]
fn sections_and_times_of_rows() {
    let points = detect(&[["点位名称", "总磷"], ["湖心", "0.1"]]);
    assert_eq!((points.section(), points.point()), (Some(0), None));
    let both = detect(&[["断面", "点位", "总磷"], ["某湖", "湖心", "0.1"]]);
    assert_eq!((both.section(), both.point()), (Some(0), Some(1)));
    // The points of a lake are points of it; each point of a river is a section.
    for (water, section, point) in [
        ("湖库名称", 0, Some(1)),
        ("水库", 0, Some(1)),
        ("lake", 0, Some(1)),
        ("河流名称", 1, None),
    ] {
        let points = detect(&[[water, "点位", "总磷"], ["甲", "东", "0.1"]]);
        assert_eq!((points.section(), points.point()), (Some(section), point), "{water}");
    }
    let alone = detect(&[["湖库名称", "总磷"], ["某湖", "0.1"]]);
    assert_eq!((alone.section(), alone.point()), (Some(0), None));
    let time = |rows: &[[&str; 4]]| detect(rows).time_of(&rows[1]).unwrap();
    let day = |text: &str| text.parse::<TableTime>().unwrap();
    let rows = [["断面", "日期", "时间", "总磷"], ["高塘", "2024-01-05", "8:00", "0.1"]];
    assert_eq!(time(&rows).unwrap(), day("2024-01-05 08:00"));
    let rows = [["断面", "年份", "月份", "总磷"], ["高塘", "2024", "1", "0.1"]];
    assert_eq!(time(&rows).unwrap(), day("2024-01"));
    let rows = [["断面", "月份", "河流", "总磷"], ["高塘", "2024年3月", "钦江", "0.1"]];
    assert_eq!(time(&rows).unwrap(), day("2024-03"));
    let rows = [["断面", "时间", "河流", "总磷"], ["高塘", "5/1/2024", "钦江", "0.1"]];
    assert!(time(&rows).is_err());
}

/// Data rows that look like headings are data, and a table without rows has no layout.
#[test]
fn odd_tables_are_laid_out_too() {
    let rows: [[&str; 0]; 0] = [];
    assert_eq!(Layout::detect(&rows, Waters::Surface).first_row(), 0);
    let single = detect(&[["总磷"], ["0.1"], ["101"]]);
    assert_eq!((single.first_row(), measured(&single).len()), (1, 1));
    let layout = detect(&[["COD", "氨氮"], ["101", "060"], ["12", "1"]]);
    assert_eq!(layout.first_row(), 1);
    let ragged: Vec<Vec<&str>> = vec![vec!["标题"], vec!["断面", "pH"], vec!["a", "7", "x"]];
    let layout = Layout::detect(&ragged, Waters::Surface);
    assert_eq!((layout.first_row(), layout.columns().len()), (2, 3));
    assert_eq!(*layout.columns()[2].meaning(), Heading::Blank);
    let headings = ["w01018-Avg", "w21003-Rtd", "w01018-Flag"];
    let layout = Layout::of_headings(&headings, Waters::Surface);
    assert_eq!((measured(&layout).len(), layout.findings().len()), (2, 0));
    assert_eq!((layout.mark_of(0), layout.mark_of(1)), (Some(2), None));
}

/// A column of marks is read beside the readings that it marks, and is else a finding.
#[test]
fn columns_of_marks() {
    let marks = |headings: &[&str]| {
        let layout = Layout::of_headings(headings, Waters::Surface);
        let of = (0..headings.len()).map(|place| layout.mark_of(place)).collect::<Vec<_>>();
        (of, layout.findings().len())
    };
    assert_eq!(marks(&["氨氮", "氨氮标识"]), (vec![Some(1), None], 0));
    assert_eq!(marks(&["TP_flag", "总磷(mg/L)", "氨氮"]), (vec![None, Some(0), None], 0));
    assert_eq!(marks(&["氨氮标识", "总磷"]), (vec![None, None], 1));
    assert_eq!(marks(&["氨氮", "氨氮备注"]), (vec![None, None], 1));
    assert_eq!(marks(&["氨氮", "氨氮标识", "氨氮状态"]), (vec![Some(1), None, None], 1));
}
