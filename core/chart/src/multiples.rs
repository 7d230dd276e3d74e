//! Many small charts of the same measure on one scale.

use crate::Layout;
use crate::axis::{self, Scale, drawable};
use crate::head::Head;
use crate::ink::{Colours, Role};
use crate::place::{Anchor, Rect};
use crate::spark::{SparkPoint, levels, stretches};
use crate::spc::{signal_mark, signal_role};
use crate::svg::{Frame, Svg, clean_id, count, path_through};
use crate::text::{width, wrap};
use crate::words::words;

/// One of the charts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Panel {
    /// Whose it is.
    pub label: String,
    /// The periods, the same in every panel.
    pub points: Vec<SparkPoint>,
    /// The last value in figures.
    pub last: String,
    /// All that is to be said of it, in words.
    pub words: String,
    /// Whether it is the reader's own: its name in bold.
    pub own: bool,
}

/// Many small charts on one scale, in the caller's order.
#[derive(Clone, Copy)]
pub struct SmallMultiples<'a> {
    /// Unique on the page; the ids inside the picture begin with it.
    pub id: &'a str,
    /// The question the picture answers.
    pub title: &'a str,
    /// The answer in one sentence, drawn beneath the question.
    pub answer: &'a str,
    /// What the picture shows in a paragraph, for those who do not see it. The answer if empty.
    pub description: &'a str,
    /// Whether question and answer are drawn.
    pub show_title: bool,
    /// What the value axes show, with their unit in words.
    pub y_label: &'a str,
    /// Writes a value in the caller's language.
    pub number: &'a dyn Fn(f64) -> String,
    /// The charts.
    pub panels: &'a [Panel],
    /// The target of all of them.
    pub target: Option<f64>,
    /// First and last period in words, written beneath the lowest row.
    pub span: (&'a str, &'a str),
    /// Whether zero is on the value axis.
    pub from_zero: bool,
    /// How much room there is: four panels side by side, or two.
    pub layout: Layout,
    /// Where the picture is shown.
    pub colours: Colours,
}

fn plain_number(value: f64) -> String {
    crate::svg::number(value)
}

impl Default for SmallMultiples<'_> {
    fn default() -> Self {
        Self {
            id: "",
            title: "",
            answer: "",
            description: "",
            show_title: true,
            y_label: "",
            number: &plain_number,
            panels: &[],
            target: None,
            span: ("", ""),
            from_zero: false,
            layout: Layout::default(),
            colours: Colours::default(),
        }
    }
}

/// Distance between two panels.
const GAP: f64 = 18.0;

