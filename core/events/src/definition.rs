//! What an indicator counts, as data.

use crate::event::{DAY, Kind, closed};
use crate::period::PeriodType;

closed! {
    /// From which instant of an event time is counted.
    Anchor {
        /// When it began.
        Start 1 "start",
        /// When it ended.
        End 2 "end",
    }
}

closed! {
    /// Which unit an event or a course counts for.
    Attribution {
        /// Each event for its own unit; nothing is linked.
        Whole 1 "whole",
        /// Each unit of a course by its fraction of the time.
        TimeFraction 2 "time-fraction",
        /// The unit of the first event of a course.
        First 3 "first",
        /// The unit from which a course ended.
        Last 4 "last",
    }
}

closed! {
    /// Whose result it is.
    Context {
        /// The units that treated.
        Treating 1 "treating",
        /// The areas where the persons lived.
        Residence 2 "residence",
    }
}

/// Which events a rule is about. What is outside is not counted at all, not even as excluded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The sort of event.
    pub kind: Kind,
    /// Beginnings of codes, one of which must match; none is all. Capital letters and digits.
    pub codes: Vec<String>,
    /// Only the unplanned, or only the planned.
    pub acute: Option<bool>,
    /// Youngest age.
    pub age_from: Option<i32>,
    /// Oldest age.
    pub age_to: Option<i32>,
}

impl Scope {
    /// Whether the event itself is of the sort; age is judged on its own, since it may be missing.
    pub fn holds(&self, kind: Kind, code: &str, acute: Option<bool>) -> bool {
        self.kind == kind
            && (self.codes.is_empty() || self.codes.iter().any(|beginning| code.starts_with(beginning.as_str())))
            && self.acute.is_none_or(|wanted| acute == Some(wanted))
    }

    /// Whether the rule asks for an age.
    pub const fn asks_age(&self) -> bool {
        self.age_from.is_some() || self.age_to.is_some()
    }

    /// Whether an age is within.
    pub fn holds_age(&self, age: i32) -> bool {
        self.age_from.is_none_or(|from| from <= age) && self.age_to.is_none_or(|to| age <= to)
    }
}

/// Events that belong together: a stay that begins before this long after the end of those before it is
/// a transfer, and part of the same course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The gap, in seconds, from which on it is a new course.
    pub gap: i64,
}

/// When an event in the denominator is also in the numerator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The person lives this many days after the anchor.
    Alive {
        /// Days of 24 hours.
        days: i64,
    },
    /// The source found it. Missing counts as excluded, unless the person was lost to follow-up.
    Found,
    /// The source followed the person up.
    FollowedUp,
    /// What is due was done within this many civil days of the end.
    DoneWithin {
        /// Civil days; 1 is the same day or the next.
        days: i32,
    },
    /// Another event of the same person follows, from `after` to `within` seconds after the anchor, both
    /// included.
    FollowedBy {
        /// What must follow.
        scope: Scope,
        /// From.
        after: i64,
        /// To.
        within: i64,
    },
}

/// By what a result is divided so that it can be standardised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strata {
    /// Lowest ages of the bands, rising; the first band begins at 0 whatever stands here. Empty for no
    /// bands.
    pub bands: Vec<i32>,
    /// Whether by sex.
    pub sex: bool,
}

impl Strata {
    /// Bands of five years up to and with 95 and over.
    pub fn five_years() -> Vec<i32> {
        (0..20).map(|band| band * 5).collect()
    }

    /// The band of an age.
    pub fn band(&self, age: i32) -> u8 {
        let below = self.bands.get(1..).map_or(0, |bands| bands.partition_point(|from| *from <= age));
        u8::try_from(below).unwrap_or(u8::MAX - 1)
    }
}

closed! {
    /// To which population results are standardised.
    Standard {
        /// Not at all.
        None 0 "none",
        /// The European Standard Population of 2013.
        Esp2013 1 "esp-2013",
        /// Everyone counted in the evaluation, all units and periods together.
        Pooled 2 "pooled",
    }
}

/// A value from which on a unit's level is told, if the owner has said one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// High goal attainment.
    pub green: f64,
    /// Moderate goal attainment.
    pub yellow: f64,
}

