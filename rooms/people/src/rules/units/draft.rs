//! Drafting a change. Every step touches a copy; [`Draft::finish`] checks the whole.

use std::collections::{BTreeSet, HashSet};

use jiff::civil::Date;
use varde_kernel::{UnitId, UnitKind, Validity};

use super::{Fault, Wrong, check};
use crate::model::units::{
    ChangeKind, CodeSystem, Dated, Register, Relation, RelationKind, Source, UnitChange, UnitCode, UnitName, UnitRecord,
};

/// A unit that is to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUnit {
    /// Its identity.
    pub id: UnitId,
    /// Its stable code.
    pub code: String,
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// Its first name.
    pub name: UnitName,
    /// The unit it answers to.
    pub owner: Option<UnitId>,
    /// When it exists.
    pub valid: Validity,
    /// Numbers it has all its life.
    pub codes: Vec<UnitCode>,
    /// Where the fact stands.
    pub source: Source,
}

/// A change that keeps every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The units as they were, of those that change.
    pub before: Vec<UnitRecord>,
    /// The units as they are afterwards.
    pub after: Vec<UnitRecord>,
    /// The whole register afterwards.
    pub register: Register,
    /// What happened, to be told.
    pub told: Vec<UnitChange>,
}

impl Change {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// The unit as it was.
    pub fn was(&self, id: UnitId) -> Option<&UnitRecord> {
        self.before.iter().find(|unit| unit.id == id)
    }
}

/// A change in the making.
pub struct Draft<'a> {
    register: &'a Register,
    after: Register,
    /// The codes of all units so far.
    codes: HashSet<String>,
    touched: BTreeSet<UnitId>,
    told: Vec<UnitChange>,
    note: String,
}

impl<'a> Draft<'a> {
    /// Begins with the register as it is.
    pub fn of(register: &'a Register, note: &str) -> Self {
        Self {
            register,
            after: register.clone(),
            codes: register.iter().map(|unit| unit.code.clone()).collect(),
            touched: BTreeSet::new(),
            told: Vec::new(),
            note: note.to_owned(),
        }
    }

    /// The register as drafted so far.
    pub fn so_far(&self) -> &Register {
        &self.after
    }

    fn unit(&mut self, id: UnitId) -> Result<&mut UnitRecord, Wrong> {
        self.touched.insert(id);
        self.after.get_mut(id).ok_or(Wrong::NotThere)
    }

    /// The unit, when it exists on the day.
    fn living(&mut self, id: UnitId, on: Date) -> Result<&mut UnitRecord, Wrong> {
        let unit = self.unit(id)?;
        if unit.valid.holds_on(on) { Ok(unit) } else { Err(Wrong::OutsideLife) }
    }

    fn tell(&mut self, kind: ChangeKind, on: Date, before: &[UnitId], after: &[UnitId]) {
        let note = self.note.clone();
        self.told.push(UnitChange { kind, on, note, before: before.to_vec(), after: after.to_vec() });
    }

    /// A unit begins.
    pub fn create(&mut self, new: NewUnit) -> Result<(), Wrong> {
        let (id, on) = (new.id, new.valid.from);
        self.begin(new)?;
        self.tell(ChangeKind::Created, on, &[], &[id]);
        Ok(())
    }

    fn begin(&mut self, new: NewUnit) -> Result<(), Wrong> {
        if self.after.get(new.id).is_some() || self.codes.contains(&new.code) {
            return Err(Wrong::CodeTaken(new.code));
        }
        if new.valid.is_empty() {
            return Err(Wrong::NoLife);
        }
        let valid = new.valid;
        let owner = new.owner.map(|other| Dated { value: Relation { kind: RelationKind::Owner, other }, valid });
        self.touched.insert(new.id);
        self.codes.insert(new.code.clone());
        self.after.put(UnitRecord {
            id: new.id,
            code: new.code,
            kind: new.kind,
            valid,
            names: vec![Dated { value: new.name, valid }],
            relations: owner.into_iter().collect(),
            codes: new.codes.into_iter().map(|value| Dated { value, valid }).collect(),
            source: new.source,
            version: 1,
        });
        Ok(())
    }

