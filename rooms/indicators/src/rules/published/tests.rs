use jiff::ToSpan;
use proptest::prelude::*;
use varde_kernel::{Unit, UnitKind, Words};

use super::*;
use crate::model::{Entry, Measure};
use crate::rules::disclosure::counts;

/// A trust with two hospitals of three wards.
fn tree() -> UnitTree {
    let unit = |code: &str, kind, parent: Option<&str>| Unit {
        id: UnitId::from_code(code),
        kind,
        name: Words::plain(code),
        code: code.into(),
        parent: parent.map(UnitId::from_code),
    };
    let mut units = vec![unit("trust", UnitKind::HealthTrust, None)];
    for hospital in ["a", "b"] {
        units.push(unit(hospital, UnitKind::Hospital, Some("trust")));
        units.extend((1..4).map(|n| unit(&format!("{hospital}{n}"), UnitKind::Ward, Some(hospital))));
    }
    UnitTree::new(units)
}

fn at(n: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + (n * 24).hours()
}

/// So many of so many, from the first day on.
fn cell(unit: &str, period: &str, had: f64, among: f64) -> Cell {
    let entry = Entry { numerator: Some(had), denominator: Some(among), ..Entry::default() };
    Cell {
        unit: UnitId::from_code(unit),
        context: Context::Treating,
        stratum: String::new(),
        period: period.parse().unwrap(),
        counts: counts(Measure::Percent, None, &entry).unwrap(),
        from: at(1),
        until: None,
        shown: None,
        printed: false,
    }
}

fn audiences(cells: &[Cell]) -> Vec<Audience> {
    publish(cells, &tree(), &Policy::default(), false).unwrap()
}

fn kept(cells: &[Cell]) -> Vec<bool> {
    audiences(cells).into_iter().map(|audience| audience == Audience::Own).collect()
}

#[test]
fn a_small_ward_takes_two_others_with_it_and_large_ones_are_shown() {
    let month = [
        cell("a1", "2026-01", 2.0, 40.0),
        cell("a2", "2026-01", 8.0, 60.0),
        cell("a3", "2026-01", 20.0, 90.0),
        cell("a", "2026-01", 30.0, 190.0),
    ];
    // Hospital a's other wards know their own: one hidden beside the small one would not do.
    assert_eq!(kept(&month), [true, true, true, false]);
    let large = month.map(|cell| Cell {
        counts: Counts { layers: cell.counts.layers.map(|n| n.map(|n| n * 10.0)), ..cell.counts },
        ..cell
    });
    assert_eq!(audiences(&large), [Audience::Open; 4]);
}

#[test]
fn what_the_country_treated_does_not_give_away_a_small_area_of_residence() {
    let lives = |unit: &str, had, among| Cell { context: Context::Residence, ..cell(unit, "2026", had, among) };
    let areas = [lives("a", 3.0, 60.0), lives("b", 40.0, 900.0)];
    // Nothing to subtract from: the large one is shown.
    assert_eq!(kept(&areas), [true, false]);
    // 43 treated in all, and 40 of them live in b.
    let year = [areas.to_vec(), vec![cell("trust", "2026", 43.0, 960.0)]].concat();
    let found = kept(&year);
    assert!(found[0] && (found[1] || found[2]), "{found:?}");
    // With many more from elsewhere the country is shown; the people of one place know its own number, so the other
    // area goes with the small one.
    let year = [areas.to_vec(), vec![cell("trust", "2026", 300.0, 5000.0)]].concat();
    assert_eq!(kept(&year), [true, true, false]);
    // The other way round: those who live in the country, and its hospitals.
    let year = [
        cell("a", "2026", 3.0, 60.0),
        cell("b", "2026", 40.0, 900.0),
        Cell { context: Context::Residence, ..cell("trust", "2026", 43.0, 960.0) },
    ];
    let found = kept(&year);
    assert!(found[0] && (found[1] || found[2]), "{found:?}");
}

