//! A status of a day that is past: what people had done by then, and not what they have done since.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use varde_kernel::MeasureId;
use varde_store::{Error, Read, states};

use super::{MeasureLine, PlanStatus};
use crate::model::plan::{Owner, Plan};

/// Takes a plan, its owners' approvals and its measures back to a day.
pub(super) async fn take_back(db: &impl Read, status: &mut PlanStatus) -> Result<(), Error> {
    let day = status.as_of;
    plan(db, &mut status.plan, day).await?;
    approvals(&mut status.owners, day);
    status.missing = crate::rules::plan::missing_owners(&status.owners, status.plan.version_no);
    status.n_unfollowed = measures(db, &mut status.measures, day).await?;
    Ok(())
}

async fn plan(db: &impl Read, plan: &mut Plan, day: Date) -> Result<(), Error> {
    let stood = states::on(db, &[plan.id], day).await?;
    if let Some(state) = stood.get(&plan.id.uuid()).and_then(|stood| stood.state.parse().ok()) {
        plan.state = state;
    }
    Ok(())
}

/// Approvals that were given later had not been given. Those without a day are from before the plan came here.
fn approvals(owners: &mut [Owner], day: Date) {
    let end = day.tomorrow().and_then(|next| next.to_zoned(TimeZone::UTC)).map(|end| end.timestamp());
    for owner in owners {
        if let (Some(at), Ok(end)) = (owner.approved_at, &end)
            && *end <= at
        {
            (owner.approved_version, owner.approved_at, owner.approved_by) = (None, None, None);
        }
    }
}

/// Gives measures the states and the progress that they had; says how many were not followed here by then.
pub async fn measures(db: &impl Read, lines: &mut [MeasureLine], day: Date) -> Result<usize, Error> {
    let ids: Vec<MeasureId> = lines.iter().map(|line| line.place.measure).collect();
    let stood = varde_measures::store::stood(db, &ids, day).await?;
    let mut n_unfollowed = 0;
    for line in lines {
        let Some(then) = stood.get(&line.place.measure) else { continue };
        (line.state, line.progress) = (then.state, then.progress);
        n_unfollowed += usize::from(!then.known);
    }
    Ok(n_unfollowed)
}
