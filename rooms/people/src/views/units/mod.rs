//! How the pages of the organisation look.

pub(crate) mod forms;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod planned;
pub(crate) mod preview;
pub(crate) mod show;
pub(crate) mod telling;
pub(crate) mod who;

use jiff::civil::Date;
use maud::{Markup, html};
use varde_kernel::{Unit, UnitId, UnitKind, UnitTree};
use varde_web::ui;
use varde_web::{Ctx, unit_name};

use crate::model::units::{CodeSystem, RelationKind};

/// The key of a kind's name.
pub const fn kind_key(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Nation => "people-unit-kind-nation",
        UnitKind::Ministry => "people-unit-kind-ministry",
        UnitKind::Authority => "people-unit-kind-authority",
        UnitKind::RegionalHealthAuthority => "people-unit-kind-regional-health-authority",
        UnitKind::HealthTrust => "people-unit-kind-health-trust",
        UnitKind::Hospital => "people-unit-kind-hospital",
        UnitKind::Clinic => "people-unit-kind-clinic",
        UnitKind::Department => "people-unit-kind-department",
        UnitKind::Ward => "people-unit-kind-ward",
        UnitKind::County => "people-unit-kind-county",
        UnitKind::Municipality => "people-unit-kind-municipality",
        UnitKind::MunicipalService => "people-unit-kind-municipal-service",
        UnitKind::NursingHome => "people-unit-kind-nursing-home",
        UnitKind::HomeCare => "people-unit-kind-home-care",
        UnitKind::GpPractice => "people-unit-kind-gp-practice",
        UnitKind::OutOfHours => "people-unit-kind-out-of-hours",
        UnitKind::PrivateProvider => "people-unit-kind-private-provider",
        UnitKind::CompetenceCentre => "people-unit-kind-competence-centre",
        UnitKind::Organisation => "people-unit-kind-organisation",
        UnitKind::Education => "people-unit-kind-education",
        UnitKind::Other => "people-unit-kind-other",
    }
}

/// The key of a register's name.
pub(crate) const fn system_key(system: CodeSystem) -> &'static str {
    match system {
        CodeSystem::Organisation => "people-unit-number-orgnr",
        CodeSystem::Municipality => "people-unit-number-kommunenr",
        CodeSystem::County => "people-unit-number-fylkesnr",
        CodeSystem::Resh => "people-unit-number-reshid",
        CodeSystem::Her => "people-unit-number-her",
        CodeSystem::Local => "people-unit-number-local",
    }
}

/// The key of a relation's name.
pub(crate) const fn relation_key(relation: RelationKind) -> &'static str {
    match relation {
        RelationKind::Owner => "people-unit-relation-owner",
        RelationKind::Geography => "people-unit-relation-geography",
        RelationKind::Uptake => "people-unit-relation-uptake",
    }
}

/// A link to a unit by a name that tells it from others; on another day than today the way on stays
/// on that day.
pub(crate) fn unit_link(cx: &Ctx, tree: &UnitTree, unit: UnitId, as_of: Option<Date>) -> Markup {
    ui::link(&unit_name(tree, unit, cx.locale()), &unit_href(unit, as_of))
}

/// The page of a unit, as it was or will be on a day when one is asked for.
pub(crate) fn unit_href(unit: UnitId, as_of: Option<Date>) -> String {
    let query = as_of.map(|day| format!("?as_of={day}")).unwrap_or_default();
    format!("/units/{unit}{query}")
}

/// The names above a unit, nearest first, up to the root.
pub(crate) fn above(cx: &Ctx, tree: &UnitTree, unit: &Unit) -> String {
    let line = tree.line(unit.id);
    let names = line.iter().skip(1).filter_map(|id| tree.get(*id)).map(|unit| unit.name.get(cx.locale()).to_owned());
    names.collect::<Vec<_>>().join(" · ")
}

/// A kind as a quiet label.
pub(crate) fn kind_tag(cx: &Ctx, kind: UnitKind) -> Markup {
    html! { (ui::label_tag(&cx.t(kind_key(kind)))) }
}
