//! Looks a resource through and gathers all that is wrong with it.

use serde_json::{Map, Value};

use crate::primitive::{MOST_LETTERS, is_address, is_code, is_date_time, is_id, is_instant, is_letter, is_url};
use crate::problem::{Problem, Wrong};
use crate::shape::{self, Field, Of, Shape};

/// Deeper than this no resource goes that people exchange.
pub(crate) const DEEPEST: usize = 32;
/// More problems than this help nobody.
const MOST_PROBLEMS: usize = 50;
/// R4 counts in 32 bits with a sign.
const LARGEST: i64 = i32::MAX as i64;
const SMALLEST: i64 = i32::MIN as i64;

/// Resources about a person, when they lie in another one.
const PERSONS: &[&str] = &["Patient", "Practitioner", "RelatedPerson", "Person"];
/// What in them tells who it is.
const IDENTITY: &[&str] = &["name", "identifier", "telecom", "address", "birthDate", "photo", "contact"];
/// Systems of national numbers of persons in Norway: birth, D and emergency numbers.
const PERSON_NUMBERS: &[&str] =
    &["urn:oid:2.16.578.1.12.4.1.4.1", "urn:oid:2.16.578.1.12.4.1.4.2", "urn:oid:2.16.578.1.12.4.1.4.3"];

/// All that is wrong with a resource that should be of this kind.
pub(crate) fn problems(kind: &'static str, value: &Value) -> Vec<Problem> {
    let mut walk = Walk { path: kind.to_owned(), contained: contained_ids(value), problems: Vec::new() };
    let Some(object) = value.as_object().filter(|object| kind_of(object) == Some(kind)) else {
        walk.add(Wrong::NotKind(kind));
        return walk.problems;
    };
    walk.members(object, 1);
    // What goes too deep is not looked at closer.
    if walk.problems.iter().all(|problem| problem.wrong != Wrong::TooDeep)
        && let Some(shape) = shape::of_kind(kind)
    {
        walk.fields(object, shape);
    }
    walk.problems
}

fn kind_of(object: &Map<String, Value>) -> Option<&str> {
    object.get("resourceType").and_then(Value::as_str)
}

fn contained_ids(value: &Value) -> Vec<String> {
    let contained = value.get("contained").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    contained.iter().filter_map(|one| one.get("id").and_then(Value::as_str)).map(str::to_owned).collect()
}

struct Walk {
    path: String,
    contained: Vec<String>,
    problems: Vec<Problem>,
}

