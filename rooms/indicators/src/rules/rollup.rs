//! A unit's figures as the sums of those below it, where it reports none itself: which measures add up, which units
//! take part in a period, and how many of them are missing. See docs/methods/roll-up.md.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use varde_kernel::{Period, PeriodType, UnitId, Validity};

use crate::model::{Indicator, Measure, Standardisation};

/// No organisation is deeper; one that goes in a ring ends here.
const DEEPEST: usize = 64;

/// Some units.
pub type Units = HashSet<UnitId>;
/// Sums period by period.
pub type ByPeriod = HashMap<Period, Sums>;
/// What each unit counts by itself.
pub type ByUnit = HashMap<UnitId, ByPeriod>;

/// Whether the figures of units add up to that of the unit above them: counts do, and shares and rates by what they
/// are counted from. Means, medians, ranks, money and what is adjusted do not.
pub fn adds_up(indicator: &Indicator) -> bool {
    matches!(indicator.measure, Measure::Percent | Measure::Rate | Measure::Count)
        && indicator.sheet.standardisation == Standardisation::None
}

/// Who answered to whom, and when.
#[derive(Clone, Debug, Default)]
pub struct Structure {
    ties: HashMap<UnitId, Vec<(UnitId, Validity)>>,
    above: HashMap<UnitId, Vec<UnitId>>,
}

impl Structure {
    /// From ties: a unit, the one above it, and when.
    pub fn new(ties: impl IntoIterator<Item = (UnitId, UnitId, Validity)>) -> Self {
        let mut found: HashMap<UnitId, Vec<(UnitId, Validity)>> = HashMap::new();
        for (unit, above, valid) in ties {
            found.entry(unit).or_default().push((above, valid));
        }
        for ties in found.values_mut() {
            ties.sort_by_key(|(_, valid)| valid.from);
        }
        let above = found.keys().map(|unit| (*unit, all_above(&found, *unit))).collect();
        Self { ties: found, above }
    }

    /// All units that ever were below another.
    pub fn units(&self) -> impl Iterator<Item = UnitId> + '_ {
        self.ties.keys().copied()
    }

    /// The units from the one above `unit` up to and with `root` on a day; none when it was not below it. What the
    /// register does not know of earlier is as the first that it knows.
    fn way(&self, unit: UnitId, root: UnitId, day: Date) -> Option<Vec<UnitId>> {
        let mut way = Vec::new();
        let mut here = unit;
        while way.len() < DEEPEST {
            let ties = self.ties.get(&here)?;
            let (above, _) = match ties.first() {
                Some(first) if day < first.1.from => first,
                _ => ties.iter().find(|(_, valid)| valid.holds_on(day))?,
            };
            way.push(*above);
            if *above == root {
                return Some(way);
            }
            here = *above;
        }
        None
    }

    /// Whether the way from `unit` up to `root` has been the same all the time, and is so today.
    pub fn is_steady(&self, unit: UnitId, root: UnitId) -> bool {
        let mut here = unit;
        for _ in 0..DEEPEST {
            let Some([(above, valid)]) = self.ties.get(&here).map(Vec::as_slice) else { return false };
            if valid.to.is_some() {
                return false;
            }
            if *above == root {
                return true;
            }
            here = *above;
        }
        false
    }

    /// All units that ever were above `unit`.
    pub fn ever_above(&self, unit: UnitId) -> &[UnitId] {
        self.above.get(&unit).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether `unit` is below `root` as far as anybody knows of the time to come.
    pub fn stays_below(&self, unit: UnitId, root: UnitId) -> bool {
        self.way(unit, root, Date::MAX).is_some()
    }

    fn since(&self, unit: UnitId) -> Option<Date> {
        self.ties.get(&unit)?.first().map(|(_, valid)| valid.from)
    }
}

/// All units that ever were above `unit`, also by way of others.
fn all_above(ties: &HashMap<UnitId, Vec<(UnitId, Validity)>>, unit: UnitId) -> Vec<UnitId> {
    let (mut found, mut next) = (Vec::new(), 0);
    let mut here = Some(unit);
    while let Some(unit) = here {
        for (above, _) in ties.get(&unit).into_iter().flatten() {
            if !found.contains(above) {
                found.push(*above);
            }
        }
        here = found.get(next).copied();
        next += 1;
    }
    found
}

