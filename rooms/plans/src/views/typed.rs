//! A form as it is drawn, the first time and again when it comes back with problems: what was
//! typed stands where it was typed, and what is wrong stands beside it.

use maud::{Markup, Render, html};
use varde_kernel::{Place, Problems};
use varde_web::ui::{Checkbox, Choice, Draft, Field, Form, Kind, Select, TextArea, error_summary, hidden};
use varde_web::{Ctx, Fields, TextAsk, TextRoom, Texts, text_fields};

/// What stands in a form.
pub(crate) struct Typed<'a> {
    cx: &'a Ctx,
    fields: &'a Fields,
    problems: &'a Problems,
    /// Tells the fields of one thing from those of the next, where a form holds several.
    of: &'a str,
}

impl<'a> Typed<'a> {
    pub(crate) const fn new(cx: &'a Ctx, fields: &'a Fields, problems: &'a Problems) -> Self {
        Self { cx, fields, problems, of: "" }
    }

    /// The fields of one thing among several in the same form.
    pub(crate) const fn of(self, thing: &'a str) -> Self {
        Self { of: thing, ..self }
    }

    /// A field's name in the form, which is its id on the page too.
    fn name(&self, name: &str) -> String {
        if self.of.is_empty() { name.to_owned() } else { format!("{name}-{}", self.of) }
    }

    fn error(&self, name: &str) -> Option<String> {
        let mut here =
            self.problems.iter().filter(|problem| matches!(problem.place, Place::Field(field) if field == name));
        here.next().map(|problem| self.cx.say().problem(problem))
    }

    /// All problems at the top, each a link to its field, and what others saved meanwhile.
    pub(crate) fn summary(&self) -> Markup {
        html! { (summary(self.cx, &self.lines())) (self.fields.meanwhile()) }
    }

    /// The problems as (field, words), for a summary over several things.
    pub(crate) fn lines(&self) -> Vec<(String, String)> {
        self.problems
            .iter()
            .map(|problem| {
                let field = match problem.place {
                    Place::Field(name) => self.name(name),
                    Place::Whole | Place::Line(..) => String::new(),
                };
                (field, self.cx.say().problem(problem))
            })
            .collect()
    }

    /// Words after a label of a field that may be left empty.
    fn mark(&self, required: bool) -> Option<String> {
        (!required).then(|| self.cx.t("plans-followup-optional"))
    }

    fn field(&self, name: &str, label: &str, help: Option<&str>, kind: Kind, required: bool) -> Markup {
        let (error, mark) = (self.error(name), self.mark(required));
        let id = self.name(name);
        let hint = (kind == Kind::Date).then(|| self.cx.t("plans-followup-date-hint"));
        Field {
            id: &id,
            name: &id,
            label,
            help,
            error: error.as_deref(),
            value: self.fields.text(name),
            required,
            mark: mark.as_deref(),
            kind,
            hint: hint.as_deref(),
            ..Field::default()
        }
        .render()
    }

    /// The form itself. What is typed in it is kept in the browser until it has reached the server;
    /// `of` names what was read when the form was drawn, so that a draft never covers newer data.
    pub(crate) fn form(&self, action: &str, of: &str, body: Markup) -> Markup {
        drafted(self.cx, action, of, body)
    }

    /// The version that was read, where the form changes something that has one.
    pub(crate) fn version(&self) -> &str {
        self.fields.text("version")
    }

    /// A line of text.
    pub(crate) fn line(&self, name: &str, label: &str, help: Option<&str>, required: bool) -> Markup {
        self.field(name, label, help, Kind::Text, required)
    }

    /// A day.
    pub(crate) fn date(&self, name: &str, label: &str, help: Option<&str>, required: bool) -> Markup {
        self.field(name, label, help, Kind::Date, required)
    }

    /// A number.
    pub(crate) fn number(&self, name: &str, label: &str, help: Option<&str>, required: bool) -> Markup {
        self.field(name, label, help, Kind::Number, required)
    }

    /// Several lines of text.
    pub(crate) fn area(&self, name: &str, label: &str, help: Option<&str>, required: bool) -> Markup {
        self.lines_of(name, label, help, required, 0)
    }

    /// A line of text in several languages.
    pub(crate) fn words(&self, texts: Texts, label: &str, help: Option<&str>, required: bool) -> Markup {
        self.in_languages(texts, label, help, required, TextRoom::Line)
    }

    /// Several lines of text in several languages.
    pub(crate) fn long_words(&self, texts: Texts, label: &str, help: Option<&str>) -> Markup {
        self.in_languages(texts, label, help, false, TextRoom::Lines)
    }

    fn in_languages(&self, texts: Texts, label: &str, help: Option<&str>, required: bool, room: TextRoom) -> Markup {
        let optional = self.mark(required);
        let ask = TextAsk { texts, label, help, required, optional: optional.as_deref(), room };
        text_fields(self.cx.say(), self.fields, self.problems, &ask)
    }

