//! Words for classes, water bodies, states of stations and kinds of rows.

use gb3838::report::{Language, Messages};
use gb3838::sheet::{Heading, Role, RowKind, StationState, Waters};
use gb3838::{Class, WaterBody};

#[test]
fn classes_in_words() {
    for (class, texts) in [
        (Class::I, &["一类", "Ⅰ类水质", "第一类", "Ｉ类", "Class I", "I类水"][..]),
        (Class::II, &["二类", "Ⅱ类水体", "ＩＩ类"]),
        (Class::III, &["三类", "Ⅲ类水质", "Ⅲ类标准", "第Ⅲ类", "ＩＩＩ", "水质Ⅲ类"]),
        (Class::IV, &["四类", "Ⅳ 类"]),
        (Class::V, &["五类", "Ⅴ类"]),
        (
            Class::InferiorV,
            &[
                "劣五",
                "劣五类",
                "劣于Ⅴ类",
                "超Ⅴ类",
                ">V",
                "＞Ⅴ",
                "劣Ⅴ类水质",
                "worse than V",
                "劣V类",
            ],
        ),
    ] {
        for text in texts {
            assert_eq!(text.parse(), Ok(class), "{text}");
        }
    }
    for text in [
        "Ⅱ~Ⅲ类",
        "Ⅱ-Ⅲ类",
        "Ⅱ、Ⅲ类",
        "Ⅱ～Ⅲ",
        "I-II",
        "-2",
        "-1",
        "-3",
        "*",
        "劣四类",
        ">IV",
        "超Ⅲ类",
        "Ⅲ类以上",
        "优于Ⅲ类",
        "≤Ⅲ",
        "第",
        "类",
        "达标",
        "III/IV",
    ] {
        assert!(text.parse::<Class>().is_err(), "{text}");
    }
}

#[test]
fn water_bodies_in_words() {
    for text in ["河流", "河流型", "River", "RIVER", "河", "河流型水库", "河道型水库", "河 流"]
    {
        assert_eq!(text.parse(), Ok(WaterBody::River), "{text}");
    }
    for text in [
        "湖泊（水库）",
        "水库型",
        "湖库型",
        "湖泊",
        "水库",
        "湖、库",
        "湖/库",
        "湖泊、水库",
        "Reservoir",
        "lake",
        "Lake/Reservoir",
    ] {
        assert_eq!(text.parse(), Ok(WaterBody::Lake), "{text}");
    }
    for text in ["", "地下水", "pond", "河流、湖库", "国控"] {
        assert!(text.parse::<WaterBody>().is_err(), "{text}");
    }
}

#[test]
fn states_of_stations() {
    for (text, is_normal) in [
        ("正常", true),
        ("N", true),
        ("n", true),
        ("S", true),
        ("", true),
        ("--", true),
        ("F", false),
        ("M", false),
        ("D", false),
        ("C", false),
        ("T", false),
        ("B", false),
        ("维护", false),
        ("停运", false),
        ("故障", false),
        ("仪器故障", false),
        ("断流", false),
        ("不具备运行条件", false),
        ("不具备监测条件", false),
        ("因河道施工停止监测", false),
        ("设备维护中", false),
        ("网络异常，数据未上传", false),
        ("运行不正常", false),
        ("无效", false),
        ("仪器运行正常", true),
        ("正常（自动）", true),
    ] {
        let state: StationState = text.parse().unwrap();
        assert_eq!(state.is_normal(), is_normal, "{text}");
    }
    for text in ["Q", "恢复", "维护后恢复正常", "故障已排除，正常"] {
        assert!(text.parse::<StationState>().is_err(), "{text}");
    }
}

/// HJ 212: N and S are valid; letters of units and limits are no marks.
#[test]
fn marks_behind_numbers() {
    use StationState as S;
    for (cell, expected) in [
        ("0.25N", Some(("0.25", S::Normal))),
        ("0.25 (F)", Some(("0.25", S::Stopped))),
        ("0.25（Ｍ）", None),
        ("0.25（M）", Some(("0.25", S::Maintenance))),
        ("7,D", Some(("7", S::Fault))),
        ("<0.02|T", Some(("<0.02", S::BeyondRange))),
        ("0.25L", None),
        ("0.25 mg", None),
        ("N", None),
        ("", None),
        ("（）", None),
        ("..N", None),
    ] {
        assert_eq!(S::behind(cell), expected, "{cell}");
    }
}

