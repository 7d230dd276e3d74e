//! Tables whose counts come in cells, and the search for what must be withheld.
//!
//! A cell is what is shown or hidden as one: how many had it and how many did not. Its counts stand at
//! *places*; sums bind places. Cells that some have seen already are taken last.

use std::collections::{BTreeMap, BTreeSet};

use super::DisclosureError;
use super::bounds::{Equation, Known, exact, narrowed};

/// A count that is the sum of others, and who may know some of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The place of the sum.
    pub total: usize,
    /// The places of what it is the sum of.
    pub parts: Vec<usize>,
    /// Whether each part has people of its own who know it, and no other: a ward knows its own count, and must
    /// not be able to work out the next ward's from the sum.
    pub known_by_parts: bool,
}

impl Sum {
    pub(super) fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.parts.iter().copied().chain([self.total])
    }
}

/// Who has seen a cell before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    /// Nobody of those it is to be hidden from.
    #[default]
    Nobody,
    /// Somebody may have: it is hidden only when nothing else helps.
    Some,
    /// Everyone can look it up elsewhere: hiding it helps nothing.
    Everyone,
}

/// A table that is to be protected, built cell by cell and sum by sum.
#[derive(Clone, Debug, Default)]
pub struct Table {
    counts: Vec<f64>,
    /// How wide the interval must be within which the count at a place can be worked out; 0 for a place that
    /// needs no protection.
    needs: Vec<f64>,
    /// The cell of each place.
    cells: Vec<usize>,
    sums: Vec<Sum>,
    hidden: Vec<bool>,
    seen: Vec<Seen>,
}

impl Table {
    /// Adds a cell with these counts, each with how wide an interval it needs around it (0 for none), and returns
    /// the place of the first; the others follow. `hidden` are cells that are small, and those hidden before.
    ///
    /// # Errors
    ///
    /// [`DisclosureError::Unreadable`] with the place of a count that is negative or no number.
    pub fn cell(&mut self, counts: &[(f64, f64)], hidden: bool, seen: Seen) -> Result<usize, DisclosureError> {
        let first = self.counts.len();
        if let Some(at) = counts.iter().position(|(count, need)| !(0.0..=1e15).contains(count) || need.is_nan()) {
            return Err(DisclosureError::Unreadable(first + at));
        }
        let cell = self.hidden.len();
        self.hidden.push(hidden);
        self.seen.push(seen);
        for (count, need) in counts {
            self.counts.push(*count);
            self.needs.push(*need);
            self.cells.push(cell);
        }
        Ok(first)
    }

    /// Adds a sum.
    ///
    /// # Errors
    ///
    /// [`DisclosureError::NoPlace`] when it names a place that is not there, or one twice.
    pub fn sum(&mut self, sum: Sum) -> Result<(), DisclosureError> {
        let distinct: BTreeSet<usize> = sum.places().collect();
        if distinct.len() != sum.parts.len() + 1 || sum.places().any(|place| self.counts.len() <= place) {
            return Err(DisclosureError::NoPlace(self.sums.len()));
        }
        // Those of an only ward know its hospital's count by knowing their own.
        let known_by_parts = sum.known_by_parts && 1 < sum.parts.len();
        self.sums.push(Sum { known_by_parts, ..sum });
        Ok(())
    }

    /// Whether the cell of a place is hidden.
    pub fn is_hidden(&self, place: usize) -> bool {
        self.cells.get(place).is_some_and(|cell| self.hidden[*cell])
    }

    /// Hides cells until no attacker can work out a count that needs protection more closely than it needs.
    /// Where everything that hangs together is hidden already, no more can be done.
    pub fn withhold(&mut self) {
        let of_place = self.sums_by_place();
        for mut component in self.components(&of_place) {
            component.sort_unstable();
            self.withhold_in(&component, &of_place);
        }
    }

