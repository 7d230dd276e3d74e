//! Harm as LFPSE counts it: the lower the number, the worse.

use std::fmt;

use crate::adverse_event::codes;
use crate::types::Extension;

codes! {
    /// How much the body was harmed.
    PhysicalHarm {
        /// The patient died.
        Fatal = "1",
        /// Severely.
        Severe = "2",
        /// Moderately.
        Moderate = "3",
        /// A little.
        Low = "4",
        /// Not at all.
        None = "5",
    }
}

codes! {
    /// How much the mind was harmed.
    PsychologicalHarm {
        /// Severely.
        Severe = "1",
        /// Moderately.
        Moderate = "2",
        /// A little.
        Low = "3",
        /// Not at all.
        None = "4",
    }
}

codes! {
    /// How far the event brought the harm about.
    StrengthOfAssociation {
        /// It caused it.
        Caused = "6",
        /// It probably did something to it.
        Probable = "5",
        /// It possibly did something to it.
        Possible = "4",
        /// It had nothing to do with it.
        Unrelated = "3",
        /// Nobody knows.
        Unknown = "2",
    }
}

/// The harm of one patient, such that LFPSE takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Harm {
    physical: PhysicalHarm,
    psychological: Option<PsychologicalHarm>,
    strength: Option<StrengthOfAssociation>,
}

/// The rule that a harm breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HarmRefused {
    /// Of who has died, harm to the mind is not told.
    MindOfTheDead,
    /// The strength of association is told only of harm that is fatal or severe to the body, or severe to the mind.
    StrengthOfLittleHarm,
}

impl fmt::Display for HarmRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MindOfTheDead => "psychological harm is not told of who has died",
            Self::StrengthOfLittleHarm => "the strength of association is told only of fatal or severe harm",
        })
    }
}

impl std::error::Error for HarmRefused {}

impl Harm {
    /// The harm of one patient.
    ///
    /// # Errors
    ///
    /// The rule that it breaks.
    pub fn new(
        physical: PhysicalHarm,
        psychological: Option<PsychologicalHarm>,
        strength: Option<StrengthOfAssociation>,
    ) -> Result<Self, HarmRefused> {
        if physical == PhysicalHarm::Fatal && psychological.is_some() {
            return Err(HarmRefused::MindOfTheDead);
        }
        let severe = matches!(physical, PhysicalHarm::Fatal | PhysicalHarm::Severe)
            || psychological == Some(PsychologicalHarm::Severe);
        if strength.is_some() && !severe {
            return Err(HarmRefused::StrengthOfLittleHarm);
        }
        Ok(Self { physical, psychological, strength })
    }

    /// Harm to body and mind on the scale of the body: the worse of the two, severe harm to the mind being as bad as
    /// severe harm to the body.
    pub fn combined(self) -> PhysicalHarm {
        let mind = self.psychological.map(|mind| match mind {
            PsychologicalHarm::Severe => PhysicalHarm::Severe,
            PsychologicalHarm::Moderate => PhysicalHarm::Moderate,
            PsychologicalHarm::Low => PhysicalHarm::Low,
            PsychologicalHarm::None => PhysicalHarm::None,
        });
        mind.map_or(self.physical, |mind| worse(self.physical, mind))
    }

    pub(super) fn extensions(self) -> impl Iterator<Item = Extension> {
        let mind = self.psychological.map(|mind| Extension::code("PsychologicalHarm", mind.code()));
        let strength = self.strength.map(|strength| Extension::code("StrengthOfAssociation", strength.code()));
        [Some(Extension::code("PhysicalHarm", self.physical.code())), mind, strength].into_iter().flatten()
    }
}

/// The worst combined harm of several patients; `None` of nobody.
pub fn worst(harms: &[Harm]) -> Option<PhysicalHarm> {
    harms.iter().map(|harm| harm.combined()).reduce(worse)
}

/// The one that comes first on the scale.
fn worse(one: PhysicalHarm, other: PhysicalHarm) -> PhysicalHarm {
    if one.code() <= other.code() { one } else { other }
}
