//! What is remembered about a sender, so that the next file needs no questions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use varde_document::Mark;
use varde_people::model::units::CodeSystem;

macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $text)] $variant,)* }

        impl $name {
            /// Every value, in the order in which people choose.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in files, forms and on the command line.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                match text { $($text => Ok(Self::$variant),)* _ => Err(()) }
            }
        }
    };
}

named! {
    /// How a file is made up.
    Format {
        /// Rows and columns: CSV, Excel or Parquet.
        Table "table",
        /// JSON-stat 1 or 2.
        JsonStat "json-stat",
        /// DHIS2 `dataValueSet` as JSON.
        Dhis2Json "dhis2-json",
        /// DHIS2 `dataValueSet` as XML.
        Dhis2Xml "dhis2-xml",
        /// DHIS2 values as CSV.
        Dhis2Csv "dhis2-csv",
        /// IHE ADX.
        Adx "adx",
        /// FHIR R4 `MeasureReport`, alone or in a bundle.
        Fhir "fhir",
        /// Rows of the national quality indicators.
        Nki "nki",
        /// Case rows of a quality registry.
        SkdeCases "skde-cases",
        /// Coverage of a quality registry.
        SkdeCoverage "skde-coverage",
    }
}

named! {
    /// In which format values go out.
    Outgoing {
        /// CSV.
        Csv "csv",
        /// A workbook of Excel.
        Xlsx "xlsx",
        /// JSON-stat 2.
        JsonStat "json-stat",
        /// DHIS2 `dataValueSet` as JSON.
        Dhis2 "dhis2",
        /// IHE ADX.
        Adx "adx",
        /// A bundle of FHIR R4 with `Measure` and `MeasureReport`.
        Fhir "fhir",
    }
}

named! {
    /// What a column holds.
    Role {
        /// What is measured.
        Indicator "indicator",
        /// The unit.
        Unit "unit",
        /// The period.
        Period "period",
        /// What was counted.
        Numerator "numerator",
        /// Out of how many.
        Denominator "denominator",
        /// The value.
        Value "value",
        /// Where it comes from.
        Source "source",
        /// For which part.
        Stratum "stratum",
        /// Whether it may still change.
        Provisional "provisional",
        /// How much was reported.
        Coverage "coverage",
        /// Why there is no value.
        Missing "missing",
        /// What one should know.
        Note "note",
        /// Whether it counts those treated there or those who live there.
        Context "context",
    }
}

named! {
    /// Which part of an indicator a sender's code stands for.
    Part {
        /// The value itself.
        Value "value",
        /// What was counted.
        Numerator "numerator",
        /// Out of how many.
        Denominator "denominator",
        /// How much was reported.
        Coverage "coverage",
    }
}

named! {
    /// What a sender's code is the code of.
    What {
        /// Of an indicator.
        Indicator "indicator",
        /// Of a unit.
        Unit "unit",
        /// Of a part of those counted.
        Stratum "stratum",
    }
}

/// One of the sender's codes and ours for the same thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// What it is the code of.
    pub what: What,
    /// The sender's.
    pub theirs: String,
    /// Ours; empty for a stratum says that it is all of them.
    pub ours: String,
    /// Which part of the indicator.
    pub part: Part,
}

/// What is remembered about a sender's files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// How the files are made up; none when that is to be found out each time.
    pub format: Option<Format>,
    /// Which column holds what, by its name in the first row. Empty when the columns have our names.
    pub columns: BTreeMap<Role, String>,
    /// What holds for every row, where the file has no column for it.
    pub fixed: BTreeMap<Role, String>,
    /// `,` or `.` between whole and decimals; none when that is to be found out.
    pub decimal: Option<char>,
    /// What a day in the period's column stands for: `day`, `week`, `month`, `quarter`, `tertial`, `half`
    /// or `year`.
    pub dates_are: Option<String>,
    /// The sheet of a workbook; none for the first that can be seen.
    pub sheet: Option<String>,
    /// The register whose numbers name the units; none when they have our codes.
    pub unit_codes: Option<String>,
    /// The source of values that come without one.
    pub source: String,
    /// The sender's codes and ours.
    pub codes: Vec<Code>,
}

/// The largest number of codes of one sender.
pub const MAX_CODES: usize = 5_000;

impl Mapping {
    /// How the files write decimals.
    pub fn mark(&self) -> Option<Mark> {
        match self.decimal {
            Some(',') => Some(Mark::Comma),
            Some('.') => Some(Mark::Point),
            _ => None,
        }
    }

    /// The register whose numbers name the units.
    pub fn code_system(&self) -> Option<CodeSystem> {
        self.unit_codes.as_deref()?.parse().ok()
    }

    /// Reads the codes as people write them: a line each, `indicator;theirs;ours;part`. The number of
    /// the first line that cannot be read comes as the error.
    ///
    /// # Errors
    ///
    /// The line, from 1.
    pub fn read_codes(text: &str) -> Result<Vec<Code>, usize> {
        let mut codes = Vec::new();
        for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let mut cells = line.split(';').map(str::trim);
            let what = cells.next().and_then(|what| what.parse().ok());
            let (theirs, ours) = (cells.next().unwrap_or_default(), cells.next());
            let part = match cells.next() {
                None | Some("") => Some(Part::Value),
                Some(part) => part.parse().ok(),
            };
            let (Some(what), Some(ours), Some(part)) = (what, ours, part) else { return Err(place + 1) };
            let is_empty = theirs.is_empty() || (ours.is_empty() && what != What::Stratum);
            if is_empty || cells.next().is_some() || MAX_CODES <= codes.len() {
                return Err(place + 1);
            }
            codes.push(Code { what, theirs: theirs.to_owned(), ours: ours.to_owned(), part });
        }
        Ok(codes)
    }

    /// The codes as people write them.
    pub fn write_codes(&self) -> String {
        let line = |code: &Code| format!("{};{};{};{}\n", code.what.name(), code.theirs, code.ours, code.part.name());
        self.codes.iter().map(line).collect()
    }

    /// The mapping as one text, to be carried in a form between looking and saying yes.
    pub fn packed(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What [`Self::packed`] made; without a mapping when it is none.
    pub fn unpacked(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}
