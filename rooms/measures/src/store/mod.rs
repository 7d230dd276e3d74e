//! Everything the room reads and writes.

mod activity;
mod content;
mod finding;
pub(crate) mod hanging;
mod link;
mod list;
mod stood;
mod work;

use std::sync::Arc;

use varde_kernel::access::{self, Action, Actor, Granted, Kind, Target};
use varde_kernel::{Id, MeasureId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, Value, all_languages, json, search, states, values};

use crate::model::{Decision, DecisionKind, Links, Measure, MeasureState, Resources, ScopeChange, ShownBy};

pub use activity::{activities_of, activities_of_many, activity, insert_activity, propose_activity, save_activity};
pub use content::{ContentActivity, ContentFinding, ContentMeasure, put_content, put_finding, put_tag};
pub use finding::{
    FindingFilter, count_findings, evidence_of, findings, findings_among, findings_of_measure, findings_resting_on,
    insert_finding, measures_of_finding, n_measures_of, open_finding, open_findings_of_unit, propose_finding,
    save_finding,
};
pub use link::{
    actors_of_many, decisions_of, drop_tag, inferred_tags_of, links_of, n_tagged_with, put_uptake, record_scope,
    scope_changes_of, tags, tags_of, tags_of_many, uptake, uptakes_of, uptakes_of_unit,
};
pub use list::{
    Filter, ListedMeasure, Progress, Sort, count, counts, list, overdue_below, progress_of_many, tagged_pairs,
};
pub use stood::{Stood, stood};
pub use work::{Due, DueKind, Whose, due_of, owed_effects, start_reminders, unclear};

/// The unit and what is above it. A unit that is gone today keeps itself alone, so that nobody
/// gets in by holding a role somewhere else.
pub fn line_of(tree: &UnitTree, unit: UnitId) -> Arc<[UnitId]> {
    let line = tree.line(unit);
    if line.is_empty() { Arc::from([unit]) } else { line }
}

/// A measure as the policy sees it.
pub fn target(tree: &UnitTree, measure: &Measure) -> Target {
    let line = line_of(tree, measure.unit);
    if measure.open { Target::open(Kind::Measure, line) } else { Target::internal(Kind::Measure, line) }
}

/// A measure, when the actor may do `action` to it.
///
/// # Errors
///
/// [`Error::NotFound`] and [`Error::Forbidden`], as much as the actor may know.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: MeasureId,
    action: Action,
) -> Result<Granted<Measure>, Error> {
    let measure = get(db, id).await?.ok_or(Error::NotFound)?;
    let on = target(tree, &measure);
    Ok(access::grant(actor, action, &on, measure)?)
}

/// A new measure, when the actor may make one on its unit.
///
/// # Errors
///
/// [`Error::Forbidden`] and [`Error::NotFound`].
pub fn propose(actor: &Actor, tree: &UnitTree, measure: Measure) -> Result<Granted<Measure>, Error> {
    let on = target(tree, &measure);
    Ok(access::grant(actor, Action::Create, &on, measure)?)
}

async fn get(db: &impl Read, id: MeasureId) -> Result<Option<Measure>, Error> {
    db.one("select * from measure where id = $1", values![id], read).await
}

/// Measures by id, in no order; those that do not exist are left out. For rooms that have already
/// checked what they show.
pub async fn many(db: &impl Read, ids: &[MeasureId]) -> Result<Vec<Measure>, Error> {
    let mut found = Vec::new();
    for part in ids.chunks(PART) {
        let mut values = Vec::new();
        let places = places(part, &mut values);
        found.extend(db.all(&format!("select * from measure where id in ({places})"), values, read).await?);
    }
    Ok(found)
}

/// A unit's own measures, by number and name.
pub async fn of_unit(db: &impl Read, unit: UnitId) -> Result<Vec<Measure>, Error> {
    let sql = "select * from measure where unit_id = $1 order by coalesce(number, 1000000), title, id";
    db.all(sql, values![unit], read).await
}

/// How many ids go into one statement.
pub(crate) const PART: usize = 400;

/// `$n, $n+1 …` for ids that are appended to `values`.
pub(crate) fn places<K>(ids: &[Id<K>], values: &mut Vec<Value>) -> String {
    varde_store::places(ids.iter().copied(), values)
}

