//! The answers worked out row by row and item by item, from the cutoffs and decimals.

use gb3838::{
    Class, Classifier, Decimal, Item, ItemSet, Judgement, Reading,
    limits::{CutoffSide, ItemCutoffs},
};

use crate::values::{Number, Tested};

/// What one value comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Missing,
    Impossible,
    Undecidable,
    Class(Class),
}

/// A column as it was made, before any bits were packed.
#[derive(Debug)]
pub(crate) struct Made<T> {
    pub(crate) item: Item,
    pub(crate) scale: u8,
    pub(crate) values: Vec<T>,
    pub(crate) missing: Option<T>,
    pub(crate) valid: Vec<bool>,
    pub(crate) below: Vec<bool>,
}

impl<T: Tested> Made<T> {
    /// Whether an item meets a class in a row; `None` where there is no value, no limit, or a
    /// result below detection that proves nothing against the class.
    pub(crate) fn meets(&self, classifier: &Classifier, row: usize, class: Class) -> Option<bool> {
        match self.outcome(&classifier.clone().with_decisive_class(class), row) {
            Some(Outcome::Class(of)) => Some(of.meets(class)),
            _ => None,
        }
    }

    /// The outcome of one row; `None` where the classifier has no limits.
    pub(crate) fn outcome(&self, classifier: &Classifier, row: usize) -> Option<Outcome> {
        let cutoffs = classifier.cutoffs(self.item)?;
        let value = self.values[row];
        if !self.valid[row] || self.missing == Some(value) {
            return Some(Outcome::Missing);
        }
        let Some(number) = value.number(self.scale) else { return Some(Outcome::Missing) };
        let below = self.below[row];
        let outcome = outcome(cutoffs, self.item, number, below, classifier.decisive_class());
        if let Number::Exact(value) = number {
            self.assert_scalar(classifier, value, below, outcome);
        }
        Some(outcome)
    }

    /// The scalar call says the same, and refuses what is impossible.
    fn assert_scalar(&self, classifier: &Classifier, value: Decimal, below: bool, wanted: Outcome) {
        let reading = if below { Reading::Below(value) } else { Reading::Value(value) };
        if below && value.half().is_err() {
            return;
        }
        let found = match classifier.judge(self.item, &reading.into()) {
            Ok(Judgement::Classed(classed)) => Outcome::Class(classed.class()),
            Ok(Judgement::Undecidable { .. }) => Outcome::Undecidable,
            Ok(_) => Outcome::Missing,
            Err(_) => Outcome::Impossible,
        };
        assert_eq!(found, wanted, "{} {value} {below}", self.item);
    }
}

fn outcome(
    cutoffs: &ItemCutoffs,
    item: Item,
    number: Number,
    below: bool,
    decisive: Class,
) -> Outcome {
    let is_ph = item == Item::Ph;
    let too_much = is_ph && number.compare(Decimal::from_integer(14)).is_gt();
    let is_zero = number.compare(Decimal::ZERO).is_eq();
    if matches!(number, Number::Negative | Number::Infinite)
        || too_much
        || (below && (is_ph || is_zero))
    {
        return Outcome::Impossible;
    }
    let class = cutoffs.class_of(|edge| number.compare(edge));
    if !below {
        return Outcome::Class(class);
    }
    // Half the value against an edge is the value against twice the edge.
    let doubled = |edge: Decimal| Decimal::new(2 * edge.units(), edge.scale()).unwrap_or(edge);
    let half = cutoffs.class_of(|edge| number.compare(doubled(edge)));
    let lower =
        matches!(cutoffs, ItemCutoffs::Ordered([first, ..]) if first.side() == CutoffSide::Lower);
    let may_meet = if lower { class.meets(decisive) } else { true };
    if !half.meets(decisive) && may_meet { Outcome::Undecidable } else { Outcome::Class(half) }
}

/// The answers for one row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) class: Option<Class>,
    pub(crate) determining: ItemSet,
    pub(crate) participating: ItemSet,
    pub(crate) undecidable: ItemSet,
    /// The impossible values among the items that take part.
    pub(crate) impossible: ItemSet,
}

/// The single-factor method, as it is written.
pub(crate) fn row<T: Tested>(classifier: &Classifier, columns: &[Made<T>], row: usize) -> Row {
    let mut answer = Row::default();
    let mut classes = Vec::new();
    for column in columns.iter().filter(|column| classifier.items().contains(column.item)) {
        match column.outcome(classifier, row) {
            None | Some(Outcome::Missing) => {}
            Some(Outcome::Impossible) => answer.impossible = answer.impossible.with(column.item),
            Some(Outcome::Undecidable) => answer.undecidable = answer.undecidable.with(column.item),
            Some(Outcome::Class(class)) => classes.push((column.item, class)),
        }
    }
    answer.class = Class::worst(classes.iter().map(|(_, class)| *class));
    answer.participating = classes.iter().map(|(item, _)| *item).collect();
    let worst = classes.iter().filter(|(_, class)| Some(*class) == answer.class);
    answer.determining = worst.map(|(item, _)| *item).collect();
    answer
}
