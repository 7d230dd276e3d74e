//! The file as it is written: texts and values, nothing of it understood yet.

use serde::Deserialize;
use serde_norway::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default)]
    pub(super) documents: Vec<DocumentEntry>,
    #[serde(default)]
    pub(super) rule_sets: Vec<SetEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentEntry {
    pub(super) code: String,
    pub(super) title: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SetEntry {
    pub(super) code: Option<String>,
    pub(super) version: Option<String>,
    pub(super) name: Option<TextEntry>,
    pub(super) note: Option<TextEntry>,
    pub(super) valid_from: Option<String>,
    pub(super) valid_to: Option<String>,
    pub(super) replaces: Option<String>,
    #[serde(default)]
    pub(super) sources: Vec<SourceEntry>,
    #[serde(default)]
    pub(super) rules: Vec<RuleEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleEntry {
    pub(super) code: Option<String>,
    pub(super) name: Option<TextEntry>,
    pub(super) note: Option<TextEntry>,
    pub(super) force: Option<String>,
    pub(super) when: Option<Value>,
    #[serde(default)]
    pub(super) recipients: Vec<String>,
    pub(super) deadline: Option<DeadlineEntry>,
    #[serde(default)]
    pub(super) channels: Vec<Value>,
    pub(super) payload: Option<String>,
    pub(super) decides: Option<String>,
    #[serde(default)]
    pub(super) sources: Vec<SourceEntry>,
    pub(super) certainty: Option<CertaintyEntry>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TextEntry {
    pub(super) nb: Option<String>,
    pub(super) nn: Option<String>,
    pub(super) en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceEntry {
    pub(super) document: Option<String>,
    pub(super) place: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeadlineEntry {
    pub(super) pace: Option<String>,
    pub(super) limit: Option<Value>,
    pub(super) from: Option<String>,
    pub(super) practice: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CertaintyEntry {
    pub(super) duty: Option<String>,
    pub(super) deadline: Option<String>,
}
