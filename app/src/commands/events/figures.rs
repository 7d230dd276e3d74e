//! `varde events compute`: figures for each unit and period, with what was left out and what they rest on.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use jiff::Timestamp;
use serde_json::{Value, json};
use varde_document::{Cell as Text, CsvStyle, CsvWriter, Mark};
use varde_events::{Figure, Key, Reason, RestatementKey, Standardised, Weights, figures};
use varde_indicators::model::Entry;
use varde_indicators::rules::disclosure::counts;
use varde_indicators::rules::published::{self, Cell};
use varde_indicators::{Audience, Measure, Policy};
use varde_kernel::{UnitId, UnitTree};

use super::super::{Failure, say};
use super::{Asked, Counted, Counting};
use crate::config::Settings;

/// Flags of `varde events compute`.
#[derive(clap::Args)]
pub(super) struct Compute {
    #[command(flatten)]
    asked: Asked,
    /// Only the unit with this code; may be given several times.
    #[arg(long, value_name = "CODE")]
    unit: Vec<String>,
    /// Print small numbers too. For those who work with the units; nothing of it may be passed on.
    #[arg(long)]
    whole: bool,
    /// How figures are written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// Words and a table.
    Text,
    /// One object a definition, with all digits.
    Json,
    /// One row a figure.
    Csv,
}

/// Why a figure is not printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Shown,
    /// Fewer are counted than the definition asks for.
    TooFew,
    /// A small number stands in it, or could be worked out from it.
    KeptBack,
}

impl State {
    const fn name(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::TooFew => "too_few",
            Self::KeptBack => "kept_back",
        }
    }
}

/// A figure as it is printed.
struct Line<'a> {
    unit: &'a str,
    period: String,
    figure: Figure,
    state: State,
}

/// A definition's figures.
struct Sheet<'a> {
    counted: &'a Counted,
    key: RestatementKey,
    lines: Vec<Line<'a>>,
    /// Those left out because nobody knows where they live.
    nowhere: i64,
    /// Fewer than this are not told of exactly.
    few: i64,
}

/// Counts and prints.
pub(super) fn run(settings: &Settings, store: &Path, asked: &Compute) -> Result<(), Failure> {
    let policy = Policy::read(&settings.named()).map_err(|error| Failure::Asked(error.to_string()))?;
    let counting = asked.asked.count(settings, store)?;
    for code in &asked.unit {
        if counting.places.find(code).is_none() {
            return Err(Failure::Asked(format!("no event is of a unit {code:?}")));
        }
    }
    let policy = (!asked.whole).then_some(&policy);
    let mut sheets = Vec::new();
    for counted in &counting.all {
        let mut sheet = sheet(&counting, counted, policy)?;
        if !asked.unit.is_empty() {
            sheet.lines.retain(|line| asked.unit.iter().any(|code| code == line.unit));
        }
        sheets.push(sheet);
    }
    let text = match asked.format {
        Format::Text => sheets.iter().map(text).collect::<Vec<_>>().join("\n"),
        Format::Json => format!("{:#}", Value::Array(sheets.iter().map(json).collect())),
        Format::Csv => csv(&sheets),
    };
    say(text.trim_end());
    Ok(())
}

/// What the figures of a definition rest on.
pub(super) fn key(counting: &Counting, counted: &Counted, policy: Option<&Policy>) -> RestatementKey {
    RestatementKey {
        definition: counted.cube.definition.clone(),
        version: counted.cube.version,
        cut_off: counting.as_of.to_string(),
        structure: counting.as_of.to_string(),
        suppression: policy.map_or_else(|| "none".to_owned(), Policy::name),
    }
}

fn sheet<'a>(counting: &'a Counting, counted: &'a Counted, policy: Option<&Policy>) -> Result<Sheet<'a>, Failure> {
    let (definition, cube) = (&counted.told.definition, &counted.cube);
    let weights = Weights::of(definition, cube);
    let mut lines: Vec<Line<'a>> = figures(definition, cube, weights.as_ref())
        .into_iter()
        .map(|figure| Line {
            unit: counting.places.code(figure.unit).unwrap_or_default(),
            period: definition.period.text(figure.period),
            state: if figure.enough { State::Shown } else { State::TooFew },
            figure,
        })
        .collect();
    if let Some(policy) = policy {
        keep_back(&mut lines, policy)?;
    }
    lines.sort_by(|one, other| (one.unit, &one.period).cmp(&(other.unit, &other.period)));
    let nowhere = cube.cells.iter().filter(|(key, _)| key.unit == Key::NOWHERE);
    Ok(Sheet {
        counted,
        key: key(counting, counted, policy),
        lines,
        nowhere: nowhere.map(|(_, cell)| cell.excluded_for(Reason::ResidenceMissing)).sum(),
        few: policy.map_or(0, |policy| i64::from(policy.open.threshold)),
    })
}

