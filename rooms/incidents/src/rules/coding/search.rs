//! The search-first picker: type what you know, choose among few, see where in the tree each lies.

use super::fold::{fold, words};
use super::model::{Code, CodeSet, code_order};
use jiff::civil::Date;
use varde_kernel::Locale;

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a> {
    /// What was typed: a code's beginning or words in any order. Nothing typed gives the topmost codes.
    pub text: &'a str,
    /// In which language names are read.
    pub language: Locale,
    /// Only in this axis.
    pub axis: Option<&'a str>,
    /// Only what may be used on this day.
    pub on: Option<Date>,
    /// No more than so many hits.
    pub limit: usize,
}

/// How a code was found; better ways first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// It is the code that was typed.
    Code,
    /// The code begins with what was typed.
    CodeBeginning,
    /// The name is what was typed.
    Name,
    /// The name begins with what was typed.
    NameBeginning,
    /// Every word typed begins a word of the name.
    WordBeginnings,
    /// Every word typed is somewhere in the name, as in the middle of a compound.
    WithinName,
    /// Every word typed is in the name or in a name above it, at least one of them in its own.
    WithinLine,
    /// Nothing was typed.
    Top,
}

/// A code that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The code.
    pub code: &'a Code,
    /// How it was found.
    pub found: Match,
}

/// The codes that fit, best first. Those that nobody may code with are left out.
///
/// Hits that were found alike come by the length of the name, then by code: the general one before the special.
pub fn search<'a>(set: &'a CodeSet, query: &Query<'_>) -> Vec<Hit<'a>> {
    let asked = Asked::of(query.text);
    let mut hits: Vec<(Match, usize, &Code)> = set
        .codes()
        .iter()
        .filter(|code| code.established && query.axis.is_none_or(|axis| axis == code.axis))
        .filter(|code| query.on.is_none_or(|on| code.valid.covers(on)))
        .filter_map(|code| {
            let found = asked.fits(set, code, query.language)?;
            let is_listed = matches!(found, Match::Top | Match::Code | Match::CodeBeginning);
            let length = if is_listed { 0 } else { code.name.get(query.language).chars().count() };
            Some((found, length, code))
        })
        .collect();
    hits.sort_by(|(a_found, a_length, a), (b_found, b_length, b)| {
        (a_found, a_length)
            .cmp(&(b_found, b_length))
            .then_with(|| a.axis.cmp(&b.axis))
            .then_with(|| code_order(&a.code, &b.code))
    });
    hits.into_iter().take(query.limit).map(|(found, _, code)| Hit { code, found }).collect()
}

struct Asked {
    code: String,
    name: String,
}

impl Asked {
    fn of(text: &str) -> Self {
        let name = fold(text.trim());
        Self { code: text.trim().to_lowercase(), name: words(&name).collect::<Vec<_>>().join(" ") }
    }

