//! Deliveries as CSV.

use varde_events::{DAY, Kind};
use varde_query::Collected;
use varde_query::read::csv;

use super::{keys, zone};

fn take(text: &[u8]) -> Collected {
    let mut into = Collected::default();
    csv::read((0, text), ("npr", &keys(), &zone()), &mut into).unwrap();
    into
}

fn told(taken: &Collected) -> Vec<String> {
    taken.problems.told().iter().map(ToString::to_string).collect()
}

pub const GOOD: &str = "person;event;kind;unit;start;end;residence;born;sex;acute;code;died;done;outcome;followed\n\
    17;1;stay;h1;2025-01-31T22:00;2025-02-02T10:00;3301;1950-02-01;k;ja;S72.0;;2025-02-03;;\n\
    18;2;operation;h2;2025-03-01T08:00;;;;1;0;nfb 20;2025-03-09;;nei;ja\n";

#[test]
fn rows_are_read_as_they_stand() {
    let taken = take(GOOD.as_bytes());
    assert_eq!((taken.events.len(), taken.deaths.len(), taken.problems.len()), (2, 1, 0));
    let (stay, operation) = (&taken.events[0], &taken.events[1]);
    assert_eq!((stay.kind, operation.kind), (Kind::Stay, Kind::Operation));
    assert_eq!((stay.person, stay.event), (keys().person("17"), keys().event("npr", "1")));
    assert_eq!((stay.age, stay.acute, stay.lag_days), (Some(74), Some(true), Some(1)));
    // The end of January in Norway is still January: periods follow civil time.
    assert_eq!((stay.code.as_str(), stay.month, stay.end_month), ("S720", 2025 * 12, Some(2025 * 12 + 1)));
    assert_eq!(stay.end.unwrap() - stay.start, 36 * 3600);
    assert_eq!(taken.places.code(stay.unit), Some("h1"));
    assert_eq!(taken.places.code(stay.residence.unwrap()), Some("3301"));
    assert_eq!((operation.outcome, operation.followed, operation.code.as_str()), (Some(false), Some(true), "NFB20"));
    assert!(7 * DAY < operation.died.unwrap() - operation.start);
}

#[test]
fn every_bad_row_is_told() {
    let bad = "person,event,kind,unit,start,end,age,sex,acute,code,died\n\
        1,1,stay,h1,2025-01-01,2024-12-31,,,,,\n\
        ,2,sleep,h1,never,,200,x,maybe,S72/0,\n\
        3,3,stay,,2025-01-01,,-1,,,,\n\
        4,4,stay,h1,2025-01-01\n\
        5,5,stay,h1,2025-01-05,,40,m,1,S720,2025-01-04\n\
        6,6,stay,h1,2025-01-05,,40,m,1,S720,\n";
    let taken = take(bad.as_bytes());
    let told = told(&taken);
    assert_eq!((told.len(), taken.events.len()), (12, 1), "{told:#?}");
    assert_eq!(told[0], "line 2: end lies before the beginning");
    assert!(told.iter().any(|line| line.starts_with("line 5: the line is broken")));
    assert!(told.iter().any(|line| line.starts_with("line 6: died lies before")));
    // Nothing of a row is repeated: it is about a person.
    assert!(told.iter().all(|line| !line.contains("sleep") && !line.contains("S72")));
}

#[test]
fn a_file_without_its_columns_is_told() {
    let unknown = take(b"person;event;kind;unit;begin\n1;1;stay;h;2025-01-01\n");
    assert_eq!(told(&unknown), ["line 1: is no column that can be read", "line 1: start must be filled"]);
    assert_eq!(take(b"").problems.len(), 5);
    assert!(unknown.events.is_empty());
}

#[test]
fn files_of_many_habits_say_the_same() {
    let expected = take(GOOD.as_bytes()).events;
    for text in [
        format!("\u{feff}{GOOD}").into_bytes(),
        GOOD.replace('\n', "\r\n").into_bytes(),
        GOOD.replace(';', "\t").into_bytes(),
        GOOD.replace(';', ",").into_bytes(),
        GOOD.trim_end().as_bytes().to_vec(),
    ] {
        assert_eq!(take(&text).events, expected);
    }
}

#[test]
fn an_older_file_is_read_as_latin_1() {
    let taken = take(b"person;event;kind;unit;start\n1;1;stay;\xd8stby;2025-01-01\n");
    assert_eq!(taken.places.codes(), ["Østby"]);
}
