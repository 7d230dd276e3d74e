//! The measures of the plan files, with their activities.

use jiff::civil::Date;
use serde::Deserialize;
use varde_kernel::{ActorId, GoalId, PartId, Period, PlanId, UnitId};
use varde_measures::model::{ActivityKind, ActivityState, Effect};
use varde_measures::store::{ContentActivity, ContentMeasure, put_content};
use varde_store::Tx;

use super::{ContentError, SourceEntry, Text, named, words};
use crate::model::plan::PlanDate;
use crate::store;

#[derive(Deserialize)]
pub(super) struct MeasureEntry {
    code: String,
    number: Option<i64>,
    order: i64,
    part: Option<String>,
    name: Text,
    text: Option<Text>,
    lead: Option<String>,
    #[serde(default)]
    actors: Vec<String>,
    due: Option<Date>,
    year: Option<i16>,
    expected_effect: Option<Text>,
    #[serde(default)]
    links: LinksEntry,
    /// Parts of frameworks, as the plan itself says.
    #[serde(default)]
    tags: Vec<String>,
    /// Parts of frameworks, as we read it.
    #[serde(default)]
    inferred_tags: Vec<String>,
    source: Option<SourceEntry>,
    #[serde(default)]
    activities: Vec<ActivityEntry>,
}

#[derive(Deserialize)]
struct ActivityEntry {
    code: String,
    letter: Option<String>,
    status: String,
    name: Text,
    text: Option<Text>,
    due: Option<Date>,
    lead: Option<String>,
    #[serde(default)]
    actors: Vec<String>,
}

#[derive(Deserialize, Default)]
struct LinksEntry {
    #[serde(default)]
    goals: Vec<String>,
}

/// The year in which a plan without a period came about: the last one on its way.
pub(super) fn written_in(dates: &[PlanDate]) -> Option<i16> {
    let years = dates.iter().filter(|date| date.past).filter_map(|date| date.year);
    years.max().and_then(|year| i16::try_from(year).ok())
}

/// The actors beside the one that leads.
fn others(actors: &[String], lead: Option<&String>) -> Vec<ActorId> {
    actors.iter().filter(|actor| Some(*actor) != lead).map(|code| ActorId::from_code(code)).collect()
}

/// Loads the measures of a plan with their activities.
pub(super) async fn measures(
    tx: &Tx,
    plan: PlanId,
    unit: UnitId,
    year: Option<i16>,
    entries: Vec<MeasureEntry>,
) -> Result<(), ContentError> {
    for entry in entries {
        let part = entry.part.as_deref().map(PartId::from_code);
        let mut measure = ContentMeasure::stated(entry.code.as_str(), unit, words(Some(entry.name)));
        measure.number = entry.number;
        measure.detail = words(entry.text);
        measure.tags = entry.tags.iter().chain(&entry.inferred_tags).map(|code| PartId::from_code(code)).collect();
        measure.inferred_tags = entry.inferred_tags.iter().map(|code| PartId::from_code(code)).collect();
        measure.contributors = others(&entry.actors, entry.lead.as_ref());
        measure.lead = entry.lead.as_deref().map(ActorId::from_code);
        // Where the plan names a year and no day, the year's last day is the latest it can mean.
        measure.due = entry.due.or_else(|| entry.year.map(|year| Period::Year(year).end()));
        measure.effect = Effect { text: words(entry.expected_effect), ..Effect::default() };
        measure.source = entry
            .source
            .map(|source| [source.document, source.place].into_iter().flatten().collect::<Vec<_>>().join(": "));
        for activity in entry.activities {
            let kind: ActivityKind = named(&activity.code, "status", &activity.status)?;
            measure.activities.push(ContentActivity {
                letter: activity.letter,
                title: words(Some(activity.name)),
                detail: words(activity.text),
                kind,
                state: if kind == ActivityKind::Ongoing { ActivityState::Running } else { ActivityState::Planned },
                due: activity.due,
                contributors: others(&activity.actors, activity.lead.as_ref()),
                lead: activity.lead.as_deref().map(ActorId::from_code),
                stated_in: year,
                code: activity.code,
            });
        }
        let id = measure.id();
        put_content(tx, &measure).await?;
        store::plans::place_measure(tx, plan, id, part, entry.order).await?;
        for goal in &entry.links.goals {
            store::goals::put_measure(tx, GoalId::from_code(goal), id).await?;
        }
    }
    Ok(())
}
