//! The files under `content/code-sets/`: every set, map and matrix loads, and they fit each other.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use varde_incidents::import::codes::{read_map, read_matrix, read_set};
use varde_incidents::rules::coding::check::check;
use varde_incidents::rules::coding::harm::{Harm, Merp};
use varde_incidents::rules::coding::lfpse::{Physical, Psychological};
use varde_incidents::rules::coding::maps::{CodeMap, Loss, Origin, Relation, SetName, convert, faults};
use varde_incidents::rules::coding::model::{CodeSet, Coded, Takes};
use varde_incidents::rules::coding::risk::Band;
use varde_incidents::rules::coding::search::{Query, search};
use varde_kernel::Locale;

const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/code-sets");

/// The YAML files of a folder, by name without ending.
fn files(folder: &str) -> BTreeMap<String, String> {
    let path = PathBuf::from(CONTENT).join(folder);
    let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
    let yaml = entries.filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    yaml.map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        (path.file_stem().unwrap().to_str().unwrap().to_owned(), text)
    })
    .collect()
}

fn sets() -> BTreeMap<String, CodeSet> {
    let sets = files("").into_iter().filter(|(name, _)| name != "risk-matrix");
    sets.map(|(name, text)| {
        let set = read_set(&text).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        (name, set)
    })
    .collect()
}

fn maps() -> BTreeMap<String, CodeMap> {
    let read = |(name, text): (String, String)| {
        let map = read_map(&text).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        (name, map)
    };
    files("maps").into_iter().map(read).collect()
}

#[test]
fn every_set_says_what_it_is_and_where_it_comes_from() {
    let sets = sets();
    let names: Vec<&str> = sets.keys().map(String::as_str).collect();
    assert_eq!(names, ["icps", "lfpse", "mim-ps", "ncc-merp", "nokup", "varde", "why-anonymous"]);
    for (name, set) in &sets {
        let head = set.head();
        assert_eq!(*name, head.id);
        assert!(!head.source.is_empty() && !head.licence.is_empty(), "{name}");
        assert_eq!(head.valid.from.is_none(), name == "varde", "{name}");
        for axis in &head.axes {
            let is_filled =
                [Locale::Nb, Locale::Nn, Locale::En].iter().all(|locale| !axis.name.get(*locale).is_empty());
            assert!(is_filled, "{name} {}", axis.key);
        }
        for code in set.codes() {
            assert!(!code.provenance.is_empty(), "{name} {}", code.code);
            let written = [Some(&code.name.nb), code.name.nn.as_ref(), code.name.en.as_ref()];
            assert!(
                written.iter().all(|text| text.is_some_and(|text| !text.trim().is_empty())),
                "{name} {}",
                code.code
            );
        }
    }
}

#[test]
fn every_map_names_sets_and_codes_that_exist() {
    let sets = sets();
    for (name, map) in maps() {
        let (from, to) = (&sets[&map.from.id], &sets[&map.to.id]);
        assert_eq!(name, format!("{}-{}", map.from.id, map.to.id));
        assert_eq!(faults(&map, from, to), [], "{name}");
        assert_eq!(map.origin, Origin::Varde, "{name}: no official map is known");
        assert_eq!(map.to, SetName::of(to));
        // Nothing is passed over in silence: every axis is mapped, by codes or as a whole, or is a gap.
        for axis in &from.head().axes {
            let starts = map.pairs.iter().map(|pair| &pair.from).chain(map.gaps.iter().map(|gap| &gap.from));
            let is_told = starts.into_iter().any(|place| place.axis == axis.key);
            let is_of_harm = name != "lfpse-varde" || axis.key.ends_with("-harm");
            assert!(is_told || !is_of_harm, "{name}: {}", axis.key);
        }
    }
}

#[test]
fn nokup_has_seven_axes_and_no_code_without_a_source() {
    let sets = sets();
    let nokup = &sets["nokup"];
    let axes: Vec<(&str, bool)> =
        nokup.head().axes.iter().map(|axis| (axis.key.as_str(), axis.takes == Takes::One)).collect();
    assert_eq!(axes, [("1", true), ("2", true), ("3", false), ("4", true), ("5", true), ("6", true), ("7", true)]);
    assert_eq!(nokup.below("2", None).count(), 10);
    for code in nokup.codes() {
        // The values of the other axes are not established: none may have crept in.
        assert_eq!(code.axis, "2");
        let above = code.code.rsplit_once('.').map(|(above, _)| above).filter(|above| *above != "2");
        assert_eq!(code.parent.as_deref(), above, "{}", code.code);
    }
}

#[test]
fn the_other_sets_are_as_large_as_their_owners_made_them() {
    let sets = sets();
    let n_codes = |set: &str, axis: &str| sets[set].codes().iter().filter(|code| code.axis == axis).count();
    for (set, axis, n) in [
        ("icps", "class", 10),
        ("icps", "type", 13),
        ("icps", "harm", 5),
        ("why-anonymous", "reason", 8),
        ("ncc-merp", "category", 9),
        ("lfpse", "physical-harm", 5),
        ("lfpse", "psychological-harm", 4),
        ("lfpse", "agent", 9),
    ] {
        assert_eq!(n_codes(set, axis), n, "{set} {axis}");
    }
    let lfpse = &sets["lfpse"];
    let on = "2026-01-01".parse().unwrap();
    assert!(!check(lfpse, &[Coded::new("event-type", "4")], on).is_empty());
    assert_eq!(check(lfpse, &[Coded::new("medication", "1"), Coded::new("physical-harm", "5")], on), []);
    let mechanisms = ["buildings", "estates", "blood", "blood-products", "medication", "people", "devices"];
    for axis in mechanisms.into_iter().chain(["tissues-organs", "it-systems"]) {
        assert!((6..=7).contains(&n_codes("lfpse", axis)), "{axis}");
    }
}

