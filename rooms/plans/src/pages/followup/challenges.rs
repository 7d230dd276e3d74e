//! Which measures of a plan meet which of its challenges, and the challenges that none meets.

use axum::http::StatusCode;
use axum::response::Response;
use varde_kernel::access::{Action, Kind};
use varde_kernel::{IndicatorId, MeasureId, PartId, PlanId};
use varde_web::{Ctx, Error, Fields, Form, Need, Path, Route};

use super::shared::{self, refused};
use crate::model::followup::choosing::{ChallengeLinks, MapMeasure, PlanPart};
use crate::model::plan::PartKind;
use crate::store::choosing as store;
use crate::store::sources::{self, PlanHead};
use crate::views::followup::challenges as views;

pub(crate) fn routes() -> Vec<Route> {
    let edit = Need::May(Kind::Plan, Action::Edit);
    vec![
        Route::get("/plans/{id}/challenges", Need::SignedIn, show),
        Route::get("/plans/{id}/challenges/edit", edit, edit_form),
        Route::post("/plans/{id}/challenges/edit", edit, update),
    ]
}

/// The map of a plan's challenges.
pub(crate) struct Map {
    pub(crate) plan: PlanHead,
    pub(crate) challenges: Vec<PlanPart>,
    pub(crate) measures: Vec<MapMeasure>,
    pub(crate) links: ChallengeLinks,
    pub(crate) indicators: Vec<(IndicatorId, String)>,
}

impl Map {
    /// The challenges that no measure meets.
    pub(crate) fn uncovered(&self) -> Vec<&PlanPart> {
        let met = |part: &&PlanPart| !self.links.measures.iter().any(|(known, _)| *known == part.id);
        self.challenges.iter().filter(met).collect()
    }
}

/// Reads the map, for `action` on the plan.
pub(crate) async fn read(cx: &Ctx, plan: PlanId, action: Action) -> Result<Map, Error> {
    let tree = cx.tree().await?;
    let plan = sources::open_plan(cx.db(), cx.actor(), &tree, plan, Kind::Plan, action).await?.into_inner();
    let challenges = sources::parts(cx.db(), plan.id, PartKind::Challenge).await?;
    let mut measures = sources::measures(cx.db(), plan.id).await?;
    let ids: Vec<MeasureId> = measures.iter().map(|measure| measure.id).collect();
    let mut seen = varde_measures::store::many(cx.db(), &ids).await?;
    seen.retain(|measure| cx.may(Action::Read, &varde_measures::store::target(&tree, measure)));
    measures.retain(|measure| seen.iter().any(|known| known.id == measure.id));
    let links = store::challenge_links(cx.db(), plan.id).await?;
    let indicators = sources::indicators(cx.db(), cx.actor(), &tree, cx.locale()).await?;
    Ok(Map { plan, challenges, measures, links, indicators })
}

async fn show(cx: Ctx, Path(plan): Path<PlanId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let map = read(&cx, plan, Action::Read).await?;
    let may_edit = shared::may_on(&cx, &tree, Action::Edit, Kind::Plan, map.plan.unit);
    Ok(cx
        .page(cx.t("plans-challenge-title"))
        .lead(cx.t("plans-challenge-lead"))
        .unit(&tree, map.plan.unit)
        .crumb(map.plan.name.get(cx.locale()), format!("/plans/{plan}"))
        .actions(views::actions(&cx, &map, may_edit))
        .body(views::show(&cx, &map)))
}

/// Replaces the links of a plan's challenges; all must be the plan's own parts and measures. `version` is the
/// plan's that was read.
pub(crate) async fn link(cx: &Ctx, plan: PlanId, version: i64, links: &ChallengeLinks) -> Result<(), Error> {
    let tree = cx.tree().await?;
    let map = read(cx, plan, Action::Edit).await?;
    let ours = |part: &PartId| map.challenges.iter().any(|known| known.id == *part);
    let measures_known = links
        .measures
        .iter()
        .all(|(part, measure)| ours(part) && map.measures.iter().any(|known| known.id == *measure));
    let indicators_known = links
        .indicators
        .iter()
        .all(|(part, indicator)| ours(part) && map.indicators.iter().any(|(known, _)| known == indicator));
    if !measures_known {
        return Err(refused("measures", "web-problem-choice"));
    }
    if !indicators_known {
        return Err(refused("indicators", "web-problem-choice"));
    }
    // What one may not see stays as it is.
    let hidden = |(_, measure): &&(PartId, MeasureId)| !map.measures.iter().any(|known| known.id == *measure);
    let mut links = links.clone();
    links.measures.extend(map.links.measures.iter().filter(hidden).copied());
    let tx = cx.begin().await?;
    let plan = sources::open_plan(&tx, cx.actor(), &tree, plan, Kind::Plan, Action::Edit).await?;
    store::link_challenges(&tx, &plan.map(|plan| (plan.id, plan.unit)), version, &links).await?;
    Ok(tx.commit().await?)
}

/// The ticked boxes: `measure=<challenge>:<measure>` and `indicator=<challenge>:<indicator>`.
fn ticked(form: &Fields) -> ChallengeLinks {
    fn pair<K>(text: &str) -> Option<(PartId, varde_kernel::Id<K>)> {
        let (part, other) = text.split_once(':')?;
        Some((part.parse().ok()?, other.parse().ok()?))
    }
    ChallengeLinks {
        measures: form
            .all("measure")
            .filter_map(pair::<varde_kernel::kind::Measure>)
            .collect::<Vec<(PartId, MeasureId)>>(),
        indicators: form.all("indicator").filter_map(pair::<varde_kernel::kind::Indicator>).collect(),
    }
}

async fn edit_form(cx: Ctx, Path(plan): Path<PlanId>) -> Result<Response, Error> {
    let map = read(&cx, plan, Action::Edit).await?;
    let fields = shared::fields([("version", Some(map.plan.version.to_string()))]);
    form_page(&cx, plan, &fields, StatusCode::OK).await
}

/// The form with what is linked, or with what was ticked when others linked meanwhile.
async fn form_page(cx: &Ctx, plan: PlanId, fields: &Fields, status: StatusCode) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let mut map = read(cx, plan, Action::Edit).await?;
    let mut shown = fields.clone();
    if status == StatusCode::CONFLICT {
        map.links = ticked(fields);
        shown = cx.stale(plan, fields, map.plan.version).await?;
    }
    let back = format!("/plans/{plan}/challenges");
    let body = views::form_of(cx, &map, &shown, &back);
    let page = cx.page(cx.t("plans-challenge-edit")).unit(&tree, map.plan.unit).status(status);
    Ok(page.crumb(cx.t("plans-challenge-title"), back).body(body))
}

async fn update(cx: Ctx, Path(plan): Path<PlanId>, Form(form): Form) -> Result<Response, Error> {
    match link(&cx, plan, form.version()?, &ticked(&form)).await {
        Ok(()) => Ok(cx.done(&format!("/plans/{plan}/challenges"), "plans-challenge-saved")),
        Err(error) if error.is_stale() => form_page(&cx, plan, &form, StatusCode::CONFLICT).await,
        Err(other) => Err(other),
    }
}
