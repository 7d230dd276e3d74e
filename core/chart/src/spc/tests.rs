//! What the chart promises.

use super::*;
use crate::reading::{Dice, Element, check_picture, lines_of_words};
use crate::svg::count;
use crate::{Colours, Layout};

fn comma(value: f64) -> String {
    format!("{value:.1}").replace('.', ",")
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

fn texts() -> SpcTexts<'static> {
    SpcTexts {
        period: "Måned",
        value: "Verdi",
        numerator: "Fall",
        denominator: "Liggedøgn",
        centre: "Snitt",
        lower: "Nedre grense",
        upper: "Øvre grense",
        limits: "Grenser",
        signal: "Signal",
        outside: "Utenfor grensene",
        run: "Vedvarende skift",
        excluded: "holdt utenfor",
        provisional: "foreløpig",
        missing: "ingen tall",
        beyond: "utenfor aksen",
        no_values: "Ingen verdier",
        note: "Merknad",
        of: &|part, whole| format!("{part} av {whole}"),
        ..SpcTexts::default()
    }
}

fn month(i: usize, value: Option<f64>) -> SpcPoint {
    SpcPoint {
        time: count(i),
        label: format!("måned {i}"),
        tick: format!("M{}", i % 12 + 1),
        group: (2020 + i / 12).to_string(),
        value,
        centre: Some(10.0),
        lower: Some(4.0),
        upper: Some(16.0),
        ..SpcPoint::default()
    }
}

fn year_of_points() -> Vec<SpcPoint> {
    let values = [9.0, 11.0, 8.0, 12.0, 10.5, 9.5, 18.0, 10.0, 11.0, 9.0, 8.0, 12.0];
    values.iter().enumerate().map(|(i, value)| month(i, Some(*value))).collect()
}

fn signal(shape: SignalShape, tone: Tone) -> SpcSignal {
    SpcSignal { shape, tone, words: "over øvre grense".into() }
}

fn check(chart: &SpcChart) -> Vec<Element> {
    let svg = spc_chart(chart);
    assert_eq!(svg, spc_chart(chart), "the same input gives the same bytes");
    check_picture(&svg)
}

/// Elements inside the first group of this class.
fn inside<'e>(elements: &'e [Element], class: &str) -> Vec<&'e Element> {
    let Some(start) = elements.iter().position(|element| element.has_class(class)) else {
        return Vec::new();
    };
    let depth = elements[start].depth;
    elements[start + 1..].iter().take_while(|element| element.depth > depth).collect()
}

/// The elements of one point.
fn point(elements: &[Element], rank: usize) -> Vec<&Element> {
    let start = elements.iter().position(|e| e.attr("data-point") == rank.to_string()).expect("the point");
    let depth = elements[start].depth;
    elements[start..].iter().enumerate().take_while(|(i, e)| *i == 0 || e.depth > depth).map(|(_, e)| e).collect()
}

fn corners(path: &str) -> usize {
    path.matches(['M', 'L']).count()
}

#[test]
fn every_point_is_a_group_in_time_order_that_says_all_that_is_known() {
    let mut points = year_of_points();
    points[6].signal = Some(signal(SignalShape::Outside, Tone::Worse));
    points[6].numerator = Some(17.0);
    points[6].denominator = Some(1405.0);
    points[6].note = "Ferie".into();
    points.reverse();
    let elements = check(&SpcChart {
        id: "a b",
        points: &points,
        texts: texts(),
        number: &comma,
        count: &whole,
        ..SpcChart::default()
    });
    assert_eq!(elements[0].attr("role"), "img");
    assert_eq!(elements[0].attr("data-chart"), "spc");
    let groups: Vec<&Element> = elements.iter().filter(|e| e.has_class("chart-point")).collect();
    let ranks: Vec<String> = (0..12).map(|i| i.to_string()).collect();
    assert_eq!(groups.iter().map(|e| e.attr("data-point")).collect::<Vec<_>>(), ranks);
    assert_eq!(groups[6].attr("id"), "a-b-p6");
    assert_eq!(groups[6].attr("data-signal"), "outside");
    assert_eq!(point(&elements, 6)[1].words, "måned 6: 18,0 (17 av 1405), over øvre grense, Ferie");
}

#[test]
fn gaps_and_excluded_points_break_the_line() {
    let mut points = year_of_points();
    points[3].value = None;
    points[8].excluded = Some("strømbrudd".into());
    let elements = check(&SpcChart { points: &points, texts: texts(), ..SpcChart::default() });
    let lines: Vec<usize> = inside(&elements, "chart-series")
        .iter()
        .filter(|e| e.name == "path" && e.attr("stroke").contains("series"))
        .map(|e| corners(e.attr("d")))
        .collect();
    assert_eq!(lines, [3, 4, 3]);
    assert!(point(&elements, 3)[0].has_class("chart-missing"));
    assert!(point(&elements, 3)[1].words.contains("ingen tall"));
    assert!(point(&elements, 8)[1].words.contains("holdt utenfor (strømbrudd)"));
    // A level holds over a missing month.
    let centre: Vec<usize> = inside(&elements, "chart-centre").iter().map(|e| corners(e.attr("d"))).collect();
    assert_eq!(centre, [2]);
}

