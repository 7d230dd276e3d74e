//! A unit's yearly wheel: the four phases as a board, steps with day and owner, and the leader's
//! signature.

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use varde_kernel::access::{Action, Kind, Role};
use varde_kernel::{Locale, PersonId, Problems, UnitId, UnitTree, WheelStepId, Words};
use varde_web::{Ctx, Error, Fields, Form, Need, Path, Query, Route, TextRoom, confirm, texts, told};

use super::shared::{self, Names, all_good, fields, refused, with};
use crate::model::followup::wheel::{Duty, Phase, StepDraft, StepState, WheelStep};
use crate::rules::wheel as rules;
use crate::store::wheel as store;
use crate::views::followup::wheel as views;
use crate::views::typed::Typed;

pub(crate) fn routes() -> Vec<Route> {
    let may = |action| Need::May(Kind::Wheel, action);
    vec![
        Route::get("/units/{id}/wheel", Need::SignedIn, show),
        Route::get("/units/{id}/wheel/new", may(Action::Create), new),
        Route::post("/units/{id}/wheel/new", may(Action::Create), create),
        Route::get("/units/{id}/wheel/start", may(Action::Create), ask_start),
        Route::post("/units/{id}/wheel/start", may(Action::Create), start_year),
        Route::post("/units/{id}/wheel/copy", may(Action::Create), copy_year),
        Route::get("/units/{id}/wheel/sign", may(Action::Approve), sign_form),
        Route::post("/units/{id}/wheel/sign", may(Action::Approve), sign_phase),
        Route::get("/wheel/{id}/edit", may(Action::Edit), edit),
        Route::post("/wheel/{id}/edit", may(Action::Edit), update),
        Route::get("/wheel/{id}/set-aside", may(Action::Answer), ask_set_aside),
        Route::post("/wheel/{id}/set-aside", may(Action::Answer), set_aside),
        Route::post("/wheel/{id}/state", may(Action::Answer), state),
    ]
}

/// The year asked for, or this one.
pub(crate) fn year_of(cx: &Ctx, fields: &Fields) -> Result<i16, Error> {
    match fields.text("year") {
        "" => Ok(cx.today().year()),
        text => text
            .parse()
            .ok()
            .filter(|year| (1990..=2190).contains(year))
            .ok_or(Error::BadRequest("plans-wheel-error-year")),
    }
}

/// The year that is asked for of a unit's wheel, for those who may do this to it.
pub(crate) async fn year_for(cx: &Ctx, unit: UnitId, action: Action, fields: &Fields) -> Result<i16, Error> {
    store::open_unit(cx.actor(), &*cx.tree().await?, unit, action)?;
    year_of(cx, fields)
}

async fn show(cx: Ctx, Path(unit): Path<UnitId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let year = year_of(&cx, &query)?;
    let unit = store::open_unit(cx.actor(), &tree, unit, Action::Read)?.into_inner();
    let steps = store::list(cx.db(), unit, year).await?;
    let signs = store::signatures(cx.db(), unit, year).await?;
    let duties = store::duties(cx.db()).await?;
    let people = steps.iter().map(|step| step.owner_person).chain(signs.iter().map(|sign| sign.by));
    let names = Names::of(&cx, people).await?;
    let board = views::Board {
        unit,
        year,
        steps: &steps,
        signs: &signs,
        n_missing_duties: rules::missing_duties(&duties, &steps).len(),
        may_edit: shared::may_on(&cx, &tree, Action::Edit, Kind::Wheel, unit),
        may_sign: shared::may_on(&cx, &tree, Action::Approve, Kind::Wheel, unit),
        names: &names,
    };
    let name = shared::unit_name(&cx, &tree, unit);
    let title = cx.say().with("plans-wheel-title", &[("year", year.to_string().into()), ("unit", name.into())]);
    let page = cx.page(title).lead(cx.t("plans-wheel-lead")).unit(&tree, unit);
    let happened = told::section_of_kind(&cx, &tree, unit, Kind::Wheel).await?;
    Ok(page.actions(views::actions(&cx, &board)).body(html! { (views::board(&cx, &board)) (happened) }))
}

