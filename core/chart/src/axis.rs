//! Scales and round steps.

/// A straight mapping from values to the picture.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    /// Maps `values.0` to `places.0` and `values.1` to `places.1`.
    pub fn new(values: (f64, f64), places: (f64, f64)) -> Self {
        Self { from: values, to: places }
    }

    /// Where a value lies; the middle when the scale has no length.
    pub fn at(&self, value: f64) -> f64 {
        let length = self.from.1 - self.from.0;
        if length == 0.0 {
            return f64::midpoint(self.to.0, self.to.1);
        }
        self.to.0 + (value - self.from.0) / length * (self.to.1 - self.to.0)
    }
}

/// The value axis: from where to where, and the round values on it.
#[derive(Debug, Clone)]
pub(crate) struct Values {
    pub low: f64,
    pub high: f64,
    pub ticks: Vec<f64>,
}

/// Round values over `low..=high`, about four or five of them.
///
/// With `from_zero` the axis holds zero. Otherwise it begins at the round value below `low`, but
/// at zero if that is close. The axis ends a little above `high`, so that no point sits on the rim.
pub(crate) fn values(low: f64, high: f64, from_zero: bool) -> Values {
    let (mut low, mut high) = if low <= high { (low, high) } else { (0.0, 1.0) };
    if from_zero {
        low = low.min(0.0);
        high = high.max(0.0);
    }
    if high - low <= f64::EPSILON * high.abs().max(low.abs()).max(1.0) * 8.0 {
        let pad = (high.abs() * 0.1).max(0.5);
        (low, high) = if from_zero { (low, high + pad) } else { (low - pad, high + pad) };
    }
    let step = round_step((high - low) / 4.0);
    let first = (low / step).floor() * step;
    let first = if first > 0.0 && first <= step * 1.001 { 0.0 } else { first };
    // A round value just above the data closes the axis; otherwise a little air does.
    let next = (high / step).ceil() * step;
    let air = (high - first) * 0.06;
    let top = if next - high <= air * 2.0 { next.max(high + air * 0.5) } else { high + air };
    let mut ticks = Vec::new();
    for i in 0..12_u8 {
        let tick = first + f64::from(i) * step;
        if tick > top {
            break;
        }
        // Multiples of a step such as 0.1 carry dust in the last digit.
        ticks.push((tick / step).round() * step);
    }
    Values { low: first, high: top, ticks }
}

/// 1, 2, 2.5 or 5 times a power of ten, nearest above `rough`.
fn round_step(rough: f64) -> f64 {
    if !rough.is_finite() || rough <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(rough.log10().floor());
    let lead = rough / power;
    let round = [1.0, 2.0, 2.5, 5.0].into_iter().find(|round| lead <= round * 1.0001);
    round.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(low: f64, high: f64, from_zero: bool, ticks: &[f64]) {
        let found = values(low, high, from_zero);
        assert_eq!(found.ticks.len(), ticks.len(), "{found:?}");
        for (a, b) in found.ticks.iter().zip(ticks) {
            assert!((a - b).abs() < 1e-9, "{found:?}");
        }
        assert!(found.low <= low && found.high >= high);
    }

    #[test]
    fn ticks_are_round() {
        check(10.3, 16.1, true, &[0.0, 5.0, 10.0, 15.0]);
        check(0.0, 100.0, true, &[0.0, 25.0, 50.0, 75.0, 100.0]);
        check(62.0, 71.0, false, &[60.0, 62.5, 65.0, 67.5, 70.0]);
        check(0.1, 0.42, false, &[0.0, 0.1, 0.2, 0.3, 0.4]);
        check(5.0, 5.0, true, &[0.0, 2.0, 4.0]);
    }

    #[test]
    fn a_scale_without_length_and_values_upside_down_do_no_harm() {
        assert!((Scale::new((3.0, 3.0), (0.0, 100.0)).at(3.0) - 50.0).abs() < 1e-9);
        assert!(!values(9.0, 1.0, false).ticks.is_empty());
        assert!(!values(f64::NAN, f64::NAN, true).ticks.is_empty());
        assert!(!values(-1e12, 1e12, false).ticks.is_empty());
    }
}
