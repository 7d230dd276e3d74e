//! The words of a text, as a model sees them.

use std::collections::BTreeSet;

/// Words that say nothing of what happened, in bokmål, nynorsk and English. Short ones fall away by length.
const EMPTY: &[&str] = &[
    "alle", "also", "andre", "bare", "been", "berre", "ble", "blei", "blir", "but", "dei", "den", "denne", "der",
    "det", "dette", "disse", "eller", "ein", "eit", "ette", "etter", "for", "fordi", "fra", "from", "frå", "før",
    "had", "hadde", "han", "har", "has", "have", "her", "him", "his", "hun", "hva", "hvor", "ikke", "ikkje", "inn",
    "kan", "kom", "kunne", "med", "men", "mot", "not", "når", "også", "om", "opp", "out", "over", "seg", "she", "sin",
    "sine", "sitt", "skal", "skulle", "slik", "som", "that", "the", "their", "they", "this", "til", "under", "ved",
    "var", "vart", "vere", "vil", "ville", "vært", "være", "was", "were", "when", "which", "with", "you",
];

/// Endings that are cut, the longest first: the definite and plural forms of nouns and the endings of verbs.
const ENDINGS: &[&str] = &["erene", "ene", "ane", "en", "et", "er", "ar", "a", "e"];
/// What must be left of a word.
const LEAST_LEFT: usize = 3;
/// Shorter words are left out.
const SHORTEST: usize = 3;

/// The words of a text: small letters, each once, in alphabetic order. A string with a digit is left out, since
/// it is a number, a time or a person's, and so are words that say nothing.
///
/// Of each word at most one ending is cut, and only where three letters are left: `pasienten`, `pasienter` and
/// `pasientene` become `pasient`. That is coarser than a stemmer on purpose: no dictionary, the same for both
/// written forms of Norwegian, and easy to explain.
pub fn words_of(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let found: BTreeSet<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.chars().any(char::is_numeric))
        .filter(|word| SHORTEST <= word.chars().count() && !EMPTY.contains(word))
        .map(|word| stem(word).to_owned())
        .collect();
    found.into_iter().collect()
}

fn stem(word: &str) -> &str {
    let mut cut = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    cut.find(|left| LEAST_LEFT <= left.chars().count()).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn forms_of_a_word_become_one_and_numbers_fall_away() {
        assert_eq!(words_of("Pasienten pasienter, PASIENTENE og pasientane"), ["pasient"]);
        assert_eq!(words_of("Falt kl. 03:15 fra seng 12b, fnr 13075706604"), ["falt", "fnr", "seng"]);
        assert_eq!(words_of("Feil dose, doser; båre på båra"), ["bår", "dos", "feil"].map(str::to_owned));
        assert_eq!(words_of("ikke det som var"), Vec::<String>::new());
    }
    proptest! {
        #[test]
        fn whatever_is_written_words_are_sorted_and_hold_no_digit(text in ".{0,60}") {
            let words = words_of(&text);
            prop_assert!(words.is_sorted() && words.iter().all(|word| !word.chars().any(char::is_numeric)));
        }
    }
}
