//! How pages of goals look.

use maud::{Markup, Render, html};
use varde_kernel::{UnitId, UnitTree, Words};
use varde_web::ui::{Column, Picture, Sorted, Table, Tag, Tone, card, empty_state, facts, label_tag, link, section};
use varde_web::{Ctx, Sorting};

use super::measures::measures_table;
use super::plan::goal_state_tag;
use super::{pictures, words};
use crate::export::status::MeasureLine;
use crate::model::goal::{Goal, GoalChoice, GoalState, Target, TargetStanding};
use crate::model::plan::Source;
use crate::rules::cascade::{Level, RollUp, SetAside, Taken};
use crate::rules::judge::{State, target_on};
use crate::store::beside::JudgedGoal;
use crate::store::standing::Standing;

/// Goals in a list, with unit and plan.
pub(crate) fn goals_list(cx: &Ctx, tree: &UnitTree, goals: &[Standing], sorting: Option<&Sorting<'_>>) -> Markup {
    let say = cx.say();
    let labels = [
        cx.t("plans-column-goal"),
        cx.t("plans-column-state"),
        cx.t("plans-column-value"),
        cx.t("plans-column-target"),
        cx.t("plans-column-unit"),
    ];
    // One unit's goals need no column that says the same on every line.
    let unit = goals.first().map(|standing| standing.goal.unit);
    let n_columns =
        if goals.iter().all(|standing| Some(standing.goal.unit) == unit) { labels.len() - 1 } else { labels.len() };
    let ways: Vec<Option<(String, Sorted)>> = [Some("name"), Some("stands"), None, None, Some("unit")]
        .map(|name| sorting.zip(name).map(|(sorting, name)| sorting.head(name)))
        .into();
    let columns: Vec<Column<'_>> = labels
        .iter()
        .zip(&ways)
        .take(n_columns)
        .map(|(label, way)| match way {
            Some((href, now)) => Column::text(label).sorted(href, *now),
            None => Column::text(label),
        })
        .collect();
    let rows: Vec<Vec<Markup>> = goals
        .iter()
        .map(|standing| {
            let mut row = vec![
                html! {
                    (link(say.words(&standing.goal.name), &format!("/goals/{}", standing.goal.id)))
                    @if standing.goal.state == GoalState::Ended { " " (label_tag(&cx.t("plans-goal-state-ended"))) }
                    // The mark stands on the unit's name, and here where that has no column.
                    @if n_columns < labels.len() && tree.is_synthetic(standing.goal.unit) { " " (label_tag(&cx.t("web-synthetic"))) }
                },
                goal_state_tag(cx, standing),
                html! { (words::value_text(say, standing)) },
                html! { @if let Some(target) = standing.target() { (words::target_text(say, target)) } @else { (cx.t("plans-target-none")) } },
                html! { (words::unit_name(say, tree, standing.goal.unit)) },
            ];
            row.truncate(n_columns);
            row
        })
        .collect();
    let empty = empty_state(&cx.t("plans-goals-empty"), &cx.t("plans-goals-empty-help"), &html! {});
    Table {
        caption: &cx.t("plans-goals-title"),
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        empty: &empty,
        stack: true,
    }
    .render()
}

/// What a goal's page shows.
pub(crate) struct GoalPage<'a> {
    pub(crate) standing: &'a Standing,
    pub(crate) plan: Option<(varde_kernel::PlanId, Words)>,
    pub(crate) above: &'a [Goal],
    pub(crate) below: &'a [Goal],
    pub(crate) measures: &'a [MeasureLine],
    pub(crate) choices: &'a [GoalChoice],
    /// Its tags, and whether each is read into it.
    pub(crate) tags: &'a [(Words, bool)],
    /// Goals of other units that the same indicator judges.
    pub(crate) related: &'a [JudgedGoal],
    /// What the plan ties its measures to, where it ties none to the goal.
    pub(crate) areas: &'a [(Words, usize)],
    /// The part of the plan that the goal stands under.
    pub(crate) part: Option<Words>,
    /// What other rooms hold of it: a heading and lines for each.
    pub(crate) beside: &'a [(String, Markup)],
    pub(crate) former: &'a [Goal],
    pub(crate) deciders: &'a dyn Fn(&Target) -> String,
    pub(crate) roll_up: Option<RolledUp>,
    pub(crate) grounds: Markup,
    /// What every source about it shows.
    pub(crate) sources: Markup,
    pub(crate) may_tie: bool,
    pub(crate) sees_indicator: bool,
    pub(crate) may_answer: bool,
}

