//! Forms of measures and activities, and what to do when two people save at once.

use maud::{Markup, Render, html};
use varde_kernel::{Problems, UnitId, UnitTree, Words};
use varde_web::ui::{
    Checkbox, Choice, Choices as Group, Draft, Field, Form, Kind, Select, TextArea, checkboxes, field_group, fold,
    hidden, submit_row,
};
use varde_web::{Ctx, Fields, TextAsk, TextRoom, Texts, text_fields, texts};

use super::findings::unit_select;
use super::list::as_choices;
use super::{
    Choices, activity_kind_key, activity_state_key, dimension_key, direction_key, error, evidence_level_key, summary,
    unit_name,
};
use crate::model::{
    Activity, ActivityKind, ActivityState, Dimension, Direction, Evidence, EvidenceLevel, Finding, FindingState, Links,
    Measure, Resources, ShownBy,
};
use crate::rules;

/// Fields by name, as a form sends them.
type Pairs = Vec<(String, String)>;

/// A form about a measure.
pub(crate) struct MeasureForm<'a> {
    pub fields: &'a Fields,
    pub problems: &'a Problems,
    pub choices: &'a Choices,
    /// Units to choose from, for a new measure.
    pub units: Option<&'a [UnitId]>,
    /// Whether a change of scope asks for its cause.
    pub asks_cause: bool,
    /// The version that is edited.
    pub version: Option<i64>,
}

fn put(pairs: &mut Pairs, name: &str, value: impl Into<String>) {
    pairs.push((name.to_owned(), value.into()));
}

fn put_some(pairs: &mut Pairs, name: &str, value: Option<impl ToString>) {
    if let Some(value) = value {
        put(pairs, name, value.to_string());
    }
}

fn put_words(pairs: &mut Pairs, name: &str, words: &Words) {
    put(pairs, name, words.nb.as_str());
    put_some(pairs, &format!("{name}_nn"), words.nn.as_deref());
    put_some(pairs, &format!("{name}_en"), words.en.as_deref());
}

/// What is set aside for a measure or an activity, and what shows how it goes.
fn put_means(pairs: &mut Pairs, resources: &Resources, shown_by: &ShownBy) {
    put(pairs, "resources", resources.text.as_str());
    put_some(pairs, "resources_hours", resources.hours);
    put_some(pairs, "resources_nok", resources.nok);
    put_some(pairs, "budget_year", resources.budget_year);
    put(pairs, "evidence_text", shown_by.text.as_str());
    put_some(pairs, "evidence_href", shown_by.href.as_deref());
}

/// What a form about this measure is filled in with.
pub(crate) fn fields_of(measure: &Measure, links: &Links) -> Pairs {
    let mut pairs = Pairs::new();
    put_words(&mut pairs, "title", &measure.title);
    put_words(&mut pairs, "detail", &measure.detail);
    put(&mut pairs, "problem", measure.problem.as_str());
    put_some(&mut pairs, "lead_actor", measure.lead);
    put_some(&mut pairs, "owner_person", measure.owner);
    put_some(&mut pairs, "adopted", measure.adopted);
    put_some(&mut pairs, "starts", measure.starts);
    put_some(&mut pairs, "due", measure.due);
    put_some(&mut pairs, "effect_indicator", measure.effect.indicator);
    put_some(&mut pairs, "effect_series", measure.effect.series);
    put_some(&mut pairs, "effect_direction", measure.effect.direction.map(Direction::name));
    put_some(&mut pairs, "effect_size", measure.effect.size);
    put_some(&mut pairs, "effect_by", measure.effect.by);
    put_words(&mut pairs, "effect_text", &measure.effect.text);
    put_means(&mut pairs, &measure.resources, &measure.shown_by);
    put(&mut pairs, "evidence_level", measure.evidence.name());
    put_some(&mut pairs, "source", measure.source.as_deref());
    if measure.open {
        put(&mut pairs, "open", "true");
    }
    for id in &links.contributors {
        put(&mut pairs, "contributors", id.to_string());
    }
    for id in &links.tags {
        put(&mut pairs, "tags", id.to_string());
    }
    for dimension in &links.dimensions {
        put(&mut pairs, "dimensions", dimension.name());
    }
    for id in &links.findings {
        put(&mut pairs, "findings", id.to_string());
    }
    pairs
}

