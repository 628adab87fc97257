//! Published figures and classes against the crate: what was printed is expected here.
//!
//! Where print and rule differ, the row is listed with the reason and must go on differing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by failing"
)]
#![allow(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    reason = "a test has the standard library"
)]

mod cnemc_2024_spring;
mod cnemc_2026_02_04;
mod cnemc_2026_08_21;
mod field;
mod five_items;
mod haimen_2019_h1;
mod lab_rivers_2025;
mod qinzhou_2026;
mod rounding_first;
