//! A class as sets of items, from readings in any order, against the sets put together by hand.

use gb3838::{
    Circumstances, Class, Classifier, Comparison, Decimal, Fraction, Item, ItemSet, Judgement,
    Quantity, Reading, Sample, WaterBody,
    error::SampleError,
    section::{BackgroundLeftOut, SectionClass},
};
use proptest::prelude::*;

use crate::make::{number, river, set};

/// Asked for the five and fluoride, of which fluoride is of natural origin.
#[test]
fn all_sets_of_a_sample() {
    let cells = [
        ("TP", "0.31"),
        ("F-", "1.6"),
        ("NH3-N", "--"),
        ("COD", "25"),
        ("Pb", "0.5L"),
        ("WT", "21"),
        ("pH", "7.1"),
        ("TN", "3.0"),
    ];
    let readings = cells.map(|(name, cell)| {
        let item: Item = name.parse().unwrap();
        (item, Reading::parse(cell, item).unwrap())
    });
    let known = Circumstances::new()
        .with_target(Class::III)
        .with_own_items(set("F-;COD;Pb;TN"))
        .with_natural_background(set("F-"))
        .with_high_chloride(true);
    let five = river().with_items(ItemSet::FIVE);
    let section = five.section_class(&readings, &known).unwrap();
    // Fluoride above 1.5 is inferior V; TP 0.31 is class V; lead below 0.5 proves nothing; the
    // standard limits no TN of rivers; COD is left out in high chloride.
    assert_eq!(section.class(), Some(Class::InferiorV));
    assert_eq!(section.determining(), set("F-"));
    assert_eq!(section.class_without_background(), BackgroundLeftOut::Rest(Class::V));
    assert_eq!(section.participating(), set("pH;TP;F-"));
    assert_eq!(section.absent(), set("DO;CODMn;NH3-N"));
    assert_eq!(section.undecidable(), set("Pb"));
    assert_eq!(section.not_limited(), set("TN"));
    assert_eq!(section.excluded(), set("COD"));
    assert_eq!(section.exempted(), set("F-"));
    assert_eq!(section.class_of(Item::ChemicalOxygenDemand), Some(Class::IV));
    assert!(!section.is_withheld());
    let withheld = five.section_class(&readings, &known.with_five_required(true)).unwrap();
    assert_eq!((withheld.class(), withheld.is_withheld()), (None, true));
    assert_eq!(withheld.class_without_background(), BackgroundLeftOut::NothingLeft);
}

#[test]
fn an_item_comes_once_and_no_reading_is_impossible() {
    let one = (Item::Copper, Reading::Value(number("0.5")));
    let known = Circumstances::new();
    let twice = river().section_class(&[one, one], &known);
    assert!(matches!(twice, Err(SampleError::Twice { item: Item::Copper, .. })));
    let negative = [(Item::Copper, Reading::Value(number("-1")))];
    assert!(matches!(river().section_class(&negative, &known), Err(SampleError::Reading(_))));
}

/// The size that a station keeps of each sample.
#[test]
fn the_class_of_a_section_is_small() {
    assert!(size_of::<SectionClass>() <= 64, "{}", size_of::<SectionClass>());
}

/// A value is the same whichever way it came, and half of a limit is exact however long.
#[test]
fn equal_quantities_are_equal() {
    let whole = Quantity::from(number("1.50"));
    assert_eq!(whole, Quantity::from(number("1.5")));
    assert_eq!(whole, Quantity::from(Fraction::ratio(3, 2).unwrap()));
    assert_ne!(whole, Quantity::from(Fraction::ratio(4, 3).unwrap()));
    assert_eq!(whole.exact(), Some(Fraction::ratio(3, 2).unwrap()));
    // The half has one more decimal; longer limits are refused.
    for units in [1, 6, i64::MAX / 5] {
        for scale in [0, Decimal::MAX_SCALE - 1] {
            let limit = Decimal::new(units, scale).unwrap();
            let judged = river().judge(Item::Copper, &Reading::Below(limit).into()).unwrap();
            let value = match judged {
                Judgement::Undecidable { value, .. } => value,
                Judgement::Classed(classed) => *classed.value(),
                other => panic!("{other:?}"),
            };
            assert_eq!(value.exact(), Some(Fraction::from(limit).divided_by_count(2).unwrap()));
        }
    }
}

fn a_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => (0_u32..400, 0_usize..4).prop_map(|(units, scale)| {
            Decimal::new(i64::from(units), u8::try_from(scale).unwrap()).unwrap().to_string()
        }),
        1 => (1_u32..400, 0_usize..4).prop_map(|(units, scale)| {
            let limit = Decimal::new(i64::from(units), u8::try_from(scale).unwrap()).unwrap();
            format!("{limit}L")
        }),
        1 => Just("--".to_owned()),
    ]
}

