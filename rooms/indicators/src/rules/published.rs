//! The published table of an indicator: its values over units, periods and parts, with the sums among them, and
//! what must be kept back so that no small count can be worked out from the rest.
//!
//! It holds every value that was ever there, also those that were corrected: whoever saw the sum before a
//! correction and the parts after it must not learn more than either shows.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::{Period, PeriodType, UnitId, UnitTree};
use varde_stats::disclosure::{DisclosureError, Seen, Sum, Table};

use super::disclosure::{Counts, Limits, Policy};
use crate::model::{Audience, Context};

/// A value in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The unit.
    pub unit: UnitId,
    /// Whom it counts.
    pub context: Context,
    /// For which part of those counted; empty for all.
    pub stratum: String,
    /// The period.
    pub period: Period,
    /// The counts behind it.
    pub counts: Counts,
    /// Since when it holds.
    pub from: Timestamp,
    /// When a correction replaced it.
    pub until: Option<Timestamp>,
    /// Who may see it by what was decided before; none when nothing was.
    pub shown: Option<Audience>,
    /// Whether a public document prints it.
    pub printed: bool,
}

/// Who may see each value. What was kept back stays so, unless `anew`: then only what has been seen is
/// remembered, as when the policy has changed.
///
/// # Errors
///
/// [`DisclosureError`] for a count that is none.
pub fn publish(cells: &[Cell], tree: &UnitTree, policy: &Policy, anew: bool) -> Result<Vec<Audience>, DisclosureError> {
    let bonds = bonds(cells, tree);
    let service = withheld(cells, &bonds, policy.service, (Audience::Service, anew), &vec![false; cells.len()])?;
    let open = if policy.open == policy.service && !cells.iter().any(|cell| cell.shown == Some(Audience::Service)) {
        service.clone()
    } else {
        withheld(cells, &bonds, policy.open, (Audience::Open, anew), &service)?
    };
    let audience = |(service, open): (&bool, &bool)| match (service, open) {
        (true, _) => Audience::Own,
        (false, true) => Audience::Service,
        (false, false) => Audience::Open,
    };
    Ok(service.iter().zip(&open).map(audience).collect())
}

/// Which cells are kept back from an audience, of which those in `already` are.
fn withheld(
    cells: &[Cell],
    bonds: &[Bond],
    limits: Limits,
    (audience, anew): (Audience, bool),
    already: &[bool],
) -> Result<Vec<bool>, DisclosureError> {
    let need = f64::from(limits.threshold.max(2) - 1);
    let mut table = Table::default();
    let mut places: Vec<usize> = Vec::with_capacity(cells.len());
    for (cell, already) in cells.iter().zip(already) {
        let (is_small, small) = cell.counts.small(limits);
        let before = cell.shown.is_some_and(|shown| shown < audience) && !anew;
        let seen = match cell.shown {
            _ if cell.printed => Seen::Everyone,
            Some(shown) if audience <= shown => Seen::Some,
            Some(_) | None => Seen::Nobody,
        };
        let hidden = (is_small || before || *already) && !cell.printed;
        let layer = |at: usize, small: bool| {
            let count = cell.counts.layers.get(at).copied().flatten();
            (count.unwrap_or(0.0), if small && hidden { need } else { 0.0 })
        };
        places.push(table.cell(&[layer(0, small[0]), layer(1, small[1])], hidden, seen)?);
    }
    for bond in bonds {
        bind(&mut table, cells, &places, bond, (limits, need))?;
    }
    table.withhold();
    Ok(places.iter().map(|place| table.is_hidden(*place)).collect())
}

/// A cell and those that are parts of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Bond {
    total: usize,
    parts: Vec<usize>,
    /// Whether the parts are other units, whose people know their own.
    units: bool,
}

/// Writes a bond into the table, once for each sort of count. What the parts do not account for is a part of its
/// own that nobody is shown: a ward that has not reported is known by the rest.
fn bind(
    table: &mut Table,
    cells: &[Cell],
    places: &[usize],
    bond: &Bond,
    (limits, need): (Limits, f64),
) -> Result<(), DisclosureError> {
    let of = |cell: usize| cells.get(cell).map(|cell| cell.counts).unwrap_or_default();
    let place = |cell: usize, layer: usize| places.get(cell).map_or(0, |place| place + layer);
    for layer in 0..2 {
        let count = |cell: usize| of(cell).layers.get(layer).copied().flatten();
        let Some(total) = count(bond.total) else { continue };
        let mut parts: Vec<usize> = Vec::new();
        let mut sum = 0.0;
        for part in &bond.parts {
            if let Some(count) = count(*part) {
                parts.push(place(*part, layer));
                sum += count;
            }
        }
        if parts.is_empty() {
            continue;
        }
        let cases = of(bond.total).cases.get(layer).copied().unwrap_or(false);
        let few = f64::from(if cases { limits.threshold } else { limits.denominator });
        let rest = total - sum;
        let known_by_parts = bond.units;
        let whole = place(bond.total, layer);
        if rest.abs() <= 1e-6 * total.max(1.0) {
            table.sum(Sum { total: whole, parts, known_by_parts })?;
        } else if 0.0 < rest {
            let need = if rest < few { need } else { 0.0 };
            parts.push(table.cell(&[(rest, need)], true, Seen::Nobody)?);
            table.sum(Sum { total: whole, parts, known_by_parts })?;
        } else if -few < rest {
            // The parts count a few more than their sum, as when someone is counted twice. Taken as if that were known.
            let together = table.cell(&[(sum, 0.0)], true, Seen::Nobody)?;
            let twice = table.cell(&[(-rest, 0.0)], false, Seen::Everyone)?;
            table.sum(Sum { total: together, parts, known_by_parts })?;
            table.sum(Sum { total: together, parts: vec![whole, twice], known_by_parts: false })?;
        }
    }
    Ok(())
}

