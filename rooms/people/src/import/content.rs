//! The organisation and the actors from the project's content files.

use std::collections::HashMap;

use serde::Deserialize;
use varde_kernel::access::{Actor, System};
use varde_kernel::{ActorId, UnitId, Validity, Words};
use varde_store::Tx;

use crate::model::actors::{Duty, PlanActor};
use crate::model::units::{CodeSystem, Dated, Relation, RelationKind, Source, UnitCode, UnitName, UnitRecord};
use crate::rules::units::{Draft, in_both};
use crate::store;

/// A content file that cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    /// It is not written as it should be.
    #[error("the file is not written as it should be: {0}")]
    Form(#[from] serde_norway::Error),
    /// A name that is on no list.
    #[error("{code}: {what} is unknown")]
    Unknown {
        /// The entry.
        code: String,
        /// The name.
        what: String,
    },
    /// Units break the rules of the organisation.
    #[error("{0}")]
    Rules(String),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] varde_store::Error),
}

#[derive(Deserialize)]
struct Text {
    nb: String,
    nn: Option<String>,
    en: Option<String>,
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self { nb: text.nb, nn: text.nn, en: text.en }
    }
}

#[derive(Default, Deserialize)]
struct Place {
    document: Option<String>,
    place: Option<String>,
}

fn source(place: Option<Place>) -> Source {
    let Place { document, place } = place.unwrap_or_default();
    Source { document, place }
}

#[derive(Deserialize)]
struct Organisation {
    units: Vec<UnitEntry>,
}

#[derive(Deserialize)]
struct UnitEntry {
    code: String,
    kind: String,
    name: Text,
    short: Option<String>,
    parent: Option<String>,
    valid_from: jiff::civil::Date,
    valid_to: Option<jiff::civil::Date>,
    #[serde(default)]
    codes: Vec<CodeEntry>,
    #[serde(default)]
    relations: Vec<RelationEntry>,
    source: Option<Place>,
    /// Made up, with everything below it.
    #[serde(default)]
    synthetic: bool,
}

#[derive(Deserialize)]
struct CodeEntry {
    system: String,
    code: String,
}

#[derive(Deserialize)]
struct RelationEntry {
    relation: String,
    to: String,
}

fn known<T: std::str::FromStr>(code: &str, text: &str) -> Result<T, ContentError> {
    text.parse().map_err(|_| ContentError::Unknown { code: code.to_owned(), what: text.to_owned() })
}

fn unit(entry: UnitEntry) -> Result<UnitRecord, ContentError> {
    let valid = Validity { from: entry.valid_from, to: entry.valid_to };
    let mut relations = Vec::new();
    if let Some(parent) = &entry.parent {
        let value = Relation { kind: RelationKind::Owner, other: UnitId::from_code(parent) };
        relations.push(Dated { value, valid });
    }
    for relation in &entry.relations {
        let value = Relation { kind: known(&entry.code, &relation.relation)?, other: UnitId::from_code(&relation.to) };
        relations.push(Dated { value, valid });
    }
    let mut codes = Vec::new();
    for code in entry.codes {
        let system: CodeSystem = known(&entry.code, &code.system)?;
        codes.push(Dated { value: UnitCode { system, code: code.code }, valid });
    }
    Ok(UnitRecord {
        id: UnitId::from_code(&entry.code),
        kind: known(&entry.code, &entry.kind)?,
        code: entry.code,
        valid,
        names: vec![Dated { value: UnitName { words: entry.name.into(), short: entry.short }, valid }],
        relations,
        codes,
        source: source(entry.source),
        version: 1,
    })
}

