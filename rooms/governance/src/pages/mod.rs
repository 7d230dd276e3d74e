//! What people meet: form, rule, store, page.

pub(crate) mod bodies;
pub(crate) mod forms;
pub(crate) mod responsibilities;
pub(crate) mod seats;
pub(crate) mod tasks;
pub(crate) mod work;

use std::collections::HashMap;

use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{ActorId, PersonId, Problems, UnitId, UnitTree, Words, sort_key};
use varde_web::{Ctx, Error, Need, Route};

use crate::store::{self, people};
use varde_web::Options;

/// How many rows a page of a list shows.
pub(crate) const PAGE: i64 = 25;
/// How many units a list to choose from holds at most; the API takes any.
const MOST_UNITS: usize = 300;

pub(crate) fn routes() -> Vec<Route> {
    let create = Need::May(Kind::Task, Action::Create);
    let edit = Need::May(Kind::Task, Action::Edit);
    let seats = Need::May(Kind::Body, Action::Edit);
    vec![
        Route::get("/responsibility", Need::SignedIn, tasks::list),
        Route::get("/responsibility/missing", Need::SignedIn, tasks::missing),
        Route::get("/responsibility/new", create, tasks::new),
        Route::post("/responsibility/new", create, tasks::create),
        Route::get("/responsibility/tasks/{id}", Need::SignedIn, tasks::show),
        Route::get("/responsibility/tasks/{id}/edit", edit, tasks::edit),
        Route::post("/responsibility/tasks/{id}/edit", edit, tasks::update),
        Route::get("/responsibility/tasks/{id}/assign", create, responsibilities::assign),
        Route::post("/responsibility/tasks/{id}/assign", create, responsibilities::assigned),
        Route::get("/responsibility/held/{id}/delegate", edit, responsibilities::delegate),
        Route::post("/responsibility/held/{id}/delegate", edit, responsibilities::delegated),
        Route::get("/responsibility/held/{id}/end", edit, responsibilities::ask_end),
        Route::post("/responsibility/held/{id}/end", edit, responsibilities::end),
        Route::get("/units/{id}/responsibility", Need::SignedIn, tasks::matrix),
        Route::get("/bodies", Need::SignedIn, bodies::list),
        Route::get("/bodies/vacancies", Need::SignedIn, seats::vacancies),
        Route::get("/bodies/new", Need::May(Kind::Body, Action::Create), bodies::new),
        Route::post("/bodies/new", Need::May(Kind::Body, Action::Create), bodies::create),
        Route::get("/bodies/{id}", Need::SignedIn, bodies::show),
        Route::get("/bodies/{id}/edit", seats, bodies::edit),
        Route::post("/bodies/{id}/edit", seats, bodies::update),
        Route::post("/bodies/{id}/tasks", seats, bodies::give_task),
        Route::get("/bodies/{id}/seats/new", seats, seats::new),
        Route::post("/bodies/{id}/seats/new", seats, seats::create),
        Route::get("/bodies/seats/{id}/fill", seats, seats::fill),
        Route::post("/bodies/seats/{id}/fill", seats, seats::filled),
        Route::get("/bodies/seats/{id}/vacate", seats, seats::ask_vacate),
        Route::post("/bodies/seats/{id}/vacate", seats, seats::vacate),
    ]
}

/// Units that the visitor may do this in, for choosing: those held and what lies below, and the
/// one that is chosen already.
pub(crate) fn unit_options(cx: &Ctx, tree: &UnitTree, kind: Kind, chosen: &str) -> Options {
    let mut units: Vec<UnitId> = Vec::new();
    if let Ok(chosen) = chosen.parse() {
        units.push(chosen);
    }
    let held = cx.actor().held().iter().map(|held| held.unit);
    for unit in held.filter(|unit| cx.may(Action::Create, &store::target(kind, tree, Some(*unit)))) {
        units.extend(tree.below(unit).into_iter().take(MOST_UNITS));
    }
    named_units(cx, tree, units)
}

/// A unit and those below it, for choosing.
pub(crate) fn units_below(cx: &Ctx, tree: &UnitTree, unit: UnitId) -> Options {
    named_units(cx, tree, tree.below(unit))
}

