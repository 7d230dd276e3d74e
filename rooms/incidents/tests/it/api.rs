//! The same over the wire.

use serde_json::json;
use varde_kernel::access::Role;
use varde_testkit::unit;

use crate::flow::{house, leader, nurse};

#[tokio::test]
async fn a_report_is_sent_in_once_and_followed_over_the_wire() {
    let app = house().await;
    let (nurse, leader) = (nurse(&app), leader(&app));
    let body = json!({
        "sent": "w1", "what": "Feil sprøyte lå klar.", "sort": "nearly", "unit": unit("ward").to_string(),
        "on": "2026-11-21", "topics": ["medicine_dispensing"],
    });
    let sent = app.api(Some(&nurse), "POST", "/api/v1/reports", Some(body.clone())).await;
    assert_eq!(sent.status, 201, "{}", sent.text);
    let id = sent.json()["id"].as_str().unwrap().to_owned();
    let again = app.api(Some(&nurse), "POST", "/api/v1/reports", Some(body.clone())).await;
    assert_eq!((again.status.as_u16(), again.json()["id"].as_str()), (200, Some(id.as_str())));
    let own = app.get(Some(&nurse), "/api/v1/reports").await.json();
    assert_eq!(
        (&own["items"][0]["what"], &own["items"][0]["state"]),
        (&json!("Feil sprøyte lå klar."), &json!("received"))
    );
    assert_eq!(app.get(Some(&leader), &format!("/api/v1/reports/{id}")).await.status, 404, "it is the nurse's");
    let mut wrong = body;
    wrong["on"] = json!("2026-11-23");
    wrong["sort"] = json!("else");
    let refused = app.api(Some(&nurse), "POST", "/api/v1/reports", Some(wrong)).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert_eq!(app.api(None, "POST", "/api/v1/reports", Some(json!({}))).await.status, 401);

    let list = app.get(Some(&leader), "/api/v1/incidents?state=open").await.json();
    let incident = list["items"][0]["id"].as_str().unwrap().to_owned();
    assert!(list["items"][0].get("reporter").is_none());
    let one = app.get(Some(&leader), &format!("/api/v1/incidents/{incident}")).await.json();
    assert_eq!(one["reports"], json!(["Feil sprøyte lå klar."]));
    let event = app.get(Some(&leader), &format!("/api/v1/incidents/{incident}/adverse-event")).await;
    let event = event.json();
    assert_eq!((&event["resourceType"], &event["actuality"]), (&json!("AdverseEvent"), &json!("potential")));
    assert!(event["subject"]["reference"].is_string(), "{event}");
    let elsewhere = app.user("Eva Testleder", &[(Role::UnitLeader, "home")]);
    for path in [format!("/api/v1/incidents/{incident}"), format!("/api/v1/incidents/{incident}/adverse-event")] {
        assert_eq!(app.get(Some(&elsewhere), &path).await.status, 404, "{path}");
        assert_eq!(app.get(Some(&nurse), &path).await.status, 404, "{path}");
    }
    assert_eq!(app.get(Some(&elsewhere), "/api/v1/incidents").await.json()["items"], json!([]));
    assert_eq!(app.get(Some(&nurse), "/api/v1/incidents").await.status, 403);
}
