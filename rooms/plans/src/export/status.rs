//! How a plan stands on a day: the same content as the plan's page, as text, JSON, CSV and a document. The
//! same input gives the same bytes.

use std::collections::HashMap;
use std::fmt::Write as _;

use jiff::civil::Date;
use varde_indicators::{Indicator, Sight};
use varde_kernel::access::{self, Action, Actor, Target};
use varde_kernel::{ActivityId, GoalId, IndicatorId, MeasureId, Period, PersonId, PlanId, UnitId, UnitTree};
use varde_measures::model::{ActorPart, MeasureState};
use varde_measures::progress_text;
use varde_measures::store::Progress;
use varde_store::{Error, Read};
use varde_web::Say;

use crate::model::followup::rounds::{Answer, LastTold, Thing};
use crate::model::goal::GoalState;
use crate::model::plan::{Owner, Plan, PlanMeasure};
use crate::rules::cascade;
use crate::rules::drivers;
use crate::rules::judge::{self, Tally};
use crate::rules::plan::{Stands, missing_owners, stands};
use crate::store;
use crate::store::standing::{self, Standing};
use crate::views::{spread as spread_words, words};

mod past;
mod print;
mod wire;

pub use past::measures as measures_back;
pub use print::printout;
pub use wire::{
    GoalStatusWire, MeasureStatusWire, ReadingWire, RoundToldWire, ServedWire, SpreadStatusWire, StatusWire, TallyWire,
    ToldWire, goal_wire, wire,
};
use wire::{plain, spread_wire};

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
    /// Which goal each measure serves.
    pub ties: Vec<(GoalId, MeasureId)>,
    /// How many of the measures were not followed here on a day that is past; they stand as they came in.
    pub n_unfollowed: usize,
}

impl PlanStatus {
    /// How the plan stands on the day.
    pub fn stands(&self) -> Stands {
        stands(self.plan.state, !self.owners.is_empty(), (self.plan.said.from, self.plan.said.to), self.as_of)
    }

    /// Leaves out what the actor may not see: a plan that is read by all can hold goals and
    /// measures that are still their unit's own.
    pub fn keep_seen(&mut self, actor: &Actor, tree: &UnitTree) {
        self.goals.retain(|standing| access::may(actor, Action::Read, &store::goals::target(tree, &standing.goal)));
        self.measures.retain(|measure| access::may(actor, Action::Read, &measure.target));
        keep_effects(&mut self.measures, actor, tree);
        self.tally = tally(&self.goals);
    }
}

