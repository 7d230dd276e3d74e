//! A request to learn who sent in a report in confidence.

use maud::{Markup, html};
use varde_kernel::{UnitId, UnitTree};
use varde_web::Ctx;
use varde_web::ui::{Button, Tone, Weight, alert, facts, form as plain, link_button};

use super::{Names, as_written, person};
use crate::model::Disclosure;

pub(crate) fn one(cx: &Ctx, tree: &UnitTree, asked: &Disclosure, unit: UnitId, names: &Names) -> Markup {
    let [who, when, place] =
        ["incidents-disclosure-asks", "incidents-disclosure-when", "incidents-list-unit"].map(|key| cx.t(key));
    let rows = [
        (who.as_str(), html! { (person(cx, names, asked.asked_by)) }),
        (when.as_str(), html! { (cx.say().time(asked.asked_at)) }),
        (place.as_str(), html! { (varde_web::told_unit(cx.say(), tree, unit)) }),
    ];
    let is_mine = cx.actor().person() == Some(asked.asked_by);
    html! {
        (facts(&rows))
        (as_written(&asked.why))
        @match asked.agreed {
            Some(true) => (alert(Tone::Success, None, &html! { p { (cx.t("incidents-disclosure-is-agreed")) } })),
            Some(false) => (alert(Tone::Info, None, &html! { p { (cx.t("incidents-disclosure-is-refused")) } })),
            None if is_mine => p.quiet { (cx.t("incidents-disclosure-own")) },
            None => (plain(&format!("/reporters/{}", asked.id), &cx.guard(), html! {
                div.row {
                    (Button { label: &cx.t("incidents-disclosure-agree"), weight: Weight::Primary, value: Some(("agreed", "yes")), ..Button::default() })
                    (Button { label: &cx.t("incidents-disclosure-refuse"), weight: Weight::Secondary, value: Some(("agreed", "no")), ..Button::default() })
                }
            })),
        }
    }
}

/// Who it was, for the one who may know.
pub(crate) fn who(cx: &Ctx, name: Option<&str>) -> Markup {
    let gone = cx.t("incidents-someone");
    html! {
        (alert(Tone::Warning, None, &html! { p { strong { (name.unwrap_or(&gone)) } } p { (cx.t("incidents-disclosure-seen")) } }))
        (link_button(&cx.t("incidents-list-title"), "/incidents", Weight::Secondary, None))
    }
}
