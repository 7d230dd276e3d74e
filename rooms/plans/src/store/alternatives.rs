//! Alternatives, votes and what was decided between them, in the database.

use varde_kernel::access::{self, Action, Actor, Granted, Kind, Target};
use varde_kernel::{AlternativeId, PersonId, PlanId, UnitId, UnitTree, VoteId, Words};
use varde_store::history::Line;
use varde_store::search::{self, Entry};
use varde_store::{Delete, Error, Insert, Json, Read, Row, Tx, Update, all_languages, json, translation, values};

use crate::model::followup::alternatives::{Alternative, AlternativeDraft, Choice, PointKind, Vote};

/// A plan's alternatives, opened for `action`.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub fn open(
    actor: &Actor,
    tree: &UnitTree,
    plan: (PlanId, UnitId),
    is_open: bool,
    action: Action,
) -> Result<Granted<(PlanId, UnitId)>, Error> {
    let target = Target { open: is_open, ..Target::open(Kind::Alternative, super::line_of(tree, plan.1)) };
    Ok(access::grant(actor, action, &target, plan)?)
}

/// A plan's alternatives with their points, in order of number.
pub async fn list(db: &impl Read, plan: PlanId) -> Result<Vec<Alternative>, Error> {
    let sql = "select * from alternative where plan_id = $1 order by number, id";
    let mut alternatives = db.all(sql, values![plan], read).await?;
    let sql = "select p.* from alternative_point p join alternative a on a.id = p.alternative_id
               where a.plan_id = $1 order by p.alternative_id, p.kind, p.ord";
    let points = db
        .all(sql, values![plan], |row| {
            let point: (PointKind, Words) = (row.parse("kind")?, row.words("body")?);
            Ok((row.get::<AlternativeId>("alternative_id")?, point))
        })
        .await?;
    for (id, point) in points {
        if let Some(alternative) = alternatives.iter_mut().find(|alternative| alternative.id == id) {
            alternative.points.push(point);
        }
    }
    Ok(alternatives)
}

/// An alternative, whose plan the caller has been granted; `None` when it is none of the plan's.
pub async fn of_plan(db: &impl Read, plan: PlanId, id: AlternativeId) -> Result<Option<Alternative>, Error> {
    Ok(list(db, plan).await?.into_iter().find(|alternative| alternative.id == id))
}

/// Which plan an alternative belongs to.
pub async fn plan_of(db: &impl Read, id: AlternativeId) -> Result<Option<PlanId>, Error> {
    db.one("select plan_id from alternative where id = $1", values![id], |row| row.get("plan_id")).await
}

/// A new alternative.
pub async fn insert(
    tx: &Tx,
    plan: &Granted<(PlanId, UnitId)>,
    draft: &AlternativeDraft,
) -> Result<AlternativeId, Error> {
    let (plan_id, unit) = **plan;
    let id: AlternativeId = tx.new_id()?;
    Insert::into("alternative")
        .set("id", id)
        .set("plan_id", plan_id)
        .set("number", draft.number)
        .words("name", &draft.name)
        .words("summary", &draft.summary)
        .words("setup", &draft.setup)
        .words("pace", &draft.pace)
        .words("effect", &draft.effect)
        .set("source", "")
        .set("version", 1)
        .run(tx)
        .await?;
    write_points(tx, id, draft.points.iter().cloned()).await?;
    findable(tx, plan_id).await?;
    tx.record(Line::new(Kind::Alternative, id, Some(unit), "created").version(1).after(told(draft)));
    Ok(id)
}

/// Saves a changed alternative; texts that were not touched keep their other languages.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(
    tx: &Tx,
    plan: &Granted<(PlanId, UnitId)>,
    known: &Alternative,
    version: i64,
    draft: &AlternativeDraft,
) -> Result<i64, Error> {
    let version = Update::of("alternative")
        .set("number", draft.number)
        .words("name", &draft.name)
        .words("summary", &draft.summary)
        .words("setup", &draft.setup)
        .words("pace", &draft.pace)
        .words("effect", &draft.effect)
        .versioned(tx, known.id, version)
        .await?;
    write_points(tx, known.id, draft.points.iter().cloned()).await?;
    for kind in PointKind::ALL {
        let translations = |points: &[(PointKind, Words)]| -> Vec<(Option<String>, Option<String>)> {
            let here = points.iter().filter(|(known, _)| known == kind);
            here.map(|(_, words)| (words.nn.clone(), words.en.clone())).collect()
        };
        if translations(&known.points) != translations(&draft.points) {
            translation::confirm(tx, known.id, &[kind.list().to_owned()]).await?;
        }
    }
    for (kind, locale) in &draft.left_behind {
        translation::mark(tx, known.id, kind.list(), *locale).await?;
    }
    findable(tx, known.plan).await?;
    tx.record(
        Line::new(Kind::Alternative, known.id, Some(plan.1), "edited")
            .version(version)
            .before(told(&AlternativeDraft {
                number: known.number,
                name: known.name.clone(),
                summary: known.summary.clone(),
                setup: known.setup.clone(),
                pace: known.pace.clone(),
                effect: known.effect.clone(),
                points: known.points.clone(),
                left_behind: Vec::new(),
            }))
            .after(told(draft)),
    );
    Ok(version)
}

