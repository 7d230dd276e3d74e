//! Large files that are no table as text: read whole once, put by, and then taken in portions like the others. And the same
//! file again, however it is sent.

use base64::Engine;
use http::StatusCode;
use serde_json::json;
use varde_document::{Cell, Sheet, write_xlsx};
use varde_indicators::import::kind;
use varde_indicators::import::sender::{Mapping, Outgoing};
use varde_indicators::import::store::{self as senders, Sender};
use varde_indicators::import::values::MAX_ROWS;
use varde_store::values as asked;
use varde_testkit::{TestApp, User, organisation, unit};

use crate::export::{made, two_months};
use crate::pages::house;
use crate::uploads::{leader, n_values, send_as, state, work};

/// A workbook of months of the ward for so many strata.
fn workbook(strata: usize) -> Vec<u8> {
    let head = ["indicator", "unit", "period", "numerator", "denominator", "stratum"].map(str::to_owned).to_vec();
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut rows = Vec::new();
    for stratum in 0..strata {
        for month in 0..120 {
            let period = format!("{}-{:02}", 2014 + month / 12, month % 12 + 1);
            let n = Cell::Number(20.0 + f64::from(month % 9));
            let stratum = text(&format!("del {stratum}"));
            rows.push(vec![text("ind.falls"), text("ward"), text(&period), n, Cell::Number(400.0), stratum]);
        }
    }
    write_xlsx(&[Sheet { name: "Verdier".into(), head, rows }, Sheet { name: "Om".into(), ..Sheet::default() }])
        .unwrap()
}

async fn yes(app: &TestApp, user: &User, path: &str) {
    let yes = app.api(Some(user), "POST", &format!("{path}/apply"), Some(json!({}))).await;
    assert_eq!(yes.status, StatusCode::ACCEPTED, "{}", yes.text);
    work(app, None).await;
    assert_eq!(state(app, user, path).await["state"], "done");
}

#[tokio::test]
async fn a_large_workbook_is_read_once_and_taken_in_portions() {
    let app = house().await;
    let kari = leader(&app).await;
    let path = send_as(&app, &kari, ("stor.xlsx", ""), &workbook(100)).await;
    work(&app, Some(1)).await;
    // All of it is put by, and nothing is held against what is known yet.
    let half = state(&app, &kari, &path).await;
    assert_eq!(
        (&half["state"], &half["percent"], &half["n_rows"]),
        (&json!("reading"), &json!(50), &json!(0)),
        "{half}"
    );
    // The machine stops while it puts by, and another one goes on: what was put by stays.
    let tx = app.begin().await;
    tx.run("update upload set n_done = 5000", asked![]).await.unwrap();
    tx.run("delete from upload_row where line > 6000", asked![]).await.unwrap();
    tx.commit().await.unwrap();
    work(&app, Some(1)).await;
    assert_eq!(state(&app, &kari, &path).await["percent"], 50);
    work(&app, Some(1)).await;
    let further = state(&app, &kari, &path).await;
    assert_eq!((&further["percent"], &further["n_rows"]), (&json!(70), &json!(5000)), "{further}");
    let page = app.get(Some(&kari), &path.replace("/api/v1", "")).await.text;
    assert!(
        page.contains("5000 rader, 0 feil så langt") || page.contains("5\u{a0}000 rader, 0 feil så langt"),
        "{page}"
    );
    assert!(page.contains("Om") && !page.contains("indicators-"), "sheets that are not read are told: {page}");
    work(&app, None).await;
    let ready = state(&app, &kari, &path).await;
    assert_eq!((&ready["state"], &ready["n_rows"], &ready["n_new"]), (&json!("ready"), &json!(12_000), &json!(12_000)));
    assert_eq!(n_values(&app).await, 0, "nothing before a yes");
    yes(&app, &kari, &path).await;
    assert_eq!(n_values(&app).await, 12_000);
}

