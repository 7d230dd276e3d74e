//! The room's pages as people meet them.

use varde_governance::import::{content_bodies, content_tasks};
use varde_kernel::access::Role;
use varde_kernel::{BodyId, Locale, TaskId, UnitId};
use varde_testkit::{TestApp, User, unit};

use crate::{ACTORS, BODIES, actor, holder, rooms};

pub(crate) async fn house() -> TestApp {
    let app = TestApp::new(rooms).await;
    let tx = app.begin().await;
    actor(&tx, "hdir", "Helsedirektoratet", Some(unit("no"))).await;
    content_tasks(&tx, ACTORS).await.unwrap();
    content_bodies(&tx, BODIES).await.unwrap();
    holder(&tx, "Kari Prøveleder", "top_leader", "trust").await;
    tx.commit().await.unwrap();
    app
}

fn top(app: &TestApp) -> User {
    app.user("Kari Prøveleder", &[(Role::TopLeader, "trust")])
}

/// Makes a task on the trust and gives it to its top leader; returns the task's page.
pub(crate) async fn decided(app: &TestApp) -> String {
    let made = app
        .post(
            Some(&top(app)),
            "/responsibility/new",
            &[("name", "Godkjenne innkjøp"), ("unit", &unit("trust").to_string())],
        )
        .await;
    assert_eq!(made.status, 303, "{}", made.text);
    let page = made.location().to_owned();
    let fields = [
        ("authority", "decides"),
        ("role", "top_leader"),
        ("unit", &unit("trust").to_string()),
        ("from", "2026-01-01"),
    ];
    let given = app.post(Some(&top(app)), &format!("{page}/assign"), &fields).await;
    assert_eq!(given.status, 303, "{}", given.text);
    page
}

pub(crate) fn held_of(page: &str) -> String {
    let (_, rest) = page.split_once("/responsibility/held/").expect("a responsibility to hand over");
    format!("/responsibility/held/{}", &rest[..36])
}

#[tokio::test]
async fn a_search_on_a_task_gives_the_role_its_holder_and_the_delegation() {
    let app = house().await;
    let task = decided(&app).await;
    let leader = top(&app);
    let found = app.get(Some(&leader), "/responsibility?q=INNKJ%C3%98P").await;
    assert!(found.text.contains("Øverste leder (Kari Prøveleder)"), "{}", found.text);

    let held = held_of(&app.get(Some(&leader), &task).await.text);
    let form = app.get(Some(&leader), &format!("{held}/delegate")).await;
    assert_eq!(form.status, 200);
    let clinic = unit("clinic").to_string();
    let mut fields = vec![
        ("authority", "carries_out"),
        ("role", "unit_leader"),
        ("unit", clinic.as_str()),
        ("dated", "2026-11-20"),
        ("from", "2026-11-22"),
        ("last_day", "2026-12-15"),
        ("version", "1"),
        ("document", ""),
    ];
    let refused = app.post(Some(&leader), &format!("{held}/delegate"), &fields).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("2026-12-15"), "what was typed stays");
    fields.pop();
    fields.push(("document", "Sak 7/2026"));
    let given = app.post(Some(&leader), &format!("{held}/delegate"), &fields).await;
    assert_eq!(given.status, 303, "{}", given.text);
    let page = app.get(Some(&leader), &task).await.text;
    assert!(page.contains("Sak 7/2026") && page.contains("15.12.2026"), "{page}");
    // A second one from the same old form is told that it is old.
    let stale = app.post(Some(&leader), &format!("{held}/delegate"), &fields).await;
    assert_eq!(stale.status, 409);

    let ended = app
        .post(
            Some(&leader),
            &format!("{held}/end"),
            &[("version", "2"), ("last_day", "2026-11-21"), ("why", "ny ordning")],
        )
        .await;
    assert_eq!(ended.status, 303, "{}", ended.text);
    let page = app.get(Some(&leader), &task).await.text;
    assert!(page.contains("Ingen rolle bestemmer eller utfører"), "{page}");
}

