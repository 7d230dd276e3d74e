//! What one should know about a value before trusting it, beside the value itself.

use jiff::ToSpan;
use maud::{Markup, html};
use varde_web::Ctx;
use varde_web::ui::{Tag, Tone};

use crate::model::{Indicator, Observation};

/// A value older than this many days after its period is old, unless its periods are longer.
const OLD_DAYS: i64 = 400;

/// A mark with how much it weighs; without a tone it is no warning.
type Mark = (Option<Tone>, String);

/// Marks for provisional, little coverage, few, old. Nothing when there is nothing to say.
pub fn quality_marks(cx: &Ctx, indicator: &Indicator, value: &Observation) -> Markup {
    let marks = marks_of(cx, indicator, value).into_iter().chain(age_mark(cx, value));
    html! {
        @for (tone, words) in marks {
            " " @match tone { Some(tone) => (Tag(tone, &words)), None => span.quiet.small { (words) } }
        }
    }
}

/// Provisional, how well it is covered, few.
pub(super) fn marks_of(cx: &Ctx, indicator: &Indicator, value: &Observation) -> Vec<Mark> {
    let say = cx.say();
    let mut marks = Vec::new();
    if value.provisional {
        marks.push((Some(Tone::Info), cx.t("indicators-value-provisional")));
    }
    if let Some(coverage) = value.coverage {
        let little = indicator.sheet.least_coverage.is_some_and(|least| coverage < least);
        let (tone, key) = if little {
            (Some(Tone::Warning), "indicators-mark-uncovered")
        } else {
            (None, "indicators-mark-coverage")
        };
        marks.push((tone, say.with(key, &[("coverage", say.percent(coverage).into())])));
    }
    let least = indicator.sheet.least_denominator;
    if value.denominator.zip(least).is_some_and(|(denominator, least)| denominator < least) {
        marks.push((Some(Tone::Warning), cx.t("indicators-mark-few")));
    }
    marks
}

/// That the value is old, when it is: said of the newest alone.
pub(super) fn age_mark(cx: &Ctx, value: &Observation) -> Option<Mark> {
    let old = value.period.end().saturating_add(OLD_DAYS.days()) < cx.today();
    old.then(|| (Some(Tone::Neutral), cx.t("indicators-mark-old")))
}
