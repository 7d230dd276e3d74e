//! The register of sources, one of them, and all of them side by side about a unit.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::{PeriodType, Problems, UnitId, UnitTree, Words};
use varde_web::ui::{
    Choice, Choices, Column, Draft, Field, Form, Select, Table, Tag, Tone, checkboxes, empty_state, facts as fact_list,
    filter_bar, hidden, link, note, panel, section, submit_row,
};
use varde_web::{Ctx, Fields, TextAsk, TextRoom, Texts, text_fields, texts};

use super::{Wrong, level_key, observed, period_type_key, quality_marks, unit_name};
use crate::model::{Connection, DataSource, Delivered, Indicator, Level, Observation};
use crate::rules::coverage::Coverage;

/// The key of how values come from a source.
pub const fn connection_key(connection: Connection) -> &'static str {
    match connection {
        Connection::None => "indicators-connection-none",
        Connection::Asked => "indicators-connection-asked",
        Connection::Manual => "indicators-connection-manual",
        Connection::Automatic => "indicators-connection-automatic",
    }
}

const fn coverage_key(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::Nothing => "indicators-coverage-nothing",
        Coverage::VeryLimited => "indicators-coverage-limited",
        Coverage::Some => "indicators-coverage-some",
    }
}

/// How much is known of each level, a line for each.
fn coverage_lines(cx: &Ctx, of: usize, levels: &[(Level, usize, Coverage)]) -> Markup {
    html! {
        ul.plain { @for (level, n, coverage) in levels { li {
            @let tone = if *coverage == Coverage::Some { Tone::Neutral } else { Tone::Warning };
            (cx.t(level_key(*level))) ": "
            (cx.say().with("indicators-coverage-sources", &[("n", (*n).into()), ("of", of.into())])) " "
            (Tag(tone, &cx.t(coverage_key(*coverage))))
        } } }
    }
}

/// All sources.
pub fn register(
    cx: &Ctx,
    all: &[DataSource],
    delivered: &HashMap<String, Delivered>,
    levels: &[(Level, usize, Coverage)],
) -> Markup {
    let say = cx.say();
    let rows: Vec<Vec<Markup>> = all
        .iter()
        .map(|one| {
            let came = delivered.get(&one.code).copied().unwrap_or_default();
            vec![
                link(say.words(&one.name), &format!("/sources/{}", one.id)),
                html! { (say.words(&one.content)) },
                html! { (one.levels.iter().map(|level| cx.t(level_key(*level))).collect::<Vec<_>>().join(", ")) },
                html! { (cx.t(connection_key(one.connection))) },
                last_delivery(cx, &came),
            ]
        })
        .collect();
    let words = [
        "indicators-register-title",
        "indicators-list-name",
        "indicators-register-content",
        "indicators-facts-levels",
        "indicators-register-connection",
        "indicators-register-last",
    ]
    .map(|key| cx.t(key));
    let [caption, name, content, level, connection, last] = &words;
    let table = Table {
        caption,
        caption_hidden: true,
        columns: &[
            Column::text(name),
            Column::text(content),
            Column::text(level),
            Column::text(connection),
            Column::text(last),
        ],
        rows: &rows,
        empty: &empty_state(
            &cx.t("indicators-register-none"),
            &cx.t("indicators-register-none-help"),
            &Markup::default(),
        ),
        stack: true,
    };
    html! {
        (table)
        @if !all.is_empty() {
            (section("coverage", &cx.t("indicators-coverage-title"), &Markup::default(), &html! {
                (coverage_lines(cx, all.len(), levels))
                p.quiet.small { (cx.t("indicators-coverage-help")) }
            }))
        }
    }
}

/// When something last came, and up to when it reaches.
fn last_delivery(cx: &Ctx, came: &Delivered) -> Markup {
    let say = cx.say();
    html! {
        @match (came.at, came.until) {
            (Some(at), Some(until)) => (say.with("indicators-register-delivered",
                &[("when", say.short_date(say.day(at)).into()), ("until", say.short_date(until).into())])),
            _ => span.quiet { (cx.t("indicators-register-never")) },
        }
    }
}

