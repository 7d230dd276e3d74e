//! One incident for those who handle it.

use maud::{Markup, html};
use varde_kernel::{PersonId, Problems, ReportId, UnitId, UnitTree};
use varde_web::ui::{
    Button, Choice, Event, Icon, Select, Tag, TextArea, Tone, Weight, alert, button, card, columns, facts, fold,
    form as plain, hidden, link, link_button, timeline,
};
use varde_web::{Ctx, Fields, FormView, Labels};

use super::guarding::at_rest;
use super::{
    Names, as_written, due, entrance_key, harm_key, level_key, mine, mode_key, no_measures_key, person,
    report_kind_key, state_tag, steps, unit_options,
};
use crate::model::{Addition, Disclosure, Incident, Message, Mode, Report, State, Step};
use crate::rules::guard::{StaffNames, look};
use crate::rules::reporting::reference;
use crate::store::incidents::Done;

const FIELDS: Labels = &[
    ("text", "incidents-reply-text"),
    ("title", "incidents-form-title"),
    ("escalate_reason", "incidents-form-escalate-reason"),
    ("to", "incidents-form-join"),
    ("why", "incidents-form-disclosure-why"),
    ("unit", "incidents-form-hand-over-unit"),
    ("handler", "incidents-list-handler"),
    ("reason", "incidents-form-reason"),
];

/// What the visitor may do.
pub(crate) struct May {
    pub edit: bool,
    pub answer: bool,
    pub steps: Vec<Step>,
}

/// What the page shows.
pub(crate) struct Shown<'a> {
    pub incident: &'a Incident,
    pub reports: &'a [Report],
    pub messages: &'a [Message],
    pub additions: &'a [(ReportId, Addition)],
    pub steps: &'a [Done],
    pub asked: &'a [Disclosure],
    pub names: &'a Names,
    pub may: &'a May,
    pub staff: &'a StaffNames,
}

pub(crate) fn one(cx: &Ctx, tree: &UnitTree, shown: &Shown<'_>, fields: &Fields, problems: &Problems) -> Markup {
    let form = FormView::new(cx, fields, problems, FIELDS, Vec::new());
    let main = html! {
        (next(cx, shown))
        @for report in shown.reports { (report_card(cx, tree, shown, report, &form)) }
        (learnt(cx, shown.incident))
    };
    let aside = html! {
        (card(&cx.t("incidents-facts"), &overview(cx, tree, shown)))
        (card(&cx.t("incidents-done"), &done(cx, shown)))
        @if shown.may.edit { (card(&cx.t("incidents-more"), &more(cx, shown.incident, &form))) }
    };
    html! {
        (form.top())
        (columns(&main, &aside))
        p.quiet.small { (cx.t("incidents-who-sees")) }
    }
}

/// What it waits for, and the buttons that carry it on.
fn next(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let incident = shown.incident;
    if let (State::Joined, Some(to)) = (incident.state, incident.joined_to) {
        let body = html! { p { (link(&cx.t("incidents-joined-to"), &format!("/incidents/{to}"))) } };
        return alert(Tone::Info, Some(&cx.t("incidents-state-joined")), &body);
    }
    let buttons = html! {
        div.row { @for (place, step) in shown.may.steps.iter().enumerate() {
            (link_button(&cx.t(steps::ask_key(*step)), &format!("/incidents/{}/steps/{}", incident.id, step.name()),
                if place == 0 { Weight::Primary } else { Weight::Secondary }, None))
        } }
    };
    html! {
        div.row { (state_tag(cx, incident.state)) @if incident.due_on.is_some() { span { (cx.t("incidents-list-due")) ": " (due(cx, incident.due_on)) } } }
        p { (cx.t(steps::waits_key(incident.state))) }
        @if incident.state != State::Received {
            p { (link(&cx.t("incidents-duties-title"), &format!("/incidents/{}/duties", incident.id))) }
        }
        (buttons)
    }
}

