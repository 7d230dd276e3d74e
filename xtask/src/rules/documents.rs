//! What exists is named in the document that is about it.

use super::manifest;
use crate::fault::Fault;
use crate::rust::{has_word, scan};
use crate::tree::{File, Tree, has_ending};

const GLOSSARY: &str = "docs/glossary.md";
const PRIVACY: &str = "docs/privacy.md";
const ARCHITECTURE: &str = "ARCHITECTURE.md";
const DEPENDENCIES: &str = "docs/dependencies.md";

/// The heading in docs/privacy.md under which tables without personal data are listed.
const IMPERSONAL: &str = "## Tables without personal data";

/// Columns that tie a row to a human being. `actor_id`, `lead_actor`, `commissioned_by` and the like
/// point to `plan_actor`, which holds organisations, and are none.
const PERSONAL: &[&str] = &[
    "person_id",
    "person",
    "owner_person",
    "by_person",
    "author",
    "holder_id",
    "proposer",
    "assessor",
    "voter",
    "created_by",
    "recorded_by",
    "reading_by",
    "granted_by",
    "delegated_by",
    "approved_by",
    "decided_by",
    "answered_by",
    "signed_by",
    "done_by",
    "email",
    "phone",
    "full_name",
    "national_id",
];

/// A table as its migration makes it.
struct Table<'a> {
    name: String,
    columns: String,
    file: &'a File,
    line: usize,
}

/// Reports crates, rooms, tables and dependencies that their document does not name.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = crates(tree);
    let tables = tables(tree);
    faults.extend(tables.iter().filter_map(|table| privacy(tree, table)));
    faults.extend(gone(tree, &tables));
    faults.extend(links(tree));
    faults.extend(dependencies(tree));
    faults
}

/// Each crate in ARCHITECTURE.md, each room in the glossary.
fn crates(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in &tree.files {
        let Some(folder) = file.path.strip_suffix("/Cargo.toml") else {
            continue;
        };
        if !tree.text(ARCHITECTURE).contains(&format!("`{folder}`")) {
            let what = format!("the crate `{folder}` is not in {ARCHITECTURE}");
            faults.push(Fault::new(&file.path, 1, what, "add it to the code map, in back ticks"));
        }
        if let Some(room) = folder.strip_prefix("rooms/")
            && !tree.text(GLOSSARY).contains(&format!("`{room}`"))
        {
            let what = format!("the room `{room}` is not in {GLOSSARY}");
            faults.push(Fault::new(&file.path, 1, what, "add its term with the name in back ticks"));
        }
    }
    faults
}

/// Every `create table` in the product's own text.
fn tables(tree: &Tree) -> Vec<Table<'_>> {
    let mut found = Vec::new();
    for file in &tree.files {
        let ours = file.path.starts_with("rooms/") || file.path.starts_with("base/");
        if !ours || file.is_test() || file.path.starts_with("base/testkit/") {
            continue;
        }
        if file.path.strip_suffix(".sql").is_some() {
            collect(file, 1, &file.text, &mut found);
        } else if file.is_rust() {
            let source = scan(&file.text);
            let end = source.tests_start();
            for literal in source.literals.iter().filter(|literal| literal.line < end) {
                collect(file, literal.line, &literal.value, &mut found);
            }
        }
    }
    found
}

/// Finds the tables that one piece of SQL makes.
fn collect<'a>(file: &'a File, line: usize, sql: &str, found: &mut Vec<Table<'a>>) {
    let lower = sql.to_lowercase();
    for (at, mark) in lower.match_indices("create table ") {
        let rest = lower.get(at + mark.len()..).unwrap_or_default();
        let rest = rest.strip_prefix("if not exists ").unwrap_or(rest).trim_start();
        let name: String =
            rest.trim_start_matches('"').chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if name.is_empty() {
            continue;
        }
        let columns = rest.split("create table ").next().unwrap_or_default().to_owned();
        let before = lower.get(..at).unwrap_or_default();
        let line = line + before.matches('\n').count();
        found.push(Table { name, columns, file, line });
    }
}

/// Each table is either described or listed as free of personal data, and then it is.
fn privacy(tree: &Tree, table: &Table<'_>) -> Option<Fault> {
    let Table { name, columns, file, line } = table;
    let (described, impersonal) = tree.text(PRIVACY).split_once(IMPERSONAL).unwrap_or((tree.text(PRIVACY), ""));
    let quoted = format!("`{name}`");
    let personal = PERSONAL.iter().find(|column| has_word(columns, column));
    let (what, mend) = if described.contains(&quoted) {
        return None;
    } else if let Some(column) = personal {
        (
            format!("the table `{name}` holds personal data (`{column}`) and is not described in {PRIVACY}"),
            "add purpose, lawful basis and retention".to_owned(),
        )
    } else if impersonal.contains(&quoted) {
        return None;
    } else {
        (
            format!("the table `{name}` is not in {PRIVACY}"),
            format!("describe it, or list it under \"{}\"", IMPERSONAL.trim_start_matches("## ")),
        )
    };
    Some(Fault::new(&file.path, *line, what, mend))
}

