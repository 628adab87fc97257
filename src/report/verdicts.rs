//! The words of verdicts, Chinese and English, and why there is none.

use crate::assess::target::verdict::{NotAssessed, Verdict};
use crate::report::words::Language;

impl Language {
    /// The words of a verdict.
    #[must_use]
    pub const fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Met => self.choose("达标", "met"),
            Verdict::Missed => self.choose("未达标", "missed"),
            Verdict::NotAssessed(_) => self.choose("未评价", "not assessed"),
        }
    }

    /// Why there is no verdict.
    #[must_use]
    pub const fn reason(self, reason: NotAssessed) -> &'static str {
        match reason {
            NotAssessed::NoReadings => self.choose("无监测数据", "no readings in the period"),
            NotAssessed::NoExactMean => {
                self.choose("均值超出精确计算范围", "an exact mean needs more than 384 bits")
            }
            NotAssessed::NoClass => self.choose("无水质类别", "no class"),
            NotAssessed::Undecidable => self
                .choose("检出限过高，无法判定", "results below a detection limit decide nothing"),
            NotAssessed::NotRead => {
                self.choose("有样品的数值未能读取", "the value of a sample could not be read")
            }
            NotAssessed::TooFewSamples => self.choose("监测次数不足", "there are too few samples"),
            NotAssessed::NoTarget => self.choose("该年无水质目标", "no target for the year"),
            NotAssessed::NoLastYear => {
                self.choose("上年类别未知", "last year's class is not known")
            }
            NotAssessed::EmptyGroup => self.choose("范围内无对象", "nothing in the group"),
            NotAssessed::OpenMembers => self.choose(
                "取决于未评价或暂定的结果",
                "results that are not assessed, or provisional, decide",
            ),
        }
    }
}
