//! The forms of tasks and responsibilities as HTML.

use maud::{Markup, Render, html};
use varde_kernel::UnitKind;
use varde_web::Say;

use super::{authority_key, class_key, phase_key};
use crate::model::{Authority, Phase};
use varde_web::{FormView, Options, texts};

pub(crate) fn phases(say: &Say) -> Options {
    Phase::ALL.iter().map(|phase| (phase.name().to_owned(), say.t(phase_key(*phase)))).collect()
}

pub(crate) fn authorities(say: &Say) -> Options {
    Authority::ALL.iter().map(|it| (it.name().to_owned(), say.t(authority_key(*it)))).collect()
}

/// The kinds of unit that can share a task.
pub(crate) fn classes(say: &Say) -> Options {
    UnitKind::ALL
        .iter()
        .filter(|kind| class_key(**kind) != class_key(UnitKind::Other))
        .map(|kind| (kind.name().to_owned(), say.t(class_key(*kind))))
        .collect()
}

pub(crate) fn task_form(form: &FormView<'_>, action: &str, back: &str) -> Markup {
    let fields = html! {
        (form.words(texts!("name"), None, true))
        (form.area("description", None, false))
        (form.select("unit", Some("governance-task-unit-help"), false))
        (form.select("unit_kind", Some("governance-task-unit-kind-help"), false))
        (form.select("phase", None, false))
        (form.select("actor", None, false))
        (form.text("source", Some("governance-task-source-help"), false))
    };
    form.form(action, "governance-form-save", back, &fields)
}

pub(crate) fn assign_form(form: &FormView<'_>, action: &str, back: &str) -> Markup {
    form.form(action, "governance-task-assign", back, &html! { (receiver(form, true)) })
}

fn receiver(form: &FormView<'_>, with_actor: bool) -> Markup {
    html! {
        (form.select("authority", Some("governance-held-authority-help"), true))
        (form.select("role", Some("governance-held-role-help"), false))
        (form.text("post", Some("governance-held-post-help"), false))
        (form.select("unit", None, false))
        (form.select("person", Some("governance-held-person-help"), false))
        @if with_actor { (form.select("actor", None, false)) }
        (form.date("from", None, false))
        (form.date("last_day", Some("governance-held-last-day-help"), false))
    }
}

pub(crate) fn delegate_form(form: &FormView<'_>, from: &str, action: &str, back: &str) -> Markup {
    let fields = html! {
        p { (from) }
        (form.text("document", Some("governance-delegation-document-help"), true))
        (form.date("dated", None, true))
        (receiver(form, false))
    };
    form.form(action, "governance-held-delegate", back, &fields)
}

pub(crate) fn end_form(form: &FormView<'_>, what: &str, action: &str, back: &str) -> Markup {
    let say = form.say;
    varde_web::ui::Confirm {
        action,
        csrf: &form.guard,
        text: html! { p { (what) } p { (say.t("governance-end-text")) } },
        fields: html! {
            (form.top())
            (varde_web::ui::hidden("version", form.fields.text("version")))
            (form.date("last_day", Some("governance-end-last-day-help"), false))
            (form.area("why", None, false))
        },
        yes: &say.t("governance-held-end"),
        no: (&say.t("governance-form-cancel"), back),
        takes_away: true,
    }
    .render()
}
