//! The resources that are checked: files that others made, tables of what is refused, laws, and what is left for a
//! validator that others wrote.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod bundles;
mod golden;
mod laws;
mod lfpse;
mod refusals;
mod validator;

use varde_fhir::{AdverseEvent, EventKind, EventSubject};

/// A report of an incident with one patient.
fn incident() -> AdverseEvent {
    AdverseEvent { id: Some("e1".to_owned()), ..AdverseEvent::new(EventKind::Incident, &EventSubject::Patient) }
}

/// A near miss in words.
fn near_miss() -> AdverseEvent {
    AdverseEvent {
        id: Some("n1".to_owned()),
        date: Some("2026-11-05".to_owned()),
        recorded_date: Some("2026-11-05T07:08:09+01:00".to_owned()),
        ..AdverseEvent::new(EventKind::NearMiss, &EventSubject::Group(0))
            .described("To poser med like etiketter lå i samme skuff.")
    }
}
