//! An indicator: its definition sheet, its series, and the forms that change it.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::{Problems, SeriesId, UnitId, UnitTree, Words};
use varde_web::ui::{
    Choice, Choices, Column, Draft, Field, Form, Icon, Kind, Select, Table, TextArea, Weight, checkboxes, empty_state,
    facts, field_group, hidden, link, link_button, radios, submit_row,
};
use varde_web::{Ctx, Fields, TextAsk, TextRoom, Texts, text_fields, texts};

use super::sheet::{sheet_fields, sheet_rows};
use super::{Wrong, direction_key, level_key, measure_key, observed, quality_marks, state_key, state_tag, unit_name};
use crate::model::{Direction, Indicator, Level, Measure, Observation, Series, State};
use crate::rules;

/// What is measured, how, and by whom. `owner` is the name of the actor that owns the data, and
/// `companion` the indicator to read it with, where they are known here; `called` is what others call it in files.
pub fn sheet(
    cx: &Ctx,
    tree: &UnitTree,
    indicator: &Indicator,
    (owned_by, companion_of, shared): (Option<&Words>, Option<&Indicator>, Option<&Indicator>),
    called: &[String],
) -> Markup {
    let locale = cx.locale();
    let text = |words: &Words| {
        if words.is_empty() {
            html! { span.quiet { (cx.t("indicators-facts-unwritten")) } }
        } else {
            html! { (words.get(locale)) }
        }
    };
    let code = |text: &str| {
        if text.is_empty() {
            html! { span.quiet { (cx.t("indicators-facts-unknown")) } }
        } else {
            html! { (text) }
        }
    };
    let direction = html! {
        (cx.t(direction_key(indicator.direction)))
        @if !indicator.direction_stated && indicator.direction != Direction::None {
            p.quiet.small { (cx.t("indicators-facts-direction-ours")) }
        }
    };
    let measure = match indicator.per {
        Some(per) => cx.say().with(
            "indicators-facts-per",
            &[("measure", cx.t(measure_key(indicator.measure)).into()), ("per", cx.say().value(per).into())],
        ),
        None => cx.t(measure_key(indicator.measure)),
    };
    let levels = indicator.levels.iter().map(|level| cx.t(level_key(*level))).collect::<Vec<_>>().join(", ");
    let labels = [
        "indicators-facts-state",
        "indicators-facts-definition",
        "indicators-values-numerator",
        "indicators-values-denominator",
        "indicators-facts-measure",
        "indicators-facts-direction",
        "indicators-facts-levels",
        "indicators-facts-data",
        "indicators-facts-owner",
        "indicators-facts-unit",
        "indicators-facts-companion",
        "indicators-facts-note",
        "indicators-values-source",
        "indicators-facts-code",
    ]
    .map(|key| cx.t(key));
    let [
        state,
        definition,
        numerator,
        denominator,
        measured,
        way,
        level,
        data,
        owner,
        unit,
        companion,
        note,
        source,
        own,
    ] = &labels;
    let mut rows: Vec<(&str, Markup)> =
        vec![(state, state_tag(cx, indicator.state)), (definition, text(&indicator.definition))];
    if indicator.measure.has_denominator() {
        rows.extend([
            (numerator.as_str(), text(&indicator.numerator)),
            (denominator.as_str(), text(&indicator.denominator)),
        ]);
    }
    rows.extend([
        (measured.as_str(), html! { (measure) }),
        (way.as_str(), direction),
        (level.as_str(), html! { (levels) }),
        (data.as_str(), cx.say().cite(&indicator.data)),
        (owner.as_str(), code(owned_by.map_or(indicator.source_owner.as_str(), |name| name.get(locale)))),
        (unit.as_str(), html! { (indicator.unit.map(|unit| unit_name(cx, tree, unit)).unwrap_or_default()) }),
    ]);
    if !indicator.companion_of.is_empty() {
        rows.push((
            companion,
            html! {
                @match companion_of {
                    Some(other) => (link(cx.say().words(&other.name), &format!("/indicators/{}", other.id))),
                    None => (indicator.companion_of),
                }
            },
        ));
    }
    if !indicator.note.is_empty() {
        rows.push((note, text(&indicator.note)));
    }
    let more: Vec<(String, Markup)> =
        sheet_rows(cx, indicator, shared).into_iter().map(|(key, shown)| (cx.t(key), shown)).collect();
    rows.extend(more.iter().map(|(label, shown)| (label.as_str(), shown.clone())));
    rows.extend([(source.as_str(), cx.say().cite(&indicator.source)), (own.as_str(), html! { (indicator.code) })]);
    let by_others = cx.t("indicators-facts-called");
    if !called.is_empty() {
        rows.push((&by_others, html! { (called.join(", ")) }));
    }
    facts(&rows)
}

