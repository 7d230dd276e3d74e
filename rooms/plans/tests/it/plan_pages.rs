//! Pages of plans and goals, and the API, as people and programs meet them.

use serde_json::json;
use varde_kernel::access::{Action, Role};
use varde_kernel::{GoalId, Locale, PlanId};
use varde_plans::store;
use varde_testkit::{Reply, TestApp, User, unit};
use varde_web::Room;

use crate::plans::facts;

fn rooms() -> Vec<Room> {
    vec![varde_people::room(), varde_indicators::room(), varde_measures::room(), varde_plans::room()]
}

pub(crate) async fn house() -> TestApp {
    let app = TestApp::new(rooms).await;
    let tree = varde_testkit::organisation();
    let tx = app.begin().await;
    facts(&tx, &tree).await;
    tx.commit().await.unwrap();
    app
}

pub(crate) fn run<F: Future<Output = ()>>(story: F) {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(story);
}

/// No key shows where words should stand.
#[track_caller]
pub(crate) fn says(reply: &Reply, words: &[&str]) {
    assert!(reply.status.is_success(), "{} {}", reply.status, reply.text);
    for word in words {
        assert!(reply.text.contains(word), "{word:?} is missing in {}", reply.text);
    }
    for left in ["plans-", "measures-state"] {
        let keys: Vec<&str> = reply
            .text
            .split(|letter: char| !(letter.is_ascii_lowercase() || letter == '-' || letter.is_ascii_digit()))
            .filter(|word| word.starts_with(left) && 2 < word.split('-').count())
            .collect();
        assert!(keys.is_empty(), "keys on the page: {keys:?}");
    }
}

pub(crate) fn planner(app: &TestApp) -> User {
    app.user("Petra Planlegger", &[(Role::Planner, "trust"), (Role::TopLeader, "trust")])
}

#[test]
fn the_plan_page_says_how_many_targets_can_be_judged() {
    run(async {
        let app = house().await;
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let plan = PlanId::from_code("plan.nhp");
        let page = app.get(Some(&nurse), &format!("/plans/{plan}")).await;
        says(
            &page,
            &[
                "13 tallfestede mål: 1 kan vurderes, 7 kan ikke, 5 venter på en verdi",
                "Uten sluttverdi",
                "Kan ikke vurderes",
                "Venter på verdi",
                "12,8",
            ],
        );
        assert_eq!(page.text.matches("Kan ikke vurderes").count(), 7);
        assert_eq!(page.text.matches(">Venter på verdi<").count(), 5);
        assert!(!page.text.contains("/edit\""), "a nurse edits no national plan");
        // What ran out in 2023 is said to have, and is not green.
        assert!(page.text.contains("Utløpt") && !page.text.contains(">Vedtatt<"), "{}", page.text);
        let then = app.get(Some(&nurse), &format!("/plans/{plan}?as_of=2022-06-30")).await;
        assert!(then.text.contains("Vedtatt") && !then.text.contains("Utløpt"));
        // What everybody came to read stands before what only those who run the plan do.
        let director = app.user("Dina Direktør", &[(Role::TopLeader, "no"), (Role::Planner, "no")]);
        let run = app.get(Some(&director), &format!("/plans/{plan}")).await;
        let at = |words: &str| run.text.find(words).unwrap();
        assert!(at("id=\"goals\"") < at("/owners\""), "goals first");
        let english = app.user_in("Nina English", &[(Role::Staff, "ward")], Locale::En);
        says(
            &app.get(Some(&english), &format!("/plans/{plan}")).await,
            &["13 numeric targets: 1 can be judged, 7 cannot, 5 await a value"],
        );
        let nynorsk = app.user_in("Nils Nynorsk", &[(Role::Staff, "ward")], Locale::Nn);
        says(
            &app.get(Some(&nynorsk), &format!("/plans/{plan}")).await,
            &["13 talfesta mål: 1 kan vurderast, 7 kan ikkje, 5 ventar på ein verdi"],
        );
        for tab in ["measures", "diagram", "parts", "succession", "relations"] {
            for user in [&nurse, &english, &nynorsk] {
                says(&app.get(Some(user), &format!("/plans/{plan}/{tab}")).await, &[]);
            }
        }
        says(&app.get(Some(&nurse), "/plans").await, &["Handlingsplan for pasientsikkerhet", "Rammeverk"]);
        says(&app.get(Some(&nurse), "/plans?q=pasientsikkerhet&kind=action_plan").await, &["Én plan"]);
        says(&app.get(Some(&nurse), "/goals?q=%25").await, &[]);
        assert_eq!(app.get(None, &format!("/plans/{plan}")).await.status, 303);
        let tail = format!("/plans/{plan}/status?format=csv&as_of=tomorrow");
        assert_eq!(app.get(Some(&nurse), &tail).await.status, 400);
    });
}

