//! What a unit makes of what comes from above: grounds of its own, focus areas, measures for goals, and
//! how it adds up.

use serde_json::json;
use varde_kernel::access::Role;
use varde_kernel::{GoalId, MeasureId, PartId, PlanId, Words};
use varde_measures::model::{Finding, FindingState, Links, Measure};
use varde_testkit::{TestApp, organisation, unit};

use crate::plan_pages::{house, planner, run, says};

/// A finding of the ward, and a measure of it.
async fn work(app: &TestApp) -> (varde_kernel::FindingId, MeasureId) {
    let tree = organisation();
    let console = TestApp::console();
    let tx = app.begin().await;
    let finding = Finding {
        id: tx.new_id().unwrap(),
        code: None,
        unit: unit("ward"),
        period: None,
        title: Words::plain("Fall på nattevakt"),
        judgement: "For få på vakt".into(),
        state: FindingState::Open,
        open: true,
        version: 1,
    };
    let finding = varde_measures::store::propose_finding(&console, &tree, finding).unwrap();
    varde_measures::store::insert_finding(&tx, &finding, &[]).await.unwrap();
    let mut measure = Measure::stated(tx.new_id().unwrap(), unit("ward"), Words::plain("Flere på natt"));
    measure.open = true;
    let measure = varde_measures::store::propose(&console, &tree, measure).unwrap();
    varde_measures::store::insert(&tx, &measure, &Links::default()).await.unwrap();
    tx.commit().await.unwrap();
    (finding.id, measure.id)
}

#[test]
fn a_choice_and_a_goal_rest_on_the_units_own_findings() {
    run(async {
        let app = house().await;
        let (finding, _) = work(&app).await;
        let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
        let (ward, finding) = (unit("ward").to_string(), finding.to_string());
        let goal = GoalId::from_code("nhp.g1");
        let choose = format!("/goals/{goal}/choose");
        let form = app.get(Some(&leader), &format!("{choose}?unit={ward}")).await;
        says(&form, &["Egne funn det bygger på", "Fall på nattevakt"]);
        let fields = [("unit", ward.as_str()), ("choice", "chosen"), ("ground", finding.as_str())];
        assert_eq!(app.post(Some(&leader), &choose, &fields).await.status, 303);
        let page = app.get(Some(&leader), &format!("/units/{ward}/goals")).await;
        says(&page, &["Bygger på", "Fall på nattevakt", &format!("/findings/{finding}")]);

        // A local target on the national indicator, with its own ground.
        let parent = goal.to_string();
        let fields = [
            ("unit", ward.as_str()),
            ("parent", parent.as_str()),
            ("name", "Færre fall her"),
            ("open", "true"),
            ("ground", finding.as_str()),
        ];
        let made = app.post(Some(&leader), "/goals", &fields).await;
        assert_eq!(made.status, 303, "{}", made.text);
        let own = made.location().replace("/targets/new", "");
        says(&app.get(Some(&leader), &own).await, &["Bygger på", "Fall på nattevakt"]);
        let form = app.get(Some(&leader), &format!("{own}/edit")).await;
        assert!(form.text.contains(&format!("value=\"{finding}\" checked")), "the ground stays ticked: {}", form.text);
        // Another unit's finding is no ground of one's own.
        let other = app.user("Tor Leder", &[(Role::UnitLeader, "ward2")]);
        let ward2 = unit("ward2").to_string();
        let fields = [("unit", ward2.as_str()), ("choice", "chosen"), ("ground", finding.as_str())];
        assert_eq!(app.post(Some(&other), &choose, &fields).await.status, 303);
        let page = app.get(Some(&other), &format!("/units/{ward2}/goals")).await;
        assert!(!page.text.contains("Fall på nattevakt"), "{}", page.text);
    });
}

