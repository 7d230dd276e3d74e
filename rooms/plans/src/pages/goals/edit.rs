//! Writing a goal down, and changing it.

use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use varde_kernel::access::{self, Action, Granted, Kind, Target};
use varde_kernel::{FindingId, GoalId, IndicatorId, PartId, PlanId, Problems, UnitId, Words};
use varde_web::ui::{Choice, Choices, checkboxes, submit_row};
use varde_web::{Ctx, Error, Fields, Form, Path, Query, TextRoom, texts};

use super::grounds;
use crate::model::goal::{Direction, Goal, GoalState, IndicatorLink};
use crate::model::plan::{Part, PlanState, Source};
use crate::pages::followup::shared;
use crate::rules::cascade::makes_circle;
use crate::store;
use crate::store::goals::Ties;
use crate::views::typed::Typed;
use crate::views::words;

/// What people write about a goal.
#[derive(Clone, Debug, Default)]
pub(crate) struct GoalInput {
    pub(crate) name: Words,
    pub(crate) scope: Words,
    pub(crate) data_source: Words,
    /// The texts whose translations were said to hold.
    pub(crate) confirmed: Vec<String>,
    pub(crate) indicator: Option<IndicatorId>,
    pub(crate) direction: Option<Direction>,
    pub(crate) parent: Option<GoalId>,
    /// The part of the plan that it stands under.
    pub(crate) part: Option<PartId>,
    pub(crate) overall: bool,
    pub(crate) source: Source,
    pub(crate) open: bool,
    pub(crate) ended: bool,
    /// What it is tagged with; what it was when nothing is said of that.
    pub(crate) tags: Option<Vec<PartId>>,
    /// What of the unit's own it rests on; what it did when nothing is said of that.
    pub(crate) grounds: Option<Vec<FindingId>>,
}

impl GoalInput {
    /// Over what stands there, when there is a goal: a language that was not sent stays.
    pub(crate) fn read(fields: &Fields, before: Option<&Goal>, problems: &mut Problems) -> Self {
        let blank = Words::default();
        let stood = |text: fn(&Goal) -> &Words| before.map_or(&blank, text);
        // Its place and its source stay when they are not sent.
        let is_sent = |name: &str| fields.iter().any(|(known, _)| known == name);
        Self {
            name: fields.required_words(texts!("name"), TextRoom::Line, stood(|goal| &goal.name), problems),
            scope: fields.words(texts!("scope"), TextRoom::Lines, stood(|goal| &goal.scope), problems),
            data_source: fields.words(
                texts!("data_source"),
                TextRoom::Lines,
                stood(|goal| &goal.data_source),
                problems,
            ),
            confirmed: fields.confirmed(),
            indicator: fields.choice("indicator", problems),
            direction: fields.choice("direction", problems),
            parent: fields.choice("parent", problems),
            part: match before {
                Some(goal) if !is_sent("part") => goal.part,
                _ => fields.choice("part", problems),
            },
            overall: match fields.text("overall") {
                "" => before.is_some_and(|goal| goal.overall),
                text => text == "true",
            },
            source: match before {
                Some(goal) if !is_sent("source_document") && !is_sent("source_place") => goal.source.clone(),
                _ => shared::source(fields, problems),
            },
            open: fields.has("open"),
            ended: fields.has("ended"),
            tags: Some(fields.all("tag").filter_map(|id| id.parse().ok()).take(50).collect()),
            grounds: Some(grounds::chosen(fields)),
        }
    }

    fn put(&self, goal: &mut Goal) {
        goal.name = self.name.clone();
        goal.scope = self.scope.clone();
        goal.data_source = self.data_source.clone();
        // How the plan came to its indicator holds for that indicator alone.
        if goal.indicator != self.indicator {
            goal.link = self.indicator.map(|_| IndicatorLink::Stated);
        }
        goal.indicator = self.indicator;
        goal.direction = self.direction;
        goal.parent = self.parent;
        goal.part = self.part;
        goal.overall = self.overall;
        goal.source = self.source.clone();
        goal.open = self.open;
        goal.state = if self.ended { GoalState::Ended } else { GoalState::Active };
    }
}

