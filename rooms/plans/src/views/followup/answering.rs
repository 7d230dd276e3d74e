//! The forms in which a round is answered.

use maud::{Markup, html};
use varde_kernel::{Problems, UnitTree};
use varde_web::ui::{Choice, Choices, Tag, Tone, hidden, link, note, radios, submit_row};
use varde_web::{Ctx, Fields};

use super::rounds::{status_key, thing_href};
use crate::model::followup::rounds::{Answer, AnswerDraft, Deadline, Said, Status, Thing};
use crate::pages::followup::rounds::Opened;
use crate::pages::followup::unit_name;
use crate::rules::rounds as rules;
use crate::views::typed::{Typed, drafted, summary};

/// How many rounds back are told of.
const PAST: usize = 4;

/// One thing in the answer form.
pub(crate) struct Asked<'a> {
    pub(crate) answer: &'a Answer,
    pub(crate) fields: Fields,
    pub(crate) problems: Problems,
    /// What was said of it in the rounds before, newest first.
    pub(crate) past: Vec<Said>,
    /// By when it is to be done.
    pub(crate) deadline: Deadline,
    /// Whether the reader may complete it.
    pub(crate) may_finish: bool,
    /// Whether that may simply be said again.
    pub(crate) may_repeat: bool,
}

/// One thing, or many things, to answer for; `n_missing` wait for the reader.
pub(crate) fn form_of(
    cx: &Ctx,
    tree: &UnitTree,
    opened: &Opened,
    asked: &[Asked<'_>],
    (is_single, n_missing): (bool, usize),
    back: &str,
) -> Markup {
    let ids: Vec<String> = asked.iter().map(|asked| asked.answer.id.to_string()).collect();
    let parts: Vec<(&Asked<'_>, Typed<'_>, &str)> = asked
        .iter()
        .zip(&ids)
        .map(|(asked, id)| (asked, Typed::new(cx, &asked.fields, &asked.problems).of(id), id.as_str()))
        .collect();
    let lines: Vec<(String, String)> = parts
        .iter()
        .flat_map(|(asked, typed, _)| {
            let name = asked.answer.item.name.get(cx.locale());
            typed.lines().into_iter().map(move |(field, words)| (field, format!("{name}: {words}")))
        })
        .collect();
    let more = is_single && 1 < n_missing;
    // The version is part of a draft's name: what was typed over an older answer never lies over a newer one.
    let versions: Vec<String> =
        asked.iter().map(|asked| format!("{}v{}", asked.answer.id, asked.fields.text("version"))).collect();
    let body = html! {
        // The first button is the one that Enter presses: it must save what is seen, not repeat what was said last.
        button type="submit" tabindex="-1" hidden {}
        (summary(cx, &lines))
        @if is_single { (hidden("single", "true")) } @else { p { (cx.t("plans-round-answer-help")) } }
        @for (asked, typed, id) in &parts { (group(cx, tree, opened, asked, typed, id)) }
        (submit_row(
            &cx.t(if is_single { "plans-round-answer-one" } else { "plans-round-answer-save" }),
            Some((&cx.t("plans-followup-cancel"), back)),
            None,
        ))
        @if let (true, Some(id)) = (more, ids.first()) {
            p.row.small {
                (link(&cx.t("plans-round-answer-skip"), &format!("{back}/answer?after={id}")))
                (link(&cx.t("plans-round-answer-all"), &format!("{back}/answer?all=1")))
            }
        }
    };
    drafted(cx, &format!("{back}/answer"), &versions.join("-"), body)
}

fn group(cx: &Ctx, tree: &UnitTree, opened: &Opened, asked: &Asked<'_>, typed: &Typed<'_>, id: &str) -> Markup {
    let answer = asked.answer;
    let before = opened.before.get(&answer.id).map_or(&[][..], Vec::as_slice);
    let past: Vec<String> = asked.past.iter().take(PAST).map(|told| said_then(cx, told)).collect();
    let forced = rules::forced_by_rounds(before);
    // A text that stands there is sent along, so it is never folded away unseen.
    let is_open = forced || ["deviation", "risk", "decision"].iter().any(|name| asked.fields.has(name));
    html! {
        fieldset.ds-fieldset.group.answer data-forced[is_open] {
            legend { h2 {
                @if !answer.item.number.is_empty() { (answer.item.number) " " }
                (answer.item.name.get(cx.locale()))
            } }
            p.quiet.small {
                (unit_name(cx, tree, answer.item.unit))
                @if !past.is_empty() {
                    " · " (cx.say().with("plans-round-before", &[("list", past.join(", ").into())]))
                }
                " · " (due(cx, asked.deadline))
                " · " (link(&cx.t(see_key(answer.item.thing)), &thing_href(answer.item.thing)))
            }
            @if forced { (note(Tone::Warning, None, &html! { p { (cx.t("plans-round-forced")) } })) }
            (asked.fields.meanwhile())
            (typed.unseen("version"))
            @if let (true, Some(last)) = (asked.may_repeat, asked.past.first()) { (repeat(cx, &last.said, id)) }
            (statuses(cx, asked, id))
            // Only what is done is completed: folded away by the style sheet until the status says so.
            @if asked.may_finish {
                div.flow.answer__done {
                    (typed.check("finish", &cx.t(finish_key(answer.item.thing)), Some(&cx.t("plans-round-finish-help"))))
                    (typed.date("finished_on", &cx.t("plans-round-finished-on"), None, false))
                }
            }
            // What need not be said is folded away by the style sheet until the status asks for it.
            div.flow.answer__why {
                (typed.small_area("deviation", &cx.t("plans-round-deviation"), Some(&cx.t("plans-round-deviation-help"))))
                (typed.small_area("risk", &cx.t("plans-round-risk"), None))
                (typed.small("decision", &cx.t("plans-round-decision"), Some(&cx.t("plans-round-decision-help")),
                    forced || asked.problems.of_field("decision").is_some()))
            }
        }
    }
}

const fn see_key(thing: Thing) -> &'static str {
    match thing {
        Thing::Measure(_) => "plans-round-see-measure",
        Thing::Activity(_) => "plans-round-see-activity",
    }
}

