//! The organisation: one region with trusts, and municipalities with their services.

use varde_kernel::{UnitKind, Words};

use crate::Size;

/// A synthetic unit.
#[derive(Clone, Debug)]
pub struct UnitRow {
    /// Its code; begins with `syn.`.
    pub code: String,
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// Its name, marked as synthetic at the top of its line.
    pub name: Words,
    /// The code of the unit it answers to.
    pub parent: String,
}

impl UnitRow {
    /// Whether it stands right below the real service; what lies below it is made up with it.
    pub fn is_topmost(&self) -> bool {
        self.parent == "no"
    }
}

const TRUSTS: [&str; 8] = ["Eksempel", "Prøve", "Mønster", "Modell", "Øving", "Forsøk", "Utkast", "Skisse"];
const HOSPITALS: [&str; 6] = ["Eksempelvik", "Prøvenes", "Mønsterdal", "Modellfjord", "Øvingsjø", "Forsøksund"];
const CLINICS: [(&str, &str, &str); 4] = [
    ("Medisinsk klinikk", "Medisinsk klinikk", "Medical clinic"),
    ("Kirurgisk klinikk", "Kirurgisk klinikk", "Surgical clinic"),
    ("Klinikk for psykisk helse", "Klinikk for psykisk helse", "Mental health clinic"),
    ("Diagnostisk klinikk", "Diagnostisk klinikk", "Diagnostic clinic"),
];
const DEPARTMENTS: [(&str, &str, &str); 4] = [
    ("Avdeling for akuttmottak", "Avdeling for akuttmottak", "Emergency department"),
    ("Sengeavdelingen", "Sengeavdelinga", "Inpatient department"),
    ("Dagavdelingen", "Dagavdelinga", "Day department"),
    ("Poliklinikken", "Poliklinikken", "Outpatient department"),
];
const SERVICES: [(UnitKind, &str, &str, &str); 6] = [
    (UnitKind::MunicipalService, "Helse- og omsorgstjenesten", "Helse- og omsorgstenesta", "Health and care service"),
    (UnitKind::NursingHome, "Sykehjem", "Sjukeheim", "Nursing home"),
    (UnitKind::HomeCare, "Hjemmetjenesten", "Heimetenesta", "Home care"),
    (UnitKind::OutOfHours, "Legevakten", "Legevakta", "Out-of-hours service"),
    (UnitKind::GpPractice, "Legekontor", "Legekontor", "GP practice"),
    (UnitKind::NursingHome, "Omsorgssenter", "Omsorgssenter", "Care centre"),
];

fn words(nb: String, nn: String, en: String) -> Words {
    Words { nb, nn: Some(nn), en: Some(en) }
}

/// A name from a list, with a number once the list is used up.
fn name(list: &[&str], place: usize) -> String {
    let base = list.get(place % list.len().max(1)).copied().unwrap_or("Eksempel");
    match place / list.len().max(1) {
        0 => base.to_owned(),
        round => format!("{base} {}", round + 1),
    }
}

pub(crate) fn make(size: &Size) -> Vec<UnitRow> {
    let mut units = Vec::new();
    let mut add = |code: String, kind, name, parent: &str| -> String {
        units.push(UnitRow { code: code.clone(), kind, name, parent: parent.to_owned() });
        code
    };
    let region = add(
        "syn.rhf".into(),
        UnitKind::RegionalHealthAuthority,
        words(
            "Helse Eksempel RHF (syntetisk)".into(),
            "Helse Eksempel RHF (syntetisk)".into(),
            "Example Regional Health Authority (synthetic)".into(),
        ),
        "no",
    );
    for t in 0..size.trusts {
        let trust_name = name(&TRUSTS, t);
        let trust = add(
            format!("syn.hf{t}"),
            UnitKind::HealthTrust,
            words(
                format!("{trust_name}sykehuset HF (syntetisk)"),
                format!("{trust_name}sjukehuset HF (syntetisk)"),
                format!("{trust_name} Hospital Trust (synthetic)"),
            ),
            &region,
        );
        for h in 0..size.hospitals {
            let place = name(&HOSPITALS, t * size.hospitals + h);
            let hospital = add(
                format!("{trust}.s{h}"),
                UnitKind::Hospital,
                words(format!("{place} sykehus"), format!("{place} sjukehus"), format!("{place} Hospital")),
                &trust,
            );
            for c in 0..size.clinics {
                let Some((nb, nn, en)) = CLINICS.get(c % CLINICS.len()) else { continue };
                let clinic = add(
                    format!("{hospital}.k{c}"),
                    UnitKind::Clinic,
                    words(format!("{nb} {place}"), format!("{nn} {place}"), format!("{en}, {place}")),
                    &hospital,
                );
                for d in 0..size.departments {
                    let Some((nb, nn, en)) = DEPARTMENTS.get(d % DEPARTMENTS.len()) else { continue };
                    let department = add(
                        format!("{clinic}.a{d}"),
                        UnitKind::Department,
                        words((*nb).to_owned(), (*nn).to_owned(), (*en).to_owned()),
                        &clinic,
                    );
                    for w in 0..size.wards {
                        add(
                            format!("{department}.p{w}"),
                            UnitKind::Ward,
                            words(
                                format!("Sengepost {}", w + 1),
                                format!("Sengepost {}", w + 1),
                                format!("Ward {}", w + 1),
                            ),
                            &department,
                        );
                    }
                }
            }
        }
    }
    for m in 0..size.municipalities {
        let place = name(&TRUSTS, m);
        let municipality = add(
            format!("syn.k{m}"),
            UnitKind::Municipality,
            words(
                format!("{place} kommune (syntetisk)"),
                format!("{place} kommune (syntetisk)"),
                format!("{place} Municipality (synthetic)"),
            ),
            "no",
        );
        let mut parent = municipality.clone();
        for s in 0..size.services {
            let Some((kind, nb, nn, en)) = SERVICES.get(s % SERVICES.len()) else { continue };
            let code = add(
                format!("{municipality}.t{s}"),
                *kind,
                words(format!("{nb} {place}"), format!("{nn} {place}"), format!("{en}, {place}")),
                &parent,
            );
            if s == 0 {
                parent = code;
            }
        }
    }
    units
}
