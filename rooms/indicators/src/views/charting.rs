//! The page on which a chart is decided: picture, former versions, phases, points, suggestions.

use maud::{Markup, Render, html};
use varde_kernel::access::Author;
use varde_kernel::{MeasureId, Problems, UnitTree};
use varde_spc::{Kind as ChartKind, RuleSet};
use varde_web::ui::{
    Checkbox, Choice, Column, Field, Form, Kind, Select, Table, Tag, Tone, Weight, button, fold, form, hidden, link,
    note, section, submit_row,
};
use varde_web::{Ctx, Fields};

use super::spc::{Shown, spc_picture};
use super::{Wrong, measure_link, measure_select, number, sentence};
use crate::model::{ChartSpec, Indicator, PointNote, Suggestion, SuggestionState};
use crate::pages::measures::Measures;
use crate::pages::reading::Reading;
use crate::rules::chart::RULE_SETS;
use crate::rules::rebase;

/// Everything on the page of a chart.
pub struct ChartPage<'a> {
    /// Its address.
    pub address: &'a str,
    /// What is measured.
    pub indicator: &'a Indicator,
    /// The chart that is shown.
    pub reading: &'a Reading,
    /// All its versions, newest first.
    pub versions: &'a [ChartSpec],
    /// Notes on points.
    pub notes: &'a [PointNote],
    /// Measures that chart and notes tell of, and those that can be chosen.
    pub measures: &'a Measures,
    /// The organisation.
    pub tree: &'a UnitTree,
    /// Suggestions, whatever became of them.
    pub suggestions: &'a [Suggestion],
    /// The name of an author.
    pub by: &'a dyn Fn(Option<Author>) -> String,
    /// Whether the visitor may decide.
    pub may: bool,
    /// What is filled in.
    pub fields: &'a Fields,
    /// What is wrong with it.
    pub problems: &'a Problems,
}

/// The version that the forms were made from.
fn version(page: &ChartPage<'_>) -> i64 {
    page.versions.first().map_or(0, |newest| newest.version)
}

/// Draws the page.
pub fn chart_page(cx: &Ctx, page: &ChartPage<'_>) -> Markup {
    let newest = version(page);
    let shown = page.reading.spec.version;
    let may = page.may && shown == newest;
    let question = cx
        .say()
        .with("indicators-series-question", &[("indicator", cx.say().words(&page.indicator.name).to_owned().into())]);
    html! {
        (Wrong::new(cx, page.problems).summary())
        @if shown != newest {
            (note(Tone::Info, None, &html! {
                p { (cx.say().with("indicators-charting-former", &[("version", shown.into())])) " "
                    (link(&cx.t("indicators-charting-newest"), page.address)) }
            }))
        }
        @match &page.reading.drawn {
            Some(drawn) => {
                (spc_picture(cx, &Shown {
                    id: "chart", question: &question, indicator: page.indicator, values: &page.reading.values,
                    spec: &page.reading.spec, drawn, causes: &page.reading.causes, notes: page.notes,
                    measures: page.measures,
                }, Markup::default()))
                @if drawn.judged { p.quiet.small {
                    (cx.t(sentence::kind_key(drawn.chart.kind))) ". "
                    (cx.say().with("indicators-charting-rules", &[("rules", drawn.chart.rules.name().into())]))
                }
                (section("advice", &cx.t("indicators-advice-title"), &Markup::default(), &super::advice(cx, drawn))) }
            },
            None => (note(Tone::Neutral, None, &html! {
                p { (cx.t(sentence::variation_key(page.reading.variation(page.indicator)))) }
            })),
        }
        @for one in page.suggestions.iter().filter(|one| one.state == SuggestionState::Open) {
            (suggestion(cx, page, one, may))
        }
        (section("phases", &cx.t("indicators-charting-phases"), &Markup::default(), &phases(cx, page, may)))
        (section("points", &cx.t("indicators-charting-points"), &Markup::default(), &points(cx, page, may)))
        @if may { (section("settings", &cx.t("indicators-charting-settings"), &Markup::default(), &settings(cx, page))) }
        (section("versions", &cx.t("indicators-charting-versions"), &Markup::default(), &versions(cx, page)))
        @let answered: Vec<&Suggestion> = page.suggestions.iter().filter(|one| one.state != SuggestionState::Open).collect();
        @if !answered.is_empty() {
            (section("answered", &cx.t("indicators-charting-answered-title"), &Markup::default(), &html! {
                ul { @for one in answered { li {
                    (cx.say().period(one.first)) ": "
                    (cx.t(if one.state == SuggestionState::Accepted { "indicators-charting-accepted" } else { "indicators-charting-declined" }))
                    " – " (one.reason)
                } } }
            }))
        }
    }
}

