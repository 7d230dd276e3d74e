//! Notes on the documents and what they concern.

use uuid::Uuid;
use varde_kernel::access::{self, Action, Actor, Granted, Kind};
use varde_kernel::{DocumentId, NoteId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::search::{self, Entry};
use varde_store::{Delete, Error, Insert, Read, Row, Tx, Update, Value, all_languages, json, values};

use super::{holds_words, places, target};
use crate::model::{Concern, Note, NoteKind, NoteState, ThingKind};

const COLUMNS: &str = "n.id, n.code, n.kind, n.text, n.text_nn, n.text_en, n.state, n.answer, n.source, n.version";

fn read(row: &Row) -> Result<Note, Error> {
    Ok(Note {
        id: row.get("id")?,
        code: row.get("code")?,
        kind: row.parse("kind")?,
        text: row.words("text")?,
        state: row.parse("state")?,
        answer: row.get("answer")?,
        source: row.get("source")?,
        version: row.get("version")?,
    })
}

/// What a list of notes is narrowed by.
#[derive(Clone, Debug, Default)]
pub struct NoteFilter {
    /// Words that must be in it.
    pub words: String,
    /// What sort of fault.
    pub note: Option<NoteKind>,
    /// How it stands.
    pub state: Option<NoteState>,
    /// What kind of thing it concerns.
    pub kind: Option<ThingKind>,
    /// The code of the thing.
    pub code: String,
    /// The thing itself.
    pub thing: Option<Uuid>,
    /// The document in which it was found.
    pub document: Option<DocumentId>,
}

fn conditions(filter: &NoteFilter, values: &mut Vec<Value>) -> String {
    let mut parts = vec![holds_words("n.findable", &filter.words, values)];
    for (column, value) in [("n.kind", filter.note.map(NoteKind::name)), ("n.state", filter.state.map(NoteState::name))]
    {
        if let Some(value) = value {
            parts.push(format!("{column} = {}", places([value], values)));
        }
    }
    let mut concern = Vec::new();
    if let Some(kind) = filter.kind {
        concern.push(format!("c.kind = {}", places([kind.name()], values)));
    }
    if !filter.code.is_empty() {
        concern.push(format!("c.code = {}", places([filter.code.as_str()], values)));
    }
    if let Some(thing) = filter.thing {
        concern.push(format!("c.thing_id = {}", places([thing], values)));
    }
    if !concern.is_empty() {
        parts.push(format!(
            "exists (select 1 from note_concern c where c.note_id = n.id and {})",
            concern.join(" and ")
        ));
    }
    if let Some(document) = filter.document {
        parts.push(format!(
            "exists (select 1 from note_document d where d.note_id = n.id and d.document_id = {})",
            places([document], values)
        ));
    }
    parts.join(" and ")
}

/// Notes in the order of their file.
pub async fn notes(db: &impl Read, filter: &NoteFilter, limit: i64, skip: i64) -> Result<Vec<Note>, Error> {
    let mut values = values![limit, skip];
    let condition = conditions(filter, &mut values);
    let sql =
        format!("select {COLUMNS} from document_note n where {condition} order by n.place, n.id limit $1 offset $2");
    db.all(&sql, values, read).await
}

/// How many notes [`notes`] would list in all.
pub async fn count_notes(db: &impl Read, filter: &NoteFilter) -> Result<i64, Error> {
    let mut values = Vec::new();
    let condition = conditions(filter, &mut values);
    db.number(&format!("select count(*) as n from document_note n where {condition}"), values).await
}

/// The notes that concern any of these things, for showing beside them.
pub async fn notes_on(db: &impl Read, things: &[Uuid]) -> Result<Vec<Note>, Error> {
    if things.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let list = places(things.iter().copied(), &mut values);
    let sql = format!(
        "select {COLUMNS} from document_note n
         where exists (select 1 from note_concern c where c.note_id = n.id and c.thing_id in ({list}))
         order by n.place, n.id"
    );
    db.all(&sql, values, read).await
}

/// The notes on a document: those that concern it, and those that were found in it.
pub async fn notes_about(db: &impl Read, document: DocumentId) -> Result<Vec<Note>, Error> {
    let sql = format!(
        "select {COLUMNS} from document_note n
         where exists (select 1 from note_concern c where c.note_id = n.id and c.thing_id = $1)
            or exists (select 1 from note_document d where d.note_id = n.id and d.document_id = $1)
         order by n.place, n.id"
    );
    db.all(&sql, values![document], read).await
}

/// What several notes concern, with the name and page of each thing that can be found.
pub async fn concerns(db: &impl Read, notes: &[NoteId]) -> Result<Vec<Concern>, Error> {
    if notes.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let list = places(notes.iter().copied(), &mut values);
    let sql = format!(
        "select c.note_id, c.kind, c.code, c.thing_id, s.href, s.title, s.title_nn, s.title_en
         from note_concern c left join search_entry s on s.id = c.thing_id and s.open = true
         where c.note_id in ({list}) order by c.note_id, c.place"
    );
    db.all(&sql, values, |row| {
        let href: Option<String> = row.get("href")?;
        Ok(Concern {
            note: row.get("note_id")?,
            kind: row.parse("kind")?,
            code: row.get("code")?,
            thing: row.get("thing_id")?,
            found: match href {
                Some(href) => Some((row.words("title")?, href)),
                None => None,
            },
        })
    })
    .await
}

/// The open documents in which several notes were found.
pub async fn documents_of(db: &impl Read, notes: &[NoteId]) -> Result<Vec<(NoteId, DocumentId, Words)>, Error> {
    if notes.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let list = places(notes.iter().copied(), &mut values);
    let sql = format!(
        "select l.note_id, d.id, d.name, d.name_nn, d.name_en from note_document l
         join document d on d.id = l.document_id and d.open = true
         where l.note_id in ({list}) order by l.note_id, d.code, d.id"
    );
    db.all(&sql, values, |row| Ok((row.get("note_id")?, row.get("id")?, row.words("name")?))).await
}

/// A note that the actor may do this to. Notes are national.
pub async fn open_note(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: NoteId,
    action: Action,
) -> Result<Granted<Note>, Error> {
    let sql = format!("select {COLUMNS} from document_note n where n.id = $1");
    let note = db.one(&sql, values![id], read).await?.ok_or(Error::NotFound)?;
    Ok(access::grant(actor, action, &target(tree, None, true), note)?)
}

/// Answers a note; returns its new version.
pub async fn answer_note(
    tx: &Tx,
    note: &Granted<Note>,
    state: NoteState,
    answer: &str,
    version: i64,
) -> Result<i64, Error> {
    let next = Update::of("document_note")
        .set("state", state.name())
        .set("answer", answer)
        .versioned(tx, note.id, version)
        .await?;
    tx.record(
        Line::new(Kind::Document, note.id, None, "note_answered")
            .version(next)
            .before(json!({ "state": note.state.name(), "answer": note.answer }))
            .after(json!({ "state": state.name(), "answer": answer })),
    );
    Ok(next)
}

/// What people write down of a fault in the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewNote {
    /// What sort.
    pub kind: NoteKind,
    /// What it says.
    pub text: Words,
    /// The place in the document.
    pub source: String,
    /// What it concerns.
    pub concern: (ThingKind, Uuid),
    /// The document in which it was found.
    pub document: Option<DocumentId>,
}

