//! What goes out comes back as it was, in every format, and only to those who may take it.

use http::StatusCode;
use jiff::civil::{Date, date};
use varde_indicators::export::{self, Refused, Told};
use varde_indicators::import::sender::{Mapping, Outgoing};
use varde_indicators::import::values::Line;
use varde_indicators::import::{kind, translate};
use varde_indicators::model::{Codes, Context, Entry, Indicator, Missing, Observation, Series};
use varde_kernel::access::Role;
use varde_kernel::{Period, Words};
use varde_people::model::units::Register;
use varde_testkit::unit;

use super::pages::house;
use super::store::falls;

const TODAY: Date = date(2026, 11, 22);

fn series(stratum: &str, context: Context) -> Series {
    Series {
        id: varde_kernel::SeriesId::from_code(&format!("s{stratum}")),
        indicator: falls().id,
        unit: unit("ward"),
        stratum: stratum.to_owned(),
        stratum_name: Words::plain(stratum),
        context,
        source: String::new(),
        version: 1,
        kept_back: false,
    }
}

fn observation(series: &Series, period: Period, entry: Entry) -> Observation {
    Observation {
        id: varde_kernel::ObservationId::from_code(&format!("{}{period}", series.id)),
        series: series.id,
        code: None,
        period,
        value: entry.value,
        numerator: entry.numerator,
        denominator: entry.denominator,
        low: entry.low,
        high: entry.high,
        approximate: entry.approximate,
        provisional: entry.provisional,
        note: entry.note,
        scope: entry.scope,
        source: entry.source,
        coverage: entry.coverage,
        missing: entry.missing,
        definition_version: 1,
        affirmed: None,
        reason: String::new(),
        recorded_at: "2026-11-22T12:00:00Z".parse().unwrap(),
        recorded_by: None,
        superseded_at: None,
    }
}

fn share(numerator: f64, denominator: f64) -> Entry {
    let value = Some(numerator / denominator * 100.0);
    Entry { numerator: Some(numerator), denominator: Some(denominator), value, ..Entry::default() }
}

/// The shares of two months at the ward.
pub fn two_months() -> Vec<(Series, Observation)> {
    let all = series("", Context::Treating);
    let month = |month, n| (all.clone(), observation(&all, Period::Month(2026, month), share(n, 40.0)));
    vec![month(9, 3.0), month(10, 1.0)]
}

/// Makes a file.
pub fn made(format: Outgoing, values: &[(Series, Observation)]) -> Result<Vec<u8>, Refused> {
    let (indicator, name) = (falls(), Words::plain("Sengepost A"));
    let told: Vec<Told<'_>> = values
        .iter()
        .map(|(series, value)| Told {
            unit: series.unit,
            unit_code: "ward",
            unit_name: &name,
            number: None,
            series,
            value,
        })
        .collect();
    Ok(export::make(format, &indicator, &told)?.bytes)
}

/// Makes a file and reads it as anyone else's.
fn round(format: Outgoing, values: &[(Series, Observation)]) -> Result<Vec<Line>, Refused> {
    let mapping = Mapping::default();
    let reading = kind::read(&made(format, values)?, &mapping, None, TODAY);
    assert_eq!(reading.problems.len(), 0, "{format:?}: {:?}", reading.problems);
    let (lines, reading) = translate::translate(reading, &mapping, None, &Register::default(), &Codes::default());
    assert_eq!(reading.problems.len(), 0, "{format:?}: {:?}", reading.problems);
    Ok(lines)
}

/// What every format must keep: where a value belongs, and its numbers.
fn kept(line: &Line) -> (String, String, String, String, Option<f64>, Option<f64>) {
    let entry = &line.entry;
    (
        line.indicator.clone(),
        line.unit.clone(),
        line.stratum.clone(),
        line.period.to_string(),
        entry.numerator,
        entry.denominator,
    )
}

#[test]
fn what_goes_out_comes_back() {
    let (all, women) = (series("", Context::Treating), series("kvinner", Context::Treating));
    let values = [
        (all.clone(), observation(&all, Period::Month(2026, 9), share(3.0, 40.0))),
        (all.clone(), observation(&all, Period::Month(2026, 10), Entry { provisional: true, ..share(1.0, 30.0) })),
        (women.clone(), observation(&women, Period::Quarter(2026, 3), share(2.0, 25.0))),
    ];
    let mut expected: Vec<_> = values
        .iter()
        .map(|(series, value)| {
            (
                "ind.falls".to_owned(),
                "ward".to_owned(),
                series.stratum.clone(),
                value.period.to_string(),
                value.numerator,
                value.denominator,
            )
        })
        .collect();
    expected.sort_by(|a, b| (&a.3, &a.2).cmp(&(&b.3, &b.2)));
    for format in Outgoing::ALL {
        let mut found: Vec<_> = round(*format, &values).unwrap().iter().map(kept).collect();
        found.sort_by(|a, b| (&a.3, &a.2).cmp(&(&b.3, &b.2)));
        assert_eq!(found, expected, "{format:?}");
    }
}

#[test]
fn why_a_value_is_missing_goes_along() {
    let all = series("", Context::Treating);
    for (missing, formats) in [
        (Missing::TooFew, &[Outgoing::Csv, Outgoing::Xlsx, Outgoing::JsonStat, Outgoing::Fhir][..]),
        (Missing::NotMeasured, &[Outgoing::Csv, Outgoing::Xlsx, Outgoing::JsonStat, Outgoing::Fhir]),
        (Missing::Technical, &[Outgoing::Csv, Outgoing::Xlsx, Outgoing::Fhir]),
    ] {
        let entry = Entry { missing: Some(missing), ..Entry::default() };
        let values = [(all.clone(), observation(&all, Period::Year(2025), entry))];
        for format in formats {
            let lines = round(*format, &values).unwrap();
            assert_eq!(lines.len(), 1, "{format:?}");
            assert_eq!((lines[0].entry.value, lines[0].entry.missing), (None, Some(missing)), "{format:?}");
        }
    }
}

