//! A form's fields with their labels, problems and conflicts, from one table of labels per form.

use maud::{Markup, Render, html};
use varde_kernel::Problems;
use varde_web::ui::{
    self, Checkbox, Choice, Clash, ConflictBox, Draft, Field, Form, Kind, Select, TextArea, error_summary, submit_row,
};
use varde_web::{Fields, Say};

/// Fields of a form: name and key of the label, in the order they stand.
pub(crate) type Labels = &'static [(&'static str, &'static str)];
/// What can be chosen in a field: (value, words).
pub(crate) type Options = Vec<(String, String)>;

/// What was saved meanwhile by someone else.
pub(crate) struct Theirs {
    /// Who and when, in a line.
    pub(crate) title: String,
    /// What is saved.
    pub(crate) fields: Fields,
}

/// A form under construction.
pub(crate) struct FormView<'a> {
    pub(crate) say: &'a Say,
    pub(crate) guard: String,
    pub(crate) fields: &'a Fields,
    pub(crate) problems: &'a Problems,
    pub(crate) labels: Labels,
    pub(crate) options: Vec<(&'static str, Options)>,
    pub(crate) theirs: Option<Theirs>,
}

impl FormView<'_> {
    fn label(&self, name: &str) -> String {
        let key = self.labels.iter().find(|(known, _)| *known == name).map_or("", |(_, key)| key);
        self.say.t(key)
    }

    fn error(&self, name: &str) -> Option<String> {
        self.problems.of_field(name).map(|problem| self.say.problem(problem))
    }

    fn choices(&self, name: &str) -> &[(String, String)] {
        self.options.iter().find(|(known, _)| *known == name).map_or(&[], |(_, options)| options.as_slice())
    }

    fn field(&self, name: &'static str, help: Option<&'static str>, required: bool, kind: Kind) -> Markup {
        let (label, error, help) = (self.label(name), self.error(name), help.map(|key| self.say.t(key)));
        let optional = self.say.t("knowledge-form-optional");
        let hint = self.say.t("knowledge-form-date-hint");
        Field {
            id: name,
            name,
            label: &label,
            help: help.as_deref(),
            error: error.as_deref(),
            value: self.fields.text(name),
            required,
            mark: (!required).then_some(optional.as_str()),
            kind,
            hint: (kind == Kind::Date).then_some(hint.as_str()),
            ..Field::default()
        }
        .render()
    }

    /// A line of text.
    pub(crate) fn text(&self, name: &'static str, help: Option<&'static str>, required: bool) -> Markup {
        self.field(name, help, required, Kind::Text)
    }

    /// A day.
    pub(crate) fn date(&self, name: &'static str, help: Option<&'static str>, required: bool) -> Markup {
        self.field(name, help, required, Kind::Date)
    }

    /// A number.
    pub(crate) fn number(&self, name: &'static str, help: Option<&'static str>, required: bool) -> Markup {
        self.field(name, help, required, Kind::Number)
    }

    /// Several lines of text.
    pub(crate) fn area(&self, name: &'static str, help: Option<&'static str>, required: bool) -> Markup {
        let (label, error, help) = (self.label(name), self.error(name), help.map(|key| self.say.t(key)));
        let optional = self.say.t("knowledge-form-optional");
        TextArea {
            id: name,
            name,
            label: &label,
            help: help.as_deref(),
            error: error.as_deref(),
            value: self.fields.text(name),
            required,
            mark: (!required).then_some(optional.as_str()),
            ..TextArea::default()
        }
        .render()
    }

    /// One of a list.
    pub(crate) fn select(&self, name: &'static str, help: Option<&'static str>, required: bool) -> Markup {
        let (label, error, help) = (self.label(name), self.error(name), help.map(|key| self.say.t(key)));
        let optional = self.say.t("knowledge-form-optional");
        let prompt = self.say.t(if required { "knowledge-form-choose" } else { "knowledge-form-none" });
        let chosen = self.fields.text(name);
        let choices: Vec<Choice<'_>> = self
            .choices(name)
            .iter()
            .map(|(value, label)| Choice { value, label, chosen: value == chosen, ..Choice::default() })
            .collect();
        Select {
            id: name,
            name,
            label: &label,
            help: help.as_deref(),
            error: error.as_deref(),
            required,
            mark: (!required).then_some(optional.as_str()),
            prompt: Some(&prompt),
            choices: &choices,
            ..Select::default()
        }
        .render()
    }

    /// A box to tick.
    pub(crate) fn tick(&self, name: &'static str, help: Option<&'static str>) -> Markup {
        let (label, error, help) = (self.label(name), self.error(name), help.map(|key| self.say.t(key)));
        Checkbox {
            id: name,
            name,
            label: &label,
            help: help.as_deref(),
            error: error.as_deref(),
            checked: self.fields.has(name),
        }
        .render()
    }

    /// All that is wrong, and what someone else saved meanwhile.
    pub(crate) fn top(&self) -> Markup {
        let lines: Vec<(&str, String)> = self
            .problems
            .iter()
            .map(|problem| match problem.place {
                varde_kernel::Place::Field(name) => {
                    (name, format!("{}: {}", self.label(name), self.say.problem(problem)))
                }
                _ => ("", self.say.problem(problem)),
            })
            .collect();
        let lines: Vec<(&str, &str)> = lines.iter().map(|(field, line)| (*field, line.as_str())).collect();
        html! {
            (error_summary(&self.say.t("knowledge-form-problems"), &lines))
            @if let Some(theirs) = &self.theirs { (self.conflict(theirs)) }
        }
    }

    fn conflict(&self, theirs: &Theirs) -> Markup {
        let shown = |fields: &Fields, name: &str| {
            let values: Vec<&str> = fields.all(name).filter(|value| !value.is_empty()).collect();
            let words = values.iter().map(|value| {
                let known = self.choices(name).iter().find(|(known, _)| known == value);
                known.map_or_else(|| (*value).to_owned(), |(_, words)| words.clone())
            });
            words.collect::<Vec<_>>().join(", ")
        };
        let differing: Vec<(String, String, String)> = self
            .labels
            .iter()
            .map(|(name, key)| (self.say.t(key), shown(&theirs.fields, name), shown(self.fields, name)))
            .filter(|(_, theirs, yours)| theirs != yours)
            .collect();
        let clashes: Vec<Clash<'_>> =
            differing.iter().map(|(label, theirs, yours)| Clash { label, theirs, yours }).collect();
        ConflictBox {
            title: &theirs.title,
            text: &self.say.t("knowledge-conflict-text"),
            theirs: &self.say.t("knowledge-conflict-theirs"),
            yours: &self.say.t("knowledge-conflict-yours"),
            clashes: &clashes,
        }
        .render()
    }

    /// The whole form.
    pub(crate) fn form(&self, action: &str, save: &'static str, back: &str, body: &Markup) -> Markup {
        let (note, discard) = (self.say.t("knowledge-form-draft"), self.say.t("knowledge-form-draft-discard"));
        let version = self.fields.text("version");
        Form {
            action,
            csrf: &self.guard,
            draft: Some(Draft { key: &format!("{action}#{version}"), note: &note, discard: &discard }),
            multipart: false,
            body: html! {
                (self.top())
                @if !version.is_empty() { (ui::hidden("version", version)) }
                (body)
                (submit_row(&self.say.t(save), Some((&self.say.t("knowledge-form-cancel"), back)), None))
            },
        }
        .render()
    }
}
