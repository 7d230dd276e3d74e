//! Focus areas from above: what a unit works with, what it left out and why. Services choose for
//! themselves within the areas; what is asked is the ground.

use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{PartId, Problems, UnitId, UnitTree};
use varde_measures::model::Finding;
use varde_web::ui::{Column, Table, Tag, Tone, empty_state, hidden, link, submit_row};
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use super::grounds;
use crate::model::goal::{AreaChoice, Choice};
use crate::model::plan::{Part, PartKind, Plan};
use crate::pages::followup::shared;
use crate::rules::cascade::{self, sources, unanswered};
use crate::store;
use crate::store::local::{self, FocusArea, Grounded};
use crate::views::typed::Typed;
use crate::views::words;

/// A focus area from above, and what a unit does under it.
pub(crate) struct Area {
    pub(crate) focus: FocusArea,
    /// Goals of the unit, and of those below it, that are tagged with it.
    pub(crate) n_goals: i64,
    /// Their measures.
    pub(crate) n_measures: i64,
    /// What the unit said of it.
    pub(crate) choice: Option<AreaChoice>,
    /// Nobody works under it, and nobody has said why.
    pub(crate) is_open: bool,
}

/// The focus areas that come down to a unit.
pub(crate) async fn of(cx: &Ctx, tree: &UnitTree, unit: UnitId) -> Result<Vec<Area>, Error> {
    let areas = local::areas_of(cx.db(), &sources(tree, unit)).await?;
    let goals = local::goals_tagged(cx.db(), tree, unit).await?;
    let choices = local::choices_of(cx.db(), unit).await?;
    let mut found = Vec::with_capacity(areas.len());
    let service = cascade::service(tree, unit);
    for area in areas {
        // Counts alone, so that a draft counts for those who may not read it too.
        let filter = varde_measures::store::Filter {
            tag: Some(area.part),
            unit: Some(unit),
            ..varde_measures::store::Filter::default()
        };
        let n_measures = varde_measures::store::count(cx.db(), &access::Scope::Everything, &filter, cx.today()).await?;
        let one = Area {
            n_goals: goals.iter().find(|(part, _)| *part == area.part).map_or(0, |(_, n)| *n),
            n_measures,
            choice: choices.iter().find(|choice| choice.part == area.part).cloned(),
            is_open: false,
            focus: area,
        };
        // What a unit has taken up is its own work, whoever the area was meant for.
        let taken_up = one.choice.is_some() || 0 < one.n_goals + one.n_measures;
        if taken_up || cascade::concerns(one.focus.service, service) {
            found.push(one);
        }
    }
    let all: Vec<PartId> = found.iter().map(|one| one.focus.part).collect();
    let worked: Vec<PartId> =
        found.iter().filter(|one| 0 < one.n_goals + one.n_measures).map(|one| one.focus.part).collect();
    let open = unanswered(&all, &worked, &choices, unit);
    for one in &mut found {
        one.is_open = open.contains(&one.focus.part);
    }
    Ok(found)
}

