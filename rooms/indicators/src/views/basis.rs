//! Why a computed number is what it is: what it rests on, and why it differs from the one before.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_events::Reason;
use varde_kernel::ObservationId;
use varde_web::Ctx;
use varde_web::ui::{Column, Table, facts, section};

use super::{number, observed, value_marks};
use crate::model::{Adjusted, Basis, Indicator, Observation};

/// How many periods are told of.
const MOST: usize = 12;
/// Smaller numbers of people left out are not told.
const FEWEST_TOLD: i64 = 5;

/// The values that hold and those they replaced, with what they rest on.
pub struct Bases<'a> {
    /// Those that hold.
    pub values: &'a [Observation],
    /// Those that were replaced, newest first.
    pub former: &'a [Observation],
    /// What the computed ones among them rest on.
    pub rests_on: &'a HashMap<ObservationId, Basis>,
}

/// The section that tells it; nothing when no value was computed from events.
pub fn basis_section(cx: &Ctx, indicator: &Indicator, told: &Bases<'_>) -> Markup {
    let mut computed: Vec<(&Observation, &Basis)> =
        told.values.iter().filter_map(|value| Some((value, told.rests_on.get(&value.id)?))).collect();
    computed.sort_by_key(|(value, _)| std::cmp::Reverse(value.period.end()));
    let Some((_, newest)) = computed.first() else { return Markup::default() };
    section(
        "basis",
        &cx.t("indicators-basis-title"),
        &Markup::default(),
        &html! {
            p { (cx.t("indicators-basis-lead")) }
            (pins(cx, newest))
            (table(cx, indicator, &computed))
            (changes(cx, indicator, told))
        },
    )
}

/// What the newest value rests on.
fn pins(cx: &Ctx, basis: &Basis) -> Markup {
    let definition = cx.say().with(
        "indicators-basis-definition-version",
        &[("code", basis.key.definition.as_str().into()), ("version", basis.key.version.to_string().into())],
    );
    facts(&[
        (&cx.t("indicators-basis-definition"), html! { (definition) }),
        (&cx.t("indicators-basis-cut-off"), html! { (day(cx, &basis.confirmed)) }),
        (&cx.t("indicators-basis-structure"), html! { (day(cx, &basis.key.structure)) }),
        (&cx.t("indicators-basis-suppression"), html! { (suppression(cx, &basis.key.suppression)) }),
    ])
}

/// A day as it is stored, in words; whatever else stands there as it is.
fn day(cx: &Ctx, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |day| cx.say().date(day))
}

fn suppression(cx: &Ctx, text: &str) -> String {
    match text.strip_prefix("least-denominator-") {
        Some(least) => cx.say().with("indicators-basis-least", &[("n", least.into())]),
        None => text.to_owned(),
    }
}

fn table(cx: &Ctx, indicator: &Indicator, computed: &[(&Observation, &Basis)]) -> Markup {
    let standardised = computed.iter().any(|(_, basis)| basis.adjusted.is_some());
    let words = [
        "indicators-basis-title",
        "indicators-values-period",
        "indicators-values-value",
        "indicators-basis-adjusted",
        "indicators-basis-excluded",
        "indicators-basis-cut-off",
    ]
    .map(|key| cx.t(key));
    let [caption, period, value, adjusted, excluded, cut_off] = &words;
    let mut columns = vec![Column::text(period), Column::number(value)];
    if standardised {
        columns.push(Column::number(adjusted));
    }
    columns.extend([Column::text(excluded), Column::text(cut_off)]);
    let rows: Vec<Vec<Markup>> = computed
        .iter()
        .take(MOST)
        .map(|(observation, basis)| {
            let mut row = vec![
                html! { (cx.say().period(observation.period)) (value_marks(cx, indicator, observation)) },
                html! { (observed(cx, indicator.measure, observation)) },
            ];
            if standardised {
                row.push(html! { (basis.adjusted.map(|one| interval(cx, indicator, one)).unwrap_or_default()) });
            }
            row.push(html! { (left_out(cx, &basis.excluded)) });
            row.push(html! { (day(cx, &basis.confirmed)) });
            row
        })
        .collect();
    Table { caption, caption_hidden: true, columns: &columns, rows: &rows, empty: &Markup::default(), stack: true }
        .render()
}

