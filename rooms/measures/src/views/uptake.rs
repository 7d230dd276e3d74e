//! A unit's choice about a measure from above.

use maud::{Markup, Render, html};
use varde_kernel::{Problems, UnitId, UnitTree};
use varde_web::ui::{Choice, Choices, Select, Tag as Mark, TextArea, Tone, form as post, hidden, radios, submit_row};
use varde_web::{Ctx, Fields};

use super::list::as_choices;
use super::{error, summary, unit_name};
use crate::model::{self, Measure};

pub(crate) const fn choice_key(choice: model::Choice) -> &'static str {
    match choice {
        model::Choice::Chosen => "measures-uptake-chosen",
        model::Choice::LeftOut => "measures-uptake-left-out",
    }
}

pub(crate) fn tag(cx: &Ctx, choice: model::Choice) -> Markup {
    let tone = match choice {
        model::Choice::Chosen => Tone::Success,
        model::Choice::LeftOut => Tone::Neutral,
    };
    Mark(tone, &cx.t(choice_key(choice))).render()
}

pub(crate) fn form(
    cx: &Ctx,
    tree: &UnitTree,
    measure: &Measure,
    units: &[UnitId],
    fields: &Fields,
    problems: &Problems,
) -> Markup {
    let href = format!("/measures/{}", measure.id);
    let wrong = |field| error(cx, problems, field);
    let (unit_wrong, choice_wrong, reason_wrong) = (wrong("unit_id"), wrong("choice"), wrong("reason"));
    let units: Vec<(String, String, bool)> = units
        .iter()
        .map(|unit| (unit.to_string(), unit_name(cx, tree, *unit), fields.text("unit_id") == unit.to_string()))
        .collect();
    let units = as_choices(&units);
    let labels = [model::Choice::Chosen, model::Choice::LeftOut].map(|choice| (choice, cx.t(choice_key(choice))));
    let choices = labels.each_ref().map(|(choice, label)| Choice {
        value: choice.name(),
        label,
        chosen: fields.text("choice") == choice.name(),
        ..Choice::default()
    });
    post(
        &format!("{href}/uptake"),
        &cx.guard(),
        html! {
            (summary(cx, fields, problems))
            @if fields.has("version") { (hidden("version", fields.text("version"))) }
            (Select { id: "unit_id", name: "unit_id", label: &cx.t("measures-list-unit"), required: true,
                error: unit_wrong.as_deref(), choices: &units, ..Select::default() }.render())
            (radios(&Choices { id: "choice", name: "choice", label: &cx.t("measures-uptake-choice"), required: true,
                error: choice_wrong.as_deref(), choices: &choices, ..Choices::default() }))
            (TextArea { id: "reason", name: "reason", label: &cx.t("measures-uptake-reason"),
                help: Some(&cx.t("measures-uptake-reason-help")), error: reason_wrong.as_deref(),
                value: fields.text("reason"), ..TextArea::default() }.render())
            (submit_row(&cx.t("measures-form-save"), Some((&cx.t("measures-form-cancel"), &href)), None))
        },
    )
}
