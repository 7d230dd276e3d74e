//! Puts the synthetic service into the rooms, through the same doors as everything else.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use varde_indicators::model::Entry;
use varde_indicators::store::{Recording, Slot, grant_slot, record};
use varde_kernel::access::{Action, Actor, Author, Kind, System, Target, grant};
use varde_kernel::{
    Clock, GoalId, IndicatorId, MeasureId, PartId, PersonId, PlanId, UnitId, UnitTree, Validity, Words,
};
use varde_measures::model::{ActivityKind, ActivityState, Direction, Effect, MeasureState};
use varde_measures::store::{ContentActivity, ContentMeasure, put_content};
use varde_people::model::persons::{NewHolding, NewPerson};
use varde_plans::model::followup::rounds::{Answer, AnswerDraft, RoundDraft, Status, Thing};
use varde_plans::model::followup::wheel::{Phase, StepDraft};
use varde_store::{Db, Tx};
use varde_synthetic::{MeasureRow, PlanRow, Progress, RoundRow, Service, StatusRow};

use super::{before_the_board, choosing, extras, monthly, reports};
use crate::commands::Failure;
use crate::house::MachineClock;

/// The synthetic service's units have been there since then.
const SINCE: &str = "2020-01-01";

/// Writes the whole service. Transactions are cut by plan, so that a large service does not hold
/// one for minutes; a demo that is stopped on the way is begun again in a fresh folder.
pub async fn everything(db: &Db, service: &Service, password: &str, clock: &MachineClock) -> Result<(), Failure> {
    let author = Author::System(System::Demo);
    let tx = db.begin_write(author, clock.now()).await?;
    units(&tx, service).await?;
    tx.commit().await?;
    let tree = varde_people::store::units::tree(db, clock.today()).await?;
    let tx = db.begin_write(author, clock.now()).await?;
    persons(&tx, service, password, clock.today()).await?;
    wheel(&tx, service, &tree).await?;
    // Some of the values are of indicators that come with the monthly figures.
    monthly::everything(&tx, service, &tree, clock.today()).await?;
    values(&tx, service, &tree).await?;
    extras::everything(&tx, &tree, clock).await?;
    tx.commit().await?;
    extras::proposal(db, &tree, clock).await?;
    for plan in &service.plans {
        let tx = db.begin_write(author, clock.now()).await?;
        self::plan(&tx, service, plan).await?;
        tx.commit().await?;
        for round in service.rounds.iter().filter(|round| round.plan == plan.code) {
            self::round(db, service, &tree, round).await?;
        }
    }
    choosing::everything(db, &tree, clock).await?;
    reports::everything(db, &tree, clock).await?;
    before_the_board::everything(db, &tree, clock).await
}

fn text(words: &Words) -> Value {
    json!({ "nb": words.nb, "nn": words.nn, "en": words.en })
}

pub(super) fn wrong(error: impl std::fmt::Display) -> Failure {
    Failure::Asked(format!("the synthetic service: {error}"))
}

pub(super) fn actor() -> Actor {
    Actor::System(System::Demo)
}

async fn units(tx: &Tx, service: &Service) -> Result<(), Failure> {
    let units: Vec<Value> = service
        .units
        .iter()
        .map(|unit| {
            json!({
                "code": unit.code, "kind": unit.kind.name(), "name": text(&unit.name),
                "parent": unit.parent, "valid_from": SINCE, "synthetic": unit.is_topmost(),
            })
        })
        .collect();
    // JSON is YAML: the loader of the content files serves here too.
    let yaml = json!({ "units": units }).to_string();
    varde_people::import::content::organisation(tx, &yaml).await.map_err(wrong)?;
    Ok(())
}

async fn persons(tx: &Tx, service: &Service, password: &str, today: Date) -> Result<(), Failure> {
    let seal = varde_people::store::persons::seal(password).await?;
    for person in &service.persons {
        let roles: Vec<NewHolding> = person
            .roles
            .iter()
            .map(|(role, unit)| NewHolding {
                role: *role,
                unit: UnitId::from_code(unit),
                validity: Validity::since(today.saturating_sub(jiff::Span::new().days(400))),
                grounds: "Demo".to_owned(),
            })
            .collect();
        let new = NewPerson {
            id: Some(PersonId::from_code(&person.username)),
            name: person.name.clone(),
            email: None,
            link_by_email: false,
            username: Some(person.username.clone()),
            password: Some(seal.clone()),
            must_change: false,
            home: roles.first().map(|role| role.unit),
            locale: None,
            roles,
        };
        varde_people::store::persons::create(tx, new).await?;
    }
    Ok(())
}

