//! How a plan stands on a day: the same content as the plan's page, as text, JSON and CSV. The
//! same input gives the same bytes.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::Serialize;
use varde_indicators::Sight;
use varde_kernel::access::{self, Action, Actor, Target};
use varde_kernel::{MeasureId, PlanId, UnitId, UnitTree};
use varde_measures::model::{ActorPart, MeasureState};
use varde_store::{Error, Read};
use varde_web::Say;

use crate::model::goal::GoalState;
use crate::model::plan::{Owner, Plan, PlanMeasure};
use crate::rules::judge::{self, State, Tally};
use crate::rules::plan::missing_owners;
use crate::store;
use crate::store::standing::{self, Standing};
use crate::views::words;

/// How a plan stands on a day.
#[derive(Clone, Debug)]
pub struct PlanStatus {
    /// The plan.
    pub plan: Plan,
    /// Its owners.
    pub owners: Vec<Owner>,
    /// Owners that have not approved this version.
    pub missing: Vec<UnitId>,
    /// The day.
    pub as_of: Date,
    /// Its goals: overall ones first, then in the plan's order.
    pub goals: Vec<Standing>,
    /// How the numeric targets stand.
    pub tally: Tally,
    /// Its measures in order.
    pub measures: Vec<MeasureLine>,
}

impl PlanStatus {
    /// Leaves out what the actor may not see: a plan that is read by all can hold goals and
    /// measures that are still their unit's own.
    pub fn keep_seen(&mut self, actor: &Actor, tree: &UnitTree) {
        self.goals.retain(|standing| access::may(actor, Action::Read, &store::goals::target(tree, &standing.goal)));
        self.measures.retain(|measure| access::may(actor, Action::Read, &measure.target));
        self.tally = tally(&self.goals);
    }
}

fn tally(goals: &[Standing]) -> Tally {
    let active = goals.iter().filter(|standing| standing.goal.state == GoalState::Active);
    judge::tally(active.map(|standing| standing.judgement.state))
}

/// A measure of the plan.
#[derive(Clone, Debug)]
pub struct MeasureLine {
    /// The measure and the part it serves.
    pub place: PlanMeasure,
    /// Its number in the plan.
    pub number: Option<i64>,
    /// What it is to the policy.
    pub target: Target,
    /// Its name.
    pub title: varde_kernel::Words,
    /// How far it has come.
    pub state: MeasureState,
    /// When it is to be done.
    pub due: Option<Date>,
    /// The actor that leads it.
    pub lead: Option<varde_kernel::Words>,
    /// The actors that take part.
    pub actors: Vec<varde_kernel::Words>,
    /// How many activities it has.
    pub n_activities: i64,
    /// How many of them are completed.
    pub n_completed: i64,
    /// How many of them are overdue.
    pub n_overdue: i64,
}

/// The plan that `text` names: its id or its code.
pub async fn find(db: &impl Read, text: &str) -> Result<Option<Plan>, Error> {
    match text.parse::<PlanId>() {
        Ok(id) => store::plans::load(db, id).await,
        Err(_) => store::plans::by_code(db, text).await,
    }
}

/// Reads how a plan stands on a day. Values count when their period has ended by that day, and the
/// target is the version that held on it. Who may see the plan is asked before; `sight` says which values.
pub async fn load(
    db: &impl Read,
    sight: &Sight<'_>,
    tree: &UnitTree,
    plan: Plan,
    as_of: Date,
) -> Result<PlanStatus, Error> {
    let owners = store::plans::owners(db, plan.id).await?;
    let missing = missing_owners(&owners, plan.version_no);
    let goals = store::goals::of_plan(db, plan.id).await?;
    let goals = standing::of(db, sight, tree, goals, as_of).await?;
    let tally = tally(&goals);
    let places = store::plans::measures(db, plan.id).await?;
    let measures = measures(db, tree, &places, as_of).await?;
    Ok(PlanStatus { plan, owners, missing, as_of, goals, tally, measures })
}

