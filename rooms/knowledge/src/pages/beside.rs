//! What the room tells on other rooms' pages: where the documents are silent about a thing or
//! contradict themselves, and what the documents are called.

use maud::{Markup, html};
use varde_kernel::access::Kind;
use varde_kernel::{DocumentId, Words};
use varde_store::Db;
use varde_web::ui::link;
use varde_web::{BesideAsk, BoxFuture, Cited, Error};

use super::notes::may_note;
use crate::store;

/// How many notes stand beside a thing; the rest have a list of their own.
const SHOWN: usize = 4;

/// The documents that facts are taken from, by the codes that the facts name them with.
pub(crate) fn sources(db: &Db) -> BoxFuture<'_, Result<Vec<(String, Cited)>, varde_store::Error>> {
    Box::pin(async move {
        let cited =
            |(code, id, name): (String, DocumentId, Words)| (code, Cited { name, href: format!("/documents/{id}") });
        Ok(store::coded(db).await?.into_iter().map(cited).collect())
    })
}

pub(crate) fn beside<'a>(ask: &'a BesideAsk<'a>) -> BoxFuture<'a, Result<Vec<(String, Markup)>, Error>> {
    Box::pin(async move {
        let (cx, say) = (ask.cx, ask.cx.say());
        // A document's own page tells its notes itself.
        if ask.kind == Kind::Document {
            return Ok(Vec::new());
        }
        let notes = store::notes_on(cx.db(), &[ask.id]).await?;
        // What the documents say something of can be noted on; the rest is people's own.
        let is_of_documents =
            matches!(ask.kind, Kind::Plan | Kind::Goal | Kind::Measure | Kind::Indicator | Kind::Body);
        let may_note = is_of_documents && may_note(cx, ask.tree) && store::noted(cx.db(), ask.id).await?.is_some();
        if notes.is_empty() && !may_note {
            return Ok(Vec::new());
        }
        let lines = html! {
            @if !notes.is_empty() { ul.ds-list {
                @for note in notes.iter().take(SHOWN) { li { (link(say.words(&note.text), &format!("/notes/{}", note.id))) } }
            } }
            @if may_note {
                p.small.no-print { (link(&cx.t("knowledge-note-new"), &format!("/notes/new?thing={}", ask.id))) }
            }
            @if SHOWN < notes.len() {
                p { (link(&say.with("knowledge-notes-all", &[("n", notes.len().into())]), &format!("/notes?thing={}", ask.id))) }
            }
        };
        Ok(vec![(cx.t("knowledge-notes-title"), lines)])
    })
}
