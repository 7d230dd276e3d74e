//! Status rounds and answers in the database.

use std::collections::HashMap;

use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope, Target};
use varde_kernel::{AnswerId, PlanId, RoundId, UnitId, UnitTree};
use varde_store::history::Line;
use varde_store::{Column, Error, Insert, Read, Row, Tx, Update, Value, json, scope_condition, values};

use crate::model::followup::rounds::{Answer, AnswerDraft, Item, Round, RoundDraft, RoundState, Said, Status, Thing};

/// A round, opened for `action` as the unit that holds it.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: RoundId,
    action: Action,
) -> Result<Granted<Round>, Error> {
    let round = db.one("select * from status_round where id = $1", values![id], read).await?.ok_or(Error::NotFound)?;
    let target = Target::open(Kind::Round, super::line_of(tree, round.unit));
    Ok(access::grant(actor, action, &target, round)?)
}

/// An answer, opened for `action` as the unit that answers.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub async fn open_answer(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: AnswerId,
    action: Action,
) -> Result<Granted<Answer>, Error> {
    let answer =
        db.one("select * from round_answer where id = $1", values![id], read_answer).await?.ok_or(Error::NotFound)?;
    let target = Target::open(Kind::Round, super::line_of(tree, answer.item.unit));
    Ok(access::grant(actor, action, &target, answer)?)
}

/// A line in the list of rounds.
#[derive(Clone, Debug)]
pub struct RoundLine {
    /// The round.
    pub round: Round,
    /// How many things are asked about.
    pub asked: i64,
    /// How many are answered.
    pub answered: i64,
}

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only rounds of this plan.
    pub plan: Option<PlanId>,
    /// Only rounds in this state.
    pub state: Option<RoundState>,
    /// Only rounds that this unit or one below it holds or answers in.
    pub unit: Option<UnitId>,
}

/// `plans` says which plans are seen: a round tells of its plan, so it is seen as far as that is.
fn condition(wanted: &Wanted, plans: &Scope, values: &mut Vec<Value>) -> String {
    let seen = scope_condition(plans, "s.unit_id", "s.open = true", values);
    let mut parts = vec![format!("exists (select 1 from plan s where s.id = r.plan_id and {seen})")];
    if let Some(plan) = wanted.plan {
        values.extend(values![plan]);
        parts.push(format!("r.plan_id = ${}", values.len()));
    }
    if let Some(state) = wanted.state {
        values.extend(values![state.name()]);
        parts.push(format!("r.state = ${}", values.len()));
    }
    if let Some(unit) = wanted.unit {
        values.extend(values![unit]);
        let place = values.len();
        // Rounds that are the unit's own come first, so that answers are only looked at where those do not settle it.
        parts.push(format!(
            "case when r.unit_id in (select unit_id from unit_line where ancestor_id = ${place}) then true
              else r.id in (select u.round_id from round_answer u
                            where u.unit_id in (select unit_id from unit_line where ancestor_id = ${place})) end"
        ));
    }
    parts.join(" and ")
}

/// Rounds of the plans that `plans` shows, newest first.
pub async fn list(
    db: &impl Read,
    plans: &Scope,
    wanted: &Wanted,
    limit: i64,
    skip: i64,
) -> Result<Vec<RoundLine>, Error> {
    let mut values = values![limit, skip];
    let condition = condition(wanted, plans, &mut values);
    let sql = format!(
        "select r.*,
            (select count(*) from round_answer a where a.round_id = r.id) as n_asked,
            (select count(*) from round_answer a where a.round_id = r.id and a.status is not null) as n_answered
         from status_round r where {condition} order by r.opens desc, r.name, r.id limit $1 offset $2"
    );
    db.all(&sql, values, |row| {
        Ok(RoundLine { round: read(row)?, asked: row.get("n_asked")?, answered: row.get("n_answered")? })
    })
    .await
}

/// How many rounds [`list`] would list in all.
pub async fn count(db: &impl Read, plans: &Scope, wanted: &Wanted) -> Result<i64, Error> {
    let mut values = values![];
    let condition = condition(wanted, plans, &mut values);
    db.number(&format!("select count(*) as n from status_round r where {condition}"), values).await
}

/// Opens a round: one row per thing asked about.
pub async fn insert(
    tx: &Tx,
    plan: &Granted<(PlanId, UnitId)>,
    draft: &RoundDraft,
    items: &[Item],
) -> Result<RoundId, Error> {
    let (plan_id, unit) = **plan;
    let id: RoundId = tx.new_id()?;
    Insert::into("status_round")
        .set("id", id)
        .set("plan_id", plan_id)
        .set("unit_id", unit)
        .set("name", &draft.name)
        .set("opens", draft.opens)
        .set("due", draft.due)
        .set("period", draft.period)
        .set("state", RoundState::Open.name())
        .set("opened_at", tx.now())
        .set("version", 1)
        .run(tx)
        .await?;
    for (ord, item) in (0_i64..).zip(items) {
        Insert::into("round_answer")
            .set("id", tx.new_id::<varde_kernel::kind::Answer>()?)
            .set("round_id", id)
            .set("item_kind", item.thing.kind())
            .set("item_id", id_of(item.thing))
            .set("unit_id", item.unit)
            .set("ord", ord)
            .set("number", &item.number)
            .words("name", &item.name)
            .set("deviation", "")
            .set("risk", "")
            .set("decision", "")
            .set("version", 1)
            .run(tx)
            .await?;
    }
    tx.record(Line::new(Kind::Round, id, Some(unit), "opened").version(1).after(
        json!({ "name": draft.name, "opens": draft.opens.to_string(), "due": draft.due.to_string(), "asked": items.len() }),
    ));
    Ok(id)
}

