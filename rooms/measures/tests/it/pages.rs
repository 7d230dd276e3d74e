//! The pages, as each role meets them.

use http::StatusCode;
use varde_kernel::access::Role;
use varde_kernel::{ActorId, Locale, MeasureId, UnitId};
use varde_people::model::persons::NewPerson;
use varde_testkit::{Reply, TestApp, User, unit};

use super::{concrete, content, day, put, put_actor, rooms};

/// A house with an actor, and these measures.
async fn house(measures: &[varde_measures::ContentMeasure]) -> TestApp {
    let app = TestApp::new(rooms).await;
    let tx = app.begin().await;
    put_actor(&tx, "hf", "Testforetaket", Some(unit("trust"))).await;
    for measure in measures {
        put(&tx, measure).await;
    }
    tx.commit().await.unwrap();
    app
}

/// A user whom the room of people knows too.
async fn person(app: &TestApp, name: &str, roles: &[(Role, &str)]) -> User {
    let user = app.user(name, roles);
    let tx = app.begin().await;
    let new = NewPerson {
        id: Some(user.person),
        name: name.to_owned(),
        email: None,
        link_by_email: false,
        username: None,
        password: None,
        must_change: false,
        home: Some(UnitId::from_code("ward")),
        locale: None,
        roles: Vec::new(),
    };
    varde_people::store::persons::create(&tx, new).await.unwrap();
    tx.commit().await.unwrap();
    user
}

#[track_caller]
fn check(reply: &Reply, status: StatusCode, holds: &[&str]) {
    assert_eq!(reply.status, status, "{}", reply.text);
    for text in holds {
        assert!(reply.text.contains(text), "{text:?} is not in {}", reply.text);
    }
}

