//! Values that were computed from events: into the series, each with what it rests on.

use std::collections::{BTreeMap, HashMap};

use varde_kernel::access::{Action, Actor, Author};
use varde_kernel::{Period, UnitId, UnitTree};
use varde_store::{Error, Tx};

use crate::model::{Basis, Context, Entry, Indicator, Missing, Observation};
use crate::rules;
use crate::rules::disclosure::Sight;
use crate::store::{self, Recording, Slot};

/// A unit's value in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// For which unit.
    pub unit: UnitId,
    /// Whether those treated there are counted, or those who live there.
    pub context: Context,
    /// The period.
    pub period: Period,
    /// Numerator and denominator; none when there were too few to say anything.
    pub counted: Option<(f64, f64)>,
    /// Whether it may still change.
    pub provisional: bool,
    /// What it rests on.
    pub basis: Basis,
}

/// What became of measured values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Values of periods that had none.
    pub n_new: usize,
    /// Values that replaced a computed one; the former one stays readable.
    pub n_restated: usize,
    /// Values that came out as before.
    pub n_same: usize,
    /// Values that were not taken, since someone has reported another, or it was computed from later data.
    pub n_kept: usize,
}

impl Taken {
    /// Adds what became of others.
    pub const fn add(&mut self, other: Self) {
        self.n_new += other.n_new;
        self.n_restated += other.n_restated;
        self.n_same += other.n_same;
        self.n_kept += other.n_kept;
    }
}

/// Takes an indicator's measured values into its series. What people have reported is never replaced by what was
/// computed; what was computed before is replaced when it comes out otherwise, and stays readable.
///
/// # Errors
///
/// When the policy refuses whoever writes, or the database does not answer.
pub async fn take(
    tx: &Tx,
    tree: &UnitTree,
    (indicator, source): (&Indicator, &str),
    measured: Vec<Measured>,
) -> Result<Taken, Error> {
    let actor = match tx.author() {
        Author::System(system) => Actor::System(system),
        Author::Person(_) | Author::Anonymous => Actor::Anonymous,
    };
    let mut by_series: BTreeMap<(UnitId, bool), Vec<Measured>> = BTreeMap::new();
    for one in measured {
        by_series.entry((one.unit, one.context == Context::Residence)).or_default().push(one);
    }
    let mut taken = Taken::default();
    for ((unit, residence), measured) in by_series {
        let context = if residence { Context::Residence } else { Context::Treating };
        let series = store::series_at(tx, (indicator.id, unit), (context, "")).await?;
        let slot = Slot { context, ..Slot::whole(indicator.clone(), unit, series) };
        let mut slot = store::grant_slot(&actor, tree, slot, Action::Answer)?;
        let (values, bases) = match &slot.series {
            Some(series) => (store::values(tx, &Sight::Whole, series.id).await?, store::bases(tx, series.id).await?),
            None => (Vec::new(), HashMap::new()),
        };
        let mut fresh = Vec::new();
        for one in measured {
            let former = values.iter().find(|value| value.period == one.period);
            match decide(former.map(|former| (former, bases.get(&former.id))), &entry(indicator, &one, source), &one) {
                Step::Keep => taken.n_kept += 1,
                Step::Confirm(former) => {
                    taken.n_same += 1;
                    store::confirm_basis(tx, former.id, &one.basis.key.cut_off).await?;
                }
                Step::Record(former) => {
                    if former.is_some() {
                        taken.n_restated += 1;
                    } else {
                        taken.n_new += 1;
                    }
                    fresh.push((former.map(|former| former.id), one));
                }
            }
        }
        if fresh.is_empty() {
            continue;
        }
        let recordings: Vec<Recording> = fresh
            .iter()
            .map(|(former, one)| Recording {
                period: one.period,
                entry: entry(indicator, one, source),
                former: *former,
                reason: String::new(),
                code: None,
            })
            .collect();
        let series = store::record(tx, &mut slot, &recordings).await?;
        let ids: HashMap<Period, _> =
            store::values(tx, &Sight::Whole, series).await?.into_iter().map(|value| (value.period, value.id)).collect();
        for (_, one) in &fresh {
            if let Some(id) = ids.get(&one.period) {
                store::put_basis(tx, *id, &one.basis).await?;
            }
        }
    }
    Ok(taken)
}

/// What to do with a measured value.
enum Step<'a> {
    /// Leave what is there.
    Keep,
    /// It is there already.
    Confirm(&'a Observation),
    /// Write it, in place of a former one or not.
    Record(Option<&'a Observation>),
}

fn decide<'a>(former: Option<(&'a Observation, Option<&Basis>)>, entry: &Entry, one: &Measured) -> Step<'a> {
    let Some((former, basis)) = former else { return Step::Record(None) };
    // Without a basis it was reported by someone, who knows why.
    let Some(basis) = basis else { return Step::Keep };
    if one.basis.key.cut_off < basis.confirmed {
        return Step::Keep;
    }
    let differs = basis.key.differs(&one.basis.key);
    let only_later = differs.iter().all(|part| *part == "cut-off");
    if only_later && former.entry() == *entry && basis.adjusted == one.basis.adjusted {
        return Step::Confirm(former);
    }
    Step::Record(Some(former))
}

fn entry(indicator: &Indicator, one: &Measured, source: &str) -> Entry {
    let entry = match one.counted {
        Some((numerator, denominator)) => Entry {
            numerator: Some(numerator),
            denominator: Some(denominator),
            provisional: one.provisional,
            source: source.to_owned(),
            ..Entry::default()
        },
        None => Entry {
            missing: Some(Missing::TooFew),
            provisional: one.provisional,
            source: source.to_owned(),
            ..Entry::default()
        },
    };
    rules::completed(indicator.measure, indicator.per, entry)
}
