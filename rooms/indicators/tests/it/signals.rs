//! Stories about signals: raised once per cause, answered by people, gone after a correction.

use http::StatusCode;
use jiff::civil::Date;
use varde_indicators::Sight;
use varde_indicators::model::{ChartSpec, EventKind, Exclusion, Phase, Raised, Signal, SignalState, Verdict};
use varde_indicators::store::{self, Recording, SignalFilter};
use varde_indicators::{jobs, migrations, series_of, values};
use varde_kernel::access::{self, Action, Actor, Author, Kind, Role, Scope, System, Target};
use varde_kernel::{Period, SeriesId};
use varde_spc::RuleSet;
use varde_store::{Db, Error};
use varde_testkit::{TestApp, on_both, organisation, unit};

use crate::pages::house;
use crate::store::{begin, falls, recording, share, slot, with_indicator};

fn today() -> Date {
    "2026-11-22".parse().unwrap()
}

/// The n-th month from January 2025 on.
fn month(n: i16) -> String {
    Period::Month(2025 + n / 12, i8::try_from(n % 12 + 1).unwrap()).to_string()
}

/// Twenty quiet months, then `last`.
fn months(last: &[f64]) -> Vec<Recording> {
    let quiet = (0..20_i16).map(|n| (n, f64::from(4 + n % 3)));
    let loud = (20..).zip(last.iter().copied());
    quiet.chain(loud).map(|(n, numerator)| recording(&month(n), share(numerator, 100.0), None, "")).collect()
}

async fn record(db: &Db, when: &str, recordings: &[Recording]) -> SeriesId {
    let tx = begin(db, when).await;
    let series = store::record(&tx, &mut slot(db, "ward").await, recordings).await.unwrap();
    tx.commit().await.unwrap();
    series
}

async fn judge(db: &Db, when: &str) -> usize {
    let tx = db.begin_write(Author::System(System::Worker), when.parse().unwrap()).await.unwrap();
    let n = jobs::judge_portion(&tx, &organisation(), today()).await.unwrap();
    tx.commit().await.unwrap();
    n
}

#[test]
fn a_cause_is_raised_once_goes_on_and_is_gone_after_a_correction() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let series = record(&db, "2026-11-01T12:00:00Z", &months(&[30.0])).await;
        assert_eq!(judge(&db, "2026-11-01T12:01:00Z").await, 1);
        let found = store::signals_of(&db, series).await.unwrap();
        assert_eq!(found.len(), 1, "{found:?}");
        let signal = &found[0];
        assert_eq!((signal.state, signal.verdict, signal.raised), (SignalState::New, None, Raised::Values));
        assert_eq!(signal.cause.last.to_string(), "2026-09");
        assert_eq!(
            signal.due,
            Some("2026-12-06".parse().unwrap()),
            "a change for the worse is commented within 14 days"
        );
        // Nothing new: nobody looks, and nothing is raised again.
        assert_eq!(judge(&db, "2026-11-01T12:02:00Z").await, 0);

        record(&db, "2026-11-02T12:00:00Z", &[recording(&month(21), share(31.0, 100.0), None, "")]).await;
        judge(&db, "2026-11-02T12:01:00Z").await;
        let found = store::signals_of(&db, series).await.unwrap();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].cause.last.to_string(), "2026-10");
        let told = async || {
            let events = store::signal_events(&db, found[0].id).await.unwrap();
            events.iter().map(|event| event.what).collect::<Vec<_>>()
        };
        assert_eq!(told().await, [EventKind::Raised, EventKind::Continued]);

        // Both months were counted wrong.
        let wrong: Vec<Recording> = values(&db, &Sight::Whole, series)
            .await
            .unwrap()
            .iter()
            .filter(|value| value.numerator.is_some_and(|n| 20.0 < n))
            .map(|value| Recording {
                period: value.period,
                entry: share(5.0, 100.0),
                former: Some(value.id),
                reason: "Dobbelt talt".into(),
                code: None,
            })
            .collect();
        record(&db, "2026-11-03T12:00:00Z", &wrong).await;
        judge(&db, "2026-11-03T12:01:00Z").await;
        let after = store::signals_of(&db, series).await.unwrap();
        assert_eq!((after[0].state, after[0].verdict), (SignalState::Closed, Some(Verdict::Vanished)));
        assert_eq!(told().await.last(), Some(&EventKind::Vanished));
        // What was known then still gives the chart as it was.
        let then = store::values_as_known_at(&db, &Sight::Whole, series, found[0].at).await.unwrap();
        assert_eq!(then.last().unwrap().numerator, Some(30.0));
    });
}