#[test]
fn a_plan_can_be_asked_for_as_it_stood_on_another_day() {
    run(async {
        let app = house().await;
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let path = format!("/plans/{}", PlanId::from_code("plan.nhp"));
        let form = "<details class=\"ds-details no-print\"";
        let now = app.get(Some(&nurse), &path).await;
        says(&now, &["Se planen slik den sto en annen dag", "id=\"as-of\" name=\"as_of\""]);
        assert!(now.text.contains(&format!("{form}>")), "folded away until it is asked for: {}", now.text);
        let then = app.get(Some(&nurse), &format!("{path}?as_of=2022-06-30")).await;
        says(&then, &[&format!("{form} open>"), "value=\"2022-06-30\"", "Vis i dag"]);
        let wrong = app.get(Some(&nurse), &format!("{path}?as_of=tomorrow")).await;
        says(&wrong, &[&format!("{form} open>"), "id=\"as-of-error\"", "Utløpt"]);
    });
}

#[test]
fn the_diagram_shows_four_areas_and_seven_measures_each_a_link_with_its_state() {
    run(async {
        let app = house().await;
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let plan = PlanId::from_code("plan.nhp");
        let page = app.get(Some(&nurse), &format!("/plans/{plan}/diagram")).await;
        says(&page, &["Hvordan skal planen virke?", "3 mål øverst, 7 tiltak nederst"]);
        // The wide drawing; the narrow one says the same again.
        let (_, wide) = page.text.split_once("picture-wide").unwrap();
        let (wide, _) = wide.split_once("</svg>").unwrap();
        let boxes = |start: &str| {
            let links = wide.split("<a href=\"").skip(1).filter(|link| link.starts_with(start));
            let mut labels: Vec<&str> =
                links.map(|link| link.split_once("aria-label=\"").unwrap().1.split('"').next().unwrap()).collect();
            labels.sort_unstable();
            labels
        };
        assert_eq!(boxes("/goals/").len(), 3);
        let measures = boxes("/measures/");
        assert_eq!(measures.len(), 7, "{measures:?}");
        for (n, measure) in (1..).zip(&measures) {
            assert!(measure.starts_with(&format!("{n}. ")) && measure.ends_with(", Formulert"), "{measure}");
        }
        let areas = wide.matches("tiltak, Støtter også").count() + wide.matches("tiltak, støtter også").count();
        assert_eq!(areas, 4 * 2, "each area once, with its title");
    });
}

#[test]
fn the_status_is_the_same_on_page_and_in_files_byte_by_byte() {
    run(async {
        let app = house().await;
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let plan = PlanId::from_code("plan.nhp");
        let page = app.get(Some(&nurse), &format!("/plans/{plan}?as_of=2026-11-22")).await;
        for format in ["text", "json", "csv"] {
            let path = format!("/plans/{plan}/status?as_of=2026-11-22&format={format}");
            let (first, second) = (app.get(Some(&nurse), &path).await, app.get(Some(&nurse), &path).await);
            assert_eq!(first.text, second.text);
            assert!(first.text.contains("Fristen er ute, og verdien for 2023 mangler."), "{}", first.text);
            assert!(page.text.contains("Fristen er ute, og verdien for 2023 mangler."));
        }
        let csv = app.get(Some(&nurse), &format!("/plans/{plan}/status?format=csv")).await;
        assert_eq!(csv.text.lines().count(), 1 + 13 + 7, "the goals, and then the measures");
        let api =
            app.api(Some(&nurse), "GET", &format!("/api/v1/plans/{plan}/status?as_of=2026-11-22"), None).await.json();
        assert_eq!(api["targets"]["cannot_be_judged"], 7);
        assert_eq!(api["goals"][3]["state"], "no_final_value");
    });
}

