//! Moving an incident on: each step asks for what it takes, and says why when it cannot be taken.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{Id, IncidentId, Problems, UnitTree};
use varde_web::{Ctx, Error, Fields, Form, Path};

use super::input;
use crate::model::{Incident, State, Step};
use crate::rules::workflow::{self, Brought};
use crate::store::incidents::{self, Taken};
use crate::views::steps as view;

/// What the policy must allow for a step.
pub(crate) const fn action(step: Step) -> Action {
    match step {
        Step::Take | Step::Assess | Step::FinishAnalysis => Action::Edit,
        Step::SettleDuties | Step::DecideMeasures | Step::Close | Step::Reopen => Action::Approve,
    }
}

/// `GET /incidents/{id}/steps/{step}`: asks for what the step takes.
pub(crate) async fn ask(cx: Ctx, Path((id, step)): Path<(IncidentId, String)>) -> Result<Response, Error> {
    let step: Step = step.parse().map_err(|()| Error::NotFound)?;
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, action(step)).await?.into_inner();
    if !workflow::steps(&incident).contains(&step) {
        return Err(Error::Conflict("incidents-refused-order"));
    }
    let fields = view::fields_of(&cx, &incident);
    form(&cx, &incident, step, &fields, &Problems::new(), StatusCode::OK).await
}

async fn form(
    cx: &Ctx,
    incident: &Incident,
    step: Step,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let measures = measures_of(cx, incident).await?;
    Ok(cx
        .page(cx.t(view::ask_key(step)))
        .crumb(cx.t("incidents-list-title"), "/incidents")
        .crumb(incident.title.clone(), format!("/incidents/{}", incident.id))
        .status(status)
        .body(view::ask(cx, incident, step, fields, problems, &measures)))
}

/// The measures that answer findings which rest on the incident, as far as the visitor sees them.
async fn measures_of(cx: &Ctx, incident: &Incident) -> Result<Vec<varde_measures::Measure>, Error> {
    let findings = access::scope(cx.actor(), Kind::Finding);
    let thing = Id::from_uuid(incident.id.uuid());
    let mut found: Vec<varde_measures::Measure> = Vec::new();
    let scope = access::scope(cx.actor(), Kind::Measure);
    for finding in varde_measures::store::findings_resting_on(cx.db(), &findings, thing).await? {
        for measure in varde_measures::store::measures_of_finding(cx.db(), &scope, finding.id).await? {
            if found.iter().all(|known| known.id != measure.id) {
                found.push(measure);
            }
        }
    }
    Ok(found)
}

/// `POST /incidents/{id}/steps/{step}`: takes the step, or says what stops it.
pub(crate) async fn take(
    cx: Ctx,
    Path((id, step)): Path<(IncidentId, String)>,
    Form(fields): Form,
) -> Result<Response, Error> {
    let step: Step = step.parse().map_err(|()| Error::NotFound)?;
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, action(step)).await?;
    let version = fields.version()?;
    if incident.version != version {
        return late(&cx, &tree, id, step, &fields).await;
    }
    let (brought, mut problems) = read(&cx, &incident, &fields).await?;
    let to = match workflow::check(&incident, step, &brought) {
        Ok(to) if problems.is_empty() => to,
        Ok(_) => return form(&cx, &incident, step, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(found) => {
            for problem in &found {
                problems.push(problem.place.clone(), problem.key, problem.args.clone());
            }
            return form(&cx, &incident, step, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let after = moved(&cx, &incident, step, to, brought.clone());
    let tx = cx.begin().await?;
    let taken = Taken { step: step.name(), reason: &brought.reason, on: cx.today() };
    match incidents::save(&tx, &incident, &after, version, taken).await {
        Ok(_) => tx.commit().await?,
        Err(varde_store::Error::Stale) => {
            drop(tx);
            return late(&cx, &tree, id, step, &fields).await;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(cx.done(&format!("/incidents/{id}"), "incidents-step-taken"))
}

/// Someone else was first: the form comes back with what was typed, and with what they did.
async fn late(cx: &Ctx, tree: &UnitTree, id: IncidentId, step: Step, fields: &Fields) -> Result<Response, Error> {
    let now = incidents::open(cx.db(), cx.actor(), tree, id, action(step)).await?.into_inner();
    let kept = cx.stale(id, fields, now.version).await?;
    form(cx, &now, step, &kept, &Problems::new(), StatusCode::CONFLICT).await
}

async fn read(cx: &Ctx, incident: &Incident, fields: &Fields) -> Result<(Brought, Problems), Error> {
    let mut problems = Problems::new();
    let brought = Brought {
        has_handler: cx.actor().person().is_some(),
        harm: fields.choice("harm", &mut problems),
        potential: fields.choice("potential", &mut problems),
        level: fields.choice("level", &mut problems),
        n_undecided: super::duties::n_undecided(cx, incident).await?,
        learning: fields.up_to(input::MAX_WORDS, "learning", &mut problems),
        n_measures: measures_of(cx, incident).await?.len(),
        no_measures: fields.choice("no_measures", &mut problems),
        answer: fields.up_to(input::MAX_WORDS, "answer", &mut problems),
        reason: fields.up_to(input::MAX_WORDS, "reason", &mut problems),
    };
    Ok((brought, problems))
}

/// The incident after a step.
fn moved(cx: &Ctx, incident: &Incident, step: Step, to: State, brought: Brought) -> Incident {
    let mut after = Incident { state: to, ..incident.clone() };
    match step {
        Step::Take => after.handler = cx.actor().person(),
        Step::Assess => {
            (after.harm, after.potential, after.level) = (brought.harm, brought.potential, brought.level);
        }
        Step::SettleDuties => {}
        Step::FinishAnalysis => after.learning = brought.learning,
        Step::DecideMeasures => after.no_measures = brought.no_measures,
        Step::Close => {
            after.answer = brought.answer;
            after.answered_on = Some(cx.today());
            after.closed_on = Some(cx.today());
        }
        Step::Reopen => (after.closed_on, after.joined_to) = (None, None),
    }
    after.due_on = workflow::due(to, after.is_serious(), cx.today());
    after
}