/// Draws many small charts on one scale as an SVG element.
///
/// Every panel is a group of class `chart-point` with `data-point` (its rank), an id and a
/// `title`, so that arrow keys walk from panel to panel.
///
/// # Example
///
/// ```
/// use varde_chart::{Panel, SmallMultiples, SparkPoint, small_multiples};
///
/// let points = [4.0, 5.0].map(|value| SparkPoint { value: Some(value), ..SparkPoint::default() }).to_vec();
/// let panels = [Panel { label: "Ward 1".into(), points, last: "5".into(), ..Panel::default() }];
/// let svg = small_multiples(&SmallMultiples { title: "Where are there more falls?", panels: &panels, ..SmallMultiples::default() });
/// assert!(svg.contains("Ward 1"));
/// ```
pub fn small_multiples(chart: &SmallMultiples) -> String {
    let (size, full, wide) = (chart.layout.size(), chart.layout.width(), chart.layout == Layout::Wide);
    let head = Head::new(chart.layout, chart.show_title, chart.title, chart.answer, chart.y_label);
    let values = axis_of(chart);
    let mut ticks = axis::tick_labels(chart.number, &values.ticks);
    ticks.retain(|(_, label)| width(label, size, false) <= full / 4.0);
    // Two values are enough to read the height of so small a chart.
    let ends = [ticks.first().cloned(), ticks.last().cloned().filter(|_| ticks.len() > 1)];
    let ticks: Vec<(f64, String)> = ends.into_iter().flatten().collect();
    let left = ticks.iter().map(|(_, label)| width(label, size, false)).fold(0.0, f64::max) + 8.0;
    let n_columns = if wide { 4 } else { 2 };
    let panel_width = (full - left - GAP * count(n_columns - 1)) / count(n_columns);
    let labels: Vec<Vec<String>> =
        chart.panels.iter().map(|panel| wrap(&panel.label, size, panel.own, panel_width, 2)).collect();
    let high = if wide { 72.0 } else { 66.0 };

    let mut frames = Vec::new();
    let mut y = head.height() + 2.0;
    for row in labels.chunks(n_columns) {
        let lines = row.iter().map(Vec::len).max().unwrap_or(0);
        let top = y + count(lines) * size * 1.2 + size * 0.6;
        for (column, _) in row.iter().enumerate() {
            let x0 = left + count(column) * (panel_width + GAP);
            let plot = Rect { x0, y0: top, x1: x0 + panel_width, y1: top + high };
            frames.push((y, plot, column == 0));
        }
        y = top + high + size * 0.9;
    }
    let spanned = !chart.panels.is_empty() && [chart.span.0, chart.span.1].iter().any(|words| !words.is_empty());
    let mut svg = Svg::begin(&Frame {
        id: chart.id,
        class: if wide { "chart chart-multiples chart-wide" } else { "chart chart-multiples chart-narrow" },
        role: "img",
        kind: "multiples",
        title: chart.title,
        description: if chart.description.is_empty() { chart.answer } else { chart.description },
        width: full,
        height: y + if spanned { size * 1.2 } else { 0.0 },
        colours: chart.colours,
    });
    head.draw(&mut svg);
    let id = clean_id(chart.id);
    for (rank, ((panel, lines), (top, plot, first))) in chart.panels.iter().zip(&labels).zip(&frames).enumerate() {
        svg.tag("g")
            .attr("class", "chart-point")
            .attr("id", &format!("{id}-p{rank}"))
            .attr("data-point", &rank.to_string())
            .start();
        svg.title(&if panel.words.is_empty() {
            panel.label.clone()
        } else {
            format!("{}: {}", panel.label, panel.words)
        });
        for (i, line) in lines.iter().enumerate() {
            let at = (plot.x0, top + size * (0.95 + count(i) * 1.2));
            words(&mut svg, line, at, Anchor::Start, size, Role::Ink, panel.own);
        }
        let scale = Scale::new((values.low, values.high), (plot.y1, plot.y0));
        for (value, label) in &ticks {
            let y = scale.at(*value);
            svg.line((plot.x0, y), (plot.x1, y), Role::Grid, 0.8);
            if *first {
                words(&mut svg, label, (plot.x0 - 6.0, y + size * 0.35), Anchor::End, size, Role::Muted, false);
            }
        }
        draw_panel(chart, &mut svg, panel, plot, &scale);
        svg.close();
    }
    if spanned && let Some((_, plot, _)) = frames.iter().rev().find(|(_, _, first)| *first) {
        span(chart, &mut svg, plot);
    }
    svg.finish()
}

/// First and last period beneath a panel, the last only where it has room.
fn span(chart: &SmallMultiples, svg: &mut Svg, plot: &Rect) {
    let size = chart.layout.size();
    let room = plot.x1 - plot.x0;
    let line = |words: &str| wrap(words, size, false, room, 1).into_iter().next().unwrap_or_default();
    let (from, to) = (line(chart.span.0), line(chart.span.1));
    let y = plot.y1 + size * 1.5;
    words(svg, &from, (plot.x0, y), Anchor::Start, size, Role::Muted, false);
    if width(&from, size, false) + width(&to, size, false) + size * 0.5 <= room {
        words(svg, &to, (plot.x1, y), Anchor::End, size, Role::Muted, false);
    }
}