/// Adds the units of `organisation.yaml` that are not there yet, and says how many. Units that are
/// there stay as people have made them.
///
/// # Errors
///
/// [`ContentError`] when the file or its units cannot be used; nothing is then written.
pub async fn organisation(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let file: Organisation = serde_norway::from_str(yaml)?;
    let register = store::units::register(tx).await?;
    let mut draft = Draft::of(&register, "");
    let synthetic: Vec<UnitId> =
        file.units.iter().filter(|unit| unit.synthetic).map(|unit| UnitId::from_code(&unit.code)).collect();
    let units = file.units.into_iter().map(unit).collect::<Result<Vec<_>, _>>()?;
    let lives: HashMap<UnitId, Validity> = register.iter().chain(&units).map(|unit| (unit.id, unit.valid)).collect();
    for mut unit in units.into_iter().filter(|unit| register.get(unit.id).is_none()) {
        // A place in a county or municipality holds from when that, too, is known to exist.
        unit.relations.retain_mut(|known| {
            let other = lives.get(&known.value.other).filter(|_| known.value.kind != RelationKind::Owner);
            known.valid = other.map_or(known.valid, |other| in_both(known.valid, *other));
            !known.valid.is_empty()
        });
        draft.put(unit);
    }
    let change = draft.finish().map_err(|faults| {
        let broken: Vec<String> = faults.iter().map(|fault| format!("{}: {}", fault.unit, fault.what)).collect();
        ContentError::Rules(broken.join("; "))
    })?;
    let n_added = change.after.len();
    let today = super::day_of(tx);
    let change = store::changes::grant(&Actor::System(System::Content), &register, change, today)?;
    store::changes::save(tx, &change, None, today).await?;
    store::units::mark_synthetic(tx, &synthetic).await?;
    Ok(n_added)
}

#[derive(Deserialize)]
struct Actors {
    actors: Vec<ActorEntry>,
}

#[derive(Deserialize)]
struct ActorEntry {
    code: String,
    name: Text,
    r#type: String,
    level: String,
    parent: Option<String>,
    unit: Option<String>,
    unit_kind: Option<String>,
    note: Option<Text>,
    #[serde(default)]
    duties: Vec<DutyEntry>,
    source: Option<Place>,
}

#[derive(Deserialize)]
struct DutyEntry {
    code: String,
    name: Text,
    source: Option<Place>,
}

/// Brings the actors and their duties up to date with `actors.yaml`, and says how many there are.
///
/// # Errors
///
/// [`ContentError`] when the file cannot be used.
pub async fn actors(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let file: Actors = serde_norway::from_str(yaml)?;
    let n_actors = file.actors.len();
    for entry in file.actors {
        let id = ActorId::from_code(&entry.code);
        let unit_kind = entry.unit_kind.as_deref().map(|kind| known(&entry.code, kind)).transpose()?;
        let actor = PlanActor {
            id,
            name: entry.name.into(),
            kind: entry.r#type,
            level: known(&entry.code, &entry.level)?,
            parent: entry.parent.as_deref().map(ActorId::from_code),
            unit: entry.unit.as_deref().map(UnitId::from_code),
            unit_kind,
            note: entry.note.map(Words::from).unwrap_or_default(),
            source: source(entry.source),
            code: entry.code,
        };
        let duties: Vec<Duty> = entry
            .duties
            .into_iter()
            .map(|duty| Duty { actor: id, code: duty.code, name: duty.name.into(), source: source(duty.source) })
            .collect();
        store::actors::put(tx, &actor, &duties).await?;
        find(tx, &actor, &duties).await?;
    }
    Ok(n_actors)
}

async fn find(tx: &Tx, actor: &PlanActor, duties: &[Duty]) -> Result<(), varde_store::Error> {
    let text: Vec<String> = duties.iter().map(|duty| duty.name.all()).collect();
    let entry = varde_store::search::Entry {
        id: actor.id.uuid(),
        kind: "actor",
        unit: actor.unit,
        href: format!("/actors/{}", actor.id),
        title: actor.name.clone(),
        detail: String::new(),
        text: format!("{} {}", actor.code, text.join(" ")),
        open: true,
    };
    varde_store::search::put(tx, entry).await
}
