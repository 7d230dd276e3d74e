//! Writing a plan down, and changing it.

use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{PlanId, Problems, UnitId, Words};
use varde_web::ui::{field_group, submit_row};
use varde_web::{Ctx, Error, Fields, Form, Path, Query, TextRoom, Texts, confirm, texts};

use crate::model::plan::{Binding, Part, Plan, PlanKind, PlanState, PlanText, Source};
use crate::pages::followup::shared;
use crate::rules;
use crate::store;
use crate::views::typed::Typed;
use crate::views::words;

/// Reads the fields of a plan into `plan`.
pub(crate) fn read_plan(fields: &Fields, plan: &mut Plan, problems: &mut Problems) {
    let said = &mut plan.said;
    said.name = fields.required_words(texts!("name"), TextRoom::Line, &said.name, problems);
    said.vision = fields.words(texts!("vision"), TextRoom::Lines, &said.vision, problems);
    said.purpose = fields.words(texts!("purpose"), TextRoom::Lines, &said.purpose, problems);
    said.target_group = fields.words(texts!("target_group"), TextRoom::Lines, &said.target_group, problems);
    said.scope = fields.words(texts!("scope"), TextRoom::Lines, &said.scope, problems);
    said.resources = fields.words(texts!("resources"), TextRoom::Lines, &said.resources, problems);
    said.follow_up = fields.words(texts!("follow_up"), TextRoom::Lines, &said.follow_up, problems);
    said.binding_note = fields.words(texts!("binding_note"), TextRoom::Lines, &said.binding_note, problems);
    said.binding = fields.choice("binding", problems);
    said.from = fields.date("from", problems);
    said.to = fields.date("to", problems);
    if let (Some(from), Some(to)) = (said.from, said.to)
        && to < from
    {
        problems.field("to", "plans-problem-to-before-from");
    }
    if let Some(kind) = fields.must_choose("kind", problems) {
        plan.kind = kind;
    }
    plan.open = fields.has("open");
}

/// A plan that nobody has written yet.
pub(crate) fn draft(id: PlanId, unit: UnitId) -> Plan {
    Plan {
        id,
        code: None,
        kind: PlanKind::UnitPlan,
        said: PlanText::default(),
        unit,
        state: PlanState::Draft,
        version_no: 1,
        predecessor: None,
        commissioned_by: None,
        owner_note: Words::default(),
        source: Source::default(),
        open: false,
        version: 1,
    }
}

/// Saves a changed plan over the version `read`. What an adopted plan `held` says stands: the
/// change is its next version. Approvals of what was written before are void. Pages and API share it.
pub(crate) async fn put(
    cx: &Ctx,
    (held, before): (&Plan, &Plan),
    mut plan: access::Granted<Plan>,
    read: i64,
    fields: &Fields,
) -> Result<i64, Error> {
    if plan.said != before.said || plan.kind != before.kind {
        let (state, counts) =
            rules::plan::changed(before.state).map_err(|_| Error::Conflict("plans-refused-out-of-order"))?;
        plan.state = state;
        if counts {
            plan.version_no = before.version_no + 1;
        }
    }
    // What is adopted is published.
    plan.open |= held.state == PlanState::Adopted;
    // The version that was read decides, not the one that stands there now.
    let before = Plan { version: read, ..before.clone() };
    let tx = cx.begin().await?;
    let version = if plan.version_no == held.version_no || held.state != PlanState::Adopted {
        let version = store::plans::save(&tx, &before, &plan, "edited", fields.text("why")).await?;
        confirm(&tx, plan.id, fields).await?;
        version
    } else {
        store::versions::save(&tx, &before, &plan, "edited", fields.text("why")).await?
    };
    tx.commit().await?;
    Ok(version)
}

pub(super) fn filled(plan: &Plan) -> Fields {
    let said = &plan.said;
    shared::fields([
        ("kind", Some(plan.kind.name().to_owned())),
        ("from", said.from.map(|day| day.to_string())),
        ("to", said.to.map(|day| day.to_string())),
        ("binding", said.binding.map(|binding| binding.name().to_owned())),
        ("open", plan.open.then(|| "true".to_owned())),
        ("version", Some(plan.version.to_string())),
    ])
    .with_words(texts!("name"), &said.name)
    .with_words(texts!("vision"), &said.vision)
    .with_words(texts!("purpose"), &said.purpose)
    .with_words(texts!("target_group"), &said.target_group)
    .with_words(texts!("scope"), &said.scope)
    .with_words(texts!("resources"), &said.resources)
    .with_words(texts!("follow_up"), &said.follow_up)
    .with_words(texts!("binding_note"), &said.binding_note)
}

