//! The marks of certainty: those of the rule rows in the guide are those of the rule book.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::std_instead_of_alloc,
    reason = "a test has the standard library, and says what went wrong by failing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gb3838::Rule;

/// A row of the guide, and the sentences of the rule book that it stands for: the words before
/// each mark.
const ROWS: [(&str, &[&str]); 52] = [
    ("limits of the 24 basic items", &["Table 1 has 24 items in five classes"]),
    ("stricter local limits", &["A local standard may be stricter"]),
    ("added local limits", &["or limit what the standard lacks"]),
    ("man-made change of temperature", &["Water temperature limits a change"]),
    ("assessment decimals", &["Assessment decimals are in"]),
    ("class of one item: the best whose limit holds, inclusive", &["The best class whose limit"]),
    ("pH outside its range: inferior V", &["pH outside 6–9"]),
    ("below the detection limit, undecidable", &["half of it enters means", "is **undecidable**"]),
    ("class of a section: single factor", &["The worst item is the class"]),
    ("21 items, three reference items", &["These are classed apart"]),
    ("five plus X", &["than the target where that is I or II"]),
    ("quality and colour", &["Quality: I and II excellent"]),
    ("main pollution items", &["then the order of Table 1; the first three"]),
    ("exceedance multiple", &["Multiple over the limit S: (C − S) / S, for"]),
    ("COD in high chloride", &["is taken out by the caller's word"]),
    ("natural background", &["Natural background 本底"]),
    ("groups with and without natural background", &["Natural background 本底"]),
    ("laboratory notation", &["half of it enters means", "A cell with any mark but L"]),
    ("pH by hydrogen ion", &["pH: minus the logarithm"]),
    ("lakes: over time, then over points", &["Lakes: over time at each point"]),
    ("half to even, one significant digit", &["Half to even, once", "one significant digit stays"]),
    ("rounded first, or full value", &["Assessment decimals are in"]),
    ("order of averaging", &["the mean of the monthly means"]),
    ("enough samples", &["a quarter two", "where ice or drought is declared"]),
    (
        "rivers, basins, regions: means, shares",
        &["else heavily polluted", "over the sections, then §3"],
    ),
    ("the gap in the table of shares", &["is in no row and counts as heavy"]),
    ("main pollution items of a basin", &["Main items of a group"]),
    ("change by level, by shares, combined", &["one level some, more marked", "above marked"]),
    ("lakes of several points, zones", &["Lakes: over time at each point"]),
    (
        "trophic level index, any subset, grades",
        &["the others in mg/L", "belong to the lower grade"],
    ),
    ("trophic index of one parameter", &["the others in mg/L"]),
    ("trend: Spearman, Daniel", &["at the three decimals of the table"]),
    ("target of a year, met by a class no worse", &["whose first year is not after it"]),
    ("shares at published precision", &["targets of 0 and 100 % compare counts"]),
    ("what the rest of the year must bring", &["Outlook"]),
    ("goals with open members", &["met or missed only if every outcome"]),
    ("limits for drinking-water sources", &["Table 1 has 24 items in five classes"]),
    ("pass rates by number and by volume", &["count as passing in one of the two figures"]),
    (
        "function zones: annual mean, frequency; 80 %",
        &["the class of the annual mean against the target", "at least 80 %"],
    ),
    ("function zones: rivers dry for six months in a row", &["six **consecutive** months or more"]),
    ("values that no water has: kept and named", &["Values that no water has"]),
    ("city index; its weights", &["The mean over all sections first", "(river · M + lake · N)"]),
    ("ranking of cities, and of their changes", &["Change = (now − base) / base"]),
    ("standard index", &["an index of 1 does not exceed", "pH: (7 − pH) / (7 − 6) up to 7"]),
    ("standard index of oxygen, older form", &["The form of HJ/T 2.3-93"]),
    ("oxygen at saturation", &["/ (33.5 + T)"]),
    ("urban black-odorous water: reading, shallow water", &["ends included; heavy beyond"]),
    (
        "urban black-odorous water: point, stretch, body",
        &["60 % of the points make the body heavy"],
    ),
    ("ground water: class of an item, worst class, sources", &["is the class of the sample"]),
    ("rural black-odorous water", &["any of transparency < 25 cm"]),
    (
        "flood-season pollution intensity: the maximum, one decimal",
        &["Pollution intensity of the flood"],
    ),
    ("ecological base flow", &["met from 90 %"]),
];