pub(crate) fn read(row: &Row) -> Result<Measure, Error> {
    Ok(Measure {
        id: row.get("id")?,
        code: row.get("code")?,
        number: row.get("number")?,
        unit: row.get("unit_id")?,
        title: row.words("title")?,
        detail: row.words("detail")?,
        problem: row.get("problem")?,
        state: row.parse("state")?,
        lead: row.get("lead_actor")?,
        owner: row.get("owner_person")?,
        adopted: row.get("adopted")?,
        starts: row.get("starts")?,
        due: row.get("due")?,
        ended: row.get("ended")?,
        scaled_up: row.get("scaled_up")?,
        effect: crate::model::Effect {
            indicator: row.get("effect_indicator")?,
            series: row.get("effect_series")?,
            direction: row.parse_opt("effect_direction")?,
            size: row.get("effect_size")?,
            by: row.get("effect_by")?,
            text: row.words("effect_text")?,
        },
        resources: resources(row)?,
        evidence: row.parse("evidence_level")?,
        shown_by: shown_by(row)?,
        result: row.get("result")?,
        source: row.get("source")?,
        open: row.get("open")?,
        version: row.get("version")?,
    })
}

/// What is set aside for a measure or an activity.
fn resources(row: &Row) -> Result<Resources, Error> {
    Ok(Resources {
        text: row.get("resources")?,
        hours: row.get("resources_hours")?,
        nok: row.get("resources_nok")?,
        budget_year: row.get::<Option<i64>>("budget_year")?.and_then(|year| i16::try_from(year).ok()),
    })
}

/// The evidence for a measure or an activity.
fn shown_by(row: &Row) -> Result<ShownBy, Error> {
    Ok(ShownBy { text: row.get("evidence_text")?, href: row.get("evidence_href")? })
}

macro_rules! set_means {
    ($row:expr, $thing:expr) => {
        $row.set("resources", &$thing.resources.text)
            .set("resources_hours", $thing.resources.hours)
            .set("resources_nok", $thing.resources.nok)
            .set("budget_year", $thing.resources.budget_year.map(i64::from))
            .set("evidence_text", &$thing.shown_by.text)
            .set("evidence_href", $thing.shown_by.href.as_deref())
    };
}
use set_means;

/// Lower-cased words to look through: both databases lower-case ASCII alone.
pub(crate) fn find_text(title: &Words, detail: &Words) -> String {
    format!("{} {}", title.all(), detail.all()).to_lowercase()
}

macro_rules! set_measure {
    ($row:expr, $measure:expr) => {
        set_means!($row, $measure)
            .words("title", &$measure.title)
            .words("detail", &$measure.detail)
            .set("problem", &$measure.problem)
            .set("number", $measure.number)
            .set("state", $measure.state.name())
            .set("lead_actor", $measure.lead)
            .set("owner_person", $measure.owner)
            .set("adopted", $measure.adopted)
            .set("starts", $measure.starts)
            .set("due", $measure.due)
            .set("ended", $measure.ended)
            .set("scaled_up", $measure.scaled_up)
            .set("effect_indicator", $measure.effect.indicator)
            .set("effect_series", $measure.effect.series)
            .set("effect_direction", $measure.effect.direction.map(|way| way.name()))
            .set("effect_size", $measure.effect.size)
            .set("effect_by", $measure.effect.by)
            .words("effect_text", &$measure.effect.text)
            .set("evidence_level", $measure.evidence.name())
            .set("result", &$measure.result)
            .set("source", $measure.source.as_deref())
            .set("open", $measure.open)
            .set("find_text", find_text(&$measure.title, &$measure.detail))
    };
}

/// Writes a new measure with what it is tied to.
pub async fn insert(tx: &Tx, measure: &Granted<Measure>, links: &Links) -> Result<(), Error> {
    write_new(tx, measure, None).await?;
    link::replace(tx, measure, links).await?;
    let after = told_with(tx, measure, links).await?;
    tx.record(Line::new(Kind::Measure, measure.id, Some(measure.unit), "created").version(1).after(after));
    findable(tx, measure).await
}

pub(crate) async fn write_new(tx: &Tx, measure: &Measure, mark: Option<&str>) -> Result<(), Error> {
    let row = Insert::into("measure")
        .set("id", measure.id)
        .set("code", measure.code.as_deref())
        .set("unit_id", measure.unit)
        .set("content_mark", mark)
        .set("version", measure.version);
    set_measure!(row, measure).run(tx).await?;
    states::note(tx, measure.id, measure.state.name()).await
}

/// Saves an edited measure over the version that was read; returns the new version.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(
    tx: &Tx,
    before: &Granted<Measure>,
    after: &Measure,
    links: &Links,
    scope: &[ScopeChange],
) -> Result<i64, Error> {
    let version = write(tx, before, after).await?;
    let former = links_of(tx, after.id).await?;
    let (was, is) = (told_with(tx, before, &former).await?, told_with(tx, after, links).await?);
    link::replace(tx, after, links).await?;
    for change in scope {
        link::write_scope(tx, after.id, change).await?;
    }
    tx.record(
        Line::new(Kind::Measure, after.id, Some(after.unit), "edited")
            .version(version)
            .before(was)
            .after(is)
            .why(scope.first().map(|change| change.cause.clone()).unwrap_or_default()),
    );
    Ok(version)
}

