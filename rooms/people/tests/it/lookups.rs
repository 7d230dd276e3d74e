//! Who has looked up whom: noted by every way to what is known of a person, told to that person and
//! to whoever watches over privacy, and to nobody else.

use http::{Method, StatusCode};
use jiff::{SignedDuration, Timestamp};
use varde_kernel::access::{Author, Kind, Role, Scope, System};
use varde_kernel::{PersonId, UnitId};
use varde_people::model::lookups::What;
use varde_people::model::persons::NewPerson;
use varde_people::store::{holdings, lookups, persons, retention};
use varde_store::{Db, Tx};
use varde_testkit::{on_both, organisation, unit};
use varde_web::Need;

use crate::door::House;

fn at(hours: i64, minutes: i64) -> Timestamp {
    let noon: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
    noon.checked_add(SignedDuration::from_mins(hours * 60 + minutes)).unwrap()
}

async fn begin(db: &Db, now: Timestamp) -> Tx {
    db.begin_write(Author::System(System::Console), now).await.unwrap()
}

#[test]
fn looking_again_within_the_hour_is_one_row_and_a_year_later_it_is_gone() {
    on_both(varde_people::migrations(), |db| async move {
        let tx = begin(&db, at(0, 0)).await;
        varde_people::store::units::refresh_lines(&tx, &organisation()).await.unwrap();
        let mut ids = Vec::new();
        for (name, home) in [("Ola", "ward"), ("Kari", "trust2"), ("Uten", "nowhere")] {
            let new = NewPerson { name: name.into(), home: Some(unit(home)), ..NewPerson::default() };
            ids.push(persons::create(&tx, new).await.unwrap());
        }
        tx.commit().await.unwrap();
        let (ola, kari, reader) = (ids[0], ids[1], PersonId::from_code("reader"));
        let note = async |hours, minutes, persons: &[PersonId], what| {
            let tx = begin(&db, at(hours, minutes)).await;
            lookups::note(&tx, reader, persons, what).await.unwrap();
            tx.commit().await.unwrap();
        };
        note(0, 1, &[ola], What::Page).await;
        note(0, 9, &[ola, kari, ola], What::Page).await;
        note(0, 10, &[ola], What::Account).await;
        note(1, 0, &[ola], What::Page).await;
        note(1, 1, &[reader], What::Page).await;
        let of = lookups::of(&db, ola, 10, 0).await.unwrap();
        let told: Vec<_> = of.iter().map(|one| (one.what, one.first, one.last, one.times)).collect();
        assert_eq!(
            told,
            [
                (What::Page, at(1, 0), at(1, 0), 1),
                (What::Account, at(0, 10), at(0, 10), 1),
                (What::Page, at(0, 1), at(0, 9), 2),
            ]
        );
        assert_eq!(lookups::of(&db, reader, 10, 0).await.unwrap(), [], "never for oneself");

        let list = async |over: &[&str], unplaced, person| {
            let over = over.iter().map(|code| unit(code)).collect::<Vec<UnitId>>();
            let scope = Scope::Part { open: false, over, above: Vec::new() };
            let wanted = lookups::Wanted { scope: &scope, unplaced, person, reader: None };
            lookups::list(&db, &wanted, 10, 0).await.unwrap().len()
        };
        assert_eq!(list(&["trust"], false, None).await, 3, "the trust's own people");
        assert_eq!(list(&["no"], false, None).await, 4);
        assert_eq!(list(&["no"], false, Some(kari)).await, 1);
        assert_eq!(list(&[], false, None).await, 0);
        note(2, 0, &[ids[2]], What::List).await;
        assert_eq!(list(&[], true, None).await, 1, "who works in no unit that is");

        for (hours, left) in [(365 * 24, 2), (365 * 24 + 1, 1), (365 * 24 + 2, 0)] {
            let tx = begin(&db, at(hours, 30)).await;
            retention::sweep(&tx, tx.now()).await.unwrap();
            tx.commit().await.unwrap();
            let scope = Scope::Everything;
            let all = lookups::Wanted { scope: &scope, unplaced: true, person: None, reader: None };
            assert_eq!(lookups::list(&db, &all, 10, 0).await.unwrap().len(), left, "after {hours} hours");
        }
    });
}

