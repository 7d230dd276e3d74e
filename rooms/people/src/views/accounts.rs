//! What the pages of persons, roles and signing in share.

use maud::Markup;
use varde_kernel::{Problems, UnitId, UnitTree};
use varde_web::ui::{self, Choice, Field, Select};
use varde_web::{Ctx, unit_name};

/// More units than this are typed, not chosen from a list.
const MANY: usize = 300;

/// All that is wrong with a form, each line a link to its field.
pub(crate) fn summary(cx: &Ctx, problems: &Problems) -> Markup {
    let lines: Vec<(&str, String)> = problems
        .iter()
        .map(|problem| {
            let field = match &problem.place {
                varde_kernel::Place::Field(field) => *field,
                varde_kernel::Place::Whole | varde_kernel::Place::Line(..) => "",
            };
            (field, cx.say().problem(problem))
        })
        .collect();
    let lines: Vec<(&str, &str)> = lines.iter().map(|(field, text)| (*field, text.as_str())).collect();
    ui::error_summary(&cx.t("web-form-problems"), &lines)
}

/// What is wrong with one field.
pub(crate) fn problem(cx: &Ctx, problems: &Problems, field: &str) -> Option<String> {
    problems.of_field(field).map(|problem| cx.say().problem(problem))
}

/// The name of a unit that may be gone.
pub(crate) fn unit_label(cx: &Ctx, tree: &UnitTree, unit: Option<UnitId>) -> String {
    match unit {
        None => cx.t("people-person-no-unit"),
        Some(id) if tree.get(id).is_none() => cx.t("people-person-unit-gone"),
        Some(id) => unit_name(tree, id, cx.locale()),
    }
}

/// A field for one of `units`: a list when they are few, otherwise a name or a code to type.
pub(crate) fn unit_field(
    cx: &Ctx,
    tree: &UnitTree,
    (name, label, help): (&'static str, &str, Option<&str>),
    units: &[UnitId],
    typed: &str,
    required: bool,
    error: Option<&str>,
) -> Markup {
    use maud::Render;
    let mark = (!required).then(|| cx.t("people-account-optional"));
    if units.len() <= MANY {
        let named: Vec<(String, String)> = units
            .iter()
            .filter(|id| tree.get(**id).is_some())
            .map(|id| (id.to_string(), unit_name(tree, *id, cx.locale())))
            .collect();
        let choices: Vec<Choice<'_>> = named
            .iter()
            .map(|(id, label)| Choice { value: id, label, chosen: id == typed, ..Choice::default() })
            .collect();
        let prompt = cx.t("people-account-choose-unit");
        return Select {
            id: name,
            name,
            label,
            help,
            error,
            required,
            mark: mark.as_deref(),
            prompt: Some(&prompt),
            choices: &choices,
            autosubmit: false,
        }
        .render();
    }
    // An id says nothing to people; the code is what they know the unit by.
    let shown = typed.parse::<UnitId>().ok().and_then(|id| tree.get(id)).map_or(typed, |unit| unit.code.as_str());
    let how = cx.t("people-account-type-unit");
    Field {
        id: name,
        name,
        label,
        help: Some(help.map_or(how.clone(), |help| format!("{help} {how}")).as_str()),
        error,
        value: shown,
        required,
        mark: mark.as_deref(),
        autocomplete: Some("off"),
        ..Field::default()
    }
    .render()
}

/// Letters that mean something in an address are written as codes.
pub(crate) fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
