//! How proposals and their scores look.

use maud::{Markup, Render, html};
use varde_kernel::{Problems, UnitTree};
use varde_web::ui::{
    Button, Column, Icon, Table, Tag, Tone, Weight, card, empty_state, facts, filter_bar, hidden, link, link_button,
    note, post_button, print_button, section, submit_row,
};
use varde_web::{Ctx, Fields};

use crate::model::followup::choosing::{PlanPart, Proposal, ProposalState, Verdict};
use crate::pages::followup::proposals::{Opened, Ranked};
use crate::pages::followup::{Names, unit_name};
use crate::rules::scoring::ScoreSum;
use crate::store::sources::PlanHead;
use crate::views::typed::{Typed, drafted, summary};

pub(crate) const fn state_key(state: ProposalState) -> &'static str {
    match state {
        ProposalState::Draft => "plans-proposal-state-draft",
        ProposalState::Submitted => "plans-proposal-state-submitted",
        ProposalState::Decided => "plans-proposal-state-decided",
    }
}

pub(crate) const fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accept => "plans-proposal-verdict-accept",
        Verdict::Reject => "plans-proposal-verdict-reject",
        Verdict::Later => "plans-proposal-verdict-later",
    }
}

fn state_tag(cx: &Ctx, proposal: &Proposal) -> Markup {
    let (tone, key) = match (&proposal.decision, proposal.state) {
        (Some(decision), _) => match decision.verdict {
            Verdict::Accept => (Tone::Success, verdict_key(decision.verdict)),
            Verdict::Reject | Verdict::Later => (Tone::Neutral, verdict_key(decision.verdict)),
        },
        (None, state @ ProposalState::Submitted) => (Tone::Warning, state_key(state)),
        (None, state) => (Tone::Info, state_key(state)),
    };
    Tag(tone, &cx.t(key)).render()
}

pub(crate) fn list_actions(cx: &Ctx) -> Markup {
    html! {
        (link_button(&cx.t("plans-proposal-new"), "/proposals/new", Weight::Primary, Some(Icon::Plus)))
        (link_button(&cx.t("plans-proposal-ranking"), "/proposals/ranking", Weight::Secondary, Some(Icon::Chart)))
    }
}

fn plan_choices(cx: &Ctx, plans: &[PlanHead]) -> Vec<(String, String)> {
    plans.iter().map(|plan| (plan.id.to_string(), plan.name.get(cx.locale()).to_owned())).collect()
}

pub(crate) fn list(
    cx: &Ctx,
    tree: &UnitTree,
    query: &Fields,
    proposals: &[Proposal],
    names: &Names,
    plans: &[PlanHead],
    pager: &Markup,
) -> Markup {
    let rows: Vec<Vec<Markup>> = proposals
        .iter()
        .map(|proposal| {
            vec![
                link(&proposal.title, &format!("/proposals/{}", proposal.id)),
                html! { (unit_name(cx, tree, proposal.unit)) },
                html! { (names.get(cx, proposal.proposer)) },
                html! { (cx.say().short_date(cx.say().day(proposal.proposed_at))) },
                state_tag(cx, proposal),
            ]
        })
        .collect();
    let heads = [
        cx.t("plans-proposal-title"),
        cx.t("web-unit"),
        cx.t("plans-proposal-by"),
        cx.t("plans-proposal-at"),
        cx.t("plans-proposal-state"),
    ];
    let columns: Vec<Column<'_>> = heads.iter().map(|head| Column::text(head)).collect();
    let states: Vec<(String, String)> =
        ProposalState::ALL.iter().map(|state| (state.name().to_owned(), cx.t(state_key(*state)))).collect();
    let own = [("true".to_owned(), cx.t("plans-proposal-followed-only"))];
    let problems = Problems::new();
    let typed = Typed::new(cx, query, &problems);
    html! {
        (filter_bar("/proposals", &cx.t("plans-followup-filter"), &html! {
            (typed.filter("state", &cx.t("plans-proposal-state"), &states))
            (typed.filter("plan", &cx.t("plans-proposal-plan"), &plan_choices(cx, plans)))
            (typed.filter("followed", &cx.t("plans-proposal-whose"), &own))
            @if query.has("unit") { (hidden("unit", query.text("unit"))) }
        }, &cx.t("plans-followup-filter-go"), Some((&cx.t("plans-followup-filter-reset"), "/proposals"))))
        (Table {
            caption: &cx.t("plans-proposal-list"),
            caption_hidden: true,
            columns: &columns,
            rows: &rows,
            empty: &empty_state(&cx.t("plans-proposal-empty"), &cx.t("plans-proposal-empty-help"), &Markup::default()),
            stack: true,
        })
        (pager)
    }
}