#[test]
fn the_goal_page_answers_the_question_in_words() {
    run(async {
        let app = house().await;
        let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
        let harm = app.get(Some(&leader), &format!("/goals/{}", GoalId::from_code("nhp.g1"))).await;
        says(
            &harm,
            &["<svg", "12,8\u{a0}%", "2,5 prosentpoeng fra målet", "Bak målbanen siden 2020.", "Planen oppgir 10,3"],
        );
        let hip = app.get(Some(&leader), &format!("/goals/{}", GoalId::from_code("nhp.g8"))).await;
        says(&hip, &["Kan ikke vurderes", "Hva betyr prosenten?", "verdien for 2017 er ikke oppgitt"]);
        let parts = app.get(Some(&leader), &format!("/goals/{}/edit", GoalId::from_code("nhp.g8"))).await;
        assert_eq!(parts.status, 403);
    });
}

#[test]
fn a_plan_goes_from_draft_to_adopted_by_all_its_owners() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let other = app.user("Tom Toppleder", &[(Role::TopLeader, "trust2")]);
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let trust = unit("trust").to_string();
        assert_eq!(
            app.post(Some(&nurse), "/plans", &[("unit", &trust), ("name", "X"), ("kind", "unit_plan")]).await.status,
            403
        );
        let bad = app
            .post(
                Some(&planner),
                "/plans",
                &[("unit", &trust), ("name", ""), ("kind", "unit_plan"), ("vision", "Kept")],
            )
            .await;
        assert_eq!(bad.status, 422);
        assert!(bad.text.contains("Kept"));
        let made = app
            .post(Some(&planner), "/plans", &[("unit", &trust), ("name", "Felles plan"), ("kind", "action_plan")])
            .await;
        assert_eq!(made.status, 303, "{}", made.text);
        let href = made.location().to_owned();
        // Without target group and period it is not sent to the owners.
        assert_eq!(app.post(Some(&planner), &format!("{href}/submit"), &[]).await.status, 409);
        let edit = [
            ("version", "1"),
            ("name", "Felles plan"),
            ("kind", "action_plan"),
            ("target_group", "Ledere"),
            ("from", "2027-01-01"),
            ("to", "2027-12-31"),
        ];
        assert_eq!(app.post(Some(&planner), &href, &edit).await.status, 303);
        let stale = app.post(Some(&planner), &href, &[edit.as_slice(), &[("vision", "Mine")]].concat()).await;
        assert_eq!(stale.status, 409);
        assert!(stale.text.contains("Mine") && stale.text.contains("Petra Planlegger"), "{}", stale.text);
        let owners = [("version", "2"), ("owner", trust.as_str()), ("owner", &unit("trust2").to_string())];
        let owners = owners.map(|(a, b)| (a, b.to_owned()));
        let owners: Vec<(&str, &str)> = owners.iter().map(|(a, b)| (*a, b.as_str())).collect();
        assert_eq!(app.post(Some(&planner), &format!("{href}/owners"), &owners).await.status, 303);
        assert_eq!(app.post(Some(&planner), &format!("{href}/submit"), &[]).await.status, 303);
        assert_eq!(app.post(Some(&planner), &format!("{href}/approve"), &[("unit", &trust)]).await.status, 303);
        let awaiting = app.get(Some(&planner), &href).await;
        says(&awaiting, &["Venter på godkjenning", "Mangler godkjenning fra", "Testenhet trust2"]);
        let trust2 = unit("trust2").to_string();
        // Nobody approves for another trust.
        assert_eq!(app.post(Some(&planner), &format!("{href}/approve"), &[("unit", &trust2)]).await.status, 404);
        let id: PlanId = href.rsplit('/').next().unwrap().parse().unwrap();
        assert_eq!(store::plans::awaiting(app.db(), &[unit("trust2")]).await.unwrap().len(), 1);
        let api = app.api(Some(&planner), "GET", &format!("/api/v1/plans/{id}"), None).await.json();
        assert_eq!(api["state"], "awaiting");
        // The draft is not open yet; an owner in line with nobody sees it once it is.
        let version = api["version"].to_string();
        let opened = [edit.as_slice(), &[("open", "true"), ("version", &version)]].concat();
        let opened: Vec<(&str, &str)> = opened.into_iter().skip(1).collect();
        assert_eq!(app.post(Some(&planner), &href, &opened).await.status, 303);
        // Another version than the one that was read is not approved unseen.
        let unseen = [("unit", trust.as_str()), ("version_no", "999")];
        assert_eq!(app.post(Some(&planner), &format!("{href}/approve"), &unseen).await.status, 409);
        assert_eq!(app.post(Some(&planner), &format!("{href}/approve"), &[("unit", &trust)]).await.status, 303);
        assert_eq!(app.post(Some(&other), &format!("{href}/approve"), &[("unit", &trust2)]).await.status, 303);
        let adopted = app.get(Some(&nurse), &href).await;
        says(&adopted, &["Vedtatt"]);
        says(
            &app.get(Some(&planner), &format!("{href}/history")).await,
            &["Vedtatt av alle eierne", "Petra Planlegger"],
        );
        assert_eq!(app.get(Some(&nurse), &format!("{href}/history")).await.status, 404);
        says(&app.get(Some(&planner), &format!("{href}/close")).await, &["Hvorfor avsluttes den?"]);
        assert_eq!(app.post(Some(&planner), &format!("{href}/close"), &[("why", "Done")]).await.status, 303);
        assert_eq!(app.get(Some(&planner), &format!("{href}/edit")).await.status, 409);
    });
}

