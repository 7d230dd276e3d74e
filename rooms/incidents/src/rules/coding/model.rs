//! Code sets: a version of a classification with its axes and codes. A [`CodeSet`] that exists is whole: every
//! parent is there, no code stands twice, no line of parents bites its own tail.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;
use varde_kernel::Words;

/// The days on which something holds, both ends included; an open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Validity {
    /// Whether it holds on a day.
    pub fn covers(self, on: Date) -> bool {
        self.from.is_none_or(|from| from <= on) && self.to.is_none_or(|to| on <= to)
    }

    /// Whether it ends before it begins.
    pub fn is_turned(self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to < from)
    }
}

/// How many codes of one axis an incident may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// One and no more.
    One,
    /// Several; the first one is the primary one.
    Several {
        /// At most so many.
        most: usize,
    },
}

/// One side of an incident that the set classifies: where, what kind, how bad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// Its key, unique in the set.
    pub key: String,
    /// Its name.
    pub name: Words,
    /// How many codes it takes.
    pub takes: Takes,
}

/// One code. A code is unique in its axis, not necessarily in its set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The key of its axis.
    pub axis: String,
    /// The code itself.
    pub code: String,
    /// The code above it in the same axis.
    pub parent: Option<String>,
    /// Its name.
    pub name: Words,
    /// Whether a source vouches for both code and name. One that is not established stands in the tree for
    /// what hangs on it, but nobody codes with it.
    pub established: bool,
    /// Where code and name come from.
    pub provenance: String,
    /// When it may be used.
    pub valid: Validity,
}

/// Who worded the names in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedBy {
    /// The owner of the set.
    Owner,
    /// Varde; a translation without standing.
    Varde,
}

/// Who worded the names, by language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamesBy {
    /// Bokmål.
    pub nb: NamedBy,
    /// Nynorsk.
    pub nn: NamedBy,
    /// English.
    pub en: NamedBy,
}

/// What a set is and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What the set is called among sets: `nokup`.
    pub id: String,
    /// Its version, kept on every coding.
    pub version: String,
    /// Its name.
    pub name: Words,
    /// Who worded the names of its codes.
    pub names_by: NamesBy,
    /// Where it was published.
    pub source: String,
    /// On what terms it may be used.
    pub licence: String,
    /// When it may be used.
    pub valid: Validity,
    /// Its axes, in the order in which one codes.
    pub axes: Vec<Axis>,
}

/// A code in an axis: what a coder picks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coded {
    /// The key of the axis.
    pub axis: String,
    /// The code.
    pub code: String,
}

impl Coded {
    /// A code in an axis.
    pub fn new(axis: impl Into<String>, code: impl Into<String>) -> Self {
        Self { axis: axis.into(), code: code.into() }
    }
}

/// Something that keeps codes from being a set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The set has no identity.
    #[error("the set has no id or no version")]
    Nameless,
    /// An axis stands twice.
    #[error("axis {0} stands twice")]
    AxisTwice(String),
    /// A code is empty.
    #[error("there is no code")]
    NoCode,
    /// A code has no name.
    #[error("{0} has no name")]
    NoName(String),
    /// A code lies in an axis that the set does not have.
    #[error("there is no axis {0}")]
    UnknownAxis(String),
    /// A code stands twice in its axis.
    #[error("{0} stands twice")]
    Duplicate(String),
    /// A code's parent is not in the set.
    #[error("the parent {0} is not in the set")]
    UnknownParent(String),
    /// A code's parent lies in another axis.
    #[error("the parent {0} lies in another axis")]
    ParentInOtherAxis(String),
    /// A code is above itself.
    #[error("{0} is above itself")]
    Cycle(String),
    /// A last day lies before the first one.
    #[error("it ends before it begins")]
    DatesTurned,
}

/// A flaw and the place in the list of codes where it lies; `None` when it is the head's.
pub type Placed = (Option<usize>, Flaw);

/// A version of a classification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeSet {
    head: Head,
    codes: Vec<Code>,
    places: BTreeMap<String, BTreeMap<String, usize>>,
}

