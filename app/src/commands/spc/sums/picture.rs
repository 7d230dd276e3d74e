//! An accumulating chart as a picture, by the renderer that pages and documents use.

use varde_chart as draw;
use varde_chart::{Layout, SignalShape, SpcPoint, SpcTexts};
use varde_indicators::{ChartWords, ColumnNames};
use varde_spc::{Kind, Way};

use super::super::args::Sum;
use super::words::{answer, mark_key, sentences};
use super::{Reach, Told};

/// Hands the chart to the renderer, or to the table behind it.
pub fn with<T>(told: &Told<'_>, layout: Layout, then: impl FnOnce(&draw::SpcChart<'_>) -> T) -> T {
    let (say, worked) = (told.say, told.worked);
    let has_sums = told.worked.marks.iter().any(|mark| mark.under.is_some());
    let number = |value: f64| worked.scale.number(say, value);
    let count = |value: f64| say.value(value);
    let words = ChartWords::new(say, Kind::I, "indicators-value-missing");
    let names = ColumnNames { period: &worked.along, numerator: "", denominator: "" };
    let [up, down, threshold, thresholds, reached, raw] = [
        "app-sums-up",
        "app-sums-down",
        "app-sums-threshold",
        "app-sums-thresholds",
        if told.sum == Sum::Vlad { "app-sums-signals" } else { "app-sums-reaches" },
        "app-sums-raw",
    ]
    .map(|key| say.t(key));
    let centre = worked.centre.as_ref().map_or("", |(_, name)| name.as_str());
    let plain = SpcTexts { raw: &raw, centre, ..words.texts(names) };
    let texts = match told.sum {
        Sum::Ewma => plain,
        Sum::Vlad => SpcTexts { outside: &reached, ..plain },
        _ => SpcTexts {
            value: &up,
            series: &up,
            lower: &threshold,
            upper: &threshold,
            limits: &thresholds,
            outside: &reached,
            ..plain
        },
    };
    let points = points(told);
    let target = told
        .args
        .target
        .map(|value| draw::SpcTarget { label: say.t("indicators-chart-target"), steps: vec![(0.0, value)] });
    let (answer, description) = (answer(told), sentences(told).join(" "));
    let traces = if has_sums { vec![under(told, down)] } else { Vec::new() };
    then(&draw::SpcChart {
        id: "varde-spc",
        title: told.title,
        answer: &answer,
        description: &description,
        show_title: true,
        y_label: &worked.y_label,
        unit: if worked.scale.is_percent() { "%" } else { "" },
        is_close: say.locale() == varde_kernel::Locale::En,
        number: &number,
        count: &count,
        points: &points,
        phases: &[],
        events: &[],
        target: target.as_ref(),
        traces: &traces,
        axis: draw::SpcAxis::Fitted,
        limit_line: draw::LimitLine::Slopes,
        texts,
        layout,
        colours: draw::Colours::Fixed,
    })
}

fn time(place: usize) -> f64 {
    u32::try_from(place).map_or(0.0, f64::from)
}

/// The signal drawn at a point: at every point of it by periods, and where it begins case by case, since a sum
/// of cases stays at its threshold for long.
fn signal(told: &Told<'_>, place: usize, way: Way) -> Option<draw::SpcSignal> {
    let by_period = matches!(told.sum, Sum::Ewma | Sum::Cusum);
    let within = |reach: &&Reach| {
        let last = if by_period { reach.last } else { reach.first };
        reach.way == way && (reach.first..=last).contains(&place)
    };
    told.worked.reaches.iter().find(within)?;
    told.worked.marks.get(place).filter(|mark| mark.signals(way))?;
    let words = told.say.t(mark_key(told.sum, way));
    Some(draw::SpcSignal { shape: SignalShape::Outside, tone: told.args.better.tone(Some(way)), words })
}

fn points(told: &Told<'_>) -> Vec<SpcPoint> {
    let has_sums = told.worked.marks.iter().any(|mark| mark.under.is_some());
    let centre = told.worked.centre.as_ref().map_or(0.0, |(centre, _)| *centre);
    let mark = |place: usize| {
        let down = || signal(told, place, Way::Down).filter(|_| !has_sums);
        signal(told, place, Way::Up).or_else(down)
    };
    told.worked
        .marks
        .iter()
        .enumerate()
        .map(|(place, one)| SpcPoint {
            time: time(place),
            label: one.label.clone(),
            tick: one.tick.0.clone(),
            group: one.tick.1.clone(),
            value: one.value,
            raw: one.raw,
            centre: Some(centre),
            lower: one.limits.map(|(lower, _)| lower),
            upper: one.limits.map(|(_, upper)| upper),
            signal: mark(place),
            excluded: one.excluded.clone(),
            ..SpcPoint::default()
        })
        .collect()
}

/// The sum of the other way.
fn under(told: &Told<'_>, label: String) -> draw::SpcTrace {
    let marks = told.worked.marks.iter().enumerate();
    let path = marks.map(|(place, mark)| (time(place), mark.under)).collect();
    let places = 0..told.worked.marks.len();
    let signals = places.filter_map(|place| Some((time(place), signal(told, place, Way::Down)?))).collect();
    draw::SpcTrace { label, path, signals }
}