#[tokio::test]
async fn a_large_file_of_any_format_is_taken() {
    let app = house().await;
    let kari = leader(&app).await;
    let set = |open: &str, close: &str| {
        let of = |part: &str, n: u32| {
            format!(
                "<{open} dataElement=\"ind.falls.{part}\" period=\"202608\" orgUnit=\"ward\" value=\"{n}\"/>{close}"
            )
        };
        format!("<dataValueSet>{}{}</dataValueSet>", of("numerator", 3), of("denominator", 40))
    };
    let more: [(&str, Vec<u8>, i64); 6] = [
        ("dhis2.xml", set("dataValue", "").into_bytes(), 1),
        ("dhis2.csv", b"dataelement,period,orgunit,value\nind.falls.numerator,202607,ward,3\nind.falls.denominator,202607,ward,40\n".to_vec(), 1),
        ("nki.json", br#"{"AttachmentDataRows":[{"QualityIndicatorName":"ind.falls","TimeFrom":"2024-01-01","TimeTo":"2024-12-31","LocationName":"ward","Value":5}]}"#.to_vec(), 1),
        ("skde.csv", b"Aar,ShNavn,ReshId,OrgNrShus,Variabel,KvalIndID,Nevner\n2023,A,1,ward,1,ind.falls,1\n2023,A,1,ward,0,ind.falls,1\n".to_vec(), 1),
        ("dekning.csv", b"year;orgnr;var;denominator;ind_id\n2022;ward;0,9;100;ind.falls\n".to_vec(), 1),
        ("utf16.csv", "\u{feff}indicator;unit;period;numerator;denominator\nind.falls;ward;2026-05;3;40\n".encode_utf16().flat_map(u16::to_le_bytes).collect(), 1),
    ];
    let formats = [Outgoing::Xlsx, Outgoing::JsonStat, Outgoing::Dhis2, Outgoing::Adx, Outgoing::Fhir];
    let ours = formats.map(|format| (format.name(), made(format, &two_months()).unwrap(), 2));
    for (name, bytes, n) in ours.into_iter().chain(more) {
        let path = send_as(&app, &kari, (name, ""), &bytes).await;
        work(&app, None).await;
        let found = state(&app, &kari, &path).await;
        assert_eq!((&found["state"], &found["n_rows"]), (&json!("ready"), &json!(n)), "{name}: {found}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_large_workbook_is_told_and_nothing_is_taken() {
    let app = house().await;
    let kari = leader(&app).await;
    let row = |unit: &str, n: f64| {
        let text = |text: &str| Cell::Text(text.to_owned());
        vec![text("ind.falls"), text(unit), text("2026-01"), Cell::Number(n), Cell::Number(40.0)]
    };
    let head = ["indicator", "unit", "period", "numerator", "denominator"].map(str::to_owned).to_vec();
    let book = |rows| write_xlsx(&[Sheet { name: "Ark".into(), head: head.clone(), rows }]).unwrap();
    let whole = book(vec![row("ward", 3.0)]);
    for (bytes, line, message) in [
        (book(vec![row("ward", 3.0), row("nowhere", 3.0)]), 3, "nowhere"),
        (book(vec![row("ward", 3.0), row("ward", 3.0)]), 3, "linje 2"),
        (book(vec![row("ward", 50.0)]), 2, "Telleren kan ikke være større"),
        (whole[..whole.len() / 2].to_vec(), 1, ""),
        (b"<html>ingenting</html>".to_vec(), 1, ""),
    ] {
        let path = send_as(&app, &kari, ("feil.xlsx", ""), &bytes).await;
        work(&app, None).await;
        let found = state(&app, &kari, &path).await;
        assert_eq!(found["state"], "refused", "{found}");
        assert_eq!(found["problems"][0]["line"], line, "{found}");
        let told = found["problems"][0]["message"].as_str().unwrap();
        assert!(told.contains(message) && !told.starts_with("indicators-"), "{found}");
    }
    assert_eq!(n_values(&app).await, 0);
}

#[test]
fn a_large_file_may_hold_more_values_than_are_taken_in_one_step() {
    let n = MAX_ROWS + 1;
    let codes: Vec<String> = (0..n).map(|n| format!("s{n}")).collect();
    let file = json!({
        "version": "2.0", "class": "dataset", "label": "ind.falls", "id": ["geo", "del", "time"], "size": [1, n, 1],
        "role": {"time": ["time"], "geo": ["geo"]},
        "dimension": {"geo": {"category": {"index": ["ward"]}}, "del": {"category": {"index": codes}},
            "time": {"category": {"index": ["2025"]}}},
        "value": vec![5; n],
    });
    let (bytes, today) = (file.to_string().into_bytes(), jiff::civil::date(2026, 11, 22));
    let at_once = kind::read(&bytes, &Mapping::default(), None, today);
    let told: Vec<_> = at_once.problems.iter().map(|problem| (problem.key, problem.args.clone())).collect();
    assert_eq!(told, [("indicators-import-too-many", vec![("max", MAX_ROWS.to_string())])]);
    let aside = kind::read_up_to(n, &bytes, (&Mapping::default(), None), today);
    assert_eq!((aside.said.len(), aside.problems.len()), (n, 0));
}

#[tokio::test]
async fn the_same_large_file_is_known_by_its_sender_and_changes_nothing() {
    let app = house().await;
    let kari = leader(&app).await;
    let tx = app.begin().await;
    for name in ["Datavarehuset", "Registeret"] {
        let (mapping, name) = (Mapping::default(), name.to_owned());
        let sender = Sender { name, unit: unit("ward"), mapping, metadata: None, version: 0 };
        let granted = senders::grant_sender(&kari.actor, &organisation(), sender).unwrap();
        senders::save_sender(&tx, &granted).await.unwrap();
    }
    tx.commit().await.unwrap();
    let table = b"indicator;unit;period;numerator;denominator\nind.falls;ward;2026-01;5;100\n".to_vec();
    for (name, bytes, n) in [("fall.csv", table, 1), ("fall.xlsx", workbook(1), 120)] {
        let whose = (name, "Datavarehuset");
        let first = send_as(&app, &kari, whose, &bytes).await;
        work(&app, None).await;
        assert_eq!(state(&app, &kari, &first).await["taken_before"], json!(null));
        yes(&app, &kari, &first).await;
        let done = state(&app, &kari, &first).await;
        assert_eq!(
            (&done["taken_before"], &done["sender"]),
            (&json!(null), &json!("Datavarehuset")),
            "it is not its own past"
        );
        let before = n_values(&app).await;
        let again = send_as(&app, &kari, whose, &bytes).await;
        work(&app, None).await;
        let found = state(&app, &kari, &again).await;
        assert_eq!((&found["n_new"], &found["n_changed"], &found["n_unchanged"]), (&json!(0), &json!(0), &json!(n)));
        assert!(found["taken_before"].as_str().unwrap().starts_with("2026-11-22"), "{found}");
        let page = app.get(Some(&kari), &again.replace("/api/v1", "")).await.text;
        assert!(page.contains("Den samme filen fra Datavarehuset ble tatt inn") && page.contains(name), "{page}");
        assert!(page.contains("Det er ingenting å gjøre") && !page.contains("/apply"), "{page}");
        assert_eq!(n_values(&app).await, before);
        // However it is sent it is the same file, and only its sender's.
        let small = app.upload(&kari, "/indicators/import", &[("sender", "Datavarehuset")], "b.csv", &bytes).await;
        assert!(small.text.contains("Den samme filen fra Datavarehuset ble tatt inn"), "{}", small.text);
        let other = send_as(&app, &kari, (name, "Registeret"), &bytes).await;
        work(&app, None).await;
        assert_eq!(state(&app, &kari, &other).await["taken_before"], json!(null));
    }
    // And one that was sent the short way is known when it comes the long way.
    let bytes = b"indicator;unit;period;numerator;denominator\nind.falls;ward;2026-02;5;100\n";
    let body = json!({"base64": base64::prelude::BASE64_STANDARD.encode(bytes), "sender": "Registeret"});
    let taken = app.api(Some(&kari), "POST", "/api/v1/indicators/import", Some(body)).await;
    assert_eq!(taken.status, StatusCode::OK, "{}", taken.text);
    let again = send_as(&app, &kari, ("x.csv", "Registeret"), bytes).await;
    work(&app, None).await;
    assert!(state(&app, &kari, &again).await["taken_before"].is_string());
}
