//! Deciding without touching the world: `core` and the rules and models of rooms.

use crate::fault::Fault;
use crate::rust::{Literal, Source, has_word, scan};
use crate::tree::{File, Tree};

/// Ways out of a pure function.
const WORLD: &[&str] = &[
    "async",
    "tokio",
    "getrandom",
    "SystemTime",
    "Instant",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "Timestamp::now",
    "Zoned::now",
];

/// The edge crates: what decides or only draws does not know them.
const EDGE: &[&str] = &["varde_store", "varde_web"];

/// How a statement begins.
const SQL: &[&str] = &["select ", "insert into ", "update ", "delete from ", "create table ", "with recursive "];

/// Reports the world in pure code, and SQL outside the stores.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.rust().filter(|file| !file.is_test()) {
        let source = scan(&file.text);
        let core = file.path.starts_with("core/");
        let decides = core || is_part(file, "rules") || is_part(file, "model");
        if decides {
            faults.extend(names(file, &source, WORLD, "pass it in as a value; decide here and act at the edge"));
        }
        if file.path.starts_with("rooms/") && is_part(file, "rules") {
            faults.extend(names(file, &source, EDGE, "a rule takes values and gives values back"));
        }
        if file.path.starts_with("rooms/") && is_part(file, "views") {
            faults.extend(names(file, &source, &["varde_store", "async"], "query in pages.rs and pass values in"));
        }
        if file.path.starts_with("rooms/") || file.path.starts_with("base/web/") || core {
            faults.extend(sql(file, &source));
        }
    }
    faults
}

/// Reports each of `words` in the product's code of a file.
fn names(file: &File, source: &Source, words: &[&str], mend: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (line, code) in source.product_code() {
        for word in words.iter().filter(|word| has_word(code, word)) {
            let what = format!("`{word}` does not belong in a file that decides or draws");
            faults.push(Fault::new(&file.path, line, what, mend));
        }
    }
    faults
}

fn sql(file: &File, source: &Source) -> Vec<Fault> {
    if is_part(file, "store") || is_part(file, "migrations") {
        return Vec::new();
    }
    let end = source.tests_start();
    source
        .literals
        .iter()
        .filter(|literal| literal.line < end && is_sql(literal))
        .map(|literal| Fault::new(&file.path, literal.line, "SQL outside a store", "move the query to store.rs"))
        .collect()
}

/// A statement begins like SQL and goes on like it; a sentence that begins with "update" does not.
fn is_sql(literal: &Literal) -> bool {
    let text = literal.value.trim_start().to_lowercase();
    SQL.iter().any(|start| text.starts_with(start))
        && [" from ", " set ", " values", "(", " into "].iter().any(|word| text.contains(word))
}

/// Whether the file is `part.rs` or lies in a folder `part/`.
fn is_part(file: &File, part: &str) -> bool {
    file.name().strip_suffix(".rs") == Some(part) || file.path.split('/').any(|folder| folder == part)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tree::Tree;

    #[track_caller]
    fn check_line(path: &str, code: &str, faults: usize) {
        let found = check(&Tree::of(&[(path, code)]));
        assert_eq!(found.len(), faults, "{path}: {code}: {found:?}");
    }

    #[test]
    fn rules_and_core_do_not_touch_the_world() {
        check_line("rooms/plans/src/rules.rs", "pub fn judge(day: Date) -> State {}", 0);
        check_line("rooms/plans/src/rules.rs", "pub async fn judge() {}", 1);
        check_line("rooms/plans/src/rules/target.rs", "use varde_store::Db;", 1);
        check_line("rooms/plans/src/pages.rs", "pub async fn show() {}", 0);
        check_line("core/kernel/src/time.rs", "let now = Timestamp::now();", 1);
        check_line("rooms/plans/src/views.rs", "use varde_store::Db;", 1);
    }

    #[test]
    fn sql_lives_in_stores() {
        check_line("rooms/plans/src/pages.rs", "q(\"select id from plan\")", 1);
        check_line("rooms/plans/src/store.rs", "q(\"select id from plan\")", 0);
        check_line("rooms/plans/src/store/goal.rs", "q(\"select id from plan\")", 0);
        check_line("base/web/src/words.rs", "say(\"update the page\")", 0);
        check_line("app/src/doctor.rs", "q(\"select 1 from plan\")", 0);
    }
}
