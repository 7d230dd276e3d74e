//! The parts of a plan.

use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{PartId, PlanId, Problems, Words};
use varde_web::ui::{Icon, Tone, Weight, link_button, note, submit_row};
use varde_web::{Ctx, Error, Fields, Form, Path, Query, TextRoom, confirm, texts};

use super::framed;
use crate::model::plan::{Part, PartKind, Plan, PlanKind, PlanState, Service, Source};
use crate::pages::followup::shared;
use crate::rules::{plan as rules, scoring};
use crate::store;
use crate::views::parts::{self as part_views, Uptake};
use crate::views::plan::Place;
use crate::views::typed::Typed;
use crate::views::words;

/// `GET /plans/{id}/parts`
pub(super) async fn list(cx: Ctx, Path(id): Path<PlanId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let parts = store::parts::of(cx.db(), id).await?;
    let uptake = uptake(&cx, &plan, &parts).await?;
    let may_edit = plan.state != PlanState::Closed && cx.may(Action::Edit, &store::plans::target(&tree, &plan));
    let actions = html! {
        @if may_edit {
            (link_button(&cx.t("plans-parts-change"), &format!("/plans/{id}/parts?change=1"), Weight::Secondary, Some(Icon::Pencil)))
            (link_button(&cx.t("plans-part-new"), &format!("/plans/{id}/parts/new"), Weight::Secondary, Some(Icon::Plus)))
        }
    };
    let body = part_views::parts(&cx, &parts, &uptake, may_edit && query.has("change"));
    Ok(framed(&cx, &tree, &plan, Place::Parts, actions, &body))
}

/// How often a framework's instruments and focus areas are used as tags.
pub(crate) async fn uptake(cx: &Ctx, plan: &Plan, parts: &[Part]) -> Result<Vec<Uptake>, Error> {
    if plan.kind != PlanKind::Framework {
        return Ok(Vec::new());
    }
    let tagged = store::tags::counts(cx.db(), plan.id).await?;
    let scope = access::scope(cx.actor(), Kind::Measure);
    let mut found = Vec::new();
    for part in parts.iter().filter(|part| matches!(part.kind, PartKind::Instrument | PartKind::FocusArea)) {
        let goals = tagged.iter().find(|(id, kind, ..)| *id == part.id && kind == Kind::Goal.name());
        let others = tagged.iter().filter(|(id, kind, ..)| *id == part.id && kind != Kind::Goal.name());
        let filter = varde_measures::store::Filter { tag: Some(part.id), ..varde_measures::store::Filter::default() };
        found.push(Uptake {
            part: part.id,
            n_goals: goals.map_or(0, |(_, _, n, _)| *n),
            n_units: goals.map_or(0, |(_, _, _, n)| *n),
            n_others: others.map(|(_, _, n, _)| n).sum(),
            n_measures: varde_measures::store::count(cx.db(), &scope, &filter, cx.today()).await?,
        });
    }
    Ok(found)
}

