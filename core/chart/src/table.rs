//! The numbers of a picture as rows and columns, for the page, the command line and the document.

/// A heading and what stands beneath it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableColumn {
    /// The heading, with the unit where there is one.
    pub heading: String,
    /// Whether it holds numbers, which are set flush right.
    pub numeric: bool,
}

/// The data of a picture. Every row has as many cells as there are columns; a missing fact is an
/// empty cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The columns, those without any content left out.
    pub columns: Vec<TableColumn>,
    /// The cells, row by row, as they are shown.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// From columns with all their cells; drops the columns in which every cell is empty.
    pub(crate) fn of(columns: Vec<(String, bool, Vec<String>)>) -> Self {
        let kept: Vec<(String, bool, Vec<String>)> =
            columns.into_iter().filter(|(_, _, cells)| cells.iter().any(|cell| !cell.is_empty())).collect();
        let n_rows = kept.iter().map(|(_, _, cells)| cells.len()).max().unwrap_or(0);
        let cell = |cells: &Vec<String>, row: usize| cells.get(row).cloned().unwrap_or_default();
        Self {
            rows: (0..n_rows).map(|row| kept.iter().map(|(_, _, cells)| cell(cells, row)).collect()).collect(),
            columns: kept.into_iter().map(|(heading, numeric, _)| TableColumn { heading, numeric }).collect(),
        }
    }

    /// The table as lines of text with aligned columns, for the command line.
    pub fn text(&self) -> String {
        let wide = |i: usize, heading: &str| {
            let cells = self.rows.iter().filter_map(|row| row.get(i)).map(|cell| cell.chars().count());
            cells.fold(heading.chars().count(), usize::max)
        };
        let widths: Vec<usize> = self.columns.iter().enumerate().map(|(i, found)| wide(i, &found.heading)).collect();
        let line = |cells: Vec<&str>| {
            let mut out = String::new();
            for ((cell, wide), column) in cells.iter().zip(&widths).zip(&self.columns) {
                let pad = " ".repeat(wide.saturating_sub(cell.chars().count()));
                let (before, after) = if column.numeric { (pad.as_str(), "") } else { ("", pad.as_str()) };
                out.push_str(before);
                out.push_str(cell);
                out.push_str(after);
                out.push_str("  ");
            }
            let mut out = out.trim_end().to_owned();
            out.push('\n');
            out
        };
        let mut out = line(self.columns.iter().map(|column| column.heading.as_str()).collect());
        for row in &self.rows {
            out.push_str(&line(row.iter().map(String::as_str).collect()));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_columns_go_and_numbers_stand_flush_right() {
        let cells = |words: [&str; 2]| words.map(String::from).to_vec();
        let table = Table::of(vec![
            ("Måned".into(), false, cells(["jan", "feb"])),
            ("Verdi".into(), true, cells(["12,5", "7,0"])),
            ("Merknad".into(), false, cells(["", ""])),
        ]);
        assert_eq!(table.columns.len(), 2);
        assert_eq!(table.text(), "Måned  Verdi\njan     12,5\nfeb      7,0\n");
        assert_eq!(Table::of(Vec::new()).text(), "\n");
    }
}
