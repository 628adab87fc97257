//! The cutoffs of one item as steps of a column's type: equal neighbours are one step.

use crate::classify::batch::value::{Step, Value};
use crate::number::decimal::Decimal;
use crate::standard::class::Class;
use crate::standard::cutoff::{Cutoff, CutoffSide, ItemCutoffs};

/// The greatest number of limits that a code counts.
pub(crate) const MAX_STEPS: usize = 5;

/// The code of inferior V.
const INFERIOR_V: u8 = Class::InferiorV as u8;

/// How a value fails a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fails {
    /// Above it.
    Above,
    /// Below it.
    Below,
    /// Below the first or above the second.
    Outside,
}

/// Some limits compiled for one type of column: a value's code is `base` and the weights of
/// all steps that it fails.
#[derive(Clone, Copy, Debug)]
pub struct Steps<T> {
    pub(crate) fails: Fails,
    /// The steps, the strictest first; only the first `count` are compared.
    pub(crate) cuts: [T; MAX_STEPS],
    pub(crate) weights: [u8; MAX_STEPS],
    pub(crate) count: u8,
    pub(crate) base: u8,
    /// The codes by 1 and the number of failed steps; 0 stays 0.
    pub(crate) codes: [u8; 16],
    /// The greatest possible value; the least one is zero.
    pub(crate) most: T,
}

impl<T: Value> Steps<T> {
    /// Compiles the cutoffs of one item for values of a scale.
    ///
    /// With `doubled`, the steps are those for twice the value: a value below the detection
    /// limit is compared by half of the limit. `most` is the greatest possible value.
    pub(crate) fn new(
        cutoffs: &ItemCutoffs,
        scale: u8,
        doubled: bool,
        most: Option<Decimal>,
    ) -> Self {
        match cutoffs {
            ItemCutoffs::Ordered(cutoffs) => Self::of_ordered(cutoffs, scale, doubled, most),
            ItemCutoffs::Range(low, high) => {
                Self::of_range(low, high, INFERIOR_V, scale, doubled, most)
            }
        }
    }

    /// Compiles cutoffs of any standard, at most [`MAX_STEPS`], the strictest first: the code
    /// is 1 and the number of those that a value fails.
    pub(crate) fn of_ordered(
        cutoffs: &[Cutoff],
        scale: u8,
        doubled: bool,
        most: Option<Decimal>,
    ) -> Self {
        let mut steps = Self::open(scale, most);
        if cutoffs.first().is_some_and(|cutoff| cutoff.side() == CutoffSide::Lower) {
            steps.fails = Fails::Below;
            steps.cuts = [T::ZERO; MAX_STEPS];
        }
        for cutoff in cutoffs {
            steps.push(step(cutoff, scale, doubled));
        }
        steps.with_codes()
    }

    /// Compiles a range of any standard: the code is 1 within it and `outside` beyond.
    pub(crate) fn of_range(
        low: &Cutoff,
        high: &Cutoff,
        outside: u8,
        scale: u8,
        doubled: bool,
        most: Option<Decimal>,
    ) -> Self {
        let mut steps = Self::open(scale, most);
        steps.fails = Fails::Outside;
        steps.set_range(step(low, scale, doubled), step(high, scale, doubled), outside);
        steps.with_codes()
    }

    /// Steps that no possible value fails.
    fn open(scale: u8, most: Option<Decimal>) -> Self {
        let most = most.map_or(T::GREATEST, |most| {
            match T::step(most, true, CutoffSide::Upper, scale, false) {
                Step::Beyond(most) => most,
                Step::NeverFails | Step::AlwaysFails => T::GREATEST,
            }
        });
        Self {
            fails: Fails::Above,
            cuts: [T::GREATEST; MAX_STEPS],
            weights: [0; MAX_STEPS],
            count: 0,
            base: 1,
            codes: [0; 16],
            most,
        }
    }

    /// The same with its table of codes.
    fn with_codes(mut self) -> Self {
        let mut code = self.base;
        self.codes[1] = code;
        for (place, weight) in self.weights.into_iter().enumerate() {
            code += weight;
            self.codes[place + 2] = code;
        }
        self
    }

    fn push(&mut self, step: Step<T>) {
        match step {
            Step::NeverFails => {}
            Step::AlwaysFails => self.base += 1,
            Step::Beyond(cut) => {
                let last = usize::from(self.count);
                if last > 0 && self.cuts[last - 1] == cut {
                    self.weights[last - 1] += 1;
                } else if last < MAX_STEPS {
                    self.cuts[last] = cut;
                    self.weights[last] = 1;
                    self.count += 1;
                }
            }
        }
    }

    fn set_range(&mut self, low: Step<T>, high: Step<T>, outside: u8) {
        // A side that no value fails keeps a step that no possible value fails.
        (self.cuts[0], self.cuts[1]) = (T::ZERO, T::GREATEST);
        self.weights[0] = outside - 1;
        self.count = 1;
        for (place, step) in [low, high].into_iter().enumerate() {
            match step {
                Step::Beyond(cut) => self.cuts[place] = cut,
                Step::NeverFails => {}
                Step::AlwaysFails => (self.base, self.weights[0]) = (outside, 0),
            }
        }
    }

    /// Whether half of a value meets these steps exactly where the value meets those of its double.
    pub(crate) fn halve_to(&self, doubled: &Self) -> bool {
        let count = usize::from(self.count);
        self.fails != Fails::Outside
            && (self.count, self.base, self.weights)
                == (doubled.count, doubled.base, doubled.weights)
            && self
                .cuts
                .iter()
                .zip(&doubled.cuts)
                .take(count)
                .all(|(cut, twice)| cut.halves(*twice))
    }

    /// Whether each step counts once, so that the number of failures is the code.
    #[inline(always)]
    pub(crate) fn are_even(&self) -> bool {
        let count = usize::from(self.count);
        self.base == 1 && self.weights.iter().take(count).all(|weight| *weight == 1)
    }

    /// Whether a value is impossible: negative, infinite, beyond the greatest.
    #[inline(always)]
    pub(crate) fn is_impossible(&self, value: T) -> bool {
        value < T::ZERO || value > self.most
    }

    /// The code of one possible value.
    pub(crate) fn code(&self, value: T) -> u8 {
        let fails = |place: usize| match self.fails {
            Fails::Above => value > self.cuts[place],
            Fails::Below => value < self.cuts[place],
            Fails::Outside => value < self.cuts[0] || value > self.cuts[1],
        };
        let count = usize::from(self.count);
        (0..count)
            .filter(|place| fails(*place))
            .fold(self.base, |code, place| code + self.weights[place])
    }
}

/// A cutoff as a column's type can express it.
fn step<T: Value>(cutoff: &Cutoff, scale: u8, doubled: bool) -> Step<T> {
    T::step(cutoff.edge(), cutoff.is_inclusive(), cutoff.side(), scale, doubled)
}
