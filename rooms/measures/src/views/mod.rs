//! The room's pages as HTML.

pub(crate) mod activity;
pub(crate) mod findings;
pub(crate) mod forms;
pub(crate) mod home;
pub(crate) mod list;
pub(crate) mod measure;
pub(crate) mod steps;
pub(crate) mod uptake;

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::access::Kind;
use varde_kernel::{ActorId, IndicatorId, Locale, PersonId, Problems, UnitId, UnitTree, Words};
use varde_web::ui::{Tag as Mark, Tone, error_summary, link};
use varde_web::{Ctx, Fields, Say};

use crate::model::{
    ActivityKind, ActivityState, Dimension, Direction, EvidenceKind, EvidenceLevel, Finding, FindingState, Level,
    MeasureState, ScopeField, Tag,
};
use crate::store::Progress;

/// Names of actors and persons that a page shows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// Every actor.
    pub actors: Vec<(ActorId, Words)>,
    /// The persons who were asked for.
    pub persons: HashMap<PersonId, String>,
}

impl Names {
    pub(crate) fn actor(&self, id: ActorId, locale: Locale) -> Option<&str> {
        self.actors.iter().find(|(known, _)| *known == id).map(|(_, name)| name.get(locale))
    }

    pub(crate) fn person(&self, id: PersonId) -> Option<&str> {
        self.persons.get(&id).map(String::as_str)
    }
}

/// What a form lets people choose from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices {
    /// Every actor.
    pub actors: Vec<(ActorId, Words)>,
    /// Who can answer for something here, by name.
    pub persons: Vec<(PersonId, String)>,
    /// Every indicator.
    pub indicators: Vec<(IndicatorId, Words)>,
    /// Every tag.
    pub tags: Vec<Tag>,
    /// Findings of the unit that are not closed.
    pub findings: Vec<Finding>,
    /// Units below.
    pub units: Vec<UnitId>,
}

/// The key of a measure's state.
pub const fn state_key(state: MeasureState) -> &'static str {
    match state {
        MeasureState::Stated => "measures-state-stated",
        MeasureState::Concrete => "measures-state-concrete",
        MeasureState::Started => "measures-state-started",
        MeasureState::Running => "measures-state-running",
        MeasureState::Completed => "measures-state-completed",
        MeasureState::Evaluated => "measures-state-evaluated",
        MeasureState::Stopped => "measures-state-stopped",
    }
}

/// A measure's state as a tag: words, shape and colour.
pub fn state_tag(cx: &Ctx, state: MeasureState) -> Markup {
    let tone = match state {
        MeasureState::Stated | MeasureState::Stopped => Tone::Neutral,
        MeasureState::Concrete | MeasureState::Started | MeasureState::Running => Tone::Info,
        MeasureState::Completed | MeasureState::Evaluated => Tone::Success,
    };
    Mark(tone, &cx.t(state_key(state))).render()
}

/// The key of an activity's state.
pub const fn activity_state_key(state: ActivityState) -> &'static str {
    match state {
        ActivityState::Planned => "measures-activity-planned",
        ActivityState::Running => "measures-activity-running",
        ActivityState::Completed => "measures-activity-completed",
        ActivityState::Stopped => "measures-activity-stopped",
    }
}

/// An activity's state as a tag.
pub fn activity_state_tag(cx: &Ctx, state: ActivityState) -> Markup {
    let tone = match state {
        ActivityState::Planned | ActivityState::Stopped => Tone::Neutral,
        ActivityState::Running => Tone::Info,
        ActivityState::Completed => Tone::Success,
    };
    Mark(tone, &cx.t(activity_state_key(state))).render()
}

/// How far a measure's activities have come, in words. What only a plan has said of them is told as that.
pub fn progress_text(say: &Say, progress: &Progress) -> String {
    let (done, n, stated) = (progress.n_completed, progress.n, progress.n_stated);
    if stated == 0 {
        return say.with("measures-progress", &[("done", done.into()), ("n", n.into())]);
    }
    if stated < n {
        let args = [("done", done.into()), ("n", n.into()), ("stated", stated.into())];
        return say.with("measures-progress-some", &args);
    }
    let year = progress.stated_in.map(|year| year.to_string()).unwrap_or_default();
    let running = progress.n_stated_running;
    if running == 0 {
        return say.with("measures-progress-unreported", &[("n", n.into()), ("year", year.into())]);
    }
    say.with("measures-progress-stated", &[("n", n.into()), ("year", year.into()), ("running", running.into())])
}

