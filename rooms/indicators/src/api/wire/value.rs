//! How series, values, files and figures are written.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_web::Fields;

use super::{IndicatorText, typed};
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use varde_kernel::Problems;

use crate::import::sender::Mapping;
use crate::import::values::Report;
use crate::model;
use crate::rules;

/// One indicator for one unit and stratum.
#[derive(Serialize, ToSchema)]
pub struct Series {
    /// Its id.
    pub id: String,
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the unit.
    pub unit: String,
    /// For which part of those counted; empty for all.
    pub stratum: String,
    /// The stratum in words.
    pub stratum_name: IndicatorText,
    /// How many times its values have been changed.
    pub version: i64,
}

impl From<model::Series> for Series {
    fn from(from: model::Series) -> Self {
        Self {
            id: from.id.to_string(),
            indicator: from.indicator.to_string(),
            unit: from.unit.to_string(),
            stratum: from.stratum,
            stratum_name: from.stratum_name.into(),
            version: from.version,
        }
    }
}

/// Which series to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSeries {
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the unit.
    pub unit: String,
}

/// One value of a series in one period.
#[derive(Serialize, ToSchema)]
pub struct Observation {
    /// Its id; send as `former` when correcting it.
    pub id: String,
    /// The period: 2026, 2026-H1, 2026-T1, 2026-Q1, 2026-01, 2026-W01, 2026-01-31 or 2012/2022.
    pub period: String,
    /// The value; null when it was reported as missing.
    pub value: Option<f64>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Lower end of a printed range.
    pub low: Option<f64>,
    /// Upper end of a printed range.
    pub high: Option<f64>,
    /// Ends of the 95 % interval, where one can be given.
    pub interval: Option<Vec<f64>>,
    /// Why there is no value: `not_reported`, `not_measured`, `too_few`, `not_complete`, `technical`,
    /// `not_applicable`, or `protected` when it is kept back since it is small or would give a small one away.
    pub missing: Option<String>,
    /// Whether the source itself says "about".
    pub approximate: bool,
    /// Whether it may still change.
    pub provisional: bool,
    /// What one should know about it.
    pub note: IndicatorText,
    /// For whom it holds.
    pub scope: IndicatorText,
    /// How much of what should be counted was reported, in per cent; null when nobody knows.
    pub coverage: Option<f64>,
    /// When somebody who answers for it said that it is right (RFC 3339); null when nobody has.
    pub affirmed_at: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// Why it replaced a former value.
    pub reason: String,
    /// When it was recorded (RFC 3339).
    pub recorded_at: String,
    /// When a correction replaced it; null when it holds.
    pub superseded_at: Option<String>,
}

impl Observation {
    /// An observation of an indicator in `measure`.
    pub fn new(from: model::Observation, measure: model::Measure) -> Self {
        let interval = from.value.and_then(|_| rules::interval(measure, &from.entry()));
        Self {
            id: from.id.to_string(),
            period: from.period.to_string(),
            value: from.value,
            numerator: from.numerator,
            denominator: from.denominator,
            low: from.low,
            high: from.high,
            interval: interval.map(|(low, high)| vec![low, high]),
            missing: from.missing.map(|reason| reason.name().to_owned()),
            approximate: from.approximate,
            provisional: from.provisional,
            note: from.note.into(),
            scope: from.scope.into(),
            coverage: from.coverage,
            affirmed_at: from.affirmed.map(|(at, _)| at.to_string()),
            source: from.source,
            reason: from.reason,
            recorded_at: from.recorded_at.to_string(),
            superseded_at: from.superseded_at.map(|at| at.to_string()),
        }
    }
}

/// A value as it is sent in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewObservation {
    /// What was counted.
    #[serde(default)]
    pub numerator: Option<f64>,
    /// Out of how many.
    #[serde(default)]
    pub denominator: Option<f64>,
    /// The value, when it is not worked out from the two.
    #[serde(default)]
    pub value: Option<f64>,
    /// Lower end of a printed range.
    #[serde(default)]
    pub low: Option<f64>,
    /// Upper end of a printed range.
    #[serde(default)]
    pub high: Option<f64>,
    /// Whether the source itself says "about".
    #[serde(default)]
    pub approximate: bool,
    /// Whether it may still change.
    #[serde(default)]
    pub provisional: bool,
    /// How much of what should be counted was reported, in per cent.
    #[serde(default)]
    pub coverage: Option<f64>,
    /// What one should know about it; why it is missing when it is.
    #[serde(default)]
    pub note: String,
    /// Where it comes from.
    #[serde(default)]
    pub source: String,
    /// Id of the value that it replaces; absent when there is none.
    #[serde(default)]
    pub former: Option<String>,
    /// Why the former value is replaced.
    #[serde(default)]
    pub reason: String,
}

