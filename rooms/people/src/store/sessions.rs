//! Sessions: only a digest of the cookie's secret is kept, and neither address nor browser.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use varde_kernel::access::{self, Action, Actor, Granted, Target};
use varde_kernel::{Locale, PersonId, SessionId, UnitId};
use varde_store::{Delete, Error, Insert, Read, Row, Tx, Update, values};

use crate::model::persons::{Session, SignedInBy};
use crate::rules::persons::LONGEST;

/// The digest under which a secret is known. The secrets are random and long, so a plain hash is
/// enough: there is nothing to guess.
pub(super) fn digest(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

fn read(row: &Row) -> Result<Session, Error> {
    Ok(Session {
        id: row.get("id")?,
        person: row.get("person_id")?,
        created_at: row.get("created_at")?,
        seen_at: row.get("seen_at")?,
        expires_at: row.get("expires_at")?,
        how: row.parse("how")?,
    })
}

/// Begins a session and gives its secret, which is told to the browser and to nobody else.
///
/// # Errors
///
/// [`Error::Random`] when the system gives no random bytes.
pub async fn begin(tx: &Tx, person: PersonId, how: SignedInBy) -> Result<String, Error> {
    let secret = varde_web::secret_text().ok_or(Error::Random)?;
    let id: SessionId = tx.new_id()?;
    Insert::into("session")
        .set("id", id)
        .set("person_id", person)
        .set("secret_digest", digest(&secret))
        .set("created_at", tx.now())
        .set("seen_at", tx.now())
        .set("expires_at", tx.now().checked_add(LONGEST).unwrap_or(tx.now()))
        .set("how", how.name())
        .run(tx)
        .await?;
    Ok(secret)
}

/// A session with what the bar needs to know about its person.
pub(super) struct Known {
    pub(super) session: Session,
    pub(super) name: String,
    pub(super) locale: Option<Locale>,
    pub(super) scheme: String,
    pub(super) keeps_drafts: bool,
    pub(super) home: Option<UnitId>,
    pub(super) must_change: bool,
}

/// The session behind a secret, when its person may come in.
pub(super) async fn known(db: &impl Read, secret: &str) -> Result<Option<Known>, Error> {
    let sql = "select s.id, s.person_id, s.created_at, s.seen_at, s.expires_at, s.how,
            p.name, p.locale, p.scheme, p.keeps_drafts, p.home_unit_id, a.must_change
        from session s join person p on p.id = s.person_id left join account a on a.person_id = p.id
        where s.secret_digest = $1 and p.active = true";
    db.one(sql, values![digest(secret)], |row| {
        let session = read(row)?;
        let must_change = row.get::<Option<bool>>("must_change")?.unwrap_or(false);
        Ok(Known {
            // Someone who came through the provider did not use the first password.
            must_change: must_change && session.how == SignedInBy::Password,
            session,
            name: row.get("name")?,
            locale: row.get("locale")?,
            scheme: row.get("scheme")?,
            keeps_drafts: row.get("keeps_drafts")?,
            home: row.get("home_unit_id")?,
        })
    })
    .await
}

/// A person's sessions, the last used first.
pub async fn of(db: &impl Read, person: PersonId) -> Result<Vec<Session>, Error> {
    let sql = "select id, person_id, created_at, seen_at, expires_at, how from session
        where person_id = $1 order by seen_at desc, id";
    db.all(sql, values![person], read).await
}

/// A session with the proof that it is the actor's own.
///
/// # Errors
///
/// [`Error::NotFound`] for somebody else's.
pub async fn open(db: &impl Read, actor: &Actor, id: SessionId, action: Action) -> Result<Granted<Session>, Error> {
    let sql = "select id, person_id, created_at, seen_at, expires_at, how from session where id = $1";
    let session = db.one(sql, values![id], read).await?.ok_or(Error::NotFound)?;
    Ok(access::grant(actor, action, &Target::own(session.person), session)?)
}

/// Notes that a session was used.
pub(super) async fn touch(tx: &Tx, id: SessionId) -> Result<(), Error> {
    Update::of("session").set("seen_at", tx.now()).by_id(tx, id).await
}

/// Ends a session.
pub async fn end(tx: &Tx, session: &Granted<Session>) -> Result<(), Error> {
    end_id(tx, session.id).await
}

/// Ends the session in which the request itself was made.
pub async fn end_id(tx: &Tx, id: SessionId) -> Result<(), Error> {
    Delete::from(tx, "session", "id", id).await.map(|_| ())
}

/// Ends all of a person's sessions, but for `keep`.
pub async fn end_all(tx: &Tx, person: PersonId, keep: Option<SessionId>) -> Result<u64, Error> {
    match keep {
        Some(keep) => tx.run("delete from session where person_id = $1 and id <> $2", values![person, keep]).await,
        None => Delete::from(tx, "session", "person_id", person).await,
    }
}

/// Takes away sessions that are over: those no longer let anyone in.
pub(super) async fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, Error> {
    let idle = now.checked_sub(crate::rules::persons::IDLE).unwrap_or(now);
    tx.run("delete from session where expires_at <= $1 or seen_at <= $2", values![now, idle]).await
}
