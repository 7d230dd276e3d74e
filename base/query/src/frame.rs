//! Events as columns of Parquet, and back.
//!
//! Keys and instants are kept as differences from one row to the next, everything with few values as a number in
//! a dictionary; nothing is compressed on top of that, since reading would take longer than it saves.

use std::collections::HashMap;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use datafusion::arrow::array::{
    Array, ArrayRef, ArrowPrimitiveType, AsArray as _, BooleanArray, Int32Array, Int64Array, RecordBatch, StringArray,
};
use datafusion::arrow::datatypes::{DataType, Field, Int32Type, Int64Type, Schema, SchemaRef};
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use datafusion::parquet::arrow::{ArrowWriter, ProjectionMask};
use datafusion::parquet::basic::{Compression, Encoding};
use datafusion::parquet::errors::ParquetError;
use datafusion::parquet::file::properties::{EnabledStatistics, WriterProperties};
use datafusion::parquet::schema::types::ColumnPath;
use varde_events::{Event, Kind, Sex};

/// How many rows are turned into columns at a time.
const PORTION: usize = 8_192;

/// The columns of event files, in their order.
pub(crate) static SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| {
    let field = |name: &str, kind: &DataType, nullable| Field::new(name, kind.clone(), nullable);
    let (long, int, flag) = (&DataType::Int64, &DataType::Int32, &DataType::Boolean);
    Arc::new(Schema::new(vec![
        field("person", long, false),
        field("event", long, false),
        field("kind", int, false),
        field("unit", int, false),
        field("residence", int, true),
        field("began", long, false),
        field("ended", long, true),
        field("month", int, false),
        field("end_month", int, true),
        field("age", int, true),
        field("sex", int, false),
        field("acute", flag, true),
        field("code", &DataType::Utf8, false),
        field("died", long, true),
        field("lag_days", int, true),
        field("outcome", flag, true),
        field("followed", flag, true),
    ]))
});

/// The columns by which the rows of a file lie in order.
pub(crate) const ORDER: [&str; 2] = ["person", "began"];

