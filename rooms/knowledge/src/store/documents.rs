//! Documents.

use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope, Target};
use varde_kernel::{ActorId, DocumentId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::{
    Error, Insert, Json, Read, Row, Tx, Update, Value, all_languages, json, scope_condition, search, values,
};

use super::{holds_words, line, places};
use crate::model::{Document, DocumentDraft, DocumentKind, Status};

const COLUMNS: &str = "d.id, d.code, d.kind, d.name, d.name_nn, d.name_en, d.issuer, d.commissioned_by, d.year,
    d.in_force_from, d.review_by, d.reference, d.url, d.status, d.successor_id, d.note, d.note_nn, d.note_en,
    d.unit_id, d.open, d.source, d.version";

fn read(row: &Row) -> Result<Document, Error> {
    Ok(Document {
        id: row.get("id")?,
        code: row.get("code")?,
        draft: DocumentDraft {
            name: row.words("name")?,
            kind: row.parse("kind")?,
            issuer: row.get("issuer")?,
            commissioned_by: row.get("commissioned_by")?,
            year: row.get("year")?,
            in_force_from: row.get("in_force_from")?,
            review_by: row.get("review_by")?,
            reference: row.get("reference")?,
            url: row.get("url")?,
            successor: row.get("successor_id")?,
            note: row.words("note")?,
            unit: row.get("unit_id")?,
            open: row.get("open")?,
        },
        status: row.parse("status")?,
        source: row.get("source")?,
        version: row.get("version")?,
    })
}

/// In which order documents are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// By name, backwards.
    NameDown,
    /// The oldest first; those without a year before them.
    Year,
    /// The newest first.
    YearDown,
}

/// What a list of documents is narrowed by.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words that must be in it.
    pub words: String,
    /// What sort.
    pub kind: Option<DocumentKind>,
    /// How it stands.
    pub status: Option<Status>,
    /// Who stands behind it.
    pub issuer: Option<ActorId>,
    /// Only those that should have been looked at again before this day.
    pub due_on: Option<Date>,
}

fn conditions(filter: &Filter, scope: &Scope, values: &mut Vec<Value>) -> String {
    let mut parts = vec![holds_words("d.findable", &filter.words, values)];
    for (column, value) in
        [("d.kind", filter.kind.map(DocumentKind::name)), ("d.status", filter.status.map(Status::name))]
    {
        if let Some(value) = value {
            parts.push(format!("{column} = {}", places([value], values)));
        }
    }
    if let Some(issuer) = filter.issuer {
        parts.push(format!("d.issuer = {}", places([issuer], values)));
    }
    if let Some(day) = filter.due_on {
        let day = places([day], values);
        parts.push(format!("d.review_by < {day} and d.status in ('in_force', 'under_revision')"));
    }
    parts.push(scope_condition(scope, "d.unit_id", "d.open = true", values));
    parts.join(" and ")
}

/// Documents that the scope lets its actor see.
pub async fn documents(
    db: &impl Read,
    filter: &Filter,
    order: Order,
    scope: &Scope,
    limit: i64,
    skip: i64,
) -> Result<Vec<Document>, Error> {
    let mut values = values![limit, skip];
    let condition = conditions(filter, scope, &mut values);
    let order = match order {
        Order::Name => "d.name, d.id",
        Order::NameDown => "d.name desc, d.id",
        Order::Year => "coalesce(d.year, 0), d.name, d.id",
        Order::YearDown => "coalesce(d.year, 0) desc, d.name, d.id",
    };
    let sql = format!("select {COLUMNS} from document d where {condition} order by {order} limit $1 offset $2");
    db.all(&sql, values, read).await
}

/// How many documents [`documents`] would list in all.
pub async fn count_documents(db: &impl Read, filter: &Filter, scope: &Scope) -> Result<i64, Error> {
    let mut values = Vec::new();
    let condition = conditions(filter, scope, &mut values);
    db.number(&format!("select count(*) as n from document d where {condition}"), values).await
}

/// Names of the documents that the scope lets its actor see, for choosing.
pub async fn document_names(db: &impl Read, scope: &Scope) -> Result<Vec<(DocumentId, Words)>, Error> {
    let mut values = Vec::new();
    let visible = scope_condition(scope, "d.unit_id", "d.open = true", &mut values);
    let sql = format!(
        "select d.id, d.name, d.name_nn, d.name_en from document d where {visible} order by d.name, d.id limit 1000"
    );
    db.all(&sql, values, |row| Ok((row.get("id")?, row.words("name")?))).await
}

