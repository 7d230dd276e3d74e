//! What the room's pages look like.

mod advice;
mod basis;
mod catalogue;
mod chart;
mod chart_words;
mod charting;
mod compare;
mod definition;
mod definitions;
mod derived;
mod entry;
mod following;
mod funnel;
mod funnel_words;
mod import;
mod marks;
mod matrix;
mod measures;
mod multiples;
mod printed;
mod register;
mod report;
mod residence;
mod scan;
pub mod sentence;
mod sheet;
mod signals;
mod sources;
mod spc;
mod uploads;

pub use advice::*;
pub use basis::*;
pub use catalogue::*;
pub use chart::*;
pub use chart_words::*;
pub use charting::*;
pub use compare::*;
pub use definition::*;
pub use definitions::*;
pub use derived::*;
pub use entry::*;
pub use following::*;
pub use funnel::*;
pub use funnel_words::*;
pub use import::*;
pub use marks::*;
pub use matrix::*;
pub use measures::*;
pub use multiples::*;
pub use printed::*;
pub use register::*;
pub use report::*;
pub use residence::*;
pub use scan::*;
pub use sheet::*;
pub use signals::*;
pub use sources::*;
pub use spc::*;
pub use uploads::*;

use maud::{Markup, html};
use varde_kernel::access::Kind;
use varde_kernel::{Problems, UnitId, UnitTree};
use varde_web::Ctx;
use varde_web::ui;

use crate::model::{Direction, Level, Measure, Missing, Observation, State};
use sentence::Figures;

/// The key of a measure's name.
pub const fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::Percent => "indicators-measure-percent",
        Measure::Count => "indicators-measure-count",
        Measure::Rate => "indicators-measure-rate",
        Measure::Ratio => "indicators-measure-ratio",
        Measure::Score => "indicators-measure-score",
        Measure::Rank => "indicators-measure-rank",
        Measure::Nok => "indicators-measure-nok",
        Measure::Fte => "indicators-measure-fte",
        Measure::Years => "indicators-measure-years",
    }
}

/// The key of a direction's name.
pub const fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "indicators-direction-up",
        Direction::Down => "indicators-direction-down",
        Direction::None => "indicators-direction-none",
    }
}

/// The key of a state's name.
pub const fn state_key(state: State) -> &'static str {
    match state {
        State::Proposed => "indicators-state-proposed",
        State::Specified => "indicators-state-specified",
        State::Piloted => "indicators-state-piloted",
        State::Adopted => "indicators-state-adopted",
        State::Retired => "indicators-state-retired",
    }
}

/// The room's words for the history.
pub const TELLING: varde_web::Telling = varde_web::Telling {
    kinds: &[
        Kind::Indicator,
        Kind::Series,
        Kind::ChartSpec,
        Kind::PointNote,
        Kind::Signal,
        Kind::Scan,
        Kind::DataSource,
    ],
    action: |action| match action {
        "recorded" => Some("indicators-told-recorded"),
        "affirmed" => Some("indicators-told-affirmed"),
        _ => None,
    },
    field: field_key,
    value: told_value,
    href: |kind, id| match kind {
        Kind::Indicator => Some(format!("/indicators/{id}")),
        Kind::DataSource => Some(format!("/sources/{id}")),
        _ => None,
    },
};

fn told_value(field: &str, text: &str) -> Option<&'static str> {
    match field {
        "state" => text.parse().map(state_key).or_else(|()| text.parse().map(signal_state_key)).ok(),
        "measure" => text.parse().map(measure_key).ok(),
        "direction" => text.parse().map(direction_key).ok(),
        "level" => text.parse().map(level_key).ok(),
        "period" => text.parse().map(period_type_key).ok(),
        "standardisation" => text.parse().map(standardisation_key).ok(),
        "connection" => text.parse().map(connection_key).ok(),
        "use_mark" => text.parse().map(use_mark_key).ok(),
        "chart" => text.parse().map(sentence::kind_key).ok(),
        "rules" => text.parse().map(rule_set_key).ok(),
        "way" => match text {
            "up" => Some("indicators-direction-up"),
            "down" => Some("indicators-direction-down"),
            _ => None,
        },
        _ => None,
    }
}

/// The key of a level's name.
pub const fn level_key(level: Level) -> &'static str {
    match level {
        Level::National => "indicators-level-national",
        Level::Regional => "indicators-level-regional",
        Level::Enterprise => "indicators-level-enterprise",
        Level::Municipal => "indicators-level-municipal",
        Level::All => "indicators-level-all",
    }
}

