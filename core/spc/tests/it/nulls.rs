//! Series in which nothing has happened, for each kind of chart, and the same with a step.

use varde_spc::{Key, Kind, Series};
use varde_stats::random::{CountTable, Generator};

/// A process that a chart is meant for.
#[derive(Debug, Clone, Copy)]
pub struct Process {
    pub name: &'static str,
    pub kind: Kind,
    /// Draws a series of so many points; from point `points / 2` the level is `step` standard deviations
    /// higher.
    pub draw: fn(points: u32, step: f64, random: &mut Generator) -> Series,
}

pub const ALL: &[Process] = &[
    Process { name: "run, normal", kind: Kind::Run, draw: normal },
    Process { name: "i, normal", kind: Kind::I, draw: normal },
    Process { name: "ip, normal, sizes 20-80", kind: Kind::Ip, draw: sized },
    Process { name: "xbar, 5 normal", kind: Kind::Xbar, draw: fives },
    Process { name: "s, 5 normal", kind: Kind::S, draw: fives },
    Process { name: "r, 5 normal", kind: Kind::R, draw: fives },
    Process { name: "t, exponential", kind: Kind::T, draw: waits },
    Process { name: "p, n = 30, p = 0.03", kind: Kind::P, draw: |n, s, r| shares(n, s, r, 30.0, 0.03) },
    Process { name: "p, n = 100, p = 0.1", kind: Kind::P, draw: |n, s, r| shares(n, s, r, 100.0, 0.1) },
    Process { name: "np, n = 50, p = 0.2", kind: Kind::Np, draw: |n, s, r| shares(n, s, r, 50.0, 0.2) },
    Process {
        name: "p', n = 20 000, p = 0.1, month SD 0.05",
        kind: Kind::Pp,
        draw: |n, s, r| spread_shares(n, s, r, 0.05),
    },
    Process {
        name: "p', n = 20 000, p = 0.1, month SD 0.2",
        kind: Kind::Pp,
        draw: |n, s, r| spread_shares(n, s, r, 0.2),
    },
    Process { name: "c, mean 1", kind: Kind::C, draw: |n, s, r| counts(n, s, r, 1.0) },
    Process { name: "c, mean 2", kind: Kind::C, draw: |n, s, r| counts(n, s, r, 2.0) },
    Process { name: "c, mean 5", kind: Kind::C, draw: |n, s, r| counts(n, s, r, 5.0) },
    Process { name: "c, mean 50", kind: Kind::C, draw: |n, s, r| counts(n, s, r, 50.0) },
    Process { name: "u, 3 per 1000, 500-1500 days", kind: Kind::U, draw: rates },
    Process { name: "u', months vary by 10 %", kind: Kind::Up, draw: spread_rates },
    Process { name: "g, 1 in 20", kind: Kind::G, draw: gaps },
];

fn shift(i: u32, points: u32, step: f64) -> f64 {
    if i >= points / 2 { step } else { 0.0 }
}

fn normal(points: u32, step: f64, random: &mut Generator) -> Series {
    Series::of((0..points).map(|i| 10.0 + random.normal() + shift(i, points, step)))
}

fn sized(points: u32, step: f64, random: &mut Generator) -> Series {
    Series::ratio((0..points).map(|i| {
        let n = 20.0 + 10.0 * random.below(7) as f64;
        let mean = 10.0 + (random.normal() + shift(i, points, step)) / f64::sqrt(n);
        (mean * n, n)
    }))
}

fn fives(points: u32, step: f64, random: &mut Generator) -> Series {
    let mut series = Series { y: Vec::new(), n: None, x: Some(Vec::new()) };
    for i in 0..points {
        for _ in 0..5 {
            series.y.push(Some(random.normal() + shift(i, points, step) / 5.0_f64.sqrt()));
            series.x.as_mut().unwrap().push(Some(Key::Number(f64::from(i))));
        }
    }
    series
}

fn waits(points: u32, step: f64, random: &mut Generator) -> Series {
    Series::of((0..points).map(|i| -(1.0 - random.uniform()).ln() * (1.0 + shift(i, points, step))))
}

fn shares(points: u32, step: f64, random: &mut Generator, n: f64, p: f64) -> Series {
    let moved = p + step * f64::sqrt(p * (1.0 - p) / n);
    let (before, after) = (CountTable::binomial(n, p).unwrap(), CountTable::binomial(n, moved).unwrap());
    let draw = |i: u32| if i >= points / 2 { &after } else { &before };
    Series::ratio((0..points).map(|i| (draw(i).draw(random), n)))
}

fn spread_shares(points: u32, step: f64, random: &mut Generator, sd: f64) -> Series {
    let n = 20_000.0_f64;
    Series::ratio((0..points).map(|i| {
        let logit = (0.1_f64 / 0.9).ln() + sd * (random.normal() + shift(i, points, step));
        let p = 1.0 / (1.0 + (-logit).exp());
        ((n * p + (n * p * (1.0 - p)).sqrt() * random.normal()).round(), n)
    }))
}

fn counts(points: u32, step: f64, random: &mut Generator, mean: f64) -> Series {
    let before = CountTable::poisson(mean).unwrap();
    let after = CountTable::poisson(mean + step * mean.sqrt()).unwrap();
    Series::of((0..points).map(|i| if i >= points / 2 { &after } else { &before }.draw(random)))
}

fn rates(points: u32, step: f64, random: &mut Generator) -> Series {
    let tables: Vec<(f64, CountTable, CountTable)> = (5..=15)
        .map(|hundreds| {
            let n = 100.0 * f64::from(hundreds);
            let mean = 0.003 * n;
            (n, CountTable::poisson(mean).unwrap(), CountTable::poisson(mean + step * mean.sqrt()).unwrap())
        })
        .collect();
    Series::ratio((0..points).map(|i| {
        let (n, before, after) = tables.get(random.below(tables.len())).unwrap();
        (if i >= points / 2 { after } else { before }.draw(random), *n)
    }))
}

fn spread_rates(points: u32, step: f64, random: &mut Generator) -> Series {
    Series::ratio((0..points).map(|i| {
        let n = 8000.0 + 500.0 * random.below(9) as f64;
        let mean = 0.05 * n * (0.1 * (random.normal() + shift(i, points, step))).exp();
        ((mean + mean.sqrt() * random.normal()).round(), n)
    }))
}

fn gaps(points: u32, step: f64, random: &mut Generator) -> Series {
    Series::of((0..points).map(|i| {
        let p = 0.05 / (1.0 + shift(i, points, step));
        ((1.0 - random.uniform()).ln() / (1.0 - p).ln()).floor()
    }))
}
