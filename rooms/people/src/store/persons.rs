//! Persons and their accounts.

use std::collections::{HashMap, HashSet};

use varde_kernel::access::{self, Action, Actor, Granted, Kind, Role, Scope, Target};
use varde_kernel::{Locale, PersonId, UnitId, UnitTree};
use varde_store::history::{self, Line};
use varde_store::{Error, Insert, Read, Row, Tx, Update, Value, json, scope_condition, values};

use super::{holdings, sessions, tokens};
use crate::model::persons::{Done, NewPerson, PasswordSeal, Person};

pub use super::holdings::holdings_on;
pub use super::identities::{by_identity, link, unlink, waiting_for_link};
pub use super::passwords::seal;

pub(super) const COLUMNS: &str =
    "p.id, p.name, p.email, p.locale, p.scheme, p.keeps_drafts, p.home_unit_id, p.active, p.link_by_email,
    p.version, a.username, a.must_change,
    (select count(*) from external_identity x where x.person_id = p.id) as n_identities";

pub(super) fn read(row: &Row) -> Result<Person, Error> {
    Ok(Person {
        id: row.get("id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        locale: row.get("locale")?,
        scheme: row.get("scheme")?,
        keeps_drafts: row.get("keeps_drafts")?,
        home: row.get("home_unit_id")?,
        active: row.get("active")?,
        link_by_email: row.get("link_by_email")?,
        username: row.get("username")?,
        must_change: row.get::<Option<bool>>("must_change")?.unwrap_or(false),
        n_identities: row.get("n_identities")?,
        version: row.get("version")?,
    })
}

/// A person, without asking who wants to know. Pages go through [`open`].
pub async fn get(db: &impl Read, id: PersonId) -> Result<Option<Person>, Error> {
    let sql = format!(
        "select {COLUMNS} from person p left join account a on a.person_id = p.id
         where p.id = $1 and p.name <> ''"
    );
    db.one(&sql, values![id], read).await
}

/// A person by user name.
pub async fn by_username(db: &impl Read, username: &str) -> Result<Option<Person>, Error> {
    let sql = format!("select {COLUMNS} from person p join account a on a.person_id = p.id where a.username = $1");
    db.one(&sql, values![username], read).await
}

/// A person as the policy sees it: hanging on the unit the person works in.
pub fn target(tree: &UnitTree, home: Option<UnitId>) -> Target {
    Target::internal(Kind::Person, home.map_or_else(|| std::sync::Arc::from([]), |home| tree.line(home)))
}

/// A person with the proof that the actor may do this to them.
///
/// Whoever changes an account can come in as its owner. So changing one takes more than its home
/// unit: the actor must be trusted with roles on every unit where the person holds one.
///
/// # Errors
///
/// [`Error::NotFound`] and [`Error::Forbidden`], as much as the actor may know.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: PersonId,
    action: Action,
) -> Result<Granted<Person>, Error> {
    let person = get(db, id).await?.ok_or(Error::NotFound)?;
    let on = target(tree, person.home);
    let granted = access::grant(actor, action, &on, person)?;
    if action != Action::Read && !reaches(db, actor, tree, id).await? {
        return Err(Error::Forbidden);
    }
    Ok(granted)
}

/// Whether the actor is trusted with roles on every unit where the person holds or will hold one.
async fn reaches(db: &impl Read, actor: &Actor, tree: &UnitTree, id: PersonId) -> Result<bool, Error> {
    let units: HashSet<UnitId> = holdings::of(db, id).await?.into_iter().map(|held| held.unit).collect();
    Ok(units
        .into_iter()
        .filter(|unit| tree.get(*unit).is_some())
        .all(|unit| access::may(actor, Action::Edit, &Target::internal(Kind::Holding, tree.line(unit)))))
}

/// The person's own account, with the proof that it is the actor's own.
///
/// # Errors
///
/// [`Error::Forbidden`] for a token that only reads.
pub async fn open_own(db: &impl Read, actor: &Actor, id: PersonId, action: Action) -> Result<Granted<Person>, Error> {
    let person = get(db, id).await?.ok_or(Error::NotFound)?;
    Ok(access::grant(actor, action, &Target::own(id), person)?)
}

/// A person's name.
pub async fn person_name(db: &impl Read, id: PersonId) -> Result<Option<String>, Error> {
    db.one("select name from person where id = $1 and name <> ''", values![id], |row| row.get("name")).await
}

/// The names of several persons; those who are unknown are left out.
pub async fn names(db: &impl Read, ids: &[PersonId]) -> Result<HashMap<PersonId, String>, Error> {
    let mut found = HashMap::new();
    // In portions, since a statement takes only so many values.
    for portion in ids.chunks(500) {
        let places: Vec<String> = (1..=portion.len()).map(|n| format!("${n}")).collect();
        let sql = format!("select id, name from person where name <> '' and id in ({})", places.join(", "));
        let values: Vec<Value> = portion.iter().flat_map(|id| values![*id]).collect();
        found.extend(db.all(&sql, values, |row| Ok((row.get("id")?, row.get("name")?))).await?);
    }
    Ok(found)
}

