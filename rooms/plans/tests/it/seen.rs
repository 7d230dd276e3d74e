//! What people of other organisations do not get to see, and what nobody changes any more.

use serde_json::json;
use varde_indicators::store::{self as series, Recording, Slot};
use varde_indicators::{Policy, Sight};
use varde_kernel::access::{Action, Author, Role, System};
use varde_kernel::{GoalId, IndicatorId, PlanId, RoundId};
use varde_store::{Insert, Read, values};
use varde_testkit::{TestApp, User, organisation, unit};

use crate::followup::{house, measure, plan, run};

fn planner(app: &TestApp) -> User {
    app.user("Petra Planlegger", &[(Role::Planner, "trust"), (Role::TopLeader, "trust")])
}

/// Someone with every say in a municipality, and none in the trust.
fn outsider(app: &TestApp) -> User {
    app.user("Ulv Utenfor", &[(Role::Planner, "town"), (Role::TopLeader, "town")])
}

/// A plan that the trust has not shown to anyone.
async fn hidden_plan(app: &TestApp, planner: &User) -> String {
    let trust = unit("trust").to_string();
    let fields = [("name", "Skjult omlegging"), ("kind", "unit_plan"), ("unit", trust.as_str())];
    let reply = app.post(Some(planner), "/plans", &fields).await;
    assert_eq!(reply.status, 303, "{}", reply.text);
    reply.location().to_owned()
}

async fn does_not_say(app: &TestApp, user: &User, paths: &[&str], words: &str) {
    for path in paths {
        let reply = app.get(Some(user), path).await;
        assert!(!reply.text.contains(words), "{path} tells {words:?}");
    }
}

