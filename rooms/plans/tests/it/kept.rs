//! What is overwritten stands in the history, in every language and every field; and who replaces a list that
//! others have changed since it was read is refused.

use jiff::civil::date;
use varde_kernel::access::{Action, Actor, Held, Kind, Role};
use varde_kernel::{GoalId, PersonId, Words};
use varde_plans::model::followup::alternatives::{AlternativeDraft, PointKind};
use varde_plans::model::followup::pilots::{Evidence, PilotDraft, PilotKind};
use varde_plans::model::followup::wheel::{Phase, StepDraft};
use varde_plans::model::goal::{Goal, GoalState};
use varde_plans::model::plan::{Binding, Plan, PlanKind, PlanText, Source};
use varde_plans::store::{alternatives, goals, pilots, plans, wheel};
use varde_store::{Db, Error, Json, all_languages, history, json};
use varde_testkit::{on_both, organisation, unit};

use crate::followup::{begin, console, fill, part, plan, tables};
use crate::plan_pages::{house, run};

fn words(text: &str) -> Words {
    Words { nb: text.into(), nn: Some(format!("{text} nn")), en: Some(format!("{text} en")) }
}

async fn last<K>(db: &Db, thing: varde_kernel::Id<K>) -> history::Told {
    history::of_thing(db, thing, 1).await.unwrap().remove(0)
}

/// What a field said before stands there whole.
#[track_caller]
fn held(before: &Json, fields: &[&str], text: &str) {
    for field in fields {
        assert_eq!(before[*field], all_languages(&words(text)), "{field} in {before}");
    }
}

#[test]
fn a_plan_and_a_goal_keep_every_text_that_was_overwritten() {
    on_both(tables(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        fill(&tx, &tree).await;
        let said = |text: &str| PlanText {
            name: words(text),
            vision: words(text),
            purpose: words(text),
            target_group: words(text),
            follow_up: words(text),
            resources: words(text),
            scope: words(text),
            from: Some(date(2027, 1, 1)),
            to: Some(date(2027, 12, 31)),
            period_note: words(text),
            binding: Some(Binding::Guiding),
            binding_note: words(text),
        };
        let opened = plans::open(&tx, &console(), &tree, plan(), Action::Edit).await.unwrap();
        let first = opened.map(|plan| Plan { said: said("Først"), kind: PlanKind::Strategy, ..plan });
        let version = plans::save(&tx, &first, &first, "edited", "").await.unwrap();
        let before = Plan { version, ..Plan::clone(&first) };
        let second = first.map(|plan| Plan { said: said("Så"), kind: PlanKind::ActionPlan, ..plan });
        plans::save(&tx, &before, &second, "edited", "").await.unwrap();

        let goal = Goal {
            id: GoalId::from_code("kept"),
            code: None,
            plan: None,
            part: None,
            unit: unit("trust"),
            ord: 1,
            name: words("Mål"),
            overall: false,
            indicator: None,
            link: None,
            direction: None,
            scope: words("Mål"),
            data_source: words("Mål"),
            parent: None,
            state: GoalState::Active,
            source: Source::default(),
            open: true,
            version: 1,
        };
        let on = goals::target(&tree, &goal);
        let goal = varde_kernel::access::grant(&console(), Action::Create, &on, goal).unwrap();
        let ties = goals::Ties { tags: vec![part("u1")], grounds: vec![varde_kernel::FindingId::from_code("f")] };
        goals::insert(&tx, &goal, &ties).await.unwrap();
        let before = Goal::clone(&goal);
        let goal =
            goal.map(|goal| Goal { name: words("Nytt"), scope: words("Nytt"), data_source: words("Nytt"), ..goal });
        goals::save(&tx, &before, &goal, &goals::Ties::default(), "").await.unwrap();
        tx.commit().await.unwrap();

        let told = last(&db, plan()).await;
        let fields = ["name", "vision", "purpose", "target_group", "follow_up", "resources", "scope", "period_note"];
        held(&told.before, &fields, "Først");
        held(&told.before, &["binding_note"], "Først");
        assert_eq!((&told.before["kind"], &told.after["kind"]), (&"strategy".into(), &"action_plan".into()));
        held(&told.after, &fields, "Så");
        let told = last(&db, goal.id).await;
        held(&told.before, &["name", "scope", "data_source"], "Mål");
        let tagged = Json::Array(vec![all_languages(&Words::plain("Punkt u1"))]);
        assert_eq!((&told.before["tags"], &told.after["tags"]), (&tagged, &Json::Array(Vec::new())));
        assert_eq!(told.before["grounds"], Json::Array(vec![ties.grounds[0].to_string().into()]));
    });
}

