//! Charts and signals for other programs: the same chart that pages show.

use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{IndicatorId, MeasureId, Problems, SeriesId, SignalId, UnitId};
use varde_web::{Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use super::value::open;
use super::wire;
use crate::model::{ChartSpec, Phase, chart_target};
use crate::pages::measures::may_name;
use crate::pages::reading::{self, Reading};
use crate::pages::{read_step, rollup, sight, signal_filter};
use crate::{rules, store};

/// A series as a chart: points with centre and limits, what it sees, and what it says in words.
#[utoipa::path(get, path = "/api/v1/series/{id}/chart", tag = "indicators",
    params(
        ("id" = String, Path, description = "The series' id"),
        ("version" = Option<i64>, Query, description = "A former version of the chart; the newest when not given"),
    ),
    responses(
        (status = 200, description = "The chart", body = wire::Chart),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such series or version", body = ProblemDetails),
        (status = 422, description = "No number where one is wanted", body = ProblemDetails),
    ))]
pub async fn show(cx: Ctx, Path(id): Path<SeriesId>, Query(query): Query) -> Result<Json<wire::Chart>, Error> {
    let mut problems = Problems::new();
    let version = query.choice::<i64>("version", &mut problems);
    problems.result().map_err(Error::Invalid)?;
    let (series, slot) = open(&cx, id, Action::Read).await?;
    let spec = match version {
        Some(version) => Some(store::spec_version(cx.db(), id, version).await?.ok_or(Error::NotFound)?),
        None => store::specs(cx.db(), &[id]).await?.remove(&id),
    };
    let tree = cx.tree().await?;
    let sight = sight(&cx, &tree);
    let values = store::values(cx.db(), &sight, id).await?;
    let reading = Reading::new(&sight, &slot.indicator, series, values, spec);
    Ok(Json(wire::Chart::new(cx.say(), &slot.indicator, &reading)))
}

/// An indicator for a unit as a chart: what the unit reports, or, where it reports nothing, the sums of the units below
/// it, as far as you may see every value behind them; without points where there is neither.
#[utoipa::path(get, path = "/api/v1/indicators/{id}/units/{unit}/chart", tag = "indicators",
    params(
        ("id" = String, Path, description = "The indicator's id"),
        ("unit" = String, Path, description = "The unit's id"),
    ),
    responses(
        (status = 200, description = "The chart", body = wire::Chart),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such indicator or unit", body = ProblemDetails),
    ))]
pub async fn of_unit(cx: Ctx, Path(place): Path<(IndicatorId, UnitId)>) -> Result<Json<wire::Chart>, Error> {
    let tree = cx.tree().await?;
    let slot = store::open_slot(cx.db(), cx.actor(), &tree, place, Action::Read).await?.into_inner();
    let (indicator, sight) = (&slot.indicator, sight(&cx, &tree));
    let own = reading::of_units(cx.db(), &sight, indicator, &[place.1]).await?.remove(&place.1);
    let reading = if let Some(own) = own.filter(|own| !own.values.is_empty()) {
        own
    } else {
        let scope = access::scope(cx.actor(), Kind::Series);
        let sums = rollup::of_units(cx.db(), (&scope, &sight), indicator, &[place.1]).await?;
        let nothing = || Reading::new(&sight, indicator, rollup::unstored(indicator.id, place.1), Vec::new(), None);
        sums.into_values().next().unwrap_or_else(nothing)
    };
    Ok(Json(wire::Chart::new(cx.say(), indicator, &reading)))
}

/// Every version of how a series is charted, newest first.
#[utoipa::path(get, path = "/api/v1/series/{id}/chart/versions", tag = "indicators",
    params(
        ("id" = String, Path, description = "The series' id"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of versions", body = Listed<wire::ChartVersion>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such series", body = ProblemDetails),
    ))]
