//! What a page says, as a document to keep.

use axum::response::{IntoResponse, Response};
use http::header;
use jiff::civil::Date;
use varde_kernel::{Printout, UnitId, UnitTree};

use crate::Ctx;
use crate::error::Error;
use crate::heavy::setting;
use crate::words::Say;

/// Makes the document: a PDF in the program, plain text in the tests of rooms (ADR 0035).
pub type Printer = fn(&Printout) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>>;

/// The longest name of a file, in letters.
const LONGEST: usize = 80;

/// An empty printout in the reader's language, with the day that it bears.
pub fn printout(say: &Say, date: Date) -> Printout {
    let args = [("page", "{page}".into()), ("pages", "{pages}".into())];
    Printout { locale: say.locale(), date, page_of: say.with("web-print-page", &args), ..Printout::default() }
}

/// When something was printed, and from where.
pub fn printed_from(say: &Say, date: Date, address: &str) -> String {
    say.with("web-printed", &[("day", say.date(date).into()), ("address", address.into())])
}

/// The mark of what is made up, as pages have it; empty where a unit is real.
pub fn made_up(say: &Say, tree: &UnitTree, unit: UnitId) -> String {
    if tree.is_synthetic(unit) {
        format!("{}. {}", say.t("web-synthetic"), say.t("web-synthetic-help"))
    } else {
        String::new()
    }
}

impl Ctx {
    /// An empty printout that tells of today and of the page at `path`, whose data hang on `unit`.
    pub fn printout(&self, path: &str, tree: &UnitTree, unit: UnitId) -> Printout {
        let (config, today) = (self.app().config(), self.today());
        let mark = made_up(self.say(), tree, unit);
        let demo = || config.banner_key.map(|key| self.t(key)).unwrap_or_default();
        let address = format!("{}{path}", config.public_url.trim_end_matches('/'));
        Printout {
            mark: if mark.is_empty() { demo() } else { mark },
            source: printed_from(self.say(), today, &address),
            ..printout(self.say(), today)
        }
    }

    /// The document, as a file named after what it tells of.
    ///
    /// # Errors
    ///
    /// [`Error::Internal`] when it cannot be made.
    pub async fn printed(&self, printout: Printout, name: &str) -> Result<Response, Error> {
        let printer = self.app().printer();
        let done = setting(move || printer(&printout)).await;
        let bytes =
            done.ok_or_else(|| Error::Internal("making a document stopped".into()))?.map_err(Error::Internal)?;
        let disposition = format!("attachment; filename=\"{}.pdf\"", file_name(name));
        let headers =
            [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
        Ok((headers, bytes).into_response())
    }
}

/// A name that every system can keep a file under: small letters, digits and hyphens.
fn file_name(name: &str) -> String {
    let mut out = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'æ' | 'ä' => out.push_str("ae"),
            'ø' | 'ö' => out.push('o'),
            'å' | 'á' | 'à' => out.push('a'),
            'é' | 'è' | 'ê' => out.push('e'),
            'č' | 'ç' => out.push('c'),
            'đ' => out.push('d'),
            'ŋ' => out.push('n'),
            'š' => out.push('s'),
            'ŧ' => out.push('t'),
            'ž' => out.push('z'),
            letter if letter.is_ascii_alphanumeric() => out.push(letter),
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    out.truncate(LONGEST);
    let kept = out.trim_end_matches('-');
    if kept.is_empty() { "varde".to_owned() } else { kept.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_what_they_tell_of() {
        let check = |name: &str, file: &str| assert_eq!(file_name(name), file);
        check("Fall per 1 000 liggedøgn – Sengepost Ørsta, 2026", "fall-per-1-000-liggedogn-sengepost-orsta-2026");
        check("Áššu/\"..\\\r\n../Čáhci", "assu-cahci");
        check("  Ж ", "varde");
        check(&"lang ".repeat(40), "lang-".repeat(16).trim_end_matches('-'));
    }
}
