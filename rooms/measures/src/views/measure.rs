//! One measure: what, why, who, by when, and how far it has come.

use maud::{Markup, Render, html};
use varde_kernel::{IndicatorId, PartId, UnitTree, Words};
use varde_web::Ctx;
use varde_web::ui::{
    Column, Icon, Step, StepState, Table, Tag as Mark, Tone, Weight, card, columns, empty_state, facts, label_tag,
    link, link_button, note, post_button, section, steps,
};

use super::activity::{evidence, lettered, means, period, scope_change, state};
use super::{
    Names, activity_kind_key, dimension_key, direction_key, evidence_level_key, finding_tag, not_stated, state_key,
    step_key, unit_link,
};
use crate::model::{
    Activity, ActivityState, Decision, DecisionKind, Finding, Links, Measure, MeasureState, ScopeChange, Tag, Uptake,
};
use crate::rules;

/// What the page shows.
#[expect(clippy::struct_excessive_bools, reason = "each is a button or a note of its own")]
pub(crate) struct Shown {
    pub measure: Measure,
    pub links: Links,
    pub activities: Vec<Activity>,
    pub findings: Vec<Finding>,
    pub tags: Vec<Tag>,
    /// Those of the tags that the plan does not say.
    pub inferred: Vec<PartId>,
    pub uptakes: Vec<Uptake>,
    pub scope_changes: Vec<ScopeChange>,
    pub decisions: Vec<Decision>,
    pub indicator: Option<(IndicatorId, Words)>,
    /// What other rooms hold of it: a heading and lines for each.
    pub beside: Vec<(String, Markup)>,
    pub history: Markup,
    pub names: Names,
    pub needs_start: bool,
    pub owes_effect: bool,
    pub can_edit: bool,
    pub can_decide: bool,
    pub can_choose: bool,
}

/// Buttons beside the heading.
pub(crate) fn actions(cx: &Ctx, shown: &Shown) -> Markup {
    let edit = format!("/measures/{}/edit", shown.measure.id);
    html! {
        @if shown.can_edit {
            (link_button(&cx.t("measures-show-edit"), &edit, Weight::Secondary, Some(Icon::Pencil)))
        }
        (varde_web::ui::print_button(&cx.t("measures-show-print")))
    }
}

pub(crate) fn body(cx: &Ctx, tree: &UnitTree, shown: &Shown) -> Markup {
    let measure = &shown.measure;
    let main = html! {
        (what(cx, shown))
        (activities(cx, tree, shown))
        (effect(cx, shown))
        (scope_section(cx, shown))
        (uptake(cx, tree, shown))
    };
    let aside = html! {
        (card(&cx.t("measures-show-key-facts"), &key_facts(cx, tree, shown)))
        @for (heading, lines) in &shown.beside { (card(heading, lines)) }
        @if !shown.tags.is_empty() || !shown.links.dimensions.is_empty() {
            (card(&cx.t("measures-show-tags"), &html! {
                p.row {
                    @for tag in &shown.tags { span {
                        (label_tag(tag.title.get(cx.locale())))
                        @if shown.inferred.contains(&tag.part) { " " span.quiet.small { (cx.t("measures-show-inferred")) } }
                    } }
                    @for dimension in &shown.links.dimensions { (label_tag(&cx.t(dimension_key(*dimension)))) }
                }
            }))
        }
    };
    html! {
        (progress(cx, measure))
        (reminders(cx, shown))
        (next_steps(cx, shown))
        (columns(&main, &aside))
        (shown.history)
    }
}

/// The way from stated to evaluated, with the place on it.
fn progress(cx: &Ctx, measure: &Measure) -> Markup {
    const WAY: [MeasureState; 6] = [
        MeasureState::Stated,
        MeasureState::Concrete,
        MeasureState::Started,
        MeasureState::Running,
        MeasureState::Completed,
        MeasureState::Evaluated,
    ];
    if measure.state == MeasureState::Stopped {
        let on = measure.ended.map(|day| cx.say().date(day)).unwrap_or_default();
        return note(
            Tone::Neutral,
            Some(&cx.t(state_key(measure.state))),
            &html! {
                p { (measure.result) @if !on.is_empty() { " (" (on) ")" } }
            },
        );
    }
    let labels = WAY.map(|state| cx.t(state_key(state)));
    let notes = [cx.t("measures-way-done"), cx.t("measures-way-here"), cx.t("measures-way-ahead")];
    let [done, here, ahead] = &notes;
    let way: Vec<Step<'_>> = WAY
        .iter()
        .zip(&labels)
        .map(|(state, label)| {
            let (note, state) = match state.cmp(&measure.state) {
                std::cmp::Ordering::Less => (done, StepState::Done),
                std::cmp::Ordering::Equal => (here, StepState::Current),
                std::cmp::Ordering::Greater => (ahead, StepState::Ahead),
            };
            Step { label, note, state }
        })
        .collect();
    steps(&cx.t("measures-list-state"), &way)
}

