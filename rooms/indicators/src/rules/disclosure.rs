//! What those who do not work with a unit may see of its values: the published table, and who sees more.
//!
//! A value is seen as a whole or not at all: value, numerator, denominator and interval. It is kept back when one
//! of its counts is small (those who had it, those who had not, or all of them), or when a small one could be
//! worked out from it. See docs/methods/suppression.md and ADR 0023.

use std::collections::BTreeMap;

use varde_kernel::access::{self, Action, Actor, Kind, Target};
use varde_kernel::{UnitId, UnitTree, Words};

use crate::model::{Audience, Entry, Measure, Missing, Observation, Series};

/// What is too small for an audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Counts of cases above 0 and below this are kept back.
    pub threshold: u32,
    /// Values counted among fewer than this are kept back: so few know each other, patients and staff.
    pub denominator: u32,
    /// Whether none is kept back as well.
    pub zeros: bool,
}

impl Limits {
    /// At least as strict as both.
    fn with(self, other: Self) -> Self {
        Self {
            threshold: self.threshold.max(other.threshold),
            denominator: self.denominator.max(other.denominator),
            zeros: self.zeros || other.zeros,
        }
    }
}

/// What is too small for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// For everyone who is signed in.
    pub service: Limits,
    /// For files, which anyone may come to see; at least as strict.
    pub open: Limits,
}

impl Default for Policy {
    fn default() -> Self {
        let usual = Limits { threshold: 5, denominator: 10, zeros: false };
        Self { service: usual, open: usual }
    }
}

/// A setting that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}: {1:?} cannot be used; write {2}")]
pub struct PolicyError(pub String, pub String, pub &'static str);

/// The largest threshold that makes sense.
const LARGEST: u32 = 1000;

impl Policy {
    /// Reads the settings `suppression.service_threshold`, `…_denominator`, `…_zeros`, and the same with `open_`.
    ///
    /// # Errors
    ///
    /// [`PolicyError`] names the setting and what may stand there.
    pub fn read(settings: &BTreeMap<String, String>) -> Result<Self, PolicyError> {
        let usual = Self::default();
        let known = ["service", "open"]
            .iter()
            .flat_map(|audience| {
                ["threshold", "denominator", "zeros"].map(|part| format!("suppression.{audience}_{part}"))
            })
            .collect::<Vec<_>>();
        for (name, value) in settings.iter().filter(|(name, _)| name.starts_with("suppression.")) {
            if !known.contains(name) {
                let names = "service_threshold, service_denominator, service_zeros, or the same with open_";
                return Err(PolicyError(name.clone(), value.clone(), names));
            }
        }
        let service = read_limits(settings, "service", usual.service)?;
        let open = read_limits(settings, "open", usual.open)?;
        Ok(Self { service, open: open.with(service) })
    }

    /// The policy in one word, kept with what was decided by it.
    pub fn name(&self) -> String {
        let one = |limits: Limits| format!("{}-{}-{}", limits.threshold, limits.denominator, u8::from(limits.zeros));
        format!("{} {}", one(self.service), one(self.open))
    }
}

fn read_limits(settings: &BTreeMap<String, String>, audience: &str, usual: Limits) -> Result<Limits, PolicyError> {
    let number = |part: &str, usual: u32| {
        let name = format!("suppression.{audience}_{part}");
        let Some(text) = settings.get(&name) else { return Ok(usual) };
        match text.parse::<u32>() {
            Ok(number) if (1..=LARGEST).contains(&number) => Ok(number),
            _ => Err(PolicyError(name, text.clone(), "a whole number from 1 to 1000")),
        }
    };
    let name = format!("suppression.{audience}_zeros");
    let zeros = match settings.get(&name).map(String::as_str) {
        None => usual.zeros,
        Some("true") => true,
        Some("false") => false,
        Some(text) => return Err(PolicyError(name, text.to_owned(), "true or false")),
    };
    Ok(Limits {
        threshold: number("threshold", usual.threshold)?,
        denominator: number("denominator", usual.denominator)?,
        zeros,
    })
}

/// As whom values are read.
#[derive(Clone, Copy, Debug)]
pub enum Sight<'a> {
    /// All of them: for work that shows them to nobody, and for what is decided in the unit's own name.
    Whole,
    /// The published table, as it may be shown to this audience.
    Published(Audience),
    /// As someone who is signed in: their own units' whole, others' as published.
    Of(&'a Actor, &'a UnitTree),
}

