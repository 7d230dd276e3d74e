//! Values as rows and columns, as [`crate::import::table`] reads them back.

use varde_document::{Cell, CsvStyle, CsvWriter, Sheet, write_xlsx};

use super::Told;
use crate::import::sender::Role;
use crate::model::{Context, Indicator, Observation, Series};

/// The columns that both kinds of table have, as the import names them.
const HEAD: &[Role] = &[
    Role::Indicator,
    Role::Unit,
    Role::Period,
    Role::Numerator,
    Role::Denominator,
    Role::Value,
    Role::Source,
    Role::Stratum,
    Role::Provisional,
    Role::Coverage,
    Role::Missing,
    Role::Note,
    Role::Context,
];

fn begun() -> CsvWriter {
    let mut writer = CsvWriter::new(CsvStyle::default());
    writer.texts(HEAD.iter().map(|role| role.name()));
    writer
}

pub(super) fn csv(indicator: &Indicator, told: &[Told<'_>]) -> String {
    let mut writer = begun();
    for one in told {
        writer.row(&row(indicator, one.unit_code, one.series, one.value));
    }
    writer.finish()
}

pub(super) fn xlsx(indicator: &Indicator, told: &[Told<'_>]) -> Result<Vec<u8>, varde_document::XlsxError> {
    let values = Sheet {
        name: "values".to_owned(),
        head: HEAD.iter().map(|role| role.name().to_owned()).collect(),
        rows: told.iter().map(|one| row(indicator, one.unit_code, one.series, one.value).to_vec()).collect(),
    };
    let text = |text: &str| Cell::of_text(text);
    let about = |name: &str, cell: Cell| vec![text(name), cell];
    let definition = Sheet {
        name: "definition".to_owned(),
        head: vec!["field".to_owned(), "value".to_owned()],
        rows: vec![
            about("code", text(&indicator.code)),
            about("name", text(&indicator.name.nb)),
            about("measure", text(indicator.measure.name())),
            about("per", Cell::of_number(indicator.per)),
            about("direction", text(indicator.direction.name())),
            about("definition", text(&indicator.definition.nb)),
            about("numerator", text(&indicator.numerator.nb)),
            about("denominator", text(&indicator.denominator.nb)),
            about("definition version", text(&indicator.definition_version.to_string())),
            about("licence", text(&indicator.sheet.licence)),
            about("source", text(&indicator.source)),
        ],
    };
    write_xlsx(&[values, definition])
}

fn row(indicator: &Indicator, unit: &str, series: &Series, value: &Observation) -> [Cell; 13] {
    let yes = |yes: bool, word: &str| if yes { Cell::Text(word.to_owned()) } else { Cell::Empty };
    [
        Cell::of_text(&indicator.code),
        Cell::of_text(unit),
        Cell::of_text(&value.period.to_string()),
        Cell::of_number(value.numerator),
        Cell::of_number(value.denominator),
        Cell::of_number(value.value),
        Cell::of_text(&value.source),
        Cell::of_text(&series.stratum),
        yes(value.provisional, "1"),
        Cell::of_number(value.coverage),
        value.missing.map_or(Cell::Empty, |reason| Cell::of_text(reason.name())),
        Cell::of_text(&value.note.nb),
        yes(series.context == Context::Residence, Context::Residence.name()),
    ]
}

/// A table of words, for lists that people take with them.
pub fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let mut writer = CsvWriter::new(CsvStyle::default());
    writer.texts(head.iter().map(String::as_str));
    for row in rows {
        writer.texts(row.iter().map(String::as_str));
    }
    writer.finish()
}