#[test]
fn progress_below_a_national_goal_is_counted_with_its_denominator() {
    run(async {
        let app = house().await;
        let goal = GoalId::from_code("nhp.g1");
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        assert!(!app.get(Some(&nurse), &format!("/goals/{goal}")).await.text.contains("Hvordan det går lenger ned"));
        let planner = planner(&app);
        let trust = unit("trust").to_string();
        let parent = goal.to_string();
        let fields =
            [("unit", trust.as_str()), ("parent", parent.as_str()), ("name", "Færre skader hos oss"), ("open", "true")];
        assert_eq!(app.post(Some(&planner), "/goals", &fields).await.status, 303);
        let town = app.user("Ulla Ordfører", &[(Role::TopLeader, "town")]);
        let body = json!({ "unit": unit("town").to_string(), "choice": "left_out", "reason": "Ikke sykehus" });
        let choice = format!("/api/v1/goals/{goal}/choice");
        assert_eq!(app.api(Some(&town), "PUT", &choice, Some(body)).await.status, 204);
        // Two trusts and one municipality could take it up.
        let page = app.get(Some(&nurse), &format!("/goals/{goal}")).await;
        says(
            &page,
            &[
                "Hvordan det går lenger ned",
                "Av 3 enheter har 1 eget delmål, 0 arbeider med målet uten delmål, 1 har valgt det bort med en grunn, og 1 har ikke tatt stilling.",
                "Ett delmål:",
                "1/1",
            ],
        );
    });
}

#[test]
fn a_trust_without_a_measure_for_a_goal_is_listed_until_it_ties_one() {
    run(async {
        let app = house().await;
        let (_, measure) = work(&app).await;
        let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
        let trust = app.user("Tom Toppleder", &[(Role::TopLeader, "clinic")]);
        let goal = GoalId::from_code("nhp.g1");
        let gaps = format!("/units/{}/goals?gaps=1&as_of=2022-06-01", unit("clinic"));
        says(&app.get(Some(&trust), &gaps).await, &["2 av 2 har ikke noe tiltak for målet."]);
        let path = format!("/goals/{goal}/measures");
        says(&app.get(Some(&leader), &path).await, &["Flere på natt"]);
        let measure = measure.to_string();
        assert_eq!(app.post(Some(&leader), &path, &[("measure", &measure)]).await.status, 303);
        says(
            &app.get(Some(&leader), &format!("/goals/{goal}")).await,
            &["Flere på natt", "Knytt egne tiltak til målet"],
        );
        says(&app.get(Some(&trust), &gaps).await, &["1 av 2 har ikke noe tiltak for målet."]);
        let stranger = app.user("Ulv Utenfor", &[(Role::UnitLeader, "home")]);
        let api = format!("/api/v1/goals/{goal}/measures");
        let body = json!({ "measures": [measure] });
        assert_eq!(app.api(Some(&stranger), "PUT", &api, Some(body)).await.status, 422, "no measure of theirs");
        assert_eq!(app.api(Some(&stranger), "PUT", &api, Some(json!({ "measures": [] }))).await.status, 204);
        says(&app.get(Some(&leader), &format!("/goals/{goal}")).await, &["Flere på natt"]);
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        assert_eq!(app.get(Some(&nurse), &path).await.status, 403);
        assert_eq!(app.post(Some(&leader), &path, &[]).await.status, 303);
        assert!(!app.get(Some(&leader), &format!("/goals/{goal}")).await.text.contains("Flere på natt"));
    });
}

