//! A unit's matrix as CSV.

use varde_kernel::UnitTree;
use varde_web::Say;

use crate::model::Authority;
use crate::views::authority_key;
use crate::views::tasks::{TaskRow, holder_words};

/// The matrix with a line per task and a column per authority, separated by semicolons as
/// Norwegian spreadsheets expect.
///
/// # Errors
///
/// When the text cannot be put together.
pub(crate) fn matrix(say: &Say, tree: &UnitTree, rows: &[TaskRow]) -> Result<String, csv::Error> {
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let mut head = vec![say.t("governance-list-task"), say.t("governance-task-source")];
    head.extend(Authority::ALL.iter().map(|authority| say.t(authority_key(*authority))));
    out.write_record(&head)?;
    for row in rows {
        let mut cells = vec![row.task.draft.name.get(say.locale()).to_owned(), row.task.draft.source.clone()];
        for authority in Authority::ALL {
            let shown = row.held.iter().filter(|shown| shown.held.draft.authority == *authority);
            cells.push(shown.map(|shown| holder_words(say, tree, shown)).collect::<Vec<_>>().join(", "));
        }
        out.write_record(cells.into_iter().map(plain))?;
    }
    let bytes = out.into_inner().map_err(csv::IntoInnerError::into_error)?;
    // The mark tells Excel that the file is UTF-8.
    Ok(format!("\u{feff}{}", String::from_utf8_lossy(&bytes)))
}

/// A cell that no spreadsheet takes for a formula.
fn plain(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_cell_is_never_a_formula() {
        for (cell, expected) in [("=1+1", "'=1+1"), ("@a", "'@a"), ("Lede", "Lede"), ("", "")] {
            assert_eq!(plain(cell.to_owned()), expected);
        }
    }
}
