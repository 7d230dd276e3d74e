use varde_kernel::access::{Actor, System};
use varde_kernel::{Place, UnitId, UnitKind};
use varde_people::import::content;
use varde_people::import::klass::{Klass, klass};
use varde_people::migrations;
use varde_people::model::units::{ChangeKind, CodeSystem, Register};
use varde_people::store::{changes, units};
use varde_testkit::on_both;

use super::{begin, day};

/// Written from the format: a renaming, a new county number, a merger that keeps a number, one
/// that keeps a name, and a split.
const NODES: &str = r#""name","code","label","variant","validFrom","validTo"
"1","0901","Gamleby","1","1900-01-01","1950-01-01"
"2","0901","Nyby","2","1950-01-01","2020-01-01"
"3","0902","Naboby","1","1900-01-01","1950-01-01"
"4","8801","Nyby","1","2020-01-01","2024-01-01"
"5","0903","Fjell","1","1900-01-01","2020-01-01"
"6","8802","Fjell","1","2024-01-01",NA
"7","8803","Nyby","1","2024-01-01",NA
"8","9999","Uoppgitt","1","1900-01-01",NA
"#;
const EDGES: &str = r#""from","to","changeOccurred"
1,2,"1950-01-01"
3,2,"1950-01-01"
2,4,"2020-01-01"
5,4,"2020-01-01"
4,6,"2024-01-01"
4,7,"2024-01-01"
"#;
const LAND: &str = r#"
units:
  - {code: "no", kind: nation, name: {nb: "Norge"}, parent: null, valid_from: "1838-01-01"}
  - {code: east, kind: county, name: {nb: "Østfylke"}, parent: "no", valid_from: "1900-01-01", codes: [{system: fylkesnr, code: "88"}]}
  - {code: nyby, kind: municipality, name: {nb: "Nyby kommune"}, parent: "no", valid_from: "2024-01-01", codes: [{system: kommunenr, code: "8803"}]}
"#;

fn names(register: &Register, on: &str) -> Vec<String> {
    let day = day(on);
    let mut names: Vec<String> = register
        .iter()
        .filter(|unit| unit.kind == UnitKind::Municipality && unit.valid.holds_on(day))
        .filter_map(|unit| {
            let number = unit.code_on(CodeSystem::Municipality, day)?;
            Some(format!("{number} {}", unit.name_on(day)?.words.nb))
        })
        .collect();
    names.sort();
    names
}

#[test]
fn municipalities_come_with_their_whole_past() {
    on_both(migrations(), |db| async move {
        let today = day("2026-11-22");
        let tx = begin(&db).await;
        content::organisation(&tx, LAND).await.unwrap();
        tx.commit().await.unwrap();
        for turn in [1, 2] {
            let tx = begin(&db).await;
            let register = units::register(&tx).await.unwrap();
            let change = klass(Klass::Municipalities, NODES.as_bytes(), EDGES.as_bytes(), &register).unwrap();
            assert_eq!(change.is_empty() && change.told.is_empty(), turn == 2, "turn {turn}");
            let change = changes::grant(&Actor::System(System::Console), &register, change, today).unwrap();
            changes::save(&tx, &change, None, today).await.unwrap();
            tx.commit().await.unwrap();
        }
        let register = units::register(&db).await.unwrap();
        assert_eq!(names(&register, "1949-12-31"), ["0901 Gamleby", "0902 Naboby", "0903 Fjell"]);
        assert_eq!(names(&register, "1950-01-01"), ["0901 Nyby", "0903 Fjell"]);
        assert_eq!(names(&register, "2020-01-01"), ["8801 Nyby"]);
        // The unit that the register knew keeps its own name and gains its past.
        assert_eq!(names(&register, "2024-01-01"), ["8802 Fjell", "8803 Nyby kommune"]);
        let nyby = register.get(UnitId::from_code("nyby")).unwrap();
        assert_eq!(nyby.valid.from, day("1900-01-01"));
        let told: Vec<(ChangeKind, String)> = units::changes(&db, nyby.id)
            .await
            .unwrap()
            .iter()
            .map(|change| (change.change.kind, change.change.on.to_string()))
            .collect();
        let expected = [
            (ChangeKind::Split, "2024-01-01"),
            (ChangeKind::Merged, "2020-01-01"),
            (ChangeKind::Merged, "1950-01-01"),
            (ChangeKind::Renamed, "1950-01-01"),
        ];
        assert_eq!(told.len(), 4);
        assert!(expected.iter().all(|(kind, on)| told.contains(&(*kind, (*on).to_owned()))), "{told:?}");
        // The county follows from the number, from the day its number began.
        let east = UnitId::from_code("east");
        let lies: Vec<_> = nyby.relations.iter().filter(|known| known.value.other == east).collect();
        assert_eq!(lies.len(), 1);
        assert_eq!(lies[0].valid.from, day("2020-01-01"));
    });
}

