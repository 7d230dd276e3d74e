//! Laws that hold for any rows.

use proptest::prelude::*;
use varde_events::{Anchor, Attribution, DAY, Definition, Event, HOUR, Kind, Link, Outcome, Strata, WHOLE, evaluate};

use super::{T0, scope, stay, survival};

fn definitions() -> Vec<Definition> {
    let strata = Strata { bands: vec![0, 50, 67], sex: true };
    let link = Some(Link { gap: 8 * HOUR });
    vec![
        Definition { strata: strata.clone(), ..survival() },
        Definition { link, attribution: Attribution::TimeFraction, ..survival() },
        Definition {
            link,
            attribution: Attribution::Last,
            anchor: Anchor::End,
            strata,
            outcome: Outcome::FollowedBy { scope: scope(Kind::Stay), after: 8 * HOUR, within: 30 * DAY },
            ..survival()
        },
    ]
}

fn rows() -> impl Strategy<Value = Vec<Event>> {
    let row =
        (0_i64..12, 0_u32..4, 0_i64..2_000, 0_i64..400, 0_i32..100, any::<bool>(), proptest::option::of(0_i64..3_000));
    proptest::collection::vec(row, 0..60).prop_map(|rows| {
        (1..)
            .zip(rows)
            .map(|(event, (person, unit, from, hours, age, acute, died))| Event {
                age: Some(age),
                acute: Some(acute),
                died: died.map(|hour| T0 + hour * HOUR),
                ..stay(event, person, unit, from * HOUR, (from + hours) * HOUR)
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn neither_order_nor_double_delivery_matters(rows in rows(), turn in 0_usize..60) {
        for definition in definitions() {
            let once = evaluate(&definition, rows.clone(), T0 + 100 * DAY).unwrap();
            let mut other: Vec<Event> = rows.iter().rev().cloned().collect();
            other.rotate_left(turn % rows.len().max(1));
            let twice: Vec<Event> = other.iter().chain(&rows).cloned().collect();
            prop_assert_eq!(&once, &evaluate(&definition, other, T0 + 100 * DAY).unwrap());
            prop_assert_eq!(&once, &evaluate(&definition, twice, T0 + 100 * DAY).unwrap());
        }
    }

    #[test]
    fn the_whole_is_the_sum_of_its_parts(rows in rows()) {
        for definition in definitions() {
            let cube = evaluate(&definition, rows.clone(), T0 + 100 * DAY).unwrap();
            let nation = cube.roll_up(|_| Some(9));
            let sum: i64 = cube.cells.values().map(|cell| cell.w).sum();
            prop_assert_eq!(sum, nation.cells.values().map(|cell| cell.w).sum::<i64>());
            // Courses stay whole when all their parts are added up.
            prop_assert_eq!(sum % WHOLE, 0);
            for cell in cube.cells.values() {
                prop_assert!(0 <= cell.n && cell.n <= cell.d && cell.wn <= cell.w && cell.w2 <= cell.w * WHOLE);
            }
        }
    }

    #[test]
    fn a_later_cut_off_only_adds(rows in rows()) {
        let definition = survival();
        let d = |days: i64| {
            let cube = evaluate(&definition, rows.clone(), T0 + days * DAY).unwrap();
            cube.cells.values().map(|cell| cell.d).sum::<i64>()
        };
        prop_assert!(d(60) <= d(90) && d(90) <= d(200));
    }
}
