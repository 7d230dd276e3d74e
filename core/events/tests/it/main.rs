//! The rules about events as tables of cases, and laws that hold for any rows.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod courses;
mod laws;
mod results;
mod rows;

use varde_events::{
    Anchor, Attribution, Context, DAY, Definition, Event, Kind, Outcome, PeriodType, Scope, Sex, Standard, Strata,
    month_of,
};

/// Noon on 1 January 2025, UTC.
const T0: i64 = 1_735_732_800;

/// Survival 30 days after any admission, each stay by itself.
fn survival() -> Definition {
    Definition {
        code: "survival".to_owned(),
        version: 1,
        indicator: "ind".to_owned(),
        scope: scope(Kind::Stay),
        anchor: Anchor::Start,
        link: None,
        outcome: Outcome::Alive { days: 30 },
        must_last: false,
        must_live: false,
        maturity: 30 * DAY,
        attribution: Attribution::Whole,
        context: Context::Treating,
        period: PeriodType::Year,
        strata: Strata::default(),
        standard: Standard::None,
        min_denominator: 5,
        level: None,
        companion: None,
    }
}

fn scope(kind: Kind) -> Scope {
    Scope { kind, codes: Vec::new(), acute: None, age_from: None, age_to: None }
}

/// A stay of the person in the unit, between two instants in seconds after [`T0`].
fn stay(event: i64, person: i64, unit: u32, from: i64, to: i64) -> Event {
    Event {
        person,
        event,
        kind: Kind::Stay,
        unit,
        residence: Some(90),
        start: T0 + from,
        end: Some(T0 + to),
        month: month_of(T0 + from),
        end_month: Some(month_of(T0 + to)),
        age: Some(70),
        sex: Sex::Female,
        acute: Some(true),
        code: "S720".to_owned(),
        died: None,
        lag_days: None,
        outcome: None,
        followed: None,
    }
}