/// A unit that reports the indicator.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The unit.
    pub unit: UnitId,
    /// When its first period begins.
    pub first: Date,
    /// The sort of its periods.
    pub sort: PeriodType,
}

/// What some units count together in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// How many units.
    pub n: usize,
    /// What they counted.
    pub numerator: f64,
    /// Out of how many.
    pub denominator: f64,
    /// Whether any of it may still change.
    pub provisional: bool,
    /// The newest version of the definition that was used.
    pub version: i64,
}

impl Sums {
    /// Adds what other units count.
    pub fn add(&mut self, other: &Self) {
        self.n += other.n;
        self.numerator += other.numerator;
        self.denominator += other.denominator;
        self.provisional |= other.provisional;
        self.version = self.version.max(other.version);
    }
}

/// A sum, and how many units there were to add.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rolled {
    /// The period.
    pub period: Period,
    /// What was added.
    pub sums: Sums,
    /// How many units ought to be in it.
    pub of: usize,
}

/// How the units that report below a unit are added.
#[derive(Clone, Debug, Default)]
pub struct Split {
    /// Those that have been there all the time and report on their own: the database may add them.
    pub steady: Vec<Member>,
    /// The others, each by itself: moved or closed, or with others below them that report too.
    pub loose: Vec<Member>,
    /// Those with another sort of periods: no part of any sum.
    pub left_out: Vec<Member>,
}

/// Parts the units below `root` that report, all of them with the sort of periods that most have. `apart` are those
/// that are not to be added by the database in any case.
pub fn split(structure: &Structure, root: UnitId, members: &[Member], apart: &Units) -> Option<Split> {
    let below: Vec<Member> =
        members.iter().filter(|one| structure.ever_above(one.unit).contains(&root)).copied().collect();
    let sort = PeriodType::ALL
        .iter()
        .map(|sort| (below.iter().filter(|one| one.sort == *sort).count(), *sort))
        .filter(|(n, _)| 0 < *n)
        .max_by_key(|(n, sort)| (*n, std::cmp::Reverse(*sort)))
        .map(|(_, sort)| sort)?;
    let (below, left_out): (Vec<Member>, _) = below.into_iter().partition(|one| one.sort == sort);
    let units: HashSet<UnitId> = below.iter().map(|one| one.unit).collect();
    let nested = below.iter().any(|one| structure.ever_above(one.unit).iter().any(|above| units.contains(above)));
    let (steady, loose) =
        below.into_iter().partition(|one| !nested && !apart.contains(&one.unit) && structure.is_steady(one.unit, root));
    Some(Split { steady, loose, left_out })
}

