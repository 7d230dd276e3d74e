//! JSON-stat, versions 1 and 2, as Statistics Norway, the Institute of Public Health and Eurostat send it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::said::{Reading, Said, tidy};
use super::when;

/// Names that dimensions go by when a file does not say which is which.
const TIMES: &[&str] = &["time", "tid", "year", "aar", "år", "period", "periode", "date"];
const PLACES: &[&str] = &["geo", "region", "area", "unit", "enhet", "sted", "kommune", "fylke", "residence"];
const METRICS: &[&str] = &["contentscode", "concept", "measure", "measure_type", "indicator", "statistikkvariabel"];
/// Codes and labels of "all of them together".
const TOTALS: &[&str] = &["t", "tot", "total", "_t", "all", "alle", "i alt", "totalt", "begge kjønn", "alle aldre"];
/// The most dimensions that a file may have; the largest that are published have a dozen.
const MAX_DIMENSIONS: usize = 32;

struct Dimension {
    name: String,
    /// Code and label of each category, in the order of the values.
    categories: Vec<(String, String)>,
}

impl Dimension {
    fn is_total(&self, place: usize) -> bool {
        let Some((code, label)) = self.categories.get(place) else { return false };
        let total = |text: &str| {
            let text = text.trim().to_lowercase();
            TOTALS.contains(&text.as_str()) || text.starts_with("all categories")
        };
        total(code) || total(label)
    }
}

/// Reads a file: one dataset, or a bundle of them.
pub fn read(bytes: &[u8], today: Date, mut reading: Reading) -> Reading {
    let Ok(Value::Object(whole)) = serde_json::from_slice(bytes) else {
        reading.refuse(1, "indicators-import-not-json");
        return reading;
    };
    let sets: Vec<(String, &Map<String, Value>)> = if whole.contains_key("value") && whole.contains_key("dimension") {
        vec![(String::new(), &whole)]
    } else {
        whole.iter().filter_map(|(name, set)| Some((name.clone(), set.as_object()?))).collect()
    };
    for (name, set) in sets {
        if set.contains_key("dimension") {
            dataset(&name, set, today, &mut reading);
        }
    }
    reading.done()
}

fn text(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).map(tidy).unwrap_or_default()
}

