//! A series as a control chart: the picture, its table, and its sign. All come from one chart that
//! was worked out once, so they cannot disagree.

use maud::{Markup, PreEscaped, Render, html};
use varde_chart as draw;
use varde_chart::{Layout, SignalShape, SpcPoint, SpcTexts};
use varde_kernel::{MeasureId, Period, PrintPicture};
use varde_spc::{Rule, Way};
use varde_web::Ctx;
use varde_web::ui::Picture;

use super::chart::drawn_table;
use super::{ChartWords, ColumnNames, Known, mark_words, measure_key};
use crate::model::{Cause, ChartSpec, Direction, Indicator, Meaning, Measure, Missing, Observation, PointNote};
use crate::pages::measures::Measures;
use crate::rules::chart::Drawn;
use crate::rules::reading::{self, Assurance, Variation};
use crate::sentence::{self, Facts};

/// Everything that a picture of a series is made of.
pub struct Shown<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// The question that the picture answers.
    pub question: &'a str,
    /// What is measured.
    pub indicator: &'a Indicator,
    /// Its values.
    pub values: &'a [Observation],
    /// How it is charted.
    pub spec: &'a ChartSpec,
    /// The chart.
    pub drawn: &'a Drawn,
    /// What the chart sees.
    pub causes: &'a [Cause],
    /// What was noted about points.
    pub notes: &'a [PointNote],
    /// The measures that notes and phases tell of.
    pub measures: &'a Measures,
}

/// The facts of an indicator and its chart that sentences need.
pub fn facts(indicator: &Indicator, spec: &ChartSpec, whole: bool) -> Facts {
    Facts { measure: indicator.measure, direction: indicator.direction, target: spec.target, whole }
}

/// The picture with its question, its answer and its table.
pub fn spc_picture(cx: &Ctx, shown: &Shown<'_>, aside: Markup) -> Markup {
    let answer = spc_answer(cx, shown);
    let parts = Parts::new(cx, shown);
    Picture {
        question: shown.question,
        aside,
        drawing: html! {
            div.picture-wide { (PreEscaped(parts.svg(cx, shown, &answer, Look::Wide))) }
            div.picture-narrow { (PreEscaped(parts.svg(cx, shown, &answer, Look::Narrow))) }
        },
        answer: &answer,
        table: Some((&cx.t("indicators-chart-table"), parts.table(cx, shown, &answer))),
    }
    .render()
}

/// What the chart says, in words.
pub fn spc_answer(cx: &Ctx, shown: &Shown<'_>) -> String {
    let facts = facts(shown.indicator, shown.spec, shown.drawn.judged);
    sentence::answer(cx.say(), &facts, shown.values, (Some(shown.drawn), shown.causes))
}

/// The same drawing for paper.
pub fn spc_print(cx: &Ctx, shown: &Shown<'_>) -> PrintPicture {
    let answer = spc_answer(cx, shown);
    PrintPicture { svg: Parts::new(cx, shown).svg(cx, shown, &answer, Look::Paper), alt: answer }
}

/// Where the drawing is seen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// In a wide frame on a page.
    Wide,
    /// In a narrow one.
    Narrow,
    /// In a document: light colours, whatever the reader's screen is set to.
    Paper,
}

impl Look {
    /// What tells the drawing's id from those of the others.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
            Self::Paper => "paper",
        }
    }

    pub(super) const fn layout(self) -> Layout {
        match self {
            Self::Wide | Self::Paper => Layout::Wide,
            Self::Narrow => Layout::Narrow,
        }
    }

    pub(super) const fn colours(self) -> draw::Colours {
        match self {
            Self::Wide | Self::Narrow => draw::Colours::Page,
            Self::Paper => draw::Colours::Fixed,
        }
    }
}

/// The drawing's data in the form that the renderer takes.
struct Parts {
    points: Vec<SpcPoint>,
    phases: Vec<draw::SpcPhase>,
    events: Vec<draw::SpcEvent>,
    target: Option<draw::SpcTarget>,
}

impl Parts {
    fn new(cx: &Ctx, shown: &Shown<'_>) -> Self {
        Self {
            points: points(cx, shown),
            phases: phases(cx, shown),
            events: events(cx, shown),
            target: shown
                .spec
                .target
                .map(|value| draw::SpcTarget { label: cx.t("indicators-chart-target"), steps: vec![(0.0, value)] }),
        }
    }

