//! Stories about values, on both databases.

use jiff::Timestamp;
use varde_indicators::Sight;
use varde_indicators::model::{Direction, Entry, Filter, Indicator, Level, Measure, Sheet, State};
use varde_indicators::store::{self, Recording, Slot};
use varde_indicators::{latest, migrations, series_of, values, values_as_known_at, values_of_many, values_of_pairs};
use varde_kernel::access::{self, Action, Actor, Author, Granted, Kind, Scope, System};
use varde_kernel::{IndicatorId, ObservationId, Words};
use varde_store::{Db, Error, Tx};
use varde_testkit::{on_both, organisation, unit};

const CONSOLE: Actor = Actor::System(System::Console);

pub fn falls() -> Indicator {
    Indicator {
        id: IndicatorId::from_code("ind.falls"),
        code: "ind.falls".into(),
        name: Words { nb: "Andel opphold med fall".into(), nn: None, en: Some("Share of stays with a fall".into()) },
        measure: Measure::Percent,
        per: None,
        direction: Direction::Down,
        direction_stated: false,
        state: State::Adopted,
        levels: vec![Level::Enterprise, Level::National],
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

pub fn granted(indicator: Indicator) -> Granted<Indicator> {
    let target = indicator.target(&organisation());
    access::grant(&CONSOLE, Action::Create, &target, indicator).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub async fn begin(db: &Db, when: &str) -> Tx {
    db.begin_write(Author::System(System::Console), at(when)).await.unwrap()
}

pub async fn with_indicator(db: &Db) {
    let tx = begin(db, "2026-11-22T12:00:00Z").await;
    store::insert(&tx, &granted(falls())).await.unwrap();
    tx.commit().await.unwrap();
}

pub fn share(numerator: f64, denominator: f64) -> Entry {
    let entry = Entry { numerator: Some(numerator), denominator: Some(denominator), ..Entry::default() };
    varde_indicators::rules::completed(Measure::Percent, None, entry)
}

pub fn recording(period: &str, entry: Entry, former: Option<ObservationId>, reason: &str) -> Recording {
    Recording { period: period.parse().unwrap(), entry, former, reason: reason.into(), code: None }
}

pub async fn slot(db: &Db, code: &str) -> Granted<Slot> {
    let place = (falls().id, unit(code));
    store::open_slot(db, &CONSOLE, &organisation(), place, Action::Answer).await.unwrap()
}

#[test]
fn a_correction_keeps_the_former_value() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let mut ward = slot(&db, "ward").await;
        let tx = begin(&db, "2026-11-01T12:00:00Z").await;
        let series = store::record(&tx, &mut ward, &[recording("2026-10", share(3.0, 40.0), None, "")]).await.unwrap();
        tx.commit().await.unwrap();
        let first = values(&db, &Sight::Whole, series).await.unwrap().remove(0);
        assert_eq!(first.value, Some(7.5));
        assert_eq!(first.recorded_by, Some(Author::System(System::Console)));

        let tx = begin(&db, "2026-11-10T12:00:00Z").await;
        let corrected = recording("2026-10", share(4.0, 40.0), Some(first.id), "Ett fall var glemt");
        store::record(&tx, &mut slot(&db, "ward").await, &[corrected]).await.unwrap();
        tx.commit().await.unwrap();

        let now = values(&db, &Sight::Whole, series).await.unwrap();
        assert_eq!(now.len(), 1);
        assert_eq!((now[0].value, now[0].reason.as_str()), (Some(10.0), "Ett fall var glemt"));
        let then = values_as_known_at(&db, &Sight::Whole, series, at("2026-11-05T00:00:00Z")).await.unwrap();
        assert_eq!(then.iter().map(|value| value.value).collect::<Vec<_>>(), [Some(7.5)]);
        let moment = at("2026-11-10T12:00:00Z");
        assert_eq!(values_as_known_at(&db, &Sight::Whole, series, moment).await.unwrap()[0].value, Some(10.0));
        let before = values_as_known_at(&db, &Sight::Whole, series, at("2026-10-01T00:00:00Z")).await.unwrap();
        assert!(before.is_empty());
        let former = store::former_values(&db, &Sight::Whole, series, 10).await.unwrap();
        assert_eq!(former.len(), 1);
        assert_eq!(former[0].superseded_at, Some(moment));

        let told = varde_store::history::of_thing(&db, series, 10).await.unwrap();
        assert_eq!(told.len(), 2);
        assert_eq!(told[0].why, "Ett fall var glemt");
    });
}