#[test]
fn an_alternative_a_vote_a_step_and_a_pilot_keep_what_was_overwritten() {
    on_both(tables(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        fill(&tx, &tree).await;
        let of = (plan(), unit("trust"));
        let edits = alternatives::open(&console(), &tree, of, true, Action::Edit).unwrap();
        let draft = |text: &str| AlternativeDraft {
            number: 1,
            name: words(text),
            summary: words(text),
            setup: words(text),
            pace: words(text),
            effect: words(text),
            points: PointKind::ALL.iter().map(|kind| (*kind, words(text))).collect(),
            left_behind: Vec::new(),
        };
        let alternative = alternatives::insert(&tx, &edits, &draft("Først")).await.unwrap();
        let known = alternatives::of_plan(&tx, plan(), alternative).await.unwrap().unwrap();
        alternatives::save(&tx, &edits, &known, 1, &draft("Så")).await.unwrap();

        let step = |text: &str| StepDraft {
            phase: Phase::Plan,
            title: words(text),
            help: words(text),
            regulation: Some(text.to_owned()),
            due: None,
            owner_person: Some(PersonId::from_code(text)),
            owner_role: None,
        };
        let home = wheel::open_unit(&console(), &tree, unit("ward"), Action::Create).unwrap();
        let at = wheel::insert(&tx, &home, 2027, &step("Først"), None).await.unwrap();
        let opened = wheel::open(&tx, &console(), &tree, at, Action::Edit).await.unwrap();
        wheel::save(&tx, &opened, 1, &step("Så")).await.unwrap();

        let trial = |text: &str, ticked: bool| PilotDraft {
            kind: PilotKind::Pilot,
            name: words(text),
            field: words(text),
            ground: text.to_owned(),
            knowledge: text.to_owned(),
            evidence: Evidence::Unknown,
            baseline: text.to_owned(),
            starts: Some(date(2027, 1, 1)),
            ends: None,
            decision_due: None,
            follow_up: text.to_owned(),
            decision_support: ticked,
            risk_assessed: ticked,
            owner_actor: None,
        };
        let home = pilots::open_unit(&console(), &tree, unit("ward"));
        let pilot = pilots::insert(&tx, &home.unwrap(), &trial("Først", true)).await.unwrap();
        let opened = pilots::open(&tx, &console(), &tree, pilot, Action::Edit).await.unwrap();
        pilots::save(&tx, &opened, 1, &PilotDraft { starts: None, ..trial("Så", false) }).await.unwrap();
        tx.commit().await.unwrap();

        let held_role = Held { role: Role::BoardMember, unit: unit("trust"), line: tree.line(unit("trust")) };
        let member = Actor::Person { person: PersonId::from_code("Berit"), held: vec![held_role], read_only: false };
        let tx = db.begin_write(member.author(), "2026-11-22T12:00:00Z".parse().unwrap()).await.unwrap();
        let votes = alternatives::open(&member, &tree, of, true, Action::Answer).unwrap();
        let ballot = alternatives::Ballot {
            alternative: Some(alternative),
            seat: "brukerutvalget".into(),
            statement: "Den er rask".into(),
            reservation: "Bemanningen".into(),
        };
        alternatives::vote(&tx, &votes, &ballot).await.unwrap();
        assert!(alternatives::withdraw(&tx, &votes).await.unwrap());
        tx.commit().await.unwrap();

        let told = last(&db, alternative).await;
        held(&told.before, &["name", "summary", "setup", "pace", "effect"], "Først");
        for list in ["pros", "cons", "preconditions"] {
            assert_eq!(told.before[list][0], all_languages(&words("Først")), "{list}");
            assert_eq!(told.after[list][0], all_languages(&words("Så")), "{list}");
        }
        let told = last(&db, at).await;
        held(&told.before, &["title", "help"], "Først");
        assert_eq!(told.before["regulation"], "Først");
        assert_eq!(told.before["owner_person"], PersonId::from_code("Først").to_string());
        let told = last(&db, pilot).await;
        held(&told.before, &["name", "field"], "Først");
        for field in ["ground", "knowledge", "baseline", "follow_up"] {
            assert_eq!(told.before[field], "Først", "{field}");
        }
        assert_eq!((&told.before["starts"], &told.after["starts"]), (&"2027-01-01".into(), &Json::Null));
        assert_eq!((&told.before["decision_support"], &told.after["decision_support"]), (&true.into(), &false.into()));
        let taken = history::of_thing(&db, plan(), 1).await.unwrap().remove(0);
        assert_eq!((taken.action.as_str(), &taken.before["statement"]), ("vote_withdrawn", &"Den er rask".into()));
        assert_eq!(taken.before["alternative"], alternative.to_string());
    });
}

