//! Nothing that belongs to one machine, one network or one download host.

use crate::fault::Fault;
use crate::tree::Tree;

/// Pieces of text that never belong in the tree; in halves, so that this file is clean.
const FORBIDDEN: &[(&str, &str)] = &[
    (concat!("/tm", "p/"), "ask the system for a temporary folder"),
    (concat!("/ho", "me/"), "use a path inside the checkout"),
    (concat!("/ro", "ot/"), "use a path inside the checkout"),
    (concat!("/Us", "ers/"), "use a path inside the checkout"),
    (concat!("registry.", "npmjs"), "leave the host to the user's own settings"),
    (concat!("registry.", "yarnpkg"), "leave the host to the user's own settings"),
    (concat!("files.", "pythonhosted"), "leave the host to the user's own settings"),
    (concat!("proxy.", "golang"), "leave the host to the user's own settings"),
    (concat!("static.", "crates.io"), "leave the host to the user's own settings"),
    (concat!("BEGIN ", "PRIVATE KEY"), "make keys when they are needed, never store them here"),
    (concat!("BEGIN RSA ", "PRIVATE KEY"), "make keys when they are needed, never store them here"),
    (concat!("Co-Authored", "-By"), "leave it out"),
];

/// Reports text from one machine, settings that name a host, and lock files that do.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in &tree.files {
        for (line, row) in file.lines() {
            for (text, mend) in FORBIDDEN {
                if row.contains(text) {
                    faults.push(Fault::new(&file.path, line, format!("`{text}` is written here"), *mend));
                }
            }
            if climbs_out(&file.path, row) {
                let what = "a path here leads out of the checkout".to_owned();
                faults.push(Fault::new(&file.path, line, what, "commit what is needed, with its source and licence"));
            }
            if let Some(what) = names_host(file.name(), &file.path, row) {
                faults.push(Fault::new(&file.path, line, what, "take it out; the host is set by whoever builds"));
            }
        }
    }
    faults
}

/// Whether a row climbs higher than the checkout goes: from its own folder where a file is included or linked,
/// from the crate's folder in the rest of a Rust program. Steps made one by one with `join` count as one path.
fn climbs_out(path: &str, row: &str) -> bool {
    // The rules' own tests are full of such paths.
    if path.starts_with("xtask/") {
        return false;
    }
    let row = row.replace("\").join(\"", "/");
    let folders: Vec<&str> = path.split('/').rev().skip(1).collect();
    let from_crate = std::path::Path::new(path).extension().is_some_and(|end| end == "rs")
        && !row.contains("include_")
        && !row.contains("//");
    let inner = folders.iter().position(|name| ["src", "tests", "examples", "benches"].contains(name));
    let depth = if from_crate { inner.map_or(folders.len(), |at| folders.len() - at - 1) } else { folders.len() };
    let climbed = row
        .split(|letter: char| letter != '.' && letter != '/')
        .filter(|run| run.contains('/'))
        .map(|run| run.split('/').filter(|part| *part == "..").count());
    let above = row.split("ancestors().nth(").nth(1).and_then(|rest| rest.split(')').next()?.parse().ok());
    climbed.chain(above).any(|steps| depth < steps)
}

/// What a setting or lock file says about where to download from.
fn names_host(name: &str, path: &str, row: &str) -> Option<&'static str> {
    let row = row.trim();
    match name {
        "package-lock.json" if row.starts_with("\"resolved\": \"http") => Some("the lock file names a download host"),
        ".npmrc" if row.starts_with("registry=") || row.contains(":registry=") || row.contains("_auth") => {
            Some("the npm settings name a host or a key")
        }
        "Cargo.lock" if row.starts_with("source = ") && !row.contains("github.com/rust-lang/crates.io-index") => {
            Some("the lock file names a source other than crates.io")
        }
        "pip.conf" | ".pypirc" => Some("pip settings belong to the machine"),
        "config.toml"
            if path.starts_with(".cargo/") && (row.contains("replace-with") || row.contains("registry =")) =>
        {
            Some("the cargo settings name a host")
        }
        _ if name.starts_with("requirements")
            && (row.starts_with("--index-url") || row.starts_with("--extra-index-url")) =>
        {
            Some("the list of Python tools names a host")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{FORBIDDEN, check};
    use crate::tree::Tree;

    #[track_caller]
    fn check_text(path: &str, text: &str, faults: usize) {
        assert_eq!(check(&Tree::of(&[(path, text)])).len(), faults, "{path}: {text}");
    }

    #[test]
    fn forbidden_text_is_found() {
        for (text, _) in FORBIDDEN {
            check_text("docs/a.md", &format!("see {text} there"), 1);
        }
        check_text("docs/a.md", "see docs/adr/0001.md", 0);
    }

    #[test]
    fn paths_stay_inside_the_checkout() {
        let up = |n: usize| vec![".."; n].join("/");
        let from = |path: &str| format!("env!(\"CARGO_MANIFEST_DIR\")).join(\"{path}\")");
        check_text("rooms/people/tests/it/a.rs", &from(&format!("{}/content", up(2))), 0);
        check_text("rooms/people/tests/it/a.rs", &from(&format!("{}/samples", up(3))), 1);
        check_text("rooms/people/tests/it/a.rs", &from(&[".."; 3].join("\").join(\"")), 1);
        check_text("rooms/people/tests/it/a.rs", "path.ancestors().nth(3)", 1);
        check_text("rooms/people/tests/it/a.rs", &format!("include_str!(\"{}/content/a.yaml\")", up(4)), 0);
        check_text("rooms/people/tests/it/a.rs", &format!("include_str!(\"{}/content/a.yaml\")", up(5)), 1);
        check_text("docs/adr/a.md", &format!("[b]({}/README.md)", up(2)), 0);
        check_text("docs/adr/a.md", &format!("[b]({}/README.md)", up(3)), 1);
    }

    #[test]
    fn lock_files_and_settings_name_no_host() {
        check_text("web/package-lock.json", "  \"resolved\": \"https://example.org/a.tgz\",", 1);
        check_text("web/package-lock.json", "  \"integrity\": \"sha512-a\",", 0);
        check_text("web/.npmrc", "registry=https://example.org", 1);
        check_text("web/.npmrc", "omit-lockfile-registry-resolved=true", 0);
        check_text("Cargo.lock", "source = \"registry+https://github.com/rust-lang/crates.io-index\"", 0);
        check_text("Cargo.lock", "source = \"git+https://example.org/a\"", 1);
    }
}