async fn page(
    cx: &Ctx,
    plan: &Plan,
    part: Option<PartId>,
    fields: &Fields,
    (problems, before): (&Problems, &Markup),
    status: StatusCode,
) -> Result<Response, Error> {
    let say = cx.say();
    let parts = store::parts::of(cx.db(), plan.id).await?;
    let parents: Vec<(String, String)> = parts
        .iter()
        .filter(|one| part.is_none_or(|part| !rules::is_under(&parts, one.id, part)))
        .map(|one| (one.id.to_string(), format!("{}: {}", cx.t(words::part_key(one.kind)), say.words(&one.name))))
        .collect();
    let mut actors: Vec<(String, String)> = varde_people::actors(cx.db())
        .await?
        .into_iter()
        .map(|actor| (actor.id.to_string(), say.words(&actor.name).to_owned()))
        .collect();
    actors.sort_by_cached_key(|(_, name)| varde_kernel::sort_key(name));
    let typed = Typed::new(cx, fields, problems);
    let kinds: Vec<(String, String)> =
        PartKind::ALL.iter().map(|kind| (kind.name().to_owned(), cx.t(words::part_key(*kind)))).collect();
    let services: Vec<(String, String)> =
        Service::ALL.iter().map(|one| (one.name().to_owned(), cx.t(words::service_key(*one)))).collect();
    let (href, name) = (format!("/plans/{}/parts", plan.id), cx.say().words(&plan.said.name));
    let action = part.map_or_else(|| href.clone(), |part| format!("{href}/{part}"));
    let body: Markup = typed.form(
        &action,
        typed.version(),
        html! {
            (typed.summary())
            (typed.unseen("version"))
            @if part.is_none() { (typed.select("kind", &cx.t("plans-field-kind"), None, true, &kinds)) }
            (typed.words(texts!("name"), &cx.t("plans-field-name"), None, true))
            (typed.long_words(texts!("text"), &cx.t("plans-field-text"), None))
            @if !parents.is_empty() { (typed.select("parent", &cx.t("plans-field-part-parent"), None, false, &parents)) }
            @if !actors.is_empty() { (typed.select("actor", &cx.t("plans-field-part-actor"), None, false, &actors)) }
            (typed.check("mandatory", &cx.t("plans-field-mandatory"), Some(&cx.t("plans-field-mandatory-help"))))
            (typed.number("weight", &cx.t("plans-field-weight"), Some(&cx.t("plans-field-weight-help")), false))
            (typed.select("service", &cx.t("plans-field-service"), Some(&cx.t("plans-field-service-help")), false, &services))
            (typed.check("done", &cx.t("plans-field-done"), Some(&cx.t("plans-field-done-help"))))
            (typed.source())
            (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &href)), None))
        },
    );
    let title = if part.is_some() { cx.t("plans-part-edit") } else { cx.t("plans-part-new") };
    Ok(cx
        .page(title)
        .crumb(cx.t("plans-list-title"), "/plans")
        .crumb(name, format!("/plans/{}", plan.id))
        .status(status)
        .body(html! { (before) (body) }))
}

/// `GET /plans/{id}/parts/new`
pub(super) async fn new(cx: Ctx, Path(id): Path<PlanId>) -> Result<Response, Error> {
    let plan = editable(&cx, id).await?;
    page(&cx, &plan, None, &Fields::default(), (&Problems::new(), &html! {}), StatusCode::OK).await
}

/// A plan that may be changed now.
pub(super) async fn editable(cx: &Ctx, id: PlanId) -> Result<access::Granted<Plan>, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    if plan.state == PlanState::Closed { Err(Error::Conflict("plans-refused-out-of-order")) } else { Ok(plan) }
}

/// What a part is called and says.
fn said(fields: &Fields, name: &Words, text: &Words, problems: &mut Problems) -> (Words, Words) {
    (
        fields.required_words(texts!("name"), TextRoom::Line, name, problems),
        fields.words(texts!("text"), TextRoom::Lines, text, problems),
    )
}

/// How much a criterion counts; other parts have no weight.
fn weight(fields: &Fields, kind: Option<PartKind>, problems: &mut Problems) -> Option<f64> {
    let weight = fields.number("weight", problems).filter(|_| kind == Some(PartKind::Criterion))?;
    if !scoring::is_weight(weight) {
        problems.field("weight", "plans-problem-weight");
    }
    Some(weight)
}

/// The half of the service that a focus area concerns; other parts concern everyone.
fn service(fields: &Fields, kind: PartKind, problems: &mut Problems) -> Option<Service> {
    fields.choice("service", problems).filter(|_| kind == PartKind::FocusArea)
}

/// Where a part stands and is said: the part above it, the actor it speaks to, and its source. What is not
/// sent stays as it was.
async fn placed(cx: &Ctx, fields: &Fields, part: &mut Part, problems: &mut Problems) -> Result<(), Error> {
    let is_sent = |name: &str| fields.iter().any(|(known, _)| known == name);
    if is_sent("parent") {
        part.parent = fields.choice("parent", problems);
        let parts = store::parts::of(cx.db(), part.plan).await?;
        if part
            .parent
            .is_some_and(|parent| !parts.iter().any(|one| one.id == parent) || rules::is_under(&parts, parent, part.id))
        {
            problems.field("parent", "web-problem-choice");
        }
    }
    if is_sent("actor") {
        part.actor = fields.choice("actor", problems);
        if let Some(actor) = part.actor
            && varde_people::actor(cx.db(), actor).await?.is_none()
        {
            problems.field("actor", "web-problem-choice");
        }
    }
    if is_sent("source_document") || is_sent("source_place") {
        part.source = shared::source(fields, problems);
    }
    Ok(())
}