#[test]
fn owners_are_not_replaced_by_someone_who_read_others() {
    on_both(tables(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        fill(&tx, &tree).await;
        let opened = plans::open(&tx, &console(), &tree, plan(), Action::Edit).await.unwrap();
        let (first, second) = ([unit("trust"), unit("trust2")], [unit("trust"), unit("clinic")]);
        plans::save_owners(&tx, &opened, 1, &first).await.unwrap();
        assert!(matches!(plans::save_owners(&tx, &opened, 1, &second).await, Err(Error::Stale)));
        let owners: Vec<_> = plans::owners(&tx, plan()).await.unwrap().iter().map(|owner| owner.unit).collect();
        assert_eq!(owners, first);
        tx.commit().await.unwrap();
        let told = last(&db, plan()).await;
        assert_eq!((told.kind.as_str(), told.version), (Kind::Plan.name(), Some(2)), "whoever is late learns of it");
    });
}

#[test]
fn what_a_program_does_not_name_of_a_goal_stays() {
    run(async {
        let app = house().await;
        let petra = app.user("Petra Planlegger", &[(Role::Planner, "no"), (Role::TopLeader, "no")]);
        let ask = async |method: &str, path: &str, body: Option<Json>| {
            let reply = app.api(Some(&petra), method, path, body).await;
            (reply.status.as_u16(), reply.text.parse::<Json>().unwrap_or_default())
        };
        let tag = varde_kernel::PartId::from_code("rv.f1").to_string();
        let draft = json!({ "unit": unit("no").to_string(), "name": "Færre fall", "tags": [tag] });
        let (status, made) = ask("POST", "/api/v1/goals", Some(draft)).await;
        assert_eq!((status, &made["tags"]), (201, &json!([tag])), "{made}");
        let path = format!("/api/v1/goals/{}", made["id"].as_str().unwrap());
        let (_, measure) = ask(
            "POST",
            "/api/v1/measures",
            Some(json!({ "unit_id": unit("no").to_string(), "title": { "nb": "Gulv uten terskler" } })),
        )
        .await;
        let measure = measure["id"].clone();
        let tied = json!({ "measures": [measure] });
        assert_eq!(ask("PUT", &format!("{path}/measures"), Some(tied)).await.0, 204);
        // Neither tags, grounds nor measures are named.
        let change = json!({ "name": "Ingen fall", "version": 1 });
        let (status, changed) = ask("PUT", &path, Some(change)).await;
        assert_eq!((status, &changed["name"]["nb"]), (200, &json!("Ingen fall")));
        assert_eq!((&changed["tags"], &changed["measures"]), (&json!([tag]), &json!([measure])), "{changed}");
        let (_, without) = ask("PUT", &path, Some(json!({ "name": "Ingen fall", "tags": [], "version": 2 }))).await;
        assert_eq!(without["tags"], json!([]), "what is named is done");
        // Someone who read the goal before the measure was tied takes it not away again.
        let late = json!({ "measures": [], "was": [] });
        assert_eq!(ask("PUT", &format!("{path}/measures"), Some(late)).await.0, 204);
        assert_eq!(ask("GET", &path, None).await.1["measures"], json!([measure]));
        let seen = json!({ "measures": [], "was": [measure] });
        assert_eq!(ask("PUT", &format!("{path}/measures"), Some(seen)).await.0, 204);
        assert_eq!(ask("GET", &path, None).await.1["measures"], json!([]));
        let (_, of_plan) = ask("GET", &format!("/api/v1/goals/{}", GoalId::from_code("rv.g1")), None).await;
        assert!(of_plan.get("part").is_some() && of_plan["grounds"].is_array(), "{of_plan}");
    });
}
