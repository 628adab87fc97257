//! Headings of other things: none is read as a quantity, and what holds a name says so.

use gb3838::sheet::{Heading, Quantity, Refusal, Waters};
use gb3838::{Item, source::SourceItem};

/// Weather, soil, air, discharge, people's columns, other chemistry.
const OTHER: [&str; 131] = [
    "气温",
    "气温(℃)",
    "平均气温（℃）",
    "降水量(mm)",
    "相对湿度(%)",
    "风速(m/s)",
    "风向",
    "气压(hPa)",
    "日照时数",
    "流量(m3/s)",
    "流速(m/s)",
    "水位(m)",
    "水深(m)",
    "蓄水量(万m3)",
    "库容",
    "蒸发量",
    "土壤pH平方",
    "有机质(g/kg)",
    "速效钾(mg/kg)",
    "碱解氮(mg/kg)",
    "容重",
    "阳离子交换量",
    "PM2.5",
    "PM10(μg/m³)",
    "SO2(μg/m3)",
    "NO2(μg/m3)",
    "CO(mg/m3)",
    "O3_8h",
    "AQI",
    "首要污染物名",
    "姓名",
    "联系人",
    "电话",
    "负责人",
    "审核人",
    "填报单位",
    "地铁站",
    "铁路里程",
    "铜陵市",
    "铅山县",
    "硒谷",
    "锌厂排口",
    "汞灯数",
    "金额",
    "单价",
    "总价",
    "数量",
    "合计",
    "排放量(t/a)",
    "处理能力",
    "企业名称",
    "行业类别",
    "排污许可证",
    "法人",
    "面积(km2)",
    "人口",
    "GDP",
    "海拔",
    "坡度",
    "植被",
    "土地利用",
    "NDVI",
    "浮游植物",
    "底栖动物",
    "鱼类",
    "溶解性有机碳",
    "BOD/COD比",
    "碳酸根",
    "HCO3-",
    "Ca2+",
    "Mg2+",
    "K+",
    "NO2",
    "PO4",
    "PO43-",
    "SiO2",
    "TIN",
    "DIN",
    "DOC",
    "TOC(mg/L)",
    "SS(mg/L)",
    "TSS",
    "TDS计算",
    "ORP(mV)",
    "EC",
    "盐度(‰)",
    "id",
    "name",
    "index",
    "value_count",
    "comment",
    "as_of",
    "do_not_use",
    "see_lat",
    "fc_barcelona",
    "oil_price",
    "lead_time",
    "leader",
    "iron_man",
    "zinc_finger",
    "copper_wire_length",
    "tp_link",
    "phone",
    "photo",
    "phase",
    "doc",
    "dose",
    "done",
    "code",
    "codec",
    "cold",
    "v",
    "b",
    "t",
    "s",
    "mo",
    "be",
    "co",
    "type_of_x",
    "weight(mg)",
    "dose(mg/kg)",
    "x",
    "y",
    "z",
    "Unnamed: 0",
    "列1",
    "Column1",
    "总计",
    "小计",
    "备用",
    "附件",
];

#[test]
fn headings_of_other_things_are_not_read() {
    for waters in [Waters::Surface, Waters::Ground] {
        for heading in OTHER {
            let found = Heading::read(heading, waters);
            assert!(!matches!(found, Heading::Measured(_)), "{heading}: {found:?}");
        }
    }
}

/// Those of them that hold no name of ours are no findings either.
#[test]
fn what_has_nothing_to_do_with_us_passes() {
    let held = [
        "土壤pH平方",
        "BOD/COD比",
        "TDS计算",
        "do_not_use",
        "tp_link",
        "copper_wire_length",
        "zinc_finger",
    ];
    for heading in OTHER.iter().filter(|heading| !held.contains(heading)) {
        let found = Heading::read(heading, Waters::Surface);
        assert!(!matches!(found, Heading::NotRead(_)), "{heading}: {found:?}");
    }
}

