//! What the owners of a plan approved of goals, parts and measures, and what has changed since.

use maud::{Markup, html};
use varde_kernel::{GoalId, UnitTree};
use varde_web::ui::section;
use varde_web::{Ctx, Error};

use super::succession::names;
use crate::model::adopted::AdoptedItem;
use crate::model::goal::Item;
use crate::model::plan::{Plan, PlanState};
use crate::rules::adopted::{Difference, differences};
use crate::store;
use crate::views::adopted::{self as views, Known};

async fn known(cx: &Ctx, tree: &UnitTree, plan: &Plan, items: &[Item]) -> Result<Known, Error> {
    let goals: Vec<GoalId> = items.iter().filter_map(|item| item.goal()).collect();
    Ok(Known {
        plan: plan.id,
        names: names(cx, tree, &[plan.id], items).await?,
        targets: store::targets::of(cx.db(), &goals).await?,
        spreads: store::spreads::of(cx.db(), &goals).await?,
    })
}

/// What has changed of an adopted plan's goals, parts and measures since its owners approved it, as far as the
/// visitor sees it, with `f` to tell it.
pub(crate) async fn changes<T>(
    cx: &Ctx,
    tree: &UnitTree,
    held: &Plan,
    f: impl FnOnce(&[Difference<'_>], &Known) -> T,
) -> Result<Option<T>, Error> {
    if held.state != PlanState::Adopted {
        return Ok(None);
    }
    let approved = store::adopted::of(cx.db(), held.id, held.version_no).await?;
    let now = store::adopted::now(cx.db(), held.id).await?;
    let mut found = differences(&approved, &now);
    let items: Vec<Item> = found.iter().map(Difference::item).collect();
    let known = known(cx, tree, held, &items).await?;
    found.retain(|one| known.sees(one.item()));
    Ok(Some(f(&found, &known)))
}

/// Tells what has changed, where something has.
pub(super) async fn changed(cx: &Ctx, tree: &UnitTree, held: &Plan) -> Result<Markup, Error> {
    let told = changes(cx, tree, held, |found, known| {
        if found.is_empty() {
            return html! {};
        }
        section(
            "changed",
            &cx.t("plans-adopted-changed"),
            &html! {},
            &html! {
                p.prose { (cx.t("plans-adopted-changed-text")) }
                (views::differences_table(cx, found, known))
            },
        )
    });
    Ok(told.await?.unwrap_or_default())
}

/// The items of a version that was adopted, as far as the visitor sees them.
pub(crate) async fn items(cx: &Ctx, tree: &UnitTree, version: &Plan) -> Result<(Vec<AdoptedItem>, Known), Error> {
    let mut items = store::adopted::of(cx.db(), version.id, version.version_no).await?;
    let things: Vec<Item> = items.iter().map(|one| one.item).collect();
    let known = known(cx, tree, version, &things).await?;
    items.retain(|one| known.sees(one.item));
    Ok((items, known))
}

/// The goals, parts and measures of a version that was adopted.
pub(super) async fn contents(cx: &Ctx, tree: &UnitTree, version: &Plan) -> Result<Markup, Error> {
    let (items, known) = items(cx, tree, version).await?;
    Ok(views::contents(cx, &items, &known))
}
