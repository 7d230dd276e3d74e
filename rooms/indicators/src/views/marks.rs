//! What one should know about a value before trusting it, beside the value itself.

use jiff::ToSpan;
use maud::{Markup, html};
use varde_web::Ctx;
use varde_web::ui::{Tag, Tone};

use crate::model::{Indicator, Observation};

/// A value older than this many days after its period is old, unless its periods are longer.
const OLD_DAYS: i64 = 400;

/// Marks for provisional, little coverage, few, old. Nothing when there is nothing to say.
pub fn quality_marks(cx: &Ctx, indicator: &Indicator, value: &Observation) -> Markup {
    let say = cx.say();
    let uncovered = value.coverage.zip(indicator.sheet.least_coverage).filter(|(coverage, least)| coverage < least);
    let few = value
        .denominator
        .zip(indicator.sheet.least_denominator)
        .is_some_and(|(denominator, least)| denominator < least);
    let old = value.period.end().saturating_add(OLD_DAYS.days()) < cx.today();
    html! {
        @if value.provisional { " " (Tag(Tone::Info, &cx.t("indicators-value-provisional"))) }
        @match (value.coverage, uncovered) {
            (Some(coverage), Some(_)) => {
                " " (Tag(Tone::Warning, &say.with("indicators-mark-uncovered", &[("coverage", say.percent(coverage).into())])))
            },
            (Some(coverage), None) => {
                " " span.quiet.small { (say.with("indicators-mark-coverage", &[("coverage", say.percent(coverage).into())])) }
            },
            (None, _) => "",
        }
        @if few { " " (Tag(Tone::Warning, &cx.t("indicators-mark-few"))) }
        @if old { " " (Tag(Tone::Neutral, &cx.t("indicators-mark-old"))) }
    }
}