/// Where a value stands, apart from its versions.
type Place = (Context, String, (Date, Date), UnitId);

/// What is part of what: units of the unit above, shorter periods of longer ones, parts of the whole.
fn bonds(cells: &[Cell], tree: &UnitTree) -> Vec<Bond> {
    let mut versions: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
    for (at, cell) in cells.iter().enumerate() {
        versions.entry(place_of(cell)).or_default().push(at);
    }
    let mut found: BTreeSet<Bond> = BTreeSet::new();
    let mut add = |total: &Place, parts: &[&Place], units: bool| {
        let of = |place: &Place| versions.get(place).map_or(&[][..], Vec::as_slice);
        found.extend(snapshots(cells, of(total), &parts.iter().map(|part| of(part)).collect::<Vec<_>>(), units));
    };
    over_units(&versions, tree, &mut add);
    over_contexts(&versions, tree, &mut add);
    over_time(cells, &versions, &mut add);
    over_parts(cells, &versions, &mut add);
    found.into_iter().collect()
}

fn place_of(cell: &Cell) -> Place {
    (cell.context, cell.stratum.clone(), (cell.period.start(), cell.period.end()), cell.unit)
}

/// The bonds of one sum as they were at each moment: now, and before each correction of what is in it.
fn snapshots(cells: &[Cell], total: &[usize], parts: &[&[usize]], units: bool) -> Vec<Bond> {
    let all = || total.iter().chain(parts.iter().flat_map(|part| part.iter())).filter_map(|at| cells.get(*at));
    let mut moments: Vec<Option<Timestamp>> =
        all().filter(|cell| cell.from < end_of(cell)).map(|cell| cell.until).collect();
    moments.push(None);
    moments.sort_unstable();
    moments.dedup();
    let valid = |of: &[usize], moment: Option<Timestamp>| {
        of.iter().copied().find(|at| {
            cells.get(*at).is_some_and(|cell| match moment {
                None => cell.until.is_none(),
                Some(moment) => cell.from < moment && cell.until.is_none_or(|until| moment <= until),
            })
        })
    };
    moments
        .into_iter()
        .filter_map(|moment| {
            let total = valid(total, moment)?;
            let parts: Vec<usize> = parts.iter().filter_map(|part| valid(part, moment)).collect();
            (!parts.is_empty()).then_some(Bond { total, parts, units })
        })
        .collect()
}

fn end_of(cell: &Cell) -> Timestamp {
    cell.until.unwrap_or(Timestamp::MAX)
}

/// One context, part and period: units beside and above each other.
type Sheet<'a> = (Context, &'a str, (Date, Date));
/// One context, period and unit: the whole and its parts.
type Whole = (Context, (Date, Date), UnitId);

/// What takes a sum and its parts.
type Add<'a> = dyn FnMut(&Place, &[&Place], bool) + 'a;

/// Each unit is part of the nearest one above it that has a value of its own.
fn over_units(versions: &BTreeMap<Place, Vec<usize>>, tree: &UnitTree, add: &mut Add<'_>) {
    let mut tables: BTreeMap<Sheet<'_>, BTreeMap<UnitId, &Place>> = BTreeMap::new();
    for place in versions.keys() {
        tables.entry((place.0, &place.1, place.2)).or_default().insert(place.3, place);
    }
    let mut lines: HashMap<UnitId, std::sync::Arc<[UnitId]>> = HashMap::new();
    for units in tables.values() {
        let mut below: BTreeMap<UnitId, Vec<&Place>> = BTreeMap::new();
        for (unit, place) in units {
            let line = lines.entry(*unit).or_insert_with(|| tree.line(*unit));
            if let Some(above) = line.iter().skip(1).find(|above| units.contains_key(above)) {
                below.entry(*above).or_default().push(place);
            }
        }
        for (above, parts) in &below {
            if let Some(total) = units.get(above) {
                add(total, parts, true);
            }
        }
    }
}

