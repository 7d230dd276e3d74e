//! How alternatives and votes look.

use maud::{Markup, html};
use varde_web::ui::{
    Column, Icon, Table, Tag, Tone, Weight, card, empty_state, label_tag, link, link_button, note, post_button,
    print_button, section, submit_row,
};
use varde_web::{Ctx, texts};

use crate::model::followup::alternatives::{Alternative, Choice, PointKind, Vote};
use crate::model::plan::PlanKind;
use crate::pages::followup::Names;
use crate::rules::votes as rules;
use crate::store::sources::PlanHead;
use crate::views::typed::Typed;

/// What the page shows.
pub(crate) struct Shown<'a> {
    pub(crate) plan: &'a PlanHead,
    pub(crate) alternatives: &'a [Alternative],
    pub(crate) votes: &'a [Vote],
    pub(crate) choice: Option<&'a Choice>,
    pub(crate) names: &'a Names,
    pub(crate) own: Option<&'a Vote>,
    pub(crate) may_edit: bool,
    pub(crate) may_vote: bool,
    pub(crate) may_decide: bool,
}

fn title(cx: &Ctx, alternative: &Alternative) -> String {
    cx.say().with(
        "plans-alternative-title",
        &[("number", alternative.number.to_string().into()), ("name", alternative.name.get(cx.locale()).into())],
    )
}

pub(crate) fn actions(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let at = |tail: &str| format!("/plans/{}/alternatives/{tail}", shown.plan.id);
    let undecided = shown.choice.is_none() && !shown.alternatives.is_empty();
    let vote = if shown.own.is_some() { "plans-alternative-vote-change" } else { "plans-alternative-vote" };
    html! {
        @if undecided && shown.may_vote {
            (link_button(&cx.t(vote), &at("vote"), Weight::Primary, Some(Icon::Check)))
        }
        @if undecided && shown.may_vote && shown.own.is_some() {
            (post_button(&cx.t("plans-alternative-withdraw"), &at("withdraw"), &cx.guard(), Weight::Tertiary, &[]))
        }
        @if undecided && shown.may_decide {
            (link_button(&cx.t("plans-alternative-decide"), &at("decide"), Weight::Secondary, Some(Icon::Gavel)))
        }
        @if shown.may_edit && shown.choice.is_none() {
            (link_button(&cx.t("plans-alternative-new"), &at("new"), Weight::Tertiary, Some(Icon::Plus)))
        }
        (print_button(&cx.t("plans-followup-print")))
    }
}

/// How the votes fell, then the alternatives beside each other, then who said what.
pub(crate) fn show(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let (counts, abstained) = rules::tally(shown.alternatives, shown.votes);
    html! {
        @if shown.alternatives.is_empty() {
            (empty_state(&cx.t("plans-alternative-empty"), &cx.t("plans-alternative-empty-help"), &Markup::default()))
        }
        @if let Some(choice) = shown.choice { (decided(cx, shown, choice)) }
        @if !shown.alternatives.is_empty() {
            (printed(cx, shown))
            (side_by_side(cx, shown, &counts))
            (votes(cx, shown, abstained))
        }
    }
}

/// The votes that the document prints: what most people come for. An alternative that none of them went to was
/// turned down by those who voted.
fn printed(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let say = cx.say();
    let votes: Vec<String> = shown
        .alternatives
        .iter()
        .filter_map(|one| Some((one.votes_stated?, one.number)))
        .map(|(n, number)| {
            let args = [("n", n.into()), ("number", number.to_string().into())];
            say.with("plans-alternative-printed-for", &args)
        })
        .collect();
    if votes.is_empty() {
        return Markup::default();
    }
    let group = shown.plan.kind == PlanKind::WorkingGroupReport;
    let key = if group { "plans-alternative-printed-group" } else { "plans-alternative-printed" };
    html! {
        div.stand {
            p.stand__words { (say.with(key, &[("votes", votes.join(", ").into())])) }
            @for one in rules::turned_down(shown.alternatives) {
                p { (say.with("plans-alternative-turned-down-words", &[("title", title(cx, one).into())])) }
            }
            p.quiet.small { (cx.t("plans-alternative-stated-help")) }
        }
    }
}

