//! The register of documents as CSV.

use std::collections::HashMap;

use varde_kernel::{ActorId, Words};
use varde_web::Say;

use crate::model::Document;
use crate::views::{kind_key, status_key};

/// The register with a line per document, separated by semicolons as Norwegian spreadsheets expect.
///
/// # Errors
///
/// When the text cannot be put together.
pub(crate) fn documents(
    say: &Say,
    documents: &[Document],
    actors: &HashMap<ActorId, Words>,
) -> Result<String, csv::Error> {
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    out.write_record(
        [
            "knowledge-document-name",
            "knowledge-document-kind",
            "knowledge-document-issuer",
            "knowledge-document-year",
            "knowledge-document-status",
            "knowledge-document-review-by",
            "knowledge-document-reference",
        ]
        .map(|key| say.t(key)),
    )?;
    for document in documents {
        let draft = &document.draft;
        let issuer = draft.issuer.and_then(|issuer| actors.get(&issuer));
        let cells = [
            draft.name.get(say.locale()).to_owned(),
            say.t(kind_key(draft.kind)),
            issuer.map(|name| name.get(say.locale()).to_owned()).unwrap_or_default(),
            draft.year.map(|year| year.to_string()).unwrap_or_default(),
            say.t(status_key(document.status)),
            draft.review_by.map(|day| day.to_string()).unwrap_or_default(),
            draft.reference.clone(),
        ];
        out.write_record(cells.map(plain))?;
    }
    let bytes = out.into_inner().map_err(csv::IntoInnerError::into_error)?;
    // The mark tells Excel that the file is UTF-8.
    Ok(format!("\u{feff}{}", String::from_utf8_lossy(&bytes)))
}

/// A cell that no spreadsheet takes for a formula.
fn plain(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}
