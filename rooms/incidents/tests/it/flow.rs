//! From report to answer.

use varde_incidents::model::{Mode, State};
use varde_kernel::access::Role;
use varde_testkit::{Reply, TestApp, User, unit};

pub(crate) async fn house() -> TestApp {
    let app = TestApp::new(|| {
        vec![varde_people::room(), varde_indicators::room(), varde_measures::room(), varde_incidents::room()]
    })
    .await;
    let tx = app.begin().await;
    for name in ["Nora Testsykepleier", "Lars Testleder", "Kari Testrådgiver", "Tone Testdirektør"] {
        let person = varde_kernel::PersonId::from_code(name);
        varde_store::Insert::into("person")
            .set("id", person)
            .set("name", name)
            .set("scheme", "auto")
            .set("active", true)
            .set("link_by_email", false)
            .set("find_text", name)
            .set("created_at", 0)
            .set("version", 1)
            .run(&tx)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    app
}

pub(crate) fn fields<'a>(ward: &'a str, sent: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("what", "Feil styrke ble gjort i stand. Det ble oppdaget ved kontroll."),
        ("sort", "nearly"),
        ("unit", ward),
        ("on", "2026-11-21"),
        ("sent", sent),
    ]
}

pub(crate) fn nurse(app: &TestApp) -> User {
    app.user("Nora Testsykepleier", &[(Role::Staff, "ward")])
}

pub(crate) fn leader(app: &TestApp) -> User {
    app.user("Lars Testleder", &[(Role::UnitLeader, "ward")])
}

pub(crate) fn says(reply: &Reply, words: &[&str]) {
    for word in words {
        assert!(reply.text.contains(word), "{word:?} is missing in {}", reply.text);
    }
}

/// The only incident that someone sees in the list.
async fn only_incident(app: &TestApp, user: &User) -> String {
    let list = app.get(Some(user), "/incidents").await;
    let (_, rest) =
        list.text.split_once("href=\"/incidents/").unwrap_or_else(|| panic!("no incident in {}", list.text));
    format!("/incidents/{}", rest.split('"').next().unwrap())
}

async fn version(app: &TestApp, user: &User, incident: &str) -> String {
    let page = app.get(Some(user), &format!("{incident}/hand-over")).await;
    let (_, rest) =
        page.text.split_once("name=\"version\" value=\"").unwrap_or_else(|| panic!("no version in {}", page.text));
    rest.split('"').next().unwrap().to_owned()
}

/// Nothing of what the rules ask is so.
async fn settle(app: &TestApp, user: &User, incident: &str) {
    assert_eq!(app.post(Some(user), &format!("{incident}/duties"), &[("rest", "no")]).await.status, 303);
}

async fn take(app: &TestApp, user: &User, incident: &str, step: &str, fields: &[(&str, &str)]) -> Reply {
    let version = version(app, user, incident).await;
    let mut all = vec![("version", version.as_str())];
    all.extend(fields);
    app.post(Some(user), &format!("{incident}/steps/{step}"), &all).await
}

