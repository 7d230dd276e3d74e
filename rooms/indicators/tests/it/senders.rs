//! What is remembered about a sender, and the same file sent again.

use base64::Engine;
use http::StatusCode;
use serde_json::json;
use varde_indicators::Sight;
use varde_indicators::import::kind::digest;
use varde_indicators::import::sender::{Mapping, Part, What};
use varde_indicators::import::store::{delivered, sender};
use varde_indicators::{series_of, values};
use varde_kernel::access::Role;
use varde_testkit::unit;

use super::pages::house;
use super::store::falls;

/// The value of a hidden field of a page.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().replace("&quot;", "\"").replace("&amp;", "&")
}

#[tokio::test]
async fn a_senders_way_of_writing_is_told_once() {
    let app = house().await;
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let file = "Avd;Mnd;Fall;Opphold\r\nSengepost 1;2026-09;3;40\r\nSengepost 1;2026-10;2;38\r\n";
    let path = "/indicators/import";
    let told = [
        ("sender", "Datavarehuset"),
        ("columns", "unit;Avd\nperiod;Mnd\nnumerator;Fall\ndenominator;Opphold"),
        ("fixed", "indicator;ind.falls"),
        ("codes", "unit;Sengepost 1;ward"),
    ];
    // Nothing of what was chosen is lost when a line of it cannot be read.
    let wrong = [told[0], told[1], told[2], ("codes", "unit;Sengepost 1")];
    let reply = app.upload(&kari, path, &wrong, "fall.csv", file.as_bytes()).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.text);
    assert!(reply.text.contains("Linje 1 kan ikke leses"), "{}", reply.text);
    assert!(reply.text.contains("numerator;Fall"), "{}", reply.text);

    let reply = app.upload(&kari, path, &told, "fall.csv", file.as_bytes()).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    let fields = ["content", "name", "sender", "mapping", "seen"].map(|name| (name, hidden(&reply.text, name)));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let reply = app.upload(&kari, "/indicators/import/confirm", &fields, "", b"").await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text);
    let kept = sender(app.db(), "Datavarehuset").await.unwrap().unwrap();
    assert_eq!((kept.version, kept.mapping.codes.len(), kept.unit), (1, 1, unit("ward")));

    // The same file is known again, and the next one needs only the sender's name.
    let reply = app.upload(&kari, path, &told[..1], "fall igjen.csv", file.as_bytes()).await;
    assert!(reply.text.contains("Den samme filen fra Datavarehuset ble tatt inn"), "{}", reply.text);
    assert!(reply.text.contains("Det er ingenting å gjøre"), "{}", reply.text);
    let next = file.replace("2026-10;2;38", "2026-11;1;41");
    let reply = app.upload(&kari, path, &told[..1], "fall.csv", next.as_bytes()).await;
    assert!(reply.text.contains("Lagre den ene verdien"), "{}", reply.text);
    let content = base64::prelude::BASE64_STANDARD.encode(&next);
    let mapping = hidden(&reply.text, "mapping");
    let fields = [("content", content.as_str()), ("sender", "Datavarehuset"), ("mapping", &mapping), ("seen", "1/0/1")];
    let reply = app.upload(&kari, "/indicators/import/confirm", &fields, "", b"").await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text);
    let series = series_of(app.db(), falls().id, unit("ward")).await.unwrap().unwrap();
    assert_eq!(values(app.db(), &Sight::Whole, series.id).await.unwrap().len(), 3);
    assert_eq!(sender(app.db(), "Datavarehuset").await.unwrap().unwrap().version, 1);
}

#[tokio::test]
async fn nobody_delivers_in_the_name_of_a_sender_of_others() {
    let app = house().await;
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let torun = app.user("Torun Leder", &[(Role::UnitLeader, "town")]);
    let file = |unit: &str| format!("indicator;unit;period;numerator;denominator\nind.falls;{unit};2026-09;3;40\n");
    let send = async |user: &varde_testkit::User, csv: &str, metadata: &str| {
        let body = json!({"csv": csv, "sender": "Datavarehuset", "dry_run": false, "metadata": metadata});
        app.api(Some(user), "POST", "/api/v1/indicators/import", Some(body)).await
    };
    let metadata = json!({"categoryOptionCombos": [{"id": "x", "name": "0-4"}]}).to_string();
    let taken = send(&kari, &file("ward"), &metadata).await;
    assert_eq!(taken.status, StatusCode::OK, "{}", taken.text);
    assert_eq!(sender(app.db(), "Datavarehuset").await.unwrap().unwrap().unit, unit("ward"));
    let known = async |csv: &str| delivered(app.db(), "Datavarehuset", &digest(csv.as_bytes())).await.unwrap();
    assert!(known(&file("ward")).await.is_some());
    // The values are the town's own to report; that the ward's sender had sent them is not.
    let taken = send(&torun, &file("town"), "").await;
    assert_eq!(taken.status, StatusCode::OK, "{}", taken.text);
    assert!(known(&file("town")).await.is_none());
}

#[tokio::test]
async fn whoever_reports_for_no_unit_is_told_nothing_of_a_file() {
    let app = house().await;
    let nurse = app.user("Nils Sykepleier", &[(Role::Staff, "trust")]);
    for csv in ["x", "indicator;unit;period;value\nind.falls;ward;2026-09;3\n", ""] {
        for metadata in ["", "{"] {
            let body = json!({"csv": csv, "dry_run": true, "metadata": metadata});
            let refused = app.api(Some(&nurse), "POST", "/api/v1/indicators/import", Some(body)).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{csv} {metadata}: {}", refused.text);
        }
    }
}

#[test]
fn codes_are_written_a_line_each() {
    let text = "indicator;abc;ind.falls;numerator\nstratum;T;;value\nunit;x;ward;value\n";
    let mapping = Mapping { codes: Mapping::read_codes(text).unwrap(), ..Mapping::default() };
    assert_eq!((mapping.codes[0].part, mapping.codes[1].what), (Part::Numerator, What::Stratum));
    assert_eq!(mapping.write_codes(), text);
    assert_eq!(Mapping::unpacked(&mapping.packed()), mapping);
    for (text, line) in [
        ("unit;a", 1),
        ("\n\nunit;;b", 3),
        ("unit;a;b;half", 1),
        ("ward;a;b", 1),
        ("unit;a;b;value;x", 1),
        ("unit;a;", 1),
    ] {
        assert_eq!(Mapping::read_codes(text), Err(line), "{text}");
    }
    // What is broken is asked for again, and never a fault.
    assert_eq!(Mapping::unpacked("{"), Mapping::default());
}
