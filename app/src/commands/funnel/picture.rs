//! The funnel as a picture, by the renderer that pages and documents use.

use varde_chart as draw;
use varde_chart::Layout;
use varde_indicators::{FunnelNames, FunnelWords, funnel_curves, funnel_mark};

use super::{Shown, report};

/// Hands the funnel to the renderer, or to the table behind it.
pub fn with<T>(shown: &Shown<'_>, layout: Layout, then: impl FnOnce(&draw::FunnelChart<'_>) -> T) -> T {
    let (say, funnel) = (shown.say, shown.funnel);
    let units: Vec<draw::FunnelUnit> = shown
        .units
        .names
        .iter()
        .zip(&shown.units.counts)
        .enumerate()
        .map(|(place, (name, counts))| draw::FunnelUnit {
            label: name.clone(),
            numerator: Some(counts.numerator),
            denominator: Some(counts.denominator),
            value: funnel.places.get(place).map(|found| found.value * shown.factor),
            mark: funnel_mark(say, shown.args.better.direction(), funnel, place),
            ..draw::FunnelUnit::default()
        })
        .collect();
    let sizes = shown.units.counts.iter().map(|counts| counts.denominator);
    let curves = funnel_curves(say, funnel, sizes, shown.factor);
    let words = FunnelWords::new(say);
    let name = |name: &Option<String>| name.clone().unwrap_or_default();
    let (group, numerator, denominator) =
        (name(&shown.args.group), name(&shown.args.numerator), name(&shown.args.denominator));
    let number = |value: f64| shown.scale.number(say, value);
    let count = |value: f64| say.value(value);
    let answer = report::answer(shown);
    let description = report::sentences(shown).join(" ");
    let y_label = if shown.scale.is_percent() { format!("{}, %", shown.what) } else { shown.what.clone() };
    then(&draw::FunnelChart {
        id: "varde-funnel",
        title: &shown.title,
        answer: &answer,
        description: &description,
        show_title: true,
        y_label: &y_label,
        x_label: &denominator,
        unit: if shown.scale.is_percent() { "%" } else { "" },
        is_close: say.locale() == varde_kernel::Locale::En,
        number: &number,
        count: &count,
        units: &units,
        curves: &curves,
        centre: Some((words.centre(), funnel.target * shown.factor)),
        axis: draw::FunnelAxis::default(),
        from_zero: false,
        texts: words.texts(FunnelNames { unit: &group, numerator: &numerator, denominator: &denominator }),
        layout,
        colours: draw::Colours::Fixed,
    })
}