impl CodeSet {
    /// A set of a head and codes, which keep their order.
    ///
    /// # Errors
    ///
    /// Every [`Flaw`], in the order of the codes.
    pub fn new(head: Head, codes: Vec<Code>) -> Result<Self, Vec<Placed>> {
        let mut flaws = head_flaws(&head);
        let mut places: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for axis in &head.axes {
            places.entry(axis.key.clone()).or_default();
        }
        for (at, code) in codes.iter().enumerate() {
            flaws.extend(own_flaws(code).into_iter().map(|flaw| (Some(at), flaw)));
            match places.get_mut(&code.axis) {
                None => flaws.push((Some(at), Flaw::UnknownAxis(code.axis.clone()))),
                Some(axis) if axis.contains_key(&code.code) => {
                    flaws.push((Some(at), Flaw::Duplicate(code.code.clone())));
                }
                Some(axis) => {
                    axis.insert(code.code.clone(), at);
                }
            }
        }
        let parents: Vec<Option<usize>> = codes.iter().map(|code| parent_place(&places, code)).collect();
        for (at, (code, found)) in codes.iter().zip(&parents).enumerate() {
            if let (Some(parent), None) = (&code.parent, found) {
                let is_elsewhere = places.values().any(|axis| axis.contains_key(parent));
                let flaw = if is_elsewhere { Flaw::ParentInOtherAxis } else { Flaw::UnknownParent };
                flaws.push((Some(at), flaw(parent.clone())));
            }
        }
        flaws.extend(in_cycles(&parents).into_iter().filter_map(|at| {
            let code = codes.get(at)?;
            Some((Some(at), Flaw::Cycle(code.code.clone())))
        }));
        flaws.sort_by_key(|(at, _)| *at);
        if flaws.is_empty() { Ok(Self { head, codes, places }) } else { Err(flaws) }
    }

    /// What the set is.
    pub const fn head(&self) -> &Head {
        &self.head
    }

    /// Its codes, in the order of its source.
    pub fn codes(&self) -> &[Code] {
        &self.codes
    }

    /// An axis by its key.
    pub fn axis(&self, key: &str) -> Option<&Axis> {
        self.head.axes.iter().find(|axis| axis.key == key)
    }

    /// A code in an axis.
    pub fn code(&self, axis: &str, code: &str) -> Option<&Code> {
        self.places.get(axis)?.get(code).and_then(|at| self.codes.get(*at))
    }

    /// The code itself and those above it, nearest first.
    pub fn line<'a>(&'a self, code: &'a Code) -> impl Iterator<Item = &'a Code> {
        std::iter::successors(Some(code), |code| self.code(&code.axis, code.parent.as_deref()?))
    }

    /// The codes right below one, or the topmost ones of an axis: what to offer next, since a coder goes as far
    /// out in the tree as the facts allow.
    pub fn below<'a>(&'a self, axis: &'a str, parent: Option<&'a str>) -> impl Iterator<Item = &'a Code> {
        self.codes.iter().filter(move |code| code.axis == axis && code.parent.as_deref() == parent)
    }

    /// The axes for which a coding has nothing, in the set's order.
    pub fn missing<'a>(&'a self, coding: &'a [Coded]) -> impl Iterator<Item = &'a Axis> {
        self.head.axes.iter().filter(|axis| coding.iter().all(|coded| coded.axis != axis.key))
    }
}

/// The order in which codes are read: part by part, numbers by their size, so that 2.10 comes after 2.9.
pub fn code_order(a: &str, b: &str) -> Ordering {
    let parts = |code: &str| -> Vec<(u64, String)> {
        let part = |part: &str| part.parse().map_or((u64::MAX, part.to_owned()), |number| (number, String::new()));
        code.split('.').map(part).collect()
    };
    parts(a).cmp(&parts(b)).then_with(|| a.cmp(b))
}

fn head_flaws(head: &Head) -> Vec<Placed> {
    let mut flaws = Vec::new();
    if head.id.trim().is_empty() || head.version.trim().is_empty() {
        flaws.push((None, Flaw::Nameless));
    }
    if head.valid.is_turned() {
        flaws.push((None, Flaw::DatesTurned));
    }
    for (at, axis) in head.axes.iter().enumerate() {
        if head.axes.iter().take(at).any(|other| other.key == axis.key) {
            flaws.push((None, Flaw::AxisTwice(axis.key.clone())));
        }
    }
    flaws
}

fn own_flaws(code: &Code) -> Vec<Flaw> {
    let flaws = [
        (code.code.trim().is_empty(), Flaw::NoCode),
        (code.name.is_empty(), Flaw::NoName(code.code.clone())),
        (code.valid.is_turned(), Flaw::DatesTurned),
    ];
    flaws.into_iter().filter(|(is_there, _)| *is_there).map(|(_, flaw)| flaw).collect()
}