/// Checks what a goal is tied to: the indicator and the parent exist and may be seen, and no circle is
/// closed. `former` is the indicator that it had before.
async fn check(
    cx: &Ctx,
    (goal, former, plan): (GoalId, Option<IndicatorId>, Option<PlanId>),
    input: &mut GoalInput,
    problems: &mut Problems,
) -> Result<(), Error> {
    let (db, tree) = (cx.db(), cx.tree().await?);
    match varde_indicators::chosen(db, cx.actor(), &tree, former, input.indicator).await {
        Ok(indicator) => input.indicator = indicator,
        Err(varde_store::Error::NotFound) => problems.field("indicator", "plans-problem-indicator"),
        Err(error) => return Err(error.into()),
    }
    if let Some(parent) = input.parent {
        match store::goals::load(db, parent)
            .await?
            .filter(|goal| cx.may(Action::Read, &store::goals::target(&tree, goal)))
        {
            None => problems.field("parent", "plans-problem-parent"),
            Some(parent) => {
                let mut line: Vec<GoalId> = store::goals::line(db, &parent).await?.iter().map(|goal| goal.id).collect();
                line.push(parent.id);
                if makes_circle(goal, &line) {
                    problems.field("parent", "plans-problem-circle");
                }
            }
        }
    }
    if let Some(part) = input.part
        && !places_of(cx, plan).await?.iter().any(|known| known.id == part)
    {
        problems.field("part", "web-problem-choice");
    }
    let known: Vec<PartId> = store::tags::all(db).await?.into_iter().map(|tag| tag.part).collect();
    if let Some(tags) = &mut input.tags {
        tags.retain(|tag| known.contains(tag));
    }
    Ok(())
}

/// The parts of a plan that goals can stand under.
async fn places_of(cx: &Ctx, plan: Option<PlanId>) -> Result<Vec<Part>, Error> {
    let Some(plan) = plan else { return Ok(Vec::new()) };
    let mut parts = store::parts::of(cx.db(), plan).await?;
    parts.retain(|part| part.kind.carries_measures());
    Ok(parts)
}

/// Writes a new goal of a unit, or says what is wrong with it. Pages and API share it.
pub(crate) async fn insert(
    cx: &Ctx,
    unit: Option<UnitId>,
    plan: Option<PlanId>,
    mut input: GoalInput,
    mut problems: Problems,
) -> Result<Result<GoalId, Problems>, Error> {
    let tree = cx.tree().await?;
    let mut unit = unit;
    if let Some(plan) = plan {
        let plan = store::plans::open(cx.db(), cx.actor(), &tree, plan, Action::Edit).await?;
        if plan.state == PlanState::Closed {
            return Err(Error::Conflict("plans-refused-out-of-order"));
        }
        unit = Some(plan.unit);
    }
    let new: GoalId = cx.begin().await?.new_id()?;
    check(cx, (new, None, plan), &mut input, &mut problems).await?;
    let Some(unit) = unit.filter(|unit| tree.get(*unit).is_some()) else {
        problems.field("unit", "plans-problem-unit");
        return Ok(Err(problems));
    };
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let ord = match plan {
        Some(plan) => store::goals::of_plan(cx.db(), plan).await?.iter().map(|goal| goal.ord).max().unwrap_or(0) + 1,
        None => 1,
    };
    let mut goal = Goal {
        id: new,
        code: None,
        plan,
        part: None,
        unit,
        ord,
        name: Words::default(),
        overall: false,
        indicator: None,
        link: None,
        direction: None,
        scope: Words::default(),
        data_source: Words::default(),
        parent: None,
        state: GoalState::Active,
        source: Source::default(),
        open: false,
        version: 1,
    };
    input.put(&mut goal);
    let on = Target { kind: Kind::Goal, line: store::line_of(&tree, unit), owner: None, open: goal.open };
    let goal = access::grant(cx.actor(), Action::Create, &on, goal)?;
    let rests_on = grounds::read(cx, &tree, unit, &input.grounds.unwrap_or_default(), &[]).await?;
    let tx = cx.begin().await?;
    store::goals::insert(&tx, &goal, &Ties { tags: input.tags.unwrap_or_default(), grounds: rests_on }).await?;
    tx.commit().await?;
    Ok(Ok(goal.id))
}

