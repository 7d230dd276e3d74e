//! What was concluded from evidence, and which measures answer it.

use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope, Target};
use varde_kernel::{FindingId, MeasureId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::{
    Delete, Error, Insert, Json, Read, Row, Tx, Update, Value, all_languages, json, scope_condition, search, values,
};

use super::{find_text, line_of};
use crate::model::{Evidence, Finding, FindingState, Measure, ThingId};

/// Which findings are asked for.
#[derive(Clone, Debug, Default)]
pub struct FindingFilter {
    /// Words in its title or judgement.
    pub text: String,
    /// How far it has come.
    pub state: Option<FindingState>,
    /// The unit, with everything below it.
    pub unit: Option<UnitId>,
}

fn target(tree: &UnitTree, finding: &Finding) -> Target {
    let line = line_of(tree, finding.unit);
    if finding.open { Target::open(Kind::Finding, line) } else { Target::internal(Kind::Finding, line) }
}

/// A finding, when the actor may do `action` to it.
///
/// # Errors
///
/// [`Error::NotFound`] and [`Error::Forbidden`], as much as the actor may know.
pub async fn open_finding(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: FindingId,
    action: Action,
) -> Result<Granted<Finding>, Error> {
    let finding = db.one("select * from finding where id = $1", values![id], read).await?.ok_or(Error::NotFound)?;
    let on = target(tree, &finding);
    Ok(access::grant(actor, action, &on, finding)?)
}

/// A new finding, when the actor may make one on its unit.
///
/// # Errors
///
/// [`Error::Forbidden`] and [`Error::NotFound`].
pub fn propose_finding(actor: &Actor, tree: &UnitTree, finding: Finding) -> Result<Granted<Finding>, Error> {
    let on = target(tree, &finding);
    Ok(access::grant(actor, Action::Create, &on, finding)?)
}

fn read(row: &Row) -> Result<Finding, Error> {
    Ok(Finding {
        id: row.get("id")?,
        code: row.get("code")?,
        unit: row.get("unit_id")?,
        period: row.get("period")?,
        title: row.words("title")?,
        judgement: row.get("judgement")?,
        state: row.parse("state")?,
        open: row.get("open")?,
        version: row.get("version")?,
    })
}

fn conditions(scope: &Scope, filter: &FindingFilter, values: &mut Vec<Value>) -> String {
    let mut parts = vec![scope_condition(scope, "f.unit_id", "f.open = true", values)];
    for word in filter.text.to_lowercase().split_whitespace() {
        values.extend(values![super::list::like(word)]);
        parts.push(format!("f.find_text like ${} escape '!'", values.len()));
    }
    if let Some(state) = filter.state {
        values.extend(values![state.name()]);
        parts.push(format!("f.state = ${}", values.len()));
    }
    if let Some(unit) = filter.unit {
        values.extend(values![unit]);
        parts.push(format!("f.unit_id in (select unit_id from unit_line where ancestor_id = ${})", values.len()));
    }
    parts.join(" and ")
}

/// Findings that the scope lets through, those that are open first.
pub async fn findings(
    db: &impl Read,
    scope: &Scope,
    filter: &FindingFilter,
    limit: i64,
    skip: i64,
) -> Result<Vec<Finding>, Error> {
    let mut values = values![limit, skip];
    let conditions = conditions(scope, filter, &mut values);
    let sql = format!(
        "select f.* from finding f where {conditions}
         order by case f.state when 'open' then 0 when 'answered' then 1 else 2 end, f.id desc limit $1 offset $2"
    );
    db.all(&sql, values, read).await
}

/// How many findings [`findings`] would give in all.
pub async fn count_findings(db: &impl Read, scope: &Scope, filter: &FindingFilter) -> Result<i64, Error> {
    let mut values = Vec::new();
    let conditions = conditions(scope, filter, &mut values);
    db.number(&format!("select count(*) as n from finding f where {conditions}"), values).await
}

/// A unit's findings that are not closed, for choosing among.
pub async fn open_findings_of_unit(db: &impl Read, scope: &Scope, unit: UnitId) -> Result<Vec<Finding>, Error> {
    let mut values = values![unit];
    let visible = scope_condition(scope, "f.unit_id", "f.open = true", &mut values);
    let sql = format!(
        "select f.* from finding f where f.unit_id = $1 and f.state <> 'closed' and {visible}
         order by f.id desc limit 50"
    );
    db.all(&sql, values, read).await
}

/// These findings, as far as the scope lets through, in no order.
pub async fn findings_among(db: &impl Read, scope: &Scope, ids: &[FindingId]) -> Result<Vec<Finding>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = super::places(ids, &mut values);
    let visible = scope_condition(scope, "f.unit_id", "f.open = true", &mut values);
    db.all(&format!("select f.* from finding f where f.id in ({places}) and {visible}"), values, read).await
}

/// The newest findings that rest on a thing, as far as the scope lets through.
pub async fn findings_resting_on(db: &impl Read, scope: &Scope, thing: ThingId) -> Result<Vec<Finding>, Error> {
    let mut values = values![thing];
    let visible = scope_condition(scope, "f.unit_id", "f.open = true", &mut values);
    let sql = format!(
        "select f.* from finding f where {visible} and exists (select 1 from finding_evidence e
             where e.finding_id = f.id and e.thing_id = $1)
         order by f.id desc limit 50"
    );
    db.all(&sql, values, read).await
}

