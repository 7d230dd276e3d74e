//! The organisation as one tree on one day.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use crate::{Locale, UnitId, Words};

macro_rules! unit_kinds {
    ($($(#[$doc:meta])* $kind:ident $name:literal;)*) => {
        /// What sort of organisation unit it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum UnitKind { $($(#[$doc])* $kind,)* }

        impl UnitKind {
            /// Every kind, from the nation downwards.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The kind's name in files, the database and the API.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }
        }

        impl FromStr for UnitKind {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                match text { $($name => Ok(Self::$kind),)* _ => Err(()) }
            }
        }
    };
}

unit_kinds! {
    /// The whole country.
    Nation "nation";
    /// A ministry.
    Ministry "ministry";
    /// A directorate, inspectorate, institute or other state body.
    Authority "authority";
    /// A regional health authority (RHF).
    RegionalHealthAuthority "regional_health_authority";
    /// A health trust (HF).
    HealthTrust "health_trust";
    /// A hospital or site of a trust.
    Hospital "hospital";
    /// A clinic.
    Clinic "clinic";
    /// A department.
    Department "department";
    /// A ward or section.
    Ward "ward";
    /// A county.
    County "county";
    /// A municipality.
    Municipality "municipality";
    /// A municipal health and care service.
    MunicipalService "municipal_service";
    /// A nursing home.
    NursingHome "nursing_home";
    /// A home care service.
    HomeCare "home_care";
    /// A general practice.
    GpPractice "gp_practice";
    /// An out-of-hours service.
    OutOfHours "out_of_hours";
    /// A private provider.
    PrivateProvider "private_provider";
    /// A competence centre or competence service.
    CompetenceCentre "competence_centre";
    /// An association, union, user organisation or international body.
    Organisation "organisation";
    /// A university or university college.
    Education "education";
    /// Anything else.
    Other "other";
}

impl fmt::Display for UnitKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A unit as it is on the tree's day.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its identity, the same through all its names and places.
    pub id: UnitId,
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// Its name on the day.
    pub name: Words,
    /// Its stable code in content and imports.
    pub code: String,
    /// The unit it answers to on the day, if any.
    pub parent: Option<UnitId>,
}

/// All units that exist on one day, in their owner line.
#[derive(Debug, Default)]
pub struct UnitTree {
    units: HashMap<UnitId, Unit>,
    children: HashMap<UnitId, Vec<UnitId>>,
    lines: HashMap<UnitId, Arc<[UnitId]>>,
    roots: Vec<UnitId>,
    /// Units that are made up, as whoever keeps the organisation has said.
    synthetic: HashSet<UnitId>,
    /// Who is called what, by language; gathered when first asked for.
    called: [OnceLock<Called>; 3],
}

/// Who is called what in one language. Names are told by numbers.
#[derive(Debug, Default)]
struct Called {
    name: HashMap<UnitId, u32>,
    all: HashMap<u32, Vec<UnitId>>,
    /// Of those who share a name: the ones below some unit of another name.
    under: HashMap<(u32, u32), Vec<UnitId>>,
}

impl UnitTree {
    /// Builds the tree. A unit whose parent is not there on the day becomes a root; a circle in
    /// the data is cut where it closes, so that every walk ends.
    pub fn new(units: Vec<Unit>) -> Self {
        let units: HashMap<UnitId, Unit> = units.into_iter().map(|unit| (unit.id, unit)).collect();
        let mut tree = Self { units, ..Self::default() };
        let mut order: Vec<UnitId> = tree.units.keys().copied().collect();
        order.sort_by_cached_key(|id| tree.units.get(id).map(|u| (u.kind, u.name.nb.clone(), u.id)));
        for id in order {
            let line = tree.walk_up(id);
            match line.get(1) {
                Some(parent) => tree.children.entry(*parent).or_default().push(id),
                None => tree.roots.push(id),
            }
            tree.lines.insert(id, line.into());
        }
        tree
    }

    /// The same tree with these units marked as made up.
    #[must_use]
    pub fn with_synthetic(mut self, units: impl IntoIterator<Item = UnitId>) -> Self {
        self.synthetic.extend(units);
        self
    }

    /// Whether a unit is made up: it is marked so, or something above it is. What hangs on such a
    /// unit is made up too.
    pub fn is_synthetic(&self, id: UnitId) -> bool {
        !self.synthetic.is_empty()
            && self.lines.get(&id).is_some_and(|line| line.iter().any(|above| self.synthetic.contains(above)))
    }

    fn walk_up(&self, id: UnitId) -> Vec<UnitId> {
        let mut line = vec![id];
        let mut here = id;
        while let Some(parent) = self.units.get(&here).and_then(|unit| unit.parent) {
            if !self.units.contains_key(&parent) || line.contains(&parent) {
                break;
            }
            line.push(parent);
            here = parent;
        }
        line
    }

    /// A unit, when it exists on the day.
    pub fn get(&self, id: UnitId) -> Option<&Unit> {
        self.units.get(&id)
    }