#[test]
fn a_round_is_listed_to_those_who_may_see_its_plan() {
    run(async {
        let app = house().await;
        let (planner, outsider) = (planner(&app), outsider(&app));
        let hidden = hidden_plan(&app, &planner).await;
        let id: PlanId = hidden.trim_start_matches("/plans/").parse().unwrap();
        let tx = app.begin().await;
        Insert::into("status_round")
            .set("id", RoundId::from_code("hidden"))
            .set("plan_id", id)
            .set("unit_id", unit("trust"))
            .set("name", "Runde om nedleggelse")
            .set("opens", "2026-11-01")
            .set("due", "2026-12-01")
            .set("state", "open")
            .set("opened_at", tx.now())
            .set("version", 1)
            .run(&tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let lists = ["/rounds", "/rounds?state=open", "/api/v1/rounds"];
        does_not_say(&app, &outsider, &lists, "Runde om nedleggelse").await;
        does_not_say(&app, &outsider, &lists, "Skjult omlegging").await;
        for path in lists {
            assert!(app.get(Some(&planner), path).await.text.contains("Runde om nedleggelse"), "{path}");
        }
    });
}

#[test]
fn a_draft_is_not_told_of_by_the_plans_around_it() {
    run(async {
        let app = house().await;
        let (planner, outsider) = (planner(&app), outsider(&app));
        let (open, hidden) = (format!("/plans/{}", plan()), hidden_plan(&app, &planner).await);
        let (open_id, hidden_id) = (plan().to_string(), hidden.trim_start_matches("/plans/").to_owned());
        let related = [("kind", "builds_on"), ("other", hidden_id.as_str())];
        let reply = app.post(Some(&planner), &format!("{open}/relations"), &related).await;
        assert_eq!(reply.status, 303, "{}", reply.text);
        let reply = app.post(Some(&planner), &format!("{hidden}/succession"), &[("former", &open_id)]).await;
        assert_eq!(reply.status, 303, "{}", reply.text);
        let ended = format!("part:{}", crate::followup::part("k1"));
        let became = [("from", ended.as_str()), ("outcome", "ended"), ("note", "Utgår i stillhet")];
        let reply = app.post(Some(&planner), &format!("{hidden}/succession"), &became).await;
        assert_eq!(reply.status, 303, "{}", reply.text);

        let (relations, succession) = (format!("{open}/relations"), format!("{open}/succession"));
        let api = format!("/api/v1/plans/{open_id}/succession");
        let pages = [open.as_str(), &relations, &succession, &api];
        does_not_say(&app, &outsider, &pages, "Skjult omlegging").await;
        does_not_say(&app, &outsider, &pages, "Utgår i stillhet").await;
        assert!(app.get(Some(&planner), &relations).await.text.contains("Skjult omlegging"));
        assert!(app.get(Some(&planner), &succession).await.text.contains("Utgår i stillhet"));
    });
}

#[test]
fn nobody_replaces_the_plan_of_another() {
    run(async {
        let app = house().await;
        let outsider = outsider(&app);
        let town = unit("town").to_string();
        let fields = [("name", "Falsk etterfølger"), ("kind", "unit_plan"), ("unit", town.as_str()), ("open", "true")];
        let mine = app.post(Some(&outsider), "/plans", &fields).await.location().to_owned();
        let former = plan().to_string();
        let reply = app.post(Some(&outsider), &format!("{mine}/succession"), &[("former", &former)]).await;
        assert_eq!(reply.status, 403, "{}", reply.text);
        does_not_say(&app, &outsider, &[&format!("/plans/{former}")], "Falsk etterfølger").await;
    });
}

#[test]
fn an_open_plan_keeps_what_is_not_open_in_it() {
    run(async {
        let app = house().await;
        let (planner, outsider) = (planner(&app), outsider(&app));
        let id = plan().to_string();
        let reply = app.post(Some(&planner), "/goals", &[("plan", &id), ("name", "Halvere antall senger")]).await;
        assert_eq!(reply.status, 303, "{}", reply.text);
        let tx = app.begin().await;
        tx.run("update measure set open = false where id = $1", values![measure("m1")]).await.unwrap();
        tx.commit().await.unwrap();
        let paths = ["", "/measures", "/diagram", "/status?format=json", "/status?format=csv", "/status?format=text"]
            .map(|tail| format!("/plans/{id}{tail}"));
        let api = format!("/api/v1/plans/{id}/status");
        let paths: Vec<&str> = paths.iter().map(String::as_str).chain([api.as_str()]).collect();
        does_not_say(&app, &outsider, &paths, "Halvere antall senger").await;
        does_not_say(&app, &outsider, &paths, "Tiltak m1").await;
        assert!(app.get(Some(&planner), &api).await.text.contains("Halvere antall senger"));
        assert!(app.get(Some(&planner), &api).await.text.contains("Tiltak m1"));
    });
}

#[test]
fn what_a_plan_said_when_it_was_closed_stands() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let id = plan().to_string();
        let reply = app.post(Some(&planner), "/goals", &[("plan", &id), ("name", "Et mål"), ("open", "true")]).await;
        let goal = reply.location().trim_end_matches("/targets/new").to_owned();
        let tx = app.begin().await;
        tx.run("update plan set state = 'closed' where id = $1", values![plan()]).await.unwrap();
        tx.commit().await.unwrap();
        let edit = [("name", "Et snillere mål"), ("version", "1")];
        assert_eq!(app.post(Some(&planner), &goal, &edit).await.status, 409);
        let target = [("kind", "at_least"), ("value", "1"), ("by", "2030-12-31")];
        assert_eq!(app.post(Some(&planner), &format!("{goal}/targets"), &target).await.status, 409);
        let api = format!("/api/v1{goal}");
        let body = json!({ "name": "Et snillere mål", "version": 1 });
        assert_eq!(app.api(Some(&planner), "PUT", &api, Some(body)).await.status, 409);
        let n = app.db().number(
            "select count(*) as n from target t join goal g on g.id = t.goal_id where g.plan_id = $1",
            values![plan()],
        );
        assert_eq!(n.await.unwrap(), 0);
    });
}

