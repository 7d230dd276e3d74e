//! An adopted plan stands while its next version is written, sent and approved, as people and
//! programs meet it.

use serde_json::json;
use varde_kernel::access::Role;
use varde_testkit::{TestApp, User, unit};

use crate::plan_pages::{house, planner, run, says};

/// A plan of the trust that its owner has adopted, by its address.
async fn adopted(app: &TestApp, planner: &User) -> String {
    let fields = [
        ("unit", unit("trust").to_string()),
        ("name", "Plan for trygg utskriving".to_owned()),
        ("kind", "action_plan".to_owned()),
        ("purpose", "Færre reinnleggelser".to_owned()),
        ("target_group", "Ledere".to_owned()),
        ("from", "2026-01-01".to_owned()),
        ("to", "2027-12-31".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let href = app.post(Some(planner), "/plans", &fields).await.location().to_owned();
    for (step, body) in [("submit", vec![]), ("approve", vec![("unit", unit("trust").to_string())])] {
        let body: Vec<(&str, &str)> = body.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(app.post(Some(planner), &format!("{href}/{step}"), &body).await.status, 303);
    }
    href
}

#[test]
fn readers_read_what_was_adopted_until_the_change_is_approved() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let reader = app.user("Rita Leser", &[(Role::Staff, "town")]);
        let href = adopted(&app, &planner).await;
        let version = async || {
            app.api(Some(&planner), "GET", &format!("/api/v1{href}"), None).await.json()["version"].to_string()
        };
        let edit = |version: String, purpose: &'static str| {
            vec![
                ("version", version),
                ("name", "Plan for trygg utskriving".to_owned()),
                ("kind", "action_plan".to_owned()),
                ("purpose", purpose.to_owned()),
                ("target_group", "Ledere".to_owned()),
                ("from", "2026-01-01".to_owned()),
                ("to", "2027-12-31".to_owned()),
            ]
        };
        let post = async |fields: Vec<(&'static str, String)>| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            app.post(Some(&planner), &href, &fields).await
        };
        says(&app.get(Some(&planner), &format!("{href}/edit")).await, &["står som den er", "Færre reinnleggelser"]);
        let read = version().await;
        assert_eq!(post(edit(read.clone(), "Ingen reinnleggelser")).await.status, 303);
        // Readers read what was adopted, and are told nothing of a draft.
        let page = app.get(Some(&reader), &href).await;
        says(&page, &["Vedtatt", "Færre reinnleggelser"]);
        assert!(!page.text.contains("Ingen reinnleggelser") && !page.text.contains("Versjon 2"), "{}", page.text);
        assert_eq!(app.get(Some(&reader), &format!("{href}/versions/2")).await.status, 404);
        let listed = app.api(Some(&reader), "GET", &format!("/api/v1{href}/versions"), None).await.json();
        assert_eq!(listed, json!([]));
        // Those of its owner see both, and what differs.
        says(
            &app.get(Some(&planner), &href).await,
            &["Færre reinnleggelser", "En ny versjon er under arbeid", "Versjon 2"],
        );
        let beside = app.get(Some(&planner), &format!("{href}/versions/2")).await;
        says(&beside, &["Utkast", "Hva som er annerledes", "Færre reinnleggelser", "Ingen reinnleggelser"]);
        // The form goes on from the draft, and a stale one is still refused.
        says(&app.get(Some(&planner), &format!("{href}/edit")).await, &["Ingen reinnleggelser"]);
        assert_eq!(post(edit(read, "Noe annet")).await.status, 409);
        assert_eq!(post(edit(version().await, "Nesten ingen reinnleggelser")).await.status, 303);

        assert_eq!(app.post(Some(&planner), &format!("{href}/submit"), &[]).await.status, 303);
        says(&app.get(Some(&planner), "/work").await, &["Plan for trygg utskriving"]);
        let trust = unit("trust").to_string();
        let old = [("unit", trust.as_str()), ("version_no", "1")];
        assert_eq!(app.post(Some(&planner), &format!("{href}/approve"), &old).await.status, 409, "not the one read");
        let this = [("unit", trust.as_str()), ("version_no", "2")];
        assert_eq!(app.post(Some(&planner), &format!("{href}/approve"), &this).await.status, 303);
        let page = app.get(Some(&reader), &href).await;
        says(&page, &["Vedtatt", "Nesten ingen reinnleggelser", "Tidligere versjoner", "Versjon 1"]);
        says(
            &app.get(Some(&reader), &format!("{href}/versions/1")).await,
            &["Færre reinnleggelser", "har vært vedtatt"],
        );
        says(&app.get(Some(&planner), &format!("{href}/history")).await, &["Vedtatt av alle eierne"]);
    });
}