/// Saves a changed goal, or says what is wrong with it. Pages and API share it.
pub(crate) async fn put(
    cx: &Ctx,
    goal: Granted<Goal>,
    read: i64,
    mut input: GoalInput,
    mut problems: Problems,
    why: &str,
) -> Result<Result<i64, Problems>, Error> {
    check(cx, (goal.id, goal.indicator, goal.plan), &mut input, &mut problems).await?;
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let before = Goal { version: read, ..Goal::clone(&goal) };
    let mut goal = goal;
    input.put(&mut goal);
    let mut ties = store::goals::ties(cx.db(), &goal).await?;
    if let Some(grounds) = &input.grounds {
        ties.grounds = grounds::read(cx, &*cx.tree().await?, goal.unit, grounds, &ties.grounds).await?;
    }
    ties.tags = input.tags.unwrap_or(ties.tags);
    let tx = cx.begin().await?;
    let version = store::goals::save(&tx, &before, &goal, &ties, why).await?;
    varde_store::translation::confirm(&tx, goal.id, &input.confirmed).await?;
    tx.commit().await?;
    Ok(Ok(version))
}

async fn form_body(
    cx: &Ctx,
    fields: &Fields,
    problems: &Problems,
    units: &[(String, String)],
    target: Option<&Goal>,
) -> Result<Markup, Error> {
    let unit = target.map(|goal| goal.unit).or_else(|| fields.text("unit").parse().ok());
    let grounds = match unit {
        Some(unit) => grounds::boxes(cx, unit, fields).await?,
        None => Markup::default(),
    };
    let typed = Typed::new(cx, fields, problems);
    let tree = cx.tree().await?;
    let indicators: Vec<(String, String)> = store::sources::indicators(cx.db(), cx.actor(), &tree, cx.locale())
        .await?
        .into_iter()
        .map(|(id, name)| (id.to_string(), name))
        .collect();
    let directions: Vec<(String, String)> =
        Direction::ALL.iter().map(|one| (one.name().to_owned(), cx.t(words::direction_key(*one)))).collect();
    let tags = store::tags::all(cx.db()).await?;
    let listed: Vec<(String, String, bool)> = tags
        .iter()
        .map(|tag| {
            let value = tag.part.to_string();
            let chosen = fields.all("tag").any(|now| now == value);
            (value, format!("{}: {}", cx.t(words::part_key(tag.kind)), cx.say().words(&tag.name)), chosen)
        })
        .collect();
    let choices: Vec<Choice<'_>> = listed
        .iter()
        .map(|(value, label, chosen)| Choice { value, label, chosen: *chosen, ..Choice::default() })
        .collect();
    let parent = parent_line(cx, fields).await?;
    let plan = target.map_or_else(|| fields.text("plan").parse().ok(), |goal| goal.plan);
    let places: Vec<(String, String)> = places_of(cx, plan)
        .await?
        .iter()
        .map(|part| {
            (part.id.to_string(), format!("{}: {}", cx.t(words::part_key(part.kind)), cx.say().words(&part.name)))
        })
        .collect();
    let ranks = [("false", "plans-goal-single"), ("true", "plans-goal-overall")]
        .map(|(value, key)| (value.to_owned(), cx.t(key)));
    let target = target.map(|goal| goal.id);
    let action = target.map_or_else(|| "/goals".to_owned(), |id| format!("/goals/{id}"));
    let back = target.map_or_else(|| "/goals".to_owned(), |id| format!("/goals/{id}"));
    let of = match fields.text("version") {
        "" => ["plan", "unit", "parent"].map(|name| fields.text(name)).join("/"),
        version => version.to_owned(),
    };
    Ok(typed.form(
        &action,
        &of,
        html! {
            (typed.summary())
            (typed.unseen("version"))
            (typed.unseen("plan"))
            (typed.unseen("parent"))
            (parent)
            (typed.words(texts!("name"), &cx.t("plans-field-name"), None, true))
            @if !units.is_empty() && fields.text("plan").is_empty() { (typed.select("unit", &cx.t("plans-column-unit"), None, true, units)) }
            @if plan.is_some() {
                (typed.select("overall", &cx.t("plans-goal-rank"), Some(&cx.t("plans-goal-rank-help")), false, &ranks))
                @if !places.is_empty() { (typed.select("part", &cx.t("plans-goal-part"), None, false, &places)) }
            }
            (typed.select("indicator", &cx.t("plans-field-indicator"), Some(&cx.t("plans-field-indicator-help")), false, &indicators))
            (typed.select("direction", &cx.t("plans-field-direction"), None, false, &directions))
            (typed.long_words(texts!("scope"), &cx.t("plans-field-scope"), None))
            (typed.long_words(texts!("data_source"), &cx.t("plans-field-data-source"), None))
            @if !choices.is_empty() {
                (checkboxes(&Choices { id: "tag", name: "tag", label: &cx.t("plans-field-tags"), help: Some(&cx.t("plans-field-tags-help")), choices: &choices, ..Choices::default() }))
            }
            (grounds)
            (typed.source())
            (typed.check("open", &cx.t("plans-field-open"), Some(&cx.t("plans-field-open-help"))))
            @if target.is_some() {
                (typed.check("ended", &cx.t("plans-field-ended"), Some(&cx.t("plans-field-ended-help"))))
                (typed.area("why", &cx.t("plans-field-why"), Some(&cx.t("plans-field-why-help")), false))
            }
            (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &back)), None))
        },
    ))
}