/// The units that have values, each with its newest.
pub fn series_table(
    cx: &Ctx,
    tree: &UnitTree,
    indicator: &Indicator,
    series: &[Series],
    values: &HashMap<SeriesId, Vec<Observation>>,
) -> Markup {
    let rows: Vec<Vec<Markup>> = series
        .iter()
        .map(|series| {
            let values = values.get(&series.id).map_or(&[][..], Vec::as_slice);
            let newest = rules::latest(values);
            let address = format!("/indicators/{}/units/{}", indicator.id, series.unit);
            vec![
                html! {
                    (link(&unit_name(cx, tree, series.unit), &address))
                    @if !series.stratum_name.is_empty() { p.quiet.small { (cx.say().words(&series.stratum_name)) } }
                },
                html! {
                    @match newest {
                        Some(newest) => (observed(cx, indicator.measure, newest)),
                        None => span.quiet { (cx.t("indicators-value-none")) },
                    }
                },
                html! { (newest.map(|newest| cx.say().period(newest.period)).unwrap_or_default()) },
                newest.map(|newest| quality_marks(cx, indicator, newest)).unwrap_or_default(),
                html! { (values.len()) },
            ]
        })
        .collect();
    let words = [
        "indicators-series-title",
        "web-unit",
        "indicators-series-newest",
        "indicators-values-period",
        "indicators-values-marks",
        "indicators-series-n",
    ]
    .map(|key| cx.t(key));
    let [caption, unit, newest, period, marks, n] = &words;
    Table {
        caption,
        caption_hidden: true,
        columns: &[
            Column::text(unit),
            Column::number(newest),
            Column::text(period),
            Column::text(marks),
            Column::number(n),
        ],
        rows: &rows,
        empty: &empty_state(&cx.t("indicators-series-none"), &cx.t("indicators-series-none-help"), &Markup::default()),
        stack: true,
    }
    .render()
}

/// What the reader may do with an indicator, and the units they may report for.
pub struct May {
    /// Change the definition.
    pub edit: bool,
    /// Change the state.
    pub step: bool,
    /// Report for these.
    pub report: Vec<UnitId>,
    /// Take along the values of units that they work with.
    pub own: bool,
}

/// The formats besides CSV that values go out in, by their names, which are the same in every language.
const OTHER_FORMATS: [(&str, &str); 5] =
    [("xlsx", "Excel"), ("json-stat", "JSON-stat"), ("dhis2", "DHIS2"), ("adx", "IHE ADX"), ("fhir", "FHIR R4")];

/// The buttons beside the heading.
pub fn indicator_actions(cx: &Ctx, tree: &UnitTree, indicator: &Indicator, may: &May) -> Markup {
    let at = |rest: &str| format!("/indicators/{}/{rest}", indicator.id);
    html! {
        div.row {
            @for unit in &may.report {
                @let label = cx.say().with("indicators-entry-for", &[("unit", unit_name(cx, tree, *unit).into())]);
                (link_button(&label, &at(&format!("units/{unit}#period")), Weight::Primary, Some(Icon::Plus)))
            }
            @if may.edit { (link_button(&cx.t("indicators-edit-title"), &at("edit"), Weight::Secondary, Some(Icon::Pencil))) }
            @if may.step { (link_button(&cx.t("indicators-state-title"), &at("state"), Weight::Secondary, None)) }
            (link_button(&cx.t("indicators-follow-title"), &at("follow"), Weight::Tertiary, Some(Icon::Inbox)))
            (link_button(&cx.t("indicators-values-export"), &at("export"), Weight::Tertiary, Some(Icon::Download)))
        }
        details {
            summary { (cx.t("indicators-export-other")) }
            ul.links {
                @for (format, name) in OTHER_FORMATS { li { (link(name, &at(&format!("export/{format}")))) } }
                @if may.own { li { (link(&cx.t("indicators-export-own"), &at("export/csv?own=1"))) } }
            }
            p.quiet.small { (cx.t("indicators-export-help")) }
        }
    }
}