/// One source: what it holds, what its counts are out of, what it cannot say, and what has come from it.
pub fn source_facts(
    cx: &Ctx,
    source: &DataSource,
    owner: Option<&Words>,
    came: &Delivered,
    indicators: &[Indicator],
) -> Markup {
    let say = cx.say();
    let mut rows: Vec<(String, Markup)> = Vec::new();
    let mut text = |key: &str, words: &Words| {
        if !words.is_empty() {
            rows.push((cx.t(key), html! { (say.words(words)) }));
        }
    };
    text("indicators-register-base", &source.base);
    text("indicators-register-limits", &source.limits);
    text("indicators-register-content", &source.content);
    text("indicators-register-quality", &source.quality);
    text("indicators-register-access", &source.access);
    text("indicators-register-legal", &source.legal_basis);
    if let Some(owner) = owner {
        rows.push((cx.t("indicators-facts-owner"), html! { (say.words(owner)) }));
    }
    if !source.levels.is_empty() {
        let levels: Vec<String> = source.levels.iter().map(|level| cx.t(level_key(*level))).collect();
        rows.push((cx.t("indicators-facts-levels"), html! { (levels.join(", ")) }));
    }
    if let Some(often) = source.frequency {
        rows.push((cx.t("indicators-register-frequency"), html! { (cx.t(period_type_key(often))) }));
    }
    rows.push((cx.t("indicators-register-connection"), html! { (cx.t(connection_key(source.connection))) }));
    rows.push((cx.t("indicators-register-last"), last_delivery(cx, came)));
    if let Some(document) = source.document {
        rows.push((
            cx.t("indicators-values-source"),
            link(if source.source.is_empty() { "–" } else { &source.source }, &format!("/documents/{document}")),
        ));
    } else if !source.source.is_empty() {
        rows.push((cx.t("indicators-values-source"), html! { (source.source) }));
    }
    let rows: Vec<(&str, Markup)> = rows.iter().map(|(term, value)| (term.as_str(), value.clone())).collect();
    html! {
        (fact_list(&rows))
        (section("indicators", &cx.t("indicators-list-title"), &Markup::default(), &html! {
            @if indicators.is_empty() { p.quiet { (cx.t("indicators-register-no-indicators")) } }
            ul.ds-list { @for one in indicators { li { (link(say.words(&one.name), &format!("/indicators/{}", one.id))) } } }
        }))
    }
}

/// A source with its newest values of a unit.
pub struct Beside {
    /// The source.
    pub source: DataSource,
    /// What it says: an indicator and its value.
    pub values: Vec<(Indicator, Observation)>,
}

/// Every source about a unit, each with its base and what it cannot say. Nothing is added up.
pub fn beside_page(
    cx: &Ctx,
    tree: &UnitTree,
    unit: UnitId,
    all: &[Beside],
    (years, year): (&[i16], Option<i16>),
    (levels, may_find): (&[(Level, usize, Coverage)], bool),
) -> Markup {
    let with_values = || all.iter().filter(|one| !one.values.is_empty());
    let silent: Vec<&Beside> = all.iter().filter(|one| one.values.is_empty()).collect();
    html! {
        p.quiet { (unit_name(cx, tree, unit)) }
        (choose_year(cx, unit, years, year))
        (note(Tone::Info, None, &html! { p { (cx.t("indicators-beside-apart")) } }))
        @if with_values().next().is_none() {
            (empty_state(&cx.t("indicators-beside-none"), &cx.t("indicators-beside-none-help"), &link(&cx.t("indicators-register-title"), "/sources")))
        }
        @for one in with_values() { (one_source(cx, unit, one, may_find)) }
        @if !silent.is_empty() {
            (section("silent", &cx.t("indicators-beside-silent"), &Markup::default(), &html! {
                ul.ds-list { @for one in silent { li {
                    (link(cx.say().words(&one.source.name), &format!("/sources/{}", one.source.id)))
                    " (" (cx.t(connection_key(one.source.connection))) ")"
                } } }
            }))
        }
        @if !all.is_empty() {
            (section("coverage", &cx.t("indicators-coverage-title"), &Markup::default(), &coverage_lines(cx, all.len(), levels)))
        }
    }
}

