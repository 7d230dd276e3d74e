//! The files of the checkout, read once.

use std::fs;
use std::io;
use std::path::Path;

/// Folders that hold what was built, fetched or recorded, not what was written.
const SKIPPED: &[&str] = &[".git", "target", "node_modules", "data", "tmp", "dist", "__pycache__", ".venv"];

/// A larger file is data, and no rule reads it.
const MAX_BYTES: u64 = 4_000_000;

/// One file; `text` is empty when the file is not text.
#[derive(Debug)]
pub struct File {
    /// Path from the root, with `/` between folders.
    pub path: String,
    pub text: String,
    /// Whether its parent module takes it in under `#[cfg(test)]`.
    only_tests: bool,
}

impl File {
    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The lines with their numbers, counted from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }

    pub fn is_rust(&self) -> bool {
        has_ending(&self.path, "rs")
    }

    /// Whether the whole file is test code by its place or name.
    pub fn is_test(&self) -> bool {
        self.only_tests
            || self.path.contains("/tests/")
            || self.path.contains("/benches/")
            || self.path.contains("/examples/")
            || self.name() == "tests.rs"
    }
}

/// Whether `path` ends in `.ending`.
pub fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == ending)
}

/// Every file of the checkout in the order of its path.
#[derive(Debug)]
pub struct Tree {
    pub files: Vec<File>,
}

impl Tree {
    /// Reads the tree under `root`.
    ///
    /// # Errors
    ///
    /// When a folder or file cannot be read. A file that vanishes meanwhile is left out.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut files = Vec::new();
        walk(root, "", &mut files)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self::marked(files))
    }

    /// The tree with the modules marked that are compiled for tests alone.
    fn marked(mut files: Vec<File>) -> Self {
        let modules: Vec<String> = files.iter().filter(|file| file.is_rust()).flat_map(test_modules).collect();
        for file in &mut files {
            file.only_tests = modules
                .iter()
                .any(|module| file.path == format!("{module}.rs") || file.path.starts_with(&format!("{module}/")));
        }
        Self { files }
    }

    /// The file at `path`.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The text at `path`, empty when there is none.
    pub fn text(&self, path: &str) -> &str {
        self.file(path).map_or("", |file| &file.text)
    }

    /// The Rust files of the product: everything but this crate.
    pub fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.is_rust() && !file.path.starts_with("xtask/"))
    }

    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files
            .iter()
            .map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned(), only_tests: false })
            .collect();
        Self::marked(files)
    }
}

/// Paths, without ending, of the modules that `file` takes in by `#[cfg(test)] mod name;`.
fn test_modules(file: &File) -> Vec<String> {
    let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
    let stem = name.strip_suffix(".rs").unwrap_or(name);
    let inside = match stem {
        "lib" | "main" | "mod" => folder.to_owned(),
        _ => format!("{folder}/{stem}"),
    };
    let mut modules = Vec::new();
    let mut lines = file.text.lines().map(str::trim);
    while let Some(line) = lines.next() {
        if line != "#[cfg(test)]" {
            continue;
        }
        let mut next = lines.next().unwrap_or_default();
        // A test file under a name of its own lies beside the file that takes it in.
        let named = next.strip_prefix("#[path = \"").and_then(|rest| rest.strip_suffix(".rs\"]"));
        if let Some(name) = named {
            modules.push(format!("{folder}/{name}"));
            next = lines.next().unwrap_or_default();
        }
        let module = next
            .trim_start_matches("pub(crate) ")
            .trim_start_matches("pub ")
            .strip_prefix("mod ")
            .and_then(|rest| rest.strip_suffix(';'));
        if let (Some(name), None) = (module, named) {
            modules.push(format!("{inside}/{name}"));
        }
    }
    modules
}

fn walk(folder: &Path, prefix: &str, files: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        let kind = entry.file_type()?;
        if kind.is_dir() {
            if !SKIPPED.contains(&name.as_str()) {
                walk(&entry.path(), &path, files)?;
            }
        } else if kind.is_file() && name != ".git" {
            // In a second working tree `.git` is a file that names the first.
            let small = entry.metadata().is_ok_and(|about| about.len() <= MAX_BYTES);
            let bytes = if small { fs::read(entry.path()) } else { Ok(Vec::new()) };
            match bytes {
                Ok(bytes) => {
                    files.push(File { path, text: String::from_utf8(bytes).unwrap_or_default(), only_tests: false });
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Tree;
    use std::fs;

    #[test]
    fn reads_what_was_written_and_skips_what_was_built() {
        let root = std::env::temp_dir().join(format!("varde-tree-{}", std::process::id()));
        fs::create_dir_all(root.join("rooms/wards/src")).unwrap();
        fs::create_dir_all(root.join("target/debug")).unwrap();
        fs::write(root.join("rooms/wards/src/lib.rs"), "//! Wards.\n").unwrap();
        fs::write(root.join("target/debug/out.rs"), "built").unwrap();
        fs::write(root.join(".git"), "gitdir: elsewhere").unwrap();
        fs::write(root.join("picture.png"), [0xff, 0xfe, 0x00]).unwrap();

        let tree = Tree::read(&root).unwrap();
        fs::remove_dir_all(&root).unwrap();

        let paths: Vec<&str> = tree.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["picture.png", "rooms/wards/src/lib.rs"]);
        assert_eq!(tree.text("rooms/wards/src/lib.rs"), "//! Wards.\n");
        assert_eq!(tree.text("picture.png"), "");
    }

    #[test]
    fn modules_for_tests_alone_are_known() {
        let tree = Tree::of(&[
            ("core/chart/src/lib.rs", "mod axis;\n#[cfg(test)]\nmod reading;\n"),
            ("core/chart/src/axis.rs", "#[cfg(test)]\nmod cases;\n"),
            ("core/chart/src/reading.rs", ""),
            ("core/chart/src/axis/cases.rs", ""),
            ("core/chart/src/text.rs", "#[cfg(test)]\n#[path = \"text_tests.rs\"]\nmod tests;\n"),
            ("core/chart/src/text_tests.rs", ""),
        ]);
        let tests: Vec<bool> = tree.files.iter().map(super::File::is_test).collect();
        assert_eq!(tests, [false, false, true, true, false, true]);
    }
}
