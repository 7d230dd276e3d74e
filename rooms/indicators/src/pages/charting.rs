//! How a series is charted: choose, begin a phase, leave a point out, note, see former versions.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{self, Action, Granted, Kind, Target};
use varde_kernel::{IndicatorId, MeasureId, Period, PointNoteId, Problems, SeriesId, SuggestionId, UnitId};
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use super::measures::{self, Measures};
use super::reading::Reading;
use super::{names, who};
use crate::model::{ChartSpec, Exclusion, Phase, PointNote, Series, SuggestionState, chart_target};
use crate::rules;
use crate::rules::disclosure::Sight;
use crate::store::{self, Slot};
use crate::views::{self, ChartPage};

/// `GET /indicators/{id}/units/{unit}/chart`, of a former version with `?version=`.
pub async fn show(
    cx: Ctx,
    Path((id, unit)): Path<(IndicatorId, UnitId)>,
    Query(query): Query,
) -> Result<Response, Error> {
    page(&cx, (id, unit), &query, (&Fields::default(), &Problems::new()), StatusCode::OK).await
}

/// The series of the page, which must be there already.
async fn series_of(cx: &Ctx, place: (IndicatorId, UnitId)) -> Result<(Slot, Series), Error> {
    let tree = cx.tree().await?;
    let slot = store::open_slot(cx.db(), cx.actor(), &tree, place, Action::Read).await?.into_inner();
    let series = slot.series.clone().ok_or(varde_store::Error::NotFound)?;
    Ok((slot, series))
}

async fn page(
    cx: &Ctx,
    place: (IndicatorId, UnitId),
    query: &Fields,
    (fields, problems): (&Fields, &Problems),
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (slot, series) = series_of(cx, place).await?;
    let indicator = &slot.indicator;
    let versions = store::spec_versions(cx.db(), series.id).await?;
    let asked = query.text("version").parse::<i64>().ok();
    let shown = match asked {
        Some(version) => {
            Some(versions.iter().find(|one| one.version == version).cloned().ok_or(varde_store::Error::NotFound)?)
        }
        None => versions.first().cloned(),
    };
    let sight = super::sight(cx, &tree);
    let values = store::values(cx.db(), &sight, series.id).await?;
    let reading = Reading::new(&sight, indicator, series.clone(), values, shown);
    let notes = store::notes(cx.db(), series.id).await?;
    // A suggestion tells of every value behind it.
    let suggestions = if sight.whole(&series) { store::suggestions(cx.db(), series.id).await? } else { Vec::new() };
    let on = chart_target(&tree, place.1, indicator.state.is_open());
    let may = cx.may(Action::Create, &on);
    let told = reading.spec.phases.iter().filter_map(|phase| phase.measure);
    let told = told.chain(notes.iter().filter_map(|note| note.measure));
    let measures = Measures::of(cx, &tree, (place.1, may), told).await?;
    let authors = versions.iter().map(|one| one.by).chain(notes.iter().map(|note| note.by));
    let known = names(cx, authors).await?;
    let by = |author| who(cx, &known, author);
    let body = views::chart_page(
        cx,
        &ChartPage {
            address: &address(place),
            indicator,
            reading: &reading,
            versions: &versions,
            notes: &notes,
            measures: &measures,
            tree: &tree,
            suggestions: &suggestions,
            by: &by,
            may,
            fields,
            problems,
        },
    );
    let name = cx.say().words(&indicator.name).to_owned();
    let unit = views::unit_name(cx, &tree, place.1);
    Ok(cx
        .page(cx.say().with("indicators-charting-title", &[("unit", unit.as_str().into())]))
        .lead(name.clone())
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(name, format!("/indicators/{}", place.0))
        .crumb(unit, format!("/indicators/{}/units/{}", place.0, place.1))
        .status(status)
        .body(body))
}

/// The page again, with what was typed and what is wrong with it.
async fn refused(
    cx: &Ctx,
    place: (IndicatorId, UnitId),
    fields: &Fields,
    problems: &Problems,
) -> Result<Response, Error> {
    page(cx, place, &Fields::default(), (fields, problems), StatusCode::UNPROCESSABLE_ENTITY).await
}

fn address((id, unit): (IndicatorId, UnitId)) -> String {
    format!("/indicators/{id}/units/{unit}/chart")
}

