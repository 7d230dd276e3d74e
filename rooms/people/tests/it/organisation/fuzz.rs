//! Files of units that are no files, or are spoilt: no panic, a fault names a line that is there, and what was taken in
//! says nothing new when it is read again.

use std::sync::OnceLock;

use proptest::prelude::*;
use varde_kernel::{Place, Problems};
use varde_people::import::klass::{Klass, klass};
use varde_people::import::units as units_file;
use varde_people::model::units::Register;

use super::{day, files};

const HEAD: &str = "code;name;kind;parent;valid_from;valid_to;orgnr;kommunenr;local;county";
const NODES: &str = "code,label,validFrom,validTo";
const EDGES: &str = "from,to,changeOccurred";

fn known() -> &'static Register {
    static KNOWN: OnceLock<Register> = OnceLock::new();
    KNOWN.get_or_init(files::known)
}

/// How many lines a text has, whichever way they end.
fn n_lines(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').count()
}

fn check_lines(problems: &Problems, most: usize) {
    assert!(!problems.is_empty());
    for problem in problems {
        if let Place::Line(line, _) = &problem.place {
            assert!((1..=most).contains(line), "line {line} of {most}: {}", problem.key);
        }
    }
}

fn check_units(bytes: &[u8], known: &Register) {
    let on = day("2027-01-01");
    match units_file(bytes, known, on) {
        Err(problems) => check_lines(&problems, n_lines(bytes)),
        Ok(plan) => {
            assert!(plan.planned.is_sorted_by_key(|planned| planned.line));
            assert!(plan.planned.iter().all(|planned| planned.line <= n_lines(bytes)));
            let again = units_file(bytes, &plan.change.register, on).expect("what was taken in can be read again");
            assert!(again.change.is_empty(), "{:?}", again.planned);
        }
    }
}

fn check_klass(which: Klass, nodes: &[u8], edges: &[u8], known: &Register) {
    match klass(which, nodes, edges, known) {
        Err(problems) => check_lines(&problems, n_lines(nodes).max(n_lines(edges))),
        Ok(change) => {
            let again = klass(which, nodes, edges, &change.register).expect("what was taken in can be read again");
            assert!(again.is_empty() && again.told.is_empty(), "{:?}", again.told);
        }
    }
}

/// A text of which a few bytes are others.
fn spoilt(text: &str, changes: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, byte) in changes {
        let at = at.index(bytes.len());
        bytes.splice(at..=at, [*byte]);
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, u8)>> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..3)
}

fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(texts)
}

/// A row of units that are mostly right.
fn unit_row() -> impl Strategy<Value = String> {
    let code = one_of(&["a", "b", "c", "d", "ward", "lab", "clinic", "e", "f"]);
    let name = one_of(&["Ny", "\"Post; 1\"", "Blåbær", "Testenhet ward"]);
    let kind = one_of(&["ward", "department", "sykehus", "rar"]);
    let parent = one_of(&["a", "b", "clinic", "hospital", "", "trust2", "gone"]);
    let dates = (one_of(&["2020-01-01", "01.02.2021", "2000-01-01", "32.1.2020"]), one_of(&["", "", "2028-01-01"]));
    let numbers = (one_of(&["", "", "974760673", "974 000 008", "12"]), one_of(&["", "", "1002", "12345"]));
    (code, name, kind, parent, dates, numbers, one_of(&["", "", "x"])).prop_map(
        |(code, name, kind, parent, (from, to), (orgnr, kommunenr), local)| {
            format!("{code};{name};{kind};{parent};{from};{to};{orgnr};{kommunenr};{local};")
        },
    )
}

fn node_row() -> impl Strategy<Value = String> {
    let code = one_of(&["0901", "0902", "8801", "1001", "9999", "12"]);
    let span = one_of(&[
        "1900-01-01,1950-01-01",
        "1950-01-01,2020-01-01",
        "2020-01-01,NA",
        "2020-01-01,2024-01-01",
        "2024-01-01,NA",
        "2024-01-01,2020-01-01",
        "snart,NA",
    ]);
    (code, one_of(&["Gamleby", "Nyby", "Fjell"]), span).prop_map(|(code, label, span)| format!("{code},{label},{span}"))
}

