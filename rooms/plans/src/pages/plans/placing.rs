//! Which measures a plan holds: putting one in, moving it to another part, taking it out, and carrying
//! open ones over from the plan before, one by one.

use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use varde_kernel::access::{self, Action, Granted, Kind};
use varde_kernel::{MeasureId, PartId, PlanId, Problems, UnitTree, Words};
use varde_measures::model::Measure;
use varde_web::ui::{Weight, link, post_button, section, submit_row};
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use crate::model::goal::{Item, Outcome, Succession};
use crate::model::plan::{Plan, PlanState};
use crate::store;
use crate::views::typed::Typed;
use crate::views::words;

/// How many measures the form offers.
const MOST: i64 = 300;

/// A plan whose measures may be changed now.
async fn open(cx: &Ctx, id: PlanId) -> Result<Granted<Plan>, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    if plan.state == PlanState::Closed { Err(Error::Conflict("plans-refused-out-of-order")) } else { Ok(plan) }
}

/// Puts a measure that the visitor may see into a plan, or moves it to another part. Pages and API share
/// it.
pub(crate) async fn place(cx: &Ctx, id: PlanId, fields: &Fields) -> Result<Result<(), Problems>, Error> {
    let tree = cx.tree().await?;
    let plan = open(cx, id).await?;
    let mut problems = Problems::new();
    let measure: Option<MeasureId> = fields.must_choose("measure", &mut problems);
    let part: Option<PartId> = fields.choice("part", &mut problems);
    let carries = store::parts::of(cx.db(), id).await?;
    if part.is_some_and(|part| !carries.iter().any(|known| known.id == part && known.kind.carries_measures())) {
        problems.field("part", "web-problem-choice");
    }
    if let Some(measure) = measure {
        match varde_measures::store::open(cx.db(), cx.actor(), &tree, measure, Action::Read).await {
            Ok(_) => {}
            Err(varde_store::Error::NotFound | varde_store::Error::Forbidden) => {
                problems.field("measure", "web-problem-choice");
            }
            Err(error) => return Err(error.into()),
        }
    }
    let (Some(measure), true) = (measure, problems.is_empty()) else { return Ok(Err(problems)) };
    let tx = cx.begin().await?;
    store::plans::put_measure(&tx, &plan, measure, part).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Takes a measure out of a plan; the measure itself stays.
pub(crate) async fn take_out(cx: &Ctx, id: PlanId, measure: MeasureId) -> Result<(), Error> {
    let plan = open(cx, id).await?;
    // Of a measure that one may not see nothing is said, not even that it stands there.
    let tree = cx.tree().await?;
    varde_measures::store::open(cx.db(), cx.actor(), &tree, measure, Action::Read).await?;
    let tx = cx.begin().await?;
    store::plans::remove_measure(&tx, &plan, measure).await?;
    tx.commit().await?;
    Ok(())
}

async fn page(
    cx: &Ctx,
    plan: &Plan,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let scope = access::scope(cx.actor(), Kind::Measure);
    let filter = varde_measures::store::Filter {
        unit: Some(plan.unit),
        is_open: true,
        sort: varde_measures::store::Sort::Title,
        ..varde_measures::store::Filter::default()
    };
    let known = store::plans::measures(cx.db(), plan.id).await?;
    let listed = varde_measures::store::list(cx.db(), &scope, &filter, cx.today(), MOST, 0).await?;
    let measures: Vec<(String, String)> = listed
        .iter()
        .map(|one| {
            let here = if known.iter().any(|place| place.measure == one.id) { "✓ " } else { "" };
            let unit = words::unit_name(cx.say(), &tree, one.unit);
            (one.id.to_string(), format!("{here}{} ({unit})", cx.say().words(&one.title)))
        })
        .collect();
    let ids: Vec<MeasureId> = known.iter().map(|place| place.measure).collect();
    let mut here: Vec<(MeasureId, String)> = varde_measures::store::many(cx.db(), &ids)
        .await?
        .into_iter()
        .filter(|one| cx.may(Action::Read, &varde_measures::store::target(&tree, one)))
        .map(|one| (one.id, cx.say().words(&one.title).to_owned()))
        .collect();
    here.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0)));
    let parts: Vec<(String, String)> = store::parts::of(cx.db(), plan.id)
        .await?
        .into_iter()
        .filter(|part| part.kind.carries_measures())
        .map(|part| {
            (part.id.to_string(), format!("{}: {}", cx.t(words::part_key(part.kind)), cx.say().words(&part.name)))
        })
        .collect();
    let (href, name) = (format!("/plans/{}/measures", plan.id), cx.say().words(&plan.said.name));
    let typed = Typed::new(cx, fields, problems);
    let new = format!("/measures/new?unit={}", plan.unit);
    let body = html! {
        p.prose { (cx.t("plans-place-lead")) " " (link(&cx.t("plans-measure-new"), &new)) }
        (typed.form(&href, "", html! {
            (typed.summary())
            (typed.select("measure", &cx.t("plans-column-measure"), Some(&cx.t("plans-place-help")), true, &measures))
            @if !parts.is_empty() { (typed.select("part", &cx.t("plans-place-part"), None, false, &parts)) }
            (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &href)), None))
        }))
        @if !here.is_empty() {
            (section("here", &cx.t("plans-place-here"), &html! {}, &html! {
                ul.plain { @for (id, title) in &here { li { div.row {
                    (link(title, &format!("/measures/{id}")))
                    (post_button(&cx.t("plans-place-remove"), &format!("{href}/{id}/remove"), &cx.guard(), Weight::Tertiary, &[]))
                } } } }
            }))
        }
    };
    Ok(cx
        .page(cx.t("plans-place"))
        .crumb(cx.t("plans-list-title"), "/plans")
        .crumb(name, format!("/plans/{}", plan.id))
        .status(status)
        .body(body))
}

