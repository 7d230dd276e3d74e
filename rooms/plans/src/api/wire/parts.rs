//! The parts of a plan, what became of its items, and how it stands to other plans.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_web::{Fields, texts};

use super::{SourceText, Text, TextIn, fields, ticked, with_texts};
use crate::model::plan::{Part, Relation};

/// A part of a plan.
#[derive(Serialize, ToSchema)]
pub(crate) struct PartShown {
    /// Its id.
    pub id: String,
    /// Its code in content.
    pub code: Option<String>,
    /// What sort of part.
    pub kind: String,
    /// Its place among those of its kind.
    pub order: i64,
    /// Name.
    pub name: Text,
    /// Text.
    pub text: Text,
    /// Must be written before the plan is adopted.
    pub mandatory: bool,
    /// For a structure: it is in place.
    pub done: bool,
    /// For a criterion: how much it counts when proposals are scored; null counts as 1.
    pub weight: Option<f64>,
    /// For a focus area: `specialist` or `municipal`, when it concerns one half of the service alone.
    pub service: Option<String>,
    /// The part it belongs under.
    pub parent: Option<String>,
    /// The actor it speaks to.
    pub actor: Option<String>,
    /// Where it is said.
    pub source: SourceText,
    /// Send it back when you change the part.
    pub version: i64,
}

impl From<Part> for PartShown {
    fn from(part: Part) -> Self {
        Self {
            id: part.id.to_string(),
            code: part.code,
            kind: part.kind.name().to_owned(),
            order: part.ord,
            name: part.name.into(),
            text: part.text.into(),
            mandatory: part.mandatory,
            done: part.done,
            weight: part.weight,
            service: part.service.map(|service| service.name().to_owned()),
            parent: part.parent.map(|id| id.to_string()),
            actor: part.actor.map(|id| id.to_string()),
            source: part.source.into(),
            version: part.version,
        }
    }
}

/// What is written down of a part.
#[derive(Deserialize, ToSchema)]
pub(crate) struct PartDraft {
    /// What sort of part.
    pub kind: String,
    /// Name.
    pub name: TextIn,
    /// Text.
    #[serde(default)]
    pub text: TextIn,
    /// Must be written before the plan is adopted.
    #[serde(default)]
    pub mandatory: bool,
    /// For a structure: it is in place.
    #[serde(default)]
    pub done: bool,
    /// For a criterion: how much it counts, above 0 and at most 100; 1 when left out.
    pub weight: Option<f64>,
    /// For a focus area: `specialist` or `municipal`; both when left out.
    pub service: Option<String>,
    /// The part of the same plan that it belongs under.
    pub parent: Option<String>,
    /// The actor it speaks to.
    pub actor: Option<String>,
    /// Where it is said.
    pub source: Option<SourceText>,
}

