//! What cannot be right about a value: told at once, whichever way it comes.

use http::StatusCode;
use serde_json::json;
use varde_indicators::import::dhis2::metadata::Metadata;
use varde_indicators::import::sender::Mapping;
use varde_indicators::import::values;
use varde_indicators::model::{Indicator, Measure};
use varde_indicators::{series_of, store};
use varde_kernel::access::{Actor, Role, System};
use varde_kernel::{IndicatorId, Place, Words};
use varde_store::Db;
use varde_testkit::{organisation, unit};

use crate::pages::house;
use crate::store::{begin, falls, granted};

/// The faults of a file as `line column: key`.
async fn faults(db: &Db, rows: &str) -> Vec<String> {
    let file = format!("indicator;unit;period;numerator;denominator;value;coverage\n{rows}");
    let (mapping, today) = (Mapping::default(), jiff::civil::date(2026, 11, 22));
    let console = Actor::System(System::Console);
    let tree = organisation();
    let looked = values::look(db, &console, &tree, file.as_bytes(), (&mapping, None), today).await.unwrap();
    let told = looked.problems.iter().map(|problem| match &problem.place {
        Place::Line(line, column) => format!("{line} {}: {}", column.as_deref().unwrap_or("-"), problem.key),
        other => format!("{other:?}: {}", problem.key),
    });
    told.collect()
}

#[tokio::test]
async fn one_fault_of_a_row_hides_no_other() {
    let app = house().await;
    let rows = "ind.falls;ward;1900-01;5;4;;\n\
                    ind.none;nowhere;soon;x;40;;101\n\
                    ind.falls;nowhere;2026-10;5;4;;\n\
                    ind.falls;ward;2026-09;5;40;;\n\
                    ind.falls;ward;2026-09;1;40;9,5;\n\
                    ind.falls;ward;2026-08;x;-1;;\n\
                    ind.falls;ward;soon;;;;\n\
                    ;ward;soon;5;4;;\n";
    assert_eq!(
        faults(app.db(), rows).await,
        [
            "2 period: indicators-fault-period-year",
            "2 numerator: indicators-fault-numerator-above",
            "3 period: indicators-fault-period",
            "3 numerator: web-problem-number",
            "3 coverage: indicators-fault-share",
            "3 indicator: indicators-import-no-indicator",
            "3 unit: indicators-import-no-unit",
            "4 unit: indicators-import-no-unit",
            "4 numerator: indicators-fault-numerator-above",
            "6 -: indicators-import-twice",
            "6 value: indicators-fault-disagrees",
            "7 numerator: web-problem-number",
            "7 numerator: indicators-fault-negative",
            "8 period: indicators-fault-period",
            "8 denominator: indicators-fault-nothing",
            "9 indicator: web-problem-required",
            "9 period: indicators-fault-period",
        ]
    );
}

#[tokio::test]
async fn half_a_patient_in_a_file_is_refused_and_what_is_measured_is_not() {
    let app = house().await;
    let tx = begin(app.db(), "2026-11-22T12:00:00Z").await;
    let absence = Indicator {
        id: IndicatorId::from_code("ind.absence"),
        code: "ind.absence".into(),
        numerator: Words::plain("Tapte dagsverk"),
        denominator: Words::plain("Avtalte dagsverk"),
        ..falls()
    };
    store::insert(&tx, &granted(absence)).await.unwrap();
    let rate = Indicator {
        id: IndicatorId::from_code("ind.rate"),
        code: "ind.rate".into(),
        measure: Measure::Rate,
        per: Some(1000.0),
        ..falls()
    };
    store::insert(&tx, &granted(rate)).await.unwrap();
    tx.commit().await.unwrap();
    let rows = "ind.falls;ward;2026-10;1,5;40;;\n\
                    ind.falls;ward;2026-09;1;40,5;;\n\
                    ind.falls;ward;2026-08;;;3,7;\n\
                    ind.absence;ward;2026-10;123,5;2000,5;;\n\
                    ind.rate;ward;2026-10;3;812,5;;\n\
                    ind.rate;ward;2026-09;3,5;812;;\n";
    assert_eq!(
        faults(app.db(), rows).await,
        [
            "2 numerator: indicators-fault-counted",
            "3 denominator: indicators-fault-counted",
            "7 numerator: indicators-fault-counted",
        ]
    );
}

/// A sender's own expressions may weigh what was counted; what then comes out is no count.
#[tokio::test]
async fn what_is_worked_out_from_a_file_may_be_any_number() {
    let app = house().await;
    let metadata = r##"{"dataElements": [{"id": "deFallAAAA1"}, {"id": "deStayAAAA1"}],
        "indicatorTypes": [{"id": "share", "factor": 100}],
        "indicators": [{"id": "inFallAAAA1", "code": "ind.falls", "name": "Fall", "numerator": "#{deFallAAAA1}*0.5",
            "denominator": "#{deStayAAAA1}", "indicatorType": {"id": "share"}}]}"##;
    let metadata = Metadata::read(metadata.as_bytes()).unwrap();
    let value = |element: &str, value: u32| json!({"dataElement": element, "orgUnit": "ward", "period": "202610", "value": value});
    let file = json!({ "dataValues": [value("deFallAAAA1", 3), value("deStayAAAA1", 40)] }).to_string();
    let (mapping, today) = (Mapping::default(), jiff::civil::date(2026, 11, 22));
    let (console, tree) = (Actor::System(System::Console), organisation());
    let known = (&mapping, Some(&metadata));
    let looked = values::look(app.db(), &console, &tree, file.as_bytes(), known, today).await.unwrap();
    assert!(looked.problems.is_empty(), "{:?}", looked.problems);
    assert_eq!(looked.rows[0].line.entry.numerator, Some(1.5));
}

#[tokio::test]
async fn half_a_patient_is_refused_in_the_form_and_through_the_api() {
    let app = house().await;
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let page = format!("/indicators/{}/units/{}", falls().id, unit("ward"));
    let send = async |numerator: &str| {
        let fields = [("period", "2026-10"), ("numerator", numerator), ("denominator", "40"), ("source", "Telling")];
        app.post(Some(&kari), &page, &fields).await
    };
    let refused = send("1,5").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Skriv et helt tall: her telles personer"), "{}", refused.text);
    assert_eq!(send("2").await.status, StatusCode::SEE_OTHER);
    let series = series_of(app.db(), falls().id, unit("ward")).await.unwrap().unwrap();
    let path = format!("/api/v1/series/{}/observations/2026-09", series.id);
    for (numerator, denominator, place) in [(1.5, 40.0, "numerator"), (1.0, 40.5, "denominator")] {
        let body = json!({ "numerator": numerator, "denominator": denominator });
        let refused = app.api(Some(&kari), "PUT", &path, Some(body)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        assert_eq!(refused.json()["problems"][0]["place"], place, "{}", refused.text);
    }
    // In the short form for all of a unit's indicators, too.
    let name = |field: &str| format!("{field}.{}", series.id);
    let names = ["period", "numerator", "denominator"].map(name);
    let typed: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(["2026-09", "1,5", "40"]).collect();
    let refused = app.post(Some(&kari), &format!("/units/{}/entry", unit("ward")), &typed).await;
    assert_ne!(refused.status, StatusCode::SEE_OTHER, "{}", refused.text);
}
