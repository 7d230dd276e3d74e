//! Results from cells. Intervals of single shares: Newcombe (1998), Statistics in Medicine 17, 857–872,
//! table I, method 3.

use std::collections::BTreeMap;

use varde_events::{
    Cell, Cube, DAY, Definition, ESP_2013, Key, RestatementKey, Sex, Standard, Strata, Stratum, Weights, crude, direct,
    evaluate, figures,
};

use super::{T0, stay, survival};

fn cell(n: i64, d: i64) -> Cell {
    let mut cell = Cell::default();
    cell.count_many((n, d), (0, 0));
    cell
}

#[track_caller]
fn check_interval(n: i64, d: i64, low: f64, high: f64) {
    let found = crude(&cell(n, d)).unwrap();
    assert!((found.low - low).abs() < 5e-5 && (found.high - high).abs() < 5e-5, "{n}/{d}: {found:?}");
}

#[test]
fn single_shares_have_the_published_intervals() {
    check_interval(81, 263, 0.2553, 0.3662);
    check_interval(15, 148, 0.0624, 0.1605);
    check_interval(0, 20, 0.0000, 0.1611);
    check_interval(1, 29, 0.0061, 0.1718);
    assert_eq!(crude(&cell(0, 0)), None);
}

/// Weights worked out by hand: two young for each old in the standard.
#[test]
fn standardised_shares_weigh_strata_as_the_standard_does() {
    let (young, old) = (Stratum { band: 0, sex: Sex::Unknown }, Stratum { band: 1, sex: Sex::Unknown });
    let weights = Weights(BTreeMap::from([(young, 2.0), (old, 1.0)]));
    let (few_young, many_old) = (cell(9, 10), cell(70, 100));
    let cells = BTreeMap::from([(young, &few_young), (old, &many_old)]);
    let found = direct(&cells, &weights).unwrap();
    assert!((found.value - (2.0 * 0.9 + 0.7) / 3.0).abs() < 1e-12);
    assert!(found.low < found.value && found.value < found.high && (found.covered - 1.0).abs() < 1e-12);
    // Two thirds of the standard is too little; so is nobody.
    assert_eq!(direct(&BTreeMap::from([(young, &few_young)]), &weights), None);
    assert_eq!(direct(&BTreeMap::new(), &weights), None);
    // In one stratum the standardised share is the crude one, with the same interval.
    let alone = direct(&BTreeMap::from([(old, &many_old)]), &Weights(BTreeMap::from([(old, 5.0)]))).unwrap();
    let plain = crude(&many_old).unwrap();
    assert!((alone.low - plain.low).abs() < 1e-12 && (alone.high - plain.high).abs() < 1e-12);
}

#[test]
fn a_standardised_share_has_the_interval_that_statsmodels_gives() {
    // Variance as of a stratified sample, the sum of W^2 p(1-p)/n over the weights squared (Breslow & Day), and
    // the interval of proportion_confint(p n, n, method='wilson') in statsmodels 0.15 with n = p(1-p)/variance.
    let strata = [0_u8, 1, 2].map(|band| Stratum { band, sex: Sex::Unknown });
    let counted = [cell(6, 40), cell(30, 120), cell(80, 200)];
    let weights = Weights(strata.into_iter().zip([0.5, 0.3, 0.2]).collect());
    let found = direct(&strata.into_iter().zip(&counted).collect(), &weights).unwrap();
    assert!((found.value - 0.23).abs() < 1e-12);
    assert!((found.low - 0.174_507_903_251).abs() < 1e-9 && (found.high - 0.296_793_755_691).abs() < 1e-9, "{found:?}");
}

#[test]
fn all_survived_is_no_certainty() {
    let stratum = Stratum { band: 0, sex: Sex::Unknown };
    let all = cell(20, 20);
    let found = direct(&BTreeMap::from([(stratum, &all)]), &Weights(BTreeMap::from([(stratum, 1.0)]))).unwrap();
    assert!((found.value - 1.0).abs() < 1e-12 && (found.low - (1.0 - 0.1611)).abs() < 5e-5, "{found:?}");
}

#[test]
fn the_european_population_is_whole() {
    assert!((ESP_2013.iter().sum::<f64>() - 100_000.0).abs() < 1e-9);
    let strata = Strata { bands: Strata::five_years(), sex: true };
    let definition = Definition { strata, standard: Standard::Esp2013, ..survival() };
    assert_eq!(definition.check(), Ok(()));
    let weights = Weights::of(&definition, &Cube::new(&definition, T0)).unwrap();
    assert_eq!(weights.0.len(), 40);
    assert_eq!(definition.strata.band(0), 0);
    assert_eq!(definition.strata.band(94), 18);
    assert_eq!(definition.strata.band(112), 19);
}