#[test]
fn a_format_that_cannot_say_it_refuses() {
    let (all, home) = (series("", Context::Treating), series("", Context::Residence));
    let tertial = [(all.clone(), observation(&all, Period::Tertial(2026, 2), share(3.0, 40.0)))];
    assert_eq!(round(Outgoing::Dhis2, &tertial), Err(Refused::Period));
    assert_eq!(round(Outgoing::Adx, &tertial).unwrap()[0].period, Period::Tertial(2026, 2));
    assert_eq!(round(Outgoing::Fhir, &tertial).unwrap()[0].period, Period::Tertial(2026, 2));
    let lives = [(home.clone(), observation(&home, Period::Year(2025), share(3.0, 40.0)))];
    assert_eq!(round(Outgoing::Adx, &lives), Err(Refused::Residence));
    assert!(round(Outgoing::Csv, &lives).unwrap()[0].residence);
    assert!(round(Outgoing::Xlsx, &lives).unwrap()[0].residence);
}

#[test]
fn no_text_of_ours_becomes_a_formula() {
    let odd = series("=1+1", Context::Treating);
    let note = Entry { source: "@SUM(A1)".into(), note: Words::plain("+47"), ..share(3.0, 40.0) };
    let values = [(odd.clone(), observation(&odd, Period::Year(2025), note))];
    let name = Words::plain("=cmd()");
    let told =
        [Told { unit: odd.unit, unit_code: "ward", unit_name: &name, number: None, series: &odd, value: &values[0].1 }];
    let made = export::make(Outgoing::Csv, &falls(), &told).unwrap();
    let text = String::from_utf8(made.bytes).unwrap();
    for cell in text.lines().nth(1).unwrap().split(';') {
        assert!(!cell.starts_with(['=', '+', '@']), "{text}");
    }
    assert_eq!(round(Outgoing::Csv, &values).unwrap()[0].stratum, "=1+1");
    assert_eq!(round(Outgoing::Xlsx, &values).unwrap()[0].entry.source, "@SUM(A1)");
}

/// The bundle that a validator of others reads (`scripts/check-fhir.sh`) is made here.
#[test]
fn a_bundle_is_left_for_the_validator() {
    let (all, women) = (series("", Context::Treating), series("kvinner", Context::Treating));
    let gone = Entry { missing: Some(Missing::TooFew), ..Entry::default() };
    let values = [
        observation(&all, Period::Month(2026, 9), share(3.0, 40.0)),
        observation(&women, Period::Month(2026, 9), share(2.0, 25.0)),
        observation(&all, Period::Tertial(2026, 2), gone),
    ];
    let name = Words::plain("Sengepost A");
    let number = Some(("urn:oid:2.16.578.1.12.4.1.4.101", "974000001".to_owned()));
    let told: Vec<Told<'_>> = [&all, &women, &all]
        .into_iter()
        .zip(&values)
        .map(|(series, value)| Told {
            unit: series.unit,
            unit_code: "ward",
            unit_name: &name,
            number: number.clone(),
            series,
            value,
        })
        .collect();
    let made = export::make(Outgoing::Fhir, &Indicator { sheet: falls().sheet, ..falls() }, &told).unwrap();
    let bundle: serde_json::Value = serde_json::from_slice(&made.bytes).unwrap();
    assert_eq!(bundle["entry"].as_array().unwrap().len(), 3);
    assert_eq!(bundle["entry"][1]["resource"]["group"][0]["population"][1]["count"], 3);
    let masked = &bundle["entry"][2]["resource"]["group"][0]["measureScore"]["extension"][0]["valueCode"];
    assert_eq!(masked, "masked");
    std::fs::write(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("export.fhir.json"), made.bytes).unwrap();
}

#[tokio::test]
async fn only_those_who_may_take_values_along_get_a_file() {
    let app = house().await;
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let value =
        [("period", "10.2026"), ("numerator", "13"), ("denominator", "40"), ("former", ""), ("source", "Egen telling")];
    let ward = format!("/indicators/{}/units/{}", falls().id, unit("ward"));
    assert_eq!(app.post(Some(&kari), &ward, &value).await.status, StatusCode::SEE_OTHER);
    crate::disclosure::publish(app.db(), &varde_indicators::Policy::default()).await;
    for format in Outgoing::ALL {
        for start in ["/indicators", "/api/v1/indicators"] {
            let path = format!("{start}/{}/export/{}", falls().id, format.name());
            let reply = app.get(Some(&kari), &path).await;
            assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.text);
            if *format != Outgoing::Xlsx {
                assert!(reply.text.contains("40"), "{path}: {}", reply.text);
            }
            assert_ne!(app.get(None, &path).await.status, StatusCode::OK);
        }
    }
    let draft = varde_kernel::IndicatorId::from_code("ind.draft");
    let hidden = app.get(Some(&kari), &format!("/indicators/{draft}/export/csv")).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
    let unknown = app.get(Some(&kari), &format!("/indicators/{}/export/pdf", falls().id)).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let measure = app.get(Some(&kari), &format!("/api/v1/indicators/{}/measure", falls().id)).await;
    assert!(measure.text.contains("\"resourceType\": \"Measure\""), "{}", measure.text);
}
