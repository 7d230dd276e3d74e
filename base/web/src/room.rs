//! What a room tells the house about itself.

use std::future::Future;
use std::pin::Pin;

use axum::routing::MethodRouter;
use http::Method;
use jiff::civil::Date;
use maud::Markup;
use uuid::Uuid;
use varde_kernel::access::{Action, Actor, Kind};
use varde_kernel::{UnitTree, Words, WorkItem};
use varde_store::jobs::Job;
use varde_store::{Db, Migration};

use crate::error::Error;
use crate::sources::SourcesFn;
use crate::ui::Icon;
use crate::words::Say;
use crate::{App, Ctx};

/// A future that the house can keep.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Everything a room offers to the house.
pub struct Room {
    /// The room's name, which begins its keys and its routes.
    pub name: &'static str,
    /// Its routes.
    pub routes: Vec<Route>,
    /// Its tables.
    pub migrations: Vec<Migration>,
    /// Its words: bokmål, nynorsk, English.
    pub locales: [&'static str; 3],
    /// Its places in the main menu.
    pub menu: Vec<MenuEntry>,
    /// Its pages about one unit.
    pub unit_tabs: Vec<UnitTab>,
    /// What it asks people to do.
    pub work: Option<WorkFn>,
    /// Its part of the start page.
    pub home: Option<HomeFn>,
    /// What it knows of other rooms' things.
    pub beside: Option<BesideFn>,
    /// What of it hangs on units, so that a unit is not ended unawares.
    pub hanging: &'static [Hanging],
    /// How it says what has happened to its things.
    pub telling: Option<Telling>,
    /// The documents that it knows and facts are taken from.
    pub sources: Option<SourcesFn>,
    /// What it does in the background.
    pub jobs: Vec<JobKind>,
    /// Its part of the API's description.
    pub api: Option<fn() -> utoipa::openapi::OpenApi>,
}

impl Room {
    /// A room with nothing in it yet.
    pub const fn new(name: &'static str, locales: [&'static str; 3]) -> Self {
        Self {
            name,
            routes: Vec::new(),
            migrations: Vec::new(),
            locales,
            menu: Vec::new(),
            unit_tabs: Vec::new(),
            work: None,
            home: None,
            beside: None,
            hanging: &[],
            telling: None,
            sources: None,
            jobs: Vec::new(),
            api: None,
        }
    }
}

/// A document that facts are taken from.
#[derive(Clone, Debug)]
pub struct Cited {
    /// Its name.
    pub name: Words,
    /// Its page.
    pub href: String,
}

/// Who may come to a route. The routes test holds every route to what it says here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Everyone, also without signing in.
    Public,
    /// Everyone who is signed in.
    SignedIn,
    /// Those whom the policy lets do this to the thing in the path, or on a unit they hold.
    May(Kind, Action),
}

/// One way into a room.
pub struct Route {
    /// GET or POST, and in the API also PUT, PATCH and DELETE.
    pub method: Method,
    /// The path, with `{id}` places.
    pub path: &'static str,
    /// Who may come.
    pub need: Need,
    /// What answers.
    pub handler: MethodRouter<App>,
}

impl Route {
    /// A page or an API answer.
    pub fn get<H, T>(path: &'static str, need: Need, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        Self { method: Method::GET, path, need, handler: axum::routing::get(handler) }
    }

    /// A form that is sent in, or a new thing in the API.
    pub fn post<H, T>(path: &'static str, need: Need, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        Self { method: Method::POST, path, need, handler: axum::routing::post(handler) }
    }

    /// A change in the API.
    pub fn put<H, T>(path: &'static str, need: Need, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        Self { method: Method::PUT, path, need, handler: axum::routing::put(handler) }
    }

    /// A removal in the API.
    pub fn delete<H, T>(path: &'static str, need: Need, handler: H) -> Self
    where
        H: axum::handler::Handler<T, App>,
        T: 'static,
    {
        Self { method: Method::DELETE, path, need, handler: axum::routing::delete(handler) }
    }
}

/// A place in the main menu.
#[derive(Clone, Copy)]
pub struct MenuEntry {
    /// Its key.
    pub key: &'static str,
    /// Where it leads.
    pub href: &'static str,
    /// Its icon.
    pub icon: Icon,
    /// Where it stands: lower numbers first.
    pub order: u8,
    /// Whom it is shown to, as a permission on any unit they hold; `None` for everyone signed in.
    pub need: Option<(Kind, Action)>,
    /// Whether its list is narrowed to a unit by `?unit=`: then it follows the unit that one is at.
    pub is_of_unit: bool,
}

impl MenuEntry {
    /// A place for everyone signed in.
    pub const fn new(key: &'static str, href: &'static str, icon: Icon, order: u8) -> Self {
        Self { key, href, icon, order, need: None, is_of_unit: false }
    }

