//! Following indicators: who hears of what, when, and by which way.

use http::StatusCode;
use serde_json::{Value, json};
use varde_indicators::model::{NewSince, News, Subscription};
use varde_indicators::rules::following::{MOST_FOLLOWED, floor};
use varde_indicators::store::{self, Recording};
use varde_indicators::{Policy, jobs, migrations};
use varde_kernel::access::{self, Action, Actor, Author, Granted, Held, Role, System, Target};
use varde_kernel::{Period, PersonId, UnitId};
use varde_people::model::persons::NewPerson;
use varde_store::{Db, Read, values};
use varde_testkit::{TestApp, User, on_both, organisation, unit};

use crate::pages::{house, rooms};
use crate::scans::ready;
use crate::store::{begin, falls, granted, recording, share, slot};

fn actor(name: &str, role: Role, code: &str) -> Actor {
    let held = vec![Held { role, unit: unit(code), line: organisation().line(unit(code)) }];
    Actor::Person { person: PersonId::from_code(name), held, read_only: false }
}

fn own<T>(actor: &Actor, thing: T) -> Granted<T> {
    access::grant(actor, Action::Edit, &Target::own(actor.person().unwrap()), thing).unwrap()
}

async fn follow(db: &Db, actor: &Actor, code: &str, (below, mail): (bool, bool), when: &str) {
    let at = when.parse().unwrap();
    let (person, indicator) = (actor.person().unwrap(), falls().id);
    let wish = Subscription { person, indicator, unit: unit(code), below, mail, since: at, seen: at };
    let tx = begin(db, when).await;
    store::follow(&tx, &own(actor, wish)).await.unwrap();
    tx.commit().await.unwrap();
}

/// Twenty quiet months and one that is not, each counted among many.
async fn record(db: &Db, code: &str, when: &str) {
    let months: Vec<Recording> = (0..21_i16)
        .map(|n| {
            let period = Period::Month(2025 + n / 12, i8::try_from(n % 12 + 1).unwrap()).to_string();
            recording(&period, share(if n == 20 { 90.0 } else { f64::from(40 + n % 3) }, 1000.0), None, "")
        })
        .collect();
    let tx = begin(db, when).await;
    store::record(&tx, &mut slot(db, code).await, &months).await.unwrap();
    tx.commit().await.unwrap();
}