const fn finish_key(thing: Thing) -> &'static str {
    match thing {
        Thing::Measure(_) => "plans-round-finish-measure",
        Thing::Activity(_) => "plans-round-finish-activity",
    }
}

/// "3. kvartal 2026: grønn".
fn said_then(cx: &Ctx, told: &Said) -> String {
    let when = told.period.map_or_else(|| told.round.clone(), |period| cx.say().period(period));
    // "Gul: noe hindrer": the colour alone, where there are several in a row.
    let status = cx.t(status_key(told.said.status));
    format!("{when}: {}", status.split(':').next().unwrap_or_default().to_lowercase())
}

/// The thing's deadline, and what of it is late.
fn due(cx: &Ctx, deadline: Deadline) -> Markup {
    html! {
        @match deadline.due {
            Some(due) => (cx.say().with("plans-round-thing-due", &[("date", cx.say().short_date(due).into())])),
            None => (cx.t("web-undated")),
        }
        @if deadline.is_overdue { " " (Tag(Tone::Danger, &cx.t("web-overdue"))) }
        @if 0 < deadline.n_late {
            " " (Tag(Tone::Warning, &cx.say().with("plans-round-late-activities", &[("n", deadline.n_late.into())])))
        }
    }
}

/// Says what was said last, and says it again at one press.
fn repeat(cx: &Ctx, last: &AnswerDraft, id: &str) -> Markup {
    let status = cx.t(status_key(last.status));
    let label = cx.say().with("plans-round-answer-same", &[("status", status.into())]);
    html! {
        @if !last.deviation.is_empty() {
            p.small.quiet { (cx.say().with("plans-round-answer-last", &[("text", last.deviation.as_str().into())])) }
        }
        div.row {
            button.ds-button type="submit" name=(format!("same-{id}")) value="true" data-variant="secondary" { (label) }
        }
    }
}

fn statuses(cx: &Ctx, asked: &Asked<'_>, id: &str) -> Markup {
    let now = asked.fields.text("status");
    let listed: Vec<(&str, String)> =
        Status::ALL.iter().map(|status| (status.name(), cx.t(status_key(*status)))).collect();
    let choices: Vec<Choice<'_>> = listed
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: *value == now, ..Choice::default() })
        .collect();
    let name = format!("status-{id}");
    let error = asked.problems.of_field("status").map(|problem| cx.say().problem(problem));
    radios(&Choices {
        id: &name,
        name: &name,
        label: &cx.t("plans-round-status"),
        error: error.as_deref(),
        required: true,
        choices: &choices,
        ..Choices::default()
    })
}
