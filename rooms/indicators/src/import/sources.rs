//! The register of sources from the project's content: `initiatives.yaml` names them, `sources.yaml` says what can
//! be read out of each. What people have changed since stays as they made it.

use std::collections::BTreeMap;

use serde::Deserialize;
use varde_kernel::access::{self, Action};
use varde_kernel::{DataSourceId, DocumentId, PeriodType, UnitTree};
use varde_store::Tx;

use super::content::{ContentError, Source, Text, loader, parsed, source, words, wrong};
use crate::model::{Connection, DataSource, Level};
use crate::store;

/// What a source is called in the file of initiatives.
const KIND: &str = "information_source";

#[derive(Deserialize)]
struct InitiativeFile {
    initiatives: Vec<Initiative>,
}

#[derive(Deserialize)]
struct Initiative {
    code: String,
    name: Text,
    kind: String,
    owner: Option<String>,
    cadence: Option<String>,
    field: Option<Text>,
    source: Option<Source>,
}

#[derive(Deserialize)]
struct SourceFile {
    sources: Vec<SourceEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceEntry {
    code: String,
    levels: Vec<String>,
    legal_basis: Option<Text>,
    quality: Option<Text>,
    access: Option<Text>,
    base: Text,
    limits: Text,
}

/// Loads the sources that are new. Returns how many there were.
///
/// # Errors
///
/// [`ContentError`] names the entry that cannot be read.
pub async fn sources(tx: &Tx, tree: &UnitTree, initiatives: &str, sources: &str) -> Result<usize, ContentError> {
    let actor = loader(tx);
    let Some(nation) = tree.roots().first().copied() else { return Ok(0) };
    let named: InitiativeFile = serde_norway::from_str(initiatives)?;
    let told: SourceFile = serde_norway::from_str(sources)?;
    let mut told: BTreeMap<String, SourceEntry> =
        told.sources.into_iter().map(|entry| (entry.code.clone(), entry)).collect();
    let codes: Vec<String> = named.initiatives.iter().map(|one| one.code.clone()).collect();
    let known = store::data_sources_by_code(tx, &codes).await?;
    let mut n = 0;
    for one in named.initiatives.into_iter().filter(|one| one.kind == KIND) {
        let entry = told.remove(&one.code);
        if known.iter().any(|known| known.code == one.code) {
            continue;
        }
        let document = one.source.as_ref().map(|source| DocumentId::from_code(&source.document));
        let mut new = DataSource {
            id: DataSourceId::from_code(&one.code),
            code: one.code.clone(),
            name: words(Some(one.name)),
            owner: one.owner.unwrap_or_default(),
            unit: nation,
            content: words(one.field),
            levels: Vec::new(),
            frequency: one.cadence.filter(|cadence| cadence == "yearly").map(|_| PeriodType::Year),
            legal_basis: words(None),
            quality: words(None),
            access: words(None),
            base: words(None),
            limits: words(None),
            connection: Connection::None,
            document,
            source: source(one.source),
            version: 1,
        };
        if let Some(entry) = entry {
            new.levels = entry
                .levels
                .iter()
                .map(|level| parsed::<Level>(&entry.code, "level", level))
                .collect::<Result<_, _>>()?;
            new.legal_basis = words(entry.legal_basis);
            new.quality = words(entry.quality);
            new.access = words(entry.access);
            new.base = words(Some(entry.base));
            new.limits = words(Some(entry.limits));
        }
        let target = new.target(tree);
        let granted = access::grant(&actor, Action::Create, &target, new).map_err(varde_store::Error::from)?;
        store::insert_data_source(tx, &granted).await?;
        n += 1;
    }
    match told.into_keys().next() {
        Some(code) => Err(wrong(&code, "no information source in initiatives.yaml has this code")),
        None => Ok(n),
    }
}
