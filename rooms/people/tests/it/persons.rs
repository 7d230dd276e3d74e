//! Running accounts and roles on the pages and in the API.

use http::StatusCode;
use serde_json::json;
use varde_kernel::access::Role;
use varde_people::store::{holdings, persons};
use varde_testkit::unit;

use crate::door::{House, PASSWORD, between};

async fn house() -> House {
    let house = House::new().await;
    house.person("admin", &[(Role::Administrator, "trust")], false).await;
    house
}

#[tokio::test]
async fn an_administrator_makes_a_person_who_then_comes_in() {
    let house = house().await;
    let mut admin = house.signed_in("admin").await;
    let form = admin.get("/people/new").await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.text.contains("Testenhet ward") && !form.text.contains("Testenhet trust2"), "only own units");

    let ward = unit("ward").to_string();
    let bad = [("name", ""), ("username", "a b"), ("email", "nobody"), ("unit", ""), ("link_by_email", "")];
    let answer = admin.post("/people", &bad).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for says in
        ["Fyll ut dette feltet", "Bruk 3 til 60 tegn", "Skriv en e-postadresse", "value=\"a b\"", "value=\"nobody\""]
    {
        assert!(answer.text.contains(says), "{says}: {}", answer.text);
    }
    let other = unit("trust2").to_string();
    let answer = admin.post("/people", &[("name", "Test Ny"), ("unit", &other)]).await;
    assert!(answer.text.contains("ikke administrator for denne enheten"), "{}", answer.text);

    let fields = [("name", "Test Ny"), ("username", "Ny.Test"), ("unit", ward.as_str()), ("email", "")];
    let answer = admin.post("/people", &fields).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let password = between(&answer.text, "<code>", "</code>").to_owned();
    assert_eq!(password.len(), 19, "{password}");
    let again = admin.post("/people", &fields).await;
    assert!(again.text.contains("Brukernavnet er i bruk"), "{}", again.text);

    let mut new = house.browser();
    assert_eq!(new.sign_in("ny.test", &password).await.status, StatusCode::SEE_OTHER);
    assert_eq!(new.get("/").await.location(), "/me/password");
    let list = admin.get("/people?q=NY.").await;
    assert!(list.text.contains("Test Ny") && list.text.contains("Venter på eget passord"), "{}", list.text);
    // Someone without a role that lets them see persons gets the answer of a page that is not there.
    house.person("nurse", &[(Role::Staff, "ward")], false).await;
    let mut nurse = house.signed_in("nurse").await;
    for path in ["/people", "/people/new", "/people/export"] {
        assert_eq!(nurse.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn roles_are_given_and_ended_where_one_is_administrator() {
    let house = house().await;
    let nurse = house.person("role.nurse", &[(Role::Staff, "ward")], false).await;
    let chief = house.person("role.chief", &[(Role::Administrator, "no")], false).await;
    let mut admin = house.signed_in("admin").await;
    let href = format!("/people/{nurse}/roles");
    assert!(
        admin.get(&href).await.text.contains("Vedtar planer") || admin.get(&href).await.text.contains("vedtar planer")
    );
    let (ward, region) = (unit("ward").to_string(), unit("region").to_string());
    let give =
        [("role", "planner"), ("unit", region.as_str()), ("from", "2026-11-22"), ("last", ""), ("grounds", "trengs")];
    let above = admin.post(&href, &give).await;
    assert_eq!(above.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(above.text.contains("ikke administrator for denne enheten"), "{}", above.text);
    let missing = admin.post(&href, &[("role", "king"), ("unit", "x"), ("from", "i dag"), ("grounds", "")]).await;
    for says in ["Velg en av mulighetene", "Vi finner ingen enhet", "Skriv datoen som", "Fyll ut dette feltet"] {
        assert!(missing.text.contains(says), "{says}: {}", missing.text);
    }
    let give =
        [("role", "planner"), ("unit", ward.as_str()), ("from", "22.11.2026"), ("last", ""), ("grounds", "trengs")];
    assert_eq!(admin.post(&href, &give).await.location(), format!("/people/{nurse}"));
    let twice = admin.post(&href, &give).await;
    assert!(twice.text.contains("allerede denne rollen"), "{}", twice.text);
    let page = admin.get(&format!("/people/{nurse}")).await;
    for says in ["Planlegger", "trengs", "Test admin", "Hva rollene gir tilgang til", "Rolle gitt"] {
        assert!(page.text.contains(says), "{says}: {}", page.text);
    }
    assert!(!page.text.contains("people-"), "a word is missing");

    let held = holdings::of(house.db(), nurse).await.unwrap();
    let planner = held.iter().find(|held| held.role == Role::Planner).unwrap();
    let end = format!("/holdings/{}/end", planner.id);
    assert_eq!(admin.get(&end).await.status, StatusCode::OK);
    let early = admin.post(&end, &[("last", "2026-11-01"), ("grounds", "feil")]).await;
    assert!(early.text.contains("Velg i går eller senere"), "{}", early.text);
    let ended = admin.post(&end, &[("last", "2026-11-21"), ("grounds", "ferdig")]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.text);
    let over = admin.post(&end, &[("last", "2026-11-22"), ("grounds", "ferdig")]).await;
    assert!(over.text.contains("allerede avsluttet"), "{}", over.text);

    // The chief works in the nation, out of the local administrator's reach.
    let chiefs = holdings::of(house.db(), chief).await.unwrap();
    assert_eq!(admin.get(&format!("/people/{chief}")).await.status, StatusCode::NOT_FOUND);
    let answer =
        admin.post(&format!("/holdings/{}/end", chiefs[0].id), &[("last", "2026-11-22"), ("grounds", "x")]).await;
    assert!(matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND), "{}", answer.status);
}

#[tokio::test]
async fn accounts_are_edited_closed_opened_and_given_new_passwords() {
    let house = house().await;
    let nurse = house.person("acc.nurse", &[(Role::Staff, "ward")], false).await;
    let mut admin = house.signed_in("admin").await;
    let mut theirs = house.signed_in("acc.nurse").await;
    let href = format!("/people/{nurse}");
    let ward = unit("ward").to_string();
    let edit = |name, version| {
        vec![
            ("name", name),
            ("unit", ward.as_str()),
            ("email", "ny@example.org"),
            ("link_by_email", "true"),
            ("version", version),
        ]
    };
    assert_eq!(admin.post(&format!("{href}/edit"), &edit("Test Nytt", "1")).await.location(), href);
    let stale = admin.post(&format!("{href}/edit"), &edit("Test Annet", "1")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    for says in ["Test admin", "endret dette", "Test Nytt", "value=\"Test Annet\""] {
        assert!(stale.text.contains(says), "{says}: {}", stale.text);
    }

    let reset = admin.post(&format!("{href}/password"), &[]).await;
    let password = between(&reset.text, "<code>", "</code>").to_owned();
    assert_eq!(theirs.get("/me").await.status, StatusCode::SEE_OTHER, "a reset ends sessions");
    assert_eq!(house.browser().sign_in("acc.nurse", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(theirs.sign_in("acc.nurse", &password).await.status, StatusCode::SEE_OTHER);

    assert_eq!(
        admin.post(&format!("{href}/deactivate"), &[("why", "")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(admin.post(&format!("{href}/deactivate"), &[("why", "sluttet")]).await.location(), href);
    assert_eq!(theirs.get("/me/password").await.location(), "/sign-in?back=%2Fme%2Fpassword");
    assert!(admin.get("/people?active=no").await.text.contains("Test Nytt"));
    assert_eq!(admin.post(&format!("{href}/reactivate"), &[]).await.location(), href);
    assert_eq!(theirs.sign_in("acc.nurse", &password).await.status, StatusCode::SEE_OTHER);

    let me = persons::by_username(house.db(), "admin").await.unwrap().unwrap().id;
    let own = admin.post(&format!("/people/{me}/deactivate"), &[("why", "ferie")]).await;
    assert!(own.text.contains("ikke stenge din egen konto"), "{}", own.text);
    for path in ["edit", "password", "deactivate", "unlink", "roles"] {
        let page = admin.get(&format!("{href}/{path}")).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.text.contains("people-"), "a word is missing on {path}");
    }
    let csv = admin.get("/people/export").await;
    assert!(csv.text.contains("\"Test Nytt\";\"acc.nurse\";\"ny@example.org\""), "{}", csv.text);
}

#[tokio::test]
async fn the_pages_speak_three_languages() {
    let house = house().await;
    let nurse = house.person("lang.nurse", &[(Role::Staff, "ward")], false).await;
    let mut admin = house.signed_in("admin").await;
    for (locale, says) in [("nn", "Personar og roller"), ("en", "People and roles"), ("nb", "Personer og roller")] {
        admin.post("/language", &[("language", locale), ("back", "/me")]).await;
        let paths =
            ["/people".to_owned(), "/people/new".into(), format!("/people/{nurse}"), format!("/people/{nurse}/roles")];
        for path in paths {
            let page = admin.get(&path).await;
            assert!(page.text.contains(says), "{path} in {locale}");
            assert!(!page.text.contains("people-"), "a word is missing on {path} in {locale}");
        }
    }
}

#[tokio::test]
async fn the_api_does_what_the_pages_do() {
    let house = house().await;
    let mut admin = house.signed_in("admin").await;
    assert_eq!(house.browser().api("GET", "/api/v1/me", None).await.status, StatusCode::UNAUTHORIZED);
    let me = admin.api("GET", "/api/v1/me", None).await.json();
    assert_eq!(me["roles"][0]["role"], "administrator");

    let new = json!({ "name": "Test Api", "username": "api.test", "unit_id": unit("ward").uuid() });
    let made = admin.api("POST", "/api/v1/people", Some(new.clone())).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let made = made.json();
    let (id, password) =
        (made["person"]["id"].as_str().unwrap().to_owned(), made["one_time_password"].as_str().unwrap().to_owned());
    assert_eq!(house.browser().sign_in("api.test", &password).await.status, StatusCode::SEE_OTHER);
    assert_eq!(admin.api("POST", "/api/v1/people", Some(new)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let found = admin.api("GET", "/api/v1/people?q=api&limit=1", None).await.json();
    assert_eq!(found["items"][0]["id"], id.as_str());

    let href = format!("/api/v1/people/{id}");
    let edit = json!({ "name": "Test Api To", "unit_id": unit("ward2").uuid(), "version": 1 });
    assert_eq!(admin.api("PUT", &href, Some(edit.clone())).await.json()["name"], "Test Api To");
    assert_eq!(admin.api("PUT", &href, Some(edit)).await.status, StatusCode::CONFLICT);
    let role = json!({ "person_id": id, "unit_id": unit("ward2").uuid(), "role": "planner", "from": "2026-11-22", "grounds": "trengs" });
    let given = admin.api("POST", "/api/v1/holdings", Some(role.clone())).await;
    assert_eq!(given.status, StatusCode::CREATED, "{}", given.text);
    assert_eq!(given.json()["grounds"], "trengs");
    let who = admin.api("GET", &format!("/api/v1/units/{}/who", unit("ward2")), None).await.json();
    assert!(
        who.as_array().unwrap().iter().any(|one| one["name"] == "Test Api To" && one["role"] == "planner"),
        "{who}"
    );
    let above = json!({ "person_id": id, "unit_id": unit("no").uuid(), "role": "planner", "from": "2026-11-22", "grounds": "x" });
    assert_eq!(admin.api("POST", "/api/v1/holdings", Some(above)).await.status, StatusCode::FORBIDDEN);
    let listed = admin.api("GET", &format!("/api/v1/holdings?person={id}&on=2026-11-22"), None).await.json();
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    let end = json!({ "last": "2026-11-30", "grounds": "ferdig" });
    let ended =
        admin.api("POST", &format!("/api/v1/holdings/{}/end", given.json()["id"].as_str().unwrap()), Some(end)).await;
    assert_eq!(ended.json()["last"], "2026-11-30");

    let reset = admin.api("POST", &format!("{href}/password"), Some(json!({}))).await.json();
    assert_eq!(reset["username"], "api.test");
    assert_eq!(
        admin.api("POST", &format!("{href}/deactivate"), Some(json!({ "why": "sluttet" }))).await.json()["active"],
        false
    );
    assert_eq!(admin.api("POST", &format!("{href}/reactivate"), None).await.json()["active"], true);
    assert_eq!(admin.api("DELETE", &format!("{href}/identities"), None).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn tokens_read_or_write_and_never_make_tokens() {
    let house = house().await;
    let mut admin = house.signed_in("admin").await;
    let page = admin.post("/me/tokens", &[("name", "Test"), ("scope", "king"), ("days", "9999")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("fra 1 til 365"), "{}", page.text);
    let mut make = async |scope: &str| {
        let page = admin.post("/me/tokens", &[("name", "Test"), ("scope", scope), ("days", "30")]).await;
        between(&page.text, "<code>", "</code>").to_owned()
    };
    let (reader, writer) = (make("read").await, make("write").await);
    assert!(reader.starts_with("varde_"));
    let list = admin.get("/me/tokens").await;
    assert!(!list.text.contains(&reader), "shown once");

    let new =
        |name: &str| Some(json!({ "name": format!("Test {name}"), "username": name, "unit_id": unit("ward").uuid() }));
    assert_eq!(house.with_token(&reader, "GET", "/api/v1/people", None).await.status, StatusCode::OK);
    assert_eq!(house.with_token(&reader, "GET", "/api/v1/me", None).await.json()["read_only"], true);
    let refused = house.with_token(&reader, "POST", "/api/v1/people", new("by.reader")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text);
    let me = json!({ "name": "Test", "locale": "nb", "scheme": "auto", "version": 1 });
    assert_eq!(house.with_token(&reader, "PUT", "/api/v1/me", Some(me)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(house.with_token(&reader, "DELETE", "/api/v1/me/sessions", None).await.status, StatusCode::FORBIDDEN);
    assert_eq!(house.with_token(&writer, "POST", "/api/v1/people", new("by.writer")).await.status, StatusCode::CREATED);
    let token = json!({ "name": "Test", "scope": "write", "days": 30 });
    assert_eq!(
        house.with_token(&writer, "POST", "/api/v1/me/tokens", Some(token.clone())).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(house.with_token(&writer, "GET", "/me", None).await.status, StatusCode::SEE_OTHER, "never the pages");
    assert_eq!(house.with_token("varde_made_up", "GET", "/api/v1/me", None).await.status, StatusCode::UNAUTHORIZED);

    let minted = admin.api("POST", "/api/v1/me/tokens", Some(token)).await;
    assert_eq!(minted.status, StatusCode::CREATED, "{}", minted.text);
    let href = format!("/api/v1/me/tokens/{}", minted.json()["id"].as_str().unwrap());
    assert_eq!(admin.api("DELETE", &href, None).await.status, StatusCode::NO_CONTENT);
    let token = minted.json()["token"].as_str().unwrap().to_owned();
    assert_eq!(house.with_token(&token, "GET", "/api/v1/me", None).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(admin.api("GET", "/api/v1/me/tokens", None).await.json().as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_new_password_ends_ones_tokens_too() {
    let house = house().await;
    let mut admin = house.signed_in("admin").await;
    let page = admin.post("/me/tokens", &[("name", "Test"), ("scope", "write"), ("days", "30")]).await;
    let token = between(&page.text, "<code>", "</code>").to_owned();
    assert_eq!(house.with_token(&token, "GET", "/api/v1/me", None).await.status, StatusCode::OK);
    let page = admin.get("/me/password").await;
    assert!(page.text.contains("alle tokener til API-et"), "{}", page.text);
    let new = "en helt ny setning";
    let changed = admin.post("/me/password", &[("current", PASSWORD), ("new", new), ("repeat", new)]).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text);
    assert_eq!(house.with_token(&token, "GET", "/api/v1/me", None).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(admin.get("/me").await.status, StatusCode::OK, "the session that asked goes on");
}

#[tokio::test]
async fn odd_input_is_refused_and_never_breaks_anything() {
    let house = house().await;
    let mut admin = house.signed_in("admin").await;
    for path in
        ["/people?page=99999999999999999999&q=%00%25_", "/people?unit=x&active=maybe&q=%ff", "/people/export?q=%00"]
    {
        assert_eq!(admin.get(path).await.status, StatusCode::OK, "{path}");
    }
    for (path, status) in [
        ("/api/v1/people?cursor=-1", 400),
        ("/api/v1/people?limit=9999999999999999999999", 400),
        ("/api/v1/holdings?unit=x", 400),
        ("/api/v1/holdings?on=2026-13-45", 400),
        ("/api/v1/people/x", 404),
        ("/api/v1/people?q=%00", 200),
    ] {
        assert_eq!(admin.api("GET", path, None).await.status.as_u16(), status, "{path}");
    }
    let ward = unit("ward").uuid();
    for (path, body, status) in [
        ("/api/v1/people", json!({ "name": "a\0b", "unit_id": ward }), 422),
        ("/api/v1/people", json!({ "name": "x".repeat(600), "unit_id": ward }), 422),
        ("/api/v1/people", json!({ "name": "Test", "unit_id": ward, "admin": true }), 400),
        ("/api/v1/people", json!({ "name": "Test", "unit_id": "ward" }), 400),
        ("/api/v1/me/tokens", json!({ "name": "t", "scope": "read", "days": i64::MIN }), 422),
        ("/api/v1/me/password", json!({ "current": "", "new": "\0" }), 422),
        (
            "/api/v1/holdings",
            json!({ "person_id": ward, "unit_id": ward, "role": "staff", "from": "2026-11-22", "grounds": "x" }),
            404,
        ),
    ] {
        let answer = admin.api("POST", path, Some(body)).await;
        assert_eq!(answer.status.as_u16(), status, "{path}: {}", answer.text);
    }
    let me = persons::by_username(house.db(), "admin").await.unwrap().unwrap();
    let body = json!({ "name": "Test", "locale": "nb", "scheme": "auto", "version": i64::MAX });
    assert_eq!(admin.api("PUT", "/api/v1/me", Some(body)).await.status, StatusCode::CONFLICT);
    let role =
        json!({ "person_id": me.id.uuid(), "unit_id": ward, "role": "staff", "from": "9999-12-31", "grounds": "x" });
    assert_eq!(admin.api("POST", "/api/v1/holdings", Some(role)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
