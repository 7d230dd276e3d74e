//! Since when things have been in their states.

use jiff::civil::date;
use varde_kernel::PlanId;
use varde_kernel::access::{Author, System};
use varde_store::{Db, states};
use varde_testkit::on_both;

async fn note(db: &Db, at: &str, thing: PlanId, state: &str) {
    let tx = db.begin_write(Author::System(System::Console), at.parse().unwrap()).await.unwrap();
    states::note(&tx, thing, state).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn a_thing_is_told_as_it_stood_when_the_day_was_over() {
    on_both(vec![], async |db| {
        let (thing, other) = (PlanId::from_code("thing"), PlanId::from_code("other"));
        note(&db, "2026-03-01T08:00:00Z", thing, "planned").await;
        note(&db, "2026-03-05T08:00:00Z", thing, "planned").await;
        note(&db, "2026-03-10T23:59:59Z", thing, "running").await;
        note(&db, "2026-04-01T00:00:00Z", thing, "completed").await;
        for (day, state, known) in [
            (date(2026, 2, 28), "planned", false),
            (date(2026, 3, 1), "planned", true),
            (date(2026, 3, 9), "planned", true),
            (date(2026, 3, 10), "running", true),
            (date(2026, 3, 31), "running", true),
            (date(2026, 4, 1), "completed", true),
            (date(9999, 12, 31), "completed", true),
        ] {
            let found = states::on(&db, &[thing, other], day).await.unwrap();
            let stood = &found[&thing.uuid()];
            assert_eq!((stood.state.as_str(), stood.known, stood.since_noted), (state, known, true), "{day}");
            assert!(!found.contains_key(&other.uuid()), "nothing is known of what was never noted");
        }
    });
}
