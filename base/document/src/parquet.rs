//! Apache Parquet, as other programs keep columns of data.

use std::io::{Read, Seek};

use bytes::Bytes;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

use crate::{Cell, Fault, Kind, Limits, Row, Table};

pub(crate) fn table(mut source: impl Read + Seek, limits: &Limits) -> Result<Table, Fault> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes)?;
    let reader = SerializedFileReader::new(Bytes::from(bytes)).map_err(broken)?;
    let told = reader.metadata();
    let unpacked: i64 =
        told.row_groups().iter().map(|group| group.total_byte_size().max(0)).fold(0, i64::saturating_add);
    let unpacked = u64::try_from(unpacked).unwrap_or(0);
    if limits.unpacked < unpacked {
        return Err(Fault::TooLarge { bytes: unpacked, max: limits.unpacked });
    }
    if usize::try_from(told.file_metadata().num_rows()).unwrap_or(0) > limits.rows {
        return Err(Fault::TooManyRows { max: limits.rows });
    }
    let names: Vec<Cell> =
        told.file_metadata().schema().get_fields().iter().map(|field| Cell::of_text(field.name())).collect();
    if limits.columns < names.len() {
        return Err(Fault::TooWide { line: 0, max: limits.columns });
    }
    let mut rows = vec![Row { line: 0, cells: names }];
    for (place, record) in reader.get_row_iter(None).map_err(broken)?.enumerate() {
        if limits.rows <= place {
            return Err(Fault::TooManyRows { max: limits.rows });
        }
        let line = place + 1;
        let mut cells = Vec::new();
        for (_, field) in record.map_err(broken)?.into_columns() {
            let cell = cell(field);
            if matches!(&cell, Cell::Text(text) if limits.cell < text.len()) {
                return Err(Fault::CellTooLong { line, max: limits.cell });
            }
            cells.push(cell);
        }
        rows.push(Row { line, cells });
    }
    rows.retain(|row| !row.is_empty());
    Ok(Table { kind: Kind::Parquet, sheet: None, encoding: None, rows, notes: Vec::new() })
}

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::Broken(error.to_string().chars().take(200).collect())
}

fn cell(field: Field) -> Cell {
    match field {
        Field::Null => Cell::Empty,
        Field::Bool(yes) => Cell::Bool(yes),
        Field::Byte(number) => Cell::Number(f64::from(number)),
        Field::Short(number) => Cell::Number(f64::from(number)),
        Field::Int(number) => Cell::Number(f64::from(number)),
        Field::UByte(number) => Cell::Number(f64::from(number)),
        Field::UShort(number) => Cell::Number(f64::from(number)),
        Field::UInt(number) => Cell::Number(f64::from(number)),
        Field::Long(number) => whole(i128::from(number)),
        Field::ULong(number) => whole(i128::from(number)),
        Field::Float16(number) => Cell::of_number(Some(number.to_f64())),
        Field::Float(number) => Cell::of_number(Some(f64::from(number))),
        Field::Double(number) => Cell::of_number(Some(number)),
        Field::Str(text) => Cell::of_text(&text),
        Field::Date(days) => day(days).map_or_else(|| Cell::Error(days.to_string()), Cell::Date),
        Field::TimestampMillis(at) => instant(Timestamp::from_millisecond(at).ok(), at),
        Field::TimestampMicros(at) => instant(Timestamp::from_microsecond(at).ok(), at),
        Field::Decimal(_) => match field.to_string().trim_matches('"').parse() {
            Ok(number) => Cell::of_number(Some(number)),
            Err(_) => Cell::Error(field.to_string()),
        },
        Field::Bytes(_)
        | Field::TimeMillis(_)
        | Field::TimeMicros(_)
        | Field::Group(_)
        | Field::ListInternal(_)
        | Field::MapInternal(_) => Cell::Error("no single value".to_owned()),
    }
}

/// A whole number, unless it is too large to be kept exactly: then its digits, which may be a code.
fn whole(number: i128) -> Cell {
    const EXACT: i128 = 1 << 53;
    #[expect(clippy::cast_precision_loss, reason = "exact, since it is within 2^53")]
    if number.abs() <= EXACT { Cell::Number(number as f64) } else { Cell::Text(number.to_string()) }
}

fn day(days: i32) -> Option<Date> {
    date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

fn instant(at: Option<Timestamp>, number: i64) -> Cell {
    let Some(at) = at else { return Cell::Error(number.to_string()) };
    let at = at.to_zoned(TimeZone::UTC).datetime();
    if at.time() == jiff::civil::Time::midnight() { Cell::Date(at.date()) } else { Cell::DateTime(at) }
}
