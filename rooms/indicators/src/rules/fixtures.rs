//! Values for the tests of the rules.

use varde_kernel::{IndicatorId, ObservationId, Period, SeriesId, SignalId, UnitId, Words};
use varde_spc::{Kind, RuleSet};

use crate::model::{
    Cause, Direction, Indicator, Measure, Observation, Pinned, Raised, Sheet, Signal, SignalState, State,
};

/// The n-th month from January 2024 on.
pub fn month(n: u16) -> Period {
    let n = i16::try_from(n).unwrap();
    Period::Month(2024 + n / 12, i8::try_from(n % 12 + 1).unwrap())
}

/// A share that is to fall.
pub fn rate() -> Indicator {
    Indicator {
        id: IndicatorId::from_code("i"),
        code: "i".into(),
        name: Words::plain("Andel med fall"),
        measure: Measure::Percent,
        per: None,
        direction: Direction::Down,
        direction_stated: false,
        state: State::Adopted,
        levels: Vec::new(),
        data: String::new(),
        source_owner: String::new(),
        companion_of: String::new(),
        definition: Words::default(),
        numerator: Words::default(),
        denominator: Words::default(),
        note: Words::default(),
        unit: None,
        source: String::new(),
        sheet: Sheet::default(),
        definition_version: 1,
        version: 1,
    }
}

/// So many of so many in a period, in per cent.
pub fn observation(period: Period, numerator: f64, denominator: f64) -> Observation {
    Observation {
        id: ObservationId::from_code(&period.to_string()),
        series: SeriesId::from_code("s"),
        code: None,
        period,
        value: Some(numerator / denominator * 100.0),
        numerator: Some(numerator),
        denominator: Some(denominator),
        low: None,
        high: None,
        approximate: false,
        provisional: false,
        note: Words::default(),
        scope: Words::default(),
        source: String::new(),
        coverage: None,
        missing: None,
        definition_version: 1,
        affirmed: None,
        reason: String::new(),
        recorded_at: jiff::Timestamp::UNIX_EPOCH,
        recorded_by: None,
        superseded_at: None,
    }
}

/// A signal that is known already.
pub fn known_signal(cause: Cause, state: SignalState) -> Signal {
    Signal {
        id: SignalId::from_code("g"),
        series: SeriesId::from_code("s"),
        indicator: IndicatorId::from_code("i"),
        unit: UnitId::from_code("u"),
        cause,
        chart: Pinned { spec: 0, kind: Kind::P, rules: RuleSet::Varde1, definition: 1 },
        raised: Raised::Values,
        at: jiff::Timestamp::UNIX_EPOCH,
        state,
        verdict: None,
        comment: String::new(),
        state_at: jiff::Timestamp::UNIX_EPOCH,
        state_by: None,
        due: None,
        finding: None,
        measure: None,
        version: 1,
    }
}
