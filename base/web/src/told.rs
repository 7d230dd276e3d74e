//! The history in words: who did what to which thing, when, what stood there before and after, and
//! why. Every page that shows history draws it here, and the API tells it in one shape, so that
//! who may read which line is decided once.

mod changes;

use std::collections::HashMap;
use std::sync::Arc;

use maud::{Markup, html};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use varde_kernel::access::{self, Action, Author, Kind, Scope, Target};
use varde_kernel::{PersonId, UnitId, UnitTree};
use varde_store::history::{self, OfUnit, Told};
use varde_store::{Json, languages_of, search};

use crate::desk::{Sees, kind_key};
use crate::error::Error;
use crate::ui::{Event, Icon, fold, link, timeline};
pub use changes::Change;

use crate::{Ctx, Telling};

/// How many lines a page about one thing shows; the API gives the rest.
const LINES: i64 = 50;
/// How many times as many lines are looked through for them.
const MOST_PAGES: i64 = 20;
/// The longest text that a page shows of what was before and after.
const MAX_SHOWN: usize = 200;
/// Lines of which others see that they happened, not what was said: scores are one's own.
const OWN_WORDS: &[&str] = &["scored"];

/// One line in words.
#[derive(Clone, Debug)]
pub struct Happened {
    /// The line as it stands.
    pub line: Told,
    /// Who.
    pub who: String,
    /// What was done.
    pub what: String,
    /// What kind of thing.
    pub kind: String,
    /// The thing's name; empty when it has none.
    pub title: String,
    /// The thing's page, when it has one.
    pub href: Option<String>,
    /// What changed.
    pub changes: Vec<Change>,
}

/// The line of units on which a thing's history is read. What hangs on no unit is the top unit's;
/// a unit that is gone keeps its things to itself.
pub fn line_of(tree: &UnitTree, unit: Option<UnitId>) -> Arc<[UnitId]> {
    let Some(unit) = unit.or_else(|| tree.roots().first().copied()) else { return Arc::from([]) };
    let line = tree.line(unit);
    if line.is_empty() { Arc::from([unit]) } else { line }
}

/// Whether the visitor may read the history of what hangs on `unit`.
pub fn may_read(cx: &Ctx, tree: &UnitTree, unit: Option<UnitId>) -> bool {
    cx.may(Action::Read, &Target::internal(Kind::History, line_of(tree, unit)))
}

/// Whether the visitor may read this line: both the history of its unit and the kind of thing.
pub fn may_read_line(cx: &Ctx, tree: &UnitTree, line: &Told) -> bool {
    let Ok(kind) = line.kind.parse::<Kind>() else { return false };
    may_read(cx, tree, line.unit) && cx.may(Action::Read, &Target::internal(kind, line_of(tree, line.unit)))
}

/// Which kinds of thing the visitor reads the history of, and whose of each.
pub fn kinds_seen(cx: &Ctx) -> Vec<(Scope, Vec<Kind>)> {
    let mut seen: Vec<(Scope, Vec<Kind>)> = Vec::new();
    // What is one's own, and what is the installation's, hangs on no unit.
    for kind in Kind::ALL
        .iter()
        .copied()
        .filter(|kind| !matches!(kind, Kind::Own | Kind::Lookup | Kind::System | Kind::History))
    {
        let scope = access::scope(cx.actor(), kind);
        match seen.iter_mut().find(|(known, _)| *known == scope) {
            Some((_, kinds)) => kinds.push(kind),
            None => seen.push((scope, vec![kind])),
        }
    }
    seen
}

/// Lines in words. The caller has seen to it that the visitor may read them.
///
/// # Errors
///
/// When the database does not answer.
pub async fn tell(cx: &Ctx, tree: &UnitTree, mut lines: Vec<Told>) -> Result<Vec<Happened>, Error> {
    for line in &mut lines {
        let own = matches!(line.author, Author::Person(person) if cx.actor().person() == Some(person));
        if !own && OWN_WORDS.contains(&line.action.as_str()) {
            (line.before, line.after, line.why) = (Json::Null, Json::Null, String::new());
        }
    }
    let known = Known::of(cx, tree, &lines).await?;
    Ok(lines.into_iter().map(|line| known.tell(cx, line)).collect())
}

/// The latest of what has happened to these things, newest first: the lines that the visitor may
/// read. Each line is judged by the unit it was written in, since others may have said something
/// about the thing in their own unit's name.
///
/// # Errors
///
/// When the database does not answer.
pub async fn of(cx: &Ctx, tree: &UnitTree, things: &[Uuid]) -> Result<Vec<Happened>, Error> {
    of_some(cx, tree, things, |_| true).await
}

/// As [`of`], of lines about one kind of thing alone.
///
/// # Errors
///
/// When the database does not answer.
pub async fn of_kind(cx: &Ctx, tree: &UnitTree, things: &[Uuid], kind: Kind) -> Result<Vec<Happened>, Error> {
    of_some(cx, tree, things, |line| line.kind == kind.name()).await
}

