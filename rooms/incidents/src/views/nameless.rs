//! The pages without a name: the form, the receipt, and what became of it.

use maud::{Markup, Render, html};
use varde_kernel::{Problems, UnitId, UnitTree};
use varde_web::ui::{
    Form, Tone, Weight, alert, button, card, hidden, link, link_button, note, print_button, submit_row,
};
use varde_web::{Ctx, Fields, FormView, Labels};

use super::guarding::before_sending;
use super::{REPORT_FIELDS, entrance_key, mine, options, report, sort_key, topic_key, unit_options, why_key};
use crate::model::{Addition, Entrance, Incident, Message, Report, Sort, Topic, WhyAnonymous};
use crate::rules::guard::Found;

const RECEIPT_FIELDS: Labels = &[("receipt", "incidents-receipt"), ("text", "incidents-say-text")];

/// The form. It keeps no draft: nothing of it is to lie on a shared machine.
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
        ("entrance", options(say, Entrance::ALL, entrance_key)),
        ("why", options(say, WhyAnonymous::ALL, why_key)),
    ];
    let form = FormView::new(cx, fields, problems, REPORT_FIELDS, choices);
    let more = ["place", "at", "done", "topics", "entrance", "why"];
    let is_more = more.iter().any(|name| fields.has(name) || problems.of_field(name).is_some());
    html! {
        p { (cx.t("incidents-anonymous-lead")) }
        (note(Tone::Info, None, &html! { p { (cx.t("incidents-anonymous-promise")) } }))
        (Form {
            action: "/anonymous",
            csrf: &cx.guard(),
            draft: None,
            multipart: false,
            body: html! {
                (form.top())
                (before_sending(cx, fields, found))
                (hidden("sent", fields.text("sent")))
                (report::questions(&form))
                details.ds-details open[is_more] {
                    summary { (cx.t("incidents-form-more")) }
                    div {
                        (form.select("entrance", None, false))
                        (report::extras(&form))
                        (form.select("why", Some("incidents-form-why-help"), false))
                    }
                }
                (submit_row(&cx.t("incidents-form-send"), None, None))
            },
        })
        p { (link(&cx.t("incidents-follow-title"), "/anonymous/follow")) }
    }
}

/// The receipt, shown once.
pub(crate) fn receipt(cx: &Ctx, shown: &str) -> Markup {
    html! {
        (alert(Tone::Success, Some(&cx.t("incidents-receipt-received")), &html! {
            p { (cx.t("incidents-receipt-keep")) }
        }))
        p.receipt { code data-receipt { (shown) } }
        ul.ds-list {
            li { (cx.t("incidents-receipt-use")) }
            li { (cx.t("incidents-receipt-lost")) }
            li { (cx.t("incidents-receipt-shared")) }
        }
        div.row.no-print {
            (print_button(&cx.t("incidents-receipt-print")))
            (link_button(&cx.t("incidents-follow-title"), "/anonymous/follow", Weight::Secondary, None))
        }
    }
}

/// Asks for the receipt.
pub(crate) fn ask(cx: &Ctx, fields: &Fields, problems: &Problems) -> Markup {
    let form = FormView::new(cx, fields, problems, RECEIPT_FIELDS, Vec::new());
    html! {
        p { (cx.t("incidents-follow-lead")) }
        (Form {
            action: "/anonymous/follow",
            csrf: &cx.guard(),
            draft: None,
            multipart: false,
            body: html! {
                (form.top())
                (form.text("receipt", Some("incidents-receipt-help"), true))
                (submit_row(&cx.t("incidents-follow-open"), Some((&cx.t("incidents-anonymous-title"), "/anonymous")), None))
            },
        })
    }
}

/// What a receipt opens.
pub(crate) struct Followed<'a> {
    pub report: &'a Report,
    pub incident: &'a Incident,
    pub messages: &'a [Message],
    pub additions: &'a [(varde_kernel::ReportId, Addition)],
}

/// How far it has come, what has been said, and room to say more. The receipt goes along in the form, in no address.
pub(crate) fn follow(
    cx: &Ctx,
    tree: &UnitTree,
    fields: &Fields,
    problems: &Problems,
    followed: &Followed<'_>,
) -> Markup {
    let form = FormView::new(cx, fields, problems, RECEIPT_FIELDS, Vec::new());
    let nobody = super::Names::new();
    html! {
        (mine::progress(cx, followed.incident))
        (mine::answer(cx, followed.incident))
        (card(&cx.t("incidents-mine-sent"), &html! {
            (super::said(cx, tree, followed.report))
            (mine::additions(cx, followed.additions))
        }))
        (card(&cx.t("incidents-talk"), &html! {
            (mine::messages(cx, followed.messages, &nobody, true))
            (Form {
                action: "/anonymous/say",
                csrf: &cx.guard(),
                draft: None,
                multipart: false,
                body: html! {
                    (form.top())
                    (hidden("receipt", fields.text("receipt")))
                    (form.area("text", None, true))
                    (button(&cx.t("incidents-say-send"), Weight::Primary))
                },
            }.render())
        }))
        p { (link(&cx.t("incidents-follow-done"), "/anonymous")) }
    }
}
