//! How pilots and initiatives look.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};
use varde_kernel::UnitTree;
use varde_web::ui::{
    Column, Icon, Step, StepState, Table, Tag, Tone, Weight, card, empty_state, facts, filter_bar, grid, hidden, link,
    link_button, note, post_button, print_button, steps, submit_row,
};
use varde_web::{Ctx, Fields, texts};

use crate::model::followup::pilots::{Evidence, Pilot, PilotDecision, PilotKind, PilotState};
use crate::pages::followup::pilots::is_due;
use crate::pages::followup::{Names, unit_name};
use crate::rules::pilots as rules;
use crate::views::typed::Typed;

/// The key of a sort's name.
pub(crate) const fn kind_key(kind: PilotKind) -> &'static str {
    match kind {
        PilotKind::Pilot => "plans-pilot-kind-pilot",
        PilotKind::Initiative => "plans-pilot-kind-initiative",
        PilotKind::NationalInitiative => "plans-pilot-kind-national",
        PilotKind::Tool => "plans-pilot-kind-tool",
        PilotKind::Course => "plans-pilot-kind-course",
        PilotKind::InformationSource => "plans-pilot-kind-source",
        PilotKind::CompetenceService => "plans-pilot-kind-competence",
    }
}

pub(crate) const fn state_key(state: PilotState) -> &'static str {
    match state {
        PilotState::Proposed => "plans-pilot-state-proposed",
        PilotState::Checked => "plans-pilot-state-checked",
        PilotState::Launched => "plans-pilot-state-launched",
        PilotState::Ended => "plans-pilot-state-ended",
        PilotState::Listed => "plans-pilot-state-listed",
    }
}

pub(crate) const fn evidence_key(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Unknown => "plans-pilot-evidence-unknown",
        Evidence::Insufficient => "plans-pilot-evidence-insufficient",
        Evidence::Some => "plans-pilot-evidence-some",
        Evidence::Sufficient => "plans-pilot-evidence-sufficient",
    }
}

pub(crate) const fn decision_key(decision: PilotDecision) -> &'static str {
    match decision {
        PilotDecision::Scale => "plans-pilot-decision-scale",
        PilotDecision::Adjust => "plans-pilot-decision-adjust",
        PilotDecision::Stop => "plans-pilot-decision-stop",
        PilotDecision::Continue => "plans-pilot-decision-continue",
    }
}

fn state_tag(cx: &Ctx, pilot: &Pilot) -> Markup {
    let tone = match pilot.state {
        PilotState::Launched => Tone::Success,
        PilotState::Proposed | PilotState::Checked => Tone::Info,
        PilotState::Ended | PilotState::Listed => Tone::Neutral,
    };
    html! {
        (Tag(tone, &cx.t(state_key(pilot.state))))
        @if is_due(cx, pilot) { " " (Tag(Tone::Danger, &cx.t("plans-pilot-is-due"))) }
        @if rules::overtaken(pilot, cx.today()) { " " (Tag(Tone::Warning, &cx.t("plans-pilot-overtaken"))) }
    }
}

pub(crate) fn list_actions(cx: &Ctx, may_make: bool) -> Markup {
    html! {
        @if may_make {
            (link_button(&cx.t("plans-pilot-new"), "/pilots/new", Weight::Primary, Some(Icon::Plus)))
        }
    }
}

pub(crate) fn list(cx: &Ctx, tree: &UnitTree, query: &Fields, pilots: &[Pilot], pager: &Markup) -> Markup {
    let rows: Vec<Vec<Markup>> = pilots
        .iter()
        .map(|pilot| {
            vec![
                html! {
                    (link(pilot.text.name.get(cx.locale()), &format!("/pilots/{}", pilot.id)))
                    @let field = pilot.text.field.get(cx.locale());
                    @if !field.is_empty() { p.quiet.small { (field) } }
                },
                html! { (cx.t(kind_key(pilot.text.kind))) },
                html! { (unit_name(cx, tree, pilot.unit)) },
                html! { (day(cx, pilot.text.decision_due.or(pilot.text.ends))) },
                state_tag(cx, pilot),
            ]
        })
        .collect();
    let heads = [
        cx.t("plans-pilot-name"),
        cx.t("plans-pilot-kind"),
        cx.t("web-unit"),
        cx.t("plans-pilot-decision-due"),
        cx.t("plans-pilot-state"),
    ];
    let columns: Vec<Column<'_>> = heads.iter().map(|head| Column::text(head)).collect();
    html! {
        (filters(cx, query))
        (Table {
            caption: &cx.t("plans-pilot-list"),
            caption_hidden: true,
            columns: &columns,
            rows: &rows,
            empty: &empty_state(&cx.t("plans-pilot-empty"), &cx.t("plans-pilot-empty-help"), &Markup::default()),
            stack: true,
        })
        (pager)
    }
}