async fn of_some(
    cx: &Ctx,
    tree: &UnitTree,
    things: &[Uuid],
    wanted: impl Fn(&Told) -> bool,
) -> Result<Vec<Happened>, Error> {
    if cx.actor().held().is_empty() {
        return Ok(Vec::new());
    }
    let (mut readable, mut skip) = (Vec::new(), 0);
    // Others may have said much about the thing of late; what one may read is looked for behind it.
    while readable.len() < usize::try_from(LINES).unwrap_or(usize::MAX) && skip < LINES * MOST_PAGES {
        let lines = history::of_any(cx.db(), things, LINES, skip).await?;
        let is_last = i64::try_from(lines.len()).is_ok_and(|n| n < LINES);
        readable.extend(lines.into_iter().filter(|line| wanted(line) && may_read_line(cx, tree, line)));
        if is_last {
            break;
        }
        skip += LINES;
    }
    readable.truncate(usize::try_from(LINES).unwrap_or(usize::MAX));
    tell(cx, tree, readable).await
}

/// What has happened to these things, folded away at the end of a page; nothing for those who may
/// not read it.
///
/// # Errors
///
/// When the database does not answer.
pub async fn section(cx: &Ctx, tree: &UnitTree, things: &[Uuid]) -> Result<Markup, Error> {
    Ok(folded(cx, &of(cx, tree, things).await?))
}

/// What has happened to all things of a kind in one unit alone, folded away in the same manner.
///
/// # Errors
///
/// When the database does not answer.
pub async fn section_of_kind(cx: &Ctx, tree: &UnitTree, unit: UnitId, kind: Kind) -> Result<Markup, Error> {
    if !may_read(cx, tree, Some(unit)) {
        return Ok(Markup::default());
    }
    let seen = [(access::scope(cx.actor(), kind), vec![kind])];
    let asked = OfUnit { unit, below: false, seen: &seen, from: None, until: None, limit: LINES, skip: 0 };
    let lines = history::of_unit(cx.db(), &asked).await?;
    Ok(folded(cx, &tell(cx, tree, lines).await?))
}

/// Lines folded away under their heading.
pub fn folded(cx: &Ctx, told: &[Happened]) -> Markup {
    html! { @if !told.is_empty() { (fold(&cx.t("web-told-title"), &drawn(cx, told, false))) } }
}

/// Lines as they are drawn, with or without the thing that each is about. Long texts are cut, and of a text
/// that changed in several languages the reader's is shown.
pub fn drawn(cx: &Ctx, told: &[Happened], with_thing: bool) -> Markup {
    lines_drawn(cx, told, with_thing, false)
}

/// Lines with all that they tell, for someone who must know all that others have changed.
pub(crate) fn drawn_whole(cx: &Ctx, told: &[Happened]) -> Markup {
    lines_drawn(cx, told, false, true)
}

fn lines_drawn(cx: &Ctx, told: &[Happened], with_thing: bool, whole: bool) -> Markup {
    let shown = |text: &str| if whole { text.to_owned() } else { shortened(text) };
    let times: Vec<(String, String)> =
        told.iter().map(|one| (one.line.at.to_string(), cx.say().time(one.line.at))).collect();
    let events: Vec<Event<'_>> = told
        .iter()
        .zip(&times)
        .map(|(one, (datetime, when))| Event {
            datetime,
            when,
            who: &one.who,
            what: html! {
                p {
                    @if with_thing {
                        (one.kind)
                        @if !one.title.is_empty() {
                            " "
                            @match &one.href { Some(href) => (link(&one.title, href)), None => (one.title) }
                        }
                        ": "
                    }
                    strong { (one.what) }
                }
                @if !one.changes.is_empty() {
                    ul.plain.small { @for change in one.changes.iter().filter(|change| whole || !change.aside) { li {
                        (change.field) ": "
                        @if !change.before.is_empty() { del { (shown(&change.before)) } " → " }
                        (shown(&change.after))
                    } } }
                }
                @if !one.line.why.is_empty() { p.quiet.small { "«" (one.line.why) "»" } }
            },
            icon: Icon::History,
        })
        .collect();
    timeline(&events)
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= MAX_SHOWN {
        return text.to_owned();
    }
    text.chars().take(MAX_SHOWN).chain(std::iter::once('…')).collect()
}

/// What the lines speak of.
struct Known<'a> {
    tree: &'a UnitTree,
    people: HashMap<PersonId, String>,
    things: HashMap<Uuid, search::Hit>,
}

