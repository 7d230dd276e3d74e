//! Where a goal stands, in words. Pages, files and the command line say it alike.

use varde_indicators::sentence::Figures;
use varde_kernel::{Period, PlanId, UnitId, UnitTree};
use varde_web::Say;

use crate::export::status::{EffectLine, MeasureLine, PlanStatus};
use crate::model::followup::rounds::{Answer, LastTold, Status};
use crate::model::goal::{BaselineStatus, ChangeMode, Direction, Item, Measured, Target, TargetKind};
use crate::rules::judge::{Judgement, Reason, State, Tally, Wanted};
use crate::rules::rounds::by_status;
use crate::store::beside::JudgedGoal;
use crate::store::standing::Standing;
use crate::views::followup::rounds::status_key;

pub use super::keys::*;

/// The name of a unit on the tree's day.
pub fn unit_name(say: &Say, tree: &UnitTree, unit: UnitId) -> String {
    let name = varde_web::told_unit(say, tree, unit);
    if name.is_empty() { say.t("plans-unit-unknown") } else { name }
}

/// The unit that answers for a goal, and the plan it stands in: goals of one unit can have the same name.
pub fn whose(say: &Say, tree: &UnitTree, goal: &JudgedGoal) -> String {
    let unit = unit_name(say, tree, goal.unit);
    if goal.plan.is_empty() { unit } else { format!("{unit}: {}", say.words(&goal.plan)) }
}

/// How many of these were answered how: "Grønn: 2, Gul: 1".
pub fn statuses_text(say: &Say, answers: &[Answer]) -> String {
    let counted = by_status(&answers.iter().map(|answer| answer.status));
    let told = counted.into_iter().map(|(status, n)| format!("{}: {n}", status_word(say, status)));
    told.collect::<Vec<_>>().join(", ")
}

/// A status by its first word, where several stand in a row: "Gul" of "Gul: noe hindrer".
fn status_word(say: &Say, status: Option<Status>) -> String {
    let word = say.t(status.map_or("plans-round-status-missing", status_key));
    word.split(':').next().unwrap_or_default().to_owned()
}

/// The latest round that asked about a measure, and what it was told.
pub fn told_text(say: &Say, told: &LastTold) -> String {
    format!("{} – {}", told.name, statuses_text(say, &told.answers))
}

/// One thing of a round with what was answered.
pub fn answer_text(say: &Say, answer: &Answer) -> String {
    let status = say.t(answer.status.map_or("plans-round-status-missing", status_key));
    let text = format!("{} {} [{status}] {}", answer.item.number, say.words(&answer.item.name), answer.deviation);
    text.trim().to_owned()
}

/// The page of a unit; those who cannot see it are told there.
pub fn unit_href(unit: UnitId) -> String {
    format!("/units/{unit}")
}

/// How the numbers about a goal are written: those of its series, its target and its baseline alike.
pub fn figures(standing: &Standing) -> Figures {
    let own = standing.values.iter().flat_map(|one| [one.value, one.low, one.high]).flatten();
    let last = standing.judgement.last.map(|last| last.value);
    let baseline = standing.judgement.baseline.map(|from| from.value);
    let wanted = standing.judgement.wanted.iter().map(|wanted| wanted.value);
    Figures::of(measured(standing), own.chain(last).chain(baseline).chain(wanted))
}

/// A number in what it counts, by itself.
pub fn amount(say: &Say, value: f64, measured: Measured) -> String {
    Figures::of(measured, [value]).amount(say, value)
}

/// A difference: between percentages it is percentage points. What is told is rounded; what is judged is
/// not.
pub fn difference(say: &Say, value: f64, measured: Measured) -> String {
    let rounded = (value.abs() * 100.0).round() / 100.0;
    difference_in(say, rounded, Figures::of(measured, [rounded]))
}

/// As [`difference`], written as the numbers that it stands beside.
pub fn difference_in(say: &Say, value: f64, figures: Figures) -> String {
    let number = figures.number(say, value.abs());
    match figures.measure {
        Measured::Percent => say.with("plans-points", &[("n", number.into())]),
        _ => number,
    }
}

fn measured(standing: &Standing) -> Measured {
    let own = standing.indicator.as_ref().map_or(Measured::Percent, |indicator| indicator.measure);
    standing.target().map_or(own, |target| target.aim.measured)
}

/// The page of an item of a plan.
pub fn item_href(item: Item, plan: PlanId) -> String {
    match item {
        Item::Goal(id) => format!("/goals/{id}"),
        Item::Measure(id) => format!("/measures/{id}"),
        Item::Part(id) => format!("/plans/{plan}/parts#part-{id}"),
    }
}

