//! Parts of frameworks as tags on what other rooms hold.

use http::StatusCode;
use serde_json::json;
use varde_kernel::access::Role;
use varde_kernel::{IndicatorId, PartId, PlanId};
use varde_store::values;
use varde_testkit::TestApp;

use crate::plan_pages::{house, run, says};

fn path() -> String {
    format!("/tags/indicator/{}", IndicatorId::from_code("ind.ssi.hip"))
}

async fn offered(app: &TestApp) -> Vec<PartId> {
    varde_plans::store::tags::all(app.db()).await.unwrap().into_iter().map(|tag| tag.part).collect()
}

#[test]
fn an_indicator_is_tagged_with_the_framework_and_counted_there() {
    run(async {
        let app = house().await;
        let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "no")]);
        let tags = offered(&app).await;
        assert!(2 < tags.len(), "the framework offers its parts");
        let form = app.get(Some(&nora), &path()).await;
        assert_eq!(form.status, StatusCode::OK, "{}", form.text);
        let tag = tags[0].to_string();
        let saved = app.post(Some(&nora), &path(), &[("tag", &tag)]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        let page = app.get(Some(&nora), saved.location()).await;
        says(&page, &["Merket med"]);
        let api = format!("/api/v1{}", path());
        let told = app.api(Some(&nora), "GET", &api, None).await.json();
        assert_eq!(told.as_array().map(Vec::len), Some(1));
        assert_eq!(told[0]["part"], tag);
        // It is counted where the framework tells of its parts, and stands in the history.
        let plan = told[0]["plan"].as_str().unwrap().to_owned();
        says(&app.get(Some(&nora), &format!("/plans/{plan}/parts")).await, &["på ett funn eller annet"]);
    });
}

#[test]
fn two_who_tag_the_same_thing_do_not_lose_each_others_tags() {
    run(async {
        let app = house().await;
        let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "no")]);
        let tags: Vec<String> = offered(&app).await.iter().map(ToString::to_string).collect();
        let first = app.post(Some(&nora), &path(), &[("tag", &tags[0])]).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER);
        // The second form was drawn before the first was saved: it knows of no tags.
        let second = app.post(Some(&nora), &path(), &[("tag", &tags[1])]).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.text.contains("Noen andre har endret merkene"), "{}", second.text);
        assert!(second.text.contains(&format!("value=\"{}\" checked", tags[1])), "what was chosen stays chosen");
        let api = format!("/api/v1{}", path());
        let late = app.api(Some(&nora), "PUT", &api, Some(json!({"tags": [tags[1]], "read": []}))).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        let both = json!({"tags": [tags[0], tags[1]], "read": [tags[0]]});
        assert_eq!(app.api(Some(&nora), "PUT", &api, Some(both)).await.json().as_array().map(Vec::len), Some(2));
    });
}

#[test]
fn tags_of_a_framework_that_is_closed_by_now_stay() {
    run(async {
        let app = house().await;
        let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "no")]);
        let tags: Vec<String> = offered(&app).await.iter().map(ToString::to_string).collect();
        let api = format!("/api/v1{}", path());
        let both = json!({"tags": [tags[0], tags[1]]});
        let told = app.api(Some(&nora), "PUT", &api, Some(both)).await.json();
        let plan = told[0]["plan"].as_str().unwrap().parse::<PlanId>().unwrap();
        let tx = app.begin().await;
        tx.run("update plan set state = 'closed' where id = $1", values![plan]).await.unwrap();
        tx.commit().await.unwrap();
        let left = offered(&app).await;
        assert!(!left.iter().any(|part| [&tags[0], &tags[1]].contains(&&part.to_string())));
        // Neither a form that does not show them nor a program that does not name them takes them away.
        let read = [("read", tags[0].as_str()), ("read", &tags[1])];
        let saved = app.post(Some(&nora), &path(), &read).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        let told = app.api(Some(&nora), "PUT", &api, Some(json!({"tags": []}))).await.json();
        let mut parts: Vec<&str> = told.as_array().unwrap().iter().filter_map(|tag| tag["part"].as_str()).collect();
        parts.sort_unstable();
        let mut expected = [tags[0].as_str(), tags[1].as_str()];
        expected.sort_unstable();
        assert_eq!(parts, expected);
    });
}

#[test]
fn those_who_may_not_change_a_thing_may_not_tag_it() {
    run(async {
        let app = house().await;
        let ward = app.user("Lise Leder", &[(Role::Staff, "ward")]);
        assert_eq!(app.get(Some(&ward), &path()).await.status, StatusCode::FORBIDDEN);
        assert_eq!(app.post(Some(&ward), &path(), &[]).await.status, StatusCode::FORBIDDEN);
        let api = format!("/api/v1{}", path());
        assert_eq!(app.api(Some(&ward), "GET", &api, None).await.status, StatusCode::OK);
        assert_eq!(app.api(Some(&ward), "PUT", &api, Some(json!({"tags": []}))).await.status, StatusCode::FORBIDDEN);
        for wrong in
            ["/tags/person/00000000-0000-4000-8000-000000000000", "/tags/finding/00000000-0000-4000-8000-000000000000"]
        {
            assert_eq!(app.get(Some(&ward), wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
        }
    });
}
