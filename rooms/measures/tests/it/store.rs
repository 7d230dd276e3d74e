//! The same stories on both databases.

use varde_kernel::access::{Action, Scope};
use varde_kernel::{ActivityId, ActorId, FindingId, Id, MeasureId, PartId, PersonId, Words};
use varde_measures::model::{
    Activity, ActivityState, Choice, Dimension, Direction, Evidence, EvidenceKind, Finding, FindingState, Links,
    Measure, MeasureState, Resources, ScopeChange, ScopeField, ShownBy, Tag, Uptake,
};
use varde_measures::store::{self, Filter, FindingFilter, Sort, Whose};
use varde_store::{Error, Read, history, search};
use varde_testkit::{on_both, organisation, unit};

use super::{begin, concrete, console, content, day, lines, migrations, put, today};

#[test]
fn content_is_loaded_once_and_keeps_what_people_decided() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        let mut plan = content("t.m1", "no");
        plan.lead = Some(ActorId::from_code("hf"));
        plan.contributors = vec![ActorId::from_code("kommune"), ActorId::from_code("hf"), ActorId::from_code("fhi")];
        plan.dimensions = vec![Dimension::Safe];
        let tx = begin(&db).await;
        assert!(varde_measures::put_content(&tx, &plan).await.unwrap());
        assert!(!varde_measures::put_content(&tx, &plan).await.unwrap(), "the same again changes nothing");
        tx.commit().await.unwrap();

        let tx = begin(&db).await;
        let before = store::open(&tx, &console(), &tree, plan.id(), Action::Edit).await.unwrap();
        let links = store::links_of(&tx, plan.id()).await.unwrap();
        assert_eq!(links.contributors, [ActorId::from_code("kommune"), ActorId::from_code("fhi")]);
        let mut after = before.clone();
        after.due = Some(day("2027-01-31"));
        store::save(&tx, &before, &after, &links, &[]).await.unwrap();
        tx.commit().await.unwrap();

        plan.title = Words::plain("Nytt navn");
        plan.activities.pop();
        let tx = begin(&db).await;
        assert!(varde_measures::put_content(&tx, &plan).await.unwrap());
        tx.commit().await.unwrap();
        let found = varde_measures::many(&db, &[plan.id(), MeasureId::from_code("none")]).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].title.nb.as_str(), found[0].due), ("Nytt navn", Some(day("2027-01-31"))));
        assert_eq!(found[0].version, 3);
        let activities = varde_measures::activities_of_many(&db, &[plan.id()]).await.unwrap();
        assert_eq!(activities.len(), 2, "an activity that people may have worked on is never taken away");
        let actors = varde_measures::actors_of_many(&db, &[plan.id()]).await.unwrap();
        assert_eq!(actors[0].actor, ActorId::from_code("hf"));
        assert_eq!(varde_measures::of_unit(&db, unit("no")).await.unwrap().len(), 1);
    });
}

#[test]
fn a_measure_comes_back_as_it_was_written() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        let mut measure = Measure::stated(tx.new_id().unwrap(), unit("ward"), Words::plain("Færre fall"));
        measure.title.nn = Some("Færre fall på nynorsk".into());
        measure.problem = "Tre fall i mai".into();
        measure.lead = Some(ActorId::from_code("hf"));
        measure.owner = Some(PersonId::from_code("Kari"));
        measure.adopted = Some(day("2026-01-01"));
        measure.starts = Some(day("2026-02-01"));
        measure.due = Some(day("2026-12-31"));
        measure.effect.direction = Some(Direction::Down);
        measure.effect.size = Some(2.5);
        measure.effect.by = Some(day("2027-06-30"));
        measure.effect.text = Words::plain("Halvparten så mange fall");
        measure.resources.hours = Some(40.0);
        measure.resources.nok = Some(10_000.0);
        measure.resources.budget_year = Some(2027);
        measure.shown_by = ShownBy { text: "Oppsummert i d004".into(), href: Some("/documents/1".into()) };
        measure.source = Some("styresak 4".into());
        measure.open = false;
        let tag =
            Tag { part: PartId::from_code("rv.i1"), kind: "instrument".into(), ord: 1, title: Words::plain("Ledelse") };
        store::put_tag(&tx, &tag).await.unwrap();
        let links = Links {
            contributors: vec![ActorId::from_code("kommune")],
            tags: vec![tag.part],
            dimensions: vec![Dimension::Effective, Dimension::Safe],
            findings: Vec::new(),
        };
        let granted = store::propose(&console(), &tree, measure.clone()).unwrap();
        store::insert(&tx, &granted, &links).await.unwrap();
        tx.commit().await.unwrap();

        let read = store::open(&db, &console(), &tree, measure.id, Action::Read).await.unwrap();
        assert_eq!(*read, measure);
        assert_eq!(store::links_of(&db, measure.id).await.unwrap(), links);
        assert_eq!(store::tags_of(&db, measure.id).await.unwrap(), [tag]);
        assert_eq!(history::of_thing(&db, measure.id, 10).await.unwrap()[0].action, "created");
        let hits = search::find(&db, "halvdan", &Scope::Everything, 10, 0).await.unwrap();
        assert!(hits.is_empty());
        let hits = search::find(&db, "fall", &Scope::Everything, 10, 0).await.unwrap();
        assert_eq!(
            (hits[0].kind.as_str(), hits[0].href.as_str()),
            ("measure", format!("/measures/{}", measure.id).as_str())
        );
    });
}

