//! What happens to units, in sentences: what, from where, to where, and when.

use jiff::civil::Date;
use varde_kernel::{UnitId, UnitTree};
use varde_web::{Ctx, unit_name};

use crate::model::units::{ChangeKind, Move, Register, RelationKind, UnitChange, UnitRecord};

/// Tells of changes.
pub(crate) struct Teller<'a> {
    cx: &'a Ctx,
    /// The units that are spoken of, through their whole lives, as they become.
    register: &'a Register,
    /// Names are looked for here first: the organisation as people know it.
    trees: &'a [&'a UnitTree],
    /// The day on which it is told: what comes later is still to come.
    told_on: Date,
}

impl<'a> Teller<'a> {
    /// Tells as of today.
    pub(crate) fn new(cx: &'a Ctx, register: &'a Register, trees: &'a [&'a UnitTree]) -> Self {
        Self { cx, register, trees, told_on: cx.today() }
    }

    /// Tells what someone is asked about: also what has its day behind it is still to be done.
    pub(crate) fn asking(self) -> Self {
        Self { told_on: Date::MIN, ..self }
    }

    /// The name of a unit, that tells it from others.
    pub(crate) fn name(&self, id: UnitId) -> String {
        let locale = self.cx.locale();
        let known = self.trees.iter().find(|tree| tree.get(id).is_some());
        let nearest = || {
            let unit = self.register.get(id)?;
            unit.name_on(unit.nearest_day(self.cx.today())).map(|name| name.words.get(locale).to_owned())
        };
        known.map(|tree| unit_name(tree, id, locale)).or_else(nearest).unwrap_or_default()
    }

    /// Names one after the other.
    pub(crate) fn names(&self, ids: &[UnitId]) -> String {
        ids.iter().map(|id| self.name(*id)).collect::<Vec<_>>().join(", ")
    }

    fn say(&self, key: &str, on: Date, args: &[(&str, String)]) -> String {
        let when = if self.told_on < on { "comes" } else { "was" };
        let mut all = vec![("when", when.into()), ("day", self.cx.say().date(on).into())];
        all.extend(args.iter().map(|(name, value)| (*name, value.as_str().into())));
        self.cx.say().with(key, &all)
    }

    /// What happens, each thing in a sentence.
    pub(crate) fn sentences(&self, change: &UnitChange) -> Vec<String> {
        let on = change.on;
        match change.kind {
            ChangeKind::Created => vec![self.say("people-happens-created", on, &[("unit", self.names(&change.after))])],
            ChangeKind::Closed => vec![self.say("people-happens-closed", on, &[("unit", self.names(&change.before))])],
            ChangeKind::Renamed => change.after.iter().map(|id| self.renamed(*id, on)).collect(),
            ChangeKind::Moved => change.after.iter().flat_map(|id| self.moved(*id, on)).collect(),
            ChangeKind::Merged => vec![self.merged(change)],
            ChangeKind::Split => {
                let goes_on = change.before.iter().any(|id| change.after.contains(id));
                let new: Vec<UnitId> = change.after.iter().copied().filter(|id| !change.before.contains(id)).collect();
                let key = if goes_on { "people-happens-parted" } else { "people-happens-split" };
                vec![self.say(key, on, &[("unit", self.names(&change.before)), ("parts", self.names(&new))])]
            }
        }
    }

    fn merged(&self, change: &UnitChange) -> String {
        let to = self.names(&change.after);
        let from: Vec<UnitId> = change.before.iter().copied().filter(|id| !change.after.contains(id)).collect();
        let goes_on = from.len() < change.before.len();
        let key = if goes_on { "people-happens-joined" } else { "people-happens-merged" };
        self.say(key, change.on, &[("units", self.names(&from)), ("to", to)])
    }

    fn renamed(&self, id: UnitId, on: Date) -> String {
        let words = |name: Option<&crate::model::units::UnitName>| {
            name.map(|name| name.words.get(self.cx.locale()).to_owned()).unwrap_or_default()
        };
        let unit = self.register.get(id);
        let new = words(unit.and_then(|unit| unit.name_on(on)));
        let old = on.yesterday().ok().and_then(|day| unit.and_then(|unit| unit.name_on(day)));
        self.say("people-happens-renamed", on, &[("unit", words(old)), ("name", new)])
    }

    fn moved(&self, id: UnitId, on: Date) -> Vec<String> {
        let moves = self.register.get(id).map(|unit| unit.moves_on(on)).unwrap_or_default();
        if moves.is_empty() {
            // What was planned for the day has been changed since.
            return vec![self.say("people-happens-moved-somewhere", on, &[("unit", self.name(id))])];
        }
        moves.into_iter().map(|one| self.goes(id, one, on)).collect()
    }

    /// That a unit leaves one place for another.
    pub(crate) fn goes(&self, id: UnitId, one: Move, on: Date) -> String {
        let key = match (one.kind, one.from, one.to) {
            (RelationKind::Owner, Some(_), Some(_)) => "people-happens-moved",
            (RelationKind::Owner, None, _) => "people-happens-moved-to",
            (RelationKind::Owner, _, None) => "people-happens-moved-from",
            (RelationKind::Geography, Some(_), Some(_)) => "people-happens-lies",
            (RelationKind::Geography, None, _) => "people-happens-lies-in",
            (RelationKind::Geography, _, None) => "people-happens-lies-no-more",
            (RelationKind::Uptake, _, Some(_)) => "people-happens-uses",
            (RelationKind::Uptake, _, None) => "people-happens-uses-no-more",
        };
        let name = |id: Option<UnitId>| id.map(|id| self.name(id)).unwrap_or_default();
        self.say(key, on, &[("unit", self.name(id)), ("from", name(one.from)), ("to", name(one.to))])
    }
}

/// Whether another unit than the asked one answers for the unit from the day.
pub(crate) fn new_owner(was: &UnitRecord, becomes: &UnitRecord, on: Date) -> Option<Move> {
    let from = on.yesterday().ok().and_then(|day| was.owner_on(day));
    let to = becomes.owner_on(on);
    (from != to).then_some(Move { kind: RelationKind::Owner, from, to })
}
