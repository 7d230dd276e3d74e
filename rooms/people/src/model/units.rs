//! Units through time, and what happened to them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use varde_kernel::{PlannedChangeId, Unit, UnitChangeId, UnitId, UnitKind, UnitTree, Validity, Words};

/// Something that holds for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated<T> {
    /// What holds.
    pub value: T,
    /// When it holds.
    pub valid: Validity,
}

/// What a unit is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitName {
    /// The full name.
    pub words: Words,
    /// The short form people use, if there is one.
    pub short: Option<String>,
}

varde_kernel::named! {
    /// How one unit stands to another.
    RelationKind {
        /// It answers to the other: the line that roles reach down.
        Owner "owner",
        /// It lies in the other (a municipality in a county).
        Geography "geography",
        /// Its people use the other (a municipality and its hospital).
        Uptake "uptake",
    }
}

varde_kernel::named! {
    /// A register that gives units numbers.
    CodeSystem {
        /// The number in the Central Coordinating Register for Legal Entities.
        Organisation "orgnr",
        /// The municipality's number.
        Municipality "kommunenr",
        /// The county's number.
        County "fylkesnr",
        /// The id in the register of units in the specialist health service.
        Resh "reshid",
        /// The id in the address register of the health network.
        Her "her",
        /// A number that the organisation uses itself.
        Local "local",
    }
}

impl CodeSystem {
    /// How Norwegian FHIR profiles name the system; `None` for what is known at home only.
    ///
    /// # Source
    ///
    /// HL7 Norway, no-basis profiles (naming systems of organisations and of municipality numbers)
    /// and, for counties, Statistics Norway's KLASS 104.
    pub const fn uri(self) -> Option<&'static str> {
        match self {
            Self::Organisation => Some("urn:oid:2.16.578.1.12.4.1.4.101"),
            Self::Resh => Some("urn:oid:2.16.578.1.12.4.1.4.102"),
            Self::Her => Some("urn:oid:2.16.578.1.12.4.1.2"),
            Self::Municipality => Some("urn:oid:2.16.578.1.12.4.1.1.3402"),
            Self::County => Some("http://data.ssb.no/api/klass/v1/classifications/104"),
            Self::Local => None,
        }
    }

    /// The system's type in `Identifier.type`, where the profiles have one.
    pub const fn fhir_type(self) -> Option<&'static str> {
        match self {
            Self::Organisation => Some("ENH"),
            Self::Resh => Some("RSH"),
            Self::Her => Some("HER"),
            Self::Municipality | Self::County | Self::Local => None,
        }
    }
}

varde_kernel::named! {
    /// What happened to the organisation.
    ChangeKind {
        /// A unit began.
        Created "created",
        /// A unit got another name.
        Renamed "renamed",
        /// A unit came to answer to, lie in or serve another.
        Moved "moved",
        /// Units became one.
        Merged "merged",
        /// A unit became several.
        Split "split",
        /// A unit ended.
        Closed "closed",
    }
}

/// A relation to another unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// How it stands to the other.
    pub kind: RelationKind,
    /// The other.
    pub other: UnitId,
}

/// A number in some register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitCode {
    /// The register.
    pub system: CodeSystem,
    /// The number.
    pub code: String,
}

/// Where a fact stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The document's key.
    pub document: Option<String>,
    /// The place in it.
    pub place: Option<String>,
}

/// A unit through its whole life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRecord {
    /// Its identity, the same through all its names and places.
    pub id: UnitId,
    /// Its stable code.
    pub code: String,
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// When it exists.
    pub valid: Validity,
    /// What it was, is and will be called, oldest first.
    pub names: Vec<Dated<UnitName>>,
    /// How it stood, stands and will stand to others, oldest first.
    pub relations: Vec<Dated<Relation>>,
    /// Its numbers in registers, oldest first.
    pub codes: Vec<Dated<UnitCode>>,
    /// Where the fact that it exists stands.
    pub source: Source,
    /// Counts what people changed.
    pub version: i64,
}

impl UnitRecord {
    /// The name on a day, or the one nearest to it.
    pub fn name_on(&self, day: Date) -> Option<&UnitName> {
        let held = self.names.iter().find(|name| name.valid.holds_on(day));
        let nearest = || {
            let before = self.names.iter().rev().find(|name| name.valid.from <= day);
            before.or_else(|| self.names.first())
        };
        held.or_else(nearest).map(|name| &name.value)
    }

    /// The unit it answers to on a day.
    pub fn owner_on(&self, day: Date) -> Option<UnitId> {
        self.relations
            .iter()
            .find(|relation| relation.value.kind == RelationKind::Owner && relation.valid.holds_on(day))
            .map(|relation| relation.value.other)
    }

    /// Where it goes on a day: from what and to what, for each way of standing to others.
    pub fn moves_on(&self, day: Date) -> Vec<Move> {
        let mut moves: Vec<Move> = Vec::new();
        for kind in RelationKind::ALL {
            let of_kind = || self.relations.iter().filter(move |known| known.value.kind == *kind);
            let from: Vec<UnitId> =
                of_kind().filter(|known| known.valid.to == Some(day)).map(|known| known.value.other).collect();
            let to: Vec<UnitId> =
                of_kind().filter(|known| known.valid.from == day).map(|known| known.value.other).collect();
            for place in 0..from.len().max(to.len()) {
                moves.push(Move { kind: *kind, from: from.get(place).copied(), to: to.get(place).copied() });
            }
        }
        moves
    }