/// A number that may be missing.
fn figure(cx: &Ctx, value: Option<f64>) -> String {
    value.map_or_else(|| cx.t("plans-followup-none"), |value| cx.say().number(value, 1))
}

pub(crate) fn ranking(cx: &Ctx, query: &Fields, plans: &[PlanHead], ranked: &[(&PlanHead, Ranked)]) -> Markup {
    let problems = Problems::new();
    let typed = Typed::new(cx, query, &problems);
    let empty = empty_state(&cx.t("plans-proposal-empty"), &cx.t("plans-proposal-ranking-empty"), &Markup::default());
    html! {
        (filter_bar("/proposals/ranking", &cx.t("plans-followup-filter"), &html! {
            (typed.filter("plan", &cx.t("plans-proposal-plan"), &plan_choices(cx, plans)))
        }, &cx.t("plans-followup-filter-go"), None))
        @if ranked.is_empty() { (empty) }
        @for (plan, (criteria, sums)) in ranked {
            (section(&format!("plan-{}", plan.id), plan.name.get(cx.locale()), &Markup::default(), &html! {
                (ranking_table(cx, plan.name.get(cx.locale()), criteria, sums, &empty))
            }))
        }
        @if !ranked.is_empty() { p.quiet.small { (cx.t("plans-proposal-ranking-rule")) } }
    }
}

/// A criterion with how much it counts, when that is not just once.
fn weighted(cx: &Ctx, part: &PlanPart) -> String {
    let name = part.name.get(cx.locale());
    if (part.weight - 1.0).abs() < f64::EPSILON {
        return name.to_owned();
    }
    let weight = cx.say().value(part.weight);
    cx.say().with("plans-proposal-weighted", &[("criterion", name.into()), ("weight", weight.into())])
}

fn ranking_table(
    cx: &Ctx,
    caption: &str,
    criteria: &[PlanPart],
    sums: &[(Proposal, ScoreSum)],
    empty: &Markup,
) -> Markup {
    let (name, total) = (cx.t("plans-proposal-title"), cx.t("plans-proposal-total"));
    let (spread, n, state) =
        (cx.t("plans-proposal-spread"), cx.t("plans-proposal-n-assessors"), cx.t("plans-proposal-state"));
    let heads: Vec<String> = criteria.iter().map(|part| weighted(cx, part)).collect();
    let mut columns = vec![Column::text(&name)];
    columns.extend(heads.iter().map(|head| Column::number(head)));
    columns.extend([Column::number(&total), Column::number(&spread), Column::number(&n), Column::text(&state)]);
    let rows: Vec<Vec<Markup>> = sums
        .iter()
        .map(|(proposal, sum)| {
            let mut row = vec![link(&proposal.title, &format!("/proposals/{}", proposal.id))];
            row.extend(sum.criteria.iter().map(|criterion| html! { (figure(cx, criterion.mean)) }));
            row.extend([
                html! { strong { (figure(cx, sum.total)) } },
                html! { (figure(cx, sum.spread)) },
                html! { (sum.n_assessors) },
                state_tag(cx, proposal),
            ]);
            row
        })
        .collect();
    Table { caption, caption_hidden: true, columns: &columns, rows: &rows, empty, stack: true }.render()
}

