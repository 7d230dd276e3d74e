//! Yearly wheels, their duties and signatures in the database.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Target};
use varde_kernel::{PersonId, UnitId, UnitTree, WheelStepId};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, all_languages, json, values};

use crate::model::followup::wheel::{Duty, Phase, SignOff, StepDraft, StepState, WheelStep};

/// The unit's wheel, opened for `action`.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub fn open_unit(actor: &Actor, tree: &UnitTree, unit: UnitId, action: Action) -> Result<Granted<UnitId>, Error> {
    if tree.get(unit).is_none() {
        return Err(Error::NotFound);
    }
    Ok(access::grant(actor, action, &Target::open(Kind::Wheel, super::line_of(tree, unit)), unit)?)
}

/// A step, opened for `action`.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: WheelStepId,
    action: Action,
) -> Result<Granted<WheelStep>, Error> {
    let step = db.one("select * from wheel_step where id = $1", values![id], read).await?.ok_or(Error::NotFound)?;
    let target = Target::open(Kind::Wheel, super::line_of(tree, step.unit));
    Ok(access::grant(actor, action, &target, step)?)
}

/// A unit's steps of a year, by phase and day.
pub async fn list(db: &impl Read, unit: UnitId, year: i16) -> Result<Vec<WheelStep>, Error> {
    let sql = "select * from wheel_step where unit_id = $1 and year = $2
               order by case when due is null then 1 else 0 end, due, title, id";
    db.all(sql, values![unit, i64::from(year)], read).await
}

/// Open steps of these units, or of this person anywhere, that are due on `until` or before, for
/// "my work".
pub async fn due(
    db: &impl Read,
    units: &[UnitId],
    person: Option<PersonId>,
    until: Date,
) -> Result<Vec<WheelStep>, Error> {
    let mut values = values![until, person];
    let places = super::places(units, &mut values);
    let here = if units.is_empty() { String::new() } else { format!(" or unit_id in ({places})") };
    let sql = format!(
        "select * from wheel_step where state = 'open' and due <= $1 and (owner_person = $2{here})
         order by due, title, id limit 500"
    );
    db.all(&sql, values, read).await
}

/// The regulation's duties.
pub async fn duties(db: &impl Read) -> Result<Vec<Duty>, Error> {
    db.all("select * from wheel_duty order by ord, code", vec![], |row| {
        Ok(Duty {
            code: row.get("code")?,
            phase: row.parse("phase")?,
            month: i8::try_from(row.get::<i64>("month")?).unwrap_or(12),
            regulation: row.get("regulation")?,
            title: row.words("title")?,
            help: row.words("help")?,
        })
    })
    .await
}

/// Keeps a duty of the regulation; the same code again brings it up to date.
pub async fn put_duty(tx: &Tx, ord: i64, duty: &Duty) -> Result<(), Error> {
    Insert::into("wheel_duty")
        .set("code", &duty.code)
        .set("ord", ord)
        .set("phase", duty.phase.name())
        .set("month", i64::from(duty.month))
        .set("regulation", &duty.regulation)
        .words("title", &duty.title)
        .words("help", &duty.help)
        .or_replace("code")
        .run(tx)
        .await
}

/// A new step of the unit's year.
pub async fn insert(
    tx: &Tx,
    unit: &Granted<UnitId>,
    year: i16,
    draft: &StepDraft,
    duty: Option<&Duty>,
) -> Result<WheelStepId, Error> {
    let id: WheelStepId = tx.new_id()?;
    let (title, help) = match duty {
        Some(duty) => (duty.title.clone(), duty.help.clone()),
        None => (draft.title.clone(), draft.help.clone()),
    };
    Insert::into("wheel_step")
        .set("id", id)
        .set("unit_id", **unit)
        .set("year", i64::from(year))
        .set("phase", draft.phase.name())
        .words("title", &title)
        .words("help", &help)
        .set("duty", duty.map(|duty| duty.code.as_str()))
        .set("regulation", draft.regulation.as_deref())
        .set("due", draft.due)
        .set("owner_person", draft.owner_person)
        .set("owner_role", draft.owner_role.map(access::Role::name))
        .set("state", StepState::Open.name())
        .set("set_aside", false)
        .set("note", "")
        .set("version", 1)
        .run(tx)
        .await?;
    tx.record(Line::new(Kind::Wheel, id, Some(**unit), "created").version(1).after(told(draft)));
    Ok(id)
}

/// The same steps in the year after, with their words in all languages; those it holds already
/// are left alone. Returns how many were added.
pub async fn copy(tx: &Tx, unit: &Granted<UnitId>, to: i16, steps: &[(WheelStep, StepDraft)]) -> Result<usize, Error> {
    let known = list(tx, **unit, to).await?;
    let mut added = 0;
    for (step, draft) in steps {
        let same = |other: &WheelStep| match (&step.duty, &other.duty) {
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => other.title == step.title && other.phase == step.phase,
        };
        if known.iter().any(same) {
            continue;
        }
        let words = Duty {
            code: step.duty.clone().unwrap_or_default(),
            phase: step.phase,
            month: 1,
            regulation: step.regulation.clone().unwrap_or_default(),
            title: step.title.clone(),
            help: step.help.clone(),
        };
        let id = insert(tx, unit, to, draft, Some(&words)).await?;
        if step.duty.is_none() {
            tx.run("update wheel_step set duty = null where id = $1", values![id]).await?;
        }
        added += 1;
    }
    Ok(added)
}