/// The section of a unit's page of goals; nothing where no focus area comes down.
pub(super) async fn section(cx: &Ctx, tree: &UnitTree, unit: UnitId, may: bool) -> Result<Markup, Error> {
    let areas = of(cx, tree, unit).await?;
    if areas.is_empty() {
        return Ok(Markup::default());
    }
    let grounded = local::grounds_of_unit(cx.db(), unit).await?;
    let ids: Vec<_> = grounded.iter().map(|(_, finding)| *finding).collect();
    let findings = grounds::found(cx, &ids).await?;
    let rests_on = |part: PartId| -> Vec<&Finding> {
        grounded
            .iter()
            .filter(|(thing, _)| thing.uuid() == part.uuid())
            .filter_map(|(_, finding)| findings.iter().find(|one| one.id == *finding))
            .collect()
    };
    let n_open = areas.iter().filter(|one| one.is_open).count();
    let labels =
        ["plans-area-column", "plans-area-column-work", "plans-column-here", "plans-column-steps"].map(|key| cx.t(key));
    let [name, work, here, steps] = &labels;
    let columns = [Column::text(name), Column::text(work), Column::text(here), Column::actions(steps)];
    let rows: Vec<Vec<Markup>> = areas
        .iter()
        .map(|one| {
            let part = one.focus.part;
            let count = [("goals", one.n_goals.into()), ("measures", one.n_measures.into())];
            vec![
                html! {
                    (cx.say().words(&one.focus.name))
                    p.quiet.small { (link(cx.say().words(&one.focus.plan), &format!("/plans/{}/parts", one.focus.plan_id))) }
                },
                html! { (cx.say().with("plans-area-work", &count)) },
                html! {
                    @match &one.choice {
                        Some(choice) => {
                            (Tag(if choice.choice == Choice::Chosen { Tone::Info } else { Tone::Neutral }, &cx.t(words::choice_key(choice.choice))))
                            @if !choice.reason.is_empty() { p.small { (choice.reason) } }
                        }
                        None if one.is_open => (Tag(Tone::Warning, &cx.t("plans-taken-nothing"))),
                        None => (Tag(Tone::Info, &cx.t("plans-area-worked-with"))),
                    }
                    (grounds::links(cx, &rests_on(part)))
                },
                html! { @if may {
                    (link(&cx.t(if one.choice.is_none() { "plans-choose" } else { "plans-choose-again" }), &format!("/areas/{part}/choose?unit={unit}")))
                } },
            ]
        })
        .collect();
    let (title, empty) = (cx.t("plans-areas-title"), empty_state("", "", &html! {}));
    let table =
        Table { caption: &title, caption_hidden: true, columns: &columns, rows: &rows, empty: &empty, stack: true };
    Ok(varde_web::ui::section(
        "areas",
        &title,
        &html! {},
        &html! {
            p.prose { (cx.t("plans-areas-lead")) }
            @if 0 < n_open { p { strong { (cx.say().with("plans-areas-open", &[("n", n_open.into())])) } } }
            (table)
        },
    ))
}

/// A focus area of a plan that the visitor may read.
async fn open_area(cx: &Ctx, tree: &UnitTree, id: PartId) -> Result<Part, Error> {
    let part = store::parts::load(cx.db(), id).await?.ok_or(Error::NotFound)?;
    store::plans::open(cx.db(), cx.actor(), tree, part.plan, Action::Read).await?;
    if part.kind == PartKind::FocusArea { Ok(part) } else { Err(Error::NotFound) }
}

