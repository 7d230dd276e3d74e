//! The files under `content/code-sets/`. What their fields mean stands in `content/code-sets/README.md`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Fault, OnLine};
use crate::rules::coding::maps::{CodeMap, Gap, Origin, Pair, Place, Relation, SetName};
use crate::rules::coding::model::{Axis, Code, CodeSet, Coded, Head, NamedBy, NamesBy, Takes, Validity};
use crate::rules::coding::risk::{Band, RiskMatrix};
use jiff::civil::Date;
use varde_kernel::Words;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    nb: String,
    nn: String,
    en: String,
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self { nb: text.nb, nn: Some(text.nn), en: Some(text.en) }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetFile {
    id: String,
    version: String,
    name: Text,
    names_by: NamesEntry,
    source: String,
    licence: String,
    valid_from: Option<String>,
    valid_to: Option<String>,
    provenances: BTreeMap<String, String>,
    axes: Vec<AxisEntry>,
    codes: Vec<CodeEntry>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum By {
    Owner,
    Varde,
}

impl From<By> for NamedBy {
    fn from(by: By) -> Self {
        match by {
            By::Owner => Self::Owner,
            By::Varde => Self::Varde,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesEntry {
    nb: By,
    nn: By,
    en: By,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AxisEntry {
    key: String,
    name: Text,
    /// How many codes it takes; one when it is not said.
    most: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeEntry {
    axis: String,
    code: String,
    parent: Option<String>,
    name: Text,
    /// Established when it is not said otherwise.
    established: Option<bool>,
    provenance: String,
    valid_from: Option<String>,
    valid_to: Option<String>,
}

/// Reads a code set.
///
/// # Errors
///
/// Everything that is wrong, by line; a file that is no YAML of this form has one fault.
pub fn read_set(yaml: &str) -> Result<CodeSet, Vec<OnLine>> {
    let file: SetFile = parsed(yaml)?;
    let lines = entry_lines(yaml, "codes:");
    let mut faults = Vec::new();
    let head = Head {
        id: file.id,
        version: file.version,
        name: file.name.into(),
        names_by: NamesBy { nb: file.names_by.nb.into(), nn: file.names_by.nn.into(), en: file.names_by.en.into() },
        source: file.source,
        licence: file.licence,
        valid: validity(file.valid_from, file.valid_to, None, &mut faults),
        axes: file.axes.into_iter().map(axis).collect(),
    };
    let mut codes = Vec::new();
    for (at, entry) in file.codes.into_iter().enumerate() {
        let line = lines.get(at).copied();
        let provenance = file.provenances.get(&entry.provenance).cloned();
        if provenance.is_none() {
            faults.push((line, Fault::UnknownProvenance(entry.provenance)));
        }
        codes.push(Code {
            axis: entry.axis,
            code: entry.code,
            parent: entry.parent,
            name: entry.name.into(),
            established: entry.established.unwrap_or(true),
            provenance: provenance.unwrap_or_default(),
            valid: validity(entry.valid_from, entry.valid_to, line, &mut faults),
        });
    }
    match CodeSet::new(head, codes) {
        Ok(set) if faults.is_empty() => return Ok(set),
        Ok(_) => {}
        Err(flaws) => {
            let placed = |at: Option<usize>| at.and_then(|at| lines.get(at).copied());
            faults.extend(flaws.into_iter().map(|(at, flaw)| (placed(at), Fault::Flaw(flaw))));
        }
    }
    faults.sort_by_key(|(line, _)| *line);
    Err(faults)
}

fn axis(entry: AxisEntry) -> Axis {
    let takes = entry.most.map_or(Takes::One, |most| Takes::Several { most });
    Axis { key: entry.key, name: entry.name.into(), takes }
}

fn validity(from: Option<String>, to: Option<String>, line: Option<usize>, faults: &mut Vec<OnLine>) -> Validity {
    let mut date = |text: Option<String>| -> Option<Date> {
        let text = text?;
        let date = text.parse().ok();
        if date.is_none() {
            faults.push((line, Fault::Date(text)));
        }
        date
    };
    Validity { from: date(from), to: date(to) }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MapFile {
    from: SetEntry,
    to: SetEntry,
    origin: OriginEntry,
    source: String,
    pairs: Vec<PairEntry>,
    gaps: Vec<GapEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetEntry {
    id: String,
    version: String,
}

impl From<SetEntry> for SetName {
    fn from(entry: SetEntry) -> Self {
        Self { id: entry.id, version: entry.version }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum OriginEntry {
    Official,
    Varde,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RelationEntry {
    Equivalent,
    Broader,
    Narrower,
    Related,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PairEntry {
    from: String,
    to: String,
    relation: RelationEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GapEntry {
    from: String,
    why: Text,
}

/// Reads a map. Whether the codes it names exist is for `maps::faults` to say, which has both sets.
///
/// # Errors
///
/// Everything that is wrong, by line; a file that is no YAML of this form has one fault.
pub fn read_map(yaml: &str) -> Result<CodeMap, Vec<OnLine>> {
    let file: MapFile = parsed(yaml)?;
    let (pair_lines, gap_lines) = (entry_lines(yaml, "pairs:"), entry_lines(yaml, "gaps:"));
    let (mut pairs, mut gaps, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for (at, entry) in file.pairs.into_iter().enumerate() {
        let Some((axis, code)) = entry.to.split_once('/') else {
            faults.push((pair_lines.get(at).copied(), Fault::UnknownWord(entry.to)));
            continue;
        };
        let relation = match entry.relation {
            RelationEntry::Equivalent => Relation::Equivalent,
            RelationEntry::Broader => Relation::Broader,
            RelationEntry::Narrower => Relation::Narrower,
            RelationEntry::Related => Relation::Related,
        };
        pairs.push(Pair { from: place(&entry.from), to: Coded::new(axis, code), relation });
    }
    for (at, entry) in file.gaps.into_iter().enumerate() {
        let gap = Gap { from: place(&entry.from), why: entry.why.into() };
        if gap.why.is_empty() {
            faults.push((gap_lines.get(at).copied(), Fault::UnknownWord(entry.from)));
        }
        gaps.push(gap);
    }
    let origin = match file.origin {
        OriginEntry::Official => Origin::Official,
        OriginEntry::Varde => Origin::Varde,
    };
    let map = CodeMap { from: file.from.into(), to: file.to.into(), origin, source: file.source, pairs, gaps };
    if faults.is_empty() { Ok(map) } else { Err(faults) }
}

/// `axis/code`, or an axis alone.
fn place(text: &str) -> Place {
    let (axis, code) = text.split_once('/').map_or((text, None), |(axis, code)| (axis, Some(code)));
    Place { axis: axis.to_owned(), code: code.map(str::to_owned) }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MatrixFile {
    frequencies: Vec<String>,
    consequences: Vec<String>,
    bands: Vec<Vec<BandEntry>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum BandEntry {
    Accept,
    Consider,
    Act,
}

/// Reads a risk matrix.
///
/// # Errors
///
/// What is wrong; nothing of it has a line of its own.
pub fn read_matrix(yaml: &str) -> Result<RiskMatrix, Vec<OnLine>> {
    let file: MatrixFile = parsed(yaml)?;
    let band = |entry: BandEntry| match entry {
        BandEntry::Accept => Band::Accept,
        BandEntry::Consider => Band::Consider,
        BandEntry::Act => Band::Act,
    };
    let bands = file.bands.into_iter().map(|row| row.into_iter().map(band).collect()).collect();
    RiskMatrix::new(file.frequencies, file.consequences, bands).map_err(|fault| vec![(None, Fault::Matrix(fault))])
}

fn parsed<T: for<'a> Deserialize<'a>>(yaml: &str) -> Result<T, Vec<OnLine>> {
    serde_norway::from_str(yaml).map_err(|error| {
        let line = error.location().map(|location| location.line());
        vec![(line, Fault::Yaml(error.to_string()))]
    })
}

/// The line of each entry of a list, `key` being the line above it. The reader of YAML does not tell places of
/// what it has read; in these files each entry of a list begins with a dash, and what belongs to it stands deeper.
fn entry_lines(yaml: &str, key: &str) -> Vec<usize> {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let is_said = |line: &&(usize, &str)| !line.1.trim().is_empty() && !line.1.trim_start().starts_with('#');
    let lines: Vec<(usize, &str)> = (1..).zip(yaml.lines()).collect();
    let mut list = lines.iter().skip_while(|line| line.1.trim_end() != key).skip(1).filter(is_said).peekable();
    let Some(own) = list.peek().map(|line| depth(line.1)) else { return Vec::new() };
    list.take_while(|line| own < depth(line.1) || (own == depth(line.1) && line.1.trim_start().starts_with('-')))
        .filter(|line| depth(line.1) == own)
        .map(|line| line.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rules::coding::model::Flaw;

    const HEAD: &str = "id: test\nversion: \"1\"\nname: {nb: T, nn: T, en: T}\n\
        names_by: {nb: varde, nn: varde, en: owner}\nsource: s\nlicence: l\nvalid_from: \"2026-13-01\"\n\
        provenances: {p: place}\naxes:\n  - {key: a, name: {nb: A, nn: A, en: A}, most: 2}\ncodes:\n";

    #[test]
    fn everything_that_is_wrong_is_told_by_line() {
        let codes = "  # a comment\n  - {axis: a, code: \"1\", name: {nb: N, nn: N, en: N}, provenance: p}\n\n  \
            - axis: a\n    code: \"1\"\n    name: {nb: N, nn: N, en: N}\n    provenance: q\n    valid_to: never\n  \
            - {axis: b, code: \"2\", name: {nb: N, nn: N, en: N}, provenance: p}\n";
        let expected = vec![
            (None, Fault::Date("2026-13-01".to_owned())),
            (Some(15), Fault::UnknownProvenance("q".to_owned())),
            (Some(15), Fault::Date("never".to_owned())),
            (Some(15), Fault::Flaw(Flaw::Duplicate("1".to_owned()))),
            (Some(20), Fault::Flaw(Flaw::UnknownAxis("b".to_owned()))),
        ];
        assert_eq!(read_set(&format!("{HEAD}{codes}")), Err(expected));
    }

    #[test]
    fn what_is_no_yaml_is_told_where() {
        let fault = read_set("id: test\nversion: [\n").err().unwrap().swap_remove(0);
        assert!(matches!(fault, (Some(_), Fault::Yaml(_))), "{fault:?}");
        let unknown = read_set(&HEAD.replace("licence: l", "license: l")).err().unwrap().swap_remove(0);
        assert!(matches!(&unknown, (Some(_), Fault::Yaml(text)) if text.contains("license")), "{unknown:?}");
    }

    #[test]
    fn a_map_goes_to_codes_and_says_why_not() {
        let head = "from: {id: a, version: \"1\"}\nto: {id: b, version: \"2\"}\norigin: varde\nsource: s\n";
        let good = format!(
            "{head}pairs:\n  - {{from: x/1.2, to: y/3, relation: broader}}\n  \
             - {{from: x, to: y/4, relation: related}}\ngaps: []\n"
        );
        let map = read_map(&good).unwrap();
        assert_eq!(map.pairs[0].from, Place { axis: "x".to_owned(), code: Some("1.2".to_owned()) });
        assert_eq!((map.pairs[1].from.code.as_ref(), map.pairs[1].relation), (None, Relation::Related));
        let bad = format!(
            "{head}pairs:\n  - {{from: x, to: y, relation: broader}}\ngaps:\n  \
             - {{from: z, why: {{nb: \"\", nn: \"\", en: \"\"}}}}\n"
        );
        let word = |line, word: &str| (Some(line), Fault::UnknownWord(word.to_owned()));
        assert_eq!(read_map(&bad), Err(vec![word(6, "y"), word(8, "z")]));
    }

    proptest! {
        #[test]
        fn whatever_comes_nothing_panics(text in ".{0,80}", lines in "[a-c:\\-\n {}\\[\\]\"]{0,80}") {
            for text in [text.clone(), format!("{HEAD}{lines}"), lines] {
                let _ = (read_set(&text), read_map(&text), read_matrix(&text));
            }
        }
    }
}
