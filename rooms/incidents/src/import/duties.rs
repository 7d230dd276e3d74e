//! Reading duty rules from YAML (`content/duties.yaml`): the sets of rules, or everything that is wrong with the file.

mod entry;
mod parts;

use std::collections::{BTreeMap, BTreeSet};

use serde_norway::Value;

use crate::rules::duties::{Certainty, Limit, Recipient, Rule, RuleSet, SetKey, Start, Validity};
use entry::{DocumentEntry, File, RuleEntry, SetEntry};
use parts::Reader;

/// One thing that is wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {what}")]
pub struct Flaw {
    /// Where: the set, the rule in it and the field, as in `notification-scheme 2026-11 / serious-event / when`.
    pub place: String,
    /// What is wrong there.
    pub what: What,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// It is no YAML, or not of this form; the text names line and column.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// Something that has to be there is not.
    #[error("is missing")]
    Missing,
    /// A text lacks a language.
    #[error("is missing in {0}")]
    LanguageMissing(&'static str),
    /// No such fact.
    #[error("{0:?} is no fact")]
    UnknownFact(String),
    /// No such kind of deadline.
    #[error("{0:?} is no kind of deadline")]
    UnknownDeadline(String),
    /// No such way to tell.
    #[error("{0:?} is no channel")]
    UnknownChannel(String),
    /// Not one of the names that can stand here.
    #[error("{0:?} is not known here")]
    UnknownName(String),
    /// The file's documents have no such code.
    #[error("{0:?} is none of the documents of this file")]
    UnknownDocument(String),
    /// Not a condition: a fact, `always`, or one of `all`, `any` and `not` with its parts.
    #[error("is no condition")]
    NoCondition,
    /// Not a day, written as 2026-11-30.
    #[error("{0:?} is no date")]
    NoDate(String),
    /// Not a whole number from 1 to 65 535.
    #[error("is no whole number from 1 to 65535")]
    NoNumber,
    /// Something else has this code.
    #[error("is there twice")]
    Twice,
    /// The last day comes before the first.
    #[error("ends before it begins")]
    EndsBeforeStart,
    /// Two versions of a set hold on the same day.
    #[error("holds on days on which version {0:?} holds as well")]
    Overlaps(String),
    /// The limit is not established, and yet the deadline is called established; or the same of the recipient.
    #[error("is called established, and is not")]
    NotEstablished,
}

/// Reads the sets of rules from the text of a YAML file.
///
/// # Errors
///
/// Everything that is wrong, in the order of the file; nothing of a file with a flaw is used.
pub fn read(yaml: &str) -> Result<Vec<RuleSet>, Vec<Flaw>> {
    let file: File = serde_norway::from_str(yaml)
        .map_err(|error| vec![Flaw { place: "file".into(), what: What::Unreadable(error.to_string()) }])?;
    let mut reader = Reader::default();
    documents(&mut reader, file.documents);
    if file.rule_sets.is_empty() {
        reader.flaw("rule_sets", What::Missing);
    }
    let mut sets: Vec<RuleSet> = Vec::new();
    for entry in file.rule_sets {
        let set = rule_set(&mut reader, entry);
        compare(&mut reader, &sets, &set);
        sets.push(set);
    }
    for set in &sets {
        if let Some(code) = &set.replaces
            && !sets.iter().any(|other| other.key.code == *code)
        {
            reader.at(&[&set_place(&set.key)]).flaw("replaces", What::UnknownName(code.clone()));
        }
    }
    reader.finish(sets)
}

fn documents(reader: &mut Reader, entries: Vec<DocumentEntry>) {
    let mut titles = BTreeMap::new();
    for entry in entries {
        reader.at(&["documents", &entry.code]);
        let title = reader.text("title", entry.title);
        if titles.insert(entry.code, title).is_some() {
            reader.flaw("code", What::Twice);
        }
    }
    reader.at(&[]);
    reader.documents = titles;
}

fn set_place(key: &SetKey) -> String {
    format!("{} {}", key.code, key.version).trim().to_owned()
}

fn rule_set(reader: &mut Reader, entry: SetEntry) -> RuleSet {
    let key = SetKey { code: entry.code.unwrap_or_default(), version: entry.version.unwrap_or_default() };
    let place = set_place(&key);
    reader.at(&[&place]);
    for (field, text) in [("code", &key.code), ("version", &key.version)] {
        if text.trim().is_empty() {
            reader.flaw(field, What::Missing);
        }
    }
    let name = reader.words("name", entry.name);
    let note = reader.note("note", entry.note);
    let validity = validity(reader, entry.valid_from.as_deref(), entry.valid_to.as_deref());
    let sources = reader.sources("sources", entry.sources);
    if entry.rules.is_empty() {
        reader.flaw("rules", What::Missing);
    }
    let mut codes = BTreeSet::new();
    let mut rules = Vec::new();
    for rule in entry.rules {
        let code = rule.code.clone().unwrap_or_default();
        reader.at(&[&place, &code]);
        if code.trim().is_empty() {
            reader.flaw("code", What::Missing);
        } else if !codes.insert(code) {
            reader.flaw("code", What::Twice);
        }
        rules.extend(read_rule(reader, rule));
    }
    reader.at(&[&place]);
    RuleSet { key, name, note, validity, replaces: entry.replaces, sources, rules }
}

/// The days for which a set holds. Whoever writes a set has to say whether its start is known.
fn validity(reader: &mut Reader, from: Option<&str>, to: Option<&str>) -> Validity {
    let from = match from {
        Some("not_established") => Start::NotEstablished,
        Some("open") => Start::Open,
        Some(text) => reader.date("valid_from", text).map_or(Start::Open, Start::On),
        None => {
            reader.flaw("valid_from", What::Missing);
            Start::Open
        }
    };
    let to = to.and_then(|text| reader.date("valid_to", text));
    if let (Start::On(first), Some(last)) = (from, to)
        && last < first
    {
        reader.flaw("valid_to", What::EndsBeforeStart);
    }
    Validity { from, to }
}

/// Versions of a set have names of their own and days of their own.
fn compare(reader: &mut Reader, earlier: &[RuleSet], set: &RuleSet) {
    for other in earlier.iter().filter(|other| other.key.code == set.key.code) {
        if other.key.version == set.key.version {
            reader.flaw("code", What::Twice);
        } else if other.validity.overlaps(set.validity) {
            reader.flaw("valid_from", What::Overlaps(other.key.version.clone()));
        }
    }
}

fn read_rule(reader: &mut Reader, entry: RuleEntry) -> Option<Rule> {
    let name = reader.words("name", entry.name);
    let note = reader.note("note", entry.note);
    let force = reader.named("force", entry.force);
    let when = reader.condition("when", entry.when.as_ref().unwrap_or(&Value::Null));
    let recipients: Vec<Recipient> = reader.list("recipients", entry.recipients);
    let deadline = reader.deadline(entry.deadline);
    let channels = reader.channels("channels", &entry.channels);
    let payload = reader.named("payload", entry.payload);
    let decides = reader.named("decides", entry.decides);
    let sources = reader.sources("sources", entry.sources);
    let certainty = reader.certainty(entry.certainty);
    if let (Some(deadline), Some(certainty)) = (deadline, certainty) {
        if deadline.limit == Limit::NotEstablished && certainty.deadline == Certainty::Established {
            reader.flaw("certainty.deadline", What::NotEstablished);
        }
        if recipients.contains(&Recipient::NotEstablished) && certainty.duty == Certainty::Established {
            reader.flaw("certainty.duty", What::NotEstablished);
        }
    }
    Some(Rule {
        code: entry.code.unwrap_or_default(),
        name,
        note,
        force: force?,
        when: when?,
        recipients,
        deadline: deadline?,
        channels,
        payload: payload?,
        decides: decides?,
        sources,
        certainty: certainty?,
    })
}
