//! `Task`: a duty to be done, or a report that is handed over.

use serde_json::Value;

use crate::types::{CodeableConcept, Extension, Identifier, Meta, Period, Reference, part};

part! {
    /// Something to be done.
    Task {
        /// `Task`.
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
        /// How far it has come. Always there; one of the codes of R4.
        status: Option<String>,
        /// Why it stands where it stands.
        status_reason: Option<CodeableConcept>,
        /// Whether it is a wish or an order. Always there; one of the codes of R4.
        intent: Option<String>,
        /// How it hurries: `routine`, `urgent`, `asap` or `stat`.
        priority: Option<String>,
        /// What sort of task.
        code: Option<CodeableConcept>,
        /// What is to be done, in words.
        description: Option<String>,
        /// What it is done to, such as the report.
        focus: Option<Reference>,
        /// When it was written.
        authored_on: Option<String>,
        /// When it was last changed.
        last_modified: Option<String>,
        /// Who wants it done.
        requester: Option<Reference>,
        /// Who is to do it.
        owner: Option<Reference>,
        /// Why it is to be done.
        reason_code: Option<CodeableConcept>,
        /// Within which bounds it is to be done.
        restriction: Option<TaskRestriction>,
        /// What came of it.
        output: Vec<TaskOutput>,
    }
}

part! {
    /// Within which bounds a task is to be done.
    TaskRestriction {
        /// From when, and by when.
        period: Option<Period>,
    }
}

part! {
    /// One thing that came of a task, with exactly one value.
    TaskOutput {
        /// What sort of thing. Always there.
        r#type: Option<CodeableConcept>,
        /// In words.
        value_string: Option<String>,
        /// As another resource.
        value_reference: Option<Reference>,
        /// As a day or a time.
        value_date_time: Option<String>,
    }
}

impl Task {
    /// Something that somebody is asked to do about a report, by when; `by` is a day or a time with its zone.
    pub fn requested(focus: Reference, code: CodeableConcept, owner: Reference, by: Option<&str>) -> Self {
        let period = by.map(|by| Period { end: Some(by.to_owned()), ..Period::default() });
        Self {
            resource_type: "Task".to_owned(),
            status: Some("requested".to_owned()),
            intent: Some("order".to_owned()),
            code: Some(code),
            focus: Some(focus),
            owner: Some(owner),
            restriction: period.map(|period| TaskRestriction { period: Some(period), ..TaskRestriction::default() }),
            ..Self::default()
        }
    }

    /// By when it is to be done.
    pub fn by(&self) -> Option<&str> {
        self.restriction.as_ref()?.period.as_ref()?.end.as_deref()
    }
}
