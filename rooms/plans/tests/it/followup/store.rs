//! What the tables promise, on both databases.

use varde_kernel::access::{Action, Actor, Held, Kind, Role};
use varde_kernel::{PersonId, Words};
use varde_plans::import;
use varde_plans::model::followup::alternatives::{AlternativeDraft, PointKind};
use varde_plans::model::followup::choosing::{ChallengeLinks, ProposalDraft, Verdict};
use varde_plans::model::followup::pilots::{PilotKind, PilotState};
use varde_plans::model::followup::wheel::{Phase, StepDraft, StepState};
use varde_plans::model::plan::{Part, PartKind};
use varde_plans::rules::wheel as rules;
use varde_plans::store::{alternatives, choosing, parts, pilots, plans, sources, wheel};
use varde_store::{Error, Json, Read, history, json, values};
use varde_testkit::{on_both, organisation, unit};

use super::{begin, console, fill, measure, part, plan, tables};

fn person(name: &str, role: Role, home: &str) -> Actor {
    let line = organisation().line(unit(home));
    Actor::Person {
        person: PersonId::from_code(name),
        held: vec![Held { role, unit: unit(home), line }],
        read_only: false,
    }
}

fn draft(title: &str, due: Option<&str>) -> StepDraft {
    StepDraft {
        phase: Phase::Plan,
        title: Words::plain(title),
        help: Words::default(),
        regulation: None,
        due: due.map(|day| day.parse().unwrap()),
        owner_person: None,
        owner_role: Some(Role::UnitLeader),
    }
}

#[test]
fn a_year_begins_with_the_duties_and_is_copied_once() {
    on_both(tables(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        let yaml = include_str!("../../../../../content/wheel.yaml");
        let n = import::content_wheel(&tx, yaml).await.unwrap();
        assert_eq!(import::content_wheel(&tx, yaml).await.unwrap(), n, "again changes nothing");
        let duties = wheel::duties(&tx).await.unwrap();
        assert_eq!(duties.len(), n);
        assert!(Phase::ALL.iter().all(|phase| duties.iter().any(|duty| duty.phase == *phase)));
        let ward = wheel::open_unit(&console(), &tree, unit("ward"), Action::Create).unwrap();
        for duty in &duties {
            let made = StepDraft { due: rules::end_of_month(2026, duty.month), ..draft(&duty.title.nb, None) };
            wheel::insert(&tx, &ward, 2026, &StepDraft { phase: duty.phase, ..made }, Some(duty)).await.unwrap();
        }
        let steps = wheel::list(&tx, unit("ward"), 2026).await.unwrap();
        assert!(rules::incomplete(&steps).is_empty(), "each duty has a day, an owner and a phase");
        let copies: Vec<_> = steps.iter().map(|step| (step.clone(), rules::next_year(step))).collect();
        assert_eq!(wheel::copy(&tx, &ward, 2027, &copies).await.unwrap(), n);
        assert_eq!(wheel::copy(&tx, &ward, 2027, &copies).await.unwrap(), 0);
        let next = wheel::list(&tx, unit("ward"), 2027).await.unwrap();
        assert!(next[0].title.en.is_some(), "the words keep their languages");
        tx.commit().await.unwrap();
    });
}

