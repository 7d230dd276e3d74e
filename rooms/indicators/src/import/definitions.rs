//! Definitions that others made, as proposals of ours: a FHIR `Measure`, a registry's descriptions of its indicators,
//! or a DHIS2's data elements and indicators. They are proposed, and nothing more: people decide whether to adopt
//! them.

use varde_document::{Kind, kind_of};
use varde_kernel::{IndicatorId, Problems, UnitId, Words};

use super::dhis2::metadata::Metadata;
use super::dhis2::proposals;
use super::{kind, report, said, skde};
use crate::model::{Direction, Indicator, Level, Measure, Sheet, State};

/// The longest code of an indicator.
const LONGEST_CODE: usize = 80;

/// An indicator as others define it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Its line in the file.
    pub line: usize,
    /// The indicator, proposed.
    pub indicator: Indicator,
    /// What those who made it call it: later files of values find the indicator by these.
    pub called: Vec<String>,
    /// From where on it is good enough, and acceptable, in per cent, as the registry has set it.
    pub levels: (Option<f64>, Option<f64>),
    /// Whether those who made it reckon its values up to a year, which we do not.
    pub annualised: bool,
}

/// What a file of definitions proposes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definitions {
    /// The indicators.
    pub found: Vec<Proposal>,
    /// What is left out, since it is not measured in numbers.
    pub left_out: Vec<String>,
    /// Everything that is wrong. With any, nothing of the file is used.
    pub problems: Problems,
}

impl Definitions {
    /// Nothing but what is wrong with the file as a whole.
    pub fn refused(key: &'static str) -> Self {
        let mut problems = Problems::new();
        problems.line(1, None, key, vec![]);
        Self { problems, ..Self::default() }
    }
}

/// Reads a file of definitions for a unit that will answer for them.
pub fn read(bytes: &[u8], unit: UnitId) -> Definitions {
    let plain = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    if kind_of(bytes) == Kind::Csv && plain.trim_ascii_start().starts_with(b"{") {
        return of_json(plain, unit);
    }
    let table = match kind::open(bytes, None) {
        Ok(table) => table,
        Err(refused) => return Definitions { problems: refused.problems, ..Definitions::default() },
    };
    let (described, mut problems) = skde::descriptions(&table);
    let mut found: Vec<Proposal> = Vec::new();
    for one in described.into_iter().filter(|one| one.include) {
        let proposal = of_description(&one, unit, &mut problems);
        if let Some(first) = found.iter().find(|known| known.indicator.code == proposal.indicator.code) {
            let args = vec![("line", first.line.to_string())];
            problems.line(proposal.line, Some("id"), "indicators-import-twice", args);
        }
        found.push(proposal);
    }
    if found.is_empty() && problems.is_empty() {
        problems.line(1, None, "indicators-import-empty", vec![]);
    }
    Definitions { found, problems, ..Definitions::default() }
}

/// A DHIS2's metadata by what it holds; anything else must be a FHIR `Measure`.
fn of_json(bytes: &[u8], unit: UnitId) -> Definitions {
    match (report::measure(bytes), Metadata::read(bytes)) {
        (Ok(measure), _) => Definitions { found: vec![of_measure(&measure, unit)], ..Definitions::default() },
        (Err(_), Ok(metadata)) if !metadata.indicators.is_empty() || !metadata.data_elements.is_empty() => {
            proposals::of(&metadata, unit)
        }
        (Err(key), _) => Definitions::refused(key),
    }
}

/// A code as ours are written: small letters, digits, dots and dashes.
pub(super) fn code_of(text: &str) -> String {
    let plain = |letter: char| {
        let letter = letter.to_ascii_lowercase();
        if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_') { letter } else { '-' }
    };
    text.chars().map(plain).take(LONGEST_CODE).collect()
}

fn direction(more_is_better: Option<bool>) -> Direction {
    match more_is_better {
        Some(true) => Direction::Up,
        Some(false) => Direction::Down,
        None => Direction::None,
    }
}

/// An indicator of which nothing but code and name is known.
pub(crate) fn blank(code: String, name: &str, unit: UnitId) -> Indicator {
    Indicator {
        id: IndicatorId::from_code(&code),
        name: Words::plain(said::tidy(if name.is_empty() { &code } else { name })),
        code,
        measure: Measure::Percent,
        per: None,
        direction: Direction::None,
        direction_stated: false,
        state: State::Proposed,
        levels: Vec::new(),
        data: String::new(),
        source_owner: String::new(),
        companion_of: String::new(),
        definition: Words::default(),
        numerator: Words::default(),
        denominator: Words::default(),
        note: Words::default(),
        unit: Some(unit),
        source: String::new(),
        sheet: Sheet::default(),
        definition_version: 1,
        version: 1,
    }
}

/// A long text of others, as it may be kept.
pub(super) fn kept(text: &str) -> Words {
    let plain = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    Words::plain(text.chars().filter(plain).take(varde_web::MAX_LONG_TEXT).collect::<String>())
}

fn of_measure(from: &report::Definition, unit: UnitId) -> Proposal {
    let measure = match from.scoring.as_str() {
        "ratio" => Measure::Ratio,
        "continuous-variable" => Measure::Score,
        "cohort" => Measure::Count,
        _ => Measure::Percent,
    };
    let source = [from.publisher.as_str(), from.version.as_str()].join(" ").trim().to_owned();
    let indicator = Indicator {
        measure,
        direction: direction(from.more_is_better),
        direction_stated: from.more_is_better.is_some(),
        definition: kept(&from.description),
        numerator: kept(&from.numerator),
        denominator: kept(&from.denominator),
        source: said::tidy(&source),
        ..blank(code_of(&from.code), &from.title, unit)
    };
    Proposal { line: 1, indicator, called: vec![said::tidy(&from.code)], levels: (None, None), annualised: false }
}

fn of_description(from: &skde::Described, unit: UnitId, problems: &mut Problems) -> Proposal {
    let measure = match from.sort.to_lowercase().as_str() {
        "" | "andel" | "prosent" | "share" => Measure::Percent,
        "gjennomsnitt" | "median" | "snitt" | "mean" => Measure::Score,
        "antall" | "antal" | "count" => Measure::Count,
        _ => {
            problems.line(from.line, Some("type"), "web-problem-choice", vec![]);
            Measure::Percent
        }
    };
    // A share is printed as one; what is measured otherwise stands as it is.
    let scale = if measure == Measure::Percent { 100.0 } else { 1.0 };
    let sheet = Sheet {
        least_denominator: from.min_denominator,
        coverage_indicator: code_of(&from.coverage_id),
        ..Sheet::default()
    };
    let indicator = Indicator {
        measure,
        direction: direction(from.more_is_better),
        direction_stated: from.more_is_better.is_some(),
        levels: vec![Level::Enterprise, Level::National],
        definition: kept(&from.description),
        source: said::tidy(&from.registry),
        sheet,
        ..blank(code_of(&from.id), &from.title, unit)
    };
    let scaled = |level: Option<f64>| level.map(|level| level * scale);
    let levels = (scaled(from.level_green), scaled(from.level_yellow));
    Proposal { line: from.line, indicator, called: vec![said::tidy(&from.id)], levels, annualised: false }
}