/// The texts of a plan below its name: the fields, and the key of the label.
const CONTENT: [(Texts, &str); 7] = [
    (texts!("vision"), "plans-field-vision"),
    (texts!("purpose"), "plans-field-purpose"),
    (texts!("target_group"), "plans-field-target-group"),
    (texts!("scope"), "plans-field-scope"),
    (texts!("resources"), "plans-field-resources"),
    (texts!("follow_up"), "plans-field-follow-up"),
    (texts!("binding_note"), "plans-field-binding-note"),
];

/// The labels of the texts, for telling in what two versions differ.
pub(super) fn labels(cx: &Ctx) -> Vec<(&'static str, String)> {
    let content = CONTENT.iter().map(|([name, ..], key)| (*name, cx.t(key)));
    std::iter::once(("name", cx.t("plans-field-name"))).chain(content).collect()
}

/// The templates that a new plan can be made from.
async fn templates(cx: &Ctx) -> Result<Vec<(String, String)>, Error> {
    let filter = store::plans::Filter { kind: Some(PlanKind::Template), ..store::plans::Filter::default() };
    let found = store::plans::list(cx.db(), &access::scope(cx.actor(), Kind::Plan), &filter, 100, 0).await?;
    let open = found.into_iter().filter(|plan| plan.state != PlanState::Closed);
    Ok(open.map(|plan| (plan.id.to_string(), cx.say().words(&plan.name).to_owned())).collect())
}

/// Choices: values and what they are called.
type Listed<'a> = &'a [(String, String)];

fn form(
    cx: &Ctx,
    fields: &Fields,
    problems: &Problems,
    (units, templates): (Listed<'_>, Listed<'_>),
    target: Option<&Plan>,
) -> Markup {
    let typed = Typed::new(cx, fields, problems);
    let kinds: Vec<(String, String)> =
        PlanKind::ALL.iter().map(|kind| (kind.name().to_owned(), cx.t(words::kind_key(*kind)))).collect();
    let bindings: Vec<(String, String)> =
        Binding::ALL.iter().map(|one| (one.name().to_owned(), cx.t(words::binding_key(*one)))).collect();
    let action = target.map_or_else(|| "/plans".to_owned(), |plan| format!("/plans/{}", plan.id));
    let body = html! {
        (typed.summary())
        (typed.unseen("version"))
        (typed.words(texts!("name"), &cx.t("plans-field-name"), None, true))
        (typed.select("kind", &cx.t("plans-field-kind"), None, true, &kinds))
        @if !units.is_empty() { (typed.select("unit", &cx.t("plans-field-owner"), Some(&cx.t("plans-field-owner-help")), true, units)) }
        @if !templates.is_empty() { (typed.select("template", &cx.t("plans-field-template"), Some(&cx.t("plans-field-template-help")), false, templates)) }
        (field_group(&cx.t("plans-group-period"), Some(&cx.t("plans-group-period-help")), &html! {
            (typed.date("from", &cx.t("plans-field-from"), None, false))
            (typed.date("to", &cx.t("plans-field-to"), None, false))
        }))
        (field_group(&cx.t("plans-group-content"), None, &html! {
            @for (texts, key) in CONTENT { (typed.long_words(texts, &cx.t(key), None)) }
            (typed.select("binding", &cx.t("plans-field-binding"), None, false, &bindings))
        }))
        @if target.is_none_or(|held| held.state != PlanState::Adopted) {
            (typed.check("open", &cx.t("plans-field-open"), Some(&cx.t("plans-field-open-help"))))
        }
        @if target.is_some() { (typed.area("why", &cx.t("plans-field-why"), Some(&cx.t("plans-field-why-help")), false)) }
        (submit_row(
            &cx.t("plans-save"),
            Some((&cx.t("plans-cancel"), &action)),
            None,
        ))
    };
    typed.form(&action, typed.version(), body)
}

async fn new_page(cx: &Ctx, fields: &Fields, problems: &Problems, status: StatusCode) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let units = shared::unit_choices(cx, &tree, Kind::Plan, Action::Create, None);
    if units.is_empty() {
        return Err(Error::Forbidden);
    }
    let page = cx
        .page(cx.t("plans-new"))
        .lead(cx.t("plans-new-lead"))
        .crumb(cx.t("plans-list-title"), "/plans")
        .status(status);
    Ok(page.body(form(cx, fields, problems, (&units, &templates(cx).await?), None)))
}

/// `GET /plans/new`
pub(super) async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    new_page(&cx, &query, &Problems::new(), StatusCode::OK).await
}

