//! The rest of the definition sheet: its fields, its life, its versions, its schedule.

use maud::{Markup, Render, html};
use varde_kernel::{Dimension, PeriodType, Problems};
use varde_web::ui::{
    Choice, Choices, Column, Field, Form, Kind, Select, Table, Tag, TextArea, Tone, checkboxes, field_group, fold,
    hidden, link, submit_row,
};
use varde_web::{Ctx, Fields};

use super::{Wrong, level_key, state_tag};
use crate::model::{Definition, Indicator, Level, LifeStep, Schedule, Standardisation, UseMark};
use crate::rules::due;

/// The key of how values are made comparable.
pub const fn standardisation_key(way: Standardisation) -> &'static str {
    match way {
        Standardisation::None => "indicators-standard-none",
        Standardisation::Direct => "indicators-standard-direct",
        Standardisation::Indirect => "indicators-standard-indirect",
        Standardisation::Model => "indicators-standard-model",
    }
}

/// The key of what much or little of it may mean.
pub const fn use_mark_key(mark: UseMark) -> &'static str {
    match mark {
        UseMark::None => "indicators-use-none",
        UseMark::Over => "indicators-use-over",
        UseMark::Under => "indicators-use-under",
    }
}

/// The key of a sort of periods.
pub const fn period_type_key(sort: PeriodType) -> &'static str {
    match sort {
        PeriodType::Day => "indicators-every-day",
        PeriodType::Week => "indicators-every-week",
        PeriodType::Month => "indicators-every-month",
        PeriodType::Quarter => "indicators-every-quarter",
        PeriodType::Tertial => "indicators-every-tertial",
        PeriodType::Half => "indicators-every-half",
        PeriodType::Year => "indicators-every-year",
    }
}

/// The key of a mark of good quality.
pub const fn dimension_key(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Effective => "indicators-dimension-effective",
        Dimension::Safe => "indicators-dimension-safe",
        Dimension::Involving => "indicators-dimension-involving",
        Dimension::Coordinated => "indicators-dimension-coordinated",
        Dimension::Frugal => "indicators-dimension-frugal",
        Dimension::Accessible => "indicators-dimension-accessible",
    }
}

