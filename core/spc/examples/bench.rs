//! Times mixed charts of 24 to 60 points with limits, runs and phases, on one core:
//! `cargo run --release -p varde-spc --example bench`. Prints charts per second of that core, first for the kinds
//! that registries chart most, then for all fifteen, of which three have five values at each point.

#![expect(clippy::cast_precision_loss, reason = "a number of series")]

#[expect(clippy::unwrap_used, dead_code, reason = "shared with the tests")]
#[path = "../tests/it/nulls.rs"]
mod nulls;

use std::hint::black_box;
use std::io::Write as _;

use varde_spc::scan::evidence;
use varde_spc::{Kind, Phase, RuleSet, Series, Spec, analyse};
use varde_stats::random::Generator;

/// The kinds that registries chart most: one row a point.
const KINDS: [Kind; 9] = [Kind::Run, Kind::I, Kind::P, Kind::Pp, Kind::C, Kind::U, Kind::Up, Kind::G, Kind::T];

/// Seconds that this thread has been on a core, so that what else runs has no say.
fn seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let spent: Option<u64> = text.split_whitespace().next().and_then(|first| first.parse().ok());
    spent.unwrap_or(0) as f64 / 1e9
}

/// A thousand series of each kind, of mixed lengths.
fn drawn(kinds: &[Kind]) -> Vec<(Kind, Series)> {
    let mut random = Generator::new(1);
    (0..1_000 * kinds.len())
        .filter_map(|i| {
            let kind = *kinds.get(i % kinds.len())?;
            // Moving ranges are those of individual values.
            let source = if kind == Kind::Mr { Kind::I } else { kind };
            let process = nulls::ALL.iter().find(|process| process.kind == source)?;
            let points = *[24, 36, 48, 60].get(random.below(4))?;
            Some((kind, (process.draw)(points, 0.0, &mut random)))
        })
        .collect()
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for (name, kinds) in [("the nine most charted kinds", &KINDS[..]), ("all fifteen kinds", &Kind::ALL[..])] {
        writeln!(out, "{name}")?;
        measure(&mut out, &drawn(kinds))?;
    }
    Ok(())
}

fn measure(out: &mut impl std::io::Write, series: &[(Kind, Series)]) -> std::io::Result<()> {
    for rules in [RuleSet::Anhoej1, RuleSet::ThreeSigma1, RuleSet::Nelson1, RuleSet::Varde1] {
        let specs: Vec<Spec> = series
            .iter()
            .map(|(kind, series)| {
                let mut spec = Spec::new(*kind, rules);
                let half = series.y.len() / 2;
                spec.phases = vec![Phase { first: 0, baseline: None }, Phase { first: half, baseline: Some(12) }];
                spec
            })
            .collect();
        let mut best = f64::INFINITY;
        for _ in 0..5 {
            let start = seconds();
            for ((_, series), spec) in series.iter().zip(&specs) {
                let _ = black_box(analyse(black_box(series), black_box(spec)));
            }
            best = best.min(seconds() - start);
        }
        writeln!(out, "  {rules}: {:.0} charts a second", series.len() as f64 / best)?;
    }
    let start = seconds();
    for (kind, series) in series {
        let _ = black_box(evidence(black_box(series), *kind));
    }
    writeln!(out, "  scan: {:.0} series a second", series.len() as f64 / (seconds() - start))
}
