//! The form around the fields: its guard, its errors, its buttons, its conflicts.

use maud::{Markup, PreEscaped, Render, html};

use super::button::{Weight, button, link_button};
use super::icon::Icon;

/// A form that changes something. Always POST, always with the guard field `_csrf`.
#[derive(Debug, Clone, Default)]
pub struct Form<'a> {
    /// Where it is sent.
    pub action: &'a str,
    /// The session's guard against forged forms.
    pub csrf: &'a str,
    /// Keeps what is typed in this browser under this key; put the thing's version into the key, so
    /// that an old draft never covers newer data. The pair is the note shown when a draft was
    /// brought back and the words of the button that throws it away.
    pub draft: Option<Draft<'a>>,
    /// Whether it carries files.
    pub multipart: bool,
    /// Fields and buttons.
    pub body: Markup,
}

/// Keeps what is typed in a form until it has reached the server.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// Name of the draft, for instance `plan-7-v3`.
    pub key: &'a str,
    /// Said when a draft was brought back.
    pub note: &'a str,
    /// Label of the button that throws the draft away.
    pub discard: &'a str,
}

impl Render for Form<'_> {
    fn render(&self) -> Markup {
        html! {
            // The server's own words come back beside each field, in the reader's language.
            form.form method="post" action=(self.action) novalidate
                enctype=[self.multipart.then_some("multipart/form-data")]
                data-draft=[self.draft.map(|d| d.key)] {
                input type="hidden" name="_csrf" value=(self.csrf);
                @if let Some(draft) = self.draft {
                    div.ds-alert data-color="info" role="status" data-draft-note hidden {
                        p { (draft.note) }
                        button.ds-button type="button" data-variant="tertiary" data-draft-discard { (draft.discard) }
                    }
                }
                (self.body)
            }
        }
    }
}

/// A form that changes something, without draft or files.
pub fn form(action: &str, csrf: &str, body: Markup) -> Markup {
    Form { action, csrf, body, ..Form::default() }.render()
}

/// A form that only asks (GET).
pub fn query_form(action: &str, body: &Markup) -> Markup {
    html! { form.form method="get" action=(action) { (body) } }
}