/// Leaves out the indicators that the actor may not see: drafts.
pub fn keep_effects(measures: &mut [MeasureLine], actor: &Actor, tree: &UnitTree) {
    for measure in measures {
        measure.effect =
            measure.effect.take().filter(|effect| access::may(actor, Action::Read, &effect.indicator.target(tree)));
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
    /// The unit that answers for it.
    pub unit: UnitId,
    /// The person who answers for it, by name.
    pub owner: Option<String>,
    /// The actor that leads it.
    pub lead: Option<varde_kernel::Words>,
    /// The actors that take part.
    pub actors: Vec<varde_kernel::Words>,
    /// How far its activities have come.
    pub progress: Progress,
    /// The goals that it is tied to, of any plan.
    pub goals: Vec<GoalId>,
    /// What its effect is expected on.
    pub effect: Option<EffectLine>,
    /// What the plan's latest round that asked about it was told.
    pub told: Option<LastTold>,
}

/// The indicator that a measure's effect is expected on, with the last value that counts.
#[derive(Clone, Debug)]
pub struct EffectLine {
    /// The indicator.
    pub indicator: Indicator,
    /// The last value of the measure's own unit, of a period that is over by the day.
    pub last: Option<(Period, f64)>,
}

/// The plan that `text` names: its id or its code.
pub async fn find(db: &impl Read, text: &str) -> Result<Option<Plan>, Error> {
    match text.parse::<PlanId>() {
        Ok(id) => store::plans::load(db, id).await,
        Err(_) => store::plans::by_code(db, text).await,
    }
}

/// Reads how a plan stands on a day. Values count when their period has ended by that day, and the
/// target is the version that held on it; on a day before `today` measures, activities and approvals
/// stand as they did then. Who may see the plan is asked before; `sight` says which values.
pub async fn load(
    db: &impl Read,
    sight: &Sight<'_>,
    tree: &UnitTree,
    plan: Plan,
    (as_of, today): (Date, Date),
) -> Result<PlanStatus, Error> {
    let owners = store::plans::owners(db, plan.id).await?;
    let missing = missing_owners(&owners, plan.version_no);
    let goals = store::goals::of_plan(db, plan.id).await?;
    let ties = store::goals::measures(db, &goals.iter().map(|goal| goal.id).collect::<Vec<_>>()).await?;
    let goals = standing::of(db, sight, tree, goals, as_of).await?;
    let tally = tally(&goals);
    let places = store::plans::measures(db, plan.id).await?;
    let mut measures = measures(db, sight, tree, (Some(plan.id), &places), as_of).await?;
    let parts = store::parts::of(db, plan.id).await?;
    measures.sort_by_key(|line| drivers::place(&parts, line.place.part));
    let mut status = PlanStatus { plan, owners, missing, as_of, goals, tally, measures, ties, n_unfollowed: 0 };
    if as_of < today {
        past::take_back(db, &mut status).await?;
    }
    Ok(status)
}

/// Measures with those who carry them, in the order given; those that are gone are left out. `sight` says
/// which values of their effect are told; the rounds are those of `plan`.
pub async fn measures(
    db: &impl Read,
    sight: &Sight<'_>,
    tree: &UnitTree,
    (plan, places): (Option<PlanId>, &[PlanMeasure]),
    as_of: Date,
) -> Result<Vec<MeasureLine>, Error> {
    let ids: Vec<MeasureId> = places.iter().map(|place| place.measure).collect();
    let known = varde_measures::store::many(db, &ids).await?;
    let progress = varde_measures::store::progress_of_many(db, &ids, as_of).await?;
    let carried = varde_measures::store::actors_of_many(db, &ids).await?;
    let tied = store::goals::goals_of_measures(db, &ids).await?;
    let effects: Vec<(IndicatorId, UnitId)> = known
        .iter()
        .filter_map(|measure| Some((measure.effect.indicator?, cascade::about(tree, measure.unit))))
        .collect();
    let indicators: Vec<IndicatorId> = effects.iter().map(|(indicator, _)| *indicator).collect();
    let indicators = varde_indicators::many(db, &indicators).await?;
    let values = varde_indicators::values_of_pairs(db, sight, &effects).await?;
    let effect = |measure: &varde_measures::model::Measure| {
        let id = measure.effect.indicator?;
        let indicator = indicators.iter().find(|one| one.id == id)?.clone();
        let known = values.get(&(id, cascade::about(tree, measure.unit))).map_or(&[][..], Vec::as_slice);
        let over =
            known.iter().filter(|one| one.period.end() <= as_of).filter_map(|one| Some((one.period, one.value?)));
        let last = over.max_by_key(|(period, _)| (period.end(), period.start()));
        Some(EffectLine { indicator, last })
    };
    let persons: Vec<PersonId> = known.iter().filter_map(|measure| measure.owner).collect();
    let persons = varde_people::names(db, &persons).await?;
    let names = varde_people::actors(db).await?;
    let name = |id| names.iter().find(|actor| actor.id == id).map(|actor| actor.name.clone());
    let mut told = match plan {
        Some(plan) => last_told(db, plan, &ids, as_of).await?,
        None => HashMap::new(),
    };
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
            unit: measure.unit,
            owner: measure.owner.and_then(|owner| persons.get(&owner).cloned()),
            lead: measure.lead.and_then(name),
            actors: carried
                .iter()
                .filter(|row| row.measure == measure.id && row.part == ActorPart::Contributes)
                .filter_map(|row| name(row.actor))
                .collect(),
            progress: progress.unwrap_or_default(),
            goals: tied.iter().filter(|(_, id)| *id == measure.id).map(|(goal, _)| *goal).collect(),
            effect: effect(measure),
            told: told.remove(&measure.id),
        })
    };
    Ok(places.iter().filter_map(line).collect())
}

