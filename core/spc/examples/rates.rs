//! Prints how often each rule set signals when nothing has happened, and when the level has moved:
//! `cargo run --release -p varde-spc --example rates [CHARTS]`.

#![expect(clippy::cast_precision_loss, reason = "simulated counts are small")]

#[expect(clippy::unwrap_used, reason = "shared with the tests")]
#[path = "../tests/it/nulls.rs"]
mod nulls;

use std::io::Write as _;

use varde_spc::{Chart, Kind, Rule, RuleSet, Series, Spec, analyse};
use varde_stats::random::Generator;

fn main() -> std::io::Result<()> {
    let charts: u32 = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(20_000);
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "| null, 24 points | varde-1 | outside | shift | runs | anhoej-1 | 3sigma-1 | we-1 | nelson-1 | mdc-1 |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|---|")?;
    for process in nulls::ALL {
        write!(out, "| {} |", process.name)?;
        let measured = |rules, fires: &dyn Fn(&Chart) -> bool| share(process, rules, 24, 0.0, charts, fires);
        write!(out, " {:.3} |", measured(RuleSet::Varde1, &Chart::has_signal))?;
        for rule in [Rule::Outside, Rule::Shift, Rule::Runs] {
            write!(out, " {:.3} |", measured(RuleSet::Varde1, &|c| c.signals.iter().any(|s| s.rule == rule)))?;
        }
        for rules in RuleSet::ALL.into_iter().skip(1) {
            write!(out, " {:.3} |", measured(rules, &Chart::has_signal))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "\n| i chart, step at the middle | 0 | 0.5 | 1 | 1.5 | 2 | 3 |\n|---|---|---|---|---|---|---|")?;
    let Some(individuals) = nulls::ALL.iter().find(|process| process.name == "i, normal") else {
        return Ok(());
    };
    for points in [12, 24, 36, 60] {
        for rules in RuleSet::ALL {
            write!(out, "| {points} points, {rules} |")?;
            for step in [0.0, 0.5, 1.0, 1.5, 2.0, 3.0] {
                write!(out, " {:.3} |", share(individuals, rules, points, step, charts, &Chart::has_signal))?;
            }
            writeln!(out)?;
        }
    }
    writeln!(out, "\n| dependent values, nothing to show | anhoej-1 (run) | 3sigma-1 (i) |\n|---|---|---|")?;
    for (points, r) in [(24, 0.2), (24, 0.4), (24, 0.6)] {
        let name = format!("{points} points, correlation of neighbours {r}");
        dependent(&mut out, &name, charts, |random| memory(points, r, random))?;
    }
    dependent(&mut out, "36 points, season one standard deviation high", charts, season)
}

/// How often two rule sets signal on individual values that depend on each other.
fn dependent(
    out: &mut impl std::io::Write,
    name: &str,
    charts: u32,
    draw: impl Fn(&mut Generator) -> Series,
) -> std::io::Result<()> {
    write!(out, "| {name} |")?;
    for rules in [RuleSet::Anhoej1, RuleSet::ThreeSigma1] {
        let mut random = Generator::new(2026);
        // Anhøj's rule alone, about the median as on a run chart: limits are the other column.
        let spec = Spec::new(if rules == RuleSet::Anhoej1 { Kind::Run } else { Kind::I }, rules);
        let fires = |chart: &Chart| match rules {
            RuleSet::Anhoej1 => chart.parts.iter().any(|part| part.runs.signal),
            _ => chart.has_signal(),
        };
        let hits = (0..charts).filter(|_| analyse(&draw(&mut random), &spec).is_ok_and(|chart| fires(&chart))).count();
        write!(out, " {:.3} |", hits as f64 / f64::from(charts))?;
    }
    writeln!(out)
}

/// Each value remembers the one before it.
fn memory(points: u32, r: f64, random: &mut Generator) -> Series {
    let mut last = random.normal();
    Series::of((0..points).map(|_| {
        last = r * last + f64::sqrt(1.0 - r * r) * random.normal();
        last
    }))
}

/// A sine of twelve months whose height above the middle is the standard deviation of the values about it.
fn season(random: &mut Generator) -> Series {
    let wave = |i: u32| (f64::from(i) * std::f64::consts::TAU / 12.0).sin();
    Series::of((0..36).map(|i| wave(i) + random.normal()))
}

fn share(
    p: &nulls::Process,
    rules: RuleSet,
    points: u32,
    step: f64,
    charts: u32,
    fires: &dyn Fn(&Chart) -> bool,
) -> f64 {
    let mut random = Generator::new(2026);
    let spec = Spec::new(p.kind, rules);
    let count = (0..charts)
        .filter(|_| analyse(&(p.draw)(points, step, &mut random), &spec).is_ok_and(|chart| fires(&chart)))
        .count();
    count as f64 / f64::from(charts)
}
