//! Every source about a goal beside the one that judges it: what each shows, and which further ones there are.

use axum::response::Response;
use http::StatusCode;
use varde_indicators::rules::sources::Pointing;
use varde_indicators::{Indicator, Sight, SourceRead};
use varde_kernel::access::Granted;
use varde_kernel::{GoalId, IndicatorId, Problems, UnitId, UnitTree};
use varde_web::ui::{Choice, Choices, checkboxes, submit_row};
use varde_web::{Ctx, Error, Fields, Form, Path};

use crate::model::goal::Goal;
use crate::store;
use crate::views::typed::Typed;

/// How many further indicators a goal is seen with at most.
const MOST: usize = 12;

/// What a source is to the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// It judges the goal, alone.
    Judges,
    /// It is seen beside.
    Beside,
    /// It is to be read with one of the others.
    Companion,
}

/// A source with what it is to the goal, and the place in the list of the one that it is to be read with.
pub(crate) struct Source {
    pub(crate) part: Part,
    pub(crate) read: SourceRead,
    pub(crate) with: Option<usize>,
}

/// The sources about a goal that the visitor may see, for the unit that the goal is about: the judge first.
pub(crate) async fn of_goal(cx: &Ctx, tree: &UnitTree, goal: &Goal, about: UnitId) -> Result<Vec<Source>, Error> {
    let db = cx.db();
    let linked = store::linked::of_goal(db, goal.id).await?;
    let named: Vec<IndicatorId> = goal.indicator.into_iter().chain(linked).collect();
    let known = varde_indicators::many(db, &named).await?;
    let mut known = varde_indicators::seen_by(cx.actor(), tree, known);
    known.sort_by_key(|one| named.iter().position(|id| *id == one.id));
    let companions = varde_indicators::companions(db, &known).await?;
    let companions = varde_indicators::seen_by(cx.actor(), tree, companions);
    let n_named = known.len();
    let all: Vec<Indicator> = known.into_iter().chain(companions).collect();
    let pairs: Vec<(String, String)> = all.iter().map(|one| (one.code.clone(), one.companion_of.clone())).collect();
    let read = varde_indicators::read_sources(db, &Sight::Of(cx.actor(), tree), all, about).await?;
    Ok(read
        .into_iter()
        .enumerate()
        .map(|(place, read)| {
            let part = match place {
                _ if Some(read.indicator.id) == goal.indicator => Part::Judges,
                place if place < n_named => Part::Beside,
                _ => Part::Companion,
            };
            let with = pairs.iter().position(|(code, of)| {
                *code == read.indicator.companion_of || (part == Part::Companion && *of == read.indicator.code)
            });
            Source { part, read, with }
        })
        .collect())
}

/// What the sources say of how things have gone. A companion says how complete or how balanced another is, not
/// how the goal goes.
pub(crate) fn pointing(sources: &[Source]) -> Vec<Pointing> {
    sources.iter().filter(|source| source.part != Part::Companion).map(|source| source.read.pointing).collect()
}

