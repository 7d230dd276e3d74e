//! `Communication`: what the house and a reporter, a patient or a partner write to each other about a report.

use serde_json::{Value, json};

use crate::types::{CodeableConcept, Extension, Identifier, Meta, Reference, part};

/// The id under which a nameless sender lies in its message.
const REPORTER: &str = "reporter-token";

part! {
    /// One message.
    Communication {
        /// `Communication`.
        resource_type: String,
        /// Its id.
        id: Option<String>,
        /// What the server knows about it.
        meta: Option<Meta>,
        /// Resources that exist only in it.
        contained: Vec<Value>,
        /// What FHIR has no field for.
        extension: Vec<Extension>,
        /// Its identifiers.
        identifier: Vec<Identifier>,
        /// The messages that it answers.
        in_response_to: Vec<Reference>,
        /// How far it has come. Always there.
        status: Option<String>,
        /// What sort of message.
        category: Vec<CodeableConcept>,
        /// How it hurries.
        priority: Option<String>,
        /// What it is about, in words.
        topic: Option<CodeableConcept>,
        /// What it is about, such as the report.
        about: Vec<Reference>,
        /// When it was sent.
        sent: Option<String>,
        /// When it arrived.
        received: Option<String>,
        /// Who gets it.
        recipient: Vec<Reference>,
        /// Who has sent it.
        sender: Option<Reference>,
        /// What it says.
        payload: Vec<Payload>,
    }
}

part! {
    /// One part of what a message says: exactly one of these.
    Payload {
        /// In words.
        content_string: Option<String>,
        /// As another resource.
        content_reference: Option<Reference>,
    }
}

impl Communication {
    /// A message that was sent, about something, in words; `sent` is a time with its zone.
    pub fn of(about: Reference, sent: &str, words: &str) -> Self {
        Self {
            resource_type: "Communication".to_owned(),
            status: Some("completed".to_owned()),
            about: vec![about],
            sent: Some(sent.to_owned()),
            payload: vec![Payload { content_string: Some(words.to_owned()), ..Payload::default() }],
            ..Self::default()
        }
    }

    /// The same message from a reporter without a name.
    ///
    /// The sender is a contained device, the reply box: R4 knows no person who may send without being a patient, a
    /// relative of one or a practitioner, and which of these it is, we do not know. It says nothing; above all not
    /// the token, which opens the report to whoever has it.
    #[must_use]
    pub fn from_reporter(mut self) -> Self {
        self.contained.retain(|known| known.get("id").and_then(Value::as_str) != Some(REPORTER));
        self.contained.push(json!({ "resourceType": "Device", "id": REPORTER }));
        self.sender = Some(Reference::to(&format!("#{REPORTER}")));
        self
    }

    /// All that it says in words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.payload.iter().filter_map(|payload| payload.content_string.as_deref())
    }
}