/// A state is no verdict, so it has no colour.
fn state_tag(cx: &Ctx, state: State) -> Markup {
    ui::label_tag(&cx.t(state_key(state)))
}

/// A number in the measure's own unit.
pub fn number(cx: &Ctx, measure: Measure, value: f64) -> String {
    sentence::number(cx.say(), measure, value)
}

/// A value as far as it is known: the number, a range, one end of it, or that it is missing.
pub fn known(cx: &Ctx, measure: Measure, parts: (Option<f64>, Option<f64>, Option<f64>), about: bool) -> String {
    let (value, low, high) = parts;
    known_in(cx, Figures::of(measure, [value, low, high].into_iter().flatten()), parts, about)
}

/// As [`known`], written as the numbers that it stands beside.
fn known_in(
    cx: &Ctx,
    figures: Figures,
    (value, low, high): (Option<f64>, Option<f64>, Option<f64>),
    about: bool,
) -> String {
    let say = cx.say();
    let one = |n: f64| figures.amount(say, n);
    let text = match (value, low, high) {
        (Some(value), _, _) => one(value),
        (None, Some(low), Some(high)) => {
            say.with("indicators-value-range", &[("low", figures.number(say, low).into()), ("high", one(high).into())])
        }
        (None, Some(low), None) => say.with("indicators-value-least", &[("value", one(low).into())]),
        (None, None, Some(high)) => say.with("indicators-value-most", &[("value", one(high).into())]),
        (None, None, None) => return cx.t("indicators-value-missing"),
    };
    if about { say.with("indicators-value-about", &[("value", text.into())]) } else { text }
}

/// How the numbers of a series are written.
pub fn figures(measure: Measure, values: &[Observation]) -> Figures {
    Figures::of(measure, values.iter().flat_map(|one| [one.value, one.low, one.high]).flatten())
}

/// An observation's value in words, by itself.
pub fn observed(cx: &Ctx, measure: Measure, observation: &Observation) -> String {
    observed_in(cx, figures(measure, std::slice::from_ref(observation)), observation)
}

/// As [`observed`], written as the numbers that it stands beside.
pub fn observed_in(cx: &Ctx, figures: Figures, observation: &Observation) -> String {
    if observation.missing == Some(Missing::Protected) {
        return cx.t("indicators-value-protected");
    }
    let parts = (observation.value, observation.low, observation.high);
    known_in(cx, figures, parts, observation.approximate)
}

/// Why some values are not shown, where some are not.
pub fn protected_note<'a>(cx: &Ctx, values: impl IntoIterator<Item = &'a Observation>) -> Markup {
    html! {
        @if let Some(text) = protected_text(cx, values) { (ui::note(ui::Tone::Neutral, None, &html! { p { (text) } })) }
    }
}

/// As [`protected_note`], in plain words.
fn protected_text<'a>(cx: &Ctx, values: impl IntoIterator<Item = &'a Observation>) -> Option<String> {
    let n = values.into_iter().filter(|value| value.missing == Some(Missing::Protected)).count();
    (0 < n).then(|| cx.say().with("indicators-protected-note", &[("n", n.into())]))
}

/// The name of a unit; what the tree does not know today has its own words.
pub fn unit_name(cx: &Ctx, tree: &UnitTree, unit: UnitId) -> String {
    let name = varde_web::told_unit(cx.say(), tree, unit);
    if name.is_empty() { cx.t("indicators-unit-gone") } else { name }
}

/// What is wrong with a form, ready to stand beside its fields.
pub struct Wrong<'a> {
    cx: &'a Ctx,
    problems: &'a Problems,
}

impl<'a> Wrong<'a> {
    /// The problems in the reader's language.
    pub fn new(cx: &'a Ctx, problems: &'a Problems) -> Self {
        Self { cx, problems }
    }

    /// The problems themselves.
    pub fn problems(&self) -> &'a Problems {
        self.problems
    }

    /// What is wrong with a field.
    pub fn with(&self, field: &str) -> Option<String> {
        self.problems.of_field(field).map(|problem| self.cx.say().problem(problem))
    }

    /// All of it, at the top of the page.
    pub fn summary(&self) -> Markup {
        let said: Vec<(String, String)> = self
            .problems
            .iter()
            .map(|problem| {
                let field = match &problem.place {
                    varde_kernel::Place::Field(name) => (*name).to_owned(),
                    varde_kernel::Place::Whole | varde_kernel::Place::Line(..) => String::new(),
                };
                (field, self.cx.say().problem(problem))
            })
            .collect();
        let lines: Vec<(&str, &str)> = said.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
        ui::error_summary(&self.cx.t("web-form-problems"), &lines)
    }
}
