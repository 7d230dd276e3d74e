//! What happened, beside what was measured: events and measures (tiltak) on charts, and the measure that answers a
//! signal. The measures are what the search knows of the room of measures.

use http::StatusCode;
use serde_json::json;
use varde_indicators::model::{EventKind, Indicator, Measure as Measured, Sheet, SignalState};
use varde_indicators::store::{self, Recording, SignalFilter};
use varde_indicators::{Policy, Sight, jobs, series_of, values};
use varde_kernel::access::{Author, Role, Scope, System};
use varde_kernel::{MeasureId, Period, SeriesId, Words};
use varde_store::search;
use varde_testkit::{TestApp, User, organisation, unit};

use crate::disclosure::publish;
use crate::pages::{house, rooms};
use crate::store::{begin, falls, granted, recording, share, slot};

/// The n-th month from January 2025 on.
fn month(n: i16) -> String {
    Period::Month(2025 + n / 12, i8::try_from(n % 12 + 1).unwrap()).to_string()
}

/// Twenty quiet months, and one that is not.
async fn record(app: &TestApp, code: &str) -> SeriesId {
    let had = |n: i16| if n == 20 { 60.0 } else { f64::from(8 + n % 3) };
    let months: Vec<Recording> = (0..21).map(|n| recording(&month(n), share(had(n), 200.0), None, "")).collect();
    let tx = begin(app.db(), "2026-11-01T12:00:00Z").await;
    let series = store::record(&tx, &mut slot(app.db(), code).await, &months).await.unwrap();
    tx.commit().await.unwrap();
    publish(app.db(), &Policy::default()).await;
    let now = "2026-11-01T12:01:00Z".parse().unwrap();
    let tx = app.db().begin_write(Author::System(System::Worker), now).await.unwrap();
    jobs::judge_portion(&tx, &organisation(), "2026-11-22".parse().unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    series
}

async fn measure(app: &TestApp, code: &str, name: &str, on: &str, open: bool) -> MeasureId {
    let id = MeasureId::from_code(code);
    let tx = app.begin().await;
    let entry = search::Entry {
        id: id.uuid(),
        kind: "measure",
        unit: Some(unit(on)),
        href: format!("/measures/{id}"),
        title: Words::plain(name),
        detail: String::new(),
        text: String::new(),
        open,
    };
    search::put(&tx, entry).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn leader(app: &TestApp) -> User {
    app.user("Kari Leder", &[(Role::UnitLeader, "ward")])
}

fn page() -> String {
    format!("/indicators/{}/units/{}", falls().id, unit("ward"))
}

#[tokio::test]
async fn a_note_and_a_phase_tell_of_a_measure_which_stands_on_the_chart() {
    let app = house().await;
    let series = record(&app, "ward").await;
    let own = measure(&app, "m.own", "Ny rutine for snuing", "ward", true).await;
    let above = measure(&app, "m.above", "Klinikkens matrasser", "clinic", true).await;
    let hidden = measure(&app, "m.hidden", "Hemmelig omlegging", "town", false).await;
    let kari = leader(&app);
    let chart = format!("{}/chart", page());
    let form = app.get(Some(&kari), &chart).await.text;
    let (first, second) = (form.find("Ny rutine for snuing").unwrap(), form.find("Klinikkens matrasser").unwrap());
    assert!(first < second && !form.contains("Hemmelig omlegging"), "the unit's own first: {form}");

    let notes = format!("{}/notes", page());
    let note = |measure: MeasureId| {
        [
            ("period", "2025-06".to_owned()),
            ("note", "Begynte på nattevakt".to_owned()),
            ("measure", measure.to_string()),
        ]
    };
    let send = async |path: &str, fields: &[(&str, String)]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        app.post(Some(&kari), path, &fields).await
    };
    let refused = send(&notes, &note(hidden)[..]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody ties what they may not see");
    assert!(refused.text.contains("Begynte på nattevakt"), "what was typed stays");
    assert_eq!(send(&notes, &note(own)[..]).await.status, StatusCode::SEE_OTHER);
    let phase = [
        ("version", "0".to_owned()),
        ("change", "phase".to_owned()),
        ("period", "2025-10".to_owned()),
        ("reason", "Nye matrasser på alle rom".to_owned()),
        ("measure", above.to_string()),
    ];
    assert_eq!(send(&chart, &phase[..]).await.status, StatusCode::SEE_OTHER);
    for path in [chart.as_str(), &page()] {
        let shown = app.get(Some(&kari), path).await.text;
        for words in [
            "juni 2025: Begynte på nattevakt. Tiltak: Ny rutine for snuing",
            "oktober 2025: Tiltak: Klinikkens matrasser",
        ] {
            assert!(shown.contains(words), "{words} is not on {path}: {shown}");
        }
    }
    let shown = app.get(Some(&kari), &chart).await.text;
    for id in [own, above] {
        assert!(shown.contains(&format!("href=\"/measures/{id}\"")), "{shown}");
    }
    // Whoever may not open a measure is not told its name.
    let tx = app.begin().await;
    search::remove(&tx, own.uuid()).await.unwrap();
    tx.commit().await.unwrap();
    let shown = app.get(Some(&kari), &chart).await.text;
    assert!(
        shown.contains("et tiltak som du ikke har tilgang til") && !shown.contains("Ny rutine for snuing"),
        "{shown}"
    );
    // The chart can be found from the measure.
    let marks = store::marks_of_measure(app.db(), above).await.unwrap();
    assert_eq!(marks.iter().map(|mark| mark.period.to_string()).collect::<Vec<_>>(), ["2025-10"]);
    assert_eq!(store::marks_of_measure(app.db(), own).await.unwrap()[0].unit, unit("ward"));
    // A note that is taken back, and a phase of a former version, tie nothing.
    let note = store::notes(app.db(), series).await.unwrap().remove(0).id.to_string();
    assert_eq!(send(&notes, &[("withdraw", note)][..]).await.status, StatusCode::SEE_OTHER);
    let gone = [("version", "1"), ("change", "unphase"), ("period", "2025-10"), ("reason", "Feil")];
    assert_eq!(app.post(Some(&kari), &chart, &gone).await.status, StatusCode::SEE_OTHER);
    assert_eq!(store::marks_of_measure(app.db(), own).await.unwrap(), []);
    assert_eq!(store::marks_of_measure(app.db(), above).await.unwrap(), []);
}

#[tokio::test]
async fn something_that_happened_is_drawn_without_a_measure() {
    let app = house().await;
    let series = record(&app, "ward").await;
    let kari = leader(&app);
    let notes = format!("{}/notes", page());
    let plain = [("period", "2025-03"), ("note", "To vakter manglet")];
    assert_eq!(app.post(Some(&kari), &notes, &plain).await.status, StatusCode::SEE_OTHER);
    let event = [("period", "2025-06"), ("note", "Flyttet til nytt bygg"), ("event", "true")];
    assert_eq!(app.post(Some(&kari), &notes, &event).await.status, StatusCode::SEE_OTHER);
    let shown = app.get(Some(&kari), &page()).await.text;
    assert!(shown.contains("juni 2025: Flyttet til nytt bygg"), "{shown}");
    assert!(
        shown.contains("To vakter manglet") && !shown.contains("mars 2025: To vakter manglet"),
        "no event: {shown}"
    );
    assert!(app.get(Some(&kari), &format!("{}/chart", page())).await.text.contains("Hendelse"));
    // The same for other programs.
    let path = format!("/api/v1/series/{series}/notes");
    let body = json!({ "period": "2025-09", "note": "Ny leder", "event": true });
    let made = app.api(Some(&kari), "POST", &path, Some(body)).await;
    assert_eq!((made.status, &made.json()["event"]), (StatusCode::CREATED, &json!(true)));
    let hidden = measure(&app, "m.hidden", "Hemmelig omlegging", "town", false).await.to_string();
    let body = json!({ "period": "2025-09", "note": "Ny leder", "measure": hidden });
    assert_eq!(app.api(Some(&kari), "POST", &path, Some(body)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let body = json!({ "version": 0, "rules": "varde-1", "reason": "Ny fase",
        "phases": [{ "first": "2025-09", "reason": "Ny leder", "measure": hidden }], "exclusions": [] });
    let path = format!("/api/v1/series/{series}/chart");
    assert_eq!(app.api(Some(&kari), "PUT", &path, Some(body)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_signal_is_answered_by_a_measure_that_is_named() {
    let app = house().await;
    let series = record(&app, "ward").await;
    let kari = leader(&app);
    let signal = store::signals_of(app.db(), series).await.unwrap().remove(0);
    let page = format!("/signals/{}", signal.id);
    // With no measure to choose the page says how to come by one.
    assert!(app.get(Some(&kari), &page).await.text.contains("Enheten har ingen tiltak ennå"));
    let own = measure(&app, "m.own", "Flere på natt", "ward", true).await.to_string();
    let hidden = measure(&app, "m.hidden", "Hemmelig omlegging", "town", false).await.to_string();
    let answer = |measure: &str| {
        [
            ("version", signal.version.to_string()),
            ("state", "measure".to_owned()),
            ("comment", "For få på vakt".to_owned()),
            ("measure", measure.to_owned()),
        ]
    };
    let send = async |fields: [(&str, String); 4]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        app.post(Some(&kari), &page, &fields).await
    };
    let refused = send(answer("")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Velg hvilket tiltak som svarer på signalet"), "{}", refused.text);
    assert_eq!(send(answer(&hidden)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let api = format!("/api/v1{page}/state");
    let body = |measure: Option<&str>| json!({ "state": "measure", "comment": "For få på vakt", "version": signal.version, "measure": measure });
    for measure in [None, Some(hidden.as_str())] {
        let reply = app.api(Some(&kari), "POST", &api, Some(body(measure))).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{measure:?}");
    }
    let told = app.api(Some(&kari), "POST", &api, Some(body(Some(&own)))).await.json();
    assert_eq!((&told["state"], &told["measure"]), (&json!("measure"), &json!(own)));
    let shown = app.get(Some(&kari), &page).await.text;
    assert!(shown.contains(&format!("href=\"/measures/{own}\"")) && shown.contains("Flere på natt"), "{shown}");
    let filter = SignalFilter { measure: Some(own.parse().unwrap()), ..SignalFilter::default() };
    assert_eq!(store::count_signals(app.db(), &Scope::Everything, &filter).await.unwrap(), 1);
    let events = store::signal_events(app.db(), signal.id).await.unwrap();
    assert_eq!(events.last().unwrap().what, EventKind::Measure);
    assert_eq!(store::signals_of(app.db(), series).await.unwrap()[0].state, SignalState::Measure);
}

/// A house with an indicator that asks for complete and large counts, and three wards that report it.
async fn demanding() -> TestApp {
    let app = TestApp::new(rooms).await;
    let sheet = Sheet { least_coverage: Some(90.0), least_denominator: Some(150.0), ..Sheet::default() };
    let tx = app.begin().await;
    store::insert(&tx, &granted(Indicator { sheet, measure: Measured::Percent, ..falls() })).await.unwrap();
    tx.commit().await.unwrap();
    for (code, among, coverage, provisional) in
        [("ward", 200.0, Some(60.0), false), ("ward2", 100.0, Some(98.0), false), ("trust2", 200.0, None, true)]
    {
        let tx = begin(app.db(), "2026-11-01T12:00:00Z").await;
        let mut entry = share(20.0, among);
        (entry.coverage, entry.provisional) = (coverage, provisional);
        let months = ["2026-09", "2026-10"].map(|period| recording(period, entry.clone(), None, ""));
        store::record(&tx, &mut slot(app.db(), code).await, &months).await.unwrap();
        tx.commit().await.unwrap();
    }
    publish(app.db(), &Policy::default()).await;
    app
}

#[tokio::test]
async fn beside_every_value_stands_what_one_should_know_of_it() {
    let app = demanding().await;
    let director = app.user("Siri Direktør", &[(Role::TopLeader, "no")]);
    let (id, ward) = (falls().id, unit("ward"));
    let (uncovered, covered, few, open) =
        ("Dekningsgrad 60\u{a0}%, usikker", "Dekningsgrad 98\u{a0}%", "Få", "foreløpig");
    for (path, marks) in [
        (format!("/indicators/{id}"), vec![uncovered, covered, few, open]),
        (format!("/indicators/{id}/units/{ward}"), vec![uncovered]),
        (format!("/indicators/{id}/units/{}", unit("ward2")), vec![covered, few]),
        (format!("/indicators/{id}/units/{}", unit("trust2")), vec![open]),
        (format!("/indicators/{id}/multiples?unit={}", unit("clinic")), vec![uncovered, covered, few]),
        (format!("/units/{ward}/indicators"), vec![uncovered]),
    ] {
        let shown = app.get(Some(&director), &path).await;
        assert_eq!(shown.status, StatusCode::OK, "{path}");
        for mark in marks {
            assert!(shown.text.contains(mark), "{mark} is not on {path}: {}", shown.text);
        }
    }
    // The chart's own table and its points say it too.
    let months: Vec<Recording> = (0..18)
        .map(|n| {
            let mut entry = share(f64::from(20 + n % 5), if n == 3 { 140.0 } else { 200.0 });
            entry.coverage = Some(if n == 4 { 70.0 } else { 95.0 });
            recording(&month(n), entry, None, "")
        })
        .collect();
    let tx = begin(app.db(), "2026-11-02T12:00:00Z").await;
    store::record(&tx, &mut slot(app.db(), "home").await, &months).await.unwrap();
    tx.commit().await.unwrap();
    let shown = app.get(Some(&director), &format!("/indicators/{id}/units/{}/chart", unit("home"))).await.text;
    for words in ["Dekningsgrad 70\u{a0}%, usikker", "Dekningsgrad 95\u{a0}%, Få"] {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
}

#[tokio::test]
async fn coverage_is_typed_with_the_value() {
    let app = demanding().await;
    let kari = leader(&app);
    let send = async |coverage: &str| {
        let fields = [
            ("period", "2026-08"),
            ("numerator", "20"),
            ("denominator", "200"),
            ("former", ""),
            ("source", "Egen telling"),
            ("coverage", coverage),
        ];
        app.post(Some(&kari), &page(), &fields).await
    };
    for (typed, text) in [
        ("nesten alle", "Skriv dekningsgraden i prosent"),
        ("51 av 50", "Dekningsgraden må ligge mellom 0 og 100 prosent"),
    ] {
        let refused = send(typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains(text) && refused.text.contains(typed), "{}", refused.text);
    }
    assert_eq!(send("43 av 50").await.status, StatusCode::SEE_OTHER);
    let series = series_of(app.db(), falls().id, unit("ward")).await.unwrap().unwrap();
    let kept = values(app.db(), &Sight::Whole, series.id).await.unwrap();
    assert_eq!(kept[0].coverage, Some(86.0));
    // Whoever corrects the value has it in the form.
    let form = app.get(Some(&kari), &format!("{}?period=2026-08", page())).await.text;
    assert!(form.contains("value=\"86\""), "{form}");
    let path = format!("/api/v1/series/{}/observations/2026-07", series.id);
    let body = json!({ "numerator": 20.0, "denominator": 200.0, "coverage": 71.5 });
    let told = app.api(Some(&kari), "PUT", &path, Some(body)).await.json();
    assert_eq!((&told["coverage"], &told["affirmed_at"]), (&json!(71.5), &json!(null)));
    let body =
        json!({ "numerator": 20.0, "denominator": 200.0, "coverage": 171.5, "former": told["id"], "reason": "Feil" });
    assert_eq!(app.api(Some(&kari), "PUT", &path, Some(body)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn coverage_is_typed_in_the_short_form_too() {
    let app = house().await;
    record(&app, "ward").await;
    let kari = leader(&app);
    let series = series_of(app.db(), falls().id, unit("ward")).await.unwrap().unwrap();
    let form = format!("/units/{}/entry", unit("ward"));
    let name = |field: &str| format!("{field}.{}", series.id);
    let names = ["period", "numerator", "denominator", "coverage"].map(name);
    let sent = |coverage: &'static str| {
        let typed = ["2026-10", "9", "200", coverage];
        names.iter().map(String::as_str).zip(typed).collect::<Vec<_>>()
    };
    let refused = app.post(Some(&kari), &form, &sent("halvparten")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text.contains("Skriv dekningsgraden i prosent") && refused.text.contains("halvparten"),
        "{}",
        refused.text
    );
    assert_eq!(app.post(Some(&kari), &form, &sent("19/20")).await.status, StatusCode::SEE_OTHER);
    let kept = values(app.db(), &Sight::Whole, series.id).await.unwrap();
    assert_eq!(kept.last().unwrap().coverage, Some(95.0));
}

#[tokio::test]
async fn whoever_answers_for_a_value_vouches_for_it() {
    let app = demanding().await;
    let kari = leader(&app);
    let series = series_of(app.db(), falls().id, unit("ward")).await.unwrap().unwrap();
    let now = async || values(app.db(), &Sight::Whole, series.id).await.unwrap();
    let ids: Vec<String> = now().await.iter().map(|value| value.id.to_string()).collect();
    let shown = app.get(Some(&kari), &page()).await.text;
    assert!(shown.contains("Gå god for alle 2 verdiene"), "{shown}");
    let one = app.get(Some(&kari), &format!("{}?period=2026-09", page())).await.text;
    assert!(one.contains("Gå god for verdien for september 2026"), "{one}");
    let affirm = format!("{}/affirm", page());
    let other = app.user("Per Annen", &[(Role::UnitLeader, "town")]);
    assert_eq!(app.post(Some(&other), &affirm, &[("value", &ids[0])]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post(Some(&kari), &affirm, &[("value", &ids[0])]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(now().await.iter().map(|value| value.affirmed.is_some()).collect::<Vec<_>>(), [true, false]);
    let shown = app.get(Some(&kari), &page()).await.text;
    assert!(shown.contains("går god for verdien, 22. november 2026"), "{shown}");
    // The same for other programs, for those who may.
    let path = format!("/api/v1/series/{}/affirm", series.id);
    let body = json!({ "values": [ids[1]] });
    assert_eq!(app.api(Some(&other), "POST", &path, Some(body.clone())).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.api(Some(&kari), "POST", &path, Some(body)).await.status, StatusCode::NO_CONTENT);
    assert!(now().await.iter().all(|value| value.affirmed.is_some()));
    assert!(!app.get(Some(&kari), &page()).await.text.contains("Gå god for"), "nothing is left to vouch for");
    let body = json!({ "values": ["x"] });
    assert_eq!(app.api(Some(&kari), "POST", &path, Some(body)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
