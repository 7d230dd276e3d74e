//! The duties to notify of an incident: what is known, what the rules propose, and what was decided.

use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use varde_kernel::access::Action;
use varde_kernel::{IncidentId, Problems};
use varde_web::{Ctx, Error, Fields, Form, Path};

use super::input;
use crate::model::{Incident, Report};
use crate::rules::duties::{
    Answer, Choice, Fact, Facts, Proposal, Refused, RuleSet, Times, decide as decide_on, side_by_side,
};
use crate::rules::notifying::{self, Decided};
use crate::store::{duties, incidents, reports};
use crate::views::duties as view;

/// The rules that hold here.
pub(crate) fn rules(cx: &Ctx) -> Vec<RuleSet> {
    duties::rules(cx.app().config().settings.get(duties::SCHEME_FROM).map(String::as_str))
}

/// What the duties of an incident are judged by.
pub(crate) struct Known {
    /// What has been answered, and what follows from the assessment.
    pub facts: Facts,
    /// What was decided.
    pub decided: Vec<Decided>,
    times: Times,
}

/// Reads it.
pub(crate) async fn known(cx: &Ctx, incident: &Incident, reports: &[Report]) -> Result<Known, Error> {
    let answered = duties::facts(cx.db(), incident.id).await?;
    let facts = answered
        .known()
        .fold(notifying::from_the_start(incident, reports), |facts, (fact, answer)| facts.with(fact, answer));
    let decided = duties::decided(cx.db(), incident.id).await?;
    let zone = TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC);
    let start = |day: jiff::civil::Date| day.to_zoned(zone.clone()).ok().map(|start| start.timestamp());
    let learnt: Option<Timestamp> = reports.iter().filter_map(|report| report.received_at).min();
    let notify = |one: &&Decided| one.decision.choice == Choice::Notify;
    let times = Times {
        event: start(incident.happened_on),
        known: learnt.or_else(|| start(incident.received_on)),
        decision: decided.iter().filter(notify).map(|one| one.decision.at).min(),
        notification: decided.iter().filter_map(|one| one.sent_at).min(),
        zone: zone.clone(),
    };
    Ok(Known { facts, decided, times })
}

impl Known {
    /// What the rules propose.
    pub(crate) fn proposals<'a>(&self, rules: &'a [RuleSet], incident: &Incident) -> Vec<Proposal<'a>> {
        side_by_side(rules, &self.facts, incident.happened_on, &self.times)
    }
}

/// How many duties wait to be decided on an incident.
pub(crate) async fn n_undecided(cx: &Ctx, incident: &Incident) -> Result<usize, Error> {
    let reports = reports::of_incident(cx.db(), incident.id).await?;
    let known = known(cx, incident, &reports).await?;
    let rules = rules(cx);
    Ok(notifying::n_undecided(&known.proposals(&rules, incident), &known.facts, &known.decided))
}

/// `GET /incidents/{id}/duties`: questions, proposals and decisions.
pub(crate) async fn show(cx: Ctx, Path(id): Path<IncidentId>) -> Result<Response, Error> {
    page(&cx, id, &Fields::default(), &Problems::new(), StatusCode::OK).await
}

async fn page(
    cx: &Ctx,
    id: IncidentId,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let reports = reports::of_incident(cx.db(), id).await?;
    let known = known(cx, &incident, &reports).await?;
    let rules = rules(cx);
    let persons: Vec<_> = known.decided.iter().map(|one| one.decision.by).collect();
    let names = varde_people::names(cx.db(), &persons).await?;
    let on = incidents::target(&tree, incident.unit);
    let shown = view::Shown {
        incident: &incident,
        known: &known,
        proposals: &known.proposals(&rules, &incident),
        names: &names,
        may_edit: cx.may(Action::Edit, &on),
        may_decide: cx.may(Action::Approve, &on),
    };
    Ok(cx
        .page(cx.t("incidents-duties-title"))
        .lead(cx.t("incidents-duties-lead"))
        .crumb(cx.t("incidents-list-title"), "/incidents")
        .crumb(incident.title.clone(), format!("/incidents/{id}"))
        .of_unit(&tree, incident.unit)
        .status(status)
        .body(view::page(cx, &shown, fields, problems)))
}

/// `POST /incidents/{id}/duties`: keeps the answers. `rest=no` answers no to all that is left.
pub(crate) async fn answer(cx: Ctx, Path(id): Path<IncidentId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let rest = if fields.text("rest") == "no" { Answer::No } else { Answer::Unknown };
    let answers = Fact::ALL.iter().map(|fact| match fields.text(fact.name()).parse() {
        Ok(answer) if answer != Answer::Unknown => (*fact, answer),
        Ok(_) | Err(()) => (*fact, rest),
    });
    let facts: Facts = answers.collect();
    let tx = cx.begin().await?;
    duties::put_facts(&tx, &incident, &facts).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/incidents/{id}/duties"), "incidents-duties-answered"))
}

/// The set and the rule that an address names: `notification-scheme.serious-event`.
fn named(rule: &str) -> Result<(&str, &str), Error> {
    rule.split_once('.').ok_or(Error::NotFound)
}

/// `POST /incidents/{id}/duties/{rule}`: decides whether it is told.
pub(crate) async fn decide(
    cx: Ctx,
    Path((id, rule)): Path<(IncidentId, String)>,
    Form(fields): Form,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Approve).await?;
    let me = cx.signed_in()?.person;
    let (set, code) = named(&rule)?;
    let reports = reports::of_incident(cx.db(), id).await?;
    let known = known(&cx, &incident, &reports).await?;
    let rules = rules(&cx);
    let proposals = known.proposals(&rules, &incident);
    let proposal =
        proposals.iter().find(|one| one.set.key.code == set && one.rule.code == code).ok_or(Error::NotFound)?;
    let mut problems = Problems::new();
    let choice: Option<Choice> = fields.must_choose("choice", &mut problems);
    let reason = fields.up_to(input::MAX_WORDS, "reason", &mut problems);
    let decision = choice.map(|choice| decide_on(proposal, &known.facts, choice, &reason, me, cx.now()));
    match decision {
        Some(Ok(decision)) if problems.is_empty() => {
            let tx = cx.begin().await?;
            duties::decide(&tx, &incident, &decision).await?;
            tx.commit().await?;
            return Ok(cx.done(&format!("/incidents/{id}/duties"), "incidents-duties-decided"));
        }
        Some(Err(Refused::ReasonMissing)) => problems.field("reason", "incidents-problem-duty-reason"),
        Some(Err(Refused::NotInForce)) => return Err(Error::Conflict("incidents-problem-duty-not-in-force")),
        Some(Ok(_)) | None => {}
    }
    let fields = fields.with("rule", rule);
    page(&cx, id, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// `POST /incidents/{id}/duties/{rule}/sent`: notes that it has been told.
pub(crate) async fn sent(
    cx: Ctx,
    Path((id, rule)): Path<(IncidentId, String)>,
    Form(fields): Form,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let incident = incidents::open(cx.db(), cx.actor(), &tree, id, Action::Approve).await?;
    let mut problems = Problems::new();
    let reference = fields.short("reference", &mut problems);
    if !problems.is_empty() {
        let fields = fields.with("rule", rule);
        return page(&cx, id, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let tx = cx.begin().await?;
    duties::sent(&tx, &incident, named(&rule)?, cx.now(), &reference).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/incidents/{id}/duties"), "incidents-duties-sent"))
}
