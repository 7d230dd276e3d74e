//! What is asked for in a question: "who decides about the duty roster?" asks for the duty roster.

/// Words that make a sentence a question, in the three languages, and hold nothing to look for.
const ASKING: &[&str] = &[
    "hvem",
    "kven",
    "who",
    "hva",
    "kva",
    "what",
    "hvor",
    "kor",
    "bestemmer",
    "bestem",
    "avgjør",
    "avgjer",
    "vedtar",
    "vedtek",
    "decides",
    "decide",
    "har",
    "has",
    "ansvar",
    "ansvaret",
    "responsible",
    "responsibility",
    "for",
    "om",
    "about",
    "over",
    "of",
    "the",
    "er",
    "is",
    "det",
    "den",
    "de",
    "dei",
    "i",
    "in",
    "på",
    "on",
    "skal",
    "kan",
    "må",
    "som",
    "og",
    "and",
    "en",
    "ei",
    "et",
    "eit",
    "a",
    "an",
];

/// The words to look for in what somebody asks. A question of nothing but asking words is taken as it stands.
pub fn looked_for(asked: &str) -> String {
    let words: Vec<&str> =
        asked.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric())).collect();
    let kept: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !word.is_empty() && !ASKING.contains(&word.to_lowercase().as_str()))
        .collect();
    if kept.is_empty() { asked.trim().to_owned() } else { kept.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::looked_for;

    #[track_caller]
    fn check(asked: &str, expected: &str) {
        assert_eq!(looked_for(asked), expected, "{asked:?}");
    }

    #[test]
    fn a_question_is_looked_up_by_what_it_asks_about() {
        check("Hvem bestemmer om styringssystem?", "styringssystem");
        check("kven avgjer turnus", "turnus");
        check("Who decides about the duty roster?", "duty roster");
        check("styringssystem", "styringssystem");
        check("plan for beredskap", "plan beredskap");
        check("hvem", "hvem");
        check("  ", "");
    }
}
