//! The pictures: a goal's values against its path, and how a plan is meant to work.

use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};
use varde_chart::{
    Baseline, Colours, Column, DriverDiagram, DriverTexts, GoalChart, GoalTexts, Layout, Node, OutlineItem, Point,
    Status, StatusKind, TargetPath, ValueAxis, driver_diagram, goal_chart, outline,
};
use varde_indicators::model::Missing;
use varde_kernel::{Locale, MeasureId, PartId, Period};
use varde_measures::model::MeasureState;
use varde_measures::progress_text;
use varde_web::Say;

use super::words;
use crate::export::status::{MeasureLine, PlanStatus};
use crate::model::goal::Measured;
use crate::model::plan::{Part, PartKind};
use crate::rules::drivers::{Drivers, drivers};
use crate::rules::judge::State;
use crate::store::standing::Standing;

/// The same drawing twice: one for wide frames, one for narrow ones. The style shows one of them.
pub(crate) fn both(draw: impl Fn(Layout, &str) -> String) -> Markup {
    html! {
        div.picture-wide { (PreEscaped(draw(Layout::Wide, "w"))) }
        div.picture-narrow { (PreEscaped(draw(Layout::Narrow, "n"))) }
    }
}

/// The last moment of a period, in years.
fn end(period: Period) -> f64 {
    Period::Day(period.end()).middle()
}

/// The goal's values over time against its target path.
pub(crate) fn goal_picture(say: &Say, standing: &Standing) -> Markup {
    let target = standing.target();
    let measured = target.map_or_else(
        || standing.indicator.as_ref().map_or(Measured::Count, |indicator| indicator.measure),
        |target| target.aim.measured,
    );
    // A range of several years is no point in time; it stands in the table.
    let mut points: Vec<Point> = standing
        .values
        .iter()
        .filter(|value| !matches!(value.period, Period::Years(..)))
        .map(|value| Point {
            time: end(value.period),
            label: say.period(value.period),
            value: value.value,
            interval: value.low.zip(value.high),
            provisional: value.provisional,
            approximate: value.approximate,
            withheld: value.missing == Some(Missing::Protected),
        })
        .collect();
    let by = target.and_then(|target| target.aim.by);
    let years = Years::of(standing, by);
    points.extend(years.missing.iter().map(|year| {
        let period = Period::Year(*year);
        Point { time: end(period), label: say.period(period), ..Point::default() }
    }));
    let baseline = standing.judgement.baseline.map(|from| Baseline {
        time: end(Period::Year(from.year)),
        value: from.value,
        label: say.with("plans-chart-baseline", &[("year", from.year.to_string().into())]),
    });
    let targets: Vec<TargetPath> = standing
        .judgement
        .wanted
        .iter()
        .filter_map(|wanted| {
            let by = by?;
            let mut path = Vec::new();
            if let Some(from) = standing.judgement.baseline {
                path.push((end(Period::Year(from.year)), from.value));
            }
            path.push((end(Period::Day(by)), wanted.value));
            let year = by.year().to_string();
            let label = match (wanted.mode, standing.judgement.wanted.len()) {
                (Some(mode), 2..) => say.with(
                    "plans-chart-target-reading",
                    &[("year", year.into()), ("mode", say.t(words::mode_key(mode)).into())],
                ),
                _ => say.with("plans-chart-target", &[("year", year.into())]),
            };
            Some(TargetPath { label, path })
        })
        .collect();
    let to_come = years.to_come.iter().map(|year| (end(Period::Year(*year)), year.to_string()));
    let more: Vec<(f64, String)> = to_come.chain(by.map(|by| (end(Period::Day(by)), by.year().to_string()))).collect();
    let figures = words::figures(standing);
    let number = |value: f64| figures.number(say, value);
    let range = |low: &str, high: &str| say.with("plans-chart-range", &[("low", low.into()), ("high", high.into())]);
    let axis_from = |from: &str| say.with("plans-chart-axis", &[("from", from.into())]);
    let (missing, withheld, provisional, approximate, interval, none) = (
        say.t("plans-chart-missing"),
        say.t("plans-chart-withheld"),
        say.t("plans-chart-provisional"),
        say.t("plans-chart-approximate"),
        say.t("plans-chart-interval"),
        say.t("plans-chart-none"),
    );
    let title = say.words(&standing.goal.name);
    let description = words::stand_text(say, standing);
    // What is measured stands over the picture; its axis tells in what.
    let label = say.t(varde_indicators::measure_key(measured));
    both(|layout, which| {
        let id = format!("goal-{which}");
        goal_chart(&GoalChart {
            id: &id,
            title,
            description: &description,
            y_label: &label,
            unit: if measured == Measured::Percent { "%" } else { "" },
            is_close: say.locale() == Locale::En,
            number: &number,
            points: &points,
            more_times: &more,
            targets: &targets,
            baseline: baseline.as_ref(),
            axis: ValueAxis::FromZero,
            texts: GoalTexts {
                missing: &missing,
                withheld: &withheld,
                provisional: &provisional,
                approximate: &approximate,
                interval: &interval,
                no_values: &none,
                range: &range,
                axis_from: &axis_from,
            },
            layout,
            colours: Colours::default(),
            ..GoalChart::default()
        })
    })
}

