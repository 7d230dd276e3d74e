//! How a yearly wheel looks.

use jiff::civil::Date;
use maud::{Markup, html};
use varde_kernel::{UnitId, Urgency};
use varde_web::ui::{
    Button, Choice, Choices, FigureCard, Icon, Picture, Tag, Tone, Weight, card_with, checkboxes, empty_state, form,
    grid, hidden, link, link_button, note, post_button, print_button, section, submit_row,
};
use varde_web::{Ctx, role_key, texts};

use super::ring;
use crate::model::followup::wheel::{Duty, Phase, SignOff, StepState, WheelStep};
use crate::pages::followup::Names;
use crate::rules::wheel as rules;
use crate::views::typed::Typed;

/// What the board shows.
pub(crate) struct Board<'a> {
    pub(crate) unit: UnitId,
    pub(crate) year: i16,
    pub(crate) steps: &'a [WheelStep],
    pub(crate) signs: &'a [SignOff],
    pub(crate) n_missing_duties: usize,
    pub(crate) may_edit: bool,
    pub(crate) may_sign: bool,
    pub(crate) names: &'a Names,
}

/// The key of a phase's name.
pub(crate) const fn phase_key(phase: Phase) -> &'static str {
    match phase {
        Phase::Plan => "plans-wheel-phase-plan",
        Phase::Do => "plans-wheel-phase-do",
        Phase::Evaluate => "plans-wheel-phase-evaluate",
        Phase::Correct => "plans-wheel-phase-correct",
    }
}

pub(crate) fn actions(cx: &Ctx, board: &Board<'_>) -> Markup {
    let new = format!("/units/{}/wheel/new?year={}", board.unit, board.year);
    html! {
        @if board.may_edit {
            (link_button(&cx.t("plans-wheel-new"), &new, Weight::Primary, Some(Icon::Plus)))
        }
        (link_button(&cx.t("plans-tab-cycle"), &format!("/units/{}/cycle", board.unit), Weight::Tertiary, None))
        (print_button(&cx.t("plans-followup-print")))
    }
}

/// The whole board.
pub(crate) fn board(cx: &Ctx, board: &Board<'_>) -> Markup {
    let at = |year: i16| format!("/units/{}/wheel?year={year}", board.unit);
    let year = |year: i16| year.to_string();
    html! {
        nav.row.no-print aria-label=(cx.t("plans-wheel-years")) {
            (link_button(&year(board.year - 1), &at(board.year - 1), Weight::Tertiary, Some(Icon::ArrowLeft)))
            strong { (year(board.year)) }
            (link_button(&year(board.year + 1), &at(board.year + 1), Weight::Tertiary, Some(Icon::ArrowRight)))
        }
        @if board.steps.is_empty() {
            (empty_state(&cx.t("plans-wheel-empty"), &cx.t("plans-wheel-empty-help"), &starters(cx, board, Weight::Primary)))
        } @else {
            (figures(cx, board))
            (incomplete(cx, board))
            (grid(&Phase::ALL.iter().map(|phase| column(cx, board, *phase)).collect::<Vec<_>>()))
            (picture(cx, board))
            @if board.may_edit { (tools(cx, board)) }
            (signatures(cx, board))
        }
    }
}

fn starters(cx: &Ctx, board: &Board<'_>, weight: Weight) -> Markup {
    let year = board.year.to_string();
    html! {
        @if board.may_edit {
            (link_button(&cx.t("plans-wheel-start"), &format!("/units/{}/wheel/start?year={year}", board.unit), weight, None))
        }
    }
}

fn figures(cx: &Ctx, board: &Board<'_>) -> Markup {
    let n = |count: usize| cx.say().number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)), 0);
    let done = board.steps.iter().filter(|step| step.state == StepState::Done).count();
    let overdue = board.steps.iter().filter(|step| is_overdue(cx, step)).count();
    let lacking = rules::incomplete(board.steps).len();
    let (all, done, late, bare) = (n(board.steps.len()), n(done), n(overdue), n(lacking));
    let tag = |bad: bool| {
        let (tone, key) = if bad { (Tone::Warning, "plans-wheel-look") } else { (Tone::Success, "plans-wheel-fine") };
        html! { (Tag(tone, &cx.t(key))) }
    };
    let note = cx.say().with("plans-wheel-of-all", &[("all", all.as_str().into())]);
    let label = |key| cx.t(key);
    grid(&[
        html! { (FigureCard { label: &label("plans-wheel-n-done"), value: Some(&done), note: &note, ..FigureCard::default() }) },
        html! { (FigureCard { label: &label("plans-wheel-n-overdue"), value: Some(&late), tag: tag(0 < overdue), ..FigureCard::default() }) },
        html! { (FigureCard { label: &label("plans-wheel-n-incomplete"), value: Some(&bare), tag: tag(0 < lacking), ..FigureCard::default() }) },
    ])
}

