//! From what a chart saw to the measure that answers it, and back: signal, finding, measure, chart.

use http::StatusCode;
use varde_indicators::model::{Direction, Entry, Indicator, Level, Measure, Sheet, Signal, SignalState, State};
use varde_indicators::store::{self, Recording, Slot};
use varde_indicators::{Policy, jobs};
use varde_kernel::access::{self, Action, Author, Role, System};
use varde_kernel::{IndicatorId, Period, SeriesId, Words};
use varde_testkit::{TestApp, User, organisation, unit};

use super::rooms;

fn falls() -> Indicator {
    Indicator {
        id: IndicatorId::from_code("ind.falls"),
        code: "ind.falls".into(),
        name: Words::plain("Andel opphold med fall"),
        measure: Measure::Percent,
        per: None,
        direction: Direction::Down,
        direction_stated: true,
        state: State::Adopted,
        levels: vec![Level::Enterprise],
        data: String::new(),
        source_owner: String::new(),
        companion_of: String::new(),
        definition: Words::default(),
        numerator: Words::default(),
        denominator: Words::default(),
        note: Words::default(),
        unit: Some(unit("no")),
        source: String::new(),
        sheet: Sheet::default(),
        definition_version: 1,
        version: 1,
    }
}

/// Twenty quiet months of the ward and one that is not, and what the jobs make of them.
async fn house() -> (TestApp, SeriesId) {
    let app = TestApp::new(rooms).await;
    let (tree, console) = (organisation(), TestApp::console());
    let tx = app.begin().await;
    let target = falls().target(&tree);
    store::insert(&tx, &access::grant(&console, Action::Create, &target, falls()).unwrap()).await.unwrap();
    let months: Vec<Recording> = (0..21_i16)
        .map(|n| {
            let had = if n == 20 { 60.0 } else { f64::from(8 + n % 3) };
            let entry =
                Entry { numerator: Some(had), denominator: Some(200.0), value: Some(had / 2.0), ..Entry::default() };
            let period = Period::Month(2025 + n / 12, i8::try_from(n % 12 + 1).unwrap());
            Recording { period, entry, former: None, reason: String::new(), code: None }
        })
        .collect();
    let slot = Slot::whole(falls(), unit("ward"), None);
    let mut slot = store::grant_slot(&console, &tree, slot, Action::Answer).unwrap();
    let series = store::record(&tx, &mut slot, &months).await.unwrap();
    tx.commit().await.unwrap();
    loop {
        let tx = app.app().begin_as(Author::System(System::Worker)).await.unwrap();
        let found = jobs::publish_portion(&tx, &tree, &Policy::default()).await.unwrap();
        tx.commit().await.unwrap();
        if !found {
            break;
        }
    }
    let tx = app.app().begin_as(Author::System(System::Worker)).await.unwrap();
    jobs::judge_portion(&tx, &tree, super::today()).await.unwrap();
    tx.commit().await.unwrap();
    (app, series)
}

async fn signal(app: &TestApp, series: SeriesId) -> Signal {
    store::signals_of(app.db(), series).await.unwrap().remove(0)
}

/// Draws a finding from the signal, by the form that the signal's page leads to.
async fn finding(app: &TestApp, user: &User, signal: &Signal) -> String {
    let ward = unit("ward").to_string();
    let form = app.get(Some(user), &format!("/findings/new?unit={ward}&signal={}", signal.id)).await;
    assert!(form.text.contains("Andel opphold med fall"), "{}", form.text);
    let href = format!("/signals/{}", signal.id);
    let fields = [
        ("unit_id", ward.as_str()),
        ("title", "Flere fall"),
        ("evidence_kind", "series"),
        ("evidence_text", "Fall"),
        ("evidence_href", href.as_str()),
    ];
    let made = app.post(Some(user), "/findings", &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    made.location().rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_new_measure_that_answers_the_finding_answers_the_signal() {
    let (app, series) = house().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let before = signal(&app, series).await;
    let page = format!("/signals/{}", before.id);
    let finding = finding(&app, &leader, &before).await;
    let shown = app.get(Some(&leader), &page).await.text;
    let new = format!("/measures/new?finding={finding}");
    assert!(shown.contains(&new), "the signal leads to a measure that answers its finding: {shown}");
    assert!(app.get(Some(&leader), &new).await.text.contains("Flere fall"));
    let ward = unit("ward").to_string();
    let fields =
        [("unit_id", ward.as_str()), ("title", "Flere på natt"), ("open", "true"), ("findings", finding.as_str())];
    let made = app.post(Some(&leader), "/measures", &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let measure = made.location().to_owned();
    let after = signal(&app, series).await;
    assert_eq!(after.state, SignalState::Measure);
    assert_eq!(after.measure.map(|id| format!("/measures/{id}")), Some(measure.clone()));
    let shown = app.get(Some(&leader), &page).await.text;
    assert!(shown.contains(&measure) && shown.contains("Flere på natt") && !shown.contains(&new), "{shown}");
    // And the measure tells of the signal.
    let told = app.get(Some(&leader), &measure).await.text;
    for words in ["Signaler det svarer på", page.as_str(), "Andel opphold med fall"] {
        assert!(told.contains(words), "{words} is not in {told}");
    }
    // A second one that answers the same finding leaves the first where it is.
    let fields = [fields[0], ("title", "Senger med alarm"), fields[2], fields[3]];
    assert_eq!(app.post(Some(&leader), "/measures", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(signal(&app, series).await.measure, after.measure);
}

#[tokio::test]
async fn whoever_may_not_answer_a_signal_ties_nothing_to_it() {
    let (app, series) = house().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let before = signal(&app, series).await;
    let finding = finding(&app, &leader, &before).await;
    // The finding is shown to everyone, and a leader elsewhere answers it in their own way.
    let tx = app.begin().await;
    tx.run("update finding set open = true", vec![]).await.unwrap();
    tx.commit().await.unwrap();
    let other = app.user("Per Annen", &[(Role::UnitLeader, "town")]);
    let town = unit("town").to_string();
    let fields = [("unit_id", town.as_str()), ("title", "Vårt eget"), ("findings", finding.as_str())];
    let made = app.post(Some(&other), "/measures", &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let after = signal(&app, series).await;
    assert_eq!((after.state, after.measure), (SignalState::New, None));
}

#[tokio::test]
async fn a_measure_leads_to_the_chart_on_which_it_stands() {
    let (app, _) = house().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let ward = unit("ward").to_string();
    let fields = [("unit_id", ward.as_str()), ("title", "Flere på natt"), ("open", "true")];
    let measure = app.post(Some(&leader), "/measures", &fields).await.location().to_owned();
    let told = app.get(Some(&leader), &measure).await.text;
    assert!(!told.contains("På diagrammene"), "nothing yet: {told}");
    let chart = format!("/indicators/{}/units/{ward}", falls().id);
    let id = measure.trim_start_matches("/measures/").to_owned();
    let note = [("period", "2026-03"), ("note", "Begynte i mars"), ("measure", id.as_str())];
    assert_eq!(app.post(Some(&leader), &format!("{chart}/notes"), &note).await.status, StatusCode::SEE_OTHER);
    let told = app.get(Some(&leader), &measure).await.text;
    for words in ["På diagrammene", chart.as_str(), "fra mars 2026"] {
        assert!(told.contains(words), "{words} is not in {told}");
    }
    let shown = app.get(Some(&leader), &chart).await.text;
    assert!(shown.contains("mars 2026: Begynte i mars. Tiltak: Flere på natt"), "{shown}");
}
