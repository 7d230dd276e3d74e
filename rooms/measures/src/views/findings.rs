//! Findings: list, one, form.

use maud::{Markup, Render, html};
use varde_kernel::{Problems, UnitId, UnitTree};
use varde_web::ui::{
    Checkbox, Choice, Column, Draft, Field, Form, Icon, Kind, Select, Table, TextArea, Weight, card, columns,
    empty_state, facts, field_group, filter_bar, hidden, link, link_button, section, submit_row,
};
use varde_web::{Ctx, Fields, TextRoom, pager, texts, whose};

use super::forms::text_in_languages;
use super::list::as_choices;
use super::{
    error, evidence_kind_key, finding_state_key, finding_tag, not_stated, state_tag, summary, unit_link, unit_name,
};
use crate::model::{Evidence, EvidenceKind, Finding, FindingState, Measure};
use crate::store::FindingFilter;

/// Empty lines offered for more evidence.
const MORE: usize = 2;

/// What the list shows.
pub(crate) struct Shown {
    pub lines: Vec<Finding>,
    pub filter: FindingFilter,
    pub total: i64,
    pub page: i64,
    pub page_size: i64,
}

pub(crate) fn list(cx: &Ctx, tree: &UnitTree, query: &Fields, shown: &Shown) -> Markup {
    let heads = ["measures-findings-finding", "measures-list-unit", "measures-form-period", "measures-list-state"]
        .map(|key| cx.t(key));
    let [finding, unit, period, state] = &heads;
    let rows: Vec<Vec<Markup>> = shown
        .lines
        .iter()
        .map(|line| {
            vec![
                link(line.title.get(cx.locale()), &format!("/findings/{}", line.id)),
                unit_link(cx, tree, line.unit),
                line.period.map_or_else(|| not_stated(cx), |period| html! { (cx.say().period(period)) }),
                finding_tag(cx, line.state),
            ]
        })
        .collect();
    let caption = cx.t("measures-findings-title");
    let empty =
        empty_state(&cx.t("measures-findings-empty"), &cx.t("measures-findings-empty-help"), &Markup::default());
    html! {
        (whose(cx, tree, "/findings", query, shown.filter.unit))
        (filters(cx, query, shown))
        p.quiet { (cx.say().with("measures-findings-found", &[("n", shown.total.into())])) }
        (Table { caption: &caption, caption_hidden: true,
            columns: &[Column::text(finding), Column::text(unit), Column::text(period), Column::text(state)],
            rows: &rows, empty: &empty, stack: true })
        (pager(cx.say(), "/findings", query, (shown.page, shown.page_size), shown.total))
    }
}

fn filters(cx: &Ctx, query: &Fields, shown: &Shown) -> Markup {
    let states: Vec<(String, String, bool)> = FindingState::ALL
        .iter()
        .map(|state| (state.name().to_owned(), cx.t(finding_state_key(*state)), shown.filter.state == Some(*state)))
        .collect();
    let states: Vec<(String, &str, bool)> =
        states.iter().map(|(value, label, chosen)| (value.clone(), label.as_str(), *chosen)).collect();
    let (text, state, all) = (cx.t("measures-filter-text"), cx.t("measures-list-state"), cx.t("measures-filter-all"));
    let fields = html! {
        (Field { id: "q", name: "q", label: &text, value: query.text("q"), kind: Kind::Search, ..Field::default() })
        (Select { id: "state", name: "state", label: &state, prompt: Some(&all), choices: &as_choices(&states),
            ..Select::default() })
        @if query.has("unit") { (hidden("unit", query.text("unit"))) }
    };
    let reset = cx.t("measures-filter-reset");
    let label = cx.t("measures-findings-filter-label");
    filter_bar("/findings", &label, &fields, &cx.t("measures-filter-go"), Some((&reset, "/findings")))
}