fn is_overdue(cx: &Ctx, step: &WheelStep) -> bool {
    step.state == StepState::Open && Urgency::of(step.due, cx.today()) == Urgency::Overdue
}

fn incomplete(cx: &Ctx, board: &Board<'_>) -> Markup {
    let lacking = rules::incomplete(board.steps);
    html! {
        @if !lacking.is_empty() {
            (note(Tone::Warning, None, &html! {
                p { strong { (cx.t("plans-wheel-incomplete")) } }
                ul { @for step in &lacking {
                    li {
                        (title(cx, board, step)) ": "
                        @let lacks = [
                            step.due.is_none().then(|| cx.t("plans-wheel-no-due")),
                            (!step.has_owner()).then(|| cx.t("plans-wheel-no-owner")),
                        ];
                        (lacks.into_iter().flatten().collect::<Vec<_>>().join(", "))
                    }
                } }
            }))
        }
    }
}

/// A step with its number, by which the picture marks it.
fn title(cx: &Ctx, board: &Board<'_>, step: &WheelStep) -> Markup {
    let number = numbered(board.steps).find(|(_, one)| one.id == step.id).map(|(number, _)| number);
    let words = step.title.get(cx.locale());
    html! {
        @if let Some(number) = number { (number) ". " }
        @if board.may_edit { (link(words, &format!("/wheel/{}/edit", step.id))) } @else { (words) }
    }
}

/// The steps as the board lists them, phase by phase, with their numbers.
pub(super) fn numbered(steps: &[WheelStep]) -> impl Iterator<Item = (usize, &WheelStep)> {
    let by_phase = Phase::ALL.iter().flat_map(move |phase| steps.iter().filter(move |step| step.phase == *phase));
    (1..).zip(by_phase)
}

fn column(cx: &Ctx, board: &Board<'_>, phase: Phase) -> Markup {
    let steps: Vec<&WheelStep> = board.steps.iter().filter(|step| step.phase == phase).collect();
    let done = steps.iter().filter(|step| step.state == StepState::Done).count();
    let count = cx
        .say()
        .with("plans-wheel-done-of", &[("done", done.to_string().into()), ("all", steps.len().to_string().into())]);
    let sign = format!("/units/{}/wheel/sign?phase={}&year={}", board.unit, phase.name(), board.year);
    card_with(
        &cx.t(phase_key(phase)),
        &html! { span.quiet.small { (count) } },
        &html! {
            @if steps.is_empty() { p.quiet { (cx.t("plans-wheel-phase-empty")) } }
            ul.plain.flow.tight { @for step in &steps { li { (step_line(cx, board, step)) } } }
            @if board.may_sign && !steps.is_empty() {
                p.no-print { (link_button(&cx.t("plans-wheel-sign"), &sign, Weight::Tertiary, Some(Icon::Pencil))) }
            }
        },
    )
}

fn step_line(cx: &Ctx, board: &Board<'_>, step: &WheelStep) -> Markup {
    let help = step.help.get(cx.locale());
    html! {
        div { (title(cx, board, step)) }
        div.row.small {
            @if step.state == StepState::Done {
                (Tag(Tone::Success, &cx.t("plans-wheel-state-done")))
            } @else if step.state == StepState::SetAside {
                (Tag(Tone::Neutral, &cx.t("plans-wheel-state-aside")))
            } @else if is_overdue(cx, step) {
                (Tag(Tone::Danger, &cx.t("web-overdue")))
            }
            span.quiet {
                (due_words(cx, step.due)) " · " (owner_words(cx, board.names, step))
                @if let Some(regulation) = &step.regulation { " · " (regulation) }
            }
            @if board.may_edit {
                div.row.no-print {
                    @match step.state {
                        StepState::Open => {
                            (state_button(cx, step, StepState::Done, "plans-wheel-mark-done"))
                            (link(&cx.t("plans-wheel-aside"), &format!("/wheel/{}/set-aside", step.id)))
                        }
                        StepState::Done | StepState::SetAside => (state_button(cx, step, StepState::Open, "plans-wheel-reopen")),
                    }
                }
            }
        }
        @if !help.is_empty() {
            details.small { summary { (cx.t("plans-wheel-how")) } p.prose { (help) } }
        }
        @if !step.note.is_empty() { p.small { (step.note) } }
    }
}

