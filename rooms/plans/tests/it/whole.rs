//! The plan model as a whole: goals under parts, parts with parent and actor, what is taken out, the order, and
//! where targets are said.

use serde_json::{Value, json};
use varde_kernel::access::Role;
use varde_kernel::{ActorId, GoalId, PartId, PlanId};
use varde_plans::store;
use varde_testkit::{TestApp, User, unit};

use crate::plan_pages::{house, planner, run, says};

async fn send(app: &TestApp, user: &User, method: &str, path: &str, body: Value, expected: u16) -> Value {
    let reply = app.api(Some(user), method, path, (!body.is_null()).then_some(body)).await;
    assert_eq!(reply.status, expected, "{method} {path}: {}", reply.text);
    if reply.text.is_empty() { Value::Null } else { reply.json() }
}

/// A draft plan of the trust with two areas, and the paths of the plan on the pages and in the API.
async fn draft(app: &TestApp, planner: &User) -> (String, String, [String; 2]) {
    let trust = unit("trust").to_string();
    let tx = app.begin().await;
    varde_people::import::content::actors(&tx, crate::plans::ACTORS).await.unwrap();
    tx.commit().await.unwrap();
    let fields = [("name", "Egen plan"), ("kind", "action_plan"), ("unit", trust.as_str())];
    let page = app.post(Some(planner), "/plans", &fields).await.location().to_owned();
    let api = format!("/api/v1{page}");
    let mut areas = Vec::new();
    for name in ["Kultur", "Kunnskap"] {
        let body = json!({ "kind": "area", "name": name });
        let made = send(app, planner, "POST", &format!("{api}/parts"), body, 201).await;
        areas.push(made.pointer("/id").and_then(Value::as_str).unwrap().to_owned());
    }
    (page, api, areas.try_into().unwrap())
}

#[test]
fn a_goal_is_put_under_a_part_or_marked_as_overall_by_form_and_api() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let (page, _, [culture, other]) = draft(&app, &planner).await;
        let plan = page.trim_start_matches("/plans/");
        let form = app.get(Some(&planner), &format!("/goals/new?plan={plan}")).await;
        says(&form, &["Står under", "Kultur", "Overordnet mål"]);
        let fields = [("plan", plan), ("name", "Færre fall"), ("part", culture.as_str()), ("source_place", "Side 4")];
        let made = app.post(Some(&planner), "/goals", &fields).await.location().replace("/targets/new", "");
        says(&app.get(Some(&planner), &made).await, &["Står under", "Kultur", "Side 4"]);
        let id: GoalId = made.trim_start_matches("/goals/").parse().unwrap();
        let stands = async || store::goals::load(app.db(), id).await.unwrap().unwrap();

        // What a program does not know of stays; what it sends counts.
        let api = format!("/api/v1{made}");
        send(&app, &planner, "PUT", &api, json!({ "name": "Færre fall nå", "version": 1 }), 200).await;
        let goal = stands().await;
        assert_eq!(goal.part.map(|part| part.to_string()).as_deref(), Some(culture.as_str()));
        assert_eq!(goal.source.place.as_deref(), Some("Side 4"));
        let body = json!({ "name": "Færre fall", "version": 2, "part": other, "overall": true,
            "source": { "document": "d004", "place": "Mål" } });
        let shown = send(&app, &planner, "PUT", &api, body, 200).await;
        assert_eq!((&shown["overall"], &shown["source"]["document"]), (&json!(true), &json!("d004")));
        assert_eq!(stands().await.part.map(|part| part.to_string()).as_deref(), Some(other.as_str()));
        let none = json!({ "name": "Færre fall", "version": 3, "part": "", "overall": false });
        assert_eq!(send(&app, &planner, "PUT", &api, none, 200).await["overall"], json!(false));
        assert_eq!(stands().await.part, None);
        // A part of another plan is none of this plan's.
        let foreign = json!({ "name": "x", "version": 4, "part": PartId::from_code("nhp.a1").to_string() });
        send(&app, &planner, "PUT", &api, foreign, 422).await;
        let director = app.user("Dina Direktør", &[(Role::TopLeader, "trust"), (Role::Planner, "trust")]);
        says(&app.get(Some(&director), &format!("{made}/history")).await, &["Del av planen", "Kunnskap"]);
    });
}

