//! How status rounds look.

use std::collections::{HashMap, HashSet};

use maud::{Markup, Render, html};
use varde_kernel::{AnswerId, Id, PlanId, UnitTree, Urgency, Words};
use varde_web::ui::{
    Column, Confirm, Icon, Progress, Table, Tag, Tone, Weight, card, empty_state, filter_bar, hidden, link,
    link_button, note, print_button, section, submit_row,
};
use varde_web::{Ctx, Fields, Sorting};

use crate::model::followup::rounds::{Answer, Round, RoundState, Status, Thing};
use crate::pages::followup::rounds::{Opened, owing};
use crate::pages::followup::{Names, unit_name};
use crate::rules::rounds as rules;
use crate::store::rounds::RoundLine;
use crate::views::typed::Typed;

/// The key of a status's name.
pub(crate) const fn status_key(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "plans-round-status-not-started",
        Status::Green => "plans-round-status-green",
        Status::Yellow => "plans-round-status-yellow",
        Status::Red => "plans-round-status-red",
        Status::Done => "plans-round-status-done",
    }
}

pub(crate) const fn tone(status: Status) -> Tone {
    match status {
        Status::NotStarted => Tone::Neutral,
        Status::Green | Status::Done => Tone::Success,
        Status::Yellow => Tone::Warning,
        Status::Red => Tone::Danger,
    }
}

pub(crate) const fn state_key(state: RoundState) -> &'static str {
    match state {
        RoundState::Open => "plans-round-state-open",
        RoundState::Closed => "plans-round-state-closed",
    }
}

fn state_tag(cx: &Ctx, round: &Round, n_missing: i64) -> Markup {
    let overdue = round.state == RoundState::Open
        && 0 < n_missing
        && Urgency::of(Some(round.due), cx.today()) == Urgency::Overdue;
    let tone = if round.state == RoundState::Open { Tone::Info } else { Tone::Neutral };
    html! {
        (Tag(tone, &cx.t(state_key(round.state))))
        @if overdue { " " (Tag(Tone::Danger, &cx.t("web-overdue"))) }
    }
}

/// The columns that sort. The newest rounds come first when nobody has chosen one of them.
pub(crate) const COLUMNS: &[&str] = &["newest", "name", "plan", "unit", "due", "state"];

pub(crate) fn list(
    cx: &Ctx,
    tree: &UnitTree,
    sorting: &Sorting<'_>,
    query: &Fields,
    lines: &[RoundLine],
    plans: &HashMap<PlanId, Words>,
    pager: &Markup,
) -> Markup {
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .map(|line| {
            let round = &line.round;
            let plan = plans.get(&round.plan).map_or("", |name| name.get(cx.locale()));
            let answered = cx.say().with(
                "plans-round-answered-of",
                &[("answered", line.answered.to_string().into()), ("asked", line.asked.to_string().into())],
            );
            vec![
                link(&round.name, &format!("/rounds/{}", round.id)),
                link(plan, &format!("/plans/{}", round.plan)),
                html! { (unit_name(cx, tree, round.unit)) },
                html! { (cx.say().short_date(round.due)) },
                html! { (answered) },
                state_tag(cx, round, line.asked - line.answered),
            ]
        })
        .collect();
    let label = |key| cx.t(key);
    let heads = [
        (label("plans-round-name"), Some("name")),
        (label("plans-round-plan"), Some("plan")),
        (label("web-unit"), Some("unit")),
        (label("plans-round-due"), Some("due")),
        (label("plans-round-answers"), None),
        (label("plans-round-state"), Some("state")),
    ]
    .map(|(label, name)| (label, name.map(|name| sorting.head(name))));
    let columns: Vec<Column<'_>> = heads
        .iter()
        .map(|(label, way)| match way {
            Some((href, now)) => Column::text(label).sorted(href, *now),
            None => Column::text(label),
        })
        .collect();
    let states: Vec<(String, String)> =
        RoundState::ALL.iter().map(|state| (state.name().to_owned(), cx.t(state_key(*state)))).collect();
    let problems = varde_kernel::Problems::new();
    let typed = Typed::new(cx, query, &problems);
    html! {
        (filter_bar("/rounds", &cx.t("plans-followup-filter"), &html! {
            (typed.filter("state", &cx.t("plans-round-state"), &states))
            @for name in ["plan", "unit"] { @if query.has(name) { (hidden(name, query.text(name))) } }
        }, &cx.t("plans-followup-filter-go"), Some((&cx.t("plans-followup-filter-reset"), "/rounds"))))
        (Table {
            caption: &cx.t("plans-round-list"),
            caption_hidden: true,
            columns: &columns,
            rows: &rows,
            empty: &empty_state(&cx.t("plans-round-empty"), &cx.t("plans-round-empty-help"), &Markup::default()),
            stack: true,
        })
        (pager)
    }
}

