//! Values from tables, and the road that every value takes into the store.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use varde_indicators::Sight;
use varde_indicators::import::sender::Mapping;
use varde_indicators::import::values::{self, Effect, Line};
use varde_indicators::import::{kind, translate};
use varde_indicators::model::{Codes, Indicator, Measure, State};
use varde_indicators::{migrations, series_of, store};
use varde_kernel::access::{Actor, Author, Held, Role, System};
use varde_kernel::{IndicatorId, PersonId, Place, Problems};
use varde_people::model::units::Register;
use varde_store::{Db, Error, Tx};
use varde_testkit::{on_both, organisation, unit};

use super::store::{falls, granted};

const TODAY: Date = date(2026, 11, 22);
const CONSOLE: Actor = Actor::System(System::Console);

/// The rows of a file whose codes are ours, and what is wrong with it.
fn read(bytes: &[u8]) -> (Vec<Line>, Problems) {
    let mapping = Mapping::default();
    let reading = kind::read(bytes, &mapping, None, TODAY);
    let (lines, reading) = translate::translate(reading, &mapping, None, &Register::default(), &Codes::default());
    (lines, reading.problems)
}

fn told(problems: &Problems) -> Vec<String> {
    problems
        .iter()
        .map(|problem| match &problem.place {
            Place::Line(line, Some(column)) => format!("{line} {column} {}", problem.key),
            Place::Line(line, None) => format!("{line} {}", problem.key),
            other => format!("{other:?} {}", problem.key),
        })
        .collect()
}

#[test]
fn files_of_many_habits_say_the_same() {
    let expected = read("indicator;unit;period;numerator;denominator;value\na;b;2026-10;3;40;\n".as_bytes());
    assert_eq!((expected.0.len(), expected.1.len()), (1, 0));
    let mut latin = "indikator;enhet;periode;teller;nevner;foreløpig\r\na;b;10.2026;3;40;nei\r\n"
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect::<Vec<u8>>();
    assert_eq!(read(&latin), expected);
    latin.truncate(latin.len() - 2);
    assert_eq!(read(&latin), expected);
    for text in [
        "\u{feff}indicator,unit,period,numerator,denominator\n\"a\",b,2026-10,3.0,40\n",
        "Indicator\tUnit\tPeriod\tNumerator\tDenominator\na\tb\t2026-10\t3,0\t40\n\n",
    ] {
        assert_eq!(read(text.as_bytes()), expected, "{text:?}");
    }
    let spaced = "\r\n\r\nindicator;unit;period\r\n\r\n\r\na;b;never\r\n";
    assert_eq!(told(&read(spaced.as_bytes()).1), ["6 period indicators-fault-period"]);
    let wide: Vec<u8> = std::iter::once(0xFEFF)
        .chain("indicator;unit;period;numerator;denominator\na;b;2026-10;3;40".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(&wide), expected);
}

#[test]
fn every_bad_line_is_named() {
    let file = "indicator;unit;period;numerator;denominator;value;provisional\n\
                a;b;2026-10;three;40;;\n\
                ;b;2027-01;3;40;;maybe\n\
                a;b;1900-01-01;3;40;;\n\
                a;b;2026-10;3;40;7,5;\n\
                a;b;2026-09;3;40;7.5;\n\
                a;b;2026-08;3;40;7,5;;;\n";
    let (lines, problems) = read(file.as_bytes());
    assert_eq!(lines.len(), 1);
    assert_eq!(
        told(&problems),
        [
            "2 numerator web-problem-number",
            "3 indicator web-problem-required",
            "3 period indicators-fault-period-future",
            "3 provisional indicators-import-yes-or-no",
            "4 period indicators-fault-period-year",
            "6 value indicators-import-mixed-decimals",
            "7 indicators-import-too-wide",
        ]
    );
    let told = |text: &str| told(&read(text.as_bytes()).1);
    assert_eq!(told(""), ["1 indicators-import-empty"]);
    assert_eq!(told("indicator;unit;period\n"), ["1 indicators-import-empty"]);
    assert_eq!(
        told("indicator;banana;indicator\na;b;c\n"),
        [
            "1 banana indicators-import-column-unknown",
            "1 indicator indicators-import-column-twice",
            "1 unit indicators-import-column-missing",
            "1 period indicators-import-column-missing",
        ]
    );
}

async fn begin(db: &Db) -> Tx {
    db.begin_write(Author::System(System::Console), "2026-11-22T12:00:00Z".parse().unwrap()).await.unwrap()
}

async fn check(db: &Db, actor: &Actor, rows: &str) -> values::Report {
    let file = format!("indicator;unit;period;numerator;denominator;value;source\n{rows}");
    values::check(db, actor, &organisation(), read(file.as_bytes())).await.unwrap()
}

