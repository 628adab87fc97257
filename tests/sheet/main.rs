//! What the room of tables reads: headings, cells, times, words, layouts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by failing"
)]

mod among_words;
mod cells;
mod deep;
mod door_texts;
mod layouts;
mod names;
mod names_in_use;
mod other_things;
mod times;
mod words;
