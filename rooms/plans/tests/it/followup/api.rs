//! Following up as programs meet it.

use serde_json::{Value, json};
use varde_kernel::access::Role;
use varde_testkit::{TestApp, User, unit};

use super::{house, measure, no_indicator, part, plan, run};

async fn send(app: &TestApp, user: &User, method: &str, path: &str, body: Value, expected: u16) -> Value {
    let reply = app.api(Some(user), method, path, (method != "GET" && method != "DELETE").then_some(body)).await;
    assert_eq!(reply.status, expected, "{method} {path}: {}", reply.text);
    if reply.text.is_empty() { Value::Null } else { reply.json() }
}

#[test]
fn a_program_does_what_a_page_does() {
    run(async {
        let app = house().await;
        let top = app.user(
            "Tora Direktør",
            &[(Role::TopLeader, "trust"), (Role::Planner, "trust"), (Role::UnitLeader, "trust")],
        );
        let none = || Value::Null;
        // The wheel.
        let ward = unit("ward").to_string();
        let duties = format!("/api/v1/units/{ward}/wheel/duties?year=2026");
        let known = send(&app, &top, "GET", &duties, none(), 200).await;
        assert_eq!(known.as_array().unwrap().len(), 21);
        let start = format!("/api/v1/units/{ward}/wheel/start");
        let one = json!({"year": 2026, "duties": [known[0]["code"]]});
        assert_eq!(send(&app, &top, "POST", &start, one, 200).await["n"], 1);
        assert_eq!(send(&app, &top, "GET", &duties, none(), 200).await.as_array().unwrap().len(), 20);
        assert_eq!(send(&app, &top, "POST", &start, json!({"year": 2026}), 200).await["n"], 20);
        let draft = json!({"unit": ward, "year": 2026, "phase": "do", "title": "Egen sjekk", "owner_role": "staff", "due": "2026-12-01"});
        let made = send(&app, &top, "POST", "/api/v1/wheel-steps", draft, 201).await;
        let step = format!("/api/v1/wheel-steps/{}", made["id"].as_str().unwrap());
        assert_eq!(send(&app, &top, "GET", &step, none(), 200).await["owner_role"], "staff");
        send(&app, &top, "PUT", &step, json!({"phase": "do", "title": "Endret", "version": 1}), 204).await;
        send(&app, &top, "PUT", &step, json!({"phase": "do", "title": "Endret", "version": 1}), 409).await;
        send(&app, &top, "PUT", &format!("{step}/state"), json!({"state": "done", "version": 2}), 204).await;
        send(&app, &top, "PUT", &format!("{step}/state"), json!({"state": "half", "version": 3}), 422).await;
        let sign = format!("/api/v1/units/{ward}/wheel/signatures");
        send(&app, &top, "POST", &sign, json!({"year": 2026, "phase": "plan"}), 422).await;
        send(&app, &top, "POST", &sign, json!({"year": 2026, "phase": "plan", "follow_up_by": "2026-12-20"}), 200)
            .await;
        assert_eq!(
            send(&app, &top, "GET", &format!("{sign}?year=2026"), none(), 200).await["items"][0]["open"]
                .as_array()
                .unwrap()
                .len(),
            7
        );
        send(&app, &top, "POST", &format!("/api/v1/units/{ward}/wheel/copy"), json!({"year": 2026}), 200).await;
        send(&app, &top, "GET", &format!("/api/v1/wheel-steps?unit={ward}&year=2026"), none(), 200).await;
        send(&app, &top, "GET", "/api/v1/wheel-steps", none(), 422).await;
        // Rounds.
        let draft = json!({"plan": plan().to_string(), "name": "Q4", "opens": "2026-10-01", "due": "2026-12-01", "period": "2026-Q4"});
        let made = send(&app, &top, "POST", "/api/v1/rounds", draft.clone(), 201).await;
        let round = format!("/api/v1/rounds/{}", made["id"].as_str().unwrap());
        assert_eq!(send(&app, &top, "GET", &round, none(), 200).await["asked"], 2);
        let answers = send(&app, &top, "GET", &format!("{round}/answers?limit=1"), none(), 200).await;
        assert_eq!(answers["next_cursor"], "1");
        let answer = format!("/api/v1/answers/{}", answers["items"][0]["id"].as_str().unwrap());
        let red = send(&app, &top, "PUT", &answer, json!({"status": "red", "version": 1}), 422).await;
        assert_eq!(red["problems"].as_array().unwrap().len(), 2);
        send(&app, &top, "PUT", &answer, json!({"status": "green", "version": 1}), 204).await;
        let mut changed = draft;
        changed["name"] = json!("Fjerde kvartal");
        changed["version"] = json!(1);
        send(&app, &top, "PUT", &round, changed, 204).await;
        send(&app, &top, "POST", &format!("{round}/close"), json!({"version": 2}), 204).await;
        send(&app, &top, "POST", &format!("{round}/close"), json!({"version": 3}), 409).await;
        send(&app, &top, "PUT", &answer, json!({"status": "done", "version": 2}), 409).await;
        send(&app, &top, "GET", "/api/v1/rounds?state=closed", none(), 200).await;
        send(&app, &top, "PUT", "/api/v1/reminders", json!({"wanted": true}), 204).await;
        assert_eq!(send(&app, &top, "GET", "/api/v1/reminders", none(), 200).await["wanted"], true);
        // Proposals.
        let draft = json!({"unit": ward, "plan": plan().to_string(), "title": "Fast sjekk", "body": "Hver kveld"});
        let made = send(&app, &top, "POST", "/api/v1/proposals", draft.clone(), 201).await;
        let proposal = format!("/api/v1/proposals/{}", made["id"].as_str().unwrap());
        let scores = |codes: &[&str]| -> Value {
            codes.iter().map(|code| json!({"criterion": part(code).to_string(), "value": 4})).collect()
        };
        // Nobody scores or decides what they proposed themselves.
        send(&app, &top, "PUT", &format!("{proposal}/scores"), scores(&["k1"]), 403).await;
        let leader = app.user("Lars Leder", &[(Role::UnitLeader, "ward")]);
        send(&app, &leader, "PUT", &format!("{proposal}/scores"), scores(&["k1", "k2"]), 204).await;
        let refused = send(&app, &top, "POST", &format!("{proposal}/submit"), json!({"version": 1}), 422).await;
        assert!(refused["problems"][0]["message"].as_str().unwrap().contains("Punkt k3"));
        send(
            &app,
            &leader,
            "PUT",
            &format!("{proposal}/scores"),
            json!([{"criterion": part("k3").to_string(), "value": 6}]),
            422,
        )
        .await;
        send(&app, &leader, "PUT", &format!("{proposal}/scores"), scores(&["u1"]), 422).await;
        send(&app, &leader, "PUT", &format!("{proposal}/scores"), scores(&["k3"]), 204).await;
        assert_eq!(send(&app, &top, "GET", &proposal, none(), 200).await["sum"]["total"], 12.0);
        let planner = app.user("Petra Planlegger", &[(Role::Planner, "trust")]);
        let criterion = format!("/api/v1/plans/{}/parts/{}", plan(), part("k1"));
        let weigh = |weight: f64| json!({"name": {"nb": "Punkt k1"}, "weight": weight, "version": 1});
        send(&app, &planner, "PUT", &criterion, weigh(0.0), 422).await;
        assert_eq!(send(&app, &planner, "PUT", &criterion, weigh(2.0), 200).await["weight"], 2.0);
        let sum = send(&app, &top, "GET", &proposal, none(), 200).await["sum"].clone();
        assert_eq!((&sum["total"], &sum["criteria"][0]["weight"]), (&json!(16.0), &json!(2.0)));
        assert_eq!(sum["criteria"][1]["weight"], 1.0, "what nobody weighed counts once");
        send(&app, &top, "PUT", &format!("{proposal}/follow"), json!({"follow": false}), 204).await;
        let mut changed = draft;
        changed["version"] = json!(1);
        send(&app, &top, "PUT", &proposal, changed, 204).await;
        send(&app, &top, "POST", &format!("{proposal}/submit"), json!({"version": 2}), 204).await;
        send(
            &app,
            &leader,
            "POST",
            &format!("{proposal}/decision"),
            json!({"decision": "later", "reason": "Ikke penger", "version": 3}),
            204,
        )
        .await;
        send(&app, &top, "GET", "/api/v1/proposals?state=decided", none(), 200).await;
        let ranking = send(&app, &top, "GET", &format!("/api/v1/plans/{}/ranking", plan()), none(), 200).await;
        assert_eq!(ranking["items"][0]["proposal"]["decision"], "later");
        // Challenges.
        let challenges = format!("/api/v1/plans/{}/challenges", plan());
        let met = json!([{"challenge": part("u1").to_string(), "measures": [measure("m1").to_string()]}]);
        let version =
            send(&app, &top, "GET", &format!("/api/v1/plans/{}", plan()), none(), 200).await["version"].clone();
        let linked = json!({"challenges": met, "version": version});
        send(&app, &top, "PUT", &challenges, linked.clone(), 204).await;
        send(&app, &top, "PUT", &challenges, linked, 409).await;
        let unknown = json!([{"challenge": part("u1").to_string(), "indicators": [no_indicator().to_string()]}]);
        send(&app, &top, "PUT", &challenges, json!({"challenges": unknown, "version": 2}), 422).await;
        assert_eq!(
            send(&app, &top, "GET", &challenges, none(), 200).await["items"][0]["measures"].as_array().unwrap().len(),
            1
        );
        // Alternatives.
        let base = format!("/api/v1/plans/{}", plan());
        let made = send(
            &app,
            &top,
            "POST",
            &format!("{base}/alternatives"),
            json!({"number": 1, "name": "Modell", "pros": ["Rask"]}),
            201,
        )
        .await;
        let alternative = made["id"].as_str().unwrap().to_owned();
        send(&app, &top, "POST", &format!("{base}/alternatives"), json!({"number": -5, "name": "Modell"}), 422).await;
        send(
            &app,
            &top,
            "PUT",
            &format!("/api/v1/alternatives/{alternative}"),
            json!({"number": 2, "name": "To", "version": 1}),
            204,
        )
        .await;
        send(&app, &top, "PUT", &format!("{base}/vote"), json!({"alternative": alternative}), 204).await;
        send(&app, &top, "PUT", &format!("{base}/vote"), json!({}), 204).await;
        assert_eq!(
            send(&app, &top, "GET", &format!("{base}/votes"), none(), 200).await["items"].as_array().unwrap().len(),
            1
        );
        send(&app, &top, "DELETE", &format!("{base}/vote"), none(), 204).await;
        send(&app, &top, "POST", &format!("{base}/choice"), json!({"alternative": alternative, "reasons": ""}), 422)
            .await;
        send(
            &app,
            &top,
            "POST",
            &format!("{base}/choice"),
            json!({"alternative": alternative, "reasons": "Best"}),
            204,
        )
        .await;
        assert_eq!(
            send(&app, &top, "GET", &format!("{base}/alternatives"), none(), 200).await["items"][0]["chosen"],
            true
        );
        // Pilots.
        let draft = json!({"unit": ward, "kind": "pilot", "name": "Runde", "knowledge": "To studier", "evidence": "sufficient", "ends": "2026-12-01"});
        let made = send(&app, &top, "POST", "/api/v1/pilots", draft.clone(), 201).await;
        let pilot = format!("/api/v1/pilots/{}", made["id"].as_str().unwrap());
        send(&app, &top, "POST", &format!("{pilot}/check"), json!({"version": 1}), 204).await;
        send(&app, &top, "POST", &format!("{pilot}/launch"), json!({"version": 2}), 409).await;
        let mut changed = draft;
        changed["version"] = json!(2);
        changed["follow_up"] = json!("Hver måned");
        send(&app, &top, "PUT", &pilot, changed, 204).await;
        send(&app, &top, "POST", &format!("{pilot}/launch"), json!({"version": 3}), 204).await;
        let tx = app.begin().await;
        tx.run("update pilot set ends = '2026-10-01'", vec![]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(send(&app, &top, "GET", &pilot, none(), 200).await["is_due"], true);
        send(
            &app,
            &top,
            "POST",
            &format!("{pilot}/decision"),
            json!({"decision": "scale", "reason": "Den virker", "version": 4}),
            204,
        )
        .await;
        assert_eq!(
            send(&app, &top, "GET", "/api/v1/pilots?state=ended", none(), 200).await["items"][0]["decision"],
            "scale"
        );
    });
}

#[test]
fn bad_input_is_refused_and_never_breaks_anything() {
    run(async {
        let app = house().await;
        let top = app.user("Tora Direktør", &[(Role::TopLeader, "trust"), (Role::Planner, "trust")]);
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let ward = unit("ward").to_string();
        for (path, body) in [
            ("/api/v1/pilots", json!({"unit": ward, "kind": "rocket", "name": "\u{0}"})),
            ("/api/v1/pilots", json!({"unit": "nowhere", "kind": "pilot", "name": "x"})),
            ("/api/v1/pilots", json!({"unit": ward, "kind": "pilot", "name": "x".repeat(9000)})),
            ("/api/v1/proposals", json!({"unit": ward, "title": "x", "body": "a\u{0}b"})),
            ("/api/v1/proposals", json!({"unit": ward, "title": "x", "body": "y", "plan": no_indicator().to_string()})),
            (
                "/api/v1/rounds",
                json!({"plan": plan().to_string(), "name": "x", "opens": "9999999-01-01", "due": "2026-02-30"}),
            ),
            (
                "/api/v1/wheel-steps",
                json!({"unit": ward, "year": 2026, "phase": "do", "title": "x", "due": "2199-01-01"}),
            ),
        ] {
            let reply = app.api(Some(&top), "POST", path, Some(body)).await;
            assert_eq!(reply.status, 422, "{path}: {}", reply.text);
        }
        for (path, body) in [
            ("/api/v1/wheel-steps", json!({"unit": ward, "year": 99, "phase": "do", "title": "x"})),
            ("/api/v1/pilots", json!({"name": 7})),
        ] {
            let reply = app.api(Some(&top), "POST", path, Some(body)).await;
            assert_eq!(reply.status, 400, "{path}: {}", reply.text);
        }
        for path in ["/api/v1/pilots?limit=-1", "/api/v1/rounds?cursor=x", "/api/v1/proposals?limit=1000"] {
            assert_eq!(app.api(Some(&top), "GET", path, None).await.status, 400, "{path}");
        }
        for path in ["/api/v1/pilots?kind=x", "/api/v1/rounds?plan=%00", "/api/v1/proposals?unit=1"] {
            assert_eq!(app.api(Some(&top), "GET", path, None).await.status, 422, "{path}");
        }
        assert_eq!(app.api(Some(&top), "GET", "/api/v1/pilots/x", None).await.status, 404);
        assert_eq!(app.api(None, "GET", "/api/v1/pilots", None).await.status, 401);
        let started = app
            .api(Some(&nurse), "POST", &format!("/api/v1/units/{ward}/wheel/start"), Some(json!({"year": 2026})))
            .await;
        assert_eq!(started.status, 403);
        let draft = json!({"unit": ward, "kind": "pilot", "name": "x"});
        assert_eq!(app.api(Some(&nurse), "POST", "/api/v1/pilots", Some(draft)).await.status, 403);
        let unknown = format!("/api/v1/units/{}/wheel/start", unit("nowhere"));
        assert_eq!(app.api(Some(&top), "POST", &unknown, Some(json!({"year": 2026}))).await.status, 404);
    });
}
