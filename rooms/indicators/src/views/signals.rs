//! Signals: list, page, what people make of them, and how often the rules were right.

use std::collections::HashMap;

use maud::{Markup, Render, html};
use varde_kernel::{IndicatorId, Problems, UnitId, UnitTree};
use varde_web::ui::{
    Choice, Choices, Column, Event, Form, Icon, Select, Table, Tag, TextArea, Tone, Weight, card, empty_state, facts,
    filter_bar, hidden, link, link_button, note, radios, section, submit_row, timeline,
};
use varde_web::{Ctx, Fields, whose};

use super::spc::{Shown, spc_picture};
use super::{Wrong, measure_link, measure_select, unit_name};
use crate::model::{EventKind, Hits, Indicator, Meaning, Signal, SignalState, Verdict};
use crate::pages::measures::Measures;
use crate::pages::reading::Reading;
use crate::rules::cause;
use crate::sentence;
use crate::store::SignalFilter;

/// The key of a signal's state.
pub const fn signal_state_key(state: SignalState) -> &'static str {
    match state {
        SignalState::New => "indicators-signal-new",
        SignalState::Seen => "indicators-signal-seen",
        SignalState::Explained => "indicators-signal-explained",
        SignalState::Measure => "indicators-signal-measure",
        SignalState::FalseAlarm => "indicators-signal-false-alarm",
        SignalState::Closed => "indicators-signal-closed",
    }
}

/// The key of what happened to a signal.
pub const fn event_key(what: EventKind) -> &'static str {
    match what {
        EventKind::Raised => "indicators-event-raised",
        EventKind::Continued => "indicators-event-continued",
        EventKind::Changed => "indicators-event-changed",
        EventKind::Vanished => "indicators-event-vanished",
        EventKind::Seen => "indicators-event-seen",
        EventKind::Explained => "indicators-event-explained",
        EventKind::FalseAlarm => "indicators-event-false-alarm",
        EventKind::Finding => "indicators-event-finding",
        EventKind::Measure => "indicators-event-measure",
        EventKind::Closed => "indicators-event-closed",
        EventKind::Lifted => "indicators-event-lifted",
    }
}

/// What a signal means, with a word and a tone.
pub fn meaning_tag(cx: &Ctx, meaning: Meaning) -> Markup {
    let tone = match meaning {
        Meaning::Better => Tone::Success,
        Meaning::Worse => Tone::Warning,
        Meaning::Changed => Tone::Neutral,
    };
    Tag(tone, &cx.t(meaning_key(meaning))).render()
}

/// The key of what a signal means.
pub(super) const fn meaning_key(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Better => "indicators-meaning-better",
        Meaning::Worse => "indicators-meaning-worse",
        Meaning::Changed => "indicators-meaning-changed",
    }
}

/// The state of a signal; one that waits stands out.
fn state_of(cx: &Ctx, signal: &Signal) -> Markup {
    let tone = if signal.state.waits() { Tone::Info } else { Tone::Neutral };
    Tag(tone, &state_word(cx, signal)).render()
}

/// The state of a signal in words.
pub(super) fn state_word(cx: &Ctx, signal: &Signal) -> String {
    match signal.verdict {
        Some(Verdict::Vanished) => cx.t("indicators-event-vanished"),
        _ => cx.t(signal_state_key(signal.state)),
    }
}

/// The heading of a signal: what, where.
pub fn signal_title(cx: &Ctx, tree: &UnitTree, indicator: &Indicator, signal: &Signal) -> String {
    cx.say().with(
        "indicators-entry-page",
        &[
            ("indicator", cx.say().words(&indicator.name).to_owned().into()),
            ("unit", unit_name(cx, tree, signal.unit).into()),
        ],
    )
}

