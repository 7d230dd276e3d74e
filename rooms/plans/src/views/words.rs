//! Where a goal stands, in words. Pages, files and the command line say it alike.

use varde_kernel::{UnitId, UnitTree};
use varde_web::Say;
use varde_web::ui::Tone;

use crate::export::status::{EffectLine, MeasureLine, PlanStatus};
use crate::model::goal::{
    BaselineStatus, ChangeMode, Choice, Direction, GoalState, IndicatorLink, Measured, Outcome, Target, TargetKind,
};
use crate::model::plan::{Binding, PartKind, PlanKind, PlanState, RelationKind};
use crate::rules::cascade::{SetAside, Taken};
use crate::rules::judge::{Judgement, Reason, State, Tally, Wanted};
use crate::rules::plan::Refused;
use crate::store::standing::Standing;

/// The key of a state's word.
pub const fn state_key(state: State) -> &'static str {
    match state {
        State::NoTarget => "plans-state-no-target",
        State::CannotBeJudged(_) => "plans-state-cannot",
        State::AwaitsValue => "plans-state-awaits",
        State::Met => "plans-state-met",
        State::NotMet => "plans-state-not-met",
        State::OnPath => "plans-state-on-path",
        State::OffPath => "plans-state-off-path",
        State::NoFinalValue => "plans-state-no-final",
    }
}

/// Green is for what is known to be good, and for nothing else.
pub const fn state_tone(state: State) -> Tone {
    match state {
        State::Met | State::OnPath => Tone::Success,
        State::NotMet => Tone::Danger,
        State::OffPath | State::NoFinalValue => Tone::Warning,
        State::NoTarget | State::CannotBeJudged(_) | State::AwaitsValue => Tone::Neutral,
    }
}

pub const fn kind_key(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::ActionPlan => "plans-kind-action-plan",
        PlanKind::Framework => "plans-kind-framework",
        PlanKind::Strategy => "plans-kind-strategy",
        PlanKind::DevelopmentPlan => "plans-kind-development-plan",
        PlanKind::ProfessionalAdvice => "plans-kind-professional-advice",
        PlanKind::WorkingGroupReport => "plans-kind-working-group-report",
        PlanKind::UnitPlan => "plans-kind-unit-plan",
        PlanKind::Template => "plans-kind-template",
    }
}

pub const fn plan_state_key(state: PlanState) -> &'static str {
    match state {
        PlanState::Draft => "plans-plan-state-draft",
        PlanState::Awaiting => "plans-plan-state-awaiting",
        PlanState::Adopted => "plans-plan-state-adopted",
        PlanState::Closed => "plans-plan-state-closed",
    }
}

pub const fn plan_state_tone(state: PlanState) -> Tone {
    match state {
        PlanState::Draft | PlanState::Closed => Tone::Neutral,
        PlanState::Awaiting => Tone::Warning,
        PlanState::Adopted => Tone::Success,
    }
}

pub const fn binding_key(binding: Binding) -> &'static str {
    match binding {
        Binding::Guiding => "plans-binding-guiding",
        Binding::Bind => "plans-binding-binding",
    }
}

pub const fn relation_key(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Replaces => "plans-relation-replaces",
        RelationKind::BuildsOn => "plans-relation-builds-on",
        RelationKind::DelimitedBy => "plans-relation-delimited-by",
        RelationKind::Includes => "plans-relation-includes",
        RelationKind::Supports => "plans-relation-supports",
    }
}

pub const fn part_key(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Area => "plans-part-area",
        PartKind::Instrument => "plans-part-instrument",
        PartKind::FocusArea => "plans-part-focus-area",
        PartKind::Criterion => "plans-part-criterion",
        PartKind::Challenge => "plans-part-challenge",
        PartKind::ChainLink => "plans-part-chain-link",
        PartKind::Advice => "plans-part-advice",
        PartKind::Rule => "plans-part-rule",
        PartKind::Chapter => "plans-part-chapter",
        PartKind::Structure => "plans-part-structure",
        PartKind::Heading => "plans-part-heading",
        PartKind::Group => "plans-part-group",
        PartKind::Dimension => "plans-part-dimension",
        PartKind::StatusReportPart => "plans-part-status-report-part",
    }
}

