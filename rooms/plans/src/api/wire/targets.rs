//! What a goal's targets look like to other programs: of its level, and of the spread between units.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_web::Fields;

use super::{SourceText, fields, ticked};
use crate::model::goal::{SpreadTarget, Target};

/// One version of a goal's target.
#[derive(Serialize, ToSchema)]
pub(crate) struct TargetShown {
    /// Its id.
    pub id: String,
    /// Its number, from 1.
    pub version_no: i64,
    /// `relative`, `at_least`, `at_most`, `absolute` or `share_of_units`.
    pub kind: String,
    /// Signed change.
    pub change: Option<f64>,
    /// relative, points or unspecified.
    pub mode: String,
    /// How the owner decided that "per cent" is meant.
    pub reading: Option<String>,
    /// The number itself.
    pub value: Option<f64>,
    /// What it counts.
    pub measured: String,
    /// Baseline year.
    pub baseline_year: Option<i16>,
    /// Baseline value.
    pub baseline_value: Option<f64>,
    /// `given`, `missing` or `not_needed`.
    pub baseline_status: String,
    /// Last day to reach it.
    pub by: Option<String>,
    /// A floor or ceiling for every round.
    pub every_round: bool,
    /// Where the number and its baseline are said.
    pub source: SourceText,
    /// `holds`, `awaits` while the owners of its adopted plan have not approved it, or `dropped`.
    pub standing: String,
    /// First day it holds.
    pub valid_from: Option<String>,
    /// Why it replaced the one before.
    pub reason: String,
}

impl From<Target> for TargetShown {
    fn from(target: Target) -> Self {
        let aim = target.aim;
        Self {
            id: target.id.to_string(),
            version_no: target.version_no,
            kind: aim.kind.name().to_owned(),
            change: aim.change,
            mode: aim.mode.name().to_owned(),
            reading: target.reading.map(|decided| decided.mode.name().to_owned()),
            value: aim.value,
            measured: aim.measured.name().to_owned(),
            baseline_year: aim.baseline_year,
            baseline_value: aim.baseline_value,
            baseline_status: aim.baseline_status.name().to_owned(),
            by: aim.by.map(|day| day.to_string()),
            every_round: aim.every_round,
            source: target.source.into(),
            standing: target.standing.name().to_owned(),
            valid_from: target.valid_from.map(|day| day.to_string()),
            reason: target.reason,
        }
    }
}

/// A new version of a target.
#[derive(Deserialize, ToSchema)]
pub(crate) struct TargetDraft {
    /// `relative`, `at_least`, `at_most`, `absolute` or `share_of_units`.
    pub kind: String,
    /// Signed change, for a relative target.
    pub change: Option<f64>,
    /// relative or points, for a relative target.
    pub mode: Option<String>,
    /// The number itself.
    pub value: Option<f64>,
    /// Baseline year.
    pub baseline_year: Option<i64>,
    /// Baseline value.
    pub baseline_value: Option<f64>,
    /// For a share of units: the value from which one unit counts.
    pub unit_limit: Option<f64>,
    /// Last day to reach it.
    pub by: Option<String>,
    /// A floor or ceiling for every round.
    #[serde(default)]
    pub every_round: bool,
    /// What is said beside it.
    #[serde(default)]
    pub note: String,
    /// Where it is said.
    #[serde(default)]
    pub source: SourceText,
    /// First day it holds; needed when there is one already.
    pub valid_from: Option<String>,
    /// Why it replaces the one before; needed when there is one already.
    #[serde(default)]
    pub reason: String,
    /// How many versions there were when you read the goal.
    pub expected: Option<i64>,
}

impl TargetDraft {
    pub(crate) fn fields(self) -> Fields {
        // Plain decimals, as people type them: 1e300 written out is no number to reach.
        let number = |value: Option<f64>| value.map(|value| format!("{value}"));
        fields(vec![
            ("source_document", self.source.document),
            ("source_place", self.source.place),
            ("kind", Some(self.kind)),
            ("change", number(self.change)),
            ("mode", self.mode),
            ("value", number(self.value)),
            ("baseline_year", self.baseline_year.map(|year| year.to_string())),
            ("baseline_value", number(self.baseline_value)),
            ("unit_limit", number(self.unit_limit)),
            ("by", self.by),
            ("every_round", ticked(self.every_round)),
            ("note", Some(self.note)),
            ("valid_from", self.valid_from),
            ("reason", Some(self.reason)),
            ("expected", self.expected.map(|n| n.to_string())),
        ])
    }
}

/// How "per cent" is meant.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReadingDecision {
    /// The version of the target.
    pub target: String,
    /// relative or points.
    pub mode: String,
    /// Why.
    pub reason: String,
}

/// One version of a goal's target for how much units differ.
#[derive(Serialize, ToSchema)]
pub(crate) struct SpreadTargetShown {
    /// `ratio`, `deviation`, `quartiles`, `range` or `systematic`.
    pub spread: String,
    /// The kind of unit that is compared.
    pub among: String,
    /// The number and from when it holds.
    pub target: TargetShown,
}

impl From<SpreadTarget> for SpreadTargetShown {
    fn from(version: SpreadTarget) -> Self {
        Self {
            spread: version.of.name().to_owned(),
            among: version.among.name().to_owned(),
            target: version.target.into(),
        }
    }
}

/// A new version of a target for how much units differ.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SpreadTargetDraft {
    /// `ratio`, `deviation`, `quartiles`, `range` or `systematic`.
    pub spread: String,
    /// The kind of unit that is compared, such as `health_trust` or `municipality`.
    pub among: String,
    /// The number, and from when it holds. Its kind is `at_most` or `relative`.
    #[serde(flatten)]
    pub target: TargetDraft,
}

impl SpreadTargetDraft {
    pub(crate) fn fields(self) -> Fields {
        let own = [("spread".to_owned(), self.spread), ("among".to_owned(), self.among)];
        let target = self.target.fields();
        let rest = target.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        Fields::new(own.into_iter().chain(rest).collect())
    }
}
