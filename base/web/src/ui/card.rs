//! Cards, big figures and pictures.

use maud::{Markup, Render, html};

use super::icon::Icon;

/// A box with a heading (`h2`).
pub fn card(title: &str, body: &Markup) -> Markup {
    card_with(title, &html! {}, body)
}

/// A box with a heading and something to press on its right.
pub fn card_with(title: &str, aside: &Markup, body: &Markup) -> Markup {
    html! {
        section.ds-card {
            div.card__head { h2 { (title) } (aside) }
            (body)
        }
    }
}

/// A box without a heading.
pub fn panel(body: &Markup) -> Markup {
    html! { div.ds-card { (body) } }
}

/// One number that matters, with its verdict and its denominator.
#[derive(Debug, Clone, Default)]
pub struct FigureCard<'a> {
    /// What is counted.
    pub label: &'a str,
    /// The number, already written for the reader; `None` stays visibly missing.
    pub value: Option<&'a str>,
    /// Unit after the number, or the words that stand for a missing one.
    pub unit: &'a str,
    /// The verdict: a [`super::tone::Tag`].
    pub tag: Markup,
    /// Denominator, target or the rule behind the verdict.
    pub note: &'a str,
    /// Where the number comes from.
    pub href: Option<&'a str>,
}

impl Render for FigureCard<'_> {
    fn render(&self) -> Markup {
        html! {
            div.ds-card.figure {
                p.figure__label {
                    @if let Some(href) = self.href { a href=(href) { (self.label) } } @else { (self.label) }
                }
                @if let Some(value) = self.value {
                    p.figure__value { (value) " " small { (self.unit) } }
                } @else {
                    p.figure__value data-missing { (self.unit) }
                }
                div.figure__foot {
                    (self.tag)
                    @if !self.note.is_empty() { span { (self.note) } }
                }
            }
        }
    }
}

/// Things of equal weight side by side, as many as there is room for.
pub fn grid(items: &[Markup]) -> Markup {
    html! { div.grid { @for item in items { (item) } } }
}

/// What the page is about on the left, what belongs to it on the right; one column when narrow.
pub fn columns(main: &Markup, aside: &Markup) -> Markup {
    html! { div.columns { div.flow { (main) } div.flow { (aside) } } }
}

/// A part of a page under its own heading, with something to press on the right.
pub fn section(id: &str, title: &str, aside: &Markup, body: &Markup) -> Markup {
    html! {
        section.section {
            div.section__head { h2 id=(id) { (title) } (aside) }
            (body)
        }
    }
}

/// A drawing with its question above, its answer beneath and its numbers one key away.
#[derive(Debug, Clone)]
pub struct Picture<'a> {
    /// The question that the drawing answers.
    pub question: &'a str,
    /// What to press beside it, such as a choice of period.
    pub aside: Markup,
    /// The SVG.
    pub drawing: Markup,
    /// The answer in words.
    pub answer: &'a str,
    /// Label of the fold with the numbers, and the table itself.
    pub table: Option<(&'a str, Markup)>,
}

impl Render for Picture<'_> {
    fn render(&self) -> Markup {
        html! {
            section.ds-card.picture__card {
                div.ds-card__block {
                    div.card__head { h2 { (self.question) } (self.aside) }
                    figure.picture {
                        div.picture__scroll { (self.drawing) }
                        figcaption { (self.answer) }
                    }
                }
                @if let Some((label, table)) = &self.table { (fold(label, table)) }
            }
        }
    }
}

/// Something folded away.
pub fn fold(label: &str, body: &Markup) -> Markup {
    html! { details.ds-details { summary { (label) } div { (body) } } }
}

/// Shown on paper only.
pub fn print_only(body: &Markup) -> Markup {
    html! { div.print-only { (body) } }
}

/// Left out on paper.
pub fn no_print(body: &Markup) -> Markup {
    html! { div.no-print { (body) } }
}

/// Heard, not seen.
pub fn sr_only(words: &str) -> Markup {
    html! { span.ds-sr-only { (words) } }
}

/// Words after a small icon, in quiet type: a date, a place, a person.
pub fn meta(icon: Icon, words: &str) -> Markup {
    html! { span.quiet.small { (icon) " " (words) } }
}
