//! Charts and signals on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_web::{Fields, Say};

use crate::model;
use crate::pages::reading::Reading;
use crate::pages::rollup::unstored;
use crate::rules::reading::{Assurance, Variation};
use crate::store::way_name;
use crate::views::{facts, reasons, sentence, warnings};

/// A series as a chart.
#[derive(Serialize, ToSchema)]
pub struct Chart {
    /// Id of the series; empty where the unit reports nothing itself.
    pub series: String,
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the unit.
    pub unit: String,
    /// The version of the chart; 0 when nobody has decided on one.
    pub version: i64,
    /// run, i, ip, p, pp, c, u, up …; none with too few values, or where some are kept back from you.
    pub kind: Option<String>,
    /// The rule set, with its version.
    pub rules: String,
    /// The target, in the indicator's own unit.
    pub target: Option<f64>,
    /// `too_little`, `kept_back` (it cannot be judged from what you are shown), `common`, `up`, `down` or `pattern`.
    pub variation: String,
    /// `better`, `worse` or `changed`; none without a signal that goes on.
    pub meaning: Option<String>,
    /// `passes`, `fails` or `hit_or_miss`; none without target, limits or direction.
    pub assurance: Option<String>,
    /// What it says, in the reader's language.
    pub answer: String,
    /// Why the chart is the one it is, in the reader's language, the strongest reason last.
    pub reasons: Vec<String>,
    /// What to mind when reading it, in the reader's language.
    pub warnings: Vec<String>,
    /// Its points.
    pub points: Vec<ChartPoint>,
    /// What it sees, put together by cause.
    pub causes: Vec<ChartCause>,
    /// What the figures were added up from; none where the unit reports them itself.
    pub derived: Option<ChartDerived>,
}

/// What the figures of a unit that reports none itself were added up from.
#[derive(Serialize, ToSchema)]
pub struct ChartDerived {
    /// Ids of the units below that take part.
    pub units: Vec<String>,
    /// How many of them are in each sum.
    pub periods: Vec<DerivedPeriod>,
}

/// How many units are in a sum.
#[derive(Serialize, ToSchema)]
pub struct DerivedPeriod {
    /// The period.
    pub period: String,
    /// How many are in it.
    pub n_units: usize,
    /// How many there were to add.
    pub n_expected: usize,
}

/// A point of a chart.
#[derive(Serialize, ToSchema)]
pub struct ChartPoint {
    /// The period.
    pub period: String,
    /// The value; none when it is missing.
    pub value: Option<f64>,
    /// Why there is no value, where a reason is known; `protected` when it is kept back.
    pub missing: Option<String>,
    /// What it was counted out of.
    pub denominator: Option<f64>,
    /// The centre line.
    pub centre: Option<f64>,
    /// The lower limit.
    pub lower: Option<f64>,
    /// The upper limit.
    pub upper: Option<f64>,
    /// The phase, from 0.
    pub phase: usize,
    /// Whether it counts.
    pub included: bool,
    /// Whether it may still change.
    pub provisional: bool,
    /// Whether it lies outside the limits.
    pub outside: bool,
}

/// What a chart sees.
#[derive(Serialize, ToSchema)]
pub struct ChartCause {
    /// The rule that says most.
    pub rule: String,
    /// All rules that fired.
    pub rules: Vec<String>,
    /// up, down or none.
    pub way: Option<String>,
    /// The first period of the pattern.
    pub first: String,
    /// The last period of the pattern.
    pub last: String,
    /// Probability of something as odd when nothing has happened, where a rule is a test.
    pub p_value: Option<f64>,
}

impl From<&model::Cause> for ChartCause {
    fn from(cause: &model::Cause) -> Self {
        Self {
            rule: cause.rule.name().to_owned(),
            rules: cause.rules.iter().map(|rule| rule.name().to_owned()).collect(),
            way: cause.way.map(|way| way_name(way).to_owned()),
            first: cause.first.to_string(),
            last: cause.last.to_string(),
            p_value: cause.p_value,
        }
    }
}

