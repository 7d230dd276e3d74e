//! Trees of units that others made.

use http::StatusCode;
use serde_json::json;
use varde_kernel::access::{Actor, Role, System};
use varde_kernel::{Place, UnitId, UnitKind};
use varde_people::import::{content, units as read};
use varde_people::migrations;
use varde_people::model::units::{CodeSystem, Register};
use varde_people::store::{changes, units};
use varde_store::Db;
use varde_testkit::{on_both, unit};

use super::{begin, day, house, yaml};

/// Two trusts of a region that is not known, with their hospitals; written from the columns that the registries'
/// service describes. The second trust is known by its number.
const UPWARD: &str = "OrgNr;OrgNavnEnhetsreg;Kortnavn;Nivaa;NivaaOpp\n\
    974000008;HELSE PRØVE RHF;Prøve RHF;RHF;\n\
    974 000 016;FØRSTE SYKEHUS HF;Første HF;HF;974000008\n\
    974000024;ANNET SYKEHUS HF;Annet;HF;974000008\n\
    974000032;FØRSTE SYKEHUS;NA;;974000016\n\
    974000040;Annet sykehus, byen;;;974000024\n\
    974000059;Medisinsk avdeling;;;974000040\n\
    974000067;Sengepost 1;;;974000059\n";
/// The same trusts and hospitals, a row for each hospital.
const WIDE: &str = "OrgNrRHF;RHF;OrgNrHF;HF;Hfkortnavn;OrgNrShus;OrgNavnEnhetsreg;SykehusnavnLang;SykehusNavn;TaMed\n\
    974000008;Prøve;974000016;Første;F;974000032;X;Y;Første;1\n\
    974000008;Prøve;974000024;Annet;A;974000040;X;Y;Annet;1\n\
    974000008;Prøve;974000024;Annet;A;974000075;X;Y;Nye byen;1\n";

fn dhis2() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../indicators/tests/golden/dhis2/setup_metadata.json");
    std::fs::read(path).unwrap()
}

/// Takes a file, and says how many units were new and how many were there.
async fn take(db: &Db, file: &[u8], on: &str) -> (usize, usize) {
    let today = day("2026-11-22");
    let tx = begin(db).await;
    let register = units::register(&tx).await.unwrap();
    let plan = read(file, &register, day(on)).unwrap();
    let told = (plan.planned.len(), plan.n_unchanged);
    let change = changes::grant(&Actor::System(System::Console), &register, plan.change, today).unwrap();
    changes::save(&tx, &change, None, today).await.unwrap();
    tx.commit().await.unwrap();
    told
}

/// A unit by its code: name, kind, and the code of the one above.
fn shown(register: &Register, code: &str, on: &str) -> (String, UnitKind, Option<String>) {
    let unit = register.by_code(code).unwrap_or_else(|| panic!("{code}"));
    let above = unit.owner_on(day(on)).and_then(|above| register.get(above)).map(|above| above.code.clone());
    (unit.name_on(day(on)).unwrap().words.nb.clone(), unit.kind, above)
}

#[test]
fn from_description_a_registrys_tree_adds_what_is_missing_and_nothing_twice() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        content::organisation(&tx, &yaml()).await.unwrap();
        tx.commit().await.unwrap();
        let table =
            "code;name;kind;parent;valid_from;orgnr\nannet;Vårt eget navn;health_trust;region;2002-01-01;974000024\n";
        assert_eq!(take(&db, table.as_bytes(), "2026-01-01").await, (1, 0));
        assert_eq!(take(&db, UPWARD.as_bytes(), "2020-01-01").await, (6, 1));
        let register = units::register(&db).await.unwrap();
        let check = |code: &str, name: &str, kind: UnitKind, above: &str| {
            assert_eq!(shown(&register, code, "2026-01-01"), (name.to_owned(), kind, Some(above.to_owned())), "{code}");
        };
        check("orgnr.974000008", "HELSE PRØVE RHF", UnitKind::RegionalHealthAuthority, "no");
        check("orgnr.974000016", "FØRSTE SYKEHUS HF", UnitKind::HealthTrust, "orgnr.974000008");
        // What is known keeps its name and its place, and the rest is hung on it by its number.
        check("annet", "Vårt eget navn", UnitKind::HealthTrust, "region");
        check("orgnr.974000032", "FØRSTE SYKEHUS", UnitKind::Hospital, "orgnr.974000016");
        check("orgnr.974000040", "Annet sykehus, byen", UnitKind::Hospital, "annet");
        check("orgnr.974000059", "Medisinsk avdeling", UnitKind::Department, "orgnr.974000040");
        check("orgnr.974000067", "Sengepost 1", UnitKind::Ward, "orgnr.974000059");
        let trust = register.by_code("orgnr.974000016").unwrap();
        assert_eq!(trust.code_on(CodeSystem::Organisation, day("2026-01-01")), Some("974000016"));
        assert_eq!(trust.name_on(day("2026-01-01")).unwrap().short.as_deref(), Some("Første HF"));
        assert_eq!((trust.valid.from, trust.valid.to), (day("2020-01-01"), None));
        // The same again, on any day and in the other shape, adds only the hospital that is new there.
        assert_eq!(take(&db, UPWARD.as_bytes(), "2026-06-01").await, (0, 7));
        assert_eq!(take(&db, WIDE.as_bytes(), "2026-06-01").await, (1, 5));
        assert_eq!(take(&db, WIDE.as_bytes(), "2026-06-01").await, (0, 6));
        let after = units::register(&db).await.unwrap();
        assert_eq!(after.len(), register.len() + 1);
        assert_eq!(shown(&after, "orgnr.974000075", "2026-07-01").2.as_deref(), Some("annet"));
    });
}

