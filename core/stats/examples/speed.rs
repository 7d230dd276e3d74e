//! How long a funnel, the official resamples and a nation's suppression take, on one core. Run it optimised:
//! `cargo run --release -p varde-stats --example speed`.
#![expect(clippy::print_stdout, clippy::expect_used, reason = "a measuring program speaks to the console")]

use std::time::Instant;

use varde_stats::disclosure::{Policy, Relation, protect};
use varde_stats::funnel::peer::{Arguments, DataType, funnelplotr};
use varde_stats::funnel::{Measure, Options, Unit, funnel};
use varde_stats::random::{CountTable, Generator};
use varde_stats::review::{Team, estimate};

fn main() {
    let mut generator = Generator::new(1);
    let units: Vec<Unit> = (0..200)
        .map(|_| {
            let denominator = (50.0 + 1000.0 * generator.uniform()).round();
            let table = CountTable::binomial(denominator, 0.12).expect("a distribution");
            Unit { numerator: table.draw(&mut generator), denominator }
        })
        .collect();
    let rounds = 50;
    let start = Instant::now();
    for _ in 0..rounds {
        funnel(Measure::Proportion, &units, &Options::default()).expect("a funnel");
    }
    println!("funnel of 200 units, exact and adjusted limits: {:.3} ms", per(start, rounds));
    let start = Instant::now();
    for _ in 0..rounds {
        funnelplotr(&units, Arguments::new(DataType::Shmi));
    }
    println!("the peer's figures of 200 units: {:.3} ms", per(start, rounds));

    let teams: Vec<Team> =
        (0..40).map(|team| Team { n: 250.0, x: 28.0 + f64::from(team % 9), stays: 9000.0 }).collect();
    let start = Instant::now();
    for seed in 0..10 {
        estimate(&teams).expect("an estimate").official(10_000, seed, 0.95).expect("an interval");
    }
    println!("10 000 official resamples of 10 000 records: {:.3} ms", per(start, 10));

    let mut counts: Vec<f64> = (0..5000).map(|_| (40.0 * generator.uniform()).floor()).collect();
    let relations: Vec<Relation> = (0..250)
        .map(|unit| {
            let parts: Vec<usize> = (0..20).map(|part| unit * 20 + part).collect();
            counts.push(parts.iter().filter_map(|part| counts.get(*part)).sum());
            Relation { total: 5000 + unit, parts }
        })
        .collect();
    let counts: Vec<Option<f64>> = counts.into_iter().map(Some).collect();
    let start = Instant::now();
    protect(&counts, &relations, &Policy::below(5.0)).expect("a table");
    println!("hiding small counts among 5 000 units of 250: {:.1} ms", per(start, 1));
}

fn per(start: Instant, rounds: u32) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0 / f64::from(rounds)
}
