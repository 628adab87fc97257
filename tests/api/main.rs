//! The shape of the public types: sizes, traits, texts, plain data.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by failing"
)]

mod errors;
mod lengths;
mod messages;
mod meta;
mod padding;
mod plain_data;
mod results;
mod sample;
mod sources;
