//! Pilots and initiatives: the register, and the way from a proposal to a decision.

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{PilotId, Problems, UnitId, Words};
use varde_store::Db;
use varde_web::ui::card;
use varde_web::{
    BoxFuture, Cited, Ctx, Error, Fields, Form, Need, Path, Query, Route, TextRoom, confirm, page_of, pager, texts,
    told,
};

use super::shared::{self, LINES, Names, all_good, fields, refused, unit_choices, with};
use crate::model::followup::pilots::{Evidence, Pilot, PilotDecision, PilotDraft, PilotKind};
use crate::rules::pilots::{self as rules, PilotRefused, Step};
use crate::store::pilots::{self as store, Wanted};
use crate::views::followup::pilots as views;
use crate::views::typed::{Typed, clash_rows, conflict};

pub(crate) fn routes() -> Vec<Route> {
    let may = |action| Need::May(Kind::Pilot, action);
    vec![
        Route::get("/pilots", Need::SignedIn, list),
        Route::get("/pilots/new", may(Action::Create), new),
        Route::post("/pilots/new", may(Action::Create), create),
        Route::get("/pilots/{id}", Need::SignedIn, show),
        Route::get("/pilots/{id}/edit", may(Action::Edit), edit),
        Route::post("/pilots/{id}/edit", may(Action::Edit), update),
        Route::post("/pilots/{id}/check", may(Action::Edit), check),
        Route::post("/pilots/{id}/launch", may(Action::Approve), launch),
        Route::get("/pilots/{id}/decide", may(Action::Approve), decide_form),
        Route::post("/pilots/{id}/decide", may(Action::Approve), decide),
    ]
}

/// What a list of pilots is narrowed to.
pub(crate) fn wanted(query: &Fields) -> Result<Wanted, Error> {
    let mut problems = Problems::new();
    let wanted = Wanted {
        kind: query.choice("kind", &mut problems),
        state: query.choice("state", &mut problems),
        under: query.choice("unit", &mut problems),
    };
    all_good(problems)?;
    Ok(wanted)
}

/// How many efforts the board of areas holds.
const ON_BOARD: i64 = 300;

/// Whether a decision on a pilot is due and has not been made.
pub(crate) fn is_due(cx: &Ctx, pilot: &Pilot) -> bool {
    let decided = pilot.decision.as_ref().map(|decided| cx.say().day(decided.at));
    rules::decision_due(pilot, decided, cx.today())
}

/// What the content names as sources of data, by the codes that indicators name them with.
pub(crate) fn sources(db: &Db) -> BoxFuture<'_, Result<Vec<(String, Cited)>, varde_store::Error>> {
    Box::pin(async move {
        let cited = |(code, id, name): (String, PilotId, Words)| (code, Cited { name, href: format!("/pilots/{id}") });
        Ok(store::coded(db).await?.into_iter().map(cited).collect())
    })
}

async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let (tree, wanted, page) = (cx.tree().await?, wanted(&query)?, page_of(&query));
    let scope = access::scope(cx.actor(), Kind::Pilot);
    let total = store::count(cx.db(), &scope, &wanted).await?;
    let pilots = store::list(cx.db(), &scope, &wanted, LINES, (page - 1) * LINES).await?;
    let may_make = !shared::own_units(cx.actor(), Kind::Pilot, Action::Create).is_empty();
    let body = if query.text("view") == "areas" {
        let all = store::list(cx.db(), &scope, &wanted, ON_BOARD, 0).await?;
        views::areas(&cx, &query, &all)
    } else {
        views::list(&cx, &tree, &query, &pilots, &pager(cx.say(), "/pilots", &query, (page, LINES), total))
    };
    let page = cx.page(cx.t("plans-pilot-list")).lead(cx.t("plans-pilot-list-lead"));
    Ok(page.actions(views::list_actions(&cx, may_make)).body(body))
}