#[test]
fn a_ward_that_has_not_reported_is_not_given_away_by_the_rest() {
    // The hospital has 3 more than the two wards together: those of the third ward.
    let month =
        [cell("a1", "2026-01", 10.0, 60.0), cell("a2", "2026-01", 20.0, 90.0), cell("a", "2026-01", 33.0, 250.0)];
    assert!(kept(&month).iter().filter(|kept| **kept).count() >= 2, "{:?}", kept(&month));
    // With many more there is nothing to give away.
    let month =
        [cell("a1", "2026-01", 10.0, 60.0), cell("a2", "2026-01", 20.0, 90.0), cell("a", "2026-01", 63.0, 250.0)];
    assert_eq!(kept(&month), [false; 3]);
}

#[test]
fn a_year_does_not_give_a_tertial_away() {
    let year = [
        cell("a1", "2026-T1", 2.0, 40.0),
        cell("a1", "2026-T2", 12.0, 40.0),
        cell("a1", "2026-T3", 15.0, 40.0),
        cell("a1", "2026", 29.0, 120.0),
    ];
    assert_eq!(kept(&year), [true, true, false, false]);
}

#[test]
fn parts_of_the_whole_hang_together_also_when_there_are_two_sets_of_them() {
    let part = |name: &str, had: f64, among: f64| Cell { stratum: name.into(), ..cell("a1", "2026", had, among) };
    let whole = cell("a1", "2026", 60.0, 300.0);
    let cells = [
        whole,
        part("kvinner", 57.0, 150.0),
        part("menn", 3.0, 150.0),
        part("0-17", 11.0, 100.0),
        part("18-66", 19.0, 100.0),
        part("67+", 30.0, 100.0),
    ];
    let kept = kept(&cells);
    // The men are few: the women, or the whole and an age, go with them.
    assert!(kept[2], "{kept:?}");
    assert!(kept[1] || kept[0], "{kept:?}");
    assert!(!kept[5], "{kept:?}");
}

#[test]
fn a_correction_does_not_give_the_former_value_away() {
    // First: 2, 30 and 31, and their sum. Then the 2 turned out to be 12.
    let first = [
        cell("a1", "2026-01", 2.0, 40.0),
        cell("a2", "2026-01", 30.0, 80.0),
        cell("a3", "2026-01", 31.0, 90.0),
        cell("a", "2026-01", 63.0, 210.0),
    ];
    let decided = audiences(&first);
    let mut cells: Vec<Cell> =
        first.iter().zip(&decided).map(|(cell, shown)| Cell { shown: Some(*shown), ..cell.clone() }).collect();
    cells[0].until = Some(at(5));
    cells[3].until = Some(at(5));
    cells.push(Cell { from: at(5), ..cell("a1", "2026-01", 12.0, 40.0) });
    cells.push(Cell { from: at(5), ..cell("a", "2026-01", 73.0, 210.0) });
    let after = audiences(&cells);
    // What was kept back stays so, and the new ones give nothing away: the old sum is known to those who saw it.
    assert_eq!(after[0], Audience::Own);
    for (before, after) in decided.iter().zip(&after) {
        assert!(*before != Audience::Own || *after == Audience::Own, "{decided:?} {after:?}");
    }
    // Without the memory, a2 and a3 would be shown now, and the old sum less the two is the 2.
    assert!(after[1] == Audience::Own || after[2] == Audience::Own, "{after:?}");
}

#[test]
fn what_documents_print_is_shown_and_files_may_be_stricter() {
    let printed = Cell { printed: true, ..cell("trust", "2026", 3.0, 40.0) };
    assert_eq!(audiences(&[printed]), [Audience::Open]);
    let strict = Policy { open: Limits { threshold: 10, ..Policy::default().open }, ..Policy::default() };
    let found = publish(&[cell("a1", "2026", 7.0, 40.0)], &tree(), &strict, false).unwrap();
    assert_eq!(found, [Audience::Service]);
}