#[tokio::test]
async fn a_nurse_reports_in_a_minute_and_hears_what_became_of_it() {
    let app = house().await;
    let (nurse, leader) = (nurse(&app), leader(&app));
    let ward = unit("ward").to_string();
    let form = app.get(Some(&nurse), "/report").await;
    says(
        &form,
        &[
            "Hva skjedde?",
            "Hva slags melding er det?",
            "Hvor?",
            "Når?",
            "2026-11-22",
            &format!("value=\"{ward}\" selected"),
        ],
    );
    let sent = app.post(Some(&nurse), "/report", &fields(&ward, "a1")).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let mine = sent.location().to_owned();
    says(&app.get(Some(&nurse), &mine).await, &["Feil styrke ble gjort i stand", "Mottatt", "Nesten-hendelse"]);
    // Sent again, after a line that fell out, it is the same report.
    let again = app.post(Some(&nurse), "/report", &fields(&ward, "a1")).await;
    assert_eq!(again.location(), mine);

    says(&app.get(Some(&leader), "/work").await, &["Begynn på hendelsen", "Feil styrke ble gjort i stand"]);
    let incident = only_incident(&app, &leader).await;
    says(&app.get(Some(&leader), &incident).await, &["Nora Testsykepleier", "Ingen har begynt på den ennå"]);
    assert_eq!(app.get(Some(&nurse), &incident).await.status, 404, "the reporter is no handler");

    let steps: [(&str, &[(&str, &str)]); 6] = [
        ("take", &[]),
        ("assess", &[("harm", "none"), ("potential", "moderate"), ("level", "huddle")]),
        ("settle_duties", &[]),
        ("finish_analysis", &[("learning", "To like esker sto ved siden av hverandre.")]),
        ("decide_measures", &[("no_measures", "already_in_place"), ("reason", "Eskene er flyttet.")]),
        ("close", &[("answer", "Takk. Eskene står nå hver for seg.")]),
    ];
    for (step, fields) in steps {
        if step == "settle_duties" {
            settle(&app, &leader, &incident).await;
        }
        let done = take(&app, &leader, &incident, step, fields).await;
        assert_eq!(done.status, 303, "{step}: {}", done.text);
    }
    let heard = app.get(Some(&nurse), &mine).await;
    says(&heard, &["Eskene står nå hver for seg", "To like esker sto ved siden av hverandre", "Svar til deg"]);
    assert_eq!(app.get(Some(&leader), "/work").await.text.matches("Feil styrke").count(), 0);
    says(&app.get(Some(&leader), "/").await, &["Fikk svar på meldingen sin", "1 av 1 meldinger siste år"]);
}