impl Sight<'_> {
    /// Whether every value of the unit is seen.
    pub fn inside(&self, unit: UnitId) -> bool {
        match self {
            Self::Whole => true,
            Self::Published(_) => false,
            Self::Of(actor, tree) => {
                access::may(actor, Action::Count, &Target::internal(Kind::Series, tree.line(unit)))
            }
        }
    }

    /// Whether a value that may be shown to `shown` is seen; nobody outside sees what has not been looked at.
    pub fn sees(&self, inside: bool, shown: Option<Audience>) -> bool {
        let wanted = match self {
            Self::Published(audience) => *audience,
            Self::Whole | Self::Of(..) => Audience::Service,
        };
        inside || shown.is_some_and(|shown| wanted <= shown)
    }

    /// Whether what was worked out from every value of the series may be shown.
    pub fn whole(&self, series: &Series) -> bool {
        !series.kept_back || self.inside(series.unit)
    }
}

/// A value as those see it from whom it is kept back: that it is there, when, and from where.
#[must_use]
pub fn kept_back(value: Observation) -> Observation {
    Observation {
        value: None,
        numerator: None,
        denominator: None,
        low: None,
        high: None,
        approximate: false,
        note: Words::default(),
        scope: Words::default(),
        coverage: None,
        reason: String::new(),
        missing: Some(Missing::Protected),
        ..value
    }
}

/// The counts of cases behind a value, and the number that they were counted among.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// The counts that add up over units, periods and parts.
    pub layers: [Option<f64>; 2],
    /// Which of them count cases.
    pub cases: [bool; 2],
    /// Among how many.
    pub among: Option<f64>,
}

/// The counts behind a value; `None` when none can be worked out from what is known of it.
pub fn counts(measure: Measure, per: Option<f64>, entry: &Entry) -> Option<Counts> {
    let (numerator, among, value) = (entry.numerator, entry.denominator, entry.value);
    let found = match measure {
        Measure::Percent => {
            // A share and what it is out of give the count; a count and its share give what it is out of.
            let had = numerator.or_else(|| Some(value? / 100.0 * among?));
            let among = among.or_else(|| numerator.zip(value).filter(|(_, v)| 0.0 < *v).map(|(n, v)| n / v * 100.0));
            let had_not = had.zip(among).map(|(had, among)| (among - had).max(0.0));
            Counts { layers: [had, had_not], cases: [true, true], among }
        }
        Measure::Rate | Measure::Ratio => {
            let per = per.unwrap_or(1.0);
            let had = numerator.or_else(|| Some(value? / per * among?));
            Counts { layers: [had, among], cases: [true, false], among }
        }
        Measure::Count => Counts { layers: [value.or(numerator), None], cases: [true, false], among: None },
        Measure::Score | Measure::Rank | Measure::Nok | Measure::Fte | Measure::Years => {
            Counts { layers: [among, None], cases: [false, false], among }
        }
    };
    found.layers.iter().any(Option::is_some).then_some(found)
}

/// Who may see a value as soon as it is recorded, without looking at others: everyone, when no count lies behind
/// it, or when a public document prints it.
pub fn at_once(measure: Measure, per: Option<f64>, entry: &Entry, printed: bool) -> Option<Audience> {
    (printed || counts(measure, per, entry).is_none()).then_some(Audience::Open)
}

impl Counts {
    /// Whether a value is kept back for its own sake, and which of its counts need protection.
    pub fn small(&self, limits: Limits) -> (bool, [bool; 2]) {
        let few = |count: f64| count < f64::from(limits.threshold) && (0.0 < count || limits.zeros);
        let mut small = [false, false];
        for ((small, layer), cases) in small.iter_mut().zip(self.layers).zip(self.cases) {
            *small = cases && layer.is_some_and(few);
        }
        let narrow = self.among.is_some_and(|among| among < f64::from(limits.denominator));
        if narrow && small == [false, false] {
            // The larger part of so few gives the whole away.
            let larger = self.layers[1].is_some_and(|second| self.layers[0].is_none_or(|first| first <= second));
            small = [!larger, larger];
        }
        (small != [false, false], small)
    }
}

#[cfg(test)]
mod tests {
    use varde_kernel::access::{Held, Role};
    use varde_kernel::{PersonId, Unit, UnitKind};

    use super::*;

    fn entry(numerator: Option<f64>, denominator: Option<f64>, value: Option<f64>) -> Entry {
        Entry { numerator, denominator, value, ..Entry::default() }
    }

    #[track_caller]
    fn small(measure: Measure, numerator: Option<f64>, denominator: Option<f64>, value: Option<f64>, expected: bool) {
        let found = counts(measure, Some(1000.0), &entry(numerator, denominator, value));
        let small = found.is_some_and(|found| found.small(Policy::default().service).0);
        assert_eq!(small, expected, "{measure:?} {numerator:?} of {denominator:?}: {value:?}");
    }