/// Saves a changed step; returns its new version.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(tx: &Tx, step: &Granted<WheelStep>, version: i64, draft: &StepDraft) -> Result<i64, Error> {
    let version = Update::of("wheel_step")
        .set("phase", draft.phase.name())
        .words("title", &draft.title)
        .words("help", &draft.help)
        .set("regulation", draft.regulation.as_deref())
        .set("due", draft.due)
        .set("owner_person", draft.owner_person)
        .set("owner_role", draft.owner_role.map(access::Role::name))
        .versioned(tx, step.id, version)
        .await?;
    let before = StepDraft {
        phase: step.phase,
        title: step.title.clone(),
        help: step.help.clone(),
        regulation: step.regulation.clone(),
        due: step.due,
        owner_person: step.owner_person,
        owner_role: step.owner_role,
    };
    tx.record(
        Line::new(Kind::Wheel, step.id, Some(step.unit), "edited")
            .version(version)
            .before(told(&before))
            .after(told(draft)),
    );
    Ok(version)
}

/// Marks a step as done or as of no concern to the unit, or opens it again.
pub async fn set_state(
    tx: &Tx,
    step: &Granted<WheelStep>,
    version: i64,
    state: StepState,
    note: &str,
) -> Result<i64, Error> {
    let done = state == StepState::Done;
    let over = if state == StepState::Open { StepState::Open } else { StepState::Done };
    let action = match state {
        StepState::Done => "done",
        StepState::Open => "reopened",
        StepState::SetAside => "set_aside",
    };
    let version = Update::of("wheel_step")
        .set("state", over.name())
        .set("set_aside", state == StepState::SetAside)
        .set("done_at", done.then(|| tx.now()))
        .set("done_by", if done { super::person(step.by()) } else { None })
        .set("note", note)
        .versioned(tx, step.id, version)
        .await?;
    tx.record(
        Line::new(Kind::Wheel, step.id, Some(step.unit), action)
            .version(version)
            .before(json!({ "state": step.state.name() }))
            .after(json!({ "state": state.name() }))
            .why(note),
    );
    Ok(version)
}

/// Signs a phase: records the open points and adds a step for each that follows it up.
pub async fn sign(
    tx: &Tx,
    unit: &Granted<UnitId>,
    year: i16,
    phase: Phase,
    note: &str,
    open: &[(WheelStep, StepDraft)],
) -> Result<(), Error> {
    Insert::into("wheel_sign")
        .set("unit_id", **unit)
        .set("year", i64::from(year))
        .set("phase", phase.name())
        .set("signed_at", tx.now())
        .set("signed_by", super::person(unit.by()))
        .set("note", note)
        .run(tx)
        .await?;
    for (step, follow) in open {
        let follow_id = insert(tx, unit, year, follow, None).await?;
        Insert::into("wheel_sign_point")
            .set("unit_id", **unit)
            .set("year", i64::from(year))
            .set("phase", phase.name())
            .set("signed_at", tx.now())
            .set("step_id", step.id)
            .set("follow_id", follow_id)
            .run(tx)
            .await?;
    }
    let points: Vec<Json> = open.iter().map(|(step, _)| all_languages(&step.title)).collect();
    tx.record(
        Line::new(Kind::Wheel, **unit, Some(**unit), "signed")
            .after(json!({ "year": year, "phase": phase.name(), "open": points }))
            .why(note),
    );
    Ok(())
}

/// The signatures under a unit's year, newest first.
pub async fn signatures(db: &impl Read, unit: UnitId, year: i16) -> Result<Vec<SignOff>, Error> {
    let sql = "select * from wheel_sign where unit_id = $1 and year = $2 order by signed_at desc, phase";
    let mut signs = db
        .all(sql, values![unit, i64::from(year)], |row| {
            Ok(SignOff {
                phase: row.parse("phase")?,
                at: row.get("signed_at")?,
                by: row.get("signed_by")?,
                note: row.get("note")?,
                points: Vec::new(),
            })
        })
        .await?;
    let sql = "select p.phase, p.signed_at, p.step_id, p.follow_id, s.title, s.title_nn, s.title_en
               from wheel_sign_point p join wheel_step s on s.id = p.step_id
               where p.unit_id = $1 and p.year = $2 order by s.title, p.step_id";
    let points = db
        .all(sql, values![unit, i64::from(year)], |row| {
            let place: (Phase, Timestamp) = (row.parse("phase")?, row.get("signed_at")?);
            Ok((place, (row.get("step_id")?, row.words("title")?, row.get("follow_id")?)))
        })
        .await?;
    for ((phase, at), point) in points {
        if let Some(sign) = signs.iter_mut().find(|sign| sign.phase == phase && sign.at == at) {
            sign.points.push(point);
        }
    }
    Ok(signs)
}

fn told(draft: &StepDraft) -> Json {
    json!({
        "phase": draft.phase.name(), "title": all_languages(&draft.title), "help": all_languages(&draft.help),
        "regulation": draft.regulation, "due": draft.due.map(|due| due.to_string()),
        "owner_person": draft.owner_person.map(|person| person.to_string()),
        "owner_role": draft.owner_role.map(access::Role::name),
    })
}

fn read(row: &Row) -> Result<WheelStep, Error> {
    Ok(WheelStep {
        id: row.get("id")?,
        unit: row.get("unit_id")?,
        year: i16::try_from(row.get::<i64>("year")?).map_err(|_| Error::Column { column: "year".into() })?,
        phase: row.parse("phase")?,
        title: row.words("title")?,
        help: row.words("help")?,
        duty: row.get("duty")?,
        regulation: row.get("regulation")?,
        due: row.get("due")?,
        owner_person: row.get("owner_person")?,
        owner_role: row.parse_opt("owner_role")?,
        // What is set aside is over; the older column knows of open and done alone.
        state: if row.get("set_aside")? { StepState::SetAside } else { row.parse("state")? },
        done_at: row.get("done_at")?,
        note: row.get("note")?,
        version: row.get("version")?,
    })
}
