//! Phases, locks and exclusions as they are asked for, found among the points.

use varde_indicators::import::when;
use varde_kernel::PeriodType;
use varde_spc::{Key, Phase, Point};
use varde_web::{Arg, Say};

use super::super::Failure;
use super::super::table::Axis;
use super::Args;
use super::rows::Rows;

/// The points of the chart, and what names them.
pub struct Drawn<'a> {
    pub points: &'a [Point],
    pub rows: &'a Rows,
}

/// What was asked of the chart, by places counted from 0.
pub struct Phases {
    pub list: Vec<Phase>,
    /// The reason of each phase, by its first point.
    pub reasons: Vec<(usize, String)>,
    /// Points left out, with the reason.
    pub excluded: Vec<(usize, String)>,
}

/// Finds everything that was asked for; what is on no point is refused.
pub fn phases(args: &Args, drawn: &Drawn<'_>, say: &Say) -> Result<Phases, Failure> {
    let n = drawn.points.len();
    let mut found = Phases { list: vec![Phase::default()], reasons: Vec::new(), excluded: Vec::new() };
    for last in &args.part {
        if !(1..n).contains(last) {
            let args = [("place", last.to_string().into()), ("n", n.into())];
            return Err(Failure::Asked(say.with("app-spc-part-outside", &args)));
        }
        found.list.push(Phase { first: *last, baseline: None });
    }
    for asked in &args.phase {
        let (place, why) = parted(asked);
        let first = drawn.place(place, true).ok_or_else(|| drawn.unknown(say, "--phase", place))?;
        if found.list.iter().any(|phase| phase.first == first && first != 0) {
            return Err(Failure::Asked(say.with("app-spc-phase-twice", &[("place", place.into())])));
        }
        if first != 0 {
            found.list.push(Phase { first, baseline: None });
        }
        found.reasons.push((first, why.to_owned()));
    }
    found.list.sort_by_key(|phase| phase.first);
    found.list.dedup();
    for asked in &args.freeze {
        let last = drawn.place(asked, false).ok_or_else(|| drawn.unknown(say, "--freeze", asked))?;
        if let Some(phase) = found.list.iter_mut().rev().find(|phase| phase.first <= last) {
            phase.baseline = Some(last + 1 - phase.first);
        }
    }
    for asked in &args.exclude {
        let (place, why) = parted(asked);
        let at = drawn.place(place, false).ok_or_else(|| drawn.unknown(say, "--exclude", place))?;
        found.excluded.push((at, why.to_owned()));
    }
    Ok(found)
}

/// A point and the reason behind it.
fn parted(asked: &str) -> (&str, &str) {
    asked.split_once('=').map_or((asked.trim(), ""), |(place, why)| (place.trim(), why.trim()))
}

impl Drawn<'_> {
    /// The point of this name, or of this number from 1. `or_next` takes the first point after a period that
    /// has none.
    fn place(&self, text: &str, or_next: bool) -> Option<usize> {
        let numbered = || text.parse::<usize>().ok()?.checked_sub(1).filter(|place| *place < self.points.len());
        let at = |fits: &dyn Fn(&Key) -> bool| self.points.iter().position(|point| fits(&point.x));
        match self.rows.axis {
            Axis::Rows => numbered(),
            Axis::Names => at(&|key| matches!(key, Key::Text(name) if name == text)).or_else(numbered),
            Axis::Numbers => {
                let number: Option<f64> = text.replace(',', ".").parse().ok();
                at(&|key| matches!((key, number), (Key::Number(key), Some(number)) if (key - number).abs() < 1e-9))
            }
            Axis::Periods(sort) => match when::read(text) {
                None => numbered(),
                Some(period) => {
                    // A longer period than the chart's is no point of it, but has a first one.
                    let shorter = period.sort().is_some_and(|own| sort.per_year() <= own.per_year());
                    let first = sort.holding(period.start()).start();
                    let exact = at(&|key| matches!(key, Key::Date(date) if *date == first));
                    let next = || at(&|key| matches!(key, Key::Date(date) if first <= *date));
                    exact.filter(|_| shorter || or_next).or_else(|| if or_next { next() } else { None })
                }
            },
        }
    }

    fn unknown(&self, say: &Say, flag: &str, text: &str) -> Failure {
        let name = |point: Option<&Point>| point.map(|point| self.rows.label(say, &point.x)).unwrap_or_default();
        unknown(say, (flag, text), (name(self.points.first()), name(self.points.last())), self.points.len())
    }
}

/// That a chart has no such point, and which it has.
pub fn unknown(say: &Say, (flag, place): (&str, &str), (first, last): (String, String), n: usize) -> Failure {
    let args = [
        ("flag", Arg::from(flag)),
        ("place", place.into()),
        ("first", first.into()),
        ("last", last.into()),
        ("n", n.into()),
    ];
    Failure::Asked(say.with("app-spc-unknown-point", &args))
}

/// How many points make a year, for the adviser.
pub fn season(axis: Axis) -> Option<usize> {
    match axis {
        Axis::Periods(sort @ (PeriodType::Month | PeriodType::Quarter | PeriodType::Tertial)) => {
            Some(usize::from(sort.per_year()))
        }
        _ => None,
    }
}
