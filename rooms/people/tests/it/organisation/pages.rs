use http::StatusCode;
use varde_kernel::Locale;
use varde_kernel::access::Role;
use varde_people::model::persons::NewPerson;
use varde_people::store::{persons, units};
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
async fn what_is_no_day_is_told_beside_the_field_of_a_unit() {
    let app = house().await;
    let user = app.user("Ada Administrator", &[(Role::Administrator, "no")]);
    let path = format!("/units/{}", unit("trust"));
    let error = "id=\"as-of-error\"";
    assert!(!app.get(Some(&user), &path).await.text.contains(error));
    assert!(!app.get(Some(&user), &format!("{path}?as_of=2010-01-01")).await.text.contains(error));
    let wrong = app.get(Some(&user), &format!("{path}?as_of=zzz")).await;
    assert_eq!(wrong.status, StatusCode::OK);
    assert!(wrong.text.contains(error), "{}", words(&wrong.text));
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
            "/units?as_of=2035-01-01".to_owned(),
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
    let director = app.user("Dag Direktør", &[(Role::TopLeader, "trust")]);
    let reply = app.get(Some(&director), "/").await;
    assert!(reply.text.contains("Følge med på skader") && reply.text.contains("/actors?mine=yes"));
    // The duty itself is the way to it.
    let trusts = varde_kernel::ActorId::from_code("trusts");
    let place = format!("/actors/{trusts}#duty-trusts-1");
    assert!(reply.text.contains(&place), "{}", reply.text);
    assert!(app.get(Some(&director), &format!("/actors/{trusts}")).await.text.contains("id=\"duty-trusts-1\""));
    // The duties of the trust are not those of a ward leader, a nurse or the board.
    for (name, role, unit) in [
        ("Kari Leder", Role::UnitLeader, "ward"),
        ("Siv Sykepleier", Role::Staff, "trust"),
        ("Bo Styremedlem", Role::BoardMember, "trust"),
        ("Tor Byleder", Role::UnitLeader, "town"),
    ] {
        let user = app.user(name, &[(role, unit)]);
        assert!(!app.get(Some(&user), "/").await.text.contains("Mine plikter"), "{name}");
        let mine = app.get(Some(&user), "/actors?mine=yes").await;
        assert!(!mine.text.contains("Helseforetakene"), "{name}");
    }
    // They see what the trust around them answers for, by its name.
    let nurse = app.user("Nina Sykepleier", &[(Role::Staff, "ward")]);
    assert!(app.get(Some(&nurse), "/").await.text.contains("Plikter for "));
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
    assert_eq!(app.upload(&elsewhere, "/units/import/apply", &fields, "", b"").await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.upload(&admin, "/units/import/apply", &fields, "", b"").await.status, StatusCode::SEE_OTHER);
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

/// The words of a page, without its marks.
fn words(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '<' => {
                inside = true;
                out.push(' ');
            }
            '>' => inside = false,
            _ if !inside => out.push(letter),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Someone who holds a role, as the database has it.
async fn hired(app: &TestApp, name: &str, role: Role, code: &str) {
    let new = NewPerson {
        name: name.to_owned(),
        home: Some(unit(code)),
        roles: persons::roles_since(&[(role, unit(code))], day("2026-01-01"), "test"),
        ..NewPerson::default()
    };
    let tx = app.begin().await;
    persons::create(&tx, new).await.unwrap();
    tx.commit().await.unwrap();
}

/// Sends a form that asks first, and says yes.
async fn agreed(app: &TestApp, user: &User, path: &str, fields: &[(&str, &str)]) {
    let mut all = fields.to_vec();
    all.push(("confirm", "yes"));
    let sent = app.post(Some(user), path, &all).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", words(&sent.text));
}

/// The address of the first planned change that a page leads to.
fn planned(text: &str) -> String {
    let start = text.find("/planned-changes/").expect("a planned change");
    let rest = text.get(start..).unwrap();
    rest.split(['"', '#', '?']).next().unwrap().to_owned()
}

#[tokio::test]
async fn a_planned_move_is_told_with_all_that_follows_before_and_after() {
    let app = house().await;
    let admin = administrator(&app);
    let leader = app.user("Lise Foretaksleder", &[(Role::TopLeader, "trust")]);
    hired(&app, "Lise Foretaksleder", Role::TopLeader, "trust").await;
    hired(&app, "Nils Nyleder", Role::TopLeader, "trust2").await;
    let path = format!("/units/{}/move", unit("hospital"));
    let fields = [("relation", "owner"), ("other", "trust2"), ("on", "2027-03-01"), ("version", "1")];
    let asked = words(&app.post(Some(&admin), &path, &fields).await.text);
    let sentence = "Testenhet hospital flyttes 1. mars 2027 fra Testenhet trust til Testenhet trust2.";
    for expected in [
        sentence,
        "enhetene under følger med:",
        "Testenhet ward",
        "Planer og mål som Testenhet hospital arver ovenfra, kommer deretter gjennom Testenhet trust2",
        "Én rolle høyere opp gjelder ikke lenger her: Lise Foretaksleder: Øverste leder, Testenhet trust",
        "Én rolle høyere opp kommer til å gjelde her: Nils Nyleder: Øverste leder, Testenhet trust2",
    ] {
        assert!(asked.contains(expected), "{expected}: {asked}");
    }
    assert!(!asked.contains("Fra før er dette planlagt"));
    agreed(&app, &admin, &path, &fields).await;

    // The unit, those that lose and gain it, and what stands below it all tell it.
    for code in ["hospital", "trust", "trust2", "ward"] {
        let page = app.get(Some(&leader), &format!("/units/{}", unit(code))).await;
        assert!(words(&page.text).contains(&format!("Planlagte endringer {sentence}")), "{code}");
        assert!(!page.text.contains("/planned-changes/"), "{code}: a leader cannot cancel it");
    }
    // Whoever would move it again is told what stands already.
    let again = [("relation", "owner"), ("other", "trust"), ("on", "2027-06-01"), ("version", "2")];
    let asked = words(&app.post(Some(&admin), &path, &again).await.text);
    assert!(asked.contains("Fra før er dette planlagt for de samme enhetene:") && asked.contains(sentence));
    complete(&asked);
    // On a later day it is shown as planned, and the way down stays on that day.
    let later = app.get(Some(&leader), &format!("/units/{}?as_of=2027-04-01", unit("trust2"))).await;
    assert!(later.text.contains(&format!("/units/{}?as_of=2027-04-01", unit("hospital"))));
    let later = words(&later.text);
    assert!(later.contains("Vist slik organisasjonen er planlagt 1. april 2027."), "{later}");
    assert!(!later.contains("Planlagte endringer Testenhet hospital"));
}

#[tokio::test]
async fn what_hangs_on_a_unit_that_ends_is_told() {
    let app = house().await;
    let admin = administrator(&app);
    hired(&app, "Wenche Postleder", Role::UnitLeader, "ward").await;
    let path = format!("/units/{}/close", unit("ward"));
    let asked = words(&app.post(Some(&admin), &path, &[("on", "2027-01-01"), ("version", "1")]).await.text);
    for expected in [
        "Testenhet ward legges ned 1. januar 2027.",
        "Én rolle på det som legges ned, mister virkning: Wenche Postleder: Leder, Testenhet ward",
        "flyttes ikke av seg selv",
        "Én rolle",
    ] {
        assert!(asked.contains(expected), "{expected}: {asked}");
    }
    let path = format!("/units/{}/close", unit("ward2"));
    let asked = words(&app.post(Some(&admin), &path, &[("on", "2027-01-01"), ("version", "1")]).await.text);
    assert!(asked.contains("Ingen planer, mål, runder eller åpne oppgaver henger på det som legges ned."), "{asked}");
}

#[tokio::test]
async fn a_planned_change_gets_another_day_or_none() {
    let app = house().await;
    let admin = administrator(&app);
    let elsewhere = app.user("Eva Administrator", &[(Role::Administrator, "trust2")]);
    let goes = format!("goes_{}", unit("home"));
    let split =
        [("parts", "Nordbyen\nSørbyen"), ("ends", "yes"), ("on", "2030-01-01"), ("version", "1"), (goes.as_str(), "1")];
    agreed(&app, &admin, &format!("/units/{}/split", unit("town")), &split).await;
    let page = app.get(Some(&admin), &format!("/units/{}", unit("town"))).await.text;
    let sentence = |day: &str| format!("Testenhet town legges ned {day} og blir til");
    assert!(words(&page).contains(&sentence("1. januar 2030")), "{}", words(&page));
    let planned = planned(&page);
    for user in [None, Some(&elsewhere)] {
        assert_ne!(app.get(user, &planned).await.status, StatusCode::OK);
        let sent = app.post(user, &format!("{planned}/cancel"), &[("version", "1")]).await;
        assert_ne!(sent.location(), format!("/units/{}", unit("town")));
    }
    complete(&app.get(Some(&admin), &planned).await.text);

    let day = format!("{planned}/day");
    for (on, problem) in [
        ("", "Fyll ut dette feltet."),
        ("2020-01-01", "Velg en dag som ikke har kommet ennå."),
        ("2030-01-01", "Dette er dagen som er planlagt allerede."),
    ] {
        let sent = app.post(Some(&admin), &day, &[("on", on), ("version", "1")]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        assert!(sent.text.contains(problem), "{on}: {}", words(&sent.text));
    }
    let redate = [("on", "2031-01-01"), ("version", "1"), ("why", "Valget ble utsatt")];
    assert_eq!(app.post(Some(&admin), &day, &redate).await.status, StatusCode::SEE_OTHER);
    // Whoever had the page open meanwhile does not overwrite it unseen.
    let late = app.post(Some(&admin), &day, &redate).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let told = words(&late.text);
    assert!(told.contains("Ada Administrator endret dette") && told.contains("Valget ble utsatt"), "{told}");
    let home = words(&app.get(Some(&admin), &format!("/units/{}", unit("home"))).await.text);
    assert!(home.contains(&sentence("1. januar 2031")), "those below tell it too: {home}");
    let tree = units::tree(app.db(), super::day("2030-06-01")).await.unwrap();
    assert!(tree.get(unit("town")).is_some() && tree.get(unit("nordbyen")).is_none());
    let tree = units::tree(app.db(), super::day("2031-01-01")).await.unwrap();
    assert_eq!(tree.get(unit("home")).unwrap().parent, Some(unit("sorbyen")));

    let cancel = format!("{planned}/cancel");
    let cancelled = app.post(Some(&admin), &cancel, &[("version", "2"), ("why", "Vedtaket ble omgjort")]).await;
    assert_eq!(cancelled.status, StatusCode::SEE_OTHER, "{}", words(&cancelled.text));
    assert_eq!(app.get(Some(&admin), &planned).await.status, StatusCode::NOT_FOUND);
    let tree = units::tree(app.db(), super::day("2032-01-01")).await.unwrap();
    assert_eq!(tree.get(unit("home")).unwrap().parent, Some(unit("town")));
    assert!(units::get(app.db(), unit("nordbyen")).await.unwrap().is_none());
    let page = words(&app.get(Some(&admin), &format!("/units/{}", unit("town"))).await.text);
    assert!(!page.contains("Planlagte endringer"), "{page}");
    let history = words(&app.get(Some(&admin), &format!("/units/{}/history", unit("town"))).await.text);
    for told in ["Planlagt endring avlyst", "Vedtaket ble omgjort", "Planlagt endring fikk ny dag", "Valget ble utsatt"]
    {
        assert!(history.contains(told), "{told}: {history}");
    }
}

#[tokio::test]
async fn units_of_one_name_are_told_apart_and_picked() {
    let app = house().await;
    let admin = administrator(&app);
    let tx = app.begin().await;
    let twins = r#"
units:
  - {code: "twin1", kind: ward, name: {nb: "Sengepost 1"}, parent: "clinic", valid_from: "2000-01-01", codes: []}
  - {code: "twin2", kind: ward, name: {nb: "Sengepost 1"}, parent: "trust2", valid_from: "2000-01-01", codes: []}
"#;
    varde_people::import::content::organisation(&tx, twins).await.unwrap();
    tx.commit().await.unwrap();
    for path in ["/units?q=sengepost&as_of=2026-11-01", "/search?q=sengepost"] {
        let text = words(&app.get(Some(&admin), path).await.text);
        assert!(text.contains("Testenhet clinic") && text.contains("Testenhet trust2"), "{path}: {text}");
    }
    // A name that is not enough is asked about, with all it can mean; what is beside can be picked.
    let path = format!("/units/{}/merge", unit("ward"));
    let form = app.get(Some(&admin), &path).await.text;
    assert!(form.contains(&format!("name=\"beside\" value=\"{}\"", unit("ward2"))));
    let twin = unit("twin2").to_string();
    let mut fields = vec![("others", "Sengepost 1"), ("into", "known"), ("on", "2028-01-01"), ("version", "1")];
    let asked = app.post(Some(&admin), &path, &fields).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = words(&asked.text);
    assert!(text.contains("2 enheter heter «Sengepost 1». Velg hvilken under."), "{text}");
    assert!(text.contains("Sengepost 1 (Testenhet clinic)") && text.contains("Sengepost 1 (Testenhet trust2)"));
    fields.push(("others_choice", twin.as_str()));
    let asked = app.post(Some(&admin), &path, &fields).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", words(&asked.text));
    assert!(words(&asked.text).contains("Sengepost 1 (Testenhet trust2) går inn i Testenhet ward 1. januar 2028."));
    // The way back keeps what was typed.
    fields.push(("confirm", "yes"));
    fields.push(("back", "yes"));
    let back = app.post(Some(&admin), &path, &fields).await;
    assert_eq!(back.status, StatusCode::OK);
    assert!(back.text.contains("Sengepost 1</textarea>") && !back.text.contains("name=\"confirm\""), "{}", back.text);
    assert_eq!(version(&app, "ward").await, "1");
}

#[tokio::test]
async fn a_day_that_is_past_says_that_the_register_may_lack_units() {
    let app = house().await;
    let user = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let past = words(&app.get(Some(&user), "/units?as_of=2021-06-01").await.text);
    assert!(past.contains("Vist slik organisasjonen var 1. juni 2021. Her står bare det som er lest inn."), "{past}");
    let later = words(&app.get(Some(&user), "/units?as_of=2035-01-01").await.text);
    assert!(later.contains("Vist slik organisasjonen er planlagt 1. januar 2035.") && !later.contains("lest inn."));
}

#[tokio::test]
async fn the_picker_shows_ones_own_unit_and_the_page_says_once_who_sees_it() {
    let app = house().await;
    let user = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let page = app.get(Some(&user), &format!("/units/{}", unit("trust2"))).await.text;
    assert!(words(&page).contains("Testenhet ward Min enhet"), "{}", words(&page));
    assert_eq!(page.matches(&format!("/units/{}/who", unit("trust2"))).count(), 1);
}
