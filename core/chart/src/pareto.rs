//! Causes by how often they occur, and how few of them make up most.

use crate::axis::{Scale, drawable};
use crate::head::Head;
use crate::ink::{Colours, Role};
use crate::place::Anchor;
use crate::svg::{Frame, Svg, clean_id, count};
use crate::text::{width, wrap};
use crate::words::{LINE, words};
use crate::{Layout, Table};

/// One cause, kind or place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ParetoItem {
    /// What it is.
    pub label: String,
    /// How often it occurred. What is not a number above zero is left out.
    pub count: f64,
}

/// The words the chart and its table add on their own.
#[derive(Debug, Clone, Copy, Default)]
pub struct ParetoTexts<'a> {
    /// Heading of the causes in the table.
    pub label: &'a str,
    /// Heading of the counts.
    pub count: &'a str,
    /// Heading of what a cause and all above it make up: "Together".
    pub together: &'a str,
    /// What all smaller causes are called together: "Other".
    pub rest: &'a str,
    /// Shown when nothing was counted.
    pub no_values: &'a str,
}

/// Causes by how often they occur. The bars that together make up the first four fifths are dark.
///
/// This is for kinds of events and causes, never for units: units are not ranked by count.
#[derive(Clone, Copy)]
pub struct Pareto<'a> {
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
    /// What is counted, in words.
    pub x_label: &'a str,
    /// The causes, in any order.
    pub items: &'a [ParetoItem],
    /// At most so many bars; smaller causes are put together in one that stands last.
    pub most: usize,
    /// Writes a count in the caller's language.
    pub count: &'a dyn Fn(f64) -> String,
    /// Writes a share between 0 and 1: "80 %".
    pub share: &'a dyn Fn(f64) -> String,
    /// The words for the rest.
    pub texts: ParetoTexts<'a>,
    /// How much room there is.
    pub layout: Layout,
    /// Where the picture is shown.
    pub colours: Colours,
}

fn plain_count(value: f64) -> String {
    crate::svg::number(value)
}

fn plain_share(value: f64) -> String {
    format!("{:.0} %", value * 100.0)
}

impl Default for Pareto<'_> {
    fn default() -> Self {
        Self {
            id: "",
            title: "",
            answer: "",
            description: "",
            show_title: true,
            x_label: "",
            items: &[],
            most: 12,
            count: &plain_count,
            share: &plain_share,
            texts: ParetoTexts::default(),
            layout: Layout::default(),
            colours: Colours::default(),
        }
    }
}

/// How much of it all the dark bars make up together.
const FIRST: f64 = 0.8;

/// A bar: name, count, share of it all together with those above, whether it is among the first.
struct Bar<'a> {
    label: &'a str,
    count: f64,
    together: f64,
    first: bool,
}

/// The bars, the most frequent first; the rest last.
fn bars<'a>(chart: &'a Pareto) -> Vec<Bar<'a>> {
    let mut items: Vec<(&str, f64)> = chart
        .items
        .iter()
        .filter(|item| drawable(item.count) && item.count > 0.0)
        .map(|item| (item.label.as_str(), item.count))
        .collect();
    items.sort_by(|a, b| b.1.total_cmp(&a.1));
    let most = chart.most.max(2);
    if items.len() > most {
        let rest = items.split_off(most - 1).iter().map(|(_, count)| count).sum();
        items.push((chart.texts.rest, rest));
    }
    let total: f64 = items.iter().map(|(_, count)| count).sum();
    let mut sum = 0.0;
    let bar = |(label, count): (&'a str, f64)| {
        let before = sum / total;
        sum += count;
        Bar { label, count, together: sum / total, first: before < FIRST - 1e-9 }
    };
    items.into_iter().map(bar).collect()
}

