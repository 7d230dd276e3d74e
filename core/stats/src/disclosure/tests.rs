use proptest::prelude::*;

use super::*;

fn some(counts: &[u32]) -> Vec<Option<f64>> {
    counts.iter().map(|count| Some(f64::from(*count))).collect()
}

/// Units × months with margins: the last row and column are sums.
fn grid(units: usize, months: usize, cells: &[u32]) -> (Vec<Option<f64>>, Vec<Relation>) {
    let width = months + 1;
    let mut counts = vec![0.0; (units + 1) * width];
    for unit in 0..units {
        for month in 0..months {
            let count = f64::from(cells[unit * months + month]);
            for place in [unit * width + month, unit * width + months, units * width + month, units * width + months] {
                counts[place] += count;
            }
        }
    }
    let rows = (0..=units).map(|unit| Relation {
        total: unit * width + months,
        parts: (0..months).map(|month| unit * width + month).collect(),
    });
    let columns = (0..=months).map(|month| Relation {
        total: units * width + month,
        parts: (0..units).map(|unit| unit * width + month).collect(),
    });
    (counts.into_iter().map(Some).collect(), rows.chain(columns).collect())
}

#[track_caller]
fn withstands(counts: &[Option<f64>], relations: &[Relation], threshold: f64) -> Vec<Option<Hidden>> {
    let hidden = protect(counts, relations, &Policy::below(threshold)).unwrap();
    let mask: Vec<bool> = hidden.iter().map(Option::is_some).collect();
    let known = bounds(counts, &mask, relations).unwrap();
    for (place, why) in hidden.iter().enumerate() {
        let (low, high) = known[place];
        let count = counts[place].unwrap();
        assert!(low <= count + 1e-6 && count <= high + 1e-6, "{place}: {count} outside {low} to {high}");
        if *why == Some(Hidden::Small) && mask.iter().any(|hidden| !hidden) {
            let everything = relations.iter().flat_map(Relation::places).all(|place| mask[place]);
            assert!(everything || threshold - 1.0 <= high - low + 1e-6, "{place}: {low} to {high}");
        }
    }
    hidden
}

#[test]
fn one_small_ward_takes_another_with_it() {
    let counts = some(&[2, 9, 40, 51]);
    let sums = [Relation { total: 3, parts: vec![0, 1, 2] }];
    let hidden = withstands(&counts, &sums, 5.0);
    assert_eq!(hidden, [Some(Hidden::Small), Some(Hidden::Protects), None, None]);
    // The attacker learns that the two are 11 together, no more.
    let known = bounds(&counts, &[true, true, false, false], &sums).unwrap();
    assert_eq!(known[0], (0.0, 11.0));
}

#[test]
fn two_tiny_wards_do_not_hide_each_other() {
    // 1 and 1 are both small, but their sum of 2 would be known; a third must go.
    let hidden = withstands(&some(&[1, 1, 30, 32]), &[Relation { total: 3, parts: vec![0, 1, 2] }], 5.0);
    assert_eq!(hidden, [Some(Hidden::Small), Some(Hidden::Small), Some(Hidden::Protects), None]);
}

#[test]
fn sums_over_time_do_not_give_a_ward_away() {
    // Three wards over three months, one small cell: a rectangle of four must go, or it could be worked out.
    let (counts, sums) = grid(3, 3, &[2, 30, 31, 32, 33, 34, 35, 36, 37]);
    let hidden = withstands(&counts, &sums, 5.0);
    assert_eq!(hidden.iter().flatten().count(), 4);
    assert_eq!(hidden[0], Some(Hidden::Small));
}

#[test]
fn the_attacker_solves_what_is_left_open() {
    // Only the small cell hidden: solved. Its row too: solved by the columns.
    let (counts, sums) = grid(2, 2, &[2, 10, 20, 30]);
    let mut mask = vec![false; counts.len()];
    mask[0] = true;
    assert_eq!(bounds(&counts, &mask, &sums).unwrap()[0], (2.0, 2.0));
    mask[1] = true;
    let known = bounds(&counts, &mask, &sums).unwrap();
    assert!((known[0].0 - 2.0).abs() < 1e-9 && (known[0].1 - 2.0).abs() < 1e-9);
    // What is not negative is known too: 3 = a + b bounds both.
    let known = bounds(&some(&[1, 2, 3]), &[true, true, false], &[Relation { total: 2, parts: vec![0, 1] }]).unwrap();
    assert_eq!(known[..2], [(0.0, 3.0), (0.0, 3.0)]);
    // A hidden sum of hidden parts is open upwards.
    let known = bounds(&some(&[1, 2, 3]), &[true; 3], &[Relation { total: 2, parts: vec![0, 1] }]).unwrap();
    assert_eq!(known[0], (0.0, f64::INFINITY));
}

