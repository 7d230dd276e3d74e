//! Tones and the tags that carry them: colour, shape and words together.

use maud::{Markup, Render, html};

use super::icon::Icon;

/// How a thing stands. Colour follows from it, and so does the shape of the icon.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing is said about good or bad; also "no data" and "cannot be judged".
    #[default]
    Neutral,
    /// Worth knowing.
    Info,
    /// As it should be.
    Success,
    /// Needs an eye.
    Warning,
    /// Needs action.
    Danger,
}

impl Tone {
    /// The value of Designsystemet's `data-color`.
    pub fn color(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    /// A shape of its own for each tone, so that colour is never the only sign.
    pub fn icon(self) -> Icon {
        match self {
            Self::Neutral => Icon::Minus,
            Self::Info => Icon::Info,
            Self::Success => Icon::Success,
            Self::Warning => Icon::Warning,
            Self::Danger => Icon::Danger,
        }
    }
}

/// A status in a word or two: `(Tag(Tone::Warning, "Forsinket"))`.
#[derive(Debug, Clone, Copy)]
pub struct Tag<'a>(pub Tone, pub &'a str);

impl Render for Tag<'_> {
    fn render(&self) -> Markup {
        html! {
            span.ds-tag data-color=(self.0.color()) { (self.0.icon()) span { (self.1) } }
        }
    }
}

/// A label without a verdict: a kind, a framework, a year.
pub fn label_tag(words: &str) -> Markup {
    html! { span.ds-tag data-color="neutral" data-variant="outline" { (words) } }
}
