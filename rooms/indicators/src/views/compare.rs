//! A unit's own figure beside those of other units.

use maud::{Markup, Render, html};
use varde_kernel::UnitTree;
use varde_web::Ctx;
use varde_web::ui::{Column, Table, link};

use super::matrix::cell;
use super::{number, unit_name};
use crate::model::Indicator;
use crate::pages::relatives::{Kinship, Relative};
use crate::rules;

const fn kinship_key(kinship: Kinship) -> &'static str {
    match kinship {
        Kinship::Own => "indicators-kin-own",
        Kinship::Below => "indicators-kin-below",
        Kinship::Beside => "indicators-kin-beside",
        Kinship::Above => "indicators-kin-above",
        Kinship::Nation => "indicators-kin-nation",
    }
}

/// The units around one, each with sign, newest value, interval and what it was counted from.
pub fn relatives_table(cx: &Ctx, tree: &UnitTree, indicator: &Indicator, relatives: &[Relative]) -> Markup {
    let say = cx.say();
    let rows: Vec<Vec<Markup>> = relatives
        .iter()
        .map(|one| {
            let newest = rules::latest(&one.reading.values);
            let interval = newest.and_then(|newest| rules::interval(indicator.measure, &newest.entry()));
            let counted = newest.and_then(|newest| newest.numerator.zip(newest.denominator));
            let href = format!("/indicators/{}/units/{}", indicator.id, one.reading.series.unit);
            vec![
                html! {
                    @if one.kinship == Kinship::Own { strong { (unit_name(cx, tree, one.reading.series.unit)) } }
                    @else { (link(&unit_name(cx, tree, one.reading.series.unit), &href)) }
                },
                html! { (cx.t(kinship_key(one.kinship))) },
                cell(cx, tree, indicator, &one.reading),
                html! {
                    @if let Some((low, high)) = interval {
                        (say.with("indicators-value-range",
                            &[("low", say.value(low).into()), ("high", number(cx, indicator.measure, high).into())]))
                    }
                },
                html! {
                    @if let Some((part, whole)) = counted {
                        (say.with("indicators-chart-of", &[("part", say.value(part).into()), ("whole", say.value(whole).into())]))
                    }
                },
            ]
        })
        .collect();
    let words = [
        "indicators-compare-title",
        "web-unit",
        "indicators-kin",
        "indicators-values-value",
        "indicators-value-interval",
        "indicators-compare-counted",
    ]
    .map(|key| cx.t(key));
    let [caption, unit, kin, value, interval, counted] = &words;
    Table {
        caption,
        caption_hidden: true,
        columns: &[
            Column::text(unit),
            Column::text(kin),
            Column::text(value),
            Column::number(interval),
            Column::number(counted),
        ],
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    }
    .render()
}
