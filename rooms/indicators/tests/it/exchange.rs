//! Formats of other systems. Where no file of theirs can be had, the test's name says that the format was
//! read from its description.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::json;
use varde_indicators::import::dhis2::metadata::Metadata;
use varde_indicators::import::said::{Reading, Said};
use varde_indicators::import::sender::{Format, Mapping};
use varde_indicators::import::{kind, report, skde};
use varde_kernel::Place;

const TODAY: Date = date(2026, 11, 22);

fn read(text: &str) -> Reading {
    kind::read(text.as_bytes(), &Mapping::default(), None, TODAY)
}

fn told(reading: &Reading) -> Vec<String> {
    let place = |place: &Place| match place {
        Place::Line(line, Some(column)) => format!("{line} {column}"),
        Place::Line(line, None) => line.to_string(),
        other => format!("{other:?}"),
    };
    reading.problems.iter().map(|problem| format!("{} {}", place(&problem.place), problem.key)).collect()
}

/// A value in one line: indicator, unit, period, stratum and numbers.
fn line(said: &Said) -> String {
    let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
    let period = said.period.map(|period| period.to_string()).unwrap_or_default();
    let numbers = [said.numerator, said.denominator, said.value].map(number).join("/");
    format!(
        "{};{};{period};{};{numbers}{}",
        said.indicator,
        said.unit,
        said.stratum(),
        said.missing.unwrap_or_default()
    )
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let reading = read(text);
    assert_eq!(told(&reading), Vec::<String>::new());
    assert_eq!(reading.said.iter().map(line).collect::<Vec<_>>(), expected);
}

#[test]
fn kinds_are_told_apart() {
    for (text, expected) in [
        ("<?xml version=\"1.0\"?>\n<!-- x -->\n<d:dataValueSet xmlns:d=\"x\"/>", Some(Format::Dhis2Xml)),
        ("<adx xmlns=\"urn:ihe:qrph:adx:2015\"/>", Some(Format::Adx)),
        ("<html></html>", None),
        ("{\"resourceType\":\"MeasureReport\"}", Some(Format::Fhir)),
        ("{\"dataValues\":[]}", Some(Format::Dhis2Json)),
        ("{\"AttachmentDataRows\":[]}", Some(Format::Nki)),
        ("{\"class\":\"dataset\",\"dimension\":{},\"value\":[]}", Some(Format::JsonStat)),
        ("{\"a\":1}", None),
        ("[1]", None),
        ("dataelement,period,orgunit,value\n", Some(Format::Dhis2Csv)),
        (
            "\"Aar\",\"ShNavn\",\"ReshId\",\"OrgNrShus\",\"Variabel\",\"KvalIndID\",\"Nevner\"\n",
            Some(Format::SkdeCases),
        ),
        ("year;orgnr;var;denominator;ind_id\n", Some(Format::SkdeCoverage)),
        ("indicator;unit;period\n", Some(Format::Table)),
        ("PK\u{3}\u{4}", Some(Format::Table)),
    ] {
        assert_eq!(kind::recognise(text.as_bytes()), expected, "{text:?}");
    }
    assert_eq!(told(&read("<html></html>")), ["1 indicators-import-unknown"]);
    assert_eq!(told(&read("")), ["1 indicators-import-empty"]);
}

#[test]
fn from_description_rows_of_the_national_indicators() {
    let rows = r#"{"AttachmentDataRows": [
        {"QualityIndicatorName": "Epikrisetid", "MeasureType": "Prosent", "TimeFrom": "2025-01-01T00:00:00",
         "TimeTo": "2025-04-30T00:00:00", "PeriodType": "Tertial", "LocationName": "Nord HF", "LocationParentId": 3,
         "ParentName": "Nord RHF", "Value": 61.7},
        {"QualityIndicatorName": "Epikrisetid", "MeasureType": "Prosent", "TimeFrom": "2025-01-01",
         "TimeTo": "2025-12-31", "PeriodType": "Arlig", "LocationName": "Norge", "LocationParentId": 0,
         "Value": -10000000}]}"#;
    check(rows, &["Epikrisetid | Prosent;Nord HF;2025-T1;;//61.7", "Epikrisetid | Prosent;Norge;2025;;//not_reported"]);
    let bad = rows.replace("61.7", "\"many\"").replace("\"Norge\"", "\"\"");
    assert_eq!(told(&read(&bad)), ["1 Value web-problem-number", "2 LocationName web-problem-required"]);
}

