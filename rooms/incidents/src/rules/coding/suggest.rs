//! Suggestions for a coder, learnt from the site's own coded texts, with honest uncertainty: three at most, each
//! with a chance that was measured on texts the model had not seen, and nothing at all where too little is known.
//!
//! A model is for one axis. It keeps how many texts of each code have a word, for words that enough *different*
//! texts have; no text, no order of words, and no rare word, so that a name does not live on in it.
//!
//! # Source
//!
//! Rennie et al. (2003) for multinomial naive Bayes over weighted words; Guo et al. (2017) for the factor on the
//! evidence, which is Platt's method (1999) with one number for many classes. See docs/methods/incident-coding.md.

mod counts;
mod temper;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use varde_stats::Interval;
use varde_stats::interval::wilson;

use self::counts::{Counts, Evidence};
use self::temper::Temper;
pub use self::words::words_of;
use super::model::code_order;

/// How many suggestions are shown.
pub const N_SUGGESTED: usize = 3;
/// The level of the interval in [`Reliability`].
const LEVEL: f64 = 0.95;

/// A coded text to learn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedText {
    /// Its words, as [`words_of`] gives them; how often and in what order does not matter.
    pub words: Vec<String>,
    /// The code it was given in the axis.
    pub code: String,
}

/// What a model must have to learn and to speak. [`Limits::default`] gives the limits that Varde ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Different texts in all; with fewer there is no model.
    pub texts: usize,
    /// Different texts of a code; one with fewer is never suggested.
    pub texts_per_code: usize,
    /// Different texts that have a word; a rarer word is forgotten.
    pub texts_per_word: usize,
    /// Into how many parts the texts are dealt when the model is put to the test; at least 2 are used.
    pub folds: usize,
}

impl Default for Limits {
    fn default() -> Self {
        // Our own choice: with 100 texts the share of right answers is known within some ten points.
        Self { texts: 100, texts_per_code: 5, texts_per_word: 5, folds: 5 }
    }
}

/// A code that may fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The code.
    pub code: String,
    /// How likely it is to be the coder's own choice, 0 to 1.
    pub probability: f64,
}

/// How far a model can be trusted, measured on texts that it had not seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reliability {
    /// Coded texts that it learnt from.
    pub n_texts: usize,
    /// Of them, those on which it spoke when it was put to the test.
    pub n_tested: usize,
    /// Of those tested, how many had the first suggestion as their code.
    pub n_first_right: usize,
    /// Of those tested, how many had one of the three suggestions as their code.
    pub n_among_right: usize,
    /// Of those tested, how many have the most common code: what one gets right by always saying that.
    pub n_most_common: usize,
    /// The 95 % interval of the share where the first was right (Wilson).
    pub first_right: Interval,
    /// The 95 % interval of the share where one of the three was right (Wilson).
    pub among_right: Interval,
}

/// What was learnt of one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    counts: Counts,
    temper: Temper,
    reliability: Reliability,
}

impl Model {
    /// Learns from coded texts; the order in which they come does not matter. `None` when too few are different,
    /// when fewer than two codes have enough of them, or when the words turn out to tell nothing about the codes.
    pub fn learn(texts: &[CodedText], limits: Limits) -> Option<Self> {
        let all = Texts::of(texts);
        if all.0.iter().map(|(words, _)| words).collect::<BTreeSet<_>>().len() < limits.texts {
            return None;
        }
        let counts = Counts::of(all.0.iter(), limits)?;
        let met = all.tests(limits);
        let said: Vec<&Evidence> = met.iter().filter_map(|test| test.evidence.as_ref()).collect();
        let temper = Temper::fit(&said);
        let reliability = reliability(all.0.len(), &met)?;
        (!temper.is_deaf()).then_some(Self { counts, temper, reliability })
    }

    /// The likeliest codes for a text, the likeliest first, at most [`N_SUGGESTED`]; their probabilities add up to
    /// no more than 1. `None` when the model knows no word of the text.
    pub fn suggest(&self, words: &[String]) -> Option<Vec<Suggestion>> {
        let words: BTreeSet<&str> = words.iter().map(String::as_str).collect();
        let evidence = self.counts.evidence(&words, None)?;
        let ranked = rank(self.counts.codes(), &self.temper.probabilities(&evidence));
        let suggestion = |(code, probability): (&str, f64)| Suggestion { code: code.to_owned(), probability };
        Some(ranked.into_iter().map(suggestion).collect())
    }

    /// How far it can be trusted.
    pub const fn reliability(&self) -> Reliability {
        self.reliability
    }

