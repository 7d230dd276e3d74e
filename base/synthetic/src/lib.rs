//! A health service that does not exist, for the demo and for measuring at a nation's size.
//!
//! One seed and one day give the same service on every machine. Everything in it is marked as
//! synthetic in its name, hangs under a region of its own, and touches no real organisation. The
//! generator only makes plain rows; whoever wants them in a database feeds them to the rooms.

mod dice;
mod events;
mod follow;
mod monthly;
mod people;
mod size;
mod themes;
mod units;

use jiff::civil::Date;

pub use dice::Dice;
pub use events::{EventPlan, Planted};
pub use follow::{ActivityRow, GoalRow, MeasureRow, PlanRow, Progress, RoundRow, StatusRow, ValueRow, WheelRow};
pub use monthly::{ChangeRow, IMPROVED, IndicatorRow, MonthRow, indicators};
pub use people::{PersonRow, guides};
pub use size::Size;
pub use units::UnitRow;

/// The whole synthetic service as rows that point to each other by code.
#[derive(Clone, Debug, Default)]
pub struct Service {
    /// Units, parents before children.
    pub units: Vec<UnitRow>,
    /// Persons with their roles.
    pub persons: Vec<PersonRow>,
    /// Local plans.
    pub plans: Vec<PlanRow>,
    /// Local goals, each under a plan.
    pub goals: Vec<GoalRow>,
    /// Values of the series that judge the goals.
    pub values: Vec<ValueRow>,
    /// Local measures with their activities.
    pub measures: Vec<MeasureRow>,
    /// Status rounds with their answers.
    pub rounds: Vec<RoundRow>,
    /// Steps of units' yearly wheels.
    pub wheel: Vec<WheelRow>,
    /// What units measure month by month.
    pub months: Vec<MonthRow>,
    /// Changes that were made on purpose, as charts tell of them.
    pub changes: Vec<ChangeRow>,
}

/// Keeps the monthly figures' dice apart from the others'.
const MONTHLY: u64 = 0x6d6f_6e74_686c_7900;

/// Makes a service of `size` as it stands on `today`.
pub fn generate(seed: u64, size: &Size, today: Date) -> Service {
    let mut dice = Dice::new(seed);
    let units = units::make(size);
    let persons = people::make(size, &units, &mut dice);
    let mut service = Service { units, persons, ..Service::default() };
    follow::make(&mut service, size, today, &mut dice);
    // Dice of its own: what came before stays as it was.
    monthly::make(&mut service, today, &mut Dice::new(seed ^ MONTHLY));
    service
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn day() -> Date {
        "2026-11-22".parse().unwrap()
    }

    #[test]
    fn the_same_seed_gives_the_same_service() {
        let text = |seed| format!("{:?}", generate(seed, &Size::DEMO, day()));
        assert_eq!(text(7), text(7));
        assert_ne!(text(7), text(8));
    }

    #[test]
    fn everything_points_to_something_and_is_marked() {
        for size in [Size::DEMO, Size { trusts: 3, ..Size::NATIONAL }] {
            let service = generate(1, &size, day());
            let codes: HashSet<&str> = service.units.iter().map(|unit| unit.code.as_str()).collect();
            assert_eq!(codes.len(), service.units.len(), "codes are unique");
            for unit in &service.units {
                assert!(unit.parent == "no" || codes.contains(unit.parent.as_str()), "{unit:?}");
                assert!(unit.code.starts_with("syn."), "{unit:?}");
            }
            for person in &service.persons {
                assert!(person.name.ends_with("(syntetisk)"), "{person:?}");
                assert!(
                    person
                        .roles
                        .iter()
                        .all(|(_, unit)| codes.contains(unit.as_str()) || unit == "hdir" || unit == "no")
                );
            }
            let plans: HashSet<&str> = service.plans.iter().map(|plan| plan.code.as_str()).collect();
            assert!(service.goals.iter().all(|goal| plans.contains(goal.plan.as_str())));
            assert!(service.measures.iter().all(|measure| plans.contains(measure.plan.as_str())));
        }
    }

    #[test]
    fn measures_work_on_what_their_goal_is_about() {
        for size in [Size::DEMO, Size { trusts: 3, ..Size::NATIONAL }] {
            let service = generate(1, &size, day());
            for goal in &service.goals {
                let own: Vec<&MeasureRow> = service.measures.iter().filter(|one| one.goal == goal.code).collect();
                assert!(!own.is_empty(), "{} has no measure", goal.code);
                assert!(own.iter().all(|one| one.indicator == goal.indicator), "{}", goal.code);
            }
            for plan in &service.plans {
                let names: Vec<&str> = service
                    .measures
                    .iter()
                    .filter(|one| one.plan == plan.code)
                    .map(|one| one.name.nb.as_str())
                    .collect();
                let apart: HashSet<&&str> = names.iter().collect();
                assert_eq!(apart.len(), names.len(), "{names:?}");
            }
            // What a share of units is, no single unit has a value of.
            assert!(service.values.iter().all(|value| value.indicator != "ind.cult.safety"));
            let kind = |code: &str| service.units.iter().find(|unit| unit.code == code).unwrap().kind;
            for goal in service.goals.iter().filter(|goal| kind(&goal.unit) == varde_kernel::UnitKind::Municipality) {
                assert!(!["ind.gtt.harm", "ind.uti.hosp"].contains(&goal.indicator), "{}", goal.code);
            }
        }
    }

    #[test]
    fn answers_are_given_inside_their_round_and_before_today() {
        let service = generate(1, &Size::DEMO, day());
        for round in &service.rounds {
            for answer in &round.answers {
                assert!(round.days.0 < answer.on && answer.on <= day(), "{answer:?} in {:?}", round.days);
            }
            let late = round.answers.iter().filter(|answer| round.days.1 < answer.on).count();
            assert!(late * 2 <= round.answers.len(), "most answers come in time");
        }
    }

    #[test]
    fn a_nation_has_the_size_it_promises() {
        let service = generate(1, &Size::NATIONAL, day());
        let activities: usize = service.measures.iter().map(|measure| measure.activities.len()).sum();
        assert!((4_900..=5_400).contains(&service.units.len()), "{} units", service.units.len());
        assert!((2_000..=2_100).contains(&service.persons.len()), "{} persons", service.persons.len());
        assert!((195..=205).contains(&service.plans.len()), "{} plans", service.plans.len());
        assert!((19_500..=20_500).contains(&activities), "{activities} activities");
    }
}