fn id_of(location: &str) -> String {
    location.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn lists_are_shown_empty_with_one_and_filtered() {
    let app = house(&[]).await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    check(&app.get(Some(&leader), "/measures").await, StatusCode::OK, &["Ingen tiltak å vise", "Nytt tiltak"]);
    check(&app.get(Some(&leader), "/findings").await, StatusCode::OK, &["Ingen funn å vise", "Nytt funn"]);
    let staff = app.user("Ola Ansatt", &[(Role::Staff, "ward")]);
    let page = app.get(Some(&staff), "/measures").await;
    assert!(!page.text.contains("Nytt tiltak"), "who may make nothing is not asked to");
    assert_eq!(app.get(None, "/measures").await.status, StatusCode::SEE_OTHER);

    let app = house(&[concrete("p.1", "ward"), content("p.2", "town")]).await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let page = app.get(Some(&leader), "/measures").await;
    check(
        &page,
        StatusCode::OK,
        &[
            "3. Tiltak p.1",
            "Tiltak p.2",
            "Testforetaket",
            "15.12.2026",
            "2 tiltak",
            "2 aktiviteter i planen (2019). Ingen status meldt.",
        ],
    );
    let page = app.get(Some(&leader), &format!("/measures?state=concrete&unit={}&q=tiltak", unit("trust"))).await;
    check(&page, StatusCode::OK, &["Tiltak p.1", "Ett tiltak"]);
    assert!(!page.text.contains("Tiltak p.2"));
    for wrong in ["state=other", "unit=1", "lead=x", "sort=x", "q=%00"] {
        let page = app.get(Some(&leader), &format!("/measures?{wrong}")).await;
        check(&page, StatusCode::BAD_REQUEST, &["Filteret i adressen"]);
    }
    let file = app.get(Some(&leader), "/measures?format=csv").await;
    check(
        &file,
        StatusCode::OK,
        &["Nummer;Tiltak;Enhet", "3;Tiltak p.1;Testenhet ward;Testforetaket;;Konkretisert;2026-12-15"],
    );
}

#[tokio::test]
async fn every_page_speaks_three_languages() {
    let measure = concrete("s.1", "ward");
    let app = house(&[measure.clone(), content("s.2", "ward")]).await;
    let id = measure.id();
    let stated = MeasureId::from_code("s.2");
    for locale in Locale::ALL {
        let leader = app.user_in(&format!("Kari {locale}"), &[(Role::TopLeader, "no")], locale);
        let made = app
            .post(
                Some(&leader),
                "/findings",
                &[
                    ("unit_id", &unit("ward").to_string()),
                    ("title", "Mange fall"),
                    ("evidence_kind", "series"),
                    ("evidence_text", "Fall"),
                    ("evidence_href", "/indicators"),
                ],
            )
            .await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let finding = made.location().to_owned();
        let activity = varde_kernel::ActivityId::from_code("s.1.a");
        for path in [
            "/".to_owned(),
            "/work".to_owned(),
            "/measures".to_owned(),
            "/measures/new".to_owned(),
            format!("/measures/{id}"),
            format!("/measures/{id}/edit"),
            format!("/measures/{id}/steps/start"),
            format!("/measures/{stated}/steps/concrete"),
            format!("/measures/{id}/steps/stop"),
            format!("/measures/{id}/scope"),
            format!("/measures/{id}/uptake"),
            format!("/measures/{id}/activities/new"),
            format!("/activities/{activity}/edit"),
            "/findings".to_owned(),
            "/findings/new".to_owned(),
            finding.clone(),
            format!("{finding}/edit"),
        ] {
            let page = app.get(Some(&leader), &path).await;
            check(&page, StatusCode::OK, &[]);
            assert!(!page.text.contains("measures-"), "{path} in {locale} lacks words: {}", page.text);
            assert_eq!(page.text.matches("<h1>").count(), 1, "{path}");
        }
    }
}

#[tokio::test]
async fn from_finding_to_effect() {
    let app = house(&[]).await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let adviser = app.user("Per Rådgiver", &[(Role::QualityAdviser, "ward")]);
    let ward = unit("ward").to_string();
    let hf = ActorId::from_code("hf").to_string();

    let nameless = app.post(Some(&leader), "/measures", &[("unit_id", &ward)]).await;
    check(&nameless, StatusCode::UNPROCESSABLE_ENTITY, &["href=\"#title\">Tiltakets navn: Fyll ut"]);
    let empty = app.post(Some(&leader), "/findings", &[("unit_id", &ward), ("judgement", "For få på vakt")]).await;
    check(&empty, StatusCode::UNPROCESSABLE_ENTITY, &["For få på vakt", "href=\"#title\""]);
    let made = app.post(Some(&leader), "/findings", &[("unit_id", &ward), ("title", "Mange fall om natten")]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let finding = made.location().to_owned();
    let form = app.get(Some(&leader), &format!("/measures/new?finding={}", id_of(&finding))).await;
    check(&form, StatusCode::OK, &["Mange fall om natten", &id_of(&finding)]);

    let fields = [("unit_id", ward.as_str()), ("title", "Flere på vakt"), ("findings", &id_of(&finding))];
    let made = app.post(Some(&leader), "/measures", &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let href = made.location().to_owned();
    check(&app.get(Some(&leader), &finding).await, StatusCode::OK, &["Flere på vakt", "Besvart med tiltak"]);

    let refused = app.post(Some(&leader), &format!("{href}/steps/concrete"), &[("version", "1")]).await;
    check(&refused, StatusCode::UNPROCESSABLE_ENTITY, &["Si hvem som leder", "Sett en frist", "hvilken effekt"]);
    let early = app.post(Some(&leader), &format!("{href}/steps/start"), &[("version", "1")]).await;
    assert_eq!(early.status, StatusCode::CONFLICT);

    let fields = [
        ("version", "1"),
        ("title", "Flere på vakt"),
        ("lead_actor", &hf),
        ("due", "31.12.2026"),
        ("effect_text", "Halvparten så mange fall"),
        ("findings", &id_of(&finding)),
    ];
    let saved = app.post(Some(&leader), &href, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    let step = async |user: &User, step: &str, fields: &[(&str, &str)]| {
        app.post(Some(user), &format!("{href}/steps/{step}"), fields).await
    };
    assert_eq!(step(&leader, "concrete", &[("version", "2")]).await.status, StatusCode::SEE_OTHER);
    let refused = step(&adviser, "start", &[("version", "3")]).await;
    check(&refused, StatusCode::UNPROCESSABLE_ENTITY, &["En leder må bestemme"]);
    let refused = step(&leader, "start", &[("version", "3")]).await;
    check(&refused, StatusCode::UNPROCESSABLE_ENTITY, &["Skriv hvorfor tiltaket starter uten ressurser"]);
    let started = step(&leader, "start", &[("version", "3"), ("exception", "Kan ikke vente")]).await;
    assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.text);
    assert_eq!(step(&leader, "run", &[("version", "3")]).await.status, StatusCode::CONFLICT, "a stale step");

    let fields = [
        ("version", "4"),
        ("title", "Flere på vakt"),
        ("lead_actor", &hf),
        ("due", "31.01.2027"),
        ("effect_text", "Halvparten så mange fall"),
    ];
    let refused = app.post(Some(&leader), &href, &fields).await;
    check(&refused, StatusCode::UNPROCESSABLE_ENTITY, &["Skriv hvorfor frist", "31.01.2027"]);
    let with_cause: Vec<(&str, &str)> = fields.iter().copied().chain([("cause", "Sykdom i gruppen")]).collect();
    let paid: Vec<(&str, &str)> = with_cause.into_iter().chain([("budget_year", "2027")]).collect();
    assert_eq!(app.post(Some(&leader), &href, &paid).await.status, StatusCode::SEE_OTHER);
    let page = app.get(Some(&leader), &href).await;
    check(&page, StatusCode::OK, &["Budsjettet for 2027", "Budsjettår", "Sykdom i gruppen"]);
    let listed = app.get(Some(&leader), "/measures?budget_year=2027").await;
    check(&listed, StatusCode::OK, &["Flere på vakt"]);
    assert!(!app.get(Some(&leader), "/measures?budget_year=2026").await.text.contains("Flere på vakt"));

    assert_eq!(step(&leader, "run", &[("version", "5")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(step(&leader, "complete", &[("version", "6")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(step(&leader, "evaluate", &[("version", "7")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let result = [("version", "7"), ("result", "Fire fall mot ni året før")];
    assert_eq!(step(&leader, "evaluate", &result).await.status, StatusCode::SEE_OTHER);
    check(&step(&adviser, "scale-up", &[("version", "8")]).await, StatusCode::FORBIDDEN, &[]);
    check(
        &step(&leader, "scale-up", &[("version", "8")]).await,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["for lite om nytten"],
    );
    assert_eq!(
        step(&leader, "scale-up", &[("version", "8"), ("exception", "Billig")]).await.status,
        StatusCode::SEE_OTHER
    );

    let page = app.get(Some(&leader), &href).await;
    check(
        &page,
        StatusCode::OK,
        &["Fire fall mot ni", "Kan ikke vente", "Sykdom i gruppen", "31. desember 2026", "31. januar 2027"],
    );
    assert_eq!(app.get(Some(&leader), &format!("{href}/steps/nonsense")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_stale_form_says_who_and_keeps_what_was_typed() {
    let measure = concrete("st.1", "ward");
    let app = house(std::slice::from_ref(&measure)).await;
    let kari = person(&app, "Kari Leder", &[(Role::UnitLeader, "ward")]).await;
    let per = person(&app, "Per Rådgiver", &[(Role::QualityAdviser, "ward")]).await;
    let href = format!("/measures/{}", measure.id());
    let hf = ActorId::from_code("hf").to_string();
    let fields = |title: &'static str| {
        [
            ("version", "1"),
            ("title", title),
            ("lead_actor", hf.as_str()),
            ("due", "2026-12-31"),
            ("effect_text", "Færre fall"),
        ]
    };
    let saved = app.post(Some(&kari), &href, &fields("Karis navn")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    let stale = app.post(Some(&per), &href, &fields("Pers navn")).await;
    check(
        &stale,
        StatusCode::CONFLICT,
        &["Kari Leder endret dette", "Karis navn", "value=\"Pers navn\"", "name=\"version\" value=\"2\""],
    );

    let activity = varde_kernel::ActivityId::from_code("st.1.a");
    let moved = [("version", "1"), ("state", "running")];
    let done = app.post(Some(&kari), &format!("/activities/{activity}/state"), &moved).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(
        app.post(Some(&per), &format!("/activities/{activity}/state"), &moved).await.status,
        StatusCode::CONFLICT
    );
    let typed = [("version", "1"), ("title", "Pers aktivitet"), ("state", "planned")];
    let stale = app.post(Some(&per), &format!("/activities/{activity}"), &typed).await;
    check(&stale, StatusCode::CONFLICT, &["Kari Leder endret dette", "Pers aktivitet"]);
    check(
        &app.get(Some(&kari), &href).await,
        StatusCode::OK,
        &["Aktivitet med ny status", "Aktivitet: Aktivitet a i st.1", "Navn: <del>Tiltak st.1</del>", "Fullfør"],
    );
}

#[tokio::test]
async fn a_new_measure_asks_for_name_who_and_when_and_keeps_the_rest_folded() {
    let app = house(&[]).await;
    let kari = person(&app, "Kari Leder", &[(Role::UnitLeader, "ward")]).await;
    let form = app.get(Some(&kari), "/measures/new").await;
    check(&form, StatusCode::OK, &["Flere opplysninger", "2027-02-22"]);
    let at = |words: &str| form.text.find(words).unwrap();
    let folded = at("Flere opplysninger");
    assert!(at("name=\"title\"") < folded && at("name=\"owner_person\"") < folded && at("name=\"due\"") < folded);
    assert!(folded < at("name=\"effect_text\"") && folded < at("name=\"resources\""));
    // What is wrong is not folded away.
    let ward = unit("ward").to_string();
    let wrong = [("unit_id", ward.as_str()), ("title", "Flere på vakt"), ("resources_hours", "-1")];
    let back = app.post(Some(&kari), "/measures", &wrong).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!back.text.contains("Flere opplysninger"), "{}", back.text);
}

#[tokio::test]
async fn completing_a_measure_settles_the_activities_that_are_not_over() {
    let mut measure = concrete("co.1", "ward");
    measure.state = varde_measures::model::MeasureState::Started;
    measure.activities[0].due = Some(day("2026-10-01"));
    let app = house(std::slice::from_ref(&measure)).await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let href = format!("/measures/{}", measure.id());
    check(&app.get(Some(&leader), "/work").await, StatusCode::OK, &["Aktivitet a i co.1"]);
    let form = format!("{href}/steps/complete");
    check(
        &app.get(Some(&leader), &form).await,
        StatusCode::OK,
        &["2 aktiviteter er ikke ferdige", "Aktivitet a i co.1", "Over fristen", "Hva skal skje med dem?"],
    );
    let silent = app.post(Some(&leader), &form, &[("version", "1")]).await;
    check(&silent, StatusCode::UNPROCESSABLE_ENTITY, &["Si hva som skal skje med aktivitetene"]);
    let settled = app.post(Some(&leader), &form, &[("version", "1"), ("activities", "stopped")]).await;
    assert_eq!(settled.status, StatusCode::SEE_OTHER, "{}", settled.text);
    let page = app.get(Some(&leader), &href).await;
    check(&page, StatusCode::OK, &["Fullført", "Stoppet"]);
    assert!(!page.text.contains("Over fristen"), "{}", page.text);
    assert!(!app.get(Some(&leader), "/work").await.text.contains("Aktivitet a i co.1"));
}

#[tokio::test]
async fn each_step_is_for_those_who_answer_for_the_unit() {
    let mut hidden = concrete("ac.2", "ward");
    hidden.open = false;
    let app = house(&[concrete("ac.1", "ward"), hidden.clone()]).await;
    let (open, hidden) = (format!("/measures/{}", MeasureId::from_code("ac.1")), format!("/measures/{}", hidden.id()));
    let staff = app.user("Ola Ansatt", &[(Role::Staff, "ward")]);
    let far = app.user("Eva Fjern", &[(Role::UnitLeader, "town")]);
    for page in ["/edit", "/steps/start", "/scope", "/activities/new"] {
        assert_eq!(app.get(Some(&staff), &format!("{open}{page}")).await.status, StatusCode::FORBIDDEN, "{page}");
        assert_eq!(app.get(Some(&far), &format!("{open}{page}")).await.status, StatusCode::FORBIDDEN, "{page}");
        assert_eq!(app.get(Some(&far), &format!("{hidden}{page}")).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    for path in [open.clone(), format!("{open}/steps/run"), format!("{open}/scope"), format!("{open}/activities")] {
        let sent = [("version", "1"), ("title", "x"), ("cause", "x"), ("after", "x")];
        assert_eq!(app.post(Some(&staff), &path, &sent).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(app.get(Some(&staff), &open).await.status, StatusCode::OK);
    assert_eq!(app.get(Some(&staff), &hidden).await.status, StatusCode::OK, "a draft is seen where one works");
    assert_eq!(app.get(Some(&far), &hidden).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get(Some(&staff), "/measures/new").await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.get(Some(&staff), "/findings/new").await.status, StatusCode::FORBIDDEN);
    let elsewhere = [("unit_id", &*unit("trust").to_string()), ("title", "x")];
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    assert_eq!(app.post(Some(&leader), "/measures", &elsewhere).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_unit_follows_a_measure_or_says_why_not() {
    let measure = content("up.1", "no");
    let app = house(std::slice::from_ref(&measure)).await;
    let leader = app.user("Eva Leder", &[(Role::UnitLeader, "town")]);
    let href = format!("/measures/{}", measure.id());
    let town = unit("town").to_string();
    check(&app.get(Some(&leader), &href).await, StatusCode::OK, &["Bestem for din enhet"]);
    let bare = app.post(Some(&leader), &format!("{href}/uptake"), &[("unit_id", &town), ("choice", "left_out")]).await;
    check(&bare, StatusCode::UNPROCESSABLE_ENTITY, &["Skriv hvorfor tiltaket utelates"]);
    let fields = [("unit_id", town.as_str()), ("choice", "left_out"), ("reason", "Vi har det fra før")];
    assert_eq!(app.post(Some(&leader), &format!("{href}/uptake"), &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.post(Some(&leader), &format!("{href}/uptake"), &fields).await.status, StatusCode::CONFLICT);
    check(&app.get(Some(&leader), &href).await, StatusCode::OK, &["Vi har det fra før", "Utelater tiltaket"]);
    let other = [("unit_id", &*unit("home").to_string()), ("choice", "chosen")];
    assert_eq!(app.post(Some(&leader), &format!("{href}/uptake"), &other).await.status, StatusCode::SEE_OTHER);
    let ward = [("unit_id", &*unit("ward").to_string()), ("choice", "chosen")];
    assert_eq!(app.post(Some(&leader), &format!("{href}/uptake"), &ward).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn my_work_and_the_start_page_lead_to_what_is_due() {
    let mut late = concrete("mw.1", "trust");
    late.due = Some(day("2026-11-01"));
    late.adopted = Some(day("2026-01-01"));
    let mut below = concrete("mw.4", "ward");
    below.due = Some(day("2026-11-01"));
    let app = house(&[late, below, content("mw.2", "trust"), content("mw.3", "trust")]).await;
    let leader = app.user("Kari Leder", &[(Role::TopLeader, "trust")]);
    let page = app.get(Some(&leader), "/work").await;
    check(
        &page,
        StatusCode::OK,
        &[
            "Følg opp tiltaket",
            "Tiltak mw.1",
            "Følg opp det som er forsinket",
            "Ett tiltak i enheten eller under den",
            "2 tiltak er ikke konkretisert",
            "Start tiltaket du leder",
        ],
    );
    let page = app.get(Some(&leader), "/").await;
    check(
        &page,
        StatusCode::OK,
        &["Tiltak i Testenhet trust", "Tiltak eller aktivitet over fristen", "Formulert", "Konkretisert"],
    );
    let staff = app.user("Ola Ansatt", &[(Role::Staff, "trust")]);
    assert!(!app.get(Some(&staff), "/work").await.text.contains("Tiltak mw.1"), "staff owe nothing by their place");
    let far = app.user("Eva Fjern", &[(Role::TopLeader, "town")]);
    assert!(!app.get(Some(&far), "/work").await.text.contains("Tiltak mw.1"));
}

/// A finding drawn from what an outside source says rests on it, with what the source cannot say; the source's page
/// shows it to those who may see it.
#[tokio::test]
async fn a_finding_is_drawn_from_an_outside_source_and_shown_on_its_page() {
    let app = house(&[]).await;
    let leader = app.user("Eva Leder", &[(Role::UnitLeader, "trust"), (Role::QualityAdviser, "trust")]);
    let trust = unit("trust").to_string();
    let source = [
        ("unit", trust.as_str()),
        ("code", "lokal.erstatning"),
        ("name", "Erstatningssaker"),
        ("base", "Saker som er meldt"),
        ("limits", "Sier ikke hvor mange skader som finnes"),
        ("connection", "manual"),
    ];
    let page = app.post(Some(&leader), "/sources", &source).await.location().to_owned();
    let id = page.rsplit('/').next().unwrap().to_owned();
    let form = app.get(Some(&leader), &format!("/findings/new?unit={trust}&source={id}")).await;
    let text = "Erstatningssaker. Sier ikke hvor mange skader som finnes";
    check(&form, StatusCode::OK, &[text, &page]);
    let href = page.clone();
    let finding = [
        ("unit_id", trust.as_str()),
        ("title", "Flere saker om forsinket diagnose"),
        ("judgement", "Flere enn i fjor"),
        ("evidence_kind", "report"),
        ("evidence_text", text),
        ("evidence_href", href.as_str()),
        ("evidence_thing", id.as_str()),
    ];
    let made = app.post(Some(&leader), "/findings", &finding).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    check(
        &app.get(Some(&leader), &page).await,
        StatusCode::OK,
        &["Flere saker om forsinket diagnose", made.location()],
    );
    let elsewhere = app.user("Per Annen", &[(Role::Staff, "town")]);
    let seen = app.get(Some(&elsewhere), &page).await;
    assert!(!seen.text.contains("forsinket diagnose"), "a finding that is not open is the unit's own: {}", seen.text);
    let nothing = app.get(Some(&leader), &format!("/findings/new?unit={trust}&source={trust}")).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_activity_has_a_page_of_its_own_and_says_why_its_frame_was_changed() {
    let measure = concrete("ap.1", "ward");
    let app = house(std::slice::from_ref(&measure)).await;
    let kari = person(&app, "Kari Leder", &[(Role::UnitLeader, "ward")]).await;
    let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
    let activity = varde_kernel::ActivityId::from_code("ap.1.a");
    let here = format!("/activities/{activity}");
    check(
        &app.get(Some(&nurse), &here).await,
        StatusCode::OK,
        &["a) Aktivitet a i ap.1", "Ingenting er ført opp som belegg"],
    );
    assert_eq!(app.get(Some(&nurse), &format!("{here}/edit")).await.status, StatusCode::FORBIDDEN);

    let hf = ActorId::from_code("hf").to_string();
    let fields = [
        ("version", "1"),
        ("title", "Ny vaktplan"),
        ("state", "running"),
        ("starts", "2026-10-01"),
        ("due", "2026-12-31"),
        ("lead_actor", hf.as_str()),
        ("resources", "Ett årsverk"),
        ("resources_hours", "1600"),
        ("evidence_text", "Prøvd i fjor"),
        ("evidence_href", "/documents/1"),
    ];
    let saved = app.post(Some(&kari), &here, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "what only the plan has said needs no cause: {}", saved.text);
    check(
        &app.get(Some(&nurse), &here).await,
        StatusCode::OK,
        &[
            "Ny vaktplan",
            "01.10.2026–31.12.2026",
            "Ett årsverk",
            "600 timer",
            "Prøvd i fjor",
            "Les belegget",
            "Testforetaket",
        ],
    );
    // Now that it is under way, a new date needs its cause, which is kept.
    let later = |why: &'static str| {
        let mut fields: Vec<(&str, &str)> =
            fields.iter().copied().filter(|(name, _)| *name != "version" && *name != "due").collect();
        fields.extend([("version", "2"), ("due", "2027-02-01"), ("why", why)]);
        fields
    };
    check(&app.post(Some(&kari), &here, &later("")).await, StatusCode::UNPROCESSABLE_ENTITY, &["Skriv hvorfor frist"]);
    assert_eq!(app.post(Some(&kari), &here, &later("Sykdom")).await.status, StatusCode::SEE_OTHER);
    check(&app.get(Some(&nurse), &here).await, StatusCode::OK, &["31. desember 2026", "1. februar 2027", "Sykdom"]);
    let of = format!("/measures/{}", measure.id());
    check(&app.get(Some(&nurse), &of).await, StatusCode::OK, &[&format!("href=\"{here}\""), "Sykdom"]);
    // A change that no field shows is logged on the activity too.
    let scope = [
        ("activity_id", activity.to_string()),
        ("before", "Alle".into()),
        ("after", "Bare natt".into()),
        ("cause", "Færre folk".into()),
    ];
    let scope: Vec<(&str, &str)> = scope.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(app.post(Some(&kari), &format!("{of}/scope"), &scope).await.status, StatusCode::SEE_OTHER);
    check(&app.get(Some(&nurse), &here).await, StatusCode::OK, &["Bare natt", "Færre folk"]);
    // It is over from the day it is moved, and as a file it says all of it.
    let done = app.post(Some(&kari), &format!("{here}/state"), &[("version", "3"), ("state", "completed")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let file = app.get(Some(&nurse), &format!("{of}/activities")).await;
    check(&file, StatusCode::OK, &[";Ny vaktplan;", ";2026-10-01;2027-02-01;2026-11-22;", "Prøvd i fjor"]);
    let ahead = [("version", "4"), ("title", "Ny vaktplan"), ("state", "completed"), ("ended", "2027-01-01")];
    check(
        &app.post(Some(&kari), &here, &ahead).await,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["Dagen er ikke kommet ennå"],
    );
}
