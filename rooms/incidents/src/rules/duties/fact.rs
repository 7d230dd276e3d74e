//! What is known of an event, as far as the rules ask.

use std::collections::BTreeMap;
use std::ops::Not;

varde_kernel::named! {
    /// An answer to one question about an event. In this order the answer to "all of these" is the least of the
    /// answers and the answer to "any of these" the greatest (Kleene's logic of three values).
    Answer {
        /// It is not so.
        No "no",
        /// Nobody has said yet.
        Unknown "unknown",
        /// It is so.
        Yes "yes",
    }
}

impl Not for Answer {
    type Output = Self;
    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
            Self::Yes => Self::No,
        }
    }
}

varde_kernel::named! {
    /// A question about an event that some rule asks. Several are judgements that no form can compute; whether an
    /// outcome lay beyond the foreseeable risk is the weightiest of them.
    Fact {
        /// A patient or user died.
        PatientDeath "patient_death",
        /// A patient or user was very seriously harmed (*svært alvorlig skade*), a legal judgement.
        VerySeriousHarm "very_serious_harm",
        /// The service, or the lack of it, brought it about.
        CausedByService "caused_by_service",
        /// One patient or user harmed another.
        HarmBetweenPatients "harm_between_patients",
        /// The outcome was unexpected in view of the foreseeable risk (*påregnelig risiko*), a clinical judgement.
        BeyondForeseeableRisk "beyond_foreseeable_risk",
        /// A patient or user was harmed, however little.
        PatientHarm "patient_harm",
        /// A serious complication arose.
        SeriousComplication "serious_complication",
        /// An unwanted effect of a medicine is suspected; nobody has to prove it.
        DrugReactionSuspected "drug_reaction_suspected",
        /// The suspected medicine is a vaccine.
        VaccineInvolved "vaccine_involved",
        /// It was life-threatening.
        LifeThreatening "life_threatening",
        /// It left lasting after-effects.
        LastingEffects "lasting_effects",
        /// It led to a stay in hospital, or made one longer.
        HospitalStay "hospital_stay",
        /// The reaction is new, or was not to be expected.
        ReactionUnexpected "reaction_unexpected",
        /// A medical device led to it, or could have.
        DeviceInvolved "device_involved",
        /// Someone's health worsened seriously.
        SeriousDeterioration "serious_deterioration",
        /// It could have led to death or to a serious worsening of someone's health.
        CouldHaveBeenSerious "could_have_been_serious",
        /// Electro-medical equipment was involved.
        ElectroMedicalInvolved "electro_medical_involved",
        /// Electro-medical equipment had a fault, of any kind.
        ElectroMedicalFault "electro_medical_fault",
        /// A donor or a receiver of blood had a serious reaction.
        SeriousBloodReaction "serious_blood_reaction",
        /// Someone was given blood that was not meant for them.
        WrongBloodTransfused "wrong_blood_transfused",
        /// A serious event or near miss in drawing, preparing or giving blood.
        SeriousBloodEvent "serious_blood_event",
        /// Cells, tissue or an organ for transplantation were involved in a serious event or reaction.
        TransplantEvent "transplant_event",
        /// A worker or patient was exposed to radiation, unintended and clearly above what is normal.
        RadiationAboveNormal "radiation_above_normal",
        /// A radiation dose deviated considerably from what was intended.
        RadiationDoseDeviated "radiation_dose_deviated",
        /// A source of radiation was lost or stolen.
        RadiationSourceLost "radiation_source_lost",
        /// Radiation equipment failed technically in a way that matters for radiation protection.
        RadiationEquipmentFailed "radiation_equipment_failed",
        /// An outbreak of infection, suspected or confirmed, in a hospital.
        OutbreakInHospital "outbreak_in_hospital",
        /// An outbreak of infection, suspected or confirmed, in a municipal institution.
        OutbreakInMunicipality "outbreak_in_municipality",
        /// A case of a disease in group A of the infection register.
        GroupADisease "group_a_disease",
        /// The disease is on the list of those that are told by telephone at once.
        DiseaseToldAtOnce "disease_told_at_once",
        /// A death may be unnatural in the sense of the regulation's nine groups.
        DeathMayBeUnnatural "death_may_be_unnatural",
        /// Someone died at work.
        StaffDeath "staff_death",
        /// Someone was seriously injured at work.
        StaffSeriousInjury "staff_serious_injury",
        /// Conditions at the place put patients' safety at risk.
        PatientsEndangered "patients_endangered",
        /// A serious unwanted medical event in a research project.
        ResearchEvent "research_event",
        /// Personal data came astray, were changed, or could not be reached.
        DataBreach "data_breach",
        /// A digital security event.
        DigitalSecurityEvent "digital_security_event",
        /// A cosmetic product is suspected to have caused it.
        CosmeticsInvolved "cosmetics_involved",
        /// A diet supplement is suspected to have caused it.
        DietSupplementInvolved "diet_supplement_involved",
        /// An electronic cigarette is suspected to have caused it.
        ECigaretteInvolved "e_cigarette_involved",
    }
}

/// What is known of an event. Whatever nobody has answered is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<Fact, Answer>);

impl Facts {
    /// Nothing is known yet.
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// The same with one answer put or replaced; [`Answer::Unknown`] takes an answer back.
    #[must_use]
    pub fn with(mut self, fact: Fact, answer: Answer) -> Self {
        match answer {
            Answer::Unknown => self.0.remove(&fact),
            Answer::Yes | Answer::No => self.0.insert(fact, answer),
        };
        self
    }

    /// The answer to one question.
    pub fn get(&self, fact: Fact) -> Answer {
        self.0.get(&fact).copied().unwrap_or(Answer::Unknown)
    }

    /// The questions that have an answer, with it, in the order of [`Fact::ALL`].
    pub fn known(&self) -> impl Iterator<Item = (Fact, Answer)> {
        self.0.iter().map(|(fact, answer)| (*fact, *answer))
    }

    /// What is otherwise in `later`, in the order of [`Fact::ALL`].
    pub fn changes(&self, later: &Self) -> Vec<FactChange> {
        Fact::ALL
            .iter()
            .map(|fact| FactChange { fact: *fact, before: self.get(*fact), after: later.get(*fact) })
            .filter(|change| change.before != change.after)
            .collect()
    }
}

impl FromIterator<(Fact, Answer)> for Facts {
    fn from_iter<T: IntoIterator<Item = (Fact, Answer)>>(answers: T) -> Self {
        answers.into_iter().fold(Self::new(), |facts, (fact, answer)| facts.with(fact, answer))
    }
}

/// An answer that became another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactChange {
    /// Which question.
    pub fact: Fact,
    /// Its answer before.
    pub before: Answer,
    /// Its answer now.
    pub after: Answer,
}