/// What a form about this activity is filled in with.
pub(crate) fn fields_of_activity(activity: &Activity) -> Pairs {
    let mut pairs = Pairs::new();
    put_words(&mut pairs, "title", &activity.title);
    put_words(&mut pairs, "detail", &activity.detail);
    put(&mut pairs, "kind", activity.kind.name());
    put(&mut pairs, "state", activity.state.name());
    put_some(&mut pairs, "starts", activity.starts);
    put_some(&mut pairs, "due", activity.due);
    put_some(&mut pairs, "ended", activity.ended);
    put_some(&mut pairs, "lead_actor", activity.lead);
    for id in &activity.contributors {
        put(&mut pairs, "contributors", id.to_string());
    }
    put_means(&mut pairs, &activity.resources, &activity.shown_by);
    put_some(&mut pairs, "owner_person", activity.owner);
    put_some(&mut pairs, "unit_id", activity.unit);
    pairs
}

/// What a form about this finding is filled in with.
pub(crate) fn fields_of_finding(finding: &Finding, evidence: &[Evidence]) -> Pairs {
    let mut pairs = Pairs::new();
    put_words(&mut pairs, "title", &finding.title);
    put(&mut pairs, "judgement", finding.judgement.as_str());
    put_some(&mut pairs, "period", finding.period);
    if finding.open {
        put(&mut pairs, "open", "true");
    }
    if finding.state == FindingState::Closed {
        put(&mut pairs, "closed", "true");
    }
    for piece in evidence {
        put(&mut pairs, "evidence_kind", piece.kind.name());
        put(&mut pairs, "evidence_text", piece.text.as_str());
        put(&mut pairs, "evidence_href", piece.href.as_deref().unwrap_or_default());
        put(&mut pairs, "evidence_thing", piece.thing.map(|id| id.to_string()).unwrap_or_default());
    }
    pairs
}

/// A text in several languages; `how` says whether it must be there and how much room it has.
pub(crate) fn text_in_languages(
    cx: &Ctx,
    fields: &Fields,
    problems: &Problems,
    texts: Texts,
    key: &str,
    help: Option<&str>,
    how: (bool, TextRoom),
) -> Markup {
    let (label, help, (required, room)) = (cx.t(key), help.map(|key| cx.t(key)), how);
    let ask = TextAsk { texts, label: &label, help: help.as_deref(), required, optional: None, room };
    text_fields(cx.say(), fields, problems, &ask)
}

/// Draws labelled fields with what was typed and what is wrong.
struct Pen<'a> {
    cx: &'a Ctx,
    fields: &'a Fields,
    problems: &'a Problems,
}

