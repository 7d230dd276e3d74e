//! What changed in a line of the history: field by field, in the reader's language, and in others where
//! they changed too.

use uuid::Uuid;
use varde_kernel::{Locale, PersonId, UnitId, Words};
use varde_store::history::Told;
use varde_store::{Json, languages_of};

use super::Known;
use crate::texts::label_in;
use crate::{Ctx, Telling};

/// A field that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The field's name in words.
    pub field: String,
    /// What it said; empty when nothing is known of it.
    pub before: String,
    /// What it says.
    pub after: String,
    /// Whether this is another language of a text that changed in the reader's too.
    pub aside: bool,
}

/// The language in which a value is told.
#[derive(Clone, Copy)]
enum Tongue {
    /// The reader's, or bokmål where it is not written in that.
    Readers(Locale),
    /// One alone.
    Only(Locale),
}

impl Tongue {
    fn of(self, words: &Words) -> &str {
        match self {
            Self::Readers(locale) => words.get(locale),
            Self::Only(Locale::Nb) => &words.nb,
            Self::Only(Locale::Nn) => words.nn.as_deref().unwrap_or_default(),
            Self::Only(Locale::En) => words.en.as_deref().unwrap_or_default(),
        }
    }
}

/// What differs of a field that is told before and after in each language.
fn differing(
    locale: Locale,
    label: impl Fn(Option<Locale>) -> String,
    told: impl Fn(Tongue) -> (String, String),
) -> Vec<Change> {
    let readers = told(Tongue::Readers(locale));
    let is_readers = readers.0 != readers.1;
    let others = Locale::ALL
        .iter()
        .filter(|other| **other != locale)
        .map(|other| (Some(*other), told(Tongue::Only(*other))))
        // What the reader reads already, since it is written in one language, or is no text at all.
        .filter(|(_, other)| *other != readers);
    std::iter::once((None, readers.clone()))
        .chain(others)
        .filter(|(_, (before, after))| before != after)
        .map(|(other, (before, after))| Change {
            field: label(other),
            before,
            after,
            aside: is_readers && other.is_some(),
        })
        .collect()
}

impl Known<'_> {
    /// Field by field what differs. A new thing is told by its name alone.
    pub(super) fn changes(&self, cx: &Ctx, telling: Option<&Telling>, line: &Told) -> Vec<Change> {
        let Some(after) = line.after.as_object() else { return Vec::new() };
        let before = line.before.as_object();
        if before.is_none() && ["created", "loaded"].contains(&line.action.as_str()) {
            return Vec::new();
        }
        after
            .iter()
            .filter(|(field, now)| before.is_none_or(|before| before.get(*field) != Some(*now)))
            .filter(|(_, now)| before.is_some() || !now.is_null())
            // An id of the row's own tells a reader nothing.
            .filter(|(field, _)| !matches!(field.as_str(), "holding" | "task" | "target" | "item" | "way"))
            .flat_map(|(field, now)| {
                let key = telling.and_then(|telling| (telling.field)(field)).unwrap_or_else(|| field_key(field));
                let label = |other: Option<Locale>| match other {
                    None => cx.t(key),
                    Some(Locale::Nb) => cx.say().with("web-words-nb", &[("label", cx.t(key).into())]),
                    Some(other) => label_in(cx.say(), &cx.t(key), other),
                };
                differing(cx.locale(), label, |tongue| {
                    let text = |value| self.text(cx, telling, tongue, field, value);
                    (before.map(|before| text(before.get(field))).unwrap_or_default(), text(Some(now)))
                })
            })
            .collect()
    }

    fn text(&self, cx: &Ctx, telling: Option<&Telling>, tongue: Tongue, field: &str, value: Option<&Json>) -> String {
        let nothing = || "–".to_owned();
        let joined = |parts: Vec<String>, between: &str| parts.join(between);
        match value {
            None | Some(Json::Null) => nothing(),
            Some(Json::Bool(yes)) => cx.t(if *yes { "web-told-yes" } else { "web-told-no" }),
            Some(Json::Number(number)) => match (number.as_i64(), number.as_f64()) {
                // A year or a version is written as it is.
                (Some(whole), _) => whole.to_string(),
                (None, Some(value)) => cx.say().value(value),
                (None, None) => number.to_string(),
            },
            Some(Json::String(text)) if text.is_empty() => nothing(),
            Some(Json::String(text)) => self.word(cx, telling, field, text),
            Some(Json::Array(items)) if items.is_empty() => nothing(),
            Some(Json::Array(items)) => {
                joined(items.iter().map(|item| self.text(cx, telling, tongue, field, Some(item))).collect(), ", ")
            }
            Some(value @ Json::Object(parts)) => {
                if let Some(words) = languages_of(value) {
                    return Some(tongue.of(&words)).filter(|text| !text.is_empty()).map_or_else(nothing, str::to_owned);
                }
                let written = parts.iter().filter(|(_, value)| !value.is_null());
                let text = |(name, value): (&String, &Json)| self.text(cx, telling, tongue, name, Some(value));
                joined(written.map(text).collect(), " ")
            }
        }
    }

    fn word(&self, cx: &Ctx, telling: Option<&Telling>, field: &str, text: &str) -> String {
        if let Ok(id) = text.parse::<Uuid>() {
            let unit = self.tree.get(UnitId::from_uuid(id)).map(|unit| cx.say().words(&unit.name).to_owned());
            return unit
                .or_else(|| self.people.get(&PersonId::from_uuid(id)).cloned())
                .or_else(|| self.things.get(&id).map(|hit| cx.say().words(&hit.title).to_owned()))
                .unwrap_or_else(|| cx.t("web-told-unnamed"));
        }
        if let ("role" | "owner_role", Ok(role)) = (field, text.parse()) {
            return cx.t(crate::role_key(role));
        }
        if let (10, Ok(day)) = (text.len(), text.parse()) {
            return cx.say().short_date(day);
        }
        match telling.and_then(|telling| (telling.value)(field, text)) {
            Some(key) => cx.t(key),
            None => text.to_owned(),
        }
    }
}

