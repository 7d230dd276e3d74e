//! Areas beside each other by where people live, with the country's value and how much they differ.

use maud::{Markup, PreEscaped, html};
use varde_chart as draw;
use varde_chart::Layout;
use varde_web::ui::{Icon, Picture, Tone, Weight, empty_state, link_button, note};
use varde_web::{Ctx, Fields, with};

use super::chart::drawn_table;
use super::funnel::{self, FunnelPage};
use super::{Known, funnel_mark, mark_words, measure_key, number, observed, standardisation_key};
use crate::model::{Direction, Measure, Observation, Standardisation};
use crate::rules::areas::Differences;
use crate::{rules, sentence};

/// With more areas than this, the page shows a funnel instead of a line for each.
const MOST_LINES: usize = 40;

/// Everything on the page.
pub struct ResidencePage<'a> {
    /// The areas.
    pub areas: &'a FunnelPage<'a>,
    /// The country's value.
    pub national: Option<&'a Observation>,
    /// How much they differ.
    pub differences: Option<&'a Differences>,
}

/// Draws the page.
pub fn residence_page(cx: &Ctx, page: &ResidencePage<'_>) -> Markup {
    let areas = page.areas;
    html! {
        p.prose { (cx.t("indicators-residence-lead")) }
        (funnel::choose_units(cx, areas))
        @if areas.seats.len() < 2 {
            (empty_state(&cx.t("indicators-residence-none"), &cx.t("indicators-residence-none-help"), &Markup::default()))
        } @else {
            @match (areas.is_drawn(), areas.seats.len()) {
                (true, n) if MOST_LINES < n => (funnel::funnel_picture(cx, areas)),
                (_, n) if n <= MOST_LINES => (picture(cx, page)),
                _ => (funnel::plain_funnel_table(cx, areas)),
            }
            (said(cx, page))
            p { (link_button(&cx.t("indicators-list-export"), &file_address(areas), Weight::Tertiary, Some(Icon::Download))) }
        }
        @if 0 < areas.n_kept_back {
            p.quiet { (cx.say().with("indicators-residence-kept-back", &[("n", areas.n_kept_back.into())])) }
        }
    }
}

fn file_address(areas: &FunnelPage<'_>) -> String {
    let period = areas.period.map(|period| period.to_string()).unwrap_or_default();
    let kind = areas.kind.map(varde_kernel::UnitKind::name).unwrap_or_default();
    with(areas.address, &Fields::default(), &[("format", "csv"), ("kind", kind), ("period", &period)])
}

/// How much they differ, in sentences.
fn said(cx: &Ctx, page: &ResidencePage<'_>) -> Markup {
    let (say, areas) = (cx.say(), page.areas);
    let adjusted = match areas.indicator.sheet.standardisation {
        Standardisation::None => cx.t("indicators-residence-crude"),
        way => say.with("indicators-residence-adjusted", &[("way", cx.t(standardisation_key(way)).into())]),
    };
    html! {
        @match page.differences {
            Some(found) => p {
                (ratio_text(cx, found))
                " "
                @let key = if found.p_value < 0.05 { "indicators-residence-systematic" } else { "indicators-residence-chance" };
                (say.with(key, &[("scv", say.number(found.systematic, 1).into()), ("p", p_text(cx, found.p_value).into())]))
            },
            None => { @if let Some(spread) = &areas.spread { (funnel::spread_lines(cx, areas, spread)) } },
        }
        p.quiet { (adjusted) " " (cx.t("indicators-residence-no-ranking")) }
    }
}

/// The highest over the lowest, with its interval.
fn ratio_text(cx: &Ctx, found: &Differences) -> String {
    let Some((ratio, interval)) = found.ratio else { return cx.t("indicators-residence-no-ratio") };
    let number = |value: f64| cx.say().number(value, 1);
    let args = [
        ("n", found.n.into()),
        ("ratio", number(ratio).into()),
        ("low", number(interval.low).into()),
        ("high", number(interval.high).into()),
    ];
    cx.say().with("indicators-residence-ratio", &args)
}

/// A p value as people write it.
fn p_text(cx: &Ctx, p: f64) -> String {
    if p < 0.001 { format!("< {}", cx.say().number(0.001, 3)) } else { format!("= {}", cx.say().number(p, 3)) }
}