/// What the units below did with a goal, and how their sub-goals stand.
pub(crate) struct RolledUp {
    pub(crate) count: RollUp,
    /// How many sub-goals stand how.
    pub(crate) states: Vec<(State, usize)>,
}

/// Counts with their denominator: no names, no order, no mean of goals that count different things.
fn rolled_up(cx: &Ctx, up: &RolledUp) -> Markup {
    let (say, count) = (cx.say(), &up.count);
    html! {
        p { (say.with("plans-rollup", &[
            ("of", count.of.into()),
            ("sub", count.with_sub_goal.into()),
            ("chosen", count.chosen.into()),
            ("out", count.left_out.into()),
            ("nothing", count.nothing.into()),
        ])) }
        @if !up.states.is_empty() {
            p { (say.with("plans-rollup-sub-goals", &[("n", count.sub_goals.into())])) }
            ul.plain { @for (state, many) in &up.states {
                li { (Tag(words::state_tone(*state), &cx.t(words::state_key(*state)))) " " (many) "/" (count.sub_goals) }
            } }
            p.quiet.small { (cx.t("plans-rollup-help")) }
        }
    }
}

/// A goal: the picture, the answer, and everything it hangs together with.
pub(crate) fn goal(cx: &Ctx, tree: &UnitTree, page: &GoalPage<'_>) -> Markup {
    let (say, standing) = (cx.say(), page.standing);
    let goal = &standing.goal;
    let answer = words::stand_text(say, standing);
    let question = match &standing.indicator {
        Some(indicator) => say.with("plans-goal-question", &[("indicator", say.words(&indicator.name).into())]),
        None => cx.t("plans-goal-question-none"),
    };
    html! {
        p { (goal_state_tag(cx, standing)) @if goal.state == GoalState::Ended { " " (label_tag(&cx.t("plans-goal-state-ended"))) } }
        @if let Some(next) = standing.versions.iter().rev().find(|version| version.standing == TargetStanding::Awaits) {
            p.prose { (say.with("plans-target-awaits-text", &[("target", words::target_text(say, next).into())])) }
        }
        (page.grounds)
        // Axes without a single value would show nothing, and look as if they did.
        @if standing.indicator.is_some() && standing.values.iter().any(|one| one.value.is_some()) {
            (Picture {
                question: &question,
                aside: html! {},
                drawing: pictures::goal_picture(say, standing),
                answer: &answer,
                table: Some((&cx.t("plans-values-title"), values_table(cx, standing))),
            })
        } @else { p.prose { (answer) } }
        (section("sources", &cx.t("plans-sources-title"), &html! {}, &page.sources))
        (section("facts", &cx.t("plans-goal-facts"), &html! {}, &goal_facts(cx, tree, page)))
        (readings(cx, page))
        (section("targets", &cx.t("plans-targets-title"), &html! {}, &targets(cx, page)))
        (section("spread", &cx.t("plans-spread-title"), &html! {}, &super::spread::section(cx, standing, page.may_answer)))
        (section("cascade", &cx.t("plans-cascade-title"), &html! {}, &cascade(cx, tree, page)))
        (section("measures", &cx.t("plans-tab-measures"), &html! {}, &html! {
            @let lines: Vec<&MeasureLine> = page.measures.iter().collect();
            @if lines.is_empty() && !page.areas.is_empty() { (plan_areas(cx, page)) }
            @else { (measures_table(cx, tree, &cx.t("plans-tab-measures"), &lines)) }
            @if page.may_tie { p { (link(&cx.t("plans-goal-tie"), &format!("/goals/{}/measures", goal.id))) } }
        }))
        @for (heading, lines) in page.beside { (card(heading, lines)) }
    }
}

