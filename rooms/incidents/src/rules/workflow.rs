//! How an incident moves from received to closed, as one table that can be read.
//!
//! | from | step | to | what it takes |
//! | --- | --- | --- | --- |
//! | received | take | triage | someone who handles it |
//! | triage | assess | duties | harm, how bad it could have been, how thoroughly to look |
//! | duties | settle duties | analysis | every duty that may apply is decided |
//! | analysis | finish analysis | measures | what was learnt, unless it is not looked into further |
//! | measures | decide measures | effect | measures, or why there are none |
//! | triage … effect | close | closed | an answer to the reporter; see [`may_close`] |
//! | closed, joined | reopen | triage | the reason |
//!
//! What is not serious may be closed from any step on the way: the answer is what counts. What is serious goes all the
//! way. Good care goes the same way, and what is learnt from it is spread instead of mended.

use jiff::civil::Date;
use varde_kernel::{Place, Problems};

use crate::model::{AnalysisLevel, Harm, Incident, NoMeasures, State, Step};

/// What someone brings with a step. What a step does not need is left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Whether there is someone who handles it.
    pub has_handler: bool,
    /// How much someone was harmed.
    pub harm: Option<Harm>,
    /// How much someone could well have been harmed.
    pub potential: Option<Harm>,
    /// How thoroughly to look.
    pub level: Option<AnalysisLevel>,
    /// How many duties to notify still wait to be decided.
    pub n_undecided: usize,
    /// What was learnt.
    pub learning: String,
    /// How many measures answer it.
    pub n_measures: usize,
    /// Why nothing is done.
    pub no_measures: Option<NoMeasures>,
    /// The answer to the reporter.
    pub answer: String,
    /// Why, in words.
    pub reason: String,
}

/// The state that a step leads to from this one; `None` when it cannot be taken from here.
pub const fn leads_to(from: State, step: Step) -> Option<State> {
    match (from, step) {
        (State::Received, Step::Take) | (State::Closed | State::Joined, Step::Reopen) => Some(State::Triage),
        (State::Triage, Step::Assess) => Some(State::Duties),
        (State::Duties, Step::SettleDuties) => Some(State::Analysis),
        (State::Analysis, Step::FinishAnalysis) => Some(State::Measures),
        (State::Measures, Step::DecideMeasures) => Some(State::Effect),
        (State::Triage | State::Duties | State::Analysis | State::Measures | State::Effect, Step::Close) => {
            Some(State::Closed)
        }
        (
            State::Received
            | State::Triage
            | State::Duties
            | State::Analysis
            | State::Measures
            | State::Effect
            | State::Closed
            | State::Joined,
            _,
        ) => None,
    }
}

/// The steps that can be taken on an incident now, the one that carries it on first.
pub fn steps(incident: &Incident) -> Vec<Step> {
    let possible = Step::ALL.iter().copied().filter(|step| leads_to(incident.state, *step).is_some());
    possible.filter(|step| *step != Step::Close || may_close(incident)).collect()
}

/// Whether an incident may be closed from where it stands: what is serious only when it has been all the way, what is
/// not yet assessed not at all.
pub fn may_close(incident: &Incident) -> bool {
    match incident.state {
        State::Effect => true,
        State::Duties | State::Analysis | State::Measures => !incident.is_serious(),
        State::Received | State::Triage | State::Closed | State::Joined => false,
    }
}

