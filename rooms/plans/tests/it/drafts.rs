//! Forms in which one writes keep what was typed until it has reached the server (ADR 0012).

use varde_kernel::GoalId;
use varde_kernel::access::Role;
use varde_testkit::unit;

use crate::plan_pages::{house, planner, run};

#[test]
fn every_form_in_which_one_writes_keeps_a_draft_under_a_name_of_its_own() {
    run(async {
        let app = house().await;
        let planner = planner(&app);
        let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
        let director = app.user("Dina Direktør", &[(Role::TopLeader, "no"), (Role::Planner, "no")]);
        let (ward, trust) = (unit("ward").to_string(), unit("trust").to_string());
        let fields = [("unit", trust.as_str()), ("kind", "strategy"), ("name", "Plan")];
        let plan = app.post(Some(&planner), "/plans", &fields).await.location().to_owned();
        let goal = format!("/goals/{}", GoalId::from_code("nhp.g1"));
        let mut seen = Vec::new();
        for (user, path) in [
            (&leader, format!("/goals/new?unit={ward}")),
            (&director, format!("{goal}/edit")),
            (&director, format!("{goal}/targets/new")),
            (&director, format!("{goal}/spread-targets/new")),
            (&leader, format!("{goal}/choose?unit={ward}")),
            (&planner, "/plans/new".to_owned()),
            (&planner, format!("{plan}/edit")),
            (&planner, format!("{plan}/parts/new")),
            (&planner, format!("{plan}/alternatives/new")),
            (&leader, format!("/units/{ward}/wheel/new")),
            (&leader, "/pilots/new".to_owned()),
            (&leader, "/proposals/new".to_owned()),
        ] {
            let page = app.get(Some(user), &path).await;
            assert_eq!(page.status, 200, "{path}: {}", page.text);
            let name = page.text.split("data-draft=\"").nth(1).and_then(|rest| rest.split('"').next());
            let name = name.unwrap_or_else(|| panic!("{path} keeps no draft")).to_owned();
            assert!(!seen.contains(&name), "{path} shares the draft {name}");
            seen.push(name);
        }
        // A draft of a former version never covers a newer one.
        let before = app.get(Some(&planner), &format!("{plan}/edit")).await.text;
        let saved = [("kind", "strategy"), ("name", "Ny plan"), ("version", "1")];
        assert_eq!(app.post(Some(&planner), &plan, &saved).await.status, 303);
        let after = app.get(Some(&planner), &format!("{plan}/edit")).await.text;
        let name = |text: &str| text.split("data-draft=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_ne!(name(&before), name(&after));
    });
}