/// DHIS2's own test file: five units of Sierra Leone, of which most begin before the one above them.
#[test]
fn units_of_a_dhis2_in_another_country_come_in_with_their_ids() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        content::organisation(&tx, &yaml()).await.unwrap();
        tx.commit().await.unwrap();
        let file = dhis2();
        assert_eq!(take(&db, &file, "2026-01-01").await, (5, 0));
        assert_eq!(take(&db, &file, "2026-02-01").await, (0, 5), "a second time changes nothing");
        let register = units::register(&db).await.unwrap();
        let clinic = register.by_code("dhis2.DiszpKrYNg8").unwrap();
        let numbers: Vec<&str> = clinic.codes.iter().map(|code| code.value.code.as_str()).collect();
        assert_eq!(numbers, ["DiszpKrYNg8", "OU_559"]);
        assert!(clinic.codes.iter().all(|code| code.value.system == CodeSystem::Local));
        assert_eq!((clinic.valid.from, clinic.kind), (day("1970-01-01"), UnitKind::Other));
        let line = |on: &str| {
            let line = register.line_on(clinic.id, day(on));
            line.iter().map(|id| register.get(*id).unwrap().names[0].value.words.nb.clone()).collect::<Vec<_>>()
        };
        assert_eq!(line("2026-01-01"), ["Ngelehun CHC", "Badjia", "Bo", "Sierra Leone"]);
        // It stands under the others from when they are there.
        assert_eq!(line("1980-01-01"), ["Ngelehun CHC", "Badjia"]);
        assert_eq!(shown(&register, "dhis2.ImspTQPwCqd", "2026-01-01"), ("Sierra Leone".into(), UnitKind::Other, None));
    });
}

#[test]
fn a_dhis2_unit_is_known_by_its_id_or_its_number_and_others_take_their_place_on_the_ladder() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        content::organisation(&tx, &yaml()).await.unwrap();
        tx.commit().await.unwrap();
        let table = "code;name;kind;parent;valid_from;orgnr;local\n\
                     a;Kjent på nummer;health_trust;region;2002-01-01;974000008;\n\
                     b;Kjent på id;hospital;a;2002-01-01;;Abcdefghij1\n\
                     c;Bare samme lokale nummer;ward;clinic;2002-01-01;;17\n";
        assert_eq!(take(&db, table.as_bytes(), "2026-01-01").await, (3, 0));
        let file = r#"{"system": {"version": "2.40"}, "organisationUnits": [
            {"id": "Aaaaaaaaaa1", "code": "974000008", "name": "X", "openingDate": "2000-01-01"},
            {"id": "Abcdefghij1", "code": null, "name": "Y", "parent": {"id": "Aaaaaaaaaa1"}},
            {"id": "Abcdefghij2", "code": "974000016", "name": "Ny avdeling", "shortName": "Ny", "parent": {"id": "Abcdefghij1"},
             "openingDate": "2010-05-01T00:00:00.000", "closedDate": "2027-01-01T00:00:00.000"}]}"#;
        assert_eq!(take(&db, file.as_bytes(), "2026-01-01").await, (1, 2));
        let register = units::register(&db).await.unwrap();
        let made = register.by_code("dhis2.Abcdefghij2").unwrap();
        assert_eq!((made.kind, made.owner_on(day("2026-01-01"))), (UnitKind::Department, Some(UnitId::from_code("b"))));
        assert_eq!((made.valid.from, made.valid.to), (day("2010-05-01"), Some(day("2027-01-01"))));
        assert_eq!(made.code_on(CodeSystem::Organisation, day("2026-01-01")), Some("974000016"));
        assert_eq!(shown(&register, "b", "2026-01-01").0, "Kjent på id");
        // A short number of one's own may be anyone's.
        let other = r#"{"organisationUnits": [{"id": "Abcdefghij3", "code": "17", "name": "Annet land"}]}"#;
        assert_eq!(take(&db, other.as_bytes(), "2026-01-01").await, (1, 0));
    });
}