/// What people wrote about a step.
pub(crate) fn read(
    fields: &Fields,
    year: i16,
    before: Option<&WheelStep>,
    problems: &mut Problems,
) -> Option<StepDraft> {
    let blank = Words::default();
    let phase: Option<Phase> = fields.must_choose("phase", problems);
    let (title, help) = before.map_or((&blank, &blank), |step| (&step.title, &step.help));
    let title = fields.required_words(texts!("title"), TextRoom::Line, title, problems);
    let help = fields.words(texts!("help"), TextRoom::Lines, help, problems);
    let regulation = fields.short("regulation", problems);
    let due = fields.date("due", problems);
    if rules::fits_year(year, due).is_err() {
        problems.field("due", "plans-wheel-problem-year");
    }
    let (mut owner_person, mut owner_role) = (None, None);
    match fields.text("owner").split_once(':') {
        Some(("person", id)) => owner_person = id.parse::<PersonId>().ok(),
        Some(("role", name)) => owner_role = name.parse::<Role>().ok(),
        _ => {}
    }
    if fields.has("owner") && owner_person.is_none() && owner_role.is_none() {
        problems.field("owner", "web-problem-choice");
    }
    let regulation = Some(regulation).filter(|text| !text.is_empty());
    Some(StepDraft { phase: phase?, title, help, regulation, due, owner_person, owner_role })
}

/// Adds a step to a unit's year.
pub(crate) async fn add(cx: &Ctx, unit: UnitId, year: i16, fields: &Fields) -> Result<WheelStepId, Error> {
    let tree = cx.tree().await?;
    let unit = store::open_unit(cx.actor(), &tree, unit, Action::Create)?;
    let mut problems = Problems::new();
    let draft = read(fields, year, None, &mut problems);
    all_good(problems)?;
    let Some(draft) = draft else { return Err(Error::BadRequest("web-error-bad-form")) };
    let tx = cx.begin().await?;
    let id = store::insert(&tx, &unit, year, &draft, None).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes a step.
pub(crate) async fn change(cx: &Ctx, id: WheelStepId, version: i64, fields: &Fields) -> Result<WheelStep, Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let step = store::open(&tx, cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let draft = read(fields, step.year, Some(&step), &mut problems);
    all_good(problems)?;
    let Some(draft) = draft else { return Err(Error::BadRequest("web-error-bad-form")) };
    store::save(&tx, &step, version, &draft).await?;
    confirm(&tx, id, fields).await?;
    tx.commit().await?;
    Ok(step.into_inner())
}

/// Marks a step as done or as of no concern to the unit, or opens it again.
pub(crate) async fn set_state(
    cx: &Ctx,
    id: WheelStepId,
    version: i64,
    state: StepState,
    fields: &Fields,
) -> Result<WheelStep, Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let step = store::open(&tx, cx.actor(), &tree, id, Action::Answer).await?;
    let mut problems = Problems::new();
    let note = fields.long("note", &mut problems);
    if rules::may_become(state, &note).is_err() {
        problems.field("note", "plans-wheel-problem-reason");
    }
    all_good(problems)?;
    store::set_state(&tx, &step, version, state, &note).await?;
    tx.commit().await?;
    Ok(step.into_inner())
}