/// Years that the series says nothing of.
#[derive(Debug, Default, PartialEq, Eq)]
struct Years {
    /// Those of which a value could be known by now: they stay visible as gaps.
    missing: Vec<i16>,
    /// Those that are not over, up to the target's: the axis goes on to it year by year.
    to_come: Vec<i16>,
}

impl Years {
    /// The years of a series that is counted by the year; none of any other.
    fn of(standing: &Standing, by: Option<Date>) -> Self {
        let mut known = Vec::new();
        for value in &standing.values {
            match value.period {
                Period::Year(year) => known.push(year),
                Period::Years(..) => {}
                _ => return Self::default(),
            }
        }
        Self::beside(&known, by.map(Date::year), standing.as_of)
    }

    fn beside(known: &[i16], by: Option<i16>, as_of: Date) -> Self {
        let (Some(first), Some(last)) = (known.iter().min(), known.iter().max()) else { return Self::default() };
        let end = by.map_or(*last, |by| by.max(*last));
        let (missing, to_come) =
            (*first..=end).filter(|year| !known.contains(year)).partition(|year| Period::Year(*year).end() <= as_of);
        Self { missing, to_come }
    }
}

fn goal_status(say: &Say, state: State) -> Option<Status> {
    let kind = match state {
        State::NoTarget => return None,
        State::CannotBeJudged(_) => StatusKind::Unknown,
        State::AwaitsValue => StatusKind::Waiting,
        State::Met => StatusKind::Done,
        State::OnPath => StatusKind::Good,
        State::OffPath | State::NoFinalValue => StatusKind::Watch,
        State::NotMet => StatusKind::Bad,
    };
    Some(Status { kind, word: say.t(words::state_key(state)) })
}

fn measure_status(say: &Say, measure: &MeasureLine) -> Status {
    let kind = match measure.state {
        _ if 0 < measure.progress.n_overdue => StatusKind::Watch,
        MeasureState::Stated | MeasureState::Concrete => StatusKind::Waiting,
        // That something is being done says nothing of whether it goes well.
        MeasureState::Started | MeasureState::Running => StatusKind::Running,
        MeasureState::Completed | MeasureState::Evaluated => StatusKind::Done,
        MeasureState::Stopped => StatusKind::Unknown,
    };
    let state = say.t(varde_measures::state_key(measure.state));
    let word = if 0 < measure.progress.n_overdue {
        format!("{state}, {}", say.with("plans-overdue-count", &[("n", measure.progress.n_overdue.into())]))
    } else {
        state
    };
    Status { kind, word }
}

/// A plan's way from measures to goals, ready to be drawn, and what it leaves open.
pub(crate) struct Chain<'a> {
    columns: Vec<Column>,
    /// How many goals are drawn; without any, what the plan is for stands at the top.
    n_goals: usize,
    /// What binds the measures to the goals.
    pub(crate) drivers: Drivers<'a>,
    /// Goals that the plan ties none of its drivers to.
    pub(crate) untied: Vec<&'a Standing>,
    /// Measures that hang on none of the drivers.
    pub(crate) loose: Vec<&'a MeasureLine>,
    /// Parts that no measure hangs on and some are tagged with, with how many.
    pub(crate) tagged: Vec<(&'a Part, usize)>,
}

