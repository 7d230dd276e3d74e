//! Reminders by e-mail, taken in by a mail server that the test runs itself.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Mutex;
use varde_kernel::access::Role;
use varde_kernel::{FixedClock, PersonId, UnitTree};
use varde_people::model::persons::NewPerson;
use varde_store::{Db, Error, Insert, jobs, migrate};
use varde_testkit::{organisation, plain_printer, unit};
use varde_web::ui::Scheme;
use varde_web::{App, BoxFuture, Config, Gate, Parts, Visitor};

use super::{begin, fill, plan, rooms, run, tables};

/// Speaks enough SMTP to take letters in.
async fn receive(stream: TcpStream, letters: Arc<Mutex<Vec<String>>>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 mail.test ESMTP\r\n").await?;
    let mut line = String::new();
    let (mut letter, mut is_data) = (String::new(), false);
    while stream.read_line(&mut line).await? != 0 {
        if is_data {
            if line == ".\r\n" {
                is_data = false;
                letters.lock().await.push(std::mem::take(&mut letter));
                stream.write_all(b"250 taken\r\n").await?;
            } else {
                letter.push_str(&line);
            }
        } else {
            let word: String = line.chars().take(4).collect::<String>().to_uppercase();
            let answer: &[u8] = match word.as_str() {
                "EHLO" => b"250-mail.test\r\n250 8BITMIME\r\n",
                "DATA" => {
                    is_data = true;
                    b"354 go on\r\n"
                }
                "QUIT" => b"221 bye\r\n",
                _ => b"250 ok\r\n",
            };
            stream.write_all(answer).await?;
        }
        line.clear();
    }
    Ok(())
}

/// A door that nobody comes through; it only knows the organisation.
struct Closed(Arc<UnitTree>);

impl Gate for Closed {
    fn by_session<'a>(&'a self, _: &'a Db, _: &'a str, _: Timestamp) -> BoxFuture<'a, Result<Option<Visitor>, Error>> {
        Box::pin(async { Ok(None) })
    }

    fn by_token<'a>(&'a self, _: &'a Db, _: &'a str, _: Timestamp) -> BoxFuture<'a, Result<Option<Visitor>, Error>> {
        Box::pin(async { Ok(None) })
    }

    fn keep<'a>(
        &'a self,
        _: &'a App,
        _: PersonId,
        _: Option<varde_kernel::Locale>,
        _: Option<Scheme>,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async { Ok(()) })
    }

    fn names<'a>(&'a self, _: &'a Db, _: &'a [PersonId]) -> BoxFuture<'a, Result<HashMap<PersonId, String>, Error>> {
        Box::pin(async { Ok(HashMap::new()) })
    }

    fn tree<'a>(&'a self, _: &'a Db, _: Timestamp) -> BoxFuture<'a, Result<Arc<UnitTree>, Error>> {
        Box::pin(async { Ok(self.0.clone()) })
    }
}

async fn app(db: &Db, settings: BTreeMap<String, String>, day: &str) -> App {
    let noon: Timestamp = format!("{day}T12:00:00Z").parse().unwrap();
    let config = Config { public_url: "https://varde.example.org".into(), settings, ..Config::default() };
    let gate = Arc::new(Closed(Arc::new(organisation())));
    let parts = Parts {
        db: db.clone(),
        clock: Arc::new(FixedClock(noon)),
        gate,
        config,
        metrics: None,
        printer: plain_printer,
    };
    App::new(parts, &rooms()).await.unwrap()
}