    fn with<T>(
        &self,
        cx: &Ctx,
        shown: &Shown<'_>,
        answer: &str,
        look: Look,
        then: impl FnOnce(&draw::SpcChart<'_>) -> T,
    ) -> T {
        let words = Words::new(cx, shown);
        let say = cx.say();
        let number = |value: f64| say.value(sentence::about(value));
        let count = |value: f64| say.value(value);
        let id = format!("{}-{}", shown.id, look.name());
        then(&draw::SpcChart {
            id: &id,
            title: shown.question,
            answer,
            description: answer,
            show_title: false,
            y_label: &words.y_label,
            unit: if shown.indicator.measure == Measure::Percent { "%" } else { "" },
            is_close: cx.locale() == varde_kernel::Locale::En,
            number: &number,
            count: &count,
            points: &self.points,
            phases: &self.phases,
            events: &self.events,
            target: self.target.as_ref(),
            traces: &[],
            axis: axis(shown.indicator.measure),
            limit_line: draw::LimitLine::Steps,
            texts: words.texts(),
            layout: look.layout(),
            colours: look.colours(),
        })
    }

    fn svg(&self, cx: &Ctx, shown: &Shown<'_>, answer: &str, look: Look) -> String {
        self.with(cx, shown, answer, look, draw::spc_chart)
    }

    fn table(&self, cx: &Ctx, shown: &Shown<'_>, answer: &str) -> Markup {
        let mut table = self.with(cx, shown, answer, Look::Wide, draw::spc_table);
        // The newest first: it is what people look for.
        table.rows.reverse();
        drawn_table(cx, &table)
    }
}

/// A share lies between 0 and 100 per cent, whatever limits say; a score may lie anywhere, and the rest from 0 up.
const fn axis(measure: Measure) -> draw::SpcAxis {
    match measure {
        Measure::Percent => draw::SpcAxis::Within { least: 0.0, most: 100.0 },
        Measure::Score | Measure::Nok | Measure::Fte => draw::SpcAxis::Fitted,
        Measure::Count | Measure::Rate | Measure::Ratio | Measure::Rank | Measure::Years => {
            draw::SpcAxis::Within { least: 0.0, most: f64::INFINITY }
        }
    }
}

/// The words that picture and table add on their own.
struct Words<'a> {
    y_label: String,
    period: String,
    numerator: String,
    denominator: String,
    chart: ChartWords<'a>,
}

/// Why some points have no value: nobody gave one, it is kept back, or some of each.
fn missing_key(values: &[Observation]) -> &'static str {
    let gaps = || values.iter().filter(|one| one.value.is_none());
    let kept_back = gaps().filter(|one| one.missing == Some(Missing::Protected)).count();
    match (kept_back, gaps().count()) {
        (0, _) => "indicators-value-missing",
        (some, all) if some == all => "indicators-value-protected",
        _ => "indicators-value-absent",
    }
}

impl<'a> Words<'a> {
    fn new(cx: &'a Ctx, shown: &Shown<'_>) -> Self {
        let indicator = shown.indicator;
        let measure = cx.t(measure_key(indicator.measure));
        let y_label = match indicator.per {
            Some(per) => cx
                .say()
                .with("indicators-facts-per", &[("measure", measure.into()), ("per", cx.say().value(per).into())]),
            None => measure,
        };
        Self {
            y_label,
            period: cx.t("indicators-values-period"),
            numerator: cx.t("indicators-values-numerator"),
            denominator: cx.t("indicators-values-denominator"),
            chart: ChartWords::new(cx.say(), shown.drawn.chart.kind, missing_key(shown.values)),
        }
    }

    fn texts(&self) -> SpcTexts<'_> {
        self.chart.texts(ColumnNames {
            period: &self.period,
            numerator: &self.numerator,
            denominator: &self.denominator,
        })
    }
}

/// Where a period stands on the chart's axis.
fn place(drawn: &Drawn, period: Period) -> Option<f64> {
    let found = drawn.periods.iter().position(|known| period.start() <= known.start())?;
    u32::try_from(found).ok().map(f64::from)
}