#[test]
fn a_version_under_way_can_be_dropped_and_a_new_goal_makes_one() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let href = adopted(&app, &planner).await;
        let api = format!("/api/v1{href}");
        assert_eq!(app.post(Some(&planner), &format!("{href}/discard"), &[]).await.status, 404, "there is none");
        let plan = href.trim_start_matches("/plans/");
        assert_eq!(app.post(Some(&planner), "/goals", &[("plan", plan), ("name", "Et mål")]).await.status, 303);
        assert_eq!(app.api(Some(&planner), "GET", &api, None).await.json()["state"], "adopted");
        says(&app.get(Some(&planner), &format!("{href}/versions/2")).await, &["Teksten er den samme"]);
        let body = json!({ "kind": "action_plan", "name": "Nytt navn", "target_group": "Alle", "from": "2026-01-01",
            "to": "2027-12-31", "version": app.api(Some(&planner), "GET", &api, None).await.json()["version"] });
        let next = app.api(Some(&planner), "PUT", &api, Some(body)).await.json();
        assert_eq!((next["state"].as_str(), next["version_no"].as_i64()), (Some("draft"), Some(2)), "{next}");
        let nurse = app.user("Nils Testnes", &[(Role::Staff, "ward")]);
        assert_eq!(app.api(Some(&nurse), "POST", &format!("{api}/discard"), None).await.status, 403);
        let stands = app.api(Some(&planner), "POST", &format!("{api}/discard"), None).await.json();
        assert_eq!(
            (stands["name"]["nb"].as_str(), stands["state"].as_str()),
            (Some("Plan for trygg utskriving"), Some("adopted"))
        );
        assert_eq!(app.api(Some(&planner), "GET", &format!("{api}/versions"), None).await.json(), json!([]));
        says(
            &app.get(Some(&planner), &format!("{href}/history")).await,
            &["Begynte på en ny versjon", "Forkastet den nye versjonen"],
        );
    });
}

#[test]
fn the_ground_for_what_is_left_out_is_asked_of_the_version_that_is_approved() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let href = adopted(&app, &planner).await;
        let trust = unit("trust").to_string();
        let version =
            app.api(Some(&planner), "GET", &format!("/api/v1{href}"), None).await.json()["version"].to_string();
        // The next version is a plan in which the trust sets its own priorities; the one that holds is not.
        let next = [
            ("version", version.as_str()),
            ("name", "Plan for trygg utskriving"),
            ("kind", "development_plan"),
            ("target_group", "Ledere"),
            ("from", "2026-01-01"),
            ("to", "2027-12-31"),
        ];
        assert_eq!(app.post(Some(&planner), &href, &next).await.status, 303);
        assert_eq!(app.post(Some(&planner), &format!("{href}/submit"), &[]).await.status, 303);
        let approve = format!("{href}/approve");
        let read = [("unit", trust.as_str()), ("version_no", "2")];
        let asked = app.post(Some(&planner), &approve, &read).await;
        assert_eq!(asked.status, 422);
        assert!(asked.text.contains("areas_reason") && asked.text.contains("name=\"version_no\" value=\"2\""));
        let ground = [read[0], read[1], ("areas_reason", "Vi tar dem i neste periode")];
        let done = app.post(Some(&planner), &approve, &ground).await;
        assert_eq!(done.status, 303, "{}", done.text);
        let held = app.api(Some(&planner), "GET", &format!("/api/v1{href}"), None).await.json();
        assert_eq!((held["state"].as_str(), held["version_no"].as_i64()), (Some("adopted"), Some(2)));
    });
}

