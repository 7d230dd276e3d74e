//! Texts in several languages in the forms and the API: what is changed in one language keeps the
//! others, and says that they ought to be looked at.

use serde_json::json;
use varde_kernel::access::Role;
use varde_kernel::{Locale, PlanId};

use crate::plan_pages::{house, planner, run, says};

#[test]
fn a_changed_text_keeps_its_translations_and_asks_for_an_eye() {
    run(async {
        let app = house().await;
        let petra = planner(&app);
        let plan = json!({ "unit": varde_testkit::unit("trust").to_string(), "kind": "unit_plan",
            "name": { "nb": "Trygg utskrivning", "nn": "Trygg utskriving", "en": "Safe discharge" },
            "target_group": "Alle", "open": true });
        let made = app.api(Some(&petra), "POST", "/api/v1/plans", Some(plan)).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let id: PlanId = made.json()["id"].as_str().unwrap().parse().unwrap();
        let (page, form) = (format!("/plans/{id}"), format!("/plans/{id}/edit"));
        says(&app.get(Some(&petra), &form).await, &["value=\"Trygg utskriving\"", "Andre språk", "nynorsk, engelsk"]);

        // The form always sends all three; here only the first was changed.
        let sent = |version: &'static str, nb: &'static str, extra: &[(&'static str, &'static str)]| {
            let mut fields = vec![
                ("version", version),
                ("kind", "unit_plan"),
                ("name", nb),
                ("name_nn", "Trygg utskriving"),
                ("name_en", "Safe discharge"),
                ("target_group", "Alle"),
                ("open", "true"),
            ];
            fields.extend_from_slice(extra);
            fields
        };
        let reply = app.post(Some(&petra), &page, &sent("1", "Trygg hjemreise", &[])).await;
        assert_eq!(reply.status, 303, "{}", reply.text);
        let english = app.user_in("Nina English", &[(Role::Planner, "trust")], Locale::En);
        says(&app.get(Some(&english), &page).await, &["Safe discharge"]);
        says(
            &app.get(Some(&petra), &form).await,
            &["value=\"Trygg hjemreise\"", "bør ses over", "Bokmålsteksten er endret", "name=\"name_ok\""],
        );
        let shown = app.api(Some(&petra), "GET", &format!("/api/v1/plans/{id}"), None).await.json();
        assert_eq!(shown["to_check"], json!(["name_en", "name_nn"]));

        // A form that comes back with problems still says so.
        let wrong = app.post(Some(&petra), &page, &sent("2", "", &[("name_check", "nn")])).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.text.contains("bør ses over"), "{}", wrong.text);

        let reply = app.post(Some(&petra), &page, &sent("2", "Trygg hjemreise", &[("name_ok", "true")])).await;
        assert_eq!(reply.status, 303, "{}", reply.text);
        let shown = app.api(Some(&petra), "GET", &format!("/api/v1/plans/{id}"), None).await.json();
        assert_eq!((shown["to_check"].clone(), shown["name"]["nn"].as_str()), (json!([]), Some("Trygg utskriving")));
    });
}

#[test]
fn programs_may_send_one_language_or_all() {
    run(async {
        let app = house().await;
        let petra = planner(&app);
        let goal = json!({ "unit": varde_testkit::unit("trust").to_string(), "name": { "nb": "Færre fall", "en": "Fewer falls" } });
        let made = app.api(Some(&petra), "POST", "/api/v1/goals", Some(goal)).await.json();
        let path = format!("/api/v1/goals/{}", made["id"].as_str().unwrap());
        let put = async |version: i64, name: serde_json::Value, confirmed: &[&str]| {
            let body = json!({ "name": name, "version": version, "confirmed": confirmed });
            let reply = app.api(Some(&petra), "PUT", &path, Some(body)).await;
            assert_eq!(reply.status, 200, "{}", reply.text);
            let goal = reply.json();
            (goal["name"]["en"].clone(), goal["to_check"].clone())
        };
        assert_eq!(put(1, json!("Ingen fall"), &[]).await, (json!("Fewer falls"), json!(["name_en"])));
        assert_eq!(put(2, json!("Ingen fall"), &["name"]).await, (json!("Fewer falls"), json!([])));
        assert_eq!(put(3, json!({ "nb": "Ingen fall", "en": "No falls" }), &[]).await, (json!("No falls"), json!([])));
        assert_eq!(put(4, json!({ "nb": "Ingen fall" }), &[]).await, (json!(null), json!([])), "taken away");
        let wrong = json!({ "name": { "nb": "", "en": "No falls" }, "version": 5 });
        assert_eq!(app.api(Some(&petra), "PUT", &path, Some(wrong)).await.status, 422);
    });
}
