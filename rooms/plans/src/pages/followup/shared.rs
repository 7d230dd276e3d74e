//! What the pages of following up have in common.

use std::collections::HashMap;

use axum::http::StatusCode;
use varde_kernel::access::{self, Action, Actor, Kind, Target};
use varde_kernel::{Id, PersonId, Problems, UnitId, UnitTree};
use varde_web::{Ctx, Error, Fields};

use crate::model::plan::Source;

/// How many lines a list shows at once.
pub(crate) const LINES: i64 = 25;

/// Names of persons.
#[derive(Default)]
pub(crate) struct Names(HashMap<PersonId, String>);

impl Names {
    /// The names of these persons.
    pub(crate) async fn of(cx: &Ctx, persons: impl IntoIterator<Item = Option<PersonId>>) -> Result<Self, Error> {
        let mut ids: Vec<PersonId> = persons.into_iter().flatten().collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        Ok(Self(varde_people::names(cx.db(), &ids).await?))
    }

    /// Someone's name, or the word for someone whose name is not known here.
    pub(crate) fn get(&self, cx: &Ctx, person: Option<PersonId>) -> String {
        let visitor = cx.visitor().filter(|visitor| Some(visitor.person) == person);
        person
            .and_then(|person| self.0.get(&person).cloned())
            .or_else(|| visitor.map(|visitor| visitor.name.clone()))
            .unwrap_or_else(|| cx.t("plans-followup-someone"))
    }
}

/// Where something is said, as it was sent in.
pub(crate) fn source(fields: &Fields, problems: &mut Problems) -> Source {
    let mut read = |name| Some(fields.short(name, problems)).filter(|text| !text.is_empty());
    Source { document: read("source_document"), place: read("source_place") }
}

/// What a form about where something is said is filled in with.
pub(crate) fn source_fields(source: &Source) -> [(&'static str, Option<String>); 2] {
    [("source_document", source.document.clone()), ("source_place", source.place.clone())]
}

/// A unit's name on the day.
pub(crate) fn unit_name(cx: &Ctx, tree: &UnitTree, unit: UnitId) -> String {
    let name = varde_web::told_unit(cx.say(), tree, unit);
    if name.is_empty() { cx.t("plans-followup-unit-gone") } else { name }
}

/// The units on which someone holds a role that allows `action` to things of `kind`.
pub(crate) fn own_units(actor: &Actor, kind: Kind, action: Action) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = actor
        .held()
        .iter()
        .filter(|held| access::may(actor, action, &Target::internal(kind, held.line.clone())))
        .map(|held| held.unit)
        .collect();
    units.sort_unstable();
    units.dedup();
    units
}

/// Whether the visitor may do this to something of `kind` on a unit, also one that is closed.
pub(crate) fn may_on(cx: &Ctx, tree: &UnitTree, action: Action, kind: Kind, unit: UnitId) -> bool {
    cx.may(action, &Target::open(kind, crate::store::line_of(tree, unit)))
}

/// The units to choose from in a form: one's own, those right below, and the one asked for.
pub(crate) fn unit_choices(
    cx: &Ctx,
    tree: &UnitTree,
    kind: Kind,
    action: Action,
    wanted: Option<UnitId>,
) -> Vec<(String, String)> {
    let mut units = Vec::new();
    for unit in own_units(cx.actor(), kind, action) {
        units.push(unit);
        units.extend(tree.children(unit).iter().copied());
    }
    if let Some(wanted) = wanted {
        units.push(wanted);
    }
    let mut seen = Vec::new();
    for unit in units {
        let may = cx.may(action, &Target::internal(kind, tree.line(unit)));
        if may && tree.get(unit).is_some() && !seen.contains(&unit) {
            seen.push(unit);
        }
    }
    seen.into_iter().map(|unit| (unit.to_string(), unit_name(cx, tree, unit))).collect()
}

/// The same fields with some of them set to other values.
pub(crate) fn with(fields: &Fields, set: &[(&str, String)]) -> Fields {
    set.iter().fold(fields.clone(), |fields, (name, value)| fields.with(name, value.clone()))
}

/// What a form about a thing is filled in with: what is `saved`, or what was typed, with what others saved
/// meanwhile when it came too late. `version` is the one that is saved.
pub(crate) async fn shown<K>(
    cx: &Ctx,
    thing: (Id<K>, i64),
    saved: Fields,
    typed: Option<&Fields>,
    status: StatusCode,
) -> Result<Fields, Error> {
    match typed {
        None => Ok(saved),
        Some(typed) => cx.kept(thing, typed, status).await,
    }
}

/// Fields from names and values; missing values are left out.
pub(crate) fn fields<'a>(pairs: impl IntoIterator<Item = (&'a str, Option<String>)>) -> Fields {
    Fields::new(pairs.into_iter().filter_map(|(name, value)| value.map(|value| (name.to_owned(), value))).collect())
}

/// The input is refused as a whole when anything is wrong with it.
pub(crate) fn all_good(problems: Problems) -> Result<(), Error> {
    if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
}

/// A step that is refused by a rule, told beside a field.
pub(crate) fn refused(field: &'static str, key: &'static str) -> Error {
    let mut problems = Problems::new();
    problems.field(field, key);
    Error::Invalid(problems)
}

/// An id in a field; nothing when it is empty.
pub(crate) fn id<K>(fields: &Fields, name: &'static str, problems: &mut Problems) -> Option<Id<K>> {
    fields.choice(name, problems)
}
