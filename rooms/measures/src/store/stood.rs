//! How measures and their activities stood on a day that is past.

use std::collections::HashMap;

use jiff::civil::Date;
use varde_kernel::{ActivityId, MeasureId};
use varde_store::{Error, Read, places, states, values};

use super::Progress;
use crate::model::{ActivityState, MeasureState};

/// How many measures are asked about at once.
const PART: usize = 400;

/// An activity: itself, its measure, its state, when it is due, and the year of the plan that its state is read from.
type Row = (ActivityId, MeasureId, ActivityState, Option<Date>, Option<i64>);

/// How a measure stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// Its state.
    pub state: MeasureState,
    /// Whether it was followed here by then; if not, it stands as it came in.
    pub known: bool,
    /// How far its activities had come.
    pub progress: Progress,
}

/// How measures stood when a day was over. Activities that came later are not counted; those that were here before
/// states were noted, or came in with their measure after the day, count as they came in.
pub async fn stood(db: &impl Read, measures: &[MeasureId], day: Date) -> Result<HashMap<MeasureId, Stood>, Error> {
    let mut found = HashMap::new();
    for (id, stood) in states::on(db, measures, day).await? {
        if let Ok(state) = stood.state.parse() {
            found.insert(MeasureId::from_uuid(id), Stood { state, known: stood.known, progress: Progress::default() });
        }
    }
    for part in measures.chunks(PART) {
        let mut values = values![];
        let list = places(part.iter().copied(), &mut values);
        let sql = format!("select id, measure_id, state, due, stated_in from activity where measure_id in ({list})");
        let rows: Vec<Row> = db
            .all(&sql, values, |row| {
                let (id, measure) = (row.get("id")?, row.get("measure_id")?);
                Ok((id, measure, row.parse("state")?, row.get("due")?, row.get("stated_in")?))
            })
            .await?;
        let ids: Vec<ActivityId> = rows.iter().map(|row| row.0).collect();
        let then = states::on(db, &ids, day).await?;
        for (id, measure, now, due, stated_in) in rows {
            let Some(stood) = found.get_mut(&measure) else { continue };
            let then = then.get(&id.uuid());
            if stood.known && then.is_some_and(|then| !then.known && then.since_noted) {
                continue;
            }
            let state = then.and_then(|then| then.state.parse().ok()).unwrap_or(now);
            let is_over = matches!(state, ActivityState::Completed | ActivityState::Stopped);
            let progress = &mut stood.progress;
            progress.n += 1;
            progress.n_completed += i64::from(state == ActivityState::Completed);
            progress.n_overdue += i64::from(!is_over && due.is_some_and(|due| due < day));
            progress.n_stated += i64::from(stated_in.is_some());
            progress.n_stated_running += i64::from(stated_in.is_some() && state == ActivityState::Running);
            progress.stated_in = [progress.stated_in, stated_in].into_iter().flatten().min();
        }
    }
    Ok(found)
}
