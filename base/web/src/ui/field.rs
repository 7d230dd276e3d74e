//! Form fields. Only here are label, help, error and `aria-invalid` wired together.

use maud::{Markup, Render, html};

/// The ids that tie a field to its help and its error.
pub(super) struct Wiring {
    help: Option<String>,
    error: Option<String>,
}

impl Wiring {
    pub(super) fn new(id: &str, help: Option<&str>, error: Option<&str>) -> Self {
        Self { help: help.map(|_| format!("{id}-help")), error: error.map(|_| format!("{id}-error")) }
    }

    /// Error first: it is what the reader must hear.
    pub(super) fn described_by(&self) -> Option<String> {
        let ids: Vec<&str> = [&self.error, &self.help].into_iter().flatten().map(String::as_str).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    pub(super) fn class(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "invalid")
    }

    pub(super) fn help(&self, words: Option<&str>) -> Markup {
        html! {
            @if let (Some(id), Some(words)) = (&self.help, words) {
                div data-field="description" id=(id) { (words) }
            }
        }
    }

    pub(super) fn error(&self, words: Option<&str>) -> Markup {
        html! {
            @if let (Some(id), Some(words)) = (&self.error, words) {
                p.ds-validation-message data-field="validation" id=(id) { (words) }
            }
        }
    }
}

/// Words after a label, such as "(valgfritt)".
pub(super) fn mark(words: Option<&str>) -> Markup {
    html! { @if let Some(words) = words { " " span.optional { (words) } } }
}

/// What a one-line field takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// Anything on one line.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A password; never drafted, never filled in again.
    Password,
    /// A number; with `decimal` keyboards on phones, typed as people write it.
    Number,
    /// A day, with the browser's own picker; give `hint` the form in words.
    Date,
    /// Words to search for.
    Search,
}

impl Kind {
    fn html(self) -> &'static str {
        match self {
            // type=number loses what was typed when it is not a number, so it is text with a keypad.
            Self::Text | Self::Number => "text",
            Self::Email => "email",
            Self::Password => "password",
            Self::Date => "date",
            Self::Search => "search",
        }
    }
}

/// A labelled one-line field: `(Field { id: "name", name: "name", label: &t, ..Field::default() })`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Field<'a> {
    /// Unique on the page; the error summary links to it.
    pub id: &'a str,
    /// Name in the form data.
    pub name: &'a str,
    /// Says what to write.
    pub label: &'a str,
    /// Help under the label.
    pub help: Option<&'a str>,
    /// What is wrong and how to put it right.
    pub error: Option<&'a str>,
    /// What is filled in; ignored for passwords.
    pub value: &'a str,
    /// Whether it must be filled in.
    pub required: bool,
    /// Words after the label, such as "(valgfritt)".
    pub mark: Option<&'a str>,
    /// What it takes.
    pub kind: Kind,
    /// Words beside the field: the unit, or how the date is written.
    pub hint: Option<&'a str>,
    /// The HTML `autocomplete` token.
    pub autocomplete: Option<&'a str>,
    /// The HTML `inputmode`, when the kind's own does not fit.
    pub inputmode: Option<&'a str>,
    /// Longest text in characters.
    pub max_len: Option<u32>,
    /// Earliest and latest day of a date field, as `YYYY-MM-DD`.
    pub between: Option<(&'a str, &'a str)>,
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        let wiring = Wiring::new(self.id, self.help, self.error);
        let hint_id = self.hint.map(|_| format!("{}-hint", self.id));
        let described = match (wiring.described_by(), &hint_id) {
            (Some(ids), Some(hint)) => Some(format!("{ids} {hint}")),
            (ids, hint) => ids.or_else(|| hint.clone()),
        };
        let value = (self.kind != Kind::Password && !self.value.is_empty()).then_some(self.value);
        let inputmode = self.inputmode.or((self.kind == Kind::Number).then_some("decimal"));
        let short = matches!(self.kind, Kind::Date | Kind::Number);
        let input = html! {
            input.ds-input type=(self.kind.html()) id=(self.id) name=(self.name) value=[value]
                required[self.required] autocomplete=[self.autocomplete] inputmode=[inputmode]
                maxlength=[self.max_len] min=[self.between.map(|b| b.0)] max=[self.between.map(|b| b.1)]
                aria-describedby=[described] aria-invalid=[wiring.invalid()] data-short[short];
        };
        html! {
            div.ds-field.(wiring.class().unwrap_or_default()) {
                label.ds-label for=(self.id) { (self.label) (mark(self.mark)) }
                (wiring.help(self.help))
                @if let (Some(id), Some(hint)) = (&hint_id, self.hint) {
                    div.dated { (input) span.quiet.small id=(id) { (hint) } }
                } @else {
                    (input)
                }
                (wiring.error(self.error))
            }
        }
    }
}

