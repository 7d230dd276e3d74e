//! How a plan stands, as the API and the command line give it.

use serde::Serialize;
use varde_kernel::UnitTree;
use varde_web::Say;

use super::{PlanStatus, row};
use crate::model::followup::rounds::LastTold;
use crate::rules::judge::State;
use crate::rules::plan::Stands;
use crate::store::standing::Standing;
use crate::views::{spread as spread_words, words};

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
    /// draft, awaiting, adopted, closed, or unknown where the plan has no owner that could have adopted it.
    pub state: String,
    /// Whether the plan is made up for demonstration.
    pub synthetic: bool,
    /// Adopted, and its last day is over by the day asked for.
    pub has_run_out: bool,
    /// Whether its period has begun by that day; true when no first day is stated.
    pub has_begun: bool,
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
    /// How many of them were not followed here on a day that is past; they stand as they came in.
    pub measures_unfollowed: usize,
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
    /// How units differ, when the goal has a target for that.
    pub spread: Option<SpreadStatusWire>,
    /// Where the goal is said.
    pub source: Option<String>,
}

/// How units differ, and where that stands.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = SpreadStatus)]
pub struct SpreadStatusWire {
    /// `ratio`, `deviation`, `quartiles`, `range` or `systematic`.
    pub spread: String,
    /// The kind of unit that is compared.
    pub among: String,
    /// As the state of a goal.
    pub state: String,
    /// Why it cannot be judged.
    pub reason: Option<String>,
    /// The target in words.
    pub target: String,
    /// The last spread that counts.
    pub value: Option<f64>,
    /// Its period.
    pub period: Option<String>,
    /// How many units it is worked out from.
    pub units: usize,
    /// How many units of that kind there are.
    pub units_in_all: usize,
    /// The lowest value among them.
    pub low: Option<f64>,
    /// The highest.
    pub high: Option<f64>,
    /// How often chance alone gives differences like these.
    pub chance: Option<f64>,
    /// All of it in words.
    pub text: String,
}

pub(super) fn spread_wire(standing: &Standing, say: &Say) -> Option<SpreadStatusWire> {
    let spread = standing.spread.as_ref()?;
    let judgement = &spread.judgement;
    let last = spread.last(standing.as_of);
    let between = last.map(|(_, between)| *between);
    Some(SpreadStatusWire {
        spread: spread.target.of.name().to_owned(),
        among: spread.target.among.name().to_owned(),
        state: judgement.state.name().to_owned(),
        reason: reason(judgement.state).map(str::to_owned),
        target: spread_words::target_text(say, &spread.target),
        value: judgement.last.map(|last| tidy(last.value)),
        period: last.map(|(period, _)| period.to_string()),
        units: between.map_or(0, |between| between.n),
        units_in_all: between.map_or(0, |between| between.of),
        low: between.and_then(|between| between.low),
        high: between.and_then(|between| between.high),
        chance: between.and_then(|between| between.chance).map(tidy),
        text: spread_words::stand_text(say, standing, spread),
    })
}

const fn reason(state: State) -> Option<&'static str> {
    match state {
        State::CannotBeJudged(reason) => Some(reason.name()),
        _ => None,
    }
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
    /// The unit that answers for it.
    pub unit: String,
    /// The person who answers for it.
    pub owner: Option<String>,
    /// The actor that leads it.
    pub lead: Option<String>,
    /// When it is to be done.
    pub due: Option<String>,
    /// How many activities it has.
    pub activities: i64,
    /// How many of them are completed.
    pub activities_completed: i64,
    /// Of how many nothing is known but what the plan said.
    pub activities_unreported: i64,
    /// The plan's goals that it serves, with where each stands.
    pub goals: Vec<ServedWire>,
    /// The indicator that its effect is expected on.
    pub indicator: Option<String>,
    /// That indicator's last value for the measure's own unit.
    pub indicator_value: Option<f64>,
    /// The value's period.
    pub indicator_period: Option<String>,
    /// What the plan's latest status round that asked about it was told.
    pub round: Option<RoundToldWire>,
}

