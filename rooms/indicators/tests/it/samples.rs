//! Files that others made, read as they are. Where they come from stands in `tests/golden/README.md`.

use std::path::PathBuf;

use jiff::civil::{Date, date};
use varde_indicators::import::dhis2::metadata::Metadata;
use varde_indicators::import::said::Reading;
use varde_indicators::import::sender::{Format, Mapping, Role};
use varde_indicators::import::{kind, report};

const TODAY: Date = date(2026, 11, 22);

/// A file of the samples.
pub fn sample(path: &str) -> Vec<u8> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = if path.starts_with("fhir/") { here.join("../../core") } else { here.join("tests/golden") };
    std::fs::read(folder.join(path)).unwrap()
}

/// Reads a sample by itself, which must go without a problem.
#[track_caller]
fn whole(path: &str, format: Format) -> Reading {
    let bytes = sample(path);
    assert_eq!(kind::recognise(&bytes), Some(format), "{path}");
    let reading = kind::read(&bytes, &Mapping::default(), None, TODAY);
    assert_eq!(reading.problems.len(), 0, "{path}: {:?}", reading.problems);
    reading
}

fn total(reading: &Reading) -> f64 {
    reading.said.iter().filter_map(|said| said.value).sum()
}

#[test]
fn values_of_dhis2_in_every_dress() {
    for (path, format, n, sum, period) in [
        ("dhis2/aggregate_dataValues_single_dataset.json", Format::Dhis2Json, 2, 3000.0, "2019-11"),
        ("dhis2/datavalueset_dataValueSetJ.json", Format::Dhis2Json, 1, 10.0, "2012-01"),
        ("dhis2/datavalueset_dataValueSetA.xml", Format::Dhis2Xml, 3, 30_006.0, "2012-01"),
        ("dhis2/dxf2_datavalueset_dataValueSetB.csv", Format::Dhis2Csv, 12, 120_078.0, "2012-01"),
        ("dhis2/importA.adx.xml", Format::Adx, 9, 76.0, "2020-01"),
        ("dhis2/exportA.adx.xml", Format::Adx, 2, 1.0, "2020-01"),
    ] {
        let reading = whole(path, format);
        assert_eq!(reading.said.len(), n, "{path}");
        assert!((total(&reading) - sum).abs() < 1e-9, "{path}: {}", total(&reading));
        assert_eq!(reading.said[0].period.unwrap().to_string(), period, "{path}");
    }
    let adx = whole("dhis2/importA.adx.xml", Format::Adx);
    assert_eq!(adx.said[0].stratum(), "FFFFFFFFFFF · under555555");
    assert_eq!(adx.said[4].note, "Text data value");
    assert_eq!(adx.said[8].period.unwrap().to_string(), "2021-Q1");
}

#[test]
fn a_unit_that_the_sender_does_not_know_is_refused_by_its_row() {
    let bytes = sample("dhis2/dxf2_datavalueset_dataValueSetIllegalOrgUnit.xml");
    let mut metadata = Metadata::read(&sample("dhis2/setup_metadata.json")).unwrap();
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

#[test]
fn metadata_of_dhis2_is_read_and_its_indicators_are_worked_out() {
    let values = sample("dhis2/aggregate_dataValues_single_dataset.json");
    let mut metadata = Metadata::read(&sample("dhis2/aggregate_metadata.json")).unwrap();
    let n = (metadata.data_elements.len(), metadata.indicators.len(), metadata.validation_rules.len());
    assert_eq!(n, (12, 3, 3));
    assert_eq!(metadata.category_option_combos.len(), 12);
    metadata.join(Metadata::read(&sample("dhis2/setup_metadata.json")).unwrap());
    assert_eq!(metadata.organisation_units.len(), 5);
    assert_eq!(metadata.data_elements.len(), 14);
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
    assert_eq!(unusable.len(), 2, "{unusable:?}");
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
    let galicia = whole("json-stat2/galicia-2.0.json", Format::JsonStat);
    assert_eq!(galicia.said.len(), 2 * 2 * 3 * 2 * 5);
    let first = &galicia.said[0];
    // All of Galicia in 2001, as its own statistics office prints it.
    assert_eq!((first.indicator.as_str(), first.unit.as_str(), first.value), ("pop", "T", Some(2_695_880.0)));
    assert_eq!((first.period.unwrap().to_string(), first.stratum()), ("2001".to_owned(), String::new()));
    assert_eq!(galicia.said[1].unit, "15");
    let men = galicia.said.iter().find(|said| said.stratum() == "M" && said.unit == "T").unwrap();
    assert_eq!(men.value, Some(1_294_378.0));
    let census = whole("json-stat2/QS104EW.json", Format::JsonStat);
    let values: Vec<_> = census.said.iter().map(|said| (said.stratum(), said.value)).collect();
    assert_eq!(values[0], (String::new(), Some(56_075_912.0)));
    assert_eq!(values[1..].iter().map(|(_, value)| value.unwrap()).collect::<Vec<_>>(), [27_573_376.0, 28_502_536.0]);
    assert!(census.said.iter().all(|said| said.unit == "K04000001" && said.period.unwrap().to_string() == "2011"));
    let two = whole("json-stat2/oecd-canada.json", Format::JsonStat);
    assert_eq!(two.said.len(), 3 * 12 + 3 * 2 * 3);
    assert!(two.said.iter().filter(|said| said.indicator == "UNR").all(|said| said.stratum().is_empty()));
    assert!(two.said.iter().any(|said| said.approximate));
}

#[test]
fn resources_of_the_fhir_specification_are_read_or_refused_with_a_reason() {
    let about_one = sample("fhir/tests/golden/measure-report.json");
    let measure = sample("fhir/tests/golden/measure.json");
    let event = sample("fhir/tests/golden/adverse-event.json");
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
    assert_eq!(reading.said.len(), 1 + n_parts);
}

#[test]
fn english_attendances_are_read_by_a_mapping() {
    let text = sample("nhs/ae_attendances.csv");
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
        ..Mapping::default()
    };
    let reading = kind::read(&text, &mapping, None, TODAY);
    assert_eq!(reading.problems.len(), 0, "{:?}", reading.problems);
    assert_eq!(reading.said.len(), String::from_utf8(text).unwrap().lines().count() - 1);
    let first = &reading.said[0];
    assert_eq!((first.unit.as_str(), first.stratum()), ("RF4", "1".to_owned()));
    assert_eq!((first.numerator, first.denominator), (Some(2879.0), Some(21_289.0)));
}
