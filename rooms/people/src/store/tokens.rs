//! Tokens for the API: shown once when made, kept as digests.

use std::time::Duration;

use jiff::Timestamp;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Target};
use varde_kernel::{PersonId, TokenId};
use varde_store::history::Line;
use varde_store::{Error, Insert, Read, Row, Tx, Update, json, values};

use super::sessions::digest;
use crate::model::persons::{Token, TokenScope};

/// What every token begins with, so that it is known for what it is when it turns up somewhere.
const MARK: &str = "varde_";
/// How long tokens that are over stay in their owner's list.
const KEPT: Duration = Duration::from_hours(90 * 24);

fn read(row: &Row) -> Result<Token, Error> {
    Ok(Token {
        id: row.get("id")?,
        person: row.get("person_id")?,
        name: row.get("name")?,
        scope: row.parse("scope")?,
        created_at: row.get("created_at")?,
        expires_at: row.get("expires_at")?,
        revoked_at: row.get("revoked_at")?,
        last_used_at: row.get("last_used_at")?,
    })
}

const COLUMNS: &str = "id, person_id, name, scope, created_at, expires_at, revoked_at, last_used_at";

/// A token to be made.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// What its owner calls it.
    pub name: String,
    /// What it may do.
    pub scope: TokenScope,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Makes a token and gives its text, which is shown once and never again.
///
/// # Errors
///
/// [`Error::Random`] when the system gives no random bytes.
pub async fn insert(tx: &Tx, person: PersonId, new: &Granted<NewToken>) -> Result<(TokenId, String), Error> {
    let text = format!("{MARK}{}", varde_web::secret_text().ok_or(Error::Random)?);
    let id: TokenId = tx.new_id()?;
    Insert::into("api_token")
        .set("id", id)
        .set("person_id", person)
        .set("name", &new.name)
        .set("digest", digest(&text))
        .set("scope", new.scope.name())
        .set("created_at", tx.now())
        .set("expires_at", new.expires_at)
        .run(tx)
        .await?;
    tx.record(Line::new(Kind::Own, person, None, "token_made").after(json!({ "scope": new.scope.name() })));
    Ok((id, text))
}

/// A person's tokens, the newest first.
pub async fn of(db: &impl Read, person: PersonId) -> Result<Vec<Token>, Error> {
    let sql = format!("select {COLUMNS} from api_token where person_id = $1 order by created_at desc, id");
    db.all(&sql, values![person], read).await
}

/// A token with the proof that it is the actor's own.
///
/// # Errors
///
/// [`Error::NotFound`] for somebody else's.
pub async fn open(db: &impl Read, actor: &Actor, id: TokenId, action: Action) -> Result<Granted<Token>, Error> {
    let sql = format!("select {COLUMNS} from api_token where id = $1");
    let token = db.one(&sql, values![id], read).await?.ok_or(Error::NotFound)?;
    Ok(access::grant(actor, action, &Target::own(token.person), token)?)
}

/// A token that is good now, with its owner's name and language.
pub(super) async fn known(
    db: &impl Read,
    text: &str,
    now: Timestamp,
) -> Result<Option<(Token, String, Option<varde_kernel::Locale>)>, Error> {
    let sql = "select t.id, t.person_id, t.name, t.scope, t.created_at, t.expires_at, t.revoked_at, t.last_used_at,
            p.name as person_name, p.locale
        from api_token t join person p on p.id = t.person_id
        where t.digest = $1 and t.revoked_at is null and t.expires_at > $2 and p.active = true";
    db.one(sql, values![digest(text), now], |row| Ok((read(row)?, row.get("person_name")?, row.get("locale")?))).await
}

/// Notes that a token was used.
pub(super) async fn touch(tx: &Tx, id: TokenId) -> Result<(), Error> {
    Update::of("api_token").set("last_used_at", tx.now()).by_id(tx, id).await
}

/// Ends a token.
pub async fn revoke(tx: &Tx, token: &Granted<Token>) -> Result<(), Error> {
    Update::of("api_token").set("revoked_at", tx.now()).by_id(tx, token.id).await?;
    tx.record(Line::new(Kind::Own, token.person, None, "token_revoked"));
    Ok(())
}

/// Ends all of a person's tokens.
pub async fn revoke_all(tx: &Tx, person: PersonId) -> Result<u64, Error> {
    tx.run(
        "update api_token set revoked_at = $2 where person_id = $1 and revoked_at is null",
        values![person, tx.now()],
    )
    .await
}

/// Takes away tokens that have been over for a quarter of a year.
pub(super) async fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Error> {
    let before = now.checked_sub(KEPT).unwrap_or(now);
    tx.run("delete from api_token where expires_at < $1 or revoked_at < $1", values![before]).await
}
