//! The project's plan files: `content/plans/*.yaml`. Loading the same file again changes nothing;
//! what people have changed since is left as they wrote it.

mod followup;
mod measures;
mod tags;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use varde_kernel::access::Kind;
use varde_kernel::{ActorId, GoalId, IndicatorId, MeasureId, Named, PartId, PlanId, TargetId, UnitId, Words, kind};
use varde_measures::model::Tag;
use varde_measures::store::put_tag;
use varde_store::history::Line;
use varde_store::{Error, Tx, json};

use crate::model::goal::{Aim, Goal, GoalState, Item, Succession, Target, TargetStanding};
use crate::model::plan::{Part, PartKind, Plan, PlanDate, PlanKind, PlanState, PlanText, Source};
use crate::store;

pub use followup::{content_alternatives, content_initiatives, content_wheel};
use measures::{MeasureEntry, measures, written_in};
pub use tags::content_tags;

/// Why a content file was not loaded. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    /// It is no YAML, or not of this form.
    #[error("the file cannot be read: {0}")]
    Yaml(#[from] serde_norway::Error),
    /// An entry says something that cannot be.
    #[error("{code}: {what}")]
    Entry {
        /// The entry's code.
        code: String,
        /// What is wrong.
        what: String,
    },
    /// The database refused.
    #[error(transparent)]
    Store(#[from] Error),
}

fn bad(code: &str, what: impl Into<String>) -> ContentError {
    ContentError::Entry { code: code.to_owned(), what: what.into() }
}

#[derive(Clone, Deserialize, Default)]
struct Text {
    nb: String,
    nn: Option<String>,
    en: Option<String>,
}

fn words(text: Option<Text>) -> Words {
    text.map(|text| Words { nb: text.nb, nn: text.nn, en: text.en }).unwrap_or_default()
}

#[derive(Deserialize, Default)]
struct SourceEntry {
    document: Option<String>,
    place: Option<String>,
}

fn source(entry: Option<SourceEntry>) -> Source {
    entry.map(|entry| Source { document: entry.document, place: entry.place }).unwrap_or_default()
}

#[derive(Deserialize)]
struct File {
    code: String,
    kind: String,
    name: Text,
    vision: Option<Text>,
    purpose: Option<Text>,
    target_group: Option<Text>,
    #[serde(default)]
    overall_goals: Vec<CodedName>,
    follow_up: Option<Text>,
    resources: Option<Text>,
    scope: Option<Text>,
    binding: Option<String>,
    binding_note: Option<Text>,
    #[serde(default)]
    owners: Vec<String>,
    owner_note: Option<Text>,
    commissioned_by: Option<String>,
    period: Option<PeriodEntry>,
    source: Option<SourceEntry>,
    #[serde(default)]
    relations: Vec<RelationEntry>,
    #[serde(default)]
    parts: Vec<PartEntry>,
    #[serde(default)]
    goals: Vec<GoalEntry>,
    #[serde(default)]
    measures: Vec<MeasureEntry>,
    #[serde(default)]
    succession: Vec<SuccessionEntry>,
    #[serde(default)]
    history: Vec<DateEntry>,
    #[serde(default)]
    deadlines: Vec<DateEntry>,
}

#[derive(Deserialize)]
struct CodedName {
    code: String,
    name: Text,
}

#[derive(Deserialize)]
struct PeriodEntry {
    from: Option<Date>,
    to: Option<Date>,
    note: Option<Text>,
}

#[derive(Deserialize)]
struct RelationEntry {
    kind: String,
    to: Option<String>,
    name: Option<Text>,
    note: Option<Text>,
}

#[derive(Deserialize)]
struct PartEntry {
    code: String,
    kind: String,
    order: i64,
    parent: Option<String>,
    name: Text,
    text: Option<Text>,
    actor: Option<String>,
    /// For a focus area: the half of the service that it concerns.
    service: Option<String>,
    attributes: Option<BTreeMap<String, serde_json::Value>>,
    source: Option<SourceEntry>,
}

#[derive(Deserialize)]
struct GoalEntry {
    code: String,
    order: i64,
    name: Text,
    part: Option<String>,
    /// The goal one level up that it serves.
    serves: Option<String>,
    indicator: Option<String>,
    indicator_link: Option<String>,
    #[serde(default)]
    more_indicators: Vec<String>,
    direction: Option<String>,
    scope: Option<Text>,
    data_source: Option<Text>,
    target: Option<TargetEntry>,
    source: Option<SourceEntry>,
}

#[derive(Deserialize)]
struct TargetEntry {
    kind: String,
    change_pct: Option<f64>,
    change_mode: Option<String>,
    value: Option<f64>,
    unit: String,
    baseline: BaselineEntry,
    by: Option<Date>,
    #[serde(default)]
    every_round: bool,
    note: Option<Text>,
    /// Where the number is said, when it is elsewhere than the goal or its baseline.
    source: Option<SourceEntry>,
}

#[derive(Deserialize)]
struct BaselineEntry {
    year: Option<i16>,
    value: Option<f64>,
    status: String,
    source: Option<SourceEntry>,
}

#[derive(Deserialize)]
struct SuccessionEntry {
    from: String,
    to: Option<String>,
    kind: String,
    #[serde(default)]
    inferred: bool,
    note: Option<Text>,
}

#[derive(Deserialize)]
struct DateEntry {
    name: Text,
    date: Option<Date>,
    year: Option<i64>,
    cadence: Option<String>,
}

fn named<T: std::str::FromStr>(code: &str, field: &str, text: &str) -> Result<T, ContentError> {
    text.parse().map_err(|_| bad(code, format!("{field} cannot be `{text}`")))
}

fn named_opt<T: std::str::FromStr>(code: &str, field: &str, text: Option<&str>) -> Result<Option<T>, ContentError> {
    text.map(|text| named(code, field, text)).transpose()
}

/// Loads one plan file. Organisation and actors are loaded before; plans that this one names as
/// taken over from, before it. Returns how many goals, parts and measures it holds.
///
/// # Errors
///
/// [`ContentError`] names the entry that is wrong; nothing of the file is kept then, as long as
/// the caller does not commit.
pub async fn content(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let file: File = serde_norway::from_str(yaml)?;
    let n = file.parts.len() + file.goals.len() + file.overall_goals.len() + file.measures.len();
    let code = file.code.clone();
    let plan_id = PlanId::from_code(&code);
    let known = store::plans::load(tx, plan_id).await?;
    // What people have changed is theirs.
    if known.as_ref().is_some_and(|plan| 1 < plan.version) {
        return Ok(n);
    }
    let fresh = known.is_none();
    let unit = plan(tx, &file).await?;
    relations(tx, plan_id, file.relations, &code).await?;
    let dates: Vec<PlanDate> = [(true, file.history), (false, file.deadlines)]
        .into_iter()
        .flat_map(|(past, entries)| entries.into_iter().map(move |entry| (past, entry)))
        .map(|(past, entry)| PlanDate {
            past,
            date: entry.date,
            year: entry.year,
            cadence: entry.cadence,
            name: words(Some(entry.name)),
        })
        .collect();
    store::plans::put_dates(tx, plan_id, &dates).await?;
    let from = file.period.and_then(|period| period.from);
    // What the plan says of how far things have come holds for the year it is from.
    let year = from.map(Date::year).or_else(|| written_in(&dates));
    parts(tx, plan_id, file.kind == PlanKind::Framework.name(), file.parts).await?;
    for (ord, entry) in (1_i64..).zip(file.overall_goals) {
        let goal = Goal {
            ord,
            overall: true,
            name: words(Some(entry.name)),
            ..empty_goal(GoalId::from_code(&entry.code), &entry.code, plan_id, unit)
        };
        put_goal(tx, &goal, &[]).await?;
    }
    for entry in file.goals {
        goal(tx, plan_id, unit, from, entry).await?;
    }
    measures(tx, plan_id, unit, year, file.measures).await?;
    succession(tx, plan_id, file.succession).await?;
    store::adopted::keep(tx, plan_id).await?;
    if fresh {
        tx.record(Line::new(Kind::Plan, plan_id, Some(unit), "loaded").after(json!({ "code": code, "entries": n })));
    }
    Ok(n)
}

/// Puts a measure that is there already into a plan, serving a goal of it.
pub async fn place(tx: &Tx, plan: PlanId, measure: MeasureId, goal: GoalId, ord: i64) -> Result<(), Error> {
    store::plans::place_measure(tx, plan, measure, None, ord).await?;
    store::goals::put_measure(tx, goal, measure).await
}

/// Says that a plan's owners approved it with the measures that have been put into it since it was loaded.
pub async fn approved_as_it_stands(tx: &Tx, plan: PlanId) -> Result<(), Error> {
    store::adopted::keep(tx, plan).await
}

/// The unit that a code of an actor stands for: the actor's own unit, or the unit of that code.
async fn unit_of(tx: &Tx, code: &str) -> Result<UnitId, ContentError> {
    let actor = varde_people::actor_by_code(tx, code).await?;
    Ok(actor.and_then(|actor| actor.unit).unwrap_or_else(|| UnitId::from_code(code)))
}

async fn plan(tx: &Tx, file: &File) -> Result<UnitId, ContentError> {
    let code = &file.code;
    let mut owners = Vec::new();
    for owner in &file.owners {
        owners.push(unit_of(tx, owner).await?);
    }
    // A plan whose owners are not printed is the nation's to read.
    let unit = owners.first().copied().unwrap_or_else(|| UnitId::from_code("no"));
    let text = |text: &Option<Text>| {
        text.as_ref()
            .map(|text| Words { nb: text.nb.clone(), nn: text.nn.clone(), en: text.en.clone() })
            .unwrap_or_default()
    };
    let kind: PlanKind = named(code, "kind", &file.kind)?;
    let predecessor = file.relations.iter().find(|relation| relation.kind == "replaces");
    let plan = Plan {
        id: PlanId::from_code(code),
        code: Some(code.clone()),
        kind,
        said: PlanText {
            name: text(&Some(Text { nb: file.name.nb.clone(), nn: file.name.nn.clone(), en: file.name.en.clone() })),
            vision: text(&file.vision),
            purpose: text(&file.purpose),
            target_group: text(&file.target_group),
            follow_up: text(&file.follow_up),
            resources: text(&file.resources),
            scope: text(&file.scope),
            from: file.period.as_ref().and_then(|period| period.from),
            to: file.period.as_ref().and_then(|period| period.to),
            period_note: file.period.as_ref().map(|period| text(&period.note)).unwrap_or_default(),
            binding: named_opt(code, "binding", file.binding.as_deref())?,
            binding_note: text(&file.binding_note),
        },
        unit,
        // Advice in hearing and a working group's report have been decided by nobody yet.
        state: match kind {
            PlanKind::ProfessionalAdvice | PlanKind::WorkingGroupReport => PlanState::Awaiting,
            _ => PlanState::Adopted,
        },
        version_no: 1,
        predecessor: predecessor.and_then(|relation| relation.to.as_deref()).map(PlanId::from_code),
        commissioned_by: file.commissioned_by.as_deref().map(ActorId::from_code),
        owner_note: text(&file.owner_note),
        source: file
            .source
            .as_ref()
            .map(|source| Source { document: source.document.clone(), place: source.place.clone() })
            .unwrap_or_default(),
        open: true,
        version: 1,
    };
    store::plans::put(tx, &plan, &owners).await?;
    Ok(unit)
}

async fn relations(tx: &Tx, plan: PlanId, entries: Vec<RelationEntry>, code: &str) -> Result<(), ContentError> {
    let mut rows = Vec::new();
    for entry in entries {
        let other = entry.to.as_deref().filter(|to| to.starts_with("plan.")).map(PlanId::from_code);
        rows.push((named(code, "relation", &entry.kind)?, other, entry.to, words(entry.name), words(entry.note)));
    }
    Ok(store::plans::put_relations(tx, plan, &rows).await?)
}

async fn parts(tx: &Tx, plan: PlanId, framework: bool, entries: Vec<PartEntry>) -> Result<(), ContentError> {
    for entry in entries {
        let id = PartId::from_code(&entry.code);
        if store::parts::load(tx, id).await?.is_some_and(|part| 1 < part.version) {
            continue;
        }
        let part = Part {
            weight: None,
            guide: None,
            service: named_opt(&entry.code, "service", entry.service.as_deref())?,
            id,
            plan,
            kind: named(&entry.code, "kind", &entry.kind)?,
            ord: entry.order,
            parent: entry.parent.as_deref().map(PartId::from_code),
            name: words(Some(entry.name)),
            text: words(entry.text),
            actor: entry.actor.as_deref().map(ActorId::from_code),
            attributes: entry
                .attributes
                .map(|attributes| serde_json::to_string(&attributes).unwrap_or_default())
                .unwrap_or_default(),
            mandatory: false,
            done: false,
            source: source(entry.source),
            version: 1,
            code: Some(entry.code),
        };
        store::parts::put(tx, &part).await?;
        if framework && matches!(part.kind, PartKind::Instrument | PartKind::FocusArea) {
            let tag = Tag { part: part.id, kind: part.kind.name().to_owned(), ord: part.ord, title: part.name.clone() };
            put_tag(tx, &tag).await?;
        }
    }
    Ok(())
}

fn empty_goal(id: GoalId, code: &str, plan: PlanId, unit: UnitId) -> Goal {
    Goal {
        id,
        code: Some(code.to_owned()),
        plan: Some(plan),
        part: None,
        unit,
        ord: 0,
        name: Words::default(),
        overall: false,
        indicator: None,
        link: None,
        direction: None,
        scope: Words::default(),
        data_source: Words::default(),
        parent: None,
        state: GoalState::Active,
        source: Source::default(),
        open: true,
        version: 1,
    }
}

async fn put_goal(tx: &Tx, goal: &Goal, more: &[IndicatorId]) -> Result<bool, ContentError> {
    if store::goals::load(tx, goal.id).await?.is_some_and(|known| 1 < known.version) {
        return Ok(false);
    }
    store::goals::put(tx, goal, more).await?;
    Ok(true)
}

async fn goal(tx: &Tx, plan: PlanId, unit: UnitId, from: Option<Date>, entry: GoalEntry) -> Result<(), ContentError> {
    let code = entry.code;
    let goal = Goal {
        part: entry.part.as_deref().map(PartId::from_code),
        ord: entry.order,
        name: words(Some(entry.name)),
        indicator: entry.indicator.as_deref().map(IndicatorId::from_code),
        link: named_opt(&code, "indicator_link", entry.indicator_link.as_deref())?,
        direction: named_opt(&code, "direction", entry.direction.as_deref())?,
        scope: words(entry.scope),
        data_source: words(entry.data_source),
        source: source(entry.source),
        parent: entry.serves.as_deref().map(GoalId::from_code),
        ..empty_goal(GoalId::from_code(&code), &code, plan, unit)
    };
    let more: Vec<IndicatorId> = entry.more_indicators.iter().map(|code| IndicatorId::from_code(code)).collect();
    if !put_goal(tx, &goal, &more).await? {
        return Ok(());
    }
    let Some(target) = entry.target else { return Ok(()) };
    let version = Target {
        id: TargetId::from_code(&code),
        goal: goal.id,
        version_no: 1,
        aim: Aim {
            kind: named(&code, "target.kind", &target.kind)?,
            change: target.change_pct,
            mode: named_opt(&code, "change_mode", target.change_mode.as_deref())?
                .unwrap_or(crate::model::goal::ChangeMode::Unspecified),
            value: target.value,
            measured: named(&code, "target.unit", &target.unit)?,
            baseline_year: target.baseline.year,
            baseline_value: target.baseline.value,
            baseline_status: named(&code, "baseline.status", &target.baseline.status)?,
            by: target.by,
            every_round: target.every_round,
            unit_limit: None,
        },
        note: words(target.note),
        source: source(target.source.or(target.baseline.source)),
        reading: None,
        standing: TargetStanding::Holds,
        valid_from: from,
        reason: String::new(),
        recorded_at: tx.now(),
        recorded_by: None,
    };
    // The instant of the first loading stays, so that loading again changes nothing.
    let known = store::targets::of(tx, &[goal.id]).await?.remove(&goal.id).unwrap_or_default();
    let recorded_at = known.iter().find(|old| old.id == version.id).map_or(version.recorded_at, |old| old.recorded_at);
    store::targets::put(tx, &Target { recorded_at, ..version }).await?;
    Ok(())
}

/// What a code of the files stands for. Goals and parts are loaded; anything else is a measure.
async fn item(tx: &Tx, code: &str) -> Result<Item, ContentError> {
    if store::goals::load(tx, GoalId::from_code(code)).await?.is_some() {
        return Ok(Item::Goal(GoalId::from_code(code)));
    }
    if store::parts::load(tx, PartId::from_code(code)).await?.is_some() {
        return Ok(Item::Part(PartId::from_code(code)));
    }
    Ok(Item::Measure(MeasureId::from_code(code)))
}

async fn succession(tx: &Tx, plan: PlanId, entries: Vec<SuccessionEntry>) -> Result<(), ContentError> {
    if entries.is_empty() {
        return Ok(());
    }
    let Some(former) = store::plans::load(tx, plan).await?.and_then(|plan| plan.predecessor) else {
        return Err(bad(kind::Plan::KIND, "a succession needs a plan that it replaces"));
    };
    if store::plans::load(tx, former).await?.is_none() {
        return Err(bad(kind::Plan::KIND, "load the plan that is taken over from first"));
    }
    for (ord, entry) in (1_i64..).zip(entries) {
        let to = match entry.to.as_deref() {
            Some(code) => Some(item(tx, code).await?),
            None => None,
        };
        let row = Succession {
            from: item(tx, &entry.from).await?,
            to,
            outcome: named(&entry.from, "kind", &entry.kind)?,
            inferred: entry.inferred,
            note: words(entry.note),
        };
        store::succession::put(tx, former, plan, ord, &row).await?;
    }
    Ok(())
}
