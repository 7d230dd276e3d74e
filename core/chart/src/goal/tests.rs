//! What the chart promises.

use super::*;
use crate::reading::{Dice, Element, check_picture, lines_of_words};
use crate::{Colours, Layout};

fn comma(value: f64) -> String {
    format!("{value:.1}").replace('.', ",")
}

fn year(time: i32, value: Option<f64>) -> Point {
    Point { time: f64::from(time), label: time.to_string(), value, ..Point::default() }
}

/// Harm in Norwegian hospital stays as the action plan and its reports print it.
fn harm() -> Vec<Point> {
    let printed = |time| match time {
        2010 => Some(15.9),
        2011 => Some(16.1),
        2012 | 2017 => Some(13.7),
        2013 => Some(13.0),
        2020 => Some(13.1),
        2021 => Some(12.8),
        _ => None,
    };
    (2010..=2023).map(|time| year(time, printed(time))).collect()
}

fn target() -> TargetPath {
    TargetPath { label: "Mål 2023".into(), path: vec![(2017.0, 13.7), (2023.0, 10.3)] }
}

fn texts() -> GoalTexts<'static> {
    GoalTexts {
        missing: "ingen tall",
        withheld: "holdes tilbake",
        provisional: "foreløpig",
        approximate: "omtrent",
        interval: "95 % intervall",
        no_values: "Ingen verdier",
        range: &|low, high| format!("{low} til {high}"),
        axis_from: &|from| format!("aksen starter på {from}"),
    }
}

fn check(chart: &GoalChart) -> Vec<Element> {
    let svg = goal_chart(chart);
    assert_eq!(svg, goal_chart(chart), "the same input gives the same bytes");
    check_picture(&svg)
}

fn of_class<'e>(elements: &'e [Element], class: &str) -> Vec<&'e Element> {
    elements.iter().filter(|element| element.has_class(class)).collect()
}

/// Elements inside the group of this class.
fn inside<'e>(elements: &'e [Element], class: &str) -> Vec<&'e Element> {
    let Some(start) = elements.iter().position(|element| element.has_class(class)) else {
        return Vec::new();
    };
    let depth = elements[start].depth;
    elements[start + 1..].iter().take_while(|element| element.depth > depth).collect()
}

/// What each group of this class says.
fn inside_each<'e>(elements: &'e [Element], class: &str) -> Vec<&'e str> {
    let of_class = elements.iter().enumerate().filter(|(_, element)| element.has_class(class));
    of_class.filter_map(|(place, _)| elements.get(place + 1)).map(|title| title.words.as_str()).collect()
}

#[test]
fn gaps_are_never_bridged() {
    for layout in [Layout::Wide, Layout::Narrow] {
        let points = harm();
        let targets = [target()];
        let elements =
            check(&GoalChart { points: &points, targets: &targets, texts: texts(), layout, ..GoalChart::default() });
        let lines: Vec<&str> =
            inside(&elements, "chart-series").iter().filter(|e| e.name == "path").map(|e| e.attr("d")).collect();
        // 2010 to 2013 is one line, 2020 to 2021 the other; 2017 stands alone.
        let corners: Vec<usize> = lines.iter().map(|d| d.matches(['M', 'L']).count()).collect();
        assert_eq!(corners, [4, 2], "{lines:?}");
        assert_eq!(of_class(&elements, "chart-point").len(), 7);
        assert_eq!(of_class(&elements, "chart-gap").len(), 3);
    }
}

#[test]
fn what_is_kept_back_is_told_apart_from_what_nobody_knows() {
    for layout in [Layout::Wide, Layout::Narrow] {
        let mut points = harm();
        points[4].withheld = true;
        let elements = check(&GoalChart { points: &points, texts: texts(), layout, ..GoalChart::default() });
        let kept = inside(&elements, "chart-withheld");
        assert_eq!(kept[0].words, "2014: holdes tilbake");
        // 2015 and 2016, 2018 and 2019, 2022 and 2023: a value that is there is no gap.
        let gaps: Vec<&str> = inside_each(&elements, "chart-gap");
        assert_eq!(
            gaps,
            [
                "2015: ingen tall; 2016: ingen tall",
                "2018: ingen tall; 2019: ingen tall",
                "2022: ingen tall; 2023: ingen tall"
            ]
        );
        let words: Vec<&str> = elements.iter().filter(|e| e.name == "text").map(|e| e.words.as_str()).collect();
        assert!(words.contains(&"holdes tilbake"), "{words:?}");
        assert!(words.contains(&"ingen tall"), "a bracket without room for its word is explained: {words:?}");
    }
}

