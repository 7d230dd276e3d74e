//! The parts of England's LFPSE that are arithmetic: the combined harm and the coded age.
//!
//! # Source
//!
//! NHS England's LFPSE taxonomy, version 5 (code systems for harm and age), and the public analysis code of
//! NHS England (combined harm). See docs/methods/incident-coding.md.

/// Physical harm; code 1 is the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Physical {
    /// 1: the patient died.
    Fatal,
    /// 2.
    Severe,
    /// 3.
    Moderate,
    /// 4.
    Low,
    /// 5.
    None,
}

impl Physical {
    /// All levels, the worst first.
    pub const ALL: [Self; 5] = [Self::Fatal, Self::Severe, Self::Moderate, Self::Low, Self::None];

    /// Its code, 1 to 5.
    pub const fn code(self) -> u8 {
        match self {
            Self::Fatal => 1,
            Self::Severe => 2,
            Self::Moderate => 3,
            Self::Low => 4,
            Self::None => 5,
        }
    }

    /// The level of a code.
    pub fn of(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// Psychological harm; code 1 is the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Psychological {
    /// 1.
    Severe,
    /// 2.
    Moderate,
    /// 3.
    Low,
    /// 4.
    None,
}

impl Psychological {
    /// All levels, the worst first.
    pub const ALL: [Self; 4] = [Self::Severe, Self::Moderate, Self::Low, Self::None];

    /// Its code, 1 to 4.
    pub const fn code(self) -> u8 {
        match self {
            Self::Severe => 1,
            Self::Moderate => 2,
            Self::Low => 3,
            Self::None => 4,
        }
    }

    /// The level of a code.
    pub fn of(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// The level of physical harm with which it counts: one code up, since nobody dies of it here.
    pub const fn as_physical(self) -> Physical {
        match self {
            Self::Severe => Physical::Severe,
            Self::Moderate => Physical::Moderate,
            Self::Low => Physical::Low,
            Self::None => Physical::None,
        }
    }
}

/// The harm to one patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatientHarm {
    /// To the body.
    pub physical: Physical,
    /// To the mind; not asked when the patient died.
    pub psychological: Option<Psychological>,
    /// Whether it is said how closely the incident and the outcome hang together.
    pub has_association: bool,
}

/// What does not go together in a patient's harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HarmFault {
    /// Psychological harm to one who died.
    #[error("psychological harm is not asked for when the patient died")]
    PsychologicalWhenFatal,
    /// The strength of association belongs to death and severe harm only.
    #[error("the strength of association belongs to death and severe harm only")]
    AssociationNotAsked,
}

impl PatientHarm {
    /// The worse of both: min(physical, psychological + 1) of the codes.
    pub fn combined(self) -> Physical {
        self.psychological.map_or(self.physical, |psychological| self.physical.min(psychological.as_physical()))
    }

    /// What does not go together.
    pub fn faults(self) -> Vec<HarmFault> {
        let is_severe = self.physical <= Physical::Severe || self.psychological == Some(Psychological::Severe);
        let faults = [
            (self.physical == Physical::Fatal && self.psychological.is_some(), HarmFault::PsychologicalWhenFatal),
            (self.has_association && !is_severe, HarmFault::AssociationNotAsked),
        ];
        faults.into_iter().filter(|(is_there, _)| *is_there).map(|(_, fault)| fault).collect()
    }
}

/// The combined harm of an event: the worst over its patients; `None` without patients.
pub fn combined_harm(patients: &[PatientHarm]) -> Option<Physical> {
    patients.iter().map(|patient| patient.combined()).min()
}

/// The days that LFPSE counts to a month.
const DAYS_PER_MONTH: u32 = 31;
/// The days that LFPSE counts to a year: twelve of its months.
const DAYS_PER_YEAR: u32 = 12 * DAYS_PER_MONTH;

/// An age as LFPSE takes it: one number of "days" whose size tells the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// 1 to 30 days.
    Days(u8),
    /// 1 to 11 months.
    Months(u8),
    /// 1 to 199 years.
    Years(u8),
}

/// Why an age is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgeFault {
    /// More or less of the unit than LFPSE has a code for.
    #[error("LFPSE has no code for this age")]
    OutOfRange,
    /// A number that stands for no age.
    #[error("{0} stands for no age")]
    NotACode(u32),
}