/// Adds up what lies below `root`, period by period. Of a unit and its own parts, the unit itself counts where it
/// has a value of the period, and otherwise its parts. A period in which one of `veiled` lay there has no sum: the
/// reader may not see that unit's figures, and could take the others from it.
pub fn roll_up(
    structure: &Structure,
    root: UnitId,
    (split, veiled): (&Split, &Units),
    (together, single): (&ByPeriod, &ByUnit),
) -> Vec<Rolled> {
    let Some(sort) = split.steady.iter().chain(&split.loose).next().map(|one| one.sort) else { return Vec::new() };
    let own = split.loose.iter().filter_map(|one| single.get(&one.unit));
    let all: HashSet<Period> = together.keys().chain(own.flat_map(HashMap::keys)).copied().collect();
    let mut periods: Vec<Period> = all.into_iter().filter(|period| period.sort() == Some(sort)).collect();
    periods.sort_by_key(|period| period.start());
    let start = |one: &Member| structure.since(one.unit).map_or(one.first, |since| since.min(one.first));
    let mut starts: Vec<Date> = split.steady.iter().map(start).collect();
    starts.sort_unstable();
    let mut found = Vec::new();
    for period in periods {
        let day = period.end();
        let mut sums = together.get(&period).copied().unwrap_or_default();
        let mut of = starts.partition_point(|start| *start <= day).max(sums.n);
        let value = |unit: &UnitId| single.get(unit).and_then(|values| values.get(&period));
        let there: Vec<(UnitId, Vec<UnitId>)> = split
            .loose
            .iter()
            .filter(|one| start(one) <= day || value(&one.unit).is_some())
            .filter_map(|one| Some((one.unit, structure.way(one.unit, root, day)?)))
            .collect();
        if there.iter().any(|(unit, _)| veiled.contains(unit)) {
            continue;
        }
        // Those that others of the list lie below: where they have no value of their own, the others stand for them.
        let parted: HashSet<UnitId> = there.iter().flat_map(|(_, way)| way.iter().copied()).collect();
        let listed: HashSet<UnitId> = there.iter().map(|(unit, _)| *unit).collect();
        for (unit, way) in &there {
            let counted_above = way.iter().any(|above| listed.contains(above) && value(above).is_some());
            if counted_above {
                continue;
            }
            match value(unit) {
                Some(own) => {
                    sums.add(own);
                    of += 1;
                }
                None if !parted.contains(unit) => of += 1,
                None => {}
            }
        }
        if 0 < sums.n {
            found.push(Rolled { period, sums, of });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::month;

    fn unit(code: &str) -> UnitId {
        UnitId::from_code(code)
    }

    fn tie(below: &str, above: &str, from: &str, to: Option<&str>) -> (UnitId, UnitId, Validity) {
        let valid = Validity { from: from.parse().unwrap(), to: to.map(|day| day.parse().unwrap()) };
        (unit(below), unit(above), valid)
    }

    fn counted(numerator: f64, denominator: f64) -> Sums {
        Sums { n: 1, numerator, denominator, provisional: false, version: 1 }
    }

    /// What `root` has in the first months: counted, out of, how many units of how many.
    fn rolled(
        structure: &Structure,
        root: &str,
        values: &[(&str, u16, f64, f64)],
        veiled: &[&str],
    ) -> Vec<(f64, f64, usize, usize)> {
        let mut single: HashMap<UnitId, HashMap<Period, Sums>> = HashMap::new();
        for (code, n, numerator, denominator) in values {
            single.entry(unit(code)).or_default().insert(month(*n), counted(*numerator, *denominator));
        }
        let mut codes: Vec<&str> = values.iter().map(|(code, ..)| *code).collect();
        codes.sort_unstable();
        codes.dedup();
        let first = |code: &str| values.iter().filter(|(of, ..)| *of == code).map(|(_, n, ..)| month(*n).start()).min();
        let members: Vec<Member> = codes
            .iter()
            .map(|code| Member { unit: unit(code), first: first(code).unwrap(), sort: PeriodType::Month })
            .collect();
        let veiled: HashSet<UnitId> = veiled.iter().map(|code| unit(code)).collect();
        let told = |rolled: Vec<Rolled>| -> Vec<(f64, f64, usize, usize)> {
            rolled.iter().map(|one| (one.sums.numerator, one.sums.denominator, one.sums.n, one.of)).collect()
        };
        // Each by itself, and as far as possible added beforehand: the same.
        let everyone: HashSet<UnitId> = members.iter().map(|one| one.unit).collect();
        let loose = split(structure, unit(root), &members, &everyone).unwrap();
        assert!(loose.steady.is_empty());
        let found = told(roll_up(structure, unit(root), (&loose, &veiled), (&HashMap::new(), &single)));
        let mixed = split(structure, unit(root), &members, &HashSet::new()).unwrap();
        let mut together: HashMap<Period, Sums> = HashMap::new();
        for (period, sums) in mixed.steady.iter().filter_map(|one| single.get(&one.unit)).flatten() {
            together.entry(*period).or_default().add(sums);
        }
        let also = told(roll_up(structure, unit(root), (&mixed, &veiled), (&together, &single)));
        assert_eq!(found, also);
        found
    }

    fn hospital() -> Structure {
        Structure::new([
            tie("clinic", "hospital", "2020-01-01", None),
            tie("clinic2", "hospital", "2020-01-01", None),
            tie("a", "clinic", "2020-01-01", None),
            tie("b", "clinic", "2020-01-01", None),
            tie("c", "clinic2", "2020-01-01", None),
        ])
    }

    #[test]
    fn numerators_and_denominators_are_added_and_a_missing_part_is_told() {
        let values =
            [("a", 0, 3.0, 40.0), ("b", 0, 5.0, 60.0), ("c", 0, 2.0, 100.0), ("a", 1, 4.0, 41.0), ("c", 1, 1.0, 99.0)];
        assert_eq!(rolled(&hospital(), "hospital", &values, &[]), [(10.0, 200.0, 3, 3), (5.0, 140.0, 2, 3)]);
        assert_eq!(rolled(&hospital(), "clinic", &values, &[]), [(8.0, 100.0, 2, 2), (4.0, 41.0, 1, 2)]);
        assert_eq!(rolled(&hospital(), "clinic2", &values, &[]), [(2.0, 100.0, 1, 1), (1.0, 99.0, 1, 1)]);
    }

    #[test]
    fn a_unit_and_its_own_parts_are_not_both_added() {
        // The clinic reports the first month itself, and leaves the second to its wards.
        let values = [
            ("clinic", 0, 9.0, 100.0),
            ("a", 0, 3.0, 40.0),
            ("b", 0, 5.0, 60.0),
            ("c", 0, 2.0, 100.0),
            ("a", 1, 4.0, 41.0),
            ("c", 1, 1.0, 99.0),
        ];
        assert_eq!(rolled(&hospital(), "hospital", &values, &[]), [(11.0, 200.0, 2, 2), (5.0, 140.0, 2, 3)]);
    }

    #[test]
    fn a_ward_that_moved_counts_where_it_was_on_the_last_day_of_the_period() {
        let reform = Structure::new([
            tie("clinic", "hospital", "2020-01-01", None),
            tie("clinic2", "hospital2", "2020-01-01", None),
            tie("hospital", "trust", "2020-01-01", None),
            tie("hospital2", "trust", "2020-01-01", None),
            tie("a", "clinic", "2020-01-01", None),
            // From the middle of February 2024 on.
            tie("b", "clinic", "2020-01-01", Some("2024-02-15")),
            tie("b", "clinic2", "2024-02-15", None),
            tie("c", "clinic2", "2020-01-01", None),
        ]);
        let values: Vec<(&str, u16, f64, f64)> =
            (0..3).flat_map(|n| [("a", n, 1.0, 10.0), ("b", n, 10.0, 100.0), ("c", n, 100.0, 1000.0)]).collect();
        assert_eq!(
            rolled(&reform, "hospital", &values, &[]),
            [(11.0, 110.0, 2, 2), (1.0, 10.0, 1, 1), (1.0, 10.0, 1, 1)]
        );
        assert_eq!(
            rolled(&reform, "hospital2", &values, &[]),
            [(100.0, 1000.0, 1, 1), (110.0, 1100.0, 2, 2), (110.0, 1100.0, 2, 2)]
        );
        assert_eq!(rolled(&reform, "trust", &values, &[]), [(111.0, 1110.0, 3, 3); 3]);
        // Who may not see the ward any longer is not told the sum of the time when it was there.
        assert_eq!(rolled(&reform, "hospital", &values, &["b"]), [(1.0, 10.0, 1, 1), (1.0, 10.0, 1, 1)]);
    }

    #[test]
    fn what_opens_later_is_not_missed_before_and_what_has_closed_not_after() {
        let ward = Structure::new([
            tie("a", "clinic", "2020-01-01", None),
            tie("new", "clinic", "2024-02-01", None),
            tie("old", "clinic", "2020-01-01", Some("2024-03-01")),
        ]);
        let values = [
            ("a", 0, 1.0, 10.0),
            ("a", 1, 1.0, 10.0),
            ("a", 2, 1.0, 10.0),
            ("new", 2, 5.0, 50.0),
            ("old", 0, 7.0, 70.0),
            ("old", 1, 7.0, 70.0),
        ];
        // In February the new one is there, and has not reported.
        assert_eq!(rolled(&ward, "clinic", &values, &[]), [(8.0, 80.0, 2, 2), (8.0, 80.0, 2, 3), (6.0, 60.0, 2, 2)]);
    }

    #[test]
    fn only_what_is_counted_adds_up() {
        use crate::model::Sheet;
        use crate::rules::fixtures::rate;
        for (measure, expected) in [
            (Measure::Percent, true),
            (Measure::Rate, true),
            (Measure::Count, true),
            (Measure::Ratio, false),
            (Measure::Score, false),
            (Measure::Rank, false),
            (Measure::Nok, false),
            (Measure::Fte, false),
            (Measure::Years, false),
        ] {
            assert_eq!(adds_up(&Indicator { measure, ..rate() }), expected, "{measure:?}");
        }
        let sheet = Sheet { standardisation: Standardisation::Direct, ..Sheet::default() };
        assert!(!adds_up(&Indicator { sheet, ..rate() }));
    }
}