#[test]
fn a_local_plan_is_adopted_when_what_it_leaves_out_has_a_stated_ground() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let trust = unit("trust").to_string();
        let areas = format!("/units/{trust}/goals");
        says(&app.get(Some(&planner), &areas).await, &["Innsatsområder ovenfra", "4 områder har verken"]);
        let page = app.get(Some(&planner), &areas).await;
        assert!(
            !page.text.contains("Kommunal helse- og omsorgstjeneste"),
            "a trust is not asked about the municipalities"
        );
        let asked = format!("/api/v1{areas}").replace("/goals", "/focus-areas");
        let told = app.api(Some(&planner), "GET", &asked, None).await.json();
        let first = told[0]["area"].as_str().unwrap().to_owned();
        assert_eq!((told[0]["open"].as_bool(), told[0]["choice"].as_str()), (Some(true), None));
        // One is chosen, with a word; leaving out without a word is refused.
        let choose = format!("/areas/{first}/choose");
        let silent = [("unit", trust.as_str()), ("choice", "left_out")];
        assert_eq!(app.post(Some(&planner), &choose, &silent).await.status, 422);
        let chosen = [("unit", trust.as_str()), ("choice", "chosen"), ("reason", "Vårt største problem")];
        assert_eq!(app.post(Some(&planner), &choose, &chosen).await.status, 303);
        says(&app.get(Some(&planner), &areas).await, &["Vårt største problem", "3 områder har verken"]);

        let made = app
            .post(
                Some(&planner),
                "/plans",
                &[
                    ("unit", &trust),
                    ("kind", "development_plan"),
                    ("name", "Utviklingsplan"),
                    ("target_group", "Alle"),
                    ("from", "2027-01-01"),
                    ("to", "2030-12-31"),
                ],
            )
            .await;
        let href = made.location().to_owned();
        assert_eq!(app.post(Some(&planner), &format!("{href}/submit"), &[]).await.status, 303);
        let approve = format!("{href}/approve");
        let asked = app.post(Some(&planner), &approve, &[("unit", &trust)]).await;
        assert_eq!(asked.status, 422);
        for words in ["arbeider ikke med 3 av innsatsområdene", "Planen kan godkjennes", "areas_reason"] {
            assert!(asked.text.contains(words), "{words}: {}", asked.text);
        }
        let api = format!("/api/v1{approve}");
        assert_eq!(app.api(Some(&planner), "POST", &api, Some(json!({ "unit": trust }))).await.status, 422);
        let empty = [("unit", trust.as_str()), ("areas_reason", "")];
        let refused = app.post(Some(&planner), &approve, &empty).await;
        assert!(refused.text.contains("Skriv hvorfor disse områdene er valgt bort."), "{}", refused.text);
        let good = [("unit", trust.as_str()), ("areas_reason", "Vi tar dem i neste periode")];
        let adopted = app.post(Some(&planner), &approve, &good).await;
        assert_eq!(adopted.status, 303, "{}", adopted.text);
        says(&app.get(Some(&planner), &href).await, &["Vedtatt"]);
        let page = app.get(Some(&planner), &areas).await;
        assert_eq!(page.text.matches("Vi tar dem i neste periode").count(), 3);
        assert!(!page.text.contains("har verken arbeid"), "each area is answered now");
        let id: PartId = first.parse().unwrap();
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let body = json!({ "unit": trust, "choice": "chosen" });
        let path = format!("/api/v1/focus-areas/{id}/choice");
        assert_eq!(app.api(Some(&nurse), "PUT", &path, Some(body)).await.status, 403);
    });
}

#[test]
fn a_plan_from_a_template_is_adopted_when_its_chapters_are_written() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let trust = unit("trust").to_string();
        let fields = [("unit", trust.as_str()), ("kind", "template"), ("name", "Felles mal"), ("open", "true")];
        let template = app.post(Some(&planner), "/plans", &fields).await.location().to_owned();
        for n in 1..=8 {
            let name = format!("Kapittel {n}");
            let part =
                [("kind", "chapter"), ("name", name.as_str()), ("text", "Si hva dere vil"), ("mandatory", "true")];
            assert_eq!(app.post(Some(&planner), &format!("{template}/parts"), &part).await.status, 303);
        }
        says(&app.get(Some(&planner), "/plans/new").await, &["Lag planen etter en mal", "Felles mal"]);
        let id = template.trim_start_matches("/plans/").to_owned();
        let body = json!({ "unit": trust, "kind": "strategy", "name": "Vår strategi", "template": id,
            "target_group": "Alle", "from": "2027-01-01", "to": "2030-12-31" });
        let made = app.api(Some(&planner), "POST", "/api/v1/plans", Some(body)).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let href = format!("/plans/{}", made.json()["id"].as_str().unwrap());
        let parts = app.api(Some(&planner), "GET", &format!("/api/v1{href}/parts"), None).await.json();
        let parts = parts.as_array().unwrap().clone();
        assert_eq!(parts.len(), 8);
        let part = |n: usize| format!("{href}/parts/{}", parts[n]["id"].as_str().unwrap());
        says(&app.get(Some(&planner), &part(0)).await, &["Hva malen sier om kapittelet", "Si hva dere vil"]);
        for (n, one) in parts.iter().enumerate().skip(2) {
            let fields = [
                ("name", one["name"]["nb"].as_str().unwrap()),
                ("text", "Skrevet"),
                ("mandatory", "true"),
                ("version", "1"),
            ];
            assert_eq!(app.post(Some(&planner), &part(n), &fields).await.status, 303);
        }
        let page = app.get(Some(&planner), &href).await;
        says(&page, &["Tomme kapitler:", "Kapittel 1, Kapittel 2"]);
        assert_eq!(app.post(Some(&planner), &format!("{href}/submit"), &[]).await.status, 409);
        for n in 0..2 {
            let name = format!("Kapittel {}", n + 1);
            let fields = [("name", name.as_str()), ("text", "Skrevet"), ("mandatory", "true"), ("version", "1")];
            assert_eq!(app.post(Some(&planner), &part(n), &fields).await.status, 303);
        }
        assert_eq!(app.post(Some(&planner), &format!("{href}/submit"), &[]).await.status, 303);
        let unknown = json!({ "unit": trust, "kind": "strategy", "name": "X", "template": PlanId::from_code("plan.nhp").to_string() });
        assert_eq!(app.api(Some(&planner), "POST", "/api/v1/plans", Some(unknown)).await.status, 422, "no template");
    });
}