/// The target as the plan says it: "ned 25 % fra 2017 til 10,3 %, innen 31. desember 2023".
pub fn target_text(say: &Say, target: &Target) -> String {
    let aim = &target.aim;
    let number = |value: f64| amount(say, value, aim.measured);
    let mut text = match aim.kind {
        TargetKind::Relative => {
            let change = aim.change.unwrap_or(0.0);
            let key = if change < 0.0 { "plans-target-down" } else { "plans-target-up" };
            let by = match target.reading.as_ref().map_or(aim.mode, |decided| decided.mode) {
                ChangeMode::Points => difference(say, change, aim.measured),
                ChangeMode::Relative | ChangeMode::Unspecified => say.percent(change.abs()),
            };
            let year = aim.baseline_year.map_or_else(|| "–".to_owned(), |year| year.to_string());
            let mut text = say.with(key, &[("change", by.into()), ("year", year.into())]);
            if let Some(value) = aim.value {
                text = say.with("plans-target-to", &[("text", text.into()), ("value", number(value).into())]);
            }
            text
        }
        TargetKind::AtLeast => level(say, "plans-target-at-least", aim.value.map(number)),
        TargetKind::AtMost => level(say, "plans-target-at-most", aim.value.map(number)),
        TargetKind::Absolute => level(say, "plans-target-absolute", aim.value.map(number)),
        TargetKind::ShareOfUnits => level(say, "plans-target-share", aim.value.map(number)),
    };
    if aim.every_round {
        text = say.with("plans-target-every-round", &[("text", text.into())]);
    }
    if let Some(by) = aim.by {
        text = say.with("plans-target-by", &[("text", text.into()), ("date", say.date(by).into())]);
    }
    text
}

pub(super) fn level(say: &Say, key: &'static str, value: Option<String>) -> String {
    say.with(key, &[("value", value.unwrap_or_else(|| "–".to_owned()).into())])
}

/// What the target is measured from, in words; says so when it is missing.
pub fn baseline_text(say: &Say, standing: &Standing) -> String {
    let Some(target) = standing.target() else { return "–".to_owned() };
    if let Some(from) = standing.judgement.baseline {
        let key = if from.from_series { "plans-baseline-series" } else { "plans-baseline-given" };
        let value = amount(say, from.value, target.aim.measured);
        return say.with(key, &[("value", value.into()), ("year", from.year.to_string().into())]);
    }
    match (target.aim.kind, target.aim.baseline_status) {
        (TargetKind::Relative, _) => {
            let year = target.aim.baseline_year.map_or_else(|| "–".to_owned(), |year| year.to_string());
            say.with("plans-baseline-missing", &[("year", year.into())])
        }
        (_, BaselineStatus::Missing) => say.t("plans-baseline-not-given"),
        (_, BaselineStatus::NotNeeded | BaselineStatus::Given) => say.t("plans-baseline-not-needed"),
    }
}

/// The last value that counts, with its period; says so when there is none.
pub fn value_text(say: &Say, standing: &Standing) -> String {
    match standing.judgement.last {
        None => say.t("plans-value-none"),
        Some(last) => {
            let value = figures(standing).amount(say, last.value);
            say.with("plans-value-in", &[("value", value.into()), ("period", say.period(last.period).into())])
        }
    }
}

/// The goals of the plan that a measure serves.
pub fn goals_of<'a>(status: &'a PlanStatus, measure: &MeasureLine) -> Vec<&'a Standing> {
    status.goals.iter().filter(|standing| measure.goals.contains(&standing.goal.id)).collect()
}

/// Who answers for a measure: the person, or else the actor that the plan gives the lead.
pub fn responsible<'a>(say: &Say, measure: &'a MeasureLine) -> Option<&'a str> {
    measure.owner.as_deref().or_else(|| measure.lead.as_ref().map(|lead| say.words(lead)))
}

/// The last value of the indicator that a measure's effect is expected on.
pub fn effect_text(say: &Say, effect: &EffectLine) -> String {
    match effect.last {
        None => say.t("plans-value-none"),
        Some((period, value)) => {
            let value = amount(say, value, effect.indicator.measure);
            say.with("plans-value-in", &[("value", value.into()), ("period", say.period(period).into())])
        }
    }
}

