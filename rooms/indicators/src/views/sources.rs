//! One source among several about the same thing: its own chart on its own scale, its newest value with what
//! that was counted from, and what it says.

use maud::{Markup, html};
use varde_kernel::UnitId;
use varde_web::Ctx;
use varde_web::ui::{facts as fact_list, label_tag, link, panel};

use super::chart::{drawing, points};
use super::spc::Look;
use super::{facts, number, observed, protected_note, quality_marks};
use crate::model::Observation;
use crate::pages::sources::SourceRead;
use crate::rules::sources::{Agreement, Pointing};
use crate::{rules, sentence};

/// The key of what a source says of how things have gone.
pub const fn pointing_key(pointing: Pointing) -> &'static str {
    match pointing {
        Pointing::Better => "indicators-pointing-better",
        Pointing::Worse => "indicators-pointing-worse",
        Pointing::Changed => "indicators-pointing-changed",
        Pointing::Steady => "indicators-pointing-steady",
        Pointing::KeptBack => "indicators-variation-kept-back",
        Pointing::TooLittle => "indicators-pointing-too-little",
    }
}

/// Whether some sources point the same way, in a sentence, and what each of them says.
pub fn agreement_text(say: &varde_web::Say, sources: &[Pointing]) -> String {
    let key = match rules::sources::agreement(sources) {
        Agreement::TooFew => "indicators-agreement-too-few",
        Agreement::Same(Pointing::Better) => "indicators-agreement-better",
        Agreement::Same(Pointing::Worse) => "indicators-agreement-worse",
        Agreement::Same(_) => "indicators-agreement-steady",
        Agreement::Partly(Pointing::Better) => "indicators-agreement-partly-better",
        Agreement::Partly(_) => "indicators-agreement-partly-worse",
        Agreement::Apart => "indicators-agreement-apart",
    };
    say.with(key, &[("n", sources.len().into())])
}

/// A source, with what it is to the reader (`role`) and another that it is to be read with.
pub fn source_card(cx: &Ctx, source: &SourceRead, unit: UnitId, role: &str, beside: Option<&SourceRead>) -> Markup {
    let (say, indicator) = (cx.say(), &source.indicator);
    let name = say.words(&indicator.name);
    let values = source.reading.as_ref().map(|reading| reading.values.as_slice()).unwrap_or_default();
    let latest = rules::latest(values);
    let said = source.reading.as_ref().map(|reading| {
        let drawn = (reading.drawn.as_ref(), reading.causes.as_slice());
        sentence::answer(say, &facts(indicator, &reading.spec, reading.whole), values, drawn)
    });
    let words = [
        "indicators-source-value",
        "indicators-source-interval",
        "indicators-source-counted",
        "indicators-source-source",
        "indicators-source-pointing",
        "indicators-source-beside",
    ]
    .map(|key| cx.t(key));
    let [value, interval, from, source_word, points_to, beside_word] = &words;
    let mut rows: Vec<(&str, Markup)> = Vec::new();
    if let Some(latest) = latest {
        rows.push((
            value,
            html! {
                strong { (observed(cx, indicator.measure, latest)) } " (" (say.period(latest.period)) ")"
                (quality_marks(cx, indicator, latest))
            },
        ));
        let ends = rules::interval(indicator.measure, &latest.entry());
        rows.push((
            interval,
            html! {
                @match ends {
                    Some((low, high)) => (say.with("indicators-value-range",
                        &[("low", say.value(low).into()), ("high", number(cx, indicator.measure, high).into())])),
                    None => (cx.t("indicators-source-no-interval")),
                }
            },
        ));
        rows.push((from, html! { (counted(cx, latest)) }));
        if !latest.source.is_empty() {
            rows.push((source_word, html! { (latest.source) }));
        }
    }
    rows.push((points_to, html! { (cx.t(pointing_key(source.pointing))) }));
    let other = beside.and_then(|other| Some((other, rules::latest(&other.reading.as_ref()?.values)?)));
    if let Some((other, theirs)) = other {
        rows.push((beside_word, html! {
            (say.words(&other.indicator.name)) ": " (observed(cx, other.indicator.measure, theirs)) ", " (counted(cx, theirs))
            (quality_marks(cx, &other.indicator, theirs))
        }));
    }
    panel(&html! {
        h3 { (link(name, &format!("/indicators/{}/units/{unit}", indicator.id))) }
        p { (label_tag(role)) }
        @match said {
            Some(said) if values.iter().any(|one| one.value.is_some()) => {
                @let points = points(cx, indicator, values);
                figure.picture {
                    div.picture__scroll {
                        div.picture-wide { (drawing(cx, indicator, &points, (name, &said), Look::Wide)) }
                        div.picture-narrow { (drawing(cx, indicator, &points, (name, &said), Look::Narrow)) }
                    }
                    figcaption { (said) }
                }
            },
            _ => p.quiet { (cx.t("indicators-source-empty")) },
        }
        (fact_list(&rows))
        (protected_note(cx, values))
    })
}

/// What a value was counted from, or that nobody says.
pub fn counted(cx: &Ctx, value: &Observation) -> String {
    let say = cx.say();
    match (value.numerator, value.denominator) {
        (Some(part), Some(whole)) => {
            say.with("indicators-chart-of", &[("part", say.value(part).into()), ("whole", say.value(whole).into())])
        }
        (None, Some(whole)) => say.with("indicators-source-among", &[("whole", say.value(whole).into())]),
        _ => cx.t("indicators-source-uncounted"),
    }
}
