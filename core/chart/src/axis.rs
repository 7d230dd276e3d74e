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

/// Round values on a logarithmic axis over `low..=high`, both above zero: 1, 2, 5 or the powers of ten alone.
pub(crate) fn log_values(low: f64, high: f64) -> Values {
    let (low, high) = if 0.0 < low && low <= high { (low, high) } else { (0.1, 10.0) };
    let (low, high) = if high / low < 1.5 { (low / 1.5, high * 1.5) } else { (low / 1.1, high * 1.1) };
    let (first, last) = (low.log10().floor(), high.log10().ceil());
    let mut ticks: Vec<f64> = Vec::new();
    let mut power = first;
    while power <= last {
        ticks.extend([1.0, 2.0, 5.0].map(|lead| lead * 10_f64.powf(power)));
        power += 1.0;
    }
    ticks.retain(|tick| low <= *tick && *tick <= high);
    if ticks.len() > 6 {
        let whole = |tick: &f64| (tick.log10() - tick.log10().round()).abs() < 1e-9;
        ticks.retain(whole);
    }
    while ticks.len() > 6 {
        let mut keep = false;
        ticks.retain(|_| {
            keep = !keep;
            keep
        });
    }
    Values { low, high, ticks }
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

/// Axis labels; where all are whole numbers, the zeros after the decimal sign are cut. A label
/// that rounds its value away, such as "63" at 62.5, is left out, as is one that repeats the one below.
pub(crate) fn tick_labels(number: &dyn Fn(f64) -> String, ticks: &[f64]) -> Vec<(f64, String)> {
    let full: Vec<String> = ticks.iter().map(|tick| number(*tick)).collect();
    let cut: Option<Vec<String>> = ticks.iter().zip(&full).map(|(tick, label)| whole(*tick, label)).collect();
    let mut labels: Vec<(f64, String)> = ticks.iter().copied().zip(cut.unwrap_or(full)).collect();
    let step = ticks.iter().zip(ticks.iter().skip(1)).map(|(a, b)| (b - a).abs()).fold(f64::INFINITY, f64::min);
    let true_ones = labels.iter().filter(|(tick, label)| says(label, *tick, step)).count();
    // Where hardly any label reads as its value, the caller writes numbers in a way of its own.
    if true_ones >= 2 {
        labels.retain(|(tick, label)| says(label, *tick, step));
    }
    labels.dedup_by(|later, earlier| later.1 == earlier.1);
    labels
}

/// Whether a label reads as its value, with the last sign for decimals or all of them for thousands.
fn says(label: &str, tick: f64, step: f64) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let near = |text: String| text.parse::<f64>().is_ok_and(|value| (value - tick.abs()).abs() < step * 0.02);
    let decimal = label.rsplit_once([',', '.']).map(|(head, tail)| format!("{}.{}", digits(head), digits(tail)));
    near(digits(label)) || decimal.is_some_and(near)
}

/// The label of a whole number without decimal sign and zeros, if it has them or needs no cut.
fn whole(tick: f64, label: &str) -> Option<String> {
    let kept = match label.rsplit_once([',', '.']) {
        Some((head, zeros)) if !zeros.is_empty() && zeros.chars().all(|c| c == '0') => head,
        _ => label,
    };
    let digits: String = kept.chars().filter(char::is_ascii_digit).collect();
    // A grouped "1.000" loses its zeros too; comparing with the number itself catches that.
    let same = digits.parse::<f64>().is_ok_and(|value| (value - tick.abs()).abs() < 1e-6);
    same.then(|| kept.to_owned())
}

/// Whether a number can be drawn: finite, and not so large that arithmetic on it breaks down.
pub(crate) fn drawable(value: f64) -> bool {
    value.is_finite() && value.abs() < 1e12
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
    fn labels_that_round_their_value_away_are_left_out() {
        let labels = |ticks: &[f64], decimals: usize| -> Vec<String> {
            let number = |value: f64| format!("{value:.decimals$}").replace('.', ",");
            tick_labels(&number, ticks).into_iter().map(|(_, label)| label).collect()
        };
        assert_eq!(labels(&[60.0, 62.5, 65.0, 67.5], 0), ["60", "65"]);
        assert_eq!(labels(&[0.0, 0.25, 0.5, 0.75, 1.0], 1), ["0,0", "0,5", "1,0"]);
        assert_eq!(labels(&[0.0, 0.25, 0.5], 2), ["0,00", "0,25", "0,50"]);
        assert_eq!(labels(&[10.0, 20.0, 30.0], 1), ["10", "20", "30"]);
        // A caller that writes shares as per cent keeps its labels.
        let share = |value: f64| format!("{:.0}", value * 100.0);
        assert_eq!(tick_labels(&share, &[0.2, 0.4]).len(), 2);
        let grouped = |value: f64| {
            if value >= 1000.0 {
                format!("{:.0}.{:03.0}", value / 1000.0, value % 1000.0)
            } else {
                format!("{value:.0}")
            }
        };
        assert_eq!(tick_labels(&grouped, &[0.0, 500.0, 1000.0]).len(), 3);
    }

    #[test]
    fn a_logarithmic_axis_has_few_round_values() {
        for (low, high, ticks) in
            [(1.5, 30.0, vec![2.0, 5.0, 10.0, 20.0]), (0.01, 900.0, vec![0.01, 0.1, 1.0, 10.0, 100.0])]
        {
            let found = log_values(low, high);
            assert!(found.low < low && found.high > high);
            assert_eq!(found.ticks.len(), ticks.len(), "{found:?}");
            assert!(found.ticks.iter().zip(ticks).all(|(a, b)| (a / b - 1.0).abs() < 1e-9), "{found:?}");
        }
        assert!((1..=6).contains(&log_values(1e-11, 1e11).ticks.len()));
        assert!(!log_values(-1.0, f64::NAN).ticks.is_empty());
        assert!(log_values(7.0, 7.0).low < 7.0);
    }

    #[test]
    fn a_scale_without_length_and_values_upside_down_do_no_harm() {
        assert!((Scale::new((3.0, 3.0), (0.0, 100.0)).at(3.0) - 50.0).abs() < 1e-9);
        assert!(!values(9.0, 1.0, false).ticks.is_empty());
        assert!(!values(f64::NAN, f64::NAN, true).ticks.is_empty());
        assert!(!values(-1e12, 1e12, false).ticks.is_empty());
    }
}
