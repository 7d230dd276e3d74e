//! Plans, goals, values, measures and rounds of the synthetic units.

use jiff::ToSpan;
use jiff::civil::Date;
use varde_kernel::{Period, UnitKind, Words};

use crate::themes::{THEMES, Theme};
use crate::units::UnitRow;
use crate::{Dice, Service, Size};

/// A local plan.
#[derive(Clone, Debug)]
pub struct PlanRow {
    /// Its code.
    pub code: String,
    /// The unit that owns it.
    pub unit: String,
    /// Its name.
    pub name: Words,
    /// First and last year.
    pub years: (i16, i16),
}

/// A local goal.
#[derive(Clone, Debug)]
pub struct GoalRow {
    /// Its code.
    pub code: String,
    /// Its plan.
    pub plan: String,
    /// The unit that has set it.
    pub unit: String,
    /// Its name.
    pub name: Words,
    /// The goal it serves: a national one, or its trust's.
    pub parent: String,
    /// Parts of the national framework that it is about.
    pub tags: Vec<&'static str>,
    /// The indicator that judges it.
    pub indicator: &'static str,
    /// Whether less is better.
    pub down: bool,
    /// Baseline: year and per cent; a missing one stays missing.
    pub baseline: Option<(i16, f64)>,
    /// The value to reach.
    pub target: f64,
    /// By when.
    pub by: Date,
}

/// A value of the unit's own series.
#[derive(Clone, Debug)]
pub struct ValueRow {
    /// The indicator.
    pub indicator: &'static str,
    /// The unit.
    pub unit: String,
    /// The period.
    pub period: Period,
    /// How many of the denominator.
    pub numerator: u32,
    /// Out of how many.
    pub denominator: u32,
}

/// How far a measure or activity has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Only stated.
    Stated,
    /// Owner, date and expected effect are known.
    Concrete,
    /// Under way.
    Running,
    /// Done.
    Completed,
}

/// A local measure.
#[derive(Clone, Debug)]
pub struct MeasureRow {
    /// Its code.
    pub code: String,
    /// Its plan.
    pub plan: String,
    /// The unit that answers for it.
    pub unit: String,
    /// Its name.
    pub name: Words,
    /// The goal it serves.
    pub goal: String,
    /// Parts of the national framework that it is about.
    pub tags: Vec<&'static str>,
    /// The indicator on which its effect should show.
    pub indicator: &'static str,
    /// Whether less is better.
    pub down: bool,
    /// How far it has come.
    pub progress: Progress,
    /// When it is due.
    pub due: Option<Date>,
    /// The username of its owner, if one is named.
    pub owner: Option<String>,
    /// Its activities.
    pub activities: Vec<ActivityRow>,
}

/// An activity under a measure.
#[derive(Clone, Debug)]
pub struct ActivityRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// How far it has come.
    pub progress: Progress,
    /// When it is due.
    pub due: Option<Date>,
}

/// A status round.
#[derive(Clone, Debug)]
pub struct RoundRow {
    /// Its plan.
    pub plan: String,
    /// Its name.
    pub name: Words,
    /// When it opens and when answers are due.
    pub days: (Date, Date),
    /// Whether it is over.
    pub closed: bool,
    /// Answers so far.
    pub answers: Vec<StatusRow>,
}

/// An answer in a round.
#[derive(Clone, Debug)]
pub struct StatusRow {
    /// The measure.
    pub measure: String,
    /// When it was given: inside its round.
    pub on: Date,
    /// `green`, `yellow` or `red`.
    pub status: &'static str,
    /// What deviates from the plan.
    pub deviation: &'static str,
    /// What was decided.
    pub decision: &'static str,
}

/// A step in a unit's yearly wheel.
#[derive(Clone, Debug)]
pub struct WheelRow {
    /// The unit.
    pub unit: String,
    /// The phase.
    pub phase: &'static str,
    /// What is to be done.
    pub name: Words,
    /// When.
    pub due: Date,
    /// Whether it is done.
    pub done: bool,
}

