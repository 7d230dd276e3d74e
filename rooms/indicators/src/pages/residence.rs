//! Where people live: an indicator for the areas beside each other, whoever treated those who live there.

use axum::response::{IntoResponse, Response};
use varde_kernel::access::Action;
use varde_kernel::{IndicatorId, UnitTree};
use varde_stats::funnel::Funnel;
use varde_web::{Ctx, Error, Fields, Path, Query};

use super::funnel::{Above, Gathered, gather, page, worked_out};
use super::nation;
use crate::export::{self, areas::AreaLine};
use crate::model::{Audience, Context, Indicator, Measure, Missing, Observation};
use crate::rules::areas::{Differences, differences};
use crate::rules::disclosure::Sight;
use crate::store;
use crate::views::{self, ResidencePage};

/// The areas of one kind in one period, with the country's own value and how much they differ.
pub struct Areas {
    /// The areas with a value that may be shown.
    pub found: Gathered,
    /// The country's value of the same period.
    pub national: Option<Observation>,
    /// The limits that chance allows; none when values came without what they were counted from.
    pub limits: Option<Funnel>,
    /// How much they differ.
    pub differences: Option<Differences>,
}

/// Reads the areas that the query asks for, as `sight` shows them.
pub async fn read(
    cx: &Ctx,
    (tree, sight): (&UnitTree, &Sight<'_>),
    indicator: &Indicator,
    query: &Fields,
) -> Result<Areas, Error> {
    let db = cx.db();
    let nation = nation(tree, indicator);
    let mut places = store::residence_places(db, indicator.id).await?;
    // The country is what areas are held against, and no area.
    places.retain(|(_, unit)| Some(*unit) != nation);
    let found = gather(cx, (tree, sight), indicator, places.into_iter(), (query, 2)).await?;
    let national = match nation {
        Some(nation) => {
            // Those who live in the country are those whom it treated, as far as anybody counts.
            let lived = store::series_at(db, (indicator.id, nation), (Context::Residence, "")).await?;
            let treated = store::series_of(db, indicator.id, nation).await?;
            match lived.or(treated) {
                Some(series) => store::values(db, sight, series.id).await?,
                None => Vec::new(),
            }
        }
        None => Vec::new(),
    };
    let national = national
        .into_iter()
        .find(|value| Some(value.period) == found.period && value.missing != Some(Missing::Protected));
    let counted: Vec<(f64, f64)> = found
        .seats
        .iter()
        .filter(|seat| !seat.few)
        .filter_map(|seat| seat.value.numerator.zip(seat.value.denominator))
        .collect();
    let differences = match indicator.measure {
        _ if 0 < found.n_kept_back => None,
        Measure::Percent | Measure::Rate => differences(&counted, indicator.measure == Measure::Percent),
        _ => None,
    };
    let limits = worked_out(indicator, &found);
    Ok(Areas { found, national, limits, differences })
}

/// `GET /indicators/{id}/residence`: with `?kind=` and `?period=`; `?format=csv` for a file.
pub async fn show(cx: Ctx, Path(id): Path<IndicatorId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    if query.text("format") == "csv" {
        let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Export).await?.into_inner();
        // Anyone may come to read a file.
        let sight = Sight::Published(Audience::Open);
        return Ok(file(&cx, &tree, &indicator, &read(&cx, (&tree, &sight), &indicator, &query).await?));
    }
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let areas = read(&cx, (&tree, &super::sight(&cx, &tree)), &indicator, &query).await?;
    let address = format!("/indicators/{id}/residence");
    let above = areas.national.clone().zip(nation(&tree, &indicator)).filter(|_| 0 < areas.found.n_kept_back);
    let above = above.map(|(value, unit)| Above { name: views::unit_name(&cx, &tree, unit), value });
    let body = views::residence_page(
        &cx,
        &ResidencePage {
            areas: &page(&indicator, &address, &areas.found, (areas.limits.as_ref(), above.as_ref())),
            national: areas.national.as_ref(),
            differences: areas.differences.as_ref(),
        },
    );
    let name = cx.say().words(&indicator.name).to_owned();
    Ok(cx
        .page(cx.t("indicators-residence-title"))
        .lead(name.clone())
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(name, format!("/indicators/{id}"))
        .body(body))
}

fn file(cx: &Ctx, tree: &UnitTree, indicator: &Indicator, areas: &Areas) -> Response {
    let code = |unit| tree.get(unit).map(|unit| unit.code.clone()).unwrap_or_default();
    let mut lines: Vec<AreaLine<'_>> = Vec::new();
    if let (Some(value), Some(unit)) = (&areas.national, nation(tree, indicator)) {
        lines.push(AreaLine { code: code(unit), name: views::unit_name(cx, tree, unit), value });
    }
    lines.extend(areas.found.seats.iter().map(|seat| AreaLine {
        code: code(seat.unit),
        name: seat.name.clone(),
        value: &seat.value,
    }));
    let period = areas.found.period.map(|period| period.to_string()).unwrap_or_default();
    let name = format!("{}-residence-{period}", indicator.code);
    super::csv_file(&name, export::areas::csv(indicator, &lines)).into_response()
}