/// Checks that a step has what it takes, all problems at once.
///
/// # Errors
///
/// The problems, each with the field of the form it is about.
pub fn check(incident: &Incident, step: Step, brought: &Brought) -> Result<State, Problems> {
    let mut problems = Problems::new();
    let to = leads_to(incident.state, step).filter(|_| step != Step::Close || may_close(incident));
    let Some(to) = to else {
        problems.push(Place::Whole, "incidents-problem-order", Vec::new());
        return Err(problems);
    };
    let mut needs = |has: bool, field: &'static str, key: &'static str| {
        if !has {
            problems.field(field, key);
        }
    };
    match step {
        Step::Take => needs(brought.has_handler, "handler", "incidents-problem-handler"),
        Step::Assess => {
            needs(brought.harm.is_some(), "harm", "web-problem-required");
            needs(brought.potential.is_some(), "potential", "web-problem-required");
            needs(brought.level.is_some(), "level", "web-problem-required");
            let serious = [brought.harm, brought.potential].into_iter().flatten().any(Harm::is_serious);
            let worst = brought.potential.zip(brought.harm).is_none_or(|(potential, harm)| harm <= potential);
            needs(worst, "potential", "incidents-problem-potential");
            let level = brought.level;
            if serious {
                needs(level != Some(AnalysisLevel::None), "level", "incidents-problem-level-serious");
            }
            let explained = level != Some(AnalysisLevel::None) || !brought.reason.is_empty();
            needs(explained, "reason", "incidents-problem-level-reason");
        }
        Step::SettleDuties => needs(brought.n_undecided == 0, "duties", "incidents-problem-undecided"),
        Step::FinishAnalysis => {
            let owed = incident.is_serious() || incident.level != Some(AnalysisLevel::None);
            needs(!owed || !brought.learning.is_empty(), "learning", "incidents-problem-learning");
        }
        Step::DecideMeasures => {
            let decided = 0 < brought.n_measures || brought.no_measures.is_some();
            needs(decided, "no_measures", "incidents-problem-measures");
            let explained = brought.no_measures.is_none() || !brought.reason.is_empty();
            needs(explained, "reason", "incidents-problem-no-measures-reason");
            let both = 0 < brought.n_measures && brought.no_measures.is_some();
            needs(!both, "no_measures", "incidents-problem-measures-both");
        }
        Step::Close => needs(!brought.answer.is_empty(), "answer", "incidents-problem-answer"),
        Step::Reopen => needs(!brought.reason.is_empty(), "reason", "web-problem-required"),
    }
    problems.result().map(|()| to)
}

