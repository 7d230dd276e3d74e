//! Every requirement has its row in docs/traceability.md, and every proof exists.

use std::collections::BTreeMap;

use crate::fault::Fault;
use crate::rust::scan;
use crate::tree::{Tree, has_ending};

const PAGE: &str = "docs/traceability.md";
const IDS: &str = "docs/requirements-ids.txt";
const STATES: &[&str] = &["works", "partly", "not yet"];

/// One row of the table.
struct Row<'a> {
    line: usize,
    id: &'a str,
    title: &'a str,
    state: &'a str,
    proof: &'a str,
}

/// Reports unknown, missing, repeated and unsorted ids, wrong states and proofs that do not exist.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let rows = rows(tree.text(PAGE));
    let mut faults = ids(tree, &rows);
    for row in &rows {
        if row.title.is_empty() {
            faults.push(fault(row, "the row has no title", "say in a few own words what is asked for"));
        }
        if !STATES.contains(&row.state) {
            let what = format!("the state `{}` is not known", row.state);
            faults.push(fault(row, &what, "write works, partly or not yet"));
        }
        let proofs: Vec<&str> = quoted(row.proof);
        if row.state != "not yet" && proofs.is_empty() {
            faults.push(fault(row, "no proof is named", "name a test (`path::function`) or a page route"));
        }
        for proof in proofs {
            if let Some(what) = lacks(tree, proof) {
                faults.push(fault(row, &what, "name the proof as it is now, or change the state"));
            }
        }
    }
    faults
}

/// How many rows stand in each state.
pub fn count(tree: &Tree) -> String {
    let rows = rows(tree.text(PAGE));
    let counts: Vec<String> = STATES
        .iter()
        .map(|state| format!("{} {state}", rows.iter().filter(|row| row.state == *state).count()))
        .collect();
    format!("{} requirements: {}", rows.len(), counts.join(", "))
}

fn fault(row: &Row<'_>, what: &str, mend: &str) -> Fault {
    Fault::new(PAGE, row.line, format!("{}: {what}", row.id), mend)
}

/// The rows whose first cell is a requirement id.
fn rows(text: &str) -> Vec<Row<'_>> {
    (1..)
        .zip(text.lines())
        .filter_map(|(line, row)| {
            let mut cells = row.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim);
            let id = cells.next().filter(|id| is_id(id))?;
            let _category = cells.next()?;
            Some(Row { line, id, title: cells.next()?, state: cells.next()?, proof: cells.next()? })
        })
        .collect()
}

/// `S1-017`.
fn is_id(text: &str) -> bool {
    text.strip_prefix('S').and_then(|rest| rest.split_once('-')).is_some_and(|(document, number)| {
        [document, number].iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
    })
}

fn ids(tree: &Tree, rows: &[Row<'_>]) -> Vec<Fault> {
    let mut wanted: BTreeMap<&str, (usize, bool)> = (1..)
        .zip(tree.text(IDS).lines())
        .filter(|(_, id)| !id.is_empty())
        .map(|(line, id)| (id, (line, false)))
        .collect();
    let mut faults = Vec::new();
    if wanted.is_empty() {
        faults.push(Fault::new(IDS, 1, "no requirement ids are listed", "list one id per line"));
    }
    let mut last = "";
    for row in rows {
        match wanted.get_mut(row.id) {
            None => {
                faults.push(fault(row, "the id is not known", "correct it, or add it to docs/requirements-ids.txt"));
            }
            Some((_, true)) => faults.push(fault(row, "the id has two rows", "keep one")),
            Some((_, seen)) => *seen = true,
        }
        if row.id <= last {
            faults.push(fault(row, &format!("stands after {last}"), "sort the rows by id"));
        }
        last = row.id;
    }
    for (id, (line, seen)) in wanted {
        if !seen {
            let what = format!("{id} has no row in {PAGE}");
            faults.push(Fault::new(IDS, line, what, "add the row; a dropped requirement keeps its row"));
        }
    }
    faults
}

/// What stands between back ticks.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).filter(|text| !text.is_empty()).collect()
}

/// Why a proof does not hold, if it does not.
fn lacks(tree: &Tree, proof: &str) -> Option<String> {
    let route = proof.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == ' ');
    if route.starts_with('/') {
        let declared = tree
            .rust()
            .any(|file| !file.is_test() && scan(&file.text).literals.iter().any(|literal| literal.value == route));
        return (!declared).then(|| format!("no room declares the route `{route}`"));
    }
    let (path, name) = proof.split_once("::").map_or((proof, None), |(path, name)| (path, Some(name)));
    let Some(file) = tree.file(path) else {
        return Some(format!("there is no file `{path}`"));
    };
    let name = name?;
    let function = name.rsplit("::").next().unwrap_or(name);
    let found = if has_ending(path, "rs") {
        file.text.contains(&format!("fn {function}("))
    } else {
        file.text.contains(function)
    };
    (!found).then(|| format!("`{path}` has no `{function}`"))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tree::Tree;

    #[track_caller]
    fn check_page(page: &str, expected: &[&str]) {
        let tree = Tree::of(&[
            ("docs/traceability.md", page),
            ("docs/requirements-ids.txt", "S0-001\nS0-002\n"),
            ("rooms/plans/src/lib.rs", "fn r() { route(\"/plans/{id}\"); }"),
            ("rooms/plans/tests/it/pages.rs", "async fn a_goal_page_says_why() {}"),
        ]);
        let found: Vec<String> = check(&tree).iter().map(|fault| fault.what.clone()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sound_table_passes() {
        check_page(
            "| ID | Area | What | State | Proof |\n|---|---|---|---|---|\n| S0-001 | plan | a | works | `rooms/plans/tests/it/pages.rs::a_goal_page_says_why`, `/plans/{id}` |\n| S0-002 | plan | b | not yet | |\n",
            &[],
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        check_page(
            "| S0-002 | plan | b | done | |\n| S0-001 | plan | a | works | `rooms/plans/tests/it/pages.rs::gone`, `/gone` |\n| S9-001 | plan | c | not yet | |\n",
            &[
                "S0-001: stands after S0-002",
                "S9-001: the id is not known",
                "S0-002: the state `done` is not known",
                "S0-002: no proof is named",
                "S0-001: `rooms/plans/tests/it/pages.rs` has no `gone`",
                "S0-001: no room declares the route `/gone`",
            ],
        );
        check_page("| S0-001 | plan | a | not yet | |\n", &["S0-002 has no row in docs/traceability.md"]);
    }
}