/// Keeps back what no file may hold, as the indicators do. Which unit is part of which is not known here, and no sums
/// of units are printed.
fn keep_back(lines: &mut [Line<'_>], policy: &Policy) -> Result<(), Failure> {
    let mut cells = Vec::new();
    for line in lines.iter() {
        let entry = Entry {
            numerator: Some(line.figure.total.numerator()),
            denominator: Some(line.figure.total.denominator()),
            ..Entry::default()
        };
        cells.push(Cell {
            unit: UnitId::from_code(line.unit),
            context: varde_indicators::model::Context::Treating,
            stratum: String::new(),
            period: line.period.parse().map_err(|_| Failure::Asked(format!("{:?} is no period", line.period)))?,
            counts: counts(Measure::Percent, None, &entry).unwrap_or_default(),
            from: Timestamp::UNIX_EPOCH,
            until: None,
            shown: None,
            printed: false,
        });
    }
    let tree = UnitTree::new(Vec::new());
    let audiences =
        published::publish(&cells, &tree, policy, false).map_err(|error| Failure::Asked(error.to_string()))?;
    for (line, audience) in lines.iter_mut().zip(audiences) {
        if line.state == State::Shown && audience != Audience::Open {
            line.state = State::KeptBack;
        }
    }
    Ok(())
}

impl Sheet<'_> {
    /// Those left out by reason. Few of them are told of as fewer than so many.
    fn left_out(&self, line: &Line<'_>) -> Vec<(Reason, Result<i64, i64>)> {
        if line.state == State::KeptBack {
            return Vec::new();
        }
        let of = |reason: &Reason| {
            let n = line.figure.total.excluded_for(*reason);
            (0 < n).then_some((*reason, if n < self.few { Err(self.few) } else { Ok(n) }))
        };
        Reason::ALL.iter().filter_map(of).collect()
    }
}

fn in_words(n: Result<i64, i64>) -> String {
    n.map_or_else(|few| format!("fewer than {few}"), |n| n.to_string())
}

fn text(sheet: &Sheet<'_>) -> String {
    let told = &sheet.counted.told;
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}\n{}\n", told.name.en, sheet.key);
    let width = sheet.lines.iter().map(|line| line.unit.chars().count()).max().unwrap_or(0).max(4);
    let _ = writeln!(
        text,
        "{:width$} {:8} {:>10} {:>10} {:>7} {:>15}  {:>12} {:>15}",
        "unit", "period", "numerator", "of", "per cent", "95 % interval", "standardised", "95 % interval"
    );
    let share = |found: Option<Standardised>| {
        found.map_or_else(
            || ("-".to_owned(), "-".to_owned()),
            |found| {
                let (value, low, high) = (found.value * 100.0, found.low * 100.0, found.high * 100.0);
                (format!("{value:.1}"), format!("{low:.1} to {high:.1}"))
            },
        )
    };
    let mut left_out: BTreeMap<Reason, i64> = BTreeMap::new();
    for line in &sheet.lines {
        let Line { unit, period, figure, state } = line;
        if *state != State::KeptBack {
            for reason in Reason::ALL {
                *left_out.entry(*reason).or_default() += figure.total.excluded_for(*reason);
            }
        }
        let mark = if figure.provisional { " *" } else { "" };
        let _ = match state {
            State::TooFew => writeln!(text, "{unit:width$} {period:8} too few{mark}"),
            State::KeptBack => writeln!(text, "{unit:width$} {period:8} kept back{mark}"),
            State::Shown => {
                let ((value, interval), (adjusted, around)) = (share(figure.crude), share(figure.adjusted));
                let (n, of) = (figure.total.numerator(), figure.total.denominator());
                writeln!(
                    text,
                    "{unit:width$} {period:8} {n:>10} {of:>10} {value:>7} {interval:>15}  {adjusted:>12} {around:>15}{mark}"
                )
            }
        };
    }
    let reasons: Vec<String> = left_out
        .iter()
        .filter(|(_, n)| 0 < **n)
        .map(|(reason, n)| {
            let n = if *n < sheet.few { Err(sheet.few) } else { Ok(*n) };
            format!("{}: {}", reason.name(), in_words(n))
        })
        .collect();
    if !reasons.is_empty() {
        let _ =
            writeln!(text, "\nLeft out of what is above, by the first reason that applies: {}.", reasons.join("; "));
    }
    if 0 < sheet.nowhere {
        let n = if sheet.nowhere < sheet.few { Err(sheet.few) } else { Ok(sheet.nowhere) };
        let _ = writeln!(text, "Nobody knows where they live: {}.", in_words(n));
    }
    if sheet.lines.iter().any(|line| line.figure.provisional) {
        let _ = writeln!(text, "* may still change: the period was not over, or not ripe, on that day.");
    }
    if let Some(companion) = &told.definition.companion {
        let _ = writeln!(text, "Read it with {companion}.");
    }
    if let Some(note) = &told.note {
        let _ = writeln!(text, "{}", note.en);
    }
    text
}