#[test]
fn from_description_case_rows_of_a_registry_are_counted() {
    let rows = "\"Aar\",\"ShNavn\",\"ReshId\",\"OrgNrShus\",\"Variabel\",\"KvalIndID\",\"Nevner\"\r\n\
                2024,\"Nord\",1,\"974000001\",1,\"reg_a\",1\r\n2024,\"Nord\",1,\"974000001\",0,\"reg_a\",1\r\n\
                2024,\"Nord\",1,\"974000001\",1,\"reg_a\",0\r\n2024,\"Nord\",1,\"974000001\",NA,\"reg_a\",1\r\n\
                2024,\"S\u{f8}r\",2,\"974000002\",1,\"reg_a\",1\r\n";
    let latin: Vec<u8> = rows.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let reading = kind::read(&latin, &Mapping::default(), None, TODAY);
    assert_eq!(told(&reading), Vec::<String>::new());
    let lines: Vec<String> = reading.said.iter().map(line).collect();
    assert_eq!(lines, ["reg_a;974000001;2024;;1/2/", "reg_a;974000002;2024;;1/1/"]);
    let bad = rows.replace("2024,\"Nord\",1,\"974000001\",0", "1900,\"Nord\",1,\"974000001\",-1");
    assert_eq!(told(&read(&bad)), ["3 Aar indicators-fault-period-year", "3 Variabel indicators-fault-negative"]);
}

#[test]
fn from_description_coverage_and_levels_of_a_registry() {
    check(
        "year;orgnr;var;denominator;ind_id\n2024;974000001;0,835;120;reg_dg\n2024;974000002;NA;0;reg_dg\n",
        &["reg_dg;974000001;2024;;//83.5", "reg_dg;974000002;2024;;//not_reported"],
    );
    assert_eq!(
        told(&read("year;orgnr;var;denominator;ind_id\n2024;974000001;1,2;120;reg_dg\n")),
        ["2 var indicators-fault-share"]
    );
    let text = "id;registry_name;title;name;level_green;level_yellow;level_direction;short_description;long_description;type;\
                measure_unit;min_denominator;min_value;max_value;registry_full_name;dg_id;include\n\
                reg_a;reg;Andel med Ã¸vd hand;x;0,9;0,75;1;Kort;Lang;andel;;10;NA;NA;Registeret;reg_dg;TRUE\n";
    let table = kind::open(text.as_bytes(), None).unwrap();
    let (found, problems) = skde::descriptions(&table);
    assert!(problems.is_empty());
    assert_eq!(found[0].title, "Andel med øvd hand");
    assert_eq!((found[0].level_green, found[0].level_yellow), (Some(0.9), Some(0.75)));
    assert_eq!((found[0].more_is_better, found[0].min_denominator, found[0].include), (Some(true), Some(10.0), true));
    assert_eq!(found[0].coverage_id, "reg_dg");
}

const REPORT: &str = r#"{"resourceType": "MeasureReport", "status": "complete", "type": "summary",
    "measure": "http://example.org/Measure/ind.falls|1.0",
    "subject": {"identifier": {"system": "urn:oid:2.16.578.1.12.4.1.4.101", "value": "974000001"}},
    "period": {"start": "2026-05-01", "end": "2026-08-31"},
    "group": [{"population": [
        {"code": {"coding": [{"code": "numerator"}]}, "count": 3},
        {"code": {"coding": [{"code": "denominator"}]}, "count": 42},
        {"code": {"coding": [{"code": "denominator-exclusion"}]}, "count": 2}],
      "stratifier": [{"code": [{"text": "sex"}], "stratum": [
        {"value": {"coding": [{"code": "female"}]}, "measureScore": {"value": 12.5, "unit": "%"}}]}]}]}"#;