pub const fn target_kind_key(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Relative => "plans-target-kind-relative",
        TargetKind::AtLeast => "plans-target-kind-at-least",
        TargetKind::AtMost => "plans-target-kind-at-most",
        TargetKind::Absolute => "plans-target-kind-absolute",
        TargetKind::ShareOfUnits => "plans-target-kind-share",
    }
}

pub const fn mode_key(mode: ChangeMode) -> &'static str {
    match mode {
        ChangeMode::Relative => "plans-mode-relative",
        ChangeMode::Points => "plans-mode-points",
        ChangeMode::Unspecified => "plans-mode-unspecified",
    }
}

pub const fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "plans-direction-up",
        Direction::Down => "plans-direction-down",
    }
}

pub const fn goal_state_key(state: GoalState) -> &'static str {
    match state {
        GoalState::Active => "plans-goal-state-active",
        GoalState::Ended => "plans-goal-state-ended",
    }
}

pub const fn link_key(link: IndicatorLink) -> &'static str {
    match link {
        IndicatorLink::Stated => "plans-link-stated",
        IndicatorLink::Inferred => "plans-link-inferred",
    }
}

pub const fn choice_key(choice: Choice) -> &'static str {
    match choice {
        Choice::Chosen => "plans-choice-chosen",
        Choice::LeftOut => "plans-choice-left-out",
    }
}

pub const fn taken_key(taken: Taken) -> &'static str {
    match taken {
        Taken::SubGoal => "plans-taken-sub-goal",
        Taken::Chosen => "plans-taken-chosen",
        Taken::LeftOut => "plans-taken-left-out",
        Taken::Nothing => "plans-taken-nothing",
    }
}

pub const fn aside_key(why: SetAside) -> &'static str {
    match why {
        SetAside::Expired => "plans-aside-expired",
        SetAside::OtherService => "plans-aside-other-service",
    }
}

pub const fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Continued => "plans-outcome-continued",
        Outcome::Merged => "plans-outcome-merged",
        Outcome::Ended => "plans-outcome-ended",
    }
}

pub const fn refused_key(refused: Refused) -> &'static str {
    match refused {
        Refused::TargetGroup => "plans-refused-target-group",
        Refused::Period => "plans-refused-period",
        Refused::Chapter => "plans-refused-chapter",
        Refused::NotOwner => "plans-refused-not-owner",
        Refused::OutOfOrder => "plans-refused-out-of-order",
    }
}

/// The name of a unit on the tree's day.
pub fn unit_name(say: &Say, tree: &UnitTree, unit: UnitId) -> String {
    let name = varde_web::unit_name(tree, unit, say.locale());
    if name.is_empty() { say.t("plans-unit-unknown") } else { name }
}

/// The page of a unit; those who cannot see it are told there.
pub fn unit_href(unit: UnitId) -> String {
    format!("/units/{unit}")
}

/// A number in what it counts.
pub fn amount(say: &Say, value: f64, measured: Measured) -> String {
    match measured {
        Measured::Percent => say.percent(value),
        _ => say.value(value),
    }
}

/// A difference: between percentages it is percentage points.
pub fn difference(say: &Say, value: f64, measured: Measured) -> String {
    // What is told is rounded; what is judged is not.
    let rounded = (value.abs() * 100.0).round() / 100.0;
    match measured {
        Measured::Percent => say.with("plans-points", &[("n", say.value(rounded).into())]),
        _ => say.value(rounded),
    }
}

fn measured(standing: &Standing) -> Measured {
    let own = standing.indicator.as_ref().map_or(Measured::Percent, |indicator| indicator.measure);
    standing.target().map_or(own, |target| target.aim.measured)
}

