//! Long lists: sorted by their columns, narrowed to a unit and to how things stand, and counted whole.

use varde_kernel::access::Role;
use varde_kernel::{GoalId, PlanId, sort_key};
use varde_testkit::unit;

use crate::plan_pages::{house, run, says};

/// What the first cell of each row is called.
fn rows(page: &str) -> Vec<String> {
    let cells = page.split("role=\"rowheader\"").skip(1);
    cells.filter_map(|cell| cell.split('>').nth(2)?.split('<').next().map(str::to_owned)).collect()
}

#[test]
fn plans_are_sorted_by_name_and_those_that_ran_out_are_found_by_that() {
    run(async {
        let app = house().await;
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let up = rows(&app.get(Some(&nurse), "/plans?sort=name").await.text);
        let mut sorted = up.clone();
        sorted.sort_by_cached_key(|name| sort_key(name));
        assert!(1 < up.len());
        assert_eq!(up, sorted);
        let mut down = rows(&app.get(Some(&nurse), "/plans?sort=name&dir=desc").await.text);
        down.reverse();
        assert_eq!(up, down);

        let plan = "Handlingsplan for pasientsikkerhet";
        let out = app.get(Some(&nurse), "/plans?state=run_out").await;
        says(&out, &[plan, "Utløpt"]);
        let adopted = app.get(Some(&nurse), "/plans?state=adopted").await;
        assert!(!rows(&adopted.text).iter().any(|name| name.starts_with(plan)), "{:?}", rows(&adopted.text));
        // A ward's plans are also those of the nation above it.
        let mine = app.get(Some(&nurse), &format!("/plans?unit={}", unit("ward"))).await;
        says(&mine, &[plan, "Vis alle enheter", "href=\"/plans\""]);
    });
}

#[test]
fn goals_are_found_by_how_they_stand_and_counted_over_all_pages() {
    run(async {
        let app = house().await;
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let of_plan = format!("plan={}", PlanId::from_code("plan.nhp"));
        let all = app.get(Some(&nurse), &format!("/goals?{of_plan}&page=2")).await;
        says(&all, &["13 tallfestede mål: 1 kan vurderes, 7 kan ikke, 5 venter på en verdi"]);
        let cannot = app.get(Some(&nurse), &format!("/goals?{of_plan}&stands=cannot_be_judged")).await;
        assert_eq!(rows(&cannot.text).len(), 7);
        says(&cannot, &["7 mål."]);
        let worst = app.get(Some(&nurse), &format!("/goals?{of_plan}&sort=stands")).await;
        let first = worst.text.split("role=\"rowheader\"").nth(1).unwrap();
        assert!(first.contains("Uten sluttverdi"), "{first}");
    });
}

#[test]
fn the_menu_leads_on_to_the_lists_of_the_unit_that_one_is_at() {
    run(async {
        let app = house().await;
        let nurse = app.user("Nora Sykepleier", &[(Role::Staff, "ward")]);
        let (ward, trust) = (unit("ward"), unit("trust"));
        let leads = |page: &str, unit| page.contains(&format!("href=\"/goals?unit={unit}\""));
        assert!(leads(&app.get(Some(&nurse), &format!("/units/{trust}/wheel")).await.text, trust));
        assert!(leads(&app.get(Some(&nurse), "/work").await.text, ward));
        let everyone = app.get(Some(&nurse), "/plans").await.text;
        assert!(everyone.contains("href=\"/goals\"") && !leads(&everyone, ward), "{everyone}");
        // On paper the page says whose it is and when it was printed.
        let wheel = app.get(Some(&nurse), &format!("/units/{trust}/wheel?year=2026")).await;
        says(&wheel, &["<h1>Årshjul 2026 for ", "Skrevet ut "]);
    });
}

#[test]
fn the_history_of_a_loaded_goal_begins_with_the_loading() {
    run(async {
        let app = house().await;
        let director = app.user("Dina Direktør", &[(Role::TopLeader, "no"), (Role::Planner, "no")]);
        let goal = GoalId::from_code("nhp.g1");
        says(&app.get(Some(&director), &format!("/goals/{goal}/history")).await, &["Lest inn"]);
    });
}
