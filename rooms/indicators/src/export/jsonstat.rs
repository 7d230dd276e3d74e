//! JSON-stat 2: units, periods, parts and what was counted as dimensions. Why a cell is empty is its status.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use varde_kernel::Period;

use super::{Refused, Told};
use crate::model::{Indicator, Missing};

/// The code of "all of them together" in the dimension of parts.
const ALL: &str = "T";

/// Codes in the order in which they came, each once.
#[derive(Default)]
struct Axis {
    places: BTreeMap<String, usize>,
    codes: Vec<(String, String)>,
}

impl Axis {
    fn place(&mut self, code: &str, label: &str) -> usize {
        if let Some(place) = self.places.get(code) {
            return *place;
        }
        let place = self.codes.len();
        self.places.insert(code.to_owned(), place);
        self.codes.push((code.to_owned(), label.to_owned()));
        place
    }

    fn described(&self, label: &str) -> Value {
        let index: Vec<&str> = self.codes.iter().map(|(code, _)| code.as_str()).collect();
        let labels: Map<String, Value> =
            self.codes.iter().map(|(code, label)| (code.clone(), label.clone().into())).collect();
        json!({ "label": label, "category": { "index": index, "label": labels } })
    }
}

pub(super) fn write(indicator: &Indicator, told: &[Told<'_>]) -> Result<String, Refused> {
    if told.iter().any(Told::is_residence) {
        return Err(Refused::Residence);
    }
    let (mut units, mut parts, mut periods, mut metrics) =
        (Axis::default(), Axis::default(), Axis::default(), Axis::default());
    let mut times: Vec<Period> = told.iter().map(|one| one.value.period).collect();
    times.sort_by_key(|period| (period.start(), period.end()));
    for period in times {
        periods.place(&period.to_string(), &period.to_string());
    }
    let code = &indicator.code;
    let metric = [
        metrics.place(code, &indicator.name.nb),
        metrics.place(&format!("{code}.numerator"), &indicator.numerator.nb),
        metrics.place(&format!("{code}.denominator"), &indicator.denominator.nb),
    ];
    let mut cells: Vec<([usize; 4], Option<f64>, Option<&'static str>)> = Vec::new();
    for one in told {
        let stratum = if one.series.stratum.is_empty() { ALL } else { &one.series.stratum };
        let unit = units.place(one.unit_code, &one.unit_name.nb);
        let part = parts.place(stratum, stratum);
        let time = periods.place(&one.value.period.to_string(), "");
        let numbers = [one.value.value, one.value.numerator, one.value.denominator];
        let status = if one.value.value.is_none() {
            Some(mark(one.value.missing))
        } else {
            one.value.provisional.then_some("p")
        };
        for (which, (metric, number)) in metric.into_iter().zip(numbers).enumerate() {
            if number.is_some() || which == 0 {
                cells.push(([unit, part, time, metric], number, status.filter(|_| which == 0)));
            }
        }
    }
    let sizes = [units.codes.len(), parts.codes.len(), periods.codes.len(), metrics.codes.len()];
    let place = |at: &[usize; 4]| at.iter().zip(&sizes).fold(0, |place, (at, size)| place * size + at);
    let (mut values, mut statuses) = (Map::new(), Map::new());
    for (at, number, status) in &cells {
        let key = place(at).to_string();
        if let Some(status) = status {
            statuses.insert(key.clone(), (*status).into());
        }
        values.insert(key, json!(number));
    }
    let set = json!({
        "version": "2.0", "class": "dataset", "label": indicator.name.nb, "source": indicator.source,
        "id": ["unit", "stratum", "period", "ContentsCode"], "size": sizes,
        "role": { "time": ["period"], "geo": ["unit"], "metric": ["ContentsCode"] },
        "dimension": {
            "unit": units.described("Enhet"), "stratum": parts.described("Stratum"),
            "period": periods.described("Periode"), "ContentsCode": metrics.described("Statistikkvariabel"),
        },
        "value": values, "status": statuses,
        "extension": { "status": {
            ":": "may not be shown, or too few", "c": "kept back, since it is small or would give a small one away",
            ".": "does not concern the unit", "..": "not reported or not known",
            "m": "not measured", "p": "provisional",
        } },
    });
    Ok(format!("{set}\n"))
}

/// The mark that statistics offices use for a reason.
const fn mark(missing: Option<Missing>) -> &'static str {
    match missing {
        Some(Missing::TooFew) => ":",
        Some(Missing::Protected) => "c",
        Some(Missing::NotApplicable) => ".",
        Some(Missing::NotMeasured) => "m",
        Some(Missing::NotReported | Missing::NotComplete | Missing::Technical) | None => "..",
    }
}