/// The target as the plan says it: "ned 25 % fra 2017 til 10,3 %, innen 31. desember 2023".
pub fn target_text(say: &Say, target: &Target) -> String {
    let aim = &target.aim;
    let number = |value: f64| amount(say, value, aim.measured);
    let mut text = match aim.kind {
        TargetKind::Relative => {
            let change = aim.change.unwrap_or(0.0);
            let key = if change < 0.0 { "plans-target-down" } else { "plans-target-up" };
            let by = match target.reading.as_ref().map_or(aim.mode, |decided| decided.mode) {
                ChangeMode::Points => difference(say, change, aim.measured),
                ChangeMode::Relative | ChangeMode::Unspecified => say.percent(change.abs()),
            };
            let year = aim.baseline_year.map_or_else(|| "–".to_owned(), |year| year.to_string());
            let mut text = say.with(key, &[("change", by.into()), ("year", year.into())]);
            if let Some(value) = aim.value {
                text = say.with("plans-target-to", &[("text", text.into()), ("value", number(value).into())]);
            }
            text
        }
        TargetKind::AtLeast => level(say, "plans-target-at-least", aim.value.map(number)),
        TargetKind::AtMost => level(say, "plans-target-at-most", aim.value.map(number)),
        TargetKind::Absolute => level(say, "plans-target-absolute", aim.value.map(number)),
        TargetKind::ShareOfUnits => level(say, "plans-target-share", aim.value.map(number)),
    };
    if aim.every_round {
        text = say.with("plans-target-every-round", &[("text", text.into())]);
    }
    if let Some(by) = aim.by {
        text = say.with("plans-target-by", &[("text", text.into()), ("date", say.date(by).into())]);
    }
    text
}

pub(super) fn level(say: &Say, key: &'static str, value: Option<String>) -> String {
    say.with(key, &[("value", value.unwrap_or_else(|| "–".to_owned()).into())])
}

/// What the target is measured from, in words; says so when it is missing.
pub fn baseline_text(say: &Say, standing: &Standing) -> String {
    let Some(target) = standing.target() else { return "–".to_owned() };
    if let Some(from) = standing.judgement.baseline {
        let key = if from.from_series { "plans-baseline-series" } else { "plans-baseline-given" };
        let value = amount(say, from.value, target.aim.measured);
        return say.with(key, &[("value", value.into()), ("year", from.year.to_string().into())]);
    }
    match (target.aim.kind, target.aim.baseline_status) {
        (TargetKind::Relative, _) => {
            let year = target.aim.baseline_year.map_or_else(|| "–".to_owned(), |year| year.to_string());
            say.with("plans-baseline-missing", &[("year", year.into())])
        }
        (_, BaselineStatus::Missing) => say.t("plans-baseline-not-given"),
        (_, BaselineStatus::NotNeeded | BaselineStatus::Given) => say.t("plans-baseline-not-needed"),
    }
}

/// The last value that counts, with its period; says so when there is none.
pub fn value_text(say: &Say, standing: &Standing) -> String {
    match standing.judgement.last {
        None => say.t("plans-value-none"),
        Some(last) => {
            let value = amount(say, last.value, measured(standing));
            say.with("plans-value-in", &[("value", value.into()), ("period", say.period(last.period).into())])
        }
    }
}

/// The goals of the plan that a measure serves.
pub fn goals_of<'a>(status: &'a PlanStatus, measure: &MeasureLine) -> Vec<&'a Standing> {
    status.goals.iter().filter(|standing| measure.goals.contains(&standing.goal.id)).collect()
}

/// The last value of the indicator that a measure's effect is expected on.
pub fn effect_text(say: &Say, effect: &EffectLine) -> String {
    match effect.last {
        None => say.t("plans-value-none"),
        Some((period, value)) => {
            let value = amount(say, value, effect.indicator.measure);
            say.with("plans-value-in", &[("value", value.into()), ("period", say.period(period).into())])
        }
    }
}

/// Where a goal stands, how far is left and since when: the answer under the picture.
pub fn stand_text(say: &Say, standing: &Standing) -> String {
    let judgement = &standing.judgement;
    let measured = measured(standing);
    let mut sentences = vec![main_sentence(
        say,
        &Stand {
            judgement,
            target: standing.target(),
            amount: &|value| amount(say, value, measured),
            difference: &|value| difference(say, value, measured),
        },
    )];
    if judgement.undecided && !matches!(judgement.state, State::NoTarget) {
        sentences.push(say.t("plans-stand-undecided"));
        for wanted in &judgement.wanted {
            sentences.push(reading_sentence(say, standing, wanted));
        }
    }
    if let Some(exact) = judgement.single().and_then(|wanted| wanted.exact) {
        let value = judgement.single().map_or(exact, |wanted| wanted.value);
        sentences.push(say.with(
            "plans-stand-exact",
            &[("value", amount(say, value, measured).into()), ("exact", amount(say, exact, measured).into())],
        ));
    }
    if let (Some(since), Some(last)) = (judgement.since, judgement.last)
        && since != last.period
    {
        let args = [("period", say.period(since).into())];
        // Where the final value is missing, what has lasted is that the known ones fall short.
        if judgement.state != State::NoFinalValue {
            sentences.push(say.with("plans-stand-since", &args));
        } else if judgement.left().is_some_and(|left| 0.0 < left) {
            sentences.push(say.with("plans-stand-short-since", &args));
        }
    }
    if let Some(later) = judgement.reached_later {
        sentences.push(say.with("plans-stand-later", &[("period", say.period(later.period).into())]));
    }
    if standing.keeps_back() {
        sentences.push(say.t("plans-stand-kept-back"));
    }
    if let Some(share) = standing.share {
        sentences.push(say.with(
            "plans-stand-share",
            &[
                ("n", i64::try_from(share.n).unwrap_or(i64::MAX).into()),
                ("of", i64::try_from(share.of).unwrap_or(i64::MAX).into()),
                ("out", i64::try_from(share.left_out).unwrap_or(i64::MAX).into()),
            ],
        ));
    }
    sentences.join(" ")
}