/// What people wrote about a pilot. Texts that were not touched keep their other languages.
pub(crate) fn read(fields: &Fields, known: Option<&PilotDraft>, problems: &mut Problems) -> Option<PilotDraft> {
    let blank = Words::default();
    let (name, field) = known.map_or((&blank, &blank), |known| (&known.name, &known.field));
    let kind: Option<PilotKind> = fields.must_choose("kind", problems);
    let name = fields.required_words(texts!("name"), TextRoom::Line, name, problems);
    let field = fields.words(texts!("field"), TextRoom::Line, field, problems);
    let evidence: Option<Evidence> = fields.choice("evidence", problems);
    let (starts, ends) = (fields.date("starts", problems), fields.date("ends", problems));
    if starts.zip(ends).is_some_and(|(starts, ends)| ends < starts) {
        problems.field("ends", "plans-pilot-problem-order");
    }
    let draft = PilotDraft {
        kind: kind.unwrap_or(PilotKind::Initiative),
        name,
        field,
        ground: fields.long("ground", problems),
        knowledge: fields.long("knowledge", problems),
        evidence: evidence.unwrap_or(Evidence::Unknown),
        baseline: fields.long("baseline", problems),
        starts,
        ends,
        decision_due: fields.date("decision_due", problems),
        follow_up: fields.long("follow_up", problems),
        decision_support: fields.has("decision_support"),
        risk_assessed: fields.has("risk_assessed"),
        owner_actor: known.and_then(|known| known.owner_actor.clone()),
    };
    kind.map(|_| draft)
}

/// Adds a pilot to the unit in the field `unit`.
pub(crate) async fn add(cx: &Ctx, fields: &Fields) -> Result<PilotId, Error> {
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let unit: Option<UnitId> = fields.must_choose("unit", &mut problems);
    let draft = read(fields, None, &mut problems);
    all_good(problems)?;
    let (Some(unit), Some(draft)) = (unit, draft) else { return Err(Error::BadRequest("web-error-bad-form")) };
    let unit = store::open_unit(cx.actor(), &tree, unit)?;
    let tx = cx.begin().await?;
    let id = store::insert(&tx, &unit, &draft).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes a pilot.
pub(crate) async fn change(cx: &Ctx, id: PilotId, version: i64, fields: &Fields) -> Result<i64, Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let pilot = store::open(&tx, cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let draft = read(fields, Some(&pilot.text), &mut problems);
    all_good(problems)?;
    let Some(draft) = draft else { return Err(Error::BadRequest("web-error-bad-form")) };
    let version = store::save(&tx, &pilot, version, &draft).await?;
    confirm(&tx, id, fields).await?;
    tx.commit().await?;
    Ok(version)
}

fn told(rule: PilotRefused) -> Error {
    match rule {
        PilotRefused::OutOfOrder => Error::Conflict("plans-pilot-error-order"),
        PilotRefused::NoKnowledge => Error::Conflict("plans-pilot-error-knowledge"),
        PilotRefused::NoFollowUp => Error::Conflict("plans-pilot-error-follow-up"),
        PilotRefused::NoRiskAssessment => Error::Conflict("plans-pilot-error-risk"),
        PilotRefused::EndPassed => Error::Conflict("plans-pilot-error-end"),
        PilotRefused::NoReason => refused("reason", "web-problem-required"),
        PilotRefused::NoException => refused("exception", "plans-pilot-problem-exception"),
    }
}

/// Says that what is known has been looked up, or launches.
pub(crate) async fn step(cx: &Ctx, id: PilotId, version: i64, step: &Step) -> Result<i64, Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let action = if *step == Step::Check { Action::Edit } else { Action::Approve };
    let pilot = store::open(&tx, cx.actor(), &tree, id, action).await?;
    let state = rules::advance(pilot.state, &pilot.text, cx.today(), step).map_err(told)?;
    let version = match step {
        Step::Check => store::advance(&tx, &pilot, version, state, "checked").await?,
        Step::Launch => store::advance(&tx, &pilot, version, state, "launched").await?,
        Step::Decide { decision, reason, exception } => {
            store::decide(&tx, &pilot, version, state, *decision, reason, exception).await?
        }
    };
    tx.commit().await?;
    Ok(version)
}

