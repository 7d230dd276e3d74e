//! One's own reports: how far they have come, in the reporter's words and not the handler's.

use maud::{Markup, html};
use varde_kernel::{Problems, ReportId, UnitTree};
use varde_web::ui::{
    Column, Icon, Step as Stage, StepState, Table, Tone, Weight, alert, button, card, empty_state, fold, form as plain,
    hidden, link, link_button, note, steps,
};
use varde_web::{Ctx, Fields, FormView, Labels, pager};

use super::{Names, addition_key, as_written, mode_key, person, report_kind_key, state_tag};
use crate::model::{Addition, AdditionKind, Disclosure, Incident, Message, Mode, Report, Side, State};
use crate::rules::reporting;

const FIELDS: Labels = &[("text", "incidents-say-text")];

pub(crate) fn actions(cx: &Ctx) -> Markup {
    link_button(&cx.t("incidents-report-title"), "/report", Weight::Primary, Some(Icon::Plus))
}

/// What a report is called where its reporter reads it.
pub(crate) fn title(cx: &Ctx, report: &Report) -> String {
    let args = [("reference", reporting::reference(report.incident).into())];
    cx.say().with("incidents-mine-one", &args)
}

pub(crate) fn list(
    cx: &Ctx,
    tree: &UnitTree,
    query: &Fields,
    reports: &[Report],
    incidents: &[Incident],
    (page, per, total): (i64, i64, i64),
) -> Markup {
    let heads = ["incidents-mine-what", "incidents-mine-received", "incidents-list-unit", "incidents-list-state"]
        .map(|key| cx.t(key));
    let [what, received, unit, state] = &heads;
    let rows: Vec<Vec<Markup>> = reports
        .iter()
        .map(|report| {
            let incident = incidents.iter().find(|incident| incident.id == report.incident);
            vec![
                html! {
                    (link(&reporting::title(&report.said.what), &format!("/my-reports/{}", report.id)))
                    p.quiet.small { (cx.t(report_kind_key(report.said.kind))) " · " (cx.t(mode_key(report.said.mode))) }
                },
                html! { (cx.say().short_date(report.received_on)) },
                html! { (varde_web::told_unit(cx.say(), tree, report.said.unit)) },
                incident.map_or_else(Markup::default, |incident| state_tag(cx, incident.state)),
            ]
        })
        .collect();
    let caption = cx.t("incidents-mine-title");
    let empty = empty_state(&cx.t("incidents-mine-none"), &cx.t("incidents-mine-none-help"), &actions(cx));
    html! {
        (Table {
            caption: &caption,
            caption_hidden: true,
            columns: &[Column::text(what), Column::text(received), Column::text(unit), Column::text(state)],
            rows: &rows,
            empty: &empty,
            stack: true,
        })
        (pager(cx.say(), "/my-reports", query, (page, per), total))
        (note(Tone::Neutral, None, &html! {
            p { (cx.t("incidents-mine-anonymous")) " " (link(&cx.t("incidents-follow-title"), "/anonymous/follow")) }
        }))
    }
}

/// How far a report has come, as five stages that its reporter knows: received, read, looked into, decided, answered.
pub(crate) fn progress(cx: &Ctx, incident: &Incident) -> Markup {
    let at = match incident.state {
        State::Received => 0,
        State::Triage | State::Duties => 1,
        State::Analysis => 2,
        State::Measures | State::Effect => 3,
        State::Closed | State::Joined => 4,
    };
    let keys = [
        "incidents-stage-received",
        "incidents-stage-read",
        "incidents-stage-analysis",
        "incidents-stage-measures",
        "incidents-stage-answered",
    ];
    let labels = keys.map(|key| cx.t(key));
    let (done, now, ahead) = (cx.t("incidents-stage-done"), cx.t("incidents-stage-now"), cx.t("incidents-stage-ahead"));
    let stages: Vec<Stage<'_>> = labels
        .iter()
        .enumerate()
        .map(|(place, label)| {
            let state = match (place.cmp(&at), incident.state) {
                (std::cmp::Ordering::Less, _) | (std::cmp::Ordering::Equal, State::Closed) => StepState::Done,
                (std::cmp::Ordering::Equal, _) => StepState::Current,
                (std::cmp::Ordering::Greater, _) => StepState::Ahead,
            };
            let note = match state {
                StepState::Done => &done,
                StepState::Current => &now,
                StepState::Ahead => &ahead,
            };
            Stage { label, note, state }
        })
        .collect();
    let due = incident.due_on.map(|day| cx.say().with("incidents-mine-due", &[("day", cx.say().date(day).into())]));
    html! {
        (steps(&cx.t("incidents-mine-progress"), &stages))
        @if let Some(due) = due { p.quiet { (due) } }
    }
}

/// What the reporter was answered, and what was learnt.
pub(crate) fn answer(cx: &Ctx, incident: &Incident) -> Markup {
    if incident.answer.is_empty() {
        return Markup::default();
    }
    let day = incident.answered_on.map(|day| cx.say().date(day)).unwrap_or_default();
    alert(
        Tone::Success,
        Some(&cx.say().with("incidents-mine-answer", &[("day", day.into())])),
        &html! {
            (as_written(&incident.answer))
            @if !incident.learning.is_empty() {
                p.quiet.small { (cx.t("incidents-form-learning")) }
                (as_written(&incident.learning))
            }
        },
    )
}

