//! The same samples through Rust and through C: identical, set by set, byte by byte.
//!
//! They are kept with their answers as `target/tmp/ten_thousand_samples.csv`: tests in Python take
//! them through the package, and through Spark.
#![expect(clippy::large_stack_arrays, reason = "four classifiers, once a test")]
#![expect(unsafe_code, clippy::unwrap_used, reason = "a test that calls as C does")]

use gb3838::section::BackgroundLeftOut;
use gb3838::sums::SumSpan;
use gb3838::time::Requirement;
use gb3838::{
    Accumulator, Circumstances, Class, ClassCode, Classifier, Item, ItemSet, Reading, Sample,
    SumTable, Target, WaterBody, Year,
};
use gb3838_c::status::Status;
use gb3838_c::values::assess::{Assessment, Circumstances as CCircumstances};
use gb3838_c::values::classifier::{
    CClassifier, gb3838_lake_means, gb3838_lake_readings, gb3838_river_means, gb3838_river_readings,
};
use gb3838_c::values::reading::CReading;
use gb3838_c::values::sample::{CSample, gb3838_assess, gb3838_sample_insert};
use gb3838_c::values::sum::{
    CSum, gb3838_assess_sums, gb3838_sum_add, gb3838_sum_init, gb3838_sum_remove,
};

/// Random numbers that are the same on each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }

    /// Near the limits of the item, at one place more than they have.
    fn cell(&mut self, item: Item) -> String {
        let most = match item {
            Item::Ph => 13,
            Item::DissolvedOxygen => 12,
            Item::ChemicalOxygenDemand | Item::PermanganateIndex => 45,
            Item::FaecalColiforms => 45_000,
            Item::Mercury | Item::Cadmium | Item::VolatilePhenols => 1,
            _ => 3,
        };
        let places = self.below(5);
        let units = self.below(most * 10_u64.pow(u32::try_from(places).unwrap()) + 1);
        let power = 10_u64.pow(u32::try_from(places).unwrap());
        let width = usize::try_from(places).unwrap();
        let number = if width == 0 {
            units.to_string()
        } else {
            format!("{}.{:0width$}", units / power, units % power)
        };
        match self.below(8) {
            0 => "--".to_owned(),
            1 if !matches!(item, Item::Ph | Item::WaterTemperature) && units > 0 => {
                format!("{number}L")
            }
            _ => number,
        }
    }
}

fn classifiers() -> [(Classifier, *const CClassifier); 4] {
    [
        (Classifier::for_readings(WaterBody::River), gb3838_river_readings()),
        (Classifier::for_means(WaterBody::River), gb3838_river_means()),
        (Classifier::for_readings(WaterBody::Lake), gb3838_lake_readings()),
        (Classifier::for_means(WaterBody::Lake), gb3838_lake_means()),
    ]
}

fn code(class: Option<Class>) -> u8 {
    ClassCode::from(class).value()
}