/// Adds the regulation's duties that a unit's year does not hold yet, or those of them that are `wanted`; says
/// how many.
pub(crate) async fn start(cx: &Ctx, unit: UnitId, year: i16, wanted: Option<&[String]>) -> Result<usize, Error> {
    let tree = cx.tree().await?;
    let unit = store::open_unit(cx.actor(), &tree, unit, Action::Create)?;
    let tx = cx.begin().await?;
    let (duties, steps) = (store::duties(&tx).await?, store::list(&tx, *unit, year).await?);
    let mut missing = rules::missing_duties(&duties, &steps);
    missing.retain(|duty| wanted.is_none_or(|wanted| wanted.contains(&duty.code)));
    for duty in &missing {
        let draft = StepDraft {
            phase: duty.phase,
            title: duty.title.clone(),
            help: duty.help.clone(),
            regulation: Some(duty.regulation.clone()),
            due: rules::duty_day(year, duty.month, cx.today()),
            owner_person: None,
            // The regulation puts the duties on whoever leads the unit.
            owner_role: Some(Role::UnitLeader),
        };
        store::insert(&tx, &unit, year, &draft, Some(duty)).await?;
    }
    tx.commit().await?;
    Ok(missing.len())
}

/// Copies a unit's steps to the year after; says how many were new there.
pub(crate) async fn copy(cx: &Ctx, unit: UnitId, year: i16) -> Result<usize, Error> {
    let tree = cx.tree().await?;
    let unit = store::open_unit(cx.actor(), &tree, unit, Action::Create)?;
    let tx = cx.begin().await?;
    let steps = store::list(&tx, *unit, year).await?;
    let drafts: Vec<(WheelStep, StepDraft)> =
        steps.into_iter().map(|step| (step.clone(), rules::next_year(&step))).collect();
    let added = store::copy(&tx, &unit, year + 1, &drafts).await?;
    tx.commit().await?;
    Ok(added)
}

/// Signs a phase. The points that are open are recorded, and each gets a step that follows it up.
pub(crate) async fn sign(cx: &Ctx, unit: UnitId, year: i16, fields: &Fields) -> Result<usize, Error> {
    let tree = cx.tree().await?;
    let unit = store::open_unit(cx.actor(), &tree, unit, Action::Approve)?;
    let mut problems = Problems::new();
    let phase: Option<Phase> = fields.must_choose("phase", &mut problems);
    let note = fields.long("note", &mut problems);
    let by = fields.date("follow_up_by", &mut problems);
    if rules::fits_year(year, by).is_err() {
        problems.field("follow_up_by", "plans-wheel-problem-year");
    }
    all_good(problems)?;
    let Some(phase) = phase else { return Err(Error::BadRequest("web-error-bad-form")) };
    let tx = cx.begin().await?;
    let steps = store::list(&tx, *unit, year).await?;
    let open = rules::open_points(&steps, phase);
    rules::may_sign(open.len(), by).map_err(|_| refused("follow_up_by", "plans-wheel-problem-follow-up"))?;
    let follow = |step: &WheelStep| StepDraft {
        phase: Phase::Correct,
        title: {
            let told = |locale| {
                let say = cx.say().in_locale(locale);
                say.with("plans-wheel-follow-up-of", &[("title", step.title.get(locale).into())])
            };
            Words { nb: told(Locale::Nb), nn: Some(told(Locale::Nn)), en: Some(told(Locale::En)) }
        },
        help: Words::default(),
        regulation: step.regulation.clone(),
        due: by,
        owner_person: step.owner_person,
        owner_role: step.owner_role,
    };
    let points: Vec<(WheelStep, StepDraft)> = open.iter().map(|step| ((*step).clone(), follow(step))).collect();
    store::sign(&tx, &unit, year, phase, &note, &points).await?;
    tx.commit().await?;
    Ok(points.len())
}

