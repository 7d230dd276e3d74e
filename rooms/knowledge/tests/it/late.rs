//! Two people with the same form: whoever comes second is told who changed what, and keeps what was typed.

use varde_kernel::access::Role;
use varde_testkit::{OnPage, told_of_every_field, too_late};

use crate::pages::{house, page};

#[tokio::test]
async fn every_field_of_a_document_its_status_and_the_answers_are_told() {
    let app = house().await;
    let roles = [Role::Planner, Role::TopLeader].map(|role| (role, "no"));
    let (eli, ola) = (app.user("Eli Prøveplan", &roles), app.user("Ola Prøveplan", &roles));
    let both = (&eli, &ola);
    let here = page("reg.akutt");
    let edit = format!("{here}/edit");
    let form = OnPage { page: &edit, action: &edit, along: &[] };
    told_of_every_field(&app, both, form, &["unit"]).await;

    let asked = app.post(Some(&ola), &format!("{here}/revision"), &[("text", "Kravet er uklart")]).await;
    assert_eq!(asked.status, 303, "{}", asked.text);
    let text = app.get(Some(&eli), &here).await.text;
    let (_, rest) = text.split_once("/documents/requests/").unwrap();
    let request = format!("/documents/requests/{}", rest.get(..36).unwrap());
    let answer = |answer: &'static str| [("state", "declined"), ("answer", answer)];
    let form = OnPage { page: &request, action: &request, along: &[] };
    too_late(&app, both, form, (&answer("Gjøres ikke nå"), &answer("Tas i juni"))).await;

    let status = format!("{here}/status");
    let form = OnPage { page: &status, action: &status, along: &[] };
    let why = |status: &'static str, why: &'static str| [("status", status), ("why", why)];
    too_late(&app, both, form, (&why("under_revision", "Nye krav"), &why("superseded", "Etter tilsyn"))).await;
}
