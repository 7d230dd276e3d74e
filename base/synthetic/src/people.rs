//! People who do not exist, with surnames that nobody bears.

use varde_kernel::access::Role;

use crate::units::UnitRow;
use crate::{Dice, Size};

/// A synthetic person.
#[derive(Clone, Debug)]
pub struct PersonRow {
    /// The name one signs in with.
    pub username: String,
    /// The name shown.
    pub name: String,
    /// Roles and the codes of the units on which they are held; the first unit is home.
    pub roles: Vec<(Role, String)>,
    /// Whether the demo prints this sign-in as a way to look around.
    pub guide: Option<&'static str>,
}

const FIRST: [&str; 24] = [
    "Anne", "Bjørn", "Cecilie", "Dag", "Eli", "Frode", "Guro", "Håkon", "Ingrid", "Jonas", "Kari", "Lars", "Mari",
    "Nils", "Oda", "Per", "Ragnhild", "Siri", "Tor", "Unni", "Vidar", "Wenche", "Åse", "Øystein",
];
const LAST: [&str; 6] = ["Eksempel", "Prøvestad", "Mønsterli", "Testnes", "Syntesen", "Øvingsrud"];

/// Those who try the demo out: username, first name, role, unit, guide key.
const GUIDES: [(&str, &str, Role, &str, &str); 9] = [
    ("avdeling", "Ingrid Eksempel", Role::UnitLeader, "syn.hf0.s0.k0.a1.p0", "app-demo-ward"),
    ("direktor", "Tor Prøvestad", Role::TopLeader, "syn.hf0", "app-demo-trust"),
    ("direktorat", "Mari Mønsterli", Role::Planner, "hdir", "app-demo-directorate"),
    ("sykepleier", "Nils Testnes", Role::Staff, "syn.hf0.s0.k0.a1.p0", "app-demo-nurse"),
    ("radgiver", "Siri Syntesen", Role::QualityAdviser, "syn.hf0", "app-demo-adviser"),
    ("kommune", "Håkon Øvingsrud", Role::TopLeader, "syn.k0", "app-demo-municipality"),
    ("styret", "Eli Eksempel", Role::BoardMember, "syn.hf0", "app-demo-board"),
    ("personvern", "Jonas Prøvestad", Role::PrivacyOfficer, "no", "app-demo-privacy"),
    ("admin", "Åse Mønsterli", Role::Administrator, "no", "app-demo-admin"),
];

/// A name that says of itself that nobody bears it: a person is met on real units' pages too.
fn marked(name: &str) -> String {
    format!("{name} (syntetisk)")
}

/// Those who try the demo out.
pub fn guides() -> Vec<PersonRow> {
    GUIDES
        .iter()
        .map(|(username, name, role, unit, guide)| {
            let mut roles = vec![(*role, (*unit).to_owned())];
            if *unit == "hdir" {
                // The directorate follows the national plans for the whole country.
                roles.push((Role::TopLeader, "hdir".to_owned()));
                roles.push((Role::Planner, "no".to_owned()));
            }
            PersonRow { username: (*username).to_owned(), name: marked(name), roles, guide: Some(guide) }
        })
        .collect()
}

pub(crate) fn make(size: &Size, units: &[UnitRow], dice: &mut Dice) -> Vec<PersonRow> {
    let mut persons = guides();
    // A board is more than one.
    persons.push(PersonRow {
        username: "styret2".to_owned(),
        name: marked("Guro Prøvestad"),
        roles: vec![(Role::BoardMember, "syn.hf0".to_owned())],
        guide: None,
    });
    // Every unit gets a leader while there are persons left; the rest are staff anywhere.
    for n in 0..size.persons {
        let first = dice.pick(&FIRST).copied().unwrap_or("Kari");
        let last = dice.pick(&LAST).copied().unwrap_or("Eksempel");
        let (role, unit) = match units.get(n) {
            Some(unit) => (Role::UnitLeader, unit.code.clone()),
            None => (Role::Staff, dice.pick(units).map(|unit| unit.code.clone()).unwrap_or_default()),
        };
        persons.push(PersonRow {
            username: format!("syntetisk{n}"),
            name: marked(&format!("{first} {last}")),
            roles: vec![(role, unit)],
            guide: None,
        });
    }
    persons
}
