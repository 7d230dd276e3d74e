//! From the sender's codes to ours, and the parts of a value put together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use varde_kernel::Words;
use varde_people::model::units::{CodeSystem, Register};
use varde_people::rules::units::is_dhis2_id;

use super::dhis2::metadata::{Metadata, Unusable};
use super::said::{Reading, Said, Unfit, tidy};
use super::sender::{Mapping, Part, What};
use super::values::Line;
use crate::model::{Codes, Entry};

/// Codes of units by what the sender calls them.
type Units = HashMap<String, String>;

/// Finds our codes for what a file says. `codes` are those of the indicators that are known here.
pub fn translate(
    mut reading: Reading,
    mapping: &Mapping,
    metadata: Option<&Metadata>,
    register: &Register,
    codes: &Codes,
) -> (Vec<Line>, Reading) {
    let dictionary = Dictionary::of(mapping, metadata, (register, codes));
    if let Some(metadata) = metadata.filter(|_| reading.problems.is_empty()) {
        indicators_of(metadata, &mut reading, &dictionary);
    }
    let (mut lines, mut doubled): (Vec<Line>, Vec<Unfit>) = (Vec::new(), Vec::new());
    let mut places: BTreeMap<Key, (usize, Vec<Part>)> = BTreeMap::new();
    for mut said in std::mem::take(&mut reading.said) {
        let Some(period) = said.period else { continue };
        said.strata.retain(|(_, category)| !metadata.is_some_and(|metadata| metadata.is_default(category)));
        let (indicator, part) = dictionary.indicator(&said);
        let (unit, (stratum, stratum_name)) = (dictionary.unit(&said.unit), dictionary.stratum(&said, metadata));
        let key = (indicator.clone(), unit.clone(), stratum.clone(), said.residence, period.to_string());
        if let Some((place, had)) = places.get_mut(&key) {
            let Some(line) = lines.get_mut(*place) else { continue };
            if had.contains(&part) || is_given(&line.entry, part) {
                let args = vec![("line", line.line.to_string())];
                reading.problems.line(said.line, None, "indicators-import-twice", args);
                if part == Part::Value {
                    doubled.push(Unfit { said: Said { indicator, unit, ..said }, is_whole: true });
                }
            } else {
                put(&mut line.entry, part, &said);
                line.computed |= said.computed;
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
        let (line, residence, computed) = (said.line, said.residence, said.computed);
        lines.push(Line { line, indicator, unit, stratum, stratum_name, residence, period, entry, computed });
    }
    for Unfit { said, is_whole } in &mut reading.unfit {
        let (indicator, part) = dictionary.indicator(said);
        (said.unit, said.indicator) = (dictionary.unit(&said.unit), indicator);
        if part != Part::Value {
            // One part of a value alone says nothing of the others.
            (said.numerator, said.denominator, said.value, *is_whole) = (None, None, None, false);
        }
    }
    reading.unfit.append(&mut doubled);
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

/// The numbers of a value that is said whole, and why there are none.
pub fn whole(said: &Said) -> Entry {
    let mut entry = Entry::default();
    put(&mut entry, Part::Value, said);
    Entry { note: note(said), ..entry }
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
fn indicators_of(metadata: &Metadata, reading: &mut Reading, dictionary: &Dictionary<'_>) {
    let (computed, unusable) = metadata.indicators(&reading.said);
    for Unusable { name, at } in unusable {
        reading.remark("indicators-import-expression", vec![("name", name), ("at", at)]);
    }
    let is_known = |said: &Said| dictionary.codes.own.contains(&dictionary.indicator(said).0);
    let total = computed.iter().map(|said| said.indicator.as_str()).collect::<BTreeSet<_>>().len();
    let used: Vec<Said> = computed.into_iter().filter(|said| is_known(said)).collect();
    let n_used = used.iter().map(|said| said.indicator.as_str()).collect::<BTreeSet<_>>().len();
    reading.remark("indicators-import-computed", vec![("n", n_used.to_string()), ("total", total.to_string())]);
    reading.said.retain(is_known);
    reading.said.extend(used);
}

/// Units by their numbers in the national registers and their ids in a DHIS2, for files that name no register. A number
/// that two registers give to different units, or that is some unit's code here, says nothing.
fn numbers(register: &Register, codes: &BTreeSet<&str>) -> Units {
    let mut found: HashMap<String, Option<String>> = HashMap::new();
    for unit in register.iter() {
        // Two organisations may use the same number of their own, but for what a DHIS2 has drawn.
        let says = |system: CodeSystem, code: &str| system != CodeSystem::Local || is_dhis2_id(code);
        for held in unit.codes.iter().filter(|held| says(held.value.system, &held.value.code)) {
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
struct Dictionary<'a> {
    codes: &'a Codes,
    indicators: HashMap<String, (String, Part)>,
    units: Units,
    strata: HashMap<String, String>,
}

impl<'a> Dictionary<'a> {
    fn of(mapping: &Mapping, metadata: Option<&Metadata>, (register, codes): (&Register, &'a Codes)) -> Self {
        let mut units = Units::new();
        if let Some(system) = mapping.code_system() {
            for unit in register.iter() {
                for held in unit.codes.iter().filter(|held| held.value.system == system) {
                    units.insert(held.value.code.replace(' ', ""), unit.code.clone());
                }
            }
        }
        let own: BTreeSet<&str> = register.iter().map(|unit| unit.code.as_str()).collect();
        for (number, code) in numbers(register, &own) {
            units.entry(number).or_insert(code);
        }
        // With its metadata, what a DHIS2 calls a unit by its code is the one that has its id.
        let is_news = |code: &str| !code.is_empty() && !own.contains(code);
        for theirs in metadata.iter().flat_map(|metadata| &metadata.organisation_units) {
            if let Some(ours) = units.get(&theirs.id).cloned().filter(|_| is_news(&theirs.code)) {
                units.entry(theirs.code.clone()).or_insert(ours);
            }
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
        Self { codes, indicators, units, strata }
    }

    fn indicator(&self, said: &Said) -> (String, Part) {
        if let Some(found) = self.indicators.get(&said.indicator) {
            return found.clone();
        }
        let ours = |theirs: &str| self.codes.find(theirs).unwrap_or(theirs).to_owned();
        // As we write them ourselves where a format holds one number at a time.
        for (ending, part) in [(".numerator", Part::Numerator), (".denominator", Part::Denominator)] {
            if let Some(code) = said.indicator.strip_suffix(ending) {
                return (ours(code), part);
            }
        }
        (ours(&said.indicator), Part::Value)
    }

    fn unit(&self, theirs: &str) -> String {
        let found = self.units.get(theirs).or_else(|| self.units.get(&theirs.replace(' ', "")));
        found.cloned().unwrap_or_else(|| theirs.to_owned())
    }

    /// The part of those counted, and what it is called where the sender's metadata says so.
    fn stratum(&self, said: &Said, metadata: Option<&Metadata>) -> (String, String) {
        let theirs = said.stratum();
        if let Some(ours) = self.strata.get(&theirs) {
            return (ours.clone(), ours.clone());
        }
        let names: Vec<&str> = said
            .strata
            .iter()
            .map(|(_, code)| metadata.and_then(|metadata| metadata.combo_name(code)).unwrap_or(code))
            .collect();
        (theirs, tidy(&names.join(" · ")))
    }
}
