//! The list of indicators and the list of figures.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::{IndicatorId, UnitTree};
use varde_web::Ctx;
use varde_web::ui::{
    Choice, Column, Field, Icon, Kind, Select, Sorted, Table, Weight, empty_state, filter_bar, fold, link, link_button,
};

use super::{direction_key, known, level_key, measure_key, observed, quality_marks, state_key, state_tag, unit_name};
use crate::model::{Direction, Figure, Filter, Indicator, Level, Observation, State};
use crate::rules;

/// The filter above the list.
pub fn filters(cx: &Ctx, filter: &Filter) -> Markup {
    let any = cx.t("indicators-filter-any");
    let words: HashMap<&str, String> = State::ALL
        .iter()
        .map(|state| state_key(*state))
        .chain(Direction::ALL.iter().map(|direction| direction_key(*direction)))
        .chain(Level::ALL.iter().map(|level| level_key(*level)))
        .map(|key| (key, cx.t(key)))
        .collect();
    let label = |key: &str| words.get(key).map_or("", String::as_str);
    let states: Vec<Choice<'_>> = State::ALL
        .iter()
        .map(|state| choice(state.name(), label(state_key(*state)), filter.state == Some(*state)))
        .collect();
    let directions: Vec<Choice<'_>> = Direction::ALL
        .iter()
        .map(|way| choice(way.name(), label(direction_key(*way)), filter.direction == Some(*way)))
        .collect();
    let levels: Vec<Choice<'_>> = Level::ALL
        .iter()
        .filter(|level| **level != Level::All)
        .map(|level| choice(level.name(), label(level_key(*level)), filter.level == Some(*level)))
        .collect();
    let (with, without) = (cx.t("indicators-filter-with"), cx.t("indicators-filter-without"));
    let values = [
        choice("yes", &with, filter.has_values == Some(true)),
        choice("no", &without, filter.has_values == Some(false)),
    ];
    let select = |name: &'static str, key: &str, choices: &[Choice<'_>]| {
        Select { id: name, name, label: &cx.t(key), prompt: Some(&any), choices, ..Select::default() }.render()
    };
    let fields = html! {
        (Field { id: "q", name: "q", label: &cx.t("indicators-filter-words"), value: &filter.words, kind: Kind::Search, ..Field::default() })
        (select("state", "indicators-facts-state", &states))
        (select("direction", "indicators-facts-direction", &directions))
        (select("level", "indicators-facts-levels", &levels))
        (select("values", "indicators-filter-values", &values))
    };
    let reset = cx.t("indicators-filter-reset");
    let narrowed = *filter != Filter { backwards: filter.backwards, ..Filter::default() };
    filter_bar(
        "/indicators",
        &cx.t("indicators-filter-label"),
        &fields,
        &cx.t("indicators-filter-go"),
        narrowed.then_some((reset.as_str(), "/indicators")),
    )
}

fn choice<'a>(value: &'a str, label: &'a str, chosen: bool) -> Choice<'a> {
    Choice { value, label, chosen, ..Choice::default() }
}

/// One page of indicators, each with its newest national value.
pub fn indicator_table(
    cx: &Ctx,
    found: &[Indicator],
    national: &HashMap<IndicatorId, Vec<Observation>>,
    (sort, backwards): (&str, bool),
) -> Markup {
    let rows: Vec<Vec<Markup>> = found
        .iter()
        .map(|indicator| {
            let newest = national.get(&indicator.id).and_then(|values| rules::latest(values));
            vec![
                html! {
                    (link(cx.say().words(&indicator.name), &format!("/indicators/{}", indicator.id)))
                },
                html! {
                    @match newest {
                        Some(newest) => {
                            (observed(cx, indicator.measure, newest))
                            p.quiet.small { (cx.say().period(newest.period)) (quality_marks(cx, indicator, newest)) }
                        }
                        None => span.quiet { (cx.t("indicators-value-none")) },
                    }
                },
                html! { (cx.t(measure_key(indicator.measure))) },
                html! { (cx.t(direction_key(indicator.direction))) },
                state_tag(cx, indicator.state),
            ]
        })
        .collect();
    let words = [
        "indicators-list-title",
        "indicators-list-name",
        "indicators-list-national",
        "indicators-facts-measure",
        "indicators-facts-direction",
        "indicators-facts-state",
    ]
    .map(|key| cx.t(key));
    let [caption, name, value, measure, direction, state] = &words;
    let sorted = if backwards { Sorted::Down } else { Sorted::Up };
    Table {
        caption,
        caption_hidden: true,
        columns: &[
            Column::text(name).sorted(sort, sorted),
            Column::number(value),
            Column::text(measure),
            Column::text(direction),
            Column::text(state),
        ],
        rows: &rows,
        empty: &empty_state(&cx.t("indicators-list-none"), &cx.t("indicators-list-none-help"), &Markup::default()),
        stack: true,
    }
    .render()
}

