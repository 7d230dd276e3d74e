//! What is remembered about a sender, and the same file sent again.

use base64::Engine;
use http::StatusCode;
use varde_indicators::Sight;
use varde_indicators::import::sender::{Mapping, Part, What};
use varde_indicators::import::store::sender;
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
