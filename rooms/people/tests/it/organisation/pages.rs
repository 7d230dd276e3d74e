use http::StatusCode;
use varde_kernel::Locale;
use varde_kernel::access::Role;
use varde_people::store::units;
use varde_testkit::{TestApp, User, unit};

use super::{day, house};

/// Text that looks like a key shows a word that nobody has written.
#[track_caller]
fn complete(text: &str) {
    let visible = text.replace("people-unit-saved", "");
    for prefix in ["people-unit", "people-who", "people-actors", "people-import", "people-menu"] {
        assert!(
            !visible.contains(prefix),
            "{}",
            visible.split(prefix).nth(1).unwrap_or_default().chars().take(40).collect::<String>()
        );
    }
}

fn administrator(app: &TestApp) -> User {
    app.user("Ada Administrator", &[(Role::Administrator, "no")])
}

async fn version(app: &TestApp, code: &str) -> String {
    units::get(app.db(), unit(code)).await.unwrap().unwrap().version.to_string()
}

#[tokio::test]
async fn every_page_speaks_three_languages() {
    let app = house().await;
    for (locale, word) in [(Locale::Nb, "Organisasjonen"), (Locale::Nn, "Eining trust"), (Locale::En, "Unit trust")] {
        let user = app.user_in("Ada Administrator", &[(Role::Administrator, "no"), (Role::UnitLeader, "ward")], locale);
        let (trust, ward) = (unit("trust"), unit("ward"));
        let paths = [
            "/units".to_owned(),
            "/units?q=trust&kind=health_trust&as_of=2020-05-17".to_owned(),
            "/units?q=nothing-of-the-sort".to_owned(),
            "/units?as_of=1900-01-01".to_owned(),
            "/units?as_of=soon".to_owned(),
            "/units/suggest?q=trust".to_owned(),
            "/units/new".to_owned(),
            "/units/import".to_owned(),
            format!("/units/{trust}"),
            format!("/units/{trust}?as_of=2010-01-01"),
            format!("/units/{ward}/who"),
            format!("/units/{trust}/edit"),
            format!("/units/{trust}/move"),
            format!("/units/{trust}/merge"),
            format!("/units/{trust}/split"),
            format!("/units/{trust}/close"),
            "/actors".to_owned(),
            "/actors?mine=yes&level=enterprise".to_owned(),
            format!("/actors/{}", varde_kernel::ActorId::from_code("trusts")),
            "/".to_owned(),
        ];
        let mut all = String::new();
        for path in paths {
            let reply = app.get(Some(&user), &path).await;
            assert_eq!(reply.status, StatusCode::OK, "{path}");
            complete(&reply.text);
            all.push_str(&reply.text);
        }
        assert!(all.contains(word));
    }
}

#[tokio::test]
async fn the_start_page_tells_ones_own_duties() {
    let app = house().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let reply = app.get(Some(&leader), "/").await;
    assert!(reply.text.contains("Følge med på skader") && reply.text.contains("/actors?mine=yes"));
    let town = app.user("Tor Byleder", &[(Role::UnitLeader, "town")]);
    assert!(!app.get(Some(&town), "/").await.text.contains("Mine plikter"));
}