    /// What an attacker who sees all that is shown, and owns no part, can work out: an interval for each place.
    pub fn attack(&self) -> Vec<(f64, f64)> {
        let of_place = self.sums_by_place();
        let mut found: Vec<(f64, f64)> = self.counts.iter().map(|count| (*count, *count)).collect();
        let all: Vec<usize> = (0..self.counts.len()).collect();
        for group in self.groups(&all, &of_place) {
            let equations = self.equations(&group, false);
            for (column, place) in group.places.iter().enumerate() {
                found[*place] = exact(group.places.len(), &equations, column)
                    .unwrap_or_else(|| narrowed(group.places.len(), &equations).get(column).copied().unwrap_or(OPEN));
            }
        }
        found
    }

    fn sums_by_place(&self) -> Vec<Vec<usize>> {
        let mut of_place = vec![Vec::new(); self.counts.len()];
        for (index, sum) in self.sums.iter().enumerate() {
            for place in sum.places() {
                if let Some(list) = of_place.get_mut(place) {
                    list.push(index);
                }
            }
        }
        of_place
    }

    /// Places that hang together by sums or by being of one cell: what is hidden in one changes no other.
    fn components(&self, of_place: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let mut of_cell: Vec<Vec<usize>> = vec![Vec::new(); self.hidden.len()];
        for (place, cell) in self.cells.iter().enumerate() {
            of_cell[*cell].push(place);
        }
        let mut seen = vec![false; self.counts.len()];
        let mut done = vec![false; self.sums.len()];
        let mut found = Vec::new();
        for start in 0..self.counts.len() {
            if std::mem::replace(&mut seen[start], true) {
                continue;
            }
            let (mut component, mut at) = (vec![start], 0);
            while let Some(place) = component.get(at).copied() {
                at += 1;
                let mut with = |other: usize, component: &mut Vec<usize>| {
                    if !std::mem::replace(&mut seen[other], true) {
                        component.push(other);
                    }
                };
                for other in &of_cell[self.cells[place]] {
                    with(*other, &mut component);
                }
                for sum in &of_place[place] {
                    if !std::mem::replace(&mut done[*sum], true) {
                        for other in self.sums[*sum].places() {
                            with(other, &mut component);
                        }
                    }
                }
            }
            found.push(component);
        }
        found
    }

    fn withhold_in(&mut self, component: &[usize], of_place: &[Vec<usize>]) {
        loop {
            let mut chosen: BTreeSet<usize> = BTreeSet::new();
            for group in self.groups(component, of_place) {
                if group.places.iter().all(|place| self.needs[*place] <= 0.0) {
                    continue;
                }
                let weak = self.weak(&group);
                // One at a time in each sum: what mends one often mends its neighbours.
                let mut mended: BTreeSet<usize> = BTreeSet::new();
                for place in self.failing(&group) {
                    if of_place[place].iter().any(|sum| mended.contains(sum)) {
                        continue;
                    }
                    if let Some(helper) = self.helper(place, &group, &weak, of_place) {
                        chosen.insert(self.cells[helper]);
                        mended.extend(of_place[helper].iter().copied());
                    }
                }
            }
            if chosen.is_empty() {
                return;
            }
            for cell in chosen {
                self.hidden[cell] = true;
            }
        }
    }

    /// The sums of a group with so few hidden counts that they give one away.
    fn weak(&self, group: &Group) -> BTreeSet<usize> {
        let hidden = |sum: &Sum| sum.places().filter(|place| self.is_hidden(*place)).count();
        let enough = |sum: &Sum| if sum.known_by_parts { 3 } else { 2 };
        group.sums.iter().copied().filter(|index| hidden(&self.sums[*index]) < enough(&self.sums[*index])).collect()
    }

    /// Hidden places that hang together by sums.
    fn groups(&self, component: &[usize], of_place: &[Vec<usize>]) -> Vec<Group> {
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        let mut found = Vec::new();
        for start in component.iter().copied().filter(|place| self.is_hidden(*place)) {
            if !seen.insert(start) {
                continue;
            }
            let (mut places, mut at) = (vec![start], 0);
            let mut sums: BTreeSet<usize> = BTreeSet::new();
            while let Some(place) = places.get(at).copied() {
                at += 1;
                for sum in &of_place[place] {
                    if sums.insert(*sum) {
                        for other in self.sums[*sum].places() {
                            if self.is_hidden(other) && seen.insert(other) {
                                places.push(other);
                            }
                        }
                    }
                }
            }
            places.sort_unstable();
            found.push(Group { places, sums: sums.into_iter().collect() });
        }
        found
    }

