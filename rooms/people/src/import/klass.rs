//! Counties and municipalities through all their versions, from the two tables (nodes and edges)
//! in which Statistics Norway's KLASS 104 and 131 are passed around.
//!
//! A node is a version: a number and a name for a time. An edge says that one version became
//! another on a day, and names both by their place in the table of nodes. A unit is a chain of
//! versions: it goes on in the version that keeps its number, else in the one that keeps its name,
//! else in its only successor when that has no other predecessor.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use varde_kernel::{Place, Problems, UnitId, UnitKind, Validity, Words};

use super::read_day;
use super::table::{self, Record, Table};
use crate::model::units::{
    ChangeKind, CodeSystem, Dated, Register, Relation, RelationKind, Source, UnitChange, UnitCode, UnitName, UnitRecord,
};
use crate::rules::units::{Change, Draft, Wrong, fits, in_both};

varde_kernel::named! {
    /// Which classification the tables hold.
    Klass {
        /// KLASS 104.
        Counties "counties",
        /// KLASS 131.
        Municipalities "municipalities",
    }
}

impl Klass {
    const fn kind(self) -> UnitKind {
        match self {
            Self::Counties => UnitKind::County,
            Self::Municipalities => UnitKind::Municipality,
        }
    }

    const fn system(self) -> CodeSystem {
        match self {
            Self::Counties => CodeSystem::County,
            Self::Municipalities => CodeSystem::Municipality,
        }
    }

    const fn prefix(self) -> &'static str {
        match self {
            Self::Counties => "fylke",
            Self::Municipalities => "kommune",
        }
    }

    /// The number that means "not stated".
    const fn unstated(self) -> &'static str {
        match self {
            Self::Counties => "99",
            Self::Municipalities => "9999",
        }
    }
}

struct Node {
    line: usize,
    code: String,
    label: String,
    valid: Validity,
}

struct Edge {
    from: usize,
    to: usize,
    on: Date,
}

/// What the tables would change in the organisation. Units that are known already keep their own
/// names and gain their past; the others are added.
///
/// # Errors
///
/// Every problem of the tables, by line.
pub fn klass(which: Klass, nodes: &[u8], edges: &[u8], known: &Register) -> Result<Change, Problems> {
    let mut problems = Problems::new();
    let (nodes, n_rows) = read_nodes(which, nodes, &mut problems);
    let edges = read_edges(edges, n_rows, &mut problems);
    problems.result()?;
    let chains = chains(&nodes, &edges);
    let mut unit_of: Vec<UnitId> = vec![UnitId::from_code(""); nodes.len()];
    let holders = holders(which, known);
    let mut draft = Draft::of(known, "");
    let world = World::of(known);
    for chain in &chains {
        let versions: Vec<&Node> = chain.iter().filter_map(|place| nodes.get(*place)).collect();
        let Some(first) = versions.first().filter(|first| first.code != which.unstated()) else { continue };
        let old = versions.iter().find_map(|node| {
            let held = holders.get(node.code.as_str())?;
            held.iter().find(|(_, valid)| valid.overlaps(node.valid)).and_then(|(id, _)| known.get(*id))
        });
        let code = format!("{}.{}.{}", which.prefix(), first.code, first.valid.from);
        let fresh = world.unit(which, code, &versions);
        let unit = match old {
            Some(old) => joined(old, fresh),
            None => fresh,
        };
        for place in chain {
            if let Some(slot) = unit_of.get_mut(*place) {
                *slot = unit.id;
            }
        }
        draft.put(unit);
    }
    tell(&mut draft, which, known, &nodes, &edges, &unit_of);
    let finished = draft.finish().map(|mut change| {
        // Tables that change no unit have no news, whatever they tell of what has been.
        if change.is_empty() {
            change.told.clear();
        }
        change
    });
    finished.map_err(|faults| {
        let mut problems = Problems::new();
        for fault in faults {
            let line = unit_of.iter().position(|unit| *unit == fault.unit).and_then(|place| nodes.get(place));
            match line {
                Some(node) => problems.line(node.line, None, fault.what.key(), fault.what.args()),
                None => problems.push(Place::Whole, fault.what.key(), fault.what.args()),
            }
        }
        problems
    })
}