fn reminders(cx: &Ctx, shown: &Shown) -> Markup {
    html! {
        @if shown.needs_start {
            (note(Tone::Warning, None, &html! { p { (cx.t("measures-show-needs-start")) } }))
        }
        @if shown.owes_effect {
            (note(Tone::Warning, None, &html! { p { (cx.t("measures-show-owes-effect")) } }))
        }
    }
}

/// The steps that can be taken now. Those that ask for nothing and can be gone on from are one
/// press; the others lead to a page that says what they do.
fn next_steps(cx: &Ctx, shown: &Shown) -> Markup {
    let measure = &shown.measure;
    let version = measure.version.to_string();
    let open: Vec<&str> = rules::open_steps(measure.state)
        .iter()
        .copied()
        .filter(|step| if *step == "scale-up" { shown.can_decide } else { shown.can_edit })
        .collect();
    html! {
        @if !open.is_empty() {
            div.row.no-print {
                @for (place, step) in open.iter().enumerate() {
                    @let href = format!("/measures/{}/steps/{step}", measure.id);
                    @let weight = if *step == "stop" { Weight::Danger } else if place == 0 { Weight::Primary } else { Weight::Secondary };
                    @if matches!(*step, "concrete" | "run") {
                        (post_button(&cx.t(step_key(step)), &href, &cx.guard(), weight, &[("version", &version)]))
                    } @else {
                        (link_button(&cx.t(step_key(step)), &href, weight, None))
                    }
                }
            }
        }
    }
}

fn what(cx: &Ctx, shown: &Shown) -> Markup {
    let measure = &shown.measure;
    let has_why = !measure.problem.is_empty() || !shown.findings.is_empty();
    html! {
        @if !measure.detail.is_empty() {
            (section("what", &cx.t("measures-show-what"), &Markup::default(), &paragraphs(measure.detail.get(cx.locale()))))
        }
        (section("why", &cx.t("measures-show-why"), &Markup::default(), &html! {
            @if !measure.problem.is_empty() { p { (measure.problem) } }
            @if !shown.findings.is_empty() {
                ul.links { @for finding in &shown.findings { li {
                    div.links__line {
                        (link(finding.title.get(cx.locale()), &format!("/findings/{}", finding.id)))
                        (finding_tag(cx, finding.state))
                    }
                } } }
            }
            @if !has_why { p.quiet { (cx.t("measures-show-why-none")) } }
        }))
    }
}

/// A text of several lines as paragraphs.
pub(super) fn paragraphs(text: &str) -> Markup {
    html! { div.prose { @for line in text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } } } }
}

fn key_facts(cx: &Ctx, tree: &UnitTree, shown: &Shown) -> Markup {
    let measure = &shown.measure;
    let locale = cx.locale();
    let say = cx.say();
    let lead = measure.lead.and_then(|lead| shown.names.actor(lead, locale));
    let owner = measure.owner.and_then(|owner| shown.names.person(owner));
    let contributors: Vec<&str> =
        shown.links.contributors.iter().filter_map(|actor| shown.names.actor(*actor, locale)).collect();
    let labels = [
        "measures-list-unit",
        "measures-list-lead",
        "measures-form-owner",
        "measures-form-contributors",
        "measures-form-due",
        "measures-form-adopted",
        "measures-form-starts",
        "measures-form-resources",
        "measures-form-evidence",
        "measures-form-source",
        "measures-show-visible",
    ]
    .map(|key| cx.t(key));
    let [
        unit_l,
        lead_l,
        owner_l,
        contributors_l,
        due_l,
        adopted_l,
        starts_l,
        resources_l,
        evidence_l,
        source_l,
        visible_l,
    ] = &labels;
    let or_missing = |text: Option<&str>| match text {
        Some(text) => html! { (text) },
        None => not_stated(cx),
    };
    let date = |day: Option<jiff::civil::Date>| or_missing(day.map(|day| say.date(day)).as_deref());
    let mut rows: Vec<(&str, Markup)> =
        vec![(unit_l, unit_link(cx, tree, measure.unit)), (lead_l, or_missing(lead)), (owner_l, or_missing(owner))];
    if !contributors.is_empty() {
        rows.push((contributors_l, html! { ul.plain { @for name in &contributors { li { (name) } } } }));
    }
    rows.push((
        due_l,
        html! {
            (date(measure.due))
            @if measure.is_overdue(cx.today()) { " " (Mark(Tone::Danger, &cx.t("web-overdue"))) }
        },
    ));
    if measure.adopted.is_some() {
        rows.push((adopted_l, date(measure.adopted)));
    }
    if measure.starts.is_some() {
        rows.push((starts_l, date(measure.starts)));
    }
    rows.push((resources_l, means(cx, &measure.resources)));
    rows.push((evidence_l, html! { (cx.t(evidence_level_key(measure.evidence))) (evidence(cx, &measure.shown_by)) }));
    if let Some(source) = &measure.source {
        rows.push((source_l, cx.say().cite(source)));
    }
    let visible = if measure.open { "measures-show-open" } else { "measures-show-internal" };
    rows.push((visible_l, html! { (cx.t(visible)) }));
    facts(&rows)
}