/// What the main sentence speaks of, and how its numbers are said.
pub struct Stand<'a> {
    /// Where it stands.
    pub judgement: &'a Judgement,
    /// The target that holds.
    pub target: Option<&'a Target>,
    /// A number in what it counts.
    pub amount: &'a dyn Fn(f64) -> String,
    /// A distance between two such numbers.
    pub difference: &'a dyn Fn(f64) -> String,
}

/// Where it stands, and how far is left.
pub fn main_sentence(say: &Say, stand: &Stand<'_>) -> String {
    let Stand { judgement, target, amount, difference } = stand;
    let year =
        target.and_then(|target| target.aim.baseline_year).map_or_else(|| "–".to_owned(), |year| year.to_string());
    match judgement.state {
        State::NoTarget => return say.t("plans-stand-no-target"),
        State::CannotBeJudged(reason) => return reason_text(say, reason, &year),
        State::AwaitsValue => {
            return match judgement.baseline {
                Some(from) => say.with("plans-stand-awaits-after", &[("year", from.year.to_string().into())]),
                None => say.t("plans-stand-awaits"),
            };
        }
        State::Met | State::NotMet | State::OnPath | State::OffPath | State::NoFinalValue => {}
    }
    let Some(last) = judgement.last else { return say.t("plans-stand-awaits") };
    let (value, period) = (amount(last.value), say.period(last.period));
    // Where two readings agree, the further one tells what is left.
    let left = difference(judgement.left().or_else(|| further(judgement)).unwrap_or(0.0));
    let told = |key: &'static str| {
        say.with(
            key,
            &[("value", value.clone().into()), ("period", period.clone().into()), ("left", left.clone().into())],
        )
    };
    let tenths = |value: f64| (value * 10.0).round() / 10.0;
    let path = judgement.behind().zip(judgement.single().and_then(|wanted| wanted.path)).map(|(behind, path)| {
        let key = if 1e-9 < behind { "plans-stand-behind" } else { "plans-stand-ahead" };
        say.with(key, &[("behind", difference(tenths(behind)).into()), ("path", amount(tenths(path)).into())])
    });
    let by_year = target.and_then(|target| target.aim.by).map_or_else(|| "–".to_owned(), |by| by.year().to_string());
    let first = match judgement.state {
        State::Met => {
            say.with("plans-stand-met", &[("value", value.clone().into()), ("period", period.clone().into())])
        }
        State::NotMet => told("plans-stand-not-met"),
        State::OnPath => told("plans-stand-on-path"),
        State::OffPath => told("plans-stand-off-path"),
        _ => say.with(
            "plans-stand-no-final",
            &[
                ("year", by_year.into()),
                ("value", value.clone().into()),
                ("period", period.clone().into()),
                ("left", left.clone().into()),
            ],
        ),
    };
    match (judgement.state, path) {
        (State::OnPath | State::OffPath | State::NoFinalValue, Some(path)) => format!("{first} {path}"),
        (State::OffPath, None) => format!("{first} {}", say.t("plans-stand-no-path")),
        _ => first,
    }
}

fn further(judgement: &Judgement) -> Option<f64> {
    let (direction, last) = (judgement.direction?, judgement.last?);
    judgement
        .wanted
        .iter()
        .map(|wanted| match direction {
            Direction::Up => wanted.value - last.value,
            Direction::Down => last.value - wanted.value,
        })
        .max_by(f64::total_cmp)
}