fn interval(cx: &Ctx, indicator: &Indicator, one: Adjusted) -> String {
    let of = |value: f64| number(cx, indicator.measure, value);
    cx.say().with(
        "indicators-basis-interval",
        &[("value", of(one.value).into()), ("low", of(one.low).into()), ("high", of(one.high).into())],
    )
}

fn left_out(cx: &Ctx, excluded: &[(Reason, i64)]) -> String {
    let told: Vec<String> = excluded
        .iter()
        .map(|(reason, n)| {
            let count = if *n < FEWEST_TOLD {
                cx.say().with("indicators-basis-fewer", &[("n", FEWEST_TOLD.into())])
            } else {
                cx.say().number(f64::from(i32::try_from(*n).unwrap_or(i32::MAX)), 0)
            };
            format!("{}: {count}", cx.t(reason_key(*reason)))
        })
        .collect();
    if told.is_empty() { cx.t("indicators-basis-nobody") } else { told.join("; ") }
}

const fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::AgeMissing => "indicators-basis-out-age",
        Reason::EndMissing => "indicators-basis-out-end",
        Reason::AfterCutOff => "indicators-basis-out-after",
        Reason::ResidenceMissing => "indicators-basis-out-residence",
        Reason::DiedBefore => "indicators-basis-out-died",
        Reason::NotRipe => "indicators-basis-out-ripe",
        Reason::LeftEarly => "indicators-basis-out-left",
        Reason::OutcomeMissing => "indicators-basis-out-outcome",
    }
}

/// How values were restated, and why: what differs between the two in what they rest on.
fn changes(cx: &Ctx, indicator: &Indicator, told: &Bases<'_>) -> Markup {
    let mut lines = Vec::new();
    for former in told.former {
        let Some(old) = told.rests_on.get(&former.id) else { continue };
        // The value that took its place was recorded in the instant at which it ended.
        let next = told
            .values
            .iter()
            .chain(told.former)
            .find(|value| value.period == former.period && Some(value.recorded_at) == former.superseded_at);
        let Some((next, new)) = next.and_then(|next| Some((next, told.rests_on.get(&next.id)?))) else { continue };
        let why: Vec<String> = old.key.differs(&new.key).iter().map(|part| because(cx, part, (old, new))).collect();
        lines.push(cx.say().with(
            "indicators-basis-change",
            &[
                ("period", cx.say().period(former.period).into()),
                ("old", observed(cx, indicator.measure, former).into()),
                ("new", observed(cx, indicator.measure, next).into()),
                ("why", why.join("; ").into()),
            ],
        ));
    }
    if lines.is_empty() {
        return Markup::default();
    }
    lines.truncate(MOST);
    html! {
        h3 { (cx.t("indicators-basis-changes")) }
        ul { @for line in &lines { li { (line) } } }
    }
}

fn because(cx: &Ctx, part: &str, (old, new): (&Basis, &Basis)) -> String {
    let (key, from, to) = match part {
        "cut-off" => ("indicators-basis-because-cut-off", day(cx, &old.key.cut_off), day(cx, &new.key.cut_off)),
        "structure" => ("indicators-basis-because-structure", day(cx, &old.key.structure), day(cx, &new.key.structure)),
        "suppression" => (
            "indicators-basis-because-suppression",
            suppression(cx, &old.key.suppression),
            suppression(cx, &new.key.suppression),
        ),
        _ => (
            "indicators-basis-because-definition",
            format!("{} {}", old.key.definition, old.key.version),
            format!("{} {}", new.key.definition, new.key.version),
        ),
    };
    cx.say().with(key, &[("from", from.into()), ("to", to.into())])
}
