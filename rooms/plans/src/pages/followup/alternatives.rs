//! Alternatives side by side, the votes on them, and the decision.

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use varde_kernel::access::{Action, Granted, Kind};
use varde_kernel::{AlternativeId, Locale, PlanId, Problems, UnitId, Words};
use varde_store::Read;
use varde_web::ui::card;
use varde_web::{Ctx, Error, Fields, Form, Need, Path, Route, TextRoom, Texts, confirm, texts, told};

use super::shared::{self, Names, all_good, fields, refused};
use crate::model::followup::alternatives::{Alternative, AlternativeDraft, PointKind};
use crate::rules::points::{self, OtherCount};
use crate::rules::votes::{self as rules, VoteRefused};
use crate::store::alternatives::{self as store, Ballot};
use crate::store::sources::{self, PlanHead};
use crate::views::followup::alternatives as views;
use crate::views::typed::Typed;

pub(crate) fn routes() -> Vec<Route> {
    let may = |action| Need::May(Kind::Alternative, action);
    vec![
        Route::get("/plans/{id}/alternatives", Need::SignedIn, show),
        Route::get("/plans/{id}/alternatives/new", may(Action::Create), new),
        Route::post("/plans/{id}/alternatives/new", may(Action::Create), create),
        Route::get("/plans/{id}/alternatives/vote", may(Action::Answer), vote_form),
        Route::post("/plans/{id}/alternatives/vote", may(Action::Answer), vote),
        Route::post("/plans/{id}/alternatives/withdraw", may(Action::Answer), withdraw),
        Route::get("/plans/{id}/alternatives/decide", may(Action::Approve), decide_form),
        Route::post("/plans/{id}/alternatives/decide", may(Action::Approve), decide),
        Route::get("/alternatives/{id}/edit", may(Action::Edit), edit),
        Route::post("/alternatives/{id}/edit", may(Action::Edit), update),
    ]
}

/// The plan whose alternatives these are, opened for `action`.
pub(crate) async fn open(
    cx: &Ctx,
    plan: PlanId,
    action: Action,
) -> Result<(PlanHead, Granted<(PlanId, UnitId)>), Error> {
    let tree = cx.tree().await?;
    let plan = sources::open_plan(cx.db(), cx.actor(), &tree, plan, Kind::Alternative, action).await?;
    let head = (*plan).clone();
    Ok((head, plan.map(|plan| (plan.id, plan.unit))))
}

async fn show(cx: Ctx, Path(plan): Path<PlanId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (plan, _) = open(&cx, plan, Action::Read).await?;
    let alternatives = store::list(cx.db(), plan.id).await?;
    let votes = store::votes(cx.db(), plan.id).await?;
    let choice = store::choice(cx.db(), plan.id).await?;
    let people = votes.iter().map(|vote| Some(vote.voter)).chain([choice.as_ref().and_then(|choice| choice.by)]);
    let names = Names::of(&cx, people).await?;
    let own = cx.visitor().and_then(|visitor| votes.iter().find(|vote| vote.voter == visitor.person));
    let things: Vec<_> = alternatives.iter().map(|alternative| alternative.id.uuid()).chain([plan.id.uuid()]).collect();
    // What happened to the plan itself stands on the plan's own pages.
    let happened = told::of_kind(&cx, &tree, &things, Kind::Alternative).await?;
    let mut beside = Vec::new();
    for one in &alternatives {
        // Each note under the alternative that it is about.
        for (heading, lines) in cx.beside(&tree, Kind::Alternative, one.id).await? {
            beside.push((format!("{heading}: {}", cx.say().words(&one.name)), lines));
        }
    }
    let shown = views::Shown {
        plan: &plan,
        alternatives: &alternatives,
        votes: &votes,
        choice: choice.as_ref(),
        names: &names,
        own,
        may_edit: shared::may_on(&cx, &tree, Action::Edit, Kind::Alternative, plan.unit),
        may_vote: shared::may_on(&cx, &tree, Action::Answer, Kind::Alternative, plan.unit),
        may_decide: shared::may_on(&cx, &tree, Action::Approve, Kind::Alternative, plan.unit),
    };
    Ok(cx
        .page(cx.t("plans-alternative-list"))
        .lead(cx.t("plans-alternative-lead"))
        .unit(&tree, plan.unit)
        .crumb(plan.name.get(cx.locale()), format!("/plans/{}", plan.id))
        .actions(views::actions(&cx, &shown))
        .body(html! {
            (views::show(&cx, &shown))
            @for (heading, lines) in &beside { (card(heading, lines)) }
            (told::folded(&cx, &happened))
        }))
}

