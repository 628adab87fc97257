//! What the batch calls are held against: reading alone, writing too, and a ladder of ifs.

use gb3838::{Bound, Class, Decimal, Item, Standard, WaterBody, batch::CpuLevel};

/// Buffers of the answers, as `class_and_determining` fills them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answers {
    pub(crate) class: Vec<u8>,
    pub(crate) determining: Vec<u32>,
    pub(crate) participating: Vec<u32>,
}

impl Answers {
    pub(crate) fn new(rows: usize) -> Self {
        Self { class: vec![0; rows], determining: vec![0; rows], participating: vec![0; rows] }
    }
}

/// A type of reading, as the obvious code sees it.
pub(crate) trait Reading: Copy + PartialOrd + Default {
    /// A limit, where readings are in units of the last of so many decimals.
    fn limit(limit: f64, decimals: u8) -> Self;
    /// Whether there is no reading.
    fn is_missing(self) -> bool;
}

impl Reading for f64 {
    fn limit(limit: f64, _: u8) -> Self {
        limit
    }

    fn is_missing(self) -> bool {
        self.is_nan()
    }
}

impl Reading for f32 {
    #[expect(clippy::cast_possible_truncation, reason = "the nearest float is meant")]
    fn limit(limit: f64, _: u8) -> Self {
        limit as Self
    }

    fn is_missing(self) -> bool {
        self.is_nan()
    }
}

impl Reading for i16 {
    #[expect(clippy::cast_possible_truncation, reason = "limits of the nine items fit")]
    fn limit(limit: f64, decimals: u8) -> Self {
        (limit * 10_f64.powi(i32::from(decimals))).round() as Self
    }

    fn is_missing(self) -> bool {
        self == -1
    }
}

impl Reading for i32 {
    #[expect(clippy::cast_possible_truncation, reason = "limits are small")]
    fn limit(limit: f64, decimals: u8) -> Self {
        (limit * 10_f64.powi(Self::from(decimals))).round() as Self
    }

    fn is_missing(self) -> bool {
        self == -1
    }
}

/// One pass of `max` over columns: the least that any look at all values can cost. The greatest
/// values are kept in eight vectors, so that no step waits for the one before, and stay in registers.
#[inline(always)]
fn greatest<T: Reading>(columns: &[Vec<T>]) -> T {
    let mut most = [T::default(); 64];
    for column in columns {
        // A copy, which nothing else can refer to.
        let mut own = most;
        for values in column.as_chunks::<64>().0 {
            for (most, value) in own.iter_mut().zip(values) {
                *most = if *value > *most { *value } else { *most };
            }
        }
        most = own;
    }
    most.into_iter().fold(T::default(), |most, value| if value > most { value } else { most })
}

#[target_feature(enable = "avx2")]
fn greatest_avx2<T: Reading>(columns: &[Vec<T>]) -> T {
    greatest(columns)
}

#[target_feature(enable = "avx2,avx512f,avx512bw,avx512dq,avx512vl")]
fn greatest_avx512<T: Reading>(columns: &[Vec<T>]) -> T {
    greatest(columns)
}

/// `greatest` by the instructions of a level.
#[expect(unsafe_code, reason = "the floor must be compiled for the same CPU")]
pub(crate) fn read_floor<T: Reading>(columns: &[Vec<T>], level: CpuLevel) -> T {
    assert!(level.is_available());
    match level {
        // SAFETY: the CPU has the level, as has just been asserted.
        CpuLevel::Avx512 => unsafe { greatest_avx512(columns) },
        // SAFETY: as above.
        CpuLevel::Avx2 => unsafe { greatest_avx2(columns) },
        _ => greatest(columns),
    }
}

/// The same, and plain stores of all answers.
pub(crate) fn read_write_floor<T: Reading>(
    columns: &[Vec<T>],
    level: CpuLevel,
    answers: &mut Answers,
) -> T {
    let most = read_floor(columns, level);
    let set = u32::from(most > T::default());
    #[expect(clippy::cast_possible_truncation, reason = "0 or 1")]
    answers.class.fill(set as u8);
    answers.determining.fill(set);
    answers.participating.fill(set);
    most
}

