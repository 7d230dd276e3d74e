//! Radios, checkboxes and files: fields whose label belongs to a group or a box.

use maud::{Markup, Render, html};

use super::field::{Choice, Wiring, mark};

/// A group of radios (one choice) or checkboxes (any number).
#[derive(Debug, Clone, Copy, Default)]
pub struct Choices<'a> {
    /// Unique on the page; the first choice gets exactly this id, so that errors link to it.
    pub id: &'a str,
    /// Name in the form data.
    pub name: &'a str,
    /// The question.
    pub label: &'a str,
    /// Help under the question.
    pub help: Option<&'a str>,
    /// What is wrong and how to put it right.
    pub error: Option<&'a str>,
    /// Whether one must choose (radios only).
    pub required: bool,
    /// Words after the question.
    pub mark: Option<&'a str>,
    /// What there is to choose from.
    pub choices: &'a [Choice<'a>],
}

/// One of several; nothing is chosen unless the caller says so.
pub fn radios(group: &Choices<'_>) -> Markup {
    fieldset(group, "radio")
}

/// Any of several.
pub fn checkboxes(group: &Choices<'_>) -> Markup {
    fieldset(group, "checkbox")
}

fn fieldset(group: &Choices<'_>, kind: &str) -> Markup {
    let wiring = Wiring::new(group.id, group.help, group.error);
    let required = group.required && kind == "radio";
    html! {
        fieldset.ds-fieldset.(wiring.class().unwrap_or_default()) aria-describedby=[wiring.described_by()] {
            legend.ds-label { (group.label) (mark(group.mark)) }
            (wiring.help(group.help))
            @for (place, choice) in group.choices.iter().enumerate() {
                @let id = if place == 0 { group.id.to_owned() } else { format!("{}-{place}", group.id) };
                @let help = choice.help.map(|_| format!("{id}-choice-help"));
                div.ds-field {
                    input.ds-input type=(kind) id=(id) name=(group.name) value=(choice.value)
                        checked[choice.chosen] required[required] aria-describedby=[help.as_deref()]
                        aria-invalid=[wiring.invalid()];
                    label.ds-label for=(id) { (choice.label) }
                    @if let (Some(help), Some(words)) = (&help, choice.help) {
                        div data-field="description" id=(help) { (words) }
                    }
                }
            }
            (wiring.error(group.error))
        }
    }
}

/// One box to tick; sends `value` "true" when ticked and nothing when not.
#[derive(Debug, Clone, Copy, Default)]
pub struct Checkbox<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// Name in the form data.
    pub name: &'a str,
    /// What ticking it says.
    pub label: &'a str,
    /// Help under the label.
    pub help: Option<&'a str>,
    /// What is wrong.
    pub error: Option<&'a str>,
    /// Whether it is ticked.
    pub checked: bool,
}

impl Render for Checkbox<'_> {
    fn render(&self) -> Markup {
        let wiring = Wiring::new(self.id, self.help, self.error);
        html! {
            div.ds-field.(wiring.class().unwrap_or_default()) {
                input.ds-input type="checkbox" id=(self.id) name=(self.name) value="true"
                    checked[self.checked] aria-describedby=[wiring.described_by()]
                    aria-invalid=[wiring.invalid()];
                label.ds-label for=(self.id) { (self.label) }
                (wiring.help(self.help))
                (wiring.error(self.error))
            }
        }
    }
}

/// A file to send; the form must be `multipart`.
#[derive(Debug, Clone, Copy, Default)]
pub struct FileUpload<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// Name in the form data.
    pub name: &'a str,
    /// Says which file.
    pub label: &'a str,
    /// Help under the label: kinds and size.
    pub help: Option<&'a str>,
    /// What is wrong.
    pub error: Option<&'a str>,
    /// The HTML `accept` list, such as ".csv,text/csv".
    pub accept: Option<&'a str>,
    /// Whether a file must be chosen.
    pub required: bool,
}

impl Render for FileUpload<'_> {
    fn render(&self) -> Markup {
        let wiring = Wiring::new(self.id, self.help, self.error);
        html! {
            div.ds-field.(wiring.class().unwrap_or_default()) {
                label.ds-label for=(self.id) { (self.label) }
                (wiring.help(self.help))
                input.ds-input type="file" id=(self.id) name=(self.name) accept=[self.accept]
                    required[self.required] aria-describedby=[wiring.described_by()]
                    aria-invalid=[wiring.invalid()];
                (wiring.error(self.error))
            }
        }
    }
}
