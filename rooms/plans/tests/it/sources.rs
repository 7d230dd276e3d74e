//! Every source about a goal beside the one that judges it.

use http::StatusCode;
use serde_json::json;
use varde_indicators::model::{Entry, Measure};
use varde_indicators::store::{self as indicators, Recording};
use varde_kernel::access::{Action, Role};
use varde_kernel::{GoalId, IndicatorId, Locale};
use varde_plans::store;
use varde_testkit::{TestApp, organisation, unit};

use crate::plan_pages::{house, planner, run, says};

/// Yearly shares of the whole country, from 2019 on.
async fn years(app: &TestApp, code: &str, had: &[f64], among: f64) {
    let place = (IndicatorId::from_code(code), unit("no"));
    let tree = organisation();
    let console = TestApp::console();
    let mut slot = indicators::open_slot(app.db(), &console, &tree, place, Action::Answer).await.unwrap();
    let recordings: Vec<Recording> = (2019_i16..)
        .zip(had)
        .map(|(year, had)| {
            let entry = Entry {
                numerator: Some(*had),
                denominator: Some(among),
                source: format!("Kilden for {code}"),
                ..Entry::default()
            };
            Recording {
                period: varde_kernel::Period::Year(year),
                entry: varde_indicators::rules::completed(Measure::Percent, None, entry),
                former: None,
                reason: String::new(),
                code: None,
            }
        })
        .collect();
    let tx = app.begin().await;
    indicators::record(&tx, &mut slot, &recordings).await.unwrap();
    tx.commit().await.unwrap();
}

fn harm() -> GoalId {
    GoalId::from_code("rv.g1")
}

#[test]
fn three_sources_stand_beside_each_other_with_own_trend_source_and_date() {
    run(async {
        let app = house().await;
        years(&app, "ind.uti.hosp", &[600.0, 590.0, 400.0], 10_000.0).await;
        years(&app, "ind.ssi.hip", &[400.0, 410.0, 700.0], 10_000.0).await;
        let petra = app.user("Petra Planlegger", &[(Role::Planner, "no")]);
        let linked = ["ind.uti.hosp", "ind.ssi.hip"].map(|code| IndicatorId::from_code(code).to_string());
        let version = store::goals::load(app.db(), harm()).await.unwrap().unwrap().version;
        let body = json!({"indicators": linked, "version": version});
        let path = format!("/api/v1/goals/{}/sources", harm());
        assert_eq!(app.api(Some(&petra), "PUT", &path, Some(body)).await.status, StatusCode::OK);
        // Whoever works for the whole country sees its counts.
        let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "no")]);
        let page = app.get(Some(&nora), &format!("/goals/{}", harm())).await;
        says(
            &page,
            &[
                "Kildene side om side",
                "Dømmer målet",
                "Ses ved siden av",
                "Kilden for ind.uti.hosp",
                "Kilden for ind.ssi.hip",
                "400 av 10\u{a0}000",
                "4\u{a0}%</strong> (2021)",
                "7\u{a0}%</strong> (2021)",
                "peker ikke samme vei",
            ],
        );
        assert!(3 <= page.text.matches("picture-narrow").count(), "a chart each: {}", page.text);
        for (locale, words) in [(Locale::Nn, "peiker ikkje same veg"), (Locale::En, "do not point the same way")] {
            let reader = app.user_in("Nina", &[(Role::QualityAdviser, "no")], locale);
            says(&app.get(Some(&reader), &format!("/goals/{}", harm())).await, &[words]);
        }
        let api = app.api(Some(&nora), "GET", &format!("/api/v1/goals/{}/sources", harm()), None).await.json();
        let parts: Vec<(&str, &str)> = api["sources"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["part"].as_str().unwrap(), one["pointing"].as_str().unwrap()))
            .collect();
        assert_eq!(parts.first().map(|one| one.0), Some("judges"));
        assert!(parts.contains(&("beside", "better")) && parts.contains(&("beside", "worse")), "{parts:?}");
        assert_eq!(api["sources"][1]["latest"]["numerator"], 400.0);
    });
}