impl<'a> Known<'a> {
    async fn of(cx: &Ctx, tree: &'a UnitTree, lines: &[Told]) -> Result<Self, Error> {
        let mut named = Vec::new();
        for line in lines {
            ids_in(&line.before, &mut named);
            ids_in(&line.after, &mut named);
        }
        named.sort_unstable();
        named.dedup();
        let authors = lines.iter().filter_map(|line| match line.author {
            Author::Person(person) => Some(person),
            Author::System(_) | Author::Anonymous => None,
        });
        let about = lines.iter().filter(|line| is_of_person(&line.kind)).map(|line| line.thing);
        let told_of = named.iter().copied().chain(about).map(PersonId::from_uuid);
        let mut persons: Vec<PersonId> = authors.chain(told_of).collect();
        persons.sort_unstable();
        persons.dedup();
        // A thing is called what it is called now by those who may find it: it may have moved to
        // where the reader of an old line sees nothing.
        named.extend(lines.iter().map(|line| line.thing));
        named.sort_unstable();
        named.dedup();
        let sees = Sees::of(cx);
        Ok(Self {
            tree,
            people: cx.app().gate().names(cx.db(), &persons).await?,
            things: search::known(cx.db(), &named, sees.seen()).await?,
        })
    }

    fn tell(&self, cx: &Ctx, line: Told) -> Happened {
        let telling = line
            .kind
            .parse::<Kind>()
            .ok()
            .and_then(|kind| cx.app().tellings().iter().find(|telling| telling.kinds.contains(&kind)));
        let who = match line.author {
            Author::Person(person) => self.people.get(&person).cloned().unwrap_or_else(|| cx.t("web-told-former")),
            Author::System(_) => cx.t("web-told-varde"),
            Author::Anonymous => cx.t("web-told-someone"),
        };
        let hit = self.things.get(&line.thing);
        let in_words = |name: &str| {
            let value = line.after.get(name)?;
            let said = languages_of(value).map(|words| cx.say().words(&words).to_owned());
            said.or_else(|| value.as_str().map(str::to_owned))
        };
        let title = match hit {
            Some(hit) => cx.say().words(&hit.title).to_owned(),
            None if is_of_person(&line.kind) => {
                self.people.get(&PersonId::from_uuid(line.thing)).cloned().unwrap_or_default()
            }
            None => in_words("title").or_else(|| in_words("name")).unwrap_or_default(),
        };
        let own_page = || {
            let kind = line.kind.parse().ok()?;
            telling.and_then(|telling| (telling.href)(kind, line.thing))
        };
        Happened {
            who,
            what: cx.t(action_key(telling, &line.action)),
            // An activity's lines are of the kind of its measure; its name in the search is its own.
            kind: cx.t(kind_key(hit.map_or(line.kind.as_str(), |hit| hit.kind.as_str()))),
            title,
            href: hit.map(|hit| hit.href.clone()).or_else(own_page),
            changes: self.changes(cx, telling, &line),
            line,
        }
    }
}

/// Whether the thing of a line is a person.
fn is_of_person(kind: &str) -> bool {
    matches!(kind.parse(), Ok(Kind::Person | Kind::Holding))
}

fn ids_in(value: &Json, found: &mut Vec<Uuid>) {
    match value {
        Json::String(text) => found.extend(text.parse::<Uuid>().ok()),
        Json::Array(items) => items.iter().for_each(|item| ids_in(item, found)),
        Json::Object(parts) => parts.values().for_each(|part| ids_in(part, found)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

/// What was done: as the room says it, or as everyone does.
fn action_key(telling: Option<&Telling>, action: &str) -> &'static str {
    telling.and_then(|telling| (telling.action)(action)).unwrap_or(match action {
        "created" => "web-told-created",
        "edited" => "web-told-edited",
        "loaded" => "web-told-loaded",
        "closed" => "web-told-closed",
        "reopened" => "web-told-reopened",
        "decided" => "web-told-decided",
        _ => "web-told-other",
    })
}

/// A line of the history as the API tells it.
#[derive(Serialize, ToSchema)]
pub struct HistoryLine {
    /// When, as 2026-11-22T12:00:00Z.
    pub at: String,
    /// Who, by name.
    pub who: String,
    /// What was done, as the program calls it.
    pub action: String,
    /// What was done, in your language.
    pub what: String,
    /// The kind of thing.
    pub kind: String,
    /// The thing's id.
    pub thing: String,
    /// The thing's name, when it has one.
    pub title: String,
    /// The thing's page, when it has one.
    pub href: Option<String>,
    /// The unit it hung on.
    pub unit: Option<String>,
    /// The version that the change made.
    pub version: Option<i64>,
    /// What stood there before; absent when it is no longer kept.
    pub before: Json,
    /// What stood there after.
    pub after: Json,
    /// Why, in the person's own words.
    pub why: String,
}

impl From<Happened> for HistoryLine {
    fn from(one: Happened) -> Self {
        Self {
            at: one.line.at.to_string(),
            who: one.who,
            action: one.line.action,
            what: one.what,
            kind: one.line.kind,
            thing: one.line.thing.to_string(),
            title: one.title,
            href: one.href,
            unit: one.line.unit.map(|unit| unit.to_string()),
            version: one.line.version,
            before: one.line.before,
            after: one.line.after,
            why: one.line.why,
        }
    }
}
