//! The room for other programs.

use http::StatusCode;
use serde_json::{Value, json};
use varde_kernel::access::Role;
use varde_testkit::{Reply, TestApp, User, unit};

use super::pages::house;
use super::store::falls;

#[track_caller]
fn status(reply: &Reply, expected: StatusCode) -> Value {
    assert_eq!(reply.status, expected, "{}", reply.text);
    reply.json()
}

async fn series(app: &TestApp, user: &User) -> String {
    let body = json!({"indicator": falls().id.to_string(), "unit": unit("ward").to_string()});
    let made = app.api(Some(user), "POST", "/api/v1/series", Some(body)).await.json();
    made["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn values_are_recorded_corrected_and_asked_for_as_they_were() {
    let app = house().await;
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let id = series(&app, &kari).await;
    assert_eq!(series(&app, &kari).await, id);
    let path = format!("/api/v1/series/{id}/observations");
    let one = format!("{path}/2026-10");
    let value = json!({"numerator": 3, "denominator": 40});
    let made = status(&app.api(Some(&kari), "PUT", &one, Some(value.clone())).await, StatusCode::OK);
    assert_eq!(made["value"], 7.5);
    let interval = made["interval"].as_array().unwrap();
    assert!((interval[0].as_f64().unwrap() - 2.58).abs() < 0.01);
    status(&app.api(Some(&kari), "PUT", &one, Some(value.clone())).await, StatusCode::CONFLICT);
    let former = json!({"numerator": 4, "denominator": 40, "former": made["id"]});
    let refused = status(&app.api(Some(&kari), "PUT", &one, Some(former)).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused["problems"][0]["place"], "reason");
    let former = json!({"numerator": 4, "denominator": 40, "former": made["id"], "reason": "Glemt fall"});
    let now = status(&app.api(Some(&kari), "PUT", &one, Some(former)).await, StatusCode::OK);
    assert_eq!(now["value"], 10.0);
    let listed = status(&app.api(Some(&kari), "GET", &path, None).await, StatusCode::OK);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    let before = app.api(Some(&kari), "GET", &format!("{path}?as_known_at=2026-01-01T00:00:00Z"), None).await;
    assert_eq!(status(&before, StatusCode::OK)["items"], json!([]));
    let former = app.api(Some(&kari), "GET", &format!("/api/v1/series/{id}/former"), None).await;
    assert_eq!(status(&former, StatusCode::OK)["items"][0]["value"], 7.5);
    let all = app.api(Some(&kari), "GET", &format!("/api/v1/series?unit={}", unit("ward")), None).await;
    assert_eq!(status(&all, StatusCode::OK)["items"][0]["id"], id.as_str());

    let other = app.user("Ola Leder", &[(Role::UnitLeader, "ward2")]);
    status(&app.api(Some(&other), "PUT", &one, Some(value)).await, StatusCode::FORBIDDEN);
    status(&app.api(None, "GET", &path, None).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn odd_input_is_refused_and_never_our_fault() {
    let app = house().await;
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward"), (Role::QualityAdviser, "ward")]);
    let id = series(&app, &kari).await;
    for (method, path, body) in [
        ("GET", "/api/v1/indicators?limit=0".to_owned(), None),
        ("GET", "/api/v1/indicators?q=%00&state=x".to_owned(), None),
        ("GET", "/api/v1/indicators/nothing".to_owned(), None),
        ("GET", format!("/api/v1/indicators/{}", unit("ward")), None),
        ("GET", "/api/v1/series?unit=x".to_owned(), None),
        ("GET", "/api/v1/series?unit=%00".to_owned(), None),
        ("GET", "/api/v1/figures?q=%25_%5C&cursor=9999999".to_owned(), None),
        ("GET", format!("/api/v1/series/{id}/observations?as_known_at=yesterday"), None),
        ("GET", format!("/api/v1/series/{id}/observations?as_known_at=9999-12-30T00:00:00Z"), None),
        ("GET", format!("/api/v1/series/{id}/observations?as_known_at=-009999-01-02T00:00:00Z"), None),
        ("PUT", format!("/api/v1/series/{id}/observations/2026-10"), Some(json!({"value": 1e308}))),
        ("PUT", format!("/api/v1/series/{id}/observations/2026-10"), Some(json!({"value": -1e-308}))),
        ("PUT", format!("/api/v1/series/{id}/observations/2026-10"), Some(json!({"value": 1, "note": "a\u{0}b"}))),
        ("PUT", format!("/api/v1/series/{id}/observations/2026-10"), Some(json!({"value": 1, "former": "x"}))),
        ("PUT", format!("/api/v1/series/{id}/observations/9999-99"), Some(json!({"value": 1}))),
        ("PUT", format!("/api/v1/series/{id}/observations/%00"), Some(json!({"value": 1}))),
        ("PUT", format!("/api/v1/series/{id}/observations/2026-10"), Some(json!({"value": "1"}))),
        ("PUT", format!("/api/v1/series/{id}/observations/2026-10"), Some(json!([]))),
        (
            "PUT",
            format!("/api/v1/indicators/{}", falls().id),
            Some(json!({"name": {"nb": ""}, "measure": "", "direction": ""})),
        ),
        (
            "POST",
            "/api/v1/indicators".to_owned(),
            Some(
                json!({"name": {"nb": "x"}, "measure": "percent", "direction": "up", "code": "x", "unit": unit("nowhere").to_string()}),
            ),
        ),
        (
            "POST",
            "/api/v1/indicators".to_owned(),
            Some(
                json!({"name": {"nb": "x"}, "measure": "rate", "direction": "up", "code": "\u{0}", "unit": "x", "levels": ["", "x"], "per": -1}),
            ),
        ),
        (
            "POST",
            format!("/api/v1/indicators/{}/state", falls().id),
            Some(json!({"state": "retired", "reason": "x", "version": -9_223_372_036_854_775_808_i64})),
        ),
        ("POST", "/api/v1/series".to_owned(), Some(json!({"indicator": "", "unit": ""}))),
        (
            "POST",
            "/api/v1/series".to_owned(),
            Some(json!({"indicator": falls().id.to_string(), "unit": unit("nowhere").to_string()})),
        ),
        ("POST", "/api/v1/indicators/import".to_owned(), Some(json!({"csv": "\u{0}"}))),
        (
            "POST",
            "/api/v1/indicators/import".to_owned(),
            Some(json!({"csv": "indicator;unit;period;value\n\"", "dry_run": true})),
        ),
    ] {
        let reply = app.api(Some(&kari), method, &path, body.clone()).await;
        assert!(reply.status.as_u16() < 500, "{method} {path} {body:?}: {}", reply.text);
        if reply.status != StatusCode::OK {
            assert!(reply.headers["content-type"].to_str().unwrap().starts_with("application/problem+json"), "{path}");
        }
    }
}

#[tokio::test]
async fn definitions_and_files_go_the_same_way_as_on_pages() {
    let app = house().await;
    let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "trust")]);
    let body = json!({"code": "ind.sores", "unit": unit("trust").to_string(), "name": {"nb": "Trykksår", "en": "Sores"},
        "measure": "rate", "per": 1000, "direction": "down", "levels": ["enterprise"],
        "definition": {"nb": "d"}, "numerator": {"nb": "t"}, "denominator": {"nb": "n"}});
    let made =
        status(&app.api(Some(&nora), "POST", "/api/v1/indicators", Some(body.clone())).await, StatusCode::CREATED);
    assert_eq!((&made["state"], &made["per"]), (&json!("proposed"), &json!(1000.0)));
    status(&app.api(Some(&nora), "POST", "/api/v1/indicators", Some(body)).await, StatusCode::UNPROCESSABLE_ENTITY);
    let path = format!("/api/v1/indicators/{}", made["id"].as_str().unwrap());
    assert_eq!(status(&app.api(Some(&nora), "GET", &path, None).await, StatusCode::OK)["code"], "ind.sores");
    let change = json!({"name": {"nb": "Trykksår, grad 2+"}, "measure": "rate", "per": 1000, "direction": "down",
        "definition": {"nb": "d"}, "numerator": {"nb": "t"}, "denominator": {"nb": "n"}, "version": 1});
    let changed = status(&app.api(Some(&nora), "PUT", &path, Some(change.clone())).await, StatusCode::OK);
    assert_eq!(changed["version"], 2);
    status(&app.api(Some(&nora), "PUT", &path, Some(change)).await, StatusCode::CONFLICT);
    let step = json!({"state": "specified", "reason": "Klar", "version": 2});
    let stepped =
        status(&app.api(Some(&nora), "POST", &format!("{path}/state"), Some(step.clone())).await, StatusCode::OK);
    assert_eq!(stepped["state"], "specified");
    let again = app.api(Some(&nora), "POST", &format!("{path}/state"), Some(step)).await;
    status(&again, StatusCode::CONFLICT);
    let step = json!({"state": "specified", "reason": "Klar", "version": 3});
    let again = app.api(Some(&nora), "POST", &format!("{path}/state"), Some(step)).await;
    status(&again, StatusCode::UNPROCESSABLE_ENTITY);

    let csv = "indicator;unit;period;numerator;denominator\nind.sores;ward;2026-09;2;4000\n";
    let send = async |csv: &str, dry_run: bool| {
        let body = json!({"csv": csv, "dry_run": dry_run});
        app.api(Some(&nora), "POST", "/api/v1/indicators/import", Some(body)).await
    };
    assert_eq!(status(&send(csv, true).await, StatusCode::OK)["n_new"], 1);
    assert_eq!(status(&send(csv, false).await, StatusCode::OK)["n_new"], 1);
    assert_eq!(status(&send(csv, false).await, StatusCode::OK)["n_unchanged"], 1);
    let changed = csv.replace(";2;", ";3;");
    assert_eq!(
        status(&send(&changed, false).await, StatusCode::UNPROCESSABLE_ENTITY)["problems"][0]["place"],
        "reason"
    );
    let bad = status(&send("indicator;unit;period\nx;y;z\n", false).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(bad["problems"][0]["place"], "line 2, period");
}

#[tokio::test]
async fn the_whole_sheet_its_schedule_and_notes_on_points_are_read_and_written() {
    let app = house().await;
    let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "no")]);
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let path = format!("/api/v1/indicators/{}", falls().id);
    let before = status(&app.api(Some(&nora), "GET", &path, None).await, StatusCode::OK);
    assert_eq!((&before["sheet"]["standardisation"], &before["definition_version"]), (&json!("none"), &json!(1)));
    let sheet = json!({"inclusion": {"nb": "Alle døgnopphold", "en": "All stays"}, "standardisation": "direct",
        "periods": ["month"], "least_coverage": 60.5, "least_denominator": 30, "dimensions": ["safe"],
        "validation": "Sammenlignet med journal", "validated_on": "2026-01-31", "use_mark": "over", "licence": "NLOD"});
    let draft = |sheet: Value, version: i64| {
        json!({"name": {"nb": "Fall"}, "measure": "percent", "direction": "down", "sheet": sheet, "version": version,
            "reason": "Ny avgrensning"})
    };
    let saved = app.api(Some(&nora), "PUT", &path, Some(draft(sheet, 1))).await;
    let saved = status(&saved, StatusCode::OK);
    assert_eq!((&saved["sheet"]["least_coverage"], &saved["sheet"]["periods"]), (&json!(60.5), &json!(["month"])));
    // Without a sheet it stays; with a fault in it nothing is saved.
    let mut without = draft(Value::Null, 2);
    without.as_object_mut().unwrap().remove("sheet");
    let kept = status(&app.api(Some(&nora), "PUT", &path, Some(without)).await, StatusCode::OK);
    assert_eq!(kept["sheet"]["licence"], "NLOD");
    let refused = app.api(Some(&nora), "PUT", &path, Some(draft(json!({"least_coverage": 101}), 3))).await;
    assert_eq!(status(&refused, StatusCode::UNPROCESSABLE_ENTITY)["problems"][0]["place"], "least_coverage");

    let schedule = format!("{path}/schedule");
    let body = json!({"levels": [{"level": "enterprise", "period": "month", "due_days": 20, "comment_days": 14}]});
    status(&app.api(Some(&kari), "PUT", &schedule, Some(body.clone())).await, StatusCode::FORBIDDEN);
    assert_eq!(status(&app.api(Some(&nora), "PUT", &schedule, Some(body.clone())).await, StatusCode::OK), body);
    assert_eq!(status(&app.api(Some(&kari), "GET", &schedule, None).await, StatusCode::OK), body);
    for wrong in [
        json!({"levels": [{"level": "x", "period": "month", "due_days": 20, "comment_days": 14}]}),
        json!({"levels": [{"level": "all", "period": "fortnight", "due_days": 20, "comment_days": 14}]}),
        json!({"levels": [{"level": "all", "period": "month", "due_days": -1, "comment_days": 14}]}),
    ] {
        status(&app.api(Some(&nora), "PUT", &schedule, Some(wrong)).await, StatusCode::UNPROCESSABLE_ENTITY);
    }

    let id = series(&app, &kari).await;
    let one = format!("/api/v1/series/{id}/observations/2026-10");
    status(&app.api(Some(&kari), "PUT", &one, Some(json!({"numerator": 3, "denominator": 40}))).await, StatusCode::OK);
    let notes = format!("/api/v1/series/{id}/notes");
    let write = async |user: &User, period: &str| {
        app.api(Some(user), "POST", &notes, Some(json!({"period": period, "note": "Ny legevakt"}))).await
    };
    status(&write(&kari, "2026-09").await, StatusCode::UNPROCESSABLE_ENTITY);
    let other = app.user("Ola Leder", &[(Role::UnitLeader, "ward2")]);
    status(&write(&other, "2026-10").await, StatusCode::FORBIDDEN);
    let made = status(&write(&kari, "2026-10").await, StatusCode::CREATED);
    let listed = status(&app.api(Some(&kari), "GET", &notes, None).await, StatusCode::OK);
    assert_eq!((&listed["items"][0]["id"], &listed["items"][0]["note"]), (&made["id"], &json!("Ny legevakt")));
    let gone = format!("{notes}/{}", made["id"].as_str().unwrap());
    status(&app.api(Some(&other), "DELETE", &gone, None).await, StatusCode::FORBIDDEN);
    assert_eq!(app.api(Some(&kari), "DELETE", &gone, None).await.status, StatusCode::NO_CONTENT);
    status(&app.api(Some(&kari), "DELETE", &gone, None).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&app.api(Some(&kari), "GET", &notes, None).await, StatusCode::OK)["items"], json!([]));
}