/// A file that holds no events as they are written here.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FrameError {
    /// The file cannot be read or written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// It is no Parquet, or torn.
    #[error(transparent)]
    Parquet(#[from] ParquetError),
    /// A column is missing or of another type, or a number stands for nothing.
    #[error("column {0} is not as it was written")]
    Column(&'static str),
}

/// Puts a person's rows in the order in which files hold them.
pub(crate) fn order(rows: &mut [Event]) {
    rows.sort_unstable_by_key(|row| (row.person, row.start, row.end.unwrap_or(i64::MAX), row.event));
}

fn properties() -> WriterProperties {
    let mut properties = WriterProperties::builder()
        .set_compression(Compression::UNCOMPRESSED)
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_offset_index_disabled(true)
        .set_created_by("varde".to_owned());
    for (name, encoding) in [
        ("person", Encoding::DELTA_BINARY_PACKED),
        // Keys of events are random, so differences between them are no smaller than they are.
        ("event", Encoding::PLAIN),
        ("began", Encoding::DELTA_BINARY_PACKED),
        ("ended", Encoding::DELTA_BINARY_PACKED),
        ("died", Encoding::DELTA_BINARY_PACKED),
    ] {
        let column = ColumnPath::from(name);
        properties =
            properties.set_column_dictionary_enabled(column.clone(), false).set_column_encoding(column, encoding);
    }
    properties.build()
}

/// Writes rows to a file.
pub(crate) struct Writer<W: Write + Send> {
    writer: ArrowWriter<W>,
    held: Vec<Event>,
}

impl<W: Write + Send> Writer<W> {
    /// Begins a file.
    pub(crate) fn new(to: W) -> Result<Self, FrameError> {
        Ok(Self { writer: ArrowWriter::try_new(to, SCHEMA.clone(), Some(properties()))?, held: Vec::new() })
    }

    /// Adds a row.
    pub(crate) fn push(&mut self, row: Event) -> Result<(), FrameError> {
        self.held.push(row);
        if self.held.len() < PORTION { Ok(()) } else { self.put() }
    }

    /// How many bytes wait in memory, about.
    pub(crate) fn waiting(&self) -> usize {
        self.writer.in_progress_size() + self.held.len() * size_of::<Event>()
    }

    /// Puts what waits into the file.
    pub(crate) fn flush(&mut self) -> Result<(), FrameError> {
        self.put()?;
        Ok(self.writer.flush()?)
    }

    /// Ends the file.
    pub(crate) fn finish(mut self) -> Result<W, FrameError> {
        self.put()?;
        Ok(self.writer.into_inner()?)
    }

    fn put(&mut self) -> Result<(), FrameError> {
        if !self.held.is_empty() {
            self.writer.write(&batch(&self.held)?)?;
            self.held.clear();
        }
        Ok(())
    }
}

/// Writes all rows to a file.
pub(crate) fn write<W: Write + Send>(to: W, rows: &[Event]) -> Result<W, FrameError> {
    let mut writer = ArrowWriter::try_new(to, SCHEMA.clone(), Some(properties()))?;
    for portion in rows.chunks(PORTION) {
        writer.write(&batch(portion)?)?;
    }
    Ok(writer.into_inner()?)
}

fn batch(rows: &[Event]) -> Result<RecordBatch, FrameError> {
    fn longs(rows: &[Event], of: impl Fn(&Event) -> i64) -> ArrayRef {
        Arc::new(rows.iter().map(of).map(Some).collect::<Int64Array>())
    }
    fn longs_or(rows: &[Event], of: impl Fn(&Event) -> Option<i64>) -> ArrayRef {
        Arc::new(rows.iter().map(of).collect::<Int64Array>())
    }
    fn ints(rows: &[Event], of: impl Fn(&Event) -> i32) -> ArrayRef {
        Arc::new(rows.iter().map(of).map(Some).collect::<Int32Array>())
    }
    fn ints_or(rows: &[Event], of: impl Fn(&Event) -> Option<i32>) -> ArrayRef {
        Arc::new(rows.iter().map(of).collect::<Int32Array>())
    }
    fn flags(rows: &[Event], of: impl Fn(&Event) -> Option<bool>) -> ArrayRef {
        Arc::new(rows.iter().map(of).collect::<BooleanArray>())
    }
    let place = |number: u32| i32::try_from(number).map_err(|_| FrameError::Column("unit"));
    let units = rows.iter().map(|row| place(row.unit)).collect::<Result<Vec<i32>, _>>()?;
    let areas = rows.iter().map(|row| row.residence.map(place).transpose()).collect::<Result<Vec<_>, _>>()?;
    let columns = vec![
        longs(rows, |row| row.person),
        longs(rows, |row| row.event),
        ints(rows, |row| row.kind.code()),
        Arc::new(Int32Array::from(units)),
        Arc::new(Int32Array::from(areas)),
        longs(rows, |row| row.start),
        longs_or(rows, |row| row.end),
        ints(rows, |row| row.month),
        ints_or(rows, |row| row.end_month),
        ints_or(rows, |row| row.age),
        ints(rows, |row| row.sex.code()),
        flags(rows, |row| row.acute),
        Arc::new(rows.iter().map(|row| Some(row.code.as_str())).collect::<StringArray>()) as ArrayRef,
        longs_or(rows, |row| row.died),
        ints_or(rows, |row| row.lag_days),
        flags(rows, |row| row.outcome),
        flags(rows, |row| row.followed),
    ];
    RecordBatch::try_new(SCHEMA.clone(), columns).map_err(|error| ParquetError::from(error).into())
}

/// Reads all rows of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<Event>, FrameError> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(path)?)?.with_batch_size(PORTION).build()?;
    let mut rows = Vec::new();
    for batch in reader {
        unpack(&batch.map_err(ParquetError::from)?, &mut rows)?;
    }
    Ok(rows)
}

/// Hands over a column of whole numbers, portion by portion.
pub(crate) fn read_longs(path: &Path, name: &'static str, mut take: impl FnMut(&[i64])) -> Result<(), FrameError> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(path)?)?;
    let mask = ProjectionMask::columns(builder.parquet_schema(), [name]);
    for batch in builder.with_projection(mask).with_batch_size(PORTION).build()? {
        take(numbers::<Int64Type>(&batch.map_err(ParquetError::from)?, name)?.values());
    }
    Ok(())
}

