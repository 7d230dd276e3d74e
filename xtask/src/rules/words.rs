//! Every visible word in three languages, with the same arguments, and used.

use std::collections::{BTreeMap, BTreeSet};

use crate::fault::Fault;
use crate::fluent::{Message, Words, parse};
use crate::rust::{Literal, Source, scan};
use crate::tree::{File, Tree};

/// The source language first.
const LANGUAGES: &[&str] = &["nb", "nn", "en"];

/// From this many messages on, nynorsk must differ from bokmål in a fifth of them.
const MANY: usize = 10;

/// Where a translator is asked.
const ASKING: &[&str] = &[".t(", ".with("];

/// Reports words that are missing, unused, copied or take other arguments elsewhere.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let folders: BTreeSet<&str> = tree.files.iter().filter_map(|file| folder_of(&file.path)).collect();
    let sources: Vec<(&File, Source)> = tree.rust().map(|file| (file, scan(&file.text))).collect();
    let literals: BTreeSet<&str> = sources
        .iter()
        .filter(|(file, _)| !file.is_test())
        .flat_map(|(_, source)| {
            let end = source.tests_start();
            source.literals.iter().filter(move |literal| literal.line < end)
        })
        .map(|literal| literal.value.as_str())
        .collect();

    let mut faults = Vec::new();
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let mut beginnings = Vec::new();
    for folder in folders {
        let files: Vec<(String, Words)> = LANGUAGES
            .iter()
            .map(|language| format!("{folder}{language}.ftl"))
            .map(|path| {
                let words = parse(tree.text(&path));
                (path, words)
            })
            .collect();
        faults.extend(compare(&files));
        if let [(path, nb), (nn_path, nn), ..] = files.as_slice() {
            faults.extend(unused(path, nb, &literals));
            faults.extend(copied(nn_path, nb, nn));
            for message in &nb.messages {
                if let Some(other) = known.insert(message.key.clone(), path.clone()) {
                    let what = format!("`{}` stands in {other} too", message.key);
                    faults.push(Fault::new(path, message.line, what, "keep one of them"));
                }
            }
            beginnings.extend(nb.used.iter().cloned());
            for (file, source) in &sources {
                faults.extend(arguments(file, source, nb));
            }
        }
    }
    faults.extend(unknown(&sources, &known, &beginnings));
    faults
}

/// The folder of words, with the slash, for files such as `rooms/plans/locales/nb.ftl`.
fn folder_of(path: &str) -> Option<&str> {
    let (folder, _) = path.rsplit_once('/').filter(|(_, name)| name.strip_suffix(".ftl").is_some())?;
    folder.ends_with("/locales").then(|| path.get(..=folder.len()))?
}

