//! The form of a report for someone who is signed in: four questions, and the rest folded away.

use maud::{Markup, html};
use varde_kernel::{Problems, UnitId, UnitTree};
use varde_web::ui::{Tone, hidden, link, note};
use varde_web::{Ctx, Fields, FormView};

use super::guarding::before_sending;
use super::{REPORT_FIELDS, mode_key, options, sort_key, topic_key, unit_options};
use crate::model::{Mode, Sort, Topic};
use crate::rules::guard::Found;

pub(crate) fn form(
    cx: &Ctx,
    tree: &UnitTree,
    fields: &Fields,
    problems: &Problems,
    units: &[UnitId],
    found: &[(&'static str, Found)],
) -> Markup {
    let say = cx.say();
    let choices = vec![
        ("sort", options(say, Sort::ALL, sort_key)),
        ("unit", unit_options(cx, tree, units)),
        ("topics", options(say, Topic::ALL, topic_key)),
        (
            "name",
            vec![
                (Mode::Open.name().to_owned(), cx.t("incidents-form-open")),
                (Mode::Confidential.name().to_owned(), cx.t(mode_key(Mode::Confidential))),
            ],
        ),
    ];
    let form = FormView::new(cx, fields, problems, REPORT_FIELDS, choices);
    let more = ["place", "at", "done", "topics"];
    let is_more = more.iter().any(|name| fields.has(name) || problems.of_field(name).is_some());
    let body = html! {
        (before_sending(cx, fields, found))
        (hidden("sent", fields.text("sent")))
        (questions(&form))
        (form.one_of("name", Some("incidents-form-name-help"), true))
        details.ds-details open[is_more] {
            summary { (cx.t("incidents-form-more")) }
            div { (extras(&form)) }
        }
    };
    html! {
        (form.form("/report", "incidents-form-send", "/", &body))
        (note(Tone::Neutral, Some(&cx.t("incidents-anonymous-other")), &html! {
            p { (cx.t("incidents-anonymous-other-help")) }
            p { (link(&cx.t("incidents-anonymous-title"), "/anonymous")) }
        }))
    }
}

/// The four questions: what, which sort (and whether anyone was harmed), where and when.
pub(crate) fn questions(form: &FormView<'_>) -> Markup {
    html! {
        (form.area("what", Some("incidents-form-what-help"), true))
        (form.one_of("sort", None, true))
        (form.select("unit", None, true))
        (form.date("on", None, true))
    }
}

/// What may be told beside them.
pub(crate) fn extras(form: &FormView<'_>) -> Markup {
    html! {
        (form.text("place", Some("incidents-form-place-help"), false))
        (form.text("at", Some("incidents-form-at-help"), false))
        (form.area("done", None, false))
        (form.several("topics", None))
    }
}
