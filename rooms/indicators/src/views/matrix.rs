//! Indicators by units as a table of signs, values, targets and lines.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::{IndicatorId, Period, UnitId, UnitTree};
use varde_web::Ctx;
use varde_web::ui::{Column, Table, empty_state, fold, link};

use super::spc::{assurance_icon, spark, variation_icon};
use super::{number, observed, quality_marks, unit_name};
use crate::model::{Indicator, Meaning};
use crate::pages::reading::Reading;
use crate::pages::rollup::Derived;
use crate::rules;
use crate::rules::reading::{Assurance, Variation};
use crate::sentence;

/// What the matrix shows.
pub struct Matrix<'a> {
    /// The indicators.
    pub indicators: &'a HashMap<IndicatorId, Indicator>,
    /// In which order.
    pub order: &'a [IndicatorId],
    /// The units: the one whose field it is first.
    pub units: &'a [UnitId],
    /// The series.
    pub readings: &'a [Reading],
}

/// Draws the matrix.
pub fn matrix(cx: &Ctx, tree: &UnitTree, matrix: &Matrix<'_>) -> Markup {
    let by_place: HashMap<(IndicatorId, UnitId), &Reading> =
        matrix.readings.iter().map(|one| ((one.series.indicator, one.series.unit), one)).collect();
    let rows: Vec<Vec<Markup>> = matrix
        .order
        .iter()
        .filter_map(|id| {
            let indicator = matrix.indicators.get(id)?;
            let mut row = vec![link(cx.say().words(&indicator.name), &format!("/indicators/{id}"))];
            let empty = || html! { span.quiet { (cx.t("indicators-value-none")) } };
            row.extend(matrix.units.iter().map(|unit| {
                by_place.get(&(*id, *unit)).map_or_else(empty, |reading| cell(cx, tree, indicator, reading))
            }));
            Some(row)
        })
        .collect();
    let names: Vec<String> = matrix.units.iter().map(|unit| unit_name(cx, tree, *unit)).collect();
    let (caption, indicator) = (cx.t("indicators-matrix-caption"), cx.t("indicators-list-name"));
    let mut columns = vec![Column::text(&indicator)];
    columns.extend(names.iter().map(|name| Column::text(name)));
    Table {
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        empty: &empty_state(&cx.t("indicators-matrix-none"), &cx.t("indicators-matrix-none-help"), &Markup::default()),
        stack: true,
    }
    .render()
}

/// One series: sign, newest value with its period, target, line.
pub fn cell(cx: &Ctx, tree: &UnitTree, indicator: &Indicator, reading: &Reading) -> Markup {
    let key = reading.series.id;
    let newest = rules::latest(&reading.values);
    let variation = reading.variation(indicator);
    let href = format!("/indicators/{}/units/{}", indicator.id, reading.series.unit);
    let title = cx.say().with(
        "indicators-matrix-spark",
        &[
            ("indicator", cx.say().words(&indicator.name).to_owned().into()),
            ("unit", unit_name(cx, tree, reading.series.unit).into()),
            ("now", cx.t(sentence::variation_key(variation)).into()),
        ],
    );
    html! {
        div.cell {
            (variation_icon(cx, &format!("v-{key}"), variation))
            @if let Some(assurance) = reading.assurance(indicator) { (assurance_icon(cx, &format!("a-{key}"), assurance)) }
            a.ds-link href=(href) {
                @match newest {
                    Some(newest) => strong { (observed(cx, indicator.measure, newest)) },
                    None => (cx.t("indicators-value-none")),
                }
            }
            @if let Some(newest) = newest {
                " " span.quiet.small { (cx.say().period(newest.period)) }
                (quality_marks(cx, indicator, newest))
            }
            @if let Some(derived) = &reading.derived { (summed(cx, derived, newest.map(|newest| newest.period))) }
            @if let Some(target) = reading.spec.target {
                " " span.quiet.small { (cx.t("indicators-chart-target")) " " (number(cx, indicator.measure, target)) }
            }
            (spark(&format!("s-{key}"), &title, (reading.drawn.as_ref(), &reading.values),
                (&reading.causes, indicator.direction, reading.spec.target)))
        }
    }
}

/// That a figure was added up, and from how many units.
fn summed(cx: &Ctx, derived: &Derived, period: Option<Period>) -> Markup {
    let found = derived.counted.iter().find(|(known, ..)| Some(*known) == period);
    html! {
        @if let Some((_, n, of)) = found {
            " " span.quiet.small { (cx.say().with("indicators-derived-short", &[("n", (*n).into()), ("of", (*of).into())])) }
        }
    }
}

/// What the signs mean.
pub fn matrix_key(cx: &Ctx) -> Markup {
    use varde_spc::Way::{Down, Up};
    let variations = [
        Variation::Common,
        Variation::Special(Some(Up), Meaning::Better),
        Variation::Special(Some(Down), Meaning::Better),
        Variation::Special(Some(Up), Meaning::Worse),
        Variation::Special(Some(Down), Meaning::Worse),
        Variation::Special(Some(Up), Meaning::Changed),
        Variation::TooLittle,
    ];
    let assurances = [Assurance::Passes, Assurance::HitOrMiss, Assurance::Fails];
    fold(
        &cx.t("indicators-matrix-key"),
        &html! {
            ul.plain {
                @for (place, variation) in variations.iter().enumerate() {
                    li { (variation_icon(cx, &format!("key-v{place}"), *variation)) " " (cx.t(sentence::variation_key(*variation))) }
                }
                @for (place, assurance) in assurances.iter().enumerate() {
                    li { (assurance_icon(cx, &format!("key-a{place}"), *assurance)) " " (cx.t(sentence::assurance_key(*assurance))) }
                }
            }
            p.quiet { (cx.t("indicators-matrix-key-help")) }
        },
    )
}