/// The lists of points: each line is one point, in each language.
const POINTS: [(PointKind, Texts); 3] = [
    (PointKind::Pro, texts!("pros")),
    (PointKind::Con, texts!("cons")),
    (PointKind::Precondition, texts!("preconditions")),
];

/// What people wrote about an alternative; each line of a list is one point.
fn read(fields: &Fields, known: Option<&Alternative>, problems: &mut Problems) -> Option<AlternativeDraft> {
    let number = fields.whole("number", problems);
    if number.is_none() && !fields.has("number") {
        problems.field("number", "web-problem-required");
    }
    if number.is_some_and(|number| !(0..=99).contains(&number)) {
        problems.field("number", "plans-alternative-problem-number");
    }
    let blank = Words::default();
    let stood = |text: fn(&Alternative) -> &Words| known.map_or(&blank, text);
    let mut long = |texts, text| fields.words(texts, TextRoom::Lines, stood(text), problems);
    let (summary, setup) =
        (long(texts!("summary"), |known| &known.summary), long(texts!("setup"), |known| &known.setup));
    let (pace, effect) = (long(texts!("pace"), |known| &known.pace), long(texts!("effect"), |known| &known.effect));
    let name = fields.required_words(texts!("name"), TextRoom::Line, stood(|known| &known.name), problems);
    let mut draft = AlternativeDraft {
        number: number.unwrap_or(0),
        name,
        summary,
        setup,
        pace,
        effect,
        ..AlternativeDraft::default()
    };
    for (kind, [nb, nn, en]) in POINTS {
        let before: Vec<Words> = known
            .map(|known| {
                known.points.iter().filter(|(other, _)| *other == kind).map(|(_, words)| words.clone()).collect()
            })
            .unwrap_or_default();
        let sent = |name| fields.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        for name in [nb, nn, en] {
            fields.long(name, problems);
        }
        match points::read(&before, fields.text(nb), sent(nn), sent(en)) {
            Ok((words, behind)) => {
                draft.points.extend(words.into_iter().map(|words| (kind, words)));
                draft.left_behind.extend(behind.into_iter().map(|locale| (kind, locale)));
            }
            Err((locale, OtherCount)) => {
                problems.field(if locale == Locale::Nn { nn } else { en }, "plans-alternative-problem-lines");
            }
        }
    }
    number.map(|_| draft)
}

/// Adds an alternative to a plan.
pub(crate) async fn add(cx: &Ctx, plan: PlanId, fields: &Fields) -> Result<AlternativeId, Error> {
    let (_, plan) = open(cx, plan, Action::Create).await?;
    let mut problems = Problems::new();
    let draft = read(fields, None, &mut problems);
    all_good(problems)?;
    let Some(draft) = draft else { return Err(Error::BadRequest("web-error-bad-form")) };
    let tx = cx.begin().await?;
    undecided(&tx, plan.0).await?;
    let id = store::insert(&tx, &plan, &draft).await?;
    tx.commit().await?;
    Ok(id)
}

/// What was voted on must still stand there when it is decided on, and afterwards.
async fn undecided(db: &impl Read, plan: PlanId) -> Result<(), Error> {
    match store::choice(db, plan).await? {
        None => Ok(()),
        Some(_) => Err(told(VoteRefused::Decided)),
    }
}