/// A suggestion with its evidence, and a way to answer it. It is a preview: nothing has changed.
fn suggestion(cx: &Ctx, page: &ChartPage<'_>, one: &Suggestion, may: bool) -> Markup {
    let measure = page.indicator.measure;
    let shown = |value: f64| number(cx, measure, sentence::about(value));
    let evidence = cx.say().with(
        "indicators-charting-evidence",
        &[
            ("period", cx.say().period(one.first).into()),
            ("shift", shown(one.shift.0).into()),
            ("low", cx.say().value(sentence::about(one.shift.1)).into()),
            ("high", shown(one.shift.2).into()),
        ],
    );
    let (earliest, latest) = one.between;
    let stretch = if earliest == latest {
        cx.say().with("indicators-charting-stretch-one", &[("period", cx.say().period(earliest).into())])
    } else {
        let ends = [("earliest", cx.say().period(earliest).into()), ("latest", cx.say().period(latest).into())];
        cx.say().with("indicators-charting-stretch", &ends)
    };
    let weight = match rebase::Weight::of(one.gain) {
        rebase::Weight::Positive => "indicators-charting-weight-positive",
        rebase::Weight::Strong => "indicators-charting-weight-strong",
        rebase::Weight::VeryStrong => "indicators-charting-weight-very-strong",
    };
    let action = format!("{}/suggestions", page.address.trim_end_matches("/chart"));
    let reason = format!("reason-{}", one.id);
    let body = html! {
        (hidden("version", &version(page).to_string()))
        (hidden("suggestion", &one.id.to_string()))
        (Field { id: &reason, name: "reason", label: &cx.t("indicators-charting-reason"), required: true,
            help: Some(&cx.t("indicators-charting-reason-help")), ..Field::default() })
        div.row {
            button.ds-button type="submit" name="state" value="accepted" { (cx.t("indicators-charting-accept")) }
            button.ds-button type="submit" name="state" value="declined" data-variant="secondary" { (cx.t("indicators-charting-decline")) }
        }
    };
    note(
        Tone::Info,
        Some(&cx.t("indicators-charting-suggestion")),
        &html! {
            p { (evidence) " " (stretch) }
            p { (cx.t(weight)) }
            p.quiet { (cx.t("indicators-charting-why-first")) }
            @if may { (form(&action, &cx.guard(), body)) }
        },
    )
}

fn phases(cx: &Ctx, page: &ChartPage<'_>, may: bool) -> Markup {
    let spec = &page.reading.spec;
    html! {
        @if spec.phases.is_empty() { p.quiet { (cx.t("indicators-charting-no-phases")) } }
        @else {
            ul { @for phase in &spec.phases { li {
                strong { (cx.say().period(phase.first)) } ": " (phase.reason)
                @if let Some(n) = phase.baseline { " " (Tag(Tone::Neutral, &cx.say().with("indicators-charting-locked", &[("n", i64::from(n).into())]))) }
                " " span.quiet.small { (cx.say().with("indicators-charting-decided",
                    &[("day", cx.say().date(phase.decided_on).into()), ("who", (page.by)(phase.by).into())])) }
                @if let Some(measure) = phase.measure { " " (tied(cx, page, measure)) }
                @if may { (small_form(cx, page, "unphase", &phase.first.to_string(), "indicators-charting-unphase")) }
            } } }
        }
        @if may { (fold(&cx.t("indicators-charting-phase-new"), &change_form(cx, page, "phase", true))) }
    }
}

