//! What the room tells on other rooms' pages: the plans, goals and rounds of a measure, the goals
//! of an indicator, the plans and rounds of a unit.

use maud::{Markup, html};
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{ActivityId, DocumentId, Id, IndicatorId, MeasureId, UnitId};
use varde_web::ui::link;
use varde_web::{BesideAsk, BoxFuture, Error};

use super::tagging;
use crate::model::followup::rounds::Thing;
use crate::store;
use crate::store::beside as read;
use crate::views::followup::rounds as round_view;
use crate::views::words;

type Lines = Vec<(String, Markup)>;

pub(crate) fn beside<'a>(ask: &'a BesideAsk<'a>) -> BoxFuture<'a, Result<Lines, Error>> {
    Box::pin(async move {
        let mut lines = match ask.kind {
            Kind::Measure => of_measure(ask, MeasureId::from_uuid(ask.id)).await?,
            Kind::Indicator => of_indicator(ask, IndicatorId::from_uuid(ask.id)).await?,
            Kind::Unit => of_unit(ask, UnitId::from_uuid(ask.id)).await?,
            Kind::Document => of_document(ask, DocumentId::from_uuid(ask.id)).await?,
            _ => Lines::new(),
        };
        lines.extend(tagging::beside(ask).await?);
        Ok(lines)
    })
}

/// A heading with its links; nothing when there are none.
fn list(heading: String, links: &[Markup]) -> Option<(String, Markup)> {
    (!links.is_empty()).then(|| (heading, html! { ul.ds-list { @for line in links { li { (line) } } } }))
}

async fn of_measure(ask: &BesideAsk<'_>, measure: MeasureId) -> Result<Lines, Error> {
    let (cx, say) = (ask.cx, ask.cx.say());
    let plans = access::scope(cx.actor(), Kind::Plan);
    let goals = access::scope(cx.actor(), Kind::Goal);
    let in_plans: Vec<Markup> = read::plans_of_measure(cx.db(), &plans, measure)
        .await?
        .iter()
        .map(|(id, name)| link(say.words(name), &format!("/plans/{id}")))
        .collect();
    let serves: Vec<Markup> = read::goals_of_measure(cx.db(), &goals, measure)
        .await?
        .iter()
        .map(|(id, name)| link(say.words(name), &format!("/goals/{id}")))
        .collect();
    // Rounds ask about a measure's activities where it has any. An activity has its own page, and there the id
    // is its own.
    let mut things = vec![Thing::Measure(measure), Thing::Activity(ActivityId::from_uuid(ask.id))];
    let activities = varde_measures::activities_of_many(cx.db(), &[measure]).await?;
    things.extend(activities.iter().map(|activity| Thing::Activity(activity.id)));
    let rounds = read::rounds_of(cx.db(), &plans, &things).await?;
    let told: Vec<Markup> = rounds
        .iter()
        .enumerate()
        .map(|(place, (id, name, answers))| {
            html! { (link(name, &format!("/rounds/{id}"))) " " (round_view::told(cx, Id::from_uuid(ask.id), answers, place == 0)) }
        })
        .collect();
    let mut proposals = Vec::new();
    for id in store::outcomes::behind(cx.db(), measure).await? {
        if let Ok(proposal) = store::choosing::open(cx.db(), cx.actor(), ask.tree, id, Action::Read).await {
            proposals.push(link(&proposal.title, &format!("/proposals/{id}")));
        }
    }
    Ok([
        list(cx.t("plans-beside-proposals"), &proposals),
        list(cx.t("plans-beside-plans"), &in_plans),
        list(cx.t("plans-beside-goals"), &serves),
        list(cx.t("plans-round-menu"), &told),
    ]
    .into_iter()
    .flatten()
    .collect())
}

async fn of_indicator(ask: &BesideAsk<'_>, indicator: IndicatorId) -> Result<Lines, Error> {
    let (cx, say) = (ask.cx, ask.cx.say());
    let goals = access::scope(cx.actor(), Kind::Goal);
    let links: Vec<Markup> = read::goals_of_indicator(cx.db(), &goals, indicator)
        .await?
        .iter()
        .map(|goal| {
            html! {
                (link(say.words(&goal.name), &format!("/goals/{}", goal.id))) " "
                span.quiet { "(" (words::whose(say, ask.tree, goal)) ")" }
            }
        })
        .collect();
    Ok(list(cx.t("plans-beside-goals"), &links).into_iter().collect())
}

async fn of_document(ask: &BesideAsk<'_>, document: DocumentId) -> Result<Lines, Error> {
    let (cx, say) = (ask.cx, ask.cx.say());
    let scope = access::scope(cx.actor(), Kind::Plan);
    let links: Vec<Markup> = read::plans_of_document(cx.db(), &scope, document)
        .await?
        .iter()
        .map(|(id, name)| link(say.words(name), &format!("/plans/{id}")))
        .collect();
    Ok(list(cx.t("plans-beside-plans"), &links).into_iter().collect())
}

async fn of_unit(ask: &BesideAsk<'_>, unit: UnitId) -> Result<Lines, Error> {
    let (cx, say) = (ask.cx, ask.cx.say());
    let scope = access::scope(cx.actor(), Kind::Plan);
    let filter = store::plans::Filter { unit: Some(unit), ..store::plans::Filter::default() };
    let plans: Vec<Markup> = store::plans::list(cx.db(), &scope, &filter, read::MOST, 0)
        .await?
        .iter()
        .map(|plan| link(say.words(&plan.name), &format!("/plans/{}", plan.id)))
        .collect();
    let wanted = store::rounds::Wanted { unit: Some(unit), ..store::rounds::Wanted::default() };
    let n = store::rounds::count(cx.db(), &scope, &wanted).await?;
    let rounds = if n == 0 {
        Vec::new()
    } else {
        vec![link(&say.with("plans-beside-rounds", &[("n", n.into())]), &format!("/rounds?unit={unit}"))]
    };
    Ok([list(cx.t("plans-menu-plans"), &plans), list(cx.t("plans-round-menu"), &rounds)]
        .into_iter()
        .flatten()
        .collect())
}
