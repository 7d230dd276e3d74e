//! How goals come down to a unit, and where nobody has taken them up.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use varde_indicators::model::Level as Measured;
use varde_kernel::{GoalId, PartId, UnitId, UnitKind, UnitTree};

use crate::model::goal::{AreaChoice, Choice, Goal, GoalChoice};
use crate::model::plan::Service;

/// Whether a unit speaks for the whole above it: a ministry's goals are the nation's.
const fn speaks_for_above(kind: UnitKind) -> bool {
    matches!(kind, UnitKind::Ministry | UnitKind::Authority)
}

/// The unit whose service a goal is about: for a national authority, the nation.
pub fn about(tree: &UnitTree, unit: UnitId) -> UnitId {
    let line = tree.line(unit);
    line.iter().copied().find(|id| tree.get(*id).is_some_and(|unit| !speaks_for_above(unit.kind))).unwrap_or(unit)
}

/// The units whose goals come down to `unit`: those above it, and the ministries and authorities
/// that speak for them. The unit itself is not among them.
pub fn sources(tree: &UnitTree, unit: UnitId) -> Vec<UnitId> {
    let mut found = Vec::new();
    for above in tree.line(unit).iter().copied() {
        if above != unit {
            found.push(above);
        }
        let mut stack: Vec<UnitId> = tree.children(above).to_vec();
        while let Some(id) = stack.pop() {
            if id != unit && tree.get(id).is_some_and(|unit| speaks_for_above(unit.kind)) && !found.contains(&id) {
                found.push(id);
                stack.extend(tree.children(id));
            }
        }
    }
    found
}

/// How far down a goal comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// From the country.
    National,
    /// From somewhere between.
    Above,
    /// The unit's own.
    Own,
}

/// Where a goal of `owner` comes from, seen from `unit`.
pub fn level(tree: &UnitTree, unit: UnitId, owner: UnitId) -> Level {
    let about = about(tree, owner);
    if owner == unit {
        return Level::Own;
    }
    match tree.get(about).map(|unit| unit.kind) {
        Some(UnitKind::Nation) | None => Level::National,
        Some(_) => Level::Above,
    }
}

/// What a unit has done with a goal from above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It has a sub-goal of its own.
    SubGoal,
    /// It has said that it works with it, without a sub-goal yet.
    Chosen,
    /// It has left it out, for a stated reason.
    LeftOut,
    /// It has said nothing.
    Nothing,
}

/// What a unit has done with a goal from above.
pub fn taken(goal: GoalId, unit: UnitId, own: &[Goal], choices: &[GoalChoice]) -> Taken {
    if own.iter().any(|sub| sub.unit == unit && sub.parent == Some(goal)) {
        return Taken::SubGoal;
    }
    match choices.iter().find(|choice| choice.goal == goal && choice.unit == unit).map(|choice| choice.choice) {
        Some(Choice::Chosen) => Taken::Chosen,
        Some(Choice::LeftOut) => Taken::LeftOut,
        None => Taken::Nothing,
    }
}

/// What a unit has done with a goal from above, where its own goals may serve it through goals in between: a
/// ward's goal that serves its trust's serves the nation's too. `known` holds the goals in between.
pub fn taken_up(goal: GoalId, unit: UnitId, own: &[Goal], known: &[&Goal], choices: &[GoalChoice]) -> Taken {
    match taken(goal, unit, own, choices) {
        Taken::Nothing if own.iter().any(|sub| sub.unit == unit && serves(sub, goal, known)) => Taken::SubGoal,
        said => said,
    }
}

/// Whether a goal serves another, itself or through goals in between.
pub fn serves(sub: &Goal, goal: GoalId, known: &[&Goal]) -> bool {
    let mut next = sub.parent;
    // A circle in the data is walked no further than there are goals.
    for _ in 0..=known.len() {
        match next {
            Some(id) if id == goal => return true,
            Some(id) => next = known.iter().find(|between| between.id == id).and_then(|between| between.parent),
            None => return false,
        }
    }
    false
}

