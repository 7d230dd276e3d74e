//! Nothing that others are shown depends on what is kept back: with other numbers in its place, and everything that is
//! worked out from them worked out anew, every page, answer and file stays the same to the letter.

use std::collections::BTreeMap;

use http::StatusCode;
use serde_json::Value as Json;
use varde_indicators::import::sender::Outgoing;
use varde_indicators::model::Indicator;
use varde_indicators::rules::scan::RATE;
use varde_indicators::store::{self, Recording};
use varde_indicators::{Policy, jobs};
use varde_kernel::access::{Action, Author, Role, System};
use varde_kernel::{IndicatorId, Period, UnitId, Words};
use varde_store::values as asked;
use varde_testkit::{TestApp, User, organisation, unit};

use crate::disclosure::{TERTIALS, Truth, all_series, publish, record, seen_by};
use crate::store::{begin, falls, granted, recording, share};

/// Everything that the house shows someone about the indicator.
async fn everything(app: &TestApp, user: &User) -> BTreeMap<String, String> {
    let id = falls().id;
    let mut paths: Vec<String> =
        ["/", "/indicators", "/signals", "/search?q=fall", "/work", "/api/v1/signals"].map(str::to_owned).to_vec();
    paths.extend([format!("/indicators/{id}"), format!("/indicators/{id}/export"), format!("/indicators/{id}/funnel")]);
    paths.extend(TERTIALS.map(|tertial| format!("/indicators/{id}/funnel?kind=ward&period={tertial}")));
    paths.extend(TERTIALS.map(|tertial| format!("/indicators/{id}/residence?kind=hospital&period={tertial}")));
    paths.extend(["/scans", "/following", "/sources", "/api/v1/following"].map(str::to_owned));
    paths.extend([format!("/indicators/{id}/residence"), format!("/indicators/{id}/residence?format=csv")]);
    paths.push(format!("/api/v1/indicators/{id}/residence"));
    paths.push(format!("/indicators/{id}/multiples"));
    for format in Outgoing::ALL.iter().filter(|format| **format != Outgoing::Xlsx) {
        paths.push(format!("/indicators/{id}/export/{}", format.name()));
        paths.push(format!("/api/v1/indicators/{id}/export/{}", format.name()));
    }
    for one in organisation().iter() {
        paths.push(format!("/units/{}", one.id));
        paths.push(format!("/units/{}/indicators", one.id));
        paths.push(format!("/units/{}/sources", one.id));
        paths.push(format!("/api/v1/units/{}/sources", one.id));
        paths.push(format!("/scans?unit={}", one.id));
        paths.push(format!("/indicators/{id}/multiples?unit={}", one.id));
        paths.push(format!("/indicators/{id}/units/{}", one.id));
        paths.push(format!("/indicators/{id}/units/{}/chart", one.id));
    }
    for (series, _) in all_series(app).await {
        for what in ["observations", "former", "chart", "observations?as_known_at=2026-11-05T00:00:00Z"] {
            paths.push(format!("/api/v1/series/{}/{what}", series.id));
        }
    }
    let mut found = BTreeMap::new();
    // Each run gets an id of its own: what it says is told, and what it is called is not.
    let runs = app.api(Some(user), "GET", "/api/v1/scans", None).await.json();
    for (n, run) in runs["items"].as_array().unwrap().iter().enumerate() {
        let told = ["unit", "ran_at", "rate", "n_series", "n_short", "p_value", "level"].map(|name| run[name].clone());
        found.insert(format!("run {n}"), format!("{told:?}"));
        for list in ["alert", "watch"] {
            let path = format!("/api/v1/scans/{}/hits?list={list}", run["id"].as_str().unwrap());
            found.insert(format!("run {n} {list}"), app.api(Some(user), "GET", &path, None).await.text);
        }
    }
    for path in paths {
        let reply = app.get(Some(user), &path).await;
        assert!(!reply.status.is_server_error(), "{path}: {}", reply.text);
        // A refusal tells nothing of values, and has a number of its own.
        found.insert(path, if reply.status == StatusCode::OK { reply.text } else { reply.status.to_string() });
    }
    found
}

/// The house with the pages about units too.
async fn whole_house() -> TestApp {
    let app = TestApp::new(|| vec![varde_people::room(), varde_indicators::room()]).await;
    let tree = organisation();
    let code = |unit: UnitId| tree.get(unit).map(|unit| unit.code.clone());
    let mut units: Vec<_> = tree.iter().collect();
    units.sort_by_key(|unit| tree.line(unit.id).len());
    let units: Vec<Json> = units
        .iter()
        .map(|unit| {
            serde_json::json!({
                "code": unit.code, "kind": unit.kind.name(), "name": { "nb": unit.name.nb },
                "parent": unit.parent.and_then(code), "valid_from": "2020-01-01",
            })
        })
        .collect();
    let tx = app.begin().await;
    let file = serde_json::json!({ "units": units }).to_string();
    varde_people::import::content::organisation(&tx, &file).await.unwrap();
    for indicator in [falls(), open()] {
        store::insert(&tx, &granted(indicator)).await.unwrap();
    }
    tx.commit().await.unwrap();
    app
}

