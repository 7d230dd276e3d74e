//! What several commands ask in the same words.

use jiff::tz::TimeZone;
use varde_chart::Tone;
use varde_indicators::Direction;
use varde_kernel::Locale;
use varde_spc::adviser::Measure;
use varde_spc::{Way, mdc};
use varde_web::Say;

use crate::house;

/// The language of the words.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum Language {
    Nb,
    Nn,
    En,
}

impl Language {
    pub const fn locale(self) -> Locale {
        match self {
            Self::Nb => Locale::Nb,
            Self::Nn => Locale::Nn,
            Self::En => Locale::En,
        }
    }

    /// The words of the whole house in this language, for files that lie in no zone.
    pub fn voice(self) -> Say {
        varde_web::voice(&house::rooms(), self.locale(), TimeZone::UTC)
    }
}

/// Which way is better.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Better {
    Higher,
    Lower,
    Neither,
}

impl Better {
    pub const fn direction(self) -> Direction {
        match self {
            Self::Higher => Direction::Up,
            Self::Lower => Direction::Down,
            Self::Neither => Direction::None,
        }
    }

    pub const fn for_scan(self) -> mdc::Better {
        match self {
            Self::Higher => mdc::Better::Higher,
            Self::Lower => mdc::Better::Lower,
            Self::Neither => mdc::Better::Neither,
        }
    }

    /// What a change this way means.
    pub const fn tone(self, way: Option<Way>) -> Tone {
        match (self, way) {
            (Self::Neither, _) | (_, None) => Tone::Neutral,
            (Self::Higher, Some(Way::Up)) | (Self::Lower, Some(Way::Down)) => Tone::Better,
            (Self::Higher, Some(Way::Down)) | (Self::Lower, Some(Way::Up)) => Tone::Worse,
        }
    }
}

/// What the values are.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Measured {
    /// So many of so many.
    Share,
    /// Events in so much time at risk.
    Rate,
    /// Events in equal periods.
    Count,
    /// Cases between events.
    Cases,
    /// Time between events.
    Time,
    /// Something measured, one value a period.
    Value,
    /// Something measured, several values a period.
    Sample,
}

impl Measured {
    pub const fn measure(self) -> Measure {
        match self {
            Self::Share => Measure::Share,
            Self::Rate => Measure::Rate,
            Self::Count => Measure::Count,
            Self::Cases => Measure::Cases,
            Self::Time => Measure::Time,
            Self::Value => Measure::Value,
            Self::Sample => Measure::Sample,
        }
    }
}

/// A number between 0 and 1, neither of them.
pub fn share(text: &str) -> Result<f64, String> {
    number(text, |share| 0.0 < share && share < 1.0, "a number between 0 and 1")
}

/// A number above 0 and at most 1.
pub fn weight(text: &str) -> Result<f64, String> {
    number(text, |weight| 0.0 < weight && weight <= 1.0, "a number above 0 and at most 1")
}

/// A number above 0.
pub fn above_zero(text: &str) -> Result<f64, String> {
    number(text, |number| 0.0 < number, "a number above 0")
}

/// A number above 1.
pub fn above_one(text: &str) -> Result<f64, String> {
    number(text, |number| 1.0 < number, "a number above 1")
}

fn number(text: &str, fits: impl Fn(f64) -> bool, must: &str) -> Result<f64, String> {
    // A Norwegian writes 0,2.
    match text.replace(',', ".").parse::<f64>() {
        Ok(number) if number.is_finite() && fits(number) => Ok(number),
        _ => Err(format!("must be {must}")),
    }
}
