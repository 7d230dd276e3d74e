//! A second target of a goal: how much units may differ.

use serde_json::json;
use varde_indicators::Sight;
use varde_kernel::access::{Action, Role};
use varde_kernel::{GoalId, Locale, PlanId, Unit, UnitId, UnitKind, UnitTree, Words};
use varde_plans::model::goal::{Aim, BaselineStatus, ChangeMode, Measured, Spread, TargetKind};
use varde_plans::rules::judge::{Reason, State};
use varde_plans::store;
use varde_plans::store::targets::New;
use varde_store::Tx;
use varde_testkit::{TestApp, on_both, organisation, unit};

use crate::plan_pages::{run, says};
use crate::plans::{approved, begin, day, facts, tables};

/// The organisation of the tests with two more trusts and one more ward.
fn wide() -> UnitTree {
    let more = [
        ("trust3", UnitKind::HealthTrust, "region"),
        ("trust4", UnitKind::HealthTrust, "region"),
        ("ward3", UnitKind::Ward, "clinic"),
    ];
    let more = more.map(|(code, kind, parent)| Unit {
        id: UnitId::from_code(code),
        kind,
        name: Words::plain(format!("Testenhet {code}")),
        code: code.into(),
        parent: Some(UnitId::from_code(parent)),
    });
    UnitTree::new(organisation().iter().cloned().chain(more).collect())
}

/// Values of harm for trusts, in per cent.
async fn record(tx: &Tx, tree: &UnitTree, year: i16, values: &[(&str, f64)]) {
    use std::fmt::Write as _;
    let mut yaml = String::from("values:\n");
    for (unit, value) in values {
        let _ = write!(
            yaml,
            "  - code: t.{unit}.{year}\n    indicator: ind.gtt.harm\n    metric: {{nb: Skade, nn: Skade, en: Harm}}\n    \
             unit_of_organisation: {unit}\n    period: \"{year}\"\n    value: {value}\n    unit: percent\n    approximate: false\n    \
             source: {{document: d004}}\n"
        );
    }
    varde_indicators::import::content::values(tx, tree, &yaml).await.unwrap();
}

fn new(kind: TargetKind, number: f64, baseline_year: Option<i16>) -> New {
    let is_change = kind == TargetKind::Relative;
    New {
        aim: Aim {
            kind,
            change: is_change.then_some(number),
            mode: ChangeMode::Relative,
            value: (!is_change).then_some(number),
            measured: Measured::Ratio,
            baseline_year,
            baseline_value: None,
            baseline_status: BaselineStatus::NotNeeded,
            by: Some(day("2026-12-31")),
            every_round: false,
            unit_limit: None,
        },
        note: Words::default(),
        source: varde_plans::model::plan::Source::default(),
        valid_from: is_change.then(|| day("2026-02-01")),
        reason: "differences are to fall".into(),
    }
}

