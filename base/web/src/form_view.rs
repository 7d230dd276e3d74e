//! A form's fields with their labels and problems, from one table of labels per form.

use crate::texts::{TextAsk, Texts, label_in, text_fields};
use crate::ui::{
    self, Checkbox, Choice, Choices, Draft, Field, Form, Kind, Select, TextArea, checkboxes, error_summary, submit_row,
};
use crate::{Ctx, Fields, Say, TextRoom};
use maud::{Markup, Render, html};
use varde_kernel::{Locale, Problems};

/// Fields of a form: name and key of the label, in the order they stand.
pub type Labels = &'static [(&'static str, &'static str)];
/// What can be chosen in a field: (value, words).
pub type Options = Vec<(String, String)>;

/// A form under construction.
pub struct FormView<'a> {
    /// The reader's language.
    pub say: &'a Say,
    /// The guard that the form sends back.
    pub guard: String,
    /// What was typed, or what is saved.
    pub fields: &'a Fields,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// The fields' labels.
    pub labels: Labels,
    /// What can be chosen, by field.
    pub options: Vec<(&'static str, Options)>,
}

impl<'a> FormView<'a> {
    /// A form with its labels and what is wrong with it.
    pub fn new(
        cx: &'a Ctx,
        fields: &'a Fields,
        problems: &'a Problems,
        labels: Labels,
        options: Vec<(&'static str, Options)>,
    ) -> Self {
        Self { say: cx.say(), guard: cx.guard(), fields, problems, labels, options }
    }
}

impl FormView<'_> {
    fn label(&self, name: &str) -> String {
        let named = |name: &str| self.labels.iter().find(|(known, _)| *known == name).map(|(_, key)| self.say.t(key));
        let translated = |suffix, locale| {
            let label = named(name.strip_suffix(suffix)?)?;
            Some(label_in(self.say, &label, locale))
        };
        let other = || translated("_nn", Locale::Nn).or_else(|| translated("_en", Locale::En));
        named(name).or_else(other).unwrap_or_default()
    }

    fn error(&self, name: &str) -> Option<String> {
        self.problems.of_field(name).map(|problem| self.say.problem(problem))
    }

    fn choices(&self, name: &str) -> &[(String, String)] {
        self.options.iter().find(|(known, _)| *known == name).map_or(&[], |(_, options)| options.as_slice())
    }

    fn field(&self, name: &'static str, help: Option<&'static str>, required: bool, kind: Kind) -> Markup {
        let (label, error, help) = (self.label(name), self.error(name), help.map(|key| self.say.t(key)));
        let optional = self.say.t("web-form-optional");
        let hint = self.say.t("web-form-date-hint");
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
    pub fn text(&self, name: &'static str, help: Option<&'static str>, required: bool) -> Markup {
        self.field(name, help, required, Kind::Text)
    }

    /// A day.
    pub fn date(&self, name: &'static str, help: Option<&'static str>, required: bool) -> Markup {
        self.field(name, help, required, Kind::Date)
    }

    /// A number.
    pub fn number(&self, name: &'static str, help: Option<&'static str>, required: bool) -> Markup {
        self.field(name, help, required, Kind::Number)
    }

    /// Several lines of text.
    pub fn area(&self, name: &'static str, help: Option<&'static str>, required: bool) -> Markup {
        let (label, error, help) = (self.label(name), self.error(name), help.map(|key| self.say.t(key)));
        let optional = self.say.t("web-form-optional");
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

    /// A line of text in several languages.
    pub fn words(&self, texts: Texts, help: Option<&'static str>, required: bool) -> Markup {
        self.text_in_languages(texts, help, required, TextRoom::Line)
    }

    /// Several lines of text in several languages.
    pub fn long_words(&self, texts: Texts, help: Option<&'static str>, required: bool) -> Markup {
        self.text_in_languages(texts, help, required, TextRoom::Lines)
    }

    fn text_in_languages(&self, texts: Texts, help: Option<&'static str>, required: bool, room: TextRoom) -> Markup {
        let [nb, ..] = texts;
        let (label, help, optional) =
            (self.label(nb), help.map(|key| self.say.t(key)), self.say.t("web-form-optional"));
        let ask = TextAsk { texts, label: &label, help: help.as_deref(), required, optional: Some(&optional), room };
        text_fields(self.say, self.fields, self.problems, &ask)
    }

    /// One of a list.
    pub fn select(&self, name: &'static str, help: Option<&'static str>, required: bool) -> Markup {
        let (label, error, help) = (self.label(name), self.error(name), help.map(|key| self.say.t(key)));
        let optional = self.say.t("web-form-optional");
        let prompt = self.say.t(if required { "web-form-choose" } else { "web-form-none" });
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

    /// One of a few, all of them in sight.
    pub fn one_of(&self, name: &'static str, help: Option<&'static str>, required: bool) -> Markup {
        let (label, error, help) = (self.label(name), self.error(name), help.map(|key| self.say.t(key)));
        let optional = self.say.t("web-form-optional");
        let chosen = self.fields.text(name);
        let choices: Vec<Choice<'_>> = self
            .choices(name)
            .iter()
            .map(|(value, label)| Choice { value, label, chosen: value == chosen, ..Choice::default() })
            .collect();
        ui::radios(&Choices {
            id: name,
            name,
            label: &label,
            help: help.as_deref(),
            error: error.as_deref(),
            required,
            mark: (!required).then_some(optional.as_str()),
            choices: &choices,
        })
    }

    /// Any of a list.
    pub fn several(&self, name: &'static str, help: Option<&'static str>) -> Markup {
        let (label, error, help) = (self.label(name), self.error(name), help.map(|key| self.say.t(key)));
        let choices: Vec<Choice<'_>> = self
            .choices(name)
            .iter()
            .map(|(value, label)| Choice {
                value,
                label,
                chosen: self.fields.all(name).any(|chosen| chosen == value),
                ..Choice::default()
            })
            .collect();
        checkboxes(&Choices {
            id: name,
            name,
            label: &label,
            help: help.as_deref(),
            error: error.as_deref(),
            choices: &choices,
            ..Choices::default()
        })
    }

    /// A box to tick.
    pub fn tick(&self, name: &'static str, help: Option<&'static str>) -> Markup {
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
    pub fn top(&self) -> Markup {
        let lines: Vec<(&str, String)> = self
            .problems
            .iter()
            .map(|problem| match problem.place {
                varde_kernel::Place::Field(name) => (name, self.say.problem(problem)),
                _ => ("", self.say.problem(problem)),
            })
            .collect();
        let lines: Vec<(&str, &str)> = lines.iter().map(|(field, line)| (*field, line.as_str())).collect();
        html! {
            (error_summary(&self.say.t("web-form-problems"), &lines))
            (self.fields.meanwhile())
        }
    }

    /// The whole form.
    pub fn form(&self, action: &str, save: &'static str, back: &str, body: &Markup) -> Markup {
        let (note, discard) = (self.say.t("web-form-draft"), self.say.t("web-form-draft-discard"));
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
                (submit_row(&self.say.t(save), Some((&self.say.t("web-form-cancel"), back)), None))
            },
        }
        .render()
    }
}
