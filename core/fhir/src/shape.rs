//! The fields of the resources that are checked: what each holds, and how often.
//!
//! # Source
//!
//! The tables "Resource Content" of HL7 FHIR R4 (4.0.1), and the value sets that it binds as required.

/// The fields that are looked at in an object; others are kept as they came.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) fields: &'static [Field],
    /// The beginning of a field of which exactly one must be there, such as `content` for `contentString`.
    pub(crate) choice: Option<&'static str>,
}

/// A field of an object.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) of: Of,
    pub(crate) needed: bool,
    pub(crate) many: bool,
}

/// What a field holds.
#[derive(Debug)]
pub(crate) enum Of {
    Text,
    /// Any code.
    Code,
    /// One of these codes.
    Among(&'static [&'static str]),
    /// A meaning whose code must be one of these in this system.
    Bound(&'static str, &'static [&'static str]),
    Id,
    Address,
    DateTime,
    /// An `instant` of FHIR.
    Moment,
    /// From 0 to the largest number of 31 bits.
    Count,
    /// Any number of 32 bits.
    Whole,
    Flag,
    Part(&'static Shape),
    Reference,
    /// A resource that lies in this one and lives no life of its own.
    Contained,
    /// A resource in a bundle.
    Resource,
}

const fn field(name: &'static str, of: Of, needed: bool, many: bool) -> Field {
    Field { name, of, needed, many }
}

/// 0..1
const fn may(name: &'static str, of: Of) -> Field {
    field(name, of, false, false)
}

/// 1..1
const fn must(name: &'static str, of: Of) -> Field {
    field(name, of, true, false)
}

/// 0..*
const fn many(name: &'static str, of: Of) -> Field {
    field(name, of, false, true)
}

/// 1..*
const fn some(name: &'static str, of: Of) -> Field {
    field(name, of, true, true)
}

const fn shape(fields: &'static [Field]) -> Shape {
    Shape { fields, choice: None }
}

/// The fields of a resource of this kind, when we know it.
pub(crate) fn of_kind(kind: &str) -> Option<&'static Shape> {
    match kind {
        "AdverseEvent" => Some(&ADVERSE_EVENT),
        "Communication" => Some(&COMMUNICATION),
        "Task" => Some(&TASK),
        "OperationOutcome" => Some(&OPERATION_OUTCOME),
        "Bundle" => Some(&BUNDLE),
        _ => None,
    }
}

pub(crate) const SEVERITIES: &[&str] = &["mild", "moderate", "severe"];
pub(crate) const OUTCOMES: &[&str] = &["resolved", "recovering", "ongoing", "resolvedWithSequelae", "fatal", "unknown"];
const PRIORITIES: &[&str] = &["routine", "urgent", "asap", "stat"];

static ADVERSE_EVENT: Shape = shape(&[
    may("id", Of::Id),
    may("meta", Of::Part(&META)),
    many("contained", Of::Contained),
    many("extension", Of::Part(&EXTENSION)),
    may("identifier", Of::Part(&IDENTIFIER)),
    must("actuality", Of::Among(&["actual", "potential"])),
    many("category", Of::Part(&CONCEPT)),
    may("event", Of::Part(&CONCEPT)),
    must("subject", Of::Reference),
    may("date", Of::DateTime),
    may("detected", Of::DateTime),
    may("recordedDate", Of::DateTime),
    many("resultingCondition", Of::Reference),
    may("location", Of::Reference),
    may("seriousness", Of::Part(&CONCEPT)),
    may("severity", Of::Bound(crate::system::SEVERITY, SEVERITIES)),
    may("outcome", Of::Bound(crate::system::OUTCOME, OUTCOMES)),
    may("recorder", Of::Reference),
    many("contributor", Of::Reference),
    many("suspectEntity", Of::Part(&SUSPECT)),
]);

static SUSPECT: Shape = shape(&[must("instance", Of::Reference), many("causality", Of::Part(&CAUSALITY))]);

static CAUSALITY: Shape = shape(&[
    may("assessment", Of::Part(&CONCEPT)),
    may("productRelatedness", Of::Text),
    may("author", Of::Reference),
    may("method", Of::Part(&CONCEPT)),
]);

static COMMUNICATION: Shape = shape(&[
    may("id", Of::Id),
    may("meta", Of::Part(&META)),
    many("contained", Of::Contained),
    many("extension", Of::Part(&EXTENSION)),
    many("identifier", Of::Part(&IDENTIFIER)),
    many("inResponseTo", Of::Reference),
    must(
        "status",
        Of::Among(&[
            "preparation",
            "in-progress",
            "not-done",
            "on-hold",
            "stopped",
            "completed",
            "entered-in-error",
            "unknown",
        ]),
    ),
    many("category", Of::Part(&CONCEPT)),
    may("priority", Of::Among(PRIORITIES)),
    may("topic", Of::Part(&CONCEPT)),
    many("about", Of::Reference),
    may("sent", Of::DateTime),
    may("received", Of::DateTime),
    many("recipient", Of::Reference),
    may("sender", Of::Reference),
    many("payload", Of::Part(&PAYLOAD)),
]);

static PAYLOAD: Shape = Shape {
    fields: &[may("contentString", Of::Text), may("contentReference", Of::Reference)],
    choice: Some("content"),
};

static TASK: Shape = shape(&[
    may("id", Of::Id),
    may("meta", Of::Part(&META)),
    many("contained", Of::Contained),
    many("extension", Of::Part(&EXTENSION)),
    many("identifier", Of::Part(&IDENTIFIER)),
    must(
        "status",
        Of::Among(&[
            "draft",
            "requested",
            "received",
            "accepted",
            "rejected",
            "ready",
            "cancelled",
            "in-progress",
            "on-hold",
            "failed",
            "completed",
            "entered-in-error",
        ]),
    ),
    may("statusReason", Of::Part(&CONCEPT)),
    must(
        "intent",
        Of::Among(&[
            "unknown",
            "proposal",
            "plan",
            "order",
            "original-order",
            "reflex-order",
            "filler-order",
            "instance-order",
            "option",
        ]),
    ),
    may("priority", Of::Among(PRIORITIES)),
    may("code", Of::Part(&CONCEPT)),
    may("description", Of::Text),
    may("focus", Of::Reference),
    may("authoredOn", Of::DateTime),
    may("lastModified", Of::DateTime),
    may("requester", Of::Reference),
    may("owner", Of::Reference),
    may("reasonCode", Of::Part(&CONCEPT)),
    may("restriction", Of::Part(&RESTRICTION)),
    many("output", Of::Part(&OUTPUT)),
]);

static RESTRICTION: Shape = shape(&[may("period", Of::Part(&PERIOD))]);

static OUTPUT: Shape = Shape {
    fields: &[
        must("type", Of::Part(&CONCEPT)),
        may("valueString", Of::Text),
        may("valueReference", Of::Reference),
        may("valueDateTime", Of::DateTime),
    ],
    choice: Some("value"),
};

static OPERATION_OUTCOME: Shape = shape(&[may("id", Of::Id), some("issue", Of::Part(&ISSUE))]);

static ISSUE: Shape = shape(&[
    must("severity", Of::Among(&["fatal", "error", "warning", "information"])),
    must("code", Of::Code),
    may("details", Of::Part(&CONCEPT)),
    may("diagnostics", Of::Text),
    many("expression", Of::Text),
]);

static BUNDLE: Shape = shape(&[
    may("id", Of::Id),
    must(
        "type",
        Of::Among(&[
            "document",
            "message",
            "transaction",
            "transaction-response",
            "batch",
            "batch-response",
            "history",
            "searchset",
            "collection",
        ]),
    ),
    may("total", Of::Count),
    many("link", Of::Part(&LINK)),
    many("entry", Of::Part(&ENTRY)),
]);

static LINK: Shape = shape(&[must("relation", Of::Text), must("url", Of::Address)]);

static ENTRY: Shape =
    shape(&[may("fullUrl", Of::Address), may("resource", Of::Resource), may("search", Of::Part(&SEARCH))]);

static SEARCH: Shape = shape(&[may("mode", Of::Among(&["match", "include", "outcome"]))]);

static META: Shape = shape(&[may("versionId", Of::Id), may("lastUpdated", Of::Moment), many("profile", Of::Address)]);

static EXTENSION: Shape = shape(&[
    must("url", Of::Address),
    may("valueCode", Of::Code),
    may("valueString", Of::Text),
    may("valueBoolean", Of::Flag),
    may("valueInteger", Of::Whole),
    many("extension", Of::Part(&EXTENSION)),
]);

static CONCEPT: Shape = shape(&[many("coding", Of::Part(&CODING)), may("text", Of::Text)]);

static CODING: Shape = shape(&[may("system", Of::Address), may("code", Of::Code), may("display", Of::Text)]);

static IDENTIFIER: Shape = shape(&[may("system", Of::Address), may("value", Of::Text)]);

static PERIOD: Shape = shape(&[may("start", Of::DateTime), may("end", Of::DateTime)]);

pub(crate) static REFERENCE: Shape = shape(&[
    may("reference", Of::Address),
    may("type", Of::Address),
    may("identifier", Of::Part(&IDENTIFIER)),
    may("display", Of::Text),
]);

pub(crate) static BOUND: &Shape = &CONCEPT;
