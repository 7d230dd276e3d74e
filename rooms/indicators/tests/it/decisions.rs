//! Pages on which people decide: whether a new phase begins, how each level follows an indicator, who answers a signal that
//! nobody has answered; and the funnel of all units.

use http::StatusCode;
use varde_indicators::model::{Level, SuggestionState};
use varde_indicators::store::{self, Recording};
use varde_indicators::{Policy, jobs};
use varde_kernel::access::{Author, Role, System};
use varde_kernel::{Period, PeriodType, SeriesId, Unit, UnitId, UnitKind, UnitTree, Words};
use varde_testkit::{TestApp, organisation, unit};

use crate::disclosure::publish;
use crate::pages::{house, rooms};
use crate::store::{begin, falls, granted, recording, share, slot};

/// The n-th month from January 2024 on.
fn month(n: i16) -> String {
    Period::Month(2024 + n / 12, i8::try_from(n % 12 + 1).unwrap()).to_string()
}

async fn record(app: &TestApp, code: &str, values: &[f64]) -> SeriesId {
    let recordings: Vec<Recording> =
        (0..).zip(values).map(|(n, had)| recording(&month(n), share(*had, 200.0), None, "")).collect();
    let tx = begin(app.db(), "2026-10-01T12:00:00Z").await;
    let series = store::record(&tx, &mut slot(app.db(), code).await, &recordings).await.unwrap();
    tx.commit().await.unwrap();
    series
}

async fn judge(app: &TestApp, today: &str) {
    let now = "2026-10-02T12:00:00Z".parse().unwrap();
    let tx = app.db().begin_write(Author::System(System::Worker), now).await.unwrap();
    jobs::judge_portion(&tx, &organisation(), today.parse().unwrap()).await.unwrap();
    tx.commit().await.unwrap();
}

/// Fourteen months at one level, and sixteen at another.
fn step() -> Vec<f64> {
    (0..30_u16).map(|n| f64::from(if n < 14 { 16 + n % 5 } else { 40 + n % 5 })).collect()
}

#[tokio::test]
async fn a_suggested_phase_is_shown_with_its_evidence_and_begun_or_declined_with_a_reason() {
    let app = house().await;
    let series = record(&app, "ward", &step()).await;
    judge(&app, "2026-10-02").await;
    publish(app.db(), &Policy::default()).await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let page = format!("/indicators/{}/units/{}/chart", falls().id, unit("ward"));
    let shown = app.get(Some(&leader), &page).await;
    for text in [
        "Her kan en ny fase ha begynt",
        "fra mars 2025",
        "Endringen begynte med 95 % sannsynlighet",
        "at ett nivå nesten ikke er mulig",
        "Spør først hvorfor",
        "Hele serien er én fase",
    ] {
        assert!(shown.text.contains(text), "{text} is not in {}", shown.text);
    }
    // The adviser says so in its own words.
    for text in ["Hvorfor dette diagrammet", "Nivået ser ut til å ha endret seg underveis"] {
        assert!(shown.text.contains(text), "{text} is not in {}", shown.text);
    }
    // Others read it and decide nothing.
    let other = app.user("Per Annen", &[(Role::UnitLeader, "town")]);
    assert!(!app.get(Some(&other), &page).await.text.contains("Behold fasen"));
    let open = store::suggestions(app.db(), series).await.unwrap().remove(0);
    assert_eq!((open.state, open.first.to_string()), (SuggestionState::Open, "2025-03".to_owned()));
    assert!(open.shift.1 < open.shift.0 && open.shift.0 < open.shift.2 && 10.0 < open.gain);
    assert!(open.between.0.start() <= open.first.start() && open.first.start() <= open.between.1.start());
    let (address, id) = (page.replace("/chart", "/suggestions"), open.id.to_string());
    let answer = |state: &'static str, reason: &'static str| {
        [
            ("suggestion", id.clone()),
            ("version", "0".to_owned()),
            ("state", state.to_owned()),
            ("reason", reason.to_owned()),
        ]
    };
    let send = async |user, fields: [(&str, String); 4]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        app.post(Some(user), &address, &fields).await
    };
    assert_eq!(send(&other, answer("accepted", "Vet ikke")).await.status, StatusCode::FORBIDDEN);
    let refused = send(&leader, answer("accepted", "")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a phase has a reason");
    assert_eq!(send(&leader, answer("accepted", "Ny legevakt fra mars")).await.status, StatusCode::SEE_OTHER);
    let spec = store::specs(app.db(), &[series]).await.unwrap().remove(&series).unwrap();
    assert_eq!((spec.version, spec.phases[0].first.to_string()), (1, "2025-03".to_owned()));
    let after = app.get(Some(&leader), &page).await.text;
    assert!(after.contains("Ny legevakt fra mars") && !after.contains("Her kan en ny fase ha begynt"), "{after}");
    assert!(!after.contains("Nivået ser ut til å ha endret seg"), "the phase tells that already");
    // The chart as it was before can be shown again, and the answer is remembered.
    judge(&app, "2026-10-03").await;
    let known = store::suggestions(app.db(), series).await.unwrap();
    assert_eq!(known.iter().map(|one| one.state).collect::<Vec<_>>(), [SuggestionState::Accepted]);
}

