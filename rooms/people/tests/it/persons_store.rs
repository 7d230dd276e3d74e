//! Persons, roles, sessions and tokens, the same on both databases.

use jiff::{SignedDuration, Timestamp};
use varde_kernel::access::{self, Action, Actor, Author, Kind, Role, System, Target};
use varde_kernel::{PersonId, Validity};
use varde_people::migrations;
use varde_people::model::persons::{NewHolding, NewPerson, SignedInBy, TokenScope};
use varde_people::store::{holdings, logins, persons, retention, sessions, tokens};
use varde_people::{PeopleGate, names, person_name};
use varde_store::{Db, Error, Read, Tx, history};
use varde_testkit::{on_both, organisation, unit};
use varde_web::Gate;

fn noon() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn later(hours: i64) -> Timestamp {
    noon().checked_add(SignedDuration::from_hours(hours)).unwrap()
}

async fn begin(db: &Db, now: Timestamp) -> Tx {
    db.begin_write(Author::System(System::Console), now).await.unwrap()
}

fn console() -> Actor {
    Actor::System(System::Console)
}

async fn person(db: &Db, username: &str, home: &str, roles: &[(Role, &str)]) -> PersonId {
    let held: Vec<_> = roles.iter().map(|(role, code)| (*role, unit(code))).collect();
    let new = NewPerson {
        name: format!("Test {username}"),
        email: Some(format!("{username}@example.org")),
        username: Some(username.to_owned()),
        password: Some(persons::seal("grønn-elv-7-sykkel").await.unwrap()),
        home: Some(unit(home)),
        roles: persons::roles_since(&held, "2026-01-01".parse().unwrap(), "test"),
        ..NewPerson::default()
    };
    let tx = begin(db, noon()).await;
    let id = persons::create(&tx, new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// The lines by which lists are cut, as the organisation of the tests lies.
async fn lines(db: &Db) {
    let tx = begin(db, noon()).await;
    varde_people::store::units::refresh_lines(&tx, &organisation()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn as_actor(db: &Db, id: PersonId) -> Actor {
    let held = holdings::held_on(db, id, &organisation(), "2026-11-22".parse().unwrap()).await.unwrap();
    Actor::Person { person: id, held, read_only: false }
}

#[test]
fn persons_are_found_by_those_who_may_see_them_and_by_no_one_else() {
    on_both(migrations(), |db| async move {
        lines(&db).await;
        let kari = person(&db, "kari.Å_1", "ward", &[(Role::Staff, "ward")]).await;
        person(&db, "ola", "trust2", &[]).await;
        let leader = person(&db, "leader", "trust", &[(Role::UnitLeader, "trust")]).await;
        let actor = as_actor(&db, leader).await;
        let scope = access::scope(&actor, Kind::Person);
        let found = |words: &'static str, active| {
            let (db, scope) = (db.clone(), scope.clone());
            async move {
                let wanted = persons::Wanted { scope: &scope, unplaced: false, words, unit: None, active };
                let list = persons::list(&db, &wanted, 10, 0).await.unwrap();
                assert_eq!(persons::count(&db, &wanted).await.unwrap(), i64::try_from(list.len()).unwrap());
                list.into_iter().map(|person| person.name).collect::<Vec<_>>()
            }
        };
        assert_eq!(found("", None).await, ["Test kari.Å_1", "Test leader"]);
        assert_eq!(found("KARI.å", None).await, ["Test kari.Å_1"], "small and capital letters are the same");
        assert_eq!(found("å_1", None).await, ["Test kari.Å_1"]);
        assert_eq!(found("i%1", None).await, Vec::<String>::new(), "a sign is a sign, not a pattern");
        assert_eq!(found("x_1", None).await, Vec::<String>::new());
        assert_eq!(found("", Some(false)).await, Vec::<String>::new());

        let tree = organisation();
        assert!(persons::open(&db, &actor, &tree, kari, Action::Read).await.is_ok());
        let refused = persons::open(&db, &actor, &tree, kari, Action::Edit).await;
        assert!(matches!(refused, Err(Error::Forbidden)), "a leader sees and does not change");
        assert_eq!(person_name(&db, kari).await.unwrap().as_deref(), Some("Test kari.Å_1"));
        let known = names(&db, &[kari, leader, PersonId::from_code("nobody")]).await.unwrap();
        assert_eq!(known.len(), 2);
    });
}

/// Whoever can change an account can come in as its owner: so a local administrator must not reach
/// the account of someone who is trusted with more.
#[test]
fn an_administrator_does_not_reach_accounts_that_hold_more() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        let local = person(&db, "local", "trust", &[(Role::Administrator, "trust")]).await;
        let nurse = person(&db, "nurse", "ward", &[(Role::Staff, "ward")]).await;
        let chief = person(&db, "chief", "ward", &[(Role::Administrator, "no")]).await;
        let elsewhere = person(&db, "elsewhere", "ward", &[(Role::Planner, "trust2")]).await;
        let actor = as_actor(&db, local).await;
        for (id, may) in [(nurse, true), (local, true), (chief, false), (elsewhere, false)] {
            let opened = persons::open(&db, &actor, &tree, id, Action::Edit).await;
            assert_eq!(opened.is_ok(), may, "{id}: {opened:?}");
        }
        let chief = as_actor(&db, chief).await;
        assert!(persons::open(&db, &chief, &tree, elsewhere, Action::Edit).await.is_ok());

        let give = |code: &str| NewHolding {
            role: Role::Planner,
            unit: unit(code),
            validity: Validity::since("2026-11-22".parse().unwrap()),
            grounds: "test".into(),
        };
        assert!(holdings::may_give(&actor, &tree, give("ward")).is_ok());
        assert!(matches!(holdings::may_give(&actor, &tree, give("region")), Err(Error::Forbidden)), "above");
        assert!(matches!(holdings::may_give(&actor, &tree, give("trust2")), Err(Error::Forbidden)), "beside");
        assert!(matches!(holdings::may_give(&actor, &tree, give("gone")), Err(Error::NotFound)));
    });
}