fn named_units(cx: &Ctx, tree: &UnitTree, units: Vec<UnitId>) -> Options {
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

/// The actors of the plans, for choosing.
pub(crate) fn actor_options(cx: &Ctx, actors: &HashMap<ActorId, Words>) -> Options {
    let mut options: Options =
        actors.iter().map(|(id, name)| (id.to_string(), name.get(cx.locale()).to_owned())).collect();
    options.sort_by_cached_key(|one| sort_key(&one.1));
    options
}

/// Those who hold a role on these units today, each with a unit, since two can have the same name.
pub(crate) async fn person_options(cx: &Ctx, tree: &UnitTree, units: &[UnitId]) -> Result<Options, Error> {
    let units: Vec<UnitId> = units.iter().copied().take(MOST_UNITS).collect();
    let mut options: Options = people::holders(cx.db(), &units, cx.today())
        .await?
        .into_iter()
        .map(|holder| {
            let unit = crate::views::unit_name(cx.say(), tree, holder.unit);
            (holder.person.to_string(), format!("{} – {unit}", holder.name))
        })
        .collect();
    options.sort_by_cached_key(|one| sort_key(&one.1));
    let mut seen = std::collections::HashSet::new();
    options.retain(|(person, _)| seen.insert(person.clone()));
    options.truncate(MOST_UNITS);
    Ok(options)
}

/// A unit that a form names must be there today.
pub(crate) fn check_unit(tree: &UnitTree, unit: Option<UnitId>, problems: &mut Problems) {
    if unit.is_some_and(|unit| tree.get(unit).is_none()) && problems.of_field("unit").is_none() {
        problems.field("unit", "web-problem-choice");
    }
}

/// A person that a form names must be known.
pub(crate) async fn check_person(cx: &Ctx, person: Option<PersonId>, problems: &mut Problems) -> Result<(), Error> {
    if let Some(person) = person
        && people::names(cx.db(), &[person]).await?.is_empty()
    {
        problems.field("person", "web-problem-choice");
    }
    Ok(())
}

/// Actors that a form names must be known.
pub(crate) fn check_actor(
    actors: &HashMap<ActorId, Words>,
    actor: Option<ActorId>,
    field: &'static str,
    problems: &mut Problems,
) {
    if actor.is_some_and(|actor| !actors.contains_key(&actor)) && problems.of_field(field).is_none() {
        problems.field(field, "web-problem-choice");
    }
}

/// The room's words for the history.
pub(crate) const TELLING: varde_web::Telling = varde_web::Telling {
    kinds: &[Kind::Task, Kind::Body],
    action: |action| Some(happened_key(action)),
    field: |name| {
        let forms = [forms::TASK, forms::ASSIGN, forms::BODY, forms::SEAT, forms::FILL];
        forms.iter().find_map(|labels| labels.iter().find(|(known, _)| *known == name)).map(|(_, key)| *key)
    },
    value: |field, text| match field {
        "authority" => text.parse().map(crate::views::authority_key).ok(),
        "phase" => text.parse().map(crate::views::phase_key).ok(),
        "kind" => text.parse().map(crate::views::body_kind_key).ok(),
        "level" => text.parse().map(crate::views::level_key).ok(),
        "composition" => text.parse().map(crate::views::composition_key).ok(),
        "group" => text.parse().map(crate::views::group_key).ok(),
        // What a role is called in a seat; roles held on a unit are known to all rooms.
        "role" => text.parse().map(crate::views::seat_role_key).ok(),
        "unit_kind" => text.parse().map(crate::views::class_key).ok(),
        _ => None,
    },
    // Tasks and bodies are found by the search; a seat and a delegation have no page of their own.
    href: |_, _| None,
};

fn happened_key(action: &str) -> &'static str {
    match action {
        "created" => "governance-happened-created",
        "edited" => "governance-happened-edited",
        "assigned" => "governance-happened-assigned",
        "delegated" => "governance-happened-delegated",
        "ended" => "governance-happened-ended",
        "task_given" => "governance-happened-task-given",
        "seat_made" => "governance-happened-seat-made",
        "filled" => "governance-happened-filled",
        "vacated" => "governance-happened-vacated",
        _ => "governance-happened-other",
    }
}

/// Whether the visitor may do this to something of the room on a unit.
pub(crate) fn may(cx: &Ctx, tree: &UnitTree, kind: Kind, action: Action, unit: Option<UnitId>) -> bool {
    access::may(cx.actor(), action, &store::target(kind, tree, unit))
}
