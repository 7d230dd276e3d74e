//! Goals with what is known of them on a day: the target that held, the values, the judgement.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use varde_indicators::model::Missing;
use varde_indicators::{Indicator, Observation, Sight};
use varde_kernel::{IndicatorId, Period, UnitId, UnitTree};
use varde_store::{Error, Read};

use crate::model::goal::{Direction, Goal, SpreadTarget, Target, TargetKind};
use crate::rules::cascade;
use crate::rules::judge::{self, Facts, Judgement, Observed, Share};
use crate::rules::spread::{Between, UnitValue, between};

/// A goal with all that is known of it on a day.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The goal.
    pub goal: Goal,
    /// The indicator that judges it.
    pub indicator: Option<Indicator>,
    /// All versions of its target, oldest first.
    pub versions: Vec<Target>,
    /// The values of the unit that the goal is about, also those after the day.
    pub values: Vec<Observation>,
    /// The unit whose values judge it.
    pub about: UnitId,
    /// Whether that unit, and with it its values, is made up.
    pub synthetic: bool,
    /// Where it stands.
    pub judgement: Judgement,
    /// For a share of units that is counted here: how many count, and how many are left out.
    pub share: Option<Share>,
    /// How units differ, when the goal has a target for that on the day.
    pub spread: Option<SpreadStanding>,
    /// All versions of the target for spread, oldest first.
    pub spread_versions: Vec<SpreadTarget>,
    /// The day.
    pub as_of: Date,
}

/// How units differ, and where that stands.
#[derive(Clone, Debug)]
pub struct SpreadStanding {
    /// The target that holds on the day.
    pub target: SpreadTarget,
    /// The spread in each period that units have values for, oldest first, also those after the day.
    pub periods: Vec<(Period, Between)>,
    /// Where it stands.
    pub judgement: Judgement,
}

impl SpreadStanding {
    /// How the last period that counts was worked out; without one, the last that was tried.
    pub fn last(&self, as_of: Date) -> Option<&(Period, Between)> {
        let judged = self.judgement.last.map(|last| last.period);
        let tried = || self.periods.iter().rev().find(|(period, _)| period.end() <= as_of);
        self.periods.iter().rev().find(|(period, _)| Some(*period) == judged).or_else(tried)
    }
}

impl Standing {
    /// Whether some value is kept back from the reader, since it is small or would give a small one away.
    pub fn keeps_back(&self) -> bool {
        self.values.iter().any(|value| value.missing == Some(Missing::Protected))
    }

    /// The target that holds on the day.
    pub fn target(&self) -> Option<&Target> {
        judge::target_on(&self.versions, self.as_of)
    }
}

/// Judges goals on a day, in the order given, by the values that `sight` shows.
pub async fn of(
    db: &impl Read,
    sight: &Sight<'_>,
    tree: &UnitTree,
    goals: Vec<Goal>,
    as_of: Date,
) -> Result<Vec<Standing>, Error> {
    let ids: Vec<_> = goals.iter().map(|goal| goal.id).collect();
    let mut versions = super::targets::of(db, &ids).await?;
    let mut spreads = super::spreads::of(db, &ids).await?;
    let mut indicators: Vec<IndicatorId> = goals.iter().filter_map(|goal| goal.indicator).collect();
    indicators.sort_unstable();
    indicators.dedup();
    let known: HashMap<IndicatorId, Indicator> =
        varde_indicators::many(db, &indicators).await?.into_iter().map(|one| (one.id, one)).collect();
    let mut pairs: Vec<(IndicatorId, UnitId)> = goals
        .iter()
        .filter_map(|goal| goal.indicator.map(|indicator| (indicator, cascade::about(tree, goal.unit))))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let values = varde_indicators::values_of_pairs(db, sight, &pairs).await?;

    let mut found = Vec::with_capacity(goals.len());
    for goal in goals {
        let about = cascade::about(tree, goal.unit);
        let versions = versions.remove(&goal.id).unwrap_or_default();
        let indicator = goal.indicator.and_then(|id| known.get(&id)).cloned();
        let values = goal.indicator.and_then(|id| values.get(&(id, about))).cloned().unwrap_or_default();
        let target = judge::target_on(&versions, as_of);
        let limit = target
            .filter(|target| target.aim.kind == TargetKind::ShareOfUnits)
            .and_then(|target| target.aim.unit_limit);
        let (seen, share) = match (limit, goal.indicator) {
            (Some(limit), Some(indicator)) => {
                let reached = (goal.direction.unwrap_or(Direction::Up), limit);
                shares(db, sight, tree, (indicator, about), reached, as_of).await?
            }
            _ => (values.iter().filter_map(observed).collect(), None),
        };
        // A share that is counted here is per cent, whatever each unit is measured in.
        let measured = match (limit, target) {
            (Some(_), Some(target)) => Some(target.aim.measured),
            _ => indicator.as_ref().map(|indicator| indicator.measure),
        };
        let judgement = judge::judge(&Facts { target, direction: goal.direction, measured, values: &seen, as_of });
        let judgement = if newest_is_kept_back(&values, as_of) { judge::without_newest(judgement) } else { judgement };
        let spread_versions = spreads.remove(&goal.id).unwrap_or_default();
        let spread = match judge::version_on(&spread_versions, |version| &version.target, as_of) {
            Some(target) => Some(spread(db, (sight, tree), &goal, about, target.clone(), as_of).await?),
            None => None,
        };
        found.push(Standing {
            goal,
            indicator,
            versions,
            values,
            about,
            synthetic: tree.is_synthetic(about),
            judgement,
            share,
            spread,
            spread_versions,
            as_of,
        });
    }
    Ok(found)
}

