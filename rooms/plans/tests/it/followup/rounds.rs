//! The story of the yellow rule: two yellow rounds in a row force a decision in the third, told
//! through the pages on which people meet it.

use varde_kernel::access::{Action, Kind, Role};
use varde_plans::model::followup::rounds::Thing;
use varde_plans::store::rounds;
use varde_testkit::{TestApp, User, on_both, organisation, unit};

use super::{begin, between, console, fill, holds, house, plan, run, says, tables};

async fn open_round(app: &TestApp, planner: &User, name: &str, opens: &str) -> String {
    let path = format!("/plans/{}/rounds/new", plan());
    let reply = app.post(Some(planner), &path, &[("name", name), ("opens", opens), ("due", "2026-11-20")]).await;
    assert_eq!(reply.status, 303, "{}", reply.text);
    reply.location().to_owned()
}

/// The answer form's id of the first thing asked.
async fn first_asked(app: &TestApp, user: &User, round: &str) -> String {
    let form = app.get(Some(user), &format!("{round}/answer")).await;
    says(&form, &["Tiltak m1"]);
    between(&form.text, "name=\"status-", "\"").to_owned()
}

async fn answer(app: &TestApp, user: &User, round: &str, id: &str, said: &[(&str, &str)]) -> varde_testkit::Reply {
    let names: Vec<(String, &str)> = said.iter().map(|(name, value)| (format!("{name}-{id}"), *value)).collect();
    let fields: Vec<(&str, &str)> = names.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    app.post(Some(user), &format!("{round}/answer"), &fields).await
}

#[test]
fn two_yellow_rounds_force_a_decision_in_the_third() {
    run(async {
        let app = house().await;
        let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust")]);
        let leader = app.user("Lars Leder", &[(Role::UnitLeader, "ward")]);
        for (name, opens) in [("1. kvartal", "2026-03-01"), ("2. kvartal", "2026-06-01")] {
            let round = open_round(&app, &planner, name, opens).await;
            let work = app.get(Some(&leader), "/work").await;
            says(&work, &["Svar på statusrunden", name, "Over fristen"]);
            let id = first_asked(&app, &leader, &round).await;
            let reply = answer(&app, &leader, &round, &id, &[("version", "1"), ("status", "yellow")]).await;
            assert_eq!(reply.status, 303, "{}", reply.text);
            says(
                &app.get(Some(&leader), &round).await,
                &["Gul: noe hindrer", "1 av 2 besvart", "Etter fristen", "Testenhet ward2"],
            );
            let version = between(
                &app.get(Some(&planner), &format!("{round}/close")).await.text,
                "name=\"version\" value=\"",
                "\"",
            )
            .to_owned();
            assert_eq!(app.post(Some(&planner), &format!("{round}/close"), &[("version", &version)]).await.status, 303);
        }
        let round = open_round(&app, &planner, "3. kvartal", "2026-09-01").await;
        says(&app.get(Some(&planner), &round).await, &["Krever beslutning"]);
        let id = first_asked(&app, &leader, &round).await;
        says(&app.get(Some(&leader), &format!("{round}/answer")).await, &["De to siste svarene var gule eller røde"]);
        let refused =
            answer(&app, &leader, &round, &id, &[("version", "1"), ("status", "green"), ("risk", "Sykdom")]).await;
        assert_eq!(refused.status, 422);
        holds(&refused, &["Da må det stå en beslutning her", "Sykdom", &format!("href=\"#decision-{id}\"")]);
        let said = [("version", "1"), ("status", "yellow"), ("decision", "Vi ansetter én til.")];
        assert_eq!(answer(&app, &leader, &round, &id, &said).await.status, 303);
        says(&app.get(Some(&leader), &round).await, &["Vi ansetter én til."]);
        let csv = app.get(Some(&leader), &format!("{round}/export")).await;
        assert!(csv.text.contains(";Tiltak m1;Testenhet ward;Gul: noe hindrer;"), "{}", csv.text);
        assert!(!app.get(Some(&leader), "/work").await.text.contains("3. kvartal"));
    });
}

