//! The organisation as a table: what a file would change, and doing it.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use varde_kernel::access::Granted;
use varde_kernel::{Problems, UnitId, UnitKind, Validity, Words};
use varde_store::{Error, Tx};
use varde_web::MAX_TEXT;

use super::kinds::kind_called;
use super::read_day;
use super::table::{self, Record, Table};
use crate::model::units::{CodeSystem, Register, RelationKind, Source, UnitCode, UnitName, UnitRecord};
use crate::rules::units::{Change, Draft, NewUnit, Wrong, fits};
use crate::store;

/// The columns, each by the names it may have.
const COLUMNS: &[&[&str]] = &[
    &["code", "kode"],
    &["name", "navn", "namn"],
    &["name_nn", "navn_nn", "namn_nn"],
    &["name_en", "navn_en", "namn_en"],
    &["short", "kortnavn", "kortnamn"],
    &["kind", "type"],
    &["parent", "overordnet", "overordna"],
    &["valid_from", "gyldig_fra", "gyldig_frå"],
    &["valid_to", "gyldig_til"],
    &["county", "fylke"],
    &["orgnr", "organisasjonsnummer"],
    &["kommunenr", "kommunenummer"],
    &["fylkesnr", "fylkesnummer"],
    &["reshid", "resh_id"],
    &["her", "her_id"],
    &["local", "lokal_kode"],
];
/// Columns without which a table of units makes no sense.
const REQUIRED: &[&str] = &["code", "name", "kind", "parent", "valid_from"];

/// What an import does to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It begins.
    Created,
    /// It gets another name.
    Renamed,
    /// It comes under another unit.
    Moved,
    /// It ends.
    Closed,
    /// A number or its kind is put right.
    Corrected,
}

/// A line of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The line of the file.
    pub line: usize,
    /// The unit's code.
    pub code: String,
    /// Its name in the file.
    pub name: String,
    /// What happens to it.
    pub effects: Vec<Effect>,
}

/// What a file would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The units that change, in the order of the file.
    pub planned: Vec<Planned>,
    /// How many units of the file are as they are already.
    pub n_unchanged: usize,
    /// The change itself.
    pub change: Change,
}

impl Plan {
    /// How many units something happens to.
    pub fn count(&self, effect: Effect) -> usize {
        self.planned.iter().filter(|planned| planned.effects.contains(&effect)).count()
    }
}

/// A row as far as it can be read: what is wrong in one column must not hide what is wrong in another.
struct Row<'a> {
    record: &'a Record,
    id: UnitId,
    code: &'a str,
    /// None when it is not given, or cannot be kept.
    name: Option<UnitName>,
    /// None when it is not given, or unknown.
    kind: Option<UnitKind>,
    parent: Option<UnitId>,
    /// Whether the file names a unit above it that nobody knows, so that `parent` says nothing.
    is_astray: bool,
    county: Option<UnitId>,
    valid: Validity,
    /// Those that have the form of their register.
    codes: Vec<UnitCode>,
}

impl Row<'_> {
    fn told(&self, effects: Vec<Effect>) -> Planned {
        let name = self.name.as_ref().map(|name| name.words.nb.clone()).unwrap_or_default();
        Planned { line: self.record.line, code: self.code.to_owned(), name, effects }
    }
}

/// What a table of units (`;` or `,` between columns, UTF-8 or Latin-1) would change in the
/// organisation. New units begin on their own `valid_from`; what has changed about units that are
/// known already holds from `on`.
///
/// # Errors
///
/// Every problem of the file, by line. Nothing of a file with a problem is used.
pub(super) fn units_csv(bytes: &[u8], known: &Register, on: Date) -> Result<Plan, Problems> {
    let mut problems = Problems::new();
    let Some(table) = table::read(bytes, COLUMNS, REQUIRED, &mut problems) else { return Err(problems) };
    planned(&table, known, on, problems).map_err(|problems| table.told(&problems))
}