#[test]
fn ten_thousand_samples() {
    let mut numbers = Numbers(0x3838_2002);
    let [mut undecidable, mut missed, mut reference_asked] = [0; 3];
    let symbols: Vec<_> = Item::ALL.iter().map(|item| item.symbol()).collect();
    let mut kept =
        format!("kind,{},class,determining,participating,undecidable\n", symbols.join(","));
    for round in 0..10_000_usize {
        let (classifier, c_classifier) = &classifiers_once()[round % 4];
        let (mut sample, mut c_sample) = (Sample::new(), CSample::default());
        kept.push_str(["river readings", "river means", "lake readings", "lake means"][round % 4]);
        for item in Item::ALL {
            kept.push(',');
            if numbers.below(3) == 0 {
                continue;
            }
            let cell = numbers.cell(item);
            kept.push_str(&cell);
            let reading = Reading::parse(&cell, item).unwrap();
            sample.insert(item, reading).unwrap();
            let c_reading = CReading::from(reading);
            // SAFETY: a sample and a reading.
            let status = unsafe {
                gb3838_sample_insert(&raw mut c_sample, item.number(), &raw const c_reading)
            };
            assert_eq!(status, Status::Ok as i32);
        }
        let target = ClassCode::try_from(u8::try_from(numbers.below(7)).unwrap()).unwrap().get();
        let background = ItemSet::from_bits(u32::try_from(numbers.below(1 << 24)).unwrap());
        // The 21, or any items, reference items among them; the rows that are kept ask for the 21.
        let asked = match numbers.below(3) {
            0 => ItemSet::from_bits(u32::try_from(1 + numbers.below((1 << 24) - 1)).unwrap()),
            _ => ItemSet::ASSESSED,
        };
        reference_asked += usize::from(!asked.intersection(ItemSet::REFERENCE).is_empty());
        let high_chloride = numbers.below(4) == 0;
        let mut known = Circumstances::new()
            .with_high_chloride(high_chloride)
            .with_natural_background(background);
        if let Some(target) = target {
            known = known.with_target(target);
        }
        let cod = ItemSet::EMPTY.with(Item::ChemicalOxygenDemand).bits();
        let c_known = CCircumstances {
            items: if asked == ItemSet::ASSESSED { 0 } else { asked.bits() },
            excluded: if high_chloride { cod } else { 0 },
            natural_background: background.bits(),
            target: code(target),
            ..CCircumstances::default()
        };
        let of_asked = classifier.clone().with_items(asked);
        let section = of_asked.assess_with(&sample, &known).unwrap();
        let mut found = Assessment::default();
        // SAFETY: all of their types.
        let status = unsafe {
            gb3838_assess(c_classifier.0, &raw const c_sample, &raw const c_known, &raw mut found)
        };
        assert_eq!(status, Status::Ok as i32);
        assert_eq!(found.class_code, code(section.class()));
        assert_eq!(found.determining, section.determining().bits());
        assert_eq!(found.participating, section.participating().bits());
        assert_eq!(found.absent, section.absent().bits());
        assert_eq!(found.undecidable, section.undecidable().bits());
        assert_eq!(found.not_limited, section.not_limited().bits());
        assert_eq!(found.excluded, section.excluded().bits());
        assert_eq!(found.outside, section.outside().bits());
        assert_eq!(found.exempted, section.exempted().bits());
        let rest = match section.class_without_background() {
            BackgroundLeftOut::NothingExempted => section.class(),
            rest => rest.rest(),
        };
        assert_eq!(found.class_without_background, code(rest));
        for item in Item::ALL {
            let place = usize::from(item.number()) - 1;
            assert_eq!(found.item_classes[place], code(section.class_of(item)), "{item}");
        }
        if let Some(target) = target {
            let judged = Target::class(Year::new(2024).unwrap(), target).judge(&section, None);
            let verdict = ["not_assessed", "met", "missed"][usize::from(found.verdict)];
            assert_eq!(verdict, judged.verdict().name());
            assert_eq!(found.worse_than_target, judged.failing().bits());
        }
        // As tables have it: by the cells alone.
        let section = classifier.assess(&sample).unwrap();
        let class = section.class().map_or("", Class::name);
        let sets = [section.determining(), section.participating(), section.undecidable()];
        let [determining, participating, open] = sets.map(|set| set.to_string());
        kept.push_str(&format!(",{class},{determining},{participating},{open}\n"));
        undecidable += usize::from(found.undecidable != 0);
        missed += usize::from(found.verdict == 2);
    }
    // What is rare was drawn as well.
    assert!(undecidable > 500 && missed > 500, "{undecidable} {missed}");
    assert!(reference_asked > 500, "{reference_asked}");
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join("ten_thousand_samples.csv"), kept).unwrap();
}

/// The four configurations, compiled once.
fn classifiers_once() -> &'static [(Classifier, Shared); 4] {
    static ONCE: std::sync::OnceLock<[(Classifier, Shared); 4]> = std::sync::OnceLock::new();
    ONCE.get_or_init(|| classifiers().map(|(classifier, pointer)| (classifier, Shared(pointer))))
}

/// A pointer to a constant.
struct Shared(*const CClassifier);

// SAFETY: constants may be used by any thread.
unsafe impl Send for Shared {}
// SAFETY: as above.
unsafe impl Sync for Shared {}

#[test]
fn sums_with_removal_are_those_of_accumulators() {
    let mut numbers = Numbers(0x0814);
    for round in 0..500_usize {
        let (classifier, c_classifier) = &classifiers_once()[round % 4];
        let mut sums = Vec::new();
        let mut c_sums = Vec::new();
        for item in ItemSet::FIVE.iter() {
            let mut sum = Accumulator::new(item);
            let mut c_sum = std::mem::MaybeUninit::<CSum>::uninit();
            // SAFETY: a place for a sum.
            assert_eq!(unsafe { gb3838_sum_init(c_sum.as_mut_ptr(), item.number()) }, 0);
            // SAFETY: initialised above.
            let mut c_sum = unsafe { c_sum.assume_init() };
            for _ in 0..=numbers.below(6) {
                let reading = Reading::parse(&numbers.cell(item), item).unwrap();
                let c_reading = CReading::from(reading);
                sum.add(&reading).unwrap();
                // SAFETY: of their types.
                assert_eq!(unsafe { gb3838_sum_add(&raw mut c_sum, &raw const c_reading) }, 0);
                if numbers.below(4) == 0 {
                    let removed = sum.remove(&reading).is_ok();
                    // SAFETY: as above.
                    let status = unsafe { gb3838_sum_remove(&raw mut c_sum, &raw const c_reading) };
                    assert_eq!(status == 0, removed);
                }
            }
            sums.push(sum);
            c_sums.push(c_sum);
        }
        let mut found = Assessment::default();
        // SAFETY: five sums, and a place for the answer.
        let status = unsafe {
            gb3838_assess_sums(c_classifier.0, c_sums.as_ptr(), 5, std::ptr::null(), &raw mut found)
        };
        assert_eq!(status, 0);
        for sum in &sums {
            let judged = classifier.judge_sum(sum, Class::III).unwrap();
            let class = match judged {
                Some(gb3838::Judgement::Classed(classed)) => Some(classed.class()),
                _ => None,
            };
            let place = usize::from(sum.item().number()) - 1;
            assert_eq!(found.item_classes[place], code(class));
        }
        assert_eq!(found.samples, sums.iter().map(Accumulator::count).min().unwrap());
        // Of two that are asked for, and of another beside them, which follows its own schedule.
        let asked = ItemSet::EMPTY.with(Item::Ph).with(Item::TotalPhosphorus).with(Item::Mercury);
        let known = CCircumstances { items: asked.bits(), ..CCircumstances::default() };
        // SAFETY: five sums, circumstances, and a place for the answer.
        let status = unsafe {
            let sums = c_sums.as_ptr();
            gb3838_assess_sums(c_classifier.0, sums, 5, &raw const known, &raw mut found)
        };
        assert_eq!(status, 0);
        let of_two = sums.iter().filter(|sum| asked.contains(sum.item()));
        assert_eq!(found.samples, of_two.map(Accumulator::count).min().unwrap());
    }
}

