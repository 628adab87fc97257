//! Values that stand in plain data as text: how they are read back.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

/// Reads a value from text by its [`FromStr`].
struct TextVisitor<T> {
    expected: &'static str,
    value: PhantomData<T>,
}

impl<T> serde::de::Visitor<'_> for TextVisitor<T>
where
    T: FromStr,
    T::Err: fmt::Display,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// Reads a value from text; `expected` says what an error message asks for.
pub(crate) fn deserialize<'de, T, D>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    T: FromStr,
    T::Err: fmt::Display,
    D: serde::Deserializer<'de>,
{
    deserializer.deserialize_str(TextVisitor { expected, value: PhantomData })
}

/// A list in plain data, made anew by a call.
pub(crate) struct Listed<F>(pub(crate) F);

impl<F, I> serde::Serialize for Listed<F>
where
    F: Fn() -> I,
    I: Iterator<Item: serde::Serialize>,
{
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0())
    }
}
