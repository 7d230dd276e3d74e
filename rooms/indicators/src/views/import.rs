//! Sending in a file of values, and what it would do.

use maud::{Markup, Render, html};
use varde_kernel::{Place, Problems};
use varde_people::model::units::CodeSystem;
use varde_web::ui::{
    Checkbox, Choice, Column, Field, FigureCard, FileUpload, Form, Select, Table, TextArea, Tone, alert, grid, hidden,
    section, submit_row,
};
use varde_web::{Ctx, Fields};

use super::{Wrong, known, unit_name};
use crate::import::sender::Format;
use crate::import::store::Delivery;
use crate::import::values::{Effect, Report};
use crate::model::Measure;

/// The ends of names of files that are read.
pub(super) const ACCEPTED: &str = ".csv,.txt,.xlsx,.parquet,.json,.xml";

/// How many rows the dry run spells out.
const MOST_SHOWN: usize = 100;

/// A file that was looked at.
pub struct Looked<'a> {
    /// What it would do.
    pub report: &'a Report,
    /// The file, packed for the form.
    pub content: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// Who sent it; empty when nothing is to be remembered.
    pub sender: &'a str,
    /// How it was read, packed for the form.
    pub mapping: &'a str,
    /// What came beside it about its values, packed for the form; empty for nothing.
    pub metadata: &'a str,
    /// When the same file was taken before.
    pub earlier: Option<Delivery>,
}

/// The first step: choose the file, and say how it is to be read when it does not say so itself.
pub fn import_form(cx: &Ctx, senders: &[&str], fields: &Fields, problems: &Problems) -> Markup {
    let wrong = Wrong::new(cx, problems);
    Form {
        action: "/indicators/import",
        csrf: &cx.guard(),
        multipart: true,
        body: html! {
            (wrong.summary())
            div.prose {
                p { (cx.t("indicators-import-how")) }
                p { code { "indicator;unit;period;numerator;denominator;value;source;stratum;provisional;coverage;missing;note;context" } }
                p { (cx.t("indicators-import-columns")) }
                p { (cx.t("indicators-import-formats")) }
                p { (varde_web::ui::link(&cx.t("indicators-upload-link"), "/uploads")) }
            }
            (FileUpload { id: "file", name: "file", label: &cx.t("indicators-import-file"), required: true,
                help: Some(&cx.t("indicators-import-file-help")), accept: Some(ACCEPTED),
                error: wrong.with("file").as_deref() })
            (Field { id: "sender", name: "sender", label: &cx.t("indicators-import-sender"), value: fields.text("sender"),
                help: Some(&known_senders(cx, senders)), error: wrong.with("sender").as_deref(), ..Field::default() })
            (metadata_field(cx, &wrong))
            details open[!problems.is_empty()] {
                summary { (cx.t("indicators-import-more-choices")) }
                (choices(cx, senders, fields, &wrong))
            }
            (submit_row(&cx.t("indicators-import-look"), Some((&cx.t("indicators-form-cancel"), "/indicators")), None))
        },
        ..Form::default()
    }
    .render()
}

/// Asks for what a DHIS2 says about its values.
pub(super) fn metadata_field(cx: &Ctx, wrong: &Wrong<'_>) -> Markup {
    FileUpload {
        id: "metadata",
        name: "metadata",
        label: &cx.t("indicators-import-metadata"),
        help: Some(&cx.t("indicators-import-metadata-help")),
        accept: Some(".json"),
        error: wrong.with("metadata").as_deref(),
        required: false,
    }
    .render()
}

fn known_senders(cx: &Ctx, senders: &[&str]) -> String {
    let help = cx.t("indicators-import-sender-help");
    if senders.is_empty() { help } else { format!("{help} {}", senders.join(", ")) }
}

