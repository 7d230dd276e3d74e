//! Finding things by words. The words are lower-cased and stemmed here, so that both databases
//! find the same.

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};
use sea_orm::Value;
use uuid::Uuid;
use varde_kernel::access::Scope;
use varde_kernel::{Locale, UnitId, Words};

use crate::{Backend, Delete, Error, Insert, Read, Row, Tx, scope_condition, values};

/// A thing that can be found.
pub struct Entry {
    /// The thing's id.
    pub id: Uuid,
    /// Its kind (`plan`, `goal` …).
    pub kind: &'static str,
    /// The unit it hangs on.
    pub unit: Option<UnitId>,
    /// Its page.
    pub href: String,
    /// Its name.
    pub title: Words,
    /// A line that tells it from others of the same name.
    pub detail: String,
    /// More text to find it by.
    pub text: String,
    /// Whether everyone signed in may find it.
    pub open: bool,
}

/// A thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: String,
    /// Its page.
    pub href: String,
    /// Its name.
    pub title: Words,
    /// The line that tells it from others.
    pub detail: String,
    /// The unit it hangs on; a unit's own is itself.
    pub unit: Option<UnitId>,
}

/// Makes a thing findable, or brings its words up to date.
pub async fn put(tx: &Tx, entry: Entry) -> Result<(), Error> {
    let words = format!("{} {} {}", entry.title.all(), entry.detail, entry.text);
    Insert::into("search_entry")
        .set("id", entry.id)
        .set("kind", entry.kind)
        .set("unit_id", entry.unit)
        .set("href", entry.href)
        .words("title", &entry.title)
        .set("detail", entry.detail)
        .set("open", entry.open)
        .set("name_key", name_key(&entry.title))
        .set("search_text", stems(&words).join(" "))
        .or_replace("id")
        .run(tx)
        .await
}

/// Takes a thing out of the search.
pub async fn remove(tx: &Tx, id: Uuid) -> Result<(), Error> {
    Delete::from(tx, "search_entry", "id", id).await.map(|_| ())
}

/// Which things someone may find: those of the kinds named in `of` by the scope beside each, all
/// others by `scope`.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// For every kind that is not named.
    pub scope: &'a Scope,
    /// Kinds with a rule of their own.
    pub of: &'a [(&'static [&'static str], Scope)],
}

impl<'a> From<&'a Scope> for Seen<'a> {
    fn from(scope: &'a Scope) -> Self {
        Self { scope, of: &[] }
    }
}

impl Seen<'_> {
    fn condition(&self, values: &mut Vec<Value>) -> String {
        let rest = scope_condition(self.scope, "e.unit_id", "e.open", values);
        if self.of.is_empty() {
            return rest;
        }
        let (mut parts, mut named) = (Vec::new(), Vec::new());
        for (kinds, scope) in self.of {
            let own = scope_condition(scope, "e.unit_id", "e.open", values);
            let kinds: Vec<String> = kinds.iter().map(|kind| format!("'{kind}'")).collect();
            parts.push(format!("(e.kind in ({}) and {own})", kinds.join(", ")));
            named.extend(kinds);
        }
        parts.push(format!("(e.kind not in ({}) and {rest})", named.join(", ")));
        format!("({})", parts.join(" or "))
    }
}

/// Kinds in the order in which people look for them; those that are not named stand between.
const FIRST: &[&str] = &["plan", "goal", "indicator", "measure", "unit"];
const LAST: &[&str] = &["activity", "document", "figure", "alternative", "note"];

/// What comes first: what is called what was asked for, then what begins so, then what has a word that
/// begins so; among those by kind, and the higher unit's before the lower's. Nothing here differs
/// between the databases, not even how they tell large letters from small.
fn order(backend: Backend, query: &str, values: &mut Vec<Value>) -> String {
    let asked: Vec<String> = query.to_lowercase().split_whitespace().map(plain).collect();
    let asked = asked.join(" ");
    values.extend(values![format!("\n{asked}\n"), format!("\n{asked}"), format!(" {asked}")]);
    let n = values.len();
    let holds = |place: usize| match backend {
        Backend::Sqlite => format!("0 < instr(e.name_key, ${place})"),
        Backend::Postgres => format!("0 < strpos(e.name_key, ${place})"),
    };
    let names =
        format!("case when {} then 0 when {} then 1 when {} then 2 else 3 end", holds(n - 2), holds(n - 1), holds(n));
    let kinds = FIRST.iter().zip(0..).chain(LAST.iter().zip(FIRST.len() + 1..));
    let kinds: Vec<String> = kinds.map(|(kind, place)| format!("when '{kind}' then {place}")).collect();
    let kinds = format!("case e.kind {} else {} end", kinds.join(" "), FIRST.len());
    let title = match backend {
        Backend::Sqlite => "e.title",
        Backend::Postgres => "e.title collate \"C\"",
    };
    format!("{names}, {kinds}, (select count(*) from unit_line l where l.unit_id = e.unit_id), {title}, e.id")
}

/// A thing's names in small letters, each between two ends of lines: what is asked for is looked for in them once for
/// each hit, and a search may have thousands.
fn name_key(title: &Words) -> String {
    let names = [Some(title.nb.as_str()), title.nn.as_deref(), title.en.as_deref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| name.to_lowercase().replace('\n', " ")).collect();
    format!("\n{}\n", names.join("\n"))
}

/// A word without what no name holds.
fn plain(word: &str) -> String {
    word.chars().filter(|letter| !letter.is_control()).collect()
}