fn parent_place(places: &BTreeMap<String, BTreeMap<String, usize>>, code: &Code) -> Option<usize> {
    places.get(&code.axis)?.get(code.parent.as_deref()?).copied()
}

/// The places whose line of parents comes back to themselves. Each place is walked once, so that a file of a
/// hundred thousand codes in one long line is no trap.
fn in_cycles(parents: &[Option<usize>]) -> Vec<usize> {
    let mut walk_of: Vec<Option<usize>> = vec![None; parents.len()];
    let mut found = Vec::new();
    for start in 0..parents.len() {
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(at) = next {
            match walk_of.get_mut(at) {
                Some(walk @ None) => *walk = Some(start),
                Some(Some(walk)) if *walk == start => {
                    found.extend(path.iter().copied().skip_while(|place| *place != at));
                    break;
                }
                Some(Some(_)) | None => break,
            }
            path.push(at);
            next = parents.get(at).copied().flatten();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::coding::fixtures::{code, head};

    fn flaws(codes: Vec<Code>) -> Vec<Placed> {
        CodeSet::new(head(), codes).err().unwrap_or_default()
    }

    #[test]
    fn every_flaw_is_told_with_its_place() {
        let nameless = Code { name: Words::default(), ..code("kind", "5", None, "") };
        let turned = Code {
            valid: Validity { from: "2026-02-01".parse().ok(), to: "2026-01-31".parse().ok() },
            ..code("kind", "6", None, "Turned")
        };
        let found = flaws(vec![
            code("kind", "1", None, "One"),
            code("kind", "1", None, "One again"),
            code("kind", "2", Some("9"), "Lost child"),
            code("kind", "3", Some("A"), "Child of another axis"),
            code("harm", "A", None, "Harm"),
            code("nowhere", "4", None, "Elsewhere"),
            nameless,
            turned,
        ]);
        let expected = vec![
            (Some(1), Flaw::Duplicate("1".to_owned())),
            (Some(2), Flaw::UnknownParent("9".to_owned())),
            (Some(3), Flaw::ParentInOtherAxis("A".to_owned())),
            (Some(5), Flaw::UnknownAxis("nowhere".to_owned())),
            (Some(6), Flaw::NoName("5".to_owned())),
            (Some(7), Flaw::DatesTurned),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_code_above_itself_is_told_and_what_hangs_on_it_is_not() {
        let found = flaws(vec![
            code("kind", "0", Some("1"), "Hangs on the ring"),
            code("kind", "1", Some("2"), "In the ring"),
            code("kind", "2", Some("1"), "In the ring"),
            code("kind", "3", Some("3"), "Its own parent"),
        ]);
        let cycle = |at, code: &str| (Some(at), Flaw::Cycle(code.to_owned()));
        assert_eq!(found, [cycle(1, "1"), cycle(2, "2"), cycle(3, "3")]);
    }

    #[test]
    fn the_same_code_in_two_axes_is_two_codes() {
        let set =
            CodeSet::new(head(), vec![code("kind", "1", None, "Fall"), code("harm", "1", None, "Death")]).unwrap();
        assert_eq!(set.code("harm", "1").unwrap().name.nb, "Death");
        assert!(set.code("kind", "2").is_none() && set.code("place", "1").is_none());
    }

    #[test]
    fn a_line_goes_up_and_below_goes_down() {
        let codes = vec![
            code("kind", "1", None, "Top"),
            code("kind", "1.2", Some("1"), "Mid"),
            code("kind", "1.2.1", Some("1.2"), "Leaf"),
        ];
        let set = CodeSet::new(head(), codes).unwrap();
        let leaf = set.code("kind", "1.2.1").unwrap();
        assert_eq!(set.line(leaf).map(|code| code.code.as_str()).collect::<Vec<_>>(), ["1.2.1", "1.2", "1"]);
        assert_eq!(set.below("kind", Some("1")).count(), 1);
        assert_eq!(set.below("kind", None).count(), 1);
        let coding = [Coded::new("kind", "1")];
        let missing: Vec<&str> = set.missing(&coding).map(|axis| axis.key.as_str()).collect();
        assert_eq!(missing, ["harm", "factor"]);
    }

    #[test]
    fn codes_are_read_by_number() {
        let mut codes = ["2.10", "2.9", "2", "b", "2.10.1", "a"];
        codes.sort_by(|a, b| code_order(a, b));
        assert_eq!(codes, ["2", "2.9", "2.10", "2.10.1", "a", "b"]);
    }
}