/// Another indicator, of which nothing is small.
fn open() -> Indicator {
    let (id, code) = (IndicatorId::from_code("ind.open"), "ind.open".to_owned());
    Indicator { id, code, name: Words::plain("Andel med samtale"), ..falls() }
}

/// What is done in the background: signals, suggestions, and a look at every series.
async fn work(app: &TestApp) {
    let at = "2026-11-03T12:00:00Z".parse().unwrap();
    let tx = app.db().begin_write(Author::System(System::Worker), at).await.unwrap();
    jobs::judge_portion(&tx, &organisation(), "2026-11-22".parse().unwrap()).await.unwrap();
    let found = store::look(app.db(), &organisation(), unit("no"), (at, RATE)).await.unwrap();
    jobs::put_scan(&tx, &organisation(), unit("no"), &found).await.unwrap();
    tx.commit().await.unwrap();
}

/// If what is hidden were other numbers, nobody outside would see a difference: not on a page, not in the limits of a
/// chart, not in a signal, a sentence or a file.
#[tokio::test]
async fn nothing_that_outsiders_are_shown_depends_on_what_is_hidden() {
    let app = whole_house().await;
    let truth = Truth::new(11);
    record(&app, "2026-11-01T12:00:00Z", &truth, None).await;
    let months = |low: f64| {
        let values = (0..24_i16).map(move |n| {
            let period = Period::Month(2023 + n / 12, i8::try_from(n % 12 + 1).unwrap()).to_string();
            // Small in the first months, and far above the level in the last.
            let had = if 16 < n {
                40.0 + f64::from(n % 5)
            } else if n < 6 {
                low
            } else {
                8.0 + f64::from(n % 4)
            };
            recording(&period, share(had, 200.0 + f64::from(n)), None, "")
        });
        values.collect::<Vec<Recording>>()
    };
    // One is kept back, the others are open, so that there is something to tell.
    for (indicator, code, low) in
        [(falls(), "hospital", 3.0), (falls(), "town", 12.0), (open(), "trust", 12.0), (open(), "home", 14.0)]
    {
        let tx = begin(app.db(), "2026-11-02T12:00:00Z").await;
        let place = (indicator.id, unit(code));
        let slot = store::open_slot(app.db(), &TestApp::console(), &organisation(), place, Action::Answer).await;
        store::record(&tx, &mut slot.unwrap(), &months(low)).await.unwrap();
        tx.commit().await.unwrap();
    }
    publish(app.db(), &Policy::default()).await;
    work(&app).await;
    let people =
        [app.user("Nina Nabo", &[(Role::UnitLeader, "trust2")]), app.user("Ada Drift", &[(Role::Administrator, "no")])];
    let mut before = Vec::new();
    for user in &people {
        // Whoever follows the whole country hears of what is open alone.
        let wish = [("unit", unit("no").to_string()), ("below", "true".to_owned())];
        let wish: Vec<(&str, &str)> = wish.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let followed = app.post(Some(user), &format!("/indicators/{}/follow", falls().id), &wish).await;
        assert_eq!(followed.status, StatusCode::SEE_OTHER, "{}", followed.text);
        let seen = everything(&app, user).await;
        for (path, words) in [
            (format!("/units/{}", unit("ward")), "Indikatorer"),
            ("/scans".to_owned(), "serier i Testenhet no"),
            ("run 0 alert".to_owned(), "p_value"),
            (format!("/indicators/{}/multiples", falls().id), "<svg"),
            ("/following".to_owned(), "Andel opphold med fall"),
        ] {
            assert!(seen[&path].contains(words), "{path} has nothing to give away: {}", seen[&path]);
        }
        before.push(seen);
    }
    // Only rows of units that none of them works with.
    let tx = begin(app.db(), "2026-11-04T12:00:00Z").await;
    let sql = "update observation set numerator = numerator + 1, denominator = denominator + 13,
         value = 100 * (numerator + 1) / (denominator + 13)
         where shown_to = 'own' and series_id in (select id from series where unit_id <> $1)";
    let changed = tx.run(sql, asked![unit("trust2")]).await.unwrap();
    assert!(10 < changed, "{changed}");
    // Whatever is worked out from values is worked out anew, as it would have been from these.
    for sql in ["update series set judged_version = -1", "delete from scan_hit", "delete from scan"] {
        tx.run(sql, vec![]).await.unwrap();
    }
    tx.commit().await.unwrap();
    work(&app).await;
    for (user, before) in people.iter().zip(before) {
        let after = everything(&app, user).await;
        for (path, text) in &before {
            assert_eq!(text, &after[path], "{path} tells {} of what is hidden", user.person);
        }
    }
    // Those inside see them all.
    let director = app.user("Siri Direktør", &[(Role::TopLeader, "no")]);
    let seen = seen_by(&app, &director, "observations").await;
    assert!(truth.counts.keys().all(|key| seen.contains_key(key)));
}
