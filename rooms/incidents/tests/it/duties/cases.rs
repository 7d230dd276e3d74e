//! What each rule of the content says of one event, written down from the law's side and not from the file.

use varde_incidents::rules::duties::Recipient as R;
use varde_incidents::rules::duties::{ClockStart, Fact, Pace};

/// A rule, the facts that make it apply, a fact of these without which it does not, whom it reaches and by when. The
/// event became known on Monday 2 November 2026 at noon.
pub(super) type Case = (&'static str, &'static str, &'static [Fact], Option<Fact>, &'static [R], When);

/// How soon, in the cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// By this instant in Oslo.
    By(&'static str),
    /// At this pace, without a limit.
    Soon(Pace),
    /// Without a limit.
    NoLimit,
    /// Nobody has established it.
    NotEstablished,
    /// The clock waits for this.
    After(ClockStart),
}

/// A death that has to be told.
pub(super) const SERIOUS: &[Fact] = &[Fact::PatientDeath, Fact::CausedByService, Fact::BeyondForeseeableRisk];

/// One case for each rule of the content, in its order.
pub(super) const CASES: &[Case] = &[
    (
        "notification-scheme",
        "serious-event",
        SERIOUS,
        Some(Fact::BeyondForeseeableRisk),
        &[R::BoardOfHealthSupervision, R::Ukom],
        When::Soon(Pace::AtOnce),
    ),
    (
        "notification-scheme",
        "patients-notification",
        &[Fact::VerySeriousHarm, Fact::HarmBetweenPatients, Fact::BeyondForeseeableRisk],
        Some(Fact::HarmBetweenPatients),
        &[R::BoardOfHealthSupervision, R::Ukom],
        When::NoLimit,
    ),
    (
        "reporting-scheme",
        "serious-event",
        SERIOUS,
        Some(Fact::CausedByService),
        &[R::CountyGovernor, R::Ukom],
        When::By("2026-11-10T00:00"),
    ),
    (
        "reporting-scheme",
        "follow-up-report",
        SERIOUS,
        Some(Fact::PatientDeath),
        &[R::CountyGovernor],
        When::After(ClockStart::Notification),
    ),
    (
        "standing-duties",
        "inform-patient",
        &[Fact::PatientHarm],
        Some(Fact::PatientHarm),
        &[R::PatientAndNextOfKin],
        When::Soon(Pace::WithoutUndueDelay),
    ),
    (
        "standing-duties",
        "meet-patient",
        &[Fact::VerySeriousHarm, Fact::CausedByService],
        Some(Fact::CausedByService),
        &[R::PatientAndNextOfKin],
        When::Soon(Pace::AsSoonAsPossible),
    ),
    (
        "standing-duties",
        "drug-reaction",
        &[Fact::DrugReactionSuspected, Fact::HospitalStay],
        Some(Fact::DrugReactionSuspected),
        &[R::MedicalProducts],
        When::NotEstablished,
    ),
    (
        "standing-duties",
        "vaccine-reaction",
        &[Fact::DrugReactionSuspected, Fact::VaccineInvolved, Fact::ReactionUnexpected],
        Some(Fact::VaccineInvolved),
        &[R::PublicHealth],
        When::NotEstablished,
    ),
    (
        "standing-duties",
        "medical-device",
        &[Fact::DeviceInvolved, Fact::CouldHaveBeenSerious],
        Some(Fact::CouldHaveBeenSerious),
        &[R::MedicalProducts],
        When::Soon(Pace::WithoutUndueDelay),
    ),
    (
        "standing-duties",
        "electro-medical-death",
        &[Fact::ElectroMedicalInvolved, Fact::PatientDeath],
        Some(Fact::PatientDeath),
        &[R::CivilProtection],
        When::By("2026-11-04T00:00"),
    ),
    (
        "standing-duties",
        "blood",
        &[Fact::WrongBloodTransfused],
        Some(Fact::WrongBloodTransfused),
        &[R::MedicalProducts],
        When::NotEstablished,
    ),
    (
        "standing-duties",
        "blood-bank",
        &[Fact::SeriousBloodEvent],
        Some(Fact::SeriousBloodEvent),
        &[R::BloodBank],
        When::NotEstablished,
    ),
    (
        "standing-duties",
        "transplant",
        &[Fact::TransplantEvent],
        Some(Fact::TransplantEvent),
        &[R::NotEstablished],
        When::NotEstablished,
    ),
    (
        "standing-duties",
        "radiation",
        &[Fact::RadiationSourceLost],
        Some(Fact::RadiationSourceLost),
        &[R::RadiationProtection],
        When::Soon(Pace::AtOnce),
    ),
    (
        "standing-duties",
        "radiation-in-writing",
        &[Fact::RadiationDoseDeviated],
        Some(Fact::RadiationDoseDeviated),
        &[R::RadiationProtection],
        When::By("2026-11-06T00:00"),
    ),
    (
        "standing-duties",
        "outbreak-in-hospital",
        &[Fact::OutbreakInHospital],
        Some(Fact::OutbreakInHospital),
        &[R::PublicHealth, R::CountyGovernor, R::InfectionControlCentre],
        When::Soon(Pace::AtOnce),
    ),
    (
        "standing-duties",
        "outbreak-in-municipality",
        &[Fact::OutbreakInMunicipality],
        Some(Fact::OutbreakInMunicipality),
        &[R::MunicipalDoctor, R::CountyGovernor],
        When::Soon(Pace::AtOnce),
    ),
    (
        "standing-duties",
        "disease-report",
        &[Fact::GroupADisease],
        Some(Fact::GroupADisease),
        &[R::PublicHealth, R::MunicipalDoctor],
        When::By("2026-11-03T00:00"),
    ),
    (
        "standing-duties",
        "disease-by-phone",
        &[Fact::DiseaseToldAtOnce],
        Some(Fact::DiseaseToldAtOnce),
        &[R::MunicipalDoctor],
        When::Soon(Pace::AtOnce),
    ),
    (
        "standing-duties",
        "unnatural-death",
        &[Fact::PatientDeath, Fact::DeathMayBeUnnatural],
        Some(Fact::DeathMayBeUnnatural),
        &[R::Police],
        When::Soon(Pace::AsSoonAsPossible),
    ),
    (
        "standing-duties",
        "injury-at-work",
        &[Fact::StaffSeriousInjury],
        Some(Fact::StaffSeriousInjury),
        &[R::LabourInspection, R::Police],
        When::Soon(Pace::AtOnce),
    ),
    (
        "standing-duties",
        "occupational-injury",
        &[Fact::StaffDeath],
        Some(Fact::StaffDeath),
        &[R::Nav],
        When::NotEstablished,
    ),
    (
        "standing-duties",
        "patients-endangered",
        &[Fact::PatientsEndangered],
        Some(Fact::PatientsEndangered),
        &[R::SupervisoryAuthority],
        When::NotEstablished,
    ),
    (
        "standing-duties",
        "research-event",
        &[Fact::ResearchEvent],
        Some(Fact::ResearchEvent),
        &[R::BoardOfHealthSupervision],
        When::Soon(Pace::AtOnce),
    ),
    (
        "standing-duties",
        "data-breach",
        &[Fact::DataBreach],
        Some(Fact::DataBreach),
        &[R::DataProtection],
        When::By("2026-11-05T12:00"),
    ),
    (
        "standing-duties",
        "data-subjects",
        &[Fact::DataBreach],
        Some(Fact::DataBreach),
        &[R::DataSubjects],
        When::NotEstablished,
    ),
    (
        "standing-duties",
        "digital-event",
        &[Fact::DigitalSecurityEvent],
        Some(Fact::DigitalSecurityEvent),
        &[R::NationalSecurity, R::HealthCert],
        When::NotEstablished,
    ),
    (
        "standing-duties",
        "cosmetics",
        &[Fact::CosmeticsInvolved],
        Some(Fact::CosmeticsInvolved),
        &[R::FoodSafety],
        When::NotEstablished,
    ),
    (
        "standing-duties",
        "diet-supplement",
        &[Fact::DietSupplementInvolved],
        Some(Fact::DietSupplementInvolved),
        &[R::FoodSafety],
        When::NotEstablished,
    ),
    (
        "standing-duties",
        "e-cigarette",
        &[Fact::ECigaretteInvolved],
        Some(Fact::ECigaretteInvolved),
        &[R::DirectorateOfHealth, R::MedicalProducts],
        When::NotEstablished,
    ),
    ("standing-duties", "own-review", &[], None, &[R::OwnManagement], When::NoLimit),
];
