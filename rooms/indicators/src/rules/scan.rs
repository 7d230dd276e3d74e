//! From many series to two lists: those that have changed, with the share of false alerts under control, and
//! those to watch by the harm they may do. See docs/methods/scan.md.

use std::collections::{BTreeMap, BTreeSet};

use varde_kernel::{IndicatorId, Period, PeriodType, SeriesId, UnitId, UnitTree};
use varde_spc::Way;
use varde_spc::mdc::Better;
use varde_spc::scan::{Evidence, TooLittle, evidence, excess_harm, pool, select};
use varde_spc::{Kind, Series as Points};
use varde_stats::multiplicity::{Adjustment, Online, adjust, simes};

use crate::model::{Direction, Indicator, Measure, ScanFound, ScanHit, ScanList};

/// The share of alerts that may be false.
pub const RATE: f64 = 0.1;
/// How many series the list to watch holds at most.
const MOST_WATCHED: usize = 50;
/// A series on the list to watch is less likely than this by itself.
const WATCHED_BELOW: f64 = 0.05;
/// Series with fewer events a period than this are added up under the unit above as well.
const FEW: f64 = 1.0;

/// A value that counts, in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScanPoint {
    /// The period.
    pub period: Period,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// The value.
    pub value: f64,
}

/// Which series is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Looked<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// The series.
    pub series: SeriesId,
    /// The unit.
    pub unit: UnitId,
}

/// Takes series one after another and keeps no more of them than it needs.
#[derive(Default)]
pub struct Collector {
    judged: Vec<Judged>,
    small: Vec<Small>,
    seen: BTreeSet<(IndicatorId, UnitId)>,
    better: BTreeMap<IndicatorId, Better>,
}

struct Judged {
    indicator: IndicatorId,
    series: SeriesId,
    unit: UnitId,
    n_pooled: usize,
    since: Option<Period>,
    outcome: Result<Evidence, TooLittle>,
}

/// A series with so few events that it is added to others as well.
struct Small {
    indicator: IndicatorId,
    series: SeriesId,
    unit: UnitId,
    n: usize,
    kind: Kind,
    periods: Vec<Period>,
    points: Points,
}

impl Collector {
    /// Looks at a series. One without values is not there.
    pub fn take(&mut self, looked: Looked<'_>, points: &[ScanPoint]) {
        let Some((kind, periods, points)) = points_of(looked.indicator, points) else { return };
        let (indicator, unit) = (looked.indicator.id, looked.unit);
        self.seen.insert((indicator, unit));
        self.better.entry(indicator).or_insert_with(|| better(looked.indicator.direction));
        let outcome = evidence(&points, kind);
        let since = outcome.as_ref().ok().and_then(|found| found.at).and_then(|at| periods.get(at).copied());
        self.judged.push(Judged { indicator, series: looked.series, unit, n_pooled: 0, since, outcome });
        if is_small(kind, &points) {
            self.small.push(Small { indicator, series: looked.series, unit, n: 1, kind, periods, points });
        }
    }

