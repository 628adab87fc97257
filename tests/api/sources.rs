//! Sources, ground water and function zones: traits, sizes, texts, errors.

use core::error::Error as CoreError;
use core::fmt::{Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use gb3838::{
    Error, Notation, Verdict,
    error::GroundWaterColumnError,
    ground_water::{
        FailingGroundWaterItem, GroundWaterAssessment, GroundWaterClass, GroundWaterGrade,
        GroundWaterGroup, GroundWaterItem, GroundWaterJudgement, GroundWaterLimits,
        GroundWaterReading, GroundWaterSource, GroundWaterSummary,
    },
    source::{
        FailingSourceItem, RatedSource, SourceItem, SourceJudgement, SourceList, SourceMeasurement,
        SourceRates, SourceStatus, SurfaceItem, SurfaceSource, SurfaceSourceAssessment,
    },
    zone::{
        DrainageZones, FailingTimes, FunctionZone, FunctionZoneAssessment, FunctionZoneOptions,
        LeftOut, ZoneItems, ZoneMethod, ZoneShare,
    },
};

fn is_plain<T: Debug + Clone + PartialEq + Send + Sync + Unpin + 'static>() {}

fn is_value<T: Debug + Copy + Eq + Send + Sync + Unpin + 'static>() {}

fn is_key<T: Hash + Ord>() {}

fn is_text<T: Display + FromStr>() {}

macro_rules! each {
    ($check:ident: $($type:ty),* $(,)?) => { $($check::<$type>();)* };
}

#[test]
fn types_are_what_they_look_like() {
    each!(is_value:
        DrainageZones, FailingTimes, FunctionZone, FunctionZoneAssessment, FunctionZoneOptions,
        GroundWaterClass, GroundWaterColumnError, GroundWaterGrade, GroundWaterGroup, GroundWaterItem,
        GroundWaterSummary,
        GroundWaterJudgement, GroundWaterLimits, GroundWaterReading, LeftOut, SourceJudgement,
        SourceList, SourceMeasurement, SourceStatus, SurfaceItem, ZoneItems, ZoneMethod,
    );
    each!(is_plain:
        FailingGroundWaterItem, FailingSourceItem, GroundWaterAssessment, GroundWaterSource,
        RatedSource, SourceRates, SurfaceSource, SurfaceSourceAssessment, ZoneShare,
    );
    each!(is_key: GroundWaterClass, GroundWaterItem, SourceStatus, SurfaceItem);
    each!(is_text: GroundWaterClass, GroundWaterItem, SurfaceItem);
    let sizes = [
        size_of::<GroundWaterClass>(),
        size_of::<GroundWaterItem>(),
        size_of::<SourceList>(),
        size_of::<Option<GroundWaterGrade>>(),
    ];
    assert_eq!(sizes, [1; 4]);
    assert_eq!(size_of::<SurfaceItem>(), 2);
}

#[test]
fn names_are_written_and_read() {
    for item in GroundWaterItem::ALL {
        assert_eq!(item.to_string().parse(), Ok(item));
    }
    for class in GroundWaterClass::ALL {
        assert_eq!(class.to_string().parse(), Ok(class));
        assert_eq!(class.name_zh().parse(), Ok(class));
    }
    for item in SurfaceItem::all() {
        assert_eq!(item.to_string().parse(), Ok(item));
        assert_eq!(item.name_zh().parse(), Ok(item));
    }
}

#[test]
fn plain_data_is_read_back() {
    let back = |text: &str| serde_json::from_str::<GroundWaterItem>(text).unwrap();
    for item in GroundWaterItem::ALL {
        assert_eq!(back(&serde_json::to_string(&item).unwrap()), item);
    }
    assert_eq!(serde_json::to_string(&GroundWaterClass::IV).unwrap(), "\"IV\"");
    assert_eq!(serde_json::to_string(&SourceStatus::InUse).unwrap(), "\"in_use\"");
    assert_eq!(serde_json::to_string(&ZoneMethod::AnnualMean).unwrap(), "\"annual_mean\"");
    assert_eq!(serde_json::to_string(&SourceList::Monthly61).unwrap(), "\"monthly61\"");
}

#[track_caller]
fn assert_says<E>(error: E, value: &str)
where
    E: CoreError + Copy + PartialEq + Send + Sync + Into<Error> + 'static,
{
    let text = error.to_string();
    assert!(text.contains(value) && !text.ends_with('.'), "{text:?}");
    let union: Error = error.into();
    assert_eq!(union.to_string(), text);
}

#[test]
fn errors_carry_what_was_refused() {
    let number = |text: &str| text.parse::<gb3838::Decimal>().unwrap();
    assert_says("劣V".parse::<GroundWaterClass>().unwrap_err(), "劣V");
    assert_says("unknown".parse::<GroundWaterItem>().unwrap_err(), "unknown");
    assert_says(Notation::new().parse_source("0,5", SourceItem::Iron).unwrap_err(), "0,5");
    let word = Notation::new().parse_ground_water("无", GroundWaterItem::Iron);
    assert_says(word.unwrap_err(), "无");
    assert_says(GroundWaterItem::Ph.class_of(number("15")).unwrap_err(), "15");
    let percent = FunctionZoneOptions::by_frequency().with_required_percent(number("100.5"));
    assert_says(percent.unwrap_err(), "100.5");
    let negative = RatedSource::new("a", Verdict::Met).with_intake(number("-3"));
    assert_says(SourceRates::of(&[negative]).unwrap_err(), "-3");
    let reading = gb3838::Reading::Value(number("-0.7"));
    let mean = SourceMeasurement::mean(SourceItem::Iron, &[reading]);
    assert_says(mean.unwrap_err(), "-0.7");
    let others = std::collections::BTreeMap::from([(SourceItem::Iron, reading.into())]);
    let river = gb3838::Classifier::for_readings(gb3838::WaterBody::River);
    let source = SurfaceSource::new(river).assess(&gb3838::ItemMap::new(), &others);
    assert_says(source.unwrap_err(), "-0.7");
}