fn points(cx: &Ctx, shown: &Shown<'_>) -> Vec<SpcPoint> {
    let say = cx.say();
    shown
        .drawn
        .chart
        .points
        .iter()
        .zip(&shown.drawn.periods)
        .enumerate()
        .map(|(place, (point, period))| {
            let value = shown.values.iter().find(|one| one.period == *period);
            let (tick, group) = sentence::tick(say, *period);
            let excluded = shown.spec.exclusions.iter().find(|one| one.period == *period);
            // An event stands under the picture and in the table already.
            let here = shown.notes.iter().filter(|note| note.period == *period && !note.is_event());
            let mut notes: Vec<String> = here.map(|note| note.text.clone()).collect();
            notes.extend(value.map(|value| mark_words(cx, shown.indicator, value, &[Known::Provisional])));
            notes.retain(|words| !words.is_empty());
            SpcPoint {
                time: u32::try_from(place).map_or(0.0, f64::from),
                label: say.period(*period),
                tick,
                group,
                value: point.y,
                raw: None,
                numerator: value.and_then(|one| one.numerator),
                denominator: value.and_then(|one| one.denominator),
                centre: point.centre,
                lower: point.lower,
                upper: point.upper,
                inner: None,
                signal: signal(cx, shown, place),
                excluded: excluded.map(|one| one.reason.clone()),
                provisional: point.provisional && point.y.is_some(),
                note: notes.join("; "),
            }
        })
        .collect()
}

/// What happened: what people noted as an event, and the measures that notes and phases tell of, each once.
fn events(cx: &Ctx, shown: &Shown<'_>) -> Vec<draw::SpcEvent> {
    let say = cx.say();
    let named = |id: MeasureId| shown.measures.get(id).map(|measure| measure.name.as_str());
    let with_measure = |text: &str, measure: Option<MeasureId>| match measure.and_then(named) {
        // People often write the measure's own name.
        Some(name) if name != text => {
            let name = say.with("indicators-chart-measure", &[("name", name.into())]);
            if text.is_empty() { name } else { format!("{text}. {name}") }
        }
        _ => text.to_owned(),
    };
    let noted = shown.notes.iter().filter(|note| note.is_event());
    let told =
        |first: Period, id: MeasureId| shown.notes.iter().any(|note| note.measure == Some(id) && note.period == first);
    let of_phases = shown.spec.phases.iter().filter_map(|phase| {
        let id = phase.measure.filter(|id| !told(phase.first, *id))?;
        let words = with_measure("", Some(id));
        Some((phase.first, if words.is_empty() { cx.t("indicators-charting-measure") } else { words }))
    });
    noted
        .map(|note| (note.period, with_measure(&note.text, note.measure)))
        .chain(of_phases)
        .filter_map(|(period, words)| {
            let time = place(shown.drawn, period)?;
            Some(draw::SpcEvent { time, words: format!("{}: {words}", say.period(period)) })
        })
        .collect()
}

/// The mark of a point, as the matrix and the signals have it.
fn signal(cx: &Ctx, shown: &Shown<'_>, place: usize) -> Option<draw::SpcSignal> {
    let (shape, tone) = mark(shown.drawn, shown.causes, shown.indicator.direction, place)?;
    let (rule, _) = reading::mark_of(&shown.drawn.chart, place)?;
    Some(draw::SpcSignal { shape, tone, words: cx.t(sentence::rule_key(rule)).to_lowercase() })
}

/// How a point is marked.
pub(super) fn mark(
    drawn: &Drawn,
    causes: &[Cause],
    direction: Direction,
    place: usize,
) -> Option<(SignalShape, draw::Tone)> {
    let (rule, _) = reading::mark_of(&drawn.chart, place)?;
    let period = drawn.periods.get(place)?;
    let cause = causes.iter().find(|cause| {
        cause.rules.contains(&rule) && cause.first.start() <= period.start() && period.end() <= cause.last.end()
    });
    let shape = shape_of(rule);
    let tone = match cause.map(|cause| cause.meaning(direction)) {
        Some(Meaning::Better) => draw::Tone::Better,
        Some(Meaning::Worse) => draw::Tone::Worse,
        Some(Meaning::Changed) | None => draw::Tone::Neutral,
    };
    Some((shape, tone))
}