#[tokio::test]
async fn only_those_who_hold_a_task_or_decide_hand_it_over() {
    let app = house().await;
    let task = decided(&app).await;
    let held = held_of(&app.get(Some(&top(&app)), &task).await.text);
    let adviser = app.user("Ola Prøverådgiver", &[(Role::QualityAdviser, "trust")]);
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    let elsewhere = app.user("Per Prøveleder", &[(Role::TopLeader, "trust2")]);
    for (user, step, expected) in
        [(&adviser, "delegate", 403), (&adviser, "end", 403), (&staff, "delegate", 403), (&elsewhere, "delegate", 403)]
    {
        assert_eq!(app.get(Some(user), &format!("{held}/{step}")).await.status, expected, "{step}");
        assert_eq!(
            app.post(Some(user), &format!("{held}/{step}"), &[("version", "1")]).await.status,
            expected,
            "{step}"
        );
    }
    assert_eq!(app.get(Some(&staff), &task).await.status, 200);
    assert_eq!(app.get(Some(&staff), &format!("{task}/edit")).await.status, 403);
    assert_eq!(app.get(Some(&adviser), &format!("{task}/edit")).await.status, 200);
    assert_eq!(app.get(None, &task).await.status, 303);
    // National tasks answer to the nation, not to whoever leads a ward.
    let duty = format!("/responsibility/tasks/{}", TaskId::from_code("nra.1"));
    let ward = app.user("Liv Prøveleder", &[(Role::UnitLeader, "ward")]);
    assert_eq!(app.get(Some(&ward), &format!("{duty}/edit")).await.status, 403);
    let nation = app.user("Eli Prøveplan", &[(Role::Planner, "no")]);
    assert_eq!(app.get(Some(&nation), &format!("{duty}/edit")).await.status, 200);
}

#[tokio::test]
async fn two_who_edit_at_once_see_each_other() {
    let app = house().await;
    let task = decided(&app).await;
    let trust = unit("trust").to_string();
    let leader = top(&app);
    let first = app
        .post(
            Some(&leader),
            &format!("{task}/edit"),
            &[("name", "Godkjenne store innkjøp"), ("unit", &trust), ("version", "1")],
        )
        .await;
    assert_eq!(first.status, 303);
    let second = app
        .post(
            Some(&leader),
            &format!("{task}/edit"),
            &[("name", "Godkjenne små innkjøp"), ("unit", &trust), ("version", "1")],
        )
        .await;
    assert_eq!(second.status, 409);
    for words in ["Godkjenne store innkjøp", "Godkjenne små innkjøp", "Kari Prøveleder endret dette"] {
        assert!(second.text.contains(words), "{words}: {}", second.text);
    }
}

#[tokio::test]
async fn tasks_without_a_role_are_listed_and_come_up_as_work() {
    let app = house().await;
    let town = app.user("Tor Prøveleder", &[(Role::TopLeader, "town")]);
    let all = app.get(Some(&town), "/responsibility/missing").await.text;
    assert!(all.contains("98 oppgaver uten ansvarlig rolle"), "{all}");
    let mine = app.get(Some(&town), &format!("/responsibility/missing?unit={}", unit("town"))).await.text;
    assert!(mine.contains("Ingen rolle er pekt ut") && mine.contains("Alle kommuner"), "{mine}");
    let work = app.get(Some(&town), "/work").await.text;
    assert!(work.contains("Pek ut hvem som har ansvaret"), "{work}");
    let state = app.user("Unn Prøveleder", &[(Role::TopLeader, "no")]);
    let work = app.get(Some(&state), "/work").await.text;
    assert!(work.contains("Oppnevn noen til en ledig plass"), "{work}");
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "town")]);
    assert!(!app.get(Some(&staff), "/work").await.text.contains("Pek ut hvem"));
}

#[tokio::test]
async fn a_council_names_its_vacancy() {
    let app = house().await;
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    let page = |code: &str| format!("/bodies/{}", BodyId::from_code(code));
    let nra = app.get(Some(&staff), &page("council.nra")).await.text;
    assert!(nra.contains("9 av 10 plasser er fylt, én fra Helsedirektoratet er ledig."), "{nra}");
    assert!(nra.contains("Vedtaksført når 5 av 9"), "{nra}");
    let nfa = app.get(Some(&staff), &page("council.nfa")).await.text;
    assert!(nfa.contains("15 av 16 plasser er fylt") && nfa.contains("én er nevnt uten at noen oppnevner"), "{nfa}");
    let organ = app.get(Some(&staff), &page("council.samarbeidsorgan")).await.text;
    assert!(organ.contains("Pårørende: har ingen plass"), "{organ}");
    let vacant = app.get(Some(&staff), "/bodies/vacancies").await.text;
    assert!(vacant.contains("2 ledige plasser"), "{vacant}");
}

#[tokio::test]
async fn bodies_are_sorted_as_norwegians_look_them_up() {
    let app = house().await;
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    let rows = |page: String| -> Vec<String> {
        let cells = page.split("role=\"rowheader\"").skip(1).map(str::to_owned).collect::<Vec<_>>();
        cells.iter().filter_map(|cell| cell.split('>').nth(2)?.split('<').next().map(str::to_owned)).collect()
    };
    let up = rows(app.get(Some(&staff), "/bodies").await.text);
    let mut sorted = up.clone();
    sorted.sort_by_cached_key(|name| varde_kernel::sort_key(name));
    assert!(1 < up.len());
    assert_eq!(up, sorted);
    let mut down = rows(app.get(Some(&staff), "/bodies?sort=name&dir=desc").await.text);
    down.reverse();
    assert_eq!(up, down);
}