/// Says which goal the new one serves.
async fn parent_line(cx: &Ctx, fields: &Fields) -> Result<Markup, Error> {
    let Ok(id) = fields.text("parent").parse::<GoalId>() else { return Ok(html! {}) };
    let tree = cx.tree().await?;
    let parent =
        store::goals::load(cx.db(), id).await?.filter(|goal| cx.may(Action::Read, &store::goals::target(&tree, goal)));
    Ok(html! {
        @if let Some(parent) = parent {
            p.prose { (cx.say().with("plans-goal-serves", &[("name", cx.say().words(&parent.name).into())])) }
        }
    })
}

async fn new_page(cx: &Ctx, fields: &Fields, problems: &Problems, status: StatusCode) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let wanted = fields.text("unit").parse().ok();
    let units = shared::unit_choices(cx, &tree, Kind::Goal, Action::Create, wanted);
    if units.is_empty() {
        return Err(Error::Forbidden);
    }
    let title = if fields.text("parent").is_empty() { cx.t("plans-goal-new") } else { cx.t("plans-sub-goal-new") };
    let body = form_body(cx, fields, problems, &units, None).await?;
    Ok(cx.page(title).crumb(cx.t("plans-goals-title"), "/goals").status(status).body(body))
}

/// `GET /goals/new`: a goal of a plan (`?plan=`), of a unit (`?unit=`), under another (`?parent=`).
pub(super) async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let mut fields = query;
    if let Ok(parent) = fields.text("parent").parse::<GoalId>() {
        let parent = store::goals::open(cx.db(), cx.actor(), &tree, parent, Action::Read).await?;
        // A sub-goal begins with what it shares with the goal it serves.
        let shared_with = [
            ("indicator", parent.indicator.map(|id| id.to_string()).unwrap_or_default()),
            ("direction", parent.direction.map(|one| one.name().to_owned()).unwrap_or_default()),
        ];
        fields = shared::with(&fields, &shared_with);
    }
    new_page(&cx, &fields, &Problems::new(), StatusCode::OK).await
}

