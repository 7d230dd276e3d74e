//! The keys of what states, kinds and steps are called.

use varde_web::ui::Tone;

use crate::model::goal::{ChangeMode, Choice, Direction, GoalState, IndicatorLink, Outcome, TargetKind};
use crate::model::plan::{Binding, PartKind, PlanKind, PlanState, RelationKind, Service};
use crate::rules::cascade::{SetAside, Taken};
use crate::rules::judge::State;
use crate::rules::plan::{Refused, Stands};
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

/// The key of how a plan stands on a day.
pub const fn stands_key(stands: Stands) -> &'static str {
    match stands {
        Stands::As(state) => plan_state_key(state),
        Stands::Ahead => "plans-plan-ahead",
        Stands::RunOut => "plans-plan-run-out",
        Stands::Unknown => "plans-plan-unknown",
    }
}

/// What has run out is no longer green, and what is not known never was.
pub const fn stands_tone(stands: Stands) -> Tone {
    match stands {
        Stands::As(state) => plan_state_tone(state),
        Stands::Ahead | Stands::RunOut | Stands::Unknown => Tone::Neutral,
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
        PartKind::BehaviourLevel => "plans-part-behaviour-level",
        PartKind::StatusReportPart => "plans-part-status-report-part",
    }
}

pub const fn service_key(service: Service) -> &'static str {
    match service {
        Service::Specialist => "plans-service-specialist",
        Service::Municipal => "plans-service-municipal",
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
        "part_removed" => "plans-action-part-removed",
        "reordered" => "plans-action-reordered",
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
        "set_aside" => "plans-action-set-aside",
        "signed" => "plans-action-signed",
        _ => "plans-action-other",
    }
}
