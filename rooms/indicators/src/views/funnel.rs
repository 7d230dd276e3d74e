//! Units in a funnel, and how far apart they lie.

use maud::{Markup, PreEscaped, Render, html};
use varde_chart as draw;
use varde_chart::Layout;
use varde_kernel::{Period, UnitId, UnitKind};
use varde_stats::funnel::Funnel;
use varde_web::Ctx;
use varde_web::ui::{Choice, Column, Picture, Select, Table, Tone, empty_state, filter_bar, note};

use super::chart::drawn_table;
use super::{
    FunnelNames, FunnelWords, Known, funnel_answer, funnel_curves, funnel_mark, mark_words, measure_key, number,
    sentence, value_marks,
};
use crate::model::{Indicator, Measure, Observation, UseMark};
use crate::pages::funnel::Above;
use crate::rules::spread::Spread;

/// A unit in the funnel.
pub struct Seat {
    /// Its name.
    pub name: String,
    /// The unit.
    pub unit: UnitId,
    /// Its value.
    pub value: Observation,
    /// Whether the reader holds a role there.
    pub own: bool,
    /// Whether it did too little to be judged.
    pub few: bool,
}

/// Everything on the page of a funnel.
pub struct FunnelPage<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// Where the page is.
    pub address: &'a str,
    /// Kinds of units that can be compared.
    pub kinds: &'a [UnitKind],
    /// The kind that is shown.
    pub kind: Option<UnitKind>,
    /// Periods that can be shown.
    pub periods: &'a [Period],
    /// The period that is shown.
    pub period: Option<Period>,
    /// The units.
    pub seats: &'a [Seat],
    /// The limits; none when values came without what they were counted from, or some are kept back.
    pub funnel: Option<&'a Funnel>,
    /// Where some are kept back, a published figure that holds them together.
    pub above: Option<&'a Above>,
    /// How far apart they lie.
    pub spread: Option<Spread>,
    /// How many units are left out, since their values are kept back.
    pub n_kept_back: usize,
    /// Whether their values are sums of the units below them.
    pub summed: bool,
}

impl FunnelPage<'_> {
    /// Whether units can be drawn by how much they did: within limits, or, where some are kept back, as points alone.
    pub fn is_drawn(&self) -> bool {
        let counted = |seat: &Seat| seat.value.numerator.and(seat.value.denominator).is_some();
        self.funnel.is_some() || (0 < self.n_kept_back && self.seats.iter().all(counted))
    }
}

/// Draws the page.
pub fn funnel_page(cx: &Ctx, page: &FunnelPage<'_>) -> Markup {
    html! {
        (choose_units(cx, page))
        @if page.seats.len() < 3 {
            (empty_state(&cx.t("indicators-funnel-none"), &cx.t("indicators-funnel-none-help"), &Markup::default()))
        } @else {
            @if page.is_drawn() {
                (funnel_picture(cx, page))
            } @else {
                @if 0 < page.n_kept_back { p { (cx.t("indicators-funnel-unjudged")) } }
                @else { (note(Tone::Info, None, &html! { p { (cx.t("indicators-funnel-no-counts")) } })) }
                (plain_funnel_table(cx, page))
            }
            @if let Some(spread) = &page.spread { (spread_lines(cx, page, spread)) }
        }
        @if page.summed { p.quiet { (cx.t("indicators-derived-how")) } }
        @if 0 < page.n_kept_back {
            p.quiet { (cx.say().with("indicators-funnel-kept-back", &[("n", page.n_kept_back.into())])) }
        }
    }
}

pub(super) fn choose_units(cx: &Ctx, page: &FunnelPage<'_>) -> Markup {
    let kinds: Vec<(&str, String)> =
        page.kinds.iter().map(|kind| (kind.name(), cx.t(varde_people::unit_kind_key(*kind)))).collect();
    let kind_choices: Vec<Choice<'_>> = kinds
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            chosen: page.kind.is_some_and(|kind| kind.name() == *value),
            ..Choice::default()
        })
        .collect();
    let periods: Vec<(String, String)> =
        page.periods.iter().map(|period| (period.to_string(), cx.say().period(*period))).collect();
    let period_choices: Vec<Choice<'_>> = periods
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            chosen: page.period.is_some_and(|period| period.to_string() == *value),
            ..Choice::default()
        })
        .collect();
    let (kind, period) = (cx.t("indicators-funnel-kind"), cx.t("indicators-values-period"));
    let fields = html! {
        @if 1 < kind_choices.len() {
            (Select { id: "kind", name: "kind", label: &kind, choices: &kind_choices, autosubmit: true, ..Select::default() })
        }
        @if 1 < period_choices.len() {
            (Select { id: "period", name: "period", label: &period, choices: &period_choices, autosubmit: true, ..Select::default() })
        }
    };
    if kind_choices.len() < 2 && period_choices.len() < 2 {
        return Markup::default();
    }
    filter_bar(page.address, &cx.t("indicators-filter-label"), &fields, &cx.t("indicators-filter-go"), None)
}

/// Factor from shares and rates to what is shown.
fn factor(indicator: &Indicator) -> f64 {
    match indicator.measure {
        Measure::Percent => 100.0,
        Measure::Rate => indicator.per.unwrap_or(1.0),
        _ => 1.0,
    }
}

