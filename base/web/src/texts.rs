//! A text in several languages as part of a form: bokmål in sight, nynorsk and English in a quiet
//! fold beneath it, which opens by itself when something in it wants an eye.
//!
//! In a form the text `name` has the fields `name`, `name_nn` and `name_en`. A translation that was
//! left behind when the text changed is told in `name_check`, and the box `name_ok` says that
//! the translations still hold.

use maud::{Markup, Render, html};
use varde_kernel::{Id, Locale, Place, Problems, Words};
use varde_store::{Tx, translation};

use crate::ui::{Checkbox, Field, TextArea, hidden};
use crate::{Arg, Checked, Ctx, Error, Fields, Json, Say};

/// The fields of a text: bokmål, nynorsk, English. [`texts!`](crate::texts) writes them out.
pub type Texts = [&'static str; 3];

/// The fields of a text in several languages: `texts!("name")`.
#[macro_export]
macro_rules! texts {
    ($name:literal) => {
        [$name, concat!($name, "_nn"), concat!($name, "_en")]
    };
}

/// How much room a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// One line.
    Line,
    /// Several lines.
    Lines,
}

impl Fields {
    /// A text in several languages. What was sent decides; of a language that was not sent (an
    /// older program, a form that knows bokmål alone), what stood in `before` stays.
    pub fn words(&self, [nb, nn, en]: Texts, room: Room, before: &Words, problems: &mut Problems) -> Words {
        let mut read = |name| match room {
            Room::Line => self.short(name, problems),
            Room::Lines => self.long(name, problems),
        };
        let text = read(nb);
        let mut other = |name, stood: &Option<String>| {
            let sent = read(name);
            if self.iter().any(|(known, _)| known == name) {
                Some(sent).filter(|text| !text.is_empty())
            } else {
                stood.clone()
            }
        };
        let (nn, en) = (other(nn, &before.nn), other(en, &before.en));
        if text.is_empty() && (nn.is_some() || en.is_some()) && problems.of_field(nb).is_none() {
            problems.field(nb, "web-words-nb-missing");
        }
        Words { nb: text, nn, en }
    }

    /// Like [`Fields::words`], of a text that must be there.
    pub fn required_words(&self, texts: Texts, room: Room, before: &Words, problems: &mut Problems) -> Words {
        let [nb, ..] = texts;
        if !self.has(nb) {
            problems.field(nb, "web-problem-required");
        }
        self.words(texts, room, before, problems)
    }

    /// The fields with a text in all its languages added.
    #[must_use]
    pub fn with_words(self, [nb, nn, en]: Texts, words: &Words) -> Self {
        let other = |text: &Option<String>| text.clone().unwrap_or_default();
        self.and(nb, words.nb.clone()).and(nn, other(&words.nn)).and(en, other(&words.en))
    }

    /// The texts whose translations were said to hold.
    pub fn confirmed(&self) -> Vec<String> {
        self.iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .filter_map(|(name, _)| name.strip_suffix("_ok").map(str::to_owned))
            .collect()
    }
}

impl Ctx {
    /// The fields of a form about `thing`, telling which translations ought to be looked at.
    pub async fn with_checks<K>(&self, thing: Id<K>, fields: Fields) -> Result<Fields, Error> {
        let marks = translation::to_check(self.db(), thing).await?;
        Ok(marks
            .iter()
            .fold(fields, |fields, mark| fields.and(&format!("{}_check", mark.field), mark.locale.tag().to_owned())))
    }

    /// The translations of `thing` that ought to be looked at, as the API names them: `name_nn`.
    pub async fn to_check<K>(&self, thing: Id<K>) -> Result<Vec<String>, Error> {
        Ok(translation::to_check(self.db(), thing).await?.iter().map(ToString::to_string).collect())
    }

    /// What the API tells of `thing`, with the translations that ought to be looked at.
    pub async fn checked<K, T>(&self, thing: Id<K>, told: T) -> Result<Json<Checked<T>>, Error> {
        Ok(Json(Checked { thing: told, to_check: self.to_check(thing).await? }))
    }
}

/// Takes note of the translations that the form says still hold; call it after saving.
pub async fn confirm<K>(tx: &Tx, thing: Id<K>, fields: &Fields) -> Result<(), Error> {
    Ok(translation::confirm(tx, thing, &fields.confirmed()).await?)
}

