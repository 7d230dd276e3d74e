//! The row rules: who stands in the denominator, who in the numerator, and who is out and why.

use crate::definition::{Anchor, Context, Definition, Outcome};
use crate::event::{DAY, Event, closed};

closed! {
    /// Why an event that the indicator is about is not counted. The first that applies is told, in this
    /// order; the numbers stand in the engine's answers.
    Reason {
        /// The age is asked for and not known.
        AgeMissing 1 "age-missing",
        /// Time runs from the end, and there is none.
        EndMissing 2 "end-missing",
        /// It happened after the data were cut off.
        AfterCutOff 3 "after-cut-off",
        /// The area of residence is asked for and not known.
        ResidenceMissing 4 "residence-missing",
        /// The person died before the time from which the outcome is looked for.
        DiedBefore 5 "died-before",
        /// The outcome could still show after the data were cut off.
        NotRipe 6 "not-ripe",
        /// The event ended before the window closed.
        LeftEarly 7 "left-early",
        /// Nobody has recorded whether the outcome came.
        OutcomeMissing 8 "outcome-missing",
    }
}

/// What a rule says of one event or course. Whoever is `In` has a numerator that is yes or no, never missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not what the indicator is about.
    Out,
    /// What it is about, but not counted.
    Excluded(Reason),
    /// In the denominator.
    In {
        /// Whether in the numerator too.
        numerator: bool,
        /// Days from the end until what was due was done, where the rule is about that.
        value: Option<i64>,
    },
}

/// An event or a course as the common rules see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    pub start: i64,
    pub end: Option<i64>,
    pub age: Option<i32>,
    pub died: Option<i64>,
    pub has_residence: bool,
}

impl Case {
    /// The instant from which time is counted.
    pub(crate) const fn anchor(&self, anchor: Anchor) -> Option<i64> {
        match anchor {
            Anchor::Start => Some(self.start),
            Anchor::End => self.end,
        }
    }
}

/// What is the same for rows and courses; gives the anchor of those that may be counted.
pub(crate) fn common(definition: &Definition, case: &Case, cut_off: i64) -> Result<i64, Verdict> {
    let excluded = |reason| Err(Verdict::Excluded(reason));
    match case.age {
        Some(age) if !definition.scope.holds_age(age) => return Err(Verdict::Out),
        None if definition.scope.asks_age() || !definition.strata.bands.is_empty() => {
            return excluded(Reason::AgeMissing);
        }
        _ => {}
    }
    let Some(anchor) = case.anchor(definition.anchor) else { return excluded(Reason::EndMissing) };
    if cut_off < anchor {
        return excluded(Reason::AfterCutOff);
    }
    if definition.context == Context::Residence && !case.has_residence {
        return excluded(Reason::ResidenceMissing);
    }
    if definition.must_live && case.died.is_some_and(|died| died <= anchor) {
        return excluded(Reason::DiedBefore);
    }
    if cut_off.saturating_sub(anchor) < definition.maturity {
        return excluded(Reason::NotRipe);
    }
    if definition.must_last && case.end.is_some_and(|end| end.saturating_sub(case.start) < definition.window()) {
        return excluded(Reason::LeftEarly);
    }
    Ok(anchor)
}

/// Whether someone lived `days` after `anchor`. A death whose day alone is known is set to the end of that
/// day by the importer, so that it never comes before an admission of the same day.
pub(crate) fn alive(died: Option<i64>, anchor: i64, days: i64) -> bool {
    died.is_none_or(|died| days.saturating_mul(DAY) < died.saturating_sub(anchor))
}

/// Judges one event by itself, with the data as they were cut off at `cut_off`.
///
/// Rules about courses ([`Definition::is_course`]) cannot be judged so: whatever follows is taken as not
/// having come, and nothing is linked. Use [`crate::Fold`].
pub fn judge(definition: &Definition, event: &Event, cut_off: i64) -> Verdict {
    if !definition.scope.holds(event.kind, &event.code, event.acute) {
        return Verdict::Out;
    }
    let case = Case {
        start: event.start,
        end: event.end,
        age: event.age,
        died: event.died,
        has_residence: event.residence.is_some(),
    };
    let anchor = match common(definition, &case, cut_off) {
        Ok(anchor) => anchor,
        Err(verdict) => return verdict,
    };
    let counted = |numerator| Verdict::In { numerator, value: None };
    let missing = Verdict::Excluded(Reason::OutcomeMissing);
    match &definition.outcome {
        Outcome::Alive { days } => counted(alive(event.died, anchor, *days)),
        // Whoever was lost to follow-up stays in, as a no.
        Outcome::Found if event.followed == Some(false) => counted(event.outcome == Some(true)),
        Outcome::Found => event.outcome.map_or(missing, counted),
        Outcome::FollowedUp => event.followed.map_or(missing, counted),
        Outcome::DoneWithin { days } => Verdict::In {
            numerator: event.lag_days.is_some_and(|lag| lag <= *days),
            value: event.lag_days.map(i64::from),
        },
        Outcome::FollowedBy { .. } => counted(false),
    }
}