/// Measures with those who carry them, in the order given; those that are gone are left out.
pub async fn measures(
    db: &impl Read,
    tree: &UnitTree,
    places: &[PlanMeasure],
    as_of: Date,
) -> Result<Vec<MeasureLine>, Error> {
    let ids: Vec<MeasureId> = places.iter().map(|place| place.measure).collect();
    let known = varde_measures::store::many(db, &ids).await?;
    let progress = varde_measures::store::progress_of_many(db, &ids, as_of).await?;
    let carried = varde_measures::store::actors_of_many(db, &ids).await?;
    let names = varde_people::actors(db).await?;
    let name = |id| names.iter().find(|actor| actor.id == id).map(|actor| actor.name.clone());
    let line = |place: &PlanMeasure| {
        let measure = known.iter().find(|measure| measure.id == place.measure)?;
        let progress = progress.iter().find(|(id, _)| *id == measure.id).map(|(_, progress)| *progress);
        Some(MeasureLine {
            place: *place,
            target: varde_measures::store::target(tree, measure),
            number: measure.number,
            title: measure.title.clone(),
            state: measure.state,
            due: measure.due,
            lead: measure.lead.and_then(name),
            actors: carried
                .iter()
                .filter(|row| row.measure == measure.id && row.part == ActorPart::Contributes)
                .filter_map(|row| name(row.actor))
                .collect(),
            n_activities: progress.map_or(0, |progress| progress.n),
            n_completed: progress.map_or(0, |progress| progress.n_completed),
            n_overdue: progress.map_or(0, |progress| progress.n_overdue),
        })
    };
    Ok(places.iter().filter_map(line).collect())
}

/// What the formats say of a goal, each field in words.
struct Row {
    code: String,
    name: String,
    state: String,
    target: String,
    baseline: String,
    value: String,
    stands: String,
    source: String,
}

fn row(say: &Say, standing: &Standing) -> Row {
    let goal = &standing.goal;
    let source = [goal.source.document.as_deref(), goal.source.place.as_deref()];
    Row {
        code: goal.code.clone().unwrap_or_default(),
        name: say.words(&goal.name).to_owned(),
        state: say.t(words::state_key(standing.judgement.state)),
        target: standing.target().map_or_else(|| say.t("plans-target-none"), |target| words::target_text(say, target)),
        baseline: words::baseline_text(say, standing),
        value: words::value_text(say, standing),
        stands: words::stand_text(say, standing),
        source: source.into_iter().flatten().collect::<Vec<_>>().join(": "),
    }
}

/// The status as text for people, in the language of `say`.
pub fn text(status: &PlanStatus, tree: &UnitTree, say: &Say) -> String {
    let plan = &status.plan;
    let mut out = String::new();
    let mut line = |text: String| {
        out.push_str(text.trim_end());
        out.push('\n');
    };
    line(say.words(&plan.said.name).to_owned());
    line(say.with("plans-status-as-of", &[("date", say.date(status.as_of).into())]));
    line(format!("{}: {}", say.t("plans-field-state"), say.t(words::plan_state_key(plan.state))));
    line(format!("{}: {}", say.t("plans-field-period"), words::period_text(say, plan.said.from, plan.said.to)));
    let owners: Vec<String> = status.owners.iter().map(|owner| words::unit_name(say, tree, owner.unit)).collect();
    line(format!(
        "{}: {}",
        say.t("plans-field-owners"),
        if owners.is_empty() { say.t("plans-owners-none") } else { owners.join(", ") }
    ));
    line(words::tally_text(say, &status.tally));
    for standing in status.goals.iter().filter(|standing| !standing.goal.overall) {
        let row = row(say, standing);
        line(String::new());
        line(format!("{} {}", row.code, row.name).trim_start().to_owned());
        line(format!("  [{}] {}", row.state, row.stands));
        line(format!("  {}: {}", say.t("plans-column-target"), row.target));
        line(format!("  {}: {}", say.t("plans-column-baseline"), row.baseline));
        line(format!("  {}: {}", say.t("plans-column-value"), row.value));
        if !row.source.is_empty() {
            line(format!("  {}: {}", say.t("plans-column-source"), row.source));
        }
    }
    if !status.measures.is_empty() {
        line(String::new());
        line(say.t("plans-tab-measures"));
        for measure in &status.measures {
            line(format!("  {}", measure_text(say, measure)));
        }
    }
    out
}

fn measure_text(say: &Say, measure: &MeasureLine) -> String {
    let mut text = match measure.number {
        Some(number) => format!("{number}. {}", say.words(&measure.title)),
        None => say.words(&measure.title).to_owned(),
    };
    let _ = write!(text, " [{}]", say.t(varde_measures::state_key(measure.state)));
    if let Some(lead) = &measure.lead {
        let _ = write!(text, " – {}: {}", say.t("plans-column-lead"), say.words(lead));
    }
    let _ = write!(text, " – {}", activities_text(say, measure));
    text
}

