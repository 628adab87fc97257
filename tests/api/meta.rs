//! Size, alignment and traits of the public types, so that an accidental change is seen.

use core::fmt::{Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use gb3838::{
    Accumulator, Averaging, Bound, Circumstances, Class, ClassCode, Classifier, Colour, Comparison,
    Date, Decimal, Exemption, Fraction, Item, ItemMap, ItemSet, Judgement, Mean, Measurement,
    Missing, Month, Notation, Period, Quality, Quantity, Reading, Rule, SectionAssessment, Series,
    Standard, Sufficiency, Target, Timestamp, Unit, Verdict, WaterBody, Year,
    black_odorous::{BlackOdorousBody, BlackOdorousPoint, BlackOdorousReadings, RuralBlackOdorous},
    city::{CityIndex, CityIndexChange, CityIndexOptions, Ranked},
    error::QuotedText,
    flow::{BaseFlow, BaseFlowOptions, FloodSeasonIntensity},
    impact::{ExceedanceRate, OxygenSaturation, StandardIndex},
    limits::{Cutoff, CutoffSide, ItemCutoffs, Method},
    plan::{ControlLevel, Goal, GoalKind, GoalMember, Selector},
    section::{Classed, PollutionItems, PollutionItemsOptions},
    source::SourceItem,
    target::{ItemBound, Share, SharePrecision, TargetJudgement},
    time::{MonthSet, Requirement, SamplingGap},
};

/// What every public type offers: it can be shown, moved to another thread, and shared.
fn is_plain<T: Debug + Clone + PartialEq + Send + Sync + Unpin + 'static>() {}

fn is_value<T: Debug + Copy + Eq + Send + Sync + Unpin + 'static>() {
    is_plain::<T>();
}

fn is_key<T: Hash + Eq>() {}

fn is_ordered<T: Ord>() {}

fn is_text<T: Display + FromStr>() {}

/// Size and alignment in bytes.
fn layout<T>() -> (usize, usize) {
    (size_of::<T>(), align_of::<T>())
}

macro_rules! each {
    ($check:ident: $($type:ty),* $(,)?) => { $($check::<$type>();)* };
}

#[test]
fn small_types_are_small() {
    assert_eq!(layout::<Class>(), (1, 1));
    assert_eq!(layout::<Option<Class>>(), (1, 1));
    assert_eq!(layout::<ClassCode>(), (1, 1));
    assert_eq!(layout::<Item>(), (1, 1));
    assert_eq!(layout::<Option<Item>>(), (1, 1));
    assert_eq!(layout::<SourceItem>(), (1, 1));
    assert_eq!(layout::<ItemSet>(), (4, 4));
    assert_eq!(layout::<WaterBody>(), (1, 1));
    assert_eq!(layout::<Comparison>(), (1, 1));
    assert_eq!(layout::<Quality>(), (1, 1));
    assert_eq!(layout::<Unit>(), (1, 1));
    assert_eq!(layout::<Averaging>(), (1, 1));
    assert_eq!(layout::<Missing>(), (1, 1));
    assert_eq!(layout::<Verdict>(), (1, 1));
    assert_eq!(layout::<Year>(), (2, 2));
    assert_eq!(layout::<Month>(), (4, 2));
    assert_eq!(layout::<Date>(), (6, 2));
    assert_eq!(layout::<MonthSet>(), (2, 2));
    assert_eq!(layout::<Decimal>().0, 16);
    assert!(size_of::<Reading>() <= 24, "{}", size_of::<Reading>());
    assert!(size_of::<Timestamp>() <= 16, "{}", size_of::<Timestamp>());
    assert!(size_of::<Period>() <= 16, "{}", size_of::<Period>());
}

#[test]
fn the_numbers_of_enums_are_those_of_the_law() {
    assert_eq!(Class::ALL.map(|class| class as u8), [1, 2, 3, 4, 5, 6]);
    assert_eq!(Item::ALL.map(Item::number).to_vec(), (1..=24).collect::<Vec<u8>>());
    assert_eq!(ItemSet::ALL.bits(), (1 << 24) - 1);
    assert_eq!(ItemSet::EMPTY.with(Item::WaterTemperature).bits(), 1);
}