async fn plan_of(cx: &Ctx, id: AlternativeId) -> Result<PlanId, Error> {
    store::plan_of(cx.db(), id).await?.ok_or(Error::NotFound)
}

/// Changes an alternative.
pub(crate) async fn change(cx: &Ctx, id: AlternativeId, version: i64, fields: &Fields) -> Result<PlanId, Error> {
    let (_, plan) = open(cx, plan_of(cx, id).await?, Action::Edit).await?;
    let tx = cx.begin().await?;
    let known = store::of_plan(&tx, plan.0, id).await?.ok_or(Error::NotFound)?;
    let mut problems = Problems::new();
    let draft = read(fields, Some(&known), &mut problems);
    all_good(problems)?;
    let Some(draft) = draft else { return Err(Error::BadRequest("web-error-bad-form")) };
    undecided(&tx, plan.0).await?;
    store::save(&tx, &plan, &known, version, &draft).await?;
    confirm(&tx, id, fields).await?;
    tx.commit().await?;
    Ok(plan.0)
}

fn told(rule: VoteRefused) -> Error {
    match rule {
        VoteRefused::Decided => Error::Conflict("plans-alternative-error-decided"),
        VoteRefused::NotOurs => refused("alternative", "web-problem-choice"),
        VoteRefused::NoReasons => refused("reasons", "web-problem-required"),
    }
}

/// Casts the visitor's vote; `alternative` is an id or `abstain`.
pub(crate) async fn cast(cx: &Ctx, plan: PlanId, fields: &Fields) -> Result<(), Error> {
    let (_, plan) = open(cx, plan, Action::Answer).await?;
    let mut problems = Problems::new();
    let alternative = match fields.text("alternative") {
        "abstain" => None,
        _ => fields.must_choose::<AlternativeId>("alternative", &mut problems),
    };
    let ballot = Ballot {
        alternative,
        seat: fields.short("seat", &mut problems),
        statement: fields.long("statement", &mut problems),
        reservation: fields.long("reservation", &mut problems),
    };
    all_good(problems)?;
    let tx = cx.begin().await?;
    let (alternatives, choice) = (store::list(&tx, plan.0).await?, store::choice(&tx, plan.0).await?);
    rules::cast(&alternatives, choice.as_ref(), ballot.alternative).map_err(told)?;
    store::vote(&tx, &plan, &ballot).await?;
    Ok(tx.commit().await?)
}

/// Takes the visitor's vote back.
pub(crate) async fn take_back(cx: &Ctx, plan: PlanId) -> Result<(), Error> {
    let (_, plan) = open(cx, plan, Action::Answer).await?;
    let tx = cx.begin().await?;
    let choice = store::choice(&tx, plan.0).await?;
    rules::cast(&[], choice.as_ref(), None).map_err(told)?;
    if !store::withdraw(&tx, &plan).await? {
        return Err(Error::Conflict("plans-alternative-error-no-vote"));
    }
    Ok(tx.commit().await?)
}

/// Decides for an alternative, with reasons.
pub(crate) async fn settle(cx: &Ctx, plan: PlanId, fields: &Fields) -> Result<(), Error> {
    let (_, plan) = open(cx, plan, Action::Approve).await?;
    let mut problems = Problems::new();
    let chosen = fields.must_choose::<AlternativeId>("alternative", &mut problems);
    let reasons = fields.long("reasons", &mut problems);
    all_good(problems)?;
    let Some(chosen) = chosen else { return Err(Error::BadRequest("web-error-bad-form")) };
    let tx = cx.begin().await?;
    let (alternatives, choice) = (store::list(&tx, plan.0).await?, store::choice(&tx, plan.0).await?);
    rules::decide(&alternatives, choice.as_ref(), chosen, &reasons).map_err(told)?;
    store::decide(&tx, &plan, chosen, &reasons).await?;
    Ok(tx.commit().await?)
}

