//! Units and actors as other programs see them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::{Unit, Validity, Words};
use varde_web::Fields;

use crate::model::actors::{Duty, PlanActor};
use crate::model::units::{KnownChange, UnitRecord};

mod foreseen;

pub(super) use foreseen::Foreseen;

/// A text in up to three languages.
#[derive(Serialize, ToSchema)]
#[schema(as = people::Text)]
pub(super) struct Text {
    /// As first written.
    nb: String,
    /// In nynorsk.
    nn: Option<String>,
    /// In English.
    en: Option<String>,
}

impl From<&Words> for Text {
    fn from(words: &Words) -> Self {
        Self { nb: words.nb.clone(), nn: words.nn.clone(), en: words.en.clone() }
    }
}

/// A unit as it is on a day.
#[derive(Serialize, ToSchema)]
#[schema(as = people::UnitOnDay)]
pub(super) struct UnitOnDay {
    /// Its id.
    id: String,
    /// Its stable code.
    code: String,
    /// What sort of unit it is.
    kind: String,
    /// Its name on the day.
    name: Text,
    /// The id of the unit it answers to on the day.
    owner: Option<String>,
}

impl From<&Unit> for UnitOnDay {
    fn from(unit: &Unit) -> Self {
        Self {
            id: unit.id.to_string(),
            code: unit.code.clone(),
            kind: unit.kind.name().to_owned(),
            name: Text::from(&unit.name),
            owner: unit.parent.map(|owner| owner.to_string()),
        }
    }
}

/// From a day (included) until a day (not included).
#[derive(Serialize, ToSchema)]
#[schema(as = people::Span)]
pub(super) struct Span {
    /// The first day.
    from: String,
    /// The first day after; absent until further notice.
    until: Option<String>,
}

impl From<Validity> for Span {
    fn from(valid: Validity) -> Self {
        Self { from: valid.from.to_string(), until: valid.to.map(|to| to.to_string()) }
    }
}

/// What a unit is called for a time.
#[derive(Serialize, ToSchema)]
#[schema(as = people::NameInTime)]
pub(super) struct NameInTime {
    name: Text,
    short: Option<String>,
    valid: Span,
}

/// How a unit stands to another for a time.
#[derive(Serialize, ToSchema)]
#[schema(as = people::RelationInTime)]
pub(super) struct RelationInTime {
    /// owner, geography or uptake.
    relation: String,
    /// The other unit's id.
    to: String,
    valid: Span,
}

/// A number in a register for a time.
#[derive(Serialize, ToSchema)]
#[schema(as = people::NumberInTime)]
pub(super) struct NumberInTime {
    /// The register.
    system: String,
    /// The register as Norwegian FHIR profiles name it.
    system_uri: Option<String>,
    /// The number's type in those profiles.
    identifier_type: Option<String>,
    /// The number.
    number: String,
    valid: Span,
}

/// Something that happened, or will.
#[derive(Serialize, ToSchema)]
#[schema(as = people::Change)]
pub(super) struct Change {
    /// created, renamed, moved, merged, split or closed.
    kind: String,
    /// On which day.
    on: String,
    /// Why.
    note: String,
    /// Units before.
    before: Vec<String>,
    /// Units after.
    after: Vec<String>,
    /// The planned change that it is part of, which can be cancelled until its day has come.
    planned: Option<String>,
}

impl From<&KnownChange> for Change {
    fn from(known: &KnownChange) -> Self {
        let change = &known.change;
        let ids = |units: &[varde_kernel::UnitId]| units.iter().map(ToString::to_string).collect();
        Self {
            kind: change.kind.name().to_owned(),
            on: change.on.to_string(),
            note: change.note.clone(),
            before: ids(&change.before),
            after: ids(&change.after),
            planned: known.planned.map(|id| id.to_string()),
        }
    }
}

/// A unit through its whole life.
#[derive(Serialize, ToSchema)]
#[schema(as = people::Unit)]
pub(super) struct WholeUnit {
    id: String,
    code: String,
    kind: String,
    valid: Span,
    names: Vec<NameInTime>,
    relations: Vec<RelationInTime>,
    numbers: Vec<NumberInTime>,
    changes: Vec<Change>,
    /// Send it back when changing the unit.
    version: i64,
    /// After a dry run: what would follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    foreseen: Option<Foreseen>,
}