/// Any items asked for, sums of any others: what is waited for is what the section of Rust waits
/// for, and nothing waits for temperature, or for the nitrogen of rivers.
#[test]
fn samples_are_those_of_items_with_limits() {
    let mut numbers = Numbers(0x82);
    let mut idle = 0;
    for round in 0..2_000_usize {
        let (classifier, c_classifier) = &classifiers_once()[round % 4];
        let is_lake = round % 4 >= 2;
        let (mut table, mut c_sums) = (SumTable::new(1, 1, ItemSet::ALL).unwrap(), Vec::new());
        let mut counts = [0; 24];
        // Few items, or any; each of them has two readings, one or none.
        let mut any = || ItemSet::from_bits(u32::try_from(numbers.below(1 << 24)).unwrap());
        let few = any().intersection(any()).intersection(any());
        let few = if numbers.below(2) == 0 { few } else { few.difference(ItemSet::FIVE) };
        let more = ItemSet::from_items(&[Item::WaterTemperature, Item::TotalNitrogen]);
        let asked = if numbers.below(3) == 0 { few } else { few.union(more) };
        for item in Item::ALL {
            let mut c_sum = std::mem::MaybeUninit::<CSum>::uninit();
            // SAFETY: a place for a sum.
            assert_eq!(unsafe { gb3838_sum_init(c_sum.as_mut_ptr(), item.number()) }, 0);
            // SAFETY: initialised above.
            let mut c_sum = unsafe { c_sum.assume_init() };
            let wanted = numbers.below(4).min(2);
            for _ in 0..wanted {
                let reading = Reading::Value("0.5".parse().unwrap());
                let c_reading = CReading::from(reading);
                table.add_reading(0, 0, item, &reading).unwrap();
                // SAFETY: of their types.
                assert_eq!(unsafe { gb3838_sum_add(&raw mut c_sum, &raw const c_reading) }, 0);
                counts[usize::from(item.number()) - 1] += 1;
            }
            c_sums.push(c_sum);
        }
        let required = 2;
        let known = CCircumstances { items: asked.bits(), required, ..CCircumstances::default() };
        if asked.is_empty() {
            continue;
        }
        let mut found = Assessment::default();
        // SAFETY: 24 sums, circumstances, and a place for the answer.
        let status = unsafe {
            let sums = c_sums.as_ptr();
            gb3838_assess_sums(c_classifier.0, sums, 24, &raw const known, &raw mut found)
        };
        assert_eq!(status, 0);
        // Slowly, from the rules.
        let is_limited = |item: &Item| match item {
            Item::WaterTemperature => false,
            Item::TotalNitrogen => is_lake,
            _ => true,
        };
        let limited: Vec<Item> = asked.iter().filter(is_limited).collect();
        let five: Vec<Item> =
            limited.iter().copied().filter(|item| ItemSet::FIVE.contains(*item)).collect();
        let needed = if five.is_empty() { &limited } else { &five };
        let of_needed = needed.iter().map(|item| counts[usize::from(item.number()) - 1]);
        let samples = of_needed.min().unwrap_or(0);
        assert_eq!((found.samples, found.provisional), (samples, u8::from(samples < required)));
        // And as Rust has it.
        let span = SumSpan::pooled(0..1).with_requirement(Requirement::Samples(required));
        let of_asked = classifier.clone().with_items(asked);
        let section = of_asked.assess_points(&table, &[0], &span).unwrap();
        assert_eq!(found.absent, section.absent().bits());
        if section.class().is_some() {
            assert_eq!(found.provisional == 1, section.is_provisional());
            assert_eq!(section.sufficiency().map_or(0, |it| it.found()), samples);
        }
        let absent = more.intersection(section.absent());
        idle += usize::from(!absent.is_empty() && samples >= required);
    }
    assert!(idle > 100, "{idle}");
}