fn texts(value: Option<&Value>) -> Vec<String> {
    let list = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn dimension(name: &str, described: Option<&Value>) -> Option<Dimension> {
    let category = described?.get("category")?;
    let labels = category.get("label").and_then(Value::as_object);
    let codes: Vec<String> = match category.get("index") {
        Some(Value::Array(codes)) => {
            codes.iter().map(|code| code.as_str().map(str::to_owned)).collect::<Option<_>>()?
        }
        Some(Value::Object(index)) => {
            let mut placed: BTreeMap<u64, String> = BTreeMap::new();
            for (code, place) in index {
                placed.insert(place.as_u64()?, code.clone());
            }
            placed.into_values().collect()
        }
        // With one category, the index may be left out.
        None => labels?.keys().cloned().collect(),
        Some(_) => return None,
    };
    let label = |code: &String| labels.and_then(|labels| labels.get(code)).and_then(Value::as_str);
    let categories: Vec<(String, String)> =
        codes.into_iter().map(|code| (tidy(&code), label(&code).map(tidy).unwrap_or_default())).collect();
    Some(Dimension { name: name.to_owned(), categories })
}

fn dataset(name: &str, set: &Map<String, Value>, today: Date, reading: &mut Reading) {
    let inside = set.get("dimension");
    let from = |key: &str| set.get(key).or_else(|| inside.and_then(|inside| inside.get(key)));
    let ids = texts(from("id"));
    let sizes: Vec<usize> = from("size")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .filter_map(|size| usize::try_from(size.as_u64()?).ok())
        .collect();
    let described = |id: &String| inside.and_then(|inside| inside.get(id));
    let dimensions: Option<Vec<Dimension>> = ids.iter().map(|id| dimension(id, described(id))).collect();
    let fits = !ids.is_empty() && ids.len() <= MAX_DIMENSIONS;
    let (Some(dimensions), true) = (dimensions, fits) else {
        return reading.refuse(1, "indicators-import-dimensions");
    };
    let counted: Vec<usize> = dimensions.iter().map(|dimension| dimension.categories.len()).collect();
    // Some publish fewer sizes than dimensions; what counts is that the categories make up the values.
    if sizes.len() == ids.len() && sizes != counted {
        return reading.refuse(1, "indicators-import-dimensions");
    }
    let sizes = counted;
    let Some(n) = sizes.iter().try_fold(1_usize, |n, size| n.checked_mul(*size)) else {
        return reading.refuse(1, "indicators-import-dimensions");
    };
    let role = |role: &str, names: &[&str]| {
        let given = texts(from("role").and_then(|roles| roles.get(role)));
        let by_role = ids.iter().position(|id| given.first() == Some(id));
        by_role.or_else(|| ids.iter().position(|id| names.contains(&id.to_lowercase().as_str())))
    };
    let (time, geo, metric) = (role("time", TIMES), role("geo", PLACES), role("metric", METRICS));
    let Some(time) = time else { return reading.refuse(1, "indicators-import-no-time") };
    let statuses = set.get("status");
    let source = text(set.get("source"));
    let label = if name.is_empty() { text(set.get("label")) } else { tidy(name) };
    let mut one = |place: usize, value: &Value| {
        let chosen = places(place, &sizes);
        let at = |which: usize| dimensions.get(which).and_then(|found| found.categories.get(*chosen.get(which)?));
        let line = place + 1;
        let written = at(time);
        let period = written.and_then(|(code, label)| when::read(code).or_else(|| when::read(label)));
        let period =
            when::sensible(period, today, (line, &ids.get(time).cloned().unwrap_or_default()), &mut reading.problems);
        let number = value.as_f64();
        if number.is_none() && !value.is_null() && !value.is_string() {
            reading.problems.line(line, Some("value"), "web-problem-number", vec![]);
        }
        let status = status(statuses, place);
        let code = |which: Option<usize>| which.and_then(at).map(|(code, _)| code.clone());
        let said = Said {
            line,
            indicator: code(metric).unwrap_or_else(|| label.clone()),
            unit: code(geo).unwrap_or_default(),
            period,
            strata: (0..)
                .zip(&dimensions)
                .filter(|(which, _)| *which != time && Some(*which) != geo && Some(*which) != metric)
                .filter(|(which, found)| !chosen.get(*which).is_some_and(|at| found.is_total(*at)))
                .filter_map(|(which, found)| Some((found.name.clone(), at(which)?.0.clone())))
                .collect(),
            value: number,
            provisional: status == Some("p"),
            approximate: status == Some("e"),
            missing: number.is_none().then(|| why(status, value)),
            source: source.clone(),
            ..Said::default()
        };
        (said.period.is_none() || reading.keep(said)) && !reading.is_full()
    };
    match set.get("value") {
        Some(Value::Array(values)) if values.len() == n => {
            let _all = values.iter().enumerate().all(|(place, value)| one(place, value));
        }
        Some(Value::Object(values)) => {
            let mut placed: Vec<(usize, &Value)> = Vec::new();
            for (place, value) in values {
                match place.parse() {
                    Ok(place) if place < n => placed.push((place, value)),
                    _ => return reading.refuse(1, "indicators-import-dimensions"),
                }
            }
            placed.sort_by_key(|(place, _)| *place);
            let _all = placed.into_iter().all(|(place, value)| one(place, value));
        }
        _ => reading.refuse(1, "indicators-import-dimensions"),
    }
}

/// Which category of each dimension the value at a place belongs to: the last dimension runs fastest.
fn places(place: usize, sizes: &[usize]) -> Vec<usize> {
    let mut rest = place;
    let mut places: Vec<usize> = sizes
        .iter()
        .rev()
        .map(|size| {
            let here = rest % (*size).max(1);
            rest /= (*size).max(1);
            here
        })
        .collect();
    places.reverse();
    places
}

fn status(statuses: Option<&Value>, place: usize) -> Option<&str> {
    match statuses? {
        Value::String(one) => Some(one),
        Value::Array(list) if list.len() == 1 => list.first()?.as_str(),
        Value::Array(list) => list.get(place)?.as_str(),
        Value::Object(map) => map.get(&place.to_string())?.as_str(),
        _ => None,
    }
}

/// Why a cell is empty, by the marks that statistics offices use.
fn why(status: Option<&str>, value: &Value) -> &'static str {
    match status.or(value.as_str()).unwrap_or_default().trim() {
        ":" => "too_few",
        "c" => "protected",
        "." | "z" => "not_applicable",
        "m" => "not_measured",
        _ => "not_reported",
    }
}