/// The documents with a code that everyone signed in may read: (code, id, name).
pub async fn coded(db: &impl Read) -> Result<Vec<(String, DocumentId, Words)>, Error> {
    let sql = "select code, id, name, name_nn, name_en from document where code is not null and open = true";
    db.all(sql, Vec::new(), |row| Ok((row.get("code")?, row.get("id")?, row.words("name")?))).await
}

/// A document as the policy sees it.
pub fn target(tree: &UnitTree, unit: Option<UnitId>, open: bool) -> Target {
    Target { open, ..Target::open(Kind::Document, line(tree, unit)) }
}

/// A document that the actor may do this to.
pub async fn open_document(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: DocumentId,
    action: Action,
) -> Result<Granted<Document>, Error> {
    let sql = format!("select {COLUMNS} from document d where d.id = $1");
    let document = db.one(&sql, values![id], read).await?.ok_or(Error::NotFound)?;
    let on = target(tree, document.draft.unit, document.draft.open);
    Ok(access::grant(actor, action, &on, document)?)
}

/// The document with those before and after it, oldest first, as far as the scope lets its actor
/// see. Longer chains than anyone reads are cut.
pub async fn chain(db: &impl Read, document: &Document, scope: &Scope) -> Result<Vec<Document>, Error> {
    let mut chain = vec![document.clone()];
    let mut forward = document.draft.successor;
    while let Some(id) = forward {
        let mut values = values![id];
        let visible = scope_condition(scope, "d.unit_id", "d.open = true", &mut values);
        let sql = format!("select {COLUMNS} from document d where d.id = $1 and {visible}");
        let Some(next) = db.one(&sql, values, read).await? else { break };
        if chain.iter().any(|known| known.id == next.id) || 30 < chain.len() {
            break;
        }
        forward = next.draft.successor;
        chain.push(next);
    }
    let mut back = vec![document.id];
    while let Some(id) = back.pop() {
        let mut values = values![id];
        let visible = scope_condition(scope, "d.unit_id", "d.open = true", &mut values);
        let sql = format!(
            "select {COLUMNS} from document d where d.successor_id = $1 and {visible}
             order by coalesce(d.year, 0) desc, d.name, d.id"
        );
        for before in db.all(&sql, values, read).await? {
            if chain.len() < 60 && !chain.iter().any(|known| known.id == before.id) {
                back.push(before.id);
                chain.insert(0, before);
            }
        }
    }
    Ok(chain)
}

/// What takes over from each document, for finding rings.
pub async fn successions(db: &impl Read) -> Result<Vec<(DocumentId, DocumentId)>, Error> {
    db.all("select id, successor_id from document where successor_id is not null", vec![], |row| {
        Ok((row.get("id")?, row.get("successor_id")?))
    })
    .await
}

/// Writes a new document.
pub async fn insert_document(tx: &Tx, draft: &Granted<(DocumentDraft, Status)>) -> Result<DocumentId, Error> {
    let id: DocumentId = tx.new_id()?;
    let (draft, status) = &**draft;
    columns(Insert::into("document").set("id", id), draft, *status, None).set("source", "").run(tx).await?;
    tx.record(Line::new(Kind::Document, id, draft.unit, "created").version(1).after(told(draft, *status)));
    put(tx, id, draft).await?;
    Ok(id)
}

/// Saves a document; returns its new version.
pub async fn save_document(
    tx: &Tx,
    document: &Granted<Document>,
    draft: &DocumentDraft,
    version: i64,
) -> Result<i64, Error> {
    let next = Update::of("document")
        .set("kind", draft.kind.name())
        .words("name", &draft.name)
        .set("issuer", draft.issuer)
        .set("commissioned_by", draft.commissioned_by)
        .set("year", draft.year)
        .set("in_force_from", draft.in_force_from)
        .set("review_by", draft.review_by)
        .set("reference", &draft.reference)
        .set("url", &draft.url)
        .set("successor_id", draft.successor)
        .words("note", &draft.note)
        .set("unit_id", draft.unit)
        .set("open", draft.open)
        .set("findable", findable(draft, document.code.as_deref()))
        .versioned(tx, document.id, version)
        .await?;
    tx.record(
        Line::new(Kind::Document, document.id, draft.unit, "edited")
            .version(next)
            .before(told(&document.draft, document.status))
            .after(told(draft, document.status)),
    );
    put(tx, document.id, draft).await?;
    Ok(next)
}

