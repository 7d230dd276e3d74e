//! Units as small charts on one scale, with the table of what they say.

use maud::{Markup, PreEscaped, Render, html};
use varde_chart as draw;
use varde_chart::Layout;
use varde_kernel::{Period, UnitId, UnitTree, sort_key};
use varde_web::Ctx;
use varde_web::ui::{Choice, Column, Picture, Select, Table, empty_state, filter_bar, link};

use super::spc::mark;
use super::{facts, mark_words, measure_key, observed, protected_note, quality_marks, unit_name};
use crate::model::Indicator;
use crate::pages::reading::Reading;
use crate::rules;
use crate::sentence;

/// How many periods a small chart shows.
const PERIODS: usize = 36;

/// Everything on the page.
pub struct MultiplesPage<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// Units with several under them.
    pub parents: &'a [UnitId],
    /// The one whose units are shown.
    pub parent: Option<UnitId>,
    /// The units, by name.
    pub readings: &'a [Reading],
    /// Units that the reader holds a role on.
    pub own: &'a [UnitId],
}

/// Draws the page.
pub fn multiples_page(cx: &Ctx, tree: &UnitTree, page: &MultiplesPage<'_>) -> Markup {
    html! {
        (choose(cx, tree, page))
        @if page.readings.len() < 2 {
            (empty_state(&cx.t("indicators-multiples-none"), &cx.t("indicators-multiples-none-help"), &Markup::default()))
        } @else {
            (picture(cx, tree, page))
            (protected_note(cx, page.readings.iter().flat_map(|one| &one.values)))
        }
    }
}

fn choose(cx: &Ctx, tree: &UnitTree, page: &MultiplesPage<'_>) -> Markup {
    if page.parents.len() < 2 {
        return Markup::default();
    }
    let mut parents: Vec<(String, String)> =
        page.parents.iter().map(|unit| (unit.to_string(), unit_name(cx, tree, *unit))).collect();
    parents.sort_by_cached_key(|one| sort_key(&one.1));
    let chosen = page.parent.map(|unit| unit.to_string());
    let choices: Vec<Choice<'_>> = parents
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: chosen.as_ref() == Some(value), ..Choice::default() })
        .collect();
    let label = cx.t("indicators-multiples-under");
    let fields = html! {
        (Select { id: "unit", name: "unit", label: &label, choices: &choices, autosubmit: true, ..Select::default() })
    };
    let address = format!("/indicators/{}/multiples", page.indicator.id);
    filter_bar(&address, &cx.t("indicators-filter-label"), &fields, &cx.t("indicators-filter-go"), None)
}

fn picture(cx: &Ctx, tree: &UnitTree, page: &MultiplesPage<'_>) -> Markup {
    let periods = periods(page.readings);
    let panels: Vec<draw::Panel> = page.readings.iter().map(|one| panel(cx, tree, page, one, &periods)).collect();
    let question = cx.t("indicators-multiples-question");
    let n = page.readings.iter().filter(|one| is_special(page.indicator, one)).count();
    // Those that cannot be judged are none of those that show nothing.
    let judged = page.readings.iter().filter(|one| one.whole).count();
    let mut said = Vec::new();
    if 0 < judged {
        said.push(cx.say().with("indicators-multiples-answer", &[("n", n.into()), ("total", judged.into())]));
    }
    if judged < panels.len() {
        said.push(cx.say().with("indicators-multiples-kept-back", &[("n", (panels.len() - judged).into())]));
    }
    let answer = said.join(" ");
    let end = |period: Option<&Period>| period.map(|period| cx.say().period(*period)).unwrap_or_default();
    let (first, last) = (end(periods.first()), end(periods.last()));
    let y_label = cx.t(measure_key(page.indicator.measure));
    let number = |value: f64| cx.say().value(sentence::about(value));
    let chart = |layout: Layout| draw::SmallMultiples {
        id: if layout == Layout::Wide { "multiples-wide" } else { "multiples-narrow" },
        title: &question,
        answer: &answer,
        description: &answer,
        show_title: false,
        y_label: &y_label,
        number: &number,
        panels: &panels,
        target: None,
        span: (&first, &last),
        from_zero: true,
        layout,
        colours: draw::Colours::Page,
    };
    let caption = cx.t("indicators-chart-table");
    Picture {
        question: &question,
        aside: Markup::default(),
        drawing: html! {
            div.picture-wide { (PreEscaped(draw::small_multiples(&chart(Layout::Wide)))) }
            div.picture-narrow { (PreEscaped(draw::small_multiples(&chart(Layout::Narrow)))) }
        },
        answer: &answer,
        table: Some((&caption, table(cx, tree, page, &caption))),
    }
    .render()
}

