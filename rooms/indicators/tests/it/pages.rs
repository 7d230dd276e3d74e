//! The pages, as different people in three languages.

use http::StatusCode;
use varde_indicators::Sight;
use varde_indicators::model::{Indicator, Measure, State};
use varde_indicators::{by_code, room, series_of, store, values};
use varde_kernel::access::Role;
use varde_kernel::{IndicatorId, Locale, Words};
use varde_testkit::{Reply, TestApp, User, organisation, unit};
use varde_web::Room;

use super::store::{falls, granted};

/// This room, and the tables of the people whom values were reported by.
pub fn rooms() -> Vec<Room> {
    vec![Room { migrations: varde_people::migrations(), ..Room::new("people", ["", "", ""]) }, room()]
}

pub async fn house() -> TestApp {
    let app = TestApp::new(rooms).await;
    let tx = app.begin().await;
    store::insert(&tx, &granted(falls())).await.unwrap();
    let draft = Indicator {
        id: IndicatorId::from_code("ind.draft"),
        code: "ind.draft".into(),
        name: Words::plain("Utkast til indikator"),
        measure: Measure::Count,
        state: State::Proposed,
        unit: Some(unit("trust")),
        ..falls()
    };
    store::insert(&tx, &granted(draft)).await.unwrap();
    tx.commit().await.unwrap();
    app
}

fn page() -> String {
    format!("/indicators/{}", falls().id)
}

fn ward() -> String {
    format!("{}/units/{}", page(), unit("ward"))
}

#[track_caller]
fn no_keys(reply: &Reply) {
    let keys: Vec<&str> = reply
        .text
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'))
        .filter(|word| word.starts_with("indicators-") || word.starts_with("web-problem"))
        .collect();
    assert!(keys.is_empty(), "{keys:?}");
}

#[track_caller]
fn shows(reply: &Reply, status: StatusCode, texts: &[&str]) {
    assert_eq!(reply.status, status, "{}", reply.text);
    for text in texts {
        assert!(reply.text.contains(text), "{text} is not in {}", reply.text);
    }
    no_keys(reply);
}

fn leader(app: &TestApp) -> User {
    app.user("Kari Leder", &[(Role::UnitLeader, "ward")])
}

#[tokio::test]
async fn a_leader_reports_a_value_and_corrects_it() {
    let app = house().await;
    let kari = leader(&app);
    shows(&app.get(Some(&kari), &ward()).await, StatusCode::OK, &["Meld inn en verdi", "value=\"2026-10\""]);

    let first =
        [("period", "10.2026"), ("numerator", "3"), ("denominator", "40"), ("former", ""), ("source", "Egen telling")];
    let reply = app.post(Some(&kari), &ward(), &first).await;
    assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, ward().as_str()));
    let series = series_of(app.db(), falls().id, unit("ward")).await.unwrap().unwrap();
    let now = values(app.db(), &Sight::Whole, series.id).await.unwrap();
    assert_eq!(now[0].value, Some(7.5));

    // The next month is asked for, and the source of the last one is kept.
    let reply = app.get(Some(&kari), &ward()).await;
    shows(
        &reply,
        StatusCode::OK,
        &["7,5\u{a0}%", "2,6–19,9\u{a0}%", "value=\"2026-11\"", "value=\"Egen telling\"", "Rett oktober 2026", "<svg"],
    );

    // Sent again without having seen the value: nothing is lost and nothing overwritten.
    let mut again = first;
    again[1] = ("numerator", "4");
    let reply = app.post(Some(&kari), &ward(), &again).await;
    shows(
        &reply,
        StatusCode::CONFLICT,
        &["Perioden har allerede en verdi", "value=\"4\"", "7,5\u{a0}% (3 av 40)", "10\u{a0}% (4 av 40)"],
    );

    let id = now[0].id.to_string();
    again[3] = ("former", &id);
    let reply = app.post(Some(&kari), &ward(), &again).await;
    shows(&reply, StatusCode::UNPROCESSABLE_ENTITY, &["Skriv hvorfor verdien endres", "value=\"4\""]);
    let with_reason: Vec<_> = again.into_iter().chain([("reason", "Ett fall var glemt")]).collect();
    assert_eq!(app.post(Some(&kari), &ward(), &with_reason).await.status, StatusCode::SEE_OTHER);
    let reply = app.get(Some(&kari), &format!("{}?period=2026-10", ward())).await;
    shows(
        &reply,
        StatusCode::OK,
        &["Rett verdien", "value=\"4\"", "Vis den ene tidligere verdien", "7,5\u{a0}% (3 av 40)"],
    );
}

