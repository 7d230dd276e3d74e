//! What one should know about a value before trusting it, beside the value itself: on every page, in every table
//! and in the words of every picture.

use jiff::ToSpan;
use maud::{Markup, html};
use varde_kernel::access::Author;
use varde_web::Ctx;
use varde_web::ui::{Tag, Tone};

use crate::model::{Indicator, Observation};

/// A value older than this many days after its period is old, unless its periods are longer.
const OLD_DAYS: i64 = 400;

/// What there is to know of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It may still change.
    Provisional,
    /// How much of what should be counted was reported.
    Coverage,
    /// It was counted among few.
    Few,
}

/// One thing to know: in words, and with a tone when it makes the value less sure.
type Mark = (Known, Option<Tone>, String);

/// Provisional, coverage, few.
fn marks(cx: &Ctx, indicator: &Indicator, value: &Observation) -> Vec<Mark> {
    let say = cx.say();
    let few = value
        .denominator
        .zip(indicator.sheet.least_denominator)
        .is_some_and(|(denominator, least)| denominator < least);
    let coverage = value.coverage.map(|coverage| {
        let args = [("coverage", say.percent(coverage).into())];
        let (tone, key) = match indicator.sheet.least_coverage {
            Some(least) if coverage < least => (Some(Tone::Warning), "indicators-mark-uncovered"),
            _ => (None, "indicators-mark-coverage"),
        };
        (Known::Coverage, tone, say.with(key, &args))
    });
    let provisional =
        value.provisional.then(|| (Known::Provisional, Some(Tone::Info), cx.t("indicators-value-provisional")));
    let few = few.then(|| (Known::Few, Some(Tone::Warning), cx.t("indicators-mark-few")));
    [provisional, coverage, few].into_iter().flatten().collect()
}

fn drawn(marks: &[Mark]) -> Markup {
    html! {
        @for (_, tone, words) in marks {
            @match tone {
                Some(tone) => { " " (Tag(*tone, words)) },
                None => { " " span.quiet.small { (words) } },
            }
        }
    }
}

/// That a value is old, when it is: said of the newest alone.
pub(super) fn age_mark(cx: &Ctx, value: &Observation) -> Option<String> {
    let old = value.period.end().saturating_add(OLD_DAYS.days()) < cx.today();
    old.then(|| cx.t("indicators-mark-old"))
}

/// Marks beside the newest value of a series: provisional, coverage, few, old. Nothing when there is nothing to say.
pub fn quality_marks(cx: &Ctx, indicator: &Indicator, value: &Observation) -> Markup {
    html! {
        (value_marks(cx, indicator, value))
        @if let Some(old) = age_mark(cx, value) { " " (Tag(Tone::Neutral, &old)) }
    }
}

/// Marks beside a value among others of its series, where age goes without saying.
pub fn value_marks(cx: &Ctx, indicator: &Indicator, value: &Observation) -> Markup {
    drawn(&marks(cx, indicator, value))
}

/// The same in words, for pictures and their tables; without what they say by themselves.
pub fn mark_words(cx: &Ctx, indicator: &Indicator, value: &Observation, without: &[Known]) -> String {
    let found = marks(cx, indicator, value).into_iter().filter(|(known, ..)| !without.contains(known));
    found.map(|(.., words)| words).collect::<Vec<_>>().join(", ")
}

/// Who says that a value is right, and since when; nothing when nobody has.
pub fn affirmed_mark(cx: &Ctx, value: &Observation, by: &dyn Fn(Option<Author>) -> String) -> Markup {
    html! {
        @if let Some((at, author)) = value.affirmed {
            p.quiet.small { (cx.say().with("indicators-affirm-by",
                &[("who", by(author).into()), ("day", cx.say().date(cx.say().day(at)).into())])) }
        }
    }
}
