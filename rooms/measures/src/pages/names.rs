//! Names and choices from the rooms before this one.

use std::collections::HashMap;

use varde_kernel::{ActorId, PersonId, UnitId, UnitTree, Words, sort_key};
use varde_web::{Ctx, Error};

use crate::store;
use crate::views::{Choices, Names};

/// More units below than this, and only the unit itself offers its people.
const MANY_UNITS: usize = 60;

/// The names of actors and of these persons.
pub(crate) async fn names(cx: &Ctx, persons: impl IntoIterator<Item = PersonId>) -> Result<Names, Error> {
    let mut persons: Vec<PersonId> = persons.into_iter().collect();
    persons.sort_unstable();
    persons.dedup();
    Ok(Names { actors: actors(cx).await?, persons: varde_people::names(cx.db(), &persons).await? })
}

/// The actors of the plans, by name.
async fn actors(cx: &Ctx) -> Result<Vec<(ActorId, Words)>, Error> {
    let mut actors: Vec<(ActorId, Words)> =
        varde_people::actors(cx.db()).await?.into_iter().map(|actor| (actor.id, actor.name)).collect();
    actors.sort_by_cached_key(|(_, name)| sort_key(name.get(cx.locale())));
    Ok(actors)
}

/// What a form about something on `unit` lets people choose from. `now` is who answers for it now.
pub(crate) async fn choices(cx: &Ctx, tree: &UnitTree, unit: UnitId, now: Option<PersonId>) -> Result<Choices, Error> {
    let mut units = tree.below(unit);
    if MANY_UNITS < units.len() {
        units.truncate(1);
    }
    let mut persons: HashMap<PersonId, String> =
        varde_people::store::holdings::holdings_on(cx.db(), &units, cx.today())
            .await?
            .into_iter()
            .map(|row| (row.person, row.name))
            .collect();
    if let Some(visitor) = cx.visitor() {
        persons.insert(visitor.person, visitor.name.clone());
    }
    if let Some(now) = now
        && let Some(name) = varde_people::person_name(cx.db(), now).await?
    {
        persons.insert(now, name);
    }
    let mut persons: Vec<(PersonId, String)> = persons.into_iter().collect();
    persons.sort_by_cached_key(|(id, name)| (sort_key(name), *id));
    let scope = varde_kernel::access::scope(cx.actor(), varde_kernel::access::Kind::Finding);
    Ok(Choices {
        actors: actors(cx).await?,
        persons,
        indicators: varde_indicators::seen_by(cx.actor(), tree, varde_indicators::indicators(cx.db()).await?)
            .into_iter()
            .map(|indicator| (indicator.id, indicator.name))
            .collect(),
        tags: store::tags(cx.db()).await?,
        findings: store::open_findings_of_unit(cx.db(), &scope, unit).await?,
        units: units.into_iter().skip(1).collect(),
    })
}
