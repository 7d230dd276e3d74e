//! What a set of rules can say.

use varde_kernel::Words;

use super::{Condition, Deadline, Validity};

/// Which edition of which set.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SetKey {
    /// What it is called in files; the same in every version.
    pub code: String,
    /// Which version of it.
    pub version: String,
}

/// Rules that come into force and end together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSet {
    /// Which edition of which set.
    pub key: SetKey,
    /// Its name.
    pub name: Words,
    /// What a reader should know of it; may be empty.
    pub note: Words,
    /// For events of which days it holds.
    pub validity: Validity,
    /// The set that it takes over from.
    pub replaces: Option<String>,
    /// Where it is written.
    pub sources: Vec<Source>,
    /// Its rules, in the order in which they are shown.
    pub rules: Vec<Rule>,
}

impl RuleSet {
    /// The rule of a code.
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.code == code)
    }
}

/// A document and the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document's title.
    pub document: String,
    /// Where in it.
    pub place: String,
}

/// One duty or right: when it arises, towards whom, by when and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What it is called in files; the same in every version of its set.
    pub code: String,
    /// What is to be done, in a few words.
    pub name: Words,
    /// What whoever decides should know; may be empty.
    pub note: Words,
    /// Whether it has to be done, or may be.
    pub force: Force,
    /// When it applies.
    pub when: Condition,
    /// Who is to be told.
    pub recipients: Vec<Recipient>,
    /// How soon, and from when on.
    pub deadline: Deadline,
    /// By which ways, the first one first.
    pub channels: Vec<Channel>,
    /// What is sent.
    pub payload: Payload,
    /// Who decides whether it applies.
    pub decides: Decider,
    /// Where it is written: at least one place.
    pub sources: Vec<Source>,
    /// How sure it is.
    pub certainty: Certainties,
}

/// How sure the parts of a rule are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certainties {
    /// That there is such a duty, for this cause and towards these recipients.
    pub duty: Certainty,
    /// How soon it is to be done.
    pub deadline: Certainty,
}

varde_kernel::named! {
    /// How sure something is.
    Certainty {
        /// It was read at its source.
        Established "established",
        /// It is held to be so, and was not read at its source.
        Unchecked "unchecked",
        /// Nobody has established it: look it up before relying on it.
        NotEstablished "not_established",
    }
}

varde_kernel::named! {
    /// Whether something has to be done, or may be.
    Force {
        /// It has to be done.
        Duty "duty",
        /// It may be done.
        Right "right",
    }
}

varde_kernel::named! {
    /// Who is to be told.
    Recipient {
        /// Statens helsetilsyn.
        BoardOfHealthSupervision "board_of_health_supervision",
        /// The commission of inquiry (Ukom).
        Ukom "ukom",
        /// Statsforvalteren.
        CountyGovernor "county_governor",
        /// The supervisory authority, whichever it is in the case.
        SupervisoryAuthority "supervisory_authority",
        /// Direktoratet for medisinske produkter.
        MedicalProducts "medical_products",
        /// Folkehelseinstituttet.
        PublicHealth "public_health",
        /// Helsedirektoratet.
        DirectorateOfHealth "directorate_of_health",
        /// Direktoratet for samfunnssikkerhet og beredskap.
        CivilProtection "civil_protection",
        /// Direktoratet for strålevern og atomsikkerhet.
        RadiationProtection "radiation_protection",
        /// Mattilsynet.
        FoodSafety "food_safety",
        /// Datatilsynet.
        DataProtection "data_protection",
        /// Nasjonal sikkerhetsmyndighet.
        NationalSecurity "national_security",
        /// The health sector's response centre for digital security.
        HealthCert "health_cert",
        /// Arbeidstilsynet.
        LabourInspection "labour_inspection",
        /// The labour and welfare administration.
        Nav "nav",
        /// The nearest police.
        Police "police",
        /// The municipality's chief doctor.
        MunicipalDoctor "municipal_doctor",
        /// The regional competence centre for infection control.
        InfectionControlCentre "infection_control_centre",
        /// The blood bank that delivered or drew the blood.
        BloodBank "blood_bank",
        /// The patient or user, and the next of kin.
        PatientAndNextOfKin "patient_and_next_of_kin",
        /// Those whom the data are about.
        DataSubjects "data_subjects",
        /// One's own management.
        OwnManagement "own_management",
        /// Someone whom nobody has established: look it up.
        NotEstablished "not_established",
    }
}

varde_kernel::named! {
    /// A part of the common form on melde.no; the names are those of its interface, in our own spelling.
    Area {
        /// Serious events.
        SeriousIncident "serious_incident",
        /// Unwanted effects of medicines.
        DrugSideEffects "drug_side_effects",
        /// Blood, cells, tissue and organs.
        Biovigilance "biovigilance",
        /// Cosmetics.
        Cosmetics "cosmetics",
        /// Diet supplements.
        DietarySupplements "dietary_supplements",
        /// Medical devices.
        MedicalEquipment "medical_equipment",
        /// Electronic cigarettes.
        ECigarette "e_cigarette",
        /// Radiation; the interface has no fields for it yet.
        Radiation "radiation",
    }
}

/// A way to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Channel {
    /// The common form on melde.no, with this part of it filled in.
    MeldeNo(Area),
    /// The patient's own pages on Helsenorge.
    Helsenorge,
    /// By telephone; the number where it is established.
    Phone(Option<String>),
    /// By word of mouth, face to face or by telephone.
    Oral,
    /// In writing, in no set form.
    Writing,
    /// The system for outbreaks, Vesuv.
    Vesuv,
    /// A form of this name.
    Form(Words),
    /// Within one's own management system.
    Internal,
    /// Nobody has established how.
    NotEstablished,
}

varde_kernel::named! {
    /// What is sent.
    Payload {
        /// That it happened, in short.
        Notice "notice",
        /// The part of the melde.no form that the channel names.
        MeldeNoForm "melde_no_form",
        /// A report with the content that the law asks for.
        StatutoryReport "statutory_report",
        /// A written account in no set form.
        WrittenAccount "written_account",
        /// The form that the channel names.
        NamedForm "named_form",
        /// Information to those affected: what happened, what was done, the right to seek compensation, the ombud.
        Information "information",
        /// An invitation to a meeting.
        MeetingInvitation "meeting_invitation",
        /// A review within the service.
        Review "review",
    }
}

varde_kernel::named! {
    /// Who decides whether a rule applies. Always a named person who holds the part.
    Decider {
        /// A clinician with responsibility for the patient.
        Clinician "clinician",
        /// A doctor: the duty is the doctor's own.
        Doctor "doctor",
        /// A leader of the unit.
        Leader "leader",
        /// Whoever works there and saw it: the duty is each one's own.
        HealthWorker "health_worker",
        /// The patient, the user or the next of kin.
        PatientOrNextOfKin "patient_or_next_of_kin",
    }
}
