use std::fmt::Write as _;

use varde_kernel::access::{Actor, System};
use varde_kernel::{Place, Problems};
use varde_people::import::csv_units::Effect;
use varde_people::import::{content, units as units_file};
use varde_people::migrations;
use varde_people::model::units::{CodeSystem, Register};
use varde_people::store::{changes, units};
use varde_testkit::{on_both, on_sqlite, unit};

use super::{begin, day, yaml};

const HEAD: &str = "code;name;kind;parent;valid_from;valid_to;orgnr;kommunenr\n";

pub(super) fn known() -> Register {
    let (send, receive) = std::sync::mpsc::channel();
    on_sqlite(migrations(), move |db| {
        let send = send.clone();
        async move {
            let tx = begin(&db).await;
            content::organisation(&tx, &yaml()).await.unwrap();
            tx.commit().await.unwrap();
            send.send(units::register(&db).await.unwrap()).unwrap();
        }
    });
    receive.recv().unwrap()
}

/// The problems of a file as `line:key`, with line 0 for the whole file.
fn faults(known: &Register, bytes: &[u8]) -> Vec<String> {
    let problems: Problems = units_file(bytes, known, day("2027-01-01")).expect_err("the file has faults");
    problems
        .iter()
        .map(|problem| {
            let line = match problem.place {
                Place::Line(line, _) => line,
                Place::Whole | Place::Field(_) => 0,
            };
            format!("{line}:{}", problem.key)
        })
        .collect()
}