/// "2 av 5 aktiviteter fullført".
pub fn activities_text(say: &Say, measure: &MeasureLine) -> String {
    say.with("plans-activities", &[("done", measure.n_completed.into()), ("n", measure.n_activities.into())])
}

/// The status as CSV, one line for each goal that is not overall.
///
/// # Errors
///
/// Never in practice: the lines are written to memory.
pub fn csv(status: &PlanStatus, say: &Say) -> Result<String, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record([
        "code",
        "name",
        "state",
        "reason",
        "state_text",
        "target",
        "target_value",
        "by",
        "baseline",
        "value",
        "period",
        "left",
        "path",
        "stands",
        "source",
    ])?;
    for standing in status.goals.iter().filter(|standing| !standing.goal.overall) {
        let (row, plain) = (row(say, standing), plain(standing));
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let wanted: Vec<String> = plain.readings.iter().map(|reading| reading.value.to_string()).collect();
        out.write_record([
            cell(&row.code),
            cell(&row.name),
            plain.state.to_owned(),
            plain.reason.unwrap_or_default().to_owned(),
            cell(&row.state),
            cell(&row.target),
            wanted.join(" / "),
            plain.by.clone().unwrap_or_default(),
            cell(&row.baseline),
            number(plain.value),
            plain.period.clone().unwrap_or_default(),
            number(plain.left),
            number(plain.path),
            cell(&row.stands),
            cell(&row.source),
        ])?;
    }
    let bytes = out.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}

/// The status as the API and the command line give it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = PlanStatus)]
pub struct StatusWire {
    /// The plan.
    pub plan: String,
    /// Its code in content.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// The day.
    pub as_of: String,
    /// draft, awaiting, adopted or closed.
    pub state: String,
    /// First day.
    pub period_from: Option<String>,
    /// Last day.
    pub period_to: Option<String>,
    /// Owners that have not approved this version.
    pub awaiting_approval_of: Vec<String>,
    /// How the numeric targets stand.
    pub targets: TallyWire,
    /// The goals.
    pub goals: Vec<GoalStatusWire>,
    /// The measures.
    pub measures: Vec<MeasureStatusWire>,
}

/// How the numeric targets stand.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = PlanTally)]
pub struct TallyWire {
    /// How many there are.
    pub total: i64,
    /// Of how many something can be said.
    pub judged: i64,
    /// Of how many nothing can be said.
    pub cannot_be_judged: i64,
    /// How many await a value.
    pub await_value: i64,
    /// All of it in words.
    pub text: String,
}

/// Where a goal stands.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = GoalStatus)]
pub struct GoalStatusWire {
    /// The goal.
    pub goal: String,
    /// Its code in content.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// Whether it is an overall goal, not measured by itself.
    pub overall: bool,
    /// `no_target`, `cannot_be_judged`, `awaits_value`, `met`, `not_met`, `on_path`, `off_path` or `no_final_value`.
    pub state: String,
    /// Why it cannot be judged.
    pub reason: Option<String>,
    /// The target in words.
    pub target: Option<String>,
    /// Last day to reach it.
    pub by: Option<String>,
    /// Baseline year.
    pub baseline_year: Option<i16>,
    /// Baseline value.
    pub baseline_value: Option<f64>,
    /// The number to reach by each reading.
    pub readings: Vec<ReadingWire>,
    /// The last value that counts.
    pub value: Option<f64>,
    /// Its period.
    pub period: Option<String>,
    /// How far it is from the number to reach; zero and below is there.
    pub left: Option<f64>,
    /// Where the path is at the value's period.
    pub path: Option<f64>,
    /// Since which period it has stood like this.
    pub since: Option<String>,
    /// All of it in words.
    pub text: String,
    /// Where the goal is said.
    pub source: Option<String>,
}

/// The number to reach by one reading of "per cent".
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = TargetReading)]
pub struct ReadingWire {
    /// `relative` or `points`; absent where there is nothing to read.
    pub mode: Option<String>,
    /// The number.
    pub value: f64,
    /// How the goal stands by this reading.
    pub state: String,
}