#[tokio::test]
async fn who_may_change_the_organisation_and_who_may_not() {
    let app = house().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let elsewhere = app.user("Eva Administrator", &[(Role::Administrator, "trust2")]);
    let admin = administrator(&app);
    let path = format!("/units/{}", unit("ward"));
    for step in ["edit", "move", "merge", "split", "close"] {
        let path = format!("{path}/{step}");
        assert_eq!(app.get(None, &path).await.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(app.get(Some(&leader), &path).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(app.get(Some(&elsewhere), &path).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(app.get(Some(&admin), &path).await.status, StatusCode::OK, "{path}");
        let sent = app.post(Some(&elsewhere), &path, &[("on", "2027-01-01"), ("version", "1")]).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(app.get(Some(&leader), "/units/new").await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.get(Some(&leader), "/units/import").await.status, StatusCode::FORBIDDEN);
    let gone = format!("/units/{}", unit("gone"));
    assert_eq!(app.get(Some(&admin), &gone).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get(Some(&admin), "/units/no-id").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_unit_begins_is_renamed_and_moves_after_being_asked() {
    let app = house().await;
    let admin = administrator(&app);
    let sent = app
        .post(
            Some(&admin),
            "/units/new",
            &[
                ("name", "Ny sengepost"),
                ("kind", "ward"),
                ("owner", "Testenhet clinic"),
                ("valid_from", "01.01.2025"),
                ("orgnr", "974 760 673"),
            ],
        )
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let made = unit("ny-sengepost");
    assert_eq!(sent.location(), format!("/units/{made}"));
    let stored = units::get(app.db(), made).await.unwrap().unwrap();
    assert_eq!(stored.owner_on(day("2025-01-01")), Some(unit("clinic")));

    let path = format!("/units/{made}/edit");
    let rename = [
        ("name", "Enda nyere post"),
        ("kind", "ward"),
        ("on", "2026-12-01"),
        ("version", "1"),
        ("note", "Flyttet inn i nybygget"),
    ];
    assert_eq!(app.post(Some(&admin), &path, &rename).await.status, StatusCode::SEE_OTHER);
    // Someone who had the form open since before is told, and keeps what was typed.
    let late = [("name", "Et tredje navn"), ("kind", "ward"), ("on", "2026-12-01"), ("version", "1")];
    let late = app.post(Some(&admin), &path, &late).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text.contains("data-conflict") && late.text.contains("Et tredje navn"));
    assert!(late.text.contains("name=\"version\" value=\"2\""));

    let path = format!("/units/{made}/move");
    let mut fields = vec![("relation", "owner"), ("other", "hospital"), ("on", "2027-01-01"), ("version", "2")];
    let asked = app.post(Some(&admin), &path, &fields).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(asked.text.contains("name=\"confirm\""));
    complete(&asked.text);
    assert_eq!(version(&app, "ny-sengepost").await, "2", "nothing is done before yes");
    fields.push(("confirm", "yes"));
    assert_eq!(app.post(Some(&admin), &path, &fields).await.status, StatusCode::SEE_OTHER);
    let shown = app.get(Some(&admin), &format!("/units/{made}?as_of=2027-01-01")).await;
    assert!(shown.text.contains("Testenhet hospital") && shown.text.contains("Flyttet inn i nybygget"));
}

#[tokio::test]
async fn units_merge_split_and_close_after_being_asked() {
    let app = house().await;
    let admin = administrator(&app);
    let both = |fields: &[(&'static str, &'static str)]| {
        let mut all = fields.to_vec();
        all.push(("confirm", "yes"));
        all
    };
    let merge = [
        ("others", "Testenhet trust2"),
        ("into", "new"),
        ("name", "Ett foretak for diagnostikk"),
        ("kind", "health_trust"),
        ("owner", "region"),
        ("on", "2028-01-01"),
        ("version", "1"),
    ];
    let path = format!("/units/{}/merge", unit("trust"));
    let asked = app.post(Some(&admin), &path, &merge).await;
    assert!(asked.text.contains("Testenhet hospital"), "what follows is told");
    complete(&asked.text);
    assert_eq!(app.post(Some(&admin), &path, &both(&merge)).await.status, StatusCode::SEE_OTHER);
    let tree = units::tree(app.db(), day("2028-01-01")).await.unwrap();
    assert_eq!(tree.get(unit("hospital")).unwrap().parent, Some(unit("ett-foretak-for-diagnostikk")));

    let goes = format!("goes_{}", unit("home"));
    let split =
        [("parts", "Nordbyen\nSørbyen"), ("ends", "yes"), ("on", "2030-01-01"), ("version", "1"), (goes.as_str(), "1")];
    let path = format!("/units/{}/split", unit("town"));
    let asked = app.post(Some(&admin), &path, &split).await;
    assert!(asked.text.contains(&goes));
    complete(&asked.text);
    let mut yes = split.to_vec();
    yes.push(("confirm", "yes"));
    assert_eq!(app.post(Some(&admin), &path, &yes).await.status, StatusCode::SEE_OTHER);
    let tree = units::tree(app.db(), day("2030-01-01")).await.unwrap();
    assert_eq!(tree.get(unit("home")).unwrap().parent, Some(unit("sorbyen")));

    let path = format!("/units/{}/close", unit("clinic"));
    let refused = app.post(Some(&admin), &path, &[("on", "2027-01-01"), ("version", "1")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("må flyttes eller legges ned først"));
    let close = [("on", "2027-01-01"), ("version", "1"), ("with_below", "yes")];
    assert_eq!(app.post(Some(&admin), &path, &both(&close)).await.status, StatusCode::SEE_OTHER);
    assert!(units::tree(app.db(), day("2027-01-01")).await.unwrap().get(unit("ward")).is_none());
}

#[tokio::test]
async fn what_cannot_be_is_told_beside_the_field() {
    let app = house().await;
    let admin = administrator(&app);
    let check = async |fields: &[(&str, &str)], expected: &str| {
        let reply = app.post(Some(&admin), "/units/new", fields).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(reply.text.contains(expected), "{fields:?}");
        complete(&reply.text);
    };
    let good = [("name", "Post"), ("kind", "ward"), ("owner", "clinic"), ("valid_from", "2025-01-01")];
    let with = |change: (&'static str, &'static str)| {
        let mut fields: Vec<_> = good.iter().copied().filter(|(name, _)| *name != change.0).collect();
        fields.push(change);
        fields
    };
    check(&with(("name", "")), "Fyll ut dette feltet").await;
    check(&with(("kind", "castle")), "Velg en av mulighetene").await;
    check(&with(("owner", "Ingen slik")), "Ingen enhet heter").await;
    check(&with(("valid_from", "31.02.2025")), "Skriv datoen").await;
    check(&with(("valid_to", "2024-01-01")), "slutte før den begynner").await;
    check(&with(("orgnr", "974760674")), "kontrollsiffer").await;
    check(&with(("code", "ward")), "En annen enhet har koden").await;
}

#[tokio::test]
async fn a_file_is_shown_first_and_done_when_said_yes_to() {
    let app = house().await;
    let admin = administrator(&app);
    let bad = app.upload(&admin, "/units/import", &[("on", "2027-01-01")], "units.csv", b"code;name\nx;y\n").await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.text.contains("mangler i første linje"));
    complete(&bad.text);
    let file = "code;name;kind;parent;valid_from\nnew;Ny avdeling;department;hospital;2027-01-01\n";
    let shown = app.upload(&admin, "/units/import", &[("on", "2027-01-01")], "units.csv", file.as_bytes()).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.text.contains("Ny avdeling"));
    complete(&shown.text);
    assert!(units::get(app.db(), unit("new")).await.unwrap().is_none());
    let carried = file.bytes().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    let fields = [("carried", carried.as_str()), ("on", "2027-01-01")];
    let elsewhere = app.user("Eva Administrator", &[(Role::Administrator, "trust2")]);
    assert_eq!(app.post(Some(&elsewhere), "/units/import/apply", &fields).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post(Some(&admin), "/units/import/apply", &fields).await.status, StatusCode::SEE_OTHER);
    assert!(units::get(app.db(), unit("new")).await.unwrap().is_some());
}

#[tokio::test]
async fn lists_are_found_by_name_number_and_as_csv() {
    let app = house().await;
    let user = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let found = app.get(Some(&user), "/units?q=1001").await;
    assert!(found.text.contains("Testenhet town") && !found.text.contains("Testenhet trust"));
    let suggested = app.get(Some(&user), "/units/suggest?q=ward2").await;
    assert!(suggested.text.contains(&format!("/units/{}", unit("ward2"))) && !suggested.text.contains("<html"));
    let csv = app.get(Some(&user), "/units?kind=ward&format=csv").await;
    assert_eq!(csv.text.lines().count(), 3);
    assert!(csv.text.contains("ward;Testenhet ward;ward;clinic;Testenhet clinic"));
}

#[tokio::test]
async fn a_name_that_several_have_had_means_the_one_that_is_there() {
    let app = house().await;
    let admin = administrator(&app);
    let new = |code: &'static str, to: &'static str| {
        [
            ("name", "Samme navn"),
            ("kind", "ward"),
            ("owner", "clinic"),
            ("valid_from", "2001-01-01"),
            ("valid_to", to),
            ("code", code),
        ]
    };
    for (code, to) in [("one", "2010-01-01"), ("two", ""), ("three", "2012-01-01")] {
        assert_eq!(app.post(Some(&admin), "/units/new", &new(code, to)).await.status, StatusCode::SEE_OTHER);
    }
    let merge = [("others", "Samme navn"), ("into", "known"), ("on", "2027-01-01"), ("version", "1")];
    let path = format!("/units/{}/merge", unit("ward"));
    assert!(app.post(Some(&admin), &path, &merge).await.text.contains("name=\"confirm\""));
    assert_eq!(app.post(Some(&admin), "/units/new", &new("four", "")).await.status, StatusCode::SEE_OTHER);
    let several = app.post(Some(&admin), &path, &merge).await;
    assert_eq!(several.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(several.text.contains("Samme navn (two)") && several.text.contains("Samme navn (four)"));
}