/// The source as fields of a form; nothing when it was left out.
fn source_fields(source: Option<SourceText>) -> [(&'static str, Option<String>); 2] {
    let (document, place) = source.map_or((None, None), |source| {
        (Some(source.document.unwrap_or_default()), Some(source.place.unwrap_or_default()))
    });
    [("source_document", document), ("source_place", place)]
}

impl PartDraft {
    pub(crate) fn fields(self) -> Fields {
        let mut pairs = vec![("parent", self.parent), ("actor", self.actor)];
        pairs.extend(source_fields(self.source));
        pairs.extend([
            ("kind", Some(self.kind)),
            ("mandatory", ticked(self.mandatory)),
            ("done", ticked(self.done)),
            ("weight", self.weight.map(|weight| weight.to_string())),
            ("service", self.service),
        ]);
        with_texts(&fields(pairs), vec![(texts!("name"), self.name), (texts!("text"), self.text)], Vec::new())
    }
}

/// What is changed of a part.
#[derive(Deserialize, ToSchema)]
pub(crate) struct PartChange {
    /// Name.
    pub name: TextIn,
    /// Text.
    #[serde(default)]
    pub text: TextIn,
    /// Must be written before the plan is adopted.
    #[serde(default)]
    pub mandatory: bool,
    /// For a structure: it is in place.
    #[serde(default)]
    pub done: bool,
    /// For a criterion: how much it counts, above 0 and at most 100; 1 when left out.
    pub weight: Option<f64>,
    /// For a focus area: `specialist` or `municipal`; both when left out.
    pub service: Option<String>,
    /// The part of the same plan that it belongs under; as it was when left out, none when empty.
    pub parent: Option<String>,
    /// The actor it speaks to; as it was when left out, none when empty.
    pub actor: Option<String>,
    /// Where it is said; as it was when left out.
    pub source: Option<SourceText>,
    /// Texts whose translations still say the same: name, text.
    #[serde(default)]
    pub confirmed: Vec<String>,
    /// The version that was read.
    pub version: i64,
}

impl PartChange {
    pub(crate) fn fields(self) -> Fields {
        let mut pairs = vec![("parent", self.parent), ("actor", self.actor)];
        pairs.extend(source_fields(self.source));
        pairs.extend([
            ("mandatory", ticked(self.mandatory)),
            ("done", ticked(self.done)),
            ("weight", self.weight.map(|weight| weight.to_string())),
            ("service", self.service),
            ("version", Some(self.version.to_string())),
        ]);
        with_texts(&fields(pairs), vec![(texts!("name"), self.name), (texts!("text"), self.text)], self.confirmed)
    }
}

/// How many measures are tagged with an instrument and a focus area together.
#[derive(Serialize, ToSchema)]
pub(crate) struct MatrixCell {
    /// The instrument.
    pub instrument: String,
    /// The focus area.
    pub focus_area: String,
    /// How many measures.
    pub measures: i64,
}

/// Which way something in a plan is moved.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Shift {
    /// goal, part or measure.
    pub kind: String,
    /// Its id.
    pub item: String,
    /// up or down.
    pub way: String,
}

/// What became of one item of a plan.
#[derive(Serialize, ToSchema)]
pub(crate) struct SuccessionShown {
    /// The plan that took over.
    pub plan: String,
    /// goal, part or measure.
    pub from_kind: String,
    /// The item.
    pub from: String,
    /// goal, part or measure; absent when it ended.
    pub to_kind: Option<String>,
    /// What took over.
    pub to: Option<String>,
    /// continued, merged or ended.
    pub outcome: String,
    /// We read it so; the plan does not say it.
    pub inferred: bool,
    /// More about it.
    pub note: Text,
}

/// The plan that this one takes over from.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Former {
    /// Its id.
    pub former: String,
}

/// What became of one item of the former plan.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SuccessionDraft {
    /// goal, part or measure.
    pub from_kind: String,
    /// The item of the former plan.
    pub from: String,
    /// continued, merged or ended.
    pub outcome: String,
    /// goal, part or measure; left out when it ended.
    pub to_kind: Option<String>,
    /// The item of this plan that took over.
    pub to: Option<String>,
    /// More about it; why, when it ended.
    #[serde(default)]
    pub note: String,
}

impl SuccessionDraft {
    pub(crate) fn fields(self) -> Fields {
        let to = self.to_kind.zip(self.to).map(|(kind, id)| format!("{kind}:{id}"));
        fields(vec![
            ("from", Some(format!("{}:{}", self.from_kind, self.from))),
            ("outcome", Some(self.outcome)),
            ("to", to),
            ("note", Some(self.note)),
        ])
    }
}

/// How a plan stands to another.
#[derive(Serialize, ToSchema)]
pub(crate) struct RelationShown {
    /// replaces, `builds_on`, `delimited_by`, includes or supports.
    pub kind: String,
    /// The other plan; absent when it is not written down here.
    pub other: Option<String>,
    /// Its name.
    pub name: Text,
    /// More about it.
    pub note: Text,
}

impl From<Relation> for RelationShown {
    fn from(relation: Relation) -> Self {
        Self {
            kind: relation.kind.name().to_owned(),
            other: relation.other.map(|id| id.to_string()),
            name: relation.name.into(),
            note: relation.note.into(),
        }
    }
}

/// A new relation to another plan.
#[derive(Deserialize, ToSchema)]
pub(crate) struct RelationDraft {
    /// replaces, `builds_on`, `delimited_by`, includes or supports.
    pub kind: String,
    /// The other plan.
    pub other: String,
    /// More about it.
    #[serde(default)]
    pub note: String,
}

impl RelationDraft {
    pub(crate) fn fields(self) -> Fields {
        fields(vec![("kind", Some(self.kind)), ("other", Some(self.other)), ("note", Some(self.note))])
    }
}
