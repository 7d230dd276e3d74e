//! Requests for revision.

use varde_kernel::access::{Action, Actor, Granted, Kind};
use varde_kernel::{DocumentId, PersonId, RevisionRequestId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Read, Row, Tx, Update, json, values};

use super::{open_document, places};
use crate::model::{Document, Request, RequestState};

fn read_request(row: &Row) -> Result<Request, Error> {
    Ok(Request {
        id: row.get("id")?,
        document: row.get("document_id")?,
        person: row.get("person_id")?,
        at: row.get("asked_at")?,
        text: row.get("text")?,
        state: row.parse("state")?,
        answer: row.get("answer")?,
        version: row.get("version")?,
    })
}

const REQUEST: &str = "r.id, r.document_id, r.person_id, r.asked_at, r.text, r.state, r.answer, r.version";

/// The requests for a document's revision, newest first.
pub async fn requests(db: &impl Read, document: DocumentId) -> Result<Vec<Request>, Error> {
    let sql = format!(
        "select {REQUEST} from revision_request r where r.document_id = $1 order by r.asked_at desc, r.id limit 100"
    );
    db.all(&sql, values![document], read_request).await
}

/// A request with its document, that the actor may do this to.
pub async fn open_request(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: RevisionRequestId,
    action: Action,
) -> Result<Granted<(Document, Request)>, Error> {
    let sql = format!("select {REQUEST} from revision_request r where r.id = $1");
    let request = db.one(&sql, values![id], read_request).await?.ok_or(Error::NotFound)?;
    let document = open_document(db, actor, tree, request.document, action).await?;
    Ok(document.map(|document| (document, request)))
}

/// Writes a request for revision.
pub async fn insert_request(
    tx: &Tx,
    document: &Granted<Document>,
    person: PersonId,
    text: &str,
) -> Result<RevisionRequestId, Error> {
    let id: RevisionRequestId = tx.new_id()?;
    Insert::into("revision_request")
        .set("id", id)
        .set("document_id", document.id)
        .set("person_id", person)
        .set("asked_at", tx.now())
        .set("text", text)
        .set("state", RequestState::Asked.name())
        .set("answer", "")
        .set("version", 1)
        .run(tx)
        .await?;
    tx.record(Line::new(Kind::Document, document.id, document.draft.unit, "revision_asked").why(text));
    Ok(id)
}

/// Answers a request for revision.
pub async fn answer_request(
    tx: &Tx,
    request: &Granted<(Document, Request)>,
    state: RequestState,
    answer: &str,
    version: i64,
) -> Result<(), Error> {
    let (document, request) = &**request;
    let next = Update::of("revision_request")
        .set("state", state.name())
        .set("answer", answer)
        .versioned(tx, request.id, version)
        .await?;
    let told = |state: RequestState, answer: &str| json!({ "state": state.name(), "answer": answer });
    let (before, after) = (told(request.state, &request.answer), told(state, answer));
    let line = |line: Line| line.before(before.clone()).after(after.clone()).why(answer);
    tx.record(line(Line::new(Kind::Document, request.id, document.draft.unit, "revision_answered").version(next)));
    tx.record(line(Line::new(Kind::Document, document.id, document.draft.unit, "revision_answered")));
    Ok(())
}

/// Requests that nobody has answered, on documents of these units.
pub async fn unanswered(
    db: &impl Read,
    units: &[UnitId],
    national: bool,
) -> Result<Vec<(RevisionRequestId, Option<UnitId>, Words)>, Error> {
    let mut values = Vec::new();
    let units = places(units.iter().copied(), &mut values);
    let none = if national { "or d.unit_id is null" } else { "" };
    let sql = format!(
        "select r.id as request_id, d.unit_id, d.name, d.name_nn, d.name_en from revision_request r
         join document d on d.id = r.document_id where r.state = 'asked'
         and (d.unit_id in ({units}) {none}) order by r.asked_at, r.id limit 100"
    );
    db.all(&sql, values, |row| Ok((row.get("request_id")?, row.get("unit_id")?, row.words("name")?))).await
}
