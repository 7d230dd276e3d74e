//! How a plan's measures look: who owes what by when, and what each serves.

use maud::{Markup, Render, html};
use varde_kernel::{PartId, UnitTree};
use varde_measures::{progress_text, state_tag};
use varde_web::Ctx;
use varde_web::ui::{Column, Table, empty_state, link, section};

use super::followup::rounds::each_told;
use super::plan::{goal_link, goal_state_tag};
use super::words;
use crate::export::status::{MeasureLine, PlanStatus};
use crate::model::followup::rounds::LastTold;
use crate::model::plan::Part;
use crate::store::standing::Standing;

/// The measures under their parts, in the plan's order.
pub(crate) fn measures(cx: &Ctx, tree: &UnitTree, status: &PlanStatus, parts: &[Part]) -> Markup {
    let mut used: Vec<Option<PartId>> = Vec::new();
    for measure in &status.measures {
        if !used.contains(&measure.place.part) {
            used.push(measure.place.part);
        }
    }
    html! {
        @for part in &used {
            @let lines: Vec<&MeasureLine> = status.measures.iter().filter(|line| line.place.part == *part).collect();
            @let known = part.and_then(|id| parts.iter().find(|part| part.id == id));
            @let title = known.map_or_else(|| cx.t("plans-measures-no-part"), |part| cx.say().words(&part.name).to_owned());
            @let anchor = part.map_or_else(|| "no-part".to_owned(), |part| format!("part-{part}"));
            (section(&anchor, &title, &html! {}, &html! {
                @if let Some(part) = known && !part.text.is_empty() { p.prose { (cx.say().words(&part.text)) } }
                (measures_table(cx, tree, &title, &lines))
                (aims_table(cx, status, &title, &lines))
            }))
        }
        @if used.is_empty() { (empty_state(&cx.t("plans-measures-empty"), &cx.t("plans-measures-empty-help"), &html! {})) }
    }
}

/// Each measure beside the goals that it serves and the indicator of its effect; nothing where no measure
/// has either.
fn aims_table(cx: &Ctx, status: &PlanStatus, caption: &str, lines: &[&MeasureLine]) -> Markup {
    let say = cx.say();
    let told: Vec<(&MeasureLine, Vec<&Standing>)> = lines
        .iter()
        .map(|line| (*line, words::goals_of(status, line)))
        .filter(|(line, goals)| !goals.is_empty() || line.effect.is_some())
        .collect();
    if told.is_empty() {
        return html! {};
    }
    let labels = ["plans-column-measure", "plans-column-state", "plans-column-goal", "plans-field-indicator"];
    let labels = labels.map(|key| cx.t(key));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column::text(label)).collect();
    let rows: Vec<Vec<Markup>> = told
        .iter()
        .map(|(line, goals)| {
            vec![
                html! { (link(say.words(&line.title), &format!("/measures/{}", line.place.measure))) },
                state_tag(cx, line.state),
                html! {
                    @if goals.is_empty() { span.quiet { (cx.t("plans-aims-no-goal")) } }
                    @for standing in goals {
                        p { (goal_link(cx, standing.goal.id, &standing.goal.name)) }
                        p.small { (goal_state_tag(cx, standing)) " " (words::value_text(say, standing)) }
                    }
                },
                html! {
                    @match &line.effect {
                        Some(effect) => {
                            (link(say.words(&effect.indicator.name), &format!("/indicators/{}", effect.indicator.id)))
                            p.small { (words::effect_text(say, effect)) }
                        }
                        None => span.quiet { (cx.t("plans-indicator-none")) },
                    }
                },
            ]
        })
        .collect();
    let (title, empty) = (format!("{caption}: {}", cx.t("plans-aims-title")), html! {});
    html! {
        h3 { (cx.t("plans-aims-title")) }
        (Table { caption: &title, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true })
    }
}

/// Measures with the unit and the person that answer for each. Where no person is named, the actor that the
/// plan gives the lead is the one who owes it.
pub(crate) fn measures_table(cx: &Ctx, tree: &UnitTree, caption: &str, lines: &[&MeasureLine]) -> Markup {
    let say = cx.say();
    let labels = [
        "plans-column-measure",
        "plans-column-state",
        "plans-column-unit",
        "plans-column-responsible",
        "plans-column-activities",
        "plans-column-due",
    ]
    .map(|key| cx.t(key));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column::text(label)).collect();
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .map(|line| {
            vec![
                html! {
                    @if let Some(number) = line.number { (number) ". " }
                    (link(say.words(&line.title), &format!("/measures/{}", line.place.measure)))
                },
                state_tag(cx, line.state),
                link(&words::unit_name(say, tree, line.unit), &words::unit_href(line.unit)),
                html! { div {
                    @match words::responsible(say, line) {
                        Some(who) => (who),
                        None => span.quiet { (cx.t("plans-responsible-none")) },
                    }
                    (others(cx, line))
                } },
                html! {
                    (progress_text(say, &line.progress))
                    @if let Some(told) = &line.told { (last_round(cx, told)) }
                    @if 0 < line.progress.n_overdue { p.small { (say.with("plans-overdue-count", &[("n", line.progress.n_overdue.into())])) } }
                },
                html! { @if let Some(due) = line.due { (say.short_date(due)) } @else { span.quiet { (cx.t("plans-due-none")) } } },
            ]
        })
        .collect();
    let empty = empty_state(&cx.t("plans-measures-empty"), &cx.t("plans-measures-empty-help"), &html! {});
    Table { caption, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true }.render()
}

/// What the latest status round was told of a measure and its activities.
fn last_round(cx: &Ctx, told: &LastTold) -> Markup {
    let answers = &told.answers;
    html! {
        p.small {
            (cx.t("plans-last-round")) ": " (link(&told.name, &format!("/rounds/{}", told.round))) " – "
            (words::statuses_text(cx.say(), answers))
        }
        details.small { summary { (cx.t("plans-last-round-each")) } (each_told(cx, answers)) }
    }
}

/// The other actors that the plan names: many, and seldom what one looks for first.
fn others(cx: &Ctx, line: &MeasureLine) -> Markup {
    let say = cx.say();
    html! {
        @if !line.actors.is_empty() {
            details.small {
                summary { (say.with("plans-actors-others", &[("n", line.actors.len().into())])) }
                ul.plain { @for name in &line.actors { li { (say.words(name)) } } }
            }
        }
    }
}