#[tokio::test]
async fn a_seat_is_filled_by_those_who_keep_the_body() {
    let app = house().await;
    let planner = app.user("Eli Prøveplan", &[(Role::Planner, "no")]);
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    let page = format!("/bodies/{}", BodyId::from_code("council.nra"));
    let text = app.get(Some(&planner), &page).await.text;
    let seats: Vec<&str> = text.match_indices("/bodies/seats/").map(|(at, _)| &text[at..at + 50]).collect();
    let last = seats
        .iter()
        .rev()
        .find(|seat| text.contains(&format!("{seat}/fill")) && !text.contains(&format!("{seat}/vacate")))
        .unwrap();
    let fields =
        [("name", "Prøve Testesen"), ("role", "member"), ("organisation", "Prøvedirektoratet"), ("version", "1")];
    assert_eq!(app.post(Some(&staff), &format!("{last}/fill"), &fields).await.status, 403);
    let nobody = app.post(Some(&planner), &format!("{last}/fill"), &[("role", "member"), ("version", "1")]).await;
    assert_eq!(nobody.status, 422);
    assert_eq!(app.post(Some(&planner), &format!("{last}/fill"), &fields).await.status, 303);
    let theirs = app.get(Some(&staff), &page).await.text;
    assert!(theirs.contains("10 av 10 plasser er fylt") && !theirs.contains("Testesen"), "the name is not public");
    assert!(app.get(Some(&planner), &page).await.text.contains("Prøve Testesen"));
    assert_eq!(app.get(Some(&planner), &format!("{last}/vacate")).await.status, 200);
    let vacated =
        app.post(Some(&planner), &format!("{last}/vacate"), &[("version", "2"), ("last_day", "2026-11-21")]).await;
    assert_eq!(vacated.status, 303, "{}", vacated.text);
    assert!(app.get(Some(&staff), &page).await.text.contains("9 av 10 plasser er fylt"));
}