#[test]
fn signing_records_open_points_and_follows_them_up() {
    on_both(tables(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        let ward = wheel::open_unit(&console(), &tree, unit("ward"), Action::Approve).unwrap();
        for title in ["a", "b", "c"] {
            wheel::insert(&tx, &ward, 2026, &draft(title, Some("2026-03-31")), None).await.unwrap();
        }
        let steps = wheel::list(&tx, unit("ward"), 2026).await.unwrap();
        let done = wheel::open(&tx, &console(), &tree, steps[0].id, Action::Answer).await.unwrap();
        wheel::set_state(&tx, &done, 1, StepState::Done, "Went well").await.unwrap();
        assert!(matches!(wheel::set_state(&tx, &done, 1, StepState::Open, "").await, Err(Error::Stale)));
        let steps = wheel::list(&tx, unit("ward"), 2026).await.unwrap();
        let open: Vec<_> = rules::open_points(&steps, Phase::Plan)
            .into_iter()
            .map(|step| (step.clone(), StepDraft { phase: Phase::Correct, ..draft("follow up", Some("2026-06-01")) }))
            .collect();
        assert_eq!(open.len(), 2);
        wheel::sign(&tx, &ward, 2026, Phase::Plan, "Two remain", &open).await.unwrap();
        let signs = wheel::signatures(&tx, unit("ward"), 2026).await.unwrap();
        assert_eq!((signs.len(), signs[0].points.len()), (1, 2));
        let all = wheel::list(&tx, unit("ward"), 2026).await.unwrap();
        assert_eq!(all.iter().filter(|step| step.phase == Phase::Correct).count(), 2);
        // Due steps reach those of the unit, and whoever owns one wherever it lies.
        let until = "2026-12-01".parse().unwrap();
        assert_eq!(wheel::due(&tx, &[unit("ward")], None, until).await.unwrap().len(), 4);
        assert_eq!(wheel::due(&tx, &[], None, until).await.unwrap().len(), 0);
        tx.commit().await.unwrap();
    });
}

#[test]
fn a_vote_can_be_changed_and_taken_back_and_one_counts() {
    on_both(tables(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        fill(&tx, &tree).await;
        let as_console = alternatives::open(&console(), &tree, (plan(), unit("trust")), true, Action::Edit).unwrap();
        let mut ids = Vec::new();
        for number in 0..3 {
            let points = vec![(PointKind::Pro, Words::plain("Rask")), (PointKind::Con, Words::plain("Dyr"))];
            let draft = AlternativeDraft {
                number,
                name: Words::plain(format!("Nr {number}")),
                points,
                ..AlternativeDraft::default()
            };
            ids.push(alternatives::insert(&tx, &as_console, &draft).await.unwrap());
        }
        tx.commit().await.unwrap();
        let member = person("Berit Styre", Role::BoardMember, "trust");
        let tx = db.begin_write(member.author(), "2026-11-22T12:00:00Z".parse().unwrap()).await.unwrap();
        let ballot = alternatives::open(&member, &tree, (plan(), unit("trust")), true, Action::Answer).unwrap();
        let berit = member.person().unwrap();
        let waiting = alternatives::to_vote(&tx, &[unit("trust"), unit("ward")], berit).await.unwrap();
        assert_eq!(waiting.iter().map(|(id, ..)| *id).collect::<Vec<_>>(), [plan()]);
        assert_eq!(alternatives::to_vote(&tx, &[unit("ward")], berit).await.unwrap(), []);
        let vote = |alternative| alternatives::Ballot { alternative, ..alternatives::Ballot::default() };
        alternatives::vote(&tx, &ballot, &vote(Some(ids[1]))).await.unwrap();
        alternatives::vote(&tx, &ballot, &vote(None)).await.unwrap();
        let votes = alternatives::votes(&tx, plan()).await.unwrap();
        assert_eq!((votes.len(), votes[0].alternative), (1, None));
        assert_eq!(alternatives::to_vote(&tx, &[unit("trust")], berit).await.unwrap(), [], "one has voted");
        assert_eq!(
            tx.number("select count(*) as n from vote", values![]).await.unwrap(),
            2,
            "the first stays to be read"
        );
        assert!(alternatives::withdraw(&tx, &ballot).await.unwrap());
        assert!(!alternatives::withdraw(&tx, &ballot).await.unwrap());
        tx.commit().await.unwrap();
        let nurse = person("Nora Sykepleier", Role::Staff, "trust");
        assert!(alternatives::open(&nurse, &tree, (plan(), unit("trust")), true, Action::Answer).is_err());
        assert!(alternatives::open(&member, &tree, (plan(), unit("trust")), true, Action::Approve).is_err());
        let tx = begin(&db).await;
        let decides = alternatives::open(&console(), &tree, (plan(), unit("trust")), true, Action::Approve).unwrap();
        alternatives::decide(&tx, &decides, ids[1], "Cheapest").await.unwrap();
        tx.commit().await.unwrap();
        let tx = begin(&db).await;
        assert!(matches!(alternatives::decide(&tx, &decides, ids[2], "Again").await, Err(Error::Stale)));
        drop(tx);
        assert_eq!(alternatives::choice(&db, plan()).await.unwrap().unwrap().alternative, ids[1]);
    });
}

