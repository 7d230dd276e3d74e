//! What a step asks for.

use maud::{Markup, html};
use varde_kernel::Problems;
use varde_web::ui::{Tone, link, note};
use varde_web::{Ctx, Fields, FormView, Labels};

use super::told::step_key;
use super::{harm_key, level_key, no_measures_key, options};
use crate::model::{AnalysisLevel, Harm, Incident, NoMeasures, State, Step};

const FIELDS: Labels = &[
    ("harm", "incidents-field-harm"),
    ("potential", "incidents-field-potential"),
    ("level", "incidents-field-level"),
    ("learning", "incidents-form-learning"),
    ("no_measures", "incidents-field-no-measures"),
    ("answer", "incidents-form-answer"),
    ("reason", "incidents-form-reason"),
    ("handler", "incidents-list-handler"),
    ("duties", "incidents-state-duties"),
];

/// What the step's button says.
pub(crate) const fn ask_key(step: Step) -> &'static str {
    match step {
        Step::Take => "incidents-step-take",
        Step::Assess => "incidents-step-assess",
        Step::SettleDuties => "incidents-step-settle-duties",
        Step::FinishAnalysis => "incidents-step-finish-analysis",
        Step::DecideMeasures => "incidents-step-decide-measures",
        Step::Close => "incidents-step-close",
        Step::Reopen => "incidents-step-reopen",
    }
}

const fn help_key(step: Step) -> &'static str {
    match step {
        Step::Take => "incidents-step-take-help",
        Step::Assess => "incidents-step-assess-help",
        Step::SettleDuties => "incidents-step-settle-duties-help",
        Step::FinishAnalysis => "incidents-step-finish-analysis-help",
        Step::DecideMeasures => "incidents-step-decide-measures-help",
        Step::Close => "incidents-step-close-help",
        Step::Reopen => "incidents-step-reopen-help",
    }
}

/// What an incident in a state waits for, in words.
pub(crate) const fn waits_key(state: State) -> &'static str {
    match state {
        State::Received => "incidents-waits-received",
        State::Triage => "incidents-waits-triage",
        State::Duties => "incidents-waits-duties",
        State::Analysis => "incidents-waits-analysis",
        State::Measures => "incidents-waits-measures",
        State::Effect => "incidents-waits-effect",
        State::Closed => "incidents-waits-closed",
        State::Joined => "incidents-state-joined",
    }
}

/// What was done, by its name in the row of steps.
pub(crate) fn done_key(step: &str) -> &'static str {
    match (step.parse::<Step>(), step) {
        (Ok(step), _) => step_key(step),
        (_, "hand_over") => "incidents-told-hand-over",
        (_, "escalate") => "incidents-told-escalate",
        (_, "join") => "incidents-told-join",
        (_, "joined") => "incidents-told-joined",
        (_, "name") => "incidents-told-name",
        _ => "incidents-told-changed",
    }
}

/// What the form begins with.
pub(crate) fn fields_of(cx: &Ctx, incident: &Incident) -> Fields {
    let name = |value: Option<&'static str>| value.unwrap_or_default().to_owned();
    let thanks = cx.t("incidents-answer-begins");
    Fields::new(vec![
        ("version".into(), incident.version.to_string()),
        ("harm".into(), name(incident.harm.map(Harm::name))),
        ("potential".into(), name(incident.potential.map(Harm::name))),
        ("level".into(), name(incident.level.map(AnalysisLevel::name))),
        ("learning".into(), incident.learning.clone()),
        ("no_measures".into(), name(incident.no_measures.map(NoMeasures::name))),
        ("answer".into(), if incident.answer.is_empty() { thanks } else { incident.answer.clone() }),
    ])
}

pub(crate) fn ask(
    cx: &Ctx,
    incident: &Incident,
    step: Step,
    fields: &Fields,
    problems: &Problems,
    measures: &[varde_measures::Measure],
) -> Markup {
    let say = cx.say();
    let choices = vec![
        ("harm", options(say, Harm::ALL, harm_key)),
        ("potential", options(say, Harm::ALL, harm_key)),
        ("level", options(say, AnalysisLevel::ALL, level_key)),
        ("no_measures", options(say, NoMeasures::ALL, no_measures_key)),
    ];
    let form = FormView::new(cx, fields, problems, FIELDS, choices);
    let body = html! {
        p { (cx.t(help_key(step))) }
        @match step {
            Step::Take => {},
            Step::Assess => {
                (form.one_of("harm", Some("incidents-field-harm-help"), true))
                (form.one_of("potential", Some("incidents-field-potential-help"), true))
                (form.one_of("level", None, true))
                (form.area("reason", Some("incidents-form-level-reason-help"), false))
            },
            Step::SettleDuties => (note(Tone::Info, None, &html! {
                p { (link(&cx.t("incidents-duties-title"), &format!("/incidents/{}/duties", incident.id))) }
            })),
            Step::FinishAnalysis => (form.area("learning", Some("incidents-form-learning-help"), false)),
            Step::DecideMeasures => {
                (measures_list(cx, measures))
                (form.select("no_measures", Some("incidents-field-no-measures-help"), false))
                (form.area("reason", None, false))
            },
            Step::Close => (form.area("answer", Some("incidents-form-answer-help"), true)),
            Step::Reopen => (form.area("reason", None, true)),
        }
    };
    let here = format!("/incidents/{}", incident.id);
    form.form(&format!("{here}/steps/{}", step.name()), ask_key(step), &here, &body)
}

fn measures_list(cx: &Ctx, measures: &[varde_measures::Measure]) -> Markup {
    if measures.is_empty() {
        return note(Tone::Info, None, &html! { p { (cx.t("incidents-measures-none")) } });
    }
    html! {
        p { (cx.t("incidents-measures-these")) }
        ul.ds-list { @for measure in measures {
            li { (link(cx.say().words(&measure.title), &format!("/measures/{}", measure.id))) }
        } }
    }
}
