//! The tasks on the first screen: how many stand where, and which are late.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::plan::progress::standing::Standing;
use crate::report::overview::page::Overview;
use crate::report::overview::screen::Screen;
use crate::report::progress::cells::{counts_cell, last_day_cell};
use crate::report::progress::data::TaskReport;
use crate::report::words::{Language, Word};

/// The late tasks that are named; of more, the number is said.
const TASKS: usize = 5;

impl Overview<'_> {
    pub(crate) fn put_tasks(&self, screen: &mut Screen) {
        let progress = &self.progress;
        if progress.tasks.is_empty() && progress.indicators.is_empty() {
            return;
        }
        let language = screen.language();
        let today = progress.today.to_string();
        screen.gap();
        for (word, total, counts) in [
            (Word::TasksHeading, progress.tasks.len(), &progress.task_counts),
            (Word::IndicatorsHeading, progress.indicators.len(), &progress.indicator_counts),
        ] {
            if total > 0 {
                let (total, counts) = (total.to_string(), counts_cell(counts, language));
                // The day is that of the tasks above.
                let line = if word == Word::IndicatorsHeading && !progress.tasks.is_empty() {
                    language.filled(Word::IndicatorsSameDay, &[&total, &counts])
                } else {
                    language.filled(word, &[&total, &today, &counts])
                };
                screen.put(0, 2, &line);
            }
            if word == Word::TasksHeading {
                self.put_late_tasks(screen, language);
            }
        }
    }

    fn put_late_tasks(&self, screen: &mut Screen, language: Language) {
        let is_late = |task: &&TaskReport| {
            matches!(task.standing, Standing::NotReported | Standing::Overdue | Standing::Missed)
        };
        let late: Vec<_> = self.progress.tasks.iter().filter(is_late).collect();
        for task in late.iter().take(TASKS) {
            let last_day =
                last_day_cell(task.last_day, Some(&task.deadline), &task.inferred, language);
            let lead = language.list(&task.lead);
            let number = task.number.to_string();
            let blanks = [language.standing(task.standing), &number, &task.title, &last_day, &lead];
            screen.put(2, 4, &language.filled(Word::LateTask, &blanks));
        }
        if let more @ 1.. = late.len().saturating_sub(TASKS) {
            screen.put(2, 4, &language.filled(Word::MoreOfThem, &[&more.to_string()]));
        }
    }
}
