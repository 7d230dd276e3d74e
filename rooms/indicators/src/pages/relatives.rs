//! A unit's own figure beside those above, beside and below it, and the whole country.

use std::collections::HashMap;

use varde_kernel::access::{self, Kind};
use varde_kernel::{UnitId, UnitTree};
use varde_web::{Ctx, Error};

use super::{nation, reading, rollup};
use crate::model::Indicator;
use crate::pages::reading::Reading;

/// How many units beside and below are shown; the funnel shows all.
const MOST: usize = 30;

/// Where a unit stands to the one that is read about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// The unit itself.
    Own,
    /// Right below it.
    Below,
    /// Under the same unit.
    Beside,
    /// Above it.
    Above,
    /// The whole country.
    Nation,
}

/// A unit with its place and its figures.
pub struct Relative {
    /// Where it stands.
    pub kinship: Kinship,
    /// Its figures.
    pub reading: Reading,
}

/// The units around `unit` with figures of the indicator: those above in order, others by name.
/// Never by result.
pub async fn around(cx: &Ctx, tree: &UnitTree, indicator: &Indicator, unit: UnitId) -> Result<Vec<Relative>, Error> {
    let nation = nation(tree, indicator);
    let line = tree.line(unit);
    let parent = line.get(1).copied();
    let mut wanted: Vec<(UnitId, Kinship)> = vec![(unit, Kinship::Own)];
    wanted.extend(tree.children(unit).iter().map(|child| (*child, Kinship::Below)));
    if let Some(parent) = parent {
        let beside = tree.children(parent).iter().filter(|other| **other != unit);
        wanted.extend(beside.map(|other| (*other, Kinship::Beside)));
    }
    wanted.extend(line.iter().skip(1).filter(|above| Some(**above) != nation).map(|above| (*above, Kinship::Above)));
    if let Some(nation) = nation.filter(|nation| *nation != unit) {
        wanted.retain(|(known, _)| *known != nation);
        wanted.push((nation, Kinship::Nation));
    }
    let units: Vec<UnitId> = wanted.iter().map(|(unit, _)| *unit).collect();
    let mut found: HashMap<UnitId, Reading> =
        reading::of_units(cx.db(), &super::sight(cx, tree), indicator, &units).await?;
    found.retain(|_, one| !one.values.is_empty());
    let silent: Vec<UnitId> = units.into_iter().filter(|unit| !found.contains_key(unit)).collect();
    let scope = access::scope(cx.actor(), Kind::Series);
    found.extend(rollup::of_units(cx.db(), (&scope, &super::sight(cx, tree)), indicator, &silent).await?);
    let mut relatives: Vec<Relative> = wanted
        .into_iter()
        .filter_map(|(unit, kinship)| Some(Relative { kinship, reading: found.remove(&unit)? }))
        .collect();
    let name = |one: &Relative| tree.get(one.reading.series.unit).map(|unit| unit.name.get(cx.locale()).to_lowercase());
    relatives.sort_by_cached_key(|one| match one.kinship {
        Kinship::Above => (one.kinship, None),
        _ => (one.kinship, name(one)),
    });
    let mut n_of = HashMap::<u8, usize>::new();
    relatives.retain(|one| {
        let n = n_of.entry(one.kinship as u8).or_default();
        *n += 1;
        *n <= MOST
    });
    Ok(relatives)
}