#[tokio::test]
async fn a_declined_suggestion_is_not_made_again() {
    let app = house().await;
    let series = record(&app, "ward", &step()).await;
    judge(&app, "2026-10-02").await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let id = store::suggestions(app.db(), series).await.unwrap()[0].id.to_string();
    let address = format!("/indicators/{}/units/{}/suggestions", falls().id, unit("ward"));
    let fields = [("suggestion", id.as_str()), ("version", "0"), ("state", "declined"), ("reason", "Tilfeldig")];
    assert_eq!(app.post(Some(&leader), &address, &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.post(Some(&leader), &address, &fields).await.status, StatusCode::CONFLICT, "answered once");
    let tx = begin(app.db(), "2026-10-05T12:00:00Z").await;
    let more = [recording(&month(30), share(41.0, 200.0), None, "")];
    store::record(&tx, &mut slot(app.db(), "ward").await, &more).await.unwrap();
    tx.commit().await.unwrap();
    judge(&app, "2026-10-06").await;
    let known = store::suggestions(app.db(), series).await.unwrap();
    assert_eq!(known.iter().map(|one| one.state).collect::<Vec<_>>(), [SuggestionState::Declined]);
    let page = app.get(Some(&leader), &address.replace("/suggestions", "/chart")).await.text;
    assert!(page.contains("beholdt") && page.contains("Tilfeldig"), "{page}");
}

#[tokio::test]
async fn a_signal_that_nobody_answers_goes_to_the_unit_above() {
    let app = house().await;
    let values: Vec<f64> = (0..30_u16).map(|n| f64::from(if n == 29 { 60 } else { 8 + n % 5 })).collect();
    let series = record(&app, "ward", &values).await;
    judge(&app, "2026-11-01").await;
    let signal = store::signals_of(app.db(), series).await.unwrap().remove(0);
    assert_eq!(signal.due, Some("2026-11-15".parse().unwrap()));
    let own = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let above = app.user("Klara Klinikk", &[(Role::UnitLeader, "clinic")]);
    let beside = app.user("Nina Nabo", &[(Role::UnitLeader, "ward2")]);
    // A week over time: it is still the ward's own, and the clinic is told.
    assert!(app.get(Some(&own), "/work").await.text.contains(&format!("/signals/{}", signal.id)));
    let told = app.get(Some(&above), "/work").await.text;
    let href = format!("/signals?unit={}&amp;waiting=1", unit("clinic"));
    assert!(told.contains("Signaler under deg uten svar i tide") && told.contains(&href), "{told}");
    assert!(!app.get(Some(&beside), "/work").await.text.contains("Signaler under deg"));
    let listed = app.get(Some(&above), &href.replace("&amp;", "&")).await.text;
    assert!(listed.contains(&format!("/signals/{}", signal.id)), "{listed}");
    // Once it is answered nobody above is bothered.
    let (page, version) = (format!("/signals/{}", signal.id), signal.version.to_string());
    let said = [("version", version.as_str()), ("state", "explained"), ("comment", "Influensa")];
    assert_eq!(app.post(Some(&above), &page, &said).await.status, StatusCode::SEE_OTHER, "whoever is above may answer");
    assert!(!app.get(Some(&above), "/work").await.text.contains("Signaler under deg"));
    assert!(!app.get(Some(&own), "/work").await.text.contains(&page));
}

#[tokio::test]
async fn those_who_own_an_indicator_say_how_each_level_follows_it() {
    let app = house().await;
    let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "no")]);
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let page = format!("/indicators/{}/schedule", falls().id);
    let empty = app.get(Some(&nora), &page).await;
    for text in ["Oppfølging per nivå", "Følges ikke", "name=\"period.regional\""] {
        assert!(empty.text.contains(text), "{text} is not in {}", empty.text);
    }
    assert_eq!(app.get(Some(&leader), &page).await.status, StatusCode::FORBIDDEN);
    let wrong =
        [("levels", "1"), ("period.enterprise", "month"), ("due.enterprise", "snart"), ("comment.enterprise", "14")];
    let refused = app.post(Some(&nora), &page, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Skriv hele dager") && refused.text.contains("value=\"snart\""), "{}", refused.text);
    let mut right = wrong;
    right[2] = ("due.enterprise", "20");
    assert_eq!(app.post(Some(&leader), &page, &right).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post(Some(&nora), &page, &right).await.status, StatusCode::SEE_OTHER);
    let kept = store::schedules(app.db(), falls().id).await.unwrap();
    assert_eq!(
        kept.iter().map(|one| (one.level, one.period, one.due_days, one.comment_days)).collect::<Vec<_>>(),
        [(Level::Enterprise, PeriodType::Month, 20, 14)]
    );
    let shown = app.get(Some(&leader), &format!("/indicators/{}", falls().id)).await.text;
    assert!(shown.contains("Oppfølging per nivå") && shown.contains("20"), "{shown}");
}

