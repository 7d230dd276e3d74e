//! Measures that plans bring with them. Loading the same content again changes nothing; loading
//! changed content updates what the plan says and leaves what people have decided since.

use jiff::civil::Date;
use varde_kernel::access::Kind;
use varde_kernel::{ActivityId, ActorId, FindingId, MeasureId, PartId, PersonId, UnitId, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Read, Tx, Update, all_languages, json, values};

use super::{activity, find_text, findable, finding, link, write_new};
use crate::model::{
    Activity, ActivityKind, ActivityState, Dimension, Effect, Evidence, Finding, Links, Measure, MeasureState, Tag,
};

/// A measure as a plan states it.
#[derive(Clone, Debug)]
pub struct ContentMeasure {
    /// Its code, unique among all plans.
    pub code: String,
    /// Its number in the plan.
    pub number: Option<i64>,
    /// The plan owner's unit.
    pub unit: UnitId,
    /// Its name.
    pub title: Words,
    /// What is to be done.
    pub detail: Words,
    /// The actor that leads it.
    pub lead: Option<ActorId>,
    /// The person who answers for it from the start; later changes are people's own.
    pub owner: Option<PersonId>,
    /// The actors that take part, in order.
    pub contributors: Vec<ActorId>,
    /// How far it has come when it is first loaded.
    pub state: MeasureState,
    /// When the plan was adopted.
    pub adopted: Option<Date>,
    /// When work is to begin.
    pub starts: Option<Date>,
    /// When it is to be done.
    pub due: Option<Date>,
    /// What it is expected to lead to.
    pub effect: Effect,
    /// Where the plan says so.
    pub source: Option<String>,
    /// Parts of frameworks.
    pub tags: Vec<PartId>,
    /// Those of the tags that we read into it; the plan does not say them.
    pub inferred_tags: Vec<PartId>,
    /// Marks of good quality.
    pub dimensions: Vec<Dimension>,
    /// Its steps, in order.
    pub activities: Vec<ContentActivity>,
    /// Whether everyone signed in may see it.
    pub open: bool,
}

impl ContentMeasure {
    /// A measure that a plan only states.
    pub fn stated(code: impl Into<String>, unit: UnitId, title: Words) -> Self {
        Self {
            code: code.into(),
            number: None,
            unit,
            title,
            detail: Words::default(),
            lead: None,
            owner: None,
            contributors: Vec::new(),
            state: MeasureState::Stated,
            adopted: None,
            starts: None,
            due: None,
            effect: Effect::default(),
            source: None,
            tags: Vec::new(),
            inferred_tags: Vec::new(),
            dimensions: Vec::new(),
            activities: Vec::new(),
            open: true,
        }
    }

    /// The measure's id: the same code gives the same id everywhere.
    pub fn id(&self) -> MeasureId {
        MeasureId::from_code(&self.code)
    }
}

/// An activity as a plan states it.
#[derive(Clone, Debug)]
pub struct ContentActivity {
    /// Its code, unique among all plans.
    pub code: String,
    /// Its letter in the plan.
    pub letter: Option<String>,
    /// Its name.
    pub title: Words,
    /// More about it.
    pub detail: Words,
    /// Whether it goes on already.
    pub kind: ActivityKind,
    /// How far it has come when it is first loaded.
    pub state: ActivityState,
    /// When it is to be done.
    pub due: Option<Date>,
    /// The actor that answers for it, when the plan says so of the activity itself.
    pub lead: Option<ActorId>,
    /// The actors that take part in it, in order, when the plan says so of the activity itself.
    pub contributors: Vec<ActorId>,
    /// The year of the plan that the state is read from; `None` where somebody who knows tells it.
    pub stated_in: Option<i16>,
}

/// A finding that content brings with it.
#[derive(Clone, Debug)]
pub struct ContentFinding {
    /// The finding; its id is made from its code.
    pub finding: Finding,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
}

/// Loads a measure with its activities. Says whether anything changed.
pub async fn put_content(tx: &Tx, content: &ContentMeasure) -> Result<bool, Error> {
    // The id of the whole text stands for it: equal content, equal mark.
    let mark = MeasureId::from_code(&format!("{content:?}")).to_string();
    let known = tx
        .one("select content_mark from measure where id = $1", values![content.id()], |row| {
            row.get::<Option<String>>("content_mark")
        })
        .await?;
    let measure = match known {
        Some(known) if known.as_deref() == Some(mark.as_str()) => return Ok(false),
        Some(_) => restate(tx, content, &mark).await?,
        None => {
            let measure = first(content);
            write_new(tx, &measure, Some(&mark)).await?;
            tx.record(Line::new(Kind::Measure, measure.id, Some(measure.unit), "created").version(1).after(
                json!({ "code": content.code, "title": all_languages(&content.title), "state": content.state.name() }),
            ));
            measure
        }
    };
    let links = links(tx, content, &measure).await?;
    link::replace(tx, &measure, &links).await?;
    link::mark_inferred(tx, measure.id, &content.inferred_tags).await?;
    for (ord, content) in (1_i64..).zip(&content.activities) {
        put_activity(tx, content, &measure, ord).await?;
    }
    findable(tx, &measure).await?;
    Ok(true)
}