async fn wheel(tx: &Tx, service: &Service, tree: &UnitTree) -> Result<(), Failure> {
    for step in &service.wheel {
        let unit = UnitId::from_code(&step.unit);
        let phase: Phase = step.phase.parse().map_err(|()| wrong("a phase that is none"))?;
        let draft = StepDraft {
            phase,
            title: step.name.clone(),
            help: Words::default(),
            regulation: None,
            due: Some(step.due),
            owner_person: None,
            owner_role: Some(varde_kernel::access::Role::UnitLeader),
        };
        let on = Target::open(Kind::Wheel, tree.line(unit));
        let granted = grant(&actor(), Action::Create, &on, unit).map_err(varde_store::Error::from)?;
        varde_plans::store::wheel::insert(tx, &granted, step.due.year(), &draft, None).await?;
    }
    Ok(())
}

async fn values(tx: &Tx, service: &Service, tree: &UnitTree) -> Result<(), Failure> {
    let indicators: HashMap<IndicatorId, _> =
        varde_indicators::indicators(tx).await?.into_iter().map(|indicator| (indicator.id, indicator)).collect();
    let mut slots: HashMap<(&str, &str), Vec<Recording>> = HashMap::new();
    for value in &service.values {
        let entry = Entry {
            numerator: Some(f64::from(value.numerator)),
            denominator: Some(f64::from(value.denominator)),
            value: Some(f64::from(value.numerator) / f64::from(value.denominator) * 100.0),
            source: "Syntetisk".to_owned(),
            ..Entry::default()
        };
        let recording = Recording { period: value.period, entry, former: None, reason: String::new(), code: None };
        slots.entry((value.indicator, value.unit.as_str())).or_default().push(recording);
    }
    let mut keys: Vec<_> = slots.keys().copied().collect();
    keys.sort_unstable();
    for (code, unit) in keys {
        let Some(indicator) = indicators.get(&IndicatorId::from_code(code)) else { continue };
        let slot = Slot::whole(indicator.clone(), UnitId::from_code(unit), None);
        let mut slot = grant_slot(&actor(), tree, slot, Action::Create)?;
        record(tx, &mut slot, slots.get(&(code, unit)).map_or(&[], Vec::as_slice)).await?;
    }
    Ok(())
}

async fn plan(tx: &Tx, service: &Service, plan: &PlanRow) -> Result<(), Failure> {
    let goals: Vec<Value> = service
        .goals
        .iter()
        .filter(|goal| goal.plan == plan.code)
        .zip(1..)
        .map(|(goal, order)| {
            json!({
                "code": goal.code, "order": order, "name": text(&goal.name), "serves": goal.parent, "tags": goal.tags,
                "indicator": goal.indicator, "indicator_link": "stated",
                "direction": if goal.down { "down" } else { "up" },
                "target": {
                    "kind": if goal.down { "absolute" } else { "at_least" }, "value": goal.target, "unit": "percent",
                    "baseline": {
                        "year": goal.baseline.map(|(year, _)| year), "value": goal.baseline.map(|(_, value)| value),
                        "status": if goal.baseline.is_some() { "given" } else { "missing" },
                    },
                    "by": goal.by.to_string(),
                },
            })
        })
        .collect();
    let group =
        json!({ "nb": "Alle ledere og ansatte", "nn": "Alle leiarar og tilsette", "en": "All leaders and staff" });
    let file = json!({
        "code": plan.code, "kind": "unit_plan", "name": text(&plan.name), "owners": [plan.unit], "target_group": group,
        "period": { "from": format!("{}-01-01", plan.years.0), "to": format!("{}-12-31", plan.years.1) },
        "relations": [{ "kind": "supports", "to": "plan.rammeverk" }], "goals": goals,
        "parts": choosing::parts(&plan.code),
    });
    varde_plans::import::content(tx, &file.to_string()).await.map_err(wrong)?;
    varde_plans::import::content_tags(tx, &file.to_string()).await.map_err(wrong)?;
    for (ord, row) in (1_i64..).zip(service.measures.iter().filter(|measure| measure.plan == plan.code)) {
        put_content(tx, &measure(row)).await?;
        let (plan, goal) = (PlanId::from_code(&plan.code), GoalId::from_code(&row.goal));
        varde_plans::import::place(tx, plan, MeasureId::from_code(&row.code), goal, ord).await?;
    }
    varde_plans::import::approved_as_it_stands(tx, PlanId::from_code(&plan.code)).await.map_err(wrong)?;
    Ok(())
}