/// The form for a new or changed definition, as far as it is filled in.
pub struct DefinitionForm<'a> {
    /// Where it is sent.
    pub action: &'a str,
    /// Where the way back leads.
    pub cancel: &'a str,
    /// What is filled in.
    pub fields: &'a Fields,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Units that may own a new indicator; none when the indicator is there already.
    pub owners: &'a [UnitId],
    /// The version that was read; none for a new one.
    pub version: Option<i64>,
}

/// Texts of the form that exist in three languages: name, label, whether they are long.
const TEXTS: [(Texts, &str, bool); 5] = [
    (texts!("name"), "indicators-list-name", false),
    (texts!("definition"), "indicators-facts-definition", true),
    (texts!("numerator"), "indicators-values-numerator", false),
    (texts!("denominator"), "indicators-values-denominator", false),
    (texts!("note"), "indicators-facts-note", true),
];

/// Draws the definition form.
pub fn definition_form(cx: &Ctx, tree: &UnitTree, form: &DefinitionForm<'_>) -> Markup {
    let (fields, wrong) = (form.fields, Wrong::new(cx, form.problems));
    let [name, others @ ..] = &TEXTS;
    let key = format!("definition:{}:{}", form.action, form.version.unwrap_or(0));
    let (note, discard) = (cx.t("indicators-form-draft"), cx.t("indicators-form-discard"));
    let body = html! {
        (wrong.summary())
        (form.fields.meanwhile())
        @if let Some(version) = form.version { (hidden("version", &version.to_string())) }
        @else { (new_fields(cx, tree, form, &wrong)) }
        (in_languages(cx, fields, &wrong, name))
        (measure_fields(cx, fields, &wrong))
        @for text in others { (in_languages(cx, fields, &wrong, text)) }
        (sheet_fields(cx, fields, &wrong))
        (plain(cx, fields, &wrong, "data", ("indicators-facts-data", "indicators-form-data-help")))
        (plain(cx, fields, &wrong, "source_owner", ("indicators-facts-owner", "indicators-form-owner-help")))
        (plain(cx, fields, &wrong, "companion_of", ("indicators-facts-companion", "indicators-form-companion-help")))
        (plain(cx, fields, &wrong, "source", ("indicators-values-source", "indicators-form-source-help")))
        @if form.version.is_some() {
            (plain(cx, fields, &wrong, "reason", ("indicators-form-reason", "indicators-form-reason-help")))
        }
        (submit_row(&cx.t("indicators-form-save"), Some((&cx.t("indicators-form-cancel"), form.cancel)), None))
    };
    Form {
        action: form.action,
        csrf: &cx.guard(),
        draft: Some(Draft { key: &key, note: &note, discard: &discard }),
        body,
        ..Form::default()
    }
    .render()
}

fn new_fields(cx: &Ctx, tree: &UnitTree, form: &DefinitionForm<'_>, wrong: &Wrong<'_>) -> Markup {
    let owners: Vec<(String, String)> =
        form.owners.iter().map(|unit| (unit.to_string(), unit_name(cx, tree, *unit))).collect();
    let chosen = form.fields.text("unit");
    let choices: Vec<Choice<'_>> = owners
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: value == chosen, ..Choice::default() })
        .collect();
    html! {
        (Select { id: "unit", name: "unit", label: &cx.t("indicators-facts-unit"), required: true, choices: &choices,
            error: wrong.with("unit").as_deref(), ..Select::default() })
        (Field { id: "code", name: "code", label: &cx.t("indicators-facts-code"), value: form.fields.text("code"),
            help: Some(&cx.t("indicators-form-code-help")), error: wrong.with("code").as_deref(), required: true,
            ..Field::default() })
    }
}

fn in_languages(cx: &Ctx, fields: &Fields, wrong: &Wrong<'_>, (names, key, long): &(Texts, &str, bool)) -> Markup {
    let label = cx.t(key);
    let room = if *long { TextRoom::Lines } else { TextRoom::Line };
    let ask = TextAsk {
        texts: *names,
        label: &label,
        help: None,
        required: names.first() == Some(&"name"),
        optional: None,
        room,
    };
    text_fields(cx.say(), fields, wrong.problems(), &ask)
}