#[test]
fn from_description_a_summary_report_is_a_value_and_its_parts() {
    check(REPORT, &["ind.falls;974000001;2026-T2;;3/40/", "ind.falls;974000001;2026-T2;female;//12.5"]);
    let hidden = REPORT.replace(
        r#""value": 12.5, "unit": "%""#,
        r#""extension": [{"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "masked"}]"#,
    );
    assert_eq!(line(&read(&hidden).said[1]), "ind.falls;974000001;2026-T2;female;//too_few");
    let person = REPORT.replace("\"summary\"", "\"individual\"");
    assert_eq!(told(&read(&person)), ["1 type indicators-import-individual"]);
    let odd = REPORT.replace("2026-08-31", "2026-08-30");
    assert_eq!(told(&read(&odd)), ["1 period indicators-fault-period"]);
    assert_eq!(told(&read(r#"{"resourceType": "Patient"}"#)), ["1 indicators-import-not-report"]);
    let bundle = format!(
        r#"{{"resourceType": "Bundle", "type": "collection", "entry": [
            {{"fullUrl": "urn:uuid:1", "resource": {{"resourceType": "Organization", "id": "1", "identifier": [{{"value": "974000009"}}]}}}},
            {{"resource": {}}}]}}"#,
        REPORT.replace(
            r#""identifier": {"system": "urn:oid:2.16.578.1.12.4.1.4.101", "value": "974000001"}"#,
            r#""reference": "urn:uuid:1""#
        )
    );
    assert_eq!(line(&read(&bundle).said[0]), "ind.falls;974000009;2026-T2;;3/40/");
}

#[test]
fn from_description_json_stat_of_version_two() {
    let text = r#"{"version": "2.0", "class": "dataset", "label": "x", "id": ["Region", "Kjonn", "ContentsCode", "Tid"], "size": [2, 2, 1, 1],
        "role": {"time": ["Tid"], "geo": ["Region"], "metric": ["ContentsCode"]},
        "dimension": {"Region": {"category": {"index": {"0301": 0, "5501": 1}}},
          "Kjonn": {"category": {"index": ["0", "1"], "label": {"0": "Begge kjønn", "1": "Menn"}}},
          "ContentsCode": {"category": {"label": {"Andel": "Andel"}}},
          "Tid": {"category": {"index": ["2024K2"]}}},
        "value": [1.5, null, 2.5, 3], "status": {"1": ":", "2": "p"}}"#;
    check(
        text,
        &[
            "Andel;0301;2024-Q2;;//1.5",
            "Andel;0301;2024-Q2;1;//too_few",
            "Andel;5501;2024-Q2;;//2.5",
            "Andel;5501;2024-Q2;1;//3",
        ],
    );
    assert!(read(text).said[2].provisional);
    assert_eq!(told(&read(&text.replace("2.5, 3]", "2.5]"))), ["1 indicators-import-dimensions"]);
    assert_eq!(
        told(&read(&text.replace("\"size\": [2,", "\"size\": [4611686018427387904,"))),
        ["1 indicators-import-dimensions"]
    );
    assert_eq!(
        told(&read(&text.replace("\"Tid\"", "\"Noe\"").replace("\"time\": [\"Noe\"],", ""))),
        ["1 indicators-import-no-time"]
    );
}

#[test]
fn a_measure_is_a_definition() {
    let text = r#"{"resourceType": "Measure", "status": "active", "url": "http://example.org/Measure/falls", "title": "Fall",
        "scoring": {"coding": [{"code": "proportion"}]}, "improvementNotation": {"coding": [{"code": "decrease"}]},
        "group": [{"population": [{"code": {"coding": [{"code": "numerator"}]}, "description": "Stays with a fall"}]}]}"#;
    let definition = report::measure(text.as_bytes()).unwrap();
    assert_eq!((definition.code.as_str(), definition.title.as_str()), ("falls", "Fall"));
    assert_eq!(definition.numerator, "Stays with a fall");
    assert_eq!(definition.more_is_better, Some(false));
    assert_eq!(report::measure(REPORT.as_bytes()), Err("indicators-import-not-measure"));
}

