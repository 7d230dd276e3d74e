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

    /// Reads `13,7`, `13.7`, `1 234`, `−2` or `1e+05`; never infinity. A space stands only before each group of
    /// three digits: `12 34` is two numbers in one cell, and none.
    ///
    /// # Errors
    ///
    /// [`NumberFault::NotNumber`] or [`NumberFault::Mixed`].
    pub fn parse(&mut self, text: &str) -> Result<f64, NumberFault> {
        let text = text.trim();
        if !spaced_by_thousands(text) {
            return Err(NumberFault::NotNumber);
        }
        let mut plain = String::with_capacity(text.len());
        let mut mark = None;
        for letter in text.chars() {
            match letter {
                letter if is_space(letter) => {}
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

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Whether the spaces, if there are any, part the whole number into groups of three digits.
fn spaced_by_thousands(text: &str) -> bool {
    if !text.contains(is_space) {
        return true;
    }
    let whole_end = text.find([',', '.']).unwrap_or(text.len());
    let Some((whole, rest)) = text.split_at_checked(whole_end) else {
        return false;
    };
    let whole = whole.strip_prefix(['-', '+', '\u{2212}']).unwrap_or(whole);
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(is_space);
    let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && digits(first));
    first && groups.all(|group| group.len() == 3 && digits(group)) && !rest.contains(is_space)
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
            ("\u{2212}12\u{a0}345\u{202f}678,5", Ok(-12_345_678.5)),
            ("1 234", Ok(1234.0)),
            ("12 34", Err(NumberFault::NotNumber)),
            ("1 2", Err(NumberFault::NotNumber)),
            ("1234 567", Err(NumberFault::NotNumber)),
            ("1  234", Err(NumberFault::NotNumber)),
            ("1 234 56", Err(NumberFault::NotNumber)),
            ("1,5 000", Err(NumberFault::NotNumber)),
            ("1 234e5", Err(NumberFault::NotNumber)),
            (" 7 ", Ok(7.0)),
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
