//! How measures, activities and findings may move. Values in, a decision out.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::{
    Activity, ActivityState, Choice, EvidenceLevel, FindingState, Measure, MeasureState, Resources, ScopeField,
};

/// Days from adoption until the lead actor is reminded to start (requirement S4-051).
pub const START_DAYS: i32 = 90;
/// Days from completion until a missing look at the effect is listed (requirement S3-047).
pub const EFFECT_DAYS: i32 = 90;
/// Days ahead in which something due shows up as work.
pub const WORK_DAYS: i32 = 30;

/// A step that someone wants a measure to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Someone is responsible, there is a date and an expected effect.
    MakeConcrete,
    /// Work begins. Without resources a leader says why it begins all the same.
    Start {
        /// The problem in a line, when none is documented yet.
        problem: String,
        /// Why it starts without resources.
        exception: String,
    },
    /// It becomes part of daily work.
    Run,
    /// What was to be done is done.
    Complete {
        /// What becomes of the activities that are not over: completed or stopped.
        rest: Option<ActivityState>,
    },
    /// Its effect has been looked at.
    Evaluate {
        /// What came of it; no effect is a result too.
        result: String,
    },
    /// It is given up.
    Stop {
        /// Why.
        reason: String,
    },
    /// It is spread more widely.
    ScaleUp {
        /// Why, when too little is known of its benefit.
        exception: String,
    },
}

/// What the rules need to know of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact that a rule asks for by name")]
pub struct Standing {
    /// How far it has come.
    pub state: MeasureState,
    /// Whether an actor leads it or a person owns it.
    pub has_responsible: bool,
    /// Whether it has a date.
    pub has_due: bool,
    /// Whether an expected effect is named.
    pub has_effect: bool,
    /// Whether anything is set aside for it.
    pub has_resources: bool,
    /// Whether a problem is documented: in a line, or by a finding that it answers.
    pub has_problem: bool,
    /// How well it is known to work.
    pub evidence: EvidenceLevel,
    /// How many of its activities are not over.
    pub n_open: usize,
    /// Whether the one who asks may decide with the unit's authority.
    pub by_leader: bool,
}

impl Standing {
    /// How a measure stands.
    pub fn of(measure: &Measure, n_findings: usize, n_open: usize, by_leader: bool) -> Self {
        Self {
            state: measure.state,
            has_responsible: measure.lead.is_some() || measure.owner.is_some(),
            has_due: measure.due.is_some(),
            has_effect: measure.effect.is_named(),
            has_resources: measure.resources.are_set(),
            has_problem: 0 < n_findings || !measure.problem.trim().is_empty(),
            evidence: measure.evidence,
            n_open,
            by_leader,
        }
    }
}

/// The rule that stopped a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The step does not follow from the state.
    #[error("the step does not follow from the state")]
    OutOfOrder,
    /// Nobody leads or owns it.
    #[error("nobody leads or owns the measure")]
    ResponsibleMissing,
    /// It has no date.
    #[error("the measure has no date")]
    DueMissing,
    /// No effect is expected of it.
    #[error("no expected effect is named")]
    EffectMissing,
    /// No problem is documented.
    #[error("no problem is documented")]
    ProblemMissing,
    /// Nothing is set aside; only a leader may start it.
    #[error("no resources: only a leader may start it")]
    ResourcesNeedLeader,
    /// Nothing is set aside; the leader has to say why it starts.
    #[error("no resources: the leader has to give a reason")]
    ResourcesNeedReason,
    /// Some activities are not over, and nobody has said what becomes of them.
    #[error("some activities are not over")]
    ActivitiesOpen,
    /// Nobody has said what came of it.
    #[error("the result is missing")]
    ResultMissing,
    /// Nobody has said why it stops.
    #[error("the reason is missing")]
    ReasonMissing,
    /// Only a leader may spread it.
    #[error("only a leader may scale it up")]
    ScaleUpNeedsLeader,
    /// Too little is known; the leader has to say why it is spread.
    #[error("too little evidence: the leader has to give a reason")]
    ScaleUpNeedsReason,
}