/// Where the plan ties no measure to the goal itself: what its measures are gathered under.
fn plan_areas(cx: &Ctx, page: &GoalPage<'_>) -> Markup {
    let say = cx.say();
    html! {
        p.prose { (cx.t("plans-goal-areas")) }
        ul.ds-list { @for (name, n) in page.areas { li {
            (say.words(name)) ": " (say.with("plans-measures-count", &[("n", (*n).into())]))
        } } }
        @if let Some((plan, _)) = &page.plan {
            p { (link(&cx.t("plans-goal-areas-link"), &format!("/plans/{plan}/measures"))) }
        }
    }
}

fn goal_facts(cx: &Ctx, tree: &UnitTree, page: &GoalPage<'_>) -> Markup {
    let (say, standing) = (cx.say(), page.standing);
    let goal = &standing.goal;
    let mut rows: Vec<(String, Markup)> = Vec::new();
    if let Some(target) = standing.target() {
        rows.push((
            cx.t("plans-column-target"),
            html! {
                (words::target_text(say, target))
                @if !target.note.is_empty() { p.quiet.small { (say.words(&target.note)) } }
                @if let Some(source) = cited(cx, &target.source) { p.quiet.small { (source) } }
            },
        ));
        rows.push((cx.t("plans-column-baseline"), html! { (words::baseline_text(say, standing)) }));
    }
    if let Some((plan, name)) = &page.plan {
        rows.push((cx.t("plans-column-plan"), link(say.words(name), &format!("/plans/{plan}"))));
    }
    if let Some(part) = &page.part {
        rows.push((cx.t("plans-goal-part"), html! { (say.words(part)) }));
    }
    rows.push((cx.t("plans-column-unit"), link(&words::unit_name(say, tree, goal.unit), &words::unit_href(goal.unit))));
    if standing.about != goal.unit {
        rows.push((cx.t("plans-goal-about"), html! { (words::unit_name(say, tree, standing.about)) }));
    }
    match &standing.indicator {
        Some(indicator) => rows.push((
            cx.t("plans-field-indicator"),
            html! {
                @if page.sees_indicator { (link(say.words(&indicator.name), &format!("/indicators/{}", indicator.id))) }
                @else { (say.words(&indicator.name)) }
                @if let Some(how) = goal.link { " " (label_tag(&cx.t(words::link_key(how)))) }
            },
        )),
        None => rows.push((cx.t("plans-field-indicator"), html! { (cx.t("plans-indicator-none")) })),
    }
    if let Some(direction) = goal.direction {
        rows.push((cx.t("plans-field-direction"), html! { (cx.t(words::direction_key(direction))) }));
    }
    for (label, words) in
        [(cx.t("plans-goal-scope"), &goal.scope), (cx.t("plans-field-data-source"), &goal.data_source)]
    {
        if !words.is_empty() {
            rows.push((label, html! { (say.words(words)) }));
        }
    }
    if !page.tags.is_empty() {
        rows.push((
            cx.t("plans-field-tags"),
            html! {
                @for (tag, inferred) in page.tags { span {
                    (label_tag(say.words(tag))) " "
                    @if *inferred { span.quiet.small { (cx.t("plans-tag-inferred")) " " } }
                } }
            },
        ));
    }
    if let Some(source) = cited(cx, &goal.source) {
        rows.push((cx.t("plans-column-source"), source));
    }
    let rows: Vec<(&str, Markup)> = rows.iter().map(|(term, value)| (term.as_str(), value.clone())).collect();
    facts(&rows)
}

