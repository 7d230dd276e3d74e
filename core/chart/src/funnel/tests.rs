//! What the funnel promises.

use super::*;
use crate::reading::{Dice, Element, check_picture, lines_of_words};
use crate::spc::Tone;
use crate::svg::count;
use crate::{Colours, Layout};

fn unit(i: usize, value: f64) -> FunnelUnit {
    FunnelUnit {
        label: format!("Sykehus {i}"),
        numerator: Some(value * count(i)),
        denominator: Some(count(i) * 40.0 + 20.0),
        value: Some(value),
        ..FunnelUnit::default()
    }
}

fn curve(label: &str, z: f64) -> FunnelCurve {
    let at = |n: f64| (n, Some(10.0 - z * 30.0 / n.sqrt()), Some(10.0 + z * 30.0 / n.sqrt()));
    FunnelCurve { label: label.into(), path: (1..=100).map(|i| at(count(i) * 8.0)).collect() }
}

fn texts() -> FunnelTexts<'static> {
    FunnelTexts {
        unit: "Sykehus",
        value: "Andel",
        numerator: "Døde",
        denominator: "Opphold",
        mark: "Utenfor",
        inner: "utenfor 95 %",
        outer: "utenfor 99,8 %",
        own: "egen enhet",
        too_small: "for få",
        missing: "ingen tall",
        no_values: "Ingen enheter",
        ..FunnelTexts::default()
    }
}

fn check(chart: &FunnelChart) -> Vec<Element> {
    let svg = funnel_chart(chart);
    assert_eq!(svg, funnel_chart(chart), "the same input gives the same bytes");
    check_picture(&svg)
}

fn words(elements: &[Element]) -> Vec<String> {
    lines_of_words(elements).into_iter().map(|(words, _)| words).collect()
}

#[test]
fn only_those_outside_and_the_own_unit_are_named() {
    let mut units: Vec<FunnelUnit> = (1..=18).rev().map(|i| unit(i, 9.0 + count(i % 3))).collect();
    units[2].mark = Some(FunnelMark { outer: true, tone: Tone::Worse, words: "over 99,8 %".into() });
    units[2].value = Some(16.0);
    units[9].own = true;
    units[17].too_small = true;
    units[17].mark = Some(FunnelMark { outer: true, tone: Tone::Worse, words: "skal ikke sies".into() });
    for layout in [Layout::Wide, Layout::Narrow] {
        let curves = [curve("99,8 %", 3.09), curve("95 %", 1.96)];
        let centre = Some(("Landet", 10.0));
        let elements = check(&FunnelChart {
            units: &units,
            curves: &curves,
            centre,
            texts: texts(),
            layout,
            ..FunnelChart::default()
        });
        let words = words(&elements);
        let named: Vec<&String> = words.iter().filter(|word| word.starts_with("Sykehus")).collect();
        assert_eq!(named, ["Sykehus 9", "Sykehus 16"], "{words:?}");
        for expected in ["99,8 %", "95 %", "utenfor 99,8 %", "egen enhet", "for få"] {
            assert!(words.iter().any(|word| word == expected), "{expected} in {words:?}");
        }
        let points: Vec<&Element> = elements.iter().filter(|e| e.has_class("chart-point")).collect();
        assert_eq!(points.len(), 18);
        assert_eq!(points.iter().filter(|e| e.attr("data-signal") == "outside").count(), 1);
        assert_eq!(elements.iter().filter(|e| e.words.contains("skal ikke sies")).count(), 0);
    }
}

#[test]
fn points_are_walked_by_size_and_listed_in_the_callers_order() {
    let mut units = [unit(3, 11.0), unit(1, 12.0), unit(2, 9.0)];
    units[1].remarks = "dekning 60 %".into();
    let chart = FunnelChart { units: &units, texts: texts(), ..FunnelChart::default() };
    let elements = check(&chart);
    let said: Vec<String> = elements.iter().filter(|e| e.name == "title").skip(1).map(|e| e.words.clone()).collect();
    assert!(said[0].starts_with("Sykehus 1:") && said[2].starts_with("Sykehus 3:"), "{said:?}");
    assert!(said[0].ends_with(", dekning 60 %"), "{said:?}");
    let table = funnel_table(&chart);
    assert_eq!(table.rows[1].last().map(String::as_str), Some("dekning 60 %"));
    let listed: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(listed, ["Sykehus 3", "Sykehus 1", "Sykehus 2"]);
}

#[test]
fn limits_of_tiny_units_do_not_press_the_rest_flat() {
    let units: Vec<FunnelUnit> = (1..=12).map(|i| unit(i, 10.0 + count(i % 2))).collect();
    let huge = FunnelCurve {
        label: "x".into(),
        path: vec![(60.0, Some(-900.0), Some(900.0)), (500.0, Some(9.0), Some(12.0))],
    };
    let elements = check(&FunnelChart { units: &units, curves: &[huge], texts: texts(), ..FunnelChart::default() });
    assert!(!words(&elements).iter().any(|word| word == "500"), "{:?}", words(&elements));
}

#[test]
fn any_input_gives_a_sound_picture() {
    let mut dice = Dice(77);
    for _ in 0..150 {
        let maybe = |dice: &mut Dice| (dice.below(5) > 0).then(|| dice.number());
        let n = [2, 20, 60][dice.below(3)];
        let units: Vec<FunnelUnit> = (0..dice.below(n))
            .map(|_| FunnelUnit {
                label: dice.words(),
                numerator: maybe(&mut dice),
                denominator: maybe(&mut dice),
                value: maybe(&mut dice),
                mark: (dice.below(4) == 0).then(|| FunnelMark {
                    outer: dice.below(2) == 0,
                    tone: [Tone::Neutral, Tone::Better, Tone::Worse][dice.below(3)],
                    words: dice.words(),
                }),
                own: dice.below(9) == 0,
                too_small: dice.below(6) == 0,
                remarks: if dice.below(6) == 0 { dice.words() } else { String::new() },
            })
            .collect();
        let curves: Vec<FunnelCurve> = (0..dice.below(3))
            .map(|_| FunnelCurve {
                label: dice.words(),
                path: (0..dice.below(30)).map(|_| (dice.number(), maybe(&mut dice), maybe(&mut dice))).collect(),
            })
            .collect();
        let (title, label, x_label) = (dice.words(), dice.words(), dice.words());
        let chart = FunnelChart {
            title: &title,
            answer: &label,
            x_label: &x_label,
            y_label: &label,
            unit: ["", "%"][dice.below(2)],
            units: &units,
            curves: &curves,
            centre: (dice.below(3) > 0).then(|| (label.as_str(), dice.number())),
            axis: [FunnelAxis::Linear, FunnelAxis::Root][dice.below(2)],
            from_zero: dice.below(2) == 0,
            texts: texts(),
            layout: [Layout::Wide, Layout::Narrow][dice.below(2)],
            colours: [Colours::Page, Colours::Fixed][dice.below(2)],
            ..FunnelChart::default()
        };
        check(&chart);
        let table = funnel_table(&chart);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    }
}