/// What the reader may do to a proposal.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a right of its own")]
pub(crate) struct Allowed {
    pub(crate) edit: bool,
    pub(crate) score: bool,
    pub(crate) decide: bool,
    pub(crate) measure: bool,
    pub(crate) pilot: bool,
}

/// What the page of a proposal shows.
pub(crate) struct Shown<'a> {
    pub(crate) opened: &'a Opened,
    pub(crate) names: &'a Names,
    pub(crate) plan: Option<&'a str>,
    pub(crate) follows: bool,
    pub(crate) allowed: Allowed,
    /// What it has become: names and addresses.
    pub(crate) became: &'a [(String, String)],
    pub(crate) problems: &'a Problems,
}

pub(crate) fn actions(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let proposal = &shown.opened.proposal;
    let at = |tail: &str| format!("/proposals/{}/{tail}", proposal.id);
    let draft = proposal.state == ProposalState::Draft;
    let (label, value) =
        if shown.follows { ("plans-proposal-unfollow", "false") } else { ("plans-proposal-follow", "true") };
    html! {
        @if proposal.state == ProposalState::Submitted && shown.allowed.decide {
            (link_button(&cx.t("plans-proposal-decide"), &at("decide"), Weight::Primary, Some(Icon::Gavel)))
        }
        @if shown.allowed.score && proposal.plan.is_some() && proposal.state != ProposalState::Decided {
            (link_button(&cx.t("plans-proposal-score"), &at("score"), Weight::Secondary, Some(Icon::Ruler)))
        }
        @if draft && shown.allowed.edit {
            (link_button(&cx.t("plans-proposal-edit"), &at("edit"), Weight::Secondary, Some(Icon::Pencil)))
        }
        form method="post" action=(at("follow")) {
            (hidden("_csrf", &cx.guard()))
            (Button { label: &cx.t(label), weight: Weight::Tertiary, value: Some(("follow", value)), ..Button::default() })
        }
        (print_button(&cx.t("plans-followup-print")))
    }
}

/// The page of a proposal.
pub(crate) fn show(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let proposal = &shown.opened.proposal;
    let lines: Vec<(String, String)> =
        shown.problems.iter().map(|problem| (String::new(), cx.say().problem(problem))).collect();
    html! {
        (summary(cx, &lines))
        p { (state_tag(cx, proposal)) }
        @if let Some(decision) = &proposal.decision {
            (card(&cx.t("plans-proposal-decision"), &html! {
                p { strong { (cx.t(verdict_key(decision.verdict))) } }
                p.prose { (decision.reason) }
                p.quiet.small { (cx.say().time(decision.at)) " · " (shown.names.get(cx, decision.by)) }
                @if decision.verdict == Verdict::Accept { (outcome(cx, shown)) }
            }))
        }
        (card(&cx.t("plans-proposal-body"), &html! {
            @for line in proposal.body.lines() { p.prose { (line) } }
            (facts(&[
                (&cx.t("plans-proposal-by"), html! { (shown.names.get(cx, proposal.proposer)) }),
                (&cx.t("plans-proposal-at"), html! { (cx.say().short_date(cx.say().day(proposal.proposed_at))) }),
                (&cx.t("plans-proposal-plan"), html! {
                    @match (proposal.plan, shown.plan) {
                        (Some(plan), Some(name)) => (link(name, &format!("/plans/{plan}"))),
                        _ => span.quiet { (cx.t("plans-proposal-no-plan")) },
                    }
                }),
            ]))
        }))
        (scores(cx, shown))
        @if proposal.state == ProposalState::Draft && shown.allowed.edit {
            (put_forward(cx, shown))
        }
    }
}