/// What the plan says, and the findings that people have tied to it since.
async fn links(tx: &Tx, content: &ContentMeasure, measure: &Measure) -> Result<Links, Error> {
    let now = link::links_of(tx, measure.id).await?;
    Ok(Links {
        contributors: content.contributors.clone(),
        tags: content.tags.clone(),
        dimensions: content.dimensions.clone(),
        findings: now.findings,
    })
}

fn first(content: &ContentMeasure) -> Measure {
    Measure {
        code: Some(content.code.clone()),
        number: content.number,
        detail: content.detail.clone(),
        state: content.state,
        lead: content.lead,
        owner: content.owner,
        adopted: content.adopted,
        starts: content.starts,
        due: content.due,
        effect: content.effect.clone(),
        source: content.source.clone(),
        open: content.open,
        ..Measure::stated(content.id(), content.unit, content.title.clone())
    }
}

/// Brings a known measure up to what its plan says now. State, dates, owner, effect and resources
/// belong to those who carry it out.
async fn restate(tx: &Tx, content: &ContentMeasure, mark: &str) -> Result<Measure, Error> {
    let mut measure = super::get(tx, content.id()).await?.ok_or(Error::NotFound)?;
    measure.title = content.title.clone();
    measure.detail = content.detail.clone();
    measure.number = content.number;
    measure.lead = content.lead;
    measure.source.clone_from(&content.source);
    measure.adopted = measure.adopted.or(content.adopted);
    measure.version = Update::of("measure")
        .words("title", &measure.title)
        .words("detail", &measure.detail)
        .set("find_text", find_text(&measure.title, &measure.detail))
        .set("number", measure.number)
        .set("lead_actor", measure.lead)
        .set("source", measure.source.as_deref())
        .set("adopted", measure.adopted)
        .set("content_mark", mark)
        .versioned(tx, measure.id, measure.version)
        .await?;
    tx.record(
        Line::new(Kind::Measure, measure.id, Some(measure.unit), "restated")
            .version(measure.version)
            .after(json!({ "code": content.code, "title": all_languages(&content.title) })),
    );
    Ok(measure)
}

async fn put_activity(tx: &Tx, content: &ContentActivity, measure: &Measure, ord: i64) -> Result<(), Error> {
    let id = ActivityId::from_code(&content.code);
    let version = tx.one("select version from activity where id = $1", values![id], |row| row.get("version")).await?;
    let activity = Activity {
        code: Some(content.code.clone()),
        letter: content.letter.clone(),
        ord,
        detail: content.detail.clone(),
        kind: content.kind,
        state: content.state,
        due: content.due,
        lead: content.lead,
        contributors: content.contributors.clone(),
        stated_in: content.stated_in,
        ..Activity::planned(id, measure.id, content.title.clone())
    };
    match version {
        None => activity::write_new(tx, &activity).await?,
        Some(version) => {
            let update = Update::of("activity")
                .set("letter", activity.letter.as_deref())
                .set("ord", ord)
                .words("title", &activity.title)
                .words("detail", &activity.detail)
                .set("kind", activity.kind.name());
            // Nobody has touched it: its state is still the plan's.
            let update = if version == 1 {
                activity::replace_contributors(tx, &activity).await?;
                update.set("stated_in", activity.stated_in.map(i64::from)).set("lead_actor", activity.lead)
            } else {
                update
            };
            update.versioned(tx, id, version).await?;
        }
    }
    activity::findable(tx, &activity, measure).await
}

/// Loads a finding, unless it is there already.
pub async fn put_finding(tx: &Tx, content: &ContentFinding) -> Result<bool, Error> {
    let id: FindingId = content.finding.id;
    let known = tx.number("select count(*) as n from finding where id = $1", values![id]).await?;
    if 0 < known {
        return Ok(false);
    }
    finding::write_new(tx, &content.finding, &content.evidence).await?;
    tx.record(
        Line::new(Kind::Finding, id, Some(content.finding.unit), "created")
            .version(1)
            .after(json!({ "title": all_languages(&content.finding.title) })),
    );
    Ok(true)
}

/// Offers a part of a framework as a tag, or brings its name up to date.
pub async fn put_tag(tx: &Tx, tag: &Tag) -> Result<(), Error> {
    Insert::into("tag")
        .set("part_id", tag.part)
        .set("kind", &tag.kind)
        .set("ord", tag.ord)
        .words("title", &tag.title)
        .or_replace("part_id")
        .run(tx)
        .await
}