/// Where a goal stands, how far is left and since when: the answer under the picture.
pub fn stand_text(say: &Say, standing: &Standing) -> String {
    let judgement = &standing.judgement;
    let (measured, figures) = (measured(standing), figures(standing));
    let mut sentences = vec![main_sentence(
        say,
        &Stand {
            judgement,
            target: standing.target(),
            amount: &|value| figures.amount(say, value),
            difference: &|value| difference_in(say, value, figures),
        },
    )];
    if judgement.undecided && !matches!(judgement.state, State::NoTarget) {
        sentences.push(say.t("plans-stand-undecided"));
        for wanted in &judgement.wanted {
            sentences.push(reading_sentence(say, standing, wanted));
        }
    }
    if let Some(exact) = judgement.single().and_then(|wanted| wanted.exact) {
        let value = judgement.single().map_or(exact, |wanted| wanted.value);
        sentences.push(say.with(
            "plans-stand-exact",
            // Here the decimals are what is told of.
            &[("value", amount(say, value, measured).into()), ("exact", exact_text(say, exact, measured).into())],
        ));
    }
    if let (Some(since), Some(last)) = (judgement.since, judgement.last)
        && since != last.period
    {
        let args = [("period", say.period(since).into())];
        let key = match (judgement.state, judgement.behind(), judgement.left()) {
            (State::OffPath | State::NoFinalValue, Some(behind), _) if 0.0 < behind => Some("plans-stand-behind-since"),
            (State::NoFinalValue, None, Some(left)) if 0.0 < left => Some("plans-stand-short-since"),
            (State::NoFinalValue, ..) => None,
            _ => Some("plans-stand-since"),
        };
        sentences.extend(key.map(|key| say.with(key, &args)));
    }
    if let Some(later) = judgement.reached_later {
        sentences.push(say.with("plans-stand-later", &[("period", say.period(later.period).into())]));
    }
    sentences.extend(standing.values.iter().filter_map(|one| range_sentence(say, standing, one)));
    if standing.synthetic && !standing.values.is_empty() {
        sentences.push(say.t("plans-stand-synthetic"));
    }
    if standing.keeps_back() && judgement.state != State::CannotBeJudged(Reason::Withheld) {
        sentences.push(say.t("plans-stand-kept-back"));
    }
    if let Some(share) = standing.share {
        sentences.push(say.with(
            "plans-stand-share",
            &[
                ("n", i64::try_from(share.n).unwrap_or(i64::MAX).into()),
                ("of", i64::try_from(share.of).unwrap_or(i64::MAX).into()),
                ("out", i64::try_from(share.left_out).unwrap_or(i64::MAX).into()),
            ],
        ));
    }
    sentences.join(" ")
}

/// A number that was worked out, with the two decimals that tell it from what is printed.
fn exact_text(say: &Say, value: f64, measured: Measured) -> String {
    Figures { measure: measured, decimals: 2 }.amount(say, value)
}

/// What is known of several years together: it has no place of its own in the picture.
fn range_sentence(say: &Say, standing: &Standing, one: &varde_indicators::Observation) -> Option<String> {
    let Period::Years(..) = one.period else { return None };
    let figures = figures(standing);
    let value = match (one.value, one.low.zip(one.high)) {
        (Some(value), _) => figures.amount(say, value),
        (None, Some((low, high))) => format!("{}–{}", figures.number(say, low), figures.amount(say, high)),
        (None, None) => return None,
    };
    Some(say.with("plans-stand-range", &[("value", value.into()), ("period", say.period(one.period).into())]))
}

/// What the main sentence speaks of, and how its numbers are said.
pub struct Stand<'a> {
    /// Where it stands.
    pub judgement: &'a Judgement,
    /// The target that holds.
    pub target: Option<&'a Target>,
    /// A number in what it counts.
    pub amount: &'a dyn Fn(f64) -> String,
    /// A distance between two such numbers.
    pub difference: &'a dyn Fn(f64) -> String,
}