/// Rows that say more than a sentence of the rule book does; their marks are the rows' own.
const NOT_IN_BOOK: [&str; 52] = [
    "an edition of the caller's own",
    "months and means of Tables 2 and 3, chlorophyll-a, transparency",
    "function zones: a method of the zone's own",
    "no class without one of the five, where that is asked for",
    "reference items that are asked for by name take part, and are named",
    "total nitrogen of rivers by the limits of lakes",
    "a printed limit is that of the class, of another class, of the other water, or none",
    "a result below detection lies between zero and the limit; a mean keeps both ends",
    "a section can have what its worst item can",
    "comprehensive pollution index and load shares; not of 22号",
    "missing months: any value, or within the months seen, or none",
    "table of an impact assessment: range, largest index, rate, multiple, verdict of an item",
    "the classes that a mean can have",
    "a verdict says what it rests on, and may be refused on too few samples",
    "decisive class: III, the target where stricter",
    "function zones: share, drainage zones",
    "items of Table 3 that a county selected",
    "sufficiency of a section by those of its five items that were asked for",
    "a plan by county and by unit",
    "a rise of oxygen is better",
    "automatic before manual",
    "boundary sections, counties",
    "change of a section",
    "class I of oxygen by saturation",
    "classes of sums, sufficiency",
    "critical values, all orders, Student's t",
    "function zones: all items or the pair",
    "function zones: failing items as 氨氮(50%)",
    "geological exemptions",
    "half the detection limit in means, minimum, maximum",
    "items worse than the target",
    "lists of 61, 62, 109 items",
    "many sections at once, sums that merge",
    "methods and detection limits",
    "missing: no class",
    "month on year, year on year, relative change",
    "names of columns, their units, forms and findings",
    "numbers against a goal, at least or at most, by a date",
    "numbers and work of a plan by a day",
    "per-item limits, also strict; no worse than last year",
    "periods and seasons",
    "printed mean below the detection limit",
    "printed shares, forced or cut",
    "river or lake limits, as the caller says",
    "share of months that meet the target",
    "sources and flows of a plan",
    "sources in use, backup, planned",
    "states of stations, marks of readings",
    "summaries of the half-year and the year",
    "surface sources: class III or own target",
    "times of tables",
    "twelve months, year to date, a year ago",
];

/// Rules in results, and the sentence of the rule book.
const RULES: [(Rule, &str); 22] = [
    (Rule::TABLE_1, "Table 1 has 24 items in five classes"),
    (Rule::SINGLE_FACTOR, "The worst item is the class"),
    (Rule::ASSESSED_ITEMS, "These are classed apart"),
    (Rule::FIVE_PLUS_X, "than the target where that is I or II"),
    (Rule::MAIN_POLLUTION_ITEMS, "then the order of Table 1; the first three"),
    (Rule::HALF_DETECTION_LIMIT, "half of it enters means"),
    (Rule::UNDECIDABLE, "is **undecidable**"),
    (Rule::VOIDED_BY_MARK, "A cell with any mark but L"),
    (Rule::HIGH_CHLORIDE, "is taken out by the caller's word"),
    (Rule::PH_BY_HYDROGEN_ION, "pH: minus the logarithm"),
    (Rule::LAKE_POINTS, "Lakes: over time at each point"),
    (Rule::SUFFICIENT_SAMPLES, "a quarter two"),
    (Rule::SUFFICIENT_MONTHS, "where ice or drought is declared"),
    (Rule::NATURAL_BACKGROUND, "Natural background 本底"),
    (Rule::ZONE_ANNUAL_MEAN, "the class of the annual mean against the target"),
    (Rule::ZONE_DRY, "six **consecutive** months or more"),
    (Rule::ZONE_DRAINAGE_CONTROL, "drainage-control zones without a target"),
    (Rule::CITY_WEIGHTS, "(river · M + lake · N)"),
    (Rule::BLACK_ODOROUS, "ends included; heavy beyond"),
    (Rule::BLACK_ODOROUS_RURAL, "any of transparency < 25 cm"),
    (Rule::FLOOD_SEASON_INTENSITY, "Pollution intensity of the flood"),
    (Rule::ECOLOGICAL_BASE_FLOW, "met from 90 %"),
];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

