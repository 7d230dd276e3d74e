//! What the room asks the room of people: names of actors and who holds which role.

use std::collections::HashMap;

use jiff::civil::Date;
use varde_kernel::{ActorId, PersonId, UnitId, Words};
use varde_store::{Error, Read};

use crate::model::Holder;

/// The names of the actors of the plans.
pub async fn actor_names(db: &impl Read) -> Result<HashMap<ActorId, Words>, Error> {
    Ok(varde_people::actors(db).await?.into_iter().map(|actor| (actor.id, actor.name)).collect())
}

/// The actors that are one of these units, each with its unit.
pub async fn actors_of_units(db: &impl Read, units: &[UnitId]) -> Result<Vec<(ActorId, UnitId)>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let actors = varde_people::actors(db).await?.into_iter();
    Ok(actors.filter_map(|actor| Some((actor.id, actor.unit.filter(|unit| units.contains(unit))?))).collect())
}

/// Who holds roles on these units on `day`.
pub async fn holders(db: &impl Read, units: &[UnitId], day: Date) -> Result<Vec<Holder>, Error> {
    let holdings = varde_people::store::holdings::holdings_on(db, units, day).await?;
    Ok(holdings
        .into_iter()
        .map(|held| Holder { person: held.person, name: held.name, role: held.role.name().to_owned(), unit: held.unit })
        .collect())
}

/// The names of several persons.
pub async fn names(db: &impl Read, ids: &[PersonId]) -> Result<HashMap<PersonId, String>, Error> {
    varde_people::names(db, ids).await
}