/// Of two sources of the same thing only the declared one judges the goal, whatever the other shows.
#[test]
fn only_the_declared_source_judges_and_others_are_chosen_beside_it() {
    run(async {
        let app = house().await;
        let petra = app.user("Petra Planlegger", &[(Role::Planner, "no"), (Role::TopLeader, "no")]);
        let (id, gtt) = (GoalId::from_code("nhp.g2"), IndicatorId::from_code("ind.gtt.harm"));
        let page = format!("/goals/{id}");
        let judged = |text: &str| text.split("id=\"sources\"").next().unwrap().to_owned();
        let before = judged(&app.get(Some(&petra), &page).await.text);
        let form = app.get(Some(&petra), &format!("{page}/sources")).await;
        says(&form, &["Indikatorer som målet også ses sammen med", "name=\"version\""]);
        let goal = store::goals::load(app.db(), id).await.unwrap().unwrap();
        let (version, chosen) = (goal.version.to_string(), gtt.to_string());
        let nowhere = IndicatorId::from_code("ind.nowhere").to_string();
        let wrong = [("version", version.as_str()), ("indicator", nowhere.as_str())];
        let refused = app.post(Some(&petra), &format!("{page}/sources"), &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let sent = [("version", version.as_str()), ("indicator", chosen.as_str()), ("indicator", chosen.as_str())];
        assert_eq!(app.post(Some(&petra), &format!("{page}/sources"), &sent).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.post(Some(&petra), &format!("{page}/sources"), &sent).await.status, StatusCode::CONFLICT);
        assert_eq!(store::linked::of_goal(app.db(), id).await.unwrap(), [gtt]);
        let shown = app.get(Some(&petra), &page).await;
        says(&shown, &["Ses ved siden av", "Dømmer målet"]);
        assert_eq!(judged(&shown.text), before, "the judgement is the same");
        says(&app.get(Some(&petra), &format!("{page}/history")).await, &["Kildene ved siden av målet endret"]);
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        assert_eq!(app.get(Some(&nurse), &format!("{page}/sources")).await.status, StatusCode::FORBIDDEN);
        let body = json!({"indicators": [], "version": goal.version + 1});
        let path = format!("/api/v1{page}/sources");
        let refused = app.api(Some(&nurse), "PUT", &path, Some(body.clone())).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert_eq!(app.api(Some(&petra), "PUT", &path, Some(body.clone())).await.status, StatusCode::OK);
        assert_eq!(app.api(Some(&petra), "PUT", &path, Some(body)).await.status, StatusCode::CONFLICT);
        let other = planner(&app);
        assert!(
            !app.get(Some(&other), &page).await.text.contains("Velg flere kilder"),
            "the trust edits no national goal"
        );
    });
}

/// The companion for missing data is drawn beside, with its value and the first one's base.
#[test]
fn a_companion_is_drawn_beside_and_says_what_the_first_is_counted_from() {
    run(async {
        let app = house().await;
        years(&app, "ind.med.review", &[80.0], 92.0).await;
        years(&app, "ind.med.noreport", &[8.0], 100.0).await;
        let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "no")]);
        let scope = varde_kernel::access::Scope::Everything;
        let filter =
            store::goals::Filter { plan: Some(varde_kernel::PlanId::from_code("plan.nhp")), ..Default::default() };
        let goals = store::goals::list(app.db(), &scope, &filter, 50, 0).await.unwrap();
        let review = IndicatorId::from_code("ind.med.review");
        let goal = goals.iter().find(|goal| goal.indicator == Some(review)).unwrap();
        let page = app.get(Some(&nora), &format!("/goals/{}", goal.id)).await;
        says(&page, &["Følgeindikator", "8\u{a0}%</strong> (2019)", "8 av 100", "Les sammen med", "80 av 92"]);
        // Someone elsewhere is told neither of them: eight is said by nobody's leave, and twelve without are few as well.
        let other = app.user("Per Annen", &[(Role::Staff, "ward")]);
        let page = app.get(Some(&other), &format!("/goals/{}", goal.id)).await;
        assert!(!page.text.contains("8 av 100") && !page.text.contains("80 av 92"), "{}", page.text);
    });
}