/// Buttons beside the heading.
pub(crate) fn actions(cx: &Ctx, finding: &Finding, can_edit: bool, can_answer: bool) -> Markup {
    let answer = format!("/measures/new?finding={}", finding.id);
    let edit = format!("/findings/{}/edit", finding.id);
    html! {
        @if can_answer && finding.state != FindingState::Closed {
            (link_button(&cx.t("measures-finding-answer"), &answer, Weight::Primary, Some(Icon::Plus)))
        }
        @if can_edit { (link_button(&cx.t("measures-show-edit"), &edit, Weight::Secondary, Some(Icon::Pencil))) }
    }
}

pub(crate) fn one(cx: &Ctx, tree: &UnitTree, finding: &Finding, evidence: &[Evidence], measures: &[Measure]) -> Markup {
    let labels = ["measures-list-unit", "measures-form-period", "measures-list-state", "measures-show-visible"]
        .map(|key| cx.t(key));
    let [unit, period, state, visible] = &labels;
    let seen = if finding.open { "measures-show-open" } else { "measures-finding-internal" };
    let aside = card(
        &cx.t("measures-show-key-facts"),
        &facts(&[
            (unit, unit_link(cx, tree, finding.unit)),
            (period, finding.period.map_or_else(|| not_stated(cx), |period| html! { (cx.say().period(period)) })),
            (state, finding_tag(cx, finding.state)),
            (visible, html! { (cx.t(seen)) }),
        ]),
    );
    let none = |key| html! { p.quiet { (cx.t(key)) } };
    let main = html! {
        (section("judgement", &cx.t("measures-form-judgement"), &Markup::default(), &html! {
            @if finding.judgement.is_empty() { (none("measures-finding-no-judgement")) }
            @else { (super::measure::paragraphs(&finding.judgement)) }
        }))
        (section("evidence", &cx.t("measures-form-evidence-list"), &Markup::default(), &html! {
            @if evidence.is_empty() { (none("measures-finding-no-evidence")) }
            @else { ul { @for piece in evidence { li {
                strong { (cx.t(evidence_kind_key(piece.kind))) } ": "
                @match &piece.href { Some(href) => { (link(&piece.text, href)) } None => { (piece.text) } }
            } } } }
        }))
        (section("measures", &cx.t("measures-finding-measures"), &Markup::default(), &html! {
            @if measures.is_empty() { (none("measures-finding-no-measures")) }
            @else { ul.links { @for measure in measures { li {
                div.links__line {
                    (link(measure.title.get(cx.locale()), &format!("/measures/{}", measure.id)))
                    (state_tag(cx, measure.state))
                }
            } } } }
        }))
    };
    columns(&main, &aside)
}

/// The form. `units` are those to choose from for a new finding; a saved one stays where it is.
pub(crate) fn form(
    cx: &Ctx,
    tree: &UnitTree,
    action: &str,
    fields: &Fields,
    problems: &Problems,
    units: Option<&[UnitId]>,
    version: Option<i64>,
) -> Markup {
    let version = version.map(|version| version.to_string());
    let text = |id: &'static str, key: &str, help: Option<&str>, required| {
        let help = help.map(|key| cx.t(key));
        Field {
            id,
            name: id,
            label: &cx.t(key),
            help: help.as_deref(),
            error: error(cx, problems, id).as_deref(),
            value: fields.text(id),
            required,
            max_len: Some(500),
            ..Field::default()
        }
        .render()
    };
    let body = html! {
        (summary(cx, problems))
        @if let Some(version) = &version { (hidden("version", version)) }
        @if let Some(units) = units { (unit_select(cx, tree, fields, problems, units)) }
        (text_in_languages(cx, fields, problems, texts!("title"), "measures-finding-title",
            Some("measures-finding-title-help"), (true, TextRoom::Line)))
        (TextArea { id: "judgement", name: "judgement", label: &cx.t("measures-form-judgement"),
            help: Some(&cx.t("measures-form-no-patients")), error: error(cx, problems, "judgement").as_deref(),
            value: fields.text("judgement"), ..TextArea::default() }.render())
        (text("period", "measures-form-period", Some("measures-form-period-help"), false))
        (evidence_fields(cx, fields, problems))
        (Checkbox { id: "open", name: "open", label: &cx.t("measures-form-open"),
            help: Some(&cx.t("measures-finding-open-help")), checked: fields.has("open"), ..Checkbox::default() }.render())
        @if version.is_some() {
            (Checkbox { id: "closed", name: "closed", label: &cx.t("measures-finding-close"),
                help: Some(&cx.t("measures-finding-close-help")), checked: fields.has("closed"), ..Checkbox::default() }.render())
        }
        (submit_row(&cx.t("measures-form-save"), Some((&cx.t("measures-form-cancel"), action)), None))
    };
    let key = format!("{action}/v{}", version.as_deref().unwrap_or("0"));
    Form {
        action,
        csrf: &cx.guard(),
        draft: Some(Draft {
            key: &key,
            note: &cx.t("measures-form-draft"),
            discard: &cx.t("measures-form-draft-discard"),
        }),
        multipart: false,
        body,
    }
    .render()
}

