//! All units of a kind against how much they did, within the limits that chance allows.

use std::collections::{BTreeMap, HashMap};

use axum::response::Response;
use varde_kernel::access::Action;
use varde_kernel::{IndicatorId, Period, SeriesId, UnitId, UnitKind};
use varde_stats::funnel::{Funnel, Measure as Counted, Options, Unit, funnel};
use varde_web::{Ctx, Error, Path, Query};

use crate::model::{Indicator, Measure, Missing, Observation};
use crate::rules::spread;
use crate::store;
use crate::views::{self, FunnelPage, Seat};

/// The levels of the limits: about two and about three standard deviations.
const LEVELS: [f64; 2] = [0.95, 0.998];

/// `GET /indicators/{id}/funnel`: with `?kind=` and `?period=`.
pub async fn show(cx: Ctx, Path(id): Path<IndicatorId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let places = store::series_places(cx.db(), id).await?;
    let mut by_kind: BTreeMap<UnitKind, Vec<(SeriesId, UnitId)>> = BTreeMap::new();
    for (series, unit, stratum) in places {
        if let Some(found) = tree.get(unit).filter(|_| stratum.is_empty()) {
            by_kind.entry(found.kind).or_default().push((series, unit));
        }
    }
    let kinds: Vec<UnitKind> = by_kind.iter().filter(|(_, units)| 2 < units.len()).map(|(kind, _)| *kind).collect();
    let asked = query.text("kind").parse::<UnitKind>().ok().filter(|kind| by_kind.contains_key(kind));
    let most = by_kind.iter().max_by_key(|(_, units)| units.len()).map(|(kind, _)| *kind);
    let kind = asked.or(most);
    let seats: Vec<(SeriesId, UnitId)> = kind.and_then(|kind| by_kind.remove(&kind)).unwrap_or_default();
    let ids: Vec<SeriesId> = seats.iter().map(|(series, _)| *series).collect();
    let values = store::values_of_many(cx.db(), &super::sight(&cx, &tree), &ids).await?;
    let periods = periods(&values);
    let asked = query.text("period").parse::<Period>().ok().filter(|period| periods.contains(period));
    let period = asked.or_else(|| periods.first().copied());
    let own: Vec<UnitId> = cx.actor().held().iter().map(|held| held.unit).collect();
    let mut shown: Vec<Seat> = seats
        .iter()
        .filter_map(|(series, unit)| {
            let value = values.get(series)?.iter().find(|one| Some(one.period) == period)?;
            Some(Seat {
                name: views::unit_name(&cx, &tree, *unit),
                unit: *unit,
                value: value.clone(),
                own: own.contains(unit),
                few: is_few(&indicator, value),
            })
        })
        .collect();
    let n_kept_back = shown.iter().filter(|seat| seat.value.missing == Some(Missing::Protected)).count();
    shown.retain(|seat| seat.value.missing != Some(Missing::Protected));
    shown.sort_by(|a, b| a.name.cmp(&b.name));
    let found = worked_out(&indicator, &shown);
    let known: Vec<f64> = shown.iter().filter(|seat| !seat.few).filter_map(|seat| seat.value.value).collect();
    let body = views::funnel_page(
        &cx,
        &FunnelPage {
            indicator: &indicator,
            kinds: &kinds,
            kind,
            periods: &periods,
            period,
            seats: &shown,
            funnel: found.as_ref(),
            levels: &LEVELS,
            spread: spread::spread(&known),
            n_kept_back,
        },
    );
    let name = cx.say().words(&indicator.name).to_owned();
    Ok(cx
        .page(cx.t("indicators-funnel-title"))
        .lead(name.clone())
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(name, format!("/indicators/{id}"))
        .body(body))
}

/// The periods that at least three units have a value for, newest first.
fn periods(values: &HashMap<SeriesId, Vec<Observation>>) -> Vec<Period> {
    let mut counted: HashMap<Period, usize> = HashMap::new();
    for value in values.values().flatten().filter(|value| value.value.is_some()) {
        *counted.entry(value.period).or_default() += 1;
    }
    let mut found: Vec<Period> = counted.into_iter().filter(|(_, n)| 2 < *n).map(|(period, _)| period).collect();
    found.sort_by_key(|period| std::cmp::Reverse((period.end(), period.start())));
    found.truncate(60);
    found
}

/// Whether a unit did too little to be judged.
fn is_few(indicator: &Indicator, value: &Observation) -> bool {
    value.denominator.zip(indicator.sheet.least_denominator).is_some_and(|(denominator, least)| denominator < least)
}

/// The limits, where every unit's value came with what it was counted from.
fn worked_out(indicator: &Indicator, seats: &[Seat]) -> Option<Funnel> {
    let counted = match indicator.measure {
        Measure::Percent => Counted::Proportion,
        Measure::Rate => Counted::Rate,
        _ => return None,
    };
    let units: Vec<Unit> = seats
        .iter()
        .map(|seat| Some(Unit { numerator: seat.value.numerator?, denominator: seat.value.denominator? }))
        .collect::<Option<_>>()?;
    let options = Options { levels: LEVELS.to_vec(), ..Options::default() };
    funnel(counted, &units, &options).ok()
}
