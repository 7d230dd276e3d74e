//! All units of a kind against how much they did, within the limits that chance allows.

use std::collections::{BTreeMap, HashMap};

use axum::response::Response;
use varde_kernel::access::Action;
use varde_kernel::{IndicatorId, Period, SeriesId, UnitId, UnitKind, UnitTree};
use varde_stats::funnel::{Funnel, Measure as Counted, Options, Unit, funnel};
use varde_web::{Ctx, Error, Fields, Path, Query};

use crate::model::{Indicator, Measure, Missing, Observation};
use crate::rules::disclosure::Sight;
use crate::rules::spread;
use crate::store;
use crate::views::{self, FunnelPage, Seat};

/// The levels of the limits: about two and about three standard deviations.
pub const LEVELS: [f64; 2] = [0.95, 0.998];

/// Units of one kind with their values of one period, by name.
pub struct Gathered {
    /// Kinds of which there are enough to compare.
    pub kinds: Vec<UnitKind>,
    /// The kind that is shown.
    pub kind: Option<UnitKind>,
    /// Periods that enough of them have a value for, newest first.
    pub periods: Vec<Period>,
    /// The period that is shown.
    pub period: Option<Period>,
    /// The units with a value that may be shown.
    pub seats: Vec<Seat>,
    /// How many have one that may not.
    pub n_kept_back: usize,
}

/// Gathers the units of the kind and the period that the query asks for, or else of the most usual kind and the
/// newest period, where at least `least` can be compared.
pub async fn gather(
    cx: &Ctx,
    (tree, sight): (&UnitTree, &Sight<'_>),
    indicator: &Indicator,
    places: impl Iterator<Item = (SeriesId, UnitId)>,
    (query, least): (&Fields, usize),
) -> Result<Gathered, Error> {
    let mut by_kind: BTreeMap<UnitKind, Vec<(SeriesId, UnitId)>> = BTreeMap::new();
    for (series, unit) in places {
        if let Some(found) = tree.get(unit) {
            by_kind.entry(found.kind).or_default().push((series, unit));
        }
    }
    let kinds: Vec<UnitKind> =
        by_kind.iter().filter(|(_, units)| least <= units.len()).map(|(kind, _)| *kind).collect();
    let asked = query.text("kind").parse::<UnitKind>().ok().filter(|kind| by_kind.contains_key(kind));
    let most = by_kind.iter().max_by_key(|(_, units)| units.len()).map(|(kind, _)| *kind);
    let kind = asked.or(most);
    let seats: Vec<(SeriesId, UnitId)> = kind.and_then(|kind| by_kind.remove(&kind)).unwrap_or_default();
    let ids: Vec<SeriesId> = seats.iter().map(|(series, _)| *series).collect();
    let values = store::values_of_many(cx.db(), sight, &ids).await?;
    let periods = periods(&values, least);
    let asked = query.text("period").parse::<Period>().ok().filter(|period| periods.contains(period));
    let period = asked.or_else(|| periods.first().copied());
    let own: Vec<UnitId> = cx.actor().held().iter().map(|held| held.unit).collect();
    let mut seats: Vec<Seat> = seats
        .iter()
        .filter_map(|(series, unit)| {
            let value = values.get(series)?.iter().find(|one| Some(one.period) == period)?;
            Some(Seat {
                name: views::unit_name(cx, tree, *unit),
                unit: *unit,
                value: value.clone(),
                own: own.contains(unit),
                few: is_few(indicator, value),
            })
        })
        .collect();
    let n_kept_back = seats.iter().filter(|seat| seat.value.missing == Some(Missing::Protected)).count();
    seats.retain(|seat| seat.value.missing != Some(Missing::Protected));
    seats.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Gathered { kinds, kind, periods, period, seats, n_kept_back })
}

/// `GET /indicators/{id}/funnel`: with `?kind=` and `?period=`.
pub async fn show(cx: Ctx, Path(id): Path<IndicatorId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let places = store::series_places(cx.db(), id).await?;
    let whole = places.into_iter().filter(|(.., stratum)| stratum.is_empty()).map(|(series, unit, _)| (series, unit));
    let sight = super::sight(&cx, &tree);
    let found = gather(&cx, (&tree, &sight), &indicator, whole, (&query, 3)).await?;
    let limits = worked_out(&indicator, &found.seats);
    let address = format!("/indicators/{id}/funnel");
    let body = views::funnel_page(&cx, &page(&indicator, &address, &found, limits.as_ref()));
    let name = cx.say().words(&indicator.name).to_owned();
    Ok(cx
        .page(cx.t("indicators-funnel-title"))
        .lead(name.clone())
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(name, format!("/indicators/{id}"))
        .body(body))
}

/// What was gathered, ready to be drawn on the page at `address`.
pub fn page<'a>(
    indicator: &'a Indicator,
    address: &'a str,
    found: &'a Gathered,
    limits: Option<&'a Funnel>,
) -> FunnelPage<'a> {
    let known: Vec<f64> = found.seats.iter().filter(|seat| !seat.few).filter_map(|seat| seat.value.value).collect();
    FunnelPage {
        indicator,
        address,
        kinds: &found.kinds,
        kind: found.kind,
        periods: &found.periods,
        period: found.period,
        seats: &found.seats,
        funnel: limits,
        spread: spread::spread(&known),
        n_kept_back: found.n_kept_back,
    }
}

/// The periods that at least so many units have a value for, newest first.
fn periods(values: &HashMap<SeriesId, Vec<Observation>>, least: usize) -> Vec<Period> {
    let mut counted: HashMap<Period, usize> = HashMap::new();
    for value in values.values().flatten().filter(|value| value.value.is_some()) {
        *counted.entry(value.period).or_default() += 1;
    }
    let mut found: Vec<Period> = counted.into_iter().filter(|(_, n)| least <= *n).map(|(period, _)| period).collect();
    found.sort_by_key(|period| std::cmp::Reverse((period.end(), period.start())));
    found.truncate(60);
    found
}

/// Whether a unit did too little to be judged.
fn is_few(indicator: &Indicator, value: &Observation) -> bool {
    value.denominator.zip(indicator.sheet.least_denominator).is_some_and(|(denominator, least)| denominator < least)
}

/// The limits, where every unit's value came with what it was counted from.
pub fn worked_out(indicator: &Indicator, seats: &[Seat]) -> Option<Funnel> {
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