/// The chart as it is, ready to be changed: with the version that the sender had read.
async fn opened(cx: &Ctx, place: (IndicatorId, UnitId)) -> Result<(Granted<ChartSpec>, Slot, Series), Error> {
    let tree = cx.tree().await?;
    let (slot, series) = series_of(cx, place).await?;
    let now = store::specs(cx.db(), &[series.id]).await?.remove(&series.id);
    let spec = now.unwrap_or_else(|| ChartSpec::undecided(series.id, slot.indicator.definition_version));
    let spec = ChartSpec { definition_version: slot.indicator.definition_version, ..spec };
    let on = chart_target(&tree, place.1, slot.indicator.state.is_open());
    let granted = access::grant(cx.actor(), Action::Create, &on, spec).map_err(varde_store::Error::from)?;
    Ok((granted, slot, series))
}

/// `POST /indicators/{id}/units/{unit}/chart`: decides on a new version.
pub async fn decide(cx: Ctx, Path(place): Path<(IndicatorId, UnitId)>, Form(fields): Form) -> Result<Response, Error> {
    let (spec, _, series) = opened(&cx, place).await?;
    let read = fields.version()?;
    let values = store::values(cx.db(), &Sight::Whole, series.id).await?;
    let mut problems = Problems::new();
    let former = rules::read_period(fields.text("period"), cx.today()).ok();
    let former = spec.phases.iter().find(|phase| Some(phase.first) == former).and_then(|phase| phase.measure);
    let measure = measures::read(&cx, &fields, former, &mut problems).await?;
    let changed = read_change(&fields, (&spec, measure), &values, &cx, &mut problems);
    if !problems.is_empty() {
        return refused(&cx, place, &fields, &problems).await;
    }
    let tx = cx.begin().await?;
    store::put_spec(&tx, &spec.map(|_| changed), read).await?;
    tx.commit().await?;
    Ok(cx.done(&address(place), "indicators-charting-done"))
}

/// What a form changes about a chart: its kind and rules, a phase, or a point.
fn read_change(
    fields: &Fields,
    (before, measure): (&ChartSpec, Option<MeasureId>),
    values: &[crate::model::Observation],
    cx: &Ctx,
    problems: &mut Problems,
) -> ChartSpec {
    let mut spec = before.clone();
    let known = |problems: &mut Problems| -> Option<Period> {
        let text = fields.required("period", problems);
        let found =
            rules::read_period(&text, cx.today()).ok().filter(|period| values.iter().any(|one| one.period == *period));
        if found.is_none() && problems.of_field("period").is_none() {
            problems.field("period", "indicators-charting-fault-period");
        }
        found
    };
    match fields.text("change") {
        "phase" => {
            let first = known(problems);
            let reason = fields.required("reason", problems);
            let baseline = fields.whole("baseline", problems);
            if baseline.is_some_and(|n| !(3..=500).contains(&n)) {
                problems.field("baseline", "indicators-charting-fault-baseline");
            }
            if let Some(first) = first {
                spec.phases.retain(|phase| phase.first != first);
                spec.phases.push(Phase {
                    first,
                    reason: reason.clone(),
                    measure,
                    baseline: baseline.and_then(|n| u16::try_from(n).ok()),
                    decided_on: cx.today(),
                    by: Some(cx.actor().author()),
                });
                spec.phases.sort_by_key(|phase| phase.first.start());
            }
            spec.why = reason;
        }
        "unphase" => {
            let first = fields.text("period").parse::<Period>().ok();
            spec.phases.retain(|phase| Some(phase.first) != first);
            spec.why = fields.required("reason", problems);
        }
        "exclude" => {
            let period = known(problems);
            let reason = fields.required("reason", problems);
            if let Some(period) = period {
                spec.exclusions.retain(|one| one.period != period);
                spec.exclusions.push(Exclusion { period, reason: reason.clone() });
            }
            spec.why = reason;
        }
        "include" => {
            let period = fields.text("period").parse::<Period>().ok();
            spec.exclusions.retain(|one| Some(one.period) != period);
            spec.why = fields.required("reason", problems);
        }
        _ => {
            spec.kind = match fields.text("kind") {
                "" | "advised" => None,
                _ => fields.choice("kind", problems),
            };
            if let Some(rules) = fields.must_choose("rules", problems) {
                spec.rules = rules;
            }
            spec.target = fields.number("target", problems);
            spec.why = fields.required("reason", problems);
        }
    }
    spec
}

