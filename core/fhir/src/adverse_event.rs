//! `AdverseEvent`: what somebody has reported, whether or not anyone was harmed.
//!
//! R4 has no field for what sort of report it is, nor for what happened in words; both are extensions of ours. Nor has
//! it an event without a subject: where nobody was harmed, the subject is a group of nobody.

use serde_json::{Value, json};

use crate::system;
use crate::types::{CodeableConcept, Extension, Identifier, Meta, Reference, part};

/// Where our own extensions are, each by its name.
///
/// R4 wants a web address here, not a `urn`. This one is in a domain that is kept for examples, and answers nobody.
const OURS: &str = "https://varde.example/fhir/StructureDefinition/";

/// The id under which the subject lies in the event.
const SUBJECT: &str = "subject";

part! {
    /// What somebody has reported.
    AdverseEvent {
        /// `AdverseEvent`.
        resource_type: String,
        /// Its id.
        id: Option<String>,
        /// What the server knows about it.
        meta: Option<Meta>,
        /// Resources that exist only in it.
        contained: Vec<Value>,
        /// What FHIR has no field for.
        extension: Vec<Extension>,
        /// The event's identifier: the same for all who were harmed by one event.
        identifier: Option<Identifier>,
        /// `actual` or `potential`.
        actuality: Option<String>,
        /// What sort of event.
        category: Vec<CodeableConcept>,
        /// What it was.
        event: Option<CodeableConcept>,
        /// Who was harmed, or could have been. Always there.
        subject: Option<Reference>,
        /// When it happened.
        date: Option<String>,
        /// When it was found.
        detected: Option<String>,
        /// When it was reported.
        recorded_date: Option<String>,
        /// The conditions that it led to.
        resulting_condition: Vec<Reference>,
        /// Where it happened.
        location: Option<Reference>,
        /// How serious it was as an event.
        seriousness: Option<CodeableConcept>,
        /// How bad it was for the subject; one of [`EventSeverity`].
        severity: Option<CodeableConcept>,
        /// How it went with the subject; one of [`EventOutcome`].
        outcome: Option<CodeableConcept>,
        /// Who has reported it.
        recorder: Option<Reference>,
        /// Who was involved.
        contributor: Vec<Reference>,
        /// What may have brought it about.
        suspect_entity: Vec<SuspectEntity>,
    }
}

part! {
    /// What may have brought an event about.
    SuspectEntity {
        /// Which medicine, device, substance or procedure. Always there.
        instance: Option<Reference>,
        /// What makes one think so.
        causality: Vec<Causality>,
    }
}

part! {
    /// What makes one think that something brought an event about.
    Causality {
        /// How sure one is.
        assessment: Option<CodeableConcept>,
        /// What relates it to the product, in words.
        product_relatedness: Option<String>,
        /// Who thinks so.
        author: Option<Reference>,
        /// By which method.
        method: Option<CodeableConcept>,
    }
}

macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$doc])* $variant,)*
        }

        impl $name {
            /// Each of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            /// The one with this code.
            pub fn of_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}
pub(crate) use codes;

codes! {
    /// What sort of report it is.
    EventKind {
        /// Something happened, and it reached somebody.
        Incident = "incident",
        /// Something happened, but it reached nobody.
        NearMiss = "near-miss",
        /// Nothing happened yet, but it could.
        UnsafeCondition = "unsafe-condition",
        /// Somebody worries, and whether anything went wrong is not known.
        Concern = "concern",
        /// Something went well.
        GoodCare = "good-care",
    }
}

impl EventKind {
    /// `actual` for what has happened to somebody, `potential` for what could have or may have.
    pub fn actuality(self) -> &'static str {
        match self {
            Self::Incident | Self::GoodCare => "actual",
            Self::NearMiss | Self::UnsafeCondition | Self::Concern => "potential",
        }
    }
}

codes! {
    /// How bad an event was for its subject: the codes that R4 knows.
    EventSeverity {
        /// Mild.
        Mild = "mild",
        /// Moderate.
        Moderate = "moderate",
        /// Severe.
        Severe = "severe",
    }
}

codes! {
    /// How it went with the subject: the codes that R4 knows.
    EventOutcome {
        /// It is over.
        Resolved = "resolved",
        /// It is getting better.
        Recovering = "recovering",
        /// It goes on.
        Ongoing = "ongoing",
        /// It is over, and something is left.
        ResolvedWithSequelae = "resolvedWithSequelae",
        /// The subject died.
        Fatal = "fatal",
        /// Nobody knows.
        Unknown = "unknown",
    }
}