/// Whether people have changed an alternative since it came from a content file.
pub async fn is_changed(db: &impl Read, id: AlternativeId) -> Result<bool, Error> {
    let sql = "select count(*) as n from alternative where id = $1 and version > 1";
    Ok(0 < db.number(sql, values![id]).await?)
}

/// Keeps an alternative that a content file holds; the same again changes nothing.
pub async fn put(tx: &Tx, code: &str, alternative: &Alternative) -> Result<(), Error> {
    Insert::into("alternative")
        .set("id", alternative.id)
        .set("plan_id", alternative.plan)
        .set("code", code)
        .set("number", alternative.number)
        .words("name", &alternative.name)
        .words("summary", &alternative.summary)
        .words("setup", &alternative.setup)
        .words("pace", &alternative.pace)
        .words("effect", &alternative.effect)
        .set("votes_stated", alternative.votes_stated)
        .set("source", &alternative.source)
        .set("version", alternative.version)
        .or_replace("id")
        .run(tx)
        .await?;
    write_points(tx, alternative.id, alternative.points.iter().cloned()).await?;
    findable(tx, alternative.plan).await
}

/// Lets a plan's alternatives be found by whoever may find the plan.
pub(super) async fn findable(tx: &Tx, plan: PlanId) -> Result<(), Error> {
    let sql = "select unit_id, open from plan where id = $1";
    let of = |row: &Row| Ok((row.get::<UnitId>("unit_id")?, row.get::<bool>("open")?));
    let Some((unit, open)) = tx.one(sql, values![plan], of).await? else { return Ok(()) };
    for alternative in list(tx, plan).await? {
        let entry = Entry {
            id: alternative.id.uuid(),
            kind: "alternative",
            unit: Some(unit),
            href: format!("/plans/{plan}/alternatives"),
            title: alternative.name,
            detail: String::new(),
            text: format!("{} {}", alternative.number, alternative.summary.all()),
            open,
        };
        search::put(tx, entry).await?;
    }
    Ok(())
}

async fn write_points(
    tx: &Tx,
    id: AlternativeId,
    points: impl Iterator<Item = (PointKind, Words)>,
) -> Result<(), Error> {
    Delete::from(tx, "alternative_point", "alternative_id", id).await?;
    for (ord, (kind, words)) in (0_i64..).zip(points) {
        Insert::into("alternative_point")
            .set("alternative_id", id)
            .set("kind", kind.name())
            .set("ord", ord)
            .words("body", &words)
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Plans of these units whose alternatives wait for this person's vote: there is a choice between
/// them, nobody has decided, no document tells that the vote was held elsewhere, and this person has
/// not voted.
pub async fn to_vote(
    db: &impl Read,
    units: &[UnitId],
    person: PersonId,
) -> Result<Vec<(PlanId, UnitId, Words)>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![person];
    let places = super::places(units, &mut values);
    let sql = format!(
        "select p.id, p.unit_id, p.name, p.name_nn, p.name_en from plan p
         where p.unit_id in ({places}) and p.state <> 'closed'
           and (select count(*) from alternative a where a.plan_id = p.id) > 1
           and not exists (select 1 from alternative a where a.plan_id = p.id and a.votes_stated is not null)
           and not exists (select 1 from alternative_decision d where d.plan_id = p.id)
           and not exists (select 1 from vote v where v.plan_id = p.id and v.voter = $1 and v.withdrawn_at is null)
         order by p.name, p.id limit 100"
    );
    db.all(&sql, values, |row| Ok((row.get("id")?, row.get("unit_id")?, row.words("name")?))).await
}

/// The votes that count, oldest first.
pub async fn votes(db: &impl Read, plan: PlanId) -> Result<Vec<Vote>, Error> {
    let sql = "select * from vote where plan_id = $1 and withdrawn_at is null order by cast_at, id";
    db.all(sql, values![plan], |row| {
        Ok(Vote {
            id: row.get("id")?,
            alternative: row.get("alternative_id")?,
            voter: row.get("voter")?,
            seat: row.get("seat")?,
            statement: row.get("statement")?,
            reservation: row.get("reservation")?,
            at: row.get("cast_at")?,
        })
    })
    .await
}

/// What someone votes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballot {
    /// The alternative; none to abstain.
    pub alternative: Option<AlternativeId>,
    /// For whom or in which seat.
    pub seat: String,
    /// Why.
    pub statement: String,
    /// What the voter takes exception to.
    pub reservation: String,
}

