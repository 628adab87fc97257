//! Many names: time grows with their number, not with its square.

use std::time::{Duration, Instant};

use gb3838::error::RegionError;
use gb3838::lake::{Lake, LakePoint};
use gb3838::region::{RegionAssessment, RegionOptions, RegionSection};
use gb3838::trend::{Direction, Trend, TrendOptions};

use crate::make::{cells, lake, river_means};

/// Twenty times what a slow machine needs; each pair compared would take minutes.
const ENOUGH: Duration = Duration::from_secs(20);

const MANY: usize = 400_000;

fn names() -> Vec<String> {
    // They differ at the end alone, where a comparison is slowest.
    (0..MANY).map(|number| format!("a section on a long river {number:06}")).collect()
}

#[test]
fn a_region_of_many_sections() {
    let names = names();
    let assessment = river_means().assess(&cells(&[("NH3-N", "0.40")])).unwrap();
    let mut sections: Vec<_> =
        names.iter().map(|name| RegionSection::new(name, &assessment)).collect();
    let start = Instant::now();
    let region = RegionAssessment::of(&sections, &RegionOptions::DOCUMENT_22).unwrap();
    assert_eq!(region.state().shares().map(gb3838::region::ClassShares::assessed), Some(400_000));
    // The last one twice.
    sections.push(RegionSection::new(&names[MANY - 1], &assessment));
    let twice = RegionAssessment::of(&sections, &RegionOptions::DOCUMENT_22).unwrap_err();
    assert!(matches!(twice, RegionError::Twice { section } if section.as_str() == names[MANY - 1]));
    assert!(start.elapsed() < ENOUGH, "{:?}", start.elapsed());
}

#[test]
fn a_lake_of_many_points_and_zones() {
    let names = names();
    let assessment = lake().assess(&cells(&[("NH3-N", "0.40")])).unwrap();
    // Their means are exact sums, which are slow enough in a test.
    let names = &names[..40_000];
    let points: Vec<_> =
        names.iter().map(|name| LakePoint::new(name, &assessment).in_zone(name)).collect();
    let start = Instant::now();
    let lake = Lake::of(&points).unwrap();
    assert!(lake.zones().eq(names.iter().map(String::as_str)));
    assert!(start.elapsed() < ENOUGH, "{:?}", start.elapsed());
}

/// The first name that stands before is named, not the first of the list nor the last.
#[test]
fn the_first_repeated_name_is_named() {
    let assessment = river_means().assess(&cells(&[("NH3-N", "0.40")])).unwrap();
    let sections: Vec<_> =
        ["a", "b", "c", "b", "a", "c"].map(|name| RegionSection::new(name, &assessment)).to_vec();
    let twice = RegionAssessment::of(&sections, &RegionOptions::DOCUMENT_22).unwrap_err();
    assert!(matches!(twice, RegionError::Twice { section } if section.as_str() == "b"));
}

#[test]
fn a_trend_of_a_long_series() {
    let start = Instant::now();
    let rising: Vec<u32> = (0..400_000).collect();
    let trend = Trend::of(&rising, &TrendOptions::DOCUMENT_22).unwrap();
    assert_eq!(trend.direction(), Direction::Rise);
    assert_eq!(trend.correlation().coefficient().to_string(), "1");
    assert!(!trend.correlation().has_ties());
    // A pair of equal values at the end.
    let mut tied = rising;
    tied[399_999] = 399_998;
    let trend = Trend::of(&tied, &TrendOptions::DOCUMENT_22).unwrap();
    assert!(trend.correlation().has_ties());
    assert!(start.elapsed() < ENOUGH, "{:?}", start.elapsed());
}
