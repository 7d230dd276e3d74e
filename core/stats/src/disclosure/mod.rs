//! Disclosure control: which counts of a table must not be shown, so that nobody can be picked out.
//!
//! The table is a list of counts and a list of sums among them: a hospital is the sum of its wards, a year the
//! sum of its months. [`protect`] hides what is small (primary), and then whatever else must go so that the
//! small ones cannot be worked out from the rest (complementary). [`bounds`] is the attacker: it knows every
//! count that is shown and every sum, and says between which values each hidden count must lie. `protect`
//! asks it before it is content. [`Table`] is the same for counts that come in cells, some of which have been
//! hidden or seen before. See docs/methods/suppression.md.

mod bounds;
mod simplex;
mod table;

pub use table::{Seen, Sum, Table};

use std::collections::BTreeSet;

/// What an audience may see. There is one for each audience: a unit's own leader, the trust, the public.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Policy {
    /// Counts above 0 and below this are hidden.
    pub threshold: f64,
    /// Whether zeros are hidden too.
    pub hide_zeros: bool,
    /// What shown counts are rounded to, if anything.
    pub round_to: Option<f64>,
}

impl Policy {
    /// Hides counts from 1 up to one below the threshold; shows zeros; rounds nothing.
    pub const fn below(threshold: f64) -> Self {
        Self { threshold, hide_zeros: false, round_to: None }
    }

    /// Whether a count is hidden for its own sake.
    pub fn is_small(&self, count: f64) -> bool {
        count < self.threshold && (0.0 < count || self.hide_zeros)
    }

    /// A shown count as it is shown. Halves go up.
    pub fn shown(&self, count: f64) -> f64 {
        match self.round_to {
            Some(step) if 0.0 < step => libm::floor(count / step + 0.5) * step,
            _ => count,
        }
    }
}

/// A count that is the sum of others. All are places in the list of counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The sum.
    pub total: usize,
    /// What it is the sum of.
    pub parts: Vec<usize>,
}

impl Relation {
    fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.parts.iter().copied().chain([self.total])
    }
}

/// Why a count is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hidden {
    /// There is none.
    Missing,
    /// It is small.
    Small,
    /// A small one could be worked out from it.
    Protects,
}

/// Why a table cannot be protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DisclosureError {
    /// A negative or unreadable count, by its place.
    #[error("count {0} cannot be right")]
    Unreadable(usize),
    /// A sum that names a place outside the list, or itself, by its place among the sums.
    #[error("sum {0} names a count that is not there")]
    NoPlace(usize),
    /// The counts do not add up as a sum says, by its place among the sums.
    #[error("sum {0} does not add up")]
    NoSum(usize),
    /// A threshold that is none.
    #[error("the threshold must be above 0")]
    Threshold,
}

/// Says for each count whether it is hidden, and why.
///
/// When it is done, the interval that an attacker can work out for any small count is at least
/// `threshold − 1` wide: as wide as the small counts themselves.
///
/// # Errors
///
/// [`DisclosureError`] names the count or sum at fault.
///
/// # Example
///
/// ```
/// use varde_stats::disclosure::{Hidden, Policy, Relation, protect};
/// // Three wards and their hospital: the 2 is small, and the 9 would give it away.
/// let counts = [Some(2.0), Some(9.0), Some(40.0), Some(51.0)];
/// let sums = [Relation { total: 3, parts: vec![0, 1, 2] }];
/// let hidden = protect(&counts, &sums, &Policy::below(5.0)).unwrap();
/// assert_eq!(hidden, [Some(Hidden::Small), Some(Hidden::Protects), None, None]);
/// ```
///
/// # Source
///
/// Hundepool A et al. (2012). *Statistical Disclosure Control*, chapter 4.
pub fn protect(
    counts: &[Option<f64>],
    relations: &[Relation],
    policy: &Policy,
) -> Result<Vec<Option<Hidden>>, DisclosureError> {
    check(counts, relations, policy)?;
    let need = (policy.threshold - 1.0).max(1.0);
    let small = |count: &f64| policy.is_small(*count);
    let hidden: Vec<bool> = counts.iter().map(|count| count.as_ref().is_none_or(small)).collect();
    let needs: Vec<f64> =
        counts.iter().map(|count| if count.as_ref().is_some_and(small) { need } else { 0.0 }).collect();
    let mut table = table(counts, &needs, &hidden, relations)?;
    table.withhold();
    let why = |(place, count): (usize, &Option<f64>)| match count {
        None => Some(Hidden::Missing),
        Some(count) if policy.is_small(*count) => Some(Hidden::Small),
        Some(_) => table.is_hidden(place).then_some(Hidden::Protects),
    };
    Ok(counts.iter().enumerate().map(why).collect())
}

/// Each count as a cell of its own; the places are those of the list.
fn table(
    counts: &[Option<f64>],
    needs: &[f64],
    hidden: &[bool],
    relations: &[Relation],
) -> Result<Table, DisclosureError> {
    let mut table = Table::default();
    for ((count, need), hidden) in counts.iter().zip(needs).zip(hidden) {
        table.cell(&[(count.unwrap_or(0.0), *need)], *hidden, Seen::Nobody)?;
    }
    for relation in relations {
        table.sum(Sum { total: relation.total, parts: relation.parts.clone(), known_by_parts: false })?;
    }
    Ok(table)
}

fn check(counts: &[Option<f64>], relations: &[Relation], policy: &Policy) -> Result<(), DisclosureError> {
    if policy.threshold.is_nan() || policy.threshold <= 0.0 || policy.threshold.is_infinite() {
        return Err(DisclosureError::Threshold);
    }
    let wrong = |count: &f64| !(0.0 <= *count && *count <= 1e15);
    if let Some(place) = counts.iter().position(|count| count.as_ref().is_some_and(wrong)) {
        return Err(DisclosureError::Unreadable(place));
    }
    for (place, relation) in relations.iter().enumerate() {
        let distinct: BTreeSet<usize> = relation.places().collect();
        if distinct.len() != relation.parts.len() + 1 || relation.places().any(|place| counts.len() <= place) {
            return Err(DisclosureError::NoPlace(place));
        }
        let parts: Option<f64> = relation.parts.iter().map(|part| counts[*part]).sum();
        if let (Some(parts), Some(total)) = (parts, counts[relation.total])
            && 1e-9 * total.max(1.0) < (parts - total).abs()
        {
            return Err(DisclosureError::NoSum(place));
        }
    }
    Ok(())
}

/// What an attacker can work out: for each count the least and the largest value that it can have, given
/// all that is shown, all sums, and that counts are not negative. A shown count is its own interval.
///
/// # Errors
///
/// [`DisclosureError`] names the count or sum at fault.
pub fn bounds(
    counts: &[Option<f64>],
    hidden: &[bool],
    relations: &[Relation],
) -> Result<Vec<(f64, f64)>, DisclosureError> {
    check(counts, relations, &Policy::below(1.0))?;
    let hidden: Vec<bool> = counts
        .iter()
        .enumerate()
        .map(|(place, count)| count.is_none() || hidden.get(place).copied().unwrap_or(false))
        .collect();
    Ok(table(counts, &vec![0.0; counts.len()], &hidden, relations)?.attack())
}

#[cfg(test)]
mod tests;
