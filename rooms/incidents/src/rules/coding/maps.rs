//! From one code set to another, or to a newer version of the same, with what is lost told.

use super::fold::fold;
use super::model::{Code, CodeSet, Coded};
use varde_kernel::{Locale, Words};

/// How the target of a pair relates to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The target means the same.
    Equivalent,
    /// The target means more: detail is lost.
    Broader,
    /// The target means less: it says more than is known.
    Narrower,
    /// The target has to do with it, no more.
    Related,
}

/// Who made a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The owner of one of the sets.
    Official,
    /// Varde; a proposal without standing.
    Varde,
}

/// A version of a set, named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetName {
    /// The set.
    pub id: String,
    /// Its version.
    pub version: String,
}

impl SetName {
    /// The name of a set.
    pub fn of(set: &CodeSet) -> Self {
        Self { id: set.head().id.clone(), version: set.head().version.clone() }
    }
}

/// What a pair begins with: a code, or a whole axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The axis.
    pub axis: String,
    /// The code; `None` for every code of the axis that has no pair of its own.
    pub code: Option<String>,
}

/// One line of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// From here.
    pub from: Place,
    /// To here.
    pub to: Coded,
    /// How the target relates to the source.
    pub relation: Relation,
}

/// Something that has no counterpart, said on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What has none.
    pub from: Place,
    /// Why.
    pub why: Words,
}

/// A map between two versions of sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeMap {
    /// From this set.
    pub from: SetName,
    /// To this set.
    pub to: SetName,
    /// Who made it.
    pub origin: Origin,
    /// Where it comes from.
    pub source: String,
    /// What goes where.
    pub pairs: Vec<Pair>,
    /// What goes nowhere.
    pub gaps: Vec<Gap>,
}

/// What is wrong with a map.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MapFault {
    /// It is made for another version.
    #[error("the map is for {} {}", .0.id, .0.version)]
    OtherSet(SetName),
    /// Its source has no such code or axis.
    #[error("the source has no {} {}", .0.axis, .0.code.as_deref().unwrap_or_default())]
    UnknownFrom(Place),
    /// Its target has no such code.
    #[error("the target has no {} {}", .0.axis, .0.code)]
    UnknownTo(Coded),
    /// The same pair stands twice.
    #[error("{} {} stands twice", .0.axis, .0.code.as_deref().unwrap_or_default())]
    Twice(Place),
    /// It goes somewhere and nowhere.
    #[error("{} {} has both a counterpart and none", .0.axis, .0.code.as_deref().unwrap_or_default())]
    Contradicts(Place),
}

/// How much a conversion loses; worse losses last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// Nothing.
    Nothing,
    /// Detail.
    Detail,
    /// Someone has to choose: there are several targets, or the one says more than is known.
    Choice,
    /// The target means something else that has to do with it.
    Meaning,
    /// Everything: there is no target.
    All,
}

/// Where a code goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The code.
    pub coded: Coded,
    /// How it relates to what was coded.
    pub relation: Relation,
}

/// What became of one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    /// What was coded; it is kept whatever becomes of it.
    pub from: Coded,
    /// Where it goes, in the map's order.
    pub to: Vec<Target>,
    /// What is lost.
    pub loss: Loss,
}

/// Converts a coding. A code without a pair of its own goes where the nearest one above it goes, and otherwise
/// where its axis goes; that loses detail at least. A gap that is said on purpose stops the search.
pub fn convert(map: &CodeMap, set: &CodeSet, coding: &[Coded]) -> Vec<Converted> {
    coding.iter().map(|coded| convert_one(map, set, coded)).collect()
}