/// What a measure lacks before it can be called concrete (requirement S4-004), all at once.
pub fn concrete_gaps(standing: Standing) -> Vec<Refused> {
    let gaps = [
        (!standing.has_responsible, Refused::ResponsibleMissing),
        (!standing.has_due, Refused::DueMissing),
        (!standing.has_effect, Refused::EffectMissing),
    ];
    gaps.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, gap)| gap).collect()
}

/// Moves a measure one step and gives its new state. This match is the whole workflow.
///
/// # Errors
///
/// Every [`Refused`] that stops the step.
pub fn advance(standing: Standing, step: &Step) -> Result<MeasureState, Vec<Refused>> {
    use MeasureState::{Completed, Concrete, Evaluated, Running, Started, Stated, Stopped};
    let (next, gaps) = match (standing.state, step) {
        (Stated, Step::MakeConcrete) => (Concrete, concrete_gaps(standing)),
        (Concrete, Step::Start { problem, exception }) => (Started, start_gaps(standing, problem, exception)),
        (Started, Step::Run) => (Running, Vec::new()),
        (Started | Running, Step::Complete { rest }) => (Completed, open_activities(standing, *rest)),
        (Completed, Step::Evaluate { result }) => (Evaluated, missing(result, Refused::ResultMissing)),
        (Stated | Concrete | Started | Running, Step::Stop { reason }) => {
            (Stopped, missing(reason, Refused::ReasonMissing))
        }
        // Spreading a measure leaves it where it is.
        (Started | Running | Completed | Evaluated, Step::ScaleUp { exception }) => {
            (standing.state, scale_up_gaps(standing, exception))
        }
        _ => return Err(vec![Refused::OutOfOrder]),
    };
    if gaps.is_empty() { Ok(next) } else { Err(gaps) }
}

fn missing(text: &str, gap: Refused) -> Vec<Refused> {
    if text.trim().is_empty() { vec![gap] } else { Vec::new() }
}

/// Nothing runs on or falls late under a measure that is completed.
fn open_activities(standing: Standing, rest: Option<ActivityState>) -> Vec<Refused> {
    if 0 < standing.n_open && !rest.is_some_and(ActivityState::is_over) {
        vec![Refused::ActivitiesOpen]
    } else {
        Vec::new()
    }
}

/// A documented problem (S4-125) and resources, or a leader's reason for doing without (S4-094).
fn start_gaps(standing: Standing, problem: &str, exception: &str) -> Vec<Refused> {
    let mut gaps = Vec::new();
    if !standing.has_problem {
        gaps.extend(missing(problem, Refused::ProblemMissing));
    }
    if !standing.has_resources {
        if standing.by_leader {
            gaps.extend(missing(exception, Refused::ResourcesNeedReason));
        } else {
            gaps.push(Refused::ResourcesNeedLeader);
        }
    }
    gaps
}

/// A leader decides, and gives a reason when too little is known of the benefit (S3-112). What
/// nobody has stated is not known.
fn scale_up_gaps(standing: Standing, exception: &str) -> Vec<Refused> {
    if !standing.by_leader {
        return vec![Refused::ScaleUpNeedsLeader];
    }
    match standing.evidence {
        EvidenceLevel::NotStated | EvidenceLevel::Insufficient => missing(exception, Refused::ScaleUpNeedsReason),
        EvidenceLevel::Some | EvidenceLevel::Strong => Vec::new(),
    }
}

/// Steps that can be asked for in a state, the usual one first.
pub fn open_steps(state: MeasureState) -> &'static [&'static str] {
    match state {
        MeasureState::Stated => &["concrete", "stop"],
        MeasureState::Concrete => &["start", "stop"],
        MeasureState::Started => &["run", "complete", "scale-up", "stop"],
        MeasureState::Running => &["complete", "scale-up", "stop"],
        MeasureState::Completed => &["evaluate", "scale-up"],
        MeasureState::Evaluated => &["scale-up"],
        MeasureState::Stopped => &[],
    }
}

