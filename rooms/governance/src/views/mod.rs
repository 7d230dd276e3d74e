//! The room's pages as HTML.

pub(crate) mod bodies;
pub(crate) mod seats;
pub(crate) mod steps;
pub(crate) mod tasks;

use varde_kernel::{UnitId, UnitKind, UnitTree};
use varde_web::{Say, role_key};

use crate::model::{Authority, BodyKind, Composition, Group, Level, Phase, SeatRole};

pub(crate) const fn phase_key(phase: Phase) -> &'static str {
    match phase {
        Phase::Plan => "governance-phase-plan",
        Phase::Do => "governance-phase-do",
        Phase::Evaluate => "governance-phase-evaluate",
        Phase::Correct => "governance-phase-correct",
    }
}

pub(crate) const fn authority_key(authority: Authority) -> &'static str {
    match authority {
        Authority::Decides => "governance-authority-decides",
        Authority::CarriesOut => "governance-authority-carries-out",
        Authority::Advises => "governance-authority-advises",
        Authority::Informed => "governance-authority-informed",
    }
}

pub(crate) const fn body_kind_key(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Council => "governance-kind-council",
        BodyKind::Network => "governance-kind-network",
        BodyKind::Standing => "governance-kind-body",
        BodyKind::Arena => "governance-kind-arena",
        BodyKind::Committee => "governance-kind-committee",
        BodyKind::WorkingGroup => "governance-kind-working-group",
    }
}

pub(crate) const fn level_key(level: Level) -> &'static str {
    match level {
        Level::National => "governance-level-national",
        Level::Regional => "governance-level-regional",
        Level::Enterprise => "governance-level-enterprise",
        Level::Municipal => "governance-level-municipal",
        Level::All => "governance-level-all",
    }
}

pub(crate) const fn composition_key(composition: Composition) -> &'static str {
    match composition {
        Composition::Known => "governance-composition-known",
        Composition::GroupsOnly => "governance-composition-groups-only",
        Composition::Missing => "governance-composition-missing",
    }
}

pub(crate) const fn group_key(group: Group) -> &'static str {
    match group {
        Group::Municipal => "governance-group-municipal",
        Group::Specialist => "governance-group-specialist",
        Group::Directorate => "governance-group-directorate",
        Group::Administration => "governance-group-administration",
        Group::Competence => "governance-group-competence",
        Group::Union => "governance-group-union",
        Group::Users => "governance-group-users",
        Group::NextOfKin => "governance-group-next-of-kin",
        Group::Research => "governance-group-research",
        Group::Personnel => "governance-group-personnel",
        Group::Technology => "governance-group-technology",
        Group::Other => "governance-group-other",
    }
}

pub(crate) const fn seat_role_key(role: SeatRole) -> &'static str {
    match role {
        SeatRole::Leader => "governance-seat-role-leader",
        SeatRole::DeputyLeader => "governance-seat-role-deputy-leader",
        SeatRole::Member => "governance-seat-role-member",
        SeatRole::Substitute => "governance-seat-role-substitute",
    }
}

/// Every unit of a kind, as the one that shares a task.
pub(crate) const fn class_key(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::RegionalHealthAuthority => "governance-class-regional-health-authority",
        UnitKind::HealthTrust => "governance-class-health-trust",
        UnitKind::Hospital => "governance-class-hospital",
        UnitKind::Clinic => "governance-class-clinic",
        UnitKind::Department => "governance-class-department",
        UnitKind::Ward => "governance-class-ward",
        UnitKind::County => "governance-class-county",
        UnitKind::Municipality => "governance-class-municipality",
        UnitKind::NursingHome => "governance-class-nursing-home",
        UnitKind::HomeCare => "governance-class-home-care",
        UnitKind::GpPractice => "governance-class-gp-practice",
        UnitKind::OutOfHours => "governance-class-out-of-hours",
        UnitKind::Education => "governance-class-education",
        UnitKind::Nation
        | UnitKind::Ministry
        | UnitKind::Authority
        | UnitKind::MunicipalService
        | UnitKind::PrivateProvider
        | UnitKind::CompetenceCentre
        | UnitKind::Organisation
        | UnitKind::Other => "governance-class-other",
    }
}

/// A role as people call it: an access role by its name, a post by its own words.
pub(crate) fn role_words(say: &Say, role: &str) -> String {
    role.parse().map_or_else(|()| role.to_owned(), |role| say.t(role_key(role)))
}

/// A unit's name, or nothing when it is not there today.
pub(crate) fn unit_name(say: &Say, tree: &UnitTree, unit: UnitId) -> String {
    varde_web::told_unit(say, tree, unit)
}
