//! `varde scan`: many series, the alerts among them, and a list to watch.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use varde_spc::mdc::Better;
use varde_spc::scan::{Evidence, Item, TooLittle, Verdict, excess_harm, pool, scan, watch};
use varde_spc::{Kind, Series};

use crate::number;

/// Most lines of the list to watch.
const WATCHED: usize = 50;

/// One series that is looked at.
#[derive(Debug, Clone)]
pub struct ScanSeries {
    /// What is measured: series of the same indicator are one family.
    pub indicator: String,
    /// Whose it is.
    pub unit: String,
    /// What the unit is added up under when it is too small to be judged by itself.
    pub parent: Option<String>,
    /// The chart that its values would have.
    pub kind: Kind,
    /// Which way is better.
    pub better: Better,
    /// Its values over the periods of its indicator, with gaps where it has none.
    pub series: Series,
}

/// What a scan found, ready to be told.
#[derive(Debug)]
pub struct Scan {
    names: Vec<Name>,
    items: Vec<Item>,
    verdicts: Vec<Verdict>,
    alpha: f64,
}

/// A series by its names.
#[derive(Debug, Clone)]
struct Name {
    indicator: String,
    unit: String,
    /// How many small units are added up in it; 0 when it is a unit's own.
    pooled: usize,
}

/// A series on one of the lists.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// What is measured.
    pub indicator: &'a str,
    /// Whose it is.
    pub unit: &'a str,
    /// How many small units are added up in it; 0 when it is a unit's own.
    pub pooled: usize,
    /// The chart that its values would have.
    pub kind: Kind,
    /// What it says.
    pub evidence: Evidence,
    /// Events, or units of the value, too many or too few towards the worse.
    pub harm: f64,
}

/// Looks at the series, with at most a share `alpha` of false alerts expected.
pub fn scan_series(series: &[ScanSeries], alpha: f64) -> Scan {
    let indicators: BTreeSet<&str> = series.iter().map(|one| one.indicator.as_str()).collect();
    let families: BTreeMap<&str, usize> = indicators.into_iter().zip(0..).collect();
    let mut names = Vec::new();
    let mut items = Vec::new();
    let mut small = BTreeMap::<(&str, &str), Vec<Item>>::new();
    for one in series {
        let family = families.get(one.indicator.as_str()).copied().unwrap_or(0);
        let item = Item { family, kind: one.kind, better: one.better, series: one.series.clone() };
        // A unit with less than one event a period cannot be judged by itself, its parent can.
        let rare = item.kind.counts() && events(&item) < item.series.y.len();
        if let Some(parent) = one.parent.as_deref().filter(|_| rare) {
            small.entry((&one.indicator, parent)).or_default().push(item.clone());
        }
        names.push(Name { indicator: one.indicator.clone(), unit: one.unit.clone(), pooled: 0 });
        items.push(item);
    }
    for ((indicator, parent), members) in small {
        let Some(first) = members.first().filter(|_| members.len() > 1) else {
            continue;
        };
        let series = pool(&members.iter().map(|item| &item.series).collect::<Vec<_>>());
        names.push(Name { indicator: indicator.to_owned(), unit: parent.to_owned(), pooled: members.len() });
        items.push(Item { series, ..first.clone() });
    }
    let verdicts = scan(&items, alpha);
    Scan { names, items, verdicts, alpha }
}

/// Events of a series, rounded down.
fn events(item: &Item) -> usize {
    let total: f64 = item.series.y.iter().flatten().sum();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a count may be")]
    let total = total.clamp(0.0, 1e15) as u64;
    usize::try_from(total).unwrap_or(usize::MAX)
}

impl Scan {
    /// How many series were looked at, sums of small units among them.
    pub fn count(&self) -> usize {
        self.items.len()
    }