/// Where something is said, with the document's name and the way to it.
pub(super) fn cited(cx: &Ctx, source: &Source) -> Option<Markup> {
    let Source { document, place } = source;
    match (document, place) {
        (Some(document), place) => Some(cx.say().cite_place(document, place.as_deref())),
        (None, Some(place)) => Some(html! { (place) }),
        (None, None) => None,
    }
}

/// Both readings of "per cent", and the way to decide between them.
fn readings(cx: &Ctx, page: &GoalPage<'_>) -> Markup {
    let standing = page.standing;
    let Some(target) = standing.target() else { return html! {} };
    if !standing.judgement.undecided {
        return html! {};
    }
    let title = cx.t("plans-readings-title");
    section(
        "readings",
        &title,
        &html! {},
        &html! {
            p.prose { (cx.t("plans-stand-undecided")) }
            ul.ds-list { @for wanted in &standing.judgement.wanted { li { (words::reading_sentence(cx.say(), standing, wanted)) } } }
            @if standing.judgement.wanted.is_empty() { p { (cx.t("plans-readings-no-baseline")) } }
            @if page.may_answer {
                p { (link(&cx.t("plans-readings-decide"), &format!("/goals/{}/reading?target={}", standing.goal.id, target.id))) }
            }
        },
    )
}

/// The versions of the target, newest first.
fn targets(cx: &Ctx, page: &GoalPage<'_>) -> Markup {
    let (say, standing) = (cx.say(), page.standing);
    let now = target_on(&standing.versions, standing.as_of).map(|target| target.version_no);
    let lines: Vec<(&Target, Markup)> = standing
        .versions
        .iter()
        .map(|version| {
            let said = html! {
                (words::target_text(say, version))
                @if let Some(source) = cited(cx, &version.source) { p.quiet.small { (source) } }
                @if let Some(decided) = &version.reading {
                    p.small { (say.with("plans-reading-decided", &[
                        ("mode", cx.t(words::mode_key(decided.mode)).into()),
                        ("date", say.time(decided.at).into()),
                        ("who", (page.deciders)(version).into()),
                        ("reason", decided.reason.as_str().into()),
                    ])) }
                }
            };
            (version, said)
        })
        .collect();
    versions_table(cx, &cx.t("plans-targets-title"), &cx.t("plans-targets-empty-help"), now, &lines)
}

/// Versions of a target, each with what it says; given oldest first and shown newest first.
pub(super) fn versions_table(
    cx: &Ctx,
    caption: &str,
    empty_help: &str,
    now: Option<i64>,
    lines: &[(&Target, Markup)],
) -> Markup {
    let labels = ["plans-column-version", "plans-column-target", "plans-column-valid-from", "plans-column-reason"]
        .map(|key| cx.t(key));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column::text(label)).collect();
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .rev()
        .map(|(version, said)| {
            vec![
                html! { (version.version_no) @if now == Some(version.version_no) { " " (label_tag(&cx.t("plans-target-now"))) }
                    @match version.standing {
                        TargetStanding::Holds => {}
                        TargetStanding::Awaits => { " " (label_tag(&cx.t("plans-target-awaits"))) }
                        TargetStanding::Dropped => { " " (label_tag(&cx.t("plans-target-dropped"))) }
                    }
                },
                said.clone(),
                html! { @match version.valid_from { Some(day) => (cx.say().short_date(day)), None => (cx.t("plans-target-from-start")) } },
                html! { (if version.reason.is_empty() { "–" } else { &version.reason }) },
            ]
        })
        .collect();
    let empty = empty_state(&cx.t("plans-targets-empty"), empty_help, &html! {});
    Table { caption, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true }.render()
}

