//! Files that others made, read as they are: excerpts that are kept here always, and the whole files where they lie in
//! `shared/samples` beside the checkout. Where they come from stands in `tests/golden/README.md`. What a whole file holds
//! was counted with other software.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::PathBuf;

use jiff::civil::{Date, date};
use varde_indicators::import::dhis2::metadata::Metadata;
use varde_indicators::import::said::{Reading, Said};
use varde_indicators::import::sender::{Format, Mapping, Role};
use varde_indicators::import::{kind, report};

const TODAY: Date = date(2026, 11, 22);

/// A whole file as its makers publish it, when `VARDE_SAMPLES` names the folder in which such files lie; the excerpts
/// that are kept here are read in any case.
fn whole_file(path: &str) -> Option<Vec<u8>> {
    let folder = PathBuf::from(std::env::var_os("VARDE_SAMPLES")?);
    Some(std::fs::read(folder.join(path)).unwrap())
}

/// An excerpt that is kept here.
pub fn sample(path: &str) -> Vec<u8> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = if path.starts_with("fhir/") { here.join("../../core") } else { here.join("tests/golden") };
    std::fs::read(folder.join(path)).unwrap()
}

/// Reads a file by itself, which must go without a problem.
#[track_caller]
fn read(bytes: &[u8], format: Format) -> Reading {
    assert_eq!(kind::recognise(bytes), Some(format));
    let reading = kind::read(bytes, &Mapping::default(), None, TODAY);
    assert_eq!(reading.problems.len(), 0, "{:?}", reading.problems);
    reading
}

/// Reads an excerpt.
#[track_caller]
fn excerpt(path: &str, format: Format) -> Reading {
    read(&sample(path), format)
}

fn total(reading: &Reading) -> f64 {
    reading.said.iter().filter_map(|said| said.value).sum()
}

#[test]
fn values_of_dhis2_in_every_dress() {
    // Number and sum of the values: in the excerpt, and in the whole file.
    for (path, format, kept, all, period) in [
        ("dhis2/aggregate_dataValues_single_dataset.json", Format::Dhis2Json, (1, 1000.0), (2, 3000.0), "2019-11"),
        ("dhis2/datavalueset_dataValueSetJ.json", Format::Dhis2Json, (0, 0.0), (1, 10.0), "2012-01"),
        ("dhis2/datavalueset_dataValueSetA.xml", Format::Dhis2Xml, (2, 20_003.0), (3, 30_006.0), "2012-01"),
        ("dhis2/dxf2_datavalueset_dataValueSetB.csv", Format::Dhis2Csv, (4, 40_010.0), (12, 120_078.0), "2012-01"),
        ("dhis2/importA.adx.xml", Format::Adx, (6, 40.0), (9, 76.0), "2020-01"),
        ("dhis2/exportA.adx.xml", Format::Adx, (1, 1.0), (2, 1.0), "2020-01"),
    ] {
        // One that holds a single value has no excerpt.
        let kept = (0 < kept.0).then(|| (sample(path), kept));
        for (bytes, (n, sum)) in kept.into_iter().chain(whole_file(path).map(|bytes| (bytes, all))) {
            let reading = read(&bytes, format);
            assert_eq!(reading.said.len(), n, "{path}");
            assert!((total(&reading) - sum).abs() < 1e-9, "{path}: {}", total(&reading));
            assert_eq!(reading.said[0].period.unwrap().to_string(), period, "{path}");
        }
    }
    let adx = excerpt("dhis2/importA.adx.xml", Format::Adx);
    assert_eq!(adx.said[0].stratum(), "FFFFFFFFFFF · under555555");
    assert_eq!(adx.said[4].note, "Text data value");
    assert_eq!(adx.said[5].period.unwrap().to_string(), "2021-Q1");
}

