//! Texts in several languages inside payloads of JSON: all of a text is kept, not bokmål alone.

use serde_json::{Map, Value as Json};
use varde_kernel::{Locale, Words};

/// A text in the languages that it is written in, by the languages' tags.
pub fn all_languages(words: &Words) -> Json {
    let written = [(Locale::Nb, Some(&words.nb)), (Locale::Nn, words.nn.as_ref()), (Locale::En, words.en.as_ref())];
    let texts = written.into_iter().filter_map(|(locale, text)| Some((locale.tag().to_owned(), text?.clone().into())));
    Json::Object(texts.collect::<Map<String, Json>>())
}

/// The text that [`all_languages`] wrote; `None` when it is something else.
pub fn languages_of(json: &Json) -> Option<Words> {
    let texts = json.as_object()?;
    let is_tag = |name: &String| Locale::ALL.iter().any(|locale| locale.tag() == name);
    let text = |locale: Locale| Some(texts.get(locale.tag())?.as_str()?.to_owned());
    let nb = text(Locale::Nb).filter(|_| texts.keys().all(is_tag))?;
    Some(Words { nb, nn: text(Locale::Nn), en: text(Locale::En) })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_text_comes_back_in_all_its_languages() {
        let words = Words { nb: "Mål".into(), nn: Some("Mål".into()), en: Some("Goal".into()) };
        for words in [words, Words::plain("Bare bokmål"), Words::default()] {
            assert_eq!(languages_of(&all_languages(&words)), Some(words));
        }
    }

    #[test]
    fn what_is_no_text_is_not_taken_for_one() {
        for other in [json!("Mål"), json!(null), json!({}), json!({ "nb": 3 }), json!({ "nb": "Mål", "unit": "x" })] {
            assert_eq!(languages_of(&other), None, "{other}");
        }
    }
}
