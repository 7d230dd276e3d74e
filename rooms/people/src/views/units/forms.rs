//! Forms that change the organisation, and what they ask before they do it.

use axum::response::Response;
use maud::{Markup, Render, html};
use varde_kernel::{Problems, UnitId, UnitKind, sort_key};
use varde_web::ui::{self, Choice, Choices, Confirm, Field, Kind, Select, TextArea, hidden, submit_row};
use varde_web::{Ctx, Fields, Page, TextAsk, TextRoom, text_fields, texts};

use super::telling::Teller;
use super::{kind_key, preview, relation_key, system_key};
use crate::model::units::{CodeSystem, Register, RelationKind, UnitRecord};
use crate::pages::units::fields::{Asks, choice_field, find, label};
use crate::pages::units::follows::Follows;
use crate::rules::units::Change;
use crate::views::accounts::{problem, summary};

/// The fields that a form has, as problems name them.
pub(crate) const fn fields(asks: Asks) -> &'static [&'static str] {
    match asks {
        Asks::Create => &["code", "valid_to", "name", "orgnr", "kommunenr", "fylkesnr", "reshid", "her", "local"],
        Asks::Edit => &["on", "name", "orgnr", "kommunenr", "fylkesnr", "reshid", "her", "local"],
        Asks::Move => &["on", "other"],
        Asks::Merge => &["on", "others", "code", "name", "orgnr", "kommunenr", "fylkesnr", "reshid", "her", "local"],
        Asks::Split => &["on", "name"],
        Asks::Close => &["on"],
    }
}

/// Whether the step's consequences are told before it is taken.
pub(crate) const fn asks_first(asks: Asks) -> bool {
    matches!(asks, Asks::Move | Asks::Merge | Asks::Split | Asks::Close)
}

const fn title_key(asks: Asks) -> &'static str {
    match asks {
        Asks::Create => "people-units-new",
        Asks::Edit => "people-unit-edit",
        Asks::Move => "people-unit-move",
        Asks::Merge => "people-unit-merge",
        Asks::Split => "people-unit-split",
        Asks::Close => "people-unit-close",
    }
}

const fn lead_key(asks: Asks) -> &'static str {
    match asks {
        Asks::Create => "people-unit-create-lead",
        Asks::Edit => "people-unit-edit-lead",
        Asks::Move => "people-unit-move-lead",
        Asks::Merge => "people-unit-merge-lead",
        Asks::Split => "people-unit-split-lead",
        Asks::Close => "people-unit-close-lead",
    }
}

fn path(asks: Asks, id: Option<UnitId>) -> String {
    let step = match asks {
        Asks::Create => "new",
        Asks::Edit => "edit",
        Asks::Move => "move",
        Asks::Merge => "merge",
        Asks::Split => "split",
        Asks::Close => "close",
    };
    id.map_or_else(|| format!("/units/{step}"), |id| format!("/units/{id}/{step}"))
}

/// The page around a form: where one is, and what the form is for.
pub(crate) fn page<'a>(cx: &'a Ctx, asks: Asks, unit: Option<&UnitRecord>, register: &Register) -> Page<'a> {
    let mut page = cx.page(cx.t(title_key(asks))).lead(cx.t(lead_key(asks)));
    page = page.crumb(cx.t("people-units-title"), "/units");
    let today = cx.today();
    let Some(unit) = unit else { return page };
    for id in register.line_near(unit.id, today).iter().rev() {
        let name = register.get(*id).and_then(|unit| unit.name_on(unit.nearest_day(today)));
        if let Some(name) = name {
            page = page.crumb(name.words.get(cx.locale()), format!("/units/{id}"));
        }
    }
    page
}

struct Typed<'a> {
    cx: &'a Ctx,
    fields: &'a Fields,
    problems: &'a Problems,
    register: &'a Register,
}

