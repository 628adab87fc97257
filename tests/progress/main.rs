//! Reports that are odd: taken back, of events nobody told, of triggers, of shared counties.

mod make;

mod deadlines;
mod empty;
mod flows;
mod shared_county;
mod taken_back;
mod triggers;
