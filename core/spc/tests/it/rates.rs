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

/// The rates that the method page prints, by process: `varde-1` first, the other sets in their order.
fn printed() -> Vec<(&'static str, Vec<f64>)> {
    let page = include_str!("../../../../docs/methods/rule-sets.md");
    let table = page.split("| process |").nth(1).unwrap();
    table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let mut cells = line.trim_matches('|').split(" | ").map(str::trim);
            (cells.next().unwrap(), cells.map(|cell| cell.trim_matches([' ', '|']).parse().unwrap()).collect())
        })
        .collect()
}

#[test]
fn every_set_signals_as_often_as_the_method_page_says() {
    // Other draws than those behind the page: 12 000 charts there, 2000 here; four standard errors and the rounding.
    let charts = 2000_u32;
    let table = printed();
    assert!(table.iter().map(|row| row.0).eq(ALL.iter().map(|process| process.name)), "{table:?}");
    for (process, (_, rates)) in ALL.iter().zip(&table) {
        assert_eq!(rates.len(), RuleSet::ALL.len());
        for (rules, printed) in RuleSet::ALL.into_iter().zip(rates) {
            let rate = share(process, rules, 0.0, charts, Chart::has_signal);
            let error = (printed.max(0.002) * (1.0 - printed) * (1.0 / f64::from(charts) + 1.0 / 12_000.0)).sqrt();
            assert!(
                (rate - printed).abs() <= 4.0 * error + 0.0005,
                "{} {rules}: {rate}, printed {printed}",
                process.name
            );
        }
    }
}

#[test]
fn a_step_of_two_standard_deviations_is_found() {
    let i = ALL.iter().find(|process| process.name == "i, normal").unwrap();
    let all = share(i, RuleSet::Varde1, 2.0, 1500, Chart::has_signal);
    let level = share(i, RuleSet::Varde1, 2.0, 1500, |c| c.signals.iter().any(|s| s.rule == Rule::Shift));
    assert!(all >= 0.9 && level >= 0.9, "{all} {level}");
}
