//! The parts of an entry, each read into the model or noted as a flaw at its place.

use std::collections::BTreeMap;
use std::str::FromStr;

use jiff::civil::Date;
use serde_norway::Value;
use varde_kernel::Words;

use super::entry::{CertaintyEntry, DeadlineEntry, SourceEntry, TextEntry};
use super::{Flaw, What};
use crate::rules::duties::{Certainties, Channel, Condition, Deadline, Fact, Limit, Source};

/// Reads parts, remembers where it is, and gathers what is wrong.
#[derive(Default)]
pub(super) struct Reader {
    /// The file's documents: title by code.
    pub(super) documents: BTreeMap<String, String>,
    place: String,
    flaws: Vec<Flaw>,
}

impl Reader {
    /// Goes to a place, given from the outside inwards.
    pub(super) fn at(&mut self, place: &[&str]) -> &mut Self {
        self.place = place.join(" / ");
        self
    }

    /// Notes a flaw in a field of the place where it is.
    pub(super) fn flaw(&mut self, field: &str, what: What) {
        let place = if self.place.is_empty() { field.to_owned() } else { format!("{} / {field}", self.place) };
        self.flaws.push(Flaw { place, what });
    }

    /// What was read, unless something was wrong.
    pub(super) fn finish<T>(self, read: T) -> Result<T, Vec<Flaw>> {
        if self.flaws.is_empty() { Ok(read) } else { Err(self.flaws) }
    }

    fn missing<T>(&mut self, field: &str) -> Option<T> {
        self.flaw(field, What::Missing);
        None
    }

    /// A text that has to be there.
    pub(super) fn text(&mut self, field: &str, text: Option<String>) -> String {
        text.filter(|text| !text.trim().is_empty()).or_else(|| self.missing(field)).unwrap_or_default()
    }

    /// A text that has to be there in every language.
    pub(super) fn words(&mut self, field: &str, text: Option<TextEntry>) -> Words {
        let Some(text) = text else {
            self.flaw(field, What::Missing);
            return Words::default();
        };
        for (language, text) in [("nb", &text.nb), ("nn", &text.nn), ("en", &text.en)] {
            if text.as_ref().is_none_or(|text| text.trim().is_empty()) {
                self.flaw(field, What::LanguageMissing(language));
            }
        }
        Words { nb: text.nb.unwrap_or_default(), nn: text.nn, en: text.en }
    }

    /// A text that may be left out; when it is there, it is there in every language.
    pub(super) fn note(&mut self, field: &str, text: Option<TextEntry>) -> Words {
        text.map(|text| self.words(field, Some(text))).unwrap_or_default()
    }

    /// A day.
    pub(super) fn date(&mut self, field: &str, text: &str) -> Option<Date> {
        let date = text.parse().ok();
        if date.is_none() {
            self.flaw(field, What::NoDate(text.to_owned()));
        }
        date
    }

    /// One of a closed set of names.
    pub(super) fn named<T: FromStr>(&mut self, field: &str, text: Option<String>) -> Option<T> {
        let Some(text) = text else { return self.missing(field) };
        let name = text.parse().ok();
        if name.is_none() {
            self.flaw(field, What::UnknownName(text));
        }
        name
    }

    /// Names of a closed set, at least one.
    pub(super) fn list<T: FromStr>(&mut self, field: &str, texts: Vec<String>) -> Vec<T> {
        if texts.is_empty() {
            self.flaw(field, What::Missing);
        }
        texts.into_iter().filter_map(|text| self.named(field, Some(text))).collect()
    }

    /// Documents of this file with the places in them, at least one.
    pub(super) fn sources(&mut self, field: &str, entries: Vec<SourceEntry>) -> Vec<Source> {
        if entries.is_empty() {
            self.flaw(field, What::Missing);
        }
        entries.into_iter().map(|entry| self.source(field, entry)).collect()
    }

    fn source(&mut self, field: &str, entry: SourceEntry) -> Source {
        let code = self.text(&format!("{field}.document"), entry.document);
        let document = self.documents.get(&code).cloned();
        if document.is_none() && !code.is_empty() {
            self.flaw(&format!("{field}.document"), What::UnknownDocument(code));
        }
        Source { document: document.unwrap_or_default(), place: self.text(&format!("{field}.place"), entry.place) }
    }

    /// How sure the parts of a rule are.
    pub(super) fn certainty(&mut self, entry: Option<CertaintyEntry>) -> Option<Certainties> {
        let Some(entry) = entry else { return self.missing("certainty") };
        let duty = self.named("certainty.duty", entry.duty);
        let deadline = self.named("certainty.deadline", entry.deadline);
        Some(Certainties { duty: duty?, deadline: deadline? })
    }