#[test]
fn each_fault_is_told_once_in_the_order_of_the_file_and_by_its_column() {
    let known = known();
    // Two units that cannot be used, and one that only lies below them.
    let file = "kode;navn;type;overordnet;gyldig_fra;organisasjonsnummer\n\
                a;A;noe rart;b;2020-01-01;\n\
                b;B;avdeling;clinic;32.13.2020;\n\
                c;C;Sengepost eller seksjon;b;2020-01-01;\n\
                d;D;ward;clinic;2020-01-01;974760674\n";
    let problems = units_file(file.as_bytes(), &known, day("2027-01-01")).expect_err("the file has faults");
    let told: Vec<String> = problems
        .iter()
        .map(|problem| match &problem.place {
            Place::Line(line, column) => format!("{line} {}: {}", column.as_deref().unwrap_or("-"), problem.key),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(
        told,
        [
            "2 type: people-import-kind",
            "3 gyldig_fra: web-problem-date",
            "5 organisasjonsnummer: people-unit-wrong-orgnr",
        ]
    );
}

#[test]
fn every_bad_line_is_named_and_nothing_is_used() {
    let known = known();
    // The line is the same whichever way lines end, and with or without a mark before the first.
    let check = |rows: &str, expected: &[&str]| {
        let plain = format!("{HEAD}{rows}");
        let windows = plain.replace('\n', "\r\n");
        for text in [plain.clone(), windows.clone(), format!("\u{feff}{windows}"), plain.replace('\n', "\r")] {
            assert_eq!(faults(&known, text.as_bytes()), expected, "{text:?}");
        }
    };
    check("a;A;ward;clinic;2020-01-01;;;;;more\n", &["2:people-import-too-many-columns"]);
    check(
        "\"a\";\"A\n1\";ward;clinic;2020-01-01;;;\nb;B;ward;gone;2020-01-01;;;\n",
        &["2:web-problem-control-characters", "4:people-import-unit-unknown"],
    );
    check("a;A;ward;clinic;2020-01-01;;;\nb;B;ward;clinic;2020-01-01;;;\nc;C;wa", &["4:people-import-cut"]);
    check(
        "a;A;ward;clinic;2020-01-01;;;\nb;B;nothing;clinic;2020-01-01;;;\nc;C;ward;gone;2020-01-01;;;\n",
        &["3:people-import-kind", "4:people-import-unit-unknown"],
    );
    // A column that is wrong all the way down makes a chain that no service has.
    let chain = (0..3_000).map(|n| {
        let above = if n == 0 { "clinic".to_owned() } else { format!("u{}", n - 1) };
        format!("u{n};N;ward;{above};2020-01-01;;;\n")
    });
    let told = faults(&known, format!("{HEAD}{}", chain.collect::<String>()).as_bytes());
    assert!(told.iter().all(|one| one.ends_with(":people-unit-wrong-too-deep")), "{:?}", told.get(..3));
    assert!(told.first().is_some_and(|one| one.starts_with(['2', '3'])), "{:?}", told.get(..3));
    check("a;A;ward;clinic;2020-01-01;;;\na;A;ward;clinic;2020-01-01;;;\n", &["3:people-import-twice"]);
    check(
        "a;A;ward;b;2020-01-01;;;\nb;B;ward;a;2020-01-01;;;\n",
        &["2:people-unit-wrong-circle", "3:people-unit-wrong-circle"],
    );
    check("a;A;ward;a;2020-01-01;;;\n", &["2:people-unit-wrong-to-itself"]);
    check("a;A;ward;clinic;1999-01-01;;;\n", &["2:people-unit-wrong-other-gone"]);
    check("a;A;ward;clinic;2020-01-01;2019-01-01;;\n", &["2:people-unit-wrong-no-life"]);
    check("a;A;ward;clinic;2020-01-01;;974760674;\n", &["2:people-unit-wrong-orgnr"]);
    check("a;A;municipality;no;2020-01-01;;;12\n", &["2:people-unit-wrong-kommunenr"]);
    check("a;A;municipality;no;2020-01-01;;;1001\n", &["2:people-unit-wrong-number-taken"]);
    check("a;A;ward;clinic;32.13.2020;;;\n", &["2:web-problem-date"]);
    check("a;;ward;clinic;2020-01-01;;;\n", &["2:web-problem-required"]);
    check("ward;Testenhet ward;ward;clinic;2001-01-01;;;\n", &["2:people-import-begins-elsewhere"]);
    check("clinic;Testenhet clinic;clinic;ward;2000-01-01;;;\n", &["2:people-unit-wrong-circle"]);
    check("clinic;Testenhet clinic;clinic;hospital;2000-01-01;2027-06-01;;\n", &["2:people-unit-wrong-units-below"]);
    assert_eq!(faults(&known, b"code;name;kind\na;A;ward\n"), ["1:people-import-column-missing"; 2]);
    assert_eq!(faults(&known, b"code;name;kind;parent;valid_from;extra\n"), ["1:people-import-column-unknown"]);
    assert_eq!(faults(&known, b"code;code;name;kind;parent;valid_from\n"), ["1:people-import-column-twice"]);
    assert_eq!(faults(&known, HEAD.as_bytes()), ["0:people-import-empty"]);
    assert_eq!(faults(&known, b"code;na\0me\n"), ["1:people-import-encoding"]);
    assert_eq!(faults(&known, b"\xef\xbb\xbfcode;name\xe5\n"), ["1:people-import-encoding"]);
}

#[test]
fn a_file_in_utf8_with_one_letter_in_another_encoding_is_refused_at_its_line() {
    let known = known();
    let file = |end: &str| {
        let row = |code: &[u8], name: &[u8]| [code, b";", name, b";ward;clinic;2020-01-01;;;"].concat();
        let rows = [row(b"a", "Blåbær".as_bytes()), row(b"b", b"Sm\xe5barn"), row(b"c", b"R\xf8nsten")];
        [HEAD.trim_end().as_bytes(), &rows[0], &rows[1], &rows[2], b""].join(end.as_bytes())
    };
    for end in ["\n", "\r\n", "\r"] {
        assert_eq!(faults(&known, &file(end)), ["3:people-import-encoding"], "{end:?}");
    }
    // Half a letter at the end of the file, too.
    let cut = [format!("{HEAD}a;Blåbær;ward;clinic;2020-01-01;;;\nb;Sm").as_bytes(), b"\xc3"].concat();
    assert_eq!(faults(&known, &cut), ["3:people-import-encoding"]);
}

#[test]
fn a_fault_in_one_column_hides_none_in_another() {
    let known = known();
    let file = format!(
        "{HEAD}a;A;ward;gone;2020-01-01;;974760674;12\n\
         b;;rar;gone;32.1.2020;x;123;\n\
         c;C;ward;clinic;2020-01-01;;974760673;\n\
         d;D;rar;clinic;2020-01-01;;974760673;\n\
         e;E;ward;e;2020-01-01;;1;\n\
         ward;Testenhet ward;rar;ward;2001-01-01;;2;\n"
    );
    assert_eq!(
        faults(&known, file.as_bytes()),
        [
            "2:people-import-unit-unknown",
            "2:people-unit-wrong-orgnr",
            "2:people-unit-wrong-kommunenr",
            "3:web-problem-required",
            "3:people-import-kind",
            "3:people-import-unit-unknown",
            "3:web-problem-date",
            "3:web-problem-date",
            "3:people-unit-wrong-orgnr",
            "4:people-unit-wrong-number-taken",
            "5:people-import-kind",
            "5:people-unit-wrong-number-taken",
            "6:people-unit-wrong-to-itself",
            "6:people-unit-wrong-orgnr",
            "7:people-import-kind",
            "7:people-unit-wrong-to-itself",
            "7:people-import-begins-elsewhere",
            "7:people-unit-wrong-orgnr",
        ]
    );
}

#[test]
fn a_table_as_large_as_one_may_send_is_read_in_little_time() {
    let known = known();
    for (shape, n_days, is_chain) in
        [("on one day", 1, false), ("on days of their own", 9_000, false), ("each below the last", 1, true)]
    {
        let mut csv = "code;name;kind;parent;valid_from\nu;U;other;ward;2001-01-01\n".to_owned();
        for n in 0..25_000 {
            let from = day("2001-01-01").checked_add(jiff::Span::new().days(n % n_days)).unwrap();
            let above = if is_chain && 0 < n { format!("u{}", n - 1) } else { "u".to_owned() };
            let _ = writeln!(csv, "u{n};N{n};other;{above};{from}");
        }
        let begun = std::time::Instant::now();
        let plan = units_file(csv.as_bytes(), &known, day("2026-11-22"));
        let took = begun.elapsed();
        println!("{} kB, {shape}: {took:?}", csv.len() >> 10);
        assert_eq!(plan.map_or(0, |plan| plan.planned.len()), if is_chain { 0 } else { 25_001 });
        assert!(took.as_secs() < 30, "{shape}: {took:?}");
    }
}

#[test]
fn both_ways_of_writing_norwegian_letters_and_both_marks_are_read() {
    let known = known();
    let rows = "kode,navn,type,overordnet,gyldig_fra\na,Bløtdelsåpning,ward,clinic,01.01.2020\n";
    let latin: Vec<u8> = rows.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let marked = [b"\xef\xbb\xbf".as_slice(), rows.as_bytes()].concat();
    let wide: Vec<u8> = format!("\u{feff}{rows}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [rows.as_bytes(), &latin, &marked, &wide] {
        let plan = units_file(bytes, &known, day("2027-01-01")).unwrap();
        assert_eq!(plan.planned[0].name, "Bløtdelsåpning");
        assert_eq!(plan.planned[0].effects, [Effect::Created]);
    }
}

#[test]
fn a_table_is_done_whole_and_a_second_time_changes_nothing() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        content::organisation(&tx, &yaml()).await.unwrap();
        tx.commit().await.unwrap();
        let (today, on) = (day("2026-11-22"), day("2027-01-01"));
        let file = format!(
            "{HEAD}lab.1;Prøvetaking;ward;lab;2027-01-01;;;\n\
             lab;Ett laboratorium;department;trust2;2027-01-01;;974760673;\n\
             ward;Nytt navn;ward;clinic;2000-01-01;;;\n\
             ward2;Testenhet ward2;ward;hospital;2000-01-01;;;\n\
             town;Testenhet town;municipality;no;2000-01-01;;;\n\
             home;Testenhet home;nursing_home;town;2000-01-01;2027-06-01;;\n"
        );
        for turn in [1, 2] {
            let tx = begin(&db).await;
            let register = units::register(&tx).await.unwrap();
            let plan = units_file(file.as_bytes(), &register, on).unwrap();
            let counts =
                [Effect::Created, Effect::Renamed, Effect::Moved, Effect::Closed].map(|effect| plan.count(effect));
            let (expected, unchanged) = if turn == 1 { ([2, 1, 1, 1], 1) } else { ([0, 0, 0, 0], 6) };
            assert_eq!((counts, plan.n_unchanged), (expected, unchanged), "turn {turn}");
            let change = changes::grant(&Actor::System(System::Console), &register, plan.change, today).unwrap();
            let n = varde_people::import::apply(&tx, &change, today).await.unwrap();
            assert_eq!(n, if turn == 1 { 5 } else { 0 });
            tx.commit().await.unwrap();
        }
        let tree = units::tree(&db, on).await.unwrap();
        assert_eq!(tree.get(unit("lab.1")).unwrap().parent, Some(unit("lab")));
        assert_eq!(tree.get(unit("ward")).unwrap().name.nb, "Nytt navn");
        let register = units::register(&db).await.unwrap();
        assert_eq!(register.get(unit("lab")).unwrap().code_on(CodeSystem::Organisation, on), Some("974760673"));
        let before = units::tree(&db, day("2026-12-31")).await.unwrap();
        assert_eq!(before.get(unit("ward")).unwrap().name.nb, "Testenhet ward");
        assert!(units::tree(&db, day("2027-06-01")).await.unwrap().get(unit("home")).is_none());
    });
}

#[test]
fn the_projects_own_content_can_be_loaded() {
    on_sqlite(migrations(), |db| async move {
        let read = |name: &str| {
            std::fs::read_to_string(format!("{}/../../content/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
        };
        let tx = begin(&db).await;
        assert!(80 < content::organisation(&tx, &read("organisation.yaml")).await.unwrap());
        assert!(40 < content::actors(&tx, &read("actors.yaml")).await.unwrap());
        tx.commit().await.unwrap();
        let tree = units::tree(&db, day("2026-11-22")).await.unwrap();
        let actors = varde_people::actors(&db).await.unwrap();
        let lost: Vec<&str> = actors
            .iter()
            .filter(|actor| actor.unit.is_some_and(|unit| tree.get(unit).is_none()))
            .map(|actor| actor.code.as_str())
            .collect();
        assert!(lost.is_empty(), "actors without their unit today: {lost:?}");
    });
}
