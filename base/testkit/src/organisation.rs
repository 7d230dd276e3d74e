//! A small organisation that every test knows.

use varde_kernel::{Unit, UnitId, UnitKind, UnitTree, Words};

/// The id of a unit of [`organisation`] by its code.
pub fn unit(code: &str) -> UnitId {
    UnitId::from_code(code)
}

/// The nation `no` with region `region`, trusts `trust` (hospital `hospital`, clinic `clinic`,
/// wards `ward` and `ward2`) and `trust2`, and municipality `town` (nursing home `home`).
pub fn organisation() -> UnitTree {
    let unit = |code: &str, kind, parent: Option<&str>| Unit {
        id: UnitId::from_code(code),
        kind,
        name: Words::plain(format!("Testenhet {code}")),
        code: code.into(),
        parent: parent.map(UnitId::from_code),
    };
    UnitTree::new(vec![
        unit("no", UnitKind::Nation, None),
        unit("region", UnitKind::RegionalHealthAuthority, Some("no")),
        unit("trust", UnitKind::HealthTrust, Some("region")),
        unit("trust2", UnitKind::HealthTrust, Some("region")),
        unit("hospital", UnitKind::Hospital, Some("trust")),
        unit("clinic", UnitKind::Clinic, Some("hospital")),
        unit("ward", UnitKind::Ward, Some("clinic")),
        unit("ward2", UnitKind::Ward, Some("clinic")),
        unit("town", UnitKind::Municipality, Some("no")),
        unit("home", UnitKind::NursingHome, Some("town")),
    ])
}
