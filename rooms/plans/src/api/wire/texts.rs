//! Texts in several languages, as they are sent and shown.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::Words;
use varde_web::{Fields, Texts};

/// A text in up to three languages.
#[derive(Serialize, ToSchema)]
pub(crate) struct Text {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: Option<String>,
    /// English.
    pub en: Option<String>,
}

impl From<Words> for Text {
    fn from(words: Words) -> Self {
        Self { nb: words.nb, nn: words.nn, en: words.en }
    }
}

/// A text to save: in bokmål alone, which leaves the translations as they stand and marks them as
/// to be checked, or in all its languages.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum TextIn {
    /// Bokmål alone.
    Plain(String),
    /// All its languages; one that is left out is taken away.
    Whole(WholeText),
}

/// A text with its translations.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WholeText {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: Option<String>,
    /// English.
    pub en: Option<String>,
}

impl Default for TextIn {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl TextIn {
    /// A list of texts as a form would send it: one on each line. A language that no text of the
    /// list names is not sent.
    pub(crate) fn lines(list: Vec<Self>) -> Self {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<&str>>().join(" ");
        let mut whole = WholeText { nb: String::new(), nn: None, en: None };
        let all_plain = list.iter().all(|text| matches!(text, Self::Plain(_)));
        let (mut nb, mut nn, mut en) = (Vec::new(), Vec::new(), Vec::new());
        for text in list {
            let text = match text {
                Self::Plain(nb) => WholeText { nb, nn: None, en: None },
                Self::Whole(whole) => whole,
            };
            if text.nb.trim().is_empty() {
                continue;
            }
            nb.push(one_line(&text.nb));
            nn.push(one_line(text.nn.as_deref().unwrap_or_default()));
            en.push(one_line(text.en.as_deref().unwrap_or_default()));
        }
        if all_plain {
            return Self::Plain(nb.join("\n"));
        }
        whole.nb = nb.join("\n");
        whole.nn = Some(nn.join("\n"));
        whole.en = Some(en.join("\n"));
        Self::Whole(whole)
    }
}

/// Fields as a form would send them, with texts and what is said of their translations added.
pub(crate) fn with_texts(fields: &Fields, texts: Vec<(Texts, TextIn)>, confirmed: Vec<String>) -> Fields {
    let mut pairs: Vec<(String, String)> =
        fields.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    for ([nb, nn, en], text) in texts {
        match text {
            TextIn::Plain(text) => pairs.push((nb.to_owned(), text)),
            TextIn::Whole(text) => {
                pairs.push((nb.to_owned(), text.nb));
                pairs.push((nn.to_owned(), text.nn.unwrap_or_default()));
                pairs.push((en.to_owned(), text.en.unwrap_or_default()));
            }
        }
    }
    pairs.extend(confirmed.into_iter().map(|name| (format!("{name}_ok"), "true".to_owned())));
    Fields::new(pairs)
}