    /// The same place, following the unit that one is at.
    #[must_use]
    pub const fn of_unit(self) -> Self {
        Self { is_of_unit: true, ..self }
    }

    /// The same place, for those alone who may do this somewhere.
    #[must_use]
    pub const fn for_those(self, kind: Kind, action: Action) -> Self {
        Self { need: Some((kind, action)), ..self }
    }
}

/// A page about one unit, shown as a tab on all of them.
#[derive(Clone, Copy)]
pub struct UnitTab {
    /// Its key.
    pub key: &'static str,
    /// What follows `/units/{id}` in its address; empty for the unit's own page.
    pub path: &'static str,
    /// Where it stands: lower numbers first.
    pub order: u8,
    /// Whom it is shown to, as a permission on the unit; `None` for everyone.
    pub need: Option<(Kind, Action)>,
}

/// How a room says what has happened to its things. What it gives no key for is said in common
/// words.
#[derive(Clone, Copy)]
pub struct Telling {
    /// The kinds of thing that are the room's.
    pub kinds: &'static [Kind],
    /// The key of what was done.
    pub action: fn(&str) -> Option<&'static str>,
    /// The key of a field's name, as the room's forms call it.
    pub field: fn(&str) -> Option<&'static str>,
    /// The key of what stands in a field: a state, a choice.
    pub value: fn(field: &str, value: &str) -> Option<&'static str>,
    /// The page of a thing that the search does not know.
    pub href: fn(Kind, Uuid) -> Option<String>,
}

/// What a room needs to know to say what someone has to do.
pub struct WorkAsk<'a> {
    /// The database.
    pub db: &'a Db,
    /// Who asks.
    pub actor: &'a Actor,
    /// In which language.
    pub say: &'a Say,
    /// Today.
    pub today: Date,
    /// The organisation today.
    pub tree: &'a UnitTree,
}

/// Lists what the asker has to do in this room.
pub type WorkFn = for<'a> fn(&'a WorkAsk<'a>) -> BoxFuture<'a, Result<Vec<WorkItem>, varde_store::Error>>;

/// What a room needs to know to tell the visitor where things stand.
pub struct HomeAsk<'a> {
    /// The request.
    pub cx: &'a Ctx,
    /// The organisation today.
    pub tree: &'a UnitTree,
}

/// A room's part of the start page: a section with its own heading, or nothing.
pub type HomeFn = for<'a> fn(&'a HomeAsk<'a>) -> BoxFuture<'a, Result<Markup, Error>>;

/// What a room needs to know to tell what it holds of another room's thing.
pub struct BesideAsk<'a> {
    /// The request.
    pub cx: &'a Ctx,
    /// The organisation today.
    pub tree: &'a UnitTree,
    /// What the thing is.
    pub kind: Kind,
    /// Which one.
    pub id: Uuid,
}

/// A room's lines about another room's thing, such as the plans that a measure serves: the heading
/// and what stands under it. A room with nothing to tell gives none.
pub type BesideFn = for<'a> fn(&'a BesideAsk<'a>) -> BoxFuture<'a, Result<Vec<(String, Markup)>, Error>>;

/// How a room counts what of it hangs on some units: plans, goals, open tasks.
#[derive(Clone, Copy, Debug)]
pub struct Hanging {
    /// The key that says how many there are; it takes `n`.
    pub key: &'static str,
    /// Counts them as `n`. `{units}` stands where the units' places do, and `{on}` where the day does
    /// after which they must go on.
    pub sql: &'static str,
}

/// A kind of background work.
#[derive(Clone, Copy)]
pub struct JobKind {
    /// The name in the job's row.
    pub name: &'static str,
    /// Does it, in a transaction of its own in which it also marks the job as done. Must be safe
    /// to run twice.
    pub run: for<'a> fn(&'a App, &'a Job) -> BoxFuture<'a, Result<(), varde_store::Error>>,
    /// How often it is asked for by itself; `None` when only a change asks for it.
    pub every: Option<Every>,
}

/// How often a job comes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Once an hour.
    Hour,
    /// Once a day.
    Day,
}
