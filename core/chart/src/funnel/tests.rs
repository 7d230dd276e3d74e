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

/// Units of one size within the limits of a proportion, as of eight wards with forty observations each.
fn wards(n: f64) -> (Vec<FunnelUnit>, [FunnelCurve; 2]) {
    let ward = |i: usize| FunnelUnit {
        label: format!(
            "Sengepost {} (Sengeavdelingen, Medisinsk klinikk {})",
            1 + i % 2,
            ["Vik", "Nes", "Ås", "Li"][i / 2]
        ),
        denominator: Some(n),
        value: Some(78.0 + count(i)),
        mark: (i < 2).then(|| FunnelMark { outer: true, tone: Tone::Worse, words: "under".into() }),
        ..FunnelUnit::default()
    };
    let curve = |label: &str, z: f64| {
        let at = |n: f64| (n, Some(82.0 - z * 38.0 / n.sqrt()), Some(82.0 + z * 38.0 / n.sqrt()));
        FunnelCurve { label: label.into(), path: (0..=60).map(|i| at(n * (0.96 + 0.08 * count(i) / 60.0))).collect() }
    };
    ((0..8).map(ward).collect(), [curve("99,8 %", 3.09), curve("95 %", 1.96)])
}

#[test]
fn every_limit_of_the_middle_unit_is_drawn_and_named() {
    let (units, curves) = wards(40.0);
    for layout in [Layout::Wide, Layout::Narrow] {
        let chart = FunnelChart { units: &units, curves: &curves, texts: texts(), layout, ..FunnelChart::default() };
        let elements = check(&chart);
        let words = words(&elements);
        for label in ["99,8 %", "95 %"] {
            assert!(words.iter().any(|word| word == label), "{label} in {words:?}");
        }
        let plan = plan::Plan::new(&chart);
        for (lower, upper) in &plan.curves {
            for side in [lower, upper] {
                let ends = side.iter().flatten().map(|(x, _)| *x);
                let (from, to) = ends.fold((f64::INFINITY, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
                let (_, (middle, _)) = plan.units[3];
                assert!(from <= middle && middle <= to, "{layout:?}: the limits run past the middle unit");
            }
        }
    }
}

#[test]
fn the_lower_axis_begins_near_units_that_are_alike_in_size_and_at_zero_otherwise() {
    for (n, expected) in [(40.0, 0.2..0.8), (4000.0, 0.2..0.8)] {
        let (units, curves) = wards(n);
        let chart = FunnelChart { units: &units, curves: &curves, texts: texts(), ..FunnelChart::default() };
        let plan = plan::Plan::new(&chart);
        let share = (plan.units[0].1.0 - plan.plot.x0) / (plan.plot.x1 - plan.plot.x0);
        assert!(expected.contains(&share), "{share}");
        assert!(plan.x_ticks.len() > 1, "{:?}", plan.x_ticks);
    }
    let units: Vec<FunnelUnit> = (1..=18).map(|i| unit(i, 10.0)).collect();
    for axis in [FunnelAxis::Linear, FunnelAxis::Root] {
        let chart = FunnelChart { units: &units, texts: texts(), axis, ..FunnelChart::default() };
        assert_eq!(plan::Plan::new(&chart).x_ticks[0].1, "0");
    }
}

#[test]
fn a_name_is_never_cut_to_what_others_are_called_too() {
    let (units, curves) = wards(40.0);
    for layout in [Layout::Wide, Layout::Narrow] {
        let elements =
            check(&FunnelChart { units: &units, curves: &curves, texts: texts(), layout, ..FunnelChart::default() });
        let words = words(&elements).join(" ");
        assert!(!words.contains("Sengepost 1…") && words.contains("Vik)"), "{layout:?} {words}");
    }
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
