//! What a step will do and what follows from it, told before it is taken.

use maud::{Markup, html};
use varde_kernel::UnitId;
use varde_web::ui::{self, Tone};
use varde_web::{Ctx, role_key};

use super::telling::Teller;
use crate::model::persons::HoldingRow;
use crate::model::units::Register;
use crate::pages::units::follows::Follows;
use crate::rules::units::Change;

/// How many of each are named; the rest are counted.
const NAMED: usize = 30;

/// The step, and each thing that follows.
pub(crate) fn told(cx: &Ctx, register: &Register, change: &Change, follows: &Follows) -> Markup {
    let trees = [&follows.trees.0, &follows.trees.1];
    let teller = Teller::new(cx, &follows.register, &trees).asking();
    let on = change.told.first().map_or(cx.today(), |told| told.on);
    let sentences: Vec<String> = change.told.iter().flat_map(|told| teller.sentences(told)).collect();
    if change.is_empty() {
        return html! { p { (cx.t("people-unit-nothing-changes")) } };
    }
    let led_over: Vec<String> = follows.led_over.iter().map(|(unit, one)| teller.goes(*unit, *one, on)).collect();
    let below = |unit: &UnitId| teller.name(*unit);
    html! {
        ul { @for sentence in &sentences { li { strong { (sentence) } } } }
        (part(cx, "people-follows-led-over", &led_over))
        (part(cx, "people-follows-below", &follows.below.iter().map(below).collect::<Vec<_>>()))
        @for (unit, one) in &follows.owners {
            @if let (Some(from), Some(to)) = (one.from, one.to) {
                @let (unit, from, to) = (teller.name(*unit), teller.name(from), teller.name(to));
                p { (cx.say().with("people-follows-goals", &[("unit", unit.into()), ("from", from.into()), ("to", to.into())])) }
            }
        }
        (part(cx, "people-follows-lose", &holders(cx, &teller, &follows.lose)))
        (part(cx, "people-follows-gain", &holders(cx, &teller, &follows.gain)))
        @if !follows.begins.is_empty() {
            p { (cx.say().with("people-follows-begins", &[("units", teller.names(&follows.begins).into())])) }
        }
        @if !follows.ends.is_empty() {
            (part(cx, "people-follows-held", &holders(cx, &teller, &follows.held)))
            @if follows.hanging.is_empty() { p { (cx.t("people-follows-hangs-nothing")) } }
            @else { (part(cx, "people-follows-hangs", &follows.hanging)) }
        }
        @if !follows.planned.is_empty() { (planned(cx, &Teller::new(cx, register, &trees), follows)) }
        p.quiet { (cx.t("people-unit-keeps-past")) }
    }
}

/// A heading with a count, and what is counted.
fn part(cx: &Ctx, key: &str, lines: &[String]) -> Markup {
    let more = lines.len().saturating_sub(NAMED);
    html! {
        @if !lines.is_empty() {
            p { (cx.say().with(key, &[("n", lines.len().into())])) }
            ul {
                @for line in lines.iter().take(NAMED) { li { (line) } }
                @if 0 < more { li { (cx.say().with("people-follows-more", &[("n", more.into())])) } }
            }
        }
    }
}

fn holders(cx: &Ctx, teller: &Teller<'_>, rows: &[HoldingRow]) -> Vec<String> {
    let words = |row: &HoldingRow| {
        let (role, unit) = (cx.t(role_key(row.role)), teller.name(row.unit));
        cx.say().with(
            "people-follows-holder",
            &[("name", row.name.as_str().into()), ("role", role.into()), ("unit", unit.into())],
        )
    };
    rows.iter().map(words).collect()
}

/// What is planned already, told from what is saved and not from the draft.
fn planned(cx: &Ctx, teller: &Teller<'_>, follows: &Follows) -> Markup {
    let body = html! {
        p { (cx.t("people-follows-planned")) }
        ul { @for known in &follows.planned { li {
            @let words = teller.sentences(&known.change).join(" ");
            @if let Some(id) = known.planned { (ui::link(&words, &format!("/planned-changes/{id}"))) } @else { (words) }
        } } }
    };
    ui::alert(Tone::Warning, None, &body)
}
