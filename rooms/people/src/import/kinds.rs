//! What people call the kinds of unit in tables of their own.

use varde_kernel::UnitKind;

/// The kind that a cell names: by its code, or as it is called in any of the languages.
pub(super) fn kind_called(text: &str) -> Option<UnitKind> {
    let text = text.trim().to_lowercase();
    if let Ok(kind) = text.replace([' ', '-'], "_").parse() {
        return Some(kind);
    }
    Some(match text.as_str() {
        "land" | "nation" => UnitKind::Nation,
        "departement" | "ministry" => UnitKind::Ministry,
        "myndighet" | "styresmakt" | "authority" => UnitKind::Authority,
        "regionalt helseforetak" | "regionalt helseføretak" | "regional health authority" | "rhf" => {
            UnitKind::RegionalHealthAuthority
        }
        "helseforetak" | "helseføretak" | "health trust" | "hf" => UnitKind::HealthTrust,
        "sykehus" | "sjukehus" | "hospital" => UnitKind::Hospital,
        "klinikk" | "clinic" => UnitKind::Clinic,
        "avdeling" | "department" => UnitKind::Department,
        "sengepost eller seksjon" | "ward or section" | "sengepost" | "seksjon" | "post" => UnitKind::Ward,
        "fylke" | "county" => UnitKind::County,
        "kommune" | "municipality" => UnitKind::Municipality,
        "kommunal tjeneste" | "kommunal teneste" | "municipal service" => UnitKind::MunicipalService,
        "sykehjem" | "sjukeheim" | "nursing home" => UnitKind::NursingHome,
        "hjemmetjeneste" | "heimeteneste" | "home care" => UnitKind::HomeCare,
        "fastlegekontor" | "gp practice" | "legekontor" => UnitKind::GpPractice,
        "legevakt" | "out-of-hours service" => UnitKind::OutOfHours,
        "privat leverandør" | "private provider" => UnitKind::PrivateProvider,
        "kompetansesenter" | "competence centre" => UnitKind::CompetenceCentre,
        "organisasjon" | "organisation" => UnitKind::Organisation,
        "utdanning" | "education" => UnitKind::Education,
        "annet" | "anna" | "other" => UnitKind::Other,
        _ => return None,
    })
}

/// What a unit is taken for by where it stands, in a tree that does not say: the step below on the ladder from the
/// nation to the ward, and nothing in particular elsewhere.
pub(super) const fn kind_below(above: UnitKind) -> UnitKind {
    match above {
        UnitKind::Nation => UnitKind::RegionalHealthAuthority,
        UnitKind::RegionalHealthAuthority => UnitKind::HealthTrust,
        UnitKind::HealthTrust => UnitKind::Hospital,
        UnitKind::Hospital | UnitKind::Clinic => UnitKind::Department,
        UnitKind::Department | UnitKind::Ward => UnitKind::Ward,
        UnitKind::Municipality => UnitKind::MunicipalService,
        _ => UnitKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use varde_kernel::Locale;

    use super::*;

    #[test]
    fn every_kind_is_known_by_its_code_and_by_its_name_on_the_page() {
        let room = crate::room();
        for locale in Locale::ALL {
            let say = varde_web::voice(std::slice::from_ref(&room), locale, jiff::tz::TimeZone::UTC);
            for kind in UnitKind::ALL {
                assert_eq!(kind_called(kind.name()), Some(*kind));
                let name = say.t(crate::unit_kind_key(*kind));
                assert_eq!(kind_called(&name), Some(*kind), "{name}");
            }
        }
        assert_eq!(kind_called("avdelinga vår"), None);
    }
}