/// What has been added, and asked for.
pub(crate) fn additions(cx: &Ctx, additions: &[(ReportId, Addition)]) -> Markup {
    html! {
        @for (_, addition) in additions {
            p.quiet.small { (cx.t(addition_key(addition.kind))) " · " (cx.say().date(addition.on)) }
            (as_written(&addition.text))
        }
    }
}

/// What has been said, in order. `mine` tells who reads: the reporter, or those who handle it.
pub(crate) fn messages(cx: &Ctx, messages: &[Message], names: &Names, mine: bool) -> Markup {
    if messages.is_empty() {
        return html! { p.quiet { (cx.t(if mine { "incidents-talk-none" } else { "incidents-talk-none-handler" })) } };
    }
    html! {
        ol.talk { @for message in messages {
            li data-side=(message.side.name()) {
                p.quiet.small {
                    (who(cx, message, names, mine)) " · " (cx.say().date(message.on))
                }
                (as_written(&message.text))
            }
        } }
    }
}

fn who(cx: &Ctx, message: &Message, names: &Names, mine: bool) -> String {
    match (message.side, message.author) {
        (Side::Reporter, _) => cx.t(if mine { "incidents-talk-you" } else { "incidents-talk-reporter" }),
        (Side::Handler, Some(author)) if !mine || names.contains_key(&author) => person(cx, names, author).into_owned(),
        (Side::Handler, _) => cx.t("incidents-talk-handler"),
    }
}

/// What the page of one report shows.
pub(crate) struct Shown<'a> {
    pub report: &'a Report,
    pub incident: &'a Incident,
    pub messages: &'a [Message],
    pub additions: &'a [(ReportId, Addition)],
    pub asked: &'a [Disclosure],
}

pub(crate) fn one(
    cx: &Ctx,
    tree: &UnitTree,
    shown: &Shown<'_>,
    names: &Names,
    fields: &Fields,
    problems: &Problems,
) -> Markup {
    let id = shown.report.id;
    let form = FormView::new(cx, fields, problems, FIELDS, Vec::new());
    let asked_for = shown.additions.iter().rev().find(|(_, addition)| addition.kind != AdditionKind::Addendum);
    let owes = asked_for.is_some_and(|(_, addition)| addition.kind == AdditionKind::CorrectionAsked);
    let kind = if owes { AdditionKind::Correction } else { AdditionKind::Addendum };
    let add = html! {
        p.quiet { (cx.t("incidents-add-help")) }
        (plain(&format!("/my-reports/{id}/add"), &cx.guard(), html! {
            (hidden("kind", kind.name()))
            (varde_web::ui::TextArea {
                id: "add-text", name: "text", label: &cx.t("incidents-add-text"), required: true,
                ..varde_web::ui::TextArea::default()
            })
            (button(&cx.t("incidents-add-send"), Weight::Secondary))
        }))
    };
    html! {
        (progress(cx, shown.incident))
        (answer(cx, shown.incident))
        (asked(cx, shown, names))
        (card(&cx.t("incidents-talk"), &html! {
            (messages(cx, shown.messages, names, true))
            (plain(&format!("/my-reports/{id}/say"), &cx.guard(), html! {
                (form.top())
                (form.area("text", None, true))
                (button(&cx.t("incidents-say-send"), Weight::Primary))
            }))
        }))
        (card(&cx.t("incidents-mine-sent"), &html! { div.flow {
            (super::said(cx, tree, shown.report))
            (additions(cx, shown.additions))
            @if owes { (alert(Tone::Warning, Some(&cx.t("incidents-correction-owed")), &add)) }
            @else { (fold(&cx.t("incidents-add-title"), &add)) } }
        }))
        p.quiet.small { (cx.t(match shown.report.said.mode {
            Mode::Open => "incidents-mine-open",
            Mode::Confidential => "incidents-mine-confidential",
            Mode::Anonymous => "incidents-mode-anonymous",
        })) }
    }
}

/// Who has asked to learn that it was you, and what was decided: the reporter sees it all.
fn asked(cx: &Ctx, shown: &Shown<'_>, names: &Names) -> Markup {
    if shown.report.said.mode != Mode::Confidential || shown.asked.is_empty() {
        return Markup::default();
    }
    let lines = html! {
        ul.ds-list { @for one in shown.asked { li {
            (cx.say().with("incidents-disclosure-line", &[
                ("who", person(cx, names, one.asked_by).into_owned().into()),
                ("when", cx.say().time(one.asked_at).into()),
            ]))
            " " q { (one.why) } " "
            @match (one.agreed, one.decided_by) {
                (Some(agreed), Some(by)) => (cx.say().with(
                    if agreed { "incidents-disclosure-line-agreed" } else { "incidents-disclosure-line-refused" },
                    &[("who", person(cx, names, by).into_owned().into())])),
                _ => (cx.t("incidents-disclosure-line-waits")),
            }
            @if let Some(at) = one.seen_at { " " (cx.say().with("incidents-disclosure-line-seen", &[("when", cx.say().time(at).into())])) }
        } } }
    };
    alert(Tone::Warning, Some(&cx.t("incidents-disclosure-yours")), &lines)
}