/// How the file is to be read, when it does not say so itself.
fn choices(cx: &Ctx, senders: &[&str], fields: &Fields, wrong: &Wrong<'_>) -> Markup {
    let any = cx.t("indicators-import-find-out");
    let select = |name: &'static str, key: &str, options: &[(&str, String)]| {
        let now = fields.text(name);
        let choices: Vec<Choice<'_>> = options
            .iter()
            .map(|(value, label)| Choice { value, label, chosen: *value == now, ..Choice::default() })
            .collect();
        Select {
            id: name,
            name,
            label: &cx.t(key),
            prompt: Some(&any),
            choices: &choices,
            error: wrong.with(name).as_deref(),
            ..Select::default()
        }
        .render()
    };
    let same = |names: &[&'static str]| -> Vec<(&'static str, String)> {
        names.iter().map(|name| (*name, (*name).to_owned())).collect()
    };
    let formats: Vec<(&'static str, String)> =
        Format::ALL.iter().map(|format| (format.name(), format_name(cx, *format))).collect();
    let registers: Vec<&'static str> = CodeSystem::ALL.iter().map(|system| system.name()).collect();
    let sorts = [
        ("day", "indicators-import-sort-day"),
        ("week", "indicators-import-sort-week"),
        ("month", "indicators-import-sort-month"),
        ("quarter", "indicators-import-sort-quarter"),
        ("tertial", "indicators-import-sort-tertial"),
        ("half", "indicators-import-sort-half"),
        ("year", "indicators-import-sort-year"),
    ]
    .map(|(sort, key)| (sort, cx.t(key)));
    let marks = [(",", cx.t("indicators-import-comma")), (".", cx.t("indicators-import-point"))];
    let area = |name: &'static str, key: &str, help: &str| {
        TextArea {
            id: name,
            name,
            label: &cx.t(key),
            help: Some(&cx.t(help)),
            value: fields.text(name),
            rows: 3,
            error: wrong.with(name).as_deref(),
            ..TextArea::default()
        }
        .render()
    };
    html! {
        @if !senders.is_empty() {
            (Checkbox { id: "change", name: "change", label: &cx.t("indicators-import-change"),
                help: Some(&cx.t("indicators-import-change-help")), error: None, checked: fields.has("change") })
        }
        (select("format", "indicators-import-format", &formats))
        (select("unit_codes", "indicators-import-unit-codes", &same(&registers)))
        (select("decimal", "indicators-import-decimal", &marks))
        (select("dates_are", "indicators-import-dates-are", &sorts))
        (Field { id: "sheet", name: "sheet", label: &cx.t("indicators-import-sheet"), value: fields.text("sheet"),
            error: wrong.with("sheet").as_deref(), ..Field::default() })
        (Field { id: "source", name: "source", label: &cx.t("indicators-import-source"), value: fields.text("source"),
            error: wrong.with("source").as_deref(), ..Field::default() })
        (area("columns", "indicators-import-columns-are", "indicators-import-columns-help"))
        (area("fixed", "indicators-import-fixed", "indicators-import-fixed-help"))
        (area("codes", "indicators-import-codes", "indicators-import-codes-help"))
    }
}

/// Names of formats are the same in every language; only a table is a word.
fn format_name(cx: &Ctx, format: Format) -> String {
    let name = match format {
        Format::Table => return cx.t("indicators-import-format-table"),
        Format::SkdeCases => return cx.t("indicators-import-format-cases"),
        Format::SkdeCoverage => return cx.t("indicators-import-format-coverage"),
        Format::JsonStat => "JSON-stat",
        Format::Dhis2Json => "DHIS2 (JSON)",
        Format::Dhis2Xml => "DHIS2 (XML)",
        Format::Dhis2Csv => "DHIS2 (CSV)",
        Format::Adx => "IHE ADX",
        Format::Fhir => "FHIR R4 MeasureReport",
        Format::Nki => "NKI",
    };
    name.to_owned()
}

/// That the same file was taken before: when, from whom, and what it was called then.
pub(super) fn taken_before(cx: &Ctx, sender: &str, earlier: &Delivery) -> Markup {
    let args = [
        ("time", cx.say().time(earlier.at).into()),
        ("sender", sender.into()),
        ("name", earlier.file_name.as_str().into()),
    ];
    alert(Tone::Info, None, &html! { p { (cx.say().with("indicators-import-earlier", &args)) } })
}

/// What the first step holds: known senders, what was typed, and what is wrong with it.
type Asked<'a> = (&'a [&'a str], &'a Fields, &'a Problems);

/// The second step: what the file would do, and yes or another file.
pub fn dry_run(
    cx: &Ctx,
    tree: &varde_kernel::UnitTree,
    looked: &Looked<'_>,
    (senders, fields, asked): Asked<'_>,
) -> Markup {
    let report = looked.report;
    let remarks = html! {
        @if let Some(earlier) = &looked.earlier {
            (taken_before(cx, looked.sender, earlier))
        }
        @if !report.remarks.is_empty() {
            (alert(Tone::Info, Some(&cx.t("indicators-import-remarks")), &html! { ul { @for remark in &report.remarks { li {
                (cx.say().with(remark.key, &remark.args.iter().map(|(name, text)| (*name, text.as_str().into())).collect::<Vec<_>>()))
            } } } }))
        }
    };
    if !report.problems.is_empty() {
        let again = import_form(cx, senders, fields, &Problems::new());
        return html! {
            (alert(Tone::Danger, Some(&cx.say().with("indicators-import-refused", &[("n", report.problems.len().into())])),
                &html! { p { (cx.t("indicators-import-refused-help")) } }))
            (remarks)
            (problem_table(cx, &report.problems))
            (section("again", &cx.t("indicators-import-again"), &Markup::default(), &again))
        };
    }
    let card = |key: &str, n: usize| {
        let n = cx.say().number(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), 0);
        FigureCard { label: &cx.t(key), value: Some(&n), ..FigureCard::default() }.render()
    };
    html! {
        (remarks)
        (grid(&[
            card("indicators-import-new", report.n_new()),
            card("indicators-import-changed", report.n_changed()),
            card("indicators-import-unchanged", report.n_unchanged()),
        ]))
        (confirm(cx, looked, asked))
        (section("rows", &cx.t("indicators-import-rows"), &Markup::default(), &row_table(cx, tree, report)))
    }
}

