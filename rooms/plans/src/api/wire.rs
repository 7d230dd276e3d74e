//! What goes over the wire.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::{Id, MeasureId};
use varde_web::{Fields, texts};

use crate::model::goal::Goal;
use crate::model::plan::{Owner, Plan, PlanDate, PlanLine, Source};
use crate::rules::plan::stands;
use crate::store::goals::Ties;

mod parts;
mod targets;
mod texts;

pub(crate) use parts::{
    Former, MatrixCell, PartChange, PartDraft, PartShown, RelationDraft, RelationShown, Shift, SuccessionDraft,
    SuccessionShown,
};
pub(crate) use targets::{ReadingDecision, SpreadTargetDraft, SpreadTargetShown, TargetDraft, TargetShown};
pub(crate) use texts::{Text, TextIn, with_texts};

/// Where something is said.
#[derive(Default, Deserialize, Serialize, ToSchema)]
#[schema(as = PlanSource)]
pub(crate) struct SourceText {
    /// The document: its code in the register, or its name.
    #[serde(default)]
    pub document: Option<String>,
    /// The place in it.
    #[serde(default)]
    pub place: Option<String>,
}

impl From<Source> for SourceText {
    fn from(source: Source) -> Self {
        Self { document: source.document, place: source.place }
    }
}

/// A plan in a list.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlanListed {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What sort of plan.
    pub kind: String,
    /// The first owner's unit.
    pub unit: String,
    /// draft, awaiting, adopted or closed; unknown where no owner is known that could have adopted it.
    pub state: String,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// How many goals it has.
    pub goals: i64,
    /// How many measures.
    pub measures: i64,
}

impl From<PlanLine> for PlanListed {
    fn from(plan: PlanLine) -> Self {
        Self {
            id: plan.id.to_string(),
            name: plan.name.into(),
            kind: plan.kind.name().to_owned(),
            unit: plan.unit.to_string(),
            state: stands(plan.state, plan.is_owned, (None, None), Date::MIN).name().to_owned(),
            from: plan.from.map(|day| day.to_string()),
            to: plan.to.map(|day| day.to_string()),
            goals: plan.n_goals,
            measures: plan.n_measures,
        }
    }
}

/// An owner of a plan.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlanOwner {
    /// The unit.
    pub unit: String,
    /// Whether it has approved this version.
    pub approved: bool,
}

/// A date that a plan names.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlanDateShown {
    /// True for a step on the way to the plan, false for a deadline that it sets.
    pub past: bool,
    /// The day, when given.
    pub date: Option<String>,
    /// The year, when only that is given.
    pub year: Option<i64>,
    /// How often, when it comes again.
    pub cadence: Option<String>,
    /// What.
    pub name: Text,
}

impl From<PlanDate> for PlanDateShown {
    fn from(date: PlanDate) -> Self {
        Self {
            past: date.past,
            date: date.date.map(|day| day.to_string()),
            year: date.year,
            cadence: date.cadence,
            name: date.name.into(),
        }
    }
}

/// A plan.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlanShown {
    /// Its id.
    pub id: String,
    /// Its code in content.
    pub code: Option<String>,
    /// What sort of plan.
    pub kind: String,
    /// draft, awaiting, adopted or closed.
    pub state: String,
    /// The first owner's unit.
    pub unit: String,
    /// Its owners.
    pub owners: Vec<PlanOwner>,
    /// Name.
    pub name: Text,
    /// Vision.
    pub vision: Text,
    /// Purpose.
    pub purpose: Text,
    /// Whom it speaks to.
    pub target_group: Text,
    /// What it covers.
    pub scope: Text,
    /// With what means.
    pub resources: Text,
    /// How it is followed up.
    pub follow_up: Text,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// guiding or binding.
    pub binding: Option<String>,
    /// Inside which legal frame.
    pub binding_note: Text,
    /// The plan it took over from.
    pub predecessor: Option<String>,
    /// What is known of the period beside the days.
    pub period_note: Text,
    /// The actor that asked for it.
    pub commissioned_by: Option<String>,
    /// What is known of the owners beside the list.
    pub owner_note: Text,
    /// Where it comes from.
    pub source: SourceText,
    /// The steps on its way, and the deadlines that it sets.
    pub dates: Vec<PlanDateShown>,
    /// Whether everyone signed in may read it.
    pub open: bool,
    /// Number of the version that owners approve.
    pub version_no: i64,
    /// Translations that were left behind when their text changed, such as `name_nn`.
    pub to_check: Vec<String>,
    /// Send it back when you change the plan.
    pub version: i64,
}

