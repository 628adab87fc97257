//! Longer documentation; its examples are tests.

#[cfg(all(feature = "plan", feature = "std"))]
/// From rule to function: every rule with its document, how sure it is, and where it is here.
///
/// Certainty: **P** primary text read, **S** secondary source, **F** seen in published results,
/// **K** known without the text at hand: such a rule is a named option.
///
/// 22号 is 环办〔2011〕22号, 82号 环办监测函〔2020〕82号, 714号 环办监测函〔2020〕714号, 87号
/// 总站水字〔2018〕87号, 90号 总站水字〔2020〕90号.
///
/// # Limits
#[doc = include_str!("../guide/rules/limits.md")]
///
/// # Tables of other people
#[doc = include_str!("../guide/rules/sheet.md")]
///
/// # Readings and means
#[doc = include_str!("../guide/rules/mean.md")]
///
/// # Periods
#[doc = include_str!("../guide/rules/time.md")]
///
/// # Sections
#[doc = include_str!("../guide/rules/section.md")]
///
/// # Many sections at once
#[doc = include_str!("../guide/rules/sums.md")]
///
/// # Targets and goals
#[doc = include_str!("../guide/rules/target.md")]
///
/// # Rivers, basins, regions
#[doc = include_str!("../guide/rules/region.md")]
///
/// # Lakes
#[doc = include_str!("../guide/rules/lake.md")]
///
/// # Trend
#[doc = include_str!("../guide/rules/trend.md")]
///
/// # Drinking-water sources
#[doc = include_str!("../guide/rules/source.md")]
///
/// # Ground water
#[doc = include_str!("../guide/rules/ground_water.md")]
///
/// # Function zones
#[doc = include_str!("../guide/rules/zone.md")]
///
/// # Cities
#[doc = include_str!("../guide/rules/city.md")]
///
/// # Impact assessment
#[doc = include_str!("../guide/rules/impact.md")]
///
/// # Black-odorous water
#[doc = include_str!("../guide/rules/black_odorous.md")]
///
/// # Flow
#[doc = include_str!("../guide/rules/flow.md")]
///
/// # Plans
#[doc = include_str!("../guide/rules/plan.md")]
///
/// # Reports
#[doc = include_str!("../guide/rules/report.md")]
pub mod rules {}

/// What is exact, and how.
#[doc = include_str!("../guide/exactness.md")]
pub mod exactness {}

/// The plan file, key by key.
// Its example includes a file, so it is compiled by itself (`standalone_crate`): within the one
// program of all examples the path leads nowhere, and then each of them is compiled alone.
#[cfg(feature = "alloc")]
#[doc = include_str!("../guide/plan_file.md")]
pub mod plan_file {}

/// Results as plain data: their form, key by key.
#[cfg(feature = "alloc")]
#[cfg(any(feature = "std", feature = "libm"))]
#[doc = include_str!("../guide/plain_data.md")]
pub mod plain_data {}

/// A standard of one's own, as a file.
#[doc = include_str!("../guide/standard_file.md")]
pub mod standard_file {}

/// Batches: what to feed them, what is exact, what they cost.
#[doc = include_str!("../guide/batch.md")]
pub mod batch {}

/// Traps seen in other software and in print, each with what comes out here.
#[cfg(feature = "alloc")]
#[doc = include_str!("../guide/traps.md")]
pub mod traps {}

/// 中文指南：内容与例子同上。
pub mod zh {
    /// 什么是精确的，如何做到。
    #[doc = include_str!("../guide/zh/exactness.md")]
    pub mod exactness {}

    /// 规划文件，逐键说明。
    #[cfg(feature = "alloc")]
    #[doc = include_str!("../guide/zh/plan_file.md")]
    pub mod plan_file {}

    /// 结果作为数据：形式，逐键说明。
    #[cfg(feature = "alloc")]
    #[cfg(any(feature = "std", feature = "libm"))]
    #[doc = include_str!("../guide/zh/plain_data.md")]
    pub mod plain_data {}

    /// 自己的标准，作为文件。
    #[doc = include_str!("../guide/zh/standard_file.md")]
    pub mod standard_file {}

    /// 批量：输入什么，什么是精确的，代价多大。
    #[doc = include_str!("../guide/zh/batch.md")]
    pub mod batch {}

    /// 其他软件和印刷品中见过的陷阱，以及这里得出什么。
    #[cfg(feature = "alloc")]
    #[doc = include_str!("../guide/zh/traps.md")]
    pub mod traps {}
}
