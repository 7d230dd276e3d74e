//! One activity: what, who, from when to when, with what, and what shows it.

use maud::{Markup, PreEscaped, Render, html};
use varde_kernel::UnitTree;
use varde_web::Ctx;
use varde_web::ui::{Icon, Tag as Mark, Tone, Weight, card, columns, facts, link, link_button, print_button, section};

use super::measure::paragraphs;
use super::{Names, activity_kind_key, activity_state_tag, not_stated, scope_key, unit_link};
use crate::model::{Activity, ActivityKind, Measure, Resources, ScopeChange, ScopeField, ShownBy};

/// What the page shows.
pub(crate) struct Shown {
    pub activity: Activity,
    pub measure: Measure,
    pub scope_changes: Vec<ScopeChange>,
    /// What other rooms hold of it: a heading and lines for each.
    pub beside: Vec<(String, Markup)>,
    pub history: Markup,
    pub names: Names,
    pub can_edit: bool,
}

/// Buttons beside the heading.
pub(crate) fn actions(cx: &Ctx, shown: &Shown) -> Markup {
    let edit = format!("/activities/{}/edit", shown.activity.id);
    html! {
        @if shown.can_edit {
            (link_button(&cx.t("measures-show-edit"), &edit, Weight::Secondary, Some(Icon::Pencil)))
        }
        (print_button(&cx.t("measures-show-print")))
    }
}

pub(crate) fn body(cx: &Ctx, tree: &UnitTree, shown: &Shown) -> Markup {
    let activity = &shown.activity;
    let main = html! {
        @if !activity.detail.is_empty() {
            (section("what", &cx.t("measures-show-what"), &html! {}, &paragraphs(activity.detail.get(cx.locale()))))
        }
        (section("evidence", &cx.t("measures-form-evidence-list"), &html! {}, &html! {
            @if activity.shown_by.is_empty() { p.quiet { (cx.t("measures-activity-no-evidence")) } }
            (evidence(cx, &activity.shown_by))
        }))
        (section("scope", &cx.t("measures-activity-scope"), &html! {}, &html! {
            @if shown.scope_changes.is_empty() { p.quiet { (cx.t("measures-show-no-scope")) } }
            @for change in &shown.scope_changes {
                (scope_change(cx, change, change.author.and_then(|author| shown.names.person(author)), &[]))
            }
        }))
    };
    let aside = html! {
        (card(&cx.t("measures-show-key-facts"), &key_facts(cx, tree, shown)))
        @for (heading, lines) in &shown.beside { (card(heading, lines)) }
    };
    html! { (columns(&main, &aside)) (shown.history) }
}

fn key_facts(cx: &Ctx, tree: &UnitTree, shown: &Shown) -> Markup {
    let (activity, measure, locale) = (&shown.activity, &shown.measure, cx.locale());
    let or_missing = |text: Option<&str>| match text {
        Some(text) => html! { (text) },
        None => not_stated(cx),
    };
    let others: Vec<&str> =
        activity.contributors.iter().filter_map(|actor| shown.names.actor(*actor, locale)).collect();
    let mut rows: Vec<(String, Markup)> = vec![
        (cx.t("measures-list-measure"), link(measure.title.get(locale), &format!("/measures/{}", measure.id))),
        (
            cx.t("measures-list-state"),
            html! {
                (state(cx, activity))
                p.small.quiet { (cx.t(activity_kind_key(activity.kind))) }
            },
        ),
        (cx.t("measures-form-owner"), or_missing(activity.owner.and_then(|owner| shown.names.person(owner)))),
        (cx.t("measures-activity-lead"), or_missing(activity.lead.and_then(|lead| shown.names.actor(lead, locale)))),
    ];
    if !others.is_empty() {
        rows.push((cx.t("measures-form-contributors"), html! { ul.plain { @for name in &others { li { (name) } } } }));
    }
    rows.extend([
        (cx.t("measures-activity-unit"), unit_link(cx, tree, activity.unit.unwrap_or(measure.unit))),
        (cx.t("measures-form-period"), period(cx, activity)),
        (cx.t("measures-form-resources"), means(cx, &activity.resources)),
    ]);
    if let Some(ended) = activity.ended {
        rows.push((cx.t("measures-activity-ended"), html! { (cx.say().date(ended)) }));
    }
    let rows: Vec<(&str, Markup)> = rows.iter().map(|(term, value)| (term.as_str(), value.clone())).collect();
    facts(&rows)
}