fn convert_one(map: &CodeMap, set: &CodeSet, coded: &Coded) -> Converted {
    let own = std::iter::once(coded.code.as_str());
    let above = set
        .code(&coded.axis, &coded.code)
        .into_iter()
        .flat_map(|code| set.line(code).skip(1))
        .map(|code: &Code| code.code.as_str());
    let places = own.chain(above).map(Some).chain(std::iter::once(None));
    for (step, place) in places.enumerate() {
        let is_place = |from: &Place| from.axis == coded.axis && from.code.as_deref() == place;
        let to: Vec<Target> = map
            .pairs
            .iter()
            .filter(|pair| is_place(&pair.from))
            .map(|pair| Target { coded: pair.to.clone(), relation: pair.relation })
            .collect();
        if !to.is_empty() {
            let inherited = if step == 0 { Loss::Nothing } else { Loss::Detail };
            let loss = loss_of(&to).max(inherited);
            return Converted { from: coded.clone(), to, loss };
        }
        if map.gaps.iter().any(|gap| is_place(&gap.from)) {
            break;
        }
    }
    Converted { from: coded.clone(), to: Vec::new(), loss: Loss::All }
}

fn loss_of(to: &[Target]) -> Loss {
    match to {
        [] => Loss::All,
        [only] => match only.relation {
            Relation::Equivalent => Loss::Nothing,
            Relation::Broader => Loss::Detail,
            Relation::Narrower => Loss::Choice,
            Relation::Related => Loss::Meaning,
        },
        _ => Loss::Choice,
    }
}

/// What is wrong with a map between two sets; empty when every code it names is there.
pub fn faults(map: &CodeMap, from: &CodeSet, to: &CodeSet) -> Vec<MapFault> {
    let mut faults = Vec::new();
    for (named, set) in [(&map.from, from), (&map.to, to)] {
        if *named != SetName::of(set) {
            faults.push(MapFault::OtherSet(named.clone()));
        }
    }
    let is_there = |place: &Place| match &place.code {
        Some(code) => from.code(&place.axis, code).is_some(),
        None => from.axis(&place.axis).is_some(),
    };
    let starts = map.pairs.iter().map(|pair| &pair.from).chain(map.gaps.iter().map(|gap| &gap.from));
    faults.extend(starts.filter(|place| !is_there(place)).cloned().map(MapFault::UnknownFrom));
    for (at, pair) in map.pairs.iter().enumerate() {
        if to.code(&pair.to.axis, &pair.to.code).is_none() {
            faults.push(MapFault::UnknownTo(pair.to.clone()));
        }
        if map.pairs.iter().take(at).any(|other| other.from == pair.from && other.to == pair.to) {
            faults.push(MapFault::Twice(pair.from.clone()));
        }
    }
    for (at, gap) in map.gaps.iter().enumerate() {
        if map.gaps.iter().take(at).any(|other| other.from == gap.from) {
            faults.push(MapFault::Twice(gap.from.clone()));
        }
        if map.pairs.iter().any(|pair| pair.from == gap.from) {
            faults.push(MapFault::Contradicts(gap.from.clone()));
        }
    }
    faults
}