fn targets(map: &CodeMap, set: &CodeSet, axis: &str, code: &str) -> (Vec<String>, Loss) {
    let converted = convert(map, set, &[Coded::new(axis, code)]).swap_remove(0);
    (converted.to.into_iter().map(|target| target.coded.code).collect(), converted.loss)
}

#[test]
fn harm_reads_the_same_in_the_maps_and_in_the_rules() {
    let (sets, maps) = (sets(), maps());
    for category in Merp::ALL {
        let (to, _) = targets(&maps["ncc-merp-varde"], &sets["ncc-merp"], "category", &category.letter().to_string());
        assert_eq!(to, [category.harm().code()]);
    }
    for harm in Harm::ALL {
        assert!(sets["varde"].code("harm", harm.code()).is_some());
        let (to, _) = targets(&maps["varde-lfpse"], &sets["varde"], "harm", harm.code());
        let level = match harm {
            Harm::NotReached | Harm::None => Physical::None,
            Harm::Mild => Physical::Low,
            Harm::Moderate => Physical::Moderate,
            Harm::Severe => Physical::Severe,
            Harm::Death => Physical::Fatal,
        };
        assert_eq!(to, [level.code().to_string()]);
    }
    let none = targets(&maps["lfpse-varde"], &sets["lfpse"], "physical-harm", &Physical::None.code().to_string());
    assert_eq!(none, (vec!["0".to_owned(), "1".to_owned()], Loss::Choice));
    for level in Psychological::ALL {
        let code = level.code().to_string();
        let (to, loss) = targets(&maps["lfpse-varde"], &sets["lfpse"], "psychological-harm", &code);
        let back = targets(&maps["varde-lfpse"], &sets["varde"], "psychological-harm", &to[0]);
        assert_eq!((loss, back), (Loss::Nothing, (vec![code], Loss::Nothing)));
    }
}

#[test]
fn a_leaf_goes_where_its_branch_goes_and_the_loss_is_told() {
    let (sets, maps) = (sets(), maps());
    let nokup = &sets["nokup"];
    let to = |map: &str, axis: &str, code: &str| targets(&maps[map], nokup, axis, code);
    let one = |code: &str, loss| (vec![code.to_owned()], loss);
    assert_eq!(to("nokup-icps", "2", "2.10.1.3.4"), one("blood", Loss::Detail));
    assert_eq!(to("nokup-icps", "2", "2.10"), one("blood", Loss::Choice));
    assert_eq!(to("nokup-icps", "2", "2.4"), one("patient-accidents", Loss::Nothing));
    assert_eq!(to("nokup-icps", "2", "2.3").1, Loss::Choice);
    assert_eq!(to("nokup-icps", "7", "7.3"), (Vec::new(), Loss::All));
    assert_eq!(to("nokup-mim-ps", "1", "1.1"), one("location", Loss::Detail));
    assert_eq!(to("nokup-lfpse", "2", "2.1"), (Vec::new(), Loss::All));
    assert_eq!(to("nokup-lfpse", "2", "2.7"), one("4", Loss::Meaning));
    assert!(maps["varde-nokup"].pairs.is_empty() && maps["varde-nokup"].gaps.len() == 6);
    assert!(maps["nokup-mim-ps"].pairs.iter().all(|pair| pair.relation == Relation::Broader));
}

#[test]
fn the_matrix_stands_on_the_scales() {
    let text = files("").remove("risk-matrix").unwrap();
    let matrix = read_matrix(&text).unwrap();
    let sets = sets();
    for (axis, codes) in [("frequency", matrix.frequencies()), ("possible-harm", matrix.consequences())] {
        let scale: Vec<&str> = sets["varde"].below(axis, None).map(|code| code.code.as_str()).collect();
        assert_eq!(codes, scale, "{axis}");
    }
    assert_eq!(matrix.band("1", "1"), Some(Band::Accept));
    assert_eq!(matrix.band("2", "5"), Some(Band::Act));
}

#[test]
fn the_picker_finds_what_a_coder_types() {
    let sets = sets();
    let first = |text: &str, language| {
        let query = Query { text, language, axis: Some("2"), on: "2026-01-01".parse().ok(), limit: 3 };
        search(&sets["nokup"], &query).first().map(|hit| hit.code.code.clone()).unwrap_or_default()
    };
    for (text, language, code) in [
        ("2.10", Locale::Nb, "2.10"),
        ("fall", Locale::Nb, "2.4"),
        ("legemiddel", Locale::Nn, "2.7"),
        ("blodgivning", Locale::Nb, "2.10.1.3"),
        ("arm smerte", Locale::Nb, "2.10.1.3.2"),
        ("blood citrate", Locale::En, "2.10.1.3.6"),
        ("pasientaatferd", Locale::Nn, "2.9"),
    ] {
        assert_eq!(first(text, language), code, "{text}");
    }
}
