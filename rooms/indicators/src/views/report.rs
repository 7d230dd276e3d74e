//! The short list of what is due for a unit.

use jiff::civil::Date;
use maud::{Markup, Render, html};
use varde_kernel::{Period, SeriesId, UnitId};
use varde_web::ui::{
    Choice, Draft, Field, Form, Kind, Select, Tag, Tone, empty_state, error_summary, field_group, fold, hidden, link,
    submit_row,
};
use varde_web::{Ctx, Fields};

use super::observed;
use crate::model::{Indicator, Missing, Observation};
use crate::pages::field_name;

/// A value that is due.
pub struct ReportRow<'a> {
    /// The series.
    pub series: SeriesId,
    /// What is measured.
    pub indicator: &'a Indicator,
    /// The oldest period without a value.
    pub period: Period,
    /// By when.
    pub by: Date,
    /// How many periods more are due.
    pub n_more: usize,
    /// The newest value there is.
    pub last: Option<&'a Observation>,
}

/// Something that is wrong with a row, or with the whole form.
pub struct Fault {
    /// Which row.
    pub series: Option<SeriesId>,
    /// Which field.
    pub field: &'static str,
    /// The key of what is wrong.
    pub key: &'static str,
}

/// The key of why a value is missing.
pub const fn missing_key(missing: Missing) -> &'static str {
    match missing {
        Missing::NotReported => "indicators-missing-not-reported",
        Missing::NotMeasured => "indicators-missing-not-measured",
        Missing::TooFew => "indicators-missing-too-few",
        Missing::NotComplete => "indicators-missing-not-complete",
        Missing::Technical => "indicators-missing-technical",
        Missing::NotApplicable => "indicators-missing-not-applicable",
        Missing::Protected => "indicators-missing-protected",
    }
}

/// The form with a group of two or three fields for each value that is due.
pub fn report_form(cx: &Ctx, unit: UnitId, rows: &[ReportRow<'_>], fields: &Fields, faults: &[Fault]) -> Markup {
    if rows.is_empty() {
        return empty_state(
            &cx.t("indicators-report-none"),
            &cx.t("indicators-report-none-help"),
            &link(&cx.t("indicators-unit-matrix"), &format!("/units/{unit}/indicators")),
        );
    }
    let lines: Vec<(String, String)> = faults
        .iter()
        .map(|fault| {
            let place = fault.series.map(|series| field_name(fault.field, series)).unwrap_or_default();
            let row = rows.iter().find(|row| Some(row.series) == fault.series);
            let name = row.map(|row| format!("{}: ", cx.say().words(&row.indicator.name))).unwrap_or_default();
            (place, format!("{name}{}", cx.t(fault.key)))
        })
        .collect();
    let lines: Vec<(&str, &str)> = lines.iter().map(|(place, line)| (place.as_str(), line.as_str())).collect();
    let action = format!("/units/{unit}/entry");
    let (note, discard) = (cx.t("indicators-form-draft"), cx.t("indicators-form-discard"));
    let body = html! {
        (error_summary(&cx.t("web-form-problems"), &lines))
        @for row in rows { (group(cx, row, fields, faults)) }
        (submit_row(&cx.t("indicators-form-save"), None, None))
    };
    Form {
        action: &action,
        csrf: &cx.guard(),
        draft: Some(Draft { key: &action, note: &note, discard: &discard }),
        body,
        ..Form::default()
    }
    .render()
}

fn group(cx: &Ctx, row: &ReportRow<'_>, fields: &Fields, faults: &[Fault]) -> Markup {
    let say = cx.say();
    let error = |field: &str| {
        let found = faults.iter().find(|fault| fault.series == Some(row.series) && fault.field == field);
        found.map(|fault| cx.t(fault.key))
    };
    let number = |field: &'static str, label: &str, help: &str| {
        let (id, error) = (field_name(field, row.series), error(field));
        Field {
            id: &id,
            name: &id,
            label,
            help: (!help.is_empty()).then_some(help),
            value: fields.text(&id),
            error: error.as_deref(),
            kind: Kind::Number,
            ..Field::default()
        }
        .render()
    };
    let last = match row.last {
        Some(last) => say.with(
            "indicators-report-last",
            &[("value", observed(cx, row.indicator.measure, last).into()), ("period", say.period(last.period).into())],
        ),
        None => cx.t("indicators-value-none"),
    };
    let legend = format!("{}: {}", say.words(&row.indicator.name), say.period(row.period));
    let (over, under) = (say.words(&row.indicator.numerator), say.words(&row.indicator.denominator));
    let counted = row.indicator.measure.has_denominator();
    let reasons: Vec<(&str, String)> =
        Missing::REPORTED.iter().map(|missing| (missing.name(), cx.t(missing_key(*missing)))).collect();
    let missing = field_name("missing", row.series);
    let chosen = fields.text(&missing);
    let choices: Vec<Choice<'_>> = reasons
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: *value == chosen, ..Choice::default() })
        .collect();
    let prompt = cx.t("indicators-report-has-value");
    let (note, coverage) = (field_name("note", row.series), field_name("coverage", row.series));
    let late = row.by < cx.today();
    field_group(
        &legend,
        Some(&last),
        &html! {
            (hidden(&field_name("period", row.series), &row.period.to_string()))
            p {
                @if late { (Tag(Tone::Warning, &say.with("indicators-report-overdue", &[("day", say.date(row.by).into())]))) }
                @else { span.quiet { (say.with("indicators-report-by", &[("day", say.date(row.by).into())])) } }
                @if 0 < row.n_more { " " span.quiet { (say.with("indicators-report-more", &[("n", row.n_more.into())])) } }
            }
            @if counted {
                (number("numerator", &cx.t("indicators-values-numerator"), over))
                (number("denominator", &cx.t("indicators-values-denominator"), under))
            }
            @if row.indicator.measure.value_is_typed() { (number("value", &cx.t("indicators-values-value"), "")) }
            (fold(&cx.t("indicators-report-why"), &html! {
                (Field { id: &coverage, name: &coverage, label: &cx.t("indicators-entry-coverage"), value: fields.text(&coverage),
                    help: Some(&cx.t("indicators-entry-coverage-help")), error: error("coverage").as_deref(), ..Field::default() })
                (Select { id: &missing, name: &missing, label: &cx.t("indicators-report-missing"), choices: &choices,
                    prompt: Some(&prompt), error: error("missing").as_deref(), ..Select::default() })
                (Field { id: &note, name: &note, label: &cx.t("indicators-entry-note"), value: fields.text(&note),
                    error: error("note").as_deref(), ..Field::default() })
            }))
        },
    )
}