/// A labelled field of several lines.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextArea<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// Name in the form data.
    pub name: &'a str,
    /// Says what to write.
    pub label: &'a str,
    /// Help under the label.
    pub help: Option<&'a str>,
    /// What is wrong and how to put it right.
    pub error: Option<&'a str>,
    /// What is filled in.
    pub value: &'a str,
    /// Whether it must be filled in.
    pub required: bool,
    /// Words after the label.
    pub mark: Option<&'a str>,
    /// Lines shown; 0 means four.
    pub rows: u8,
    /// Longest text in characters.
    pub max_len: Option<u32>,
}

impl Render for TextArea<'_> {
    fn render(&self) -> Markup {
        let wiring = Wiring::new(self.id, self.help, self.error);
        let rows = if self.rows == 0 { 4 } else { self.rows };
        html! {
            div.ds-field.(wiring.class().unwrap_or_default()) {
                label.ds-label for=(self.id) { (self.label) (mark(self.mark)) }
                (wiring.help(self.help))
                // The first line break after the tag is the parser's; this one keeps the writer's.
                textarea.ds-input id=(self.id) name=(self.name) rows=(rows) placeholder=" " required[self.required]
                    maxlength=[self.max_len] aria-describedby=[wiring.described_by()]
                    aria-invalid=[wiring.invalid()] { "\n" (self.value) }
                (wiring.error(self.error))
            }
        }
    }
}

/// One thing to choose.
#[derive(Debug, Clone, Copy, Default)]
pub struct Choice<'a> {
    /// Sent with the form.
    pub value: &'a str,
    /// Shown.
    pub label: &'a str,
    /// Help under the label (radios and checkboxes only).
    pub help: Option<&'a str>,
    /// Whether it is chosen now.
    pub chosen: bool,
    /// Heading it stands under (select only); neighbours with the same one make a group.
    pub group: Option<&'a str>,
}

/// A list to choose one from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Select<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// Name in the form data.
    pub name: &'a str,
    /// Says what to choose.
    pub label: &'a str,
    /// Help under the label.
    pub help: Option<&'a str>,
    /// What is wrong and how to put it right.
    pub error: Option<&'a str>,
    /// Whether something must be chosen.
    pub required: bool,
    /// Words after the label.
    pub mark: Option<&'a str>,
    /// First line with an empty value, such as "Velg …".
    pub prompt: Option<&'a str>,
    /// What there is to choose from.
    pub choices: &'a [Choice<'a>],
    /// Sends the form as soon as one chooses (filters only).
    pub autosubmit: bool,
}

impl Render for Select<'_> {
    fn render(&self) -> Markup {
        let wiring = Wiring::new(self.id, self.help, self.error);
        html! {
            div.ds-field.(wiring.class().unwrap_or_default()) {
                label.ds-label for=(self.id) { (self.label) (mark(self.mark)) }
                (wiring.help(self.help))
                select.ds-input id=(self.id) name=(self.name) required[self.required]
                    aria-describedby=[wiring.described_by()] aria-invalid=[wiring.invalid()]
                    data-autosubmit[self.autosubmit] {
                    @if let Some(prompt) = self.prompt { option value="" { (prompt) } }
                    @for run in self.choices.chunk_by(|a, b| a.group == b.group) {
                        @match run.first().and_then(|c| c.group) {
                            Some(group) => optgroup label=(group) { (options(run)) },
                            None => (options(run)),
                        }
                    }
                }
                (wiring.error(self.error))
            }
        }
    }
}

fn options(choices: &[Choice<'_>]) -> Markup {
    html! {
        @for choice in choices {
            option value=(choice.value) selected[choice.chosen] { (choice.label) }
        }
    }
}
