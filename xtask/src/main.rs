//! The house rules of Varde as a program: `cargo run -p xtask -- tidy`.
//!
//! Each rule is one file under `rules/`: a function from the tree to the faults it found. The same
//! functions run as tests, so `cargo test` fails where `tidy` would. Only the standard library is
//! used, so that the rules never wait for anything else to compile.

mod fault;
mod fluent;
mod rules;
mod rust;
mod tree;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tree::Tree;

const HELP: &str = "\
The house rules of Varde.

Usage: cargo run -p xtask -- tidy [RULE…]

With no RULE every rule runs. Exit code 0: tidy; 1: faults were found; 2: wrong call.
Rules:
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let asked = arguments.next();
    let chosen: Vec<String> = arguments.collect();
    let unknown = chosen.iter().any(|name| !rules::ALL.iter().any(|rule| rule.name == name));
    if asked.as_deref() != Some("tidy") || unknown {
        say(&format!("{HELP}{}", rules::list()));
        return ExitCode::from(2);
    }
    match Tree::read(&root()) {
        Ok(tree) => tidy(&tree, &chosen),
        Err(error) => {
            say(&format!("the tree could not be read: {error}\n"));
            ExitCode::from(2)
        }
    }
}

/// Runs the chosen rules (all when none is named) and prints what they found.
fn tidy(tree: &Tree, chosen: &[String]) -> ExitCode {
    let mut n_faults = 0;
    for rule in rules::ALL {
        if !chosen.is_empty() && !chosen.iter().any(|name| name == rule.name) {
            continue;
        }
        let faults = (rule.run)(tree);
        n_faults += faults.len();
        for fault in &faults {
            say(&format!("{fault} [{}]\n", rule.name));
        }
    }
    for hint in rules::sizes::hints(tree) {
        say(&format!("hint: {hint}\n"));
    }
    say(&format!("{}\n", rules::traceability::count(tree)));
    if n_faults == 0 {
        say("tidy: nothing to mend\n");
        ExitCode::SUCCESS
    } else {
        say(&format!("tidy: {n_faults} to mend\n"));
        ExitCode::FAILURE
    }
}

/// The folder of the checkout: the parent of this crate.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Writes to standard output; a closed pipe is the reader's choice and no fault.
fn say(text: &str) {
    let mut out = std::io::stdout();
    let _closed = out.write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::{root, rules};
    use crate::tree::Tree;

    /// Holds one rule against the real tree and fails with everything it found.
    fn check(name: &str) {
        let tree = Tree::read(&root()).unwrap();
        let rule = rules::ALL.iter().find(|rule| rule.name == name).unwrap();
        let faults: Vec<String> = (rule.run)(&tree).iter().map(ToString::to_string).collect();
        assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    }

    #[test]
    fn crates_depend_only_along_the_arrows() {
        check("edges");
    }

    #[test]
    fn libraries_stay_in_their_files() {
        check("layers");
    }

    #[test]
    fn decisions_do_not_touch_the_world() {
        check("purity");
    }

    #[test]
    fn rooms_use_the_common_file_names() {
        check("rooms");
    }

    #[test]
    fn files_are_short() {
        check("sizes");
    }

    #[test]
    fn nothing_is_left_half_done() {
        check("markers");
    }

    #[test]
    fn words_agree_in_all_languages() {
        check("words");
    }

    #[test]
    fn requirements_are_traced() {
        check("traceability");
    }

    #[test]
    fn documents_name_what_exists() {
        check("documents");
    }

    #[test]
    fn nothing_from_one_machine_is_in_the_tree() {
        check("machine");
    }

    #[test]
    fn every_rule_has_a_test_here() {
        let this = include_str!("main.rs");
        for rule in rules::ALL {
            assert!(this.contains(&format!("check(\"{}\")", rule.name)), "{}", rule.name);
        }
    }
}
