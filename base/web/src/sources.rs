//! Where facts are taken from, told by the names of the documents rather than by their codes.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use varde_store::{Db, Error};

use crate::room::{BoxFuture, Cited};
use crate::ui::link;
use crate::words::Say;

/// How long names are kept before they are asked for again.
const FRESH: SignedDuration = SignedDuration::from_secs(60);

/// Names and pages of documents that everyone signed in may read, by their codes.
pub(crate) type Sources = HashMap<String, Cited>;

/// Lists the documents that facts may be taken from, with their codes.
pub type SourcesFn = for<'a> fn(&'a Db) -> BoxFuture<'a, Result<Vec<(String, Cited)>, Error>>;

/// The names, and when they were asked for.
#[derive(Default)]
pub(crate) struct Kept(RwLock<Option<(Timestamp, Arc<Sources>)>>);

impl Kept {
    pub(crate) async fn get(&self, db: &Db, ask: &[SourcesFn], now: Timestamp) -> Result<Arc<Sources>, Error> {
        let kept = self.0.read().ok().and_then(|kept| kept.clone());
        if let Some((at, sources)) = kept
            && !sources.is_empty()
            && now.duration_since(at).abs() < FRESH
        {
            return Ok(sources);
        }
        let mut found = Sources::new();
        for list in ask {
            found.extend(list(db).await?);
        }
        let found = Arc::new(found);
        if let Ok(mut kept) = self.0.write() {
            *kept = Some((now, found.clone()));
        }
        Ok(found)
    }
}

/// A text in pieces: what may be a code, and what stands after it.
fn pieces(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_code = |letter: char| letter.is_alphanumeric() || letter == '.' || letter == '-';
    text.split_inclusive(move |letter| !is_code(letter)).map(move |piece| {
        let word = piece.trim_end_matches(|letter| !is_code(letter));
        let code = word.strip_suffix('.').unwrap_or(word);
        piece.split_at_checked(code.len()).unwrap_or((piece, ""))
    })
}

/// A text with each word that `known` knows in place of the code.
fn told(text: &str, known: impl Fn(&str) -> Option<Markup>) -> Markup {
    html! {
        @for (code, after) in pieces(text) {
            @match known(code) { Some(name) => (name), None => (code) }
            (after)
        }
    }
}

impl Say {
    /// A source as people wrote it, such as "d004: chapter 2", with the documents' names in it, each leading to
    /// its page.
    pub fn cite(&self, text: &str) -> Markup {
        told(text, |code| self.sources().get(code).map(|one: &Cited| link(self.words(&one.name), &one.href)))
    }

    /// A source that is kept as document and place.
    pub fn cite_place(&self, document: &str, place: Option<&str>) -> Markup {
        html! { (self.cite(document)) @if let Some(place) = place.filter(|place| !place.is_empty()) { ": " (place) } }
    }

    /// A source in plain words, for where no link can stand.
    pub fn cite_text(&self, text: &str) -> String {
        let mut told = String::new();
        for (code, after) in pieces(text) {
            told.push_str(self.sources().get(code).map_or(code, |one| self.words(&one.name)));
            told.push_str(after);
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_names_and_the_rest_stays() {
        let known = |code: &str| match code {
            "d004" => Some(html! { b { "Plan" } }),
            "doc.x" => Some(html! { b { "X & Y" } }),
            _ => None,
        };
        let check = |text: &str, expected: &str| assert_eq!(told(text, known).into_string(), expected, "{text}");
        check("d004: Forord; kap. 2", "<b>Plan</b>: Forord; kap. 2");
        check("d004, doc.x.", "<b>Plan</b>, <b>X &amp; Y</b>.");
        check("d0041 <d004>", "d0041 &lt;<b>Plan</b>&gt;");
        check("Helsedirektoratet, 2019", "Helsedirektoratet, 2019");
        check("", "");
    }
}
