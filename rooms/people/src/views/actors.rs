//! How actors and their duties look.

use maud::{Markup, Render, html};
use varde_kernel::{ActorId, Unit, UnitTree};
use varde_web::ui::{
    self, Checkbox, Choice, Column, Field, Kind, LinkItem, Select, Table, Tag, Tone, facts, filter_bar, section,
};
use varde_web::{Ctx, Sorting};

use super::units::{kind_key, unit_link};
use crate::model::actors::{ActorLevel, Duty, PlanActor};
use crate::model::units::Source;

/// What is asked for in the list.
pub(crate) struct Asked<'a> {
    pub(crate) words: &'a str,
    pub(crate) level: Option<ActorLevel>,
    pub(crate) mine: bool,
}

const fn level_key(level: ActorLevel) -> &'static str {
    match level {
        ActorLevel::National => "people-actors-level-national",
        ActorLevel::Regional => "people-actors-level-regional",
        ActorLevel::Enterprise => "people-actors-level-enterprise",
        ActorLevel::Municipal => "people-actors-level-municipal",
        ActorLevel::Individual => "people-actors-level-individual",
        ActorLevel::International => "people-actors-level-international",
        ActorLevel::All => "people-actors-level-all",
    }
}

fn source(cx: &Ctx, source: &Source) -> String {
    let place = source.place.as_deref().unwrap_or_default();
    match (source.document.as_deref().map(|code| cx.say().cite_text(code)), place) {
        (None, _) => String::new(),
        (Some(document), "") => cx.say().with("people-actors-source", &[("document", document.into())]),
        (Some(document), place) => {
            cx.say().with("people-actors-source-place", &[("document", document.into()), ("place", place.into())])
        }
    }
}

/// The list.
pub(crate) fn list(
    cx: &Ctx,
    asked: &Asked<'_>,
    sorting: &Sorting<'_>,
    shown: &[&PlanActor],
    own: &[ActorId],
    counts: &[(ActorId, i64)],
) -> Markup {
    let levels: Vec<(&str, String)> =
        ActorLevel::ALL.iter().map(|level| (level.name(), cx.t(level_key(*level)))).collect();
    let choices: Vec<Choice<'_>> = levels
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            chosen: asked.level.is_some_and(|level| level.name() == *value),
            ..Choice::default()
        })
        .collect();
    let labels = [
        "people-actors-search",
        "people-actors-level",
        "people-actors-any-level",
        "people-actors-mine",
        "people-units-reset",
    ]
    .map(|key| cx.t(key));
    let [words, level, any, mine, reset] = &labels;
    let filters = html! {
        (Field { id: "actors-q", name: "q", label: words, value: asked.words, kind: Kind::Search, ..Field::default() })
        (Select { id: "actors-level", name: "level", label: level, prompt: Some(any), choices: &choices, ..Select::default() })
        (Checkbox { id: "actors-mine", name: "mine", label: mine, checked: asked.mine, ..Checkbox::default() })
    };
    let is_asked = !asked.words.is_empty() || asked.level.is_some() || asked.mine;
    let rows: Vec<Vec<Markup>> = shown
        .iter()
        .map(|actor| {
            let n = counts.iter().find(|(id, _)| *id == actor.id).map_or(0, |(_, n)| *n);
            vec![
                html! {
                    (ui::link(actor.name.get(cx.locale()), &format!("/actors/{}", actor.id)))
                    @if own.contains(&actor.id) { " " (Tag(Tone::Info, &cx.t("people-actors-you"))) }
                },
                html! { (cx.t(level_key(actor.level))) },
                html! { @if n == 0 { span.quiet { (cx.t("people-actors-no-duties")) } } @else { (n) } },
            ]
        })
        .collect();
    let labels = ["people-actors-name", "people-actors-level", "people-actors-duties"].map(|key| cx.t(key));
    let [name, level, duties] = &labels;
    let caption = cx.t("people-actors-title");
    let (by_name, by_level, by_duties) = (sorting.head("name"), sorting.head("level"), sorting.head("duties"));
    html! {
        (filter_bar("/actors", words, &filters, &cx.t("people-units-show"), is_asked.then_some((reset.as_str(), "/actors"))))
        (Table {
            caption: &caption,
            caption_hidden: true,
            columns: &[
                Column::text(name).sorted(&by_name.0, by_name.1),
                Column::text(level).sorted(&by_level.0, by_level.1),
                Column::number(duties).sorted(&by_duties.0, by_duties.1),
            ],
            rows: &rows,
            empty: &ui::empty_state(&cx.t("people-actors-none"), &cx.t("people-actors-none-help"), &Markup::default()),
            stack: true,
        })
    }
}

