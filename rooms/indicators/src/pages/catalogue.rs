//! The catalogue of indicators and the figures of the documents.

use std::collections::HashMap;

use axum::response::Response;
use maud::html;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{IndicatorId, ObservationId, UnitId};
use varde_web::{Ctx, Error, Fields, Query, page_of, pager, with};

use super::{csv_file, held_units, nation};
use crate::model::{Filter, Indicator};
use crate::{export, store, views};

/// How many indicators a page shows.
const PER_PAGE: i64 = 25;
/// How many figures a page shows.
const FIGURES: i64 = 50;
/// The most indicators of an exported list.
const EXPORTED: i64 = 10_000;

/// What the query of the list asks for. Unknown words in it count as no filter.
pub fn filter_of(query: &Fields) -> Filter {
    Filter {
        words: query.text("q").chars().filter(|letter| !letter.is_control()).take(200).collect(),
        state: query.text("state").parse().ok(),
        direction: query.text("direction").parse().ok(),
        level: query.text("level").parse().ok(),
        has_values: match query.text("values") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        backwards: query.text("sort") == "-name",
    }
}

/// `GET /indicators`: the catalogue.
pub async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let filter = filter_of(&query);
    let scope = access::scope(cx.actor(), Kind::Indicator);
    if query.text("format") == "csv" {
        let found = store::list(cx.db(), &scope, &filter, EXPORTED, 0).await?;
        return Ok(csv_file("indicators", catalogue_csv(&cx, &found)));
    }
    let tree = cx.tree().await?;
    let page = page_of(&query);
    let total = store::count(cx.db(), &scope, &filter).await?;
    let found = store::list(cx.db(), &scope, &filter, PER_PAGE, (page - 1) * PER_PAGE).await?;
    let pairs: Vec<(IndicatorId, UnitId)> =
        found.iter().filter_map(|indicator| Some((indicator.id, nation(&tree, indicator)?))).collect();
    let national: HashMap<IndicatorId, _> = store::values_of_pairs(cx.db(), &super::sight(&cx, &tree), &pairs)
        .await?
        .into_iter()
        .map(|((id, _), values)| (id, values))
        .collect();
    let turned = if filter.backwards { "name" } else { "-name" };
    let sort = with("/indicators", &query, &[("sort", turned)]);
    let export = with("/indicators", &query, &[("format", "csv")]);
    let may_create = !held_units(&cx, &tree, Kind::Indicator, Action::Create).is_empty();
    let may_import = !held_units(&cx, &tree, Kind::Series, Action::Answer).is_empty();
    let body = html! {
        (views::filters(&cx, &filter))
        p.quiet { (cx.say().with("indicators-list-count", &[("n", total.into())])) }
        (views::indicator_table(&cx, &found, &national, (&sort, filter.backwards)))
        (pager(cx.say(), "/indicators", &query, (page, PER_PAGE), total))
        p { (varde_web::ui::link(&cx.t("indicators-figures-link"), "/indicators/figures")) }
        p { (varde_web::ui::link(&cx.t("indicators-register-title"), "/sources")) }
    };
    let actions = views::catalogue_actions(&cx, &export, may_create, may_import);
    Ok(cx.page(cx.t("indicators-list-title")).lead(cx.t("indicators-list-lead")).actions(actions).body(body))
}

fn catalogue_csv(cx: &Ctx, found: &[Indicator]) -> String {
    let head = [
        "indicators-facts-code",
        "indicators-list-name",
        "indicators-facts-measure",
        "indicators-facts-direction",
        "indicators-facts-state",
        "indicators-facts-levels",
        "indicators-values-source",
    ]
    .map(|key| cx.t(key));
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|indicator| {
            vec![
                indicator.code.clone(),
                cx.say().words(&indicator.name).to_owned(),
                cx.t(views::measure_key(indicator.measure)),
                cx.t(views::direction_key(indicator.direction)),
                cx.t(views::state_key(indicator.state)),
                indicator.levels.iter().map(|level| cx.t(views::level_key(*level))).collect::<Vec<_>>().join(", "),
                indicator.source.clone(),
            ]
        })
        .collect();
    export::table(&head, &rows)
}

/// `GET /indicators/figures`: numbers that the documents print about what no indicator defines.
pub async fn figures(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let words = filter_of(&query).words;
    let page = page_of(&query);
    let tree = cx.tree().await?;
    // What leads to one figure names it.
    let one = match query.text("code") {
        code if code.is_empty() || code.contains(char::is_control) => None,
        code => store::figure(cx.db(), code).await?,
    };
    let (found, total) = match one {
        Some(figure) => (vec![figure], 1),
        None => (
            store::figures(cx.db(), &words, FIGURES, (page - 1) * FIGURES).await?,
            store::count_figures(cx.db(), &words).await?,
        ),
    };
    let mut shown = Vec::with_capacity(found.len());
    for figure in found {
        let beside = cx.beside(&tree, Kind::Series, ObservationId::from_code(&figure.code)).await?;
        shown.push((figure, beside));
    }
    let body = html! {
        (views::figure_filter(&cx, &words))
        p.quiet { (cx.say().with("indicators-figures-count", &[("n", total.into())])) }
        (views::figure_table(&cx, &tree, &shown))
        (pager(cx.say(), "/indicators/figures", &query, (page, FIGURES), total))
    };
    Ok(cx
        .page(cx.t("indicators-figures-title"))
        .lead(cx.t("indicators-figures-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .body(body))
}
