//! Steps of a measure: what each does and what it asks for.

use maud::{Markup, Render, html};
use varde_kernel::Problems;
use varde_web::ui::{Choice, Choices, Confirm, Field, Select, TextArea, Tone, form, hidden, note, radios, submit_row};
use varde_web::{Ctx, Fields};

use super::activity::lettered;
use super::{activity_state_key, error, step_key, summary};
use crate::model::{Activity, ActivityState, EvidenceLevel, Measure};
use crate::rules::Standing;

/// The steps that have a page, by name.
const STEPS: [&str; 7] = ["concrete", "start", "run", "complete", "evaluate", "stop", "scale-up"];

/// The step of that name.
pub(crate) fn known(step: &str) -> Option<&'static str> {
    STEPS.into_iter().find(|known| *known == step)
}

fn help_key(step: &str) -> &'static str {
    match step {
        "concrete" => "measures-step-concrete-help",
        "start" => "measures-step-start-help",
        "run" => "measures-step-run-help",
        "complete" => "measures-step-complete-help",
        "evaluate" => "measures-step-evaluate-help",
        "scale-up" => "measures-step-scale-up-help",
        _ => "measures-step-stop-help",
    }
}

/// Says what will happen and asks for what the rules want.
pub(crate) fn ask(
    cx: &Ctx,
    measure: &Measure,
    (standing, activities): (Standing, &[Activity]),
    step: &str,
    fields: &Fields,
    problems: &Problems,
) -> Markup {
    let href = format!("/measures/{}", measure.id);
    let edit = format!("{href}/edit");
    // What was read decides, also when the form comes back with problems.
    let version = if fields.has("version") { fields.text("version").to_owned() } else { measure.version.to_string() };
    let lacks_resources = step == "start" && !standing.has_resources;
    let lacks_knowledge =
        step == "scale-up" && matches!(standing.evidence, EvidenceLevel::NotStated | EvidenceLevel::Insufficient);
    let needs_reason = (lacks_resources && standing.by_leader) || lacks_knowledge;
    let line = |id, key, help| line(cx, fields, problems, id, key, help);
    let extra = html! {
        (hidden("version", &version))
        @if lacks_resources {
            (note(Tone::Warning, None, &html! { p { (cx.t("measures-step-no-resources")) } }))
        }
        @if lacks_knowledge {
            (note(Tone::Warning, None, &html! { p { (cx.t("measures-step-no-knowledge")) } }))
        }
        @if step == "start" && !standing.has_problem {
            (line("problem", "measures-form-problem", Some("measures-step-problem-help")))
        }
        @if needs_reason { (line("exception", "measures-step-exception", None)) }
        @if step == "complete" && 0 < standing.n_open { (rest(cx, activities, fields, problems)) }
        @if step == "stop" { (line("reason", "measures-step-reason", None)) }
        @if step == "evaluate" {
            (TextArea { id: "result", name: "result", label: &cx.t("measures-show-result"), required: true,
                help: Some(&cx.t("measures-step-result-help")), error: error(cx, problems, "result").as_deref(),
                value: fields.text("result"), ..TextArea::default() }.render())
        }
    };
    let text = html! {
        (summary_for(cx, fields, problems, step, &edit))
        p { (cx.t(help_key(step))) }
    };
    Confirm {
        action: &format!("{href}/steps/{step}"),
        csrf: &cx.guard(),
        text,
        fields: extra,
        yes: &cx.t(step_key(step)),
        no: (&cx.t("measures-form-cancel"), &href),
        takes_away: step == "stop",
    }
    .render()
}

/// The activities that are not over, and what is to become of them.
fn rest(cx: &Ctx, activities: &[Activity], fields: &Fields, problems: &Problems) -> Markup {
    let open: Vec<&Activity> = activities.iter().filter(|activity| !activity.state.is_over()).collect();
    let listed = html! {
        ul { @for activity in &open { li {
            (activity.title.get(cx.locale())) " (" (cx.t(activity_state_key(activity.state)))
            @if activity.is_overdue(cx.today()) { ", " (cx.t("web-overdue")) }
            ")"
        } } }
    };
    let labels = [
        (ActivityState::Completed.name(), cx.t("measures-step-rest-completed")),
        (ActivityState::Stopped.name(), cx.t("measures-step-rest-stopped")),
    ];
    let choices = labels.each_ref().map(|(value, label)| Choice {
        value,
        label,
        chosen: *value == fields.text("activities"),
        ..Choice::default()
    });
    html! {
        (note(Tone::Warning, Some(&cx.say().with("measures-step-open-activities", &[("n", open.len().into())])), &listed))
        (radios(&Choices {
            id: "activities",
            name: "activities",
            label: &cx.t("measures-step-rest"),
            error: error(cx, problems, "activities").as_deref(),
            required: true,
            choices: &choices,
            ..Choices::default()
        }))
    }
}

/// What is missing to become concrete is filled in on the form, not here.
fn summary_for(cx: &Ctx, fields: &Fields, problems: &Problems, step: &str, edit: &str) -> Markup {
    if step != "concrete" || problems.is_empty() {
        return summary(cx, fields, problems);
    }
    varde_web::ui::alert(
        Tone::Warning,
        Some(&cx.t("measures-step-not-yet")),
        &html! {
            ul { @for problem in problems { li { (cx.say().problem(problem)) } } }
            p { (varde_web::ui::link(&cx.t("measures-step-fill-in"), edit)) }
        },
    )
}

fn line(cx: &Ctx, fields: &Fields, problems: &Problems, id: &'static str, key: &str, help: Option<&str>) -> Markup {
    let help = help.map(|key| cx.t(key));
    Field {
        id,
        name: id,
        label: &cx.t(key),
        help: help.as_deref(),
        error: error(cx, problems, id).as_deref(),
        value: fields.text(id),
        required: true,
        max_len: Some(500),
        ..Field::default()
    }
    .render()
}

/// A change of what the measure covers.
pub(crate) fn scope(
    cx: &Ctx,
    measure: &Measure,
    activities: &[Activity],
    fields: &Fields,
    problems: &Problems,
) -> Markup {
    let href = format!("/measures/{}", measure.id);
    let of: Vec<(String, String)> = activities
        .iter()
        .map(|one| (one.id.to_string(), lettered(one.letter.as_deref(), one.title.get(cx.locale()))))
        .collect();
    let choices: Vec<Choice<'_>> = of
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            chosen: *value == fields.text("activity_id"),
            ..Choice::default()
        })
        .collect();
    let whole = cx.t("measures-scope-whole");
    let area = |id, key: &str, required| {
        TextArea {
            id,
            name: id,
            label: &cx.t(key),
            error: error(cx, problems, id).as_deref(),
            value: fields.text(id),
            required,
            ..TextArea::default()
        }
        .render()
    };
    form(
        &format!("{href}/scope"),
        &cx.guard(),
        html! {
            (summary(cx, fields, problems))
            (hidden("version", fields.text("version")))
            @if !choices.is_empty() {
                (Select { id: "activity_id", name: "activity_id", label: &cx.t("measures-scope-of"), prompt: Some(&whole),
                    error: error(cx, problems, "activity_id").as_deref(), choices: &choices, ..Select::default() }.render())
            }
            (area("before", "measures-scope-before", false))
            (area("after", "measures-scope-after", true))
            (line(cx, fields, problems, "cause", "measures-form-cause", Some("measures-form-cause-help")))
            (submit_row(&cx.t("measures-form-save"), Some((&cx.t("measures-form-cancel"), &href)), None))
        },
    )
}