#[test]
fn every_bad_unit_is_named_with_the_files_own_columns() {
    let check = |file: &str, expected: &[&str]| {
        let problems = read(file.as_bytes(), &Register::default(), day("2026-01-01")).expect_err("the file has faults");
        let told: Vec<String> = problems
            .iter()
            .map(|problem| match &problem.place {
                Place::Line(line, column) => format!("{line} {}: {}", column.as_deref().unwrap_or("-"), problem.key),
                _ => problem.key.to_owned(),
            })
            .collect();
        assert_eq!(told, expected, "{file}");
    };
    let upward = |rows: &str| format!("OrgNr;Kortnavn;NivaaOpp\n{rows}");
    check(&upward(""), &["people-import-empty"]);
    check(&upward("974000009;A;\n;B;\n"), &["2 OrgNr: people-unit-wrong-orgnr", "3 OrgNr: web-problem-required"]);
    check(&upward("974000008;;\n"), &["2 OrgNavnEnhetsreg: web-problem-required"]);
    check(&upward("974000008;A;974000016\n"), &["2 NivaaOpp: people-import-unit-unknown"]);
    // A fault in one column hides none in another, however lines end.
    let several = upward("974000008;A;\n12;;974000016\n");
    let expected = [
        "3 OrgNavnEnhetsreg: web-problem-required",
        "3 NivaaOpp: people-import-unit-unknown",
        "3 OrgNr: people-unit-wrong-orgnr",
    ];
    check(&several, &expected);
    check(&format!("\u{feff}{}", several.replace('\n', "\r\n")), &expected);
    check(&upward("974000008;A;\n974000016;B;974000008\n974000016;B;\n"), &["4 OrgNr: people-import-twice"]);
    check(
        &upward("974000008;A;974000016\n974000016;B;974000008\n"),
        &["2 NivaaOpp: people-unit-wrong-circle", "3 NivaaOpp: people-unit-wrong-circle"],
    );
    check(
        "OrgNrRHF;RHF;OrgNrHF;HF;OrgNrShus;SykehusNavn\n;;974000016;A;974000024;B\n",
        &["2 OrgNrRHF: web-problem-required"],
    );
    let theirs = |units: &str| format!("{{\"organisationUnits\": [{units}]}}");
    check("{\"organisationUnits\": [", &["people-import-not-json"]);
    check("{\"dataElements\": []}", &["people-import-no-units"]);
    check(&theirs("{\"name\": \"A\"}"), &["1 id: web-problem-required"]);
    check(
        &theirs("{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"a\", \"name\": \"B\"}, {\"id\": \"b\"}"),
        &["2 id: people-import-twice", "3 name: web-problem-required"],
    );
    check(
        &theirs(
            "{\"id\": \"a\", \"name\": \"A\", \"openingDate\": \"soon\"}, {\"id\": \"b\", \"name\": \"B\", \"parent\": {\"id\": \"c\"}}",
        ),
        &["1 openingDate: web-problem-date", "2 parent: people-import-unit-unknown"],
    );
    check(
        &theirs("{\"id\": \"a\", \"name\": \"A\", \"openingDate\": \"2020-01-01\", \"closedDate\": \"2010-01-01\"}"),
        &["1 closedDate: people-unit-wrong-no-life"],
    );
    check(
        &theirs(
            "{\"id\": \"a\", \"name\": \"A\", \"openingDate\": \"2000-01-01\", \"closedDate\": \"2010-01-01\"}, \
             {\"id\": \"b\", \"name\": \"B\", \"openingDate\": \"2011-01-01\", \"parent\": {\"id\": \"a\"}}",
        ),
        &["2 parent: people-unit-wrong-other-gone"],
    );
}

