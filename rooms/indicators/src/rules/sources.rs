//! Whether several sources about the same thing point the same way. Each is read on its own scale and by its
//! own rules; nothing is added up, and no source outvotes another.

use varde_spc::Way;

use super::reading::Variation;
use crate::model::{Direction, Meaning};

/// What one source says of how things have gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pointing {
    /// Something has changed for the better.
    Better,
    /// Something has changed for the worse.
    Worse,
    /// Something has changed, and nobody has said which way is better.
    Changed,
    /// Nothing that chance alone does not give.
    Steady,
    /// Too few values to say anything.
    TooLittle,
    /// Some values are kept back from the reader.
    KeptBack,
}

impl Pointing {
    /// The name in the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Changed => "changed",
            Self::Steady => "steady",
            Self::TooLittle => "too_little",
            Self::KeptBack => "kept_back",
        }
    }
}

/// What several sources say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Fewer than two say whether it has gone better or worse.
    TooFew,
    /// All say the same.
    Same(Pointing),
    /// Some have changed, all of them this way; the others show no change.
    Partly(Pointing),
    /// Some say better and some worse.
    Apart,
}

/// What a series says: by its chart, or, with too few values for one, by whether the intervals of its first
/// and last value meet (`short`; none without intervals).
pub fn pointing(variation: Variation, short: Option<Option<Way>>, direction: Direction) -> Pointing {
    let meaning = match variation {
        Variation::Common => return Pointing::Steady,
        Variation::KeptBack => return Pointing::KeptBack,
        Variation::Special(_, meaning) => meaning,
        Variation::TooLittle => match short {
            None => return Pointing::TooLittle,
            Some(None) => return Pointing::Steady,
            Some(way) => Meaning::of(way, direction),
        },
    };
    match meaning {
        Meaning::Better => Pointing::Better,
        Meaning::Worse => Pointing::Worse,
        Meaning::Changed => Pointing::Changed,
    }
}

/// What sources say together. Those that cannot say better or worse have no part in it.
pub fn agreement(sources: &[Pointing]) -> Agreement {
    let n = |wanted: Pointing| sources.iter().filter(|one| **one == wanted).count();
    let (better, worse, steady) = (n(Pointing::Better), n(Pointing::Worse), n(Pointing::Steady));
    match (better, worse, steady) {
        _ if better + worse + steady < 2 => Agreement::TooFew,
        (0, 0, _) => Agreement::Same(Pointing::Steady),
        (_, 0, 0) => Agreement::Same(Pointing::Better),
        (0, _, 0) => Agreement::Same(Pointing::Worse),
        (_, 0, _) => Agreement::Partly(Pointing::Better),
        (0, _, _) => Agreement::Partly(Pointing::Worse),
        _ => Agreement::Apart,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_agree_only_when_each_says_so_itself() {
        use Pointing::{Better, Changed, Steady, TooLittle, Worse};
        for (sources, expected) in [
            (&[][..], Agreement::TooFew),
            (&[Better], Agreement::TooFew),
            (&[Better, TooLittle, Changed], Agreement::TooFew),
            (&[Better, Better], Agreement::Same(Better)),
            (&[Worse, Worse, TooLittle], Agreement::Same(Worse)),
            (&[Steady, Steady], Agreement::Same(Steady)),
            (&[Better, Steady], Agreement::Partly(Better)),
            (&[Worse, Steady, Changed], Agreement::Partly(Worse)),
            (&[Better, Worse], Agreement::Apart),
            (&[Better, Worse, Steady, Steady], Agreement::Apart),
        ] {
            assert_eq!(agreement(sources), expected, "{sources:?}");
            let turned: Vec<Pointing> = sources.iter().rev().copied().collect();
            assert_eq!(agreement(&turned), expected, "the order is of no weight");
        }
    }

    #[test]
    fn a_chart_speaks_before_first_and_last_do() {
        let down = Some(Some(Way::Down));
        let special = Variation::Special(Some(Way::Up), Meaning::Worse);
        for (variation, short, direction, expected) in [
            (special, down, Direction::Down, Pointing::Worse),
            (Variation::Common, down, Direction::Down, Pointing::Steady),
            (Variation::Special(None, Meaning::Changed), None, Direction::Down, Pointing::Changed),
            (Variation::TooLittle, down, Direction::Down, Pointing::Better),
            (Variation::TooLittle, down, Direction::Up, Pointing::Worse),
            (Variation::TooLittle, down, Direction::None, Pointing::Changed),
            (Variation::TooLittle, Some(None), Direction::Up, Pointing::Steady),
            (Variation::TooLittle, None, Direction::Up, Pointing::TooLittle),
        ] {
            assert_eq!(pointing(variation, short, direction), expected, "{variation:?} {short:?}");
        }
    }
}