#[test]
fn a_part_gets_a_parent_and_an_actor_and_is_taken_out_only_when_nothing_hangs_on_it() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let (page, api, [culture, other]) = draft(&app, &planner).await;
        let (hdir, place) = (ActorId::from_code("hdir").to_string(), format!("{page}/parts/{other}"));
        let fields = [
            ("name", "Kunnskap"),
            ("parent", culture.as_str()),
            ("actor", hdir.as_str()),
            ("source_document", "d004"),
            ("version", "1"),
        ];
        assert_eq!(app.post(Some(&planner), &place, &fields).await.status, 303);
        let parts = send(&app, &planner, "GET", &format!("{api}/parts"), Value::Null, 200).await;
        let below = parts.as_array().unwrap().iter().find(|part| part["id"] == other.as_str()).unwrap().clone();
        assert_eq!((&below["parent"], &below["actor"]), (&json!(culture), &json!(hdir)));
        assert_eq!(below["source"]["document"], "d004");
        // Nothing is put under what stands below it, and what is not sent stays.
        let ring = json!({ "name": "Kultur", "parent": other, "version": 1 });
        send(&app, &planner, "PUT", &format!("{api}/parts/{culture}"), ring, 422).await;
        let renamed = json!({ "name": "Ny kunnskap", "version": 2 });
        let kept = send(&app, &planner, "PUT", &format!("{api}/parts/{other}"), renamed, 200).await;
        assert_eq!(kept["parent"], json!(culture));

        let above = format!("{page}/parts/{culture}/remove");
        says(&app.get(Some(&planner), &above).await, &["kan ikke tas ut", "Andre deler som hører til den: 1"]);
        assert_eq!(app.post(Some(&planner), &above, &[("version", "1")]).await.status, 409);
        send(&app, &planner, "DELETE", &format!("{api}/parts/{culture}"), Value::Null, 409).await;
        says(&app.get(Some(&planner), &format!("{place}/remove")).await, &["Ta ut delen", "bare i historikken"]);
        assert_eq!(app.post(Some(&planner), &format!("{place}/remove"), &[("version", "2")]).await.status, 409);
        assert_eq!(app.post(Some(&planner), &format!("{place}/remove"), &[("version", "3")]).await.status, 303);
        send(&app, &planner, "DELETE", &format!("{api}/parts/{culture}"), Value::Null, 204).await;
        let left = send(&app, &planner, "GET", &format!("{api}/parts"), Value::Null, 200).await;
        assert_eq!(left, json!([]));
        says(&app.get(Some(&planner), &format!("{page}/history")).await, &["Del tatt ut", "Ny kunnskap"]);
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let area = PartId::from_code("nhp.a1");
        let path = format!("/plans/{}/parts/{area}/remove", PlanId::from_code("plan.nhp"));
        assert_eq!(app.get(Some(&nurse), &path).await.status, 403);
        let nation = app.user("Dina Direktør", &[(Role::Planner, "no")]);
        says(&app.get(Some(&nation), &path).await, &["Tiltak som står under den eller svarer på den: 3"]);
    });
}

#[test]
fn goals_parts_and_measures_are_moved_up_and_down_and_keep_their_order() {
    run(async {
        let app = house().await;
        let nation = app.user("Dina Direktør", &[(Role::Planner, "no")]);
        let plan = PlanId::from_code("plan.nhp");
        let path = format!("/plans/{plan}/order");
        let page = app.get(Some(&nation), &path).await;
        says(&page, &["Flytt opp", "Flytt ned", "Ledelse og kultur", "Tiltak: Ledelse og kultur"]);
        let names = async |of: &str| {
            let page = app.get(Some(&nation), &format!("/plans/{plan}/{of}")).await.text;
            move |name: &str| page.find(name).unwrap_or_else(|| panic!("{name} is not there"))
        };
        let (first, second) = ("Pasientsikkerhet i styringslinjen", "Arenaer for deling");
        let at = names("measures").await;
        assert!(at(first) < at(second));
        let m2 = varde_kernel::MeasureId::from_code("nhp.m2").to_string();
        let up = [("kind", "measure"), ("item", m2.as_str()), ("way", "up")];
        let moved = app.post(Some(&nation), &path, &up).await;
        assert_eq!(moved.location(), format!("{path}#item-{m2}"));
        let at = names("measures").await;
        assert!(at(second) < at(first), "the page tells the new order");
        assert_eq!(app.post(Some(&nation), &path, &up).await.status, 409, "it is the first already");

        let api = format!("/api/v1{path}");
        let goal = GoalId::from_code("nhp.g2").to_string();
        let shift = |kind: &str, item: &str, way: &str| json!({ "kind": kind, "item": item, "way": way });
        send(&app, &nation, "POST", &api, shift("goal", &goal, "up"), 204).await;
        let goals = store::goals::of_plan(app.db(), plan).await.unwrap();
        let single: Vec<_> = goals.iter().filter(|goal| !goal.overall).map(|goal| goal.code.clone().unwrap()).collect();
        assert_eq!(single[..2], ["nhp.g2", "nhp.g1"]);
        let area = PartId::from_code("nhp.a1").to_string();
        send(&app, &nation, "POST", &api, shift("part", &area, "down"), 204).await;
        let at = names("parts").await;
        assert!(at("Kompetanse") < at("Ledelse og kultur"));
        send(&app, &nation, "POST", &api, shift("part", &area, "sideways"), 422).await;
        send(&app, &nation, "POST", &api, shift("goal", &area, "up"), 404).await;
        says(&app.get(Some(&nation), &format!("/plans/{plan}/history")).await, &["Ny rekkefølge"]);
        // The order is the plan's own: it opens no version for its owners to approve.
        let versions = send(&app, &nation, "GET", &format!("/api/v1/plans/{plan}/versions"), Value::Null, 200).await;
        assert_eq!(versions, json!([]));
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        assert_eq!(app.get(Some(&nurse), &path).await.status, 403);
        send(&app, &nurse, "POST", &api, shift("goal", &goal, "down"), 403).await;
    });
}