/// What has come of a proposal that is to be carried out, and the ways on.
fn outcome(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let at = |tail: &str| format!("/proposals/{}/{tail}", shown.opened.proposal.id);
    let weight = if shown.became.is_empty() { Weight::Primary } else { Weight::Secondary };
    html! {
        @if shown.became.is_empty() { p { (cx.t("plans-proposal-became-nothing")) } }
        @else { p { (cx.t("plans-proposal-became-this")) } ul { @for (name, href) in shown.became { li { (link(name, href)) } } } }
        div.row.no-print {
            @if shown.allowed.measure { (post_button(&cx.t("plans-proposal-make-measure"), &at("measure"), &cx.guard(), weight, &[])) }
            @if shown.allowed.pilot { (post_button(&cx.t("plans-proposal-make-pilot"), &at("pilot"), &cx.guard(), Weight::Secondary, &[])) }
        }
    }
}

fn put_forward(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let proposal = &shown.opened.proposal;
    let missing = shown.opened.sum.missing();
    let names: Vec<&str> = shown
        .opened
        .criteria
        .iter()
        .filter(|part| missing.contains(&part.id))
        .map(|part| part.name.get(cx.locale()))
        .collect();
    // What the rule would refuse is not offered; what it lacks is said instead.
    let lacks = if shown.opened.criteria.is_empty() {
        Some(cx.t("plans-proposal-problem-no-criteria"))
    } else {
        (!names.is_empty()).then(|| cx.say().with("plans-proposal-lacks", &[("list", names.join("; ").into())]))
    };
    html! {
        @match lacks {
            Some(lacks) => (note(Tone::Warning, None, &html! { p { (lacks) } })),
            None => (post_button(
                &cx.t("plans-proposal-submit"),
                &format!("/proposals/{}/submit", proposal.id),
                &cx.guard(),
                Weight::Primary,
                &[("version", &proposal.version.to_string())],
            )),
        }
    }
}

fn scores(cx: &Ctx, shown: &Shown<'_>) -> Markup {
    let (opened, sum) = (shown.opened, &shown.opened.sum);
    let heads = [
        cx.t("plans-proposal-criterion"),
        cx.t("plans-proposal-mean"),
        cx.t("plans-proposal-spread"),
        cx.t("plans-proposal-range"),
        cx.t("plans-proposal-n-assessors"),
    ];
    let [first, rest @ ..] = &heads;
    let mut columns = vec![Column::text(first)];
    columns.extend(rest.iter().map(|head| Column::number(head)));
    let rows: Vec<Vec<Markup>> = opened
        .criteria
        .iter()
        .zip(&sum.criteria)
        .map(|(part, criterion)| {
            let range = criterion.range.map(|(low, high)| format!("{low}–{high}"));
            vec![
                html! { (weighted(cx, part)) },
                html! { (figure(cx, criterion.mean)) },
                html! { (figure(cx, criterion.spread)) },
                html! { (range.unwrap_or_else(|| cx.t("plans-followup-none"))) },
                html! { (criterion.n) },
            ]
        })
        .collect();
    let empty =
        empty_state(&cx.t("plans-proposal-no-criteria"), &cx.t("plans-proposal-no-criteria-help"), &Markup::default());
    section(
        "scores",
        &cx.t("plans-proposal-scores"),
        &Markup::default(),
        &html! {
            (Table {
                caption: &cx.t("plans-proposal-scores"),
                caption_hidden: true,
                columns: &columns,
                rows: &rows,
                empty: &empty,
                stack: true,
            })
            @if !opened.criteria.is_empty() {
                p { (cx.say().with("plans-proposal-sum", &[
                    ("total", figure(cx, sum.total).into()),
                    ("spread", figure(cx, sum.spread).into()),
                    ("n", sum.n_assessors.to_string().into()),
                ])) }
            }
            @if opened.scores.iter().any(|score| !score.grounds.is_empty()) {
                h3 { (cx.t("plans-proposal-grounds")) }
                ul { @for score in opened.scores.iter().filter(|score| !score.grounds.is_empty()) {
                    @let part = opened.criteria.iter().find(|part| part.id == score.criterion);
                    li {
                        @if let Some(part) = part { strong { (part.name.get(cx.locale())) ": " } }
                        (score.value) " – " (score.grounds) " "
                        span.quiet.small { "(" (shown.names.get(cx, Some(score.assessor))) ")" }
                    }
                } }
            }
        },
    )
}