/// Saves a step of the workflow, with the leader's decision when a rule asked for one.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save_step(
    tx: &Tx,
    before: &Granted<Measure>,
    after: &Measure,
    decision: Option<&Decision>,
    why: &str,
) -> Result<i64, Error> {
    let version = write(tx, before, after).await?;
    if let Some(decision) = decision {
        Insert::into("measure_decision")
            .set("id", tx.new_id::<()>()?)
            .set("measure_id", after.id)
            .set("kind", decision.kind.name())
            .set("at", decision.at)
            .set("reason", &decision.reason)
            .set("person", decision.person)
            .run(tx)
            .await?;
    }
    let is_scale_up = decision.is_some_and(|decision| decision.kind == DecisionKind::ScaleUp);
    let action = if is_scale_up { "scaled_up" } else { step_name(after.state) };
    tx.record(
        Line::new(Kind::Measure, after.id, Some(after.unit), action)
            .version(version)
            .before(told(before))
            .after(told(after))
            .why(why),
    );
    Ok(version)
}

async fn write(tx: &Tx, before: &Granted<Measure>, after: &Measure) -> Result<i64, Error> {
    let version = set_measure!(Update::of("measure"), after).versioned(tx, before.id, before.version).await?;
    states::note(tx, after.id, after.state.name()).await?;
    findable(tx, after).await?;
    Ok(version)
}

/// What the history calls the step into a state.
const fn step_name(state: MeasureState) -> &'static str {
    match state {
        MeasureState::Stated => "stated",
        MeasureState::Concrete => "made_concrete",
        MeasureState::Started => "started",
        MeasureState::Running => "running",
        MeasureState::Completed => "completed",
        MeasureState::Evaluated => "evaluated",
        MeasureState::Stopped => "stopped",
    }
}

pub(crate) async fn findable(tx: &Tx, measure: &Measure) -> Result<(), Error> {
    let entry = search::Entry {
        id: measure.id.uuid(),
        kind: "measure",
        unit: Some(measure.unit),
        href: format!("/measures/{}", measure.id),
        title: measure.title.clone(),
        detail: measure.source.clone().unwrap_or_default(),
        text: measure.detail.all(),
        open: measure.open,
    };
    search::put(tx, entry).await
}

/// What the history keeps of a measure.
fn told(measure: &Measure) -> Json {
    json!({
        "title": all_languages(&measure.title),
        "detail": all_languages(&measure.detail),
        "problem": measure.problem,
        "state": measure.state.name(),
        "lead_actor": measure.lead.map(|id| id.to_string()),
        "owner_person": measure.owner.map(|id| id.to_string()),
        "adopted": measure.adopted.map(|day| day.to_string()),
        "starts": measure.starts.map(|day| day.to_string()),
        "due": measure.due.map(|day| day.to_string()),
        "effect_indicator": measure.effect.indicator.map(|id| id.to_string()),
        "effect_direction": measure.effect.direction.map(crate::model::Direction::name),
        "effect_size": measure.effect.size,
        "effect_by": measure.effect.by.map(|day| day.to_string()),
        "effect_text": all_languages(&measure.effect.text),
        "resources": measure.resources.text,
        "resources_hours": measure.resources.hours,
        "resources_nok": measure.resources.nok,
        "budget_year": measure.resources.budget_year,
        "evidence_level": measure.evidence.name(),
        "evidence_text": measure.shown_by.text,
        "evidence_href": measure.shown_by.href,
        "result": measure.result,
        "source": measure.source,
        "ended": measure.ended.map(|day| day.to_string()),
        "open": measure.open,
    })
}

/// The same with what the measure is tied to; tags by name, since they have no page.
async fn told_with(tx: &Tx, measure: &Measure, links: &Links) -> Result<Json, Error> {
    let tags = tags(tx).await?;
    let tags = tags.iter().filter(|tag| links.tags.contains(&tag.part)).map(|tag| all_languages(&tag.title));
    let mut told = told(measure);
    if let Some(told) = told.as_object_mut() {
        told.insert("contributors".to_owned(), json!(texts(&links.contributors)));
        told.insert("tags".to_owned(), tags.collect());
        told.insert("dimensions".to_owned(), links.dimensions.iter().map(|one| json!(one.name())).collect());
        told.insert("findings".to_owned(), json!(texts(&links.findings)));
    }
    Ok(told)
}

fn texts<K>(ids: &[Id<K>]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}