    /// The unit with a code.
    pub fn by_code(&self, code: &str) -> Option<&Unit> {
        self.units.values().find(|unit| unit.code == code)
    }

    /// The unit itself and everything above it, nearest first. Empty when it does not exist.
    pub fn line(&self, id: UnitId) -> Arc<[UnitId]> {
        self.lines.get(&id).cloned().unwrap_or_else(|| Arc::from([]))
    }

    /// The units directly below, by kind and name.
    pub fn children(&self, id: UnitId) -> &[UnitId] {
        self.children.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The units that are called the same as this one in a language, itself among them; none when it
    /// does not exist.
    pub fn namesakes(&self, id: UnitId, locale: Locale) -> &[UnitId] {
        self.called(locale).and_then(|called| called.all.get(called.name.get(&id)?)).map_or(&[], Vec::as_slice)
    }

    /// Of the units that are called the same as this one, those that stand below some unit called as
    /// `above` is.
    pub fn namesakes_under(&self, id: UnitId, above: UnitId, locale: Locale) -> &[UnitId] {
        let found = self.called(locale).and_then(|called| {
            let key = (*called.name.get(&id)?, *called.name.get(&above)?);
            called.under.get(&key)
        });
        found.map_or(&[], Vec::as_slice)
    }

    fn called(&self, locale: Locale) -> Option<&Called> {
        let place = Locale::ALL.iter().position(|known| *known == locale)?;
        Some(self.called.get(place)?.get_or_init(|| self.gather_names(locale)))
    }

    fn gather_names(&self, locale: Locale) -> Called {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut called = Called::default();
        for unit in self.units.values() {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            let number = *numbers.entry(unit.name.get(locale).to_lowercase()).or_insert(next);
            called.name.insert(unit.id, number);
            called.all.entry(number).or_default().push(unit.id);
        }
        let several = called.all.values().filter(|units| 1 < units.len()).flatten();
        for id in several {
            let Some(name) = called.name.get(id) else { continue };
            let line = self.line(*id);
            let mut above: Vec<u32> = line.iter().skip(1).filter_map(|above| called.name.get(above)).copied().collect();
            above.sort_unstable();
            above.dedup();
            for above in above {
                called.under.entry((*name, above)).or_default().push(*id);
            }
        }
        called
    }

    /// The units without a parent.
    pub fn roots(&self) -> &[UnitId] {
        &self.roots
    }

    /// The unit and everything below it, parents before children.
    pub fn below(&self, id: UnitId) -> Vec<UnitId> {
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        let mut stack = vec![id];
        while let Some(here) = stack.pop() {
            if self.units.contains_key(&here) && seen.insert(here) {
                found.push(here);
                stack.extend(self.children(here).iter().rev());
            }
        }
        found
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// All units, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.units.values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(code: &str, kind: UnitKind, parent: Option<&str>) -> Unit {
        Unit {
            id: UnitId::from_code(code),
            kind,
            name: Words::plain(code),
            code: code.into(),
            parent: parent.map(UnitId::from_code),
        }
    }

    #[test]
    fn what_lies_below_a_made_up_unit_is_made_up() {
        let tree = UnitTree::new(vec![
            unit("no", UnitKind::Nation, None),
            unit("real", UnitKind::HealthTrust, Some("no")),
            unit("made up", UnitKind::HealthTrust, Some("no")),
            unit("ward", UnitKind::Ward, Some("made up")),
        ])
        .with_synthetic([UnitId::from_code("made up")]);
        let made_up = |code| tree.is_synthetic(UnitId::from_code(code));
        assert_eq!(["no", "real", "made up", "ward", "gone"].map(made_up), [false, false, true, true, false]);
    }

    #[test]
    fn lines_go_up_and_below_goes_down() {
        let tree = UnitTree::new(vec![
            unit("no", UnitKind::Nation, None),
            unit("rhf", UnitKind::RegionalHealthAuthority, Some("no")),
            unit("hf", UnitKind::HealthTrust, Some("rhf")),
            unit("ward", UnitKind::Ward, Some("hf")),
        ]);
        let line: Vec<_> = ["ward", "hf", "rhf", "no"].map(UnitId::from_code).into();
        assert_eq!(&*tree.line(UnitId::from_code("ward")), line.as_slice());
        assert_eq!(tree.below(UnitId::from_code("rhf")).len(), 3);
        assert_eq!(tree.roots(), [UnitId::from_code("no")]);
    }

    #[test]
    fn a_circle_is_cut_and_a_lost_parent_makes_a_root() {
        let tree = UnitTree::new(vec![
            unit("a", UnitKind::Ward, Some("b")),
            unit("b", UnitKind::Ward, Some("a")),
            unit("c", UnitKind::Ward, Some("gone")),
        ]);
        assert!(tree.below(UnitId::from_code("a")).len() <= 2);
        assert!(tree.roots().contains(&UnitId::from_code("c")));
    }
}