#[test]
fn a_draft_indicator_is_chosen_by_those_who_may_see_it_alone() {
    run(async {
        let app = crate::plan_pages::house().await;
        let (planner, outsider) = (planner(&app), outsider(&app));
        let draft = IndicatorId::from_code("ind.gtt.serious");
        let tx = app.begin().await;
        let sql = "update indicator set state = 'proposed', unit_id = $2 where id = $1";
        tx.run(sql, values![draft, unit("town")]).await.unwrap();
        tx.commit().await.unwrap();
        let (trust, draft_id) = (unit("trust").to_string(), draft.to_string());
        let fields =
            [("unit", trust.as_str()), ("name", "Færre alvorlige"), ("open", "true"), ("indicator", draft_id.as_str())];
        let refused = app.post(Some(&planner), "/goals", &fields).await;
        assert_eq!(refused.status, 422, "{}", refused.text);
        let body = json!({ "unit": trust, "name": "Færre alvorlige", "indicator": draft_id });
        assert_eq!(app.api(Some(&planner), "POST", "/api/v1/goals", Some(body)).await.status, 422);
        let town = unit("town").to_string();
        let own = [("unit", town.as_str()), fields[1], fields[2], fields[3]];
        assert_eq!(app.post(Some(&outsider), "/goals", &own).await.status, 303);
        // What stands there already is not taken away by someone whose form does not hold it.
        let made = app.post(Some(&planner), "/goals", &fields[..3]).await.location().replace("/targets/new", "");
        let tx = app.begin().await;
        let goal: GoalId = made.trim_start_matches("/goals/").parse().unwrap();
        tx.run("update goal set indicator_id = $2 where id = $1", values![goal, draft]).await.unwrap();
        tx.commit().await.unwrap();
        let saved = app.post(Some(&planner), &made, &[("version", "1"), ("name", "Nytt navn"), ("open", "true")]).await;
        assert_eq!(saved.status, 303, "{}", saved.text);
        let kept = varde_plans::store::goals::load(app.db(), goal).await.unwrap().unwrap();
        assert_eq!((kept.indicator, kept.name.nb.as_str()), (Some(draft), "Nytt navn"));
        // And its name is not told to those who may not see it.
        let name = varde_indicators::many(app.db(), &[draft]).await.unwrap()[0].name.nb.clone();
        assert!(!app.get(Some(&planner), &made).await.text.contains(&name), "the goal's page tells the draft's name");
    });
}

/// Small counts of the ward in two years, and of the ward beside it, decided on as the job does.
async fn small_counts(app: &TestApp) {
    let indicator = varde_indicators::many(app.db(), &[harm()]).await.unwrap().remove(0);
    for (code, counts) in [("ward", [(3.0, 60.0), (2.0, 70.0)]), ("ward2", [(4.0, 80.0), (3.0, 90.0)])] {
        let recordings: Vec<Recording> = ["2025", "2026"]
            .iter()
            .zip(counts)
            .map(|(year, (had, among))| Recording {
                period: year.parse().unwrap(),
                entry: varde_indicators::model::Entry {
                    numerator: Some(had),
                    denominator: Some(among),
                    value: Some(100.0 * had / among),
                    ..varde_indicators::model::Entry::default()
                },
                former: None,
                reason: String::new(),
                code: None,
            })
            .collect();
        let slot = Slot::whole(indicator.clone(), unit(code), None);
        let mut slot = series::grant_slot(&TestApp::console(), &organisation(), slot, Action::Answer).unwrap();
        let tx = app.begin().await;
        series::record(&tx, &mut slot, &recordings).await.unwrap();
        tx.commit().await.unwrap();
    }
    loop {
        let tx = app.app().begin_as(Author::System(System::Worker)).await.unwrap();
        let found = varde_indicators::jobs::publish_portion(&tx, &organisation(), &Policy::default()).await.unwrap();
        tx.commit().await.unwrap();
        if !found {
            return;
        }
    }
}

fn harm() -> IndicatorId {
    IndicatorId::from_code("ind.gtt.harm")
}

