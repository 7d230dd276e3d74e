//! All units of a kind against how much they did, within the limits that chance allows.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use axum::response::Response;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{IndicatorId, Period, SeriesId, UnitId, UnitKind, UnitTree};
use varde_stats::funnel::{Funnel, Measure as Counted, Options, Unit, funnel};
use varde_web::{Ctx, Error, Fields, Path, Query};

use super::rollup;
use crate::model::{Indicator, Measure, Missing, Observation};
use crate::rules::disclosure::Sight;
use crate::rules::{self, spread};
use crate::store;
use crate::views::{self, FunnelPage, Seat};

/// The levels of the limits: about two and about three standard deviations.
pub const LEVELS: [f64; 2] = [0.95, 0.998];

/// The values of series.
type Values = HashMap<SeriesId, Vec<Observation>>;

/// With fewer units than this there is nothing to compare.
const LEAST: usize = 3;

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
    /// All that have one, shown or not.
    pub units: Vec<UnitId>,
    /// Whether they are sums of the units below.
    pub summed: bool,
}

/// A figure that holds units together, and may be shown where some of theirs may not.
pub struct Above {
    /// Whose it is.
    pub name: String,
    /// The figure.
    pub value: Observation,
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
    Ok(arranged(cx, tree, indicator, (kinds, kind), (&seats, &values, 0), (query, least)))
}

/// Sets units of a kind beside each other in the period that the query asks for, or the newest; `n_unseen` more have
/// values that the reader may not see.
fn arranged(
    cx: &Ctx,
    tree: &UnitTree,
    indicator: &Indicator,
    (kinds, kind): (Vec<UnitKind>, Option<UnitKind>),
    (seats, values, n_unseen): (&[(SeriesId, UnitId)], &Values, usize),
    (query, least): (&Fields, usize),
) -> Gathered {
    let periods = periods(values, least);
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
    let units = seats.iter().map(|seat| seat.unit).collect();
    let n_kept_back = n_unseen + seats.iter().filter(|seat| seat.value.missing == Some(Missing::Protected)).count();
    seats.retain(|seat| seat.value.missing != Some(Missing::Protected));
    seats.sort_by(|a, b| a.name.cmp(&b.name));
    Gathered { kinds, kind, periods, period, seats, n_kept_back, units, summed: false }
}

/// `GET /indicators/{id}/funnel`: with `?kind=` and `?period=`.
pub async fn show(cx: Ctx, Path(id): Path<IndicatorId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let places = store::series_places(cx.db(), id).await?;
    let whole = places.into_iter().filter(|(.., stratum)| stratum.is_empty()).map(|(series, unit, _)| (series, unit));
    let whole: Vec<(SeriesId, UnitId)> = whole.collect();
    let sight = super::sight(&cx, &tree);
    let summable = summed_kinds(&tree, &indicator, &whole);
    let asked = query.text("kind").parse::<UnitKind>().ok();
    let mut found = match asked.and_then(|kind| Some((kind, summable.get(&kind)?))) {
        Some((kind, units)) => sums_of(&cx, (&tree, &sight), &indicator, (kind, units), &query).await?,
        None => gather(&cx, (&tree, &sight), &indicator, whole.iter().copied(), (&query, LEAST)).await?,
    };
    if found.summed {
        let mut by_kind: BTreeMap<UnitKind, usize> = BTreeMap::new();
        for unit in whole.iter().filter_map(|(_, unit)| tree.get(*unit)) {
            *by_kind.entry(unit.kind).or_default() += 1;
        }
        found.kinds.extend(by_kind.into_iter().filter(|(_, n)| LEAST <= *n).map(|(kind, _)| kind));
    }
    found.kinds.extend(summable.keys().copied());
    found.kinds.sort_unstable();
    found.kinds.dedup();
    let limits = worked_out(&indicator, &found);
    let above = above(&cx, (&tree, &sight), &indicator, &found).await?;
    let address = format!("/indicators/{id}/funnel");
    let body = views::funnel_page(&cx, &page(&indicator, &address, &found, (limits.as_ref(), above.as_ref())));
    let name = cx.say().words(&indicator.name).to_owned();
    Ok(cx
        .page(cx.t("indicators-funnel-title"))
        .lead(name.clone())
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(name, format!("/indicators/{id}"))
        .body(body))
}

/// Kinds of units of which none reports the indicator, with those of them that have units below that do.
fn summed_kinds(
    tree: &UnitTree,
    indicator: &Indicator,
    places: &[(SeriesId, UnitId)],
) -> BTreeMap<UnitKind, BTreeSet<UnitId>> {
    let mut found: BTreeMap<UnitKind, BTreeSet<UnitId>> = BTreeMap::new();
    if !rules::rollup::adds_up(indicator) {
        return found;
    }
    for (_, unit) in places {
        for above in tree.line(*unit).iter().skip(1).filter_map(|above| tree.get(*above)) {
            found.entry(above.kind).or_default().insert(above.id);
        }
    }
    for unit in places.iter().filter_map(|(_, unit)| tree.get(*unit)) {
        found.remove(&unit.kind);
    }
    found.retain(|_, units| LEAST <= units.len());
    found
}

