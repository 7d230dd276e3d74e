//! The tags of a plan's goals: parts of frameworks that the plan's goals are about, once all plans are loaded.

use serde::Deserialize;
use varde_kernel::access::Kind;
use varde_kernel::{GoalId, PartId};
use varde_store::Tx;

use super::{ContentError, bad};
use crate::store;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    goals: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    code: String,
    /// What the plan itself says, or its owner.
    #[serde(default)]
    tags: Vec<String>,
    /// What we read into it.
    #[serde(default)]
    inferred_tags: Vec<String>,
}

/// Tags the goals of a plan's file; goals that people have changed keep what they gave them. Says how many
/// were tagged.
///
/// # Errors
///
/// [`ContentError`] names the goal that is tagged with something that is not there.
pub async fn content_tags(tx: &Tx, yaml: &str) -> Result<usize, ContentError> {
    let file: File = serde_norway::from_str(yaml)?;
    let mut n = 0;
    for entry in file.goals {
        let codes: Vec<&String> = entry.tags.iter().chain(&entry.inferred_tags).collect();
        let Some(goal) = store::goals::load(tx, GoalId::from_code(&entry.code)).await? else { continue };
        if codes.is_empty() || 1 < goal.version {
            continue;
        }
        let mut parts = Vec::with_capacity(codes.len());
        for code in codes {
            let part = PartId::from_code(code);
            if store::parts::load(tx, part).await?.is_none() {
                return Err(bad(&entry.code, format!("there is no part `{code}` to tag it with")));
            }
            parts.push(part);
        }
        let inferred: Vec<PartId> = entry.inferred_tags.iter().map(|code| PartId::from_code(code)).collect();
        store::tags::set(tx, Kind::Goal.name(), goal.id, goal.unit, &parts).await?;
        store::tags::mark_inferred(tx, Kind::Goal.name(), goal.id, &inferred).await?;
        n += 1;
    }
    Ok(n)
}
