//! `varde scan`: many series from one table, the alerts among them, and a list to watch.

use std::collections::BTreeMap;
use std::io::{self, Read};

use serde_json::{Value, json};
use varde_spc::mdc::Better;
use varde_spc::scan::{Item, TooLittle, Verdict, excess_harm, pool, scan, watch};
use varde_spc::{Kind, Series};

use crate::number;

/// Most lines of the list to watch.
const WATCHED: usize = 50;

/// A series by its names.
#[derive(Debug, Clone)]
struct Named {
    indicator: String,
    unit: String,
    /// How many small units are added up in it; 0 when it is a unit's own.
    pooled: usize,
}

/// What a scan found, ready to be written.
#[derive(Debug)]
pub struct Scan {
    names: Vec<Named>,
    items: Vec<Item>,
    verdicts: Vec<Verdict>,
    alpha: f64,
}

/// Reads a long table (`indicator`, `unit`, `period`, `numerator`, and where known `denominator`, `kind`,
/// `better`, `parent`) and scans it, with at most a share `alpha` of false alerts.
///
/// # Errors
/// A missing column, or the first line that cannot be read, with its number.
pub fn scan_csv(table: impl Read, alpha: f64) -> io::Result<Scan> {
    let rows = read(table)?;
    let mut series = BTreeMap::<(String, String), Vec<Row>>::new();
    let mut periods = BTreeMap::<String, Vec<String>>::new();
    for row in rows {
        periods.entry(row.indicator.clone()).or_default().push(row.period.clone());
        series.entry((row.indicator.clone(), row.unit.clone())).or_default().push(row);
    }
    for periods in periods.values_mut() {
        periods.sort_unstable();
        periods.dedup();
    }
    let families: BTreeMap<&String, usize> = periods.keys().zip(0..).collect();
    let mut names = Vec::new();
    let mut items = Vec::new();
    let mut small = BTreeMap::<(String, String), Vec<Item>>::new();
    for ((indicator, unit), rows) in &series {
        let order = periods.get(indicator).map_or(&[][..], Vec::as_slice);
        let family = families.get(indicator).copied().unwrap_or(0);
        let item = item(family, rows, order)?;
        // A unit with less than one event a period cannot be judged by itself, its parent can.
        let rare = item.kind.counts() && events(&item) < item.series.y.len();
        if let Some(parent) = rows.iter().find_map(|row| row.parent.clone()).filter(|_| rare) {
            small.entry((indicator.clone(), parent)).or_default().push(item.clone());
        }
        names.push(Named { indicator: indicator.clone(), unit: unit.clone(), pooled: 0 });
        items.push(item);
    }
    for ((indicator, parent), members) in small {
        let Some(first) = members.first().filter(|_| members.len() > 1) else {
            continue;
        };
        let series = pool(&members.iter().map(|item| &item.series).collect::<Vec<_>>());
        names.push(Named { indicator, unit: parent, pooled: members.len() });
        items.push(Item { series, ..first.clone() });
    }
    let verdicts = scan(&items, alpha);
    Ok(Scan { names, items, verdicts, alpha })
}

#[derive(Debug)]
struct Row {
    indicator: String,
    unit: String,
    period: String,
    parent: Option<String>,
    kind: Option<String>,
    better: Option<String>,
    numerator: Option<f64>,
    denominator: Option<f64>,
}

fn wrong(line: u64, words: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("line {line}: {words}"))
}

fn read(table: impl Read) -> io::Result<Vec<Row>> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(table);
    let headers = reader.headers().map_err(io::Error::other)?.clone();
    let column = |name: &str| headers.iter().position(|header| header.eq_ignore_ascii_case(name));
    let needed = |name: &str| column(name).ok_or_else(|| wrong(1, &format!("the column {name:?} is missing")));
    let (indicator, unit, period, numerator) =
        (needed("indicator")?, needed("unit")?, needed("period")?, needed("numerator")?);
    let (denominator, kind, better, parent) =
        (column("denominator"), column("kind"), column("better"), column("parent"));
    let mut rows = Vec::new();
    for record in reader.into_records() {
        let record = record.map_err(io::Error::other)?;
        let line = record.position().map_or(0, csv::Position::line);
        let text = |place: usize| record.get(place).unwrap_or("").to_owned();
        let maybe = |place: Option<usize>| place.map(&text).filter(|text| !text.is_empty());
        let value = |place: Option<usize>| match maybe(place) {
            None => Ok(None),
            Some(text) => match text.parse::<f64>() {
                Ok(value) if value.is_finite() => Ok(Some(value)),
                _ => Err(wrong(line, &format!("{text:?} is not a number (decimals have a point)"))),
            },
        };
        rows.push(Row {
            indicator: text(indicator),
            unit: text(unit),
            period: text(period),
            parent: maybe(parent),
            kind: maybe(kind),
            better: maybe(better),
            numerator: value(Some(numerator))?,
            denominator: value(denominator)?,
        });
    }
    Ok(rows)
}

