//! Nothing left half done, skipped or silenced.

use crate::fault::Fault;
use crate::rust::{Source, has_word, scan};
use crate::tree::{File, Tree, has_ending};

/// Notes to oneself; written in two halves so that this file is clean.
const NOTES: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X"), concat!("HA", "CK")];

/// Endings of files in which a note to oneself is looked for.
const READ: &[&str] = &["rs", "ts", "js", "mjs", "css", "sh", "py", "toml", "md", "ftl", "sql"];

/// Code that is refused everywhere, with what to do instead.
const REFUSED: &[(&str, &str)] = &[
    ("#[allow(", "use #[expect(…, reason = \"…\")]"),
    ("#![allow(", "use #![expect(…, reason = \"…\")]"),
    ("#[ignore", "mend the test or move it to the long tests"),
    ("todo!(", "finish it"),
    ("unimplemented!(", "finish it"),
    ("dbg!(", "take it out"),
];

/// Code that stops the program instead of answering: refused outside tests.
const STOPPERS: &[&str] = &[".unwrap()", ".expect(", "panic!("];

/// Reports every mark of unfinished or silenced work.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in &tree.files {
        if READ.iter().any(|ending| has_ending(&file.path, ending)) {
            faults.extend(notes(file));
        }
        if file.is_rust() {
            let source = scan(&file.text);
            faults.extend(refused(file, &source));
            faults.extend(stoppers(file, &source));
            faults.extend(dead_code(file, &source));
        }
    }
    faults
}

fn notes(file: &File) -> Vec<Fault> {
    file.lines()
        .filter_map(|(line, row)| {
            let note = NOTES.iter().find(|note| has_word(row, note))?;
            let what = format!("a note to oneself ({note})");
            Some(Fault::new(&file.path, line, what, "do it now or open an issue and leave the note out"))
        })
        .collect()
}

fn refused(file: &File, source: &Source) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (line, code) in (1..).zip(&source.code) {
        for (mark, mend) in REFUSED {
            if code.replace(' ', "").contains(mark) {
                faults.push(Fault::new(&file.path, line, format!("`{mark}` is not used here"), *mend));
            }
        }
    }
    faults
}

/// Test helpers may stop; so may a file that gives clippy its reason at the top.
fn stoppers(file: &File, source: &Source) -> Vec<Fault> {
    let reasoned = source.code.iter().any(|code| {
        code.contains("clippy::unwrap_used") || code.contains("clippy::expect_used") || code.contains("clippy::panic")
    });
    if file.is_test() || file.path.starts_with("base/testkit/") || reasoned {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for (line, code) in source.product_code() {
        for mark in STOPPERS {
            if code.contains(mark) {
                let what = format!("`{mark}` stops the program");
                faults.push(Fault::new(&file.path, line, what, "return an error or a default"));
            }
        }
    }
    faults
}

/// Plain comments that read as code; doc comments may show code.
fn dead_code(file: &File, source: &Source) -> Vec<Fault> {
    source
        .comments
        .iter()
        .filter(|(_, comment)| !comment.starts_with("///") && !comment.starts_with("//!"))
        .filter(|(_, comment)| is_code(comment.trim_start_matches('/').trim()))
        .map(|(line, _)| Fault::new(&file.path, *line, "commented-out code", "take it out; history keeps it"))
        .collect()
}

fn is_code(text: &str) -> bool {
    let opens = ["let ", "fn ", "pub ", "use ", "if let ", "#[", "return "].iter().any(|word| text.starts_with(word));
    let closes = text.ends_with(';') || text.ends_with('{') || text.ends_with(")]");
    (opens && closes) || text.ends_with(");") || text.ends_with("})")
}

#[cfg(test)]
mod tests {
    use super::{NOTES, check};
    use crate::tree::Tree;

    #[track_caller]
    fn check_text(path: &str, text: &str, faults: usize) {
        let tree = Tree::of(&[(path, text)]);
        let found: Vec<String> = check(&tree).iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), faults, "{path}: {text}: {found:?}");
    }

    #[test]
    fn notes_to_oneself_are_found() {
        for note in NOTES {
            check_text("docs/a.md", &format!("Later: {note} more"), 1);
            check_text("docs/a.md", &format!("My{note}s"), 0);
        }
    }

    #[test]
    fn silenced_lints_and_skipped_tests_are_found() {
        check_text("a/src/lib.rs", "#[allow(dead_code)]\nfn a() {}", 1);
        check_text("a/tests/it/main.rs", "#[test]\n#[ignore]\nfn a() {}", 1);
        check_text("a/src/lib.rs", "#[expect(dead_code, reason = \"b\")]\nfn a() {}", 0);
        check_text("a/src/lib.rs", "let a = \"#[allow(\";", 0);
    }

    #[test]
    fn the_program_is_not_stopped_outside_tests() {
        check_text("a/src/lib.rs", "fn a() { b.unwrap(); }", 1);
        check_text("a/src/lib.rs", "fn a() { b.unwrap_or_default(); }", 0);
        check_text("a/tests/it/main.rs", "fn a() { b.unwrap(); }", 0);
        check_text("a/src/lib.rs", "#[cfg(test)]\nmod tests {\nfn a() { b.unwrap(); }\n}", 0);
    }

    #[test]
    fn commented_out_code_is_found_and_prose_is_not() {
        check_text("a/src/lib.rs", "// let a = 1;", 1);
        check_text("a/src/lib.rs", "// save(a, b);", 1);
        check_text("a/src/lib.rs", "// Saved first; a reader may come at once.", 0);
        check_text("a/src/lib.rs", "/// let a = 1;", 0);
    }
}