/// Where it stands, and how far is left.
pub fn main_sentence(say: &Say, stand: &Stand<'_>) -> String {
    let Stand { judgement, target, amount, difference } = stand;
    let year =
        target.and_then(|target| target.aim.baseline_year).map_or_else(|| "–".to_owned(), |year| year.to_string());
    match judgement.state {
        State::NoTarget => return say.t("plans-stand-no-target"),
        State::CannotBeJudged(reason) => return reason_text(say, reason, &year),
        State::AwaitsValue => {
            return match judgement.baseline {
                Some(from) => say.with("plans-stand-awaits-after", &[("year", from.year.to_string().into())]),
                None => say.t("plans-stand-awaits"),
            };
        }
        State::Met | State::NotMet | State::OnPath | State::OffPath | State::NoFinalValue => {}
    }
    let Some(last) = judgement.last else { return say.t("plans-stand-awaits") };
    let (value, period) = (amount(last.value), say.period(last.period));
    // Where two readings agree, the further one tells what is left.
    let left = difference(judgement.left().or_else(|| further(judgement)).unwrap_or(0.0));
    let told = |key: &'static str| {
        say.with(
            key,
            &[("value", value.clone().into()), ("period", period.clone().into()), ("left", left.clone().into())],
        )
    };
    let path = judgement.behind().zip(judgement.single().and_then(|wanted| wanted.path)).map(|(behind, path)| {
        let key = if 1e-9 < behind { "plans-stand-behind" } else { "plans-stand-ahead" };
        say.with(key, &[("behind", difference(behind).into()), ("path", amount(path).into())])
    });
    let by_year = target.and_then(|target| target.aim.by).map_or_else(|| "–".to_owned(), |by| by.year().to_string());
    let first = match judgement.state {
        State::Met => {
            say.with("plans-stand-met", &[("value", value.clone().into()), ("period", period.clone().into())])
        }
        State::NotMet => told("plans-stand-not-met"),
        State::OnPath => told("plans-stand-on-path"),
        State::OffPath => told("plans-stand-off-path"),
        _ => say.with(
            "plans-stand-no-final",
            &[
                ("year", by_year.into()),
                ("value", value.clone().into()),
                ("period", period.clone().into()),
                ("left", left.clone().into()),
            ],
        ),
    };
    match (judgement.state, path) {
        (State::OnPath | State::OffPath | State::NoFinalValue, Some(path)) => format!("{first} {path}"),
        (State::OffPath, None) => format!("{first} {}", say.t("plans-stand-no-path")),
        _ => first,
    }
}

fn further(judgement: &Judgement) -> Option<f64> {
    let (direction, last) = (judgement.direction?, judgement.last?);
    judgement
        .wanted
        .iter()
        .map(|wanted| match direction {
            Direction::Up => wanted.value - last.value,
            Direction::Down => last.value - wanted.value,
        })
        .max_by(f64::total_cmp)
}

fn reason_text(say: &Say, reason: Reason, year: &str) -> String {
    match reason {
        Reason::BaselineMissing => say.with("plans-reason-baseline", &[("year", year.into())]),
        Reason::NumberMissing => say.t("plans-reason-number"),
        Reason::NoIndicator => say.t("plans-reason-indicator"),
        Reason::ReadingsDisagree => say.t("plans-reason-readings"),
        Reason::OtherUnit => say.t("plans-reason-unit"),
        Reason::DirectionUnknown => say.t("plans-reason-direction"),
        Reason::Withheld => say.t("plans-reason-withheld"),
    }
}

/// What one reading of "per cent" gives.
pub fn reading_sentence(say: &Say, standing: &Standing, wanted: &Wanted) -> String {
    let mode = say.t(mode_key(wanted.mode.unwrap_or(ChangeMode::Unspecified)));
    let value = figures(standing).amount(say, wanted.value);
    say.with(
        "plans-stand-reading",
        &[("mode", mode.into()), ("value", value.into()), ("state", say.t(state_key(wanted.state)).into())],
    )
}

/// "13 tallfestede mål: 1 kan vurderes, 7 kan ikke, 5 venter på en verdi".
pub fn tally_text(say: &Say, tally: &Tally) -> String {
    if tally.targets == 0 {
        return say.t("plans-tally-none");
    }
    say.with(
        "plans-tally",
        &[
            ("targets", tally.targets.into()),
            ("judged", tally.judged.into()),
            ("cannot", tally.cannot.into()),
            ("awaits", tally.awaits.into()),
        ],
    )
}

/// First to last day, or what is known of it.
pub fn period_text(say: &Say, from: Option<jiff::civil::Date>, to: Option<jiff::civil::Date>) -> String {
    match (from, to) {
        (None, None) => say.t("plans-period-missing"),
        (Some(from), None) => say.with("plans-period-from", &[("date", say.short_date(from).into())]),
        (None, Some(to)) => say.with("plans-period-to", &[("date", say.short_date(to).into())]),
        (Some(from), Some(to)) if from.month() == 1 && from.day() == 1 && to.month() == 12 && to.day() == 31 => {
            if from.year() == to.year() { from.year().to_string() } else { format!("{}–{}", from.year(), to.year()) }
        }
        (Some(from), Some(to)) => format!("{}–{}", say.short_date(from), say.short_date(to)),
    }
}