    /// A line or two, where many such fields stand on one page.
    pub(crate) fn small_area(&self, name: &str, label: &str, help: Option<&str>) -> Markup {
        self.lines_of(name, label, help, false, 2)
    }

    /// As [`Typed::small_area`], of a text that may have to be there.
    pub(crate) fn small(&self, name: &str, label: &str, help: Option<&str>, required: bool) -> Markup {
        self.lines_of(name, label, help, required, 2)
    }

    fn lines_of(&self, name: &str, label: &str, help: Option<&str>, required: bool, rows: u8) -> Markup {
        let (error, mark, id) = (self.error(name), self.mark(required), self.name(name));
        TextArea {
            id: &id,
            name: &id,
            label,
            help,
            error: error.as_deref(),
            value: self.fields.text(name),
            required,
            mark: mark.as_deref(),
            rows,
            ..TextArea::default()
        }
        .render()
    }

    /// One of several, as (value, label).
    pub(crate) fn select(
        &self,
        name: &str,
        label: &str,
        help: Option<&str>,
        required: bool,
        choices: &[(String, String)],
    ) -> Markup {
        let (error, mark, id) = (self.error(name), self.mark(required), self.name(name));
        let prompt = self.cx.t("plans-followup-choose");
        let now = self.fields.text(name);
        let choices: Vec<Choice<'_>> = choices
            .iter()
            .map(|(value, label)| Choice { value, label, chosen: value == now, ..Choice::default() })
            .collect();
        Select {
            id: &id,
            name: &id,
            label,
            help,
            error: error.as_deref(),
            required,
            mark: mark.as_deref(),
            prompt: Some(&prompt),
            choices: &choices,
            ..Select::default()
        }
        .render()
    }

    /// One of several in a row of filters; choosing sends it.
    pub(crate) fn filter(&self, name: &str, label: &str, choices: &[(String, String)]) -> Markup {
        let (prompt, now) = (self.cx.t("plans-followup-all"), self.fields.text(name));
        let choices: Vec<Choice<'_>> = choices
            .iter()
            .map(|(value, label)| Choice { value, label, chosen: value == now, ..Choice::default() })
            .collect();
        Select {
            id: name,
            name,
            label,
            prompt: Some(&prompt),
            choices: &choices,
            autosubmit: true,
            ..Select::default()
        }
        .render()
    }

    /// A box to tick.
    pub(crate) fn check(&self, name: &str, label: &str, help: Option<&str>) -> Markup {
        let (error, id) = (self.error(name), self.name(name));
        Checkbox { id: &id, name: &id, label, help, error: error.as_deref(), checked: self.fields.has(name) }.render()
    }

    /// Where something is said: a document, and the place in it.
    pub(crate) fn source(&self) -> Markup {
        let (document, place) = (self.cx.t("plans-field-source-document"), self.cx.t("plans-field-source-place"));
        html! {
            (self.line("source_document", &document, Some(&self.cx.t("plans-field-source-document-help")), false))
            (self.line("source_place", &place, None, false))
        }
    }

    /// A value that goes along unseen.
    pub(crate) fn unseen(&self, name: &str) -> Markup {
        hidden(&self.name(name), self.fields.text(name))
    }
}

/// A form whose fields are kept in the browser until they have reached the server.
pub(crate) fn drafted(cx: &Ctx, action: &str, of: &str, body: Markup) -> Markup {
    Form {
        action,
        csrf: &cx.guard(),
        draft: Some(Draft {
            key: &format!("{action}#{of}"),
            note: &cx.t("plans-draft-note"),
            discard: &cx.t("plans-draft-discard"),
        }),
        multipart: false,
        body,
    }
    .render()
}

/// All problems at the top, each a link to its field.
pub(crate) fn summary(cx: &Ctx, lines: &[(String, String)]) -> Markup {
    let lines: Vec<(&str, &str)> = lines.iter().map(|(field, words)| (field.as_str(), words.as_str())).collect();
    error_summary(&cx.t("web-error-invalid"), &lines)
}

/// Two ways of saying the same fields side by side: each text in all its languages.
pub(crate) fn clash_rows(
    cx: &Ctx,
    labels: &[(&'static str, String)],
    now: &Fields,
    typed: &Fields,
) -> Vec<(String, String, String)> {
    let row = |name: &str, label: String| (label, now.text(name).to_owned(), typed.text(name).to_owned());
    let mut rows = Vec::new();
    for (name, label) in labels {
        rows.push(row(name, label.clone()));
        for (suffix, key) in [("_nn", "web-words-nn"), ("_en", "web-words-en")] {
            let name = format!("{name}{suffix}");
            // A form that knows bokmål alone takes nothing away.
            if typed.iter().any(|(known, _)| known == name) {
                rows.push(row(&name, cx.say().with(key, &[("label", label.as_str().into())])));
            }
        }
    }
    rows
}
