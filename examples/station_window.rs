//! A station keeps the mean of its last 30 days exactly: one day in, one day out, no drift.

use std::collections::VecDeque;

use gb3838::{Accumulator, Classifier, Item, Measurement, Reading, Sample, WaterBody};

const DAYS: usize = 30;

/// The readings of a window, and their exact sum.
struct Window {
    sum: Accumulator,
    readings: VecDeque<Reading>,
}

impl Window {
    fn push(&mut self, reading: Reading) -> Result<(), gb3838::Error> {
        self.sum.add(&reading)?;
        self.readings.push_back(reading);
        if self.readings.len() > DAYS
            && let Some(oldest) = self.readings.pop_front()
        {
            self.sum.remove(&oldest)?;
        }
        Ok(())
    }
}

fn main() -> Result<(), gb3838::Error> {
    let item = Item::TotalPhosphorus;
    let station = Classifier::for_means(WaterBody::River);
    let mut window = Window { sum: Accumulator::new(item), readings: VecDeque::new() };
    // A wave of pollution, one day without a value and some below the detection limit.
    for day in 0..90_u32 {
        let cell = match day {
            12 => "--".to_owned(),
            day if day % 7 == 0 => "0.01L".to_owned(),
            day => format!("0.{:03}", 60 + 4 * day.min(90 - day)),
        };
        window.push(Reading::parse(&cell, item)?)?;
        if day % 15 != 14 {
            continue;
        }
        let Some(mean) = window.sum.mean()? else { continue };
        // The mean is rounded once, when it is compared: a reading of it says the same.
        let mut sample = Sample::new();
        sample.insert(item, Measurement::from(Reading::value(mean.round(3)?, item)?))?;
        let class = station.assess(&sample)?.class();
        println!(
            "day {:2}: mean {} of {} values ({} below detection), class {}",
            day + 1,
            mean.round(3)?,
            window.sum.count(),
            window.sum.below_count(),
            class.map_or("none", gb3838::Class::name),
        );
    }
    Ok(())
}