#[test]
fn one_thing_is_asked_at_a_time_and_unchanged_is_one_press() {
    run(async {
        let app = house().await;
        let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust")]);
        let first = open_round(&app, &planner, "1. kvartal", "2026-03-01").await;
        let form = app.get(Some(&planner), &format!("{first}/answer")).await;
        says(&form, &["Lagre og gå videre", "Hopp over denne nå", "Vis alle på én side"]);
        assert!(!form.text.contains("Som sist"), "nothing was said before");
        let fieldsets = |reply: &varde_testkit::Reply| reply.text.matches("class=\"ds-fieldset group answer\"").count();
        assert_eq!(fieldsets(&form), 1);
        assert_eq!(fieldsets(&app.get(Some(&planner), &format!("{first}/answer?all=1")).await), 2);
        let id = between(&form.text, "name=\"status-", "\"").to_owned();
        let skipped = app.get(Some(&planner), &format!("{first}/answer?after={id}")).await;
        let second = between(&skipped.text, "name=\"status-", "\"").to_owned();
        assert_ne!(id, second, "the next one is asked");

        // Saved, and on to the next; after the last one back to the round.
        let path = format!("{first}/answer");
        let send = async |id: &str, said: &[(&str, &str)]| {
            let names: Vec<(String, &str)> =
                said.iter().map(|(name, value)| (format!("{name}-{id}"), *value)).collect();
            let mut fields: Vec<(&str, &str)> = names.iter().map(|(name, value)| (name.as_str(), *value)).collect();
            fields.push(("single", "true"));
            app.post(Some(&planner), &path, &fields).await
        };
        let yellow = [("version", "1"), ("status", "yellow"), ("deviation", "En vakt mangler")];
        assert_eq!(send(&id, &yellow).await.location(), format!("{path}?after={id}"), "on from here");
        let reply = send(&second, &[("version", "1"), ("status", "green")]).await;
        assert_eq!(reply.location(), first);
        // What was said can be changed: all of it, or the one that one points to.
        assert_eq!(fieldsets(&app.get(Some(&planner), &path).await), 2);
        assert_eq!(fieldsets(&app.get(Some(&planner), &format!("{path}?only={second}")).await), 1);
        says(&app.get(Some(&planner), &first).await, &["Endre svaret"]);
        let elsewhere = varde_kernel::AnswerId::from_code("elsewhere");
        assert_eq!(app.get(Some(&planner), &format!("{path}?only={elsewhere}")).await.status, 404);

        let next = open_round(&app, &planner, "2. kvartal", "2026-06-01").await;
        let form = app.get(Some(&planner), &format!("{next}/answer")).await;
        says(&form, &["Som sist: Gul: noe hindrer", "Sist skrev dere: En vakt mangler"]);
        let id = between(&form.text, "name=\"status-", "\"").to_owned();
        let (version, same) = (format!("version-{id}"), format!("same-{id}"));
        let path = format!("{next}/answer");
        let pressed = [(version.as_str(), "1"), (same.as_str(), "true"), ("single", "true")];
        // A key pressed by chance replaces nothing that was chosen by hand.
        let status = format!("status-{id}");
        let chosen = [&pressed[..], &[(status.as_str(), "red")]].concat();
        assert_eq!(app.post(Some(&planner), &path, &chosen).await.status, 422, "red needs its own words");
        assert_eq!(app.post(Some(&planner), &path, &pressed).await.location(), format!("{path}?after={id}"));
        says(&app.get(Some(&planner), &next).await, &["En vakt mangler", "1 av 2 besvart"]);

        // Two yellow rounds ask for a decision: then nothing is said at one press.
        let third = open_round(&app, &planner, "3. kvartal", "2026-09-01").await;
        let form = app.get(Some(&planner), &format!("{third}/answer")).await;
        says(&form, &["De to siste svarene var gule eller røde", "sist: 2. kvartal: gul, 1. kvartal: gul"]);
        assert!(!form.text.contains("Som sist"));
        let asked = between(&form.text, "for=\"decision-", "</label>");
        assert!(!asked.contains("valgfritt"), "what must be said is not called optional: {asked}");
    });
}

