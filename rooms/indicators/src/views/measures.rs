//! Measures (tiltak) beside charts and signals: chosen in a form, named where one stands, and the other way round.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::{IndicatorId, MeasureId, UnitTree};
use varde_web::Ctx;
use varde_web::ui::{Choice, Select, link};

use super::unit_name;
use crate::model::{Indicator, MeasureMark, Signal};
use crate::pages::measures::Measures;
use crate::sentence;

/// A list of measures to choose from, with the unit's own first. Nothing where there is none.
pub fn measure_select(
    cx: &Ctx,
    tree: &UnitTree,
    measures: &Measures,
    (id, chosen, help): (&str, &str, &str),
    error: Option<&str>,
) -> Markup {
    if measures.offered.is_empty() && error.is_none() {
        return Markup::default();
    }
    let known: Vec<(String, &str, String)> = measures
        .offered
        .iter()
        .map(|one| {
            let unit = one.unit.map(|unit| unit_name(cx, tree, unit)).unwrap_or_default();
            (one.id.to_string(), one.name.as_str(), unit)
        })
        .collect();
    let choices: Vec<Choice<'_>> = known
        .iter()
        .map(|(value, label, unit)| Choice {
            value,
            label,
            chosen: value == chosen,
            group: Some(unit.as_str()),
            ..Choice::default()
        })
        .collect();
    Select {
        id,
        name: "measure",
        label: &cx.t("indicators-measure-chosen"),
        help: Some(help),
        prompt: Some(&cx.t("indicators-measure-none")),
        choices: &choices,
        error,
        ..Select::default()
    }
    .render()
}

/// A measure by its name, leading to its page; in general words for those who may not see it.
pub fn measure_link(cx: &Ctx, measures: &Measures, id: MeasureId) -> Markup {
    if let Some(found) = measures.get(id) {
        link(&found.name, &found.href)
    } else {
        html! { span.quiet { (cx.t("indicators-measure-hidden")) } }
    }
}

/// What a measure's page is told of charts and signals. Nothing where it stands on none.
pub fn beside_measure(
    cx: &Ctx,
    tree: &UnitTree,
    (marks, seen): (&[MeasureMark], &[Indicator]),
    (signals, indicators): (&[Signal], &HashMap<IndicatorId, Indicator>),
) -> Vec<(String, Markup)> {
    let say = cx.say();
    let titled = |indicator: &Indicator, unit| {
        let args =
            [("indicator", say.words(&indicator.name).to_owned().into()), ("unit", unit_name(cx, tree, unit).into())];
        say.with("indicators-entry-page", &args)
    };
    let charts: Vec<Markup> = marks
        .iter()
        .filter_map(|mark| {
            let indicator = seen.iter().find(|one| one.id == mark.indicator)?;
            let href = format!("/indicators/{}/units/{}", mark.indicator, mark.unit);
            Some(html! {
                (link(&titled(indicator, mark.unit), &href)) " "
                span.quiet.small { (say.with("indicators-measure-from", &[("period", say.period(mark.period).into())])) }
            })
        })
        .collect();
    let answered: Vec<Markup> = signals
        .iter()
        .filter_map(|signal| {
            let indicator = indicators.get(&signal.indicator)?;
            Some(html! {
                (link(&titled(indicator, signal.unit), &format!("/signals/{}", signal.id))) " "
                span.quiet.small { (sentence::happened(say, &signal.cause)) }
            })
        })
        .collect();
    [("indicators-measure-charts", charts), ("indicators-measure-signals", answered)]
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(key, lines)| (cx.t(key), html! { ul.ds-list { @for line in &lines { li { (line) } } } }))
        .collect()
}
