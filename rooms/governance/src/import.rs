//! Loading the content files: the duties of actors as tasks, and the bodies with their seats.

use serde::Deserialize;
use varde_kernel::{ActorId, BodyId, TaskId, UnitId, UnitKind, Words};
use varde_store::Tx;

use crate::model::{BodyDraft, Composition, Group, Level, SeatDraft, TaskDraft};
use crate::store;

/// Why a content file was not loaded.
#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    /// It is not the YAML that is expected.
    #[error("the file cannot be read: {0}")]
    Yaml(#[from] serde_norway::Error),
    /// It says something that Varde does not know.
    #[error("{code}: {what} is not known")]
    Unknown {
        /// The entry.
        code: String,
        /// What it says.
        what: String,
    },
    /// The database refused.
    #[error(transparent)]
    Store(#[from] varde_store::Error),
}

#[derive(Deserialize, Default)]
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

#[derive(Deserialize, Default)]
struct Source {
    document: Option<String>,
    place: Option<String>,
}

impl Source {
    fn text(self) -> String {
        [self.document, self.place].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

fn text_of(source: Option<Source>) -> String {
    source.map(Source::text).unwrap_or_default()
}

fn known<T: std::str::FromStr>(code: &str, text: &str) -> Result<T, ContentError> {
    text.parse().map_err(|_| ContentError::Unknown { code: code.to_owned(), what: text.to_owned() })
}

#[derive(Deserialize)]
struct Actors {
    actors: Vec<ActorEntry>,
}

#[derive(Deserialize)]
struct ActorEntry {
    code: String,
    unit: Option<String>,
    unit_kind: Option<String>,
    #[serde(default)]
    duties: Vec<Duty>,
}

#[derive(Deserialize)]
struct Duty {
    code: String,
    name: Text,
    source: Option<Source>,
}

/// Loads the duties of `actors.yaml` as tasks. Who answers for them is not in the documents, and
/// is therefore left open. Says how many there are.
///
/// # Errors
///
/// [`ContentError`] when the file is not as expected.
pub async fn content_tasks(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let file: Actors = serde_norway::from_str(yaml)?;
    let mut n_tasks = 0;
    for actor in file.actors {
        let unit_kind: Option<UnitKind> =
            actor.unit_kind.as_deref().map(|kind| known(&actor.code, kind)).transpose()?;
        for duty in actor.duties {
            let draft = TaskDraft {
                unit: actor.unit.as_deref().map(UnitId::from_code),
                unit_kind,
                actor: Some(ActorId::from_code(&actor.code)),
                name: duty.name.into(),
                description: String::new(),
                phase: None,
                source: text_of(duty.source),
            };
            store::load_task(tx, &duty.code, &draft).await?;
            n_tasks += 1;
        }
    }
    Ok(n_tasks)
}

#[derive(Deserialize)]
struct Bodies {
    bodies: Vec<BodyEntry>,
}

#[derive(Deserialize)]
struct BodyEntry {
    code: String,
    name: Text,
    kind: String,
    level: String,
    led_by: Option<String>,
    established_by: Option<String>,
    succeeds: Option<String>,
    purpose: Option<Text>,
    composition: String,
    #[serde(default)]
    required_groups: Vec<String>,
    seats_total: Option<i64>,
    holders_listed: Option<i64>,
    #[serde(default)]
    seats: Vec<SeatEntry>,
    #[serde(default)]
    not_appointed: Vec<Listed>,
    #[serde(default)]
    tasks: Vec<Duty>,
    source: Option<Source>,
}

#[derive(Deserialize)]
struct SeatEntry {
    appointed_by: Option<String>,
    count: u32,
    group: Option<String>,
    holder_listed: Option<bool>,
    #[serde(default)]
    vacant: u32,
    note: Option<Text>,
}

#[derive(Deserialize)]
struct Listed {
    name: Text,
    count: u32,
}

/// Loads `bodies.yaml`. Says how many bodies there are.
///
/// # Errors
///
/// [`ContentError`] when the file is not as expected.
pub async fn content_bodies(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let file: Bodies = serde_norway::from_str(yaml)?;
    let n_bodies = file.bodies.len();
    for entry in file.bodies {
        let id = BodyId::from_code(&entry.code);
        let required =
            entry.required_groups.iter().map(|group| known(&entry.code, group)).collect::<Result<Vec<Group>, _>>()?;
        let draft = BodyDraft {
            name: entry.name.into(),
            purpose: entry.purpose.map(Words::from).unwrap_or_default(),
            kind: known(&entry.code, &entry.kind)?,
            level: known::<Level>(&entry.code, &entry.level)?,
            unit: None,
            led_by: entry.led_by.as_deref().map(ActorId::from_code),
            established_by: entry.established_by.as_deref().map(ActorId::from_code),
            succeeds: entry.succeeds.as_deref().map(BodyId::from_code),
            composition: known::<Composition>(&entry.code, &entry.composition)?,
            required,
            quorum_percent: 50,
        };
        let source = text_of(entry.source);
        let printed = store::Printed {
            code: &entry.code,
            seats: entry.seats_total,
            holders: entry.holders_listed,
            source: &source,
        };
        store::load_body(tx, &printed, &draft).await?;
        load_seats(tx, &entry.code, id, entry.seats, entry.not_appointed).await?;
        for (ord, task) in (1..).zip(entry.tasks) {
            let draft = TaskDraft { name: task.name.into(), source: source.clone(), ..TaskDraft::default() };
            store::load_task(tx, &task.code, &draft).await?;
            store::link_task(tx, id, TaskId::from_code(&task.code), ord).await?;
        }
    }
    Ok(n_bodies)
}

async fn load_seats(
    tx: &Tx,
    code: &str,
    body: BodyId,
    seats: Vec<SeatEntry>,
    listed: Vec<Listed>,
) -> Result<(), ContentError> {
    let mut ord = 0;
    for entry in seats {
        let label: Words = entry.note.map(Words::from).unwrap_or_default();
        let group = entry.group.as_deref().map(|group| known(code, group)).transpose()?.unwrap_or(Group::Other);
        for place in 0..entry.count {
            ord += 1;
            let draft = SeatDraft {
                appointed_by: entry.appointed_by.as_deref().map(ActorId::from_code),
                group,
                observer: false,
                not_appointed: false,
                label: label.clone(),
            };
            // Of several seats in one line, the last ones are those without a holder.
            let holder = entry.holder_listed.map(|listed| listed && place + entry.vacant < entry.count);
            store::load_seat(tx, &format!("{code}/{ord}"), body, ord, &draft, holder).await?;
        }
    }
    for entry in listed {
        let label: Words = entry.name.into();
        for _ in 0..entry.count {
            ord += 1;
            let draft = SeatDraft {
                appointed_by: None,
                group: Group::Other,
                observer: false,
                not_appointed: true,
                label: label.clone(),
            };
            store::load_seat(tx, &format!("{code}/{ord}"), body, ord, &draft, None).await?;
        }
    }
    Ok(())
}