#[test]
fn the_pooled_standard_gives_everyone_together_their_own_share() {
    let strata = Strata { bands: vec![0, 67], sex: true };
    let definition = Definition { strata, standard: Standard::Pooled, ..survival() };
    let rows = (0..200).map(|n| varde_events::Event {
        age: Some(i32::try_from(n % 90).unwrap()),
        died: (n % 7 == 0).then_some(T0 + DAY),
        ..stay(n, n, u32::try_from(n % 3).unwrap(), 0, DAY)
    });
    let cube = evaluate(&definition, rows, T0 + 60 * DAY).unwrap();
    let weights = Weights::of(&definition, &cube).unwrap();
    let nation = cube.roll_up(|_| Some(0));
    let by_unit = nation.by_unit();
    let found = direct(&by_unit[&(0, 2025)], &weights).unwrap();
    let plain = crude(&nation.total(0, 2025)).unwrap();
    assert!((found.value - plain.value).abs() < 1e-12);
}

#[test]
fn a_period_is_provisional_until_its_last_event_is_ripe() {
    // 2025 is over on 1 January 2026 (1 767 225 600), and ripe thirty days later.
    for (cut_off, provisional) in [(T0, true), (1_767_225_600 + 30 * DAY - 1, true), (1_767_225_600 + 30 * DAY, false)]
    {
        assert_eq!(Cube::new(&survival(), cut_off).is_provisional(2025), provisional, "{cut_off}");
    }
}

#[test]
fn a_published_number_says_what_it_rests_on() {
    let key = RestatementKey {
        definition: "survival-hip".to_owned(),
        version: 2,
        cut_off: "2026-01-31T23:00:00Z".to_owned(),
        structure: "2026-01-01".to_owned(),
        suppression: "public-5".to_owned(),
    };
    assert_eq!(key.to_string().parse(), Ok(key.clone()));
    let later = RestatementKey { version: 3, cut_off: "2026-03-01T00:00:00Z".to_owned(), ..key.clone() };
    assert_eq!(key.differs(&later), ["version", "cut-off"]);
    assert_eq!("nothing of the sort".parse::<RestatementKey>(), Err(()));
}

#[test]
fn places_keep_their_cells_apart() {
    let cube = evaluate(&survival(), [stay(1, 1, 4, 0, DAY), stay(2, 2, 5, 0, DAY)], T0 + 90 * DAY).unwrap();
    let units: Vec<u32> = cube.cells.keys().map(|Key { unit, .. }| *unit).collect();
    assert_eq!(units, [4, 5]);
}

#[test]
fn larger_units_are_sums_of_their_parts_and_small_ones_are_not_shown() {
    let strata = Strata { bands: vec![0, 67], sex: false };
    let definition = Definition { strata, standard: Standard::Pooled, min_denominator: 6, ..survival() };
    let rows = (0..20).map(|n| varde_events::Event {
        age: Some(if n % 2 == 0 { 50 } else { 80 }),
        died: (n % 5 == 0).then_some(T0 + DAY),
        ..stay(n, n, if n < 5 { 1 } else { 2 }, 0, DAY)
    });
    let cube = evaluate(&definition, rows, T0 + 60 * DAY).unwrap();
    let weights = Weights::of(&definition, &cube);
    let wide = cube.widened(|unit| [unit, 9]);
    let found = figures(&definition, &wide, weights.as_ref());
    let told: Vec<(u32, i64, i64, bool)> =
        found.iter().map(|one| (one.unit, one.total.n, one.total.d, one.enough)).collect();
    assert_eq!(told, [(1, 4, 5, false), (2, 12, 15, true), (9, 16, 20, true)]);
    // Together they are as old as the standard, which is themselves.
    let all = found.last().unwrap();
    assert!((all.adjusted.unwrap().value - all.crude.unwrap().value).abs() < 1e-12);
    assert!(found.iter().all(|one| one.provisional));
    assert!(cube.roll_up(|_| Some(Key::NOWHERE)).cells.len() == 2);
    assert!(figures(&definition, &cube.roll_up(|_| Some(Key::NOWHERE)), None).is_empty());
}
