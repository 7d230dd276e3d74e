//! A plan's way: sent to its owners, approved by each, closed.

use axum::response::Response;
use http::StatusCode;
use maud::{Markup, Render, html};
use varde_kernel::access::{Action, Granted, Kind, Target};
use varde_kernel::{PartId, PlanId, Problems, UnitId, UnitTree};
use varde_web::ui::{
    Choice, Choices, Confirm, Icon, Tone, Weight, checkboxes, form, hidden, link_button, note, post_button, section,
    submit_row,
};
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use crate::export::status::PlanStatus;
use crate::model::goal::TargetStanding;
use crate::model::plan::{Part, Plan, PlanState};
use crate::pages::goals::areas;
use crate::rules::plan::{Step, advance, empty_chapters, missing_for_adoption, missing_owners};
use crate::store;
use crate::views::words;

/// What can be done with the plan now, and what stands in the way. `written` is the version under
/// way, or the plan itself.
pub(super) fn next(cx: &Ctx, tree: &UnitTree, status: &PlanStatus, written: &Plan, parts: &[Part]) -> Markup {
    let (plan, guard) = (&status.plan, cx.guard());
    let may_edit = cx.may(Action::Edit, &store::plans::target(tree, plan));
    let missing = missing_for_adoption(written, parts);
    let empty = empty_chapters(parts);
    let mine: Vec<UnitId> = missing_owners(&status.owners, written.version_no)
        .into_iter()
        .filter(|unit| {
            cx.may(
                Action::Approve,
                &Target { kind: Kind::Plan, line: store::line_of(tree, *unit), owner: None, open: plan.open },
            )
        })
        .collect();
    let action = |step: &str| format!("/plans/{}/{step}", plan.id);
    let body = match written.state {
        PlanState::Draft if may_edit => html! {
            @if missing.is_empty() {
                (post_button(&cx.t("plans-submit"), &action("submit"), &guard, Weight::Primary, &[]))
            } @else { (missing_note(cx, &missing, &empty)) }
        },
        PlanState::Awaiting if !mine.is_empty() => html! {
            @if missing.is_empty() {
                @for unit in &mine {
                    @let label = cx.say().with("plans-approve", &[("unit", words::unit_name(cx.say(), tree, *unit).into())]);
                    (post_button(&label, &action("approve"), &guard, Weight::Primary, &[("unit", &unit.to_string()), ("version_no", &written.version_no.to_string())]))
                }
            } @else { (missing_note(cx, &missing, &empty)) }
        },
        PlanState::Awaiting if may_edit && !missing.is_empty() => missing_note(cx, &missing, &empty),
        _ => html! {},
    };
    html! { div.row.no-print { (body) } }
}

/// What those who run the plan may do with it besides, after what everybody came to read.
pub(super) fn besides(cx: &Ctx, tree: &UnitTree, plan: &Plan) -> Markup {
    let action = |step: &str| format!("/plans/{}/{step}", plan.id);
    let may_edit = cx.may(Action::Edit, &store::plans::target(tree, plan));
    let may_close = matches!(plan.state, PlanState::Adopted | PlanState::Awaiting)
        && cx.may(Action::Approve, &store::plans::target(tree, plan));
    let may_edit = may_edit && plan.state != PlanState::Closed;
    if !may_edit && !may_close {
        return html! {};
    }
    let buttons = html! {
        div.row {
            @if may_edit {
                (link_button(&cx.t("plans-goal-new"), &format!("/goals/new?plan={}", plan.id), Weight::Secondary, Some(Icon::Plus)))
                (link_button(&cx.t("plans-owners-edit"), &action("owners"), Weight::Secondary, None))
                (link_button(&cx.t("plans-order"), &action("order"), Weight::Secondary, None))
            }
            @if may_close { (link_button(&cx.t("plans-close"), &action("close"), Weight::Secondary, None)) }
        }
    };
    html! { div.no-print { (section("run", &cx.t("plans-run-title"), &html! {}, &buttons)) } }
}

fn missing_note(cx: &Ctx, missing: &[crate::rules::plan::Refused], empty: &[&Part]) -> Markup {
    let chapters = missing.contains(&crate::rules::plan::Refused::Chapter);
    note(
        Tone::Warning,
        Some(&cx.t("plans-missing-title")),
        &html! {
            ul.ds-list { @for refused in missing { li { (cx.t(words::refused_key(*refused))) } } }
            @if chapters { p { (cx.t("plans-missing-chapters")) " " (empty.iter().map(|part| cx.say().words(&part.name)).collect::<Vec<_>>().join(", ")) } }
        },
    )
}

