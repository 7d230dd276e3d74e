//! Deliveries of any bytes: no panic, and what cannot be read is named by file and line.

use proptest::prelude::*;
use varde_query::Collected;
use varde_query::read::{csv, fhir};

use super::{deliveries, fhir as resources, keys, zone};

fn check(into: &Collected, bytes: &[u8]) {
    let n_lines = bytes.split(|byte| *byte == b'\n').count() as u64;
    for problem in into.problems.told() {
        assert_eq!(problem.file, 0);
        assert!((1..=n_lines).contains(&problem.line), "{problem}, of {n_lines}");
    }
    for event in &into.events {
        assert!(event.end.is_none_or(|end| event.start <= end), "{event:?}");
        assert!(event.age.is_none_or(|age| 0 <= age), "{event:?}");
    }
}

fn as_csv(bytes: &[u8]) {
    let mut into = Collected::default();
    csv::read((0, bytes), ("npr", &keys(), &zone()), &mut into).unwrap();
    check(&into, bytes);
}

fn as_fhir(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("all.ndjson");
    std::fs::write(&path, bytes).unwrap();
    let mut into = Collected::default();
    fhir::read(&[path], ("ehr", &keys(), &zone()), &mut into).unwrap();
    check(&into, bytes);
}

fn spoilt(good: &str, at: prop::sample::Index, (cut, put): (usize, &[u8])) -> Vec<u8> {
    let mut bytes = good.as_bytes().to_vec();
    let place = at.index(bytes.len());
    let end = (place + cut).min(bytes.len());
    bytes.splice(place..end, put.iter().copied());
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        as_csv(&bytes);
        as_csv(&[b"person;event;kind;unit;start\n", bytes.as_slice()].concat());
        as_fhir(&bytes);
    }

    #[test]
    fn spoilt_deliveries_never_panic(
        at in any::<prop::sample::Index>(), cut in 0..12_usize, put in prop::collection::vec(any::<u8>(), 0..6), figures in "[-+0-9:TZ.]{0,12}"
    ) {
        let all = [resources::PATIENTS, resources::OTHERS, resources::ENCOUNTERS, resources::PROCEDURES].concat();
        for put in [put.as_slice(), figures.as_bytes()] {
            as_csv(&spoilt(deliveries::GOOD, at, (cut, put)));
            as_fhir(&spoilt(&all, at, (cut, put)));
        }
    }
}