fn draw_panel(chart: &SmallMultiples, svg: &mut Svg, panel: &Panel, plot: &Rect, scale: &Scale) {
    let size = chart.layout.size();
    let figures = wrap(&panel.last, size, true, (plot.x1 - plot.x0) / 2.0, 1).into_iter().next().unwrap_or_default();
    let right = plot.x1 - if figures.is_empty() { 4.0 } else { width(&figures, size, true) + 10.0 };
    let n = count(panel.points.len().saturating_sub(1)).max(1.0);
    let x = Scale::new((0.0, n), (plot.x0 + 4.0, right));
    let height = |value: f64| scale.at(value).clamp(plot.y0, plot.y1);
    let xs: Vec<f64> = (0..panel.points.len()).map(|i| x.at(count(i))).collect();
    let half = (x.at(1.0) - x.at(0.0)) / 2.0;
    for level in levels(&panel.points, &xs, half, (plot.x0, right + 4.0), &height) {
        svg.tag("path").attr("d", &path_through(&level)).attr("fill", "none").stroke(Role::Ink, 1.0).end();
    }
    if let Some(target) = chart.target.filter(|value| drawable(*value)) {
        let y = height(target);
        let line = svg.tag("line").num("x1", plot.x0).num("y1", y).num("x2", plot.x1).num("y2", y);
        line.stroke(Role::Target, 1.2).attr("stroke-dasharray", "5 3").end();
    }
    let places = stretches(svg, &panel.points, &xs, &height);
    for (point, at) in panel.points.iter().zip(&places) {
        if let (Some((shape, tone)), Some(at)) = (point.signal, at) {
            signal_mark(svg, *at, shape, signal_role(tone), 2.0);
        }
    }
    let Some((point, at)) = panel.points.iter().zip(&places).rev().find_map(|(point, at)| at.map(|at| (point, at)))
    else {
        return;
    };
    if point.signal.is_none() {
        svg.tag("circle").num("cx", at.0).num("cy", at.1).num("r", 3.0).fill(Role::Series).end();
    }
    let role = point.signal.map_or(Role::Ink, |(_, tone)| signal_role(tone));
    // Kept clear of the name above and of the panel below.
    let y = (at.1 + size * 0.36).clamp(plot.y0 + size * 0.7, plot.y1);
    words(svg, &figures, (plot.x1, y), Anchor::End, size, role, true);
}

fn axis_of(chart: &SmallMultiples) -> axis::Values {
    let points = chart.panels.iter().flat_map(|panel| panel.points.iter());
    let every = points.flat_map(|point| [point.value, point.centre]).chain([chart.target]).flatten();
    let (low, high) = every
        .filter(|value| drawable(*value))
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    axis::values(low, high, chart.from_zero)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Dice, check_picture};
    use crate::spc::{SignalShape, Tone};

    fn panel(label: &str, values: &[f64]) -> Panel {
        let points = values.iter().map(|v| SparkPoint { value: Some(*v), centre: Some(5.0), signal: None }).collect();
        Panel { label: label.into(), points, last: "5,1".into(), ..Panel::default() }
    }

    #[test]
    fn panels_stand_in_the_callers_order_on_one_scale() {
        let panels = [panel("Post 2", &[1.0, 9.0]), panel("Post 1", &[4.0, 5.0]), panel("Post 3", &[4.0, 9.0])];
        for layout in [Layout::Wide, Layout::Narrow] {
            let chart = SmallMultiples { panels: &panels, layout, span: ("2024", "2026"), ..SmallMultiples::default() };
            let elements = check_picture(&small_multiples(&chart));
            let names: Vec<&str> = elements
                .iter()
                .filter(|e| e.words.starts_with("Post") && e.name == "text")
                .map(|e| e.words.as_str())
                .collect();
            assert_eq!(names, ["Post 2", "Post 1", "Post 3"]);
        }
        let elements =
            check_picture(&small_multiples(&SmallMultiples { panels: &panels, ..SmallMultiples::default() }));
        let dots: Vec<f64> = elements.iter().filter(|e| e.name == "circle").map(|e| e.num("cy")).collect();
        assert!((dots[0] - dots[2]).abs() < 1e-9, "nine lies at one height everywhere: {dots:?}");
    }

    #[test]
    fn any_input_gives_a_sound_picture() {
        let mut dice = Dice(31);
        for _ in 0..150 {
            let shapes = [SignalShape::Outside, SignalShape::Run, SignalShape::Trend, SignalShape::Near];
            let panels: Vec<Panel> = (0..dice.below(10))
                .map(|_| Panel {
                    label: dice.words(),
                    points: (0..dice.below(20))
                        .map(|_| SparkPoint {
                            value: (dice.below(4) > 0).then(|| dice.number()),
                            centre: (dice.below(4) > 0).then(|| dice.number()),
                            signal: (dice.below(5) == 0).then(|| (shapes[dice.below(4)], Tone::Better)),
                        })
                        .collect(),
                    last: dice.words(),
                    words: dice.words(),
                    own: dice.below(4) == 0,
                })
                .collect();
            let (title, from, to) = (dice.words(), dice.words(), dice.words());
            let chart = SmallMultiples {
                title: &title,
                y_label: &from,
                panels: &panels,
                target: (dice.below(2) == 0).then(|| dice.number()),
                span: (&from, &to),
                from_zero: dice.below(2) == 0,
                layout: [Layout::Wide, Layout::Narrow][dice.below(2)],
                ..SmallMultiples::default()
            };
            let svg = small_multiples(&chart);
            assert_eq!(svg, small_multiples(&chart));
            check_picture(&svg);
        }
    }
}
