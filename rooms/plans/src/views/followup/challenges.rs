//! How the map of challenges looks.

use maud::{Markup, Render, html};
use varde_kernel::{IndicatorId, PartId};
use varde_web::ui::{
    Choice, Choices, Column, Icon, Table, Tag, Tone, Weight, checkboxes, empty_state, form, hidden, link, link_button,
    note, print_button, submit_row,
};
use varde_web::{Ctx, Fields};

use crate::model::followup::choosing::PlanPart;
use crate::pages::followup::challenges::Map;

pub(crate) fn actions(cx: &Ctx, map: &Map, may_edit: bool) -> Markup {
    html! {
        @if may_edit && !map.challenges.is_empty() {
            (link_button(&cx.t("plans-challenge-edit"), &format!("/plans/{}/challenges/edit", map.plan.id),
                Weight::Primary, Some(Icon::Link)))
        }
        (print_button(&cx.t("plans-followup-print")))
    }
}

fn indicator(map: &Map, id: IndicatorId) -> Option<&str> {
    map.indicators.iter().find(|(known, _)| *known == id).map(|(_, name)| name.as_str())
}

fn indicator_list(map: &Map, ids: &[IndicatorId]) -> Markup {
    html! {
        @for id in ids {
            @if let Some(name) = indicator(map, *id) { p.small { (link(name, &format!("/indicators/{id}"))) } }
        }
    }
}

/// The map: a line for each challenge, with its measures and the indicators on both sides.
pub(crate) fn show(cx: &Ctx, map: &Map) -> Markup {
    let uncovered = map.uncovered();
    html! {
        @if !uncovered.is_empty() {
            (note(Tone::Warning, None, &html! {
                p { strong { (cx.say().with("plans-challenge-uncovered", &[("n", uncovered.len().into())])) } }
                ul { @for part in &uncovered { li { (part.name.get(cx.locale())) } } }
            }))
        }
        (table(cx, map))
    }
}

fn table(cx: &Ctx, map: &Map) -> Markup {
    let heads = [
        cx.t("plans-challenge-name"),
        cx.t("plans-challenge-indicators"),
        cx.t("plans-challenge-measures"),
        cx.t("plans-challenge-measure-indicators"),
    ];
    let columns: Vec<Column<'_>> = heads.iter().map(|head| Column::text(head)).collect();
    let rows: Vec<Vec<Markup>> = map.challenges.iter().map(|part| row(cx, map, part)).collect();
    Table {
        caption: &cx.t("plans-challenge-title"),
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        empty: &empty_state(&cx.t("plans-challenge-empty"), &cx.t("plans-challenge-empty-help"), &Markup::default()),
        stack: true,
    }
    .render()
}

fn row(cx: &Ctx, map: &Map, part: &PlanPart) -> Vec<Markup> {
    let linked = |id| map.links.measures.contains(&(part.id, id));
    let measures: Vec<_> = map.measures.iter().filter(|measure| linked(measure.id)).collect();
    let own: Vec<IndicatorId> = indicators_of(map, part.id);
    let mut theirs: Vec<IndicatorId> = measures.iter().filter_map(|measure| measure.indicator).collect();
    theirs.sort_unstable();
    theirs.dedup();
    let none = |empty: bool| html! { @if empty { span.quiet { (cx.t("plans-followup-none")) } } };
    vec![
        html! { (part.name.get(cx.locale())) },
        html! { (indicator_list(map, &own)) (none(own.is_empty())) },
        html! {
            @if measures.is_empty() { (Tag(Tone::Warning, &cx.t("plans-challenge-no-measure"))) }
            @for measure in &measures {
                p { (measure.number) " " (link(measure.name.get(cx.locale()), &format!("/measures/{}", measure.id))) }
            }
        },
        html! { (indicator_list(map, &theirs)) (none(theirs.is_empty())) },
    ]
}

fn indicators_of(map: &Map, part: PartId) -> Vec<IndicatorId> {
    map.links.indicators.iter().filter(|(known, _)| *known == part).map(|(_, indicator)| *indicator).collect()
}

/// Linking: a group of boxes for each challenge.
pub(crate) fn form_of(cx: &Ctx, map: &Map, fields: &Fields, back: &str) -> Markup {
    form(
        &format!("{back}/edit"),
        &cx.guard(),
        html! {
            (fields.meanwhile())
            (hidden("version", fields.text("version")))
            p { (cx.t("plans-challenge-edit-help")) }
            @for (place, part) in map.challenges.iter().enumerate() {
                (group(cx, map, place, part))
            }
            (submit_row(&cx.t("plans-followup-save"), Some((&cx.t("plans-followup-cancel"), back)), None))
        },
    )
}

fn group(cx: &Ctx, map: &Map, place: usize, part: &PlanPart) -> Markup {
    let name = part.name.get(cx.locale());
    let measures: Vec<(String, String, bool)> = map
        .measures
        .iter()
        .map(|measure| {
            (
                format!("{}:{}", part.id, measure.id),
                format!("{} {}", measure.number, measure.name.get(cx.locale())).trim().to_owned(),
                map.links.measures.contains(&(part.id, measure.id)),
            )
        })
        .collect();
    let indicators: Vec<(String, String, bool)> = map
        .indicators
        .iter()
        .map(|(id, name)| (format!("{}:{id}", part.id), name.clone(), map.links.indicators.contains(&(part.id, *id))))
        .collect();
    let boxes = |kind: &str, label: &str, all: &[(String, String, bool)]| {
        let choices: Vec<Choice<'_>> = all
            .iter()
            .map(|(value, label, chosen)| Choice { value, label, chosen: *chosen, ..Choice::default() })
            .collect();
        checkboxes(&Choices {
            id: &format!("{kind}-{place}"),
            name: kind,
            label,
            choices: &choices,
            ..Choices::default()
        })
    };
    html! {
        section.group {
            h2 { (name) }
            (boxes("measure", &cx.say().with("plans-challenge-measures-of", &[("name", name.into())]), &measures))
            @if !indicators.is_empty() {
                details.ds-details open[indicators.iter().any(|(_, _, chosen)| *chosen)] {
                    summary { (cx.say().with("plans-challenge-indicators-of", &[("name", name.into())])) }
                    div { (boxes("indicator", &cx.say().with("plans-challenge-indicators-of", &[("name", name.into())]), &indicators)) }
                }
            }
        }
    }
}