#[test]
fn open_measures_of_the_plan_before_are_carried_over_one_by_one() {
    run(async {
        let app = house().await;
        let (_, measure) = work(&app).await;
        let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust"), (Role::TopLeader, "trust")]);
        let (trust, measure) = (unit("trust").to_string(), measure.to_string());
        let mut plans = Vec::new();
        for name in ["Første plan", "Andre plan"] {
            let fields = [
                ("unit", trust.as_str()),
                ("kind", "action_plan"),
                ("name", name),
                ("target_group", "Alle"),
                ("from", "2027-01-01"),
                ("to", "2030-12-31"),
            ];
            plans.push(app.post(Some(&planner), "/plans", &fields).await.location().to_owned());
        }
        let [first, second] = [&plans[0], &plans[1]];
        // A measure is put into the plan, and stands in it.
        says(&app.get(Some(&planner), &format!("{first}/measures/new")).await, &["Flere på natt"]);
        let place = format!("{first}/measures");
        assert_eq!(app.post(Some(&planner), &place, &[("measure", &measure)]).await.status, 303);
        assert_eq!(app.post(Some(&planner), &place, &[("measure", "x")]).await.status, 422);
        says(&app.get(Some(&planner), &place).await, &["Flere på natt"]);
        let former = first.trim_start_matches("/plans/").to_owned();
        let succession = format!("{second}/succession");
        assert_eq!(app.post(Some(&planner), &succession, &[("former", &former)]).await.status, 303);
        says(
            &app.get(Some(&planner), &succession).await,
            &["Åpne tiltak fra planen før", "Flere på natt", "Ta med videre"],
        );
        for step in ["submit", "approve"] {
            let done = app.post(Some(&planner), &format!("{second}/{step}"), &[("unit", &trust)]).await;
            assert_eq!(done.status, 303, "{step}: {}", done.text);
        }
        says(&app.get(Some(&planner), "/work").await, &["Ta stilling til åpne tiltak fra planen før"]);
        let carry = format!("{succession}/carry");
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        assert_eq!(app.post(Some(&nurse), &carry, &[("measure", &measure)]).await.status, 403);
        assert_eq!(app.post(Some(&planner), &carry, &[("measure", &measure)]).await.status, 303);
        let page = app.get(Some(&planner), &succession).await;
        assert!(!page.text.contains("Åpne tiltak fra planen før"), "{}", page.text);
        says(&app.get(Some(&planner), &format!("{second}/measures")).await, &["Flere på natt"]);
        // It stands in both plans, and tells so itself.
        says(&app.get(Some(&planner), &place).await, &["Flere på natt"]);
        says(&app.get(Some(&planner), &format!("/measures/{measure}")).await, &["Første plan", "Andre plan"]);
        let again = json!({ "measure": measure });
        assert_eq!(app.api(Some(&planner), "POST", &format!("/api/v1{carry}"), Some(again)).await.status, 404);
        let out = format!("/api/v1{second}/measures/{measure}");
        assert_eq!(app.api(Some(&planner), "DELETE", &out, None).await.status, 204);
        assert_eq!(app.api(Some(&planner), "DELETE", &out, None).await.status, 404);
    });
}