/// The series of a unit over all periods of the indicator, with gaps where it has no row.
fn item(family: usize, rows: &[Row], order: &[String]) -> io::Result<Item> {
    let mut y = vec![None; order.len()];
    let mut n = vec![None; order.len()];
    let mut seen = vec![false; order.len()];
    for row in rows {
        let Some(place) = order.iter().position(|period| *period == row.period) else {
            continue;
        };
        if let (Some(seen), Some(y), Some(n)) = (seen.get_mut(place), y.get_mut(place), n.get_mut(place)) {
            if *seen {
                let words = format!("{} of {} has two rows for {}", row.indicator, row.unit, row.period);
                return Err(io::Error::new(io::ErrorKind::InvalidData, words));
            }
            *seen = true;
            (*y, *n) = (row.numerator, row.denominator);
        }
    }
    let has_n = rows.iter().any(|row| row.denominator.is_some());
    let values: Vec<f64> = y.iter().copied().flatten().collect();
    let whole = values.iter().all(|value| *value >= 0.0 && value.fract() == 0.0);
    let within = y.iter().zip(&n).all(|(y, n)| y.zip(*n).is_none_or(|(y, n)| y <= n));
    let name = rows.iter().find_map(|row| row.kind.as_deref());
    let kind = match name {
        Some("share") => Kind::P,
        Some("rate") => Kind::U,
        Some("count") => Kind::C,
        Some("value") if has_n => Kind::Ip,
        Some("value") => Kind::I,
        Some("time") => Kind::T,
        Some("cases") => Kind::G,
        Some(other) => {
            let words = format!("{other:?} is no kind: share, rate, count, value, time, cases");
            return Err(io::Error::new(io::ErrorKind::InvalidData, words));
        }
        None if has_n && whole && within => Kind::P,
        None if has_n && whole => Kind::U,
        None if has_n => Kind::Ip,
        None if whole => Kind::C,
        None => Kind::I,
    };
    let better = match rows.iter().find_map(|row| row.better.as_deref()) {
        Some("higher") => Better::Higher,
        Some("lower") | None => Better::Lower,
        Some("neither") => Better::Neither,
        Some(other) => {
            let words = format!("{other:?} is no way to be better: higher, lower, neither");
            return Err(io::Error::new(io::ErrorKind::InvalidData, words));
        }
    };
    Ok(Item { family, kind, better, series: Series { y, n: has_n.then_some(n), x: None } })
}

/// Events of a series, rounded down.
fn events(item: &Item) -> usize {
    let total: f64 = item.series.y.iter().flatten().sum();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a count may be")]
    let total = total.clamp(0.0, 1e15) as u64;
    usize::try_from(total).unwrap_or(usize::MAX)
}

impl Scan {
    /// The scan as JSON: alerts, the list to watch, and how many could not be judged.
    pub fn json(&self) -> Value {
        let alerts: Vec<Value> = self.alerts().into_iter().map(|place| self.line(place)).collect();
        let watched: Vec<Value> =
            watch(&self.items, &self.verdicts, WATCHED).into_iter().map(|place| self.line(place)).collect();
        let little: Vec<Value> = (0..self.names.len()).filter_map(|place| self.little(place)).collect();
        json!({
            "series": self.items.len(), "fdr": self.alpha, "alerts": alerts, "watch": watched, "too_little": little,
        })
    }

    /// The scan in plain words, one line a series.
    pub fn text(&self) -> String {
        let mut lines = vec![format!(
            "{} series scanned; at most {:.0} % of the alerts are expected to be false.",
            self.items.len(),
            100.0 * self.alpha
        )];
        let alerts = self.alerts();
        lines.push(format!("\nAlerts: {}", alerts.len()));
        lines.extend(alerts.into_iter().filter_map(|place| self.words(place)));
        let watched = watch(&self.items, &self.verdicts, WATCHED);
        lines.push(format!("\nTo watch, the most harm first: {}", watched.len()));
        lines.extend(watched.into_iter().filter_map(|place| self.words(place)));
        let little = self.verdicts.iter().filter(|verdict| matches!(verdict, Verdict::TooLittle(_))).count();
        lines.push(format!("\nToo little data to judge: {little}\n"));
        lines.join("\n")
    }

