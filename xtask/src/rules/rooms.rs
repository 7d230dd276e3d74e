//! The same file names in every room.

use crate::fault::Fault;
use crate::tree::Tree;

/// What may lie in `src/`, as `name.rs` or as a folder `name/`.
const PARTS: &[&str] =
    &["lib", "model", "rules", "store", "pages", "views", "migrations", "api", "import", "export", "jobs"];

const LANGUAGES: &[&str] = &["nb.ftl", "nn.ftl", "en.ftl"];

/// Reports files with other names, and rooms that lack a language or say nothing about themselves.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in &tree.files {
        let Some((room, inside)) = room_of(&file.path) else {
            continue;
        };
        if !is_allowed(inside) {
            faults.push(Fault::new(
                &file.path,
                1,
                format!("the room {room} may not hold a file of this name"),
                format!("put it into one of {} or under tests/it/", PARTS.join(", ")),
            ));
        }
        if inside == "src/lib.rs" {
            faults.extend(about(&file.path, &file.text));
            faults.extend(missing_languages(tree, room));
            faults.extend(missing_tests(tree, room));
        }
    }
    faults
}

/// The room and the path inside it.
fn room_of(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix("rooms/")?.split_once('/')
}

fn is_allowed(inside: &str) -> bool {
    let (folder, rest) = inside.split_once('/').unwrap_or(("", inside));
    match folder {
        "" => rest == "Cargo.toml",
        "src" => {
            let first = rest.split('/').next().unwrap_or(rest);
            PARTS.contains(&first.strip_suffix(".rs").unwrap_or(first))
        }
        "migrations" => true,
        "locales" => LANGUAGES.contains(&rest),
        "tests" => rest.starts_with("it/") || rest.starts_with("golden/"),
        _ => false,
    }
}

fn about(path: &str, text: &str) -> Option<Fault> {
    let n_lines = text.lines().take_while(|line| line.starts_with("//!")).count();
    (n_lines < 3).then(|| {
        Fault::new(path, 1, "the room does not say what it is for", "open lib.rs with 10 to 30 lines of `//!`")
    })
}

fn missing_languages(tree: &Tree, room: &str) -> Vec<Fault> {
    LANGUAGES
        .iter()
        .map(|name| format!("rooms/{room}/locales/{name}"))
        .filter(|path| tree.file(path).is_none())
        .map(|path| Fault::new(&path, 1, "the file is missing", "add the room's words in this language"))
        .collect()
}

fn missing_tests(tree: &Tree, room: &str) -> Option<Fault> {
    let path = format!("rooms/{room}/tests/it/main.rs");
    tree.file(&path).is_none().then(|| Fault::new(&path, 1, "the room has no tests", "add modules store and pages"))
}

#[cfg(test)]
mod tests {
    use super::{check, is_allowed};
    use crate::tree::Tree;

    #[test]
    fn only_the_common_names_are_allowed() {
        for path in [
            "Cargo.toml",
            "src/rules.rs",
            "src/rules/target.rs",
            "locales/nn.ftl",
            "src/migrations/m20260101_people_unit.rs",
            "tests/it/main.rs",
        ] {
            assert!(is_allowed(path), "{path}");
        }
        for path in ["src/helpers.rs", "src/utils/mod.rs", "tests/pages.rs", "locales/sv.ftl"] {
            assert!(!is_allowed(path), "{path}");
        }
    }

    #[test]
    fn a_room_says_what_it_is_for_and_speaks_three_languages() {
        let tree = Tree::of(&[("rooms/wards/src/lib.rs", "//! Wards.\n")]);
        let faults: Vec<String> = check(&tree).iter().map(ToString::to_string).collect();
        assert_eq!(faults.len(), 5, "{faults:?}");
    }
}