#[test]
fn measures_stand_beside_the_goals_they_serve() {
    run(async {
        let app = house().await;
        let (_, measure) = work(&app).await;
        let planner = planner(&app);
        let (trust, measure) = (unit("trust").to_string(), measure.to_string());
        let fields =
            [("unit", trust.as_str()), ("kind", "action_plan"), ("name", "Gjennomføringsplan"), ("open", "true")];
        let href = app.post(Some(&planner), "/plans", &fields).await.location().to_owned();
        let id = href.trim_start_matches("/plans/").to_owned();
        let indicator = varde_kernel::IndicatorId::from_code("ind.gtt.harm").to_string();
        let goal = json!({ "plan": id, "name": "Færre skader", "indicator": indicator, "direction": "down" });
        let goal = app.api(Some(&planner), "POST", "/api/v1/goals", Some(goal)).await.json();
        let goal = format!("/api/v1/goals/{}", goal["id"].as_str().unwrap());
        let target = json!({ "kind": "at_most", "value": 10.0, "by": "2027-12-31" });
        assert_eq!(app.api(Some(&planner), "POST", &format!("{goal}/targets"), Some(target)).await.status, 201);
        let place = json!({ "measure": measure });
        let put = app.api(Some(&planner), "PUT", &format!("/api/v1{href}/measures"), Some(place)).await;
        assert_eq!(put.status, 204, "{}", put.text);
        let tx = app.begin().await;
        let sql = "update measure set effect_indicator = $2 where id = $1";
        let ids: (MeasureId, varde_kernel::IndicatorId) = (measure.parse().unwrap(), indicator.parse().unwrap());
        tx.run(sql, varde_store::values![ids.0, ids.1]).await.unwrap();
        let goal_id: GoalId = goal.trim_start_matches("/api/v1/goals/").parse().unwrap();
        varde_plans::store::goals::put_measure(&tx, goal_id, ids.0).await.unwrap();
        tx.commit().await.unwrap();
        let page = app.get(Some(&planner), &format!("{href}/measures")).await;
        says(&page, &["Tiltakene ved siden av målene", "Færre skader", "Venter på verdi", "Flere på natt"]);
        let status = app.api(Some(&planner), "GET", &format!("/api/v1{href}/status"), None).await.json();
        assert_eq!(status["measures"][0]["goals"][0]["state"], "awaits_value", "{status}");
        assert!(status["measures"][0]["indicator"].is_string());
        let text = app.get(Some(&planner), &format!("{href}/status?format=text")).await;
        assert!(text.text.contains("Færre skader [Venter på verdi]"), "{}", text.text);
        // Once there are values, they stand beside the measure: the goal's own, and the ward's on the indicator.
        let tx = app.begin().await;
        let value = |code: &str, unit: &str, value: &str| {
            format!(
                "  - {{code: {code}, indicator: ind.gtt.harm, metric: {{nb: a, nn: a, en: a}}, unit_of_organisation: {unit}, \
                 period: \"2025\", value: {value}, unit: percent, approximate: false, source: {{document: d004}}}}\n"
            )
        };
        let content = format!("values:\n{}{}", value("b.trust", "trust", "9.25"), value("b.ward", "ward", "8.5"));
        varde_indicators::import::content::values(&tx, &organisation(), &content).await.unwrap();
        tx.commit().await.unwrap();
        let page = app.get(Some(&planner), &format!("{href}/measures")).await;
        says(&page, &["Færre skader", "9,2\u{a0}%", "8,5\u{a0}%"]);
        let status = app.api(Some(&planner), "GET", &format!("/api/v1{href}/status"), None).await.json();
        let told = &status["measures"][0];
        assert_eq!((&told["goals"][0]["value"], &told["goals"][0]["period"]), (&json!(9.25), &json!("2025")), "{told}");
        assert_eq!((&told["indicator_value"], &told["indicator_period"]), (&json!(8.5), &json!("2025")), "{told}");
    });
}