impl Walk {
    fn add(&mut self, wrong: Wrong) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { path: self.path.clone(), wrong });
        }
    }

    /// Does something one step further in.
    fn inside(&mut self, step: &str, look: impl FnOnce(&mut Self)) {
        let before = self.path.len();
        self.path.push_str(step);
        look(self);
        self.path.truncate(before);
    }

    // What holds for every value, wherever it stands.

    fn members(&mut self, object: &Map<String, Value>, depth: usize) {
        // Only the parts of an extension may go by bare names.
        let outermost = !self.path.rsplit('.').next().unwrap_or_default().starts_with("extension[");
        for (name, value) in object {
            // A name that FHIR cannot have is not repeated: it may hold anything.
            let known = name.len() <= 64 && name.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'_');
            let step = if known { format!(".{name}") } else { ".?".to_owned() };
            self.inside(&step, |walk| {
                match name.as_str() {
                    "modifierExtension" | "implicitRules" => walk.add(Wrong::Modifier),
                    "extension" => walk.extensions(value, outermost),
                    _ => {}
                }
                walk.value(value, depth + 1);
            });
        }
    }

    fn value(&mut self, value: &Value, depth: usize) {
        match value {
            _ if DEEPEST < depth => self.add(Wrong::TooDeep),
            Value::Null => self.add(Wrong::Empty),
            Value::Bool(_) | Value::Number(_) => {}
            Value::String(text) => self.text(text),
            Value::Array(items) if items.is_empty() => self.add(Wrong::Empty),
            Value::Array(items) => {
                for (place, item) in items.iter().enumerate() {
                    // A list of plain values has gaps where its sister list holds their extensions.
                    if !item.is_null() {
                        self.inside(&format!("[{place}]"), |walk| walk.value(item, depth + 1));
                    }
                }
            }
            Value::Object(object) if object.is_empty() => self.add(Wrong::Empty),
            Value::Object(object) => self.members(object, depth),
        }
    }

    fn text(&mut self, text: &str) {
        if text.trim().is_empty() {
            self.add(Wrong::Empty);
        } else if MOST_LETTERS < text.chars().count() {
            self.add(Wrong::TooLong);
        } else if !text.chars().all(is_letter) {
            self.add(Wrong::Control);
        }
    }

    fn extensions(&mut self, value: &Value, outermost: bool) {
        for (place, one) in value.as_array().into_iter().flatten().enumerate() {
            let Some(object) = one.as_object() else { continue };
            self.inside(&format!("[{place}]"), |walk| {
                let has_value = object.keys().any(|name| name.starts_with("value") || name.starts_with("_value"));
                if has_value == object.contains_key("extension") {
                    walk.add(Wrong::HalfExtension);
                }
                let url = object.get("url").and_then(Value::as_str);
                if outermost && url.is_some_and(|url| !is_url(url)) {
                    walk.inside(".url", |walk| walk.add(Wrong::Not("an absolute web address")));
                }
            });
        }
    }

    // What holds for the fields that are known.

    fn fields(&mut self, object: &Map<String, Value>, shape: &Shape) {
        for field in shape.fields {
            self.inside(&format!(".{}", field.name), |walk| match object.get(field.name) {
                None if field.needed => walk.add(Wrong::Missing),
                None => {}
                Some(value) => walk.field(value, field),
            });
        }
        if let Some(beginning) = shape.choice {
            let is_choice = |name: &&String| {
                name.strip_prefix(beginning).is_some_and(|rest| rest.starts_with(|letter: char| letter.is_uppercase()))
            };
            if object.keys().filter(is_choice).count() != 1 {
                self.add(Wrong::NotOneChoice(beginning));
            }
        }
    }

    fn field(&mut self, value: &Value, field: &Field) {
        match (field.many, value) {
            (false, value) => self.one(value, &field.of),
            (true, Value::Array(items)) => {
                for (place, item) in items.iter().enumerate() {
                    self.inside(&format!("[{place}]"), |walk| walk.one(item, &field.of));
                }
            }
            (true, Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => {
                self.add(Wrong::Not("a list"));
            }
        }
    }

    fn one(&mut self, value: &Value, of: &Of) {
        match of {
            Of::Text => self.holds(value.is_string(), "a text"),
            Of::Code => self.says(value, is_code, "a code"),
            Of::Among(codes) => {
                if !value.as_str().is_some_and(|code| codes.contains(&code)) {
                    self.add(Wrong::NotOneOf(codes));
                }
            }
            Of::Bound(system, codes) => self.bound(value, system, codes),
            Of::Id => self.says(value, is_id, "an id of at most 64 letters, digits, - and ."),
            Of::Address => self.says(value, is_address, "an address"),
            Of::DateTime => self.says(value, is_date_time, "a date, or a time with its zone"),
            Of::Moment => self.says(value, is_instant, "a time with its zone"),
            Of::Count => self.holds(value.as_i64().is_some_and(|n| (0..=LARGEST).contains(&n)), "a count"),
            Of::Whole => {
                self.holds(value.as_i64().is_some_and(|n| (SMALLEST..=LARGEST).contains(&n)), "a whole number");
            }
            Of::Flag => self.holds(value.is_boolean(), "true or false"),
            Of::Part(shape) => self.part(value, shape),
            Of::Reference => self.reference(value),
            Of::Contained => self.contained(value),
            Of::Resource => self.resource(value),
        }
    }

    fn holds(&mut self, right: bool, what: &'static str) {
        if !right {
            self.add(Wrong::Not(what));
        }
    }

    fn says(&mut self, value: &Value, right: fn(&str) -> bool, what: &'static str) {
        self.holds(value.as_str().is_some_and(right), what);
    }

    fn part(&mut self, value: &Value, shape: &Shape) {
        match value.as_object() {
            Some(object) => self.fields(object, shape),
            None => self.add(Wrong::Not("an object")),
        }
    }

    fn bound(&mut self, value: &Value, system: &str, codes: &'static [&'static str]) {
        self.part(value, shape::BOUND);
        let codings = value.get("coding").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let text = |coding: &Value, name: &str| coding.get(name).and_then(Value::as_str).map(str::to_owned);
        let right = codings.iter().any(|coding| {
            text(coding, "system").as_deref() == Some(system)
                && text(coding, "code").is_some_and(|code| codes.contains(&code.as_str()))
        });
        if !right {
            self.inside(".coding", |walk| walk.add(Wrong::NotOneOf(codes)));
        }
    }

    fn reference(&mut self, value: &Value) {
        self.part(value, &shape::REFERENCE);
        let address = value.get("reference").and_then(Value::as_str);
        if let Some(id) = address.and_then(|address| address.strip_prefix('#'))
            // A bare `#` is the resource itself.
            && !id.is_empty()
            && !self.contained.iter().any(|known| known == id)
        {
            self.inside(".reference", |walk| walk.add(Wrong::Dangling));
        }
        let system = value.pointer("/identifier/system").and_then(Value::as_str);
        if system.is_some_and(|system| PERSON_NUMBERS.contains(&system)) {
            self.inside(".identifier", |walk| walk.add(Wrong::Identity));
        }
    }

    fn contained(&mut self, value: &Value) {
        let Some(object) = value.as_object() else {
            self.add(Wrong::Not("an object"));
            return;
        };
        let Some(kind) = kind_of(object) else {
            self.inside(".resourceType", |walk| walk.add(Wrong::Missing));
            return;
        };
        if !object.get("id").and_then(Value::as_str).is_some_and(is_id) {
            self.inside(".id", |walk| walk.add(Wrong::Missing));
        }
        if PERSONS.contains(&kind) {
            for name in IDENTITY.iter().filter(|name| object.contains_key(**name)) {
                self.inside(&format!(".{name}"), |walk| walk.add(Wrong::Identity));
            }
        }
    }

    fn resource(&mut self, value: &Value) {
        let kind = value.as_object().and_then(kind_of);
        let Some(kind) = kind else {
            self.inside(".resourceType", |walk| walk.add(Wrong::Missing));
            return;
        };
        if let Some(shape) = shape::of_kind(kind) {
            let outer = std::mem::replace(&mut self.contained, contained_ids(value));
            self.part(value, shape);
            self.contained = outer;
        }
    }
}