/// Units of a kind by what those below them report together.
async fn sums_of(
    cx: &Ctx,
    (tree, sight): (&UnitTree, &Sight<'_>),
    indicator: &Indicator,
    (kind, units): (UnitKind, &BTreeSet<UnitId>),
    query: &Fields,
) -> Result<Gathered, Error> {
    let scope = access::scope(cx.actor(), Kind::Series);
    let units: Vec<UnitId> = units.iter().copied().collect();
    let sums = rollup::of_units(cx.db(), (&scope, sight), indicator, &units).await?;
    let n_unseen = units.len() - sums.len();
    let seats: Vec<(SeriesId, UnitId)> = sums.values().map(|one| (one.series.id, one.series.unit)).collect();
    let values = sums.into_values().map(|one| (one.series.id, one.values)).collect();
    let kinds = (Vec::new(), Some(kind));
    let found = arranged(cx, tree, indicator, kinds, (&seats, &values, n_unseen), (query, LEAST));
    Ok(Gathered { summed: true, ..found })
}

/// What was gathered, ready to be drawn on the page at `address`.
pub fn page<'a>(
    indicator: &'a Indicator,
    address: &'a str,
    found: &'a Gathered,
    (limits, above): (Option<&'a Funnel>, Option<&'a Above>),
) -> FunnelPage<'a> {
    // The lowest are mostly among those that are kept back: what is left lies closer together than all do.
    let seats = found.seats.iter().filter(|_| found.n_kept_back == 0);
    let known: Vec<f64> = seats.filter(|seat| !seat.few).filter_map(|seat| seat.value.value).collect();
    FunnelPage {
        indicator,
        address,
        kinds: &found.kinds,
        kind: found.kind,
        periods: &found.periods,
        period: found.period,
        seats: &found.seats,
        funnel: limits,
        above,
        spread: spread::spread(&known),
        n_kept_back: found.n_kept_back,
        summed: found.summed,
    }
}

/// Where some units are kept back, the figure of the same period of the nearest unit that is above them all, as far as
/// it is published: what they have in common cannot be worked out from those that are shown.
async fn above(
    cx: &Ctx,
    (tree, sight): (&UnitTree, &Sight<'_>),
    indicator: &Indicator,
    found: &Gathered,
) -> Result<Option<Above>, Error> {
    let Some((first, others)) = found.units.split_first().filter(|_| 0 < found.n_kept_back) else { return Ok(None) };
    let mut line: Vec<UnitId> = tree.line(*first).iter().skip(1).copied().collect();
    for unit in others {
        let theirs = tree.line(*unit);
        line.retain(|above| theirs.contains(above) && above != unit);
    }
    let series = store::series_at_units(cx.db(), indicator.id, &line).await?;
    let ids: Vec<SeriesId> = series.iter().map(|one| one.id).collect();
    let values = store::values_of_many(cx.db(), sight, &ids).await?;
    // A figure that counts fewer than those below it is no sum of them.
    let total = |count: fn(&Observation) -> Option<f64>| -> f64 {
        found.seats.iter().filter_map(|seat| count(&seat.value)).sum()
    };
    let (had, among) = (total(|one| one.numerator), total(|one| one.denominator));
    Ok(line.iter().find_map(|unit| {
        let own = series.iter().find(|one| one.unit == *unit)?;
        let value = values.get(&own.id)?.iter().find(|one| Some(one.period) == found.period)?;
        let holds = value.value.is_some() && had <= value.numerator? && among <= value.denominator?;
        holds.then(|| Above { name: views::unit_name(cx, tree, *unit), value: value.clone() })
    }))
}

/// The periods that at least so many units have a value for, newest first.
fn periods(values: &Values, least: usize) -> Vec<Period> {
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

/// The limits, where every unit's value is shown, with what it was counted from. Without those that are kept back,
/// which are mostly small, they would be those of other units.
pub fn worked_out(indicator: &Indicator, found: &Gathered) -> Option<Funnel> {
    if 0 < found.n_kept_back {
        return None;
    }
    let counted = match indicator.measure {
        Measure::Percent => Counted::Proportion,
        Measure::Rate => Counted::Rate,
        _ => return None,
    };
    let units: Vec<Unit> = found
        .seats
        .iter()
        .map(|seat| Some(Unit { numerator: seat.value.numerator?, denominator: seat.value.denominator? }))
        .collect::<Option<_>>()?;
    let options = Options { levels: LEVELS.to_vec(), ..Options::default() };
    funnel(counted, &units, &options).ok()
}