#[test]
fn people_answer_and_the_rules_are_held_to_it() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let series = record(&db, "2026-11-01T12:00:00Z", &months(&[30.0])).await;
        judge(&db, "2026-11-01T12:01:00Z").await;
        let console = Actor::System(System::Console);
        let tree = organisation();
        let signal = store::signals_of(&db, series).await.unwrap().remove(0);
        let open = async || store::open_signal(&db, &console, &tree, signal.id, Action::Answer).await.unwrap();
        let step = store::SignalStep {
            to: SignalState::Explained,
            verdict: Some(Verdict::Explained),
            comment: "Ny legevakt".into(),
            finding: None,
            measure: None,
        };
        let (first, second) = (open().await, open().await);
        let tx = begin(&db, "2026-11-02T12:00:00Z").await;
        store::take_step(&tx, &first, &step).await.unwrap();
        tx.commit().await.unwrap();
        let tx = begin(&db, "2026-11-02T12:01:00Z").await;
        assert!(matches!(store::take_step(&tx, &second, &step).await, Err(Error::Stale)));
        drop(tx);
        let hits = store::hits(&db, &Scope::Everything).await.unwrap();
        assert_eq!(hits.iter().map(|one| (one.n_real, one.n_false, one.n_waiting)).collect::<Vec<_>>(), [(1, 0, 0)]);
        let waiting = SignalFilter { waiting: true, ..SignalFilter::default() };
        assert_eq!(store::count_signals(&db, &Scope::Everything, &waiting).await.unwrap(), 0);
        let all = store::signals(&db, &Scope::Everything, &SignalFilter::default(), (10, 0)).await.unwrap();
        assert_eq!(all.len(), 1);
        // It goes on, and stays answered.
        record(&db, "2026-11-03T12:00:00Z", &[recording(&month(21), share(31.0, 100.0), None, "")]).await;
        judge(&db, "2026-11-03T12:01:00Z").await;
        let found = store::signals_of(&db, series).await.unwrap();
        assert_eq!(found.iter().map(|one| one.state).collect::<Vec<_>>(), [SignalState::Explained]);
    });
}

#[test]
fn every_version_of_a_chart_can_be_shown_again() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let series = record(&db, "2026-11-01T12:00:00Z", &months(&[30.0])).await;
        judge(&db, "2026-11-01T12:01:00Z").await;
        let decide = async |spec: ChartSpec, read| {
            let on = Target::open(Kind::ChartSpec, organisation().line(unit("ward")));
            let granted = access::grant(&Actor::System(System::Console), Action::Create, &on, spec).unwrap();
            let tx = begin(&db, "2026-11-05T12:00:00Z").await;
            let kept = store::put_spec(&tx, &granted, read).await?;
            tx.commit().await?;
            Ok::<ChartSpec, Error>(kept)
        };
        let first = ChartSpec {
            rules: RuleSet::Anhoej1,
            target: Some(4.0),
            why: "Vi følger reglene fra før".into(),
            exclusions: vec![Exclusion { period: "2026-09".parse().unwrap(), reason: "Flytting".into() }],
            ..ChartSpec::undecided(series, 1)
        };
        let kept = decide(first.clone(), 0).await.unwrap();
        assert_eq!(kept.version, 1);
        // A new chart may see something else: the series is looked through again.
        assert_eq!(judge(&db, "2026-11-05T12:01:00Z").await, 1);
        assert!(matches!(decide(first.clone(), 0).await, Err(Error::Stale)));
        let phase = Phase {
            first: "2026-01".parse().unwrap(),
            reason: "Ny rutine".into(),
            measure: None,
            baseline: Some(8),
            decided_on: today(),
            by: Some(Author::System(System::Console)),
        };
        let second = ChartSpec { phases: vec![phase.clone()], exclusions: vec![], ..first };
        decide(second, 1).await.unwrap();
        let versions = store::spec_versions(&db, series).await.unwrap();
        assert_eq!(versions.iter().map(|one| one.version).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(versions[0].phases, [phase]);
        assert_eq!(versions[1].exclusions[0].reason, "Flytting");
        let now = store::specs(&db, &[series]).await.unwrap();
        assert_eq!(now[&series], versions[0]);
        assert_eq!(store::spec_version(&db, series, 1).await.unwrap().unwrap(), versions[1]);
        assert!(store::spec_version(&db, series, 3).await.unwrap().is_none());
    });
}

