//! Codes from a table that someone else made: a national code set taken home by those who may.

use csv::{ReaderBuilder, StringRecord};

use super::text::letters;
use super::{Fault, OnLine};
use crate::rules::coding::model::{Code, CodeSet, Head, Validity};
use jiff::civil::Date;
use varde_kernel::Words;

/// The columns of the table, in any order.
pub const COLUMNS: [&str; 8] = ["axis", "code", "parent", "name_nb", "name_nn", "name_en", "valid_from", "valid_to"];
/// The columns that must be there.
const NEEDED: [&str; 3] = ["axis", "code", "name_nb"];

/// Reads codes into a set with the given head. Cells are parted by `;` or `,`, whichever the first line has;
/// letters are UTF-8 or Windows-1252. Whoever loads the table vouches for it: its codes count as established, with
/// the head's source as their provenance.
///
/// # Errors
///
/// Everything that is wrong, by line.
pub fn read_table(bytes: &[u8], head: Head) -> Result<CodeSet, Vec<OnLine>> {
    let text = letters(bytes).map_err(|fault| vec![fault])?;
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let delimiter = if first.contains(';') { b';' } else { b',' };
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut records = Vec::new();
    for record in reader.records() {
        records.push(record.map_err(|error| vec![(None, Fault::Table(error.to_string()))])?);
    }
    let mut records = records.into_iter();
    let columns = Columns::of(&records.next().unwrap_or_default())?;
    let written: Vec<&str> = text.lines().collect();
    let (mut codes, mut lines, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for record in records.filter(|record| record.iter().any(|cell| !cell.trim().is_empty())) {
        let line = line_of(&record, &written);
        if record.len() != columns.0.len() {
            faults.push((line, Fault::Cells { found: record.len(), wanted: columns.0.len() }));
            continue;
        }
        lines.push(line);
        codes.push(columns.code(&record, line, &head.source, &mut faults));
    }
    match CodeSet::new(head, codes) {
        Ok(set) if faults.is_empty() => return Ok(set),
        Ok(_) => {}
        Err(flaws) => faults.extend(flaws.into_iter().map(|(at, flaw)| {
            let line = at.and_then(|at| lines.get(at).copied().flatten());
            (line, Fault::Flaw(flaw))
        })),
    }
    faults.sort_by_key(|(line, _)| *line);
    Err(faults)
}

/// The line on which a record begins. The reader counts empty lines before a record to it.
fn line_of(record: &StringRecord, written: &[&str]) -> Option<usize> {
    let from = usize::try_from(record.position()?.line()).ok()?;
    let n_empty = written.iter().skip(from.saturating_sub(1)).take_while(|text| text.trim().is_empty()).count();
    Some(from + n_empty)
}

/// The columns in the table's own order.
struct Columns(Vec<&'static str>);

impl Columns {
    fn of(record: &StringRecord) -> Result<Self, Vec<OnLine>> {
        let (mut columns, mut faults) = (Vec::new(), Vec::new());
        for cell in record {
            let named = cell.trim().to_lowercase();
            match COLUMNS.into_iter().find(|column| *column == named) {
                None => faults.push((Some(1), Fault::UnknownColumn(cell.to_owned()))),
                Some(column) if columns.contains(&column) => {
                    faults.push((Some(1), Fault::ColumnTwice(column.to_owned())));
                }
                Some(column) => columns.push(column),
            }
        }
        let missing = NEEDED.into_iter().filter(|needed| !columns.contains(needed));
        faults.extend(missing.map(|column| (Some(1), Fault::MissingColumn(column))));
        if faults.is_empty() { Ok(Self(columns)) } else { Err(faults) }
    }

    fn code(&self, record: &StringRecord, line: Option<usize>, source: &str, faults: &mut Vec<OnLine>) -> Code {
        let cell = |column: &str| {
            let at = self.0.iter().position(|own| *own == column);
            at.and_then(|at| record.get(at)).map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        let mut date = |column: &str| -> Option<Date> {
            let text = cell(column)?;
            let date = text.parse().ok();
            if date.is_none() {
                faults.push((line, Fault::Date(text)));
            }
            date
        };
        let valid = Validity { from: date("valid_from"), to: date("valid_to") };
        Code {
            axis: cell("axis").unwrap_or_default(),
            code: cell("code").unwrap_or_default(),
            parent: cell("parent"),
            name: Words { nb: cell("name_nb").unwrap_or_default(), nn: cell("name_nn"), en: cell("name_en") },
            established: true,
            provenance: source.to_owned(),
            valid,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rules::coding::fixtures::head;
    use crate::rules::coding::model::Flaw;
    use varde_kernel::Locale;

    const FIRST: &str = "axis;code;parent;name_nb;name_nn;name_en;valid_from;valid_to\n";

    fn faults(bytes: &[u8]) -> Vec<OnLine> {
        read_table(bytes, head()).err().unwrap_or_default()
    }

    #[test]
    fn the_same_codes_come_out_of_every_way_of_writing() {
        let table = format!("{FIRST}kind;1;;Fødsel;Fødsel;Birth;2026-01-01;\nkind;1.1;1;\"På; ved\";;;;2026-12-31\n");
        let plain = read_table(table.as_bytes(), head()).unwrap();
        assert_eq!(plain.code("kind", "1.1").unwrap().name.get(Locale::En), "På; ved");
        assert_eq!(plain.code("kind", "1").unwrap().valid.from, "2026-01-01".parse().ok());
        let marked = format!("\u{feff}{}", table.replace('\n', "\r\n"));
        assert_eq!(read_table(marked.as_bytes(), head()), Ok(plain.clone()));
        let windows: Vec<u8> = table.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        assert_eq!(read_table(&windows, head()), Ok(plain.clone()));
        let commas = "name_nb,axis,code,parent,name_nn,name_en,valid_from,valid_to\n\
            Fødsel,kind,1,,Fødsel,Birth,2026-01-01,\nPå; ved,KIND,1.1,1,,,,2026-12-31\n";
        assert_eq!(read_table(commas.replace("KIND", "kind").as_bytes(), head()), Ok(plain));
    }

    #[test]
    fn everything_that_is_wrong_is_told_by_line() {
        let table = format!(
            "{FIRST}kind;1;;Fall;;;;\n\nkind;1;;Again;;;;\nkind;2;9;Child;;;;\nkind;3;3;Ring;;;;\nplace;4;;Ward;;;;\n\
             kind;5;;;;;2026-02-30;\nkind;6;;Turned;;;2026-02-01;2026-01-01\nkind;7\nharm;8;1;Parent elsewhere;;;;\n"
        );
        let flaw = |line, flaw| (Some(line), Fault::Flaw(flaw));
        let expected = [
            flaw(4, Flaw::Duplicate("1".to_owned())),
            flaw(5, Flaw::UnknownParent("9".to_owned())),
            flaw(6, Flaw::Cycle("3".to_owned())),
            flaw(7, Flaw::UnknownAxis("place".to_owned())),
            (Some(8), Fault::Date("2026-02-30".to_owned())),
            flaw(8, Flaw::NoName("5".to_owned())),
            flaw(9, Flaw::DatesTurned),
            (Some(10), Fault::Cells { found: 2, wanted: 8 }),
            flaw(11, Flaw::ParentInOtherAxis("1".to_owned())),
        ];
        assert_eq!(faults(table.as_bytes()), expected);
    }

    #[test]
    fn the_first_line_is_looked_at_as_a_whole() {
        let expected = [
            (Some(1), Fault::UnknownColumn("colour".to_owned())),
            (Some(1), Fault::ColumnTwice("code".to_owned())),
            (Some(1), Fault::MissingColumn("axis")),
            (Some(1), Fault::MissingColumn("name_nb")),
        ];
        assert_eq!(faults(b"code,colour,code\n"), expected);
        assert_eq!(faults(b"").len(), 3);
    }

    proptest! {
        #[test]
        fn whatever_comes_nothing_panics(
            bytes in prop::collection::vec(any::<u8>(), 0..200),
            lines in "[a-c0-9;,\n\"]{0,120}",
        ) {
            let _ = faults(&bytes);
            let _ = faults(format!("{FIRST}{lines}").as_bytes());
        }
    }
}