    /// The alerts, the least likely by chance first.
    pub fn alerts(&self) -> Vec<Found<'_>> {
        let alert = |verdict: &Verdict| matches!(verdict, Verdict::Judged { alert: true, .. });
        let places = self.verdicts.iter().enumerate().filter(|(_, verdict)| alert(verdict)).map(|(place, _)| place);
        let mut found: Vec<Found<'_>> = places.filter_map(|place| self.found(place)).collect();
        found.sort_by(|a, b| a.evidence.p_value.total_cmp(&b.evidence.p_value));
        found
    }

    /// Series that are no alerts but may do harm, the most harmful first.
    pub fn watched(&self) -> Vec<Found<'_>> {
        watch(&self.items, &self.verdicts, WATCHED).into_iter().filter_map(|place| self.found(place)).collect()
    }

    /// Series that cannot be judged: indicator, unit and why.
    pub fn too_little(&self) -> Vec<(&str, &str, TooLittle)> {
        let reasons = self.names.iter().zip(&self.verdicts).filter_map(|(name, verdict)| match verdict {
            Verdict::TooLittle(reason) => Some((name.indicator.as_str(), name.unit.as_str(), *reason)),
            Verdict::Judged { .. } => None,
        });
        reasons.collect()
    }

    fn found(&self, place: usize) -> Option<Found<'_>> {
        let (name, item) = (self.names.get(place)?, self.items.get(place)?);
        let Verdict::Judged { evidence, .. } = self.verdicts.get(place)? else {
            return None;
        };
        Some(Found {
            indicator: &name.indicator,
            unit: &name.unit,
            pooled: name.pooled,
            kind: item.kind,
            evidence: *evidence,
            harm: excess_harm(evidence, item.better),
        })
    }

    /// The scan as JSON: alerts, the list to watch, and what could not be judged. `period` names a period of an
    /// indicator by its place.
    pub fn json(&self, period: &dyn Fn(&str, usize) -> Option<String>) -> Value {
        let line = |found: &Found<'_>| {
            let evidence = found.evidence;
            json!({
                "indicator": found.indicator, "unit": found.unit, "pooled_units": found.pooled,
                "chart": found.kind.name(), "points": evidence.points, "p_value": evidence.p_value,
                "p_level": evidence.level, "p_runs": evidence.runs, "p_newest": evidence.newest,
                "first": evidence.at.map(|at| at + 1),
                "since": evidence.at.and_then(|at| period(found.indicator, at)),
                "before": number(evidence.before), "after": number(evidence.after),
                "excess": number(evidence.excess), "excess_harm": number(found.harm),
            })
        };
        let lines = |list: Vec<Found<'_>>| list.iter().map(line).collect::<Vec<_>>();
        let little: Vec<Value> = self
            .too_little()
            .into_iter()
            .map(|(indicator, unit, reason)| json!({ "indicator": indicator, "unit": unit, "reason": name_of(reason) }))
            .collect();
        json!({
            "series": self.items.len(), "fdr": self.alpha, "alerts": lines(self.alerts()),
            "watch": lines(self.watched()), "too_little": little,
        })
    }
}

const fn name_of(reason: TooLittle) -> &'static str {
    match reason {
        TooLittle::Points => "points",
        TooLittle::Events => "events",
        TooLittle::Constant => "constant",
        TooLittle::Data => "data",
    }
}

#[cfg(test)]
mod tests {
    use super::{Better, Kind, ScanSeries, Series, scan_series};

    fn falls(unit: &str, n: f64, counted: impl Fn(usize) -> f64) -> ScanSeries {
        let y = (1..=24).map(|month| Some(counted(month))).collect();
        ScanSeries {
            indicator: "falls".into(),
            unit: unit.into(),
            parent: Some("H".into()),
            kind: Kind::P,
            better: Better::Lower,
            series: Series { y, n: Some(vec![Some(n); 24]), x: None },
        }
    }

    #[test]
    fn a_planted_step_is_the_alert_and_small_units_are_added_up() {
        let noise = |month: usize| [0.0, 3.0, 1.0, 4.0, 2.0][month % 5];
        let rare = |month: usize, every: usize| if month.is_multiple_of(every) { 1.0 } else { 0.0 };
        let mut ulcers = falls("A", 200.0, noise);
        (ulcers.indicator, ulcers.series.y) = ("ulcers".into(), vec![None; 24]);
        let found = scan_series(
            &[
                falls("A", 200.0, |month| noise(month) + if month > 12 { 32.0 } else { 12.0 }),
                falls("B", 200.0, |month| noise(month) + 12.0),
                falls("C", 20.0, |month| rare(month, 3)),
                falls("D", 20.0, |month| rare(month, 4)),
                ulcers,
            ],
            0.1,
        );
        let json = found.json(&|indicator, at| Some(format!("{indicator} {at}")));
        assert_eq!(json["alerts"].as_array().unwrap().len(), 1);
        let alert = &json["alerts"][0];
        assert_eq!(
            (alert["unit"].as_str(), alert["first"].as_u64(), alert["chart"].as_str(), alert["since"].as_str()),
            (Some("A"), Some(13), Some("p"), Some("falls 12"))
        );
        assert!((alert["excess"].as_f64().unwrap() - 240.0).abs() < 6.0);
        assert_eq!((json["series"].as_u64(), found.count()), (Some(6), 6));
        let little = json["too_little"].to_string();
        assert!(little.contains("ulcers") && little.contains("\"D\""), "{little}");
        assert_eq!((found.alerts()[0].unit, found.alerts()[0].pooled), ("A", 0));
    }
}
