//! Up to eight characters, digits with at most one point, as one integer: all at once.
//!
//! Eight characters are eight bytes of a word. The point is taken out by moving the characters
//! before it up by one byte; three multiplications join the digits. Whatever is not digits and one
//! point is not read here.

/// Eight times the same byte.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The digits as an integer and how many stand behind the point, from a word whose lowest
/// `length` bytes are the characters, the first one lowest; what stands above them does not matter.
///
/// `None` for no character, more than eight, no digit, or anything but digits and one point.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "lengths and places up to eight")]
pub(crate) const fn plain_number(word: u64, length: usize) -> Option<(u32, u8)> {
    if length == 0 || length > 8 {
        return None;
    }
    // The last character is the highest byte; zeros are filled in before the first one.
    let bits = 8 * length as u32;
    let text = word << (64 - bits) | each(b'0') >> 4 >> (bits - 4);
    let points = text ^ each(b'.');
    // The lowest bit set marks the first point; those above it may not.
    let points = points.wrapping_sub(each(1)) & !points & each(0x80);
    let (text, decimals) = if points == 0 {
        (text, 0)
    } else if length == 1 {
        return None;
    } else {
        let place = points.trailing_zeros() / 8;
        let before = text & ((1 << (8 * place)) - 1);
        let behind = text & (u64::MAX << (8 * place) << 8);
        (behind | before << 8 | b'0' as u64, (7 - place) as u8)
    };
    let digits = text ^ each(b'0');
    // A byte above 9 reaches the top bit; one that passes it has that bit itself.
    if (digits | digits.wrapping_add(each(0x76))) & each(0x80) != 0 {
        return None;
    }
    // Pairs, then fours, then all eight; the first digit is the lowest byte.
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    let low = (pairs & 0x0000_00ff_0000_00ff).wrapping_mul(0x000f_4240_0000_0064);
    let high = (pairs >> 16 & 0x0000_00ff_0000_00ff).wrapping_mul(0x0000_2710_0000_0001);
    Some(((low.wrapping_add(high) >> 32) as u32, decimals))
}

/// A cell of up to eight characters: a number, or a detection limit, `0.025L` or `<0.025`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlainCell {
    pub(crate) digits: u32,
    /// How many of them stand behind the point, at most seven.
    pub(crate) decimals: u8,
    pub(crate) is_limit: bool,
    /// Whether it is one; if not, all else says nothing.
    pub(crate) is_plain: bool,
}

/// Reads a cell as [`plain_number`] does, without the L behind it and the sign before it.
#[inline(always)]
pub(crate) const fn plain_cell(word: u64, length: usize) -> PlainCell {
    const NONE: PlainCell = PlainCell { digits: 0, decimals: 0, is_limit: false, is_plain: false };
    if length == 0 || length > 8 {
        return NONE;
    }
    // The last character: upper and lower letters differ by one bit.
    let has_mark = (word >> (8 * (length - 1))) & 0xdf == b'L' as u64;
    let has_sign = word & 0xff == b'<' as u64;
    // What stands above the last character does not matter; of one character, it is one of both.
    let word = if has_sign { word >> 8 } else { word };
    let length = length - (has_mark as usize + has_sign as usize);
    match plain_number(word, length) {
        Some((digits, decimals)) => {
            PlainCell { digits, decimals, is_limit: has_mark | has_sign, is_plain: true }
        }
        None => NONE,
    }
}

/// The first eight bytes of a cell as a word: read past its end where the bytes go on.
#[inline(always)]
pub(crate) fn first_word(bytes: &[u8], start: usize, length: usize) -> u64 {
    let rest = bytes.get(start..).unwrap_or(&[]);
    if let Some(eight) = rest.first_chunk::<8>() {
        return u64::from_le_bytes(*eight);
    }
    let mut word = 0;
    for byte in rest.iter().take(length).rev() {
        word = word << 8 | u64::from(*byte);
    }
    word
}

#[cfg(feature = "alloc")]
#[cfg(test)]
mod tests {
    use super::{first_word, plain_number};
    use crate::number::decimal::Decimal;

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
            let found = plain_number(first_word(&text, 0, text.len()), text.len());
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
        assert_eq!(plain_number(first_word(long, 0, 8), 8), Some((98_765_432, 0)));
        for place in 0..8 {
            let mut text = *long;
            text[place] = b'.';
            let expected: u32 = (0..8_usize)
                .filter(|at| *at != place)
                .fold(0, |sum, at| sum * 10 + u32::from(long[at] - b'0'));
            let decimals = u8::try_from(7 - place).unwrap_or(0);
            assert_eq!(plain_number(first_word(&text, 0, 8), 8), Some((expected, decimals)));
        }
        assert_eq!(plain_number(first_word(b"1.5", 0, 3), 3), Some((15, 1)));
        assert_eq!(plain_number(0, 9), None);
    }
}