impl Typed<'_> {
    fn text(&self, name: &'static str, label: &str, help: Option<&str>, required: bool) -> Markup {
        self.input(name, label, help, required, Kind::Text)
    }

    fn input(&self, name: &'static str, label: &str, help: Option<&str>, required: bool, kind: Kind) -> Markup {
        let error = problem(self.cx, self.problems, name);
        let (label, help) = (self.cx.t(label), help.map(|key| self.cx.t(key)));
        let mark = (!required).then(|| self.cx.t("people-unit-optional"));
        Field {
            id: name,
            name,
            label: &label,
            help: help.as_deref(),
            error: error.as_deref(),
            value: self.fields.text(name),
            required,
            mark: mark.as_deref(),
            kind,
            ..Field::default()
        }
        .render()
    }

    fn lines(&self, name: &'static str, label: &str, help: &str) -> Markup {
        let error = problem(self.cx, self.problems, name);
        let (label, help) = (self.cx.t(label), self.cx.t(help));
        TextArea {
            id: name,
            name,
            label: &label,
            help: Some(&help),
            error: error.as_deref(),
            value: self.fields.text(name),
            rows: 3,
            ..TextArea::default()
        }
        .render()
    }

    /// A unit to type or pick, and the choice between several when its name is not enough.
    fn unit(&self, name: &'static str, label: &str, help: &str) -> Markup {
        html! { (self.text(name, label, Some(help), true)) (self.choices(name)) }
    }

    /// For each typed name that several units have: which of them is meant.
    fn choices(&self, name: &'static str) -> Markup {
        let today = self.cx.today();
        let lines = self.fields.text(name).lines().map(str::trim).filter(|line| !line.is_empty());
        let unsure: Vec<(&str, Vec<UnitId>)> =
            lines.filter_map(|line| Some((line, find(self.register, line, today).err()?))).collect();
        if unsure.iter().all(|(_, several)| several.is_empty()) {
            return Markup::default();
        }
        let tree = self.register.tree(today);
        let trees = [&tree];
        let teller = Teller::new(self.cx, self.register, &trees);
        let chosen: Vec<&str> = self.fields.all(choice_field(name)).collect();
        let prompt = self.cx.t("people-unit-choose-one");
        let select = |place: usize, line: &str, several: &[UnitId]| {
            let mut named: Vec<(String, String)> =
                several.iter().map(|id| (id.to_string(), teller.name(*id))).collect();
            named.sort_by_cached_key(|one| sort_key(&one.1));
            let id = format!("{}-{place}", choice_field(name));
            let label = self.cx.say().with("people-unit-which", &[("name", line.into())]);
            Select {
                id: &id,
                name: choice_field(name),
                label: &label,
                required: true,
                prompt: Some(&prompt),
                choices: &picks(&named, &chosen),
                ..Select::default()
            }
            .render()
        };
        let asked = unsure.iter().enumerate().filter(|(_, (_, several))| !several.is_empty());
        html! { @for (place, (line, several)) in asked { (select(place, line, several)) } }
    }

    /// The units beside one, to pick among.
    fn beside(&self, unit: &UnitRecord) -> Markup {
        let today = self.cx.today();
        let Some(owner) = unit.owner_on(today) else { return Markup::default() };
        let beside = self.register.children_on(owner, today);
        let mut named: Vec<(String, String)> = beside
            .iter()
            .filter(|other| other.id != unit.id && other.kind == unit.kind)
            .map(|other| (other.id.to_string(), label(other, today)))
            .collect();
        named.sort_by_cached_key(|one| sort_key(&one.1));
        if named.is_empty() {
            return Markup::default();
        }
        let chosen: Vec<&str> = self.fields.all("beside").collect();
        let (label, choices) = (self.cx.t("people-unit-beside"), picks(&named, &chosen));
        ui::checkboxes(&Choices {
            id: "beside",
            name: "beside",
            label: &label,
            choices: &choices,
            ..Choices::default()
        })
    }

    fn day(&self, label: &str, help: Option<&str>) -> Markup {
        self.input("on", label, help, true, Kind::Date)
    }

    fn kind(&self) -> Markup {
        let error = problem(self.cx, self.problems, "kind");
        let chosen = self.fields.text("kind");
        let labels: Vec<(&str, String)> =
            UnitKind::ALL.iter().map(|kind| (kind.name(), self.cx.t(kind_key(*kind)))).collect();
        let choices: Vec<Choice<'_>> = labels
            .iter()
            .map(|(value, label)| Choice { value, label, chosen: *value == chosen, ..Choice::default() })
            .collect();
        let (label, prompt) = (self.cx.t("people-unit-field-kind"), self.cx.t("people-unit-choose-kind"));
        Select {
            id: "kind",
            name: "kind",
            label: &label,
            error: error.as_deref(),
            required: true,
            prompt: Some(&prompt),
            choices: &choices,
            ..Select::default()
        }
        .render()
    }

    fn radios(&self, name: &'static str, label: &str, choices: &[(&str, &str)]) -> Markup {
        let error = problem(self.cx, self.problems, name);
        let chosen = self.fields.text(name);
        let labels: Vec<(&str, String)> = choices.iter().map(|(value, key)| (*value, self.cx.t(key))).collect();
        let choices: Vec<Choice<'_>> = labels
            .iter()
            .map(|(value, label)| Choice { value, label, chosen: *value == chosen, ..Choice::default() })
            .collect();
        let label = self.cx.t(label);
        ui::radios(&Choices {
            id: name,
            name,
            label: &label,
            error: error.as_deref(),
            required: true,
            choices: &choices,
            ..Choices::default()
        })
    }

    fn names(&self) -> Markup {
        html! {
            (text_fields(self.cx.say(), self.fields, self.problems, &TextAsk {
                texts: texts!("name"), label: &self.cx.t("people-unit-field-name"), help: None, required: true,
                optional: None, room: TextRoom::Line,
            }))
            (self.text("short", "people-unit-field-short", None, false))
        }
    }

    fn numbers(&self) -> Markup {
        let body = html! {
            @for system in CodeSystem::ALL { (self.text(system.name(), system_key(*system), None, false)) }
        };
        ui::field_group(&self.cx.t("people-unit-numbers"), Some(&self.cx.t("people-unit-numbers-help")), &body)
    }

    fn wanted(&self) -> Markup {
        html! {
            (self.names())
            (self.kind())
            (self.unit("owner", "people-unit-owner", "people-unit-find-help"))
            (self.text("code", "people-unit-field-code", Some("people-unit-code-help"), false))
            (self.numbers())
        }
    }

    fn note(&self) -> Markup {
        self.lines("note", "people-unit-field-note", "people-unit-note-help")
    }
}

