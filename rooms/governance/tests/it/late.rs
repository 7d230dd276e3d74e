//! Two people with the same form: whoever comes second is told who changed what, and keeps what was typed.

use varde_kernel::access::Role;
use varde_testkit::{OnPage, TestApp, User, told_of_every_field, too_late, unit};

use crate::pages::{decided, held_of, house};

fn two(app: &TestApp) -> (User, User) {
    let roles = [Role::TopLeader, Role::Planner].map(|role| (role, "trust"));
    (app.user("Kari Prøveleder", &roles), app.user("Eli Prøveplan", &roles))
}

#[tokio::test]
async fn every_field_of_a_task_and_of_a_body_is_told() {
    let app = house().await;
    let task = decided(&app).await;
    let (kari, eli) = two(&app);
    let edit = format!("{task}/edit");
    // A task is one unit's or of a whole class of units, never both; what actors are called is known to the
    // search of a whole house alone.
    let form = OnPage { page: &edit, action: &edit, along: &[] };
    told_of_every_field(&app, (&kari, &eli), form, &["unit", "unit_kind", "actor"]).await;
    let fields = [
        ("name", "Kvalitetsutvalget"),
        ("kind", "committee"),
        ("level", "enterprise"),
        ("composition", "known"),
        ("unit", &unit("trust").to_string()),
    ];
    let made = app.post(Some(&kari), "/bodies/new", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let edit = format!("{}/edit", made.location());
    let form = OnPage { page: &edit, action: &edit, along: &[] };
    told_of_every_field(&app, (&kari, &eli), form, &["unit", "led_by", "established_by"]).await;
}

#[tokio::test]
async fn handing_over_ending_filling_and_vacating_are_told() {
    let app = house().await;
    let task = decided(&app).await;
    let (kari, eli) = two(&app);
    let held = held_of(&app.get(Some(&kari), &task).await.text);
    let late = async |path: &str, first: &[(&str, &str)], second: &[(&str, &str)]| {
        too_late(&app, (&kari, &eli), OnPage { page: path, action: path, along: &[] }, (first, second)).await
    };
    let given = |role: &'static str, document: &'static str| {
        [
            ("authority", "carries_out"),
            ("role", role),
            ("dated", "2026-11-20"),
            ("from", "2026-11-22"),
            ("last_day", "2026-12-15"),
            ("document", document),
        ]
    };
    let told =
        late(&format!("{held}/delegate"), &given("unit_leader", "Sak 7/2026"), &given("staff", "Sak 8/2026")).await;
    assert!(told.text.contains("Sak 7/2026"), "{}", told.text);
    let end = |day: &'static str, why: &'static str| [("last_day", day), ("why", why)];
    late(&format!("{held}/end"), &end("2026-12-01", "Ny ordning"), &end("2026-12-02", "Slutter")).await;

    let body = [
        ("name", "Kvalitetsutvalget"),
        ("kind", "committee"),
        ("level", "enterprise"),
        ("composition", "known"),
        ("unit", &unit("trust").to_string()),
    ];
    let body = app.post(Some(&kari), "/bodies/new", &body).await.location().to_owned();
    let seat = [("group", "union"), ("label", "Tillitsvalgt")];
    assert_eq!(app.post(Some(&kari), &format!("{body}/seats/new"), &seat).await.status, 303);
    let text = app.get(Some(&kari), &body).await.text;
    let (_, rest) = text.split_once("/bodies/seats/").unwrap();
    let seat = format!("/bodies/seats/{}", rest.get(..36).unwrap());
    let someone = |name: &'static str| [("name", name), ("role", "member"), ("organisation", "Forbundet")];
    let told = late(&format!("{seat}/fill"), &someone("Prøve Testesen"), &someone("Test Prøvesen")).await;
    assert!(!told.text.contains("Prøve Testesen"), "a name is no part of the history");
    late(&format!("{seat}/vacate"), &end("2026-12-01", "Sluttet"), &end("2026-12-02", "Permisjon")).await;
}