#[test]
fn a_goal_is_judged_by_its_level_and_by_how_units_differ() {
    on_both(tables(), |db| async move {
        let tree = wide();
        let tx = begin(&db).await;
        varde_people::store::units::refresh_lines(&tx, &tree).await.unwrap();
        facts(&tx, &tree).await;
        record(&tx, &tree, 2024, &[("trust", 10.0), ("trust2", 12.0), ("trust3", 20.0), ("trust4", 40.0)]).await;
        record(&tx, &tree, 2025, &[("trust", 10.0), ("trust2", 12.0), ("trust3", 25.0)]).await;
        tx.commit().await.unwrap();
        let id = GoalId::from_code("nhp.g1");
        let stand = async |as_of: &str| {
            let goals = store::goals::many(&db, &[id]).await.unwrap();
            store::standing::of(&db, &Sight::Whole, &tree, goals, day(as_of)).await.unwrap().pop().unwrap()
        };
        assert!(stand("2026-11-22").await.spread.is_none());

        let goal = store::goals::open(&db, &TestApp::console(), &tree, id, Action::Edit).await.unwrap();
        let among = (Spread::Ratio, UnitKind::HealthTrust);
        let tx = begin(&db).await;
        store::spreads::insert(&tx, &goal, 0, among, new(TargetKind::AtMost, 2.0, None)).await.unwrap();
        tx.commit().await.unwrap();
        approved(&db).await;
        let now = stand("2026-11-22").await;
        // The level stands as it did; the spread is a judgement of its own.
        assert_eq!(now.judgement.state, State::NoFinalValue);
        let spread = now.spread.as_ref().unwrap();
        let (period, between) = spread.last(now.as_of).unwrap();
        assert_eq!((period.to_string().as_str(), between.n, between.of), ("2025", 3, 4));
        assert!((spread.judgement.last.unwrap().value - 2.5).abs() < 1e-9);
        assert_eq!(spread.judgement.state, State::OffPath);
        // A year that is not over judges nothing, and nor does one that had no target for it.
        assert_eq!(stand("2025-06-30").await.spread.unwrap().judgement.last.unwrap().period.to_string(), "2024");

        // A fall by a quarter from 4.0 in 2024: 3.0, which 2.5 reaches.
        let tx = begin(&db).await;
        let change = new(TargetKind::Relative, -25.0, Some(2024));
        store::spreads::insert(&tx, &goal, 1, among, change.clone()).await.unwrap();
        tx.commit().await.unwrap();
        approved(&db).await;
        let now = stand("2026-11-22").await;
        let spread = now.spread.unwrap();
        assert_eq!(spread.judgement.state, State::Met);
        assert!((spread.judgement.single().unwrap().value - 3.0).abs() < 1e-9);
        assert_eq!(now.spread_versions.len(), 2);
        // Former days keep the former version, and a second hand is refused.
        assert_eq!(stand("2026-01-15").await.spread.unwrap().target.target.version_no, 1);
        let tx = begin(&db).await;
        let second = store::spreads::insert(&tx, &goal, 1, among, change).await;
        assert!(matches!(second, Err(varde_store::Error::Stale)));
        drop(tx);

        // From a year without values nothing can be said, and of kinds without values neither.
        let tx = begin(&db).await;
        let unknown = New { valid_from: Some(day("2026-03-01")), ..new(TargetKind::Relative, -25.0, Some(2019)) };
        store::spreads::insert(&tx, &goal, 2, among, unknown).await.unwrap();
        tx.commit().await.unwrap();
        approved(&db).await;
        let state = stand("2026-11-22").await.spread.unwrap().judgement.state;
        assert_eq!(state, State::CannotBeJudged(Reason::BaselineMissing));
        let tx = begin(&db).await;
        let homes = New { valid_from: Some(day("2026-04-01")), ..new(TargetKind::AtMost, 2.0, None) };
        store::spreads::insert(&tx, &goal, 3, (Spread::Ratio, UnitKind::NursingHome), homes).await.unwrap();
        tx.commit().await.unwrap();
        approved(&db).await;
        assert_eq!(stand("2026-11-22").await.spread.unwrap().judgement.state, State::AwaitsValue);
    });
}