/// What an edit would take away from a measure that has been made concrete.
pub fn edit_gaps(after: Standing) -> Vec<Refused> {
    match after.state {
        MeasureState::Concrete | MeasureState::Started | MeasureState::Running => concrete_gaps(after),
        _ => Vec::new(),
    }
}

/// What an edit changes of the scope of a measure whose work has begun. Each needs a cause.
pub fn scope_changes(before: &Measure, after: &Measure) -> Vec<ScopeField> {
    if !before.state.is_under_way() {
        return Vec::new();
    }
    let changed = [
        (before.effect.size != after.effect.size, ScopeField::EffectSize),
        (before.effect.by != after.effect.by, ScopeField::EffectBy),
    ];
    let due = (before.due != after.due, ScopeField::Due);
    only_changed([due].into_iter().chain(changed_means(&before.resources, &after.resources)).chain(changed))
}

/// What an edit changes of the frame of an activity that is under way. Each needs a cause. What only a plan
/// has said of it is no frame that anyone has worked within.
pub fn activity_scope_changes(before: &Activity, after: &Activity) -> Vec<ScopeField> {
    if before.state != ActivityState::Running || before.stated_in.is_some() {
        return Vec::new();
    }
    let days = [(before.starts != after.starts, ScopeField::Starts), (before.due != after.due, ScopeField::Due)];
    only_changed(days.into_iter().chain(changed_means(&before.resources, &after.resources)))
}

fn changed_means(before: &Resources, after: &Resources) -> [(bool, ScopeField); 4] {
    [
        (before.hours != after.hours, ScopeField::Hours),
        (before.nok != after.nok, ScopeField::Nok),
        (before.budget_year != after.budget_year, ScopeField::BudgetYear),
        (before.text != after.text, ScopeField::Resources),
    ]
}

fn only_changed(fields: impl Iterator<Item = (bool, ScopeField)>) -> Vec<ScopeField> {
    fields.filter(|(is_changed, _)| *is_changed).map(|(_, field)| field).collect()
}

/// The day on which an activity was over, when it is moved to `state` on `day`: it stays while the state
/// does, and goes when the activity is taken up again.
pub fn activity_ended(before: &Activity, state: ActivityState, day: Date) -> Option<Date> {
    if before.state == state { before.ended } else { Some(day).filter(|_| state.is_over()) }
}

/// The last day of adoption for which the lead actor is reminded on `today`.
pub fn reminder_cutoff(today: Date) -> Date {
    today.saturating_sub(START_DAYS.days())
}

/// The last day of completion for which a look at the effect is owed on `today`.
pub fn effect_cutoff(today: Date) -> Date {
    today.saturating_sub(EFFECT_DAYS.days())
}

/// The last day on which something due counts as work on `today`.
pub fn work_horizon(today: Date) -> Date {
    today.saturating_add(WORK_DAYS.days())
}

/// Whether the lead actor should have started by now.
pub fn needs_start_reminder(measure: &Measure, today: Date) -> bool {
    matches!(measure.state, MeasureState::Stated | MeasureState::Concrete)
        && measure.adopted.is_some_and(|adopted| adopted <= reminder_cutoff(today))
}

/// Whether the effect should have been looked at by now.
pub fn owes_effect(measure: &Measure, today: Date) -> bool {
    measure.state == MeasureState::Completed && measure.ended.is_some_and(|ended| ended <= effect_cutoff(today))
}

/// Why an activity cannot be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActivityRefused {
    /// Its measure has not been made concrete.
    #[error("the measure is not concrete yet")]
    MeasureNotConcrete,
    /// Its measure has been stopped.
    #[error("the measure is stopped")]
    MeasureStopped,
}