    /// The number in a register on a day.
    pub fn code_on(&self, system: CodeSystem, day: Date) -> Option<&str> {
        self.codes
            .iter()
            .find(|code| code.value.system == system && code.valid.holds_on(day))
            .map(|code| code.value.code.as_str())
    }

    /// The day of its life that is nearest to `day`.
    pub fn nearest_day(&self, day: Date) -> Date {
        let last = self.valid.to.map_or(Date::MAX, |to| to.yesterday().unwrap_or(to));
        day.min(last).max(self.valid.from)
    }
}

/// Every unit there was, is and will be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    units: BTreeMap<UnitId, UnitRecord>,
}

impl Register {
    /// A register of these units.
    pub fn new(units: impl IntoIterator<Item = UnitRecord>) -> Self {
        Self { units: units.into_iter().map(|unit| (unit.id, unit)).collect() }
    }

    /// A unit.
    pub fn get(&self, id: UnitId) -> Option<&UnitRecord> {
        self.units.get(&id)
    }

    /// A unit, to change it.
    pub(crate) fn get_mut(&mut self, id: UnitId) -> Option<&mut UnitRecord> {
        self.units.get_mut(&id)
    }

    /// Adds a unit, or puts it in the place of the one with the same id.
    pub(crate) fn put(&mut self, unit: UnitRecord) {
        self.units.insert(unit.id, unit);
    }

    /// Takes a unit out that never was.
    pub(crate) fn remove(&mut self, id: UnitId) {
        self.units.remove(&id);
    }

    /// All units, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &UnitRecord> {
        self.units.values()
    }

    /// All units, to change them.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut UnitRecord> {
        self.units.values_mut()
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// The unit with a code.
    pub fn by_code(&self, code: &str) -> Option<&UnitRecord> {
        self.iter().find(|unit| unit.code == code)
    }

    /// The unit and everything above it on the day of its life nearest to `today`: where it stands,
    /// also when it has not begun or has ended.
    pub fn line_near(&self, id: UnitId, today: Date) -> Arc<[UnitId]> {
        let Some(unit) = self.get(id) else { return Arc::from([]) };
        self.line_on(id, unit.nearest_day(today)).into()
    }

    /// The unit and everything above it on a day, cut where a circle would close.
    pub fn line_on(&self, id: UnitId, day: Date) -> Vec<UnitId> {
        let mut line = vec![id];
        let mut here = id;
        while let Some(owner) = self.get(here).and_then(|unit| unit.owner_on(day)) {
            if line.contains(&owner) {
                break;
            }
            line.push(owner);
            here = owner;
        }
        line
    }

    /// Units that answer to `id` on a day.
    pub fn children_on(&self, id: UnitId, day: Date) -> Vec<&UnitRecord> {
        self.iter().filter(|unit| unit.valid.holds_on(day) && unit.owner_on(day) == Some(id)).collect()
    }

    /// The organisation on a day.
    pub fn tree(&self, day: Date) -> UnitTree {
        let units = self.iter().filter(|unit| unit.valid.holds_on(day)).map(|unit| Unit {
            id: unit.id,
            kind: unit.kind,
            name: unit.name_on(day).map(|name| name.words.clone()).unwrap_or_default(),
            code: unit.code.clone(),
            parent: unit.owner_on(day),
        });
        UnitTree::new(units.collect())
    }
}

/// That a unit leaves one place for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// How it stands to them.
    pub kind: RelationKind,
    /// What it leaves; nothing when it comes beside what it has.
    pub from: Option<UnitId>,
    /// Where it comes; nothing when the relation ends.
    pub to: Option<UnitId>,
}

/// Something that happened to the organisation, or will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitChange {
    /// What happened.
    pub kind: ChangeKind,
    /// On which day.
    pub on: Date,
    /// Why, or what else there is to know.
    pub note: String,
    /// The units as they were.
    pub before: Vec<UnitId>,
    /// The units as they became.
    pub after: Vec<UnitId>,
}

/// A change as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownChange {
    /// Its identity.
    pub id: UnitChangeId,
    /// The planned step that it is part of: it can be cancelled until its day has come.
    pub planned: Option<PlannedChangeId>,
    /// Whether the unit that was asked about is itself one of those that change, not one that is
    /// touched: that loses or gains a unit, or comes under another.
    pub is_main: bool,
    /// What happens.
    pub change: UnitChange,
}

/// What a step took away from a list and put into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap<T> {
    /// What stood there before.
    pub gone: Vec<Dated<T>>,
    /// What stands there instead.
    pub came: Vec<Dated<T>>,
}

/// What a step did to one unit: enough to take it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The unit.
    pub unit: UnitId,
    /// Whether it begins with the step.
    pub begins: bool,
    /// The end of its life before and after.
    pub end: (Option<Date>, Option<Date>),
    /// Its names.
    pub names: Swap<UnitName>,
    /// How it stands to others.
    pub relations: Swap<Relation>,
    /// Its numbers.
    pub codes: Swap<UnitCode>,
}

/// A step with the organisation that was saved before its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedChange {
    /// Its identity.
    pub id: PlannedChangeId,
    /// Its day.
    pub on: Date,
    /// What it does to each unit.
    pub traces: Vec<Trace>,
    /// What is told of it.
    pub told: Vec<UnitChange>,
    /// Counts how often it has got another day.
    pub version: i64,
}