#[test]
fn values_are_copied_and_compared() {
    each!(is_value:
        Class, ClassCode, Item, SourceItem, ItemSet, ItemMap<Class>, WaterBody, Comparison,
        Quality, Colour, Unit, Averaging, Missing, Verdict, Year, Month, Date, MonthSet, Decimal,
        Fraction, Quantity, Reading, Timestamp, Period, Requirement, SamplingGap, Sufficiency,
        Cutoff, ItemCutoffs, CutoffSide, Bound, Rule, Method, Notation, Accumulator, Mean, Measurement,
        Judgement, Classed, Circumstances, Exemption, PollutionItems, PollutionItemsOptions, Share,
        SharePrecision, GoalKind, GoalMember, ItemBound, ControlLevel, TargetJudgement, QuotedText,
        BaseFlowOptions, BlackOdorousBody, BlackOdorousPoint, BlackOdorousReadings, CityIndex,
        CityIndexChange, CityIndexOptions, ExceedanceRate, FloodSeasonIntensity, OxygenSaturation,
        RuralBlackOdorous, StandardIndex,
    );
}

#[test]
fn larger_types_are_cloned_and_shared() {
    each!(is_plain:
        BaseFlow, Classifier, Ranked<String>, SectionAssessment, Standard, Series, Target, Goal, Selector,
    );
}

#[test]
fn keys_can_be_hashed_and_ordered() {
    each!(is_key:
        Class, ClassCode, Item, SourceItem, ItemSet, WaterBody, Comparison, Decimal, Fraction,
        Reading, Date, Month, Year, Timestamp, Period, Bound, Verdict, Averaging,
    );
    each!(is_ordered:
        Class, ClassCode, Item, SourceItem, WaterBody, Quality, Decimal, Fraction, Date, Month,
        Year, Timestamp, ControlLevel,
    );
}

#[test]
fn names_are_written_and_read() {
    each!(is_text: Class, Item, SourceItem, ItemSet, WaterBody, Decimal, Date, Timestamp, Unit);
    for class in Class::ALL {
        assert_eq!(class.to_string().parse(), Ok(class));
    }
    for item in Item::ALL {
        assert_eq!(item.to_string().parse(), Ok(item));
    }
    for item in SourceItem::ALL {
        assert_eq!(item.to_string().parse(), Ok(item));
    }
    for body in WaterBody::ALL {
        assert_eq!(body.to_string().parse(), Ok(body));
    }
    // Width and alignment are kept, so that tables can be made of them.
    assert_eq!(
        format!("[{:>5}|{:<4}|{:^6}]", Class::III, Item::Lead, WaterBody::Lake),
        "[  III|Pb  | lake ]"
    );
    assert_eq!(format!("{:>7}", "0.150".parse::<Decimal>().unwrap()), "  0.150");
}

#[test]
fn defaults_are_empty() {
    assert_eq!(ItemSet::default(), ItemSet::EMPTY);
    assert_eq!(ClassCode::default(), ClassCode::NONE);
    assert_eq!(ItemMap::<Class>::default(), ItemMap::new());
    assert_eq!(Notation::default(), Notation::new());
    assert_eq!(Series::default(), Series::new());
    assert_eq!(Circumstances::default(), Circumstances::new());
    assert_eq!(
        Selector::default(),
        Selector { level: None, county: None, water: None, sections: Vec::new() }
    );
    assert_eq!(SharePrecision::default(), SharePrecision::AsPublished);
}

/// Equal numbers are equal however they are printed.
#[test]
fn equal_decimals_hash_alike() {
    use std::collections::HashSet;
    let numbers = ["1.0", "1.00", "1", "1e0", "10e-1"].map(|text| text.parse::<Decimal>().unwrap());
    assert_eq!(numbers.into_iter().collect::<HashSet<_>>().len(), 1);
}

#[test]
fn results_on_groups_and_series_are_plain_too() {
    use gb3838::{
        lake::{Lake, LakePoint, TrophicGrade, TrophicIndex, TrophicParameter, TrophicWeights},
        region::{
            BasinItem, BasinItems, Change, ClassShares, ComparedWith, CountedSections, ItemRate,
            MeanAssessment, MeanCount, RegionAssessment, RegionChange, RegionMethod, RegionOptions,
            RegionSection, RegionState, SectionChange,
        },
        trend::{
            Direction, RankCorrelation, SignificanceLevel, SignificanceMethod, TieFormula, Trend,
            TrendOptions,
        },
    };

    each!(is_value:
        BasinItem, BasinItems, Change, ClassShares, ComparedWith, CountedSections, Direction,
        ItemRate, LakePoint<'static>, MeanCount, RankCorrelation, RegionChange, RegionMethod,
        RegionOptions, RegionSection<'static>, SectionChange, SignificanceLevel, SignificanceMethod,
        TieFormula, Trend, TrendOptions, TrophicGrade, TrophicParameter, TrophicWeights,
    );
    each!(is_plain:
        Lake<'static>, MeanAssessment, RegionAssessment<'static>, RegionState, TrophicIndex,
    );
    each!(is_key: Change, ClassShares, TrophicGrade, TrophicParameter);
    each!(is_ordered: Change, TrophicGrade, TrophicParameter);
    each!(is_text: TrophicParameter);
}
