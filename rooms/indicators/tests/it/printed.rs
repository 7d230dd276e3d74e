//! The page of a series as a document: the same content for the same reader. The house of these tests prints
//! plain text; that the program prints a PDF is held in its own tests.

use http::{StatusCode, header};
use varde_indicators::store::{self, Recording};
use varde_indicators::{Policy, jobs};
use varde_kernel::access::{Author, Role, System};
use varde_kernel::{Locale, Period, Words};
use varde_testkit::{Reply, TestApp, User, organisation, unit};

use crate::disclosure::publish;
use crate::pages::house;
use crate::store::{begin, falls, recording, share, slot};

fn page(code: &str) -> String {
    format!("/indicators/{}/units/{}", falls().id, unit(code))
}

async fn printed(app: &TestApp, user: &User, code: &str) -> Reply {
    let reply = app.get(Some(user), &format!("{}/pdf", page(code))).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    let keys = reply.text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
    let keys: Vec<&str> = keys.filter(|word| word.starts_with("indicators-") || word.starts_with("web-")).collect();
    assert!(keys.is_empty(), "{keys:?}");
    reply
}

/// Twenty-one months of the ward; the last is far above the rest.
async fn months(app: &TestApp) {
    let months: Vec<Recording> = (0..21_i16)
        .map(|n| {
            let period = Period::Month(2025 + n / 12, i8::try_from(n % 12 + 1).unwrap()).to_string();
            let mut entry = share(if n == 20 { 30.0 } else { f64::from(9 + n % 3) }, 80.0);
            entry.source = "Egen telling".into();
            if n == 19 {
                entry.provisional = true;
                entry.note = Words::plain("Tallet mangler =#panic() *én* post");
            }
            recording(&period, entry, None, "")
        })
        .collect();
    let tx = begin(app.db(), "2026-11-01T12:00:00Z").await;
    store::record(&tx, &mut slot(app.db(), "ward").await, &months).await.unwrap();
    tx.commit().await.unwrap();
    publish(app.db(), &Policy::default()).await;
    let tx =
        app.db().begin_write(Author::System(System::Worker), "2026-11-03T12:00:00Z".parse().unwrap()).await.unwrap();
    jobs::judge_portion(&tx, &organisation(), "2026-11-22".parse().unwrap()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_page_of_a_series_can_be_kept_in_three_languages() {
    let app = house().await;
    months(&app).await;
    for (locale, words) in [
        (
            Locale::Nb,
            [
                "nb 2026-11-22",
                "Andel opphold med fall",
                "Kilde: Egen telling",
                "august 2026 |",
                "37,5\u{a0}%",
                "foreløpig",
                "Signaler i serien",
                "Til det verre",
                "Side {page} av {pages}",
            ],
        ),
        (
            Locale::Nn,
            [
                "nn 2026-11-22",
                "Andel opphold med fall",
                "Kjelde: Egen telling",
                "august 2026 |",
                "37,5\u{a0}%",
                "førebels",
                "Signal i serien",
                "Til det verre",
                "Side {page} av {pages}",
            ],
        ),
        (
            Locale::En,
            [
                "en 2026-11-22",
                "Share of stays with a fall",
                "Source: Egen telling",
                "August 2026 |",
                "37.5%",
                "provisional",
                "Signals in the series",
                "For the worse",
                "Page {page} of {pages}",
            ],
        ),
    ] {
        let kari = app.user_in("Kari Leder", &[(Role::UnitLeader, "ward")], locale);
        let reply = printed(&app, &kari, "ward").await;
        for word in words {
            assert!(reply.text.contains(word), "{word} is not in {}", reply.text);
        }
        // What people wrote comes as they wrote it, and the picture wears no colours of the screen.
        assert!(reply.text.contains("=#panic() *én* post"), "{}", reply.text);
        assert!(reply.text.contains("<svg") && !reply.text.contains("var(--"), "{}", reply.text);
        let page = app.get(Some(&kari), &page("ward")).await.text;
        assert!(page.contains(&format!("href=\"/indicators/{}/units/{}/pdf\"", falls().id, unit("ward"))));
        // The answer is the page's own.
        let lead = reply.text.lines().nth(4).unwrap();
        assert!(20 < lead.len() && page.contains(lead), "{lead} is not on the page");
        assert_eq!(reply.headers[header::CONTENT_TYPE], "application/pdf");
        let name = reply.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert!(name.starts_with("attachment; filename=\"") && name.ends_with("-2026-11-22.pdf\""), "{name}");
        assert!(name.is_ascii() && name.matches(' ').count() == 1, "{name}");
    }
}

#[tokio::test]
async fn what_the_page_keeps_back_is_not_in_the_document() {
    let app = house().await;
    let tx = begin(app.db(), "2026-11-01T12:00:00Z").await;
    let month = |n: i8, had: f64| recording(&format!("2026-{n:02}"), share(had, 80.0), None, "");
    store::record(&tx, &mut slot(app.db(), "ward").await, &[month(8, 3.0), month(9, 12.0)]).await.unwrap();
    tx.commit().await.unwrap();
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let other = app.user("Per Annen", &[(Role::UnitLeader, "town")]);
    // Before anyone has looked at the values together, nothing is told to others.
    assert!(!printed(&app, &other, "ward").await.text.contains("15\u{a0}%"));
    publish(app.db(), &Policy::default()).await;
    let inside = printed(&app, &leader, "ward").await.text;
    assert!(inside.contains("august 2026 | 3,8\u{a0}%") && inside.contains("| 3 | 80\n"), "{inside}");
    let outside = printed(&app, &other, "ward").await.text;
    assert!(outside.contains("september 2026 | 15,0\u{a0}%") || outside.contains("september 2026 | 15\u{a0}%"));
    assert!(outside.contains("holdt tilbake") && outside.contains("Én verdi holdes tilbake"), "{outside}");
    for hidden in ["3,8", "3,75", "3.75", "| 3 |"] {
        assert!(!outside.contains(hidden), "{hidden} is in {outside}");
    }
}

/// A signal tells of values that are kept back: it is in no document for others.
#[tokio::test]
async fn the_document_is_for_those_who_may_see_the_page() {
    let app = house().await;
    let path = format!("{}/pdf", page("ward"));
    assert_eq!(app.get(None, &path).await.status, app.get(None, &page("ward")).await.status);
    let draft = format!("/indicators/{}/units/{}", varde_kernel::IndicatorId::from_code("ind.draft"), unit("ward"));
    let other = app.user("Per Annen", &[(Role::Staff, "town")]);
    let hidden = app.get(Some(&other), &draft).await.status;
    assert_eq!((hidden, app.get(Some(&other), &format!("{draft}/pdf")).await.status), (hidden, hidden));
    assert_eq!(hidden, StatusCode::NOT_FOUND);
    // A unit without a value yet has a document that says so.
    assert!(printed(&app, &other, "home").await.text.contains("Ingen verdier"));
}