/// Who can own a step: roles, and the people who hold one on the unit.
async fn owners(cx: &Ctx, unit: UnitId, now: Option<PersonId>) -> Result<Vec<(String, String)>, Error> {
    let roles = [Role::UnitLeader, Role::QualityAdviser, Role::Planner, Role::TopLeader, Role::Staff];
    let mut choices: Vec<(String, String)> =
        roles.iter().map(|role| (format!("role:{}", role.name()), cx.t(varde_web::role_key(*role)))).collect();
    let mut persons: Vec<(PersonId, String)> = Vec::new();
    for held in varde_people::store::holdings::holdings_on(cx.db(), &[unit], cx.today()).await? {
        if !persons.iter().any(|(person, _)| *person == held.person) {
            persons.push((held.person, held.name));
        }
    }
    let here = cx.visitor().map(|visitor| visitor.person);
    let names = Names::of(cx, [now, here]).await?;
    for person in [now, here].into_iter().flatten() {
        if !persons.iter().any(|(known, _)| *known == person) {
            persons.push((person, names.get(cx, Some(person))));
        }
    }
    choices.extend(persons.into_iter().map(|(person, name)| (format!("person:{person}"), name)));
    Ok(choices)
}

fn filled(step: &WheelStep) -> Fields {
    let owner = match (step.owner_person, step.owner_role) {
        (Some(person), _) => Some(format!("person:{person}")),
        (None, Some(role)) => Some(format!("role:{}", role.name())),
        (None, None) => None,
    };
    fields([
        ("version", Some(step.version.to_string())),
        ("phase", Some(step.phase.name().to_owned())),
        ("regulation", step.regulation.clone()),
        ("due", step.due.map(|due| due.to_string())),
        ("owner", owner),
    ])
    .with_words(texts!("title"), &step.title)
    .with_words(texts!("help"), &step.help)
}

struct Shown<'a> {
    unit: UnitId,
    year: i16,
    step: Option<&'a WheelStep>,
    fields: &'a Fields,
    problems: &'a Problems,
    status: StatusCode,
}

async fn form_page(cx: &Ctx, tree: &UnitTree, shown: Shown<'_>) -> Result<Response, Error> {
    let owners = owners(cx, shown.unit, shown.step.and_then(|step| step.owner_person)).await?;
    let (title, action) = match shown.step {
        Some(step) => (cx.t("plans-wheel-edit"), format!("/wheel/{}/edit", step.id)),
        None => (cx.t("plans-wheel-new"), format!("/units/{}/wheel/new", shown.unit)),
    };
    let back = format!("/units/{}/wheel?year={}", shown.unit, shown.year);
    let typed = Typed::new(cx, shown.fields, shown.problems);
    let body = views::step_form(cx, &typed, &action, &back, &owners);
    let page = cx.page(title).unit(tree, shown.unit).crumb(cx.t("plans-wheel-name"), back).status(shown.status);
    Ok(page.body(body))
}

async fn new(cx: Ctx, Path(unit): Path<UnitId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let year = year_of(&cx, &query)?;
    let unit = store::open_unit(cx.actor(), &tree, unit, Action::Create)?.into_inner();
    let fields = with(&query, &[("year", year.to_string())]);
    let problems = Problems::new();
    let shown = Shown { unit, year, step: None, fields: &fields, problems: &problems, status: StatusCode::OK };
    form_page(&cx, &tree, shown).await
}

async fn create(cx: Ctx, Path(unit): Path<UnitId>, Form(form): Form) -> Result<Response, Error> {
    let _allowed = store::open_unit(cx.actor(), &*cx.tree().await?, unit, Action::Create)?;
    let year = year_of(&cx, &form)?;
    match add(&cx, unit, year, &form).await {
        Ok(_) => Ok(cx.done(&format!("/units/{unit}/wheel?year={year}"), "plans-wheel-added")),
        Err(Error::Invalid(problems)) => {
            let shown = Shown {
                unit,
                year,
                step: None,
                fields: &form,
                problems: &problems,
                status: StatusCode::UNPROCESSABLE_ENTITY,
            };
            form_page(&cx, &*cx.tree().await?, shown).await
        }
        Err(other) => Err(other),
    }
}

