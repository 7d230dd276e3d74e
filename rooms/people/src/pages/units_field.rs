//! Choosing a unit in a form, from a list or by typing its name or code.

use std::collections::HashSet;

use varde_kernel::access::{Action, Kind, Target};
use varde_kernel::{Place, Problems, UnitId, UnitTree};
use varde_web::{Ctx, Fields};

/// The units on which the visitor may do this, parents before children.
pub(super) fn within(cx: &Ctx, tree: &UnitTree, kind: Kind, action: Action) -> Vec<UnitId> {
    let mut seen = HashSet::new();
    cx.actor()
        .held()
        .iter()
        .filter(|held| cx.may(action, &Target::internal(kind, held.line.clone())))
        .flat_map(|held| tree.below(held.unit))
        .filter(|unit| seen.insert(*unit))
        .collect()
}

/// Whether the visitor may do this on any unit at all.
pub(super) fn anywhere(cx: &Ctx, kind: Kind, action: Action) -> bool {
    cx.actor().held().iter().any(|held| cx.may(action, &Target::internal(kind, held.line.clone())))
}

/// Reads a unit by id, code or whole name; nothing typed is no unit.
pub(crate) fn read(form: &Fields, tree: &UnitTree, field: &'static str, problems: &mut Problems) -> Option<UnitId> {
    let text = form.text(field);
    if text.is_empty() {
        return None;
    }
    if let Some(unit) = text.parse().ok().and_then(|id| tree.get(id)).or_else(|| tree.by_code(text)) {
        return Some(unit.id);
    }
    let wanted = text.to_lowercase();
    let mut found: Vec<_> = tree
        .iter()
        .filter(|unit| {
            let name = &unit.name;
            [Some(&name.nb), name.nn.as_ref(), name.en.as_ref()]
                .into_iter()
                .flatten()
                .any(|name| name.to_lowercase() == wanted)
        })
        .collect();
    found.sort_by(|a, b| a.code.cmp(&b.code));
    match found.as_slice() {
        [unit] => Some(unit.id),
        [] => {
            problems.field(field, "people-refused-unit-unknown");
            None
        }
        several => {
            let codes: Vec<&str> = several.iter().take(5).map(|unit| unit.code.as_str()).collect();
            problems.push(Place::Field(field), "people-refused-unit-several", vec![("codes", codes.join(", "))]);
            None
        }
    }
}
