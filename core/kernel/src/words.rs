//! Languages, and texts that exist in several of them.

use std::fmt;
use std::str::FromStr;

/// A language Varde speaks. Bokmål is the source; the others are complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locale {
    /// Norwegian bokmål.
    #[default]
    Nb,
    /// Norwegian nynorsk.
    Nn,
    /// British English.
    En,
}

impl Locale {
    /// All languages, in menu order.
    pub const ALL: [Self; 3] = [Self::Nb, Self::Nn, Self::En];

    /// The language tag, as in `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::En => "en",
        }
    }

    /// The language's own name, as shown in the language switch.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Nb => "Bokmål",
            Self::Nn => "Nynorsk",
            Self::En => "English",
        }
    }

    /// The best language for an `Accept-Language` header; bokmål when none fits.
    pub fn from_header(header: &str) -> Self {
        let mut wanted: Vec<(f32, usize, Self)> = Vec::new();
        for (place, item) in header.split(',').enumerate() {
            let mut parts = item.trim().split(';');
            let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()))
                .unwrap_or(1.0);
            let primary = tag.split('-').next().unwrap_or_default();
            let locale = match primary {
                "nb" | "no" | "da" | "sv" => Self::Nb,
                "nn" => Self::Nn,
                "en" => Self::En,
                _ => continue,
            };
            if 0.0 < weight {
                wanted.push((weight, place, locale));
            }
        }
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        wanted.first().map_or(Self::Nb, |best| best.2)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Locale {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "nb" | "no" => Ok(Self::Nb),
            "nn" => Ok(Self::Nn),
            "en" => Ok(Self::En),
            _ => Err(()),
        }
    }
}

/// A text in bokmål, with nynorsk and English where someone has written them.
///
/// What a local unit types exists in one language only, so the other two may be missing and the
/// reader then gets the text as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The text as first written.
    pub nb: String,
    /// The text in nynorsk.
    pub nn: Option<String>,
    /// The text in English.
    pub en: Option<String>,
}

impl Words {
    /// A text that exists in one language only.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { nb: text.into(), nn: None, en: None }
    }

    /// The text in `locale`, or as first written when that language is missing.
    pub fn get(&self, locale: Locale) -> &str {
        let other = match locale {
            Locale::Nb => None,
            Locale::Nn => self.nn.as_deref(),
            Locale::En => self.en.as_deref(),
        };
        other.filter(|text| !text.is_empty()).unwrap_or(&self.nb)
    }

    /// What becomes of the translation into `locale` when this text takes the place of `before`.
    pub fn translation_after(&self, before: &Self, locale: Locale) -> Translation {
        let (now, then) = match locale {
            Locale::Nb => return Translation::Stands,
            Locale::Nn => (&self.nn, &before.nn),
            Locale::En => (&self.en, &before.en),
        };
        let written = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        match (written(now), written(then)) {
            (Some(now), Some(then)) if now == then && self.nb != before.nb => Translation::LeftBehind,
            (Some(now), Some(then)) if now == then => Translation::Stands,
            _ => Translation::New,
        }
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.nb.trim().is_empty()
    }

    /// All languages in one line, for search.
    pub fn all(&self) -> String {
        let mut text = self.nb.clone();
        for other in [&self.nn, &self.en].into_iter().flatten() {
            text.push(' ');
            text.push_str(other);
        }
        text
    }
}

/// What became of a translation when its text was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Translation {
    /// Neither it nor the text changed.
    Stands,
    /// The text changed and it did not: someone ought to look at it.
    LeftBehind,
    /// It was written, changed or taken away.
    New,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_decides_by_weight_then_order() {
        for (header, expected) in [
            ("", Locale::Nb),
            ("nn-NO,nn;q=0.9,en;q=0.8", Locale::Nn),
            ("en-GB;q=0.7, nb;q=0.9", Locale::Nb),
            ("fr, en;q=0.5", Locale::En),
            ("en;q=0, nn;q=0.1", Locale::Nn),
            ("de", Locale::Nb),
        ] {
            assert_eq!(Locale::from_header(header), expected, "{header}");
        }
    }

    #[test]
    fn a_missing_language_falls_back_to_the_written_one() {
        let words = Words { nb: "Færre skader".into(), nn: None, en: Some("Fewer harms".into()) };
        assert_eq!(words.get(Locale::Nn), "Færre skader");
        assert_eq!(words.get(Locale::En), "Fewer harms");
    }

    #[test]
    fn a_translation_is_left_behind_when_the_text_alone_changes() {
        let check = |before: (&str, &str), after: (&str, &str), expected| {
            let words = |(nb, nn): (&str, &str)| Words { nb: nb.into(), nn: Some(nn.into()), en: None };
            assert_eq!(words(after).translation_after(&words(before), Locale::Nn), expected, "{before:?} {after:?}");
        };
        check(("Færre", "Færre"), ("Flere", "Færre"), Translation::LeftBehind);
        check(("Ikke", "Ikkje"), ("Ikke", "Ikkje"), Translation::Stands);
        check(("Ikke", "Ikkje"), ("Aldri", "Aldri"), Translation::New);
        check(("Ikke", "Ikkje"), ("Ikke", "Inkje"), Translation::New);
        check(("Ikke", "Ikkje"), ("Aldri", " "), Translation::New);
        check(("Ikke", ""), ("Aldri", "Ikkje"), Translation::New);
    }
}