fn choose_year(cx: &Ctx, unit: UnitId, years: &[i16], year: Option<i16>) -> Markup {
    if years.len() < 2 {
        return Markup::default();
    }
    let named: Vec<String> = years.iter().map(ToString::to_string).collect();
    let chosen = year.map(|year| year.to_string());
    let choices: Vec<Choice<'_>> = named
        .iter()
        .map(|value| Choice { value, label: value, chosen: chosen.as_ref() == Some(value), ..Choice::default() })
        .collect();
    let label = cx.t("indicators-beside-year");
    let fields = html! {
        (Select { id: "year", name: "year", label: &label, choices: &choices, autosubmit: true, ..Select::default() })
    };
    let address = format!("/units/{unit}/sources");
    filter_bar(&address, &cx.t("indicators-filter-label"), &fields, &cx.t("indicators-filter-go"), None)
}

fn one_source(cx: &Ctx, unit: UnitId, one: &Beside, may_find: bool) -> Markup {
    let say = cx.say();
    let words = [
        "indicators-list-name",
        "indicators-values-value",
        "indicators-values-period",
        "indicators-source-counted",
        "indicators-values-source",
    ]
    .map(|key| cx.t(key));
    let [name, value, period, counted, from] = &words;
    let rows: Vec<Vec<Markup>> = one
        .values
        .iter()
        .map(|(indicator, value)| {
            vec![
                link(say.words(&indicator.name), &format!("/indicators/{}/units/{unit}", indicator.id)),
                html! { (observed(cx, indicator.measure, value)) (quality_marks(cx, indicator, value)) },
                html! { (say.period(value.period)) },
                html! { (super::counted(cx, value)) },
                html! { (value.source) },
            ]
        })
        .collect();
    let title = say.words(&one.source.name);
    let table = Table {
        caption: title,
        caption_hidden: true,
        columns: &[
            Column::text(name),
            Column::number(value),
            Column::text(period),
            Column::text(counted),
            Column::text(from),
        ],
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    };
    let (base, limits) = (cx.t("indicators-register-base"), cx.t("indicators-register-limits"));
    let mut told: Vec<(&str, Markup)> = Vec::new();
    for (term, words) in [(&base, &one.source.base), (&limits, &one.source.limits)] {
        let unsaid = cx.t("indicators-register-unsaid");
        let text = if words.is_empty() { unsaid } else { say.words(words).to_owned() };
        told.push((term, html! { (text) }));
    }
    panel(&html! {
        h2 { (link(title, &format!("/sources/{}", one.source.id))) }
        (table)
        (fact_list(&told))
        @if may_find {
            p { (link(&cx.t("indicators-signal-find"), &format!("/findings/new?unit={unit}&source={}", one.source.id))) }
        }
    })
}

/// The form for a source.
pub struct RegisterForm<'a> {
    /// Where it is sent.
    pub action: &'a str,
    /// Where the way back leads.
    pub cancel: &'a str,
    /// What is filled in.
    pub fields: &'a Fields,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Units that may answer for a new one; none when it is there already.
    pub owners: &'a [UnitId],
    /// The version that was read; none for a new one.
    pub version: Option<i64>,
}

/// Texts of the form: name, label, whether they are long, whether they must be filled in.
const TEXTS: [(Texts, &str, bool, bool); 7] = [
    (texts!("name"), "indicators-list-name", false, true),
    (texts!("content"), "indicators-register-content", true, false),
    (texts!("base"), "indicators-register-base", true, true),
    (texts!("limits"), "indicators-register-limits", true, true),
    (texts!("quality"), "indicators-register-quality", true, false),
    (texts!("access"), "indicators-register-access", true, false),
    (texts!("legal_basis"), "indicators-register-legal", true, false),
];

