//! What a newcomer reads of the plans that the documents print: in which order, who owes what, what drives what,
//! and what is not known.

use varde_kernel::access::{Kind, Role};
use varde_kernel::{GoalId, PartId, PlanId, UnitId};
use varde_plans::{import, store};
use varde_testkit::{TestApp, on_both};

use crate::plan_pages::{house, run, says};
use crate::plans::{FRAMEWORK, PLAN, begin, day, facts, load, tables};

const DIAGNOSTICS: &str = include_str!("../../../../content/plans/diagnostikk.yaml");

fn nurse(app: &TestApp) -> varde_testkit::User {
    app.user("Nora Sykepleier", &[(Role::Staff, "ward")])
}

#[test]
fn measures_are_told_in_the_plans_own_order() {
    on_both(tables(), |db| async move {
        let tree = varde_testkit::organisation();
        let tx = begin(&db).await;
        facts(&tx, &tree).await;
        tx.commit().await.unwrap();
        for (code, n) in [("plan.diagnostikk", 27), ("plan.rammeverk", 16), ("plan.akutt", 15)] {
            let plan = varde_plans::status::find(&db, code).await.unwrap().unwrap();
            let sight = varde_indicators::Sight::Whole;
            let found = varde_plans::status::load(&db, &sight, &tree, plan, (day("2026-11-22"), day("2026-11-22")))
                .await
                .unwrap();
            let numbers: Vec<Option<i64>> = found.measures.iter().map(|measure| measure.number).collect();
            // The parts stand in the order of the numbers, and so do the measures under each.
            assert_eq!(numbers, (1..=n).map(Some).collect::<Vec<_>>(), "{code}");
        }
    });
}

#[test]
fn tags_are_given_and_those_read_into_the_text_are_marked() {
    on_both(tables(), |db| async move {
        let tree = varde_testkit::organisation();
        let tx = begin(&db).await;
        facts(&tx, &tree).await;
        for _ in 0..2 {
            import::content_tags(&tx, FRAMEWORK).await.unwrap();
            assert_eq!(import::content_tags(&tx, PLAN).await.unwrap(), 8);
        }
        let wrong = "goals: [{code: nhp.g1, tags: [rv.f9]}]";
        assert!(import::content_tags(&tx, wrong).await.unwrap_err().to_string().contains("rv.f9"));
        tx.commit().await.unwrap();
        let (goal, area) = (GoalId::from_code("nhp.g7"), PartId::from_code("rv.f4"));
        assert_eq!(store::tags::of(&db, Kind::Goal.name(), goal).await.unwrap(), [area]);
        assert_eq!(store::tags::inferred_of(&db, Kind::Goal.name(), goal).await.unwrap(), [area]);
        let measure = varde_kernel::MeasureId::from_code("rv.c7");
        let said = varde_measures::store::links_of(&db, measure).await.unwrap().tags;
        let inferred = varde_measures::store::inferred_tags_of(&db, measure).await.unwrap();
        assert_eq!((said.len(), inferred), (2, vec![PartId::from_code("rv.f1")]));
    });
}

#[test]
fn a_unit_is_made_up_when_the_organisation_says_so() {
    on_both(tables(), |db| async move {
        let tx = begin(&db).await;
        let unit = |code: &str, parent: &str, more: &str| {
            format!(
                "{{code: {code}, kind: other, name: {{nb: {code}}}, parent: {parent}, valid_from: \"2020-01-01\"{more}}}"
            )
        };
        let yaml = format!(
            "units: [{}, {}, {}]",
            unit("top", "null", ""),
            unit("made", "top", ", synthetic: true"),
            unit("ward", "made", "")
        );
        varde_people::import::content::organisation(&tx, &yaml).await.unwrap();
        tx.commit().await.unwrap();
        let tree = varde_people::tree(&db, day("2026-11-22")).await.unwrap();
        let made_up = ["top", "made", "ward"].map(|code| tree.is_synthetic(UnitId::from_code(code)));
        assert_eq!(made_up, [false, true, true]);
        let say = varde_web::voice(&[], varde_kernel::Locale::Nb, jiff::tz::TimeZone::UTC);
        let told = |code| varde_web::told_unit(&say, &tree, UnitId::from_code(code));
        assert_eq!((told("top").as_str(), told("ward").as_str()), ("top", "ward (syntetisk)"));
    });
}

