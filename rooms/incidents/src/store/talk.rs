//! What is said and added after a report has come in.

use jiff::civil::Date;
use varde_kernel::access::{Author, Granted};
use varde_kernel::{MessageId, ReportId};
use varde_store::{Error, Insert, Read, Row, Tx, places, values};

use crate::model::{Addition, AdditionKind, Incident, Message, Report, Side};

/// What a reporter says to those who handle their report.
pub async fn say(tx: &Tx, report: &Granted<Report>, text: &str, on: Date) -> Result<(), Error> {
    message(tx, report.id, Side::Reporter, text, on).await
}

/// What those who handle an incident say to whoever sent in one of its reports.
///
/// # Errors
///
/// [`Error::NotFound`] when the report is of another incident.
pub async fn reply(tx: &Tx, incident: &Granted<Incident>, report: ReportId, text: &str, on: Date) -> Result<(), Error> {
    of_incident(tx, incident, report).await?;
    message(tx, report, Side::Handler, text, on).await
}

async fn of_incident(tx: &Tx, incident: &Granted<Incident>, report: ReportId) -> Result<(), Error> {
    let sql = "select count(*) as n from report where id = $1 and incident_id = $2";
    if tx.number(sql, values![report, incident.id]).await? == 0 { Err(Error::NotFound) } else { Ok(()) }
}

async fn message(tx: &Tx, report: ReportId, side: Side, text: &str, on: Date) -> Result<(), Error> {
    let sql = "select coalesce(max(ord), 0) + 1 as n from report_message where report_id = $1";
    let ord = tx.number(sql, values![report]).await?;
    let id: MessageId = tx.random_id()?;
    let author = match (side, tx.author()) {
        (Side::Handler, Author::Person(person)) => Some(person),
        (Side::Reporter | Side::Handler, _) => None,
    };
    Insert::into("report_message")
        .set("id", id)
        .set("report_id", report)
        .set("side", side.name())
        .set("author_id", author)
        .set("body", text)
        .set("said_on", on)
        .set("ord", ord)
        .run(tx)
        .await
}

fn read(row: &Row) -> Result<Message, Error> {
    Ok(Message {
        id: row.get("id")?,
        report: row.get("report_id")?,
        side: row.parse("side")?,
        author: row.get("author_id")?,
        text: row.get("body")?,
        on: row.get("said_on")?,
        ord: row.get("ord")?,
    })
}

/// What has been said about these reports, in order. The caller has been granted them.
pub async fn messages(db: &impl Read, reports: &[ReportId]) -> Result<Vec<Message>, Error> {
    let mut values = Vec::new();
    let list = places(reports.iter().copied(), &mut values);
    let sql = format!("select * from report_message where report_id in ({list}) order by report_id, ord");
    db.all(&sql, values, read).await
}

/// Adds to one's own report. What was sent in first stands as it was.
pub async fn add(tx: &Tx, report: &Granted<Report>, kind: AdditionKind, text: &str, on: Date) -> Result<(), Error> {
    addition(tx, report.id, kind, text, on).await
}

/// Asks whoever sent in a report to correct it.
///
/// # Errors
///
/// [`Error::NotFound`] when the report is of another incident.
pub async fn ask_correction(
    tx: &Tx,
    incident: &Granted<Incident>,
    report: ReportId,
    text: &str,
    on: Date,
) -> Result<(), Error> {
    of_incident(tx, incident, report).await?;
    addition(tx, report, AdditionKind::CorrectionAsked, text, on).await
}

async fn addition(tx: &Tx, report: ReportId, kind: AdditionKind, text: &str, on: Date) -> Result<(), Error> {
    let sql = "select coalesce(max(ord), 0) + 1 as n from report_addition where report_id = $1";
    let ord = tx.number(sql, values![report]).await?;
    Insert::into("report_addition")
        .set("report_id", report)
        .set("ord", ord)
        .set("kind", kind.name())
        .set("body", text)
        .set("added_on", on)
        .run(tx)
        .await
}

/// What has been added to these reports, in order. The caller has been granted them.
pub async fn additions(db: &impl Read, reports: &[ReportId]) -> Result<Vec<(ReportId, Addition)>, Error> {
    let mut values = Vec::new();
    let list = places(reports.iter().copied(), &mut values);
    let sql = format!("select * from report_addition where report_id in ({list}) order by report_id, ord");
    db.all(&sql, values, |row| {
        let addition = Addition {
            kind: row.parse("kind")?,
            text: row.get("body")?,
            on: row.get("added_on")?,
            ord: row.get("ord")?,
        };
        Ok((row.get("report_id")?, addition))
    })
    .await
}