    /// Corrects what sort of unit it is.
    pub fn set_kind(&mut self, id: UnitId, kind: UnitKind) -> Result<(), Wrong> {
        self.unit(id)?.kind = kind;
        Ok(())
    }

    /// The unit gets another name on a day; a name that was already planned for later stays.
    pub fn rename(&mut self, id: UnitId, name: UnitName, on: Date) -> Result<(), Wrong> {
        let unit = self.living(id, on)?;
        let end = unit.valid.to;
        if set_from(&mut unit.names, |_| true, name, on, end) {
            self.tell(ChangeKind::Renamed, on, &[id], &[id]);
        }
        Ok(())
    }

    /// The unit comes to answer to (or lie in) another on a day; with nobody it stands alone.
    pub fn relate(&mut self, id: UnitId, kind: RelationKind, other: Option<UnitId>, on: Date) -> Result<(), Wrong> {
        if other == Some(id) {
            return Err(Wrong::ToItself);
        }
        let unit = self.living(id, on)?;
        let end = unit.valid.to;
        let changed = match other {
            Some(other) if kind == RelationKind::Uptake => {
                let value = Relation { kind, other };
                set_from(&mut unit.relations, |known| *known == value, value, on, end)
            }
            Some(other) => set_from(&mut unit.relations, |known| known.kind == kind, Relation { kind, other }, on, end),
            None => end_at(&mut unit.relations, |known| known.kind == kind, on),
        };
        if changed {
            self.tell(ChangeKind::Moved, on, &[id], &[id]);
        }
        Ok(())
    }

    /// The unit gets a number in a register on a day, or loses it.
    pub fn set_code(&mut self, id: UnitId, system: CodeSystem, code: Option<String>, on: Date) -> Result<(), Wrong> {
        let unit = self.living(id, on)?;
        let end = unit.valid.to;
        let same = |known: &UnitCode| known.system == system;
        match code {
            Some(code) => set_from(&mut unit.codes, same, UnitCode { system, code }, on, end),
            None => end_at(&mut unit.codes, same, on),
        };
        Ok(())
    }

    /// The unit ends: `on` is the first day without it. What answers to it must have been moved,
    /// or ends with it.
    pub fn close(&mut self, id: UnitId, on: Date, with_below: bool) -> Result<(), Wrong> {
        let below: Vec<UnitId> = self.leaning_on(id, on, RelationKind::Owner);
        if !below.is_empty() && !with_below {
            return Err(Wrong::HasUnitsBelow(below.len()));
        }
        self.end(id, on)?;
        self.tell(ChangeKind::Closed, on, &[id], &[]);
        for child in below {
            // A circle in old data must not make this endless.
            if self.after.get(child).is_some_and(|child| child.valid.to != Some(on)) {
                self.close(child, on, true)?;
            }
        }
        Ok(())
    }

    /// Units that still relate to `id` on some day from `on`.
    fn leaning_on(&self, id: UnitId, on: Date, kind: RelationKind) -> Vec<UnitId> {
        let rest = Validity::since(on);
        let leans = |known: &Dated<Relation>| known.value == Relation { kind, other: id } && known.valid.overlaps(rest);
        self.after.iter().filter(|unit| unit.relations.iter().any(leans)).map(|unit| unit.id).collect()
    }

    fn end(&mut self, id: UnitId, on: Date) -> Result<(), Wrong> {
        let unit = self.unit(id)?;
        if on <= unit.valid.from || unit.valid.to.is_some_and(|to| to < on) {
            return Err(Wrong::OutsideLife);
        }
        unit.valid.to = Some(on);
        end_at(&mut unit.names, |_| true, on);
        end_at(&mut unit.relations, |_| true, on);
        end_at(&mut unit.codes, |_| true, on);
        // What only lies in a unit that ends, or uses it, lets go of it; owners must be chosen.
        for other in self.after.iter_mut() {
            let lets_go = |known: &Relation| known.other == id && known.kind != RelationKind::Owner;
            if other.relations.iter().any(|known| lets_go(&known.value) && known.valid.overlaps(Validity::since(on))) {
                end_at(&mut other.relations, lets_go, on);
                self.touched.insert(other.id);
            }
        }
        Ok(())
    }