#[test]
fn a_unit_that_the_sender_does_not_know_is_refused_by_its_row() {
    let paths = ["dhis2/dxf2_datavalueset_dataValueSetIllegalOrgUnit.xml", "dhis2/setup_metadata.json"];
    let all = paths.map(whole_file);
    for files in
        [Some(paths.map(sample)), all[0].clone().zip(all[1].clone()).map(|(a, b)| [a, b])].into_iter().flatten()
    {
        let [bytes, setup] = files;
        let mut metadata = Metadata::read(&setup).unwrap();
        metadata.data_elements.clear();
        let reading = kind::read(&bytes, &Mapping::default(), Some(&metadata), TODAY);
        let told: Vec<_> = reading.problems.iter().collect();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].place, varde_kernel::Place::Line(2, Some("orgUnit".into())));
        assert_eq!(told[0].key, "indicators-import-no-unit");
        assert_eq!(told[0].args, [("code", "missingOrgu".to_owned())]);
        // A unit that it knows passes.
        let good = String::from_utf8(bytes).unwrap().replace("missingOrgu", "DiszpKrYNg8");
        let reading = kind::read(good.as_bytes(), &Mapping::default(), Some(&metadata), TODAY);
        assert_eq!(reading.problems.len(), 0);
    }
}

/// What metadata hold: data elements, indicators and checks of one export; data elements with those of another; and
/// indicators that cannot be worked out.
struct Held {
    things: (usize, usize, usize),
    n_elements: usize,
    n_unusable: usize,
}

#[test]
fn metadata_of_dhis2_is_read_and_its_indicators_are_worked_out() {
    const PATHS: [&str; 3] = [
        "dhis2/aggregate_metadata.json",
        "dhis2/setup_metadata.json",
        "dhis2/aggregate_dataValues_single_dataset.json",
    ];
    let kept = Held { things: (12, 3, 3), n_elements: 14, n_unusable: 2 };
    check_metadata(PATHS.map(sample), &kept);
    if let [Some(aggregate), Some(setup), Some(values)] = PATHS.map(whole_file) {
        // One is annualised, and three ask for nothing: their numerator is -1.
        let all = Held { things: (75, 19, 12), n_elements: 77, n_unusable: 4 };
        check_metadata([aggregate, setup, values], &all);
    }
}

fn check_metadata([aggregate, setup, values]: [Vec<u8>; 3], held: &Held) {
    let mut metadata = Metadata::read(&aggregate).unwrap();
    let n = (metadata.data_elements.len(), metadata.indicators.len(), metadata.validation_rules.len());
    assert_eq!(n, held.things);
    assert_eq!(metadata.category_option_combos.len(), 12);
    metadata.join(Metadata::read(&setup).unwrap());
    assert_eq!(metadata.organisation_units.len(), 5);
    assert_eq!(metadata.data_elements.len(), held.n_elements);
    metadata.organisation_units.clear();
    let reading = kind::read(&values, &Mapping::default(), Some(&metadata), TODAY);
    assert_eq!(reading.problems.len(), 0, "{:?}", reading.problems);
    // One of its own checks is misspelt, and says so.
    let odd: Vec<_> =
        reading.remarks.iter().filter(|remark| remark.key == "indicators-import-check-unreadable").collect();
    assert_eq!(odd.len(), 1);
    assert!(odd[0].args.iter().any(|(_, at)| at == "#jtyuEfbNbkb}"), "{:?}", odd[0].args);
    // 30 of 120 tested by one way, 12 of them positive.
    let counted = r#"{"period": "201911", "orgUnit": "O6uvpzGd5pu", "dataValues": [
        {"dataElement": "pmRn0GsUfr6", "value": "30"}, {"dataElement": "DPNsg3wjxGm", "value": "90"},
        {"dataElement": "vTRrNdOOT9g", "value": "12"}, {"dataElement": "IUrl6HtHVQI", "value": "12"}]}"#;
    let reading = kind::read(counted.as_bytes(), &Mapping::default(), Some(&metadata), TODAY);
    assert_eq!(reading.problems.len(), 0, "{:?}", reading.problems);
    let (computed, unusable) = metadata.indicators(&reading.said);
    let of =
        |code: &str| computed.iter().find(|said| said.indicator == code).map(|said| (said.numerator, said.denominator));
    assert_eq!(of("TA_MAL_PER_CASES_WITH_RDT"), Some((Some(30.0), Some(120.0))));
    // What is annualised or asks for nothing is named, not guessed.
    assert_eq!(unusable.len(), held.n_unusable, "{unusable:?}");
    // More positive than tested breaks a check of theirs.
    let wrong = counted.replace("\"vTRrNdOOT9g\", \"value\": \"12\"", "\"vTRrNdOOT9g\", \"value\": \"31\"");
    let reading = kind::read(wrong.as_bytes(), &Mapping::default(), Some(&metadata), TODAY);
    let names: Vec<_> =
        reading.problems.iter().flat_map(|problem| &problem.args).filter(|(name, _)| *name == "name").collect();
    assert_eq!(
        names.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(),
        ["TA Positive (RDT) <= Tested (RDT)", "TA Positive (RDT) = Sum of species (RDT)"]
    );
}