#[test]
fn a_file_is_taken_whole_or_not_at_all_and_only_once() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        store::insert(&tx, &granted(falls())).await.unwrap();
        tx.commit().await.unwrap();

        let rows = "ind.falls;ward;2026-09;1;40;;Egen telling\nind.falls;ward;2026-10;3;40;;Egen telling\n\
                    ind.falls;home;2026-T2;;;5,5;Egen telling\n";
        let mut report = check(&db, &CONSOLE, rows).await;
        assert_eq!(told(&report.problems), Vec::<String>::new());
        assert_eq!((report.n_new(), report.n_changed(), report.n_unchanged()), (3, 0, 0));
        let tx = begin(&db).await;
        assert_eq!(values::apply(&tx, &mut report, "").await.unwrap(), 3);
        tx.commit().await.unwrap();

        let mut again = check(&db, &CONSOLE, rows).await;
        assert_eq!((again.n_new(), again.n_changed(), again.n_unchanged()), (0, 0, 3));
        let tx = begin(&db).await;
        assert_eq!(values::apply(&tx, &mut again, "").await.unwrap(), 0);
        tx.commit().await.unwrap();

        let rows = rows.replace("2026-10;3;40", "2026-10;4;40");
        let mut changed = check(&db, &CONSOLE, &rows).await;
        assert_eq!((changed.n_new(), changed.n_changed(), changed.n_unchanged()), (0, 1, 2));
        assert!(matches!(changed.rows[1].effect, Effect::Changed(_)));
        let mut same = check(&db, &CONSOLE, &rows).await;
        let tx = begin(&db).await;
        assert_eq!(values::apply(&tx, &mut changed, "Ny telling").await.unwrap(), 1);
        tx.commit().await.unwrap();
        // Someone else applied the same file between the look and the yes.
        let tx = begin(&db).await;
        assert!(matches!(values::apply(&tx, &mut same, "Ny telling").await, Err(Error::Stale)));
        drop(tx);

        let series = series_of(&db, falls().id, unit("ward")).await.unwrap().unwrap();
        let now = varde_indicators::values(&db, &Sight::Whole, series.id).await.unwrap();
        assert_eq!(now.iter().map(|value| value.value).collect::<Vec<_>>(), [Some(2.5), Some(10.0)]);
        assert_eq!(now[1].reason, "Ny telling");

        let mut bad = check(&db, &CONSOLE, "ind.falls;ward;2026-08;1;40;;\nind.falls;ward;2026-07;41;40;;\n").await;
        assert_eq!(told(&bad.problems), ["3 numerator indicators-fault-numerator-above"]);
        let tx = begin(&db).await;
        assert!(values::apply(&tx, &mut bad, "").await.is_err());
        drop(tx);
        assert_eq!(varde_indicators::values(&db, &Sight::Whole, series.id).await.unwrap().len(), 2);
    });
}

#[test]
fn rows_are_held_against_what_is_known_and_what_one_may() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        store::insert(&tx, &granted(falls())).await.unwrap();
        let count =
            Indicator { id: IndicatorId::from_code("ind.n"), code: "ind.n".into(), measure: Measure::Count, ..falls() };
        store::insert(&tx, &granted(count.clone())).await.unwrap();
        let hidden =
            Indicator { id: IndicatorId::from_code("ind.h"), code: "ind.h".into(), state: State::Proposed, ..count };
        store::insert(&tx, &granted(hidden)).await.unwrap();
        tx.commit().await.unwrap();
        let leader = Actor::Person {
            person: PersonId::from_code("Kari Leder"),
            held: vec![Held { role: Role::UnitLeader, unit: unit("ward"), line: organisation().line(unit("ward")) }],
            read_only: false,
        };
        let rows = "ind.falls;ward;2026-10;1;40;;\nind.falls;ward;2026-10;1;40;;\nind.falls;ward2;2026-10;1;40;;\n\
                    ind.none;ward;2026-10;1;40;;\nind.falls;nowhere;2026-10;1;40;;\nind.falls;ward;2026-09;;;101;\n\
                    ind.n;ward;2026-09;;;-3;\nind.falls;ward;2026-08;1;0;;\nind.falls;ward;2026-07;;;;\n\
                    ind.falls;ward;2026-06;1;40;9;\nind.h;ward;2026-06;1;40;9;\n";
        let report = check(&db, &leader, rows).await;
        assert_eq!(
            told(&report.problems),
            [
                "3 indicators-import-twice",
                "4 unit indicators-import-not-yours",
                "5 indicator indicators-import-no-indicator",
                "6 unit indicators-import-no-unit",
                "7 value indicators-fault-share",
                "8 numerator indicators-fault-negative",
                "9 denominator indicators-fault-denominator-zero",
                "10 denominator indicators-fault-nothing",
                "11 value indicators-fault-disagrees",
                "12 indicator indicators-import-no-indicator",
            ]
        );
        assert_eq!(report.rows.len(), 1);
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes);
    }

    #[test]
    fn broken_rows_never_panic(rows in proptest::collection::vec("[\u{0}-\u{7f};,\"\næ−0-9.]{0,60}", 0..12)) {
        let file = format!("indicator;unit;period;numerator;denominator;value;source;stratum;provisional\n{}", rows.join("\n"));
        let (lines, problems) = read(file.as_bytes());
        for line in lines {
            prop_assert!(TODAY >= line.period.start());
        }
        let _ = problems.len();
    }
}
