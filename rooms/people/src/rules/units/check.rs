//! The rules that every unit keeps through its whole life.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use varde_kernel::{UnitId, Validity};

use super::{Fault, Wrong, numbers};
use crate::model::units::{CodeSystem, Dated, Register, RelationKind, UnitRecord};

/// How many units can stand above one another. Norway's whole service needs about twelve.
pub const MAX_DEPTH: usize = 30;

/// Every rule that the touched units break, alone or with others.
pub fn check(register: &Register, touched: &BTreeSet<UnitId>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut codes: HashMap<&str, usize> = HashMap::new();
    let mut numbers: HashMap<(CodeSystem, &str), Vec<(UnitId, Validity)>> = HashMap::new();
    for unit in register.iter() {
        *codes.entry(unit.code.as_str()).or_default() += 1;
        for code in &unit.codes {
            let key = (code.value.system, code.value.code.as_str());
            numbers.entry(key).or_default().push((unit.id, code.valid));
        }
    }
    for unit in register.iter() {
        let mut wrong = Vec::new();
        if touched.contains(&unit.id) {
            if codes.get(unit.code.as_str()).is_some_and(|n| 1 < *n) {
                wrong.push(Wrong::CodeTaken(unit.code.clone()));
            }
            life(unit, &mut wrong);
            registered(unit, &numbers, &mut wrong);
            let turns = turns_above(register, unit.id);
            let mut living = turns.iter().filter(|day| unit.valid.holds_on(**day));
            wrong.extend(living.find_map(|day| upward(register, unit.id, *day)));
        }
        for known in &unit.relations {
            let other = known.value.other;
            if touched.contains(&unit.id) || touched.contains(&other) {
                match register.get(other) {
                    Some(other) if within(known.valid, other.valid) => {}
                    Some(other) => wrong.push(Wrong::OtherGone(name(other, known.valid.from))),
                    None => wrong.push(Wrong::NotThere),
                }
            }
        }
        wrong.dedup();
        faults.extend(wrong.into_iter().map(|what| Fault { unit: unit.id, what }));
    }
    faults
}

fn name(unit: &UnitRecord, day: Date) -> String {
    unit.name_on(day).map_or_else(|| unit.code.clone(), |name| name.words.nb.clone())
}

fn within(inner: Validity, outer: Validity) -> bool {
    outer.from <= inner.from
        && match (inner.to, outer.to) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(inner), Some(outer)) => inner <= outer,
        }
}

fn life(unit: &UnitRecord, wrong: &mut Vec<Wrong>) {
    if unit.valid.is_empty() {
        wrong.push(Wrong::NoLife);
        return;
    }
    let mut next = Some(unit.valid.from);
    let mut unbroken = true;
    for known in &unit.names {
        unbroken &= next == Some(known.valid.from) && !known.value.words.is_empty() && !known.valid.is_empty();
        next = known.valid.to;
    }
    if !unbroken || next != unit.valid.to || unit.names.is_empty() {
        wrong.push(Wrong::NameGap);
    }
    if unit.relations.iter().any(|known| !within(known.valid, unit.valid) || known.valid.is_empty())
        || unit.codes.iter().any(|known| !within(known.valid, unit.valid) || known.valid.is_empty())
    {
        wrong.push(Wrong::OutsideLife);
    }
    if unit.relations.iter().any(|known| known.value.other == unit.id) {
        wrong.push(Wrong::ToItself);
    }
    if overlaps(&unit.relations, |a, b| a.kind == RelationKind::Owner && b.kind == RelationKind::Owner) {
        wrong.push(Wrong::TwoOwners);
    }
}

fn registered(
    unit: &UnitRecord,
    numbers: &HashMap<(CodeSystem, &str), Vec<(UnitId, Validity)>>,
    wrong: &mut Vec<Wrong>,
) {
    for known in &unit.codes {
        let (system, code) = (known.value.system, known.value.code.as_str());
        if !numbers::fits(system, code) {
            wrong.push(Wrong::BadNumber(system, code.to_owned()));
        }
        let taken = numbers.get(&(system, code)).is_some_and(|holders| {
            holders.iter().any(|(holder, valid)| *holder != unit.id && valid.overlaps(known.valid))
        });
        // Two organisations may use the same number of their own.
        if taken && system != CodeSystem::Local {
            wrong.push(Wrong::NumberTaken(system, code.to_owned()));
        }
    }
    for system in [CodeSystem::Organisation, CodeSystem::Municipality, CodeSystem::County] {
        if overlaps(&unit.codes, |a, b| a.system == system && b.system == system) {
            wrong.push(Wrong::TwoNumbers(system));
        }
    }
}

/// Whether two items that `both` is true of hold on the same day.
fn overlaps<T>(list: &[Dated<T>], both: impl Fn(&T, &T) -> bool) -> bool {
    list.iter().enumerate().any(|(place, one)| {
        list.iter().skip(place + 1).any(|other| both(&one.value, &other.value) && one.valid.overlaps(other.valid))
    })
}

/// The days on which the line of units above one may change, as far up as it may reach.
fn turns_above(register: &Register, id: UnitId) -> BTreeSet<Date> {
    let (mut turns, mut seen, mut here) = (BTreeSet::new(), BTreeSet::from([id]), vec![id]);
    for _ in 0..=MAX_DEPTH {
        let units = here.iter().filter_map(|id| register.get(*id));
        let owners = units.flat_map(|unit| &unit.relations).filter(|known| known.value.kind == RelationKind::Owner);
        let mut above = Vec::new();
        for known in owners {
            turns.insert(known.valid.from);
            if seen.insert(known.value.other) {
                above.push(known.value.other);
            }
        }
        here = above;
    }
    turns
}

/// What is wrong with the line of units above one: it comes back to itself, or has no end in sight.
fn upward(register: &Register, id: UnitId, day: Date) -> Option<Wrong> {
    let mut line = vec![id];
    while let Some(owner) = line.last().and_then(|last| register.get(*last)).and_then(|last| last.owner_on(day)) {
        if line.contains(&owner) {
            return Some(Wrong::Circle);
        }
        if MAX_DEPTH <= line.len() {
            return Some(Wrong::TooDeep);
        }
        line.push(owner);
    }
    None
}
