//! From many series to two lists: those that have changed, with the share of false alerts under control, and
//! those to watch by the harm they may do. See docs/methods/scan.md.

use std::collections::{BTreeMap, BTreeSet};

use varde_kernel::{IndicatorId, Period, PeriodType, SeriesId, UnitId, UnitTree};
use varde_spc::Way;
use varde_spc::mdc::Better;
use varde_spc::scan::{Evidence, TooLittle, evidence, excess_harm, pool, select};
use varde_spc::{Kind, Series as Points};
use varde_stats::multiplicity::{Adjustment, Online, adjust, simes};

use crate::model::{ByAudience, Direction, Indicator, Measure, ScanFound, ScanHit, ScanList};

/// The share of alerts that may be false.
pub const RATE: f64 = 0.1;
/// How many series the list to watch holds at most.
const MOST_WATCHED: usize = 50;
/// And how many of one unit's that are kept back from others.
const MOST_OF_UNIT: usize = 5;
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
    /// Whether some value of it is kept back from others.
    pub kept_back: bool,
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
    kept_back: bool,
    since: Option<Period>,
    outcome: Result<Evidence, TooLittle>,
}

impl Judged {
    /// Whether only those who work with the unit may know of it: something of it is kept back, or several units
    /// are in it together.
    const fn is_apart(&self) -> bool {
        self.kept_back || 0 < self.n_pooled
    }
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
        let (series, kept_back) = (looked.series, looked.kept_back);
        self.judged.push(Judged { indicator, series, unit, n_pooled: 0, kept_back, since, outcome });
        if is_small(kind, &points) {
            self.small.push(Small { indicator, series: looked.series, unit, n: 1, kind, periods, points });
        }
    }

    /// Adds the small ones up, and makes the lists for each audience. `former` are the p-values of the runs before,
    /// oldest first.
    pub fn finish(mut self, tree: &UnitTree, rate: f64, former: &ByAudience<Vec<f64>>) -> ByAudience<ScanFound> {
        self.add_up(tree);
        // One order whatever the series came in.
        self.judged.sort_by_key(|one| (one.indicator, one.unit, one.n_pooled, one.series));
        let all: Vec<&Judged> = self.judged.iter().collect();
        let (apart, shown): (Vec<&Judged>, Vec<&Judged>) = all.iter().copied().partition(|one| one.is_apart());
        ByAudience {
            own: self.found(&all, &[], rate, &former.own),
            service: self.found(&shown, &apart, rate, &former.service),
        }
    }

    /// The lists of those judged together. Those `apart` have no say in anything: each is held against the others
    /// as if it were the only one added to them, for the unit's own people.
    fn found(&self, together: &[&Judged], apart: &[&Judged], rate: f64, former: &[f64]) -> ScanFound {
        let mut families: BTreeMap<IndicatorId, usize> = BTreeMap::new();
        for one in together {
            let next = families.len();
            families.entry(one.indicator).or_insert(next);
        }
        let family: Vec<usize> =
            together.iter().map(|one| families.get(&one.indicator).copied().unwrap_or_default()).collect();
        let outcomes: Vec<Result<Evidence, TooLittle>> = together.iter().map(|one| one.outcome).collect();
        let alerts = select(&family, &outcomes, rate);
        let p_values: Vec<f64> =
            outcomes.iter().map(|one| one.as_ref().map_or(f64::NAN, |found| found.p_value)).collect();
        let q_values = adjust(&p_values, Adjustment::BenjaminiHochberg);
        let mut lists = Lists::default();
        for (((one, alert), q_value), p_value) in together.iter().zip(&alerts).zip(&q_values).zip(&p_values) {
            lists.take(self.hit(one, *alert, (*p_value, *q_value)));
        }
        lists.order();
        lists.watch.truncate(MOST_WATCHED);
        let added = Added::new(&p_values, &alerts, rate);
        let mut of_unit: BTreeMap<UnitId, usize> = BTreeMap::new();
        let mut own = Lists::default();
        for one in apart {
            let p_value = one.outcome.as_ref().map_or(f64::NAN, |found| found.p_value);
            own.take(self.hit(one, p_value <= added.level, (p_value, added.q_value(p_value))));
        }
        own.order();
        own.watch.retain(|(_, hit)| {
            let n = of_unit.entry(hit.unit).or_default();
            *n += 1;
            *n <= MOST_OF_UNIT
        });
        lists.alerts.append(&mut own.alerts);
        lists.watch.append(&mut own.watch);
        lists.order();
        let (p_value, level) = run(&p_values, rate, former);
        ScanFound {
            n_series: together.iter().filter(|one| one.n_pooled == 0).count(),
            n_short: together.iter().filter(|one| one.n_pooled == 0 && one.outcome.is_err()).count(),
            p_value,
            level,
            hits: lists.alerts.into_iter().chain(lists.watch).map(|(_, hit)| hit).collect(),
        }
    }

    /// A series as a hit, with the harm it may do; none when it stands on no list.
    fn hit(&self, one: &Judged, alert: bool, (p_value, q_value): (f64, f64)) -> Option<(f64, ScanHit)> {
        let evidence = one.outcome.as_ref().ok()?;
        let harm = excess_harm(evidence, self.better.get(&one.indicator).copied().unwrap_or(Better::Neither));
        let watched = p_value < WATCHED_BELOW && 0.0 < harm;
        (alert || watched).then(|| {
            let hit = ScanHit {
                list: if alert { ScanList::Alert } else { ScanList::Watch },
                series: one.series,
                indicator: one.indicator,
                unit: one.unit,
                n_pooled: one.n_pooled,
                p_value,
                q_value: if q_value.is_nan() { 1.0 } else { q_value },
                excess: evidence.excess,
                way: way(evidence),
                since: one.since,
            };
            (harm, hit)
        })
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
            let (indicator, unit) = next;
            self.judged.push(Judged { indicator, series, unit, n_pooled, kept_back: true, since, outcome });
        }
    }
}