fn planned(table: &Table, known: &Register, on: Date, mut problems: Problems) -> Result<Plan, Problems> {
    let by_code: HashMap<&str, &UnitRecord> = known.iter().map(|unit| (unit.code.as_str(), unit)).collect();
    let in_file: HashMap<&str, UnitId> = table
        .rows
        .iter()
        .map(|row| row.text("code"))
        .map(|code| (code, by_code.get(code).map_or_else(|| UnitId::from_code(code), |unit| unit.id)))
        .collect();
    let find = |code: &str| in_file.get(code).copied().or_else(|| by_code.get(code).map(|unit| unit.id));
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for record in &table.rows {
        let code = record.text("code");
        let is_first = code.is_empty() || seen.insert(code);
        if !is_first {
            problems.line(record.line, Some("code"), "people-import-twice", vec![("code", code.to_owned())]);
        }
        rows.extend(row(record, &find, &mut problems).filter(|_| is_first));
    }
    let mut draft = Draft::of(known, "");
    let mut planned = Vec::new();
    for row in &rows {
        if known.get(row.id).is_none()
            && let Err(wrong) = begin(&mut draft, row)
        {
            refuse(row.record.line, &wrong, &mut problems);
        }
    }
    for row in &rows {
        let effects = effects(&mut draft, row, known, on, &mut problems);
        if !effects.is_empty() {
            planned.push(row.told(effects));
        }
    }
    close(&mut draft, &rows, known, on, &mut planned, &mut problems);
    let n_unchanged = rows.len().saturating_sub(planned.len());
    let lines: HashMap<UnitId, usize> = rows.iter().map(|row| (row.id, row.record.line)).collect();
    Ok(Plan { planned, n_unchanged, change: finished(draft, &lines, problems)? })
}

/// The change that a file makes, when nothing is wrong with it. `lines` says where in the file a unit stands.
pub(super) fn finished(
    draft: Draft<'_>,
    lines: &HashMap<UnitId, usize>,
    mut problems: Problems,
) -> Result<Change, Problems> {
    match draft.finish() {
        Ok(change) => {
            problems.result()?;
            Ok(change)
        }
        Err(faults) => {
            for fault in faults {
                // A unit that only lacks one whose own line is refused has nothing wrong with it.
                if fault.what == Wrong::NotThere && !problems.is_empty() {
                    continue;
                }
                match lines.get(&fault.unit).copied() {
                    Some(line) => refuse(line, &fault.what, &mut problems),
                    // A unit that is not in the file suffers from one that is.
                    None => problems.push(varde_kernel::Place::Whole, fault.what.key(), fault.what.args()),
                }
            }
            Err(problems)
        }
    }
}

fn refuse(line: usize, wrong: &Wrong, problems: &mut Problems) {
    let column = match wrong {
        Wrong::CodeTaken(_) => Some("code"),
        Wrong::NameGap => Some("name"),
        Wrong::OutsideLife => Some("valid_from"),
        Wrong::NoLife | Wrong::HasUnitsBelow(_) => Some("valid_to"),
        Wrong::NotThere | Wrong::ToItself | Wrong::OtherGone(_) | Wrong::TwoOwners | Wrong::Circle | Wrong::TooDeep => {
            Some("parent")
        }
        Wrong::BadNumber(system, _) | Wrong::NumberTaken(system, _) | Wrong::TwoNumbers(system) => Some(system.name()),
        Wrong::BuiltOn | Wrong::Between | Wrong::TooFew => None,
    };
    problems.line(line, column, wrong.key(), wrong.args());
}