/// Limits of one item as the ladder wants them.
pub(crate) enum Ladder<T> {
    AtMost([T; 5]),
    AtLeast([T; 5]),
    Within(T, T),
}

impl<T: Reading> Ladder<T> {
    /// The limits of rivers.
    pub(crate) fn new(item: Item, decimals: u8) -> Self {
        let standard = Standard::GB_3838_2002;
        let bounds = Class::WITH_LIMITS.map(|class| standard.limit(item, WaterBody::River, class));
        let limit = |limit: Decimal| T::limit(limit.to_f64(), decimals);
        let limits = bounds.map(|bound| match bound {
            Some(Bound::AtMost(bound) | Bound::AtLeast(bound)) => limit(bound),
            _ => T::default(),
        });
        match bounds[0] {
            Some(Bound::AtLeast(_)) => Self::AtLeast(limits),
            Some(Bound::Within(low, high)) => Self::Within(limit(low), limit(high)),
            _ => Self::AtMost(limits),
        }
    }

    fn class(&self, value: T) -> u8 {
        match self {
            Self::AtMost([i, ii, iii, iv, v]) => {
                if value <= *i {
                    1
                } else if value <= *ii {
                    2
                } else if value <= *iii {
                    3
                } else if value <= *iv {
                    4
                } else if value <= *v {
                    5
                } else {
                    6
                }
            }
            Self::AtLeast([i, ii, iii, iv, v]) => {
                if value >= *i {
                    1
                } else if value >= *ii {
                    2
                } else if value >= *iii {
                    3
                } else if value >= *iv {
                    4
                } else if value >= *v {
                    5
                } else {
                    6
                }
            }
            Self::Within(low, high) => {
                if value >= *low && value <= *high {
                    1
                } else {
                    6
                }
            }
        }
    }
}

/// The obvious code: row by row, item by item, if by if.
pub(crate) fn if_ladder<T: Reading>(
    columns: &[Vec<T>],
    ladders: &[(Item, Ladder<T>)],
    answers: &mut Answers,
) {
    for row in 0..answers.class.len() {
        let (mut worst, mut determining, mut participating) = (0, 0, 0);
        for (values, (item, ladder)) in columns.iter().zip(ladders) {
            let value = values[row];
            if value.is_missing() {
                continue;
            }
            let class = ladder.class(value);
            let bit = 1 << (item.number() - 1);
            participating |= bit;
            if class > worst {
                worst = class;
                determining = bit;
            } else if class == worst {
                determining |= bit;
            }
        }
        answers.class[row] = worst;
        answers.determining[row] = determining;
        answers.participating[row] = participating;
    }
}

/// The obvious code for columns with bits: half of a detection limit is classed, and proves nothing
/// where it is worse than class III.
pub(crate) fn if_ladder_with_holes(
    columns: &[Vec<f64>],
    bits: &[(&[u8], &[u8])],
    ladders: &[(Item, Ladder<f64>)],
    answers: &mut Answers,
) {
    for row in 0..answers.class.len() {
        let (mut worst, mut determining, mut participating) = (0, 0, 0);
        for ((values, (valid, below)), (item, ladder)) in columns.iter().zip(bits).zip(ladders) {
            if valid[row / 8] >> (row % 8) & 1 == 0 {
                continue;
            }
            let is_below = below[row / 8] >> (row % 8) & 1 == 1;
            let class = ladder.class(if is_below { values[row] / 2.0 } else { values[row] });
            if is_below && class > 3 {
                continue;
            }
            let bit = 1 << (item.number() - 1);
            participating |= bit;
            if class > worst {
                worst = class;
                determining = bit;
            } else if class == worst {
                determining |= bit;
            }
        }
        answers.class[row] = worst;
        answers.determining[row] = determining;
        answers.participating[row] = participating;
    }
}
