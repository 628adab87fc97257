//! One text for a section and a point of it, whatever stands in their names: a line break too.

/// The length of the section's name, then both names.
#[must_use]
pub fn key_of(section: &str, point: &str) -> String {
    format!("{}:{section}{point}", section.len())
}

/// The section and the point of a key; the point is empty where a section has none.
#[must_use]
pub fn parts_of(key: &str) -> (&str, &str) {
    let parts = key.split_once(':').and_then(|(length, names)| {
        let length = length.parse().ok()?;
        Some((names.get(..length)?, names.get(length..)?))
    });
    // A key always has them: it comes from `key_of`.
    parts.unwrap_or((key, ""))
}
