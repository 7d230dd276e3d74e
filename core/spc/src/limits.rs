//! Centre line and limits of one part, by the formulas of the books and of the named rule sets.

use std::ops::Range;

use crate::aggregate::Groups;
use crate::chart::Notice;
use crate::constants::{c4, range_moments};
use crate::model::{Centre, Kind, RuleSet, Spec};
use crate::number::{deviation, mean, median, sum};

/// Moving ranges at or above this many times their mean are screened (Nelson 1982).
const SCREEN: f64 = 3.267;
/// The same factor as the I prime chart of qicharts2 has it.
const SCREEN_PRIME: f64 = 3.2665;

/// Lines of all points, filled part by part; missing is `NaN`.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    /// What is plotted.
    pub y: Vec<f64>,
    pub centre: Vec<f64>,
    pub lower: Vec<f64>,
    pub upper: Vec<f64>,
    pub lower_near: Vec<f64>,
    pub upper_near: Vec<f64>,
    /// Standard deviation at each point, on the scale of the limits.
    pub unit: Vec<f64>,
    /// Distance from the centre of the limits in those.
    pub z: Vec<f64>,
}

impl Lines {
    pub(crate) fn missing(points: usize) -> Self {
        let column = || vec![f64::NAN; points];
        Self {
            y: column(),
            centre: column(),
            lower: column(),
            upper: column(),
            lower_near: column(),
            upper_near: column(),
            unit: column(),
            z: column(),
        }
    }
}

/// What a part is known by beside its lines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    /// Standard deviation of one value.
    pub sigma: f64,
    /// Variation in units of chance.
    pub sigma_z: f64,
}

impl Default for Facts {
    fn default() -> Self {
        Self { sigma: f64::NAN, sigma_z: f64::NAN }
    }
}

/// A part under work.
pub(crate) struct Part<'a> {
    pub spec: &'a Spec,
    pub groups: &'a Groups,
    pub range: Range<usize>,
    /// Whether each point of the series is of its part's baseline and counts.
    pub base: &'a [bool],
    /// Number of the part, from 0.
    pub number: usize,
}