/// Casts the granted person's vote; an earlier one is taken back and stays to be read.
pub async fn vote(tx: &Tx, plan: &Granted<(PlanId, UnitId)>, ballot: &Ballot) -> Result<VoteId, Error> {
    let (plan_id, unit) = **plan;
    let voter = super::person(plan.by()).ok_or(Error::Forbidden)?;
    let former = take_back(tx, plan_id, voter).await?;
    let id: VoteId = tx.new_id()?;
    Insert::into("vote")
        .set("id", id)
        .set("plan_id", plan_id)
        .set("alternative_id", ballot.alternative)
        .set("voter", voter)
        .set("seat", &ballot.seat)
        .set("statement", &ballot.statement)
        .set("reservation", &ballot.reservation)
        .set("cast_at", tx.now())
        .run(tx)
        .await?;
    tx.record(
        // On the plan, as taking the vote back is: there its history is read.
        Line::new(Kind::Alternative, plan_id, Some(unit), "voted")
            .before(former.as_ref().map_or(Json::Null, told_ballot))
            .after(told_ballot(ballot))
            .why(ballot.statement.as_str()),
    );
    Ok(id)
}

/// Takes the granted person's vote back; says whether there was one.
pub async fn withdraw(tx: &Tx, plan: &Granted<(PlanId, UnitId)>) -> Result<bool, Error> {
    let voter = super::person(plan.by()).ok_or(Error::Forbidden)?;
    let taken = take_back(tx, plan.0, voter).await?;
    if let Some(ballot) = &taken {
        let line = Line::new(Kind::Alternative, plan.0, Some(plan.1), "vote_withdrawn");
        tx.record(line.before(told_ballot(ballot)).after(told_ballot(&Ballot::default())));
    }
    Ok(taken.is_some())
}

/// Takes back the vote of someone that counts, and gives it.
async fn take_back(tx: &Tx, plan: PlanId, voter: PersonId) -> Result<Option<Ballot>, Error> {
    let counts = "plan_id = $1 and voter = $2 and withdrawn_at is null";
    let sql = format!("select alternative_id, seat, statement, reservation from vote where {counts}");
    let read = |row: &Row| {
        Ok(Ballot {
            alternative: row.get("alternative_id")?,
            seat: row.get("seat")?,
            statement: row.get("statement")?,
            reservation: row.get("reservation")?,
        })
    };
    let former = tx.one(&sql, values![plan, voter], read).await?;
    tx.run(&format!("update vote set withdrawn_at = $3 where {counts}"), values![plan, voter, tx.now()]).await?;
    Ok(former)
}

fn told_ballot(ballot: &Ballot) -> Json {
    json!({
        "alternative": ballot.alternative.map(|id| id.to_string()), "seat": ballot.seat,
        "statement": ballot.statement, "reservation": ballot.reservation,
    })
}

/// What was decided, if it has been.
pub async fn choice(db: &impl Read, plan: PlanId) -> Result<Option<Choice>, Error> {
    db.one("select * from alternative_decision where plan_id = $1", values![plan], |row| {
        Ok(Choice {
            alternative: row.get("alternative_id")?,
            reasons: row.get("reasons")?,
            at: row.get("decided_at")?,
            by: row.get("decided_by")?,
        })
    })
    .await
}

/// Decides for an alternative.
///
/// # Errors
///
/// [`Error::Stale`] when someone else decided first.
pub async fn decide(
    tx: &Tx,
    plan: &Granted<(PlanId, UnitId)>,
    alternative: AlternativeId,
    reasons: &str,
) -> Result<(), Error> {
    let (plan_id, unit) = **plan;
    let decided = Insert::into("alternative_decision")
        .set("plan_id", plan_id)
        .set("alternative_id", alternative)
        .set("reasons", reasons)
        .set("decided_at", tx.now())
        .set("decided_by", super::person(plan.by()))
        .run(tx)
        .await;
    match decided {
        Err(error) if error.is_duplicate() => return Err(Error::Stale),
        other => other?,
    }
    tx.record(Line::new(Kind::Alternative, alternative, Some(unit), "decided").why(reasons));
    Ok(())
}

/// What the history keeps of an alternative: its texts and every point for and against it.
fn told(draft: &AlternativeDraft) -> Json {
    let points = |kind: PointKind| -> Vec<Json> {
        let here = draft.points.iter().filter(|(known, _)| *known == kind);
        here.map(|(_, words)| all_languages(words)).collect()
    };
    let mut told = json!({
        "number": draft.number, "name": all_languages(&draft.name), "summary": all_languages(&draft.summary),
        "setup": all_languages(&draft.setup), "pace": all_languages(&draft.pace),
        "effect": all_languages(&draft.effect),
    });
    if let Some(told) = told.as_object_mut() {
        told.extend(PointKind::ALL.iter().map(|kind| (kind.list().to_owned(), points(*kind).into())));
    }
    told
}

fn read(row: &Row) -> Result<Alternative, Error> {
    Ok(Alternative {
        id: row.get("id")?,
        plan: row.get("plan_id")?,
        number: row.get("number")?,
        name: row.words("name")?,
        summary: row.words("summary")?,
        setup: row.words("setup")?,
        pace: row.words("pace")?,
        effect: row.words("effect")?,
        votes_stated: row.get("votes_stated")?,
        source: row.get("source")?,
        points: Vec::new(),
        version: row.get("version")?,
    })
}