    /// Units become one on a day: a new unit, or one of them that goes on. All that answered to,
    /// lay in or used them follows.
    pub fn merge(&mut self, from: &[UnitId], into: MergeInto, on: Date) -> Result<(), Wrong> {
        let target = match &into {
            MergeInto::New(new) => new.id,
            MergeInto::Known(id) => *id,
        };
        let sources: BTreeSet<UnitId> = from.iter().copied().filter(|id| *id != target).collect();
        let all: BTreeSet<UnitId> = from.iter().copied().collect();
        let n_in_all = all.len() + usize::from(matches!(into, MergeInto::Known(id) if !all.contains(&id)));
        if n_in_all < 2 {
            return Err(Wrong::TooFew);
        }
        for id in &sources {
            self.living(*id, on)?;
        }
        match into {
            MergeInto::New(new) => {
                let places =
                    sources.iter().filter_map(|id| self.after.get(*id)).flat_map(|unit| unit.relations.clone());
                let places: Vec<Relation> = places
                    .filter(|known| known.valid.holds_on(on) && known.value.kind != RelationKind::Owner)
                    .map(|known| known.value)
                    .collect();
                let id = new.id;
                self.begin(NewUnit { valid: Validity { from: on, to: new.valid.to }, ..*new })?;
                self.stand_as(id, &places, on)?;
            }
            MergeInto::Known(id) => {
                self.living(id, on)?;
            }
        }
        self.lead_over(&sources, target, on);
        for id in &sources {
            self.end(*id, on)?;
        }
        let before: Vec<UnitId> = all.into_iter().collect();
        self.tell(ChangeKind::Merged, on, &before, &[target]);
        Ok(())
    }

    /// Gives a new unit the places of those it comes from.
    fn stand_as(&mut self, id: UnitId, places: &[Relation], on: Date) -> Result<(), Wrong> {
        for place in places {
            let unit = self.living(id, on)?;
            let lies_somewhere = place.kind == RelationKind::Geography
                && unit.relations.iter().any(|known| known.value.kind == RelationKind::Geography);
            let end = unit.valid.to;
            if !lies_somewhere {
                set_from(&mut unit.relations, |known| known == place, *place, on, end);
            }
        }
        Ok(())
    }

    /// Whatever relates to one of `sources` from `on` comes to relate to `target`.
    fn lead_over(&mut self, sources: &BTreeSet<UnitId>, target: UnitId, on: Date) {
        let rest = Validity::since(on);
        for unit in self.after.iter_mut() {
            let leans = |known: &Dated<Relation>| sources.contains(&known.value.other) && known.valid.overlaps(rest);
            if sources.contains(&unit.id) || !unit.relations.iter().any(leans) {
                continue;
            }
            self.touched.insert(unit.id);
            let (moving, mut staying): (Vec<_>, Vec<_>) = unit.relations.drain(..).partition(leans);
            for known in moving {
                if known.valid.from < on {
                    staying.push(Dated { valid: Validity { to: Some(on), ..known.valid }, ..known });
                }
                let value = Relation { other: target, ..known.value };
                let valid = Validity { from: known.valid.from.max(on), to: known.valid.to };
                let doubled = staying.iter().any(|other| other.value == value && other.valid.overlaps(valid));
                if unit.id != target && !doubled {
                    staying.push(Dated { value, valid });
                }
            }
            staying.sort_by_key(|known| known.valid.from);
            unit.relations = staying;
        }
    }

