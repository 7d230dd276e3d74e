//! Numbers as people write them.

use crate::Cell;

/// What stands between whole and decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `13,7`
    Comma,
    /// `13.7`
    Point,
}

/// Why a cell is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberFault {
    /// It says something else.
    #[error("no number")]
    NotNumber,
    /// The file writes decimals in two ways; one of them may mean thousands.
    #[error("another decimal mark than the rest of the file")]
    Mixed,
    /// A spreadsheet has made a date of it, as `3.4` becomes the third of April.
    #[error("a date where a number is due")]
    IsDate,
    /// The formula behind it failed.
    #[error("a failed formula")]
    Failed,
}

/// Reads the numbers of one file, and notices when it writes decimals in two ways.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decimals {
    mark: Option<Mark>,
}

impl Decimals {
    /// A reader that knows how the file writes decimals, or finds out by the first that it meets.
    pub const fn new(mark: Option<Mark>) -> Self {
        Self { mark }
    }

    /// The number in a cell; none when the cell is empty or says that the value is missing.
    ///
    /// # Errors
    ///
    /// [`NumberFault`] when something else stands there.
    pub fn read(&mut self, cell: &Cell) -> Result<Option<f64>, NumberFault> {
        match cell {
            Cell::Empty => Ok(None),
            Cell::Number(number) if number.is_finite() => Ok(Some(*number)),
            Cell::Number(_) | Cell::Bool(_) => Err(NumberFault::NotNumber),
            Cell::Date(_) | Cell::DateTime(_) => Err(NumberFault::IsDate),
            Cell::Error(_) => Err(NumberFault::Failed),
            Cell::Text(text) if missing_mark(text) => Ok(None),
            Cell::Text(text) => self.parse(text).map(Some),
        }
    }

    /// Reads `13,7`, `13.7`, `1 234`, `−2` or `1e+05`; never infinity.
    ///
    /// # Errors
    ///
    /// [`NumberFault::NotNumber`] or [`NumberFault::Mixed`].
    pub fn parse(&mut self, text: &str) -> Result<f64, NumberFault> {
        let mut plain = String::with_capacity(text.len());
        let mut mark = None;
        for letter in text.trim().chars() {
            match letter {
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {}
                '\u{2212}' => plain.push('-'),
                ',' | '.' if mark.is_some() => return Err(NumberFault::NotNumber),
                ',' | '.' => {
                    mark = Some(if letter == ',' { Mark::Comma } else { Mark::Point });
                    plain.push('.');
                }
                '0'..='9' | '+' | '-' | 'e' | 'E' => plain.push(letter),
                _ => return Err(NumberFault::NotNumber),
            }
        }
        let number: f64 = plain.parse().map_err(|_| NumberFault::NotNumber)?;
        if !number.is_finite() || !plain.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first)) {
            return Err(NumberFault::NotNumber);
        }
        if let Some(mark) = mark
            && *self.mark.get_or_insert(mark) != mark
        {
            return Err(NumberFault::Mixed);
        }
        Ok(number)
    }
}

/// Whether a text is how statistics programs write "missing": `NA` (R), `NULL` (databases), and
/// `.`, `..` and `:` (`PxWeb`: cannot be, not known, may not be shown).
pub fn missing_mark(text: &str) -> bool {
    matches!(text.trim(), "NA" | "N/A" | "NaN" | "NULL" | "null" | "." | ".." | "..." | ":" | "-" | "–")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_and_programs_write_them() {
        for (text, expected) in [
            ("13,7", Ok(13.7)),
            ("1 234,5", Ok(1234.5)),
            ("\u{2212}2", Ok(-2.0)),
            ("1e+05", Ok(100_000.0)),
            (",5", Ok(0.5)),
            ("inf", Err(NumberFault::NotNumber)),
            ("e5", Err(NumberFault::NotNumber)),
            ("1e999", Err(NumberFault::NotNumber)),
            ("1,2,3", Err(NumberFault::NotNumber)),
            ("1.234,5", Err(NumberFault::NotNumber)),
            ("12 %", Err(NumberFault::NotNumber)),
            ("", Err(NumberFault::NotNumber)),
        ] {
            assert_eq!(Decimals::default().parse(text), expected, "{text}");
        }
    }

    #[test]
    fn two_ways_of_writing_decimals_are_noticed() {
        let mut decimals = Decimals::default();
        assert_eq!(decimals.read(&Cell::Text("13,7".into())), Ok(Some(13.7)));
        assert_eq!(decimals.read(&Cell::Text("13.7".into())), Err(NumberFault::Mixed));
        assert_eq!(decimals.read(&Cell::Text("14".into())), Ok(Some(14.0)));
        assert_eq!(decimals.read(&Cell::Text("NA".into())), Ok(None));
        assert_eq!(Decimals::new(Some(Mark::Point)).parse("1,5"), Err(NumberFault::Mixed));
        let spoilt = Cell::Date(jiff::civil::date(1900, 2, 14));
        assert_eq!(decimals.read(&spoilt), Err(NumberFault::IsDate));
    }
}