/// Every GET route that needs to see persons, or shows one of them by id: with how it is noted.
/// A new one must be added here, or the walk below fails.
const SHOWS: &[(&str, &str)] = &[
    ("/people", "list"),
    ("/people/export", "export"),
    ("/people/{id}", "page"),
    ("/people/{id}/edit", "account"),
    ("/people/{id}/deactivate", "account"),
    ("/people/{id}/password", "account"),
    ("/people/{id}/unlink", "account"),
    ("/people/{id}/roles", "roles"),
    ("/holdings/{id}/end", "roles"),
    ("/api/v1/people", "list"),
    ("/api/v1/people/{id}", "page"),
    ("/api/v1/holdings?person={id}", "roles"),
    ("/units/{id}/history", "history"),
    ("/api/v1/units/{id}/history", "history"),
];
/// Those that need a role over persons but show none: an empty form.
const SHOWS_NOBODY: &[&str] = &["/people/new"];

/// Every step that opens a person: a form that comes back shows the person, and an answer of the API
/// tells the person. With what is sent (a form that is refused, a body that is taken), the status that
/// it gives, and how it is noted.
const OPENS: &[(&str, &str, &str, u16, &str)] = &[
    ("POST", "/people/{id}/edit", "version=1&name=", 422, "account"),
    ("POST", "/people/{id}/deactivate", "why=", 422, "account"),
    ("POST", "/people/{id}/reactivate", "", 303, "account"),
    ("POST", "/people/{id}/password", "", 200, "account"),
    ("POST", "/people/{id}/unlink", "", 303, "account"),
    ("POST", "/people/{id}/roles", "role=&unit=&from=&last=&grounds=", 422, "roles"),
    ("POST", "/holdings/{id}/end", "last=&grounds=", 422, "roles"),
    (
        "PUT",
        "/api/v1/people/{id}",
        r#"{"name":"Test seen.changed","unit_id":"{unit}","version":{version}}"#,
        200,
        "page",
    ),
    ("POST", "/api/v1/people/{id}/deactivate", r#"{"why":"slutter"}"#, 200, "page"),
    ("POST", "/api/v1/people/{id}/reactivate", "", 200, "page"),
    ("POST", "/api/v1/people/{id}/password", "{}", 200, "account"),
    ("DELETE", "/api/v1/people/{id}/identities", "", 204, "account"),
    (
        "POST",
        "/api/v1/holdings",
        r#"{"person_id":"{id}","role":"planner","unit_id":"{unit}","from":"2026-11-22","grounds":"trengs"}"#,
        201,
        "roles",
    ),
    ("POST", "/api/v1/holdings/{id}/end", r#"{"last":"2026-12-31","grounds":"slutter"}"#, 200, "roles"),
];
/// Steps that open nobody who is there already.
const OPENS_NOBODY: &[&str] = &["/people", "/api/v1/people"];

#[tokio::test]
async fn every_way_to_what_is_known_of_a_person_is_noted() {
    for (method, path, need) in varde_web::needs(&[varde_people::room()]) {
        if !matches!(need, Need::May(Kind::Person | Kind::Holding, _)) {
            continue;
        }
        let is_known = if method == Method::GET {
            SHOWS.iter().any(|(shown, _)| *shown == path) || SHOWS_NOBODY.contains(&path)
        } else {
            let opens = OPENS.iter().any(|(how, opened, ..)| *how == method.as_str() && *opened == path);
            opens || OPENS_NOBODY.contains(&path)
        };
        assert!(is_known, "{method} {path}: is what it shows noted?");
    }

    let house = House::new().await;
    let nurse = house.person("seen.nurse", &[(Role::Staff, "ward")], false).await;
    house.person("seen.other", &[(Role::Staff, "ward")], false).await;
    let admin_id = house.person("seen.admin", &[(Role::Administrator, "trust")], false).await;
    house.person("seen.privacy", &[(Role::PrivacyOfficer, "trust")], false).await;
    house.person("seen.far", &[(Role::PrivacyOfficer, "trust2")], false).await;
    let mut admin = house.signed_in("seen.admin").await;
    let held = holdings::of(house.db(), nurse).await.unwrap()[0].id;
    let mut n_before = 0;
    for (path, what) in SHOWS {
        // An hour each, so that each leaves a row of its own.
        house.wait(1);
        admin = if n_before % 6 == 5 { house.signed_in("seen.admin").await } else { admin };
        let id = match *path {
            path if path.contains("holdings/") => held.to_string(),
            path if path.contains("units/") => unit("ward").to_string(),
            _ => nurse.to_string(),
        };
        let answer = admin.get(&path.replace("{id}", &id)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        let seen = lookups::of(house.db(), nurse, 200, 0).await.unwrap();
        assert_eq!(seen.len(), n_before + 1, "{path} is not noted");
        assert_eq!((seen[0].reader, seen[0].what.name(), seen[0].times), (admin_id, *what, 1), "{path}");
        n_before += 1;
    }
    // Whoever changes a person is told the person, too. One who need not sign in afterwards: the steps set
    // a new password and close the account.
    let changed = house.person("seen.changed", &[(Role::Staff, "ward")], false).await;
    let changed_role = holdings::of(house.db(), changed).await.unwrap()[0].id;
    let mut n_changed = 0;
    for (method, path, sent, status, what) in OPENS {
        house.wait(1);
        let mut admin = house.signed_in("seen.admin").await;
        let id = if path.contains("holdings/") { changed_role.to_string() } else { changed.to_string() };
        let version = persons::by_username(house.db(), "seen.changed").await.unwrap().unwrap().version;
        let sent = sent
            .replace("{id}", &id)
            .replace("{unit}", &unit("ward").to_string())
            .replace("{version}", &version.to_string());
        let path = path.replace("{id}", &id);
        let answer = if path.starts_with("/api/") {
            let body = (!sent.is_empty()).then(|| serde_json::from_str(&sent).unwrap());
            admin.api(method, &path, body).await
        } else {
            let fields: Vec<(&str, &str)> = sent.split('&').filter_map(|pair| pair.split_once('=')).collect();
            admin.post(&path, &fields).await
        };
        assert_eq!(answer.status.as_u16(), *status, "{method} {path}: {}", answer.text);
        n_changed += 1;
        let seen = lookups::of(house.db(), changed, 200, 0).await.unwrap();
        assert_eq!(seen.len(), n_changed, "{method} {path} is not noted");
        assert_eq!((seen[0].reader, seen[0].what.name(), seen[0].times), (admin_id, *what, 1), "{method} {path}");
    }
    assert_eq!(lookups::of(house.db(), admin_id, 200, 0).await.unwrap(), [], "nobody is noted for seeing oneself");
    // A refusal shows nothing, and so notes nothing.
    let mut other = house.signed_in("seen.other").await;
    assert_eq!(other.get(&format!("/people/{nurse}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(lookups::of(house.db(), nurse, 200, 0).await.unwrap().len(), n_before);

    // Told to the nurse, and to those who watch over privacy where the nurse works.
    let mut mine = house.signed_in("seen.nurse").await;
    let page = mine.get("/me/lookups").await;
    assert!(page.text.contains("Test seen.admin") && page.text.contains("Kontoen"), "{}", page.text);
    assert!(!page.text.contains("people-"), "a word is missing");
    assert!(mine.get("/me").await.text.contains("/me/lookups"));
    let told = mine.api("GET", "/api/v1/me/lookups?limit=3", None).await.json();
    assert_eq!(told["items"].as_array().unwrap().len(), 3);
    assert_eq!(told["items"][0]["reader"], "Test seen.admin");
    assert_eq!(told["next_cursor"], "3");
    for path in ["/lookups", "/api/v1/lookups"] {
        let person = format!("{path}?person={nurse}");
        let mut privacy = house.signed_in("seen.privacy").await;
        assert!(privacy.get(&person).await.text.contains("Test seen.admin"), "{path}");
        let mut far = house.signed_in("seen.far").await;
        let answer = far.get(&person).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!answer.text.contains("Test seen.admin"), "{path}: another trust's people");
        for who in ["seen.admin", "seen.nurse"] {
            assert_eq!(house.signed_in(who).await.get(path).await.status, StatusCode::NOT_FOUND, "{path} as {who}");
        }
    }
}

#[tokio::test]
async fn a_units_history_is_read_by_those_who_may_and_says_before_after_and_why() {
    let house = House::new().await;
    house.person("hist.admin", &[(Role::Administrator, "trust")], false).await;
    house.person("hist.nurse", &[(Role::Staff, "ward")], false).await;
    house.person("hist.staff", &[(Role::Staff, "ward")], false).await;
    house.person("hist.planner", &[(Role::Planner, "trust")], false).await;
    let mut admin = house.signed_in("hist.admin").await;
    let nurse = persons::by_username(house.db(), "hist.nurse").await.unwrap().unwrap().id;
    let ward = unit("ward").to_string();
    let give =
        [("role", "planner"), ("unit", ward.as_str()), ("from", "2026-11-22"), ("last", ""), ("grounds", "trengs her")];
    assert_eq!(admin.post(&format!("/people/{nurse}/roles"), &give).await.status, StatusCode::SEE_OTHER);

    let path = format!("/units/{ward}/history");
    let page = admin.get(&path).await;
    for says in ["Rolle gitt", "trengs her", "Test hist.admin", "Test hist.nurse", "Historikk"] {
        assert!(page.text.contains(says), "{says}: {}", page.text);
    }
    for missing in ["people-", "web-told", "web-field", "web-kind"] {
        assert!(!page.text.contains(&format!(">{missing}")), "a word is missing: {missing}");
    }
    let told = admin.api("GET", &format!("/api/v1/units/{ward}/history?kind=holding&where=here"), None).await.json();
    let given = told["items"].as_array().unwrap().iter().find(|line| line["why"] == "trengs her").unwrap().clone();
    assert_eq!((&given["action"], &given["kind"]), (&"role_given".into(), &"holding".into()));
    assert_eq!(given["after"]["role"], "planner");
    // Filters: another kind, another day, a day that is none.
    for (query, shows) in [("kind=unit", false), ("to=2026-11-21", false), ("from=2026-11-22", true), ("from=x", true)]
    {
        let page = admin.get(&format!("{path}?{query}")).await;
        assert_eq!(page.text.contains("trengs her"), shows, "{query}");
    }
    // Without a first day a year is shown, and the page says from when.
    assert!(admin.get(&path).await.text.contains("value=\"2025-11-22\""), "the first day stands in the filter");
    assert!(!admin.get(&format!("{path}?to=2027-11-23")).await.text.contains("trengs her"), "a year before that day");
    let bad = admin.api("GET", &format!("/api/v1/units/{ward}/history?from=x"), None).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);

    // A planner reads the history, but not what is said of persons; staff read none of it.
    let mut planner = house.signed_in("hist.planner").await;
    let page = planner.get(&path).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("trengs her"), "who holds a role is open");
    let persons = planner.api("GET", &format!("/api/v1/units/{ward}/history?kind=person"), None).await.json();
    assert_eq!(persons["items"].as_array().unwrap().len(), 0);
    let persons = admin.api("GET", &format!("/api/v1/units/{ward}/history?kind=person"), None).await.json();
    assert!(!persons["items"].as_array().unwrap().is_empty());
    let mut staff = house.signed_in("hist.staff").await;
    for path in [path.clone(), format!("/api/v1/units/{ward}/history")] {
        assert_eq!(staff.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(admin.get(&format!("/units/{ward}/who")).await.text.contains("/history\""), "the tab");
    assert!(!staff.get(&format!("/units/{ward}/who")).await.text.contains("/history\""), "no tab to a closed door");
    // What was done to a person stands on that person's page alone.
    let generic = admin.api("GET", &format!("/api/v1/history/{nurse}"), None).await;
    assert_eq!(generic.status, StatusCode::NOT_FOUND);
}
