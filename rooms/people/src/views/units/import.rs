//! Importing units: the file, its faults, and what it would change.

use jiff::civil::Date;
use maud::{Markup, html};
use varde_kernel::{Place, Problems, UnitKind};
use varde_web::ui::{self, Column, Field, FileUpload, Form, Kind, Table, Tone, hidden, section, submit_row};
use varde_web::{Ctx, Fields};

use super::kind_key;
use crate::import::csv_units::{Effect, Planned};
use crate::views::accounts::problem;

/// How many lines of a plan are shown.
const SHOWN: usize = 200;

/// What a file would change.
pub(crate) struct Told<'a> {
    pub(crate) planned: &'a [Planned],
    pub(crate) n_unchanged: usize,
    pub(crate) n_units: usize,
    pub(crate) on: Date,
    /// The file itself, carried to the next step.
    pub(crate) carried: &'a str,
}

const fn effect_key(effect: Effect) -> &'static str {
    match effect {
        Effect::Created => "people-import-created",
        Effect::Renamed => "people-import-renamed",
        Effect::Moved => "people-import-moved",
        Effect::Closed => "people-import-closed",
        Effect::Corrected => "people-import-corrected",
    }
}

/// Asks for a file.
pub(crate) fn ask(cx: &Ctx, fields: &Fields, problems: &Problems) -> Markup {
    let file = problem(cx, problems, "file");
    let on = problem(cx, problems, "on");
    let labels = ["people-import-file", "people-import-file-help", "people-import-on", "people-import-on-help"]
        .map(|key| cx.t(key));
    let [file_label, file_help, on_label, on_help] = &labels;
    let body = html! {
        (FileUpload { id: "file", name: "file", label: file_label, help: Some(file_help), error: file.as_deref(),
            accept: Some(".csv,.txt,.json,.xlsx"), required: true })
        (Field { id: "on", name: "on", label: on_label, help: Some(on_help), error: on.as_deref(),
            value: fields.text("on"), kind: Kind::Date, required: true, ..Field::default() })
        (submit_row(&cx.t("people-import-check"), Some((&cx.t("people-unit-cancel"), "/units")), None))
    };
    html! {
        (Form { action: "/units/import", csrf: &cx.guard(), multipart: true, body, ..Form::default() })
        (ui::fold(&cx.t("people-import-format"), &html! {
            p { (cx.t("people-import-format-help")) }
            p { (cx.t("people-import-trees")) }
            p { (cx.t("people-import-kinds")) }
            ul { @for kind in UnitKind::ALL { li { (cx.t(kind_key(*kind))) " " code { (kind.name()) } } } }
            pre { code { "code;name;kind;parent;valid_from;valid_to;orgnr;kommunenr\n"
                "hf.x;Eksempel HF;health_trust;rhf.x;2010-01-01;;;\n"
                "hf.x.med;Medisinsk avdeling;department;hf.x;2015-01-01;;;" } }
        }))
    }
}

/// Every problem of a file, by line.
pub(crate) fn faults(cx: &Ctx, problems: &Problems) -> Markup {
    let rows: Vec<Vec<Markup>> = problems
        .iter()
        .filter(|problem| !matches!(problem.place, Place::Field(_)))
        .map(|problem| {
            let (line, column) = match &problem.place {
                Place::Line(line, column) => (line.to_string(), column.clone().unwrap_or_default()),
                Place::Whole | Place::Field(_) => (cx.t("people-import-whole"), String::new()),
            };
            vec![html! { (line) }, html! { (column) }, html! { (cx.say().problem(problem)) }]
        })
        .collect();
    let labels = ["people-import-line", "people-import-column", "people-import-wrong"].map(|key| cx.t(key));
    let [line, column, wrong] = &labels;
    let title = cx.t("people-import-faults");
    let table = Table {
        caption: &title,
        caption_hidden: true,
        columns: &[Column::text(line), Column::text(column), Column::text(wrong)],
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    };
    let count = cx.say().with("people-import-refused", &[("n", rows.len().into())]);
    let body = html! { (ui::alert(Tone::Danger, None, &html! { p { (count) } })) (table) };
    section("import-faults", &title, &Markup::default(), &body)
}

/// What a file would change, and the question whether to do it.
pub(crate) fn plan(cx: &Ctx, told: &Told<'_>) -> Markup {
    let counts: Vec<String> = [Effect::Created, Effect::Renamed, Effect::Moved, Effect::Closed, Effect::Corrected]
        .into_iter()
        .map(|effect| (effect, told.planned.iter().filter(|planned| planned.effects.contains(&effect)).count()))
        .filter(|(_, n)| 0 < *n)
        .map(|(effect, n)| format!("{}: {n}", cx.t(effect_key(effect))))
        .collect();
    let rows: Vec<Vec<Markup>> = told
        .planned
        .iter()
        .take(SHOWN)
        .map(|planned| {
            let effects: Vec<String> = planned.effects.iter().map(|effect| cx.t(effect_key(*effect))).collect();
            vec![
                html! { (planned.name) },
                html! { code { (planned.code) } },
                html! { (effects.join(", ")) },
                html! { (planned.line) },
            ]
        })
        .collect();
    let labels = ["people-unit-field-name", "people-unit-field-code", "people-import-effect", "people-import-line"]
        .map(|key| cx.t(key));
    let [name, code, effect, line] = &labels;
    let title = cx.t("people-import-plan");
    let table = Table {
        caption: &title,
        caption_hidden: true,
        columns: &[Column::text(name), Column::text(code), Column::text(effect), Column::number(line)],
        rows: &rows,
        empty: &html! { p.quiet { (cx.t("people-import-nothing")) } },
        stack: true,
    };
    let body = html! {
        (table)
        @if rows.len() < told.planned.len() {
            p.quiet { (cx.say().with("people-import-more", &[("n", (told.planned.len() - rows.len()).into())])) }
        }
    };
    let text = html! {
        @if counts.is_empty() { p { (cx.t("people-import-nothing")) } }
        @else { p { (cx.say().with("people-import-will", &[("n", told.n_units.into())])) } ul { @for count in &counts { li { (count) } } } }
        p.quiet { (cx.say().with("people-import-unchanged", &[("n", told.n_unchanged.into())])) }
    };
    let (yes, no) = (cx.t("people-import-apply"), cx.t("people-unit-cancel"));
    let fields = html! {
        div.prose { (text) }
        (hidden("carried", told.carried))
        (hidden("on", &told.on.to_string()))
        (submit_row(&yes, Some((&no, "/units/import")), None))
    };
    // The file itself goes with the yes, and is larger than a plain form may be.
    let guard = cx.guard();
    let confirm =
        Form { action: "/units/import/apply", csrf: &guard, multipart: true, body: fields, ..Form::default() };
    html! {
        (section("import-plan", &title, &Markup::default(), &body))
        (section("import-confirm", &cx.t("people-unit-sure"), &Markup::default(), &html! { (confirm) }))
    }
}