#[test]
fn the_list_says_who_owes_what_and_what_only_the_plan_has_said() {
    run(async {
        let app = house().await;
        let nurse = nurse(&app);
        let page = app.get(Some(&nurse), &format!("/plans/{}/measures", PlanId::from_code("plan.nhp"))).await;
        says(&page, &[">Ansvarlig<", "4 aktiviteter, 2 oppgitt som pågående i planen (2019). Ingen status meldt."]);
        assert!(!page.text.contains("0 av 4"), "{}", page.text);
        let measure = varde_kernel::MeasureId::from_code("nhp.m1");
        let one = app.get(Some(&nurse), &format!("/measures/{measure}")).await;
        says(
            &one,
            &[
                "Oppgitt som pågående i planen (2019). Ingen status meldt.",
                "Oppgitt som ny i planen (2019). Ingen status meldt.",
            ],
        );
    });
}

#[test]
fn the_lead_answers_for_a_measure_until_a_person_does() {
    on_both(tables(), |db| async move {
        let tree = load(&db).await;
        let plan = varde_plans::status::find(&db, "plan.nhp").await.unwrap().unwrap();
        let sight = varde_indicators::Sight::Whole;
        let mut found =
            varde_plans::status::load(&db, &sight, &tree, plan, (day("2026-11-22"), day("2026-11-22"))).await.unwrap();
        let rooms = [varde_measures::room(), varde_plans::room()];
        let say = varde_web::voice(&rooms, varde_kernel::Locale::Nb, jiff::tz::TimeZone::UTC);
        let text = varde_plans::status::text(&found, &tree, &say);
        assert!(text.contains("– Helsedirektoratet – Ansvarlig: Helse- og omsorgsdepartementet"), "{text}");
        for measure in &mut found.measures {
            measure.owner = Some("Kari Leder".to_owned());
        }
        let text = varde_plans::status::text(&found, &tree, &say);
        assert_eq!(text.matches("Ansvarlig: Kari Leder").count(), 7, "{text}");
    });
}

#[test]
fn a_diagram_shows_what_the_plan_ties_and_says_what_it_does_not() {
    run(async {
        let app = house().await;
        let nurse = nurse(&app);
        let diagram =
            async |code: &str| app.get(Some(&nurse), &format!("/plans/{}/diagram", PlanId::from_code(code))).await;
        let report = diagram("plan.diagnostikk").await;
        says(&report, &["Beholde og rekruttere", "Målene i planen", "Planen sier ikke hvilke tiltak", "27 tiltak"]);
        assert!(!report.text.contains("id=\"loose\""), "each measure stands in a chapter");
        let framework = diagram("plan.rammeverk").await;
        says(&framework, &["Sikkerhetsarbeidet nasjonalt", "Uten tiltak i planen", "Pasientoverganger"]);
        // Leadership is what four of its commitments are about, though none stands under it.
        says(&framework, &["Merket på tiltakene", "Ledelse</a>: 4 tiltak"]);
        // What drives what is the plan's own word here, and there is nothing to explain.
        let action = diagram("plan.nhp").await;
        says(&action, &["Nasjonale satsinger", "3 mål øverst, 7 tiltak nederst"]);
        assert!(!action.text.contains("id=\"untied\""));
        says(&diagram("plan.kreft").await, &["Ingenting å tegne"]);
    });
}

#[test]
fn nobodys_approval_is_made_up() {
    run(async {
        let app = house().await;
        let nurse = nurse(&app);
        let acute = PlanId::from_code("plan.akutt");
        let page = app.get(Some(&nurse), &format!("/plans/{acute}")).await;
        says(&page, &["Ikke kjent om den er vedtatt", "Ikke oppgitt"]);
        assert!(!page.text.contains(">Vedtatt<"), "{}", page.text);
        says(
            &app.get(Some(&nurse), "/plans?q=akuttmedisinske").await,
            &["Ikke kjent om den er vedtatt", "Ikke oppgitt"],
        );
        let adopted = app.get(Some(&nurse), "/plans?state=adopted").await;
        assert!(!adopted.text.contains(&acute.to_string()), "{}", adopted.text);
        let file = app.get(Some(&nurse), &format!("/plans/{acute}/status?format=json")).await;
        assert_eq!(file.json()["state"], "unknown");
    });
}