/// The form of a proposal.
pub(crate) fn form_of(
    cx: &Ctx,
    typed: &Typed<'_>,
    action: &str,
    back: &str,
    units: Option<&[(String, String)]>,
    plans: &[(String, String)],
) -> Markup {
    typed.form(
        action,
        typed.version(),
        html! {
            (typed.summary())
            (typed.unseen("version"))
            @if let Some(units) = units {
                (typed.select("unit", &cx.t("plans-proposal-unit"), None, true, units))
            }
            (typed.line("title", &cx.t("plans-proposal-title"), None, true))
            (typed.area("body", &cx.t("plans-proposal-body"), Some(&cx.t("plans-proposal-body-help")), true))
            (typed.select("plan", &cx.t("plans-proposal-plan"), Some(&cx.t("plans-proposal-plan-help")), false, plans))
            (submit_row(&cx.t("plans-followup-save"), Some((&cx.t("plans-followup-cancel"), back)), None))
        },
    )
}

/// One criterion in the scoring form.
pub(crate) struct Scored {
    pub(crate) criterion: PlanPart,
    pub(crate) fields: Fields,
    pub(crate) problems: Problems,
}

/// One's own scores.
pub(crate) fn score_form(cx: &Ctx, proposal: &Proposal, scored: &[Scored]) -> Markup {
    let back = format!("/proposals/{}", proposal.id);
    let values: Vec<(String, String)> = [
        ("1", "plans-proposal-value-1"),
        ("2", "plans-proposal-value-2"),
        ("3", "plans-proposal-value-3"),
        ("4", "plans-proposal-value-4"),
        ("5", "plans-proposal-value-5"),
    ]
    .iter()
    .map(|(value, key)| ((*value).to_owned(), cx.t(key)))
    .collect();
    let ids: Vec<String> = scored.iter().map(|one| one.criterion.id.to_string()).collect();
    let parts: Vec<(&Scored, Typed<'_>)> =
        scored.iter().zip(&ids).map(|(one, id)| (one, Typed::new(cx, &one.fields, &one.problems).of(id))).collect();
    let lines: Vec<(String, String)> = parts.iter().flat_map(|(_, typed)| typed.lines()).collect();
    html! {
        @if scored.is_empty() {
            (empty_state(&cx.t("plans-proposal-no-criteria"), &cx.t("plans-proposal-no-criteria-help"), &Markup::default()))
        } @else {
            (drafted(cx, &format!("{back}/score"), "", html! {
                (summary(cx, &lines))
                @for (one, typed) in &parts {
                    fieldset.ds-fieldset.group {
                        legend { h2 { (one.criterion.name.get(cx.locale())) } }
                        (typed.select("value", &cx.t("plans-proposal-value"), None, false, &values))
                        (typed.area("grounds", &cx.t("plans-proposal-grounds"), None, false))
                    }
                }
                (submit_row(&cx.t("plans-followup-save"), Some((&cx.t("plans-followup-cancel"), &back)), None))
            }))
        }
    }
}

/// The decision.
pub(crate) fn decide_form(cx: &Ctx, typed: &Typed<'_>, proposal: &Proposal) -> Markup {
    let back = format!("/proposals/{}", proposal.id);
    let verdicts: Vec<(String, String)> =
        Verdict::ALL.iter().map(|verdict| (verdict.name().to_owned(), cx.t(verdict_key(*verdict)))).collect();
    typed.form(
        &format!("{back}/decide"),
        typed.version(),
        html! {
            (typed.summary())
            (typed.unseen("version"))
            p { (cx.t("plans-proposal-decide-help")) }
            (typed.select("decision", &cx.t("plans-proposal-decision"), None, true, &verdicts))
            (typed.area("reason", &cx.t("plans-proposal-reason"), None, true))
            (submit_row(&cx.t("plans-proposal-decide"), Some((&cx.t("plans-followup-cancel"), &back)), None))
        },
    )
}