/// What one can do with the whole catalogue.
pub fn catalogue_actions(cx: &Ctx, export: &str, may_create: bool, may_import: bool) -> Markup {
    html! {
        div.row {
            @if may_create { (link_button(&cx.t("indicators-new-title"), "/indicators/new", Weight::Primary, Some(Icon::Plus))) }
            @if may_create { (link_button(&cx.t("indicators-define-title"), "/indicators/definitions", Weight::Secondary, Some(Icon::Upload))) }
            @if may_import { (link_button(&cx.t("indicators-import-title"), "/indicators/import", Weight::Secondary, Some(Icon::Upload))) }
            (link_button(&cx.t("indicators-list-export"), export, Weight::Tertiary, Some(Icon::Download)))
        }
    }
}

/// What other rooms hold of a thing: a heading and lines for each.
pub type Notes = Vec<(String, Markup)>;

/// Figures that the documents print, each with what other rooms hold of it.
pub fn figure_table(cx: &Ctx, tree: &UnitTree, figures: &[(Figure, Notes)]) -> Markup {
    let locale = cx.locale();
    let rows: Vec<Vec<Markup>> = figures
        .iter()
        .map(|(figure, beside)| {
            vec![
                html! {
                    span id=(figure.code) { (figure.metric.get(locale)) }
                    @for words in [&figure.scope, &figure.note] {
                        @if !words.is_empty() { p.quiet.small { (words.get(locale)) } }
                    }
                    @for (heading, lines) in beside { (fold(heading, lines)) }
                },
                html! { (known(cx, figure.measure, (figure.value, figure.low, figure.high), figure.approximate)) },
                html! { (figure.period.map(|period| cx.say().period(period)).unwrap_or_default()) },
                html! { (figure.unit.map(|unit| unit_name(cx, tree, unit)).unwrap_or_default()) },
                cx.say().cite(&figure.source),
            ]
        })
        .collect();
    let words = [
        "indicators-figures-title",
        "indicators-figures-metric",
        "indicators-values-value",
        "indicators-values-period",
        "indicators-figures-unit",
        "indicators-values-source",
    ]
    .map(|key| cx.t(key));
    let [caption, metric, value, period, unit, source] = &words;
    Table {
        caption,
        caption_hidden: true,
        columns: &[
            Column::text(metric),
            Column::number(value),
            Column::text(period),
            Column::text(unit),
            Column::text(source),
        ],
        rows: &rows,
        empty: &empty_state(
            &cx.t("indicators-figures-none"),
            &cx.t("indicators-figures-none-help"),
            &Markup::default(),
        ),
        stack: true,
    }
    .render()
}

/// The search above the figures.
pub fn figure_filter(cx: &Ctx, words: &str) -> Markup {
    let field = html! {
        (Field { id: "q", name: "q", label: &cx.t("indicators-figures-words"), value: words, kind: Kind::Search, ..Field::default() })
    };
    let reset = cx.t("indicators-filter-reset");
    filter_bar(
        "/indicators/figures",
        &cx.t("indicators-figures-filter"),
        &field,
        &cx.t("indicators-filter-go"),
        (!words.is_empty()).then_some((reset.as_str(), "/indicators/figures")),
    )
}
