//! 地表水环境质量数据报表, automatic station 海门湾桥闸 (Guangdong), 1 January to 30 June 2019,
//! hourly; its footer prints minimum, maximum, mean and class of the mean for each column.
//!
//! Source: github 22wjLiu/LianjiangWaterQualityPlatform,
//! go/home/hour/海门湾桥闸时段报表201901-06.xlsx.

use gb3838::{
    Averaging, Classifier, Comparison, Item, Mean, Notation, Period, Reading, Series, Timestamp,
    Unit, WaterBody,
};

use crate::field::{self, Row};

/// A column of the report with its footer.
struct Column {
    name: &'static str,
    item: Item,
    unit: Unit,
    decimals: u8,
    mean: &'static str,
    least: &'static str,
    greatest: &'static str,
    class: Option<&'static str>,
    /// The mean of the six monthly means at the printed decimals, where it is not the print.
    of_months: Option<&'static str>,
}

const COLUMNS: [Column; 9] = [
    Column {
        name: "water_temp",
        item: Item::WaterTemperature,
        unit: Unit::Celsius,
        decimals: 1,
        mean: "23.4",
        least: "16.7",
        greatest: "33.6",
        class: None,
        of_months: Some("23.3"),
    },
    Column {
        name: "ph",
        item: Item::Ph,
        unit: Unit::Dimensionless,
        decimals: 2,
        mean: "7.05",
        least: "4.81",
        greatest: "9.3",
        class: Some("I"),
        of_months: None,
    },
    Column {
        name: "do",
        item: Item::DissolvedOxygen,
        unit: Unit::MilligramPerLitre,
        decimals: 1,
        mean: "4.5",
        least: "0.16",
        greatest: "15",
        class: Some("IV"),
        of_months: None,
    },
    Column {
        name: "codmn",
        item: Item::PermanganateIndex,
        unit: Unit::MilligramPerLitre,
        decimals: 1,
        mean: "9.1",
        least: "1.1",
        greatest: "20.3",
        class: Some("IV"),
        of_months: Some("9.2"),
    },
    Column {
        name: "tp",
        item: Item::TotalPhosphorus,
        unit: Unit::MilligramPerLitre,
        decimals: 3,
        mean: "0.236",
        least: "0.031",
        greatest: "0.802",
        class: Some("IV"),
        of_months: Some("0.240"),
    },
    Column {
        name: "cod",
        item: Item::ChemicalOxygenDemand,
        unit: Unit::MilligramPerLitre,
        decimals: 1,
        mean: "26.3",
        least: "7",
        greatest: "69.8",
        class: Some("IV"),
        of_months: Some("26.4"),
    },
    Column {
        name: "cr6",
        item: Item::HexavalentChromium,
        unit: Unit::MilligramPerLitre,
        decimals: 4,
        mean: "0.0029",
        least: "0.0025",
        greatest: "0.015",
        class: Some("I"),
        of_months: None,
    },
    Column {
        name: "cu_ug",
        item: Item::Copper,
        unit: Unit::MicrogramPerLitre,
        decimals: 1,
        mean: "2.5",
        least: "2.5",
        greatest: "2.5",
        class: Some("I"),
        of_months: None,
    },
    Column {
        name: "cn",
        item: Item::Cyanide,
        unit: Unit::MilligramPerLitre,
        decimals: 4,
        mean: "0.0025",
        least: "0.0025",
        greatest: "0.0025",
        class: Some("I"),
        of_months: None,
    },
];

/// The readings of a column, in its own unit or converted to another.
fn series(hours: &[Row], column: &Column, unit: Unit) -> Series {
    let notation = Notation::new().with_any_letters_void(true);
    let mut series = Series::new();
    for hour in hours {
        let time: Timestamp = hour.cell("time").parse().unwrap();
        let reading: Reading = notation.parse(hour.cell(column.name), column.item).unwrap();
        let reading = reading.convert(column.unit, unit).unwrap();
        series.add(time.date(), column.item, &reading).unwrap();
    }
    series
}

fn mean(series: &Series, item: Item, averaging: Averaging) -> Mean {
    let half_year = Period::half_year_of("2019-01-01".parse().unwrap());
    series.mean(item, &half_year, averaging).unwrap().expect("the half-year has values")
}

fn hours() -> Vec<Row> {
    let hours = field::rows("haimen-2019-h1.csv");
    assert_eq!(hours.len(), 4346);
    hours
}

/// One mean over all valid hours; half of a detection limit enters all three figures.
#[test]
fn every_footer_comes_out_pooled() {
    let hours = hours();
    for column in &COLUMNS {
        let mean = mean(&series(&hours, column, column.unit), column.item, Averaging::Pooled);
        let number = |text: &str| text.parse().unwrap();
        assert_eq!(mean.round(column.decimals).unwrap().to_string(), column.mean);
        assert_eq!(mean.least(), number(column.least), "{}", column.name);
        assert_eq!(mean.greatest(), number(column.greatest), "{}", column.name);
    }
}

#[test]
fn every_class_of_a_mean_comes_out() {
    let hours = hours();
    for column in &COLUMNS {
        let unit = column.item.unit();
        let mean = mean(&series(&hours, column, unit), column.item, Averaging::Pooled);
        for comparison in [Comparison::RoundFirst, Comparison::FullValue] {
            let classifier = match comparison {
                Comparison::RoundFirst => Classifier::for_means(WaterBody::River),
                Comparison::FullValue => Classifier::for_readings(WaterBody::River),
            };
            let class = classifier.class_of_quantity(column.item, mean.value());
            assert_eq!(class, column.class.map(field::class), "{} {comparison}", column.name);
        }
    }
}

/// A mean of monthly means is another number: four of the nine columns would be printed
/// otherwise. So a station's own report pools, whatever the length of its period.
#[test]
fn means_of_monthly_means_miss_four_columns() {
    let hours = hours();
    for column in &COLUMNS {
        let series = series(&hours, column, column.unit);
        let of_months = mean(&series, column.item, Averaging::MonthsFirst);
        let expected = column.of_months.unwrap_or(column.mean);
        assert_eq!(of_months.round(column.decimals).unwrap().to_string(), expected);
        if let Some(other) = column.of_months {
            assert_ne!(other, column.mean, "{}", column.name);
        }
    }
    assert_eq!(COLUMNS.iter().filter(|column| column.of_months.is_some()).count(), 4);
}

/// The printed pH of 7.05 is that of the mean hydrogen ion; the numbers alone average to 7.22.
#[test]
fn the_arithmetic_mean_of_ph_is_not_the_print() {
    let hours = hours();
    let notation = Notation::new().with_any_letters_void(true);
    let mut hundredths = 0_i64;
    let mut count = 0;
    for hour in &hours {
        if let Reading::Value(value) = notation.parse(hour.cell("ph"), Item::Ph).unwrap() {
            let value = value.round(2);
            hundredths += value.units();
            count += 1;
        }
    }
    // (722 − ½) · count ≤ sum < (722 + ½) · count.
    assert!(((1443 * count)..(1445 * count)).contains(&(2 * hundredths)));
}
