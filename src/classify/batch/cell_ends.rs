//! Where cells and lines end in text with a separator, 64 bytes at a time.

use alloc::vec::Vec;

use crate::classify::batch::dispatch::{self, CpuLevel};
use crate::classify::batch::kernel::{BLOCK, CpuWork, Kernel, Plain};

/// Which of 64 bytes are of a kind, the first one lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// Separators and line feeds: cells end there.
    pub(crate) ends: u64,
    /// Line feeds.
    pub(crate) lines: u64,
    /// Quotes.
    pub(crate) quotes: u64,
    /// Carriage returns.
    pub(crate) returns: u64,
}

/// The ends of cells, and which of them end a line.
#[derive(Clone, Debug, Default)]
pub(crate) struct CellEnds {
    /// The first [`count`](Self::count) are the ends of cells in order.
    ends: Vec<u32>,
    count: usize,
    /// The place among the ends of each that ends a line.
    lines: Vec<u32>,
    /// The lines that hold a quote, or a carriage return that does not end them.
    odd: Vec<u32>,
}

impl CellEnds {
    /// Finds all ends; text that does not end in a line feed ends in a line all the same. There
    /// are fewer than 2³¹ bytes.
    pub(crate) fn find(&mut self, bytes: &[u8], separator: u8, level: CpuLevel) {
        self.count = 0;
        self.lines.clear();
        self.odd.clear();
        // As many as there can be, so that 64 are written at a time; they are kept.
        let most = bytes.len() + BLOCK;
        if self.ends.len() < most {
            self.ends.resize(most, 0);
        }
        dispatch::run(Find { bytes, separator, found: self }, level);
        if bytes.last().is_some_and(|last| *last != b'\n') {
            let end = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
            self.push::<Plain>(Marks { ends: 1, lines: 1, ..Marks::default() }, end);
        }
    }

    /// The ends of cells, in order.
    pub(crate) fn ends(&self) -> &[u32] {
        self.ends.get(..self.count).unwrap_or(&[])
    }

    /// The end of a line that is trimmed of its carriage return.
    pub(crate) fn trim(&mut self, place: usize) {
        if let Some(end) = self.ends.get_mut(place) {
            *end -= 1;
        }
    }

    /// The places among the ends of those that end a line.
    pub(crate) fn lines(&self) -> &[u32] {
        &self.lines
    }

    /// The lines that are not cells and separators alone, in order.
    pub(crate) fn odd(&self) -> &[u32] {
        &self.odd
    }

    /// Adds the marks of 64 bytes, of which the first one is number `start`.
    #[inline(always)]
    fn push<K: Kernel>(&mut self, marks: Marks, start: u32) {
        let Some(room) =
            self.ends.get_mut(self.count..).and_then(|it| it.first_chunk_mut::<BLOCK>())
        else {
            return;
        };
        K::places(marks.ends, start, room);
        // Fewer than 2³² of all of them.
        #[expect(clippy::cast_possible_truncation, reason = "fewer than 2³¹ bytes")]
        let before = self.count as u32;
        let mut open = marks.lines;
        while open != 0 {
            let below = (open & open.wrapping_neg()) - 1;
            self.lines.push(before + (marks.ends & below).count_ones());
            open &= open - 1;
        }
        self.count += marks.ends.count_ones() as usize;
    }

    /// Notes a line as odd, once.
    #[cold]
    #[inline(never)]
    fn note(&mut self, mut bytes: u64, lines: u64, first: usize) {
        while bytes != 0 {
            let below = (bytes & bytes.wrapping_neg()) - 1;
            let line = first + (lines & below).count_ones() as usize;
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            if self.odd.last() != Some(&line) {
                self.odd.push(line);
            }
            bytes &= bytes - 1;
        }
    }
}

/// The search through all bytes.
struct Find<'b, 'f> {
    bytes: &'b [u8],
    separator: u8,
    found: &'f mut CellEnds,
}

impl CpuWork for Find<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn done_by<K: Kernel>(self) {
        let Self { bytes, separator, found } = self;
        let (blocks, rest) = bytes.as_chunks::<BLOCK>();
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        let mut start = 0;
        // A carriage return at the end of the block before, in which line.
        let mut pending = None;
        for block in blocks.iter().chain([&last]) {
            let mut marks = K::marks(block, separator);
            if start as usize + BLOCK > bytes.len() {
                // What was filled in is no text.
                let of_text = (1 << rest.len()) - 1;
                marks.ends &= of_text;
                marks.lines &= of_text;
            }
            let before = found.lines.len();
            if pending.is_some() && marks.lines & 1 == 0 {
                found.note(1, 0, before);
            }
            pending = None;
            // One that a line feed follows ends a line with it.
            let mut odd = marks.quotes | (marks.returns & !(marks.lines >> 1));
            if marks.returns >> (BLOCK - 1) != 0 {
                odd &= !(marks.returns & 1 << (BLOCK - 1));
                pending = Some(());
            }
            if odd != 0 {
                found.note(odd, marks.lines, before);
            }
            found.push::<K>(marks, start);
            start += 64;
        }
        if pending.is_some() {
            let line = found.lines.len();
            found.note(1, 0, line);
        }
    }
}