impl Chart {
    /// The chart as pages show it.
    pub fn new(say: &Say, indicator: &model::Indicator, reading: &Reading) -> Self {
        let (variation, meaning) = match reading.variation(indicator) {
            Variation::TooLittle => ("too_little", None),
            Variation::KeptBack => ("kept_back", None),
            Variation::Common => ("common", None),
            Variation::Special(way, meaning) => (way.map_or("pattern", way_name), Some(meaning.name().to_owned())),
        };
        let drawn = reading.drawn.as_ref();
        let judged = drawn.filter(|drawn| drawn.judged);
        let is_stored = reading.series.id != unstored(indicator.id, reading.series.unit).id;
        let points = drawn.map_or(Vec::new(), |drawn| {
            drawn
                .chart
                .points
                .iter()
                .zip(&drawn.periods)
                .map(|(point, period)| ChartPoint {
                    period: period.to_string(),
                    value: point.y,
                    missing: reading
                        .values
                        .iter()
                        .find(|one| one.period == *period)
                        .and_then(|one| one.missing)
                        .map(|reason| reason.name().to_owned()),
                    denominator: point.n,
                    centre: point.centre,
                    lower: point.lower,
                    upper: point.upper,
                    phase: point.part,
                    included: point.include,
                    provisional: point.provisional,
                    outside: point.outside,
                })
                .collect()
        });
        Self {
            series: if is_stored { reading.series.id.to_string() } else { String::new() },
            indicator: indicator.id.to_string(),
            unit: reading.series.unit.to_string(),
            version: reading.spec.version,
            kind: judged.map(|drawn| drawn.chart.kind.name().to_owned()),
            rules: reading.spec.rules.name().to_owned(),
            target: reading.spec.target,
            variation: variation.to_owned(),
            meaning,
            assurance: reading.assurance(indicator).map(|assurance| {
                match assurance {
                    Assurance::Passes => "passes",
                    Assurance::Fails => "fails",
                    Assurance::HitOrMiss => "hit_or_miss",
                }
                .to_owned()
            }),
            answer: sentence::answer(
                say,
                &facts(indicator, &reading.spec, reading.whole),
                &reading.values,
                (drawn, &reading.causes),
            ),
            reasons: judged.map(|drawn| reasons(say, drawn)).unwrap_or_default(),
            warnings: judged.map(|drawn| warnings(say, drawn)).unwrap_or_default(),
            points,
            causes: reading.causes.iter().map(ChartCause::from).collect(),
            derived: reading.derived.as_ref().map(|derived| ChartDerived {
                units: derived.units.iter().map(ToString::to_string).collect(),
                periods: derived
                    .counted
                    .iter()
                    .map(|(period, n, of)| DerivedPeriod { period: period.to_string(), n_units: *n, n_expected: *of })
                    .collect(),
            }),
        }
    }
}

/// A phase of a chart.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartPhase {
    /// Its first period.
    pub first: String,
    /// Why it begins.
    pub reason: String,
    /// Id of the measure that it follows.
    #[serde(default)]
    pub measure: Option<String>,
    /// The lock: how many points at its start centre and limits come from.
    #[serde(default)]
    pub baseline: Option<u16>,
}

/// A point that is left out.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartExclusion {
    /// Its period.
    pub period: String,
    /// Why.
    pub reason: String,
}

/// One version of how a series is charted.
#[derive(Serialize, ToSchema)]
pub struct ChartVersion {
    /// The version.
    pub version: i64,
    /// The chart; none when it is chosen by the data.
    pub kind: Option<String>,
    /// The rule set, with its version.
    pub rules: String,
    /// The target.
    pub target: Option<f64>,
    /// Its phases.
    pub phases: Vec<ChartPhase>,
    /// Points that are left out.
    pub exclusions: Vec<ChartExclusion>,
    /// The version of the definition that held.
    pub definition_version: i64,
    /// Why it was decided.
    pub reason: String,
    /// When (RFC 3339).
    pub decided_at: Option<String>,
}