/// An indicator computed from events.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// Its code.
    pub code: String,
    /// Its version; a new one whenever the numbers could change.
    pub version: u32,
    /// The indicator whose series it fills.
    pub indicator: String,
    /// Which events are looked at.
    pub scope: Scope,
    /// From which instant time is counted, and by which the period is chosen.
    pub anchor: Anchor,
    /// Which events belong together.
    pub link: Option<Link>,
    /// What counts.
    pub outcome: Outcome,
    /// Whether an event must have lasted until the window closed.
    pub must_last: bool,
    /// Whether those who died before the anchor are out.
    pub must_live: bool,
    /// How long after the anchor an event is ripe to be counted, in seconds.
    pub maturity: i64,
    /// Which unit it counts for.
    pub attribution: Attribution,
    /// Whose result it is.
    pub context: Context,
    /// Period.
    pub period: PeriodType,
    /// By what results are divided.
    pub strata: Strata,
    /// To which population they are standardised.
    pub standard: Standard,
    /// The smallest denominator that may be shown.
    pub min_denominator: i64,
    /// Levels, if stated.
    pub level: Option<Level>,
    /// The indicator that it must be read with.
    pub companion: Option<String>,
}

/// A definition that contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DefinitionError {
    /// Code or indicator is empty, or the version 0.
    #[error("code, indicator and version must be filled")]
    Unnamed,
    /// Courses need stays to link.
    #[error("attribution by time, first or last needs a link, and a link needs one of those")]
    LinkAndAttribution,
    /// The outcome is seen after an event is counted as ripe.
    #[error("maturity must be at least as long as the outcome takes to show")]
    TooEarly,
    /// A window that ends before it begins, or a negative time.
    #[error("a window must begin at 0 or later and end after it begins")]
    Window,
    /// Bands do not rise.
    #[error("age bands must rise, from 0")]
    Bands,
    /// Standardising needs something to standardise by.
    #[error("standardisation needs age bands or sex; the European Standard Population needs bands of five years")]
    Standard,
    /// Codes are capital letters and digits.
    #[error("codes are capital letters and digits without dots")]
    Code,
    /// What the source found about one event has no meaning for several that are linked.
    #[error("a linked course can be judged by survival or by what follows only")]
    LinkedOutcome,
}

impl Definition {
    /// Whether it must be judged person by person; otherwise each row stands by itself.
    pub const fn is_course(&self) -> bool {
        self.link.is_some() || matches!(self.outcome, Outcome::FollowedBy { .. })
    }

    /// How long after the anchor the outcome may still show, in seconds.
    pub fn window(&self) -> i64 {
        match &self.outcome {
            Outcome::Alive { days } => days.saturating_mul(DAY),
            Outcome::DoneWithin { days } => i64::from(*days).saturating_add(1).saturating_mul(DAY),
            Outcome::FollowedBy { within, .. } => *within,
            Outcome::Found | Outcome::FollowedUp => 0,
        }
    }

    /// Whether it holds together.
    ///
    /// # Errors
    ///
    /// The first [`DefinitionError`].
    pub fn check(&self) -> Result<(), DefinitionError> {
        let linked = self.attribution != Attribution::Whole;
        let negative = match &self.outcome {
            Outcome::Alive { days } => *days <= 0,
            Outcome::DoneWithin { days } => *days < 0,
            Outcome::FollowedBy { after, within, .. } => *after < 0 || within <= after,
            Outcome::Found | Outcome::FollowedUp => false,
        };
        let mut scopes = vec![&self.scope];
        if let Outcome::FollowedBy { scope, .. } = &self.outcome {
            scopes.push(scope);
        }
        let plain = |code: &String| {
            !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        };
        let rising = self.strata.bands.first().is_none_or(|first| *first == 0)
            && self.strata.bands.len() < 200
            && self.strata.bands.iter().zip(self.strata.bands.iter().skip(1)).all(|(low, high)| low < high);
        if self.code.is_empty() || self.indicator.is_empty() || self.version == 0 {
            Err(DefinitionError::Unnamed)
        } else if linked != self.link.is_some() {
            Err(DefinitionError::LinkAndAttribution)
        } else if self.link.is_some() && !matches!(self.outcome, Outcome::Alive { .. } | Outcome::FollowedBy { .. }) {
            Err(DefinitionError::LinkedOutcome)
        } else if negative || self.maturity < 0 || self.link.is_some_and(|link| link.gap < 0) {
            Err(DefinitionError::Window)
        } else if self.maturity < self.window() {
            Err(DefinitionError::TooEarly)
        } else if !scopes.iter().all(|scope| scope.codes.iter().all(plain)) {
            Err(DefinitionError::Code)
        } else if !rising {
            Err(DefinitionError::Bands)
        } else {
            match self.standard {
                Standard::Pooled if self.strata.bands.is_empty() && !self.strata.sex => Err(DefinitionError::Standard),
                Standard::Esp2013 if self.strata.bands != Strata::five_years() => Err(DefinitionError::Standard),
                _ => Ok(()),
            }
        }
    }
}