#[test]
fn a_new_policy_decides_anew() {
    let hidden = Cell { shown: Some(Audience::Own), ..cell("a1", "2026", 7.0, 40.0) };
    assert_eq!(audiences(std::slice::from_ref(&hidden)), [Audience::Own]);
    assert_eq!(publish(&[hidden], &tree(), &Policy::default(), true).unwrap(), [Audience::Open]);
    let shown = Cell { shown: Some(Audience::Open), ..cell("a1", "2026", 7.0, 40.0) };
    let strict = Limits { threshold: 10, ..Policy::default().open };
    let policy = Policy { service: strict, open: strict };
    assert_eq!(publish(&[shown], &tree(), &policy, true).unwrap(), [Audience::Own]);
}

/// The table as one who sees what is shown, and the units in `own`, can attack it.
fn attacked(cells: &[Cell], seen: &[bool]) -> Vec<(f64, f64)> {
    let mut table = Table::default();
    let mut places = Vec::new();
    for (cell, seen) in cells.iter().zip(seen) {
        let layers = cell.counts.layers.map(|count| (count.unwrap_or(0.0), 0.0));
        places.push(table.cell(&layers, !seen, Seen::Nobody).unwrap());
    }
    for bond in bonds(cells, &tree()) {
        bind(&mut table, cells, &places, &bond, (Policy::default().service, 4.0)).unwrap();
    }
    let known = table.attack();
    places.iter().map(|place| known[*place]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    /// Two hospitals of three wards over two tertials and their year; the first count of each cell is attacked by
    /// outsiders and by those who work in one of the wards.
    #[test]
    fn nobody_works_out_a_small_count(had in prop::collection::vec(0..30_u32, 12), corrected in 0..6_usize, to in 0..30_u32) {
        let mut cells = Vec::new();
        let wards = ["a1", "a2", "a3", "b1", "b2", "b3"];
        let count = |ward: usize, tertial: usize| f64::from(had[ward * 2 + tertial]);
        let mut add = |unit: &str, of: &dyn Fn(usize) -> bool| {
            let sum = |tertial: usize| (0..6).filter(|ward| of(*ward)).map(|ward| count(ward, tertial)).sum::<f64>();
            let n = 60.0 * f64::from(u32::try_from((0..6).filter(|ward| of(*ward)).count()).unwrap());
            cells.push(cell(unit, "2026-T1", sum(0), n));
            cells.push(cell(unit, "2026-T2", sum(1), n));
            cells.push(cell(unit, "2026", sum(0) + sum(1), 2.0 * n));
        };
        for (place, ward) in wards.iter().enumerate() {
            add(ward, &|ward| ward == place);
        }
        add("a", &|ward| ward < 3);
        add("b", &|ward| 3 <= ward);
        add("trust", &|_| true);
        let decided = audiences(&cells);
        for (cell, shown) in cells.iter_mut().zip(decided) {
            cell.shown = Some(shown);
        }
        // A late correction of a ward's first tertial, with all sums above it.
        let (old, new) = (count(corrected, 0), f64::from(to));
        let hospital = if corrected < 3 { "a" } else { "b" };
        let mut changed = Vec::new();
        for one in &mut cells {
            let touched = [wards[corrected], hospital, "trust"].iter().any(|code| one.unit == UnitId::from_code(code));
            if touched && one.period.to_string() != "2026-T2" {
                one.until = Some(at(9));
                let [first, second] = one.counts.layers.map(|n| n.unwrap());
                let counts = Counts { layers: [Some(first - old + new), Some(second + old - new)], ..one.counts };
                changed.push(Cell { counts, from: at(9), until: None, shown: None, ..one.clone() });
            }
        }
        cells.extend(changed);
        let decided = audiences(&cells);
        let shown: Vec<bool> = decided.iter().map(|audience| *audience != Audience::Own).collect();
        let small = |cell: &Cell| cell.counts.layers[0].is_some_and(|had| 0.0 < had && had < 5.0);
        for (cell, shown) in cells.iter().zip(&shown) {
            prop_assert!(!(small(cell) && *shown), "{cell:?}");
        }
        // Everything hidden that hangs together has nothing left to give away.
        if shown.iter().any(|shown| *shown) {
            for (cell, (low, high)) in cells.iter().zip(attacked(&cells, &shown)).filter(|(cell, _)| small(cell)) {
                prop_assert!(4.0 <= high - low + 1e-6, "{cell:?}: {low} to {high}");
            }
        }
    }
}