const STEPS: [[&str; 3]; 5] = [
    ["Kartlegge dagens praksis", "Kartleggje dagens praksis", "Map today's practice"],
    ["Prøve i liten skala", "Prøve i liten skala", "Test on a small scale"],
    ["Lære opp alle vaktlag", "Lære opp alle vaktlag", "Train every shift"],
    ["Innføre i hele enheten", "Innføre i heile eininga", "Introduce in the whole unit"],
    ["Måle og holde fast", "Måle og halde fast", "Measure and hold the gain"],
];

const WHEEL: [(&str, i8, [&str; 3]); 6] = [
    ("plan", 1, ["Sette mål for året", "Setje mål for året", "Set the year's goals"]),
    ("plan", 2, ["Gå gjennom risikoområder", "Gå gjennom risikoområde", "Review risk areas"]),
    ("do", 4, ["Sikre opplæring i enheten", "Sikre opplæring i eininga", "See to training in the unit"]),
    (
        "evaluate",
        9,
        ["Gå gjennom resultater og meldinger", "Gå gjennom resultat og meldingar", "Review results and reports"],
    ),
    ("evaluate", 11, ["Ledelsens gjennomgang", "Leiinga sin gjennomgang", "Management review"]),
    ("correct", 12, ["Rette det som ikke virker", "Rette det som ikkje verkar", "Correct what does not work"]),
];

/// The ward whose leader the demo lets one try out.
const GUIDE_WARD: &str = "syn.hf0.s0.k0.a1.p0";

/// A name with a number after it.
fn numbered(texts: [&str; 3], number: usize) -> Words {
    let [nb, nn, en] = texts.map(|text| format!("{text} ({number})"));
    Words { nb, nn: Some(nn), en: Some(en) }
}

fn words(texts: [&str; 3]) -> Words {
    let [nb, nn, en] = texts;
    Words { nb: nb.into(), nn: Some(nn.into()), en: Some(en.into()) }
}

pub(crate) fn make(service: &mut Service, size: &Size, today: Date, dice: &mut Dice) {
    let wards = || service.units.iter().filter(|unit| unit.kind == UnitKind::Ward);
    let owners: Vec<UnitRow> = service
        .units
        .iter()
        .filter(|unit| matches!(unit.kind, UnitKind::HealthTrust | UnitKind::Municipality))
        .chain(wards().filter(|unit| unit.code == GUIDE_WARD))
        .chain(wards().filter(|unit| unit.code != GUIDE_WARD))
        .take(size.plans)
        .cloned()
        .collect();
    for unit in &owners {
        plan(service, size, today, unit, dice);
    }
    let wheel_units: Vec<String> = service
        .persons
        .iter()
        .flat_map(|person| &person.roles)
        .map(|(_, unit)| unit.clone())
        .filter(|unit| unit.starts_with("syn."))
        .collect();
    for unit in wheel_units.into_iter().take(size.plans * 2) {
        if service.wheel.iter().any(|step| step.unit == unit) {
            continue;
        }
        for (phase, month, name) in WHEEL {
            let due = Date::new(today.year(), month, 15).unwrap_or(today);
            let done = due < today && dice.happens(0.8);
            service.wheel.push(WheelRow { unit: unit.clone(), phase, name: words(name), due, done });
        }
    }
}

