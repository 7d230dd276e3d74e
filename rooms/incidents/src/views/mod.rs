//! The room's pages as HTML.

pub(crate) mod duties;
pub(crate) mod guarding;
pub(crate) mod home;
pub(crate) mod incident;
pub(crate) mod list;
pub(crate) mod mine;
pub(crate) mod nameless;
pub(crate) mod report;
pub(crate) mod reporters;
pub(crate) mod steps;
mod told;

use std::collections::HashMap;

use jiff::civil::Date;
use maud::{Markup, Render, html};
use varde_kernel::{PersonId, UnitId, UnitTree};
use varde_web::ui::{Tag, Tone};
use varde_web::{Ctx, Labels, Options, Say, unit_name};

use crate::model::{
    AdditionKind, AnalysisLevel, Entrance, Harm, Harmed, Mode, NoMeasures, Report, ReportKind, Sort, State, Topic,
    WhyAnonymous,
};

pub(crate) use told::TELLING;

/// The names of persons that a page shows.
pub(crate) type Names = HashMap<PersonId, String>;

/// The fields of a report.
pub(crate) const REPORT_FIELDS: Labels = &[
    ("what", "incidents-form-what"),
    ("sort", "incidents-form-sort"),
    ("unit", "incidents-form-unit"),
    ("place", "incidents-form-place"),
    ("on", "incidents-form-on"),
    ("at", "incidents-form-at"),
    ("done", "incidents-form-done"),
    ("topics", "incidents-form-topics"),
    ("name", "incidents-form-name"),
    ("entrance", "incidents-form-entrance"),
    ("why", "incidents-form-why"),
];

