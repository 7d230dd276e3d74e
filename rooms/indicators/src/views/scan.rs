//! What a look at every series found, as two lists.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::access::{Action, Kind, Target};
use varde_kernel::{IndicatorId, UnitId, UnitTree, sort_key};
use varde_spc::Way;
use varde_web::ui::{
    Choice, Column, Select, Table, Tone, Weight, button, empty_state, filter_bar, form, hidden, link, note, section,
};
use varde_web::{Ctx, Fields, pager};

use super::unit_name;
use crate::model::{Indicator, Meaning, Measure, Scan, ScanHit, ScanList};
use crate::sentence;

/// Everything on the page of a scan.
pub struct ScanPage<'a> {
    /// The run; none before the first.
    pub run: Option<&'a Scan>,
    /// The lists: which, how many in all, those shown.
    pub lists: &'a [(ScanList, i64, Vec<ScanHit>)],
    /// What is measured.
    pub indicators: &'a HashMap<IndicatorId, Indicator>,
    /// The unit that the lists are narrowed to.
    pub unit: Option<UnitId>,
    /// The indicator that they are narrowed to.
    pub indicator: Option<IndicatorId>,
    /// Units to narrow them to.
    pub own: &'a [UnitId],
    /// What was asked for.
    pub query: &'a Fields,
    /// Which page is shown, and how many series it holds.
    pub per_page: (i64, i64),
}

/// Draws the page.
pub fn scan_page(cx: &Ctx, tree: &UnitTree, page: &ScanPage<'_>) -> Markup {
    html! {
        (filters(cx, tree, page))
        @match page.run {
            None => (empty_state(&cx.t("indicators-scan-none"), &cx.t("indicators-scan-none-help"), &Markup::default())),
            Some(run) => {
                (about(cx, tree, run))
                @for (list, total, hits) in page.lists {
                    (section(list.name(), &cx.t(list_key(*list)), &Markup::default(), &html! {
                        p.quiet { (cx.say().with(lead_key(*list), &[("rate", cx.say().percent(run.rate * 100.0).into())])) }
                        (table(cx, tree, page, (*list, hits)))
                        @if *list == ScanList::Alert { (pager(cx.say(), "/scans", page.query, page.per_page, *total)) }
                    }))
                }
            },
        }
        (ask(cx, tree, page))
    }
}

const fn list_key(list: ScanList) -> &'static str {
    match list {
        ScanList::Alert => "indicators-scan-alerts",
        ScanList::Watch => "indicators-scan-watch",
    }
}

const fn lead_key(list: ScanList) -> &'static str {
    match list {
        ScanList::Alert => "indicators-scan-alerts-lead",
        ScanList::Watch => "indicators-scan-watch-lead",
    }
}

fn filters(cx: &Ctx, tree: &UnitTree, page: &ScanPage<'_>) -> Markup {
    let any = cx.t("indicators-filter-any");
    let mut units: Vec<(String, String)> = page
        .own
        .iter()
        .chain(page.unit.iter().filter(|unit| !page.own.contains(unit)))
        .map(|unit| (unit.to_string(), unit_name(cx, tree, *unit)))
        .collect();
    units.sort_by_cached_key(|one| sort_key(&one.1));
    let chosen = page.unit.map(|unit| unit.to_string());
    let mut choices = vec![Choice { value: "", label: &any, chosen: chosen.is_none(), ..Choice::default() }];
    choices.extend(units.iter().map(|(value, label)| Choice {
        value,
        label,
        chosen: chosen.as_ref() == Some(value),
        ..Choice::default()
    }));
    let mut known: Vec<(String, &str)> =
        page.indicators.values().map(|one| (one.id.to_string(), cx.say().words(&one.name))).collect();
    known.sort_by(|a, b| a.1.cmp(b.1));
    let chosen = page.indicator.map(|one| one.to_string());
    let mut measured = vec![Choice { value: "", label: &any, chosen: chosen.is_none(), ..Choice::default() }];
    measured.extend(known.iter().map(|(value, label)| Choice {
        value,
        label,
        chosen: chosen.as_ref() == Some(value),
        ..Choice::default()
    }));
    let (unit, indicator) = (cx.t("web-unit"), cx.t("indicators-list-name"));
    let fields = html! {
        (Select { id: "unit", name: "unit", label: &unit, choices: &choices, ..Select::default() })
        (Select { id: "indicator", name: "indicator", label: &indicator, choices: &measured, ..Select::default() })
    };
    filter_bar(
        "/scans",
        &cx.t("indicators-filter-label"),
        &fields,
        &cx.t("indicators-filter-go"),
        Some((&cx.t("indicators-filter-reset"), "/scans")),
    )
}