fn plan(service: &mut Service, size: &Size, today: Date, unit: &UnitRow, dice: &mut Dice) {
    let code = format!("{}.plan", unit.code);
    let years = (today.year() - 1, today.year() + 2);
    let named = |text: &str, name: &str| format!("{text} {}–{}: {name}", years.0, years.1);
    let name = Words {
        nb: named("Plan for pasient- og brukersikkerhet", &unit.name.nb),
        nn: unit.name.nn.as_ref().map(|name| named("Plan for pasient- og brukartryggleik", name)),
        en: unit.name.en.as_ref().map(|name| named("Plan for patient and user safety", name)),
    };
    service.plans.push(PlanRow { code: code.clone(), unit: unit.code.clone(), name, years });
    let mut goals: Vec<(String, &'static Theme)> = Vec::new();
    for theme in THEMES.iter().filter(|theme| theme.is_for(unit.kind)) {
        let tail = theme.indicator.trim_start_matches("syn.").trim_start_matches("ind.");
        let goal = format!("{code}.{tail}");
        let baseline = values(service, today, unit, theme, dice);
        service.goals.push(GoalRow {
            code: goal.clone(),
            plan: code.clone(),
            unit: unit.code.clone(),
            name: words(theme.name),
            // A ward serves its trust's goal, which serves the nation's.
            parent: match unit.code.split_once(".s") {
                Some((trust, _)) => format!("{trust}.plan.{tail}"),
                None => theme.parent.to_owned(),
            },
            tags: theme.tags.to_vec(),
            indicator: theme.indicator,
            down: theme.down,
            // Some units never wrote their baseline down; that must show too.
            baseline: dice.happens(0.8).then_some((years.0, baseline)),
            target: reachable(theme.target, baseline, theme.down),
            by: Date::new(years.1, 12, 31).unwrap_or(today),
        });
        goals.push((goal, theme));
    }
    measures(service, size, today, unit, &code, &goals, dice);
    rounds(service, today, &code, dice);
}

/// A target in per cent that is better than where the unit began.
fn reachable(wanted: f64, baseline: f64, down: bool) -> f64 {
    let better = if down { wanted.min(baseline * 0.75) } else { wanted.max((baseline + 5.0).min(98.0)) };
    (better * 10.0).round() / 10.0
}

/// Half-yearly values of the last three years that slowly move the right way; returns the
/// baseline year's value in per cent.
fn values(service: &mut Service, today: Date, unit: &UnitRow, theme: &Theme, dice: &mut Dice) -> f64 {
    let (indicator, level, down) = (theme.indicator, theme.level, theme.down);
    let mut baseline = (0, 0);
    for back in (0_i16..6).rev() {
        let halves = i32::from(today.year()) * 2 + i32::from(today.month() > 6) - 1 - i32::from(back);
        let (year, half) = (i16::try_from(halves / 2).unwrap_or(today.year()), if halves % 2 == 0 { 1 } else { 2 });
        let change = 0.02 * f64::from(5 - back);
        let p = if down { level * (1.0 - change) } else { (level + change).min(0.97) };
        let denominator = 120 + u32::try_from(dice.below(80)).unwrap_or(0);
        let numerator = dice.binomial(denominator, p);
        // Now and then nobody delivered: a gap stays a gap.
        if dice.happens(0.06) && 0 < back {
            continue;
        }
        if year == today.year() - 1 {
            baseline = (baseline.0 + numerator, baseline.1 + denominator);
        }
        service.values.push(ValueRow {
            indicator,
            unit: unit.code.clone(),
            period: Period::Half(year, half),
            numerator,
            denominator,
        });
    }
    let share = if baseline.1 == 0 { level } else { f64::from(baseline.0) / f64::from(baseline.1) };
    (share * 1000.0).round() / 10.0
}

fn measures(
    service: &mut Service,
    size: &Size,
    today: Date,
    unit: &UnitRow,
    plan: &str,
    goals: &[(String, &'static Theme)],
    dice: &mut Dice,
) {
    let below: Vec<&UnitRow> = service
        .units
        .iter()
        .filter(|other| other.code.starts_with(&unit.code) && other.kind != UnitKind::HealthTrust)
        .collect();
    let mut made = Vec::new();
    for n in 0..size.measures {
        // Each goal gets one measure before any gets its second, so that none is without.
        let Some((goal, theme)) = goals.get(n % goals.len().max(1)) else { continue };
        let names = theme.measures(unit.kind);
        let turn = n / goals.len().max(1);
        let Some((texts, tags)) = names.get(turn % names.len().max(1)) else { continue };
        // No two measures of a plan have the same name, also where a large plan has more than there are names.
        let name = match turn / names.len().max(1) {
            0 => words(*texts),
            round => numbered(*texts, round + 1),
        };
        let home = match n {
            // The first measure of the first plan lies with the ward leader of the demo.
            0 if unit.code == "syn.hf0" => GUIDE_WARD.to_owned(),
            _ => dice.pick(&below).map_or_else(|| unit.code.clone(), |unit| unit.code.clone()),
        };
        let due = day(today, dice, -60, 300);
        let progress = match dice.below(5) {
            0 => Progress::Stated,
            1 => Progress::Concrete,
            4 => Progress::Completed,
            _ => Progress::Running,
        };
        // … and is overdue, so that there is something to see to.
        let (due, progress) = if n == 0 && home == GUIDE_WARD {
            (today.saturating_sub(12.days()), Progress::Running)
        } else {
            (due, progress)
        };
        let owner = service.persons.iter().find(|person| person.roles.iter().any(|(_, unit)| *unit == home));
        let code = format!("{plan}.t{n}");
        let activities = (0..size.activities)
            .map(|a| ActivityRow {
                code: format!("{code}.{a}"),
                name: words(STEPS.get(a % STEPS.len()).copied().unwrap_or_default()),
                progress: match progress {
                    Progress::Completed => Progress::Completed,
                    Progress::Running if a == 0 => Progress::Completed,
                    Progress::Running if a == 1 => Progress::Running,
                    _ => Progress::Stated,
                },
                due: Some(day(due, dice, -90, 1)),
            })
            .collect();
        made.push(MeasureRow {
            code,
            plan: plan.to_owned(),
            unit: home,
            name,
            goal: goal.clone(),
            tags: tags.to_vec(),
            indicator: theme.indicator,
            down: theme.down,
            progress,
            due: (progress != Progress::Stated).then_some(due),
            // Whoever leads the unit owns it; without a leader of its own, the trust's adviser does.
            owner: (progress != Progress::Stated)
                .then(|| owner.map_or_else(|| "radgiver".to_owned(), |person| person.username.clone())),
            activities,
        });
    }
    service.measures.extend(made);
}

fn day(from: Date, dice: &mut Dice, low: i32, high: i32) -> Date {
    let span = usize::try_from(high - low).unwrap_or(1);
    let offset = low + i32::try_from(dice.below(span)).unwrap_or(0);
    from.saturating_add(offset.days())
}

/// Three rounds: two that are over and one that waits for answers.
fn rounds(service: &mut Service, today: Date, plan: &str, dice: &mut Dice) {
    let asked: Vec<String> = service
        .measures
        .iter()
        .filter(|measure| measure.plan == plan && measure.progress != Progress::Stated)
        .map(|measure| measure.code.clone())
        .collect();
    for back in [2_i32, 1, 0] {
        let opens = today.saturating_sub((back * 91 + 20).days());
        let due = opens.saturating_add(30.days());
        let closed = 0 < back;
        let answers = asked
            .iter()
            .filter_map(|measure| {
                let guide = service.measures.iter().any(|row| row.code == *measure && row.unit == GUIDE_WARD);
                if !closed && (guide || !dice.happens(0.4)) {
                    return None;
                }
                let (status, deviation, decision) = match dice.below(6) {
                    0 => ("red", "Ingen frigitt tid, ikke startet.", "Ledergruppen setter av tid."),
                    1 | 2 => ("yellow", "Opplæringen er forsinket.", ""),
                    _ => ("green", "", ""),
                };
                // Given while the round takes answers, and not in the future; a few come in late.
                let late = dice.happens(0.1);
                let on = if closed && late { day(due, dice, 1, 6) } else { day(opens, dice, 1, 28) };
                let on = on.min(today);
                Some(StatusRow { measure: measure.clone(), on, status, deviation, decision })
            })
            .collect();
        let quarter = (opens.month() - 1) / 3 + 1;
        let name = |text: &str| format!("{text} {}-Q{quarter}", opens.year());
        service.rounds.push(RoundRow {
            plan: plan.to_owned(),
            name: Words { nb: name("Status"), nn: Some(name("Status")), en: Some(name("Status")) },
            days: (opens, due),
            closed,
            answers,
        });
    }
}
