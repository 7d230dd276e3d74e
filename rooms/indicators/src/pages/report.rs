//! Reporting what is due for a unit: a short list, last values beside it, two numbers each.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{Period, Problems, SeriesId, UnitId, Words};
use varde_web::{Ctx, Error, Fields, Form, Path};

use super::desk::{Owed, due_of_unit};
use super::entry::read_coverage;
use crate::model::{Entry, Missing, Observation};
use crate::rules;
use crate::store::{self, Recording, Slot};
use crate::views::{self, Fault, ReportRow};

/// `GET /units/{id}/entry`.
pub async fn show(cx: Ctx, Path(unit): Path<UnitId>) -> Result<Response, Error> {
    page(&cx, unit, &Fields::default(), &[], StatusCode::OK).await
}

async fn owed(cx: &Ctx, unit: UnitId) -> Result<Vec<Owed>, Error> {
    let tree = cx.tree().await?;
    if tree.get(unit).is_none() {
        return Err(varde_store::Error::NotFound.into());
    }
    cx.must(Action::Answer, &Target::open(Kind::Series, tree.line(unit)))?;
    let scope = access::scope(cx.actor(), Kind::Series);
    Ok(due_of_unit(cx.db(), &tree, &scope, unit, cx.today()).await?)
}

async fn page(
    cx: &Ctx,
    unit: UnitId,
    fields: &Fields,
    faults: &[Fault],
    status: StatusCode,
) -> Result<Response, Error> {
    let owed = owed(cx, unit).await?;
    let tree = cx.tree().await?;
    let rows: Vec<ReportRow<'_>> = owed
        .iter()
        .filter_map(|one| {
            let first = one.due.first()?;
            Some(ReportRow {
                series: one.series.id,
                indicator: &one.indicator,
                period: first.period,
                by: first.by,
                n_more: one.due.len().saturating_sub(1),
                last: rules::latest(&one.values),
            })
        })
        .collect();
    let name = views::unit_name(cx, &tree, unit);
    Ok(cx
        .page(cx.t("indicators-report-title"))
        .lead(cx.t("indicators-report-lead"))
        .crumb(name, format!("/units/{unit}"))
        .crumb(cx.t("indicators-list-title"), format!("/units/{unit}/indicators"))
        .status(status)
        .body(views::report_form(cx, unit, &rows, fields, faults)))
}

/// One row of the form as it was sent.
struct Sent {
    owed: Owed,
    period: Period,
    entry: Entry,
}

/// `POST /units/{id}/entry`: records everything that was typed, or nothing.
pub async fn record(cx: Ctx, Path(unit): Path<UnitId>, Form(fields): Form) -> Result<Response, Error> {
    let mut faults = Vec::new();
    let sent: Vec<Sent> =
        owed(&cx, unit).await?.into_iter().filter_map(|one| read_row(&cx, &fields, one, &mut faults)).collect();
    if sent.is_empty() && faults.is_empty() {
        faults.push(Fault { series: None, field: "", key: "indicators-report-nothing" });
    }
    if !faults.is_empty() {
        return page(&cx, unit, &fields, &faults, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    for one in sent {
        let slot = Slot::whole(one.owed.indicator, unit, Some(one.owed.series));
        let mut slot = store::grant_slot(cx.actor(), &tree, slot, Action::Answer)?;
        let (period, entry) = (one.period, one.entry);
        // Nobody had reported it when the form was made; someone who has since is not overwritten.
        let recording = Recording { period, entry, former: None, reason: String::new(), code: None };
        store::record(&tx, &mut slot, &[recording]).await?;
    }
    tx.commit().await?;
    Ok(cx.done(&format!("/units/{unit}/entry"), "indicators-report-done"))
}

/// The name of a field of a row.
pub fn field_name(field: &str, series: SeriesId) -> String {
    format!("{field}.{series}")
}

/// What a value typed here says of where it comes from: what the same person said last. What others sent,
/// or a file holds, has its own source.
pub(super) fn own_source(cx: &Ctx, values: &[Observation]) -> String {
    let me = cx.actor().author();
    let mine = |value: &&Observation| value.recorded_by == Some(me) && value.code.is_none();
    let last = values.iter().filter(mine).max_by_key(|value| value.recorded_at).map(|value| value.source.clone());
    last.filter(|source| !source.is_empty()).unwrap_or_else(|| cx.t("indicators-source-reported"))
}

/// Reads one row; nothing when it was left empty.
fn read_row(cx: &Ctx, fields: &Fields, owed: Owed, faults: &mut Vec<Fault>) -> Option<Sent> {
    let text = |field: &str| fields.text(&field_name(field, owed.series.id)).to_owned();
    let typed: Vec<(&'static str, String)> = ["numerator", "denominator", "value", "coverage", "missing", "note"]
        .into_iter()
        .map(|field| (field, text(field)))
        .collect();
    if typed.iter().all(|(_, text)| text.is_empty()) {
        return None;
    }
    // The form's own readers name their problems by fixed fields; each row is read as a form of its own.
    let row = Fields::new(typed.into_iter().map(|(field, text)| (field.to_owned(), text)).collect());
    let mut problems = Problems::new();
    let missing = row.choice::<Missing>("missing", &mut problems);
    let entry = Entry {
        numerator: row.number("numerator", &mut problems),
        denominator: row.number("denominator", &mut problems),
        value: row.number("value", &mut problems),
        note: Words::plain(row.short("note", &mut problems)),
        source: own_source(cx, &owed.values),
        coverage: read_coverage(&row, &mut problems),
        missing,
        ..Entry::default()
    };
    // The period that the form showed: when it is not the oldest any longer, someone was faster.
    let shown = fields.text(&field_name("period", owed.series.id)).parse::<Period>().ok();
    let Some(period) = owed.due.first().map(|due| due.period).filter(|period| shown == Some(*period)) else {
        faults.push(Fault { series: Some(owed.series.id), field: "numerator", key: "indicators-report-overtaken" });
        return None;
    };
    let measured = owed.indicator.measure.has_denominator();
    if problems.is_empty() {
        for fault in rules::check_reported(&owed.indicator, &entry) {
            let field = if measured { fault.field() } else { "value" };
            problems.field(field, fault.key());
        }
    }
    for problem in &problems {
        let field = match &problem.place {
            varde_kernel::Place::Field(name) => name,
            varde_kernel::Place::Whole | varde_kernel::Place::Line(..) => "numerator",
        };
        faults.push(Fault { series: Some(owed.series.id), field, key: problem.key });
    }
    let entry = rules::completed(owed.indicator.measure, owed.indicator.per, entry);
    problems.is_empty().then_some(Sent { owed, period, entry })
}
