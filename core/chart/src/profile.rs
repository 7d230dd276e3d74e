//! Two groups back to back, level by level: the ages of women and men.

use crate::axis::{self, Scale, drawable};
use crate::head::Head;
use crate::ink::{Colours, Role};
use crate::key::{Item, Key};
use crate::place::Anchor;
use crate::svg::{Frame, Svg, clean_id};
use crate::text::{width, wrap};
use crate::words::words;
use crate::{Layout, Table};

/// One level, such as an age group.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProfileRow {
    /// What it is: "70–79".
    pub label: String,
    /// The values of the left and the right group; `None` when missing. Below zero counts as missing.
    pub values: (Option<f64>, Option<f64>),
    /// What the values are held against, such as a standard population.
    pub reference: (Option<f64>, Option<f64>),
}

/// Two groups back to back on one scale from zero.
#[derive(Clone, Copy)]
pub struct Profile<'a> {
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
    /// What the bars show, with their unit in words.
    pub x_label: &'a str,
    /// Names of the left and the right group: "Women", "Men".
    pub sides: (&'a str, &'a str),
    /// Heading of the levels in the table: "Age".
    pub level: &'a str,
    /// What the values are held against: "The nation". Drawn as a line across each bar.
    pub reference: &'a str,
    /// Said of missing values.
    pub missing: &'a str,
    /// Writes a value in the caller's language.
    pub number: &'a dyn Fn(f64) -> String,
    /// The levels, from the top down.
    pub rows: &'a [ProfileRow],
    /// How much room there is.
    pub layout: Layout,
    /// Where the picture is shown.
    pub colours: Colours,
}

fn plain_number(value: f64) -> String {
    crate::svg::number(value)
}

impl Default for Profile<'_> {
    fn default() -> Self {
        Self {
            id: "",
            title: "",
            answer: "",
            description: "",
            show_title: true,
            x_label: "",
            sides: ("", ""),
            level: "",
            reference: "",
            missing: "",
            number: &plain_number,
            rows: &[],
            layout: Layout::default(),
            colours: Colours::default(),
        }
    }
}

/// A value that a bar can show.
fn shown(value: Option<f64>) -> Option<f64> {
    value.filter(|value| drawable(*value) && *value >= 0.0)
}

/// The data of the profile in the caller's order.
pub fn profile_table(chart: &Profile) -> Table {
    let column = |heading: String, numeric: bool, cell: &dyn Fn(&ProfileRow) -> String| {
        (heading, numeric, chart.rows.iter().map(cell).collect::<Vec<String>>())
    };
    let value = |value: Option<f64>| shown(value).map_or_else(|| chart.missing.to_owned(), chart.number);
    let reference = |value: Option<f64>| shown(value).map_or(String::new(), chart.number);
    let named = |side: &str| format!("{side}: {}", chart.reference);
    Table::of(vec![
        column(chart.level.to_owned(), false, &|row| row.label.clone()),
        column(chart.sides.0.to_owned(), true, &|row| value(row.values.0)),
        column(chart.sides.1.to_owned(), true, &|row| value(row.values.1)),
        column(named(chart.sides.0), true, &|row| reference(row.reference.0)),
        column(named(chart.sides.1), true, &|row| reference(row.reference.1)),
    ])
}