/// `POST /indicators/{id}/units/{unit}/notes`: writes a note on a point, or takes one back.
pub async fn note(cx: Ctx, Path(place): Path<(IndicatorId, UnitId)>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (slot, series) = series_of(&cx, place).await?;
    let on = Target { open: slot.indicator.state.is_open(), ..Target::open(Kind::PointNote, tree.line(place.1)) };
    if let Ok(withdrawn) = fields.text("withdraw").parse::<PointNoteId>() {
        withdraw_note(&cx, &on, series.id, withdrawn).await?;
        return Ok(cx.done(&address(place), "indicators-charting-note-gone"));
    }
    match write_note(&cx, &on, series.id, &fields).await? {
        Ok(_) => Ok(cx.done(&address(place), "indicators-charting-noted")),
        Err(problems) => refused(&cx, place, &fields, &problems).await,
    }
}

/// Takes a note on a point of a series back.
pub async fn withdraw_note(cx: &Ctx, on: &Target, series: SeriesId, note: PointNoteId) -> Result<(), Error> {
    let granted = access::grant(cx.actor(), Action::Edit, on, series).map_err(varde_store::Error::from)?;
    let tx = cx.begin().await?;
    store::withdraw_note(&tx, &granted, note).await?;
    Ok(tx.commit().await?)
}

/// Writes a note on a point of a series, or says what is wrong with it.
pub async fn write_note(
    cx: &Ctx,
    on: &Target,
    series: SeriesId,
    fields: &Fields,
) -> Result<Result<PointNoteId, Problems>, Error> {
    cx.must(Action::Create, on)?;
    let values = store::values(cx.db(), &Sight::Whole, series).await?;
    let mut problems = Problems::new();
    let text = fields.required("note", &mut problems);
    let period = rules::read_period(fields.text("period"), cx.today()).ok();
    let period = period.filter(|period| values.iter().any(|one| one.period == *period));
    if period.is_none() {
        problems.field("period", "indicators-charting-fault-period");
    }
    let measure = measures::read(cx, fields, None, &mut problems).await?;
    let (Some(period), true) = (period, problems.is_empty()) else { return Ok(Err(problems)) };
    let tx = cx.begin().await?;
    let note = PointNote {
        id: tx.new_id()?,
        series,
        period,
        text,
        measure,
        event: fields.has("event"),
        at: cx.now(),
        by: Some(cx.actor().author()),
        withdrawn: None,
    };
    let granted = access::grant(cx.actor(), Action::Create, on, note).map_err(varde_store::Error::from)?;
    let id = store::put_note(&tx, &granted).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

/// `POST /indicators/{id}/units/{unit}/suggestions`: accepts a suggestion as a phase, or declines
/// it; either with a reason.
pub async fn answer(cx: Ctx, Path(place): Path<(IndicatorId, UnitId)>, Form(fields): Form) -> Result<Response, Error> {
    let (spec, _, series) = opened(&cx, place).await?;
    let suggestion: SuggestionId =
        fields.text("suggestion").parse().map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    let read = fields.version()?;
    let mut problems = Problems::new();
    let state = fields.must_choose::<SuggestionState>("state", &mut problems);
    let reason = fields.required("reason", &mut problems);
    let found = store::suggestions(cx.db(), series.id).await?.into_iter().find(|one| one.id == suggestion);
    let found = found.ok_or(varde_store::Error::NotFound)?;
    let (Some(state), true) = (state.filter(|state| *state != SuggestionState::Open), problems.is_empty()) else {
        return refused(&cx, place, &fields, &problems).await;
    };
    let tx = cx.begin().await?;
    let on = spec;
    if state == SuggestionState::Accepted {
        let phase = Phase {
            first: found.first,
            reason: reason.clone(),
            measure: None,
            baseline: None,
            decided_on: cx.today(),
            by: Some(cx.actor().author()),
        };
        let mut changed = ChartSpec::clone(&on);
        changed.phases.retain(|one| one.first != phase.first);
        changed.phases.push(phase);
        changed.phases.sort_by_key(|phase| phase.first.start());
        changed.why.clone_from(&reason);
        let granted = on.map(|_| changed);
        store::put_spec(&tx, &granted, read).await?;
        store::answer_suggestion(&tx, &granted.map(|_| series.id), (suggestion, state, &reason)).await?;
    } else {
        store::answer_suggestion(&tx, &on.map(|_| series.id), (suggestion, state, &reason)).await?;
    }
    tx.commit().await?;
    Ok(cx.done(&address(place), "indicators-charting-answered"))
}
