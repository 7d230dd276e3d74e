//! Tables as people send them and take them: CSV, XLSX and Parquet in, CSV and XLSX out.
//!
//! [`read`] finds out by itself what a file is, and gives a [`Table`] whose rows know where they
//! stood. It never holds more than its [`Limits`] say: a file beyond them is refused with a
//! [`Fault`], however it came to be so large, and a broken file never becomes a panic. Nothing here
//! knows what a column means.

mod cell;
mod csv;
mod decode;
mod number;
mod parquet;
mod table;
mod write;
mod xlsx;

pub use cell::Cell;
pub use csv::Rows;
pub use decode::{Encoding, decode, mended};
pub use number::{Decimals, Mark, NumberFault, missing_mark};
pub use rust_xlsxwriter::XlsxError;
pub use table::{Fault, Kind, Limits, Note, Row, Table, kind_of, read, read_bytes};
pub use write::{CsvStyle, CsvWriter, Sheet, xlsx as write_xlsx};