#[test]
fn a_unit_chooses_leaves_out_with_a_reason_and_sets_its_own() {
    run(async {
        let app = house().await;
        let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
        let ward = unit("ward").to_string();
        let page = app.get(Some(&leader), &format!("/units/{ward}/goals")).await;
        says(&page, &["Mål som kommer ovenfra", "Ikke tatt stilling", "Egne mål"]);
        let goal = GoalId::from_code("nhp.g1");
        let choose = format!("/goals/{goal}/choose");
        let left = app.post(Some(&leader), &choose, &[("unit", &ward), ("choice", "left_out")]).await;
        assert_eq!(left.status, 422);
        assert!(left.text.contains("Skriv hvorfor dere lar målet være."));
        let left = [("unit", ward.as_str()), ("choice", "left_out"), ("reason", "Ingen innleggelser")];
        assert_eq!(app.post(Some(&leader), &choose, &left).await.status, 303);
        says(&app.get(Some(&leader), &format!("/units/{ward}/goals")).await, &["Valgt bort", "Ingen innleggelser"]);
        let api = app.api(Some(&leader), "GET", &format!("/api/v1/units/{ward}/goals"), None).await.json();
        let told: Vec<_> = api.as_array().unwrap().iter().filter(|one| one["goal"] == goal.to_string()).collect();
        assert_eq!(
            (told[0]["taken"].as_str(), told[0]["reason"].as_str()),
            (Some("left_out"), Some("Ingen innleggelser"))
        );
        // What ran out in 2023, and what is measured in nursing homes, asks nothing of a ward.
        let aside = |code: &str| {
            let id = GoalId::from_code(code).to_string();
            api.as_array().unwrap().iter().find(|one| one["goal"] == id).unwrap()["set_aside"].clone()
        };
        assert_eq!((aside("nhp.g2"), aside("rv.g1")), (json!("expired"), json!(null)));
        says(
            &app.get(Some(&leader), &format!("/units/{ward}/goals")).await,
            &["mål er satt til side", "Fristen er ute"],
        );
        let then = app.get(Some(&leader), &format!("/units/{ward}/goals?as_of=2021-06-01")).await;
        says(&then, &["Måles i en annen del av tjenesten"]);
        assert_eq!(
            app.api(Some(&leader), "GET", &format!("/api/v1/units/{}/goals", unit("none")), None).await.status,
            404
        );
        let other =
            app.post(Some(&leader), &choose, &[("unit", &unit("ward2").to_string()), ("choice", "chosen")]).await;
        assert_eq!(other.status, 403);
        let parent = goal.to_string();
        let sub = app
            .post(
                Some(&leader),
                "/goals",
                &[("unit", &ward), ("parent", &parent), ("name", "Færre fall her"), ("open", "true")],
            )
            .await;
        assert_eq!(sub.status, 303, "{}", sub.text);
        let target = sub.location().replace("/new", "");
        let refused = app
            .post(
                Some(&leader),
                &target,
                &[("kind", "relative"), ("change", "-10"), ("baseline_year", "2025"), ("by", "2027-12-31")],
            )
            .await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("Si om endringen er relativ"));
        let first = [("kind", "at_most"), ("value", "5"), ("by", "2027-12-31")];
        assert_eq!(app.post(Some(&leader), &target, &first).await.status, 303);
        // A second version needs a day and a reason.
        assert_eq!(app.post(Some(&leader), &target, &first).await.status, 422);
        let page = target.replace("/targets", "");
        says(&app.get(Some(&leader), &page).await, &["høyst 5", "Fra nasjonalt mål til egen enhet"]);
        says(
            &app.get(Some(&leader), "/").await,
            &["Mål og hvor de står", "Færre fall her", "/plans/", "tallfestede mål", "ovenfra har fristen ute"],
        );
        says(&app.get(Some(&leader), &page).await, &["/history"]);
        says(&app.get(Some(&leader), &format!("{page}/history")).await, &["Kari Leder", "Nytt måltall"]);
        let told = app.api(Some(&leader), "GET", &format!("/api/v1{page}/history"), None).await.json();
        assert_eq!(
            (told[0]["action"].as_str(), told[1]["action"].as_str()),
            (Some("target"), Some("created")),
            "{told}"
        );
        let nurse = app.user("Nils Testnes", &[(Role::Staff, "ward")]);
        assert_eq!(app.get(Some(&nurse), &format!("{page}/history")).await.status, 404);
        assert!(!app.get(Some(&nurse), &page).await.text.contains("/history"));
        says(&app.get(Some(&leader), "/work").await, &["Ta stilling til mål"]);
        let work = app.api(Some(&leader), "GET", "/api/v1/work", None).await.json();
        assert!(
            work.as_array()
                .unwrap()
                .iter()
                .any(|item| item["ask"] == "Ta stilling til mål" && item["urgency"] == "undated"),
            "{work}"
        );
        let found = app.api(Some(&leader), "GET", "/api/v1/search?q=fall&limit=1", None).await.json();
        assert_eq!(
            (found["items"][0]["kind"].as_str(), found["items"][0]["title"].as_str()),
            (Some("goal"), Some("Færre fall her"))
        );
        assert_eq!(app.api(None, "GET", "/api/v1/work", None).await.status, 401);
        assert_eq!(app.api(Some(&leader), "GET", "/api/v1/search?limit=0", None).await.status, 400);
        let trust = app.user("Tom Toppleder", &[(Role::TopLeader, "clinic")]);
        let gaps = app.get(Some(&trust), &format!("/units/{}/goals?gaps=1&as_of=2022-06-01", unit("clinic"))).await;
        says(&gaps, &["Hvem mangler delmål?", "1 av 2 mangler delmål"]);
    });
}

