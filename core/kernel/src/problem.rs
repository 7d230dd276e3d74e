//! Problems with what a person or a file gave us: all of them at once, each with its place.

/// Where in the input a problem lies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The input as a whole.
    Whole,
    /// A named field of a form or an API body.
    Field(&'static str),
    /// A line of a file (first line is 1) and, when known, the column's name.
    Line(usize, Option<String>),
}

/// One problem: where, which message, and the values that the message names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it lies.
    pub place: Place,
    /// The Fluent key of the message.
    pub key: &'static str,
    /// Values for the message, by name.
    pub args: Vec<(&'static str, String)>,
}

/// Everything that is wrong with one input. Empty means that it can be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// No problems so far.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Notes a problem with a form field.
    pub fn field(&mut self, field: &'static str, key: &'static str) {
        self.push(Place::Field(field), key, Vec::new());
    }

    /// Notes a problem on a line of a file.
    pub fn line(&mut self, line: usize, column: Option<&str>, key: &'static str, args: Vec<(&'static str, String)>) {
        self.push(Place::Line(line, column.map(str::to_owned)), key, args);
    }

    /// Notes a problem anywhere.
    pub fn push(&mut self, place: Place, key: &'static str, args: Vec<(&'static str, String)>) {
        self.0.push(Problem { place, key, args });
    }

    /// Puts the problems in the order of the file's lines, so that one can work through it from the top.
    pub fn sort_by_line(&mut self) {
        self.0.sort_by_key(|problem| match &problem.place {
            Place::Line(line, _) => *line,
            Place::Whole | Place::Field(_) => 0,
        });
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many problems there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The problems, in the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// The message key for a field, when that field has a problem.
    pub fn of_field(&self, field: &str) -> Option<&Problem> {
        self.0.iter().find(|problem| matches!(problem.place, Place::Field(name) if name == field))
    }

    /// `Ok` when nothing is wrong, otherwise all the problems.
    pub fn result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