/// A house where the ward has a signal.
async fn with_signal() -> (TestApp, Signal) {
    let app = house().await;
    let series = record(app.db(), "2026-11-01T12:00:00Z", &months(&[30.0])).await;
    judge(app.db(), "2026-11-01T12:01:00Z").await;
    let signal = store::signals_of(app.db(), series).await.unwrap().remove(0);
    (app, signal)
}

#[tokio::test]
async fn a_leader_sees_a_signal_and_says_what_is_behind_it() {
    let (app, signal) = with_signal().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let page = format!("/signals/{}", signal.id);
    let list = app.get(Some(&leader), "/signals").await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(list.text.contains("Andel opphold med fall") && list.text.contains("Til det verre"), "{}", list.text);
    let shown = app.get(Some(&leader), &page).await;
    assert!(shown.text.contains("<svg") && shown.text.contains("Hva er det?"), "{}", shown.text);
    let version = signal.version.to_string();
    let empty = [("version", version.as_str()), ("state", "false_alarm"), ("comment", "")];
    let refused = app.post(Some(&leader), &page, &empty).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Skriv hva som ligger bak"));
    let told = [("version", version.as_str()), ("state", "explained"), ("comment", "Influensa på posten")];
    assert_eq!(app.post(Some(&leader), &page, &told).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.post(Some(&leader), &page, &told).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(app.get(Some(&leader), &page).await.text.contains("Influensa på posten"));
    // Four of a hundred is few: someone elsewhere does not know of it.
    let other = app.user("Per Annen", &[(Role::UnitLeader, "town")]);
    assert_eq!(app.get(Some(&other), &page).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.post(Some(&other), &page, &told).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_series_page_answers_in_words_and_the_matrix_agrees() {
    let (app, _) = with_signal().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let series = app.get(Some(&leader), &format!("/indicators/{}/units/{}", falls().id, unit("ward"))).await;
    for text in ["data-chart=\"spc\"", "ligger over øvre grense", "Det er en endring til det verre", "P-diagram"] {
        assert!(series.text.contains(text), "{text} is not in {}", series.text);
    }
    let matrix = app.get(Some(&leader), &format!("/units/{}/indicators", unit("ward"))).await;
    assert_eq!(matrix.status, StatusCode::OK);
    assert!(matrix.text.contains("Høyere, og det er verre") && matrix.text.contains("30\u{a0}%"), "{}", matrix.text);
}

#[tokio::test]
async fn a_leader_reports_what_is_due_in_one_short_form() {
    let (app, _) = with_signal().await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let page = format!("/units/{}/entry", unit("ward"));
    let shown = app.get(Some(&leader), &page).await;
    // September is the last value; October is over and due since 15 November.
    for text in ["oktober 2026", "Sist: 30\u{a0}%", "Frist 15. november 2026"] {
        assert!(shown.text.contains(text), "{text} is not in {}", shown.text);
    }
    let series = series_of(app.db(), falls().id, unit("ward")).await.unwrap().unwrap();
    let name = |field: &str| format!("{field}.{}", series.id);
    let (period, numerator, denominator) = (name("period"), name("numerator"), name("denominator"));
    let sent =
        |top: &'static str| [(period.as_str(), "2026-10"), (numerator.as_str(), top), (denominator.as_str(), "100")];
    let wrong = app.post(Some(&leader), &page, &sent("120")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("value=\"120\""), "what was typed stays: {}", wrong.text);
    let nothing = app.post(Some(&leader), &page, &[]).await;
    assert!(nothing.text.contains("Skriv minst ett tall"), "{}", nothing.text);
    assert_eq!(app.post(Some(&leader), &page, &sent("6")).await.status, StatusCode::SEE_OTHER);
    let kept = values(app.db(), &Sight::Whole, series.id).await.unwrap();
    assert_eq!(kept.last().unwrap().value, Some(6.0));
    // What the values before it came from is not where this one comes from.
    assert_eq!(kept.last().unwrap().source, "Meldt inn av enheten");
    // Sent twice: October is not due any longer, and nothing is written over.
    let again = app.post(Some(&leader), &page, &sent("9")).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(app.get(Some(&leader), &page).await.text.contains("Alt er rapportert"));
    let other = app.user("Per Annen", &[(Role::UnitLeader, "town")]);
    assert_eq!(app.get(Some(&other), &page).await.status, StatusCode::FORBIDDEN);
}