#[test]
fn the_owner_decides_how_per_cent_is_meant() {
    run(async {
        let app = house().await;
        let director = app.user("Dina Direktør", &[(Role::TopLeader, "no"), (Role::Planner, "no")]);
        let goal = GoalId::from_code("nhp.g8");
        let tree = varde_testkit::organisation();
        let console = TestApp::console();
        let opened = store::goals::open(app.db(), &console, &tree, goal, Action::Edit).await.unwrap();
        let target = store::targets::of(app.db(), &[opened.id]).await.unwrap()[&goal][0].id.to_string();
        let body = json!({ "target": target, "mode": "relative", "reason": "Annex" });
        let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
        let path = format!("/api/v1/goals/{goal}/reading");
        assert_eq!(app.api(Some(&leader), "PUT", &path, Some(body.clone())).await.status, 403);
        says(&app.get(Some(&director), "/work").await, &["Avgjør hva prosenten betyr"]);
        says(&app.get(Some(&director), &format!("/goals/{goal}/reading")).await, &["prosentpoeng"]);
        let form = [("target", target.as_str()), ("mode", "relative"), ("reason", "")];
        assert_eq!(app.post(Some(&director), &format!("/goals/{goal}/reading"), &form).await.status, 422);
        assert_eq!(app.api(Some(&director), "PUT", &path, Some(body.clone())).await.status, 200);
        assert_eq!(app.api(Some(&director), "PUT", &path, Some(body)).await.status, 409);
        says(
            &app.get(Some(&director), &format!("/goals/{goal}")).await,
            &["Lest som prosent av utgangspunktet", "Annex", "Dina Direktør"],
        );
    });
}

