//! Trees of units that others made: who stands above whom, by their numbers. What is missing here is added under
//! the unit above it; what is known stays as people have made it.

use std::collections::HashMap;

use jiff::civil::Date;
use varde_kernel::{Place, Problems, UnitId, UnitKind, Validity, Words};

use super::csv_units::{Effect, Plan, Planned, check_text, finished};
use super::kinds::kind_below;
use crate::model::units::{
    ChangeKind, CodeSystem, Dated, Register, Relation, RelationKind, Source, UnitChange, UnitCode, UnitName, UnitRecord,
};
use crate::rules::units::{Draft, Wrong, in_both, is_dhis2_id};

/// A unit as a tree of others has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed {
    /// Its line in the file, or its number among the file's units.
    pub(super) line: usize,
    /// What the file calls it: by any of these, others stand below it.
    pub(super) called: Vec<String>,
    /// Its stable code here when it is new.
    pub(super) code: String,
    /// Its name.
    pub(super) name: String,
    /// The short form of the name.
    pub(super) short: String,
    /// What the file calls the unit above; nothing at the top.
    pub(super) above: Vec<String>,
    /// What sort of unit it is, when the file says so.
    pub(super) kind: Option<UnitKind>,
    /// Its first day, when the file says so.
    pub(super) from: Option<Date>,
    /// The first day without it, when the file says so.
    pub(super) to: Option<Date>,
    /// Its numbers.
    pub(super) codes: Vec<UnitCode>,
}

/// How a kind of tree is told and placed.
pub(super) struct Shape {
    /// Our names of what can be wrong, and the file's columns for them.
    pub(super) heads: &'static [(&'static str, &'static str)],
    /// Where units without one above stand.
    pub(super) top: Option<UnitId>,
    /// What sort of unit they are.
    pub(super) top_kind: UnitKind,
}

/// A unit of the file that is not known here.
struct Fresh<'a> {
    placed: &'a Placed,
    id: UnitId,
    above: Option<UnitId>,
    valid: Validity,
}

/// What a tree would add to the organisation. Units for which it gives no first day begin `on`.
///
/// # Errors
///
/// Every problem of the file, by line, with what was wrong before.
pub(super) fn planned(
    tree: &[Placed],
    shape: &Shape,
    known: &Register,
    on: Date,
    problems: Problems,
) -> Result<Plan, Problems> {
    added(tree, shape, known, on, problems).map_err(|problems| told(&problems, shape.heads))
}

fn added(tree: &[Placed], shape: &Shape, known: &Register, on: Date, mut problems: Problems) -> Result<Plan, Problems> {
    let index = Index::of(known, on);
    let mut by_name: HashMap<&str, UnitId> = HashMap::new();
    for placed in tree {
        let id = index.find(placed).unwrap_or_else(|| UnitId::from_code(&placed.code));
        for name in &placed.called {
            by_name.entry(name.as_str()).or_insert(id);
        }
    }
    let mut fresh = Vec::new();
    for placed in tree {
        if index.find(placed).is_some() {
            continue;
        }
        for (column, text) in [("name", &placed.name), ("short", &placed.short), ("code", &placed.code)] {
            check_text(text, (placed.line, column), &mut problems);
        }
        if placed.name.is_empty() {
            problems.line(placed.line, Some("name"), "web-problem-required", Vec::new());
        }
        let above = placed.above.iter().find_map(|name| by_name.get(name.as_str()).copied().or_else(|| index.by(name)));
        if let (None, Some(first)) = (above, placed.above.first()) {
            let args = vec![("code", first.clone())];
            problems.line(placed.line, Some("parent"), "people-import-unit-unknown", args);
        }
        // A row with a fault goes on, so that one fault does not hide another; nothing of the file is then used.
        fresh.push(Fresh {
            placed,
            id: UnitId::from_code(&placed.code),
            above: above.or(shape.top),
            valid: Validity { from: placed.from.unwrap_or(on), to: placed.to },
        });
    }
    let kinds = kinds(&fresh, shape.top_kind, known);
    let lives: HashMap<UnitId, Validity> =
        known.iter().map(|unit| (unit.id, unit.valid)).chain(fresh.iter().map(|unit| (unit.id, unit.valid))).collect();
    let mut draft = Draft::of(known, "");
    for unit in &fresh {
        draft.put(record(unit, &kinds, &lives, &mut problems));
        draft.told(UnitChange {
            kind: ChangeKind::Created,
            on: unit.valid.from,
            note: String::new(),
            before: Vec::new(),
            after: vec![unit.id],
        });
    }
    let places: HashMap<UnitId, usize> = fresh.iter().map(|unit| (unit.id, unit.placed.line)).collect();
    let planned = fresh.iter().map(|unit| Planned {
        line: unit.placed.line,
        code: unit.placed.code.clone(),
        name: unit.placed.name.clone(),
        effects: vec![Effect::Created],
    });
    let (planned, n_unchanged) = (planned.collect(), tree.len().saturating_sub(fresh.len()));
    Ok(Plan { planned, n_unchanged, change: finished(draft, &places, problems)? })
}

