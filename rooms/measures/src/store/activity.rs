//! Steps under a measure.

use std::collections::HashMap;

use varde_kernel::access::{self, Action, Actor, Granted, Kind};
use varde_kernel::{ActivityId, ActorId, MeasureId, UnitTree};
use varde_store::history::Line;
use varde_store::{Delete, Error, Insert, Json, Read, Row, Tx, Update, all_languages, json, search, states, values};

use super::{PART, link, places, resources, set_means, shown_by, target};
use crate::model::{Activity, Measure, ScopeChange};

/// An activity with its measure, when the actor may do `action` to the measure.
///
/// # Errors
///
/// [`Error::NotFound`] and [`Error::Forbidden`], as much as the actor may know.
pub async fn activity(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: ActivityId,
    action: Action,
) -> Result<(Granted<Activity>, Measure), Error> {
    let found = db.one("select * from activity where id = $1", values![id], read).await?;
    let mut activity = found.ok_or(Error::NotFound)?;
    add_contributors(db, std::slice::from_mut(&mut activity)).await?;
    let measure = super::open(db, actor, tree, activity.measure, action).await?;
    let on = target(tree, &measure);
    Ok((access::grant(actor, action, &on, activity)?, measure.into_inner()))
}

/// A new activity, with the proof that its measure may be edited.
pub fn propose_activity(measure: Granted<Measure>, activity: Activity) -> Granted<Activity> {
    measure.map(|_| activity)
}

/// A measure's activities, in order.
pub async fn activities_of(db: &impl Read, measure: MeasureId) -> Result<Vec<Activity>, Error> {
    activities_of_many(db, &[measure]).await
}

/// The activities of several measures, each measure's in order.
pub async fn activities_of_many(db: &impl Read, measures: &[MeasureId]) -> Result<Vec<Activity>, Error> {
    let mut found = Vec::new();
    for part in measures.chunks(PART) {
        let mut values = Vec::new();
        let places = places(part, &mut values);
        let sql = format!("select * from activity where measure_id in ({places}) order by measure_id, ord, id");
        found.extend(db.all(&sql, values, read).await?);
    }
    add_contributors(db, &mut found).await?;
    Ok(found)
}

/// Tells who takes part in each of these activities.
async fn add_contributors(db: &impl Read, activities: &mut [Activity]) -> Result<(), Error> {
    let ids: Vec<ActivityId> = activities.iter().map(|activity| activity.id).collect();
    let mut taking_part: HashMap<ActivityId, Vec<ActorId>> = HashMap::new();
    for part in ids.chunks(PART) {
        let mut values = Vec::new();
        let places = places(part, &mut values);
        let sql = format!(
            "select activity_id, actor_id from activity_actor where activity_id in ({places})
             order by activity_id, ord, actor_id"
        );
        for (activity, actor) in db.all(&sql, values, |row| Ok((row.get("activity_id")?, row.get("actor_id")?))).await?
        {
            taking_part.entry(activity).or_default().push(actor);
        }
    }
    for activity in activities {
        activity.contributors = taking_part.remove(&activity.id).unwrap_or_default();
    }
    Ok(())
}

/// Ties an activity to exactly these contributors; its lead is in the activity itself.
pub(super) async fn replace_contributors(tx: &Tx, activity: &Activity) -> Result<(), Error> {
    Delete::from(tx, "activity_actor", "activity_id", activity.id).await?;
    let others = activity.contributors.iter().filter(|actor| Some(**actor) != activity.lead);
    for (ord, actor) in (0_i64..).zip(others) {
        Insert::into("activity_actor")
            .set("activity_id", activity.id)
            .set("actor_id", *actor)
            .set("ord", ord)
            .or_replace("activity_id, actor_id")
            .run(tx)
            .await?;
    }
    Ok(())
}

pub(super) fn read(row: &Row) -> Result<Activity, Error> {
    Ok(Activity {
        id: row.get("id")?,
        code: row.get("code")?,
        measure: row.get("measure_id")?,
        letter: row.get("letter")?,
        ord: row.get("ord")?,
        title: row.words("title")?,
        detail: row.words("detail")?,
        kind: row.parse("kind")?,
        state: row.parse("state")?,
        starts: row.get("starts")?,
        due: row.get("due")?,
        ended: row.get("ended")?,
        lead: row.get("lead_actor")?,
        contributors: Vec::new(),
        resources: resources(row)?,
        shown_by: shown_by(row)?,
        owner: row.get("owner_person")?,
        unit: row.get("unit_id")?,
        stated_in: row.get::<Option<i64>>("stated_in")?.and_then(|year| i16::try_from(year).ok()),
        version: row.get("version")?,
    })
}

