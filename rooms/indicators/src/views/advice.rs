//! Which chart the data ask for and why, and where a rule would cry wolf, in words.

use maud::{Markup, html};
use varde_spc::adviser::{Measure, Reason, Warning};
use varde_web::ui::{Tone, note};
use varde_web::{Ctx, Say};

use super::sentence::{about, kind_key};
use crate::rules::chart::Drawn;

/// Why the chart is the one it is, the strongest reason last.
pub fn reasons(say: &Say, drawn: &Drawn) -> Vec<String> {
    let mut told: Vec<String> = drawn.advice.reasons.iter().map(|one| reason(say, *one)).collect();
    if drawn.chosen {
        told.push(say.t("indicators-choice-chosen"));
    }
    told
}

/// What to mind when reading the chart.
pub fn warnings(say: &Say, drawn: &Drawn) -> Vec<String> {
    drawn.advice.warnings.iter().map(|one| warning(say, *one)).collect()
}

fn reason(say: &Say, reason: Reason) -> String {
    match reason {
        Reason::KindOfData(Measure::Share) => say.t("indicators-choice-share"),
        Reason::KindOfData(Measure::Rate) => say.t("indicators-choice-rate"),
        Reason::KindOfData(Measure::Count | Measure::Cases) => say.t("indicators-choice-count"),
        Reason::KindOfData(Measure::Time | Measure::Value | Measure::Sample) => say.t("indicators-choice-measured"),
        Reason::RareEvents { expected, join } => say.with(
            "indicators-advice-rare",
            &[("expected", say.value(about(expected)).into()), ("join", i64::from(join).into())],
        ),
        Reason::FewEvents { expected } => {
            say.with("indicators-advice-few-events", &[("expected", say.value(about(expected)).into())])
        }
        Reason::Overdispersed { sigma_z, .. } => {
            say.with("indicators-advice-overdispersed", &[("times", say.value(about(sigma_z)).into())])
        }
        Reason::SizesVary { ratio } => {
            say.with("indicators-advice-sizes", &[("ratio", say.value(about(ratio)).into())])
        }
        Reason::FewPoints { points } => say.with("indicators-advice-few-points", &[("n", points.into())]),
        Reason::Constant => say.t("indicators-advice-constant"),
    }
}

fn warning(say: &Say, warning: Warning) -> String {
    let percent = |share: f64| say.percent((share * 100.0).round());
    match warning {
        Warning::Autocorrelated { r } => {
            say.with("indicators-warn-autocorrelated", &[("r", say.value(about(r)).into())])
        }
        Warning::Seasonal { explained, .. } => {
            say.with("indicators-warn-seasonal", &[("share", percent(explained).into())])
        }
        Warning::Skewed { .. } => say.t("indicators-warn-skewed"),
        Warning::ManyTies { share } => say.with("indicators-warn-ties", &[("share", percent(share).into())]),
        Warning::NearBound { level } => {
            say.with("indicators-warn-bound", &[("level", say.percent(about(level * 100.0)).into())])
        }
        Warning::ShortBaseline { points } => say.with("indicators-warn-short", &[("n", points.into())]),
        Warning::Gaps { missing } => say.with("indicators-warn-gaps", &[("n", missing.into())]),
        Warning::Underdispersed { .. } => say.t("indicators-warn-underdispersed"),
        Warning::LevelChanged { .. } => say.t("indicators-warn-level"),
    }
}

/// One line under a picture: the chart and the strongest reason.
pub fn why_line(cx: &Ctx, drawn: &Drawn) -> Markup {
    html! { p.quiet.small { (why_text(cx, drawn)) } }
}

/// The chart and the strongest reason for it.
pub(super) fn why_text(cx: &Ctx, drawn: &Drawn) -> String {
    let why = reasons(cx.say(), drawn).pop().unwrap_or_default();
    let chart = cx.t(kind_key(drawn.chart.kind));
    cx.say().with("indicators-series-why", &[("chart", chart.into()), ("why", why.into())])
}

/// All reasons and warnings, where the chart is decided.
pub fn advice(cx: &Ctx, drawn: &Drawn) -> Markup {
    let warnings = warnings(cx.say(), drawn);
    let advised = cx.t(kind_key(drawn.advice.kind));
    html! {
        p { (cx.say().with("indicators-advice-is", &[("chart", advised.into())])) }
        ul { @for why in reasons(cx.say(), drawn) { li { (why) } } }
        @if !warnings.is_empty() {
            (note(Tone::Warning, Some(&cx.t("indicators-warn-title")), &html! {
                ul { @for warning in &warnings { li { (warning) } } }
            }))
        }
    }
}