fn filters(cx: &Ctx, query: &Fields) -> Markup {
    let kinds: Vec<(String, String)> =
        PilotKind::ALL.iter().map(|kind| (kind.name().to_owned(), cx.t(kind_key(*kind)))).collect();
    let states: Vec<(String, String)> =
        PilotState::ALL.iter().map(|state| (state.name().to_owned(), cx.t(state_key(*state)))).collect();
    let ways = [("areas".to_owned(), cx.t("plans-pilot-by-area"))];
    let problems = varde_kernel::Problems::new();
    let typed = Typed::new(cx, query, &problems);
    filter_bar(
        "/pilots",
        &cx.t("plans-followup-filter"),
        &html! {
            (typed.filter("kind", &cx.t("plans-pilot-kind"), &kinds))
            (typed.filter("state", &cx.t("plans-pilot-state"), &states))
            (typed.filter("view", &cx.t("plans-pilot-view"), &ways))
            @if query.has("unit") { (hidden("unit", query.text("unit"))) }
        },
        &cx.t("plans-followup-filter-go"),
        Some((&cx.t("plans-followup-filter-reset"), "/pilots")),
    )
}

/// The efforts area by area, each with its state; those without an area stand last.
pub(crate) fn areas(cx: &Ctx, query: &Fields, pilots: &[Pilot]) -> Markup {
    let mut by_area: BTreeMap<(bool, &str), Vec<&Pilot>> = BTreeMap::new();
    for pilot in pilots {
        let area = pilot.text.field.get(cx.locale()).trim();
        by_area.entry((area.is_empty(), area)).or_default().push(pilot);
    }
    let boards: Vec<Markup> = by_area
        .iter()
        .map(|((none, area), pilots)| {
            let title = if *none { cx.t("plans-pilot-no-area") } else { (*area).to_owned() };
            card(
                &title,
                &html! {
                    ul.plain.flow { @for pilot in pilots { li {
                        (link(pilot.text.name.get(cx.locale()), &format!("/pilots/{}", pilot.id)))
                        div.row.small { (state_tag(cx, pilot)) span.quiet { (cx.t(kind_key(pilot.text.kind))) } }
                    } } }
                },
            )
        })
        .collect();
    html! {
        (filters(cx, query))
        @if boards.is_empty() {
            (empty_state(&cx.t("plans-pilot-empty"), &cx.t("plans-pilot-empty-help"), &Markup::default()))
        }
        (grid(&boards))
    }
}

fn day(cx: &Ctx, day: Option<Date>) -> String {
    day.map_or_else(|| cx.t("plans-followup-not-given"), |day| cx.say().short_date(day))
}

/// What the page of a pilot shows.
pub(crate) struct Shown<'a> {
    pub(crate) pilot: &'a Pilot,
    pub(crate) names: &'a Names,
    pub(crate) owner: &'a str,
    pub(crate) is_due: bool,
    pub(crate) may_edit: bool,
    pub(crate) may_approve: bool,
}

pub(crate) fn actions(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let pilot = shown.pilot;
    let at = |tail: &str| format!("/pilots/{}/{tail}", pilot.id);
    let version = pilot.version.to_string();
    let step = |label: &str, tail: &str| {
        post_button(&cx.t(label), &at(tail), &cx.guard(), Weight::Primary, &[("version", &version)])
    };
    html! {
        @if pilot.state == PilotState::Proposed && shown.may_edit { (step("plans-pilot-check", "check")) }
        @if pilot.state == PilotState::Checked && shown.may_approve { (step("plans-pilot-launch", "launch")) }
        @if pilot.state == PilotState::Launched && shown.may_approve {
            (link_button(&cx.t("plans-pilot-decide"), &at("decide"), Weight::Primary, Some(Icon::Gavel)))
        }
        @if shown.may_edit && pilot.state != PilotState::Ended {
            (link_button(&cx.t("plans-pilot-edit"), &at("edit"), Weight::Secondary, Some(Icon::Pencil)))
        }
        (print_button(&cx.t("plans-followup-print")))
    }
}