fn readings() -> impl Strategy<Value = Vec<(Item, Reading)>> {
    let cells = proptest::collection::btree_map(0_usize..24, a_cell(), 0..24);
    cells.prop_map(|cells| {
        let read = cells.into_iter().filter_map(|(place, cell)| {
            let item = Item::ALL[place];
            Some((item, Reading::parse(&cell, item).ok()?))
        });
        read.collect()
    })
}

proptest! {
    /// Each item goes to one set by its judgement alone; the class is the worst of those that
    /// were asked for. The assessment says the same, and the order does not matter.
    #[test]
    fn sets_are_those_of_the_judgements(
        readings in readings(),
        body in prop_oneof![Just(WaterBody::River), Just(WaterBody::Lake)],
        rounded: bool,
        items in (0_u32..1 << 24).prop_map(ItemSet::from_bits),
        own in (0_u32..1 << 24).prop_map(ItemSet::from_bits),
        background in (0_u32..1 << 24).prop_map(ItemSet::from_bits),
        target in proptest::option::of(0_usize..5),
        chloride: bool,
        needs_five: bool,
    ) {
        let comparison = if rounded { Comparison::RoundFirst } else { Comparison::FullValue };
        let standard = gb3838::Standard::GB_3838_2002;
        let classifier = Classifier::new(standard, body, items, comparison);
        let mut known = Circumstances::new()
            .with_own_items(own)
            .with_natural_background(background)
            .with_high_chloride(chloride)
            .with_five_required(needs_five);
        if let Some(target) = target {
            known = known.with_target(Class::WITH_LIMITS[target]);
        }
        let section = classifier.section_class(&readings, &known).unwrap();

        let decisive = target.map_or(Class::III, |place| Class::WITH_LIMITS[place].min(Class::III));
        let mut counted = [0; 4];
        let mut making = Vec::new();
        for item in Item::ALL {
            let asked = items.contains(item) || own.contains(item);
            let left_out = chloride && item == Item::ChemicalOxygenDemand;
            let reading = readings.iter().find(|(of, _)| *of == item).map(|(_, reading)| *reading);
            let judged =
                reading.map(|it| classifier.judge_against(item, &it.into(), decisive).unwrap());
            let is_in = |set: ItemSet, expected: bool| {
                assert_eq!(set.contains(item), expected && asked && !left_out, "{item}");
                usize::from(set.contains(item))
            };
            let absent = matches!(judged, None | Some(Judgement::Absent(_)));
            counted[0] += is_in(section.absent(), absent);
            let open = matches!(judged, Some(Judgement::Undecidable { .. }));
            counted[1] += is_in(section.undecidable(), open);
            counted[2] += is_in(section.not_limited(), matches!(judged, Some(Judgement::NotLimited(_))));
            let class = match &judged {
                Some(Judgement::Classed(classed)) => Some(classed.class()),
                _ => None,
            };
            prop_assert_eq!(section.class_of(item), class);
            counted[3] += is_in(section.participating(), class.is_some());
            if let Some(class) = class.filter(|_| asked && !left_out) {
                making.push((item, class));
            }
            prop_assert_eq!(section.excluded().contains(item), asked && left_out);
            let outside = class.is_some() && !asked && !ItemSet::REFERENCE.contains(item);
            prop_assert_eq!(section.outside().contains(item), outside);
            let exempted = section.participating().contains(item) && background.contains(item);
            prop_assert_eq!(section.exempted().contains(item), exempted);
        }
        let left_out = section.excluded().len();
        prop_assert_eq!(counted.iter().sum::<usize>() + left_out, section.asked().len());
        let has_five = ItemSet::FIVE.iter().all(|item| making.iter().any(|(of, _)| *of == item));
        let class = making.iter().map(|(_, class)| *class).max();
        let class = class.filter(|_| has_five || !needs_five);
        prop_assert_eq!(section.class(), class);
        let deciding = making.iter().filter(|(_, of)| Some(*of) == class);
        prop_assert_eq!(section.determining(), deciding.map(|(item, _)| *item).collect::<ItemSet>());

        let mut turned = readings.clone();
        turned.reverse();
        prop_assert_eq!(section, classifier.section_class(&turned, &known).unwrap());
        let mut sample = Sample::new();
        for (item, reading) in readings {
            sample.insert(item, reading).unwrap();
        }
        let assessment = classifier.assess_with(&sample, &known).unwrap();
        prop_assert_eq!(assessment.section_class(), &section);
    }
}