/// The findings that a measure answers, as far as the scope lets through.
pub async fn findings_of_measure(db: &impl Read, scope: &Scope, measure: MeasureId) -> Result<Vec<Finding>, Error> {
    let mut values = values![measure];
    let visible = scope_condition(scope, "f.unit_id", "f.open = true", &mut values);
    let sql = format!(
        "select f.* from finding f join measure_finding l on l.finding_id = f.id
         where l.measure_id = $1 and {visible} order by f.id"
    );
    db.all(&sql, values, read).await
}

/// The measures that answer a finding, as far as the scope lets through.
pub async fn measures_of_finding(db: &impl Read, scope: &Scope, finding: FindingId) -> Result<Vec<Measure>, Error> {
    let mut values = values![finding];
    let visible = scope_condition(scope, "m.unit_id", "m.open = true", &mut values);
    let sql = format!(
        "select m.* from measure m join measure_finding l on l.measure_id = m.id
         where l.finding_id = $1 and {visible} order by m.id"
    );
    db.all(&sql, values, super::read).await
}

/// What a finding rests on.
pub async fn evidence_of(db: &impl Read, finding: FindingId) -> Result<Vec<Evidence>, Error> {
    let sql = "select * from finding_evidence where finding_id = $1 order by ord";
    db.all(sql, values![finding], |row| {
        Ok(Evidence {
            kind: row.parse("kind")?,
            thing: row.get("thing_id")?,
            text: row.get("text")?,
            href: row.get("href")?,
        })
    })
    .await
}

/// Writes a new finding with its evidence.
pub async fn insert_finding(tx: &Tx, finding: &Granted<Finding>, evidence: &[Evidence]) -> Result<(), Error> {
    write_new(tx, finding, evidence).await?;
    tx.record(
        Line::new(Kind::Finding, finding.id, Some(finding.unit), "created").version(1).after(told(finding, evidence)),
    );
    Ok(())
}

pub(super) async fn write_new(tx: &Tx, finding: &Finding, evidence: &[Evidence]) -> Result<(), Error> {
    Insert::into("finding")
        .set("id", finding.id)
        .set("code", finding.code.as_deref())
        .set("unit_id", finding.unit)
        .set("period", finding.period)
        .words("title", &finding.title)
        .set("judgement", &finding.judgement)
        .set("state", finding.state.name())
        .set("open", finding.open)
        .set("find_text", find_text(&finding.title, &Words::plain(finding.judgement.as_str())))
        .set("version", finding.version)
        .run(tx)
        .await?;
    write_evidence(tx, finding.id, evidence).await?;
    findable(tx, finding).await
}

/// Saves a finding over the version that was read; returns the new version.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save_finding(
    tx: &Tx,
    before: &Granted<Finding>,
    after: &Finding,
    evidence: &[Evidence],
) -> Result<i64, Error> {
    let version = Update::of("finding")
        .set("period", after.period)
        .words("title", &after.title)
        .set("judgement", &after.judgement)
        .set("state", after.state.name())
        .set("open", after.open)
        .set("find_text", find_text(&after.title, &Words::plain(after.judgement.as_str())))
        .versioned(tx, before.id, before.version)
        .await?;
    let former = evidence_of(tx, after.id).await?;
    Delete::from(tx, "finding_evidence", "finding_id", after.id).await?;
    write_evidence(tx, after.id, evidence).await?;
    let action = match (before.state, after.state) {
        (was, FindingState::Closed) if was != FindingState::Closed => "closed",
        (FindingState::Closed, now) if now != FindingState::Closed => "reopened",
        _ => "edited",
    };
    tx.record(
        Line::new(Kind::Finding, after.id, Some(after.unit), action)
            .version(version)
            .before(told(before, &former))
            .after(told(after, evidence)),
    );
    findable(tx, after).await?;
    Ok(version)
}

async fn write_evidence(tx: &Tx, finding: FindingId, evidence: &[Evidence]) -> Result<(), Error> {
    for (ord, piece) in (0_i64..).zip(evidence) {
        Insert::into("finding_evidence")
            .set("finding_id", finding)
            .set("ord", ord)
            .set("kind", piece.kind.name())
            .set("thing_id", piece.thing)
            .set("text", &piece.text)
            .set("href", piece.href.as_deref())
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Only open findings can be searched for: the search follows the rule for drafts of plans, which
/// more people see than a finding that is kept within its unit.
async fn findable(tx: &Tx, finding: &Finding) -> Result<(), Error> {
    if !finding.open {
        return search::remove(tx, finding.id.uuid()).await;
    }
    let entry = search::Entry {
        id: finding.id.uuid(),
        kind: "finding",
        unit: Some(finding.unit),
        href: format!("/findings/{}", finding.id),
        title: finding.title.clone(),
        detail: finding.period.map(|period| period.to_string()).unwrap_or_default(),
        text: finding.judgement.clone(),
        open: true,
    };
    search::put(tx, entry).await
}

/// What the history keeps of a finding, with what it rests on.
fn told(finding: &Finding, evidence: &[Evidence]) -> Json {
    let piece = |piece: &Evidence| {
        json!({ "kind": piece.kind.name(), "thing": piece.thing.map(|id| id.to_string()), "text": piece.text,
                "href": piece.href })
    };
    json!({
        "title": all_languages(&finding.title),
        "judgement": finding.judgement,
        "period": finding.period.map(|period| period.to_string()),
        "state": finding.state.name(),
        "open": finding.open,
        "evidence": evidence.iter().map(piece).collect::<Vec<_>>(),
    })
}

/// How many measures answer a finding.
pub async fn n_measures_of(db: &impl Read, finding: FindingId) -> Result<usize, Error> {
    let sql = "select count(*) as n from measure_finding where finding_id = $1";
    Ok(usize::try_from(db.number(sql, values![finding]).await?).unwrap_or(0))
}