fn activities(cx: &Ctx, tree: &UnitTree, shown: &Shown) -> Markup {
    let measure = &shown.measure;
    let new = format!("/measures/{}/activities/new", measure.id);
    let add = html! {
        @if !shown.activities.is_empty() {
            span.no-print { (link(&cx.t("measures-show-activities-csv"), &format!("/measures/{}/activities", measure.id))) }
        }
        @if shown.can_edit {
            (link_button(&cx.t("measures-show-add-activity"), &new, Weight::Secondary, Some(Icon::Plus)))
        }
    };
    let heads = [
        "measures-activity-name",
        "measures-form-owner",
        "measures-list-state",
        "measures-list-due",
        "measures-show-actions",
    ]
    .map(|key| cx.t(key));
    let [name, owner, state, due, actions] = &heads;
    let rows: Vec<Vec<Markup>> =
        shown.activities.iter().map(|activity| activity_row(cx, tree, shown, activity)).collect();
    let title = cx.t("measures-list-activities");
    let empty = empty_state(
        &cx.t("measures-show-no-activities"),
        &cx.t("measures-show-no-activities-help"),
        &Markup::default(),
    );
    let mut columns = vec![Column::text(name), Column::text(owner), Column::text(state), Column::text(due)];
    if shown.can_edit {
        columns.push(Column::actions(actions));
    }
    let table =
        Table { caption: &title, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true }
            .render();
    section("activities", &title, &add, &table)
}

fn activity_row(cx: &Ctx, tree: &UnitTree, shown: &Shown, activity: &Activity) -> Vec<Markup> {
    let locale = cx.locale();
    let owner = activity.owner.and_then(|owner| shown.names.person(owner));
    let lead = activity.lead.and_then(|lead| shown.names.actor(lead, locale));
    let others: Vec<&str> =
        activity.contributors.iter().filter_map(|actor| shown.names.actor(*actor, locale)).collect();
    let mut row = vec![
        html! {
            span id={ "activity-" (activity.id) } {
                (link(&lettered(activity.letter.as_deref(), activity.title.get(locale)), &format!("/activities/{}", activity.id)))
            }
            p.quiet.small { (cx.t(activity_kind_key(activity.kind))) }
            @if !activity.detail.is_empty() { p.small { (activity.detail.get(locale)) } }
        },
        html! { div {
            @match owner.or(lead) { Some(owner) => { (owner) } None => { (not_stated(cx)) } }
            @if let Some(lead) = lead.filter(|_| owner.is_some()) { p.small { (lead) } }
            @if !others.is_empty() { p.small.quiet { (cx.say().with("measures-activity-with", &[("who", others.join(", ").into())])) } }
            @if let Some(unit) = activity.unit { p.small { (unit_link(cx, tree, unit)) } }
        } },
        state(cx, activity),
        period(cx, activity),
    ];
    if shown.can_edit {
        row.push(activity_actions(cx, shown.measure.state, activity));
    }
    row
}

fn activity_actions(cx: &Ctx, measure: MeasureState, activity: &Activity) -> Markup {
    let next = match activity.state {
        ActivityState::Planned => Some((ActivityState::Running, "measures-activity-start")),
        ActivityState::Running => Some((ActivityState::Completed, "measures-activity-complete")),
        ActivityState::Completed | ActivityState::Stopped => None,
    };
    let version = activity.version.to_string();
    let name = activity.title.get(cx.locale());
    // Each button says which activity it is for, for those who do not see the row.
    let heard = |key| html! { (cx.t(key)) span.ds-sr-only { " " (name) } };
    html! {
        div.row.no-print {
            @if let Some((state, key)) = next.filter(|(state, _)| rules::may_be(*state, measure).is_ok()) {
                form method="post" action={ "/activities/" (activity.id) "/state" } {
                    (varde_web::ui::hidden("_csrf", &cx.guard()))
                    (varde_web::ui::hidden("version", &version))
                    (varde_web::ui::hidden("state", state.name()))
                    button.ds-button type="submit" data-variant="secondary" { (heard(key)) }
                }
            }
            a.ds-link href={ "/activities/" (activity.id) "/edit" } { (heard("measures-show-edit")) }
        }
    }
}