#[test]
fn a_unit_stands_as_close_as_the_language_has_it() {
    let points = [year(2021, Some(12.8))];
    for (is_close, expected) in [(true, "2021: 12,8%"), (false, "2021: 12,8\u{a0}%")] {
        let elements =
            check(&GoalChart { points: &points, number: &comma, unit: "%", is_close, ..GoalChart::default() });
        assert_eq!(inside(&elements, "chart-point")[0].words, expected);
    }
}

#[test]
fn the_target_path_is_dashed_and_has_no_points() {
    let points = harm();
    let second = TargetPath { label: "Annen lesning".into(), path: vec![(2017.0, 13.7), (2023.0, 11.0)] };
    let targets = [target(), second];
    let elements =
        check(&GoalChart { points: &points, targets: &targets, number: &comma, unit: "%", ..GoalChart::default() });
    let dashes: Vec<&str> = elements.iter().map(|e| e.attr("stroke-dasharray")).filter(|d| !d.is_empty()).collect();
    assert_eq!(dashes.len(), 2);
    assert_ne!(dashes[0], dashes[1], "two readings can be told apart without colour");
    let words: Vec<&str> = elements.iter().filter(|e| e.name == "text").map(|e| e.words.as_str()).collect();
    for label in ["12,8\u{a0}%", "10,3\u{a0}%", "Mål 2023", "11,0\u{a0}%", "Annen lesning"] {
        assert!(words.contains(&label), "{label} in {words:?}");
    }
}

#[test]
fn every_point_says_all_that_is_known_of_it() {
    let points =
        [Point { interval: Some((11.0, 14.5)), provisional: true, approximate: true, ..year(2021, Some(12.8)) }];
    let elements =
        check(&GoalChart { points: &points, number: &comma, unit: "%", texts: texts(), ..GoalChart::default() });
    let said = inside(&elements, "chart-point")[0];
    assert_eq!(said.words, "2021: 12,8\u{a0}%, 95 % intervall 11,0 til 14,5, foreløpig, omtrent");
    assert_eq!(of_class(&elements, "chart-key").len(), 3);
}

#[test]
fn points_are_visited_only_when_asked() {
    let points = harm();
    let plain = check(&GoalChart { points: &points, ..GoalChart::default() });
    assert_eq!(plain[0].attr("role"), "img");
    assert!(plain.iter().all(|element| element.attr("tabindex").is_empty()));
    let visited = check(&GoalChart { points: &points, focusable: true, ..GoalChart::default() });
    assert_eq!(visited[0].attr("role"), "group");
    let stops: Vec<&str> = visited.iter().filter(|e| e.attr("tabindex") == "0").map(|e| e.attr("aria-label")).collect();
    assert_eq!(stops.len(), 7);
    assert!(stops[0].starts_with("2010") && stops[6].starts_with("2021"), "in time order");
}

#[test]
fn an_axis_that_is_cut_says_so() {
    let points: Vec<Point> = (2017..).zip([92.1, 92.4, 93.3]).map(|(time, value)| year(time, Some(value))).collect();
    let cut = GoalChart {
        points: &points,
        axis: ValueAxis::Fitted,
        texts: texts(),
        number: &comma,
        unit: "%",
        ..GoalChart::default()
    };
    let elements = check(&cut);
    assert_eq!(of_class(&elements, "chart-break").len(), 1);
    assert!(elements.iter().any(|e| e.words == "aksen starter på 92,0\u{a0}%"));
    let whole = check(&GoalChart { axis: ValueAxis::FromZero, ..cut });
    assert!(of_class(&whole, "chart-break").is_empty());
    assert!(whole.iter().any(|e| e.name == "text" && e.words == "0"), "zero is on the axis, without its decimal");
}