/// A hidden field.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// All that is wrong, at the top, each line a link to its field. Empty when nothing is. The page puts
/// the field's label before each line, so that "fill in this field" says which.
pub fn error_summary(title: &str, problems: &[(&str, &str)]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div.ds-error-summary data-error-summary tabindex="-1" role="group" aria-labelledby="error-summary-title" {
                h2 id="error-summary-title" { (title) }
                ul.ds-list {
                    @for (field, message) in problems {
                        li {
                            @if field.is_empty() { (message) } @else {
                                a.ds-link href={ "#" (field) } { (message) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a summary of errors begins with. What people write is escaped, and never looks like it.
const SUMMARY: &str = "<div class=\"ds-error-summary\" data-error-summary";

/// The page with the fields' names in its summary of what is wrong, read from the fields' own labels: so
/// no form can forget one, and none can call a field two things.
pub(crate) fn with_names(page: Markup) -> Markup {
    let Some((head, rest)) = page.0.split_once(SUMMARY) else { return page };
    let Some((mut lines, tail)) = rest.split_once("</ul>") else { return page };
    let mut named = format!("{head}{SUMMARY}");
    while let Some((before, line)) = lines.split_once("href=\"#") {
        let Some((field, words)) = line.split_once("\">") else { break };
        named.extend([before, "href=\"#", field, "\">"]);
        if let Some(label) = label_of(tail, field).filter(|label| !words.starts_with(label)) {
            named.extend([label, ": "]);
        }
        lines = words;
    }
    named.extend([lines, "</ul>", tail]);
    PreEscaped(named)
}

/// What a field is called where it is drawn; a choice among several by the question over them.
fn label_of<'a>(page: &'a str, field: &str) -> Option<&'a str> {
    let (before, _) = page.split_once(&format!(" id=\"{field}\""))?;
    let group = before.rsplit_once("<fieldset").map(|(_, group)| group).filter(|group| !group.contains("</fieldset>"));
    let question = group.and_then(|group| group.split_once("<legend class=\"ds-label\">")).map(|(_, label)| label);
    let label = question.or_else(|| page.split_once(&format!(" for=\"{field}\">")).map(|(_, label)| label))?;
    let label = label.split('<').next().unwrap_or_default().trim().trim_end_matches(['?', ':', '.']);
    (!label.is_empty()).then_some(label)
}

/// The buttons under a form. `cancel` is (label, href); `danger` stands apart at the far end.
pub fn submit_row(primary: &str, cancel: Option<(&str, &str)>, danger: Option<Markup>) -> Markup {
    html! {
        div.submit.row {
            (button(primary, Weight::Primary))
            @if let Some((label, href)) = cancel { (link_button(label, href, Weight::Tertiary, None)) }
            @if let Some(danger) = danger { span data-end { (danger) } }
        }
    }
}

/// Fields that belong together under one heading.
pub fn field_group(legend: &str, help: Option<&str>, fields: &Markup) -> Markup {
    html! {
        fieldset.ds-fieldset.group {
            legend { h2 { (legend) } }
            @if let Some(help) = help { p { (help) } }
            (fields)
        }
    }
}

/// A row of filters above a list (GET); works with Enter, and selects may send themselves. On phones
/// all but the first field wait behind a link, and on paper only those in force are shown.
pub fn filter_bar(action: &str, label: &str, fields: &Markup, submit: &str, reset: Option<(&str, &str)>) -> Markup {
    html! {
        form.filters id="filters" method="get" action=(action) role="search" aria-label=(label) {
            (fields)
            a.ds-link.filters__more href="#filters" { (Icon::Filter) (label) }
            div.row {
                button.ds-button type="submit" data-variant="secondary" { (Icon::Filter) (submit) }
                @if let Some((label, href)) = reset { (link_button(label, href, Weight::Tertiary, None)) }
            }
        }
    }
}

/// One field that two people changed at once.
#[derive(Debug, Clone, Copy)]
pub struct Clash<'a> {
    /// The field's label.
    pub label: &'a str,
    /// What the other saved.
    pub theirs: &'a str,
    /// What was typed here.
    pub yours: &'a str,
}

/// Says who changed what meanwhile; what was typed stays in the form below it.
#[derive(Debug, Clone, Copy)]
pub struct ConflictBox<'a> {
    /// What happened, in one line: "Kari endret dette kl. 09.42".
    pub title: &'a str,
    /// What to do now.
    pub text: &'a str,
    /// Heading of what is saved.
    pub theirs: &'a str,
    /// Heading of what was typed.
    pub yours: &'a str,
    /// Field by field; only those that differ.
    pub clashes: &'a [Clash<'a>],
}

impl Render for ConflictBox<'_> {
    fn render(&self) -> Markup {
        let compared = html! {
            @for clash in self.clashes {
                h3 { (clash.label) }
                div.compare {
                    div { p.quiet.small { (self.theirs) } (clash.theirs) }
                    div { p.quiet.small { (self.yours) } (clash.yours) }
                }
            }
        };
        conflict(self.title, self.text, &compared)
    }
}

/// Says that someone else saved first, above the form that still holds what was typed: who and when in
/// the title, what to do, and what they changed.
pub fn conflict(title: &str, text: &str, changed: &Markup) -> Markup {
    html! {
        div.ds-alert data-color="warning" role="alert" data-conflict {
            h2 { (title) }
            p { (text) }
            (changed)
        }
    }
}

/// Asks before something is done that is hard to undo: the body of its own page.
#[derive(Debug, Clone)]
pub struct Confirm<'a> {
    /// Where yes is sent.
    pub action: &'a str,
    /// The session's guard.
    pub csrf: &'a str,
    /// What will happen, and to what.
    pub text: Markup,
    /// Fields such as a reason; may be empty.
    pub fields: Markup,
    /// The yes, as a verb: "Slett planen".
    pub yes: &'a str,
    /// The way back: (label, href).
    pub no: (&'a str, &'a str),
    /// Whether the yes takes something away.
    pub takes_away: bool,
}

impl Render for Confirm<'_> {
    fn render(&self) -> Markup {
        let weight = if self.takes_away { Weight::Danger } else { Weight::Primary };
        form(
            self.action,
            self.csrf,
            html! {
                div.prose { (self.text) }
                (self.fields)
                div.submit.row {
                    (button(self.yes, weight))
                    (link_button(self.no.0, self.no.1, Weight::Tertiary, None))
                }
            },
        )
    }
}