    /// A condition: a fact, `always`, or `all`, `any` or `not` with its parts.
    pub(super) fn condition(&mut self, field: &str, value: &Value) -> Option<Condition> {
        match value {
            Value::Null => self.missing(field),
            Value::String(text) if text == "always" => Some(Condition::Always),
            Value::String(text) => {
                let fact: Option<Fact> = text.parse().ok();
                if fact.is_none() {
                    self.flaw(field, What::UnknownFact(text.clone()));
                }
                fact.map(Condition::Fact)
            }
            other => match only(other) {
                Some(("not", part)) => Some(Condition::Not(Box::new(self.condition(field, part)?))),
                Some(("all", parts)) => self.conditions(field, parts).map(Condition::All),
                Some(("any", parts)) => self.conditions(field, parts).map(Condition::Any),
                _ => {
                    self.flaw(field, What::NoCondition);
                    None
                }
            },
        }
    }

    fn conditions(&mut self, field: &str, value: &Value) -> Option<Vec<Condition>> {
        let Some(parts) = value.as_sequence().filter(|parts| !parts.is_empty()) else {
            self.flaw(field, What::NoCondition);
            return None;
        };
        // All of them are read before any is given up, so that every flaw is found.
        let read: Vec<Option<Condition>> = parts.iter().map(|part| self.condition(field, part)).collect();
        read.into_iter().collect()
    }

    /// A deadline. What the law does not say in words (`pace`) may be left out; the limit has to be named, if only
    /// as `none` or `not_established`.
    pub(super) fn deadline(&mut self, entry: Option<DeadlineEntry>) -> Option<Deadline> {
        let Some(entry) = entry else { return self.missing("deadline") };
        let n_before = self.flaws.len();
        let pace = entry.pace.and_then(|pace| self.named("deadline.pace", Some(pace)));
        let limit = self.limit("deadline.limit", entry.limit.as_ref().unwrap_or(&Value::Null));
        let from = self.named("deadline.from", entry.from);
        let practice = entry.practice.and_then(|practice| self.limit("deadline.practice", &practice));
        if self.flaws.len() != n_before {
            return None;
        }
        Some(Deadline { pace, limit: limit?, from: from?, practice })
    }

    fn limit(&mut self, field: &str, value: &Value) -> Option<Limit> {
        let unknown = |reader: &mut Self, text: String| {
            reader.flaw(field, What::UnknownDeadline(text));
            None
        };
        match value {
            Value::Null => self.missing(field),
            Value::String(text) => match text.as_str() {
                "none" => Some(Limit::None),
                "not_established" => Some(Limit::NotEstablished),
                "same_day" => Some(Limit::SameDay),
                "next_working_day" => Some(Limit::NextWorkingDay),
                _ => unknown(self, text.clone()),
            },
            other => {
                let Some((kind, n)) = only(other) else { return unknown(self, shown(other)) };
                let limit = match kind {
                    "hours" => Limit::Hours,
                    "calendar_days" => Limit::CalendarDays,
                    "working_days" => Limit::WorkingDays,
                    "months" => Limit::Months,
                    _ => return unknown(self, kind.to_owned()),
                };
                let n = n.as_u64().and_then(|n| u16::try_from(n).ok()).filter(|n| 0 < *n);
                if n.is_none() {
                    self.flaw(field, What::NoNumber);
                }
                n.map(limit)
            }
        }
    }

    /// The ways to tell, at least one.
    pub(super) fn channels(&mut self, field: &str, values: &[Value]) -> Vec<Channel> {
        if values.is_empty() {
            self.flaw(field, What::Missing);
        }
        values.iter().filter_map(|value| self.channel(field, value)).collect()
    }

    fn channel(&mut self, field: &str, value: &Value) -> Option<Channel> {
        let unknown = |reader: &mut Self, text: String| {
            reader.flaw(field, What::UnknownChannel(text));
            None
        };
        if let Some(text) = value.as_str() {
            return match text {
                "helsenorge" => Some(Channel::Helsenorge),
                "phone" => Some(Channel::Phone(None)),
                "oral" => Some(Channel::Oral),
                "writing" => Some(Channel::Writing),
                "vesuv" => Some(Channel::Vesuv),
                "internal" => Some(Channel::Internal),
                "not_established" => Some(Channel::NotEstablished),
                _ => unknown(self, text.to_owned()),
            };
        }
        match only(value) {
            Some(("melde_no", area)) => {
                self.named(field, Some(area.as_str().map_or_else(|| shown(area), str::to_owned))).map(Channel::MeldeNo)
            }
            Some(("phone", number)) => match number.as_str() {
                Some(number) if !number.trim().is_empty() => Some(Channel::Phone(Some(number.to_owned()))),
                _ => self.missing(field),
            },
            Some(("form", name)) => match serde_norway::from_value(name.clone()) {
                Ok(name) => Some(Channel::Form(self.words(field, Some(name)))),
                Err(_) => self.missing(field),
            },
            Some((kind, _)) => unknown(self, kind.to_owned()),
            None => unknown(self, shown(value)),
        }
    }
}

/// The one key of a mapping that has just one, with its value.
fn only(value: &Value) -> Option<(&str, &Value)> {
    let mapping = value.as_mapping().filter(|mapping| mapping.len() == 1)?;
    mapping.iter().next().and_then(|(key, value)| Some((key.as_str()?, value)))
}

/// A value as it might have been written, for a message.
fn shown(value: &Value) -> String {
    serde_norway::to_string(value).map(|text| text.trim().to_owned()).unwrap_or_default()
}
