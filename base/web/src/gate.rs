//! Who is at the door. The room `people` answers; the house only asks.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use varde_kernel::access::Actor;
use varde_kernel::{Locale, PersonId, SessionId, UnitId, UnitTree, Words};
use varde_store::{Db, Error};

use crate::App;
use crate::room::BoxFuture;
use crate::ui::Scheme;

/// Someone who is signed in.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// Who it is.
    pub person: PersonId,
    /// The name shown in the bar.
    pub name: String,
    /// The session; `None` when an API token speaks.
    pub session: Option<SessionId>,
    /// The roles that hold today.
    pub actor: Actor,
    /// The language the person chose.
    pub locale: Option<Locale>,
    /// Light or dark, as the person chose.
    pub scheme: Scheme,
    /// Whether what is typed may be kept in the browser until it is sent.
    pub keeps_drafts: bool,
    /// The unit the person works in.
    pub home: Option<UnitId>,
    /// That unit by a name that tells it from others, in the three languages.
    pub home_name: Words,
    /// A first password must be replaced before anything else.
    pub must_change_password: bool,
}

/// Answers who someone is and how the organisation looks.
pub trait Gate: Send + Sync {
    /// The person behind a session's secret.
    fn by_session<'a>(
        &'a self,
        db: &'a Db,
        secret: &'a str,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Option<Visitor>, Error>>;

    /// The person behind an API token.
    fn by_token<'a>(
        &'a self,
        db: &'a Db,
        token: &'a str,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Option<Visitor>, Error>>;

    /// Keeps a signed-in person's choice of language or of light and dark.
    fn keep<'a>(
        &'a self,
        app: &'a App,
        person: PersonId,
        locale: Option<Locale>,
        scheme: Option<Scheme>,
    ) -> BoxFuture<'a, Result<(), Error>>;

    /// The names of those of these persons who are known.
    fn names<'a>(
        &'a self,
        db: &'a Db,
        persons: &'a [PersonId],
    ) -> BoxFuture<'a, Result<HashMap<PersonId, String>, Error>>;

    /// The organisation on the day of `now`.
    fn tree<'a>(&'a self, db: &'a Db, now: Timestamp) -> BoxFuture<'a, Result<Arc<UnitTree>, Error>>;
}
