//! Thousands of rows of `annual` at once, and each by itself: the same.

use crate::annual::{file, line, run};

/// Samples of two years: names of sections and points, times that come twice, cells of all kinds;
/// in quotes, so that each row is read by itself, or not.
fn samples(quotes: bool) -> String {
    let mut state = 0x3838_2026_u64;
    let mut below = move |end: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % end
    };
    let mut text = "section,point,body,time,pH,NH3-N(μg/L),TP,站点情况\n".to_owned();
    for _ in 0..14_000 {
        let name = ["A", "B", " C", "平均值", "", "高塘"][usize::try_from(below(6)).unwrap()];
        let name = if quotes { format!("\"{name}\"") } else { name.to_owned() };
        let point = ["", "n", "s"][usize::try_from(below(3)).unwrap()];
        let body = match below(200) {
            0 => "sea",
            1 => "lake",
            _ => "river",
        };
        let year = 2024 + below(20) / 19;
        let day = format!("{year}-{:02}-{:02} {:02}:00", 1 + below(12), 1 + below(29), below(24));
        let tp = match below(30) {
            0 => "41.5",
            1 => "0.02L",
            2 => "x",
            3 => "0.1F",
            4 => "0.1000000000000001",
            5 => "<0.01",
            6 => "0.1N",
            _ => "",
        };
        let tp = if tp.is_empty() { format!("0.{:03}", below(400)) } else { tp.to_owned() };
        let ph = format!("{}.{}", if below(90) == 0 { 2 } else { 6 + below(3) }, below(100));
        let state = match below(40) {
            0 => "维护",
            1 => "?!x",
            _ => "正常",
        };
        text += &format!("{name},{point},{body},{day},{ph},{},{tp},{state}", below(2000));
        text += if below(300) == 0 { ",7\n" } else { "\n" };
    }
    text
}

/// Thousands of rows by columns, on one thread and on three, and each row by itself: the same
/// tables, the same counts, the same words about what could not be used.
#[test]
fn blocks_are_summed_as_rows_are() {
    let [plain, quoted] = [false, true].map(samples);
    assert!(plain.len() > 600_000, "more blocks than one thread reads alone");
    for only_normal in [false, true] {
        let ran = |text: &str, threads: &str| {
            // The same name, for it stands in the messages.
            let path = file("blocks.csv", text);
            let mut words = vec![&*path, "--items", "pH,NH3-N,TP", "--threads", threads];
            words.extend(only_normal.then_some("--only-normal"));
            run(&words).unwrap()
        };
        let one = ran(&plain, "1");
        let three = ran(&plain, "3");
        let by_rows = ran(&quoted, "1");
        for said in ["of another year", "not measured normally", "100 times", "a pH under 3"] {
            assert!(one.out.contains(said), "{said}: {}", one.out);
        }
        for other in [three, by_rows] {
            assert_eq!(one.messages, other.messages);
            assert_eq!(one.out, other.out);
        }
    }
}

/// A row that a sum has no room for costs that row, which is named with its item and the reason.
#[test]
fn a_sum_without_room_costs_one_row() {
    // Sums of readings with that many digits are kept in units of 10⁻¹⁹ of 128 bits, up to
    // 17 014 118 346 046 923 173.17: the first two are 17 014 118 346 046 923 173, so that the
    // third has no room. The phosphorus of its row, 9, would be V.
    let rows = "2026-01-01,A,9223372036854775807,0.1\n\
                2026-01-02,A,7790746309192147366,0.1\n\
                2026-01-03,A,200000000,9\n\
                2026-01-04,A,20,0.1\n";
    let by_columns = format!("time,section,water_temp,tp\n{rows}");
    // In quotes no row is plain: each is read by itself.
    let by_rows = by_columns.replace(",A,", ",\"A\",");
    for (name, text) in [("room_columns.csv", by_columns), ("room_rows.csv", by_rows)] {
        let path = file(name, &text);
        let ran = run(&[&path, "--items", "TP"]).unwrap();
        assert_eq!(ran.code, 0, "{}", ran.messages);
        assert!(ran.out.contains("rows read: 4; used: 3; not used: 1"), "{}", ran.out);
        let said = format!(
            "{name}:4, column water_temp, section A: \"200000000\": expected fewer values in one cell: \
             4294967295, and a sum below 10¹⁹ at 19 places; the row is not used"
        );
        assert!(ran.messages.contains(&said), "{}", ran.messages);
        assert_eq!(line(&ran.out, "A")[..4], ["A", "II", "TP", "0.100"]);
        assert_eq!(run(&[&path, "--items", "TP", "--strict"]).unwrap().code, 1);
    }
}
