//! Whom the house may write to, and as whom they read.

use jiff::civil::Date;
use varde_kernel::access::Actor;
use varde_kernel::{Locale, PersonId, UnitTree};
use varde_store::{Error, Read};

use super::{holdings, persons};

/// Someone who can be written to, with what decides what may stand in the letter.
#[derive(Clone, Debug)]
pub struct Addressee {
    /// The person with the roles of the day.
    pub actor: Actor,
    /// The language that they read.
    pub locale: Locale,
    /// Their address.
    pub to: String,
}

/// A person as someone to write to. None without an address, or when they have left.
pub async fn addressee(
    db: &impl Read,
    person: PersonId,
    tree: &UnitTree,
    today: Date,
) -> Result<Option<Addressee>, Error> {
    let Some(known) = persons::get(db, person).await? else { return Ok(None) };
    let Some(to) = known.email.filter(|_| known.active) else { return Ok(None) };
    let held = holdings::held_on(db, person, tree, today).await?;
    let actor = Actor::Person { person, held, read_only: false };
    Ok(Some(Addressee { actor, locale: known.locale.unwrap_or(Locale::Nb), to }))
}
