//! The order in which a plan tells its goals, parts and measures: each with a button up and one down.

use axum::response::Response;
use maud::{Markup, html};
use varde_kernel::access::Action;
use varde_kernel::{PlanId, Problems};
use varde_web::ui::{hidden, section};
use varde_web::{Ctx, Error, Fields, Form, Path};

use super::parts::editable;
use crate::model::goal::{Item, ItemKind};
use crate::model::plan::PartKind;
use crate::rules::order::Way;
use crate::store;
use crate::views::words;

/// Something that can be moved, by its name.
type Named = (Item, String);

/// `GET /plans/{id}/order`
pub(super) async fn show(cx: Ctx, Path(id): Path<PlanId>) -> Result<Response, Error> {
    let plan = editable(&cx, id).await?;
    let groups = groups(&cx, id).await?;
    let body = html! {
        @if groups.is_empty() { p.quiet { (cx.t("plans-order-none")) } }
        @for (title, items) in &groups {
            (section(&format!("group-{}", items.first().map(|(item, _)| item.text()).unwrap_or_default()), title, &html! {}, &html! {
                ol.links { @for (place, (item, name)) in items.iter().enumerate() {
                    (line(&cx, id, *item, name, (place == 0, place + 1 == items.len())))
                } }
            }))
        }
    };
    Ok(cx
        .page(cx.t("plans-order"))
        .lead(cx.t("plans-order-lead"))
        .crumb(cx.t("plans-list-title"), "/plans")
        .crumb(cx.say().words(&plan.said.name), format!("/plans/{id}"))
        .body(body))
}

/// What can change places with each other, group by group; what stands alone is left out.
async fn groups(cx: &Ctx, plan: PlanId) -> Result<Vec<(String, Vec<Named>)>, Error> {
    let (say, tree) = (cx.say(), cx.tree().await?);
    let mut groups: Vec<(String, Vec<Named>)> = Vec::new();
    let goals = store::goals::of_plan(cx.db(), plan).await?;
    for (overall, key) in [(true, "plans-overall-title"), (false, "plans-column-goals")] {
        let of = goals.iter().filter(|goal| goal.overall == overall);
        groups.push((cx.t(key), of.map(|goal| (Item::Goal(goal.id), say.words(&goal.name).to_owned())).collect()));
    }
    let parts = store::parts::of(cx.db(), plan).await?;
    let places = store::plans::measures(cx.db(), plan).await?;
    let ids: Vec<_> = places.iter().map(|place| place.measure).collect();
    let measures = varde_measures::many(cx.db(), &ids).await?;
    let under: Vec<_> = parts.iter().map(|part| Some(part.id)).chain([None]).collect();
    for part in &under {
        let of = places.iter().filter(|place| place.part == *part);
        let seen = of.filter_map(|place| {
            let measure = measures.iter().find(|one| one.id == place.measure)?;
            let sees = cx.may(Action::Read, &varde_measures::store::target(&tree, measure));
            sees.then(|| (Item::Measure(measure.id), say.words(&measure.title).to_owned()))
        });
        let name = part.and_then(|id| parts.iter().find(|part| part.id == id)).map(|part| say.words(&part.name));
        let title = format!("{}: {}", cx.t("plans-tab-measures"), name.unwrap_or(&cx.t("plans-measures-no-part")));
        groups.push((title, seen.collect()));
    }
    for parent in &under {
        let above = parent.and_then(|id| parts.iter().find(|part| part.id == id)).map(|part| say.words(&part.name));
        for kind in PartKind::ALL {
            let of = parts.iter().filter(|part| part.kind == *kind && part.parent == *parent);
            let kind = cx.t(words::part_key(*kind));
            let title = above.map_or_else(|| kind.clone(), |above| format!("{above}: {kind}"));
            groups.push((title, of.map(|part| (Item::Part(part.id), say.words(&part.name).to_owned())).collect()));
        }
    }
    groups.retain(|(_, items)| 1 < items.len());
    Ok(groups)
}

/// One thing with its buttons; each says what it moves, for those who do not see the line.
fn line(cx: &Ctx, plan: PlanId, item: Item, name: &str, (is_first, is_last): (bool, bool)) -> Markup {
    let button = |way: Way, key: &str, shown: bool| {
        html! { @if shown {
            form method="post" action={ "/plans/" (plan) "/order" } {
                (hidden("_csrf", &cx.guard()))
                (hidden("kind", item.kind().name()))
                (hidden("item", &item.text()))
                (hidden("way", way.name()))
                button.ds-button type="submit" data-variant="tertiary" data-size="sm" {
                    (cx.t(key)) span.ds-sr-only { ": " (name) }
                }
            }
        } }
    };
    html! {
        li id={ "item-" (item.text()) } {
            div.links__line {
                span { (name) }
                div.row {
                    (button(Way::Up, "plans-order-up", !is_first))
                    (button(Way::Down, "plans-order-down", !is_last))
                }
            }
        }
    }
}

/// Moves one thing past its neighbour. Pages and API share it.
pub(crate) async fn shift(cx: &Ctx, id: PlanId, fields: &Fields) -> Result<Result<Item, Problems>, Error> {
    let plan = editable(cx, id).await?;
    let mut problems = Problems::new();
    let kind: Option<ItemKind> = fields.must_choose("kind", &mut problems);
    let way: Option<Way> = fields.must_choose("way", &mut problems);
    let item = kind.and_then(|kind| Item::read(kind, fields.text("item")));
    if kind.is_some() && item.is_none() {
        problems.field("item", "web-problem-choice");
    }
    let (Some(item), Some(way)) = (item, way) else { return Ok(Err(problems)) };
    let tx = cx.begin().await?;
    if !store::order::shift(&tx, &plan, item, way).await? {
        return Err(Error::Conflict("plans-order-end"));
    }
    tx.commit().await?;
    Ok(Ok(item))
}

/// `POST /plans/{id}/order`
pub(super) async fn save(cx: Ctx, Path(id): Path<PlanId>, Form(fields): Form) -> Result<Response, Error> {
    let item = shift(&cx, id, &fields).await?.map_err(Error::Invalid)?;
    Ok(cx.done(&format!("/plans/{id}/order#item-{}", item.text()), "plans-order-saved"))
}