#[test]
fn datasets_of_json_stat_in_both_versions() {
    let galicia = excerpt("json-stat2/galicia-2.0.json", Format::JsonStat);
    assert_eq!(galicia.said.len(), 2 * 2 * 3 * 2 * 5);
    for (path, n, n_missing, sum) in [
        ("json-stat2/galicia-2.0.json", 3960, 4, 87_493_659.0),
        ("json-stat2/QS104EW.json", 3, 0, 112_151_824.0),
        ("json-stat2/oecd-canada.json", 432 + 120, 0, 3_323.825_331_657_999 + 140_121.4),
    ] {
        if let Some(bytes) = whole_file(path) {
            let reading = read(&bytes, Format::JsonStat);
            assert_eq!(reading.said.len(), n, "{path}");
            assert!((total(&reading) - sum).abs() < 1e-6, "{path}: {}", total(&reading));
            assert!(reading.said.iter().all(|said| !said.unit.is_empty()), "{path}");
            assert_eq!(reading.said.iter().filter(|said| said.value.is_none()).count(), n_missing, "{path}");
        }
    }
    let first = &galicia.said[0];
    // All of Galicia in 2001, as its own statistics office prints it.
    assert_eq!((first.indicator.as_str(), first.unit.as_str(), first.value), ("pop", "T", Some(2_695_880.0)));
    assert_eq!((first.period.unwrap().to_string(), first.stratum()), ("2001".to_owned(), String::new()));
    assert_eq!(galicia.said[1].unit, "15");
    let men = galicia.said.iter().find(|said| said.stratum() == "M" && said.unit == "T").unwrap();
    assert_eq!(men.value, Some(1_294_378.0));
    let census = excerpt("json-stat2/QS104EW.json", Format::JsonStat);
    let values: Vec<_> = census.said.iter().map(|said| (said.stratum(), said.value)).collect();
    assert_eq!(values[0], (String::new(), Some(56_075_912.0)));
    assert_eq!(values[1..].iter().map(|(_, value)| value.unwrap()).collect::<Vec<_>>(), [27_573_376.0]);
    assert!(census.said.iter().all(|said| said.unit == "K04000001" && said.period.unwrap().to_string() == "2011"));
    let two = excerpt("json-stat2/oecd-canada.json", Format::JsonStat);
    assert_eq!(two.said.len(), 3 * 12 + 3 * 2 * 3);
    assert!(two.said.iter().filter(|said| said.indicator == "UNR").all(|said| said.stratum().is_empty()));
    assert!(two.said.iter().any(|said| said.approximate));
}

#[test]
fn resources_of_the_fhir_specification_are_read_or_refused_with_a_reason() {
    let kept = ["measure-report.json", "measure.json", "adverse-event.json"];
    check_resources(kept.map(|name| sample(&format!("fhir/tests/golden/{name}"))), 1);
    let all = [
        "MeasureReport-measurereport-cms146-cat1-example.json",
        "Measure-measure-cms146-example.json",
        "AdverseEvent-example.json",
    ];
    if let [Some(report), Some(measure), Some(event)] = all.map(|name| whole_file(&format!("hl7-fhir-r4/{name}"))) {
        check_resources([report, measure, event], 8);
    }
}