/// Which persons a list shows.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Whom the actor may see.
    pub scope: &'a Scope,
    /// Whether the actor also sees those who work in no unit.
    pub unplaced: bool,
    /// Letters in the name, the user name or the e-mail.
    pub words: &'a str,
    /// Only those who work in this unit or below it.
    pub unit: Option<UnitId>,
    /// Only those who may come in, or only those who may not.
    pub active: Option<bool>,
}

impl Wanted<'_> {
    fn condition(&self, values: &mut Vec<Value>) -> String {
        let mut seen = scope_condition(self.scope, "p.home_unit_id", "1 = 0", values);
        if self.unplaced {
            seen = format!("({seen} or not exists (select 1 from unit_line w where w.unit_id = p.home_unit_id))");
        }
        let mut parts = vec![seen, "p.name <> ''".to_owned()];
        for word in self.words.to_lowercase().split_whitespace().take(8) {
            let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            values.extend(values![format!("%{escaped}%")]);
            parts.push(format!("p.find_text like ${} escape '\\'", values.len()));
        }
        if let Some(unit) = self.unit {
            values.extend(values![unit]);
            parts.push(format!(
                "exists (select 1 from unit_line u where u.unit_id = p.home_unit_id and u.ancestor_id = ${})",
                values.len()
            ));
        }
        if let Some(active) = self.active {
            parts.push(format!("p.active = {active}"));
        }
        parts.join(" and ")
    }
}

/// Persons by name.
pub async fn list(db: &impl Read, wanted: &Wanted<'_>, limit: i64, skip: i64) -> Result<Vec<Person>, Error> {
    let mut values = values![limit, skip];
    let condition = wanted.condition(&mut values);
    let sql = format!(
        "select {COLUMNS} from person p left join account a on a.person_id = p.id
         where {condition} order by p.name, p.id limit $1 offset $2"
    );
    db.all(&sql, values, read).await
}

/// How many persons [`list`] would find in all.
pub async fn count(db: &impl Read, wanted: &Wanted<'_>) -> Result<i64, Error> {
    let mut values = Vec::new();
    let condition = wanted.condition(&mut values);
    db.number(&format!("select count(*) as n from person p where {condition}"), values).await
}

/// Makes a person with account and roles, for the console, the demo and tests, which stand above
/// the policy. The password is sealed beforehand ([`seal`]): it takes time that no transaction
/// should wait for.
///
/// # Errors
///
/// An error for which [`Error::is_duplicate`] holds when the user name is taken.
pub async fn create(tx: &Tx, new: NewPerson) -> Result<PersonId, Error> {
    let on = Target::internal(Kind::Person, std::sync::Arc::from([]));
    let actor = match tx.author() {
        access::Author::System(system) => Actor::System(system),
        access::Author::Person(_) | access::Author::Anonymous => Actor::Anonymous,
    };
    insert(tx, access::grant(&actor, Action::Create, &on, new)?).await
}

/// Makes a person with account and roles. The roles are checked by the caller, one by one.
pub async fn insert(tx: &Tx, new: Granted<NewPerson>) -> Result<PersonId, Error> {
    let id = match new.id {
        Some(id) => id,
        None => tx.new_id()?,
    };
    Insert::into("person")
        .set("id", id)
        .set("name", &new.name)
        .set("email", new.email.as_deref())
        .set("locale", new.locale)
        .set("scheme", "auto")
        .set("home_unit_id", new.home)
        .set("active", true)
        .set("link_by_email", new.link_by_email)
        .set("find_text", find_text(&new.name, new.username.as_deref(), new.email.as_deref()))
        .set("created_at", tx.now())
        .set("version", 1)
        .run(tx)
        .await?;
    if let (Some(username), Some(password)) = (&new.username, &new.password) {
        put_account(tx, id, username, password, new.must_change).await?;
    }
    tx.record(
        Line::new(Kind::Person, id, new.home, "created").version(1).after(json!({ "account": new.username.is_some() })),
    );
    for role in &new.roles {
        holdings::put(tx, id, role).await?;
    }
    Ok(id)
}

fn find_text(name: &str, username: Option<&str>, email: Option<&str>) -> String {
    [name, username.unwrap_or_default(), email.unwrap_or_default()].join(" ").to_lowercase()
}