#[test]
fn roles_hold_between_their_days_and_are_told_with_names() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        let id = person(&db, "held", "ward", &[(Role::Staff, "ward")]).await;
        let tx = begin(&db, noon()).await;
        let coming = NewHolding {
            role: Role::UnitLeader,
            unit: unit("clinic"),
            validity: Validity { from: "2027-01-01".parse().unwrap(), to: Some("2027-07-01".parse().unwrap()) },
            grounds: "new leader".into(),
        };
        let coming = holdings::may_give(&console(), &tree, coming).unwrap();
        holdings::insert(&tx, id, &coming).await.unwrap();
        tx.commit().await.unwrap();
        for (day, expected) in [("2025-12-31", 0), ("2026-11-22", 1), ("2027-01-01", 2), ("2027-07-01", 1)] {
            let held = holdings::held_on(&db, id, &tree, day.parse().unwrap()).await.unwrap();
            assert_eq!(held.len(), expected, "{day}");
        }
        let units = [unit("clinic"), unit("ward"), unit("no")];
        let rows = persons::holdings_on(&db, &units, "2027-01-01".parse().unwrap()).await.unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.role, row.unit)).collect();
        assert_eq!(told, [("Test held", Role::UnitLeader, unit("clinic")), ("Test held", Role::Staff, unit("ward")),]);

        // A role on a unit that is no more gives nothing, not even what hangs on no unit.
        let nothing = varde_kernel::UnitTree::default();
        assert!(holdings::held_on(&db, id, &nothing, "2026-11-22".parse().unwrap()).await.unwrap().is_empty());
    });
}