#[test]
fn signals_differ_in_shape() {
    let shapes = [SignalShape::Outside, SignalShape::Run, SignalShape::Trend, SignalShape::Near];
    let mut seen = Vec::new();
    for shape in shapes {
        let mut points = year_of_points();
        points[6].signal = Some(signal(shape, Tone::Worse));
        let elements = check(&SpcChart { points: &points, texts: texts(), ..SpcChart::default() });
        let drawn: Vec<String> =
            point(&elements, 6)[3..].iter().map(|e| format!("{}{}", e.name, corners(e.attr("d")))).collect();
        assert!(!seen.contains(&drawn), "{drawn:?} is drawn for two shapes");
        seen.push(drawn);
    }
}

#[test]
fn provisional_points_are_hollow_and_show_no_signal() {
    let mut points = year_of_points();
    points[11].provisional = true;
    points[11].signal = Some(signal(SignalShape::Outside, Tone::Worse));
    let elements = check(&SpcChart { points: &points, texts: texts(), ..SpcChart::default() });
    let drawn = point(&elements, 11);
    assert!(drawn.iter().any(|e| e.attr("fill").contains("paper") && e.attr("stroke").contains("series")), "{drawn:?}");
    assert!(drawn.iter().all(|e| !e.attr("fill").contains("worse")));
}

#[test]
fn limits_step_where_they_differ_and_run_straight_where_not() {
    let mut points = year_of_points();
    for (i, found) in points.iter_mut().enumerate() {
        found.upper = Some(16.0 + count(i % 3));
    }
    for (limit_line, expected) in [(LimitLine::Steps, [24, 2]), (LimitLine::Slopes, [24, 2])] {
        let elements = check(&SpcChart { points: &points, limit_line, ..SpcChart::default() });
        let lines: Vec<usize> = inside(&elements, "chart-limits")
            .iter()
            .filter(|e| e.attr("fill") == "none")
            .map(|e| corners(e.attr("d")))
            .collect();
        assert_eq!(lines, expected, "{limit_line:?}");
    }
}

#[test]
fn each_phase_has_its_own_centre_with_its_value() {
    let mut points: Vec<SpcPoint> = (0..24).map(|i| month(i, Some(10.0 + count(i % 4)))).collect();
    for found in points.iter_mut().skip(12) {
        found.centre = Some(7.0);
        found.value = found.value.map(|value| value - 4.0);
    }
    let phases = [SpcPhase { start: 12.0, label: "Januar 2021: ny post".into() }];
    for layout in [Layout::Wide, Layout::Narrow] {
        let elements = check(&SpcChart {
            points: &points,
            phases: &phases,
            texts: texts(),
            number: &comma,
            layout,
            ..SpcChart::default()
        });
        let words: Vec<String> = lines_of_words(&elements).into_iter().map(|(words, _)| words).collect();
        // On a phone nothing fits between these points; there the key tells both.
        let (first, last) = if layout == Layout::Wide { ("10,0", "Snitt 7,0") } else { ("Snitt 10,0 → 7,0", "7,0") };
        for expected in [first, last, "Januar 2021: ny post"] {
            assert!(words.iter().any(|found| found == expected), "{expected} in {words:?}");
        }
        assert_eq!(inside(&elements, "chart-centre").len(), 2);
    }
}

#[test]
fn events_are_numbered_and_told_beneath() {
    let points = year_of_points();
    let events: Vec<SpcEvent> =
        [7.0, 2.0, 2.0, 99.0].iter().map(|time| SpcEvent { time: *time, words: format!("Hendelse {time}") }).collect();
    let elements = check(&SpcChart { points: &points, events: &events, texts: texts(), ..SpcChart::default() });
    let flags: Vec<&Element> = elements.iter().filter(|e| e.has_class("chart-event")).collect();
    assert_eq!(flags.len(), 3, "what lies outside the chart has no flag");
    let words: Vec<String> = lines_of_words(&elements).into_iter().map(|(words, _)| words).collect();
    for expected in ["Hendelse 2", "Hendelse 7", "Hendelse 99", "3", "4"] {
        assert!(words.iter().any(|found| found == expected), "{expected} in {words:?}");
    }
}