#[tokio::test]
async fn what_cannot_be_is_said_beside_the_field() {
    let app = house().await;
    let kari = leader(&app);
    for (fields, text) in [
        (vec![("period", "2026-10"), ("numerator", "41"), ("denominator", "40")], "Telleren kan ikke være større"),
        (vec![("period", "2026-10"), ("numerator", "0"), ("denominator", "0")], "Nevneren kan ikke være null"),
        (vec![("period", "2026-10")], "Skriv teller og nevner, en verdi, eller hvorfor"),
        (vec![("period", "2027-01"), ("value", "5")], "Perioden har ikke begynt"),
        (vec![("period", "når som helst"), ("value", "5")], "Skriv perioden som"),
        (vec![("period", "2026-10"), ("value", "101")], "En andel må ligge mellom"),
        (vec![("period", "2026-10"), ("value", "1e999")], "Skriv et tall"),
        (vec![("value", "5")], "Fyll ut dette feltet"),
    ] {
        let reply = app.post(Some(&kari), &ward(), &fields).await;
        shows(&reply, StatusCode::UNPROCESSABLE_ENTITY, &[text, "aria-invalid=\"true\"", "data-error-summary"]);
    }
    assert!(series_of(app.db(), falls().id, unit("ward")).await.unwrap().is_none());
    // A missing value is reported with the reason.
    let missing = [("period", "2026-10"), ("note", "Tellingen falt ut")];
    assert_eq!(app.post(Some(&kari), &ward(), &missing).await.status, StatusCode::SEE_OTHER);
    shows(&app.get(Some(&kari), &ward()).await, StatusCode::OK, &["ikke oppgitt", "Tellingen falt ut"]);
}

#[tokio::test]
async fn others_read_but_do_not_report() {
    let app = house().await;
    let value = [("period", "2026-10"), ("value", "5")];
    for (role, place, expected) in [
        (Role::UnitLeader, "ward2", StatusCode::FORBIDDEN),
        (Role::Staff, "ward", StatusCode::FORBIDDEN),
        (Role::Administrator, "no", StatusCode::FORBIDDEN),
        (Role::QualityAdviser, "trust", StatusCode::SEE_OTHER),
    ] {
        let user = app.user(&format!("Test {} {place}", role.name()), &[(role, place)]);
        shows(&app.get(Some(&user), &ward()).await, StatusCode::OK, &[]);
        assert_eq!(app.post(Some(&user), &ward(), &value).await.status, expected, "{role:?} {place}");
    }
    assert_eq!(app.get(None, &ward()).await.status, StatusCode::SEE_OTHER);
    let unknown = format!("{}/units/{}", page(), unit("nowhere"));
    assert_eq!(app.get(Some(&leader(&app)), &unknown).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_catalogue_is_filtered_and_drafts_are_hidden() {
    let app = house().await;
    let kari = leader(&app);
    let far = app.user("Ola Langt Unna", &[(Role::Staff, "town")]);
    shows(
        &app.get(Some(&kari), "/indicators").await,
        StatusCode::OK,
        &["Andel opphold med fall", "Én indikator", "Ingen verdi ennå"],
    );
    let near = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "trust")]);
    shows(
        &app.get(Some(&near), "/indicators").await,
        StatusCode::OK,
        &["2 indikatorer", "Foreslå en indikator", "Utkast til indikator"],
    );
    let draft = format!("/indicators/{}", IndicatorId::from_code("ind.draft"));
    assert_eq!(app.get(Some(&far), &draft).await.status, StatusCode::NOT_FOUND);
    shows(&app.get(Some(&near), &draft).await, StatusCode::OK, &["Foreslått", "Ingen enheter har verdier"]);
    for query in ["?q=fall", "?state=adopted", "?direction=down&level=national", "?sort=-name", "?values=no", "?page=1"]
    {
        let reply = app.get(Some(&kari), &format!("/indicators{query}")).await;
        shows(&reply, StatusCode::OK, &["Andel opphold med fall"]);
    }
    for query in ["?q=hjerte", "?state=retired", "?values=yes", "?page=99"] {
        let reply = app.get(Some(&kari), &format!("/indicators{query}")).await;
        shows(&reply, StatusCode::OK, &["Ingen indikatorer passer"]);
    }
    for query in ["?q=%00%25_&state=x&page=-4", "?page=99999999999999999999", "?level=%F0%9F%98%80"] {
        shows(&app.get(Some(&kari), &format!("/indicators{query}")).await, StatusCode::OK, &[]);
    }
    let file = app.get(Some(&kari), "/indicators?format=csv").await;
    assert!(file.text.contains("ind.falls;Andel opphold med fall;Prosent"), "{}", file.text);
}

