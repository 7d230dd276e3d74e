//! Saying once that something is done: an answer in a status round that completes what it is about.

use jiff::civil::Date;
use varde_kernel::Problems;
use varde_kernel::access::Action;
use varde_measures::model::{Activity, ActivityState, Measure};
use varde_measures::rules::{Standing, Step, advance, may_be};
use varde_measures::store as measures;
use varde_store::{Read, Tx};
use varde_web::{Ctx, Error, Fields};

use crate::model::followup::rounds::Thing;

/// What stops an answer from completing a thing, when it is one of its rules.
fn refused() -> Error {
    let mut problems = Problems::new();
    problems.field("finish", "plans-round-problem-finish");
    Error::Invalid(problems)
}

/// Whether the visitor may complete a thing now: they may change it, it is not over, and its rules allow it.
pub(super) async fn may(cx: &Ctx, thing: Thing) -> Result<bool, Error> {
    match completed(cx, cx.db(), thing).await {
        Ok(done) => Ok(done.is_some()),
        Err(Error::NotFound | Error::Forbidden | Error::Invalid(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// A thing that can be completed, as it stands.
enum Open {
    Activity(Box<varde_kernel::access::Granted<Activity>>, Box<Measure>),
    Measure(Box<varde_kernel::access::Granted<Measure>>),
}

/// The thing, when it can be completed; `None` when it is over already.
async fn completed(cx: &Ctx, db: &impl Read, thing: Thing) -> Result<Option<Open>, Error> {
    let tree = cx.tree().await?;
    match thing {
        Thing::Activity(id) => {
            let (activity, measure) = measures::activity(db, cx.actor(), &tree, id, Action::Edit).await?;
            if activity.state.is_over() {
                return Ok(None);
            }
            may_be(ActivityState::Completed, measure.state).map_err(|_| refused())?;
            Ok(Some(Open::Activity(Box::new(activity), Box::new(measure))))
        }
        Thing::Measure(id) => {
            let measure = measures::open(db, cx.actor(), &tree, id, Action::Edit).await?;
            if measure.state.is_over() {
                return Ok(None);
            }
            let n_findings = measures::links_of(db, id).await?.findings.len();
            let activities = measures::activities_of(db, id).await?;
            let n_open = activities.iter().filter(|activity| !activity.state.is_over()).count();
            let standing = Standing::of(&measure, n_findings, n_open, false);
            advance(standing, &Step::Complete { rest: None }).map_err(|_| refused())?;
            Ok(Some(Open::Measure(Box::new(measure))))
        }
    }
}

/// The day on which it was done, as it was sent in; today when nothing was.
pub(super) fn day(cx: &Ctx, fields: &Fields, problems: &mut Problems) -> Date {
    let day = fields.date("finished_on", problems).unwrap_or_else(|| cx.today());
    if cx.today() < day {
        problems.field("finished_on", "plans-round-problem-finished-ahead");
    }
    day
}

/// Completes what was answered as done, on its day; what is over already stays as it is.
pub(super) async fn finish(cx: &Ctx, tx: &Tx, thing: Thing, day: Date, why: &str) -> Result<(), Error> {
    match completed(cx, tx, thing).await? {
        None => {}
        Some(Open::Activity(before, measure)) => {
            let after = Activity { state: ActivityState::Completed, ended: Some(day), ..Activity::clone(&before) };
            measures::save_activity(tx, &before, &after, &measure, &[], why).await?;
        }
        Some(Open::Measure(before)) => {
            let mut after = Measure::clone(&before);
            after.state = varde_measures::MeasureState::Completed;
            after.ended = Some(day);
            measures::save_step(tx, &before, &after, None, why).await?;
        }
    }
    Ok(())
}