/// What the plan's latest rounds were told of each of these measures and its activities, by the day.
async fn last_told(
    db: &impl Read,
    plan: PlanId,
    measures: &[MeasureId],
    day: Date,
) -> Result<HashMap<MeasureId, LastTold>, Error> {
    let mut told: HashMap<MeasureId, LastTold> = HashMap::new();
    let rounds = store::rounds::latest(db, plan, day).await?;
    if rounds.is_empty() {
        return Ok(told);
    }
    let activities = varde_measures::activities_of_many(db, measures).await?;
    let of: HashMap<ActivityId, MeasureId> = activities.iter().map(|one| (one.id, one.measure)).collect();
    for (round, answers) in rounds {
        let mut here: HashMap<MeasureId, Vec<Answer>> = HashMap::new();
        for answer in answers {
            let measure = match answer.item.thing {
                Thing::Measure(id) => Some(id),
                Thing::Activity(id) => of.get(&id).copied(),
            };
            if let Some(measure) = measure {
                here.entry(measure).or_default().push(answer);
            }
        }
        for (measure, answers) in here {
            let (name, period) = (round.name.clone(), round.period);
            told.entry(measure).or_insert(LastTold { round: round.id, name, period, answers });
        }
    }
    Ok(told)
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
    if tree.is_synthetic(plan.unit) {
        line(format!("{}. {}", say.t("web-synthetic"), say.t("web-synthetic-help")));
    }
    line(format!("{}: {}", say.t("plans-field-state"), say.t(words::stands_key(status.stands()))));
    line(format!("{}: {}", say.t("plans-field-period"), words::period_text(say, plan.said.from, plan.said.to)));
    line(format!("{}: {}", say.t("plans-field-owners"), owners_text(status, tree, say)));
    line(words::tally_text(say, &status.tally));
    let overall: Vec<&Standing> = status.goals.iter().filter(|standing| standing.goal.overall).collect();
    if !overall.is_empty() {
        line(String::new());
        line(say.t("plans-overall-title"));
        for standing in overall {
            line(format!("  {}", say.words(&standing.goal.name)));
        }
    }
    for standing in status.goals.iter().filter(|standing| !standing.goal.overall) {
        let row = row(say, standing);
        line(String::new());
        line(format!("{} {}", row.code, row.name).trim_start().to_owned());
        line(format!("  [{}] {}", row.state, row.stands));
        line(format!("  {}: {}", say.t("plans-column-target"), row.target));
        if let Some(spread) = &standing.spread {
            let state = say.t(words::state_key(spread.judgement.state));
            line(format!("  {}: {}", say.t("plans-spread-title"), spread_words::target_text(say, &spread.target)));
            line(format!("    [{state}] {}", spread_words::stand_text(say, standing, spread)));
        }
        line(format!("  {}: {}", say.t("plans-column-baseline"), row.baseline));
        line(format!("  {}: {}", say.t("plans-column-value"), row.value));
        if !row.source.is_empty() {
            line(format!("  {}: {}", say.t("plans-column-source"), row.source));
        }
    }
    if !status.measures.is_empty() {
        line(String::new());
        line(say.t("plans-tab-measures"));
        if let Some(unfollowed) = unfollowed_text(status, say) {
            line(format!("  {unfollowed}"));
        }
        for measure in &status.measures {
            line(format!("  {}", measure_text(say, tree, measure)));
            for goal in words::goals_of(status, measure) {
                let state = say.t(words::state_key(goal.judgement.state));
                let value = words::value_text(say, goal);
                line(format!("    {}: {} [{state}] {value}", say.t("plans-column-goal"), say.words(&goal.goal.name)));
            }
            if let Some(told) = &measure.told {
                line(format!("    {}: {}", say.t("plans-last-round"), words::told_text(say, told)));
                for answer in &told.answers {
                    line(format!("      {}", words::answer_text(say, answer)));
                }
            }
            if let Some(effect) = &measure.effect {
                let name = say.words(&effect.indicator.name);
                line(format!("    {}: {name} – {}", say.t("plans-field-indicator"), words::effect_text(say, effect)));
            }
        }
    }
    out
}

