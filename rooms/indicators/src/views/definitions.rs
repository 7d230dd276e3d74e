//! Definitions that others made, before they are proposed.

use maud::{Markup, Render, html};
use varde_kernel::{Problems, UnitId, UnitTree};
use varde_web::ui::{
    Choice, Choices, Column, FileUpload, Form, Select, Table, Tone, alert, checkboxes, hidden, section, submit_row,
};
use varde_web::{Ctx, Fields};

use super::import::problem_table;
use super::{Wrong, direction_key, measure_key, unit_name};
use crate::pages::definitions::LookedAt;

/// Everything on the page.
pub struct Proposals<'a> {
    /// Units that may answer for new indicators.
    pub owners: &'a [UnitId],
    /// What a file would propose; none before there is one.
    pub looked: Option<&'a LookedAt>,
    /// The file, packed for the form.
    pub content: &'a str,
    /// What was sent.
    pub fields: &'a Fields,
    /// What is wrong with it.
    pub problems: &'a Problems,
}

/// Draws the page.
pub fn proposals(cx: &Ctx, tree: &UnitTree, page: &Proposals<'_>) -> Markup {
    match page.looked {
        Some(looked) if looked.problems.is_empty() => html! {
            (found(cx, looked))
            @if !looked.new.is_empty() { (yes(cx, page, looked)) }
        },
        Some(looked) => html! {
            (alert(Tone::Danger, Some(&cx.say().with("indicators-import-refused", &[("n", looked.problems.len().into())])),
                &html! { p { (cx.t("indicators-define-refused-help")) } }))
            (problem_table(cx, &looked.problems))
            (section("again", &cx.t("indicators-import-again"), &Markup::default(), &form(cx, tree, page)))
        },
        None => form(cx, tree, page),
    }
}

fn form(cx: &Ctx, tree: &UnitTree, page: &Proposals<'_>) -> Markup {
    let wrong = Wrong::new(cx, page.problems);
    let owners: Vec<(String, String)> =
        page.owners.iter().map(|unit| (unit.to_string(), unit_name(cx, tree, *unit))).collect();
    let chosen = page.fields.text("unit");
    let choices: Vec<Choice<'_>> = owners
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: value == chosen, ..Choice::default() })
        .collect();
    let body = html! {
        (wrong.summary())
        (Select { id: "unit", name: "unit", label: &cx.t("indicators-facts-unit"), required: true, choices: &choices,
            error: wrong.with("unit").as_deref(), ..Select::default() })
        (FileUpload { id: "file", name: "file", label: &cx.t("indicators-import-file"), required: true,
            help: Some(&cx.t("indicators-define-help")), accept: Some(".json,.csv,.txt,.xlsx"),
            error: wrong.with("file").as_deref() })
        (submit_row(&cx.t("indicators-import-look"), Some((&cx.t("indicators-form-cancel"), "/indicators")), None))
    };
    Form { action: "/indicators/definitions", csrf: &cx.guard(), multipart: true, body, ..Form::default() }.render()
}

fn found(cx: &Ctx, looked: &LookedAt) -> Markup {
    let rows: Vec<Vec<Markup>> = looked
        .new
        .iter()
        .map(|one| {
            let indicator = &one.indicator;
            vec![
                html! { (indicator.code) },
                html! { (cx.say().words(&indicator.name)) },
                html! { (cx.t(measure_key(indicator.measure))) },
                html! { (cx.t(direction_key(indicator.direction))) },
                html! { (cx.say().words(&indicator.note)) },
            ]
        })
        .collect();
    let words = [
        "indicators-define-new",
        "indicators-facts-code",
        "indicators-list-name",
        "indicators-facts-measure",
        "indicators-facts-direction",
        "indicators-facts-note",
    ]
    .map(|key| cx.t(key));
    let [caption, code, name, measure, direction, note] = &words;
    let table = Table {
        caption,
        caption_hidden: false,
        columns: &[
            Column::text(code),
            Column::text(name),
            Column::text(measure),
            Column::text(direction),
            Column::text(note),
        ],
        rows: &rows,
        empty: &html! { p.quiet { (cx.t("indicators-define-none")) } },
        stack: true,
    };
    html! {
        (table)
        @if !looked.known.is_empty() {
            p { (cx.say().with("indicators-define-known", &[("n", looked.known.len().into()), ("codes", looked.known.join(", ").into())])) }
        }
        @if !looked.left_out.is_empty() {
            p { (cx.say().with("indicators-define-left-out", &[("n", looked.left_out.len().into()), ("names", looked.left_out.join(", ").into())])) }
        }
    }
}

fn yes(cx: &Ctx, page: &Proposals<'_>, looked: &LookedAt) -> Markup {
    let wrong = Wrong::new(cx, page.problems);
    // One proposal is what was asked for; of several, one may want some.
    let labels: Vec<(&str, String)> = looked
        .new
        .iter()
        .map(|one| {
            (one.indicator.code.as_str(), format!("{} ({})", cx.say().words(&one.indicator.name), one.indicator.code))
        })
        .collect();
    let choices: Vec<Choice<'_>> = labels
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: page.problems.is_empty(), ..Choice::default() })
        .collect();
    let yes = match looked.new.len() {
        n @ 1 => cx.say().with("indicators-define-yes", &[("n", n.into())]),
        _ => cx.t("indicators-define-chosen"),
    };
    let body = html! {
        (wrong.summary())
        (hidden("unit", page.fields.text("unit")))
        (hidden("content", page.content))
        @if 1 < choices.len() {
            (hidden("chosen", "true"))
            (checkboxes(&Choices { id: "take", name: "take", label: &cx.t("indicators-define-take"), choices: &choices,
                error: wrong.with("take").as_deref(), ..Choices::default() }))
        }
        (submit_row(&yes,
            Some((&cx.t("indicators-form-cancel"), "/indicators/definitions")), None))
    };
    Form { action: "/indicators/definitions", csrf: &cx.guard(), multipart: true, body, ..Form::default() }.render()
}
