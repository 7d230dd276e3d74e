//! Reporting a value by hand, and what stood there before.

use maud::{Markup, Render, html};
use varde_kernel::access::Author;
use varde_kernel::{Problems, UnitId};
use varde_web::ui::{
    Checkbox, Clash, Column, ConflictBox, Draft, Field, Form, Kind, Table, TextArea, hidden, submit_row,
};
use varde_web::{Ctx, Fields};

use super::{Wrong, known, observed};
use crate::model::{Entry, Indicator, Missing, Observation};

/// The form for one value, as far as it is filled in.
pub struct EntryForm<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// For which unit.
    pub unit: UnitId,
    /// What is filled in.
    pub fields: &'a Fields,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// The value that it would replace.
    pub former: Option<&'a Observation>,
    /// Who wrote the same period meanwhile.
    pub conflict: Markup,
}

/// Draws the form.
pub fn entry_form(cx: &Ctx, form: &EntryForm<'_>) -> Markup {
    let (fields, wrong) = (form.fields, Wrong::new(cx, form.problems));
    let action = format!("/indicators/{}/units/{}", form.indicator.id, form.unit);
    let former = form.former.map(|former| former.id);
    let key =
        format!("value-{}-{}-{}", form.indicator.id, form.unit, former.map(|id| id.to_string()).unwrap_or_default());
    let (note, discard) = (cx.t("indicators-form-draft"), cx.t("indicators-form-discard"));
    let number = |name: &'static str, key: &str, help: Option<&str>| {
        let error = wrong.with(name);
        Field {
            id: name,
            name,
            label: &cx.t(key),
            help,
            value: fields.text(name),
            error: error.as_deref(),
            kind: Kind::Number,
            ..Field::default()
        }
        .render()
    };
    let locale = cx.locale();
    let over = form.indicator.numerator.get(locale).to_owned();
    let under = form.indicator.denominator.get(locale).to_owned();
    let help = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let only = cx.t("indicators-entry-value-help");
    let body = html! {
        (wrong.summary())
        (form.conflict)
        (hidden("former", &former.map(|id| id.to_string()).unwrap_or_default()))
        (Field { id: "period", name: "period", label: &cx.t("indicators-values-period"), required: true,
            help: Some(&cx.t("indicators-entry-period-help")), value: fields.text("period"),
            error: wrong.with("period").as_deref(), ..Field::default() })
        @if form.indicator.measure.has_denominator() {
            (number("numerator", "indicators-values-numerator", help(&over).as_deref()))
            (number("denominator", "indicators-values-denominator", help(&under).as_deref()))
        }
        (number("value", "indicators-values-value", form.indicator.measure.has_denominator().then_some(only.as_str())))
        (Field { id: "coverage", name: "coverage", label: &cx.t("indicators-entry-coverage"), value: fields.text("coverage"),
            help: Some(&cx.t("indicators-entry-coverage-help")), error: wrong.with("coverage").as_deref(), ..Field::default() })
        (Checkbox { id: "provisional", name: "provisional", label: &cx.t("indicators-entry-provisional"),
            help: Some(&cx.t("indicators-entry-provisional-help")), checked: fields.has("provisional"), ..Checkbox::default() })
        (Field { id: "source", name: "source", label: &cx.t("indicators-values-source"), value: fields.text("source"),
            help: Some(&cx.t("indicators-entry-source-help")), error: wrong.with("source").as_deref(), ..Field::default() })
        (TextArea { id: "note", name: "note", label: &cx.t("indicators-entry-note"), value: fields.text("note"), rows: 2,
            help: Some(&cx.t("indicators-entry-note-help")), error: wrong.with("note").as_deref(), ..TextArea::default() })
        @if let Some(former) = form.former {
            p { (cx.say().with("indicators-entry-former",
                &[("value", observed(cx, form.indicator.measure, former).into()), ("when", cx.say().time(former.recorded_at).into())])) }
            (TextArea { id: "reason", name: "reason", label: &cx.t("indicators-entry-reason"), rows: 2,
                value: fields.text("reason"), required: !former.provisional,
                error: wrong.with("reason").as_deref(), ..TextArea::default() })
        }
        (submit_row(&cx.t("indicators-form-save"), None, None))
    };
    Form {
        action: &action,
        csrf: &cx.guard(),
        draft: Some(Draft { key: &key, note: &note, discard: &discard }),
        body,
        ..Form::default()
    }
    .render()
}