impl WholeUnit {
    /// The unit as it stands, with what a step would lead to.
    pub(super) fn with(self, foreseen: Foreseen) -> Self {
        Self { foreseen: Some(foreseen), ..self }
    }

    pub(super) fn new(unit: &UnitRecord, changes: &[KnownChange]) -> Self {
        let names = unit.names.iter().map(|known| NameInTime {
            name: Text::from(&known.value.words),
            short: known.value.short.clone(),
            valid: known.valid.into(),
        });
        let relations = unit.relations.iter().map(|known| RelationInTime {
            relation: known.value.kind.name().to_owned(),
            to: known.value.other.to_string(),
            valid: known.valid.into(),
        });
        let numbers = unit.codes.iter().map(|known| NumberInTime {
            system: known.value.system.name().to_owned(),
            system_uri: known.value.system.uri().map(str::to_owned),
            identifier_type: known.value.system.fhir_type().map(str::to_owned),
            number: known.value.code.clone(),
            valid: known.valid.into(),
        });
        Self {
            id: unit.id.to_string(),
            code: unit.code.clone(),
            kind: unit.kind.name().to_owned(),
            valid: unit.valid.into(),
            names: names.collect(),
            relations: relations.collect(),
            numbers: numbers.collect(),
            changes: changes.iter().map(Change::from).collect(),
            version: unit.version,
            foreseen: None,
        }
    }
}

/// An actor of the plans, with its duties.
#[derive(Serialize, ToSchema)]
#[schema(as = people::Actor)]
pub(super) struct Actor {
    id: String,
    code: String,
    name: Text,
    /// What the documents call it.
    kind: String,
    level: String,
    /// The id of the actor it belongs under.
    parent: Option<String>,
    /// The id of the unit that it is.
    unit: Option<String>,
    /// The kind of unit of which each one is it.
    unit_kind: Option<String>,
    duties: Vec<ActorDuty>,
}

/// What an actor has been asked to do.
#[derive(Serialize, ToSchema)]
#[schema(as = people::Duty)]
pub(super) struct ActorDuty {
    code: String,
    name: Text,
}

impl Actor {
    pub(super) fn new(actor: &PlanActor, duties: &[Duty]) -> Self {
        let own = duties.iter().filter(|duty| duty.actor == actor.id);
        Self {
            id: actor.id.to_string(),
            code: actor.code.clone(),
            name: Text::from(&actor.name),
            kind: actor.kind.clone(),
            level: actor.level.name().to_owned(),
            parent: actor.parent.map(|id| id.to_string()),
            unit: actor.unit.map(|id| id.to_string()),
            unit_kind: actor.unit_kind.map(|kind| kind.name().to_owned()),
            duties: own.map(|duty| ActorDuty { code: duty.code.clone(), name: Text::from(&duty.name) }).collect(),
        }
    }
}

/// A body of the API is read as the page's form is: the same fields, the same rules.
#[derive(Default)]
pub(super) struct Pairs(Vec<(String, String)>);

impl Pairs {
    pub(super) fn set(mut self, name: &str, value: impl Into<Option<String>>) -> Self {
        if let Some(value) = value.into() {
            self.0.push((name.to_owned(), value));
        }
        self
    }

    pub(super) fn fields(self) -> Fields {
        Fields::new(self.0)
    }
}

/// What a unit is, for one that begins.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = people::NewUnit)]
pub(super) struct NewUnit {
    /// Its stable code; made from the name when left out.
    code: Option<String>,
    /// Its name.
    name: String,
    name_nn: Option<String>,
    name_en: Option<String>,
    short: Option<String>,
    /// What sort of unit it is.
    kind: String,
    /// The id or code of the unit it answers to.
    owner: Option<String>,
    /// The first day; for a merger, the day of the merger holds.
    valid_from: Option<String>,
    /// The first day after.
    valid_to: Option<String>,
    /// Numbers in registers.
    numbers: Option<Numbers>,
    /// Why.
    note: Option<String>,
}

impl NewUnit {
    pub(super) fn pairs(self, pairs: Pairs) -> Pairs {
        let pairs = pairs
            .set("code", self.code)
            .set("name", self.name)
            .set("name_nn", self.name_nn)
            .set("name_en", self.name_en)
            .set("short", self.short)
            .set("kind", self.kind)
            .set("owner", self.owner)
            .set("valid_from", self.valid_from)
            .set("valid_to", self.valid_to)
            .set("note", self.note);
        numbers(pairs, self.numbers)
    }
}

