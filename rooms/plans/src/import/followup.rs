//! Content of following up: the duties of the yearly wheel, alternatives with the challenges that
//! measures meet, and the initiatives that documents name. What people have changed since is left
//! as they wrote it.

use serde::Deserialize;
use varde_kernel::{AlternativeId, MeasureId, PartId, PilotId, PlanId, UnitId};
use varde_store::Tx;

use super::{ContentError, SourceEntry, Text, bad, words};
use crate::model::followup::alternatives::{Alternative, PointKind};
use crate::model::followup::pilots::{Evidence, Pilot, PilotDraft, PilotState};
use crate::model::followup::wheel::Duty;
use crate::store;

/// The unit that an effort without an owner hangs on: the nation.
const NATION: &str = "no";

fn told(source: Option<SourceEntry>) -> String {
    let Some(source) = source else { return String::new() };
    let parts: Vec<String> = [source.document, source.place].into_iter().flatten().collect();
    parts.join(", ")
}

#[derive(Deserialize)]
struct WheelFile {
    duties: Vec<DutyEntry>,
}

#[derive(Deserialize)]
struct DutyEntry {
    code: String,
    phase: String,
    month: i8,
    regulation: String,
    title: Text,
    help: Text,
}

/// Loads the duties of the yearly wheel; says how many there are.
///
/// # Errors
///
/// [`ContentError`] names the entry that cannot be used.
pub async fn content_wheel(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let file: WheelFile = serde_norway::from_str(yaml)?;
    for (ord, entry) in (0_i64..).zip(&file.duties) {
        if !(1..=12).contains(&entry.month) {
            return Err(bad(&entry.code, "a month lies between 1 and 12"));
        }
        let duty = Duty {
            code: entry.code.clone(),
            phase: entry.phase.parse().map_err(|()| bad(&entry.code, "no such phase"))?,
            month: entry.month,
            regulation: entry.regulation.clone(),
            title: words(Some(entry.title.clone())),
            help: words(Some(entry.help.clone())),
        };
        store::wheel::put_duty(tx, ord, &duty).await?;
    }
    Ok(file.duties.len())
}

#[derive(Deserialize)]
struct PlanFile {
    code: String,
    #[serde(default)]
    alternatives: Vec<AlternativeEntry>,
    #[serde(default)]
    measures: Vec<MeasureEntry>,
}

#[derive(Deserialize)]
struct MeasureEntry {
    code: String,
    #[serde(default)]
    links: LinkEntry,
}

#[derive(Deserialize, Default)]
struct LinkEntry {
    #[serde(default)]
    challenges: Vec<String>,
}

#[derive(Deserialize)]
struct AlternativeEntry {
    code: String,
    number: i64,
    name: Text,
    summary: Option<Text>,
    setup: Option<Text>,
    pace: Option<Text>,
    effect: Option<Text>,
    votes: Option<i64>,
    #[serde(default)]
    pros: Vec<Text>,
    #[serde(default)]
    cons: Vec<Text>,
    #[serde(default)]
    preconditions: Vec<Text>,
    source: Option<SourceEntry>,
}

/// Loads the alternatives of a plan's file and the challenges that its measures meet, once the
/// plan itself has been loaded; says how many there are.
///
/// # Errors
///
/// [`ContentError`] names the entry that cannot be used.
pub async fn content_alternatives(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let file: PlanFile = serde_norway::from_str(yaml)?;
    let plan = PlanId::from_code(&file.code);
    let n = file.alternatives.len();
    for entry in file.alternatives {
        let id = AlternativeId::from_code(&entry.code);
        if store::alternatives::is_changed(tx, id).await? {
            continue;
        }
        let points = [
            (PointKind::Pro, entry.pros),
            (PointKind::Con, entry.cons),
            (PointKind::Precondition, entry.preconditions),
        ];
        let alternative = Alternative {
            id,
            plan,
            number: entry.number,
            name: words(Some(entry.name)),
            summary: words(entry.summary),
            setup: words(entry.setup),
            pace: words(entry.pace),
            effect: words(entry.effect),
            votes_stated: entry.votes,
            source: told(entry.source),
            points: points
                .into_iter()
                .flat_map(|(kind, texts)| texts.into_iter().map(move |text| (kind, words(Some(text)))))
                .collect(),
            version: 1,
        };
        store::alternatives::put(tx, &entry.code, &alternative).await?;
    }
    let mut links = Vec::new();
    for measure in &file.measures {
        for challenge in &measure.links.challenges {
            links.push((PartId::from_code(challenge), MeasureId::from_code(&measure.code)));
        }
    }
    store::choosing::put_challenges(tx, plan, &links).await?;
    Ok(n)
}

#[derive(Deserialize)]
struct InitiativeFile {
    initiatives: Vec<InitiativeEntry>,
}

#[derive(Deserialize)]
struct InitiativeEntry {
    code: String,
    kind: String,
    name: Text,
    owner: Option<String>,
    since: Option<String>,
    cadence: Option<String>,
    field: Option<Text>,
    source: Option<SourceEntry>,
}

/// Loads the initiatives, tools and courses that documents name; says how many there are. They
/// are listed, not followed: nobody here has launched them.
///
/// # Errors
///
/// [`ContentError`] names the entry that cannot be used.
pub async fn content_initiatives(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let file: InitiativeFile = serde_norway::from_str(yaml)?;
    let n = file.initiatives.len();
    for entry in file.initiatives {
        let id = PilotId::from_code(&entry.code);
        if store::pilots::is_changed(tx, id).await? {
            continue;
        }
        let owner = match &entry.owner {
            Some(code) => varde_people::actor_by_code(tx, code).await?,
            None => None,
        };
        let pilot = Pilot {
            id,
            unit: owner.and_then(|owner| owner.unit).unwrap_or_else(|| UnitId::from_code(NATION)),
            text: PilotDraft {
                kind: entry.kind.parse().map_err(|()| bad(&entry.code, "no such kind of initiative"))?,
                name: words(Some(entry.name)),
                field: words(entry.field),
                ground: String::new(),
                knowledge: String::new(),
                evidence: Evidence::Unknown,
                baseline: String::new(),
                starts: None,
                ends: None,
                decision_due: None,
                follow_up: String::new(),
                decision_support: false,
                risk_assessed: false,
                owner_actor: entry.owner,
            },
            state: PilotState::Listed,
            decision: None,
            since: entry.since,
            cadence: entry.cadence,
            source: told(entry.source),
            version: 1,
        };
        store::pilots::put(tx, &entry.code, &pilot).await?;
    }
    Ok(n)
}