struct Shown<'a> {
    title: &'static str,
    action: String,
    fields: &'a Fields,
    problems: &'a Problems,
    status: StatusCode,
}

async fn form_page(cx: &Ctx, plan: &PlanHead, shown: Shown<'_>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let back = format!("/plans/{}/alternatives", plan.id);
    let form = views::form_of(cx, &Typed::new(cx, shown.fields, shown.problems), &shown.action, &back);
    let page = cx.page(cx.t(shown.title)).unit(&tree, plan.unit).crumb(cx.t("plans-alternative-list"), back);
    Ok(page.status(shown.status).body(form))
}

async fn new(cx: Ctx, Path(plan): Path<PlanId>) -> Result<Response, Error> {
    let (plan, _) = open(&cx, plan, Action::Create).await?;
    let next = store::list(cx.db(), plan.id).await?.iter().map(|known| known.number + 1).max().unwrap_or(0);
    let first = fields([("number", Some(next.to_string()))]);
    let problems = Problems::new();
    let shown = Shown {
        title: "plans-alternative-new",
        action: format!("/plans/{}/alternatives/new", plan.id),
        fields: &first,
        problems: &problems,
        status: StatusCode::OK,
    };
    form_page(&cx, &plan, shown).await
}

async fn create(cx: Ctx, Path(plan): Path<PlanId>, Form(form): Form) -> Result<Response, Error> {
    match add(&cx, plan, &form).await {
        Ok(_) => Ok(cx.done(&format!("/plans/{plan}/alternatives"), "plans-alternative-added")),
        Err(Error::Invalid(problems)) => {
            let (plan, _) = open(&cx, plan, Action::Create).await?;
            let shown = Shown {
                title: "plans-alternative-new",
                action: format!("/plans/{}/alternatives/new", plan.id),
                fields: &form,
                problems: &problems,
                status: StatusCode::UNPROCESSABLE_ENTITY,
            };
            form_page(&cx, &plan, shown).await
        }
        Err(other) => Err(other),
    }
}

fn filled(alternative: &Alternative) -> Fields {
    let first =
        fields([("version", Some(alternative.version.to_string())), ("number", Some(alternative.number.to_string()))])
            .with_words(texts!("name"), &alternative.name)
            .with_words(texts!("summary"), &alternative.summary)
            .with_words(texts!("setup"), &alternative.setup)
            .with_words(texts!("pace"), &alternative.pace)
            .with_words(texts!("effect"), &alternative.effect);
    POINTS.iter().fold(first, |filled, (kind, texts)| {
        let here = || alternative.points.iter().filter(|(known, _)| known == kind).map(|(_, words)| words);
        let lines = |text: fn(&Words) -> &str| here().map(text).collect::<Vec<&str>>().join("\n");
        let other = |text: fn(&Words) -> &str| Some(lines(text)).filter(|text| !text.trim().is_empty());
        let words = Words {
            nb: lines(|words| words.nb.as_str()),
            nn: other(|words| words.nn.as_deref().unwrap_or_default()),
            en: other(|words| words.en.as_deref().unwrap_or_default()),
        };
        filled.with_words(*texts, &words)
    })
}

async fn edit_page(
    cx: &Ctx,
    id: AlternativeId,
    typed: Option<&Fields>,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let (plan, _) = open(cx, plan_of(cx, id).await?, Action::Edit).await?;
    let known = store::of_plan(cx.db(), plan.id, id).await?.ok_or(Error::NotFound)?;
    let saved = cx.with_checks(id, filled(&known)).await?;
    let shown = shared::shown(cx, (id, known.version), saved, typed, status).await?;
    let action = format!("/alternatives/{id}/edit");
    let shown = Shown { title: "plans-alternative-edit", action, fields: &shown, problems, status };
    form_page(cx, &plan, shown).await
}

async fn edit(cx: Ctx, Path(id): Path<AlternativeId>) -> Result<Response, Error> {
    edit_page(&cx, id, None, &Problems::new(), StatusCode::OK).await
}

