//! Printouts as PDF, typeset by Typst: tagged, with a language and a title, and held to PDF/UA-1 (can be
//! read by everyone) and PDF/A-2a (can be kept) by the exporter itself, which refuses what falls short.
//!
//! There is one template of our own, and the typeface of the pages; nothing is taken from the machine. Texts
//! come to the template as data and are never read as markup. The same printout gives the same bytes.
//!
//! Typst takes minutes to build, so only the program depends on this crate: rooms make a
//! [`Printout`](varde_kernel::Printout), and whoever builds the house says who prints it (ADR 0035).

mod data;
mod fonts;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use varde_kernel::Printout;

use crate::world::Desk;

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The template could not be filled in.
    #[error("the document could not be typeset: {0}")]
    Typeset(String),
    /// The document would not be readable by everyone, or could not be kept.
    #[error("the document falls short of PDF/UA-1 or PDF/A-2a: {0}")]
    Standard(String),
    /// The typesetter stopped in the middle.
    #[error("the typesetter stopped")]
    Stopped,
}

/// How many printouts ago something must have been of use to be kept in the typesetter's memory.
const KEPT: usize = 2;

/// Makes the document.
///
/// # Errors
///
/// [`Refused`] says why not, in words that hold nothing of the texts.
pub fn render(printout: &Printout) -> Result<Vec<u8>, Refused> {
    // A fault in the libraries must refuse the document and nothing more.
    let done = catch_unwind(AssertUnwindSafe(|| export(&typeset(printout)?)));
    typst::comemo::evict(KEPT);
    done.unwrap_or(Err(Refused::Stopped))
}

/// The pages, before they become a file.
fn typeset(printout: &Printout) -> Result<PagedDocument, Refused> {
    let desk = Desk::new(printout);
    typst::compile::<PagedDocument>(&desk).output.map_err(|faults| Refused::Typeset(told(&faults)))
}

fn export(document: &PagedDocument) -> Result<Vec<u8>, Refused> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|fault| Refused::Standard(fault.message().to_string()))?;
    let options = PdfOptions { creator: Smart::Custom(Some("Varde".to_owned())), standards, ..PdfOptions::default() };
    typst_pdf::pdf(document, &options).map_err(|faults| Refused::Standard(told(&faults)))
}

/// What the typesetter complains of. It quotes texts in back ticks: they are left out.
fn told(faults: &[SourceDiagnostic]) -> String {
    let unquoted = |message: &str| {
        let parts = message.split('`').enumerate().map(|(place, part)| if place % 2 == 0 { part } else { "…" });
        parts.collect::<String>()
    };
    faults.iter().take(3).map(|fault| unquoted(&fault.message)).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests;