#[test]
fn red_needs_words_and_nobody_else_answers() {
    run(async {
        let app = house().await;
        let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust")]);
        let leader = app.user("Lars Leder", &[(Role::UnitLeader, "ward")]);
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let other = app.user("Olga Leder", &[(Role::UnitLeader, "trust2")]);
        let path = format!("/plans/{}/rounds/new", plan());
        assert_eq!(app.get(Some(&leader), &path).await.status, 403);
        let bad = app
            .post(
                Some(&planner),
                &path,
                &[("name", ""), ("opens", "2026-11-30"), ("due", "2026-11-01"), ("period", "sist")],
            )
            .await;
        assert_eq!(bad.status, 422);
        holds(&bad, &["Fyll ut dette feltet", "Svarfristen kan ikke ligge før runden åpner", "Skriv perioden som"]);
        let round = open_round(&app, &planner, "Runde", "2026-11-01").await;
        // What others owe is not said to be owed by whoever may answer for them.
        let above = app.get(Some(&planner), &round).await;
        says(&above, &["2 punkter venter på svar fra enheter under deg"]);
        assert!(!above.text.contains("svar fra deg"), "{}", above.text);
        says(&app.get(Some(&leader), &round).await, &["Ett punkt venter på svar fra deg"]);
        let id = first_asked(&app, &leader, &round).await;
        let red = answer(&app, &leader, &round, &id, &[("version", "1"), ("status", "red")]).await;
        assert_eq!(red.status, 422);
        holds(&red, &["hva som avviker", "Rød status krever en beslutning"]);
        for user in [&nurse, &other] {
            says(&app.get(Some(user), &round).await, &["Runde"]);
            assert_eq!(app.get(Some(user), &format!("{round}/answer")).await.status, 403);
        }
        // A stale form keeps what was typed and says who was first.
        let said = [("version", "1"), ("status", "green")];
        assert_eq!(answer(&app, &leader, &round, &id, &said).await.status, 303);
        let late = [("version", "1"), ("status", "yellow"), ("deviation", "En vakt mangler")];
        let stale = answer(&app, &planner, &round, &id, &late).await;
        assert_eq!(stale.status, 409);
        holds(&stale, &["endret dette", "En vakt mangler"]);
        assert_eq!(app.post(Some(&leader), &format!("{round}/close"), &[("version", "1")]).await.status, 403);
        assert_eq!(app.get(None, &round).await.status, 303);
        let english = app.user_in("Emma English", &[(Role::Planner, "trust")], varde_kernel::Locale::En);
        let nynorsk = app.user_in("Nils Nynorsk", &[(Role::Planner, "trust")], varde_kernel::Locale::Nn);
        for page in [
            round.clone(),
            format!("{round}/answer"),
            format!("{round}/close"),
            format!("{round}/edit"),
            "/rounds".into(),
            "/reminders".into(),
        ] {
            says(&app.get(Some(&english), &page).await, &[]);
            says(&app.get(Some(&nynorsk), &page).await, &[]);
        }
        says(&app.get(Some(&english), &round).await, &["1 of 2 answered"]);
        says(&app.get(Some(&nynorsk), &round).await, &["1 av 2 svara på"]);
    });
}

