//! A small reader of `Cargo.toml` and `package.json`: the names of what is asked for.

/// One dependency as written.
#[derive(Debug, PartialEq, Eq)]
pub struct Dependency {
    pub name: String,
    pub line: usize,
    /// Only for tests and examples of the crate itself.
    pub dev: bool,
}

/// Dependencies of one crate, whichever of the usual forms they are written in.
pub fn dependencies(toml: &str) -> Vec<Dependency> {
    let mut found = Vec::new();
    for (section, line, row) in rows(toml) {
        let dev = section.contains("dev-dependencies");
        if section.ends_with("dependencies") {
            if let Some(name) = key(row) {
                found.push(Dependency { name, line, dev });
            }
        } else if row.starts_with('[')
            && let Some((_, name)) = section.split_once("dependencies.")
        {
            found.push(Dependency { name: name.to_owned(), line, dev });
        }
    }
    found
}

/// Names under `[workspace.dependencies]` that are fetched, not folders of ours.
pub fn fetched(toml: &str) -> Vec<(String, usize)> {
    rows(toml)
        .filter(|(section, _, row)| section == "workspace.dependencies" && !row.contains("path ="))
        .filter_map(|(_, line, row)| Some((key(row)?, line)))
        .collect()
}

/// The `name` of the package.
pub fn package(toml: &str) -> Option<String> {
    rows(toml)
        .filter(|(section, _, row)| section == "package" && key(row).as_deref() == Some("name"))
        .find_map(|(_, _, row)| Some(row.split_once('=')?.1.trim().trim_matches('"').to_owned()))
}

/// Names under `dependencies` and `devDependencies` of a `package.json` laid out by npm.
pub fn npm(json: &str) -> Vec<(String, usize)> {
    let mut inside = false;
    let mut found = Vec::new();
    for (line, row) in (1..).zip(json.lines()) {
        let row = row.trim();
        if row.starts_with('}') {
            inside = false;
        }
        if inside && let Some((name, _)) = row.split_once("\":") {
            found.push((name.trim_start_matches('"').to_owned(), line));
        }
        if row.starts_with("\"dependencies\"") || row.starts_with("\"devDependencies\"") {
            inside = row.ends_with('{');
        }
    }
    found
}

/// Names in a `requirements.txt`.
pub fn pypi(text: &str) -> Vec<(String, usize)> {
    (1..)
        .zip(text.lines())
        .map(|(line, row)| (row.trim(), line))
        .filter(|(row, _)| row.starts_with(|c: char| c.is_ascii_alphanumeric()))
        .map(|(row, line)| {
            let name = row.split(['=', '<', '>', '~', '[', ';', ' ', '@', '!']).next();
            (name.unwrap_or(row).to_owned(), line)
        })
        .collect()
}

/// Every row with the section it stands in; a section's own head is a row of it.
fn rows(toml: &str) -> impl Iterator<Item = (String, usize, &str)> {
    let mut section = String::new();
    (1..).zip(toml.lines()).map(move |(line, row)| {
        let row = row.trim();
        if row.starts_with('[') {
            row.trim_matches(['[', ']']).clone_into(&mut section);
        }
        (section.clone(), line, row)
    })
}

/// `axum` from `axum = …` and from `axum.workspace = true`.
fn key(row: &str) -> Option<String> {
    if row.starts_with(['#', '[', ']', '}', '"']) {
        return None;
    }
    let (key, _) = row.split_once('=')?;
    let name = key.trim().split('.').next()?;
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{dependencies, fetched, npm, package, pypi};

    #[test]
    fn cargo_dependencies_are_read_in_every_form() {
        let toml = "[package]\nname = \"varde-x\"\n[dependencies]\naxum.workspace = true\ncsv = \"1\"\n[dev-dependencies]\nvarde-testkit.workspace = true\n[dependencies.maud]\nversion = \"1\"\n";
        let found: Vec<(String, usize, bool)> =
            dependencies(toml).into_iter().map(|d| (d.name, d.line, d.dev)).collect();
        assert_eq!(
            found,
            [
                ("axum".to_owned(), 4, false),
                ("csv".to_owned(), 5, false),
                ("varde-testkit".to_owned(), 7, true),
                ("maud".to_owned(), 8, false),
            ]
        );
        assert_eq!(package(toml).as_deref(), Some("varde-x"));
    }

    #[test]
    fn own_folders_are_not_fetched() {
        let toml = "[workspace.dependencies]\n# ours\nvarde-a = { path = \"a\" }\ncsv = \"1\"\n";
        assert_eq!(fetched(toml), [("csv".to_owned(), 4)]);
    }

    #[test]
    fn npm_and_pypi_names_are_read() {
        let json = "{\n  \"dependencies\": {\n    \"@a/b\": \"1\"\n  },\n  \"scripts\": {\n    \"c\": \"d\"\n  }\n}\n";
        assert_eq!(npm(json), [("@a/b".to_owned(), 3)]);
        assert_eq!(pypi("# tools\nschemathesis==4.1\n"), [("schemathesis".to_owned(), 2)]);
    }
}
