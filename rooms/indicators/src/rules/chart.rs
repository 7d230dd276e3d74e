//! From the values of a series to its chart. Pages, API, command line and the search for signals
//! all take this road, so that picture, icon, table and signal cannot disagree.

use varde_kernel::{Period, PeriodType};
use varde_spc::adviser::{self, Advice, Reason, Warning};
use varde_spc::{Chart, Kind, RuleSet, Spec};

use crate::model::{ChartSpec, Indicator, Measure, Observation};

/// With fewer values than this nothing can be said of a process.
pub const LEAST_POINTS: usize = 8;
/// With fewer values than this limits say little, and a run chart is drawn instead.
pub const LEAST_FOR_LIMITS: usize = 12;
/// A series with longer gaps than values is drawn without them.
const MOST_POINTS: usize = 1_200;

/// A chart that has been worked out, and the period of each point.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The chart.
    pub chart: Chart,
    /// The period of each point.
    pub periods: Vec<Period>,
    /// Which chart the data ask for, why, and what to mind.
    pub advice: Advice,
    /// Whether it was judged; otherwise it is its points and nothing else.
    pub judged: bool,
    /// Whether somebody chose the chart.
    pub chosen: bool,
    /// Points at which a new version of the definition begins.
    pub redefined: Vec<usize>,
    /// What the chart was worked out from, and how: for whoever asks more of the same points.
    pub asked: (varde_spc::Series, Spec),
}

/// One point on its way into a chart.
#[derive(Clone, Copy, Debug)]
struct Row<'a> {
    period: Period,
    /// None for a period without any value.
    value: Option<&'a Observation>,
}

/// The sort of periods that most values of a series have; the shorter one when there are as many
/// of both. A year beside its months is no point among them.
pub fn sort_of(values: &[Observation]) -> Option<PeriodType> {
    super::scan::most_common(&values.iter().map(|one| one.period))
}

/// The periods from the first value to the last, those without a value among them.
fn rows(values: &[Observation]) -> Vec<Row<'_>> {
    let Some(sort) = sort_of(values) else { return Vec::new() };
    let mut own: Vec<&Observation> = values.iter().filter(|one| one.period.sort() == Some(sort)).collect();
    own.sort_by_key(|one| one.period.start());
    let plain = || own.iter().map(|one| Row { period: one.period, value: Some(one) }).collect();
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return Vec::new() };
    let mut rows = Vec::new();
    let (mut period, mut known) = (first.period, own.iter().peekable());
    loop {
        let value = known.next_if(|one| one.period == period).copied();
        rows.push(Row { period, value });
        if period == last.period || MOST_POINTS < rows.len() {
            break;
        }
        match period.following() {
            Some(next) => period = next,
            None => return plain(),
        }
    }
    if MOST_POINTS < rows.len() { plain() } else { rows }
}