/// The half of the service that a unit belongs to, when it belongs to one.
pub fn service(tree: &UnitTree, unit: UnitId) -> Option<Service> {
    tree.line(unit).iter().find_map(|id| match tree.get(*id)?.kind {
        UnitKind::RegionalHealthAuthority | UnitKind::HealthTrust | UnitKind::Hospital => Some(Service::Specialist),
        UnitKind::Municipality
        | UnitKind::MunicipalService
        | UnitKind::NursingHome
        | UnitKind::HomeCare
        | UnitKind::GpPractice
        | UnitKind::OutOfHours => Some(Service::Municipal),
        _ => None,
    })
}

/// The half of the service in which an indicator can be read, when it is one alone.
pub fn measured_in(levels: &[Measured]) -> Option<Service> {
    let municipal = levels.contains(&Measured::Municipal);
    let specialist = levels.contains(&Measured::Enterprise) || levels.contains(&Measured::Regional);
    match (municipal, specialist, levels.contains(&Measured::All)) {
        (true, false, false) => Some(Service::Municipal),
        (false, true, false) => Some(Service::Specialist),
        _ => None,
    }
}

/// Why a goal from above asks nothing of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetAside {
    /// Its time is over.
    Expired,
    /// It is measured in the other half of the service.
    OtherService,
}

/// Whether a goal that ends on a day and is measured in one half of the service asks anything of a
/// unit on `today`; what is not known sets nothing aside.
pub fn set_aside(
    ends: Option<Date>,
    measured: Option<Service>,
    unit: Option<Service>,
    today: Date,
) -> Option<SetAside> {
    if ends.is_some_and(|ends| ends < today) {
        Some(SetAside::Expired)
    } else if measured.zip(unit).is_some_and(|(measured, unit)| measured != unit) {
        Some(SetAside::OtherService)
    } else {
        None
    }
}

/// Whether a focus area that concerns one half of the service, or both, concerns a unit. What is not known
/// keeps nobody out.
pub fn concerns(area: Option<Service>, unit: Option<Service>) -> bool {
    area.zip(unit).is_none_or(|(area, unit)| area == unit)
}

/// The units of `below` without a sub-goal under `goal`, that have not left it out with a reason.
/// A sub-goal of a unit covers the unit alone, not those below it.
pub fn gap(goal: GoalId, below: &[UnitId], own: &[Goal], choices: &[GoalChoice]) -> Vec<UnitId> {
    below
        .iter()
        .copied()
        .filter(|unit| matches!(taken(goal, *unit, own, choices), Taken::Nothing | Taken::Chosen))
        .collect()
}

/// What the units below did with a goal, counted. Nobody is named and nobody is ranked; states are
/// counted, since goals that count different things have no mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollUp {
    /// How many units there are that could take it up.
    pub of: usize,
    /// Those with a sub-goal of their own.
    pub with_sub_goal: usize,
    /// Those that chose it without a sub-goal yet.
    pub chosen: usize,
    /// Those that left it out, with a reason.
    pub left_out: usize,
    /// Those that said nothing.
    pub nothing: usize,
    /// How many sub-goals there are in all; a unit may have several.
    pub sub_goals: usize,
}

/// Counts what `below` did with a goal.
pub fn roll_up(goal: GoalId, below: &[UnitId], subs: &[Goal], choices: &[GoalChoice]) -> RollUp {
    let mut found = RollUp {
        of: below.len(),
        sub_goals: subs.iter().filter(|sub| sub.parent == Some(goal) && below.contains(&sub.unit)).count(),
        ..RollUp::default()
    };
    for unit in below {
        match taken(goal, *unit, subs, choices) {
            Taken::SubGoal => found.with_sub_goal += 1,
            Taken::Chosen => found.chosen += 1,
            Taken::LeftOut => found.left_out += 1,
            Taken::Nothing => found.nothing += 1,
        }
    }
    found
}

