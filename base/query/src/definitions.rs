//! Reading `content/event-indicators.yaml`: definitions as data.

use serde::Deserialize;
use varde_events::{
    Anchor, Attribution, Context, DAY, Definition, DefinitionError, HOUR, Kind, Level, Link, Outcome, PeriodType,
    Scope, Standard, Strata,
};

/// A text in the three languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

/// A definition with what people read about it.
#[derive(Clone, Debug, PartialEq)]
pub struct EventDefinition {
    /// What is counted.
    pub definition: Definition,
    /// Its name.
    pub name: Text,
    /// What one should know.
    pub note: Option<Text>,
    /// Where it comes from.
    pub source: String,
    /// From which day this version holds.
    pub valid_from: String,
}

/// The file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DefinitionsError {
    /// It is not of the form.
    #[error("the definitions cannot be read: {0}")]
    Form(String),
    /// Something in a definition is no name that may stand there.
    #[error("{code}: {what} is none of the names that may stand there")]
    Name {
        /// Which definition.
        code: String,
        /// Which field.
        what: &'static str,
    },
    /// A definition contradicts itself.
    #[error("{code}: {error}")]
    Definition {
        /// Which definition.
        code: String,
        /// Why.
        error: DefinitionError,
    },
    /// Two have the same code, or a companion is not there.
    #[error("{0}: the code stands twice, or its companion is not in the file")]
    Codes(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    definitions: Vec<One>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    code: String,
    version: u32,
    valid_from: String,
    indicator: String,
    name: Text,
    note: Option<Text>,
    source: String,
    scope: ScopeWire,
    anchor: String,
    link_hours: Option<i64>,
    outcome: OutcomeWire,
    #[serde(default)]
    must_last: bool,
    #[serde(default)]
    must_live: bool,
    maturity_days: i64,
    attribution: String,
    context: String,
    period: String,
    #[serde(default)]
    age_bands: Bands,
    #[serde(default)]
    by_sex: bool,
    #[serde(default)]
    standard: Option<String>,
    min_denominator: i64,
    green: Option<f64>,
    yellow: Option<f64>,
    companion: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(untagged)]
enum Bands {
    #[default]
    None,
    Named(String),
    From(Vec<i32>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScopeWire {
    kind: String,
    #[serde(default)]
    codes: Vec<String>,
    acute: Option<bool>,
    age_from: Option<i32>,
    age_to: Option<i32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
struct OutcomeWire {
    alive_days: Option<i64>,
    found: Option<bool>,
    followed_up: Option<bool>,
    done_within_days: Option<i32>,
    followed_by: Option<FollowedWire>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FollowedWire {
    scope: ScopeWire,
    #[serde(default)]
    after_hours: i64,
    within_days: i64,
}

/// Reads and checks a file of definitions.
///
/// # Errors
///
/// [`DefinitionsError`] at the first that cannot be used.
pub fn read_definitions(text: &str) -> Result<Vec<EventDefinition>, DefinitionsError> {
    let wire: Wire = serde_norway::from_str(text).map_err(|error| DefinitionsError::Form(error.to_string()))?;
    let files: Vec<EventDefinition> = wire.definitions.into_iter().map(one).collect::<Result<_, _>>()?;
    for file in &files {
        let Definition { code, companion, .. } = &file.definition;
        let n_same = files.iter().filter(|other| other.definition.code == *code).count();
        let companion_there =
            companion.as_ref().is_none_or(|wanted| files.iter().any(|other| other.definition.code == *wanted));
        if n_same != 1 || !companion_there {
            return Err(DefinitionsError::Codes(code.clone()));
        }
    }
    Ok(files)
}

fn one(wire: One) -> Result<EventDefinition, DefinitionsError> {
    let code = wire.code.clone();
    let name = |what| DefinitionsError::Name { code: code.clone(), what };
    let bands = match wire.age_bands {
        Bands::None => Vec::new(),
        Bands::Named(text) if text == "five-years" => Strata::five_years(),
        Bands::Named(_) => return Err(name("age_bands")),
        Bands::From(bands) => bands,
    };
    let level = match (wire.green, wire.yellow) {
        (Some(green), Some(yellow)) => Some(Level { green, yellow }),
        (None, None) => None,
        _ => return Err(name("green and yellow")),
    };
    let definition = Definition {
        code: wire.code,
        version: wire.version,
        indicator: wire.indicator,
        scope: scope(wire.scope).ok_or_else(|| name("scope"))?,
        anchor: Anchor::from_name(&wire.anchor).ok_or_else(|| name("anchor"))?,
        link: wire.link_hours.map(|hours| Link { gap: hours.saturating_mul(HOUR) }),
        outcome: outcome(wire.outcome).ok_or_else(|| name("outcome"))?,
        must_last: wire.must_last,
        must_live: wire.must_live,
        maturity: wire.maturity_days.saturating_mul(DAY),
        attribution: Attribution::from_name(&wire.attribution).ok_or_else(|| name("attribution"))?,
        context: Context::from_name(&wire.context).ok_or_else(|| name("context"))?,
        period: PeriodType::from_name(&wire.period).ok_or_else(|| name("period"))?,
        strata: Strata { bands, sex: wire.by_sex },
        standard: match &wire.standard {
            Some(standard) => Standard::from_name(standard).ok_or_else(|| name("standard"))?,
            None => Standard::None,
        },
        min_denominator: wire.min_denominator,
        level,
        companion: wire.companion,
    };
    definition.check().map_err(|error| DefinitionsError::Definition { code: code.clone(), error })?;
    Ok(EventDefinition {
        definition,
        name: wire.name,
        note: wire.note,
        source: wire.source,
        valid_from: wire.valid_from,
    })
}

fn scope(wire: ScopeWire) -> Option<Scope> {
    Some(Scope {
        kind: Kind::from_name(&wire.kind)?,
        codes: wire.codes,
        acute: wire.acute,
        age_from: wire.age_from,
        age_to: wire.age_to,
    })
}

/// Exactly one of the outcomes.
fn outcome(wire: OutcomeWire) -> Option<Outcome> {
    let followed_by = match wire.followed_by {
        Some(followed) => Some(Outcome::FollowedBy {
            scope: scope(followed.scope)?,
            after: followed.after_hours.saturating_mul(HOUR),
            within: followed.within_days.saturating_mul(DAY),
        }),
        None => None,
    };
    let mut all = [
        wire.alive_days.map(|days| Outcome::Alive { days }),
        wire.found.filter(|found| *found).map(|_| Outcome::Found),
        wire.followed_up.filter(|followed| *followed).map(|_| Outcome::FollowedUp),
        wire.done_within_days.map(|days| Outcome::DoneWithin { days }),
        followed_by,
    ]
    .into_iter()
    .flatten();
    let only = all.next()?;
    all.next().is_none().then_some(only)
}