/// Whether every value came with what it was counted from.
fn counted(measure: Measure, rows: &[Row<'_>]) -> bool {
    let whole = |one: &Observation| one.value.is_none() || (one.numerator.is_some() && one.denominator.is_some());
    measure.has_denominator() && rows.iter().filter_map(|row| row.value).all(whole)
}

/// Works out the chart of a series. `None` with too few values to say anything.
pub fn draw(indicator: &Indicator, values: &[Observation], spec: &ChartSpec) -> Option<Drawn> {
    let rows = rows(values);
    let n_known = rows.iter().filter(|row| row.value.is_some_and(|one| one.value.is_some())).count();
    if n_known < LEAST_POINTS {
        return None;
    }
    let counted = counted(indicator.measure, &rows);
    let series = varde_spc::Series {
        y: rows
            .iter()
            .map(|row| row.value.and_then(|one| if counted { one.value.and(one.numerator) } else { one.value }))
            .collect(),
        n: counted.then(|| rows.iter().map(|row| row.value.and_then(|one| one.value.and(one.denominator))).collect()),
        x: None,
    };
    let redefined = redefined(&rows);
    let fits = |kind: &Kind| counted || !kind.needs_denominator();
    let decided = !spec.phases.is_empty() || !redefined.is_empty();
    let advice = advised(indicator.measure, &series, (n_known, sort_of(values), decided));
    let chosen = spec.kind.filter(fits);
    let made = made(indicator, &rows, (spec, chosen.unwrap_or(advice.kind), counted), &redefined);
    let chart = varde_spc::analyse(&series, &made).ok()?;
    let periods = rows.iter().map(|row| row.period).collect();
    Some(Drawn { chart, periods, advice, judged: true, chosen: chosen.is_some(), redefined, asked: (series, made) })
}

/// The points of a series alone, for whoever is not shown all of its values. What is kept back is mostly small: a
/// centre, limits or a pattern of the rest would be those of another process.
pub fn points_alone(indicator: &Indicator, values: &[Observation], spec: &ChartSpec) -> Option<Drawn> {
    let plain = ChartSpec { kind: Some(Kind::Run), ..spec.clone() };
    let mut drawn = draw(indicator, values, &plain)?;
    for point in &mut drawn.chart.points {
        (point.centre, point.lower, point.upper) = (None, None, None);
        (point.lower_near, point.upper_near) = (None, None);
        (point.baseline, point.outside) = (false, false);
    }
    drawn.chart.signals.clear();
    drawn.chart.notices.clear();
    drawn.advice.reasons.clear();
    drawn.advice.warnings.clear();
    (drawn.judged, drawn.chosen) = (false, false);
    Some(drawn)
}

/// The chart that fits the data, why, and what to mind.
fn advised(
    measure: Measure,
    series: &varde_spc::Series,
    (n_known, sort, decided): (usize, Option<PeriodType>, bool),
) -> Advice {
    let counted = series.n.is_some();
    let (kind_of_data, plain) = match (measure, counted) {
        (Measure::Percent, true) => (adviser::Measure::Share, Kind::P),
        (Measure::Rate, true) => (adviser::Measure::Rate, Kind::U),
        (Measure::Count, _) => (adviser::Measure::Count, Kind::C),
        _ => (adviser::Measure::Value, Kind::I),
    };
    let season = sort.map(PeriodType::per_year).filter(|n| (2..=12).contains(n)).map(usize::from);
    let mut advice = adviser::advise(series, kind_of_data, season);
    // What happened between events is not in a series of periods: its counts are charted, and the advice stands.
    if matches!(advice.kind, Kind::G | Kind::T) {
        advice.kind = plain;
    }
    if n_known < LEAST_FOR_LIMITS {
        advice.kind = Kind::Run;
        if !advice.reasons.iter().any(|reason| matches!(reason, Reason::FewPoints { .. })) {
            advice.reasons.push(Reason::FewPoints { points: n_known });
        }
    }
    // Where phases begin is decided: that the level changed is no news.
    advice.warnings.retain(|warning| !(decided && matches!(warning, Warning::LevelChanged { .. })));
    advice
}

/// What holds for `kind` of all that was decided about the chart.
fn made(
    indicator: &Indicator,
    rows: &[Row<'_>],
    (decided, kind, counted): (&ChartSpec, Kind, bool),
    redefined: &[usize],
) -> Spec {
    let mut spec = Spec::new(kind, decided.rules);
    if counted {
        spec.multiply = match indicator.measure {
            Measure::Percent => 100.0,
            Measure::Rate => indicator.per.unwrap_or(1.0),
            _ => 1.0,
        };
    }
    // What is counted or shared out is never below zero; a score or money may be.
    spec.y_neg = matches!(indicator.measure, Measure::Score | Measure::Nok | Measure::Fte);
    let place = |period: Period| rows.iter().position(|row| period.start() <= row.period.start());
    let mut phases: Vec<varde_spc::Phase> = decided
        .phases
        .iter()
        .filter_map(|phase| {
            Some(varde_spc::Phase { first: place(phase.first)?, baseline: phase.baseline.map(usize::from) })
        })
        .collect();
    phases.extend(redefined.iter().map(|first| varde_spc::Phase { first: *first, baseline: None }));
    phases.sort_by_key(|phase| (phase.first, phase.baseline.is_none()));
    phases.dedup_by_key(|phase| phase.first);
    if !phases.is_empty() && phases.iter().all(|phase| phase.first != 0) {
        phases.insert(0, varde_spc::Phase::default());
    }
    spec.phases = phases;
    spec.exclude = decided
        .exclusions
        .iter()
        .filter_map(|exclusion| rows.iter().position(|row| row.period == exclusion.period))
        .collect();
    // Values that may still change stand at the end as a rule; one further back counts as final,
    // since the periods after it are.
    spec.provisional = rows.iter().rev().take_while(|row| row.value.is_none_or(|one| one.provisional)).count();
    spec
}

/// Where a new version of the definition begins.
fn redefined(rows: &[Row<'_>]) -> Vec<usize> {
    let versions: Vec<(usize, i64)> = rows
        .iter()
        .enumerate()
        .filter_map(|(place, row)| row.value.map(|one| (place, one.definition_version)))
        .collect();
    versions
        .windows(2)
        .filter_map(|pair| match pair {
            [(_, before), (place, after)] if before != after => Some(*place),
            _ => None,
        })
        .collect()
}

/// The rule sets that people choose among, the default first.
pub const RULE_SETS: [RuleSet; 6] = RuleSet::ALL;

#[cfg(test)]
mod tests {
    use varde_kernel::SeriesId;

    use super::*;
    use crate::rules::fixtures::{month, observation, rate};

    fn undecided() -> ChartSpec {
        ChartSpec::undecided(SeriesId::from_code("s"), 1)
    }

    fn shares(n: u16) -> Vec<Observation> {
        (0..n).map(|i| observation(month(i), f64::from(4 + i % 3), 40.0)).collect()
    }

    #[test]
    fn with_few_values_nothing_is_said_and_with_some_no_limits() {
        let indicator = rate();
        assert!(draw(&indicator, &shares(7), &undecided()).is_none());
        let some = draw(&indicator, &shares(9), &undecided()).unwrap();
        assert_eq!(some.chart.kind, Kind::Run);
        assert_eq!(some.advice.reasons.last(), Some(&Reason::FewPoints { points: 9 }));
        let many = draw(&indicator, &shares(24), &undecided()).unwrap();
        assert_eq!((many.chart.kind, many.chosen), (Kind::P, false));
        assert_eq!(many.advice.reasons, [Reason::KindOfData(adviser::Measure::Share)]);
        // 4, 5, 6 of 40 in turn: 12.5 % in the middle.
        assert!((many.chart.points[0].centre.unwrap() - 12.5).abs() < 1e-9);
        assert!((many.chart.points[0].y.unwrap() - 10.0).abs() < 1e-9);
    }

    #[test]
    fn a_month_without_a_value_is_a_gap_and_a_year_is_no_month() {
        let mut values = shares(15);
        values.remove(5);
        values.push(Observation { period: Period::Year(2025), ..observation(month(0), 60.0, 480.0) });
        let drawn = draw(&rate(), &values, &undecided()).unwrap();
        assert_eq!(drawn.periods.len(), 15);
        assert_eq!(drawn.chart.points[5].y, None);
    }

    #[test]
    fn phases_exclusions_and_what_is_not_final_reach_the_chart() {
        let mut values = shares(24);
        values[23].provisional = true;
        values[22].provisional = true;
        let mut spec = undecided();
        spec.phases.push(crate::model::Phase {
            first: month(12),
            reason: "Ny rutine".into(),
            measure: None,
            baseline: Some(8),
            decided_on: "2026-01-01".parse().unwrap(),
            by: None,
        });
        spec.exclusions.push(crate::model::Exclusion { period: month(3), reason: "Flytting".into() });
        let drawn = draw(&rate(), &values, &spec).unwrap();
        assert_eq!(drawn.chart.parts.len(), 2);
        assert_eq!(drawn.chart.parts[1].first, 12);
        assert!(!drawn.chart.points[3].include);
        assert!(drawn.chart.points[22].provisional && drawn.chart.points[23].provisional);
        assert!(!drawn.chart.points[20].baseline, "the phase is locked at eight points");
    }

    #[test]
    fn another_definition_begins_a_phase_of_its_own() {
        let mut values = shares(24);
        for value in values.iter_mut().skip(12) {
            value.definition_version = 2;
        }
        let drawn = draw(&rate(), &values, &undecided()).unwrap();
        assert_eq!(drawn.redefined, [12]);
        assert_eq!(drawn.chart.parts.len(), 2);
    }

    #[test]
    fn rare_events_are_charted_and_the_advice_is_to_join_periods() {
        let values: Vec<Observation> =
            (0..24).map(|i| observation(month(i), f64::from(u8::from(i % 4 == 0)), 60.0)).collect();
        let drawn = draw(&rate(), &values, &undecided()).unwrap();
        assert_eq!(drawn.chart.kind, Kind::P);
        assert!(
            drawn.advice.reasons.iter().any(|reason| matches!(reason, Reason::RareEvents { join: 20, .. })),
            "{:?}",
            drawn.advice
        );
    }

    #[test]
    fn a_decided_phase_is_no_news_to_the_adviser() {
        let values: Vec<Observation> = (0..24)
            .map(|i| observation(month(i), f64::from((if i < 12 { 10 } else { 30 }) + i * 3 % 17 % 5), 100.0))
            .collect();
        let warned = |spec: &ChartSpec| {
            let drawn = draw(&rate(), &values, spec).unwrap();
            drawn.advice.warnings.iter().any(|warning| matches!(warning, Warning::LevelChanged { .. }))
        };
        assert!(warned(&undecided()));
        let mut spec = undecided();
        spec.phases.push(crate::model::Phase {
            first: month(12),
            reason: "Ny rutine".into(),
            measure: None,
            baseline: None,
            decided_on: "2026-01-01".parse().unwrap(),
            by: None,
        });
        assert!(!warned(&spec));
    }

    #[test]
    fn a_share_that_varies_more_than_chance_gets_wider_limits() {
        let values: Vec<Observation> = (0..24)
            .map(|i| observation(month(i), 1000.0 + 120.0 * f64::from(i16::try_from(i % 3).unwrap() - 1), 10_000.0))
            .collect();
        let drawn = draw(&rate(), &values, &undecided()).unwrap();
        assert_eq!(drawn.chart.kind, Kind::Pp);
        assert!(matches!(drawn.advice.reasons.last(), Some(Reason::Overdispersed { .. })), "{:?}", drawn.advice);
        let mut spec = undecided();
        spec.kind = Some(Kind::P);
        let chosen = draw(&rate(), &values, &spec).unwrap();
        assert_eq!((chosen.chart.kind, chosen.chosen, chosen.advice.kind), (Kind::P, true, Kind::Pp));
    }
}
