//! Stories about plans and goals, on both databases.

use jiff::civil::Date;
use varde_kernel::access::{Action, Author, Scope, System};
use varde_kernel::{GoalId, MeasureId, PartId, PlanId, UnitId, UnitTree, Words};
use varde_plans::model::goal::{Aim, BaselineStatus, ChangeMode, Item, Measured, Outcome, TargetKind};
use varde_plans::model::plan::{Plan, PlanState, RelationKind, Source};
use varde_plans::rules::judge::{Reason, State};
use varde_plans::store;
use varde_plans::store::targets::New;
use varde_store::{Db, Migration, Tx};
use varde_testkit::{TestApp, on_both};

pub(crate) const PLAN: &str = include_str!("../../../../content/plans/handlingsplan.yaml");
pub(crate) const FRAMEWORK: &str = include_str!("../../../../content/plans/rammeverk.yaml");
const OTHERS: [&str; 3] = [
    include_str!("../../../../content/plans/akuttstrategi.yaml"),
    include_str!("../../../../content/plans/diagnostikk.yaml"),
    include_str!("../../../../content/plans/kreftkirurgi.yaml"),
];
const ORGANISATION: &str = include_str!("../../../../content/organisation.yaml");
pub(crate) const ACTORS: &str = include_str!("../../../../content/actors.yaml");
const INDICATORS: &str = include_str!("../../../../content/indicators.yaml");
const VALUES: &str = include_str!("../../../../content/values.yaml");

pub(crate) fn tables() -> Vec<Migration> {
    [
        varde_people::migrations(),
        varde_indicators::migrations(),
        varde_measures::migrations(),
        varde_plans::migrations(),
    ]
    .concat()
}

pub(crate) async fn begin(db: &Db) -> Tx {
    let noon = "2026-11-22T12:00:00Z".parse().unwrap();
    db.begin_write(Author::System(System::Content), noon).await.unwrap()
}

