//! What is counted of the texts, and what the words of a text say for each code.

use std::collections::{BTreeMap, BTreeSet};

use super::{Limits, Text, count};

/// Added to the weight of every word in every code (Laplace), so that a word not yet seen with a code does not
/// rule it out.
const SMOOTHING: f64 = 1.0;

/// How many texts of each code have each word.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Counts {
    codes: Vec<Coded>,
    words: BTreeMap<String, Word>,
    n_texts: f64,
}

#[derive(Clone, Debug, PartialEq)]
struct Coded {
    code: String,
    n_texts: f64,
    /// The weights of all words in its texts together.
    weight: f64,
}

#[derive(Clone, Debug, PartialEq)]
struct Word {
    /// Texts of each code that have it, in the order of the codes.
    n_texts: Vec<f64>,
    /// The rarer, the heavier: ln(1 + texts / texts with the word).
    weight: f64,
}

/// What a text says: for each code, in the order of the codes, the logarithm of its share among the texts and the
/// evidence of the words; and which code the text has, where that is known and the model knows the code.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    pub(super) codes: Vec<(f64, f64)>,
    pub(super) truth: Option<usize>,
}

impl Counts {
    /// Counts texts. `None` when fewer than two codes or no word have enough.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a Text<'a>>, limits: Limits) -> Option<Self> {
        let texts: Vec<&Text<'_>> = texts.collect();
        let mut different: BTreeMap<&str, BTreeSet<&BTreeSet<&str>>> = BTreeMap::new();
        let mut per_code: BTreeMap<&str, usize> = BTreeMap::new();
        for (words, code) in &texts {
            different.entry(code).or_default().insert(words);
            *per_code.entry(code).or_default() += 1;
        }
        let has_enough = |code: &str| different.get(code).is_some_and(|texts| limits.texts_per_code <= texts.len());
        per_code.retain(|code, _| has_enough(code));
        if per_code.len() < 2 {
            return None;
        }
        let place: BTreeMap<&str, usize> = per_code.keys().enumerate().map(|(at, code)| (*code, at)).collect();
        let mut words: BTreeMap<String, Word> = BTreeMap::new();
        for word in common(&texts, limits.texts_per_word) {
            words.insert(word.to_owned(), Word { n_texts: vec![0.0; per_code.len()], weight: 0.0 });
        }
        for (own, code) in &texts {
            let Some(at) = place.get(code) else { continue };
            for word in own {
                if let Some(n_texts) = words.get_mut(*word).and_then(|word| word.n_texts.get_mut(*at)) {
                    *n_texts += 1.0;
                }
            }
        }
        let n_texts = count(per_code.values().sum());
        for word in words.values_mut() {
            let with: f64 = word.n_texts.iter().sum();
            word.weight = if with <= 0.0 { 0.0 } else { (1.0 + n_texts / with).ln() };
        }
        words.retain(|_, word| 0.0 < word.weight);
        if words.is_empty() {
            return None;
        }
        let coded = per_code.into_iter().enumerate().map(|(at, (code, n_texts))| Coded {
            code: code.to_owned(),
            n_texts: count(n_texts),
            weight: words.values().map(|word| word.weight * at_place(&word.n_texts, at)).sum(),
        });
        Some(Self { codes: coded.collect(), words, n_texts })
    }

    pub(super) fn codes(&self) -> impl Iterator<Item = &str> {
        self.codes.iter().map(|coded| coded.code.as_str())
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// What the words of a text say; `None` when not one of them is known. The evidence is divided by the length
    /// of the text as a vector of weights, so that a long text does not shout.
    pub(super) fn evidence(&self, words: &BTreeSet<&str>, truth: Option<&str>) -> Option<Evidence> {
        let known: Vec<&Word> = words.iter().filter_map(|word| self.words.get(*word)).collect();
        let length = known.iter().map(|word| word.weight * word.weight).sum::<f64>().sqrt();
        if length <= 0.0 {
            return None;
        }
        let n_words = count(self.words.len());
        let of_code = |(at, coded): (usize, &Coded)| {
            let all = coded.weight + SMOOTHING * n_words;
            let said: f64 = known
                .iter()
                .map(|word| {
                    let own = word.weight * at_place(&word.n_texts, at) + SMOOTHING;
                    word.weight * (own / all).ln()
                })
                .sum();
            ((coded.n_texts / self.n_texts).ln(), said / length)
        };
        let truth = truth.and_then(|truth| self.codes.iter().position(|coded| coded.code == truth));
        Some(Evidence { codes: self.codes.iter().enumerate().map(of_code).collect(), truth })
    }
}

/// The words that enough different texts have; the same words coded in two ways are one text.
fn common<'a>(texts: &[&Text<'a>], least: usize) -> BTreeSet<&'a str> {
    let different: BTreeSet<&BTreeSet<&str>> = texts.iter().map(|(words, _)| words).collect();
    let mut n_texts: BTreeMap<&str, usize> = BTreeMap::new();
    for words in different {
        for word in words {
            *n_texts.entry(word).or_default() += 1;
        }
    }
    n_texts.into_iter().filter(|(_, n)| least.max(1) <= *n).map(|(word, _)| word).collect()
}

fn at_place(values: &[f64], at: usize) -> f64 {
    values.get(at).copied().unwrap_or_default()
}