impl NewObservation {
    /// The same as a form would send it, so that one reader judges both.
    pub fn fields(&self, period: &str) -> Fields {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut set = |name: &str, value: String| pairs.push((name.to_owned(), value));
        set("period", period.to_owned());
        for (name, number) in [
            ("numerator", self.numerator),
            ("denominator", self.denominator),
            ("value", self.value),
            ("low", self.low),
            ("high", self.high),
            ("coverage", self.coverage),
        ] {
            set(name, typed(number));
        }
        for (name, yes) in [("approximate", self.approximate), ("provisional", self.provisional)] {
            set(name, if yes { "true".to_owned() } else { String::new() });
        }
        set("note", self.note.clone());
        set("source", self.source.clone());
        set("reason", self.reason.clone());
        Fields::new(pairs)
    }
}

/// Values that somebody says are right.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Affirmed {
    /// Ids of the values, 1 000 at most.
    pub values: Vec<String>,
}

/// A file of values.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ValueFile {
    /// The file's text: CSV with the columns indicator, unit, period, numerator, denominator, value,
    /// source, stratum, provisional, coverage, missing, note and context; or another format.
    #[serde(default)]
    pub csv: String,
    /// The file in base64, instead of its text; for Excel and Parquet.
    #[serde(default)]
    pub base64: String,
    /// Who sent it: read as was remembered for a sender of this name, whatever else is given here.
    #[serde(default)]
    pub sender: String,
    /// How it is made up: `table`, `json-stat`, `dhis2-json`, `dhis2-xml`, `dhis2-csv`, `adx`, `fhir`, `nki`,
    /// `skde-cases` or `skde-coverage`. Found out when it is not given.
    #[serde(default)]
    pub format: Option<String>,
    /// The register whose numbers name the units, such as `orgnr`; our codes when it is not given.
    #[serde(default)]
    pub unit_codes: Option<String>,
    /// What a DHIS2 says about the values: its metadata as JSON text, besides what is remembered for the sender. With a
    /// sender, it is remembered too, by those who report for the sender's unit.
    #[serde(default)]
    pub metadata: String,
    /// Only say what it would do.
    #[serde(default)]
    pub dry_run: bool,
    /// Why values are replaced; needed when some are.
    #[serde(default)]
    pub reason: String,
}

impl ValueFile {
    /// The file's bytes and how to read them.
    ///
    /// # Errors
    ///
    /// The fields that cannot be used.
    pub fn read(&self) -> Result<(Vec<u8>, Mapping), Problems> {
        let mut problems = Problems::new();
        let mut mapping = Mapping { unit_codes: self.unit_codes.clone(), ..Mapping::default() };
        if let Some(name) = &self.format {
            mapping.format = name.parse().map_err(|()| problems.field("format", "web-problem-choice")).ok();
        }
        if mapping.unit_codes.is_some() && mapping.code_system().is_none() {
            problems.field("unit_codes", "web-problem-choice");
        }
        let bytes = if self.base64.is_empty() {
            self.csv.as_bytes().to_vec()
        } else {
            BASE64.decode(self.base64.trim()).unwrap_or_else(|_| {
                problems.field("base64", "indicators-import-broken");
                Vec::new()
            })
        };
        problems.result()?;
        Ok((bytes, mapping))
    }
}

/// What a file did, or would do.
#[derive(Serialize, ToSchema)]
pub struct ValuesImported {
    /// Whether anything was written.
    pub dry_run: bool,
    /// How many values are new.
    pub n_new: usize,
    /// How many replace another.
    pub n_changed: usize,
    /// How many were there already.
    pub n_unchanged: usize,
}

impl ValuesImported {
    /// The counts of a report.
    pub fn new(report: &Report, dry_run: bool) -> Self {
        Self { dry_run, n_new: report.n_new(), n_changed: report.n_changed(), n_unchanged: report.n_unchanged() }
    }
}

/// A number that a document prints about what no indicator defines.
#[derive(Serialize, ToSchema)]
pub struct Figure {
    /// Its code.
    pub code: String,
    /// What was counted or measured.
    pub metric: IndicatorText,
    /// Id of the unit that it is about.
    pub unit: Option<String>,
    /// The period, when the text gives one.
    pub period: Option<String>,
    /// The number, when it is printed as one.
    pub value: Option<f64>,
    /// Lower end of a printed range.
    pub low: Option<f64>,
    /// Upper end of a printed range.
    pub high: Option<f64>,
    /// In what it is measured.
    pub measure: String,
    /// Whether the text itself says "about".
    pub approximate: bool,
    /// For whom it holds.
    pub scope: IndicatorText,
    /// What one should know about it.
    pub note: IndicatorText,
    /// Document and place.
    pub source: String,
}

impl From<model::Figure> for Figure {
    fn from(from: model::Figure) -> Self {
        Self {
            code: from.code,
            metric: from.metric.into(),
            unit: from.unit.map(|unit| unit.to_string()),
            period: from.period.map(|period| period.to_string()),
            value: from.value,
            low: from.low,
            high: from.high,
            measure: from.measure.name().to_owned(),
            approximate: from.approximate,
            scope: from.scope.into(),
            note: from.note.into(),
            source: from.source,
        }
    }
}
