//! Change between two periods: of a section, of a group by level and by shares.

use core::cmp::Ordering;
use core::fmt;

use crate::number::fraction::Fraction;
use crate::standard::class::{Class, Quality};

/// Whether a section is better or worse than in another period.
///
/// # Reference
/// Monthly bulletins (F): 变好、持平、变差; the basis is K, and named.
///
/// # Example
/// ```
/// use gb3838::{Class, Quality, region::SectionChange};
///
/// let change = SectionChange::by_quality(Quality::LightlyPolluted, Quality::Good);
/// assert_eq!(change.name_zh(), "变好");
/// // Class I to II is worse by class, and the same by quality: both are excellent.
/// assert_eq!(SectionChange::by_class(Class::I, Class::II), SectionChange::Worse);
/// let qualities = (Class::I.quality(), Class::II.quality());
/// assert_eq!(SectionChange::by_quality(qualities.0, qualities.1), SectionChange::Same);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum SectionChange {
    /// Better (变好).
    Better,
    /// The same (持平).
    Same,
    /// Worse (变差).
    Worse,
}

impl SectionChange {
    /// The change of quality, as a published table of sections prints it.
    #[must_use]
    pub fn by_quality(before: Quality, now: Quality) -> Self {
        Self::of(now.cmp(&before))
    }

    /// The change of class, which is finer: classes I and II are one quality.
    #[must_use]
    pub fn by_class(before: Class, now: Class) -> Self {
        Self::of(now.cmp(&before))
    }

    const fn of(worse: Ordering) -> Self {
        match worse {
            Ordering::Less => Self::Better,
            Ordering::Equal => Self::Same,
            Ordering::Greater => Self::Worse,
        }
    }

    /// The printed Chinese words.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::Better => "变好",
            Self::Same => "持平",
            Self::Worse => "变差",
        }
    }

    /// The words in data: `better`, `same`, `worse`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Same => "same",
            Self::Worse => "worse",
        }
    }
}

impl fmt::Display for SectionChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How strongly a group has changed.
///
/// # Reference
/// 环办〔2011〕22号, 水质变化 (K).
///
/// # Example
/// ```
/// use gb3838::{Quality, region::Change};
///
/// let change = Change::by_level(Quality::Good, Quality::Excellent);
/// assert_eq!((change, change.name_zh()), (Change::SomewhatBetter, "有所好转"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Change {
    /// Markedly better (明显好转).
    MarkedlyBetter,
    /// Somewhat better (有所好转).
    SomewhatBetter,
    /// No obvious change (无明显变化).
    None,
    /// Somewhat worse (有所下降).
    SomewhatWorse,
    /// Markedly worse (明显下降).
    MarkedlyWorse,
}

impl Change {
    /// By level of quality: the same is no obvious change, one level some, two or more marked.
    ///
    /// # Reference
    /// 环办〔2011〕22号, 按水质状况等级变化评价 (K).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Quality, region::Change};
    ///
    /// let change = Change::by_level(Quality::Good, Quality::ModeratelyPolluted);
    /// assert_eq!(change.name_zh(), "明显下降");
    /// ```
    #[must_use]
    pub fn by_level(before: Quality, now: Quality) -> Self {
        let (worse, steps) = (now > before, (now as u8).abs_diff(before as u8));
        Self::of(
            worse,
            match steps {
                0 => Strength::None,
                1 => Strength::Some,
                _ => Strength::Marked,
            },
        )
    }

    /// By shares: `ΔG − ΔD` in percentage points, above 0 better, up to 10 no obvious change,
    /// up to 20 some, above marked; both bounds included.
    ///
    /// # Reference
    /// 环办〔2011〕22号, 按组合类别比例法评价 (K).
    ///
    /// # Example
    /// ```
    /// use gb3838::{Fraction, region::Change};
    ///
    /// let points = |tenths| Fraction::ratio(tenths, 10).ok_or("ten is not zero");
    /// assert_eq!(Change::by_points(&points(165)?), Change::SomewhatBetter);
    /// assert_eq!(Change::by_points(&points(100)?), Change::None);
    /// assert_eq!(Change::by_points(&points(-201)?), Change::MarkedlyWorse);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn by_points(points: &Fraction) -> Self {
        let within = |bound: i32| {
            points.compare((-bound).into()).is_ge() && points.compare(bound.into()).is_le()
        };
        Self::of(
            points.is_negative(),
            match (within(10), within(20)) {
                (true, _) => Strength::None,
                (false, true) => Strength::Some,
                (false, false) => Strength::Marked,
            },
        )
    }

    const fn of(worse: bool, strength: Strength) -> Self {
        match (strength, worse) {
            (Strength::None, _) => Self::None,
            (Strength::Some, false) => Self::SomewhatBetter,
            (Strength::Some, true) => Self::SomewhatWorse,
            (Strength::Marked, false) => Self::MarkedlyBetter,
            (Strength::Marked, true) => Self::MarkedlyWorse,
        }
    }

    const fn strength(self) -> Strength {
        match self {
            Self::None => Strength::None,
            Self::SomewhatBetter | Self::SomewhatWorse => Strength::Some,
            Self::MarkedlyBetter | Self::MarkedlyWorse => Strength::Marked,
        }
    }

    /// The stronger of two verdicts; `None` when they are as strong and contradict each other.
    ///
    /// # Reference
    /// Published reports (F): Hebei 2015, the same state, 16.5 points, printed 有所好转; rivers
    /// entering the sea 2018, 4.4 points, one level, printed 有所好转. No print was found of a
    /// contradiction, and none is decided here (ours).
    #[must_use]
    pub fn stronger(self, other: Self) -> Option<Self> {
        match self.strength().cmp(&other.strength()) {
            Ordering::Greater => Some(self),
            Ordering::Less => Some(other),
            Ordering::Equal => (self == other).then_some(self),
        }
    }

    /// The printed Chinese words.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::MarkedlyBetter => "明显好转",
            Self::SomewhatBetter => "有所好转",
            Self::None => "无明显变化",
            Self::SomewhatWorse => "有所下降",
            Self::MarkedlyWorse => "明显下降",
        }
    }

    /// The words in English.
    #[must_use]
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::MarkedlyBetter => "markedly better",
            Self::SomewhatBetter => "somewhat better",
            Self::None => "no obvious change",
            Self::SomewhatWorse => "somewhat worse",
            Self::MarkedlyWorse => "markedly worse",
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name_en())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    None,
    Some,
    Marked,
}