impl Pen<'_> {
    fn line(&self, id: &'static str, key: &str, kind: Kind, required: bool, help: Option<&str>) -> Markup {
        let help = help.map(|key| self.cx.t(key));
        let hint = (kind == Kind::Date).then(|| self.cx.t("measures-form-date-hint"));
        Field {
            id,
            name: id,
            label: &self.cx.t(key),
            help: help.as_deref(),
            hint: hint.as_deref(),
            error: error(self.cx, self.problems, id).as_deref(),
            value: self.fields.text(id),
            required,
            kind,
            max_len: (kind == Kind::Text).then_some(500),
            ..Field::default()
        }
        .render()
    }

    fn text(&self, id: &'static str, key: &str) -> Markup {
        self.line(id, key, Kind::Text, false, None)
    }

    fn date(&self, id: &'static str, key: &str) -> Markup {
        self.line(id, key, Kind::Date, false, None)
    }

    fn number(&self, id: &'static str, key: &str) -> Markup {
        self.line(id, key, Kind::Number, false, None)
    }

    /// Who leads, and who takes part.
    fn actors(&self, lead: &str, actors: &[(String, String)]) -> Markup {
        let others = "measures-form-contributors";
        html! {
            (self.select("lead_actor", lead, actors, true))
            @if !actors.is_empty() { (fold(&self.cx.t(others), &self.boxes("contributors", others, actors))) }
        }
    }

    /// What is set aside.
    fn means(&self) -> Markup {
        let year_help = Some("measures-form-budget-year-help");
        html! {
            (self.text("resources", "measures-form-resources"))
            (self.number("resources_hours", "measures-form-hours"))
            (self.number("resources_nok", "measures-form-nok"))
            (self.line("budget_year", "measures-form-budget-year", Kind::Number, false, year_help))
        }
    }

    /// The evidence, in words and where it can be read.
    fn shown_by(&self) -> Markup {
        let help = Some("measures-form-evidence-href-help");
        html! {
            (TextArea {
                id: "evidence_text", name: "evidence_text", label: &self.cx.t("measures-form-evidence-text"),
                help: Some(&self.cx.t("measures-form-evidence-text-help")),
                error: error(self.cx, self.problems, "evidence_text").as_deref(),
                value: self.fields.text("evidence_text"), ..TextArea::default()
            }.render())
            (self.line("evidence_href", "measures-form-evidence-href", Kind::Text, false, help))
        }
    }

    /// A line of text in several languages.
    fn words(&self, texts: Texts, key: &str, help: Option<&str>, required: bool) -> Markup {
        text_in_languages(self.cx, self.fields, self.problems, texts, key, help, (required, TextRoom::Line))
    }

    /// Several lines of text in several languages.
    fn long_words(&self, texts: Texts, key: &str, help: Option<&str>) -> Markup {
        text_in_languages(self.cx, self.fields, self.problems, texts, key, help, (false, TextRoom::Lines))
    }

    /// A list to choose one from; `list` is (value, label).
    fn select(&self, id: &'static str, key: &str, list: &[(String, String)], prompt: bool) -> Markup {
        let now = self.fields.text(id);
        let choices: Vec<(String, &str, bool)> =
            list.iter().map(|(value, label)| (value.clone(), label.as_str(), value == now)).collect();
        let none = self.cx.t("measures-form-choose-none");
        Select {
            id,
            name: id,
            label: &self.cx.t(key),
            error: error(self.cx, self.problems, id).as_deref(),
            prompt: prompt.then_some(none.as_str()),
            choices: &as_choices(&choices),
            ..Select::default()
        }
        .render()
    }

    /// Boxes to tick any of; what is ticked keeps the order in which it was saved.
    fn boxes(&self, id: &'static str, key: &str, list: &[(String, String)]) -> Markup {
        let ticked: Vec<&str> = self.fields.all(id).collect();
        let mut list: Vec<&(String, String)> = list.iter().collect();
        list.sort_by_key(|(value, _)| ticked.iter().position(|ticked| ticked == value).unwrap_or(usize::MAX));
        let choices: Vec<Choice<'_>> = list
            .iter()
            .map(|(value, label)| Choice {
                value,
                label,
                chosen: ticked.contains(&value.as_str()),
                ..Choice::default()
            })
            .collect();
        if choices.is_empty() {
            return Markup::default();
        }
        checkboxes(&Group {
            id,
            name: id,
            label: &self.cx.t(key),
            error: error(self.cx, self.problems, id).as_deref(),
            choices: &choices,
            ..Group::default()
        })
    }
}

fn named<T: Copy>(
    cx: &Ctx,
    all: &[T],
    name: impl Fn(T) -> &'static str,
    key: impl Fn(T) -> &'static str,
) -> Vec<(String, String)> {
    all.iter().map(|one| (name(*one).to_owned(), cx.t(key(*one)))).collect()
}