#[tokio::test]
async fn an_indicator_is_proposed_defined_and_adopted() {
    let app = house().await;
    let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "trust")]);
    let boss = app.user("Siri Direktør", &[(Role::TopLeader, "trust")]);
    shows(&app.get(Some(&nora), "/indicators/new").await, StatusCode::OK, &["Testenhet trust", "Lavere er bedre"]);
    // A ward leader may propose an indicator of the ward's own; staff may not.
    shows(&app.get(Some(&leader(&app)), "/indicators/new").await, StatusCode::OK, &["Testenhet ward"]);
    let staff = app.user("Pål Pleier", &[(Role::Staff, "ward")]);
    assert_eq!(app.get(Some(&staff), "/indicators/new").await.status, StatusCode::FORBIDDEN);
    let trust = unit("trust").to_string();
    let mut form = vec![
        ("unit", trust.as_str()),
        ("code", "Liggesår!"),
        ("name", "Andel med trykksår"),
        ("measure", "percent"),
        ("levels", "moon"),
    ];
    let reply = app.post(Some(&nora), "/indicators", &form).await;
    let wrong =
        ["Bruk små bokstaver", "Velg en av mulighetene", "Fyll ut dette feltet", "value=\"Andel med trykksår\""];
    shows(&reply, StatusCode::UNPROCESSABLE_ENTITY, &wrong);
    form.truncate(4);
    form[1] = ("code", "ind.falls");
    form.push(("direction", "down"));
    shows(&app.post(Some(&nora), "/indicators", &form).await, StatusCode::UNPROCESSABLE_ENTITY, &["Koden er i bruk"]);
    let other = unit("town").to_string();
    form[0] = ("unit", &other);
    form[1] = ("code", "ind.sores");
    assert_eq!(app.post(Some(&nora), "/indicators", &form).await.status, StatusCode::FORBIDDEN);
    form[0] = ("unit", &trust);
    let reply = app.post(Some(&nora), "/indicators", &form).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text);
    let path = reply.location().to_owned();

    // Nobody can count by what is not written.
    let step =
        |state: &'static str, version: &'static str| [("state", state), ("reason", "Klar"), ("version", version)];
    let reply = app.post(Some(&nora), &format!("{path}/state"), &step("specified", "1")).await;
    shows(&reply, StatusCode::UNPROCESSABLE_ENTITY, &["Skriv definisjonen først"]);
    let edit = format!("{path}/edit");
    shows(&app.get(Some(&nora), &edit).await, StatusCode::OK, &["value=\"Andel med trykksår\""]);
    let definition = [
        ("version", "1"),
        ("name", "Andel med trykksår"),
        ("name_nn", "Del med trykksår"),
        ("measure", "percent"),
        ("direction", "down"),
        ("levels", "enterprise"),
        ("definition", "Trykksår av grad 2 eller mer"),
        ("numerator", "Pasienter med trykksår"),
        ("denominator", "Undersøkte pasienter"),
        ("reason", "Første utgave"),
    ];
    assert_eq!(app.post(Some(&nora), &edit, &definition).await.status, StatusCode::SEE_OTHER);
    let reply = app.post(Some(&nora), &edit, &definition).await;
    shows(&reply, StatusCode::CONFLICT, &[" endret dette ", "Pasienter med trykksår", "Trykksår av grad 2"]);
    assert_eq!(
        app.post(Some(&nora), &format!("{path}/state"), &step("specified", "2")).await.status,
        StatusCode::SEE_OTHER
    );
    let adopt = format!("{path}/state");
    assert_eq!(app.post(Some(&nora), &adopt, &step("adopted", "3")).await.status, StatusCode::FORBIDDEN);
    shows(&app.get(Some(&boss), &adopt).await, StatusCode::OK, &["I bruk", "Avsluttet"]);
    assert_eq!(app.post(Some(&boss), &adopt, &step("adopted", "2")).await.status, StatusCode::CONFLICT);
    assert_eq!(app.post(Some(&boss), &adopt, &step("adopted", "3")).await.status, StatusCode::SEE_OTHER);
    let made = by_code(app.db(), "ind.sores").await.unwrap().unwrap();
    assert_eq!((made.state, made.version), (State::Adopted, 4));
    assert_eq!(made.name.nn.as_deref(), Some("Del med trykksår"));
}