    #[test]
    fn few_who_had_it_few_who_had_not_and_few_in_all_are_kept_back() {
        small(Measure::Percent, Some(4.0), Some(40.0), Some(10.0), true);
        small(Measure::Percent, Some(5.0), Some(40.0), Some(12.5), false);
        small(Measure::Percent, Some(37.0), Some(40.0), Some(92.5), true);
        small(Measure::Percent, Some(0.0), Some(40.0), Some(0.0), false);
        small(Measure::Percent, Some(0.0), Some(9.0), Some(0.0), true);
        small(Measure::Percent, Some(40.0), Some(40.0), Some(100.0), false);
        // The count follows from the share, whether or not it was written down.
        small(Measure::Percent, None, Some(40.0), Some(5.0), true);
        small(Measure::Rate, Some(3.0), Some(4000.0), Some(0.75), true);
        small(Measure::Rate, None, Some(4000.0), Some(0.75), true);
        small(Measure::Count, None, None, Some(3.0), true);
        small(Measure::Count, None, None, Some(1400.0), false);
        small(Measure::Score, Some(20.0), Some(4.0), Some(5.0), true);
        small(Measure::Score, Some(200.0), Some(40.0), Some(5.0), false);
    }

    #[test]
    fn a_share_without_counts_is_everyones() {
        assert_eq!(counts(Measure::Percent, None, &entry(None, None, Some(13.7))), None);
        assert_eq!(at_once(Measure::Percent, None, &entry(None, None, Some(13.7)), false), Some(Audience::Open));
        assert_eq!(at_once(Measure::Percent, None, &entry(Some(500.0), Some(4000.0), None), false), None);
        assert_eq!(at_once(Measure::Count, None, &entry(None, None, Some(3.0)), true), Some(Audience::Open));
        assert_eq!(at_once(Measure::Percent, None, &Entry::default(), false), Some(Audience::Open));
    }

    #[test]
    fn zeros_are_kept_back_when_told() {
        let strict = Limits { zeros: true, ..Policy::default().service };
        let none = counts(Measure::Percent, None, &entry(Some(0.0), Some(40.0), None)).unwrap();
        assert_eq!(none.small(strict), (true, [true, false]));
        assert_eq!(none.small(Policy::default().service), (false, [false, false]));
    }

    #[test]
    fn settings_are_read_and_files_are_never_looser() {
        let settings = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
            pairs.iter().map(|(name, value)| (format!("suppression.{name}"), (*value).to_owned())).collect()
        };
        assert_eq!(Policy::read(&settings(&[])), Ok(Policy::default()));
        let read = Policy::read(&settings(&[("service_threshold", "8"), ("open_zeros", "true")])).unwrap();
        assert_eq!((read.service.threshold, read.open.threshold), (8, 8));
        assert_eq!((read.service.zeros, read.open.zeros), (false, true));
        assert_eq!(read.name(), "8-10-0 8-10-1");
        for (name, value) in
            [("service_threshold", "0"), ("open_threshold", "many"), ("open_zeros", "1"), ("service_treshold", "5")]
        {
            let refused = Policy::read(&settings(&[(name, value)])).unwrap_err();
            assert_eq!(refused.0, format!("suppression.{name}"));
        }
    }

    #[test]
    fn those_of_the_unit_and_above_see_all_and_others_what_is_published() {
        let unit = |code: &str, parent: Option<&str>| Unit {
            id: UnitId::from_code(code),
            kind: UnitKind::Ward,
            name: Words::plain(code),
            code: code.into(),
            parent: parent.map(UnitId::from_code),
        };
        let tree = UnitTree::new(vec![unit("trust", None), unit("a", Some("trust")), unit("b", Some("trust"))]);
        let at = |role: Role, code: &str| {
            let unit = UnitId::from_code(code);
            let held = vec![Held { role, unit, line: tree.line(unit) }];
            Actor::Person { person: PersonId::from_code("someone"), held, read_only: false }
        };
        let a = UnitId::from_code("a");
        for (role, code, expected) in [
            (Role::Staff, "a", true),
            (Role::UnitLeader, "trust", true),
            (Role::UnitLeader, "b", false),
            (Role::Administrator, "trust", false),
        ] {
            let actor = at(role, code);
            let sight = Sight::Of(&actor, &tree);
            assert_eq!(sight.inside(a), expected, "{role:?} at {code}");
            assert_eq!(sight.sees(sight.inside(a), Some(Audience::Own)), expected);
            assert_eq!(sight.sees(sight.inside(a), None), expected);
            assert!(sight.sees(sight.inside(a), Some(Audience::Service)));
        }
        assert!(!Sight::Published(Audience::Open).sees(false, Some(Audience::Service)));
        assert!(Sight::Published(Audience::Open).sees(false, Some(Audience::Open)));
    }
}