/// Decides who may see what, and looks for signals.
async fn work(db: &Db, when: &str) {
    let now = when.parse().unwrap();
    loop {
        let tx = db.begin_write(Author::System(System::Worker), now).await.unwrap();
        let found = jobs::publish_portion(&tx, &organisation(), &Policy::default()).await.unwrap();
        tx.commit().await.unwrap();
        if !found {
            break;
        }
    }
    let tx = db.begin_write(Author::System(System::Worker), now).await.unwrap();
    jobs::judge_portion(&tx, &organisation(), "2026-11-22".parse().unwrap()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn news(db: &Db, actor: &Actor) -> Vec<News> {
    let floor = floor("2026-11-22".parse().unwrap());
    store::news(db, (actor, &organisation()), NewSince::Seen, floor).await.unwrap()
}

/// How many signals and values are new to someone.
async fn counts(db: &Db, actor: &Actor) -> (usize, usize) {
    let found = news(db, actor).await;
    (found.iter().map(|one| one.signals.len()).sum(), found.iter().map(|one| one.values.len()).sum())
}

#[test]
fn those_inside_hear_at_once_and_others_when_it_is_published() {
    on_both(migrations(), |db| async move {
        ready(&db).await;
        let (leader, nation) = (actor("Kari", Role::UnitLeader, "ward"), actor("Per", Role::UnitLeader, "town"));
        follow(&db, &leader, "ward", (false, false), "2026-11-01T08:00:00Z").await;
        follow(&db, &nation, "no", (true, false), "2026-11-01T08:00:00Z").await;
        record(&db, "ward", "2026-11-01T12:00:00Z").await;
        assert_eq!(counts(&db, &leader).await, (0, 21));
        assert_eq!(counts(&db, &nation).await, (0, 0), "nobody has decided that others may see it");
        // Between the recording and the publishing, someone says that they have seen everything.
        let person = nation.person().unwrap();
        let tx = begin(&db, "2026-11-01T13:00:00Z").await;
        store::mark_seen(&tx, &own(&nation, person), None, tx.now()).await.unwrap();
        tx.commit().await.unwrap();
        work(&db, "2026-11-01T14:00:00Z").await;
        assert_eq!(counts(&db, &leader).await, (1, 21));
        assert_eq!(counts(&db, &nation).await, (1, 21), "published since");
        // A second look decides nothing anew, and is no news.
        let tx = begin(&db, "2026-11-01T15:00:00Z").await;
        store::mark_seen(&tx, &own(&nation, person), Some((falls().id, unit("no"))), tx.now()).await.unwrap();
        tx.commit().await.unwrap();
        record(&db, "ward2", "2026-11-01T16:00:00Z").await;
        work(&db, "2026-11-01T17:00:00Z").await;
        let found = news(&db, &nation).await;
        assert_eq!(found[0].signals.iter().map(|signal| signal.unit).collect::<Vec<_>>(), [unit("ward2")]);
        assert!(found[0].values.iter().all(|(series, _)| series.unit == unit("ward2")), "{found:?}");
        assert_eq!(found[0].values.len(), 21);
        assert_eq!(counts(&db, &leader).await, (1, 21), "the other ward is not followed");
    });
}

#[test]
fn a_wish_is_changed_taken_back_and_kept_back_values_are_never_told() {
    on_both(migrations(), |db| async move {
        ready(&db).await;
        let outsider = actor("Per", Role::UnitLeader, "town");
        let nobody = Actor::Person { person: PersonId::from_code("Ola"), held: vec![], read_only: false };
        follow(&db, &outsider, "trust", (true, false), "2026-11-01T08:00:00Z").await;
        let tx = begin(&db, "2026-11-01T12:00:00Z").await;
        let few = [recording("2026-09", share(3.0, 80.0), None, ""), recording("2026-10", share(12.0, 80.0), None, "")];
        store::record(&tx, &mut slot(&db, "ward").await, &few).await.unwrap();
        tx.commit().await.unwrap();
        work(&db, "2026-11-01T13:00:00Z").await;
        let found = news(&db, &outsider).await;
        let periods: Vec<String> = found[0].values.iter().map(|(_, value)| value.period.to_string()).collect();
        assert_eq!(periods, ["2026-10"], "three of eighty are not told");
        // Without what lies below, the trust itself has no values.
        follow(&db, &outsider, "trust", (false, true), "2026-11-02T08:00:00Z").await;
        assert_eq!(counts(&db, &outsider).await, (0, 0));
        let wishes = store::followed(&db, outsider.person().unwrap()).await.unwrap();
        assert_eq!(wishes.len(), 1);
        assert_eq!((wishes[0].below, wishes[0].mail), (false, true));
        assert_eq!(wishes[0].since.to_string(), "2026-11-01T08:00:00Z", "followed since the first time");
        assert_eq!(store::want_letters(&db).await.unwrap(), [outsider.person().unwrap()]);
        assert!(news(&db, &nobody).await.is_empty());
        let person = own(&outsider, outsider.person().unwrap());
        for expected in [true, false] {
            let tx = begin(&db, "2026-11-03T08:00:00Z").await;
            let gone = store::unfollow(&tx, &person, (falls().id, unit("trust"))).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(gone, expected);
        }
    });
}

/// A draft that someone followed while they might see it is not named to them afterwards.
#[test]
fn what_one_may_not_see_is_not_told_of() {
    on_both(migrations(), |db| async move {
        ready(&db).await;
        let code = "ind.draft";
        let draft = varde_indicators::Indicator {
            id: varde_kernel::IndicatorId::from_code(code),
            code: code.into(),
            state: varde_indicators::State::Proposed,
            unit: Some(unit("trust")),
            ..falls()
        };
        let tx = begin(&db, "2026-10-30T12:00:00Z").await;
        store::insert(&tx, &granted(draft.clone())).await.unwrap();
        let elsewhere = actor("Per", Role::UnitLeader, "town");
        let (person, at) = (elsewhere.person().unwrap(), tx.now());
        let wish = Subscription {
            person,
            indicator: draft.id,
            unit: unit("trust"),
            below: true,
            mail: false,
            since: at,
            seen: at,
        };
        store::follow(&tx, &own(&elsewhere, wish)).await.unwrap();
        tx.commit().await.unwrap();
        let console = Actor::System(System::Console);
        let place = (draft.id, unit("trust"));
        let mut slot = store::open_slot(&db, &console, &organisation(), place, Action::Answer).await.unwrap();
        let tx = begin(&db, "2026-11-01T12:00:00Z").await;
        store::record(&tx, &mut slot, &[recording("2026-09", share(300.0, 800.0), None, "")]).await.unwrap();
        tx.commit().await.unwrap();
        work(&db, "2026-11-01T13:00:00Z").await;
        assert!(news(&db, &elsewhere).await.is_empty());
    });
}

fn page() -> String {
    format!("/indicators/{}/follow", falls().id)
}

#[tokio::test]
async fn a_leader_follows_reads_what_is_new_and_says_that_it_is_seen() {
    let app = house().await;
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    assert!(app.get(Some(&kari), "/following").await.text.contains("Du følger ingen indikatorer"));
    let form = app.get(Some(&kari), &format!("{}?unit={}", page(), unit("ward"))).await;
    for text in ["Testenhet ward", "Testenhet no", "Også enhetene under", "sender ikke e-post ennå"] {
        assert!(form.text.contains(text), "{text} is not in {}", form.text);
    }
    let wrong = app.post(Some(&kari), &page(), &[("sent", "1"), ("unit", "")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let gone = app.post(Some(&kari), &page(), &[("sent", "1"), ("unit", &unit("nowhere").to_string())]).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    let ward = unit("ward").to_string();
    let sent = app.post(Some(&kari), &page(), &[("sent", "1"), ("unit", &ward), ("mail", "true")]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/following"));
    // The clock of the house stands still, so what is new comes later than the wish.
    record(app.db(), "ward", "2026-11-22T12:30:00Z").await;
    work(app.db(), "2026-11-22T12:31:00Z").await;
    for (path, text) in [
        ("/following", "ett nytt signal og 21 nye verdier"),
        ("/following", "16 verdier til"),
        ("/work", "Les hva som er nytt"),
        ("/", "Nytt i det du følger"),
    ] {
        let reply = app.get(Some(&kari), path).await;
        assert!(reply.text.contains(text), "{text} is not in {}", reply.text);
    }
    let draft = format!("/indicators/{}/follow", varde_kernel::IndicatorId::from_code("ind.draft"));
    let other = app.user("Per Annen", &[(Role::UnitLeader, "town")]);
    assert_eq!(app.get(Some(&other), &draft).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.post(Some(&other), &draft, &[("unit", &ward)]).await.status, StatusCode::NOT_FOUND);
    let (indicator, late) = (falls().id.to_string(), "2026-11-22T13:00:00Z");
    // One cannot have seen what comes after now: the news stay.
    let seen = [("indicator", indicator.as_str()), ("unit", ward.as_str()), ("until", late)];
    assert_eq!(app.post(Some(&kari), "/following/seen", &seen).await.status, StatusCode::SEE_OTHER);
    assert!(app.get(Some(&kari), "/following").await.text.contains("ett nytt signal"));
    assert_eq!(app.post(Some(&other), "/following/stop", &seen).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.post(Some(&kari), "/following/stop", &seen).await.status, StatusCode::SEE_OTHER);
    assert!(app.get(Some(&kari), "/following").await.text.contains("Du følger ingen indikatorer"));
}

#[tokio::test]
async fn programs_follow_and_ask_what_is_new() {
    let app = house().await;
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let put = async |user: Option<&User>, at: UnitId, body: Value| {
        let path = format!("/api/v1/indicators/{}/units/{at}/following", falls().id);
        app.api(user, "PUT", &path, Some(body)).await.status
    };
    assert_eq!(put(None, unit("ward"), json!({})).await, StatusCode::UNAUTHORIZED);
    assert_eq!(put(Some(&kari), unit("nowhere"), json!({})).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(put(Some(&kari), unit("ward"), json!({"below": 1})).await, StatusCode::BAD_REQUEST);
    assert_eq!(put(Some(&kari), unit("ward"), json!({"below": true})).await, StatusCode::NO_CONTENT);
    record(app.db(), "ward", "2026-11-22T12:30:00Z").await;
    let listed = app.api(Some(&kari), "GET", "/api/v1/following", None).await.json();
    let one = &listed["items"][0];
    assert_eq!((&one["below"], &one["mail"]), (&json!(true), &json!(false)));
    assert_eq!(one["new_values"].as_array().unwrap().len(), 21);
    assert_eq!(one["new_values"][0]["period"], "2026-09");
    let seen = async |until: &str| {
        app.api(Some(&kari), "POST", "/api/v1/following/seen", Some(json!({"until": until}))).await.status
    };
    assert_eq!(seen("yesterday").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(seen("2026-11-22T12:00:00Z").await, StatusCode::NO_CONTENT);
    let path = format!("/api/v1/indicators/{}/units/{}/following", falls().id, unit("ward"));
    assert_eq!(app.api(Some(&kari), "DELETE", &path, None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(app.api(Some(&kari), "DELETE", &path, None).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_follows_without_end() {
    let app = house().await;
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let tx = app.begin().await;
    for n in 0..MOST_FOLLOWED {
        let (person, at) = (kari.person, tx.now());
        let place = UnitId::from_code(&format!("unit-{n}"));
        let wish =
            Subscription { person, indicator: falls().id, unit: place, below: false, mail: false, since: at, seen: at };
        store::follow(&tx, &own(&kari.actor, wish)).await.unwrap();
    }
    tx.commit().await.unwrap();
    let reply = app.post(Some(&kari), &page(), &[("sent", "1"), ("unit", &unit("ward").to_string())]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.text.contains("Du følger så mye som man kan følge"), "{}", reply.text);
}

/// What waits to be sent: the letters' payloads.
async fn letters(app: &TestApp) -> Vec<Value> {
    let found: Vec<String> = app
        .db()
        .all("select payload from job where kind = 'web.mail' order by id", values![], |row| row.get("payload"))
        .await
        .unwrap();
    found.iter().map(|payload| serde_json::from_str(payload).unwrap()).collect()
}

async fn tell(app: &TestApp, key: &str) {
    let tx = app.begin().await;
    let null = varde_store::Json::Null;
    varde_store::jobs::ask(&tx, "indicators.tell", &null, tx.now(), Some(key)).await.unwrap();
    tx.commit().await.unwrap();
    let run = app.app().jobs().iter().find(|kind| kind.name == "indicators.tell").unwrap().run;
    while let Some(job) = varde_store::jobs::take(app.db(), app.app().now()).await.unwrap() {
        if job.kind == "indicators.tell" {
            run(app.app(), &job).await.unwrap();
        }
    }
}

#[tokio::test]
async fn those_who_asked_get_one_letter_with_names_and_a_link_and_no_value() {
    let mail = [("smtp.host", "127.0.0.1"), ("smtp.tls", "none"), ("smtp.from", "Varde <varde@example.org>")];
    let app = TestApp::set_up(rooms, &mail).await;
    let tx = app.begin().await;
    store::insert(&tx, &granted(falls())).await.unwrap();
    for (name, role, code) in
        [("Kari", Role::UnitLeader, "ward"), ("Per", Role::UnitLeader, "town"), ("Ola", Role::Staff, "ward")]
    {
        let new = NewPerson {
            id: Some(PersonId::from_code(name)),
            name: name.into(),
            email: Some(format!("{}@example.org", name.to_lowercase())),
            roles: varde_people::store::persons::roles_since(
                &[(role, unit(code))],
                "2020-01-01".parse().unwrap(),
                "test",
            ),
            ..NewPerson::default()
        };
        varde_people::store::persons::create(&tx, new).await.unwrap();
    }
    tx.commit().await.unwrap();
    let when = "2026-11-20T08:00:00Z";
    follow(app.db(), &actor("Kari", Role::UnitLeader, "ward"), "ward", (true, true), when).await;
    follow(app.db(), &actor("Per", Role::UnitLeader, "town"), "no", (true, true), when).await;
    follow(app.db(), &actor("Ola", Role::Staff, "ward"), "ward", (true, false), when).await;
    record(app.db(), "ward", "2026-11-21T12:00:00Z").await;
    // Nothing is published yet: the outsider gets no letter, and the one who asked for none gets none.
    tell(&app, "first").await;
    let sent = letters(&app).await;
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert_eq!(sent[0]["to"], "kari@example.org");
    let body = sent[0]["body"].as_str().unwrap();
    assert!(body.contains("Andel opphold med fall, Testenhet ward: 21 nye verdier"), "{body}");
    assert!(body.contains("http://varde.test/following"), "{body}");
    assert!(!body.contains('%'), "no value: {body}");
    // The same day again: nothing twice.
    tell(&app, "second").await;
    assert_eq!(letters(&app).await.len(), 1);
    work(app.db(), "2026-11-22T11:00:00Z").await;
    tell(&app, "third").await;
    let sent = letters(&app).await;
    let mut to: Vec<&str> = sent.iter().filter_map(|letter| letter["to"].as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["kari@example.org", "per@example.org"], "published since, and a letter a day");
}