#[test]
fn history_tells_of_persons_without_their_data() {
    on_both(migrations(), |db| async move {
        let id = person(&db, "secretive", "ward", &[(Role::Staff, "ward")]).await;
        let tx = begin(&db, noon()).await;
        let mut opened = persons::open(&tx, &console(), &organisation(), id, Action::Edit).await.unwrap();
        opened.name = "Test Nytt Navn".into();
        opened.email = Some("new@example.org".into());
        persons::save(&tx, &opened).await.unwrap();
        persons::set_active(
            &tx,
            &persons::open(&tx, &console(), &organisation(), id, Action::Edit).await.unwrap(),
            false,
            "sluttet",
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let told = persons::told(&db, id, 50).await.unwrap();
        let actions: Vec<&str> = told.iter().map(|done| done.action.as_str()).collect();
        for action in ["created", "role_given", "edited", "deactivated"] {
            assert!(actions.contains(&action), "{actions:?}");
        }
        let lines = history::of_thing(&db, id, 50).await.unwrap();
        let all = format!("{lines:?}");
        for secret in ["example.org", "Test secretive", "Nytt Navn", "argon2"] {
            assert!(!all.contains(secret), "{secret} in {all}");
        }
        assert!(history::verify(&db, &[]).await.unwrap().1.is_empty());
    });
}

#[test]
fn two_who_edit_one_person_do_not_overwrite_each_other() {
    on_both(migrations(), |db| async move {
        let id = person(&db, "twice", "ward", &[]).await;
        let mine = persons::open(&db, &console(), &organisation(), id, Action::Edit).await.unwrap();
        let theirs = persons::open(&db, &console(), &organisation(), id, Action::Edit).await.unwrap();
        let tx = begin(&db, noon()).await;
        persons::save(&tx, &theirs).await.unwrap();
        tx.commit().await.unwrap();
        let tx = begin(&db, noon()).await;
        assert!(matches!(persons::save(&tx, &mine).await, Err(Error::Stale)));
    });
}

#[test]
fn a_user_name_is_one_persons() {
    on_both(migrations(), |db| async move {
        person(&db, "same", "ward", &[]).await;
        let seal = persons::seal("grønn-elv-7-sykkel").await.unwrap();
        let new = NewPerson {
            name: "Test Other".into(),
            username: Some("same".into()),
            password: Some(seal),
            ..NewPerson::default()
        };
        let tx = begin(&db, noon()).await;
        assert!(persons::create(&tx, new).await.is_err_and(|error| error.is_duplicate()));
    });
}

#[test]
fn the_gate_knows_sessions_and_tokens_while_they_last() {
    on_both(migrations(), |db| async move {
        let gate = PeopleGate::in_zone(jiff::tz::TimeZone::UTC);
        let id = person(&db, "gate", "ward", &[]).await;
        let me = Actor::Person { person: id, held: Vec::new(), read_only: false };
        let tx = begin(&db, noon()).await;
        let secret = sessions::begin(&tx, id, SignedInBy::Password).await.unwrap();
        let new = tokens::NewToken { name: "t".into(), scope: TokenScope::Read, expires_at: later(24) };
        let new = access::grant(&me, Action::Create, &Target::own(id), new).unwrap();
        let (token, text) = tokens::insert(&tx, id, &new).await.unwrap();
        tx.commit().await.unwrap();

        let visitor = gate.by_session(&db, &secret, later(1)).await.unwrap().unwrap();
        assert_eq!((visitor.person, visitor.session.is_some()), (id, true));
        let seen = sessions::of(&db, id).await.unwrap();
        assert_eq!(seen[0].seen_at, later(1));
        assert!(gate.by_session(&db, "0", later(1)).await.unwrap().is_none());
        assert!(gate.by_session(&db, &secret, later(9)).await.unwrap().is_none());

        let visitor = gate.by_token(&db, &text, later(1)).await.unwrap().unwrap();
        assert!(matches!(visitor.actor, Actor::Person { read_only: true, .. }));
        assert!(visitor.session.is_none());
        assert!(gate.by_token(&db, &text, later(24)).await.unwrap().is_none(), "over");
        assert!(gate.by_session(&db, &text, later(1)).await.unwrap().is_none(), "a token is no session");
        let tx = begin(&db, later(1)).await;
        let opened = tokens::open(&tx, &me, token, Action::Edit).await.unwrap();
        tokens::revoke(&tx, &opened).await.unwrap();
        tx.commit().await.unwrap();
        assert!(gate.by_token(&db, &text, later(2)).await.unwrap().is_none(), "revoked");
        let stranger = Actor::Person { person: PersonId::from_code("x"), held: Vec::new(), read_only: false };
        assert!(matches!(tokens::open(&db, &stranger, token, Action::Read).await, Err(Error::NotFound)));
    });
}

#[test]
fn a_sign_in_under_way_is_taken_once() {
    on_both(migrations(), |db| async move {
        let login = logins::Login { nonce: "n".into(), verifier: "v".into(), back: "/me".into() };
        let tx = begin(&db, noon()).await;
        logins::insert(&tx, "state", "browser", &login).await.unwrap();
        assert!(logins::take(&tx, "state", "other").await.unwrap().is_none());
        assert!(logins::take(&tx, "state", "browser").await.unwrap().is_some());
        assert!(logins::take(&tx, "state", "browser").await.unwrap().is_none());
        tx.commit().await.unwrap();
    });
}

/// Rows on both sides of each limit of the privacy page; only the right ones go.
#[test]
fn what_is_kept_no_longer_is_taken_away() {
    on_both(migrations(), |db| async move {
        let (gone, stays) =
            (person(&db, "gone", "ward", &[]).await, person(&db, "stays", "ward", &[(Role::Staff, "ward")]).await);
        let tx = begin(&db, noon()).await;
        for id in [gone, stays] {
            let opened = persons::open(&tx, &console(), &organisation(), id, Action::Edit).await.unwrap();
            persons::set_active(&tx, &opened, false, "left").await.unwrap();
            sessions::begin(&tx, id, SignedInBy::Password).await.unwrap();
        }
        tx.commit().await.unwrap();
        let n_accounts = || async { db.number("select count(*) as n from account", vec![]).await.unwrap() };
        for (days, accounts, n_sessions, known) in [(29, 2, 0, 2), (31, 0, 0, 2), (364, 0, 0, 2), (366, 0, 0, 1)] {
            let tx = begin(&db, later(days * 24)).await;
            retention::sweep(&tx, tx.now()).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(n_accounts().await, accounts, "after {days} days");
            assert_eq!(db.number("select count(*) as n from session", vec![]).await.unwrap(), n_sessions);
            assert_eq!(names(&db, &[gone, stays]).await.unwrap().len(), known, "after {days} days");
        }
        assert!(persons::get(&db, stays).await.unwrap().is_some(), "a role without end is still held");
        assert!(persons::get(&db, gone).await.unwrap().is_none());
    });
}