/// `POST /goals`
pub(super) async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let mut problems = Problems::new();
    let unit: Option<UnitId> = fields.choice("unit", &mut problems);
    let plan: Option<PlanId> = fields.choice("plan", &mut problems);
    let input = GoalInput::read(&fields, None, &mut problems);
    match insert(&cx, unit, plan, input, problems).await? {
        Ok(id) => Ok(cx.done(&format!("/goals/{id}/targets/new"), "plans-goal-saved")),
        Err(problems) => new_page(&cx, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

async fn filled(cx: &Ctx, goal: &Goal) -> Result<Fields, Error> {
    let mut pairs: Vec<(String, String)> = [
        ("indicator", goal.indicator.map(|id| id.to_string())),
        ("direction", goal.direction.map(|one| one.name().to_owned())),
        ("parent", goal.parent.map(|id| id.to_string())),
        ("part", goal.part.map(|id| id.to_string())),
        ("overall", Some(goal.overall.to_string())),
        ("open", goal.open.then(|| "true".to_owned())),
        ("ended", (goal.state == GoalState::Ended).then(|| "true".to_owned())),
        ("version", Some(goal.version.to_string())),
    ]
    .into_iter()
    .chain(shared::source_fields(&goal.source))
    .filter_map(|(name, value)| value.map(|value| (name.to_owned(), value)))
    .collect();
    let ties = store::goals::ties(cx.db(), goal).await?;
    pairs.extend(ties.tags.iter().map(|tag| ("tag".to_owned(), tag.to_string())));
    pairs.extend(ties.grounds.iter().map(|finding| ("ground".to_owned(), finding.to_string())));
    let fields = Fields::new(pairs)
        .with_words(texts!("name"), &goal.name)
        .with_words(texts!("scope"), &goal.scope)
        .with_words(texts!("data_source"), &goal.data_source);
    cx.with_checks(goal.id, fields).await
}

async fn edit_page(
    cx: &Ctx,
    goal: &Goal,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let name = cx.say().words(&goal.name);
    let body = form_body(cx, fields, problems, &[], Some(goal)).await?;
    Ok(cx
        .page(cx.say().with("plans-edit-title", &[("name", name.into())]))
        .crumb(cx.t("plans-goals-title"), "/goals")
        .crumb(name, format!("/goals/{}", goal.id))
        .status(status)
        .body(body))
}

/// `GET /goals/{id}/edit`
pub(super) async fn edit(cx: Ctx, Path(id): Path<GoalId>) -> Result<Response, Error> {
    let goal = super::to_edit(&cx, id).await?;
    let fields = filled(&cx, &goal).await?;
    edit_page(&cx, &goal, &fields, &Problems::new(), StatusCode::OK).await
}

/// `POST /goals/{id}`
pub(super) async fn update(cx: Ctx, Path(id): Path<GoalId>, Form(fields): Form) -> Result<Response, Error> {
    let goal = super::to_edit(&cx, id).await?;
    let before = Goal::clone(&goal);
    let read = fields.version()?;
    let mut problems = Problems::new();
    let why = fields.long("why", &mut problems);
    let input = GoalInput::read(&fields, Some(&before), &mut problems);
    match put(&cx, goal, read, input, problems, &why).await {
        Ok(Ok(_)) => Ok(cx.done(&format!("/goals/{id}"), "plans-goal-saved")),
        Ok(Err(problems)) => edit_page(&cx, &before, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(error) if error.is_stale() => {
            let kept = cx.stale(id, &fields, before.version).await?;
            edit_page(&cx, &before, &kept, &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(other) => Err(other),
    }
}