/// Whether an activity may have this state while its measure has that one. An activity can always
/// be planned or stopped; it runs only under a measure that someone answers for.
///
/// # Errors
///
/// [`ActivityRefused`] when its measure is not ready for it.
pub fn may_be(state: ActivityState, measure: MeasureState) -> Result<(), ActivityRefused> {
    match (state, measure) {
        (ActivityState::Planned | ActivityState::Stopped, _) => Ok(()),
        (_, MeasureState::Stated) => Err(ActivityRefused::MeasureNotConcrete),
        (ActivityState::Running, MeasureState::Stopped) => Err(ActivityRefused::MeasureStopped),
        _ => Ok(()),
    }
}

/// The state of a finding that is not closed, from how many measures answer it.
pub fn finding_state(now: FindingState, n_measures: usize) -> FindingState {
    match (now, n_measures) {
        (FindingState::Closed, _) => FindingState::Closed,
        (_, 0) => FindingState::Open,
        _ => FindingState::Answered,
    }
}

/// Whether a unit's choice lacks its reason: leaving something out is explained.
pub fn choice_needs_reason(choice: Choice, reason: &str) -> bool {
    choice == Choice::LeftOut && reason.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use MeasureState::{Completed, Concrete, Evaluated, Running, Started, Stated, Stopped};
    use varde_kernel::{MeasureId, UnitId, Words};

    const READY: Standing = Standing {
        state: Stated,
        has_responsible: true,
        has_due: true,
        has_effect: true,
        has_resources: true,
        has_problem: true,
        evidence: EvidenceLevel::Some,
        n_open: 0,
        by_leader: false,
    };

    #[track_caller]
    fn check(standing: Standing, step: &Step, expected: Result<MeasureState, &[Refused]>) {
        assert_eq!(advance(standing, step), expected.map_err(<[Refused]>::to_vec), "{standing:?} {step:?}");
    }

    fn start(problem: &str, exception: &str) -> Step {
        Step::Start { problem: problem.into(), exception: exception.into() }
    }

    #[test]
    fn a_measure_becomes_concrete_with_somebody_a_date_and_an_effect() {
        use Refused::{DueMissing, EffectMissing, ResponsibleMissing};
        check(READY, &Step::MakeConcrete, Ok(Concrete));
        check(Standing { has_due: false, ..READY }, &Step::MakeConcrete, Err(&[DueMissing]));
        check(
            Standing { has_responsible: false, has_due: false, has_effect: false, ..READY },
            &Step::MakeConcrete,
            Err(&[ResponsibleMissing, DueMissing, EffectMissing]),
        );
    }

    #[test]
    fn nothing_starts_before_it_is_concrete() {
        check(READY, &start("", ""), Err(&[Refused::OutOfOrder]));
        check(Standing { state: Concrete, ..READY }, &start("", ""), Ok(Started));
    }

    #[test]
    fn starting_without_resources_takes_a_leader_with_a_reason() {
        let poor = Standing { state: Concrete, has_resources: false, ..READY };
        check(poor, &start("", "It cannot wait"), Err(&[Refused::ResourcesNeedLeader]));
        check(Standing { by_leader: true, ..poor }, &start("", " "), Err(&[Refused::ResourcesNeedReason]));
        check(Standing { by_leader: true, ..poor }, &start("", "It cannot wait"), Ok(Started));
    }

    #[test]
    fn starting_without_a_documented_problem_takes_one_line() {
        let vague = Standing { state: Concrete, has_problem: false, ..READY };
        check(vague, &start("", ""), Err(&[Refused::ProblemMissing]));
        check(vague, &start("Three falls in May", ""), Ok(Started));
    }

    #[test]
    fn the_way_goes_forward_one_step_at_a_time() {
        let at = |state| Standing { state, ..READY };
        let evaluate = |result: &str| Step::Evaluate { result: result.into() };
        let stop = |reason: &str| Step::Stop { reason: reason.into() };
        check(at(Started), &Step::Run, Ok(Running));
        check(at(Started), &Step::Complete { rest: None }, Ok(Completed));
        check(at(Running), &Step::Complete { rest: None }, Ok(Completed));
        check(at(Completed), &evaluate(""), Err(&[Refused::ResultMissing]));
        check(at(Completed), &evaluate("No change"), Ok(Evaluated));
        check(at(Running), &stop(" "), Err(&[Refused::ReasonMissing]));
        for state in [Stated, Concrete, Started, Running] {
            check(at(state), &stop("Not needed any more"), Ok(Stopped));
        }
        for (state, step) in [
            (Concrete, Step::MakeConcrete),
            (Concrete, Step::Complete { rest: None }),
            (Running, Step::Run),
            (Completed, stop("Late")),
            (Stopped, Step::MakeConcrete),
            (Evaluated, evaluate("Again")),
            (Stated, Step::ScaleUp { exception: "x".into() }),
        ] {
            check(at(state), &step, Err(&[Refused::OutOfOrder]));
        }
    }

    #[test]
    fn activities_that_are_not_over_are_settled_when_a_measure_is_completed() {
        let busy = Standing { state: Running, n_open: 2, ..READY };
        for (rest, expected) in [
            (None, Err(&[Refused::ActivitiesOpen][..])),
            (Some(ActivityState::Planned), Err(&[Refused::ActivitiesOpen][..])),
            (Some(ActivityState::Completed), Ok(Completed)),
            (Some(ActivityState::Stopped), Ok(Completed)),
        ] {
            check(busy, &Step::Complete { rest }, expected);
        }
    }

    #[test]
    fn spreading_a_measure_takes_a_leader_and_enough_knowledge_or_a_reason() {
        let at = |evidence, by_leader| Standing { state: Running, evidence, by_leader, ..READY };
        let up = |exception: &str| Step::ScaleUp { exception: exception.into() };
        check(at(EvidenceLevel::Strong, false), &up(""), Err(&[Refused::ScaleUpNeedsLeader]));
        check(at(EvidenceLevel::Strong, true), &up(""), Ok(Running));
        check(at(EvidenceLevel::Insufficient, true), &up(""), Err(&[Refused::ScaleUpNeedsReason]));
        check(at(EvidenceLevel::NotStated, true), &up(""), Err(&[Refused::ScaleUpNeedsReason]));
        check(at(EvidenceLevel::Insufficient, true), &up("Cheap and harmless"), Ok(Running));
    }

    #[test]
    fn what_made_a_measure_concrete_cannot_be_taken_away() {
        let bare = Standing { has_due: false, ..READY };
        for (state, n_gaps) in [(Stated, 0), (Concrete, 1), (Started, 1), (Running, 1), (Completed, 0), (Stopped, 0)] {
            assert_eq!(edit_gaps(Standing { state, ..bare }).len(), n_gaps, "{state:?}");
        }
    }

    fn measure(state: MeasureState) -> Measure {
        let mut measure = Measure::stated(MeasureId::from_code("m"), UnitId::from_code("u"), Words::plain("A measure"));
        measure.state = state;
        measure
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn only_work_under_way_asks_for_the_cause_of_a_changed_scope() {
        for (state, expected) in [(Stated, 0), (Concrete, 0), (Started, 3), (Running, 3), (Completed, 0)] {
            let before = measure(state);
            let mut after = before.clone();
            after.due = Some(day("2026-12-31"));
            after.resources.hours = Some(40.0);
            after.resources.budget_year = Some(2027);
            assert_eq!(scope_changes(&before, &after).len(), expected, "{state:?}");
        }
    }

    #[test]
    fn an_activity_under_way_asks_for_the_cause_of_a_changed_frame() {
        for (state, stated_in, expected) in [
            (ActivityState::Planned, None, 0),
            (ActivityState::Running, None, 3),
            (ActivityState::Running, Some(2019), 0),
            (ActivityState::Completed, None, 0),
        ] {
            let mut before = Activity::planned(
                varde_kernel::ActivityId::from_code("a"),
                MeasureId::from_code("m"),
                Words::plain("A step"),
            );
            (before.state, before.stated_in) = (state, stated_in);
            let mut after = before.clone();
            (after.starts, after.due) = (Some(day("2026-01-01")), Some(day("2026-12-31")));
            after.resources.text = "One post".into();
            assert_eq!(activity_scope_changes(&before, &after).len(), expected, "{state:?}");
        }
    }

    #[test]
    fn an_activity_is_over_from_the_day_it_was_moved_and_not_after_it_is_taken_up() {
        let mut activity = Activity::planned(
            varde_kernel::ActivityId::from_code("a"),
            MeasureId::from_code("m"),
            Words::plain("A step"),
        );
        let (first, later) = (day("2026-05-01"), day("2026-06-01"));
        assert_eq!(activity_ended(&activity, ActivityState::Running, first), None);
        assert_eq!(activity_ended(&activity, ActivityState::Completed, first), Some(first));
        (activity.state, activity.ended) = (ActivityState::Completed, Some(first));
        assert_eq!(activity_ended(&activity, ActivityState::Completed, later), Some(first));
        assert_eq!(activity_ended(&activity, ActivityState::Stopped, later), Some(later));
        assert_eq!(activity_ended(&activity, ActivityState::Running, later), None);
    }

    #[test]
    fn the_lead_is_reminded_ninety_days_after_adoption() {
        let today = day("2026-11-22");
        for (state, adopted, expected) in [
            (Stated, Some("2026-08-24"), true),
            (Concrete, Some("2026-08-24"), true),
            (Stated, Some("2026-08-25"), false),
            (Started, Some("2020-01-01"), false),
            (Stated, None, false),
        ] {
            let mut measure = measure(state);
            measure.adopted = adopted.map(day);
            assert_eq!(needs_start_reminder(&measure, today), expected, "{state:?} {adopted:?}");
        }
    }

    #[test]
    fn a_completed_measure_owes_a_look_at_its_effect_after_ninety_days() {
        let today = day("2026-11-22");
        for (state, ended, expected) in [
            (Completed, Some("2026-08-24"), true),
            (Completed, Some("2026-08-25"), false),
            (Completed, None, false),
            (Evaluated, Some("2020-01-01"), false),
        ] {
            let mut measure = measure(state);
            measure.ended = ended.map(day);
            assert_eq!(owes_effect(&measure, today), expected, "{state:?} {ended:?}");
        }
    }

    #[test]
    fn an_activity_runs_only_under_a_concrete_measure() {
        for (state, measure, expected) in [
            (ActivityState::Planned, Stated, Ok(())),
            (ActivityState::Stopped, Stated, Ok(())),
            (ActivityState::Running, Stated, Err(ActivityRefused::MeasureNotConcrete)),
            (ActivityState::Completed, Stated, Err(ActivityRefused::MeasureNotConcrete)),
            (ActivityState::Running, Concrete, Ok(())),
            (ActivityState::Running, Stopped, Err(ActivityRefused::MeasureStopped)),
            (ActivityState::Completed, Stopped, Ok(())),
        ] {
            assert_eq!(may_be(state, measure), expected, "{state:?} under {measure:?}");
        }
    }

    #[test]
    fn a_finding_is_answered_by_measures_and_closed_by_people() {
        assert_eq!(finding_state(FindingState::Open, 1), FindingState::Answered);
        assert_eq!(finding_state(FindingState::Answered, 0), FindingState::Open);
        assert_eq!(finding_state(FindingState::Closed, 3), FindingState::Closed);
        assert!(choice_needs_reason(Choice::LeftOut, " "));
        assert!(!choice_needs_reason(Choice::Chosen, ""));
    }
}
