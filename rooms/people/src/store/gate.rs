//! Who is at the door: answers the house with persons, sessions, tokens and the organisation.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use varde_kernel::access::{Actor, Author, System};
use varde_kernel::{Locale, PersonId, UnitId, UnitTree, Words};
use varde_store::{Db, Error};
use varde_web::ui::Scheme;
use varde_web::{App, BoxFuture, Gate, Visitor, unit_name};

use super::units::TreeCache;
use super::{holdings, persons, sessions, tokens};
use crate::model::persons::TokenScope;
use crate::rules::persons as rules;

/// The room's answer to "who is this, and how does the organisation look?".
pub struct PeopleGate {
    trees: TreeCache,
    zone: TimeZone,
}

impl Default for PeopleGate {
    fn default() -> Self {
        Self::new()
    }
}

impl PeopleGate {
    /// A gate that lives its days in Norway.
    pub fn new() -> Self {
        Self::in_zone(TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC))
    }

    /// A gate that lives its days in `zone`: roles begin and end at midnight there.
    pub fn in_zone(zone: TimeZone) -> Self {
        Self { trees: TreeCache::default(), zone }
    }

    fn day(&self, now: Timestamp) -> Date {
        now.to_zoned(self.zone.clone()).date()
    }

    async fn tree_on(&self, db: &Db, now: Timestamp) -> Result<Arc<UnitTree>, Error> {
        self.trees.tree(db, self.day(now)).await
    }

    async fn session(&self, db: &Db, secret: &str, now: Timestamp) -> Result<Option<Visitor>, Error> {
        let Some(known) = sessions::known(db, secret).await? else { return Ok(None) };
        let session = &known.session;
        if !rules::session_lives(session.seen_at, session.expires_at, now) {
            return Ok(None);
        }
        if rules::worth_noting(session.seen_at, now) {
            let tx = db.begin_write(Author::System(System::Worker), now).await?;
            match sessions::touch(&tx, session.id).await {
                // Ended while we looked: then it is over.
                Err(Error::NotFound) => return Ok(None),
                done => done?,
            }
            tx.commit().await?;
        }
        let tree = self.tree_on(db, now).await?;
        let held = holdings::held_on(db, session.person, &tree, self.day(now)).await?;
        Ok(Some(Visitor {
            person: session.person,
            name: known.name,
            session: Some(session.id),
            actor: Actor::Person { person: session.person, held, read_only: false },
            locale: known.locale,
            scheme: Scheme::from_name(&known.scheme).unwrap_or_default(),
            keeps_drafts: known.keeps_drafts,
            home: known.home,
            home_name: known.home.map(|home| in_all(&tree, home)).unwrap_or_default(),
            must_change_password: known.must_change,
        }))
    }

    async fn token(&self, db: &Db, text: &str, now: Timestamp) -> Result<Option<Visitor>, Error> {
        let Some((token, name, locale)) = tokens::known(db, text, now).await? else { return Ok(None) };
        if token.last_used_at.is_none_or(|used| rules::worth_noting(used, now)) {
            let tx = db.begin_write(Author::System(System::Worker), now).await?;
            tokens::touch(&tx, token.id).await?;
            tx.commit().await?;
        }
        let tree = self.tree_on(db, now).await?;
        let held = holdings::held_on(db, token.person, &tree, self.day(now)).await?;
        let read_only = token.scope == TokenScope::Read;
        Ok(Some(Visitor {
            person: token.person,
            name,
            session: None,
            actor: Actor::Person { person: token.person, held, read_only },
            locale,
            scheme: Scheme::Auto,
            keeps_drafts: false,
            home: None,
            home_name: Words::default(),
            must_change_password: false,
        }))
    }
}

/// A unit's name in all languages, by as much of the way up as tells it from others.
fn in_all(tree: &UnitTree, unit: UnitId) -> Words {
    let name = |locale| unit_name(tree, unit, locale);
    Words { nb: name(Locale::Nb), nn: Some(name(Locale::Nn)), en: Some(name(Locale::En)) }
}

impl Gate for PeopleGate {
    fn by_session<'a>(
        &'a self,
        db: &'a Db,
        secret: &'a str,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Option<Visitor>, Error>> {
        Box::pin(self.session(db, secret, now))
    }

    fn by_token<'a>(
        &'a self,
        db: &'a Db,
        token: &'a str,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Option<Visitor>, Error>> {
        Box::pin(self.token(db, token, now))
    }

    fn keep<'a>(
        &'a self,
        app: &'a App,
        person: PersonId,
        locale: Option<Locale>,
        scheme: Option<Scheme>,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let tx = app.begin_as(Author::Person(person)).await?;
            persons::keep(&tx, person, locale, scheme.map(Scheme::name)).await?;
            tx.commit().await
        })
    }

    fn names<'a>(
        &'a self,
        db: &'a Db,
        asked: &'a [PersonId],
    ) -> BoxFuture<'a, Result<HashMap<PersonId, String>, Error>> {
        Box::pin(persons::names(db, asked))
    }

    fn tree<'a>(&'a self, db: &'a Db, now: Timestamp) -> BoxFuture<'a, Result<Arc<UnitTree>, Error>> {
        Box::pin(self.tree_on(db, now))
    }
}
