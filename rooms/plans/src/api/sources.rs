//! The sources about a goal for other programs.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_indicators::{agreement_text, latest};
use varde_kernel::GoalId;
use varde_kernel::access::Action;
use varde_web::{Ctx, Error, Json, Path, ProblemDetails};

use super::wire::fields;
use crate::pages::goals::{set_sources, sources, to_edit};
use crate::rules::cascade;
use crate::store;

/// The sources about a goal, the one that judges it first.
#[derive(Serialize, ToSchema)]
pub(crate) struct GoalSources {
    /// Id of the unit whose values they show.
    pub unit: String,
    /// Whether they point the same way, in words.
    pub said: String,
    /// Each of them.
    pub sources: Vec<GoalSource>,
    /// Send back when choosing others.
    pub version: i64,
}

/// One source about a goal.
#[derive(Serialize, ToSchema)]
pub(crate) struct GoalSource {
    /// Id of the indicator.
    pub indicator: String,
    /// judges, beside, or companion: one that is to be read with another.
    pub part: &'static str,
    /// Id of the series; none when the unit has no values.
    pub series: Option<String>,
    /// better, worse, changed, steady, `too_little` or `kept_back`.
    pub pointing: &'static str,
    /// The newest value.
    pub latest: Option<GoalSourceValue>,
}

/// The newest value of a source.
#[derive(Serialize, ToSchema)]
pub(crate) struct GoalSourceValue {
    /// The period.
    pub period: String,
    /// The value.
    pub value: Option<f64>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Where it comes from.
    pub source: String,
    /// Whether it may still change.
    pub provisional: bool,
    /// How much of what should be counted was reported, in per cent.
    pub coverage: Option<f64>,
}

/// With which further indicators a goal is seen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GoalSourcesChosen {
    /// Ids of the indicators, in their order; the one that judges is there already.
    pub indicators: Vec<String>,
    /// The goal's version that was read.
    pub version: i64,
}

const fn part_name(part: sources::Part) -> &'static str {
    match part {
        sources::Part::Judges => "judges",
        sources::Part::Beside => "beside",
        sources::Part::Companion => "companion",
    }
}

impl From<&sources::Source> for GoalSource {
    fn from(from: &sources::Source) -> Self {
        let read = &from.read;
        let newest = read.reading.as_ref().and_then(|reading| latest(&reading.values));
        Self {
            indicator: read.indicator.id.to_string(),
            part: part_name(from.part),
            series: read.reading.as_ref().map(|reading| reading.series.id.to_string()),
            pointing: read.pointing.name(),
            latest: newest.map(|one| GoalSourceValue {
                period: one.period.to_string(),
                value: one.value,
                numerator: one.numerator,
                denominator: one.denominator,
                source: one.source.clone(),
                provisional: one.provisional,
                coverage: one.coverage,
            }),
        }
    }
}

/// Every source about a goal: what each shows, and whether they point the same way.
#[utoipa::path(get, path = "/api/v1/goals/{id}/sources", tag = "goals",
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 200, description = "The sources that you may see", body = GoalSources),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such goal", body = ProblemDetails),
    ))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<GoalId>) -> Result<Json<GoalSources>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let goal = store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let about = cascade::about(&tree, goal.unit);
    let found = sources::of_goal(&cx, &tree, &goal, about).await?;
    Ok(Json(GoalSources {
        unit: about.to_string(),
        said: agreement_text(cx.say(), &sources::pointing(&found)),
        sources: found.iter().map(GoalSource::from).collect(),
        version: goal.version,
    }))
}

/// Says with which further indicators a goal is seen. The one that judges it is not changed by this.
#[utoipa::path(put, path = "/api/v1/goals/{id}/sources", tag = "goals", request_body = GoalSourcesChosen,
    params(("id" = String, Path, description = "The goal's id")),
    responses(
        (status = 200, description = "The sources as they are now", body = GoalSources),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such goal", body = ProblemDetails),
        (status = 409, description = "Someone else changed the goal meanwhile, or its plan is closed", body = ProblemDetails),
        (status = 422, description = "One of them is no indicator that you may see, or they are too many", body = ProblemDetails),
    ))]
pub(crate) async fn choose(
    cx: Ctx,
    Path(id): Path<GoalId>,
    Json(body): Json<GoalSourcesChosen>,
) -> Result<Json<GoalSources>, Error> {
    cx.signed_in()?;
    let goal = to_edit(&cx, id).await?;
    let pairs = body.indicators.into_iter().map(|indicator| ("indicator", Some(indicator))).collect();
    set_sources(&cx, &goal, body.version, &fields(pairs)).await?.map_err(Error::Invalid)?;
    show(cx, Path(id)).await
}
