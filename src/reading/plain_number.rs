//! Cells of up to eight characters, digits with at most one point, as integers: without a branch.
//!
//! Eight characters are eight bytes of a word. The point is taken out by moving the characters
//! before it up by one byte; the digits are then joined to pairs, and these to the number. Whatever
//! is not digits and one point, with an L behind it or a sign before it, is not read here. As there
//! is no branch, many cells are read together by the vectors that a CPU has.

/// Eight times the same byte.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// A cell of up to eight characters: a number, or a detection limit, `0.025L` or `<0.025`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlainCell {
    digits: u32,
    /// The top bit of a byte: how many lie above it, so many digits stand behind the point. The
    /// lowest bit: a detection limit. The next one: no plain cell, and all else says nothing.
    marks: u64,
}

const LIMIT: u64 = 1;
const OTHER: u64 = 2;

impl PlainCell {
    /// The digits as an integer.
    #[inline(always)]
    pub(crate) const fn digits(self) -> u32 {
        self.digits
    }

    /// How many of them stand behind the point, at most seven.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "at most seven")]
    pub(crate) const fn decimals(self) -> u8 {
        ((self.marks & each(0x80)).leading_zeros() / 8) as u8 & 7
    }

    /// Whether they are so many.
    #[cfg(feature = "alloc")]
    #[inline(always)]
    pub(crate) const fn has_decimals(self, places: usize) -> bool {
        self.marks & each(0x80) == 1 << (63 - 8 * (places & 7))
    }

    #[inline(always)]
    pub(crate) const fn is_limit(self) -> bool {
        self.marks & LIMIT != 0
    }

    /// Whether it is a number or a limit.
    #[inline(always)]
    pub(crate) const fn is_plain(self) -> bool {
        self.marks & OTHER == 0
    }

    /// The cell whose characters are the lowest `length` bytes of a word, the first one lowest;
    /// what stands above them does not matter. No character and more than eight are not plain.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "eight digits are below 2³²")]
    #[expect(clippy::needless_bitwise_bool, reason = "a branch would keep it from vectors")]
    pub(crate) const fn read(word: u64, length: u64) -> Self {
        // The last character becomes the highest byte; zeros are filled in before the first one.
        let shift = 64_u64.wrapping_sub(length << 3) & 63;
        let text = (word << shift) | (each(b'0') & ((1 << shift) - 1));
        // Upper and lower letters differ by one bit.
        let has_letter = ((text >> 56) & 0xdf == b'L' as u64) as u64;
        let has_sign = (word & 0xff == b'<' as u64) as u64;
        // The sign becomes a zero.
        let text = text ^ (has_sign * (b'<' ^ b'0') as u64) << shift;
        let text = (text << (8 * has_letter)) | (has_letter * b'0' as u64);
        let points = text ^ each(b'.');
        // The lowest bit set marks the first point; those above it may not.
        let points = points.wrapping_sub(each(1)) & !points & each(0x80);
        let has_point = (points != 0) as u64;
        let point = points & points.wrapping_neg();
        // Without a point all is before it, and stays where it is.
        let before = text & (point >> 7).wrapping_sub(1);
        let behind = text & !(point << 1).wrapping_sub(1);
        let text = behind | (before << (8 * has_point)) | (has_point * b'0' as u64);
        let digits = text ^ each(b'0');
        // A byte above 9 reaches the top bit; one that passes it has that bit itself.
        let wrong = (digits | digits.wrapping_add(each(0x76))) & each(0x80);
        let others = has_letter + has_sign + has_point;
        let is_other = (wrong != 0) | (length.wrapping_sub(1) > 7) | (length <= others);
        // The first digit is the lowest byte. Factors have 32 bits: vectors have no product of
        // longer ones, or a slow one. Eight times a digit has these bits.
        let eights = (digits << 3) & each(0x78);
        let pairs = eights.wrapping_add(digits << 1).wrapping_add(digits >> 8);
        let eight = (pairs & 0xff) * 1_000_000
            + (pairs >> 16 & 0xff) * 10_000
            + (pairs >> 32 & 0xff) * 100
            + (pairs >> 48 & 0xff);
        let ends = if points == 0 { 1 << 63 } else { point };
        let marks = ends | (is_other as u64 * OTHER) | ((has_letter | has_sign) * LIMIT);
        Self { digits: eight as u32, marks }
    }
}