#[test]
fn parts_stand_under_what_they_belong_to() {
    run(async {
        let app = house().await;
        let framework = PlanId::from_code("plan.rammeverk");
        let director = app.user("Dina Direktør", &[(Role::TopLeader, "no"), (Role::Planner, "no")]);
        let page = app.get(Some(&director), &format!("/plans/{framework}/parts")).await;
        says(&page, &["Sikkerhetsarbeidet nasjonalt", "Gjelder kommunale helse- og omsorgstjenester", "Endre delene"]);
        let at = |words: &str| page.text.find(words).unwrap_or_else(|| panic!("{words}"));
        assert!(at("Implementeringsforskning") < at("Nivåer der atferd må endres"));
        assert!(
            at("Nivåer der atferd må endres") < at("Den enkelte") && at("Den enkelte") < at("Forbedringskompetanse")
        );
        for words in ["Kvalitetsdimensjoner", "Overskrifter", "Grupper", "Endre delen<"] {
            assert!(!page.text.contains(words), "{words}");
        }
        let changing = app.get(Some(&director), &format!("/plans/{framework}/parts?change=1")).await;
        says(&changing, &["Endre delen<span class=\"ds-sr-only\">: Ledelse"]);
        // The overview begins with what the framework wants and where it puts its weight.
        let overview = app.get(Some(&director), &format!("/plans/{framework}")).await;
        let at = |words: &str| overview.text.find(words).unwrap_or_else(|| panic!("{words}"));
        assert!(at("Visjon") < at("id=\"focus_area\"") && at("id=\"focus_area\"") < at("id=\"instrument\""));
        assert!(at("id=\"instrument\"") < at("id=\"goals\"") && at("id=\"goals\"") < at("id=\"run\""));
        assert!(!overview.text.contains("/alternatives\"") || overview.text.contains("/edit\""));
    });
}

#[test]
fn a_goal_is_told_with_what_lies_near_it() {
    run(async {
        let app = house().await;
        let nurse = nurse(&app);
        let page = app.get(Some(&nurse), &format!("/goals/{}", GoalId::from_code("nhp.g1"))).await;
        let overall = GoalId::from_code("nhp.o1").to_string();
        let related = GoalId::from_code("rv.g1").to_string();
        says(
            &page,
            &[
                "Planen sier ikke hvilke av tiltakene",
                "Ledelse og kultur",
                "Andre mål på samme indikator",
                &overall,
                &related,
            ],
        );
        let above = app.get(Some(&nurse), &format!("/goals/{overall}")).await;
        says(&above, &["Andelen sykehusopphold med minst én pasientskade"]);
        assert!(!above.text.contains("0 av"), "a plan's own goals are no unit's answer: {}", above.text);
    });
}

#[test]
fn the_printed_votes_come_first_and_what_nobody_voted_for_was_turned_down() {
    run(async {
        let app = house().await;
        let tx = app.begin().await;
        import::content_alternatives(&tx, DIAGNOSTICS).await.unwrap();
        tx.commit().await.unwrap();
        let nurse = nurse(&app);
        let page =
            app.get(Some(&nurse), &format!("/plans/{}/alternatives", PlanId::from_code("plan.diagnostikk"))).await;
        says(
            &page,
            &[
                "Arbeidsgruppen: 10 for alternativ 1, 4 for alternativ 2",
                "Alternativ 0: Dagens situasjon ble forkastet: ingen stemte for det.",
                "role=\"columnheader\">Alternativ 1: Samarbeidsmodellen",
            ],
        );
        assert!(!page.text.contains("0 stemmer her"), "{}", page.text);
    });
}

#[test]
fn an_alternative_is_found_by_whoever_may_find_its_plan() {
    run(async {
        let app = house().await;
        let stranger = app.user("Ulv Utenfor", &[(Role::TopLeader, "town")]);
        let plan = PlanId::from_code("plan.diagnostikk");
        for open in [true, false] {
            let tx = app.begin().await;
            tx.run("update plan set open = $1 where id = $2", varde_store::values![open, plan]).await.unwrap();
            import::content_alternatives(&tx, DIAGNOSTICS).await.unwrap();
            tx.commit().await.unwrap();
            let found = app.get(Some(&stranger), "/search?q=samarbeidsmodellen").await;
            let href = format!("/plans/{plan}/alternatives");
            assert_eq!(found.text.contains(&href), open, "{}", found.text);
        }
    });
}
