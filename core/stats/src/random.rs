//! The generator behind everything that is drawn by lot.

/// xoshiro256**, its state filled by `SplitMix64` from one seed: the same seed gives the same numbers on any
/// machine and in any version of this crate.
///
/// # Source
///
/// Blackman D, Vigna S (2021). Scrambled linear pseudorandom number generators. *ACM TOMS* 47(4):36.
#[derive(Clone, Debug)]
pub struct Generator {
    state: [u64; 4],
}

impl Generator {
    /// A generator from a seed.
    pub fn new(seed: u64) -> Self {
        let mut mixed = seed;
        Self { state: std::array::from_fn(|_| split_mix(&mut mixed)) }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.state;
        let result = b.wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        result
    }

    /// A number from 0 up to, but not including, 1.
    pub fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A whole number below `n`, each equally likely; 0 when `n` is 0.
    ///
    /// # Source
    ///
    /// Lemire D (2019). Fast random integer generation in an interval. *ACM TOMACS* 29(1):3.
    pub fn below(&mut self, n: usize) -> usize {
        let n = n as u64;
        let mut product = u128::from(self.bits()) * u128::from(n);
        #[expect(clippy::cast_possible_truncation, reason = "the low half is what is asked for")]
        let low = |product: u128| product as u64;
        if low(product) < n {
            let threshold = n.wrapping_neg().checked_rem(n).unwrap_or(0);
            while low(product) < threshold {
                product = u128::from(self.bits()) * u128::from(n);
            }
        }
        #[expect(clippy::cast_possible_truncation, reason = "the high half lies below n, which was a usize")]
        let index = (product >> 64) as usize;
        index
    }

    /// A draw from the standard normal distribution, by its quantile.
    pub fn normal(&mut self) -> f64 {
        crate::dist::normal::quantile((self.bits() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0) + f64::EPSILON / 4.0)
    }

    /// Puts items in an order drawn by lot (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Draws from a distribution of counts that was tabled once: one uniform number and a step or two each.
#[derive(Clone, Debug)]
pub struct CountTable {
    first: f64,
    /// The probability of each count or less, ending in 1.
    reached: Vec<f64>,
    /// Where to start looking for each part of the unit interval.
    guide: Vec<u32>,
}

impl CountTable {
    /// The binomial distribution; `None` when it is none. Counts with less than 1e-18 beyond them are left out.
    pub fn binomial(n: f64, p: f64) -> Option<Self> {
        use crate::dist::binomial;
        let (first, last) = (binomial::quantile(1e-18, n, p), binomial::upper_quantile(1e-18, n, p));
        Self::tabled(first, last, |k| binomial::pmf(k, n, p))
    }

    /// The Poisson distribution; `None` when it is none.
    pub fn poisson(mean: f64) -> Option<Self> {
        use crate::dist::poisson;
        let (first, last) = (poisson::quantile(1e-18, mean), poisson::upper_quantile(1e-18, mean));
        Self::tabled(first, last, |k| poisson::pmf(k, mean))
    }

    fn tabled(first: f64, last: f64, pmf: impl Fn(f64) -> f64) -> Option<Self> {
        let length = last - first + 1.0;
        if !(1.0..1e8).contains(&length) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 1e8")]
        let length = length as usize;
        let mut total = crate::sum::Sum::new();
        let mut reached: Vec<f64> = (0..length)
            .map(|step| {
                total.add(pmf(first + step as f64));
                total.value()
            })
            .collect();
        *reached.last_mut()? = 1.0;
        let mut guide = Vec::with_capacity(length);
        let mut place = 0;
        for part in 0..length {
            let from = part as f64 / length as f64;
            while reached.get(place).is_some_and(|reached| *reached <= from) {
                place += 1;
            }
            guide.push(u32::try_from(place).ok()?);
        }
        Some(Self { first, reached, guide })
    }

    /// One count.
    pub fn draw(&self, generator: &mut Generator) -> f64 {
        let u = generator.uniform();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below the table's length")]
        let part = (u * self.guide.len() as f64) as usize;
        let mut place = self.guide.get(part).map_or(0, |place| *place as usize);
        while self.reached.get(place).is_some_and(|reached| *reached <= u) {
            place += 1;
        }
        self.first + place as f64
    }
}

#[cfg(test)]
mod tests {
    use super::{CountTable, Generator, split_mix};

    #[test]
    fn the_generators_are_the_published_ones() {
        // Vigna's C code: splitmix64 from 1234567, xoshiro256** from the state 1, 2, 3, 4.
        let mut state = 1_234_567;
        let found: [u64; 3] = std::array::from_fn(|_| split_mix(&mut state));
        assert_eq!(found, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
        let mut generator = Generator { state: [1, 2, 3, 4] };
        let found: [u64; 8] = std::array::from_fn(|_| generator.bits());
        assert_eq!(
            found,
            [
                11_520,
                0,
                1_509_978_240,
                1_215_971_899_390_074_240,
                1_216_172_134_540_287_360,
                607_988_272_756_665_600,
                16_172_922_978_634_559_625,
                8_476_171_486_693_032_832
            ]
        );
    }

    #[test]
    fn draws_have_the_mean_and_spread_of_their_distribution() {
        let mut generator = Generator::new(7);
        let n = 200_000;
        let table = CountTable::binomial(40.0, 0.075).unwrap();
        let draws: Vec<f64> = (0..n).map(|_| table.draw(&mut generator)).collect();
        assert!((crate::mean(&draws).unwrap() - 3.0).abs() < 0.02);
        assert!((crate::variance(&draws).unwrap() - 2.775).abs() < 0.05);
        let table = CountTable::poisson(250.0).unwrap();
        let draws: Vec<f64> = (0..n).map(|_| table.draw(&mut generator)).collect();
        assert!((crate::mean(&draws).unwrap() - 250.0).abs() < 0.2);
        let draws: Vec<f64> = (0..n).map(|_| generator.normal()).collect();
        assert!(crate::mean(&draws).unwrap().abs() < 0.01);
        assert!((crate::variance(&draws).unwrap() - 1.0).abs() < 0.02);
        let mut seen = [0; 6];
        for _ in 0..60_000 {
            seen[generator.below(6)] += 1;
        }
        assert!(seen.iter().all(|times| (9_500..10_500).contains(times)), "{seen:?}");
        assert_eq!(generator.below(0), 0);
        assert!(CountTable::binomial(10.0, 1.5).is_none());
        assert_eq!(CountTable::binomial(10.0, 1.0).unwrap().draw(&mut generator), 10.0);
    }

    #[test]
    fn shuffling_keeps_everything() {
        let mut items: Vec<u32> = (0..50).collect();
        Generator::new(1).shuffle(&mut items);
        let mut sorted = items.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..50).collect::<Vec<_>>());
        assert_ne!(items, sorted);
    }
}
