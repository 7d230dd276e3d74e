//! Stories about the definition sheet, its versions and its life, and about what a value carries.

use varde_indicators::Sight;
use varde_indicators::model::{Context, Entry, Indicator, Level, Missing, Schedule, Sheet, Standardisation, State};
use varde_indicators::store::{self, Slot};
use varde_indicators::{migrations, series_of, values};
use varde_kernel::access::{Action, Actor, Author, System};
use varde_kernel::{Dimension, PeriodType, Words};
use varde_testkit::{on_both, organisation, unit};

use crate::store::{begin, falls, granted, recording, share, slot, with_indicator};

fn sheet() -> Sheet {
    Sheet {
        inclusion: Words::plain("Alle innlagte"),
        exclusion: Words::plain("Dagopphold"),
        standardisation: Standardisation::Direct,
        periods: vec![PeriodType::Month, PeriodType::Tertial],
        least_coverage: Some(80.0),
        coverage_indicator: "ind.falls.coverage".into(),
        least_denominator: Some(20.0),
        validation: "Sammenlignet med journal".into(),
        validated_on: Some("2026-05-01".parse().unwrap()),
        dimensions: vec![Dimension::Safe],
        variant_of: "ind.national.falls".into(),
        licence: "NLOD 2.0".into(),
        ..Sheet::default()
    }
}

#[test]
fn a_sheet_comes_back_as_it_was_written() {
    on_both(migrations(), |db| async move {
        let indicator = Indicator { sheet: sheet(), ..falls() };
        let tx = begin(&db, "2026-11-22T12:00:00Z").await;
        store::insert(&tx, &granted(indicator.clone())).await.unwrap();
        tx.commit().await.unwrap();
        let read = varde_indicators::by_code(&db, "ind.falls").await.unwrap().unwrap();
        assert_eq!(read, indicator);
        assert!(read.is_variant());
    });
}

#[test]
fn counting_otherwise_makes_a_version_and_values_name_theirs() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let tx = begin(&db, "2026-11-22T12:00:00Z").await;
        let first = [recording("2026-09", share(1.0, 20.0), None, "")];
        let series = store::record(&tx, &mut slot(&db, "ward").await, &first).await.unwrap();
        tx.commit().await.unwrap();

        // Another name is the same indicator; another numerator is not.
        let before = varde_indicators::by_code(&db, "ind.falls").await.unwrap().unwrap();
        let renamed = Indicator { name: Words::plain("Fall"), ..before.clone() };
        let tx = begin(&db, "2026-11-22T13:00:00Z").await;
        store::save(&tx, &before, &granted(renamed), "").await.unwrap();
        tx.commit().await.unwrap();
        let before = varde_indicators::by_code(&db, "ind.falls").await.unwrap().unwrap();
        assert_eq!(before.definition_version, 1);
        let recounted = Indicator { numerator: Words::plain("Fall med skade"), ..before.clone() };
        let tx = begin(&db, "2026-11-22T14:00:00Z").await;
        store::save(&tx, &before, &granted(recounted), "Bare fall med skade").await.unwrap();
        tx.commit().await.unwrap();

        let tx = begin(&db, "2026-11-22T15:00:00Z").await;
        store::record(&tx, &mut slot(&db, "ward").await, &[recording("2026-10", share(1.0, 20.0), None, "")])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let versions: Vec<i64> =
            values(&db, &Sight::Whole, series).await.unwrap().iter().map(|value| value.definition_version).collect();
        assert_eq!(versions, [1, 2]);
        let told = store::definitions(&db, falls().id).await.unwrap();
        assert_eq!(told.iter().map(|one| one.version).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(told[0].why, "Bare fall med skade");
        assert!(told[0].fields.contains(&("numerator".into(), "Fall med skade".into())));
        assert!(!told[1].fields.iter().any(|(name, _)| name == "numerator"));
    });
}