/// Decides after the trial, for those who may.
pub(crate) async fn decide_on(cx: &Ctx, id: PilotId, version: i64, fields: &Fields) -> Result<i64, Error> {
    store::open(cx.db(), cx.actor(), &*cx.tree().await?, id, Action::Approve).await?;
    step(cx, id, version, &decision(fields)?).await
}

fn decision(fields: &Fields) -> Result<Step, Error> {
    let mut problems = Problems::new();
    let decision: Option<PilotDecision> = fields.must_choose("decision", &mut problems);
    let reason = fields.long("reason", &mut problems);
    let exception = fields.long("exception", &mut problems);
    all_good(problems)?;
    let decision = decision.ok_or(Error::BadRequest("web-error-bad-form"))?;
    Ok(Step::Decide { decision, reason, exception })
}

async fn show(cx: Ctx, Path(id): Path<PilotId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let pilot = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let names = Names::of(&cx, [pilot.decision.as_ref().and_then(|decided| decided.by)]).await?;
    let owner = match &pilot.text.owner_actor {
        Some(code) => {
            let actors = varde_people::actors(cx.db()).await?;
            actors.iter().find(|actor| actor.code == *code).map(|actor| actor.name.get(cx.locale()).to_owned())
        }
        None => None,
    };
    let shown = views::Shown {
        pilot: &pilot,
        names: &names,
        owner: &owner.unwrap_or_else(|| shared::unit_name(&cx, &tree, pilot.unit)),
        is_due: is_due(&cx, &pilot),
        may_edit: shared::may_on(&cx, &tree, Action::Edit, Kind::Pilot, pilot.unit),
        may_approve: shared::may_on(&cx, &tree, Action::Approve, Kind::Pilot, pilot.unit),
    };
    let beside = cx.beside(&tree, Kind::Pilot, id).await?;
    Ok(cx
        .page(pilot.text.name.get(cx.locale()))
        .lead(cx.t(views::kind_key(pilot.text.kind)))
        .unit(&tree, pilot.unit)
        .crumb(cx.t("plans-pilot-list"), "/pilots")
        .actions(views::actions(&cx, &shown))
        .seen_by(&tree, pilot.unit, true)
        .body(html! {
            (views::show(&cx, &shown))
            @for (heading, lines) in &beside { (card(heading, lines)) }
            (told::section(&cx, &tree, &[id.uuid()]).await?)
        }))
}

fn filled(pilot: &Pilot) -> Fields {
    let text = &pilot.text;
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    fields([
        ("version", Some(pilot.version.to_string())),
        ("kind", Some(text.kind.name().to_owned())),
        ("ground", some(&text.ground)),
        ("knowledge", some(&text.knowledge)),
        ("evidence", Some(text.evidence.name().to_owned())),
        ("baseline", some(&text.baseline)),
        ("starts", text.starts.map(|day| day.to_string())),
        ("ends", text.ends.map(|day| day.to_string())),
        ("decision_due", text.decision_due.map(|day| day.to_string())),
        ("follow_up", some(&text.follow_up)),
        ("decision_support", text.decision_support.then(|| "true".to_owned())),
        ("risk_assessed", text.risk_assessed.then(|| "true".to_owned())),
    ])
    .with_words(texts!("name"), &text.name)
    .with_words(texts!("field"), &text.field)
}

async fn new_page(cx: &Ctx, typed: &Fields, problems: &Problems, status: StatusCode) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let units = unit_choices(cx, &tree, Kind::Pilot, Action::Create, typed.text("unit").parse().ok());
    if units.is_empty() {
        return Err(Error::Forbidden);
    }
    let body = views::form_of(cx, &Typed::new(cx, typed, problems), "/pilots/new", "/pilots", Some(&units));
    let page = cx.page(cx.t("plans-pilot-new")).crumb(cx.t("plans-pilot-list"), "/pilots");
    Ok(page.status(status).body(body))
}

async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    new_page(&cx, &query, &Problems::new(), StatusCode::OK).await
}

