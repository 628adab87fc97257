//! The rows put together: codes of all columns in, classes and item sets of 64 rows out.

use crate::classify::batch::batch::Batch;
use crate::classify::batch::columns::Column;
use crate::classify::batch::dispatch::prefetch;
use crate::classify::batch::judge::{BelowLimit, Judge, Slot};
use crate::classify::batch::kernel::{BLOCK, Codes, Holes, Kernel, KernelWork, Scratch, keep};
use crate::classify::batch::outputs::{Outputs, Summary};
use crate::classify::batch::steps::Fails;
use crate::classify::batch::value::{Count, Value};

/// Sets of items of 64 rows, a byte of the set at a time, so that a vector holds many rows.
type Planes = [Codes; 3];

/// How many blocks ahead values are asked for. A CPU that follows one column by itself does not
/// follow nine or more, with their bits, across pages.
const AHEAD: usize = 3;

const NO_ITEMS: Planes = [[0; BLOCK]; 3];

/// All rows of a batch, and buffers that have been checked.
pub(crate) struct BatchRows<'b, 'a, 'o, T> {
    pub(crate) batch: &'b Batch<'a, T>,
    pub(crate) out: &'b mut Outputs<'o>,
}

impl<T: Value> KernelWork for BatchRows<'_, '_, '_, T> {
    type Output = Summary;

    #[inline(always)]
    fn done_by<K: Kernel>(self) -> Summary {
        run::<T, K>(self.batch, self.out)
    }
}

/// Judges all rows, block by block.
#[inline(always)]
fn run<T: Value, K: Kernel>(batch: &Batch<'_, T>, out: &mut Outputs<'_>) -> Summary {
    let mut codes = [[0; BLOCK]; 24];
    let layout = Layout::new(batch);
    let mut state = State {
        scratch: [T::Count::ZERO; BLOCK],
        is_undecidable_asked: out.undecidable.is_some() || out.met.is_some(),
        undecidable: NO_ITEMS,
        impossible: NO_ITEMS,
        summary: Summary { rows: batch.rows, ..Summary::default() },
    };
    let has_limits = batch.slots().any(|slot| slot.column.below_limit.is_some());
    let has_sets = out.determining.is_some() || out.participating.is_some();
    let mut start = 0;
    while start < batch.rows {
        let rows = BLOCK.min(batch.rows - start);
        let mut class = [0; BLOCK];
        state.undecidable = NO_ITEMS;
        state.impossible = NO_ITEMS;
        for (slot, codes) in batch.slots().zip(&mut codes) {
            let buffer = &mut out.items[slot.place()];
            if !slot.takes_part && buffer.is_none() {
                continue;
            }
            let block = Rows { start, count: rows, is_asked: buffer.is_some() };
            judge::<T, K>(batch, slot, &block, codes, &mut state);
            if let Some(buffer) = buffer {
                buffer[start..start + rows].copy_from_slice(&codes[..rows]);
            }
            if slot.takes_part {
                take_part(batch, slot, start, codes);
                for (class, code) in class.iter_mut().zip(codes.iter()) {
                    *class = (*class).max(*code);
                }
            }
        }
        if has_sets {
            let (determining, participating) = sets::<K>(&layout, &codes, &class);
            store_sets(&mut out.determining, &determining, start, rows);
            store_sets(&mut out.participating, &participating, start, rows);
        }
        store_sets(&mut out.undecidable, &state.undecidable, start, rows);
        store_sets(&mut out.impossible, &state.impossible, start, rows);
        if let Some((targets, met)) = &mut out.met {
            let rows = start..start + rows;
            let (targets, met) = (&targets[rows.clone()], &mut met[rows]);
            for ((met, target), class) in met.iter_mut().zip(targets).zip(class) {
                *met = Outputs::of_target(class, *target);
            }
            if has_limits {
                settle_met(batch, start, (&codes, &state.undecidable), targets, met);
            }
        }
        if let Some(buffer) = &mut out.class {
            store(buffer, &class, start, rows);
        }
        start += BLOCK;
    }
    state.summary
}