fn overview(cx: &Ctx, tree: &UnitTree, shown: &Shown<'_>) -> Markup {
    let incident = shown.incident;
    let keys = [
        "incidents-reference",
        "incidents-list-kind",
        "incidents-list-unit",
        "incidents-list-handler",
        "incidents-list-happened",
        "incidents-list-received",
        "incidents-fact-entrance",
        "incidents-fact-mode",
        "incidents-field-harm",
        "incidents-field-potential",
        "incidents-field-level",
        "incidents-field-no-measures",
    ];
    let [reference_label, kind, unit, handler, happened, received, entrance, name, harm, potential, level, no_measures] =
        &keys.map(|key| cx.t(key));
    let mut rows: Vec<(&str, Markup)> = vec![
        (reference_label, html! { (reference(incident.id)) }),
        (kind, html! { (cx.t(report_kind_key(incident.kind))) }),
        (
            unit,
            html! { (link(&varde_web::told_unit(cx.say(), tree, incident.unit), &format!("/units/{}", incident.unit))) },
        ),
        (
            handler,
            html! { @if let Some(handler) = incident.handler { (person(cx, shown.names, handler)) } @else { (cx.t("incidents-nobody")) } },
        ),
        (happened, html! { (cx.say().date(incident.happened_on)) }),
        (received, html! { (cx.say().date(incident.received_on)) }),
        (entrance, html! { (cx.t(entrance_key(incident.entrance))) }),
        (name, html! { (cx.t(mode_key(incident.mode))) }),
    ];
    if let Some(value) = incident.harm {
        rows.push((harm, html! { (cx.t(harm_key(value))) }));
    }
    if let Some(value) = incident.potential {
        rows.push((potential, html! { (cx.t(harm_key(value))) }));
    }
    if let Some(value) = incident.level {
        rows.push((level, html! { (cx.t(level_key(value))) }));
    }
    if let Some(value) = incident.no_measures {
        rows.push((no_measures, html! { (cx.t(no_measures_key(value))) }));
    }
    html! {
        @if incident.is_serious() { (Tag(Tone::Danger, &cx.t("incidents-serious"))) " " }
        @if incident.escalated { (Tag(Tone::Warning, &cx.t("incidents-escalated"))) }
        (facts(&rows))
    }
}

/// One report: what was sent in, what was added, and what has been said with its reporter.
fn report_card(cx: &Ctx, tree: &UnitTree, shown: &Shown<'_>, report: &Report, form: &FormView<'_>) -> Markup {
    let who = match (report.said.mode, report.reporter) {
        (Mode::Open, Some(reporter)) => person(cx, shown.names, reporter).into_owned(),
        _ => cx.t(mode_key(report.said.mode)),
    };
    let title =
        cx.say().with("incidents-report-by", &[("who", who.into()), ("day", cx.say().date(report.received_on).into())]);
    let additions: Vec<(ReportId, Addition)> =
        shown.additions.iter().filter(|(id, _)| *id == report.id).cloned().collect();
    let messages: Vec<Message> = shown.messages.iter().filter(|one| one.report == report.id).cloned().collect();
    card(
        &title,
        &html! {
            (super::said(cx, tree, report))
            (at_rest(cx, &look(&format!("{}\n{}", report.said.what, report.said.done), shown.staff)))
            (mine::additions(cx, &additions))
            h3 { (cx.t("incidents-talk")) }
            (mine::messages(cx, &messages, shown.names, false))
            @if shown.may.answer { (reply(cx, shown.incident, report, form)) }
            @if report.said.mode == Mode::Confidential { (disclosure(cx, shown, report)) }
        },
    )
}

fn reply(cx: &Ctx, incident: &Incident, report: &Report, form: &FormView<'_>) -> Markup {
    let (id, is_here) = (format!("reply-{}", report.id), form.fields.text("report") == report.id.to_string());
    let value = if is_here { form.fields.text("text") } else { "" };
    plain(
        &format!("/incidents/{}/reply", incident.id),
        &cx.guard(),
        html! {
            (hidden("report", &report.id.to_string()))
            (TextArea { id: &id, name: "text", label: &cx.t("incidents-reply-text"), help: Some(&cx.t("incidents-reply-help")),
                value, required: true, ..TextArea::default() })
            div.row {
                (button(&cx.t("incidents-say-send"), Weight::Secondary))
                (Button { label: &cx.t("incidents-reply-correction"), weight: Weight::Tertiary, value: Some(("correction", "true")), ..Button::default() })
            }
        },
    )
}

fn disclosure(cx: &Ctx, shown: &Shown<'_>, report: &Report) -> Markup {
    let asked: Vec<&Disclosure> = shown.asked.iter().filter(|one| one.report == report.id).collect();
    let id = format!("why-{}", report.id);
    html! {
        @for one in &asked {
            p.small {
                (cx.say().with("incidents-disclosure-line", &[
                    ("who", person(cx, shown.names, one.asked_by).into_owned().into()),
                    ("when", cx.say().time(one.asked_at).into()),
                ])) " "
                (cx.t(match one.agreed {
                    None => "incidents-disclosure-line-waits",
                    Some(true) => "incidents-disclosure-is-agreed",
                    Some(false) => "incidents-disclosure-is-refused",
                }))
            }
            @if one.agreed == Some(true) && cx.actor().person() == Some(one.asked_by) {
                (plain(&format!("/reporters/{}/look", one.id), &cx.guard(), button(&cx.t("incidents-disclosure-look"), Weight::Secondary)))
            }
        }
        @if asked.iter().all(|one| one.agreed.is_some()) && shown.may.edit {
            (fold(&cx.t("incidents-disclosure-ask"), &html! {
                p { (cx.t("incidents-disclosure-ask-help")) }
                (plain(&format!("/incidents/{}/reporter", shown.incident.id), &cx.guard(), html! {
                    (hidden("report", &report.id.to_string()))
                    (TextArea { id: &id, name: "why", label: &cx.t("incidents-form-disclosure-why"), required: true, ..TextArea::default() })
                    (button(&cx.t("incidents-disclosure-ask"), Weight::Secondary))
                }))
            }))
        }
    }
}