fn row<'a>(record: &'a Record, find: &impl Fn(&str) -> Option<UnitId>, problems: &mut Problems) -> Option<Row<'a>> {
    let line = record.line;
    for column in ["code", "name", "kind", "valid_from"] {
        if record.text(column).is_empty() {
            problems.line(line, Some(column), "web-problem-required", Vec::new());
        }
    }
    let n_before = problems.len();
    for column in ["name", "name_nn", "name_en", "short", "code", "local"] {
        check_text(record.text(column), (line, column), problems);
    }
    let can_be_kept = problems.len() == n_before;
    let kind = kind_called(record.text("kind"));
    if kind.is_none() && !record.text("kind").is_empty() {
        problems.line(line, Some("kind"), "people-import-kind", vec![("kind", record.text("kind").to_owned())]);
    }
    let mut date = |column: &'static str| {
        let text = record.text(column);
        let date = read_day(text);
        if date.is_none() && !text.is_empty() {
            problems.line(line, Some(column), "web-problem-date", Vec::new());
        }
        date
    };
    let (from, to) = (date("valid_from"), date("valid_to"));
    let mut unit = |column: &'static str| {
        let code = record.text(column);
        let unit = find(code).filter(|_| !code.is_empty());
        if unit.is_none() && !code.is_empty() {
            problems.line(line, Some(column), "people-import-unit-unknown", vec![("code", code.to_owned())]);
        }
        unit
    };
    let (parent, county) = (unit("parent"), unit("county"));
    let mut codes = Vec::new();
    for system in CodeSystem::ALL {
        let code = record.text(system.name()).replace(' ', "");
        if code.is_empty() {
            continue;
        }
        if fits(*system, &code) {
            codes.push(UnitCode { system: *system, code });
        } else {
            refuse(line, &Wrong::BadNumber(*system, code), problems);
        }
    }
    if to.is_none() && !record.text("valid_to").is_empty() {
        // Until when they hold is not known, and so not whether others have them then.
        codes.clear();
    }
    let filled = |column: &str| Some(record.text(column).to_owned()).filter(|text| !text.is_empty());
    let words = Words { nb: record.text("name").to_owned(), nn: filled("name_nn"), en: filled("name_en") };
    let code = record.text("code");
    Some(Row {
        record,
        id: find(code).filter(|_| !code.is_empty())?,
        code,
        name: Some(UnitName { words, short: filled("short") }).filter(|name| can_be_kept && !name.words.nb.is_empty()),
        kind,
        parent,
        is_astray: parent.is_none() && !record.text("parent").is_empty(),
        county,
        valid: Validity { from: from?, to },
        codes,
    })
}

/// Notes a text that cannot be kept.
pub(super) fn check_text(text: &str, (line, column): (usize, &str), problems: &mut Problems) {
    if text.contains(char::is_control) {
        problems.line(line, Some(column), "web-problem-control-characters", Vec::new());
    } else if MAX_TEXT < text.chars().count() {
        problems.line(line, Some(column), "web-problem-too-long", vec![("max", MAX_TEXT.to_string())]);
    }
}

/// A new unit. With a fault in its row nothing is written, and what cannot be read only must not hide other faults.
fn begin(draft: &mut Draft<'_>, row: &Row<'_>) -> Result<(), Wrong> {
    let unnamed = || UnitName { words: Words::plain(row.code.to_owned()), short: None };
    draft.create(NewUnit {
        id: row.id,
        code: row.code.to_owned(),
        kind: row.kind.unwrap_or(UnitKind::Other),
        name: row.name.clone().unwrap_or_else(unnamed),
        owner: None,
        valid: row.valid,
        codes: row.codes.clone(),
        source: Source::default(),
    })
}