/// What a thing is and is called, when everyone may read of it: notes are open, and so is what they concern.
pub async fn noted(db: &impl Read, thing: Uuid) -> Result<Option<(ThingKind, Words, String)>, Error> {
    let sql = "select kind, href, title, title_nn, title_en from search_entry where id = $1 and open = true";
    let found = db
        .one(sql, values![thing], |row| {
            Ok((row.get::<String>("kind")?, row.words("title")?, row.get::<String>("href")?))
        })
        .await?;
    Ok(found.and_then(|(kind, title, href)| Some((kind.parse().ok()?, title, href))))
}

/// A new note, with the proof that the actor may make documents on the unit in whose name it is written.
pub fn propose_note(
    actor: &Actor,
    tree: &UnitTree,
    unit: UnitId,
    note: NewNote,
) -> Result<Granted<(UnitId, NewNote)>, Error> {
    Ok(access::grant(actor, Action::Create, &target(tree, Some(unit), true), (unit, note))?)
}

/// Writes a note that someone has made, after those that are there.
pub async fn insert_note(tx: &Tx, note: &Granted<(UnitId, NewNote)>) -> Result<NoteId, Error> {
    let (unit, note) = &**note;
    let id: NoteId = tx.new_id()?;
    let place = tx.number("select coalesce(max(place), 0) + 1 as n from document_note", vec![]).await?;
    Insert::into("document_note")
        .set("id", id)
        .set("code", None::<&str>)
        .set("kind", note.kind.name())
        .words("text", &note.text)
        .set("state", NoteState::Open.name())
        .set("answer", "")
        .set("source", &note.source)
        .set("findable", note.text.all().to_lowercase())
        .set("place", place)
        .set("version", 1)
        .run(tx)
        .await?;
    let (kind, thing) = note.concern;
    Insert::into("note_concern")
        .set("note_id", id)
        .set("kind", kind.name())
        .set("code", "")
        .set("thing_id", thing)
        .set("place", 1)
        .run(tx)
        .await?;
    if let Some(document) = note.document {
        Insert::into("note_document").set("note_id", id).set("document_id", document).run(tx).await?;
    }
    findable(tx, id, &note.text, &note.source).await?;
    tx.record(Line::new(Kind::Document, id, Some(*unit), "noted").version(1).after(json!({
        "kind": note.kind.name(), "text": all_languages(&note.text), "source": note.source,
        "other": thing.to_string(), "document": note.document.map(|id| id.to_string()),
    })));
    Ok(id)
}

