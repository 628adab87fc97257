//! 国家地表水水质自动监测实时数据 (real-time page of the China National Environmental Monitoring
//! Centre), five national automatic stations of Qinzhou (Guangxi), 20 time steps from 26 August
//! to 13 September 2026: displayed values only.
//!
//! Source: github Jesse-dry/AquaDetective, data/interim/cnemc_archive/all_stations.csv, commit
//! 003e0b58. Classes of readings are printed; sums, means and classes of means are those of
//! `conformance/field/README.md`, computed apart from the crate.

use gb3838::{
    Averaging, Class, Classifier, Comparison, Decimal, Fraction, Item, ItemMap, ItemSet,
    Measurement, Period, Reading, SectionAssessment, Series, Target, Timestamp, WaterBody, Year,
};

use crate::field::{self, Row};
use crate::five_items::{COLUMNS, class_of, readings};

fn rows() -> Vec<Row> {
    field::rows("qinzhou-readings.csv")
}

/// The rows whose printed class comes out, by the limits of a body of water.
fn reproduced(body: WaterBody, comparison: Comparison) -> Vec<Row> {
    let fits = |row: &Row| class_of(&readings(row, ""), body, comparison) == row.class_printed();
    rows().into_iter().filter(fits).collect()
}

#[test]
fn every_class_comes_out_by_river_limits_and_five_by_lake_limits() {
    assert_eq!(rows().len(), 100);
    assert!(rows().iter().all(|row| row.class_printed().is_some()));
    assert_eq!(reproduced(WaterBody::River, Comparison::FullValue).len(), 100);
    assert_eq!(reproduced(WaterBody::Lake, Comparison::FullValue).len(), 5);
}

/// pH 5.71 and 5.97 round to 6 and would pass.
#[test]
fn rounding_first_misses_two_readings_of_ph() {
    let key = |row: &Row| (row.cell("time").to_owned(), row.cell("section").to_owned());
    let fitting: Vec<_> =
        reproduced(WaterBody::River, Comparison::RoundFirst).iter().map(key).collect();
    let missed: Vec<Row> = rows().into_iter().filter(|row| !fitting.contains(&key(row))).collect();
    let named: Vec<_> =
        missed.iter().map(|row| [row.cell("time"), row.cell("section"), row.cell("ph")]).collect();
    assert_eq!(
        named,
        [["2026-08-30T13:00+08:00", "高塘", "5.97"], ["2026-09-02T11:00+08:00", "钦江东", "5.71"],]
    );
}

/// Total nitrogen, by the lake limits, would make 95 of 97 classes wrong.
#[test]
fn total_nitrogen_takes_no_part() {
    let lake = Classifier::for_readings(WaterBody::Lake);
    let (mut with_nitrogen, mut fitting) = (0, 0);
    for row in rows() {
        let Reading::Value(nitrogen) = Reading::parse(row.cell("tn"), Item::TotalNitrogen).unwrap()
        else {
            continue;
        };
        let five = class_of(&readings(&row, ""), WaterBody::River, Comparison::FullValue);
        let class = lake.class_of(Item::TotalNitrogen, nitrogen).unwrap();
        with_nitrogen += 1;
        fitting += usize::from(five.max(class) == row.class_printed());
    }
    assert_eq!((with_nitrogen, fitting), (97, 2));
}

/// Sum and count of an item, its mean at the assessment decimals, and the class of the mean.
type Figures = (&'static str, u64, &'static str, Class);