/// How a measure stands.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = PlanMeasureStatus)]
pub struct MeasureStatusWire {
    /// The measure.
    pub measure: String,
    /// Its number in the plan.
    pub number: Option<i64>,
    /// Its name.
    pub title: String,
    /// How far it has come.
    pub state: String,
    /// The actor that leads it.
    pub lead: Option<String>,
    /// When it is to be done.
    pub due: Option<String>,
    /// How many activities it has.
    pub activities: i64,
    /// How many of them are completed.
    pub activities_completed: i64,
}

struct Plain {
    state: &'static str,
    reason: Option<&'static str>,
    by: Option<String>,
    readings: Vec<ReadingWire>,
    value: Option<f64>,
    period: Option<String>,
    left: Option<f64>,
    path: Option<f64>,
}

fn plain(standing: &Standing) -> Plain {
    let judgement = &standing.judgement;
    Plain {
        state: judgement.state.name(),
        reason: match judgement.state {
            State::CannotBeJudged(reason) => Some(reason.name()),
            _ => None,
        },
        by: standing.target().and_then(|target| target.aim.by).map(|by| by.to_string()),
        readings: judgement
            .wanted
            .iter()
            .map(|wanted| ReadingWire {
                mode: wanted.mode.map(|mode| mode.name().to_owned()),
                value: tidy(wanted.value),
                state: wanted.state.name().to_owned(),
            })
            .collect(),
        value: judgement.last.map(|last| last.value),
        period: judgement.last.map(|last| last.period.to_string()),
        left: judgement.left().map(tidy),
        path: judgement.single().and_then(|wanted| wanted.path).map(tidy),
    }
}

/// Six decimals are more than any source gives and fewer than arithmetic leaves behind.
fn tidy(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// A goal as the API gives it.
pub fn goal_wire(standing: &Standing, say: &Say) -> GoalStatusWire {
    let (goal, judgement, plain) = (&standing.goal, &standing.judgement, plain(standing));
    let row = row(say, standing);
    GoalStatusWire {
        goal: goal.id.to_string(),
        code: goal.code.clone(),
        name: row.name,
        overall: goal.overall,
        state: plain.state.to_owned(),
        reason: plain.reason.map(str::to_owned),
        target: standing.target().map(|target| words::target_text(say, target)),
        by: plain.by,
        baseline_year: standing.target().and_then(|target| target.aim.baseline_year),
        baseline_value: judgement.baseline.map(|from| from.value),
        readings: plain.readings,
        value: plain.value,
        period: plain.period,
        left: plain.left,
        path: plain.path,
        since: judgement.since.map(|since| since.to_string()),
        text: row.stands,
        source: (!row.source.is_empty()).then_some(row.source),
    }
}

/// The status as the API gives it.
pub fn wire(status: &PlanStatus, tree: &UnitTree, say: &Say) -> StatusWire {
    let plan = &status.plan;
    StatusWire {
        plan: plan.id.to_string(),
        code: plan.code.clone(),
        name: say.words(&plan.said.name).to_owned(),
        as_of: status.as_of.to_string(),
        state: plan.state.name().to_owned(),
        period_from: plan.said.from.map(|day| day.to_string()),
        period_to: plan.said.to.map(|day| day.to_string()),
        awaiting_approval_of: status.missing.iter().map(|unit| words::unit_name(say, tree, *unit)).collect(),
        targets: TallyWire {
            total: status.tally.targets,
            judged: status.tally.judged,
            cannot_be_judged: status.tally.cannot,
            await_value: status.tally.awaits,
            text: words::tally_text(say, &status.tally),
        },
        goals: status.goals.iter().map(|standing| goal_wire(standing, say)).collect(),
        measures: status
            .measures
            .iter()
            .map(|measure| MeasureStatusWire {
                measure: measure.place.measure.to_string(),
                number: measure.number,
                title: say.words(&measure.title).to_owned(),
                state: measure.state.name().to_owned(),
                lead: measure.lead.as_ref().map(|lead| say.words(lead).to_owned()),
                due: measure.due.map(|due| due.to_string()),
                activities: measure.n_activities,
                activities_completed: measure.n_completed,
            })
            .collect(),
    }
}

/// The status as JSON, in the language of `say`.
///
/// # Errors
///
/// Never in practice: every field can be written.
pub fn json(status: &PlanStatus, tree: &UnitTree, say: &Say) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&wire(status, tree, say))?;
    text.push('\n');
    Ok(text)
}