/// The unit that something new is made on.
pub(super) fn unit_select(cx: &Ctx, tree: &UnitTree, fields: &Fields, problems: &Problems, units: &[UnitId]) -> Markup {
    let units: Vec<(String, String, bool)> = units
        .iter()
        .map(|unit| (unit.to_string(), unit_name(cx, tree, *unit), fields.text("unit_id") == unit.to_string()))
        .collect();
    Select {
        id: "unit_id",
        name: "unit_id",
        label: &cx.t("measures-list-unit"),
        required: true,
        error: error(cx, problems, "unit_id").as_deref(),
        choices: &as_choices(&units),
        ..Select::default()
    }
    .render()
}

fn evidence_fields(cx: &Ctx, fields: &Fields, problems: &Problems) -> Markup {
    let kinds: Vec<&str> = fields.all("evidence_kind").collect();
    let texts: Vec<&str> = fields.all("evidence_text").collect();
    let hrefs: Vec<&str> = fields.all("evidence_href").collect();
    let things: Vec<&str> = fields.all("evidence_thing").collect();
    let at = |list: &[&str], place: usize| list.get(place).map(|text| (*text).to_owned()).unwrap_or_default();
    let n_filled = texts.iter().filter(|text| !text.is_empty()).count();
    let labels: Vec<(EvidenceKind, String)> =
        EvidenceKind::ALL.iter().map(|kind| (*kind, cx.t(evidence_kind_key(*kind)))).collect();
    let heads = ["measures-evidence-kind", "measures-evidence-text", "measures-evidence-href"].map(|key| cx.t(key));
    let [kind_l, text_l, href_l] = &heads;
    field_group(
        &cx.t("measures-form-evidence-list"),
        Some(&cx.t("measures-evidence-help")),
        &html! {
            @for place in 0..(n_filled.max(texts.len().min(200)) + MORE) {
                @let id = |name: &str| if place == 0 { format!("evidence_{name}") } else { format!("evidence_{name}_{place}") };
                @let choices: Vec<Choice<'_>> = labels.iter().map(|(kind, label)| Choice {
                    value: kind.name(), label, chosen: at(&kinds, place) == kind.name(), ..Choice::default()
                }).collect();
                // Problems with evidence are told at the first line that they can concern.
                @let wrong = |name: &str| (place == 0).then(|| error(cx, problems, name)).flatten();
                div.row {
                    (Select { id: &id("kind"), name: "evidence_kind", label: kind_l, choices: &choices, ..Select::default() })
                    (Field { id: &id("text"), name: "evidence_text", label: text_l, value: &at(&texts, place),
                        error: wrong("evidence_text").as_deref(), max_len: Some(500), ..Field::default() })
                    (Field { id: &id("href"), name: "evidence_href", label: href_l, value: &at(&hrefs, place),
                        error: wrong("evidence_href").as_deref(), max_len: Some(500), ..Field::default() })
                    (hidden("evidence_thing", &at(&things, place)))
                }
            }
        },
    )
}
