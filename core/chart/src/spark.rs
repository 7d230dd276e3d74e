//! A series as small as a word, for tables.

use crate::axis::{Scale, drawable};
use crate::ink::{Colours, Role};
use crate::place::Anchor;
use crate::spc::{SignalShape, Tone, signal_mark, signal_role};
use crate::svg::{Frame, Svg, path_through};
use crate::text::width;
use crate::words::words;

/// One period of a sparkline.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct SparkPoint {
    /// The value; `None` when it is missing, which breaks the line.
    pub value: Option<f64>,
    /// The centre here.
    pub centre: Option<f64>,
    /// Why it is marked, if it is.
    pub signal: Option<(SignalShape, Tone)>,
}

/// A series as small as a word: line, centre, signals, the last value in figures.
#[derive(Debug, Clone, Copy)]
pub struct Sparkline<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// What it shows, in words: "Falls, 24 months: 3.1 in December, lower than before".
    pub title: &'a str,
    /// The periods in order, evenly spaced.
    pub points: &'a [SparkPoint],
    /// The target: a dashed line.
    pub target: Option<f64>,
    /// The last known value in figures, written to the right; nothing when empty.
    pub last: &'a str,
    /// The range of values the picture spans; from the data if not given. Give several sparklines
    /// the same one to make them comparable.
    pub range: Option<(f64, f64)>,
    /// Where it is shown.
    pub colours: Colours,
}

/// Width of the line's area.
const WIDE: f64 = 120.0;
/// Height of the whole.
const HIGH: f64 = 40.0;
/// Size of the figures.
const SIZE: f64 = 16.0;

/// Draws a sparkline as an SVG element, 40 units high.
///
/// # Example
///
/// ```
/// use varde_chart::{Colours, SparkPoint, Sparkline, sparkline};
///
/// let points = [4.0, 5.0, 3.5, 4.2].map(|value| SparkPoint { value: Some(value), centre: Some(4.2), signal: None });
/// let svg = sparkline(&Sparkline {
///     id: "s1", title: "Falls", points: &points, target: None, last: "4.2", range: None, colours: Colours::Page,
/// });
/// assert!(svg.contains("4.2</text>"));
/// ```
pub fn sparkline(spark: &Sparkline) -> String {
    let room = if spark.last.is_empty() { 0.0 } else { 8.0 + width(spark.last, SIZE, true) };
    let mut svg = Svg::begin(&Frame {
        id: spark.id,
        class: "chart-spark",
        role: "img",
        kind: "",
        title: spark.title,
        description: "",
        width: WIDE + room,
        height: HIGH,
        colours: spark.colours,
    });
    let y = heights(spark);
    let n = crate::svg::count(spark.points.len().saturating_sub(1)).max(1.0);
    let x = Scale::new((0.0, n), (8.0, WIDE - 8.0));
    let half = (x.at(1.0) - x.at(0.0)) / 2.0;
    let xs: Vec<f64> = (0..spark.points.len()).map(|i| x.at(crate::svg::count(i))).collect();

    let height = |value: f64| y.at(value).clamp(9.0, HIGH - 9.0);
    for level in levels(spark.points, &xs, half, (2.0, WIDE - 2.0), &height) {
        svg.tag("path").attr("d", &path_through(&level)).attr("fill", "none").stroke(Role::Line, 1.0).end();
    }
    if let Some(target) = spark.target.filter(|value| drawable(*value)) {
        let at = y.at(target).clamp(9.0, HIGH - 9.0);
        svg.tag("line")
            .num("x1", 2.0)
            .num("y1", at)
            .num("x2", WIDE - 2.0)
            .num("y2", at)
            .stroke(Role::Target, 1.2)
            .attr("stroke-dasharray", "4 3")
            .end();
    }
    let places = stretches(&mut svg, spark.points, &xs, &height);
    for (point, at) in spark.points.iter().zip(&places) {
        if let (Some((shape, tone)), Some(at)) = (point.signal, at) {
            signal_mark(&mut svg, *at, shape, signal_role(tone), 1.9);
        }
    }
    let last = spark.points.iter().zip(&places).rev().find_map(|(point, at)| at.map(|at| (point, at)));
    if let Some((SparkPoint { signal: None, .. }, at)) = last {
        svg.tag("circle").num("cx", at.0).num("cy", at.1).num("r", 3.2).fill(Role::Series).end();
    }
    if !spark.last.is_empty() {
        let role = last.and_then(|(point, _)| point.signal).map_or(Role::Ink, |(_, tone)| signal_role(tone));
        words(&mut svg, spark.last, (WIDE + 4.0, HIGH / 2.0 + SIZE * 0.36), Anchor::Start, SIZE, role, true);
    }
    svg.finish()
}