#[test]
fn the_api_takes_and_gives_and_refuses_politely() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let trust = unit("trust").to_string();
        let made = app
            .api(
                Some(&planner),
                "POST",
                "/api/v1/plans",
                Some(json!({ "unit": trust, "kind": "strategy", "name": "Ny" })),
            )
            .await;
        assert_eq!(made.status, 201, "{}", made.text);
        let id = made.json()["id"].as_str().unwrap().to_owned();
        let stale = json!({ "kind": "strategy", "name": "Nyere", "version": 9 });
        assert_eq!(app.api(Some(&planner), "PUT", &format!("/api/v1/plans/{id}"), Some(stale)).await.status, 409);
        let good = json!({ "kind": "strategy", "name": "Nyere", "version": 1 });
        assert_eq!(
            app.api(Some(&planner), "PUT", &format!("/api/v1/plans/{id}"), Some(good)).await.json()["name"]["nb"],
            "Nyere"
        );
        let part = json!({ "kind": "chapter", "name": "Innledning", "mandatory": true });
        assert_eq!(app.api(Some(&planner), "POST", &format!("/api/v1/plans/{id}/parts"), Some(part)).await.status, 201);
        let goal = app.api(Some(&planner), "POST", "/api/v1/goals", Some(json!({ "plan": id, "name": "Mål" }))).await;
        assert_eq!(goal.status, 201, "{}", goal.text);
        let goal = goal.json()["id"].as_str().unwrap().to_owned();
        for (body, status) in [
            (json!({ "kind": "at_least", "value": 1e300, "by": "2027-12-31" }), 422),
            (json!({ "kind": "nothing" }), 422),
            (json!({ "kind": "at_least", "value": 90.0, "by": "9999-99-99" }), 422),
            (json!({ "kind": "at_least", "value": 90.0, "by": "2027-12-31", "baseline_year": 99_999_999_i64 }), 422),
            (json!({ "kind": "at_least", "value": 90.0, "by": "2027-12-31", "reason": "a\u{0}b" }), 422),
            (json!({ "kind": "at_least", "value": 90.0, "by": "2027-12-31" }), 201),
        ] {
            let reply =
                app.api(Some(&planner), "POST", &format!("/api/v1/goals/{goal}/targets"), Some(body.clone())).await;
            assert_eq!(reply.status, status, "{body}: {}", reply.text);
        }
        let listed = app.api(Some(&planner), "GET", "/api/v1/goals?limit=2", None).await.json();
        assert_eq!(listed["items"].as_array().unwrap().len(), 2);
        assert!(listed["next_cursor"].is_string());
        for path in [
            "/api/v1/plans?q=%00&limit=1",
            "/api/v1/goals?unit=%00",
            "/api/v1/plans?cursor=-1",
            "/api/v1/plans?unit=zz",
        ] {
            assert!(app.api(Some(&planner), "GET", path, None).await.status.as_u16() < 500, "{path}");
        }
        let outsider = app.user("Ole Utenfor", &[(Role::Staff, "town")]);
        assert_eq!(app.api(Some(&outsider), "GET", &format!("/api/v1/plans/{id}"), None).await.status, 404);
        assert_eq!(app.api(None, "GET", "/api/v1/plans", None).await.status, 401);
    });
}