fn points(cx: &Ctx, page: &ChartPage<'_>, may: bool) -> Markup {
    let spec = &page.reading.spec;
    html! {
        @if spec.exclusions.is_empty() && page.notes.is_empty() { p.quiet { (cx.t("indicators-charting-no-points")) } }
        ul {
            @for one in &spec.exclusions { li {
                strong { (cx.say().period(one.period)) } ": " (cx.t("indicators-chart-excluded")) " – " (one.reason)
                @if may { (small_form(cx, page, "include", &one.period.to_string(), "indicators-charting-include")) }
            } }
            @for one in page.notes { li {
                strong { (cx.say().period(one.period)) } ": " (one.text)
                @if let Some(measure) = one.measure { " " (tied(cx, page, measure)) }
                @else if one.event { " " (Tag(Tone::Neutral, &cx.t("indicators-charting-event-mark"))) }
                " " span.quiet.small { (cx.say().with("indicators-charting-decided",
                    &[("day", cx.say().date(cx.say().day(one.at)).into()), ("who", (page.by)(one.by).into())])) }
                @if may {
                    (form(&notes_address(page), &cx.guard(), html! {
                        (hidden("withdraw", &one.id.to_string()))
                        (button(&cx.t("indicators-charting-note-withdraw"), Weight::Tertiary))
                    }))
                }
            } }
        }
        @if may {
            (fold(&cx.t("indicators-charting-note-new"), &note_form(cx, page)))
            (fold(&cx.t("indicators-charting-exclude-new"), &change_form(cx, page, "exclude", false)))
        }
    }
}

/// Which measure a phase or a note tells of.
fn tied(cx: &Ctx, page: &ChartPage<'_>, measure: MeasureId) -> Markup {
    html! { span { (cx.t("indicators-charting-measure")) ": " (measure_link(cx, page.measures, measure)) } }
}

fn notes_address(page: &ChartPage<'_>) -> String {
    format!("{}/notes", page.address.trim_end_matches("/chart"))
}

/// A form that takes something back, with a reason.
fn small_form(cx: &Ctx, page: &ChartPage<'_>, change: &str, period: &str, key: &str) -> Markup {
    let id = format!("{change}-{period}");
    fold(
        &cx.t(key),
        &form(
            page.address,
            &cx.guard(),
            html! {
                (hidden("version", &version(page).to_string()))
                (hidden("change", change))
                (hidden("period", period))
                (Field { id: &id, name: "reason", label: &cx.t("indicators-charting-reason"), required: true, ..Field::default() })
                (submit_row(&cx.t("indicators-form-save"), None, None))
            },
        ),
    )
}

/// The periods of the series, newest first.
fn periods(cx: &Ctx, page: &ChartPage<'_>) -> Vec<(String, String)> {
    page.reading.values.iter().rev().map(|one| (one.period.to_string(), cx.say().period(one.period))).collect()
}

fn period_select(cx: &Ctx, page: &ChartPage<'_>, id: &str, known: &[(String, String)], mine: bool) -> Markup {
    let wrong = Wrong::new(cx, page.problems);
    let chosen = if mine { page.fields.text("period") } else { "" };
    let choices: Vec<Choice<'_>> = known
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: value == chosen, ..Choice::default() })
        .collect();
    let error = if mine { wrong.with("period") } else { None };
    Select {
        id,
        name: "period",
        label: &cx.t("indicators-values-period"),
        required: true,
        choices: &choices,
        error: error.as_deref(),
        ..Select::default()
    }
    .render()
}

