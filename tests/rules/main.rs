//! The rules one by one: each test holds a sentence of a document, or a trap seen in other
//! software and in print.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by failing"
)]

mod below_detection;
mod black_odorous;
mod change;
mod city_index;
mod drinking_source;
mod flow;
mod function_zone;
mod goal_gaps;
mod goals;
mod ground_water;
mod impact_table;
mod limits;
mod local_limits;
mod make;
mod many_names;
mod names;
mod needed_at_random;
mod outlook;
mod own_items;
mod own_standards;
mod paths;
mod paths_at_random;
mod paths_of_plans;
mod plan_files;
mod plans;
mod pollution_items;
mod possible;
mod programme_files;
mod progress;
mod provisional_words;
mod regions;
mod report_options;
mod rounding;
mod section;
mod section_class;
mod shares;
mod standard_index;
mod statistics;
mod targets;
mod trend;
mod trend_orders;
mod trophic;
