//! How pages of plans look.

use maud::{Markup, Render, html};
use varde_kernel::{GoalId, UnitTree, Words};
use varde_web::Ctx;
use varde_web::told::Happened;
use varde_web::ui::{
    Column, Field, Kind, Picture, Tab, Table, Tag, Weight, button, empty_state, facts, label_tag, link, link_button,
    query_form, section, tabs,
};

use super::{pictures, words};
use crate::export::status::PlanStatus;
use crate::model::plan::{Part, PartKind, Plan, PlanDate, PlanKind, Relation};
use crate::rules::plan::Stands;
use crate::store::standing::Standing;

/// Where one is on a plan's pages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Overview,
    Measures,
    Diagram,
    Parts,
    Matrix,
    Succession,
    Relations,
    History,
}

/// The plan's pages as tabs.
pub(crate) fn plan_tabs(cx: &Ctx, plan: &Plan, here: Place, sees_history: bool) -> Markup {
    let all = [
        (Place::Overview, "", cx.t("plans-tab-overview")),
        (Place::Measures, "/measures", cx.t("plans-tab-measures")),
        (Place::Diagram, "/diagram", cx.t("plans-tab-diagram")),
        (Place::Parts, "/parts", cx.t("plans-tab-parts")),
        (Place::Matrix, "/matrix", cx.t("plans-tab-matrix")),
        (Place::Succession, "/succession", cx.t("plans-tab-succession")),
        (Place::Relations, "/relations", cx.t("plans-tab-relations")),
        (Place::History, "/history", cx.t("plans-tab-history")),
    ];
    let hrefs: Vec<String> = all.iter().map(|(_, tail, _)| format!("/plans/{}{tail}", plan.id)).collect();
    let list: Vec<Tab<'_>> = all
        .iter()
        .zip(&hrefs)
        .filter(|((place, _, _), _)| match place {
            Place::History => sees_history,
            Place::Matrix => plan.kind == PlanKind::Framework,
            _ => true,
        })
        .map(|((place, _, label), href)| Tab { href, label, count: None, current: *place == here })
        .collect();
    tabs(&cx.t("plans-tabs"), &list)
}

pub(crate) fn plan_state_tag(cx: &Ctx, state: crate::model::plan::PlanState) -> Markup {
    Tag(words::plan_state_tone(state), &cx.t(words::plan_state_key(state))).render()
}

/// How a plan stands on a day.
pub(crate) fn stands_tag(cx: &Ctx, stands: Stands) -> Markup {
    Tag(words::stands_tone(stands), &cx.t(words::stands_key(stands))).render()
}

pub(crate) fn goal_state_tag(cx: &Ctx, standing: &Standing) -> Markup {
    let state = standing.judgement.state;
    html! {
        (Tag(words::state_tone(state), &cx.t(words::state_key(state))))
        @if standing.spread.is_some() { " " (super::spread::tag(cx, standing)) }
    }
}

/// What the plan wants: the first that is said of it.
pub(crate) fn vision(cx: &Ctx, plan: &Plan) -> Markup {
    html! {
        @if !plan.said.vision.is_empty() {
            p.prose { strong { (cx.t("plans-field-vision")) ": " } (cx.say().words(&plan.said.vision)) }
        }
    }
}

/// Where the plan stands.
pub(crate) fn standing(cx: &Ctx, status: &PlanStatus) -> Markup {
    let say = cx.say();
    let n_overdue = status.measures.iter().filter(|line| 0 < line.progress.n_overdue).count();
    html! {
        div.stand {
            p.row { (stands_tag(cx, status.stands())) span.quiet { (words::period_text(say, status.plan.said.from, status.plan.said.to)) } }
            p.stand__words { (words::tally_text(say, &status.tally)) }
            p.quiet.small {
                (say.with("plans-status-as-of", &[("date", say.date(status.as_of).into())]))
                @if 0 < status.n_unfollowed {
                    " " (say.with("plans-status-unfollowed", &[("n", status.n_unfollowed.into())]))
                }
                @if 0 < n_overdue {
                    " " (link(&say.with("plans-standing-overdue", &[("n", n_overdue.into())]), &format!("/plans/{}/measures", status.plan.id)))
                }
            }
        }
    }
}