    /// Adds the small ones up, and makes the lists. `former` are the p-values of the runs before, oldest first.
    pub fn finish(mut self, tree: &UnitTree, rate: f64, former: &[f64]) -> ScanFound {
        self.add_up(tree);
        // One order whatever the series came in.
        self.judged.sort_by_key(|one| (one.indicator, one.unit, one.n_pooled, one.series));
        let mut families: BTreeMap<IndicatorId, usize> = BTreeMap::new();
        for one in &self.judged {
            let next = families.len();
            families.entry(one.indicator).or_insert(next);
        }
        let family: Vec<usize> =
            self.judged.iter().map(|one| families.get(&one.indicator).copied().unwrap_or_default()).collect();
        let outcomes: Vec<Result<Evidence, TooLittle>> = self.judged.iter().map(|one| one.outcome).collect();
        let alerts = select(&family, &outcomes, rate);
        let p_values: Vec<f64> =
            outcomes.iter().map(|one| one.as_ref().map_or(f64::NAN, |found| found.p_value)).collect();
        let q_values = adjust(&p_values, Adjustment::BenjaminiHochberg);
        let mut found: [Vec<(f64, ScanHit)>; 2] = [Vec::new(), Vec::new()];
        for (((one, alert), q_value), p_value) in self.judged.iter().zip(&alerts).zip(&q_values).zip(&p_values) {
            let Ok(evidence) = &one.outcome else { continue };
            let harm = excess_harm(evidence, self.better.get(&one.indicator).copied().unwrap_or(Better::Neither));
            let watched = *p_value < WATCHED_BELOW && 0.0 < harm;
            let list = if *alert { ScanList::Alert } else { ScanList::Watch };
            let hit = ScanHit {
                list,
                series: one.series,
                indicator: one.indicator,
                unit: one.unit,
                n_pooled: one.n_pooled,
                p_value: *p_value,
                q_value: if q_value.is_nan() { 1.0 } else { *q_value },
                excess: evidence.excess,
                way: way(evidence),
                since: one.since,
            };
            match (alert, watched, &mut found) {
                (true, _, [alerts, _]) => alerts.push((harm, hit)),
                (false, true, [_, watch]) => watch.push((harm, hit)),
                (false, false, _) => {}
            }
        }
        let [mut alerts, mut watch] = found;
        // The most harmful first; among equals the least likely, then in the order of the series.
        for list in [&mut alerts, &mut watch] {
            list.sort_by(|(a, first), (b, second)| {
                b.total_cmp(a).then(first.p_value.total_cmp(&second.p_value)).then(first.series.cmp(&second.series))
            });
        }
        watch.truncate(MOST_WATCHED);
        let (p_value, level) = run(&p_values, rate, former);
        ScanFound {
            n_series: self.judged.iter().filter(|one| one.n_pooled == 0).count(),
            n_short: self.judged.iter().filter(|one| one.n_pooled == 0 && one.outcome.is_err()).count(),
            p_value,
            level,
            hits: alerts.into_iter().chain(watch).map(|(_, hit)| hit).collect(),
        }
    }

    /// Adds small series of the units under one up, unless that one has a series of its own; what is still small
    /// goes on upward.
    fn add_up(&mut self, tree: &UnitTree) {
        let mut waiting: BTreeMap<(IndicatorId, UnitId), Vec<Small>> = BTreeMap::new();
        let place = |small: Small, waiting: &mut BTreeMap<(IndicatorId, UnitId), Vec<Small>>| {
            if let Some(above) = tree.line(small.unit).get(1) {
                waiting.entry((small.indicator, *above)).or_default().push(small);
            }
        };
        for small in std::mem::take(&mut self.small) {
            place(small, &mut waiting);
        }
        let depth = |unit: UnitId| tree.line(unit).len();
        // The deepest first, so that what goes on upward meets its neighbours there.
        while let Some(next) = waiting.keys().max_by_key(|(indicator, unit)| (depth(*unit), *indicator, *unit)).copied()
        {
            let Some(mut group) = waiting.remove(&next) else { continue };
            if self.seen.contains(&next) || (group.len() == 1 && group.iter().all(|one| one.n == 1)) {
                // Alone it says no more than by itself; with others further up it may.
                if !self.seen.contains(&next) {
                    for one in group {
                        place(Small { unit: next.1, ..one }, &mut waiting);
                    }
                }
                continue;
            }
            group.sort_by_key(|one| one.series);
            let Some(sum) = together(next, &group) else { continue };
            let outcome = evidence(&sum.points, sum.kind);
            let since = outcome.as_ref().ok().and_then(|found| found.at).and_then(|at| sum.periods.get(at).copied());
            if outcome == Err(TooLittle::Events) {
                place(sum, &mut waiting);
                continue;
            }
            let (series, n_pooled) = (sum.series, sum.n);
            self.judged.push(Judged { indicator: next.0, series, unit: next.1, n_pooled, since, outcome });
        }
    }
}