#[test]
fn policies_hide_zeros_and_round_when_told() {
    let policy = Policy { hide_zeros: true, round_to: Some(5.0), ..Policy::below(8.0) };
    assert!(policy.is_small(0.0) && policy.is_small(7.0) && !policy.is_small(8.0));
    assert!(!Policy::below(5.0).is_small(0.0));
    assert_eq!([8.0, 12.0, 12.5, 13.0].map(|count| policy.shown(count)), [10.0, 10.0, 15.0, 15.0]);
    assert_eq!(Policy::below(5.0).shown(12.0), 12.0);
}

#[test]
fn faults_are_named() {
    let sums = |total, parts: &[usize]| [Relation { total, parts: parts.to_vec() }];
    let policy = Policy::below(5.0);
    assert_eq!(protect(&[Some(-1.0)], &[], &policy), Err(DisclosureError::Unreadable(0)));
    assert_eq!(protect(&[Some(f64::NAN)], &[], &policy), Err(DisclosureError::Unreadable(0)));
    assert_eq!(protect(&some(&[1, 2]), &sums(5, &[0]), &policy), Err(DisclosureError::NoPlace(0)));
    assert_eq!(protect(&some(&[1, 2]), &sums(1, &[1]), &policy), Err(DisclosureError::NoPlace(0)));
    assert_eq!(protect(&some(&[1, 2]), &sums(1, &[0]), &policy), Err(DisclosureError::NoSum(0)));
    assert_eq!(protect(&some(&[1]), &[], &Policy::below(0.0)), Err(DisclosureError::Threshold));
    let missing = protect(&[None, Some(9.0), Some(20.0)], &sums(2, &[0, 1]), &policy).unwrap();
    assert_eq!(missing, [Some(Hidden::Missing), None, None]);
}

#[test]
fn a_nations_tree_is_protected_quickly() {
    // 4 regions, 20 trusts, 100 hospitals, 2 000 wards.
    let mut generator = crate::random::Generator::new(9);
    let mut counts: Vec<f64> = (0..2000).map(|_| generator.below(40) as f64).collect();
    let mut sums = Vec::new();
    let (mut first, mut many) = (0, 2000);
    for fan in [20, 5, 5, 4] {
        let next = first + many;
        for unit in 0..many / fan {
            let parts: Vec<usize> = (0..fan).map(|part| first + unit * fan + part).collect();
            counts.push(parts.iter().map(|part| counts[*part]).sum());
            sums.push(Relation { total: next + unit, parts });
        }
        (first, many) = (next, many / fan);
    }
    let counts: Vec<Option<f64>> = counts.into_iter().map(Some).collect();
    let hidden = withstands(&counts, &sums, 5.0);
    let extra = hidden.iter().filter(|why| **why == Some(Hidden::Protects)).count();
    let small = hidden.iter().filter(|why| **why == Some(Hidden::Small)).count();
    assert!(extra < small / 2, "{extra} for {small}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_grid_gives_a_small_count_away(
        units in 2..6_usize, months in 2..6_usize, cells in prop::collection::vec(0..30_u32, 36), threshold in 2..9_u32,
    ) {
        let (counts, sums) = grid(units, months, &cells);
        let hidden = withstands(&counts, &sums, f64::from(threshold));
        let small = |place: &usize| counts[*place].is_some_and(|count| 0.0 < count && count < f64::from(threshold));
        prop_assert!((0..counts.len()).filter(small).all(|place| hidden[place] == Some(Hidden::Small)));
    }

    #[test]
    fn nothing_panics(counts in prop::collection::vec(prop::option::of(any::<f64>()), 0..6), total in 0..8_usize, parts in prop::collection::vec(0..8_usize, 0..5), threshold in any::<f64>()) {
        let sums = [Relation { total, parts }];
        let _ = protect(&counts, &sums, &Policy::below(threshold));
        let _ = bounds(&counts, &[], &sums);
        let tame: Vec<Option<f64>> = counts.iter().map(|count| count.map(|count| count.abs().min(1e6))).collect();
        let _ = protect(&tame, &[], &Policy::below(threshold));
    }
}