pub(crate) const fn activity_kind_key(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Ongoing => "measures-kind-ongoing",
        ActivityKind::New => "measures-kind-new",
        ActivityKind::Unspecified => "measures-kind-unspecified",
    }
}

pub(crate) const fn finding_state_key(state: FindingState) -> &'static str {
    match state {
        FindingState::Open => "measures-finding-open",
        FindingState::Answered => "measures-finding-answered",
        FindingState::Closed => "measures-finding-closed",
    }
}

pub(crate) fn finding_tag(cx: &Ctx, state: FindingState) -> Markup {
    let tone = match state {
        FindingState::Open => Tone::Warning,
        FindingState::Answered => Tone::Info,
        FindingState::Closed => Tone::Neutral,
    };
    Mark(tone, &cx.t(finding_state_key(state))).render()
}

pub(crate) const fn evidence_kind_key(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Observation => "measures-evidence-observation",
        EvidenceKind::Series => "measures-evidence-series",
        EvidenceKind::Report => "measures-evidence-report",
        EvidenceKind::Review => "measures-evidence-review",
        EvidenceKind::Survey => "measures-evidence-survey",
        EvidenceKind::Risk => "measures-evidence-risk",
        EvidenceKind::Audit => "measures-evidence-audit",
        EvidenceKind::Document => "measures-evidence-document",
    }
}

pub(crate) const fn evidence_level_key(level: EvidenceLevel) -> &'static str {
    match level {
        EvidenceLevel::NotStated => "measures-level-not-stated",
        EvidenceLevel::Insufficient => "measures-level-insufficient",
        EvidenceLevel::Some => "measures-level-some",
        EvidenceLevel::Strong => "measures-level-strong",
    }
}

pub(crate) const fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "measures-direction-up",
        Direction::Down => "measures-direction-down",
        Direction::Keep => "measures-direction-keep",
    }
}

pub(crate) const fn dimension_key(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Effective => "measures-dimension-effective",
        Dimension::Safe => "measures-dimension-safe",
        Dimension::Involving => "measures-dimension-involving",
        Dimension::Coordinated => "measures-dimension-coordinated",
        Dimension::Frugal => "measures-dimension-frugal",
        Dimension::Accessible => "measures-dimension-accessible",
    }
}

/// The key of a level's name.
pub const fn level_key(level: Level) -> &'static str {
    match level {
        Level::National => "measures-level-national",
        Level::Regional => "measures-level-regional",
        Level::Specialist => "measures-level-specialist",
        Level::Municipal => "measures-level-municipal",
        Level::Other => "measures-level-other",
    }
}

pub(crate) const fn scope_key(field: ScopeField) -> &'static str {
    match field {
        ScopeField::Scope => "measures-scope-field",
        ScopeField::Starts => "measures-form-starts",
        ScopeField::Due => "measures-form-due",
        ScopeField::Hours => "measures-form-hours",
        ScopeField::Nok => "measures-form-nok",
        ScopeField::BudgetYear => "measures-form-budget-year",
        ScopeField::Resources => "measures-form-resources",
        ScopeField::EffectSize => "measures-form-effect-size",
        ScopeField::EffectBy => "measures-form-effect-by",
    }
}

/// The key of what a step does, as a verb.
pub(crate) fn step_key(step: &str) -> &'static str {
    match step {
        "concrete" => "measures-step-concrete",
        "start" => "measures-step-start",
        "run" => "measures-step-run",
        "complete" => "measures-step-complete",
        "evaluate" => "measures-step-evaluate",
        "scale-up" => "measures-step-scale-up",
        _ => "measures-step-stop",
    }
}

/// The key of a line in the history.
pub(crate) fn action_key(action: &str) -> &'static str {
    match action {
        "created" => "measures-history-created",
        "edited" => "measures-history-edited",
        "restated" => "measures-history-restated",
        "made_concrete" => "measures-history-concrete",
        "started" => "measures-history-started",
        "running" => "measures-history-running",
        "completed" => "measures-history-completed",
        "evaluated" => "measures-history-evaluated",
        "stopped" => "measures-history-stopped",
        "scaled_up" => "measures-history-scaled-up",
        "scope_changed" => "measures-history-scope",
        "activity_added" => "measures-history-activity-added",
        "activity_moved" => "measures-history-activity-moved",
        "uptake" => "measures-history-uptake",
        "closed" => "measures-history-closed",
        "reopened" => "measures-history-reopened",
        "answered" => "measures-history-answered",
        "answer_gone" => "measures-history-answer-gone",
        _ => "measures-history-other",
    }
}

