//! Which rights a change of the organisation asks for.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use varde_kernel::access::Action;
use varde_kernel::{UnitId, UnitKind};

use super::Change;
use crate::model::units::{Register, RelationKind, UnitRecord};

/// What must be allowed on a unit, by the line of units from it upwards; no line means on any unit at all.
pub type Right = (Action, Arc<[UnitId]>);

/// Every right that a change asks for, in the order of its units.
///
/// Who changes a unit must run it. Where it stands is also the concern of those it leaves and those it comes to: a unit
/// that is taken from the one it answers to, on any day, asks for the right over that one, and standing alone is for
/// whoever runs the whole. All of it is asked of the organisation as it was: what the change itself brings gives no
/// right.
pub fn rights(register: &Register, change: &Change, today: Date) -> Vec<Right> {
    let mut rights: Vec<Right> = Vec::new();
    let is_nation = |unit: &&UnitRecord| {
        unit.kind == UnitKind::Nation && unit.valid.holds_on(today) && unit.owner_on(today).is_none()
    };
    let nation = register.iter().find(is_nation).map(|nation| nation.id);
    for unit in &change.after {
        let old = register.get(unit.id);
        if old.is_some_and(|old| only_lets_go(old, unit, register, &change.register)) {
            continue;
        }
        if old.is_some() {
            rights.push((Action::Edit, register.line_near(unit.id, today)));
        }
        rights.extend(places((register, nation), old, unit, today));
    }
    for gone in change.before.iter().filter(|unit| change.register.get(unit.id).is_none()) {
        rights.push((Action::Edit, register.line_near(gone.id, today)));
    }
    rights
}

/// The rights that a unit's place asks for: over each unit that it no longer answers to on some day, and over each that
/// it comes to answer to. A unit that begins with the change needs none of its own for what comes under it.
fn places(
    (register, nation): (&Register, Option<UnitId>),
    old: Option<&UnitRecord>,
    new: &UnitRecord,
    today: Date,
) -> Vec<Right> {
    let mut rights = Vec::new();
    let days = turns(old, new, |kind| kind == RelationKind::Owner);
    let next = |day: &Date| days.range((std::ops::Bound::Excluded(*day), std::ops::Bound::Unbounded)).next();
    for day in days.iter().filter(|day| new.valid.holds_on(**day)) {
        // A life that grows goes on where it ended, or comes from where it began.
        let had = old.map(|old| old.owner_on(old.nearest_day(*day)));
        let has = new.owner_on(*day);
        let lived = old.is_some_and(|old| old.valid.holds_on(*day));
        // That a unit's past goes further back than that of the one above says nothing about who runs it.
        let is_past = !lived && has_owner(new) && next(day).is_some_and(|next| *next <= today);
        if had == Some(has) || (has.is_none() && is_past) {
            continue;
        }
        if let Some(Some(owner)) = had {
            rights.push((Action::Edit, register.line_near(owner, today)));
        }
        match has {
            Some(owner) if register.get(owner).is_some() => {
                rights.push((Action::Create, register.line_near(owner, today)));
            }
            Some(_) => {}
            None => rights.push((Action::Create, whole((register, nation), old, today))),
        }
    }
    rights
}

fn has_owner(unit: &UnitRecord) -> bool {
    unit.relations.iter().any(|known| known.value.kind == RelationKind::Owner)
}

/// The line of the unit that runs the whole: the one at the top of a known unit's own line, else the nation. Where there
/// is neither, no line: whoever runs something may begin something beside it.
fn whole((register, nation): (&Register, Option<UnitId>), unit: Option<&UnitRecord>, today: Date) -> Arc<[UnitId]> {
    let top = unit.and_then(|unit| register.line_near(unit.id, today).last().copied().filter(|top| *top != unit.id));
    top.or(nation).map_or_else(|| Arc::from([]), |top| register.line_near(top, today))
}

/// Every day on which a unit's life or one of its relations begins or ends, before or after.
fn turns(old: Option<&UnitRecord>, new: &UnitRecord, of: impl Fn(RelationKind) -> bool) -> BTreeSet<Date> {
    let both = || old.into_iter().chain([new]);
    let relations = both().flat_map(|unit| &unit.relations).filter(|known| of(known.value.kind));
    let lives = both().map(|unit| unit.valid).chain(relations.map(|known| known.valid));
    lives.flat_map(|valid| [Some(valid.from), valid.to]).flatten().collect()
}

