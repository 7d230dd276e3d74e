//! From the sender's codes to ours, and the parts of a value put together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use varde_kernel::Words;
use varde_people::model::units::{CodeSystem, Register};

use super::dhis2::metadata::{Metadata, Unusable};
use super::said::{Reading, Said, tidy};
use super::sender::{Mapping, Part, What};
use super::values::Line;
use crate::model::Entry;

/// Codes of units by what the sender calls them.
type Units = HashMap<String, String>;

/// Finds our codes for what a file says. `indicators` are the codes that are known here.
pub fn translate(
    mut reading: Reading,
    mapping: &Mapping,
    metadata: Option<&Metadata>,
    register: &Register,
    indicators: &BTreeSet<String>,
) -> (Vec<Line>, Reading) {
    let dictionary = Dictionary::of(mapping, register);
    if let Some(metadata) = metadata.filter(|_| reading.problems.is_empty()) {
        indicators_of(metadata, &mut reading, &dictionary, indicators);
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut places: BTreeMap<Key, (usize, Vec<Part>)> = BTreeMap::new();
    for said in std::mem::take(&mut reading.said) {
        let Some(period) = said.period else { continue };
        let (indicator, part) = dictionary.indicator(&said);
        let (unit, stratum) = (dictionary.unit(&said.unit), dictionary.stratum(&said.stratum()));
        let key = (indicator.clone(), unit.clone(), stratum.clone(), said.residence, period.to_string());
        if let Some((place, had)) = places.get_mut(&key) {
            let Some(line) = lines.get_mut(*place) else { continue };
            if had.contains(&part) || is_given(&line.entry, part) {
                let args = vec![("line", line.line.to_string())];
                reading.problems.line(said.line, None, "indicators-import-twice", args);
            } else {
                put(&mut line.entry, part, &said);
            }
            had.push(part);
            continue;
        }
        let mut entry = Entry {
            provisional: said.provisional,
            approximate: said.approximate,
            note: note(&said),
            source: if said.source.is_empty() { tidy(&mapping.source) } else { said.source.clone() },
            ..Entry::default()
        };
        put(&mut entry, part, &said);
        places.insert(key, (lines.len(), vec![part]));
        lines.push(Line { line: said.line, indicator, unit, stratum, residence: said.residence, period, entry });
    }
    (lines, reading)
}

type Key = (String, String, String, bool, String);

/// Whether the entry holds what this part would bring.
fn is_given(entry: &Entry, part: Part) -> bool {
    match part {
        Part::Value => entry.value.is_some(),
        Part::Numerator => entry.numerator.is_some(),
        Part::Denominator => entry.denominator.is_some(),
        Part::Coverage => entry.coverage.is_some(),
    }
}

fn put(entry: &mut Entry, part: Part, said: &Said) {
    match part {
        Part::Value => {
            entry.numerator = said.numerator.or(entry.numerator);
            entry.denominator = said.denominator.or(entry.denominator);
            entry.value = said.value;
            entry.coverage = said.coverage.or(entry.coverage);
            entry.missing = said.missing.and_then(|reason| reason.parse().ok());
        }
        Part::Numerator => entry.numerator = said.value.or(said.numerator),
        Part::Denominator => entry.denominator = said.value.or(said.denominator),
        Part::Coverage => entry.coverage = said.value.or(said.coverage),
    }
}

fn note(said: &Said) -> Words {
    Words::plain(said.note.clone())
}

/// With metadata, the values are what indicators are worked out from; those that are neither mapped nor
/// known here themselves are not used further.
fn indicators_of(metadata: &Metadata, reading: &mut Reading, dictionary: &Dictionary, known: &BTreeSet<String>) {
    let (computed, unusable) = metadata.indicators(&reading.said);
    for Unusable { name, at } in unusable {
        reading.remark("indicators-import-expression", vec![("name", name), ("at", at)]);
    }
    let is_known = |said: &Said| known.contains(&dictionary.indicator(said).0);
    let total = computed.iter().map(|said| said.indicator.as_str()).collect::<BTreeSet<_>>().len();
    let used: Vec<Said> = computed.into_iter().filter(|said| is_known(said)).collect();
    let n_used = used.iter().map(|said| said.indicator.as_str()).collect::<BTreeSet<_>>().len();
    reading.remark("indicators-import-computed", vec![("n", n_used.to_string()), ("total", total.to_string())]);
    reading.said.retain(is_known);
    reading.said.extend(used);
    if reading.said.is_empty() && reading.problems.is_empty() {
        reading.refuse(1, "indicators-import-nothing-known");
    }
}

/// Units by their numbers in the national registers, for files that name no register. A number that two
/// registers give to different units, or that is some unit's code here, says nothing.
fn numbers(register: &Register) -> Units {
    let codes: BTreeSet<&str> = register.iter().map(|unit| unit.code.as_str()).collect();
    let mut found: HashMap<String, Option<String>> = HashMap::new();
    for unit in register.iter() {
        for held in unit.codes.iter().filter(|held| held.value.system != CodeSystem::Local) {
            let number = held.value.code.replace(' ', "");
            if codes.contains(number.as_str()) {
                continue;
            }
            let known = found.entry(number).or_insert_with(|| Some(unit.code.clone()));
            if known.as_ref() != Some(&unit.code) {
                *known = None;
            }
        }
    }
    found.into_iter().filter_map(|(number, code)| Some((number, code?))).collect()
}

/// The sender's codes and ours.
struct Dictionary {
    indicators: HashMap<String, (String, Part)>,
    units: Units,
    strata: HashMap<String, String>,
}

impl Dictionary {
    fn of(mapping: &Mapping, register: &Register) -> Self {
        let mut units = Units::new();
        if let Some(system) = mapping.code_system() {
            for unit in register.iter() {
                for held in unit.codes.iter().filter(|held| held.value.system == system) {
                    units.insert(held.value.code.replace(' ', ""), unit.code.clone());
                }
            }
        }
        for (number, code) in numbers(register) {
            units.entry(number).or_insert(code);
        }
        let (mut indicators, mut strata) = (HashMap::new(), HashMap::new());
        for code in &mapping.codes {
            match code.what {
                What::Indicator => {
                    indicators.insert(code.theirs.clone(), (code.ours.clone(), code.part));
                }
                What::Unit => {
                    units.insert(code.theirs.clone(), code.ours.clone());
                }
                What::Stratum => {
                    strata.insert(code.theirs.clone(), code.ours.clone());
                }
            }
        }
        Self { indicators, units, strata }
    }

    fn indicator(&self, said: &Said) -> (String, Part) {
        if let Some(found) = self.indicators.get(&said.indicator) {
            return found.clone();
        }
        // As we write them ourselves where a format holds one number at a time.
        for (ending, part) in [(".numerator", Part::Numerator), (".denominator", Part::Denominator)] {
            if let Some(code) = said.indicator.strip_suffix(ending) {
                return (code.to_owned(), part);
            }
        }
        (said.indicator.clone(), Part::Value)
    }

    fn unit(&self, theirs: &str) -> String {
        let found = self.units.get(theirs).or_else(|| self.units.get(&theirs.replace(' ', "")));
        found.cloned().unwrap_or_else(|| theirs.to_owned())
    }

    fn stratum(&self, theirs: &str) -> String {
        self.strata.get(theirs).cloned().unwrap_or_else(|| theirs.to_owned())
    }
}