/// The page of a pilot.
pub(crate) fn show(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let (pilot, text) = (shown.pilot, &shown.pilot.text);
    html! {
        @if shown.is_due {
            (note(Tone::Danger, None, &html! { p { strong { (cx.t("plans-pilot-is-due")) } " " (cx.t("plans-pilot-is-due-help")) } }))
        }
        @if pilot.state == PilotState::Listed {
            p { (Tag(Tone::Neutral, &cx.t("plans-pilot-state-listed"))) " " (cx.t("plans-pilot-listed-help")) }
        } @else {
            (way(cx, pilot))
            @if text.follow_up.trim().is_empty() && pilot.state != PilotState::Ended {
                (note(Tone::Warning, None, &html! { p { (cx.t("plans-pilot-lacks-follow-up")) } }))
            }
            @if text.ends.is_some_and(|ends| ends < cx.today())
                && matches!(pilot.state, PilotState::Proposed | PilotState::Checked)
            {
                (note(Tone::Warning, None, &html! { p { (cx.t("plans-pilot-error-end")) } }))
            }
            @if text.decision_support && !text.risk_assessed {
                (note(Tone::Warning, None, &html! { p { (cx.t("plans-pilot-lacks-risk")) } }))
            }
        }
        (card(&cx.t("plans-pilot-about"), &facts(&about(cx, shown).iter().map(|(label, value)| (label.as_str(), value.clone())).collect::<Vec<_>>())))
        @if let Some(decided) = &pilot.decision {
            (card(&cx.t("plans-pilot-decision"), &html! {
                p { strong { (cx.t(decision_key(decided.decision))) } }
                p.prose { (decided.reason) }
                @if !decided.exception.is_empty() {
                    p.prose { strong { (cx.t("plans-pilot-exception")) ": " } (decided.exception) }
                }
                p.quiet.small { (cx.say().time(decided.at)) " · " (shown.names.get(cx, decided.by)) }
            }))
        }
    }
}

fn way(cx: &Ctx, pilot: &Pilot) -> Markup {
    let known = [PilotState::Proposed, PilotState::Checked, PilotState::Launched, PilotState::Ended];
    let here = known.iter().position(|state| *state == pilot.state).unwrap_or(0);
    let words: Vec<(String, StepState, String)> = known
        .iter()
        .enumerate()
        .map(|(place, state)| {
            let (state_of, note) = match place.cmp(&here) {
                std::cmp::Ordering::Less => (StepState::Done, cx.t("plans-pilot-way-done")),
                std::cmp::Ordering::Equal => (StepState::Current, cx.t("plans-pilot-way-here")),
                std::cmp::Ordering::Greater => (StepState::Ahead, cx.t("plans-pilot-way-ahead")),
            };
            (cx.t(state_key(*state)), state_of, note)
        })
        .collect();
    let list: Vec<Step<'_>> = words.iter().map(|(label, state, note)| Step { label, note, state: *state }).collect();
    steps(&cx.t("plans-pilot-way"), &list)
}

fn about(cx: &Ctx, shown: &Shown<'_>) -> Vec<(String, Markup)> {
    let (pilot, text) = (shown.pilot, &shown.pilot.text);
    let words = |text: &str| {
        let missing = text.trim().is_empty();
        html! { @if missing { span.quiet { (cx.t("plans-followup-not-given")) } } @else { (text) } }
    };
    let yes = |yes: bool| html! { (cx.t(if yes { "plans-followup-yes" } else { "plans-followup-no" })) };
    let mut rows = vec![
        (cx.t("plans-pilot-owner"), words(shown.owner)),
        (cx.t("plans-pilot-field"), words(text.field.get(cx.locale()))),
    ];
    if let Some(since) = &pilot.since {
        rows.push((cx.t("plans-pilot-since"), words(since)));
    }
    if pilot.cadence.as_deref() == Some("yearly") {
        rows.push((cx.t("plans-pilot-cadence"), words(&cx.t("plans-pilot-yearly"))));
    }
    if pilot.state != PilotState::Listed {
        rows.extend([
            (cx.t("plans-pilot-ground"), words(&text.ground)),
            (cx.t("plans-pilot-knowledge"), words(&text.knowledge)),
            (cx.t("plans-pilot-evidence"), html! { (cx.t(evidence_key(text.evidence))) }),
            (cx.t("plans-pilot-baseline"), words(&text.baseline)),
            (cx.t("plans-pilot-starts"), html! { (day(cx, text.starts)) }),
            (cx.t("plans-pilot-ends"), html! { (day(cx, text.ends)) }),
            (cx.t("plans-pilot-decision-due"), html! { (day(cx, text.decision_due)) }),
            (cx.t("plans-pilot-follow-up"), words(&text.follow_up)),
            (cx.t("plans-pilot-decision-support"), yes(text.decision_support)),
            (cx.t("plans-pilot-risk-assessed"), yes(text.risk_assessed)),
        ]);
    }
    if !pilot.source.is_empty() {
        rows.push((cx.t("plans-followup-source"), cx.say().cite(&pilot.source)));
    }
    rows
}