async fn create(cx: Ctx, Form(form): Form) -> Result<Response, Error> {
    match add(&cx, &form).await {
        Ok(id) => Ok(cx.done(&format!("/pilots/{id}"), "plans-pilot-added")),
        Err(Error::Invalid(problems)) => new_page(&cx, &form, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(other) => Err(other),
    }
}

async fn edit_page(
    cx: &Ctx,
    id: PilotId,
    typed: Option<&Fields>,
    problems: &Problems,
    stale: Option<i64>,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let pilot = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let saved = cx.with_checks(id, filled(&pilot)).await?;
    let (mut above, mut status, mut shown) = (maud::Markup::default(), StatusCode::OK, saved.clone());
    if let Some(typed) = typed {
        (shown, status) = (typed.clone(), StatusCode::UNPROCESSABLE_ENTITY);
        if let Some(version) = stale {
            let labels: Vec<_> = views::LABELS.iter().map(|(name, key)| (*name, cx.t(key))).collect();
            let rows = clash_rows(cx, &labels, &saved, typed);
            above = conflict(cx, &shared::meanwhile(cx, id, version).await?, &rows);
            shown = with(typed, &[("version", pilot.version.to_string())]);
            status = StatusCode::CONFLICT;
        }
    }
    let back = format!("/pilots/{id}");
    let form = views::form_of(cx, &Typed::new(cx, &shown, problems), &format!("{back}/edit"), &back, None);
    let name = pilot.text.name.get(cx.locale()).to_owned();
    let page = cx.page(cx.t("plans-pilot-edit")).unit(&tree, pilot.unit).crumb(name, back);
    Ok(page.status(status).body(maud::html! { (above) (form) }))
}

async fn edit(cx: Ctx, Path(id): Path<PilotId>) -> Result<Response, Error> {
    edit_page(&cx, id, None, &Problems::new(), None).await
}

async fn update(cx: Ctx, Path(id): Path<PilotId>, Form(form): Form) -> Result<Response, Error> {
    let version = form.version()?;
    match change(&cx, id, version, &form).await {
        Ok(_) => Ok(cx.done(&format!("/pilots/{id}"), "plans-pilot-saved")),
        Err(Error::Invalid(problems)) => edit_page(&cx, id, Some(&form), &problems, None).await,
        Err(Error::Conflict("web-error-stale-help")) => {
            edit_page(&cx, id, Some(&form), &Problems::new(), Some(version)).await
        }
        Err(other) => Err(other),
    }
}

async fn check(cx: Ctx, Path(id): Path<PilotId>, Form(form): Form) -> Result<Response, Error> {
    step(&cx, id, form.version()?, &Step::Check).await?;
    Ok(cx.done(&format!("/pilots/{id}"), "plans-pilot-checked"))
}

async fn launch(cx: Ctx, Path(id): Path<PilotId>, Form(form): Form) -> Result<Response, Error> {
    step(&cx, id, form.version()?, &Step::Launch).await?;
    Ok(cx.done(&format!("/pilots/{id}"), "plans-pilot-launched"))
}

async fn decide_page(
    cx: &Ctx,
    id: PilotId,
    typed: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let pilot = store::open(cx.db(), cx.actor(), &tree, id, Action::Approve).await?;
    let shown = with(typed, &[("version", pilot.version.to_string())]);
    let body = views::decide_form(cx, &Typed::new(cx, &shown, problems), &pilot);
    let name = pilot.text.name.get(cx.locale()).to_owned();
    let page = cx.page(cx.t("plans-pilot-decide")).unit(&tree, pilot.unit).crumb(name, format!("/pilots/{id}"));
    Ok(page.status(status).body(body))
}

async fn decide_form(cx: Ctx, Path(id): Path<PilotId>) -> Result<Response, Error> {
    decide_page(&cx, id, &Fields::default(), &Problems::new(), StatusCode::OK).await
}

async fn decide(cx: Ctx, Path(id): Path<PilotId>, Form(form): Form) -> Result<Response, Error> {
    match decide_on(&cx, id, form.version()?, &form).await {
        Ok(_) => Ok(cx.done(&format!("/pilots/{id}"), "plans-pilot-decided")),
        Err(Error::Invalid(problems)) => decide_page(&cx, id, &form, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(other) => Err(other),
    }
}