/// Who was harmed, or could have been; never who that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventSubject {
    /// So many people together. Nobody is a group of 0.
    Group(u32),
    /// One patient or user.
    Patient,
    /// One of those who work there.
    Staff,
    /// Someone else, in words that name nobody, such as "a visitor". R4 knows them only as a `RelatedPerson`, which
    /// cannot lie in the event, since it must say whose relative it is; so it is a pointer without an address.
    Other(String),
}

impl EventSubject {
    /// The pointer to it, and what it points to inside the event.
    fn parts(&self) -> (Reference, Option<Value>) {
        let inside = |value: Value| (Reference::to(&format!("#{SUBJECT}")), Some(value));
        match self {
            Self::Group(n_persons) => inside(json!({
                "resourceType": "Group", "id": SUBJECT, "type": "person", "actual": true, "quantity": n_persons,
            })),
            Self::Patient => inside(json!({ "resourceType": "Patient", "id": SUBJECT })),
            Self::Staff => inside(json!({ "resourceType": "Practitioner", "id": SUBJECT })),
            Self::Other(words) => (Reference::named("RelatedPerson", words), None),
        }
    }
}

/// One person whom an event has harmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HarmedPerson {
    /// Who, without saying who.
    pub subject: EventSubject,
    /// How bad it was.
    pub severity: Option<EventSeverity>,
    /// How it went.
    pub outcome: Option<EventOutcome>,
}

impl AdverseEvent {
    /// A report of this kind, with everything that R4 demands.
    pub fn new(kind: EventKind, subject: &EventSubject) -> Self {
        let event = Self {
            resource_type: "AdverseEvent".to_owned(),
            extension: vec![Extension::code(&ours("report-kind"), kind.code())],
            actuality: Some(kind.actuality().to_owned()),
            ..Self::default()
        };
        event.about(subject)
    }

    /// The same report with what happened in words.
    #[must_use]
    pub fn described(mut self, words: &str) -> Self {
        let url = ours("report-description");
        self.extension.retain(|known| known.url.as_deref() != Some(&url));
        self.extension.push(Extension::text(&url, words));
        self
    }

    /// The same report about someone else.
    #[must_use]
    pub fn about(mut self, subject: &EventSubject) -> Self {
        let (reference, inside) = subject.parts();
        self.contained.retain(|known| known.get("id").and_then(Value::as_str) != Some(SUBJECT));
        self.contained.extend(inside);
        self.subject = Some(reference);
        self
    }

    /// One event as R4 tells of several persons: one resource for each, all with the event's identifier.
    ///
    /// With one person, or none, it stays one resource with its own id; of several, each has its number after the
    /// id. R4 has no other tie between them than the identifier.
    pub fn for_each(&self, event: &Identifier, persons: &[HarmedPerson]) -> Vec<Self> {
        let tied = Self { identifier: Some(event.clone()), ..self.clone() };
        if persons.is_empty() {
            return vec![tied];
        }
        let numbered = 1 < persons.len();
        let each = |(number, person): (usize, &HarmedPerson)| {
            let mut one = tied.clone().about(&person.subject);
            if numbered {
                one.id = one.id.map(|id| format!("{id}-{number}"));
            }
            one.severity = person.severity.map(|severity| CodeableConcept::of(system::SEVERITY, severity.code()));
            one.outcome = person.outcome.map(|outcome| CodeableConcept::of(system::OUTCOME, outcome.code()));
            one
        };
        (1..).zip(persons).map(each).collect()
    }

    /// What sort of report it is, when it says so the way we do.
    pub fn kind(&self) -> Option<EventKind> {
        EventKind::of_code(self.ours("report-kind")?.value_code.as_deref()?)
    }

    /// What happened in words, when it says so the way we do.
    pub fn description(&self) -> Option<&str> {
        self.ours("report-description")?.value_string.as_deref()
    }

    fn ours(&self, name: &str) -> Option<&Extension> {
        let url = ours(name);
        self.extension.iter().find(|known| known.url.as_deref() == Some(&url))
    }
}

fn ours(name: &str) -> String {
    format!("{OURS}{name}")
}
