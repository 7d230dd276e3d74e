//! How much units differ: in words, and on a goal's page.

use maud::{Markup, Render, html};
use varde_kernel::UnitKind;
use varde_web::ui::{Column, Table, Tag, fold, link};
use varde_web::{Ctx, Say};

use super::goal::versions_table;
use super::words::{self, Stand, amount, difference, level, main_sentence};
use crate::model::goal::{Measured, Spread, SpreadTarget, Target, TargetKind};
use crate::store::standing::{SpreadStanding, Standing};

/// Chance is told of when it gives differences as large as these more often than this; the level
/// that most tests use, and not more than a reminder.
const OFTEN: f64 = 0.05;

pub const fn spread_key(of: Spread) -> &'static str {
    match of {
        Spread::Ratio => "plans-spread-ratio",
        Spread::Deviation => "plans-spread-deviation",
        Spread::Quartiles => "plans-spread-quartiles",
        Spread::Range => "plans-spread-range",
        Spread::Systematic => "plans-spread-systematic",
    }
}

pub fn among_text(say: &Say, kind: UnitKind) -> String {
    say.t(varde_people::unit_kind_key(kind))
}

/// A spread, in what it counts: so many times, or a distance on the indicator's own scale.
fn of_spread(say: &Say, of: Spread, value: f64, measured: Measured) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    match of {
        Spread::Ratio => say.with("plans-spread-times", &[("n", say.value(rounded).into())]),
        Spread::Systematic => say.value(rounded),
        Spread::Deviation | Spread::Quartiles | Spread::Range => difference(say, value, measured),
    }
}

/// The target as it is said: "høyst 2 ganger (høyeste delt på laveste, helseforetak), innen …".
pub fn target_text(say: &Say, version: &SpreadTarget) -> String {
    let (aim, of) = (&version.target.aim, version.of);
    let number = |value: f64| of_spread(say, of, value, aim.measured);
    let mut text = match aim.kind {
        TargetKind::Relative => {
            let change = say.percent(aim.change.unwrap_or(0.0).abs());
            let year = aim.baseline_year.map_or_else(|| "–".to_owned(), |year| year.to_string());
            say.with("plans-target-down", &[("change", change.into()), ("year", year.into())])
        }
        _ => level(say, "plans-target-at-most", aim.value.map(number)),
    };
    text = say.with(
        "plans-spread-target",
        &[
            ("text", text.into()),
            ("spread", say.t(spread_key(of)).into()),
            ("units", among_text(say, version.among).into()),
        ],
    );
    if aim.every_round {
        text = say.with("plans-target-every-round", &[("text", text.into())]);
    }
    if let Some(by) = aim.by {
        text = say.with("plans-target-by", &[("text", text.into()), ("date", say.date(by).into())]);
    }
    text
}

/// Where the spread stands, of how many units it is worked out, and whether chance alone could
/// make it.
pub fn stand_text(say: &Say, standing: &Standing, spread: &SpreadStanding) -> String {
    let (of, aim) = (spread.target.of, &spread.target.target.aim);
    let mut sentences = vec![main_sentence(
        say,
        &Stand {
            judgement: &spread.judgement,
            target: Some(&spread.target.target),
            amount: &|value| of_spread(say, of, value, aim.measured),
            difference: &|value| of_spread(say, of, value.abs(), aim.measured),
        },
    )];
    let Some((period, between)) = spread.last(standing.as_of) else { return sentences.concat() };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    sentences.push(say.with(
        "plans-spread-units",
        &[
            ("n", count(between.n).into()),
            ("of", count(between.of).into()),
            ("units", among_text(say, spread.target.among).into()),
            ("period", say.period(*period).into()),
        ],
    ));
    if let (Some(low), Some(high)) = (between.low, between.high) {
        let scale = standing.indicator.as_ref().map_or(Measured::Ratio, |indicator| indicator.measure);
        let args = [("low", amount(say, low, scale).into()), ("high", amount(say, high, scale).into())];
        sentences.push(say.with("plans-spread-ends", &args));
    }
    if between.value.is_none() {
        sentences.push(say.t("plans-spread-too-few"));
    }
    if between.value.is_some() && between.chance.is_some_and(|chance| OFTEN <= chance) {
        sentences.push(say.t("plans-spread-chance"));
    }
    sentences.join(" ")
}

/// The second mark of a goal, beside how its level stands; nothing without such a target.
pub(crate) fn tag(cx: &Ctx, standing: &Standing) -> Markup {
    let Some(spread) = &standing.spread else { return html! {} };
    let state = spread.judgement.state;
    let word = cx.say().with("plans-spread-state", &[("state", cx.t(words::state_key(state)).into())]);
    Tag(words::state_tone(state), &word).render()
}

/// The part of a goal's page about how units differ.
pub(crate) fn section(cx: &Ctx, standing: &Standing, may_edit: bool) -> Markup {
    let say = cx.say();
    let new = format!("/goals/{}/spread-targets/new", standing.goal.id);
    html! {
        @match &standing.spread {
            Some(spread) => {
                p { (tag(cx, standing)) }
                p.prose { strong { (target_text(say, &spread.target)) } }
                p.prose { (stand_text(say, standing, spread)) }
                @if !spread.target.target.note.is_empty() { p.quiet.small { (say.words(&spread.target.target.note)) } }
                @if !spread.periods.is_empty() { (fold(&cx.t("plans-spread-periods"), &periods(cx, standing, spread))) }
            }
            None => p.quiet { (cx.t("plans-spread-none")) },
        }
        @if !standing.spread_versions.is_empty() { (fold(&cx.t("plans-spread-versions"), &versions(cx, standing))) }
        @if may_edit { p { (link(&cx.t("plans-spread-new"), &new)) } }
    }
}

fn periods(cx: &Ctx, standing: &Standing, spread: &SpreadStanding) -> Markup {
    let say = cx.say();
    let labels =
        ["plans-column-period", "plans-spread-column", "plans-spread-column-units", "plans-spread-column-ends"]
            .map(|key| cx.t(key));
    let [period, value, units, ends] = &labels;
    let columns = [Column::text(period), Column::number(value), Column::number(units), Column::text(ends)];
    let scale = standing.indicator.as_ref().map_or(Measured::Ratio, |indicator| indicator.measure);
    let rows: Vec<Vec<Markup>> = spread
        .periods
        .iter()
        .rev()
        .map(|(period, between)| {
            let measured = spread.target.target.aim.measured;
            let value = between.value.map(|value| of_spread(say, spread.target.of, value, measured));
            let ends = between.low.zip(between.high);
            let ends = ends.map(|(low, high)| format!("{} – {}", amount(say, low, scale), amount(say, high, scale)));
            let dash = || "–".to_owned();
            vec![
                html! { (say.period(*period)) },
                html! { (value.unwrap_or_else(dash)) },
                html! { (between.n) "/" (between.of) },
                html! { (ends.unwrap_or_else(dash)) },
            ]
        })
        .collect();
    let (caption, empty) = (cx.t("plans-spread-periods"), html! {});
    Table { caption: &caption, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true }
        .render()
}

fn versions(cx: &Ctx, standing: &Standing) -> Markup {
    let now = standing.spread.as_ref().map(|spread| spread.target.target.version_no);
    let lines: Vec<(&Target, Markup)> = standing
        .spread_versions
        .iter()
        .map(|version| (&version.target, html! { (target_text(cx.say(), version)) }))
        .collect();
    versions_table(cx, &cx.t("plans-spread-versions"), &cx.t("plans-spread-none"), now, &lines)
}