impl PlanShown {
    pub(crate) fn new(plan: Plan, owners: &[Owner], dates: Vec<PlanDate>, to_check: Vec<String>) -> Self {
        let said = plan.said;
        Self {
            id: plan.id.to_string(),
            code: plan.code,
            kind: plan.kind.name().to_owned(),
            state: plan.state.name().to_owned(),
            unit: plan.unit.to_string(),
            owners: owners
                .iter()
                .map(|owner| PlanOwner {
                    unit: owner.unit.to_string(),
                    approved: crate::rules::plan::has_approved(owner, plan.version_no),
                })
                .collect(),
            name: said.name.into(),
            vision: said.vision.into(),
            purpose: said.purpose.into(),
            target_group: said.target_group.into(),
            scope: said.scope.into(),
            resources: said.resources.into(),
            follow_up: said.follow_up.into(),
            from: said.from.map(|day| day.to_string()),
            to: said.to.map(|day| day.to_string()),
            binding: said.binding.map(|one| one.name().to_owned()),
            binding_note: said.binding_note.into(),
            predecessor: plan.predecessor.map(|id| id.to_string()),
            period_note: said.period_note.into(),
            commissioned_by: plan.commissioned_by.map(|id| id.to_string()),
            owner_note: plan.owner_note.into(),
            source: plan.source.into(),
            dates: dates.into_iter().map(PlanDateShown::from).collect(),
            open: plan.open,
            version_no: plan.version_no,
            to_check,
            version: plan.version,
        }
    }
}

/// What is written down of a plan.
#[derive(Deserialize, ToSchema)]
pub(crate) struct PlanDraft {
    /// The unit that owns it; for a new plan.
    pub unit: Option<String>,
    /// What sort of plan.
    pub kind: String,
    /// Name.
    pub name: TextIn,
    /// Vision.
    #[serde(default)]
    pub vision: TextIn,
    /// Purpose.
    #[serde(default)]
    pub purpose: TextIn,
    /// Whom it speaks to.
    #[serde(default)]
    pub target_group: TextIn,
    /// What it covers.
    #[serde(default)]
    pub scope: TextIn,
    /// With what means.
    #[serde(default)]
    pub resources: TextIn,
    /// How it is followed up.
    #[serde(default)]
    pub follow_up: TextIn,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// guiding or binding.
    pub binding: Option<String>,
    /// Inside which legal frame.
    #[serde(default)]
    pub binding_note: TextIn,
    /// Texts whose translations still say the same: name, vision and so on.
    #[serde(default)]
    pub confirmed: Vec<String>,
    /// Whether everyone signed in may read it.
    #[serde(default)]
    pub open: bool,
    /// The version that was read; for a change.
    pub version: Option<i64>,
    /// Why it is changed.
    #[serde(default)]
    pub why: String,
    /// For a new plan: the template whose chapters it is to have.
    pub template: Option<String>,
}