/// The form of a pilot.
pub(crate) fn form_fields(cx: &Ctx, typed: &Typed<'_>, units: Option<&[(String, String)]>) -> Markup {
    let kinds: Vec<(String, String)> =
        PilotKind::ALL.iter().map(|kind| (kind.name().to_owned(), cx.t(kind_key(*kind)))).collect();
    let evidence: Vec<(String, String)> =
        Evidence::ALL.iter().map(|level| (level.name().to_owned(), cx.t(evidence_key(*level)))).collect();
    html! {
        (typed.summary())
        (typed.unseen("version"))
        @if let Some(units) = units { (typed.select("unit", &cx.t("web-unit"), None, true, units)) }
        (typed.words(texts!("name"), &cx.t("plans-pilot-name"), None, true))
        (typed.select("kind", &cx.t("plans-pilot-kind"), None, true, &kinds))
        (typed.words(texts!("field"), &cx.t("plans-pilot-field"), Some(&cx.t("plans-pilot-field-help")), false))
        (typed.area("ground", &cx.t("plans-pilot-ground"), Some(&cx.t("plans-pilot-ground-help")), false))
        (typed.area("knowledge", &cx.t("plans-pilot-knowledge"), Some(&cx.t("plans-pilot-knowledge-help")), false))
        (typed.select("evidence", &cx.t("plans-pilot-evidence"), None, false, &evidence))
        (typed.area("baseline", &cx.t("plans-pilot-baseline"), None, false))
        (typed.date("starts", &cx.t("plans-pilot-starts"), None, false))
        (typed.date("ends", &cx.t("plans-pilot-ends"), None, false))
        (typed.date("decision_due", &cx.t("plans-pilot-decision-due"), None, false))
        (typed.area("follow_up", &cx.t("plans-pilot-follow-up"), Some(&cx.t("plans-pilot-follow-up-help")), false))
        (typed.check("decision_support", &cx.t("plans-pilot-decision-support"), Some(&cx.t("plans-pilot-decision-support-help"))))
        (typed.check("risk_assessed", &cx.t("plans-pilot-risk-assessed"), None))
    }
}

pub(crate) fn form_of(
    cx: &Ctx,
    typed: &Typed<'_>,
    action: &str,
    back: &str,
    units: Option<&[(String, String)]>,
) -> Markup {
    typed.form(
        action,
        typed.version(),
        html! {
            (form_fields(cx, typed, units))
            (submit_row(&cx.t("plans-followup-save"), Some((&cx.t("plans-followup-cancel"), back)), None))
        },
    )
}

/// The decision after the trial.
pub(crate) fn decide_form(cx: &Ctx, typed: &Typed<'_>, pilot: &Pilot) -> Markup {
    let back = format!("/pilots/{}", pilot.id);
    let decisions: Vec<(String, String)> =
        PilotDecision::ALL.iter().map(|decision| (decision.name().to_owned(), cx.t(decision_key(*decision)))).collect();
    typed.form(
        &format!("{back}/decide"),
        typed.version(),
        html! {
            (typed.summary())
            (typed.unseen("version"))
            p { (cx.t("plans-pilot-evidence")) ": " strong { (cx.t(evidence_key(pilot.text.evidence))) } }
            (typed.select("decision", &cx.t("plans-pilot-decision"), None, true, &decisions))
            (typed.area("reason", &cx.t("plans-pilot-reason"), None, true))
            @if pilot.text.evidence != Evidence::Sufficient {
                (typed.area("exception", &cx.t("plans-pilot-exception"), Some(&cx.t("plans-pilot-exception-help")), false))
            }
            (submit_row(&cx.t("plans-pilot-decide"), Some((&cx.t("plans-followup-cancel"), &back)), None))
        },
    )
}
