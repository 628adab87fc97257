//! Names that stand twice in a list.

/// The first name that stands before in the same list.
///
/// Near linear where there is memory to be had; without `alloc` each name is compared with those
/// before it.
pub(crate) fn first_repeated<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    first_of_each(names.clone()).position(|is_first| !is_first).and_then(|place| {
        let mut names = names;
        names.nth(place)
    })
}

/// Of each name, whether it stands for the first time.
#[cfg(feature = "alloc")]
pub(crate) fn first_of_each<'a>(
    names: impl Iterator<Item = &'a str> + Clone,
) -> impl Iterator<Item = bool> {
    let mut seen = crate::text::name_index::NameIndex::default();
    names.enumerate().map(move |(place, name)| seen.add(name, place))
}

/// Of each name, whether it stands for the first time.
#[cfg(not(feature = "alloc"))]
pub(crate) fn first_of_each<'a>(
    names: impl Iterator<Item = &'a str> + Clone,
) -> impl Iterator<Item = bool> {
    let all = names.clone();
    names.enumerate().map(move |(place, name)| !all.clone().take(place).any(|other| other == name))
}