#[test]
fn a_value_far_beyond_lies_at_the_rim_and_keeps_its_number() {
    let mut points = year_of_points();
    points[6].value = Some(4000.0);
    let elements = check(&SpcChart { points: &points, texts: texts(), number: &whole, ..SpcChart::default() });
    assert_eq!(elements.iter().filter(|e| e.has_class("chart-beyond")).count(), 2, "at the point and in the key");
    let words: Vec<String> = lines_of_words(&elements).into_iter().map(|(words, _)| words).collect();
    assert!(words.contains(&"4000".to_owned()) && words.contains(&"utenfor aksen".to_owned()), "{words:?}");
    assert!(!words.contains(&"2000".to_owned()), "the axis fits the rest");
}

#[test]
fn the_axis_ends_where_values_end_being_possible() {
    let mut points: Vec<SpcPoint> = (0..12).map(|i| month(i, Some(100.0 - count(i % 2)))).collect();
    for found in &mut points {
        (found.centre, found.lower, found.upper) = (Some(99.5), Some(98.0), Some(100.0));
    }
    let words = |points: &[SpcPoint], axis| -> Vec<String> {
        let elements = check(&SpcChart { points, axis, number: &comma, ..SpcChart::default() });
        lines_of_words(&elements).into_iter().map(|(words, _)| words).collect()
    };
    let within = SpcAxis::Within { least: 0.0, most: 100.0 };
    let beyond = |words: &[String]| words.iter().any(|word| word.starts_with("10") && !word.starts_with("100"));
    assert!(!beyond(&words(&points, within)), "{:?}", words(&points, within));
    // What cannot be is shown all the same.
    points[3].value = Some(109.0);
    assert!(beyond(&words(&points, within)), "{:?}", words(&points, within));
}

#[test]
fn nothing_one_and_all_alike_are_drawn() {
    for layout in [Layout::Wide, Layout::Narrow] {
        for n in [0, 1, 2, 6, 240] {
            for value in [None, Some(0.0), Some(10.0), Some(1e-9), Some(9.9e11)] {
                let points: Vec<SpcPoint> = (0..n).map(|i| month(i, value)).collect();
                let elements = check(&SpcChart { points: &points, texts: texts(), layout, ..SpcChart::default() });
                assert_eq!(elements.iter().filter(|e| e.has_class("chart-point")).count(), n);
                let said = elements.iter().any(|e| e.words == "Ingen verdier");
                assert_eq!(said, n == 0 || value.is_none());
            }
        }
    }
}

#[test]
fn a_line_beside_the_values_is_named_and_marked_where_it_signals() {
    let points = year_of_points();
    let path: Vec<(f64, Option<f64>)> = (0..12).map(|i| (count(i), Some(5.0 - count(i) / 2.0))).collect();
    let signals = vec![(11.0, SpcSignal { words: "nedover".into(), ..signal(SignalShape::Outside, Tone::Worse) })];
    let traces = [SpcTrace { label: "Ned".into(), path, signals }];
    for layout in [Layout::Wide, Layout::Narrow] {
        let texts = SpcTexts { series: "Opp", ..texts() };
        let chart = SpcChart { points: &points, traces: &traces, texts, number: &comma, layout, ..SpcChart::default() };
        let elements = check(&chart);
        let words: Vec<String> = lines_of_words(&elements).into_iter().map(|(words, _)| words).collect();
        let named = |name: &str| words.iter().any(|found| found.starts_with(name));
        assert!(named("Opp") && named("Ned") && named("Utenfor"), "{layout:?}: {words:?}");
        assert_eq!(
            inside(&elements, "chart-trace").iter().filter(|e| e.name == "path").count(),
            3,
            "line, diamond, ring"
        );
        assert_eq!(point(&elements, 11)[1].words, "måned 11: 12,0, Ned -0,5, nedover");
        assert_eq!(spc_table(&chart).rows[11].last().map(String::as_str), Some("nedover"));
    }
}

#[test]
fn files_carry_plain_colours_and_no_parts_for_the_keyboard() {
    let points = year_of_points();
    let svg = spc_chart(&SpcChart { points: &points, colours: Colours::Fixed, ..SpcChart::default() });
    assert!(!svg.contains("var(") && !svg.contains("chart-hit"));
}

