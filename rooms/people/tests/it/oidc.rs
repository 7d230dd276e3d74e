//! Signing in through a provider that others wrote: the npm package `oidc-provider`, run by node.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::process::Stdio;

use axum::body::Body;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::net::TcpStream;
use tokio::process::{Child, ChildStdout, Command};
use varde_kernel::PersonId;
use varde_kernel::access::Role;
use varde_people::model::persons::NewPerson;
use varde_people::store::persons;
use varde_testkit::unit;

use crate::door::{Answer, Browser, House, between};

const HOME: &str = "http://varde.test";

/// The provider; it ends when its input closes, and is killed when dropped.
struct Provider {
    port: u16,
    // The provider goes on talking; a closed pipe would end it.
    _lines: Lines<BufReader<ChildStdout>>,
    _child: Child,
}

impl Provider {
    async fn start() -> Self {
        let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/node_modules/oidc-provider/package.json");
        assert!(package.exists(), "oidc-provider is not installed: run `make assets` first");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/provider.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("node is not installed: run `make assets` first, which installs it");
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.next_line().await.unwrap().expect("the provider says where it listens");
        let port = line.strip_prefix("listening ").and_then(|port| port.parse().ok()).expect(&line);
        Self { port, _lines: lines, _child: child }
    }

    fn issuer(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    async fn house(&self, more: &[(&str, &str)]) -> House {
        let issuer = self.issuer();
        let base =
            [("oidc.issuer", issuer.as_str()), ("oidc.client_id", "varde"), ("oidc.label", "Logg inn med Testporten")];
        let mut settings = BTreeMap::new();
        for (name, value) in base.iter().chain(more) {
            settings.insert((*name).to_owned(), (*value).to_owned());
        }
        House::with(settings, HOME).await
    }

    /// Walks through the provider as a browser does, and gives the address that leads back.
    async fn walk(&self, begin: &str) -> String {
        let mut cookies: HashMap<String, String> = HashMap::new();
        let mut address = begin.to_owned();
        for _ in 0..12 {
            if address.starts_with(HOME) {
                return address.trim_start_matches(HOME).to_owned();
            }
            let answer = self.ask(&address, &cookies).await;
            for cookie in answer.headers.get_all(header::SET_COOKIE) {
                let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
                let value = rest.split(';').next().unwrap_or_default();
                if value.is_empty() {
                    cookies.remove(name);
                } else {
                    cookies.insert(name.to_owned(), value.to_owned());
                }
            }
            assert!(answer.status.is_redirection(), "{} at {address}: {}", answer.status, answer.text);
            let next = answer.location();
            address = if next.starts_with('/') { format!("{}{next}", self.issuer()) } else { next.to_owned() };
        }
        panic!("the provider sends one round in circles");
    }

    async fn ask(&self, address: &str, cookies: &HashMap<String, String>) -> Answer {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).await.unwrap();
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
        tokio::spawn(connection);
        let cookies: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .uri(address.trim_start_matches(&self.issuer()))
            .header(header::HOST, format!("127.0.0.1:{}", self.port))
            .header(header::COOKIE, cookies.join("; "))
            .body(Body::empty())
            .unwrap();
        let (parts, body) = sender.send_request(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

/// Begins in Varde; gives the provider's address with the person who will sign in there.
async fn begin(browser: &mut Browser<'_>, who: &str) -> String {
    let answer = browser.get("/sign-in/oidc?back=%2Fme").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert!(answer.location().contains("code_challenge_method=S256"), "{}", answer.location());
    format!("{}&login_hint={who}", answer.location())
}

async fn registered(house: &House, email: &str, link_by_email: bool) -> PersonId {
    let tx = house.console().await;
    let new = NewPerson {
        name: format!("Test {email}"),
        email: Some(email.to_owned()),
        link_by_email,
        home: Some(unit("ward")),
        roles: persons::roles_since(&[(Role::Staff, unit("ward"))], "2026-01-01".parse().unwrap(), "test"),
        ..NewPerson::default()
    };
    let id = persons::create(&tx, new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_registered_person_is_linked_once_and_known_by_the_subject_ever_after() {
    let provider = Provider::start().await;
    let house = provider.house(&[]).await;
    let id = registered(&house, "registered@example.org", true).await;
    let mut browser = house.browser();
    assert!(browser.get("/sign-in").await.text.contains("Logg inn med Testporten"));
    let back = provider.walk(&begin(&mut browser, "registered").await).await;
    let answer = browser.get(&back).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/me"), "{}", answer.text);
    let mine = browser.get("/me").await;
    assert!(mine.text.contains("Test registered@example.org") && mine.text.contains("Innloggingstjeneste"));

    let person = persons::get(house.db(), id).await.unwrap().unwrap();
    assert_eq!((person.n_identities, person.link_by_email), (1, false));
    // The e-mail has served: now the subject alone counts, whatever the e-mail is.
    let mut again = house.browser();
    let back = provider.walk(&begin(&mut again, "registered").await).await;
    assert_eq!(again.get(&back).await.location(), "/me");
    assert_eq!(persons::get(house.db(), id).await.unwrap().unwrap().n_identities, 1);
}

#[tokio::test]
async fn nobody_comes_in_by_an_unverified_or_unregistered_address() {
    let provider = Provider::start().await;
    let house = provider.house(&[]).await;
    registered(&house, "unverified@example.org", true).await;
    registered(&house, "stranger@example.org", false).await;
    for who in ["unverified", "stranger"] {
        let mut browser = house.browser();
        let back = provider.walk(&begin(&mut browser, who).await).await;
        let answer = browser.get(&back).await;
        assert_eq!(answer.location(), "/sign-in?problem=unknown", "{who}");
        assert!(browser.session().is_none());
        assert!(browser.get("/sign-in?problem=unknown").await.text.contains("ingen åpen konto"));
    }
}

#[tokio::test]
async fn a_state_is_good_once_and_in_one_browser() {
    let provider = Provider::start().await;
    let house = provider.house(&[]).await;
    registered(&house, "registered@example.org", true).await;
    let mut browser = house.browser();
    let back = provider.walk(&begin(&mut browser, "registered").await).await;

    let mut other = house.browser();
    assert_eq!(other.get(&back).await.status, StatusCode::BAD_REQUEST, "another browser");
    other.cookies.insert("varde_oidc".into(), "made-up".into());
    assert_eq!(other.get(&back).await.status, StatusCode::BAD_REQUEST, "another browser with a cookie");
    let state = between(&back, "state=", "&").to_owned();
    let wrong = back.replace(&state, &"0".repeat(64));
    assert_eq!(browser.get(&wrong).await.status, StatusCode::BAD_REQUEST, "another state");

    let cookie = browser.cookies.get("varde_oidc").unwrap().clone();
    assert_eq!(browser.get(&back).await.location(), "/me");
    browser.cookies.insert("varde_oidc".into(), cookie);
    let replayed = browser.get(&back).await;
    assert_eq!(replayed.status, StatusCode::BAD_REQUEST, "the same state again");
    assert!(replayed.text.contains("allerede brukt"), "{}", replayed.text);

    let mut slow = house.browser();
    let back = provider.walk(&begin(&mut slow, "registered").await).await;
    house.wait(1);
    assert_eq!(slow.get(&back).await.status, StatusCode::BAD_REQUEST, "an hour later");
}

/// What a browser changes on the way is found out: nonce, challenge, client and issuer.
#[tokio::test]
async fn what_is_changed_on_the_way_is_refused() {
    let provider = Provider::start().await;
    let house = provider.house(&[]).await;
    registered(&house, "registered@example.org", true).await;
    for name in ["nonce", "code_challenge", "client_id"] {
        let mut browser = house.browser();
        let begun = begin(&mut browser, "registered").await;
        let old = between(&format!("{begun}&"), &format!("&{name}="), "&").to_owned();
        let new = match name {
            "client_id" => "another".to_owned(),
            _ => "x".repeat(43),
        };
        assert!(!old.is_empty() || name == "client_id", "{name} in {begun}");
        let changed = begun.replace(&format!("{name}={old}"), &format!("{name}={new}"));
        let changed = if name == "client_id" { begun.replace("client_id=varde", "client_id=another") } else { changed };
        assert_ne!(changed, begun);
        let back = provider.walk(&changed).await;
        let answer = browser.get(&back).await;
        assert_eq!(answer.location(), "/sign-in?problem=provider", "{name}: {}", answer.text);
        assert!(browser.session().is_none());
    }
    let mut browser = house.browser();
    let back = provider.walk(&begin(&mut browser, "registered").await).await;
    let issuer = between(&format!("{back}&"), "iss=", "&").to_owned();
    let answer = browser.get(&back.replace(&issuer, "https%3A%2F%2Fevil.example")).await;
    assert_eq!(answer.location(), "/sign-in?problem=provider", "another issuer");
    assert!(browser.get("/sign-in?problem=provider").await.text.contains("ikke fullført"));
}

#[tokio::test]
async fn a_shared_secret_works_and_persons_are_made_only_where_that_is_set() {
    let provider = Provider::start().await;
    let secret = [
        ("oidc.client_id", "varde-secret"),
        ("oidc.client_secret", "a secret of the tests alone"),
        ("oidc.auto_create", "true"),
    ];
    let house = provider.house(&secret).await;
    let mut browser = house.browser();
    let back = provider.walk(&begin(&mut browser, "stranger").await).await;
    assert_eq!(browser.get(&back).await.location(), "/me");
    let mine = browser.get("/me").await;
    assert!(mine.text.contains("Test Stranger") && mine.text.contains("Ingen roller"), "{}", mine.text);
    // Someone who was made this way has no role and sees no persons.
    assert_eq!(browser.get("/people").await.status, StatusCode::NOT_FOUND);

    let wrong = provider.house(&[secret[0], ("oidc.client_secret", "wrong"), secret[2]]).await;
    let mut browser = wrong.browser();
    let back = provider.walk(&begin(&mut browser, "stranger").await).await;
    assert_eq!(browser.get(&back).await.location(), "/sign-in?problem=provider");
}

#[tokio::test]
async fn without_a_provider_there_is_no_such_way_in() {
    let house = House::new().await;
    let mut browser = house.browser();
    assert_eq!(browser.get("/sign-in/oidc").await.status, StatusCode::NOT_FOUND);
    assert!(!browser.get("/sign-in").await.text.contains("/sign-in/oidc"));
    // A provider that does not answer is said in plain words.
    let settings = [("oidc.issuer", "http://127.0.0.1:9"), ("oidc.client_id", "varde")];
    let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    let house = House::with(settings, HOME).await;
    assert_eq!(house.browser().get("/sign-in/oidc").await.location(), "/sign-in?problem=provider");
}