/// A new phase, or a point that is left out.
fn change_form(cx: &Ctx, page: &ChartPage<'_>, change: &'static str, phase: bool) -> Markup {
    let wrong = Wrong::new(cx, page.problems);
    let mine = page.fields.text("change") == change;
    let text = |name: &str| if mine { page.fields.text(name) } else { "" };
    let error = |name: &str| if mine { wrong.with(name) } else { None };
    let known = periods(cx, page);
    let [period, reason, baseline, measure] =
        ["period", "reason", "baseline", "measure"].map(|name| format!("{change}-{name}"));
    let measure_help = cx.t("indicators-charting-phase-measure-help");
    form(
        page.address,
        &cx.guard(),
        html! {
            (hidden("version", &version(page).to_string()))
            (hidden("change", change))
            (period_select(cx, page, &period, &known, mine))
            (Field { id: &reason, name: "reason", label: &cx.t("indicators-charting-reason"), required: true,
                help: Some(&cx.t("indicators-charting-reason-help")), value: text("reason"),
                error: error("reason").as_deref(), ..Field::default() })
            @if phase {
                (measure_select(cx, page.tree, page.measures, (&measure, text("measure"), &measure_help),
                    error("measure").as_deref()))
                (Field { id: &baseline, name: "baseline", label: &cx.t("indicators-charting-baseline"), kind: Kind::Number,
                    help: Some(&cx.t("indicators-charting-baseline-help")), value: text("baseline"),
                    error: error("baseline").as_deref(), ..Field::default() })
            }
            (submit_row(&cx.t("indicators-form-save"), None, None))
        },
    )
}

fn note_form(cx: &Ctx, page: &ChartPage<'_>) -> Markup {
    let wrong = Wrong::new(cx, page.problems);
    let mine = page.fields.has("note");
    let known = periods(cx, page);
    let measure_help = cx.t("indicators-charting-note-measure-help");
    form(
        &notes_address(page),
        &cx.guard(),
        html! {
            (period_select(cx, page, "note-period", &known, mine))
            (Field { id: "note", name: "note", label: &cx.t("indicators-chart-note"), required: true,
                help: Some(&cx.t("indicators-charting-note-help")), value: page.fields.text("note"),
                error: wrong.with("note").as_deref(), ..Field::default() })
            (measure_select(cx, page.tree, page.measures,
                ("note-measure", if mine { page.fields.text("measure") } else { "" }, &measure_help),
                if mine { wrong.with("measure") } else { None }.as_deref()))
            (Checkbox { id: "note-event", name: "event", label: &cx.t("indicators-charting-event"),
                help: Some(&cx.t("indicators-charting-event-help")), checked: page.fields.has("event"), ..Checkbox::default() })
            (submit_row(&cx.t("indicators-form-save"), None, None))
        },
    )
}