/// A goal of a unit is judged by values that others may not see: then nothing that they are shown depends on them.
#[test]
fn a_goal_tells_outsiders_nothing_of_values_that_are_kept_back() {
    run(async {
        let app = crate::plan_pages::house().await;
        let (planner, outsider) = (planner(&app), outsider(&app));
        small_counts(&app).await;
        let ward = unit("ward").to_string();
        let indicator = harm().to_string();
        let parent = GoalId::from_code("nhp.g1").to_string();
        let fields = [
            ("unit", ward.as_str()),
            ("parent", parent.as_str()),
            ("name", "Færre skader her"),
            ("open", "true"),
            ("indicator", indicator.as_str()),
        ];
        let made = app.post(Some(&planner), "/goals", &fields).await;
        assert_eq!(made.status, 303, "{}", made.text);
        let goal = made.location().replace("/targets/new", "");
        let target = [("kind", "at_most"), ("value", "4"), ("by", "2026-12-31")];
        let set = app.post(Some(&planner), &format!("{goal}/targets"), &target).await;
        assert_eq!(set.status, 303, "{}", set.text);
        let mut paths: Vec<String> =
            ["/", "/work", "/goals", "/plans", "/search?q=skader", "/api/v1/goals"].map(str::to_owned).to_vec();
        for tail in ["", "/sources", "/targets", "/spread-targets"] {
            paths.extend([format!("{goal}{tail}"), format!("/api/v1{goal}{tail}")]);
        }
        for code in ["ward", "clinic", "trust", "no"] {
            let unit = unit(code);
            let tails = ["", "/goals", "/goals?gaps=1", "/wheel", "/cycle"];
            paths.extend(tails.map(|tail| format!("/units/{unit}{tail}")));
            paths.push(format!("/api/v1/units/{unit}/goals"));
        }
        paths.extend([format!("/goals/{parent}"), format!("/api/v1/goals/{parent}")]);
        let plan = PlanId::from_code("plan.nhp");
        paths.extend(["", "/status?format=json", "/diagram"].map(|tail| format!("/plans/{plan}{tail}")));
        let read = async |user: &User| {
            let mut found = Vec::new();
            for path in &paths {
                let reply = app.get(Some(user), path).await;
                assert!(!reply.status.is_server_error(), "{path}: {}", reply.text);
                // A refusal tells nothing of values, and has a number of its own.
                let told = if reply.status.is_success() { reply.text } else { reply.status.to_string() };
                found.push((path.clone(), told));
            }
            found
        };
        let (inside, before) = (read(&planner).await, read(&outsider).await);
        let at = |found: &[(String, String)], path: &str| {
            found.iter().find(|(known, _)| known == path).map(|(_, text)| text.clone()).unwrap()
        };
        // Two of seventy.
        assert!(at(&inside, &goal).contains("2,9"), "those inside see it: {}", at(&inside, &goal));
        let shown = at(&before, &goal);
        assert!(shown.contains("Færre skader her") && !shown.contains("2,9"), "{shown}");
        let tx = app.begin().await;
        let sql = "update observation set numerator = numerator + 1, denominator = denominator + 13,
             value = 100 * (numerator + 1) / (denominator + 13) where shown_to = 'own'";
        assert_eq!(tx.run(sql, vec![]).await.unwrap(), 4, "all four are small");
        tx.commit().await.unwrap();
        let known = varde_indicators::series_of(app.db(), harm(), unit("ward")).await.unwrap().unwrap();
        let now = varde_indicators::values(app.db(), &Sight::Whole, known.id).await.unwrap();
        assert_eq!(now[1].numerator, Some(3.0), "the hidden number is another");
        assert_ne!(at(&read(&planner).await, &goal), at(&inside, &goal), "and those inside see that");
        for ((path, before), (_, after)) in before.iter().zip(read(&outsider).await) {
            assert_eq!(*before, after, "{path} tells of what is kept back");
        }
    });
}
