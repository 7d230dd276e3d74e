//! Sending in a file of values, and what it would do.

use maud::{Markup, Render, html};
use varde_kernel::{Place, Problems};
use varde_web::Ctx;
use varde_web::ui::{
    Column, FigureCard, FileUpload, Form, Table, TextArea, Tone, alert, grid, hidden, section, submit_row,
};

use super::{Wrong, known, unit_name};
use crate::import::values::{Effect, Report};
use crate::model::Measure;

/// How many rows the dry run spells out.
const MOST_SHOWN: usize = 100;

/// The first step: choose the file.
pub fn import_form(cx: &Ctx, problems: &Problems) -> Markup {
    let wrong = Wrong::new(cx, problems);
    Form {
        action: "/indicators/import",
        csrf: &cx.guard(),
        multipart: true,
        body: html! {
            (wrong.summary())
            div.prose {
                p { (cx.t("indicators-import-how")) }
                p { code { "indicator;unit;period;numerator;denominator;value;source;stratum;provisional" } }
                p { (cx.t("indicators-import-columns")) }
            }
            (FileUpload { id: "file", name: "file", label: &cx.t("indicators-import-file"), required: true,
                help: Some(&cx.t("indicators-import-file-help")), accept: Some(".csv,.txt,text/csv"),
                error: wrong.with("file").as_deref() })
            (submit_row(&cx.t("indicators-import-look"), Some((&cx.t("indicators-form-cancel"), "/indicators")), None))
        },
        ..Form::default()
    }
    .render()
}

/// The second step: what the file would do, and yes or another file. `content` is the file's text.
pub fn dry_run(cx: &Ctx, tree: &varde_kernel::UnitTree, report: &Report, content: &str, asked: &Problems) -> Markup {
    if !report.problems.is_empty() {
        return html! {
            (alert(Tone::Danger, Some(&cx.say().with("indicators-import-refused", &[("n", report.problems.len().into())])),
                &html! { p { (cx.t("indicators-import-refused-help")) } }))
            (problem_table(cx, &report.problems))
            (section("again", &cx.t("indicators-import-again"), &Markup::default(), &import_form(cx, &Problems::new())))
        };
    }
    let card = |key: &str, n: usize| {
        let n = cx.say().number(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), 0);
        FigureCard { label: &cx.t(key), value: Some(&n), ..FigureCard::default() }.render()
    };
    html! {
        (grid(&[
            card("indicators-import-new", report.n_new()),
            card("indicators-import-changed", report.n_changed()),
            card("indicators-import-unchanged", report.n_unchanged()),
        ]))
        (confirm(cx, report, content, asked))
        (section("rows", &cx.t("indicators-import-rows"), &Markup::default(), &row_table(cx, tree, report)))
    }
}

/// The counts that a yes was said to; another outcome asks again.
pub fn seen(report: &Report) -> String {
    format!("{}/{}/{}", report.n_new(), report.n_changed(), report.n_unchanged())
}

fn confirm(cx: &Ctx, report: &Report, content: &str, asked: &Problems) -> Markup {
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
            (hidden("content", content))
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

fn problem_table(cx: &Ctx, problems: &Problems) -> Markup {
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
    let words =
        ["indicators-import-problems", "indicators-import-line", "indicators-import-column", "indicators-import-what"]
            .map(|key| cx.t(key));
    let [caption, line, column, what] = &words;
    Table {
        caption,
        caption_hidden: false,
        columns: &[Column::number(line), Column::text(column), Column::text(what)],
        rows: &rows,
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