const METADATA: &str = r##"{"organisationUnits": [{"id": "unitA", "code": "A"}],
    "dataElements": [{"id": "deaths"}, {"id": "stays"}],
    "indicatorTypes": [{"id": "share", "factor": 100}],
    "indicators": [{"id": "i1", "code": "ind.deaths", "name": "Deaths", "numerator": "#{deaths}", "denominator": "#{stays}", "indicatorType": {"id": "share"}},
        {"id": "i2", "name": "Odd", "numerator": "if(#{deaths},1,0)", "denominator": "1"}],
    "validationRules": [{"id": "v", "name": "Deaths <= stays", "operator": "less_than_or_equal_to",
        "leftSide": {"expression": "#{deaths}"}, "rightSide": {"expression": "#{stays}"}},
        {"id": "w", "name": "Broken", "operator": "equal_to", "leftSide": {"expression": "#deaths}"}, "rightSide": {"expression": "1"}}]}"##;

#[test]
fn what_a_dhis2_says_about_its_values_is_held_against_them() {
    let metadata = Metadata::read(METADATA.as_bytes()).unwrap();
    let values = |deaths: u32, unit: &str| {
        format!(
            r#"{{"period": "202610", "orgUnit": "{unit}", "dataValues": [
            {{"dataElement": "deaths", "value": "{deaths}"}}, {{"dataElement": "stays", "categoryOptionCombo": "x", "value": "30"}},
            {{"dataElement": "stays", "categoryOptionCombo": "y", "value": 10}}]}}"#
        )
    };
    let with = |text: &str| kind::read(text.as_bytes(), &Mapping::default(), Some(&metadata), TODAY);
    let good = with(&values(3, "unitA"));
    assert_eq!(told(&good), Vec::<String>::new());
    assert_eq!(
        good.remarks.iter().map(|remark| remark.key).collect::<Vec<_>>(),
        ["indicators-import-check-unreadable"]
    );
    let (computed, unusable) = metadata.indicators(&good.said);
    assert_eq!(computed.iter().map(line).collect::<Vec<_>>(), ["ind.deaths;unitA;2026-10;;3/40/"]);
    assert_eq!(unusable[0].name, "Odd");
    assert_eq!(told(&with(&values(41, "unitA"))), ["1 validationRule indicators-import-check-fails"]);
    assert_eq!(told(&with(&values(3, "nowhere")))[0], "1 orgUnit indicators-import-no-unit");
}

#[test]
fn more_to_work_out_than_is_done_in_one_step_is_told_at_once() {
    // As 150 checks of 600 parts on both sides over 6 000 units and months were: half a thousand million look-ups.
    let side = json!({"expression": vec!["#{a}"; 600].join("+"), "missingValueStrategy": "NEVER_SKIP"});
    let rules: Vec<_> = (0..150)
        .map(|n| json!({"id": format!("v{n}"), "operator": "equal_to", "leftSide": side, "rightSide": side}))
        .collect();
    let metadata = |rules| Metadata::read(json!({"validationRules": rules}).to_string().as_bytes()).unwrap();
    let values: Vec<_> = (0..6_000)
        .map(|n| json!({"dataElement": "a", "orgUnit": format!("o{}", n / 12), "period": format!("2024{:02}", 1 + n % 12), "value": 1}))
        .collect();
    let file = json!({ "dataValues": values }).to_string();
    let with = |metadata: &Metadata| kind::read(file.as_bytes(), &Mapping::default(), Some(metadata), TODAY);
    let begun = std::time::Instant::now();
    let refused = with(&metadata(rules.clone()));
    assert_eq!(told(&refused), ["1 validationRule indicators-import-too-much-work"]);
    let problem = refused.problems.iter().next().unwrap();
    assert_eq!(problem.args, [("n", "1080000000".to_owned()), ("max", "10000000".to_owned())]);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
    assert_eq!(told(&with(&metadata(rules[..1].to_vec()))), Vec::<String>::new());
}