#[test]
fn a_new_number_to_reach_holds_once_the_owners_have_approved_it() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let reader = app.user("Rita Leser", &[(Role::Staff, "town")]);
        let href = adopted(&app, &planner).await;
        let plan = href.trim_start_matches("/plans/");
        let trust = unit("trust").to_string();
        let approve = async |no: &str| {
            assert_eq!(app.post(Some(&planner), &format!("{href}/submit"), &[]).await.status, 303);
            let body = [("unit", trust.as_str()), ("version_no", no)];
            let done = app.post(Some(&planner), &format!("{href}/approve"), &body).await;
            assert_eq!(done.status, 303, "{}", done.text);
        };
        let aim = async |goal: &str, expected: i64, value: f64| {
            let body = json!({ "kind": "at_most", "value": value, "by": "2027-12-31",
                "reason": "Vi kan mer", "valid_from": (0 < expected).then_some("2026-06-01"), "expected": expected });
            let set = app.api(Some(&planner), "POST", &format!("/api/v1{goal}/targets"), Some(body)).await;
            assert!(set.status.is_success(), "{}", set.text);
        };
        let standing = async |goal: &str| {
            let told = app.api(Some(&planner), "GET", &format!("/api/v1{goal}/targets"), None).await.json();
            let all = told.as_array().into_iter().flatten();
            all.map(|one| one["standing"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };
        let made = app.post(Some(&planner), "/goals", &[("plan", plan), ("name", "Færre fall"), ("open", "on")]).await;
        let goal = made.location().split('/').take(3).collect::<Vec<_>>().join("/");
        aim(&goal, 0, 12.0).await;
        // The goal came after the plan was adopted, and neither it nor its number is approved.
        assert_eq!(standing(&goal).await, ["awaits"]);
        says(&app.get(Some(&reader), &href).await, &["Endret etter at planen ble vedtatt", "Færre fall", "Kommet til"]);
        says(&app.get(Some(&reader), &goal).await, &["Et nytt tall å nå er foreslått", "Venter på eierne"]);
        approve("2").await;
        assert_eq!(standing(&goal).await, ["holds"]);
        let page = app.get(Some(&reader), &href).await;
        assert!(!page.text.contains("Endret etter at planen ble vedtatt"), "{}", page.text);

        // A change of what was approved is told beside it, and counts for nothing when it is dropped.
        aim(&goal, 1, 6.0).await;
        says(&app.get(Some(&reader), &href).await, &["Tall å nå", "12\u{a0}%", "6\u{a0}%"]);
        let changes = app.api(Some(&reader), "GET", &format!("/api/v1{href}/changes"), None).await.json();
        assert_eq!((changes[0]["change"].as_str(), &changes[0]["aspects"]), (Some("changed"), &json!(["target"])));
        let status = app.get(Some(&reader), &format!("{href}/status?format=json")).await;
        assert!(status.text.contains("12"), "{}", status.text);
        assert_eq!(app.post(Some(&planner), &format!("{href}/discard"), &[]).await.status, 303);
        assert_eq!(standing(&goal).await, ["holds", "dropped"]);
        says(&app.get(Some(&reader), &goal).await, &["Ble ikke vedtatt"]);

        // What a version held can be read when another has taken its place.
        aim(&goal, 2, 8.0).await;
        approve("3").await;
        assert_eq!(standing(&goal).await, ["holds", "dropped", "holds"]);
        says(&app.get(Some(&reader), &format!("{href}/versions/2")).await, &["Færre fall", "12\u{a0}%"]);
        let items = app.api(Some(&reader), "GET", &format!("/api/v1{href}/versions/2/items"), None).await.json();
        assert_eq!((items[0]["kind"].as_str(), items[0]["target_version"].as_i64()), (Some("goal"), Some(1)));
        let nobody = app.api(Some(&reader), "GET", &format!("/api/v1{href}/versions/99/items"), None).await.json();
        assert_eq!(nobody, json!([]));
    });
}
