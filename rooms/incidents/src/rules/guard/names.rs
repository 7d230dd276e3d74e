//! Names from the list of staff.

use std::collections::BTreeMap;
use std::fmt;

use super::ordinary::is_ordinary;
use super::reading::{Reading, Span, Word};
use super::{Candidate, Certainty, Kind};

/// Names of more words than this are only looked for as first and last name.
const MAX_WORDS: usize = 8;

/// What the words of a phrase are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// A family name alone.
    Family,
    /// One person's name.
    Person,
}

/// The names to look for. It is never printed: `Debug` shows only how many there are.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct StaffNames {
    /// Folded words with a space between, and what they are.
    phrases: BTreeMap<String, Form>,
    n_names: usize,
}

impl StaffNames {
    /// Takes full names as people write them, first name first. A name is looked for as it is, as its first and last
    /// part in either order (`Ola Nordvang`, `Nordvang, Ola`) and as the last part alone; a hyphen joins what it
    /// stands between into one part. First names alone are not looked for: too many patients share them.
    pub fn new<N: AsRef<str>>(names: impl IntoIterator<Item = N>) -> Self {
        let mut staff = Self::default();
        for name in names {
            staff.add(name.as_ref());
        }
        staff
    }

    fn add(&mut self, name: &str) {
        let parts: Vec<Vec<String>> = name
            .split_whitespace()
            .map(|part| Reading::of(part).words.into_iter().map(|word| word.text).collect::<Vec<_>>())
            .filter(|words| !words.is_empty())
            .collect();
        let Some((last, others)) = parts.split_last() else { return };
        self.n_names += 1;
        self.insert(last, Form::Family);
        if let Some(first) = others.first() {
            self.insert(&parts.concat(), Form::Person);
            self.insert(&[first.as_slice(), last].concat(), Form::Person);
            self.insert(&[last, first.as_slice()].concat(), Form::Person);
        }
    }

    fn insert(&mut self, words: &[String], form: Form) {
        if words.len() <= MAX_WORDS {
            let known = self.phrases.entry(words.join(" ")).or_insert(form);
            *known = form.max(*known);
        }
    }

    /// What a phrase is, as it stands or without the genitive's s.
    fn form(&self, phrase: &str) -> Option<Form> {
        let genitive = || phrase.strip_suffix('s').and_then(|bare| self.phrases.get(bare));
        self.phrases.get(phrase).or_else(genitive).copied()
    }

    /// Whether any name goes on after these words.
    fn goes_on(&self, phrase: &str) -> bool {
        let longer = format!("{phrase} ");
        self.phrases.range(longer.clone()..).next().is_some_and(|(known, _)| known.starts_with(&longer))
    }
}

impl fmt::Debug for StaffNames {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("StaffNames").field("n_names", &self.n_names).finish_non_exhaustive()
    }
}

/// Finds the names: a whole one in any case is certain, unless it is written small and ends in an everyday word; a
/// family name alone is likely, when it is written with a capital letter and is no everyday word.
pub(super) fn find(reading: &Reading, staff: &StaffNames, candidates: &mut Vec<Candidate>) {
    let mut place = 0;
    while let Some(rest) = reading.words.get(place..).filter(|rest| !rest.is_empty()) {
        if let Some((n_words, certainty)) = longest(reading, staff, rest) {
            let words = rest.get(..n_words).unwrap_or(rest);
            if let (Some(first), Some(last)) = (words.first(), words.last()) {
                let span = Span { start: first.span.start, end: last.span.end };
                candidates.push(Candidate { span, kind: Kind::StaffName, certainty });
            }
            place += n_words;
        } else {
            place += 1;
        }
    }
}

/// How many of the first words are a name, and how sure that is; a person's name goes before a family name.
fn longest(reading: &Reading, staff: &StaffNames, words: &[Word]) -> Option<(usize, Certainty)> {
    let mut best: Option<(Form, usize)> = None;
    let mut phrase = String::new();
    let mut previous: Option<&Word> = None;
    for (at, word) in words.iter().take(MAX_WORDS).enumerate() {
        if let Some(previous) = previous {
            if !is_name_gap(reading, Span { start: previous.span.end, end: word.span.start }) {
                break;
            }
            phrase.push(' ');
        }
        phrase.push_str(&word.text);
        let form =
            staff.form(&phrase).filter(|form| *form == Form::Person || is_family(words.get(..=at).unwrap_or(words)));
        best = best.max(form.map(|form| (form, at + 1)));
        if !staff.goes_on(&phrase) {
            break;
        }
        previous = Some(word);
    }
    let (form, n_words) = best?;
    let last = n_words.checked_sub(1).and_then(|at| words.get(at))?;
    let certainty = match form {
        Form::Person if last.is_capital || !is_everyday(last) => Certainty::Certain,
        Form::Person | Form::Family => Certainty::Likely,
    };
    Some((n_words, certainty))
}

/// Whether a family name may stand alone here.
fn is_family(words: &[Word]) -> bool {
    words.iter().all(|word| word.is_capital) && !words.iter().all(is_everyday)
}

/// Whether the word, or the word in the genitive, is an everyday one.
fn is_everyday(word: &Word) -> bool {
    is_ordinary(&word.text) || word.text.strip_suffix('s').is_some_and(is_ordinary)
}

/// Whether two words may belong to one name: up to three signs apart, spaces, hyphens and the marks of initials and
/// of the family name put first.
fn is_name_gap(reading: &Reading, gap: Span) -> bool {
    let is_of_name =
        |sign: char| sign.is_whitespace() || matches!(sign, '-' | '\u{2010}' | '\u{2011}' | ',' | '.' | '\'' | '’');
    gap.end - gap.start <= 3 && reading.values(gap).all(is_of_name)
}