/// Who owns the plan; says so when nobody does.
fn owners_text(status: &PlanStatus, tree: &UnitTree, say: &Say) -> String {
    let owners: Vec<String> = status.owners.iter().map(|owner| words::unit_name(say, tree, owner.unit)).collect();
    if owners.is_empty() { say.t("plans-owners-none") } else { owners.join(", ") }
}

/// That some measures were not followed here on the day, where some were not.
fn unfollowed_text(status: &PlanStatus, say: &Say) -> Option<String> {
    let n = status.n_unfollowed;
    (0 < n).then(|| say.with("plans-status-unfollowed", &[("n", n.into())]))
}

fn measure_text(say: &Say, tree: &UnitTree, measure: &MeasureLine) -> String {
    let mut text = match measure.number {
        Some(number) => format!("{number}. {}", say.words(&measure.title)),
        None => say.words(&measure.title).to_owned(),
    };
    let _ = write!(text, " [{}]", say.t(varde_measures::state_key(measure.state)));
    let _ = write!(text, " – {}", words::unit_name(say, tree, measure.unit));
    if let Some(who) = words::responsible(say, measure) {
        let _ = write!(text, " – {}: {who}", say.t("plans-column-responsible"));
    }
    let _ = write!(text, " – {}", progress_text(say, &measure.progress));
    text
}

/// The status as CSV, one line for each goal that is not overall, and then one for each measure.
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
        "spread_state",
        "spread_target",
        "spread_value",
        "spread_period",
        "spread_units",
        "line",
        "round",
        "told",
    ])?;
    for standing in status.goals.iter().filter(|standing| !standing.goal.overall) {
        let (row, plain, spread) = (row(say, standing), plain(standing), spread_wire(standing, say));
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
            spread.as_ref().map(|spread| spread.state.clone()).unwrap_or_default(),
            spread.as_ref().map(|spread| cell(&spread.target)).unwrap_or_default(),
            number(spread.as_ref().and_then(|spread| spread.value)),
            spread.as_ref().and_then(|spread| spread.period.clone()).unwrap_or_default(),
            spread.as_ref().map(|spread| format!("{} of {}", spread.units, spread.units_in_all)).unwrap_or_default(),
            "goal".to_owned(),
            String::new(),
            String::new(),
        ])?;
    }
    for measure in &status.measures {
        let mut record = vec![
            measure.number.map(|number| number.to_string()).unwrap_or_default(),
            cell(say.words(&measure.title)),
            measure.state.name().to_owned(),
            String::new(),
            cell(&say.t(varde_measures::state_key(measure.state))),
            String::new(),
            String::new(),
            measure.due.map(|due| due.to_string()).unwrap_or_default(),
        ];
        record.resize(13, String::new());
        record.push(cell(&progress_text(say, &measure.progress)));
        record.resize(20, String::new());
        let told = measure.told.as_ref();
        record.push("measure".to_owned());
        record.push(told.map(|told| cell(&told.name)).unwrap_or_default());
        record.push(told.map(|told| cell(&words::statuses_text(say, &told.answers))).unwrap_or_default());
        out.write_record(record)?;
    }
    let bytes = out.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
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
