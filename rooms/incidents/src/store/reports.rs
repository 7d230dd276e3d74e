//! Reports: sent in once, and never changed.

use jiff::civil::{Date, Time};
use varde_kernel::access::{self, Action, Actor, Denied, Granted, Kind, Target};
use varde_kernel::{IncidentId, PersonId, ReportId};
use varde_store::history::Line;
use varde_store::{Error, Insert, Read, Row, Tx, json, values};

use super::incidents;
use crate::model::{Mode, Report, ReportDraft, State};
use crate::rules::{reporting, workflow};

/// How a report is tied to whoever sent it in.
#[derive(Clone)]
pub enum Sender {
    /// Openly.
    Open(PersonId),
    /// Under seal: the mark by which they find their own, and who it was, sealed.
    Sealed {
        /// The mark.
        mark: String,
        /// The sealed identity.
        sealed: String,
    },
    /// By nothing but a receipt.
    Receipt {
        /// What finds the report.
        finds: String,
        /// The slow hash of what opens it.
        hash: String,
    },
}

/// What came of sending in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Received {
    /// The report.
    pub report: ReportId,
    /// The incident it tells of.
    pub incident: IncidentId,
    /// Whether it had not been received already: the same may be sent again, after a line that fell out.
    pub is_new: bool,
}

/// A report, with the proof that the actor may send it in.
///
/// # Errors
///
/// [`Denied`] for tokens that only read.
pub fn propose(actor: &Actor, draft: ReportDraft) -> Result<Granted<ReportDraft>, Denied> {
    access::grant(actor, Action::Create, &Target::central(Kind::Report), draft)
}

/// What goes with a report when it is sent in.
pub struct Sending<'a> {
    /// The id it gets, if it has not been received already.
    pub id: ReportId,
    /// How it is tied to whoever sends it.
    pub sender: &'a Sender,
    /// A digest of what the sender made up for it: the same sent twice is one report.
    pub sent_mark: &'a str,
    /// The day.
    pub today: Date,
}

/// Takes a report in, once.
///
/// One without a name tells nothing here of the hour: the caller's transaction must begin at the start of the day, and
/// history and search hear of it when the day is over ([`super::told`]).
///
/// # Errors
///
/// When the database does not answer.
pub async fn insert(tx: &Tx, draft: &Granted<ReportDraft>, sending: &Sending<'_>) -> Result<Received, Error> {
    let Sending { id: report, sender, sent_mark, today } = *sending;
    if let Some(known) = by_mark(tx, sent_mark).await? {
        // Whoever sends a report without a name again has not seen its receipt, and gets another.
        if let Sender::Receipt { finds, hash } = sender {
            super::receipts::put(tx, known.report, finds, hash).await?;
        }
        return Ok(known);
    }
    let incident: IncidentId = tx.random_id()?;
    let anonymous = matches!(draft.mode, Mode::Anonymous);
    Insert::into("incident")
        .set("id", incident)
        .set("unit_id", draft.unit)
        .set("kind", draft.kind.name())
        .set("state", State::Received.name())
        .set("title", reporting::title(&draft.what))
        .set("mode", draft.mode.name())
        .set("entrance", draft.entrance.name())
        .set("happened_on", draft.on)
        .set("received_on", today)
        .set("due_on", workflow::due(State::Received, false, today))
        .set("told", !anonymous)
        .set("version", 1)
        .run(tx)
        .await?;
    let open = matches!(draft.mode, Mode::Open);
    Insert::into("report")
        .set("id", report)
        .set("incident_id", incident)
        .set("kind", draft.kind.name())
        .set("harmed", draft.harmed.name())
        .set("mode", draft.mode.name())
        .set("entrance", draft.entrance.name())
        .set("what", &draft.what)
        .set("unit_id", draft.unit)
        .set("place", &draft.place)
        .set("happened_on", draft.on)
        .set("happened_at", draft.at.map(|time| time.strftime("%H:%M").to_string()))
        .set("done", &draft.done)
        .set("reporter_id", if let Sender::Open(person) = sender { Some(*person) } else { None })
        .set("received_on", today)
        .set("received_at", open.then(|| tx.now()))
        .set("sent_mark", sent_mark)
        .run(tx)
        .await?;
    for topic in &draft.topics {
        Insert::into("report_topic").set("report_id", report).set("topic", topic.name()).run(tx).await?;
    }
    match sender {
        Sender::Open(_) => {}
        Sender::Sealed { mark, sealed } => {
            Insert::into("report_reporter")
                .set("report_id", report)
                .set("mark", mark)
                .set("sealed", sealed)
                .run(tx)
                .await?;
        }
        Sender::Receipt { finds, hash } => super::receipts::put(tx, report, finds, hash).await?,
    }
    if !anonymous {
        tx.record(received(incident, draft));
        incidents::findable(tx, incident).await?;
    }
    Ok(Received { report, incident, is_new: true })
}