/// The lines of the sheet that say something.
pub fn sheet_rows(cx: &Ctx, indicator: &Indicator, shared: Option<&Indicator>) -> Vec<(&'static str, Markup)> {
    let sheet = &indicator.sheet;
    let locale = cx.locale();
    let mut rows: Vec<(&'static str, Markup)> = Vec::new();
    for (key, words) in
        [("indicators-sheet-inclusion", &sheet.inclusion), ("indicators-sheet-exclusion", &sheet.exclusion)]
    {
        if !words.is_empty() {
            rows.push((key, html! { (words.get(locale)) }));
        }
    }
    if sheet.standardisation != Standardisation::None {
        rows.push(("indicators-sheet-standardisation", html! { (cx.t(standardisation_key(sheet.standardisation))) }));
    }
    if !sheet.periods.is_empty() {
        let sorts: Vec<String> = sheet.periods.iter().map(|sort| cx.t(period_type_key(*sort))).collect();
        rows.push(("indicators-sheet-periods", html! { (sorts.join(", ")) }));
    }
    if let Some(least) = sheet.least_coverage {
        rows.push(("indicators-sheet-least-coverage", html! { (cx.say().percent(least)) }));
    }
    if let Some(least) = sheet.least_denominator {
        rows.push(("indicators-sheet-least-denominator", html! { (cx.say().value(least)) }));
    }
    rows.push((
        "indicators-sheet-validation",
        if sheet.validation.is_empty() {
            Tag(Tone::Neutral, &cx.t("indicators-sheet-not-validated")).render()
        } else {
            html! {
                (sheet.validation)
                @if let Some(day) = sheet.validated_on { " (" (cx.say().date(day)) ")" }
            }
        },
    ));
    if !sheet.dimensions.is_empty() {
        let marks: Vec<String> = sheet.dimensions.iter().map(|mark| cx.t(dimension_key(*mark))).collect();
        rows.push(("indicators-sheet-dimensions", html! { (marks.join(", ")) }));
    }
    if sheet.use_mark != UseMark::None {
        rows.push(("indicators-sheet-use", html! { (cx.t(use_mark_key(sheet.use_mark))) }));
    }
    if indicator.is_variant() {
        rows.push((
            "indicators-sheet-variant",
            html! {
                (Tag(Tone::Warning, &cx.t("indicators-sheet-other-definition"))) " "
                @match shared {
                    Some(shared) => (link(cx.say().words(&shared.name), &format!("/indicators/{}", shared.id))),
                    None => (sheet.variant_of),
                }
            },
        ));
    }
    if !sheet.licence.is_empty() {
        rows.push(("indicators-sheet-licence", html! { (sheet.licence) }));
    }
    rows
}

/// The sheet's fields in the form.
pub fn sheet_fields(cx: &Ctx, fields: &Fields, wrong: &Wrong<'_>) -> Markup {
    let some = |name: &str, all: Vec<(&'static str, String)>| -> Vec<(&'static str, String, bool)> {
        all.into_iter().map(|(value, label)| (value, label, fields.all(name).any(|sent| sent == value))).collect()
    };
    let choices = |all: &[(&'static str, String, bool)], draw: &dyn Fn(&[Choice<'_>]) -> Markup| {
        let list: Vec<Choice<'_>> = all
            .iter()
            .map(|(value, label, chosen)| Choice { value, label, chosen: *chosen, ..Choice::default() })
            .collect();
        draw(&list)
    };
    let periods =
        some("periods", PeriodType::ALL.iter().map(|one| (one.name(), cx.t(period_type_key(*one)))).collect());
    let marks = some("dimensions", Dimension::ALL.iter().map(|one| (one.name(), cx.t(dimension_key(*one)))).collect());
    let ways = some(
        "standardisation",
        Standardisation::ALL.iter().map(|one| (one.name(), cx.t(standardisation_key(*one)))).collect(),
    );
    let uses = some("use_mark", UseMark::ALL.iter().map(|one| (one.name(), cx.t(use_mark_key(*one)))).collect());
    let line = |name: &'static str, label: &str, help: Option<&str>, kind: Kind| {
        let (error, help) = (wrong.with(name), help.map(|key| cx.t(key)));
        Field {
            id: name,
            name,
            label: &cx.t(label),
            help: help.as_deref(),
            value: fields.text(name),
            error: error.as_deref(),
            kind,
            ..Field::default()
        }
        .render()
    };
    html! {
        (hidden("sheet", "1"))
        (choices(&periods, &|choices| checkboxes(&Choices { id: "periods", name: "periods",
            label: &cx.t("indicators-sheet-periods"), choices, ..Choices::default() })))
        (fold(&cx.t("indicators-sheet-more"), &html! {
            (choices(&ways, &|choices| Select { id: "standardisation", name: "standardisation",
                label: &cx.t("indicators-sheet-standardisation"), choices, ..Select::default() }.render()))
            (line("least_coverage", "indicators-sheet-least-coverage", Some("indicators-sheet-least-coverage-help"), Kind::Number))
            (line("coverage_indicator", "indicators-sheet-coverage-indicator", Some("indicators-form-companion-help"), Kind::Text))
            (line("least_denominator", "indicators-sheet-least-denominator", Some("indicators-sheet-least-denominator-help"), Kind::Number))
            (TextArea { id: "validation", name: "validation", label: &cx.t("indicators-sheet-validation"), rows: 2,
                help: Some(&cx.t("indicators-sheet-validation-help")), value: fields.text("validation"),
                error: wrong.with("validation").as_deref(), ..TextArea::default() })
            (line("validated_on", "indicators-sheet-validated-on", None, Kind::Date))
            (choices(&marks, &|choices| checkboxes(&Choices { id: "dimensions", name: "dimensions",
                label: &cx.t("indicators-sheet-dimensions"), choices, ..Choices::default() })))
            (choices(&uses, &|choices| Select { id: "use_mark", name: "use_mark",
                label: &cx.t("indicators-sheet-use"), choices, ..Select::default() }.render()))
            (line("variant_of", "indicators-sheet-variant", Some("indicators-sheet-variant-help"), Kind::Text))
            (line("licence", "indicators-sheet-licence", None, Kind::Text))
        }))
    }
}

/// The steps of an indicator's life, and the versions of its definition.
pub fn life(cx: &Ctx, life: &[(LifeStep, String)], definitions: &[(Definition, String)]) -> Markup {
    let rows: Vec<Vec<Markup>> = life
        .iter()
        .rev()
        .map(|(step, who)| {
            vec![state_tag(cx, step.state), html! { (cx.say().time(step.at)) }, html! { (who) }, html! { (step.why) }]
        })
        .collect();
    let words = [
        "indicators-life-title",
        "indicators-facts-state",
        "indicators-former-from",
        "indicators-former-by",
        "indicators-charting-reason",
    ]
    .map(|key| cx.t(key));
    let [caption, state, from, by, why] = &words;
    html! {
        (Table { caption, caption_hidden: true,
            columns: &[Column::text(state), Column::text(from), Column::text(by), Column::text(why)],
            rows: &rows, empty: &Markup::default(), stack: true })
        @if 1 < definitions.len() {
            @for (one, who) in definitions {
                (fold(&cx.say().with("indicators-life-version", &[("n", one.version.into()), ("when", cx.say().time(one.at).into())]), &html! {
                    p.quiet { (who) @if !one.why.is_empty() { ": " (one.why) } }
                    dl { @for (name, text) in &one.fields {
                        dt { (cx.t(field_key(name).unwrap_or("indicators-facts-note"))) } dd { (text) }
                    } }
                }))
            }
        }
    }
}