#[test]
fn the_life_of_an_indicator_says_who_why_and_when() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let before = varde_indicators::by_code(&db, "ind.falls").await.unwrap().unwrap();
        let retired = Indicator { state: State::Retired, ..before.clone() };
        let tx = begin(&db, "2026-11-22T13:00:00Z").await;
        store::save(&tx, &before, &granted(retired), "Erstattet av en bedre").await.unwrap();
        tx.commit().await.unwrap();
        let life = store::life(&db, falls().id).await.unwrap();
        assert_eq!(life.iter().map(|step| step.state).collect::<Vec<_>>(), [State::Adopted, State::Retired]);
        assert_eq!(life[1].why, "Erstattet av en bedre");
        assert_eq!(life[1].by, Some(Author::System(System::Console)));
        assert_eq!(life[1].at.to_string(), "2026-11-22T13:00:00Z");
    });
}

#[test]
fn each_level_has_its_own_schedule() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let schedules = [
            Schedule { level: Level::National, period: PeriodType::Tertial, due_days: 60, comment_days: 30 },
            Schedule { level: Level::Enterprise, period: PeriodType::Month, due_days: 10, comment_days: 14 },
        ];
        let tx = begin(&db, "2026-11-22T13:00:00Z").await;
        store::put_schedules(&tx, &granted(falls()), &schedules).await.unwrap();
        store::put_schedules(&tx, &granted(falls()), &schedules).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store::schedules(&db, falls().id).await.unwrap(), schedules);
        assert_eq!(store::all_schedules(&db).await.unwrap().len(), 1);
    });
}

#[test]
fn a_value_carries_coverage_reason_and_who_affirmed_it() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let covered = Entry { coverage: Some(71.5), ..share(3.0, 40.0) };
        let missing = Entry { missing: Some(Missing::NotMeasured), ..Entry::default() };
        let tx = begin(&db, "2026-11-22T12:00:00Z").await;
        let mut ward = slot(&db, "ward").await;
        let some = [recording("2026-09", covered, None, ""), recording("2026-10", missing, None, "")];
        let series = store::record(&tx, &mut ward, &some).await.unwrap();
        tx.commit().await.unwrap();
        let read = values(&db, &Sight::Whole, series).await.unwrap();
        assert_eq!((read[0].coverage, read[0].missing, read[0].affirmed), (Some(71.5), None, None));
        assert_eq!((read[1].value, read[1].missing), (None, Some(Missing::NotMeasured)));

        let tx = begin(&db, "2026-11-23T12:00:00Z").await;
        assert_eq!(store::affirm(&tx, &ward, &[read[0].id]).await.unwrap(), 1);
        assert_eq!(store::affirm(&tx, &ward, &[read[0].id]).await.unwrap(), 0);
        tx.commit().await.unwrap();
        let (at, by) = values(&db, &Sight::Whole, series).await.unwrap()[0].affirmed.unwrap();
        assert_eq!((at.to_string().as_str(), by), ("2026-11-23T12:00:00Z", Some(Author::System(System::Console))));

        // A correction has to be affirmed anew.
        let tx = begin(&db, "2026-11-24T12:00:00Z").await;
        let corrected = recording("2026-09", share(4.0, 40.0), Some(read[0].id), "Glemt fall");
        store::record(&tx, &mut ward, &[corrected]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(values(&db, &Sight::Whole, series).await.unwrap()[0].affirmed, None);
    });
}

#[test]
fn those_treated_and_those_who_live_there_are_two_series() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let tx = begin(&db, "2026-11-22T12:00:00Z").await;
        let trust = slot(&db, "trust").await;
        let console = Actor::System(System::Console);
        let residents = Slot { context: Context::Residence, stratum: "67+".into(), ..trust.into_inner() };
        let mut residents = store::grant_slot(&console, &organisation(), residents, Action::Answer).unwrap();
        store::record(&tx, &mut residents, &[recording("2025", share(9.0, 90.0), None, "")]).await.unwrap();
        let mut treated = slot(&db, "trust").await;
        store::record(&tx, &mut treated, &[recording("2025", share(8.0, 80.0), None, "")]).await.unwrap();
        tx.commit().await.unwrap();
        let place = (falls().id, unit("trust"));
        let lived = store::series_at(&db, place, (Context::Residence, "67+")).await.unwrap().unwrap();
        assert_eq!((lived.context, lived.stratum.as_str()), (Context::Residence, "67+"));
        let treated = series_of(&db, place.0, place.1).await.unwrap().unwrap();
        assert_eq!((treated.context, treated.stratum.as_str()), (Context::Treating, ""));
        assert_ne!(lived.id, treated.id);
    });
}
