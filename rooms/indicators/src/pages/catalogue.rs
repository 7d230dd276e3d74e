//! The catalogue of indicators and the figures of the documents.

use std::collections::HashMap;

use axum::response::Response;
use maud::html;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{IndicatorId, UnitId};
use varde_web::{Ctx, Error, Fields, Query};

use super::{at_page, csv_file, held_units, nation, page_of};
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
    let sort = at_page("/indicators", &with(&query, "sort", turned), 1);
    let export = at_page("/indicators", &with(&query, "format", "csv"), 1);
    let may_create = !held_units(&cx, &tree, Kind::Indicator, Action::Create).is_empty();
    let may_import = !held_units(&cx, &tree, Kind::Series, Action::Answer).is_empty();
    let body = html! {
        (views::filters(&cx, &filter))
        p.quiet { (cx.say().with("indicators-list-count", &[("n", total.into())])) }
        (views::indicator_table(&cx, &found, &national, (&sort, filter.backwards)))
        (views::pager(&cx, page, PER_PAGE, total, |page| at_page("/indicators", &query, page)))
        p { (varde_web::ui::link(&cx.t("indicators-figures-link"), "/indicators/figures")) }
        p { (varde_web::ui::link(&cx.t("indicators-register-title"), "/sources")) }
    };
    let actions = views::catalogue_actions(&cx, &export, may_create, may_import);
    Ok(cx.page(cx.t("indicators-list-title")).lead(cx.t("indicators-list-lead")).actions(actions).body(body))
}

/// The query with one field changed.
fn with(query: &Fields, name: &str, value: &str) -> Fields {
    let mut pairs: Vec<(String, String)> = query
        .iter()
        .filter(|(known, _)| *known != name && *known != "page")
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    pairs.push((name.to_owned(), value.to_owned()));
    Fields::new(pairs)
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
    let total = store::count_figures(cx.db(), &words).await?;
    let found = store::figures(cx.db(), &words, FIGURES, (page - 1) * FIGURES).await?;
    let body = html! {
        (views::figure_filter(&cx, &words))
        p.quiet { (cx.say().with("indicators-figures-count", &[("n", total.into())])) }
        (views::figure_table(&cx, &tree, &found))
        (views::pager(&cx, page, FIGURES, total, |page| at_page("/indicators/figures", &query, page)))
    };
    Ok(cx
        .page(cx.t("indicators-figures-title"))
        .lead(cx.t("indicators-figures-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .body(body))
}