#[test]
fn rounds_on_both_databases_know_what_was_said_before() {
    on_both(tables(), |db| async move {
        use varde_plans::model::followup::rounds::{AnswerDraft, RoundDraft, Status};
        let tree = organisation();
        let tx = begin(&db).await;
        fill(&tx, &tree).await;
        varde_people::store::units::refresh_lines(&tx, &tree).await.unwrap();
        let items = varde_plans::store::sources::items(&tx, plan()).await.unwrap();
        let open = async |tx: &varde_store::Tx, name: &str, opens: &str| {
            let head =
                varde_plans::store::sources::open_plan(tx, &console(), &tree, plan(), Kind::Round, Action::Create)
                    .await
                    .unwrap();
            let draft = RoundDraft {
                name: name.into(),
                opens: opens.parse().unwrap(),
                due: "2026-12-01".parse().unwrap(),
                period: Some("2026-Q1".parse().unwrap()),
            };
            rounds::insert(tx, &head.map(|head| (head.id, head.unit)), &draft, &items).await.unwrap()
        };
        let answers = |status, said: &str| AnswerDraft {
            status,
            deviation: said.into(),
            risk: String::new(),
            decision: String::new(),
        };
        for (name, opens, status) in [("a", "2026-01-01", Status::Green), ("b", "2026-04-01", Status::Yellow)] {
            let id = open(&tx, name, opens).await;
            let first = rounds::answers(&tx, id).await.unwrap().remove(0);
            let granted = rounds::open_answer(&tx, &console(), &tree, first.id, Action::Answer).await.unwrap();
            rounds::answer(&tx, &granted, 1, &answers(status, "")).await.unwrap();
            assert!(matches!(
                rounds::answer(&tx, &granted, 1, &answers(status, "")).await,
                Err(varde_store::Error::Stale)
            ));
        }
        let id = open(&tx, "c", "2026-07-01").await;
        let round = rounds::open(&tx, &console(), &tree, id, Action::Read).await.unwrap().into_inner();
        assert_eq!(round.period.unwrap().to_string(), "2026-Q1");
        let lines = rounds::answers(&tx, id).await.unwrap();
        let before = rounds::before(&tx, &round).await.unwrap();
        assert_eq!(before[&lines[0].id], [Some(Status::Yellow), Some(Status::Green)]);
        assert_eq!(before[&lines[1].id], [None, None]);
        let owed = rounds::owed(&tx, &[unit("ward"), unit("ward2")], "2026-11-22".parse().unwrap()).await.unwrap();
        let units: Vec<_> = owed.iter().map(|(round, unit, n)| (round.name.as_str(), *unit, *n)).collect();
        assert_eq!(units.len(), 4, "{units:?}");
        let scope = varde_kernel::access::scope(&console(), Kind::Round);
        let wanted = rounds::Wanted { unit: Some(unit("ward")), ..rounds::Wanted::default() };
        assert_eq!(rounds::count(&tx, &scope, &wanted).await.unwrap(), 3);
        let listed = rounds::list(&tx, &scope, &wanted, 10, 0).await.unwrap();
        assert_eq!((listed[0].round.name.as_str(), listed[0].asked, listed[2].answered), ("c", 2, 1));
        // What was told of a measure or an activity, for their pages and for the plan's status.
        let (m1, step) = (super::measure("m1"), varde_kernel::ActivityId::from_code("m2.a"));
        let plans = varde_kernel::access::scope(&console(), Kind::Plan);
        let told = async |things: &[Thing]| {
            let found = varde_plans::store::beside::rounds_of(&tx, &plans, things).await.unwrap();
            found.into_iter().map(|(_, name, said)| (name, said.len(), said[0].status)).collect::<Vec<_>>()
        };
        let own = told(&[Thing::Measure(m1)]).await;
        let name = |name: &str| name.to_owned();
        assert_eq!(
            own,
            [(name("c"), 1, None), (name("b"), 1, Some(Status::Yellow)), (name("a"), 1, Some(Status::Green))]
        );
        assert_eq!(told(&[Thing::Activity(step), Thing::Measure(m1)]).await[0].1, 2);
        assert!(told(&[]).await.is_empty());
        let latest = async |day: &str| {
            let found = rounds::latest(&tx, plan(), day.parse().unwrap()).await.unwrap();
            found.into_iter().map(|(round, said)| (round.name, said[0].status)).collect::<Vec<_>>()
        };
        let today = latest("2026-11-22").await;
        assert_eq!(today[..2], [(name("c"), None), (name("b"), Some(Status::Yellow))]);
        assert_eq!(latest("2026-05-01").await, [(name("b"), None), (name("a"), None)], "it was answered in November");
        tx.commit().await.unwrap();
    });
}

/// Lets an activity of the plan run under a measure that is ready for it, and gives its id.
async fn running(app: &TestApp) -> varde_kernel::ActivityId {
    let tx = app.begin().await;
    tx.run("update measure set state = 'started' where id = $1", varde_store::values![super::measure("m2")])
        .await
        .unwrap();
    tx.run("update activity set state = 'running'", vec![]).await.unwrap();
    tx.commit().await.unwrap();
    varde_kernel::ActivityId::from_code("m2.a")
}

#[test]
fn what_is_answered_of_an_activity_shows_on_it_on_its_measure_and_on_the_plan() {
    run(async {
        let app = house().await;
        let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust"), (Role::UnitLeader, "trust")]);
        let activity = running(&app).await;
        let round = open_round(&app, &planner, "3. kvartal", "2026-09-01").await;
        let form = app.get(Some(&planner), &format!("{round}/answer?all=1")).await;
        says(&form, &["Se aktiviteten", "Sett aktiviteten som fullført", "value=\"2026-11-22\""]);
        let ids: Vec<&str> =
            form.text.split("name=\"status-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let id = ids.last().unwrap();
        let said = [("version", "1"), ("status", "yellow"), ("deviation", "To vikarer mangler")];
        assert_eq!(answer(&app, &planner, &round, id, &said).await.status, 303);

        let (plan, m2) = (plan(), super::measure("m2"));
        for page in [format!("/activities/{activity}"), format!("/measures/{m2}"), format!("/plans/{plan}/measures")] {
            says(&app.get(Some(&planner), &page).await, &["3. kvartal", "Gul: noe hindrer", "To vikarer mangler"]);
        }
        let status = |format: &'static str| {
            let (app, planner) = (&app, &planner);
            async move { app.get(Some(planner), &format!("/plans/{plan}/status?format={format}")).await }
        };
        says(
            &status("text").await,
            &["Siste statusrunde: 3. kvartal – Gul: 1", "2 a Aktivitet a [Gul: noe hindrer] To vikarer mangler"],
        );
        let csv = status("csv").await;
        assert!(
            csv.text
                .lines()
                .any(|line| line.starts_with("2,Tiltak m2,started,") && line.ends_with(",measure,3. kvartal,Gul: 1")),
            "{}",
            csv.text
        );
        let measures = status("json").await.json()["measures"].clone();
        let told = &measures[1]["round"];
        assert_eq!(
            (&told["name"], &told["answers"][0]["status"]),
            (&serde_json::json!("3. kvartal"), &serde_json::json!("yellow"))
        );
        assert_eq!(told["answers"][0]["item"], activity.to_string());
        // By a day before it was answered, nothing was said yet.
        let before = app.get(Some(&planner), &format!("/plans/{plan}/status?format=text&as_of=2026-10-01")).await;
        says(&before, &["3. kvartal – Ikke besvart: 1"]);
    });
}