async fn update(cx: Ctx, Path(id): Path<AlternativeId>, Form(form): Form) -> Result<Response, Error> {
    let version = form.version()?;
    match change(&cx, id, version, &form).await {
        Ok(plan) => Ok(cx.done(&format!("/plans/{plan}/alternatives"), "plans-alternative-saved")),
        Err(Error::Invalid(problems)) => {
            edit_page(&cx, id, Some(&form), &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => edit_page(&cx, id, Some(&form), &Problems::new(), StatusCode::CONFLICT).await,
        Err(other) => Err(other),
    }
}

async fn vote_page(
    cx: &Ctx,
    plan: PlanId,
    typed: Option<&Fields>,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (plan, _) = open(cx, plan, Action::Answer).await?;
    let alternatives = store::list(cx.db(), plan.id).await?;
    let votes = store::votes(cx.db(), plan.id).await?;
    let own = cx.visitor().and_then(|visitor| votes.iter().find(|vote| vote.voter == visitor.person));
    let first = own.map_or_else(Fields::default, |vote| {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        fields([
            ("alternative", Some(vote.alternative.map_or_else(|| "abstain".to_owned(), |id| id.to_string()))),
            ("seat", some(&vote.seat)),
            ("statement", some(&vote.statement)),
            ("reservation", some(&vote.reservation)),
        ])
    });
    let body = views::vote_form(cx, &Typed::new(cx, typed.unwrap_or(&first), problems), &plan, &alternatives);
    let back = format!("/plans/{}/alternatives", plan.id);
    let page =
        cx.page(cx.t("plans-alternative-vote")).unit(&tree, plan.unit).crumb(cx.t("plans-alternative-list"), back);
    Ok(page.status(status).body(body))
}

async fn vote_form(cx: Ctx, Path(plan): Path<PlanId>) -> Result<Response, Error> {
    vote_page(&cx, plan, None, &Problems::new(), StatusCode::OK).await
}

async fn vote(cx: Ctx, Path(plan): Path<PlanId>, Form(form): Form) -> Result<Response, Error> {
    match cast(&cx, plan, &form).await {
        Ok(()) => Ok(cx.done(&format!("/plans/{plan}/alternatives"), "plans-alternative-voted")),
        Err(Error::Invalid(problems)) => {
            vote_page(&cx, plan, Some(&form), &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other),
    }
}

async fn withdraw(cx: Ctx, Path(plan): Path<PlanId>, Form(_): Form) -> Result<Response, Error> {
    take_back(&cx, plan).await?;
    Ok(cx.done(&format!("/plans/{plan}/alternatives"), "plans-alternative-withdrawn"))
}

async fn decide_page(
    cx: &Ctx,
    plan: PlanId,
    typed: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (plan, _) = open(cx, plan, Action::Approve).await?;
    let alternatives = store::list(cx.db(), plan.id).await?;
    let body = views::decide_form(cx, &Typed::new(cx, typed, problems), &plan, &alternatives);
    let back = format!("/plans/{}/alternatives", plan.id);
    let page =
        cx.page(cx.t("plans-alternative-decide")).unit(&tree, plan.unit).crumb(cx.t("plans-alternative-list"), back);
    Ok(page.status(status).body(body))
}

async fn decide_form(cx: Ctx, Path(plan): Path<PlanId>) -> Result<Response, Error> {
    decide_page(&cx, plan, &Fields::default(), &Problems::new(), StatusCode::OK).await
}

async fn decide(cx: Ctx, Path(plan): Path<PlanId>, Form(form): Form) -> Result<Response, Error> {
    match settle(&cx, plan, &form).await {
        Ok(()) => Ok(cx.done(&format!("/plans/{plan}/alternatives"), "plans-alternative-decided")),
        Err(Error::Invalid(problems)) => {
            decide_page(&cx, plan, &form, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other),
    }
}
