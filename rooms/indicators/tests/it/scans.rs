//! Looks at every series: found, kept, found again, and shown to those who may see them.

use http::StatusCode;
use serde_json::json;
use varde_indicators::model::{Audience, ByAudience, ScanFound, ScanList};
use varde_indicators::rules::scan::RATE;
use varde_indicators::store::{self, HitFilter, Recording};
use varde_indicators::{Policy, Sight, jobs, migrations, values};
use varde_kernel::access::{Author, Role, Scope, System};
use varde_kernel::{Period, ScanId, SeriesId};
use varde_store::{Db, Insert};
use varde_testkit::{TestApp, on_both, organisation, unit};

use crate::disclosure::publish;
use crate::pages::house;
use crate::store::{begin, falls, recording, share, slot, with_indicator};

fn month(n: i16) -> String {
    Period::Month(2023 + n / 12, i8::try_from(n % 12 + 1).unwrap()).to_string()
}

async fn record(db: &Db, code: &str, when: &str, had: impl Fn(i16) -> i16) -> SeriesId {
    let recordings: Vec<Recording> =
        (0..36).map(|n| recording(&month(n), share(f64::from(had(n)), 200.0), None, "")).collect();
    let tx = begin(db, when).await;
    let series = store::record(&tx, &mut slot(db, code).await, &recordings).await.unwrap();
    tx.commit().await.unwrap();
    series
}