/// Takes a step with a plan that was opened for it: closing is the plan's own, the other steps are
/// those of the version that is written on. Pages and API share it.
///
/// A unit that approves a plan in which it sets its own priorities says why it leaves out what comes from
/// above and nobody works with; `why` is that ground then, and a missing one is a problem of the field
/// `areas_reason`.
pub(crate) async fn take(cx: &Ctx, plan: Granted<Plan>, step: Step, why: &str) -> Result<(), Error> {
    let tree = cx.tree().await?;
    let held = Plan::clone(&plan);
    let before = match step {
        Step::Close => held.clone(),
        Step::Submit | Step::Approve(_) => store::versions::written(cx.db(), &held).await?,
    };
    let left_out: Vec<PartId> = match step {
        Step::Approve(unit) => {
            areas::open_for(cx, &tree, &before, unit).await?.into_iter().map(|area| area.part).collect()
        }
        Step::Submit | Step::Close => Vec::new(),
    };
    let mut plan = plan.map(|_| before.clone());
    let owners = store::plans::owners(cx.db(), plan.id).await?;
    let parts = store::parts::of(cx.db(), plan.id).await?;
    plan.state =
        advance(&before, &owners, &parts, step).map_err(|refused| Error::Conflict(words::refused_key(refused)))?;
    if !left_out.is_empty() && why.trim().is_empty() {
        let mut problems = Problems::new();
        problems.field("areas_reason", "plans-problem-areas");
        return Err(Error::Invalid(problems));
    }
    let action = match step {
        Step::Submit => "submitted",
        Step::Approve(_) if plan.state == PlanState::Adopted => "adopted",
        Step::Approve(_) => "approved_by_one",
        Step::Close => "closed",
    };
    // What is adopted is published.
    plan.open |= plan.state == PlanState::Adopted;
    let tx = cx.begin().await?;
    if let Step::Approve(unit) = step {
        areas::leave_out(cx, &tx, &tree, unit, (&left_out, why)).await?;
        store::plans::approve(&tx, &plan, unit).await?;
    }
    if step == Step::Close {
        store::versions::remove_under_way(&tx, plan.id).await?;
        store::targets::settle(&tx, plan.id, TargetStanding::Dropped).await?;
    }
    if before.version_no == held.version_no {
        store::plans::save(&tx, &before, &plan, action, why).await?;
        if plan.state == PlanState::Adopted {
            store::adopted::approve(&tx, plan.id).await?;
        }
    } else if plan.state == PlanState::Adopted {
        store::versions::adopt(&tx, &held, &plan).await?;
    } else {
        store::versions::save(&tx, &before, &plan, action, why).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Approves for a unit; `why` is as in [`take`]. One approves what one has read: a version that came
/// meanwhile must be read first. Pages and API share it.
pub(crate) async fn approve_read(
    cx: &Ctx,
    plan: Granted<Plan>,
    unit: UnitId,
    read: Option<i64>,
    why: &str,
) -> Result<(), Error> {
    let written = store::versions::written(cx.db(), &plan).await?;
    if read.is_some_and(|read| read != written.version_no) {
        return Err(varde_store::Error::Stale.into());
    }
    take(cx, plan, Step::Approve(unit), why).await
}

/// `POST /plans/{id}/submit`
pub(super) async fn submit(cx: Ctx, Path(id): Path<PlanId>, Form(_): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    take(&cx, plan, Step::Submit, "").await?;
    Ok(cx.done(&format!("/plans/{id}"), "plans-submitted"))
}

/// Asks for the ground before a plan, as it is written, is approved that leaves focus areas out. The form
/// goes on with the version that was read.
async fn approve_page(
    cx: &Ctx,
    plan: &Plan,
    unit: UnitId,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let open = areas::open_for(cx, &tree, plan, unit).await?;
    let read = Some(fields.text("version_no")).filter(|read| !read.is_empty());
    let version = read.map_or_else(|| plan.version_no.to_string(), str::to_owned);
    let (href, name) = (format!("/plans/{}", plan.id), cx.say().words(&plan.said.name));
    let typed = crate::views::typed::Typed::new(cx, fields, problems);
    let unit_name = words::unit_name(cx.say(), &tree, unit);
    let confirm = Confirm {
        action: &format!("{href}/approve"),
        csrf: &cx.guard(),
        text: html! {
            p { (cx.say().with("plans-approve-areas", &[("unit", unit_name.as_str().into()), ("n", open.len().into())])) }
            ul.ds-list { @for area in &open { li { (cx.say().words(&area.name)) } } }
            p { (varde_web::ui::link(&cx.t("plans-approve-areas-each"), &format!("/units/{unit}/goals#areas"))) }
        },
        fields: html! {
            (typed.summary())
            input type="hidden" name="unit" value=(unit);
            input type="hidden" name="version_no" value=(version);
            (typed.area("areas_reason", &cx.t("plans-field-areas-reason"), Some(&cx.t("plans-field-areas-reason-help")), true))
        },
        yes: &cx.say().with("plans-approve", &[("unit", unit_name.as_str().into())]),
        no: (&cx.t("plans-cancel"), &href),
        takes_away: false,
    };
    Ok(cx
        .page(cx.say().with("plans-approve-title", &[("name", name.into())]))
        .crumb(cx.t("plans-list-title"), "/plans")
        .crumb(name, href.as_str())
        .status(status)
        .body(confirm.render()))
}

/// `POST /plans/{id}/approve`: on behalf of one of the owners.
pub(super) async fn approve(cx: Ctx, Path(id): Path<PlanId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let unit: UnitId = fields.text("unit").parse().map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    let plan = store::plans::open_as_owner(cx.db(), cx.actor(), &tree, id, unit).await?;
    let mut problems = Problems::new();
    let read = fields.whole("version_no", &mut problems);
    if !problems.is_empty() {
        return Err(Error::BadRequest("web-error-bad-form"));
    }
    let why = fields.long("areas_reason", &mut problems);
    let opened = Plan::clone(&plan);
    let taken = if problems.is_empty() {
        approve_read(&cx, plan, unit, read, &why).await
    } else {
        Err(Error::Invalid(problems))
    };
    match taken {
        Ok(()) => Ok(cx.done(&format!("/plans/{id}"), "plans-approved")),
        // The first time, the ground has not been asked for yet.
        Err(Error::Invalid(problems)) => {
            let was_asked = fields.iter().any(|(name, _)| name == "areas_reason");
            let problems = if was_asked { problems } else { Problems::new() };
            let written = store::versions::written(cx.db(), &opened).await?;
            approve_page(&cx, &written, unit, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other),
    }
}

/// `GET /plans/{id}/close`
pub(super) async fn ask_close(cx: Ctx, Path(id): Path<PlanId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Approve).await?.into_inner();
    Ok(close_form(&cx, &plan, &Fields::default(), &Problems::new(), StatusCode::OK))
}

fn close_form(cx: &Ctx, plan: &Plan, fields: &Fields, problems: &Problems, status: StatusCode) -> Response {
    let (href, name) = (format!("/plans/{}", plan.id), cx.say().words(&plan.said.name));
    let typed = crate::views::typed::Typed::new(cx, fields, problems);
    let confirm = Confirm {
        action: &format!("{href}/close"),
        csrf: &cx.guard(),
        text: html! { p { (cx.t("plans-close-text")) } },
        fields: html! { (typed.summary()) (typed.area("why", &cx.t("plans-close-why"), None, true)) },
        yes: &cx.t("plans-close"),
        no: (&cx.t("plans-cancel"), &href),
        takes_away: false,
    };
    cx.page(cx.say().with("plans-close-title", &[("name", name.into())]))
        .crumb(cx.t("plans-list-title"), "/plans")
        .crumb(name, href.as_str())
        .status(status)
        .body(confirm.render())
}

/// `POST /plans/{id}/close`
pub(super) async fn close(cx: Ctx, Path(id): Path<PlanId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Approve).await?;
    let mut problems = Problems::new();
    let why = fields.required("why", &mut problems);
    if !problems.is_empty() {
        return Ok(close_form(&cx, &plan, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY));
    }
    take(&cx, plan, Step::Close, &why).await?;
    Ok(cx.done(&format!("/plans/{id}/succession"), "plans-closed"))
}

/// `GET /plans/{id}/owners`
pub(super) async fn owners(cx: Ctx, Path(id): Path<PlanId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let owners = store::plans::owners(cx.db(), id).await?;
    let fields = owners.iter().fold(query, |fields, owner| fields.and("owner", owner.unit.to_string()));
    let fields = fields.with("version", plan.version.to_string());
    Ok(owners_page(&cx, &tree, &plan, &fields, None, StatusCode::OK))
}

/// Units that can become owners: those whose name holds the words.
fn found(cx: &Ctx, tree: &UnitTree, words: &str, owners: &[UnitId]) -> Vec<UnitId> {
    let words = words.to_lowercase();
    let mut units: Vec<_> = tree
        .iter()
        .filter(|unit| 2 <= words.chars().count() && unit.name.get(cx.locale()).to_lowercase().contains(&words))
        .filter(|unit| !owners.contains(&unit.id))
        .collect();
    units.sort_by(|a, b| a.name.get(cx.locale()).cmp(b.name.get(cx.locale())));
    units.into_iter().take(30).map(|unit| unit.id).collect()
}

fn owners_page(
    cx: &Ctx,
    tree: &UnitTree,
    plan: &Plan,
    fields: &Fields,
    error: Option<&str>,
    status: StatusCode,
) -> Response {
    let (owners, sought) = (chosen_owners(fields), fields.text("q"));
    let (href, name) = (format!("/plans/{}", plan.id), cx.say().words(&plan.said.name));
    let listed: Vec<(String, String, bool)> = owners
        .iter()
        .map(|unit| (*unit, true))
        .chain(found(cx, tree, sought, &owners).into_iter().map(|unit| (unit, false)))
        .map(|(unit, is)| (unit.to_string(), words::unit_name(cx.say(), tree, unit), is))
        .collect();
    let choices: Vec<Choice<'_>> = listed
        .iter()
        .map(|(value, label, chosen)| Choice { value, label, chosen: *chosen, ..Choice::default() })
        .collect();
    let search = html! {
        form.filters method="get" action=(format!("{href}/owners")) {
            (varde_web::ui::Field { id: "q", name: "q", label: &cx.t("plans-owners-search"), value: sought, kind: varde_web::ui::Kind::Search, ..varde_web::ui::Field::default() })
            div.row { (varde_web::ui::button(&cx.t("plans-filter-show"), Weight::Secondary)) }
        }
    };
    let body = form(
        &format!("{href}/owners"),
        &cx.guard(),
        html! {
            (hidden("version", fields.text("version")))
            (checkboxes(&Choices {
                id: "owner",
                name: "owner",
                label: &cx.t("plans-field-owners"),
                help: Some(&cx.t("plans-owners-help")),
                error,
                choices: &choices,
                ..Choices::default()
            }))
            (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &href)), None))
        },
    );
    cx.page(cx.t("plans-owners-edit"))
        .crumb(cx.t("plans-list-title"), "/plans")
        .crumb(name, href.as_str())
        .status(status)
        .body(html! { (fields.meanwhile()) (search) (body) })
}