/// The marks of some bytes, eight at a time, where nothing is known of the CPU.
#[cfg(any(test, not(target_arch = "x86_64")))]
#[inline(always)]
pub(crate) fn marks(bytes: &[u8; BLOCK], separator: u8) -> Marks {
    let mut marks = Marks::default();
    for (eight, place) in bytes.as_chunks::<8>().0.iter().zip((0..64).step_by(8)) {
        let word = u64::from_le_bytes(*eight);
        let lines = equal(word, b'\n');
        marks.ends |= gathered(lines | equal(word, separator)) << place;
        marks.lines |= gathered(lines) << place;
        marks.quotes |= gathered(equal(word, b'"')) << place;
        marks.returns |= gathered(equal(word, b'\r')) << place;
    }
    marks
}

/// The top bit of each byte that is equal to one.
#[cfg(any(test, not(target_arch = "x86_64")))]
#[inline(always)]
const fn equal(word: u64, byte: u8) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let other = word ^ u64::from_le_bytes([byte; 8]);
    !(((other & LOW) + LOW) | other | LOW)
}

/// The top bits of eight bytes as the lowest eight bits.
#[cfg(any(test, not(target_arch = "x86_64")))]
#[inline(always)]
const fn gathered(tops: u64) -> u64 {
    (tops >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test")]
mod tests {
    use alloc::vec::Vec;

    use super::CellEnds;
    use crate::classify::batch::dispatch::CpuLevel;
    use crate::classify::batch::kernel::{BLOCK, Kernel, Plain};

    /// The words of a CPU that nothing is known of, against its own way.
    #[test]
    fn eight_bytes_at_a_time() {
        for byte in 0..=u8::MAX {
            let bytes: [u8; BLOCK] =
                core::array::from_fn(
                    |place| {
                        if place % 3 == 0 { byte } else { b"\n\r\",;\t"[place % 6] }
                    },
                );
            let found = super::marks(&bytes, b';');
            assert_eq!(found, Plain::marks(&bytes, b';'));
            let first = bytes.iter().position(|it| matches!(it, b';' | b'\n'));
            assert_eq!(first, Some(found.ends.trailing_zeros() as usize));
        }
    }

    /// All levels against one byte after the other, on lines that end anywhere in a block.
    #[test]
    fn ends_of_cells_and_lines() {
        const BYTES: &[u8] = b"1234567890.abcL,,,,,,\n\n\r\"\xe6,";
        let mut state = 38_u64;
        let mut below = |end: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from((state >> 11) % u64::try_from(end).unwrap()).unwrap()
        };
        let mut odd_lines = 0;
        for length in (0..400).chain([5_000, 20_000]) {
            let some = if below(2) == 0 { BYTES.len() } else { BYTES.len() - 5 };
            let mut bytes: Vec<u8> = (0..length).map(|_| BYTES[below(some)]).collect();
            if below(3) == 0 {
                // Lines of windows.
                bytes = bytes.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..]);
            }
            let (mut ends, mut lines, mut odd) = (Vec::new(), Vec::new(), Vec::new());
            let mut whole = bytes.clone();
            if whole.last().is_some_and(|last| *last != b'\n') {
                whole.push(b'\n');
            }
            for (place, byte) in whole.iter().enumerate() {
                let is_odd =
                    *byte == b'"' || (*byte == b'\r' && bytes.get(place + 1) != Some(&b'\n'));
                let line = u32::try_from(lines.len()).unwrap();
                if is_odd && odd.last() != Some(&line) {
                    odd.push(line);
                }
                if matches!(byte, b',' | b'\n') {
                    if *byte == b'\n' {
                        lines.push(u32::try_from(ends.len()).unwrap());
                    }
                    ends.push(u32::try_from(place).unwrap());
                }
            }
            odd_lines += odd.len();
            for level in CpuLevel::ALL.into_iter().filter(|level| level.is_available()) {
                let mut found = CellEnds::default();
                found.find(b"7,7,7,7\n\"", b',', level);
                found.find(&bytes, b',', level);
                assert_eq!(found.ends(), ends, "{level:?}");
                assert_eq!((found.lines(), found.odd()), (&lines[..], &odd[..]), "{level:?}");
            }
        }
        assert!(odd_lines > 100, "{odd_lines}");
    }
}