/// Copies a block; a whole one has a fixed length, so that it is a few moves.
#[inline(always)]
fn store<T: Copy>(buffer: &mut [T], block: &[T; BLOCK], start: usize, rows: usize) {
    let buffer = &mut buffer[start..start + rows];
    match <&mut [T; BLOCK]>::try_from(&mut *buffer) {
        Ok(whole) => *whole = *block,
        Err(_) => buffer.copy_from_slice(&block[..rows]),
    }
}

#[inline(always)]
fn store_sets(buffer: &mut Option<&mut [u32]>, planes: &Planes, start: usize, rows: usize) {
    let Some(buffer) = buffer else { return };
    let mut sets = [0; BLOCK];
    let [low, middle, high] = planes;
    for (set, ((low, middle), high)) in sets.iter_mut().zip(low.iter().zip(middle).zip(high)) {
        *set = u32::from(*low) | u32::from(*middle) << 8 | u32::from(*high) << 16;
    }
    store(buffer, &sets, start, rows);
}

/// Writes the codes of one block of one column.
#[inline(always)]
fn judge<T: Value, K: Kernel>(
    batch: &Batch<'_, T>,
    slot: &Slot<'_, T>,
    block: &Rows,
    codes: &mut Codes,
    state: &mut State<T>,
) {
    let column = &slot.column;
    let Rows { start, count, .. } = *block;
    let rest = column.values.get(start * column.stride..).unwrap_or(&[]);
    let mut gathered = [T::ZERO; BLOCK];
    let values = match rest.first_chunk() {
        Some(values) if column.stride == 1 => values,
        _ => {
            let strided = rest.iter().step_by(column.stride);
            for (slot, value) in gathered[..count].iter_mut().zip(strided) {
                *slot = *value;
            }
            &gathered
        }
    };
    if batch.is_far {
        ask_ahead(column, start);
    }
    let mut impossible = false;
    if let Some(judge) = &slot.judges[0] {
        if slot.is_plain_with_holes && !(slot.is_plain && count == BLOCK) {
            let whole = u64::MAX >> (BLOCK - count);
            let valid = column.validity.map_or(u64::MAX, |bits| bits.word(start)) & whole;
            let below = column.below_limit.map_or(0, |bits| bits.word(start)) & valid;
            let holes = Some(Holes { valid, below, decisive: judge.decisive });
            let scratch = &mut state.scratch;
            let open = K::codes(values, &judge.steps, column.missing, holes, scratch, codes);
            if let Some(open) = open {
                if column.below_limit.is_some() {
                    settle::<T, K>(slot, judge, values, open, codes, state);
                }
                return;
            }
            // An impossible value is looked for, and where it is.
        }
        let scratch = &mut state.scratch;
        let judged = K::codes(values, &judge.steps, column.missing, None, scratch, codes);
        impossible = judged.is_none();
    } else {
        *codes = [0; BLOCK];
    }
    if !slot.is_plain || count < BLOCK || impossible {
        amend::<T, K>(batch, slot, block, values, impossible, codes, state);
    }
}

/// Asks for what the next blocks of a column will read.
#[inline(always)]
fn ask_ahead<T: Value>(column: &Column<'_, T>, start: usize) {
    let ahead = start + AHEAD * BLOCK;
    if column.stride == 1
        && let Some(values) = column.values.get(ahead..).and_then(<[T]>::first_chunk::<BLOCK>)
    {
        prefetch(values);
    }
    // A line of a cache has the bits of eight blocks; not all columns ask for theirs at once.
    if (start / BLOCK + column.item.index()).is_multiple_of(8) {
        for bits in [column.validity, column.below_limit].into_iter().flatten() {
            if let Some(bytes) = bits.line(start + 8 * BLOCK) {
                prefetch(bytes);
            }
        }
    }
}

/// The rows whose code was cleared, because half of their detection limit is worse than the decisive
/// class: those whose limit itself is worse get their code back, for any value below it is worse then
/// (dissolved oxygen); the others are undecidable.
#[inline(always)]
fn settle<T: Value, K: Kernel>(
    slot: &Slot<'_, T>,
    judge: &Judge<T>,
    values: &[T; BLOCK],
    mut open: u64,
    codes: &mut Codes,
    state: &mut State<T>,
) {
    if judge.steps.fails == Fails::Below {
        let mut left = open;
        while left != 0 {
            let row = left.trailing_zeros() as usize;
            left &= left - 1;
            if let BelowLimit::Code(code) = judge.below_limit(values[row]) {
                codes[row] = code;
                open &= !(1 << row);
            }
        }
    }
    if state.is_undecidable_asked && judge.takes_part {
        K::add_bits(open, &mut state.undecidable[slot.place() / 8], slot.bit());
    }
}