async fn person(db: &Db, name: &str, role: Role, home: &str, wants: bool) {
    let tx = begin(db).await;
    let from = "2020-01-01".parse().unwrap();
    let new = NewPerson {
        id: Some(PersonId::from_code(name)),
        name: name.into(),
        email: Some(format!("{}@example.org", name.to_lowercase())),
        roles: varde_people::store::persons::roles_since(&[(role, unit(home))], from, "test"),
        ..NewPerson::default()
    };
    let id = varde_people::store::persons::create(&tx, new).await.unwrap();
    if wants {
        Insert::into("mail_wish").set("person_id", id).set("wanted_at", tx.now()).run(&tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Runs `plans.remind` and then every letter that it asked for.
async fn remind(app: &App) {
    let work = |name: &str| app.jobs().iter().find(|kind| kind.name == name).unwrap().run;
    let tx = begin(app.db()).await;
    let key = format!("plans.remind@{}", app.today());
    jobs::ask(&tx, "plans.remind", &varde_store::Json::Null, tx.now(), Some(&key)).await.unwrap();
    tx.commit().await.unwrap();
    while let Some(job) = jobs::take(app.db(), app.now()).await.unwrap() {
        work(&job.kind)(app, &job).await.unwrap();
    }
}

#[test]
fn those_who_asked_get_a_letter_with_a_name_and_a_link_and_nobody_else() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port().to_string();
        let letters = Arc::new(Mutex::new(Vec::new()));
        let taken = letters.clone();
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(receive(stream, taken.clone()));
            }
        });
        let settings: BTreeMap<String, String> = [
            ("smtp.host", "127.0.0.1"),
            ("smtp.port", port.as_str()),
            ("smtp.tls", "none"),
            ("smtp.from", "Varde <varde@example.org>"),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
        let folder = std::env::temp_dir().join(format!("varde-mail-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let db = Db::open(&format!("sqlite:{}", folder.join("mail.sqlite").display())).await.unwrap();
        migrate(&db, [varde_store::migrations(), tables()].concat(), Timestamp::UNIX_EPOCH).await.unwrap();
        person(&db, "Lise", Role::UnitLeader, "ward", true).await;
        person(&db, "Stig", Role::UnitLeader, "ward", false).await;
        person(&db, "Nils", Role::Staff, "ward", true).await;
        let tree = organisation();
        let tx = begin(&db).await;
        fill(&tx, &tree).await;
        let items = varde_plans::store::sources::items(&tx, plan()).await.unwrap();
        let console = super::console();
        let head = varde_plans::store::sources::open_plan(
            &tx,
            &console,
            &tree,
            plan(),
            varde_kernel::access::Kind::Round,
            varde_kernel::access::Action::Create,
        )
        .await
        .unwrap();
        let draft = varde_plans::model::followup::rounds::RoundDraft {
            name: "Fjerde kvartal".into(),
            opens: "2026-11-01".parse().unwrap(),
            due: "2026-11-25".parse().unwrap(),
            period: None,
        };
        let round = varde_plans::store::rounds::insert(&tx, &head.map(|head| (head.id, head.unit)), &draft, &items)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        // Three days ahead: a letter. The same day again, and the day after: none.
        let today = app(&db, settings.clone(), "2026-11-22").await;
        remind(&today).await;
        remind(&today).await;
        remind(&app(&db, settings.clone(), "2026-11-23").await).await;
        {
            let letters = letters.lock().await;
            assert_eq!(letters.len(), 1, "{letters:?}");
            let letter = &letters[0];
            assert!(letter.contains("To: lise@example.org"), "{letter}");
            // A long line of a letter in quoted-printable goes on after "=".
            let whole = letter.replace("=\r\n", "");
            assert!(whole.contains(&format!("varde.example.org/rounds/{round}/answer")), "{letter}");
            assert!(letter.contains("Message-ID: <"), "{letter}");
            assert!(!letter.contains("Tiltak m1"), "a letter holds no more than the round's name and a link");
        }
        // A server that is gone: the letter waits, and nothing is lost or told twice.
        server.abort();
        remind(&app(&db, settings, "2026-11-25").await).await;
        assert_eq!(jobs::pending(&db).await.unwrap().0, 1);
        assert_eq!(letters.lock().await.len(), 1);
        // Without a mail server nothing is asked for.
        remind(&app(&db, BTreeMap::new(), "2026-12-02").await).await;
        assert_eq!(jobs::pending(&db).await.unwrap().0, 1);
        db.close().await.unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
    });
}