#[test]
fn the_table_says_what_the_picture_says() {
    let mut points = year_of_points();
    points[3].value = None;
    points[6].signal = Some(signal(SignalShape::Outside, Tone::Worse));
    points[6].numerator = Some(17.0);
    points[8].excluded = Some("strømbrudd".into());
    points[11].provisional = true;
    let phases = [SpcPhase { start: 6.0, label: "ny post".into() }];
    let events = [SpcEvent { time: 1.5, words: "opplæring".into() }];
    let target = SpcTarget { label: "Mål".into(), steps: vec![(0.0, 9.0), (6.0, 8.0)] };
    let chart = SpcChart {
        points: &points,
        phases: &phases,
        events: &events,
        target: Some(&target),
        texts: texts(),
        unit: "%",
        number: &comma,
        count: &whole,
        ..SpcChart::default()
    };
    let table = spc_table(&chart);
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    let expected = ["Måned", "Verdi (%)", "Fall", "Snitt", "Nedre grense", "Øvre grense", "Mål", "Signal", "Merknad"];
    assert_eq!(headings, expected);
    assert_eq!(table.rows.len(), 12);
    assert_eq!(table.rows[2][8], "opplæring");
    assert_eq!(table.rows[3][1], "ingen tall");
    assert_eq!(table.rows[6], ["måned 6", "18,0", "17", "10,0", "4,0", "16,0", "8,0", "over øvre grense", "ny post"]);
    assert_eq!(table.rows[8][8], "holdt utenfor (strømbrudd)");
    assert_eq!(table.rows[11][8], "foreløpig");
}

#[test]
fn any_input_gives_a_sound_picture() {
    let mut dice = Dice(2027);
    for _ in 0..150 {
        let n = [3, 12, 40, 120][dice.below(4)];
        let maybe = |dice: &mut Dice| (dice.below(3) > 0).then(|| dice.number());
        let points: Vec<SpcPoint> = (0..dice.below(n))
            .map(|i| SpcPoint {
                time: if dice.below(9) == 0 { dice.number() } else { count(i) },
                label: dice.words(),
                tick: dice.words(),
                group: if dice.below(2) == 0 { (i / 12).to_string() } else { dice.words() },
                value: maybe(&mut dice),
                raw: maybe(&mut dice),
                numerator: maybe(&mut dice),
                denominator: maybe(&mut dice),
                centre: maybe(&mut dice),
                lower: maybe(&mut dice),
                upper: maybe(&mut dice),
                inner: (dice.below(3) == 0).then(|| (dice.number(), dice.number())),
                signal: (dice.below(5) == 0).then(|| SpcSignal {
                    shape: [SignalShape::Outside, SignalShape::Run, SignalShape::Trend, SignalShape::Near]
                        [dice.below(4)],
                    tone: [Tone::Neutral, Tone::Better, Tone::Worse][dice.below(3)],
                    words: dice.words(),
                }),
                excluded: (dice.below(7) == 0).then(|| dice.words()),
                provisional: dice.below(7) == 0,
                note: dice.words(),
            })
            .collect();
        let place = |dice: &mut Dice| if dice.below(3) == 0 { dice.number() } else { count(dice.below(40)) };
        let phases: Vec<SpcPhase> =
            (0..dice.below(5)).map(|_| SpcPhase { start: place(&mut dice), label: dice.words() }).collect();
        let events: Vec<SpcEvent> =
            (0..dice.below(9)).map(|_| SpcEvent { time: place(&mut dice), words: dice.words() }).collect();
        let target = SpcTarget {
            label: dice.words(),
            steps: (0..dice.below(4)).map(|_| (place(&mut dice), dice.number())).collect(),
        };
        let traces: Vec<SpcTrace> = (0..dice.below(3))
            .map(|_| SpcTrace {
                label: dice.words(),
                path: (0..dice.below(9)).map(|_| (place(&mut dice), maybe(&mut dice))).collect(),
                signals: (0..dice.below(3))
                    .map(|_| (place(&mut dice), signal(SignalShape::Outside, Tone::Neutral)))
                    .collect(),
            })
            .collect();
        let (title, answer, y_label, word) = (dice.words(), dice.words(), dice.words(), dice.words());
        let chart = SpcChart {
            id: &dice.words(),
            title: &title,
            answer: &answer,
            description: &answer,
            show_title: dice.below(2) == 0,
            y_label: &y_label,
            unit: ["", "%", "per 1000"][dice.below(3)],
            is_close: dice.below(2) == 0,
            number: &comma,
            count: &whole,
            points: &points,
            phases: &phases,
            events: &events,
            target: (dice.below(2) == 0).then_some(&target),
            traces: &traces,
            axis: match dice.below(4) {
                0 => SpcAxis::Fitted,
                1 => SpcAxis::FromZero,
                2 => SpcAxis::Within { least: dice.number(), most: dice.number() },
                _ => SpcAxis::Log,
            },
            limit_line: [LimitLine::Steps, LimitLine::Slopes][dice.below(2)],
            texts: SpcTexts { centre: &word, series: &word, outside: &word, raw: &word, missing: &word, ..texts() },
            layout: [Layout::Wide, Layout::Narrow][dice.below(2)],
            colours: [Colours::Page, Colours::Fixed][dice.below(2)],
        };
        check(&chart);
        let table = spc_table(&chart);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    }
}