pub(crate) fn lead(cx: &Ctx, round: &Round) -> String {
    let period = round.period.map(|period| cx.say().period(period));
    let due = cx.say().date(round.due);
    match period {
        Some(period) => cx.say().with("plans-round-lead-period", &[("period", period.into()), ("due", due.into())]),
        None => cx.say().with("plans-round-lead", &[("due", due.into())]),
    }
}

/// What the page of a round shows.
pub(crate) struct Shown<'a> {
    pub(crate) opened: &'a Opened,
    pub(crate) tree: &'a UnitTree,
    pub(crate) names: &'a Names,
    pub(crate) lines: &'a [&'a Answer],
    pub(crate) query: &'a Fields,
    /// How many things the visitor's own unit owes an answer about.
    pub(crate) n_yours: usize,
    /// How many others owe, that the visitor may answer for.
    pub(crate) n_below: usize,
    pub(crate) mine: HashSet<AnswerId>,
    pub(crate) may_edit: bool,
    pub(crate) pager: Markup,
}

pub(crate) fn actions(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let round = &shown.opened.round;
    let at = |tail: &str| format!("/rounds/{}/{tail}", round.id);
    html! {
        @if takes_answers(cx, round) && !shown.mine.is_empty() {
            (link_button(&cx.t("plans-round-answer"), &at("answer"), Weight::Primary, Some(Icon::Pencil)))
        }
        @if round.state == RoundState::Open && shown.may_edit {
            (link_button(&cx.t("plans-round-edit"), &at("edit"), Weight::Secondary, None))
            (link_button(&cx.t("plans-round-close"), &at("close"), Weight::Secondary, None))
        }
        (link_button(&cx.t("plans-followup-csv"), &at("export"), Weight::Tertiary, Some(Icon::Download)))
        (print_button(&cx.t("plans-followup-print")))
    }
}

/// The page of a round.
pub(crate) fn show(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let opened = shown.opened;
    let (round, progress) = (&opened.round, &opened.progress);
    let missing = i64::try_from(progress.missing()).unwrap_or(i64::MAX);
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let text = cx.say().with(
        "plans-round-answered-of",
        &[("answered", progress.answered.to_string().into()), ("asked", progress.asked.to_string().into())],
    );
    html! {
        p { (state_tag(cx, round, missing)) }
        @if 0 < shown.n_yours + shown.n_below && round.state == RoundState::Open {
            (note(Tone::Info, None, &html! {
                @if 0 < shown.n_yours { p { (cx.say().with("plans-round-yours", &[("n", shown.n_yours.into())])) } }
                @if 0 < shown.n_below { p { (cx.say().with("plans-round-below", &[("n", shown.n_below.into())])) } }
            }))
        }
        (card(&cx.t("plans-round-progress"), &html! {
            (Progress { id: "round-progress", label: &cx.t("plans-round-answers"), text: &text,
                done: small(progress.answered), of: small(progress.asked) })
            (by_status(cx, progress))
            @if 0 < progress.late { p.small { (cx.say().with("plans-round-late", &[("n", progress.late.into())])) } }
        }))
        @let owing = owing(cx, shown.tree, &opened.answers);
        @if !owing.is_empty() {
            (section("missing", &cx.t("plans-round-missing"), &Markup::default(), &html! {
                ul { @for (unit, name, n) in &owing {
                    li {
                        (link(name, &format!("/rounds/{}?unit={unit}&status=missing", round.id))) " "
                        span.quiet { (cx.say().with("plans-round-missing-n", &[("n", (*n).into())])) }
                    }
                } }
            }))
        }
        (section("answers", &cx.t("plans-round-answers"), &Markup::default(), &html! {
            div.flow {
                (filters(cx, shown))
                (answers(cx, shown))
                (shown.pager)
            }
        }))
    }
}