    fn fits(&self, set: &CodeSet, code: &Code, language: Locale) -> Option<Match> {
        if self.code.is_empty() {
            return code.parent.is_none().then_some(Match::Top);
        }
        let own_code = code.code.to_lowercase();
        if own_code == self.code {
            return Some(Match::Code);
        }
        if own_code.starts_with(&self.code) {
            return Some(Match::CodeBeginning);
        }
        if self.name.is_empty() {
            return None;
        }
        let name = fold(code.name.get(language));
        let parts: Vec<&str> = words(&name).collect();
        let whole = parts.join(" ");
        if whole == self.name {
            return Some(Match::Name);
        }
        if whole.starts_with(&self.name) {
            return Some(Match::NameBeginning);
        }
        let every = |holds: &dyn Fn(&str) -> bool| words(&self.name).all(holds);
        if every(&|word| parts.iter().any(|part| part.starts_with(word))) {
            return Some(Match::WordBeginnings);
        }
        if every(&|word| name.contains(word)) {
            return Some(Match::WithinName);
        }
        if !words(&self.name).any(|word| name.contains(word)) {
            return None;
        }
        let line: Vec<String> = set.line(code).map(|code| fold(code.name.get(language))).collect();
        every(&|word| line.iter().any(|name| name.contains(word))).then_some(Match::WithinLine)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rules::coding::fixtures::{code, day, set};
    use crate::rules::coding::model::Validity;
    use varde_kernel::Words;

    fn small() -> CodeSet {
        let named =
            |code: Code, en: &str| Code { name: Words { en: Some(en.to_owned()), ..code.name.clone() }, ..code };
        set(vec![
            named(code("kind", "1", None, "Blod"), "Blood"),
            named(code("kind", "1.3", Some("1"), "Bivirkning av blodgivning"), "Adverse reaction to donation"),
            named(code("kind", "1.3.1", Some("1.3"), "Nerveskade"), "Nerve injury"),
            named(code("kind", "2", None, "Medisinsk utstyr"), "Medical device"),
            named(code("kind", "10", None, "Fødsel og barsel på sykehus"), "Birth"),
            named(code("harm", "1", None, "Blodtap"), "Blood loss"),
            Code { established: false, ..code("kind", "9", None, "Blod uten kilde") },
            Code {
                valid: Validity { from: None, to: Some(day("2021-12-31")) },
                ..code("kind", "8", None, "Blodprøve, gammel kode")
            },
        ])
    }

    fn check(text: &str, language: Locale, axis: Option<&str>, expected: &[(&str, Match)]) {
        let set = small();
        let query = Query { text, language, axis, on: Some(day("2026-01-01")), limit: 5 };
        let found: Vec<(&str, Match)> =
            search(&set, &query).iter().map(|hit| (hit.code.code.as_str(), hit.found)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn better_ways_of_fitting_come_first() {
        let kind = Some("kind");
        check(
            "1",
            Locale::Nb,
            kind,
            &[
                ("1", Match::Code),
                ("1.3", Match::CodeBeginning),
                ("1.3.1", Match::CodeBeginning),
                ("10", Match::CodeBeginning),
            ],
        );
        check("blod", Locale::Nb, kind, &[("1", Match::Name), ("1.3", Match::WordBeginnings)]);
        check(
            "blod",
            Locale::Nb,
            None,
            &[("1", Match::Name), ("1", Match::NameBeginning), ("1.3", Match::WordBeginnings)],
        );
        check("utstyr medisinsk", Locale::Nb, kind, &[("2", Match::WordBeginnings)]);
        check("givning", Locale::Nb, kind, &[("1.3", Match::WithinName)]);
        check("blod nerve", Locale::Nb, kind, &[("1.3.1", Match::WithinLine)]);
        check("", Locale::Nb, kind, &[("1", Match::Top), ("2", Match::Top), ("10", Match::Top)]);
        check("?", Locale::Nb, kind, &[]);
    }

    #[test]
    fn marks_and_languages_are_forgiven() {
        for text in ["fødsel", "FOEDSEL", "fodsel paa", "pa sykehus"] {
            let set = small();
            let query = Query { text, language: Locale::Nb, axis: None, on: None, limit: 1 };
            assert_eq!(search(&set, &query).first().map(|hit| hit.code.code.as_str()), Some("10"), "{text}");
        }
        check("device", Locale::En, None, &[("2", Match::WordBeginnings)]);
        check("device", Locale::Nb, None, &[]);
    }

    proptest! {
        #[test]
        fn nothing_panics_and_the_limit_holds(text in ".{0,20}", limit in 0_usize..4) {
            let set = small();
            let query = Query { text: &text, language: Locale::Nb, axis: None, on: None, limit };
            prop_assert!(search(&set, &query).len() <= limit);
        }

        #[test]
        fn every_code_is_found_by_its_name(at in 0_usize..6) {
            let set = small();
            let code = &set.codes()[at];
            let query = Query { text: &code.name.nb, language: Locale::Nb, axis: None, on: None, limit: 3 };
            prop_assert!(search(&set, &query).iter().any(|hit| hit.code == code && hit.found == Match::Name));
        }
    }
}