/// Writes a new part, or says what is wrong with it. Pages and API share it.
pub(crate) async fn insert_part(cx: &Ctx, id: PlanId, fields: &Fields) -> Result<Result<PartId, Problems>, Error> {
    let plan = editable(cx, id).await?;
    let mut problems = Problems::new();
    let (name, text) = said(fields, &Words::default(), &Words::default(), &mut problems);
    let kind: Option<PartKind> = fields.must_choose("kind", &mut problems);
    let weight = weight(fields, kind, &mut problems);
    let service = kind.and_then(|kind| service(fields, kind, &mut problems));
    let known = store::parts::of(cx.db(), id).await?;
    let last = known.iter().filter(|part| Some(part.kind) == kind).map(|part| part.ord).max().unwrap_or(0);
    let new = cx.begin().await?.new_id()?;
    let unit = plan.unit;
    let mut part = Part {
        id: new,
        plan: id,
        code: None,
        kind: kind.unwrap_or(PartKind::Area),
        ord: last + 1,
        parent: None,
        name,
        text,
        actor: None,
        attributes: String::new(),
        mandatory: fields.has("mandatory"),
        done: fields.has("done"),
        weight,
        guide: None,
        service,
        source: Source::default(),
        version: 1,
    };
    placed(cx, fields, &mut part, &mut problems).await?;
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let tx = cx.begin().await?;
    let part = plan.map(|_| part);
    store::parts::insert(&tx, &part, unit).await?;
    tx.commit().await?;
    Ok(Ok(part.id))
}