fn drafted(cx: &Ctx, action: &str, version: Option<i64>, body: Markup) -> Markup {
    let key = format!("{action}/v{}", version.unwrap_or(0));
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

fn actors_of(cx: &Ctx, choices: &Choices) -> Vec<(String, String)> {
    choices.actors.iter().map(|(id, name)| (id.to_string(), name.get(cx.locale()).to_owned())).collect()
}

/// The form of a measure.
pub(crate) fn measure(cx: &Ctx, tree: &UnitTree, action: &str, cancel: &str, form: &MeasureForm<'_>) -> Markup {
    let pen = Pen { cx, fields: form.fields, problems: form.problems };
    let choices = form.choices;
    let locale = cx.locale();
    let actors = actors_of(cx, choices);
    let persons: Vec<(String, String)> =
        choices.persons.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let indicators: Vec<(String, String)> =
        choices.indicators.iter().map(|(id, name)| (id.to_string(), name.get(locale).to_owned())).collect();
    let tags: Vec<(String, String)> =
        choices.tags.iter().map(|tag| (tag.part.to_string(), tag.title.get(locale).to_owned())).collect();
    let findings: Vec<(String, String)> =
        choices.findings.iter().map(|one| (one.id.to_string(), one.title.get(locale).to_owned())).collect();
    let levels = named(cx, EvidenceLevel::ALL, EvidenceLevel::name, evidence_level_key);
    let directions = named(cx, Direction::ALL, Direction::name, direction_key);
    let dimensions = named(cx, Dimension::ALL, Dimension::name, dimension_key);

    // What one knows when a measure is thought of comes first; the rest can wait.
    let rest = html! {
        (pen.long_words(texts!("detail"), "measures-form-detail", Some("measures-form-no-patients")))
        (pen.line("problem", "measures-form-problem", Kind::Text, false, Some("measures-form-problem-help")))
        (field_group(&cx.t("measures-form-who"), None, &html! {
            (pen.actors("measures-list-lead", &actors))
        }))
        (field_group(&cx.t("measures-form-when"), None, &html! {
            (pen.date("adopted", "measures-form-adopted"))
            (pen.date("starts", "measures-form-starts"))
        }))
        (field_group(&cx.t("measures-show-effect"), Some(&cx.t("measures-form-effect-help")), &html! {
            (pen.long_words(texts!("effect_text"), "measures-form-effect-text", None))
            (pen.select("effect_indicator", "measures-form-effect-indicator", &indicators, true))
            (pen.select("effect_direction", "measures-form-effect-direction", &directions, true))
            (pen.number("effect_size", "measures-form-effect-size"))
            (pen.date("effect_by", "measures-form-effect-by"))
        }))
        (field_group(&cx.t("measures-form-resources-group"), None, &html! {
            (pen.means())
            (pen.select("evidence_level", "measures-form-evidence", &levels, false))
            (pen.shown_by())
            (pen.text("source", "measures-form-source"))
        }))
        (field_group(&cx.t("measures-show-tags"), None, &html! {
            (pen.boxes("dimensions", "measures-form-dimensions", &dimensions))
            (pen.boxes("tags", "measures-form-tags", &tags))
            (pen.boxes("findings", "measures-form-findings", &findings))
        }))
    };
    // Nothing that is wrong, or that is being changed, is folded away.
    let is_new = form.version.is_none() && form.problems.is_empty();
    let body = html! {
        (summary(cx, form.fields, form.problems))
        @if let Some(version) = form.version { (hidden("version", &version.to_string())) }
        @if form.fields.has("effect_series") { (hidden("effect_series", form.fields.text("effect_series"))) }
        @if let Some(units) = form.units { (unit_select(cx, tree, form.fields, form.problems, units)) }
        (pen.words(texts!("title"), "measures-form-title", None, true))
        (pen.select("owner_person", "measures-form-owner", &persons, true))
        (pen.date("due", "measures-form-due"))
        @if is_new { (fold(&cx.t("measures-form-more"), &html! { div.flow { (rest) } })) } @else { (rest) }
        @if form.asks_cause {
            (pen.line("cause", "measures-form-cause", Kind::Text, false, Some("measures-form-cause-help")))
        }
        (Checkbox { id: "open", name: "open", label: &cx.t("measures-form-open"),
            help: Some(&cx.t("measures-form-open-help")), checked: form.fields.has("open"), ..Checkbox::default() }.render())
        (submit_row(&cx.t("measures-form-save"), Some((&cx.t("measures-form-cancel"), cancel)), None))
    };
    drafted(cx, action, form.version, body)
}

/// The form of an activity.
#[expect(clippy::too_many_arguments, reason = "each is another part of the same form")]
pub(crate) fn activity(
    cx: &Ctx,
    tree: &UnitTree,
    action: &str,
    measure: &Measure,
    fields: &Fields,
    problems: &Problems,
    choices: &Choices,
    version: Option<i64>,
) -> Markup {
    let pen = Pen { cx, fields, problems };
    let persons: Vec<(String, String)> =
        choices.persons.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let mut units: Vec<(String, String)> =
        choices.units.iter().map(|unit| (unit.to_string(), unit_name(cx, tree, *unit))).collect();
    // A unit that is not among the choices stays chosen.
    let now = fields.text("unit_id");
    if let Some(unit) = now.parse::<UnitId>().ok().filter(|_| !units.iter().any(|(value, _)| value == now)) {
        units.push((now.to_owned(), unit_name(cx, tree, unit)));
    }
    let kinds = named(cx, ActivityKind::ALL, ActivityKind::name, activity_kind_key);
    let allowed: Vec<ActivityState> = ActivityState::ALL
        .iter()
        .copied()
        .filter(|state| rules::may_be(*state, measure.state).is_ok() || fields.text("state") == state.name())
        .collect();
    let states = named(cx, &allowed, ActivityState::name, activity_state_key);
    // What one knows when an activity is thought of comes first; the rest can wait.
    let rest = html! {
        (field_group(&cx.t("measures-form-who"), None, &pen.actors("measures-activity-lead", &actors_of(cx, choices))))
        (field_group(&cx.t("measures-form-when"), None, &html! {
            (pen.date("starts", "measures-form-starts"))
            (pen.line("ended", "measures-activity-ended", Kind::Date, false, Some("measures-activity-ended-help")))
        }))
        (field_group(&cx.t("measures-form-resources"), None, &pen.means()))
        (field_group(&cx.t("measures-form-evidence-list"), None, &pen.shown_by()))
    };
    let is_new = version.is_none() && problems.is_empty();
    let cancel = format!("/measures/{}", measure.id);
    let body = html! {
        (summary(cx, fields, problems))
        @if let Some(version) = version { (hidden("version", &version.to_string())) }
        (pen.words(texts!("title"), "measures-activity-name", None, true))
        (pen.long_words(texts!("detail"), "measures-form-detail", Some("measures-form-no-patients")))
        (pen.select("kind", "measures-activity-kind", &kinds, false))
        (pen.select("state", "measures-list-state", &states, false))
        (pen.date("due", "measures-form-due"))
        (pen.select("owner_person", "measures-form-owner", &persons, true))
        @if !units.is_empty() { (pen.select("unit_id", "measures-activity-unit", &units, true)) }
        @if is_new { (fold(&cx.t("measures-activity-more"), &html! { div.flow { (rest) } })) } @else { (rest) }
        @if version.is_some() { (pen.line("why", "measures-activity-why", Kind::Text, false, Some("measures-form-cause-help"))) }
        (submit_row(&cx.t("measures-form-save"), Some((&cx.t("measures-form-cancel"), &cancel)), None))
    };
    drafted(cx, action, version, body)
}