impl Part<'_> {
    /// The points whose values centre and limits come from.
    pub(crate) fn base(&self) -> impl Iterator<Item = usize> + Clone + '_ {
        self.range.clone().filter(|i| self.base[*i])
    }

    /// Values of a column at the baseline.
    fn of<'b>(&'b self, column: &'b [f64]) -> impl Iterator<Item = f64> + Clone + 'b {
        self.base().map(|i| column.get(i).copied().unwrap_or(f64::NAN))
    }

    /// The known centre of each point, if it is whole; otherwise `own` for all.
    fn centre(&self, out: &mut Lines, notices: &mut Vec<Notice>, own: impl FnOnce() -> f64) -> bool {
        let known = self.groups.known.get(self.range.clone()).unwrap_or(&[]);
        if !known.is_empty() && known.iter().all(|value| !value.is_nan()) {
            out.centre[self.range.clone()].copy_from_slice(known);
            return true;
        }
        if self.spec.centre != Centre::Own && !self.range.is_empty() {
            notices.push(Notice::CentreIncomplete(self.number));
        }
        let own = own();
        out.centre[self.range.clone()].fill(own);
        false
    }

    /// How many standard deviations a mean moving range is.
    fn d2_of_two(&self) -> f64 {
        match self.spec.rules {
            RuleSet::Anhoej1 => 1.128,
            RuleSet::MakingDataCount1 => 3.0 / 2.66,
            _ => std::f64::consts::FRAC_2_SQRT_PI,
        }
    }

    /// Mean of the ranges, screened once when asked for.
    fn screened(&self, ranges: &[f64], factor: f64) -> f64 {
        let whole = mean(ranges.iter().copied());
        if !self.spec.screen_mr || (whole == 0.0 && self.spec.rules == RuleSet::Varde1) {
            return whole;
        }
        mean(ranges.iter().copied().filter(|range| *range < factor * whole))
    }

    /// Standard deviation from the moving ranges of `values`, which are those of the baseline.
    fn moving_sigma(&self, values: impl Iterator<Item = f64>) -> f64 {
        let mut last = f64::NAN;
        let mut ranges = Vec::with_capacity(self.range.len());
        for (place, value) in values.enumerate() {
            if place > 0 {
                ranges.push((value - last).abs());
            }
            last = value;
        }
        self.screened(&ranges, SCREEN) / self.d2_of_two()
    }

    /// Lines at `k` standard deviations for both pairs, with the standard deviation of each point.
    fn spread(&self, out: &mut Lines, sigma: impl Fn(usize, f64) -> f64, floor: f64, ceiling: f64) {
        let (far, near) = self.spec.sigmas;
        for i in self.range.clone() {
            let centre = out.centre[i];
            let sigma = sigma(i, centre);
            out.lower[i] = raised(centre - far * sigma, floor);
            out.upper[i] = lowered(centre + far * sigma, ceiling);
            out.lower_near[i] = raised(centre - near * sigma, floor);
            out.upper_near[i] = lowered(centre + near * sigma, ceiling);
            out.unit[i] = sigma;
            out.z[i] = distance(out.y[i] - centre, sigma);
        }
    }

    /// Works out the part.
    pub(crate) fn work(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        let groups = self.groups;
        let plotted = match self.spec.kind {
            Kind::C | Kind::Np => &groups.total,
            _ => &groups.y,
        };
        out.y[self.range.clone()].copy_from_slice(&plotted[self.range.clone()]);
        match self.spec.kind {
            Kind::Run => {
                self.centre(out, notices, || median(self.of(&groups.y)));
                Facts::default()
            }
            Kind::I => self.individuals(out, notices),
            Kind::Mr => self.moving_ranges(out, notices),
            Kind::Ip => self.individuals_prime(out, notices),
            Kind::Xbar => self.means(out, notices),
            Kind::S => self.deviations(out, notices),
            Kind::R => self.ranges(out, notices),
            Kind::T => self.times(out, notices),
            Kind::P | Kind::Pp => self.shares(out, notices),
            Kind::Np => self.counts_in_samples(out, notices),
            Kind::C => {
                self.centre(out, notices, || mean(self.of(&groups.total)));
                self.spread(out, |_, centre| centre.sqrt(), 0.0, f64::INFINITY);
                Facts::default()
            }
            Kind::U | Kind::Up => self.rates(out, notices),
            Kind::G => self.between(out, notices),
        }
    }

    fn individuals(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        let y = &self.groups.y;
        self.centre(out, notices, || mean(self.of(y)));
        let sigma = self.moving_sigma(self.base().map(|i| y[i] - out.centre[i]));
        self.spread(out, |_, _| sigma, f64::NEG_INFINITY, f64::INFINITY);
        Facts { sigma, ..Facts::default() }
    }

    fn moving_ranges(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        let start = self.range.start;
        for i in self.range.clone().rev() {
            out.y[i] = if i == start { f64::NAN } else { (out.y[i] - out.y[i - 1]).abs() };
        }
        let ranges: Vec<f64> = self.base().map(|i| out.y[i]).collect();
        self.centre(out, notices, || mean(ranges.into_iter()));
        let (far, near) = self.spec.sigmas;
        // Three standard deviations above the mean range: 1 + 3 d3/d2, which qicharts2 rounds.
        let (d2, d3) = range_moments(2).unwrap_or((f64::NAN, f64::NAN));
        let upper = |k: f64| match self.spec.rules {
            RuleSet::Anhoej1 => SCREEN / 3.0 * k,
            _ => 1.0 + k * d3 / d2,
        };
        for i in self.range.clone() {
            let centre = out.centre[i];
            (out.lower[i], out.lower_near[i]) = (0.0, 0.0);
            (out.upper[i], out.upper_near[i]) = (upper(far) * centre, upper(near) * centre);
            out.z[i] = distance(out.y[i] - centre, d3 / d2 * centre);
        }
        Facts { sigma: out.centre.get(start).map_or(f64::NAN, |centre| centre / d2), ..Facts::default() }
    }

    fn individuals_prime(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        let y = &self.groups.y;
        let n = if self.groups.has_n() { &self.groups.n } else { &self.groups.len };
        self.centre(out, notices, || {
            sum(self.base().map(|i| y[i] * n[i])) / sum(self.base().filter(|i| !y[*i].is_nan()).map(|i| n[i]))
        });
        // qicharts2 takes all points of the part here, also those after the lock and the excluded.
        let all = self.spec.rules == RuleSet::Anhoej1;
        let points: Vec<usize> = self.range.clone().filter(|i| all || self.base[*i]).collect();
        let scale = (std::f64::consts::PI / 2.0).sqrt();
        let step = |a: usize, b: usize| scale * (y[b] - y[a]).abs() / (1.0 / n[a] + 1.0 / n[b]).sqrt();
        let steps: Vec<f64> = points.windows(2).map(|pair| step(pair[0], pair[1])).collect();
        let sigma = self.screened(&steps, SCREEN_PRIME);
        self.spread(out, |i, _| sigma * (1.0 / n[i]).sqrt(), f64::NEG_INFINITY, f64::INFINITY);
        Facts { sigma, ..Facts::default() }
    }

    /// Means and standard deviations of the subgroups; rows that stand alone have none.
    pub(crate) fn within(&self) -> (&[f64], &[f64], &[f64]) {
        self.groups.within.as_ref().map_or((&self.groups.y, &[], &[]), |w| (&w.mean, &w.sd, &w.range))
    }

    /// Standard deviation within subgroups as the s chart has it: mean if sizes are equal, else pooled.
    fn sbar(&self, sd: &[f64]) -> f64 {
        let len = &self.groups.len;
        let mut sizes = self.range.clone().map(|i| len[i]);
        let first = sizes.next();
        if sizes.all(|size| Some(size) == first) {
            return mean(self.of(sd));
        }
        self.pooled(sd).0
    }

    /// Pooled standard deviation within subgroups, and its degrees of freedom.
    pub(crate) fn pooled(&self, sd: &[f64]) -> (f64, f64) {
        let len = &self.groups.len;
        let of = |i: usize| sd.get(i).copied().unwrap_or(f64::NAN);
        let freedom = sum(self.base().filter(|i| len[*i] > 1.0).map(|i| len[i] - 1.0));
        let squares = sum(self.base().map(|i| (len[i] - 1.0) * of(i) * of(i)));
        ((squares / freedom).sqrt(), freedom)
    }

    /// Standard deviation from ranges, unweighted: the mean of R / d2(n).
    fn by_ranges(&self, range: &[f64]) -> f64 {
        let len = &self.groups.len;
        mean(self.base().map(|i| range.get(i).copied().unwrap_or(f64::NAN) / moments(len[i]).0))
    }

    fn means(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        let (means, sd, range) = self.within();
        let len = &self.groups.len;
        self.centre(out, notices, || sum(self.base().map(|i| len[i] * means[i])) / sum(self.base().map(|i| len[i])));
        let sigma = match self.spec.rules {
            // A3 of the point's own size on the common s.
            RuleSet::Anhoej1 | RuleSet::MakingDataCount1 => {
                let sbar = self.sbar(sd);
                self.spread(out, |i, _| sbar / (c4(len[i]) * len[i].sqrt()), f64::NEG_INFINITY, f64::INFINITY);
                return Facts { sigma: sbar, ..Facts::default() };
            }
            RuleSet::WesternElectric1 | RuleSet::Nelson1 => self.by_ranges(range),
            RuleSet::ThreeSigma1 | RuleSet::Varde1 => {
                let (pooled, freedom) = self.pooled(sd);
                pooled / c4(freedom + 1.0)
            }
        };
        self.spread(out, |i, _| sigma / len[i].sqrt(), f64::NEG_INFINITY, f64::INFINITY);
        Facts { sigma, ..Facts::default() }
    }

    fn deviations(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        let (_, sd, _) = self.within();
        let len = &self.groups.len;
        let base = self.sbar(sd);
        for i in self.range.clone() {
            out.y[i] = sd.get(i).copied().unwrap_or(f64::NAN);
        }
        self.centre(out, notices, || base);
        let spread = |i: usize, centre: f64| {
            let c4 = c4(len[i]);
            centre * (1.0 - c4 * c4).sqrt() / c4
        };
        self.spread(out, spread, 0.0, f64::INFINITY);
        Facts { sigma: base, ..Facts::default() }
    }

    fn ranges(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        let (_, _, range) = self.within();
        let len = &self.groups.len;
        for i in self.range.clone() {
            out.y[i] = range.get(i).copied().unwrap_or(f64::NAN);
        }
        let sigma = self.by_ranges(range);
        if !self.centre(out, notices, || sigma) {
            for i in self.range.clone() {
                out.centre[i] = sigma * moments(len[i]).0;
            }
        }
        let spread = |i: usize, centre: f64| {
            let (d2, d3) = moments(len[i]);
            centre * d3 / d2
        };
        self.spread(out, spread, 0.0, f64::INFINITY);
        Facts { sigma, ..Facts::default() }
    }

    fn times(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        // Nelson (1994): times between events of a steady process, to the power 1/3.6, are near normal.
        const POWER: f64 = 3.6;
        let known = self.centre(out, notices, || f64::NAN);
        let transformed: Vec<f64> = out.y.iter().map(|y| y.powf(1.0 / POWER)).collect();
        let own = mean(self.of(&transformed));
        for i in self.range.clone() {
            out.centre[i] = if known { out.centre[i].powf(1.0 / POWER) } else { own };
        }
        let sigma = self.moving_sigma(self.base().map(|i| transformed[i] - out.centre[i]));
        let back = |value: f64| if value < 0.0 { 0.0 } else { value.powf(POWER) };
        let (far, near) = self.spec.sigmas;
        let peer = self.spec.rules == RuleSet::Anhoej1;
        let taken_back = |centre: f64| {
            // qicharts2 has a lower limit of zero even where there is no spread to draw it from.
            let lower = back(centre - far * sigma);
            let lower = if lower.is_nan() && peer { 0.0 } else { lower };
            // It leaves the nearer line out where it would be below zero.
            let near_below = centre - near * sigma;
            let lower_near = if near_below < 0.0 && peer { f64::NAN } else { back(near_below) };
            [back(centre), lower, back(centre + far * sigma), lower_near, back(centre + near * sigma)]
        };
        // Most charts have one centre: its powers are taken once.
        let (mut last, mut lines) = (None::<u64>, [f64::NAN; 5]);
        for i in self.range.clone() {
            let centre = out.centre[i];
            if last != Some(centre.to_bits()) {
                (last, lines) = (Some(centre.to_bits()), taken_back(centre));
            }
            out.z[i] = distance(transformed[i] - centre, sigma);
            [out.centre[i], out.lower[i], out.upper[i], out.lower_near[i], out.upper_near[i]] = lines;
        }
        Facts::default()
    }

    /// Laney's factor: how much more than by chance the standardised values vary.
    fn sigma_z(&self, z: impl Iterator<Item = f64> + Clone) -> f64 {
        if self.groups.unordered { deviation(z) } else { self.moving_sigma(z) }
    }

    fn shares(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        let g = self.groups;
        self.centre(out, notices, || sum(self.of(&g.total)) / sum(self.of(&g.n)));
        self.overdispersed(out, self.spec.kind == Kind::Pp, |centre, n| (centre * (1.0 - centre) / n).sqrt(), 1.0)
    }

    fn rates(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        let g = self.groups;
        self.centre(out, notices, || sum(self.of(&g.total)) / sum(self.of(&g.n)));
        self.overdispersed(out, self.spec.kind == Kind::Up, |centre, n| (centre / n).sqrt(), f64::INFINITY)
    }

    fn overdispersed(&self, out: &mut Lines, laney: bool, by_chance: impl Fn(f64, f64) -> f64, ceiling: f64) -> Facts {
        let g = self.groups;
        let factor = if laney {
            let centre = &out.centre;
            self.sigma_z(self.base().map(|i| distance(g.y[i] - centre[i], by_chance(centre[i], g.n[i]))))
        } else {
            1.0
        };
        self.spread(out, |i, centre| factor * by_chance(centre, g.n[i]), 0.0, ceiling);
        Facts { sigma_z: if laney { factor } else { f64::NAN }, ..Facts::default() }
    }

    fn counts_in_samples(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        let g = self.groups;
        let share = || sum(self.of(&g.total)) / sum(self.of(&g.n));
        if !self.centre(out, notices, share) {
            for i in self.range.clone() {
                out.centre[i] *= g.n[i];
            }
        }
        let (far, near) = self.spec.sigmas;
        for i in self.range.clone() {
            let (centre, n) = (out.centre[i], g.n[i]);
            let sigma = (centre * (1.0 - centre / n)).sqrt();
            out.lower[i] = raised(centre - far * sigma, 0.0);
            out.upper[i] = lowered(centre + far * sigma, n);
            out.lower_near[i] = raised(centre - near * sigma, 0.0);
            out.upper_near[i] = lowered(centre + near * sigma, n);
            out.z[i] = distance(out.y[i] - centre, sigma);
        }
        Facts::default()
    }

    fn between(&self, out: &mut Lines, notices: &mut Vec<Notice>) -> Facts {
        let y = &self.groups.y;
        let known = self.centre(out, notices, || mean(self.of(y)));
        self.spread(out, |_, mean| (mean * (mean + 1.0)).sqrt(), 0.0, f64::INFINITY);
        // The line that is shown splits the values in halves: their median, or that of the geometric.
        let own = if known { f64::NAN } else { median(self.of(y)) };
        for i in self.range.clone() {
            out.centre[i] = if known { 0.693 * out.centre[i] } else { own };
        }
        Facts::default()
    }
}

/// d2 and d3 for a subgroup size that is stored as a number.
fn moments(size: f64) -> (f64, f64) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of rows")]
    range_moments(size as usize).unwrap_or((f64::NAN, f64::NAN))
}

/// Distance in standard deviations; 0 where a constant baseline has none and the value is on the line.
fn distance(gap: f64, sigma: f64) -> f64 {
    if gap == 0.0 { 0.0 } else { gap / sigma }
}

/// Raises a finite value to the floor.
fn raised(value: f64, floor: f64) -> f64 {
    if value < floor { floor } else { value }
}

/// Lowers a finite value to the ceiling.
fn lowered(value: f64, ceiling: f64) -> f64 {
    if value > ceiling { ceiling } else { value }
}
