//! Measured false-signal rates and power, seeded. The full table is printed by `examples/rates.rs`.

use varde_spc::{Chart, Rule, RuleSet, Spec, analyse};
use varde_stats::random::Generator;

use crate::nulls::{ALL, Process};

/// Share of `charts` of 24 points for which `fires` holds.
fn share(process: &Process, rules: RuleSet, step: f64, charts: u32, fires: impl Fn(&Chart) -> bool) -> f64 {
    let mut random = Generator::new(24);
    let spec = Spec::new(process.kind, rules);
    let count = (0..charts).filter(|_| fires(&analyse(&(process.draw)(24, step, &mut random), &spec).unwrap())).count();
    count as f64 / f64::from(charts)
}

#[test]
fn varde_signals_on_few_charts_with_nothing_to_show() {
    // With 2500 charts the standard error is 0.45 points of per cent.
    for process in ALL {
        let rate = share(process, RuleSet::Varde1, 0.0, 2500, Chart::has_signal);
        assert!(rate <= 0.06, "{}: {rate}", process.name);
    }
}

#[test]
fn a_step_of_two_standard_deviations_is_found() {
    let i = ALL.iter().find(|process| process.name == "i, normal").unwrap();
    let all = share(i, RuleSet::Varde1, 2.0, 1500, Chart::has_signal);
    let level = share(i, RuleSet::Varde1, 2.0, 1500, |c| c.signals.iter().any(|s| s.rule == Rule::Shift));
    assert!(all >= 0.9 && level >= 0.9, "{all} {level}");
}