/// Things that hold all the words of `query` (the last word may be unfinished), best first.
pub async fn find<'a>(
    db: &impl Read,
    query: &str,
    seen: impl Into<Seen<'a>>,
    limit: i64,
    skip: i64,
) -> Result<Vec<Hit>, Error> {
    let Some((table, matches, pattern)) = matching(db.backend(), query) else { return Ok(Vec::new()) };
    let mut values = values![pattern, limit, skip];
    let visible = seen.into().condition(&mut values);
    let order = order(db.backend(), query, &mut values);
    let sql = format!(
        "select e.kind, e.href, e.title, e.title_nn, e.title_en, e.detail, e.unit_id from {table}
         where {matches} and {visible} order by {order} limit $2 offset $3"
    );
    db.all(&sql, values, hit).await
}

/// The names and pages of those of these things that someone may find, by id.
pub async fn known<'a>(db: &impl Read, ids: &[Uuid], seen: impl Into<Seen<'a>>) -> Result<HashMap<Uuid, Hit>, Error> {
    let seen = seen.into();
    let mut found = HashMap::new();
    for part in ids.chunks(500) {
        let mut values = Vec::new();
        let mut places = Vec::new();
        for id in part {
            values.extend(values![*id]);
            places.push(format!("${}", values.len()));
        }
        let sql = format!(
            "select e.id, e.kind, e.href, e.title, e.title_nn, e.title_en, e.detail, e.unit_id from search_entry e
             where e.id in ({}) and {}",
            places.join(", "),
            seen.condition(&mut values)
        );
        found.extend(db.all(&sql, values, |row| Ok((row.get::<Uuid>("id")?, hit(row)?))).await?);
    }
    Ok(found)
}

/// A thing as far as it must be known to ask whether someone may do something with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The unit that it hangs on, if any.
    pub unit: Option<UnitId>,
    /// Whether everyone signed in may find it.
    pub open: bool,
    /// Its name.
    pub title: Words,
    /// Its page.
    pub href: String,
}

/// A thing by its kind and id, whoever may find it: the caller asks the policy.
pub async fn thing(db: &impl Read, kind: &str, id: Uuid) -> Result<Option<Found>, Error> {
    let sql = "select unit_id, open, title, title_nn, title_en, href from search_entry where kind = $1 and id = $2";
    db.one(sql, values![kind, id], |row| {
        Ok(Found {
            unit: row.get("unit_id")?,
            open: row.get("open")?,
            title: row.words("title")?,
            href: row.get("href")?,
        })
    })
    .await
}

/// The things of one kind that hang on any of these units and that someone may find, the newest first.
pub async fn of_units<'a>(
    db: &impl Read,
    kind: &str,
    units: &[UnitId],
    seen: impl Into<Seen<'a>>,
    limit: i64,
) -> Result<Vec<(Uuid, Hit)>, Error> {
    let mut values = values![kind, limit];
    let places = crate::places(units.iter().copied(), &mut values);
    let visible = seen.into().condition(&mut values);
    let sql = format!(
        "select e.id, e.kind, e.href, e.title, e.title_nn, e.title_en, e.detail, e.unit_id from search_entry e
         where e.kind = $1 and e.unit_id in ({places}) and {visible} order by e.id desc limit $2"
    );
    db.all(&sql, values, |row| Ok((row.get::<Uuid>("id")?, hit(row)?))).await
}

fn hit(row: &Row) -> Result<Hit, Error> {
    Ok(Hit {
        kind: row.get("kind")?,
        href: row.get("href")?,
        title: row.words("title")?,
        detail: row.get("detail")?,
        unit: row.get("unit_id")?,
    })
}

/// How many things [`find`] would find in all.
pub async fn count<'a>(db: &impl Read, query: &str, seen: impl Into<Seen<'a>>) -> Result<i64, Error> {
    let Some((table, matches, pattern)) = matching(db.backend(), query) else { return Ok(0) };
    let mut values = values![pattern];
    let visible = seen.into().condition(&mut values);
    db.number(&format!("select count(*) as n from {table} where {matches} and {visible}"), values).await
}

/// A condition that `id` is a thing of this kind that holds all the words of `query`, for lists that are narrowed by
/// more than words; the pattern is appended to `values`. `None` when the query holds no word.
pub fn holds(backend: Backend, kind: &str, query: &str, id: &str, values: &mut Vec<Value>) -> Option<String> {
    let (table, matches, pattern) = matching(backend, query)?;
    values.extend(values![pattern, kind]);
    let n = values.len();
    let matches = matches.replace("$1", &format!("${}", n - 1));
    Some(format!("{id} in (select e.id from {table} where {matches} and e.kind = ${n})"))
}

fn matching(backend: Backend, query: &str) -> Option<(&'static str, &'static str, String)> {
    let stems = stems(query);
    let (last, whole) = stems.split_last()?;
    Some(match backend {
        Backend::Sqlite => {
            let mut pattern: Vec<String> = whole.iter().map(|stem| format!("\"{stem}\"")).collect();
            pattern.push(format!("\"{last}\"*"));
            (
                "search_index join search_entry e on e.rowno = search_index.rowid",
                "search_index match $1",
                pattern.join(" "),
            )
        }
        Backend::Postgres => {
            let mut pattern: Vec<String> = whole.to_vec();
            pattern.push(format!("{last}:*"));
            ("search_entry e", "to_tsvector('simple', e.search_text) @@ to_tsquery('simple', $1)", pattern.join(" & "))
        }
    })
}

/// The words of a text, lower-cased and stemmed in Norwegian and then English.
fn stems(text: &str) -> Vec<String> {
    let norwegian = Stemmer::create(Algorithm::Norwegian);
    let english = Stemmer::create(Algorithm::English);
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| english.stem(&norwegian.stem(word)).into_owned())
        .collect()
}

/// The language in which a hit is shown.
pub fn title(hit: &Hit, locale: Locale) -> &str {
    hit.title.get(locale)
}