fn chosen_owners(fields: &Fields) -> Vec<UnitId> {
    fields.all("owner").filter_map(|id| id.parse().ok()).collect()
}

/// Gives a plan these owners, or says what is wrong. The first owner is where the plan hangs; it
/// stays one. `read` is the plan's version that was read. Pages and API share it.
pub(crate) async fn give_owners(
    cx: &Ctx,
    tree: &UnitTree,
    plan: &Granted<Plan>,
    read: i64,
    mut wanted: Vec<UnitId>,
) -> Result<Result<(), Problems>, Error> {
    if plan.state == PlanState::Closed {
        return Err(Error::Conflict("plans-refused-out-of-order"));
    }
    let mut problems = Problems::new();
    if wanted.iter().any(|unit| tree.get(*unit).is_none()) {
        problems.field("units", "plans-problem-unit");
    }
    wanted.retain(|unit| *unit != plan.unit);
    wanted.sort_unstable();
    wanted.dedup();
    wanted.insert(0, plan.unit);
    if 50 < wanted.len() {
        problems.field("units", "plans-problem-owners");
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let tx = cx.begin().await?;
    store::plans::save_owners(&tx, plan, read, &wanted).await?;
    store::plans::touch(&tx, plan.id).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// `POST /plans/{id}/owners`
pub(super) async fn save_owners(cx: Ctx, Path(id): Path<PlanId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    match give_owners(&cx, &tree, &plan, fields.version()?, chosen_owners(&fields)).await {
        Ok(Ok(())) => Ok(cx.done(&format!("/plans/{id}"), "plans-saved")),
        Ok(Err(problems)) => {
            let error = problems.iter().next().map(|problem| cx.say().problem(problem));
            Ok(owners_page(&cx, &tree, &plan, &fields, error.as_deref(), StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(error) if error.is_stale() => {
            let kept = cx.stale(id, &fields, plan.version).await?;
            Ok(owners_page(&cx, &tree, &plan, &kept, None, StatusCode::CONFLICT))
        }
        Err(other) => Err(other),
    }
}