/// `GET /plans/{id}/measures/new`: which measure, and under which part.
pub(super) async fn new(cx: Ctx, Path(id): Path<PlanId>, Query(query): Query) -> Result<Response, Error> {
    let plan = open(&cx, id).await?;
    page(&cx, &plan, &query, &Problems::new(), StatusCode::OK).await
}

/// `POST /plans/{id}/measures`
pub(super) async fn create(cx: Ctx, Path(id): Path<PlanId>, Form(fields): Form) -> Result<Response, Error> {
    match place(&cx, id, &fields).await? {
        Ok(()) => Ok(cx.done(&format!("/plans/{id}/measures"), "plans-saved")),
        Err(problems) => {
            let plan = open(&cx, id).await?;
            page(&cx, &plan, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// `POST /plans/{id}/measures/{measure}/remove`
pub(super) async fn remove(
    cx: Ctx,
    Path((id, measure)): Path<(PlanId, MeasureId)>,
    Form(_): Form,
) -> Result<Response, Error> {
    take_out(&cx, id, measure).await?;
    Ok(cx.done(&format!("/plans/{id}/measures"), "plans-saved"))
}

/// The measures of the plan before that are not over, and of which nobody has said what becomes of them.
pub(crate) async fn to_carry(cx: &Ctx, tree: &UnitTree, plan: &Plan) -> Result<Vec<Measure>, Error> {
    let Some(former) = plan.predecessor else { return Ok(Vec::new()) };
    let open = store::succession::unsettled(cx.db(), plan.id, former).await?;
    let mut measures = varde_measures::store::many(cx.db(), &open).await?;
    measures.retain(|one| !one.state.is_over() && cx.may(Action::Read, &varde_measures::store::target(tree, one)));
    measures.sort_by_key(|one| (one.number.unwrap_or(i64::MAX), one.id));
    Ok(measures)
}

/// The open measures, each with its two ways; nothing when there are none.
pub(super) fn carrying(cx: &Ctx, plan: &Plan, open: &[Measure], may_edit: bool) -> Markup {
    if open.is_empty() {
        return html! {};
    }
    let (guard, to) = (cx.guard(), format!("/plans/{}/succession/carry", plan.id));
    let title = cx.t("plans-carry-title");
    section(
        "carry",
        &title,
        &html! {},
        &html! {
            p.prose { (cx.say().with("plans-carry-lead", &[("n", open.len().into())])) }
            ul.plain { @for one in open { li {
                p {
                    @if let Some(number) = one.number { (number) ". " }
                    (link(cx.say().words(&one.title), &format!("/measures/{}", one.id)))
                }
                @if may_edit { div.row {
                    (post_button(&cx.t("plans-carry"), &to, &guard, Weight::Secondary, &[("measure", &one.id.to_string())]))
                    (link(&cx.t("plans-carry-otherwise"), &format!("/plans/{}/succession/new?from=measure:{}", plan.id, one.id)))
                } }
            } } }
        },
    )
}

/// Carries one open measure of the plan before over into this one, as it stands. Pages and API share it.
pub(crate) async fn carry(cx: &Ctx, id: PlanId, measure: MeasureId) -> Result<(), Error> {
    let tree = cx.tree().await?;
    let plan = open(cx, id).await?;
    let Some(former) = plan.predecessor else { return Err(Error::Conflict("plans-refused-out-of-order")) };
    if !to_carry(cx, &tree, &plan).await?.iter().any(|one| one.id == measure) {
        return Err(Error::NotFound);
    }
    let tx = cx.begin().await?;
    store::plans::put_measure(&tx, &plan, measure, None).await?;
    let item = Item::Measure(measure);
    let row =
        Succession { from: item, to: Some(item), outcome: Outcome::Continued, inferred: false, note: Words::default() };
    store::succession::save(&tx, &plan, former, &row).await?;
    tx.commit().await?;
    Ok(())
}

/// `POST /plans/{id}/succession/carry`
pub(super) async fn carry_one(cx: Ctx, Path(id): Path<PlanId>, Form(fields): Form) -> Result<Response, Error> {
    // Who may not change the plan is told so, whatever else is wrong.
    open(&cx, id).await?;
    let measure: MeasureId = fields.text("measure").parse().map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    carry(&cx, id, measure).await?;
    Ok(cx.done(&format!("/plans/{id}/succession#carry"), "plans-carried"))
}