    /// Alerts, the least likely by chance first.
    fn alerts(&self) -> Vec<usize> {
        let mut found: Vec<(usize, f64)> = self
            .verdicts
            .iter()
            .enumerate()
            .filter_map(|(place, verdict)| match verdict {
                Verdict::Judged { evidence, alert: true } => Some((place, evidence.p_value)),
                _ => None,
            })
            .collect();
        found.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        found.into_iter().map(|(place, _)| place).collect()
    }

    fn line(&self, place: usize) -> Value {
        let (Some(name), Some(item), Some(Verdict::Judged { evidence, .. })) =
            (self.names.get(place), self.items.get(place), self.verdicts.get(place))
        else {
            return Value::Null;
        };
        json!({
            "indicator": name.indicator, "unit": name.unit, "pooled_units": name.pooled, "chart": item.kind.name(),
            "points": evidence.points, "p_value": evidence.p_value, "p_level": evidence.level,
            "p_runs": evidence.runs, "p_newest": evidence.newest, "first": evidence.at.map(|at| at + 1),
            "before": number(evidence.before), "after": number(evidence.after), "excess": number(evidence.excess),
            "excess_harm": number(excess_harm(evidence, item.better)),
        })
    }

    fn words(&self, place: usize) -> Option<String> {
        let (name, item) = (self.names.get(place)?, self.items.get(place)?);
        let Verdict::Judged { evidence, .. } = self.verdicts.get(place)? else {
            return None;
        };
        let pooled = if name.pooled > 0 { format!(" ({} small units)", name.pooled) } else { String::new() };
        Some(format!(
            "  {} | {}{pooled} | {:.4} to {:.4} from point {} | excess harm {:.1} | p = {:.2e}",
            name.indicator,
            name.unit,
            evidence.before,
            evidence.after,
            evidence.at.map_or(0, |at| at + 1),
            excess_harm(evidence, item.better),
            evidence.p_value
        ))
    }

    fn little(&self, place: usize) -> Option<Value> {
        let name = self.names.get(place)?;
        let Verdict::TooLittle(reason) = self.verdicts.get(place)? else {
            return None;
        };
        let reason = match reason {
            TooLittle::Points => "points",
            TooLittle::Events => "events",
            TooLittle::Constant => "constant",
            TooLittle::Data => "data",
        };
        Some(json!({ "indicator": name.indicator, "unit": name.unit, "reason": reason }))
    }
}

#[cfg(test)]
mod tests {
    use super::scan_csv;
    use std::fmt::Write as _;

    fn table() -> String {
        let mut text = "indicator,unit,period,numerator,denominator,parent\n".to_owned();
        for month in 1..=24 {
            let noise = [0, 3, 1, 4, 2][month % 5];
            let falls = if month > 12 { 32 } else { 12 };
            writeln!(text, "falls,A,{:02},{},200,H", month, falls + noise).unwrap();
            writeln!(text, "falls,B,{:02},{},200,H", month, 12 + noise).unwrap();
            writeln!(text, "falls,C,{:02},{},20,H", month, usize::from(month % 3 == 0)).unwrap();
            writeln!(text, "falls,D,{:02},{},20,H", month, usize::from(month % 4 == 0)).unwrap();
            writeln!(text, "ulcers,A,{month:02},,200,H").unwrap();
        }
        text
    }

    #[test]
    fn a_planted_step_is_the_alert_and_small_units_are_added_up() {
        let found = scan_csv(table().as_bytes(), 0.1).unwrap();
        let json = found.json();
        assert_eq!(json["alerts"].as_array().unwrap().len(), 1);
        let alert = &json["alerts"][0];
        assert_eq!(
            (alert["unit"].as_str(), alert["first"].as_u64(), alert["chart"].as_str()),
            (Some("A"), Some(13), Some("p"))
        );
        assert!((alert["excess"].as_f64().unwrap() - 240.0).abs() < 6.0);
        assert_eq!(json["series"], 6);
        let little = json["too_little"].to_string();
        assert!(little.contains("ulcers") && little.contains("\"D\""), "{little}");
        assert!(found.text().contains("falls | A"));
    }

    #[test]
    fn faults_are_named_with_their_line() {
        let fault = |text: &str| scan_csv(text.as_bytes(), 0.1).unwrap_err().to_string();
        assert_eq!(fault("indicator,unit,period\n"), "line 1: the column \"numerator\" is missing");
        let comma = fault("indicator,unit,period,numerator\na,b,1,\"2,5\"\n");
        assert_eq!(comma, "line 2: \"2,5\" is not a number (decimals have a point)");
        assert!(fault("indicator,unit,period,numerator\na,b,1,2\na,b,1,3\n").contains("two rows"));
        assert!(fault("indicator,unit,period,numerator,kind\na,b,1,2,x\n").contains("is no kind"));
    }
}