/// Notes are open, and have no name but what they say.
async fn findable(tx: &Tx, id: NoteId, text: &Words, source: &str) -> Result<(), Error> {
    let entry = Entry {
        id: id.uuid(),
        kind: "note",
        unit: None,
        href: format!("/notes/{id}"),
        title: text.clone(),
        detail: source.to_owned(),
        text: String::new(),
        open: true,
    };
    search::put(tx, entry).await
}

/// A note as the content has it.
pub(crate) struct Loaded<'a> {
    pub code: &'a str,
    pub kind: NoteKind,
    pub text: &'a Words,
    pub source: &'a str,
    pub place: i64,
}

/// Writes or renews a note that comes from the content. What was answered here stays.
pub(crate) async fn load_note(
    tx: &Tx,
    note: &Loaded<'_>,
    documents: &[String],
    concerns: &[(ThingKind, String, Uuid)],
) -> Result<(), Error> {
    let id = NoteId::from_code(note.code);
    let known =
        tx.one("select version from document_note where id = $1", values![id], |row| row.get::<i64>("version")).await?;
    if known.is_some_and(|version| 1 < version) {
        return Ok(());
    }
    Insert::into("document_note")
        .set("id", id)
        .set("code", note.code)
        .set("kind", note.kind.name())
        .words("text", note.text)
        .set("state", NoteState::Open.name())
        .set("answer", "")
        .set("source", note.source)
        .set("findable", format!("{} {}", note.text.all(), note.code).to_lowercase())
        .set("place", note.place)
        .set("version", 1)
        .or_replace("id")
        .run(tx)
        .await?;
    findable(tx, id, note.text, note.source).await?;
    Delete::from(tx, "note_document", "note_id", id).await?;
    for code in documents {
        Insert::into("note_document")
            .set("note_id", id)
            .set("document_id", DocumentId::from_code(code))
            .or_replace("note_id, document_id")
            .run(tx)
            .await?;
    }
    Delete::from(tx, "note_concern", "note_id", id).await?;
    for (place, (kind, code, thing)) in (1_i64..).zip(concerns) {
        Insert::into("note_concern")
            .set("note_id", id)
            .set("kind", kind.name())
            .set("code", code)
            .set("thing_id", *thing)
            .set("place", place)
            .or_replace("note_id, thing_id")
            .run(tx)
            .await?;
    }
    if known.is_none() {
        tx.record(
            Line::new(Kind::Document, id, None, "created")
                .version(1)
                .after(json!({ "text": all_languages(note.text) })),
        );
    }
    Ok(())
}