/// The map to offer when a new version of a set is loaded: codes that kept their name go to themselves, those
/// that were renamed are related only, until someone has looked, and those that are gone go nowhere.
pub fn between_versions(old: &CodeSet, new: &CodeSet, why_gone: &Words) -> CodeMap {
    let mut map = CodeMap {
        from: SetName::of(old),
        to: SetName::of(new),
        origin: Origin::Varde,
        source: new.head().source.clone(),
        pairs: Vec::new(),
        gaps: Vec::new(),
    };
    for code in old.codes() {
        let from = Place { axis: code.axis.clone(), code: Some(code.code.clone()) };
        match new.code(&code.axis, &code.code) {
            Some(kept) => {
                let is_same = fold(kept.name.get(Locale::Nb)) == fold(code.name.get(Locale::Nb));
                let relation = if is_same { Relation::Equivalent } else { Relation::Related };
                map.pairs.push(Pair { from, to: Coded::new(&*code.axis, &*code.code), relation });
            }
            None => map.gaps.push(Gap { from, why: why_gone.clone() }),
        }
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::coding::fixtures::{code, set, words};

    fn from() -> CodeSet {
        set(vec![
            code("kind", "1", None, "Blood"),
            code("kind", "1.1", Some("1"), "Donation"),
            code("kind", "1.2", Some("1"), "Organs"),
            code("kind", "2", None, "Care"),
            code("kind", "3", None, "Other"),
            code("harm", "1", None, "Death"),
        ])
    }

    fn pair(from: &str, to: &str, relation: Relation) -> Pair {
        let from = Place { axis: "kind".to_owned(), code: (!from.is_empty()).then(|| from.to_owned()) };
        Pair { from, to: Coded::new("kind", to), relation }
    }

    fn map(pairs: Vec<Pair>, gaps: &[&str]) -> CodeMap {
        let name = SetName::of(&from());
        let gaps = gaps
            .iter()
            .map(|gap| Gap { from: Place { axis: "kind".to_owned(), code: Some((*gap).to_owned()) }, why: words("-") })
            .collect();
        CodeMap { from: name.clone(), to: name, origin: Origin::Varde, source: String::new(), pairs, gaps }
    }

    #[test]
    fn what_is_lost_is_told() {
        let map = map(
            vec![
                pair("1", "1", Relation::Equivalent),
                pair("2", "1", Relation::Broader),
                pair("2", "3", Relation::Narrower),
                pair("", "3", Relation::Related),
            ],
            &["1.2"],
        );
        let check = |axis: &str, code: &str, targets: &[&str], loss| {
            let found = convert(&map, &from(), &[Coded::new(axis, code)]);
            let to: Vec<&str> = found[0].to.iter().map(|target| target.coded.code.as_str()).collect();
            assert_eq!((to.as_slice(), found[0].loss), (targets, loss), "{code}");
        };
        check("kind", "1", &["1"], Loss::Nothing);
        check("kind", "1.1", &["1"], Loss::Detail);
        check("kind", "1.2", &[], Loss::All);
        check("kind", "2", &["1", "3"], Loss::Choice);
        check("kind", "3", &["3"], Loss::Meaning);
        check("kind", "not in the set", &["3"], Loss::Meaning);
        check("harm", "1", &[], Loss::All);
    }

    #[test]
    fn a_map_names_codes_that_exist_and_once() {
        let map = CodeMap {
            to: SetName { id: "other".to_owned(), version: "2".to_owned() },
            ..map(
                vec![
                    pair("1", "1", Relation::Equivalent),
                    pair("1", "1", Relation::Related),
                    pair("7", "8", Relation::Related),
                ],
                &["1", "9"],
            )
        };
        let place = |code: &str| Place { axis: "kind".to_owned(), code: Some(code.to_owned()) };
        let expected = [
            MapFault::OtherSet(map.to.clone()),
            MapFault::UnknownFrom(place("7")),
            MapFault::UnknownFrom(place("9")),
            MapFault::Twice(place("1")),
            MapFault::UnknownTo(Coded::new("kind", "8")),
            MapFault::Contradicts(place("1")),
        ];
        assert_eq!(faults(&map, &from(), &from()), expected);
    }

    #[test]
    fn a_new_version_brings_a_map_along() {
        let new = set(vec![
            code("kind", "1", None, "BLOOD"),
            code("kind", "1.1", Some("1"), "Giving"),
            code("kind", "2", None, "Care"),
            code("harm", "1", None, "Death"),
        ]);
        let map = between_versions(&from(), &new, &words("gone"));
        assert_eq!(faults(&map, &from(), &new), []);
        let coding: Vec<Coded> = ["1", "1.1", "1.2"].iter().map(|code| Coded::new("kind", *code)).collect();
        let losses: Vec<Loss> = convert(&map, &from(), &coding).iter().map(|converted| converted.loss).collect();
        assert_eq!(losses, [Loss::Nothing, Loss::Meaning, Loss::All]);
    }
}