/// What the readings of a section come to, over all 20 steps.
struct Section {
    name: &'static str,
    /// By hydrogen ion, and the plain sum.
    ph: (&'static str, &'static str, u64),
    /// DO, CODMn, NH3-N, TP.
    figures: [Figures; 4],
    nitrogen: (&'static str, u64),
    class: Class,
    target: Class,
    missed_by: &'static str,
}

const SECTIONS: [Section; 5] = {
    use Class::{I, II, III, IV};
    [
        Section {
            name: "钦江东",
            ph: ("6.863914", "146.48", 20),
            figures: [
                ("135.73", 20, "6.8", II),
                ("58.51", 19, "3.1", II),
                ("2.774", 19, "0.15", I),
                ("1.107", 19, "0.058", II),
            ],
            nitrogen: ("42.74", 17),
            class: II,
            target: III,
            missed_by: "",
        },
        Section {
            name: "高速公路西桥",
            ph: ("7.046758", "142.72", 20),
            figures: [
                ("101.36", 20, "5.1", III),
                ("96.05", 20, "4.8", III),
                ("10.872", 20, "0.54", III),
                ("3.445", 19, "0.181", III),
            ],
            nitrogen: ("74.30", 20),
            class: III,
            target: IV,
            missed_by: "",
        },
        Section {
            name: "茅岭大桥",
            ph: ("6.522447", "131.82", 20),
            figures: [
                ("140.57", 20, "7.0", II),
                ("50.48", 20, "2.5", II),
                ("0.899", 17, "0.05", I),
                ("1.329", 19, "0.070", II),
            ],
            nitrogen: ("27.93", 20),
            class: II,
            target: III,
            missed_by: "",
        },
        Section {
            name: "东边埇",
            ph: ("6.463738", "130.22", 20),
            figures: [
                ("139.65", 20, "7.0", II),
                ("51.65", 20, "2.6", II),
                ("1.478", 20, "0.07", I),
                ("2.329", 20, "0.116", III),
            ],
            nitrogen: ("38.98", 20),
            class: III,
            target: II,
            missed_by: "TP",
        },
        Section {
            name: "高塘",
            ph: ("6.318898", "127.32", 20),
            figures: [
                ("140.50", 20, "7.0", II),
                ("49.53", 20, "2.5", II),
                ("1.673", 20, "0.08", I),
                ("1.688", 20, "0.084", II),
            ],
            nitrogen: ("43.83", 20),
            class: II,
            target: III,
            missed_by: "",
        },
    ]
};

/// The readings of a section, and of total nitrogen beside the five items.
fn series(section: &str) -> Series {
    let mut series = Series::new();
    for row in rows().iter().filter(|row| row.cell("section") == section) {
        let time: Timestamp = row.cell("time").parse().unwrap();
        for (item, column) in COLUMNS.into_iter().chain([(Item::TotalNitrogen, "tn")]) {
            let reading = Reading::parse(row.cell(column), item).unwrap();
            series.add(time.date(), item, &reading).unwrap();
        }
    }
    series
}

fn period(series: &Series) -> Period {
    let (first, last) = series.span().unwrap();
    Period::span(first, last).unwrap()
}

fn of_means(series: &Series, classifier: &Classifier, averaging: Averaging) -> SectionAssessment {
    let means = series.means(&period(series), averaging).unwrap();
    let means: ItemMap<Measurement> =
        means.iter().map(|(item, mean)| (item, Measurement::from(*mean))).collect();
    classifier.assess(&means).unwrap()
}

/// A sum over a count, exactly.
fn quotient(sum: &str, count: u64) -> Fraction {
    Fraction::from(sum.parse::<Decimal>().unwrap()).divided_by_count(count).unwrap()
}

#[test]
fn every_mean_is_its_sum_by_its_count() {
    for section in &SECTIONS {
        let series = series(section.name);
        let period = period(&series);
        let mean = |item| series.mean(item, &period, Averaging::Pooled).unwrap().unwrap();
        let items = COLUMNS.iter().skip(1).map(|(item, _)| *item);
        for (item, (sum, count, printed, _)) in items.zip(section.figures) {
            let mean = mean(item);
            assert_eq!(mean.value().exact(), Some(quotient(sum, count)), "{}", section.name);
            assert_eq!(u64::from(mean.count()), count);
            let rounded = mean.round(item.assessment_decimals()).unwrap();
            assert_eq!(rounded.to_string(), printed, "{} {item}", section.name);
        }
        let (sum, count) = section.nitrogen;
        assert_eq!(mean(Item::TotalNitrogen).value().exact(), Some(quotient(sum, count)));
    }
}

/// One reading of 5.71 draws the mean pH of 钦江东 from 7.32 to 6.86.
#[test]
fn every_mean_ph_is_that_of_the_mean_hydrogen_ion() {
    for section in &SECTIONS {
        let (by_ion, sum, count) = section.ph;
        let series = series(section.name);
        let mean = series.mean(Item::Ph, &period(&series), Averaging::Pooled).unwrap().unwrap();
        assert_eq!(mean.round(6).unwrap().to_string(), by_ion, "{}", section.name);
        assert_eq!(u64::from(mean.count()), count);
        let readings = rows();
        let hundredths = readings
            .iter()
            .filter(|row| row.cell("section") == section.name)
            .map(|row| row.cell("ph").parse::<Decimal>().unwrap().round(2).units());
        assert_eq!(Decimal::new(hundredths.sum(), 2), Ok(sum.parse().unwrap()));
    }
    assert_eq!(quotient("146.48", 20).round(2).unwrap().to_string(), "7.32");
}

/// Rounded first, as means are, or in full: the classes of the means are the same.
#[test]
fn every_class_of_means_comes_out() {
    let river = WaterBody::River;
    for classifier in [Classifier::for_means(river), Classifier::for_readings(river)] {
        let classifier = classifier.with_items(ItemSet::FIVE);
        for section in &SECTIONS {
            let assessed = of_means(&series(section.name), &classifier, Averaging::Pooled);
            let items = COLUMNS.iter().skip(1).map(|(item, _)| *item);
            for (item, (.., class)) in items.zip(section.figures) {
                assert_eq!(assessed.class_of(item), Some(class), "{} {item}", section.name);
            }
            assert_eq!(assessed.class(), Some(section.class), "{}", section.name);
            let target = Target::class(Year::new(2024).unwrap(), section.target);
            let judged = target.judge(&assessed, None);
            let verdict = if section.missed_by.is_empty() { "met" } else { "missed" };
            assert_eq!(judged.verdict().name(), verdict, "{}", section.name);
            assert_eq!(judged.failing().to_string(), section.missed_by);
        }
    }
}

/// NH3-N of 钦江东: 0.146 pooled, class I; 0.160 as the mean of two months, class II.
#[test]
fn the_order_of_averaging_decides_a_class() {
    let series = series("钦江东");
    let classifier = Classifier::for_means(WaterBody::River).with_items(ItemSet::FIVE);
    for (averaging, printed, class) in
        [(Averaging::Pooled, "0.146", Class::I), (Averaging::MonthsFirst, "0.160", Class::II)]
    {
        let mean = series.mean(Item::AmmoniaNitrogen, &period(&series), averaging).unwrap();
        assert_eq!(mean.unwrap().round(3).unwrap().to_string(), printed);
        let assessed = of_means(&series, &classifier, averaging);
        assert_eq!(assessed.class_of(Item::AmmoniaNitrogen), Some(class));
    }
}
