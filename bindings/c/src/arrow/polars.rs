//! Texts as polars holds them, so that it takes them without a copy.

/// Texts of some of so many rows, as views.
pub(crate) struct Views {
    /// Of each row: the length, and the text itself where it has up to twelve bytes; otherwise its
    /// first four, and where all of them stand.
    pub(crate) places: Vec<u128>,
    /// Bits that say which rows have one.
    pub(crate) valid: Vec<u8>,
    /// The bytes of the longer ones, in parts whose places have room in a view.
    pub(crate) data: Vec<Vec<u8>>,
}

/// The most bytes of a part: places are 32-bit integers.
const PART: usize = i32::MAX as usize;

impl Views {
    /// The texts of some of so many rows, in order. What no row has written to is memory that
    /// nobody has touched.
    pub(crate) fn of_some(rows: usize, texts: &[(usize, String)]) -> Self {
        let mut of =
            Self { places: vec![0; rows], valid: vec![0; rows.div_ceil(8)], data: Vec::new() };
        for (row, text) in texts {
            of.places[*row] = of.view(text.as_bytes());
            of.valid[row / 8] |= 1 << (row % 8);
        }
        of
    }

    fn view(&mut self, text: &[u8]) -> u128 {
        let word = |number: usize| u32::try_from(number).unwrap_or(0).to_ne_bytes();
        let mut view = [0; 16];
        view[..4].copy_from_slice(&word(text.len()));
        if let Some(room) = view.get_mut(4..4 + text.len()) {
            room.copy_from_slice(text);
            return u128::from_ne_bytes(view);
        }
        if self.data.last().is_none_or(|part| part.len() + text.len() > PART) {
            self.data.push(Vec::new());
        }
        let place = self.data.len() - 1;
        let part = &mut self.data[place];
        view[4..8].copy_from_slice(&text[..4]);
        view[8..12].copy_from_slice(&word(place));
        view[12..].copy_from_slice(&word(part.len()));
        part.extend_from_slice(text);
        u128::from_ne_bytes(view)
    }
}

/// The metadata by which polars takes a dictionary of these names as an `Enum` of them.
pub(crate) fn enum_metadata(names: &[String]) -> Vec<u8> {
    let mut values = String::new();
    for name in names {
        values.push_str(&format!("{};{name}", name.len()));
    }
    let mut metadata = 1_i32.to_ne_bytes().to_vec();
    for text in ["_PL_ENUM_VALUES2", &values] {
        let length = i32::try_from(text.len()).unwrap_or(0);
        metadata.extend_from_slice(&length.to_ne_bytes());
        metadata.extend_from_slice(text.as_bytes());
    }
    metadata
}