#[tokio::test]
async fn a_file_is_looked_at_before_it_is_kept() {
    let app = house().await;
    let kari = leader(&app);
    let path = "/indicators/import";
    shows(&app.get(Some(&kari), path).await, StatusCode::OK, &["indicator;unit;period", "Avsender (kan stå tomt)"]);
    let staff = app.user("Ola Ansatt", &[(Role::Staff, "ward")]);
    assert_eq!(app.get(Some(&staff), path).await.status, StatusCode::FORBIDDEN);
    let file =
        "indicator;unit;period;numerator;denominator\nind.falls;ward;2026-09;1;40\nind.falls;ward;2026-10;3;40\n";
    let bad = file.replace(";40", ";0").replace("ward;2026-10", "ward2;2026-10");
    let reply = app.upload(&kari, path, &[], "verdier.csv", bad.as_bytes()).await;
    let told = ["Filen har 3 feil", "Nevneren kan ikke være null", "Rollene dine gir ikke rett"];
    shows(&reply, StatusCode::UNPROCESSABLE_ENTITY, &told);
    let reply = app.upload(&kari, path, &[], "tom.csv", b"").await;
    shows(&reply, StatusCode::UNPROCESSABLE_ENTITY, &["Velg en fil med innhold"]);

    let reply = app.upload(&kari, path, &[], "verdier.csv", file.as_bytes()).await;
    shows(&reply, StatusCode::OK, &["Lagre 2 verdier", "name=\"seen\" value=\"2/0/0\"", "7,5\u{a0}%"]);
    assert!(series_of(app.db(), falls().id, unit("ward")).await.unwrap().is_none());
    let confirm = "/indicators/import/confirm";
    let reply = app.upload(&kari, confirm, &[("content", packed(file).as_str()), ("seen", "1/0/0")], "", b"").await;
    shows(&reply, StatusCode::CONFLICT, &["Lagre 2 verdier"]);
    let reply = app.upload(&kari, confirm, &[("content", packed(file).as_str()), ("seen", "2/0/0")], "", b"").await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text);
    let reply = app.upload(&kari, path, &[], "verdier.csv", file.as_bytes()).await;
    shows(&reply, StatusCode::OK, &["Det er ingenting å gjøre"]);
    let changed = file.replace("2026-10;3", "2026-10;4");
    let reply = app.upload(&kari, path, &[], "verdier.csv", changed.as_bytes()).await;
    shows(&reply, StatusCode::OK, &["Lagre den ene verdien", "Hvorfor endres verdien?"]);
    let kept = packed(&changed);
    let seen = [("content", kept.as_str()), ("seen", "0/1/1")];
    let reply = app.upload(&kari, confirm, &seen, "", b"").await;
    shows(&reply, StatusCode::UNPROCESSABLE_ENTITY, &["Skriv hvorfor verdien endres"]);
    let reply = app.upload(&kari, confirm, &[seen[0], seen[1], ("reason", "Ny telling")], "", b"").await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);

    // What is exported can be read back, and is then nothing new.
    let export = app.get(Some(&kari), &format!("{}/export?own=1", page())).await;
    assert!(export.text.contains("ind.falls;ward;2026-10;4;40;10;;;"), "{}", export.text);
    let (mapping, today) = (varde_indicators::import::sender::Mapping::default(), jiff::civil::date(2026, 11, 22));
    let (db, bytes) = (app.db(), export.text.as_bytes());
    let tree = organisation();
    let looked = varde_indicators::import::values::look(db, &kari.actor, &tree, bytes, (&mapping, None), today);
    let report = looked.await.unwrap();
    assert_eq!((report.problems.len(), report.n_unchanged(), report.rows.len()), (0, 2, 2));
}

