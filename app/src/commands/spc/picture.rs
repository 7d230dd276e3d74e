//! The chart as a picture, by the renderer that pages and documents use.

use varde_chart as draw;
use varde_chart::{Layout, SpcPoint};
use varde_indicators::rules::reading::mark_of;
use varde_indicators::{ChartWords, ColumnNames, sentence, shape_of};
use varde_spc::{Kind, Rule, Spec};

use super::{Shown, report};

/// Hands the chart to the renderer, or to the table behind it.
pub fn with<T>(shown: &Shown<'_>, spec: &Spec, layout: Layout, then: impl FnOnce(&draw::SpcChart<'_>) -> T) -> T {
    let say = shown.say;
    let number = |value: f64| shown.scale.number(say, value);
    let count = |value: f64| say.value(value);
    let words = ChartWords::new(say, spec.kind, "indicators-value-missing");
    let y = shown.args.y.as_deref().unwrap_or_default();
    let what = report::what(shown.args, say, spec, y);
    let y_label = if shown.scale.is_percent() { format!("{what}, %") } else { what };
    let answer = report::answer(shown);
    let description = report::sentences(shown).join(" ");
    let points = points(shown);
    let target = shown.args.target.map(|value| draw::SpcTarget {
        label: say.t("indicators-chart-target"),
        steps: vec![(points.first().map_or(0.0, |point| point.time), value)],
    });
    let along = shown.args.x.as_deref().map_or_else(|| say.t("app-spc-points"), str::to_owned);
    let texts = words.texts(ColumnNames {
        period: &along,
        numerator: if shown.args.n.is_some() { y } else { "" },
        denominator: shown.args.n.as_deref().unwrap_or_default(),
    });
    then(&draw::SpcChart {
        id: "varde-spc",
        title: &shown.title,
        answer: &answer,
        description: &description,
        show_title: true,
        y_label: &y_label,
        unit: if shown.scale.is_percent() { "%" } else { "" },
        is_close: say.locale() == varde_kernel::Locale::En,
        number: &number,
        count: &count,
        points: &points,
        phases: &phases(shown),
        events: &[],
        target: target.as_ref(),
        traces: &[],
        axis: draw::SpcAxis::Fitted,
        limit_line: draw::LimitLine::Steps,
        texts,
        layout,
        colours: draw::Colours::Fixed,
    })
}

fn time(place: usize) -> f64 {
    u32::try_from(place).map_or(0.0, f64::from)
}

fn points(shown: &Shown<'_>) -> Vec<SpcPoint> {
    let (say, multiply) = (shown.say, shown.multiply);
    shown
        .chart
        .points
        .iter()
        .enumerate()
        .map(|(place, point)| {
            let (tick, group) = shown.rows.axis.tick(say, &point.x);
            let reason = shown.phases.excluded.iter().find(|(at, _)| *at == place).map(|(_, why)| why.clone());
            let has_n = shown.rows.series.n.is_some();
            let numerator = point.y.zip(point.n).filter(|_| has_n).map(|(y, n)| match shown.chart.kind {
                Kind::Np => y,
                _ => (y / multiply * n * 1e9).round() / 1e9,
            });
            SpcPoint {
                time: time(place),
                label: shown.rows.label(say, &point.x),
                tick,
                group,
                value: point.y,
                numerator,
                denominator: point.n.filter(|_| has_n),
                centre: point.centre,
                lower: point.lower,
                upper: point.upper,
                signal: signal(shown, place),
                excluded: reason,
                provisional: point.provisional && point.y.is_some(),
                ..SpcPoint::default()
            }
        })
        .collect()
}

fn signal(shown: &Shown<'_>, place: usize) -> Option<draw::SpcSignal> {
    let (rule, way) = mark_of(&shown.chart, place)?;
    // A pattern of the whole phase marks its points only where nothing says more of when it began.
    let part = shown.chart.points.get(place)?.part;
    let said = shown.chart.signals.iter().any(|signal| signal.part == part && signal.way.is_some());
    if rule == Rule::Runs && said {
        return None;
    }
    let tone = shown.args.better.tone(way);
    Some(draw::SpcSignal { shape: shape_of(rule), tone, words: shown.say.t(sentence::rule_key(rule)).to_lowercase() })
}

fn phases(shown: &Shown<'_>) -> Vec<draw::SpcPhase> {
    let label = |first: usize| {
        let why = shown.phases.reasons.iter().find(|(at, _)| *at == first).map_or("", |(_, why)| why);
        let name = shown.chart.points.get(first).map(|point| shown.rows.label(shown.say, &point.x));
        if why.is_empty() { String::new() } else { format!("{}: {why}", name.unwrap_or_default()) }
    };
    let parts = shown.chart.parts.iter();
    parts.map(|part| draw::SpcPhase { start: time(part.first), label: label(part.first) }).collect()
}