/// The first eight bytes of a cell as a word: read past its end where the bytes go on.
#[inline(always)]
pub(crate) fn first_word(bytes: &[u8], start: usize, length: usize) -> u64 {
    let eight = bytes.get(start..start.saturating_add(8));
    if let Some(eight) = eight.and_then(|eight| eight.first_chunk::<8>()) {
        return u64::from_le_bytes(*eight);
    }
    last_word(bytes.get(start..).unwrap_or(&[]), length)
}

/// The same where fewer than eight bytes are left.
#[cold]
#[inline(never)]
fn last_word(rest: &[u8], length: usize) -> u64 {
    let mut word = 0;
    for byte in rest.iter().take(length).rev() {
        word = word << 8 | u64::from(*byte);
    }
    word
}

#[cfg(feature = "alloc")]
#[cfg(test)]
mod tests {
    use alloc::vec;
    use alloc::vec::Vec;

    use super::{PlainCell, first_word};
    use crate::number::decimal::Decimal;

    /// The digits and decimals of a number.
    fn number(text: &[u8]) -> Option<(u32, u8)> {
        let cell = PlainCell::read(first_word(text, 0, text.len()), text.len() as u64);
        let is_number = cell.is_plain() && !cell.is_limit();
        is_number.then(|| (cell.digits(), cell.decimals()))
    }

    /// Every text of up to five characters of these, against the reader of decimals.
    #[test]
    fn short_texts_are_read_as_decimals() {
        const CHARACTERS: &[u8] = b"0179./:-e \xb0";
        let mut texts = vec![Vec::new()];
        for _ in 0..5 {
            let longer: Vec<Vec<u8>> = texts
                .iter()
                .flat_map(|text: &Vec<u8>| {
                    CHARACTERS.iter().map(|next| [text.as_slice(), &[*next]].concat())
                })
                .collect();
            texts.extend(longer);
            texts.sort_unstable();
            texts.dedup();
        }
        let mut read = 0;
        for text in texts {
            let found = number(&text);
            let plain = text.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
            let expected = core::str::from_utf8(&text)
                .ok()
                .filter(|_| plain)
                .and_then(|text| Decimal::parse(text).ok())
                .map(|it| (u32::try_from(it.units()).unwrap_or(0), it.scale()));
            assert_eq!(found, expected, "{text:?}");
            read += u32::from(found.is_some());
        }
        assert!(read > 2_000, "{read}");
    }

    /// The longest, with a point at each place, and noise behind the end.
    #[test]
    fn eight_characters_and_what_stands_behind() {
        let long = b"98765432,00.";
        let eight = |text: &[u8]| {
            let cell = PlainCell::read(first_word(text, 0, 8), 8);
            cell.is_plain().then(|| (cell.digits(), cell.decimals()))
        };
        assert_eq!(eight(long), Some((98_765_432, 0)));
        for place in 0..8 {
            let mut text = *long;
            text[place] = b'.';
            let expected: u32 = (0..8_usize)
                .filter(|at| *at != place)
                .fold(0, |sum, at| sum * 10 + u32::from(long[at] - b'0'));
            let decimals = u8::try_from(7 - place).unwrap_or(0);
            assert_eq!(eight(&text), Some((expected, decimals)));
        }
        assert_eq!(number(b"1.5"), Some((15, 1)));
        assert_eq!(number(b"123456789"), None);
        assert_eq!(number(b""), None);
    }
}