/// Draws two groups back to back as an SVG element.
///
/// Every level is a group of class `chart-point` with `data-point` (its rank), an id and a `title`.
///
/// # Example
///
/// ```
/// use varde_chart::{Profile, ProfileRow, profile};
///
/// let rows = [ProfileRow { label: "80+".into(), values: (Some(31.0), Some(22.0)), ..ProfileRow::default() }];
/// let svg = profile(&Profile { title: "How old are they?", sides: ("Women", "Men"), rows: &rows, ..Profile::default() });
/// assert!(svg.contains("80+: Women 31, Men 22"));
/// ```
pub fn profile(chart: &Profile) -> String {
    let (size, full, wide) = (chart.layout.size(), chart.layout.width(), chart.layout == Layout::Wide);
    let head = Head::new(chart.layout, chart.show_title, chart.title, chart.answer, chart.x_label);
    let labels: Vec<String> = chart
        .rows
        .iter()
        .map(|row| wrap(&row.label, size, false, full / 4.0, 1).into_iter().next().unwrap_or_default())
        .collect();
    let middle = labels.iter().map(|label| width(label, size, false)).fold(0.0, f64::max) + 16.0;
    // Room for half a number of the axis at both rims.
    let reach = ((full - middle) / 2.0 - size * 1.6).max(20.0);
    let (inner_left, inner_right) = (full / 2.0 - middle / 2.0, full / 2.0 + middle / 2.0);
    let every = chart.rows.iter().flat_map(|row| [row.values.0, row.values.1, row.reference.0, row.reference.1]);
    let most = every.filter_map(shown).fold(0.0, f64::max);
    let values = axis::values(0.0, most, true);
    let length = Scale::new((0.0, values.high), (0.0, reach));

    let step = size * if wide { 1.5 } else { 1.6 };
    let sides_top = head.height() + 2.0;
    let top = sides_top + size * 1.7;
    let foot = top + step * crate::svg::count(chart.rows.len()) + 4.0;
    let referred = chart.rows.iter().any(|row| shown(row.reference.0).or(shown(row.reference.1)).is_some());
    let items = if referred { vec![Item::new((), chart.reference)] } else { Vec::new() };
    let key = Key::new(chart.layout, items, Vec::new());
    let mut svg = Svg::begin(&Frame {
        id: chart.id,
        class: if wide { "chart chart-profile chart-wide" } else { "chart chart-profile chart-narrow" },
        role: "img",
        kind: "profile",
        title: chart.title,
        description: if chart.description.is_empty() { chart.answer } else { chart.description },
        width: full,
        height: foot + size * 1.9 + key.height,
        colours: chart.colours,
    });
    head.draw(&mut svg);
    let ticks = spaced(axis::tick_labels(chart.number, &values.ticks), &length, size);
    for (value, label) in &ticks {
        let away = length.at(*value);
        for x in [inner_left - away, inner_right + away] {
            svg.line((x, top), (x, foot), Role::Grid, 0.8);
            words(&mut svg, label, (x, foot + size * 1.3), Anchor::Middle, size, Role::Muted, false);
        }
    }
    for (name, x, anchor) in [(chart.sides.0, inner_left, Anchor::End), (chart.sides.1, inner_right, Anchor::Start)] {
        for line in wrap(name, size, true, reach, 1) {
            words(&mut svg, &line, (x, sides_top + size), anchor, size, Role::Ink, true);
        }
    }
    let id = clean_id(chart.id);
    for (rank, (row, label)) in chart.rows.iter().zip(&labels).enumerate() {
        let y = top + step * (crate::svg::count(rank) + 0.5);
        svg.tag("g")
            .attr("class", "chart-point")
            .attr("id", &format!("{id}-p{rank}"))
            .attr("data-point", &rank.to_string())
            .start();
        svg.title(&row_text(chart, row));
        words(&mut svg, label, (full / 2.0, y + size * 0.36), Anchor::Middle, size, Role::Ink, false);
        let high = step * 0.72;
        for (value, reference, inner, way, role) in [
            (row.values.0, row.reference.0, inner_left, -1.0, Role::Series),
            (row.values.1, row.reference.1, inner_right, 1.0, Role::Line),
        ] {
            if let Some(value) = shown(value) {
                let away = length.at(value);
                svg.tag("rect")
                    .attr("class", "chart-bar")
                    .num("x", if way < 0.0 { inner - away } else { inner })
                    .num("y", y - high / 2.0)
                    .num("width", away)
                    .num("height", high)
                    .fill(role)
                    .end();
            }
            if let Some(reference) = shown(reference) {
                let x = inner + way * length.at(reference);
                mark(&mut svg, x, y, step * 0.46);
            }
        }
        svg.close();
    }
    key.draw(&mut svg, foot + size * 1.7, |svg, (), (x, y)| mark(svg, x + 11.0, y, size * 0.6));
    svg.finish()
}

/// A line across a bar, with a rim of the ground so that it shows on the bar too.
fn mark(svg: &mut Svg, x: f64, y: f64, half: f64) {
    svg.line((x, y - half), (x, y + half), Role::Paper, 5.0);
    svg.line((x, y - half), (x, y + half), Role::Ink, 2.2);
}