#[test]
fn what_holds_a_name_and_is_none_says_why() {
    let item = |item: Item| Some(Quantity::Item(item));
    for (heading, nearest, refusal) in [
        ("DO(%)", item(Item::DissolvedOxygen), Refusal::Saturation),
        ("DO饱和度", item(Item::DissolvedOxygen), Refusal::Saturation),
        ("溶解氧饱和度(%)", item(Item::DissolvedOxygen), Refusal::Saturation),
        ("do_saturation", item(Item::DissolvedOxygen), Refusal::Saturation),
        ("高锰酸盐指数标准限值", item(Item::PermanganateIndex), Refusal::Limit),
        ("氨氮目标值", item(Item::AmmoniaNitrogen), Refusal::Limit),
        ("氨氮≤1.0", item(Item::AmmoniaNitrogen), Refusal::OtherWords),
        ("总磷检出限", item(Item::TotalPhosphorus), Refusal::Limit),
        ("氨氮类别", item(Item::AmmoniaNitrogen), Refusal::Class),
        ("cod_class", item(Item::ChemicalOxygenDemand), Refusal::Class),
        ("氨氮排名", item(Item::AmmoniaNitrogen), Refusal::Rank),
        ("w21003_Flag", item(Item::AmmoniaNitrogen), Refusal::Flag),
        ("总磷标识", item(Item::TotalPhosphorus), Refusal::Flag),
        ("w21011-Max", item(Item::TotalPhosphorus), Refusal::Statistic),
        ("pH最小值", item(Item::Ph), Refusal::Statistic),
        ("氨氮超标倍数", item(Item::AmmoniaNitrogen), Refusal::Statistic),
        ("氨氮同比", item(Item::AmmoniaNitrogen), Refusal::Statistic),
        ("氨氮(ppm)", item(Item::AmmoniaNitrogen), Refusal::Unit),
        ("铜(mg/kg)", item(Item::Copper), Refusal::Unit),
        ("氨氮(μmol/L)", item(Item::AmmoniaNitrogen), Refusal::Unit),
        ("水温(℉)", item(Item::WaterTemperature), Refusal::Unit),
        ("溶解氧(℃)", item(Item::DissolvedOxygen), Refusal::Unit),
        ("氨氮(以NH3计)", item(Item::AmmoniaNitrogen), Refusal::Form),
        ("总磷（以PO4计）", item(Item::TotalPhosphorus), Refusal::Form),
        ("总磷(mgN/L)", item(Item::TotalPhosphorus), Refusal::Form),
        ("铬(mg/L)", item(Item::HexavalentChromium), Refusal::Unsure),
        ("Cr", item(Item::HexavalentChromium), Refusal::Unsure),
        ("NH4+(mg/L)", item(Item::AmmoniaNitrogen), Refusal::Form),
        ("NO3-(mg/L)", Some(Quantity::Source(SourceItem::Nitrate)), Refusal::Form),
        ("temperature", item(Item::WaterTemperature), Refusal::Unsure),
        ("温度", item(Item::WaterTemperature), Refusal::Unsure),
        ("COD/BOD5", item(Item::ChemicalOxygenDemand), Refusal::TwoQuantities),
        ("氨氮/总氮", item(Item::AmmoniaNitrogen), Refusal::TwoQuantities),
        ("高猛酸盐指数", item(Item::PermanganateIndex), Refusal::Misspelt),
        ("高锰酸盐指教(mg/L)", item(Item::PermanganateIndex), Refusal::Misspelt),
        ("disolved oxygen", item(Item::DissolvedOxygen), Refusal::Misspelt),
        ("溶解性总磷", item(Item::TotalPhosphorus), Refusal::OtherWords),
        ("ph_raw", item(Item::Ph), Refusal::OtherWords),
        ("cu_ug_raw", item(Item::Copper), Refusal::Unit),
        ("总磷_kg", item(Item::TotalPhosphorus), Refusal::OtherWords),
        ("氨氮(mg/L)(μg/L)", item(Item::AmmoniaNitrogen), Refusal::Unit),
    ] {
        match Heading::read(heading, Waters::Surface) {
            Heading::NotRead(found) => {
                assert_eq!((found.nearest(), found.refusal()), (nearest, refusal), "{heading}");
                assert!(found.to_string().contains(heading), "{found}");
            }
            other => panic!("{heading}: {other:?}"),
        }
    }
    let long = format!("氨氮{}", "（说明）".repeat(60));
    assert!(
        matches!(Heading::read(&long, Waters::Surface), Heading::NotRead(it) if it.refusal() == Refusal::TooLong)
    );
}

#[test]
fn a_wrong_encoding_is_a_finding() {
    for garbled in ["æ°¨æ°®", "����", "锟斤拷锟斤拷", "æ€»ç£·(mg/L)"] {
        match Heading::read(garbled, Waters::Surface) {
            Heading::NotRead(found) => assert_eq!(found.refusal(), Refusal::Garbled, "{garbled}"),
            other => panic!("{garbled}: {other:?}"),
        }
    }
    assert_eq!(Heading::read("电导率(µS/cm)", Waters::Surface), Heading::Usual);
}