fn edge_row() -> impl Strategy<Value = String> {
    let on = one_of(&["1950-01-01", "2020-01-01", "2024-01-01"]);
    (0..6_usize, 0..6_usize, on).prop_map(|(from, to, on)| format!("{from},{to},{on}"))
}

fn file(head: &str, rows: &[String], end: &str) -> String {
    let lines: Vec<&str> = std::iter::once(head).chain(rows.iter().map(String::as_str)).chain([""]).collect();
    lines.join(end)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn tables_of_units_never_panic_and_say_nothing_new_a_second_time(
        rows in prop::collection::vec(unit_row(), 1..6), end in one_of(&["\n", "\r\n", "\r"]), changes in changes(),
    ) {
        let text = file(HEAD, &rows, end);
        check_units(text.as_bytes(), known());
        check_units(&spoilt(&text, &changes), known());
    }

    #[test]
    fn trees_of_registries_never_panic_and_say_nothing_new_a_second_time(
        rows in prop::collection::vec(
            (
                one_of(&["974000008", "974 000 016", "974000024", "974000032", "1", ""]),
                one_of(&["A", "NA", "\"B;\nb\"", ""]),
                one_of(&["974000008", "974000016", "", "NA", "7"]),
            ).prop_map(|(number, name, above)| format!("{number};{name};{above};{number}x;{name}")),
            1..6,
        ),
        wide in any::<bool>(), end in one_of(&["\n", "\r\n", "\r"]), changes in changes(),
    ) {
        let head = if wide { "OrgNrHF;SykehusNavn;OrgNrRHF;HF;OrgNrShus" } else { "OrgNr;Kortnavn;NivaaOpp;x;y" };
        let text = file(head, &rows, end);
        check_units(text.as_bytes(), known());
        check_units(&spoilt(&text, &changes), known());
    }

    #[test]
    fn classifications_never_panic_and_say_nothing_new_a_second_time(
        nodes in prop::collection::vec(node_row(), 1..6), edges in prop::collection::vec(edge_row(), 0..5),
        end in one_of(&["\n", "\r\n", "\r"]), changes in changes(),
    ) {
        let (nodes, edges) = (file(NODES, &nodes, end), file(EDGES, &edges, end));
        for known in [known(), &Register::default()] {
            check_klass(Klass::Municipalities, nodes.as_bytes(), edges.as_bytes(), known);
            check_klass(Klass::Counties, &spoilt(&nodes, &changes), &spoilt(&edges, &changes), known);
        }
    }

    #[test]
    fn random_bytes_never_panic(
        start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"{", b"\xff\xfe", b"\xef\xbb\xbf", HEAD.as_bytes(), b"OrgNr;NivaaOpp\n"]),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let bytes = [start, &bytes].concat();
        let _ = units_file(&bytes, known(), day("2027-01-01"));
        let _ = klass(Klass::Counties, &bytes, &bytes, known());
    }

    /// For any mix of ends of lines and of line breaks within quotes, the line that is named is the line in the file.
    #[test]
    fn the_line_named_is_the_line_in_the_file(
        rows in prop::collection::vec((0..3_usize, any::<bool>(), one_of(&["\n", "\r\n", "\r"])), 1..12),
        mark in any::<bool>(), end in one_of(&["\n", "\r\n", "\r"]),
    ) {
        let mut text = format!("{}{HEAD}{end}", if mark { "\u{feff}" } else { "" });
        let mut line = 2;
        let mut expected = Vec::new();
        for (place, (n_breaks, blank, end)) in rows.iter().enumerate() {
            if *blank {
                // A line feed after a row's return would end the same line once more.
                text.push_str("\r\n");
                line += 1;
            }
            let name = format!("\"N{}\"", end.repeat(*n_breaks));
            text.extend([&format!("u{place};{name};nr{place};clinic;2020-01-01;;;;;"), *end]);
            expected.push((line, format!("nr{place}")));
            line += 1 + n_breaks;
        }
        let problems = units_file(text.as_bytes(), known(), day("2027-01-01")).expect_err("kinds that are none");
        let kinds = problems.iter().filter(|problem| problem.key == "people-import-kind");
        let told: Vec<(usize, String)> = kinds
            .map(|problem| match &problem.place {
                Place::Line(line, _) => (*line, problem.args[0].1.clone()),
                other => (0, format!("{other:?}")),
            })
            .collect();
        prop_assert_eq!(told, expected, "{:?}", text);
    }
}
