//! The rules, one file each.

mod documents;
mod edges;
mod layers;
mod machine;
mod manifest;
mod markers;
mod purity;
mod rooms;
pub mod sizes;
pub mod traceability;
mod words;

use std::fmt::Write as _;

use crate::fault::Fault;
use crate::tree::Tree;

/// A rule with the name it is called by.
pub struct Rule {
    pub name: &'static str,
    /// What holds when the rule finds nothing.
    pub says: &'static str,
    pub run: fn(&Tree) -> Vec<Fault>,
}

/// Every rule, in the order in which it runs.
pub const ALL: &[Rule] = &[
    Rule { name: "edges", says: "crates depend only along the allowed arrows", run: edges::check },
    Rule { name: "layers", says: "database, page and serialising libraries stay in their files", run: layers::check },
    Rule {
        name: "purity",
        says: "core, rules and models do not touch the world, and SQL lives in stores",
        run: purity::check,
    },
    Rule { name: "rooms", says: "rooms hold only files with the common names", run: rooms::check },
    Rule { name: "sizes", says: "no file is longer than 600 lines", run: sizes::check },
    Rule { name: "markers", says: "nothing is left half done, skipped or silenced", run: markers::check },
    Rule {
        name: "words",
        says: "every visible word exists in bokmål, nynorsk and English, and is used",
        run: words::check,
    },
    Rule {
        name: "traceability",
        says: "every requirement has its row, and every proof exists",
        run: traceability::check,
    },
    Rule {
        name: "documents",
        says: "rooms, tables, crates and dependencies are named in their documents",
        run: documents::check,
    },
    Rule {
        name: "machine",
        says: "nothing that belongs to one machine or one download host is in the tree",
        run: machine::check,
    },
];

/// The rules with what they say, one per line.
pub fn list() -> String {
    let mut text = String::new();
    for rule in ALL {
        // Writing to a string cannot fail.
        let _always = writeln!(text, "  {:<13} {}", rule.name, rule.says);
    }
    text
}