#[tokio::test]
async fn a_body_is_made_changed_and_given_seats_and_tasks() {
    let app = house().await;
    let planner = app.user("Eli Prøveplan", &[(Role::Planner, "trust")]);
    let trust = unit("trust").to_string();
    let bad = app.post(Some(&planner), "/bodies/new", &[("name", ""), ("quorum_percent", "200")]).await;
    assert_eq!(bad.status, 422);
    let fields = [
        ("name", "Kvalitetsutvalget"),
        ("kind", "committee"),
        ("level", "enterprise"),
        ("composition", "known"),
        ("unit", &trust),
        ("required", "users"),
        ("required", "union"),
    ];
    let made = app.post(Some(&planner), "/bodies/new", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let page = made.location().to_owned();
    assert_eq!(
        app.post(Some(&planner), &format!("{page}/seats/new"), &[("group", "union"), ("label", "Tillitsvalgt")])
            .await
            .status,
        303
    );
    assert_eq!(
        app.post(Some(&planner), &format!("{page}/tasks"), &[("name", "Følge med på uønskede hendelser")]).await.status,
        303
    );
    let text = app.get(Some(&planner), &page).await.text;
    for words in ["Tillitsvalgt", "Følge med på uønskede hendelser", "Pasienter og brukere: har ingen plass"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(app.get(Some(&planner), &format!("{page}/edit")).await.status, 200);
    let mut edit = fields.to_vec();
    edit.push(("version", "1"));
    assert_eq!(app.post(Some(&planner), &format!("{page}/edit"), &edit).await.status, 303);
    assert_eq!(app.post(Some(&planner), &format!("{page}/edit"), &edit).await.status, 409);
}

#[tokio::test]
async fn a_units_matrix_prints_and_leaves_as_csv() {
    let app = house().await;
    decided(&app).await;
    let matrix = format!("/units/{}/responsibility", unit("trust"));
    let staff = app.user("Siri Prøveansatt", &[(Role::Staff, "ward")]);
    let page = app.get(Some(&staff), &matrix).await;
    assert!(page.text.contains("Øverste leder (Kari Prøveleder)"), "{}", page.text);
    let csv = app.get(Some(&staff), &format!("{matrix}?format=csv")).await;
    assert!(
        csv.text.starts_with('\u{feff}') && csv.text.contains("Godkjenne innkjøp;;Øverste leder (Kari Prøveleder);;;"),
        "{}",
        csv.text
    );
    let nowhere = UnitId::from_code("nowhere");
    assert_eq!(app.get(Some(&staff), &format!("/units/{nowhere}/responsibility")).await.status, 404);
}

#[tokio::test]
async fn every_page_speaks_three_languages() {
    let app = house().await;
    let task = decided(&app).await;
    for locale in Locale::ALL {
        let user = app.user_in("Kari Prøveleder", &[(Role::TopLeader, "trust"), (Role::Planner, "no")], locale);
        let held = held_of(&app.get(Some(&user), &task).await.text);
        let body = format!("/bodies/{}", BodyId::from_code("council.nra"));
        let text = app.get(Some(&user), &body).await.text;
        let seat = &text[text.find("/bodies/seats/").unwrap()..][..50];
        let pages = [
            "/responsibility".to_owned(),
            "/responsibility?q=finnesikke&page=99999999999".into(),
            "/responsibility/missing".into(),
            "/responsibility/new".into(),
            task.clone(),
            format!("{task}/edit"),
            format!("{task}/assign"),
            format!("{held}/delegate"),
            format!("{held}/end"),
            format!("/units/{}/responsibility", unit("trust")),
            "/bodies".into(),
            "/bodies?kind=council&q=akutt".into(),
            "/bodies/vacancies".into(),
            "/bodies/new".into(),
            body.clone(),
            format!("{body}/edit"),
            format!("{body}/seats/new"),
            format!("{seat}/fill"),
            format!("{seat}/vacate"),
        ];
        for path in pages {
            let page = app.get(Some(&user), &path).await;
            assert_eq!(page.status, 200, "{path}");
            let bare = page.text.replace("name=\"governance-", "");
            assert!(!bare.contains("governance-"), "{locale} {path}: {}", page.text);
        }
    }
}

#[tokio::test]
async fn who_changed_a_task_or_a_body_and_why_is_for_those_who_read_histories() {
    let app = house().await;
    let task = decided(&app).await;
    let made = app
        .post(
            Some(&app.user("Petra Planlegger", &[(Role::Planner, "trust")])),
            "/bodies/new",
            &[
                ("name", "Kvalitetsutvalget"),
                ("kind", "committee"),
                ("level", "enterprise"),
                ("composition", "missing"),
                ("unit", &unit("trust").to_string()),
            ],
        )
        .await;
    let (staff, beside) = (
        app.user("Siri Prøveansatt", &[(Role::Staff, "trust")]),
        app.user("Ulv Utenfor", &[(Role::TopLeader, "town")]),
    );
    assert_eq!(made.status, 303, "{}", made.text);
    for page in [task.as_str(), made.location()] {
        for person in [&staff, &beside] {
            let page = app.get(Some(person), page).await;
            assert!(page.status.is_success() && !page.text.contains("Historikk"), "{}", page.text);
        }
        assert!(app.get(Some(&top(&app)), page).await.text.contains("Historikk"));
    }
}

#[tokio::test]
async fn a_class_s_task_names_its_unit_and_an_actor_stands_alone() {
    let app = house().await;
    let tx = app.begin().await;
    holder(&tx, "Anne Testnes", "staff", "trust").await;
    tx.commit().await.unwrap();
    let nation = app.user("Dina Direktør", &[(Role::TopLeader, "no")]);
    let fields = [("name", "Varsle om svikt"), ("unit_kind", "health_trust"), ("unit", "")];
    let made = app.post(Some(&nation), "/responsibility/new", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let assign = format!("{}/assign", made.location());
    let (top, trust) = (top(&app), unit("trust").to_string());
    // Two of the same name are told apart by where they are.
    let form = app.get(Some(&top), &assign).await;
    assert!(form.text.contains("Anne Testnes – Testenhet trust"), "{}", form.text);
    let hdir = varde_kernel::ActorId::from_code("hdir").to_string();
    let both = [("authority", "decides"), ("role", "staff"), ("actor", hdir.as_str()), ("unit", trust.as_str())];
    let refused = app.post(Some(&top), &assign, &both).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Velg enten en aktør"), "{}", refused.text);
    let nowhere = app.post(Some(&top), &assign, &[("authority", "decides"), ("role", "top_leader")]).await;
    assert_eq!(nowhere.status, 422);
    assert!(nowhere.text.contains("Si for hvilken enhet"), "{}", nowhere.text);
    let given = [("authority", "decides"), ("role", "top_leader"), ("unit", trust.as_str())];
    assert_eq!(app.post(Some(&top), &assign, &given).await.status, 303);
    let found = app.get(Some(&top), "/responsibility?q=varsle&unit=").await;
    assert!(found.text.contains("Øverste leder (Kari Prøveleder)"), "{}", found.text);
    assert!(found.text.contains(">Testenhet trust</span>"), "the list says for which trust: {}", found.text);
}