fn picture(cx: &Ctx, page: &ResidencePage<'_>) -> Markup {
    let (say, areas) = (cx.say(), page.areas);
    let indicator = areas.indicator;
    let rows: Vec<draw::IntervalRow> = areas
        .seats
        .iter()
        .enumerate()
        .map(|(place, seat)| {
            let mark = areas
                .funnel
                .filter(|_| !seat.few)
                .and_then(|limits| funnel_mark(say, indicator.direction, limits, place).filter(|mark| mark.outer));
            let uncertain = mark_words(cx, indicator, &seat.value, &[Known::Coverage]);
            draw::IntervalRow {
                label: seat.name.clone(),
                value: seat.value.value,
                interval: rules::interval(indicator.measure, &seat.value.entry()),
                numerator: seat.value.numerator,
                denominator: seat.value.denominator,
                differs: mark.map(|mark| (mark.tone, mark.words)),
                own: seat.own,
                uncertain: (!uncertain.is_empty()).then_some(uncertain),
                remarks: mark_words(cx, indicator, &seat.value, &[Known::Provisional, Known::Few]),
            }
        })
        .collect();
    let n_differ = rows.iter().filter(|row| row.differs.is_some()).count();
    let (question, answer) = (cx.t("indicators-residence-question"), answer(cx, page, n_differ));
    let words = [
        "indicators-residence-area",
        "indicators-values-value",
        "indicators-value-interval",
        "indicators-values-numerator",
        "indicators-values-denominator",
        "indicators-entry-note",
        "indicators-residence-differs",
        "indicators-residence-uncertain",
        "indicators-kin-own",
        "indicators-value-missing",
        "indicators-kin-nation",
    ]
    .map(|key| cx.t(key));
    let [area, value, interval, numerator, denominator, told, differs, uncertain, own, missing, nation] = &words;
    let amount = |value: f64| say.value(sentence::about(value));
    let count = |value: f64| say.value(value);
    let range =
        |low: &str, high: &str| say.with("indicators-value-range", &[("low", low.into()), ("high", high.into())]);
    let of =
        |part: &str, whole: &str| say.with("indicators-chart-of", &[("part", part.into()), ("whole", whole.into())]);
    let x_label = cx.t(measure_key(indicator.measure));
    let reference = page.national.and_then(|national| national.value).map(|value| (nation.as_str(), value));
    let plot = |layout: Layout| draw::IntervalPlot {
        id: if layout == Layout::Wide { "areas-wide" } else { "areas-narrow" },
        title: &question,
        answer: &answer,
        description: &answer,
        show_title: false,
        x_label: &x_label,
        unit: if indicator.measure == Measure::Percent { "%" } else { "" },
        number: &amount,
        count: &count,
        rows: &rows,
        reference,
        from_zero: false,
        texts: draw::IntervalTexts {
            label: area,
            value,
            interval,
            numerator,
            denominator,
            note: told,
            differs,
            uncertain,
            own,
            missing,
            range: &range,
            of: &of,
        },
        layout,
        colours: draw::Colours::Page,
    };
    let table = drawn_table(cx, &draw::interval_table(&plot(Layout::Wide)));
    let caption = cx.t("indicators-chart-table");
    html! {
        (Picture {
            question: &question,
            aside: Markup::default(),
            drawing: html! {
                div.picture-wide { (PreEscaped(draw::interval_plot(&plot(Layout::Wide)))) }
                div.picture-narrow { (PreEscaped(draw::interval_plot(&plot(Layout::Narrow)))) }
            },
            answer: &answer,
            table: Some((&caption, table)),
        })
        @if areas.funnel.is_none() && areas.n_kept_back == 0 {
            (note(Tone::Info, None, &html! { p { (cx.t("indicators-residence-no-counts")) } }))
        }
    }
}

/// What the picture says: the country's value, and how many areas chance does not explain.
fn answer(cx: &Ctx, page: &ResidencePage<'_>, n_differ: usize) -> String {
    let (say, areas) = (cx.say(), page.areas);
    let mut parts: Vec<String> = Vec::new();
    if let Some(national) = page.national {
        let value = observed(cx, areas.indicator.measure, national);
        parts.push(match rules::interval(areas.indicator.measure, &national.entry()) {
            Some((low, high)) => say.with(
                "indicators-residence-national-interval",
                &[
                    ("value", value.into()),
                    ("low", say.value(low).into()),
                    ("high", number(cx, areas.indicator.measure, high).into()),
                ],
            ),
            None => say.with("indicators-residence-national", &[("value", value.into())]),
        });
    }
    if areas.funnel.is_some() {
        let counts = [("n", n_differ.into()), ("total", areas.seats.iter().filter(|seat| !seat.few).count().into())];
        parts.push(say.with("indicators-residence-answer", &counts));
    }
    if 0 < areas.n_kept_back {
        parts.push(cx.t("indicators-residence-unjudged"));
    }
    if areas.indicator.direction == Direction::None {
        parts.push(cx.t("indicators-residence-no-direction"));
    }
    parts.join(" ")
}
