//! Values computed from events: taken in with what they rest on, restated, confirmed, and never over people's own.

use http::StatusCode;
use varde_events::{Reason, RestatementKey};
use varde_indicators::import::measured::{Measured, Taken, take};
use varde_indicators::model::{Adjusted, Basis, Context, Missing, Observation};
use varde_indicators::{Sight, migrations, series_of, store, values};
use varde_kernel::Locale;
use varde_kernel::access::Role;
use varde_store::Db;
use varde_testkit::{on_both, organisation, unit};

use super::pages::house;
use super::store::{begin, falls, recording, share, slot, with_indicator};

fn key(cut_off: &str) -> RestatementKey {
    RestatementKey {
        definition: "survival-30d-all".into(),
        version: 1,
        cut_off: cut_off.into(),
        structure: "2026-01-01".into(),
        suppression: "least-denominator-20".into(),
    }
}

fn measured(period: &str, counted: Option<(f64, f64)>, key: RestatementKey) -> Measured {
    let confirmed = key.cut_off.clone();
    Measured {
        unit: unit("ward"),
        context: Context::Treating,
        period: period.parse().unwrap(),
        counted,
        provisional: false,
        basis: Basis {
            key,
            confirmed,
            adjusted: Some(Adjusted { value: 91.5, low: 88.0, high: 94.0, covered: 100.0 }),
            excluded: vec![(Reason::NotRipe, 12), (Reason::AgeMissing, 2)],
        },
    }
}

async fn took(db: &Db, when: &str, all: Vec<Measured>) -> Taken {
    let tx = begin(db, when).await;
    let taken = take(&tx, &organisation(), (&falls(), "npr"), all).await.unwrap();
    tx.commit().await.unwrap();
    taken
}

async fn held(db: &Db) -> Vec<Observation> {
    let series = series_of(db, falls().id, unit("ward")).await.unwrap().unwrap();
    values(db, &Sight::Whole, series.id).await.unwrap()
}

#[test]
fn a_computed_value_is_restated_and_the_former_one_stays() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let early = measured("2025-T1", Some((40.25, 50.0)), key("2025-06-30"));
        let taken = took(&db, "2025-07-01T01:00:00Z", vec![early.clone()]).await;
        assert_eq!(taken, Taken { n_new: 1, ..Taken::default() });
        let first = held(&db).await.remove(0);
        assert_eq!((first.value, first.numerator, first.source.as_str()), (Some(80.5), Some(40.25), "npr"));

        // The same with later data is confirmed, not written again.
        let same = measured("2025-T1", Some((40.25, 50.0)), key("2025-07-31"));
        assert_eq!(took(&db, "2025-08-01T01:00:00Z", vec![same]).await, Taken { n_same: 1, ..Taken::default() });
        assert_eq!(held(&db).await[0].id, first.id);
        let bases = store::bases(&db, first.series).await.unwrap();
        assert_eq!(
            (bases[&first.id].key.cut_off.as_str(), bases[&first.id].confirmed.as_str()),
            ("2025-06-30", "2025-07-31")
        );
        assert_eq!(bases[&first.id].excluded, early.basis.excluded);
        assert_eq!(bases[&first.id].adjusted, early.basis.adjusted);

        // Older data do not undo newer ones.
        let old = measured("2025-T1", Some((1.0, 50.0)), key("2025-05-31"));
        assert_eq!(took(&db, "2025-08-01T02:00:00Z", vec![old]).await, Taken { n_kept: 1, ..Taken::default() });

        let late = measured("2025-T1", Some((44.0, 55.0)), key("2025-09-30"));
        let new = measured("2025-T2", None, key("2025-09-30"));
        let taken = took(&db, "2025-10-01T01:00:00Z", vec![late, new]).await;
        assert_eq!(taken, Taken { n_new: 1, n_restated: 1, ..Taken::default() });
        let now = held(&db).await;
        assert_eq!((now[0].value, now[0].denominator), (Some(80.0), Some(55.0)));
        assert_eq!((now[1].value, now[1].missing, now[1].denominator), (None, Some(Missing::TooFew), None));
        let former = store::former_values(&db, &Sight::Whole, now[0].series, 10).await.unwrap();
        assert_eq!((former.len(), former[0].id), (1, first.id));
        let bases = store::bases(&db, now[0].series).await.unwrap();
        assert_eq!(bases[&first.id].key.differs(&bases[&now[0].id].key), ["cut-off"]);

        // Another definition is another value, even when the number is the same.
        let again = Measured {
            basis: Basis { key: RestatementKey { version: 2, ..key("2025-09-30") }, ..bases[&now[0].id].clone() },
            ..measured("2025-T1", Some((44.0, 55.0)), key("2025-09-30"))
        };
        let taken = took(&db, "2025-10-02T01:00:00Z", vec![again]).await;
        assert_eq!(taken, Taken { n_restated: 1, ..Taken::default() });
    });
}