    /// The sums of a group as equations over its hidden places.
    fn equations(&self, group: &Group, insiders: bool) -> Vec<Equation> {
        let column = |place: usize| group.places.binary_search(&place).ok();
        group
            .sums
            .iter()
            .map(|index| {
                let sum = &self.sums[*index];
                let mut equation = Equation::default();
                for part in &sum.parts {
                    match column(*part) {
                        Some(column) => {
                            let count = (insiders && sum.known_by_parts).then(|| self.counts[*part]);
                            equation.terms.push(Known { column, sign: 1.0, count });
                        }
                        None => equation.right -= self.counts[*part],
                    }
                }
                match column(sum.total) {
                    Some(column) => equation.terms.push(Known { column, sign: -1.0, count: None }),
                    None => equation.right += self.counts[sum.total],
                }
                equation
            })
            .collect()
    }

    /// The places of a group that can be worked out more closely than they need.
    fn failing(&self, group: &Group) -> Vec<usize> {
        let n = group.places.len();
        let equations = self.equations(group, true);
        let bounds = narrowed(n, &equations);
        let ties: usize = equations.iter().map(|equation| equation.terms.len()).sum();
        // Without a ring among the sums narrowing finds all there is to find.
        let ring = n + equations.len() < ties + 1;
        let fails = |column: usize, place: usize| {
            let need = self.needs[place];
            if need <= 0.0 {
                return false;
            }
            let (low, high) = bounds.get(column).copied().unwrap_or(OPEN);
            if high - low < need - SLACK {
                return true;
            }
            ring && exact(n, &equations, column).is_some_and(|(low, high)| high - low < need - SLACK)
        };
        group.places.iter().enumerate().filter(|(column, place)| fails(*column, **place)).map(|(_, p)| *p).collect()
    }

    /// The place to hide next: of those in a sum that gives a hidden count away, the one that mends most such
    /// sums; else one in a sum of the place, or of the group. Those that nobody has seen come first; then the least
    /// count that is not zero, and parts before sums.
    fn helper(&self, place: usize, group: &Group, weak: &BTreeSet<usize>, of_place: &[Vec<usize>]) -> Option<usize> {
        let own: Vec<usize> = of_place[place].iter().copied().filter(|index| weak.contains(index)).collect();
        let all: Vec<usize> = weak.iter().copied().collect();
        let shown_in = |indices: &[usize]| {
            let mut best: BTreeMap<usize, bool> = BTreeMap::new();
            for index in indices {
                let shown = |other: &usize| !self.is_hidden(*other) && self.seen[self.cells[*other]] != Seen::Everyone;
                for other in self.sums[*index].places().filter(shown) {
                    *best.entry(other).or_default() |= other == self.sums[*index].total;
                }
            }
            best.into_iter()
                .map(|(other, is_total)| {
                    let count = self.counts[other];
                    let mends = of_place[other].iter().filter(|index| weak.contains(index)).count();
                    let seen = self.seen[self.cells[other]];
                    ((seen, count <= 0.0, std::cmp::Reverse(mends), is_total), count, other)
                })
                .min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)))
                .map(|(_, _, other)| other)
        };
        shown_in(&own)
            .or_else(|| shown_in(&all))
            .or_else(|| shown_in(&of_place[place]))
            .or_else(|| shown_in(&group.sums))
    }
}

/// The hidden places that hang together, and the sums that bind them.
struct Group {
    places: Vec<usize>,
    sums: Vec<usize>,
}

/// What is known of a count of which nothing is known.
const OPEN: (f64, f64) = (0.0, f64::INFINITY);
/// Rounding that is taken for nothing.
const SLACK: f64 = 1e-6;