fn decided(cx: &Ctx, shown: &Shown<'_>, choice: &Choice) -> Markup {
    let chosen = shown.alternatives.iter().find(|alternative| alternative.id == choice.alternative);
    note(
        Tone::Success,
        None,
        &html! {
            @if let Some(chosen) = chosen {
                p { strong { (cx.say().with("plans-alternative-decided-for", &[("title", title(cx, chosen).into())])) } }
            }
            p.prose { (choice.reasons) }
            p.quiet.small { (cx.say().time(choice.at)) " · " (shown.names.get(cx, choice.by)) }
        },
    )
}

/// The alternatives beside each other: a column for each, a line for each thing that is said of them.
fn side_by_side(cx: &Ctx, shown: &Shown<'_>, counts: &[usize]) -> Markup {
    let words = |words: &varde_kernel::Words| {
        let text = words.get(cx.locale()).to_owned();
        html! { @if text.is_empty() { span.quiet { (cx.t("plans-followup-not-given")) } } @else { (text) } }
    };
    let titles: Vec<String> = shown.alternatives.iter().map(|one| title(cx, one)).collect();
    let aspect = cx.t("plans-alternative-aspect");
    let columns: Vec<Column<'_>> =
        std::iter::once(Column::text(&aspect)).chain(titles.iter().map(|title| Column::text(title))).collect();
    let row = |key: &str, cell: &dyn Fn(&Alternative) -> Markup| -> Vec<Markup> {
        std::iter::once(html! { (cx.t(key)) }).chain(shown.alternatives.iter().map(cell)).collect()
    };
    let turned_down = rules::turned_down(shown.alternatives);
    let count = |one: &Alternative| {
        let at = shown.alternatives.iter().position(|other| other.id == one.id);
        at.and_then(|place| counts.get(place)).copied().unwrap_or(0)
    };
    let any_here = !shown.votes.is_empty();
    let any_printed = shown.alternatives.iter().any(|one| one.votes_stated.is_some());
    let mut rows = vec![
        row("plans-alternative-votes", &|one| {
            html! { div {
                @if let Some(n) = one.votes_stated {
                    p { (label_tag(&cx.say().with("plans-alternative-stated", &[("n", n.into())]))) }
                }
                @if turned_down.iter().any(|other| other.id == one.id) {
                    p { (label_tag(&cx.t("plans-alternative-turned-down"))) }
                }
                @if any_here { p { (cx.say().with("plans-alternative-n-votes", &[("n", count(one).into())])) } }
                @else if !any_printed { p.quiet { (cx.t("plans-alternative-none-yet")) } }
            } }
        }),
        row("plans-alternative-summary", &|one| words(&one.summary)),
        row("plans-alternative-pros", &|one| points(cx, one, PointKind::Pro)),
        row("plans-alternative-cons", &|one| points(cx, one, PointKind::Con)),
        row("plans-alternative-preconditions", &|one| points(cx, one, PointKind::Precondition)),
        row("plans-alternative-setup", &|one| words(&one.setup)),
        row("plans-alternative-pace", &|one| words(&one.pace)),
        row("plans-alternative-effect", &|one| words(&one.effect)),
    ];
    if shown.alternatives.iter().any(|one| !one.source.is_empty()) {
        rows.push(row("plans-followup-source", &|one| html! { span.quiet.small { (cx.say().cite(&one.source)) } }));
    }
    if shown.may_edit && shown.choice.is_none() {
        rows.push(row("plans-alternative-change", &|one| {
            html! { span.no-print {
                (link(&cx.t("plans-alternative-edit"), &format!("/alternatives/{}/edit", one.id)))
            } }
        }));
    }
    let (caption, empty) = (cx.t("plans-alternative-list"), Markup::default());
    let table =
        Table { caption: &caption, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true };
    html! { div.beside { (table) } }
}

fn points(cx: &Ctx, alternative: &Alternative, kind: PointKind) -> Markup {
    let points: Vec<&str> = alternative
        .points
        .iter()
        .filter(|(known, _)| *known == kind)
        .map(|(_, words)| words.get(cx.locale()))
        .collect();
    html! {
        @if points.is_empty() { span.quiet { (cx.t("plans-alternative-no-points")) } }
        @else { ul { @for point in points { li { (point) } } } }
    }
}

