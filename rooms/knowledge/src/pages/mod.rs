//! What people meet: form, rule, store, page.

mod beside;
pub(crate) mod documents;
pub(crate) mod forms;
pub(crate) mod notes;
pub(crate) mod requests;
pub(crate) mod work;

use std::collections::HashMap;

pub(crate) use beside::{beside, sources};

use varde_kernel::access::{Action, Kind};
use varde_kernel::{ActorId, UnitId, UnitTree, Words, sort_key};
use varde_web::{Ctx, Error, Fields, Need, Route};

use crate::store;
use varde_web::Options;

/// How many rows a page of a list shows.
pub(crate) const PAGE: i64 = 25;
/// How many units a list to choose from holds at most; the API takes any.
const MOST_UNITS: usize = 300;

pub(crate) fn routes() -> Vec<Route> {
    let create = Need::May(Kind::Document, Action::Create);
    let edit = Need::May(Kind::Document, Action::Edit);
    vec![
        Route::get("/documents", Need::SignedIn, documents::list),
        Route::get("/documents/new", create, documents::new),
        Route::post("/documents/new", create, documents::create),
        Route::get("/documents/{id}", Need::SignedIn, documents::show),
        Route::get("/documents/{id}/edit", edit, documents::edit),
        Route::post("/documents/{id}/edit", edit, documents::update),
        Route::get("/documents/{id}/status", edit, documents::ask_status),
        Route::post("/documents/{id}/status", edit, documents::set_status),
        Route::get("/documents/{id}/revision", Need::SignedIn, requests::new),
        Route::post("/documents/{id}/revision", Need::SignedIn, requests::create),
        Route::get("/documents/requests/{id}", edit, requests::edit),
        Route::post("/documents/requests/{id}", edit, requests::answer),
        Route::get("/notes", Need::SignedIn, notes::list),
        Route::get("/notes/new", create, notes::new),
        Route::post("/notes/new", create, notes::create),
        Route::get("/notes/{id}", Need::SignedIn, notes::show),
        Route::get("/notes/{id}/answer", edit, notes::edit),
        Route::post("/notes/{id}/answer", edit, notes::answer),
    ]
}

/// What is searched for: short, and without what no text holds.
pub(crate) fn words_of(query: &Fields) -> String {
    query.text("q").chars().take(200).filter(|letter| !letter.is_control()).collect()
}

/// Units in which the visitor may keep documents, and the one that is chosen already.
pub(crate) fn unit_options(cx: &Ctx, tree: &UnitTree, chosen: &str) -> Options {
    let mut units: Vec<UnitId> = chosen.parse().into_iter().collect();
    let held = cx.actor().held().iter().map(|held| held.unit);
    for unit in held.filter(|unit| cx.may(Action::Create, &store::target(tree, Some(*unit), true))) {
        units.extend(tree.below(unit).into_iter().take(MOST_UNITS));
    }
    let mut options: Options = Vec::new();
    for unit in units {
        let id = unit.to_string();
        if let Some(unit) = tree.get(unit)
            && options.len() < MOST_UNITS
            && !options.iter().any(|(known, _)| *known == id)
        {
            options.push((id, varde_web::unit_name(tree, unit.id, cx.locale())));
        }
    }
    options
}

/// The names of the actors of the plans.
pub(crate) async fn actor_names(cx: &Ctx) -> Result<HashMap<ActorId, Words>, Error> {
    Ok(varde_people::actors(cx.db()).await?.into_iter().map(|actor| (actor.id, actor.name)).collect())
}

/// The actors of the plans, for choosing.
pub(crate) fn actor_options(cx: &Ctx, actors: &HashMap<ActorId, Words>) -> Options {
    let mut options: Options =
        actors.iter().map(|(id, name)| (id.to_string(), name.get(cx.locale()).to_owned())).collect();
    options.sort_by_cached_key(|one| sort_key(&one.1));
    options
}

/// The room's words for the history.
pub(crate) const TELLING: varde_web::Telling = varde_web::Telling {
    kinds: &[Kind::Document],
    action: |action| Some(happened_key(action)),
    field: |name| {
        let forms = [forms::DOCUMENT, forms::ANSWER];
        forms.iter().find_map(|labels| labels.iter().find(|(known, _)| *known == name)).map(|(_, key)| *key)
    },
    value: |field, text| match field {
        "status" => text.parse().map(crate::views::status_key).ok(),
        "state" => {
            text.parse().map(crate::views::state_key).or_else(|()| text.parse().map(crate::views::request_key)).ok()
        }
        "kind" => text
            .parse()
            .map(crate::views::kind_key)
            .or_else(|()| text.parse().map(crate::views::note_key))
            .or_else(|()| text.parse().map(crate::views::thing_key))
            .ok(),
        _ => None,
    },
    // Documents are found by the search; a note and a request have no page of their own.
    href: |_, _| None,
};

fn happened_key(action: &str) -> &'static str {
    match action {
        "created" => "knowledge-happened-created",
        "edited" => "knowledge-happened-edited",
        "revision_asked" => "knowledge-happened-revision-asked",
        "revision_answered" => "knowledge-happened-revision-answered",
        "noted" => "knowledge-happened-noted",
        "note_answered" => "knowledge-happened-note-answered",
        other => match other.parse() {
            Ok(status) => crate::views::status_key(status),
            Err(()) => "knowledge-happened-other",
        },
    }
}