#[test]
fn a_target_says_where_it_is_said() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let harm = GoalId::from_code("nhp.g1");
        let path = format!("/api/v1/goals/{harm}/targets");
        let known = send(&app, &planner, "GET", &path, Value::Null, 200).await;
        assert_eq!(known[0]["source"], json!({ "document": "d004", "place": "Tallfestede mål, Pasientskader" }));
        let page = app.get(Some(&planner), &format!("/goals/{harm}")).await;
        assert!(1 < page.text.matches("Tallfestede mål, Pasientskader").count(), "beside the target too");
        let trust = unit("trust").to_string();
        let fields = [("unit", trust.as_str()), ("name", "Eget mål"), ("open", "true")];
        let made = app.post(Some(&planner), "/goals", &fields).await.location().replace("/targets/new", "");
        says(&app.get(Some(&planner), &format!("{made}/targets/new")).await, &["Kilde: dokument"]);
        let target = [
            ("kind", "at_least"),
            ("value", "80"),
            ("by", "2030-12-31"),
            ("source_document", "Styresak 12"),
            ("source_place", "punkt 3"),
        ];
        assert_eq!(app.post(Some(&planner), &format!("{made}/targets"), &target).await.status, 303);
        says(&app.get(Some(&planner), &made).await, &["Styresak 12: punkt 3"]);
        let next = json!({ "kind": "at_least", "value": 90, "by": "2030-12-31", "valid_from": "2027-01-01",
            "reason": "Det går bedre", "source": { "document": "Styresak 14" } });
        let versions = send(&app, &planner, "POST", &format!("/api/v1{made}/targets"), next, 201).await;
        assert_eq!(versions[1]["source"]["document"], "Styresak 14");
        assert_eq!(versions[0]["source"]["place"], "punkt 3", "the former keeps its own");
    });
}

#[test]
fn a_program_reads_what_the_plans_pages_show() {
    run(async {
        let app = house().await;
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let nhp = format!("/api/v1/plans/{}", PlanId::from_code("plan.nhp"));
        let plan = send(&app, &nurse, "GET", &nhp, Value::Null, 200).await;
        assert_eq!(plan["commissioned_by"], ActorId::from_code("hod").to_string());
        assert_eq!(plan["source"]["document"], "d004");
        assert_eq!(plan["owner_note"]["en"], "Made together with user organisations, unions and the services");
        assert_eq!(plan["period_note"]["en"], "The text gives the years only");
        assert!(!plan["dates"].as_array().unwrap().is_empty(), "{plan}");
        let parts = send(&app, &nurse, "GET", &format!("{nhp}/parts"), Value::Null, 200).await;
        assert!(parts.as_array().unwrap().iter().all(|part| part["source"]["document"] == "d004"));

        let matrix = format!("/api/v1/plans/{}/matrix", PlanId::from_code("plan.rammeverk"));
        let cells = send(&app, &nurse, "GET", &matrix, Value::Null, 200).await;
        assert_eq!(cells.as_array().unwrap().len(), 6 * 5, "six instruments, five focus areas");
        send(&app, &nurse, "GET", &format!("{matrix}?level=heaven"), Value::Null, 422).await;
        assert_eq!(send(&app, &nurse, "GET", &format!("{nhp}/matrix"), Value::Null, 200).await, json!([]));

        // The one activity for which the text names an actor of its own.
        let activity = varde_kernel::ActivityId::from_code("nhp.m1.d");
        let read = send(&app, &nurse, "GET", &format!("/api/v1/activities/{activity}"), Value::Null, 200).await;
        assert_eq!(read["contributors"], json!([ActorId::from_code("fm").to_string()]));
    });
}