/// What the list is narrowed to.
pub fn signal_filters(cx: &Ctx, tree: &UnitTree, query: &Fields, filter: &SignalFilter) -> Markup {
    let any = cx.t("indicators-filter-any");
    let states: Vec<(&str, String)> =
        SignalState::ALL.iter().map(|state| (state.name(), cx.t(signal_state_key(*state)))).collect();
    let mut choices = vec![Choice { value: "", label: &any, chosen: filter.state.is_none(), ..Choice::default() }];
    choices.extend(states.iter().map(|(value, label)| Choice {
        value,
        label,
        chosen: filter.state.is_some_and(|state| state.name() == *value),
        ..Choice::default()
    }));
    let label = cx.t("indicators-facts-state");
    let fields = html! {
        (Select { id: "state", name: "state", label: &label, choices: &choices, ..Select::default() })
        @if let Some(unit) = filter.below { (hidden("unit", &unit.to_string())) }
        @if let Some(indicator) = filter.indicator { (hidden("indicator", &indicator.to_string())) }
    };
    html! {
        (whose(cx, tree, "/signals", query, filter.below))
        (filter_bar("/signals", &cx.t("indicators-filter-label"), &fields, &cx.t("indicators-filter-go"),
            Some((&cx.t("indicators-filter-reset"), "/signals"))))
    }
}

/// Signals as a table, each leading to its page.
pub fn signal_table(
    cx: &Ctx,
    tree: &UnitTree,
    indicators: &HashMap<IndicatorId, Indicator>,
    signals: &[Signal],
) -> Markup {
    let rows: Vec<Vec<Markup>> = signals
        .iter()
        .filter_map(|signal| {
            let indicator = indicators.get(&signal.indicator)?;
            Some(vec![
                link(cx.say().words(&indicator.name), &format!("/signals/{}", signal.id)),
                html! { (unit_name(cx, tree, signal.unit)) },
                html! {
                    (sentence::happened(cx.say(), &signal.cause)) " "
                    (meaning_tag(cx, signal.cause.meaning(indicator.direction)))
                },
                state_of(cx, signal),
                html! {
                    @match signal.due.filter(|_| signal.state.waits()) {
                        Some(due) => (cx.say().short_date(due)),
                        None => "",
                    }
                },
            ])
        })
        .collect();
    let words = [
        "indicators-signals-title",
        "indicators-list-name",
        "web-unit",
        "indicators-signal-what",
        "indicators-facts-state",
        "indicators-signal-due",
    ]
    .map(|key| cx.t(key));
    let [caption, name, unit, what, state, due] = &words;
    Table {
        caption,
        caption_hidden: true,
        columns: &[Column::text(name), Column::text(unit), Column::text(what), Column::text(state), Column::text(due)],
        rows: &rows,
        empty: &empty_state(
            &cx.t("indicators-signals-none"),
            &cx.t("indicators-signals-none-help"),
            &Markup::default(),
        ),
        stack: true,
    }
    .render()
}

/// How often each rule was right, by what people have said. Nothing before anyone has.
pub fn hits_table(cx: &Ctx, hits: &[Hits]) -> Markup {
    let rows: Vec<Vec<Markup>> = hits
        .iter()
        .map(|one| {
            let judged = one.n_real + one.n_false;
            let counts = [("n", one.n_real.into()), ("total", judged.into())];
            vec![
                html! { (cx.t(sentence::rule_key(one.rule))) " (" (one.rules.name()) ")" },
                html! {
                    @if judged == 0 { span.quiet { (cx.t("indicators-hits-none")) } }
                    @else { (cx.say().with("indicators-hits-share", &counts)) }
                },
                html! { (one.n_waiting) },
            ]
        })
        .collect();
    if rows.is_empty() {
        return Markup::default();
    }
    let words = ["indicators-hits-title", "indicators-hits-rule", "indicators-hits-real", "indicators-hits-waiting"]
        .map(|key| cx.t(key));
    let [title, rule, real, waiting] = &words;
    let table = Table {
        caption: title,
        caption_hidden: true,
        columns: &[Column::text(rule), Column::text(real), Column::number(waiting)],
        rows: &rows,
        empty: &Markup::default(),
        stack: true,
    };
    section("hits", title, &Markup::default(), &html! { p.quiet { (cx.t("indicators-hits-lead")) } (table) })
}