/// Whether the newest value of a period that is over by a day is kept back from the reader.
fn newest_is_kept_back(values: &[Observation], as_of: Date) -> bool {
    let kept = |one: &&Observation| one.missing == Some(Missing::Protected);
    let newest = values
        .iter()
        .filter(|one| one.period.end() <= as_of && (one.value.is_some() || kept(one)))
        .max_by_key(|one| (one.period.end(), one.period.start()));
    newest.as_ref().is_some_and(kept)
}

/// A value as the judgement sees it; what is reported as missing is no value.
pub fn observed(value: &Observation) -> Option<Observed> {
    Some(Observed {
        period: value.period,
        value: value.value?,
        interval: value.low.zip(value.high),
        approximate: value.approximate,
    })
}

/// The values of these units in each period that any of them has a line for, oldest first.
async fn by_period(
    db: &impl Read,
    sight: &Sight<'_>,
    indicator: IndicatorId,
    units: &[UnitId],
) -> Result<Vec<(Period, Vec<Observation>)>, Error> {
    let mut periods: BTreeMap<(Date, Date), (Period, Vec<Observation>)> = BTreeMap::new();
    for some in units.chunks(200) {
        let pairs: Vec<_> = some.iter().map(|unit| (indicator, *unit)).collect();
        for value in varde_indicators::values_of_pairs(db, sight, &pairs).await?.into_values().flatten() {
            let key = (value.period.end(), value.period.start());
            periods.entry(key).or_insert_with(|| (value.period, Vec::new())).1.push(value);
        }
    }
    Ok(periods.into_values().collect())
}

/// The share of units below `about` that reach the limit, for each period with values, and how
/// the last one by `as_of` was counted.
async fn shares(
    db: &impl Read,
    sight: &Sight<'_>,
    tree: &UnitTree,
    (indicator, about): (IndicatorId, UnitId),
    (direction, limit): (Direction, f64),
    as_of: Date,
) -> Result<(Vec<Observed>, Option<Share>), Error> {
    let below: Vec<UnitId> = tree.below(about).into_iter().filter(|unit| *unit != about).collect();
    let mut last = None;
    let mut found = Vec::new();
    for (period, values) in by_period(db, sight, indicator, &below).await? {
        let values: Vec<Option<f64>> = values.into_iter().map(|one| one.value).collect();
        let share = judge::share_of_units(&values, direction, limit);
        if period.end() <= as_of {
            last = Some(share);
        }
        if let Some(value) = share.percent() {
            found.push(Observed { period, value, interval: None, approximate: false });
        }
    }
    Ok((found, last))
}

/// How units of one kind below `about` differ in each period, and where that stands.
async fn spread(
    db: &impl Read,
    (sight, tree): (&Sight<'_>, &UnitTree),
    goal: &Goal,
    about: UnitId,
    target: SpreadTarget,
    as_of: Date,
) -> Result<SpreadStanding, Error> {
    let is_compared = |unit: &UnitId| tree.get(*unit).is_some_and(|unit| unit.kind == target.among);
    let units: Vec<UnitId> = tree.below(about).into_iter().filter(is_compared).collect();
    let mut periods = Vec::new();
    if let Some(indicator) = goal.indicator {
        for (period, values) in by_period(db, sight, indicator, &units).await? {
            let seen: Vec<UnitValue> = values
                .iter()
                .filter_map(|one| Some(UnitValue { value: one.value?, counted: one.numerator.zip(one.denominator) }))
                .collect();
            periods.push((period, between(target.of, &seen, units.len())));
        }
    }
    let values: Vec<Observed> = periods
        .iter()
        .filter_map(|(period, between)| {
            Some(Observed { period: *period, value: between.value?, interval: None, approximate: false })
        })
        .collect();
    let measured = goal.indicator.map(|_| target.target.aim.measured);
    let facts =
        Facts { target: Some(&target.target), direction: Some(Direction::Down), measured, values: &values, as_of };
    let judgement = judge::judge(&facts);
    Ok(SpreadStanding { target, periods, judgement })
}