#[tokio::test]
async fn what_is_wrong_with_a_report_is_said_and_nothing_typed_is_lost() {
    let app = house().await;
    let nurse = nurse(&app);
    let ward = unit("ward").to_string();
    let long = "å".repeat(30_001);
    for (change, says_this) in [
        (("what", ""), "Fortell med noen ord hva som skjedde."),
        (("what", long.as_str()), "30000"),
        (("sort", "else"), "sort"),
        (("on", "2026-11-23"), "Dagen har ikke vært ennå"),
        (("on", "21/11"), "on"),
        (("on", "1911-01-01"), "hundre år"),
        (("at", "25:00"), "Skriv klokkeslettet som 14:30."),
        (("unit", "x"), "Velg hvor det skjedde."),
        (("place", "a\u{0}b"), "place"),
    ] {
        let mut all = fields(&ward, "b1");
        all.retain(|(name, _)| *name != change.0);
        all.push(change);
        let reply = app.post(Some(&nurse), "/report", &all).await;
        assert_eq!(reply.status, 422, "{change:?}");
        assert!(
            reply.text.contains(says_this),
            "{:?}: {}",
            change.0,
            reply.text.chars().take(4_000).collect::<String>()
        );
        if change.0 != "what" {
            says(&reply, &["Det ble oppdaget ved kontroll"]);
        }
    }
    assert!(app.get(Some(&nurse), "/my-reports").await.text.contains("Du har ikke meldt noe ennå"));
    // What people write is shown as text, whatever it is.
    let odd = "<script>alert(1)</script> 🦊 \u{202e}bakvendt\u{202c} שלום";
    let mut all = fields(&ward, "b2");
    all[0] = ("what", odd);
    let sent = app.post(Some(&nurse), "/report", &all).await;
    assert_eq!(sent.status, 303);
    let page = app.get(Some(&nurse), sent.location()).await;
    assert!(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt; 🦊") && !page.text.contains("<script>alert"));
}

#[tokio::test]
async fn who_reported_in_confidence_is_learnt_by_two_and_in_their_sight() {
    let app = house().await;
    let (nurse, leader) = (nurse(&app), leader(&app));
    let ward = unit("ward").to_string();
    let mut all = fields(&ward, "c1");
    all.push(("name", Mode::Confidential.name()));
    let sent = app.post(Some(&nurse), "/report", &all).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let mine = sent.location().to_owned();
    says(&app.get(Some(&nurse), &mine).await, &["De som behandler den, ser ikke hvem du er"]);
    says(&app.get(Some(&nurse), "/my-reports").await, &["Feil styrke"]);
    let incident = only_incident(&app, &leader).await;
    let page = app.get(Some(&leader), &incident).await;
    assert!(!page.text.contains("Nora") && page.text.contains("Be om å få vite hvem som meldte"), "{}", page.text);
    // Nothing in the database names them in the clear.
    let n = app.db();
    let sql = "select count(*) as n from history_line where author = $1";
    let by = varde_store::Read::number(n, sql, varde_store::values![nurse.person.to_string()]).await.unwrap();
    assert_eq!(by, 0);

    let report = mine.rsplit('/').next().unwrap();
    let asked =
        app.post(Some(&leader), &format!("{incident}/reporter"), &[("report", report), ("why", "Liv og helse")]).await;
    assert_eq!(asked.status, 303, "{}", asked.text);
    let sql = "select id from report_disclosure";
    let id: varde_kernel::DisclosureId =
        varde_store::Read::one(n, sql, vec![], |row| row.get("id")).await.unwrap().unwrap();
    let (decide, look) = (format!("/reporters/{id}"), format!("/reporters/{id}/look"));
    assert_eq!(app.post(Some(&leader), &look, &[]).await.status, 403, "not before it is agreed");
    // The one who asks cannot agree, in whatever role.
    let both = app.user("Lars Testleder", &[(Role::UnitLeader, "ward"), (Role::TopLeader, "trust")]);
    assert_eq!(app.post(Some(&both), &decide, &[("agreed", "yes")]).await.status, 403);
    let top = app.user("Tone Testdirektør", &[(Role::TopLeader, "trust")]);
    says(&app.get(Some(&top), "/work").await, &["Noen ber om å få vite hvem som meldte i fortrolighet"]);
    says(&app.get(Some(&top), &decide).await, &["Liv og helse", "Lars Testleder"]);
    assert_eq!(app.post(Some(&nurse), &decide, &[("agreed", "yes")]).await.status, 404);
    assert_eq!(app.post(Some(&top), &decide, &[("agreed", "yes")]).await.status, 303);
    assert_eq!(app.post(Some(&top), &look, &[]).await.status, 404, "who agrees does not look");
    let seen = app.post(Some(&leader), &look, &[]).await;
    assert_eq!(seen.status, 200, "{}", seen.text);
    let told = app.get(Some(&nurse), &mine).await;
    says(&told, &["Liv og helse", "Lars Testleder", "sa ja", "Navnet ble sett"]);
}

#[tokio::test]
async fn two_who_handle_the_same_are_told_of_each_other() {
    let app = house().await;
    let (nurse, leader) = (nurse(&app), leader(&app));
    let adviser = app.user("Kari Testrådgiver", &[(Role::QualityAdviser, "trust")]);
    let ward = unit("ward").to_string();
    app.post(Some(&nurse), "/report", &fields(&ward, "d1")).await;
    let incident = only_incident(&app, &leader).await;
    let old = version(&app, &adviser, &incident).await;
    assert_eq!(take(&app, &leader, &incident, "take", &[]).await.status, 303);
    let late = app.post(Some(&adviser), &format!("{incident}/steps/take"), &[("version", old.as_str())]).await;
    assert_eq!(late.status, 409, "{}", late.text);
    says(&late, &["Lars Testleder"]);
    let out_of_order = take(&app, &leader, &incident, "close", &[("answer", "Takk")]).await;
    assert_eq!(out_of_order.status, 422, "{}", out_of_order.text);
}

#[tokio::test]
async fn reports_of_the_same_event_are_joined_and_both_are_answered() {
    let app = house().await;
    let (nurse, leader) = (nurse(&app), leader(&app));
    let other = app.user("Ola Testhjelper", &[(Role::Staff, "ward")]);
    let ward = unit("ward").to_string();
    let first = app.post(Some(&nurse), "/report", &fields(&ward, "e1")).await.location().to_owned();
    let incident = only_incident(&app, &leader).await;
    let mut all = fields(&ward, "e2");
    all[0] = ("what", "Jeg så at esken var feil.");
    let second = app.post(Some(&other), "/report", &all).await.location().to_owned();
    let list = app.get(Some(&leader), "/incidents?q=esken").await;
    let (_, rest) = list.text.split_once("href=\"/incidents/").unwrap_or_else(|| panic!("{}", list.text));
    let joining = format!("/incidents/{}", rest.split('"').next().unwrap());
    assert_ne!(joining, incident);
    let version = version(&app, &leader, &joining).await;
    let joined = app
        .post(Some(&leader), &format!("{joining}/join"), &[("to", incident.as_str()), ("version", version.as_str())])
        .await;
    assert_eq!((joined.status.as_u16(), joined.location()), (303, incident.as_str()), "{}", joined.text);
    says(&app.get(Some(&leader), &incident).await, &["Jeg så at esken var feil", "Feil styrke ble gjort i stand"]);
    says(&app.get(Some(&leader), &joining).await, &["Slått sammen"]);
    for (step, fields) in [
        ("take", &[][..]),
        ("assess", &[("harm", "none"), ("potential", "mild"), ("level", "none"), ("reason", "Likt som før")]),
        ("close", &[("answer", "Takk til dere begge.")]),
    ] {
        assert_eq!(take(&app, &leader, &incident, step, fields).await.status, 303, "{step}");
    }
    for (who, path) in [(&nurse, &first), (&other, &second)] {
        says(&app.get(Some(who), path).await, &["Takk til dere begge."]);
    }
    assert_eq!(State::ALL.len(), 8);
}

#[tokio::test]
async fn what_is_said_goes_both_ways_and_what_was_sent_in_stands() {
    let app = house().await;
    let (nurse, leader) = (nurse(&app), leader(&app));
    let ward = unit("ward").to_string();
    let mine = app.post(Some(&nurse), "/report", &fields(&ward, "f1")).await.location().to_owned();
    let report = mine.rsplit('/').next().unwrap().to_owned();
    let incident = only_incident(&app, &leader).await;
    let reply = format!("{incident}/reply");
    let ask = [("report", report.as_str()), ("text", "Hvilken medisin var det?"), ("correction", "true")];
    assert_eq!(app.post(Some(&leader), &reply, &ask).await.status, 303);
    assert_eq!(
        app.post(Some(&leader), &reply, &[("report", report.as_str()), ("text", "Takk så langt.")]).await.status,
        303
    );
    says(&app.get(Some(&nurse), &mine).await, &["Hvilken medisin var det?", "Takk så langt.", "ber deg rette noe"]);
    let add = [("text", "Det var morfin."), ("kind", "correction")];
    assert_eq!(app.post(Some(&nurse), &format!("{mine}/add"), &add).await.status, 303);
    assert_eq!(app.post(Some(&nurse), &format!("{mine}/say"), &[("text", "Ring meg gjerne.")]).await.status, 303);
    assert_eq!(app.post(Some(&nurse), &format!("{mine}/say"), &[("text", "")]).await.status, 422);
    let page = app.get(Some(&leader), &incident).await;
    says(&page, &["Det var morfin.", "Ring meg gjerne.", "Feil styrke ble gjort i stand"]);
    // Nobody else reads or writes on it.
    let other = app.user("Ola Testhjelper", &[(Role::Staff, "ward")]);
    assert_eq!(app.get(Some(&other), &mine).await.status, 404);
    assert_eq!(app.post(Some(&other), &format!("{mine}/say"), &[("text", "Hei")]).await.status, 404);
    let elsewhere = app.user("Eva Testleder", &[(Role::UnitLeader, "home")]);
    assert_eq!(app.get(Some(&elsewhere), &incident).await.status, 404);
    assert_eq!(app.post(Some(&elsewhere), &reply, &ask).await.status, 404);
}

#[tokio::test]
async fn what_tells_who_someone_is_is_pointed_out_before_it_is_sent() {
    let app = house().await;
    let (nurse, leader) = (nurse(&app), leader(&app));
    let ward = unit("ward").to_string();
    let mut all = fields(&ward, "g1");
    // A number that the tax administration's test data could hold: it is nobody's.
    all[0] = ("what", "Pasient fnr 13075706604 fikk feil dose. Ring 41 23 45 67.");
    let asked = app.post(Some(&nurse), "/report", &all).await;
    assert_eq!(asked.status, 200, "nothing is sent yet");
    says(
        &asked,
        &["Teksten kan vise hvem noen er", "13075706604", "fødselsnummer", "telefonnummer", "Send som det er"],
    );
    let mut out = all.clone();
    out.push(("leave_out", "true"));
    let left = app.post(Some(&nurse), "/report", &out).await;
    says(&left, &["Pasient fnr [fødselsnummer] fikk feil dose. Ring [telefonnummer]."]);
    assert!(!left.text.contains("13075706604") && !left.text.contains("Send som det er"));
    assert!(app.get(Some(&nurse), "/my-reports").await.text.contains("Du har ikke meldt noe ennå"));
    all.push(("as_is", "true"));
    assert_eq!(app.post(Some(&nurse), "/report", &all).await.status, 303, "who wrote it decides");
    let incident = only_incident(&app, &leader).await;
    says(&app.get(Some(&leader), &incident).await, &["Teksten kan inneholde: fødselsnummer, telefonnummer"]);
}

#[tokio::test]
async fn every_duty_that_may_apply_is_decided_and_reopened_by_new_facts() {
    let app = house().await;
    let (nurse, leader) = (nurse(&app), leader(&app));
    let ward = unit("ward").to_string();
    app.post(Some(&nurse), "/report", &fields(&ward, "h1")).await;
    let incident = only_incident(&app, &leader).await;
    take(&app, &leader, &incident, "take", &[]).await;
    let assessed = [("harm", "death"), ("potential", "death"), ("level", "event")];
    assert_eq!(take(&app, &leader, &incident, "assess", &assessed).await.status, 303);
    let duties = format!("{incident}/duties");
    let page = app.get(Some(&leader), &duties).await;
    says(
        &page,
        &["Varsle om dødsfall eller svært alvorlig skade", "Statens helsetilsyn, Ukom", "Straks", "Kan gjelde"],
    );
    let waits = take(&app, &leader, &incident, "settle_duties", &[]).await;
    assert_eq!(waits.status, 422);
    says(&waits, &["Noen meldeplikter er ikke avgjort"]);

    // What is known, and no to the rest.
    let known = [
        ("patient_death", "yes"),
        ("caused_by_service", "yes"),
        ("beyond_foreseeable_risk", "no"),
        ("data_breach", "unknown"),
        ("rest", "no"),
    ];
    assert_eq!(app.post(Some(&leader), &duties, &known).await.status, 303);
    let rule = format!("{duties}/notification-scheme.serious-event");
    assert_eq!(app.post(Some(&leader), &rule, &[("choice", "do_not_notify")]).await.status, 422, "a no takes a reason");
    let no = [("choice", "do_not_notify"), ("reason", "Utfallet var påregnelig.")];
    assert_eq!(app.post(Some(&leader), &rule, &no).await.status, 303);
    says(&app.get(Some(&leader), &duties).await, &["Utfallet var påregnelig.", "Lars Testleder avgjorde"]);
    // New facts open it again.
    let new =
        [("patient_death", "yes"), ("caused_by_service", "yes"), ("beyond_foreseeable_risk", "yes"), ("rest", "no")];
    assert_eq!(app.post(Some(&leader), &duties, &new).await.status, 303);
    says(
        &app.get(Some(&leader), &duties).await,
        &["Opplysningene er endret siden det ble avgjort", "Utfallet var påregnelig."],
    );
    assert_eq!(app.post(Some(&leader), &rule, &[("choice", "notify")]).await.status, 303);
    assert_eq!(app.post(Some(&leader), &format!("{rule}/sent"), &[("reference", "U123")]).await.status, 303);
    says(&app.get(Some(&leader), &duties).await, &["U123", "Sendt"]);
    // The scheme to come is shown and binds nobody.
    let coming = format!("{duties}/reporting-scheme.serious-event");
    assert_eq!(app.post(Some(&leader), &coming, &[("choice", "notify")]).await.status, 409);
    let nobody = app.user("Ola Testhjelper", &[(Role::Staff, "ward")]);
    assert_eq!(app.get(Some(&nobody), &duties).await.status, 404);
    assert_eq!(app.post(Some(&nobody), &rule, &no).await.status, 404);
}