/// Writes a new activity at the end of its measure.
pub async fn insert_activity(tx: &Tx, activity: &Granted<Activity>, measure: &Measure) -> Result<(), Error> {
    let last = "select coalesce(max(ord), 0) as n from activity where measure_id = $1";
    let ord = tx.number(last, values![measure.id]).await? + 1;
    write_new(tx, &Activity { ord, ..Activity::clone(activity) }).await?;
    tx.record(Line::new(Kind::Measure, activity.id, Some(measure.unit), "created").version(1).after(told(activity)));
    tx.record(
        Line::new(Kind::Measure, measure.id, Some(measure.unit), "activity_added")
            .after(json!({ "activity": all_languages(&activity.title) })),
    );
    findable(tx, activity, measure).await
}

pub(super) async fn write_new(tx: &Tx, activity: &Activity) -> Result<(), Error> {
    set_means!(Insert::into("activity"), activity)
        .set("id", activity.id)
        .set("code", activity.code.as_deref())
        .set("measure_id", activity.measure)
        .set("letter", activity.letter.as_deref())
        .set("ord", activity.ord)
        .words("title", &activity.title)
        .words("detail", &activity.detail)
        .set("kind", activity.kind.name())
        .set("state", activity.state.name())
        .set("starts", activity.starts)
        .set("due", activity.due)
        .set("ended", activity.ended)
        .set("lead_actor", activity.lead)
        .set("owner_person", activity.owner)
        .set("unit_id", activity.unit)
        .set("stated_in", activity.stated_in.map(i64::from))
        .set("version", activity.version)
        .run(tx)
        .await?;
    replace_contributors(tx, activity).await?;
    states::note(tx, activity.id, activity.state.name()).await
}

/// Saves an activity over the version that was read, with what changed of its frame; returns the new version.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save_activity(
    tx: &Tx,
    before: &Granted<Activity>,
    after: &Activity,
    measure: &Measure,
    scope: &[ScopeChange],
    why: &str,
) -> Result<i64, Error> {
    let version = set_means!(Update::of("activity"), after)
        .words("title", &after.title)
        .words("detail", &after.detail)
        .set("kind", after.kind.name())
        .set("state", after.state.name())
        .set("starts", after.starts)
        .set("due", after.due)
        .set("ended", after.ended)
        .set("lead_actor", after.lead)
        .set("owner_person", after.owner)
        .set("unit_id", after.unit)
        // Somebody who knows has told how it stands.
        .set("stated_in", None::<i64>)
        .versioned(tx, before.id, before.version)
        .await?;
    replace_contributors(tx, after).await?;
    for change in scope {
        link::write_scope(tx, measure.id, change).await?;
    }
    states::note(tx, after.id, after.state.name()).await?;
    let action = if before.state == after.state { "edited" } else { "state_changed" };
    tx.record(
        Line::new(Kind::Measure, after.id, Some(measure.unit), action)
            .version(version)
            .before(told(before))
            .after(told(after))
            .why(why),
    );
    if before.state != after.state {
        tx.record(
            Line::new(Kind::Measure, measure.id, Some(measure.unit), "activity_moved")
                .after(json!({ "activity": all_languages(&after.title), "state": after.state.name() }))
                .why(why),
        );
    }
    findable(tx, after, measure).await?;
    Ok(version)
}

pub(super) async fn findable(tx: &Tx, activity: &Activity, measure: &Measure) -> Result<(), Error> {
    let entry = search::Entry {
        id: activity.id.uuid(),
        kind: "activity",
        unit: Some(measure.unit),
        href: format!("/activities/{}", activity.id),
        title: activity.title.clone(),
        detail: measure.title.nb.clone(),
        text: activity.detail.all(),
        open: measure.open,
    };
    search::put(tx, entry).await
}

fn told(activity: &Activity) -> Json {
    json!({
        "title": all_languages(&activity.title),
        "detail": all_languages(&activity.detail),
        "kind": activity.kind.name(),
        "state": activity.state.name(),
        "starts": activity.starts.map(|day| day.to_string()),
        "due": activity.due.map(|day| day.to_string()),
        "ended": activity.ended.map(|day| day.to_string()),
        "lead_actor": activity.lead.map(|id| id.to_string()),
        "contributors": activity.contributors.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "resources": activity.resources.text,
        "resources_hours": activity.resources.hours,
        "resources_nok": activity.resources.nok,
        "budget_year": activity.resources.budget_year,
        "evidence_text": activity.shown_by.text,
        "evidence_href": activity.shown_by.href,
        "owner_person": activity.owner.map(|id| id.to_string()),
        "unit_id": activity.unit.map(|id| id.to_string()),
    })
}