/// How many things stand in each status, those with none left out.
fn by_status(cx: &Ctx, progress: &rules::Progress) -> Markup {
    let counted = Status::ALL.iter().zip(progress.by_status).filter(|(_, n)| 0 < *n);
    html! {
        ul.plain.row { @for (status, n) in counted {
            li { (Tag(tone(*status), &cx.t(status_key(*status)))) " " strong.nums { (n) } }
        } }
    }
}

fn filters(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let mut states: Vec<(String, String)> = vec![("missing".to_owned(), cx.t("plans-round-status-missing"))];
    states.extend(Status::ALL.iter().map(|status| (status.name().to_owned(), cx.t(status_key(*status)))));
    let here = format!("/rounds/{}", shown.opened.round.id);
    let problems = varde_kernel::Problems::new();
    let typed = Typed::new(cx, shown.query, &problems);
    filter_bar(
        &here,
        &cx.t("plans-followup-filter"),
        &html! {
            (typed.filter("status", &cx.t("plans-round-status"), &states))
            @if shown.query.has("unit") { (hidden("unit", shown.query.text("unit"))) }
        },
        &cx.t("plans-followup-filter-go"),
        Some((&cx.t("plans-followup-filter-reset"), &here)),
    )
}

pub(crate) fn thing_href(thing: Thing) -> String {
    match thing {
        Thing::Measure(id) => format!("/measures/{id}"),
        Thing::Activity(id) => format!("/activities/{id}"),
    }
}

/// A status, or that nothing has been said.
pub(crate) fn status_tag(cx: &Ctx, status: Option<Status>) -> Markup {
    if let Some(status) = status {
        Tag(tone(status), &cx.t(status_key(status))).render()
    } else {
        html! { span.quiet { (cx.t("plans-round-status-missing")) } }
    }
}

/// What a round was told of the thing whose page this is, or of what is under it: one status alone, or how many
/// of each; `each` adds which is which.
pub(crate) fn told(cx: &Ctx, page: Id<()>, answers: &[Answer], each: bool) -> Markup {
    let own = |answer: &Answer| match answer.item.thing {
        Thing::Measure(id) => id.uuid() == page.uuid(),
        Thing::Activity(id) => id.uuid() == page.uuid(),
    };
    html! {
        @if let Some(answer) = answers.iter().find(|answer| own(answer)) {
            (status_tag(cx, answer.status))
            @if each { (said(cx, answer)) }
        } @else {
            @for (status, n) in rules::by_status(&answers.iter().map(|answer| answer.status)) {
                span { (status_tag(cx, status)) " " strong.nums { (n) } " " }
            }
            @if each { (each_told(cx, answers)) }
        }
    }
}

/// Which thing was told how, each with the way to it.
pub(crate) fn each_told(cx: &Ctx, answers: &[Answer]) -> Markup {
    html! {
        ul.plain.small { @for answer in answers { li {
            @if !answer.item.number.is_empty() { (answer.item.number) " " }
            (link(answer.item.name.get(cx.locale()), &thing_href(answer.item.thing))) " "
            (status_tag(cx, answer.status))
            @if !answer.deviation.is_empty() { p.quiet { (answer.deviation) } }
        } } }
    }
}

fn answers(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let heads = [cx.t("plans-round-thing"), cx.t("web-unit"), cx.t("plans-round-status"), cx.t("plans-round-said")];
    let columns: Vec<Column<'_>> = heads.iter().map(|head| Column::text(head)).collect();
    let rows: Vec<Vec<Markup>> = shown
        .lines
        .iter()
        .map(|answer| {
            let name = answer.item.name.get(cx.locale());
            vec![
                html! {
                    @if !answer.item.number.is_empty() { span.nums { (answer.item.number) } " " }
                    (link(name, &thing_href(answer.item.thing)))
                },
                html! { (unit_name(cx, shown.tree, answer.item.unit)) },
                html! { (status_cell(cx, shown.opened, answer)) (when(cx, shown, answer)) },
                said(cx, answer),
            ]
        })
        .collect();
    Table {
        caption: &cx.t("plans-round-answers"),
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        empty: &empty_state(&cx.t("plans-round-none-here"), &cx.t("plans-round-none-here-help"), &Markup::default()),
        stack: true,
    }
    .render()
}