/// A unit with its whole life. It answers to the one above for as long as both exist: trees of others often let a
/// unit begin before the one it stands under.
fn record(
    unit: &Fresh<'_>,
    kinds: &HashMap<UnitId, UnitKind>,
    lives: &HashMap<UnitId, Validity>,
    problems: &mut Problems,
) -> UnitRecord {
    let (placed, valid) = (unit.placed, unit.valid);
    let mut relations = Vec::new();
    if let Some((other, life)) = unit.above.and_then(|above| Some((above, *lives.get(&above)?))) {
        let together = in_both(valid, life);
        if together.is_empty() && !valid.is_empty() {
            let wrong = Wrong::OtherGone(placed.above.first().cloned().unwrap_or_default());
            problems.line(placed.line, Some("parent"), wrong.key(), wrong.args());
        } else {
            relations.push(Dated { value: Relation { kind: RelationKind::Owner, other }, valid: together });
        }
    }
    let name = if placed.name.is_empty() { &placed.code } else { &placed.name };
    let short = Some(placed.short.clone()).filter(|short| !short.is_empty() && *short != placed.name);
    UnitRecord {
        id: unit.id,
        code: placed.code.clone(),
        kind: kinds.get(&unit.id).copied().unwrap_or(UnitKind::Other),
        valid,
        names: vec![Dated { value: UnitName { words: Words::plain(name.clone()), short }, valid }],
        relations,
        codes: placed.codes.iter().map(|code| Dated { value: code.clone(), valid }).collect(),
        source: Source::default(),
        version: 1,
    }
}

/// What sort of unit each is: as the file says, or by what it stands under. A circle has no top, and is told as one.
fn kinds(fresh: &[Fresh<'_>], top: UnitKind, known: &Register) -> HashMap<UnitId, UnitKind> {
    let mut kinds: HashMap<UnitId, UnitKind> = known.iter().map(|unit| (unit.id, unit.kind)).collect();
    let mut waiting: Vec<&Fresh<'_>> = fresh.iter().collect();
    loop {
        let n_before = waiting.len();
        waiting.retain(|unit| {
            let by_place = match unit.above {
                Some(above) => kinds.get(&above).copied().map(kind_below),
                None => Some(top),
            };
            let kind = unit.placed.kind.or(by_place);
            if let Some(kind) = kind {
                kinds.insert(unit.id, kind);
            }
            kind.is_none()
        });
        if waiting.len() == n_before {
            return kinds;
        }
    }
}

/// The same problems, with the columns called what the file calls them.
fn told(problems: &Problems, heads: &[(&str, &str)]) -> Problems {
    let mut told = Problems::new();
    for problem in problems {
        let place = match &problem.place {
            Place::Line(line, Some(ours)) => {
                let theirs = heads.iter().find(|(name, _)| name == ours).map(|(_, theirs)| (*theirs).to_owned());
                Place::Line(*line, theirs.or_else(|| Some(ours.clone())))
            }
            place => place.clone(),
        };
        told.push(place, problem.key, problem.args.clone());
    }
    told.sort_by_line();
    told
}

/// Known units by what files may call them.
struct Index<'a> {
    codes: HashMap<&'a str, UnitId>,
    /// Organisation numbers, and ids of a DHIS2. Other numbers of an organisation's own are no one else's business:
    /// two organisations may use the same.
    numbers: HashMap<&'a str, UnitId>,
}

impl<'a> Index<'a> {
    fn of(known: &'a Register, on: Date) -> Self {
        let codes = known.iter().map(|unit| (unit.code.as_str(), unit.id)).collect();
        let mut numbers = HashMap::new();
        for unit in known.iter() {
            for held in &unit.codes {
                let is_shared = match held.value.system {
                    CodeSystem::Organisation => true,
                    CodeSystem::Local => is_dhis2_id(&held.value.code),
                    _ => false,
                };
                // Who has the number on the day comes before who once had it.
                if is_shared && (held.valid.holds_on(on) || !numbers.contains_key(held.value.code.as_str())) {
                    numbers.insert(held.value.code.as_str(), unit.id);
                }
            }
        }
        Self { codes, numbers }
    }

    fn by(&self, name: &str) -> Option<UnitId> {
        self.numbers.get(name).or_else(|| self.codes.get(name)).copied()
    }

    fn find(&self, placed: &Placed) -> Option<UnitId> {
        self.codes.get(placed.code.as_str()).copied().or_else(|| placed.called.iter().find_map(|name| self.by(name)))
    }
}
