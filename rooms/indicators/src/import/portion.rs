//! A table in portions: where records end, and what a portion says. A portion is read as a small file of its own
//! under the first line of the whole.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use varde_document::{Kind, kind_of};
use varde_kernel::{Place, Problems, Words};

use super::dhis2::metadata::Metadata;
use super::kind;
use super::said::Reading;
use super::sender::{Format, Mapping};
use super::values::Line;
use crate::model::Entry;

/// How many bytes one portion holds at most.
pub const PORTION: usize = 1 << 20;
/// The most bytes of a file.
pub const MAX_FILE: i64 = 256 << 20;
/// The most rows of a file that is read in portions.
pub const MAX_UPLOAD_ROWS: i64 = 2_000_000;
/// The most values of a file that is read whole and then taken in portions; so many fit into memory while they are read.
pub const MAX_WHOLE_ROWS: usize = 1_000_000;

/// Whether a file that begins so can be read in portions: a table as text, in letters in which the end of a line is
/// one byte, and without a sender's metadata, which must be held against all of it.
pub fn fits(start: &[u8], mapping: &Mapping, metadata: Option<&Metadata>) -> bool {
    let is_table = mapping.format.or_else(|| kind::recognise(start)) == Some(Format::Table);
    let is_wide = start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff");
    is_table && !is_wide && kind_of(start) == Kind::Csv && metadata.is_none()
}

/// The ends of the first and of the last whole record; none when no record ends here. A line break within quotes
/// ends nothing.
pub fn records(bytes: &[u8]) -> Option<(usize, usize)> {
    let (mut first, mut last, mut is_quoted) = (None, None, false);
    for (place, byte) in bytes.iter().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => {
                first = first.or(Some(place + 1));
                last = Some(place + 1);
            }
            _ => {}
        }
    }
    first.zip(last)
}

/// How many lines end within some bytes.
pub fn n_lines(bytes: &[u8]) -> i64 {
    i64::try_from(bytes.split(|byte| *byte == b'\n').skip(1).count()).unwrap_or(i64::MAX)
}

/// What a portion says, with lines as they are numbered in the whole file: its first is `first_line`.
pub fn read(
    (head, body): (&[u8], &[u8]),
    first_line: i64,
    (mapping, metadata): (&Mapping, Option<&Metadata>),
    today: Date,
) -> Reading {
    let mapping = Mapping { format: Some(Format::Table), ..mapping.clone() };
    let mut reading = kind::read(&[head, body].concat(), &mapping, metadata, today);
    // Under the first line, the portion's own first is the second.
    let past = usize::try_from(first_line - 1 - n_lines(head)).unwrap_or(0);
    let mut problems = Problems::new();
    for problem in &reading.problems {
        match &problem.place {
            // A portion without values is no file without values; and the first line is told of once.
            _ if problem.key == "indicators-import-empty" => {}
            Place::Line(1, _) if 0 < past => {}
            Place::Line(line, column) if 1 < *line => {
                problems.push(Place::Line(line + past, column.clone()), problem.key, problem.args.clone());
            }
            place => problems.push(place.clone(), problem.key, problem.args.clone()),
        }
    }
    reading.problems = problems;
    let unfit = reading.unfit.iter_mut().map(|unfit| &mut unfit.said);
    for said in reading.said.iter_mut().chain(unfit) {
        said.line += past;
    }
    reading
}

/// A row as it is kept until all of the file is right.
#[expect(clippy::struct_excessive_bools, reason = "each is a column of its own that says yes or no")]
#[derive(Serialize, Deserialize)]
pub struct KeptRow {
    line: usize,
    indicator: String,
    unit: String,
    stratum: String,
    #[serde(default)]
    stratum_name: String,
    residence: bool,
    period: String,
    numerator: Option<f64>,
    denominator: Option<f64>,
    value: Option<f64>,
    coverage: Option<f64>,
    provisional: bool,
    approximate: bool,
    source: String,
    missing: Option<String>,
    note: String,
    #[serde(default)]
    computed: bool,
}

