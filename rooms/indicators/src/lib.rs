//! The room of indicators: what is measured, how it is defined, and the values for each unit and
//! period.
//!
//! An **indicator** is a definition with a life cycle (proposed, specified, piloted, adopted,
//! retired). A **series** is one indicator for one unit, and for one stratum where values are
//! split. An **observation** is one value of a series in one period, with numerator and
//! denominator where they are known. A value that is corrected late is not overwritten: the former
//! one stays, and what was known on any day can be asked for. What is missing stays missing, and
//! can be reported as missing with a reason.
//!
//! A **figure** is a number that a document prints about something no indicator defines. Figures
//! are kept apart, since nobody will measure them again in the same way.
//!
//! A **chart** is what a series looks like as a process: which kind, which rules, which phases. It
//! is decided on in versions, each with a reason. What a chart sees that chance seldom gives is a
//! **signal**: raised by a job when values change, one for each cause, and answered by people.
//!
//! A value is read as someone sees it ([`Sight`]): whole by those who work with the unit, and by others as far
//! as no small count can be told from it. A job decides that for all values that hang together.
//!
//! Other rooms use the public face below: [`indicators`], [`by_code`], [`many`], [`series_of`],
//! [`values`], [`values_of_many`], [`values_of_pairs`] and [`latest`]; findings are drawn from signals
//! with [`open_signal`] and [`tie_finding`], and
//! [`tie_measure`] says which measure answers them. Several indicators about one thing are read side by side with
//! [`read_sources`] and [`source_card`].

mod api;
pub mod export;
pub mod import;
pub mod jobs;
mod migrations;
pub mod model;
mod pages;
pub mod rules;
pub mod store;
mod views;

use varde_web::Room;

pub use migrations::migrations;
pub use model::Signal;
pub use model::{Audience, Direction, Indicator, Measure, Observation, Series, State};
pub use pages::rollup::of_units as rolled_up;
pub use pages::sources::{SourceRead, read_sources};
pub use rules::disclosure::{Policy, PolicyError, Sight};
pub use rules::{latest, wilson};
pub use store::{
    by_code, chosen, companions, indicators, many, open_data_source, open_signal, seen_by, series_of, tie_finding,
    tie_measure, values, values_as_known_at, values_of_many, values_of_pairs,
};
pub use views::{
    ChartWords, ColumnNames, FunnelNames, FunnelWords, agreement_text, funnel_answer, funnel_curves, funnel_mark,
    measure_key, sentence, shape_of, source_card,
};

/// Everything the room offers to the house.
pub fn room() -> Room {
    Room {
        routes: pages::routes().into_iter().chain(api::routes()).collect(),
        migrations: migrations(),
        menu: pages::menu(),
        telling: Some(views::TELLING),
        unit_tabs: pages::unit_tabs(),
        work: Some(pages::desk::work),
        home: Some(pages::desk::home),
        beside: Some(pages::desk::beside),
        hanging: store::hanging::HANGING,
        jobs: jobs::kinds(),
        api: Some(api::openapi),
        ..Room::new(
            "indicators",
            [include_str!("../locales/nb.ftl"), include_str!("../locales/nn.ftl"), include_str!("../locales/en.ftl")],
        )
    }
}