#[test]
fn the_goal_page_the_plan_and_the_api_show_level_and_spread() {
    run(async {
        let app = TestApp::on(wide(), crate::followup::rooms).await;
        let tree = wide();
        let tx = app.begin().await;
        facts(&tx, &tree).await;
        record(&tx, &tree, 2025, &[("trust", 10.0), ("trust2", 12.0), ("trust3", 25.0)]).await;
        tx.commit().await.unwrap();
        let director = app.user("Dina Direktør", &[(Role::TopLeader, "no"), (Role::Planner, "no")]);
        let href = format!("/goals/{}", GoalId::from_code("nhp.g1"));
        says(
            &app.get(Some(&director), &href).await,
            &["Forskjeller mellom enheter", "Målet har ikke noe tall for hvor"],
        );
        let form = format!("{href}/spread-targets/new");
        says(&app.get(Some(&director), &form).await, &["Høyeste verdi delt på laveste", "Helseforetak (4)"]);
        let post = format!("{href}/spread-targets");
        let fields = [("spread", "ratio"), ("among", "health_trust"), ("kind", "at_most"), ("by", "2027-12-31")];
        let refused = app.post(Some(&director), &post, &[&fields[..], &[("value", "0,5")]].concat()).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("Høyeste delt på laveste er aldri under 1."));
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let good = [&fields[..], &[("value", "2")]].concat();
        assert_eq!(app.post(Some(&nurse), &post, &good).await.status, 403);
        assert_eq!(app.get(Some(&nurse), &form).await.status, 403);
        assert_eq!(app.post(Some(&director), &post, &good).await.status, 303);
        let page = app.get(Some(&nurse), &href).await;
        says(&page, &["Venter på eierne"]);
        assert!(!page.text.contains("Variasjon: Bak målbanen"), "it holds when the owners have approved it");
        approved(app.db()).await;
        let told = [
            "Variasjon: Bak målbanen",
            "2,5 ganger",
            "Regnet ut av 3 av 4 enheter i 2025",
            "Laveste verdi er 10",
            "høyeste 25",
        ];
        says(&app.get(Some(&nurse), &href).await, &told);
        let plan = format!("/plans/{}", PlanId::from_code("plan.nhp"));
        says(&app.get(Some(&nurse), &plan).await, &["Variasjon: Bak målbanen"]);
        says(&app.get(Some(&director), &format!("{href}/history")).await, &["Nytt mål for variasjon"]);

        let again = [&good[..], &[("valid_from", "2026-11-22"), ("reason", "")]].concat();
        assert_eq!(app.post(Some(&director), &post, &again).await.status, 422, "a second version needs a reason");
        let api = format!("/api/v1{href}/spread-targets");
        let body = json!({ "spread": "range", "among": "health_trust", "kind": "at_most", "value": 20.0,
            "by": "2027-12-31", "valid_from": "2026-11-22", "reason": "Enklere å forstå", "expected": 1 });
        assert_eq!(app.api(Some(&nurse), "POST", &api, Some(body.clone())).await.status, 403);
        let versions = app.api(Some(&director), "POST", &api, Some(body.clone())).await;
        assert_eq!(versions.status, 201, "{}", versions.text);
        assert_eq!(versions.json()[1]["spread"], "range");
        approved(app.db()).await;
        let late = json!({ "valid_from": "2026-11-23" });
        let body = serde_json::Value::Object(
            body.as_object().unwrap().clone().into_iter().chain(late.as_object().unwrap().clone()).collect(),
        );
        assert_eq!(app.api(Some(&director), "POST", &api, Some(body)).await.status, 409, "a second hand");
        assert_eq!(app.api(Some(&nurse), "GET", &api, None).await.json().as_array().unwrap().len(), 2);
        let status = app.api(Some(&nurse), "GET", &format!("/api/v1{plan}/status"), None).await.json();
        let goal = status["goals"].as_array().unwrap().iter().find(|one| one["code"] == "nhp.g1").unwrap();
        assert_eq!((goal["state"].as_str(), goal["spread"]["state"].as_str()), (Some("no_final_value"), Some("met")));
        assert_eq!((goal["spread"]["units"].as_i64(), goal["spread"]["units_in_all"].as_i64()), (Some(3), Some(4)));
        let unknown = json!({ "spread": "x", "among": "y", "kind": "at_most" });
        assert_eq!(app.api(Some(&director), "POST", &api, Some(unknown)).await.status, 422);
        assert_eq!(
            app.api(Some(&director), "GET", &format!("/api/v1/goals/{}/spread-targets", unit("none")), None)
                .await
                .status,
            404
        );
    });
}

#[test]
fn the_command_line_prints_the_spread_as_the_page_does() {
    on_both(tables(), |db| async move {
        let tree = wide();
        let tx = begin(&db).await;
        varde_people::store::units::refresh_lines(&tx, &tree).await.unwrap();
        facts(&tx, &tree).await;
        record(&tx, &tree, 2025, &[("trust", 10.0), ("trust2", 12.0), ("trust3", 25.0)]).await;
        tx.commit().await.unwrap();
        let goal = store::goals::open(&db, &TestApp::console(), &tree, GoalId::from_code("nhp.g1"), Action::Edit).await;
        let tx = begin(&db).await;
        let among = (Spread::Ratio, UnitKind::HealthTrust);
        store::spreads::insert(&tx, &goal.unwrap(), 0, among, new(TargetKind::AtMost, 2.0, None)).await.unwrap();
        tx.commit().await.unwrap();
        approved(&db).await;
        let plan = varde_plans::status::find(&db, "plan.nhp").await.unwrap().unwrap();
        let status = varde_plans::status::load(&db, &Sight::Whole, &tree, plan, (day("2026-11-22"), day("2026-11-22")))
            .await
            .unwrap();
        let say = varde_web::voice(&crate::followup::rooms(), Locale::Nb, jiff::tz::TimeZone::UTC);
        let text = varde_plans::status::text(&status, &tree, &say);
        assert!(text.contains("Regnet ut av 3 av 4 enheter i 2025"), "{text}");
        let csv = varde_plans::status::csv(&status, &say).unwrap();
        let line = csv.lines().find(|line| line.starts_with("nhp.g1,")).unwrap();
        assert!(line.contains(",2.5,2025,3 of 4,"), "{line}");
    });
}