/// Fields as a form would send them; what is missing is left out.
pub(crate) fn fields(pairs: Vec<(&str, Option<String>)>) -> Fields {
    Fields::new(pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}

fn ticked(yes: bool) -> Option<String> {
    yes.then(|| "true".to_owned())
}

impl PlanDraft {
    pub(crate) fn fields(self) -> Fields {
        let texts = vec![
            (texts!("name"), self.name),
            (texts!("vision"), self.vision),
            (texts!("purpose"), self.purpose),
            (texts!("target_group"), self.target_group),
            (texts!("scope"), self.scope),
            (texts!("resources"), self.resources),
            (texts!("follow_up"), self.follow_up),
            (texts!("binding_note"), self.binding_note),
        ];
        let rest = fields(vec![
            ("unit", self.unit),
            ("template", self.template),
            ("kind", Some(self.kind)),
            ("from", self.from),
            ("to", self.to),
            ("binding", self.binding),
            ("open", ticked(self.open)),
            ("version", self.version.map(|version| version.to_string())),
            ("why", Some(self.why)),
        ]);
        with_texts(&rest, texts, self.confirmed)
    }
}

/// Which owner approves.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Approval {
    /// The owner's unit.
    pub unit: String,
    /// The version that was read; another one that came meanwhile is not approved unseen.
    pub version_no: Option<i64>,
    /// Why focus areas from above that nobody works with are left out; needed where there are such, in a
    /// plan in which the unit sets its own priorities.
    #[serde(default)]
    pub areas_reason: String,
}

/// Why a plan is closed.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Closing {
    /// Why.
    pub why: String,
}

/// The owners of a plan.
#[derive(Deserialize, ToSchema)]
pub(crate) struct OwnersWanted {
    /// Units, the first one always the plan's own.
    pub units: Vec<String>,
    /// The plan's version that was read.
    pub version: i64,
}

/// A goal.
#[derive(Serialize, ToSchema)]
pub(crate) struct GoalShown {
    /// Its id.
    pub id: String,
    /// Its code in content.
    pub code: Option<String>,
    /// The plan it stands in.
    pub plan: Option<String>,
    /// The part of the plan that it stands under.
    pub part: Option<String>,
    /// The unit that answers for it.
    pub unit: String,
    /// Name.
    pub name: Text,
    /// An overall goal, not measured by itself.
    pub overall: bool,
    /// The indicator that judges it.
    pub indicator: Option<String>,
    /// up or down.
    pub direction: Option<String>,
    /// Whom or what it covers.
    pub scope: Text,
    /// Where the values come from.
    pub data_source: Text,
    /// The goal it serves.
    pub parent: Option<String>,
    /// active or ended.
    pub state: String,
    /// Where it is said.
    pub source: SourceText,
    /// Whether everyone signed in may read it.
    pub open: bool,
    /// Parts of frameworks that it is tagged with.
    pub tags: Vec<String>,
    /// Findings of the unit's own that it rests on, as far as you may see them.
    pub grounds: Vec<String>,
    /// Measures that serve it, as far as you may see them.
    pub measures: Vec<String>,
    /// Translations that were left behind when their text changed, such as `name_nn`.
    pub to_check: Vec<String>,
    /// Send it back when you change the goal.
    pub version: i64,
}

