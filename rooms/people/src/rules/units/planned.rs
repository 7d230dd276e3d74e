//! Steps whose day has not come: what they touch, taking them back, and giving them another day.
//!
//! A step is kept as what it took from each unit and put in its place. Taking it back puts that
//! right, and only that: what has been changed otherwise since stays. When a later step has built on
//! it, the later one must go first.

use std::collections::BTreeSet;

use jiff::civil::Date;
use varde_kernel::UnitId;

use super::{Change, Fault, Wrong, check};
use crate::model::units::{Dated, Register, RelationKind, Swap, Trace, UnitChange, UnitRecord};

/// What a change does to each unit.
pub fn trace(change: &Change) -> Vec<Trace> {
    let traced = |unit: &UnitRecord| {
        let was = change.was(unit.id);
        Trace {
            unit: unit.id,
            begins: was.is_none(),
            end: (was.map_or(unit.valid.to, |was| was.valid.to), unit.valid.to),
            names: swap(was.map(|was| was.names.as_slice()), &unit.names),
            relations: swap(was.map(|was| was.relations.as_slice()), &unit.relations),
            codes: swap(was.map(|was| was.codes.as_slice()), &unit.codes),
        }
    };
    change.after.iter().map(traced).collect()
}

fn swap<T: Clone + PartialEq>(before: Option<&[Dated<T>]>, after: &[Dated<T>]) -> Swap<T> {
    let before = before.unwrap_or_default();
    let without = |one: &[Dated<T>], other: &[Dated<T>]| -> Vec<Dated<T>> {
        one.iter().filter(|item| !other.contains(item)).cloned().collect()
    };
    Swap { gone: without(before, after), came: without(after, before) }
}

/// The units that something told touches without being about them: those that lose or gain a unit,
/// and those that come under another.
pub fn concerned(change: &Change, told: &UnitChange) -> Vec<UnitId> {
    let about: BTreeSet<UnitId> = told.before.iter().chain(&told.after).copied().collect();
    let mut found = BTreeSet::new();
    for trace in trace(change) {
        let moved = trace.relations.gone.iter().chain(&trace.relations.came);
        let others = moved.filter(|known| known.value.kind == RelationKind::Owner).map(|known| known.value.other);
        if about.contains(&trace.unit) {
            found.extend(others);
        } else if others.into_iter().any(|other| about.contains(&other)) {
            found.insert(trace.unit);
        }
    }
    found.retain(|unit| !about.contains(unit));
    found.into_iter().collect()
}

/// The change that takes a planned step back.
///
/// # Errors
///
/// [`Wrong::BuiltOn`] when a later change rests on it, and every rule that would be broken.
pub fn cancel(register: &Register, traces: &[Trace]) -> Result<Change, Vec<Fault>> {
    let mut after = register.clone();
    for trace in traces {
        let fault = |what| vec![Fault { unit: trace.unit, what }];
        let unit = after.get_mut(trace.unit).ok_or_else(|| fault(Wrong::NotThere))?;
        replace(unit, trace, false).map_err(fault)?;
        if trace.begins {
            after.remove(trace.unit);
        }
    }
    finish(register, after, traces)
}

/// The change that gives a planned step another day, and what the step then does to each unit.
///
/// # Errors
///
/// [`Wrong::Between`] when something else happens to the units between the two days,
/// [`Wrong::BuiltOn`] when a later change rests on the step, and every rule that would be broken.
pub fn put_on(register: &Register, traces: &[Trace], was: Date, on: Date) -> Result<(Change, Vec<Trace>), Vec<Fault>> {
    let mut after = register.clone();
    let mut shifted = Vec::new();
    for trace in traces {
        let fault = |what| vec![Fault { unit: trace.unit, what }];
        if turns(trace).any(|day| day != was && (was.min(on)..=was.max(on)).contains(&day)) {
            return Err(fault(Wrong::Between));
        }
        let unit = after.get_mut(trace.unit).ok_or_else(|| fault(Wrong::NotThere))?;
        replace(unit, trace, false).map_err(fault)?;
        let trace = shift(trace, was, on);
        if trace.begins {
            unit.valid.from = on;
        }
        replace(unit, &trace, true).map_err(fault)?;
        shifted.push(trace);
    }
    Ok((finish(register, after, traces)?, shifted))
}

/// Puts what the step brings in the place of what it takes, or the other way round.
fn replace(unit: &mut UnitRecord, trace: &Trace, forth: bool) -> Result<(), Wrong> {
    let (old, new) = if forth { (trace.end.0, trace.end.1) } else { (trace.end.1, trace.end.0) };
    if unit.valid.to != old && !trace.begins {
        return Err(Wrong::BuiltOn);
    }
    unit.valid.to = new;
    exchange(&mut unit.names, &trace.names, forth)?;
    exchange(&mut unit.relations, &trace.relations, forth)?;
    exchange(&mut unit.codes, &trace.codes, forth)
}

fn exchange<T: Clone + PartialEq>(list: &mut Vec<Dated<T>>, swap: &Swap<T>, forth: bool) -> Result<(), Wrong> {
    let (out, back) = if forth { (&swap.gone, &swap.came) } else { (&swap.came, &swap.gone) };
    for item in out {
        let place = list.iter().position(|known| known == item).ok_or(Wrong::BuiltOn)?;
        list.remove(place);
    }
    list.extend(back.iter().cloned());
    list.sort_by_key(|item| item.valid.from);
    Ok(())
}

/// Every day on which something about the unit begins or ends by the step.
fn turns(trace: &Trace) -> impl Iterator<Item = Date> + '_ {
    fn days<T>(swap: &Swap<T>) -> impl Iterator<Item = Date> + '_ {
        swap.gone.iter().chain(&swap.came).flat_map(|item| [Some(item.valid.from), item.valid.to]).flatten()
    }
    let ends = [trace.end.0, trace.end.1].into_iter().flatten();
    days(&trace.names).chain(days(&trace.relations)).chain(days(&trace.codes)).chain(ends)
}

fn shift(trace: &Trace, was: Date, on: Date) -> Trace {
    fn came<T: Clone>(swap: &Swap<T>, day: impl Fn(Date) -> Date) -> Swap<T> {
        let mut swap = swap.clone();
        for item in &mut swap.came {
            item.valid.from = day(item.valid.from);
            item.valid.to = item.valid.to.map(&day);
        }
        swap
    }
    let day = |day: Date| if day == was { on } else { day };
    Trace {
        unit: trace.unit,
        begins: trace.begins,
        end: (trace.end.0, trace.end.1.map(day)),
        names: came(&trace.names, day),
        relations: came(&trace.relations, day),
        codes: came(&trace.codes, day),
    }
}

fn finish(register: &Register, after: Register, traces: &[Trace]) -> Result<Change, Vec<Fault>> {
    let touched: BTreeSet<UnitId> = traces.iter().map(|trace| trace.unit).collect();
    let mut faults = check(&after, &touched);
    if !faults.is_empty() {
        let gone = |unit: UnitId| after.get(unit).is_none();
        for fault in &mut faults {
            // What would lean on a unit that never begins has been built on the step.
            let leans = register.get(fault.unit).into_iter().flat_map(|unit| &unit.relations);
            if fault.what == Wrong::NotThere && leans.into_iter().any(|known| gone(known.value.other)) {
                fault.what = Wrong::BuiltOn;
            }
        }
        return Err(faults);
    }
    let pick = |register: &Register| touched.iter().filter_map(|id| register.get(*id).cloned()).collect();
    Ok(Change { before: pick(register), after: pick(&after), register: after, told: Vec::new() })
}