pub(super) fn funnel_picture(cx: &Ctx, page: &FunnelPage<'_>) -> Markup {
    let (say, factor) = (cx.say(), factor(page.indicator));
    let units: Vec<draw::FunnelUnit> = page
        .seats
        .iter()
        .enumerate()
        .map(|(place, seat)| draw::FunnelUnit {
            label: seat.name.clone(),
            numerator: seat.value.numerator,
            denominator: seat.value.denominator,
            value: match page.funnel {
                Some(funnel) => funnel.places.get(place).map(|found| found.value * factor),
                None => seat.value.value,
            },
            mark: page
                .funnel
                .filter(|_| !seat.few)
                .and_then(|funnel| funnel_mark(say, page.indicator.direction, funnel, place)),
            own: seat.own,
            too_small: seat.few,
            remarks: mark_words(cx, page.indicator, &seat.value, &[Known::Few]),
        })
        .collect();
    let sizes = || page.seats.iter().filter_map(|seat| seat.value.denominator);
    let curves = page.funnel.map(|funnel| funnel_curves(say, funnel, sizes(), factor)).unwrap_or_default();
    let n_outside = units.iter().filter(|unit| unit.mark.as_ref().is_some_and(|mark| mark.outer)).count();
    let n_judged = page.seats.iter().filter(|seat| !seat.few).count();
    let answer = match page.funnel {
        Some(funnel) => funnel_answer(say, funnel, (n_outside, n_judged)),
        None => unjudged(cx, page),
    };
    let question = cx.t("indicators-funnel-question");
    let names = ["web-unit", "indicators-values-numerator", "indicators-values-denominator"].map(|key| cx.t(key));
    let [unit, numerator, denominator] = &names;
    let words = FunnelWords::new(say);
    let number = |value: f64| say.value(sentence::about(value));
    let count = |value: f64| say.value(value);
    let y_label = cx.t(measure_key(page.indicator.measure));
    let chart = |layout: Layout| draw::FunnelChart {
        id: if layout == Layout::Wide { "funnel-wide" } else { "funnel-narrow" },
        title: &question,
        answer: &answer,
        description: &answer,
        show_title: false,
        y_label: &y_label,
        x_label: denominator,
        unit: if page.indicator.measure == Measure::Percent { "%" } else { "" },
        is_close: cx.locale() == varde_kernel::Locale::En,
        number: &number,
        count: &count,
        units: &units,
        curves: &curves,
        centre: match (page.funnel, page.above) {
            (Some(funnel), _) => Some((words.centre(), funnel.target * factor)),
            (None, Some(above)) => above.value.value.map(|value| (above.name.as_str(), value)),
            (None, None) => None,
        },
        axis: draw::FunnelAxis::default(),
        from_zero: false,
        texts: words.texts(FunnelNames { unit, numerator, denominator }),
        layout,
        colours: draw::Colours::Page,
    };
    let table = drawn_table(cx, &draw::funnel_table(&chart(Layout::Wide)));
    let caption = cx.t("indicators-chart-table");
    Picture {
        question: &question,
        aside: Markup::default(),
        drawing: html! {
            div.picture-wide { (PreEscaped(draw::funnel_chart(&chart(Layout::Wide)))) }
            div.picture-narrow { (PreEscaped(draw::funnel_chart(&chart(Layout::Narrow)))) }
        },
        answer: &answer,
        table: Some((&caption, table)),
    }
    .render()
}

/// What can be said where some are kept back, and where the line comes from that is drawn nevertheless.
fn unjudged(cx: &Ctx, page: &FunnelPage<'_>) -> String {
    let mut text = cx.t("indicators-funnel-unjudged");
    if let Some(above) = page.above {
        let value = super::observed(cx, page.indicator.measure, &above.value);
        let args = [("unit", above.name.as_str().into()), ("value", value.into())];
        text = format!("{text} {}", cx.say().with("indicators-funnel-published", &args));
    }
    text
}

pub(super) fn spread_lines(cx: &Ctx, page: &FunnelPage<'_>, spread: &Spread) -> Markup {
    let (say, measure) = (cx.say(), page.indicator.measure);
    let shown = |value: f64| number(cx, measure, sentence::about(value));
    let middle = say.with(
        "indicators-funnel-spread",
        &[
            ("n", spread.n.into()),
            ("low", shown(spread.low).into()),
            ("median", shown(spread.median).into()),
            ("high", shown(spread.high).into()),
        ],
    );
    html! {
        p {
            (middle) " "
            @if let Some(ratio) = spread.ratio {
                (say.with("indicators-funnel-ratio", &[("ratio", say.number(ratio, 1).into())])) " "
            }
            @if let Some(ratio) = spread.decile_ratio {
                (say.with("indicators-funnel-deciles", &[("ratio", say.number(ratio, 1).into())])) " "
            }
            @match page.indicator.sheet.use_mark {
                UseMark::Over => (cx.t("indicators-use-over")),
                UseMark::Under => (cx.t("indicators-use-under")),
                UseMark::None => "",
            }
        }
    }
}

/// Values that came without what they were counted from, by name.
pub(super) fn plain_funnel_table(cx: &Ctx, page: &FunnelPage<'_>) -> Markup {
    let rows: Vec<Vec<Markup>> = page
        .seats
        .iter()
        .map(|seat| {
            let href = format!("/indicators/{}/units/{}", page.indicator.id, seat.unit);
            vec![
                varde_web::ui::link(&seat.name, &href),
                html! { (super::observed(cx, page.indicator.measure, &seat.value)) },
                value_marks(cx, page.indicator, &seat.value),
            ]
        })
        .collect();
    let words = ["indicators-chart-table", "web-unit", "indicators-values-value", "indicators-values-marks"];
    let [caption, unit, value, marks] = &words.map(|key| cx.t(key));
    Table {
        caption,
        caption_hidden: true,
        columns: &[Column::text(unit), Column::number(value), Column::text(marks)],
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    }
    .render()
}