/// What the form begins with: the value to be corrected, or an empty one for `period`.
pub fn entry_fields(period: &str, former: Option<&Observation>, source: &str) -> Fields {
    let mut pairs = vec![("period".to_owned(), period.to_owned())];
    let mut set = |name: &str, value: String| pairs.push((name.to_owned(), value));
    match former {
        None => set("source", source.to_owned()),
        Some(former) => {
            for (name, number) in [("numerator", former.numerator), ("denominator", former.denominator)] {
                set(name, number.map(typed).unwrap_or_default());
            }
            // A value that was worked out is worked out again.
            if former.numerator.is_none() || former.denominator.is_none() {
                set("value", former.value.map(typed).unwrap_or_default());
            }
            set("coverage", former.coverage.map(typed).unwrap_or_default());
            if former.provisional {
                set("provisional", "true".to_owned());
            }
            set("source", former.source.clone());
            set("note", former.note.nb.clone());
        }
    }
    Fields::new(pairs)
}

/// A number as people type it.
fn typed(number: f64) -> String {
    number.to_string().replace('.', ",")
}

/// Says that the period has a value already, which one, and what was typed.
pub fn entry_conflict(cx: &Ctx, indicator: &Indicator, theirs: &Observation, (who, yours): (&str, &Entry)) -> Markup {
    let title = cx
        .say()
        .with("indicators-conflict-title", &[("who", who.into()), ("when", cx.say().time(theirs.recorded_at).into())]);
    let saved = parts(cx, indicator, &theirs.entry());
    let written = parts(cx, indicator, yours);
    let label = cx.say().period(theirs.period);
    ConflictBox {
        title: &title,
        text: &cx.t("indicators-conflict-value"),
        theirs: &cx.t("indicators-conflict-theirs"),
        yours: &cx.t("indicators-conflict-yours"),
        clashes: &[Clash { label: &label, theirs: &saved, yours: &written }],
    }
    .render()
}

fn parts(cx: &Ctx, indicator: &Indicator, entry: &Entry) -> String {
    if entry.missing == Some(Missing::Protected) {
        return cx.t("indicators-value-protected");
    }
    let value = known(cx, indicator.measure, (entry.value, entry.low, entry.high), entry.approximate);
    match (entry.numerator, entry.denominator) {
        (Some(numerator), Some(denominator)) => cx.say().with(
            "indicators-value-of",
            &[
                ("value", value.into()),
                ("numerator", cx.say().value(numerator).into()),
                ("denominator", cx.say().value(denominator).into()),
            ],
        ),
        _ => value,
    }
}

/// Values that were replaced, with why and by whom.
pub fn former_table(
    cx: &Ctx,
    indicator: &Indicator,
    former: &[Observation],
    by: &dyn Fn(Option<Author>) -> String,
) -> Markup {
    let rows: Vec<Vec<Markup>> = former
        .iter()
        .map(|observation| {
            vec![
                html! { (cx.say().period(observation.period)) },
                html! { (parts(cx, indicator, &observation.entry())) },
                html! { (cx.say().time(observation.recorded_at)) },
                html! { (by(observation.recorded_by)) },
                html! { (observation.superseded_at.map(|at| cx.say().time(at)).unwrap_or_default()) },
                cx.say().cite(&observation.source),
            ]
        })
        .collect();
    let words = [
        "indicators-former-title",
        "indicators-values-period",
        "indicators-values-value",
        "indicators-former-from",
        "indicators-former-by",
        "indicators-former-to",
        "indicators-values-source",
    ]
    .map(|key| cx.t(key));
    let [caption, period, value, from, author, to, source] = &words;
    Table {
        caption,
        caption_hidden: true,
        columns: &[
            Column::text(period),
            Column::number(value),
            Column::text(from),
            Column::text(author),
            Column::text(to),
            Column::text(source),
        ],
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    }
    .render()
}
