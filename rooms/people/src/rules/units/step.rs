//! What someone asks to have done with the organisation, from a form or through the API.

use jiff::civil::Date;
use varde_kernel::{UnitId, UnitKind, Validity};

use super::{Change, Draft, Fault, MergeInto, NewUnit, Wrong};
use crate::model::units::{CodeSystem, Register, RelationKind, Source, UnitCode, UnitName};

/// A unit that someone wants to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its code; empty for one made from the name.
    pub code: String,
    /// Its name.
    pub name: UnitName,
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// The unit it answers to.
    pub owner: Option<UnitId>,
    /// Numbers in registers.
    pub numbers: Vec<UnitCode>,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A unit begins.
    Create {
        /// The unit.
        unit: Wanted,
        /// When it exists.
        valid: Validity,
    },
    /// A unit gets another name, numbers or kind.
    Edit {
        /// The unit.
        unit: UnitId,
        /// Its name from the day.
        name: UnitName,
        /// Its kind, corrected for all its life.
        kind: UnitKind,
        /// Its numbers from the day; a register that is not named is left alone, and an empty
        /// number is taken away.
        numbers: Vec<(CodeSystem, String)>,
        /// The day.
        on: Date,
    },
    /// A unit comes to answer to, lie in or serve another.
    Move {
        /// The unit.
        unit: UnitId,
        /// How it stands to the other.
        relation: RelationKind,
        /// The other; nobody ends the relation.
        other: Option<UnitId>,
        /// The day.
        on: Date,
    },
    /// Units become one.
    Merge {
        /// The units.
        units: Vec<UnitId>,
        /// What they become: a new unit, or one that is there.
        into: Into,
        /// The day.
        on: Date,
    },
    /// A unit becomes several.
    Split {
        /// The unit.
        unit: UnitId,
        /// The new units.
        parts: Vec<Wanted>,
        /// Where units below go: the unit and the place of the part among `parts`.
        goes: Vec<(UnitId, usize)>,
        /// Whether the unit itself ends.
        ends: bool,
        /// The day.
        on: Date,
    },
    /// A unit ends.
    Close {
        /// The unit.
        unit: UnitId,
        /// The first day without it.
        on: Date,
        /// Whether everything below ends with it.
        with_below: bool,
    },
}

/// What units that merge become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Into {
    /// A new unit.
    New(Wanted),
    /// One that is there.
    Known(UnitId),
}

impl Step {
    /// The unit that the step is about; for those that begin something, none.
    pub fn unit(&self) -> Option<UnitId> {
        match self {
            Self::Create { .. } => None,
            Self::Edit { unit, .. } | Self::Move { unit, .. } | Self::Split { unit, .. } | Self::Close { unit, .. } => {
                Some(*unit)
            }
            Self::Merge { units, .. } => units.first().copied(),
        }
    }

    /// What the step would change. `note` says why, in the asker's words.
    ///
    /// # Errors
    ///
    /// Every rule that is broken.
    pub fn draft(self, register: &Register, note: &str) -> Result<Change, Vec<Fault>> {
        let about = self.unit().unwrap_or(UnitId::from_code(""));
        let mut draft = Draft::of(register, note);
        match self.take(&mut draft) {
            Ok(()) => draft.finish(),
            Err(what) => Err(vec![Fault { unit: about, what }]),
        }
    }

    fn take(self, draft: &mut Draft<'_>) -> Result<(), Wrong> {
        match self {
            Self::Create { unit, valid } => {
                let new = wanted(unit, valid, draft.so_far());
                draft.create(new)
            }
            Self::Edit { unit, name, kind, numbers, on } => {
                if draft.so_far().get(unit).is_some_and(|known| known.kind != kind) {
                    draft.set_kind(unit, kind)?;
                }
                draft.rename(unit, name, on)?;
                for (system, number) in numbers {
                    draft.set_code(unit, system, Some(number).filter(|number| !number.is_empty()), on)?;
                }
                Ok(())
            }
            Self::Move { unit, relation, other, on } => draft.relate(unit, relation, other, on),
            Self::Merge { units, into, on } => {
                let into = match into {
                    Into::Known(id) => MergeInto::Known(id),
                    Into::New(unit) => MergeInto::New(Box::new(wanted(unit, Validity::since(on), draft.so_far()))),
                };
                draft.merge(&units, into, on)
            }
            Self::Split { unit, parts, goes, ends, on } => {
                let mut made: Vec<NewUnit> = Vec::new();
                for part in parts {
                    let mut new = wanted(part, Validity::since(on), draft.so_far());
                    // Two parts of the same name still need two codes.
                    while made.iter().any(|other| other.code == new.code) {
                        new.code.push_str(".2");
                        new.id = UnitId::from_code(&new.code);
                    }
                    made.push(new);
                }
                let goes: Option<Vec<(UnitId, UnitId)>> =
                    goes.into_iter().map(|(child, place)| Some((child, made.get(place)?.id))).collect();
                draft.split(unit, made, &goes.ok_or(Wrong::NotThere)?, ends, on)
            }
            Self::Close { unit, on, with_below } => draft.close(unit, on, with_below),
        }
    }
}

fn wanted(unit: Wanted, valid: Validity, register: &Register) -> NewUnit {
    let code = if unit.code.is_empty() { code_from(&unit.name.words.nb, register) } else { unit.code };
    NewUnit {
        id: UnitId::from_code(&code),
        code,
        kind: unit.kind,
        name: unit.name,
        owner: unit.owner,
        valid,
        codes: unit.numbers,
        source: Source::default(),
    }
}

/// A code that nobody has, made from a name: "Ålesund sjukehus" becomes `alesund-sjukehus`.
fn code_from(name: &str, register: &Register) -> String {
    let mut code = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => code.push(letter),
            'æ' => code.push_str("ae"),
            'ø' | 'ö' => code.push('o'),
            'å' | 'ä' | 'á' => code.push('a'),
            _ if !code.is_empty() && !code.ends_with('-') => code.push('-'),
            _ => {}
        }
        if 60 <= code.len() {
            break;
        }
    }
    let code = code.trim_end_matches('-');
    let code = if code.is_empty() { "unit" } else { code };
    let taken = |code: &str| register.iter().any(|unit| unit.code == code);
    if !taken(code) {
        return code.to_owned();
    }
    // Among one more number than there are units, one is free.
    let numbers = 2..=register.len() + 2;
    numbers.map(|n| format!("{code}.{n}")).find(|code| !taken(code)).unwrap_or_else(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_made_from_names() {
        let none = Register::default();
        for (name, expected) in
            [("Ålesund sjukehus", "alesund-sjukehus"), ("  Medisinsk avd. 2!", "medisinsk-avd-2"), ("漢字", "unit")]
        {
            assert_eq!(code_from(name, &none), expected);
        }
    }
}