/// The two lists while they are made: each hit with the harm it may do.
#[derive(Default)]
struct Lists {
    alerts: Vec<(f64, ScanHit)>,
    watch: Vec<(f64, ScanHit)>,
}

impl Lists {
    fn take(&mut self, hit: Option<(f64, ScanHit)>) {
        match hit {
            Some(hit) if hit.1.list == ScanList::Alert => self.alerts.push(hit),
            Some(hit) => self.watch.push(hit),
            None => {}
        }
    }

    /// The most harmful first; among equals the least likely, then in the order of the series.
    fn order(&mut self) {
        for list in [&mut self.alerts, &mut self.watch] {
            list.sort_by(|(a, first), (b, second)| {
                b.total_cmp(a).then(first.p_value.total_cmp(&second.p_value)).then(first.series.cmp(&second.series))
            });
        }
    }
}

/// What one series more is held against beside those that were judged together.
struct Added {
    /// It is an alert at this p-value or below: that of the least sure alert there is, or what one alone among
    /// them would need.
    level: f64,
    /// The others' p-values, the smallest first.
    others: Vec<f64>,
}

impl Added {
    fn new(p_values: &[f64], alerts: &[bool], rate: f64) -> Self {
        let mut others: Vec<f64> = p_values.iter().copied().filter(|p| p.is_finite()).collect();
        others.sort_by(f64::total_cmp);
        let least_sure =
            p_values.iter().zip(alerts).filter(|(_, alert)| **alert).map(|(p, _)| *p).fold(f64::NAN, f64::max);
        let alone = rate / float(others.len() + 1);
        Self { level: if least_sure.is_nan() { alone } else { least_sure }, others }
    }

    /// The share of false alerts at which it would be one.
    fn q_value(&self, p_value: f64) -> f64 {
        let below = self.others.partition_point(|other| *other <= p_value);
        (p_value * float(self.others.len() + 1) / float(below + 1)).min(1.0)
    }
}

fn float(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::INFINITY, f64::from)
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
    matches!(kind, Kind::P | Kind::U | Kind::C) && known.iter().sum::<f64>() < FEW * float(known.len())
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
        scan_apart(all, &[]).own
    }

    /// Of which the values of these units are kept back from others.
    fn scan_apart(all: &[(SeriesId, UnitId, Vec<ScanPoint>)], kept_back: &[&str]) -> ByAudience<ScanFound> {
        let indicator = rate();
        let mut collector = Collector::default();
        for (series, unit, points) in all {
            let kept_back = kept_back.iter().any(|code| UnitId::from_code(code) == *unit);
            let looked = Looked { indicator: &indicator, series: *series, unit: *unit, kept_back };
            collector.take(looked, points);
        }
        collector.finish(&tree(), RATE, &ByAudience::default())
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

    /// Whatever stands in what is kept back, others are told the same; and its own people are told of it.
    #[test]
    fn what_is_kept_back_has_no_say_in_what_others_are_told() {
        let moved = |n: u16| quiet(n) + if n < 20 { 0.0 } else { 25.0 };
        let others = [series("b", moved), series("c", quiet)];
        let told = |had: &dyn Fn(u16) -> f64| {
            let all = [series("a", had), others[0].clone(), others[1].clone()];
            let found = scan_apart(&all, &["a"]);
            assert_eq!((found.own.n_series, found.service.n_series), (3, 2));
            let hidden = UnitId::from_code("a");
            let (own, open): (Vec<ScanHit>, Vec<ScanHit>) =
                found.service.hits.iter().cloned().partition(|hit| hit.unit == hidden);
            (own, ScanFound { hits: open, ..found.service })
        };
        let (none, before) = told(&quiet);
        assert_eq!((none.len(), before.count(ScanList::Alert)), (0, 1));
        let (own, after) = told(&|n| quiet(n) + if n < 10 { 0.0 } else { 60.0 });
        assert_eq!(before, after, "p, level, counts, lists and their order");
        assert_eq!(own.iter().map(|hit| hit.list).collect::<Vec<_>>(), [ScanList::Alert]);
        // Where nothing else stands out it takes as much as one series alone among them needs.
        let apart = [series("a", moved), series("b", quiet), series("c", quiet)];
        let found = scan_apart(&apart, &["a"]).service;
        assert_eq!(
            found.hits.iter().map(|hit| (hit.unit, hit.list)).collect::<Vec<_>>(),
            [(UnitId::from_code("a"), ScanList::Alert)]
        );
        assert!(found.hits[0].q_value < RATE && !found.stands());
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