/// The history's line of what has come in: what sort and where, and nothing of what was said.
fn received(incident: IncidentId, draft: &ReportDraft) -> Line {
    Line::new(Kind::Incident, incident, Some(draft.unit), "received")
        .version(1)
        .after(json!({ "kind": draft.kind.name(), "mode": draft.mode.name() }))
}

async fn by_mark(tx: &Tx, sent_mark: &str) -> Result<Option<Received>, Error> {
    let sql = "select id, incident_id from report where sent_mark = $1";
    tx.one(sql, values![sent_mark], |row| {
        Ok(Received { report: row.get("id")?, incident: row.get("incident_id")?, is_new: false })
    })
    .await
}

pub(super) fn read(row: &Row) -> Result<Report, Error> {
    let at: Option<String> = row.get("happened_at")?;
    Ok(Report {
        id: row.get("id")?,
        incident: row.get("incident_id")?,
        said: ReportDraft {
            kind: row.parse("kind")?,
            harmed: row.parse("harmed")?,
            mode: row.parse("mode")?,
            entrance: row.parse("entrance")?,
            what: row.get("what")?,
            unit: row.get("unit_id")?,
            place: row.get("place")?,
            on: row.get("happened_on")?,
            at: at.and_then(|text| text.parse::<Time>().ok()),
            done: row.get("done")?,
            topics: Vec::new(),
        },
        reporter: row.get("reporter_id")?,
        received_on: row.get("received_on")?,
        received_at: row.get("received_at")?,
    })
}

async fn with_topics(db: &impl Read, mut reports: Vec<Report>) -> Result<Vec<Report>, Error> {
    for report in &mut reports {
        let sql = "select topic from report_topic where report_id = $1 order by topic";
        report.said.topics = db.all(sql, values![report.id], |row| row.parse("topic")).await?;
    }
    Ok(reports)
}

/// The reports that tell of an incident, whose reading the caller has been granted.
pub async fn of_incident(db: &impl Read, incident: IncidentId) -> Result<Vec<Report>, Error> {
    let sql = "select * from report where incident_id = $1 order by received_on, id";
    with_topics(db, db.all(sql, values![incident], read).await?).await
}

/// One report, for those who have been granted it in some way.
pub(super) async fn get(db: &impl Read, id: ReportId) -> Result<Report, Error> {
    let report = db.one("select * from report where id = $1", values![id], read).await?.ok_or(Error::NotFound)?;
    with_topics(db, vec![report]).await?.pop().ok_or(Error::NotFound)
}

/// A report of one's own: sent in openly, or in confidence under one's mark.
///
/// # Errors
///
/// [`Error::NotFound`] when it is somebody else's.
pub async fn open_own(
    db: &impl Read,
    actor: &Actor,
    id: ReportId,
    mark: &str,
    action: Action,
) -> Result<Granted<Report>, Error> {
    let report = get(db, id).await?;
    let sql = "select count(*) as n from report_reporter where report_id = $1 and mark = $2";
    let sealed = 0 < db.number(sql, values![id, mark]).await?;
    let owner = if sealed { actor.person() } else { report.reporter };
    let on = Target { kind: Kind::Report, line: std::sync::Arc::from([]), owner, open: false };
    Ok(access::grant(actor, action, &on, report)?)
}

/// One's own reports, the newest first: those sent in openly, and those under one's mark.
pub async fn own(db: &impl Read, me: PersonId, mark: &str, limit: i64, skip: i64) -> Result<Vec<Report>, Error> {
    let sql = "select r.* from report r
         where r.reporter_id = $1 or r.id in (select o.report_id from report_reporter o where o.mark = $2)
         order by r.received_on desc, r.id limit $3 offset $4";
    with_topics(db, db.all(sql, values![me, mark, limit, skip], read).await?).await
}

/// How many reports [`own`] would list in all.
pub async fn count_own(db: &impl Read, me: PersonId, mark: &str) -> Result<i64, Error> {
    let sql = "select count(*) as n from report r
         where r.reporter_id = $1 or r.id in (select o.report_id from report_reporter o where o.mark = $2)";
    db.number(sql, values![me, mark]).await
}