/// Tables that docs/privacy.md describes and nothing makes.
fn gone(tree: &Tree, tables: &[Table<'_>]) -> Vec<Fault> {
    let rows = (1..).zip(tree.text(PRIVACY).lines());
    rows.filter_map(|(line, row)| {
        let name = row.strip_prefix("| `")?.split('`').next()?;
        let known = tables.iter().any(|table| table.name == name);
        (!known).then(|| {
            let what = format!("no migration makes the table `{name}`");
            Fault::new(PRIVACY, line, what, "take the row out or give it the table's name")
        })
    })
    .collect()
}

/// Links from a document to a file that is not there.
fn links(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.files.iter().filter(|file| has_ending(&file.path, "md")) {
        for (line, row) in file.lines() {
            for piece in row.split("](").skip(1) {
                let target = piece.split([')', '#', ' ']).next().unwrap_or_default();
                let outside = target.is_empty() || target.contains(':') || target.contains('{');
                if !outside && !leads_somewhere(tree, &file.path, target) {
                    let what = format!("the link to `{target}` leads nowhere");
                    faults.push(Fault::new(&file.path, line, what, "correct it, or add the file"));
                }
            }
        }
    }
    faults
}

/// Whether `target`, seen from the document at `from`, is a file or a folder of the tree.
fn leads_somewhere(tree: &Tree, from: &str, target: &str) -> bool {
    let mut parts: Vec<&str> = from.split('/').collect();
    let _document = parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                let _parent = parts.pop();
            }
            name => parts.push(name),
        }
    }
    let path = parts.join("/");
    let folder = format!("{path}/");
    path.is_empty() || tree.files.iter().any(|file| file.path == path || file.path.starts_with(&folder))
}

/// Each dependency with its reason.
fn dependencies(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in &tree.files {
        let names = match file.name() {
            "Cargo.toml" if file.path == "Cargo.toml" => manifest::fetched(&file.text),
            "package.json" => manifest::npm(&file.text),
            name if name.starts_with("requirements")
                && name.strip_suffix(".txt").is_some()
                && !file.path.starts_with("docs/") =>
            {
                manifest::pypi(&file.text)
            }
            _ => continue,
        };
        for (name, line) in names {
            if !tree.text(DEPENDENCIES).contains(&format!("`{name}`")) {
                let what = format!("`{name}` is not in {DEPENDENCIES}");
                faults.push(Fault::new(&file.path, line, what, "say in one line why it is here, and its licence"));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tree::Tree;

    #[track_caller]
    fn check_tree(files: &[(&str, &str)], expected: &[&str]) {
        let tree = Tree::of(files);
        let found: Vec<String> = check(&tree).iter().map(|fault| fault.what.clone()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn crates_rooms_and_dependencies_are_named() {
        check_tree(
            &[
                ("rooms/wards/Cargo.toml", ""),
                ("Cargo.toml", "[workspace.dependencies]\ncsv = \"1\"\ntoml = \"1\"\n"),
                ("docs/dependencies.md", "| `csv` | reads tables | MIT |"),
            ],
            &[
                "the crate `rooms/wards` is not in ARCHITECTURE.md",
                "the room `wards` is not in docs/glossary.md",
                "`toml` is not in docs/dependencies.md",
            ],
        );
    }

    #[test]
    fn tables_with_personal_data_are_described() {
        let sql = "fn up() { run(\"create table wish (id text, person_id text)\"); run(\"create table if not exists shelf (id text)\"); }";
        let migration = ("rooms/wards/src/migrations/m1.rs", sql);
        check_tree(
            &[migration],
            &[
                "the table `wish` holds personal data (`person_id`) and is not described in docs/privacy.md",
                "the table `shelf` is not in docs/privacy.md",
            ],
        );
        let listed = ("docs/privacy.md", "## Tables without personal data\n`wish`, `shelf`\n");
        check_tree(
            &[migration, listed],
            &["the table `wish` holds personal data (`person_id`) and is not described in docs/privacy.md"],
        );
        let organisations = (
            "rooms/wards/src/migrations/m2.rs",
            "fn up() { run(\"create table part (id text, actor_id text, lead_actor text)\"); }",
        );
        let part = ("docs/privacy.md", "## Tables without personal data\n`part`\n");
        check_tree(&[organisations, part], &[]);
        let described = ("docs/privacy.md", "| `wish` | purpose |\n## Tables without personal data\n`shelf`\n");
        check_tree(&[migration, described], &[]);
        check_tree(&[described], &["no migration makes the table `wish`"]);
    }

    #[test]
    fn links_lead_somewhere() {
        check_tree(
            &[
                ("docs/adr/0001-a.md", "See [b](../methods/), [c](0002-c.md) and [web](https://example.org)."),
                ("docs/methods/d.md", "See [up](../../README.md#five)."),
            ],
            &["the link to `0002-c.md` leads nowhere", "the link to `../../README.md` leads nowhere"],
        );
    }
}