impl From<model::ChartSpec> for ChartVersion {
    fn from(from: model::ChartSpec) -> Self {
        Self {
            version: from.version,
            kind: from.kind.map(|kind| kind.name().to_owned()),
            rules: from.rules.name().to_owned(),
            target: from.target,
            phases: from
                .phases
                .into_iter()
                .map(|phase| ChartPhase {
                    first: phase.first.to_string(),
                    reason: phase.reason,
                    measure: phase.measure.map(|id| id.to_string()),
                    baseline: phase.baseline,
                })
                .collect(),
            exclusions: from
                .exclusions
                .into_iter()
                .map(|one| ChartExclusion { period: one.period.to_string(), reason: one.reason })
                .collect(),
            definition_version: from.definition_version,
            reason: from.why,
            decided_at: from.at.map(|at| at.to_string()),
        }
    }
}

/// How a series is to be charted from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewChart {
    /// The version that was read; 0 when there was none.
    pub version: i64,
    /// The chart; left out when it is to be chosen by the data.
    #[serde(default)]
    pub kind: Option<String>,
    /// The rule set, such as `varde-1`.
    pub rules: String,
    /// The target.
    #[serde(default)]
    pub target: Option<f64>,
    /// All its phases.
    #[serde(default)]
    pub phases: Vec<ChartPhase>,
    /// All points that are left out.
    #[serde(default)]
    pub exclusions: Vec<ChartExclusion>,
    /// Why.
    pub reason: String,
}

/// A signal.
#[derive(Serialize, ToSchema)]
pub struct Signal {
    /// Its id.
    pub id: String,
    /// Id of the series.
    pub series: String,
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the unit.
    pub unit: String,
    /// What was seen.
    pub cause: ChartCause,
    /// The version of the chart that it was seen in.
    pub chart_version: i64,
    /// The chart that it was seen in.
    pub chart: String,
    /// The rule set that it was seen by.
    pub rules: String,
    /// The version of the definition that held.
    pub definition_version: i64,
    /// values or scan.
    pub raised_by: String,
    /// When it was raised (RFC 3339).
    pub raised_at: String,
    /// new, seen, explained, measure, `false_alarm` or closed.
    pub state: String,
    /// explained, measure, `false_alarm` or vanished; none while nobody has said.
    pub verdict: Option<String>,
    /// What was said.
    pub comment: String,
    /// By when someone is to comment.
    pub due: Option<String>,
    /// Id of the finding that was drawn from it.
    pub finding: Option<String>,
    /// Id of the measure that answers it.
    pub measure: Option<String>,
    /// Send back when answering it.
    pub version: i64,
}

impl From<model::Signal> for Signal {
    fn from(from: model::Signal) -> Self {
        Self {
            id: from.id.to_string(),
            series: from.series.to_string(),
            indicator: from.indicator.to_string(),
            unit: from.unit.to_string(),
            cause: ChartCause::from(&from.cause),
            chart_version: from.chart.spec,
            chart: from.chart.kind.name().to_owned(),
            rules: from.chart.rules.name().to_owned(),
            definition_version: from.chart.definition,
            raised_by: from.raised.name().to_owned(),
            raised_at: from.at.to_string(),
            state: from.state.name().to_owned(),
            verdict: from.verdict.map(|verdict| verdict.name().to_owned()),
            comment: from.comment,
            due: from.due.map(|day| day.to_string()),
            finding: from.finding.map(|id| id.to_string()),
            measure: from.measure.map(|id| id.to_string()),
            version: from.version,
        }
    }
}

/// What is behind a signal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignalAnswer {
    /// The state to come.
    pub state: String,
    /// What was found.
    #[serde(default)]
    pub comment: String,
    /// Id of the measure that answers it, when the state to come is measure.
    #[serde(default)]
    pub measure: Option<String>,
    /// The version that was read.
    pub version: i64,
}

impl SignalAnswer {
    /// The answer as a form has it.
    pub fn fields(&self) -> Fields {
        let measure = self.measure.clone().unwrap_or_default();
        let pairs = [("state", self.state.clone()), ("comment", self.comment.clone()), ("measure", measure)];
        Fields::new(pairs.map(|(name, value)| (name.to_owned(), value)).to_vec())
    }
}