/// Numbers in registers.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = people::Numbers)]
pub(super) struct Numbers {
    /// Nine digits, the last of which checks the others.
    orgnr: Option<String>,
    /// Four digits.
    kommunenr: Option<String>,
    /// Two digits.
    fylkesnr: Option<String>,
    reshid: Option<String>,
    her: Option<String>,
    local: Option<String>,
}

fn numbers(pairs: Pairs, numbers: Option<Numbers>) -> Pairs {
    let Numbers { orgnr, kommunenr, fylkesnr, reshid, her, local } = numbers.unwrap_or_default();
    let pairs = pairs.set("orgnr", orgnr).set("kommunenr", kommunenr).set("fylkesnr", fylkesnr);
    pairs.set("reshid", reshid).set("her", her).set("local", local)
}

/// A unit's name, kind and numbers from a day. Numbers that are left out are taken away.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = people::EditUnit)]
pub(super) struct EditUnit {
    /// The version that was read.
    pub(super) version: i64,
    name: String,
    name_nn: Option<String>,
    name_en: Option<String>,
    short: Option<String>,
    kind: String,
    numbers: Option<Numbers>,
    /// The day from which it holds.
    on: String,
    note: Option<String>,
}

impl EditUnit {
    pub(super) fn fields(self) -> Fields {
        let pairs = Pairs::default()
            .set("name", self.name)
            .set("name_nn", self.name_nn)
            .set("name_en", self.name_en)
            .set("short", self.short)
            .set("kind", self.kind)
            .set("on", self.on)
            .set("note", self.note);
        numbers(pairs, self.numbers).fields()
    }
}

/// Where a unit comes to stand.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = people::MoveUnit)]
pub(super) struct MoveUnit {
    pub(super) version: i64,
    /// Only say what would follow, and change nothing.
    #[serde(default)]
    pub(super) dry_run: bool,
    /// owner, geography or uptake.
    relation: String,
    /// The id or code of the other unit; left out to end a geography or uptake.
    to: Option<String>,
    /// The day.
    on: String,
    note: Option<String>,
}

impl MoveUnit {
    pub(super) fn fields(self) -> Fields {
        let pairs = Pairs::default().set("relation", self.relation).set("other", self.to).set("on", self.on);
        pairs.set("note", self.note).fields()
    }
}

/// Units that become one with the unit in the path.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = people::MergeUnits)]
pub(super) struct MergeUnits {
    pub(super) version: i64,
    /// Only say what would follow, and change nothing.
    #[serde(default)]
    pub(super) dry_run: bool,
    /// Ids or codes of the others.
    others: Vec<String>,
    /// The new unit; left out when the unit in the path goes on.
    into: Option<NewUnit>,
    /// The day.
    on: String,
    note: Option<String>,
}

impl MergeUnits {
    pub(super) fn fields(self) -> Fields {
        let pairs = Pairs::default()
            .set("others", self.others.join("\n"))
            .set("into", if self.into.is_some() { "new" } else { "known" }.to_owned())
            .set("on", self.on)
            .set("note", self.note);
        match self.into {
            Some(new) => new.pairs(pairs).fields(),
            None => pairs.fields(),
        }
    }
}

/// What the unit in the path becomes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = people::SplitUnit)]
pub(super) struct SplitUnit {
    pub(super) version: i64,
    /// Only say what would follow, and change nothing.
    #[serde(default)]
    pub(super) dry_run: bool,
    /// The names of the new units.
    parts: Vec<String>,
    /// Where units below go: the unit's id, and the place (from 0) among `parts`.
    goes: Option<BTreeMap<String, u32>>,
    /// Whether the unit itself ends.
    ends: bool,
    /// The day.
    on: String,
    note: Option<String>,
}

impl SplitUnit {
    pub(super) fn fields(self) -> Fields {
        let mut pairs = Pairs::default()
            .set("parts", self.parts.join("\n"))
            .set("ends", if self.ends { "yes" } else { "no" }.to_owned())
            .set("on", self.on)
            .set("note", self.note);
        for (unit, place) in self.goes.unwrap_or_default() {
            pairs = pairs.set(&format!("goes_{unit}"), place.to_string());
        }
        pairs.fields()
    }
}

