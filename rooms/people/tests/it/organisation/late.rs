//! Two people with the same form about a unit: whoever comes second is told who changed what, and keeps what
//! was typed.

use varde_kernel::access::Role;
use varde_testkit::{OnPage, told_of_every_field, unit};

use super::house;

#[tokio::test]
async fn every_field_of_a_unit_is_told() {
    let app = house().await;
    let roles = [(Role::Administrator, "no")];
    let (ada, eva) = (app.user("Ada Administrator", &roles), app.user("Eva Administrator", &roles));
    let edit = format!("/units/{}/edit", unit("clinic"));
    let form = OnPage { page: &edit, action: &edit, along: &[("on", "2026-11-22")] };
    // Numbers in registers have digits of their own to get right; one stands for them all.
    let skipped = ["on", "note", "orgnr", "kommunenr", "fylkesnr", "reshid", "her"];
    told_of_every_field(&app, (&ada, &eva), form, &skipped).await;
}