/// What a status round was told of a measure and its activities.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = PlanMeasureRound)]
pub struct RoundToldWire {
    /// The round.
    pub round: String,
    /// Its name.
    pub name: String,
    /// Which period it spoke of.
    pub period: Option<String>,
    /// How many things were answered how, in words.
    pub text: String,
    /// Each thing that was asked about.
    pub answers: Vec<ToldWire>,
}

/// What was answered of one thing in a round.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = PlanMeasureTold)]
pub struct ToldWire {
    /// measure or activity.
    pub kind: String,
    /// The measure or activity.
    pub item: String,
    /// Its number in the plan.
    pub number: String,
    /// Its name when the round opened.
    pub name: String,
    /// `not_started`, green, yellow, red or done; absent until answered.
    pub status: Option<String>,
    /// What deviates from the plan.
    pub deviation: String,
    /// What has been decided.
    pub decision: String,
}

fn round_wire(told: &LastTold, say: &Say) -> RoundToldWire {
    RoundToldWire {
        round: told.round.to_string(),
        name: told.name.clone(),
        period: told.period.map(|period| period.to_string()),
        text: words::statuses_text(say, &told.answers),
        answers: told
            .answers
            .iter()
            .map(|answer| ToldWire {
                kind: answer.item.thing.kind().to_owned(),
                item: answer.item.thing.id(),
                number: answer.item.number.clone(),
                name: say.words(&answer.item.name).to_owned(),
                status: answer.status.map(|status| status.name().to_owned()),
                deviation: answer.deviation.clone(),
                decision: answer.decision.clone(),
            })
            .collect(),
    }
}

/// A goal that a measure serves.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = PlanMeasureGoal)]
pub struct ServedWire {
    /// The goal.
    pub goal: String,
    /// Its state, as in the list of goals.
    pub state: String,
    /// The last value that counts.
    pub value: Option<f64>,
    /// Its period.
    pub period: Option<String>,
}

pub(super) struct Plain {
    pub(super) state: &'static str,
    pub(super) reason: Option<&'static str>,
    pub(super) by: Option<String>,
    pub(super) readings: Vec<ReadingWire>,
    pub(super) value: Option<f64>,
    pub(super) period: Option<String>,
    pub(super) left: Option<f64>,
    pub(super) path: Option<f64>,
}

pub(super) fn plain(standing: &Standing) -> Plain {
    let judgement = &standing.judgement;
    Plain {
        state: judgement.state.name(),
        reason: reason(judgement.state),
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
        spread: spread_wire(standing, say),
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
        state: status.stands().name().to_owned(),
        synthetic: tree.is_synthetic(plan.unit),
        has_run_out: status.stands() == Stands::RunOut,
        has_begun: status.plan.said.from.is_none_or(|first| first <= status.as_of),
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
        measures_unfollowed: status.n_unfollowed,
        measures: status
            .measures
            .iter()
            .map(|measure| MeasureStatusWire {
                measure: measure.place.measure.to_string(),
                number: measure.number,
                title: say.words(&measure.title).to_owned(),
                state: measure.state.name().to_owned(),
                unit: words::unit_name(say, tree, measure.unit),
                owner: measure.owner.clone(),
                lead: measure.lead.as_ref().map(|lead| say.words(lead).to_owned()),
                due: measure.due.map(|due| due.to_string()),
                activities: measure.progress.n,
                activities_completed: measure.progress.n_completed,
                activities_unreported: measure.progress.n_stated,
                goals: words::goals_of(status, measure)
                    .into_iter()
                    .map(|goal| ServedWire {
                        goal: goal.goal.id.to_string(),
                        state: goal.judgement.state.name().to_owned(),
                        value: goal.judgement.last.map(|last| last.value),
                        period: goal.judgement.last.map(|last| last.period.to_string()),
                    })
                    .collect(),
                indicator: measure.effect.as_ref().map(|effect| say.words(&effect.indicator.name).to_owned()),
                indicator_value: measure.effect.as_ref().and_then(|effect| effect.last).map(|(_, value)| value),
                indicator_period: measure
                    .effect
                    .as_ref()
                    .and_then(|effect| effect.last)
                    .map(|(period, _)| period.to_string()),
                round: measure.told.as_ref().map(|told| round_wire(told, say)),
            })
            .collect(),
    }
}
