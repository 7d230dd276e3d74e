use super::*;
use crate::{Unit, UnitKind, UnitTree, Words};

fn tree() -> UnitTree {
    let unit = |code: &str, kind, parent: Option<&str>| Unit {
        id: UnitId::from_code(code),
        kind,
        name: Words::plain(code),
        code: code.into(),
        parent: parent.map(UnitId::from_code),
    };
    UnitTree::new(vec![
        unit("no", UnitKind::Nation, None),
        unit("trust", UnitKind::HealthTrust, Some("no")),
        unit("ward", UnitKind::Ward, Some("trust")),
        unit("other", UnitKind::HealthTrust, Some("no")),
    ])
}

fn actor(role: Role, unit: &str) -> Actor {
    let unit = UnitId::from_code(unit);
    Actor::Person {
        person: PersonId::from_code("someone"),
        held: vec![Held { role, unit, line: tree().line(unit) }],
        read_only: false,
    }
}

fn on(kind: Kind, unit: &str, open: bool) -> Target {
    Target { kind, line: tree().line(UnitId::from_code(unit)), owner: None, open }
}

#[track_caller]
fn check(actor: &Actor, action: Action, target: &Target, expected: bool) {
    assert_eq!(may(actor, action, target), expected, "{action:?} {:?}", target.kind);
}

#[test]
fn roles_reach_down_and_not_up_or_sideways() {
    let planner = actor(Role::Planner, "trust");
    check(&planner, Action::Edit, &on(Kind::Plan, "trust", false), true);
    check(&planner, Action::Edit, &on(Kind::Plan, "ward", false), true);
    check(&planner, Action::Edit, &on(Kind::Plan, "no", true), false);
    check(&planner, Action::Edit, &on(Kind::Plan, "other", false), false);
}

#[test]
fn drafts_stay_in_the_line_and_published_plans_are_open() {
    let nurse = actor(Role::Staff, "ward");
    check(&nurse, Action::Read, &on(Kind::Plan, "trust", false), true);
    check(&nurse, Action::Read, &on(Kind::Plan, "other", false), false);
    check(&nurse, Action::Read, &on(Kind::Plan, "other", true), true);
    check(&nurse, Action::Answer, &on(Kind::Round, "ward", true), false);
}

#[test]
fn one_owns_ones_own_and_nobody_elses() {
    let me = actor(Role::Administrator, "no");
    check(&me, Action::Edit, &Target::own(PersonId::from_code("someone")), true);
    check(&me, Action::Read, &Target::own(PersonId::from_code("another")), false);
}

#[test]
fn a_read_only_token_never_writes() {
    let Actor::Person { person, held, .. } = actor(Role::Planner, "trust") else { unreachable!() };
    let token = Actor::Person { person, held, read_only: true };
    check(&token, Action::Read, &on(Kind::Plan, "trust", false), true);
    check(&token, Action::Edit, &on(Kind::Plan, "trust", false), false);
}

#[test]
fn small_counts_are_for_those_who_work_with_the_unit() {
    let series = |unit: &str| on(Kind::Series, unit, true);
    check(&actor(Role::Staff, "ward"), Action::Count, &series("ward"), true);
    check(&actor(Role::TopLeader, "trust"), Action::Count, &series("ward"), true);
    // Neither those beside or below, nor those who only run the installation.
    check(&actor(Role::Staff, "ward"), Action::Count, &series("trust"), false);
    check(&actor(Role::TopLeader, "other"), Action::Count, &series("ward"), false);
    check(&actor(Role::Administrator, "no"), Action::Count, &series("ward"), false);
    check(&actor(Role::PrivacyOfficer, "no"), Action::Count, &series("ward"), false);
    check(&Actor::System(System::Worker), Action::Count, &series("ward"), true);
    let Actor::Person { person, held, .. } = actor(Role::Staff, "ward") else { unreachable!() };
    check(&Actor::Person { person, held, read_only: true }, Action::Count, &series("ward"), true);
}

#[test]
fn whoever_is_unknown_may_report_and_no_more_and_refusals_tell_what_may_be_known() {
    let may_all = [(Kind::Report, Action::Create), (Kind::Receipt, Action::Read), (Kind::Receipt, Action::Answer)];
    for kind in Kind::ALL {
        for action in Action::ALL {
            let expected = may_all.contains(&(*kind, *action));
            check(&Actor::Anonymous, *action, &on(*kind, "no", true), expected);
        }
    }
    let nurse = actor(Role::Staff, "ward");
    let open = grant(&nurse, Action::Edit, &on(Kind::Plan, "other", true), ()).unwrap_err();
    let hidden = grant(&nurse, Action::Edit, &on(Kind::Plan, "other", false), ()).unwrap_err();
    assert!(open.visible && !hidden.visible);
}

/// A list must show exactly what opening one by one would allow.
#[test]
fn scope_and_may_agree() {
    let tree = tree();
    for role in Role::ALL {
        for home in ["no", "trust", "ward", "other"] {
            let actor = actor(*role, home);
            // What one has a receipt for stands in no list.
            for kind in Kind::ALL.iter().filter(|kind| !matches!(kind, Kind::Own | Kind::Receipt)) {
                for unit in ["no", "trust", "ward", "other"] {
                    for open in [true, false] {
                        let id = UnitId::from_code(unit);
                        let listed = match scope(&actor, *kind) {
                            Scope::Everything => true,
                            Scope::Part { open: sees_open, over, above } => {
                                (sees_open && open)
                                    || tree.line(id).iter().any(|id| over.contains(id))
                                    || above.contains(&id)
                            }
                        };
                        let opened = may(&actor, Action::Read, &on(*kind, unit, open));
                        assert_eq!(listed, opened, "{role:?} at {home}: {kind:?} on {unit}, open {open}");
                    }
                }
            }
        }
    }
}
