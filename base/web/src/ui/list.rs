//! Lists that are not tables: facts, links, history, steps, trees.

use maud::{Markup, html};

use super::icon::Icon;

/// Terms and what they are.
pub fn facts(rows: &[(&str, Markup)]) -> Markup {
    html! { dl.facts { @for (term, value) in rows { div { dt { (term) } dd { (value) } } } } }
}

/// A line that leads somewhere.
#[derive(Debug, Clone, Default)]
pub struct LinkItem<'a> {
    /// Where to.
    pub href: &'a str,
    /// What one finds there.
    pub label: &'a str,
    /// A quiet line under it: unit, owner, deadline.
    pub note: &'a str,
    /// Decoration before it.
    pub icon: Option<Icon>,
    /// A status at the end.
    pub tag: Markup,
}

/// Links under one another; also the shape of the unit picker's suggestions.
pub fn link_list(items: &[LinkItem<'_>]) -> Markup {
    html! {
        ul.links { @for item in items { li {
            @if let Some(icon) = item.icon { (icon) }
            div.links__line {
                div {
                    a.ds-link href=(item.href) { (item.label) }
                    @if !item.note.is_empty() { p.quiet.small { (item.note) } }
                }
                (item.tag)
            }
        } } }
    }
}

/// Something that happened.
#[derive(Debug, Clone)]
pub struct Event<'a> {
    /// When, for machines (`2026-11-21T09:42:00Z`).
    pub datetime: &'a str,
    /// When, for people.
    pub when: &'a str,
    /// Who.
    pub who: &'a str,
    /// What, and why.
    pub what: Markup,
    /// What kind of step it was.
    pub icon: Icon,
}

/// What happened, in order.
pub fn timeline(events: &[Event<'_>]) -> Markup {
    html! {
        ol.timeline { @for event in events { li {
            (event.icon)
            div { (event.what) }
            p.timeline__when { time datetime=(event.datetime) { (event.when) } " · " (event.who) }
        } } }
    }
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// Where we are.
    Current,
    /// Ahead.
    Ahead,
}

/// A step on a known way; `note` says its state in words.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// Its name.
    pub label: &'a str,
    /// "Ferdig", "Pågår", "Frist 1. mars".
    pub note: &'a str,
    /// Where it stands.
    pub state: StepState,
}

/// A known way with a place on it: the four phases, the stages of a measure.
pub fn steps(label: &str, steps: &[Step<'_>]) -> Markup {
    html! {
        ol.steps aria-label=(label) { @for step in steps {
            li data-state=[(step.state == StepState::Done).then_some("done")]
                aria-current=[(step.state == StepState::Current).then_some("step")] {
                strong {
                    @if step.state == StepState::Done { (Icon::Check) " " }
                    (step.label)
                }
                span.small { (step.note) }
            }
        } }
    }
}

/// A branch of a tree: its own line and what hangs below it.
#[derive(Debug, Clone, Default)]
pub struct Branch<'a> {
    /// Its line: a link, a tag, a number.
    pub line: Markup,
    /// Says what the fold holds, for those who listen: "Under Medisinsk klinikk".
    pub fold: &'a str,
    /// Whether it is unfolded from the start.
    pub open: bool,
    /// What hangs below it.
    pub below: Vec<Branch<'a>>,
}

/// A tree that folds without scripts.
pub fn tree(branches: &[Branch<'_>]) -> Markup {
    html! { ul.tree { (twigs(branches)) } }
}

fn twigs(branches: &[Branch<'_>]) -> Markup {
    html! {
        @for branch in branches { li {
            // The line stands outside the fold, so that its links are no part of the fold's button.
            div.tree__row { (branch.line) }
            @if !branch.below.is_empty() {
                details open[branch.open] {
                    summary aria-label=(branch.fold) { (Icon::ChevronRight) }
                    ul { (twigs(&branch.below)) }
                }
            }
        } }
    }
}
