//! Words and marks of cells that stand for no value.

use crate::reading::notation::Missing;

/// The words for "no value" in published tables.
pub(super) const NO_VALUE_WORDS: &[&str] = &[
    "NA",
    "N/A",
    "n.a.",
    "null",
    "nil",
    "none",
    "nan",
    "missing",
    "no data",
    "nodata",
    "offline",
    "未测",
    "未测定",
    "未检测",
    "未采样",
    "未采",
    "未取样",
    "未分析",
    "未开展",
    "未上报",
    "未传输",
    "没有数据",
    "无数据",
    "不具备采样条件",
    "无法采样",
    "无值",
    "无效",
    "无效数据",
    "数据缺失",
    "数据异常",
    "异常",
    "缺测",
    "缺失",
    "缺",
    "空",
    "空值",
    "故障",
    "仪器故障",
    "设备故障",
    "通讯故障",
    "通信中断",
    "离线",
    "停测",
    "停运",
    "停机",
    "停电",
    "断电",
    "停水",
    "维护",
    "维修",
    "检修",
    "运维",
    "校准",
    "校正",
    "质控",
    "清洗",
    "调试",
    "改造",
    "断流",
    "干涸",
    "无水",
    "冰封",
    "结冰",
    "冰冻",
    "封冻",
    "取消监测",
    "不监测",
    "暂停监测",
    "不评价",
    "维护中",
    "维修中",
    "检修中",
    "调试中",
];

/// Words that stand beside those without saying anything alone.
const GLUE: [&str; 7] = ["仪器", "设备", "站房", "系统", "期间", "中", "因"];

/// Errors of spreadsheets.
const SPREADSHEET_ERRORS: [&str; 9] =
    ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"];

/// The marks that stand for no value.
pub(super) fn mark(cell: &str, words: &[&str]) -> Option<Missing> {
    const MARKS: [(&str, Missing); 18] = [
        ("", Missing::Blank),
        ("*", Missing::Star),
        ("/", Missing::Slash),
        ("未监测", Missing::NotMonitored),
        ("ND", Missing::NotDetected),
        ("N.D.", Missing::NotDetected),
        ("未检出", Missing::NotDetected),
        ("低于检出限", Missing::NotDetected),
        ("小于检出限", Missing::NotDetected),
        ("N.D", Missing::NotDetected),
        ("BDL", Missing::NotDetected),
        ("<DL", Missing::NotDetected),
        ("<MDL", Missing::NotDetected),
        ("<LOD", Missing::NotDetected),
        ("<检出限", Missing::NotDetected),
        ("below detection limit", Missing::NotDetected),
        ("QC", Missing::QualityControl),
        ("当天质控不合格", Missing::QualityControl),
    ];
    if !cell.is_empty() && cell.bytes().all(|byte| byte == b'-') {
        return Some(Missing::Dash);
    }
    if is_voiding(cell) {
        return Some(Missing::Voided);
    }
    if cell.starts_with('#') {
        let is_error = cell.bytes().all(|byte| byte == b'#')
            || SPREADSHEET_ERRORS.iter().any(|error| cell.eq_ignore_ascii_case(error));
        return is_error.then_some(Missing::SpreadsheetError);
    }
    let known = MARKS.iter().find(|(text, _)| cell.eq_ignore_ascii_case(text));
    known
        .map(|(_, missing)| *missing)
        .or_else(|| is_made_of(cell, words).then_some(Missing::NoValue))
}

/// Whether a cell is made of some words and signs between them alone: 断流未采样, 故障(维修中).
fn is_made_of(cell: &str, words: &[&str]) -> bool {
    let is_sign = |character: char| matches!(character, ' ' | '(' | ')' | ',' | '、' | '/' | '-');
    let mut rest = cell;
    let mut count = 0;
    while !rest.is_empty() {
        // A Latin word is the whole of what stands between signs.
        let longest = words
            .iter()
            .filter(|word| {
                let start = rest.get(..word.len());
                let goes_on =
                    rest.as_bytes().get(word.len()).is_some_and(u8::is_ascii_alphanumeric);
                start.is_some_and(|start| start.eq_ignore_ascii_case(word))
                    && !(word.is_ascii() && goes_on)
            })
            .map(|word| word.len())
            .max();
        if let Some(length) = longest {
            rest = &rest[length..];
            count += 1;
            continue;
        }
        let after = GLUE
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .or_else(|| rest.strip_prefix(is_sign));
        let Some(after) = after else {
            return false;
        };
        rest = after;
    }
    count > 0
}

/// The marks of automatic stations that void a value, alone or behind a number.
///
/// # Reference
/// Reports of automatic stations (F).
pub(super) fn is_voiding(letters: &str) -> bool {
    const MARKS: [&str; 7] = ["Z", "D", "DEL", "F", "B", "hd", "DEL/nt/at"];
    MARKS.iter().any(|mark| letters.eq_ignore_ascii_case(mark))
}
