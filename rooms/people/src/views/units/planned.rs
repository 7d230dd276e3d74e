//! A planned change: what will happen, another day for it, or none.

use maud::{Markup, Render, html};
use varde_kernel::{Problems, UnitTree};
use varde_web::ui::{self, Field, Kind, TextArea, Weight, hidden, section};
use varde_web::{Ctx, Fields};

use super::telling::Teller;
use crate::model::units::{PlannedChange, Register};
use crate::views::accounts::{problem, summary};

/// The page.
pub(crate) fn body(
    cx: &Ctx,
    tree: &UnitTree,
    register: &Register,
    planned: &PlannedChange,
    fields: &Fields,
    wrong: &Problems,
) -> Markup {
    let then = register.tree(planned.on);
    let trees = [tree, &then];
    let teller = Teller::new(cx, register, &trees);
    let note = planned.told.first().map(|told| told.note.as_str()).unwrap_or_default();
    let is_to_come = cx.today() < planned.on;
    html! {
        (summary(cx, wrong))
        (fields.meanwhile())
        ul { @for told in &planned.told { @for sentence in teller.sentences(told) { li { (sentence) } } } }
        @if !note.is_empty() { p.quiet { (note) } }
        @if is_to_come {
            (section("redate", &cx.t("people-planned-other-day"), &Markup::default(), &redate(cx, planned, fields, wrong)))
            (section("cancel", &cx.t("people-planned-cancel"), &Markup::default(), &cancel(cx, planned, fields)))
        } @else { p { (cx.t("people-planned-over")) } }
    }
}

fn why(cx: &Ctx, id: &str, fields: &Fields) -> Markup {
    let (label, help) = (cx.t("people-unit-field-note"), cx.t("people-unit-note-help"));
    let optional = cx.t("people-unit-optional");
    TextArea {
        id,
        name: "why",
        label: &label,
        help: Some(&help),
        value: fields.text("why"),
        mark: Some(&optional),
        rows: 2,
        ..TextArea::default()
    }
    .render()
}

fn redate(cx: &Ctx, planned: &PlannedChange, fields: &Fields, wrong: &Problems) -> Markup {
    let (label, error) = (cx.t("people-planned-new-day"), problem(cx, wrong, "on"));
    ui::form(
        &format!("/planned-changes/{}/day", planned.id),
        &cx.guard(),
        html! {
            (hidden("version", fields.text("version")))
            (Field { id: "on", name: "on", label: &label, error: error.as_deref(), value: fields.text("on"),
                kind: Kind::Date, required: true, ..Field::default() })
            (why(cx, "redate-why", fields))
            (ui::submit_row(&cx.t("people-planned-set-day"), None, None))
        },
    )
}

fn cancel(cx: &Ctx, planned: &PlannedChange, fields: &Fields) -> Markup {
    ui::form(
        &format!("/planned-changes/{}/cancel", planned.id),
        &cx.guard(),
        html! {
            p.prose { (cx.t("people-planned-cancel-help")) }
            (hidden("version", fields.text("version")))
            (why(cx, "cancel-why", fields))
            div.submit.row { (ui::button(&cx.t("people-planned-cancel"), Weight::Danger)) }
        },
    )
}
