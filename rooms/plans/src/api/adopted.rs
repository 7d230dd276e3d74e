//! What the owners of a plan approved of goals, parts and measures, and what has changed since, for other
//! programs.

use serde::Serialize;
use utoipa::ToSchema;
use varde_kernel::PlanId;
use varde_kernel::access::Action;
use varde_web::{Ctx, Error, Json, Path, ProblemDetails};

use super::wire::Text;
use crate::model::adopted::AdoptedItem;
use crate::model::goal::Direction;
use crate::model::plan::PartKind;
use crate::pages::plans as pages;
use crate::rules::adopted::{Aspect, Difference};
use crate::store;

/// An item as it stood when the plan was adopted, or as it stands now.
#[derive(Serialize, ToSchema)]
pub(crate) struct ItemShown {
    /// goal, part or measure.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// What sort of part.
    pub sort: Option<String>,
    /// The part it stands under.
    pub under: Option<String>,
    /// Name; a measure has its own.
    pub name: Text,
    /// Text of a part, scope of a goal.
    pub text: Text,
    /// The indicator that judges a goal.
    pub indicator: Option<String>,
    /// up or down.
    pub direction: Option<String>,
    /// A goal that is still pursued.
    pub active: bool,
    /// The version of a goal's target.
    pub target_version: Option<i64>,
    /// The version of its target for the spread between units.
    pub spread_version: Option<i64>,
}

impl From<&AdoptedItem> for ItemShown {
    fn from(one: &AdoptedItem) -> Self {
        Self {
            kind: one.item.kind().name().to_owned(),
            id: one.item.text(),
            sort: one.sort.map(|sort| PartKind::name(sort).to_owned()),
            under: one.under.map(|part| part.to_string()),
            name: one.name.clone().into(),
            text: one.text.clone().into(),
            indicator: one.indicator.map(|id| id.to_string()),
            direction: one.direction.map(|which| Direction::name(which).to_owned()),
            active: one.active,
            target_version: one.target,
            spread_version: one.spread,
        }
    }
}

/// How an item differs from what was approved.
#[derive(Serialize, ToSchema)]
pub(crate) struct DifferenceShown {
    /// added, removed or changed.
    pub change: String,
    /// In what, when it is changed: name, text, place, indicator, direction, state, target or spread.
    pub aspects: Vec<String>,
    /// As it was approved.
    pub approved: Option<ItemShown>,
    /// As it is now.
    pub now: Option<ItemShown>,
}

const fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Name => "name",
        Aspect::Text => "text",
        Aspect::Place => "place",
        Aspect::Indicator => "indicator",
        Aspect::Direction => "direction",
        Aspect::Pursued => "state",
        Aspect::Target => "target",
        Aspect::Spread => "spread",
    }
}

impl From<&Difference<'_>> for DifferenceShown {
    fn from(found: &Difference<'_>) -> Self {
        let (change, aspects, approved, now) = match found {
            Difference::Added(now) => ("added", Vec::new(), None, Some(*now)),
            Difference::Removed(approved) => ("removed", Vec::new(), Some(*approved), None),
            Difference::Changed(approved, now, aspects) => {
                ("changed", aspects.iter().map(|one| aspect(*one).to_owned()).collect(), Some(*approved), Some(*now))
            }
        };
        Self {
            change: change.to_owned(),
            aspects,
            approved: approved.map(ItemShown::from),
            now: now.map(ItemShown::from),
        }
    }
}

/// What has changed of an adopted plan's goals, parts and measures since its owners approved it. Empty for a
/// plan that is not adopted.
#[utoipa::path(get, path = "/api/v1/plans/{id}/changes", tag = "plans",
    params(("id" = String, Path, description = "The plan's id")),
    responses(
        (status = 200, description = "The changes", body = Vec<DifferenceShown>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
    ))]
pub(crate) async fn changes(cx: Ctx, Path(id): Path<PlanId>) -> Result<Json<Vec<DifferenceShown>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let shown = |found: &[Difference<'_>], _: &_| found.iter().map(DifferenceShown::from).collect::<Vec<_>>();
    Ok(Json(pages::changes_since_adopted(&cx, &tree, &plan, shown).await?.unwrap_or_default()))
}

/// The goals, parts and measures of a version that was adopted, also one that has held; empty when they are
/// not known.
#[utoipa::path(get, path = "/api/v1/plans/{id}/versions/{no}/items", tag = "plans",
    params(
        ("id" = String, Path, description = "The plan's id"),
        ("no" = i64, Path, description = "The number of the version"),
    ),
    responses(
        (status = 200, description = "The items", body = Vec<ItemShown>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such plan", body = ProblemDetails),
    ))]
pub(crate) async fn items(cx: Ctx, Path((id, no)): Path<(PlanId, String)>) -> Result<Json<Vec<ItemShown>>, Error> {
    cx.signed_in()?;
    let no: i64 = no.parse().map_err(|_| Error::NotFound)?;
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let version = crate::model::plan::Plan { version_no: no, ..plan };
    let (items, _) = pages::adopted_items(&cx, &tree, &version).await?;
    Ok(Json(items.iter().map(ItemShown::from).collect()))
}