pub async fn versions(
    cx: Ctx,
    Path(id): Path<SeriesId>,
    Query(query): Query,
) -> Result<Json<Listed<wire::ChartVersion>>, Error> {
    let cursor = Cursor::read(&query)?;
    open(&cx, id, Action::Read).await?;
    let skip = usize::try_from(cursor.skip).unwrap_or(usize::MAX);
    let fetch = usize::try_from(cursor.fetch()).unwrap_or(usize::MAX);
    let found = store::spec_versions(cx.db(), id).await?;
    Ok(Json(cursor.page(found.into_iter().skip(skip).take(fetch).map(wire::ChartVersion::from).collect())))
}

/// Decides how a series is charted: a new version, after the one that was read.
#[utoipa::path(put, path = "/api/v1/series/{id}/chart", tag = "indicators", request_body = wire::NewChart,
    params(("id" = String, Path, description = "The series' id")),
    responses(
        (status = 200, description = "The version that holds now", body = wire::ChartVersion),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for the unit", body = ProblemDetails),
        (status = 404, description = "No such series", body = ProblemDetails),
        (status = 409, description = "Someone has decided on a version meanwhile", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub async fn decide(
    cx: Ctx,
    Path(id): Path<SeriesId>,
    Json(body): Json<wire::NewChart>,
) -> Result<Json<wire::ChartVersion>, Error> {
    cx.signed_in()?;
    let (series, slot) = open(&cx, id, Action::Read).await?;
    let tree = cx.tree().await?;
    let on = chart_target(&tree, series.unit, slot.indicator.state.is_open());
    cx.must(Action::Create, &on)?;
    let read = body.version;
    let spec = read_chart(&cx, body, &series, slot.indicator.definition_version)?;
    // What stands there already may stay, although the sender may not see it.
    let now = store::specs(cx.db(), &[id]).await?.remove(&id);
    let former = |id: &MeasureId| now.iter().flat_map(|spec| &spec.phases).any(|phase| phase.measure == Some(*id));
    let new: Vec<MeasureId> = spec.phases.iter().filter_map(|phase| phase.measure).filter(|id| !former(id)).collect();
    if !may_name(&cx, &new).await? {
        let mut problems = Problems::new();
        problems.field("phases", "web-problem-choice");
        return Err(Error::Invalid(problems));
    }
    let granted = access::grant(cx.actor(), Action::Create, &on, spec).map_err(varde_store::Error::from)?;
    let tx = cx.begin().await?;
    let kept = store::put_spec(&tx, &granted, read).await?;
    tx.commit().await?;
    Ok(Json(kept.into()))
}

fn read_chart(
    cx: &Ctx,
    body: wire::NewChart,
    series: &crate::model::Series,
    definition_version: i64,
) -> Result<ChartSpec, Error> {
    let mut problems = Problems::new();
    let plain =
        |text: &str| !text.contains(|letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'));
    if body.reason.trim().is_empty() || !plain(&body.reason) || 20_000 < body.reason.chars().count() {
        problems.field("reason", "web-problem-required");
    }
    let kind = match body.kind.as_deref() {
        None | Some("") => None,
        Some(name) => Some(name.parse().map_err(|_| problems.field("kind", "web-problem-choice"))),
    };
    let rules_set = body.rules.parse().map_err(|_| problems.field("rules", "web-problem-choice"));
    if body.target.is_some_and(|target| !target.is_finite() || rules::LARGEST < target.abs()) {
        problems.field("target", "indicators-fault-large");
    }
    if !(0..i64::MAX).contains(&body.version) {
        problems.field("version", "web-problem-choice");
    }
    if 200 < body.phases.len() || 2_000 < body.exclusions.len() {
        problems.field("phases", "web-problem-choice");
    }
    let mut phases: Vec<Phase> = Vec::new();
    for phase in body.phases {
        let first = rules::read_period(&phase.first, cx.today());
        let measure = phase.measure.as_deref().map(str::parse).transpose();
        match (first, measure, phase.reason.trim().is_empty() || !plain(&phase.reason)) {
            (Ok(first), Ok(measure), false) if phases.iter().all(|known| known.first != first) => phases.push(Phase {
                first,
                reason: phase.reason,
                measure,
                baseline: phase.baseline.filter(|n| (3..=500).contains(n)),
                decided_on: cx.today(),
                by: Some(cx.actor().author()),
            }),
            _ => problems.field("phases", "indicators-charting-fault-period"),
        }
    }
    let mut exclusions: Vec<crate::model::Exclusion> = Vec::new();
    for one in body.exclusions {
        match rules::read_period(&one.period, cx.today()) {
            Ok(period) if plain(&one.reason) && exclusions.iter().all(|known| known.period != period) => {
                exclusions.push(crate::model::Exclusion { period, reason: one.reason });
            }
            _ => problems.field("exclusions", "indicators-charting-fault-period"),
        }
    }
    let (Ok(rules_set), Ok(kind), true) = (rules_set, kind.transpose(), problems.is_empty()) else {
        return Err(Error::Invalid(problems));
    };
    phases.sort_by_key(|phase| phase.first.start());
    Ok(ChartSpec {
        kind,
        rules: rules_set,
        phases,
        exclusions,
        target: body.target,
        why: body.reason,
        ..ChartSpec::undecided(series.id, definition_version)
    })
}

/// Signals, newest first.
#[utoipa::path(get, path = "/api/v1/signals", tag = "indicators",
    params(
        ("unit" = Option<String>, Query, description = "Of this unit and those below it"),
        ("indicator" = Option<String>, Query, description = "Of this indicator"),
        ("state" = Option<String>, Query, description = "new, seen, explained, measure, false_alarm or closed"),
        ("waiting" = Option<String>, Query, description = "1 for those that wait for a comment"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of signals", body = Listed<wire::Signal>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub async fn signals(cx: Ctx, Query(query): Query) -> Result<Json<Listed<wire::Signal>>, Error> {
    let cursor = Cursor::read(&query)?;
    let scope = access::scope(cx.actor(), Kind::Signal);
    let found = store::signals(cx.db(), &scope, &signal_filter(&query), (cursor.fetch(), cursor.skip)).await?;
    Ok(Json(cursor.page(found.into_iter().map(wire::Signal::from).collect())))
}

/// One signal.
#[utoipa::path(get, path = "/api/v1/signals/{id}", tag = "indicators",
    params(("id" = String, Path, description = "The signal's id")),
    responses(
        (status = 200, description = "The signal", body = wire::Signal),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such signal", body = ProblemDetails),
    ))]
pub async fn signal(cx: Ctx, Path(id): Path<SignalId>) -> Result<Json<wire::Signal>, Error> {
    let tree = cx.tree().await?;
    let signal = store::open_signal(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(signal.into_inner().into()))
}

/// Says what is behind a signal.
#[utoipa::path(post, path = "/api/v1/signals/{id}/state", tag = "indicators", request_body = wire::SignalAnswer,
    params(("id" = String, Path, description = "The signal's id")),
    responses(
        (status = 200, description = "The signal as it is now", body = wire::Signal),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for the unit", body = ProblemDetails),
        (status = 404, description = "No such signal", body = ProblemDetails),
        (status = 409, description = "Someone has answered meanwhile", body = ProblemDetails),
        (status = 422, description = "The step is not allowed, or lacks its comment or its measure", body = ProblemDetails),
    ))]
pub async fn answer(
    cx: Ctx,
    Path(id): Path<SignalId>,
    Json(body): Json<wire::SignalAnswer>,
) -> Result<Json<wire::Signal>, Error> {
    let tree = cx.tree().await?;
    let mut signal = store::open_signal(cx.db(), cx.actor(), &tree, id, Action::Answer).await?;
    signal.version = body.version;
    let mut problems = Problems::new();
    let step = read_step(&cx, &signal, &body.fields(), &mut problems).await?;
    let Some(step) = step else { return Err(Error::Invalid(problems)) };
    let tx = cx.begin().await?;
    store::take_step(&tx, &signal, &step).await?;
    tx.commit().await?;
    let now = store::open_signal(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(now.into_inner().into()))
}