/// `POST /plans`
pub(super) async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let mut problems = Problems::new();
    let unit: Option<UnitId> = fields.must_choose("unit", &mut problems);
    let written = insert(&cx, &fields, unit, problems).await?;
    match written {
        Ok(id) => Ok(cx.done(&format!("/plans/{id}"), "plans-saved")),
        Err(problems) => new_page(&cx, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// Writes a new plan of a unit, or says what is wrong with it. Pages and API share it.
pub(crate) async fn insert(
    cx: &Ctx,
    fields: &Fields,
    unit: Option<UnitId>,
    mut problems: Problems,
) -> Result<Result<PlanId, Problems>, Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let mut plan = draft(tx.new_id()?, unit.unwrap_or_else(|| UnitId::from_code("")));
    read_plan(fields, &mut plan, &mut problems);
    let template: Option<PlanId> = fields.choice("template", &mut problems);
    let chapters = match template {
        Some(template) => match store::plans::open(cx.db(), cx.actor(), &tree, template, Action::Read).await {
            Ok(plan) if plan.kind == PlanKind::Template => store::parts::of(cx.db(), template).await?,
            Ok(_) | Err(varde_store::Error::NotFound | varde_store::Error::Forbidden) => {
                problems.field("template", "web-problem-choice");
                Vec::new()
            }
            Err(error) => return Err(error.into()),
        },
        None => Vec::new(),
    };
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let Some(unit) = unit.filter(|unit| tree.get(*unit).is_some()) else {
        problems.field("unit", "plans-problem-unit");
        return Ok(Err(problems));
    };
    let on = Target::internal(Kind::Plan, store::line_of(&tree, unit));
    let plan = access::grant(cx.actor(), Action::Create, &on, plan)?;
    store::plans::insert(&tx, &plan, &[unit]).await?;
    for chapter in rules::plan::chapters_from(&chapters) {
        let part = Part {
            id: tx.new_id()?,
            plan: plan.id,
            code: None,
            parent: None,
            text: Words::default(),
            done: false,
            guide: Some(chapter.id),
            version: 1,
            ..chapter.clone()
        };
        let part = access::grant(cx.actor(), Action::Create, &on, part)?;
        store::parts::insert(&tx, &part, unit).await?;
    }
    tx.commit().await?;
    Ok(Ok(plan.id))
}

/// `GET /plans/{id}/edit`
pub(super) async fn edit(cx: Ctx, Path(id): Path<PlanId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    if plan.state == PlanState::Closed {
        return Err(Error::Conflict("plans-refused-out-of-order"));
    }
    let written = store::versions::written(cx.db(), &plan).await?;
    let fields = cx.with_checks(id, filled(&written)).await?;
    Ok(edit_page(&cx, &plan, &fields, &Problems::new(), StatusCode::OK))
}

fn edit_page(cx: &Ctx, plan: &Plan, fields: &Fields, problems: &Problems, status: StatusCode) -> Response {
    let name = cx.say().words(&plan.said.name);
    let note = match plan.state {
        PlanState::Adopted => Some("plans-edit-beside"),
        PlanState::Awaiting => Some("plans-edit-voids"),
        PlanState::Draft | PlanState::Closed => None,
    };
    cx.page(cx.say().with("plans-edit-title", &[("name", name.into())]))
        .crumb(cx.t("plans-list-title"), "/plans")
        .crumb(name, format!("/plans/{}", plan.id))
        .status(status)
        .body(html! {
            @if let Some(note) = note { p.prose { (cx.t(note)) } }
            (form(cx, fields, problems, (&[], &[]), Some(plan)))
        })
}

/// `POST /plans/{id}`
pub(super) async fn update(cx: Ctx, Path(id): Path<PlanId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let opened = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let held = Plan::clone(&opened);
    let before = store::versions::written(cx.db(), &held).await?;
    let read = fields.version()?;
    let mut problems = Problems::new();
    fields.long("why", &mut problems);
    let mut plan = opened.map(|_| before.clone());
    read_plan(&fields, &mut plan, &mut problems);
    if !problems.is_empty() {
        return Ok(edit_page(&cx, &held, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY));
    }
    match put(&cx, (&held, &before), plan, read, &fields).await {
        Ok(_) => Ok(cx.done(&format!("/plans/{id}"), "plans-saved")),
        Err(error) if error.is_stale() => {
            let kept = cx.stale(id, &fields, before.version).await?;
            Ok(edit_page(&cx, &held, &kept, &Problems::new(), StatusCode::CONFLICT))
        }
        Err(other) => Err(other),
    }
}
