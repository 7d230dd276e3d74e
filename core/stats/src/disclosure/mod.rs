//! Disclosure control: which counts of a table must not be shown, so that nobody can be picked out.
//!
//! The table is a list of counts and a list of sums among them: a hospital is the sum of its wards, a year the
//! sum of its months. [`protect`] hides what is small (primary), and then whatever else must go so that the
//! small ones cannot be worked out from the rest (complementary). [`bounds`] is the attacker: it knows every
//! count that is shown and every sum, and says between which values each hidden count must lie. `protect`
//! asks it before it is content. See docs/methods/suppression.md.

mod simplex;

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

/// Up to so many hidden counts that hang together, the attacker is exact; beyond it, it narrows intervals
/// until nothing changes.
const EXACT: usize = 80;

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
    let mut hidden: Vec<Option<Hidden>> = counts
        .iter()
        .map(|count| match count {
            None => Some(Hidden::Missing),
            Some(count) => policy.is_small(*count).then_some(Hidden::Small),
        })
        .collect();
    let of_place = by_place(counts.len(), relations);
    let mut open: Vec<usize> = (0..counts.len()).filter(|place| hidden[*place] == Some(Hidden::Small)).collect();
    let need = (policy.threshold - 1.0).max(1.0);
    while let Some(place) = open.last().copied() {
        let group = Group::around(place, &hidden, relations, &of_place);
        let (low, high) = group.bounds_of(place, counts, relations);
        if need <= high - low {
            open.pop();
            continue;
        }
        let Some(next) = helper(place, &group, counts, &hidden, relations, &of_place) else {
            open.pop();
            continue;
        };
        hidden[next] = Some(Hidden::Protects);
    }
    Ok(hidden)
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

fn by_place(n: usize, relations: &[Relation]) -> Vec<Vec<usize>> {
    let mut of_place = vec![Vec::new(); n];
    for (index, relation) in relations.iter().enumerate() {
        for place in relation.places() {
            if let Some(list) = of_place.get_mut(place) {
                list.push(index);
            }
        }
    }
    of_place
}

/// The hidden counts that hang together with one, and the sums that bind them.
struct Group {
    places: Vec<usize>,
    relations: Vec<usize>,
}

impl Group {
    fn around(start: usize, hidden: &[Option<Hidden>], relations: &[Relation], of_place: &[Vec<usize>]) -> Self {
        let mut places = BTreeSet::from([start]);
        let mut bound = BTreeSet::new();
        let mut todo = vec![start];
        while let Some(place) = todo.pop() {
            for relation in &of_place[place] {
                if bound.insert(*relation) {
                    for other in relations[*relation].places() {
                        if hidden[other].is_some() && places.insert(other) {
                            todo.push(other);
                        }
                    }
                }
            }
        }
        Self { places: places.into_iter().collect(), relations: bound.into_iter().collect() }
    }

    /// The sums as equations over the hidden counts: places with their signs, and what they add up to.
    fn equations(&self, counts: &[Option<f64>], relations: &[Relation]) -> Vec<(Vec<(usize, f64)>, f64)> {
        self.relations
            .iter()
            .map(|index| {
                let relation = &relations[*index];
                let mut terms = Vec::new();
                let mut right = 0.0;
                let signed = relation.parts.iter().map(|part| (*part, 1.0)).chain([(relation.total, -1.0)]);
                for (place, sign) in signed {
                    match self.places.binary_search(&place) {
                        Ok(column) => terms.push((column, sign)),
                        Err(_) => right -= sign * counts[place].unwrap_or(0.0),
                    }
                }
                (terms, right)
            })
            .collect()
    }

    fn bounds_of(&self, place: usize, counts: &[Option<f64>], relations: &[Relation]) -> (f64, f64) {
        let Ok(column) = self.places.binary_search(&place) else { return (0.0, f64::INFINITY) };
        let equations = self.equations(counts, relations);
        if self.places.len() <= EXACT {
            simplex::range(self.places.len(), &equations, column)
        } else {
            narrowed(self.places.len(), &equations).get(column).copied().unwrap_or((0.0, f64::INFINITY))
        }
    }
}

/// Intervals of all variables that are not negative, narrowed by every equation until nothing changes.
fn narrowed(n: usize, equations: &[(Vec<(usize, f64)>, f64)]) -> Vec<(f64, f64)> {
    let mut bounds = vec![(0.0, f64::INFINITY); n];
    for _ in 0..200 {
        let mut changed = false;
        for (terms, right) in equations {
            for (column, sign) in terms {
                // sign · x = right − the others.
                let (mut low, mut high) = (*right, *right);
                for (other, other_sign) in terms.iter().filter(|(other, _)| other != column) {
                    let (from, to) = bounds[*other];
                    let (from, to) = if 0.0 < *other_sign { (from, to) } else { (-to, -from) };
                    low -= to;
                    high -= from;
                }
                let (low, high) = if 0.0 < *sign { (low, high) } else { (-high, -low) };
                let (from, to) = bounds[*column];
                let next = (from.max(low), to.min(high));
                if next != (from, to) {
                    bounds[*column] = next;
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
    bounds
}

/// The count to hide next: of those in a sum with one hidden count, which gives it away at once, the one that
/// mends most such sums; else one in a sum of the small count, or of the group. Among equals the least count that is
/// not zero, and parts before sums.
fn helper(
    place: usize,
    group: &Group,
    counts: &[Option<f64>],
    hidden: &[Option<Hidden>],
    relations: &[Relation],
    of_place: &[Vec<usize>],
) -> Option<usize> {
    let n_hidden = |index: usize| relations[index].places().filter(|place| hidden[*place].is_some()).count();
    let single: Vec<usize> = group.relations.iter().copied().filter(|index| n_hidden(*index) == 1).collect();
    let shown_in = |indices: &[usize]| {
        indices
            .iter()
            .flat_map(|index| relations[*index].places().map(|other| (other == relations[*index].total, other)))
            .filter(|(_, other)| hidden[*other].is_none())
            .filter_map(|(is_total, other)| {
                let count = counts[other]?;
                let mends = of_place[other].iter().filter(|index| single.contains(index)).count();
                Some(((std::cmp::Reverse(mends), is_total, count == 0.0), count, other))
            })
            .min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)))
            .map(|(_, _, other)| other)
    };
    shown_in(&single).or_else(|| shown_in(&of_place[place])).or_else(|| shown_in(&group.relations))
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
    let marks: Vec<Option<Hidden>> = counts
        .iter()
        .enumerate()
        .map(|(place, count)| (count.is_none() || hidden.get(place).copied().unwrap_or(false)).then_some(Hidden::Small))
        .collect();
    let of_place = by_place(counts.len(), relations);
    Ok((0..counts.len())
        .map(|place| match (marks[place], counts[place]) {
            (None, Some(count)) => (count, count),
            _ => Group::around(place, &marks, relations, &of_place).bounds_of(place, counts, relations),
        })
        .collect())
}

#[cfg(test)]
mod tests;