fn effect(cx: &Ctx, shown: &Shown) -> Markup {
    let effect = &shown.measure.effect;
    let say = cx.say();
    let labels = [
        "measures-form-effect-text",
        "measures-form-effect-indicator",
        "measures-form-effect-direction",
        "measures-form-effect-size",
        "measures-form-effect-by",
        "measures-show-result",
    ]
    .map(|key| cx.t(key));
    let [text_l, indicator_l, direction_l, size_l, by_l, result_l] = &labels;
    let mut rows: Vec<(&str, Markup)> = Vec::new();
    if !effect.text.is_empty() {
        rows.push((text_l, html! { (effect.text.get(cx.locale())) }));
    }
    if let Some((id, name)) = &shown.indicator {
        rows.push((indicator_l, link(name.get(cx.locale()), &format!("/indicators/{id}"))));
    }
    if let Some(direction) = effect.direction {
        rows.push((direction_l, html! { (cx.t(direction_key(direction))) }));
    }
    if let Some(size) = effect.size {
        rows.push((size_l, html! { (say.value(size)) }));
    }
    if let Some(by) = effect.by {
        rows.push((by_l, html! { (say.date(by)) }));
    }
    if !shown.measure.result.is_empty() && shown.measure.state != MeasureState::Stopped {
        rows.push((result_l, paragraphs(&shown.measure.result)));
    }
    let body = if rows.is_empty() {
        html! { p.quiet { (cx.t("measures-show-no-effect")) } }
    } else {
        facts(&rows)
    };
    section("effect", &cx.t("measures-show-effect"), &Markup::default(), &body)
}

fn scope_section(cx: &Ctx, shown: &Shown) -> Markup {
    let measure = &shown.measure;
    let href = format!("/measures/{}/scope", measure.id);
    let add = html! {
        @if shown.can_edit && !measure.state.is_over() {
            (link_button(&cx.t("measures-show-add-scope"), &href, Weight::Tertiary, Some(Icon::Plus)))
        }
    };
    let who = |person: Option<varde_kernel::PersonId>| person.and_then(|person| shown.names.person(person));
    let body = html! {
        @if shown.scope_changes.is_empty() && shown.decisions.is_empty() {
            p.quiet { (cx.t("measures-show-no-scope")) }
        }
        @for decision in &shown.decisions {
            div {
                p { strong { (cx.t(decision_key(decision.kind))) } " · " (cx.say().date(decision.at))
                    @if let Some(name) = who(decision.person) { " · " (name) } }
                @if !decision.reason.is_empty() { p { (decision.reason) } }
            }
        }
        @for change in &shown.scope_changes { (scope_change(cx, change, who(change.author), &shown.activities)) }
    };
    section("scope", &cx.t("measures-show-scope"), &add, &body)
}

const fn decision_key(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::StartWithoutResources => "measures-decision-start",
        DecisionKind::ScaleUp => "measures-decision-scale-up",
    }
}

fn uptake(cx: &Ctx, tree: &UnitTree, shown: &Shown) -> Markup {
    let measure = &shown.measure;
    let href = format!("/measures/{}/uptake", measure.id);
    let add = html! {
        @if shown.can_choose && measure.open {
            (link_button(&cx.t("measures-show-choose"), &href, Weight::Tertiary, Some(Icon::Check)))
        }
    };
    let heads = ["measures-list-unit", "measures-uptake-choice", "measures-uptake-reason", "measures-uptake-date"]
        .map(|key| cx.t(key));
    let [unit, choice, reason, date] = &heads;
    let rows: Vec<Vec<Markup>> = shown
        .uptakes
        .iter()
        .map(|uptake| {
            vec![
                unit_link(cx, tree, uptake.unit),
                super::uptake::tag(cx, uptake.choice),
                html! { (uptake.reason) },
                html! { (cx.say().short_date(uptake.decided)) },
            ]
        })
        .collect();
    let title = cx.t("measures-show-uptake");
    if rows.is_empty() {
        return section("uptake", &title, &add, &html! { p.quiet { (cx.t("measures-show-no-uptake")) } });
    }
    let empty = Markup::default();
    let columns = [Column::text(unit), Column::text(choice), Column::text(reason), Column::text(date)];
    let table =
        Table { caption: &title, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true }
            .render();
    section("uptake", &title, &add, &table)
}