/// Changes the name and days of a round; returns its new version.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(tx: &Tx, round: &Granted<Round>, version: i64, draft: &RoundDraft) -> Result<i64, Error> {
    let version = Update::of("status_round")
        .set("name", &draft.name)
        .set("opens", draft.opens)
        .set("due", draft.due)
        .set("period", draft.period)
        .versioned(tx, round.id, version)
        .await?;
    tx.record(
        Line::new(Kind::Round, round.id, Some(round.unit), "edited")
            .version(version)
            .before(json!({
                "name": round.name, "opens": round.opens.to_string(), "due": round.due.to_string(),
                "period": round.period.map(|period| period.to_string()),
            }))
            .after(json!({
                "name": draft.name, "opens": draft.opens.to_string(), "due": draft.due.to_string(),
                "period": draft.period.map(|period| period.to_string()),
            })),
    );
    Ok(version)
}

/// Closes a round.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn close(tx: &Tx, round: &Granted<Round>, version: i64) -> Result<i64, Error> {
    let version = Update::of("status_round")
        .set("state", RoundState::Closed.name())
        .set("closed_at", tx.now())
        .versioned(tx, round.id, version)
        .await?;
    tx.record(Line::new(Kind::Round, round.id, Some(round.unit), "closed").version(version));
    Ok(version)
}

/// Everything asked about in a round, in the plan's order.
pub async fn answers(db: &impl Read, round: RoundId) -> Result<Vec<Answer>, Error> {
    db.all("select * from round_answer where round_id = $1 order by ord, id", values![round], read_answer).await
}

/// How many rounds back the latest word on a measure is looked for.
const BACK: i64 = 4;

/// The plan's latest rounds that had opened by a day, newest first, with what was asked and answered. What was
/// answered after the day was not answered yet; days are those of UTC here, which no answer of today is before.
pub async fn latest(db: &impl Read, plan: PlanId, day: Date) -> Result<Vec<(Round, Vec<Answer>)>, Error> {
    let sql = "select * from status_round where plan_id = $1 and opens <= $2
               order by opens desc, opened_at desc, id limit $3";
    let rounds = db.all(sql, values![plan, day, BACK], read).await?;
    let mut found = Vec::with_capacity(rounds.len());
    for round in rounds {
        let mut said = answers(db, round.id).await?;
        for answer in &mut said {
            if answer.at.is_some_and(|at| day < at.to_zoned(jiff::tz::TimeZone::UTC).date()) {
                answer.status = None;
                for text in [&mut answer.deviation, &mut answer.risk, &mut answer.decision] {
                    text.clear();
                }
            }
        }
        found.push((round, said));
    }
    Ok(found)
}

/// Saves an answer; returns its new version.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn answer(tx: &Tx, answer: &Granted<Answer>, version: i64, draft: &AnswerDraft) -> Result<i64, Error> {
    let version = Update::of("round_answer")
        .set("status", draft.status.name())
        .set("deviation", &draft.deviation)
        .set("risk", &draft.risk)
        .set("decision", &draft.decision)
        .set("answered_at", tx.now())
        .set("answered_by", super::person(answer.by()))
        .versioned(tx, answer.id, version)
        .await?;
    let told = |status: Option<Status>, deviation: &str, risk: &str, decision: &str| json!({ "status": status.map(Status::name), "deviation": deviation, "risk": risk, "decision": decision });
    tx.record(
        Line::new(Kind::Round, answer.id, Some(answer.item.unit), "answered")
            .version(version)
            .before(told(answer.status, &answer.deviation, &answer.risk, &answer.decision))
            .after(told(Some(draft.status), &draft.deviation, &draft.risk, &draft.decision)),
    );
    Ok(version)
}

