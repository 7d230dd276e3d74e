//! Making, changing and moving things: open, decide, save. Pages and API share these.

use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{ActivityId, FindingId, MeasureId, Problems, UnitId, Words};
use varde_store::Tx;
use varde_web::{Ctx, Error, Fields, confirm};

use super::input;
use crate::model::{
    Activity, ActivityState, Decision, DecisionKind, Finding, FindingState, Links, Measure, Resources, ScopeChange,
    ScopeField, Uptake,
};
use crate::rules::{self, Refused, Standing, Step};
use crate::store::{self, line_of};

/// What came of an attempt to save.
pub(crate) enum Outcome<T> {
    /// It is saved.
    Saved(T),
    /// It has problems; nothing is saved.
    Problems(Problems),
    /// Someone else saved it after it was read; nothing is saved.
    Stale,
}

impl<T> Outcome<T> {
    /// For the API: problems and staleness as errors.
    pub(crate) fn or_error(self) -> Result<T, Error> {
        match self {
            Self::Saved(thing) => Ok(thing),
            Self::Problems(problems) => Err(Error::Invalid(problems)),
            Self::Stale => Err(varde_store::Error::Stale.into()),
        }
    }
}

async fn commit<T>(tx: Tx, saved: Result<T, varde_store::Error>) -> Result<Outcome<T>, Error> {
    match saved {
        Ok(thing) => {
            tx.commit().await?;
            Ok(Outcome::Saved(thing))
        }
        Err(varde_store::Error::Stale) => Ok(Outcome::Stale),
        Err(error) => Err(error.into()),
    }
}

/// Makes a measure on the unit that was sent in.
pub(crate) async fn create_measure(cx: &Ctx, fields: &Fields) -> Result<Outcome<MeasureId>, Error> {
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let unit = input::unit(fields, &tree, &mut problems);
    let tx = cx.begin().await?;
    let base = Measure::stated(tx.new_id()?, unit.unwrap_or(nowhere()), Words::default());
    let (mut measure, links) = input::measure(fields, &base, &mut problems);
    // Whoever may not make anything there is told so before being told what is wrong with it.
    let granted = match unit {
        Some(_) => Some(store::propose(cx.actor(), &tree, measure.clone())?),
        None => None,
    };
    input::check_links(&tx, cx.actor(), &tree, &mut measure, &links, None, &mut problems).await?;
    let Some(granted) = granted.filter(|_| problems.is_empty()) else { return Ok(Outcome::Problems(problems)) };
    let saved = store::insert(&tx, &granted, &links).await.map(|()| granted.id);
    if saved.is_ok() {
        varde_indicators::tie_measure(&tx, (cx.actor(), &tree), &links.findings, granted.id).await?;
    }
    commit(tx, saved).await
}

fn nowhere() -> UnitId {
    UnitId::from_code("")
}