#[test]
fn two_who_write_the_same_period_do_not_overwrite_each_other() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let (mut mine, mut theirs) = (slot(&db, "ward").await, slot(&db, "ward").await);
        let tx = begin(&db, "2026-11-01T12:00:00Z").await;
        store::record(&tx, &mut theirs, &[recording("2026-10", share(3.0, 40.0), None, "")]).await.unwrap();
        tx.commit().await.unwrap();

        let tx = begin(&db, "2026-11-01T12:01:00Z").await;
        let refused = store::record(&tx, &mut mine, &[recording("2026-10", share(5.0, 40.0), None, "")]).await;
        assert!(matches!(refused, Err(Error::Stale)));
        drop(tx);

        // The series is there now, but the period still has a value that I have not seen.
        let mut mine = slot(&db, "ward").await;
        let tx = begin(&db, "2026-11-01T12:02:00Z").await;
        let refused = store::record(&tx, &mut mine, &[recording("2026-10", share(5.0, 40.0), None, "")]).await;
        assert!(matches!(refused, Err(Error::Stale)));
        drop(tx);
        let gone = ObservationId::from_code("never");
        let tx = begin(&db, "2026-11-01T12:03:00Z").await;
        let refused = store::record(&tx, &mut mine, &[recording("2026-10", share(5.0, 40.0), Some(gone), "")]).await;
        assert!(matches!(refused, Err(Error::Stale)));
        drop(tx);
        let series = mine.series.clone().unwrap();
        assert_eq!(values(&db, &Sight::Whole, series.id).await.unwrap()[0].numerator, Some(3.0));
    });
}

#[test]
fn values_of_many_places_come_in_order_and_missing_stays_missing() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let tx = begin(&db, "2026-11-01T12:00:00Z").await;
        let missing = Entry { note: Words::plain("Tellingen falt ut"), ..Entry::default() };
        let (mut ward, mut ward2) = (slot(&db, "ward").await, slot(&db, "ward2").await);
        let some = [
            recording("2026-03", missing, None, ""),
            recording("2026-01", share(1.0, 20.0), None, ""),
            recording("2026-02", share(0.0, 20.0), None, ""),
        ];
        let first = store::record(&tx, &mut ward, &some).await.unwrap();
        let second = store::record(&tx, &mut ward2, &[recording("2025", share(2.0, 20.0), None, "")]).await.unwrap();
        tx.commit().await.unwrap();

        let many = values_of_many(&db, &Sight::Whole, &[first, second]).await.unwrap();
        let periods: Vec<String> = many[&first].iter().map(|value| value.period.to_string()).collect();
        assert_eq!(periods, ["2026-01", "2026-02", "2026-03"]);
        assert_eq!(many[&first][2].value, None);
        assert_eq!(many[&first][2].note.nb, "Tellingen falt ut");
        assert_eq!(latest(&many[&first]).unwrap().period.to_string(), "2026-02");
        assert_eq!(many[&second].len(), 1);

        let id = falls().id;
        let pairs = [(id, unit("ward")), (id, unit("ward2")), (id, unit("home"))];
        let by_pair = values_of_pairs(&db, &Sight::Whole, &pairs).await.unwrap();
        assert_eq!(by_pair.len(), 2);
        assert_eq!(by_pair[&(id, unit("ward2"))][0].value, Some(10.0));
        assert!(values_of_pairs(&db, &Sight::Whole, &[]).await.unwrap().is_empty());
        assert!(series_of(&db, id, unit("home")).await.unwrap().is_none());
        assert_eq!(store::series_list(&db, &[id], None).await.unwrap().len(), 2);
        assert_eq!(store::series_list(&db, &[id], Some(unit("ward"))).await.unwrap().len(), 1);
    });
}