#[test]
fn lists_filter_sort_and_count() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        lines(&db, &tree).await;
        let tx = begin(&db).await;
        for (code, on, due) in
            [("l.1", "ward", None), ("l.2", "ward2", Some("2026-11-01")), ("l.3", "town", Some("2026-12-24"))]
        {
            let mut measure = concrete(code, on);
            measure.due = due.map(day);
            measure.title = Words::plain(format!("ÅPENT Tiltak 100% {code}"));
            put(&tx, &measure).await;
        }
        let mut late_step = content("l.4", "town");
        late_step.activities[0].due = Some(day("2026-10-01"));
        late_step.adopted = Some(day("2026-01-01"));
        put(&tx, &late_step).await;
        tx.commit().await.unwrap();

        let everything = Scope::Everything;
        let list = |filter: Filter| {
            let (db, everything) = (db.clone(), everything.clone());
            async move {
                let found = store::list(&db, &everything, &filter, today(), 50, 0).await.unwrap();
                let n = store::count(&db, &everything, &filter, today()).await.unwrap();
                assert_eq!(i64::try_from(found.len()).unwrap(), n);
                found.into_iter().map(|line| line.title.nb).collect::<Vec<_>>()
            }
        };
        let all = list(Filter::default()).await;
        assert_eq!(all.len(), 4);
        assert!(all[0].ends_with("l.2") && all[1].ends_with("l.3"), "what is due comes first: {all:?}");
        assert_eq!(list(Filter { unit: Some(unit("trust")), ..Filter::default() }).await.len(), 2);
        assert_eq!(list(Filter { text: "åpent 100%".into(), ..Filter::default() }).await.len(), 3);
        assert_eq!(list(Filter { text: "10_%".into(), ..Filter::default() }).await.len(), 0);
        assert_eq!(list(Filter { is_overdue: true, ..Filter::default() }).await.len(), 2);
        assert_eq!(list(Filter { needs_start: true, ..Filter::default() }).await.len(), 1);
        assert_eq!(list(Filter { state: Some(MeasureState::Stated), ..Filter::default() }).await.len(), 1);
        assert_eq!(list(Filter { budget_year: Some(2027), ..Filter::default() }).await.len(), 0);
        let tx = begin(&db).await;
        let found = store::list(&tx, &everything, &Filter::default(), today(), 1, 0).await.unwrap();
        let before = store::open(&tx, &console(), &tree, found[0].id, Action::Edit).await.unwrap();
        let mut after = (*before).clone();
        after.resources.budget_year = Some(2027);
        let links = store::links_of(&tx, before.id).await.unwrap();
        store::save(&tx, &before, &after, &links, &[]).await.unwrap();
        tx.commit().await.unwrap();
        let paid = list(Filter { budget_year: Some(2027), ..Filter::default() }).await;
        assert!(paid.len() == 1 && paid[0].ends_with("l.2"), "{paid:?}");
        assert_eq!(list(Filter { budget_year: Some(2026), ..Filter::default() }).await.len(), 0);
        let lead = Some(ActorId::from_code("hf"));
        assert_eq!(list(Filter { lead, sort: Sort::Title, is_reversed: true, ..Filter::default() }).await.len(), 3);
        let counts = varde_measures::counts(&db, &everything, unit("no")).await.unwrap();
        assert_eq!(counts, [(MeasureState::Stated, 1), (MeasureState::Concrete, 3)]);
        assert_eq!(
            store::overdue_below(&db, &everything, unit("town"), &[], today()).await.unwrap(),
            (1, Some(day("2026-10-01")))
        );
        let progress = store::progress_of_many(&db, &[late_step.id()], today()).await.unwrap();
        assert_eq!((progress[0].1.n, progress[0].1.n_overdue), (2, 1));
        let nothing = Scope::Part { open: false, over: Vec::new(), above: Vec::new() };
        assert_eq!(store::count(&db, &nothing, &Filter::default(), today()).await.unwrap(), 0);
    });
}