/// A report, a measure and an event; and in how many parts the report is given at the least.
fn check_resources([about_one, measure, event]: [Vec<u8>; 3], least_parts: usize) {
    let key = |bytes: &[u8]| {
        let reading = kind::read(bytes, &Mapping::default(), None, TODAY);
        reading.problems.iter().map(|problem| problem.key).collect::<Vec<_>>()
    };
    // The specification's example is about one patient; Varde keeps sums.
    assert!(key(&about_one).contains(&"indicators-import-individual"));
    assert_eq!(key(&event), ["indicators-import-not-report"]);
    let definition = report::measure(&measure).unwrap();
    assert_eq!((definition.code.as_str(), definition.scoring.as_str()), ("measure-cms146-example", "proportion"));
    assert_eq!(definition.title, "Appropriate Testing for Children with Pharyngitis");
    // Called a sum, its counts are those of the specification: 1 of 1, and none of the excluded.
    let text = String::from_utf8(about_one).unwrap().replace("\"individual\"", "\"summary\"");
    let reading = kind::read(text.as_bytes(), &Mapping::default(), None, TODAY);
    assert_eq!(reading.problems.len(), 0, "{:?}", reading.problems);
    let first = &reading.said[0];
    assert_eq!((first.numerator, first.denominator), (Some(1.0), Some(1.0)));
    assert_eq!((first.indicator.as_str(), first.period.unwrap().to_string()), ("CMS146", "2014-Q1".to_owned()));
    let parts: serde_json::Value = serde_json::from_str(&text).unwrap();
    let stratifiers = parts["group"][0]["stratifier"].as_array().unwrap();
    let n_parts: usize = stratifiers.iter().map(|one| one["stratum"].as_array().unwrap().len()).sum();
    assert!(least_parts <= n_parts, "{n_parts}");
    assert_eq!(reading.said.len(), 1 + n_parts);
}

#[test]
fn english_attendances_are_read_by_a_mapping() {
    let kept = sample("nhs/ae_attendances.csv");
    let n = String::from_utf8_lossy(&kept).matches('\n').count() - 1;
    let reading = attendances(&kept);
    assert_eq!(reading.said.len(), n);
    let first = &reading.said[0];
    assert_eq!((first.unit.as_str(), first.stratum()), ("RF4", "1".to_owned()));
    assert_eq!((first.numerator, first.denominator), (Some(2879.0), Some(21_289.0)));
    // The file calls March 2017 by its first day; the mapping says that a day stands for its month.
    assert!(reading.said.iter().all(|said| said.period.unwrap().to_string() == "2017-03"));
    let Some(packed) = whole_file("nhs/ae_attendances.csv.gz") else { return };
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut text).unwrap();
    let reading = attendances(&text);
    assert_eq!(reading.said.len(), 12_765);
    let sum = |of: fn(&Said) -> Option<f64>| reading.said.iter().filter_map(of).sum::<f64>();
    assert!((sum(|said| said.numerator) - 8_295_237.0).abs() < 0.5);
    assert!((sum(|said| said.denominator) - 72_019_402.0).abs() < 0.5);
    let periods: BTreeSet<String> = reading.said.iter().map(|said| said.period.unwrap().to_string()).collect();
    assert_eq!(periods.len(), 36);
    assert_eq!((periods.first().unwrap().as_str(), periods.last().unwrap().as_str()), ("2016-04", "2019-03"));
    assert_eq!(reading.said.iter().map(|said| &said.unit).collect::<BTreeSet<_>>().len(), 274);
}

/// Reads attendances by a mapping, which must go without a problem.
fn attendances(text: &[u8]) -> Reading {
    let columns = [
        (Role::Unit, "org_code"),
        (Role::Period, "period"),
        (Role::Stratum, "type"),
        (Role::Numerator, "breaches"),
        (Role::Denominator, "attendances"),
    ];
    let mapping = Mapping {
        columns: columns.into_iter().map(|(role, name)| (role, name.to_owned())).collect(),
        fixed: [(Role::Indicator, "breaches".to_owned())].into(),
        dates_are: Some("month".to_owned()),
        ..Mapping::default()
    };
    let reading = kind::read(text, &mapping, None, TODAY);
    assert_eq!(reading.problems.len(), 0, "{:?}", reading.problems);
    reading
}