/// The counts that a yes was said to; another outcome asks again.
pub fn seen(report: &Report) -> String {
    format!("{}/{}/{}", report.n_new(), report.n_changed(), report.n_unchanged())
}

fn confirm(cx: &Ctx, looked: &Looked<'_>, asked: &Problems) -> Markup {
    let report = looked.report;
    let n = report.n_new() + report.n_changed();
    if n == 0 {
        return alert(Tone::Info, None, &html! { p { (cx.t("indicators-import-nothing")) } });
    }
    let wrong = Wrong::new(cx, asked);
    Form {
        action: "/indicators/import/confirm",
        csrf: &cx.guard(),
        multipart: true,
        body: html! {
            (wrong.summary())
            (hidden("content", looked.content))
            (hidden("name", looked.name))
            (hidden("sender", looked.sender))
            (hidden("mapping", looked.mapping))
            @if !looked.metadata.is_empty() { (hidden("metadata", looked.metadata)) }
            (hidden("seen", &seen(report)))
            @if 0 < report.n_changed() {
                (TextArea { id: "reason", name: "reason", label: &cx.t("indicators-entry-reason"), rows: 2, required: true,
                    error: wrong.with("reason").as_deref(), ..TextArea::default() })
            }
            (submit_row(&cx.say().with("indicators-import-confirm", &[("n", n.into())]),
                Some((&cx.t("indicators-form-cancel"), "/indicators/import")), None))
        },
        ..Form::default()
    }
    .render()
}

pub(super) fn problem_table(cx: &Ctx, problems: &Problems) -> Markup {
    let rows: Vec<Vec<Markup>> = problems
        .iter()
        .map(|problem| {
            let (line, column) = match &problem.place {
                Place::Line(line, column) => (line.to_string(), column.clone().unwrap_or_default()),
                Place::Field(name) => (String::new(), (*name).to_owned()),
                Place::Whole => (String::new(), String::new()),
            };
            vec![html! { (line) }, html! { (column) }, html! { (cx.say().problem(problem)) }]
        })
        .collect();
    problem_rows(cx, &rows)
}

/// What is wrong with a file, line by line: the line, the column, and what.
pub(super) fn problem_rows(cx: &Ctx, rows: &[Vec<Markup>]) -> Markup {
    let words =
        ["indicators-import-problems", "indicators-import-line", "indicators-import-column", "indicators-import-what"]
            .map(|key| cx.t(key));
    let [caption, line, column, what] = &words;
    Table {
        caption,
        caption_hidden: false,
        columns: &[Column::number(line), Column::text(column), Column::text(what)],
        rows,
        empty: &Markup::default(),
        stack: true,
    }
    .render()
}

fn row_table(cx: &Ctx, tree: &varde_kernel::UnitTree, report: &Report) -> Markup {
    let measure = |row: &crate::import::values::Checked| report.measure(row).unwrap_or(Measure::Score);
    // What changes is what people must look at; the rest follows.
    let mut order: Vec<_> = report.rows.iter().collect();
    order.sort_by_key(|row| match row.effect {
        Effect::Changed(_) => 0,
        Effect::New => 1,
        Effect::Unchanged => 2,
    });
    let rows: Vec<Vec<Markup>> = order
        .iter()
        .take(MOST_SHOWN)
        .map(|row| {
            let entry = &row.line.entry;
            let value = known(cx, measure(row), (entry.value, None, None), false);
            let former = row.former.map(|value| known(cx, measure(row), (value, None, None), false));
            let effect = match row.effect {
                Effect::New => "indicators-import-new",
                Effect::Changed(_) => "indicators-import-changed",
                Effect::Unchanged => "indicators-import-unchanged",
            };
            vec![
                html! { (row.line.line) },
                html! { (row.line.indicator) },
                html! { (unit_name(cx, tree, row.unit)) },
                html! { (cx.say().period(row.line.period)) },
                html! { (former.unwrap_or_default()) },
                html! { (value) },
                html! { (cx.t(effect)) },
            ]
        })
        .collect();
    let words = [
        "indicators-import-rows",
        "indicators-import-line",
        "indicators-import-indicator",
        "web-unit",
        "indicators-values-period",
        "indicators-import-former",
        "indicators-values-value",
        "indicators-import-effect",
    ]
    .map(|key| cx.t(key));
    let [caption, line, indicator, unit, period, former, value, effect] = &words;
    let table = Table {
        caption,
        caption_hidden: true,
        columns: &[
            Column::number(line),
            Column::text(indicator),
            Column::text(unit),
            Column::text(period),
            Column::number(former),
            Column::number(value),
            Column::text(effect),
        ],
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    }
    .render();
    html! {
        (table)
        @if MOST_SHOWN < report.rows.len() {
            p.quiet { (cx.say().with("indicators-import-more", &[("n", (report.rows.len() - MOST_SHOWN).into())])) }
        }
    }
}