/// From values to heights: what is drawn fills the height, but for half a mark.
fn heights(spark: &Sparkline) -> Scale {
    let given = spark.range.filter(|(low, high)| drawable(*low) && drawable(*high) && low < high);
    let every = spark.points.iter().flat_map(|point| [point.value, point.centre]).chain([spark.target]);
    let (low, high) = every
        .flatten()
        .filter(|value| drawable(*value))
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let ends = given.unwrap_or(if low <= high { (low, high) } else { (0.0, 0.0) });
    Scale::new(ends, (HIGH - 9.0, 9.0))
}

/// The centre line: one level after the other, within `(from, to)`.
pub(crate) fn levels(
    points: &[SparkPoint],
    xs: &[f64],
    half: f64,
    (from, to): (f64, f64),
    height: &dyn Fn(f64) -> f64,
) -> Vec<Vec<(f64, f64)>> {
    let mut found: Vec<Vec<(f64, f64)>> = Vec::new();
    for (point, x) in points.iter().zip(xs) {
        let Some(centre) = point.centre.filter(|value| drawable(*value)) else {
            continue;
        };
        let (y, start, end) = (height(centre), (x - half).max(from), (x + half).min(to));
        match found.last_mut().and_then(|level| level.last_mut()) {
            Some(last) if (last.1 - y).abs() < 0.05 => last.0 = end,
            _ => found.push(vec![(start, y), (end, y)]),
        }
    }
    found
}

/// Draws the line through known values, with gaps where values are missing, and says where each
/// value lies.
pub(crate) fn stretches(
    svg: &mut Svg,
    points: &[SparkPoint],
    xs: &[f64],
    height: &dyn Fn(f64) -> f64,
) -> Vec<Option<(f64, f64)>> {
    let place = |(point, x): (&SparkPoint, &f64)| point.value.filter(|v| drawable(*v)).map(|value| (*x, height(value)));
    let places: Vec<Option<(f64, f64)>> = points.iter().zip(xs).map(place).collect();
    for stretch in places.split(Option::is_none).filter(|stretch| !stretch.is_empty()) {
        let stretch: Vec<(f64, f64)> = stretch.iter().flatten().copied().collect();
        if let [alone] = stretch.as_slice() {
            svg.tag("circle").num("cx", alone.0).num("cy", alone.1).num("r", 1.5).fill(Role::Series).end();
            continue;
        }
        let path = svg.tag("path").attr("d", &path_through(&stretch)).attr("fill", "none").stroke(Role::Series, 1.5);
        path.attr("stroke-linejoin", "round").end();
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Dice, check_picture};

    fn spark<'a>(points: &'a [SparkPoint], last: &'a str) -> Sparkline<'a> {
        Sparkline { id: "s", title: "Fall", points, target: Some(3.0), last, range: None, colours: Colours::Page }
    }

    #[test]
    fn gaps_stay_and_the_last_value_is_told() {
        let values = [Some(4.0), Some(5.0), None, Some(3.0), Some(2.0)];
        let points = values.map(|value| SparkPoint { value, centre: Some(3.5), signal: None });
        let elements = check_picture(&sparkline(&spark(&points, "2,0 %")));
        let lines = elements.iter().filter(|e| e.attr("stroke").contains("series"));
        let corners: Vec<usize> = lines.map(|e| e.attr("d").matches(['M', 'L']).count()).collect();
        assert_eq!(corners, [2, 2]);
        assert!(elements.iter().any(|e| e.words == "2,0 %"));
    }

    #[test]
    fn the_same_range_gives_the_same_height() {
        let at = |values: [f64; 2]| {
            let points = values.map(|value| SparkPoint { value: Some(value), ..SparkPoint::default() });
            let chart = Sparkline { range: Some((0.0, 10.0)), target: None, ..spark(&points, "") };
            let elements = check_picture(&sparkline(&chart));
            elements.iter().find(|e| e.name == "circle").map(|e| e.attr("cy").to_owned())
        };
        assert_eq!(at([1.0, 5.0]), at([9.0, 5.0]));
        assert_ne!(at([1.0, 5.0]), at([1.0, 6.0]));
    }

    #[test]
    fn any_input_gives_a_sound_picture() {
        let mut dice = Dice(7);
        for _ in 0..300 {
            let shapes = [SignalShape::Outside, SignalShape::Run, SignalShape::Trend, SignalShape::Near];
            let points: Vec<SparkPoint> = (0..dice.below(40))
                .map(|_| SparkPoint {
                    value: (dice.below(4) > 0).then(|| dice.number()),
                    centre: (dice.below(4) > 0).then(|| dice.number()),
                    signal: (dice.below(4) == 0).then(|| (shapes[dice.below(4)], Tone::Worse)),
                })
                .collect();
            let (title, last) = (dice.words(), dice.words());
            let range = (dice.below(2) == 0).then(|| (dice.number(), dice.number()));
            let chart = Sparkline { title: &title, target: Some(dice.number()), range, ..spark(&points, &last) };
            let svg = sparkline(&chart);
            assert_eq!(svg, sparkline(&chart));
            check_picture(&svg);
        }
    }
}