#[test]
fn work_is_what_one_owns_what_ones_unit_owes_and_what_is_late_below() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        lines(&db, &tree).await;
        let tx = begin(&db).await;
        let mut own = concrete("w.own", "ward");
        own.due = Some(day("2026-12-01"));
        own.activities[0].due = Some(day("2026-11-30"));
        let mut far = concrete("w.far", "ward");
        far.due = Some(day("2027-12-01"));
        let mut late = concrete("w.late", "ward2");
        late.due = Some(day("2026-11-01"));
        late.adopted = Some(day("2026-02-01"));
        late.open = false;
        for measure in [&own, &far, &late, &content("w.x", "ward"), &content("w.y", "ward")] {
            put(&tx, measure).await;
        }
        tx.commit().await.unwrap();
        let whose = Whose { person: None, units: &[unit("ward")], until: day("2026-12-22") };
        let titles = |due: Vec<store::Due>| due.into_iter().map(|due| due.title.nb).collect::<Vec<_>>();
        let ward = titles(store::due_of(&db, &whose).await.unwrap());
        assert_eq!(ward, ["Tiltak w.own", "Aktivitet a i w.own"]);
        let below = store::overdue_below(&db, &Scope::Everything, unit("trust"), &[], today()).await.unwrap();
        assert_eq!(below, (1, Some(day("2026-11-01"))));
        let listed = [unit("ward2")];
        let rest = store::overdue_below(&db, &Scope::Everything, unit("trust"), &listed, today()).await.unwrap();
        assert_eq!(rest, (0, None), "what is told line by line is not told twice");
        let nobody = Whose { units: &[], ..whose };
        assert!(store::due_of(&db, &nobody).await.unwrap().is_empty());
        let unclear = store::unclear(&db, &[unit("ward"), unit("ward2")]).await.unwrap();
        assert_eq!((unclear.len(), unclear[0].1), (1, 2));
        let reminded = store::start_reminders(&db, &Scope::Everything, &[ActorId::from_code("hf")], day("2026-08-24"))
            .await
            .unwrap();
        assert_eq!(reminded.len(), 1);
        // Other organisations are the same actor, and do not learn of what is kept in this one.
        let others = Scope::Part {
            open: true,
            over: vec![unit("trust2")],
            above: vec![unit("trust2"), unit("region"), unit("no")],
        };
        let reminded =
            store::start_reminders(&db, &others, &[ActorId::from_code("hf")], day("2026-08-24")).await.unwrap();
        assert!(reminded.is_empty(), "{reminded:?}");
    });
}