impl<'a> Chain<'a> {
    /// The chain of a plan. A plan's overall goals are its goals when it has any. Where the plan does not say
    /// what drives which of its goals, what it is for stands at the top, and the goals are told in words.
    pub(crate) fn of(say: &Say, status: &'a PlanStatus, parts: &'a [Part], tags: &[(MeasureId, PartId)]) -> Self {
        let has_overall = status.goals.iter().any(|standing| standing.goal.overall);
        let goals: Vec<&Standing> =
            status.goals.iter().filter(|standing| standing.goal.overall == has_overall).collect();
        let used: Vec<PartId> = status.measures.iter().filter_map(|measure| measure.place.part).collect();
        let mut drivers = drivers(parts, &used);
        let count = |part: &Part| tags.iter().filter(|(_, tag)| *tag == part.id).count();
        let tagged: Vec<(&Part, usize)> =
            drivers.idle.iter().map(|part| (*part, count(part))).filter(|(_, n)| 0 < *n).collect();
        drivers.idle.retain(|part| count(part) == 0);
        let serves = |driver: &Part| served(status, &goals, driver);
        let ties_any = drivers.parts.iter().any(|driver| !serves(driver).is_empty());
        let in_words = !drivers.parts.is_empty() && !drivers.said && !ties_any;
        let drawn: &[&Standing] = if in_words { &[] } else { &goals };
        let all: Vec<usize> = (0..drawn.len().max(1)).collect();
        let driver_boxes: Vec<Node> = drivers
            .parts
            .iter()
            .map(|part| {
                let n = status.measures.iter().filter(|measure| measure.place.part == Some(part.id)).count();
                Node {
                    label: say.words(&part.name).to_owned(),
                    details: vec![say.with("plans-measures-count", &[("n", n.into())])],
                    serves: if ties_any { serves(part) } else { all.clone() },
                    ..Node::default()
                }
            })
            .collect();
        let place = |measure: &MeasureLine| drivers.parts.iter().position(|part| Some(part.id) == measure.place.part);
        let (chained, loose): (Vec<&MeasureLine>, Vec<&MeasureLine>) =
            status.measures.iter().partition(|measure| drivers.parts.is_empty() || place(measure).is_some());
        let measure_boxes: Vec<Node> = chained
            .into_iter()
            .map(|measure| Node {
                serves: if drivers.parts.is_empty() {
                    tied(status, drawn, measure)
                } else {
                    place(measure).into_iter().collect()
                },
                ..measure_box(say, measure)
            })
            .collect();
        let mut columns = vec![Column { heading: say.t("plans-diagram-goals"), boxes: goal_boxes(say, status, drawn) }];
        if !driver_boxes.is_empty() {
            columns.push(Column { heading: drivers_heading(say, &drivers.parts), boxes: driver_boxes });
        }
        columns.push(Column { heading: say.t("plans-tab-measures"), boxes: measure_boxes });
        Self {
            columns,
            n_goals: drawn.len(),
            untied: if in_words { goals } else { Vec::new() },
            loose,
            tagged,
            drivers,
        }
    }
}

/// The goals that the measures of a driver are tied to.
fn served(status: &PlanStatus, goals: &[&Standing], driver: &Part) -> Vec<usize> {
    let under: Vec<&MeasureLine> =
        status.measures.iter().filter(|measure| measure.place.part == Some(driver.id)).collect();
    let is_tied =
        |goal: &Standing| under.iter().any(|measure| status.ties.contains(&(goal.goal.id, measure.place.measure)));
    goals.iter().enumerate().filter(|(_, goal)| is_tied(goal)).map(|(place, _)| place).collect()
}

/// The goals that a measure is tied to.
fn tied(status: &PlanStatus, goals: &[&Standing], measure: &MeasureLine) -> Vec<usize> {
    let is_tied = |goal: &Standing| status.ties.contains(&(goal.goal.id, measure.place.measure));
    goals.iter().enumerate().filter(|(_, goal)| is_tied(goal)).map(|(place, _)| place).collect()
}

