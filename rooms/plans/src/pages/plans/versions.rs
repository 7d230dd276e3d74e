//! Versions of a plan beside the one that holds: the one under way, and those that have held.

use axum::response::Response;
use maud::{Markup, Render, html};
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{PlanId, UnitId, UnitTree};
use varde_web::ui::{Column, Icon, Table, Tone, Weight, empty_state, link, link_button, note, post_button, section};
use varde_web::{Ctx, Error, Form, Path};

use super::{adopted, commissioned_by, edit, framed};
use crate::export::status;
use crate::model::plan::{Owner, Plan, PlanState};
use crate::rules::plan::missing_owners;
use crate::store;
use crate::store::versions::Beside;
use crate::views::plan::{self as views, Place, plan_state_tag};
use crate::views::typed::clash_rows;
use crate::views::words;

/// The versions that the visitor may read, newest first. What has held is read by those who read
/// the plan; what is under way by those who belong to one of its owners.
pub(crate) async fn seen(cx: &Ctx, tree: &UnitTree, plan: &Plan, owners: &[Owner]) -> Result<Vec<Beside>, Error> {
    let ours = std::iter::once(plan.unit)
        .chain(owners.iter().map(|owner| owner.unit))
        .any(|unit| access::may(cx.actor(), Action::Read, &Target::internal(Kind::Plan, store::line_of(tree, unit))));
    let mut found = store::versions::of(cx.db(), plan).await?;
    found.retain(|one| ours || one.plan.state == PlanState::Closed);
    Ok(found)
}

fn href(plan: &Plan) -> String {
    format!("/plans/{}/versions/{}", plan.id, plan.version_no)
}

fn name(cx: &Ctx, version: &Plan) -> String {
    cx.say().with("plans-version", &[("no", version.version_no.to_string().into())])
}

/// Says on the plan's page that another version is under way, and that this one holds meanwhile.
pub(super) fn told_of(cx: &Ctx, tree: &UnitTree, owners: &[Owner], next: &Plan) -> Markup {
    let missing: Vec<String> = missing_owners(owners, next.version_no)
        .into_iter()
        .map(|unit: UnitId| words::unit_name(cx.say(), tree, unit))
        .collect();
    let body = html! {
        p { (plan_state_tag(cx, next.state)) " " (link(&name(cx, next), &href(next))) }
        @if next.state == PlanState::Awaiting { p { (cx.t("plans-awaiting-of")) ": " (missing.join(", ")) } }
        p { (cx.t("plans-version-under-way-text")) }
    };
    html! { div.no-print { (note(Tone::Info, Some(&cx.t("plans-version-under-way")), &body)) } }
}

/// Links to the versions that have held.
pub(super) fn former(cx: &Ctx, versions: &[Beside]) -> Markup {
    let held: Vec<&Beside> = versions.iter().filter(|one| one.plan.state == PlanState::Closed).collect();
    if held.is_empty() {
        return html! {};
    }
    section(
        "versions",
        &cx.t("plans-versions-title"),
        &html! {},
        &html! {
            ul.ds-list { @for one in &held { li {
                (link(&name(cx, &one.plan), &href(&one.plan)))
                @if let Some(at) = one.replaced_at { ", " (cx.say().with("plans-version-replaced", &[("when", cx.say().time(at).into())])) }
            } } }
        },
    )
}

/// What this version says otherwise than the one that holds.
fn differences(cx: &Ctx, held: &Plan, version: &Plan) -> Markup {
    let mut labels = edit::labels(cx);
    labels.extend([("from", cx.t("plans-field-from")), ("to", cx.t("plans-field-to"))]);
    let (field, now, then) = (cx.t("plans-version-field"), cx.t("plans-version-holds"), name(cx, version));
    let columns = [Column::text(&field), Column::text(&now), Column::text(&then)];
    let said = |text: &str| {
        if text.is_empty() {
            html! { "–" }
        } else {
            html! { (text) }
        }
    };
    let rows: Vec<Vec<Markup>> = clash_rows(cx, &labels, &edit::filled(held), &edit::filled(version))
        .iter()
        .filter(|(_, now, then)| now != then)
        .map(|(label, now, then)| vec![html! { (label) }, said(now), said(then)])
        .collect();
    let caption = cx.t("plans-version-differences");
    let empty = empty_state(&cx.t("plans-version-same"), &cx.t("plans-version-same-help"), &html! {});
    let table =
        Table { caption: &caption, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true };
    section("differences", &caption, &html! {}, &table.render())
}

/// `GET /plans/{id}/versions/{no}`: a version beside the one that holds, as it stands in full.
pub(super) async fn show(cx: Ctx, Path((id, no)): Path<(PlanId, String)>) -> Result<Response, Error> {
    let no: i64 = no.parse().map_err(|_| Error::NotFound)?;
    let tree = cx.tree().await?;
    let held = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let owners = store::plans::owners(cx.db(), id).await?;
    let versions = seen(&cx, &tree, &held, &owners).await?;
    let version = versions.into_iter().find(|one| one.plan.version_no == no).ok_or(Error::NotFound)?;
    let missing = missing_owners(&owners, no);
    let commissioned = commissioned_by(&cx, &held).await?;
    let under_way = version.plan.state != PlanState::Closed;
    let contents = if under_way {
        adopted::changed(&cx, &tree, &held).await?
    } else {
        adopted::contents(&cx, &tree, &version.plan).await?
    };
    let status = status::PlanStatus {
        n_unfollowed: 0,
        plan: version.plan,
        owners,
        missing,
        as_of: cx.today(),
        goals: Vec::new(),
        tally: crate::rules::judge::Tally::default(),
        measures: Vec::new(),
        ties: Vec::new(),
    };
    let told = if under_way { "plans-version-under-way-text" } else { "plans-version-former-text" };
    let body = html! {
        div.stand {
            p.row { strong { (name(&cx, &status.plan)) } (plan_state_tag(&cx, status.plan.state)) }
            p.quiet {
                (cx.t(told)) " "
                @if let Some(at) = version.replaced_at { (cx.say().with("plans-version-replaced", &[("when", cx.say().time(at).into())])) ". " }
                (link(&cx.t("plans-version-to-plan"), &format!("/plans/{id}")))
            }
        }
        (differences(&cx, &held, &status.plan))
        (contents)
        (views::about(&cx, &tree, &status, commissioned.as_ref(), &[]))
    };
    let may_edit = under_way && cx.may(Action::Edit, &store::plans::target(&tree, &held));
    let actions = html! {
        @if may_edit {
            (link_button(&cx.t("plans-edit"), &format!("/plans/{id}/edit"), Weight::Secondary, Some(Icon::Pencil)))
            (post_button(&cx.t("plans-version-discard"), &format!("/plans/{id}/discard"), &cx.guard(), Weight::Tertiary, &[]))
        }
    };
    Ok(framed(&cx, &tree, &held, Place::Overview, actions, &body))
}

/// Drops the version under way. Pages and API share it.
pub(crate) async fn drop_under_way(cx: &Ctx, id: PlanId) -> Result<(), Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let tx = cx.begin().await?;
    store::versions::discard(&tx, &plan).await?;
    tx.commit().await?;
    Ok(())
}

/// `POST /plans/{id}/discard`
pub(super) async fn discard(cx: Ctx, Path(id): Path<PlanId>, Form(_): Form) -> Result<Response, Error> {
    drop_under_way(&cx, id).await?;
    Ok(cx.done(&format!("/plans/{id}"), "plans-version-discarded"))
}