impl KeptRow {
    /// A row to keep.
    pub fn new(line: &Line) -> Self {
        let entry = &line.entry;
        Self {
            line: line.line,
            indicator: line.indicator.clone(),
            unit: line.unit.clone(),
            stratum: line.stratum.clone(),
            stratum_name: line.stratum_name.clone(),
            residence: line.residence,
            period: line.period.to_string(),
            numerator: entry.numerator,
            denominator: entry.denominator,
            value: entry.value,
            coverage: entry.coverage,
            provisional: entry.provisional,
            approximate: entry.approximate,
            source: entry.source.clone(),
            missing: entry.missing.map(|missing| missing.name().to_owned()),
            note: entry.note.nb.clone(),
            computed: line.computed,
        }
    }

    /// The series that it belongs to, as a key.
    pub fn place(&self) -> String {
        format!("{}|{}|{}|{}", self.indicator, self.unit, self.residence, self.stratum)
    }

    /// The period, as a key.
    pub fn period(&self) -> &str {
        &self.period
    }

    /// As text.
    pub fn packed(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The row that was kept; none when it cannot be read any longer.
    pub fn unpacked(text: &str) -> Option<Line> {
        let kept: Self = serde_json::from_str(text).ok()?;
        let entry = Entry {
            numerator: kept.numerator,
            denominator: kept.denominator,
            value: kept.value,
            coverage: kept.coverage,
            provisional: kept.provisional,
            approximate: kept.approximate,
            source: kept.source,
            missing: kept.missing.as_deref().and_then(|name| name.parse().ok()),
            note: Words::plain(kept.note),
            ..Entry::default()
        };
        Some(Line {
            line: kept.line,
            indicator: kept.indicator,
            unit: kept.unit,
            stratum: kept.stratum,
            stratum_name: kept.stratum_name,
            residence: kept.residence,
            period: kept.period.parse().ok()?,
            entry,
            computed: kept.computed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_within_quotes_ends_no_record() {
        for (text, expected) in [
            ("a;b\n1;2\n3;", Some((4, 8))),
            ("a;b\n1;\"x\ny\"\n3;4", Some((4, 12))),
            ("a;\"b\n1;2\n", None),
            ("a;b", None),
            ("", None),
            ("\n", Some((1, 1))),
        ] {
            assert_eq!(records(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn portions_say_together_what_the_whole_file_does() {
        let head = "indicator;unit;period;numerator;denominator;note\n";
        let rows: Vec<String> = (0..60)
            .map(|n| format!("ind.falls;ward;{}-{:02};{};100;\"to; deler\"\n", 2020 + n / 12, n % 12 + 1, 5 + n % 7))
            .collect();
        let whole = format!("{head}{}", rows.concat());
        let (mapping, today) = (Mapping::default(), jiff::civil::date(2026, 11, 22));
        let all = kind::read(whole.as_bytes(), &mapping, None, today);
        assert_eq!(all.said.len(), 60, "{:?}", all.problems);
        let mut said = Vec::new();
        let (mut place, mut line) = (head.len(), 2);
        let bytes = whole.as_bytes();
        while place < bytes.len() {
            let end = (place + 200).min(bytes.len());
            let end = if end == bytes.len() { end } else { place + records(&bytes[place..end]).unwrap().1 };
            let body = &bytes[place..end];
            let reading = read((head.as_bytes(), body), line, (&mapping, None), today);
            assert!(reading.problems.is_empty(), "{:?}", reading.problems);
            said.extend(reading.said);
            line += n_lines(body);
            place = end;
        }
        assert_eq!(said, all.said);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_in_the_whole_file() {
        let (head, body) = ("indicator;unit;period;value\n", "ind.falls;ward;2026-01;x\n");
        let today = jiff::civil::date(2026, 11, 22);
        let reading = read((head.as_bytes(), body.as_bytes()), 502, (&Mapping::default(), None), today);
        let places: Vec<&Place> = reading.problems.iter().map(|problem| &problem.place).collect();
        assert_eq!(places, [&Place::Line(502, Some("value".to_owned()))]);
    }
}
