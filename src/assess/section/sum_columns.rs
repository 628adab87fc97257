//! From sums to classes by columns: all sections of a table in one call, in the caller's buffers.

use crate::assess::section::circumstances::Circumstances;
use crate::assess::section::sums::SumAssessment;
use crate::classify::batch::error::BatchError;
use crate::classify::batch::outputs::Outputs;
use crate::classify::classifier::Classifier;
use crate::classify::sums::mean_edges::MeanEdges;
use crate::number::fraction::ExactOverflow;
use crate::reading::sums::row_means::RowSums;
use crate::reading::sums::span::SumSpan;
use crate::reading::sums::table::SumTable;
use crate::standard::class::Class;
use crate::standard::item::Item;
use crate::standard::item_set::ItemSet;

/// Why sums were not classed by columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SumClassesError {
    /// A buffer that does not fit.
    #[error(transparent)]
    Buffer(#[from] BatchError),
    /// An exact mean has no room.
    #[error(transparent)]
    Overflow(#[from] ExactOverflow),
}

impl Classifier {
    /// Classes every section of a table over a span, an entry a section in each buffer.
    ///
    /// The answers are those of [`assess_sums`](Self::assess_sums). Sums are weighed to a common
    /// number of values and compared as integers; where that leaves something open (an edge within
    /// the remainder of a division, values below a detection limit alone, long values), the
    /// section is assessed by itself. A row is a section here; targets are those of
    /// [`Outputs::with_met`].
    ///
    /// # Errors
    /// When a buffer has another length than there are sections, a target is no class, an item is
    /// asked for that the table does not sum, or an exact mean has no room.
    ///
    /// # Example
    /// ```
    /// use gb3838::{
    ///     Classifier, Item, ItemSet, Outputs, SumTable, WaterBody, sums::{LongColumns, SumSpan},
    /// };
    ///
    /// let mut sums = SumTable::new(2, 12, ItemSet::FIVE)?;
    /// let ammonia = Item::AmmoniaNitrogen.number();
    /// let fed = sums.add_long(&LongColumns::new(
    ///     &[0, 0, 1],
    ///     &[0_u8, 1, 0],
    ///     &[ammonia; 3],
    ///     &[1.0, 1.01, 2.1],
    /// ))?;
    /// assert_eq!(fed.refused(), 0);
    /// let (mut class, mut determining) = ([0; 2], [0; 2]);
    /// let outputs = Outputs::new().with_class(&mut class).with_determining(&mut determining);
    /// Classifier::for_means(WaterBody::River).class_sums(&sums, &SumSpan::months(0..12), outputs)?;
    /// // The mean 1.005 is 1.00 at two decimals, half to even; 2.1 is inferior V.
    /// assert_eq!(class, [3, 6]);
    /// assert_eq!(ItemSet::from_bits(determining[0]).to_string(), "NH3-N");
    /// # Ok::<(), gb3838::Error>(())
    /// ```
    pub fn class_sums(
        &self,
        table: &SumTable,
        span: &SumSpan,
        mut outputs: Outputs<'_>,
    ) -> Result<(), SumClassesError> {
        outputs.check(table.sections(), table.items())?;
        let mut asked = self.items();
        for (item, buffer) in Item::ALL.into_iter().zip(&outputs.items) {
            asked = if buffer.is_some() { asked.with(item) } else { asked };
        }
        let judge = SumJudge::new(self.clone().with_items(asked), table, span);
        let parts = self.items();
        let mut sums = RowSums::default();
        for section in 0..table.sections() {
            let row = judge.row(section, &mut sums)?;
            row.write(section, parts, &mut outputs);
            if let Some((targets, met)) = &mut outputs.met
                && targets[section] != 0
                && ((met[section] == Outputs::MISSED && row.below.bits() & parts.bits() != 0)
                    || row.undecidable.bits() & parts.bits() != 0)
            {
                met[section] = self.met_of_sums(table, section, span, targets[section])?;
            }
        }
        Ok(())
    }
}

impl Classifier {
    /// Whether a section meets a target, where some of its items are below detection alone: as
    /// [`Target::judge`](crate::Target::judge) has it.
    #[cold]
    fn met_of_sums(
        &self,
        table: &SumTable,
        section: usize,
        span: &SumSpan,
        target: u8,
    ) -> Result<u8, ExactOverflow> {
        let target = Class::ALL.into_iter().find(|class| *class as u8 == target);
        let Some(target) = target else { return Ok(Outputs::NOT_ASSESSED) };
        let known = Circumstances::new().with_target(target);
        let sums = self.assess_points_with(table, &[section], span, &known)?;
        let meets = |item| sums.class_of(item).is_some_and(|class| class.meets(target));
        Ok(if !sums.worse_than(target).is_empty() {
            Outputs::MISSED
        } else if sums.participating().iter().any(meets) {
            Outputs::MET
        } else {
            Outputs::NOT_ASSESSED
        })
    }
}

/// A classifier brought to the sums of one table.
struct SumJudge<'a> {
    classifier: Classifier,
    table: &'a SumTable,
    span: &'a SumSpan,
    /// The items of the table by place, where they are asked for, and their edges.
    slots: [Option<Slot>; 24],
}