/// The name of a field in a line.
fn field_key(field: &str) -> &'static str {
    match field {
        "name" | "names" | "title" | "label" => "web-field-name",
        "code" | "codes" => "web-field-code",
        "detail" | "description" | "body" | "text" | "definition" => "web-field-text",
        "problem" | "judgement" => "web-field-judgement",
        "state" | "status" | "done" => "web-field-state",
        "kind" | "group" | "measured" | "mode" | "reading" => "web-field-kind",
        "open" => "web-field-open",
        "due" | "review_by" | "decision_due" | "effect_by" | "by" => "web-field-due",
        "from" | "period_from" | "starts" | "opens" | "in_force_from" | "valid_from" => "web-field-from",
        "to" | "until" | "period_to" | "ends" | "valid_to" => "web-field-to",
        "adopted" | "dated" | "ended" | "on" => "web-field-date",
        "unit" | "unit_id" | "parent" | "relations" => "web-field-unit",
        "owner_person" | "person" | "owner" => "web-field-person",
        "lead_actor" | "actor" | "issuer" | "commissioned_by" | "led_by" | "organisation" | "appointed_by"
        | "established_by" => "web-field-actor",
        "contributors" => "web-field-contributors",
        "owners" => "web-field-owners",
        "role" | "owner_role" => "web-field-role",
        "authority" => "web-field-authority",
        "document" | "successor" | "succeeds" | "predecessor" => "web-field-document",
        "source" | "source_owner" | "data_source" | "reference" | "url" => "web-field-source",
        "note" | "answer" => "web-field-note",
        "purpose" | "vision" => "web-field-purpose",
        "scope" | "target_group" | "levels" => "web-field-scope",
        "follow_up" => "web-field-follow-up",
        "resources" | "resources_hours" | "resources_nok" | "budget_year" => "web-field-resources",
        "effect_text" | "effect_size" | "effect_direction" | "direction" => "web-field-effect",
        "evidence" | "evidence_level" | "evidence_text" | "evidence_href" => "web-field-evidence",
        "indicator" | "effect_indicator" | "measure" | "companion_of" => "web-field-measured",
        "value" | "values" | "baseline_value" | "change" | "weight" => "web-field-value",
        "numerator" => "web-field-numerator",
        "denominator" | "per" => "web-field-denominator",
        "n" | "entries" | "asked" => "web-field-count",
        "number" => "web-field-number",
        "period" | "year" | "baseline_year" | "phase" => "web-field-period",
        "version_no" => "web-field-version",
        "decision" | "choice" | "alternative" | "outcome" => "web-field-decision",
        "reservation" | "exception" => "web-field-reservation",
        "risk" | "risk_assessed" => "web-field-risk",
        "deviation" => "web-field-deviation",
        "activity" => "web-field-activity",
        "plan" | "plan_from" | "other" => "web-field-plan",
        "goal" => "web-field-goal",
        "part" => "web-field-part",
        "overall" => "web-field-overall",
        "changed" => "web-field-changed",
        _ => "web-field-other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(nb: &str, nn: Option<&str>, en: Option<&str>) -> Words {
        Words { nb: nb.into(), nn: nn.map(str::to_owned), en: en.map(str::to_owned) }
    }

    /// What a reader of `locale` is told: label, before, after and whether it is told aside.
    fn check(locale: Locale, before: &Words, after: &Words, expected: &[(&str, &str, &str, bool)]) {
        let label = |other: Option<Locale>| other.map_or("Navn", Locale::tag).to_owned();
        let found = differing(locale, label, |tongue| (tongue.of(before).to_owned(), tongue.of(after).to_owned()));
        let found: Vec<_> = found
            .iter()
            .map(|change| (change.field.as_str(), change.before.as_str(), change.after.as_str(), change.aside))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_change_is_told_in_the_readers_language_and_others_are_named() {
        let before = words("Mål", Some("Mål"), Some("Goal"));
        let all = words("Mål 1", Some("Mål I"), Some("Goal 1"));
        check(
            Locale::En,
            &before,
            &all,
            &[("Navn", "Goal", "Goal 1", false), ("nb", "Mål", "Mål 1", true), ("nn", "Mål", "Mål I", true)],
        );
        // Only another language changed: that is told, and which one.
        let english = words("Mål", Some("Mål"), Some("Aim"));
        check(Locale::Nb, &before, &english, &[("en", "Goal", "Aim", false)]);
        check(Locale::En, &before, &english, &[("Navn", "Goal", "Aim", false)]);
    }

    #[test]
    fn a_text_in_one_language_is_told_once() {
        let (before, after) = (words("Mål", None, None), words("Delmål", None, None));
        check(Locale::Nb, &before, &after, &[("Navn", "Mål", "Delmål", false)]);
        check(Locale::En, &before, &after, &[("Navn", "Mål", "Delmål", false)]);
        check(Locale::Nn, &before, &before, &[]);
        // A first translation.
        check(Locale::Nb, &before, &words("Mål", Some("Mål"), None), &[("nn", "", "Mål", false)]);
    }
}
