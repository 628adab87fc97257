//! Where cells and lines end in text with a separator, 64 bytes at a time.

use alloc::vec::Vec;

use crate::classify::batch::dispatch;
use crate::classify::batch::kernel::{BLOCK, Kernel, KernelWork};
use crate::cpu::CpuLevel;

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
    /// The first [`line_count`](Self::line_count) are the places among the ends of those that end
    /// a line.
    lines: Vec<u32>,
    line_count: usize,
    /// How many bytes have been looked at.
    start: u32,
    /// 1 where the last of them is a carriage return.
    pending: u64,
    /// The lines that hold a quote, or a carriage return that does not end them.
    odd: Vec<u32>,
}

impl CellEnds {
    /// Finds all ends; text that does not end in a line feed ends in a line all the same. There
    /// are fewer than 2³¹ bytes.
    pub(crate) fn find(&mut self, bytes: &[u8], separator: u8, level: CpuLevel) {
        (self.count, self.line_count, self.start, self.pending) = (0, 0, 0, 0);
        self.odd.clear();
        // As many as there can be, so that 64 are written at a time; they are kept.
        let most = bytes.len() + 2 * BLOCK;
        if self.ends.len() < most {
            self.ends.resize(most, 0);
        }
        dispatch::run(Find { bytes, separator, found: self }, level);
    }

    /// The ends of cells, in order.
    pub(crate) fn ends(&self) -> &[u32] {
        self.ends.get(..self.count).unwrap_or(&[])
    }

    /// The ends of cells, in order; the place among them of each that ends a line; and the lines
    /// that are not cells and separators alone, in order.
    pub(crate) fn parts(&mut self) -> (&mut [u32], &[u32], &[u32]) {
        let ends = self.ends.get_mut(..self.count).unwrap_or(&mut []);
        (ends, self.lines.get(..self.line_count).unwrap_or(&[]), &self.odd)
    }

    /// Adds the marks of the next 64 bytes, and the end of the text where it ends no line by itself.
    #[inline(always)]
    fn add<K: Kernel>(&mut self, mut marks: Marks, end_of_text: u64) {
        let before = self.line_count;
        // A carriage return that a line feed follows ends a line with it.
        if self.pending & !marks.lines != 0 {
            self.note(1, 0, before);
        }
        self.pending = marks.returns >> (BLOCK - 1);
        let returns = marks.returns & (u64::MAX >> 1);
        let odd = marks.quotes | (returns & !(marks.lines >> 1));
        if odd != 0 {
            self.note(odd, marks.lines, before);
        }
        marks.ends |= end_of_text;
        marks.lines |= end_of_text;
        self.push::<K>(marks);
        self.start += 64;
    }

    /// Adds the ends of the next 64 bytes.
    #[inline(always)]
    fn push<K: Kernel>(&mut self, marks: Marks) {
        if self.lines.len() < self.line_count + BLOCK {
            self.make_room();
        }
        let room = self.ends.get_mut(self.count..).and_then(|it| it.first_chunk_mut::<BLOCK>());
        let lines = self.lines.get_mut(self.line_count..).and_then(<[u32]>::first_chunk_mut);
        let (Some(room), Some(lines)) = (room, lines) else {
            // `find` has made room for all ends, and `make_room` for these lines.
            return;
        };
        K::places(marks.ends, self.start, room);
        let lines: &mut [u32; BLOCK] = lines;
        // Fewer than 2³² of all of them.
        #[expect(clippy::cast_possible_truncation, reason = "fewer than 2³¹ bytes")]
        let before = self.count as u32;
        let mut open = marks.lines;
        for pair in lines.as_chunks_mut::<2>().0 {
            // Two, whether there are so many or not: a loop of as many as there are is mistaken
            // often.
            for line in pair {
                let below = (open & open.wrapping_neg()).wrapping_sub(1);
                *line = before + (marks.ends & below).count_ones();
                open &= open.wrapping_sub(1);
            }
            if open == 0 {
                break;
            }
        }
        self.count += marks.ends.count_ones() as usize;
        self.line_count += marks.lines.count_ones() as usize;
    }

    /// Makes room for more lines.
    #[cold]
    #[inline(never)]
    fn make_room(&mut self) {
        self.lines.resize(2 * self.line_count + 16 * BLOCK, 0);
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

impl KernelWork for Find<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn done_by<K: Kernel>(self) {
        let Self { bytes, separator, found } = self;
        let (blocks, rest) = bytes.as_chunks::<BLOCK>();
        for block in blocks {
            found.add::<K>(K::marks(block, separator), 0);
        }
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        let mut marks = K::marks(&last, separator);
        // What was filled in is no text.
        let end = 1 << rest.len();
        marks.ends &= end - 1;
        marks.lines &= end - 1;
        let is_open = bytes.last().is_some_and(|last| *last != b'\n');
        found.add::<K>(marks, if is_open { end } else { 0 });
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
    use crate::classify::batch::kernel::{BLOCK, Kernel, Plain};
    use crate::cpu::CpuLevel;

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
                assert_eq!(found.parts(), (&mut ends[..], &lines[..], &odd[..]), "{level:?}");
            }
        }
        assert!(odd_lines > 100, "{odd_lines}");
    }
}