fn learnt(cx: &Ctx, incident: &Incident) -> Markup {
    html! {
        @if !incident.learning.is_empty() {
            (card(&cx.t("incidents-form-learning"), &as_written(&incident.learning)))
        }
        @if !incident.answer.is_empty() {
            (card(&cx.t("incidents-form-answer"), &as_written(&incident.answer)))
        }
    }
}

fn done(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let received = cx.say().short_date(shown.incident.received_on);
    let received_day = shown.incident.received_on.to_string();
    let somebody = cx.t("incidents-talk-reporter");
    let days: Vec<(String, String, String)> = shown
        .steps
        .iter()
        .map(|step| {
            let who = step.by.map_or_else(String::new, |by| person(cx, shown.names, by).into_owned());
            (step.on.to_string(), cx.say().short_date(step.on), who)
        })
        .collect();
    let mut events = vec![Event {
        datetime: &received_day,
        when: &received,
        who: &somebody,
        what: html! { (cx.t("incidents-told-received")) },
        icon: Icon::Check,
    }];
    events.extend(shown.steps.iter().zip(&days).map(|(step, (day, when, who))| Event {
        datetime: day,
        when,
        who,
        what: html! { (cx.t(steps::done_key(&step.step))) @if !step.reason.is_empty() { (as_written(&step.reason)) } },
        icon: Icon::Check,
    }));
    timeline(&events)
}

fn more(cx: &Ctx, incident: &Incident, form: &FormView<'_>) -> Markup {
    let path = |what: &str| format!("/incidents/{}/{what}", incident.id);
    let version = incident.version.to_string();
    let finding = format!(
        "/findings/new?unit={}&evidence_kind=report&evidence_thing={}&evidence_href=/incidents/{}&evidence_text={}",
        incident.unit,
        incident.id,
        incident.id,
        reference(incident.id)
    );
    html! { div.flow {
        p { (link_button(&cx.t("incidents-finding-new"), &finding, Weight::Secondary, Some(Icon::Plus))) }
        p { (link(&cx.t("incidents-hand-over"), &path("hand-over"))) }
        (fold(&cx.t("incidents-name"), &plain(&path("name"), &cx.guard(), html! {
            (hidden("version", &version))
            (form.text("title", Some("incidents-form-title-help"), true))
            (button(&cx.t("incidents-save"), Weight::Secondary))
        })))
        @if !incident.escalated {
            (fold(&cx.t("incidents-escalate"), &plain(&path("escalate"), &cx.guard(), html! {
                (hidden("version", &version))
                (form.area("escalate_reason", Some("incidents-escalate-help"), true))
                (button(&cx.t("incidents-escalate"), Weight::Secondary))
            })))
        }
        @if incident.state != State::Joined {
            (fold(&cx.t("incidents-join"), &plain(&path("join"), &cx.guard(), html! {
                (hidden("version", &version))
                (form.text("to", Some("incidents-form-join-help"), true))
                (button(&cx.t("incidents-join"), Weight::Secondary))
            })))
        }
    } }
}

pub(crate) fn hand_over(
    cx: &Ctx,
    tree: &UnitTree,
    incident: &Incident,
    fields: &Fields,
    problems: &Problems,
    units: &[UnitId],
    handlers: &[(PersonId, String)],
) -> Markup {
    let units = unit_options(cx, tree, units);
    let form = FormView::new(cx, fields, problems, FIELDS, vec![("unit", units)]);
    let people: Vec<(String, &str)> = handlers.iter().map(|(id, name)| (id.to_string(), name.as_str())).collect();
    let choices: Vec<Choice<'_>> = people
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: fields.text("handler") == value, ..Choice::default() })
        .collect();
    let error = problems.of_field("handler").map(|problem| cx.say().problem(problem));
    let body = html! {
        (form.select("unit", Some("incidents-form-hand-over-unit-help"), true))
        (Select {
            id: "handler", name: "handler", label: &cx.t("incidents-list-handler"), error: error.as_deref(),
            help: Some(&cx.t("incidents-form-handler-help")), prompt: Some(&cx.t("web-form-none")), choices: &choices,
            mark: Some(&cx.t("web-form-optional")), ..Select::default()
        })
        (form.area("reason", None, true))
    };
    form.form(
        &format!("/incidents/{}/hand-over", incident.id),
        "incidents-hand-over",
        &format!("/incidents/{}", incident.id),
        &body,
    )
}