/// The units of `below` where nobody has a measure for the goal: neither tied to it nor to a sub-goal
/// under it. `measures` holds the unit of each measure tied to the goal or to one of its sub-goals; a
/// measure of a ward is its trust's too. Who left the goal out with a reason owes none.
pub fn without_measure(
    tree: &UnitTree,
    goal: GoalId,
    below: &[UnitId],
    measures: &[UnitId],
    choices: &[GoalChoice],
) -> Vec<UnitId> {
    let left_out = |unit: &UnitId| taken(goal, *unit, &[], choices) == Taken::LeftOut;
    let has = |unit: &UnitId| measures.iter().any(|of| tree.line(*of).contains(unit));
    below.iter().copied().filter(|unit| !has(unit) && !left_out(unit)).collect()
}

/// Focus areas from above under which a unit works with nothing, and of which it has not said why: an
/// area is answered by work that is tagged with it, or by a choice. What is left out is left out for a
/// stated reason, and that is allowed.
pub fn unanswered(areas: &[PartId], worked_with: &[PartId], choices: &[AreaChoice], unit: UnitId) -> Vec<PartId> {
    let said = |area: &PartId| choices.iter().any(|choice| choice.part == *area && choice.unit == unit);
    areas.iter().copied().filter(|area| !worked_with.contains(area) && !said(area)).collect()
}

/// The goals in order with those that serve them under them; a circle in the data is cut.
pub fn forest(goals: &[Goal]) -> Vec<(usize, GoalId)> {
    let known: HashSet<GoalId> = goals.iter().map(|goal| goal.id).collect();
    let mut below: HashMap<Option<GoalId>, Vec<GoalId>> = HashMap::new();
    for goal in goals {
        below.entry(goal.parent.filter(|parent| known.contains(parent))).or_default().push(goal.id);
    }
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut stack: Vec<(usize, GoalId)> = below.get(&None).into_iter().flatten().rev().map(|id| (0, *id)).collect();
    while let Some((depth, id)) = stack.pop() {
        if seen.insert(id) {
            found.push((depth, id));
            stack.extend(below.get(&Some(id)).into_iter().flatten().rev().map(|id| (depth + 1, *id)));
        }
    }
    found
}

/// Whether setting `parent` on `goal` would close a circle. `line` is the parent's own line of
/// parents, nearest first, with the parent itself.
pub fn makes_circle(goal: GoalId, line: &[GoalId]) -> bool {
    line.contains(&goal)
}

#[cfg(test)]
mod tests {
    use varde_kernel::{Unit, Words};