    /// The words that it keeps.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.counts.words()
    }
}

fn rank<'a>(codes: impl Iterator<Item = &'a str>, probabilities: &[f64]) -> Vec<(&'a str, f64)> {
    let mut ranked: Vec<(&str, f64)> = codes.zip(probabilities.iter().copied()).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| code_order(a.0, b.0)));
    ranked.truncate(N_SUGGESTED);
    ranked
}

/// A text as a set of words, and its code.
type Text<'a> = (BTreeSet<&'a str>, &'a str);

/// The texts, in one order whatever order they came in.
struct Texts<'a>(Vec<Text<'a>>);

impl<'a> Texts<'a> {
    fn of(texts: &'a [CodedText]) -> Self {
        let each = texts.iter().map(|text| (text.words.iter().map(String::as_str).collect(), text.code.as_str()));
        let mut texts: Vec<Text<'_>> = each.filter(|(words, _): &Text<'_>| !words.is_empty()).collect();
        texts.sort_unstable();
        Self(texts)
    }

    /// Which part a text is dealt to. The words alone decide, so that a text that was coded in two ways never lies
    /// on both sides of the test.
    fn fold_of(words: &BTreeSet<&str>, folds: u64) -> u64 {
        let bytes = words.iter().flat_map(|word| word.bytes().chain(std::iter::once(0)));
        // The high bits are mixed better than the low ones.
        (super::fold::hash(bytes) >> 32).checked_rem(folds).unwrap_or_default()
    }

    /// Every text put before a model that learnt from the other parts only.
    fn tests(&self, limits: Limits) -> Vec<Test<'a>> {
        let folds = u64::try_from(limits.folds.max(2)).unwrap_or(u64::MAX);
        let mut dealt: Vec<Vec<&Text<'a>>> = Vec::new();
        for text in &self.0 {
            let fold = usize::try_from(Self::fold_of(&text.0, folds)).unwrap_or_default();
            if dealt.len() <= fold {
                dealt.resize_with(fold + 1, Vec::new);
            }
            if let Some(part) = dealt.get_mut(fold) {
                part.push(text);
            }
        }
        let mut tests = Vec::new();
        for (fold, part) in dealt.iter().enumerate() {
            let others = dealt.iter().enumerate().filter(|(other, _)| *other != fold);
            let counts = Counts::of(others.flat_map(|(_, part)| part.iter().copied()), limits);
            let codes: Rc<[String]> = counts.iter().flat_map(Counts::codes).map(str::to_owned).collect();
            tests.extend(part.iter().map(|(words, code)| Test {
                fold,
                code,
                codes: Rc::clone(&codes),
                evidence: counts.as_ref().and_then(|counts| counts.evidence(words, Some(code))),
            }));
        }
        tests
    }
}

/// A text that a model met for the first time.
struct Test<'a> {
    fold: usize,
    code: &'a str,
    codes: Rc<[String]>,
    evidence: Option<Evidence>,
}

/// How often the model was right. The temper for each part is fitted on the other parts, so that no text helps to
/// judge itself.
fn reliability(n_texts: usize, met: &[Test<'_>]) -> Option<Reliability> {
    let n_folds = met.iter().map(|test| test.fold + 1).max().unwrap_or_default();
    let (mut n_tested, mut n_first_right, mut n_among_right) = (0, 0, 0);
    let mut common = BTreeMap::<&str, usize>::new();
    for fold in 0..n_folds {
        let others: Vec<&Evidence> =
            met.iter().filter(|test| test.fold != fold).filter_map(|test| test.evidence.as_ref()).collect();
        let temper = Temper::fit(&others);
        for test in met.iter().filter(|test| test.fold == fold) {
            let Some(evidence) = &test.evidence else { continue };
            let ranked = rank(test.codes.iter().map(String::as_str), &temper.probabilities(evidence));
            let place = ranked.iter().position(|(code, _)| *code == test.code);
            n_tested += 1;
            n_first_right += usize::from(place == Some(0));
            n_among_right += usize::from(place.is_some());
            *common.entry(test.code).or_default() += 1;
        }
    }
    Some(Reliability {
        n_texts,
        n_tested,
        n_first_right,
        n_among_right,
        n_most_common: common.into_values().max().unwrap_or_default(),
        first_right: wilson(count(n_first_right), count(n_tested), LEVEL)?,
        among_right: wilson(count(n_among_right), count(n_tested), LEVEL)?,
    })
}

#[expect(clippy::cast_precision_loss, reason = "no list holds 2^53 texts")]
fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests;