#[test]
fn findings_are_answered_by_measures_and_open_again_without_them() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        lines(&db, &tree).await;
        let tx = begin(&db).await;
        let finding = Finding {
            id: FindingId::from_code("f1"),
            code: None,
            unit: unit("ward"),
            period: Some("2026-T1".parse().unwrap()),
            title: Words::plain("Mange fall om natten"),
            judgement: "Færre på vakt".into(),
            state: FindingState::Open,
            open: false,
            version: 1,
        };
        let evidence = vec![Evidence {
            kind: EvidenceKind::Series,
            thing: Some(Id::from_uuid(unit("ward").uuid())),
            text: "Fall per 1000 døgn".into(),
            href: Some("/indicators".into()),
        }];
        let granted = store::propose_finding(&console(), &tree, finding.clone()).unwrap();
        store::insert_finding(&tx, &granted, &evidence).await.unwrap();
        let measure = Measure::stated(tx.new_id().unwrap(), unit("ward"), Words::plain("Flere på vakt"));
        let links = Links { findings: vec![finding.id], ..Links::default() };
        store::insert(&tx, &store::propose(&console(), &tree, measure.clone()).unwrap(), &links).await.unwrap();
        tx.commit().await.unwrap();

        assert_eq!(store::evidence_of(&db, finding.id).await.unwrap(), evidence);
        let read = store::open_finding(&db, &console(), &tree, finding.id, Action::Edit).await.unwrap();
        assert_eq!((read.state, read.version), (FindingState::Answered, 2));
        let answers = store::measures_of_finding(&db, &Scope::Everything, finding.id).await.unwrap();
        assert_eq!(answers, std::slice::from_ref(&measure));
        assert_eq!(store::findings_of_measure(&db, &Scope::Everything, measure.id).await.unwrap().len(), 1);
        let filter =
            FindingFilter { text: "FALL natt".into(), state: Some(FindingState::Answered), unit: Some(unit("trust")) };
        assert_eq!(store::findings(&db, &Scope::Everything, &filter, 10, 0).await.unwrap().len(), 1);
        assert_eq!(
            search::count(&db, "natten", &Scope::Everything).await.unwrap(),
            0,
            "an internal finding is not searched for"
        );

        let tx = begin(&db).await;
        let before = store::open(&tx, &console(), &tree, measure.id, Action::Edit).await.unwrap();
        store::save(&tx, &before, &before.clone(), &Links::default(), &[]).await.unwrap();
        tx.commit().await.unwrap();
        let read = store::open_finding(&db, &console(), &tree, finding.id, Action::Read).await.unwrap();
        assert_eq!((read.state, read.version), (FindingState::Open, 3));
        // Its own history tells both, though it was the measure that was changed.
        let told = history::of_thing(&db, finding.id, 10).await.unwrap();
        let actions: Vec<&str> = told.iter().map(|line| line.action.as_str()).collect();
        assert_eq!(actions, ["answer_gone", "answered", "created"]);
        assert_eq!(told[0].unit, Some(unit("ward")));
        assert_eq!(told[1].after["measure"], measure.id.to_string());
        assert_eq!((&told[1].before["state"], &told[1].after["state"]), (&"open".into(), &"answered".into()));
        assert_eq!(told[0].version, Some(3));
    });
}

#[test]
fn changes_of_scope_decisions_and_choices_are_kept() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        let id = put(&tx, &concrete("s.1", "no")).await;
        let measure = store::open(&tx, &console(), &tree, id, Action::Edit).await.unwrap();
        let change = ScopeChange {
            activity: Some(ActivityId::from_code("s.1.a")),
            at: today(),
            field: ScopeField::Scope,
            cause: "Mindre penger".into(),
            before: "Alle sykehus".into(),
            after: "Tre sykehus".into(),
            author: None,
        };
        store::record_scope(&tx, &measure, &change).await.unwrap();
        let target = varde_kernel::access::Target::open(varde_kernel::access::Kind::Measure, tree.line(unit("town")));
        let choice = |choice, version| {
            let uptake = Uptake {
                measure: id,
                unit: unit("town"),
                choice,
                reason: "Vi er små".into(),
                decided: today(),
                version,
            };
            varde_kernel::access::grant(&console(), Action::Answer, &target, uptake).unwrap()
        };
        assert_eq!(store::put_uptake(&tx, &choice(Choice::LeftOut, 0)).await.unwrap(), 1);
        assert!(matches!(store::put_uptake(&tx, &choice(Choice::Chosen, 0)).await, Err(Error::Stale)));
        assert_eq!(store::put_uptake(&tx, &choice(Choice::Chosen, 1)).await.unwrap(), 2);
        tx.commit().await.unwrap();
        assert_eq!(store::scope_changes_of(&db, id).await.unwrap(), [change]);
        assert_eq!(store::uptakes_of(&db, id).await.unwrap()[0].choice, Choice::Chosen);
        assert_eq!(store::uptakes_of_unit(&db, unit("town")).await.unwrap().len(), 1);
        assert_eq!(history::of_thing(&db, id, 20).await.unwrap().len(), 4);
    });
}

#[test]
fn twenty_people_on_one_measure_lose_nothing() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        let id = put(&tx, &concrete("c.1", "no")).await;
        tx.commit().await.unwrap();
        let mut tasks = Vec::new();
        for n in 0..20 {
            let db = db.clone();
            tasks.push(tokio::spawn(async move {
                let tree = organisation();
                let mut n_stale = 0;
                // Reads outside the transaction, as a form does, and tries again when it was stale.
                for _ in 0..60 {
                    let read = store::open(&db, &console(), &tree, id, Action::Edit).await.unwrap();
                    let mut after = read.clone();
                    after.problem = format!("{}[{n}]", after.problem);
                    let tx = begin(&db).await;
                    match store::save(&tx, &read, &after, &Links::default(), &[]).await {
                        Ok(version) => {
                            assert_eq!(version, read.version + 1);
                            tx.commit().await.unwrap();
                            return n_stale;
                        }
                        Err(Error::Stale) => n_stale += 1,
                        Err(error) => panic!("{error}"),
                    }
                }
                panic!("never saved");
            }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        let measure = varde_measures::many(&db, &[id]).await.unwrap().remove(0);
        assert_eq!(measure.version, 21);
        for n in 0..20 {
            assert!(measure.problem.contains(&format!("[{n}]")), "{n} was lost: {}", measure.problem);
        }
    });
}

