//! Suggestions of new phases: found where there is a change, and seldom where there is none.

use varde_spc::rebase::{LEAST, levels, suggest};
use varde_spc::{Kind, RuleSet, Series, Spec};
use varde_stats::random::Generator;

use crate::nulls::ALL;

#[test]
fn seldom_suggested_when_nothing_has_happened() {
    for process in ALL.iter().filter(|p| !matches!(p.kind, Kind::S | Kind::R)) {
        for points in [24, 60] {
            let mut random = Generator::new(5);
            let spec = Spec::new(process.kind, RuleSet::Varde1);
            let charts = 200;
            let suggested = (0..charts)
                .filter(|_| !suggest(&(process.draw)(points, 0.0, &mut random), &spec).unwrap().is_empty())
                .count();
            assert!(suggested * 100 <= 6 * charts, "{} {points}: {suggested} of {charts}", process.name);
        }
    }
}

#[test]
fn a_change_is_placed_and_measured() {
    let mut random = Generator::new(9);
    let (mut found, mut placed, mut covered) = (0, 0, 0);
    let charts = 300;
    for _ in 0..charts {
        let series = Series::of((0..36).map(|i| random.normal() + if i >= 20 { 2.5 } else { 0.0 }));
        let suggestions = suggest(&series, &Spec::new(Kind::I, RuleSet::Varde1)).unwrap();
        let Some(first) = suggestions.first() else { continue };
        found += 1;
        placed += usize::from(first.between.0 <= 20 && 20 <= first.between.1);
        covered += usize::from(first.low <= 2.5 && 2.5 <= first.high);
    }
    assert!(found * 100 >= 97 * charts, "{found}");
    assert!(placed * 100 >= 90 * found && covered * 100 >= 88 * found, "{placed} {covered} of {found}");
}

#[test]
fn the_nile_fell_in_1898() {
    // Cobb GW (1978), The problem of the Nile, Biometrika 65: 243-251, table 1: annual flow at Aswan
    // 1871-1970; the change is between 1898 and 1899, from about 1098 to about 850.
    let nile = [
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781,
        865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838,
        1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
    ];
    let values: Vec<f64> = nile.into_iter().map(f64::from).collect();
    assert_eq!(levels(&values, LEAST), [28]);
    let found = suggest(&Series::of(values), &Spec::new(Kind::I, RuleSet::Varde1)).unwrap();
    assert_eq!((found.len(), found[0].at), (1, 28));
    assert!((found[0].before - 1097.75).abs() < 1e-9 && (found[0].after - 849.972_222).abs() < 1e-6);
}

#[test]
fn nothing_near_the_end_and_nothing_from_nothing() {
    let late = Series::of((0..24).map(|i| f64::from(i % 3) + if i >= 18 { 9.0 } else { 0.0 }));
    for suggestion in suggest(&late, &Spec::new(Kind::I, RuleSet::Varde1)).unwrap() {
        assert!(suggestion.at + LEAST <= 24 && suggestion.at >= LEAST);
    }
    let constant = Series::of([4.0; 30]);
    assert_eq!(suggest(&constant, &Spec::new(Kind::C, RuleSet::Varde1)).unwrap(), []);
    assert_eq!(suggest(&Series::default(), &Spec::new(Kind::I, RuleSet::Varde1)).unwrap(), []);
    assert_eq!(levels(&[1.0, f64::NAN, 2.0, 3.0], 1), Vec::<usize>::new());
}

#[test]
fn levels_do_not_depend_on_where_the_series_lies() {
    // A change that a far-off zero must not drown.
    let mut small = vec![5.0; 15];
    small.extend([5.000_000_1; 15]);
    assert_eq!(levels(&small, LEAST), [15]);
    // Values on a grid that any of these offsets keeps exactly.
    let noise = [3.0, -1.0, 2.0, -4.0, 0.0, 1.0, -2.0, 4.0, -3.0];
    let y: Vec<f64> = (0..48).map(|i| noise[i * 5 % 9] / 64.0 + if i < 29 { 0.0 } else { 0.125 }).collect();
    let found = levels(&y, LEAST);
    assert_eq!(found.len(), 1);
    for offset in [1e3, 1e6, 1e8, 1e10] {
        let moved: Vec<f64> = y.iter().map(|value| value + offset).collect();
        assert_eq!(levels(&moved, LEAST), found, "{offset}");
    }
}