#[test]
fn bombs_and_cut_files_are_refused() {
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n\
                <dataValueSet><dataValue dataElement=\"&b;\" period=\"2024\" orgUnit=\"x\" value=\"1\"/></dataValueSet>";
    assert_eq!(told(&read(bomb)), ["2 indicators-import-xml-entities"]);
    let undefined =
        "<dataValueSet><dataValue dataElement=\"&b;\" period=\"2024\" orgUnit=\"x\" value=\"1\"/></dataValueSet>";
    assert_eq!(told(&read(undefined)), ["1 indicators-import-not-xml"]);
    let deep = format!("<adx>{}", "<group>".repeat(100_000));
    assert_eq!(told(&read(&deep)), ["1 indicators-import-not-xml"]);
    assert_eq!(told(&read("<adx>\n<group period=\"2024-01-01/P1M\">")), ["2 indicators-import-cut"]);
    let deep = format!("{{\"dataValues\":{}", "[".repeat(100_000));
    assert_eq!(told(&read(&deep)), ["1 indicators-import-not-json"]);
    assert_eq!(told(&read("{\"dataValues\":[\n{\"dataElement\":\"a\"")), ["2 indicators-import-cut"]);
    let deep = format!("{{\"dimension\":{{}},\"value\":{}", "{\"a\":".repeat(100_000));
    assert_eq!(told(&read(&deep)), ["1 indicators-import-not-json"]);
    let mixed = "indicator;unit;period;value\na;b;2024;1,5\na;b;2023;1.5\n";
    assert_eq!(told(&read(mixed)), ["3 value indicators-import-mixed-decimals"]);
    assert_eq!(told(&read("indicator;unit;period\na;b;2024\na;\"b;2023")), ["3 indicators-import-cut"]);
    assert_eq!(
        told(&kind::read(b"indicator;unit;period\n\xff\x81\x00;b;2024\n", &Mapping::default(), None, TODAY)),
        ["2 indicators-import-encoding"]
    );
    let deleted = "<dataValueSet><dataValue dataElement=\"a\" period=\"2024\" orgUnit=\"x\" value=\"1\" deleted=\"true\"/></dataValueSet>";
    assert_eq!(told(&read(deleted)), ["1 deleted indicators-import-deleted"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_bytes_never_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..300), which in 0..Format::ALL.len()
    ) {
        let mapping = Mapping { format: Some(Format::ALL[which]), ..Mapping::default() };
        for mapping in [&mapping, &Mapping::default()] {
            let reading = kind::read(&bytes, mapping, None, TODAY);
            // What is wrong has a place, and a file in which nothing can be read is told of.
            let is_placed = |place: &Place| matches!(place, Place::Line(line, _) if 0 < *line);
            prop_assert!(reading.problems.iter().all(|problem| is_placed(&problem.place)), "{:?}", reading.problems);
            prop_assert!(!reading.said.is_empty() || !reading.problems.is_empty());
        }
    }

    #[test]
    fn broken_files_never_panic(cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), put in "[ -~]{0,4}") {
        let files = [REPORT.to_owned(), METADATA.to_owned(),
            "{\"id\":[\"t\"],\"size\":[2],\"dimension\":{\"t\":{\"category\":{\"index\":[\"2020\",\"2021\"]}}},\"role\":{\"time\":[\"t\"]},\"value\":{\"0\":1,\"1\":2}}".to_owned(),
            "<dataValueSet period=\"2024\"><dataValue dataElement=\"a\" orgUnit=\"x\" value=\"1\"/></dataValueSet>".to_owned(),
            "<adx><group period=\"2024-01-01/P1M\" orgUnit=\"a\"><dataValue dataElement=\"b\" value=\"1\"><annotation>x</annotation></dataValue></group></adx>".to_owned(),
            "{\"AttachmentDataRows\":[{\"QualityIndicatorName\":\"a\",\"TimeFrom\":\"2024-01-01\",\"TimeTo\":\"2024-12-31\",\"LocationName\":\"x\",\"Value\":1}]}".to_owned()];
        for whole in files {
            let mut bytes = whole.clone().into_bytes();
            let place = at.index(bytes.len());
            bytes.splice(place..place, put.bytes());
            let _ = kind::read(&bytes, &Mapping::default(), None, TODAY);
            let _ = kind::read(&whole.as_bytes()[..cut.index(whole.len())], &Mapping::default(), None, TODAY);
            let _ = Metadata::read(&bytes).map(|metadata| { let mut reading = Reading::default(); metadata.validate(&mut reading); metadata.indicators(&[]) });
        }
    }
}
