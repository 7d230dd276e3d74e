//! What a figure was added up from, in words.

use maud::{Markup, html};
use varde_kernel::{UnitId, UnitTree, sort_key};
use varde_web::Ctx;
use varde_web::ui::{Tone, fold, link, note};

use super::unit_name;
use crate::model::Indicator;
use crate::pages::rollup::Derived;

/// What the figures of a unit that reports none are made of: how many of how many units, and which.
pub fn derived_note(cx: &Ctx, tree: &UnitTree, indicator: &Indicator, derived: &Derived) -> Markup {
    let mut units: Vec<(String, UnitId)> =
        derived.units.iter().map(|unit| (unit_name(cx, tree, *unit), *unit)).collect();
    units.sort_by_cached_key(|(name, _)| sort_key(name));
    let title = cx.say().with("indicators-derived-units", &[("n", units.len().into())]);
    note(
        Tone::Info,
        Some(&cx.t("indicators-derived-title")),
        &html! {
            p { (derived_text(cx, derived)) }
            (fold(&title, &html! {
                ul { @for (name, unit) in &units {
                    li { @if tree.get(*unit).is_some() { (link(name, &format!("/indicators/{}/units/{unit}", indicator.id))) } @else { (name) } }
                } }
            }))
        },
    )
}

/// The same in sentences.
pub fn derived_text(cx: &Ctx, derived: &Derived) -> String {
    let say = cx.say();
    let mut parts = vec![cx.t("indicators-derived-how")];
    if let Some((period, n, of)) = derived.newest() {
        let args = [("period", say.period(period).into()), ("n", n.into()), ("of", of.into())];
        parts.push(say.with("indicators-derived-newest", &args));
    }
    let n_missing = derived.counted.iter().filter(|(_, n, of)| n < of).count();
    if 0 < n_missing {
        parts.push(say.with("indicators-derived-incomplete", &[("n", n_missing.into())]));
    }
    parts.push(cx.t("indicators-derived-not"));
    parts.join(" ")
}