/// The room's words for the history.
pub(crate) const TELLING: varde_web::Telling = varde_web::Telling {
    kinds: &[Kind::Finding, Kind::Measure],
    action: |action| Some(action_key(action)),
    field,
    value: |field, text| match field {
        "state" => text
            .parse()
            .map(state_key)
            .or_else(|()| text.parse().map(activity_state_key))
            .or_else(|()| text.parse().map(finding_state_key))
            .ok(),
        "kind" => text.parse().map(activity_kind_key).or_else(|()| text.parse().map(evidence_kind_key)).ok(),
        "choice" => text.parse().map(uptake::choice_key).ok(),
        "evidence_level" => text.parse().map(evidence_level_key).ok(),
        "effect_direction" => text.parse().map(direction_key).ok(),
        "dimensions" => text.parse().map(dimension_key).ok(),
        _ => None,
    },
    href: |kind, id| match kind {
        Kind::Finding => Some(format!("/findings/{id}")),
        // Measures and activities are of the same kind, and are found by the search.
        _ => None,
    },
};

/// What the forms call the fields.
fn field(name: &str) -> Option<&'static str> {
    Some(match name {
        "detail" => "measures-form-detail",
        "problem" => "measures-form-problem",
        "owner_person" => "measures-form-owner",
        "contributors" => "measures-form-contributors",
        "adopted" => "measures-form-adopted",
        "starts" => "measures-form-starts",
        "due" => "measures-form-due",
        "effect_text" => "measures-form-effect-text",
        "effect_indicator" => "measures-form-effect-indicator",
        "effect_direction" => "measures-form-effect-direction",
        "effect_size" => "measures-form-effect-size",
        "effect_by" => "measures-form-effect-by",
        "resources" => "measures-form-resources",
        "resources_hours" => "measures-form-hours",
        "resources_nok" => "measures-form-nok",
        "budget_year" => "measures-form-budget-year",
        "ended" => "measures-activity-ended",
        "evidence_level" => "measures-form-evidence",
        "evidence_text" => "measures-form-evidence-text",
        "evidence_href" => "measures-form-evidence-href",
        "source" => "measures-form-source",
        "dimensions" => "measures-form-dimensions",
        "tags" => "measures-form-tags",
        "findings" => "measures-form-findings",
        "open" => "measures-form-open",
        "judgement" => "measures-form-judgement",
        "period" => "measures-form-period",
        "result" => "measures-show-result",
        "choice" => "measures-uptake-choice",
        "reason" => "measures-uptake-reason",
        _ => return None,
    })
}

/// "3 Measure", when the measure has a number in its plan.
pub(crate) fn numbered(cx: &Ctx, number: Option<i64>, title: &Words) -> String {
    let title = title.get(cx.locale());
    number.map_or_else(|| title.to_owned(), |number| format!("{number}. {title}"))
}

/// The name of a unit; one that is gone today says so.
pub(crate) fn unit_name(cx: &Ctx, tree: &UnitTree, unit: UnitId) -> String {
    varde_web::told_unit(cx.say(), tree, unit)
}

pub(crate) fn unit_link(cx: &Ctx, tree: &UnitTree, unit: UnitId) -> Markup {
    if tree.get(unit).is_some() {
        return link(&unit_name(cx, tree, unit), &format!("/units/{unit}"));
    }
    html! { span.quiet { (cx.t("measures-unit-gone")) } }
}

/// Words that stand where nobody has said anything.
pub(crate) fn not_stated(cx: &Ctx) -> Markup {
    html! { span.quiet { (cx.t("measures-not-stated")) } }
}

/// The page's problems at the top, each a link to its field, and what others saved meanwhile.
pub(crate) fn summary(cx: &Ctx, fields: &Fields, problems: &Problems) -> Markup {
    let lines: Vec<(String, String)> = problems
        .iter()
        .map(|problem| {
            let field = match &problem.place {
                varde_kernel::Place::Field(name) => (*name).to_owned(),
                _ => String::new(),
            };
            (field, cx.say().problem(problem))
        })
        .collect();
    let lines: Vec<(&str, &str)> = lines.iter().map(|(field, words)| (field.as_str(), words.as_str())).collect();
    html! { (error_summary(&cx.t("web-form-problems"), &lines)) (fields.meanwhile()) }
}

/// What is wrong with a field, in words.
pub(crate) fn error(cx: &Ctx, problems: &Problems, field: &str) -> Option<String> {
    problems.of_field(field).map(|problem| cx.say().problem(problem))
}