/// Who voted for what here, and why. Nothing where nobody has voted.
fn votes(cx: &Ctx, shown: &Shown<'_>, abstained: usize) -> Markup {
    if shown.votes.is_empty() {
        return Markup::default();
    }
    section(
        "votes",
        &cx.t("plans-alternative-votes-here"),
        &Markup::default(),
        &html! { div.flow {
            p { (cx.say().with("plans-alternative-abstained", &[("n", abstained.into())])) }
            @for vote in shown.votes {
                @let chosen = shown.alternatives.iter().find(|alternative| Some(alternative.id) == vote.alternative);
                @let words = chosen.map_or_else(|| cx.t("plans-alternative-abstain"), |chosen| title(cx, chosen));
                (card(&shown.names.get(cx, Some(vote.voter)), &html! {
                    p.row { (Tag(Tone::Info, &words)) @if !vote.seat.is_empty() { span.quiet { (vote.seat) } } }
                    @if !vote.statement.is_empty() { p.prose { (vote.statement) } }
                    @if !vote.reservation.is_empty() {
                        p.prose { strong { (cx.t("plans-alternative-reservation")) ": " } (vote.reservation) }
                    }
                    p.quiet.small { (cx.say().time(vote.at)) }
                }))
            }
        } },
    )
}

/// The form of an alternative.
pub(crate) fn form_of(cx: &Ctx, typed: &Typed<'_>, action: &str, back: &str) -> Markup {
    let lines = cx.t("plans-alternative-lines-help");
    typed.form(
        action,
        typed.version(),
        html! {
            (typed.summary())
            (typed.unseen("version"))
            (typed.number("number", &cx.t("plans-alternative-number"), Some(&cx.t("plans-alternative-number-help")), true))
            (typed.words(texts!("name"), &cx.t("plans-alternative-name"), None, true))
            (typed.long_words(texts!("summary"), &cx.t("plans-alternative-summary"), None))
            (typed.long_words(texts!("pros"), &cx.t("plans-alternative-pros"), Some(&lines)))
            (typed.long_words(texts!("cons"), &cx.t("plans-alternative-cons"), Some(&lines)))
            (typed.long_words(texts!("preconditions"), &cx.t("plans-alternative-preconditions"), Some(&lines)))
            (typed.long_words(texts!("setup"), &cx.t("plans-alternative-setup"), None))
            (typed.long_words(texts!("pace"), &cx.t("plans-alternative-pace"), None))
            (typed.long_words(texts!("effect"), &cx.t("plans-alternative-effect"), None))
            (submit_row(&cx.t("plans-followup-save"), Some((&cx.t("plans-followup-cancel"), back)), None))
        },
    )
}

fn choices(cx: &Ctx, alternatives: &[Alternative]) -> Vec<(String, String)> {
    alternatives.iter().map(|alternative| (alternative.id.to_string(), title(cx, alternative))).collect()
}

/// One's own vote.
pub(crate) fn vote_form(cx: &Ctx, typed: &Typed<'_>, plan: &PlanHead, alternatives: &[Alternative]) -> Markup {
    let back = format!("/plans/{}/alternatives", plan.id);
    let mut choices = choices(cx, alternatives);
    choices.push(("abstain".to_owned(), cx.t("plans-alternative-abstain")));
    typed.form(
        &format!("{back}/vote"),
        typed.version(),
        html! {
            (typed.summary())
            p { (cx.t("plans-alternative-vote-help")) }
            (typed.select("alternative", &cx.t("plans-alternative-your-vote"), None, true, &choices))
            (typed.line("seat", &cx.t("plans-alternative-seat"), Some(&cx.t("plans-alternative-seat-help")), false))
            (typed.area("statement", &cx.t("plans-alternative-statement"), None, false))
            (typed.area("reservation", &cx.t("plans-alternative-reservation"), None, false))
            (submit_row(&cx.t("plans-alternative-vote"), Some((&cx.t("plans-followup-cancel"), &back)), None))
        },
    )
}

/// The decision.
pub(crate) fn decide_form(cx: &Ctx, typed: &Typed<'_>, plan: &PlanHead, alternatives: &[Alternative]) -> Markup {
    let back = format!("/plans/{}/alternatives", plan.id);
    typed.form(
        &format!("{back}/decide"),
        typed.version(),
        html! {
            (typed.summary())
            p { (cx.t("plans-alternative-decide-help")) }
            (typed.select("alternative", &cx.t("plans-alternative-chosen"), None, true, &choices(cx, alternatives)))
            (typed.area("reasons", &cx.t("plans-alternative-reasons"), None, true))
            (submit_row(&cx.t("plans-alternative-decide"), Some((&cx.t("plans-followup-cancel"), &back)), None))
        },
    )
}
