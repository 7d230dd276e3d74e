//! Signals: the list, one of them, and what people make of it.

use std::collections::HashMap;

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{IndicatorId, Problems, SignalId, UnitId};
use varde_web::{Ctx, Error, Fields, Form, Path, Query, page_of, pager};

use super::measures::{self, Measures};
use super::reading::Reading;
use super::{names, who};
use crate::model::{ChartSpec, Indicator, Signal, SignalState};
use crate::rules::cause;
use crate::store::{self, SignalFilter, SignalStep};
use crate::views::{self, SignalPage, Told};

/// How many signals a page shows.
const PER_PAGE: i64 = 25;

/// What the query of the list asks for.
pub fn signal_filter(query: &Fields) -> SignalFilter {
    SignalFilter {
        below: query.text("unit").parse().ok(),
        units: None,
        measure: None,
        indicator: query.text("indicator").parse().ok(),
        state: query.text("state").parse().ok(),
        waiting: query.text("waiting") == "1",
        due_before: None,
    }
}

/// `GET /signals`: what charts have seen, newest first.
pub async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let filter = signal_filter(&query);
    let scope = access::scope(cx.actor(), Kind::Signal);
    let tree = cx.tree().await?;
    let page = page_of(&query);
    let total = store::count_signals(cx.db(), &scope, &filter).await?;
    let found = store::signals(cx.db(), &scope, &filter, (PER_PAGE, (page - 1) * PER_PAGE)).await?;
    let indicators = indicators_of(&cx, &found).await?;
    let hits = store::hits(cx.db(), &scope).await?;
    let body = maud::html! {
        (views::signal_filters(&cx, &tree, &query, &filter))
        p.quiet { (cx.say().with("indicators-signals-count", &[("n", total.into())])) }
        (views::signal_table(&cx, &tree, &indicators, &found))
        (pager(cx.say(), "/signals", &query, (page, PER_PAGE), total))
        (views::hits_table(&cx, &hits))
    };
    Ok(cx
        .page(cx.t("indicators-signals-title"))
        .lead(cx.t("indicators-signals-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .body(body))
}

/// The indicators of some signals.
pub async fn indicators_of(cx: &Ctx, signals: &[Signal]) -> Result<HashMap<IndicatorId, Indicator>, Error> {
    let mut ids: Vec<IndicatorId> = signals.iter().map(|signal| signal.indicator).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(store::many(cx.db(), &ids).await?.into_iter().map(|one| (one.id, one)).collect())
}

/// `GET /signals/{id}`: the chart as it was when the signal was raised, and what has become of it.
pub async fn show(cx: Ctx, Path(id): Path<SignalId>) -> Result<Response, Error> {
    page(&cx, id, (&Fields::default(), &Problems::new()), StatusCode::OK).await
}

async fn page(
    cx: &Ctx,
    id: SignalId,
    (fields, problems): (&Fields, &Problems),
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let signal = store::open_signal(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let indicator = store::many(cx.db(), &[signal.indicator]).await?.pop().ok_or(varde_store::Error::NotFound)?;
    let series = store::series(cx.db(), signal.series).await?.ok_or(varde_store::Error::NotFound)?;
    let sight = super::sight(cx, &tree);
    let values = store::values_as_known_at(cx.db(), &sight, series.id, signal.at).await?;
    let spec = match signal.chart.spec {
        0 => ChartSpec { rules: signal.chart.rules, ..ChartSpec::undecided(series.id, signal.chart.definition) },
        version => store::spec_version(cx.db(), series.id, version).await?.ok_or(varde_store::Error::NotFound)?,
    };
    // The kind that was drawn then, also when the adviser would choose another one now.
    let spec = ChartSpec { kind: Some(signal.chart.kind), ..spec };
    let then = Reading::new(&sight, &indicator, series, values, Some(spec));
    let events = store::signal_events(cx.db(), id).await?;
    let known = names(cx, events.iter().map(|event| event.by)).await?;
    let lines: Vec<Told> = events
        .iter()
        .rev()
        .map(|event| Told {
            datetime: event.at.to_string(),
            when: cx.say().time(event.at),
            who: who(cx, &known, event.by),
            what: cx.t(views::event_key(event.what)),
            text: event.text.clone(),
        })
        .collect();
    let target = indicator.series_target(&tree, signal.unit);
    let may = cx.may(Action::Answer, &access::Target { kind: Kind::Signal, ..target });
    let may_find = cx.may(Action::Create, &access::Target::open(Kind::Finding, tree.line(signal.unit)));
    let told = signal.measure.into_iter().chain(then.spec.phases.iter().filter_map(|phase| phase.measure));
    let measures = Measures::of(cx, &tree, (signal.unit, may), told).await?;
    let may_make = cx.may(Action::Create, &access::Target::open(Kind::Measure, tree.line(signal.unit)));
    let body = views::signal_page(
        cx,
        &tree,
        &SignalPage {
            signal: &signal,
            indicator: &indicator,
            then: &then,
            events: &lines,
            may,
            may_find,
            may_make,
            measures: &measures,
            fields,
            problems,
        },
    );
    Ok(cx
        .page(views::signal_title(cx, &tree, &indicator, &signal))
        .crumb(cx.t("indicators-signals-title"), "/signals")
        .status(status)
        .body(body))
}

/// `POST /signals/{id}`: says what is behind a signal.
pub async fn step(cx: Ctx, Path(id): Path<SignalId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let mut signal = store::open_signal(cx.db(), cx.actor(), &tree, id, Action::Answer).await?;
    signal.version = fields.version()?;
    let mut problems = Problems::new();
    let Some(step) = read_step(&cx, &signal, &fields, &mut problems).await? else {
        return page(&cx, id, (&fields, &problems), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let tx = cx.begin().await?;
    store::take_step(&tx, &signal, &step).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/signals/{id}"), "indicators-signal-done"))
}

/// Reads a step with its comment and, where a measure answers the signal, which one; nothing when something is wrong
/// with it.
pub async fn read_step(
    cx: &Ctx,
    signal: &Signal,
    fields: &Fields,
    problems: &mut Problems,
) -> Result<Option<SignalStep>, Error> {
    let to = fields.must_choose::<SignalState>("state", problems);
    let comment = fields.long("comment", problems);
    let chosen = match to {
        Some(SignalState::Measure) => measures::read(cx, fields, signal.measure, problems).await?,
        _ => None,
    };
    let Some(to) = to.filter(|_| problems.is_empty()) else { return Ok(None) };
    match cause::advance(signal.state, to, (&comment, chosen.or(signal.measure).is_some())) {
        Ok(verdict) => Ok(Some(SignalStep { to, verdict, comment, finding: None, measure: chosen })),
        Err(refused) => {
            problems.field(refused.field(), refused.key());
            Ok(None)
        }
    }
}

/// The signals of a unit and those below it that wait for someone.
pub async fn waiting(cx: &Ctx, unit: UnitId, limit: i64) -> Result<(Vec<Signal>, i64), Error> {
    let scope = access::scope(cx.actor(), Kind::Signal);
    let filter = SignalFilter { below: Some(unit), waiting: true, ..SignalFilter::default() };
    let n = store::count_signals(cx.db(), &scope, &filter).await?;
    Ok((store::signals(cx.db(), &scope, &filter, (limit, 0)).await?, n))
}