/// Asks again of rows that missed their target whether results below a detection limit alone
/// did, which prove nothing; and of rows with an undecidable item, which a stricter target may
/// decide: as [`Target::judge`](crate::Target::judge) has it for single values.
#[inline(always)]
fn settle_met<T: Value>(
    batch: &Batch<'_, T>,
    start: usize,
    (codes, undecidable): (&[Codes; 24], &Planes),
    targets: &[u8],
    met: &mut [u8],
) {
    let limits = batch
        .slots()
        .fold(0, |rows, slot| rows | slot.column.below_limit.map_or(0, |bits| bits.word(start)));
    for (row, (met, target)) in met.iter_mut().zip(targets).enumerate() {
        let open = undecidable.iter().any(|plane| plane[row] != 0);
        if (*met == Outputs::MISSED || open) && limits >> row & 1 == 1 && *target != 0 {
            *met = met_of_row(batch, (start, row), (codes, undecidable), *target);
        }
    }
}

/// Whether a row of a block meets its target, item by item.
#[cold]
#[inline(never)]
fn met_of_row<T: Value>(
    batch: &Batch<'_, T>,
    (start, row): (usize, usize),
    (codes, undecidable): (&[Codes; 24], &Planes),
    target: u8,
) -> u8 {
    let mut met = Outputs::NOT_ASSESSED;
    for (slot, codes) in batch.slots().zip(codes).filter(|(slot, _)| slot.takes_part) {
        let code = codes[row];
        let column = &slot.column;
        let second = slot.has_two && batch.second(start) >> row & 1 == 1;
        let is_below = column.below_limit.is_some_and(|bits| bits.word(start) >> row & 1 == 1);
        // Two reads that the checks of lengths make sure of.
        let judge = slot.judges[usize::from(second)].as_ref();
        let value = column.values.get((start + row) * column.stride);
        let proves = || judge.zip(value).is_some_and(|(judge, value)| judge.proves(*value, target));
        let is_open = undecidable[slot.place() / 8][row] & slot.bit() != 0;
        let asks = || judge.is_some_and(|it| it.target_is_decisive && target < it.decisive);
        match code {
            0 if is_open && asks() && proves() => return Outputs::MISSED,
            0 => {}
            code if code <= target => met = Outputs::MET,
            _ if is_below && !proves() => {}
            _ => return Outputs::MISSED,
        }
    }
    met
}

/// What is kept from column to column.
struct State<T: Value> {
    scratch: Scratch<T>,
    /// Whether anything that was asked for depends on the undecidable items.
    is_undecidable_asked: bool,
    undecidable: Planes,
    impossible: Planes,
    summary: Summary,
}

/// The rows of one block.
struct Rows {
    start: usize,
    count: usize,
    /// Whether the class of the item itself was asked for.
    is_asked: bool,
}