/// Says with which further indicators a goal is seen, or what is wrong. One that the visitor may not see was
/// not in their form, and stays. Pages and API share it.
pub(crate) async fn set_sources(
    cx: &Ctx,
    goal: &Granted<Goal>,
    read: i64,
    fields: &Fields,
) -> Result<Result<i64, Problems>, Error> {
    let tree = cx.tree().await?;
    let former = store::linked::of_goal(cx.db(), goal.id).await?;
    let seen_of = async |ids: &[IndicatorId]| -> Result<Vec<IndicatorId>, Error> {
        let known = varde_indicators::many(cx.db(), ids).await?;
        Ok(varde_indicators::seen_by(cx.actor(), &tree, known).into_iter().map(|one| one.id).collect())
    };
    let mut problems = Problems::new();
    let mut asked: Vec<IndicatorId> = Vec::new();
    for text in fields.all("indicator") {
        match text.parse::<IndicatorId>() {
            Ok(id) if asked.contains(&id) => {}
            Ok(id) => asked.push(id),
            Err(_) => problems.field("indicator", "web-problem-choice"),
        }
    }
    let seen = seen_of(&asked).await?;
    if asked.iter().any(|id| !seen.contains(id)) {
        problems.field("indicator", "plans-problem-indicator");
    }
    let seen_before = seen_of(&former).await?;
    let unseen = former.into_iter().filter(|id| !seen_before.contains(id));
    // The judge is there already.
    let mut wanted: Vec<IndicatorId> = asked.into_iter().filter(|id| Some(*id) != goal.indicator).collect();
    wanted.extend(unseen);
    if MOST < wanted.len() {
        problems.field("indicator", "plans-sources-problem-many");
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let tx = cx.begin().await?;
    let version = store::linked::set(&tx, goal, read, &wanted).await?;
    tx.commit().await?;
    Ok(Ok(version))
}

/// `GET /goals/{id}/sources`: which further indicators the goal is seen with.
pub(super) async fn ask(cx: Ctx, Path(id): Path<GoalId>) -> Result<Response, Error> {
    let goal = super::to_edit(&cx, id).await?;
    let chosen = store::linked::of_goal(cx.db(), id).await?;
    let version = goal.version.to_string();
    let pairs = chosen.iter().map(|id| ("indicator".to_owned(), id.to_string()));
    let fields = Fields::new(pairs.chain([("version".to_owned(), version)]).collect());
    form(&cx, &goal, (&fields, &Problems::new()), StatusCode::OK).await
}

async fn form(
    cx: &Ctx,
    goal: &Goal,
    (fields, problems): (&Fields, &Problems),
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let all = store::sources::indicators(cx.db(), cx.actor(), &tree, cx.locale()).await?;
    let listed: Vec<(String, String, bool)> = all
        .into_iter()
        .filter(|(id, _)| Some(*id) != goal.indicator)
        .map(|(id, name)| {
            let value = id.to_string();
            let chosen = fields.all("indicator").any(|now| now == value);
            (value, name, chosen)
        })
        .collect();
    let choices: Vec<Choice<'_>> = listed
        .iter()
        .map(|(value, label, chosen)| Choice { value, label, chosen: *chosen, ..Choice::default() })
        .collect();
    let (href, name) = (format!("/goals/{}", goal.id), cx.say().words(&goal.name).to_owned());
    let (label, help) = (cx.t("plans-sources-which"), cx.t("plans-sources-which-help"));
    let error = problems.of_field("indicator").map(|problem| cx.say().problem(problem));
    let typed = Typed::new(cx, fields, problems);
    let body = typed.form(
        &format!("{href}/sources"),
        fields.text("version"),
        maud::html! {
            (typed.summary())
            (typed.unseen("version"))
            (checkboxes(&Choices { id: "indicator", name: "indicator", label: &label, help: Some(&help),
                error: error.as_deref(), choices: &choices, ..Choices::default() }))
            (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &href)), None))
        },
    );
    Ok(cx
        .page(cx.t("plans-sources-choose"))
        .crumb(cx.t("plans-goals-title"), "/goals")
        .crumb(name, href.as_str())
        .status(status)
        .body(body))
}

/// `POST /goals/{id}/sources`
pub(super) async fn choose(cx: Ctx, Path(id): Path<GoalId>, Form(fields): Form) -> Result<Response, Error> {
    let goal = super::to_edit(&cx, id).await?;
    match set_sources(&cx, &goal, fields.version()?, &fields).await {
        Ok(Ok(_)) => Ok(cx.done(&format!("/goals/{id}#sources"), "plans-sources-set")),
        Ok(Err(problems)) => form(&cx, &goal, (&fields, &problems), StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(error) if error.is_stale() => {
            let kept = cx.stale(id, &fields, goal.version).await?;
            form(&cx, &goal, (&kept, &Problems::new()), StatusCode::CONFLICT).await
        }
        Err(other) => Err(other),
    }
}
