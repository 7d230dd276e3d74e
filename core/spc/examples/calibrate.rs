//! Simulates the limits of charts of individual values that are their own baseline (`varde-1`).
//!
//! Prints, for each number of points, the distance in standard deviations by moving ranges that the
//! farthest point of an independent normal series exceeds in 2 % of charts:
//! `cargo run --release -p varde-spc --example calibrate`.

use std::io::Write as _;

use varde_stats::random::Generator;

const CHARTS: usize = 400_000;
/// One chart in fifty may have a point beyond its limits.
const ONE_IN: usize = 50;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for points in [4_u32, 5, 6, 8, 10, 12, 16, 20, 24, 36, 60, 100, 200] {
        let mut random = Generator::new(20_261_129 + u64::from(points));
        let mut farthest: Vec<f64> = (0..CHARTS).map(|_| one(points, &mut random)).collect();
        farthest.sort_by(|a, b| b.total_cmp(a));
        writeln!(out, "({points}.0, {:.3}),", farthest.get(CHARTS / ONE_IN).copied().unwrap_or(f64::NAN))?;
    }
    Ok(())
}

/// How far the farthest point of one chart lies from its mean.
fn one(points: u32, random: &mut Generator) -> f64 {
    let values: Vec<f64> = (0..points).map(|_| random.normal()).collect();
    let mean = values.iter().sum::<f64>() / f64::from(points);
    let ranges: f64 =
        values.windows(2).map(|pair| pair.iter().rev().copied().reduce(|a, b| a - b).unwrap_or(0.0).abs()).sum();
    let sigma = ranges / f64::from(points - 1) / std::f64::consts::FRAC_2_SQRT_PI;
    values.iter().map(|value| (value - mean).abs()).fold(0.0, f64::max) / sigma
}