#[test]
fn roles_of_columns() {
    for (role, headings) in [
        (
            Role::Time,
            &[
                "时间",
                "监测时间",
                "采样日期",
                "监测时间（北京时间）",
                "采样时间\n（年-月-日）",
                "date",
                "sampling_time",
                "datetime",
                "数据时间",
                "sample date",
            ][..],
        ),
        (Role::Month, &["月份", "月", "监测月份", "month", "年月"]),
        (Role::Year, &["年份", "年", "year", "年度"]),
        (
            Role::Section,
            &[
                "断面",
                "断面名称",
                "站点名称",
                "监测断面",
                "station_name",
                "水站名称",
                "考核断面",
                "站名",
            ],
        ),
        (Role::Point, &["点位", "监测点位", "点位名称", "采样点"]),
        (Role::WaterBody, &["水体类型", "water_body", "waterbody type", "河湖类型"]),
        (Role::StationState, &["站点情况", "station_condition", "station_status", "站点状态"]),
        (
            Role::PrintedClass,
            &["水质类别", "类别", "class_printed", "本月水质类别", "断面水质类别"],
        ),
        (Role::TargetClass, &["水质目标", "目标类别", "考核目标", "target"]),
        (Role::Item, &["监测项目", "项目", "指标名称", "parameter", "监测因子"]),
        (Role::Value, &["监测值", "检测结果", "浓度", "value", "测定值"]),
        (Role::Unit, &["单位", "unit", "计量单位"]),
        (Role::Limit, &["标准限值", "限值", "评价标准"]),
        (Role::DetectionLimit, &["检出限", "方法检出限"]),
        (Role::WaterName, &["河流名称", "所在水体", "river", "湖库名称"]),
    ] {
        for heading in headings {
            assert_eq!(Heading::read(heading, Waters::Surface), Heading::Role(role), "{heading}");
        }
    }
    for heading in [
        "电导率",
        "电导率(μS/cm)",
        "浊度",
        "浊度(NTU)",
        "叶绿素",
        "藻密度(cells/L)",
        "省份",
        "所属流域",
        "经度",
        "序号",
        "row",
        "province",
        "basin",
        "ec",
        "turbidity",
        "algae",
        "悬浮物(mg/L)",
        "主要污染指标",
        "备注",
    ] {
        let found = Heading::read(heading, Waters::Surface);
        assert!(
            !matches!(found, Heading::NotRead(_) | Heading::Measured(_)),
            "{heading}: {found:?}"
        );
    }
}

#[test]
fn kinds_of_rows() {
    for (label, kind) in [
        ("平均值", RowKind::Statistic),
        ("年均值", RowKind::Statistic),
        ("最大值", RowKind::Statistic),
        ("达标率（%）", RowKind::Statistic),
        ("合计", RowKind::Statistic),
        ("Mean", RowKind::Statistic),
        ("标准限值", RowKind::Limit),
        ("Ⅲ类标准限值", RowKind::Limit),
        ("GB3838-2002Ⅲ类标准", RowKind::Limit),
        ("标准限值（Ⅲ类）", RowKind::Limit),
        ("方法检出限", RowKind::Limit),
        ("注：“L”表示未检出", RowKind::Remark),
        ("备注", RowKind::Remark),
        ("高塘", RowKind::Readings),
        ("平均桥", RowKind::Readings),
        ("标准桥", RowKind::Readings),
        ("注子桥", RowKind::Readings),
        ("Maxim", RowKind::Readings),
        ("", RowKind::Readings),
    ] {
        assert_eq!(RowKind::of_label(label), kind, "{label}");
    }
}

/// The name in data is one word; people read blanks, and words of their language.
#[test]
fn states_are_said_in_words() {
    assert_eq!(StationState::NoConnection.name(), "no_connection");
    assert_eq!(StationState::NoConnection.to_string(), "no connection");
    let messages = Messages::of_library();
    for state in StationState::ALL {
        assert_eq!(state.to_string(), state.name().replace('_', " "));
        let chinese = messages.say(Language::Chinese, &state);
        assert!(!chinese.contains(|it: char| it.is_ascii()), "{state}: {chinese}");
    }
}