/// The versions, and how many rows the table has; none when it is no such table, so that edges are not held against it.
fn read_nodes(which: Klass, bytes: &[u8], problems: &mut Problems) -> (Vec<Node>, Option<usize>) {
    const COLUMNS: &[&[&str]] = &[&["name"], &["code"], &["label"], &["variant"], &["validfrom"], &["validto"]];
    let table = table::read(bytes, COLUMNS, &["code", "label", "validfrom", "validto"], problems);
    let Some(Table { rows, .. }) = table else { return (Vec::new(), None) };
    let mut nodes = Vec::new();
    for row in &rows {
        let from = day(row, ("validfrom", "validFrom"), problems);
        let to = match row.text("validto") {
            "" | "NA" => None,
            _ => day(row, ("validto", "validTo"), problems),
        };
        let (code, label) = (row.text("code"), row.text("label"));
        for (column, text) in [("code", code), ("label", label)] {
            if text.is_empty() {
                problems.line(row.line, Some(column), "web-problem-required", Vec::new());
            }
        }
        if !code.is_empty() && !fits(which.system(), code) {
            let wrong = Wrong::BadNumber(which.system(), code.to_owned());
            problems.line(row.line, Some("code"), wrong.key(), wrong.args());
        }
        nodes.extend(from.map(|from| Node {
            line: row.line,
            code: code.to_owned(),
            label: label.to_owned(),
            valid: Validity { from, to },
        }));
    }
    (nodes, Some(rows.len()))
}

/// A day, as Statistics Norway writes it; what is none is noted.
fn day(row: &Record, (column, shown): (&str, &str), problems: &mut Problems) -> Option<Date> {
    let day = read_day(row.text(column));
    if day.is_none() {
        problems.line(row.line, Some(shown), "people-import-day", Vec::new());
    }
    day
}

fn read_edges(bytes: &[u8], n_nodes: Option<usize>, problems: &mut Problems) -> Vec<Edge> {
    const COLUMNS: &[&[&str]] = &[&["from"], &["to"], &["changeoccurred"]];
    let table = table::read(bytes, COLUMNS, &["from", "to", "changeoccurred"], problems);
    let Some(Table { rows, .. }) = table else { return Vec::new() };
    let mut edges = Vec::new();
    for row in &rows {
        let mut place = |column: &str| {
            let place: Option<usize> = row.text(column).parse().ok();
            let place = place.and_then(|place| place.checked_sub(1));
            let place = place.filter(|place| n_nodes.is_none_or(|n_nodes| *place < n_nodes));
            if place.is_none() {
                problems.line(row.line, Some(column), "people-import-no-such-row", Vec::new());
            }
            place
        };
        let (from, to) = (place("from"), place("to"));
        if from.is_some() && from == to {
            problems.line(row.line, Some("to"), "people-import-edge-to-itself", Vec::new());
        }
        let on = day(row, ("changeoccurred", "changeOccurred"), problems);
        if let (Some(from), Some(to), Some(on)) = (from, to, on) {
            edges.push(Edge { from, to, on });
        }
    }
    edges
}

/// The versions of each unit, oldest first, by their place in the table.
fn chains(nodes: &[Node], edges: &[Edge]) -> Vec<Vec<usize>> {
    let mut goes_on: BTreeMap<usize, usize> = BTreeMap::new();
    let mut comes_from: BTreeSet<usize> = BTreeSet::new();
    let (mut n_after, mut n_before) = (HashMap::<usize, usize>::new(), HashMap::<usize, usize>::new());
    for edge in edges {
        *n_after.entry(edge.from).or_default() += 1;
        *n_before.entry(edge.to).or_default() += 1;
    }
    let mut by = |same: &dyn Fn(&Node, &Node, &Edge) -> bool| {
        for edge in edges {
            if let (Some(from), Some(to)) = (nodes.get(edge.from), nodes.get(edge.to))
                && from.valid.from < to.valid.from
                && same(from, to, edge)
                && !goes_on.contains_key(&edge.from)
                && !comes_from.contains(&edge.to)
            {
                goes_on.insert(edge.from, edge.to);
                comes_from.insert(edge.to);
            }
        }
    };
    by(&|from, to, _| from.code == to.code);
    by(&|from, to, _| from.label == to.label);
    by(&|_, _, edge| n_after.get(&edge.from) == Some(&1) && n_before.get(&edge.to) == Some(&1));
    let starts = (0..nodes.len()).filter(|place| !comes_from.contains(place));
    starts.map(|start| std::iter::successors(Some(start), |place| goes_on.get(place).copied()).collect()).collect()
}