#[test]
fn what_people_reported_is_never_replaced_by_what_was_computed() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let tx = begin(&db, "2025-06-01T12:00:00Z").await;
        let own = recording("2025-T1", share(3.0, 40.0), None, "");
        store::record(&tx, &mut slot(&db, "ward").await, &[own]).await.unwrap();
        tx.commit().await.unwrap();
        let all = vec![measured("2025-T1", Some((40.0, 50.0)), key("2025-06-30"))];
        assert_eq!(took(&db, "2025-07-01T01:00:00Z", all).await, Taken { n_kept: 1, ..Taken::default() });
        assert_eq!(held(&db).await[0].numerator, Some(3.0));
    });
}

#[tokio::test]
async fn the_page_says_why_the_number_is_what_it_is() {
    let app = house().await;
    for (when, counted, cut_off) in
        [("2026-10-01T01:00:00Z", (40.0, 50.0), "2026-09-30"), ("2026-11-01T01:00:00Z", (44.0, 55.0), "2026-10-31")]
    {
        took(app.db(), when, vec![measured("2026-T1", Some(counted), key(cut_off))]).await;
    }
    let address = format!("/indicators/{}/units/{}", falls().id, unit("ward"));
    for (locale, texts) in [
        (
            Locale::Nb,
            [
                "Hvorfor dette tallet?",
                "survival-30d-all, versjon 1",
                "færre enn 5",
                "for tidlig å si: 12",
                "flere data",
            ],
        ),
        (
            Locale::Nn,
            [
                "Kvifor dette talet?",
                "survival-30d-all, versjon 1",
                "færre enn 5",
                "for tidleg å seie: 12",
                "fleire data",
            ],
        ),
        (
            Locale::En,
            ["Why this number?", "survival-30d-all, version 1", "fewer than 5", "too early to tell: 12", "more data"],
        ),
    ] {
        let reader = app.user_in(locale.tag(), &[(Role::Staff, "ward")], locale);
        let reply = app.get(Some(&reader), &address).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        for text in texts {
            assert!(reply.text.contains(text), "{text} is not in {}", reply.text);
        }
        assert!(!reply.text.contains("indicators-basis"), "a key without words");
    }
    // Who was left out is told in counts, so that is for the unit's own people.
    let outsider = app.user("outsider", &[(Role::Staff, "town")]);
    let from_afar = app.get(Some(&outsider), &address).await;
    assert_eq!(from_afar.status, StatusCode::OK);
    assert!(!from_afar.text.contains("for tidlig å si: 12"), "{}", from_afar.text);
    // A unit whose values were reported says nothing of it.
    let reader = app.user("reader", &[(Role::Staff, "ward")]);
    let other = app.get(Some(&reader), &format!("/indicators/{}/units/{}", falls().id, unit("trust"))).await;
    assert!(!other.text.contains("Hvorfor dette tallet?"));
}