/// What is asked for in a text's part of the form.
#[derive(Clone, Copy, Debug)]
pub struct TextAsk<'a> {
    /// The fields.
    pub texts: Texts,
    /// Says what to write.
    pub label: &'a str,
    /// Help under the label.
    pub help: Option<&'a str>,
    /// Whether it must be there.
    pub required: bool,
    /// Words after the label of what may be left empty.
    pub optional: Option<&'a str>,
    /// How much room it has.
    pub room: Room,
}

/// The label of one language of a text.
pub(crate) fn label_in(say: &Say, label: &str, locale: Locale) -> String {
    let key = match locale {
        Locale::Nb => return label.to_owned(),
        Locale::Nn => "web-words-nn",
        Locale::En => "web-words-en",
    };
    say.with(key, &[("label", Arg::from(label))])
}

/// Draws a text in several languages.
pub fn text_fields(say: &Say, fields: &Fields, problems: &Problems, ask: &TextAsk<'_>) -> Markup {
    let [nb, nn, en] = ask.texts;
    let error = |name: &str| {
        let mut here = problems.iter().filter(|one| matches!(one.place, Place::Field(field) if field == name));
        here.next().map(|problem| say.problem(problem))
    };
    let one = |id: &'static str, label: &str, help: Option<&str>, required: bool, mark: Option<&str>| {
        let error = error(id);
        let (error, value) = (error.as_deref(), fields.text(id));
        match ask.room {
            Room::Line => {
                Field { id, name: id, label, help, error, value, required, mark, ..Field::default() }.render()
            }
            Room::Lines => {
                TextArea { id, name: id, label, help, error, value, required, mark, ..TextArea::default() }.render()
            }
        }
    };
    let (check, ok) = (format!("{nb}_check"), format!("{nb}_ok"));
    let behind: Vec<&str> = fields.all(&check).filter(|tag| !tag.is_empty()).collect();
    let written: Vec<String> = [(nn, "web-words-nynorsk"), (en, "web-words-english")]
        .iter()
        .filter(|(name, _)| fields.has(name))
        .map(|(_, key)| say.t(key))
        .collect();
    let open = !behind.is_empty() || error(nn).is_some() || error(en).is_some();
    let state = if !behind.is_empty() {
        say.t("web-words-state-check")
    } else if written.is_empty() {
        say.t("web-words-state-none")
    } else {
        written.join(", ")
    };
    html! {
        div.words {
            (one(nb, ask.label, ask.help, ask.required, if ask.required { None } else { ask.optional }))
            @for tag in &behind { (hidden(&check, tag)) }
            details.words__others open[open] {
                summary { (say.t("web-words-others")) " " span.ds-sr-only { "(" (ask.label) ") " } span.quiet.small { (state) } }
                div.flow {
                    @if !behind.is_empty() { p.small.words__check { (say.t("web-words-check")) } }
                    (one(nn, &label_in(say, ask.label, Locale::Nn), None, false, None))
                    (one(en, &label_in(say, ask.label, Locale::En), None, false, None))
                    @if !written.is_empty() {
                        (Checkbox { id: &ok, name: &ok, label: &say.t("web-words-ok"), checked: fields.has(&ok), ..Checkbox::default() })
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_was_not_sent_keeps_what_stood_there() {
        let before = Words { nb: "Ikke".into(), nn: Some("Ikkje".into()), en: Some("Not".into()) };
        let check = |sent: &[u8], expected: (&str, Option<&str>, Option<&str>), n_problems| {
            let mut problems = Problems::new();
            let words = Fields::parse(sent).required_words(texts!("name"), Room::Line, &before, &mut problems);
            assert_eq!((words.nb.as_str(), words.nn.as_deref(), words.en.as_deref()), expected);
            assert_eq!(problems.len(), n_problems);
        };
        check(b"name=Aldri", ("Aldri", Some("Ikkje"), Some("Not")), 0);
        check(b"name=Aldri&name_nn=Aldri&name_en=", ("Aldri", Some("Aldri"), None), 0);
        check(b"name=&name_nn=Aldri", ("", Some("Aldri"), Some("Not")), 1);
    }

    #[test]
    fn the_boxes_say_which_texts_hold() {
        assert_eq!(Fields::parse(b"name_ok=true&scope_ok=&name=x").confirmed(), ["name"]);
    }
}
