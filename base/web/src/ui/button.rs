//! Buttons, links that look like buttons, and buttons that are a whole form.

use maud::{Markup, Render, html};

use super::icon::Icon;

/// How loud a button is; one primary button to a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Weight {
    /// The one thing the page is for.
    #[default]
    Primary,
    /// A thing one may also do.
    Secondary,
    /// A quiet way out.
    Tertiary,
    /// Takes something away.
    Danger,
}

impl Weight {
    fn variant(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary | Self::Danger => "secondary",
            Self::Tertiary => "tertiary",
        }
    }

    fn color(self) -> Option<&'static str> {
        (self == Self::Danger).then_some("danger")
    }
}

/// A submit button. `value` is sent as `(name, value)`; `form` is the id of a form elsewhere.
#[derive(Debug, Clone, Copy, Default)]
pub struct Button<'a> {
    /// What pressing it does, as a verb.
    pub label: &'a str,
    /// How loud it is.
    pub weight: Weight,
    /// Decoration before the label.
    pub icon: Option<Icon>,
    /// Sent with the form, so that one form can have several ways to go.
    pub value: Option<(&'a str, &'a str)>,
    /// Id of the form it belongs to when it stands outside it.
    pub form: Option<&'a str>,
    /// Another address than the form's own.
    pub action: Option<&'a str>,
}

impl Render for Button<'_> {
    fn render(&self) -> Markup {
        html! {
            button.ds-button type="submit" data-variant=(self.weight.variant()) data-color=[self.weight.color()]
                name=[self.value.map(|v| v.0)] value=[self.value.map(|v| v.1)]
                form=[self.form] formaction=[self.action] {
                @if let Some(icon) = self.icon { (icon) }
                (self.label)
            }
        }
    }
}

/// A plain submit button of the given weight.
pub fn button(label: &str, weight: Weight) -> Markup {
    Button { label, weight, ..Button::default() }.render()
}

/// A link that looks like a button: it goes somewhere and changes nothing.
pub fn link_button(label: &str, href: &str, weight: Weight, icon: Option<Icon>) -> Markup {
    html! {
        a.ds-button href=(href) data-variant=(weight.variant()) data-color=[weight.color()] {
            @if let Some(icon) = icon { (icon) }
            (label)
        }
    }
}

/// A button that is its own form: one press, one POST. `hidden` holds extra fields.
pub fn post_button(label: &str, action: &str, csrf: &str, weight: Weight, hidden: &[(&str, &str)]) -> Markup {
    html! {
        form method="post" action=(action) {
            input type="hidden" name="_csrf" value=(csrf);
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            (button(label, weight))
        }
    }
}

/// A plain link in running text.
pub fn link(label: &str, href: &str) -> Markup {
    html! { a.ds-link href=(href) { (label) } }
}

/// Prints the page; shows nothing where scripts do not run.
pub fn print_button(label: &str) -> Markup {
    html! {
        button.ds-button.no-print type="button" data-variant="tertiary" data-print { (Icon::Print) (label) }
    }
}
