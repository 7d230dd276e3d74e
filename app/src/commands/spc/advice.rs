//! Which chart fits the file, and why, in words.

use varde_spc::Kind;
use varde_spc::adviser::{Advice, Measure, Reason, Warning, advise};
use varde_web::{Arg, Say};

use super::asked::season;
use super::rows::Rows;

/// Asks the adviser; what the values are is guessed from the columns unless it is known.
pub fn of(rows: &Rows, measure: Option<Measure>) -> Advice {
    advise(&rows.series, measure.unwrap_or_else(|| guess(rows)), season(rows.axis))
}

/// What the values seem to be.
pub fn guess(rows: &Rows) -> Measure {
    let series = &rows.series;
    let whole = series.y.iter().flatten().all(|y| *y >= 0.0 && y.fract() == 0.0);
    match &series.n {
        Some(n) if whole => {
            // A few rows with more than all are slips to be named, not another kind of data.
            let both: Vec<(f64, f64)> = series.y.iter().zip(n).filter_map(|(y, n)| y.zip(*n)).collect();
            let above = both.iter().filter(|(y, n)| n < y).count();
            if 10 * above <= both.len().max(10) { Measure::Share } else { Measure::Rate }
        }
        Some(_) => Measure::Value,
        None if whole => Measure::Count,
        None if rows.joined().is_empty() => Measure::Value,
        None => Measure::Sample,
    }
}

/// The advised chart, or the nearest to it that these columns allow: what lies between events cannot be seen
/// in a file of counts.
pub fn drawable(advice: &Advice, has_n: bool) -> Kind {
    let measure = measure(advice);
    match (advice.kind, measure) {
        (Kind::G | Kind::T, Some(Measure::Share)) if has_n => Kind::P,
        (Kind::G | Kind::T, Some(Measure::Rate)) if has_n => Kind::U,
        (Kind::G | Kind::T, Some(Measure::Share | Measure::Rate | Measure::Count)) => Kind::C,
        (kind, _) => kind,
    }
}

fn measure(advice: &Advice) -> Option<Measure> {
    advice.reasons.iter().find_map(|reason| match reason {
        Reason::KindOfData(measure) => Some(*measure),
        _ => None,
    })
}

/// Why this chart, a sentence for each reason and each warning.
pub fn words(say: &Say, advice: &Advice) -> Vec<String> {
    let reasons = advice.reasons.iter().map(|reason| reason_words(say, reason));
    let warnings = advice.warnings.iter().map(|warning| warning_words(say, warning));
    reasons.chain(warnings).collect()
}

fn reason_words(say: &Say, reason: &Reason) -> String {
    let about = |value: f64| Arg::from(say.value(value));
    match reason {
        Reason::KindOfData(Measure::Share) => say.t("app-spc-why-share"),
        Reason::KindOfData(Measure::Rate) => say.t("app-spc-why-rate"),
        Reason::KindOfData(Measure::Count) => say.t("app-spc-why-count"),
        Reason::KindOfData(Measure::Cases) => say.t("app-spc-why-cases"),
        Reason::KindOfData(Measure::Time) => say.t("app-spc-why-time"),
        Reason::KindOfData(Measure::Value) => say.t("app-spc-why-value"),
        Reason::KindOfData(Measure::Sample) => say.t("app-spc-why-sample"),
        Reason::RareEvents { expected, join } => {
            say.with("app-spc-why-rare", &[("expected", about(*expected)), ("join", join.to_string().into())])
        }
        Reason::FewEvents { expected } => say.with("app-spc-why-few", &[("expected", about(*expected))]),
        Reason::Overdispersed { sigma_z, .. } => say.with("app-spc-why-over", &[("times", about(*sigma_z))]),
        Reason::SizesVary { ratio } => say.with("app-spc-why-sizes", &[("ratio", about(*ratio))]),
        Reason::FewPoints { points } => say.with("app-spc-why-short", &[("n", (*points).into())]),
        Reason::Constant => say.t("app-spc-why-constant"),
    }
}

fn warning_words(say: &Say, warning: &Warning) -> String {
    let about = |value: f64| Arg::from(say.value(value));
    match warning {
        Warning::Autocorrelated { r } => say.with("app-spc-mind-chained", &[("r", about(*r))]),
        Warning::Seasonal { explained, .. } => {
            say.with("app-spc-mind-season", &[("share", say.percent((100.0 * explained).round()).into())])
        }
        Warning::Skewed { .. } => say.t("app-spc-mind-skewed"),
        Warning::ManyTies { share } => {
            say.with("app-spc-mind-ties", &[("share", say.percent((100.0 * share).round()).into())])
        }
        Warning::NearBound { level } => say.with("app-spc-mind-bound", &[("level", say.percent(100.0 * level).into())]),
        Warning::ShortBaseline { points } => say.with("app-spc-mind-short", &[("n", (*points).into())]),
        Warning::Gaps { missing } => say.with("app-spc-mind-gaps", &[("n", (*missing).into())]),
        Warning::Underdispersed { sigma_z } => say.with("app-spc-mind-even", &[("times", about(*sigma_z))]),
        Warning::LevelChanged { .. } => say.t("app-spc-mind-level"),
    }
}