/// Asks for the plan as it stood on another day: folded away until a day is asked for.
pub(crate) fn other_day(cx: &Ctx, status: &PlanStatus, is_no_day: bool) -> Markup {
    let (label, day, href) =
        (cx.t("plans-other-day-field"), status.as_of.to_string(), format!("/plans/{}", status.plan.id));
    let error = is_no_day.then(|| cx.t("web-problem-date"));
    let is_other = status.as_of != cx.today();
    let form = query_form(
        &href,
        &html! {
            (Field { id: "as-of", name: "as_of", label: &label, value: &day, kind: Kind::Date,
                error: error.as_deref(), ..Field::default() })
            div.row {
                (button(&cx.t("plans-followup-filter-go"), Weight::Secondary))
                @if is_other { (link_button(&cx.t("plans-other-day-today"), &href, Weight::Tertiary, None)) }
            }
        },
    );
    html! {
        details.ds-details.no-print open[is_other || is_no_day] {
            summary { (cx.t("plans-other-day")) }
            div { (form) }
        }
    }
}

/// What the plan wants, for whom, when, who owns it, and the dates that it names.
pub(crate) fn about(
    cx: &Ctx,
    tree: &UnitTree,
    status: &PlanStatus,
    commissioned: Option<&Words>,
    dates: &[PlanDate],
) -> Markup {
    let say = cx.say();
    let (plan, said) = (&status.plan, &status.plan.said);
    let mut rows: Vec<(String, Markup)> = Vec::new();
    if !status.missing.is_empty() && plan.state == crate::model::plan::PlanState::Awaiting {
        let names: Vec<String> = status.missing.iter().map(|unit| words::unit_name(say, tree, *unit)).collect();
        rows.push((cx.t("plans-awaiting-of"), html! { (names.join(", ")) }));
    }
    rows.push((
        cx.t("plans-field-period"),
        html! {
            (words::period_text(say, said.from, said.to))
            @if !said.period_note.is_empty() { " " span.quiet { "(" (say.words(&said.period_note)) ")" } }
        },
    ));
    rows.push((
        cx.t("plans-field-owners"),
        html! {
            @if status.owners.is_empty() { (cx.t("plans-owners-none")) }
            @for (place, owner) in status.owners.iter().enumerate() {
                @if 0 < place { ", " }
                (link(&words::unit_name(say, tree, owner.unit), &words::unit_href(owner.unit)))
            }
            @if !plan.owner_note.is_empty() { p.quiet.small { (say.words(&plan.owner_note)) } }
        },
    ));
    if let Some(name) = commissioned {
        rows.push((cx.t("plans-field-commissioned-by"), html! { (say.words(name)) }));
    }
    for (label, words) in [
        (cx.t("plans-field-purpose"), &said.purpose),
        (cx.t("plans-field-target-group"), &said.target_group),
        (cx.t("plans-field-scope"), &said.scope),
        (cx.t("plans-field-resources"), &said.resources),
        (cx.t("plans-field-follow-up"), &said.follow_up),
    ] {
        if !words.is_empty() {
            rows.push((label, html! { (say.words(words)) }));
        }
    }
    if let Some(binding) = said.binding {
        rows.push((
            cx.t("plans-field-binding"),
            html! {
                (cx.t(words::binding_key(binding)))
                @if !said.binding_note.is_empty() { ". " (say.words(&said.binding_note)) }
            },
        ));
    }
    if let Some(document) = &plan.source.document {
        rows.push((cx.t("plans-column-source"), cx.say().cite_place(document, plan.source.place.as_deref())));
    }
    let rows: Vec<(&str, Markup)> = rows.iter().map(|(term, value)| (term.as_str(), value.clone())).collect();
    html! {
        (section("about", &cx.t("plans-about-title"), &html! {}, &html! {
            (facts(&rows))
        }))
        @if !dates.is_empty() {
            (section("dates", &cx.t("plans-dates-title"), &html! {}, &html! {
                ul.ds-list { @for date in dates { li {
                    @if let Some(when) = date_text(cx, date) { strong { (when) } ": " }
                    (say.words(&date.name))
                    @if !date.past { " " (label_tag(&cx.t("plans-date-deadline"))) }
                } } }
            }))
        }
    }
}