fn goal_boxes(say: &Say, status: &PlanStatus, goals: &[&Standing]) -> Vec<Node> {
    if goals.is_empty() {
        // The vision is what everything serves.
        let vision = say.words(&status.plan.said.vision);
        let label = if vision.is_empty() { say.words(&status.plan.said.name) } else { vision };
        return vec![Node { label: label.to_owned(), ..Node::default() }];
    }
    goals
        .iter()
        .map(|standing| Node {
            label: say.words(&standing.goal.name).to_owned(),
            status: goal_status(say, standing.judgement.state),
            href: Some(format!("/goals/{}", standing.goal.id)),
            ..Node::default()
        })
        .collect()
}

/// What the drivers are: their kind where they are of one, else the word for what binds.
fn drivers_heading(say: &Say, drivers: &[&Part]) -> String {
    match drivers.split_first() {
        Some((first, rest)) if rest.iter().all(|part| part.kind == first.kind) && first.kind != PartKind::Group => {
            say.t(words::part_key(first.kind))
        }
        _ => say.t("plans-diagram-drivers"),
    }
}

fn measure_box(say: &Say, measure: &MeasureLine) -> Node {
    Node {
        label: match measure.number {
            Some(number) => format!("{number}. {}", say.words(&measure.title)),
            None => say.words(&measure.title).to_owned(),
        },
        details: vec![progress_text(say, &measure.progress)],
        status: Some(measure_status(say, measure)),
        href: Some(format!("/measures/{}", measure.place.measure)),
        ..Node::default()
    }
}

/// The driver diagram with its outline in words.
pub(crate) fn plan_picture(say: &Say, status: &PlanStatus, chain: &Chain<'_>) -> (Markup, Markup) {
    let columns = &chain.columns;
    let title = say.t("plans-diagram-question");
    let n = status.measures.len() - chain.loose.len();
    let description = match (chain.n_goals, columns.len()) {
        (0, _) => say.with("plans-diagram-answer-no-goals", &[("measures", n.into())]),
        (goals, ..3) => say.with("plans-diagram-answer-direct", &[("goals", goals.into()), ("measures", n.into())]),
        (goals, _) => say.with("plans-diagram-answer", &[("goals", goals.into()), ("measures", n.into())]),
    };
    let also = |names: &str| say.with("plans-diagram-also", &[("names", names.into())]);
    let diagram = |layout, id| DriverDiagram {
        id,
        title: &title,
        description: &description,
        show_title: false,
        columns,
        texts: DriverTexts { also: &also },
        layout,
        colours: Colours::default(),
    };
    let drawing =
        both(|layout, which| driver_diagram(&diagram(layout, if which == "w" { "plan-w" } else { "plan-n" })));
    let words = html! { ul { (branches(&outline(&diagram(Layout::Wide, "plan-o")))) } };
    (drawing, words)
}

fn branches(items: &[OutlineItem]) -> Markup {
    html! {
        @for item in items { li {
            @if let Some(href) = &item.href { a.ds-link href=(href) { (item.label) } } @else { (item.label) }
            @if let Some(status) = &item.status { " (" (status.word) ")" }
            @for detail in &item.details { " – " (detail) }
            @if !item.children.is_empty() { ul { (branches(&item.children)) } }
        } }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_year_up_to_the_target_is_a_value_a_gap_or_still_to_come() {
        let check = |known: &[i16], by, as_of, missing: &[i16], to_come: &[i16]| {
            let expected = Years { missing: missing.to_vec(), to_come: to_come.to_vec() };
            assert_eq!(Years::beside(known, by, as_of), expected, "{known:?} {by:?} {as_of}");
        };
        check(&[2017, 2020, 2021], Some(2023), date(2026, 11, 30), &[2018, 2019, 2022, 2023], &[]);
        check(&[2017, 2019], Some(2023), date(2022, 6, 1), &[2018, 2020, 2021], &[2022, 2023]);
        check(&[2017, 2019], None, date(2026, 1, 1), &[2018], &[]);
        check(&[], Some(2023), date(2026, 1, 1), &[], &[]);
    }
}