/// `POST /plans/{id}/parts`
pub(super) async fn create(cx: Ctx, Path(id): Path<PlanId>, Form(fields): Form) -> Result<Response, Error> {
    match insert_part(&cx, id, &fields).await? {
        Ok(_) => Ok(cx.done(&format!("/plans/{id}/parts"), "plans-saved")),
        Err(problems) => {
            let plan = editable(&cx, id).await?;
            page(&cx, &plan, None, &fields, (&problems, &html! {}), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// The part, when it is one of the plan's.
async fn part_of(cx: &Ctx, plan: PlanId, part: PartId) -> Result<Part, Error> {
    store::parts::load(cx.db(), part).await?.filter(|part| part.plan == plan).ok_or(Error::NotFound)
}

fn filled(cx: &Ctx, part: &Part) -> Fields {
    let own = [
        ("mandatory", part.mandatory.then(|| "true".to_owned())),
        ("done", part.done.then(|| "true".to_owned())),
        ("weight", part.weight.map(|weight| cx.say().value(weight))),
        ("service", part.service.map(|service| service.name().to_owned())),
        ("parent", part.parent.map(|id| id.to_string())),
        ("actor", part.actor.map(|id| id.to_string())),
        ("version", Some(part.version.to_string())),
    ];
    shared::fields(own.into_iter().chain(shared::source_fields(&part.source)))
        .with_words(texts!("name"), &part.name)
        .with_words(texts!("text"), &part.text)
}

/// `GET /plans/{id}/parts/{part}`
pub(super) async fn edit(cx: Ctx, Path((id, part)): Path<(PlanId, PartId)>) -> Result<Response, Error> {
    let plan = editable(&cx, id).await?;
    let part = part_of(&cx, id, part).await?;
    let fields = cx.with_checks(part.id, filled(&cx, &part)).await?;
    let guidance = guidance(&cx, &part).await?;
    page(&cx, &plan, Some(part.id), &fields, (&Problems::new(), &guidance), StatusCode::OK).await
}

/// What the template says should stand in a chapter; nothing for parts that come from none.
async fn guidance(cx: &Ctx, part: &Part) -> Result<Markup, Error> {
    let Some(guide) = part.guide else { return Ok(html! {}) };
    let guide = store::parts::load(cx.db(), guide).await?.filter(|guide| !guide.text.is_empty());
    Ok(html! {
        @if let Some(guide) = guide {
            (note(Tone::Info, Some(&cx.t("plans-guide-title")), &html! { p { (cx.say().words(&guide.text)) } }))
        }
    })
}

/// Saves what is written of a part over the version that was read, or says what is wrong with it.
/// Pages and API share it.
pub(crate) async fn change_part(
    cx: &Ctx,
    id: PlanId,
    part: PartId,
    fields: &Fields,
) -> Result<Result<(), Problems>, Error> {
    let plan = editable(cx, id).await?;
    let before = part_of(cx, id, part).await?;
    let read = fields.version()?;
    let mut problems = Problems::new();
    let (name, text) = said(fields, &before.name, &before.text, &mut problems);
    let weight = weight(fields, Some(before.kind), &mut problems);
    let service = service(fields, before.kind, &mut problems);
    let (mandatory, done) = (fields.has("mandatory"), fields.has("done"));
    let mut changed = Part { name, text, mandatory, done, weight, service, ..before.clone() };
    placed(cx, fields, &mut changed, &mut problems).await?;
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let unit = plan.unit;
    let tx = cx.begin().await?;
    store::parts::save(&tx, &Part { version: read, ..before }, &plan.map(|_| changed), unit).await?;
    confirm(&tx, part, fields).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// `POST /plans/{id}/parts/{part}`
pub(super) async fn update(
    cx: Ctx,
    Path((id, part)): Path<(PlanId, PartId)>,
    Form(fields): Form,
) -> Result<Response, Error> {
    match change_part(&cx, id, part, &fields).await {
        Ok(Ok(())) => Ok(cx.done(&format!("/plans/{id}/parts"), "plans-saved")),
        Ok(Err(problems)) => {
            let plan = editable(&cx, id).await?;
            page(&cx, &plan, Some(part), &fields, (&problems, &html! {}), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => {
            let (plan, now) = (editable(&cx, id).await?, part_of(&cx, id, part).await?);
            let (kept, guidance) = (cx.stale(part, &fields, now.version).await?, guidance(&cx, &now).await?);
            page(&cx, &plan, Some(part), &kept, (&Problems::new(), &guidance), StatusCode::CONFLICT).await
        }
        Err(other) => Err(other),
    }
}

/// `GET /plans/{id}/parts/{part}/remove`: asks first, or says what hangs on the part.
pub(super) async fn ask_remove(cx: Ctx, Path((id, part)): Path<(PlanId, PartId)>) -> Result<Response, Error> {
    let plan = editable(&cx, id).await?;
    let part = part_of(&cx, id, part).await?;
    let hanging = store::parts::hanging(cx.db(), part.id).await?;
    let body = part_views::ask_remove(&cx, &part, &hanging);
    Ok(cx
        .page(cx.t("plans-part-remove"))
        .crumb(cx.t("plans-list-title"), "/plans")
        .crumb(cx.say().words(&plan.said.name), format!("/plans/{id}"))
        .body(body))
}

/// Takes a part out of its plan, unless something hangs on it. Pages and API share it.
pub(crate) async fn remove_part(cx: &Ctx, id: PlanId, part: PartId, version: Option<i64>) -> Result<(), Error> {
    let plan = editable(cx, id).await?;
    let mut part = part_of(cx, id, part).await?;
    part.version = version.unwrap_or(part.version);
    let (tx, unit) = (cx.begin().await?, plan.unit);
    if !store::parts::hanging(&tx, part.id).await?.is_none() {
        return Err(Error::Conflict("plans-part-hanging"));
    }
    store::parts::remove(&tx, &plan.map(|_| part), unit).await?;
    Ok(tx.commit().await?)
}

/// `POST /plans/{id}/parts/{part}/remove`
pub(super) async fn remove(
    cx: Ctx,
    Path((id, part)): Path<(PlanId, PartId)>,
    Form(fields): Form,
) -> Result<Response, Error> {
    // Who may not change the plan is told so, whatever else is wrong.
    editable(&cx, id).await?;
    remove_part(&cx, id, part, Some(fields.version()?)).await?;
    Ok(cx.done(&format!("/plans/{id}/parts"), "plans-part-removed"))
}