fn state_button(cx: &Ctx, step: &WheelStep, to: StepState, key: &str) -> Markup {
    html! {
        form method="post" action={ "/wheel/" (step.id) "/state" } {
            (hidden("_csrf", &cx.guard()))
            (hidden("version", &step.version.to_string()))
            (Button { label: &cx.t(key), weight: Weight::Tertiary, value: Some(("state", to.name())), ..Button::default() })
            span.ds-sr-only { (step.title.get(cx.locale())) }
        }
    }
}

fn due_words(cx: &Ctx, due: Option<Date>) -> String {
    due.map_or_else(|| cx.t("plans-wheel-no-due"), |due| cx.say().short_date(due))
}

fn owner_words(cx: &Ctx, names: &Names, step: &WheelStep) -> String {
    match (step.owner_person, step.owner_role) {
        (Some(person), _) => names.get(cx, Some(person)),
        (None, Some(role)) => cx.t(role_key(role)),
        (None, None) => cx.t("plans-wheel-no-owner"),
    }
}

fn picture(cx: &Ctx, board: &Board<'_>) -> Markup {
    let answer = cx.say().with("plans-wheel-picture-answer", &[("n", board.steps.len().into())]);
    html! {
        (Picture {
            question: &cx.t("plans-wheel-picture"),
            aside: Markup::default(),
            drawing: html! { (ring::draw(cx, board.steps, &answer)) (ring::key(cx)) },
            answer: &answer,
            table: None,
        })
    }
}

fn tools(cx: &Ctx, board: &Board<'_>) -> Markup {
    let year = board.year.to_string();
    let next = (board.year + 1).to_string();
    let copy = cx.say().with("plans-wheel-copy", &[("year", next.into())]);
    html! {
        div.row.no-print {
            @if 0 < board.n_missing_duties { (starters(cx, board, Weight::Secondary)) }
            (post_button(&copy, &format!("/units/{}/wheel/copy", board.unit), &cx.guard(), Weight::Secondary,
                &[("year", &year)]))
        }
    }
}

fn signatures(cx: &Ctx, board: &Board<'_>) -> Markup {
    section(
        "signatures",
        &cx.t("plans-wheel-signatures"),
        &Markup::default(),
        &html! {
            @if board.signs.is_empty() {
                p.quiet { (cx.t("plans-wheel-signatures-none")) }
            }
            ul.plain.flow { @for sign in board.signs { li {
                p {
                    strong { (cx.t(phase_key(sign.phase))) } " · "
                    (cx.say().time(sign.at)) " · " (board.names.get(cx, sign.by))
                }
                @if !sign.note.is_empty() { p { (sign.note) } }
                @if sign.points.is_empty() {
                    p.quiet.small { (cx.t("plans-wheel-signed-complete")) }
                } @else {
                    p.small { (cx.say().with("plans-wheel-signed-open", &[("n", sign.points.len().into())])) }
                    ul.small { @for (_, words, follow) in &sign.points {
                        li {
                            (words.get(cx.locale())) " "
                            @if board.may_edit {
                                (link(&cx.t("plans-wheel-follow-up"), &format!("/wheel/{follow}/edit")))
                            }
                        }
                    } }
                }
            } } }
        },
    )
}

