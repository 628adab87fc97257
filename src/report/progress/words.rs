//! The words of a plan's progress: where something stands, what is missing, who does it.

use alloc::format;
use alloc::string::{String, ToString};

use crate::assess::source::rates::SourceStatus;
use crate::plan::file::deadline::Deadline;
use crate::plan::file::indicator::IndicatorScopeKind;
use crate::plan::file::office::OfficeRole;
use crate::plan::file::programme_lists::SourceLevel;
use crate::plan::progress::missing_input::MissingInputKind;
use crate::plan::progress::returns::WorkState;
use crate::plan::progress::standing::Standing;
use crate::plan::progress::unused::UnusedReason;
use crate::report::words::Language;

impl Language {
    /// Where something promised stands.
    #[must_use]
    pub const fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::NotTriggered => self.choose("未触发", "not triggered"),
            Standing::Met => self.choose("已完成", "met"),
            Standing::MetLate => self.choose("逾期完成", "met late"),
            Standing::Due => self.choose("未到期", "due"),
            Standing::DeadlineNotKnown => self.choose("时限未知", "deadline not known"),
            Standing::TargetNotGiven => self.choose("目标值未给出", "target not given"),
            Standing::NotReported => self.choose("未报送", "not reported"),
            Standing::Overdue => self.choose("逾期", "overdue"),
            Standing::FellShort => self.choose("未达到力争目标", "fell short of an aspiration"),
            Standing::Missed => self.choose("未完成", "missed"),
        }
    }

    /// What is missing for a verdict.
    #[must_use]
    pub const fn gap(self, kind: MissingInputKind) -> &'static str {
        match kind {
            MissingInputKind::State => self.choose("进展情况", "state of work"),
            MissingInputKind::Value => self.choose("数值", "value"),
            MissingInputKind::FinalReport => self.choose("期末结果", "final result"),
            MissingInputKind::Target => self.choose("目标值", "target"),
            MissingInputKind::LastDay => self.choose("完成时限", "last day"),
            MissingInputKind::SourceResult => {
                self.choose("水源地水质结果", "results of the source")
            }
            MissingInputKind::Flow => self.choose("日均流量", "daily flows"),
            MissingInputKind::Readings => self.choose("监测数据", "readings"),
            MissingInputKind::ReadingsOfLastYear => {
                self.choose("上年监测数据", "readings of last year")
            }
            MissingInputKind::LowerDetectionLimits => {
                self.choose("检出限更低的监测数据", "readings with lower detection limits")
            }
        }
    }

    /// How far some work is.
    #[must_use]
    pub const fn work_state(self, state: WorkState) -> &'static str {
        match state {
            WorkState::NotStarted => self.choose("未启动", "not started"),
            WorkState::UnderWay => self.choose("推进中", "under way"),
            WorkState::Done => self.choose("已完成", "done"),
        }
    }

    /// What a unit is to a task.
    #[must_use]
    pub const fn unit_role(self, role: OfficeRole) -> &'static str {
        match role {
            OfficeRole::Lead => self.choose("牵头单位", "leads"),
            OfficeRole::Supporting => self.choose("配合单位", "supports"),
            OfficeRole::Responsible => self.choose("责任单位", "responsible"),
        }
    }

    /// The level of a drinking-water source.
    #[must_use]
    pub const fn source_level(self, level: SourceLevel) -> &'static str {
        match level {
            SourceLevel::Municipal => self.choose("市级", "municipal"),
            SourceLevel::County => self.choose("县级", "county"),
            SourceLevel::Town => self.choose("镇级", "town"),
            SourceLevel::Village => self.choose("村级", "village"),
        }
    }

    /// What a drinking-water source is for at present.
    #[must_use]
    pub const fn source_status(self, status: SourceStatus) -> &'static str {
        match status {
            SourceStatus::InUse => self.choose("在用", "in use"),
            SourceStatus::Backup => self.choose("备用", "backup"),
            SourceStatus::Planned => self.choose("规划", "planned"),
        }
    }

    /// Which area has a value of its own, where the plan prints no words for it.
    #[must_use]
    pub const fn scope(self, kind: IndicatorScopeKind) -> &'static str {
        match kind {
            IndicatorScopeKind::Region => self.choose("全区", "region"),
            IndicatorScopeKind::City => self.choose("全市", "city"),
            IndicatorScopeKind::EachCounty => self.choose("各县区", "each county"),
            IndicatorScopeKind::Basins => self.choose("流域", "basins"),
            IndicatorScopeKind::Site => self.choose("单一地点", "one place"),
        }
    }

    /// Why a report was not used.
    #[must_use]
    pub const fn unused(self, reason: UnusedReason) -> &'static str {
        match reason {
            UnusedReason::TooEarly => {
                self.choose("早于计划所述时段", "before the days that the plan asks about")
            }
            UnusedReason::AfterToday => self.choose("晚于评价日", "after the day of asking"),
            UnusedReason::NotTriggered => {
                self.choose("未触发，无需开展", "nothing set off that work")
            }
            UnusedReason::AfterYear => self.choose("晚于计划年度", "after the year of the plan"),
        }
    }

    /// When something is due, as a plan says it.
    #[must_use]
    pub fn deadline(self, deadline: &Deadline) -> String {
        match deadline {
            Deadline::WholeYear => self.choose("全年", "all the year").to_string(),
            Deadline::YearEnd => self.choose("年底前", "by the year's end").to_string(),
            Deadline::Day(day) => format!("{}{day}", self.choose("不晚于", "by ")),
            Deadline::WorkingDaysAfter { days, event } => match self {
                Self::Chinese => format!("{event}后{days}个工作日内"),
                Self::English => format!("within {days} working days after {event}"),
            },
        }
    }
}
