//! The project's content files: `indicators.yaml` and `values.yaml`. Loading the same file again
//! changes nothing; loading a changed one changes what changed, and keeps former values.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use varde_kernel::access::{Action, Actor, Author};
use varde_kernel::{IndicatorId, Period, UnitId, UnitTree, Words};
use varde_store::{Error, Tx};

use crate::model::{Direction, Entry, Figure, Indicator, Level, Measure, Sheet, State};
use crate::rules::disclosure::Sight;
use crate::store::{self, Recording, Slot};

/// Why a content file was not loaded. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    /// It is no YAML, or not of this form.
    #[error("the file cannot be read: {0}")]
    Yaml(#[from] serde_norway::Error),
    /// An entry says something that cannot be.
    #[error("{code}: {what}")]
    Entry {
        /// The entry's code.
        code: String,
        /// What is wrong.
        what: String,
    },
    /// The database refused.
    #[error(transparent)]
    Store(#[from] Error),
}

#[derive(Deserialize)]
pub(super) struct Text {
    nb: String,
    nn: Option<String>,
    en: Option<String>,
}

pub(super) fn words(text: Option<Text>) -> Words {
    text.map(|text| Words { nb: text.nb, nn: text.nn, en: text.en }).unwrap_or_default()
}

#[derive(Deserialize)]
pub(super) struct Source {
    pub(super) document: String,
    place: Option<String>,
}

pub(super) fn source(source: Option<Source>) -> String {
    match source {
        None => String::new(),
        Some(Source { document, place: None }) => document,
        Some(Source { document, place: Some(place) }) => format!("{document}: {place}"),
    }
}

#[derive(Deserialize)]
struct IndicatorFile {
    indicators: Vec<IndicatorEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorEntry {
    code: String,
    name: Text,
    unit: String,
    direction: String,
    direction_stated: bool,
    source_owner: Option<String>,
    data: Option<String>,
    levels: Vec<String>,
    companion_of: Option<String>,
    state: Option<String>,
    definition: Option<Text>,
    numerator: Option<Text>,
    denominator: Option<Text>,
    note: Option<Text>,
    source: Option<Source>,
}

#[derive(Deserialize)]
struct ValueFile {
    values: Vec<ValueEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValueEntry {
    code: String,
    indicator: Option<String>,
    metric: Text,
    unit_of_organisation: Option<String>,
    period: Option<String>,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    n_records: Option<f64>,
    denominator: Option<f64>,
    unit: String,
    approximate: bool,
    scope: Option<Text>,
    note: Option<Text>,
    source: Option<Source>,
}

pub(super) fn wrong(code: &str, what: impl Into<String>) -> ContentError {
    ContentError::Entry { code: code.to_owned(), what: what.into() }
}

pub(super) fn parsed<T: std::str::FromStr>(code: &str, field: &str, text: &str) -> Result<T, ContentError> {
    text.parse().map_err(|_| wrong(code, format!("{field} {text:?} is not known")))
}

/// The measure that the files write as `NOK` and everything else in small letters.
fn measure(code: &str, text: &str) -> Result<Measure, ContentError> {
    parsed(code, "unit", &text.to_lowercase())
}

/// Content is loaded by Varde itself; anyone else is refused by the policy.
pub(super) fn loader(tx: &Tx) -> Actor {
    match tx.author() {
        Author::System(system) => Actor::System(system),
        Author::Person(_) | Author::Anonymous => Actor::Anonymous,
    }
}

/// Loads `indicators.yaml`. Returns how many indicators were new or changed.
///
/// An indicator without a state of its own counts as adopted: the documents speak of it as in use.
/// What the documents print belongs to the nation.
pub async fn indicators(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let (actor, tree) = (loader(tx), UnitTree::default());
    let file: IndicatorFile = serde_norway::from_str(yaml)?;
    let known: HashMap<IndicatorId, Indicator> =
        store::indicators(tx).await?.into_iter().map(|indicator| (indicator.id, indicator)).collect();
    let mut n = 0;
    for entry in file.indicators {
        let mut indicator = indicator(entry)?;
        let target = indicator.target(&tree);
        let former = known.get(&indicator.id);
        if let Some(former) = former {
            (indicator.version, indicator.definition_version) = (former.version, former.definition_version);
        }
        if former == Some(&indicator) {
            continue;
        }
        let action = if former.is_some() { Action::Edit } else { Action::Create };
        let granted = varde_kernel::access::grant(&actor, action, &target, indicator).map_err(Error::from)?;
        match former {
            Some(former) => store::save(tx, former, &granted, "").await.map(|_| ())?,
            None => store::insert(tx, &granted).await?,
        }
        n += 1;
    }
    Ok(n)
}

fn indicator(entry: IndicatorEntry) -> Result<Indicator, ContentError> {
    let code = entry.code;
    let levels: Result<Vec<Level>, _> = entry.levels.iter().map(|level| parsed(&code, "level", level)).collect();
    Ok(Indicator {
        id: IndicatorId::from_code(&code),
        measure: measure(&code, &entry.unit)?,
        per: None,
        direction: parsed::<Direction>(&code, "direction", &entry.direction)?,
        direction_stated: entry.direction_stated,
        state: entry.state.map_or(Ok(State::Adopted), |state| parsed(&code, "state", &state))?,
        levels: levels?,
        data: entry.data.unwrap_or_default(),
        source_owner: entry.source_owner.unwrap_or_default(),
        companion_of: entry.companion_of.unwrap_or_default(),
        name: words(Some(entry.name)),
        definition: words(entry.definition),
        numerator: words(entry.numerator),
        denominator: words(entry.denominator),
        note: words(entry.note),
        unit: Some(UnitId::from_code("no")),
        source: source(entry.source),
        sheet: Sheet::default(),
        definition_version: 1,
        version: 1,
        code,
    })
}

/// What goes into one series: the stratum's name, and its values.
type Gathered = (Words, Vec<(Period, ValueEntry)>);

/// Loads `values.yaml`: what an indicator defines becomes observations, the rest figures. Returns
/// how many observations were new or changed, and how many figures there are. The tree lends
/// figures the names of their units to be found by.
pub async fn values(tx: &Tx, tree: &UnitTree, yaml: &str) -> Result<(usize, usize), ContentError> {
    let actor = loader(tx);
    let file: ValueFile = serde_norway::from_str(yaml)?;
    let indicators: HashMap<String, Indicator> =
        store::indicators(tx).await?.into_iter().map(|indicator| (indicator.code.clone(), indicator)).collect();
    // Two figures of the same indicator, unit and period are of different parts of those counted.
    let mut crowd: HashMap<(String, UnitId, Period), usize> = HashMap::new();
    let mut placed = Vec::new();
    let mut n_figures = 0;
    for entry in file.values {
        let period = entry.period.as_deref().map(|text| parsed(&entry.code, "period", text)).transpose()?;
        let unit = entry.unit_of_organisation.as_deref().map(UnitId::from_code);
        let (Some(indicator), Some(unit), Some(period)) = (entry.indicator.clone(), unit, period) else {
            let figure = figure(entry, unit, period)?;
            let name = figure.unit.and_then(|unit| tree.get(unit)).map(|unit| unit.name.clone());
            store::put_figure(tx, &figure, &name.unwrap_or_default()).await?;
            n_figures += 1;
            continue;
        };
        if !indicators.contains_key(&indicator) {
            return Err(wrong(&entry.code, format!("there is no indicator {indicator:?}")));
        }
        *crowd.entry((indicator.clone(), unit, period)).or_default() += 1;
        placed.push(((indicator, unit, period), entry));
    }
    let mut slots: BTreeMap<(String, UnitId, String), Gathered> = BTreeMap::new();
    for ((indicator, unit, period), entry) in placed {
        let alone = crowd.get(&(indicator.clone(), unit, period)).is_none_or(|n| *n < 2);
        let (stratum, name) = if alone {
            (String::new(), Words::default())
        } else {
            (
                entry.code.clone(),
                Words { nb: entry.metric.nb.clone(), nn: entry.metric.nn.clone(), en: entry.metric.en.clone() },
            )
        };
        let (_, entries) = slots.entry((indicator, unit, stratum)).or_insert_with(|| (name, Vec::new()));
        entries.push((period, entry));
    }
    let mut n = 0;
    for ((code, unit, stratum), (stratum_name, entries)) in slots {
        let Some(indicator) = indicators.get(&code) else { continue };
        let series = store::series_in(tx, indicator.id, unit, &stratum).await?;
        let slot = Slot { stratum, stratum_name, ..Slot::whole(indicator.clone(), unit, series) };
        n += observe(tx, tree, &actor, slot, entries).await?;
    }
    Ok((n, n_figures))
}

async fn observe(
    tx: &Tx,
    tree: &UnitTree,
    actor: &Actor,
    slot: Slot,
    entries: Vec<(Period, ValueEntry)>,
) -> Result<usize, ContentError> {
    let known = match &slot.series {
        Some(series) => store::values(tx, &Sight::Whole, series.id).await?,
        None => Vec::new(),
    };
    let mut recordings = Vec::new();
    for (period, value) in entries {
        if measure(&value.code, &value.unit)? != slot.indicator.measure {
            return Err(wrong(&value.code, format!("{} is not measured in {}", slot.indicator.code, value.unit)));
        }
        let code = value.code.clone();
        let entry = entry(value);
        let former = known.iter().find(|observation| observation.period == period);
        if former.is_some_and(|former| former.entry() == entry) {
            continue;
        }
        let former = former.map(|former| former.id);
        recordings.push(Recording { period, entry, former, reason: String::new(), code: Some(code) });
    }
    if recordings.is_empty() {
        return Ok(0);
    }
    let mut slot = store::grant_slot(actor, tree, slot, Action::Answer)?;
    store::record(tx, &mut slot, &recordings).await?;
    Ok(recordings.len())
}

fn entry(value: ValueEntry) -> Entry {
    Entry {
        numerator: None,
        denominator: value.denominator.or(value.n_records),
        value: value.value,
        low: value.low,
        high: value.high,
        approximate: value.approximate,
        provisional: false,
        note: words(value.note),
        scope: words(value.scope),
        source: source(value.source),
        ..Entry::default()
    }
}

fn figure(entry: ValueEntry, unit: Option<UnitId>, period: Option<Period>) -> Result<Figure, ContentError> {
    Ok(Figure {
        measure: measure(&entry.code, &entry.unit)?,
        code: entry.code,
        metric: words(Some(entry.metric)),
        unit,
        period,
        value: entry.value,
        low: entry.low,
        high: entry.high,
        n_records: entry.n_records,
        denominator: entry.denominator,
        approximate: entry.approximate,
        scope: words(entry.scope),
        note: words(entry.note),
        source: source(entry.source),
    })
}
