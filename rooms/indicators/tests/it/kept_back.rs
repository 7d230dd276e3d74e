//! How what is kept back is shown to those from whom it is kept.

use http::StatusCode;
use varde_indicators::store::{self, Recording};
use varde_indicators::{Policy, jobs};
use varde_kernel::Period;
use varde_kernel::access::{Author, Role, System};
use varde_testkit::{organisation, unit};

use crate::disclosure::publish;
use crate::pages::house;
use crate::store::{begin, falls, recording, share, slot};

#[tokio::test]
async fn what_is_kept_back_is_marked_and_explained_in_three_languages() {
    let app = house().await;
    let tx = begin(app.db(), "2026-11-01T12:00:00Z").await;
    let month = |n: i8, had: f64| recording(&format!("2026-{n:02}"), share(had, 80.0), None, "");
    store::record(&tx, &mut slot(app.db(), "ward").await, &[month(8, 3.0), month(9, 12.0)]).await.unwrap();
    tx.commit().await.unwrap();
    let page = format!("/indicators/{}/units/{}", falls().id, unit("ward"));
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let other = |locale| app.user_in("Per Annen", &[(Role::UnitLeader, "town")], locale);
    // Before anyone has looked at the values together, nothing is shown to others.
    assert!(!app.get(Some(&other(varde_kernel::Locale::Nb)), &page).await.text.contains("15\u{a0}%"));
    publish(app.db(), &Policy::default()).await;
    assert!(app.get(Some(&leader), &page).await.text.contains("3,8\u{a0}%"));
    for (locale, word, sentence) in [
        (varde_kernel::Locale::Nb, "holdt tilbake", "Én verdi holdes tilbake for dem som ikke arbeider med enheten"),
        (
            varde_kernel::Locale::Nn,
            "halde tilbake",
            "Éin verdi blir halden tilbake for dei som ikkje arbeider med eininga",
        ),
        (varde_kernel::Locale::En, "kept back", "One value is kept back from those who do not work with the unit"),
    ] {
        let text = app.get(Some(&other(locale)), &page).await.text;
        assert!(text.contains(word) && text.contains(sentence), "{text}");
        assert!(text.contains("15\u{a0}%") || text.contains("15%"), "the large one is shown: {text}");
        assert!(!text.contains("3,75") && !text.contains("3.75"), "{text}");
    }
}

/// A signal tells of values that are kept back: it is for those inside, until nothing is.
#[tokio::test]
async fn signals_of_series_with_something_kept_back_are_for_those_inside() {
    let app = house().await;
    let months: Vec<Recording> = (0..21_i16)
        .map(|n| {
            let period = Period::Month(2025 + n / 12, i8::try_from(n % 12 + 1).unwrap()).to_string();
            recording(&period, share(if n == 20 { 30.0 } else { f64::from(4 + n % 3) }, 100.0), None, "")
        })
        .collect();
    let tx = begin(app.db(), "2026-11-01T12:00:00Z").await;
    let series = store::record(&tx, &mut slot(app.db(), "ward").await, &months).await.unwrap();
    tx.commit().await.unwrap();
    publish(app.db(), &Policy::default()).await;
    let tx =
        app.db().begin_write(Author::System(System::Worker), "2026-11-03T12:00:00Z".parse().unwrap()).await.unwrap();
    jobs::judge_portion(&tx, &organisation(), "2026-11-22".parse().unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    let signal = store::signals_of(app.db(), series).await.unwrap().remove(0);
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let other = app.user("Per Annen", &[(Role::UnitLeader, "town")]);
    for path in [format!("/signals/{}", signal.id), format!("/api/v1/signals/{}", signal.id)] {
        assert_eq!(app.get(Some(&leader), &path).await.status, StatusCode::OK, "{path}");
        assert_eq!(app.get(Some(&other), &path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/signals", "/api/v1/signals"] {
        let named = |text: &str| text.contains(&signal.id.to_string());
        assert!(named(&app.get(Some(&leader), path).await.text), "{path}");
        assert!(!named(&app.get(Some(&other), path).await.text), "{path}");
    }
}
