//! The words that roles of columns are named by, and columns that usually stand there.

use crate::sheet::role::Role;

/// The words that a role is named by, behind words that say whose it is.
#[rustfmt::skip]
pub(super) const HEADS: [(Role, &[&str]); 19] = [
    (Role::Time, &[
        "时间", "日期", "时刻", "年月日", "日期时间", "时间点", "time", "date", "datetime", "date time",
        "timestamp", "ts", "sampled", "sampled at", "date of sampling",
    ]),
    (Role::Year, &[
        "年", "年份", "年度", "year",
    ]),
    (Role::Month, &[
        "月", "月份", "年月", "month", "year month", "月度",
    ]),
    (Role::Day, &[
        "日", "day",
    ]),
    (Role::Hour, &[
        "时", "小时", "hour",
    ]),
    (Role::Section, &[
        "断面", "站点", "站", "测站", "水站", "自动站", "站位", "断面点位", "断面站点", "section", "station", "site",
        "断面水站", "河流断面", "水源地", "location",
    ]),
    (Role::SectionCode, &[
        "断面编码", "断面编号", "断面代码", "站点编码", "站点编号", "站点代码", "测站编码", "测站编号", "站码", "站号", "水站编码",
        "section code", "station code", "site code", "section id", "station id", "site id",
        "stcd", "mn", "mn号", "station no", "site no",
    ]),
    (Role::Point, &[
        "点位", "测点", "采样点", "监测点", "点", "采样点位", "垂线", "point",
    ]),
    (Role::WaterName, &[
        "水体", "河流", "湖库", "湖泊", "水库", "河段", "河湖", "河库", "river", "lake", "reservoir",
        "waterbody name", "water name", "水系",
    ]),
    (Role::WaterBody, &[
        "水体类型", "水体种类", "水体属性", "水域类型", "水域种类", "河湖类型", "断面类型", "湖库类型", "water body",
        "waterbody", "water body type", "waterbody type", "body type", "body", "water type",
        "type of water", "type of water body", "河流/湖库", "河流或湖库", "是否湖库", "水体类别", "站点类型",
        "点位类型",
    ]),
    (Role::StationState, &[
        "站点情况", "站点状态", "站点状况", "站点运行情况", "站点运行状态", "运行状态", "运行情况", "设备状态", "仪器状态", "站房状态",
        "数据状态", "数据标识", "数据标记", "标识", "标记", "标志", "状态", "有效性", "数据有效性", "站点情况说明", "station condition", "station status",
        "station state", "site status", "data flag", "data status", "flag", "status",
    ]),
    (Role::PrintedClass, &[
        "类别", "水质类别", "水质级别", "水质等级", "水质现状", "现状水质", "达到类别", "水质类型", "类别评价", "class",
        "class printed", "printed class", "water quality class", "wq class", "water class",
        "quality class", "grade", "water quality level", "water quality grade", "断面类别",
        "断面水质类别", "断面水质",
    ]),
    (Role::TargetClass, &[
        "目标", "目标类别", "目标水质", "水质目标", "考核目标", "考核类别", "规划类别", "功能区类别", "功能类别", "功能区目标",
        "target", "target class", "水功能区目标", "水质目标类别", "考核目标类别",
    ]),
    (Role::Item, &[
        "项目", "指标", "因子", "污染物", "污染因子", "参数", "项", "评价因子", "评价指标", "item", "items",
        "parameter", "param", "indicator", "pollutant", "analyte", "variable", "determinand",
        "characteristic",
    ]),
    (Role::ItemCode, &[
        "因子编码", "因子代码", "项目编码", "项目代码", "指标编码", "指标代码", "污染物编码", "污染物代码", "参数编码", "item code",
        "parameter code", "param code", "polid", "pollutant code",
    ]),
    (Role::Value, &[
        "值", "数值", "结果", "浓度", "浓度值", "测值", "测定值", "测量值", "检测值", "检测结果", "监测值", "监测结果", "实测值",
        "实测浓度", "均值", "平均值", "月均值", "value", "result", "reading", "concentration",
        "measured value", "result value",
    ]),
    (Role::Unit, &[
        "单位", "计量单位", "unit", "units",
    ]),
    (Role::DetectionLimit, &[
        "检出限", "方法检出限", "最低检出限", "检测限", "检出下限", "mdl", "lod", "detection limit",
        "method detection limit",
    ]),
    (Role::Limit, &[
        "标准限值", "限值", "标准值", "评价标准", "执行标准", "标准", "limit", "limits", "standard",
        "standard limit",
    ]),
];

/// Words before the word of a role: whose it is, of when it is.
#[rustfmt::skip]
pub(super) const OF_WHAT: [&str; 36] = [
    "监测", "采样", "取样", "采集", "样品", "样品采集", "观测", "测量", "检测", "测定", "分析", "数据", "记录", "实测", "水质",
    "水", "地表水", "所属", "所在", "考核", "国控", "省控", "市控", "评价", "本月", "本期", "当月", "当前", "现状", "综合",
    "总体", "sampling", "sample", "monitoring", "observation", "water quality",
];

/// Words behind the word of a role.
#[rustfmt::skip]
pub(super) const TAILS: [&str; 8] = [
    "名称", "名", "全称", "name", "描述", "起", "开始", "信息",
];

/// Columns that usually stand in tables of water quality and that nothing is read from.
#[rustfmt::skip]
pub(super) const USUAL: [&str; 140] = [
    "电导率", "电导", "浊度", "浑浊度", "叶绿素", "藻密度", "蓝绿藻", "藻类", "省份", "省", "流域", "地市", "城市", "市",
    "区县", "县", "县区", "行政区", "行政区划", "经度", "纬度", "序号", "编号", "备注", "说明", "流量", "水位", "流速", "水深",
    "水量", "降水", "降水量", "降雨量", "雨量", "气温", "气压", "湿度", "相对湿度", "风速", "风向", "天气", "悬浮物", "总悬浮物",
    "总有机碳", "盐度", "氧化还原电位", "总铬", "磷酸盐", "正磷酸盐", "亚硝酸盐", "色度", "总硬度", "溶解性总固体", "碱度", "主要污染指标",
    "主要污染物", "超标项目", "超标因子", "超标倍数", "定类项目", "定类因子", "水质状况", "达标情况", "是否达标", "营养状态", "营养状态指数",
    "更新时间", "发布时间", "上报时间", "报告日期", "分析日期", "送样日期", "入库时间", "采样人", "分析人", "样品编号", "样品状态",
    "监测单位", "监测机构", "监测方法", "分析方法", "id", "row", "no", "index", "province", "basin", "city",
    "county", "district", "lon", "lat", "longitude", "latitude", "ec", "cond", "conductivity",
    "turbidity", "algae", "algal density", "chlorophyll", "orp", "ss", "tss", "toc",
    "salinity", "flow", "discharge", "water level", "rainfall", "precipitation",
    "air temperature", "remark", "remarks", "note", "notes", "typed as number",
    "limits that fit", "overall class", "overall number", "determining", "participating", "absent", "findings", "sample", "sample id", "sample no",
    "亚硝酸盐氮", "亚硝氮", "亚硝态氮", "亚硝酸氮", "NO2-N", "nitrite", "nitrite nitrogen", "凯氏氮", "有机氮", "无机氮", "有机磷", "碳酸盐", "重碳酸盐",
];