fn texts_of<K>(ids: &[Id<K>]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

impl GoalShown {
    pub(crate) fn new(goal: Goal, (ties, measures): (&Ties, &[MeasureId]), to_check: Vec<String>) -> Self {
        Self {
            id: goal.id.to_string(),
            code: goal.code,
            plan: goal.plan.map(|id| id.to_string()),
            part: goal.part.map(|id| id.to_string()),
            unit: goal.unit.to_string(),
            name: goal.name.into(),
            overall: goal.overall,
            indicator: goal.indicator.map(|id| id.to_string()),
            direction: goal.direction.map(|one| one.name().to_owned()),
            scope: goal.scope.into(),
            data_source: goal.data_source.into(),
            parent: goal.parent.map(|id| id.to_string()),
            state: goal.state.name().to_owned(),
            source: goal.source.into(),
            open: goal.open,
            tags: texts_of(&ties.tags),
            grounds: texts_of(&ties.grounds),
            measures: texts_of(measures),
            to_check,
            version: goal.version,
        }
    }
}

/// What is written down of a goal.
#[derive(Deserialize, ToSchema)]
pub(crate) struct GoalDraft {
    /// The unit that answers for it; for a new goal outside a plan.
    pub unit: Option<String>,
    /// The plan it stands in; for a new goal.
    pub plan: Option<String>,
    /// Name.
    pub name: TextIn,
    /// Whom or what it covers.
    #[serde(default)]
    pub scope: TextIn,
    /// Where the values come from.
    #[serde(default)]
    pub data_source: TextIn,
    /// The indicator that judges it.
    pub indicator: Option<String>,
    /// up or down.
    pub direction: Option<String>,
    /// The goal it serves.
    pub parent: Option<String>,
    /// The part of its plan that it stands under; as it was when left out, none when empty.
    pub part: Option<String>,
    /// An overall goal, not measured by itself; as it was when left out.
    pub overall: Option<bool>,
    /// Where it is said; as it was when left out.
    pub source: Option<SourceText>,
    /// Texts whose translations still say the same: name, scope, `data_source`.
    #[serde(default)]
    pub confirmed: Vec<String>,
    /// Whether everyone signed in may read it.
    #[serde(default)]
    pub open: bool,
    /// No longer pursued.
    #[serde(default)]
    pub ended: bool,
    /// Parts of frameworks that it is tagged with; left out, they stay as they are.
    pub tags: Option<Vec<String>>,
    /// Findings of the unit's own that it rests on; left out, they stay as they are.
    pub grounds: Option<Vec<String>>,
    /// The version that was read; for a change.
    pub version: Option<i64>,
    /// Why it is changed.
    #[serde(default)]
    pub why: String,
}

impl GoalDraft {
    pub(crate) fn fields(self) -> Fields {
        let mut pairs = vec![
            ("unit", self.unit),
            ("plan", self.plan),
            ("indicator", self.indicator),
            ("direction", self.direction),
            ("parent", self.parent),
            ("part", self.part),
            ("overall", self.overall.map(|overall| overall.to_string())),
            ("open", ticked(self.open)),
            ("ended", ticked(self.ended)),
            ("version", self.version.map(|version| version.to_string())),
            ("why", Some(self.why)),
        ];
        if let Some(source) = self.source {
            pairs.push(("source_document", Some(source.document.unwrap_or_default())));
            pairs.push(("source_place", Some(source.place.unwrap_or_default())));
        }
        pairs.extend(self.tags.unwrap_or_default().into_iter().map(|tag| ("tag", Some(tag))));
        pairs.extend(self.grounds.unwrap_or_default().into_iter().map(|finding| ("ground", Some(finding))));
        let texts =
            vec![(texts!("name"), self.name), (texts!("scope"), self.scope), (texts!("data_source"), self.data_source)];
        with_texts(&fields(pairs), texts, self.confirmed)
    }
}

/// What a unit decides about a goal from above.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ChoiceMade {
    /// The unit.
    pub unit: String,
    /// `chosen` or `left_out`.
    pub choice: String,
    /// Why; needed for `left_out`.
    #[serde(default)]
    pub reason: String,
    /// Findings of the unit's own that it rests on.
    #[serde(default)]
    pub grounds: Vec<String>,
}

impl ChoiceMade {
    pub(crate) fn fields(self) -> Fields {
        let mut pairs = vec![("unit", Some(self.unit)), ("choice", Some(self.choice)), ("reason", Some(self.reason))];
        pairs.extend(self.grounds.into_iter().map(|finding| ("ground", Some(finding))));
        fields(pairs)
    }
}

/// Measures of your own that serve a goal.
#[derive(Deserialize, ToSchema)]
pub(crate) struct MeasuresTied {
    /// Those that serve it; your other measures do not. Other people's stay as they are.
    pub measures: Vec<String>,
    /// Those that served it when you read the goal. Given, only what differs from them is changed, and what
    /// others tied or untied meanwhile stands.
    pub was: Option<Vec<String>>,
}