/// The form of a step.
pub(crate) fn form_body(cx: &Ctx, typed: &Typed<'_>, owners: &[(String, String)]) -> Markup {
    let phases: Vec<(String, String)> =
        Phase::ALL.iter().map(|phase| (phase.name().to_owned(), cx.t(phase_key(*phase)))).collect();
    html! {
        (typed.summary())
        (typed.unseen("version"))
        (typed.unseen("year"))
        (typed.words(texts!("title"), &cx.t("plans-wheel-step-title"), None, true))
        (typed.select("phase", &cx.t("plans-wheel-phase"), None, true, &phases))
        (typed.date("due", &cx.t("plans-wheel-due"), None, false))
        (typed.select("owner", &cx.t("plans-wheel-owner"), Some(&cx.t("plans-wheel-owner-help")), false, owners))
        (typed.long_words(texts!("help"), &cx.t("plans-wheel-help"), None))
        (typed.line("regulation", &cx.t("plans-wheel-regulation"), None, false))
    }
}

pub(crate) fn step_form(cx: &Ctx, typed: &Typed<'_>, action: &str, back: &str, owners: &[(String, String)]) -> Markup {
    typed.form(
        action,
        typed.version(),
        html! {
            (form_body(cx, typed, owners))
            (submit_row(&cx.t("plans-followup-save"), Some((&cx.t("plans-followup-cancel"), back)), None))
        },
    )
}

/// The duties to choose among when they are taken into a year; all are chosen to begin with.
pub(crate) fn start_form(cx: &Ctx, unit: UnitId, year: i16, back: &str, missing: &[&Duty]) -> Markup {
    if missing.is_empty() {
        return html! { p { (cx.t("plans-wheel-started-none")) } p { (link(&cx.t("plans-followup-cancel"), back)) } };
    }
    let day = |duty: &Duty| due_words(cx, rules::duty_day(year, duty.month, cx.today()));
    let labels: Vec<(String, String)> = missing
        .iter()
        .map(|duty| {
            let help = format!("{} · {} · {}", cx.t(phase_key(duty.phase)), duty.regulation, day(duty));
            (duty.title.get(cx.locale()).to_owned(), help)
        })
        .collect();
    let choices: Vec<Choice<'_>> = missing
        .iter()
        .zip(&labels)
        .map(|(duty, (label, help))| Choice {
            value: &duty.code,
            label,
            help: Some(help),
            chosen: true,
            ..Choice::default()
        })
        .collect();
    form(
        &format!("/units/{unit}/wheel/start"),
        &cx.guard(),
        html! {
            (hidden("year", &year.to_string()))
            p.prose { (cx.t("plans-wheel-start-text")) }
            (checkboxes(&Choices { id: "duty", name: "duty", label: &cx.t("plans-wheel-start-choose"), choices: &choices, ..Choices::default() }))
            (submit_row(&cx.t("plans-wheel-start"), Some((&cx.t("plans-followup-cancel"), back)), None))
        },
    )
}

/// Setting a step aside.
pub(crate) fn set_aside_form(cx: &Ctx, typed: &Typed<'_>, step: &WheelStep, back: &str) -> Markup {
    typed.form(
        &format!("/wheel/{}/set-aside", step.id),
        typed.version(),
        html! {
            (typed.summary())
            (typed.unseen("version"))
            p.prose { (cx.t("plans-wheel-aside-text")) }
            (typed.area("note", &cx.t("plans-wheel-aside-why"), None, true))
            (submit_row(&cx.t("plans-wheel-aside"), Some((&cx.t("plans-followup-cancel"), back)), None))
        },
    )
}

/// Signing a phase.
pub(crate) fn sign_form(cx: &Ctx, typed: &Typed<'_>, unit: UnitId, back: &str, open: &[&WheelStep]) -> Markup {
    typed.form(
        &format!("/units/{unit}/wheel/sign"),
        typed.version(),
        html! {
            (typed.summary())
            (typed.unseen("phase"))
            (typed.unseen("year"))
            div.prose {
                @if open.is_empty() {
                    p { (cx.t("plans-wheel-sign-complete")) }
                } @else {
                    p { (cx.say().with("plans-wheel-sign-open", &[("n", open.len().into())])) }
                    ul { @for step in open { li { (step.title.get(cx.locale())) } } }
                    p { (cx.t("plans-wheel-sign-open-help")) }
                }
            }
            @if !open.is_empty() {
                (typed.date("follow_up_by", &cx.t("plans-wheel-follow-up-by"), None, true))
            }
            (typed.area("note", &cx.t("plans-wheel-sign-note"), None, false))
            (submit_row(&cx.t("plans-wheel-sign"), Some((&cx.t("plans-followup-cancel"), back)), None))
        },
    )
}