fn cascade(cx: &Ctx, tree: &UnitTree, page: &GoalPage<'_>) -> Markup {
    let say = cx.say();
    let line = |goal: &Goal| {
        html! {
            (super::plan::goal_link(cx, goal.id, &goal.name)) " " span.quiet { "(" (words::unit_name(say, tree, goal.unit)) ")" }
        }
    };
    html! {
        h3 { (cx.t("plans-cascade-above")) }
        @if page.above.is_empty() { p.quiet { (cx.t("plans-cascade-above-none")) } }
        @else { ul.ds-list { @for goal in page.above { li { (line(goal)) } } } }
        h3 { (cx.t("plans-cascade-below")) }
        @if page.below.is_empty() { p.quiet { (cx.t("plans-cascade-below-none")) } }
        @else { ul.ds-list { @for goal in page.below { li { (line(goal)) } } } }
        @if !page.related.is_empty() {
            h3 { (cx.t("plans-cascade-related")) }
            p.small { (cx.t("plans-cascade-related-help")) }
            ul.ds-list { @for near in page.related { li {
                (super::plan::goal_link(cx, near.id, &near.name)) " " span.quiet { "(" (words::whose(say, tree, near)) ")" }
            } } }
        }
        @if let Some(up) = &page.roll_up {
            h3 { (cx.t("plans-rollup-title")) }
            (rolled_up(cx, up))
        }
        @if !page.former.is_empty() {
            h3 { (cx.t("plans-former-title")) }
            p.small { (cx.t("plans-former-help")) }
            ul.ds-list { @for goal in page.former { li { (line(goal)) } } }
        }
        @if !page.choices.is_empty() {
            h3 { (cx.t("plans-choices-title")) }
            ul.ds-list { @for choice in page.choices { li {
                (words::unit_name(say, tree, choice.unit)) ": " (cx.t(words::choice_key(choice.choice)))
                @if !choice.reason.is_empty() { " – " (choice.reason) }
            } } }
        }
    }
}

/// Why there is no value: nobody has given one, or it is kept back.
fn missing_key(value: &varde_indicators::Observation) -> &'static str {
    match value.missing {
        Some(varde_indicators::model::Missing::Protected) => "plans-chart-kept-back",
        _ => "plans-chart-missing",
    }
}

fn values_table(cx: &Ctx, standing: &Standing) -> Markup {
    let say = cx.say();
    let figures = words::figures(standing);
    let labels = [
        cx.t("plans-column-period"),
        cx.t("plans-values-value"),
        cx.t("plans-column-range"),
        cx.t("plans-column-note"),
        cx.t("plans-column-source"),
    ];
    let [period, value, range, note, source] = &labels;
    let columns =
        [Column::text(period), Column::number(value), Column::text(range), Column::text(note), Column::text(source)];
    let amount = |value: f64| figures.amount(say, value);
    let rows: Vec<Vec<Markup>> = standing
        .values
        .iter()
        .map(|one| {
            vec![
                html! { (say.period(one.period)) },
                html! { @match one.value { Some(value) => (amount(value)), None => span.quiet { (cx.t(missing_key(one))) } } },
                html! { @if let Some((low, high)) = one.low.zip(one.high) { (figures.number(say, low)) "–" (amount(high)) } @else { "–" } },
                html! {
                    @if one.approximate { (cx.t("plans-chart-approximate")) ". " }
                    @if one.provisional { (cx.t("plans-chart-provisional")) ". " }
                    (say.words(&one.note))
                },
                html! { span.small { (cx.say().cite(&one.source)) } },
            ]
        })
        .collect();
    let empty = empty_state(&cx.t("plans-values-empty"), &cx.t("plans-values-empty-help"), &html! {});
    Table {
        caption: &cx.t("plans-values-title"),
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        empty: &empty,
        stack: true,
    }
    .render()
}

/// A goal from above, and what the unit did with it.
pub(crate) struct Inherited<'a> {
    pub(crate) standing: &'a Standing,
    pub(crate) level: Level,
    pub(crate) taken: Taken,
    pub(crate) aside: Option<SetAside>,
    pub(crate) reason: String,
    pub(crate) grounds: Markup,
    pub(crate) own: Vec<&'a Goal>,
}

