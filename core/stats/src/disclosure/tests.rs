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

/// A hospital and its wards, where each ward knows its own count.
fn hospital(wards: &[f64], threshold: f64) -> Table {
    let mut table = Table::default();
    let mut add = |count: f64, policy: &Policy| {
        let small = policy.is_small(count);
        let need = if small { threshold - 1.0 } else { 0.0 };
        table.cell(&[(count, need)], small, Seen::Nobody).unwrap()
    };
    let policy = Policy::below(threshold);
    let parts: Vec<usize> = wards.iter().map(|count| add(*count, &policy)).collect();
    let total = add(wards.iter().sum(), &policy);
    table.sum(Sum { total, parts, known_by_parts: true }).unwrap();
    table
}

#[test]
fn a_ward_that_knows_its_own_count_learns_nothing_of_the_next() {
    let mut table = hospital(&[2.0, 9.0, 12.0, 40.0], 5.0);
    table.withhold();
    // With only the 9 hidden beside it, the ward of the 9 would know the 2.
    assert_eq!([0, 1, 2, 3, 4].map(|place| table.is_hidden(place)), [true, true, true, false, false]);
    // Two wards: the hospital must go too.
    let mut table = hospital(&[2.0, 30.0], 5.0);
    table.withhold();
    assert_eq!([0, 1, 2].map(|place| table.is_hidden(place)), [true; 3]);
}

#[test]
fn what_was_seen_is_taken_last_and_what_everyone_knows_never() {
    let mut table = Table::default();
    let places: Vec<usize> = [
        (2.0, 4.0, true, Seen::Nobody),
        (9.0, 0.0, false, Seen::Some),
        (40.0, 0.0, false, Seen::Nobody),
        (6.0, 0.0, false, Seen::Everyone),
        (57.0, 0.0, false, Seen::Some),
    ]
    .into_iter()
    .map(|(count, need, hidden, seen)| table.cell(&[(count, need)], hidden, seen).unwrap())
    .collect();
    table.sum(Sum { total: places[4], parts: places[..4].to_vec(), known_by_parts: false }).unwrap();
    table.withhold();
    assert_eq!([0, 1, 2, 3, 4].map(|place| table.is_hidden(place)), [true, false, true, false, false]);
    assert_eq!(table.cell(&[(-1.0, 0.0)], false, Seen::Nobody), Err(DisclosureError::Unreadable(5)));
    let none = Sum { total: 9, parts: vec![0], known_by_parts: false };
    assert_eq!(table.sum(none), Err(DisclosureError::NoPlace(1)));
}

#[test]
fn the_counts_of_a_cell_are_hidden_together() {
    // Those who had it and those who had not: the 3 who had not are few.
    let mut table = Table::default();
    let wards: Vec<usize> = [(37.0, 3.0), (20.0, 25.0), (15.0, 30.0)]
        .into_iter()
        .map(|(had, not)| {
            let need = |count: f64| if count < 5.0 { 4.0 } else { 0.0 };
            table.cell(&[(had, need(had)), (not, need(not))], had < 5.0 || not < 5.0, Seen::Nobody).unwrap()
        })
        .collect();
    let total = table.cell(&[(72.0, 0.0), (58.0, 0.0)], false, Seen::Nobody).unwrap();
    for layer in 0..2 {
        let parts = wards.iter().map(|place| place + layer).collect();
        table.sum(Sum { total: total + layer, parts, known_by_parts: false }).unwrap();
    }
    table.withhold();
    assert!(table.is_hidden(wards[0]) && table.is_hidden(wards[1]) && !table.is_hidden(total));
    let known = table.attack();
    assert_eq!(known[wards[0] + 1], (0.0, 28.0));
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

    /// Whichever ward one works in, no other ward's small count is known more closely than the threshold lets it be.
    #[test]
    fn no_insider_of_a_part_works_out_another(
        hospitals in 1..4_usize, wards in 1..6_usize, cells in prop::collection::vec(0..25_u32, 20), threshold in 2..9_u32,
    ) {
        let threshold = f64::from(threshold);
        let policy = Policy::below(threshold);
        let mut table = Table::default();
        let mut add = |count: f64| {
            let small = policy.is_small(count);
            table.cell(&[(count, if small { threshold - 1.0 } else { 0.0 })], small, Seen::Nobody).unwrap()
        };
        let mut sums = Vec::new();
        let mut counts = Vec::new();
        for hospital in 0..hospitals {
            let own: Vec<f64> = (0..wards).map(|ward| f64::from(cells[hospital * wards + ward])).collect();
            let parts: Vec<usize> = own.iter().map(|count| add(*count)).collect();
            let total = add(own.iter().sum());
            counts.extend(own.iter().copied());
            counts.push(own.iter().sum());
            sums.push(Sum { total, parts, known_by_parts: true });
        }
        let parts: Vec<usize> = sums.iter().map(|sum| sum.total).collect();
        let all = parts.iter().map(|place| counts[*place]).sum();
        let total = add(all);
        counts.push(all);
        sums.push(Sum { total, parts, known_by_parts: true });
        for sum in &sums {
            table.sum(sum.clone()).unwrap();
        }
        table.withhold();
        // Nobody hides the nation from itself: a table that is hidden whole has nothing left to give away.
        for insider in (0..counts.len()).filter(|place| table.is_hidden(*place)) {
            let mut seen = Table::default();
            let above = |place: usize| sums.iter().find(|sum| sum.parts.contains(&place)).map(|sum| sum.total);
            let under = |place: usize| above(place) == Some(insider);
            let below = |place: usize| under(place) || above(place).is_some_and(under);
            for (place, count) in counts.iter().enumerate() {
                let hidden = table.is_hidden(place) && place != insider && !below(place);
                seen.cell(&[(*count, 0.0)], hidden, Seen::Nobody).unwrap();
            }
            for sum in &sums {
                seen.sum(sum.clone()).unwrap();
            }
            let known = seen.attack();
            for (place, count) in counts.iter().enumerate().filter(|(_, count)| policy.is_small(**count)) {
                let only = above(insider) == Some(place) && wards == 1;
                let own = place == insider || below(place) || only;
                let (low, high) = known[place];
                let free = sums.iter().filter(|sum| sum.total == place || sum.parts.contains(&place))
                    .all(|sum| sum.places().all(|place| table.is_hidden(place)));
                prop_assert!(own || free || threshold - 1.0 <= high - low + 1e-6, "{insider} knows {place}, {count}: {low} to {high}");
            }
        }
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