/// Moves a document to another status.
pub async fn set_status(
    tx: &Tx,
    document: &Granted<Document>,
    status: Status,
    version: i64,
    why: &str,
) -> Result<i64, Error> {
    let next = Update::of("document").set("status", status.name()).versioned(tx, document.id, version).await?;
    tx.record(
        Line::new(Kind::Document, document.id, document.draft.unit, status.name())
            .version(next)
            .before(json!({ "status": document.status.name() }))
            .after(json!({ "status": status.name() }))
            .why(why),
    );
    Ok(next)
}

/// Writes or renews a document that comes from the content, unless someone has edited it here.
pub(crate) async fn load_document(
    tx: &Tx,
    code: &str,
    draft: &DocumentDraft,
    status: Status,
    source: &str,
) -> Result<(), Error> {
    let id = DocumentId::from_code(code);
    let known =
        tx.one("select version from document where id = $1", values![id], |row| row.get::<i64>("version")).await?;
    if known.is_some_and(|version| 1 < version) {
        return Ok(());
    }
    columns(Insert::into("document").set("id", id), draft, status, Some(code))
        .set("source", source)
        .or_replace("id")
        .run(tx)
        .await?;
    if known.is_none() {
        tx.record(Line::new(Kind::Document, id, draft.unit, "created").version(1).after(told(draft, status)));
    }
    put(tx, id, draft).await
}

fn columns(insert: Insert, draft: &DocumentDraft, status: Status, code: Option<&str>) -> Insert {
    insert
        .set("code", code)
        .set("kind", draft.kind.name())
        .words("name", &draft.name)
        .set("issuer", draft.issuer)
        .set("commissioned_by", draft.commissioned_by)
        .set("year", draft.year)
        .set("in_force_from", draft.in_force_from)
        .set("review_by", draft.review_by)
        .set("reference", &draft.reference)
        .set("url", &draft.url)
        .set("status", status.name())
        .set("successor_id", draft.successor)
        .words("note", &draft.note)
        .set("unit_id", draft.unit)
        .set("open", draft.open)
        .set("findable", findable(draft, code))
        .set("version", 1)
}

fn findable(draft: &DocumentDraft, code: Option<&str>) -> String {
    format!("{} {} {} {}", draft.name.all(), draft.reference, draft.note.all(), code.unwrap_or_default()).to_lowercase()
}

fn told(draft: &DocumentDraft, status: Status) -> Json {
    json!({
        "name": all_languages(&draft.name), "kind": draft.kind.name(), "status": status.name(), "year": draft.year,
        "reference": draft.reference, "url": draft.url, "note": all_languages(&draft.note), "open": draft.open,
        "issuer": draft.issuer.map(|id| id.to_string()),
        "commissioned_by": draft.commissioned_by.map(|id| id.to_string()),
        "in_force_from": draft.in_force_from.map(|day| day.to_string()),
        "review_by": draft.review_by.map(|day| day.to_string()),
        "successor": draft.successor.map(|id| id.to_string()),
        "unit": draft.unit.map(|id| id.to_string()),
    })
}

async fn put(tx: &Tx, id: DocumentId, draft: &DocumentDraft) -> Result<(), Error> {
    search::put(
        tx,
        search::Entry {
            id: id.uuid(),
            kind: "document",
            unit: draft.unit,
            href: format!("/documents/{id}"),
            title: draft.name.clone(),
            detail: [draft.reference.clone(), draft.year.map(|year| year.to_string()).unwrap_or_default()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
            text: draft.note.all(),
            open: draft.open,
        },
    )
    .await
}

/// Documents of these units that should have been looked at again; with `national`, also those
/// that hang on no unit.
pub async fn due(db: &impl Read, units: &[UnitId], national: bool, today: Date) -> Result<Vec<Document>, Error> {
    let mut values = values![today];
    let units = places(units.iter().copied(), &mut values);
    let none = if national { "or d.unit_id is null" } else { "" };
    let sql = format!(
        "select {COLUMNS} from document d where d.review_by < $1 and d.status in ('in_force', 'under_revision')
         and (d.unit_id in ({units}) {none}) order by d.review_by, d.name, d.id limit 100"
    );
    db.all(&sql, values, read).await
}