fn status_cell(cx: &Ctx, opened: &Opened, answer: &Answer) -> Markup {
    let before = opened.before.get(&answer.id).map_or(&[][..], Vec::as_slice);
    html! {
        @match answer.status {
            Some(status) => (Tag(tone(status), &cx.t(status_key(status)))),
            None => span.quiet { (cx.t("plans-round-status-missing")) },
        }
        @if answer.status.is_none() && rules::forced_by_rounds(before) {
            " " (Tag(Tone::Warning, &cx.t("plans-round-must-decide")))
        }
    }
}

fn takes_answers(cx: &Ctx, round: &Round) -> bool {
    round.state == RoundState::Open && round.opens <= cx.today()
}

fn said(cx: &Ctx, answer: &Answer) -> Markup {
    let parts = [
        ("plans-round-deviation", &answer.deviation),
        ("plans-round-risk", &answer.risk),
        ("plans-round-decision", &answer.decision),
    ];
    html! {
        @for (key, text) in parts {
            @if !text.is_empty() { p.small { strong { (cx.t(key)) ": " } (text) } }
        }
    }
}

fn when(cx: &Ctx, shown: &Shown<'_>, answer: &Answer) -> Markup {
    html! {
        @if let Some(at) = answer.at {
            @let day = cx.say().day(at);
            p.quiet.small {
                (cx.say().short_date(day))
                @if answer.by.is_some() { " · " (shown.names.get(cx, answer.by)) }
                @if shown.opened.round.due < day { " · " (cx.t("plans-round-answered-late")) }
            }
            @if takes_answers(cx, &shown.opened.round) && shown.mine.contains(&answer.id) {
                p.small.no-print {
                    (link(&cx.t("plans-round-answer-again"), &format!("/rounds/{}/answer?only={}", answer.round, answer.id)))
                }
            }
        }
    }
}

pub(crate) fn export_head(cx: &Ctx) -> Vec<String> {
    [
        "plans-round-number",
        "plans-round-thing",
        "web-unit",
        "plans-round-status",
        "plans-round-deviation",
        "plans-round-risk",
        "plans-round-decision",
        "plans-round-when",
        "plans-round-by",
    ]
    .iter()
    .map(|key| cx.t(key))
    .collect()
}

pub(crate) fn export_row(cx: &Ctx, tree: &UnitTree, names: &Names, answer: &Answer) -> Vec<String> {
    vec![
        answer.item.number.clone(),
        answer.item.name.get(cx.locale()).to_owned(),
        unit_name(cx, tree, answer.item.unit),
        answer.status.map_or_else(|| cx.t("plans-round-status-missing"), |status| cx.t(status_key(status))),
        answer.deviation.clone(),
        answer.risk.clone(),
        answer.decision.clone(),
        answer.at.map(|at| cx.say().day(at).to_string()).unwrap_or_default(),
        answer.by.map(|by| names.get(cx, Some(by))).unwrap_or_default(),
    ]
}

/// The form of a round.
pub(crate) fn form_of_round(cx: &Ctx, typed: &Typed<'_>, action: &str, back: &str) -> Markup {
    typed.form(
        action,
        typed.version(),
        html! {
            (typed.summary())
            (typed.unseen("version"))
            (typed.line("name", &cx.t("plans-round-name"), Some(&cx.t("plans-round-name-help")), true))
            (typed.date("opens", &cx.t("plans-round-opens"), None, true))
            (typed.date("due", &cx.t("plans-round-due"), None, true))
            (typed.line("period", &cx.t("plans-round-period"), Some(&cx.t("plans-round-period-help")), false))
            (submit_row(&cx.t("plans-followup-save"), Some((&cx.t("plans-followup-cancel"), back)), None))
        },
    )
}

/// Asks before a round is closed.
pub(crate) fn close_form(cx: &Ctx, round: &Round, progress: rules::Progress) -> Markup {
    let back = format!("/rounds/{}", round.id);
    html! {
        (Confirm {
            action: &format!("/rounds/{}/close", round.id),
            csrf: &cx.guard(),
            text: html! {
                p { (cx.say().with("plans-round-close-text", &[("n", progress.missing().into())])) }
            },
            fields: hidden("version", &round.version.to_string()),
            yes: &cx.t("plans-round-close"),
            no: (&cx.t("plans-followup-cancel"), &back),
            takes_away: false,
        })
    }
}