/// Whatever the plain loop does not know: the second classifier, results below a detection limit
/// whose half lies between values of the type, and where an impossible value is.
#[inline(always)]
fn amend<T: Value, K: Kernel>(
    batch: &Batch<'_, T>,
    slot: &Slot<'_, T>,
    block: &Rows,
    values: &[T; BLOCK],
    mut impossible: bool,
    codes: &mut Codes,
    state: &mut State<T>,
) {
    let column = &slot.column;
    let Rows { start, count, is_asked } = *block;
    let mut valid = u64::MAX >> (BLOCK - count);
    if let Some(validity) = column.validity {
        valid &= validity.word(start);
    }
    let second = if slot.has_two { batch.second(start) } else { 0 };
    if second & valid != 0 {
        let mut others = [0; BLOCK];
        if let Some(judge) = &slot.judges[1] {
            let scratch = &mut state.scratch;
            let judged = K::codes(values, &judge.steps, column.missing, None, scratch, &mut others);
            impossible |= judged.is_none();
        }
        keep(codes, !second);
        keep(&mut others, second);
        for (code, other) in codes.iter_mut().zip(others) {
            *code |= other;
        }
    }
    if valid != u64::MAX {
        keep(codes, valid);
    }
    let judge_of = |row: usize| slot.judges[(second >> row & 1) as usize].as_ref();
    // Who does not ask for an item is not told about its values.
    let mut told = if is_asked { u64::MAX } else { 0 };
    for (judge, rows) in slot.judges.iter().zip([!second, second]) {
        told |= if judge.as_ref().is_some_and(|judge| judge.takes_part) { rows } else { 0 };
    }
    let mut counted = 0;
    if impossible {
        for (row, value) in values.iter().enumerate() {
            let is_value = column.missing.is_none_or(|missing| *value != missing);
            if judge_of(row).is_some_and(|judge| is_value & judge.steps.is_impossible(*value)) {
                counted |= 1 << row;
            }
        }
        keep(codes, !counted);
    }
    if let Some(below_limit) = column.below_limit {
        let mut below = below_limit.word(start) & valid & !counted;
        while below != 0 {
            let row = below.trailing_zeros() as usize;
            below &= below - 1;
            // Missing values have no code, and keep none.
            if let (Some(judge), 1..) = (judge_of(row), codes[row]) {
                match judge.below_limit(values[row]) {
                    BelowLimit::Code(code) => codes[row] = code,
                    BelowLimit::Impossible => {
                        codes[row] = 0;
                        counted |= 1 << row;
                    }
                    BelowLimit::Undecidable => {
                        codes[row] = 0;
                        if judge.takes_part {
                            state.undecidable[slot.place() / 8][row] |= slot.bit();
                        }
                    }
                }
            }
        }
    }
    let counted = counted & valid & told;
    let mut left = counted;
    while left != 0 {
        state.impossible[slot.place() / 8][left.trailing_zeros() as usize] |= slot.bit();
        left &= left - 1;
    }
    state.summary.count(start, counted, column.item);
}

/// Leaves out the rows whose classifier does not ask for the item.
#[inline(always)]
fn take_part<T: Value>(batch: &Batch<'_, T>, slot: &Slot<'_, T>, start: usize, codes: &mut Codes) {
    let takes_part =
        |judge: &Option<Judge<T>>| judge.as_ref().is_some_and(|judge| judge.takes_part);
    if slot.has_two && slot.judges.iter().any(|judge| !takes_part(judge)) {
        let second = batch.second(start);
        let first_part = if takes_part(&slot.judges[0]) { !second } else { 0 };
        let second_part = if takes_part(&slot.judges[1]) { second } else { 0 };
        keep(codes, first_part | second_part);
    }
}

/// Which bytes of a set, and which bits of them, the columns stand for.
struct Layout {
    /// The bit of each column within its byte; none for a column that takes no part.
    bits: [u8; 24],
    /// Where the columns of each byte end, in the order of Table 1.
    ends: [usize; 3],
}

impl Layout {
    fn new<T: Value>(batch: &Batch<'_, T>) -> Self {
        let mut layout = Self { bits: [0; 24], ends: [0; 3] };
        for (column, (slot, bit)) in batch.slots().zip(&mut layout.bits).enumerate() {
            *bit = if slot.takes_part { slot.bit() } else { 0 };
            for end in &mut layout.ends[slot.place() / 8..] {
                *end = column + 1;
            }
        }
        layout
    }
}

/// The determining and the participating items of a block.
#[inline(always)]
fn sets<K: Kernel>(layout: &Layout, codes: &[Codes; 24], class: &Codes) -> (Planes, Planes) {
    let (mut determining, mut participating) = (NO_ITEMS, NO_ITEMS);
    let mut start = 0;
    for (plane, end) in layout.ends.into_iter().enumerate() {
        if let (Some(codes), Some(bits)) = (codes.get(start..end), layout.bits.get(start..end)) {
            K::sets(codes, bits, class, &mut determining[plane], &mut participating[plane]);
        }
        start = end;
    }
    (determining, participating)
}