#[test]
fn wrong_tables_are_refused_by_line() {
    let known = Register::default();
    let check = |nodes: &str, edges: &str, expected: (usize, &str)| {
        let problems = klass(Klass::Municipalities, nodes.as_bytes(), edges.as_bytes(), &known).expect_err("faults");
        let told: Vec<(usize, &str)> = problems
            .iter()
            .map(|problem| match problem.place {
                Place::Line(line, _) => (line, problem.key),
                Place::Whole | Place::Field(_) => (0, problem.key),
            })
            .collect();
        assert!(told.contains(&expected), "{told:?}");
        assert!(told.iter().all(|(_, key)| *key == expected.1), "one fault makes no others: {told:?}");
        let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
        let again = klass(Klass::Municipalities, &windows(nodes), &windows(edges), &known).expect_err("faults");
        assert_eq!(again, problems, "however lines end");
    };
    let head = "from,to,changeOccurred\n";
    check(NODES, &format!("{head}1,99,2020-01-01\n"), (2, "people-import-no-such-row"));
    check(NODES, &format!("{head}0,1,2020-01-01\n"), (2, "people-import-no-such-row"));
    check(NODES, &format!("{head}1,2,someday\n"), (2, "people-import-day"));
    check(NODES, &format!("{head}1,2,1950-01-01\n3,3,2020-01-01\n"), (3, "people-import-edge-to-itself"));
    check(&NODES.replace("\"1950-01-01\",\"2020", "\"1950\",\"2020"), EDGES, (3, "people-import-day"));
    check(&NODES.replace("0902", "12"), EDGES, (4, "people-unit-wrong-kommunenr"));
    check("code,label\n1,x\n", EDGES, (1, "people-import-column-missing"));
}

/// The whole of Statistics Norway's own tables (KLASS 131), when `VARDE_SAMPLES` names the folder in which files of others
/// lie. What they hold was counted with other software; without them, the test below reads an excerpt.
#[test]
fn whole_real_tables_hold_as_many_municipalities_as_there_were() {
    let Some(folder) = std::env::var_os("VARDE_SAMPLES").map(std::path::PathBuf::from) else { return };
    let read = |name: &str| std::fs::read(folder.join("ssb-klass").join(name)).unwrap();
    let (nodes, edges) = (read("klass131_nodes.csv"), read("klass131_edges.csv"));
    let change = klass(Klass::Municipalities, &nodes, &edges, &Register::default()).unwrap();
    for (on, n) in [("1900-01-01", 593), ("2019-12-31", 422), ("2020-01-01", 356), ("2024-01-01", 357)] {
        assert_eq!(names(&change.register, on).len(), n, "{on}");
    }
    assert!(klass(Klass::Municipalities, &nodes, &edges, &change.register).unwrap().is_empty());
}

/// Excerpts of Statistics Norway's own tables (KLASS 131).
#[test]
fn real_tables_tell_what_became_of_municipalities() {
    let nodes = include_str!("../../golden/klass131/nodes.csv");
    let edges = include_str!("../../golden/klass131/edges.csv");
    let change = klass(Klass::Municipalities, nodes.as_bytes(), edges.as_bytes(), &Register::default()).unwrap();
    let register = &change.register;
    // Before the reform of 2020, after it, and since Ålesund and Haram parted.
    let before = ["1504 Ålesund", "1523 Ørskog", "1529 Skodje", "1534 Haram", "1546 Sandøy", "1902 Tromsø"];
    assert_eq!(names(register, "2019-12-31"), before);
    assert_eq!(names(register, "2020-01-01"), ["1507 Ålesund", "5401 Tromsø"]);
    assert_eq!(names(register, "2024-01-01"), ["1508 Ålesund", "1580 Haram", "5501 Tromsø"]);
    let of = |number: &str, on: &str| {
        let found = register.iter().find(|unit| unit.code_on(CodeSystem::Municipality, day(on)) == Some(number));
        found.map(|unit| unit.id).unwrap()
    };
    // Tromsø kept on through three numbers; Haram of today is a new unit beside the Haram that was.
    assert_eq!(of("1902", "2019-12-31"), of("5501", "2024-01-01"));
    assert_eq!(of("1504", "2019-12-31"), of("1508", "2024-01-01"));
    assert_ne!(of("1534", "2019-12-31"), of("1580", "2024-01-01"));
    assert!(change.told.iter().any(|told| {
        told.kind == ChangeKind::Split && told.on == day("2024-01-01") && told.after.contains(&of("1580", "2024-01-01"))
    }));
    // A second reading of the same tables changes nothing.
    let again = klass(Klass::Municipalities, nodes.as_bytes(), edges.as_bytes(), register).unwrap();
    assert!(again.is_empty() && again.told.is_empty());
}
