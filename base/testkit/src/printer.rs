//! A printer for tests: a document's texts in order, a line each. The program sets them as PDF.

use std::error::Error;

use varde_kernel::{PrintPart, Printout};

/// Prints plain text; of pictures, what they show in words and their SVG.
///
/// # Errors
///
/// Never.
pub fn plain_printer(printout: &Printout) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
    let mut lines = vec![
        format!("{} {}", printout.locale.tag(), printout.date),
        printout.mark.clone(),
        printout.above.clone(),
        printout.title.clone(),
        printout.lead.clone(),
    ];
    lines.extend(printout.facts.iter().map(|(name, fact)| format!("{name}: {fact}")));
    for part in &printout.parts {
        match part {
            PrintPart::Heading(text) => lines.push(format!("# {text}")),
            PrintPart::Text(text) => lines.push(text.clone()),
            PrintPart::List(items) => lines.extend(items.iter().map(|item| format!("- {item}"))),
            PrintPart::Picture(picture) => lines.extend([picture.alt.clone(), picture.svg.clone()]),
            PrintPart::Table(table) => {
                let heads: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
                lines.push(heads.join(" | "));
                lines.extend(table.rows.iter().map(|row| row.join(" | ")));
            }
        }
    }
    lines.extend([printout.source.clone(), printout.page_of.clone()]);
    Ok(lines.join("\n").into_bytes())
}