/// Saves name, e-mail, home unit and whether a provider may link; the person carries the version
/// that was read.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved meanwhile.
pub async fn save(tx: &Tx, person: &Granted<Person>) -> Result<i64, Error> {
    let before = get(tx, person.id).await?.ok_or(Error::NotFound)?;
    let version = Update::of("person")
        .set("name", &person.name)
        .set("email", person.email.as_deref())
        .set("home_unit_id", person.home)
        .set("link_by_email", person.link_by_email)
        .set("locale", person.locale)
        .set("scheme", &person.scheme)
        .set("keeps_drafts", person.keeps_drafts)
        .set("find_text", find_text(&person.name, person.username.as_deref(), person.email.as_deref()))
        .versioned(tx, person.id, person.version)
        .await?;
    // Which things changed, never what they say: the history outlives the person's data.
    let mut changed = Vec::new();
    for (is_changed, what) in [
        (before.name != person.name, "name"),
        (before.email != person.email, "email"),
        (before.home != person.home, "home"),
        (before.link_by_email != person.link_by_email, "link_by_email"),
    ] {
        if is_changed {
            changed.push(what);
        }
    }
    if !changed.is_empty() {
        tx.record(
            Line::new(Kind::Person, person.id, person.home, "edited")
                .version(version)
                .after(json!({ "changed": changed })),
        );
    }
    Ok(version)
}

/// Keeps a choice of language or of light and dark; one's own matter, and no line of history.
pub async fn keep(tx: &Tx, id: PersonId, locale: Option<Locale>, scheme: Option<&str>) -> Result<(), Error> {
    if let Some(locale) = locale {
        Update::of("person").set("locale", locale).by_id(tx, id).await?;
    }
    if let Some(scheme) = scheme {
        Update::of("person").set("scheme", scheme).by_id(tx, id).await?;
    }
    Ok(())
}

/// Lets a person in again, or keeps them out: then sessions and tokens end at once.
pub async fn set_active(tx: &Tx, person: &Granted<Person>, active: bool, why: &str) -> Result<(), Error> {
    let version = Update::of("person")
        .set("active", active)
        .set("closed_at", (!active).then(|| tx.now()))
        .versioned(tx, person.id, person.version)
        .await?;
    if !active {
        sessions::end_all(tx, person.id, None).await?;
        tokens::revoke_all(tx, person.id).await?;
    }
    let action = if active { "reactivated" } else { "deactivated" };
    tx.record(Line::new(Kind::Person, person.id, person.home, action).version(version).why(why));
    Ok(())
}

/// Gives a person a local account, or the one they have a new password. All sessions and tokens of the person end:
/// whoever was let in before, by whatever they had got hold of, is let in no longer.
pub async fn set_password(
    tx: &Tx,
    person: &Granted<Person>,
    username: &str,
    password: &PasswordSeal,
    must_change: bool,
) -> Result<(), Error> {
    put_account(tx, person.id, username, password, must_change).await?;
    let found = find_text(&person.name, Some(username), person.email.as_deref());
    Update::of("person").set("find_text", found).by_id(tx, person.id).await?;
    sessions::end_all(tx, person.id, None).await?;
    tokens::revoke_all(tx, person.id).await?;
    let action = if must_change { "password_reset" } else { "password_changed" };
    tx.record(Line::new(Kind::Person, person.id, person.home, action));
    Ok(())
}

async fn put_account(
    tx: &Tx,
    id: PersonId,
    username: &str,
    password: &PasswordSeal,
    must_change: bool,
) -> Result<(), Error> {
    Insert::into("account")
        .set("person_id", id)
        .set("username", username)
        .set("password_hash", &password.0)
        .set("must_change", must_change)
        .set("changed_at", tx.now())
        .or_replace("person_id")
        .run(tx)
        .await
}

/// The person behind a user name, whether they may come in, and the sealed password.
pub async fn account(db: &impl Read, username: &str) -> Result<Option<(PersonId, bool, PasswordSeal)>, Error> {
    let sql = "select p.id, p.active, a.password_hash from account a join person p on p.id = a.person_id
        where a.username = $1";
    db.one(sql, values![username], |row| {
        Ok((row.get("id")?, row.get("active")?, PasswordSeal(row.get("password_hash")?)))
    })
    .await
}

/// What has been done to a person, the latest first.
pub async fn told(db: &impl Read, id: PersonId, limit: i64) -> Result<Vec<Done>, Error> {
    let told = history::of_thing(db, id, limit).await?;
    Ok(told
        .into_iter()
        .map(|told| {
            let text = |name: &str| told.after.get(name).and_then(|value| value.as_str());
            let role =
                text("role").and_then(|role| role.parse().ok()).zip(text("unit").and_then(|unit| unit.parse().ok()));
            Done { at: told.at, author: told.author, action: told.action, role, why: told.why }
        })
        .collect())
}

/// The roles of a person who is to be made, for the console: `(role, unit)` since a day.
pub fn roles_since(
    roles: &[(Role, UnitId)],
    from: jiff::civil::Date,
    grounds: &str,
) -> Vec<crate::model::persons::NewHolding> {
    roles
        .iter()
        .map(|(role, unit)| crate::model::persons::NewHolding {
            role: *role,
            unit: *unit,
            validity: varde_kernel::Validity::since(from),
            grounds: grounds.to_owned(),
        })
        .collect()
}
