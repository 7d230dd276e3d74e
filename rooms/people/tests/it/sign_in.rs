//! Coming in, staying in, going out.

use http::StatusCode;
use varde_kernel::access::{Action, Actor, Author, Role, System};
use varde_people::store::{persons, sessions};
use varde_store::Read;
use varde_testkit::organisation;

use crate::door::{House, PASSWORD, between};

#[tokio::test]
async fn the_right_password_opens_and_the_wrong_one_tells_nothing() {
    let house = House::new().await;
    house.person("in.right", &[(Role::Staff, "ward")], false).await;
    let mut browser = house.browser();
    let sent = browser.get("/me").await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/sign-in?back=%2Fme"));

    let wrong = browser.sign_in("in.right", "feil passord her").await;
    let unknown = browser.sign_in("in.nobody", PASSWORD).await;
    for answer in [&wrong, &unknown] {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("Brukernavnet eller passordet stemmer ikke"), "{}", answer.text);
        assert!(!answer.text.contains("feil passord her"), "a password never comes back");
    }
    assert!(browser.session().is_none());

    let right = browser.sign_in(" In.Right ", PASSWORD).await;
    assert_eq!((right.status, right.location()), (StatusCode::SEE_OTHER, "/me"));
    let cookie = right.headers.get_all("set-cookie").iter().find(|c| c.as_bytes().starts_with(b"varde_session="));
    let cookie = cookie.unwrap().to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    let mine = browser.get("/me").await;
    assert_eq!(mine.status, StatusCode::OK);
    assert!(mine.text.contains("Test in.right") && mine.text.contains("Testenhet ward"), "{}", mine.text);
    assert!(!mine.text.contains("people-"), "a word is missing");
}

#[tokio::test]
async fn a_session_is_new_at_each_sign_in_and_only_its_digest_is_kept() {
    let house = House::new().await;
    let id = house.person("in.rotate", &[], false).await;
    let mut browser = house.browser();
    // Someone has planted a cookie in the browser: it is never taken over.
    browser.cookies.insert("varde_session".into(), "planted".into());
    browser.sign_in("in.rotate", PASSWORD).await;
    let first = browser.session().unwrap().clone();
    assert_ne!(first, "planted");
    assert_eq!(first.len(), 64);
    let kept =
        house.db().number("select count(*) as n from session where secret_digest = $1", varde_store::values![&first]);
    assert_eq!(kept.await.unwrap(), 0, "the secret itself is not kept");

    // Signing in over a session ends the old one.
    let guard = between(&browser.get("/me").await.text, "name=\"_csrf\" value=\"", "\"").to_owned();
    browser.post_with(&guard, "/sign-in", &[("username", "in.rotate"), ("password", PASSWORD)]).await;
    let second = browser.session().unwrap().clone();
    assert_ne!(first, second);
    assert_eq!(sessions::of(house.db(), id).await.unwrap().len(), 1);
    browser.cookies.insert("varde_session".into(), first);
    assert_eq!(browser.get("/me").await.location(), "/sign-in?back=%2Fme");
}