#[test]
fn parts_succession_relations_and_history_are_in_the_api_too() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let trust = unit("trust").to_string();
        let mut made = Vec::new();
        for name in ["Gammel plan", "Ny plan"] {
            let body = json!({ "unit": trust, "kind": "strategy", "name": name });
            let plan = app.api(Some(&planner), "POST", "/api/v1/plans", Some(body)).await.json();
            let id = plan["id"].as_str().unwrap().to_owned();
            let body = json!({ "kind": "chapter", "name": format!("Kapittel i {name}") });
            let part = app.api(Some(&planner), "POST", &format!("/api/v1/plans/{id}/parts"), Some(body)).await.json();
            made.push((format!("/api/v1/plans/{id}"), id, part["id"].as_str().unwrap().to_owned()));
        }
        let [(former_href, former, former_part), (href, id, part)] = made.try_into().unwrap();
        let ask = |method: &'static str, path: String, body: serde_json::Value| {
            let (app, planner) = (&app, &planner);
            async move { app.api(Some(planner), method, &path, Some(body)).await }
        };

        let told = json!({ "name": "Nytt navn", "text": "Mer", "version": 1 });
        let changed = ask("PUT", format!("{href}/parts/{part}"), told.clone()).await;
        assert_eq!((changed.status.as_u16(), changed.json()["version"].as_i64()), (200, Some(2)), "{}", changed.text);
        assert_eq!(ask("PUT", format!("{href}/parts/{part}"), told.clone()).await.status, 409);
        assert_eq!(ask("PUT", format!("{href}/parts/{former_part}"), told).await.status, 404, "another plan's part");

        let item =
            json!({ "from_kind": "part", "from": former_part, "outcome": "continued", "to_kind": "part", "to": part });
        assert_eq!(
            ask("POST", format!("{href}/succession"), item.clone()).await.status,
            409,
            "it takes over from no plan yet"
        );
        assert_eq!(
            ask("PUT", format!("{href}/predecessor"), json!({ "former": id })).await.status,
            422,
            "not from itself"
        );
        assert_eq!(ask("PUT", format!("{href}/predecessor"), json!({ "former": former })).await.status, 204);
        assert_eq!(ask("PUT", format!("{href}/predecessor"), json!({ "former": former })).await.status, 409);
        let nowhere =
            json!({ "from_kind": "part", "from": former_part, "outcome": "continued", "to_kind": "part", "to": "x" });
        assert_eq!(ask("POST", format!("{href}/succession"), nowhere).await.status, 422);
        let rows = ask("POST", format!("{href}/succession"), item).await;
        assert_eq!((rows.status.as_u16(), rows.json()[0]["to"].as_str()), (201, Some(part.as_str())), "{}", rows.text);

        let relation = json!({ "kind": "builds_on", "other": former, "note": "Se kapittel 2" });
        assert_eq!(ask("POST", format!("{href}/relations"), relation).await.status, 201);
        assert_eq!(ask("POST", format!("{href}/relations"), json!({ "kind": "x", "other": former })).await.status, 422);
        let relations = app.api(Some(&planner), "GET", &format!("{href}/relations"), None).await.json();
        assert!(relations.as_array().unwrap().iter().any(|one| one["kind"] == "builds_on"), "{relations}");

        let history = app.api(Some(&planner), "GET", &format!("{href}/history"), None).await.json();
        assert_eq!(
            (history[0]["action"].as_str(), history[0]["who"].as_str()),
            (Some("related"), Some("Petra Planlegger"))
        );
        let nurse = app.user("Nils Testnes", &[(Role::Staff, "ward")]);
        for (method, path, body) in [
            ("GET", format!("{href}/history"), None),
            ("PUT", format!("{former_href}/predecessor"), Some(json!({ "former": id }))),
            ("POST", format!("{href}/relations"), Some(json!({ "kind": "supports", "other": former }))),
        ] {
            let reply = app.api(Some(&nurse), method, &path, body).await;
            assert!(matches!(reply.status.as_u16(), 403 | 404), "{path}: {}", reply.status);
        }
    });
}

#[test]
fn a_stale_form_about_a_part_keeps_what_was_typed() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let made = app
            .post(
                Some(&planner),
                "/plans",
                &[("unit", &unit("trust").to_string()), ("kind", "strategy"), ("name", "Plan")],
            )
            .await;
        let href = made.location();
        assert_eq!(
            app.post(Some(&planner), &format!("{href}/parts"), &[("kind", "chapter"), ("name", "Mål")]).await.status,
            303
        );
        let parts = app.api(Some(&planner), "GET", &format!("/api/v1{href}/parts"), None).await.json();
        let path = format!("{href}/parts/{}", parts[0]["id"].as_str().unwrap());
        assert_eq!(app.post(Some(&planner), &path, &[("name", "Mål og midler"), ("version", "1")]).await.status, 303);
        let stale = app.post(Some(&planner), &path, &[("name", "Mål og mening"), ("version", "1")]).await;
        assert_eq!(stale.status, 409);
        for words in ["Petra Planlegger", "Mål og midler", "Mål og mening"] {
            assert!(stale.text.contains(words), "{words}");
        }
        assert!(stale.text.contains("name=\"version\" value=\"2\""), "saving again goes on from what stands there now");
        assert_eq!(app.post(Some(&planner), &path, &[("name", ""), ("version", "2")]).await.status, 422);
    });
}