    /// A unit becomes several on a day. Units below go where `goes` says; when the unit itself
    /// does not go on (`ends`), every one of them must go somewhere.
    pub fn split(
        &mut self,
        id: UnitId,
        parts: Vec<NewUnit>,
        goes: &[(UnitId, UnitId)],
        ends: bool,
        on: Date,
    ) -> Result<(), Wrong> {
        if parts.is_empty() {
            return Err(Wrong::TooFew);
        }
        let places = self.living(id, on)?.relations.clone();
        let places: Vec<Relation> = places
            .into_iter()
            .filter(|known| known.valid.holds_on(on) && known.value.kind != RelationKind::Owner)
            .map(|known| known.value)
            .collect();
        let mut after: Vec<UnitId> = parts.iter().map(|part| part.id).collect();
        for part in parts {
            let part_id = part.id;
            self.begin(NewUnit { valid: Validity { from: on, to: part.valid.to }, ..part })?;
            self.stand_as(part_id, &places, on)?;
        }
        for (child, to) in goes {
            let unit = self.living(*child, on)?;
            let end = unit.valid.to;
            let owner = Relation { kind: RelationKind::Owner, other: *to };
            set_from(&mut unit.relations, |known| known.kind == RelationKind::Owner, owner, on, end);
        }
        if ends {
            let left = self.leaning_on(id, on, RelationKind::Owner);
            if !left.is_empty() {
                return Err(Wrong::HasUnitsBelow(left.len()));
            }
            self.end(id, on)?;
        } else {
            after.insert(0, id);
        }
        self.tell(ChangeKind::Split, on, &[id], &after);
        Ok(())
    }

    /// A unit stands so to another all its life, without telling of it as a change.
    pub fn place(&mut self, id: UnitId, kind: RelationKind, other: Option<UnitId>) {
        self.touched.insert(id);
        if let Some(unit) = self.after.get_mut(id) {
            unit.relations.retain(|known| known.value.kind != kind);
            let valid = unit.valid;
            unit.relations.extend(other.map(|other| Dated { value: Relation { kind, other }, valid }));
        }
    }

    /// Puts a unit as it is known elsewhere in the register, as imports of whole lives do.
    pub fn put(&mut self, unit: UnitRecord) {
        self.touched.insert(unit.id);
        self.codes.insert(unit.code.clone());
        self.after.put(unit);
    }

    /// Tells what an import knows to have happened.
    pub fn told(&mut self, change: UnitChange) {
        self.told.push(change);
    }

    /// The change, when it keeps every rule.
    ///
    /// # Errors
    ///
    /// Every rule that is broken, with the unit that breaks it.
    pub fn finish(self) -> Result<Change, Vec<Fault>> {
        let touched: BTreeSet<UnitId> =
            self.touched.into_iter().filter(|id| self.register.get(*id) != self.after.get(*id)).collect();
        let faults = check(&self.after, &touched);
        if !faults.is_empty() {
            return Err(faults);
        }
        let pick = |register: &Register| touched.iter().filter_map(|id| register.get(*id).cloned()).collect();
        Ok(Change { before: pick(self.register), after: pick(&self.after), register: self.after, told: self.told })
    }
}

/// What units become when they merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeInto {
    /// A unit that begins on the day.
    New(Box<NewUnit>),
    /// A unit that is there already, which may be one of them.
    Known(UnitId),
}

/// Lets `value` hold from `on` in place of what `same` finds, until what comes next. Says whether
/// anything changed.
fn set_from<T: PartialEq>(
    list: &mut Vec<Dated<T>>,
    same: impl Fn(&T) -> bool,
    value: T,
    on: Date,
    life_end: Option<Date>,
) -> bool {
    let next = list.iter().filter(|item| same(&item.value) && on < item.valid.from).map(|item| item.valid.from).min();
    let mut to = next.or(life_end);
    if let Some(held) = list.iter_mut().find(|item| same(&item.value) && item.valid.holds_on(on)) {
        if held.value == value {
            return false;
        }
        to = held.valid.to;
        if held.valid.from == on {
            held.value = value;
            return true;
        }
        held.valid.to = Some(on);
    }
    list.push(Dated { value, valid: Validity { from: on, to } });
    list.sort_by_key(|item| item.valid.from);
    true
}

/// Ends what `same` finds at `on`, and drops what had not begun by then.
fn end_at<T>(list: &mut Vec<Dated<T>>, same: impl Fn(&T) -> bool, on: Date) -> bool {
    let mut changed = false;
    list.retain_mut(|item| {
        if !same(&item.value) || item.valid.to.is_some_and(|to| to <= on) {
            return true;
        }
        changed = true;
        item.valid.to = Some(on);
        item.valid.from < on
    });
    changed
}
