use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::dist::normal;
use crate::random::Generator;

const ALL: [(Adjustment, &str); 5] = [
    (Adjustment::Bonferroni, "bonferroni"),
    (Adjustment::Holm, "holm"),
    (Adjustment::Hochberg, "hochberg"),
    (Adjustment::BenjaminiHochberg, "benjamini_hochberg"),
    (Adjustment::BenjaminiYekutieli, "benjamini_yekutieli"),
];

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

#[test]
fn adjustments_are_those_of_statsmodels() {
    let golden: Value = serde_json::from_str(include_str!("../../tests/golden/multiplicity.json")).unwrap();
    for row in golden["rows"].as_array().unwrap() {
        let p = numbers(&row["p"]);
        for (adjustment, name) in ALL {
            for (found, want) in adjust(&p, adjustment).iter().zip(numbers(&row[name])) {
                assert!((found - want).abs() <= 1e-12, "{name} {p:?}: {found} against {want}");
            }
        }
        if let Some(want) = row["fisher"].as_f64() {
            assert!((fisher(&p).unwrap() / want - 1.0).abs() < 1e-10);
        }
        let found = cauchy(&numbers(&row["cauchy_of"])).unwrap();
        assert!((found / row["cauchy"].as_f64().unwrap() - 1.0).abs() < 1e-9, "{found}");
    }
}

#[test]
fn the_myocardial_infarction_trial_keeps_four_findings() {
    // Benjamini & Hochberg 1995, section 3.2: of 15 hypotheses 3 are rejected by Bonferroni, 4 by theirs, at 0.05.
    let p = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0,
    ];
    let count = |adjustment| stands(&adjust(&p, adjustment), 0.05).into_iter().filter(|stands| *stands).count();
    assert_eq!(count(Adjustment::Bonferroni), 3);
    assert_eq!(count(Adjustment::BenjaminiHochberg), 4);
}

#[test]
fn what_is_missing_is_no_test() {
    for (adjustment, _) in ALL {
        let with = adjust(&[0.01, f64::NAN, 0.2, 1.5], adjustment);
        let without = adjust(&[0.01, 0.2], adjustment);
        assert_eq!((with[0], with[2]), (without[0], without[1]));
        assert!(with[1].is_nan() && with[3].is_nan());
        assert!(adjust(&[], adjustment).is_empty());
    }
    assert_eq!(simes(&[f64::NAN]), None);
    assert_eq!(fisher(&[]), None);
    assert_eq!(cauchy(&[]), None);
    assert_eq!(cauchy(&[0.0, 0.5]), Some(0.0));
    assert_eq!(fisher(&[0.0, 0.5]), Some(0.0));
}

#[test]
fn families_are_selected_before_their_members() {
    let families = vec![vec![0.001, 0.4, 0.03], vec![0.5, 0.6], vec![0.9, f64::NAN], vec![]];
    // Simes: 0.003, 0.6, 0.9; one of three is selected at 0.1, so its members are held to 0.1/3.
    assert_eq!(hierarchical(&families, 0.1), [Some(vec![true, false, false]), None, None, None]);
}

#[test]
fn the_stream_keeps_its_promise_and_its_levels() {
    // By hand from the definition with α = 0.05, w = 0.005: γ(1) = 0.07220671 ln 2, so the first level is
    // 0.005 · 0.0500499 = 0.00025025.
    let mut stream = Online::new(0.05).unwrap();
    assert!((stream.next_level() - 0.000_250_249_6).abs() < 1e-9, "{}", stream.next_level());
    assert!(stream.test(0.0001));
    assert!(!stream.test(f64::NAN));
    assert_eq!((stream.tested(), stream.findings()), (1, &[1][..]));
    // Then w γ(2) + (α − w) γ(1), with γ(2) = 0.07220671 ln 2 / (2 exp √ln 2).
    let two = 0.072_206_71 * 2.0_f64.ln() / (2.0 * 2.0_f64.ln().sqrt().exp());
    assert!((stream.next_level() - (0.005 * two + 0.045 * 0.072_206_71 * 2.0_f64.ln())).abs() < 1e-12);
    assert_eq!(Online::new(0.0), None);
    // The budget is not overspent: γ adds up to at most 1.
    let spent: f64 = (1..2_000_000).map(gamma).sum();
    assert!((0.5..=1.0).contains(&spent), "{spent}");
    // 1000 tests, one in ten false nulls at 3 SD: realised share of false findings over 200 streams.
    let mut generator = Generator::new(11);
    let (mut share, mut found) = (0.0, 0.0);
    for _ in 0..200 {
        let mut stream = Online::new(0.1).unwrap();
        let (mut wrong, mut all) = (0.0, 0.0);
        for t in 0..1000 {
            let real = t % 10 == 0;
            let z = generator.normal() + if real { 3.5 } else { 0.0 };
            if stream.test(normal::sf(z)) {
                all += 1.0;
                wrong += f64::from(!real);
            }
        }
        share += wrong / f64::max(all, 1.0) / 200.0;
        found += all / 200.0;
    }
    assert!(share < 0.1 && 20.0 < found, "{share} {found}");
}

#[test]
fn the_false_discovery_rate_is_kept() {
    let mut generator = Generator::new(5);
    let mut share = 0.0;
    for _ in 0..400 {
        let p: Vec<f64> = (0..200).map(|i| normal::sf(generator.normal() + if i < 20 { 3.0 } else { 0.0 })).collect();
        let found = stands(&adjust(&p, Adjustment::BenjaminiHochberg), 0.1);
        let all = found.iter().filter(|found| **found).count();
        let wrong = found[20..].iter().filter(|found| **found).count();
        share += wrong as f64 / all.max(1) as f64 / 400.0;
    }
    // The promise is 0.1 · 180/200.
    assert!((share - 0.09).abs() < 0.012, "{share}");
}

proptest! {
    #[test]
    fn adjustments_keep_order_and_rank_by_strength(p in prop::collection::vec(0.0..1.0_f64, 1..40)) {
        let all = ALL.map(|(adjustment, _)| adjust(&p, adjustment));
        for i in 0..p.len() {
            let [bonferroni, holm, hochberg, bh, by] = [0, 1, 2, 3, 4].map(|j: usize| all[j][i]);
            prop_assert!(p[i] <= bh && bh <= hochberg + 1e-15 && hochberg <= holm + 1e-15 && holm <= bonferroni + 1e-15);
            prop_assert!(bh <= by && by <= 1.0);
            for j in 0..p.len() {
                prop_assert!(all.iter().all(|adjusted| p[j] < p[i] || adjusted[i] <= adjusted[j]));
            }
        }
        let combined = simes(&p).unwrap();
        prop_assert!(p.iter().copied().fold(1.0, f64::min) <= combined && combined <= 1.0);
    }

    #[test]
    fn nothing_panics(p in prop::collection::vec(any::<f64>(), 0..20), alpha in any::<f64>()) {
        for (adjustment, _) in ALL {
            let _ = stands(&adjust(&p, adjustment), alpha);
        }
        let _ = (simes(&p), fisher(&p), cauchy(&p), hierarchical(&[p.clone(), vec![]], alpha));
        if let Some(mut stream) = Online::new(alpha) {
            for p in &p {
                stream.test(*p);
            }
        }
    }
}