/// Whether the unit itself stays as it was and only its ties to units that the change ends go, or go over to what
/// comes instead: that follows from the other units' change and asks for no right of its own. So does the way back,
/// when the change lets units live on that were to end.
fn only_lets_go(old: &UnitRecord, new: &UnitRecord, before: &Register, after: &Register) -> bool {
    let without_ties = |unit: &UnitRecord| UnitRecord {
        relations: unit.relations.iter().filter(|known| known.value.kind == RelationKind::Owner).copied().collect(),
        ..unit.clone()
    };
    if old == new || without_ties(old) != without_ties(new) {
        return false;
    }
    let lives =
        |register: &Register, unit: UnitId, day: Date| register.get(unit).is_some_and(|unit| unit.valid.holds_on(day));
    let days = turns(Some(old), new, |kind| kind != RelationKind::Owner);
    RelationKind::ALL.iter().filter(|kind| **kind != RelationKind::Owner).all(|kind| {
        days.iter().all(|day| {
            let ties = |unit: &UnitRecord| -> BTreeSet<UnitId> {
                let held =
                    unit.relations.iter().filter(|known| known.value.kind == *kind && known.valid.holds_on(*day));
                held.map(|known| known.value.other).collect()
            };
            let (had, has) = (ties(old), ties(new));
            let mut lost = had.difference(&has);
            let mut gained = has.difference(&had);
            let ends = |unit: &UnitId| lives(before, *unit, *day) && !lives(after, *unit, *day);
            let lives_on =
                |unit: &UnitId| before.get(*unit).is_some() && !lives(before, *unit, *day) && lives(after, *unit, *day);
            let (some_end, some_live_on) = (lost.clone().any(ends), gained.clone().any(lives_on));
            lost.all(|unit| ends(unit) || some_live_on) && gained.all(|unit| lives_on(unit) || some_end)
        })
    })
}

#[cfg(test)]
mod tests {
    use varde_kernel::PersonId;
    use varde_kernel::access::{Actor, Held, Kind, Role, Target, may};

    use super::super::planned::{cancel, put_on, trace};
    use super::super::tests::{day, id, land, new};
    use super::super::{Draft, MergeInto, NewUnit, Wrong};
    use super::*;

    const TODAY: &str = "2026-11-22";
    const ON: &str = "2027-01-01";