/// The marks in a text: P, S, F, K standing alone, and `ours`.
fn marks(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let marks = words.filter(|word| ["P", "S", "F", "K", "ours"].contains(word));
    marks.map(str::to_owned).collect()
}

/// The marks within the brackets of a text, or `ours` written bare.
fn marks_of_row(cell: &str) -> BTreeSet<String> {
    let inside = cell.split('(').skip(1).filter_map(|part| part.split(')').next());
    let bare = cell.contains("ours").then_some("ours");
    inside.chain(bare).flat_map(marks).collect()
}

/// The marks of the sentence of the book that goes on after some words: those of the first
/// brackets that hold any.
#[track_caller]
fn marks_of_sentence(book: &str, words: &str) -> BTreeSet<String> {
    let Some(start) = book.find(words) else { panic!("the rule book does not say: {words}") };
    let line = book[start..].lines().next().unwrap_or_default();
    let found = line.split('(').skip(1).filter_map(|part| part.split(')').next());
    let found = found.map(marks).find(|marks| !marks.is_empty());
    found.unwrap_or_else(|| panic!("no mark after: {words}"))
}

/// Each row: its name and the cell of its documents.
fn rows() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../guide/rules");
    let mut rows = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for line in text.lines().skip(2) {
            let cells: Vec<_> = line.split('|').map(str::trim).collect();
            let before = rows.insert(cells[1].to_owned(), cells[2].to_owned());
            assert!(before.is_none(), "the row stands twice: {}", cells[1]);
        }
    }
    rows
}

#[test]
fn rows_have_the_marks_of_the_rule_book() {
    let (rows, book) = (rows(), read("conformance/RULES.md"));
    let mut wrong = Vec::new();
    for (row, sentences) in ROWS {
        let Some(cell) = rows.get(row) else { panic!("the guide has no row: {row}") };
        let said: BTreeSet<_> =
            sentences.iter().flat_map(|words| marks_of_sentence(&book, words)).collect();
        let own = marks_of_row(cell);
        if own != said {
            wrong.push(format!("{row}: {own:?}, the book {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A row that the book says nothing of is named here, so that a new row is not forgotten.
#[test]
fn every_row_is_held_against_the_book_or_named() {
    let known: BTreeSet<_> = ROWS.iter().map(|(row, _)| *row).chain(NOT_IN_BOOK).collect();
    let rows = rows();
    let forgotten: Vec<_> = rows.keys().filter(|row| !known.contains(row.as_str())).collect();
    assert!(forgotten.is_empty(), "{forgotten:#?}");
    for row in NOT_IN_BOOK {
        assert!(rows.contains_key(row), "{row}");
        assert!(!marks_of_row(&rows[row]).is_empty(), "{row}");
    }
}

#[test]
fn rules_in_results_have_the_marks_of_the_rule_book() {
    let book = read("conformance/RULES.md");
    for (rule, words) in RULES {
        let said = marks_of_sentence(&book, words);
        let own = rule.certainty().letter();
        assert!(said.contains(own), "{rule}: the book {said:?}");
    }
}

/// There is no clause 1.4, and standards that were replaced are named by their successors.
#[test]
fn no_rule_cites_what_is_not_there() {
    for (row, cell) in rows() {
        for wrong in ["1.4", "GB 11914-89", "text not seen"] {
            assert!(!cell.contains(wrong), "{row}: {cell}");
        }
    }
    for (rule, _) in RULES {
        assert!(!rule.to_string().contains("1.4") && rule.document() != "GB 11914-89", "{rule}");
    }
}