/// What a run says as a whole, and what it is held against after those before it.
fn run(p_values: &[f64], rate: f64, former: &[f64]) -> (Option<f64>, Option<f64>) {
    let readable: Vec<f64> = p_values.iter().copied().filter(|p| p.is_finite()).collect();
    let mut stream = Online::new(rate);
    if let Some(stream) = &mut stream {
        for p in former {
            stream.test(*p);
        }
    }
    (simes(&readable), stream.map(|stream| stream.next_level()))
}

/// Series added up, period by period.
fn together((indicator, unit): (IndicatorId, UnitId), group: &[Small]) -> Option<Small> {
    let first = group.first()?;
    let mut periods: Vec<Period> = group.iter().flat_map(|one| one.periods.iter().copied()).collect();
    periods.sort_by_key(|period| (period.start(), period.end()));
    periods.dedup();
    let aligned: Vec<Points> = group
        .iter()
        .filter(|one| one.kind == first.kind)
        .map(|one| {
            let at = |column: &[Option<f64>]| -> Vec<Option<f64>> {
                let mut known = one.periods.iter().zip(column).peekable();
                periods
                    .iter()
                    .map(|period| known.next_if(|(own, _)| *own == period).and_then(|(_, value)| *value))
                    .collect()
            };
            Points { y: at(&one.points.y), n: one.points.n.as_deref().map(at), x: None }
        })
        .collect();
    let points = pool(&aligned.iter().collect::<Vec<_>>());
    let n = group.iter().map(|one| one.n).sum();
    Some(Small { indicator, series: first.series, unit, n, kind: first.kind, periods, points })
}

const fn better(direction: Direction) -> Better {
    match direction {
        Direction::Up => Better::Higher,
        Direction::Down => Better::Lower,
        Direction::None => Better::Neither,
    }
}

fn way(evidence: &Evidence) -> Option<Way> {
    match evidence.after.partial_cmp(&evidence.before)? {
        std::cmp::Ordering::Greater => Some(Way::Up),
        std::cmp::Ordering::Less => Some(Way::Down),
        std::cmp::Ordering::Equal => None,
    }
}

/// Whether a series of counts has so few events that it can hardly be judged.
fn is_small(kind: Kind, points: &Points) -> bool {
    let known: Vec<f64> = points.y.iter().copied().flatten().collect();
    let n = u32::try_from(known.len()).map_or(f64::INFINITY, f64::from);
    matches!(kind, Kind::P | Kind::U | Kind::C) && known.iter().sum::<f64>() < FEW * n
}

/// The sort of periods that most have; the shorter one when there are as many of both.
pub fn most_common(periods: &(impl Iterator<Item = Period> + Clone)) -> Option<PeriodType> {
    PeriodType::ALL
        .iter()
        .map(|sort| (periods.clone().filter(|period| period.sort() == Some(*sort)).count(), *sort))
        .filter(|(n, _)| 0 < *n)
        .max_by_key(|(n, sort)| (*n, std::cmp::Reverse(*sort)))
        .map(|(_, sort)| sort)
}

/// The series as it is judged: what is counted as counts, the rest as values. A year beside its months is no
/// point among them.
fn points_of(indicator: &Indicator, points: &[ScanPoint]) -> Option<(Kind, Vec<Period>, Points)> {
    let sort = most_common(&points.iter().map(|point| point.period))?;
    let own: Vec<&ScanPoint> = points.iter().filter(|point| point.period.sort() == Some(sort)).collect();
    let counted = own.iter().all(|one| one.numerator.is_some() && one.denominator.is_some_and(|n| 0.0 < n));
    let kind = match (indicator.measure, counted) {
        (Measure::Percent, true) => Kind::P,
        (Measure::Rate, true) => Kind::U,
        (Measure::Count, _) => Kind::C,
        _ => Kind::I,
    };
    let shares = matches!(kind, Kind::P | Kind::U);
    let points = Points {
        y: own.iter().map(|one| if shares { one.numerator } else { Some(one.value) }).collect(),
        n: shares.then(|| own.iter().map(|one| one.denominator).collect()),
        x: None,
    };
    Some((kind, own.iter().map(|one| one.period).collect(), points))
}