/// Writes down what a unit decides about a focus area, or says what is wrong. Pages and API share it.
pub(crate) async fn choose_area(
    cx: &Ctx,
    area: PartId,
    unit: UnitId,
    fields: &Fields,
) -> Result<Result<(), Problems>, Error> {
    let tree = cx.tree().await?;
    open_area(cx, &tree, area).await?;
    if tree.get(unit).is_none() {
        return Err(Error::NotFound);
    }
    let mut problems = Problems::new();
    let choice: Option<Choice> = fields.must_choose("choice", &mut problems);
    let reason = fields.long("reason", &mut problems);
    let on = Target::open(Kind::Goal, store::line_of(&tree, unit));
    let made =
        AreaChoice { part: area, unit, choice: choice.unwrap_or(Choice::Chosen), reason: reason.clone(), at: cx.now() };
    let made = access::grant(cx.actor(), Action::Answer, &on, made)?;
    if choice == Some(Choice::LeftOut) && reason.trim().is_empty() {
        problems.field("reason", "plans-problem-left-out");
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let former = local::grounds(cx.db(), Grounded::Part(area), unit).await?;
    let rests_on = grounds::read(cx, &tree, unit, &grounds::chosen(fields), &former).await?;
    let tx = cx.begin().await?;
    local::choose(&tx, &made).await?;
    local::put_grounds(&tx, Grounded::Part(area), unit, &rests_on).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

async fn page(
    cx: &Ctx,
    id: PartId,
    unit: UnitId,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let area = open_area(cx, &tree, id).await?;
    cx.must(Action::Answer, &Target::internal(Kind::Goal, store::line_of(&tree, unit)))?;
    let typed = Typed::new(cx, fields, problems);
    let choices: Vec<(String, String)> =
        Choice::ALL.iter().map(|one| (one.name().to_owned(), cx.t(words::choice_key(*one)))).collect();
    let back = format!("/units/{unit}/goals#areas");
    let question = cx.say().with(
        "plans-area-question",
        &[("unit", words::unit_name(cx.say(), &tree, unit).into()), ("area", cx.say().words(&area.name).into())],
    );
    let boxes = grounds::boxes(cx, unit, fields).await?;
    let body = typed.form(
        &format!("/areas/{id}/choose"),
        &unit.to_string(),
        html! {
            (typed.summary())
            (hidden("unit", &unit.to_string()))
            p.prose { (question) }
            @if !area.text.is_empty() { p.prose.quiet { (cx.say().words(&area.text)) } }
            (typed.select("choice", &cx.t("plans-field-choice"), None, true, &choices))
            (typed.area("reason", &cx.t("plans-field-reason"), Some(&cx.t("plans-choose-reason-help")), false))
            (boxes)
            (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &back)), None))
        },
    );
    Ok(cx.page(cx.t("plans-area-choose")).unit(&tree, unit).status(status).body(body))
}

/// `GET /areas/{id}/choose?unit=`
pub(super) async fn ask(cx: Ctx, Path(id): Path<PartId>, Query(query): Query) -> Result<Response, Error> {
    let unit: UnitId = query.text("unit").parse().map_err(|_| Error::NotFound)?;
    let known = local::choices_of(cx.db(), unit).await?.into_iter().find(|choice| choice.part == id);
    let mut fields = query;
    if let Some(known) = known {
        fields = shared::with(&fields, &[("choice", known.choice.name().to_owned()), ("reason", known.reason)]);
    }
    for finding in local::grounds(cx.db(), Grounded::Part(id), unit).await? {
        fields = fields.and("ground", finding.to_string());
    }
    page(&cx, id, unit, &fields, &Problems::new(), StatusCode::OK).await
}

/// `POST /areas/{id}/choose`
pub(super) async fn choose(cx: Ctx, Path(id): Path<PartId>, Form(fields): Form) -> Result<Response, Error> {
    let unit: UnitId = fields.text("unit").parse().map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    match choose_area(&cx, id, unit, &fields).await? {
        Ok(()) => Ok(cx.done(&format!("/units/{unit}/goals#areas"), "plans-choice-saved")),
        Err(problems) => page(&cx, id, unit, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// Leaves these areas out with one stated ground, in the transaction of whatever asked for it.
pub(crate) async fn leave_out(
    cx: &Ctx,
    tx: &varde_store::Tx,
    tree: &UnitTree,
    unit: UnitId,
    (areas, reason): (&[PartId], &str),
) -> Result<(), Error> {
    let on = Target::open(Kind::Goal, store::line_of(tree, unit));
    for part in areas {
        let made = AreaChoice { part: *part, unit, choice: Choice::LeftOut, reason: reason.to_owned(), at: cx.now() };
        local::choose(tx, &access::grant(cx.actor(), Action::Answer, &on, made)?).await?;
    }
    Ok(())
}

/// The focus areas that a unit says why it leaves out before it approves a plan as it is written; none
/// where the plan is not one in which a unit sets its own priorities.
pub(crate) async fn open_for(cx: &Ctx, tree: &UnitTree, plan: &Plan, unit: UnitId) -> Result<Vec<FocusArea>, Error> {
    if !plan.kind.sets_local_priorities() {
        return Ok(Vec::new());
    }
    Ok(of(cx, tree, unit).await?.into_iter().filter(|one| one.is_open).map(|one| one.focus).collect())
}
