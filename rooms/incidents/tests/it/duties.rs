//! The duty rules that come with Varde, and what becomes of an event under them.

mod cases;
mod content;
mod decisions;
mod import;
mod laws;

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use varde_incidents::import::duties::read;
use varde_incidents::rules::duties::{Answer, Fact, Facts, Proposal, RuleSet, Times, side_by_side};

const RULES: &str = include_str!("../../../../content/duties.yaml");
/// A Monday in November, when the new scheme has no first day yet.
const DAY: Date = date(2026, 11, 2);

/// The rules that come with Varde, read once.
fn rules() -> Vec<RuleSet> {
    static READ: LazyLock<Vec<RuleSet>> = LazyLock::new(|| read(RULES).unwrap_or_else(|flaws| panic!("{flaws:#?}")));
    READ.clone()
}

fn set(code: &str) -> RuleSet {
    rules().into_iter().find(|set| set.key.code == code).unwrap()
}

fn facts(yes: &[Fact]) -> Facts {
    yes.iter().map(|fact| (*fact, Answer::Yes)).collect()
}

fn oslo() -> TimeZone {
    TimeZone::get("Europe/Oslo").unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse::<jiff::civil::DateTime>().unwrap().to_zoned(oslo()).unwrap().timestamp()
}

/// Known on Monday 2 November 2026 at noon.
fn times() -> Times {
    Times { event: Some(at("2026-11-02T08:00")), known: Some(at("2026-11-02T12:00")), ..Times::none(oslo()) }
}

fn one<'a>(sets: &'a [RuleSet], facts: &Facts, day: Date, (set, rule): (&str, &str)) -> Proposal<'a> {
    side_by_side(sets, facts, day, &times())
        .into_iter()
        .find(|proposal| proposal.set.key.code == set && proposal.rule.code == rule)
        .unwrap()
}
