//! Lists as files.

use varde_kernel::UnitTree;
use varde_web::{Ctx, Error};

use crate::store::ListedMeasure;
use crate::views::{self, Names};

/// Measures as CSV: semicolons and a mark of UTF-8, as Norwegian spreadsheets expect.
pub(crate) fn measures(cx: &Ctx, tree: &UnitTree, names: &Names, lines: &[ListedMeasure]) -> Result<Vec<u8>, Error> {
    let failed = |error: csv::Error| Error::Internal(Box::new(error));
    let mut file = csv::WriterBuilder::new().delimiter(b';').from_writer(vec![0xef, 0xbb, 0xbf]);
    let heads = [
        "measures-list-number",
        "measures-list-measure",
        "measures-list-unit",
        "measures-list-lead",
        "measures-form-owner",
        "measures-list-state",
        "measures-list-due",
    ];
    file.write_record(heads.map(|key| cx.t(key))).map_err(failed)?;
    for line in lines {
        file.write_record([
            line.number.map(|number| number.to_string()).unwrap_or_default(),
            cell(line.title.get(cx.locale())),
            cell(&views::unit_name(cx, tree, line.unit)),
            cell(line.lead.and_then(|lead| names.actor(lead, cx.locale())).unwrap_or_default()),
            cell(line.owner.and_then(|owner| names.person(owner)).unwrap_or_default()),
            cx.t(views::state_key(line.state)),
            line.due.map(|due| due.to_string()).unwrap_or_default(),
        ])
        .map_err(failed)?;
    }
    file.into_inner().map_err(|error| Error::Internal(error.to_string().into()))
}

/// A text that a spreadsheet does not take for a formula.
fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_text_becomes_a_formula() {
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@import"), "'@import");
        assert_eq!(cell("Håndhygiene - økt"), "Håndhygiene - økt");
    }
}
