//! What a handler gets: who asks, in which language, when; and the roads to reading, writing and
//! answering.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::Markup;
use varde_kernel::access::{self, Action, Actor, Author, Kind, Target};
use varde_kernel::{Id, Locale, UnitId, UnitTree};
use varde_store::{Db, Read, Tx, Value, values};

use crate::error::Error;
use crate::gate::Visitor;
use crate::proxies::Origin;
use crate::room::BesideAsk;
use crate::ui::Scheme;
use crate::words::Say;
use crate::{App, Fields, cookies};

/// The request as a handler sees it.
#[derive(Clone)]
pub struct Ctx(Arc<Asked>);

pub(crate) struct Asked {
    pub(crate) app: App,
    pub(crate) visitor: Option<Visitor>,
    pub(crate) say: Say,
    pub(crate) request_id: String,
    pub(crate) now: Timestamp,
    pub(crate) uri: http::Uri,
    /// What the form guard is bound to: the session's secret, or a form cookie.
    pub(crate) bound_to: String,
    /// A word that the last step left for this page.
    pub(crate) said: Option<String>,
    pub(crate) scheme: Scheme,
    /// Where the request came from, for rate limits only; never logged, never stored.
    pub(crate) origin: Origin,
}

impl Ctx {
    pub(crate) fn new(asked: Asked) -> Self {
        Self(Arc::new(asked))
    }

    /// The house.
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// The database, for reading.
    pub fn db(&self) -> &Db {
        self.0.app.db()
    }

    /// Who asks, for the policy.
    pub fn actor(&self) -> &Actor {
        self.0.visitor.as_ref().map_or(&Actor::Anonymous, |visitor| &visitor.actor)
    }

    /// Who is signed in.
    pub fn visitor(&self) -> Option<&Visitor> {
        self.0.visitor.as_ref()
    }

    /// Who is signed in; anyone else is asked to sign in.
    ///
    /// # Errors
    ///
    /// [`Error::SignIn`].
    pub fn signed_in(&self) -> Result<&Visitor, Error> {
        self.visitor().ok_or(Error::SignIn)
    }

    /// The reader's language.
    pub fn locale(&self) -> Locale {
        self.0.say.locale()
    }

    /// The voice that says keys, numbers and dates.
    pub fn say(&self) -> &Say {
        &self.0.say
    }

    /// The text of a key.
    pub fn t(&self, key: &str) -> String {
        self.0.say.t(key)
    }

    /// Now; the same instant all through the request.
    pub fn now(&self) -> Timestamp {
        self.0.now
    }

    /// Today in the service's zone.
    pub fn today(&self) -> Date {
        self.0.app.today()
    }

    /// The organisation today.
    pub async fn tree(&self) -> Result<Arc<UnitTree>, Error> {
        Ok(self.0.app.tree().await?)
    }

    /// What the other rooms hold of a thing: a heading and lines for each of them.
    pub async fn beside<K>(&self, tree: &UnitTree, kind: Kind, id: Id<K>) -> Result<Vec<(String, Markup)>, Error> {
        let ask = BesideAsk { cx: self, tree, kind, id: id.uuid() };
        let mut found = Vec::new();
        for tell in self.app().beside() {
            found.extend(tell(&ask).await?);
        }
        Ok(found)
    }

    /// What hangs on some units and goes on after a day, in every room: how many, in words.
    pub async fn hanging(&self, units: &[UnitId], on: Date) -> Result<Vec<String>, Error> {
        let mut found = Vec::new();
        for hanging in self.app().hanging() {
            let mut n = 0;
            for part in units.chunks(400) {
                let places: Vec<String> = (1..=part.len()).map(|place| format!("${place}")).collect();
                let sql = hanging.sql.replace("{units}", &places.join(", ")).replace("{on}", &format!("'{on}'"));
                let values: Vec<Value> = part.iter().flat_map(|unit| values![*unit]).collect();
                n += self.db().number(&sql, values).await?;
            }
            if 0 < n {
                found.push(self.say().with(hanging.key, &[("n", n.into())]));
            }
        }
        Ok(found)
    }

    /// Begins a transaction that writes as the visitor.
    pub async fn begin(&self) -> Result<Tx, Error> {
        Ok(self.db().begin_write(self.actor().author(), self.0.now).await?)
    }

    /// Begins a transaction that writes as someone who is not signed in yet (signing in itself).
    pub async fn begin_anonymous(&self) -> Result<Tx, Error> {
        Ok(self.db().begin_write(Author::Anonymous, self.0.now).await?)
    }

    /// Whether the visitor may do this.
    pub fn may(&self, action: Action, target: &Target) -> bool {
        access::may(self.actor(), action, target)
    }

    /// Whether the visitor may do this to something of `kind` on `unit`.
    pub async fn may_on(&self, action: Action, kind: Kind, unit: UnitId) -> Result<bool, Error> {
        Ok(self.may(action, &Target::open(kind, self.tree().await?.line(unit))))
    }

    /// Refuses unless the visitor may do this.
    ///
    /// # Errors
    ///
    /// [`Error::Forbidden`] or [`Error::NotFound`], as much as the visitor may know.
    pub fn must(&self, action: Action, target: &Target) -> Result<(), Error> {
        access::grant(self.actor(), action, target, ()).map(|_| ()).map_err(Error::from)
    }

    /// The path and query of the request.
    pub fn here(&self) -> String {
        self.0.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string)
    }

    /// The query of the request.
    pub fn query(&self) -> Fields {
        Fields::parse(self.0.uri.query().unwrap_or_default().as_bytes())
    }

    /// The path of the request.
    pub fn path(&self) -> &str {
        self.0.uri.path()
    }

    /// The number by which the log knows this request.
    pub fn request_id(&self) -> &str {
        &self.0.request_id
    }

    /// The guard that forms carry.
    pub fn guard(&self) -> String {
        self.0.app.guard(&self.0.bound_to)
    }

    /// Light or dark, as the visitor chose.
    pub(crate) fn scheme(&self) -> Scheme {
        self.0.scheme
    }

    pub(crate) fn bound_to(&self) -> &str {
        &self.0.bound_to
    }

    /// The word that the last step left for this page.
    pub(crate) fn said(&self) -> Option<&str> {
        self.0.said.as_deref()
    }

    /// Where the request came from, for rate limits only.
    pub fn peer(&self) -> Option<std::net::IpAddr> {
        self.0.origin.client
    }

    /// Whether it was asked on this machine itself, and not only by a proxy on it.
    pub(crate) fn is_here(&self) -> bool {
        self.0.origin.is_here
    }

    /// Sends the visitor on.
    pub fn go(&self, href: &str) -> Response {
        let location = HeaderValue::from_str(href).unwrap_or(HeaderValue::from_static("/"));
        (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
    }

    /// Sends the visitor on, with a word about what was done (a key without arguments).
    pub fn done(&self, href: &str, key: &'static str) -> Response {
        let mut response = self.go(href);
        cookies::set(&mut response, self.app(), cookies::SAID, key, Some(60));
        response
    }
}

impl FromRequestParts<App> for Ctx {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Error> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Error::Internal("the visitor layer is missing".into()))
    }
}
