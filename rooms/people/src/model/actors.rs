//! Actors of the plans, and what they have been asked to do.

use varde_kernel::access::Role;
use varde_kernel::{ActorId, UnitId, UnitKind, UnitTree, Words};

use crate::model::units::Source;

varde_kernel::named! {
    /// Where an actor acts.
    ActorLevel {
        /// For the country.
        National "national",
        /// For a region.
        Regional "regional",
        /// In a trust or another enterprise.
        Enterprise "enterprise",
        /// In a municipality.
        Municipal "municipal",
        /// A person in an own capacity.
        Individual "individual",
        /// Beyond the country.
        International "international",
        /// Everywhere.
        All "all",
    }
}

/// An actor of the plans: one organisation, every unit of a kind, or a group that no register
/// holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanActor {
    /// Its identity.
    pub id: ActorId,
    /// Its stable code.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// What sort of actor the documents call it.
    pub kind: String,
    /// Where it acts.
    pub level: ActorLevel,
    /// The actor it belongs under.
    pub parent: Option<ActorId>,
    /// The unit that it is.
    pub unit: Option<UnitId>,
    /// The kind of unit of which each one is it.
    pub unit_kind: Option<UnitKind>,
    /// More to know.
    pub note: Words,
    /// Where it is named.
    pub source: Source,
}

/// What an actor has been asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Whose duty.
    pub actor: ActorId,
    /// Its stable code.
    pub code: String,
    /// What is to be done.
    pub name: Words,
    /// Where it is said.
    pub source: Source,
}

/// The actors that a unit is: by being the actor's unit or of its kind, itself and not through a unit
/// above it.
pub fn actors_of(tree: &UnitTree, actors: &[PlanActor], unit: UnitId) -> Vec<ActorId> {
    let Some(unit) = tree.get(unit) else { return Vec::new() };
    let is_it = |actor: &&PlanActor| actor.unit == Some(unit.id) || actor.unit_kind == Some(unit.kind);
    actors.iter().filter(is_it).map(|actor| actor.id).collect()
}

/// Whether someone with this role on a unit answers for what the unit has been asked to do.
pub const fn answers_for_duties(role: Role) -> bool {
    match role {
        Role::UnitLeader | Role::TopLeader | Role::Planner | Role::QualityAdviser => true,
        Role::Staff | Role::BoardMember | Role::Administrator | Role::PrivacyOfficer => false,
    }
}

#[cfg(test)]
mod tests {
    use varde_kernel::Unit;

    use super::*;

    #[test]
    fn a_trust_is_its_actors_and_its_wards_are_not() {
        let unit = |code: &str, kind, parent: Option<&str>| Unit {
            id: UnitId::from_code(code),
            kind,
            name: Words::plain(code),
            code: code.into(),
            parent: parent.map(UnitId::from_code),
        };
        let tree = UnitTree::new(vec![
            unit("rhf", UnitKind::RegionalHealthAuthority, None),
            unit("hf", UnitKind::HealthTrust, Some("rhf")),
            unit("ward", UnitKind::Ward, Some("hf")),
            unit("other", UnitKind::HealthTrust, Some("rhf")),
        ]);
        let actor = |code: &str, unit: Option<&str>, unit_kind| PlanActor {
            id: ActorId::from_code(code),
            code: code.into(),
            name: Words::plain(code),
            kind: "trust".into(),
            level: ActorLevel::Enterprise,
            parent: None,
            unit: unit.map(UnitId::from_code),
            unit_kind,
            note: Words::default(),
            source: Source::default(),
        };
        let actors = [
            actor("every-trust", None, Some(UnitKind::HealthTrust)),
            actor("this-trust", Some("hf"), None),
            actor("other-trust", Some("other"), None),
            actor("citizens", None, None),
        ];
        let check = |unit: &str, expected: &[&str]| {
            let expected: Vec<ActorId> = expected.iter().copied().map(ActorId::from_code).collect();
            assert_eq!(actors_of(&tree, &actors, UnitId::from_code(unit)), expected, "{unit}");
        };
        check("hf", &["every-trust", "this-trust"]);
        check("ward", &[]);
        check("other", &["every-trust", "other-trust"]);
        check("rhf", &[]);
        check("gone", &[]);
    }
}
