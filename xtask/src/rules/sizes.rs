//! Short files.

use crate::fault::Fault;
use crate::tree::{File, Tree, has_ending};

const MOST: usize = 600;
const HINT_FROM: usize = 400;

/// What is written by hand and read whole; data, words and lock files may be long.
const WRITTEN: &[&str] = &["rs", "ts", "js", "mjs", "css", "sh", "py", "toml"];

/// Reports files over 600 lines.
pub fn check(tree: &Tree) -> Vec<Fault> {
    written(tree)
        .filter(|(_, n_lines)| *n_lines > MOST)
        .map(|(file, n_lines)| {
            Fault::new(
                &file.path,
                n_lines,
                format!("{n_lines} lines, {MOST} are the most"),
                "make it a folder of the same name with one file per thing",
            )
        })
        .collect()
}

/// Files that grow towards the limit.
pub fn hints(tree: &Tree) -> Vec<String> {
    written(tree)
        .filter(|(_, n_lines)| (HINT_FROM + 1..=MOST).contains(n_lines))
        .map(|(file, n_lines)| format!("{}: {n_lines} lines", file.path))
        .collect()
}

fn written(tree: &Tree) -> impl Iterator<Item = (&File, usize)> {
    tree.files
        .iter()
        .filter(|file| WRITTEN.iter().any(|ending| has_ending(&file.path, ending)))
        // The theme is made by a tool from four colours.
        .filter(|file| !file.path.starts_with("web/theme/"))
        .map(|file| (file, file.text.lines().count()))
}

#[cfg(test)]
mod tests {
    use super::{check, hints};
    use crate::tree::Tree;

    #[track_caller]
    fn check_size(path: &str, n_lines: usize, faults: usize, n_hints: usize) {
        let tree = Tree::of(&[(path, &"x\n".repeat(n_lines))]);
        assert_eq!((check(&tree).len(), hints(&tree).len()), (faults, n_hints), "{path} {n_lines}");
    }

    #[test]
    fn long_files_are_hinted_at_and_then_refused() {
        check_size("core/kernel/src/lib.rs", 400, 0, 0);
        check_size("core/kernel/src/lib.rs", 401, 0, 1);
        check_size("core/kernel/src/lib.rs", 600, 0, 1);
        check_size("core/kernel/src/lib.rs", 601, 1, 0);
        check_size("content/plans.yaml", 5_000, 0, 0);
    }
}