/// Units to choose among, those that are chosen marked.
fn picks<'a>(named: &'a [(String, String)], chosen: &[&str]) -> Vec<Choice<'a>> {
    let pick = |(value, label): &'a (String, String)| Choice {
        value,
        label,
        chosen: chosen.contains(&value.as_str()),
        ..Choice::default()
    };
    named.iter().map(pick).collect()
}

/// A form.
pub(crate) fn form(
    cx: &Ctx,
    asks: Asks,
    unit: Option<&UnitRecord>,
    register: &Register,
    (fields, problems): (&Fields, &Problems),
) -> Markup {
    let typed = Typed { cx, fields, problems, register };
    let relations: Vec<(&str, &str)> =
        RelationKind::ALL.iter().map(|kind| (kind.name(), relation_key(*kind))).collect();
    let below = cx.t("people-unit-with-below");
    let body = match asks {
        Asks::Create => html! {
            (typed.wanted())
            (typed.input("valid_from", "people-unit-field-from", None, true, Kind::Date))
            (typed.input("valid_to", "people-unit-field-to", Some("people-unit-to-help"), false, Kind::Date))
        },
        Asks::Edit => html! {
            (typed.names())
            (typed.kind())
            (typed.numbers())
            (typed.day("people-unit-from-day", Some("people-unit-from-day-help")))
        },
        Asks::Move => html! {
            (typed.radios("relation", "people-unit-relation", &relations))
            (typed.unit("other", "people-unit-relation-to", "people-unit-other-help"))
            (typed.day("people-unit-from-day", Some("people-unit-day-help")))
        },
        Asks::Merge => html! {
            @if let Some(unit) = unit { (typed.beside(unit)) }
            (typed.lines("others", "people-unit-others", "people-unit-others-help"))
            (typed.choices("others"))
            (typed.day("people-unit-from-day", Some("people-unit-day-help")))
            (typed.radios("into", "people-unit-into", &[("new", "people-unit-into-new"), ("known", "people-unit-into-known")]))
            (ui::field_group(&cx.t("people-unit-the-new"), Some(&cx.t("people-unit-the-new-help")), &typed.wanted()))
        },
        Asks::Split => html! {
            (typed.lines("parts", "people-unit-parts", "people-unit-parts-help"))
            (typed.day("people-unit-from-day", Some("people-unit-day-help")))
            (typed.radios("ends", "people-unit-ends", &[("yes", "people-unit-ends-yes"), ("no", "people-unit-ends-no")]))
        },
        Asks::Close => html! {
            (typed.day("people-unit-last-day", Some("people-unit-last-day-help")))
            (ui::Checkbox { id: "with_below", name: "with_below", label: &below, checked: fields.has("with_below"), ..ui::Checkbox::default() })
        },
    };
    let id = unit.map(|unit| unit.id);
    let (back, save) =
        (cx.t("people-unit-cancel"), cx.t(if asks_first(asks) { "people-unit-go-on" } else { "people-unit-save" }));
    let back_href = id.map_or_else(|| "/units".to_owned(), |id| format!("/units/{id}"));
    html! {
        (summary(cx, problems))
        (ui::form(&path(asks, id), &cx.guard(), html! {
            (hidden("version", fields.text("version")))
            (body)
            (typed.note())
            (submit_row(&save, Some((&back, &back_href)), None))
        }))
    }
}