/// Same keys and same arguments in all languages, each key once.
fn compare(files: &[(String, Words)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, words) in files {
        let mut seen: BTreeMap<&str, &Message> = BTreeMap::new();
        for message in &words.messages {
            if seen.insert(&message.key, message).is_some() {
                let what = format!("`{}` stands here twice", message.key);
                faults.push(Fault::new(path, message.line, what, "keep one of them"));
            }
            if message.words.is_empty() {
                let what = format!("`{}` has no words", message.key);
                faults.push(Fault::new(path, message.line, what, "write them"));
            }
        }
        for (other_path, other) in files.iter().filter(|(other, _)| other != path) {
            for message in &other.messages {
                match seen.get(message.key.as_str()) {
                    None => faults.push(Fault::new(
                        path,
                        1,
                        format!("`{}` is missing ({other_path}:{})", message.key, message.line),
                        "add it in this language, or take it out of the others",
                    )),
                    // Reported once, from the source language.
                    Some(mine) if path.ends_with("nb.ftl") && mine.arguments != message.arguments => {
                        faults.push(Fault::new(
                            other_path,
                            message.line,
                            format!("`{}` takes other arguments than in bokmål", message.key),
                            format!("use {:?}", mine.arguments),
                        ));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    faults.sort_by(|a, b| (&a.path, a.line, &a.what).cmp(&(&b.path, b.line, &b.what)));
    faults.dedup();
    faults
}

fn unused(path: &str, words: &Words, literals: &BTreeSet<&str>) -> Vec<Fault> {
    words
        .messages
        .iter()
        .filter(|message| !message.key.starts_with('-'))
        .filter(|message| !literals.contains(message.key.as_str()))
        .filter(|message| !words.messages.iter().any(|other| other.mentions(&message.key)))
        .filter(|message| !words.used.iter().any(|start| message.key.starts_with(start)))
        .map(|message| {
            let what = format!("`{}` is not used", message.key);
            let mend = "take it out, or declare `# used: beginning-*` when the program puts the key together";
            Fault::new(path, message.line, what, mend)
        })
        .collect()
}

/// Nynorsk is written, not copied.
fn copied(path: &str, nb: &Words, nn: &Words) -> Option<Fault> {
    let bokmaal: BTreeMap<&str, &str> = nb.messages.iter().map(|m| (m.key.as_str(), m.words.as_str())).collect();
    let n_same = nn.messages.iter().filter(|m| bokmaal.get(m.key.as_str()) == Some(&m.words.as_str())).count();
    let n_all = nn.messages.len();
    (n_all >= MANY && n_same * 5 > n_all * 4).then(|| {
        let what = format!("{n_same} of {n_all} texts are the same as in bokmål");
        Fault::new(path, 1, what, "write them in nynorsk")
    })
}

/// Keys that the program asks for and nobody wrote.
fn unknown(sources: &[(&File, Source)], known: &BTreeMap<String, String>, beginnings: &[String]) -> Vec<Fault> {
    // A folder's name begins its keys, also when nobody has written any yet.
    let families: BTreeSet<&str> = known
        .keys()
        .filter_map(|key| key.split('-').next())
        .chain(sources.iter().filter_map(|(file, _)| family_of(&file.path)))
        .collect();
    let mut faults = Vec::new();
    for (file, source) in sources {
        if file.is_test()
            || !(file.path.starts_with("rooms/") || file.path.starts_with("base/web/") || file.path.starts_with("app/"))
        {
            continue;
        }
        let end = source.tests_start();
        for literal in source.literals.iter().filter(|literal| literal.line < end) {
            if is_asked_for(literal, &families)
                && !known.contains_key(&literal.value)
                && !beginnings.iter().any(|start| start == &literal.value)
            {
                let what = format!("`{}` has no words", literal.value);
                faults.push(Fault::new(&file.path, literal.line, what, "add it to nb.ftl, nn.ftl and en.ftl"));
            }
        }
    }
    faults
}

/// `plans` for a file in `rooms/plans/`, `web` in `base/web/`, `app` in `app/`.
fn family_of(path: &str) -> Option<&str> {
    let mut parts = path.split('/');
    match parts.next()? {
        "rooms" | "base" => parts.next(),
        "app" => Some("app"),
        _ => None,
    }
}

/// Calls such as `say.with("plans-list-count", &[("n", n.into())])` give what the words take.
fn arguments(file: &File, source: &Source, words: &Words) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, call) in source.literals.iter().enumerate() {
        let Some(message) = words.messages.iter().find(|message| message.key == call.value) else {
            continue;
        };
        if !call.before.ends_with(".with(") {
            continue;
        }
        let given: BTreeSet<String> = source
            .literals
            .iter()
            .skip(at + 1)
            .take_while(|literal| call.depth <= literal.lowest)
            .filter(|literal| literal.before.ends_with("[(") || literal.before.ends_with(", ("))
            .map(|literal| literal.value.clone())
            .collect();
        if !given.is_empty() && given != message.arguments {
            let what = format!("`{}` is given {given:?} and takes {:?}", call.value, message.arguments);
            faults.push(Fault::new(&file.path, call.line, what, "give what the words take"));
        }
    }
    faults
}

/// Whether a literal looks like a key: `<room>-<place>-<what>`, or shorter where a translator is
/// asked. An attribute of a page (`id="…"`) is not one.
fn is_asked_for(literal: &Literal, families: &BTreeSet<&str>) -> bool {
    let value = &literal.value;
    let shaped =
        value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') && !value.ends_with('-');
    let attribute = literal.before.ends_with('=') && !literal.spaced;
    let asked = ASKING.iter().any(|call| literal.before.ends_with(call));
    let n_parts = value.split('-').count();
    let family = value.split('-').next().unwrap_or_default();
    shaped && !attribute && families.contains(family) && (3 <= n_parts || (asked && n_parts == 2))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tree::Tree;

    const RUST: &str = "fn f() { t.t(\"plans-list-title\"); t.t_with(\"plans-list-count\", n); }";

    #[track_caller]
    fn check_words(nb: &str, nn: &str, en: &str, rust: &str, expected: &[&str]) {
        let tree = Tree::of(&[
            ("rooms/plans/locales/nb.ftl", nb),
            ("rooms/plans/locales/nn.ftl", nn),
            ("rooms/plans/locales/en.ftl", en),
            ("rooms/plans/src/views.rs", rust),
        ]);
        let found: Vec<String> = check(&tree)
            .iter()
            .map(|fault| format!("{}:{}: {}", fault.path.trim_start_matches("rooms/plans/"), fault.line, fault.what))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_same_keys_and_arguments_in_all_languages() {
        let nb = "plans-list-title = Planer\nplans-list-count = { $n } planer\n";
        let nn = "plans-list-title = Planar\nplans-list-count = { $n } planar\n";
        let en = "plans-list-title = Plans\nplans-list-count = { $n } plans\n";
        check_words(nb, nn, en, RUST, &[]);
        check_words(
            nb,
            "plans-list-count = { $count } planar\n",
            en,
            RUST,
            &[
                "locales/nn.ftl:1: `plans-list-count` takes other arguments than in bokmål",
                "locales/nn.ftl:1: `plans-list-title` is missing (rooms/plans/locales/en.ftl:1)",
                "locales/nn.ftl:1: `plans-list-title` is missing (rooms/plans/locales/nb.ftl:1)",
            ],
        );
    }

    #[test]
    fn words_are_used_and_asked_for_words_exist() {
        let one = "plans-list-title = Planer\n";
        check_words(one, one, one, "", &["locales/nb.ftl:1: `plans-list-title` is not used"]);
        check_words(
            one,
            one,
            one,
            "fn f() { t.t(\"plans-list-title\"); t.t(\n\"plans-list-lost\"); h! { p id=\"plans-list-css\" {} } }",
            &["src/views.rs:2: `plans-list-lost` has no words"],
        );
        let family = "# used: plans-state-*\nplans-state-met = Nådd\n";
        check_words(family, family, family, "fn f() { t.t(&format!(\"plans-state-{s}\")); }", &[]);
    }

    #[test]
    fn calls_give_what_the_words_take() {
        let words = "plans-list-count = { $n } av { $total }\n";
        let good = "fn f() { s.with(\"plans-list-count\", &[(\"n\", n.into()), (\"total\", t.into())]); } fn g() { h(&[(\"x\", 1), (\"y\", 2)]) }";
        check_words(words, words, words, good, &[]);
        let wrong = "fn f() { s.with(\"plans-list-count\", &[(\"count\", n.into())]) }";
        check_words(
            words,
            words,
            words,
            wrong,
            &[r#"src/views.rs:1: `plans-list-count` is given {"count"} and takes {"n", "total"}"#],
        );
    }

    #[test]
    fn nynorsk_is_no_copy() {
        let many =
            ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map(|n| format!("plans-word-{n} = Ord\n")).concat();
        let nb = format!("# used: plans-word-*\n{many}");
        check_words(&nb, &many, &many, "", &["locales/nn.ftl:1: 10 of 10 texts are the same as in bokmål"]);
    }
}
