//! A printout as the data that the template reads.

use serde_json::{Value, json};
use varde_kernel::{Locale, PrintPart, PrintTable, Printout};

use crate::fonts::{printable, printable_svg};

/// The longest texts of a column that keeps its natural width, in letters.
const SHORT: usize = 18;

/// Everything that the template needs.
pub fn of(printout: &Printout) -> Value {
    let facts: Vec<[String; 2]> = printout.facts.iter().map(|(name, fact)| [text(name), text(fact)]).collect();
    json!({
        "lang": printout.locale.tag(),
        "region": match printout.locale { Locale::Nb | Locale::Nn => "NO", Locale::En => "GB" },
        "date": { "year": printout.date.year(), "month": printout.date.month(), "day": printout.date.day() },
        "above": text(&printout.above),
        "title": text(&printout.title),
        "lead": text(&printout.lead),
        "mark": text(&printout.mark),
        "facts": facts,
        "source": text(&printout.source),
        "page_of": text(&printout.page_of),
        "parts": printout.parts.iter().map(part).collect::<Vec<_>>(),
    })
}

fn text(text: &str) -> String {
    printable(text).into_owned()
}

fn part(part: &PrintPart) -> Value {
    match part {
        PrintPart::Heading(words) => json!({ "kind": "heading", "text": text(words) }),
        PrintPart::Text(words) => json!({ "kind": "text", "text": text(words) }),
        PrintPart::List(items) => {
            json!({ "kind": "list", "items": items.iter().map(|item| text(item)).collect::<Vec<_>>() })
        }
        PrintPart::Picture(picture) => {
            json!({ "kind": "picture", "svg": printable_svg(&picture.svg), "alt": text(&picture.alt) })
        }
        PrintPart::Table(table) => json!({
            "kind": "table",
            "heads": table.columns.iter().map(|column| text(&column.heading)).collect::<Vec<_>>(),
            "numeric": table.columns.iter().map(|column| column.numeric).collect::<Vec<_>>(),
            "widths": widths(table),
            // Every row has as many cells as there are columns: cells would slip into the next row.
            "rows": table.rows.iter().map(|row| {
                (0..table.columns.len()).map(|place| row.get(place).map(|cell| text(cell)).unwrap_or_default()).collect()
            }).collect::<Vec<Vec<String>>>(),
        }),
    }
}

/// How the columns share the width: 0 for one that takes what it needs, and otherwise its share of the rest.
/// Long texts get more of it, though not in proportion, or short ones beside them would be squeezed.
fn widths(table: &PrintTable) -> Vec<u32> {
    let length = |cell: &str| cell.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let columns = table.columns.iter().enumerate();
    let mut widths: Vec<u32> = columns
        .map(|(place, column)| {
            let cells = || table.rows.iter().filter_map(|row| row.get(place));
            let longest = cells().map(|cell| length(cell)).max().unwrap_or(0);
            if column.numeric || longest <= SHORT {
                return 0;
            }
            let letters: usize = cells().map(|cell| cell.chars().count()).sum();
            let mean = letters / cells().count().max(1);
            // The heading's longest word has to fit, too.
            let word = column.heading.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
            u32::try_from(mean.isqrt().max(word / 2)).unwrap_or(u32::MAX).clamp(4, 12)
        })
        .collect();
    // Many columns that each take what they need can need more than there is.
    if 7 < widths.len() && widths.iter().all(|width| *width == 0) {
        widths.fill(1);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_share_what_short_ones_leave() {
        let texts = |row: [&str; 3]| row.map(str::to_owned).to_vec();
        let long = "Ved intensivavdelingen ble tre forbedringsområder valgt ut sammen med de ansatte".to_owned();
        let table = PrintTable::of_texts(
            ["Måned", "Merknad", "Utgangspunkt"].map(str::to_owned),
            vec![texts(["januar 2025", &long, "Ny pårørendesamtale"])],
        );
        assert_eq!(widths(&table), [0, 8, 6]);
    }

    #[test]
    fn rows_that_are_too_short_or_too_long_keep_to_the_columns() {
        let table = PrintTable::of_texts(
            ["a", "b"].map(str::to_owned),
            vec![vec!["1".to_owned()], vec!["1".to_owned(), "2".to_owned(), "3".to_owned()]],
        );
        let data = part(&PrintPart::Table(table));
        assert_eq!(data["rows"], json!([["1", ""], ["1", "2"]]));
    }
}