fn json(sheet: &Sheet<'_>) -> Value {
    let share = |found: Option<Standardised>| {
        found.map(
            |found| json!({ "value": found.value, "low": found.low, "high": found.high, "covered": found.covered }),
        )
    };
    let lines: Vec<Value> = sheet
        .lines
        .iter()
        .map(|line| {
            let shown = line.state == State::Shown;
            let left_out: serde_json::Map<String, Value> = sheet
                .left_out(line)
                .into_iter()
                .map(|(reason, n)| {
                    (reason.name().to_owned(), n.map_or_else(|few| json!(format!("<{few}")), |n| json!(n)))
                })
                .collect();
            json!({
                "unit": line.unit,
                "period": line.period,
                "state": line.state.name(),
                "provisional": line.figure.provisional,
                "numerator": shown.then(|| line.figure.total.numerator()),
                "denominator": shown.then(|| line.figure.total.denominator()),
                "crude": share(line.figure.crude.filter(|_| shown)),
                "standardised": share(line.figure.adjusted.filter(|_| shown)),
                "left_out": left_out,
            })
        })
        .collect();
    let definition = &sheet.counted.told.definition;
    json!({
        "definition": definition.code,
        "version": definition.version,
        "indicator": definition.indicator,
        "name": sheet.counted.told.name.en,
        "read_with": definition.companion,
        "key": sheet.key.to_string(),
        "figures": lines,
    })
}

fn csv(sheets: &[Sheet<'_>]) -> String {
    let mut table = CsvWriter::new(CsvStyle { delimiter: ',', decimal: Mark::Point });
    let head = ["definition", "version", "unit", "period", "state", "provisional", "numerator", "denominator"];
    let shares = ["value", "low", "high", "standardised", "standardised_low", "standardised_high", "covered"];
    let reasons = Reason::ALL.iter().map(|reason| reason.name());
    table.texts(head.into_iter().chain(shares).chain(reasons).chain(["key"]));
    for sheet in sheets {
        for line in &sheet.lines {
            let total = &line.figure.total;
            let shown = line.state == State::Shown;
            let (crude, adjusted) = (line.figure.crude.filter(|_| shown), line.figure.adjusted.filter(|_| shown));
            let mut row: Vec<Text> = vec![
                Text::Text(sheet.key.definition.clone()),
                Text::Text(sheet.key.version.to_string()),
                Text::Text(line.unit.to_owned()),
                Text::Text(line.period.clone()),
                Text::Text(line.state.name().to_owned()),
                Text::Text(u8::from(line.figure.provisional).to_string()),
            ];
            let of =
                |share: Option<Standardised>| [share.map(|s| s.value), share.map(|s| s.low), share.map(|s| s.high)];
            let counts = [shown.then(|| total.numerator()), shown.then(|| total.denominator())];
            let numbers = counts.into_iter().chain(of(crude)).chain(of(adjusted)).chain([adjusted.map(|a| a.covered)]);
            row.extend(numbers.map(Text::of_number));
            let left_out = sheet.left_out(line);
            row.extend(Reason::ALL.iter().map(|reason| {
                let found = left_out.iter().find(|(one, _)| one == reason);
                Text::Text(
                    found.map_or_else(String::new, |(_, n)| n.map_or_else(|few| format!("<{few}"), |n| n.to_string())),
                )
            }));
            row.push(Text::Text(sheet.key.to_string()));
            table.row(&row);
        }
    }
    table.finish()
}