/// How a point that a rule marks is drawn.
pub const fn shape_of(rule: Rule) -> SignalShape {
    match rule {
        Rule::Outside => SignalShape::Outside,
        Rule::Trend => SignalShape::Trend,
        Rule::NearLimit | Rule::TwoOfThree | Rule::FourOfFive => SignalShape::Near,
        Rule::Runs | Rule::Shift | Rule::OneSide | Rule::Alternating | Rule::Hugging | Rule::Mixture => {
            SignalShape::Run
        }
    }
}

fn phases(cx: &Ctx, shown: &Shown<'_>) -> Vec<draw::SpcPhase> {
    let say = cx.say();
    shown
        .drawn
        .chart
        .parts
        .iter()
        .filter_map(|part| {
            let period = *shown.drawn.periods.get(part.first)?;
            let decided = shown.spec.phases.iter().find(|phase| {
                place(shown.drawn, phase.first)
                    .is_some_and(|at| u32::try_from(part.first).is_ok_and(|first| (at - f64::from(first)).abs() < 0.5))
            });
            let reason = match decided {
                Some(phase) => phase.reason.clone(),
                None if shown.drawn.redefined.contains(&part.first) => cx.t("indicators-chart-redefined"),
                None => String::new(),
            };
            let label = if reason.is_empty() { String::new() } else { format!("{}: {reason}", say.period(period)) };
            Some(draw::SpcPhase { start: u32::try_from(part.first).map_or(0.0, f64::from), label })
        })
        .collect()
}

/// What a process does now, as a sign with its words; no sign where it cannot be judged from what is shown.
pub fn variation_icon(cx: &Ctx, id: &str, variation: Variation) -> Markup {
    let sign = match variation {
        Variation::TooLittle => draw::Sign::TooLittle,
        Variation::KeptBack => {
            return html! { span.quiet.small { (cx.t(sentence::variation_key(variation))) } };
        }
        Variation::Common => draw::Sign::Common,
        Variation::Special(way, meaning) => {
            let tone = match meaning {
                Meaning::Better => draw::Tone::Better,
                Meaning::Worse => draw::Tone::Worse,
                Meaning::Changed => draw::Tone::Neutral,
            };
            match way {
                Some(Way::Down) => draw::Sign::Special(draw::Direction::Low, tone),
                Some(Way::Up) | None => draw::Sign::Special(draw::Direction::High, tone),
            }
        }
    };
    sign_markup(id, sign, &cx.t(sentence::variation_key(variation)))
}

/// Whether a target is met, as a sign with its words.
pub fn assurance_icon(cx: &Ctx, id: &str, assurance: Assurance) -> Markup {
    let sign = match assurance {
        Assurance::Passes => draw::Sign::Passes,
        Assurance::Fails => draw::Sign::Fails,
        Assurance::HitOrMiss => draw::Sign::HitOrMiss,
    };
    sign_markup(id, sign, &cx.t(sentence::assurance_key(assurance)))
}

fn sign_markup(id: &str, sign: draw::Sign, title: &str) -> Markup {
    let svg = draw::icon(&draw::Icon { id, sign, title, colours: draw::Colours::Page });
    html! { span.sign { (PreEscaped(svg)) } }
}

/// The last periods of a series as small as a word; marks as in the chart.
pub fn spark(
    id: &str,
    title: &str,
    (drawn, values): (Option<&Drawn>, &[Observation]),
    (causes, direction, target): (&[Cause], Direction, Option<f64>),
) -> Markup {
    const SHOWN: usize = 24;
    let points: Vec<draw::SparkPoint> = match drawn {
        Some(drawn) => drawn
            .chart
            .points
            .iter()
            .enumerate()
            .map(|(place, point)| draw::SparkPoint {
                value: point.y,
                centre: point.centre,
                signal: mark(drawn, causes, direction, place),
            })
            .collect(),
        None => values.iter().map(|one| draw::SparkPoint { value: one.value, ..draw::SparkPoint::default() }).collect(),
    };
    let from = points.len().saturating_sub(SHOWN);
    let Some(points) = points.get(from..).filter(|points| !points.is_empty()) else { return Markup::default() };
    PreEscaped(draw::sparkline(&draw::Sparkline {
        id,
        title,
        points,
        target,
        last: "",
        range: None,
        colours: draw::Colours::Page,
    }))
}