/// All that is known of a level, in one line.
fn row_text(chart: &Profile, row: &ProfileRow) -> String {
    let side = |name: &str, value: Option<f64>, reference: Option<f64>| {
        let value = shown(value).map_or_else(|| chart.missing.to_owned(), chart.number);
        let against = shown(reference).map(|found| format!(" ({} {})", chart.reference, (chart.number)(found)));
        format!("{name} {value}{}", against.unwrap_or_default()).trim().to_owned()
    };
    let left = side(chart.sides.0, row.values.0, row.reference.0);
    let right = side(chart.sides.1, row.values.1, row.reference.1);
    format!("{}: {left}, {right}", row.label)
}

/// The axis labels that do not meet on one side; zero stands on both.
fn spaced(mut labels: Vec<(f64, String)>, length: &Scale, size: f64) -> Vec<(f64, String)> {
    labels.retain(|(_, label)| width(label, size, false) <= size * 3.1);
    let meet = |labels: &[(f64, String)]| {
        let half = |label: &str| width(label, size, false) / 2.0 + size * 0.3;
        labels.iter().zip(labels.iter().skip(1)).any(|(a, b)| length.at(a.0) + half(&a.1) > length.at(b.0) - half(&b.1))
    };
    while labels.len() > 1 && meet(&labels) {
        let mut keep = false;
        labels.retain(|_| {
            keep = !keep;
            keep
        });
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Dice, check_picture};

    fn rows() -> Vec<ProfileRow> {
        [("80+", 31.0, 22.0), ("70–79", 40.0, 44.0), ("0–69", 12.0, 15.5)]
            .into_iter()
            .map(|(label, left, right)| ProfileRow {
                label: label.into(),
                values: (Some(left), Some(right)),
                reference: (Some(left + 3.0), None),
            })
            .collect()
    }

    #[test]
    fn both_sides_share_one_scale_from_zero() {
        let mut rows = rows();
        rows[1].values = (Some(40.0), Some(40.0));
        for layout in [Layout::Wide, Layout::Narrow] {
            let chart =
                Profile { rows: &rows, sides: ("Kvinner", "Menn"), reference: "Landet", layout, ..Profile::default() };
            let elements = check_picture(&profile(&chart));
            let bars: Vec<f64> = elements.iter().filter(|e| e.has_class("chart-bar")).map(|e| e.num("width")).collect();
            assert_eq!(bars.len(), 6);
            assert!((bars[2] - bars[3]).abs() < 0.2, "{bars:?}");
            assert!((bars[0] / bars[2] - 31.0 / 40.0).abs() < 0.02, "{bars:?}");
            assert!(elements.iter().any(|e| e.words == "80+: Kvinner 31 (Landet 34), Menn 22"));
            assert!(elements.iter().any(|e| e.name == "text" && e.words == "Landet"));
        }
    }

    #[test]
    fn the_table_keeps_the_callers_order_and_says_what_is_missing() {
        let mut rows = rows();
        rows[0].values.1 = None;
        let chart = Profile {
            rows: &rows,
            sides: ("Kvinner", "Menn"),
            reference: "Landet",
            missing: "ingen tall",
            ..Profile::default()
        };
        let table = profile_table(&chart);
        assert_eq!(table.rows[0], ["80+", "31", "ingen tall", "34"]);
        assert_eq!(table.rows[2][0], "0–69");
    }

    #[test]
    fn any_input_gives_a_sound_picture() {
        let mut dice = Dice(99);
        for _ in 0..200 {
            let maybe = |dice: &mut Dice| (dice.below(5) > 0).then(|| dice.number());
            let rows: Vec<ProfileRow> = (0..dice.below(12))
                .map(|_| ProfileRow {
                    label: dice.words(),
                    values: (maybe(&mut dice), maybe(&mut dice)),
                    reference: (maybe(&mut dice), maybe(&mut dice)),
                })
                .collect();
            let (title, left, right) = (dice.words(), dice.words(), dice.words());
            let chart = Profile {
                title: &title,
                x_label: &left,
                sides: (&left, &right),
                reference: &right,
                rows: &rows,
                layout: [Layout::Wide, Layout::Narrow][dice.below(2)],
                ..Profile::default()
            };
            let svg = profile(&chart);
            assert_eq!(svg, profile(&chart));
            check_picture(&svg);
            let table = profile_table(&chart);
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        }
    }
}