type Holders<'a> = HashMap<&'a str, Vec<(UnitId, Validity)>>;

/// Known units by the numbers they have had.
fn holders(which: Klass, known: &Register) -> Holders<'_> {
    let mut holders: Holders<'_> = HashMap::new();
    for unit in known.iter().filter(|unit| unit.kind == which.kind()) {
        for code in unit.codes.iter().filter(|code| code.value.system == which.system()) {
            holders.entry(code.value.code.as_str()).or_default().push((unit.id, code.valid));
        }
    }
    holders
}

/// What the tables' units hang on: the nation, and the counties by their numbers.
struct World {
    nation: Option<(UnitId, Validity)>,
    counties: Vec<(String, Validity, UnitId)>,
}

impl World {
    fn of(known: &Register) -> Self {
        let nation = known.iter().find(|unit| unit.kind == UnitKind::Nation).map(|unit| (unit.id, unit.valid));
        let counties = known.iter().filter(|unit| unit.kind == UnitKind::County).flat_map(|unit| {
            let codes = unit.codes.iter().filter(|code| code.value.system == CodeSystem::County);
            codes.map(|code| (code.value.code.clone(), code.valid, unit.id))
        });
        Self { nation, counties: counties.collect() }
    }

    fn unit(&self, which: Klass, code: String, versions: &[&Node]) -> UnitRecord {
        let from = versions.first().map_or(Date::MIN, |node| node.valid.from);
        let valid = Validity { from, to: versions.last().and_then(|node| node.valid.to) };
        let (mut names, mut codes, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for node in versions {
            let words = Words::plain(node.label.clone());
            follow(&mut names, UnitName { words, short: None }, node.valid);
            follow(&mut codes, UnitCode { system: which.system(), code: node.code.clone() }, node.valid);
            if which == Klass::Municipalities {
                for (number, held, county) in &self.counties {
                    if node.code.starts_with(number)
                        && let Some(valid) = both(node.valid, *held)
                    {
                        follow(&mut places, Relation { kind: RelationKind::Geography, other: *county }, valid);
                    }
                }
            }
        }
        if let Some((nation, held)) = self.nation
            && let Some(valid) = both(valid, held)
        {
            places.push(Dated { value: Relation { kind: RelationKind::Owner, other: nation }, valid });
        }
        let id = UnitId::from_code(&code);
        let kind = which.kind();
        UnitRecord { id, code, kind, valid, names, relations: places, codes, source: Source::default(), version: 1 }
    }
}

/// The time in which both hold.
fn both(one: Validity, other: Validity) -> Option<Validity> {
    Some(in_both(one, other)).filter(|valid| !valid.is_empty())
}

/// Adds what comes next, or lets the last go on when it is the same.
fn follow<T: PartialEq>(list: &mut Vec<Dated<T>>, value: T, valid: Validity) {
    match list.last_mut() {
        Some(latest) if latest.value == value && latest.valid.to == Some(valid.from) => latest.valid.to = valid.to,
        _ => list.push(Dated { value, valid }),
    }
}

/// A known unit with the past that the tables know, and the end if they know one.
fn joined(old: &UnitRecord, fresh: UnitRecord) -> UnitRecord {
    let mut unit = old.clone();
    unit.valid.from = old.valid.from.min(fresh.valid.from);
    // What people have said of the future stays, unless the tables know that the unit has ended.
    unit.valid.to = fresh.valid.to.or(old.valid.to);
    let until = Validity { from: fresh.valid.from, to: Some(old.valid.from) };
    let past = |valid| both(valid, until);
    let mut names: Vec<Dated<UnitName>> = Vec::new();
    for name in &fresh.names {
        names.extend(past(name.valid).map(|valid| Dated { value: name.value.clone(), valid }));
    }
    names.extend(old.names.iter().cloned());
    // A name that begins later than the last one known is news.
    for name in fresh.names.into_iter().skip(1) {
        if let Some(last) = names.last_mut()
            && last.valid.from < name.valid.from
            && old.valid.from < name.valid.from
        {
            last.valid.to = Some(name.valid.from);
            names.push(name);
        }
    }
    unit.names = names;
    let system = fresh.codes.first().map(|code| code.value.system);
    unit.codes.retain(|code| Some(code.value.system) != system);
    unit.codes.extend(fresh.codes);
    for place in fresh.relations {
        unit.relations.extend(past(place.valid).map(|valid| Dated { valid, ..place }));
    }
    let life = unit.valid;
    clip(&mut unit.names, life);
    clip(&mut unit.codes, life);
    clip(&mut unit.relations, life);
    let mut relations: Vec<Dated<Relation>> = Vec::new();
    for known in unit.relations.drain(..) {
        let before = relations
            .iter_mut()
            .find(|before| before.value == known.value && before.valid.to == Some(known.valid.from));
        match before {
            Some(before) => before.valid.to = known.valid.to,
            None => relations.push(known),
        }
    }
    unit.relations = relations;
    unit
}

fn clip<T>(list: &mut Vec<Dated<T>>, life: Validity) {
    list.sort_by_key(|item| item.valid.from);
    list.retain_mut(|item| match both(item.valid, life) {
        Some(valid) => {
            item.valid = valid;
            true
        }
        None => false,
    });
}

/// Tells what happened on each day: several that became one, one that became several, a new name.
fn tell(draft: &mut Draft<'_>, which: Klass, known: &Register, nodes: &[Node], edges: &[Edge], unit_of: &[UnitId]) {
    let unit = |place: usize| unit_of.get(place).copied();
    // What the register knew before is not told again.
    let is_news = |place: usize| {
        let (Some(node), Some(id)) = (nodes.get(place), unit(place)) else { return false };
        known.get(id).is_none_or(|old| {
            !old.valid.holds_on(node.valid.from)
                || old.code_on(which.system(), node.valid.from) != Some(node.code.as_str())
        })
    };
    let (mut after, mut before) = (BTreeMap::<usize, Vec<usize>>::new(), BTreeMap::<usize, Vec<usize>>::new());
    for edge in edges {
        after.entry(edge.from).or_default().push(edge.to);
        before.entry(edge.to).or_default().push(edge.from);
        let same_unit = unit(edge.from) == unit(edge.to);
        let labels = nodes.get(edge.from).zip(nodes.get(edge.to)).map(|(from, to)| from.label != to.label);
        if same_unit && labels == Some(true) && is_news(edge.to) {
            let ids: Vec<UnitId> = unit(edge.to).into_iter().collect();
            say(draft, ChangeKind::Renamed, edge.on, ids.clone(), ids);
        }
    }
    let ids = |places: &[usize]| {
        let mut ids: Vec<UnitId> = places.iter().filter_map(|place| unit(*place)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    for (to, from) in before {
        if let Some(node) = nodes.get(to)
            && 1 < from.len()
            && is_news(to)
        {
            say(draft, ChangeKind::Merged, node.valid.from, ids(&from), ids(&[to]));
        }
    }
    for (from, to) in after {
        if let Some(on) = nodes.get(from).and_then(|node| node.valid.to)
            && 1 < to.len()
            && to.iter().any(|place| is_news(*place))
        {
            say(draft, ChangeKind::Split, on, ids(&[from]), ids(&to));
        }
    }
}

fn say(draft: &mut Draft<'_>, kind: ChangeKind, on: Date, before: Vec<UnitId>, after: Vec<UnitId>) {
    draft.told(UnitChange { kind, on, note: String::new(), before, after });
}
