//! Which file may name which library.

use crate::fault::Fault;
use crate::rust::{has_word, scan};
use crate::tree::{File, Tree};

/// A kind of library, the names it goes by in code and where it belongs.
struct Layer {
    words: &'static [&'static str],
    what: &'static str,
    home: &'static str,
    lives_in: fn(&File) -> bool,
}

const LAYERS: &[Layer] = &[
    Layer {
        words: &["sea_orm", "sea_query", "sea_orm_migration", "sqlx"],
        what: "the database library",
        home: "move the query to a store.rs",
        lives_in: |file| starts(file, &["base/store/", "base/testkit/"]) || is_part(file, &["store", "migrations"]),
    },
    Layer {
        words: &["datafusion"],
        what: "the query engine",
        home: "ask through base/query",
        lives_in: |file| starts(file, &["base/query/"]),
    },
    Layer {
        words: &["typst", "typst_layout", "typst_pdf"],
        what: "the typesetter",
        home: "make a printout, and let the house print it",
        lives_in: |file| starts(file, &["base/pdf/"]),
    },
    Layer {
        words: &["axum", "maud"],
        what: "the page library",
        home: "move it to pages.rs, views.rs or api.rs",
        lives_in: |file| {
            starts(file, &["base/web/", "base/testkit/", "app/"])
                || file.is_test()
                || is_part(file, &["pages", "views", "api", "lib"])
        },
    },
    Layer {
        words: &["serde", "serde_json", "serde_norway"],
        what: "serialising",
        home: "move it to api.rs, import.rs, export.rs or jobs.rs",
        lives_in: |file| {
            starts(file, &["base/", "app/", "core/fhir/"])
                || file.is_test()
                || is_part(file, &["api", "import", "export", "jobs"])
        },
    },
];

/// Reports each library named outside its files.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.rust() {
        for (line, code) in scan(&file.text).product_code() {
            for layer in LAYERS {
                let found = layer.words.iter().find(|word| has_word(code, word));
                if let Some(word) = found
                    && !(layer.lives_in)(file)
                {
                    let what = format!("`{word}` ({}) is named here", layer.what);
                    faults.push(Fault::new(&file.path, line, what, layer.home));
                }
            }
        }
    }
    faults
}

fn starts(file: &File, folders: &[&str]) -> bool {
    folders.iter().any(|folder| file.path.starts_with(folder))
}

/// Whether the file is `part.rs` or lies in a folder `part/`.
fn is_part(file: &File, parts: &[&str]) -> bool {
    parts
        .iter()
        .any(|part| file.name().strip_suffix(".rs") == Some(part) || file.path.split('/').any(|folder| folder == *part))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tree::Tree;

    #[track_caller]
    fn check_line(path: &str, code: &str, faults: usize) {
        let tree = Tree::of(&[(path, code)]);
        assert_eq!(check(&tree).len(), faults, "{path}: {code}");
    }

    #[test]
    fn the_database_is_named_in_stores_alone() {
        check_line("rooms/plans/src/store.rs", "use sea_orm::Set;", 0);
        check_line("rooms/plans/src/store/list.rs", "use sea_orm::Set;", 0);
        check_line("rooms/plans/src/pages.rs", "use sea_orm::Set;", 1);
        check_line("rooms/plans/src/rules.rs", "// sea_orm is not for here\n", 0);
        check_line("base/web/src/session.rs", "use sqlx::Row;", 1);
    }

    #[test]
    fn pages_are_named_in_pages_views_api_and_lib() {
        check_line("rooms/plans/src/views/goal.rs", "use maud::html;", 0);
        check_line("rooms/plans/src/lib.rs", "use axum::Router;", 0);
        check_line("rooms/plans/src/model.rs", "use maud::Markup;", 1);
        check_line("core/chart/src/lib.rs", "use serde::Serialize;", 1);
    }

    #[test]
    fn only_what_meets_other_programs_serialises() {
        check_line("rooms/plans/src/api.rs", "#[derive(serde::Deserialize)]", 0);
        check_line("rooms/plans/src/pages.rs", "use serde::{Deserialize, Serialize};", 1);
        check_line("rooms/plans/src/model.rs", "#[derive(serde::Deserialize)]", 1);
        check_line("rooms/plans/src/export.rs", "use serde::Serialize;", 0);
    }

    #[test]
    fn tests_at_the_foot_are_free() {
        check_line("core/chart/src/lib.rs", "#[cfg(test)]\nmod tests {\nuse serde_json::json;\n}\n", 0);
    }
}