/// The key of a field of a definition.
pub(super) fn field_key(name: &str) -> Option<&'static str> {
    Some(match name {
        "code" => "indicators-facts-code",
        "name" => "indicators-list-name",
        "measure" => "indicators-facts-measure",
        "per" => "indicators-form-per",
        "direction" => "indicators-facts-direction",
        "state" => "indicators-facts-state",
        "levels" => "indicators-facts-levels",
        "data" => "indicators-facts-data",
        "source_owner" => "indicators-facts-owner",
        "companion_of" => "indicators-facts-companion",
        "definition" => "indicators-facts-definition",
        "numerator" => "indicators-values-numerator",
        "denominator" => "indicators-values-denominator",
        "inclusion" => "indicators-sheet-inclusion",
        "exclusion" => "indicators-sheet-exclusion",
        "standardisation" => "indicators-sheet-standardisation",
        "periods" => "indicators-sheet-periods",
        "least_coverage" => "indicators-sheet-least-coverage",
        "coverage_indicator" => "indicators-sheet-coverage-indicator",
        "least_denominator" => "indicators-sheet-least-denominator",
        "validation" => "indicators-sheet-validation",
        "validated_on" => "indicators-sheet-validated-on",
        "dimensions" => "indicators-sheet-dimensions",
        "use_mark" => "indicators-sheet-use",
        "variant_of" => "indicators-sheet-variant",
        "licence" => "indicators-sheet-licence",
        "source" => "indicators-values-source",
        "note" => "indicators-facts-note",
        _ => return None,
    })
}

/// How the levels follow an indicator.
pub fn schedule_table(cx: &Ctx, schedules: &[Schedule]) -> Markup {
    let rows: Vec<Vec<Markup>> = schedules
        .iter()
        .map(|one| {
            vec![
                html! { (cx.t(level_key(one.level))) },
                html! { (cx.t(period_type_key(one.period))) },
                html! { (one.due_days) },
                html! { (one.comment_days) },
            ]
        })
        .collect();
    let words = [
        "indicators-schedule-title",
        "indicators-schedule-level",
        "indicators-sheet-periods",
        "indicators-schedule-due",
        "indicators-schedule-comment",
    ]
    .map(|key| cx.t(key));
    let [caption, level, period, due, comment] = &words;
    let empty = html! { p.quiet { (cx.t("indicators-schedule-none")) } };
    Table {
        caption,
        caption_hidden: true,
        columns: &[Column::text(level), Column::text(period), Column::number(due), Column::number(comment)],
        rows: &rows,
        empty: &empty,
        stack: true,
    }
    .render()
}

/// The form for how the levels follow an indicator: a group for each level.
pub fn schedule_form(
    cx: &Ctx,
    address: &str,
    schedules: &[Schedule],
    (fields, problems): (&Fields, &Problems),
) -> Markup {
    let sent = fields.has("levels");
    let wrong = Wrong::new(cx, problems);
    let never = cx.t("indicators-schedule-never");
    let body = html! {
        (wrong.summary())
        (hidden("levels", "1"))
        @for level in Level::ALL {
            @let known = schedules.iter().find(|one| one.level == *level);
            @let name = |field: &str| format!("{field}.{}", level.name());
            @let text = |field: &str, saved: Option<String>| if sent { fields.text(&name(field)).to_owned() } else { saved.unwrap_or_default() };
            @let now = text("period", known.map(|one| one.period.name().to_owned()));
            @let labels: Vec<(&str, String)> = PeriodType::ALL.iter().map(|one| (one.name(), cx.t(period_type_key(*one)))).collect();
            @let choices: Vec<Choice<'_>> = labels.iter().map(|(value, label)| Choice { value, label, chosen: *value == now, ..Choice::default() }).collect();
            (field_group(&cx.t(level_key(*level)), None, &html! {
                (Select { id: &name("period"), name: &name("period"), label: &cx.t("indicators-sheet-periods"),
                    prompt: Some(&never), choices: &choices, ..Select::default() })
                (Field { id: &name("due"), name: &name("due"), label: &cx.t("indicators-schedule-due"), kind: Kind::Number,
                    value: &text("due", known.map(|one| one.due_days.to_string()).or(Some(due::DUE_DAYS.to_string()))), ..Field::default() })
                (Field { id: &name("comment"), name: &name("comment"), label: &cx.t("indicators-schedule-comment"), kind: Kind::Number,
                    value: &text("comment", known.map(|one| one.comment_days.to_string()).or(Some(due::COMMENT_DAYS.to_string()))), ..Field::default() })
            }))
        }
        (submit_row(&cx.t("indicators-form-save"), None, None))
    };
    Form { action: address, csrf: &cx.guard(), body, ..Form::default() }.render()
}