#[test]
fn zeros_are_cut_only_from_decimals() {
    for (number, expected) in [
        (&comma as &dyn Fn(f64) -> String, ["0", "1000", "2000"]),
        (
            &|value| {
                if value > 0.0 { format!("{}.000", value / 1000.0) } else { "0".into() }
            },
            ["0", "1.000", "2.000"],
        ),
    ] {
        let points = [year(1, Some(0.0)), year(2, Some(2400.0))];
        let elements = check(&GoalChart { points: &points, number, ..GoalChart::default() });
        let words: Vec<&str> = elements.iter().filter(|e| e.name == "text").map(|e| e.words.as_str()).collect();
        assert!(expected.iter().all(|label| words.contains(label)), "{words:?}");
    }
}

#[test]
fn crowded_times_are_thinned_and_the_last_one_stays() {
    let points: Vec<Point> = (1990..=2049).map(|time| year(time, Some(f64::from(time % 7)))).collect();
    for layout in [Layout::Wide, Layout::Narrow] {
        let elements = check(&GoalChart { points: &points, layout, ..GoalChart::default() });
        let times: Vec<String> =
            lines_of_words(&elements).into_iter().map(|(words, _)| words).filter(|words| words.len() == 4).collect();
        assert!(times.len() < 40 && times.contains(&"2049".to_owned()), "{times:?}");
    }
}

#[test]
fn nothing_at_all_is_still_a_picture() {
    let elements = check(&GoalChart { texts: texts(), ..GoalChart::default() });
    assert!(elements.iter().any(|e| e.words == "Ingen verdier"));
    let points: Vec<Point> = (2019..=2023).map(|time| year(time, None)).collect();
    check(&GoalChart { points: &points, targets: &[target()], texts: texts(), ..GoalChart::default() });
}

#[test]
fn files_carry_plain_colours() {
    let points = harm();
    let svg = goal_chart(&GoalChart { points: &points, colours: Colours::Fixed, ..GoalChart::default() });
    assert!(!svg.contains("var("));
    let svg = goal_chart(&GoalChart { points: &points, ..GoalChart::default() });
    assert!(svg.contains("var(--chart-series, #0b5a69)"));
}

#[test]
fn any_input_gives_a_sound_picture() {
    let mut dice = Dice(2026);
    for _ in 0..400 {
        let (missing, no_values) = (dice.words(), dice.words());
        let texts = GoalTexts { missing: &missing, no_values: &no_values, ..texts() };
        let points: Vec<Point> = (0..dice.below(25))
            .map(|i| Point {
                time: if dice.below(3) == 0 { dice.number() } else { 2000.0 + crate::svg::count(i) },
                label: dice.words(),
                value: (dice.below(3) > 0).then(|| dice.number()),
                interval: (dice.below(3) == 0).then(|| (dice.number(), dice.number())),
                provisional: dice.below(4) == 0,
                approximate: dice.below(4) == 0,
                withheld: dice.below(4) == 0,
            })
            .collect();
        let targets: Vec<TargetPath> = (0..dice.below(4))
            .map(|_| TargetPath {
                label: dice.words(),
                path: (0..dice.below(4)).map(|_| (dice.number(), dice.number())).collect(),
            })
            .collect();
        let baseline = Baseline { time: dice.number(), value: dice.number(), label: dice.words() };
        let (title, description, y_label) = (dice.words(), dice.words(), dice.words());
        let more = [(dice.number(), dice.words())];
        check(&GoalChart {
            id: &dice.words(),
            title: &title,
            description: &description,
            show_title: dice.below(2) == 0,
            y_label: &y_label,
            unit: ["", "%", "per 1000"][dice.below(3)],
            is_close: dice.below(2) == 0,
            number: &comma,
            points: &points,
            more_times: &more,
            targets: &targets,
            baseline: (dice.below(2) == 0).then_some(&baseline),
            axis: [ValueAxis::FromZero, ValueAxis::Fitted][dice.below(2)],
            texts,
            layout: [Layout::Wide, Layout::Narrow][dice.below(2)],
            colours: [Colours::Page, Colours::Fixed][dice.below(2)],
            focusable: dice.below(2) == 0,
        });
    }
}