/// What waits for the owners of an adopted plan holds from here on, as when they have approved it.
pub(crate) async fn approved(db: &Db) {
    let tx = begin(db).await;
    for table in ["target", "spread_target"] {
        tx.run(&format!("update {table} set standing = 'holds' where standing = 'awaits'"), Vec::new()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Loads what the documents say, as `varde init --content` does.
pub(crate) async fn load(db: &Db) -> UnitTree {
    let tx = begin(db).await;
    varde_people::import::content::organisation(&tx, ORGANISATION).await.unwrap();
    varde_people::import::content::actors(&tx, ACTORS).await.unwrap();
    tx.commit().await.unwrap();
    let tree = varde_people::tree(db, day("2026-11-22")).await.unwrap();
    let tx = begin(db).await;
    facts(&tx, &tree).await;
    tx.commit().await.unwrap();
    tree
}

/// Indicators, values and all plans.
pub(crate) async fn facts(tx: &Tx, tree: &UnitTree) {
    varde_indicators::import::content::indicators(tx, INDICATORS).await.unwrap();
    varde_indicators::import::content::values(tx, tree, VALUES).await.unwrap();
    for yaml in [PLAN, FRAMEWORK].into_iter().chain(OTHERS) {
        // The small organisation of the tests has no directorate; the nation owns its plans there.
        let yaml = match tree.by_code("hdir") {
            Some(_) => yaml.to_owned(),
            None => yaml.replace("owners: [hdir]", "owners: [\"no\"]"),
        };
        varde_plans::import::content(tx, &yaml).await.unwrap();
    }
}

async fn status(db: &Db, tree: &UnitTree, code: &str, as_of: &str) -> varde_plans::status::PlanStatus {
    let plan = varde_plans::status::find(db, code).await.unwrap().unwrap();
    varde_plans::status::load(db, &varde_indicators::Sight::Whole, tree, plan, (day(as_of), day(as_of))).await.unwrap()
}

#[test]
fn the_thirteen_targets_stand_as_they_honestly_do() {
    on_both(tables(), |db| async move {
        let tree = load(&db).await;
        let found = status(&db, &tree, "plan.nhp", "2026-11-22").await;
        let tally = found.tally;
        assert_eq!((tally.targets, tally.judged, tally.cannot, tally.awaits), (13, 1, 7, 5));
        let harm = found.goals.iter().find(|one| one.goal.code.as_deref() == Some("nhp.g1")).unwrap();
        assert_eq!(harm.judgement.state, State::NoFinalValue);
        assert!((harm.judgement.last.unwrap().value - 12.8).abs() < 1e-9);
        assert_eq!(harm.about, UnitId::from_code("no"));
        // As of the middle of the plan the same goal was behind its path.
        let then = status(&db, &tree, "plan.nhp", "2022-06-30").await;
        assert_eq!(
            then.goals.iter().find(|one| one.goal.code.as_deref() == Some("nhp.g1")).unwrap().judgement.state,
            State::OffPath
        );
        let hip = found.goals.iter().find(|one| one.goal.code.as_deref() == Some("nhp.g8")).unwrap();
        assert_eq!(hip.judgement.state, State::CannotBeJudged(Reason::BaselineMissing));
        assert!(hip.judgement.undecided);
        assert_eq!(found.measures.len(), 7);
        assert_eq!(found.measures.iter().map(|measure| measure.progress.n).sum::<i64>(), 33);
        assert!(found.measures.iter().all(|measure| measure.lead.is_some()));
        // No green for "no data": the framework's goals have no target.
        let framework = status(&db, &tree, "plan.rammeverk", "2026-11-22").await;
        assert_eq!(framework.tally.targets, 0);
    });
}

#[test]
fn the_same_content_twice_changes_nothing() {
    on_both(tables(), |db| async move {
        let tree = load(&db).await;
        let before = format!("{:?}", status(&db, &tree, "plan.nhp", "2026-11-22").await);
        let tx = begin(&db).await;
        for yaml in [PLAN, FRAMEWORK].into_iter().chain(OTHERS) {
            varde_plans::import::content(&tx, yaml).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(format!("{:?}", status(&db, &tree, "plan.nhp", "2026-11-22").await), before);
    });
}

#[test]
fn a_plan_is_succeeded_item_by_item_and_the_series_goes_on() {
    on_both(tables(), |db| async move {
        let tree = load(&db).await;
        let (old, new) = (PlanId::from_code("plan.nhp"), PlanId::from_code("plan.rammeverk"));
        let plan = store::plans::load(&db, old).await.unwrap().unwrap();
        let successor = async |day: &str| store::plans::successor(&db, &plan, day.parse().unwrap()).await.unwrap();
        assert_eq!(successor("2026-11-22").await.unwrap().0, new);
        assert!(successor("2022-01-01").await.is_none(), "the plan held then");
        let rows = store::succession::from(&db, old).await.unwrap();
        assert_eq!(rows.len(), 39);
        let harm = rows.iter().find(|(_, row)| row.from == Item::Goal(GoalId::from_code("nhp.g1"))).unwrap();
        assert_eq!((harm.1.to, harm.1.outcome), (Some(Item::Goal(GoalId::from_code("rv.g1"))), Outcome::Continued));
        assert!(rows.iter().any(|(_, row)| row.from == Item::Measure(MeasureId::from_code("nhp.m1"))));
        // The same series under the new goal; the old target stays with the old one.
        let goals = store::goals::many(&db, &[GoalId::from_code("rv.g1")]).await.unwrap();
        let standings =
            store::standing::of(&db, &varde_indicators::Sight::Whole, &tree, goals, day("2026-11-22")).await.unwrap();
        assert!(standings[0].versions.is_empty() && !standings[0].values.is_empty());
        assert_eq!(store::succession::former_goals(&db, GoalId::from_code("rv.g1")).await.unwrap().len(), 2);
    });
}

#[test]
fn a_target_gets_versions_and_a_second_hand_is_refused() {
    on_both(tables(), |db| async move {
        let tree = load(&db).await;
        let id = GoalId::from_code("nhp.g2");
        let new = |value| New {
            aim: Aim {
                kind: TargetKind::AtLeast,
                change: None,
                mode: ChangeMode::Unspecified,
                value: Some(value),
                measured: Measured::Percent,
                baseline_year: None,
                baseline_value: None,
                baseline_status: BaselineStatus::NotNeeded,
                by: Some(day("2026-12-31")),
                every_round: false,
                unit_limit: None,
            },
            note: Words::default(),
            source: Source { document: Some("Styresak".into()), place: Some("punkt 2".into()) },
            valid_from: Some(day("2021-03-01")),
            reason: "new effort".into(),
        };
        let goal = store::goals::open(&db, &TestApp::console(), &tree, id, Action::Edit).await.unwrap();
        let tx = begin(&db).await;
        store::targets::insert(&tx, &goal, 1, new(95.0)).await.unwrap();
        tx.commit().await.unwrap();
        let tx = begin(&db).await;
        assert!(matches!(store::targets::insert(&tx, &goal, 1, new(99.0)).await, Err(varde_store::Error::Stale)));
        drop(tx);
        let value = async |as_of: &str| {
            let found = status(&db, &tree, "plan.nhp", as_of).await;
            let one = found.goals.iter().find(|one| one.goal.id == id).unwrap();
            one.target().unwrap().aim.value
        };
        let known = store::targets::of(&db, &[id]).await.unwrap().remove(&id).unwrap();
        assert_eq!(known[1].source.text().as_deref(), Some("Styresak: punkt 2"), "it says where it is said");
        assert_eq!(value("2022-01-01").await, Some(90.0), "what was adopted holds until its owners approve the change");
        approved(&db).await;
        assert_eq!((value("2020-12-31").await, value("2022-01-01").await), (Some(90.0), Some(95.0)));
        // The adopted plan stands, and its owners have another version to approve.
        let plan = store::plans::by_code(&db, "plan.nhp").await.unwrap().unwrap();
        assert_eq!((plan.state, plan.version_no), (PlanState::Adopted, 1));
        let next = store::versions::under_way(&db, &plan).await.unwrap().unwrap();
        assert_eq!((next.state, next.version_no), (PlanState::Draft, 2));
    });
}

#[test]
fn a_part_says_what_hangs_on_it_and_the_order_is_the_plans_own() {
    on_both(tables(), |db| async move {
        use varde_plans::rules::order::Way;
        let tree = load(&db).await;
        let id = PlanId::from_code("plan.nhp");
        let open = async |db: &Tx| store::plans::open(db, &TestApp::console(), &tree, id, Action::Edit).await.unwrap();
        let tx = begin(&db).await;
        let hanging = store::parts::hanging(&tx, PartId::from_code("nhp.a1")).await.unwrap();
        assert_eq!((hanging.measures, hanging.goals, hanging.is_none()), (3, 0, false));
        let tagged = store::parts::hanging(&tx, PartId::from_code("rv.i1")).await.unwrap();
        assert!(0 < tagged.tagged, "{tagged:?}");
        let rule = PartId::from_code("nhp.gr1");
        assert!(store::parts::hanging(&tx, rule).await.unwrap().is_none());
        let part = store::parts::load(&tx, rule).await.unwrap().unwrap();
        let unit = open(&tx).await.unit;
        let stale = varde_plans::model::plan::Part { version: 9, ..part.clone() };
        let refused = store::parts::remove(&tx, &open(&tx).await.map(|_| stale), unit).await;
        assert!(matches!(refused, Err(varde_store::Error::Stale)));
        store::parts::remove(&tx, &open(&tx).await.map(|_| part), unit).await.unwrap();
        assert!(store::parts::load(&tx, rule).await.unwrap().is_none());

        let (m1, m2) = (Item::Measure(MeasureId::from_code("nhp.m1")), Item::Measure(MeasureId::from_code("nhp.m2")));
        assert!(!store::order::shift(&tx, &open(&tx).await, m1, Way::Up).await.unwrap(), "it is the first");
        assert!(store::order::shift(&tx, &open(&tx).await, m2, Way::Up).await.unwrap());
        let goal = Item::Goal(GoalId::from_code("nhp.g2"));
        assert!(store::order::shift(&tx, &open(&tx).await, goal, Way::Up).await.unwrap());
        let foreign = Item::Part(PartId::from_code("rv.i1"));
        let refused = store::order::shift(&tx, &open(&tx).await, foreign, Way::Up).await;
        assert!(matches!(refused, Err(varde_store::Error::NotFound)));
        tx.commit().await.unwrap();
        let found = status(&db, &tree, "plan.nhp", "2026-11-22").await;
        assert_eq!(found.measures[..2].iter().map(|line| line.number).collect::<Vec<_>>(), [Some(2), Some(1)]);
        let goals: Vec<_> =
            found.goals.iter().filter(|one| !one.goal.overall).map(|one| one.goal.code.clone()).collect();
        assert_eq!(goals[0].as_deref(), Some("nhp.g2"));
    });
}

#[test]
fn relations_show_how_the_other_plan_stands() {
    on_both(tables(), |db| async move {
        load(&db).await;
        let acute = PlanId::from_code("plan.akutt");
        let relations = store::plans::relations(&db, &Scope::Everything, acute).await.unwrap();
        let own = relations.iter().find(|one| one.other == Some(PlanId::from_code("plan.nhp"))).unwrap();
        assert_eq!((own.kind, own.other_state), (RelationKind::DelimitedBy, Some(PlanState::Adopted)));
        assert!(relations.iter().any(|one| one.other.is_none()));
        let around = store::plans::related_to(&db, PlanId::from_code("plan.nhp")).await.unwrap();
        assert_eq!(around.len(), 2);
    });
}

#[test]
fn what_people_changed_is_not_loaded_over() {
    on_both(tables(), |db| async move {
        let tree = load(&db).await;
        let plan =
            store::plans::open(&db, &TestApp::console(), &tree, PlanId::from_code("plan.rammeverk"), Action::Edit)
                .await
                .unwrap();
        let before = plan.clone();
        let mut plan = plan;
        plan.said.purpose = Words::plain("Ours");
        let tx = begin(&db).await;
        store::plans::save(&tx, &before, &plan, "edited", "a reason").await.unwrap();
        tx.commit().await.unwrap();
        let tx = begin(&db).await;
        varde_plans::import::content(&tx, FRAMEWORK).await.unwrap();
        tx.commit().await.unwrap();
        let now = store::plans::by_code(&db, "plan.rammeverk").await.unwrap().unwrap();
        assert_eq!(now.said.purpose.nb, "Ours");
        // A stale save is refused.
        let tx = begin(&db).await;
        assert!(matches!(store::plans::save(&tx, &before, &plan, "edited", "").await, Err(varde_store::Error::Stale)));
    });
}

#[test]
fn an_adopted_text_stands_until_the_next_version_is_approved_and_can_still_be_read_then() {
    on_both(tables(), |db| async move {
        let tree = load(&db).await;
        let id = PlanId::from_code("plan.rammeverk");
        let open = async || store::plans::open(&db, &TestApp::console(), &tree, id, Action::Edit).await.unwrap();
        let held = open().await;
        let adopted = held.said.purpose.clone();
        let owner = store::plans::owners(&db, id).await.unwrap()[0].unit;
        let before = held.clone();
        let next = held.map(|plan| {
            let mut next = plan;
            next.said.purpose = Words::plain("Ours");
            (next.state, next.version_no) = (PlanState::Awaiting, 2);
            next
        });
        let tx = begin(&db).await;
        store::versions::save(&tx, &before, &next, "edited", "a reason").await.unwrap();
        tx.commit().await.unwrap();
        let tx = begin(&db).await;
        let stale = store::versions::save(&tx, &before, &next, "edited", "").await;
        assert!(matches!(stale, Err(varde_store::Error::Stale)), "one counter guards plan and version");
        drop(tx);
        let stands = open().await;
        assert_eq!((&stands.said.purpose, stands.state, stands.version_no), (&adopted, PlanState::Adopted, 1));
        let asked = async || {
            let waiting = store::plans::awaiting(&db, &[owner]).await.unwrap();
            waiting.iter().any(|(plan, ..)| *plan == id)
        };
        assert!(asked().await, "the owner is asked");

        let tx = begin(&db).await;
        let next = stands.map(|plan| Plan { state: PlanState::Adopted, version: plan.version, ..Plan::clone(&next) });
        store::plans::approve(&tx, &next, owner).await.unwrap();
        store::versions::adopt(&tx, &Plan { state: PlanState::Adopted, ..open().await.into_inner() }, &next)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let now = open().await;
        assert_eq!((now.said.purpose.nb.as_str(), now.version_no), ("Ours", 2));
        assert!(!asked().await);
        let kept = store::versions::of(&db, &now).await.unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!((&kept[0].plan.said.purpose, kept[0].plan.version_no), (&adopted, 1));
        assert!(kept[0].replaced_at.is_some());
    });
}

#[test]
fn a_day_that_is_past_is_told_with_the_states_of_that_day() {
    on_both(tables(), async |db| {
        let tree = load(&db).await;
        let plan = store::plans::by_code(&db, "plan.nhp").await.unwrap().unwrap();
        let whole = async |as_of: &str| {
            let plan = plan.clone();
            let days = (day(as_of), day("2027-06-01"));
            varde_plans::status::load(&db, &varde_indicators::Sight::Whole, &tree, plan, days).await.unwrap()
        };
        let first = whole("2026-11-30").await.measures[0].clone();
        let id = first.place.measure;
        let later = "2027-03-01T10:00:00Z".parse().unwrap();
        let tx = db.begin_write(Author::System(System::Console), later).await.unwrap();
        tx.run("update measure set state = 'evaluated' where id = $1", varde_store::values![id]).await.unwrap();
        varde_store::states::note(&tx, id, "evaluated").await.unwrap();
        tx.commit().await.unwrap();
        for (as_of, expected) in
            [("2027-02-28", first.state), ("2027-03-01", varde_measures::model::MeasureState::Evaluated)]
        {
            let status = whole(as_of).await;
            assert_eq!(status.measures[0].state, expected, "{as_of}");
            assert_eq!(status.n_unfollowed, 0);
        }
        // Before it came in nobody here followed it, and that is said.
        let before = whole("2021-12-31").await;
        assert_eq!((before.measures[0].state, before.n_unfollowed), (first.state, before.measures.len()));
        assert!(before.measures.iter().any(|line| 0 < line.progress.n), "its activities came in with it");
    });
}
