//! How much units differ: highest over lowest, and the middle.

/// How far apart some values lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many there are.
    pub n: usize,
    /// The smallest.
    pub low: f64,
    /// The middle one.
    pub median: f64,
    /// The largest.
    pub high: f64,
    /// The largest over the smallest; none when the smallest is zero.
    pub ratio: Option<f64>,
    /// The 90 % quantile over the 10 % quantile, from ten values on: less at the mercy of single units.
    pub decile_ratio: Option<f64>,
}

/// How far apart `values` lie. `None` with fewer than two, or one that is no number.
pub fn spread(values: &[f64]) -> Option<Spread> {
    if values.len() < 2 || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (low, high) = (*sorted.first()?, *sorted.last()?);
    let over = |top: f64, bottom: f64| (0.0 < bottom).then(|| top / bottom);
    let deciles = if sorted.len() < 10 { None } else { quantile(&sorted, 0.9).zip(quantile(&sorted, 0.1)) };
    Some(Spread {
        n: sorted.len(),
        low,
        median: quantile(&sorted, 0.5)?,
        high,
        ratio: over(high, low),
        decile_ratio: deciles.and_then(|(top, bottom)| over(top, bottom)),
    })
}

/// The quantile of sorted values, with straight lines between them (R's type 7).
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    #[expect(clippy::cast_precision_loss, reason = "no list holds 2^53 values")]
    let place = share * last as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the last place")]
    let below = place.floor() as usize;
    let (low, high) = (*sorted.get(below)?, *sorted.get((below + 1).min(last))?);
    Some(low + (high - low) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_ends_are_told() {
        let found = spread(&[45.7, 90.1, 61.7]).unwrap();
        assert_eq!((found.n, found.low, found.median, found.high), (3, 45.7, 61.7, 90.1));
        assert!((found.ratio.unwrap() - 1.9716).abs() < 1e-4);
        assert_eq!(found.decile_ratio, None);
        assert_eq!(spread(&[0.0, 2.0]).unwrap().ratio, None);
        assert_eq!(spread(&[1.0]), None);
        assert_eq!(spread(&[1.0, f64::NAN]), None);
    }

    #[test]
    fn quantiles_are_those_of_r() {
        // quantile(1:10, c(.1, .9)) in R 4: 1.9 and 9.1.
        let ten: Vec<f64> = (1..=10).map(f64::from).collect();
        let found = spread(&ten).unwrap();
        assert!((found.decile_ratio.unwrap() - 9.1 / 1.9).abs() < 1e-12);
        assert!((found.median - 5.5).abs() < 1e-12);
    }
}