#[test]
fn a_proposal_is_seen_by_its_proposer_and_scores_are_replaced() {
    on_both(tables(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        fill(&tx, &tree).await;
        tx.commit().await.unwrap();
        let nurse = person("Nora Sykepleier", Role::Staff, "ward");
        let now = "2026-11-22T12:00:00Z".parse().unwrap();
        let tx = db.begin_write(nurse.author(), now).await.unwrap();
        let ward = choosing::open_unit(&nurse, &tree, unit("ward")).unwrap();
        let text = ProposalDraft { plan: Some(plan()), title: "Fast sjekk".into(), body: "Hver kveld".into() };
        let id = choosing::insert(&tx, &ward, &text).await.unwrap();
        tx.commit().await.unwrap();
        assert!(choosing::follows(&db, id, nurse.person().unwrap()).await.unwrap());
        let other = person("Olav Annen", Role::Staff, "town");
        assert!(matches!(choosing::open(&db, &other, &tree, id, Action::Read).await, Err(Error::NotFound)));
        assert!(matches!(choosing::open(&db, &nurse, &tree, id, Action::Approve).await, Err(Error::Forbidden)));
        let scope = |actor: &Actor| varde_kernel::access::scope(actor, Kind::Proposal);
        let count = async |actor: &Actor| {
            choosing::count(&db, &scope(actor), actor.person(), &choosing::Wanted::default()).await.unwrap()
        };
        assert_eq!((count(&nurse).await, count(&other).await), (1, 0));
        let leader = person("Lars Leder", Role::UnitLeader, "ward");
        let tx = db.begin_write(leader.author(), now).await.unwrap();
        let scored = choosing::open(&tx, &leader, &tree, id, Action::Answer).await.unwrap();
        choosing::score(&tx, &scored, &[(part("k1"), 2, String::new())]).await.unwrap();
        choosing::score(&tx, &scored, &[(part("k1"), 5, "On reflection".into())]).await.unwrap();
        tx.commit().await.unwrap();
        let given = choosing::scores(&db, &[id]).await.unwrap();
        assert_eq!((given.len(), given[0].1.value), (1, 5));
        let tx = db.begin_write(leader.author(), now).await.unwrap();
        let mine = choosing::open(&tx, &leader, &tree, id, Action::Edit).await.unwrap();
        let version = choosing::submit(&tx, &mine, 1).await.unwrap();
        choosing::decide(&tx, &mine, version, Verdict::Accept, "It works elsewhere").await.unwrap();
        assert!(matches!(choosing::decide(&tx, &mine, version, Verdict::Reject, "").await, Err(Error::Stale)));
        tx.commit().await.unwrap();
        let seen = choosing::open(&db, &nurse, &tree, id, Action::Read).await.unwrap();
        assert_eq!(seen.decision.as_ref().unwrap().reason, "It works elsewhere");
    });
}

#[test]
fn challenges_are_linked_and_rounds_ask_each_measures_own_unit() {
    on_both(tables(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        fill(&tx, &tree).await;
        let head = sources::open_plan(&tx, &console(), &tree, plan(), Kind::Plan, Action::Edit).await.unwrap();
        let owned = head.map(|head| (head.id, head.unit));
        let links = ChallengeLinks { measures: vec![(part("u1"), measure("m1"))], indicators: vec![] };
        choosing::link_challenges(&tx, &owned, 1, &links).await.unwrap();
        choosing::link_challenges(&tx, &owned, 2, &links).await.unwrap();
        let late = choosing::link_challenges(&tx, &owned, 2, &ChallengeLinks::default()).await;
        assert!(matches!(late, Err(Error::Stale)), "whoever read the plan before the last change loses nothing of it");
        assert_eq!(choosing::challenge_links(&tx, plan()).await.unwrap(), links);
        let items = sources::items(&tx, plan()).await.unwrap();
        let asked: Vec<_> = items.iter().map(|item| (item.number.as_str(), item.unit)).collect();
        assert_eq!(asked, [("1", unit("ward")), ("2 a", unit("ward2"))]);
        tx.commit().await.unwrap();
    });
}