macro_rules! keys {
    ($($(#[$doc:meta])* $function:ident($kind:ident) $($variant:ident $key:literal,)*;)*) => {
        $($(#[$doc])* pub(crate) const fn $function(value: $kind) -> &'static str {
            match value { $($kind::$variant => $key,)* }
        })*
    };
}

keys! {
    /// The key of a state.
    state_key(State)
        Received "incidents-state-received",
        Triage "incidents-state-triage",
        Duties "incidents-state-duties",
        Analysis "incidents-state-analysis",
        Measures "incidents-state-measures",
        Effect "incidents-state-effect",
        Closed "incidents-state-closed",
        Joined "incidents-state-joined",
    ;
    /// The key of what sort of report it is.
    report_kind_key(ReportKind)
        Incident "incidents-kind-incident",
        NearMiss "incidents-kind-near-miss",
        UnsafeCondition "incidents-kind-unsafe",
        Concern "incidents-kind-concern",
        GoodCare "incidents-kind-good-care",
    ;
    /// The key of the answer to the one question.
    sort_key(Sort)
        Harmed "incidents-sort-harmed",
        Unharmed "incidents-sort-unharmed",
        Unsure "incidents-sort-unsure",
        Nearly "incidents-sort-nearly",
        Unsafe "incidents-sort-unsafe",
        Worried "incidents-sort-worried",
        Well "incidents-sort-well",
    ;
    /// The key of whether anyone was harmed.
    harmed_key(Harmed)
        Yes "incidents-harmed-yes",
        No "incidents-harmed-no",
        Unknown "incidents-harmed-unknown",
    ;
    /// The key of who is to know.
    mode_key(Mode)
        Open "incidents-mode-open",
        Confidential "incidents-mode-confidential",
        Anonymous "incidents-mode-anonymous",
    ;
    /// The key of the door it came by.
    entrance_key(Entrance)
        Staff "incidents-entrance-staff",
        Patient "incidents-entrance-patient",
        NextOfKin "incidents-entrance-next-of-kin",
        Partner "incidents-entrance-partner",
    ;
    /// The key of what else it is about.
    topic_key(Topic)
        StaffHarm "incidents-topic-staff-harm",
        Violence "incidents-topic-violence",
        MedicineOrdering "incidents-topic-medicine-ordering",
        MedicineDispensing "incidents-topic-medicine-dispensing",
        MedicineGiving "incidents-topic-medicine-giving",
        MedicineMonitoring "incidents-topic-medicine-monitoring",
        Equipment "incidents-topic-equipment",
        Transition "incidents-topic-transition",
        ContractedProvider "incidents-topic-contracted",
    ;
    /// The key of why no name was given.
    why_key(WhyAnonymous)
        SaveTime "incidents-why-save-time",
        NoSignIn "incidents-why-no-sign-in",
        NoBenefit "incidents-why-no-benefit",
        FearEmployer "incidents-why-fear-employer",
        FearOther "incidents-why-fear-other",
        FearCareer "incidents-why-fear-career",
        Colleagues "incidents-why-colleagues",
        Other "incidents-why-other",
    ;
    /// The key of how much someone was harmed.
    harm_key(Harm)
        None "incidents-harm-none",
        Mild "incidents-harm-mild",
        Moderate "incidents-harm-moderate",
        Severe "incidents-harm-severe",
        Death "incidents-harm-death",
    ;
    /// The key of how thoroughly it is looked into.
    level_key(AnalysisLevel)
        None "incidents-level-none",
        Huddle "incidents-level-huddle",
        Event "incidents-level-event",
        Thematic "incidents-level-thematic",
    ;
    /// The key of why nothing is done.
    no_measures_key(NoMeasures)
        AlreadyInPlace "incidents-no-measures-in-place",
        FollowedTogether "incidents-no-measures-together",
        ForAnother "incidents-no-measures-another",
        NothingToChange "incidents-no-measures-nothing",
    ;
    /// The key of what was added.
    addition_key(AdditionKind)
        Addendum "incidents-addition-addendum",
        CorrectionAsked "incidents-addition-asked",
        Correction "incidents-addition-correction",
    ;
}

/// What can be chosen of a closed set.
pub(crate) fn options<T: Copy + std::fmt::Display>(say: &Say, all: &[T], key: impl Fn(T) -> &'static str) -> Options {
    all.iter().map(|one| (one.to_string(), say.t(key(*one)))).collect()
}

/// Units to choose from, indented by nothing: each by a name that tells it from others.
pub(crate) fn unit_options(cx: &Ctx, tree: &UnitTree, units: &[UnitId]) -> Options {
    units.iter().map(|unit| (unit.to_string(), unit_name(tree, *unit, cx.locale()))).collect()
}

/// A state as a tag: words, shape and colour.
pub(crate) fn state_tag(cx: &Ctx, state: State) -> Markup {
    let tone = match state {
        State::Received => Tone::Warning,
        State::Triage | State::Duties | State::Analysis | State::Measures | State::Effect => Tone::Info,
        State::Closed => Tone::Success,
        State::Joined => Tone::Neutral,
    };
    Tag(tone, &cx.t(state_key(state))).render()
}

/// When something is due, marked when it is late.
pub(crate) fn due(cx: &Ctx, day: Option<Date>) -> Markup {
    match day {
        Some(day) if day < cx.today() => {
            html! { (cx.say().short_date(day)) " " (Tag(Tone::Danger, &cx.t("web-overdue"))) }
        }
        Some(day) => html! { (cx.say().short_date(day)) },
        None => Markup::default(),
    }
}

/// A text as it was written, with its lines.
pub(crate) fn as_written(text: &str) -> Markup {
    html! { p.as-written dir="auto" { (text) } }
}

/// A person's name; someone who is gone is called that.
pub(crate) fn person<'a>(cx: &Ctx, names: &'a Names, id: PersonId) -> std::borrow::Cow<'a, str> {
    match names.get(&id) {
        Some(name) => name.as_str().into(),
        None => cx.t("incidents-someone").into(),
    }
}

/// What was sent in, in the reporter's own words, with what the choices say.
pub(crate) fn said(cx: &Ctx, tree: &UnitTree, report: &Report) -> Markup {
    let said = &report.said;
    let when = match said.at {
        Some(at) => format!("{}, {}", cx.say().date(said.on), at.strftime("%H:%M")),
        None => cx.say().date(said.on),
    };
    let labels = [
        "incidents-form-sort",
        "incidents-form-harmed",
        "incidents-form-where",
        "incidents-form-on",
        "incidents-form-done",
        "incidents-form-topics",
    ]
    .map(|key| cx.t(key));
    let [sort, harmed, place, on, done, topics] = &labels;
    let unit = varde_web::told_unit(cx.say(), tree, said.unit);
    let mut rows: Vec<(&str, Markup)> = vec![
        (sort, html! { (cx.t(report_kind_key(said.kind))) }),
        (harmed, html! { (cx.t(harmed_key(said.harmed))) }),
        (place, html! { (unit) @if !said.place.is_empty() { ", " (said.place) } }),
        (on, html! { (when) }),
    ];
    if !said.topics.is_empty() {
        let list: Vec<String> = said.topics.iter().map(|topic| cx.t(topic_key(*topic))).collect();
        rows.push((topics, html! { (list.join(", ")) }));
    }
    html! {
        (as_written(&said.what))
        @if !said.done.is_empty() { p.quiet.small { (done) } (as_written(&said.done)) }
        (varde_web::ui::facts(&rows))
    }
}