/// Brings a unit to what its row says, and tells what that took.
fn effects(draft: &mut Draft<'_>, row: &Row<'_>, known: &Register, on: Date, problems: &mut Problems) -> Vec<Effect> {
    let Some(unit) = known.get(row.id) else {
        for (kind, other) in [(RelationKind::Owner, row.parent), (RelationKind::Geography, row.county)] {
            if other == Some(row.id) {
                refuse(row.record.line, &Wrong::ToItself, problems);
            } else if other.is_some() {
                draft.place(row.id, kind, other);
            }
        }
        return vec![Effect::Created];
    };
    if unit.valid.from != row.valid.from {
        let args = vec![("known", unit.valid.from.to_string())];
        problems.line(row.record.line, Some("valid_from"), "people-import-begins-elsewhere", args);
    }
    // A unit that has not begun changes from its first day, not before.
    let on = on.max(unit.valid.from);
    if unit.valid.to.is_some_and(|to| to <= on) {
        // What is over is not changed by a table of how things are.
        return Vec::new();
    }
    let mut steps: Vec<(Effect, Result<(), Wrong>)> = Vec::new();
    if let Some(kind) = row.kind.filter(|kind| *kind != unit.kind) {
        steps.push((Effect::Corrected, draft.set_kind(row.id, kind)));
    }
    if let (Some(name), Some(given)) = (unit.name_on(on), &row.name)
        && differs(name, given)
    {
        steps.push((Effect::Renamed, draft.rename(row.id, given.clone(), on)));
    }
    if !row.is_astray && unit.owner_on(on) != row.parent {
        steps.push((Effect::Moved, draft.relate(row.id, RelationKind::Owner, row.parent, on)));
    }
    let county =
        unit.relations.iter().find(|known| known.value.kind == RelationKind::Geography && known.valid.holds_on(on));
    if row.county.is_some() && county.map(|known| known.value.other) != row.county {
        steps.push((Effect::Moved, draft.relate(row.id, RelationKind::Geography, row.county, on)));
    }
    for code in &row.codes {
        if unit.code_on(code.system, on) != Some(&code.code) {
            steps.push((Effect::Corrected, draft.set_code(row.id, code.system, Some(code.code.clone()), on)));
        }
    }
    let mut effects: Vec<Effect> = Vec::new();
    let mut told: Vec<Wrong> = Vec::new();
    for (effect, step) in steps {
        match step {
            Ok(()) => effects.push(effect),
            Err(wrong) if told.contains(&wrong) => {}
            Err(wrong) => {
                refuse(row.record.line, &wrong, problems);
                told.push(wrong);
            }
        }
    }
    effects.sort_unstable();
    effects.dedup();
    effects
}

/// Ends the units that the file gives an end, what stands below first.
fn close(
    draft: &mut Draft<'_>,
    rows: &[Row<'_>],
    known: &Register,
    on: Date,
    planned: &mut Vec<Planned>,
    problems: &mut Problems,
) {
    let mut ending: Vec<(&Row<'_>, Date)> = rows
        .iter()
        .filter_map(|row| Some((row, row.valid.to?, known.get(row.id)?)))
        .filter(|(_, to, unit)| unit.valid.to != Some(*to))
        .map(|(row, to, _)| (row, to))
        .collect();
    ending.sort_by_cached_key(|(row, _)| std::cmp::Reverse(draft.so_far().line_on(row.id, on).len()));
    for (row, to) in ending {
        match draft.close(row.id, to, false) {
            Err(wrong) => refuse(row.record.line, &wrong, problems),
            Ok(()) => match planned.iter_mut().find(|known| known.line == row.record.line) {
                Some(known) => known.effects.push(Effect::Closed),
                None => planned.push(row.told(vec![Effect::Closed])),
            },
        }
    }
    planned.sort_by_key(|planned| planned.line);
}

/// Whether the file gives another name. Languages and short forms that it leaves out stay.
fn differs(known: &UnitName, given: &UnitName) -> bool {
    let other = |known: &Option<String>, given: &Option<String>| given.is_some() && known != given;
    known.words.nb != given.words.nb
        || other(&known.words.nn, &given.words.nn)
        || other(&known.words.en, &given.words.en)
        || other(&known.short, &given.short)
}

/// Does what a plan says, all or nothing.
///
/// # Errors
///
/// When the database refuses; nothing is then written.
pub async fn apply(tx: &Tx, change: &Granted<Change>, today: Date) -> Result<usize, Error> {
    store::changes::save(tx, change, None, today).await?;
    Ok(change.after.len())
}