#[test]
fn an_activity_comes_back_with_who_when_with_what_and_what_shows_it() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        let mut plan = concrete("ac.1", "ward");
        plan.activities[0].lead = Some(ActorId::from_code("hdir"));
        plan.activities[0].contributors = vec![ActorId::from_code("fm")];
        let of = put(&tx, &plan).await;
        let known = store::activities_of(&tx, of).await.unwrap();
        assert_eq!(known[0].lead, Some(ActorId::from_code("hdir")), "what the plan prints of the activity itself");
        assert_eq!(known[0].contributors, [ActorId::from_code("fm")]);
        assert!(known[1].lead.is_none() && known[1].contributors.is_empty());

        let (before, measure) = store::activity(&tx, &console(), &tree, known[0].id, Action::Edit).await.unwrap();
        let mut after = Activity {
            state: ActivityState::Completed,
            starts: Some(day("2026-02-01")),
            due: Some(day("2026-10-01")),
            ended: Some(day("2026-09-30")),
            lead: Some(ActorId::from_code("hf")),
            contributors: vec![ActorId::from_code("ks"), ActorId::from_code("fm"), ActorId::from_code("hf")],
            shown_by: ShownBy { text: "Sluttrapport".into(), href: Some("https://example.org/r".into()) },
            ..(*before).clone()
        };
        after.resources =
            Resources { text: "Ett årsverk".into(), hours: Some(1600.0), nok: None, budget_year: Some(2026) };
        let scope = [ScopeChange {
            activity: Some(after.id),
            at: today(),
            field: ScopeField::Starts,
            cause: "Sykdom".into(),
            before: String::new(),
            after: "2026-02-01".into(),
            author: None,
        }];
        store::save_activity(&tx, &before, &after, &measure, &scope, "Sykdom").await.unwrap();
        tx.commit().await.unwrap();

        let read = store::activity(&db, &console(), &tree, after.id, Action::Read).await.unwrap().0.into_inner();
        after.contributors.truncate(2);
        assert_eq!(read, Activity { version: 2, stated_in: None, ..after.clone() }, "the lead takes part once");
        assert_eq!(store::scope_changes_of(&db, of).await.unwrap(), scope);
        let told = history::of_thing(&db, after.id, 10).await.unwrap();
        assert_eq!(told[0].after["evidence_text"], "Sluttrapport");
        assert_eq!(told[0].after["contributors"].as_array().unwrap().len(), 3);

        // The plan loaded again leaves what people have said since.
        plan.activities[0].contributors = vec![ActorId::from_code("fhi")];
        let tx = begin(&db).await;
        put(&tx, &plan).await;
        tx.commit().await.unwrap();
        let read = store::activities_of(&db, of).await.unwrap();
        assert_eq!((read[0].lead, &read[0].contributors), (after.lead, &after.contributors));
    });
}

#[test]
fn activities_move_and_tell_it() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        let tx = begin(&db).await;
        let measure = put(&tx, &concrete("a.1", "ward")).await;
        let id = ActivityId::from_code("a.1.a");
        let (before, of) = store::activity(&tx, &console(), &tree, id, Action::Edit).await.unwrap();
        let mut after = Activity::clone(&before);
        after.state = ActivityState::Running;
        after.owner = Some(PersonId::from_code("Kari"));
        assert_eq!(store::save_activity(&tx, &before, &after, &of, &[], "Klart").await.unwrap(), 2);
        assert!(matches!(store::save_activity(&tx, &before, &after, &of, &[], "").await, Err(Error::Stale)));
        tx.commit().await.unwrap();
        let told: Vec<String> =
            history::of_thing(&db, measure, 10).await.unwrap().into_iter().map(|line| line.action).collect();
        assert!(told.contains(&"activity_moved".to_owned()), "{told:?}");
        assert_eq!(history::of_thing(&db, id, 10).await.unwrap()[0].why, "Klart");
        assert_eq!(db.number("select count(*) as n from activity where state = 'running'", vec![]).await.unwrap(), 1);
    });
}
