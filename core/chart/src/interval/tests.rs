//! What the plot promises.

use super::*;
use crate::reading::{Dice, Element, check_picture, lines_of_words};
use crate::spc::Tone;
use crate::{Colours, Layout};

fn row(label: &str, value: f64, interval: (f64, f64)) -> IntervalRow {
    IntervalRow { label: label.into(), value: Some(value), interval: Some(interval), ..IntervalRow::default() }
}

fn check(plot: &IntervalPlot) -> Vec<Element> {
    let svg = interval_plot(plot);
    assert_eq!(svg, interval_plot(plot), "the same input gives the same bytes");
    check_picture(&svg)
}

#[test]
fn rows_stand_in_the_callers_order_with_their_figures() {
    let mut rows =
        vec![row("Sør", 13.7, (12.9, 14.5)), row("Nord", 10.1, (8.0, 12.4)), row("Vest", 12.0, (11.5, 12.6))];
    rows[1].differs = Some((Tone::Better, "under landet".into()));
    rows[1].numerator = Some(24.0);
    rows[1].denominator = Some(238.0);
    rows[1].remarks = "dekning 60 %".into();
    rows.push(IntervalRow { label: "Øst".into(), ..IntervalRow::default() });
    for layout in [Layout::Wide, Layout::Narrow] {
        let texts = IntervalTexts {
            missing: "ingen tall",
            label: "Region",
            value: "Andel",
            note: "Merknad",
            ..IntervalTexts::default()
        };
        let plot =
            IntervalPlot { rows: &rows, reference: Some(("Landet", 12.8)), texts, layout, ..IntervalPlot::default() };
        let elements = check(&plot);
        let words: Vec<(String, f64)> =
            lines_of_words(&elements).into_iter().map(|(words, rect)| (words, rect.y0)).collect();
        let at = |word: &str| words.iter().find(|(found, _)| found == word).map(|(_, y)| *y).expect(word);
        assert!(at("Sør") < at("Nord") && at("Nord") < at("Vest") && at("Vest") < at("Øst"));
        for expected in ["Landet 12.8", "ingen tall", if layout == Layout::Wide { "13.7 (12.9–14.5)" } else { "13.7" }]
        {
            at(expected);
        }
        let said: Vec<&str> = elements.iter().filter(|e| e.name == "title").skip(1).map(|e| e.words.as_str()).collect();
        assert_eq!(said[1], "Nord: 10.1, 8–12.4, 24/238, under landet, dekning 60 %");
        let table = interval_table(&plot);
        assert_eq!(table.rows[3][1], "ingen tall");
        assert_eq!(table.rows[1].last().map(String::as_str), Some("under landet; dekning 60 %"));
    }
}

#[test]
fn an_interval_beyond_the_axis_ends_in_an_arrow() {
    let mut rows: Vec<IntervalRow> =
        (0..8).map(|i| row(&i.to_string(), 10.0 + crate::svg::count(i), (9.0, 18.0))).collect();
    let arrows = |rows: &[IntervalRow]| {
        let elements = check(&IntervalPlot { rows, ..IntervalPlot::default() });
        elements.iter().filter(|e| e.name == "path").count()
    };
    assert_eq!(arrows(&rows), 0);
    rows[3].interval = Some((1.0, 900.0));
    assert_eq!(arrows(&rows), 1);
}

#[test]
fn any_input_gives_a_sound_picture() {
    let mut dice = Dice(4);
    for _ in 0..200 {
        let maybe = |dice: &mut Dice| (dice.below(5) > 0).then(|| dice.number());
        let rows: Vec<IntervalRow> = (0..dice.below(14))
            .map(|_| IntervalRow {
                label: dice.words(),
                value: maybe(&mut dice),
                interval: (dice.below(4) > 0).then(|| (dice.number(), dice.number())),
                numerator: maybe(&mut dice),
                denominator: maybe(&mut dice),
                differs: (dice.below(4) == 0).then(|| (Tone::Worse, dice.words())),
                own: dice.below(6) == 0,
                uncertain: (dice.below(6) == 0).then(|| dice.words()),
                remarks: if dice.below(6) == 0 { dice.words() } else { String::new() },
            })
            .collect();
        let (title, label, missing) = (dice.words(), dice.words(), dice.words());
        let plot = IntervalPlot {
            title: &title,
            answer: &label,
            x_label: &label,
            rows: &rows,
            reference: (dice.below(3) > 0).then(|| (label.as_str(), dice.number())),
            from_zero: dice.below(2) == 0,
            texts: IntervalTexts { missing: &missing, differs: &label, uncertain: &label, ..IntervalTexts::default() },
            layout: [Layout::Wide, Layout::Narrow][dice.below(2)],
            colours: [Colours::Page, Colours::Fixed][dice.below(2)],
            ..IntervalPlot::default()
        };
        check(&plot);
        let table = interval_table(&plot);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    }
}