/// Saves an edited measure over the version that the sender had read.
pub(crate) async fn update_measure(cx: &Ctx, id: MeasureId, fields: &Fields) -> Result<Outcome<i64>, Error> {
    let tree = cx.tree().await?;
    let version = fields.version()?;
    let tx = cx.begin().await?;
    let before = store::open(&tx, cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let (mut after, mut links) = input::measure(fields, &before, &mut problems);
    let former = before.effect.indicator;
    input::check_links(&tx, cx.actor(), &tree, &mut after, &links, former, &mut problems).await?;
    // What the editor may not see was not in the form, and is not taken away by saving it.
    for finding in store::links_of(&tx, id).await?.findings {
        let seen = store::open_finding(&tx, cx.actor(), &tree, finding, Action::Read).await.is_ok();
        if !seen && !links.findings.contains(&finding) {
            links.findings.push(finding);
        }
    }
    input::as_problems(&rules::edit_gaps(standing(cx, &tree, &after, &links, &[])), &mut problems);
    let cause = fields.short("cause", &mut problems);
    let changed = rules::scope_changes(&before, &after);
    if !changed.is_empty() && cause.is_empty() && version == before.version {
        problems.field("cause", "measures-problem-cause");
    }
    if !problems.is_empty() {
        return Ok(Outcome::Problems(problems));
    }
    if version != before.version {
        return Ok(Outcome::Stale);
    }
    let values = |field| (scope_value(&before, field), scope_value(&after, field));
    let scope = scope_lines(cx, None, changed, &cause, values);
    let saved = store::save(&tx, &before, &after, &links, &scope).await;
    if saved.is_ok() {
        varde_indicators::tie_measure(&tx, (cx.actor(), &tree), &links.findings, id).await?;
    }
    confirm(&tx, id, fields).await?;
    commit(tx, saved).await
}

/// The changes of scope that an edit makes, with what each field said before and says after.
fn scope_lines(
    cx: &Ctx,
    activity: Option<ActivityId>,
    changed: Vec<ScopeField>,
    cause: &str,
    values: impl Fn(ScopeField) -> (String, String),
) -> Vec<ScopeChange> {
    let line = |field| {
        let (before, after) = values(field);
        let (at, author) = (cx.today(), cx.actor().person());
        ScopeChange { activity, at, field, cause: cause.to_owned(), before, after, author }
    };
    changed.into_iter().map(line).collect()
}

/// The value that a change of scope touches, as text: dates as ISO, numbers with a point.
fn scope_value(measure: &Measure, field: ScopeField) -> String {
    match field {
        ScopeField::Scope => measure.detail.nb.clone(),
        ScopeField::Starts => written(measure.starts),
        ScopeField::Due => written(measure.due),
        ScopeField::EffectSize => written(measure.effect.size),
        ScopeField::EffectBy => written(measure.effect.by),
        ScopeField::Hours | ScopeField::Nok | ScopeField::BudgetYear | ScopeField::Resources => {
            means_value(&measure.resources, field)
        }
    }
}

/// The same of an activity.
fn activity_scope_value(activity: &Activity, field: ScopeField) -> String {
    match field {
        ScopeField::Starts => written(activity.starts),
        ScopeField::Due => written(activity.due),
        other => means_value(&activity.resources, other),
    }
}

fn means_value(means: &Resources, field: ScopeField) -> String {
    match field {
        ScopeField::Hours => written(means.hours),
        ScopeField::Nok => written(means.nok),
        ScopeField::BudgetYear => written(means.budget_year),
        _ => means.text.clone(),
    }
}

fn written(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

pub(crate) fn standing(
    cx: &Ctx,
    tree: &varde_kernel::UnitTree,
    measure: &Measure,
    links: &Links,
    activities: &[Activity],
) -> Standing {
    let n_open = activities.iter().filter(|activity| !activity.state.is_over()).count();
    Standing::of(measure, links.findings.len(), n_open, cx.may(Action::Approve, &store::target(tree, measure)))
}

/// The step that a name and fields ask for.
fn step(name: &str, fields: &Fields, problems: &mut Problems) -> Option<Step> {
    Some(match name {
        "concrete" => Step::MakeConcrete,
        "start" => {
            Step::Start { problem: fields.short("problem", problems), exception: fields.short("exception", problems) }
        }
        "run" => Step::Run,
        "complete" => Step::Complete { rest: fields.choice("activities", problems) },
        "evaluate" => Step::Evaluate { result: fields.long("result", problems) },
        "stop" => Step::Stop { reason: fields.short("reason", problems) },
        "scale-up" => Step::ScaleUp { exception: fields.short("exception", problems) },
        _ => return None,
    })
}

/// Moves a measure one step.
pub(crate) async fn take_step(cx: &Ctx, id: MeasureId, name: &str, fields: &Fields) -> Result<Outcome<i64>, Error> {
    let mut problems = Problems::new();
    let step = step(name, fields, &mut problems).ok_or(Error::NotFound)?;
    let tree = cx.tree().await?;
    let version = fields.version()?;
    let action = if matches!(step, Step::ScaleUp { .. }) { Action::Approve } else { Action::Edit };
    let tx = cx.begin().await?;
    let before = store::open(&tx, cx.actor(), &tree, id, action).await?;
    if version != before.version {
        return Ok(Outcome::Stale);
    }
    let links = store::links_of(&tx, id).await?;
    let activities = store::activities_of(&tx, id).await?;
    let standing = standing(cx, &tree, &before, &links, &activities);
    let rest = if let Step::Complete { rest } = step { rest } else { None };
    let state = match rules::advance(standing, &step) {
        Ok(state) if problems.is_empty() => state,
        Ok(_) => return Ok(Outcome::Problems(problems)),
        Err(refused) if refused == [Refused::OutOfOrder] => {
            return Err(Error::Conflict("measures-refused-out-of-order"));
        }
        Err(refused) => {
            input::as_problems(&refused, &mut problems);
            return Ok(Outcome::Problems(problems));
        }
    };
    let mut after = before.clone();
    after.state = state;
    let (decision, why) = carry_out(cx, standing, step, &mut after);
    let saved = store::save_step(&tx, &before, &after, decision.as_ref(), &why).await;
    if let Some(rest) = rest {
        for activity in activities.into_iter().filter(|activity| !activity.state.is_over()) {
            let ended = rules::activity_ended(&activity, rest, cx.today());
            let settled = Activity { state: rest, ended, ..activity.clone() };
            let activity = access::grant(cx.actor(), action, &store::target(&tree, &before), activity)?;
            store::save_activity(&tx, &activity, &settled, &before, &[], "").await?;
        }
    }
    commit(tx, saved).await
}

/// Puts what a step carries into the measure; gives the leader's decision and the reason.
fn carry_out(cx: &Ctx, standing: Standing, step: Step, after: &mut Measure) -> (Option<Decision>, String) {
    let decided = |kind, reason: String| Decision { kind, at: cx.today(), reason, person: cx.actor().person() };
    match step {
        Step::MakeConcrete | Step::Run => (None, String::new()),
        Step::Start { problem, exception } => {
            if !standing.has_problem {
                after.problem = problem;
            }
            after.starts = after.starts.or(Some(cx.today()));
            let decision =
                (!standing.has_resources).then(|| decided(DecisionKind::StartWithoutResources, exception.clone()));
            let why = if decision.is_some() { exception } else { String::new() };
            (decision, why)
        }
        Step::Complete { .. } => {
            after.ended = Some(cx.today());
            (None, String::new())
        }
        Step::Evaluate { result } => {
            after.result = result;
            (None, String::new())
        }
        Step::Stop { reason } => {
            after.ended = Some(cx.today());
            after.result.clone_from(&reason);
            (None, reason)
        }
        Step::ScaleUp { exception } => {
            after.scaled_up = Some(cx.today());
            (Some(decided(DecisionKind::ScaleUp, exception.clone())), exception)
        }
    }
}

/// Logs a change of what a measure covers. It needs a cause and says what holds after it.
pub(crate) async fn change_scope(cx: &Ctx, id: MeasureId, fields: &Fields) -> Result<Outcome<()>, Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let measure = store::open(&tx, cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let activity = fields.choice::<ActivityId>("activity_id", &mut problems);
    let known = store::activities_of(&tx, id).await?;
    if activity.is_some_and(|wanted| known.iter().all(|activity| activity.id != wanted)) {
        problems.field("activity_id", "web-problem-choice");
    }
    let change = ScopeChange {
        activity,
        at: cx.today(),
        field: ScopeField::Scope,
        cause: fields.required("cause", &mut problems),
        before: fields.long("before", &mut problems),
        after: fields.long("after", &mut problems),
        author: cx.actor().person(),
    };
    if change.after.is_empty() {
        problems.field("after", "web-problem-required");
    }
    if !problems.is_empty() {
        return Ok(Outcome::Problems(problems));
    }
    // What it covered is told from what was read; a program that says no version has read it itself.
    if fields.has("version") && fields.version()? != measure.version {
        return Ok(Outcome::Stale);
    }
    let saved = store::record_scope(&tx, &measure, &change).await;
    commit(tx, saved).await
}

/// Adds an activity to a measure.
pub(crate) async fn create_activity(
    cx: &Ctx,
    measure: MeasureId,
    fields: &Fields,
) -> Result<Outcome<ActivityId>, Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let granted = store::open(&tx, cx.actor(), &tree, measure, Action::Edit).await?;
    let measure = granted.clone();
    let mut problems = Problems::new();
    let base = Activity::planned(tx.new_id()?, measure.id, Words::default());
    let activity = input::activity(fields, &base, &measure, (&*tree, cx.today()), &mut problems);
    input::check_person(&tx, activity.owner, &mut problems).await?;
    input::check_actors(&tx, &activity, &mut problems).await?;
    if !problems.is_empty() {
        return Ok(Outcome::Problems(problems));
    }
    let activity = store::propose_activity(granted, activity);
    let saved = store::insert_activity(&tx, &activity, &measure).await.map(|()| activity.id);
    commit(tx, saved).await
}

/// Saves an edited activity over the version that the sender had read.
pub(crate) async fn update_activity(cx: &Ctx, id: ActivityId, fields: &Fields) -> Result<Outcome<MeasureId>, Error> {
    let tree = cx.tree().await?;
    let version = fields.version()?;
    let tx = cx.begin().await?;
    let (before, measure) = store::activity(&tx, cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let after = input::activity(fields, &before, &measure, (&*tree, cx.today()), &mut problems);
    input::check_person(&tx, after.owner, &mut problems).await?;
    input::check_actors(&tx, &after, &mut problems).await?;
    let why = fields.short("why", &mut problems);
    let changed = rules::activity_scope_changes(&before, &after);
    if !changed.is_empty() && why.is_empty() && version == before.version {
        problems.field("why", "measures-problem-cause");
    }
    if !problems.is_empty() {
        return Ok(Outcome::Problems(problems));
    }
    if version != before.version {
        return Ok(Outcome::Stale);
    }
    let values = |field| (activity_scope_value(&before, field), activity_scope_value(&after, field));
    let scope = scope_lines(cx, Some(id), changed, &why, values);
    let saved = store::save_activity(&tx, &before, &after, &measure, &scope, &why).await.map(|_| measure.id);
    confirm(&tx, id, fields).await?;
    commit(tx, saved).await
}

/// Moves an activity to a state, and nothing else.
pub(crate) async fn move_activity(cx: &Ctx, id: ActivityId, fields: &Fields) -> Result<Outcome<MeasureId>, Error> {
    let tree = cx.tree().await?;
    let version = fields.version()?;
    let tx = cx.begin().await?;
    let (before, measure) = store::activity(&tx, cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let state = fields.must_choose::<ActivityState>("state", &mut problems).unwrap_or(before.state);
    let why = fields.short("why", &mut problems);
    if let Err(refused) = rules::may_be(state, measure.state) {
        problems.field("state", input::activity_key(refused));
    }
    if !problems.is_empty() {
        return Ok(Outcome::Problems(problems));
    }
    if version != before.version {
        return Ok(Outcome::Stale);
    }
    let ended = rules::activity_ended(&before, state, cx.today());
    let after = Activity { state, ended, ..Activity::clone(&before) };
    let saved = store::save_activity(&tx, &before, &after, &measure, &[], &why).await.map(|_| measure.id);
    commit(tx, saved).await
}

/// Makes a finding on the unit that was sent in.
pub(crate) async fn create_finding(cx: &Ctx, fields: &Fields) -> Result<Outcome<FindingId>, Error> {
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let unit = input::unit(fields, &tree, &mut problems);
    let tx = cx.begin().await?;
    let base = new_finding(tx.new_id()?, unit.unwrap_or(nowhere()));
    let (finding, evidence) = input::finding(fields, &base, &mut problems);
    let granted = match unit {
        Some(_) => Some(store::propose_finding(cx.actor(), &tree, finding)?),
        None => None,
    };
    let Some(granted) = granted.filter(|_| problems.is_empty()) else { return Ok(Outcome::Problems(problems)) };
    let saved = store::insert_finding(&tx, &granted, &evidence).await.map(|()| granted.id);
    if saved.is_ok() {
        for signal in evidence.iter().filter_map(|piece| piece.href.as_deref()?.strip_prefix(SIGNALS)?.parse().ok()) {
            // Whoever may draw a finding but not answer the signal still has it as evidence.
            let opened = varde_indicators::open_signal(&tx, cx.actor(), &tree, signal, Action::Answer).await;
            if let Ok(signal) = opened {
                varde_indicators::tie_finding(&tx, &signal, granted.id).await?;
            }
        }
    }
    commit(tx, saved).await
}

/// Where signals have their pages: evidence that leads there is tied to the signal.
pub(crate) const SIGNALS: &str = "/signals/";

pub(crate) fn new_finding(id: FindingId, unit: UnitId) -> Finding {
    Finding {
        id,
        code: None,
        unit,
        period: None,
        title: Words::default(),
        judgement: String::new(),
        state: FindingState::Open,
        open: false,
        version: 1,
    }
}

/// Saves an edited finding over the version that the sender had read.
pub(crate) async fn update_finding(cx: &Ctx, id: FindingId, fields: &Fields) -> Result<Outcome<i64>, Error> {
    let tree = cx.tree().await?;
    let version = fields.version()?;
    let tx = cx.begin().await?;
    let before = store::open_finding(&tx, cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let (mut after, evidence) = input::finding(fields, &before, &mut problems);
    if !problems.is_empty() {
        return Ok(Outcome::Problems(problems));
    }
    if version != before.version {
        return Ok(Outcome::Stale);
    }
    // A finding that is taken up again is answered if measures still answer it.
    let n_measures = store::n_measures_of(&tx, id).await?;
    after.state = rules::finding_state(after.state, n_measures);
    let saved = store::save_finding(&tx, &before, &after, &evidence).await;
    confirm(&tx, id, fields).await?;
    commit(tx, saved).await
}

/// Writes down whether a unit follows a measure or leaves it out.
pub(crate) async fn choose(cx: &Ctx, id: MeasureId, fields: &Fields) -> Result<Outcome<i64>, Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let measure = store::open(&tx, cx.actor(), &tree, id, Action::Read).await?;
    let mut problems = Problems::new();
    let unit = input::unit(fields, &tree, &mut problems);
    if let Some(unit) = unit {
        cx.must(Action::Answer, &Target::open(Kind::Measure, line_of(&tree, unit)))?;
    }
    let choice = fields.must_choose("choice", &mut problems);
    let reason = fields.short("reason", &mut problems);
    if choice.is_some_and(|choice| rules::choice_needs_reason(choice, &reason)) {
        problems.field("reason", "measures-problem-reason");
    }
    let version = fields.whole("version", &mut problems).unwrap_or(0);
    let (Some(unit), Some(choice), true) = (unit, choice, problems.is_empty()) else {
        return Ok(Outcome::Problems(problems));
    };
    let uptake = Uptake { measure: measure.id, unit, choice, reason, decided: cx.today(), version };
    let on = Target::open(Kind::Measure, line_of(&tree, unit));
    let uptake = access::grant(cx.actor(), Action::Answer, &on, uptake)?;
    let saved = store::put_uptake(&tx, &uptake).await;
    commit(tx, saved).await
}