/// Something that happened, ready to be read.
pub struct Told {
    /// When, for machines.
    pub datetime: String,
    /// When.
    pub when: String,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// In their own words.
    pub text: String,
}

/// Everything on the page of a signal.
pub struct SignalPage<'a> {
    /// The signal.
    pub signal: &'a Signal,
    /// Its indicator.
    pub indicator: &'a Indicator,
    /// The chart as it was.
    pub then: &'a Reading,
    /// What has happened to it.
    pub events: &'a [Told],
    /// Whether the visitor may say what is behind it.
    pub may: bool,
    /// Whether the visitor may draw a finding from it.
    pub may_find: bool,
    /// Whether the visitor may make a measure that answers it.
    pub may_make: bool,
    /// The measure that answers it, and those that can be chosen.
    pub measures: &'a Measures,
    /// What is filled in.
    pub fields: &'a Fields,
    /// What is wrong with it.
    pub problems: &'a Problems,
}

/// The page of a signal.
pub fn signal_page(cx: &Ctx, tree: &UnitTree, page: &SignalPage<'_>) -> Markup {
    let (signal, indicator) = (page.signal, page.indicator);
    let meaning = signal.cause.meaning(indicator.direction);
    let series = format!("/indicators/{}/units/{}", indicator.id, signal.unit);
    let title = signal_title(cx, tree, indicator, signal);
    let question = cx.say().with("indicators-signal-question", &[("title", title.as_str().into())]);
    let fired: Vec<String> = signal.cause.rules.iter().map(|rule| cx.t(sentence::rule_key(*rule))).collect();
    let labels = [
        "indicators-facts-state",
        "indicators-signal-what",
        "indicators-signal-rules",
        "indicators-signal-chart",
        "indicators-signal-raised",
        "indicators-signal-due",
        "indicators-signal-comment",
        "indicators-signal-its-measure",
    ]
    .map(|key| cx.t(key));
    let [state, what, rules, chart, raised, due, comment, answered] = &labels;
    let mut rows: Vec<(&str, Markup)> = vec![
        (state, state_of(cx, signal)),
        (what, html! { (sentence::happened(cx.say(), &signal.cause)) " " (meaning_tag(cx, meaning)) }),
        (rules, html! { (fired.join(", ")) " (" (signal.chart.rules.name()) ")" }),
        (
            chart,
            html! {
                (cx.t(sentence::kind_key(signal.chart.kind))) ", "
                (cx.say().with("indicators-signal-versions",
                    &[("chart", signal.chart.spec.into()), ("definition", signal.chart.definition.into())]))
            },
        ),
        (raised, html! { (cx.say().time(signal.at)) }),
    ];
    if let Some(day) = signal.due.filter(|_| signal.state.waits()) {
        rows.push((due, html! { (cx.say().date(day)) }));
    }
    if let Some(id) = signal.measure {
        rows.push((answered, measure_link(cx, page.measures, id)));
    }
    if !signal.comment.is_empty() {
        rows.push((comment, html! { (signal.comment) }));
    }
    let events: Vec<Event<'_>> = page
        .events
        .iter()
        .map(|event| Event {
            datetime: &event.datetime,
            when: &event.when,
            who: &event.who,
            what: html! { (event.what) @if !event.text.is_empty() { ": " (event.text) } },
            icon: Icon::Chart,
        })
        .collect();
    html! {
        @match &page.then.drawn {
            Some(drawn) => (spc_picture(cx, &Shown {
                id: "signal", question: &question, indicator, values: &page.then.values, spec: &page.then.spec,
                drawn, causes: &page.then.causes, notes: &[], measures: page.measures,
            }, link_button(&cx.t("indicators-signal-now"), &series, Weight::Tertiary, Some(Icon::Chart)))),
            None => (note(Tone::Neutral, None, &html! { p { (cx.t("indicators-variation-too-little")) } })),
        }
        (card(&cx.t("indicators-signal-facts"), &facts(&rows)))
        @if page.may && !cause::next_of(signal.state).is_empty() { (step_form(cx, tree, page)) }
        @if page.may_find && signal.finding.is_none() && signal.state != SignalState::Closed {
            p { (link_button(&cx.t("indicators-signal-find"),
                &format!("/findings/new?unit={}&signal={}", signal.unit, signal.id), Weight::Secondary, Some(Icon::Plus))) }
        }
        @if let Some(finding) = signal.finding {
            p { (link(&cx.t("indicators-signal-finding"), &format!("/findings/{finding}"))) }
            @if page.may_make && signal.measure.is_none() && signal.state != SignalState::Closed {
                p { (link_button(&cx.t("indicators-signal-new-measure"),
                    &format!("/measures/new?finding={finding}"), Weight::Secondary, Some(Icon::Plus))) }
            }
        }
        (section("events", &cx.t("indicators-signal-events"), &Markup::default(), &timeline(&events)))
    }
}