#[test]
fn content_is_loaded_twice_to_the_same() {
    on_both(tables(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        let yaml = include_str!("../../../../../content/plans/diagnostikk.yaml");
        let initiatives = include_str!("../../../../../content/initiatives.yaml");
        for _ in 0..2 {
            assert_eq!(import::content_alternatives(&tx, yaml).await.unwrap(), 3);
            assert_eq!(import::content_initiatives(&tx, initiatives).await.unwrap(), 61);
        }
        let plan = varde_kernel::PlanId::from_code("plan.diagnostikk");
        let list = alternatives::list(&tx, plan).await.unwrap();
        let counts: Vec<(i64, usize, usize, Option<i64>)> = list
            .iter()
            .map(|one| {
                let n = |kind| one.points.iter().filter(|(known, _)| *known == kind).count();
                (one.number, n(PointKind::Pro), n(PointKind::Con), one.votes_stated)
            })
            .collect();
        assert_eq!(counts, [(0, 0, 0, None), (1, 13, 9, Some(10)), (2, 8, 13, Some(4))]);
        let links = choosing::challenge_links(&tx, plan).await.unwrap();
        assert!(!links.measures.is_empty());
        let scope = varde_kernel::access::scope(&console(), Kind::Pilot);
        let wanted = pilots::Wanted { kind: Some(PilotKind::Pilot), ..pilots::Wanted::default() };
        let found = pilots::list(&tx, &scope, &wanted, 100, 0).await.unwrap();
        assert_eq!(found.len(), 4);
        assert!(found.iter().all(|pilot| pilot.state == PilotState::Listed));
        // What people wrote since is left alone.
        let one = pilots::open(&tx, &console(), &tree, found[0].id, Action::Edit).await.unwrap();
        let mut changed = one.text.clone();
        changed.name = Words::plain("Ours now");
        pilots::save(&tx, &one, 1, &changed).await.unwrap();
        import::content_initiatives(&tx, initiatives).await.unwrap();
        let kept = pilots::open(&tx, &console(), &tree, one.id, Action::Read).await.unwrap();
        assert_eq!(kept.text.name.nb, "Ours now");
        tx.commit().await.unwrap();
    });
}

#[test]
fn a_weight_is_kept_counts_once_when_unsaid_and_changes_what_the_plan_says() {
    on_both(tables(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        fill(&tx, &tree).await;
        let weights = async |tx: &varde_store::Tx| -> Vec<f64> {
            let parts = sources::parts(tx, plan(), PartKind::Criterion).await.unwrap();
            parts.into_iter().map(|part| part.weight).collect()
        };
        assert_eq!(weights(&tx).await, [1.0, 1.0, 1.0]);
        let before = parts::load(&tx, part("k2")).await.unwrap().unwrap();
        let version_of = async |tx: &varde_store::Tx| plans::load(tx, plan()).await.unwrap().unwrap().version;
        let plan_before = version_of(&tx).await;
        let opened = plans::open(&tx, &console(), &tree, plan(), Action::Edit).await.unwrap();
        let heavier = opened.map(|_| Part { weight: Some(2.5), ..before.clone() });
        assert_eq!(parts::save(&tx, &before, &heavier, unit("trust")).await.unwrap(), 2);
        assert!(matches!(parts::save(&tx, &before, &heavier, unit("trust")).await, Err(Error::Stale)));
        assert_eq!(weights(&tx).await, [1.0, 2.5, 1.0]);
        assert!(plan_before < version_of(&tx).await, "the owners approve a plan with other weights");
        tx.commit().await.unwrap();
        let kept = history::of_thing(&db, part("k2"), 5).await.unwrap();
        assert_eq!((&kept[0].before["weight"], &kept[0].after["weight"]), (&Json::Null, &json!(2.5)));
    });
}