/// One actor.
pub(crate) fn show(
    cx: &Ctx,
    tree: &UnitTree,
    actor: &PlanActor,
    parent: Option<&PlanActor>,
    below: &[&PlanActor],
    duties: &[Duty],
) -> Markup {
    let labels =
        ["people-actors-level", "people-actors-is", "people-actors-under", "people-unit-source"].map(|key| cx.t(key));
    let [level, is, under, from] = &labels;
    let mut rows: Vec<(&str, Markup)> = vec![(level, html! { (cx.t(level_key(actor.level))) })];
    if let Some(unit) = actor.unit.filter(|unit| tree.get(*unit).is_some()) {
        rows.push((is, unit_link(cx, tree, unit, None)));
    } else if let Some(kind) = actor.unit_kind {
        let kind = cx.t(kind_key(kind));
        rows.push((is, html! { (cx.say().with("people-actors-every", &[("kind", kind.into())])) }));
    }
    if let Some(parent) = parent {
        rows.push((under, ui::link(parent.name.get(cx.locale()), &format!("/actors/{}", parent.id))));
    }
    let place = source(cx, &actor.source);
    if !place.is_empty() {
        rows.push((from, html! { (place) }));
    }
    let lines: Vec<(String, String)> =
        below.iter().map(|actor| (format!("/actors/{}", actor.id), actor.name.get(cx.locale()).to_owned())).collect();
    let items: Vec<LinkItem<'_>> =
        lines.iter().map(|(href, label)| LinkItem { href, label, ..LinkItem::default() }).collect();
    html! {
        (facts(&rows))
        @if !actor.note.is_empty() { p.prose { (actor.note.get(cx.locale())) } }
        (section("duties", &cx.t("people-actors-duties"), &Markup::default(), &html! {
            @if duties.is_empty() { p.quiet { (cx.t("people-actors-no-duties-help")) } }
            @else { ol.prose { @for duty in duties { li id=(anchor(duty)) {
                (duty.name.get(cx.locale()))
                @let place = source(cx, &duty.source);
                @if !place.is_empty() { " " span.quiet.small { (place) } }
            } } } }
        }))
        @if !items.is_empty() { (section("below", &cx.t("people-actors-below"), &Markup::default(), &ui::link_list(&items))) }
    }
}

/// The place of a duty on its actor's page.
fn duty_href(duty: &Duty) -> String {
    format!("/actors/{}#{}", duty.actor, anchor(duty))
}

fn anchor(duty: &Duty) -> String {
    let safe = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    format!("duty-{}", duty.code.chars().map(safe).collect::<String>())
}

/// The start page's part.
pub(crate) fn mine(cx: &Ctx, actors: &[PlanActor], duties: &[Duty], n_all: usize) -> Markup {
    let all = ui::link(&cx.say().with("people-actors-all-mine", &[("n", n_all.into())]), "/actors?mine=yes");
    let title = cx.t("people-actors-my-duties");
    section("my-duties", &title, &all, &duties_table(cx, &title, actors, duties))
}

/// What the organisation around a unit answers for, for those whose own unit is asked for nothing.
pub(crate) fn around(cx: &Ctx, unit: &Unit, actors: &[PlanActor], duties: &[Duty]) -> Markup {
    let named = |key| cx.say().with(key, &[("unit", unit.name.get(cx.locale()).into())]);
    let all = ui::link(&cx.t("people-actors-all-around"), "/actors");
    let title = named("people-actors-around");
    let body = html! {
        p.prose { (named("people-actors-around-lead")) }
        (duties_table(cx, &title, actors, duties))
    };
    section("my-duties", &title, &all, &body)
}

fn duties_table(cx: &Ctx, title: &str, actors: &[PlanActor], duties: &[Duty]) -> Markup {
    let rows: Vec<Vec<Markup>> = duties
        .iter()
        .map(|duty| {
            let actor = actors.iter().find(|actor| actor.id == duty.actor);
            vec![
                ui::link(duty.name.get(cx.locale()), &duty_href(duty)),
                html! { @if let Some(actor) = actor { (actor.name.get(cx.locale())) } },
            ]
        })
        .collect();
    let [duty, actor] = &["people-actors-duty", "people-actors-as"].map(|key| cx.t(key));
    Table {
        caption: title,
        caption_hidden: true,
        columns: &[Column::text(duty), Column::text(actor)],
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    }
    .render()
}