/// Writes when persons died.
pub(crate) fn write_deaths<W: Write + Send>(to: W, deaths: &HashMap<i64, i64>) -> Result<W, FrameError> {
    let mut rows: Vec<(i64, i64)> = deaths.iter().map(|(person, died)| (*person, *died)).collect();
    rows.sort_unstable();
    let (persons, died): (Vec<i64>, Vec<i64>) = rows.into_iter().unzip();
    let column = |name, values: Vec<i64>| (name, Arc::new(Int64Array::from(values)) as ArrayRef);
    let batch =
        RecordBatch::try_from_iter([column("person", persons), column("died", died)]).map_err(ParquetError::from)?;
    let mut writer = ArrowWriter::try_new(to, batch.schema(), Some(properties()))?;
    writer.write(&batch)?;
    Ok(writer.into_inner()?)
}

/// Reads when persons died.
pub(crate) fn read_deaths(path: &Path, mut take: impl FnMut(i64, i64)) -> Result<(), FrameError> {
    for batch in ParquetRecordBatchReaderBuilder::try_new(File::open(path)?)?.build()? {
        let batch = batch.map_err(ParquetError::from)?;
        let (persons, died) = (numbers::<Int64Type>(&batch, "person")?, numbers::<Int64Type>(&batch, "died")?);
        for (person, died) in persons.values().iter().zip(died.values()) {
            take(*person, *died);
        }
    }
    Ok(())
}

fn numbers<'a, T: ArrowPrimitiveType>(
    batch: &'a RecordBatch,
    name: &'static str,
) -> Result<&'a datafusion::arrow::array::PrimitiveArray<T>, FrameError> {
    batch.column_by_name(name).and_then(|array| array.as_primitive_opt::<T>()).ok_or(FrameError::Column(name))
}

fn flags<'a>(batch: &'a RecordBatch, name: &'static str) -> Result<&'a BooleanArray, FrameError> {
    batch.column_by_name(name).and_then(|array| array.as_boolean_opt()).ok_or(FrameError::Column(name))
}

fn unpack(batch: &RecordBatch, rows: &mut Vec<Event>) -> Result<(), FrameError> {
    let long = |name| numbers::<Int64Type>(batch, name);
    let int = |name| numbers::<Int32Type>(batch, name);
    let (person, event, began, ended, died) =
        (long("person")?, long("event")?, long("began")?, long("ended")?, long("died")?);
    let (kind, unit, residence, month, end_month) =
        (int("kind")?, int("unit")?, int("residence")?, int("month")?, int("end_month")?);
    let (age, sex, lag_days) = (int("age")?, int("sex")?, int("lag_days")?);
    let (acute, outcome, followed) = (flags(batch, "acute")?, flags(batch, "outcome")?, flags(batch, "followed")?);
    let code = batch
        .column_by_name("code")
        .and_then(|array| array.as_string_opt::<i32>())
        .ok_or(FrameError::Column("code"))?;
    let place = |number: i32| u32::try_from(number).map_err(|_| FrameError::Column("unit"));
    let long_at = |array: &Int64Array, i| array.is_valid(i).then(|| array.value(i));
    let int_at = |array: &Int32Array, i| array.is_valid(i).then(|| array.value(i));
    let flag_at = |array: &BooleanArray, i| array.is_valid(i).then(|| array.value(i));
    rows.reserve(batch.num_rows());
    for i in 0..batch.num_rows() {
        rows.push(Event {
            person: person.value(i),
            event: event.value(i),
            kind: Kind::from_code(kind.value(i)).ok_or(FrameError::Column("kind"))?,
            unit: place(unit.value(i))?,
            residence: int_at(residence, i).map(place).transpose()?,
            start: began.value(i),
            end: long_at(ended, i),
            month: month.value(i),
            end_month: int_at(end_month, i),
            age: int_at(age, i),
            sex: Sex::from_code(sex.value(i)).ok_or(FrameError::Column("sex"))?,
            acute: flag_at(acute, i),
            code: code.value(i).to_owned(),
            died: long_at(died, i),
            lag_days: int_at(lag_days, i),
            outcome: flag_at(outcome, i),
            followed: flag_at(followed, i),
        });
    }
    Ok(())
}