#[tokio::test]
async fn trees_come_in_through_the_page_and_the_api() {
    let app = house().await;
    let admin = app.user("Ada Administrator", &[(Role::Administrator, "no")]);
    let file = dhis2();
    let looked = app.upload(&admin, "/units/import", &[("on", "2026-01-01")], "metadata.json", &file).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", looked.text);
    assert!(looked.text.contains("Ngelehun CHC") && looked.text.contains("dhis2.DiszpKrYNg8"), "{}", looked.text);
    let carried = looked.text.split_once("name=\"carried\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let fields = [("carried", carried.as_str()), ("on", "2026-01-01")];
    let done = app.upload(&admin, "/units/import/apply", &fields, "", b"").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let tree = units::tree(app.db(), day("2026-11-22")).await.unwrap();
    assert!(tree.by_code("dhis2.DiszpKrYNg8").is_some());
    let body = json!({"csv": UPWARD, "on": "2026-01-01", "apply": true});
    let done = app.api(Some(&admin), "POST", "/api/v1/units/import", Some(body.clone())).await;
    assert_eq!((done.status, done.json()["changes"].as_array().unwrap().len()), (StatusCode::OK, 7), "{}", done.text);
    let again = app.api(Some(&admin), "POST", "/api/v1/units/import", Some(body)).await;
    assert_eq!((&again.json()["changes"], &again.json()["unchanged"]), (&json!([]), &json!(7)));
    // Whoever runs one trust adds nothing beside it.
    let elsewhere = app.user("Eva Administrator", &[(Role::Administrator, "trust2")]);
    let body = json!({"csv": r#"{"organisationUnits": [{"id": "Abcdefghij9", "name": "Ny"}]}"#, "apply": false});
    let refused = app.api(Some(&elsewhere), "POST", "/api/v1/units/import", Some(body)).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text);
}

#[tokio::test]
async fn classifications_come_in_through_the_api() {
    let app = house().await;
    let admin = app.user("Ada Administrator", &[(Role::Administrator, "no")]);
    let nodes = "name,code,label,variant,validFrom,validTo\n1,0901,Gamleby,1,1900-01-01,2020-01-01\n2,0902,Nyby,1,2020-01-01,NA\n";
    let edges = "from,to,changeOccurred\n1,2,2020-01-01\n";
    let send = async |user: &varde_testkit::User, which: &str, nodes: &str, apply: bool| {
        let body = json!({"classification": which, "nodes": nodes, "edges": edges, "apply": apply});
        app.api(Some(user), "POST", "/api/v1/units/import/klass", Some(body)).await
    };
    let tried = send(&admin, "municipalities", nodes, false).await;
    assert_eq!(tried.status, StatusCode::OK, "{}", tried.text);
    assert_eq!(tried.json()["changes"][0]["name"], "Nyby");
    assert_eq!(tried.json()["changes"][0]["created"], true);
    let code = tried.json()["changes"][0]["code"].as_str().unwrap().to_owned();
    assert!(units::get(app.db(), unit(&code)).await.unwrap().is_none(), "tried only");
    assert_eq!(send(&admin, "municipalities", nodes, true).await.json()["applied"], true);
    assert!(units::get(app.db(), unit(&code)).await.unwrap().is_some());
    assert_eq!(send(&admin, "municipalities", nodes, true).await.json()["changes"], json!([]));
    let wrong = send(&admin, "wards", nodes, false).await;
    assert_eq!(
        (wrong.status, &wrong.json()["problems"][0]["place"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("classification"))
    );
    let wrong = send(&admin, "counties", "code,label\n", false).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let others = nodes.replace("0901", "0911").replace("0902", "0912");
    assert_eq!(send(&leader, "municipalities", &others, false).await.status, StatusCode::FORBIDDEN);
    // Who may not is told that, and nothing of what they sent.
    assert_eq!(send(&leader, "wards", nodes, false).await.status, StatusCode::FORBIDDEN);
    assert_eq!(send(&leader, "counties", "code,label\n", false).await.status, StatusCode::FORBIDDEN);
    for body in [json!({"csv": "", "apply": false}), json!({"csv": "", "on": "x", "apply": false})] {
        let refused = app.api(Some(&leader), "POST", "/api/v1/units/import", Some(body)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text);
    }
}