impl Age {
    /// The coded number: days as they are, months by 31, years by 372.
    ///
    /// # Errors
    ///
    /// [`AgeFault::OutOfRange`], among others for a child on its first day.
    pub fn encode(self) -> Result<u32, AgeFault> {
        match self {
            Self::Days(days @ 1..=30) => Ok(days.into()),
            Self::Months(months @ 1..=11) => Ok(u32::from(months) * DAYS_PER_MONTH),
            Self::Years(years @ 1..=199) => Ok(u32::from(years) * DAYS_PER_YEAR),
            Self::Days(_) | Self::Months(_) | Self::Years(_) => Err(AgeFault::OutOfRange),
        }
    }

    /// The age that a coded number stands for: 31 is one month and never 31 days.
    ///
    /// # Errors
    ///
    /// [`AgeFault::NotACode`].
    pub fn decode(coded: u32) -> Result<Self, AgeFault> {
        let age = if coded < DAYS_PER_MONTH {
            u8::try_from(coded).ok().map(Self::Days)
        } else if coded < DAYS_PER_YEAR {
            whole(coded, DAYS_PER_MONTH).map(Self::Months)
        } else {
            whole(coded, DAYS_PER_YEAR).map(Self::Years)
        };
        age.filter(|age| age.encode() == Ok(coded)).ok_or(AgeFault::NotACode(coded))
    }
}

fn whole(coded: u32, unit: u32) -> Option<u8> {
    u8::try_from(coded / unit).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ages_are_coded_as_the_service_does() {
        for (age, coded) in [
            (Age::Years(50), 18_600),
            (Age::Months(7), 217),
            (Age::Days(12), 12),
            (Age::Months(1), 31),
            (Age::Days(30), 30),
            (Age::Months(11), 341),
            (Age::Years(1), 372),
            (Age::Years(199), 74_028),
        ] {
            assert_eq!(age.encode(), Ok(coded));
            assert_eq!(Age::decode(coded), Ok(age));
        }
        for coded in [0, 18_601, 32, 342, 371, 373, 74_029, 74_400, u32::MAX] {
            assert_eq!(Age::decode(coded), Err(AgeFault::NotACode(coded)));
        }
        for age in [Age::Days(0), Age::Days(31), Age::Months(0), Age::Months(12), Age::Years(0), Age::Years(200)] {
            assert_eq!(age.encode(), Err(AgeFault::OutOfRange));
        }
    }

    fn harm(physical: u8, psychological: Option<u8>) -> PatientHarm {
        PatientHarm {
            physical: Physical::of(physical).unwrap(),
            psychological: psychological.map(|code| Psychological::of(code).unwrap()),
            has_association: false,
        }
    }

    #[test]
    fn the_worse_of_body_and_mind_counts() {
        // No physical, severe psychological harm: min(5, 1 + 1) = 2, severe.
        assert_eq!(harm(5, Some(1)).combined(), Physical::Severe);
        for physical in 1..=5 {
            assert_eq!(harm(physical, None).combined().code(), physical);
            for psychological in 1..=4 {
                let expected = physical.min(psychological + 1);
                assert_eq!(harm(physical, Some(psychological)).combined().code(), expected);
            }
        }
        assert_eq!(combined_harm(&[harm(4, Some(4)), harm(5, Some(2)), harm(5, None)]), Some(Physical::Moderate));
        assert_eq!(combined_harm(&[]), None);
        assert_eq!((Physical::of(0), Psychological::of(5)), (None, None));
    }

    #[test]
    fn what_does_not_go_together_is_told() {
        assert_eq!(harm(1, Some(4)).faults(), [HarmFault::PsychologicalWhenFatal]);
        let with = |harm: PatientHarm| PatientHarm { has_association: true, ..harm }.faults();
        assert_eq!(with(harm(3, Some(2))), [HarmFault::AssociationNotAsked]);
        for allowed in [harm(1, None), harm(2, Some(4)), harm(5, Some(1))] {
            assert_eq!(with(allowed), []);
        }
    }

    proptest! {
        #[test]
        fn what_is_decoded_is_coded_back(coded in any::<u32>()) {
            for coded in [coded, coded % 80_000] {
                if let Ok(age) = Age::decode(coded) {
                    prop_assert_eq!(age.encode(), Ok(coded));
                }
            }
        }
    }
}