#[test]
fn what_is_answered_as_done_is_completed_with_its_day_and_told_once() {
    run(async {
        let app = house().await;
        let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust"), (Role::UnitLeader, "trust")]);
        let activity = running(&app).await;
        let stands = async |expected: &str, ended: Option<&str>| {
            let path = format!("/api/v1/activities/{activity}");
            let read = app.api(Some(&planner), "GET", &path, None).await.json();
            assert_eq!((read["state"].as_str().unwrap(), read["ended"].as_str()), (expected, ended));
        };
        let round = open_round(&app, &planner, "3. kvartal", "2026-09-01").await;
        let form = app.get(Some(&planner), &format!("{round}/answer?all=1")).await;
        let id = form.text.split("name=\"finish-").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(form.text.contains("checked"), "the choice is preset on: {}", form.text);

        // One may say that it is done without completing it, and the other way round nothing is completed.
        let done = |version: &'static str, more: &[(&'static str, &'static str)]| {
            [&[("version", version), ("status", "done")], more].concat()
        };
        assert_eq!(answer(&app, &planner, &round, &id, &done("1", &[])).await.status, 303);
        stands("running", None).await;
        let ahead = [("finish", "true"), ("finished_on", "2027-01-01")];
        let refused = answer(&app, &planner, &round, &id, &done("2", &ahead)).await;
        assert_eq!(refused.status, 422);
        holds(&refused, &["Dagen er ikke kommet ennå"]);
        let green = [("version", "2"), ("status", "green"), ("finish", "true"), ("finished_on", "2026-11-01")];
        assert_eq!(answer(&app, &planner, &round, &id, &green).await.status, 303);
        stands("running", None).await;
        let when = [("finish", "true"), ("finished_on", "2026-11-01")];
        assert_eq!(answer(&app, &planner, &round, &id, &done("3", &when)).await.status, 303);
        stands("completed", Some("2026-11-01")).await;
        says(
            &app.get(Some(&planner), &format!("/activities/{activity}")).await,
            &["Fullført", "1. november 2026", "3. kvartal"],
        );
        // The next round asks of it no more, and who may not change a measure is not offered to complete it.
        let next = open_round(&app, &planner, "4. kvartal", "2026-11-01").await;
        assert!(!app.get(Some(&planner), &next).await.text.contains("Aktivitet a"));
    });
}

#[test]
fn only_who_may_change_a_thing_completes_it_by_an_answer() {
    run(async {
        let app = house().await;
        let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust")]);
        // The activity is done by another ward than the measure's clinic.
        let neighbour = app.user("Nils Nabo", &[(Role::UnitLeader, "ward2")]);
        running(&app).await;
        let round = open_round(&app, &planner, "3. kvartal", "2026-09-01").await;
        let form = app.get(Some(&neighbour), &format!("{round}/answer")).await;
        says(&form, &["Aktivitet a"]);
        assert!(!form.text.contains("name=\"finish-"), "{}", form.text);
        let id = between(&form.text, "name=\"status-", "\"").to_owned();
        let body = serde_json::json!({ "status": "done", "finish": true, "version": 1 });
        let reply = app.api(Some(&neighbour), "PUT", &format!("/api/v1/answers/{id}"), Some(body)).await;
        assert_eq!(reply.status, 403, "{}", reply.text);
        let plain = serde_json::json!({ "status": "done", "version": 1 });
        assert_eq!(app.api(Some(&neighbour), "PUT", &format!("/api/v1/answers/{id}"), Some(plain)).await.status, 204);
    });
}
