//! The start page's part.

use maud::{Markup, Render, html};
use varde_kernel::{UnitId, UnitTree};
use varde_web::Ctx;
use varde_web::ui::{FigureCard, Tag as Mark, Tone, grid, link, section as part};

use super::{state_key, unit_name};
use crate::model::{Finding, MeasureState};

pub(crate) fn section(
    cx: &Ctx,
    tree: &UnitTree,
    unit: UnitId,
    counts: &[(MeasureState, i64)],
    n_overdue: i64,
) -> Markup {
    let title = cx.say().with("measures-home-title", &[("unit", unit_name(cx, tree, unit).into())]);
    let all = format!("/measures?unit={unit}");
    let total: i64 = counts.iter().map(|(_, n)| n).sum();
    let mut cards = vec![figure(
        &cx.t("measures-home-overdue"),
        n_overdue,
        &format!("{all}&overdue=1"),
        if 0 < n_overdue { Mark(Tone::Danger, &cx.t("web-overdue")).render() } else { Markup::default() },
        // These are among those that the other cards count.
        &cx.say().with("measures-home-of", &[("n", total.into())]),
    )];
    cards.extend(counts.iter().map(|(state, n)| {
        figure(&cx.t(state_key(*state)), *n, &format!("{all}&state={}", state.name()), Markup::default(), "")
    }));
    let aside = link(&cx.say().with("measures-home-all", &[("n", total.into())]), &all);
    let body = if total == 0 {
        html! { p.quiet { (cx.t("measures-home-none")) } }
    } else {
        grid(&cards)
    };
    part("home-measures", &title, &aside, &body)
}

fn figure(label: &str, n: i64, href: &str, tag: Markup, note: &str) -> Markup {
    let value = n.to_string();
    FigureCard { label, value: Some(&value), tag, note, href: Some(href), ..FigureCard::default() }.render()
}

/// Findings that rest on a thing of another room; nothing when there are none.
pub(crate) fn findings_beside(cx: &Ctx, findings: &[Finding]) -> Vec<(String, Markup)> {
    if findings.is_empty() {
        return Vec::new();
    }
    let lines = html! {
        ul.ds-list { @for one in findings { li { (link(cx.say().words(&one.title), &format!("/findings/{}", one.id))) } } }
    };
    vec![(cx.t("measures-findings-title"), lines)]
}

/// A unit's measures and findings in a few words; nothing when it has none.
pub(crate) fn beside(cx: &Ctx, unit: UnitId, n: i64, n_overdue: i64, n_findings: i64) -> Vec<(String, Markup)> {
    if n == 0 && n_findings == 0 {
        return Vec::new();
    }
    let all = format!("/measures?unit={unit}");
    let way = |key, n: i64, href: &str| link(&cx.say().with(key, &[("n", n.into())]), href);
    let lines = html! {
        ul.ds-list {
            @if 0 < n { li { (way("measures-beside-measures", n, &all)) } }
            @if 0 < n_overdue { li {
                (way("measures-beside-overdue", n_overdue, &format!("{all}&overdue=1"))) " "
                (Mark(Tone::Danger, &cx.t("web-overdue")))
            } }
            @if 0 < n_findings { li { (way("measures-beside-findings", n_findings, &format!("/findings?unit={unit}"))) } }
        }
    };
    vec![(cx.t("measures-beside-title"), lines)]
}