#[cfg(test)]
mod tests {
    use varde_kernel::{Unit, UnitKind, Words};

    use super::*;
    use crate::rules::fixtures::{month, rate};

    fn tree() -> UnitTree {
        let unit = |code: &str, parent: Option<&str>| Unit {
            id: UnitId::from_code(code),
            kind: UnitKind::Ward,
            name: Words::plain(code),
            code: code.into(),
            parent: parent.map(UnitId::from_code),
        };
        UnitTree::new(vec![
            unit("trust", None),
            unit("a", Some("trust")),
            unit("b", Some("trust")),
            unit("c", Some("trust")),
        ])
    }

    fn series(code: &str, had: impl Fn(u16) -> f64) -> (SeriesId, UnitId, Vec<ScanPoint>) {
        let points = (0..36)
            .map(|n| ScanPoint {
                period: month(n),
                numerator: Some(had(n)),
                denominator: Some(200.0),
                value: had(n) / 2.0,
            })
            .collect();
        (SeriesId::from_code(code), UnitId::from_code(code), points)
    }

    fn scan(all: &[(SeriesId, UnitId, Vec<ScanPoint>)]) -> ScanFound {
        let indicator = rate();
        let mut collector = Collector::default();
        for (series, unit, points) in all {
            collector.take(Looked { indicator: &indicator, series: *series, unit: *unit }, points);
        }
        collector.finish(&tree(), RATE, &[])
    }

    /// Between 10 and 16, without a pattern.
    fn quiet(n: u16) -> f64 {
        f64::from(10 + (n * 7 + n * n) % 7)
    }

    #[test]
    fn a_shift_is_found_with_its_harm_and_the_quiet_ones_are_not() {
        let all = [series("a", quiet), series("b", |n| quiet(n) + if n < 20 { 0.0 } else { 25.0 }), series("c", quiet)];
        let found = scan(&all);
        assert_eq!((found.n_series, found.n_short), (3, 0));
        let hit = &found.hits[0];
        assert_eq!((hit.list, hit.unit, hit.way), (ScanList::Alert, UnitId::from_code("b"), Some(Way::Up)));
        assert_eq!(hit.since, Some(month(20)));
        assert!((hit.excess - 400.0).abs() < 60.0, "{hit:?}");
        assert_eq!(found.count(ScanList::Alert), 1);
        assert!(found.stands());
        // The order in which series come changes nothing.
        let mut turned = all;
        turned.reverse();
        assert_eq!(scan(&turned), found);
    }

    #[test]
    fn small_units_are_added_up_under_the_one_above() {
        let few = |n: u16| {
            if n < 20 { f64::from(u8::from(n.is_multiple_of(7))) } else { f64::from(u8::from(!n.is_multiple_of(4))) }
        };
        let all = [series("a", few), series("b", |n| few(n + 1)), series("c", |n| few(n + 2))];
        let found = scan(&all);
        let pooled = found.hits.iter().find(|hit| 0 < hit.n_pooled).expect("the three together are found");
        assert_eq!((pooled.unit, pooled.n_pooled), (UnitId::from_code("trust"), 3));
        assert_eq!(pooled.way, Some(Way::Up));
        // The unit above has its own: then it is looked at by that.
        let mut with = all.to_vec();
        with.push(series("trust", quiet));
        assert!(scan(&with).hits.iter().all(|hit| hit.n_pooled == 0));
    }

    #[test]
    fn too_little_is_a_state_of_its_own_and_later_runs_are_held_to_less() {
        let (id, unit, points) = series("a", quiet);
        let found = scan(&[(id, unit, points[..8].to_vec()), (id, unit, Vec::new())]);
        assert_eq!((found.n_series, found.n_short, found.hits.len()), (1, 1, 0));
        assert!(!found.stands());
        let first = run(&[0.5], RATE, &[]).1.unwrap();
        let later = run(&[0.5], RATE, &[0.9; 12]).1.unwrap();
        assert!(later < first, "{later} {first}");
        assert!(first < run(&[0.5], RATE, &[1e-9]).1.unwrap(), "a finding earns something back");
    }
}
