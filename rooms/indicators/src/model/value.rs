//! Series, their values, and printed figures.

use jiff::Timestamp;
use varde_kernel::access::{Author, System};
use varde_kernel::{IndicatorId, ObservationId, Period, PersonId, SeriesId, UnitId, Words};

use super::Measure;

varde_kernel::named! {
    /// Whom a series counts.
    Context {
        /// Those whom the unit treated.
        Treating "treating",
        /// Those who live in the unit's area, wherever they were treated.
        Residence "residence",
    }
}

varde_kernel::named! {
    /// Why a period has no value.
    Missing {
        /// Nobody reported one.
        NotReported "not_reported",
        /// It was not measured.
        NotMeasured "not_measured",
        /// There were too few to say anything.
        TooFew "too_few",
        /// The figures are not complete yet.
        NotComplete "not_complete",
        /// A fault in a system.
        Technical "technical",
        /// It does not concern the unit.
        NotApplicable "not_applicable",
        /// It is there, and kept back: it is small, or would give a small one away.
        Protected "protected",
    }
}

varde_kernel::named! {
    /// The widest circle that may see a value. Each includes those before it.
    Audience {
        /// Those who work with the unit, alone.
        Own "own",
        /// Everyone who is signed in.
        Service "service",
        /// Everyone: it may stand in files that leave the house.
        Open "open",
    }
}

impl Missing {
    /// The reasons that people report; what is kept back is found out.
    pub const REPORTED: &'static [Self] =
        &[Self::NotReported, Self::NotMeasured, Self::TooFew, Self::NotComplete, Self::Technical, Self::NotApplicable];
}

/// One indicator for one unit and stratum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its identity.
    pub id: SeriesId,
    /// What is measured.
    pub indicator: IndicatorId,
    /// For which unit.
    pub unit: UnitId,
    /// For which part of those counted; empty for all of them.
    pub stratum: String,
    /// The stratum in words.
    pub stratum_name: Words,
    /// Whether it counts those treated there or those who live there.
    pub context: Context,
    /// Where its values come from as a rule.
    pub source: String,
    /// How many times its values have been changed.
    pub version: i64,
    /// Whether some value of it is kept back from those who do not work with the unit, and so all that was
    /// worked out from the whole of it.
    pub kept_back: bool,
}

/// A value as it is given, before it is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// The value; none when it is missing.
    pub value: Option<f64>,
    /// Lower end of a printed range or interval.
    pub low: Option<f64>,
    /// Upper end of a printed range or interval.
    pub high: Option<f64>,
    /// Whether the source itself says "about".
    pub approximate: bool,
    /// Whether it may still change.
    pub provisional: bool,
    /// What one should know about it; why it is missing when it is.
    pub note: Words,
    /// For whom it holds, when that differs from the indicator's definition.
    pub scope: Words,
    /// Where it comes from.
    pub source: String,
    /// How much of what should be counted was reported, in per cent; none when nobody knows.
    pub coverage: Option<f64>,
    /// Why there is no value; none when there is one, or when only the note says why.
    pub missing: Option<Missing>,
}

/// One value of a series in one period. Missing stays missing: a value of `None` was reported as
/// missing, and a period nobody reported has no observation at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Its identity.
    pub id: ObservationId,
    /// The series.
    pub series: SeriesId,
    /// Its code in a content file, if it came from one.
    pub code: Option<String>,
    /// The period.
    pub period: Period,
    /// The value; `None` when it was reported as missing.
    pub value: Option<f64>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Lower end of a printed range or interval.
    pub low: Option<f64>,
    /// Upper end of a printed range or interval.
    pub high: Option<f64>,
    /// Whether the source itself says "about".
    pub approximate: bool,
    /// Whether it may still change.
    pub provisional: bool,
    /// What one should know about it; why it is missing when it is.
    pub note: Words,
    /// For whom it holds, when that differs from the indicator's definition.
    pub scope: Words,
    /// Where it comes from.
    pub source: String,
    /// How much of what should be counted was reported, in per cent.
    pub coverage: Option<f64>,
    /// Why there is no value.
    pub missing: Option<Missing>,
    /// By which version of the definition it was counted.
    pub definition_version: i64,
    /// When someone who answers for it said that it is right, and who.
    pub affirmed: Option<(Timestamp, Option<Author>)>,
    /// Why it replaced a former value; empty when it did not.
    pub reason: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it; none when that is not known any longer.
    pub recorded_by: Option<Author>,
    /// When a correction replaced it.
    pub superseded_at: Option<Timestamp>,
}

impl Observation {
    /// What was given.
    pub fn entry(&self) -> Entry {
        Entry {
            numerator: self.numerator,
            denominator: self.denominator,
            value: self.value,
            low: self.low,
            high: self.high,
            approximate: self.approximate,
            provisional: self.provisional,
            note: self.note.clone(),
            scope: self.scope.clone(),
            source: self.source.clone(),
            coverage: self.coverage,
            missing: self.missing,
        }
    }
}

/// How an author is written in a column.
pub fn author_text(author: Author) -> String {
    match author {
        Author::Person(person) => person.to_string(),
        Author::System(system) => format!("system:{}", system.name()),
        Author::Anonymous => "anonymous".to_owned(),
    }
}

/// Reads what [`author_text`] wrote.
pub fn read_author(text: &str) -> Option<Author> {
    match text.strip_prefix("system:") {
        Some(name) => name.parse::<System>().ok().map(Author::System),
        None => text.parse::<PersonId>().ok().map(Author::Person),
    }
}

/// A number that a document prints about something no indicator defines.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its code in the content files.
    pub code: String,
    /// What was counted or measured.
    pub metric: Words,
    /// About which unit, if one.
    pub unit: Option<UnitId>,
    /// For which period, if the text says so.
    pub period: Option<Period>,
    /// The number, when it is printed as one.
    pub value: Option<f64>,
    /// Lower end of a printed range.
    pub low: Option<f64>,
    /// Upper end of a printed range.
    pub high: Option<f64>,
    /// How many records stand behind it.
    pub n_records: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// In what it is measured.
    pub measure: Measure,
    /// Whether the text itself says "about".
    pub approximate: bool,
    /// For whom it holds.
    pub scope: Words,
    /// What one should know about it.
    pub note: Words,
    /// Document and place.
    pub source: String,
}