/// Tells what a step will do, and asks.
pub(crate) fn confirm(
    cx: &Ctx,
    asks: Asks,
    id: Option<UnitId>,
    register: &Register,
    (change, follows): (&Change, &Follows),
    typed: &Fields,
) -> Response {
    let unit = id.and_then(|id| register.get(id));
    let text = preview::told(cx, register, change, follows);
    let fields = html! {
        (hidden("confirm", "yes"))
        @for (name, value) in typed.iter() {
            @if name != "_csrf" && name != "confirm" && name != "back" && !name.starts_with("goes_") { (hidden(name, value)) }
        }
        @if asks == Asks::Split && let Some(unit) = unit { (goes(cx, unit.id, register, change, typed)) }
        p { button.ds-button type="submit" name="back" value="yes" data-variant="secondary" { (cx.t("people-unit-back-to-form")) } }
    };
    let (action, back) = (path(asks, id), cx.t("people-unit-cancel"));
    let back_href = id.map_or_else(|| "/units".to_owned(), |id| format!("/units/{id}"));
    let body = Confirm {
        action: &action,
        csrf: &cx.guard(),
        text,
        fields,
        yes: &cx.t(title_key(asks)),
        no: (&back, &back_href),
        takes_away: asks == Asks::Close,
    };
    let page = page(cx, asks, unit, register);
    page.body(html! { h2 { (cx.t("people-unit-sure")) } (body.render()) })
}

/// Asks where each unit below goes when a unit is split.
fn goes(cx: &Ctx, id: UnitId, register: &Register, change: &Change, typed: &Fields) -> Markup {
    let Some(on) = change.told.first().map(|told| told.on) else { return Markup::default() };
    let parts: Vec<String> =
        typed.text("parts").lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let places: Vec<String> = (0..parts.len()).map(|place| place.to_string()).collect();
    let stay = cx.t("people-unit-stays");
    let ends = typed.text("ends") == "yes";
    let children = register.children_on(id, on);
    if children.is_empty() {
        return Markup::default();
    }
    let selects = html! {
        @for child in children {
            @let field = format!("goes_{}", child.id);
            @let label = child.name_on(on).map(|name| name.words.get(cx.locale())).unwrap_or_default();
            @let choices: Vec<Choice<'_>> = places.iter().zip(&parts).map(|(value, label)| Choice {
                value, label, chosen: ends && value == "0", ..Choice::default()
            }).collect();
            (Select { id: &field, name: &field, label, prompt: (!ends).then_some(stay.as_str()), choices: &choices, ..Select::default() })
        }
    };
    ui::field_group(&cx.t("people-unit-goes"), Some(&cx.t("people-unit-goes-help")), &selects)
}
