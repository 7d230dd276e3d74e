//! From a cube to what is told of each unit and period.

use std::collections::BTreeMap;

use crate::cube::{Cell, Cube, Key};
use crate::definition::Definition;
use crate::standard::{Standardised, Weights, crude, direct};

/// What is told of one unit in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The unit or area.
    pub unit: u32,
    /// The period, as the cube numbers it.
    pub period: i32,
    /// What was counted over all strata.
    pub total: Cell,
    /// The share; none when nobody was counted.
    pub crude: Option<Standardised>,
    /// The share standardised as the definition says; none when it is not, or too little is covered.
    pub adjusted: Option<Standardised>,
    /// Whether it may still change.
    pub provisional: bool,
    /// Whether enough are counted for it to be shown.
    pub enough: bool,
}

/// The figures of a cube, by unit and period. `weights` are those of the whole evaluation
/// ([`Weights::of`]), also when the cube holds larger units that are sums of others.
pub fn figures(definition: &Definition, cube: &Cube, weights: Option<&Weights>) -> Vec<Figure> {
    let mut found = Vec::new();
    for ((unit, period), cells) in cube.by_unit() {
        if unit == Key::NOWHERE {
            continue;
        }
        let mut total = Cell::default();
        for cell in cells.values() {
            total.add(cell);
        }
        found.push(Figure {
            unit,
            period,
            crude: crude(&total),
            adjusted: weights.and_then(|weights| direct(&cells, weights)),
            provisional: cube.is_provisional(period),
            enough: definition.min_denominator <= total.d,
            total,
        });
    }
    found
}

impl Cube {
    /// The same with larger units beside the smaller ones: each cell is added to every unit of `line`, which
    /// gives a unit's own number and those of the units above it, as they are numbered in the answer.
    #[must_use]
    pub fn widened<I: IntoIterator<Item = u32>>(&self, line: impl Fn(u32) -> I) -> Self {
        let mut wide = Self { cells: BTreeMap::new(), ..self.clone() };
        for (key, cell) in &self.cells {
            for unit in line(key.unit) {
                wide.cell(Key { unit, ..*key }).add(cell);
            }
        }
        wide
    }
}