/// The data of the chart as it is drawn: cause, count, share together with those above.
pub fn pareto_table(chart: &Pareto) -> Table {
    let bars = bars(chart);
    Table::of(vec![
        (chart.texts.label.to_owned(), false, bars.iter().map(|bar| bar.label.to_owned()).collect()),
        (chart.texts.count.to_owned(), true, bars.iter().map(|bar| (chart.count)(bar.count)).collect()),
        (chart.texts.together.to_owned(), true, bars.iter().map(|bar| (chart.share)(bar.together)).collect()),
    ])
}

/// Draws the causes as lying bars with their names in full, as an SVG element.
///
/// The count stands at the end of each bar, the share that it makes up together with all above it
/// at the right.
///
/// # Example
///
/// ```
/// use varde_chart::{Pareto, ParetoItem, pareto};
///
/// let items = [("Falls", 40.0), ("Medication", 60.0)].map(|(label, count)| ParetoItem { label: label.into(), count });
/// let svg = pareto(&Pareto { title: "What happens most?", items: &items, ..Pareto::default() });
/// assert!(svg.find("Medication") < svg.find("Falls") && svg.contains("60 %"));
/// ```
pub fn pareto(chart: &Pareto) -> String {
    let bars = bars(chart);
    let (size, full, wide) = (chart.layout.size(), chart.layout.width(), chart.layout == Layout::Wide);
    let head = Head::new(chart.layout, chart.show_title, chart.title, chart.answer, chart.x_label);
    let counts: Vec<String> = bars.iter().map(|bar| (chart.count)(bar.count)).collect();
    let shares: Vec<String> = bars.iter().map(|bar| (chart.share)(bar.together)).collect();
    let labels: Vec<Vec<String>> =
        bars.iter().map(|bar| wrap(bar.label, size, false, if wide { 230.0 } else { full - 4.0 }, 2)).collect();
    let widest = |found: &mut dyn Iterator<Item = &String>| found.map(|w| width(w, size, false)).fold(0.0, f64::max);
    let left = if wide { widest(&mut labels.iter().flatten()) + 12.0 } else { 2.0 };
    let heading = wrap(chart.texts.together, size, false, full / 3.0, 1);
    let share_room = widest(&mut shares.iter().chain(&heading));
    let right = full - share_room - 18.0;
    let count_room = widest(&mut counts.iter()) + 10.0;
    // All smaller causes together may be more than the largest.
    let largest = bars.iter().map(|bar| bar.count).fold(0.0, f64::max);
    let x = Scale::new((0.0, largest), (left, (right - count_room).max(left + 1.0)));

    let mut y = head.height() + size * 1.5;
    let tops: Vec<(f64, f64)> = labels
        .iter()
        .map(|lines| {
            let block = count(lines.len()) * size * 1.2;
            let height = if wide { block.max(size * 1.2) + 8.0 } else { block + size * 1.55 };
            let middle = if wide { y + height / 2.0 } else { y + block + size * 0.7 };
            let top = if wide { middle - block / 2.0 } else { y };
            y += height;
            (top, middle)
        })
        .collect();
    let none = bars.is_empty() && !chart.texts.no_values.is_empty();
    let mut svg = Svg::begin(&Frame {
        id: chart.id,
        class: if wide { "chart chart-pareto chart-wide" } else { "chart chart-pareto chart-narrow" },
        role: "img",
        kind: "pareto",
        title: chart.title,
        description: if chart.description.is_empty() { chart.answer } else { chart.description },
        width: full,
        height: y + 6.0 + if none { size * 4.0 } else { 0.0 },
        colours: chart.colours,
    });
    head.draw(&mut svg);
    if none {
        for (i, line) in wrap(chart.texts.no_values, size, false, full - 4.0, 3).iter().enumerate() {
            words(&mut svg, line, (0.0, y + size * count(i) * LINE), Anchor::Start, size, Role::Muted, false);
        }
    }
    for line in heading.iter().filter(|_| !bars.is_empty()) {
        words(&mut svg, line, (full - 2.0, head.height() + size), Anchor::End, size, Role::Muted, false);
    }
    let id = clean_id(chart.id);
    for (rank, bar) in bars.iter().enumerate() {
        let (Some(lines), Some((top, middle)), Some(n), Some(share)) =
            (labels.get(rank), tops.get(rank).copied(), counts.get(rank), shares.get(rank))
        else {
            continue;
        };
        svg.tag("g")
            .attr("class", "chart-point")
            .attr("id", &format!("{id}-p{rank}"))
            .attr("data-point", &rank.to_string())
            .start();
        svg.title(&format!("{}: {n}, {} {share}", bar.label, chart.texts.together));
        for (i, line) in lines.iter().enumerate() {
            let at = (if wide { left - 10.0 } else { 2.0 }, top + size * (0.95 + count(i) * 1.2));
            words(&mut svg, line, at, if wide { Anchor::End } else { Anchor::Start }, size, Role::Ink, false);
        }
        let end = x.at(bar.count).max(left + 1.0);
        let high = size * 1.05;
        svg.tag("rect")
            .attr("class", "chart-bar")
            .num("x", left)
            .num("y", middle - high / 2.0)
            .num("width", end - left)
            .num("height", high)
            .fill(if bar.first { Role::Series } else { Role::Line })
            .end();
        let baseline = middle + size * 0.36;
        words(&mut svg, n, (end + 6.0, baseline), Anchor::Start, size, Role::Ink, bar.first);
        words(&mut svg, share, (full - 2.0, baseline), Anchor::End, size, Role::Muted, false);
        svg.close();
    }
    if wide && !bars.is_empty() {
        svg.line((left, head.height() + size * 1.4), (left, y), Role::Line, 1.0);
    }
    svg.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Dice, check_picture};

    fn items(counts: &[f64]) -> Vec<ParetoItem> {
        counts.iter().enumerate().map(|(i, n)| ParetoItem { label: format!("Årsak {i}"), count: *n }).collect()
    }

    #[test]
    fn the_first_four_fifths_are_dark_and_the_rest_stands_last() {
        let items = items(&[5.0, 50.0, 3.0, 30.0, 2.0, 9.0, 1.0]);
        let texts = ParetoTexts { rest: "Annet", together: "Sammen", ..ParetoTexts::default() };
        let chart = Pareto { items: &items, most: 5, texts, ..Pareto::default() };
        let table = pareto_table(&chart);
        let first: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(first, ["Årsak 1", "Årsak 3", "Årsak 5", "Årsak 0", "Annet"]);
        assert_eq!(table.rows[4], ["Annet", "6", "100 %"]);
        for layout in [Layout::Wide, Layout::Narrow] {
            let elements = check_picture(&pareto(&Pareto { layout, ..chart }));
            let dark: Vec<bool> = elements
                .iter()
                .filter(|e| e.has_class("chart-bar"))
                .map(|e| e.attr("fill").contains("series"))
                .collect();
            assert_eq!(dark, [true, true, false, false, false], "50 and 30 of 100");
        }
    }

    #[test]
    fn any_input_gives_a_sound_picture() {
        let mut dice = Dice(12);
        for _ in 0..200 {
            let items: Vec<ParetoItem> =
                (0..dice.below(20)).map(|_| ParetoItem { label: dice.words(), count: dice.number() }).collect();
            let (title, word) = (dice.words(), dice.words());
            let texts = ParetoTexts { together: &word, rest: &word, no_values: &word, ..ParetoTexts::default() };
            let chart = Pareto {
                title: &title,
                x_label: &word,
                items: &items,
                most: dice.below(9),
                texts,
                layout: [Layout::Wide, Layout::Narrow][dice.below(2)],
                ..Pareto::default()
            };
            let svg = pareto(&chart);
            assert_eq!(svg, pareto(&chart));
            check_picture(&svg);
        }
    }
}