/// The statuses that each thing of a round had in the plan's rounds before it, newest first, by
/// its answer in this round. A round in which it was asked about and not answered counts as no
/// status.
pub async fn before(db: &impl Read, round: &Round) -> Result<HashMap<AnswerId, Vec<Option<Status>>>, Error> {
    let sql = "select n.id as answer_id, a.status
               from round_answer n join round_answer a on a.item_id = n.item_id and a.round_id <> n.round_id
               join status_round r on r.id = a.round_id
               where n.round_id = $1 and r.plan_id = $2
                 and (r.opens < $3 or (r.opens = $3 and r.opened_at < (select opened_at from status_round where id = $1)))
               order by r.opens desc, r.opened_at desc, r.id";
    let rows = db
        .all(sql, values![round.id, round.plan, round.opens], |row| {
            Ok((row.get::<AnswerId>("answer_id")?, row.parse_opt::<Status>("status")?))
        })
        .await?;
    let mut before: HashMap<AnswerId, Vec<Option<Status>>> = HashMap::new();
    for (answer, status) in rows {
        before.entry(answer).or_default().push(status);
    }
    Ok(before)
}

/// What was said of some of a round's things in the plan's rounds before it, newest first, by their
/// answers in this round.
pub async fn said_before(
    db: &impl Read,
    round: &Round,
    of: &[AnswerId],
) -> Result<HashMap<AnswerId, Vec<Said>>, Error> {
    if of.is_empty() {
        return Ok(HashMap::new());
    }
    let mut values = values![round.id, round.plan, round.opens];
    let places = super::places(of, &mut values);
    let sql = format!(
        "select n.id as answer_id, r.name, r.period, a.status, a.deviation, a.risk, a.decision
         from round_answer n join round_answer a on a.item_id = n.item_id and a.round_id <> n.round_id
         join status_round r on r.id = a.round_id
         where n.round_id = $1 and r.plan_id = $2 and a.status is not null and n.id in ({places})
           and (r.opens < $3 or (r.opens = $3 and r.opened_at < (select opened_at from status_round where id = $1)))
         order by r.opens desc, r.opened_at desc, r.id"
    );
    let rows = db
        .all(&sql, values, |row| {
            let said = AnswerDraft {
                status: row.parse("status")?,
                deviation: row.get::<Option<String>>("deviation")?.unwrap_or_default(),
                risk: row.get::<Option<String>>("risk")?.unwrap_or_default(),
                decision: row.get::<Option<String>>("decision")?.unwrap_or_default(),
            };
            let told = Said { round: row.get("name")?, period: row.get("period")?, said };
            Ok((row.get::<AnswerId>("answer_id")?, told))
        })
        .await?;
    let mut before: HashMap<AnswerId, Vec<Said>> = HashMap::new();
    for (answer, told) in rows {
        before.entry(answer).or_default().push(told);
    }
    Ok(before)
}

/// Rounds in which these units owe answers: the round, the unit and how many.
pub async fn owed(db: &impl Read, units: &[UnitId], today: Date) -> Result<Vec<(Round, UnitId, i64)>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![today];
    let places = super::places(units, &mut values);
    owed_where(db, &format!("and o.unit_id in ({places})"), values).await
}

/// All open rounds with answers missing: the round, the unit and how many.
pub async fn all_owed(db: &impl Read, today: Date) -> Result<Vec<(Round, UnitId, i64)>, Error> {
    owed_where(db, "", values![today]).await
}

async fn owed_where(db: &impl Read, units: &str, values: Vec<Value>) -> Result<Vec<(Round, UnitId, i64)>, Error> {
    let sql = format!(
        "select r.*, o.unit_id as asked_unit, o.n_missing from status_round r
         join (select a.round_id, a.unit_id, count(*) as n_missing from round_answer a
               where a.status is null group by a.round_id, a.unit_id) o on o.round_id = r.id
         where r.state = 'open' and r.opens <= $1 {units} order by r.due, r.name, r.id, o.unit_id"
    );
    db.all(&sql, values, |row| Ok((read(row)?, row.get("asked_unit")?, row.get("n_missing")?))).await
}

pub(super) fn id_of(thing: Thing) -> Value {
    match thing {
        Thing::Measure(id) => id.column(),
        Thing::Activity(id) => id.column(),
    }
}

fn read(row: &Row) -> Result<Round, Error> {
    Ok(Round {
        id: row.get("id")?,
        plan: row.get("plan_id")?,
        unit: row.get("unit_id")?,
        name: row.get("name")?,
        opens: row.get("opens")?,
        due: row.get("due")?,
        period: row.get("period")?,
        state: row.parse("state")?,
        version: row.get("version")?,
    })
}

pub(super) fn read_answer(row: &Row) -> Result<Answer, Error> {
    Ok(Answer {
        id: row.get("id")?,
        round: row.get("round_id")?,
        item: Item {
            thing: match row.get::<String>("item_kind")?.as_str() {
                "measure" => Thing::Measure(row.get("item_id")?),
                _ => Thing::Activity(row.get("item_id")?),
            },
            unit: row.get("unit_id")?,
            number: row.get("number")?,
            name: row.words("name")?,
        },
        status: row.parse_opt("status")?,
        deviation: row.get("deviation")?,
        risk: row.get("risk")?,
        decision: row.get("decision")?,
        at: row.get("answered_at")?,
        by: row.get("answered_by")?,
        version: row.get("version")?,
    })
}
