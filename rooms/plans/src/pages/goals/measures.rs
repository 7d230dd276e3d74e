//! Which of one's own measures serve a goal, one's own or one from above.

use axum::response::Response;
use maud::html;
use varde_kernel::access::{Action, Kind};
use varde_kernel::{GoalId, MeasureId, Problems};
use varde_measures::model::Measure;
use varde_web::ui::{Choice, Choices, checkboxes, empty_state, hidden, submit_row};
use varde_web::{Ctx, Error, Fields, Form, Path};

use crate::model::goal::Goal;
use crate::pages::followup::shared;
use crate::store;
use crate::store::goals::Ties;
use crate::views::typed::Typed;

/// Whether the visitor has measures to tie.
pub(super) fn may_tie(cx: &Ctx) -> bool {
    !shared::own_units(cx.actor(), Kind::Measure, Action::Edit).is_empty()
}

/// The measures that the visitor may change and that are not over, by unit.
async fn own(cx: &Ctx) -> Result<Vec<Measure>, Error> {
    let mut found = Vec::new();
    for unit in shared::own_units(cx.actor(), Kind::Measure, Action::Edit) {
        found.extend(varde_measures::store::of_unit(cx.db(), unit).await?);
    }
    found.retain(|measure| !measure.state.is_over());
    Ok(found)
}

/// What a goal is tied to, and the measures that serve it, as far as the visitor may see them.
pub(crate) async fn tied_to(cx: &Ctx, goal: &Goal) -> Result<(Ties, Vec<MeasureId>), Error> {
    let tree = cx.tree().await?;
    let mut ties = store::goals::ties(cx.db(), goal).await?;
    ties.grounds = super::grounds::found(cx, &ties.grounds).await?.into_iter().map(|finding| finding.id).collect();
    let ids: Vec<MeasureId> =
        store::goals::measures(cx.db(), &[goal.id]).await?.into_iter().map(|(_, measure)| measure).collect();
    let mut measures = varde_measures::store::many(cx.db(), &ids).await?;
    measures.retain(|measure| cx.may(Action::Read, &varde_measures::store::target(&tree, measure)));
    measures.sort_by_key(|measure| measure.id);
    Ok((ties, measures.into_iter().map(|measure| measure.id).collect()))
}

/// Ties the named measures to a goal and unties the visitor's others, or says what is wrong. Where it is said
/// which were tied when the list was read (`was`), only what differs from that is changed: what others tied
/// or untied meanwhile stands. Pages and API share it.
pub(crate) async fn tie_measures(cx: &Ctx, id: GoalId, fields: &Fields) -> Result<Result<(), Problems>, Error> {
    let tree = cx.tree().await?;
    let goal = store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    if !may_tie(cx) {
        return Err(Error::Forbidden);
    }
    let own = own(cx).await?;
    let mut problems = Problems::new();
    let mut wanted: Vec<MeasureId> = Vec::new();
    for text in fields.all("measure") {
        match text.parse().ok().filter(|id| own.iter().any(|measure| measure.id == *id)) {
            Some(id) => wanted.push(id),
            None => problems.field("measure", "web-problem-choice"),
        }
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let tied: Vec<MeasureId> =
        store::goals::measures(cx.db(), &[id]).await?.into_iter().map(|(_, measure)| measure).collect();
    let was: Option<Vec<MeasureId>> = fields
        .iter()
        .any(|(name, _)| name == "was")
        .then(|| fields.all("was").filter_map(|id| id.parse().ok()).collect());
    let tx = cx.begin().await?;
    for measure in &own {
        let (is, shall) = (tied.contains(&measure.id), wanted.contains(&measure.id));
        let is_asked = was.as_ref().is_none_or(|was| was.contains(&measure.id) != shall);
        if is != shall && is_asked {
            let measure = varde_measures::store::open(&tx, cx.actor(), &tree, measure.id, Action::Edit).await?;
            store::goals::tie(&tx, &goal, &measure, shall).await?;
        }
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// `GET /goals/{id}/measures`
pub(super) async fn ask(cx: Ctx, Path(id): Path<GoalId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let goal = store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    if !may_tie(&cx) {
        return Err(Error::Forbidden);
    }
    let tied = store::goals::measures(cx.db(), &[id]).await?;
    let (href, name) = (format!("/goals/{id}"), cx.say().words(&goal.name));
    let listed: Vec<(String, String, bool)> = own(&cx)
        .await?
        .iter()
        .map(|measure| {
            let unit = crate::views::words::unit_name(cx.say(), &tree, measure.unit);
            let label = format!("{} ({unit})", cx.say().words(&measure.title));
            (measure.id.to_string(), label, tied.iter().any(|(_, one)| *one == measure.id))
        })
        .collect();
    let choices: Vec<Choice<'_>> = listed
        .iter()
        .map(|(value, label, chosen)| Choice { value, label, chosen: *chosen, ..Choice::default() })
        .collect();
    let (fields, problems) = (Fields::default(), Problems::new());
    let (label, help) = (cx.t("plans-goal-tie-which"), cx.t("plans-goal-tie-help"));
    let body = if choices.is_empty() {
        empty_state(&cx.t("plans-goal-tie-none"), &cx.t("plans-goal-tie-none-help"), &html! {})
    } else {
        Typed::new(&cx, &fields, &problems).form(
            &format!("{href}/measures"),
            "",
            html! {
                (hidden("was", ""))
                @for (_, measure) in &tied { (hidden("was", &measure.to_string())) }
                (checkboxes(&Choices { id: "measure", name: "measure", label: &label, help: Some(&help), choices: &choices, ..Choices::default() }))
                (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &href)), None))
            },
        )
    };
    Ok(cx.page(cx.t("plans-goal-tie")).crumb(cx.t("plans-goals-title"), "/goals").crumb(name, href.as_str()).body(body))
}

/// `POST /goals/{id}/measures`
pub(super) async fn tie(cx: Ctx, Path(id): Path<GoalId>, Form(fields): Form) -> Result<Response, Error> {
    tie_measures(&cx, id, &fields).await?.map_err(Error::Invalid)?;
    Ok(cx.done(&format!("/goals/{id}#measures"), "plans-goal-tied"))
}