/// A file as the page keeps it between looking and saying yes.
fn packed(text: &str) -> String {
    use base64::Engine;
    base64::prelude::BASE64_STANDARD.encode(text)
}

#[tokio::test]
async fn the_content_stands_in_three_languages() {
    let app = house().await;
    let tx = app.begin().await;
    let files = [include_str!("../../../../content/indicators.yaml"), include_str!("../../../../content/values.yaml")];
    varde_indicators::import::content::indicators(&tx, files[0]).await.unwrap();
    varde_indicators::import::content::values(&tx, &organisation(), files[1]).await.unwrap();
    tx.commit().await.unwrap();
    let harm = by_code(app.db(), "ind.gtt.harm").await.unwrap().unwrap();
    let path = format!("/indicators/{}", harm.id);
    for (locale, texts) in [
        (
            Locale::Nb,
            [
                "Hvordan har det gått over tid?",
                "Siste verdi: 12,8\u{a0}% (2021). Første verdi: 15,9\u{a0}% (2010).",
                "12,0–14,0\u{a0}%",
                "Lavere er bedre",
            ],
        ),
        (
            Locale::Nn,
            ["Korleis har det gått over tid?", "Siste verdi: 12,8\u{a0}% (2021)", "ikkje oppgitt", "Lågare er betre"],
        ),
        (Locale::En, ["How has it gone over time?", "Latest value: 12.8% (2021)", "12.0 to 14.0%", "Lower is better"]),
    ] {
        let user = app.user_in(
            &format!("Leser {locale}"),
            &[(Role::UnitLeader, "ward"), (Role::QualityAdviser, "no"), (Role::TopLeader, "no")],
            locale,
        );
        shows(&app.get(Some(&user), &path).await, StatusCode::OK, &texts);
        let more = [
            "/indicators",
            "/indicators/figures",
            "/indicators/figures?q=kreft&page=1",
            "/indicators/new",
            "/indicators/import",
        ];
        for page in more.into_iter().map(str::to_owned).chain(["edit", "state"].map(|step| format!("{path}/{step}"))) {
            shows(&app.get(Some(&user), &page).await, StatusCode::OK, &[]);
        }
        shows(&app.get(Some(&user), &format!("{path}/units/{}", unit("no"))).await, StatusCode::OK, &texts[..1]);
    }
    let user = app.user("Kari Leser", &[(Role::Staff, "ward")]);
    shows(&app.get(Some(&user), "/indicators/figures").await, StatusCode::OK, &["226 tall", "Viser 1–50 av 226"]);
    shows(&app.get(Some(&user), "/indicators/figures?q=qwerty").await, StatusCode::OK, &["Ingen tall passer"]);
    shows(&app.get(Some(&user), "/indicators").await, StatusCode::OK, &["12,8\u{a0}%", "Viser 1–25 av 26"]);
}

#[tokio::test]
async fn six_years_within_chance_are_said_to_show_no_certain_change() {
    let app = house().await;
    let kari = leader(&app);
    for (year, numerator) in (2020..2026).zip(["13", "12", "14", "13", "12", "11"]) {
        let year = year.to_string();
        let fields = [("period", year.as_str()), ("numerator", numerator), ("denominator", "100"), ("former", "")];
        let fields = [&fields[..], &[("source", "Egen telling")]].concat();
        let reply = app.post(Some(&kari), &ward(), &fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text);
    }
    shows(&app.get(Some(&kari), &ward()).await, StatusCode::OK, &["Ingen sikker endring"]);
    let english = app.user_in("Nina English", &[(Role::UnitLeader, "ward")], Locale::En);
    shows(&app.get(Some(&english), &ward()).await, StatusCode::OK, &["No certain change"]);
}
