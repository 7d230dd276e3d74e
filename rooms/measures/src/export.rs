//! Lists as files.

use varde_kernel::UnitTree;
use varde_web::{Ctx, Error};

use crate::model::Activity;
use crate::store::ListedMeasure;
use crate::views::{self, Names};

/// A table as CSV: semicolons and a mark of UTF-8, as Norwegian spreadsheets expect.
fn table<const N: usize>(
    cx: &Ctx,
    heads: [&'static str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<Vec<u8>, Error> {
    let failed = |error: csv::Error| Error::Internal(Box::new(error));
    let mut file = csv::WriterBuilder::new().delimiter(b';').from_writer(vec![0xef, 0xbb, 0xbf]);
    file.write_record(heads.map(|key| cx.t(key))).map_err(failed)?;
    for row in rows {
        file.write_record(row).map_err(failed)?;
    }
    file.into_inner().map_err(|error| Error::Internal(error.to_string().into()))
}

/// The activities of a measure.
pub(crate) fn activities(cx: &Ctx, tree: &UnitTree, names: &Names, activities: &[Activity]) -> Result<Vec<u8>, Error> {
    let heads = [
        "measures-activity-letter",
        "measures-activity-name",
        "measures-activity-kind",
        "measures-list-state",
        "measures-form-starts",
        "measures-form-due",
        "measures-activity-ended",
        "measures-form-owner",
        "measures-activity-lead",
        "measures-form-contributors",
        "measures-activity-unit",
        "measures-form-resources",
        "measures-form-hours",
        "measures-form-nok",
        "measures-form-budget-year",
        "measures-form-evidence-text",
        "measures-form-evidence-href",
    ];
    let text = |value: Option<String>| value.unwrap_or_default();
    let actor = |id| names.actor(id, cx.locale()).unwrap_or_default();
    let row = |one: &Activity| {
        [
            text(one.letter.clone()),
            cell(one.title.get(cx.locale())),
            cx.t(views::activity_kind_key(one.kind)),
            cx.t(views::activity_state_key(one.state)),
            text(one.starts.map(|day| day.to_string())),
            text(one.due.map(|day| day.to_string())),
            text(one.ended.map(|day| day.to_string())),
            cell(one.owner.and_then(|owner| names.person(owner)).unwrap_or_default()),
            cell(one.lead.map(actor).unwrap_or_default()),
            cell(&one.contributors.iter().map(|id| actor(*id)).collect::<Vec<_>>().join(", ")),
            cell(&text(one.unit.map(|unit| views::unit_name(cx, tree, unit)))),
            cell(&one.resources.text),
            text(one.resources.hours.map(|hours| hours.to_string())),
            text(one.resources.nok.map(|nok| nok.to_string())),
            text(one.resources.budget_year.map(|year| year.to_string())),
            cell(&one.shown_by.text),
            cell(one.shown_by.href.as_deref().unwrap_or_default()),
        ]
    };
    table(cx, heads, activities.iter().map(row))
}

/// A list of measures.
pub(crate) fn measures(cx: &Ctx, tree: &UnitTree, names: &Names, lines: &[ListedMeasure]) -> Result<Vec<u8>, Error> {
    let heads = [
        "measures-list-number",
        "measures-list-measure",
        "measures-list-unit",
        "measures-list-lead",
        "measures-form-owner",
        "measures-list-state",
        "measures-list-due",
    ];
    let row = |line: &ListedMeasure| {
        [
            line.number.map(|number| number.to_string()).unwrap_or_default(),
            cell(line.title.get(cx.locale())),
            cell(&views::unit_name(cx, tree, line.unit)),
            cell(line.lead.and_then(|lead| names.actor(lead, cx.locale())).unwrap_or_default()),
            cell(line.owner.and_then(|owner| names.person(owner)).unwrap_or_default()),
            cx.t(views::state_key(line.state)),
            line.due.map(|due| due.to_string()).unwrap_or_default(),
        ]
    };
    table(cx, heads, lines.iter().map(row))
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