#[test]
fn the_matrix_shows_empty_cells_and_each_count_opens_its_list() {
    run(async {
        let app = house().await;
        let (_, measure) = work(&app).await;
        let planner = planner(&app);
        let plan = PlanId::from_code("plan.rammeverk");
        let parts = app.api(Some(&planner), "GET", &format!("/api/v1/plans/{plan}/parts"), None).await.json();
        let first = |kind: &str| {
            let all = parts.as_array().unwrap();
            all.iter().find(|part| part["kind"] == kind).unwrap()["id"].as_str().unwrap().to_owned()
        };
        // The documents' own measures are tagged too; nothing of theirs is about the second area.
        let (instrument, area) = (first("instrument"), PartId::from_code("rv.f2").to_string());
        let path = format!("/plans/{plan}/matrix");
        let before = app.get(Some(&planner), &path).await;
        let empty = before.text.matches(">ingen<").count();
        assert!(0 < empty, "{}", before.text);
        let tx = app.begin().await;
        for part in [&instrument, &area] {
            let part: PartId = part.parse().unwrap();
            tx.run(
                "insert into measure_tag (measure_id, part_id) values ($1, $2)",
                varde_store::values![measure, part],
            )
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
        let page = app.get(Some(&planner), &path).await;
        assert_eq!(page.text.matches(">ingen<").count(), empty - 1);
        let href = format!("/measures?tag={instrument}&amp;tag2={area}");
        assert!(page.text.contains(&href), "{}", page.text);
        let list = app.get(Some(&planner), &href.replace("&amp;", "&")).await;
        assert!(list.text.contains("Flere på natt"), "{}", list.text);
        let other = first("instrument").replace(&instrument, &first("focus_area"));
        let none = app.get(Some(&planner), &format!("/measures?tag={instrument}&tag2={other}&level=municipal")).await;
        assert!(!none.text.contains("Flere på natt"), "a ward is no municipality");
        let specialist = app.get(Some(&planner), &format!("{path}?level=specialist")).await;
        assert!(specialist.text.contains("&amp;level=specialist"), "{}", specialist.text);
        let municipal = app.get(Some(&planner), &format!("{path}?level=municipal")).await;
        assert!(!municipal.text.contains("&amp;level=municipal\""), "nothing is counted there");
    });
}

#[test]
fn each_thing_stands_in_one_phase_of_the_cycle() {
    run(async {
        let app = house().await;
        work(&app).await;
        let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
        let ward = unit("ward").to_string();
        let fields = [("unit", ward.as_str()), ("name", "Færre fall"), ("open", "true")];
        assert_eq!(app.post(Some(&leader), "/goals", &fields).await.status, 303);
        let path = format!("/units/{ward}/cycle");
        let page = app.get(Some(&leader), &path).await;
        says(&page, &["Planlegge", "Færre fall", "Flere på natt", "Fall på nattevakt"]);
        says(&page, &["Syklusen for Testenhet ward</h1>", &format!("href=\"{path}\" aria-current=\"page\"")]);
        let (_, grid) = page.text.split_once("<div class=\"grid\">").unwrap();
        assert_eq!(grid.matches("<section class=\"ds-card\">").count(), 4, "a card for each phase: {grid}");
        assert!(grid.starts_with("<section"), "nothing lies loose beside the cards: {grid}");
        let told = app.api(Some(&leader), "GET", &format!("/api/v1{path}"), None).await.json();
        let phase = |name: &str| {
            let of: Vec<_> = told.as_array().unwrap().iter().filter(|one| one["name"] == name).collect();
            assert_eq!(of.len(), 1, "{name}");
            of[0]["phase"].as_str().unwrap().to_owned()
        };
        assert_eq!(phase("Færre fall"), "plan");
        assert_eq!(phase("Flere på natt"), "plan");
        assert_eq!(phase("Fall på nattevakt"), "evaluate");
        says(&app.get(Some(&leader), &format!("/units/{ward}/wheel")).await, &["/cycle"]);
    });
}