/// Draws the form.
pub fn register_form(cx: &Ctx, tree: &UnitTree, form: &RegisterForm<'_>) -> Markup {
    let (fields, wrong) = (form.fields, Wrong::new(cx, form.problems));
    let choose = |name: &str, all: Vec<(&'static str, String)>, draw: &dyn Fn(&[Choice<'_>]) -> Markup| {
        let chosen = |value: &str| fields.all(name).any(|sent| sent == value);
        let list: Vec<Choice<'_>> = all
            .iter()
            .map(|(value, label)| Choice { value, label, chosen: chosen(value), ..Choice::default() })
            .collect();
        draw(&list)
    };
    let owners: Vec<(String, String)> =
        form.owners.iter().map(|unit| (unit.to_string(), unit_name(cx, tree, *unit))).collect();
    let owner_choices: Vec<Choice<'_>> = owners
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: value == fields.text("unit"), ..Choice::default() })
        .collect();
    let connections = Connection::ALL.iter().map(|one| (one.name(), cx.t(connection_key(*one)))).collect();
    let often = PeriodType::ALL.iter().map(|one| (one.name(), cx.t(period_type_key(*one)))).collect();
    let levels = Level::ALL.iter().map(|one| (one.name(), cx.t(level_key(*one)))).collect();
    let unsaid = cx.t("indicators-register-unsaid");
    let line = |name: &'static str, label: &str| {
        let error = wrong.with(name);
        Field {
            id: name,
            name,
            label: &cx.t(label),
            value: fields.text(name),
            error: error.as_deref(),
            ..Field::default()
        }
        .render()
    };
    let body = html! {
        (wrong.summary())
        (form.fields.meanwhile())
        @match form.version {
            Some(version) => (hidden("version", &version.to_string())),
            None => {
                (Select { id: "unit", name: "unit", label: &cx.t("indicators-facts-unit"), required: true,
                    choices: &owner_choices, error: wrong.with("unit").as_deref(), ..Select::default() })
                (Field { id: "code", name: "code", label: &cx.t("indicators-facts-code"), value: fields.text("code"),
                    help: Some(&cx.t("indicators-form-code-help")), error: wrong.with("code").as_deref(), required: true,
                    ..Field::default() })
            },
        }
        @for (names, key, long, required) in &TEXTS {
            (text_fields(cx.say(), fields, form.problems, &TextAsk { texts: *names, label: &cx.t(key), help: None,
                required: *required, optional: None, room: if *long { TextRoom::Lines } else { TextRoom::Line } }))
        }
        (choose("levels", levels, &|choices| checkboxes(&Choices { id: "levels", name: "levels",
            label: &cx.t("indicators-facts-levels"), choices, ..Choices::default() })))
        (choose("frequency", often, &|choices| Select { id: "frequency", name: "frequency",
            label: &cx.t("indicators-register-frequency"), prompt: Some(&unsaid), choices, ..Select::default() }.render()))
        (choose("connection", connections, &|choices| Select { id: "connection", name: "connection", required: true,
            label: &cx.t("indicators-register-connection"), choices, error: wrong.with("connection").as_deref(),
            ..Select::default() }.render()))
        (line("owner", "indicators-facts-owner"))
        (line("source", "indicators-values-source"))
        (submit_row(&cx.t("indicators-form-save"), Some((&cx.t("indicators-form-cancel"), form.cancel)), None))
    };
    let key = format!("source:{}:{}", form.action, form.version.unwrap_or(0));
    let (kept, discard) = (cx.t("indicators-form-draft"), cx.t("indicators-form-discard"));
    let draft = Some(Draft { key: &key, note: &kept, discard: &discard });
    Form { action: form.action, csrf: &cx.guard(), draft, body, ..Form::default() }.render()
}