fn step_form(cx: &Ctx, tree: &UnitTree, page: &SignalPage<'_>) -> Markup {
    let wrong = Wrong::new(cx, page.problems);
    let named: Vec<(&str, String)> =
        cause::next_of(page.signal.state).iter().map(|state| (state.name(), cx.t(signal_state_key(*state)))).collect();
    let choices: Vec<Choice<'_>> = named
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: page.fields.text("state") == *value, ..Choice::default() })
        .collect();
    let body = html! {
        (wrong.summary())
        (hidden("version", &page.signal.version.to_string()))
        (radios(&Choices { id: "state", name: "state", label: &cx.t("indicators-signal-answer"), required: true,
            choices: &choices, error: wrong.with("state").as_deref(), ..Choices::default() }))
        (TextArea { id: "comment", name: "comment", label: &cx.t("indicators-signal-comment"), rows: 3,
            help: Some(&cx.t("indicators-signal-comment-help")), value: page.fields.text("comment"),
            error: wrong.with("comment").as_deref(), ..TextArea::default() })
        @if cause::next_of(page.signal.state).contains(&SignalState::Measure) {
            @if page.measures.offered.is_empty() { p.quiet { (cx.t("indicators-signal-no-measures")) } }
            (measure_select(cx, tree, page.measures,
                ("measure", page.fields.text("measure"), &cx.t("indicators-signal-measure-help")),
                wrong.with("measure").as_deref()))
        }
        (submit_row(&cx.t("indicators-form-save"), None, None))
    };
    let action = format!("/signals/{}", page.signal.id);
    section(
        "answer",
        &cx.t("indicators-signal-answer-title"),
        &Markup::default(),
        &Form { action: &action, csrf: &cx.guard(), body, ..Form::default() }.render(),
    )
}

/// The start page's part about signals; nothing when none waits.
pub fn signals_section(
    cx: &Ctx,
    tree: &UnitTree,
    unit: UnitId,
    (signals, n): (&[Signal], i64),
    indicators: &HashMap<IndicatorId, Indicator>,
) -> Markup {
    if signals.is_empty() {
        return Markup::default();
    }
    let all = cx.say().with("indicators-home-all", &[("n", n.into())]);
    let aside = link_button(&all, &format!("/signals?unit={unit}&waiting=1"), Weight::Tertiary, None);
    section("signals", &cx.t("indicators-home-title"), &aside, &signal_table(cx, tree, indicators, signals))
}

/// The unit's page: the way to its indicators and its signals.
pub fn unit_lines(cx: &Ctx, unit: UnitId, n_waiting: i64) -> Vec<(String, Markup)> {
    let signals = cx.say().with("indicators-unit-signals", &[("n", n_waiting.into())]);
    vec![(
        cx.t("indicators-list-title"),
        html! {
            p { (link(&cx.t("indicators-unit-matrix"), &format!("/units/{unit}/indicators"))) }
            p { (link(&signals, &format!("/signals?unit={unit}&waiting=1"))) }
        },
    )]
}