/// The goals of a plan with their honest state.
pub(crate) fn goals_table(cx: &Ctx, caption: &str, goals: &[&Standing]) -> Markup {
    let say = cx.say();
    let labels = [
        cx.t("plans-column-goal"),
        cx.t("plans-column-state"),
        cx.t("plans-column-value"),
        cx.t("plans-column-target"),
        cx.t("plans-column-baseline"),
    ];
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column::text(label)).collect();
    let rows: Vec<Vec<Markup>> = goals
        .iter()
        .map(|standing| {
            let goal = &standing.goal;
            vec![
                html! {
                    (link(say.words(&goal.name), &format!("/goals/{}", goal.id)))
                    // The document is named once for the whole plan; a row says where in it.
                    @if let Some(place) = goal.source.place.as_deref() { p.quiet.small { (place) } }
                },
                html! {
                    (goal_state_tag(cx, standing))
                    p.small { (words::stand_text(say, standing)) }
                },
                html! { (words::value_text(say, standing)) },
                html! { @if let Some(target) = standing.target() { (words::target_text(say, target)) } @else { (cx.t("plans-target-none")) } },
                html! { (words::baseline_text(say, standing)) },
            ]
        })
        .collect();
    let empty = empty_state(&cx.t("plans-goals-empty"), &cx.t("plans-goals-empty-help"), &html! {});
    Table { caption, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true }.render()
}

/// The goals, overall and with a number to reach.
pub(crate) fn overview(cx: &Ctx, status: &PlanStatus, parts: &[Part]) -> Markup {
    let say = cx.say();
    let overall: Vec<&Standing> = status.goals.iter().filter(|standing| standing.goal.overall).collect();
    let goals: Vec<&Standing> = status.goals.iter().filter(|standing| !standing.goal.overall).collect();
    let structures: Vec<&Part> = parts.iter().filter(|part| part.kind == PartKind::Structure).collect();
    let done = structures.iter().filter(|part| part.done).count();
    let tail = format!("/plans/{}/status?as_of={}&format=", status.plan.id, status.as_of);
    let files = html! {
        span.row.no-print {
            (link(&cx.t("web-print-pdf"), &format!("{tail}pdf")))
            (link(&cx.t("plans-status-csv"), &format!("{tail}csv")))
            (link(&cx.t("plans-status-json"), &format!("{tail}json")))
            (link(&cx.t("plans-status-text"), &format!("{tail}text")))
        }
    };
    html! {
        @if !overall.is_empty() {
            (section("overall", &cx.t("plans-overall-title"), &html! {}, &html! {
                ul.ds-list { @for standing in &overall { li {
                    (link(say.words(&standing.goal.name), &format!("/goals/{}", standing.goal.id)))
                } } }
            }))
        }
        @if !structures.is_empty() {
            p { (say.with("plans-structures-done", &[("done", done.into()), ("n", structures.len().into())])) }
        }
        (section("goals", &cx.t("plans-column-goals"), &files, &html! {
            (goals_table(cx, &cx.t("plans-column-goals"), &goals))
        }))
    }
}

fn date_text(cx: &Ctx, date: &PlanDate) -> Option<String> {
    let say = cx.say();
    date.date.map(|day| say.date(day)).or_else(|| date.year.map(|year| year.to_string())).or_else(|| {
        date.cadence.as_deref().map(|cadence| match cadence {
            "yearly" => cx.t("plans-cadence-yearly"),
            other => other.to_owned(),
        })
    })
}

/// The driver diagram with its outline, and in words what the plan ties to nothing.
pub(crate) fn diagram(
    cx: &Ctx,
    status: &PlanStatus,
    parts: &[Part],
    tags: &[(varde_kernel::MeasureId, varde_kernel::PartId)],
) -> Markup {
    let say = cx.say();
    let chain = pictures::Chain::of(say, status, parts, tags);
    if status.goals.is_empty() && status.measures.is_empty() {
        return empty_state(&cx.t("plans-diagram-empty"), &cx.t("plans-diagram-empty-help"), &html! {});
    }
    let (drawing, outline) = pictures::plan_picture(say, status, &chain);
    let answer = words::tally_text(say, &status.tally);
    html! {
        (Picture {
            question: &cx.t("plans-diagram-question"),
            aside: html! {},
            drawing,
            answer: &answer,
            table: Some((&cx.t("plans-diagram-outline"), outline)),
        })
        @if !chain.untied.is_empty() {
            (section("untied", &cx.t("plans-diagram-untied"), &html! {}, &html! {
                p.prose { (cx.t("plans-diagram-untied-help")) }
                ul.ds-list { @for standing in &chain.untied { li { (goal_link(cx, standing.goal.id, &standing.goal.name)) } } }
            }))
        }
        @if !chain.loose.is_empty() {
            (section("loose", &cx.t("plans-diagram-loose"), &html! {}, &html! {
                ul.ds-list { @for line in &chain.loose { li { (link(say.words(&line.title), &format!("/measures/{}", line.place.measure))) } } }
            }))
        }
        @if !chain.tagged.is_empty() {
            (section("tagged", &cx.t("plans-diagram-tagged"), &html! {}, &html! {
                p.prose { (cx.t("plans-diagram-tagged-help")) }
                ul.ds-list { @for (part, n) in &chain.tagged { li {
                    (link(say.words(&part.name), &format!("/plans/{}/parts#part-{}", part.plan, part.id)))
                    ": " (say.with("plans-measures-count", &[("n", (*n).into())]))
                } } }
            }))
        }
        @if !chain.drivers.idle.is_empty() {
            (section("idle", &cx.t("plans-diagram-idle"), &html! {}, &html! {
                p.prose { (cx.t("plans-diagram-idle-help")) }
                ul.ds-list { @for part in &chain.drivers.idle { li {
                    (link(say.words(&part.name), &format!("/plans/{}/parts#part-{}", part.plan, part.id)))
                } } }
            }))
        }
    }
}

