//! Values as a picture, and as the table beside it.

use maud::{Markup, PreEscaped, Render, html};
use varde_chart::{GoalChart, GoalTexts, Point, ValueAxis, goal_chart};
use varde_kernel::access::Author;
use varde_kernel::{Period, PrintPicture};
use varde_web::ui::{Column, Picture, Table, Weight, button, form, hidden, section};
use varde_web::{Ctx, Say};

use super::sentence::Figures;
use super::spc::Look;
use super::{affirmed_mark, figures, measure_key, observed_in, value_marks};
use crate::model::{Indicator, Measure, Missing, Observation};
use crate::rules;

/// The picture of one series: the question, the drawing, the answer in words, the table one key
/// away. Nothing at all when there is no value to draw.
pub fn picture(cx: &Ctx, indicator: &Indicator, values: &[Observation]) -> Markup {
    let points = points(cx, indicator, values);
    if points.iter().all(|point| point.value.is_none()) {
        return Markup::default();
    }
    let question = cx.t("indicators-chart-question");
    let answer = answer(cx, indicator.measure, values);
    let table = values_table(cx, indicator, values, (None, &|_: Option<Author>| String::new()));
    Picture {
        question: &question,
        aside: Markup::default(),
        // The same drawing for wide and for narrow frames; the style shows one of them.
        drawing: html! {
            div.picture-wide { (drawing(cx, indicator, &points, (&question, &answer), Look::Wide)) }
            div.picture-narrow { (drawing(cx, indicator, &points, (&question, &answer), Look::Narrow)) }
        },
        answer: &answer,
        table: Some((&cx.t("indicators-chart-table"), table)),
    }
    .render()
}

/// The same drawing for paper, with its answer; nothing when there is no value to draw.
pub(super) fn picture_print(cx: &Ctx, indicator: &Indicator, values: &[Observation]) -> Option<PrintPicture> {
    let points = points(cx, indicator, values);
    points.iter().any(|point| point.value.is_some()).then(|| {
        let (question, alt) = (cx.t("indicators-chart-question"), answer(cx, indicator.measure, values));
        PrintPicture { svg: svg(cx, indicator, &points, (&question, &alt), Look::Paper), alt }
    })
}

pub(super) fn points(cx: &Ctx, indicator: &Indicator, values: &[Observation]) -> Vec<Point> {
    values
        .iter()
        // A value for many years together has no place of its own on the axis; it is in the table.
        .filter(|observation| !matches!(observation.period, Period::Years(..)))
        .map(|observation| Point {
            time: observation.period.middle(),
            label: cx.say().period(observation.period),
            value: observation.value,
            interval: rules::interval(indicator.measure, &observation.entry()),
            provisional: observation.provisional,
            approximate: observation.approximate,
            withheld: observation.missing == Some(Missing::Protected),
        })
        .collect()
}

pub(super) fn drawing(cx: &Ctx, indicator: &Indicator, points: &[Point], words: (&str, &str), look: Look) -> Markup {
    PreEscaped(svg(cx, indicator, points, words, look))
}

