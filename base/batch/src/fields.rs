//! Reading the fields of a line, with errors that name the field; writing numbers.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// Why a line cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// A short name for programs.
    pub code: &'static str,
    /// What is wrong, for people.
    pub message: String,
}

impl Problem {
    /// A problem with its code and words.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    fn field(name: &str, must: &str) -> Self {
        Self::new("field", format!("{name:?} must be {must}"))
    }

    fn missing(name: &str) -> Self {
        Self::new("missing_field", format!("{name:?} is missing"))
    }
}

/// The fields of one input. `null` counts as not given.
#[derive(Debug)]
pub struct Fields<'a> {
    object: &'a Map<String, Value>,
    seen: RefCell<BTreeSet<String>>,
    warnings: RefCell<Vec<Value>>,
}

impl<'a> Fields<'a> {
    /// Reads from an object.
    pub fn new(object: &'a Map<String, Value>) -> Self {
        Self { object, seen: RefCell::default(), warnings: RefCell::default() }
    }

    /// The field as it is; `None` when it is not given or `null`.
    pub fn raw(&self, name: &str) -> Option<&'a Value> {
        self.seen.borrow_mut().insert(name.to_owned());
        self.object.get(name).filter(|value| !value.is_null())
    }

    /// Notes something odd that does not stop the computation: it is told in `warnings` of the result.
    pub fn warn(&self, warning: Value) {
        self.warnings.borrow_mut().push(warning);
    }

    /// What was noted.
    pub fn warnings(&self) -> Vec<Value> {
        self.warnings.take()
    }

    /// Fields that nothing has read.
    pub fn unknown(&self) -> Vec<String> {
        let seen = self.seen.borrow();
        self.object.keys().filter(|name| !seen.contains(*name)).cloned().collect()
    }

    /// A number, if given.
    pub fn maybe_number(&self, name: &str) -> Result<Option<f64>, Problem> {
        self.raw(name).map(|value| value.as_f64().ok_or_else(|| Problem::field(name, "a number"))).transpose()
    }

    /// A number.
    pub fn number(&self, name: &str) -> Result<f64, Problem> {
        self.maybe_number(name)?.ok_or_else(|| Problem::missing(name))
    }

    /// A number, or the default.
    pub fn number_or(&self, name: &str, default: f64) -> Result<f64, Problem> {
        Ok(self.maybe_number(name)?.unwrap_or(default))
    }

    /// A whole number from 0, if given.
    pub fn maybe_count(&self, name: &str) -> Result<Option<usize>, Problem> {
        self.raw(name).map(|value| count(value).ok_or_else(|| Problem::field(name, "a whole number"))).transpose()
    }

    /// A whole number from 0.
    pub fn count(&self, name: &str) -> Result<usize, Problem> {
        self.maybe_count(name)?.ok_or_else(|| Problem::missing(name))
    }

    /// Whole numbers, if given; one alone may stand without brackets.
    pub fn counts(&self, name: &str) -> Result<Option<Vec<usize>>, Problem> {
        let wrong = || Problem::field(name, "whole numbers");
        self.raw(name)
            .map(|value| match value {
                Value::Array(list) => list.iter().map(|item| count(item).ok_or_else(wrong)).collect(),
                one => count(one).map(|one| vec![one]).ok_or_else(wrong),
            })
            .transpose()
    }

    /// Yes or no, if given.
    pub fn maybe_flag(&self, name: &str) -> Result<Option<bool>, Problem> {
        self.raw(name).map(|value| value.as_bool().ok_or_else(|| Problem::field(name, "true or false"))).transpose()
    }

    /// A text, if given.
    pub fn maybe_text(&self, name: &str) -> Result<Option<&'a str>, Problem> {
        self.raw(name).map(|value| value.as_str().ok_or_else(|| Problem::field(name, "a text"))).transpose()
    }

    /// A text.
    pub fn text(&self, name: &str) -> Result<&'a str, Problem> {
        self.maybe_text(name)?.ok_or_else(|| Problem::missing(name))
    }

    /// A list, if given.
    pub fn maybe_list(&self, name: &str) -> Result<Option<&'a [Value]>, Problem> {
        let wrong = || Problem::field(name, "a list");
        self.raw(name).map(|value| value.as_array().map(Vec::as_slice).ok_or_else(wrong)).transpose()
    }

    /// Numbers, `null` among them missing, if given.
    pub fn maybe_column(&self, name: &str) -> Result<Option<Vec<Option<f64>>>, Problem> {
        self.maybe_list(name)?.map(|list| column(name, list)).transpose()
    }

    /// Numbers, `null` among them missing.
    pub fn column(&self, name: &str) -> Result<Vec<Option<f64>>, Problem> {
        self.maybe_column(name)?.ok_or_else(|| Problem::missing(name))
    }

    /// Numbers, none of them missing.
    pub fn whole_column(&self, name: &str) -> Result<Vec<f64>, Problem> {
        let column = self.column(name)?;
        column.into_iter().map(|value| value.ok_or_else(|| Problem::field(name, "numbers without gaps"))).collect()
    }

    /// Lists of numbers, `null` among them missing.
    pub fn rows(&self, name: &str) -> Result<Vec<Vec<Option<f64>>>, Problem> {
        let list = self.maybe_list(name)?.ok_or_else(|| Problem::missing(name))?;
        let wrong = || Problem::field(name, "a list of lists of numbers");
        list.iter().map(|row| column(name, row.as_array().ok_or_else(wrong)?)).collect()
    }
}

fn count(value: &Value) -> Option<usize> {
    let whole = value.as_u64().or_else(|| {
        let number = value.as_f64()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked: a small whole number")]
        (number.fract() == 0.0 && (0.0..=1e15).contains(&number)).then_some(number as u64)
    })?;
    usize::try_from(whole).ok()
}

fn column(name: &str, list: &[Value]) -> Result<Vec<Option<f64>>, Problem> {
    list.iter()
        .map(|value| match value {
            Value::Null => Ok(None),
            Value::Number(number) => Ok(number.as_f64()),
            _ => Err(Problem::field(name, "numbers, with null for what is missing")),
        })
        .collect()
}

/// A number as JSON; `null` when it is missing or not finite.
pub fn number(value: impl Into<Option<f64>>) -> Value {
    value.into().map_or(Value::Null, Value::from)
}

/// Numbers as JSON.
pub fn numbers(values: impl IntoIterator<Item = Option<f64>>) -> Value {
    values.into_iter().map(number).collect()
}
