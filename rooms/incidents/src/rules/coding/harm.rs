//! How much harm there was: Varde's own scale and how other scales read on it.
//!
//! The scale that was used when coding is always kept; what is read off here goes beside it. Possible harm,
//! preventability and psychological harm are axes of their own, and no legal term is derived from a step.

/// A step of Varde's scale of actual physical harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Harm {
    /// Nothing reached a patient.
    NotReached,
    /// It reached a patient and did no harm.
    None,
    /// Short-lived or slight.
    Mild,
    /// Passing, with a first or longer stay.
    Moderate,
    /// Lasting, or a life had to be saved.
    Severe,
    /// The patient died.
    Death,
}

impl Harm {
    /// All steps, the least first.
    pub const ALL: [Self; 6] = [Self::NotReached, Self::None, Self::Mild, Self::Moderate, Self::Severe, Self::Death];

    /// Its code in the set `varde`, axis `harm`: 0 to 5.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotReached => "0",
            Self::None => "1",
            Self::Mild => "2",
            Self::Moderate => "3",
            Self::Severe => "4",
            Self::Death => "5",
        }
    }

    /// Whether a patient was harmed.
    pub fn is_harm(self) -> bool {
        Self::Mild <= self
    }

    /// The worst of several; `None` of none.
    pub fn worst(harms: impl IntoIterator<Item = Self>) -> Option<Self> {
        harms.into_iter().max()
    }
}

/// A category of the NCC MERP index; the Global Trigger Tool counts E to I.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Merp {
    /// Something that could cause an error.
    A,
    /// An error that did not reach the patient.
    B,
    /// It reached the patient and did no harm.
    C,
    /// It reached the patient, who had to be watched.
    D,
    /// Passing harm with treatment.
    E,
    /// Passing harm with a first or longer stay.
    F,
    /// Lasting harm.
    G,
    /// A life had to be saved.
    H,
    /// The patient died.
    I,
}

impl Merp {
    /// All categories, the least first.
    pub const ALL: [Self; 9] = [Self::A, Self::B, Self::C, Self::D, Self::E, Self::F, Self::G, Self::H, Self::I];

    /// The category of a letter, large or small.
    pub fn of(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.letter() == letter.to_ascii_uppercase())
    }

    /// Its letter.
    pub const fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
            Self::C => 'C',
            Self::D => 'D',
            Self::E => 'E',
            Self::F => 'F',
            Self::G => 'G',
            Self::H => 'H',
            Self::I => 'I',
        }
    }

    /// How it reads on Varde's scale (our own map: `content/code-sets/maps/ncc-merp-varde.yaml`).
    pub const fn harm(self) -> Harm {
        match self {
            Self::A | Self::B => Harm::NotReached,
            Self::C | Self::D => Harm::None,
            Self::E => Harm::Mild,
            Self::F => Harm::Moderate,
            Self::G | Self::H => Harm::Severe,
            Self::I => Harm::Death,
        }
    }

    /// Whether the Global Trigger Tool counts it as harm.
    pub fn is_harm(self) -> bool {
        Self::E <= self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_read_on_the_scale_in_their_order() {
        let read: String = Merp::ALL.into_iter().map(|category| category.harm().code()).collect();
        assert_eq!(read, "001123445");
        assert!(Merp::ALL.into_iter().all(|category| category.is_harm() == category.harm().is_harm()));
        assert_eq!(Merp::of('i'), Some(Merp::I));
        assert_eq!(Merp::of('J'), None);
    }

    #[test]
    fn the_worst_counts() {
        assert_eq!(Harm::worst([Harm::Mild, Harm::Severe, Harm::None]), Some(Harm::Severe));
        assert_eq!(Harm::worst([]), None);
        assert!(!Harm::None.is_harm() && Harm::Mild.is_harm());
    }
}