#[tokio::test]
async fn a_form_without_its_guard_is_refused() {
    let house = House::new().await;
    house.person("in.guard", &[], false).await;
    let mut browser = house.browser();
    let fields = [("username", "in.guard"), ("password", PASSWORD)];
    assert_eq!(browser.post_with("", "/sign-in", &fields).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.post_with("made-up", "/sign-in", &fields).await.status, StatusCode::FORBIDDEN);
    let mut browser = house.signed_in("in.guard").await;
    assert_eq!(browser.post_with("", "/sign-out", &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.get("/me").await.status, StatusCode::OK);
}

/// One account of one's own would else be enough to try any number of others.
#[tokio::test]
async fn getting_in_does_not_give_back_what_the_address_tried_on_others() {
    let house = House::new().await;
    house.person("in.insider", &[], false).await;
    let address: std::net::SocketAddr = "203.0.113.7:4711".parse().unwrap();
    let now = house.app().now();
    for _ in 0..149 {
        varde_web::limits::count("sign-in address 203.0.113.7", 150, now).unwrap();
    }
    let form = house.browser().get("/sign-in").await;
    let guard = between(&form.text, "name=\"_csrf\" value=\"", "\"").to_owned();
    let cookie = form.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let answer = async |username: &str, password: &str| {
        let body = format!("_csrf={guard}&username={username}&password={}", password.replace(' ', "+"));
        let request = http::Request::builder()
            .method("POST")
            .uri("/sign-in")
            .header("host", "varde.test")
            .header("cookie", &cookie)
            .header("content-type", "application/x-www-form-urlencoded")
            .extension(axum::extract::ConnectInfo(address))
            .body(axum::body::Body::from(body));
        house.send(request.unwrap()).await.status
    };
    assert_eq!(answer("in.insider", PASSWORD).await, StatusCode::SEE_OTHER);
    assert_eq!(answer("in.other1", "feil passord her").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer("in.other2", "feil passord her").await, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn too_many_tries_must_wait_even_with_the_right_password() {
    let house = House::new().await;
    house.person("in.tries", &[], false).await;
    let mut browser = house.browser();
    for _ in 0..5 {
        assert_eq!(browser.sign_in("in.tries", "feil passord her").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let refused = browser.sign_in("in.tries", PASSWORD).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.headers.contains_key("retry-after"));
    house.wait(1);
    assert_eq!(browser.sign_in("in.tries", PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_way_back_never_leads_out_of_the_house() {
    let house = House::new().await;
    house.person("in.back", &[], false).await;
    for (back, expected) in [("/units?q=a", "/units?q=a"), ("https://evil.example/", "/"), ("//evil.example", "/")] {
        let mut browser = house.browser();
        let fields = [("username", "in.back"), ("password", PASSWORD), ("back", back)];
        let answer = browser.post_from("/sign-in", "/sign-in", &fields).await;
        assert_eq!(answer.location(), expected, "{back}");
        // The page itself does not carry it on either.
        let encoded: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
        let again = browser.get(&format!("/sign-in?back={encoded}")).await;
        assert_eq!(again.location(), expected, "{back}");
    }
}

#[tokio::test]
async fn a_first_password_is_replaced_before_anything_else() {
    let house = House::new().await;
    house.person("in.first", &[(Role::Staff, "ward")], true).await;
    let mut browser = house.signed_in("in.first").await;
    assert_eq!(browser.get("/").await.location(), "/me/password");
    assert_eq!(browser.get("/me").await.location(), "/me/password");
    let page = browser.get("/me/password").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("engangspassord"), "{}", page.text);

    let old = browser.session().unwrap().clone();
    for (current, new, repeat, says) in [
        ("feil passord her", "en helt ny setning", "en helt ny setning", "Dette er ikke passordet du har nå"),
        (PASSWORD, "kort", "kort", "Bruk minst 12 tegn"),
        (PASSWORD, "Passord12345", "Passord12345", "blant dem som gjettes først"),
        (PASSWORD, "jeg er in.first ok", "jeg er in.first ok", "inneholder navnet"),
        (PASSWORD, PASSWORD, PASSWORD, "likt det gamle"),
        (PASSWORD, "en helt ny setning", "en annen setning", "ikke like"),
    ] {
        let fields = [("current", current), ("new", new), ("repeat", repeat)];
        let answer = browser.post_from("/me/password", "/me/password", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains(says), "{says}: {}", answer.text);
    }
    let fields = [("current", PASSWORD), ("new", "en helt ny setning"), ("repeat", "en helt ny setning")];
    let changed = browser.post_from("/me/password", "/me/password", &fields).await;
    assert_eq!((changed.status, changed.location()), (StatusCode::SEE_OTHER, "/"));
    assert_ne!(browser.session().unwrap(), &old, "the session goes on under a new secret");
    assert_eq!(browser.get("/me").await.status, StatusCode::OK);
    assert_eq!(house.browser().sign_in("in.first", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn sessions_end_by_idling_by_age_and_by_signing_out() {
    let house = House::new().await;
    house.person("in.idle", &[], false).await;
    let mut idle = house.signed_in("in.idle").await;
    house.wait(7);
    assert_eq!(idle.get("/me").await.status, StatusCode::OK);
    house.wait(7);
    assert_eq!(idle.get("/me").await.status, StatusCode::OK, "used seven hours ago");
    house.wait(8);
    assert_eq!(idle.get("/me").await.status, StatusCode::SEE_OTHER, "eight hours without use");

    let mut busy = house.signed_in("in.idle").await;
    for _ in 0..30 * 24 / 6 - 1 {
        house.wait(6);
        assert_eq!(busy.get("/me").await.status, StatusCode::OK);
    }
    house.wait(6);
    assert_eq!(busy.get("/me").await.status, StatusCode::SEE_OTHER, "thirty days old");

    let mut out = house.signed_in("in.idle").await;
    let secret = out.session().unwrap().clone();
    let answer = out.post("/sign-out", &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(out.session().is_none());
    out.cookies.insert("varde_session".into(), secret);
    assert_eq!(out.get("/me").await.status, StatusCode::SEE_OTHER, "the secret is worth nothing any more");
    // Someone whose session is over already is simply out.
    assert!(out.post_with("", "/sign-out", &[]).await.location().starts_with("/sign-in"));
}

#[tokio::test]
async fn one_ends_ones_own_sessions_and_nobody_elses() {
    let house = House::new().await;
    let id = house.person("in.own", &[], false).await;
    let other = house.person("in.other", &[], false).await;
    let mut here = house.signed_in("in.own").await;
    house.wait(1);
    let mut there = house.signed_in("in.own").await;
    let mut stranger = house.signed_in("in.other").await;
    let page = here.get("/me").await;
    assert!(page.text.contains("Denne økten") && page.text.contains("Avslutt alle andre"), "{}", page.text);

    let theirs = sessions::of(house.db(), other).await.unwrap();
    let answer = here.post(&format!("/me/sessions/{}/end", theirs[0].id), &[]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.get("/me").await.status, StatusCode::OK);

    let answer = here.post("/me/sessions/end-others", &[]).await;
    assert_eq!(answer.location(), "/me");
    assert_eq!(sessions::of(house.db(), id).await.unwrap().len(), 1);
    assert_eq!(there.get("/me").await.status, StatusCode::SEE_OTHER);
    assert_eq!(here.get("/me").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_role_that_is_over_gives_nothing_and_a_closed_account_is_out_at_once() {
    let house = House::new().await;
    let id = house.person("in.ended", &[(Role::Administrator, "trust")], false).await;
    let mut browser = house.signed_in("in.ended").await;
    assert_eq!(browser.get("/people").await.status, StatusCode::OK);
    let tx = house.console().await;
    let tree = organisation();
    let console = Actor::System(System::Console);
    let held = varde_people::store::holdings::of(&tx, id).await.unwrap();
    let mut held = varde_people::store::holdings::open(&tx, &console, &tree, held[0].id, Action::Edit).await.unwrap();
    held.validity.to = Some("2026-11-23".parse().unwrap());
    varde_people::store::holdings::save(&tx, &held, "test").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(browser.get("/people").await.status, StatusCode::OK, "today is the last day");
    for _ in 0..2 {
        house.wait(6);
        browser.get("/me").await;
    }
    assert_eq!(browser.get("/people").await.status, StatusCode::NOT_FOUND, "the day after");

    let tx = house.app().begin_as(Author::System(System::Console)).await.unwrap();
    let person = persons::open(&tx, &console, &tree, id, Action::Edit).await.unwrap();
    persons::set_active(&tx, &person, false, "test").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(browser.get("/me").await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.browser().sign_in("in.ended", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn language_and_appearance_follow_the_person() {
    let house = House::new().await;
    house.person("in.words", &[(Role::Staff, "ward")], false).await;
    let mut browser = house.signed_in("in.words").await;
    for (locale, says) in
        [("nn", "Kven ser kva om meg?"), ("en", "Who sees what about me?"), ("nb", "Hvem ser hva om meg?")]
    {
        let page = browser.get("/me").await;
        let version = between(&page.text, "name=\"version\" value=\"", "\"").to_owned();
        let fields = [("name", "Test Ord"), ("locale", locale), ("scheme", "dark"), ("version", &version)];
        let answer = browser.post("/me", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let page = browser.get("/me").await;
        assert!(page.text.contains(says) && page.text.contains("data-color-scheme=\"dark\""), "{}", page.text);
        assert!(!page.text.contains("people-"), "a word is missing in {locale}");
        for path in ["/me/tokens", "/me/password"] {
            assert!(!browser.get(path).await.text.contains("people-"), "a word is missing on {path} in {locale}");
        }
    }
    let stale = [("name", "Test Annet"), ("locale", "nb"), ("scheme", "auto"), ("version", "1")];
    let answer = browser.post("/me", &stale).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text.contains("Test Annet") && answer.text.contains("Test Ord"), "{}", answer.text);
    // The switch in the bar keeps the choice with the person too.
    browser.post("/language", &[("language", "en"), ("back", "/me")]).await;
    assert!(house.signed_in("in.words").await.get("/me").await.text.contains("My page"));
}

#[tokio::test]
async fn under_https_the_cookie_is_for_this_host_alone() {
    let house = House::with(std::collections::BTreeMap::new(), "https://varde.test").await;
    house.person("in.host", &[(Role::Staff, "ward")], false).await;
    let mut browser = house.browser();
    let right = browser.sign_in("in.host", PASSWORD).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER, "{}", right.text);
    let set: Vec<&str> = right.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect();
    let session = set.iter().find(|cookie| cookie.starts_with("__Host-varde_session=")).expect("the session's cookie");
    assert!(session.contains("; Secure") && session.contains("; Path=/;") && !session.contains("Domain"), "{session}");
    assert!(right.headers.contains_key("strict-transport-security"));
    assert_eq!(browser.get("/me").await.status, StatusCode::OK);
    // The same secret under a name that a neighbour could have planted opens nothing.
    let secret = browser.cookies["__Host-varde_session"].clone();
    let mut planted = house.browser();
    planted.cookies.insert("varde_session".into(), secret);
    assert_eq!(planted.get("/me").await.status, StatusCode::SEE_OTHER);
}
