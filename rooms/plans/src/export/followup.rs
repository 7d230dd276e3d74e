//! Tables for a spreadsheet.

/// A table as CSV: semicolons between, as Norwegian spreadsheets expect, and a mark at the front
/// that says it is UTF-8.
pub(crate) fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let mut text = String::from("\u{feff}");
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        let cells: Vec<String> = row.iter().map(|cell| cell_text(cell)).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

fn cell_text(cell: &str) -> String {
    // A spreadsheet takes a cell that begins so for a formula and runs it.
    let safe = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() };
    if safe.contains([';', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_are_only_text() {
        let rows = [vec!["a;b".to_owned(), "=1+1".to_owned(), "said \"no\"\nand left".to_owned()]];
        assert_eq!(
            table(&["x".to_owned(), "y".to_owned(), "z".to_owned()], &rows),
            "\u{feff}x;y;z\r\n\"a;b\";'=1+1;\"said \"\"no\"\"\nand left\"\r\n"
        );
    }
}
