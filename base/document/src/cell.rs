//! What stands in a cell.

use std::borrow::Cow;

use jiff::civil::{Date, DateTime};

/// What stands in one cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, without spaces around it.
    Text(String),
    /// A number that the file itself holds as one.
    Number(f64),
    /// A day that the file itself holds as one.
    Date(Date),
    /// A day with its time, as on the wall.
    DateTime(DateTime),
    /// Yes or no.
    Bool(bool),
    /// What a spreadsheet shows when a formula fails, or a value that is no single thing.
    Error(String),
}

/// Letters that make a spreadsheet take a text for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

impl Cell {
    /// A text, empty when there is none. The sign that guards a text from being taken for a formula
    /// is taken off.
    pub fn of_text(text: &str) -> Self {
        let text = text.trim();
        let text = match text.strip_prefix('\'') {
            Some(rest) if rest.trim_start().starts_with(FORMULA) => rest.trim_start(),
            _ => text,
        };
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// A number, empty when there is none.
    pub fn of_number(number: Option<f64>) -> Self {
        number.filter(|number| number.is_finite()).map_or(Self::Empty, Self::Number)
    }

    /// Whether nothing stands there.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// What a person would read in it, with a decimal point.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::DateTime(at) => Cow::Owned(at.to_string()),
            Self::Bool(yes) => Cow::Borrowed(if *yes { "true" } else { "false" }),
        }
    }

    /// Whether a spreadsheet would take the text for a formula.
    pub(crate) fn looks_like_formula(text: &str) -> bool {
        text.starts_with(FORMULA)
    }
}