/// How the plan stands to others, and who leans on it.
pub(crate) fn relations(
    cx: &Ctx,
    own: &[Relation],
    other: &[(varde_kernel::PlanId, Words, String, Relation)],
) -> Markup {
    let say = cx.say();
    html! {
        (section("own", &cx.t("plans-relations-own"), &html! {}, &html! {
            @if own.is_empty() { p.quiet { (cx.t("plans-relations-none")) } }
            ul.ds-list { @for relation in own { li {
                (cx.t(words::relation_key(relation.kind))) ": "
                @if let Some(other) = relation.other { (link(say.words(&relation.name), &format!("/plans/{other}"))) } @else { (say.words(&relation.name)) }
                @if let Some(state) = relation.other_state { " " (plan_state_tag(cx, state)) }
                @if !relation.note.is_empty() { p.quiet.small { (say.words(&relation.note)) } }
            } } }
        }))
        (section("others", &cx.t("plans-relations-others"), &html! {}, &html! {
            p { (say.with("plans-relations-uptake", &[("n", other.len().into())])) }
            ul.ds-list { @for (id, name, unit, relation) in other { li {
                (link(say.words(name), &format!("/plans/{id}"))) " (" (unit) "): " (cx.t(words::relation_key(relation.kind)))
            } } }
        }))
    }
}

/// One line of what became of an item.
pub(crate) struct SuccessionLine {
    pub(crate) from: (String, Option<String>),
    pub(crate) to: Option<(String, Option<String>)>,
    pub(crate) outcome: crate::model::goal::Outcome,
    pub(crate) inferred: bool,
    pub(crate) note: String,
}

/// What became of a plan's items.
pub(crate) fn succession(cx: &Ctx, caption: &str, lines: &[SuccessionLine]) -> Markup {
    let labels = [
        cx.t("plans-succession-from"),
        cx.t("plans-succession-outcome"),
        cx.t("plans-succession-to"),
        cx.t("plans-succession-note"),
    ];
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column::text(label)).collect();
    let named = |(name, href): &(String, Option<String>)| {
        href.as_ref().map_or_else(|| html! { (name) }, |href| link(name, href))
    };
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .map(|line| {
            vec![
                named(&line.from),
                html! {
                    (cx.t(words::outcome_key(line.outcome)))
                    @if line.inferred { " " (label_tag(&cx.t("plans-succession-inferred"))) }
                },
                line.to.as_ref().map_or_else(|| html! { "–" }, named),
                html! { (line.note) },
            ]
        })
        .collect();
    let empty = empty_state(&cx.t("plans-succession-empty"), &cx.t("plans-succession-empty-help"), &html! {});
    Table { caption, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true }.render()
}

/// What happened, newest first.
pub(crate) fn history(cx: &Ctx, told: &[Happened]) -> Markup {
    html! {
        @if told.is_empty() { (empty_state(&cx.t("plans-history-empty"), &cx.t("plans-history-empty-help"), &html! {})) }
        @else { (varde_web::told::drawn(cx, told, false)) }
    }
}

/// A link to a goal by its name.
pub(crate) fn goal_link(cx: &Ctx, id: GoalId, name: &Words) -> Markup {
    link(cx.say().words(name), &format!("/goals/{id}"))
}