    use super::*;
    use crate::model::goal::GoalState;
    use crate::model::plan::Source;

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
            unit("ministry", UnitKind::Ministry, Some("no")),
            unit("directorate", UnitKind::Authority, Some("ministry")),
            unit("region", UnitKind::RegionalHealthAuthority, Some("no")),
            unit("trust", UnitKind::HealthTrust, Some("region")),
            unit("ward", UnitKind::Ward, Some("trust")),
            unit("town", UnitKind::Municipality, Some("no")),
            unit("home ward", UnitKind::Ward, Some("town")),
        ])
    }

    #[test]
    fn a_goal_whose_time_is_over_or_of_the_other_service_asks_nothing() {
        use Service::{Municipal, Specialist};
        let tree = tree();
        let of = |code| service(&tree, UnitId::from_code(code));
        assert_eq!((of("ward"), of("home ward"), of("directorate")), (Some(Specialist), Some(Municipal), None));
        assert_eq!(measured_in(&[Measured::Municipal, Measured::National]), Some(Municipal));
        assert_eq!(measured_in(&[Measured::Enterprise, Measured::National]), Some(Specialist));
        for both in [&[Measured::National][..], &[Measured::All], &[Measured::Municipal, Measured::Enterprise], &[]] {
            assert_eq!(measured_in(both), None, "{both:?}");
        }
        let day = |text: &str| text.parse::<Date>().unwrap();
        let today = day("2026-11-22");
        let check = |ends: Option<&str>, measured, unit, expected| {
            assert_eq!(set_aside(ends.map(day), measured, unit, today), expected, "{ends:?} {measured:?} {unit:?}");
        };
        check(Some("2023-12-31"), None, Some(Specialist), Some(SetAside::Expired));
        check(Some("2026-11-22"), None, Some(Specialist), None);
        check(None, Some(Municipal), Some(Specialist), Some(SetAside::OtherService));
        check(None, Some(Municipal), Some(Municipal), None);
        check(None, Some(Municipal), None, None);
        check(None, None, Some(Municipal), None);
    }

    #[test]
    fn a_focus_area_of_the_other_service_does_not_concern_a_unit() {
        use Service::{Municipal, Specialist};
        let tree = tree();
        let check = |area, unit, expected| {
            assert_eq!(concerns(area, service(&tree, UnitId::from_code(unit))), expected, "{area:?} {unit}");
        };
        check(Some(Municipal), "ward", false);
        check(Some(Municipal), "home ward", true);
        check(Some(Specialist), "home ward", false);
        check(Some(Municipal), "directorate", true);
        check(None, "ward", true);
    }

    fn goal(code: &str, unit: &str, parent: Option<&str>) -> Goal {
        Goal {
            id: GoalId::from_code(code),
            code: None,
            plan: None,
            part: None,
            unit: UnitId::from_code(unit),
            ord: 1,
            name: Words::plain(code),
            overall: false,
            indicator: None,
            link: None,
            direction: None,
            scope: Words::default(),
            data_source: Words::default(),
            parent: parent.map(GoalId::from_code),
            state: GoalState::Active,
            source: Source::default(),
            open: true,
            version: 1,
        }
    }

    #[test]
    fn a_goal_is_taken_up_through_the_goals_in_between() {
        let (national, trusts) = (goal("national", "no", None), goal("trust's", "trust", Some("national")));
        let own = [goal("ward's", "ward", Some("trust's"))];
        let known = [&national, &trusts];
        let unit = UnitId::from_code("ward");
        assert_eq!(taken(national.id, unit, &own, &[]), Taken::Nothing);
        assert_eq!(taken_up(national.id, unit, &own, &known, &[]), Taken::SubGoal);
        assert_eq!(
            taken_up(national.id, unit, &own, &[&national], &[]),
            Taken::Nothing,
            "what is between is not known"
        );
        assert_eq!(taken_up(national.id, UnitId::from_code("other"), &own, &known, &[]), Taken::Nothing);
        let (x, y) = (goal("x", "trust", Some("y")), goal("y", "trust", Some("x")));
        assert!(!serves(&goal("z", "ward", Some("x")), national.id, &[&x, &y]));
    }

    #[test]
    fn a_directorate_speaks_for_the_nation() {
        let tree = tree();
        let id = UnitId::from_code;
        assert_eq!(about(&tree, id("directorate")), id("no"));
        assert_eq!(about(&tree, id("trust")), id("trust"));
        let from = sources(&tree, id("ward"));
        for above in ["trust", "region", "no", "ministry", "directorate"] {
            assert!(from.contains(&id(above)), "{above}");
        }
        assert!(!from.contains(&id("ward")));
        assert_eq!(level(&tree, id("ward"), id("directorate")), Level::National);
        assert_eq!(level(&tree, id("ward"), id("trust")), Level::Above);
        assert_eq!(level(&tree, id("ward"), id("ward")), Level::Own);
    }

    #[test]
    fn the_gap_lists_those_without_a_sub_goal() {
        let units: Vec<UnitId> = ["a", "b", "c", "d", "e"].map(UnitId::from_code).to_vec();
        let own = [goal("sub a", "a", Some("national")), goal("sub b", "b", Some("national"))];
        let found = gap(GoalId::from_code("national"), &units, &own, &[]);
        assert_eq!(found, ["c", "d", "e"].map(UnitId::from_code));
        let left_out = GoalChoice {
            goal: GoalId::from_code("national"),
            unit: UnitId::from_code("c"),
            choice: Choice::LeftOut,
            reason: "no inpatients".into(),
            at: jiff::Timestamp::UNIX_EPOCH,
        };
        assert_eq!(gap(GoalId::from_code("national"), &units, &own, &[left_out]).len(), 2);
    }

    #[test]
    fn progress_is_counted_with_its_denominator_and_nobody_is_named() {
        let id = UnitId::from_code;
        let national = GoalId::from_code("national");
        let below = ["a", "b", "c", "d"].map(id);
        let subs = [
            goal("a1", "a", Some("national")),
            goal("a2", "a", Some("national")),
            goal("x", "elsewhere", Some("national")),
            goal("b1", "b", Some("another")),
        ];
        let choice = |unit: &str, choice| GoalChoice {
            goal: national,
            unit: id(unit),
            choice,
            reason: String::new(),
            at: jiff::Timestamp::UNIX_EPOCH,
        };
        let choices = [choice("b", Choice::Chosen), choice("c", Choice::LeftOut), choice("a", Choice::LeftOut)];
        let expected = RollUp { of: 4, with_sub_goal: 1, chosen: 1, left_out: 1, nothing: 1, sub_goals: 2 };
        assert_eq!(roll_up(national, &below, &subs, &choices), expected);
        assert_eq!(roll_up(national, &[], &[], &[]), RollUp::default());
    }

    #[test]
    fn a_trust_without_any_measure_is_listed_under_the_goal() {
        let tree = tree();
        let id = UnitId::from_code;
        let goal = GoalId::from_code("national");
        let below = [id("trust"), id("region")];
        // A measure of the ward is the trust's too, and the region's.
        assert_eq!(without_measure(&tree, goal, &below, &[id("ward")], &[]), []);
        assert_eq!(without_measure(&tree, goal, &below, &[id("region")], &[]), [id("trust")]);
        let left_out = GoalChoice {
            goal,
            unit: id("trust"),
            choice: Choice::LeftOut,
            reason: "no inpatients".into(),
            at: jiff::Timestamp::UNIX_EPOCH,
        };
        assert_eq!(without_measure(&tree, goal, &below, &[], &[left_out]), [id("region")]);
    }

    #[test]
    fn a_focus_area_is_answered_by_work_or_by_a_stated_choice() {
        let part = PartId::from_code;
        let areas = ["transitions", "medicines", "digital"].map(part);
        let unit = UnitId::from_code("trust");
        let choice = |unit: &str| AreaChoice {
            part: part("digital"),
            unit: UnitId::from_code(unit),
            choice: Choice::LeftOut,
            reason: "later".into(),
            at: jiff::Timestamp::UNIX_EPOCH,
        };
        assert_eq!(unanswered(&areas, &[part("medicines")], &[choice("trust")], unit), [part("transitions")]);
        // What another unit said answers nothing here.
        assert_eq!(unanswered(&areas, &[], &[choice("other")], unit).len(), 3);
    }

    #[test]
    fn a_forest_of_goals_is_walked_once_even_in_a_circle() {
        let goals = [goal("x", "a", Some("y")), goal("y", "a", None), goal("z", "a", Some("x"))];
        let depths: Vec<usize> = forest(&goals).into_iter().map(|(depth, _)| depth).collect();
        assert_eq!(depths, [0, 1, 2]);
        let circle = [goal("x", "a", Some("y")), goal("y", "a", Some("x"))];
        assert!(forest(&circle).is_empty());
        assert!(makes_circle(GoalId::from_code("x"), &[GoalId::from_code("y"), GoalId::from_code("x")]));
    }
}
