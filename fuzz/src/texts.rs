//! Texts as tables have them, and as nobody would write them.

use gb3838::source::SourceItem;
use gb3838::{Item, ground_water::GroundWaterItem};

use crate::random::Random;

/// What cells, headings and dates are made of.
const PIECES: [&str; 154] = [
    "0",
    "1",
    "9",
    "00",
    "05",
    "14",
    "25",
    "26",
    "31",
    "2024",
    "2026",
    "9999",
    "-1",
    "-0.025",
    "0.575",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "1e400",
    "1E-18",
    "e",
    "E",
    "×10",
    "x10^",
    "⁻³",
    "²",
    ".",
    "．",
    ",",
    "，",
    "'",
    "+",
    "-",
    "−",
    "–",
    "—",
    "~",
    "±",
    "<",
    ">",
    "≤",
    "≥",
    "＜",
    "＞",
    "《",
    "(",
    ")",
    "（",
    "）",
    "[",
    "]",
    "【",
    "】",
    "{",
    "}",
    "〔",
    "〕",
    "/",
    "／",
    "\\",
    "|",
    "*",
    "#",
    "%",
    "‰",
    "=",
    ":",
    "：",
    ";",
    "；",
    "、",
    "。",
    " ",
    "\t",
    "\n",
    "\r",
    "\u{3000}",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{0}",
    "\u{7f}",
    "\u{1b}[31m",
    "\u{301}",
    "\u{202e}",
    "😀",
    "𠮷",
    "L",
    "l",
    "Ｌ",
    "ND",
    "N.D.",
    "未检出",
    "小于",
    "低于",
    "检出限",
    "MDL",
    "nan",
    "inf",
    "∞",
    "NULL",
    "缺测",
    "停电",
    "mg/L",
    "mg",
    "μg/L",
    "ug/l",
    "ng/L",
    "µS/cm",
    "℃",
    "°C",
    "个/L",
    "MPN/100mL",
    "cm",
    "m",
    "无量纲",
    "以N计",
    "以P计",
    "as N",
    "类别",
    "水质",
    "超标倍数",
    "均值",
    "月均值",
    "监测",
    "时间",
    "日期",
    "断面",
    "名称",
    "点位",
    "年",
    "月",
    "日",
    "时",
    "分",
    "秒",
    "上午",
    "下午",
    "AM",
    "PM",
    "T",
    "Z",
    "+08:00",
    "+23:59",
    "-12",
    "24:00",
    "23:59:60",
    "第一季度",
    "上旬",
    "Ⅲ",
    "III",
    "劣Ⅴ",
    "w01018",
    "TP",
];

/// A text of one of several kinds.
pub(crate) fn text(random: &mut Random) -> String {
    match random.below(10) {
        0 => any_characters(random),
        1 => repeated(random),
        2 => number(random),
        3 => date(random),
        4..=6 => heading(random),
        _ => pieces(random),
    }
}

fn pieces(random: &mut Random) -> String {
    let count = 1 + random.below(12);
    (0..count).map(|_| piece(random)).collect()
}

fn piece(random: &mut Random) -> String {
    if random.one_in(5) { name(random) } else { random.pick(&PIECES).to_owned() }
}

/// A printed name of something that is measured.
fn name(random: &mut Random) -> String {
    let mut of = |count: usize| random.below(count);
    let name = match of(3) {
        0 => Item::ALL.get(of(24)).map(|item| match of(4) {
            0 => item.symbol(),
            1 => item.name_en(),
            2 => item.code(),
            _ => item.name_zh(),
        }),
        1 => SourceItem::ALL.get(of(85)).map(|item| match of(3) {
            0 => item.name_en(),
            1 => item.cas(),
            _ => item.name_zh(),
        }),
        _ => GroundWaterItem::ALL.get(of(39)).map(|item| item.name_zh()),
    };
    name.unwrap_or("氨氮").to_owned()
}

fn heading(random: &mut Random) -> String {
    let mut text = name(random);
    for _ in 0..random.below(4) {
        let piece = piece(random);
        match random.below(4) {
            0 => text.insert_str(0, &piece),
            1 => text = format!("{text}({piece})"),
            2 => text = format!("{text}（{piece}）"),
            _ => text.push_str(&piece),
        }
    }
    text
}

fn number(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..random.below(3) {
        text.push_str(random.pick(&["-", "+", "<", "＜", "0", " ", "ND"]));
    }
    for _ in 0..=random.below(25) {
        let digit = random.below(10);
        text.push(char::from_digit(u32::try_from(digit).unwrap_or(0), 10).unwrap_or('0'));
        if random.one_in(8) {
            text.push_str(random.pick(&[".", ",", "，", "．", "e", "E-", " "]));
        }
    }
    if random.one_in(3) {
        text.push_str(&piece(random));
    }
    text
}

fn date(random: &mut Random) -> String {
    let mut text = String::new();
    for place in 0..=random.below(6) {
        let greatest = [10_000, 13, 32, 25, 61, 61, 10][place.min(6)];
        let part = random.below(greatest);
        if random.one_in(2) {
            text.push_str(&format!("{part:02}"));
        } else {
            text.push_str(&format!("{part}"));
        }
        text.push_str(random.pick(&["-", "/", ".", "年", "月", "日", " ", "T", ":", "时", ""]));
    }
    text
}

fn any_characters(random: &mut Random) -> String {
    let count = random.below(40);
    let ranges = [0x80, 0x500, 0x3000, 0xffff, 0x0011_0000];
    let mut text = String::new();
    for _ in 0..count {
        let below = ranges[random.below(ranges.len())];
        let code = u32::try_from(random.below(below)).unwrap_or(0);
        text.extend(char::from_u32(code));
    }
    text
}

/// One piece very often, alone or within brackets.
fn repeated(random: &mut Random) -> String {
    let most = if random.one_in(20) { 30_000 } else { 200 };
    let count = random.below(most);
    let piece = piece(random);
    let front = if random.one_in(2) { name(random) } else { String::new() };
    if random.one_in(3) {
        let (open, close) = [("(", ")"), ("（", "）"), ("[", "]"), ("{", "}")][random.below(4)];
        return format!("{front}{}{piece}{}", open.repeat(count), close.repeat(count));
    }
    format!("{front}{}", piece.repeat(count))
}