#[derive(Clone, Copy)]
struct Slot {
    item: Item,
    /// `None` where the exact mean alone can be compared.
    edges: Option<MeanEdges>,
}

/// What one section comes to: a code an item, 0 for none.
#[derive(Default)]
struct SumRow {
    codes: [u8; 24],
    /// The items that have a code.
    classed: ItemSet,
    undecidable: ItemSet,
    /// The items all of whose values are below a detection limit.
    below: ItemSet,
}

impl<'a> SumJudge<'a> {
    fn new(classifier: Classifier, table: &'a SumTable, span: &'a SumSpan) -> Self {
        let mut slots = [None; 24];
        for (slot, item) in slots.iter_mut().zip(table.items().iter()) {
            let cutoffs = classifier.cutoffs(item).filter(|_| classifier.items().contains(item));
            *slot = cutoffs.map(|cutoffs| Slot { item, edges: MeanEdges::new(cutoffs, item) });
        }
        Self { classifier, table, span, slots }
    }

    /// The codes of one section.
    #[inline(always)]
    fn row(&self, section: usize, sums: &mut RowSums) -> Result<SumRow, ExactOverflow> {
        if self.table.has_beside(section) {
            return self.slow_row(section);
        }
        let decisive = self.classifier.decisive_class() as u8;
        let mut row = SumRow::default();
        let is_short = self.table.row_sums(section, self.span, sums).is_some();
        for (place, slot) in self.slots.iter().take(self.table.items().len()).enumerate() {
            let Some(slot) = slot else { continue };
            let (mean, is_all_below) = if is_short {
                let Some((mean, is_all_below)) = sums.mean(place) else { continue };
                (Some(mean), is_all_below)
            } else {
                let sum = self.table.row_sum(section, place, self.span);
                if sum.is_empty() {
                    continue;
                }
                (self.table.row_mean((section, place), self.span, &sum), sum.is_all_below())
            };
            let code = mean.zip(slot.edges.as_ref()).and_then(|(mean, edges)| {
                edges.code(&mean).filter(|code| *code <= decisive || !is_all_below)
            });
            let Some(code) = code else { return self.slow_row(section) };
            row.codes[slot.item.index()] = code;
            row.classed = row.classed.with(slot.item);
            if is_all_below {
                row.below = row.below.with(slot.item);
            }
        }
        Ok(row)
    }

    /// The same by the exact means.
    #[cold]
    #[inline(never)]
    fn slow_row(&self, section: usize) -> Result<SumRow, ExactOverflow> {
        let assessed: SumAssessment =
            self.classifier.assess_points(self.table, &[section], self.span)?;
        let mut codes = [0; 24];
        for item in Item::ALL {
            codes[item.index()] = assessed.class_of(item).map_or(0, |class| class as u8);
        }
        let classed = Item::ALL.into_iter().filter(|item| codes[item.index()] != 0).collect();
        let all_below = |item: &Item| self.table.is_all_below(&[section], *item, self.span);
        let below = assessed.participating().iter().filter(all_below).collect();
        Ok(SumRow { codes, classed, undecidable: assessed.undecidable(), below })
    }
}

impl SumRow {
    /// Writes what is asked for; the buffers have been checked.
    #[inline(always)]
    fn write(&self, section: usize, parts: ItemSet, outputs: &mut Outputs<'_>) {
        let bits = parts.bits();
        let (mut class, mut determining) = (0, 0);
        let participating = self.classed.intersection(parts);
        for item in participating.iter() {
            let (code, bit) = (self.codes[item.index()], 1 << item.index());
            determining = match code.cmp(&class) {
                core::cmp::Ordering::Greater => bit,
                core::cmp::Ordering::Equal => determining | bit,
                core::cmp::Ordering::Less => determining,
            };
            class = class.max(code);
        }
        let undecidable = self.undecidable.bits() & bits;
        if let Some(buffer) = &mut outputs.class {
            buffer[section] = class;
        }
        if let Some(buffer) = &mut outputs.determining {
            buffer[section] = determining;
        }
        if let Some(buffer) = &mut outputs.participating {
            buffer[section] = participating.bits();
        }
        if let Some(buffer) = &mut outputs.undecidable {
            buffer[section] = undecidable;
        }
        if let Some(buffer) = &mut outputs.impossible {
            // Sums hold no impossible value: what no water has is refused when it is added.
            buffer[section] = 0;
        }
        if let Some((targets, met)) = &mut outputs.met {
            met[section] = Outputs::of_target(class, targets[section]);
        }
        for (buffer, code) in outputs.items.iter_mut().zip(self.codes) {
            if let Some(buffer) = buffer {
                buffer[section] = code;
            }
        }
    }
}