/// A trust of twenty hospitals.
fn twenty() -> UnitTree {
    let unit = |code: &str, kind, parent: Option<&str>| Unit {
        id: UnitId::from_code(code),
        kind,
        name: Words::plain(format!("Sykehus {code}")),
        code: code.into(),
        parent: parent.map(UnitId::from_code),
    };
    let mut units = vec![unit("no", UnitKind::Nation, None), unit("trust", UnitKind::HealthTrust, Some("no"))];
    units.extend((1..=20).map(|n| unit(&format!("h{n:02}"), UnitKind::Hospital, Some("trust"))));
    UnitTree::new(units)
}

#[tokio::test]
async fn the_funnel_tells_who_differs_more_than_chance_and_ranks_nobody() {
    let app = TestApp::on(twenty(), rooms).await;
    let tx = begin(app.db(), "2026-10-01T12:00:00Z").await;
    store::insert(&tx, &granted(falls())).await.unwrap();
    for n in 1..=20_u16 {
        let among = f64::from(300 + 10 * n);
        let (had, among) = match n {
            7 => (75.0, 370.0),
            20 => (3.0, 40.0),
            _ => ((among / 10.0).round() + f64::from(n % 5) - 2.0, among),
        };
        let place = (falls().id, unit(&format!("h{n:02}")));
        let mut slot =
            store::open_slot(&tx, &TestApp::console(), &twenty(), place, varde_kernel::access::Action::Answer)
                .await
                .unwrap();
        store::record(&tx, &mut slot, &[recording("2025", share(had, among), None, "")]).await.unwrap();
    }
    tx.commit().await.unwrap();
    publish(app.db(), &Policy::default()).await;
    let page = format!("/indicators/{}/funnel", falls().id);
    let director = app.user("Siri Direktør", &[(Role::TopLeader, "trust")]);
    let shown = app.get(Some(&director), &page).await;
    for text in [
        "Én av 20 enheter ligger utenfor de ytterste grensene",
        "over grensen",
        "Sykehus h07",
        "Sykehus h20",
        "3 av 40",
    ] {
        assert!(shown.text.contains(text), "{text} is not in {}", shown.text);
    }
    assert!(shown.text.contains("Plassen innenfor grensene sier ingenting om hvem som er best"));
    // By name, never by result.
    let table = shown.text.split_once("<tbody").unwrap().1;
    let places: Vec<usize> =
        ["h01", "h07", "h13", "h20"].map(|code| table.find(&format!("Sykehus {code}")).unwrap()).to_vec();
    assert!(places.is_sorted(), "{places:?}");
    // Those who work elsewhere do not see the small one, and are told so.
    let other = app.user("Per Annen", &[(Role::UnitLeader, "h01")]);
    let text = app.get(Some(&other), &page).await.text;
    assert!(text.contains("Én enhet er ikke med: tallet dens holdes tilbake"), "{text}");
    assert!(!text.contains("Sykehus h20") && text.contains("Sykehus h07"), "{text}");
    assert!(text.contains("verken felles nivå eller grenser") && !text.contains("over grensen"), "{text}");
    // With too few there is nothing to compare.
    let empty = house().await;
    let reader = empty.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    assert!(empty.get(Some(&reader), &page).await.text.contains("For få enheter å sammenligne"));
    // The same units as small charts, each with what it says.
    let multiples = app.get(Some(&director), &page.replace("/funnel", "/multiples")).await;
    for text in ["Hvor har noe endret seg?", "Ingen av 20 enheter viser noe nå", "Sykehus h13"] {
        assert!(multiples.text.contains(text), "{text} is not in {}", multiples.text);
    }
    assert!(
        empty
            .get(Some(&reader), &page.replace("/funnel", "/multiples"))
            .await
            .text
            .contains("For få enheter å sette side om side")
    );
}