async fn edit(cx: Ctx, Path(id): Path<WheelStepId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let step = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let (fields, problems) = (cx.with_checks(id, filled(&step)).await?, Problems::new());
    let shown = Shown {
        unit: step.unit,
        year: step.year,
        step: Some(&step),
        fields: &fields,
        problems: &problems,
        status: StatusCode::OK,
    };
    form_page(&cx, &tree, shown).await
}

async fn update(cx: Ctx, Path(id): Path<WheelStepId>, Form(form): Form) -> Result<Response, Error> {
    let (problems, status) = match change(&cx, id, form.version()?, &form).await {
        Ok(step) => {
            return Ok(cx.done(&format!("/units/{}/wheel?year={}", step.unit, step.year), "plans-wheel-saved"));
        }
        Err(Error::Invalid(problems)) => (problems, StatusCode::UNPROCESSABLE_ENTITY),
        Err(error) if error.is_stale() => (Problems::new(), StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let tree = cx.tree().await?;
    let step = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let typed = shared::shown(&cx, (id, step.version), Fields::default(), Some(&form), status).await?;
    let shown =
        Shown { unit: step.unit, year: step.year, step: Some(&step), fields: &typed, problems: &problems, status };
    form_page(&cx, &tree, shown).await
}

async fn state(cx: Ctx, Path(id): Path<WheelStepId>, Form(form): Form) -> Result<Response, Error> {
    store::open(cx.db(), cx.actor(), &*cx.tree().await?, id, Action::Answer).await?;
    let bad = |()| Error::BadRequest("web-error-bad-form");
    let state: StepState = form.text("state").parse().map_err(bad)?;
    let step = set_state(&cx, id, form.version()?, state, &form).await?;
    let said = match state {
        StepState::Done => "plans-wheel-done",
        StepState::SetAside => "plans-wheel-aside-done",
        StepState::Open => "plans-wheel-reopened",
    };
    Ok(cx.done(&format!("/units/{}/wheel?year={}", step.unit, step.year), said))
}

/// The duties that a unit's year does not hold yet, for whoever may begin the year. Pages and API share it.
pub(crate) async fn missing(cx: &Ctx, unit: UnitId, query: &Fields) -> Result<Vec<Duty>, Error> {
    let unit = store::open_unit(cx.actor(), &*cx.tree().await?, unit, Action::Create)?.into_inner();
    let year = year_of(cx, query)?;
    let (duties, steps) = (store::duties(cx.db()).await?, store::list(cx.db(), unit, year).await?);
    Ok(rules::missing_duties(&duties, &steps).into_iter().cloned().collect())
}

/// Shows the duties that a year does not hold yet, to choose among before they are taken in.
async fn ask_start(cx: Ctx, Path(unit): Path<UnitId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let year = year_of(&cx, &query)?;
    let unit = store::open_unit(cx.actor(), &tree, unit, Action::Create)?.into_inner();
    let missing = missing(&cx, unit, &query).await?;
    let back = format!("/units/{unit}/wheel?year={year}");
    let body = views::start_form(&cx, unit, year, &back, &missing.iter().collect::<Vec<_>>());
    let page = cx.page(cx.t("plans-wheel-start")).unit(&tree, unit).crumb(cx.t("plans-wheel-name"), back);
    Ok(page.body(body))
}

async fn set_aside_page(
    cx: &Ctx,
    id: WheelStepId,
    typed: Option<&Fields>,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let step = store::open(cx.db(), cx.actor(), &tree, id, Action::Answer).await?;
    let fresh = fields([("version", Some(step.version.to_string()))]);
    let shown = shared::shown(cx, (id, step.version), fresh, typed, status).await?;
    let back = format!("/units/{}/wheel?year={}", step.unit, step.year);
    let typed = Typed::new(cx, &shown, problems);
    let body = views::set_aside_form(cx, &typed, &step, &back);
    let title = cx.say().with("plans-wheel-aside-title", &[("title", step.title.get(cx.locale()).into())]);
    let page = cx.page(title).unit(&tree, step.unit).crumb(cx.t("plans-wheel-name"), back).status(status);
    Ok(page.body(body))
}

async fn ask_set_aside(cx: Ctx, Path(id): Path<WheelStepId>) -> Result<Response, Error> {
    set_aside_page(&cx, id, None, &Problems::new(), StatusCode::OK).await
}

async fn set_aside(cx: Ctx, Path(id): Path<WheelStepId>, Form(form): Form) -> Result<Response, Error> {
    store::open(cx.db(), cx.actor(), &*cx.tree().await?, id, Action::Answer).await?;
    match set_state(&cx, id, form.version()?, StepState::SetAside, &form).await {
        Ok(step) => Ok(cx.done(&format!("/units/{}/wheel?year={}", step.unit, step.year), "plans-wheel-aside-done")),
        Err(Error::Invalid(problems)) => {
            set_aside_page(&cx, id, Some(&form), &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => {
            set_aside_page(&cx, id, Some(&form), &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(other) => Err(other),
    }
}

async fn start_year(cx: Ctx, Path(unit): Path<UnitId>, Form(form): Form) -> Result<Response, Error> {
    let year = year_for(&cx, unit, Action::Create, &form).await?;
    let wanted: Vec<String> = form.all("duty").map(str::to_owned).collect();
    if wanted.is_empty() {
        return Ok(cx.done(&format!("/units/{unit}/wheel/start?year={year}"), "plans-wheel-start-nothing"));
    }
    let added = start(&cx, unit, year, Some(&wanted)).await?;
    let said = if added == 0 { "plans-wheel-started-none" } else { "plans-wheel-started" };
    Ok(cx.done(&format!("/units/{unit}/wheel?year={year}"), said))
}

async fn copy_year(cx: Ctx, Path(unit): Path<UnitId>, Form(form): Form) -> Result<Response, Error> {
    let year = year_for(&cx, unit, Action::Create, &form).await?;
    let added = copy(&cx, unit, year).await?;
    let said = if added == 0 { "plans-wheel-copied-none" } else { "plans-wheel-copied" };
    Ok(cx.done(&format!("/units/{unit}/wheel?year={}", year + 1), said))
}

async fn sign_page(
    cx: &Ctx,
    unit: UnitId,
    typed: Fields,
    problems: Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let unit = store::open_unit(cx.actor(), &tree, unit, Action::Approve)?.into_inner();
    let year = year_of(cx, &typed)?;
    let phase: Phase = typed.text("phase").parse().map_err(|()| Error::BadRequest("web-error-bad-form"))?;
    let steps = store::list(cx.db(), unit, year).await?;
    let open = rules::open_points(&steps, phase);
    let fields = with(&typed, &[("year", year.to_string())]);
    let back = format!("/units/{unit}/wheel?year={year}");
    let body = views::sign_form(cx, &Typed::new(cx, &fields, &problems), unit, &back, &open);
    let title = cx.say().with(
        "plans-wheel-sign-title",
        &[("phase", cx.t(views::phase_key(phase)).into()), ("year", year.to_string().into())],
    );
    Ok(cx.page(title).unit(&tree, unit).crumb(cx.t("plans-wheel-name"), back).status(status).body(body))
}

async fn sign_form(cx: Ctx, Path(unit): Path<UnitId>, Query(query): Query) -> Result<Response, Error> {
    sign_page(&cx, unit, query, Problems::new(), StatusCode::OK).await
}

async fn sign_phase(cx: Ctx, Path(unit): Path<UnitId>, Form(form): Form) -> Result<Response, Error> {
    let year = year_for(&cx, unit, Action::Approve, &form).await?;
    match sign(&cx, unit, year, &form).await {
        Ok(_) => Ok(cx.done(&format!("/units/{unit}/wheel?year={year}"), "plans-wheel-signed")),
        Err(Error::Invalid(problems)) => sign_page(&cx, unit, form, problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(other) => Err(other),
    }
}