fn settings(cx: &Ctx, page: &ChartPage<'_>) -> Markup {
    let wrong = Wrong::new(cx, page.problems);
    let sent = page.fields.has("rules");
    let spec = &page.reading.spec;
    let kind_now = if sent { page.fields.text("kind") } else { spec.kind.map_or("advised", ChartKind::name) };
    let counted = page.indicator.measure.has_denominator();
    let advised = cx.t("indicators-charting-advised");
    let kinds: Vec<(&str, String)> = OFFERED
        .iter()
        .filter(|kind| counted || !kind.needs_denominator())
        .map(|kind| (kind.name(), cx.t(sentence::kind_key(*kind))))
        .collect();
    let mut kind_choices =
        vec![Choice { value: "advised", label: &advised, chosen: kind_now == "advised", ..Choice::default() }];
    kind_choices.extend(kinds.iter().map(|(value, label)| Choice {
        value,
        label,
        chosen: kind_now == *value,
        ..Choice::default()
    }));
    let rules_now = if sent { page.fields.text("rules") } else { spec.rules.name() };
    let sets: Vec<(&str, String)> = RULE_SETS.iter().map(|set| (set.name(), cx.t(rule_set_key(*set)))).collect();
    let set_choices: Vec<Choice<'_>> = sets
        .iter()
        .map(|(value, label)| Choice { value, label, chosen: rules_now == *value, ..Choice::default() })
        .collect();
    let target = match (sent, spec.target) {
        (true, _) => page.fields.text("target").to_owned(),
        (false, Some(target)) => target.to_string().replace('.', ","),
        (false, None) => String::new(),
    };
    let body = html! {
        (hidden("version", &version(page).to_string()))
        (hidden("change", "settings"))
        (Select { id: "kind", name: "kind", label: &cx.t("indicators-signal-chart"), choices: &kind_choices,
            help: Some(&cx.t("indicators-charting-kind-help")), error: wrong.with("kind").as_deref(), ..Select::default() })
        (Select { id: "rules", name: "rules", label: &cx.t("indicators-charting-rule-set"), choices: &set_choices,
            help: Some(&cx.t("indicators-charting-rule-set-help")), error: wrong.with("rules").as_deref(), ..Select::default() })
        (Field { id: "target", name: "target", label: &cx.t("indicators-chart-target"), value: &target, kind: Kind::Number,
            error: wrong.with("target").as_deref(), ..Field::default() })
        (Field { id: "settings-reason", name: "reason", label: &cx.t("indicators-charting-reason"), required: true,
            value: if sent { page.fields.text("reason") } else { "" }, ..Field::default() })
        (submit_row(&cx.t("indicators-form-save"), None, None))
    };
    Form { action: page.address, csrf: &cx.guard(), body, ..Form::default() }.render()
}

/// The charts that people choose among for a series of periods.
const OFFERED: [ChartKind; 8] = [
    ChartKind::Run,
    ChartKind::I,
    ChartKind::Ip,
    ChartKind::P,
    ChartKind::Pp,
    ChartKind::C,
    ChartKind::U,
    ChartKind::Up,
];

/// The key of a rule set's name.
pub const fn rule_set_key(set: RuleSet) -> &'static str {
    match set {
        RuleSet::Varde1 => "indicators-rules-varde",
        RuleSet::Anhoej1 => "indicators-rules-anhoej",
        RuleSet::ThreeSigma1 => "indicators-rules-three-sigma",
        RuleSet::WesternElectric1 => "indicators-rules-we",
        RuleSet::Nelson1 => "indicators-rules-nelson",
        RuleSet::MakingDataCount1 => "indicators-rules-mdc",
    }
}

fn versions(cx: &Ctx, page: &ChartPage<'_>) -> Markup {
    let rows: Vec<Vec<Markup>> = page
        .versions
        .iter()
        .map(|one| {
            let label = cx.say().with("indicators-charting-version", &[("n", one.version.into())]);
            vec![
                link(&label, &format!("{}?version={}", page.address, one.version)),
                html! { (one.kind.map_or_else(|| cx.t("indicators-charting-advised"), |kind| cx.t(sentence::kind_key(kind)))) },
                html! { (one.rules.name()) },
                html! { (one.why) },
                html! { (one.at.map(|at| cx.say().time(at)).unwrap_or_default()) },
                html! { ((page.by)(one.by)) },
            ]
        })
        .collect();
    let words = [
        "indicators-charting-versions",
        "indicators-charting-version-head",
        "indicators-signal-chart",
        "indicators-charting-rule-set",
        "indicators-charting-reason",
        "indicators-former-from",
        "indicators-former-by",
    ]
    .map(|key| cx.t(key));
    let [caption, number, kind, rules, why, from, by] = &words;
    let empty = html! { p.quiet { (cx.t("indicators-charting-undecided")) } };
    Table {
        caption,
        caption_hidden: true,
        columns: &[
            Column::text(number),
            Column::text(kind),
            Column::text(rules),
            Column::text(why),
            Column::text(from),
            Column::text(by),
        ],
        rows: &rows,
        empty: &empty,
        stack: true,
    }
    .render()
}