fn is_special(indicator: &Indicator, reading: &Reading) -> bool {
    matches!(reading.variation(indicator), rules::reading::Variation::Special(..))
}

/// The newest periods that any of the units has, oldest first.
fn periods(readings: &[Reading]) -> Vec<Period> {
    let mut found: Vec<Period> = readings
        .iter()
        .flat_map(|one| match &one.drawn {
            Some(drawn) => drawn.periods.clone(),
            None => one.values.iter().map(|value| value.period).collect(),
        })
        .collect();
    found.sort_by_key(|period| (period.start(), period.end()));
    found.dedup();
    found.split_off(found.len().saturating_sub(PERIODS))
}

fn panel(cx: &Ctx, tree: &UnitTree, page: &MultiplesPage<'_>, reading: &Reading, periods: &[Period]) -> draw::Panel {
    let indicator = page.indicator;
    let points = periods
        .iter()
        .map(|period| match &reading.drawn {
            Some(drawn) => match drawn.periods.iter().position(|known| known == period) {
                Some(place) => draw::SparkPoint {
                    value: drawn.chart.points.get(place).and_then(|point| point.y),
                    centre: drawn.chart.points.get(place).and_then(|point| point.centre),
                    signal: mark(drawn, &reading.causes, indicator.direction, place),
                },
                None => draw::SparkPoint::default(),
            },
            None => draw::SparkPoint {
                value: reading.values.iter().find(|one| one.period == *period).and_then(|one| one.value),
                ..draw::SparkPoint::default()
            },
        })
        .collect();
    let unit = unit_name(cx, tree, reading.series.unit);
    let said = answer(cx, indicator, reading);
    let newest = rules::latest(&reading.values);
    let marks = newest.map(|newest| mark_words(cx, indicator, newest, &[])).unwrap_or_default();
    draw::Panel {
        words: if marks.is_empty() { format!("{unit}: {said}") } else { format!("{unit}: {said} ({marks})") },
        label: unit,
        points,
        last: newest.map(|last| observed(cx, indicator.measure, last)).unwrap_or_default(),
        own: page.own.contains(&reading.series.unit),
    }
}

fn answer(cx: &Ctx, indicator: &Indicator, reading: &Reading) -> String {
    let drawn = (reading.drawn.as_ref(), reading.causes.as_slice());
    sentence::answer(cx.say(), &facts(indicator, &reading.spec, reading.whole), &reading.values, drawn)
}

fn table(cx: &Ctx, tree: &UnitTree, page: &MultiplesPage<'_>, caption: &str) -> Markup {
    let rows: Vec<Vec<Markup>> = page
        .readings
        .iter()
        .map(|one| {
            let href = format!("/indicators/{}/units/{}", page.indicator.id, one.series.unit);
            let newest = rules::latest(&one.values);
            vec![
                link(&unit_name(cx, tree, one.series.unit), &href),
                html! {
                    @if let Some(newest) = newest {
                        (observed(cx, page.indicator.measure, newest)) " "
                        span.quiet.small { (cx.say().period(newest.period)) }
                        (quality_marks(cx, page.indicator, newest))
                    } @else { span.quiet { (cx.t("indicators-value-none")) } }
                },
                html! { (answer(cx, page.indicator, one)) },
            ]
        })
        .collect();
    let words = ["web-unit", "indicators-series-newest", "indicators-signal-what"].map(|key| cx.t(key));
    let [unit, newest, what] = &words;
    Table {
        caption,
        caption_hidden: true,
        columns: &[Column::text(unit), Column::text(newest), Column::text(what)],
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    }
    .render()
}