/// The indicator, and which units lie below which.
pub async fn ready(db: &Db) {
    with_indicator(db).await;
    let tx = begin(db, "2026-10-01T12:00:00Z").await;
    for one in organisation().iter() {
        for (depth, above) in (0_i64..).zip(organisation().line(one.id).iter()) {
            let line = Insert::into("unit_line").set("unit_id", one.id).set("ancestor_id", *above).set("depth", depth);
            line.run(&tx).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

/// Between 20 and 26, without a pattern.
fn quiet(n: i16) -> i16 {
    20 + (n * 7 + n * n) % 7
}

/// As quiet, and half as much more from month 22 on.
fn shifted(n: i16) -> i16 {
    quiet(n) + if n < 22 { 0 } else { 12 }
}

async fn run(db: &Db, when: &str) -> (ScanId, ByAudience<ScanFound>) {
    let at = when.parse().unwrap();
    let found = store::look(db, &organisation(), unit("no"), (at, RATE)).await.unwrap();
    let tx = db.begin_write(Author::System(System::Worker), at).await.unwrap();
    let id = jobs::put_scan(&tx, &organisation(), unit("no"), &found).await.unwrap();
    tx.commit().await.unwrap();
    (id, found)
}

#[test]
fn a_run_finds_what_was_planted_and_gives_the_same_again_whatever_came_later() {
    on_both(migrations(), |db| async move {
        ready(&db).await;
        let ward = record(&db, "ward", "2026-11-01T12:00:00Z", shifted).await;
        record(&db, "ward2", "2026-11-01T12:01:00Z", quiet).await;
        record(&db, "trust2", "2026-11-01T12:02:00Z", |n| quiet(n + 3)).await;
        let (id, run_found) = run(&db, "2026-11-02T12:00:00Z").await;
        let found = &run_found.own;
        assert_eq!((found.n_series, found.n_short, found.count(ScanList::Alert)), (3, 0, 1));
        assert_eq!(
            (found.hits[0].series, found.hits[0].since.map(|since| since.to_string())),
            (ward, Some("2024-11".into()))
        );
        // What is kept is what was found.
        let kept = store::scan(&db, &Scope::Everything, id).await.unwrap().unwrap();
        assert_eq!(kept.audience, Audience::Own);
        let mut hits = Vec::new();
        for list in ScanList::ALL {
            let filter = HitFilter { list: *list, below: None, indicator: None };
            hits.extend(store::scan_hits(&db, id, &Scope::Everything, &filter, (100, 0)).await.unwrap());
        }
        assert_eq!(ScanFound { hits, ..kept.found }, *found);
        // Later corrections and new series change nothing of what was known then.
        let wrong = values(&db, &Sight::Whole, ward).await.unwrap();
        let right: Vec<Recording> = wrong
            .iter()
            .skip(22)
            .map(|one| recording(&one.period.to_string(), share(21.0, 200.0), Some(one.id), "Dobbelt talt"))
            .collect();
        let tx = begin(&db, "2026-11-05T12:00:00Z").await;
        store::record(&tx, &mut slot(&db, "ward").await, &right).await.unwrap();
        tx.commit().await.unwrap();
        record(&db, "home", "2026-11-05T12:01:00Z", shifted).await;
        let again = store::look(&db, &organisation(), unit("no"), (kept.at, kept.rate)).await.unwrap();
        assert_eq!(format!("{again:?}"), format!("{run_found:?}"), "the same bytes");
        // A run of today finds the other one, and is held against what is left after the first.
        let (_, now) = run(&db, "2026-11-06T12:00:00Z").await;
        let now = now.own;
        assert_eq!(now.hits[0].unit, unit("home"));
        assert_ne!(now.level, found.level);
        assert_eq!(store::scans(&db, &Scope::Everything, (10, 0)).await.unwrap().len(), 2);
        // Nobody has decided yet what others may see: to them each run is over nothing, and either id leads to it.
        let outside = Scope::Part { open: true, over: vec![], above: vec![] };
        let theirs = store::scans(&db, &outside, (10, 0)).await.unwrap();
        assert_eq!(
            theirs.iter().map(|run| (run.audience, run.found.n_series)).collect::<Vec<_>>(),
            [(Audience::Service, 0), (Audience::Service, 0)]
        );
        assert_eq!(store::scan(&db, &outside, id).await.unwrap().unwrap().id, theirs[1].id);
        let inside = Scope::Part { open: true, over: vec![unit("no")], above: vec![] };
        assert_eq!(store::scan(&db, &inside, theirs[1].id).await.unwrap().unwrap().id, id);
    });
}

#[test]
fn the_same_on_both_databases() {
    let answers = std::sync::Mutex::new(Vec::new());
    on_both(migrations(), |db| {
        let answers = &answers;
        async move {
            ready(&db).await;
            for (code, had) in
                [("ward", shifted as fn(i16) -> i16), ("ward2", quiet), ("home", |n| i16::from(n % 9 == 0))]
            {
                record(&db, code, "2026-11-01T12:00:00Z", had).await;
            }
            let found = store::look(&db, &organisation(), unit("no"), ("2026-11-02T12:00:00Z".parse().unwrap(), RATE))
                .await
                .unwrap()
                .own;
            // Series get their ids by chance; all else is the same.
            let told: Vec<_> = found
                .hits
                .iter()
                .map(|hit| (hit.unit, hit.list, hit.p_value.to_bits(), hit.excess.to_bits()))
                .collect();
            assert_eq!(found.n_series, 3);
            answers.lock().unwrap().push((told, found.n_series, found.p_value.map(f64::to_bits)));
        }
    });
    let answers = answers.into_inner().unwrap();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0], answers[1]);
}

async fn scanned() -> (TestApp, ScanId) {
    let app = house().await;
    record(app.db(), "ward", "2026-11-01T12:00:00Z", shifted).await;
    record(app.db(), "ward2", "2026-11-01T12:01:00Z", quiet).await;
    // Small counts: whatever is found here is for those inside.
    record(app.db(), "home", "2026-11-01T12:02:00Z", |n| if n < 20 { n % 2 } else { 4 }).await;
    publish(app.db(), &Policy::default()).await;
    let (id, _) = run(app.db(), "2026-11-02T12:00:00Z").await;
    (app, id)
}

#[tokio::test]
async fn the_page_has_two_lists_and_leads_to_each_series() {
    let (app, _) = scanned().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let town = app.user("Tor By", &[(Role::TopLeader, "town")]);
    let shown = app.get(Some(&leader), "/scans").await;
    assert_eq!(shown.status, StatusCode::OK);
    let href = format!("/indicators/{}/units/{}", falls().id, unit("ward"));
    for text in
        ["Alle serier", "Har endret seg", "Å følge med på", "2 serier i Testenhet no", &href, "Til det verre", "mer"]
    {
        assert!(shown.text.contains(text), "{text} is not in {}", shown.text);
    }
    let small = format!("/indicators/{}/units/{}", falls().id, unit("home"));
    assert!(!shown.text.contains(&small), "what rests on values that are kept back is for those inside");
    assert!(app.get(Some(&town), "/scans").await.text.contains(&small));
    let director = app.user("Siri Direktør", &[(Role::TopLeader, "no")]);
    assert!(app.get(Some(&director), "/scans").await.text.contains("3 serier i Testenhet no"));
    // Narrowed to a unit, and to what is not measured anywhere.
    let narrow = app.get(Some(&town), &format!("/scans?unit={}", unit("town"))).await.text;
    assert!(narrow.contains(&small) && !narrow.contains(&href), "{narrow}");
    let nothing = app.get(Some(&town), &format!("/scans?unit={}&indicator={}", unit("ward2"), falls().id)).await.text;
    assert!(
        nothing.contains("Ingen serier har sikkert endret seg") && nothing.contains("Ingenting å følge med på"),
        "{nothing}"
    );
    // Before the first run the page says what will come.
    let empty = house().await;
    let reader = empty.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    assert!(empty.get(Some(&reader), "/scans").await.text.contains("Ingen gjennomgang ennå"));
    assert_ne!(empty.get(None, "/scans").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_run_is_asked_for_by_those_who_may_and_read_through_the_api() {
    let (app, id) = scanned().await;
    let adviser = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "trust")]);
    let staff = app.user("Pål Pleier", &[(Role::Staff, "ward")]);
    let field = [("unit", unit("trust").to_string())];
    let sent: Vec<(&str, &str)> = field.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(app.post(Some(&staff), "/scans", &sent).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post(Some(&adviser), "/scans", &sent).await.status, StatusCode::SEE_OTHER);
    assert!(app.get(Some(&adviser), "/scans").await.text.contains("Se på alle serier i Testenhet trust nå"));
    assert!(!app.get(Some(&staff), "/scans").await.text.contains("Se på alle serier i"));
    let body = json!({ "unit": unit("trust").to_string() });
    assert_eq!(app.api(Some(&adviser), "POST", "/api/v1/scans", Some(body)).await.status, StatusCode::ACCEPTED);
    let other = json!({ "unit": unit("town").to_string() });
    assert_eq!(app.api(Some(&adviser), "POST", "/api/v1/scans", Some(other)).await.status, StatusCode::FORBIDDEN);
    let waiting = "select count(*) as n from job where kind = 'indicators-scan'";
    // Asked twice in the same moment it is one run.
    assert_eq!(varde_store::Read::number(app.db(), waiting, vec![]).await.unwrap(), 1);

    // The staff of the ward are told of what anyone may see, and of the ward's own; the adviser's run is the same.
    let outside = Scope::Part { open: true, over: vec![], above: vec![] };
    let theirs = store::newest_scan(app.db(), &outside, &[unit("no")]).await.unwrap().unwrap();
    let runs = app.api(Some(&staff), "GET", "/api/v1/scans", None).await.json();
    assert_eq!((&runs["items"][0]["id"], &runs["items"][0]["n_series"]), (&json!(theirs.id.to_string()), &json!(2)));
    let hits = app.api(Some(&staff), "GET", &format!("/api/v1/scans/{id}/hits"), None).await.json();
    assert_eq!((&hits["items"][0]["way"], &hits["items"][0]["since"]), (&json!("up"), &json!("2024-11")));
    for path in [format!("/api/v1/scans/{id}/hits?list=moon"), format!("/api/v1/scans/{id}/hits?unit=x")] {
        assert_eq!(app.api(Some(&staff), "GET", &path, None).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let unknown = format!("/api/v1/scans/{}/hits", ScanId::from_code("none"));
    assert_eq!(app.api(Some(&staff), "GET", &unknown, None).await.status, StatusCode::NOT_FOUND);
}
