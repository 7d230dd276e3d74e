//! The project's own content files.

use varde_indicators::Sight;
use varde_indicators::import::content;
use varde_indicators::{by_code, indicators, latest, migrations, series_of, store, values};
use varde_kernel::ObservationId;
use varde_kernel::access::{Author, System};
use varde_store::{Db, Tx};
use varde_testkit::{on_both, organisation, unit};

const INDICATORS: &str = include_str!("../../../../content/indicators.yaml");
const VALUES: &str = include_str!("../../../../content/values.yaml");

async fn begin(db: &Db) -> Tx {
    db.begin_write(Author::System(System::Content), "2026-11-22T12:00:00Z".parse().unwrap()).await.unwrap()
}

#[test]
fn the_content_is_loaded_once() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        assert_eq!(content::indicators(&tx, INDICATORS).await.unwrap(), 30);
        let (n, n_figures) = content::values(&tx, &organisation(), VALUES).await.unwrap();
        assert_eq!((n, n_figures), (21, 226));
        tx.commit().await.unwrap();

        let tx = begin(&db).await;
        assert_eq!(content::indicators(&tx, INDICATORS).await.unwrap(), 0);
        assert_eq!(content::values(&tx, &organisation(), VALUES).await.unwrap(), (0, 226));
        tx.commit().await.unwrap();

        let all = indicators(&db).await.unwrap();
        assert_eq!(all.len(), 30);
        let harm = by_code(&db, "ind.gtt.harm").await.unwrap().unwrap();
        let series = series_of(&db, harm.id, unit("no")).await.unwrap().unwrap();
        let values = values(&db, &Sight::Whole, series.id).await.unwrap();
        assert_eq!(values.len(), 14);
        let known: Vec<String> =
            values.iter().filter_map(|value| value.value.map(|number| format!("{}={number}", value.period))).collect();
        assert_eq!(known, ["2010=15.9", "2011=16.1", "2012=13.7", "2013=13", "2017=13.7", "2020=13.1", "2021=12.8"]);
        assert_eq!(latest(&values).unwrap().period.to_string(), "2021");
        let baseline = values.iter().find(|value| value.id == ObservationId::from_code("b.gtt2017"));
        assert_eq!(baseline.unwrap().value, Some(13.7));
        let gap = values.iter().find(|value| value.period.to_string() == "2014").unwrap();
        assert!(gap.value.is_none() && !gap.note.is_empty());

        // Two shares of the same year are of two groups of cases.
        let severity = by_code(&db, "ind.inc.severity").await.unwrap().unwrap();
        let strata = store::series_list(&db, &[severity.id], None).await.unwrap();
        assert_eq!(strata.len(), 2);
        assert!(strata.iter().all(|series| !series.stratum_name.is_empty()));

        assert_eq!(store::count_figures(&db, "").await.unwrap(), 226);
        let found = store::figures(&db, "framskrevet kreft", 50, 0).await.unwrap();
        assert!(found.iter().any(|figure| figure.code == "v.cancer80.2040" && figure.value == Some(16000.0)));
    });
}

#[test]
fn a_changed_file_keeps_the_former_value() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        content::indicators(&tx, INDICATORS).await.unwrap();
        content::values(&tx, &organisation(), VALUES).await.unwrap();
        tx.commit().await.unwrap();
        let changed = VALUES.replacen("value: 15.9", "value: 15.8", 1);
        let tx = begin(&db).await;
        assert_eq!(content::values(&tx, &organisation(), &changed).await.unwrap().0, 1);
        tx.commit().await.unwrap();
        let harm = by_code(&db, "ind.gtt.harm").await.unwrap().unwrap();
        let series = series_of(&db, harm.id, unit("no")).await.unwrap().unwrap();
        assert_eq!(values(&db, &Sight::Whole, series.id).await.unwrap()[0].value, Some(15.8));
        assert_eq!(store::former_values(&db, &Sight::Whole, series.id, 5).await.unwrap()[0].value, Some(15.9));
    });
}

#[test]
fn a_file_with_a_fault_is_refused() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        content::indicators(&tx, INDICATORS).await.unwrap();
        for (from, to) in [
            ("indicator: ind.gtt.harm", "indicator: ind.unknown"),
            ("period: \"2010\"", "period: \"20100\""),
            ("unit: percent", "unit: bananas"),
            ("unit: percent", "unit: count"),
            ("approximate: false", "approximate: false\n    colour: red"),
        ] {
            let file = VALUES.replacen(from, to, 1);
            assert!(content::values(&tx, &organisation(), &file).await.is_err(), "{to}");
        }
        assert!(content::indicators(&tx, "indicators: [{code: x}]").await.is_err());
    });
}
