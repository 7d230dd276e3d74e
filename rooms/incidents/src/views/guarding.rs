//! What the privacy guard has found, in words.

use maud::{Markup, html};
use varde_web::ui::{Button, Tone, Weight, alert};
use varde_web::{Ctx, Fields};

use crate::rules::guard::{Certainty, Found, Kind};

/// The key of what was found.
pub(crate) const fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::IdentityNumber(_) => "incidents-guard-identity",
        Kind::BirthDate => "incidents-guard-birth-date",
        Kind::Phone => "incidents-guard-phone",
        Kind::Email => "incidents-guard-email",
        Kind::Address => "incidents-guard-address",
        Kind::StaffName => "incidents-guard-name",
        Kind::RegisterNumber => "incidents-guard-register",
    }
}

/// Before it is sent: what was found, and the two ways on. Stands inside the form.
pub(crate) fn before_sending(cx: &Ctx, fields: &Fields, found: &[(&'static str, Found)]) -> Markup {
    if found.is_empty() || !fields.has("pointed_out") {
        return Markup::default();
    }
    alert(
        Tone::Warning,
        Some(&cx.t("incidents-guard-title")),
        &html! {
            p { (cx.t("incidents-guard-help")) }
            ul.ds-list { @for (field, one) in found { li {
                q { (fields.text(field).get(one.bytes.clone()).unwrap_or_default()) } " – " (cx.t(kind_key(one.kind)))
                @if one.certainty == Certainty::Likely { " " (cx.t("incidents-guard-likely")) }
            } } }
            div.row {
                (Button { label: &cx.t("incidents-guard-leave-out"), weight: Weight::Primary, value: Some(("leave_out", "true")), ..Button::default() })
                (Button { label: &cx.t("incidents-guard-as-is"), weight: Weight::Secondary, value: Some(("as_is", "true")), ..Button::default() })
            }
        },
    )
}

/// At rest: that a report holds something of the sort, for those who handle it. What it is stands in the text itself.
pub(crate) fn at_rest(cx: &Ctx, found: &[Found]) -> Markup {
    if found.is_empty() {
        return Markup::default();
    }
    let mut kinds: Vec<String> = found.iter().map(|one| cx.t(kind_key(one.kind))).collect();
    kinds.sort_unstable();
    kinds.dedup();
    html! { p.quiet.small data-guard { (cx.say().with("incidents-guard-at-rest", &[("kinds", kinds.join(", ").into())])) } }
}