fn svg(cx: &Ctx, indicator: &Indicator, points: &[Point], (title, description): (&str, &str), look: Look) -> String {
    let say = cx.say();
    let figures = Figures::of(indicator.measure, points.iter().filter_map(|point| point.value));
    let number = |value: f64| figures.number(say, value);
    let range =
        |low: &str, high: &str| say.with("indicators-value-range", &[("low", low.into()), ("high", high.into())]);
    let axis_from = |from: &str| say.with("indicators-chart-axis", &[("from", from.into())]);
    let y_label = cx.t(measure_key(indicator.measure));
    let words = [
        "indicators-value-missing",
        "indicators-value-protected",
        "indicators-value-provisional",
        "indicators-value-approximate",
        "indicators-value-interval",
        "indicators-chart-empty",
    ]
    .map(|key| cx.t(key));
    let [missing, withheld, provisional, approximate, interval, no_values] = &words;
    let form = look.name();
    let id = format!("chart-{form}-{}", indicator.code.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-"));
    goal_chart(&GoalChart {
        id: &id,
        title,
        description,
        y_label: &y_label,
        unit: if indicator.measure == Measure::Percent { "%" } else { "" },
        is_close: cx.locale() == varde_kernel::Locale::En,
        number: &number,
        points,
        axis: if indicator.measure == Measure::Score { ValueAxis::Fitted } else { ValueAxis::FromZero },
        texts: GoalTexts {
            missing,
            withheld,
            provisional,
            approximate,
            interval,
            no_values,
            range: &range,
            axis_from: &axis_from,
        },
        layout: look.layout(),
        colours: look.colours(),
        ..GoalChart::default()
    })
}

/// Where the series stands, in words.
fn answer(cx: &Ctx, measure: Measure, values: &[Observation]) -> String {
    let Some(last) = rules::latest(values) else { return cx.t("indicators-chart-empty") };
    let (say, figures) = (cx.say(), figures(measure, values));
    let mut text = say.with(
        "indicators-chart-latest",
        &[("value", observed_in(cx, figures, last).into()), ("period", say.period(last.period).into())],
    );
    if let Some((low, high)) = rules::interval(measure, &last.entry()) {
        let range = [("low", figures.number(say, low).into()), ("high", figures.amount(say, high).into())];
        text = format!("{text} {}", say.with("indicators-chart-interval", &range));
    }
    if values.iter().any(|one| one.missing == Some(Missing::Protected)) {
        return format!("{text} {}", cx.t("indicators-say-kept-back"));
    }
    let first = values.iter().find(|observation| observation.value.is_some() && observation.id != last.id);
    if let Some(first) = first.filter(|first| first.period.end() < last.period.end()) {
        let args = [("value", observed_in(cx, figures, first).into()), ("period", say.period(first.period).into())];
        text = format!("{text} {}", say.with("indicators-chart-first", &args));
        if let Some(change) = super::sentence::certain_change(say, measure, values) {
            text = format!("{text} {change}");
        }
    }
    text
}

/// The numbers of a drawing as the page's table beside it.
pub(super) fn drawn_table(cx: &Ctx, drawn: &varde_chart::Table) -> Markup {
    let columns: Vec<Column<'_>> = drawn
        .columns
        .iter()
        .map(|column| if column.numeric { Column::number(&column.heading) } else { Column::text(&column.heading) })
        .collect();
    let rows: Vec<Vec<Markup>> =
        drawn.rows.iter().map(|row| row.iter().map(|cell| html! { (cell) }).collect()).collect();
    Table {
        caption: &cx.t("indicators-chart-table"),
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    }
    .render()
}

/// How uncertain a value is, written as the numbers that it stands beside.
pub(super) fn interval_text(say: &Say, figures: Figures, observation: &Observation) -> Option<String> {
    observation.value?;
    let (low, high) = rules::interval(figures.measure, &observation.entry())?;
    let (low, high) = (figures.number(say, low), figures.amount(say, high));
    Some(say.with("indicators-value-range", &[("low", low.into()), ("high", high.into())]))
}

/// Ways to say that values are right: the one that is open in the form, and all that nobody has said it of. Nothing
/// where there is none.
pub fn affirm_section(cx: &Ctx, address: &str, values: &[Observation], open: Option<&Observation>) -> Markup {
    let waiting = |value: &&Observation| value.affirmed.is_none();
    let all: Vec<&Observation> = values.iter().filter(waiting).collect();
    let one = open.filter(waiting).or(if all.len() == 1 { all.first().copied() } else { None });
    let send = |label: &str, these: &[&Observation]| {
        let body = html! {
            @for value in these { (hidden("value", &value.id.to_string())) }
            (button(label, Weight::Secondary))
        };
        form(&format!("{address}/affirm"), &cx.guard(), body)
    };
    let named = |value: &Observation| {
        cx.say().with("indicators-affirm-one", &[("period", cx.say().period(value.period).into())])
    };
    let body = html! {
        p.quiet { (cx.t("indicators-affirm-help")) }
        div.row {
            @if let Some(value) = one { (send(&named(value), &[value])) }
            @if 1 < all.len() { (send(&cx.say().with("indicators-affirm-all", &[("n", all.len().into())]), &all)) }
        }
    };
    if all.is_empty() {
        return Markup::default();
    }
    section("affirm", &cx.t("indicators-affirm-title"), &Markup::default(), &body)
}

/// All values, newest first, each with what one should know about it and who says that it is right. With `correct`,
/// each has a link to where it is corrected.
pub fn values_table(
    cx: &Ctx,
    indicator: &Indicator,
    values: &[Observation],
    (correct, by): (Option<&str>, &dyn Fn(Option<Author>) -> String),
) -> Markup {
    let (say, figures) = (cx.say(), figures(indicator.measure, values));
    let plain = |value: Option<f64>| html! { (value.map(|value| say.value(value)).unwrap_or_default()) };
    let rows: Vec<Vec<Markup>> = values
        .iter()
        .rev()
        .map(|observation| {
            let interval = interval_text(say, figures, observation);
            let mut row = vec![
                html! { (say.period(observation.period)) },
                html! { (observed_in(cx, figures, observation)) },
                html! { (interval.unwrap_or_default()) },
                plain(observation.numerator),
                plain(observation.denominator),
                html! {
                    (about(cx, observation)) (value_marks(cx, indicator, observation))
                    (affirmed_mark(cx, observation, by))
                },
            ];
            if let Some(address) = correct {
                let label = say.with("indicators-entry-correct", &[("period", say.period(observation.period).into())]);
                row.push(html! {
                    a.ds-link href={ (address) "?period=" (observation.period) "#period" } { (label) }
                });
            }
            row
        })
        .collect();
    let words = [
        "indicators-values-title",
        "indicators-values-period",
        "indicators-values-value",
        "indicators-value-interval",
        "indicators-values-numerator",
        "indicators-values-denominator",
        "indicators-values-source",
        "indicators-values-correct",
    ]
    .map(|key| cx.t(key));
    let [caption, period, value, interval, numerator, denominator, source, actions] = &words;
    let mut columns = vec![
        Column::text(period),
        Column::number(value),
        Column::number(interval),
        Column::number(numerator),
        Column::number(denominator),
        Column::text(source),
    ];
    if correct.is_some() {
        columns.push(Column::actions(actions));
    }
    let empty = html! { p.quiet { (cx.t("indicators-chart-empty")) } };
    Table { caption, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true }.render()
}

/// Where a value comes from and what one should know about it.
fn about(cx: &Ctx, observation: &Observation) -> Markup {
    let locale = cx.locale();
    html! {
        (cx.say().cite(&observation.source))
        @for words in [&observation.scope, &observation.note] {
            @if !words.is_empty() { p.quiet.small { (words.get(locale)) } }
        }
    }
}