fn taken_tone(taken: Taken) -> Tone {
    match taken {
        Taken::SubGoal | Taken::Chosen => Tone::Info,
        Taken::LeftOut => Tone::Neutral,
        Taken::Nothing => Tone::Warning,
    }
}

/// The goals that come down to a unit.
pub(crate) fn inherited(cx: &Ctx, tree: &UnitTree, unit: UnitId, goals: &[Inherited<'_>], may: bool) -> Markup {
    let say = cx.say();
    let labels = [
        cx.t("plans-column-goal"),
        cx.t("plans-column-from"),
        cx.t("plans-column-state"),
        cx.t("plans-column-here"),
        cx.t("plans-column-steps"),
    ];
    let [goal, from, state, here, steps] = &labels;
    let columns =
        [Column::text(goal), Column::text(from), Column::text(state), Column::text(here), Column::actions(steps)];
    let rows: Vec<Vec<Markup>> = goals
        .iter()
        .map(|one| {
            let id = one.standing.goal.id;
            vec![
                super::plan::goal_link(cx, id, &one.standing.goal.name),
                html! {
                    (cx.t(match one.level { Level::National => "plans-level-national", Level::Above => "plans-level-above", Level::Own => "plans-level-own" }))
                    p.quiet.small { (words::unit_name(say, tree, one.standing.goal.unit)) }
                },
                goal_state_tag(cx, one.standing),
                html! {
                    @match one.aside {
                        Some(why) => (label_tag(&cx.t(words::aside_key(why)))),
                        None => (Tag(taken_tone(one.taken), &cx.t(words::taken_key(one.taken)))),
                    }
                    @if !one.reason.is_empty() { p.small { (one.reason) } }
                    (one.grounds)
                    @for own in &one.own { p.small { (super::plan::goal_link(cx, own.id, &own.name)) } }
                },
                html! { @if may {
                    p.nowrap { (link(&cx.t(if one.taken == Taken::Nothing { "plans-choose" } else { "plans-choose-again" }), &format!("/goals/{id}/choose?unit={unit}"))) }
                    @if one.own.is_empty() { p.nowrap { (link(&cx.t("plans-sub-goal-new"), &format!("/goals/new?parent={id}&unit={unit}"))) } }
                } },
            ]
        })
        .collect();
    let empty = empty_state(&cx.t("plans-inherited-empty"), &cx.t("plans-inherited-empty-help"), &html! {});
    Table {
        caption: &cx.t("plans-inherited-title"),
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        empty: &empty,
        stack: true,
    }
    .render()
}

/// For each goal from above, the units below that have no sub-goal, and those that have no measure.
pub(crate) fn gaps(cx: &Ctx, tree: &UnitTree, goals: &[Gap<'_>]) -> Markup {
    let say = cx.say();
    let list = |key: &str, missing: &[UnitId], of: usize| {
        html! {
            p { (say.with(key, &[("n", missing.len().into()), ("of", of.into())])) }
            @if !missing.is_empty() { ul.ds-list {
                @for unit in missing.iter().take(100) { li { (link(&words::unit_name(say, tree, *unit), &format!("/units/{unit}/goals"))) } }
                @if 100 < missing.len() { li { (say.with("plans-gap-more", &[("n", (missing.len() - 100).into())])) } }
            } }
        }
    };
    html! {
        @for gap in goals {
            h3 { (super::plan::goal_link(cx, gap.goal.id, &gap.goal.name)) }
            (list("plans-gap-count", &gap.without_sub_goal, gap.of))
            (list("plans-gap-measures", &gap.without_measure, gap.of))
        }
    }
}

/// What is lacking under a goal from above.
pub(crate) struct Gap<'a> {
    pub(crate) goal: &'a Goal,
    pub(crate) without_sub_goal: Vec<UnitId>,
    pub(crate) without_measure: Vec<UnitId>,
    pub(crate) of: usize,
}