fn measure(row: &MeasureRow) -> ContentMeasure {
    let activities = row
        .activities
        .iter()
        .zip('a'..='z')
        .map(|(activity, letter)| ContentActivity {
            code: activity.code.clone(),
            letter: Some(letter.to_string()),
            title: activity.name.clone(),
            detail: Words::default(),
            kind: ActivityKind::New,
            state: match activity.progress {
                Progress::Running => ActivityState::Running,
                Progress::Completed => ActivityState::Completed,
                Progress::Stated | Progress::Concrete => ActivityState::Planned,
            },
            due: activity.due,
            lead: None,
            contributors: Vec::new(),
            stated_in: None,
        })
        .collect();
    ContentMeasure {
        state: match row.progress {
            Progress::Stated => MeasureState::Stated,
            Progress::Concrete => MeasureState::Concrete,
            Progress::Running => MeasureState::Running,
            Progress::Completed => MeasureState::Completed,
        },
        due: row.due,
        owner: row.owner.as_deref().map(PersonId::from_code),
        effect: Effect {
            indicator: Some(IndicatorId::from_code(row.indicator)),
            direction: Some(if row.down { Direction::Down } else { Direction::Up }),
            by: row.due,
            ..Effect::default()
        },
        activities,
        tags: row.tags.iter().map(|code| PartId::from_code(code)).collect(),
        ..ContentMeasure::stated(row.code.clone(), UnitId::from_code(&row.unit), row.name.clone())
    }
}

/// The morning of a day, when people answer.
fn morning(day: Date) -> Result<Timestamp, Failure> {
    Ok(day.at(9, 0, 0, 0).to_zoned(TimeZone::UTC).map_err(wrong)?.timestamp())
}

/// An answer as its row tells it.
fn said_of(row: &StatusRow) -> Result<AnswerDraft, Failure> {
    let status: Status = row.status.parse().map_err(|()| wrong("a status that is none"))?;
    let (deviation, decision) = (row.deviation.to_owned(), row.decision.to_owned());
    Ok(AnswerDraft { status, deviation, risk: String::new(), decision })
}

/// An answer about an activity that nothing keeps from going as planned.
fn as_planned(thing: Thing, activities: &[varde_measures::Activity]) -> AnswerDraft {
    let is_begun = activities.iter().any(|one| thing == Thing::Activity(one.id) && one.state != ActivityState::Planned);
    let status = if is_begun { Status::Green } else { Status::NotStarted };
    AnswerDraft { status, deviation: String::new(), risk: String::new(), decision: String::new() }
}

/// A round, with each step written on its own day.
async fn round(db: &Db, service: &Service, tree: &UnitTree, row: &RoundRow) -> Result<(), Failure> {
    let author = Author::System(System::Demo);
    let plan = PlanId::from_code(&row.plan);
    let Some(owner) = service.plans.iter().find(|plan| plan.code == row.plan) else { return Ok(()) };
    let unit = UnitId::from_code(&owner.unit);
    let on = Target::open(Kind::Round, tree.line(unit));
    let granted = grant(&actor(), Action::Create, &on, (plan, unit)).map_err(varde_store::Error::from)?;
    let draft = RoundDraft { name: row.name.nb.clone(), opens: row.days.0, due: row.days.1, period: None };
    // As the page asks, of what has been begun by now; what is over by now was not over then.
    let is_begun = |measure: &varde_measures::Measure| measure.state != MeasureState::Stated;
    let items = varde_plans::store::sources::items_of(db, plan, is_begun, |_| true).await?;
    let begun: Vec<MeasureId> = service
        .measures
        .iter()
        .filter(|measure| measure.plan == row.plan)
        .map(|measure| MeasureId::from_code(&measure.code))
        .collect();
    let activities = varde_measures::activities_of_many(db, &begun).await?;
    let tx = db.begin_write(author, morning(row.days.0)?).await?;
    let id = varde_plans::store::rounds::insert(&tx, &granted, &draft, &items).await?;
    tx.commit().await?;
    let asked = varde_plans::store::rounds::answers(db, id).await?;
    let mut given: Vec<&StatusRow> = row.answers.iter().collect();
    given.sort_by_key(|said| said.on);
    for said in given {
        let measure = MeasureId::from_code(&said.measure);
        let of_it = |answer: &&Answer| match answer.item.thing {
            Thing::Measure(id) => id == measure,
            Thing::Activity(id) => activities.iter().any(|one| one.id == id && one.measure == measure),
        };
        let tx = db.begin_write(author, morning(said.on)?).await?;
        // What is said of the measure is said of its first activity; the others go as planned.
        for (place, answer) in asked.iter().filter(of_it).cloned().enumerate() {
            let draft = if place == 0 { said_of(said)? } else { as_planned(answer.item.thing, &activities) };
            let on = Target::open(Kind::Round, tree.line(answer.item.unit));
            let version = answer.version;
            let granted = grant(&actor(), Action::Answer, &on, answer).map_err(varde_store::Error::from)?;
            varde_plans::store::rounds::answer(&tx, &granted, version, &draft).await?;
        }
        tx.commit().await?;
    }
    if row.closed {
        let last = row.answers.iter().map(|said| said.on).max().unwrap_or(row.days.1).max(row.days.1);
        let granted = varde_plans::store::rounds::open(db, &actor(), tree, id, Action::Edit).await?;
        let version = granted.version;
        let tx = db.begin_write(author, morning(last.saturating_add(jiff::Span::new().days(1)))?).await?;
        varde_plans::store::rounds::close(&tx, &granted, version).await?;
        tx.commit().await?;
    }
    Ok(())
}