fn measure_fields(cx: &Ctx, fields: &Fields, wrong: &Wrong<'_>) -> Markup {
    let named = |keys: Vec<(&'static str, &'static str)>| -> Vec<(&'static str, String)> {
        keys.into_iter().map(|(name, key)| (name, cx.t(key))).collect()
    };
    let measures = named(Measure::ALL.iter().map(|measure| (measure.name(), measure_key(*measure))).collect());
    let ways = named(Direction::ALL.iter().map(|way| (way.name(), direction_key(*way))).collect());
    let levels = named(Level::ALL.iter().map(|level| (level.name(), level_key(*level))).collect());
    let drawn = |names: &[(&'static str, String)], field: &str, draw: &dyn Fn(&[Choice<'_>]) -> Markup| {
        let list: Vec<Choice<'_>> = names
            .iter()
            .map(|(value, label)| Choice {
                value,
                label,
                chosen: fields.all(field).any(|sent| sent == *value),
                ..Choice::default()
            })
            .collect();
        draw(&list)
    };
    html! {
        (drawn(&measures, "measure", &|choices| Select {
            id: "measure", name: "measure", label: &cx.t("indicators-facts-measure"), required: true, choices,
            error: wrong.with("measure").as_deref(), ..Select::default() }.render()))
        (Field { id: "per", name: "per", label: &cx.t("indicators-form-per"), help: Some(&cx.t("indicators-form-per-help")),
            value: fields.text("per"), error: wrong.with("per").as_deref(), kind: Kind::Number, ..Field::default() })
        (drawn(&ways, "direction", &|choices| radios(&Choices {
            id: "direction", name: "direction", label: &cx.t("indicators-facts-direction"), required: true, choices,
            error: wrong.with("direction").as_deref(), ..Choices::default() })))
        (drawn(&levels, "levels", &|choices| checkboxes(&Choices {
            id: "levels", name: "levels", label: &cx.t("indicators-facts-levels"), choices,
            error: wrong.with("levels").as_deref(), ..Choices::default() })))
    }
}

fn plain(cx: &Ctx, fields: &Fields, wrong: &Wrong<'_>, name: &str, (label, help): (&str, &str)) -> Markup {
    let error = wrong.with(name);
    Field {
        id: name,
        name,
        label: &cx.t(label),
        help: Some(&cx.t(help)),
        value: fields.text(name),
        error: error.as_deref(),
        ..Field::default()
    }
    .render()
}

/// The form for the next step in an indicator's life.
pub fn state_form(cx: &Ctx, indicator: &Indicator, next: &[State], (fields, problems): (&Fields, &Problems)) -> Markup {
    let wrong = Wrong::new(cx, problems);
    let named: Vec<(&str, String)> = next.iter().map(|state| (state.name(), cx.t(state_key(*state)))).collect();
    let choices: Vec<Choice<'_>> = named
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: fields.text("state") == *value, ..Choice::default() })
        .collect();
    let action = format!("/indicators/{}/state", indicator.id);
    let back = format!("/indicators/{}", indicator.id);
    Form {
        action: &action,
        csrf: &cx.guard(),
        body: html! {
            (wrong.summary())
            (fields.meanwhile())
            (hidden("version", &indicator.version.to_string()))
            p { (cx.t("indicators-state-now")) " " (state_tag(cx, indicator.state)) }
            (field_group(&cx.t("indicators-state-next"), None, &html! {
                (radios(&Choices { id: "state", name: "state", label: &cx.t("indicators-facts-state"), required: true,
                    choices: &choices, error: wrong.with("state").as_deref(), ..Choices::default() }))
                (TextArea { id: "reason", name: "reason", label: &cx.t("indicators-form-reason"), required: true,
                    value: fields.text("reason"), error: wrong.with("reason").as_deref(), ..TextArea::default() })
            }))
            (submit_row(&cx.t("indicators-form-save"), Some((&cx.t("indicators-form-cancel"), &back)), None))
        },
        ..Form::default()
    }
    .render()
}