#[test]
fn lists_keep_what_the_filter_says_and_the_scope_shows() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let draft = Indicator {
            id: IndicatorId::from_code("ind.draft"),
            code: "ind.draft".into(),
            name: Words::plain("Utkast 100 % Ærlig"),
            state: State::Proposed,
            levels: vec![Level::All],
            unit: Some(unit("trust")),
            ..falls()
        };
        let tx = begin(&db, "2026-11-22T12:00:00Z").await;
        store::insert(&tx, &granted(draft.clone())).await.unwrap();
        let again = store::insert(&tx, &granted(Indicator { id: tx.new_id().unwrap(), ..draft.clone() })).await;
        assert!(again.is_err_and(|error| error.is_duplicate()));
        drop(tx);
        let tx = begin(&db, "2026-11-22T12:00:00Z").await;
        store::insert(&tx, &granted(draft.clone())).await.unwrap();
        for (code, ancestor) in [("trust", "trust"), ("trust", "region"), ("trust", "no"), ("no", "no")] {
            varde_store::Insert::into("unit_line")
                .set("unit_id", unit(code))
                .set("ancestor_id", unit(ancestor))
                .set("depth", 0_i64)
                .run(&tx)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();

        let names = async |scope: &Scope, filter: Filter| {
            let found = store::list(&db, scope, &filter, 50, 0).await.unwrap();
            assert_eq!(i64::try_from(found.len()).unwrap(), store::count(&db, scope, &filter).await.unwrap());
            found.into_iter().map(|indicator| indicator.code).collect::<Vec<_>>()
        };
        let all = Scope::Everything;
        let words = |words: &str| Filter { words: words.into(), ..Filter::default() };
        assert_eq!(names(&all, Filter::default()).await, ["ind.falls", "ind.draft"]);
        assert_eq!(names(&all, Filter { backwards: true, ..Filter::default() }).await, ["ind.draft", "ind.falls"]);
        assert_eq!(names(&all, words("ærlig")).await, ["ind.draft"]);
        assert_eq!(names(&all, words("100 %")).await, ["ind.draft"]);
        assert!(names(&all, words("1_0")).await.is_empty());
        assert!(names(&all, words("a\\")).await.is_empty());
        let level = |level| Filter { level: Some(level), ..Filter::default() };
        assert_eq!(names(&all, level(Level::National)).await, ["ind.falls", "ind.draft"]);
        assert_eq!(names(&all, level(Level::Municipal)).await, ["ind.draft"]);
        assert_eq!(names(&all, Filter { state: Some(State::Adopted), ..Filter::default() }).await, ["ind.falls"]);
        assert!(names(&all, Filter { has_values: Some(true), ..Filter::default() }).await.is_empty());
        assert_eq!(names(&all, Filter { has_values: Some(false), ..Filter::default() }).await.len(), 2);

        let staff = |code: &str| Actor::Person {
            person: varde_kernel::PersonId::from_code("Test Testesen"),
            held: vec![access::Held {
                role: access::Role::Staff,
                unit: unit(code),
                line: organisation().line(unit(code)),
            }],
            read_only: false,
        };
        assert_eq!(names(&access::scope(&staff("town"), Kind::Indicator), Filter::default()).await, ["ind.falls"]);
        assert_eq!(names(&access::scope(&staff("trust"), Kind::Indicator), Filter::default()).await.len(), 2);
        let tree = organisation();
        let hidden = store::open(&db, &staff("town"), &tree, draft.id, Action::Read).await;
        assert!(matches!(hidden, Err(Error::NotFound)));
        let seen = store::open(&db, &staff("town"), &tree, falls().id, Action::Edit).await;
        assert!(matches!(seen, Err(Error::Forbidden)));
    });
}

#[test]
fn a_definition_is_saved_once_per_version() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let before = varde_indicators::by_code(&db, "ind.falls").await.unwrap().unwrap();
        assert_eq!(before, falls());
        let changed = Indicator { name: Words::plain("Andel opphold med skadelig fall"), ..before.clone() };
        let tx = begin(&db, "2026-11-22T13:00:00Z").await;
        assert_eq!(store::save(&tx, &before, &granted(changed.clone()), "Tydeligere").await.unwrap(), 2);
        tx.commit().await.unwrap();
        let tx = begin(&db, "2026-11-22T13:01:00Z").await;
        assert!(matches!(store::save(&tx, &before, &granted(changed), "").await, Err(Error::Stale)));
        drop(tx);
        let found = varde_store::search::find(&db, "skadelige fall", &Scope::Everything, 10, 0).await.unwrap();
        assert_eq!(found.len(), 1);
    });
}
