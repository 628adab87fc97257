//! A table of months becomes the year's verdict of each section: 2 sections, 5 items, 12 months.

use std::collections::BTreeMap;

use gb3838::{
    Circumstances, Class, Classifier, Item, ItemSet, Period, Reading, Sample, Series, Target,
    WaterBody, Year,
};

/// Section, month, and pH, DO, CODMn, NH3-N, TP; what was below a detection limit ends in L.
const MONTHS: &str = "\
东边塘,2024-01,7.5,8.1,3.9,0.62,0.14
东边塘,2024-02,7.4,7.8,4.4,0.71,0.18
东边塘,2024-03,7.3,7.2,4.8,0.98,0.21
东边塘,2024-04,7.2,6.1,5.2,1.10,0.24
钦江东,2024-01,7.7,9.2,2.0,0.12,0.05
钦江东,2024-02,7.8,8.9,2.1,0.025L,0.04
钦江东,2024-03,7.6,8.0,2.4,0.18,0.06
钦江东,2024-04,7.6,7.1,--,0.21,0.06
";

const ITEMS: [Item; 5] = [
    Item::Ph,
    Item::DissolvedOxygen,
    Item::PermanganateIndex,
    Item::AmmoniaNitrogen,
    Item::TotalPhosphorus,
];

fn main() -> Result<(), gb3838::Error> {
    let mut sections: BTreeMap<&str, Series> = BTreeMap::new();
    for row in MONTHS.lines() {
        let mut cells = row.split(',');
        let (Some(name), Some(month)) = (cells.next(), cells.next()) else { continue };
        let first_day = format!("{month}-01").parse()?;
        let series = sections.entry(name).or_default();
        for (item, cell) in ITEMS.into_iter().zip(cells) {
            series.add(first_day, item, &Reading::parse(cell, item)?)?;
        }
    }

    let year = Period::year(Year::new(2024)?);
    let target = Target::class(Year::new(2024)?, Class::III);
    let classifier = Classifier::for_means(WaterBody::River).with_items(ItemSet::FIVE);
    for (name, series) in &sections {
        let means = series.means(&year, year.averaging())?;
        let known = Circumstances::new().with_target(Class::III);
        let section = classifier.assess_with(&Sample::from(&means), &known)?;
        let verdict = target.judge(&section, None).verdict();
        let class = section.class().map_or("none", Class::name);
        println!("{name}: class {class} by {}, target III {verdict:?}", section.determining());
        // Four months of twelve are no year: each mean says how much it rests on.
        for (item, mean) in means.iter().filter(|(_, mean)| !mean.sufficiency().is_sufficient()) {
            println!("  {item}: {} of {} months", mean.sufficiency().found(), 12);
        }
    }
    Ok(())
}