/// When a unit ends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = people::CloseUnit)]
pub(super) struct CloseUnit {
    pub(super) version: i64,
    /// Only say what would follow, and change nothing.
    #[serde(default)]
    pub(super) dry_run: bool,
    /// The first day without it.
    on: String,
    /// Whether all units below end with it.
    with_below: Option<bool>,
    note: Option<String>,
}

impl CloseUnit {
    pub(super) fn fields(self) -> Fields {
        let below = self.with_below.unwrap_or_default().then(|| "yes".to_owned());
        Pairs::default().set("on", self.on).set("with_below", below).set("note", self.note).fields()
    }
}

/// A planned change to take back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = people::CancelPlanned)]
pub(super) struct CancelPlanned {
    pub(super) version: i64,
    /// Why.
    pub(super) note: Option<String>,
}

/// Another day for a planned change.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = people::RedatePlanned)]
pub(super) struct RedatePlanned {
    pub(super) version: i64,
    /// The new day.
    pub(super) on: String,
    /// Why.
    pub(super) note: Option<String>,
}

/// A step with the organisation whose day has not come when it is saved.
#[derive(Serialize, ToSchema)]
#[schema(as = people::PlannedChange)]
pub(super) struct PlannedChange {
    id: String,
    /// The day.
    on: String,
    /// The units that it does something to.
    units: Vec<String>,
    /// Send it back when changing it.
    version: i64,
}

impl From<&crate::model::units::PlannedChange> for PlannedChange {
    fn from(planned: &crate::model::units::PlannedChange) -> Self {
        Self {
            id: planned.id.to_string(),
            on: planned.on.to_string(),
            units: planned.traces.iter().map(|trace| trace.unit.to_string()).collect(),
            version: planned.version,
        }
    }
}

/// A table of units.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = people::ImportUnits)]
pub(super) struct ImportUnits {
    /// The file's text, whichever of its shapes it has: our table as CSV, the quality registries' tree of units
    /// as CSV, or a DHIS2's metadata as JSON.
    pub(super) csv: String,
    /// The day from which changes of known units hold, and on which units without a date of their own begin; today
    /// when left out.
    pub(super) on: Option<String>,
    /// Whether to do it; otherwise it is only shown.
    pub(super) apply: bool,
}

/// What a file changes.
#[derive(Serialize, ToSchema)]
#[schema(as = people::Imported)]
pub(super) struct Imported {
    /// Whether it has been done.
    pub(super) applied: bool,
    /// How many units of the file are so already.
    pub(super) unchanged: usize,
    /// The units that change.
    pub(super) changes: Vec<ImportedUnit>,
}

/// A unit that a file changes.
#[derive(Serialize, ToSchema)]
#[schema(as = people::ImportedUnit)]
pub(super) struct ImportedUnit {
    pub(super) line: usize,
    pub(super) code: String,
    pub(super) name: String,
    /// created, renamed, moved, closed, corrected.
    pub(super) effects: Vec<String>,
}

/// Tables of one of Statistics Norway's classifications to read.
#[derive(Deserialize, ToSchema)]
#[schema(as = people::ImportKlass)]
#[serde(deny_unknown_fields)]
pub(super) struct ImportKlass {
    /// counties (KLASS 104) or municipalities (KLASS 131).
    pub(super) classification: String,
    /// The versions as CSV: name, code, label, variant, validFrom, validTo.
    pub(super) nodes: String,
    /// Which version became which, as CSV: from, to (row numbers of the versions), changeOccurred.
    pub(super) edges: String,
    /// Whether to do it; otherwise it is only shown.
    #[serde(default)]
    pub(super) apply: bool,
}

/// What a classification changes.
#[derive(Serialize, ToSchema)]
#[schema(as = people::KlassImported)]
pub(super) struct KlassImported {
    /// Whether it has been done.
    pub(super) applied: bool,
    /// The units that change.
    pub(super) changes: Vec<KlassUnit>,
}

/// A county or municipality that a classification changes.
#[derive(Serialize, ToSchema)]
#[schema(as = people::KlassUnit)]
pub(super) struct KlassUnit {
    /// Its stable code.
    pub(super) code: String,
    /// What it is called today, or was called last.
    pub(super) name: String,
    /// Whether it was unknown here.
    pub(super) created: bool,
}
