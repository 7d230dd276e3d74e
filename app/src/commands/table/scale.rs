//! How the numbers of one picture are written: all with the same decimals, as many as they deserve.

use varde_spc::{Chart, Kind};
use varde_web::Say;

/// Decimals and unit of a picture.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    decimals: usize,
    is_percent: bool,
    whole: bool,
}

impl Scale {
    /// Three digits of the largest number shown; where all are nought there is none to show.
    pub fn new(shown: impl Iterator<Item = f64>, is_percent: bool) -> Self {
        let most = shown.map(f64::abs).fold(0.0, f64::max);
        let tells = |n: &i32| most == 0.0 || 100.0 <= most * 10_f64.powi(*n);
        let decimals = (0..8).find(tells).unwrap_or(8);
        Self { decimals: usize::try_from(decimals).unwrap_or(0), is_percent, whole: false }
    }

    /// That of a chart.
    pub fn of(chart: &Chart, multiply: f64) -> Self {
        let shown = chart.points.iter().flat_map(|point| [point.y, point.centre]).flatten();
        let is_percent = matches!(chart.kind, Kind::P | Kind::Pp) && multiply.to_bits() == 100_f64.to_bits();
        let whole = matches!(chart.kind, Kind::C | Kind::Np | Kind::G | Kind::Run | Kind::I);
        Self { whole, ..Self::new(shown, is_percent) }
    }

    /// Whether values are per cent.
    pub const fn is_percent(self) -> bool {
        self.is_percent
    }

    /// A number without its unit. What is counted in whole numbers is written so.
    pub fn number(self, say: &Say, value: f64) -> String {
        let is_whole = self.whole && value.fract() == 0.0 && value.abs() < 1e15;
        say.number(value, if is_whole { 0 } else { self.decimals })
    }

    /// A number with its unit.
    pub fn value(self, say: &Say, value: f64) -> String {
        let number = self.number(say, value);
        if self.is_percent { format!("{number}{}", say.percent_sign()) } else { number }
    }
}

/// A probability with two digits that say something, or that it is smaller than anyone needs to know.
pub fn probability(say: &Say, p: f64) -> String {
    if p < 1e-4 {
        return format!("< {}", say.number(1e-4, 4));
    }
    let decimals = (2..6_i32).find(|n| 10.0 <= p * 10_f64.powi(*n)).unwrap_or(6);
    say.number(p, usize::try_from(decimals).unwrap_or(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_three_digits_of_the_largest_and_nought_none() {
        let check = |shown: &[f64], decimals: usize| {
            assert_eq!(Scale::new(shown.iter().copied(), true).decimals, decimals, "{shown:?}");
        };
        check(&[120.0, 3.0], 0);
        check(&[13.7, 2.0], 1);
        check(&[0.042], 4);
        check(&[0.0, 0.0, -0.0], 0);
        check(&[], 0);
    }
}
