//! What the page says back: messages, emptiness, how far something has come.

use maud::{Markup, Render, html};

use super::icon::Icon;
use super::tone::Tone;

/// A message in a box. Dangers and warnings are read out at once, the rest when there is time.
pub fn alert(tone: Tone, title: Option<&str>, body: &Markup) -> Markup {
    let role = match tone {
        Tone::Danger | Tone::Warning => "alert",
        Tone::Neutral | Tone::Info | Tone::Success => "status",
    };
    html! {
        div.ds-alert data-color=(tone.color()) role=(role) {
            @if let Some(title) = title { h2 { (title) } }
            (body)
        }
    }
}

/// A note that stands on the page and interrupts nobody.
pub fn note(tone: Tone, title: Option<&str>, body: &Markup) -> Markup {
    html! {
        div.ds-alert data-color=(tone.color()) {
            @if let Some(title) = title { h3 { (title) } }
            (body)
        }
    }
}

/// Nothing here, why, and what one can do about it.
pub fn empty_state(title: &str, text: &str, action: &Markup) -> Markup {
    html! {
        div.empty {
            (Icon::Inbox)
            h3 { (title) }
            p { (text) }
            (action)
        }
    }
}

/// How far something has come. The bar never stands alone: `text` says it in words.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// What is under way.
    pub label: &'a str,
    /// "12 av 33 aktiviteter".
    pub text: &'a str,
    /// How much is done.
    pub done: u32,
    /// How much there is.
    pub of: u32,
}

impl Render for Progress<'_> {
    fn render(&self) -> Markup {
        html! {
            div.meter {
                div.meter__text { span id=(self.id) { (self.label) } span.quiet.nums { (self.text) } }
                progress aria-labelledby=(self.id) aria-valuetext=(self.text) value=(self.done.min(self.of)) max=(self.of.max(1)) {}
            }
        }
    }
}