    type Act = fn(&mut Draft<'_>) -> Result<(), Wrong>;

    fn changed(register: &Register, act: Act) -> Change {
        let mut draft = Draft::of(register, "");
        act(&mut draft).unwrap();
        draft.finish().unwrap()
    }

    /// Whether an administrator of these units, and of what lies below them, may make a change.
    fn allowed(register: &Register, change: &Change, runs: &str) -> bool {
        let held = |code: &str| Held {
            role: Role::Administrator,
            unit: id(code),
            line: register.line_near(id(code), day(TODAY)),
        };
        let held = runs.split(' ').map(held).collect();
        let actor = Actor::Person { person: PersonId::from_code("admin"), held, read_only: false };
        let rights = rights(register, change, day(TODAY));
        rights.into_iter().all(|(action, line)| may(&actor, action, &Target::open(Kind::Unit, line)))
    }

    #[track_caller]
    fn check(act: Act, may: &[&str], may_not: &[&str]) {
        let register = land();
        let change = changed(&register, act);
        for (runs, expected) in may.iter().map(|runs| (runs, true)).chain(may_not.iter().map(|runs| (runs, false))) {
            assert_eq!(allowed(&register, &change, runs), expected, "{runs}");
        }
    }

    fn answers_to(draft: &mut Draft<'_>, unit: &str, owner: Option<&str>, on: &str) -> Result<(), Wrong> {
        draft.relate(id(unit), RelationKind::Owner, owner.map(id), day(on))
    }

    #[test]
    fn nobody_takes_a_unit_from_those_above_it() {
        // A local administrator detaches: from a day, from the first day, and on a day that is past.
        check(|draft| answers_to(draft, "hf1", None, ON), &["no"], &["hf1", "rhf", "hf1 hf2", "hf1 west"]);
        check(|draft| answers_to(draft, "hf1", None, "2000-01-01"), &["no"], &["hf1", "rhf"]);
        check(|draft| answers_to(draft, "lab1", None, "2010-01-01"), &["no"], &["lab1", "hf1", "rhf"]);
        // And moves to another trust, also from the first day.
        for on in [ON, "2000-01-01"] {
            let register = land();
            let mut draft = Draft::of(&register, "");
            answers_to(&mut draft, "lab1", Some("hf2"), on).unwrap();
            let change = draft.finish().unwrap();
            for (runs, expected) in
                [("rhf", true), ("no", true), ("hf1 hf2", true), ("hf1", false), ("hf2", false), ("lab1 hf2", false)]
            {
                assert_eq!(allowed(&register, &change, runs), expected, "{runs} {on}");
            }
        }
        // To be called a nation, or to begin one, makes nobody run the whole.
        check(
            |draft| {
                draft.set_kind(id("hf1"), UnitKind::Nation)?;
                answers_to(draft, "hf1", None, "2000-01-01")
            },
            &["no"],
            &["hf1", "rhf"],
        );
        check(
            |draft| {
                draft.create(new("a0", UnitKind::Nation, None, "2000-01-01"))?;
                answers_to(draft, "hf1", Some("a0"), ON)
            },
            &["no"],
            &["hf1", "rhf"],
        );
        // Nor does a unit of one's own that others are first brought under, and that then goes its own way.
        check(
            |draft| {
                draft.create(new("x", UnitKind::Department, Some("hf1"), "2026-01-01"))?;
                answers_to(draft, "x", None, ON)
            },
            &["no"],
            &["hf1", "rhf"],
        );
    }

    #[test]
    fn whoever_runs_a_unit_still_does_with_it_what_is_theirs() {
        check(|draft| draft.create(new("x", UnitKind::Ward, Some("lab1"), ON)), &["lab1", "hf1"], &["hf2", "a"]);
        check(|draft| draft.close(id("lab1"), day(ON), false), &["lab1", "hf1"], &["lab2", "hf2"]);
        check(|draft| draft.create(new("x", UnitKind::Other, None, ON)), &["no"], &["lab1", "rhf"]);
        check(
            |draft| draft.merge(&[id("hf1"), id("hf2")], MergeInto::Known(id("hf1")), day(ON)),
            &["hf1 hf2", "rhf"],
            &["hf1", "hf2", "lab1 lab2"],
        );
        check(
            |draft| {
                let both = new("hf", UnitKind::HealthTrust, Some("rhf"), ON);
                draft.merge(&[id("hf1"), id("hf2")], MergeInto::New(Box::new(both)), day(ON))
            },
            &["rhf"],
            &["hf1 hf2"],
        );
        check(
            |draft| {
                let parts = vec![new("x", UnitKind::Department, Some("hf1"), ON)];
                draft.split(id("hf1"), parts, &[(id("lab1"), id("x"))], false, day(ON))
            },
            &["hf1", "rhf"],
            &["lab1", "hf2"],
        );
        // A past that goes further back than that of the one above takes nothing from anyone.
        check(
            |draft| {
                let older = NewUnit { owner: None, ..new("x", UnitKind::Department, None, "1990-01-01") };
                draft.create(older)?;
                answers_to(draft, "x", Some("hf1"), "2000-01-01")
            },
            &["hf1"],
            &["hf2"],
        );
    }

    #[test]
    fn ties_are_let_go_of_only_where_what_they_point_to_ends() {
        fn lies_in(draft: &mut Draft<'_>, county: &str) -> Result<(), Wrong> {
            draft.relate(id("a"), RelationKind::Geography, Some(id(county)), day(ON))
        }
        // A county moved by a stranger, also by those who run both counties.
        check(|draft| lies_in(draft, "west"), &["a", "no"], &["hf1", "west", "east west", "lab1"]);
        check(
            |draft| draft.relate(id("a"), RelationKind::Uptake, Some(id("hf2")), day(ON)),
            &["a"],
            &["hf1", "hf2", "hf1 hf2"],
        );
        check(
            |draft| {
                draft.create(new("x", UnitKind::County, Some("lab1"), ON))?;
                lies_in(draft, "x")
            },
            &["a lab1"],
            &["lab1", "east lab1"],
        );
        // One that ends, or becomes part of another, takes its ties with it.
        check(|draft| draft.close(id("hf1"), day(ON), true), &["hf1"], &["hf2", "a b c"]);
        check(
            |draft| draft.merge(&[id("east"), id("west")], MergeInto::Known(id("west")), day(ON)),
            &["east west", "no"],
            &["west", "a b c"],
        );
        // To end a unit of one's own lets nobody move what was never tied to it.
        check(
            |draft| {
                draft.close(id("lab2"), day(ON), false)?;
                lies_in(draft, "west")
            },
            &["lab2 a"],
            &["lab2", "hf2", "lab2 east west"],
        );
    }

    #[test]
    fn a_planned_change_is_taken_back_by_those_who_may_make_it() {
        for (act, may, may_not) in [
            (
                (|draft| draft.merge(&[id("east"), id("west")], MergeInto::Known(id("west")), day(ON))) as Act,
                vec!["east west", "no"],
                vec!["west", "a b c"],
            ),
            (|draft| answers_to(draft, "lab1", Some("hf2"), ON), vec!["hf1 hf2", "rhf"], vec!["hf1", "hf2", "lab1"]),
        ] {
            let planned = changed(&land(), act);
            let (register, traces) = (planned.register.clone(), trace(&planned));
            let mut ways = vec![cancel(&register, &traces).unwrap()];
            for other in ["2026-12-01", "2028-01-01"] {
                ways.push(put_on(&register, &traces, day(ON), day(other)).unwrap().0);
            }
            for change in &ways {
                for (runs, expected) in
                    may.iter().map(|runs| (runs, true)).chain(may_not.iter().map(|runs| (runs, false)))
                {
                    assert_eq!(allowed(&register, change, runs), expected, "{runs}");
                }
            }
        }
    }
}