/// "a) Activity", when the activity has a letter in its plan.
pub(crate) fn lettered(letter: Option<&str>, title: &str) -> String {
    letter.map_or_else(|| title.to_owned(), |letter| format!("{letter}) {title}"))
}

/// How far an activity has come. What a plan said of one that nobody has told of since is no state of today.
pub(super) fn state(cx: &Ctx, activity: &Activity) -> Markup {
    let key = match activity.kind {
        ActivityKind::Ongoing => "measures-stated-ongoing",
        ActivityKind::New => "measures-stated-new",
        ActivityKind::Unspecified => "measures-stated-unspecified",
    };
    match activity.stated_in {
        None => activity_state_tag(cx, activity.state),
        Some(year) => html! { span.quiet { (cx.say().with(key, &[("year", year.to_string().into())])) } },
    }
}

/// From when to when, and whether that is past.
pub(super) fn period(cx: &Ctx, activity: &Activity) -> Markup {
    let say = cx.say();
    html! { span {
        @if let Some(starts) = activity.starts { (say.short_date(starts)) "–" }
        @match activity.due {
            Some(due) => { (say.short_date(due)) }
            None => { @if activity.starts.is_none() { (not_stated(cx)) } }
        }
        @if activity.is_overdue(cx.today()) { " " (Mark(Tone::Danger, &cx.t("web-overdue")).render()) }
    } }
}

/// What is set aside for a measure or an activity.
pub(super) fn means(cx: &Ctx, resources: &Resources) -> Markup {
    let say = cx.say();
    html! {
        @if resources.are_set() {
            @if !resources.text.is_empty() { p { (resources.text) } }
            @if let Some(hours) = resources.hours { p { (say.with("measures-show-hours", &[("n", say.value(hours).into())])) } }
            @if let Some(nok) = resources.nok { p { (say.with("measures-show-nok", &[("n", say.value(nok).into())])) } }
        } @else { (not_stated(cx)) }
        @if let Some(year) = resources.budget_year {
            p { (link(&say.with("measures-show-budget-year", &[("year", year.to_string().into())]), &format!("/measures?budget_year={year}"))) }
        }
    }
}

/// The evidence for a measure or an activity; nothing where none is given. Codes of documents become their names.
pub(super) fn evidence(cx: &Ctx, shown_by: &ShownBy) -> Markup {
    html! {
        @if !shown_by.text.is_empty() { p.prose { (cx.say().cite(&shown_by.text)) } }
        @if let Some(href) = &shown_by.href { p { (link(&cx.t("measures-show-evidence-link"), href)) } }
    }
}

/// One change of scope: what, when, by whom, from what to what, and why.
pub(super) fn scope_change(cx: &Ctx, change: &ScopeChange, who: Option<&str>, activities: &[Activity]) -> Markup {
    let of = change.activity.and_then(|id| activities.iter().find(|activity| activity.id == id));
    html! {
        div {
            p { strong { (cx.t(scope_key(change.field))) } " · " (cx.say().date(change.at))
                @if let Some(name) = who { " · " (name) } }
            @if let Some(of) = of {
                p.small { (link(&lettered(of.letter.as_deref(), of.title.get(cx.locale())), &format!("/activities/{}", of.id))) }
            }
            p { (scope_value(cx, change.field, &change.before)) " " (PreEscaped("&rarr;")) " "
                (scope_value(cx, change.field, &change.after)) }
            p.quiet { (change.cause) }
        }
    }
}

/// A value that was kept as ISO date or plain number, as the reader writes it.
fn scope_value(cx: &Ctx, field: ScopeField, value: &str) -> Markup {
    let written = match field {
        ScopeField::Starts | ScopeField::Due | ScopeField::EffectBy => value.parse().ok().map(|day| cx.say().date(day)),
        ScopeField::Hours | ScopeField::Nok | ScopeField::EffectSize => {
            value.parse().ok().map(|number| cx.say().value(number))
        }
        ScopeField::Scope | ScopeField::Resources | ScopeField::BudgetYear => None,
    };
    match written.as_deref().or(Some(value).filter(|value| !value.is_empty())) {
        Some(text) => html! { (text) },
        None => not_stated(cx),
    }
}