/// Those whom a whole country treated are those who live in it: its areas by residence add up to what it treated,
/// and its hospitals to those who live there.
fn over_contexts(versions: &BTreeMap<Place, Vec<usize>>, tree: &UnitTree, add: &mut Add<'_>) {
    let mut tables: BTreeMap<Sheet<'_>, BTreeMap<UnitId, &Place>> = BTreeMap::new();
    for place in versions.keys() {
        tables.entry((place.0, &place.1, place.2)).or_default().insert(place.3, place);
    }
    for (sheet, units) in &tables {
        let other = match sheet.0 {
            Context::Treating => Context::Residence,
            Context::Residence => Context::Treating,
        };
        let Some(others) = tables.get(&(other, sheet.1, sheet.2)) else { continue };
        for root in tree.roots() {
            let Some(total) = units.get(root) else { continue };
            // The topmost of the other sort; those below them are theirs.
            let topmost = |unit: &UnitId| {
                let line = tree.line(*unit);
                line.last() == Some(root) && !line.iter().skip(1).any(|above| others.contains_key(above))
            };
            let parts: Vec<&Place> = others.iter().filter(|(unit, _)| topmost(unit)).map(|(_, place)| *place).collect();
            if !parts.is_empty() {
                add(total, &parts, true);
            }
        }
    }
}

/// Each period is the sum of the shorter ones within it, for each sort of them.
fn over_time(cells: &[Cell], versions: &BTreeMap<Place, Vec<usize>>, add: &mut Add<'_>) {
    let mut series: BTreeMap<(Context, &str, UnitId), Vec<&Place>> = BTreeMap::new();
    for place in versions.keys() {
        series.entry((place.0, &place.1, place.3)).or_default().push(place);
    }
    let sort = |place: &Place| -> Option<PeriodType> {
        versions.get(place)?.first().and_then(|at| cells.get(*at)).and_then(|cell| cell.period.sort())
    };
    for places in series.values() {
        let mut of_sort: Vec<(PeriodType, Vec<&Place>)> = Vec::new();
        for place in places {
            let Some(own) = sort(place) else { continue };
            match of_sort.iter_mut().find(|(known, _)| *known == own) {
                Some((_, list)) => list.push(place),
                None => of_sort.push((own, vec![place])),
            }
        }
        if of_sort.len() < 2 {
            continue;
        }
        for (longer, totals) in &of_sort {
            for (shorter, all) in of_sort.iter().filter(|(shorter, _)| shorter != longer) {
                for total in totals {
                    let within = |part: &&&Place| total.2.0 <= part.2.0 && part.2.1 <= total.2.1 && part.2 != total.2;
                    let parts: Vec<&Place> = all.iter().filter(within).copied().collect();
                    if !parts.is_empty() && longer != shorter {
                        add(total, &parts, false);
                    }
                }
            }
        }
    }
}

/// Parts of the whole, such as women and men; and ages beside them, which make up the whole once more.
fn over_parts(cells: &[Cell], versions: &BTreeMap<Place, Vec<usize>>, add: &mut Add<'_>) {
    let mut wholes: BTreeMap<Whole, Vec<&Place>> = BTreeMap::new();
    for place in versions.keys() {
        wholes.entry((place.0, place.2, place.3)).or_default().push(place);
    }
    let newest = |place: &Place, layer: usize| {
        let at = versions.get(place)?.iter().max_by_key(|at| cells.get(**at).map(end_of))?;
        cells.get(*at)?.counts.layers.get(layer).copied().flatten()
    };
    for places in wholes.values() {
        let (total, parts): (Vec<&Place>, Vec<&Place>) = places.iter().copied().partition(|place| place.1.is_empty());
        let Some(total) = total.first() else { continue };
        for group in groups(
            &parts,
            |place| newest(place, 0).or_else(|| newest(place, 1)),
            newest(total, 0).or_else(|| newest(total, 1)),
        ) {
            add(total, &group, false);
        }
    }
}

/// The most parts among which ways of making up the whole are looked for.
const MOST_PARTS: usize = 12;

/// Parts that make up the whole together: all of them when they are not more than it, otherwise each smallest
/// choice of them that gives exactly the whole.
fn groups<'a>(parts: &[&'a Place], count: impl Fn(&Place) -> Option<f64>, whole: Option<f64>) -> Vec<Vec<&'a Place>> {
    let Some(whole) = whole else { return Vec::new() };
    let known: Vec<(&'a Place, f64)> = parts.iter().filter_map(|place| Some((*place, count(place)?))).collect();
    let sum: f64 = known.iter().map(|(_, count)| count).sum();
    if known.is_empty() {
        return Vec::new();
    }
    if sum <= whole + 1e-6 || MOST_PARTS < known.len() {
        return vec![known.into_iter().map(|(place, _)| place).collect()];
    }
    let mut found: Vec<u32> = Vec::new();
    let mut choices: Vec<u32> = (1..(1_u32 << known.len())).collect();
    choices.sort_by_key(|choice| choice.count_ones());
    for choice in choices {
        let chosen = || known.iter().zip(0..).filter(|(_, bit)| choice >> bit & 1 == 1).map(|(one, _)| one);
        let makes: f64 = chosen().map(|(_, count)| count).sum();
        if (makes - whole).abs() <= 1e-6 && found.iter().all(|smaller| choice & smaller != *smaller) {
            found.push(choice);
        }
    }
    found
        .into_iter()
        .map(|choice| {
            known.iter().zip(0..).filter(|(_, bit)| choice >> bit & 1 == 1).map(|((place, _), _)| *place).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests;