/// When what an incident waits for in a state is due: a fixed number of days from `day`, fewer when it is serious.
/// Nothing is due in the end states.
pub fn due(state: State, serious: bool, day: Date) -> Option<Date> {
    let days = match (state, serious) {
        (State::Received, _) | (State::Triage | State::Duties, true) => 1,
        (State::Triage, false) => 3,
        (State::Duties, false) => 7,
        (State::Analysis, true) | (State::Measures, false) => 30,
        (State::Analysis, false) => 21,
        (State::Measures, true) => 14,
        (State::Effect, _) => 90,
        (State::Closed | State::Joined, _) => return None,
    };
    day.checked_add(jiff::Span::new().days(days)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Entrance, Mode, ReportKind};
    use varde_kernel::{IncidentId, UnitId};

    fn incident(state: State, harm: Option<Harm>) -> Incident {
        let day = "2026-11-22".parse().unwrap();
        Incident {
            id: IncidentId::from_code("i"),
            unit: UnitId::from_code("ward"),
            kind: ReportKind::Incident,
            state,
            title: String::new(),
            mode: Mode::Open,
            entrance: Entrance::Staff,
            handler: None,
            harm,
            potential: harm,
            level: None,
            learning: String::new(),
            no_measures: None,
            escalated: false,
            happened_on: day,
            received_on: day,
            due_on: None,
            answered_on: None,
            closed_on: None,
            answer: String::new(),
            joined_to: None,
            version: 1,
        }
    }

    fn fields(result: Result<State, Problems>) -> Vec<String> {
        let problems = result.err().unwrap_or_default();
        let mut found: Vec<String> = problems
            .iter()
            .map(|problem| match &problem.place {
                Place::Field(name) => (*name).to_owned(),
                _ => "whole".to_owned(),
            })
            .collect();
        found.dedup();
        found
    }

    #[test]
    fn what_is_serious_goes_all_the_way() {
        use State::{Analysis, Closed, Duties, Effect, Joined, Measures, Received, Triage};
        for state in State::ALL.iter().copied() {
            for harm in [None, Some(Harm::Mild), Some(Harm::Severe), Some(Harm::Death)] {
                let may = steps(&incident(state, harm)).contains(&Step::Close);
                let serious = harm.is_some_and(Harm::is_serious);
                let expected = match state {
                    Effect => true,
                    Duties | Analysis | Measures => !serious,
                    Received | Triage | Closed | Joined => false,
                };
                assert_eq!(may, expected, "{state} {harm:?}");
                let closes = check(
                    &incident(state, harm),
                    Step::Close,
                    &Brought { answer: "Takk".into(), ..Brought::default() },
                );
                assert_eq!(closes.is_ok(), expected, "{state} {harm:?}");
            }
        }
    }

    #[test]
    fn each_step_takes_what_the_table_says() {
        let empty = Brought::default();
        let at = |state| incident(state, Some(Harm::Severe));
        assert_eq!(fields(check(&at(State::Received), Step::Take, &empty)), ["handler"]);
        assert_eq!(fields(check(&at(State::Triage), Step::Assess, &empty)), ["harm", "potential", "level"]);
        assert_eq!(fields(check(&at(State::Analysis), Step::FinishAnalysis, &empty)), ["learning"]);
        assert_eq!(fields(check(&at(State::Measures), Step::DecideMeasures, &empty)), ["no_measures"]);
        assert_eq!(fields(check(&at(State::Effect), Step::Close, &empty)), ["answer"]);
        assert_eq!(fields(check(&at(State::Closed), Step::Reopen, &empty)), ["reason"]);
        let waiting = Brought { n_undecided: 1, ..Brought::default() };
        assert_eq!(fields(check(&at(State::Duties), Step::SettleDuties, &waiting)), ["duties"]);
        assert_eq!(check(&at(State::Duties), Step::SettleDuties, &empty), Ok(State::Analysis));
        assert_eq!(fields(check(&at(State::Received), Step::Close, &empty)), ["whole"]);
    }

    #[test]
    fn nothing_serious_is_left_without_a_look_or_a_reason() {
        let brought = |harm, potential, level, reason: &str| Brought {
            harm: Some(harm),
            potential: Some(potential),
            level: Some(level),
            reason: reason.into(),
            ..Brought::default()
        };
        let found = |brought| fields(check(&incident(State::Triage, None), Step::Assess, &brought));
        assert_eq!(found(brought(Harm::Mild, Harm::Death, AnalysisLevel::None, "Kjent risiko")), ["level"]);
        assert_eq!(found(brought(Harm::Mild, Harm::Moderate, AnalysisLevel::None, "")), ["reason"]);
        assert_eq!(found(brought(Harm::Moderate, Harm::Mild, AnalysisLevel::Huddle, "")), ["potential"]);
        assert!(found(brought(Harm::Mild, Harm::Moderate, AnalysisLevel::None, "Drøftet før")).is_empty());
        let measures = |n_measures, no_measures, reason: &str| Brought {
            n_measures,
            no_measures,
            reason: reason.into(),
            ..Brought::default()
        };
        let found = |brought| fields(check(&incident(State::Measures, None), Step::DecideMeasures, &brought));
        assert_eq!(found(measures(0, Some(NoMeasures::AlreadyInPlace), "")), ["reason"]);
        assert_eq!(found(measures(1, Some(NoMeasures::AlreadyInPlace), "Ja")), ["no_measures"]);
        assert!(found(measures(2, None, "")).is_empty());
    }

    #[test]
    fn every_state_but_the_ends_has_a_due_day_and_a_way_on() {
        let day = "2026-12-31".parse().unwrap();
        for state in State::ALL.iter().copied() {
            let ended = matches!(state, State::Closed | State::Joined);
            for serious in [true, false] {
                assert_eq!(due(state, serious, day).is_none(), ended, "{state}");
            }
            assert!(!steps(&incident(state, Some(Harm::Mild))).is_empty(), "{state}");
            assert!(due(state, true, day) <= due(state, false, day) || state == State::Analysis, "{state}");
        }
    }
}