fn reason_text(say: &Say, reason: Reason, year: &str) -> String {
    match reason {
        Reason::BaselineMissing => say.with("plans-reason-baseline", &[("year", year.into())]),
        Reason::NumberMissing => say.t("plans-reason-number"),
        Reason::NoIndicator => say.t("plans-reason-indicator"),
        Reason::ReadingsDisagree => say.t("plans-reason-readings"),
        Reason::OtherUnit => say.t("plans-reason-unit"),
        Reason::DirectionUnknown => say.t("plans-reason-direction"),
    }
}

/// What one reading of "per cent" gives.
pub fn reading_sentence(say: &Say, standing: &Standing, wanted: &Wanted) -> String {
    let mode = say.t(mode_key(wanted.mode.unwrap_or(ChangeMode::Unspecified)));
    let value = amount(say, (wanted.value * 100.0).round() / 100.0, measured(standing));
    say.with(
        "plans-stand-reading",
        &[("mode", mode.into()), ("value", value.into()), ("state", say.t(state_key(wanted.state)).into())],
    )
}

/// "13 tallfestede mål: 1 kan vurderes, 7 kan ikke, 5 venter på en verdi".
pub fn tally_text(say: &Say, tally: &Tally) -> String {
    if tally.targets == 0 {
        return say.t("plans-tally-none");
    }
    say.with(
        "plans-tally",
        &[
            ("targets", tally.targets.into()),
            ("judged", tally.judged.into()),
            ("cannot", tally.cannot.into()),
            ("awaits", tally.awaits.into()),
        ],
    )
}

/// First to last day, or what is known of it.
pub fn period_text(say: &Say, from: Option<jiff::civil::Date>, to: Option<jiff::civil::Date>) -> String {
    match (from, to) {
        (None, None) => say.t("plans-period-missing"),
        (Some(from), None) => say.with("plans-period-from", &[("date", say.short_date(from).into())]),
        (None, Some(to)) => say.with("plans-period-to", &[("date", say.short_date(to).into())]),
        (Some(from), Some(to)) if from.month() == 1 && from.day() == 1 && to.month() == 12 && to.day() == 31 => {
            if from.year() == to.year() { from.year().to_string() } else { format!("{}–{}", from.year(), to.year()) }
        }
        (Some(from), Some(to)) => format!("{}–{}", say.short_date(from), say.short_date(to)),
    }
}

/// What a line of the history says was done.
pub fn action_key(action: &str) -> &'static str {
    match action {
        "created" => "plans-action-created",
        "loaded" => "plans-action-loaded",
        "edited" => "plans-action-edited",
        "owners" => "plans-action-owners",
        "submitted" => "plans-action-submitted",
        "approved" | "approved_by_one" => "plans-action-approved",
        "approvals_void" => "plans-action-void",
        "version_opened" => "plans-action-version-opened",
        "version_discarded" => "plans-action-version-discarded",
        "adopted" => "plans-action-adopted",
        "closed" => "plans-action-closed",
        "measure_added" => "plans-action-measure",
        "measure_removed" => "plans-action-measure-removed",
        "related" => "plans-action-related",
        "succession" => "plans-action-succession",
        "predecessor" => "plans-action-predecessor",
        "target" => "plans-action-target",
        "spread_target" => "plans-action-spread",
        "measure_tied" => "plans-action-tied",
        "sources_set" => "plans-action-sources",
        "measure_untied" => "plans-action-untied",
        "reading_decided" => "plans-action-reading",
        "chosen" => "plans-choice-chosen",
        "left_out" => "plans-choice-left-out",
        "part_created" => "plans-action-part-created",
        "part_edited" => "plans-action-part-edited",
        "challenges_linked" => "plans-action-challenges",
        "opened" => "plans-action-opened",
        "answered" => "plans-action-answered",
        "scored" => "plans-action-scored",
        "decided" => "plans-action-decided",
        "became_measure" => "plans-action-became-measure",
        "became_pilot" => "plans-action-became-pilot",
        "voted" => "plans-action-voted",
        "vote_withdrawn" => "plans-action-vote-withdrawn",
        "checked" => "plans-action-checked",
        "launched" => "plans-action-launched",
        "done" => "plans-action-done",
        "reopened" => "plans-action-reopened",
        "signed" => "plans-action-signed",
        _ => "plans-action-other",
    }
}
