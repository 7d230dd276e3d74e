//! What those who do not work with a unit can find out about small counts: by reading everything that they are
//! shown, on pages, through the API and in files, before and after a correction.

use std::collections::{BTreeMap, BTreeSet};

use http::StatusCode;
use jiff::civil::Date;
use serde_json::Value as Json;
use varde_indicators::import::sender::{Mapping, Outgoing};
use varde_indicators::import::values::Line;
use varde_indicators::import::{kind, translate};
use varde_indicators::model::{Audience, Codes, Indicator, Missing, Series};
use varde_indicators::rules::disclosure::Limits;
use varde_indicators::store::{self, Recording, Slot};
use varde_indicators::{Policy, Sight, jobs, migrations, series_of, values};
use varde_kernel::access::{Action, Author, Kind, Role, System, Target, grant};
use varde_kernel::{SeriesId, UnitId, Words};
use varde_people::model::units::Register;
use varde_stats::disclosure::{Seen, Sum, Table};
use varde_store::Db;
use varde_testkit::{TestApp, User, on_both, organisation, unit};

use crate::pages::house;
use crate::store::{begin, falls, recording, share, slot, with_indicator};

/// Decides who may see what is new.
pub async fn publish(db: &Db, policy: &Policy) {
    let now = "2026-11-22T12:00:00Z".parse().unwrap();
    loop {
        let tx = db.begin_write(Author::System(System::Worker), now).await.unwrap();
        let found = jobs::publish_portion(&tx, &organisation(), policy).await.unwrap();
        tx.commit().await.unwrap();
        if !found {
            return;
        }
    }
}

/// The units at the bottom, and those that are sums of others.
const LEAVES: [&str; 4] = ["ward", "ward2", "trust2", "home"];
const SUMS: [(&str, &[&str]); 5] = [
    ("clinic", &["ward", "ward2"]),
    ("trust", &["clinic"]),
    ("region", &["trust", "trust2"]),
    ("town", &["home"]),
    ("no", &["region", "town"]),
];
const PARTS: [&str; 2] = ["kvinner", "menn"];
pub const TERTIALS: [&str; 3] = ["2025-T1", "2025-T2", "2025-T3"];

/// Those who had it, and among how many.
type Count = (f64, f64);
/// What someone sees.
type Shown = BTreeMap<Key, Count>;
/// A unit, a part and a period.
pub type Key = (String, String, String);

fn key(unit: &str, part: &str, period: &str) -> Key {
    (unit.to_owned(), part.to_owned(), period.to_owned())
}

/// Counts of the leaves, part by part and tertial by tertial, and all their sums.
pub struct Truth {
    pub counts: BTreeMap<Key, (f64, f64)>,
}

impl Truth {
    pub fn new(seed: u64) -> Self {
        let mut state = seed;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u32::try_from((state >> 33) % below).map(f64::from).unwrap()
        };
        let mut counts = BTreeMap::new();
        for leaf in LEAVES {
            for part in PARTS {
                for tertial in TERTIALS {
                    // Some units are large, and have little to hide.
                    let had = if matches!(leaf, "ward" | "home") { next(9) } else { 8.0 + next(40) };
                    counts.insert(key(leaf, part, tertial), (had, 60.0 + next(90)));
                }
            }
        }
        let mut truth = Self { counts };
        truth.add_up();
        truth
    }

    fn add_up(&mut self) {
        for leaf in LEAVES {
            for tertial in TERTIALS {
                self.sum(key(leaf, "", tertial), &PARTS.map(|part| key(leaf, part, tertial)));
            }
        }
        for (unit, below) in SUMS {
            for part in ["", "kvinner", "menn"] {
                for tertial in TERTIALS {
                    let parts: Vec<Key> = below.iter().map(|one| key(one, part, tertial)).collect();
                    self.sum(key(unit, part, tertial), &parts);
                }
            }
        }
        let units: Vec<&str> = LEAVES.into_iter().chain(SUMS.map(|(unit, _)| unit)).collect();
        for unit in units {
            for part in ["", "kvinner", "menn"] {
                self.sum(key(unit, part, "2025"), &TERTIALS.map(|tertial| key(unit, part, tertial)));
            }
        }
    }

    fn sum(&mut self, total: Key, parts: &[Key]) {
        let of = |part: &Key| self.counts[part];
        let sum = parts.iter().map(of).fold((0.0, 0.0), |(a, b), (c, d)| (a + c, b + d));
        self.counts.insert(total, sum);
    }

    /// Everything that adds up, and whether the parts are units with people of their own.
    fn sums() -> Vec<(Key, Vec<Key>)> {
        let mut sums = Vec::new();
        for (unit, below) in SUMS {
            for part in ["", "kvinner", "menn"] {
                for period in TERTIALS.into_iter().chain(["2025"]) {
                    sums.push((key(unit, part, period), below.iter().map(|one| key(one, part, period)).collect()));
                }
            }
        }
        for unit in LEAVES.into_iter().chain(SUMS.map(|(unit, _)| unit)) {
            for part in ["", "kvinner", "menn"] {
                sums.push((key(unit, part, "2025"), TERTIALS.map(|tertial| key(unit, part, tertial)).to_vec()));
            }
            for period in TERTIALS.into_iter().chain(["2025"]) {
                sums.push((key(unit, "", period), PARTS.map(|part| key(unit, part, period)).to_vec()));
            }
        }
        sums
    }
}

