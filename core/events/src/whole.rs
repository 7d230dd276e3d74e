//! Counting whole events close together in memory: a nation's cells are too many to lie near the processor when each holds
//! all that a cell can hold, and people come in no order of theirs.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::course::Mix;
use crate::cube::{Key, Stratum};
use crate::definition::Definition;
use crate::event::Sex;

/// Numerators and denominators of whole events by unit, period and stratum.
#[derive(Debug)]
pub(crate) struct Whole {
    /// Where the strata of a unit and period begin in `counts`.
    blocks: HashMap<(u32, i32), usize, BuildHasherDefault<Mix>>,
    /// Numerator and denominator of each stratum, block by block.
    counts: Vec<(u32, u32)>,
    n_bands: usize,
}

impl Whole {
    pub(crate) fn new(definition: &Definition) -> Self {
        Self { blocks: HashMap::default(), counts: Vec::new(), n_bands: definition.strata.bands.len() }
    }

    /// How many strata there are: each band and none, for each sex.
    const fn n_strata(&self) -> usize {
        (self.n_bands + 1) * Sex::ALL.len()
    }

    fn place(&self, stratum: Stratum) -> usize {
        let band = usize::from(stratum.band).min(self.n_bands);
        let sex = Sex::ALL.iter().position(|sex| *sex == stratum.sex).unwrap_or(0);
        band * Sex::ALL.len() + sex
    }

    /// Counts one event; `false` when there is no room for it in its count, and it is not counted.
    pub(crate) fn count(&mut self, key: Key, numerator: bool) -> bool {
        let n_strata = self.n_strata();
        let begin = *self.blocks.entry((key.unit, key.period)).or_insert_with(|| {
            let begin = self.counts.len();
            self.counts.resize(begin + n_strata, (0, 0));
            begin
        });
        let place = begin + self.place(key.stratum);
        match self.counts.get_mut(place) {
            Some((n, d)) if *d < u32::MAX => {
                *d += 1;
                *n += u32::from(numerator);
                true
            }
            _ => false,
        }
    }

    /// What was counted: each cell with its numerator and denominator.
    pub(crate) fn counts(&self) -> impl Iterator<Item = (Key, i64, i64)> + '_ {
        self.blocks.iter().flat_map(move |((unit, period), begin)| {
            let block = self.counts.iter().skip(*begin).take(self.n_strata()).enumerate();
            block.filter(|(_, (_, d))| 0 < *d).map(move |(place, (n, d))| {
                let (band, sex) = (place / Sex::ALL.len(), place % Sex::ALL.len());
                let band = u8::try_from(band).ok().filter(|_| band < self.n_bands).unwrap_or(Stratum::NO_BAND);
                let sex = Sex::ALL.get(sex).copied().unwrap_or(Sex::Unknown);
                let key = Key { unit: *unit, period: *period, stratum: Stratum { band, sex } };
                (key, i64::from(*n), i64::from(*d))
            })
        })
    }
}