/// When it ran, over how much, and what it says as a whole.
fn about(cx: &Ctx, tree: &UnitTree, run: &Scan) -> Markup {
    let say = cx.say();
    let found = &run.found;
    let unit = unit_name(cx, tree, run.unit);
    let args = [("unit", unit.into()), ("when", say.time(run.at).into()), ("n", found.n_series.into())];
    let key = if found.stands() { "indicators-scan-stands" } else { "indicators-scan-stands-not" };
    html! {
        p {
            (say.with("indicators-scan-about", &args))
            @if 0 < found.n_short { " " (say.with("indicators-scan-short", &[("n", found.n_short.into())])) }
        }
        @if found.p_value.is_some() { (note(Tone::Neutral, None, &html! { p { (cx.t(key)) } })) }
    }
}

fn table(cx: &Ctx, tree: &UnitTree, page: &ScanPage<'_>, (list, hits): (ScanList, &[ScanHit])) -> Markup {
    let say = cx.say();
    let rows: Vec<Vec<Markup>> = hits
        .iter()
        .filter_map(|hit| {
            let indicator = page.indicators.get(&hit.indicator)?;
            let href = format!("/indicators/{}/units/{}", hit.indicator, hit.unit);
            Some(vec![
                link(say.words(&indicator.name), &href),
                html! {
                    (unit_name(cx, tree, hit.unit))
                    @if 0 < hit.n_pooled { p.quiet.small { (say.with("indicators-scan-pooled", &[("n", hit.n_pooled.into())])) } }
                },
                html! { (happened(cx, hit)) " " (meaning(cx, indicator, hit)) },
                html! { (excess(cx, indicator, hit)) },
                html! { (chance(cx, hit)) },
            ])
        })
        .collect();
    let (caption, help) = match list {
        ScanList::Alert => ("indicators-scan-alerts-none", "indicators-scan-alerts-none-help"),
        ScanList::Watch => ("indicators-scan-watch-none", "indicators-scan-watch-none-help"),
    };
    let words = [
        list_key(list),
        "indicators-list-name",
        "web-unit",
        "indicators-signal-what",
        "indicators-scan-excess",
        "indicators-scan-chance",
    ]
    .map(|key| cx.t(key));
    let [title, name, unit, what, more, likely] = &words;
    Table {
        caption: title,
        caption_hidden: true,
        columns: &[
            Column::text(name),
            Column::text(unit),
            Column::text(what),
            Column::number(more),
            Column::number(likely),
        ],
        rows: &rows,
        empty: &empty_state(&cx.t(caption), &cx.t(help), &Markup::default()),
        stack: true,
    }
    .render()
}

/// Higher or lower, since when.
fn happened(cx: &Ctx, hit: &ScanHit) -> String {
    let period = hit.since.map(|since| cx.say().period(since));
    match (hit.way, period) {
        (Some(Way::Up), Some(period)) => cx.say().with("indicators-say-higher", &[("period", period.into())]),
        (Some(Way::Down), Some(period)) => cx.say().with("indicators-say-lower", &[("period", period.into())]),
        (_, Some(period)) => cx.say().with("indicators-say-pattern", &[("period", period.into())]),
        (_, None) => cx.t("indicators-scan-changed"),
    }
}

fn meaning(cx: &Ctx, indicator: &Indicator, hit: &ScanHit) -> Markup {
    super::meaning_tag(cx, Meaning::of(hit.way, indicator.direction))
}

/// How many more or fewer than the level before would have given.
fn excess(cx: &Ctx, indicator: &Indicator, hit: &ScanHit) -> String {
    let counted = matches!(indicator.measure, Measure::Percent | Measure::Rate | Measure::Count);
    let size = sentence::about(hit.excess.abs());
    let size = if counted { cx.say().value(size.round()) } else { cx.say().value(size) };
    let key = if 0.0 <= hit.excess { "indicators-scan-more" } else { "indicators-scan-fewer" };
    cx.say().with(key, &[("n", size.into())])
}

/// How likely as much is when nothing has happened, in words that people read at a glance.
fn chance(cx: &Ctx, hit: &ScanHit) -> String {
    if hit.p_value < 0.0001 { cx.t("indicators-scan-rare") } else { cx.say().number(hit.p_value, 4) }
}

/// The button that asks for a run now; for those who may.
fn ask(cx: &Ctx, tree: &UnitTree, page: &ScanPage<'_>) -> Markup {
    let may = |unit: &UnitId| cx.may(Action::Create, &Target::open(Kind::Scan, tree.line(*unit)));
    let Some(unit) = page.unit.filter(may).or_else(|| page.own.iter().copied().find(may)) else {
        return Markup::default();
    };
    let label = cx.say().with("indicators-scan-ask", &[("unit", unit_name(cx, tree, unit).into())]);
    form("/scans", &cx.guard(), html! { (hidden("unit", &unit.to_string())) (button(&label, Weight::Secondary)) })
}