/// Records everything in `truth` that differs from `former`.
pub async fn record(app: &TestApp, when: &str, truth: &Truth, former: Option<&Truth>) {
    let mut series: BTreeMap<(String, String), Vec<(String, Count)>> = BTreeMap::new();
    for ((unit, part, period), counts) in &truth.counts {
        let was = former.and_then(|former| former.counts.get(&key(unit, part, period)));
        if was != Some(counts) {
            series.entry((unit.clone(), part.clone())).or_default().push((period.clone(), *counts));
        }
    }
    let tx = begin(app.db(), when).await;
    for ((code, part), counted) in series {
        let known = store::series_in(&tx, falls().id, unit(&code), &part).await.unwrap();
        let now = match &known {
            Some(series) => values(&tx, &Sight::Whole, series.id).await.unwrap(),
            None => Vec::new(),
        };
        let slot = Slot {
            stratum: part.clone(),
            stratum_name: Words::plain(part),
            ..Slot::whole(falls(), unit(&code), known)
        };
        let mut slot = store::grant_slot(&TestApp::console(), &organisation(), slot, Action::Answer).unwrap();
        let recordings: Vec<Recording> = counted
            .iter()
            .map(|(period, (had, among))| {
                let former = now.iter().find(|one| one.period.to_string() == *period).map(|one| one.id);
                recording(period, share(*had, *among), former, if former.is_some() { "Talt feil" } else { "" })
            })
            .collect();
        store::record(&tx, &mut slot, &recordings).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Every series by unit and part.
pub async fn all_series(app: &TestApp) -> Vec<(Series, String)> {
    let codes: BTreeMap<UnitId, String> = organisation().iter().map(|unit| (unit.id, unit.code.clone())).collect();
    let all = store::series_list(app.db(), &[falls().id], None).await.unwrap();
    all.into_iter().map(|series| (series.clone(), codes[&series.unit].clone())).collect()
}

/// What someone sees of values through the API: the counts of each value that is shown.
pub async fn seen_by(app: &TestApp, user: &User, what: &str) -> BTreeMap<Key, (f64, f64)> {
    let mut seen = BTreeMap::new();
    for (series, code) in all_series(app).await {
        let path = format!("/api/v1/series/{}/{what}", series.id);
        let reply = app.api(Some(user), "GET", &path, None).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.text);
        for one in reply.json()["items"].as_array().unwrap() {
            let period = one["period"].as_str().unwrap();
            if let (Some(had), Some(among)) = (one["numerator"].as_f64(), one["denominator"].as_f64()) {
                seen.insert(key(&code, &series.stratum, period), (had, among));
            } else {
                assert_eq!(one["missing"], "protected", "{one}");
                assert!(one["value"].is_null() && one["interval"].is_null() && one["low"].is_null(), "{one}");
            }
        }
    }
    seen
}

/// People who do not work with the ward, with the units whose counts they may know.
fn outsiders(app: &TestApp) -> Vec<(User, Vec<&'static str>)> {
    let all = || LEAVES.into_iter().chain(SUMS.map(|(unit, _)| unit)).collect::<Vec<_>>();
    vec![
        (app.user("Nina Nabo", &[(Role::UnitLeader, "ward2")]), vec!["ward2"]),
        (app.user("Per Hjemme", &[(Role::Staff, "home")]), vec!["home"]),
        (app.user("Siv Styre", &[(Role::BoardMember, "trust2")]), vec!["trust2"]),
        (app.user("Ada Drift", &[(Role::Administrator, "no")]), vec![]),
        (app.user("Pia Vern", &[(Role::PrivacyOfficer, "no")]), vec![]),
        (app.user("Dir Ektorat", &[(Role::Planner, "no")]), all()),
    ]
}

/// Tries to work out what is hidden from what is seen, now and before the correction. A unit that has only one below
/// it is no more than that one, to those who work there.
fn attack(first: &Truth, second: &Truth, own: &[&str], (before, after): (&Shown, &Shown)) -> usize {
    let mut table = Table::default();
    // A count that a correction did not touch is one count.
    let mut places: BTreeMap<(usize, Key), usize> = BTreeMap::new();
    for (n, (truth, seen)) in [(first, before), (second, after)].into_iter().enumerate() {
        for (key, (had, among)) in &truth.counts {
            let same = n == 1 && first.counts[key] == (*had, *among);
            let place = if same {
                let place = places[&(0, key.clone())];
                assert!(!before.contains_key(key) || after.contains_key(key), "{key:?} was shown and is hidden");
                place
            } else {
                table.cell(&[(*had, 0.0), (among - had, 0.0)], !seen.contains_key(key), Seen::Nobody).unwrap()
            };
            places.insert((n, key.clone()), place);
        }
    }
    let mut sums = BTreeSet::new();
    for n in 0..2 {
        for (total, parts) in Truth::sums() {
            let parts: Vec<usize> = parts.iter().map(|part| places[&(n, part.clone())]).collect();
            sums.insert((places[&(n, total)], parts));
        }
    }
    for layer in 0..2 {
        for (total, parts) in &sums {
            let parts = parts.iter().map(|part| part + layer).collect();
            table.sum(Sum { total: total + layer, parts, known_by_parts: false }).unwrap();
        }
    }
    let known = table.attack();
    let mut attacked = 0;
    for ((n, key), place) in &places {
        let seen = if *n == 0 { before } else { after };
        let only = SUMS.iter().any(|(unit, below)| key.0 == *unit && below.len() == 1 && own.contains(&below[0]));
        if seen.contains_key(key) || only {
            continue;
        }
        let (had, among) = if *n == 0 { first.counts[key] } else { second.counts[key] };
        for (layer, count) in [(0, had), (1, among - had)] {
            if 0.0 < count && count < 5.0 {
                let (low, high) = known[place + layer];
                assert!(4.0 <= high - low + 1e-6, "{key:?} of time {n} is {count}, and known as {low} to {high}");
                attacked += 1;
            }
        }
    }
    attacked
}

#[tokio::test]
async fn outsiders_cannot_work_out_a_small_count_from_all_they_are_shown() {
    let mut attacked = 0;
    for seed in [19, 2026] {
        let app = house().await;
        let first = Truth::new(seed);
        record(&app, "2026-11-01T12:00:00Z", &first, None).await;
        publish(app.db(), &Policy::default()).await;
        let people = outsiders(&app);
        let mut before = Vec::new();
        for (user, own) in &people {
            let seen = seen_by(&app, user, "observations").await;
            // Those of a unit see all of it; nobody sees a small count of another.
            for ((unit, part, period), (had, among)) in &first.counts {
                let small = (0.0 < *had && *had < 5.0) || (0.0 < among - had && among - had < 5.0);
                let shown = seen.contains_key(&key(unit, part, period));
                let inside = own.contains(&unit.as_str());
                assert!(
                    if inside { shown } else { !(small && shown) },
                    "{unit} {part} {period} {had} of {among}: {shown}"
                );
            }
            before.push(seen);
        }
        // A late correction of one of the small ones, with everything that it is part of.
        let mut second = Truth { counts: first.counts.clone() };
        second.counts.insert(key("ward", "menn", "2025-T2"), (17.0, 90.0));
        second.add_up();
        record(&app, "2026-11-10T12:00:00Z", &second, Some(&first)).await;
        publish(app.db(), &Policy::default()).await;
        for ((user, own), before) in people.iter().zip(&before) {
            let after = seen_by(&app, user, "observations").await;
            let then = seen_by(&app, user, "observations?as_known_at=2026-11-05T00:00:00Z").await;
            for (key, counts) in &then {
                assert_eq!(first.counts[key], *counts);
            }
            for (key, counts) in seen_by(&app, user, "former").await {
                assert_eq!((first.counts[&key], then.get(&key)), (counts, Some(&counts)), "{key:?}");
            }
            for counts in before.keys() {
                assert!(then.contains_key(counts) || !own.is_empty(), "{counts:?} was shown, and must be known");
            }
            let n = attack(&first, &second, own, (before, &after));
            assert_eq!(n == 0, own.len() == 9, "those over everything have nothing left to attack");
            attacked += n;
            if own.len() < 9 {
                assert!(!after.is_empty(), "something must be left to read");
            }
        }
    }
    assert!(50 < attacked, "{attacked}");
}

/// Reads a file that was made as anyone would.
fn read_back(text: &str) -> Vec<Line> {
    let mapping = Mapping::default();
    let today: Date = "2026-11-22".parse().unwrap();
    let reading = kind::read(text.as_bytes(), &mapping, None, today);
    assert_eq!(reading.problems.len(), 0, "{:?}", reading.problems);
    translate::translate(reading, &mapping, None, &Register::default(), &Codes::default()).0
}

#[tokio::test]
async fn files_hold_what_may_be_passed_on_and_ones_own_only_when_asked() {
    let app = house().await;
    let truth = Truth::new(7);
    record(&app, "2026-11-01T12:00:00Z", &truth, None).await;
    publish(app.db(), &Policy::default()).await;
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let other = app.user("Per Hjemme", &[(Role::Staff, "town")]);
    let shown = seen_by(&app, &app.user("Ada Drift", &[(Role::Administrator, "no")]), "observations").await;
    for format in [Outgoing::Csv, Outgoing::JsonStat, Outgoing::Adx, Outgoing::Fhir] {
        for user in [&leader, &other] {
            let path = format!("/api/v1/indicators/{}/export/{}", falls().id, format.name());
            let reply = app.get(Some(user), &path).await;
            assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
            let lines = read_back(&reply.text);
            assert!(lines.iter().any(|line| line.entry.numerator.is_some()), "{format:?}");
            for line in lines {
                let key = key(&line.unit, &line.stratum, &line.period.to_string());
                if let (Some(had), Some(among)) = (line.entry.numerator, line.entry.denominator) {
                    assert_eq!(shown.get(&key), Some(&(had, among)), "{format:?} {key:?}");
                } else {
                    let why = line.entry.missing;
                    assert!(matches!(why, Some(Missing::Protected | Missing::TooFew)), "{format:?} {key:?} {why:?}");
                    assert_eq!((line.entry.value, shown.get(&key)), (None, None), "{format:?} {key:?}");
                }
            }
        }
    }
    let own = format!("/indicators/{}/export/csv?own=1", falls().id);
    let lines = read_back(&app.get(Some(&leader), &own).await.text);
    assert!(lines.iter().all(|line| line.unit == "ward" && line.entry.numerator.is_some()));
    assert_eq!(lines.len(), truth.counts.keys().filter(|(unit, ..)| unit == "ward").count());
    // What a file keeps back does not overwrite what is there.
    let file = app.get(Some(&leader), &format!("/indicators/{}/export/csv", falls().id)).await.text;
    let file = file.trim_start_matches('\u{feff}');
    let rows: Vec<&str> =
        file.lines().filter(|line| line.starts_with("indicator") || line.contains(";ward;")).collect();
    assert!(rows.iter().any(|row| row.contains("protected")), "{rows:?}");
    let body = serde_json::json!({ "csv": rows.join("\n"), "dry_run": true });
    let sent = app.api(Some(&leader), "POST", "/api/v1/indicators/import", Some(body)).await.json();
    assert_eq!((&sent["n_new"], &sent["n_changed"]), (&Json::from(0), &Json::from(0)), "{sent}");
}

#[test]
fn decisions_are_the_same_on_both_databases_and_are_kept() {
    on_both(migrations(), |db| async move {
        with_indicator(&db).await;
        let months: [(&str, [f64; 3]); 4] = [
            ("ward", [2.0, 20.0, 30.0]),
            ("ward2", [40.0, 41.0, 42.0]),
            ("trust2", [50.0, 60.0, 70.0]),
            ("clinic", [42.0, 61.0, 72.0]),
        ];
        let tx = begin(&db, "2026-11-01T12:00:00Z").await;
        for (code, counts) in months {
            let recordings: Vec<Recording> = (1..)
                .zip(counts)
                .map(|(n, had)| recording(&format!("2026-0{n}"), share(had, 300.0), None, ""))
                .collect();
            store::record(&tx, &mut slot(&db, code).await, &recordings).await.unwrap();
        }
        tx.commit().await.unwrap();
        let shown = async |code: &str, audience: Audience| -> Vec<Option<f64>> {
            let series = series_of(&db, falls().id, unit(code)).await.unwrap().unwrap();
            values(&db, &Sight::Published(audience), series.id).await.unwrap().iter().map(|one| one.numerator).collect()
        };
        assert_eq!(shown("trust2", Audience::Service).await, [None; 3], "nothing is shown unseen");
        publish(&db, &Policy::default()).await;
        assert_eq!(shown("ward", Audience::Service).await, [None, Some(20.0), Some(30.0)]);
        // Of two wards each would know the other by the clinic, which goes with them.
        assert_eq!(shown("ward2", Audience::Service).await, [None, Some(41.0), Some(42.0)]);
        assert_eq!(shown("clinic", Audience::Service).await, [None, Some(61.0), Some(72.0)]);
        assert_eq!(shown("trust2", Audience::Open).await, [Some(50.0), Some(60.0), Some(70.0)]);
        let kept_back = async |code: &str| series_of(&db, falls().id, unit(code)).await.unwrap().unwrap().kept_back;
        assert!(kept_back("ward").await && kept_back("clinic").await && !kept_back("trust2").await);

        // The 2 was wrong. What was kept back stays so; what is new is shown as far as that gives nothing away.
        let ward = series_of(&db, falls().id, unit("ward")).await.unwrap().unwrap();
        let wrong = values(&db, &Sight::Whole, ward.id).await.unwrap().remove(0);
        let tx = begin(&db, "2026-11-10T12:00:00Z").await;
        let right = recording("2026-01", share(22.0, 300.0), Some(wrong.id), "Talt feil");
        store::record(&tx, &mut slot(&db, "ward").await, &[right]).await.unwrap();
        tx.commit().await.unwrap();
        publish(&db, &Policy::default()).await;
        assert_eq!(shown("ward", Audience::Service).await[0], Some(22.0));
        assert_eq!(shown("ward2", Audience::Service).await[0], None);
        let former = store::former_values(&db, &Sight::Published(Audience::Service), ward.id, 5).await.unwrap();
        assert_eq!((former[0].numerator, former[0].missing), (None, Some(Missing::Protected)));

        // A stricter policy takes back, and files may be stricter than pages.
        let usual = Policy::default();
        let strict = Policy { open: Limits { threshold: 25, ..usual.open }, ..usual };
        publish(&db, &strict).await;
        assert_eq!(shown("ward", Audience::Service).await[1], Some(20.0));
        assert_eq!(shown("ward", Audience::Open).await[1], None);
        assert_eq!(shown("trust2", Audience::Open).await[1], Some(60.0));
        assert!(store::unpublished(&db, &strict).await.unwrap().is_none());
    });
}

/// Printed facts have no counts, or are printed already.
#[test]
fn facts_that_documents_print_are_shown_at_once() {
    on_both(migrations(), |db| async move {
        let national = Indicator { unit: Some(unit("no")), ..falls() };
        let target = Target::open(Kind::Indicator, organisation().line(unit("no")));
        let tx = begin(&db, "2026-11-22T12:00:00Z").await;
        store::insert(&tx, &grant(&TestApp::console(), Action::Create, &target, national).unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let tx = begin(&db, "2026-11-22T12:01:00Z").await;
        let share_alone =
            recording("2024", varde_indicators::model::Entry { value: Some(13.7), ..Default::default() }, None, "");
        let printed = Recording { code: Some("b.gtt".into()), ..recording("2025", share(3.0, 12.0), None, "") };
        store::record(&tx, &mut slot(&db, "no").await, &[share_alone, printed]).await.unwrap();
        tx.commit().await.unwrap();
        let series: SeriesId = series_of(&db, falls().id, unit("no")).await.unwrap().unwrap().id;
        for _ in 0..2 {
            let seen = values(&db, &Sight::Published(Audience::Open), series).await.unwrap();
            assert_eq!(seen.iter().map(|one| one.value).collect::<Vec<_>>(), [Some(13.7), Some(25.0)]);
            publish(&db, &Policy::default()).await;
        }
    });
}
