//! What is known of an incident for the duties to notify, what was decided on each, and that it was sent.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::IncidentId;
use varde_kernel::access::{Author, Granted, Kind};
use varde_store::history::Line;
use varde_store::{Error, Insert, Read, Row, Tx, json, values};

use crate::import::duties::read as read_rules;
use crate::model::Incident;
use crate::rules::duties::{Answer, Decision, Fact, Facts, RuleSet, SetKey, put_in_force};
use crate::rules::notifying::Decided;

/// The setting with the day on which the reporting scheme comes into force.
pub const SCHEME_FROM: &str = "incidents.reporting_scheme_from";
/// The set of rules that waits for that day.
const WAITING: &str = "reporting-scheme";

/// The rules that come with Varde. A test holds the file to be whole.
static RULES: LazyLock<Vec<RuleSet>> =
    LazyLock::new(|| read_rules(include_str!("../../../../content/duties.yaml")).unwrap_or_default());

/// The rules that hold here, with the day of the reporting scheme where whoever runs the installation has set it.
pub fn rules(scheme_from: Option<&str>) -> Vec<RuleSet> {
    let day = scheme_from.and_then(|text| text.trim_matches('"').parse::<Date>().ok());
    let started = day.and_then(|day| put_in_force(RULES.clone(), WAITING, day).ok());
    started.unwrap_or_else(|| RULES.clone())
}

/// What people have answered of an incident.
pub async fn facts(db: &impl Read, incident: IncidentId) -> Result<Facts, Error> {
    let sql = "select fact, answer from incident_fact where incident_id = $1";
    let known = db.all(sql, values![incident], |row| Ok((row.parse::<Fact>("fact")?, row.parse::<Answer>("answer")?)));
    Ok(known.await?.into_iter().collect())
}

/// Keeps what people have answered; what they have not answered is taken out.
pub async fn put_facts(tx: &Tx, incident: &Granted<Incident>, facts: &Facts) -> Result<(), Error> {
    tx.run("delete from incident_fact where incident_id = $1", values![incident.id]).await?;
    for (fact, answer) in facts.known() {
        Insert::into("incident_fact")
            .set("incident_id", incident.id)
            .set("fact", fact.name())
            .set("answer", answer.name())
            .run(tx)
            .await?;
    }
    let n = facts.known().count();
    tx.record(Line::new(Kind::Incident, incident.id, Some(incident.unit), "facts").after(json!({ "answered": n })));
    Ok(())
}

fn read(row: &Row) -> Result<Decided, Error> {
    let known: String = row.get("facts")?;
    let facts = known
        .split(' ')
        .filter_map(|pair| pair.split_once('='))
        .filter_map(|(fact, answer)| Some((fact.parse::<Fact>().ok()?, answer.parse::<Answer>().ok()?)))
        .collect();
    Ok(Decided {
        decision: Decision {
            set: SetKey { code: row.get("set_code")?, version: row.get("set_version")? },
            rule: row.get("rule")?,
            facts,
            proposed: row.parse("proposed")?,
            choice: row.parse("choice")?,
            reason: row.get("reason")?,
            by: row.get("decided_by")?,
            at: row.get("decided_at")?,
        },
        sent_at: row.get("sent_at")?,
        reference: row.get("reference")?,
    })
}

/// What was decided on an incident, in order: decisions stay, and later ones stand beside them.
pub async fn decided(db: &impl Read, incident: IncidentId) -> Result<Vec<Decided>, Error> {
    let sql = "select * from incident_decision where incident_id = $1 order by ord";
    db.all(sql, values![incident], read).await
}

/// Keeps a decision, whatever was decided.
pub async fn decide(
    tx: &Tx,
    incident: &Granted<Incident>,
    decision: &Decision<varde_kernel::PersonId>,
) -> Result<(), Error> {
    let sql = "select coalesce(max(ord), 0) + 1 as n from incident_decision where incident_id = $1";
    let ord = tx.number(sql, values![incident.id]).await?;
    let facts: Vec<String> =
        decision.facts.known().map(|(fact, answer)| format!("{}={}", fact.name(), answer.name())).collect();
    Insert::into("incident_decision")
        .set("incident_id", incident.id)
        .set("ord", ord)
        .set("set_code", &decision.set.code)
        .set("set_version", &decision.set.version)
        .set("rule", &decision.rule)
        .set("facts", facts.join(" "))
        .set("proposed", decision.proposed.name())
        .set("choice", decision.choice.name())
        .set("reason", &decision.reason)
        .set("decided_by", decision.by)
        .set("decided_at", decision.at)
        .set("reference", "")
        .run(tx)
        .await?;
    let told = json!({ "rule": decision.rule, "set": decision.set.code, "choice": decision.choice.name() });
    tx.record(Line::new(Kind::Incident, incident.id, Some(incident.unit), "duty_decided").after(told));
    Ok(())
}

/// Notes that the latest decision to tell has been carried out.
///
/// # Errors
///
/// [`Error::NotFound`] when nobody has decided to tell.
pub async fn sent(
    tx: &Tx,
    incident: &Granted<Incident>,
    (set, rule): (&str, &str),
    at: Timestamp,
    reference: &str,
) -> Result<(), Error> {
    let Author::Person(_) = tx.author() else { return Err(Error::Forbidden) };
    let sql = "update incident_decision set sent_at = $4, reference = $5
         where incident_id = $1 and set_code = $2 and rule = $3 and choice = 'notify' and ord = (
             select max(d.ord) from incident_decision d where d.incident_id = $1 and d.set_code = $2 and d.rule = $3)";
    if tx.run(sql, values![incident.id, set, rule, at, reference]).await? == 0 {
        return Err(Error::NotFound);
    }
    let told = json!({ "rule": rule, "set": set });
    tx.record(Line::new(Kind::Incident, incident.id, Some(incident.unit), "duty_sent").after(told));
    Ok(())
}
